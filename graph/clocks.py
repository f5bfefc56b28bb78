"""Two clocks: what was in force on a day (`as_of`), and what was known on a day (`known_on`).

Validity is read from the documents' own dates. Knowledge is read from the history of published copies: which copy was
current from when. A day of knowledge is a day in Vietnam (UTC+7), whatever the clock of the machine shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final

from ontology.errors import NotFound, WrongUse
from ontology.model import Value

VIETNAM: Final = timezone(timedelta(hours=7))
DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


class Publication(Value, frozen=True, gc=False):
    """A copy becoming current: its version, and when (ISO 8601, UTC, to the second)."""

    version: str
    at: str

    @property
    def day(self) -> str:
        """The day in Vietnam."""
        return datetime.fromisoformat(self.at).astimezone(VIETNAM).date().isoformat()


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


def stamp(time: datetime) -> str:
    """A time as it is kept: `2026-03-01T04:05:06Z`."""
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def today() -> str:
    """The day it is in Vietnam."""
    return now().astimezone(VIETNAM).date().isoformat()


def day(text: str) -> str:
    """A day as it is written, `YYYY-MM-DD`; raises WrongUse for anything else."""
    try:
        if DAY.fullmatch(text):
            return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    raise WrongUse(f"a day is written YYYY-MM-DD, not {text!r}")


def earliest(written: str) -> str:
    """The first day that a date of any precision can be: `2019` is 2019-01-01."""
    return written + "-01-01"[len(written) - 4 :] if len(written) < 10 else written


def latest(written: str) -> str:
    """The last day that a date of any precision can be, no month being longer than 31 days: `2019-02` is 2019-02-31."""
    return written + "-12-31"[len(written) - 4 :] if len(written) < 10 else written


def is_later(written: str | None, as_of: str) -> bool:
    """Whether what is dated so was certainly not there yet on a day. What is not dated may have been."""
    return bool(written) and earliest(str(written)) > as_of


def known_on(history: Sequence[Publication], asked: str, kept: Iterable[str]) -> str:
    """The version that was current at the end of a day; raises NotFound where none was, or it is no longer kept."""
    before = [one for one in history if one.day <= asked]
    if not before:
        first = f"the first was published on {history[0].day}" if history else "nothing is published yet"
        raise NotFound(f"nothing was known on {asked}: {first}")
    version = max(before, key=lambda one: one.at).version
    if version not in set(kept):
        raise NotFound(f"the copy that was current on {asked} has been pruned")
    return version


def last_of_days(history: Iterable[Publication]) -> frozenset[str]:
    """The versions that were current at the end of some day: what `known_on` may be asked for."""
    last: dict[str, Publication] = {}
    for one in history:
        if one.day not in last or one.at >= last[one.day].at:
            last[one.day] = one
    return frozenset(one.version for one in last.values())
