"""Activities: who held, did or reviewed something about a document."""

from __future__ import annotations

import itertools
import re
from typing import Final

from loaders.extraction import actors, openings
from loaders.extraction.deferred import deferred
from loaders.extraction.lexicon import CAPITALS, table
from loaders.extraction.places import every

KINDS: Final = {
    "disseminates": "dissemination",
    "reviews": "review",
    "implements": "implementation",
    "continues": "implementation",
}
EVENT: Final = actors.WORDS["noun"]
"""A pattern for the words that name an event."""
EVENTS: Final = tuple(row["word"] for row in table("held") if row["role"] == "noun")
"""These words."""
_RUN: Final = r"(?:[^;:.!?“”\"]|\.(?=\w))"  # a stop inside a word ends nothing: `Ban Tuyên giáo T.Ư`, `TP.HCM`
_HELD: Final = deferred(
    rf"(?P<actor>{_RUN}{{2,170}}?)\s+(?:{actors.WORDS['hold']})(?:\s+\w+){{0,2}}?\s+(?P<noun>{actors.WORDS['noun']})(?!\w)"
)
_NOUN: Final = deferred(rf"(?:{actors.WORDS['noun']})")
_MET: Final = deferred(
    rf"(?P<actor>{_RUN}{{2,170}}?)\s+(?:đã )?(?:có buổi )?làm việc (?:với|tại) (?:(?! để | nghe )[^;:.,]){{2,90}}"
    r" về(?: (?:việc|tình hình|kết quả|công tác|tổ chức|triển khai|quá trình))*\s*$"
)
_TOGETHER: Final = deferred(
    r"\s\s*(?:(?:đã|vừa|đang)\s+)?(?:chủ trì, |chủ trì )?(?:phối hợp (?:với|cùng|các) .*|đã|vừa|cũng)$"
)
_NAME: Final = 60
_MOST_WORDS: Final = 14
_MET_REACH: Final = 50  # within which before the verb `về` stands, where a meeting is told
_EVERY: Final = deferred(r"(?<!\w)các cấp$")
_DONE: Final = deferred(r"(?<!\w)(?:đã|vừa|đang)(?!\w)")
_HOLDS: Final = deferred(rf"(?:[^;.]{{0,40}}\W)?(?:{actors.WORDS['hold']})(?!\w)")
_OVER_YEARS: Final = r"(?:trong|qua|sau)(?: (?:hơn|gần|suốt))? \d{1,2} năm(?: qua)?(?: tổ chức| triển khai)?"
_PRAISE: Final = deferred(
    rf"(?<!\w)(?:{actors.WORDS['praise']})(?!\w)(?:[^;.]{{0,120}}(?<!\w)của | (?=(?:{actors.WORDS['body']}) ))"
    rf"(?P<actor>[^;:.,]{{3,90}}?) (?:(?:trong|về)(?: (?:việc|công tác|tổ chức|quá trình))*|{_OVER_YEARS})\s*$"
)
_IN_DOING: Final = deferred(rf"(?<!\w)(?:(?:trong|về)(?: (?:việc|công tác|tổ chức|quá trình))*|{_OVER_YEARS})$")
_TAIL: Final = 90
_IN_DOING_ENDS: Final = ("trong", "về", "việc", "tác", "chức", "trình", "năm", "qua", "khai")
_TELLS: Final = deferred(
    actors.ACTS.pattern.replace(
        "(?P<verb>", "(?P<verb>quy định|thông báo|báo cáo|trả lời|phúc đáp|kính trình|kính đề nghị|gửi|lưu ý|"
    )
)
_MEETING: Final = deferred(
    r"(?<!\w)(?:họp|hội thảo|tọa đàm|giao ban)(?!\w)[^;:.,]{0,40}$"
    r"|(?<!\w)làm việc (?:với|tại) [^;:.]{2,110} về (?:tình hình|kết quả)(?!\w)[^;:.,]{0,40}$"
)
_TOPIC: Final = deferred(r" (?:về|về việc)(?: tiếp tục| đẩy mạnh| tăng cường)*\s*$")  # what a body has issued on
_TIMED: Final = deferred(  # `Đảng ủy Quân khu 3 vào sáng nay (27/6/2022) tổ chức ...`
    r"\s\s*(?:vào (?:sáng|chiều|tối|trưa|ngày|hôm)(?: ngày| nay| qua)?(?: \(?(?:ngày )?[\d/.-]{3,10}\)?)?"
    r"|(?:sáng|chiều|tối|trưa|ngày)(?: ngày)? [\d/.-]{3,10})$"
)
MANNER: Final = (
    "nghiêm túc|tích cực|chủ động|tập trung|kịp thời|sớm|nhanh chóng|khẩn trương|quyết liệt|thường xuyên|đồng loạt"
    "|tiếp tục|tổ chức|chỉ đạo|lãnh đạo|quán triệt|học tập|triển khai|thực hiện|tiến hành|quan tâm|chú trọng|phối hợp"
    "|đẩy mạnh|tăng cường|nghiên cứu|tuyên truyền|phổ biến|cụ thể hóa|xây dựng kế hoạch|và|luôn|đồng bộ|sâu rộng"
    "|(?:làm|thực hiện) tốt|việc|công tác|cuộc|đợt"
)
"""Words between a body and what it does: how it does that, and what it does besides."""
_SITTING: Final = r"(?: (?:thứ )?\w{2,6}(?: tiên| kỳ| thể| rộng| tuyến| đề)?)?"  # `họp phiên đầu tiên`
_DID_SO: Final = (  # each in one way
    rf"(?:vừa|đang|đã|tham mưu|cũng|họp(?: phiên{_SITTING})?|bàn|nghe|về(?:(?<=họp về)|(?<=bàn về))|{MANNER}"
    r"|sinh hoạt(?: chuyên đề| chi bộ| chính trị)?(?:,(?=\s*$))?|giao ban(?: [^,;:.]{2,40})?,(?=\s*$))"
)
_DOING: Final = deferred(rf"\s\s*{_DID_SO}(?:,?\s+{_DID_SO})*$")
_MEDIA: Final = deferred(  # by what a body makes known: `Đài Truyền thanh xã phát 30 tin, bài tuyên truyền D`
    r" (?:đã )?(?:in|phát|phát sóng|biên soạn|đăng|đăng tải|cấp phát|treo|viết|xây dựng|thực hiện)"
    r"(?: và [^\W\d]+ [^\W\d]+)? [\d.]+ (?:[^;:.,]{2,30} )?"
    r"(?:tờ rơi|tin, bài|tin bài|bài viết|tài liệu|sổ tay|băng rôn|pano|phóng sự|chuyên mục)$"
)
_INVITES: Final = deferred(  # `Đảng ủy xã đã mời đồng chí A đến (quán triệt D)`
    r"(?: (?:đã|vừa|có))* mời [^:.“”]{3,160}? (?:đến|về|tới|tham gia)"
    r"(?: (?:để|trực tiếp|nói chuyện|báo cáo|triển khai|truyền đạt|tuyên truyền|quán triệt|và|nhằm),?)*$"
)
_MEETS: Final = deferred(  # with whom it meets: `UBND tỉnh đã họp với các sở (đánh giá kết quả thực hiện D)`
    r" (?:(?:đã|vừa) )?(?:có (?:cuộc|buổi) )?(?:họp|làm việc|giao ban)"
    r"(?: (?:với|cùng) [^;:.,“”]{3,90}| nghe báo cáo,(?: và)?)$"
)
_MEETS_WORDS: Final = ("họp", "làm việc", "giao ban")
_HOW: Final = deferred(r" (?:luôn|không ngừng)(?!\w)")  # `các cấp công đoàn luôn sáng tạo và (thực hiện)`
_SHORT: Final = deferred(
    r" \((?:[^\W\d_]{2,8}|(?:huyện|quận|thị xã|thành phố|tỉnh|tp|tx|khóa)[ .][^()]{1,30})\)(?= |$)"
)  # `Ủy ban nhân dân (UBND) tỉnh`
# The team by which a body acts: `Ban Thường vụ Tỉnh đoàn thành lập Đoàn tiến hành (giám sát D)`.
_FORMS: Final = deferred(r" (?:đã )?thành lập (?:đoàn|tổ)(?: công tác)?,? (?:và )?tiến hành$")
# The last words that these may end with: they are looked for nowhere else.
_MEANS: Final = ("hành", "rơi", "bài", "viết", "liệu", "tay", "rôn", "pano", "sự", "mục")
_DOINGS: Final = (*re.findall(r"[^\W\d_]+", _DID_SO), ",")
_SITS: Final = 40  # code points of `phiên` with any words behind it
_SETS_UP: Final = deferred(r",| (?:thành lập|cử) (?:\d{1,3} |các )?(?:đoàn|tổ)(?!\w)")  # others, who are to act yet
_PERSON: Final = deferred(r"(?:các )?(?:đồng chí|đ/c|ông|bà) [^,;:.–-]{4,40}(?=,| [–-] )")
_JOINT: Final = deferred(rf", (?={actors.WORDS['body']})")
_BEHALF: Final = deferred(
    r"(?:tại (?:hội nghị|buổi)[^,;:.]{0,60}, )?(?:thay mặt|t/m) (?P<actor>[^,;:.]{4,90}), [^;:.]{3,140}? "
)
_CHAIR: Final = deferred(r"(?:(?:phó )?(?:tổng )?bí thư|(?:phó )?chủ tịch|trưởng ban|phó trưởng ban)(?!\w)")
_PLACE: Final = deferred(rf"(?:[{CAPITALS}]\w{{1,8}})(?: [{CAPITALS}]\w{{1,8}}){{1,3}}")
_UNITS: Final = deferred(r"(?:xã|phường|thị trấn|huyện|quận|thị xã)(?!\w)")
_UNIT: Final = deferred(r"(?<!\w)(?:xã|phường|thị trấn|huyện|quận|thị xã)$")
_MANY: Final = deferred(r"(?:hầu hết |phần lớn )?(?:các|nhiều) ")
_DID: Final = deferred(
    r"\s\s*đã(?: (?:nghiêm túc|tích cực|chủ động|tập trung|kịp thời|tổ chức|quán triệt|học tập"
    r"|lãnh đạo|chỉ đạo|và)|,)*\s*$"
)
_CLAUSE_START: Final = deferred(r"[,;\n]")
_NO_NAME: Final = deferred(r"(?<!\w)(?:tham gia|góp ý)(?!\w)")
_ABOUT: Final = deferred(r" về [^,]*, ")
"""What stands in no name of a body: what it does; what another is about, which ends with a comma."""
_ALL_LEVELS: Final = deferred(r"(?<!\w)các cấp$")
# What a committee that holds an event is for: `Ban Chỉ đạo xây dựng nông thôn mới xã (tổ chức hội nghị)`.
_FOR: Final = deferred(
    rf"^(?:{actors.WORDS['committee']}) (?:xây dựng|thực hiện|vận động|cuộc vận động)"
    r"(?! (?:và|các|kế hoạch|chương trình|đề án|báo cáo|nghị quyết)(?!\w))"
)
_HOLDING: Final = ("tổ chức", "tiến hành", "khai mạc")
_BREAKS: Final = deferred(r"[;.:()“”\"]")
_AT_WORK: Final = deferred(r" (?:đã|vừa|báo cáo|rút kinh nghiệm|kết quả|tình hình)(?!\w)")
"""What a body does, or tells of, that is no part of its name."""
_SHORTEST: Final = 4
"""No clause with a body and its verb has fewer code points."""


