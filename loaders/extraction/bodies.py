"""Who an act is laid on: the body named before its verb (`Sở Y tế chủ trì ...`), or before the list it stands in."""

from __future__ import annotations

import re
from typing import Final

from loaders.extraction.marks import Marks, between, marks
from loaders.extraction.wording import either, pattern
from ontology.model import Value

LEAD_BACK: Final = 600
LONGEST: Final = 320  # code points from a body to its verb

# `trường hợp`, `hội nghị` begin like bodies and are none.
# Nor does `tổ chức` where it is the verb.
_ORGANISING: Final = (
    "hội|lễ|các|thực|triển|quán|tuyên|sơ kết|tổng kết|đánh giá|kiểm tra|kiểm điểm|rà soát|học tập|tập huấn|đại hội|họp|"
    "khảo sát|phát động|đào tạo|bồi dưỡng|lấy|xây dựng|phổ biến|việc|công bố|ký|khai|thi|bàn giao|chi trả|điều tra|"
    "đối thoại|ra quân|diễn tập|sinh hoạt|cho|nghiên cứu|nghiệm thu|bầu|biên soạn|phát hành|vận động|cuộc|buổi|lớp|tốt"
)
_HEAD: Final = pattern(
    rf"(?<!\w)(?!(?:trường hợp|hội (?:nghị|thi|thảo|họp|viên|trường)|đoàn (?:viên|kết)|tổ chức (?:{_ORGANISING})|"
    r"bên cạnh|cơ sở để|người dân|ban hành)(?!\w))"
    rf"(?:(?:các|mỗi|từng|mọi|toàn thể|tất cả các|những|một số) )?(?P<noun>{either('body_words', 'head')})"
)
# Nouns that the first verb after them belongs to: `Ban Tổ chức`, `Hội đồng thẩm định`, `cơ quan chủ trì`.
_NAMED_BY_VERB: Final = frozenset(("ban", "hội đồng", "tổ", "cơ quan", "đơn vị", "người", "tổ chức", "bộ phận", "bên"))
_LEADS: Final = pattern(
    r"(?:trách nhiệm của|cơ quan chủ trì|đơn vị chủ trì|chủ trì(?: thực hiện)?:|"
    r"g(?<!\wg)iao(?! ban)|đề nghị|yêu cầu|phân công) ?:? "
)
_FIELD_END: Final = re.compile(
    r"[.;]|\n\s*(?:[-+*•]|\w{1,3}[.)]\s|(?:Cơ quan|Đơn vị|Thời (?:gian|hạn)|Kết quả|Sản phẩm))"
)
_STOP: Final = pattern(
    r"[:;.()\x20](?:(?<=[:;.()])|(?<!(?<!\w)ban\x20) ?(?:tổ chức (?:hội (?:nghị|thi|thảo)|lớp|đợt|buổi|lễ)|"
    r"vừa tổ chức|phối hợp tổ chức) | ?(?:là|trong|theo|căn cứ|để|nhằm|về|tại|"
    r"(?:hằng|hàng) (?:năm|quý|tháng|tuần|ngày)|định kỳ|trước|chậm nhất|đã|sẽ|được|thì|tiếp tục|khẩn trương|chủ động|"
    r"tích cực|nghiêm túc|kịp thời|tập trung|tăng cường|cũng|phải|cần(?! thơ| giờ| giuộc| đước)|thường xuyên|"
    r"nhanh chóng|quan tâm|đẩy mạnh|có (?:công văn|văn bản|kế hoạch|trách nhiệm)) )"
)


_DUTY: Final = pattern(r" (?:có|chịu)(?: các)? (?:trách nhiệm|nhiệm vụ|quyền)(?!\w)| bao gồm$| gồm$")
_MOST_LINES: Final = 8
_ITEM_OF_BODY: Final = re.compile(
    r"[^\S\n]*(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|[IVXivx]{1,4}\.)?[^\S\n]?(?P<body>[^:;\n]{4,110}?)[^\S\n]?:[^\S\n]*$"
)


# `2. Ban Xây dựng Đảng`
_NAME_ALONE: Final = re.compile(
    r"[^\S\n]*(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|[IVX]{1,4}\.)[^\S\n](?P<body>[^:;.\n\d]{4,70}?)[^\S\n]*$"
)


class Subject(Value, frozen=True, gc=False):
    """A body `start:end` and where the verb it governs begins (`act`)."""

    start: int
    end: int
    act: int


def subject(folded: str, start: int, end: int, said: Marks | None = None) -> Subject | None:
    """The body that `start:end` begins with, with its verb; None where it begins otherwise or has no verb.

    `said` are the marks of a stretch that holds `start:end`, where they are known.
    """
    head = _HEAD.match(folded, start, end)
    if head is None:
        return None
    reach = min(end, start + LONGEST)
    verb = _verb(folded, head, reach, said or marks(folded, start, reach))
    if verb is None:
        return None
    stop = _STOP.search(folded, head.end(), verb)
    last = stop.start() if stop else verb
    while last > start and folded[last - 1] in " ,":
        last -= 1
    listed = last >= head.end() and folded[last:verb].strip() == ","
    return None if listed else Subject(start, last, verb)


