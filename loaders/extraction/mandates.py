"""Whether the act of a clause is ordered or told: by its words, the list it stands in, the paragraph above."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import bodies
from loaders.extraction.marks import between, marks, starts_at
from loaders.extraction.wording import pattern

if TYPE_CHECKING:
    from loaders.extraction.marks import Place
    from loaders.extraction.moments import Moment

_CONDITIONS: Final = frozenset(("trường hợp", "đối với", "nếu"))
_STATES: Final = frozenset(("hoạt động", "phát sinh", "ký kết"))
# A day of the page's own data: `| Ngày ban hành | 5/6/2024 |`.
_STAMP: Final = pattern(r"(?:^|\|) ?ngày [^|]{2,30}\| ?$")
# `giao 410 nhiệm vụ`: a story of how much was ordered.
_ASSIGNED: Final = re.compile(r" \d{1,3}(?:\.\d{3})* (?:nhiệm vụ|đầu việc|công việc|chỉ tiêu|dự án|biên chế)")
_SETS: Final = pattern(r",? ?(?:tập trung|tiếp tục|khẩn trương|chủ động|phải)(?!\w)[^.;:\d]{12}")
_BESIDE: Final = 200
# `báo cáo Tỉnh ủy đầu tháng 3/2024 để trình Ban Chấp hành trước ngày 15/3`: the next step is due by a day.
_NEXT_STEP: Final = pattern(
    r" (?:để|và) (?:trình|gửi|báo cáo)(?!\w)[^.;]{2,90}? (?:trước|chậm nhất)(?: là)?(?: ngày)? \d"
)
# `Từ tháng 4 đến tháng 6, Hội đã tổ chức ...`: who acts in a span that leads is told of.
_HAS_ACTED: Final = pattern(r",? (?:[^.;:,\d]{0,110}? )?đã (?!được giao|đề ra)")
_ORDERED: Final = pattern(r"(?<!\w)(?:phải|cần) $")
_DASH: Final = re.compile(r"\s*[-+*•–]\s")
_OUTCOMES: Final = re.compile(r"(?<!\w)(?:kết quả|tình hình|đã|ưu điểm|hạn chế|tồn tại)(?!\w)", re.IGNORECASE)
_LIST_BACK: Final = 900
_IN_BRACKETS: Final = re.compile(r"\(\d{1,2}\)\s?$")  # `(2) Định kỳ hằng quý, Ban B nghe ...`
_ITEM: Final = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\))\s")


def past(at: Moment, start: int | None = None) -> tuple[Place, ...]:
    """The words before the time that tell or set a condition; a passive that is ordered (`phải được cấp`) does not."""
    folded, found = at.page.folded, between(at.said.past, at.start if start is None else start, at.time.start)
    return tuple((low, high) for low, high in found if not _ORDERED.search(folded, max(0, low - _BESIDE), low))


def told(at: Moment, start: int | None = None, among: tuple[Place, ...] | None = None) -> bool:
    """Whether the words before the time tell a past act or state a condition, with no order after it.

    `among` are the words that are asked, where not all are.
    """
    start = at.start if start is None else start
    found = past(at, start) if among is None else among
    if not found:
        return False
    low, high = found[-1]
    if between(at.said.musts, high, at.time.start) or _of_an_object(at, (low, high), start):
        return False
    word, comma = at.page.folded[low:high], max(at.page.folded.rfind(sign, high, at.time.start) for sign in ",:")
    if word in _CONDITIONS or word.startswith("được"):
        return comma < 0
    return comma < 0 or not between(at.said.acts, comma, at.time.start)


def _of_an_object(at: Moment, place: Place, start: int) -> bool:
    """Whether the word at `place` tells of the object of an act, and not of the act.

    `báo cáo số cơ sở đang hoạt động trước ngày ...`; in provisions also `Gửi hồ sơ mà cơ sở đã lập trong thời hạn ...`
    and `giao chỉ tiêu đối với các xã trước ngày ...`. News that says `việc giám sát được thực hiện trong tháng 5`
    tells.
    """
    folded, (low, high) = at.page.folded, place
    word, lead = folded[low:high], len(at.before) - len(at.before.lstrip(" -+"))
    if word == "đã":
        return at.page.normative and starts_at(at.said.acts, at.start + lead)
    if word.startswith("được") and not at.page.normative and not folded[high : at.time.start].strip():
        return False
    ordered = at.time.kind == "due" and between(at.said.musts, start, low)
    beside = word == "đối với" and (ordered or (at.page.normative and at.time.kind != "within"))
    return (word in _STATES or word.startswith("được") or beside) and bool(between(at.said.acts, start, low))


def mood(at: Moment) -> bool:
    """Whether the act is ordered: by a word of order, by the list or instrument it stands in; not told."""
    time = at.time
    leads = at.fronted()
    if leads and not at.page.normative and _has_acted(at):
        return False
    reach = min(time.end + 200 if leads or time.start - at.start < 30 else time.end, at.end)
    if any(not _ASSIGNED.match(at.page.folded, end) for _, end in between(at.said.orders, at.first, reach)):
        return not told(at)
    if at.page.normative or listed(at) or _IN_BRACKETS.search(at.page.text, max(0, at.first - 5), at.first):
        return True
    if narrated(at) or told(at):
        return False
    return _orders_above(at) or _orders_beside(at) or _set(at) or _NEXT_STEP.match(at.after) is not None


def _has_acted(at: Moment) -> bool:
    """Whether a body is told to have acted in the time that leads, before any act or word of order."""
    done = _HAS_ACTED.match(at.page.folded, at.time.end, at.end)
    if done is None:
        return False
    return not any(between(words, at.time.end, done.end()) for words in (at.said.acts, at.said.orders))


def _set(at: Moment) -> bool:
    """`Trong quý II/2024, tập trung kiểm tra ...`: no story begins with a time and such a word; a count would tell."""
    return not at.before.strip(" -+") and _SETS.match(at.after) is not None


def _orders_beside(at: Moment) -> bool:
    """Whether the next clause of the sentence orders, and this one has its body (`Sở X lập ...; yêu cầu ...`)."""
    if not between(at.said.asks, at.end, at.end + _BESIDE):
        return False
    comma = at.page.folded.find(", ", at.start, at.time.start)
    places = (at.start, comma + 2) if comma >= 0 else (at.start,)
    return any(bodies.subject(at.page.folded, place, at.time.start, at.said) is not None for place in places)


def narrated(at: Moment) -> bool:
    """Whether the clause tells a story: `đã`, `diễn ra`, `thu hút` in it."""
    return bool(between(at.said.story, at.start, min(at.end, at.time.end + 160)))


def listed(at: Moment) -> bool:
    """Whether the sentence is an item of a numbered list, or one with a bare verb of the list below such an item."""
    text = at.page.text
    line = text.rfind("\n", max(0, at.first - 60), at.first) + 1
    if _ITEM.match(text[line : at.first + 1]):
        return True
    bare = _DASH.match(text[line : at.first + 1]) is not None and starts_at(at.said.acts, at.first)
    return bare and _below_an_item(text, line)


def _below_an_item(text: str, line: int) -> bool:
    """Whether nothing but items stands between `line` and a numbered line above that ends with a colon.

    One that promises results (`2. Kết quả:`) heads what was done.
    """
    for above in reversed(text[max(0, line - _LIST_BACK) : line].split("\n")):
        if above.strip() and not _DASH.match(above):
            heads = _ITEM.match(above) is not None and above.rstrip().endswith(":")
            return heads and _OUTCOMES.search(above) is None
    return False


def _orders_above(at: Moment) -> bool:
    """Whether the paragraph before orders, and the sentence goes on: with a bare verb, or another body and its verb."""
    bare = starts_at(at.said.acts, at.first) or starts_at(at.said.acts, at.start)
    if not bare and bodies.acting(at.page.folded, at.start, at.time.start, at.said) is None:
        return False
    above = marks(at.page.folded, max(0, at.first - 600), at.first)
    return bool(above.orders) and not between(above.past, max(0, at.first - 300), at.first)


def fills_cell(at: Moment) -> bool:
    """A time that fills a cell of a table of tasks: `Rà soát danh sách | Sở Y tế | Quý II/2024`."""
    end = at.page.text[at.time.end : at.time.end + 3].lstrip(" ")
    if _STAMP.search(at.before):
        return False
    return (not end or end[0] in "|\n") and bool(at.acts_before()) and (at.page.normative or listed(at))
