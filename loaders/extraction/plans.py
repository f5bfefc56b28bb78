"""Plans, programmes, schemes, regulations and strategies that have no number: named by what they are for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from loaders.extraction import dates, moods, planends, sessions, titles
from loaders.extraction.datedacts import dated
from loaders.extraction.examined import examined
from loaders.extraction.issuers import issuer_at
from loaders.extraction.lexicon import acts, listed, pattern
from loaders.extraction.reference import Draft
from loaders.extraction.tails import SITTING
from ontology.model import Span

if TYPE_CHECKING:
    from loaders.extraction.anchors import Anchor
    from loaders.extraction.reference import Scan

_S: Final = " {1,24}"
_NAME: Final = pattern(rf" (?=[\w“\"])(?!(?:{listed('not_plan_name')})(?!\w))")
_ISSUED: Final = pattern(rf"(?:{listed('carries_out')})(?: (?:kèm theo )?(?:{acts()}) này)? (?:[“\"] {{0,3}})?$")
_CHANGED: Final = pattern(r"(?:sửa đổi|bổ sung|bãi bỏ|thay thế)[^.;:]{0,60} (?:điều|khoản|điểm|nội dung|mục) của $")
_WEAK: Final = frozenset({"QyĐ", "QC", "ĐL", "KHÁC"})
_OF_ACT: Final = pattern(rf" (?:của|trong|này) (?:các )?(?:{acts()}|nhà nước|đảng(?! bộ| ủy| đoàn)|pháp)(?!\w)")
# What a committee is named after: `Ban Chỉ đạo thực hiện Quy chế nếp sống chợ tỉnh`.
_OF_COMMITTEE: Final = pattern(
    r"ban chỉ đạo(?: (?:xây dựng|triển khai|tổ chức|công tác|và|thực hiện|về))* $|ban điều hành(?: thực hiện)? $"
)
_SET_UP: Final = pattern(rf"(?:{listed('sets_up')}) (?:[“\"] {{0,3}})?$")
_FOR_ACT: Final = pattern(
    r" (?:hành động )?(?:của [\w ,-]{2,60}? )?(?:tổ chức )?(?:triển khai )?(?:thực hiện|triển khai) "
    rf"(?:các )?(?:{acts()})(?!\w)"
)
# A line or an item begins here, or the subject of another document.
_NO_SENTENCE: Final = pattern(
    r"(?:(?<!\w)(?:về(?: việc)?|trích yếu|tên) |(?:^|[.):\n])\s{0,12}(?:[-+*•]\s{0,3})?)[“\"]?$"
)
_ITS_BODY: Final = pattern(r"(?: hành động| công tác)? của (?=\w)")
_FOR_ACT_THEN: Final = pattern(
    r"(?: (?:giai đoạn|đến năm|nhiệm kỳ|năm)(?: [\w/-]+){1,6}?)?,? (?:về (?:việc )?)?(?:tổ chức )?"
    rf"(?:triển khai |tiếp tục )?(?:thực hiện|triển khai) (?:các )?(?:{acts()})(?!\w)"
)
_UNION: Final = pattern(r" (?=(?:đoàn|hội|công đoàn|liên đoàn|liên hiệp|mặt trận)(?!\w))")
# Rules that every body of a kind has, or anybody: `Quy chế làm việc của cấp ủy`, `Quy chế phối hợp, nhất là`.
_ANY_BODY: Final = pattern(
    r" làm việc của (?:các )?(?:cấp ủy|đơn vị|cơ quan|ủy ban kiểm tra|chi bộ|mình)"
    r"(?! (?:tỉnh|huyện|quận|thành|thị|đảng|quân|xã|phường|trung ương|cơ sở)(?!\w))"
    r"|(?<=chế) (?:phối hợp|làm việc|hoạt động) ?[,.;:]"
)
# What a union or association does in one year: `chương trình công tác Đoàn và phong trào thanh niên năm 2024`.
_YEARS_WORK: Final = pattern(
    r" công tác (?:đoàn|hội|mặt trận|công đoàn|đội)(?: và phong trào [^;:.,()“”]{4,40}?)?"
    r" (?:năm(?: học)?|nhiệm kỳ) \d{4}(?!\d)"
)
_MORE_WORK: Final = pattern(r"(?:thực hiện|triển khai) chương trình công tác [^.;:\n]{4,80}?(?:,| và) $")
_PARTY: Final = pattern(r" đảng(?: cộng sản việt nam)?(?!\w)")
_PARTY_ACTS: Final = frozenset({"NQ", "KL", "CT"})
_AGREED: Final = pattern(r"ký kết (?:[“\"] {0,3})?$")
_IN_LISTS: Final = frozenset({"NQ", "CT", "KL", "ĐA"})
_QUOTED: Final = pattern(r" về (?:việc )?(?=[“\"])")
_LISTED: Final = pattern(r"(?:thực hiện|triển khai|quán triệt|học tập|phổ biến|truyền đạt|[;,:]|(?<!\w)và)\s{1,3}$")
_LISTED_ENDS: Final = ("hiện", "khai", "triệt", "tập", "biến", "đạt", ";", ",", ":", "và")
_WORK_OF: Final = pattern(r" làm việc(?: mẫu)? của (?=\w)")
_MORE_BODIES: Final = pattern(r"(?:,| và|, và) (?:các (?=ban )|(?:tổ )?đại biểu )?(?=\w)")
_TERM_YEARS: Final = pattern(r",? ?\(?(?:khóa [ivxl]{1,6},? ?)?\(?nhiệm kỳ ?\(? ?\d{4} {0,3}[-–] {0,3}\d{4} ?\)?")
_MADE: Final = pattern(r"(?:sửa đổi|bổ sung|thông qua|dự thảo|góp ý|xây dựng|kèm theo|quyết định)(?: \w+){0,3} [“\"]?$")
_BODIES_LONG: Final = 240
_BY: Final = pattern(r" của ")
_ON_DAY: Final = pattern(r" {1,3}ngày {1,3}(?=\d)")
_DRAFTED: Final = pattern(rf"(?:{listed('drafted')})(?: \w+){{0,3}} [“\"]?$")
_PART_OF_BODY: Final = pattern(
    r"(?:(?:viện|ban|trung tâm) nghiên cứu|viện|vụ|cục|ban|phòng|học viện|tạp chí|chính sách,?) $"
)
_CARRIED_OUT: Final = pattern(r"thực hiện $")
_PUT_OUT: Final = pattern(r"(?:ban hành|ra|ký|có|thông qua|phát đi) $")
_TAKEN_UP: Final = pattern(
    r"(?:thực hiện|triển khai|thi hành|quán triệt|học tập|phổ biến|cụ thể hóa|thể chế hóa"
    r"|căn cứ|căn cứ vào|căn cứ theo) $"
)
_ONE_MORE: Final = pattern(
    r"(?<!\w)(?:thực hiện|triển khai|quán triệt|học tập|phổ biến) (?:nghị quyết|chỉ thị|kết luận|luật)(?!\w)"
    r"[^.;:\n]{4,130}?(?:,| và|, và) $"
)
"""A list of what is taken up, whose next member an act is."""
_OF: Final = pattern(r"(?: chuyên đề)? của (?=\w)")
_STATE: Final = pattern(
    r" của (?:thủ tướng chính phủ|chính phủ|ủy ban thường vụ quốc hội|bộ chính trị|ban bí thư)(?!\w)"
)
_ABOUT: Final = pattern(r" (?:\([^()]{1,20}\) |chuyên đề )?về (?:việc )?(?=[\w“\"])")
_SENT: Final = pattern(r" gửi (?!kèm)[^;:.“”\"]{3,200}? về (?:việc )?(?=[\w“\"])")  # `Công văn gửi các sở về việc X`
_ACTS: Final = pattern(rf" (?:chuyên đề (?=về ))?(?=(?:{listed('act_verb')})(?!\w))")
_OWNER: Final = pattern(r" của (?=\w)")
_OF_PLACE: Final = pattern(  # `Đề án của huyện về “X”`
    r" của (?:huyện|tỉnh|thành phố|thị xã|xã|phường|quận|ngành|cơ quan|đơn vị|nhà trường|hội) về (?:việc )?(?=[“\"])"
)
_ITS: Final = pattern(r" về (?:việc )?(?=[\w“\"])")
_CLOSED: Final = pattern('[“"] {0,2}(?P<title>[^“”"]{4,400})[”"]')
_YEARS_BY: Final = pattern(r"(?:(?<=\d\d\d\d)|(?<=khóa)) của |(?<=[”\"]) {0,3}của ")
_SEVERAL: Final = ("các", "những", "nhiều", "một số")
_ACT_WORD: Final = pattern(rf"(?<!\w)(?:{acts()})(?!\w)")
_PLURAL: Final = pattern(rf"(?:{'|'.join(_SEVERAL)}|\d{{1,3}}) (?:[“\"] {{0,3}})?$")
_PLURAL_ENDS: Final = tuple(words.split()[-1] for words in _SEVERAL)
_OF_PART: Final = pattern(r"(?:điều|khoản|điểm|mục|lục|chương|phần|số|tháng|năm) \d{1,3} $")
_YEARS: Final = pattern(r"[^;.:,]{0,160}?(?:19|20)\d\d(?!\w)")
_IN_TITLE: Final = pattern(r"(?:nghị quyết|kết luận|chỉ thị)(?!\w)[^.;:“”]{0,80} về (?:việc )?$")  # it is its subject
_ACT_BEFORE: Final = pattern(
    r"(?<!\w)(?:nghị quyết|nghị định|thông tư|thông tư liên tịch|quyết định|luật) (?:về (?:việc )?)?$"
)
_ACT_ENDS: Final = ("quyết", "định", "tư", "tịch", "luật", "về", "việc")  # the last words of that
_CARRYING: Final = frozenset({"CTr", "KH", "ĐA"})
_SCHEMES: Final = frozenset({"ĐA", "CTr"})
_PERIOD: Final = pattern(r"(?:giai đoạn|đến năm|năm|nhiệm kỳ) (?:19|20)\d\d(?!\d)")
_NAME_LEAST: Final = 4
_MOST: Final = 900
_LOOKED_BACK: Final = 160


def plan_at(scan: Scan, anchor: Anchor) -> list[Draft]:
    """The unnumbered instrument named at `anchor`, if one is."""
    if anchor.role not in {"plan", "act"}:
        return []
    if (end := _of_bodies(scan, anchor)) is not None:
        return [_statute(scan, anchor, end)]
    several = sessions.quoted(scan, anchor) if anchor.code in _IN_LISTS else []
    return several or (_act if anchor.role == "act" else _plan)(scan, anchor)


def _plan(scan: Scan, anchor: Anchor) -> list[Draft]:
    """The plan, programme, scheme, regulation or strategy named at `anchor`, if one is."""
    lead = _NAME.match(scan.folded, anchor.end)
    if lead is None:
        return []
    left = scan.folded[max(0, anchor.start - 90) : anchor.start]
    capital = scan.text[anchor.start].isupper()
    shouted = anchor.code in _WEAK and scan.text[anchor.start : anchor.end].isupper()
    if shouted and not (_ISSUED.search(left) or _CHANGED.search(left)):
        capital = False  # a title in capitals: `... VỀ QUY ĐỊNH HÀNH CHÍNH`
    issued = _SET_UP if anchor.code in _WEAK else _ISSUED
    capital = capital or (anchor.code == "CTr" and _YEARS_WORK.match(scan.folded, anchor.end) is not None)
    capital = capital or _FOR_ACT.match(scan.folded, anchor.end) is not None or _of_body(scan, anchor, left)
    capital = capital or (_AGREED.search(left) is not None and _YEARS.match(scan.folded, anchor.end) is not None)
    if _no_plan(scan, anchor, left) or not (capital or issued.search(left)) or _OF_ACT.match(scan.folded, anchor.end):
        return []
    word = scan.folded.find("hành động", anchor.start, anchor.end)
    local = _OF_PLACE.match(scan.folded, anchor.end)
    return _named(scan, anchor, word if word > 0 else local.end() if local else lead.end())


def _of_body(scan: Scan, anchor: Anchor, left: str) -> bool:
    """Whether a plan is told, in a list or by a verb, with its body and subject: `, kế hoạch của Huyện ủy về X`."""
    if anchor.code in _WEAK:
        return False  # `thực hiện quy định của Chính phủ về X`: what is laid down, wherever it stands
    of = _OWNER.match(scan.folded, anchor.end)
    of = of if of and left.rstrip().endswith(_LISTED_ENDS) and _LISTED.search(left) else None
    issuer = issuer_at(scan.text, scan.folded, of.end()) if of else None
    return issuer is not None and _ITS.match(scan.folded, issuer.end) is not None


def _of_bodies(scan: Scan, anchor: Anchor) -> int | None:
    """Where the name ends of a statute or working regulation that is told by the body it is of."""
    if anchor.code == "ĐL":
        return _member_body(scan, anchor.end)
    return _working(scan, anchor) if anchor.code == "QC" else None


def _no_plan(scan: Scan, anchor: Anchor, left: str) -> bool:
    """Whether the words before make a plural of the word, or a verb: `Nghị quyết Quy định mức thu ...`."""
    if anchor.code == "QyĐ" and left.rstrip().endswith(_ACT_ENDS) and _ACT_BEFORE.search(left):
        return True
    if anchor.code == "KHÁC" and scan.folded[anchor.end : anchor.end + 2].lstrip()[:1].isdigit():
        return True  # `Dự án 8`: a part of a programme
    if scan.text[anchor.start - 1 : anchor.start] == " " and _OF_COMMITTEE.search(left):
        return True
    word = left.rstrip(' \n“"')
    plural = word.endswith(_PLURAL_ENDS) or word[-1:].isdigit()
    return plural and bool(_PLURAL.search(left)) and not _OF_PART.search(left)


def _act(scan: Scan, anchor: Anchor) -> list[Draft]:
    """An act without a number that somebody issues: `ban hành Thông tư hướng dẫn ...`, `ra thông tư bãi bỏ ...`.

    Or one that somebody carries out, named by its body and subject: `thực hiện Chỉ thị của Thủ tướng Chính phủ về ...`.
    """
    if known := examined(scan, anchor) or dated(scan, anchor):
        return known
    left = scan.folded[max(0, anchor.start - 40) : anchor.start]
    sent = _SENT.match(scan.folded, anchor.end) if anchor.code == "CV" else None
    lead = sent or _ACTS.match(scan.folded, anchor.end)
    if lead is not None and _PUT_OUT.search(left):
        if moods.has(scan.folded, _clause(scan, anchor.start), anchor.start, moods.UNDONE):
            return []  # `sẽ ban hành`, `trình Chính phủ ban hành`
        about = sent or _ABOUT.match(scan.folded, anchor.end)
        return _named(scan, anchor, about.end(), least=1) if about else _named(scan, anchor, lead.end())
    quoted = _QUOTED.match(scan.folded, anchor.end) if anchor.code in _PARTY_ACTS else None
    if quoted is not None and scan.text[anchor.start].isupper() and _LISTED.search(left):
        return _named(scan, anchor, quoted.end(), least=4)
    of = _OF.match(scan.folded, anchor.end) if _taken_up(scan, anchor) else None
    issuer = issuer_at(scan.text, scan.folded, of.end()) if of else None
    sitting = SITTING.match(scan.folded, issuer.end) if issuer else None
    about = _ABOUT.match(scan.folded, sitting.end() if sitting else issuer.end) if issuer else None
    if of is None or issuer is None or about is None:
        return []
    found = _named(scan, anchor, about.end())
    for draft in found:
        draft.issuer, draft.issuer_span, draft.term = issuer.name, Span(of.end(), issuer.end), issuer.term
    return found


def _taken_up(scan: Scan, anchor: Anchor) -> bool:
    """Whether an act is what a verb takes up, alone or as the next of a list; in small letters only by one verb."""
    left = scan.folded[max(0, anchor.start - 160) : anchor.start]
    if _TAKEN_UP.search(left):
        return scan.text[anchor.start].isupper() or _STATE.match(scan.folded, anchor.end) is not None
    return scan.text[anchor.start].isupper() and left.endswith((" và ", ", ")) and bool(_ONE_MORE.search(left))


def _clause(scan: Scan, position: int) -> int:
    """Where the clause of `position` begins, as far as 160 characters before it show."""
    low = max(0, position - _LOOKED_BACK)
    return max(low, *(scan.folded.rfind(stop, low, position) + 1 for stop in (". ", "; ", ": ", "\n")))


def _member_body(scan: Scan, position: int) -> int | None:
    """Where the name ends of the party, union or association whose statute is named: `Điều lệ Hội Cựu chiến binh`."""
    party = _PARTY.match(scan.folded, position)
    lead = None if party else _UNION.match(scan.folded, position)
    issuer = issuer_at(scan.text, scan.folded, lead.end()) if lead else None
    return party.end() if party else issuer.end if issuer else None


def _working(scan: Scan, anchor: Anchor) -> int | None:
    """Where the name of bodies' working regulation ends that is no new one: `Căn cứ Quy chế làm việc của Huyện ủy`."""
    lead = None if _ANY_BODY.match(scan.folded, anchor.end) else _WORK_OF.match(scan.folded, anchor.end)
    left = scan.folded[max(0, anchor.start - 60) : anchor.start]
    if (
        lead is None
        or not scan.text[anchor.start : anchor.start + 2].istitle()
        or _SET_UP.search(left)
        or _MADE.search(left)
    ):
        return None
    end, issuer = None, issuer_at(scan.text, scan.folded, lead.end())
    while issuer and (end is None or issuer.end - lead.end() < _BODIES_LONG):
        end = issuer.end
        more = _MORE_BODIES.match(scan.folded, end)
        issuer = issuer_at(scan.text, scan.folded, more.end()) if more else None
    years = _TERM_YEARS.match(scan.folded, end) if end else None
    return years.end() if years else end


