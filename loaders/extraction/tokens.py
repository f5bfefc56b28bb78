"""The typed tokens that the clause machine reads: references, cues, and the marks that divide a sentence."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from loaders.extraction import cues
from loaders.extraction.lexicon import alternatives, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.extraction.mentions import Reference
    from loaders.extraction.reading import Reading
    from loaders.extraction.sentences import Block

MOST: Final = 400
"""More tokens of one block than these are not read: no author writes so, and the time stays bounded."""
_MARKS: Final = re.compile(r"[;:()]|[.?!]+(?=[\"”’)]*(?:\s+[\"“(]?\s*([^\W\d_]|[\d“])|\s*$))")
_SHORT: Final = re.compile(r"(?:^|[\s(])(?:TP|Tp|tp|TS|ThS|PGS|GS|BS|TM|KT|TL|Q|P|[A-ZĐ]|\d{1,2})$")


class Token(NamedTuple):
    """`kind` is document, cue, semicolon, colon, open, close or stop; `value` a reference's index or a cue."""

    kind: str
    start: int
    end: int
    index: int
    cue: cues.Cue | None


_KINDS: Final = {";": "semicolon", ":": "colon", "(": "open", ")": "close"}


def tokens(reading: Reading, block: Block, indices: Sequence[int]) -> list[Token]:
    """The tokens of `block`, whose references are `indices`, in order."""
    references = reading.references
    words = list(cues.find(reading.fold, block.body, block.end))
    verbs = {start: end for start, end, _ in words}
    word = _type_word()
    indices = [
        i
        for i in indices
        if references[i].kind != "plan"
        or not _verbal(verbs, references[i].start, word.match(reading.fold, references[i].start))
    ]
    found = [
        Token("document", references[i].start, _core(references, i, indices, reading.fold), i, None) for i in indices
    ]
    masks = _masks(found, references, reading.fold)
    for start, end, cue in words:
        if not _inside(masks, start, end):
            found.append(Token("cue", start, end, -1, cue))
    for match in _MARKS.finditer(reading.text, block.body, block.end):
        if _inside(masks, match.start(), match.end()):
            continue
        kind = _KINDS.get(match.group(), "stop")
        if kind == "stop" and not _ends(reading.text, match):
            continue
        found.append(Token(kind, match.start(), match.end(), -1, None))
    found.sort(key=lambda t: (t.start, -t.end))
    return found[:MOST]


def _verbal(verbs: dict[int, int], start: int, word: re.Match[str] | None) -> bool:
    """Whether what looks like the name of a plan begins with a verb (`quy định chi tiết`)."""
    return word is not None and verbs.get(start, 0) > word.end()


def _ends(text: str, match: re.Match[str]) -> bool:
    after = match.group(1)
    if after is not None and after.islower():
        return False
    return not _SHORT.search(text, max(0, match.start() - 5), match.start())


def _core(references: Sequence[Reference], index: int, indices: Sequence[int], fold: str) -> int:
    """Where the reference itself ends; of one that holds others only the type word is its own."""
    outer = references[index]
    if any(outer.start < references[i].start < outer.end for i in indices if i != index):
        word = _type_word().match(fold, outer.start)
        return word.end() if word else outer.start + 1
    return outer.end


@cache
def _type_word() -> re.Pattern[str]:
    return re.compile(alternatives(row["word"] for row in table("types")))


def _masks(found: list[Token], references: Sequence[Reference], fold: str) -> list[tuple[int, int]]:
    """The stretches whose words belong to a name: whole references, or the type word of one that holds others."""
    word = _type_word()
    masks = []
    for t in found:
        name = word.match(fold, t.start) if references[t.index].kind == "plan" else None
        masks.append((t.start, name.end() if name else t.end))
    return masks


def _inside(masks: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(a < end and start < b for a, b in masks)
