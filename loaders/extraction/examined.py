"""Reports of a council's committees that a preamble weighs without their numbers: `Báo cáo thẩm tra của Ban X`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from loaders.extraction import titles
from loaders.extraction.issuers import Issuer, issuer_at
from loaders.extraction.lexicon import pattern
from loaders.extraction.reference import Draft
from ontology.model import Span

if TYPE_CHECKING:
    from loaders.extraction.anchors import Anchor
    from loaders.extraction.reference import Scan

_EXAMINED: Final = pattern(r" (?P<title>thẩm tra) của (?=\w)")
_COMMITTEE: Final = pattern(r"Ban [^;,.()]{3,90}(?=[;,.])")  # in small letters: `Ban văn hóa - xã hội của HĐND tỉnh`
_WEIGHED: Final = pattern(r"(?:[;,]|(?<!\w)(?:xét|và))\s{1,4}$")


def examined(scan: Scan, anchor: Anchor) -> list[Draft]:
    """The report of a council's committee that a preamble weighs without its number: `Báo cáo thẩm tra của Ban X`."""
    about = _EXAMINED.match(scan.folded, anchor.end) if anchor.code == "BC" else None
    if about is None or not _WEIGHED.search(scan.folded, max(0, anchor.start - 16), anchor.start):
        return []
    issuer = issuer_at(scan.text, scan.folded, about.end())
    if issuer is None:
        return []
    small = _COMMITTEE.match(scan.text, about.end()) if scan.folded[about.end() : issuer.end] == "ban" else None
    if small is not None:
        issuer = Issuer(small.end(), titles.words(small.group()) or issuer.name, issuer.term)
    draft = Draft(anchor.start, issuer.end, "named", "BC")
    draft.title_span = Span(about.start("title"), about.end("title"))
    draft.title = titles.words(scan.text[draft.title_span.start : draft.title_span.end])
    draft.issuer, draft.issuer_span, draft.term = issuer.name, Span(about.end(), issuer.end), issuer.term
    return [draft]
