"""Meetings of bodies other than the Party's central committee, whose resolutions have no number in the text."""

from __future__ import annotations

from typing import Final

from loaders.extraction.issuers import issuer_at
from loaders.extraction.lexicon import pattern
from loaders.extraction.unnumbered import ORDINAL, Gathering

_S: Final = " {1,24}"
_LEAD: Final = pattern(rf"{_S}(?:của{_S})?(?=hội{_S}nghị(?!\w))")
_NAMED: Final = pattern(rf"hội{_S}nghị{_S}(?:lần{_S}(?:thứ{_S})?{ORDINAL},?{_S})(?:của{_S})?")
_CENTRAL: Final = pattern(
    r"(?:(?:ban chấp hành|bch) )?(?:trung ương|tw|t\.ư|tư)(?: đảng)?(?:,? \(?(?:khóa|khoá) [ivxl]{1,6}\)?)?$"
)
_COMMITTEE: Final = pattern(r"(?:ban chấp hành|bch|ban thường vụ)(?: các)? ")


def meeting_at(text: str, folded: str, position: int) -> Gathering | None:
    """The meeting named after `Nghị quyết` (which ends at `position`) by its ordinal and the body that met.

    `Hội nghị lần thứ 5 Ban Chấp hành Đảng bộ tỉnh khóa XV`; None for a plenum of the Party's central committee.
    """
    lead = _LEAD.match(folded, position)
    named = _NAMED.match(folded, lead.end()) if lead else None
    if lead is None or named is None:
        return None
    issuer = issuer_at(text, folded, named.end())
    if issuer is None and (committee := _COMMITTEE.match(folded, named.end())):
        issuer = issuer_at(text, folded, committee.end())
    if issuer is None or _CENTRAL.fullmatch(folded, named.end(), issuer.end):
        return None
    return Gathering(lead.end(), issuer.end, None, issuer.term)