def _statute(scan: Scan, anchor: Anchor, end: int) -> Draft:
    draft = Draft(anchor.start, end, "named", str(anchor.code))
    draft.title, draft.title_span = titles.words(scan.text[anchor.end : end]), Span(anchor.end + 1, end)
    return draft


def _named(scan: Scan, anchor: Anchor, start: int, *, least: int = 2) -> list[Draft]:
    text, folded = scan.text, scan.folded
    quoted = text[start] in '“"'
    before = text[anchor.start - 1 : anchor.start]
    limit = min(len(text), start + _MOST)
    close = pattern('[”"]').search(text, start + 1, limit) if quoted or before in {"“", '"'} else None
    start += quoted
    end = close.start() if close else planends.end_of(scan, anchor, start, limit)
    on_day = _ON_DAY.search(folded, start, end) if anchor.code in _WEAK and close is None else None
    day = dates.date_at(folded, on_day.end()) if on_day else None
    end = on_day.start() if on_day and day else end
    if len(folded[start:end].split()) < least:
        return []
    kind = "named" if _known(scan, anchor) or _scheme(scan, anchor, start, end, quoted=quoted) else "plan"
    draft = Draft(anchor.start, min(end, anchor.start + 300), kind, str(anchor.code))
    draft.title, draft.title_span = titles.words(text[start:end]), Span(start, end)
    draft.head_stop, draft.stop, draft.open = anchor.end, max(end, close.end() if close else end), True
    if on_day and day:
        draft.date, draft.date_span, draft.stop = day[0], Span(on_day.end(), day[1]), day[1]
    _owned(scan, draft)
    _after(scan, draft)
    return [draft]


