"""The cue words of relations: which they are, what they say, and where they stand in a stretch of text."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from loaders.extraction.automaton import Automaton
from loaders.extraction.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOOSE: Final = re.compile(r" {2,}| (?=[,;:.)])")
INSPECTS: Final = frozenset({"kiểm tra", "thực hiện giám sát", "giám sát", "khảo sát"})
"""The cues of reviews by which a team looks into how a document is carried out."""
_SIGNS: Final = ("  ", " ,", " ;", " :", " .", " )")


class Cue(NamedTuple):
    """One row of `data/cues.tsv`: the words, the predicate (a local name of the ontology) and the form."""

    words: str
    predicate: str
    form: str


Found = tuple[int, int, Cue]
"""Where a cue begins and ends in the text, and which it is."""


@cache
def cues() -> tuple[Cue, ...]:
    """All cues, in the order of the table."""
    return tuple(Cue(row["cue"], row["predicate"], row["form"]) for row in table("cues"))


@cache
def _automaton() -> Automaton:
    """The automaton of the cues, and after them of the signs of loose spacing, which no cue holds or touches."""
    return Automaton([*(cue.words for cue in cues()), *_SIGNS], longest=True)


class Cues:
    """The cues of one folded text. It is scanned once; a stretch is scanned again only where its bounds matter."""

    def __init__(self, fold: str) -> None:
        self.fold = fold
        self.places = _automaton().find(fold)
        self.loose = bool(self.places) and max(self.places)[0] >= len(cues())  # whether signs of that stand anywhere

    @cached_property
    def starts(self) -> list[int]:
        """Where the cues and signs of the text begin."""
        return [start for _, start, _ in self.places]

    def find(self, start: int, end: int) -> list[Found]:
        """The cues in `start:end`, the longest at each place, as whole words; runs of spaces count as one."""
        starts, places, fold, known = self.starts, self.places, self.fold, cues()
        low, high = bisect_left(starts, start), bisect_left(starts, end)
        cut = (low and places[low - 1][2] > start) or (low < high and places[high - 1][2] > end)
        here = places[low:high]
        if cut or (self.loose and here and max(here)[0] >= len(known)):
            return list(find(fold, start, end))
        return [
            (a, b, known[index])
            for index, a, b in here
            if not ((a > start and fold[a - 1].isalnum()) or (b < end and fold[b].isalnum()))
        ]


def find(fold: str, start: int, end: int) -> Iterator[Found]:
    """The cues in `fold[start:end]`, the longest at each place, as whole words; runs of spaces count as one."""
    piece, places = _tight(fold[start:end])
    size = len(piece)
    known = cues()
    for index, a, b in _automaton().find(piece):
        if index >= len(known) or (a and piece[a - 1].isalnum()) or (b < size and piece[b].isalnum()):
            continue
        if places:
            yield start + places[a], start + places[b - 1] + 1, known[index]
        else:
            yield start + a, start + b, known[index]


def _tight(piece: str) -> tuple[str, list[int]]:
    """`piece` with single spaces and none before a comma, and the place of each of its characters (empty: the same)."""
    if not any(sign in piece for sign in _SIGNS):
        return piece, []
    kept: list[str] = []
    places: list[int] = []
    done = 0
    for gap in _LOOSE.finditer(piece):
        stop = gap.start() if gap.end() - gap.start() == 1 else gap.start() + 1
        if gap.end() - gap.start() > 1 and gap.end() < len(piece) and piece[gap.end()] in ",;:.)":
            stop = gap.start()
        kept.append(piece[done:stop])
        places.extend(range(done, stop))
        done = gap.end()
    kept.append(piece[done:])
    places.extend(range(done, len(piece)))
    return "".join(kept), places
