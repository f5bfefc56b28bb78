"""What stands around a citation's number or name: date, issuer, title after it; who issued it and when before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import dates, makers, titles
from loaders.extraction.issuers import Issuer, issuer_at, tidy
from loaders.extraction.lexicon import acts, listed, pattern
from ontology.model import Span

if TYPE_CHECKING:
    from loaders.extraction.reference import Draft, Scan

_S: Final = " {0,24}"
_DATE: Final = pattern(
    rf"{_S},?{_S}\(?{_S}(?:(?:được )?(?:ban hành|ký ban hành|ký|ra)(?: vào)? )?"
    rf"(?:(?:hồi|lúc) \d{{1,2}} giờ (?:\d{{1,2}} (?:phút )?)?)?(?:ngày{_S}){{1,2}}(?=\d)"
)
_PLAIN_DATE: Final = pattern(rf"{_S}\({_S}(?=\d{{1,2}}{_S}[/.-]{_S}\d{{1,2}}{_S}[/.-]{_S}\d{{4}}{_S}\))")
_YEAR: Final = pattern(rf"{_S},?{_S}\(?(?:năm{_S})(?=(?:19|20)\d\d(?!\d))")
_BY: Final = pattern(rf"{_S},?{_S}(?:\({_S})?(?:(?:(?:được )?ban hành{_S})?(?:của|do)|(?:được )?ban hành{_S}bởi){_S}")
_STANDING: Final = pattern(r" (?:trung ương )?(?=(?:về|khóa|\(khóa)(?!\w))")
_BESIDE: Final = pattern(rf" (?=(?:{listed('beside')})(?!\w))")
_SITTING: Final = pattern(r" ?, ?(?:tại )?kỳ họp (?:lần )?(?:thứ [\w-]{1,12}(?: [a-zà-ỹ]{2,4}(?= về))?|chuyên đề)")
_ISSUED: Final = pattern(r" (?:đã )?(?:ký )?ban hành(?!\w)")
_SIGNED: Final = pattern(r" (?:đã )?(?:ban hành|ký|ra|công bố|thông qua|phê duyệt)(?!\w)|[ ]?[)(;.,]|$")
_HELD_BY: Final = pattern(r" (?=hội nghị (?:lần thứ|trung ương|bch|ban chấp hành) )")
_CLOSE: Final = pattern(rf"{_S}\)")
_ISSUES: Final = ("ban hành", "ra", "có", "ký", "phát đi", "phát hành", "thông qua", "phê duyệt", "xây dựng")
_VERB: Final = pattern(
    r"[ ,](?P<verb>(?:(?:mới đây|vừa qua|đã|vừa|mới|cũng|có|tiếp tục|bổ sung|kịp thời|chính thức|khẩn trương|"
    rf"xây dựng và|xây dựng,|biểu quyết|ký|phải|cho) ){{0,4}}(?:{'|'.join(_ISSUES)})) "
    r"(?:(?:một số|các|nhiều) [^.;:\n]{2,40}, {0,24}trong đó có )?$"
)
_VERB_ENDS: Final = tuple({verb.split()[-1] for verb in _ISSUES})  # and the `có` of `trong đó có`
_WHEN: Final = pattern(
    r"(?:(?:sáng|chiều|tối|trong) )?(?:ngày )?(?<!\d)\d{1,2}(?!\d)(?:(?!\. )[^,;:\n]){2,26}"
    r"(?:, {0,24}(?:tại [^,.;]{2,30}, {0,3})?| )$"
)
# Where a body may begin. One set of characters begins the pattern: `re` skips all others without trying the ways.
_START: Final = pattern(
    r"[.,;:\n(\"“>\-vđktsm\d](?:(?<=[.,;:\n(\"“>-])|(?<=\bv)à|(?<=\bđ)ó|(?<=\bk)hi|(?<=\bt)rạng|(?<=\bs)au|(?<=\bm)ưu"
    r"|(?<=\d)(?= ))[ \n]{0,24}(?=\w)"
)
_FIRST: Final = re.compile(r"[ \n]{0,24}(?=\w)")
_ABOUT: Final = pattern(r" (?:về|v/v|của)(?!\w)")
_SIGNER: Final = re.compile(r" (?:[A-ZĐÀ-Ỹ]\w{1,7} ){2,5}")  # `Bộ trưởng Bộ Nội vụ Trần Văn A ký ban hành`
_UPON: Final = pattern(
    r",? (?:vào )?(?:sáng |chiều |tối )?ngày (?P<day>\d[^,;:()]{3,22}?) ?,? ?"
)  # `Bộ Y tế ngày 3/4 đã ra`
_FOR: Final = pattern(r"(?<!\w)(?:thay mặt|t/m|tm\.) {1,9}")
_FOR_WORDS: Final = ("thay ", "t/m", "tm.")
_OVER: Final = pattern(r"[;:.](?: |$)")
_ALIAS: Final = pattern(
    r" ?\((?:sau đây |dưới đây )?(?:gọi|viết)(?: chung| tắt)* là[^()]{2,60}\)(?=,? {1,9}(?:về|v/v) )"
)
_COUNCIL: Final = pattern(
    r"(?<=đnd|bnd) (?:tỉnh|thành phố|huyện|quận|thị xã|xã)(?=,? ngày \d)"
)  # `5/NQ-HĐND tỉnh ngày`
_ADOPTED: Final = pattern(rf"{_S},?{_S}(?:đã )?được (?=(?:ủy ban thường vụ )?quốc hội(?!\w))")
_SESSION: Final = r"kỳ họp (?:bất thường )?(?:lần )?thứ (?:\d{1,2}|[^\W\d]{1,5}(?: [^\W\d]{2,4})?)"
_PASSED: Final = pattern(
    r"(?: nước (?:cộng hòa xã hội chủ nghĩa|chxhcn|việt nam dân chủ cộng hòa)(?: việt nam)?)?"
    rf"(?:[ ,]{{1,3}}(?:tại )?(?:khóa [ivxlc\d]{{1,5}}|{_SESSION})(?= |,)){{0,2}}[ ,]{{1,3}}"
    rf"(?:đã )?thông qua(?: tại {_SESSION})?,? (?:ngày ){{1,2}}(?=\d)"
)
_STATUTES: Final = frozenset({"L", "BL", "PL", "HP", "NQ"})
_ISSUED_ACTS: Final = frozenset({"NQ", "NĐ", "TT", "QĐ", "CT", "TB", "CV", "CĐ", "KH", "CTr"})
_LETTERS: Final = frozenset({"TTr", "CV", "BC", "TB", "CĐ", "CT", "KL", "KH", "CTr"})
_OFFICE: Final = pattern(
    r"(?:phó )?(?:chủ tịch|thủ tướng|thứ trưởng|bộ trưởng|giám đốc|cục trưởng|chánh văn phòng)(?!\w)"
)
_FAMILY: Final = re.compile(
    r"(?<!quận)(?<!huyện)(?<!phường)(?<!xã)(?<!trấn)(?<!tỉnh)(?<!phố) "  # no place: `Chủ tịch UBND quận Lê Chân`
    r"(?=(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Dương|Trịnh|Đinh|Đoàn|Lương|Trương|Mai|Cao)"
    r" [A-ZĐÀ-Ỹ])"
)
# A committee named by what it is for: `Ban Chỉ đạo thực hiện Quy chế dân chủ của Thành ủy ban hành`.
_COMMITTEE: Final = re.compile(r"(?:Ban Chỉ đạo|Tiểu ban|Tổ công tác|Ban Vận động)(?: [^,;:.()\n]{4,120})? ")
_MOST_BODIES: Final = 8
_AND: Final = pattern(r"(?:,| và|, và) (?=\w)")
_TAKES: Final = frozenset({"numbered", "partial", "plenum"})


def attach(scan: Scan, draft: Draft) -> None:
    """Give `draft` the date, issuer, term and title that follow it."""
    council = _COUNCIL.match(scan.folded, draft.end) if draft.kind == "numbered" else None
    end = _dated(scan, draft, council.end() if council else _adopted(scan, draft))
    end = _issued(scan, draft, end)
    end = _dated(scan, draft, end)
    end = _suffered(scan, draft, end)
    if draft.type in _LETTERS:
        end = titles.addressed(scan.folded, end)
    draft.head_stop = draft.stop = end
    if draft.gathering is not None and draft.issuer is None:
        gathering = draft.gathering
        draft.issuer, draft.term = tidy(scan.text[gathering.start : gathering.end]), gathering.term
        draft.issuer_span = Span(gathering.start, gathering.end)
    full = bool(draft.date or draft.issuer) and draft.kind != "plenum"
    alias = _ALIAS.match(scan.folded, end)
    if alias:
        end = alias.end()
    title = titles.title_at(scan.breaks, scan.folded, end, full=full or draft.type in {"KH", "CTr", "ĐA"})
    if title:
        draft.title = titles.words(scan.text[title.start : title.end])
        draft.title_span = Span(title.start, title.end)
        draft.stop = title.stop
        _suffered(scan, draft, title.end)


def _adopted(scan: Scan, draft: Draft) -> int:
    """The end after a statute's adoption, which dates it: `được Quốc hội khóa XI thông qua ngày 26/11/2003`."""
    lead = _ADOPTED.match(scan.folded, draft.end) if draft.type in _STATUTES else None
    issuer = issuer_at(scan.text, scan.folded, lead.end()) if lead else None
    passed = _PASSED.match(scan.folded, issuer.end) if issuer else None
    found = dates.date_at(scan.folded, passed.end()) if passed else None
    if lead is None or issuer is None or passed is None or found is None:
        return draft.end
    if draft.date is None or len(draft.date) == len("2003"):
        draft.date, draft.end = found
        draft.date_span = Span(passed.end(), draft.end)
        return draft.end
    return found[1]