def _known(scan: Scan, anchor: Anchor) -> bool:
    """Whether the name alone says that there is such an instrument: a strategy; a regulation that is carried out."""
    left = scan.folded[max(0, anchor.start - 90) : anchor.start]
    if _DRAFTED.search(left):
        return False
    if anchor.code == "CL":
        dated = scan.text[anchor.start].isupper() or _YEARS.search(scan.folded, anchor.end, anchor.end + 200)
        return bool(dated) and not _PART_OF_BODY.search(left) and not _IN_TITLE.search(left)
    if _ANY_BODY.match(scan.folded, anchor.end):
        return False
    if anchor.code == "CTr" and _YEARS_WORK.match(scan.folded, anchor.end):
        return bool(planends.CARRIED.search(left) or _MORE_WORK.search(left))
    if anchor.code in _CARRYING and scan.text[anchor.start : anchor.start + 2].istitle():
        return _of_body_for_act(scan, anchor, left)
    return anchor.code == "QC" and scan.text[anchor.start].isupper() and bool(_CARRIED_OUT.search(left))


def _of_body_for_act(scan: Scan, anchor: Anchor, left: str) -> bool:
    """Whether a plan is told by its body and by what it carries out: `Chương trình hành động của X thực hiện D`.

    Where a line or an item begins with it, it is that plan's own text; behind `về` it is another document's subject.
    """
    if _NO_SENTENCE.search(left):
        return False
    of = _ITS_BODY.match(scan.folded, anchor.end)
    issuer = issuer_at(scan.text, scan.folded, of.end()) if of else None
    return issuer is not None and _FOR_ACT_THEN.match(scan.folded, issuer.end) is not None


