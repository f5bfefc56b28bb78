"""What a body is told to have done: `X cho biết BODY đã chỉ đạo các xã thực hiện D`.

The teller (`X cho biết`, `Báo cáo nêu rõ`) and adjuncts before a comma open a clause of their own. Read are the body
that begins that clause, the word that says it is done (`đã`, `vừa`), and the words from there to the verb: how it was
done, and what was done for it (`ban hành nhiều văn bản`, `chỉ đạo các xã`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from loaders.extraction import activities, actors, moods, openings
from loaders.extraction.deferred import deferred
from loaders.extraction.lexicon import CAPITALS, begins

if TYPE_CHECKING:
    from collections.abc import Iterator

_DONE: Final = deferred(
    begins(
        "|".join(f"{how} (?:đã(?: và đang)?|vừa|luôn)" for how in ("cũng", "luôn", "đều", "cơ bản", "cũng như", "cùng"))
        + "|đã(?: và đang)?|vừa|luôn"
    )
    + r"(?!\w)"
)
_TELLS: Final = deferred(
    begins(
        "cho biết|cho thấy|cho hay|thông tin|khẳng định|nhấn mạnh|nhìn nhận|nêu rõ|chỉ rõ|đánh giá|ghi nhận|báo cáo|nêu"
        "|thừa nhận|chia sẻ|cho rằng|biểu dương|đánh giá cao"
    )
    + r"(?: rằng| là)?[:,]?\s+"
)
_WITHIN: Final = deferred(
    r" (?:trong|trên địa bàn) (?:toàn )?(?:tỉnh|huyện|xã|quận|phường|thành phố|ngành|cả nước|đảng bộ"
    r"|toàn quốc|khối)(?!\w)"
)
_SHORT: Final = deferred(r" \([^\W\d_]{2,8}\)(?= |$)")  # `Hội Liên hiệp Phụ nữ (LHPN) tỉnh`
_WHOLE: Final = deferred(
    r"(?:toàn (?:ngành|tỉnh|huyện|thành phố|xã|đảng bộ|quân|hệ thống chính trị|lực lượng)"
    r"|cả hệ thống chính trị|(?:các|nhiều|hầu hết các|100 ?%|\d+/\d+) "
    r"(?:cấp|địa phương|đơn vị|sở|bộ|ngành|huyện|xã|phường|thôn|chi bộ|trường|cơ quan|tổ chức|đảng bộ|đảng ủy"
    r"|bộ,))(?!\w)"
)
_NOWHERE: Final = deferred(r"(?:các|nhiều|hầu hết các|một số) (?:địa phương|đơn vị|cơ quan|nơi|bên)")
"""Many of whom nothing is said."""
_SPEAKS: Final = deferred(
    begins(
        "cho biết|cho thấy|cho hay|khẳng định|nhấn mạnh|nhìn nhận|nêu rõ|ghi nhận|biểu dương|đánh giá|cho rằng|tại|theo"
    )
    + r"(?!\w)"
)
_HEADS: Final = deferred(r"^(?:ban |tập thể )?lãnh đạo ")
_SAYS: Final = deferred(
    r",? (?:cho biết|cho hay|thông tin|khẳng định)(?: rằng)?(?:,? (?:đến nay|thời gian qua))?,?\s*$"
)
"""`Sở Y tế cho biết đã ...`: who tells what it has done itself."""
_WEIGHS: Final = deferred(
    r" (?:(?:đã|vừa) )?(?:tổ chức )?(?:họp|hội nghị|cuộc họp|phiên họp|làm việc tại (?:tổ|hội trường))"
    r"(?: bàn| phiên [^,;:.]{2,40})?,? (?:để |nhằm )?"
    r"(?:(?:lấy ý kiến|cho ý kiến|thảo luận|nghe|thông qua|góp ý|xem xét|đóng góp ý kiến|vào|về|đối với|và|các|dự thảo)"
    r"[ ,]{1,3}){1,12}báo cáo\s*$"
)
_ALONE: Final = deferred(r"(?:toàn )?(?:tỉnh|huyện|xã|phường|thành phố|ngành|đơn vị|địa phương|trường|công ty)")
_COMMA: Final = deferred(r"[,;]…? ")
_BREAKS: Final = deferred(r"[;:()“”\"\n]|\.(?!\w)")
_STARTS: Final = deferred(
    rf",?\s*(?:(?:{activities.MANNER}|kịp thời|(?:ký )?ban hành"
    r"|xây dựng|đề ra|thành lập|kiện toàn|phân công|bám sát|nỗ lực|cố gắng|quyết tâm|ưu tiên|chủ trương"
    r"|đoàn kết|chung sức|chung tay|phấn đấu|đồng lòng"
    r"|cụ thể|phát động|ra quân|huy động|đưa ra|đổi mới|sáng tạo|linh hoạt|vận dụng|hoàn thành|đạt|duy trì|phát huy|làm"
    r"|có (?:nhiều|những|các) (?:giải pháp|cách làm|nỗ lực|cố gắng|mô hình|hoạt động|biện pháp|chủ trương"
    r"|sáng tạo|đóng góp)"
    r")(?!\w)|$)"
)
_OTHERWISE: Final = deferred(
    begins(
        "nghe|thảo luận|trao đổi|tham luận|góp ý|cho ý kiến|nêu|khẳng định|nhấn mạnh|biểu dương|khen|tặng"
        "|trao|dự|tham dự"
        "|tham gia|được|bị|phát biểu|báo cáo|thông tin|gửi|ký kết|chỉ ra|hạn chế|khó khăn|vướng mắc|nhưng"
        "|song|tuy nhiên"
        "|sơ kết|tổng kết|kiểm điểm|theo|như|nhờ|do|nhằm sửa|sửa đổi|bổ sung|đánh giá cao|qua|sau|nếu|khi"
        "|xin|thống nhất"
    )
    + r"(?!\w)"
)
_NOUN: Final = deferred(
    r"(?<!\w)(?:(?<!trong )(?:kết quả|tình hình|quá trình|thời gian|giai đoạn)|nội dung|ý nghĩa|vai trò"
    r"|trách nhiệm|nhiệm vụ|sự"
    r"|kinh nghiệm|hiệu quả|kỷ niệm|ban chỉ đạo|tổ công tác|số|của|về)\s*$"
)
_YEARS: Final = deferred(
    r" (?:sau|qua|trong) (?:(?:hơn|gần) )?(?:\d{1,2}|một|hai|ba|bốn|năm|mười) (?:năm|tháng)(?: (?:triển khai"
    r"|tổ chức))?\s*$"
)
_GOES_ON: Final = deferred(
    r"[^;:.“”]{0,200}?(?:,|;|(?<!\w)và) (?:(?:đồng thời|và|đã|kịp thời|cũng) )*(?:tổ chức|mở|triển khai)"
    r"(?: (?:được|các|nhiều|\d[\d.]*))*(?: (?:hội nghị|lớp|buổi|đợt|cuộc)(?: (?:trực tuyến|tập huấn|sinh hoạt"
    r"|học tập))*)?,?\s*"
)
_HARDSHIP: Final = deferred(r"(?:khắc phục|vượt qua|vượt)(?: (?:mọi|nhiều|những))? khó khăn(?:, thách thức)?")
_PAPER: Final = deferred(r" (?:có|ban hành|hoàn thành|xây dựng) báo cáo\s*$")
_UNTOLD: Final = deferred(r"(?<!\w)(?:đề nghị|yêu cầu|kiến nghị|nếu|trường hợp|(?<!sau )khi|mong)(?!\w)")
_PLACE: Final = deferred(
    rf"(?:TP\.? ?(?:HCM|(?:[{CAPITALS}]\w{{1,8}} ?){{1,3}})"
    r"|(?!Nguyễn|Trần|Lê |Phạm|Hoàng|Huỳnh|Phan |Vũ |Võ |Đặng|Bùi|Đỗ|Hồ |Ngô|Dương|Lý |Đinh|Trương|Mai |Lương|Tô |Đào)"
    rf"[{CAPITALS}]\w{{1,8}}(?:[ -][{CAPITALS}]\w{{1,8}}){{1,3}})"
)
_MINDS: Final = deferred(  # with what in mind, before what a body does: `Nhận thức rõ X, Đảng ủy phường (...)`
    r"[\W\d]*(?:nhận thức|xác định|ý thức|phát huy|nhằm|để|xuất phát từ|nhận thấy"
    r"|với (?:phương châm|tinh thần|quyết tâm|mục tiêu))(?!\w)"
)
_MINDED: Final = deferred(_MINDS.pattern + r"[^;:.“”]{5,300}, $")
_COMING: Final = deferred(r"(?<!\w)(?:thời gian tới|tới đây|những năm tới|năm tới|sắp tới|từ nay đến)(?!\w)")
_NAME, _CHAIN, _MOST, _MIND = 150, 190, 3, 360
_WORDS: Final = 22
_LED_BY: Final = 260
"""Who holds an event is named within so many code points before its purpose."""
_JOINED: Final = deferred(r"(?<!\w)(?:phối hợp|cùng)(?: chặt chẽ)? (?:với|cùng) [^;.:]{2,120}, $")
_PLANS: Final = deferred(r"(?<!\w)(?:kế hoạch|phương án|đề cương|kịch bản|chương trình)(?: (?:tổ chức|hội nghị))*\s*$")


def doer(fold: str, sentence: int, verb: int, text: str = "", *, plans: bool = True) -> tuple[int, int] | None:
    """The span of the body that is told to have done what the verb at `verb` says; None where nobody is.

    `BODY đã`, at the beginning of a clause, with nothing before the verb but how it is done and what is done for it.
    Where the printed `text` is given, a bare place may be the body (`TP.HCM đã thực hiện D`); `plans` says that a plan
    for what the verb says is enough.
    """
    near = fold[max(sentence, verb - _CHAIN) : verb]
    if "đã" not in near and "vừa" not in near and "luôn" not in near:
        return None
    for mark in reversed([*_DONE.finditer(fold, max(sentence, verb - _CHAIN), verb)][-_MOST:]):
        if not chained(fold, mark.end(), verb) or (not plans and _PLANS.search(fold, mark.end(), verb)):
            continue
        starts = [*_clauses(fold, sentence, mark.start())]
        span = next((s for s in starts if body(fold[s : mark.start()])), None)
        if span is None:
            span = next((s for s in starts if _PLACE.fullmatch(text[s : mark.start()].strip(" ,"))), None)
        if span is not None:
            if _UNTOLD.search(fold, sentence, span) or moods.has(fold, span, verb, moods.UNDONE):
                return None
            stop = _SAYS.search(fold, span, mark.start())
            return actors.unled(fold, span, stop.start() if stop else mark.start())
    return None


def holder(fold: str, sentence: int, verb: int) -> tuple[int, int] | None:
    """The body that holds the event right before the verb, behind adjuncts: `Nhân dịp X, tại Y, BODY tổ chức`."""
    if not activities.gathers(fold, max(sentence, verb - _LED_BY), verb):
        return None
    for start in _clauses(fold, sentence, verb, _LED_BY):
        joined = _JOINED.search(fold, sentence, start) is not None  # one of those whom another works with
        actor = activities.held(fold, start, verb) if start > sentence and not joined else None
        if actor is not None and body(fold[slice(*actor)]):
            return actor
    return None


def minded(fold: str, sentence: int, verb: int) -> tuple[int, int] | None:
    """The body that does what the verb says with something in mind: `Xác định rõ X, BODY chỉ đạo (thực hiện D)`."""
    if _MINDS.match(fold, sentence, verb) is None:
        return None
    for comma in _COMMA.finditer(fold, sentence, min(verb, sentence + _MIND)):
        begin = openings.lead(fold, comma.end(), verb)
        if not actors.opens(fold, begin, verb):
            continue
        actor = activities.subject(fold, begin, verb)
        told = _MINDED.fullmatch(fold, sentence, comma.end()) and not _COMING.search(fold, sentence, verb)
        return actor if told and not moods.has(fold, sentence, verb, ("asked",)) else None
    return None


def doing(fold: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of the body that begins a clause at `start`, of which it says that it has done something."""
    begin = openings.lead(fold, start, end)
    mark = _DONE.search(fold, begin, min(end, begin + _NAME))
    if mark is None or not body(fold[begin : mark.start()]) or _ALONE.fullmatch(fold[begin : mark.start()].strip()):
        return None
    return actors.unled(fold, begin, mark.start())


