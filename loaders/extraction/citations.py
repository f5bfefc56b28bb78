"""Numbered citations in raw UTF-8: bytes in, byte spans out, for asking of whole crawls which pages cite what.

One pass finds the places where a separator and a capital follow a figure; an anchored, bounded look at each says how
far the number goes and which type word stands before it; what a number's symbol means is remembered. Numbers with
spaces in them, short forms, names and all that normalisation mends are for `mentions.find`, which reads decoded text.
The pass is hyperscan's where it is installed, else that of `re` or numpy; what is read is the same.
"""

from __future__ import annotations

import re
import threading
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final

from loaders.extraction import numbering
from loaders.extraction.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Callable

try:
    import hyperscan
except ImportError:  # no wheel for this machine
    hyperscan = None  # type: ignore[assignment]

_SEPARATED: Final = rb"[0-9a-e\x91][-/](?:[A-Z]|\xc4\x90)"
_SEPARATOR: Final = re.compile(rb"[-/](?:[A-Z]|\xc4\x90)")
_FIGURE: Final = frozenset(b"0123456789abcde\x91")
_LONG: Final = 8_192
_D_STROKE: Final = "Đ".encode()
_FIGURE_TAIL: Final = "đ".encode()[1]
_SERIAL: Final = re.compile(rb"(?<![0-9A-Za-z_.,/\x80-\xff-])\d{1,5}(?:[a-e]|\xc4\x91)?(?:/\d{4})?[-/]$")
_REACH: Final = 13
_CAPITAL: Final = rb"(?:[A-Z]|\xc4[\x82\x90]|\xc6[\xa0\xaf]|\xc3[\x82\x8a\x94])"
_LETTER: Final = rb"(?:[A-Za-z0-9]|\xc4[\x82\x83\x90\x91]|\xc6[\xa0\xa1\xaf\xb0]|\xc3[\x82\x8a\x94\xa2\xaa\xb4])"
_SYMBOL: Final = re.compile(rb"%b%b{0,15}(?:[-/]%b%b{0,15}){0,4}(?![-/&0-9A-Za-z\xc3-\xc6\xe1])" % (
    _CAPITAL, _LETTER, _CAPITAL, _LETTER,
))  # fmt: skip
_NUMBER_WORDS: Final = tuple(word.encode() for word in ("số", "Số", "SỐ"))
_LONGEST_WORD: Final = 24
_MOST_REMEMBERED: Final = 65_536


def find(data: bytes) -> list[tuple[int, int, str]]:
    """The numbered citations of `data`: from byte (of the type word, where one stands) to byte, and the type's code."""
    return _read(data, _places(data))


def _read(data: bytes, places: list[int]) -> list[tuple[int, int, str]]:
    """The citations whose first separator stands at one of `places`."""
    found: list[tuple[int, int, str]] = []
    done = 0
    serial_before, symbol_at, types, words = _SERIAL.search, _SYMBOL.match, _remembered, _type_words()
    for place in places:
        if place < done:
            continue
        serial = serial_before(data, place - _REACH if place > _REACH else 0, place + 1)
        symbol = symbol_at(data, place + 1) if serial else None
        if serial is None or symbol is None:
            continue
        number_start, end = serial.start(), symbol.end()
        number = data[number_start:end]
        known = types.get(number)
        if known is None:
            known = _remember(number)
        if known is _NONE:
            continue
        start, code = _led(data, number_start, words)
        kind = known.get(code)
        if kind is not None:
            found.append((start, end, kind))
            done = end
    return found


_NONE: Final[dict[str | None, str]] = {}
_remembered: Final[dict[bytes, dict[str | None, str]]] = {}


def _remember(number: bytes) -> dict[str | None, str]:
    """What type a number has after each type word (None: without one); an empty dict where it is no number."""
    if len(_remembered) >= _MOST_REMEMBERED:
        _remembered.clear()
    found = _remembered[number] = _types_of(number.decode())
    return found


def _types_of(number: str) -> dict[str | None, str]:
    read = numbering.number_at(number, 0, led=True)
    if read is None or read.end != len(number):
        return _NONE
    return _types_after(read.groups)


