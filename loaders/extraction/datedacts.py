"""Acts without a number, known by the day on which a body issued them: `Nghị quyết của Hội đồng X ngày 4/9/1958`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from loaders.extraction.issuers import issuer_at
from loaders.extraction.lexicon import pattern
from loaders.extraction.reference import Draft
from loaders.extraction.tails import attach

if TYPE_CHECKING:
    from loaders.extraction.anchors import Anchor
    from loaders.extraction.reference import Scan

_ACTS: Final = frozenset({"NQ", "NĐ", "QĐ", "CT", "TT", "TTLT", "SL", "KL"})
_LETTERS: Final = frozenset({"CV", "CĐ"})
"""Types of what is told in small letters too: `Trả lời công văn ngày 3/4/2009 của Công ty X`."""
_ORDER: Final = "thông lệnh"
_ON_DAY: Final = pattern(r" (?:đề )?ngày (?=\d{1,2} ?[-/.t])")
_OF: Final = pattern(r" của (?=\w)")
_BESIDE: Final = pattern(r" (?=\w)")
_DAY: Final = len("1958-09-04")


def dated(scan: Scan, anchor: Anchor) -> list[Draft]:
    """The act named at `anchor` by its body and the whole of its day, in either order; the subject may follow."""
    code, word = str(anchor.code), scan.folded[anchor.start : anchor.end]
    if code not in _ACTS and code not in _LETTERS and word != _ORDER:
        return []
    if code not in _LETTERS and not scan.text[anchor.start].isupper():
        return []
    if _ON_DAY.match(scan.folded, anchor.end) is None and not _of_day(scan, anchor, beside=word == _ORDER):
        return []
    draft = Draft(anchor.start, anchor.end, "named", code)
    lead = _BESIDE.match(scan.folded, anchor.end) if word == _ORDER else None
    issuer = issuer_at(scan.text, scan.folded, lead.end()) if lead else None
    if lead and issuer:
        draft.issued_by(issuer, lead.end())
        draft.end = issuer.end
    attach(scan, draft)
    if draft.issuer is None or draft.date is None or len(draft.date) != _DAY:
        return []
    draft.end, draft.open = draft.stop if draft.title else draft.head_stop, True  # its title may name others
    return [draft]


def _of_day(scan: Scan, anchor: Anchor, *, beside: bool) -> bool:
    """Whether a body follows, and then a day: `Quyết nghị của Quốc hội ngày 2/3/1946`, `Thông lệnh Chính phủ ngày`."""
    of = _OF.match(scan.folded, anchor.end) or (_BESIDE.match(scan.folded, anchor.end) if beside else None)
    issuer = issuer_at(scan.text, scan.folded, of.end()) if of else None
    return issuer is not None and _ON_DAY.match(scan.folded, issuer.end) is not None
