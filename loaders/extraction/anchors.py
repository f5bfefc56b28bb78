"""The places of a text at which a reference may begin: type words, and numbers with a symbol."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from loaders.extraction.automaton import Automaton
from loaders.extraction.letters import codes, kinds
from loaders.extraction.lexicon import table
from loaders.extraction.normal import fold
from loaders.extraction.slips import plain
from ontology.model import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROWS: Final = {fold(row["word"]): row for row in table("types")}
# A separator is 1, a capital 2, a space 3, a figure or a letter that may stand with one 4, a capital that may 5.
_KINDS: Final = kinds("/-", "FGHIJKLMNOPQRSTUVWXYZĐ", " \n", "0123456789abcdeđ", "ABCDE", ".")
_OF_SERIAL: Final = b"\x01\x03\x04\x05\x06"  # what `_SERIAL` may hold
_AFTER_FIGURE: Final = b"|".join(rb"(?<=[\x04\x05]\x03{%d}\x01)" % gap for gap in range(6))
# A separator before a capital, where a figure or its letter stands before it, at most five spaces apart.
_MARKS: Final = re.compile(rb"\x01(?:%b)\x03{0,2}(?=[\x02\x05])" % _AFTER_FIGURE)
_SERIAL: Final = re.compile(
    r"\d(?<![\w.,/-]\d)\d{0,4}[a-eA-Eđ]?(?:\.\d{1,3})?[ \n]{0,2}(?:[/-][ \n]{0,2}\d{4})?[ \n]{0,2}$"
)
_SPACED: Final = re.compile(r"(?<![\w.,/-])\d{1,5}[a-eA-Eđ]? (?=[A-ZĐ][A-ZĐ&]{1,6} ?/ ?[A-ZĐ])")
# The number of an older letter, which has no mark behind its figures: `Số: 4358TCT/NV6`.
_RUN_ON: Final = re.compile(r"Số ?: ?(?P<serial>\d{1,5}(?:/\d{4})?)(?= ?[A-ZĐ]{2,7} ?[/-] ?[A-ZĐ])")
# A resolution by its short word, before who passed it: `NQ Trung ương 4 (khóa XI)`.
_SHORT: Final = re.compile(
    r"(?<![\w/.-])(?:NQ(?=(?: (?:Hội nghị|HN|Trung ương)| TW\d{0,2}| T\.?Ư| Đại hội| ĐH)(?!\w)|TW ?\d)"
    r"|(?:NQ|NĐ|QĐ)(?= (?:số )?\d{1,4}(?:(?![\w./])|/(?:TW|TU|CP|TTg)(?!\w)))|(?:CT|KL|KH)(?= số \d{1,4}(?![\w./])))"
)
_LETTERS: Final = Automaton(("NQ", "NĐ", "QĐ", "TT", "CT ", "KL ", "KH "))
"""What those that `_SHORT` and `_LETTERED` tell begin with."""
# A type in its letters before a number that stands on them, or that has a year and no symbol: `QĐ27/2009`, `NĐ 9/2020`.
_LETTERED: Final = re.compile(
    r"(?<![\w/.-])(?:NĐ|TTLT|TT|QĐ|NQ)"
    r"(?=(?: {0,2}số:?)? {0,2}\d{1,4}/(?:19|20)\d\d(?!\w|[.-]\w)|\d{1,5}[a-zđ]?[/-][\dA-ZĐ])"
)
_ITEM: Final = re.compile(r"(?:^| )- \d{1,3}$")
_ITEM_LONG: Final = 7
_WORD: Final = re.compile(r" *(\((?: ?số(?!\w))?|\d|[^\W\d]+)")
_RUN: Final = re.compile(r"  +")
_WIDEST: Final = 24
_REACH: Final = 20
_FOLLOWERS: Final = frozenset(row["word"] for row in table("followers"))
_LEADERS: Final = tuple(row["word"] if row["word"] in '“"' else row["word"] + " " for row in table("leaders"))
_NEAR: Final = 14
_OFTEN: Final = 500
_SAME: Final = 48


class Anchor(Value, frozen=True, gc=False):
    """A place where a reference may begin: its type word (`code`, `role`), or a number (`code` None)."""

    start: int
    end: int
    code: str | None = None
    role: str = ""


def anchors(text: str, folded: str) -> list[Anchor]:
    """The anchors of a text in the order of their places, the longest first."""
    words = [
        Anchor(start, end, row["code"], row["role"])
        for start, end, row in _words(folded)
        if _leads(text, folded, start, end, row)
    ]
    numbers = sorted(_numbers(text), key=attrgetter("end"), reverse=True)
    places = sorted([*words, *_lettered(text), *numbers], key=attrgetter("start"))
    return places if len(places) <= _OFTEN else _thinned(text, places)


def _lettered(text: str) -> Iterator[Anchor]:
    """Types that are named by their letters (`NQ Trung ương 4`, `QĐ27/2009`)."""
    for _, place, _ in _LETTERS.find(text):
        match = _SHORT.match(text, place) or _LETTERED.match(text, place)
        if match is not None:
            yield Anchor(place, match.end(), match.group(), "act")


def _thinned(text: str, places: list[Anchor]) -> list[Anchor]:
    """`places` without those after the five hundredth that begin with the very same words: page heads, or noise."""
    met: dict[str, int] = {}
    kept = []
    for place in places:
        words = text[place.start : place.start + _SAME]
        times = met[words] = met.get(words, 0) + 1
        if times <= _OFTEN:
            kept.append(place)
    return kept


def _numbers(text: str) -> list[Anchor]:
    """Numbers that a separator and a capital follow (`5/2020/NĐ`, `12-NQ`, `62 KL / TW`)."""
    found = []
    kind = codes(text).translate(_KINDS)
    for mark in _MARKS.finditer(kind):
        place = mark.start()
        low = place - _REACH if place > _REACH else 0
        serial = _SERIAL.search(text, low + len(kind[low:place].rstrip(_OF_SERIAL)), place)
        if serial:
            found.append(Anchor(serial.start(), mark.end()))
    found += [Anchor(*m.span("serial")) for m in _RUN_ON.finditer(text)]
    if " / " in text:
        found += [Anchor(m.start(), m.end()) for m in _SPACED.finditer(text)]
    return found


def _words(folded: str) -> list[tuple[int, int, dict[str, str]]]:
    """The type words of a folded text: where each begins and ends, and its row of the table."""
    if "   " in folded:  # gaps wider than the automaton holds
        return _spread(folded)
    return _narrow(folded)


def _narrow(folded: str) -> list[tuple[int, int, dict[str, str]]]:
    """The type words whose gaps the automaton holds."""
    automaton, rows = _automaton()
    length = len(folded)
    return [
        (start, end, rows[i])
        for i, start, end in automaton.find(folded)
        if (end == length or not folded[end].isalnum())
        and (start == 0 or not folded[start - 1].isalnum() or _itemized(folded, start))
    ]


def _itemized(folded: str, start: int) -> bool:
    """Whether a page has glued the number of an item to its first word: `- 1Luật Đầu tư`."""
    return folded[start - 1].isdigit() and _ITEM.search(folded, max(0, start - _ITEM_LONG), start) is not None


def _spread(folded: str) -> list[tuple[int, int, dict[str, str]]]:
    """The type words of a text with wide gaps, which are narrowed for the automaton."""
    shifts: list[tuple[int, int]] = []
    pieces: list[str] = []
    done = gone = 0
    for run in _RUN.finditer(folded):
        size = run.end() - run.start()
        if size <= _WIDEST:
            pieces.append(folded[done : run.start() + 1])
            shifts.append((run.start() + 1 - gone, gone + size - 1))
            done, gone = run.end(), gone + size - 1
    pieces.append(folded[done:])
    found = []
    for start, end, row in _narrow("".join(pieces)):
        place, last = bisect_left(shifts, (start + 1, -1)), bisect_left(shifts, (end, -1))
        found.append((start + (shifts[place - 1][1] if place else 0), end + (shifts[last - 1][1] if last else 0), row))
    return found


@cache
def _automaton() -> tuple[Automaton, list[dict[str, str]]]:
    """An automaton of the type words with one or two spaces in each gap (a wrapped line leaves two)."""
    patterns, rows = [], []
    for word, row in _ROWS.items():
        first, *rest = word.split(" ")
        for gaps in itertools.product((" ", "  "), repeat=len(rest)):
            patterns.append(first + "".join(gap + w for gap, w in zip(gaps, rest, strict=True)))
            rows.append(row)
    return Automaton(patterns, longest=True), rows


def _leads(text: str, folded: str, start: int, end: int, row: dict[str, str]) -> bool:
    """Whether a type word stands where a citation, a name or an anaphor may follow: a quick look at its neighbours."""
    role = row["role"]
    if role == "law":
        return not folded.startswith("pháp ", start - 5) or start < 5
    if role in {"plan", "treaty"} and text[start].isupper():
        return True
    following = _WORD.match(folded, end)
    if following is not None:
        word = following[1].replace(" ", "")
        if word in _FOLLOWERS or word.isdigit():
            return True
    elif role != "plan":
        return False
    return folded.endswith(_LEADERS, start - _NEAR if start > _NEAR else 0, start)


@cache
def spellings(code: str) -> frozenset[str]:
    """The words for a type without marks, and its code as an abbreviation, in small letters."""
    return frozenset({plain(word) for word, row in _ROWS.items() if row["code"] == code} | {plain(code.lower())})
