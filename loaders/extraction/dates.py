"""Dates as Vietnamese official writing gives them, read at a place of a folded text."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_S: Final = " {0,12}"
_SEP: Final = f"{_S}(?:tháng{_S}|[/.-]{_S})"
_DATE: Final = re.compile(
    rf"(?P<d>\d{{1,2}}){_SEP}(?P<m>\d{{1,2}})(?:{_S}(?:,{_S})?năm{_S}|{_S}[/.-]{_S})(?P<y>\d{{4}})(?!\d)"
)
_OLD: Final = re.compile(r"(?P<d>\d{1,2})(?P<by>[/-])(?P<m>\d{1,2})(?P=by)(?P<y>4[5-9]|[5-9]\d)(?![\d/%-])")
"""`23-11-46`: two figures tell a year of 1945 to 1999 beside day and month; those of later years are written out."""
_PARTIAL: Final = re.compile(rf"(?P<d>\d{{1,2}}){_SEP}(?P<m>\d{{1,2}})(?![\d%])")
_CENTURY: Final = 100
_YEAR: Final = re.compile(r"(?P<y>(?:19|20)\d\d)(?!\d)")
_LED: Final = re.compile(rf"(?:ngày|hôm|sáng|chiều|tối|m[ồù]ng){_S}(?:ngày{_S})?(?:m[ồù]ng{_S})?")


def date_at(folded: str, position: int) -> tuple[str, int] | None:
    """The full date at `position` (`08/4/2020`, `08 tháng 4 năm 2020`, `ngày 8-4-2020`) as ISO, and where it ends."""
    led = _LED.match(folded, position)
    start = led.end() if led else position
    found = _DATE.match(folded, start) or _OLD.match(folded, start)
    if found is None:
        return None
    year = int(found["y"])
    iso = _iso(year if year > _CENTURY else 1900 + year, int(found["m"]), int(found["d"]))
    return (iso, found.end()) if iso else None


def day_at(folded: str, position: int) -> tuple[int, int, int] | None:
    """Day, month and end of a date without a year at `position` (`15/3`, `ngày 15 tháng 3`); None for a full date."""
    led = _LED.match(folded, position)
    found = _PARTIAL.match(folded, led.end() if led else position)
    if found is None or not 1 <= int(found["m"]) <= 12 or not 1 <= int(found["d"]) <= 31:
        return None
    return int(found["d"]), int(found["m"]), found.end()


def year_at(folded: str, position: int) -> tuple[str, int] | None:
    """The year at `position` (`2013`), and where it ends."""
    found = _YEAR.match(folded, position)
    return (found["y"], found.end()) if found else None


def with_year(day: int, month: int, year: str) -> str | None:
    """The ISO date of a day and month in `year`; None where there is no such day."""
    return _iso(int(year), month, day)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
