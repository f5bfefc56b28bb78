"""When what two mentions state is the same: numbers in short and in full, places of issuers, names of congresses."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from loaders.extraction.normal import fold

_PLACE: Final = re.compile(r"(?<!\w)(?:tỉnh|thành phố|tp|huyện|quận|thị xã|xã|phường|thị trấn) (.+)$")


def calmer(one: str | None, other: str | None) -> str | None:
    """Of the same thing in capitals (a heading) and in the usual letters the latter, else what was met first."""
    return other if one and other and one.isupper() and not other.isupper() else one


def begins(short: str, number: str) -> bool:
    """Whether a number is what a short form means: it goes on where that stops, or stops where that names the year."""
    serial, _, year = short.partition("/")
    match = re.match(r"0*(\d+)(?:/(\d{4}))?", number)
    return match is not None and match[1] == serial and (not year or match[2] in {None, year})


@lru_cache(maxsize=4096)
def place_of(issuer: str | None) -> str | None:
    """The place that an issuer is of, folded."""
    match = _PLACE.search(fold(issuer)) if issuer else None
    return match.group(1) if match else None


def alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names share half of their words."""
    return len({*one} & {*other}) * 2 >= len({*one} | {*other})
