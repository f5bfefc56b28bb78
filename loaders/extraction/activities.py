"""Activities: who held, did or reviewed something about a document."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache
from typing import Final

from loaders.extraction.eventdays import AT
from loaders.extraction.lexicon import alternatives, begins, table

KINDS: Final = {
    "disseminates": "dissemination",
    "reviews": "review",
    "implements": "implementation",
    "continues": "implementation",
}
_WORDS: Final = {
    role: alternatives(row["word"] for row in table("held") if row["role"] == role)
    for role in ("noun", "hold", "body", "committee", "praise")
}
EVENT: Final = _WORDS["noun"]
"""A pattern for the words that name an event."""
EVENTS: Final = tuple(row["word"] for row in table("held") if row["role"] == "noun")
"""These words."""
_DATELINE_REACH: Final = 44
_RUN: Final = r"(?:[^;:.!?“”\"]|\.(?=\w))"  # a stop inside a word ends nothing: `Ban Tuyên giáo T.Ư`, `TP.HCM`
_DATELINE: Final = re.compile(r"[^\W\d_]+(?:\.vn)?(?: [^\W\d_]+){0,3} ?(?:\([^()]{1,20}\) ?)?[-–] ?(?=[a-zđủ])")
_PLACED: Final = r"(?:huyện|quận|xã|phường|thành phố|tỉnh|thị xã|thị trấn|tp)(?!\w| ủy| đoàn)"
_LEADING: Final = re.compile(
    r"(?:\([^()]{1,40}\)|[\s\W]|(?:vào |trong )?(?:sáng nay|chiều nay|tối nay|sáng|chiều|tối|trưa|hôm nay|hôm qua"
    r"|vừa qua|mới đây|cùng ngày|(?:nhân |trong )?dịp này)(?!\w)"
    r"|(?:ngày )?\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?"
    r"|(?:vào |trong )?(?:lúc |hồi |khoảng )?\d{1,2} ?(?:giờ|h|g)(?: ?\d{1,2}(?: phút|p)?)?(?!\w)"
    r"|vào(?= (?:ngày|lúc|hồi))|(?:và|đến)(?= (?:sáng|chiều|tối|ngày) ?(?:ngày )?\d)|ngày \d{1,2}(?= (?:và|đến) )"
    r"|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])(?!\w)|chủ nhật"
    r"|(?:trong )?các ngày \d[\d,; và]{1,16}[/.-]\d{1,2}(?:[/.-]\d{4})?"
    r"|(?:trong )?\d{1,2} (?:tháng|ngày) (?:đầu|cuối) năm(?: \d{4})?"
    r"|(?:trong )?(?:hai|ba|bốn|0?[2-5]) ngày,? (?:từ )?\d{1,2}(?:[/.-]\d{1,2})?(?:,| và| đến|-) ?(?=\d)"
    r"|ngày \d{1,2} tháng \d{1,2}(?: năm \d{4})?|(?:trong |từ )?(?:năm|quý|tháng|giai đoạn|nhiệm kỳ) (?:[ivx]+"
    r"|\d+)(?:\s*[/-]\s*\d+)*(?: này)?|(?:nhiệm kỳ|giai đoạn) này"
    rf"|{AT}(?=\s*,)"
    rf"(?:, (?!(?!{_PLACED})(?:{_WORDS['body']})(?!\w))[^,;.]{{2,24}}(?=,\s(?:{_WORDS['body']}) ))?"
    r"|theo (?:báo cáo|thông tin|số liệu|thống kê) [^.;:,]{2,80}(?=,)|(?:từ đầu năm |tính )?đến nay(?!\w)"
    r"|tiếp tục (?:chương trình|đợt|kế hoạch) (?:công tác|làm việc|kiểm tra|giám sát)[^,;.]{0,60}(?=,)"
    r"|trong (?:tháng|quý|năm|kỳ|tuần)(?: qua| này| vừa qua)?(?=,)"
    r"|hiện nay|ngoài ra|bên cạnh đó|đồng thời|theo đó|đặc biệt|sau đó|tiếp đó|trước đó"
    r"|thời gian qua|những năm qua|\d+)*"
)
_NO_BODY: Final = (
    r"báo (?:cáo|chí)|đoàn (?:viên|kết)|bộ (?:máy|phận|mặt|luật|tiêu chí)|hội (?:viên|nhập|trường)|xã hội|sở hữu"
    r"|cục diện|trường hợp|phòng(?:,| ngừa| chống| bệnh| dịch)|đội (?:ngũ|hình|bóng)|viện (?:trợ|dẫn)"
    r"|ngành nghề|ban đầu"
)
"""What begins as the name of a body does, and is none."""
_BODY: Final = re.compile(
    rf"(?:các (?:cấp )?)?(?:{_WORDS['committee']}"
    rf"|(?!{_WORDS['noun']}|{_NO_BODY})(?:{_WORDS['body']}))(?!\w)(?:[^;:.!?()“”\"]|\.(?=\w)){{0,160}}?$"
)
_BODY_AT: Final = re.compile(
    rf"(?:các (?:cấp )?)?(?:{_WORDS['committee']}|(?!{_WORDS['noun']}|{_NO_BODY})(?:{_WORDS['body']}))(?!\w)"
)
_BODY_WORD: Final = re.compile(rf"(?:các (?:cấp )?)?(?:{_WORDS['committee']}|{_WORDS['body']})")
_HELD: Final = re.compile(
    rf"(?P<actor>{_RUN}{{2,170}}?)\s+(?:{_WORDS['hold']})(?:\s+\w+){{0,2}}?\s+(?P<noun>{_WORDS['noun']})(?!\w)"
)
_NOUN: Final = re.compile(rf"(?:{_WORDS['noun']})")
_MET: Final = re.compile(
    rf"(?P<actor>{_RUN}{{2,170}}?)\s+(?:đã )?(?:có buổi )?làm việc với (?:(?! để | nghe )[^;:.,]){{2,90}}"
    r" về(?: (?:việc|tình hình|kết quả|công tác|tổ chức|triển khai|quá trình))*\s*$"
)
_TOGETHER: Final = re.compile(
    r"\s\s*(?:(?:đã|vừa|đang)\s+)?(?:chủ trì, |chủ trì )?(?:phối hợp (?:với|cùng|các) .*|đã|vừa|cũng)$"
)
_LED: Final = re.compile(
    r"\s(?:\s*do [^;.]{3,120} (?:làm|là) (?:trưởng|tổ trưởng|chủ tịch)[^,;.]*"
    r"|(?<!hội đồng\s)\s*(?:cùng với|cùng|phối hợp(?: với| cùng)?)\s.*$)"
)
_NAME: Final = 60
_MOST_WORDS: Final = 14
_MET_REACH: Final = 50  # within which before the verb `về` stands, where a meeting is told
_EVERY: Final = re.compile(r"(?<!\w)các cấp$")
_DONE: Final = re.compile(r"(?<!\w)(?:đã|vừa|đang)(?!\w)")
_COMMITTEE: Final = re.compile(rf"(?:{_WORDS['committee']})(?!\w)")
_HOLDS: Final = re.compile(rf"(?:[^;.]{{0,40}}\W)?(?:{_WORDS['hold']})(?!\w)")
_PRAISE: Final = re.compile(
    rf"(?<!\w)(?:{_WORDS['praise']})(?!\w)(?:[^;.]{{0,120}}(?<!\w)của | (?=(?:{_WORDS['body']}) ))"
    r"(?P<actor>[^;:.,]{3,90}?) (?:trong|về)(?: (?:việc|công tác|tổ chức|quá trình))*\s*$"
)
_IN_DOING: Final = re.compile(r"(?<!\w)(?:trong|về)(?: (?:việc|công tác|tổ chức|quá trình))*$")
_IN_DOING_ENDS: Final = ("trong", "về", "việc", "tác", "chức", "trình")
_VERBAL: Final = re.compile(
    begins(
        r"là|được|bị|có|cần(?! thơ| giờ| giuộc| đước)|phải|sẽ|yêu cầu|đề nghị|chỉ đạo|giao(?! thông| ban| lưu"
        r"| dịch)|lãnh đạo"
        r"|chỉ thị(?= (?:bộ|các|sở|ubnd|ủy ban|chủ tịch|thủ trưởng|lãnh đạo)(?!\w))"
        r"|tham dự|dự|đề ra|xác định|nghe|thảo luận|thông qua|trao đổi"
        r"|kiến nghị|mong|để|nhằm|ban hành|xây dựng|không|chưa|đề xuất|cho|về|việc"
        r"|từ|khi|nếu|đang|trong|qua|sau"
        r"|hướng dẫn(?= (?:các|cho|liên đoàn|hội|đoàn|mặt trận|ubnd|ủy ban|phòng|sở|xã|huyện|cấp)(?!\w))"
    )
    + r"(?!\w)"
)
_ACTS: Final = re.compile(
    r"\s\s*(?:(?:đã|vừa|đang|cũng|đều)\s+)?(?P<verb>tổ chức(?! (?:chính trị|đảng|đoàn thể|cơ sở|xã hội|"
    r"hội(?! (?:nghị|thảo|thi|diễn|chợ|đàm|trại))|thành viên|"
    r"kinh tế|tôn giáo|quần chúng|công đoàn)(?!\w))|chủ trì|chỉ đạo|yêu cầu|đề nghị|tham mưu|ban hành"
    r"|xây dựng|triển khai|phối hợp|khai mạc|"
    r"tiến hành|họp|thành lập|phát động|ra mắt|thực hiện|hướng dẫn|quán triệt|đẩy mạnh|tập trung|có|cử|mở"
    r"|kiểm tra|giám sát|tuyên truyền|giao(?! ban| lưu| thông| dịch)|"
    r"đưa|chỉ thị|quyết định|hoàn thành|rà soát|(?<!các )cấp|hỗ trợ|đề xuất|kiến nghị|công bố"
    r"|thống nhất|lựa chọn|bố trí|trồng|vận động|huy động|khởi công|khánh thành|ra quân|tăng cường|chú trọng|phát huy"
    r"|duy trì|kiện toàn|trao|đăng tải|biên soạn|phát hành|đã)(?!\w)"
)
_TELLS: Final = re.compile(
    _ACTS.pattern.replace(
        "(?P<verb>", "(?P<verb>quy định|thông báo|báo cáo|trả lời|phúc đáp|kính trình|kính đề nghị|gửi|lưu ý|"
    )
)
_MEETING: Final = re.compile(
    r"(?<!\w)(?:họp|hội thảo|tọa đàm|giao ban)(?!\w)[^;:.,]{0,40}$"
    r"|(?<!\w)làm việc với [^;:.]{2,110} về (?:tình hình|kết quả)(?!\w)[^;:.,]{0,40}$"
)
_CONCERNED: Final = re.compile(r" về(?:(?<=ủy ban về)|(?<=hội đồng về))")  # `Ủy ban về Các vấn đề xã hội`
_TOPIC: Final = re.compile(r" (?:về|về việc)(?: tiếp tục| đẩy mạnh| tăng cường)*\s*$")  # what a body has issued on
_TIMED: Final = re.compile(  # `Đảng ủy Quân khu 3 vào sáng nay (27/6/2022) tổ chức ...`
    r"\s\s*vào (?:sáng|chiều|tối|trưa|ngày|hôm)(?: ngày| nay| qua)?(?: \(?(?:ngày )?[\d/.-]{3,10}\)?)?$"
)
MANNER: Final = (
    "nghiêm túc|tích cực|chủ động|tập trung|kịp thời|sớm|nhanh chóng|khẩn trương|quyết liệt|thường xuyên|đồng loạt"
    "|tiếp tục|tổ chức|chỉ đạo|lãnh đạo|quán triệt|học tập|triển khai|thực hiện|tiến hành|quan tâm|chú trọng|phối hợp"
    "|đẩy mạnh|tăng cường|nghiên cứu|tuyên truyền|phổ biến|cụ thể hóa|xây dựng kế hoạch|và|luôn|đồng bộ|sâu rộng"
    "|(?:làm|thực hiện) tốt|việc|công tác|cuộc|đợt"
)
"""Words between a body and what it does: how it does that, and what it does besides."""
_DID_SO: Final = (
    rf"(?:vừa|đang|đã|tham mưu|cũng|họp|bàn|nghe|về(?:(?<=họp về)|(?<=bàn về))|{MANNER}"  # each in one way
    r"|sinh hoạt(?: chuyên đề| chi bộ| chính trị)?(?:,(?=\s*$))?)"
)
_DOING: Final = re.compile(rf"\s\s*{_DID_SO}(?:,?\s+{_DID_SO})*$")
_MEDIA: Final = re.compile(  # by what a body makes known: `Đài Truyền thanh xã phát 30 tin, bài tuyên truyền D`
    r" (?:đã )?(?:in|phát|phát sóng|biên soạn|đăng|đăng tải|cấp phát|treo|viết|xây dựng|thực hiện)"
    r"(?: và [^\W\d]+ [^\W\d]+)? [\d.]+ (?:[^;:.,]{2,30} )?"
    r"(?:tờ rơi|tin, bài|tin bài|bài viết|tài liệu|sổ tay|băng rôn|pano|phóng sự|chuyên mục)$"
)
_INVITES: Final = re.compile(  # `Đảng ủy xã đã mời đồng chí A đến (quán triệt D)`
    r"(?: (?:đã|vừa|có))* mời [^:.“”]{3,160}? (?:đến|về|tới|tham gia)"
    r"(?: (?:để|trực tiếp|nói chuyện|báo cáo|triển khai|truyền đạt|tuyên truyền|quán triệt|và|nhằm),?)*$"
)
_ATTENDS: Final = re.compile(r"(?<!\w)(?:tham dự|dự)(?! án| thảo)(?!\w)")
_SHORT: Final = re.compile(r" \([^\W\d_]{2,8}\)(?= )")  # `Ủy ban nhân dân (UBND) tỉnh`
_SETS_UP: Final = re.compile(r",| (?:thành lập|cử) \d{1,3} (?:đoàn|tổ)(?!\w)")  # others, who are to act yet
_BY_ORDER: Final = re.compile(  # or what it makes known: `Ủy ban Kiểm tra Huyện ủy công bố quyết định (kiểm tra D)`
    r" (?:(?:được )?(?:thành lập )?theo|thực hiện) (?:quyết định|kế hoạch|nghị quyết) số .*$"
    r"| (?:đã )?(?:công bố|thông báo|ban hành|triển khai) (?:các )?(?:quyết định|kế hoạch|chương trình)$"
)
_PERSON: Final = re.compile(r"(?:các )?(?:đồng chí|đ/c|ông|bà) [^,;:.–-]{4,40}(?=,| [–-] )")
_JOINT: Final = re.compile(rf", (?={_WORDS['body']})")
_BEHALF: Final = re.compile(
    r"(?:tại (?:hội nghị|buổi)[^,;:.]{0,60}, )?(?:thay mặt|t/m) (?P<actor>[^,;:.]{4,90}), [^;:.]{3,140}? "
)
_CHAIR: Final = re.compile(r"(?:(?:phó )?(?:tổng )?bí thư|(?:phó )?chủ tịch|trưởng ban|phó trưởng ban)(?!\w)")
_PLACES: Final = re.compile(r"các (?:địa phương|đơn vị|ngành|cấp|trường|xã|phường|huyện|cơ sở)(?!\w)")
_PLACE: Final = re.compile(r"(?:[A-ZĐÀ-Ỹ]\w{1,8})(?: [A-ZĐÀ-Ỹ]\w{1,8}){1,3}")
_UNITS: Final = re.compile(r"(?:xã|phường|thị trấn|huyện|quận|thị xã)(?!\w)")
_UNIT: Final = re.compile(r"(?<!\w)(?:xã|phường|thị trấn|huyện|quận|thị xã)$")
_PAST: Final = re.compile(r"(?<!\w)(?:đã|vừa)(?!\w)")
_MANY: Final = re.compile(r"(?:hầu hết |phần lớn )?(?:các|nhiều) ")
_DID: Final = re.compile(
    r"\s\s*đã(?: (?:nghiêm túc|tích cực|chủ động|tập trung|kịp thời|tổ chức|quán triệt|học tập"
    r"|lãnh đạo|chỉ đạo|và)|,)*\s*$"
)
_CLAUSE_START: Final = re.compile(r"[,;\n]")
_BREAKS: Final = re.compile(r"[;.:()“”\"]")
_AT_WORK: Final = re.compile(r" (?:đã|vừa|báo cáo|rút kinh nghiệm|kết quả|tình hình)(?!\w)")
"""What a body does, or tells of, that is no part of its name."""
_SHORTEST: Final = 4
"""No clause with a body and its verb has fewer code points."""


@lru_cache(maxsize=4096)
def plain(words: str) -> str:
    """`words` with single spaces, none before punctuation or around the dash and stroke of a number."""
    words = re.sub(r"\s+([,;)])", r"\1", re.sub(r"\s+", " ", words)).strip(" ,;:-–")
    words = re.sub(r"(?: (?:tiến hành|đã|vừa|đang|chủ trì|triển khai|ký))+$", "", words)
    return re.sub(r"(?<=\w) ?([-/]) ?(?=[A-ZĐ]{2})", r"\1", words)


def held(fold: str, start: int, end: int, text: str = "") -> tuple[int, int] | None:
    """The span of the body that holds the event named in `fold[start:end]`: `ACTOR tổ chức hội nghị`.

    Where the printed `text` is given, a bare place may be the body: `Hòa An tổ chức hội nghị`.
    """
    skip = lead(fold, start, end)
    match = (_HELD.match(fold, skip, end) if _NOUN.search(fold, skip, end) else None) or (
        _MET.match(fold, skip, end) if " về" in fold[max(skip, end - _MET_REACH) : end] else None
    )
    if match is None:
        return None
    actor = _TIMED.sub("", _LED.split(_TOGETHER.sub("", match["actor"]))[0])
    begin = match.start("actor")
    person = _PERSON.match(actor)
    if person:  # who presides
        return begin, begin + person.end()
    if _VERBAL.search(_CONCERNED.sub("", _COMMITTEE.sub("", actor))):
        return None
    chair = _CHAIR.match(actor) is not None and "chủ trì" in match.group()
    if not chair and not _BODY_AT.match(actor.lstrip()) and not _PLACE.fullmatch(text, begin, begin + len(actor)):
        return None
    return begin, begin + len(actor)


def gathers(fold: str, start: int, end: int) -> bool:
    """Whether an event is named in `fold[start:end]`, or a meeting may be: looked at before who holds it is asked."""
    return _NOUN.search(fold, start, end) is not None or " về" in fold[max(start, end - _MET_REACH) : end]


def met(fold: str, start: int, verb: int) -> bool:
    """Whether what is held before the verb at `verb` is a meeting: `họp bàn triển khai`, `hội thảo về triển khai`."""
    return _MEETING.search(fold, start, verb) is not None


def named(fold: str, start: int, end: int) -> bool:
    """Whether `fold[start:end]` begins as the name of a body, and no verb stands in it."""
    place = _PLACES.match(fold, start, end) or _BODY_AT.match(fold, start, end)
    return place is not None and _VERBAL.search(fold, start, end) is None


def subject(fold: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of a body that stands, with nothing but a time before it, as the subject right before `end`."""
    skip = lead(fold, start, end)
    if _BODY_WORD.match(fold, skip, end) is None:
        return None
    words = _DOING.sub("", _MEDIA.sub("", _INVITES.sub("", fold[skip:end].rstrip())))
    if _ATTENDS.search(words):
        return None  # `Tổng Bí thư cùng các đại biểu dự Hội nghị`
    words = _BY_ORDER.split(_LED.split(words)[0])[0]
    words = _TIMED.sub("", words)
    match = _BODY.match(words)
    acting = _COMMITTEE.sub("", words) if len(words) < len(fold[skip:end].rstrip()) else words  # `Ban Chỉ đạo X đã`
    if (
        match is None
        or _VERBAL.search(acting)
        or _AT_WORK.search(words)
        or len(words.split()) > _MOST_WORDS
        or _SETS_UP.search(words)
    ):
        return None
    if words.startswith("các ") and "cấp" not in words:
        return None
    if _EVERY.search(words) and not _DONE.search(fold, skip, end):
        return None  # `Cấp ủy các cấp tập trung thực hiện D`: what all are to do
    return skip, skip + len(words)


