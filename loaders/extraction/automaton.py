"""Automata that find the words of a table in folded text, all in one pass.

They read a text in one byte for each of its characters, so that places in it need not be counted again: ASCII and the
small letters of Vietnamese. Any other character stands as `?`, which no word holds.
"""

from __future__ import annotations

import codecs
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

from loaders.extraction.lexicon import SMALL

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONG: Final = 1000
_LETTERS: Final = "".join(map(chr, range(128))) + SMALL.removeprefix("a-z") + "“”–"
_ENCODING: Final = codecs.charmap_build(_LETTERS.ljust(256, "\ufffe"))
Place = tuple[int, int, int]


class Automaton:
    """Finds words; `find` gives the index of each among `words` and where it stands."""

    def __init__(self, words: Iterable[str], *, longest: bool = False) -> None:
        """With `longest`, of words that begin together the longest is found; else the first to end.

        Raises:
            UnicodeEncodeError: a word holds a character that the automata do not read.

        """
        self._words = BytesAhoCorasick(
            [codecs.charmap_encode(word, "strict", _ENCODING)[0] for word in words],
            implementation=Implementation.DFA,
            matchkind=MatchKind.LeftmostLongest if longest else MatchKind.Standard,
        )

    def find(self, folded: str) -> list[Place]:
        """The words in `folded` from left to right, none overlapping."""
        found: list[Place] = self._words.find_matches_as_indexes(_bytes(folded))
        return found

    def find_all(self, folded: str) -> list[Place]:
        """All words in `folded`, those inside others too. No automaton of the `longest` words has them."""
        found: list[Place] = self._words.find_matches_as_indexes(_bytes(folded), overlapping=True)
        return found


def _bytes(folded: str) -> bytes:
    return _encoded(folded) if len(folded) < _LONG else _remembered(folded)


def _encoded(folded: str) -> bytes:
    return codecs.charmap_encode(folded, "replace", _ENCODING)[0]


_remembered: Final = lru_cache(maxsize=4)(_encoded)
