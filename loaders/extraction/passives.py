"""Bodies told of after what they did: `D được Đảng ủy xã quán triệt`, `Hội nghị quán triệt D được Huyện ủy tổ chức`.

Read are the words between a document and a verb, and those around the name of an event.
"""

from __future__ import annotations

import re
from typing import Final

from loaders.extraction import activities, actors, deeds, openings
from loaders.extraction.deferred import deferred
from loaders.extraction.lexicon import begins

_UNSAID: Final = "".join(f"(?<!{word} )" for word in ("mong", "muốn", "ít", "nếu", "nên", "hiếm khi", "chưa từng"))
"""Before `được`, what makes it a wish, a condition or a lack."""
_BY: Final = deferred(
    rf"(?:[^;:.“”]{{0,60}}?[\s…])?(?:(?:đã|vừa|đều|đang|luôn|cũng|tiếp tục|sớm) ){{0,2}}{_UNSAID}được (?:được )?"
    r"(?P<actor>(?:[^;:.,“”\"()]|, (?=(?:ủy ban|ubnd|các|chính quyền|mặt trận|ban|ngành|đơn vị"
    r"|địa phương|đoàn thể|cơ quan|tổ chức|chi bộ|cấp|sở|hội)(?!\w))){3,120}?)"
    rf"(?:,? (?:{activities.MANNER}))*\s*"
)
_EVENT: Final = deferred(
    rf"(?:(?P<lead>[^;:.]{{0,160}}?)(?<!\w)(?:(?P<held>diễn ra|khai mạc)|tham dự|tham gia|dự|tại) )?"
    rf"(?:{activities.EVENT})(?: (?:toàn quốc|trực tuyến|tập huấn|trực tiếp|nghiên cứu,|giao ban(?: về)?(?: việc)?))*"
    r"\s*"
)
_EVENT_ENDS: Final = (
    *activities.EVENTS,
    "toàn quốc",
    "trực tuyến",
    "tập huấn",
    "trực tiếp",
    "nghiên cứu,",
    "giao ban",
    "việc",
    "về",
)
_WIDEST: Final = 60
_HELD_BY: Final = deferred(
    r"(?<!\w)(?:do|được) (?P<actor>(?:[^;:.,]|, (?=ban |bộ |ủy ban |ubnd |sở )){3,90}?) "
    r"(?:(?:đã|vừa|đồng|chủ trì|phối hợp|chỉ đạo),? )*(?:tổ chức|chủ trì|phát động)(?!\w)"
)
_REACH: Final = 700
"""Who holds an event is told within so many code points of its purpose."""
_OF: Final = deferred(
    rf"[\W\d]*(?:tại|trong|ở) (?:{activities.EVENT})(?: [^;:.,]{{1,60}}?)?"
    r" (?:của|do) (?P<actor>[^;:.,]{3,80}?)(?: (?:tổ chức|chủ trì))?,"
)
_SAYING: Final = r"[^;:.,]{3,80}? (?:nhấn mạnh|cho biết|khẳng định|nêu rõ)(?: rằng)?,? "
_PURPOSE: Final = deferred(
    rf"[\W\d]*(?:(?:thông qua|với) [^;:.,]{{2,60}}, |{_SAYING})?(?:đây|(?:việc|hoạt động|chương trình"
    rf"|(?P<event>{activities.EVENT}))(?!\w)[^;:.]{{0,160}}?)"
    r"(?: (?:cũng|còn))?(?: (?:là (?:một trong những |một |những )?(?:hoạt động|việc làm|dịp|bước|nội dung"
    r"|sự kiện|giải pháp|đợt sinh hoạt)"
    r"[^;:.,]{0,60}?|(?:được|đã được) tổ chức[^;:.,]{0,60}?|diễn ra[^;:.,]{0,60}?))?"
    rf" (?:nhằm|để)(?:,? (?:{activities.MANNER}|góp phần|kịp thời))*\s*"
)
"""What an event of the page is said to be for."""
_AT_EVENT: Final = deferred(
    r"[\W\d]*(?:(?P<told>(?:(?:đó|đây) )?là [^;:.]{0,40}?(?:yêu cầu|phát biểu|thông tin|khẳng định|nhấn mạnh|nội dung"
    r"|chỉ đạo|chia sẻ)(?: [^;:.]{2,80}?)?|(?:phát biểu|kết luận|trao đổi|tham luận|báo cáo)(?: [^;:.,]{2,40}?)?) )?"
    rf"(?:tại|trong|(?P<closing>(?:phát biểu )?(?:khai mạc|bế mạc|kết luận|chủ trì|chỉ đạo)(?: tại)?))"
    rf" (?:{activities.EVENT})(?: (?:toàn quốc|trực tuyến|trực tiếp|toàn thể))*\s*"
)
"""What is said at an event, which was held then: `Tại hội nghị (tổng kết D), ông A cho biết`."""
_COMING: Final = deferred(
    rf"(?<!\w)sẽ (?:được )?(?:tổ chức|diễn ra|chủ trì|khai mạc)[^.;]{{0,60}}(?:{activities.EVENT})"
    rf"|(?:{activities.EVENT})[^.;]{{0,80}} sẽ (?:được )?(?:tổ chức|diễn ra|khai mạc)"
)
"""That the page's event is yet to come."""
_YET: Final = deferred(
    r"(?<!\w)(?:sẽ|dự kiến|sắp|chưa|chuẩn bị|có thể|nên|cần)(?: được| sẽ)?\s*$"
)  # `hội nghị (quán triệt D) sẽ do BODY tổ chức`
_TOLD: Final = 3_000
_VERB: Final = 12  # the longest verb that says what work is done
_SPOKEN: Final = deferred(
    r", [^;.]{2,200}?(?<!\w)(?:cho biết|nhấn mạnh|khẳng định|đã|đề nghị|yêu cầu|chỉ đạo|đánh giá|nêu|cho rằng|phát biểu"
    r"|đề xuất|chia sẻ|kiến nghị|biểu dương|lưu ý|ghi nhận|tin tưởng)(?!\w)"
    r"|(?<!\w)(?:diễn ra|được tổ chức) (?:ngày|sáng|chiều|tối|vừa|hôm|mới)"
)
_WORK: Final = deferred(
    r"(?:việc|công tác|hoạt động|đợt) (?:tổ chức |nghiên cứu, )?"
    r"(?:(?P<known>học tập|quán triệt|tuyên truyền|phổ biến)|sơ kết|tổng kết)(?!\w)[^;:.“”]{0,60}$"
)
_LED_WORK: Final = deferred(
    r"[\W\d]*(?:(?:ngay )?(?:sau|từ) (?:khi )?[^;:.,]{3,80}, )?(?:việc|công tác|hoạt động|đợt)"
    r"(?P<done>(?: (?:tổ chức|nghiên cứu|học tập|quán triệt|tuyên truyền|phổ biến|triển khai|thực hiện|và|cụ thể hóa)"
    r",?){0,8})\s*"
)
_KNOWN: Final = deferred(r"(?:học tập|quán triệt|tuyên truyền|phổ biến)(?!\w)")
_LEADERS: Final = deferred(
    rf"(?<!\w){_UNSAID}(?<!chưa )(?<!không )(?<!cần )(?<!phải )(?<!sẽ )được (?:"
    r"(?:triển khai|tổ chức|thực hiện|tiến hành|quan tâm)(?: [^;:.,]{2,40}?)? (?:từ|ở|tại) (?P<levels>(?:các )?cấp ủy"
    r"(?:[^;:.]{2,120}?)) (?:đến|tới|xuống) "
    r"|(?P<actor>[^;:.]{3,120}?) (?:(?:luôn|thường xuyên|đặc biệt|kịp thời|hết sức|rất|tập trung),? ){0,2}"
    r"(?:quan tâm|chú trọng|coi trọng|lãnh đạo|chỉ đạo|triển khai|tổ chức|thực hiện|tiến hành)(?!\w))"
)
"""Who leads a work whose name stands in front: `Việc học tập D được Huyện ủy chỉ đạo`, `được triển khai từ cấp ủy`."""
_PUPILS: Final = deferred(
    r"(?:(?:hơn|gần|trên|khoảng) )?(?:\d[\d.]*|toàn thể|đông đảo|các|nhiều) (?:cán bộ|đảng viên|hội viên|đoàn viên"
    r"|đại biểu|giáo viên|học sinh|học viên|công chức|người dân|chiến sĩ)[^;:.]{0,120}? (?:(?:đã|vừa|đang) )?"
    r"(?:tham gia|tham dự|dự|được|đến|về)(?: (?:đợt|lớp|buổi|hội nghị|tập huấn|nghe|tham gia))*\s*"
)
_PASSED: Final = deferred(begins("diễn ra|được tổ chức|đã khai mạc|vừa khai mạc") + r"(?!\w)")