def actor_of(fold: str, start: int, end: int, text: str, *, told: bool = False) -> tuple[int, int] | None:
    """The span of the body that acts in the main clause, after an adjunct: `..., ACTOR đã tổ chức ...`."""
    for mark in itertools.chain((None,), _CLAUSE_START.finditer(fold, start, end)):
        comma, begin = mark.span() if mark else (start, start)
        if end - begin < _SHORTEST:
            break
        skip = lead(fold, begin, end)
        body = _BODY_AT.match(fold, skip, end)
        if body is None:
            continue
        listed = _UNITS.match(fold, skip, end)
        if listed and not text[listed.end() + 1 : listed.end() + 2].isupper() and _UNIT.search(fold, start, comma):
            continue  # the rest of `quy định về xã, phường, thị trấn`
        verbs = (_TELLS if told else _ACTS).finditer(fold, body.end(), min(end, body.end() + 120))
        verb = next((v for v in verbs if text[v.start("verb")].islower()), None)
        between = _SHORT.sub(" ", fold[skip : verb.start()]) if verb is not None else ""
        if verb is not None and not _BREAKS.search(between) and not _TOPIC.search(_CONCERNED.sub("", between)):
            led = _LED.search(fold, skip, verb.start())
            return skip, led.start() if led else verb.start()
    return None


