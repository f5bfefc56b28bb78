"""When events are held: the day named beside who holds them, and the month in which a page tells of them."""

from __future__ import annotations

import re
from typing import Final

from loaders.extraction.dates import date_at, day_at, with_year

AT: Final = r"tại (?:tp\. )?(?:[^,;.]|\.(?=\w)){2,60}"
"""A place before or after a day: `tại TP. Hòa An`."""
_DAY: Final = re.compile(r"(?:ngày|sáng|chiều|tối|trưa)(?: ngày| nay| qua)?\s+\(?(?:ngày )?(?=\d)")
_MONTH: Final = re.compile(r"(?<!\w)tháng (?P<month>0?[1-9]|1[0-2])(?: ?/ ?| năm )(?P<year>\d{4})(?!\d)")
_AFTER: Final = re.compile(
    r"\s+(?:(?:sáng|chiều|tối|trưa|ngày)(?: ngày)?\s+(?=\d)"
    r"|(?:phát động )?(?:được )?(?:chủ trì tổ chức|tổ chức|chủ trì|phối hợp tổ chức),?\s+(?:tại [^,;.]{2,60} )?"
    r"(?:vào )?(?:ngày|sáng|chiều|tối)(?: ngày)?\s+(?=\d))"
)
_ON: Final = re.compile(r"vào(?<!\wvào) (?:ngày|sáng|chiều|tối)(?: ngày| nay| qua)?\s+\(?(?=\d)")
_AND: Final = r"\s*(?:,|-|–|;|và|đến)\s*(?:(?:sáng|chiều|tối|hết)\s+)?(?:ngày\s+)?"
# The first of several days: `từ ngày 3 - 5/4/2021`, `trong hai ngày 3 và 4/4`, `chiều ngày 3 và sáng ngày 4 tháng 4`.
_DAYS: Final = re.compile(
    r"(?:ngày|sáng|chiều|tối)(?: ngày)?\s+(?P<day>\d{1,2})(?:\s?[/.-]\s?(?P<month>\d{1,2}))?"
    rf"(?:{_AND}\d{{1,2}}){{0,3}}?{_AND}(?=\d{{1,2}}(?:\s?[/.-]\s?\d{{1,2}}(?!\d)| tháng \d))"
)
_NEAR: Final = re.compile(rf"[\s,:)-]*(?:{AT}(?:, [^,;.]{{2,24}})?,?\s*)?")
STORED: Final = re.compile(r"\s{0,3}date (?P<day>(?P<month>\d{4}-\d{2})(?:-\d{2})?)(?=\s)")
"""The day, or month, that a store of pages puts before the text of a page: `date 2021-07 Sáng 8/7, Sở Y tế ...`."""
_PAGE: Final = re.compile(
    r"\d(?:(?<![\d/.-]\d)\d?\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?P<year>\d{4})|(?<!\d\d)\d{3}-\d{2}-\d{2})(?!\d)"
)

_WORDED: Final = re.compile(r"(?<!\w)ngày \d{1,2} tháng (?P<month>0?[1-9]|1[0-2]) năm (?P<year>(?:19|20)\d\d)(?!\d)")
_UP_TO: Final = ("đến ", "tới ", "trước ")  # `tính đến ngày 30/6`: by when, and no event's day
_LETTERS: Final = 24
"""So many letters a date line may have besides the date: a weekday, a place."""


def day(fold: str, start: int, end: int, page: str | None) -> str | None:
    """The day named right before the actor at `end`; a day without a year takes that of the page's month, `page`."""
    for first in _DAYS.finditer(fold, start, end):
        begun = _first(fold, first, end, page)
        if begun is not None:
            return begun
    for match in _DAY.finditer(fold, start, end):
        if fold.endswith(_UP_TO, start, match.start()):
            continue
        full = date_at(fold, match.end())
        if full is not None and _NEAR.fullmatch(fold, full[1], end):
            return full[0]
        short = day_at(fold, match.end())
        if short is not None and page is not None and _NEAR.fullmatch(fold, short[2], end):
            return _past(short[0], short[1], page)
    month = _MONTH.search(fold, start, end)
    return f"{month['year']}-{int(month['month']):02d}" if month and _NEAR.fullmatch(fold, month.end(), end) else None


def _first(fold: str, match: re.Match[str], end: int, page: str | None) -> str | None:
    """The first of several days named right before `end`, which has the month and the year of the last, or its own."""
    full, short = date_at(fold, match.end()), day_at(fold, match.end())
    if full is not None and _NEAR.fullmatch(fold, full[1], end):
        year, month = full[0][:4], int(full[0][5:7])
    elif full is None and short is not None and page is not None and _NEAR.fullmatch(fold, short[2], end):
        year, month = (_past(short[0], short[1], page) or page)[:4], short[1]
    else:
        return None
    if match["month"] and int(match["month"]) != month:
        return None  # `từ ngày 23/3 - 20/4/2022`: weeks, and no event's days
    return with_year(int(match["day"]), month, year)


def day_after(fold: str, start: int, end: int, page: str | None) -> str | None:
    """The day named right after the verb of holding: `do Sở Y tế tổ chức ngày 9/9/2022`, `tổ chức vào chiều 3/4`."""
    match = _AFTER.match(fold, start, end) or _ON.search(fold, start, min(end, start + 600))
    if match is None:
        return None
    full = date_at(fold, match.end())
    if full is not None:
        return full[0]
    short = day_at(fold, match.end())
    return _past(short[0], short[1], page) if short is not None and page is not None else None


def page_month(fold: str) -> str | None:
    """Year and month of the page's own date line: a short line near its head that is little more than a full date."""
    stored = STORED.match(fold)
    if stored is not None:
        return stored["month"]
    for line in fold_lines(fold):
        worded = _WORDED.search(line.lower())
        if worded and len(re.sub(r"[\d\W]", "", line[: worded.start()] + line[worded.end() :])) <= _LETTERS:
            return f"{worded['year']}-{int(worded['month']):02d}"
        match = _PAGE.search(line)
        if match and len(re.sub(r"[\d\W]", "", line[: match.start()] + line[match.end() :])) <= _LETTERS:
            first, month = (int(part) for part in re.split(r"\D+", match.group())[:2])
            return f"{match['year'] or first}-{month:02d}"
    return None


def _past(day: int, month: int, page: str) -> str | None:
    """The ISO date of a day without a year that a page of the month `page` tells of: in December told in January."""
    year, told = int(page[:4]), int(page[5:7])
    return with_year(day, month, str(year - (month > told)))


def fold_lines(text: str) -> list[str]:
    """The first lines of a text, where a page's date stands."""
    return [line for line in text[:1200].split("\n") if line.strip()][:12]