def _suffered(scan: Scan, draft: Draft, position: int) -> int:
    """The end after the body by which it was issued, and the day: `được Bộ Y tế ban hành ngày 3/4/2023`."""
    made = makers.passive(scan, position) if draft.issuer is None and draft.number is not None else None
    if made is None:
        return position
    body, start, day, end = made
    _take(draft, body, start)
    if day is not None and (draft.date is None or len(draft.date) == len("2003")):
        draft.date, draft.date_span = day
    return end


def _dated(scan: Scan, draft: Draft, position: int) -> int:
    """The end after a date at `position`, which `draft` takes if it has none."""
    if draft.date is not None and len(draft.date) > 4:
        return position
    lead = _DATE.match(scan.folded, position) or _PLAIN_DATE.match(scan.folded, position)
    if lead is not None and "\n" in (between := scan.text[position : lead.end()]) and "Ngày" in between:
        lead = None  # a new sentence
    found = dates.date_at(scan.folded, lead.end()) if lead else None
    if lead is None:
        lead = _YEAR.match(scan.folded, position)
        found = dates.year_at(scan.folded, lead.end()) if lead and draft.date is None else None
    if lead is None or found is None:
        return position
    draft.date, end = found
    draft.date_span = Span(lead.end(), end)
    if position == draft.end and "(" not in lead.group():
        draft.end = end
    return _closed(scan, lead, end)


