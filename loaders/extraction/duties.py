"""Whether a clause lays an act on a body by a time: the mood of administrative prose, one judge for each way of saying.

An act is ordered by a word of order (`yêu cầu`, `giao`, `phải`), by the list of duties or the instrument it stands in,
or by a deadline said of it. It is none where it is told (`đã`), wished (`phấn đấu`), allowed (`có quyền`), a condition
(`trường hợp nộp trước ngày ...`), or where the time only describes a thing (`trợ cấp hằng tháng`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction.lexicon import begins
from loaders.extraction.mandates import fills_cell, listed, mood, told
from loaders.extraction.marks import between, starts_at
from loaders.extraction.moments import Moment, named_around, titled
from loaders.extraction.recurring import LABEL, NOUN, into, recurring, settled, submitted
from loaders.extraction.terms import ANCHOR, DEADLINE_NOUN, term
from loaders.extraction.wording import pattern

if TYPE_CHECKING:
    from loaders.extraction.marks import Place
    from loaders.extraction.periods import Time

# A measure, `mỗi ngày chậm nộp phải trả ...`, or what is told of each year: `Mỗi năm, quỹ thêm khoảng 8 tỷ đồng`.
_FOR_EACH: Final = pattern(
    r" (?:chậm|quá hạn|công tác|làm việc|làm thêm|tăng thêm|vượt)(?!\w)"
    r"|,?(?: [^\W\d_]+){1,8} (?:hơn|gần|trên|khoảng|bình quân) \d"
)
# An item, and the line that leads a list of what is asked of who wants something.
_LISTED: Final = re.compile(r"[^\S\n]{0,8}[-–+*•]")
_LEAD_BACK: Final = 1_200
_CONDITIONS: Final = re.compile(
    r"(?:điều kiện|trường hợp|đối tượng|hồ sơ|giấy tờ|tiêu chuẩn)[^:]{0,50}:\s*$"
    r"|^\W*(?:hồ sơ|điều kiện|giấy tờ)(?!\w)[^.]{0,60}$",
    re.IGNORECASE,
)
# `kế hoạch 5 năm và hằng năm`, `các kế hoạch dài hạn, hằng năm`
_SPANS: Final = pattern(r"(?<!\w)(?:dài hạn|trung hạn|ngắn hạn|(?:0?5|năm|10) năm)(?:,| và|, và) $")
_TERM_FOLLOWS: Final = pattern(r" ?: ?(?:trong|chậm nhất|trước|muộn nhất)(?!\w)")
_RELATIVE: Final = pattern(r" ?(?:mà|thì|nhưng|và còn|còn|vẫn|chưa|đã|đang|được|có hiệu lực|theo quy định của)(?!\w)")
# `Trong thời gian 3 ngày, từ ngày 4-6/5/2021`: how long it lasted.
_LASTED: Final = pattern(r",? ?\(?từ (?:ngày )?\d{1,2}(?:/\d{1,2}(?:/\d{4})?)? ?(?:-|–|đến)")
# `Hội nghị sẽ đánh giá kết quả 10 năm thực hiện D`: what an event is held for.
_EVENT_WILL: Final = pattern(
    r"(?<!\w)(?:hội nghị|hội thảo|phiên họp|cuộc họp|đại hội|buổi làm việc)(?: này)?"
    r"(?: (?:sẽ|đã|cũng|tập trung|nhằm)){0,3} $"
)
# `họp góp ý báo cáo (tổng kết 6 năm thực hiện D)`: a review that is being held.
_WEIGHED: Final = pattern(r"(?<!\w)(?:cho ý kiến|thảo luận|nghe|thông qua|góp ý)(?!\w)[^;.]{0,40}$")
_EVENT_REACH: Final = 60
# `các nhiệm vụ do Chính phủ giao từ ngày ... đến ngày ...`: when it befell what the act is done to.
_BEFELL: Final = pattern(r"(?<!\w)do [^;.:]{2,80}? (?:giao|ban hành|ký|chuyển|gửi|phát hiện|cấp) $")
# `treo băng rôn hưởng ứng Tuần lễ an toàn thực phẩm (từ ngày ... đến ngày ...)`: when the occasion is
_OCCASION: Final = pattern(r"(?<!\w)(?:hưởng ứng|chào mừng|nhân dịp|kỷ niệm)(?!\w)[^;.()]{3,120} \($")
_PLAN: Final = pattern(
    r"(?<!\w)(?:xác định|đặt ra|đề ra|tập trung(?: thực hiện)?|triển khai|thực hiện) [^.;]{0,40}"
    r"(?:nhiệm vụ|công việc|nội dung)(?!\w)"
)
_SIGNED: Final = pattern(r"thời gian (?:ký|đăng|cập nhật|mở|làm việc|tiếp|phát|xuất)")
_CUT_OFF: Final = pattern(r"(?:tính|chốt số liệu|lũy kế|kỳ báo cáo)(?: [^\W\d_]+){0,6} ?:?$")
_BY: Final = pattern(r"(?<!\w)do [^,;.]{2,80}$")
# A list of what is to be complete by when: `Thời gian hoàn thành: Đề cương trước ngày 5/6; dự thảo trước ngày 7/8`.
_LIST_OF_TERMS: Final = pattern(r"(?:thời (?:gian|hạn)|tiến độ) (?:hoàn thành|thực hiện)(?: [^\W\d_]+){0,6} ?:")
_TARGET_YEAR: Final = pattern(r"(?:đến|giai đoạn|nhiệm kỳ|từ)$")
_NAMING: Final = pattern(
    r"(?<!\w)(?:về|về việc|kế hoạch|ban chỉ đạo(?: trung ương)?|"
    r"(?:tại|dự|sau|qua|của) (?:buổi |lễ )?(?:hội nghị|hội thảo)|"
    r"(?:chủ trì|tổ chức|khai mạc) (?:hội nghị|hội thảo|lễ|buổi))(?: công tác)?$"
)
# `Hội nghị đã nghe báo cáo kết quả ... 6 tháng đầu năm 2024`: what was heard covers that time.
_HEARD: Final = pattern(begins("đã|được|đã được") + r" (?:nghe|xem xét|thảo luận|cho ý kiến|thông qua)(?!\w)[^.;]*$")
_HEARD_REACH: Final = 400
# Who asks a question tells a story.
_PERSONAL: Final = pattern(r",? (?:tôi|em|chúng tôi|gia đình (?:tôi|em)|công ty (?:tôi|em))(?!\w)")
_CHARGED: Final = pattern(
    r"(?<!\w)(?:giao(?: cho)?|phân công) (?!chỉ tiêu|kế hoạch|vốn|dự toán)[^,;.\d]{3,90}? "
    r"(?:thực hiện|triển khai|chủ trì|xây dựng)(?: [^\W\d_]+){0,6} ?$"
)
# `nhằm đẩy mạnh phát triển kinh tế từ nay đến năm 2030 và những năm tiếp theo`: a goal
_PURPOSE: Final = pattern(r"(?<!\w)(?:nhằm|để|góp phần)(?!\w)[^;.]*$")
_ONWARD: Final = pattern(r" và (?:những|các) năm (?:tiếp theo|sau)")
_CARRIED: Final = pattern(r"[^.;]{0,60}(?:thực hiện|thi hành|triển khai)(?!\w)")
# `sau ngày Thông tư này có hiệu lực`: a day that something else is told by.
_IN_FORCE: Final = pattern(r"(?<!\w)(?:ngày|khi|thời điểm) [^,;.]{3,70} ?(?:có )?hiệu lực(?: thi hành)?$")
_SINCE: Final = pattern(r"(?<!\w)(?:từ|tính|kể)(?!\w)[^,;.]{0,60}$")
_COMPLETE: Final = pattern(r"(?<!\w)(?:phải |cơ bản )?(?:hoàn thành|hoàn tất|kết thúc)(?!\w)")
_COMPLETE_REACH: Final = 120
_CLAUSE_END: Final = re.compile(r"[,.;:]")
_PAST: Final = pattern(r"(?<!\w)(?:đã|có \d+|mới có|sẽ)(?!\w)")
# `Trong tháng 6, Sở Y tế đã mở 5 lớp`
_DONE_THEN: Final = pattern(r",? ?[^,;.:]{3,90}? đã (?!được (?:giao|phân công))")
# `Năm tài chính bắt đầu từ ... và kết thúc vào ...` says when a span runs.
_BEGUN: Final = pattern(r"(?<!\w)bắt đầu (?:từ|vào)(?!\w)[^,;.]{0,60}$")
_SPAN_REACH: Final = 80
_EARLIEST: Final = pattern(r"(?<!\w)(?:sớm nhất|từ sớm)(?: là)?$")  # nothing is due by then
# `sớm 12 ngày so với kế hoạch là trước ngày ...`: what the act was measured by.
_VERSUS: Final = pattern(
    r"(?<!\w)so với (?:chỉ tiêu|kế hoạch|thời hạn|mục tiêu|yêu cầu|tiến độ|thời gian)[^,;.]{0,80}$"
)
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
        measure = folded.startswith("mỗi", time.start) and _FOR_EACH.match(folded, time.end)
        return bool(measure) or (not begins and _of_a_thing(folded, time))
    if time.kind == "within":
        words = folded[time.start : time.end + 12]
        if _LASTED.match(folded, time.end):
            return True
        return "làm việc" not in words and not ANCHOR.match(folded, time.end)
    if time.kind in {"due", "inside"} and _RELATIVE.match(folded, time.end):
        return True
    year_alone = time.kind == "inside" and time.due is not None and len(time.due) == 4
    return year_alone and not _by_the_year(folded, time)


def _of_a_thing(folded: str, time: Time) -> bool:
    """Whether a recurrence says what a thing is like (`kế hoạch hằng năm`)."""
    if folded.startswith(("hằng", "hàng"), time.start) and _SPANS.search(folded, max(0, time.start - 30), time.start):
        return True
    if not NOUN.search(folded, max(0, time.start - 24), time.start) or _TERM_FOLLOWS.match(folded, time.end):
        return False
    before = folded[max(0, time.start - 320) : time.start]
    done = into(before) or settled(before) or submitted(before, folded[time.end : time.end + 16])
    return not done


def _by_the_year(folded: str, time: Time) -> bool:
    """Whether a bare year is the time of an act and no goal.

    `hoàn thành trong năm 2024`, `tổng kết vào năm 2030`, `giao cho Sở X thực hiện trong năm 2024`.
    """
    before = folded[max(0, time.start - 200) : time.start]
    if folded.startswith("trong", time.start) and _CHARGED.search(before):
        return True
    reviewed = folded.startswith("vào", time.start) and re.search(r"(?:sơ|tổng) +kết", before)
    return "hoàn thành" in before or bool(reviewed)


def holds(at: Moment) -> bool:
    """Whether an act is laid on a body by the time."""
    if _wished(at) or _gone(at) or _heard(at):
        return False
    return _JUDGES.get(at.time.kind, _inside)(at)


def _wished(at: Moment) -> bool:
    """Whether the clause wishes, petitions or forecasts, with nothing that orders after that."""
    if not at.said.goals:
        return False
    place = at.time.end
    while place < at.end and at.page.folded[place] in " ,:":
        place += 1
    folded = at.page.folded
    goals = tuple(
        (low, high)
        for low, high in between(at.said.goals, at.cell, at.time.start)
        if not _IN_FORCE.search(folded, low - 90, high)
        and not (folded.endswith("hiệu lực", low, high) and between(at.said.orders, high, at.time.start))
    )
    if any(low >= at.start for low, _ in goals) or starts_at(at.said.goals, place):
        return True
    goals = goals or _striven_for(at)
    return bool(goals) and not between(at.said.orders, goals[-1][1], at.time.start)


def _striven_for(at: Moment) -> tuple[Place, ...]:
    """The `phấn đấu` of a clause before: `phấn đấu kết nạp 12 hội viên; mỗi năm mở 1 lớp`."""
    before = between(at.said.goals, at.first, at.cell) if at.words.startswith("mỗi") else ()
    return tuple(goal for goal in before if at.page.folded.startswith("phấn đấu", goal[0]))


def _heard(at: Moment) -> bool:
    """Whether the time is that of what a meeting was told of, with nobody asked for anything after that."""
    heard = _HEARD.search(at.page.folded, max(at.start, at.time.start - _HEARD_REACH), at.time.start)
    return heard is not None and not between(at.said.asks, heard.start(), at.time.start)


def _gone(at: Moment) -> bool:
    """Whether the time lies before the year of the order, or before its day: then it is told."""
    due, grouping = at.time.due, at.page.grouping
    own = grouping.documents[grouping.own] if grouping.own is not None else None
    day = own.date if own is not None and own.type != "VBHN" else None
    if due and day and len(due) == len(day) == len("2024-05-06") and due < day:
        return True  # `Ngày 9/2, Bộ đã có Công văn A, thời hạn gửi trước ngày 23/2. Đến nay đã quá hạn`
    if due and day and len(due) == len("2024-05") < len(day) and due[0].isdigit() and due < day[: len(due)]:
        return True  # a letter of July on what was put out in June
    return bool(due and at.page.year and not due.startswith("-") and due[:4] < at.page.year)


def _due(at: Moment) -> bool:
    """`trước ngày`, `chậm nhất ngày`: a deadline, unless it is the date of a condition or a past state."""
    if told(at) or _RELATIVE.match(at.after) or _CUT_OFF.search(at.before.rstrip()) or _PERSONAL.match(at.after):
        return False
    if "so" in at.before and _VERSUS.search(at.before):
        return False
    if at.words.startswith("từ nay") and (_PURPOSE.search(at.before) or _ONWARD.match(at.after)):
        return False
    if at.words.startswith("đến hết") and not (
        between(at.said.musts, at.start, at.time.start) or "thời hạn" in at.before
    ):
        return False
    if at.words.startswith("trước năm") and at.before.rstrip().endswith("năm"):
        return False  # `các năm trước năm 2009`
    named = ("hạn" in at.before or "thời" in at.before) and DEADLINE_NOUN.search(at.before.rstrip(" :,"))
    return bool(named) or _due_act(at)


def _until(at: Moment) -> bool:
    """`đến ngày 30/6/2024 các xã hoàn thành ...`: a deadline where something is to be complete then."""
    if told(at) or _RELATIVE.match(at.after) or _SINCE.search(at.before) or _CUT_OFF.search(at.before.rstrip()):
        return False
    before, after = at.before[-_COMPLETE_REACH:], _CLAUSE_END.split(at.after[:_COMPLETE_REACH].lstrip(" ,"))[0]
    near = f"{before} {after}"
    return bool(_COMPLETE.search(near)) and not _PAST.search(near)


def _due_act(at: Moment) -> bool:
    if at.completes() or (at.start > at.first and _LIST_OF_TERMS.match(at.page.folded, at.first)):
        return True
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
    if _done_then(at):
        return False
    return _ordered(at) and not _put_aside(at)


def _done_then(at: Moment) -> bool:
    """`Trong tháng 6, Sở Y tế đã mở 5 lớp`: the clause that the time opens tells of its body."""
    done = _DONE_THEN.match(at.after) if at.fronted() else None
    return done is not None and not between(at.said.acts, at.time.end, at.time.end + done.end())


def _ordered(at: Moment) -> bool:
    """Whether an act is ordered for the time, or its words say that something is due then."""
    if at.time.kind == "span" and _span_of_a_thing(at):
        return False
    year_alone = at.time.due and len(at.time.due) == 4
    if year_alone and not _by_the_year(at.page.folded, at.time):
        return False
    if "hoàn thành" in at.before[-60:] or _labelled(at) or (year_alone and _CHARGED.search(at.before)):
        return True
    governed = at.acts_before() or (at.fronted() and between(at.said.acts, at.time.start, at.time.end + 200))
    return bool(governed) and mood(at)


def _span_of_a_thing(at: Moment) -> bool:
    """Whether a span is that of what the act is done to: what a report covers, or when it was given."""
    near = at.before[-_COVERED_REACH:]
    return bool(at.acts_before()) and any(way.search(near) for way in (_COVERED, _BEFELL, _OCCASION))


def _put_aside(at: Moment) -> bool:
    """Whether the time is a first day, part of a name, or stands in a list of what somebody must meet."""
    return bool(_EARLIEST.search(at.before.rstrip())) or named_around(at.page, at.time.start) or _of_condition(at)


def _labelled(at: Moment) -> bool:
    """`(thời gian lấy ý kiến từ ngày 5/3 đến ngày 20/3)`; `xe chạy trong thời gian từ ...` tells which thing."""
    noun = DEADLINE_NOUN.search(at.before.rstrip(" :,"))
    return noun is not None and (not at.before[: noun.start()].endswith(("trong ", "vào ")) or mood(at))


def _of_condition(at: Moment) -> bool:
    """Whether the clause is an item of a list of conditions, cases or papers: what is asked of who wants something."""
    text, low = at.page.text, max(0, at.time.start - _LEAD_BACK)
    line = text.rfind("\n", low, at.time.start) + 1
    if line <= low or _LISTED.match(text, line) is None:
        return False
    above = reversed(text[max(0, line - _LEAD_BACK) : line].split("\n"))
    lead = next((words for words in above if words.strip() and not _LISTED.match(words)), "")
    return _CONDITIONS.search(lead) is not None


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


def _review(at: Moment) -> bool:
    """A review after a span of years, where it is ordered and not a name or a story."""
    if not _CARRIED.match(at.page.folded, at.time.end):
        return False
    if named_around(at.page, at.time.start) or _NAMING.search(at.before.rstrip()):
        return False
    if _EVENT_WILL.search(at.before[-_EVENT_REACH:]) or _WEIGHED.search(at.before[-_EVENT_REACH:]):
        return False
    own = at.page.grouping.own
    if own is not None and at.page.grouping.documents[own].type == "BC":
        return False  # it is the review
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
    "within": term,
    "period": recurring,
    "fixed period": recurring,
    "review": _review,
    "year": _year_set,
}
