"""How wide a text will be, before any browser has drawn it.

The widths are those of the widest face of our font stack, in thousandths of the font size, rounded up by class of
letter; so a text that fits here fits in the browser, with a little air.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_NARROW = frozenset("ijlIftr.,:;'|!()[]-·/ ")
_WIDE = frozenset("mwMWĐ@%—…QOGNH")
_WEIGHT = {"regular": 1.0, "bold": 1.07}


@lru_cache(maxsize=4096)
def _unit(letter: str) -> float:
    base = unicodedata.normalize("NFD", letter)[0]
    if base in _NARROW:
        return 0.34
    if base in _WIDE:
        return 0.84
    return 0.67 if base.isupper() or unicodedata.east_asian_width(letter) in "WF" else 0.575


def width(text: str, size: float, weight: str = "regular") -> float:
    """The width of a text in pixels at a font size in pixels."""
    letters = (letter for letter in text if not unicodedata.combining(letter))
    return sum(map(_unit, letters)) * size * _WEIGHT[weight]


def fit(text: str, room: float, size: float, weight: str = "regular") -> str:
    """The text, cut with an ellipsis where it is wider than `room` pixels."""
    if width(text, size, weight) <= room:
        return text
    room -= width("…", size, weight)
    used = 0.0
    for at, letter in enumerate(text):
        used += width(letter, size, weight)
        if used > room:
            return text[:at].rstrip() + "…"
    return text
