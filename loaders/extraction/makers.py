"""Who issued a document, where the text names the body away from the number: by a verb, around it, after its title.

`D được BODY ban hành ngày X`, `Tại D, BODY yêu cầu ...`, `BODY trả lời tại D`, `D về X và E về Y của BODY`. A body that
the symbol speaks against has issued nothing (`Tại Công văn số 5/VPCP-KTTH, Thủ tướng Chính phủ yêu cầu`).
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from loaders.extraction import dates, titles
from loaders.extraction.issuers import issuer_at
from loaders.extraction.lexicon import pattern
from loaders.extraction.normal import fold
from ontology.model import Span

if TYPE_CHECKING:
    from loaders.extraction.issuers import Issuer
    from loaders.extraction.reference import Draft, Scan

_ADVERB: Final = r"(?:(?:đã|vừa|mới|cũng|vừa mới|chính thức|biểu quyết) ){0,3}"
_SUFFERED: Final = pattern(rf" ?,? \(?{_ADVERB}được (?=\w)")
_DONE: Final = pattern(
    rf" {_ADVERB}(?:(?:ký )?ban hành|ký|phê duyệt|thông qua|công bố|phát hành)"
    r"(?!\w)(?P<day>,? (?:vào )?(?:ngày )?(?=\d{1,2} ?(?:[/.-]|tháng)))?"
)
_INSIDE: Final = pattern(
    r"(?:^|[.;:\n“\"(] {0,24}|, |(?:mới đây|vừa qua|ngoài ra|đồng thời) )"
    r"(?:tại|trong)(?: nội dung| các| khoản \d{1,2}| điều \d{1,3}){0,3} $"
)
_FRESH: Final = pattern(rf"(?: {_ADVERB}(?:được )?(?:ký )?(?:ban hành|công bố|ký))?,? (?=\w)")
_SAID: Final = pattern(
    rf" {_ADVERB}(?:đề nghị|yêu cầu|cho biết|hướng dẫn|trả lời|chỉ đạo|giao|nêu|quy định|khẳng định|nhấn mạnh|thông báo"
    r"|lưu ý|đồng ý|thống nhất|cho phép|quyết định|phê duyệt|chỉ thị|chỉ rõ|xác định)(?!\w)"
)
_SAYING: Final = pattern(
    rf"(?P<verb> {_ADVERB}(?:trả lời|phúc đáp|hướng dẫn|chỉ đạo|yêu cầu|đề nghị|có ý kiến|thông báo|khẳng định|nêu"
    r"|quy định|giải đáp|kết luận|báo cáo|kiến nghị|đề xuất|thống nhất)(?: [^.;:,()]{1,60})?"
    r" (?:tại|trong|bằng)(?: các| văn bản)? )$"
)
_SAYING_ENDS: Final = ("tại", "trong", "bằng", "các", "bản")
_BODY: Final = pattern(
    r"(?:^|[.;:\n(\"“] {0,24}|, |(?<!\w)(?:được|và|theo đó|vừa qua|mới đây"
    r"|(?:nội dung|giải pháp|nhiệm vụ|biện pháp|yêu cầu|ý kiến|nhóm)(?: mà| do)?) )(?=\w)"
)
_LAST: Final = pattern(
    r"(?P<title>.{3,}?) của (?=(?:bộ chính trị|ban bí thư|ban chấp hành trung ương|thủ tướng)(?!\w))"
)
_MEANT: Final = pattern(
    r"(?:chức năng|nhiệm vụ|quyền hạn|tổ chức|hoạt động|làm việc|trách nhiệm|vai trò|chỉ đạo|kết luận|lãnh đạo"
    r"|thẩm quyền|chương trình|kế hoạch|quyết định|ý kiến|yêu cầu|tinh thần|chỉ thị|nghị quyết|quy định|công tác)$"
)
_JOINED: Final = pattern(r" ?(?:,|,? và|;) $")
_ITEM: Final = re.compile(r"- \d{1,3} ?")
_PUT_OUT: Final = pattern(r" (?:do|của) (?P<body>(?:(?! (?:do|của) )[^.;:,()]){3,90}) ban hành$")
_LINE: Final = 600
_LISTED: Final = pattern(r" ?(?:,|;|,? và|; và) {1,3}(?:số:? )?")
_LOOK: Final = 260
_PARTY: Final = ("bộ chính trị", "ban bí thư", "trung ương")


def passive(scan: Scan, position: int) -> tuple[Issuer, int, tuple[str, Span] | None, int] | None:
    """The body that issued what ends at `position`, where its name begins, the day of it, and the end of all."""
    lead = _SUFFERED.match(scan.folded, position)
    body = issuer_at(scan.text, scan.folded, lead.end()) if lead else None
    done = _DONE.match(scan.folded, body.end) if body else None
    if lead is None or body is None or done is None:
        return None
    found = dates.date_at(scan.folded, done.end("day")) if done["day"] else None
    if found is None:
        return body, lead.end(), None, done.start("day") if done["day"] else done.end()
    return body, lead.end(), (found[0], Span(done.end("day"), found[1])), found[1]


def told(scan: Scan, draft: Draft) -> None:
    """Give `draft` the issuer that a sentence tells around it, if it has none."""
    if draft.issuer is not None or draft.kind not in {"numbered", "partial"} or draft.number is None:
        return
    found = _speaker(scan, draft) or _answerer(scan, draft) or _titled(scan, draft)
    if found is not None and fits(draft.number, found[1].name):
        start, issuer = found
        draft.issuer, draft.term = issuer.name, issuer.term or draft.term
        draft.issuer_span = Span(start, issuer.end)


def _speaker(scan: Scan, draft: Draft) -> tuple[int, Issuer] | None:
    """The body that says something in the document: `Tại Công văn số 5/BYT-KCB, Bộ Y tế đề nghị ...`."""
    if _INSIDE.search(scan.folded, max(0, draft.start - 40), draft.start) is None:
        return None
    for end in (draft.stop, draft.head_stop):
        lead = _FRESH.match(scan.folded, end)
        body = issuer_at(scan.text, scan.folded, lead.end()) if lead and "," in lead.group() else None
        if lead and body and _SAID.match(scan.folded, body.end):
            return lead.end(), body
    return None


def _answerer(scan: Scan, draft: Draft) -> tuple[int, Issuer] | None:
    """The body that says something by the document: `Bộ Y tế trả lời tại Công văn số 5/BYT-KCB`."""
    begin = max(0, draft.start - _LOOK)
    window = scan.folded[begin : draft.start]
    said = _SAYING.search(window) if window.rstrip(" ").endswith(_SAYING_ENDS) else None
    if said is None:
        return None
    verb = begin + said.start("verb")
    for place in _BODY.finditer(scan.folded, begin, verb):
        body = issuer_at(scan.text, scan.folded, place.end())
        if body and body.end == verb:
            return place.end(), body
    return None


def _titled(scan: Scan, draft: Draft) -> tuple[int, Issuer] | None:
    """The body that an item of a list of related texts ends with: `- 3Nghị quyết 7/2014/QH13 do Quốc hội ban hành`."""
    end = scan.text.find("\n", draft.start, draft.start + _LINE)
    line = scan.text.rfind("\n", 0, draft.start) + 1
    if end < 0 or not _ITEM.fullmatch(scan.text, line, draft.start) or not scan.text.endswith("ban hành", line, end):
        return None
    put_out = _PUT_OUT.search(scan.folded, draft.head_stop, end)
    body = issuer_at(scan.text, scan.folded, put_out.start("body")) if put_out else None
    return (put_out.start("body"), body) if put_out and body and body.end == put_out.end("body") else None


def shared(scan: Scan, drafts: list[Draft]) -> None:
    """The body behind the titles of one or several: `Nghị quyết 7 về X và Nghị quyết 8 về Y của Bộ Chính trị`."""
    for place, draft in enumerate(drafts):
        if draft.issuer is not None or draft.title_span is None or draft.kind not in {"numbered", "partial"}:
            continue
        last = _LAST.match(
            scan.folded, draft.title_span.start, min(draft.title_span.end + 1, draft.title_span.start + 600)
        )
        if last is None or _MEANT.search(last["title"]):
            continue
        issuer = issuer_at(scan.text, scan.folded, last.end())
        if issuer is None or issuer.end < draft.title_span.end or not _issues(draft, issuer.name):
            continue
        span = Span(last.end(), issuer.end)
        draft.title_span = Span(draft.title_span.start, last.end("title"))
        draft.title = titles.words(scan.text[draft.title_span.start : draft.title_span.end])
        for other in (draft, *_abreast(scan, drafts, place)):
            other.issuer, other.term, other.issuer_span = issuer.name, issuer.term or other.term, span


def listed(scan: Scan, drafts: list[Draft]) -> None:
    """The body in front of a list has issued all of it: `Chính phủ đã ban hành Nghị định A và Nghị định B`.

    It issued members of other types too where their symbols say so: `UBND tỉnh đã chỉ đạo tại Công văn A; Chỉ thị B`.
    """
    for before, draft in pairwise(drafts):
        span = before.issuer_span
        if draft.issuer is not None or span is None or before.issuer is None or span.end > before.start:
            continue
        full = before.kind == draft.kind == "numbered" and draft.number is not None
        ends = {before.head_stop, before.stop}
        near = full and any(e <= draft.start and _LISTED.fullmatch(scan.folded, e, draft.start) for e in ends)
        if near and _likewise(before, draft, before.issuer):
            draft.issuer, draft.term, draft.issuer_span = before.issuer, before.term, span


def _likewise(before: Draft, draft: Draft, name: str) -> bool:
    """Whether the body of one member of a list issued the next: its symbol says so, or it is such a one as that."""
    if symbol_of(draft.number or "", name):
        return True
    same = before.type == draft.type and not symbol_of(before.number or "", name)
    return same and fits(draft.number or "", name)


def _abreast(scan: Scan, drafts: list[Draft], place: int) -> list[Draft]:
    """The documents of the same type that a list names right before `drafts[place]`, none with a body of its own."""
    found: list[Draft] = []
    after = drafts[place]
    for before in reversed(drafts[:place]):
        if before.type != after.type or before.issuer is not None or before.kind not in {"numbered", "partial"}:
            break
        if not _JOINED.fullmatch(scan.folded, before.stop, after.start):
            break
        found.append(before)
        after = before
    return found


def _issues(draft: Draft, name: str) -> bool:
    """Whether a body that a title ends with can have issued the document: the symbol says so, or none stands there."""
    number, body = (draft.number or "").upper(), fold(name)
    if "/" not in number and "-" not in number:
        return draft.type in {"NQ", "CT", "KL", "QyĐ"} and body.startswith(_PARTY)
    return number.endswith("TW") if body.startswith(_PARTY) else "TTG" in number


def symbol_of(number: str, name: str) -> bool:
    """Whether the symbol of a number says that a body of this name issued it: `UBND`, `HĐND`, `TTg`, `CP`."""
    symbol, body = number.upper(), fold(name)
    marks = [words for mark, words in _OF.items() if re.search(rf"[/-]{mark}(?!\w)", symbol)]
    return "VPCP" not in symbol and any(word in body for words in marks for word in words)


def fits(number: str, name: str) -> bool:
    """Whether the symbol of a number does not speak against a body: `TTg` is the Prime Minister's alone."""
    symbol, body = number.upper(), fold(name)
    if "VPCP" in symbol or re.search(r"/VP[A-ZĐ]?-", symbol):
        return body.startswith("văn phòng")
    for mark, words in _OF.items():
        if re.search(rf"[/-]{mark}(?!\w)", symbol):
            return any(word in body for word in words)
    return True


_OF: Final = {
    "TTG": ("thủ tướng",),
    "CP": ("chính phủ",),
    "UBND": ("ubnd", "ủy ban nhân dân"),
    "HĐND": ("hđnd", "hội đồng nhân dân"),
    "TW": (*_PARTY, "ban ", "ủy ban kiểm tra"),
    "TU": ("tỉnh ủy", "thành ủy", "đảng bộ tỉnh", "đảng bộ thành phố"),
    r"QH\d\d": ("quốc hội",),
    r"UBTVQH\d\d": ("ủy ban thường vụ quốc hội",),
}
"""What bodies the last group of a symbol stands for."""
