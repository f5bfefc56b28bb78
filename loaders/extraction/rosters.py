"""Who issued the documents of a list, where its head says it: `các Quyết định của Bộ Y tế số A; B và C`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import fronts
from loaders.extraction.issuers import Issuer, issuer_at
from loaders.extraction.lexicon import acts, begins, pattern
from loaders.extraction.makers import fits, symbol_of
from loaders.extraction.tails import LETTERS
from ontology.model import Span

if TYPE_CHECKING:
    from loaders.extraction.reference import Draft, Scan

_S: Final = " {0,24}"
_PROPOSED: Final = pattern(
    r"(?:(?:đề nghị|kiến nghị|ý kiến|đề xuất|báo cáo|yêu cầu|chỉ đạo|tham mưu|hướng dẫn|thông báo|thẩm định|thẩm tra"
    r"|; {0,3}) {0,24}(?P<of>của)|(?:theo|xét|căn cứ) (?:đề nghị|ý kiến|báo cáo)(?! {0,24}của)) "
    r"(?P<body>(?:(?! tại (?:chỉ|công|thông|kết|văn|tờ|báo))[^;.]){3,240}),? tại "
    r"(?:các |văn bản )?(?:(?:văn bản|tờ trình|báo cáo) ?:? {0,24})?$"
)
_NEAR: Final = pattern(r",? (?:tại|\()")
_GROUPED: Final = pattern(
    rf"(?:các|những|\d{{1,2}}) {{1,24}}(?:{acts()}|kế hoạch|chương trình|đề án) {{1,24}}của {{1,24}}"
    r"(?P<body>[^;:.,]{3,80}?),?(?: (?:gồm|như|bao gồm|cụ thể|sau))?(?: ?: ?(?:số ?:? ?)?| (?:số ?:? ?)?)$"
)
# Before a member that says its own type: `các chỉ thị của Ban Bí thư gồm: (Chỉ thị số A)`.
_HEADED: Final = pattern(
    rf"(?:các|những|\d{{1,2}}|hai|ba|bốn|năm) (?:{acts()}|văn bản|kế hoạch|chương trình|đề án) của "
    r"(?P<body>[^;:.,]{3,80}?),?(?:(?: (?:gồm|bao gồm|như|là|cụ thể|sau|sau đây)){0,2} ?: ?|"
    r" (?:gồm|bao gồm|như) (?:có )?)$"
)
_PUTS: Final = "ban hành|thông qua|ký|ký ban hành|có|công bố"
_SEVERAL: Final = r" (?:các|những|\d{1,2}|hai|ba|bốn|năm) "
_PUTS_OUT: Final = pattern(begins(_PUTS) + _SEVERAL)  # without which the next is nowhere
_PUT_OUT: Final = pattern(
    rf"(?P<verb> (?:(?:đã|vừa|mới|cũng|kịp thời) ){{0,3}}(?:{_PUTS})){_SEVERAL}"
    rf"(?:(?:{acts()}|kế hoạch|chương trình|đề án)(?: [^;:.,]{{2,40}})?(?:,? (?:gồm|bao gồm|đó là|là))? ?:? ?)?$"
)
_NEXT: Final = pattern(rf"{_S}(?:[,;]{_S}(?:và{_S})?|và{_S})(?:số{_S}:?{_S})?")
_BARE: Final = pattern(rf"(?:[^\W\d]+ [^\W\d]+ của [^;:.,]{{3,80}}?{_S}:?{_S})?(?:(?:số|sô){_S}:?{_S})?")


def _heads_list(scan: Scan, draft: Draft) -> bool:
    """Whether a heading is part of the first member's name: `các Nghị định của Chính phủ: số A; số B`."""
    span, number = draft.issuer_span, draft.number_span
    if span is None or number is None or not draft.start < span.start < number.start:
        return False
    return ":" in scan.text[span.end : number.start] and scan.folded.endswith("các ", 0, draft.start)


