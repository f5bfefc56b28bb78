"""What an inspection looks into, where a sentence of its own says so: `Nội dung kiểm tra: việc thực hiện D`.

Or what the team was sent for (`Đoàn có nhiệm vụ giám sát việc thực hiện D`), has announced (`Đoàn đã công bố kế hoạch
kiểm tra với các nội dung: ...`, `thông báo quyết định thành lập Đoàn kiểm tra việc thực hiện D`, `thông báo kết luận
kiểm tra việc thực hiện D`), or looked into besides (`Đồng thời, kiểm tra việc thực hiện D`).
"""

from __future__ import annotations

import re
from typing import Final

from loaders.extraction import activities, moods, openings
from loaders.extraction.lexicon import begins

_LOOKS: Final = r"(?:kiểm tra|giám sát|khảo sát|phúc tra|thanh tra)"
_CONTENT: Final = re.compile(
    r"[\W\d]*(?:(?:các|những|về|trọng tâm) )?(?:nội dung|trọng tâm|phạm vi)"
    rf"(?: (?:chính|chủ yếu|trọng tâm|của|được|các|đợt|cuộc|(?:này|trên)|{_LOOKS}|làm việc),?){{0,7}}"
    r"(?: (?:tập trung|chủ yếu|gồm|bao gồm|là|vào|về|liên quan đến|đánh giá|xoay quanh))*\s*:?\s*"
    r"(?:việc|tình hình|công tác|kết quả|quá trình|chấp hành|triển khai|thực hiện|tổ chức|lãnh đạo)(?!\w)"
)
_MATTER: Final = r"(?:việc|tình hình|công tác|kết quả|quá trình|chấp hành)"
_SENT: Final = re.compile(
    rf"[\W\d]*(?:các |những )?(?:đoàn|tổ)(?: công tác)?(?: {_LOOKS}(?:, {_LOOKS}| và {_LOOKS})?)?(?: này)?,? "
    rf"có nhiệm vụ {_LOOKS}(?:, {_LOOKS}| và {_LOOKS})* {_MATTER}(?!\w)"
)
_BESIDES: Final = re.compile(
    r"[\W\d]*(?:đồng thời|ngoài ra|bên cạnh đó|cùng với đó|cùng đó|qua đó),? (?:(?:các )?đoàn (?:cũng |đã |còn ){0,2})?"
    rf"(?:tiến hành )?{_LOOKS}(?:, {_LOOKS}| và {_LOOKS})* {_MATTER}(?!\w)"
)
_ANNOUNCED: Final = re.compile(rf"(?<!\w)(?:công bố|thông báo|thông qua)(?: [^.;:\n]{{2,60}}?)? {_LOOKS}(?!\w)")
_LISTED: Final = re.compile(r"nội dung[^.;:\n]{0,20}:")
_VERB: Final = re.compile(
    r"(?<!\w)(?<!đoàn )(?<!tổ )(?<!ban )(?<!công tác )(?:\d{1,4} (?:cuộc|đợt|lượt) )?"
    rf"(?:kiểm tra|giám sát|khảo sát|làm việc với|(?:công bố|thông báo) [^.;:\n]{{2,60}}{_LOOKS})"
)
_TELLS: Final = re.compile(r"(?<!\w)(?:đã|vừa|tiến hành|tổ chức|có buổi|thực hiện|ngày \d|sáng|chiều)(?!\w)")
_TEAM: Final = re.compile(r"(?:(?:đoàn|tổ) (?:công tác )?(?:kiểm tra|giám sát|khảo sát|thanh tra)|đoàn công tác)(?!\w)")
_LOOKED: Final = re.compile(
    rf"[\W\d]*(?:(?:qua|sau khi|trong quá trình|kết thúc|tiến hành|trực tiếp),? )?{_LOOKS}(?:, {_LOOKS}| và {_LOOKS})*"
    rf"(?: {_MATTER}| chấp hành| về| tổ chức| và| triển khai)*\s*"
)
_SENT_ON: Final = re.compile(
    r"(?P<team>(?:đoàn|tổ) (?:giám sát|kiểm tra|khảo sát)[^;:.,]{0,60}?)"
    rf" (?:về|đối với|chuyên đề)[“\"]?(?:[ “\"]{{1,3}}(?:{_MATTER}|chấp hành|tổ chức|triển khai|thi hành))*\s*"
)
_WORKS: Final = re.compile(
    r"(?<!\w)(?<!sẽ )(?<!chưa )(?<!không )(?<!cần )(?<!phải )(?<!dự kiến )(?<!sẽ có buổi )(?<!chưa có buổi )"
    r"(?:làm việc với|làm việc tại|có buổi làm việc|tiến hành"
    r"|(?:đã|đã trực tiếp) (?:kiểm tra|giám sát|khảo sát|công bố|thông báo))(?!\w)"
)
_DID: Final = re.compile(  # what the sentences after tell of the team
    r"(?<!\w)(?:đoàn|tổ)(?: công tác)? (?:giám sát|kiểm tra|khảo sát)[^;:.,]{0,40}? (?:đã|vừa)"
    r"(?: trực tiếp| tiến hành)? (?:giám sát|kiểm tra|khảo sát|làm việc)(?!\w)"
)
_COMMA: Final = re.compile(r",\s+")
_FOUND: Final = re.compile(
    r"(?P<team>[^;:.,]{4,90}?)(?: (?:đã|vừa|cũng|cơ bản))* (?:ghi nhận|đánh giá|chỉ ra|phát hiện|nhận thấy|kết luận"
    r"|nhận định|biểu dương|kiến nghị|đề nghị|yêu cầu|lưu ý|chỉ rõ|nhấn mạnh)(?!\w)"
)
# What is announced, before its matter: the decision that sets the team up, its plan, what it has found.
_PAPER: Final = re.compile(
    begins("công bố|thông báo|triển khai|thông qua|quán triệt") + r" [^.;:\n]{0,160}?"
    r"(?:đoàn|tổ|kết luận|kết quả|kế hoạch|quyết định|thông báo|báo cáo)(?: (?:cuộc|đợt|đoàn|tổ|về|việc))*"
    rf" {_LOOKS}(?:(?:,| và|, và) {_LOOKS})*(?!\w)"
)
_DOING: Final = re.compile(
    r"(?!(?:[^.;:“”\"()]{0,200} )?(?:theo|căn cứ|để|nhằm|sẽ|chưa)(?!\w))[^.;:“”\"()]{0,200}? "
    r"(?:(?:thực hiện|chấp hành|thi hành|triển khai|quán triệt|học tập)(?: (?:các|nội dung|nghiêm|tốt))*\s*)"
)
_NAMED: Final = re.compile(
    rf"(?:đoàn|tổ)(?: công tác)?(?:(?: |, | và |, và ){_LOOKS})+(?: [^;:.,()“”\"]{{2,90}}?)?"
    r"(?= \(gọi| do [^;.]{3,300}(?:trưởng đoàn|tổ trưởng)"
    r"| (?:đã|vừa|có buổi|tiến hành|làm việc|công bố|thông báo)(?!\w))"
)
_BARE: Final = re.compile(r"(?:các )?(?:đoàn|tổ)(?: công tác)?(?:,? (?:kiểm tra|giám sát|khảo sát|và))*\s*(?:này)?\s*")
_REACH: Final = 900
_SENTENCES: Final = 4
_PAGE: Final = 2_500
_MOST: Final = 16
"""How far, and how many sentences back, the full name of a team is looked for."""


