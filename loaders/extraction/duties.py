"""Whether a clause lays an act on a body by a time: the mood of administrative prose, one judge for each way of saying.

An act is ordered by a word of order (`yêu cầu`, `giao`, `phải`), by the list of duties or the instrument it stands in,
or by a deadline said of it. It is none where it is told (`đã`), wished (`phấn đấu`), allowed (`có quyền`), a condition
(`trường hợp nộp trước ngày ...`), or where the time only describes a thing (`trợ cấp hằng tháng`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import bodies
from loaders.extraction.mandates import fills_cell, listed, mood, told
from loaders.extraction.marks import between, starts_at
from loaders.extraction.moments import Moment, named_around, titled
from loaders.extraction.recurring import INTO, LABEL, NOUN, recurring, submitted
from loaders.extraction.wording import pattern

if TYPE_CHECKING:
    from loaders.extraction.periods import Time

ANCHOR: Final = pattern(
    r",? ?(?:\([^()]{1,40}\) ?)?"
    r"(?:kể từ|tính từ|từ ngày|từ khi|sau khi|sau ngày|trước khi|trước ngày|trước kỳ|trước thời điểm)"
)
DEADLINE_NOUN: Final = pattern(r"(?:thời hạn|thời gian|hạn|thời điểm)(?: [^\W\d_]+){0,12}$")
_RELATIVE: Final = pattern(r" ?(?:mà|thì|nhưng|và còn|còn|vẫn|chưa|đã|đang|được|có hiệu lực|theo quy định của)(?!\w)")
_PLAN: Final = pattern(
    r"(?<!\w)(?:xác định|đặt ra|đề ra|tập trung(?: thực hiện)?|triển khai|thực hiện) [^.;]{0,40}"
    r"(?:nhiệm vụ|công việc|nội dung)(?!\w)"
)
_SIGNED: Final = pattern(r"thời gian (?:ký|đăng|cập nhật|mở|làm việc|tiếp|phát|xuất)")
_CUT_OFF: Final = pattern(r"(?:tính|chốt số liệu|lũy kế|kỳ báo cáo)(?: [^\W\d_]+){0,6} ?:?$")
_BY: Final = pattern(r"(?<!\w)do [^,;.]{2,80}$")
_TARGET_YEAR: Final = pattern(r"(?:đến|giai đoạn|nhiệm kỳ|từ)$")
_NAMING: Final = pattern(
    r"(?<!\w)(?:về|về việc|kế hoạch|ban chỉ đạo(?: trung ương)?|"
    r"(?:tại|dự|sau|qua|của) (?:buổi |lễ )?(?:hội nghị|hội thảo)|"
    r"(?:chủ trì|tổ chức|khai mạc) (?:hội nghị|hội thảo|lễ|buổi))(?: công tác)?$"
)
# Who asks a question tells a story.
_PERSONAL: Final = pattern(r",? (?:tôi|em|chúng tôi|gia đình (?:tôi|em)|công ty (?:tôi|em))(?!\w)")
_CARRIED: Final = pattern(r"[^.;]{0,60}(?:thực hiện|thi hành|triển khai)(?!\w)")
_LASTS: Final = pattern(r"(?:quá|hết|sau|có|giá trị|có giá trị [^,;]{0,30}|có hiệu lực.{0,60}) ?$")
_UNLESS: Final = pattern(r"(?<!\w)(?:mà|nếu(?! có)|thì|không (?:có|nhận|thực hiện|chấp hành))(?!\w)")
_IF_SO: Final = pattern(r"nếu [^.;]{3,120} thì được(?!\w)")
# `Hằng năm, căn cứ vào D, Sở X lập ...`: what the act is done by stands between the time and its body.
_ADJUNCT: Final = pattern(r",? ?(?:căn cứ|trên cơ sở|theo|để|nhằm)(?!\w)")
_BESIDE: Final = 3
_SINCE: Final = pattern(r"(?<!\w)(?:từ|tính|kể)(?!\w)[^,;.]{0,60}$")
_COMPLETE: Final = pattern(r"(?<!\w)(?:phải |cơ bản )?(?:hoàn thành|hoàn tất|kết thúc)(?!\w)")
_COMPLETE_REACH: Final = 120
_CLAUSE_END: Final = re.compile(r"[,.;:]")
_PAST: Final = pattern(r"(?<!\w)(?:đã|có \d+|mới có|sẽ)(?!\w)")
_COMMA: Final = re.compile(", ")
_MOST_COMMAS: Final = 8
_ANCHOR_REACH: Final = 460
# `Năm tài chính bắt đầu từ ... và kết thúc vào ...` says when a span runs.
_BEGUN: Final = pattern(r"(?<!\w)bắt đầu (?:từ|vào)(?!\w)[^,;.]{0,60}$")
_SPAN_REACH: Final = 80
# `báo cáo kết quả công tác từ ngày 01/3 đến ngày 15/4`: the time that a report covers.
_COVERED: Final = pattern(
    r"(?<!\w)(?:báo cáo|tổng hợp|thống kê|đánh giá|rà soát) (?:[^\W\d_]+ ){0,2}?"
    r"(?:kết quả|tình hình|số liệu|công tác|hoạt động|việc|danh sách|số lượng)(?!\w)[^;:.()]*$"
)
_COVERED_REACH: Final = 240


def hopeless(folded: str, time: Time, *, begins: bool = False) -> bool:
    """Whether the words right beside a time show that nothing is due by it, before its clause is looked for.

    A time that `begins` its sentence with a capital belongs to no noun of the line above.
    """
    if time.kind == "period":
        if begins:
            return False
        noun = NOUN.search(folded, max(0, time.start - 24), time.start)
        before = folded[max(0, time.start - 320) : time.start] if noun else ""
        return bool(noun) and not INTO.search(before) and not submitted(before, folded[time.end : time.end + 16])
    if time.kind == "within":
        words = folded[time.start : time.end + 12]
        return "làm việc" not in words and not ANCHOR.match(folded, time.end)
    if time.kind in {"due", "inside"} and _RELATIVE.match(folded, time.end):
        return True
    year_alone = time.kind == "inside" and time.due is not None and len(time.due) == 4
    return year_alone and not _by_the_year(folded, time)


def _by_the_year(folded: str, time: Time) -> bool:
    """Whether a bare year is the time of an act and no goal: `hoàn thành trong năm 2024`, `tổng kết vào năm 2030`."""
    before = folded[max(0, time.start - 200) : time.start]
    reviewed = folded.startswith("vào", time.start) and re.search(r"(?:sơ|tổng) +kết", before)
    return "hoàn thành" in before or bool(reviewed)


def holds(at: Moment) -> bool:
    """Whether an act is laid on a body by the time."""
    if _wished(at) or _gone(at):
        return False
    return _JUDGES.get(at.time.kind, _inside)(at)


def _wished(at: Moment) -> bool:
    """Whether the clause wishes, petitions or forecasts, with nothing that orders after that."""
    place = at.time.end
    while place < at.end and at.page.folded[place] in " ,:":
        place += 1
    if between(at.said.goals, at.start, at.time.start) or starts_at(at.said.goals, place):
        return True
    goals = between(at.said.goals, at.cell, at.time.start)
    return bool(goals) and not between(at.said.orders, goals[-1][1], at.time.start)


def _gone(at: Moment) -> bool:
    """Whether the time lies before the year of the order: then it is told."""
    due = at.time.due
    return bool(due and at.page.year and not due.startswith("-") and due[:4] < at.page.year)


def _due(at: Moment) -> bool:
    """`trước ngày`, `chậm nhất ngày`: a deadline, unless it is the date of a condition or a past state."""
    if told(at) or _RELATIVE.match(at.after) or _CUT_OFF.search(at.before.rstrip()) or _PERSONAL.match(at.after):
        return False
    if at.words.startswith("đến hết") and not (
        between(at.said.musts, at.start, at.time.start) or "thời hạn" in at.before
    ):
        return False
    return bool(DEADLINE_NOUN.search(at.before.rstrip(" :,"))) or _due_act(at)


def _until(at: Moment) -> bool:
    """`đến ngày 30/6/2024 các xã hoàn thành ...`: a deadline where something is to be complete then."""
    if told(at) or _RELATIVE.match(at.after) or _SINCE.search(at.before) or _CUT_OFF.search(at.before.rstrip()):
        return False
    before, after = at.before[-_COMPLETE_REACH:], _CLAUSE_END.split(at.after[:_COMPLETE_REACH].lstrip(" ,"))[0]
    near = f"{before} {after}"
    return bool(_COMPLETE.search(near)) and not _PAST.search(near)


def _due_act(at: Moment) -> bool:
    found = at.acts_before()
    passive = len(found) == 1 and _BY.search(at.page.folded[at.start : found[0][0]])
    if found and not passive and not titled(at.page, found[0][0]):
        return True
    return bool(at.acts_after(200)) and (at.fronted() or at.before.rstrip().endswith(","))


def _field(at: Moment) -> bool:
    """`Thời gian hoàn thành: ...` in a list of tasks."""
    if _SIGNED.match(at.words):
        return False
    return bool(LABEL.search(at.words)) or at.page.normative


def _inside(at: Moment) -> bool:
    """`trong tháng 6/2024`, `từ ... đến ...`: an act must be ordered for it; a year alone is mostly a goal."""
    if _TARGET_YEAR.search(at.before.rstrip()) or _RELATIVE.match(at.after) or told(at) or _begun(at):
        return False
    if named_around(at.page, at.time.start):
        return False
    if at.time.kind == "span" and _COVERED.search(at.before[-_COVERED_REACH:]) and at.acts_before():
        return False
    year_alone = at.time.due and len(at.time.due) == 4
    if year_alone and not _by_the_year(at.page.folded, at.time):
        return False
    if "hoàn thành" in at.before[-60:] or _labelled(at):
        return True
    governed = at.acts_before() or (at.fronted() and between(at.said.acts, at.time.start, at.time.end + 200))
    return bool(governed) and mood(at)


def _labelled(at: Moment) -> bool:
    """`(thời gian lấy ý kiến từ ngày 5/3 đến ngày 20/3)`; `xe chạy trong thời gian từ ...` tells which thing."""
    noun = DEADLINE_NOUN.search(at.before.rstrip(" :,"))
    return noun is not None and (not at.before[: noun.start()].endswith(("trong ", "vào ")) or mood(at))


def _begun(at: Moment) -> bool:
    """Whether the time ends a span that the clause says to begin: nothing is due then."""
    return bool(_BEGUN.search(at.page.folded[max(at.cell, at.time.start - _SPAN_REACH) : at.time.start]))


def _calendar(at: Moment) -> bool:
    """A day set for an act in an instrument's list: `Khai giảng: ngày 05/9/2024`."""
    label = at.before.rstrip()
    return (
        at.page.normative
        and label.endswith(":")
        and len(label) < 80
        and bool(at.acts_before())
        and not at.after.strip(" ,.")
    )


