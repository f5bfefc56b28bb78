"""When something is due: the last day, and the days again and again where it recurs. What no text says stays open."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from ontology.model import Value

DURATION: Final = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")
CALENDAR: Final = {"P1Y": 12, "P6M": 6, "P3M": 3, "P1M": 1}
"""Periods that are those of the calendar where no day is stated, in months."""
YEARLY: Final = re.compile(
    r"(?<![\d/])(\d{1,2})[/-](\d{1,2})(?![\d/-])(?:\s+của)?\s+(?:hằng|hàng|mỗi)\s+năm", re.IGNORECASE
)
"""A day of every year, as it is written."""
ONCE: Final = re.compile(r"(?:sơ|tổng)\s+kết\s+(?:\d+|[^\W\d_]+)\s+năm", re.IGNORECASE)
AGAIN: Final = re.compile(r"\b(?:hằng|hàng|mỗi|định\s+kỳ|thường\s+kỳ)\b", re.IGNORECASE)
"""A review of so many years (`sơ kết 5 năm`) is due once, when they are over; unless it is said to recur."""
MOST: Final = 60
"""Occurrences of one recurring duty that are looked at, the latest ones."""


class Occurrence(Value, frozen=True):
    """One time that something is due. `since` is the first day that counts for it, `basis` how `due` was come by."""

    since: str
    due: str | None
    basis: str


def occurrences(fields: Mapping[str, str], made: str, day: str, quote: str = "") -> list[Occurrence]:
    """The times a duty is due by a day (at least one), from what is stated and the day the duty was laid (``made``)."""
    due, basis = last_day(fields.get("due"))
    period = fields.get("period")
    if period and not due and len(made) == 10 and ONCE.search(quote) and not AGAIN.search(quote):
        return [Occurrence(made, later(made, period), "counted")]
    if period:
        yearly = _yearly(quote, made) if period == "P1Y" and not due else None
        return recurring(period, made, due or yearly, "yearly" if yearly else basis, day)
    if due:
        return [Occurrence(made, due, basis)]
    since, _ = last_day(fields.get("since"))
    if since and fields.get("within"):
        return [Occurrence(since, later(since, fields["within"]), "counted")]
    return [Occurrence(made, None, "open")]


def _yearly(quote: str, made: str) -> str | None:
    """The first day from ``made`` on of what a quote says is due every year (`trước ngày 15/12 hằng năm`)."""
    match = YEARLY.search(quote)
    if match is None or len(made) < 10:
        return None
    day, month = int(match[1]), int(match[2])
    for year in (int(made[:4]), int(made[:4]) + 1):
        if 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]:
            found = f"{year}-{month:02d}-{day:02d}"
            if found >= made:
                return found
    return None


def last_day(written: str | None) -> tuple[str | None, str]:
    """The last day that a date of any precision can be, and how it was come by."""
    if not written or not re.fullmatch(r"\d{4}(-\d{2}){0,2}", written):
        return None, "open"
    if len(written) == 4:
        return f"{written}-12-31", "year"
    year, month = int(written[:4]), int(written[5:7])
    if len(written) == 7:
        return f"{written}-{calendar.monthrange(year, month)[1]:02d}", "month"
    return written, "stated"


def later(day: str, duration: str) -> str | None:
    """The day that lies an ISO 8601 duration after another; None for a duration of another form."""
    match = DURATION.fullmatch(duration)
    if match is None or not any(match.groups()):
        return None
    years, months, weeks, days = (int(part or 0) for part in match.groups())
    start = date.fromisoformat(day)
    month = start.month - 1 + months + 12 * years
    year, month = start.year + month // 12, month % 12 + 1
    if year > 9999:
        return None
    last = calendar.monthrange(year, month)[1]
    return (date(year, month, min(start.day, last)) + timedelta(days=days + 7 * weeks)).isoformat()


def recurring(period: str, made: str, first: str | None, basis: str, day: str) -> list[Occurrence]:
    """The occurrences up to the first one that is not over on the day.

    Where no day is stated, a year, half year, quarter or month is one of the calendar, and its last day the last day.
    """
    start = made or ""
    if len(start) < 10 or later(start, period) in {None, start}:
        return [Occurrence(start, None, "open")]
    since, due, basis = (start, first, basis) if first else (start, _calendar_end(start, period), "period")
    found: list[Occurrence] = []
    while due and len(found) < 100 * MOST:
        found.append(Occurrence(since, due, basis))
        if due >= day:
            break
        since, due = _next(due), _following(due, period, basis)
    return found[-MOST:]


def _following(due: str, period: str, basis: str) -> str | None:
    """When it is due next: at the end of the next period of the calendar, else one period on."""
    return _calendar_end(_next(due), period) if basis == "period" and period in CALENDAR else later(due, period)


def _next(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _calendar_end(day: str, period: str) -> str | None:
    """The last day of the calendar period that holds a day; for other periods the day that lies one period on."""
    year, month = int(day[:4]), int(day[5:7])
    months = CALENDAR.get(period)
    if months is None:
        return later(day, period)
    month = (month + months - 1) // months * months
    return f"{year}-{month:02d}-{calendar.monthrange(year, month)[1]:02d}"
