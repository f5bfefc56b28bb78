"""Several resolutions of one plenum, told by their subjects: `các Nghị quyết Trung ương 8 khóa XIII: về “A”; “B”`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import titles
from loaders.extraction.issuers import issuer_at
from loaders.extraction.lexicon import pattern
from loaders.extraction.reference import Draft
from ontology.model import Span

if TYPE_CHECKING:
    from loaders.extraction.anchors import Anchor
    from loaders.extraction.reference import Scan

PLURAL: Final = "các"
"""What `pointing` holds of a plenum's resolutions that are named together."""
_SEVERAL: Final = pattern(
    r"(?<!\w)(?:các|những|\d{1,2}|hai|ba|bốn|năm|sáu|bảy)(?: (?:văn kiện|văn bản|nội dung))? (?:số )?$"
)
_OPENS: Final = pattern(
    r" {0,3}(?:của đảng)?(?: {0,3}[:,])?(?: (?:đó là|là|gồm(?: có)?|bao gồm|như)(?: các)?)?(?: {0,3}[:,])?"
    r" {0,3}(?=(?:nghị quyết )?(?:về |v/v |[“\"]))"
)
_QUOTED: Final = re.compile(
    r"(?:nghị quyết\s{1,3})?(?:(?:về|v/v)\s{1,3}(?:việc\s{1,3})?)?[“\"](?P<title>[^“”\"\n]{8,400})[”\"]"
)
_ABOUT: Final = re.compile(
    r"(?:nghị quyết\s{1,3})?(?:về|v/v)\s{1,3}(?P<title>[^.;:“”\"\n]{4,300}?)"
    r"(?=[.;\n]|$|,? và (?:nghị quyết )?về |, (?:nghị quyết )?về )"
)
_NEXT: Final = re.compile(r"\s{0,3}(?:[,;]|và(?=\s))(?:\s{1,3}và)?\s{1,3}(?=về |v/v |nghị quyết |[“\"])")
_OF: Final = pattern(r" của (?=\w)")
_MOST: Final = 12


def plural(scan: Scan, draft: Draft) -> bool:
    """Whether the words before a plenum's resolution make several of it."""
    return _SEVERAL.search(scan.folded, max(0, draft.start - 30), draft.start) is not None


def listed(scan: Scan, first: Draft) -> list[Draft]:
    """The further resolutions that a plenum's resolutions named together are; `first` takes the first title.

    An empty list where fewer than two titles follow, and then `first` stays as it is.
    """
    lead = _OPENS.match(scan.folded, first.end)
    if lead is None:
        return []
    found: list[tuple[int, Span]] = []
    place = lead.end()
    while len(found) < _MOST:
        match = _QUOTED.match(scan.folded, place) or _ABOUT.match(scan.folded, place)
        if match is None:
            break
        found.append((place, Span(*match.span("title"))))
        more = _NEXT.match(scan.folded, match.end())
        if more is None:
            break
        place = more.end()
    if len(found) < 2:
        return []
    _entitle(scan, first, found[0][1])
    return [_further(scan, first, place, title) for place, title in found[1:]]


def quoted(scan: Scan, anchor: Anchor) -> list[Draft]:
    """Several acts or schemes that are told by their quoted names: `các Nghị quyết (của X) về “A”, “B” và “C”`."""
    if not plural(scan, first := Draft(anchor.start, anchor.end, "named", str(anchor.code))):
        return []
    of = _OF.match(scan.folded, anchor.end)
    issuer = issuer_at(scan.text, scan.folded, of.end()) if of else None
    if of and issuer:
        first.issued_by(issuer, of.end())
        first.end = issuer.end
    lead = _OPENS.match(scan.folded, first.end)
    if lead is None or _QUOTED.match(scan.folded, lead.end()) is None:
        return []
    more = listed(scan, first)
    return [first, *more] if more else []


def _further(scan: Scan, first: Draft, place: int, title: Span) -> Draft:
    draft = Draft(place, title.end, first.kind, first.type)
    draft.gathering, draft.term = first.gathering, first.term
    draft.issuer, draft.issuer_span = first.issuer, first.issuer_span
    _entitle(scan, draft, title)
    return draft


def _entitle(scan: Scan, draft: Draft, title: Span) -> None:
    draft.title, draft.title_span = titles.words(scan.text[title.start : title.end]), title
    draft.end = draft.stop = title.end  # what the title names is no document of its own
