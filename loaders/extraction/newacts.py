"""Acts without a number that a page tells to have been put out: `Chính phủ vừa ban hành Nghị định quy định giá đất`.

Such an act is an instrument of its own, named by its body and subject. Where the page cites a numbered act of the same
type, the one without a number may be that; then it does not stand.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import moods

if TYPE_CHECKING:
    from loaders.extraction.reading import Reading
    from loaders.extraction.reference import Reference

_TYPES: Final = frozenset({"NQ", "NĐ", "QĐ", "TT", "CT", "CĐ"})
_HAS: Final = re.compile(r"(?<!\w)(?:đã|vừa|mới|vừa mới)(?!\w)[^,;:.]{0,40}$")
_FEWEST: Final = 4  # words of a title that tells which act is meant


def standing(reading: Reading) -> set[int]:
    """The nodes of the acts without a number that the page tells to have been put out."""
    if reading.own is not None:
        return set()
    documents = reading.grouping.documents
    numbered = {document.type for document in documents if document.number is not None}
    return {
        node
        for index, reference in enumerate(reading.references)
        if reference.kind == "plan"
        and reference.type in _TYPES - numbered
        and (node := reading.node(index)) is not None
        and node in reading.plans
        and _put_out(reading, reference)
    }


def _put_out(reading: Reading, reference: Reference) -> bool:
    """Whether the body in front of an act has put it out, and neither will nor is asked to."""
    span = reference.issuer_span
    if span is None or span.end > reference.start or len((reference.title or "").split()) < _FEWEST:
        return False
    verb = reading.fold[span.end : reference.start]
    return _HAS.search(verb) is not None and not moods.has(verb, 0, len(verb), moods.UNREAL)
