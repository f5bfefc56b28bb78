"""Acts without a number that a page tells to have been put out: `Chính phủ vừa ban hành Nghị định quy định giá đất`.

Such an act is an instrument of its own, named by its body and subject. Where the page cites a numbered act of the same
type, the one without a number may be that; then it does not stand.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import moods
from loaders.extraction.documents import national

if TYPE_CHECKING:
    from loaders.extraction.reading import Reading
    from loaders.extraction.reference import Reference
    from ontology.model import Document

_TYPES: Final = frozenset({"NQ", "NĐ", "QĐ", "TT", "CT", "CĐ"})
_HAS: Final = re.compile(r"(?<!\w)(?:đã|vừa|mới|vừa mới)(?!\w)[^,;:.]{0,40}$")
_BARE: Final = 6  # words of `mục tiêu quốc gia X`, which do not tell its subject
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
        and (node := reading.node(index)) is not None
        and node in reading.plans
        and (
            (reference.type in _TYPES - numbered and _put_out(reading, reference))
            or _programme(reading, reference, documents[node])
        )
    }


def _programme(reading: Reading, reference: Reference, document: Document) -> bool:
    """Whether a page names a national programme with its subject: `Chương trình mục tiêu quốc gia xây dựng X`."""
    word = reading.text[reference.start : reference.start + 12]
    return (
        word[:1].isupper() and not word.isupper() and national(document) and len((document.title or "").split()) > _BARE
    )


def _put_out(reading: Reading, reference: Reference) -> bool:
    """Whether the body in front of an act has put it out, and neither will nor is asked to."""
    span = reference.issuer_span
    if span is None or span.end > reference.start or len((reference.title or "").split()) < _FEWEST:
        return False
    verb = reading.fold[span.end : reference.start]
    return _HAS.search(verb) is not None and not moods.has(verb, 0, len(verb), moods.UNREAL)