def inspects(fold: str, start: int) -> bool:
    """Whether the body at `start` is a team that inspects: `Đoàn giám sát của HĐND tỉnh làm việc về D`."""
    return _TEAM.match(fold, start) is not None


def contents(fold: str, sentence: int, at: int) -> bool:
    """Whether the sentence up to `at` says what an inspection that is told of around it looks into."""
    if _SENT.match(fold, sentence, at):
        return True  # whether it has been done is for the sentence that tells of the team
    if (paper := _paper(fold, sentence, at)) is not None:
        return not moods.has(fold, sentence, paper.start(), moods.UNDONE)
    match = _CONTENT.match(fold, sentence, at) or _BESIDES.match(fold, sentence, at)
    end = match.end() if match else _listed(fold, sentence, at)
    return end is not None and not moods.has(fold, sentence, end, moods.UNDONE)


def _announced(fold: str, sentence: int, at: int) -> int | None:
    """Where a sentence before `at` has said that an inspection and what it looks into are announced."""
    listed = _listed(fold, sentence, at)
    if listed is not None:
        return listed
    paper = _paper(fold, sentence, at)
    return paper.end() if paper else None


def _listed(fold: str, sentence: int, at: int) -> int | None:
    """Where a sentence before `at` has come to what an inspection looks into, which it announces."""
    place = fold.find("nội dung", sentence, min(at, sentence + _REACH))
    listed = _LISTED.match(fold, place, at) if place >= 0 else None
    return listed.end() if listed and _ANNOUNCED.search(fold, sentence, place) else None