def held(fold: str, start: int, end: int, text: str = "") -> tuple[int, int] | None:
    """The span of the body that holds the event named in `fold[start:end]`: `ACTOR tổ chức hội nghị`.

    Where the printed `text` is given, a bare place may be the body: `Hòa An tổ chức hội nghị`.
    """
    skip = openings.lead(fold, start, end)
    match = (_HELD.match(fold, skip, end) if _NOUN.search(fold, skip, end) else None) or (
        _MET.match(fold, skip, end) if " về" in fold[max(skip, end - _MET_REACH) : end] else None
    )
    if match is None:
        return None
    actor = _TIMED.sub("", actors.leaderless(_TOGETHER.sub("", match["actor"])))
    begin = match.start("actor")
    person = _PERSON.match(actor)
    if person:  # who presides
        return begin, begin + person.end()
    if actors.verbal(_FOR.sub("", actor)):
        return None
    chair = _CHAIR.match(actor) is not None and "chủ trì" in match.group()
    if not chair and not actors.BODY_AT.match(actor.lstrip()) and not _PLACE.fullmatch(text, begin, begin + len(actor)):
        return None
    return begin, begin + len(actor)


def gathers(fold: str, start: int, end: int) -> bool:
    """Whether an event is named in `fold[start:end]`, or a meeting may be: looked at before who holds it is asked."""
    return _NOUN.search(fold, start, end) is not None or " về" in fold[max(start, end - _MET_REACH) : end]