def body(fold: str, start: int, end: int) -> bool:
    """Whether `fold[start:end]` is the name of a body and no more: `Bộ Tài chính `."""
    match = _BODY_AT.match(fold, lead(fold, start, end), end)
    rest = fold[match.end() : end] if match else ","
    return len(rest) < _NAME and not re.search(r"[,;:.()“”\"]|(?<!\w)(?:giao|yêu cầu|đề nghị|sẽ|đã|được)(?!\w)", rest)


def acting(words: str) -> bool:
    """Whether `words` name one body, and nothing that it does: `Đảng ủy xã Tân Lộc`."""
    return (
        _BODY_AT.match(words) is not None
        and not words.startswith("các ")
        and _VERBAL.search(_CONCERNED.sub("", _COMMITTEE.sub("", words))) is None
        and _ACTS.search(words) is None  # `được Bộ Y tế hỗ trợ tổ chức ăn nghỉ`
    )


def nominal(words: str) -> bool:
    """Whether no verb stands in `words`, which go on with the name of a body."""
    return _VERBAL.search(_CONCERNED.sub("", _COMMITTEE.sub("", words))) is None and _ATTENDS.search(words) is None


def bodily(words: str) -> bool:
    """Whether `words` begin as the name of a body, and no verb stands in them: `Ban Chỉ đạo tỉnh`, `các cấp ủy`."""
    return _BODY_AT.match(words) is not None and nominal(_BY_ORDER.split(_LED.split(words)[0])[0])