def agent(fold: str, start: int, verb: int) -> tuple[int, int] | None:
    """The span of the body by which the document that ends at `start` has been dealt with as the verb says."""
    match = _BY.fullmatch(fold, start, verb) if fold.find("được", start, verb) >= 0 else None
    if match is None:
        return None
    plain = actors.acting(match["actor"]) or actors.named(fold, *match.span("actor")) or deeds.body(match["actor"])
    return match.span("actor") if plain else None


def work(fold: str, start: int, end: int) -> str | None:
    """What the work is that is named right before a document: `Việc học tập, quán triệt (D được BODY thực hiện)`."""
    match = _WORK.search(fold, start, end)
    if match is None:
        return None
    return "disseminates" if match["known"] else "reviews"


def led(fold: str, start: int, verb: int, end: int) -> tuple[tuple[int, int], bool] | None:
    """Who leads the work that opens a sentence: `Công tác tuyên truyền (D) được Huyện ủy quan tâm chỉ đạo`.

    The span of the body, and whether the work makes the document known.
    """
    work = _LED_WORK.fullmatch(fold, openings.lead(fold, start, verb), verb)
    by = _LEADERS.search(fold, verb, _stop(fold, verb, end)) if work else None
    if work is None or by is None:
        return None
    name = "actor" if by["actor"] else "levels"
    if not (actors.acting(by[name]) or deeds.body(by[name]) or name == "levels"):
        return None
    return by.span(name), _KNOWN.search(work["done"] + fold[verb : verb + _VERB]) is not None


