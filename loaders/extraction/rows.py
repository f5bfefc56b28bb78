"""Tables of tasks that a page has flattened to lines: number, task, body and time each in a line of its own."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from loaders.extraction import bodies, periods
from loaders.extraction.marks import marks
from loaders.extraction.normal import fold
from loaders.extraction.wording import either, pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

# The head of the column of times, in a line of its own or in two.
_HEAD: Final = pattern(
    r"\s*(?:thời (?:gian|hạn|điểm)|tiến độ|ngày|hạn)(?: [^\W\d_]{2,9}){0,5} (?:hoàn thành|thực hiện|trình|báo cáo)"
    r"(?: [^\W\d_]{2,9}){0,3} ?$|\s*(?:thời gian|tiến độ) ?$"
)
_NUMBERED: Final = ("TT\n", "TT \n", "Tt\n", "tt\n")
"""The head of the column of numbers, `TT` or `STT`: what a table is known by, found at once."""
_TIME: Final = pattern(
    rf"\s*(?:thường xuyên, ?)?(?P<time>(?:{either('time_words', 'before')} ?|trong )?(?P<date>{periods.DATE})"
    rf"|(?P<period>{periods.PERIOD})) ?(?:, ?thường xuyên)?(?:\([^()\n]{{1,24}}\))?[.;]? ?$"
)
_NUMBER: Final = re.compile(r"\s*(?:\d{1,3}|[IVX]{1,5}|[a-zđ])[.)]?\s*$")
_LONGEST: Final = 70
_BROKEN: Final = 24  # code points of a line that its cell may be broken after
_MOST: Final = 30  # lines of one row
_LINES: Final = 2_000
_LINE: Final = re.compile(r"[^\n]*[^\s][^\n]*")


class Row(NamedTuple):
    """A row: its task as printed, the body in it (None: no cell holds one), when it is due or how often, and where."""

    task: str
    who: str | None
    due: str | None
    period: str | None
    start: int
    end: int


def rows(text: str, folded: str) -> Iterator[Row]:
    """The rows below the lines that head a column of numbers and one of times; a row begins with its number."""
    if "tt " not in folded and "tt\n" not in folded:
        return
    begin = min((place for place in map(text.find, _NUMBERED) if place >= 0), default=-1)
    if begin < 0:
        return
    lines = islice(_LINE.finditer(text, begin), _LINES)
    places = [line.span() for line in lines]
    heads = [n for n in range(len(places)) if _spans(_HEAD, folded, places, n)]
    if not heads:
        return
    numbers = [n for n in range(heads[0] + 1, len(places)) if _NUMBER.fullmatch(text, *places[n])]
    done = heads[0]
    for n in range(heads[0] + 1, len(places)):
        found = _spans(_TIME, folded, places, n) if n > done else None
        first = bisect_right(numbers, n) - 1
        if found is None or first < 0 or n - numbers[first] > _MOST:
            continue
        done = n + (found.end() > places[n][1])
        due = periods.iso(found["date"]) if found["date"] else None
        every = periods.recurrence(found["period"]) if found["period"] else ()
        task, who = _cells(text, folded, places[numbers[first] + 1 : n])
        if task and (due or every):
            yield Row(task, who, due, every[0] if every else None, *found.span("time"))


def _spans(way: re.Pattern[str], folded: str, places: list[tuple[int, int]], n: int) -> re.Match[str] | None:
    """What the `n`th line, or it with the next, says as a whole: a cell may be broken (`Hằng` and `năm`)."""
    low, high = places[n]
    if high - low > _LONGEST:
        return None
    found = way.fullmatch(folded, low, high)
    if found is None and n + 1 < len(places) and high - low < _BROKEN:
        below = places[n + 1]
        found = way.fullmatch(folded, low, below[1]) if below[1] - below[0] < _BROKEN else None
    return found


def _cells(text: str, folded: str, lines: list[tuple[int, int]]) -> tuple[str, str | None]:
    """The task of a row, the first line with an act in it, and the last that names a body and no act."""
    task, who = "", None
    for low, high in lines:
        acts = marks(folded, low, high).acts
        if bodies.is_body(fold(text[low:high].strip()), 0, high - low):
            who = text[low:high].strip()
        elif acts and not task:
            task = text[low:high].strip()
    return task, who
