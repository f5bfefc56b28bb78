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

# The head of the column of times, in a line of its own.
_HEAD: Final = pattern(
    r"[^\S\n]*(?:thời (?:gian|hạn|điểm)|tiến độ|ngày|hạn)(?: [^\W\d_]{2,9}){0,5} (?:hoàn thành|thực hiện|trình|báo cáo)"
    r"(?: [^\W\d_]{2,9}){0,3} ?$"
)
_NUMBERED: Final = ("TT\n", "TT \n", "Tt\n", "tt\n")
"""The head of the column of numbers, `TT` or `STT`: what a table is known by, found at once."""
_TIME: Final = pattern(
    rf"[^\S\n]*(?P<time>(?:{either('time_words', 'before')} ?|trong )?(?P<date>{periods.DATE}))"
    r" ?(?:\([^()\n]{1,24}\))?[.;]? ?$"
)
_NUMBER: Final = re.compile(r"\s*(?:\d{1,3}|[IVX]{1,5}|[a-zđ])[.)]?\s*$")
_LONGEST: Final = 70
_MOST: Final = 12  # lines of one row
_LINES: Final = 2_000
_LINE: Final = re.compile(r"[^\n]*[^\s][^\n]*")


class Row(NamedTuple):
    """A row: its task as printed, the body in it (None: no cell holds one), its time, and where the time stands."""

    task: str
    who: str | None
    due: str
    start: int
    end: int


def rows(text: str, folded: str) -> Iterator[Row]:
    """The rows below the lines that head a column of numbers and one of times; a row begins with its number."""
    begin = min((place for place in map(text.find, _NUMBERED) if place >= 0), default=-1)
    if begin < 0:
        return
    lines = islice(_LINE.finditer(text, begin), _LINES)
    places = [line.span() for line in lines]
    heads = [n for n, line in enumerate(places) if _is_head(folded, line)]
    if not heads:
        return
    numbers = [n for n, (low, high) in enumerate(places) if n > heads[0] and _NUMBER.fullmatch(text, low, high)]
    for n in range(heads[0] + 1, len(places)):
        low, high = places[n]
        found = _TIME.fullmatch(folded, low, high) if high - low < _LONGEST else None
        due = periods.iso(found["date"]) if found else None
        first = bisect_right(numbers, n) - 1
        if found is None or due is None or first < 0 or n - numbers[first] > _MOST:
            continue
        task, who = _cells(text, folded, places[numbers[first] + 1 : n])
        if task:
            yield Row(task, who, due, *found.span("time"))


def _is_head(folded: str, line: tuple[int, int]) -> bool:
    return line[1] - line[0] < _LONGEST and _HEAD.fullmatch(folded, *line) is not None


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
