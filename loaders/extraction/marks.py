"""Where the words that bear on the mood of a sentence stand: acts, orders, goals, past, rights; found in one pass."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import Final

from loaders.extraction.automaton import Automaton
from loaders.extraction.lexicon import table
from ontology.model import Value

Place = tuple[int, int]
_RUN: Final = re.compile(" {2,}")
_TABLE: Final = "deadline_words"
# The roles in the order of the fields of `Marks`; the nouns of `noact` and `noorder` only keep their words from others.
_KEPT: Final = ("act", "order", "goal", "past", "right", "ask", "must", "story", "command")
_ROLES: Final = (*_KEPT, "noact", "noorder")


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


_NONE: Final = Marks()


def between(places: tuple[Place, ...], low: int, high: int) -> tuple[Place, ...]:
    """The places that begin in `low:high` and end there."""
    if not places or places[0][0] >= high or places[-1][0] < low:
        return ()
    found = places[bisect_left(places, (low, -1)) : bisect_left(places, (high, -1))]
    return found[:-1] if found and found[-1][1] > high else found


def starts_at(places: tuple[Place, ...], place: int) -> bool:
    """Whether one of the places begins at `place`."""
    index = bisect_left(places, (place, -1))
    return index < len(places) and places[index][0] == place


@cache
def _automaton() -> tuple[Automaton, tuple[tuple[str, ...], ...]]:
    """The automaton of all words, and the roles of each. The longest word wins: `trợ cấp` is no `cấp`."""
    roles: dict[str, list[str]] = {}
    for row in table(_TABLE):
        if row["role"] in _ROLES and row["role"] not in roles.setdefault(row["form"], []):
            roles[row["form"]].append(row["role"])
    return Automaton(roles, longest=True), tuple(map(tuple, roles.values()))


def marks(folded: str, start: int, end: int) -> Marks:
    """The marks of `start:end`."""
    words, shifts = _single(folded[start:end])
    automaton, roles = _automaton()
    found: dict[str, list[Place]] = {}
    last = len(words)
    for index, low, high in automaton.find(words):
        if (low and words[low - 1].isalnum()) or (high < last and words[high].isalnum()):
            continue
        place = (start + low, start + high)
        if shifts:
            place = (place[0] + _shift(shifts, low), place[1] + _shift(shifts, high - 1))
        for role in roles[index]:
            found.setdefault(role, []).append(place)
    return Marks(*(tuple(found[role]) if role in found else () for role in _KEPT)) if found else _NONE


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