def weighing(fold: str, sentence: int, verb: int) -> tuple[int, int] | None:
    """The body that meets over a report which takes stock: `Tỉnh ủy họp cho ý kiến vào báo cáo (tổng kết D)`."""
    begin = openings.lead(fold, sentence, verb)
    report = _WEIGHS.search(fold, begin, verb) if fold.find("báo cáo", max(begin, verb - 10), verb) > 0 else None
    return (begin, report.start()) if report and body(fold[begin : report.start()]) else None


def goes_on(fold: str, start: int, verb: int) -> bool:
    """Whether the subject of a sentence is told to do one thing more: `..., tổ chức hội nghị (quán triệt)`."""
    return _GOES_ON.fullmatch(fold, start, verb) is not None


def chained(fold: str, start: int, verb: int) -> bool:
    """Whether the words from `start` to the verb say how something is done, or what is done for what the verb says."""
    words = _HARDSHIP.sub("cố gắng", _PAPER.sub(" ban hành", _YEARS.sub("", fold[start:verb])))
    if _BREAKS.search(words) or _STARTS.match(words) is None or _OTHERWISE.search(words) or _NOUN.search(words):
        return False
    comma = words.rfind(", ")
    return comma < 0 or not activities.doing(fold, start + comma + 2, verb)


def _clauses(fold: str, sentence: int, end: int, reach: int = _NAME) -> Iterator[int]:
    """Where a clause may begin that ends at `end`: the sentence, what a teller tells, what stands behind a comma."""
    near = max(sentence, end - reach)
    starts = {openings.lead(fold, sentence, end)}
    marks = [m.end() for m in (*_TELLS.finditer(fold, near, end), *_COMMA.finditer(fold, near, end))]
    starts |= {*marks, *(openings.lead(fold, mark, end) for mark in marks)}
    return (start for start in sorted(starts) if near <= start < end)


def unnamed(words: str, *, span: bool) -> bool:
    """Whether `words` name no body in particular: `các địa phương`; beside a `span` of years also `tỉnh`, `toàn xã`."""
    words = words.strip(" ,")
    return _NOWHERE.fullmatch(words) is not None or (span and _ALONE.fullmatch(words) is not None)


def body(words: str) -> bool:
    """Whether `words` are the name of a body, or of many, and no more."""
    if _NOWHERE.fullmatch(words.strip(" ,")):
        return False
    words = _SHORT.sub("", _WITHIN.sub("", _SAYS.sub("", words.rstrip(" ,"))))
    if _BREAKS.search(words) or _SPEAKS.search(words) or len(words.split()) > _WORDS:
        return False
    words = _HEADS.sub("", words)
    whole = _WHOLE.match(words)
    return actors.nominal(words[whole.end() :]) if whole else actors.bodily(words)
