"""Members of a list that are given alike, and documents that are too new to have been changed by another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction.reading import ACTS
from loaders.extraction.state import CHANGES

if TYPE_CHECKING:
    from loaders.extraction.reading import Link, Reading
    from loaders.extraction.reference import Reference

_YEAR: Final = re.compile(r"/((?:19|20)\d\d)/")


def alike(first: Reference, second: Reference) -> bool:
    """Whether two references are given alike: both with their date, both with their issuer, or without.

    `bãi bỏ A ngày ... của Bộ X sửa đổi B ngày ..., C ngày ...`: C stands in a row with B, since neither names Bộ X.
    """
    return _given(first) == _given(second)


def _given(reference: Reference) -> tuple[bool, bool]:
    """Whether a reference is followed by its date, and by its issuer; what stands before it is told of others too."""
    spans = (reference.date_span, reference.issuer_span)
    date, issuer = (span is not None and span.start > reference.start for span in spans)
    return date, issuer


def too_new(reading: Reading, index: int, link: Link) -> bool:
    """Whether the document of a reference is newer than what a name says to have changed it: `A sửa đổi B, C`."""
    if link.rule != "name" or link.predicate not in CHANGES or link.head >= ACTS:
        return False
    head, reference = reading.grouping.documents[link.head], reading.references[index]
    made, changed = _year(reference.number, reference.date), _year(head.number, head.date)
    return made is not None and changed is not None and changed < made


def older(reading: Reading, index: int, head: int) -> bool:
    """Whether the document of a reference is of a year before that of the document `head`."""
    document, reference = reading.grouping.documents[head], reading.references[index]
    made, changed = _year(reference.number, reference.date), _year(document.number, document.date)
    return made is not None and changed is not None and made < changed


def _year(number: str | None, date: str | None) -> str | None:
    """The year of a document: of its date, else the one in its number."""
    found = _YEAR.search(number or "")
    return date[:4] if date else found[1] if found else None
