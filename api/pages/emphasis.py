"""The words of a query marked where they stand in a title, however either is spelt."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from markupsafe import Markup, escape

from graph.asking import question, split

if TYPE_CHECKING:
    from collections.abc import Sequence

RUN: Final = re.compile(r"[^\W\d_]+|\d+[^\W\d_]*")


def emphasis(text: str, query: str) -> Markup:
    """A text with the words of a query as marks; of a text that is not composed nothing is marked."""
    asked = question(query)
    if not asked.words or not unicodedata.is_normalized("NFC", text):
        return escape(text)
    parts, at = [], 0
    for run in _stretches([found.span() for found in RUN.finditer(text) if _meant(found[0], asked.words)], text):
        parts += [escape(text[at : run[0]]), Markup("<mark>{}</mark>").format(text[run[0] : run[1]])]
        at = run[1]
    return Markup().join([*parts, escape(text[at:])])


def _meant(word: str, words: Sequence[str]) -> bool:
    folded = split(word)
    return len(folded) == 1 and (folded[0] in words or (len(words[-1]) > 2 and folded[0].startswith(words[-1])))


def _stretches(spans: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """The spans with those joined that only spaces, hyphens and slashes part."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and not text[joined[-1][1] : start].strip(" -–/"):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
