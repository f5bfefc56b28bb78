"""The numbers that Word draws before paragraphs (`Điều 5.`, `1.`, `a)`) and keeps out of their text.

They are counted as Word counts them: by the list a paragraph or its style belongs to and its level there; a number of a
higher level begins the lower ones anew. Bullets are written `-`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from lxml import etree

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PLACE: Final = re.compile(r"%([1-9])")
LEVELS: Final = range(9)
# Styles are based on one another; no honest chain is longer.
MAX_STYLES: Final = 20
ROMAN: Final = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
)


def _roman(number: int) -> str:
    """A number in small Roman letters.

    >>> _roman(14)
    'xiv'
    """
    out = ""
    for value, letters in (*ROMAN, (5, "v"), (4, "iv"), (1, "i")):
        out += letters * (number // value)
        number %= value
    return out


def _letter(number: int) -> str:
    """A number as Word letters it: a to z, then aa to zz.

    >>> _letter(3), _letter(28)
    ('c', 'bb')
    """
    times, place = divmod(max(number, 1) - 1, 26)
    return chr(ord("a") + place) * (times + 1)


SPELLINGS: Final[dict[str, Callable[[int], str]]] = {
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
}


class Level(NamedTuple):
    """How one level of a list is numbered: where it starts, how it is spelled, and the words around (`Điều %1.`)."""

    start: int = 1
    spelling: str = "decimal"
    words: str = ""


class Numbering:
    """The lists of one document and how far each has been counted."""

    def __init__(self, lists: etree._Element | None, styles: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, str] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._styles = {} if styles is None else {_value(style, "styleId"): style for style in styles.iter(f"{W}style")}
        self._counts: dict[str, dict[int, int]] = {}
        if lists is not None:
            self._read(lists)

    def _read(self, lists: etree._Element) -> None:
        """Read the lists and their levels."""
        for shape in lists.iter(f"{W}abstractNum"):
            found = {_number(_value(level, "ilvl")): _level(level) for level in shape.iter(f"{W}lvl")}
            self._levels[_value(shape, "abstractNumId")] = found
        for item in lists.iter(f"{W}num"):
            name = _value(item, "numId")
            self._lists[name] = _child(item, "abstractNumId")
            starts = {
                _number(_value(over, "ilvl")): _child(over, "startOverride") for over in item.iter(f"{W}lvlOverride")
            }
            self._restarts[name] = {level: _number(start) for level, start in starts.items() if start}

    def label(self, paragraph: etree._Element) -> str:
        """What Word draws before a paragraph, with a space behind; empty where it draws nothing. Counts it."""
        name, level = self._place(paragraph)
        shape = self._lists.get(name, "")
        levels = self._levels.get(shape, {})
        if level not in levels:
            return ""
        counts = self._counts.setdefault(shape, {})
        self._count(counts, name, level, levels)
        if levels[level].spelling == "bullet":
            return "- "
        words = PLACE.sub(lambda place: _spelled(levels, counts, int(place[1]) - 1), levels[level].words).strip()
        return f"{words} " if words and levels[level].spelling != "none" else ""

    def _count(self, counts: dict[int, int], name: str, level: int, levels: dict[int, Level]) -> None:
        """Count one paragraph of a list at a level."""
        restart = self._restarts.get(name, {}).pop(level, None)
        if restart is not None:
            counts[level] = restart
        else:
            counts[level] = counts[level] + 1 if level in counts else levels[level].start
        for lower in LEVELS[level + 1 :]:
            counts.pop(lower, None)

    def _place(self, paragraph: etree._Element) -> tuple[str, int]:
        """The list and level of a paragraph, its own or those of its style; no name where it is in none."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return "", 0
        found = properties.find(f"{W}numPr")
        if found is None:
            found = self._of_style(_child(properties, "pStyle"))
        return ("", 0) if found is None else (_child(found, "numId"), _number(_child(found, "ilvl")))

    def _of_style(self, name: str) -> etree._Element | None:
        """The list that a style names or, where it names none, the style it is based on."""
        for _ in range(MAX_STYLES):
            style = self._styles.get(name)
            if style is None:
                return None
            found = style.find(f"{W}pPr/{W}numPr")
            if found is not None:
                return found
            name = _child(style, "basedOn")
        return None


def _spelled(levels: dict[int, Level], counts: dict[int, int], level: int) -> str:
    """The number of a level as it is spelled."""
    shape = levels.get(level, Level())
    return SPELLINGS.get(shape.spelling, str)(counts.get(level, shape.start))


def _level(level: etree._Element) -> Level:
    """A level as the file describes it."""
    return Level(_number(_child(level, "start"), 1), _child(level, "numFmt") or "decimal", _child(level, "lvlText"))


def _value(element: etree._Element, name: str) -> str:
    """An attribute of Word's, empty where it is not there."""
    return element.get(f"{W}{name}", "")


def _child(element: etree._Element, name: str) -> str:
    """The value of a child, empty where it is not there."""
    child = element.find(f"{W}{name}")
    return "" if child is None else _value(child, "val")


def _number(words: str, otherwise: int = 0) -> int:
    """A small number as the file writes it, or another where it writes none."""
    return int(words) if words.isdecimal() and len(words) < 5 else otherwise