def met(fold: str, start: int, verb: int) -> bool:
    """Whether what is held before the verb at `verb` is a meeting: `họp bàn triển khai`, `hội thảo về triển khai`."""
    return _MEETING.search(fold, start, verb) is not None


def subject(fold: str, start: int, end: int, text: str = "") -> tuple[int, int] | None:
    """The span of a body that stands, with nothing but a time before it, as the subject right before `end`.

    Where the printed `text` is given, the name ends before the first of several acts: `Ban A tổ chức B và (tổng kết)`.
    """
    skip = openings.lead(fold, start, end)
    if actors.BODY_WORD.match(fold, skip, end) is None:
        return None
    whole = fold[skip:end].rstrip()
    words = _idle(_MEETS.sub("", whole) if any(word in whole for word in _MEETS_WORDS) else whole)
    if "dự" in words and actors.ATTENDS.search(words):
        return None  # `Tổng Bí thư cùng các đại biểu dự Hội nghị`
    words = _TIMED.sub("", actors.alone(words))
    match, leader = actors.BODY.match(words), actors.COMMITTEE.match(words)
    done = len(words) < len(whole)  # `Ban Chỉ đạo X đã`
    acting = actors.COMMITTEE.sub("", words) if done else words
    if (
        match is None
        or actors.VERBAL.search(acting)
        or _AT_WORK.search(words)
        or len(words.split()) > _MOST_WORDS
        or _SETS_UP.search(words, leader.end() if leader else 0)
        or (leader is None and actors.COMMITTEE.match(fold, skip, end))  # `Ban Chỉ đạo (tổng kết D)`: its own name
    ):
        return None
    if words.startswith("các ") and "cấp" not in words:
        return None
    if _EVERY.search(words) and not _DONE.search(fold, skip, end):
        return None  # `Cấp ủy các cấp tập trung thực hiện D`: what all are to do
    return skip, _named_to(fold, skip, skip + len(words), text)