def _closed(scan: Scan, lead: re.Match[str], end: int) -> int:
    close = _CLOSE.match(scan.folded, end) if "(" in lead.group() else None
    return close.end() if close else end


def _issued(scan: Scan, draft: Draft, position: int) -> int:
    """The end after `của` or `do` and a body at `position`, which becomes the issuer."""
    by = _BY.match(scan.folded, position) or _HELD_BY.match(scan.folded, position)
    issuer = issuer_at(scan.text, scan.folded, by.end()) if by else None
    if by is None or issuer is None:
        return _beside(scan, draft, position)
    if by.group().strip(" ,(") == "do" and not _SIGNED.match(scan.folded, issuer.end):
        return position  # `do Bộ Y tế chủ trì`
    issuer = _jointly(scan, draft, by.end(), issuer)
    _take(draft, issuer, by.end())
    sitting = _SITTING.match(scan.folded, issuer.end)
    end = sitting.end() if sitting else issuer.end
    if "do" in by.group() and (done := _ISSUED.match(scan.folded, end)):
        end = done.end()
    return _closed(scan, by, end)


def _jointly(scan: Scan, draft: Draft, start: int, first: Issuer) -> Issuer:
    """The bodies that issue together: `của Bộ trưởng Bộ A, Bộ trưởng Bộ B và Chủ tịch C hướng dẫn ...`.

    Only a joint circular has several, and only where its title follows the last.
    """
    end = first.end
    for _ in range(_MOST_BODIES if draft.type == "TTLT" else 0):
        link = _AND.match(scan.folded, end)
        body = issuer_at(scan.text, scan.folded, link.end()) if link else None
        if body is None:
            break
        end = body.end
    if end == first.end or titles.title_at(scan.breaks, scan.folded, end, full=True) is None:
        return first
    return Issuer(end, tidy(scan.text[start:end]), first.term)


