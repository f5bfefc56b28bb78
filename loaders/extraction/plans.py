"""Plans, programmes, schemes, regulations and strategies that have no number: named by what they are for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import titles
from loaders.extraction.issuers import issuer_at
from loaders.extraction.reference import Draft
from ontology.model import Span

if TYPE_CHECKING:
    from loaders.extraction.anchors import Anchor
    from loaders.extraction.reference import Scan

_S: Final = " {1,24}"
_NAME: Final = re.compile(rf"{_S}(?=[\w“\"])(?!(?:này|nêu|trên|đó|tại|chung|và|hoặc|kèm|ban hành|được|đã|là|theo|số|khác|sau|của pháp luật|hiện hành|cụ thể|riêng|có|với|phải|trong|thì|do|cho|ấy|khi|sẽ|cũng|gồm|nói|cần|bao gồm)(?!\w))")
_ISSUED: Final = re.compile(rf"(?:ban hành|phê duyệt|kèm theo|(?:triển khai|tổ chức)?{_S.replace('1', '0', 1)}thực hiện|triển khai|thông qua|điều chỉnh|sửa đổi|bổ sung)(?:{_S}(?:kèm theo{_S})?(?:quyết định|nghị quyết|nghị định|thông tư){_S}này)?{_S}(?:[“\"]{_S.replace('1', '0', 1)})?$")
_PARTY: Final = re.compile(rf"{_S}đảng(?:{_S}cộng{_S}sản{_S}việt{_S}nam)?(?!\w)")
_BY: Final = re.compile(rf"{_S}của{_S}")
_MOST: Final = 900


def plan_at(scan: Scan, anchor: Anchor) -> list[Draft]:
    """The unnumbered instrument named at `anchor`, if one is."""
    if anchor.role != "plan":
        return []
    if anchor.code == "ĐL" and (party := _PARTY.match(scan.folded, anchor.end)):
        return [_statute(scan, anchor, party.end())]
    lead = _NAME.match(scan.folded, anchor.end)
    left = scan.folded[max(0, anchor.start - 90) : anchor.start]
    capital = scan.text[anchor.start].isupper()
    if lead is None or not (capital or _ISSUED.search(left)):
        return []
    return _named(scan, anchor, lead.end())


def _statute(scan: Scan, anchor: Anchor, end: int) -> Draft:
    draft = Draft(anchor.start, end, "named", "ĐL")
    draft.title, draft.title_span = titles.words(scan.text[anchor.end : end]), Span(anchor.end + 1, end)
    return draft


def _named(scan: Scan, anchor: Anchor, start: int) -> list[Draft]:
    text, folded = scan.text, scan.folded
    quoted = text[start] in "“\""
    before = text[anchor.start - 1 : anchor.start]
    limit = min(len(text), start + _MOST)
    close = re.compile("[”\"]").search(text, start + 1, limit) if quoted or before in {"“", "\""} else None
    start += quoted
    end = close.start() if close else titles.stop_of(text, folded, start, limit)
    if len(folded[start:end].split()) < 2:
        return []
    kind = "named" if anchor.code == "CL" and text[anchor.start].isupper() else "plan"
    draft = Draft(anchor.start, min(end, anchor.start + 300), kind, str(anchor.code))
    draft.title, draft.title_span = titles.words(text[start:end]), Span(start, end)
    draft.head_stop, draft.stop, draft.open = anchor.end, max(end, close.end() if close else end), True
    _owned(scan, draft, end)
    return [draft]


def _owned(scan: Scan, draft: Draft, end: int) -> None:
    """The body that the plan is of: `Chương trình hành động của Chính phủ ...`."""
    span = draft.title_span
    assert span is not None
    head = re.compile(rf"(?:(?:hành động|công tác|tổng thể){_S})?của{_S}").match(scan.folded, span.start)
    issuer = issuer_at(scan.text, scan.folded, head.end()) if head else None
    if head and issuer:
        draft.issuer, draft.issuer_span, draft.term = issuer.name, Span(head.end(), issuer.end), issuer.term