def _idle(words: str) -> str:
    """`words` without those at their end that say how a body does what follows, whom it asks for it and by what."""
    if " mời " in words:
        words = _INVITES.sub("", words)
    words = _MEDIA.sub("", _FORMS.sub("", words)) if words.endswith(_MEANS) else words
    done = words.endswith(_DOINGS) or "phiên" in words[-_SITS:]
    return _DOING.sub("", words) if done else words


def _named_to(fold: str, start: int, end: int, text: str) -> int:
    """Where the name of the body at `start` ends, up to `end`: before the first act in small letters.

    A committee is named by what it is for: only that something is held ends its name.
    """
    head = actors.BODY_AT.match(fold, start, end)
    if head is None:
        return end
    held = actors.COMMITTEE.match(fold, start, end) is not None
    for act in actors.ACTS.finditer(fold, head.end(), end):
        if text[slice(*act.span("verb"))].islower() and (not held or act["verb"] in _HOLDING):
            return start + len(_DOING.sub("", fold[start : act.start()].rstrip()))
    return end


def actor_of(fold: str, start: int, end: int, text: str, *, told: bool = False) -> tuple[int, int] | None:
    """The span of the body that acts in the main clause, after an adjunct: `..., ACTOR đã tổ chức ...`."""
    for mark in itertools.chain((None,), _CLAUSE_START.finditer(fold, start, end)):
        comma, begin = mark.span() if mark else (start, start)
        if end - begin < _SHORTEST:
            break
        skip = openings.lead(fold, begin, end)
        body = actors.BODY_AT.match(fold, skip, end)
        if body is None:
            continue
        listed = _UNITS.match(fold, skip, end)
        if listed and not text[listed.end() + 1 : listed.end() + 2].isupper() and _UNIT.search(fold, start, comma):
            continue  # the rest of `quy định về xã, phường, thị trấn`
        verbs = (_TELLS if told else actors.ACTS).finditer(fold, body.end(), min(end, body.end() + 120))
        verb = next((v for v in verbs if text[v.start("verb")].islower()), None)
        between = _SHORT.sub(" ", fold[skip : verb.start()]) if verb is not None else ""
        if verb is not None and not _unnamed(between):
            skip = _since(fold, skip, verb.start())
            led = actors.LED.search(fold, skip, verb.start())
            levels = (
                _ALL_LEVELS.search(fold, start, comma) if fold.endswith(("cấp", "cấp\n"), start, comma) else None
            )  # `các cấp, X`
            how = _HOW.search(fold, body.end(), verb.start())
            return levels.start() if levels else skip, min(m.start() for m in (led, how, verb) if m)
    return None


