"""Documents that stand abreast in a list and share a verb as its subjects: `các Thông tư số 1, số 2 hướng dẫn D`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from loaders.extraction.reference import Reference

_BETWEEN: Final = re.compile(r"\s*(?:,|,? và)\s*(?:số\s*:?\s*)?")
_SEVERAL: Final = re.compile(r"(?<!\w)(?:các|những|hai|ba|bốn|năm|\d{1,2})\s+$")


def alongside(fold: str, before: Reference, after: Reference) -> bool:
    """Whether two numbered documents of one type stand next to each other in a list, the first without a title."""
    if before.type != after.type or before.kind != "numbered" or after.kind != "numbered":
        return False
    return before.stop == before.head_stop and _BETWEEN.fullmatch(fold, before.head_stop, after.start) is not None


def next_to(fold: str, before: Reference, after: Reference) -> bool:
    """Whether two numbered documents stand next to each other in a list, titles or none."""
    if before.kind != "numbered" or after.kind != "numbered":
        return False
    ends = {before.head_stop, before.stop}
    return any(end <= after.start and _BETWEEN.fullmatch(fold, end, after.start) for end in ends)


def one_word(fold: str, reference: Reference) -> bool:
    """Whether a member of a list has no type word of its own: `Thông tư số 1/2014/TT-BYT và số 2/2014/TT-BYT`."""
    span = reference.number_span
    return span is not None and not fold[reference.start : span.start].strip(" số:")


def several(fold: str, start: int) -> bool:
    """Whether a word for several documents stands before the first of a list."""
    return _SEVERAL.search(fold, max(0, start - 16), start) is not None
