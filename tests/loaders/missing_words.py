"""What examples say to an extractor whose tables lack their words: by this every row of a table is seen to do something."""

from __future__ import annotations

import importlib
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any, Final, NamedTuple
from unittest import mock

from loaders.extraction import lexicon

_ROOT: Final = Path(__file__).parents[2]
_EXAMPLE: Final = "example"
_WITHOUT: Final = "from tests.loaders.missing_words import answer; answer()"


class Case(NamedTuple):
    """A row of `table`, of its list `kind`: `pattern` finds its word in folded text, `text` is its example."""

    table: str
    kind: str
    row: dict[str, str]
    pattern: str
    text: str


def rounds(cases: list[Case]) -> list[list[Case]]:
    """`cases` in rounds whose words can all be missing at once: none stands in the example of another.

    No round holds all the words of a list.
    """
    size = Counter((case.table, case.kind) for case in cases)
    found: list[list[tuple[Case, str, re.Pattern[str]]]] = []
    for case in cases:
        said, word = " ".join(case.text.lower().split()), re.compile(case.pattern)
        for one in found:
            here = sum((other.table, other.kind) == (case.table, case.kind) for other, _, _ in one)
            alone = not any(word.search(other) or there.search(said) for _, other, there in one)
            if alone and here + 1 < size[case.table, case.kind]:
                one.append((case, said, word))
                break
        else:
            found.append([(case, said, word)])
    return [[case for case, _, _ in one] for one in found]


def without(cases: list[Case], reader: str) -> list[Any]:
    """What the function `reader` (`module:name`) says of the kind and text of each, where their rows are missing."""
    asked = json.dumps([[case._asdict() for case in cases], reader])
    done = subprocess.run(
        [sys.executable, "-c", _WITHOUT], cwd=_ROOT, input=asked, capture_output=True, text=True, check=True
    )
    found: list[Any] = json.loads(done.stdout)
    return found


def answer() -> None:
    """Read cases, as `without` writes them, by tables that lack their rows: nothing of the extractor is loaded yet."""
    cases, reader = json.load(sys.stdin)
    gone = {(case["table"], _told(case["row"])) for case in cases}
    whole = lexicon.table

    def fewer(name: str) -> tuple[dict[str, str], ...]:
        return tuple(row for row in whole(name) if (name, _told(row)) not in gone)

    module, _, name = reader.partition(":")
    with mock.patch.object(lexicon, "table", fewer):
        read = getattr(importlib.import_module(module), name)
        json.dump([read(case["kind"], case["text"]) for case in cases], sys.stdout)


def _told(row: dict[str, str]) -> tuple[str, ...]:
    return tuple(value for column, value in row.items() if column != _EXAMPLE)
