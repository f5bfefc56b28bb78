"""Where the words that bear on the mood of a sentence stand: acts, orders, goals, past, rights; found in one pass."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import Final

from ahocorasick_rs import AhoCorasick

from loaders.extraction.lexicon import table
from ontology.model import Value

Place = tuple[int, int]
_RUN: Final = re.compile(" {2,}")
_TABLE: Final = "deadline_words"
_ROLES: Final = ("act", "order", "goal", "past", "right", "noact", "noorder", "ask", "must", "story", "command")


class Marks(Value, frozen=True, gc=False):
    """Places (start, end) of the words of each role in a stretch of folded text, in order."""

    acts: tuple[Place, ...] = ()
    orders: tuple[Place, ...] = ()
    goals: tuple[Place, ...] = ()
    past: tuple[Place, ...] = ()
    rights: tuple[Place, ...] = ()
    asks: tuple[Place, ...] = ()
    musts: tuple[Place, ...] = ()
    story: tuple[Place, ...] = ()
    commands: tuple[Place, ...] = ()


def between(places: tuple[Place, ...], low: int, high: int) -> tuple[Place, ...]:
    """The places that begin in `low:high` and end there."""
    found = places[bisect_left(places, (low, -1)) : bisect_left(places, (high, -1))]
    return found[:-1] if found and found[-1][1] > high else found


def starts_at(places: tuple[Place, ...], place: int) -> bool:
    """Whether one of the places begins at `place`."""
    index = bisect_left(places, (place, -1))
    return index < len(places) and places[index][0] == place


@cache
def _automaton() -> tuple[AhoCorasick, tuple[tuple[str, ...], ...]]:
    """The automaton of all words, and the roles of each."""
    roles: dict[str, list[str]] = {}
    for row in table(_TABLE):
        if row["role"] in _ROLES and row["role"] not in roles.setdefault(row["form"], []):
            roles[row["form"]].append(row["role"])
    return AhoCorasick(list(roles)), tuple(map(tuple, roles.values()))


def marks(folded: str, start: int, end: int) -> Marks:
    """The marks of `start:end`."""
    found = _found(folded, start, end)
    nouns, held = found.pop("noact"), found.pop("noorder")
    places = {role: _longest(spots) for role, spots in found.items()}
    acts = _outside(places["act"], nouns)
    return Marks(
        acts,
        _outside(places["order"], held),
        places["goal"],
        places["past"],
        places["right"],
        _outside(places["ask"], held),
        places["must"],
        places["story"],
        _outside(places["command"], held),
    )


def _found(folded: str, start: int, end: int) -> dict[str, list[Place]]:
    """The places of each role, words only, overlapping ones too."""
    words, shifts = _single(folded[start:end])
    automaton, roles = _automaton()
    found: dict[str, list[Place]] = {role: [] for role in _ROLES}
    last = len(words)
    for index, low, high in automaton.find_matches_as_indexes(words, overlapping=True):
        if (low and words[low - 1].isalnum()) or (high < last and words[high].isalnum()):
            continue
        place = (start + low + _shift(shifts, low), start + high + _shift(shifts, high - 1))
        for role in roles[index]:
            found[role].append(place)
    return found


def _single(words: str) -> tuple[str, list[Place]]:
    """`words` with single spaces, and from which character on how many spaces have gone."""
    if "  " not in words:
        return words, []
    shifts, gone = [], 0
    for run in _RUN.finditer(words):
        kept = run.start() + 1 - gone
        gone += run.end() - run.start() - 1
        shifts.append((kept, gone))
    return _RUN.sub(" ", words), shifts


def _shift(shifts: list[Place], place: int) -> int:
    index = bisect_left(shifts, (place + 1, -1)) - 1
    return shifts[index][1] if index >= 0 else 0


def _longest(places: list[Place]) -> tuple[Place, ...]:
    """Of places that begin together the longest, and none inside another."""
    kept: list[Place] = []
    for place in sorted(places, key=lambda spot: (spot[0], -spot[1])):
        if not kept or place[0] >= kept[-1][1]:
            kept.append(place)
    return tuple(kept)


def _outside(places: tuple[Place, ...], nouns: list[Place]) -> tuple[Place, ...]:
    """The places that lie in no noun (`cấp` not in `trợ cấp`)."""
    if not nouns:
        return places
    covers = _longest(nouns)
    kept = []
    for place in places:
        index = bisect_left(covers, (place[0] + 1, -1)) - 1
        if index < 0 or covers[index][1] <= place[0]:
            kept.append(place)
    return tuple(kept)
