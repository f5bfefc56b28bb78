"""The archived text of a source in pieces: plain stretches, marked quotes, and where pages begin."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ontology.model import Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ontology.model import Text


class Piece(Value, frozen=True, gc=False):
    """A stretch of text. `marks` are the names of the quotes that hold it; `page` is set where a page begins.

    `first` is the name of a quote that begins here, for links to it.
    """

    text: str
    marks: tuple[str, ...] = ()
    page: int | None = None
    first: str | None = None


def pieces(text: Text, spans: Iterable[tuple[str, int, int]], start: int = 0, end: int | None = None) -> list[Piece]:
    """The text from `start` to `end`, cut wherever a quote (name, start, end) or a page begins or ends.

    Joined, the pieces are the text unchanged; quotes may overlap.
    """
    last = len(text.content) if end is None else min(end, len(text.content))
    held = [(name, max(a, start), min(b, last)) for name, a, b in spans if a < last and b > start]
    begins = {at: number for number, at in enumerate(text.pages, start=1) if start <= at < last}
    cuts = sorted({start, last, *begins, *(a for _, a, _ in held), *(b for _, _, b in held)})
    return [
        Piece(
            text.content[a:b],
            tuple(name for name, x, y in held if x <= a and b <= y),
            begins.get(a),
            next((name for name, x, _ in held if x == a), None),
        )
        for a, b in pairwise(cuts)
    ]


def window(text: str, start: int, end: int, margin: int = 1200) -> tuple[int, int]:
    """A stretch around a quote that begins and ends at a line."""
    begin = text.rfind("\n", 0, max(0, start - margin)) + 1
    finish = text.find("\n", min(len(text), end + margin))
    return begin, len(text) if finish < 0 else finish