def event(fold: str, start: int, verb: int) -> bool:
    """Whether a sentence opens with an event whose purpose the verb at `verb` says: `Hội nghị quán triệt D`."""
    match = _named(fold, start, verb)
    return match is not None and (match["lead"] is None or match["held"] is not None)


def _named(fold: str, start: int, verb: int) -> re.Match[str] | None:
    """The event named right before the verb, with what leads to it from the beginning of the sentence."""
    near = fold[max(start, verb - _WIDEST) : verb].rstrip()
    if "  " not in near and not near.endswith(_EVENT_ENDS):
        return None
    return _EVENT.fullmatch(fold, openings.lead(fold, start, verb), verb)


def holder(fold: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of the body that holds the event told of in `fold[start:end]`."""
    for match in _HELD_BY.finditer(fold, start, end):
        if (
            actors.acting(match["actor"])
            and _YET.search(fold, max(start, match.start() - _VERB), match.start()) is None
            and not fold.startswith(" sẽ ", match.end())
        ):
            return match.span("actor")
    return None


def owner(fold: str, start: int, verb: int) -> tuple[int, int] | None:
    """The span of the body whose event the sentence is about: `Tại hội nghị giao ban của Đảng ủy xã, đồng chí A`."""
    match = _OF.match(fold, start, verb)
    return match.span("actor") if match and actors.acting(match["actor"]) else None


def attended(fold: str, start: int, verb: int, end: int) -> bool:
    """Whether a sentence tells what was said or done at the event whose purpose the verb at `verb` says.

    `Tại hội nghị (tổng kết D), ông A cho biết ...`, `Đó là yêu cầu của ông A tại hội nghị (quán triệt D)`.
    """
    at = _AT_EVENT.fullmatch(fold, start, verb)
    if at is None:
        return False
    return at["told"] is not None or _SPOKEN.search(fold, verb, _stop(fold, verb, end)) is not None


def taught(fold: str, start: int, verb: int, end: int) -> tuple[int, int] | None:
    """The span of the body by whom those are taught who attend: `300 cán bộ tham gia (học tập D) do BODY tổ chức`."""
    if _PUPILS.fullmatch(fold, openings.lead(fold, start, verb), verb) is None:
        return None
    return holder(fold, verb, _stop(fold, verb, end))


def occasion(fold: str, start: int, verb: int) -> bool:
    """Whether a sentence says of an event, which it names, what it is for: `Hội nghị là dịp để (đánh giá D)`."""
    match = _PURPOSE.fullmatch(fold, start, verb) if _aims(fold, start, verb) else None
    return (
        match is not None and match["event"] is not None and _COMING.search(fold, max(0, start - _TOLD), start) is None
    )


def purpose(fold: str, start: int, verb: int) -> bool:
    """Whether a sentence says what the page's event is for: `Việc ra mắt X là hoạt động nhằm (cụ thể hóa D)`."""
    return _aims(fold, start, verb) and _PURPOSE.fullmatch(fold, start, verb) is not None


def _aims(fold: str, start: int, verb: int) -> bool:
    """Whether a word for a purpose stands before the verb: no sentence without one says what an event is for."""
    return fold.find(" nhằm", start, verb) >= 0 or fold.find(" để", start, verb) >= 0


def past(fold: str, start: int, verb: int, end: int) -> bool:
    """Whether a sentence says that the event right before its verb was held: `đã diễn ra Hội nghị (quán triệt D)`."""
    if not event(fold, start, verb):
        return False
    return (_PASSED.search(fold, start, verb) or _PASSED.search(fold, verb, _stop(fold, verb, end))) is not None


def _stop(fold: str, verb: int, end: int) -> int:
    """Where the sentence of the verb ends, looked for within reach of it."""
    end = min(end, verb + _REACH)
    stop = fold.find(". ", verb, end)
    return end if stop < 0 else stop
