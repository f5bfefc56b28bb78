"""Automata that find the words of a table in folded text, all in one pass.

They read a text in one byte for each of its characters (`letters.py`), so that places in it need not be counted again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

from loaders.extraction.letters import codes, strict

if TYPE_CHECKING:
    from collections.abc import Iterable

Place = tuple[int, int, int]


class Automaton:
    """Finds words; `find` gives the index of each among `words` and where it stands."""

    def __init__(self, words: Iterable[str], *, longest: bool = False) -> None:
        """With `longest`, of words that begin together the longest is found; else the first to end.

        Raises:
            UnicodeEncodeError: a word holds a character that the automata do not read.

        """
        self._words = BytesAhoCorasick(
            list(map(strict, words)),
            implementation=Implementation.DFA,
            matchkind=MatchKind.LeftmostLongest if longest else MatchKind.Standard,
        )

    def find(self, folded: str) -> list[Place]:
        """The words in `folded` from left to right, none overlapping."""
        found: list[Place] = self._words.find_matches_as_indexes(codes(folded))
        return found

    def find_all(self, folded: str) -> list[Place]:
        """All words in `folded`, those inside others too. No automaton of the `longest` words has them."""
        found: list[Place] = self._words.find_matches_as_indexes(codes(folded), overlapping=True)
        return found