def _within(at: Moment) -> bool:
    """`trong thời hạn 30 ngày kể từ ngày ...`: a term that something else starts, for an act that is a duty."""
    words = at.words.rsplit(",", 1)[-1].strip()
    strong = words.startswith(("trong thời hạn", "trong vòng", "chậm nhất", "muộn nhất"))
    bound = words.startswith("trong thời gian")
    if not ANCHOR.match(at.after) and not ((strong or bound) and "làm việc" in words):
        return False
    if told(at) or _LASTS.search(at.before):
        return False
    begin = main_clause(at)
    described = ANCHOR.match(at.after) and begin - at.time.end < _BESIDE and not at.acts_before()
    if described and at.before.strip(" ,"):
        return False  # `Người bị xử phạt trong thời hạn 6 tháng kể từ ...`: it tells which body
    near = max(at.start, at.time.start - 160)
    if not strong and not bound and not _bounded(at, near):
        return False
    if between(at.said.acts, near, at.time.start) and not (begin > at.time.end and not at.before.strip(" ,")):
        return not between(at.said.rights, near, at.time.start)
    return (
        not _IF_SO.match(at.page.folded, begin)
        and _duty(at, begin)
        and not _UNLESS.search(at.after[: max(0, begin - at.time.end)])
    )


def main_clause(at: Moment) -> int:
    """Where the clause begins that a fronted time is said of, past what starts a relative term.

    In `kể từ ngày nhận được hồ sơ đầy đủ, hợp lệ, Sở X cấp` the anchor holds commas of its own: the clause begins after
    the first of them that a body follows with its verb beside it, else with any verb, else after the first.
    """
    folded, begin = at.page.folded, at.time.end
    anchor = ANCHOR.match(folded, begin, at.end) or _ADJUNCT.match(folded, begin, at.end)
    reach = min(at.end, begin + _ANCHOR_REACH)
    commas = [mark.end() for mark in _COMMA.finditer(folded, anchor.end(), reach)] if anchor else []
    if commas:
        near = (bodies.subject(folded, comma, at.end, at.said) for comma in commas[:_MOST_COMMAS])
        subjects = [found for found in near if found is not None]
        beside = next((found for found in subjects if found.act - found.end < 2), subjects[0] if subjects else None)
        begin = beside.start if beside else commas[0]
    while begin < at.end and folded[begin] in " ,:":
        begin += 1
    return begin


