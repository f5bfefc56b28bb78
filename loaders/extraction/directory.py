"""Where the documents of a ledger are filed, so that none of its questions looks at all of them.

Each question looks at no more than `MOST` candidates: the time that a text takes stays in proportion to its length.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from heapq import heappop, heappush
from itertools import islice
from typing import TYPE_CHECKING, Final

from loaders.extraction import slips
from loaders.extraction.names import words
from loaders.extraction.normal import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from loaders.extraction.entries import Entry
    from loaders.extraction.reference import Reference

MOST: Final = 100
SHORTEST: Final = 5
"""A name of so many words or more may be cited by its beginning."""
OPENING: Final = 7
"""A name that shares so many first words with the title of a numbered document of its type means that."""
BEHIND: Final = 3
"""So many words further the number stands to which the beginning of a title may lead."""
Name = tuple[str, tuple[str, ...]]
_SERIAL: Final = re.compile(r"0*(\d+(?:[a-zđ](?![^\W\d_]))?)", re.IGNORECASE)  # `30a` of `30a/2008/NQ-CP`


def title_opening(reference: Reference) -> Name | None:
    """Type and first words of the title of a reference; None where the title has fewer."""
    if reference.title is None:
        return None
    found = opening(words(fold(reference.title)), OPENING)
    return (reference.type, found) if found else None


def opening(title: tuple[str, ...], least: int) -> tuple[str, ...] | None:
    """The first `least` words of a title, on to the number that they lead to; None where the title has fewer.

    Titles that begin alike (`thực hiện Quyết định số ...`) are told apart by that number.
    """
    number = next((at for at, word in enumerate(title[: least + BEHIND]) if word[0].isdigit()), 0)
    return title[: max(least, number + 1)] if len(title) >= least else None


class Directory:
    """The entries of a ledger by number, serial, name, plenum, and by when they were last mentioned."""

    def __init__(self, entries: Sequence[Entry], references: Sequence[Reference]) -> None:
        self.entries, self.references = entries, references
        self._keys: dict[str, dict[int, None]] = {}
        self._serials: dict[tuple[str, str], dict[int, None]] = {}
        self._names: dict[Name, list[int]] = {}
        self._beginnings: dict[Name, list[Name]] = {}
        self._alike: dict[Name, list[tuple[str, Name]]] = {}
        self._plenums: dict[int, list[int]] = {}
        self._recent: dict[str, list[tuple[int, int]]] = {}
        self._titled: dict[Name, Reference] | None = None
        self._cited: dict[tuple[str, str], list[Reference]] | None = None
        self._by_type: dict[str, list[Reference]] | None = None

    def number(self, key: str, index: int) -> None:
        """File an entry under a number's key."""
        self._keys.setdefault(key, {})[index] = None

    def name(self, name: Name, index: int) -> None:
        """File an entry under what it is known by."""
        code, words = name
        if name not in self._names and len(words) >= SHORTEST:
            self._beginnings.setdefault((code, words[:SHORTEST]), []).append(name)
        if name not in self._names and (shape := slips.letters(words)) is not None:
            self._alike.setdefault((code, (shape[: slips.LEAST],)), []).append((shape, name))
        self._names.setdefault(name, []).append(index)

    def mention(self, index: int) -> None:
        """File an entry as it is after a mention: it may have been given its number."""
        entry = self.entries[index]
        if entry.number is not None and (serial := _serial(entry.number)) is not None:
            self._serials.setdefault((entry.type, serial), {})[index] = None
        if entry.kind != "plan":
            heappush(self._recent.setdefault(entry.type, []), (-entry.last, index))

    def plenum(self, ordinal: int, index: int) -> None:
        """File an entry under the plenum that passed it."""
        self._plenums.setdefault(ordinal, []).append(index)

    def numbered(self, key: str) -> Iterator[int]:
        """The entries under a number's key, the first first."""
        return islice(self._keys.get(key, ()), MOST)

    def beginning(self, code: str, serial: str) -> list[int]:
        """The entries of a type whose number begins with `serial`, the first first."""
        return sorted(islice(reversed(self._serials.get((code, serial), {})), MOST))

    def named(self, name: Name) -> list[int]:
        """The entries known by `name`, the first first."""
        return self._names.get(name, [])[-MOST:]

    def titled(self, opening: Name) -> Reference | None:
        """The first full citation, anywhere in the text, of a document whose title begins as `opening` does."""
        if self._titled is None:
            self._titled = {}
            for reference in self.references:
                found = title_opening(reference) if reference.kind == "numbered" else None
                if found:
                    self._titled.setdefault(found, reference)
        return self._titled.get(opening)

    def cited(self, code: str) -> Sequence[Reference]:
        """The full citations of a type, the first first."""
        if self._by_type is None:
            self._by_type = {}
            for reference in self.references:
                if reference.kind == "numbered" and reference.number:
                    self._by_type.setdefault(reference.type, []).append(reference)
        return self._by_type.get(code, [])[:MOST]

    def begun(self, name: Name) -> int | None:
        """The latest entry whose name `name` begins, or that begins `name`."""
        code, ours = name
        for other in self._beginnings.get((code, ours[:SHORTEST]), [])[: -MOST - 1 : -1]:
            least = min(len(ours), len(other[1]))
            if ours[:least] == other[1][:least]:
                return self._names[other][-1]
        return None

    def alike(self, name: Name, cut: int) -> list[int]:
        """The entries whose name is `name` but for slips; one of `cut` words may go on beyond what is compared."""
        code, ours = name
        shape = slips.letters(ours)
        if shape is None:
            return []
        for theirs, other in self._alike.get((code, (shape[: slips.LEAST],)), [])[: -MOST - 1 : -1]:
            if slips.agree(shape, theirs, cut=len(ours) == cut == len(other[1])):
                return self.named(other)
        return []

    def of_plenum(self, ordinal: int | None) -> list[int]:
        """The entries passed by a plenum of that ordinal, the first first."""
        return [] if ordinal is None else self._plenums.get(ordinal, [])[:MOST]

    def latest(self, code: str) -> int | None:
        """The entry of a type that was mentioned last; plans without a number do not count."""
        recent = self._recent.get(code, [])
        while recent and -recent[0][0] != self.entries[recent[0][1]].last:
            heappop(recent)
        return recent[0][1] if recent else None

    def after(self, code: str, serial: str, position: int) -> Sequence[Reference]:
        """The full citations after `position` of a type whose number begins with `serial`."""
        if self._cited is None:
            self._cited = {}
            for reference in self.references:
                if reference.kind == "numbered" and reference.number and (found := _serial(reference.number)):
                    self._cited.setdefault((reference.type, found), []).append(reference)
        cited = self._cited.get((code, serial), [])
        first = bisect_right(cited, position, key=lambda r: r.start)
        return cited[first : first + MOST]


def _serial(number: str) -> str | None:
    """The figures that a number begins with, with a letter of theirs, without zeros in front."""
    match = _SERIAL.match(number)
    return match[1].lower() if match else None