def _scheme(scan: Scan, anchor: Anchor, start: int, end: int, *, quoted: bool) -> bool:
    """Whether a scheme or programme is told by its quoted name, or a scheme by its years: a document wherever told."""
    word = scan.text[anchor.start : anchor.end]
    if anchor.code not in _SCHEMES or not word[:1].isupper() or word.isupper():
        return False
    if (
        _DRAFTED.search(scan.folded, max(0, anchor.start - 90), anchor.start)
        or len(scan.folded[start:end].split()) < _NAME_LEAST
    ):
        return False
    return quoted or (anchor.code == "ĐA" and _PERIOD.search(scan.folded, start, end) is not None)


def _owned(scan: Scan, draft: Draft) -> None:
    """The body that the plan is of: `Chương trình hành động của Chính phủ ...`."""
    span = draft.title_span
    assert span is not None
    head = pattern(rf"(?:(?:hành động|công tác|tổng thể){_S})?của{_S}").match(scan.folded, span.start)
    issuer = issuer_at(scan.text, scan.folded, head.end()) if head else None
    if head and issuer:
        draft.issued_by(issuer, head.end())
        its = _ITS.match(scan.folded, issuer.end) if scan.folded.startswith("của ", span.start) else None
        if its is not None and its.end() < span.end:
            close = _CLOSED.match(scan.text, its.end(), its.end() + _MOST)
            draft.title_span = Span(*close.span("title")) if close else Span(its.end(), span.end)
            draft.title = titles.words(scan.text[draft.title_span.start : draft.title_span.end])
            draft.stop = close.end() if close else draft.stop
        elif scan.text.startswith(",", issuer.end) and issuer.end < span.end:
            draft.title_span = Span(span.start, issuer.end)
            draft.title = titles.words(scan.text[span.start : issuer.end])
            draft.end = min(draft.end, issuer.end)
            draft.stop = issuer.end