def _since(fold: str, start: int, end: int) -> int:
    """Where the name of the body begins behind a time: `(về kiểm tra) các Ban X, vừa qua Thường trực Y (đã ...)`."""
    for comma in every(fold, ", ", start, end):
        begin = comma + len(", ")
        name = openings.lead(fold, begin, end)
        if name > begin and actors.BODY_AT.match(fold, name, end):
            return name
    return start


def _unnamed(words: str) -> bool:
    """Whether `words`, which begin as the name of a body does, are none: more stands in them."""
    if " về" in words:
        words = actors.CONCERNED.sub("", words)
        if _TOPIC.search(words) or (_ABOUT.search(words) and actors.COMMITTEE.match(words) is None):
            return True
    return _BREAKS.search(words) is not None or _NO_NAME.search(words) is not None


def body(fold: str, start: int, end: int) -> bool:
    """Whether `fold[start:end]` is the name of a body and no more: `Bộ Tài chính `."""
    match = actors.BODY_AT.match(fold, openings.lead(fold, start, end), end)
    rest = fold[match.end() : end] if match else ","
    return len(rest) < _NAME and not re.search(r"[,;:.()“”\"]|(?<!\w)(?:giao|yêu cầu|đề nghị|sẽ|đã|được)(?!\w)", rest)


def doing(fold: str, start: int, verb: int) -> bool:
    """Whether a body that begins at `start` is itself the subject of the verb: `các xã (thực hiện)`."""
    return actors.BODY_AT.match(fold, start, verb) is not None and subject(fold, start, verb) is not None


def many(fold: str, actor: tuple[int, int], end: int) -> bool:
    """Whether those at `actor` are many bodies that have acted: `các cấp ủy, chính quyền trong tỉnh đã ...`."""
    return _MANY.match(fold, actor[0]) is not None and bool(re.compile(r"\s+đã\s").match(fold, actor[1], end))


def collective(fold: str, start: int, verb: int) -> tuple[int, int] | None:
    """The span of the many bodies that are the subject of the verb at `verb`, which tells what they have done."""
    if fold.find("đã", start, verb) < 0:
        return None
    skip = openings.lead(fold, start, verb)
    did = _DID.search(fold, skip, verb)
    if did is None or _MANY.match(fold, skip, did.start()) is None:
        return None
    words = fold[skip : did.start()]
    return (skip, did.start()) if actors.BODY_AT.match(words) and not re.search(r"[;.:()]", words) else None


def praised(fold: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of the body whose work the sentence praises: `đánh giá cao ... của ACTOR trong thực hiện`."""
    near = fold[max(start, end - _TAIL) : end].rstrip()
    if near and not near.endswith(_IN_DOING_ENDS):
        return None
    words = fold[start:end].rstrip()
    tail = max(0, len(words) - _TAIL)
    doing = words.endswith(_IN_DOING_ENDS) and _IN_DOING.search(words, tail) is not None
    match = _PRAISE.search(words + " ") if doing else None
    return (start + match.start("actor"), start + match.end("actor")) if match else None


def behalf(fold: str, start: int, verb: int) -> tuple[int, int] | None:
    """The span of the body that somebody speaks for: `Thay mặt ACTOR, đồng chí A báo cáo kết quả thực hiện D`."""
    match = _BEHALF.fullmatch(fold, openings.lead(fold, start, verb), verb)
    return match.span("actor") if match and actors.BODY_AT.match(match["actor"]) else None


def committee(fold: str, start: int, end: int) -> int | None:
    """Where a committee begins that opens the sentence and is named after the document at `end`."""
    skip = openings.lead(fold, start, end)
    match = actors.COMMITTEE.match(fold, skip, end)
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
    skip = openings.lead(fold, start, end)
    body = actors.BODY_AT.match(fold, skip, end)
    if body is None:
        return None
    verb = re.compile(r"\s+đã\s").search(fold, body.end(), min(end, body.end() + 120))
    if (
        verb is None
        or actors.VERBAL.search(fold[body.end() : verb.start()])
        or re.search(r"[;.:,]", _JOINT.sub(" ", fold[body.end() : verb.start()]))
    ):
        return None
    return skip, verb.start()
