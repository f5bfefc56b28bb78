"""What kinds of query cost: remembered by their shape, which is the text without its names and quoted words.

A shape that overran the short lane is heavy for a while; one that was quick is light. Both are guesses: what they
decide is only where a query begins.
"""

from __future__ import annotations

import re
import time
from collections import OrderedDict
from functools import lru_cache
from typing import Final

NAMES: Final = re.compile(r"<[^<>\s]*>|\"[^\"\\]*\"|'[^'\\]*'")
"""What differs between queries of one program: IRIs and strings. Numbers stay: a LIMIT may be all the difference."""

HEAVY_SECONDS: Final = 60.0
"""Seconds for which a shape is heavy after it overran."""

QUICK: Final = 0.05
"""Seconds in which a light query is done."""

REMEMBERED: Final = 4_096
"""Shapes that are remembered."""

SHORT: Final = 4_096
"""Characters of a text whose shape is remembered."""


def shape(text: str) -> int:
    """The shape of a query, as a number."""
    return _short(text) if len(text) <= SHORT else _long(text)


def _shape(text: str) -> int:
    return hash(NAMES.sub("<>", text))


_short = lru_cache(2_048)(_shape)
_long = lru_cache(16)(_shape)


class Costs:
    """What is known of the shapes met lately."""

    def __init__(self) -> None:
        self._heavy: OrderedDict[int, float] = OrderedDict()
        self._light: OrderedDict[int, None] = OrderedDict()

    def heavy(self, kind: int) -> bool:
        """Whether queries of this shape overran lately."""
        return kind in self._heavy and self._heavy[kind] > time.monotonic()

    def light(self, kind: int) -> bool:
        """Whether they were quick."""
        return kind in self._light

    def learn(self, kind: int, seconds: float) -> None:
        """Take note that one was done in so many seconds."""
        if seconds <= QUICK:
            self._heavy.pop(kind, None)
            if kind not in self._light:
                self._light[kind] = None
                _trim(self._light)
        else:
            self._light.pop(kind, None)

    def overran(self, kind: int) -> None:
        """Take note that one was not done in the short lane."""
        self._light.pop(kind, None)
        self._heavy[kind] = time.monotonic() + HEAVY_SECONDS
        _trim(self._heavy)


def _trim(known: OrderedDict[int, float] | OrderedDict[int, None]) -> None:
    while len(known) > REMEMBERED:
        known.popitem(last=False)