def _after(scan: Scan, draft: Draft) -> None:
    """The body after a quotation that ends the name: `Kế hoạch thực hiện Nghị quyết về “...” của Ủy ban ...`.

    A strategy names its body last as well (`Chiến lược phát triển ... đến năm 2030 của Chính phủ`), and any plan does
    after its years: `Kế hoạch cải cách hành chính năm 2022 của Ủy ban nhân dân huyện`.
    """
    span = draft.title_span
    if span is None or draft.issuer is not None:
        return
    strategy = draft.type == "CL"
    if strategy and _SET_UP.search(scan.folded[max(0, draft.start - 60) : draft.start]):
        return
    lead, reach = (_BY, 0) if strategy else (_YEARS_BY, 90)
    for by in reversed(list(lead.finditer(scan.folded, span.start, min(len(scan.folded), span.end + reach)))):
        if scan.folded[by.start() - 1].isdigit() and _ACT_WORD.search(scan.folded, span.start, by.start()):
            continue  # `thực hiện Chỉ thị A ngày 6/6/2014 của X`: the year and the body are those of A
        issuer = issuer_at(scan.text, scan.folded, by.end())
        if issuer and issuer.end >= span.end and (by.start() <= span.end or scan.folded[by.start() - 1] in '”"'):
            draft.issuer, draft.issuer_span, draft.term = issuer.name, Span(by.end(), issuer.end), issuer.term
            draft.stop = max(draft.stop, issuer.end)
            draft.title_span = Span(span.start, min(span.end, by.start()))
            draft.title = titles.words(scan.text[span.start : draft.title_span.end])
            return