def _beside(scan: Scan, draft: Draft, position: int) -> int:
    """The end after a body right beside the number, before `về` (`Chỉ thị số 4-CT/TU Tỉnh ủy về ...`)."""
    lead = _BESIDE.match(scan.folded, position) if draft.issuer is None else None
    issuer = issuer_at(scan.text, scan.folded, lead.end()) if lead else None
    if lead is None or issuer is None or not _STANDING.match(scan.folded, issuer.end):
        return position
    _take(draft, issuer, lead.end())
    return issuer.end


def _take(draft: Draft, issuer: Issuer, start: int) -> None:
    draft.issuer, draft.term = issuer.name, issuer.term or draft.term
    draft.issuer_span = Span(start, issuer.end)


def fronted(scan: Scan, draft: Draft) -> None:
    """Issuer and date from a clause that says who issued the document: `Ngày 15/3, ISSUER ban hành Kế hoạch số ...`."""
    act = draft.kind == "plan" and draft.type in _ISSUED_ACTS
    passed = draft.kind == "named" and draft.type in _STATUTES
    if not (act or passed) and (draft.kind not in _TAKES or draft.number is None):
        return
    if draft.issuer and draft.date:
        return
    begin = max(0, draft.start - 220)
    window = scan.folded[begin : draft.start]
    verb = _VERB.search(f" {window}") if window.rstrip(" \n").endswith(_VERB_ENDS) else None
    if verb is None:
        return
    end = begin + verb.start("verb") - 1
    subject = _on_behalf(scan, begin, end) or _subject(scan, begin, end)
    if subject is None:
        return
    start, issuer = subject
    if draft.issuer is None:
        _take(draft, issuer, start)
    if draft.date is None:
        draft.date = _day_before(scan, start) or _day_between(scan, issuer.end, end)


def _on_behalf(scan: Scan, begin: int, end: int) -> tuple[int, Issuer] | None:
    """The body for which somebody signs: `Thay mặt Ban Bí thư, đồng chí Trần Văn A đã ký ban hành ...`."""
    if not any(word in scan.folded[begin:end] for word in _FOR_WORDS):
        return None
    for match in _FOR.finditer(scan.folded, begin, end):
        issuer = issuer_at(scan.text, scan.folded, match.end())
        if issuer and not _OVER.search(scan.folded, issuer.end, end):
            person = scan.folded.rfind(", ", begin, match.start() - 2)
            return (person + 2 if person >= 0 else match.start()), issuer
    return None


