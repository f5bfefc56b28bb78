"""Mood: whether a clause tells a fact, or asks, plans, denies or only supposes what it speaks of."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from loaders.extraction.automaton import Automaton
from loaders.extraction.lexicon import begins, spaced, table

UNDONE = ("asked", "planned", "denied")
CASE = ("denied", "case")
_RUN = re.compile(" {2,}")
UNREAL = (*UNDONE, "supposed", "case")


def _pattern(row: dict[str, str]) -> str:
    """The word of a row as a whole word, where no neighbour makes it mean something else."""
    first = row["word"][0]  # in front, so that `re` tries nothing where another letter stands
    after = "".join(f"(?<!\\b{word} {first})" for word in row["not_after"].split("|") if word != "-")
    before = "|".join(map(spaced, row["not_before"].split("|"))) if row["not_before"] != "-" else ""
    return first + after + spaced(row["word"][1:]) + (f"(?!,? +(?:{before})(?!\\w))" if before else "")


@cache
def _words(moods: tuple[str, ...]) -> re.Pattern[str]:
    rows = sorted((row for row in table("moods") if row["mood"] in moods), key=lambda row: -len(row["word"]))
    return re.compile(begins("|".join(map(_pattern, rows))) + r"(?!\w)")


@cache
def _automaton(moods: tuple[str, ...]) -> Automaton:
    return Automaton(row["word"] for row in table("moods") if row["mood"] in moods)


def has(fold: str, start: int, end: int, moods: tuple[str, ...] = UNREAL) -> bool:
    """Whether a word of one of `moods` stands in `fold[start:end]`."""
    near = _near(fold[start:end], moods)
    if near is None:
        return _words(moods).search(fold, start, end) is not None
    return any(_words(moods).match(fold, start + place, end) is not None for place in near)


@lru_cache(maxsize=64)  # several rules ask it of one clause
def _near(piece: str, moods: tuple[str, ...]) -> tuple[int, ...] | None:
    """Where in `piece` a word of one of `moods` may begin; None where wide gaps hide it from the automaton."""
    if "  " in piece:
        return None if _automaton(moods).find(_RUN.sub(" ", piece)) else ()
    return tuple({place for _, place, _ in _automaton(moods).find_all(piece)})