def acting(folded: str, start: int, end: int, said: Marks) -> Subject | None:
    """The body that `start:end`, or a part of it after a comma, begins with: `Sau hội nghị này, các xã báo cáo ...`."""
    found = subject(folded, start, end, said)
    comma = folded.find(", ", start, end)
    while found is None and comma >= 0:
        found = subject(folded, comma + 2, end, said)
        comma = folded.find(", ", comma + 2, end)
    return found


def _verb(folded: str, head: re.Match[str], end: int, said: Marks) -> int | None:
    """Where the governing verb after a head noun begins."""
    after = head.end()
    verbs = sorted({start for start, _ in (*between(said.acts, after, end), *between(said.orders, after, end))})
    if not verbs:
        return None
    named = head.group() in _NAMED_BY_VERB and not folded[after : verbs[0]].strip()
    return verbs[1] if named and len(verbs) > 1 and verbs[1] < verbs[0] + 90 else verbs[0]


def ordered(folded: str, start: int, end: int, said: Marks | None = None) -> Subject | None:
    """The body after the last word of order in `start:end` (`yêu cầu Sở Y tế rà soát`).

    A body that is ordered to direct others (`đề nghị Huyện ủy chỉ đạo Ban Tuyên giáo ...`) is itself the one.
    """
    said = said or marks(folded, start, end)
    led: Subject | None = None
    for before, after in reversed(between(said.commands, start, end)[-4:]):
        found = subject(folded, after + 1, end, said)
        if found is not None and folded[before:after] != "chỉ đạo":
            return found
        led = led or found
    return led


def lead(text: str, folded: str, start: int) -> tuple[int, int] | None:
    """The body named by the nearest heading or lead-in before `start` (`Trách nhiệm của Sở Y tế`, `Giao Sở Y tế:`)."""
    found = None
    for mark in _LEADS.finditer(folded, max(0, start - LEAD_BACK), start):
        head = _HEAD.match(folded, mark.end(), start)
        if head is not None and ":" in mark.group():  # a field of a task: its whole value, verbs in a name or none
            close = _FIELD_END.search(text, head.end(), min(start, head.end() + LONGEST))
            found = (mark.end(), close.start() if close else min(start, head.end() + LONGEST))
        elif head is not None:
            reach = min(start, head.end() + 200)
            stop = _STOP.search(folded, head.end(), reach)
            verb = _verb(folded, head, reach, marks(folded, mark.end(), reach))
            found = (mark.end(), min(verb or reach, stop.start() if stop else reach))
    return found


def heading(text: str, folded: str, start: int) -> tuple[int, int] | None:
    """The body that is the heading of the list `start` stands in: `1. Sở Y tế:` in a line of its own above.

    Without a colon a line is one where it is numbered and holds nothing but a short name (`2. Ban Xây dựng Đảng`).
    """
    end = text.rfind("\n", max(0, start - LEAD_BACK), start)
    for _ in range(_MOST_LINES):
        if end < 0:
            return None
        begin = text.rfind("\n", max(0, end - LEAD_BACK), end) + 1
        line = _ITEM_OF_BODY.match(text, begin, end)
        if line is None and _named_alone(folded, _NAME_ALONE.match(text, begin, end)):
            line = _NAME_ALONE.match(text, begin, end)
        if line is not None:
            duty = _DUTY.search(folded, line.start("body"), line.end("body"))
            span = (line.start("body"), duty.start() if duty else line.end("body"))
            return span if _HEAD.match(folded, line.start("body"), line.end("body")) else None
        end = begin - 1
    return None


def _named_alone(folded: str, line: re.Match[str] | None) -> bool:
    """Whether a line holds nothing but the name of a body, and no act of it."""
    if line is None:
        return False
    low, high = line.span("body")
    head = _HEAD.match(folded, low, high)
    if head is None or _STOP.search(folded, head.end(), high):
        return False
    return head.group() in _NAMED_BY_VERB or not marks(folded, head.end(), high).acts


def named_by(folded: str, start: int, act: tuple[int, int]) -> bool:
    """Whether the body that begins at `start` has its name from the verb `act` (`cơ quan thu lệ phí`)."""
    head = _HEAD.match(folded, start, act[0])
    return head is not None and head.group() in _NAMED_BY_VERB and not folded[head.end() : act[0]].strip()


def is_body(folded: str, start: int, end: int) -> bool:
    """Whether `start:end` begins with the name of a body."""
    return bool(_HEAD.match(folded, start, end))
