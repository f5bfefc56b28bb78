"""Where a text names events: conferences, courses, sittings. All of it is looked over once."""

from __future__ import annotations

from functools import cache
from typing import Final

from loaders.extraction.automaton import Automaton

_WORDS: Final = (
    *("hội nghị", "lớp", "buổi", "cuộc họp", "sinh hoạt", "tọa đàm", "hội thảo", "phiên họp", "hội thi", "cuộc thi"),
    *("ngày hội", "lễ"),
)


@cache
def _automaton() -> Automaton:
    return Automaton(_WORDS)


def named(fold: str) -> list[tuple[int, int]]:
    """Where the words stand that name an event, as whole words, none overlapping."""
    found: list[tuple[int, int]] = []
    done = 0
    for _, start, end in _automaton().find_all(fold):
        if start >= done and not (fold[start - 1 : start].isalnum() or fold[end : end + 1].isalnum()):
            found.append((start, end))
            done = end
    return found
