"""What the examples of `data/grammar_words.tsv` show: brackets stand around what is read of each, by its list.

`theo [Luật Cây xanh] nhưng ...` says that a law is read there, and that its name ends before `nhưng`.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from loaders.extraction.documents import group
from loaders.extraction.mentions import find
from loaders.extraction.normal import normal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from loaders.extraction.reference import Reference

Places = list[tuple[int, int]]
Row = dict[str, str]

_ROOT: Final = Path(__file__).parents[2]
_BRACKET: Final = re.compile(r"[\[\]]")
_HEAD: Final = "Số: 58/QĐ-VP\nNgày 1 tháng 2 năm 2020\n\nQUYẾT ĐỊNH\nVề việc thưởng cuối năm\n\n"


def marked(example: str) -> tuple[str, Places]:
    """The words of an example, and the places that stand in brackets in it."""
    plain = example.replace("\\n", "\n")
    marks = [match.start() - n for n, match in enumerate(_BRACKET.finditer(plain))]
    return _BRACKET.sub("", plain), list(zip(marks[::2], marks[1::2], strict=True))


def bracketed(text: str, places: Iterable[tuple[int, int]]) -> str:
    """An example that says that `places` of `text` are read."""
    for start, end in sorted(places, reverse=True):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text.replace("\n", "\\n")


def _whole(*kinds: str) -> Callable[[Reference], Places]:
    return lambda one: [(one.start, one.end)] if one.kind in kinds or not kinds else []


def _law(one: Reference) -> Places:
    return [(one.title_span.start, one.title_span.end)] if one.title_span and one.type in {"L", "BL", "PL"} else []


def _title(one: Reference) -> Places:
    return [(one.title_span.start, one.title_span.end)] if one.title_span else []


def _issuer(one: Reference) -> Places:
    return [(one.issuer_span.start, one.issuer_span.end)] if one.issuer_span else []


READ: Final[dict[str, Callable[[Reference], Places]]] = {
    "after_law_name": _law,
    "not_in_law_name": _law,
    "after_title": _title,
    "clause_after_title": _title,
    "strong_act": _title,
    "sure_title": _title,
    "title_verb": _title,
    "beside": lambda one: _issuer(one) + _title(one),
    "after_issuer": _issuer,
    "name_runs_on": _issuer,
    "not_in_name": _issuer,
    "modifier": _whole("numbered"),
    "unit": _whole("partial"),
    "after_number": _whole("partial"),
    "anaphor": _whole("anaphor"),
    "speaks": _whole("anaphor"),
    "form": _whole(),
    "not_plan_name": _whole("plan"),
    "carries_out": _whole("plan"),
    "sets_up": _whole("plan"),
    "drafted": _whole("plan"),
    "act_verb": _whole("plan"),
    "not_treaty_name": _whole("named"),
    "after_treaty": _whole("named"),
    "no_law_before": _whole(),
    "never_law_before": _whole(),
    "no_law_after": _whole(),
    "own_verb": _whole("own"),
    "ground": _issuer,
}
"""What is read of one reference in the examples of each list: a name, a title, a body, or all of a mention."""
_OF_PAGE: Final = {"own_verb", "ground"}


def read(name: str, text: str) -> Places:
    """The places that the brackets of an example of the list `name` claim, as `text` is read."""
    head = _HEAD if name == "ground" else ""
    content = normal(head + text).content
    assert content == head + text, "an example in its normal form"
    references = find(content)
    if name in _OF_PAGE:
        grouping = group(content, references)
        own = grouping.own
        references = tuple(one for one in grouping.references if one.kind == "own") if own is not None else ()
    found = {place for one in references for place in READ[name](one)}
    return sorted((start - len(head), end - len(head)) for start, end in found)


def rounds(rows: Iterable[Row]) -> list[list[Row]]:
    """`rows` in rounds whose words can all be missing at once: none stands in the example of another.

    No round holds all the words of a list.
    """
    found: list[list[tuple[Row, str, re.Pattern[str]]]] = []
    left: dict[str, int] = {}
    rows = tuple(rows)
    for row in rows:
        left[row["list"]] = left.get(row["list"], 0) + 1
    for row in rows:
        text = " ".join(marked(row["example"])[0].lower().split())
        word = re.compile(row["word"])
        for one in found:
            here = sum(other["list"] == row["list"] for other, _, _ in one)
            if here + 1 < left[row["list"]] and not any(
                word.search(said) or there.search(text) for _, said, there in one
            ):
                one.append((row, text, word))
                break
        else:
            found.append([(row, text, word)])
    return [[row for row, _, _ in one] for one in found]


_WITHOUT: Final = """
import json, sys
from loaders.extraction import lexicon
rows, table = json.load(sys.stdin), lexicon.table
gone = {(row["list"], row["word"]) for row in rows}
def fewer(name):
    return tuple(r for r in table(name) if name != "grammar_words" or (r["list"], r["word"]) not in gone)
lexicon.table = fewer
from tests.loaders.grammar_readings import marked, read
json.dump([read(row["list"], marked(row["example"])[0]) for row in rows], sys.stdout)
"""


def without(rows: list[Row]) -> list[Places]:
    """What is read of the examples of `rows` by an extractor whose tables lack the words of these rows."""
    done = subprocess.run(
        [sys.executable, "-c", _WITHOUT], cwd=_ROOT, input=json.dumps(rows), capture_output=True, text=True, check=True
    )
    return [[(start, end) for start, end in places] for places in json.loads(done.stdout)]