def grouped(scan: Scan, drafts: list[Draft]) -> None:
    """Bare numbers of a list take the body that its head names (`các Quyết định của Bộ Y tế số: A; B và C`)."""
    first: Draft | None = None
    last: Draft | None = None
    for draft in drafts:
        number = draft.number_span
        if draft.kind == "numbered" and _heads_list(scan, draft):
            first = last = draft
        if draft.kind != "numbered" or draft.issuer is not None or number is None:
            continue
        if put_out := _listed_by(scan, draft) or _headed_by(scan, draft):
            draft.issued_by(put_out[1], put_out[0])
            first = last = draft
            continue
        if not (first and last and _follows(scan, first, last, draft)) and not _BARE.fullmatch(
            scan.folded, draft.start, number.start
        ):
            continue
        begin = max(0, number.start - 150)
        match = _GROUPED.search(scan.folded[begin : number.start])
        issuer = issuer_at(scan.text, scan.folded, begin + match.start("body")) if match else None
        if match and issuer and issuer.end == begin + match.end("body"):
            draft.issued_by(issuer, begin + match.start("body"))
            first = last = draft
        elif first is not None and last is not None and _follows(scan, first, last, draft):
            draft.issuer, draft.issuer_span, draft.term = first.issuer, first.issuer_span, first.term
            last = draft


def _follows(scan: Scan, first: Draft, last: Draft, draft: Draft) -> bool:
    """Whether a document is the next of a list: of its type, or of one whose symbol says the same body."""
    if draft.type != first.type and not (first.issuer and symbol_of(draft.number or "", first.issuer)):
        return False
    return _NEXT.fullmatch(scan.folded, last.stop, draft.start) is not None


def _listed_by(scan: Scan, draft: Draft) -> tuple[int, Issuer] | None:
    """The body that has put out the documents of which a list begins: `Bộ Y tế đã ban hành 3 thông tư: A, B và C`."""
    begin = max(0, draft.start - 200)
    window = scan.folded[begin : draft.start]
    match = _PUT_OUT.search(window) if _PUTS_OUT.search(window) else None
    return fronts.subject(scan, begin, begin + match.start("verb") + 1) if match else None


def _headed_by(scan: Scan, draft: Draft) -> tuple[int, Issuer] | None:
    """The body of the documents of which a list begins, where what stands before it names them together."""
    begin = max(0, draft.start - 150)
    window = scan.folded[begin : draft.start]
    match = _HEADED.search(window) if " của " in window else None
    issuer = issuer_at(scan.text, scan.folded, begin + match.start("body")) if match else None
    if match is None or issuer is None or issuer.end != begin + match.end("body"):
        return None
    return (begin + match.start("body"), issuer) if fits(draft.number or "", issuer.name) else None


def proposed(scan: Scan, drafts: list[Draft]) -> None:
    """Letters take the body that proposes by them (`theo đề nghị của Bộ Y tế tại Tờ trình số ...`)."""
    last: tuple[str, Span, int] | None = None
    for draft in drafts:
        if draft.type not in LETTERS or draft.issuer is not None or draft.kind != "numbered":
            continue
        begin = max(0, draft.start - 300)
        window = scan.folded[begin : draft.start]
        match = _PROPOSED.search(window) if " tại " in window else None
        if match:
            start = begin + match.start("body")
            issuer = issuer_at(scan.text, scan.folded, start)
            if issuer is None or not (match["of"] or _NEAR.match(scan.folded, issuer.end)):
                continue
            draft.issued_by(issuer, start)
            last = (issuer.name, Span(start, issuer.end), draft.head_stop)
        elif last and re.fullmatch(
            r"[ ,]*(?:và )?[ ]*(?:các )?[ ]*[^\W\d ]{0,12}[ ]?:? *", scan.folded[last[2] : draft.start]
        ):
            draft.issuer, draft.issuer_span = last[0], last[1]
            last = (last[0], last[1], draft.head_stop)