def unled(fold: str, start: int, end: int) -> tuple[int, int]:
    """The span of a body without those who lead it or act with it: `Đoàn kiểm tra do ông A làm trưởng đoàn`."""
    return start, start + len(_BY_ORDER.split(_LED.split(fold[start:end].rstrip())[0])[0])


def doing(fold: str, start: int, verb: int) -> bool:
    """Whether a body that begins at `start` is itself the subject of the verb: `các xã (thực hiện)`."""
    return _BODY_AT.match(fold, start, verb) is not None and subject(fold, start, verb) is not None


def many(fold: str, actor: tuple[int, int], end: int) -> bool:
    """Whether those at `actor` are many bodies that have acted: `các cấp ủy, chính quyền trong tỉnh đã ...`."""
    return _MANY.match(fold, actor[0]) is not None and bool(re.compile(r"\s+đã\s").match(fold, actor[1], end))


def collective(fold: str, start: int, verb: int) -> tuple[int, int] | None:
    """The span of the many bodies that are the subject of the verb at `verb`, which tells what they have done."""
    if fold.find("đã", start, verb) < 0:
        return None
    skip = lead(fold, start, verb)
    did = _DID.search(fold, skip, verb)
    if did is None or _MANY.match(fold, skip, did.start()) is None:
        return None
    words = fold[skip : did.start()]
    return (skip, did.start()) if _BODY_AT.match(words) and not re.search(r"[;.:()]", words) else None


