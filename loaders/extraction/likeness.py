"""When what two mentions state is the same: numbers in short and in full, places of issuers, names of congresses."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from loaders.extraction.names import words
from loaders.extraction.normal import fold

_FEW, _MOST = 0.6, 0.85
_BARE_YEAR: Final = len("2022")
_YEAR: Final = re.compile(r"/\s?((?:19|20)\d\d)\s?/")
_PLACE: Final = re.compile(
    r"(?<!\w)(?!(?:tỉnh|huyện|quận) ủy$)"
    r"(?:(?:tỉnh|huyện|quận) ủy|tỉnh|thành phố|tp|huyện|quận|thị xã|xã|phường|thị trấn) (.+)$"
)


def calmer(one: str | None, other: str | None) -> str | None:
    """Of the same thing in capitals (a heading) and in the usual letters the latter, else what was met first."""
    return other if one and other and one.isupper() and not other.isupper() else one


def surer(number: str | None, one: str | None, other: str | None) -> str | None:
    """Of one day of two years the date whose year the number has: the other year is a misprint; None if neither is."""
    year = _YEAR.search(number or "")
    if year is None or one is None or other is None or one[4:] != other[4:]:
        return None
    return next((date for date in (one, other) if date.startswith(year[1])), None)


def apart(number: str | None, one: str | None, other: str | None) -> bool:
    """Whether two dates of one number are of two years, and neither is a misprint.

    A bare year behind a number of the Party is no date of its: `Kế hoạch thực hiện Kết luận 5-KL/TW năm 2022`.
    """
    if not one or not other or one[:4] == other[:4] or surer(number, one, other) is not None:
        return False
    return {len(one), len(other)} == {_BARE_YEAR} or _BARE_YEAR not in {len(one), len(other)} or not _party(number)


def _party(number: str | None) -> bool:
    """Whether a number is written as the Party's: the type behind a dash, the body behind a stroke."""
    return re.match(r"\d+ ?[-–] ?[^\W\d]+ ?/", number or "") is not None


def other_subject(one: str | None, other: str | None) -> bool:
    """Whether two titles are of two matters: the shorter one has few words in common, or begins otherwise."""
    ours, theirs = (words(fold(title or "")) for title in (one, other))
    if not ours or not theirs:
        return False
    share = len({*ours} & {*theirs}) / min(len({*ours}), len({*theirs}))
    return share < _FEW or (share < _MOST and ours[0] != theirs[0])


def made(number: str | None, date: str | None) -> str | None:
    """The year of a law: the one in its number, else that of its date."""
    year = _YEAR.search(number or "")
    return year[1] if year else (date or "")[:4] or None


def begins(short: str, number: str) -> bool:
    """Whether a number is what a short form means: it goes on where that stops, or stops where that names the year."""
    serial, _, year = short.partition("/")
    match = re.match(r"0*(\d+(?:[a-zđ](?![^\W\d_]))?)(?:/(\d{4}))?", number, re.IGNORECASE)
    return match is not None and match[1].lower() == serial.lower() and (not year or match[2] in {None, year})


@lru_cache(maxsize=4096)
def place_of(issuer: str | None) -> str | None:
    """The place that an issuer is of, folded."""
    match = _PLACE.search(fold(issuer)) if issuer else None
    return match.group(1) if match else None


SURE, PERHAPS, NO = 2, 1, 0
_COUNTED: Final = re.compile(r"[ivxl]+|\d+")
_ANY_CONGRESS: Final = frozenset(("đại", "hội", "biểu", "toàn", "quốc", "lần", "thứ", "khóa", "của", "nhiệm", "kỳ"))
_IN_FULL: Final = frozenset(
    ("tncs", "thanh", "niên", "cộng", "sản", "hồ", "chí", "minh", "kì")
)  # of the youth union, and of its term
_LEVELS: Final = frozenset(("tỉnh", "phố", "huyện", "quận", "xã", "phường", "trấn"))
_NATIONAL: Final = (frozenset({"đảng"}), frozenset({"đảng", "cộng", "sản", "việt", "nam"}))


def same_congress(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """Whether two names of congresses of one term mean one: `Đại hội XIII`, `Đại hội toàn quốc lần thứ XIII của Đảng`.

    A name that says of whom is one with another that says the same or half of it; one that does not say is the
    Party's, or perhaps that of whoever is named.
    """
    if _met(one) != _met(other) or len({y for y in (_years(one), _years(other)) if y}) > 1:
        return NO
    ours, theirs = _holders(one), _holders(other)
    if ours == theirs or (ours in _NATIONAL and theirs in _NATIONAL):
        return SURE
    if not ours or not theirs:
        return SURE if (ours or theirs) in _NATIONAL else PERHAPS
    if ours in _NATIONAL or theirs in _NATIONAL or _of_two_levels(ours, theirs):
        return NO
    if (ours < theirs or theirs < ours) and all({"toàn", "quốc"} <= {*name} for name in (one, other)):
        return SURE  # `Đại hội Đoàn toàn quốc`, `Đại hội đại biểu toàn quốc Đoàn TNCS Hồ Chí Minh`
    return SURE if len(ours & theirs) * 2 >= len(ours | theirs) or ours ^ theirs <= _IN_FULL else NO


def _of_two_levels(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether congresses are of branches of two levels: `Đại hội Đảng bộ tỉnh`, `Đại hội Đảng bộ huyện`."""
    return bool(ours & _LEVELS and theirs & _LEVELS and not ours & theirs & _LEVELS)


def _met(name: tuple[str, ...]) -> str | None:
    """Which meeting of its term a name means: `Hội nghị lần thứ 5`; None for a congress."""
    if name[:2] != ("hội", "nghị"):
        return None
    return next((name[at + 1] for at in range(len(name) - 1) if name[at] == "thứ"), "")


def _years(name: tuple[str, ...]) -> frozenset[str]:
    """The years of the term that a name gives: `nhiệm kỳ 2020-2025`."""
    return frozenset(word for word in name if word.isdigit() and len(word) == len("2020"))


def _holders(name: tuple[str, ...]) -> frozenset[str]:
    """The words of a congress's name that say whose it is."""
    return frozenset(word for word in name if word not in _ANY_CONGRESS and not _COUNTED.fullmatch(word))
