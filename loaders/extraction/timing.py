"""Which time expressions of one clause are one time, and which stretch of the clause each of them is said of."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from loaders.extraction.marks import Marks, between
from loaders.extraction.periods import Time
from loaders.extraction.wording import pattern

_NEXT: Final = pattern(
    r"(?:(?: của)? tháng đầu(?: tiên)?)? (?:của )?(?P<unit>năm|quý|tháng) "
    r"(?:sau|tiếp theo|nộp (?:phí|thuế)|tài chính(?: sau| tiếp theo)?|"
    r"kế tiếp|liền kề|liền sau|kế hoạch|báo cáo|đầu tiên)"
    r"| của (?P<each>tháng|quý|năm)(?= ?(?:[,;.)]|$))"
    r"| (?:của )?tháng (?:đầu|cuối)(?: cùng)?(?: của)?(?: mỗi| hằng)? quý(?! (?:i{1,3}|iv|\d)(?!\w))"
)
_STEPS: Final = {"năm": "P1Y", "quý": "P3M", "tháng": "P1M"}
_RUNS: Final = re.compile(r",\s*(?:trong\s+(?:thời\s+(?:gian|hạn)|khoảng\s+thời\s+gian)\s+)?")  # `hằng tháng, từ ...`
_BREAK: Final = re.compile(r"[,()]| và | đồng thời ")
_FAR: Final = 16
FIXED: Final = "fixed period"


def combined(folded: str, times: list[Time]) -> list[Time]:
    """The times of a clause, those that are one time made one.

    A day without a year beside a recurring time is part of it (`trước ngày 15/12 hằng năm`, `ngày 5 của tháng sau`); a
    frame holds the recurring report within it (`trong quý II/2024 ... báo cáo tháng`); a recurring term takes in the
    relative one (`hằng quý, trong thời hạn 5 ngày`); a review of years that has a date of its own needs no period.
    """
    found = _once(folded, _framed(folded, _disjoint(_recurring(folded, times))))
    dated = any(time.due for time in found)
    return [
        time
        for time in found
        if not (time.kind in {"due", "inside", "field"} and not time.due) and not (time.kind == "review" and dated)
    ]


def _recurring(folded: str, times: list[Time]) -> list[Time]:
    periods = [time for time in times if time.kind == "period"]
    kept: list[Time] = []
    for time in times:
        vague = time.kind in {"due", "inside", "field", "span"} and (time.due is None or time.due.startswith("-"))
        step = _NEXT.match(folded, time.end) if vague else None
        if step and step["each"] and time.due and time.due.count("-") == 1:
            step = None  # `trong quý II và quý III của năm`: of this year
        if step and (not periods or _another(time, times, periods)):
            period = _STEPS["quý" if " quý" in step.group() else step["unit"] or step["each"]]
            kept.append(Time(time.start, step.end(), FIXED, periods=(period,)))
        elif vague and periods:
            near = min(periods, key=lambda other: abs(other.start - time.start))
            if time.start - near.end > _FAR:  # `hằng năm báo cáo Bộ Y tế trước ngày 31 tháng 12`: said within its act
                continue
            after = _NEXT.match(folded, time.end)
            end = max(near.end, after.end() if after else time.end)
            kept.append(Time(min(near.start, time.start), end, FIXED, periods=near.periods))
        elif not (time.kind == "period" and kept and kept[-1].kind == FIXED and kept[-1].end >= time.end):
            kept.append(time)
    return kept


def _another(time: Time, times: list[Time], periods: list[Time]) -> bool:
    """Whether the recurrence belongs to another day: `trước ngày 8 của tháng cuối quý và ngày 2/12 hằng năm`."""
    after = times[times.index(time) + 1 :]
    return periods[0].start > time.end and bool(after) and after[0] not in periods


def _once(folded: str, times: list[Time]) -> list[Time]:
    """The times without the day that a recurrence said in front has its act done by.

    `định kỳ hằng năm đánh giá ..., báo cáo ... trước ngày 30/11 hằng năm` is one recurrence, and so is `định kỳ 6 tháng
    báo cáo (trước ngày 20/5 và 20/11 hằng năm)`.
    """
    kept: list[Time] = []
    for time in times:
        front = kept[-1] if kept else None
        if front is not None and front.kind == "period" and time.kind == FIXED:
            again = front.periods == time.periods and folded.startswith("định kỳ", front.start)
            if again or "(" in folded[max(front.end, time.start - _FAR) : time.start]:
                continue
        kept.append(time)
    return kept


def _disjoint(times: list[Time]) -> list[Time]:
    kept: list[Time] = []
    for time in times:
        if not kept or kept[-1].end <= time.start:
            kept.append(time)
        elif kept[-1].kind != FIXED:
            kept[-1] = time
    return kept


def _framed(folded: str, times: list[Time]) -> list[Time]:
    kept: list[Time] = []
    for time in times:
        frame = kept[-1] if kept else None
        if frame and time.kind == "within" and frame.periods and time.start - frame.end < 4:
            kept[-1] = Time(frame.start, time.end, "within", periods=frame.periods, within=time.within)
        elif (
            frame and frame.kind == "period" and time.kind == "span" and _RUNS.fullmatch(folded, frame.end, time.start)
        ):
            kept[-1] = Time(frame.start, time.end, "span", time.due, time.since, frame.periods)
        elif frame and frame.kind in {"inside", "due"} and frame.due and folded.startswith("báo cáo", time.start):
            kept[-1] = Time(frame.start, time.end, frame.kind, frame.due, periods=time.periods)
        else:
            kept.append(time)
    return kept


def parts(folded: str, said: Marks, start: int, end: int, times: list[Time]) -> list[tuple[int, int]]:
    """The stretch of the clause `start:end` that each time is said of: cut where an act of its own begins."""
    cuts = [start]
    for here, after in pairwise(times):
        label = folded.rfind(":", start, here.start) + 1
        leads = not folded[label or start : here.start].strip(" ,-")
        cuts.append(_cut(folded, said, here.end, after, leads=leads) or cuts[-1])
    bounds = []
    for index, cut in enumerate(cuts):
        later = next((other for other in cuts[index + 1 :] if other > cut), end)
        bounds.append((cut, later))
    return bounds


def _cut(folded: str, said: Marks, start: int, time: Time, *, leads: bool) -> int | None:
    """After which comma (or `và`) before `time` an act begins.

    A time that `leads` its clause has all acts up to the last: `Hằng tháng khai, nộp phí và quyết toán năm`.
    """
    marks = tuple(_BREAK.finditer(folded, start + 1 if leads else start, time.start))
    for mark in reversed(marks) if leads else marks:
        rest = folded[mark.end() : time.start]
        if rest.count(")") > rest.count("("):
            continue  # inside brackets that close before the time
        if between(said.acts, mark.end(), time.end) or between(said.orders, mark.end(), time.end):
            return mark.end()
    return None
