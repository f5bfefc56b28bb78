"""Mood: whether a clause tells a fact, or asks, plans, denies or only supposes what it speaks of."""

from __future__ import annotations

import re
from functools import cache

from loaders.extraction.lexicon import alternatives, table

UNDONE = ("asked", "planned", "denied")
UNREAL = (*UNDONE, "supposed")


@cache
def _words(moods: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(row['word'] for row in table('moods') if row['mood'] in moods)})(?!\w)")


def has(fold: str, start: int, end: int, moods: tuple[str, ...] = UNREAL) -> bool:
    """Whether a word of one of `moods` stands in `fold[start:end]`."""
    return _words(moods).search(fold, start, end) is not None