def praised(fold: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of the body whose work the sentence praises: `đánh giá cao ... của ACTOR trong thực hiện`."""
    words = fold[start:end].rstrip()
    doing = words.endswith(_IN_DOING_ENDS) and _IN_DOING.search(words) is not None
    match = _PRAISE.search(words + " ") if doing else None
    return (start + match.start("actor"), start + match.end("actor")) if match else None


def behalf(fold: str, start: int, verb: int) -> tuple[int, int] | None:
    """The span of the body that somebody speaks for: `Thay mặt ACTOR, đồng chí A báo cáo kết quả thực hiện D`."""
    match = _BEHALF.fullmatch(fold, lead(fold, start, verb), verb)
    return match.span("actor") if match and _BODY_AT.match(match["actor"]) else None


def committee(fold: str, start: int, end: int) -> int | None:
    """Where a committee begins that opens the sentence and is named after the document at `end`."""
    skip = lead(fold, start, end)
    match = _COMMITTEE.match(fold, skip, end)
    return (
        skip
        if match
        and not re.search(
            r"[;:,.]|(?<!\w)(?:đã|của|yêu cầu|đề nghị|tổ chức(?! thực| triển))(?!\w)", fold[match.end() : end]
        )
        else None
    )


def holds(fold: str, start: int, end: int) -> bool:
    """Whether a verb of holding or meeting follows soon after `start`."""
    return _HOLDS.match(fold, start, end) is not None


def past_actor(fold: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of the body of which a sentence says that it has done something: `Quý I, ACTOR đã làm tốt ...`."""
    if fold.find("đã", start, end) < 0:
        return None
    skip = lead(fold, start, end)
    body = _BODY_AT.match(fold, skip, end)
    if body is None:
        return None
    verb = re.compile(r"\s+đã\s").search(fold, body.end(), min(end, body.end() + 120))
    if (
        verb is None
        or _VERBAL.search(fold[body.end() : verb.start()])
        or re.search(r"[;.:,]", _JOINT.sub(" ", fold[body.end() : verb.start()]))
    ):
        return None
    return skip, verb.start()


@lru_cache(maxsize=64)  # several rules ask it of one clause
def lead(fold: str, start: int, end: int) -> int:
    """Where the sentence proper begins after its dateline and its adverbs of time and place."""
    head = fold[start : min(end, start + _DATELINE_REACH)]
    if "-" in head or "–" in head:
        line = _DATELINE.match(fold, start, end)
        start = line.end() if line and not _named_on(fold, line, end) else start
    match = _LEADING.match(fold, start, end)
    return match.end() if match else start


def _named_on(fold: str, line: re.Match[str], end: int) -> bool:
    """Whether what looks like a dateline begins the name of a body: `Sở Lao động - Thương binh và Xã hội`."""
    if _BODY_AT.match(line.string, line.start()) is None:
        return False
    lead_on = _LEADING.match(fold, line.end(), end)
    return not (lead_on and lead_on.group().strip()) and _BODY_AT.match(fold, line.end(), end) is None