def _paper(fold: str, sentence: int, at: int) -> re.Match[str] | None:
    """What a team makes known of its inspection, where the sentence goes on to carrying out what is at `at`."""
    paper = _PAPER.search(fold, sentence, min(at, sentence + _REACH))
    return paper if paper and _DOING.fullmatch(fold, paper.end(), at) else None


def full(fold: str, actor: tuple[int, int]) -> tuple[int, int]:
    """The team that is meant by `Đoàn` or `Đoàn kiểm tra` alone: the one that the page has named more fully before."""
    if not fold.startswith(("đoàn", "tổ"), actor[0]) or _BARE.fullmatch(fold, *actor) is None:
        return actor
    named = before(fold, max(fold.rfind(". ", 0, actor[0]), fold.rfind("\n", 0, actor[0])) + 1, _PAGE, _MOST)
    return named[0] if named is not None and inspects(fold, named[0][0]) else actor


def fronted(fold: str, sentence: int, verb: int, end: int) -> tuple[int, int] | None:
    """The team of the main clause behind what it looked into: `Qua kiểm tra việc (thực hiện D), Đoàn ghi nhận ...`."""
    sent = _SENT_ON.fullmatch(fold, openings.lead(fold, sentence, verb), verb)
    if sent is not None and (
        _WORKS.search(fold, verb, min(end, verb + _REACH)) or _DID.search(fold, verb, verb + _REACH)
    ):
        return sent.span("team")
    if _LOOKED.fullmatch(fold, sentence, verb) is None:
        return None
    for comma in _COMMA.finditer(fold, verb, min(end, verb + _REACH)):
        if _TEAM.match(fold, comma.end()) is not None:
            found = _FOUND.match(fold, comma.end(), min(end, comma.end() + _REACH))
            return found.span("team") if found else None
    return None


def told(fold: str, sentence: int, at: int) -> tuple[tuple[int, int], int, int] | None:
    """Who inspected: by the sentence itself where it announces, by one before it, else by one after it."""
    own = _announced(fold, sentence, at)
    actor = _inspector(fold, sentence, own) if own else None
    if own is not None and (actor is None or _BARE.fullmatch(fold, *actor)):
        known = before(fold, sentence, _PAGE, _MOST)
        if known is not None and inspects(fold, known[0][0]):
            return known
    if own is not None and actor is not None:
        return actor, sentence, own
    return before(fold, sentence) or (_after(fold, at) if _SENT.match(fold, sentence, at) else None)


def _after(fold: str, position: int) -> tuple[tuple[int, int], int, int] | None:
    """The team that the sentences after `position` tell of, which was sent for what stands before."""
    start = position
    for _ in range(_SENTENCES):
        stop = min((p for p in (fold.find(". ", start), fold.find("\n", start)) if p >= 0), default=-1)
        if stop < 0 or stop - position > _REACH:
            return None
        start = stop + 1
        start += len(fold[start : start + 9]) - len(fold[start : start + 9].lstrip())
        ends = (p for p in (fold.find(". ", start), fold.find("\n", start)) if p >= 0)
        end = min(ends, default=len(fold))
        actor = _inspector(fold, start, end)
        if actor is not None and inspects(fold, actor[0]):
            return actor, start, end
    return None


def before(
    fold: str, position: int, reach: int = _REACH, sentences: int = _SENTENCES
) -> tuple[tuple[int, int], int, int] | None:
    """Who inspected, by the sentence nearest before `position` that tells it: the body's span and the sentence's."""
    low, end = max(0, position - reach), position
    for _ in range(sentences):
        end = low + len(fold[low:end].rstrip())
        stop = max(fold.rfind(". ", low, end - 2) + 1, fold.rfind("\n", low, end - 1))
        start = max(low, stop)
        actor = _inspector(fold, start, end)
        if actor is not None:
            return actor, start, end
        if start <= low:
            return None
        end = start
    return None


def _inspector(fold: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of the body of which one sentence says that it has inspected."""
    team = _NAMED.match(fold, openings.lead(fold, start, end), end)
    if team is not None and _WORKS.search(fold, team.end(), end):
        return team.span()
    for verb in _VERB.finditer(fold, start, end):
        actor = activities.subject(fold, start, verb.start())
        if actor is not None:
            told = inspects(fold, actor[0]) or _TELLS.search(fold, start, verb.end())
            undone = moods.has(fold, start, verb.start(), moods.UNDONE)
            return actor if told and not undone else None
    return None
