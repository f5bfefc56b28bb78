"""Activities told twice: by headline, lead and captions, or as one conference that carries out and makes known."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from loaders.extraction.eventdays import STORED
from loaders.extraction.names import words
from loaders.extraction.normal import fold
from loaders.extraction.reading import ACTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from loaders.extraction.reading import Act, Reading, Statement

_LONGEST: Final = 260
_HELD: Final = frozenset({"event"})


def echoed(reading: Reading, statements: Iterable[Statement]) -> set[int]:
    """The activities that another one tells more fully of the same documents: they are no further ones."""
    tails: dict[int, set[int]] = defaultdict(set)
    rules: dict[int, set[str]] = defaultdict(set)
    for statement in statements:
        if statement.head >= ACTS:
            tails[statement.head].add(statement.tail)
            rules[statement.head].add(statement.link.rule)
    if len(tails) < 2:
        return set()
    head = _headline(reading.text)
    lines = [n for n in tails if _captioned(reading.text, reading.met[reading.place(n)])]
    acts = {node: reading.acts[reading.place(node)] for node in tails}
    met = {node: reading.met[reading.place(node)] for node in acts}
    early = [node for node in acts if met[node] < head]  # few: a headline is short
    later = [node for node in acts if met[node] >= head]
    found = {n for n in early if any(tails[n] <= tails[m] and _repeats(acts[n], acts[m]) for m in later)}
    told = [n for n in acts if n not in lines]
    found |= {n for n in lines if any(tails[n] <= tails[m] and _repeats(acts[n], acts[m]) for m in told)}
    return found | {n for n, other in _conferences(acts, rules) if tails[n] <= tails[other]}


def _conferences(acts: dict[int, Act], rules: dict[int, set[str]]) -> Iterator[tuple[int, int]]:
    """Conferences that put documents into effect, each with one of the same body that makes documents known."""
    known: dict[tuple[str, str | None], list[int]] = defaultdict(list)
    for node, act in acts.items():
        if act.kind == "dissemination":
            for date in {act.date, None}:
                known[(act.actor or "").lower(), date].append(node)
    for node, act in acts.items():
        if act.kind == "implementation" and rules[node] <= _HELD:
            for other in known[(act.actor or "").lower(), act.date]:
                yield node, other


def _headline(text: str) -> int:
    """Where the page's headline ends: a first line without a full stop; 0 where the text begins otherwise."""
    stored = STORED.match(text)
    begin = stored.end() if stored else 0
    line = text[begin : begin + _LONGEST + 1].lstrip("\n ").partition("\n")[0].rstrip()
    return text.index(line, begin) + len(line) if line and len(line) < _LONGEST and line[-1] not in ".;:,…" else 0


def _captioned(text: str, position: int) -> bool:
    """Whether a headline below other lines, or the words below a picture, tell an act: a line without a full stop."""
    begin, end = text.rfind("\n", 0, position) + 1, text.find("\n", position)
    line = text[begin : end if end >= 0 else len(text)].rstrip(" ./")
    stop = text[begin + len(line) : begin + len(line) + 1]
    return 0 < len(line) < _LONGEST and stop != "." and line[-1] not in ":,;…!?”" and ". " not in line


def _repeats(act: Act, fuller: Act) -> bool:
    """Whether the headline's act is that of a body which the page then names in full."""
    if act.actor is None or fuller.actor is None:
        return False
    if act.kind not in {fuller.kind, "implementation"}:
        return False
    return {*words(fold(act.actor))} <= {*words(fold(fuller.actor))}
