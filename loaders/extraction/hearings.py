"""How a page says what is made known at an event: who hears it there, and who speaks.

`Tại hội nghị, các đại biểu được nghe A truyền đạt D`, `Hội nghị đã quán triệt D`, `Đồng chí A báo cáo D; E`.
All functions look at the folded words of one sentence between its begin and a verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from loaders.extraction import actors
from loaders.extraction.deferred import deferred

if TYPE_CHECKING:
    from loaders.extraction.cues import Cue

_EVENT: Final = (
    r"(?:hội nghị|lớp học|lớp tập huấn|lớp bồi dưỡng|lớp|buổi học|buổi tập huấn|buổi tuyên truyền|buổi sinh hoạt"
    r"|cuộc họp|buổi làm việc|phiên họp)"
)
_PLACE: Final = (
    r"(?:(?:cũng |ngay )?(?:tại|trong|ở|sau|qua|thông qua) (?:buổi |các |lễ |phiên |đợt )?"
    r"(?:hội nghị|lớp|cuộc họp|buổi|phiên họp|lễ|đợt|điểm cầu)[^;:.,]{0,60}?|tại đây)"
)
_LINK: Final = (
    r"(?:(?:đồng thời|bên cạnh đó|ngoài ra|theo đó|tiếp đó|sau đó|tiếp theo(?: chương trình)?|đặc biệt|trước đó"
    r"|(?:nhân |cũng trong |trong )?dịp này),? )?"
)
_MANY: Final = r"(?:toàn thể |các |tất cả |(?:hơn |gần |trên |khoảng )?\d[\d.]* )?"
_PEOPLE: Final = (
    r"(?:đại biểu|cán bộ|đảng viên|hội viên|học viên|đoàn viên|báo cáo viên|tuyên truyền viên|thành viên"
    r"|công chức|người dân|bà con|chị em|giáo viên|(?:em )?học sinh|sinh viên|thanh niên)"
)
_AUDIENCE: Final = (
    rf"(?:{_MANY}(?:{_PEOPLE}|(?:đồng chí|đ/c)(?= (?:tham dự|dự|ủy viên)(?!\w)))"
    r"(?: (?:người|trên|trong|ở|tại) [^;:.,]{0,40}?)?"
    rf"(?:,? (?:tham dự|dự|viên chức|và|{_PEOPLE})[^;:.,]{{0,40}})*)"
)
_ALSO: Final = r"(?:,| cũng| đã| còn| lần lượt| tiếp tục)*"
_HEARING: Final = r"(?: (?:được|(?:dự |cùng )?nghe|tập trung|dành thời gian|tiến hành|cùng nhau|tham gia))+"
_PERSON: Final = (
    r"(?:các )?(?:đồng chí|đ/c|ông|bà|báo cáo viên|giảng viên|thạc sĩ|tiến sĩ|luật sư|đại diện(?: lãnh đạo)?|lãnh đạo"
    r"|(?:các )?cán bộ(?= (?:công an|tư pháp|y tế|kiểm lâm|trạm|hội|phòng|sở|đội|ban|chi cục|ủy ban)(?!\w)))(?= \w)"
)
_OFFICER: Final = (
    r"(?:(?:tổng|phó) )?bí thư|(?:phó )?(?:thủ tướng|chủ tịch|trưởng ban|giám đốc|chủ nhiệm)|bộ trưởng|thứ trưởng"
    r"|(?:đại|thượng|trung|thiếu) (?:tướng|tá)"
)
_SUBJECT: Final = deferred(
    rf"[\W\d]*(?:date [\d-]{{4,10}} )?{_LINK}(?:(?P<place>{_PLACE})(?:,? |(?= đã| cũng| được| nghe)))?"
    rf"(?:(?P<event>{_EVENT}(?: [^;:.,]{{1,40}}?)?{_ALSO}(?:{_HEARING}|(?<=đã)|(?<=cũng)|(?<=còn)))"
    rf"|(?P<crowd>{_AUDIENCE}[^;:.]{{0,400}}? (?:đã |cũng )?(?:(?:dự|cùng) nghe|được"
    r"(?: nghe|(?= (?:báo cáo viên|giảng viên|đồng chí|đ/c|đại diện|nhà báo|nhà giáo|tiến sĩ|thạc sĩ|luật sư) ))))"
    rf"|(?P<audience>{_AUDIENCE}{_ALSO}(?:{_HEARING}|(?<=đã)))"
    rf"|(?P<unnamed>(?<=\w) (?:đã|cũng)(?: đã| cũng)?{_HEARING})"
    rf"|(?P<person>{_PERSON}|(?(place)(?:{_OFFICER})|(?!))))(?!\w)"
)
_ATTENDS: Final = deferred(r"(?<!\w)(?:đại biểu|dự|học viên)(?!\w)")
_FILLER: Final = deferred(r"[^;:.]{0,220}")
_LISTED: Final = deferred(r"[^:.]{0,500};[\W]*(?:và )?")
_SAID: Final = deferred(
    r"(?<!\w)(?:nhấn mạnh|khẳng định|phát biểu|cho biết|cho rằng|chia sẻ|đánh giá|biểu dương|lưu ý|ghi nhận|mong|nêu"
    r"|chỉ ra|chỉ rõ|chủ trì|tham dự|dự|trao|tặng|thăm|ký|tham luận|thảo luận(?!,)|góp ý|nhằm)(?!\w)"
)
_NOUN: Final = deferred(
    r"(?<!\w)(?:trong|về|việc|để|nhằm|qua|sau|khi|công tác|kết quả|hiệu quả|quá trình|của|cho|ý nghĩa|tinh thần"
    r"|nhiệm vụ|tình hình|thời gian)\s*$"
)
_STOCK: Final = deferred(
    r"\s+(?:(?:dự thảo )?báo cáo|tổng kết|sơ kết|đánh giá|kiểm điểm|kết quả|tình hình|việc|về việc|công tác)(?!\w)"
)
_DIRECTLY: Final = deferred(r"(?<!\w)(?:đã|trực tiếp|lần lượt)(?!\w)")
_OFFICE: Final = deferred(
    r"[\W\d]*(?:date [\d-]{4,10} )?(?:đồng chí|đ/c|ông|bà) [^,;:.–-]{3,40}(?:,| [–-]) "
    r"(?:phó )?(?:bí thư|chủ tịch|trưởng)(?: thường trực)? "
    r"(?P<body>[^,;:.]{4,60}?)(?: đã| trực tiếp)*\s*$"
)
# The event told of once more: `Đây là đợt sinh hoạt chính trị quan trọng nhằm (quán triệt D)`.
_OCCASION: Final = deferred(
    r"\W*(?:qua đó, )?đây (?:cũng )?là (?:một )?(?:đợt|dịp|buổi|hội nghị)(?!\w)[^;:.]{0,90}? (?:nhằm|để)"
    r"(?: (?:học tập|quán triệt|triển khai|tổ chức|tiếp tục|và|nghiên cứu|phổ biến|tuyên truyền),?)*\s*"
)
_CLOSE: Final = 220
_LESSON: Final = (  # what is taught there, before the verb that is asked about
    r"(?: (?:lên lớp|truyền đạt|thông tin|giới thiệu|quán triệt|triển khai|phổ biến|báo cáo|học tập|và"
    r"|(?:các |những )?(?:nội dung|nghị quyết|chỉ thị|kết luận|văn kiện|chuyên đề)),?)"
)
_DELEGATE: Final = deferred(
    rf"[\W\d]*{_LINK}(?:{_PLACE},? )?(?:đại diện (?:lãnh đạo )?|(?:các )?cán bộ )(?P<body>(?!các )[^,;:.–-]{{4,60}}?)"
    r"(?: đã| trực tiếp| cũng)*\s*$"
)
# Who speaks to those who listen: `Bà con được nghe đại diện Hội Làm vườn xã (tuyên truyền D)`.
_LISTENED: Final = deferred(
    r"[^;:.“”]{0,200}?(?<!\w)(?:được(?: lắng)?|(?:đã )?(?:dự|cùng)) nghe"
    r" (?:(?:đại diện )?lãnh đạo |đại diện |(?:các )?(?:báo cáo viên|cán bộ) )?"
    r"(?P<body>(?!các )[^;:.–-]{4,90}?)(?: đã| trực tiếp| cũng| lần lượt)*\s*"
)
# The event itself, before who does something there: `Tại buổi tuyên truyền, (Công an xã đã phổ biến D)`.
_AT_IT: Final = deferred(r"(?<!\w)(?:tại|trong|sau|qua) (?:các )?(?:buổi|lớp|đợt|hội nghị|chương trình) $")
_DOES: Final = deferred(rf",? (?:(?:tại|ở|diễn ra) [^;:.,]{{2,60}}, )?(?:{_PERSON}|{_AUDIENCE})(?!\w)")
_AFTER: Final = deferred(rf"; (?=\W*{_LINK}{_PLACE})")  # an event of which a clause of its own tells
# Who attends or presides and himself teaches: `Dự hội nghị có đồng chí A, Bí thư Huyện ủy trực tiếp (quán triệt D)`.
_TEACHES: Final = deferred(
    r"(?:(?:tham|đến|về|cùng) )?(?:dự|chủ trì)(?!\w)[^.:]{3,700}? trực tiếp"
    rf"{_LESSON}*\s*"
    rf"|{_PERSON}[^.:;]{{3,160}}? chủ trì(?: (?:hội nghị|lớp học|buổi học|cuộc họp))?(?:,| và|, và)(?: đã)? trực tiếp"
    rf"{_LESSON}*\s*"
)
_REPORTER: Final = deferred(
    r"[\W\d]*(?:(?:tại|trong) (?:hội nghị|buổi|cuộc họp|phiên họp|kỳ họp)[^;:.,]{0,60}, )?"
    r"(?:(?:đồng chí|đ/c|ông|bà|(?:đại|thượng|trung|thiếu) tướng) [^,;:.–-]{3,40}(?:,| [–-]) )?"
    r"(?:phó )?(?:bí thư|chủ tịch|giám đốc|trưởng ban|cục trưởng|chánh văn phòng)(?: thường trực)? "
    r"(?P<body>[^,;:.]{4,60}?)"
    r"(?: đã| vừa)?(?: (?:trình bày|thông qua|đọc|nêu))?(?: (?:dự thảo )?báo cáo(?: tóm tắt)?)?"
    r"(?: (?:về|việc|công tác|đã nêu bật|nêu bật))*\s*"
)
_TOLD: Final = deferred(
    r"\W*(?:các|những|nhiều|\d{1,2}) (?:nội dung|văn bản|luật|nghị quyết|chỉ thị|quy định|chuyên đề)[^;:.,]{0,60} được "
)
_TOPICS: Final = deferred(r"\W*nội dung (?:chính |chủ yếu )?(?:của )?(?:(?:buổi|đợt|lớp|hội nghị) )?$")
_TURN_ON: Final = deferred(r"[^;:.]{0,60}? (?:tập trung vào|xoay quanh|gồm|bao gồm|là|về)(?!\w)")
_TOLD_AT: Final = deferred(r"[^;:.]{0,40} (?:tại|trong) (?:hội nghị|lớp|buổi|đợt)(?!\w)")
# A body that tells there what is to be carried out: `Tại hội nghị, Đảng ủy đã (triển khai) D`.
_TELLER: Final = deferred(rf"\W*{_LINK}{_PLACE},? (?P<body>[^;:.,]{{4,70}}?)(?: đã| cũng| còn| lần lượt)*\s*")
# How something was carried out, as one of the things heard: `Hội nghị đã nghe A; kết quả thực hiện (D)`.
_RESULTS: Final = deferred(
    r"\W*(?:và )?(?:báo cáo )?(?:kết quả|tình hình)(?: \d{1,2} năm)?(?: triển khai| tổ chức| thực hiện| thi hành){1,3}"
    r"(?: các)?\s*"
)
_HEARS: Final = deferred(
    rf"[\W\d]*{_LINK}(?:{_PLACE},? )?{_EVENT}(?: lần này| này| lần thứ [^;:.,]{{1,20}}?)?(?: đã| cũng)*"
    r" (?:nghe|thảo luận|xem xét|đánh giá|cho ý kiến)(?!\w)"
)
_LONGEST: Final = 900


def heard(fold: str, sentence: int, verb: int, cue: Cue) -> str | None:
    """Who hears or tells at an event what the verb at `verb` is said of; None where a sentence says no such thing.

    `event`, where the sentence itself speaks of the event; `audience`, where it may be any; `person`, where one speaks.
    """
    carries = cue.predicate == "implements" and not cue.words.startswith(("triển khai", "tổ chức triển khai"))
    near = not carries and verb - sentence < _LONGEST
    if near and cue.words == "triển khai" and teller(fold, sentence, verb) is not None:
        return "event"
    subject = _SUBJECT.match(fold, sentence, verb) if near else None
    if subject is None or not _reaches(fold, subject.end(), verb):
        if (
            cue.predicate == "disseminates"
            and _OCCASION.fullmatch(fold, sentence, min(verb, sentence + _CLOSE))
            and verb - sentence < _CLOSE
        ):
            return "person"
        teaches = near and fold.find("trực tiếp", sentence, verb) >= 0
        return "person" if teaches and _TEACHES.fullmatch(fold[sentence:verb].lstrip()) else None
    if subject["person"] is None:
        audience = (subject["audience"] or subject["crowd"]) if subject["place"] is None else None
        return "event" if audience is None or _ATTENDS.search(audience) else "audience"
    plain = (
        (subject["place"] and cue.predicate == "implements")
        or cue.form == "heard"
        or cue.predicate == "disseminates"
        or _DIRECTLY.search(fold, subject.end(), verb)
    )
    return ("event" if subject["place"] else "person") if plain else None


def stock_listed(fold: str, sentence: int, clause: int, at: int) -> bool:
    """Whether an event hears of more than one thing, one being done: `Hội nghị đã nghe A; kết quả thực hiện (D)`."""
    if clause == sentence or _RESULTS.fullmatch(fold, clause, at) is None:
        return False
    return _HEARS.match(fold, sentence, clause) is not None


def teller(fold: str, sentence: int, verb: int) -> tuple[int, int] | None:
    """The body that tells something at an event: `Tại hội nghị, Đảng ủy đã (triển khai) các văn bản: D; E`."""
    match = _TELLER.fullmatch(fold, sentence, verb)
    return match.span("body") if match and actors.acting(match["body"]) else None


def _reaches(fold: str, begin: int, verb: int) -> bool:
    """Whether the verb at `verb` is said of the subject that ends at `begin`: nothing else is said between."""
    if _LISTED.fullmatch(fold, begin, verb):
        return True
    if _FILLER.fullmatch(fold, begin, verb) is None:
        return False
    return _NOUN.search(fold[begin:verb]) is None and _SAID.search(fold, begin, verb) is None


def stock(fold: str, end: int) -> bool:
    """Whether a report that is heard takes stock: `báo cáo` before `tổng kết`, which is the verb then."""
    return _STOCK.match(fold, end) is not None


def listed(fold: str, sentence: int, verb: int, end: int) -> bool:
    """Whether a sentence says what was told: `Các luật được phổ biến tại hội nghị gồm`, `Nội dung tập huấn gồm`."""
    if _TOPICS.match(fold, sentence, verb):
        return _TURN_ON.match(fold, end) is not None
    return _TOLD.fullmatch(fold, sentence, verb) is not None and _TOLD_AT.match(fold, end) is not None


def reporter(fold: str, sentence: int, verb: int) -> tuple[int, int] | None:
    """The body whose head reports how it has done: `Ông A, Phó Chủ tịch UBND tỉnh trình bày báo cáo tổng kết D`."""
    match = _REPORTER.fullmatch(fold, sentence, verb)
    return match.span("body") if match else None


def office(fold: str, sentence: int, verb: int) -> tuple[int, int] | None:
    """The body whose head makes something known: `Ông A, Bí thư Đảng ủy xã B quán triệt D`.

    Or whose delegate does: `Tại hội nghị, đại diện Sở Y tế đã thông tin D`.
    """
    match = _LISTENED.fullmatch(fold, sentence, verb) if fold.find("nghe ", sentence, verb) >= 0 else None
    if match is not None:
        return match.span("body") if actors.named(fold, *match.span("body")) else None
    match = _OFFICE.match(fold, sentence, verb) or _DELEGATE.match(fold, sentence, verb)
    return match.span("body") if match else None


def setting(fold: str, start: int, end: int) -> bool:
    """Whether a word `start:end` only says which event a sentence is set at: `Tại buổi tuyên truyền, đồng chí A`."""
    if _AT_IT.search(fold, max(0, start - 24), start) is None:
        return False
    return _DOES.match(fold, end) is not None or (fold.startswith(", ", end) and actors.opens(fold, end + 2, len(fold)))


def clause(fold: str, sentence: int, verb: int) -> int:
    """Where the clause begins that tells of an event behind a semicolon: `; tại buổi học, các đại biểu nghe`."""
    if fold.rfind(";", sentence, verb) < 0:
        return sentence
    last = [*_AFTER.finditer(fold, max(sentence, verb - _LONGEST), verb)][-1:]
    return last[0].end() if last else sentence