def _subject(scan: Scan, begin: int, end: int) -> tuple[int, Issuer] | None:
    """The body whose name ends right before `end`."""
    window = scan.text[begin:end]
    first = _FIRST.match(window)
    for match in (*((first,) if first else ()), *_START.finditer(window, first.end() if first else 0)):
        start = begin + match.end()
        issuer = _unnamed(scan, start, issuer_at(scan.text, scan.folded, start))
        if issuer and (
            not scan.folded[issuer.end : end].strip(" ")
            or _SIGNER.fullmatch(scan.text, issuer.end, end)
            or _UPON.fullmatch(scan.folded, issuer.end, end)
        ):
            return start, issuer
        if _COMMITTEE.fullmatch(scan.text, start, end):
            return start, Issuer(start + len(scan.text[start:end].rstrip()), tidy(scan.text[start:end].rstrip()))
    return None


def _unnamed(scan: Scan, start: int, issuer: Issuer | None) -> Issuer | None:
    """The office without the name of who holds it: `Phó Chủ tịch UBND tỉnh` of `Phó Chủ tịch UBND tỉnh Nguyễn Thị`."""
    if issuer is None or not _OFFICE.match(scan.folded, start):
        return issuer
    person = _FAMILY.search(scan.text, start, issuer.end)
    if person is None:
        return issuer
    return Issuer(person.start(), tidy(scan.text[start : person.start()]), issuer.term)


def _day_between(scan: Scan, start: int, end: int) -> str | None:
    """The day between the body and its verb, where its year is given: `Bộ Y tế ngày 3/4/2023 đã ban hành`."""
    upon = _UPON.fullmatch(scan.folded, start, end)
    found = dates.date_at(scan.folded, upon.start("day")) if upon else None
    return found[0] if found else None


def _day_before(scan: Scan, position: int) -> str | None:
    """The day that a clause opens with right before `position`, in the page's year where it states none."""
    begin = max(0, position - 60)
    when = _WHEN.search(scan.folded[begin:position])
    line, broken, _ = scan.text[begin + when.start() : position].partition("\n") if when else ("", "", "")
    if when is None or (broken and not line.rstrip().endswith(",")):
        return None  # a line of its own: the day of the page
    start = begin + when.start()
    if re.search(r"[\d/.-]$", scan.folded[begin:start]):
        return None  # the middle of a longer date
    start += len(re.match(r"(?:(?:sáng|chiều|tối|trong) +)?", scan.folded[start:position]).group())  # type: ignore[union-attr]
    full = dates.date_at(scan.folded, start)
    if full:
        return None if _ABOUT.match(scan.folded, full[1]) else full[0]  # `Chỉ thị số 4-CT/TU, ngày 3/5/2021 về ...`
    day = dates.day_at(scan.folded, start)
    if day is None or scan.published is None:
        return None
    iso = dates.with_year(day[0], day[1], scan.published[:4])
    if iso and iso > scan.published:
        iso = dates.with_year(day[0], day[1], str(int(scan.published[:4]) - 1))
    return iso


def _heads_list(scan: Scan, draft: Draft) -> bool:
    """Whether a heading is part of the first member's name: `các Nghị định của Chính phủ: số A; số B`."""
    span, number = draft.issuer_span, draft.number_span
    if span is None or number is None or not draft.start < span.start < number.start:
        return False
    return ":" in scan.text[span.end : number.start] and scan.folded.endswith("các ", 0, draft.start)


_PROPOSED: Final = pattern(
    r"(?:đề nghị|kiến nghị|ý kiến|đề xuất|báo cáo|yêu cầu|chỉ đạo|tham mưu|hướng dẫn|thông báo|; {0,3}) {0,24}của "
    r"(?P<body>(?:(?! tại (?:chỉ|công|thông|kết|văn|tờ|báo))[^;.]){3,120}),? tại "
    r"(?:các |văn bản )?(?:(?:văn bản|tờ trình|báo cáo) ?:? {0,24})?$"
)