def _bounded(at: Moment, near: int) -> bool:
    """Whether a mere bound (`không quá 15 ngày`) is that of a duty: `phải ...`, `thời hạn giải quyết là ...`."""
    return (
        bool(between(at.said.musts, near, at.time.start))
        or bool(DEADLINE_NOUN.search(at.before.rstrip(" :,là")))
        or at.fronted()
    )


def _duty(at: Moment, begin: int) -> bool:
    """Whether the clause after a fronted term has an act, and no right before it."""
    reach = min(at.end, begin + 260)
    found = between(at.said.acts, begin, reach) or between(at.said.musts, begin, reach)
    rights = between(at.said.rights, begin, min(at.end, begin + 200))
    return bool(found) and not (rights and rights[0][0] < found[0][0])


def _review(at: Moment) -> bool:
    """A review after a span of years, where it is ordered and not a name or a story."""
    if not _CARRIED.match(at.page.folded, at.time.end):
        return False
    if named_around(at.page, at.time.start) or _NAMING.search(at.before.rstrip()):
        return False
    ordered = bool(between(at.said.orders, at.first, at.time.start)) or (at.page.normative and listed(at))
    return ordered and not told(at, at.first)


def _year_set(at: Moment) -> bool:
    """`Năm 2024, ngành Y tế đề ra 8 nhiệm vụ`: what a body sets itself for a year."""
    if at.before.strip(" ,-") not in {"", "trong"}:
        return False
    told = between(at.said.story, at.time.end, at.time.end + 160)
    return bool(_PLAN.search(at.after[:160])) and not told


_JUDGES: Final = {
    "due": _due,
    "until": _until,
    "field": _field,
    "cell": fills_cell,
    "day": _calendar,
    "within": _within,
    "period": recurring,
    "fixed period": recurring,
    "review": _review,
    "year": _year_set,
}
