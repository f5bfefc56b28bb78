"""A sentence that may report: where its words plan and where they tell, and what the text around it says of that."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

import msgspec

from loaders.extraction import marks as moods
from loaders.extraction.lexicon import begins
from loaders.extraction.wording import begun, pattern
from ontology.model import Value

if TYPE_CHECKING:
    from loaders.extraction.stocks import Stretch

_PLAN: Final = pattern(begun("result_words", "plan", unless=("chương\\x20trình", "hồ\\x20sơ", "đơn", "văn\\x20bản")))
# `Năm 2024, các cấp Hội tiếp tục nâng cao ...; mở 3 lớp`: what is to be gone on with in the year that leads.
_TO_GO_ON: Final = pattern(
    r"(?:trong |sang |bước sang )?(?:năm|nhiệm kỳ|giai đoạn)(?: học)? \d{4}(?: ?[-–] ?\d{4})?,[^.;:\d]{0,80}? tiếp tục"
    r"(?! (?:đạt|duy trì|giữ|được|có|tăng|giảm|là|ổn định|phát triển)(?!\w))(?!\w)"
)
_TILL_NOW: Final = pattern(r"(?<!\w)(?:(?:tính )?đến (?:nay|hết|thời điểm)|qua đó|kết quả là)(?!\w)")
_TOLD: Final = pattern(
    begins(
        r"đã|đang|được|có|đạt|qua đó|kết quả|trong đó|ngoài ra|đến nay|vừa qua|"
        r"qua (?:kiểm tra|giám sát|rà soát|thanh tra|triển khai)|từ đầu|trong năm|thu hút|kết nối|"
        r"toàn (?:tỉnh|huyện|xã|quốc|ngành|quận|phường|thị xã|thành phố|thị trấn|khu|đảng bộ|cơ quan|trường|thôn)|"
        r"từ năm \d{4} đến (?:năm \d{4}|nay)|qua (?:gần |hơn )?\d+ (?:năm|tháng)|sau (?:gần |hơn )?\d+ (?:năm|tháng)|"
        r"trong (?:gần |hơn )?\d+ (?:năm|tháng)|cả nước|thời gian qua|tính đến|theo (?:báo cáo|thống kê|tổng hợp)|"
        r"năm \d{4},|" + "|".join(rf"{digit}\d* tháng đầu năm" for digit in range(10))
    )
    + r"(?!\w)"
)
_BEGINS: Final = re.compile(r"[.\n]\s{1,4}(?=trong|sang|bước|năm|nhiệm|giai)")
# What frames a report for the sentences after it.
_FRAME: Final = pattern(
    r"(?:^|[.;\n] +|\) ?[-–] )(?:năm \d{4},|(?:trong )?\d+ tháng đầu năm|tính đến|đến nay|(?:qua|sau|trong) \d+ năm)"
)
_DATED: Final = pattern(
    r"(?:(?:vừa qua|sáng|chiều|tối|trong|vào),? )?(?:ngày \d{1,2}(?:/| tháng) ?\d|năm \d{4},|(?:tính )?đến nay|từ đầu)|"
    r"(?:sáng|chiều|tối) \d{1,2}/"
)
_FROM_YEAR: Final = pattern(r"(?<!\w)từ(?: đầu| cuối)?(?: năm(?: học)?| tháng \d{1,2}/)? ?\d{4}(?: ?[-–] ?\d{4})? ?$")
_DONE: Final = pattern(r"đã(?<!\wđã)(?! đề ra| được giao)(?!\w)")
# What is reached, and not to be reached: `đạt nhiều kết quả`, no `phấn đấu đạt`.
_TO_BE: Final = ("đấu", "sẽ", "cần", "phải", "để", "nhằm", "tiêu", "chưa", "không", "thiểu")
_REACHED: Final = pattern("".join(rf"(?<!{word}\x20)" for word in _TO_BE) + r"(?<!\w)(?:đạt|hoàn thành)(?!\w)")
# `danh sách mà các xã đã lập`: what is told of a thing.
_OF_A_THING: Final = pattern(r"(?<!\w)mà [^,;.]{0,40}$")
_THING_REACH: Final = 50


class Sentence(Value, frozen=True, gc=False):
    """A sentence `first:last` of a folded text, with the places of the words that plan in it and of those that tell.

    `story` says that the text around it tells, `to_come` that its section is one of plans, `after` that the sentence
    right before it reports, `dated` that it begins with a day or year, or with `đến nay`, `headed` that the heading
    of its section promises results, `reviewed` that it takes stock of how a document was carried out, `broad` that the
    whole economy carries that one out; `memo` holds its marks once they were asked.
    """

    folded: str
    first: int
    last: int
    plans: tuple[int, ...]
    told: tuple[int, ...]
    done: tuple[int, ...]
    story: bool
    to_come: bool = False
    after: bool = False
    dated: bool = False
    headed: bool = False
    reviewed: bool = False
    broad: bool = False
    memo: list[moods.Marks] = msgspec.field(default_factory=list)

    def marks(self) -> moods.Marks:
        """The acts of the sentence, and the words of its mood."""
        if not self.memo:
            self.memo.append(moods.marks(self.folded, self.first, self.last))
        return self.memo[0]

    def planned(self, place: int) -> bool:
        """Whether what stands at `place` is planned, ordered or wished, with nothing told after that."""
        last = bisect_left(self.plans, place)
        return last > 0 and bisect_right(self.done, self.plans[last - 1]) == bisect_left(self.done, place)

    def reports(self, place: int) -> bool:
        """Whether the sentence, or the paragraph above it, tells of what stands at `place`."""
        return self.story or self.dated or (bool(self.told) and self.told[0] < place)


def sentence(
    folded: str, place: moods.Place, *, after: bool = False, framed: bool | None = None, stock: Stretch | None = None
) -> Sentence:
    """The sentence at `place` with its moods; of the paragraph above, 500 code points are looked at.

    `after` says that the sentence right before it reports, `framed` whether its section tells of results, or of what
    is to come, where a heading says so, `stock` is the stretch that takes stock there.
    """
    first, last = place
    reviewed = stock is not None
    above = folded[max(0, first - 500) : first]
    goes_on = _TO_GO_ON.match(folded, first, last)
    goes_on = None if goes_on and _TILL_NOW.search(folded, goes_on.end(), last) else goes_on
    told = after or bool(_DONE.search(above) or _FRAME.search(above))
    return Sentence(
        folded,
        first,
        last,
        tuple(
            m.start()
            for m in (*((goes_on,) if goes_on else ()), *_PLAN.finditer(folded, first, last))
            if m is goes_on or not _told_plan(folded, first, m, reviewed=reviewed)
        ),
        tuple(m.start() for m in _TOLD.finditer(folded, first, last)),
        _done(folded, first, last, reviewed=reviewed),
        framed or (framed is None and told and not _PLAN.search(above[-200:])),
        framed is False,
        after,
        _DATED.match(folded, first, last) is not None,
        framed is True,
        reviewed,
        stock is not None and stock.broad,
    )


def _told_of_a_thing(folded: str, first: int, done: re.Match[str]) -> bool:
    """Whether a `đã` stands in a clause that only says which thing is meant."""
    low = max(first, done.start() - _THING_REACH)
    return folded.find("mà ", low, done.start()) >= 0 and _OF_A_THING.search(folded, low, done.start()) is not None


def _done(folded: str, first: int, last: int, *, reviewed: bool) -> tuple[int, ...]:
    """Where a sentence tells that something is done; where stock is taken, what is reached is done too."""
    told = {m.start() for m in _DONE.finditer(folded, first, last) if not _told_of_a_thing(folded, first, m)}
    if reviewed:
        told.update(m.start() for m in _REACHED.finditer(folded, first, last) if not _aimed(folded, first, m.start()))
    return tuple(sorted(told))


def _aimed(folded: str, first: int, place: int) -> bool:
    """Whether a word that plans stands before `place` in its part between commas."""
    striven = folded.rfind("phấn đấu", first, place)
    if striven >= 0 and folded.find(" đã ", striven, place) < 0:
        return True
    part = max(first, *(folded.rfind(sign, first, place) + 1 for sign in ",;:"))
    return any(not plan.group().startswith(("ước", "trở")) for plan in _PLAN.finditer(folded, part, place))


def _told_plan(folded: str, first: int, plan: re.Match[str], *, reviewed: bool) -> bool:
    """Whether a word that plans elsewhere tells here: `ước đạt` where stock is taken, or the end of a span.

    `số chi bộ hoàn thành tốt trở lên đạt 83%` says of which grade it tells.
    """
    return (reviewed and plan.group().startswith(("ước", "trở"))) or _since(folded, first, plan)


def _since(folded: str, first: int, plan: re.Match[str]) -> bool:
    """Whether `đến năm 2024` ends a span that the sentence tells of: `Từ năm 2019 đến năm 2024, toàn xã có ...`."""
    return plan.group().startswith("đến") and _FROM_YEAR.search(folded, first, plan.start()) is not None


def planned(folded: str, start: int, end: int) -> bool:
    """Whether a word that plans, orders or wishes stands in `start:end`."""
    return _PLAN.search(folded, start, end) is not None


def goes_on(folded: str, start: int, end: int) -> bool:
    """Whether a sentence that begins in `start:end` says what is to be gone on with in the year it leads with."""
    begins_at = (found.end() for found in _BEGINS.finditer(folded, start, end))
    return any(_TO_GO_ON.match(folded, place, end) for place in begins_at)