_GROUPED: Final = pattern(
    rf"(?:các|những|\d{{1,2}}) {{1,24}}(?:{acts()}|kế hoạch|chương trình|đề án) {{1,24}}của {{1,24}}"
    r"(?P<body>[^;:.,]{3,80}?),?(?: (?:gồm|như|bao gồm|cụ thể|sau))?(?: ?: ?(?:số ?:? ?)?| (?:số ?:? ?)?)$"
)
_PUT_OUT: Final = pattern(
    rf"(?P<verb> (?:(?:đã|vừa|mới|đã kịp thời) ){{0,2}}(?:ban hành|thông qua|ký|ký ban hành|có|công bố)) "
    rf"(?:các|những|\d{{1,2}}|hai|ba|bốn|năm) (?:{acts()}|kế hoạch|chương trình|đề án)(?: [^;:.,]{{2,40}})?"
    r"(?:,? (?:gồm|bao gồm|đó là|là))? ?:? ?$"
)
_NEXT: Final = pattern(rf"{_S}(?:[,;]{_S}(?:và{_S})?|và{_S})(?:số{_S}:?{_S})?")
_BARE: Final = pattern(rf"(?:[^\W\d]+ [^\W\d]+ của [^;:.,]{{3,80}}?{_S}:?{_S})?(?:(?:số|sô){_S}:?{_S})?")


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
        if put_out := _listed_by(scan, draft):
            _take(draft, put_out[1], put_out[0])
            first = last = draft
            continue
        if not (last and _follows(scan, last, draft)) and not _BARE.fullmatch(scan.folded, draft.start, number.start):
            continue
        begin = max(0, number.start - 150)
        match = _GROUPED.search(scan.folded[begin : number.start])
        issuer = issuer_at(scan.text, scan.folded, begin + match.start("body")) if match else None
        if match and issuer and issuer.end == begin + match.end("body"):
            _take(draft, issuer, begin + match.start("body"))
            first = last = draft
        elif first is not None and last is not None and _follows(scan, last, draft):
            draft.issuer, draft.issuer_span, draft.term = first.issuer, first.issuer_span, first.term
            last = draft


def _follows(scan: Scan, last: Draft, draft: Draft) -> bool:
    """Whether a document is the next of a list of its type."""
    return draft.type == last.type and _NEXT.fullmatch(scan.folded, last.stop, draft.start) is not None


def _listed_by(scan: Scan, draft: Draft) -> tuple[int, Issuer] | None:
    """The body that has put out the documents of which a list begins: `Bộ Y tế đã ban hành 3 thông tư: A, B và C`."""
    begin = max(0, draft.start - 200)
    match = _PUT_OUT.search(scan.folded[begin : draft.start])
    return _subject(scan, begin, begin + match.start("verb") + 1) if match else None


def proposed(scan: Scan, drafts: list[Draft]) -> None:
    """Letters take the body that proposes by them (`theo đề nghị của Bộ Y tế tại Tờ trình số ...`)."""
    last: tuple[str, Span, int] | None = None
    for draft in drafts:
        if draft.type not in _LETTERS or draft.issuer is not None or draft.kind != "numbered":
            continue
        begin = max(0, draft.start - 200)
        match = _PROPOSED.search(scan.folded[begin : draft.start])
        if match:
            start = begin + match.start("body")
            issuer = issuer_at(scan.text, scan.folded, start)
            if issuer is None:
                continue
            _take(draft, issuer, start)
            last = (issuer.name, Span(start, issuer.end), draft.head_stop)
        elif last and re.fullmatch(
            r"[ ,]*(?:và )?[ ]*(?:các )?[ ]*[^\W\d ]{0,12}[ ]?:? *", scan.folded[last[2] : draft.start]
        ):
            draft.issuer, draft.issuer_span = last[0], last[1]
            last = (last[0], last[1], draft.head_stop)
