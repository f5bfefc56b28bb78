"""Where the articles, clauses and points of an instrument's own text begin, and in which of them a place stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final, NamedTuple

_MARKERS: Final = re.compile(
    r"^[ ]{0,8}(?:Điều[ ](?P<article>\d{1,3}[a-zđ]?)[ ]?[.:]|(?:\[\d{1,3}\] ?)?(?P<clause>\d{1,2}[a-zđ]?)\.(?!\d{2}\.)"
    r"|(?P<point>[a-zđ]\d?)\))",
    re.MULTILINE,
)
_QUOTED: Final = re.compile(r"“(?=\s{0,9}Điều \d)[^“”]{0,12000}”")  # other quotations may be broken off by a page
_UNITS: Final = ("Điều", "khoản", "điểm")
DEPTHS: Final = {"điều": 1, "khoản": 2, "điểm": 3}
"""How deep a part lies: a clause stands in an article, a point in a clause."""
_BACK: Final = 200


class Marker(NamedTuple):
    """The beginning of a part: where it is, how deep, and its number or letter."""

    start: int
    depth: int
    value: str


def markers(text: str) -> list[Marker]:
    """The parts of `text` in order, those of quoted articles left out."""
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    begins = [begin for begin, _ in quoted]
    found = []
    for match in _MARKERS.finditer(text):
        place = bisect_right(begins, match.start()) - 1
        if place < 0 or quoted[place][1] <= match.start():
            depth = 1 if match["article"] else 2 if match["clause"] else 3
            found.append(Marker(match.start(), depth, match[match.lastgroup or 0]))
    return found


def enclosing(found: list[Marker], position: int, depth: int) -> str | None:
    """The path of the part of a depth in which `position` stands: `Điều 4/khoản 2`; None where it is not marked."""
    path: list[str] = []
    wanted = depth
    stop = bisect_right(found, position, key=lambda marker: marker.start)
    for marker in reversed(found[max(0, stop - _BACK) : stop]):
        if marker.depth == wanted:
            path.insert(0, f"{_UNITS[marker.depth - 1]} {marker.value}")
            wanted -= 1
        elif marker.depth < wanted:
            return None
        if wanted == 0:
            return "/".join(path)
    return None