@lru_cache(maxsize=4096)
def _types_after(groups: tuple[str, ...]) -> dict[str | None, str]:
    """The type of a number by the code of the word before it; `groups` are those of its symbol."""
    codes = {row["code"] for row in table("types") if row["role"] != "law" or row["code"] in {"L", "PL", "BL"}}
    found: dict[str | None, str] = {code: numbering.type_after(code, groups) for code in codes}
    symbol = numbering.symbol_type(groups)
    return found | {None: symbol} if symbol is not None else found


def _led(data: bytes, position: int, words: dict[bytes, tuple[tuple[bytes, str], ...]]) -> tuple[int, str | None]:
    """Where the type word before a number begins, and its code; the number's own place where there is none."""
    end = position
    while end and data[end - 1] in b" :":
        end -= 1
    if data.endswith(_NUMBER_WORDS, 0, end):
        end -= 4
        while end and data[end - 1] == 32:
            end -= 1
    if end == position or position - end > _LONGEST_WORD:
        return position, None
    last = data[data.rfind(b" ", max(0, end - _LONGEST_WORD), end) + 1 : end]
    for word, code in words.get(last, ()):
        start = end - len(word)
        if data.startswith(word, start) and (start == 0 or data[start - 1] in b' \n\t"(,;:.-'):
            return start, code
    return position, None


@cache
def _type_words() -> dict[bytes, tuple[tuple[bytes, str], ...]]:
    """The type words in each way of writing them, by their last word, the longest first."""
    found: dict[bytes, list[tuple[bytes, str]]] = {}
    for row in table("types"):
        plain = row["word"]
        for word in {plain.lower(), plain[0].upper() + plain[1:].lower(), plain.upper(), plain.title()}:
            raw = word.encode()
            found.setdefault(raw.rpartition(b" ")[2], []).append((raw, row["code"]))
    return {last: tuple(sorted(words, key=lambda w: (-len(w[0]), w))) for last, words in found.items()}


def _by_pattern(data: bytes) -> list[int]:
    """The places of separators between a figure and a capital, found by `re`, or in long texts by numpy."""
    if len(data) >= _LONG:
        return _by_array(data)
    return [m.start() for m in _SEPARATOR.finditer(data) if data[m.start() - 1] in _FIGURE and m.start()]


def _by_array(data: bytes) -> list[int]:
    """The same, found by comparing whole arrays."""
    import numpy as np  # slow to import, and needed only without hyperscan

    codes = np.frombuffer(data + b"\n\n", dtype=np.uint8)
    signs = np.flatnonzero((codes == ord("-")) | (codes == ord("/")))
    before, after, next_after = codes[signs - 1], codes[signs + 1], codes[signs + 2]
    figure = ((before >= ord("0")) & (before <= ord("9"))) | ((before >= ord("a")) & (before <= ord("e")))
    capital = ((after >= ord("A")) & (after <= ord("Z"))) | ((after == _D_STROKE[0]) & (next_after == _D_STROKE[1]))
    return [int(place) for place in signs[(figure | (before == _FIGURE_TAIL)) & capital & (signs > 0)]]


def _by_automaton(data: bytes) -> list[int]:
    """The same, found by hyperscan."""
    ends: list[int] = []
    _database().scan(data, match_event_handler=lambda _i, _start, end, _flags, found: found.append(end), context=ends)
    places: list[int] = []
    for end in ends:
        place = end - (2 if data[end - 2] in b"-/" else 3)
        if not places or places[-1] != place:
            places.append(place)
    return places


_local: Final = threading.local()


def _database() -> Any:  # noqa: ANN401 - hyperscan has no types
    """The compiled automaton of this thread: one cannot be used by two at once."""
    found = getattr(_local, "database", None)
    if found is None:
        found = hyperscan.Database()
        found.compile(expressions=[_SEPARATED], ids=[0], elements=1, flags=[0])
        _local.database = found
    return found


_places: Callable[[bytes], list[int]] = _by_pattern if hyperscan is None else _by_automaton
