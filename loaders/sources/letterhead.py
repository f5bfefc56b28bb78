"""The letterhead of a printed page: two columns that a printer wrote side by side, put one after the other.

On paper the body and its number stand left, the motto with place and day right, line by line together. Read straight
across, `ỦY BAN NHÂN DÂN` would be torn from `THÀNH PHỐ HẢI PHÒNG` below it.
"""

from __future__ import annotations

from typing import Final

from loaders.sources.paragraphs import Line
from loaders.sources.tables import MOTTO

# How many printed lines below the motto a letterhead reaches.
DEPTH: Final = 7


def motto_at(lines: list[Line]) -> int | None:
    """The number of the first line with the motto of the State or the Party, or None."""
    return next((number for number, line in enumerate(lines) if MOTTO.search(line.words)), None)


def by_columns(parted: list[list[Line]], width: float) -> list[Line]:
    """The lines from the motto on with the left column before the right one.

    `parted` gives each printed line as one piece or two; `width` is that of the page. The letterhead ends at the first
    line that stands in both halves, as the type of the document does.
    """
    left: list[Line] = []
    right: list[Line] = []
    for number, pieces in enumerate(parted):
        if number >= DEPTH or not _is_column(pieces, width / 2):
            return [*left, *right, *(piece for rest in parted[number:] for piece in rest)]
        for piece in pieces:
            (right if (piece.left + piece.right) / 2 > width / 2 else left).append(piece)
    return [*left, *right]


def _is_column(pieces: list[Line], middle: float) -> bool:
    """Whether a printed line belongs to the columns: parted in two, with the motto, or in one half alone."""
    if len(pieces) > 1 or MOTTO.search(pieces[0].words):
        return True
    return pieces[0].right < middle or pieces[0].left > middle
