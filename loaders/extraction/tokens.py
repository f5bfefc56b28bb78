"""The typed tokens that the clause machine reads: references, cues, and the marks that divide a sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from loaders.extraction import cues, quotations
from loaders.extraction.lexicon import alternatives, begins, table
from ontology.model import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from loaders.extraction.mentions import Reference
    from loaders.extraction.reading import Reading
    from loaders.extraction.sentences import Block

MOST: Final = 400
"""More tokens of one block than these are not read: no author writes so, and the time stays bounded."""
_MARKS: Final = re.compile(r"[;:().?!](?:(?<=[;:()])|[.?!]*(?=[\"”’)]*(?:\s+[\"“(]?\s*([^\W\d_]|[\d“])|\s*$)))")
_WORDS: Final = r"“[^“”]{1,900}”|\"[^\"“”]{1,900}\""
_PHRASE: Final = re.compile(
    begins("từ|từ ngữ|đoạn|nội dung|câu|chữ|quy định|căn cứ|thành|bằng") + r"(?: là)?:? "
    rf"(?P<words>(?:{_WORDS})(?:(?:,|;| và|, và|; và| hoặc) (?:cụm từ |từ )?(?:{_WORDS})){{0,9}})"
)
_SHORT: Final = re.compile(r"(?:^|[\s(“\"])(?:TP|Tp|tp|TS|ThS|PGS|GS|BS|TM|KT|TL|Q|P|[A-ZĐ]|\d{1,2})$")

_NUMERAL: Final = re.compile(r"(?:thứ|hóa|hoá|lần) [IVX]$")  # `Đại hội lần thứ V.`


class Token(Value, frozen=True, gc=False):
    """`kind` is document, cue, semicolon, colon, open, close, quote, unquote or stop; `place` a reference's index.

    Of a quote `place` is where the first document in the quoted words begins; of other marks it is -1.
    """

    kind: str
    start: int
    end: int
    place: int
    cue: cues.Cue | None


_KINDS: Final = {";": "semicolon", ":": "colon", "(": "open", ")": "close"}


def tokens(reading: Reading, block: Block, indices: Sequence[int]) -> list[Token]:
    """The tokens of `block`, whose references are `indices`, in order."""
    references, fold = reading.references, reading.fold
    words = reading.cues.find(block.body, block.end)[:MOST]
    found = _documents(reading, words, indices[:MOST]) if indices else []
    phrases = [p for p in _phrases(reading.text, block) if not quotations.commands(reading, p[0])]
    named = [_mask(references[t.place], t.end, fold) for t in found]
    quotes = _quotes(phrases, found) if phrases else []
    if phrases:
        found += quotes
        # Words that a change speaks of say nothing before the first document in them, and are not divided.
        named += [(start, next((q.place for q in quotes if q.start == start), end)) for start, end in phrases]
    taken = _stretches(sorted(named) if len(named) > 1 else named)
    starts, ends = taken
    found += [
        Token("cue", start, end, -1, cue)
        for start, end, cue in words
        if not ((after := bisect_left(starts, end)) and ends[after - 1] > start)  # inside a name
    ]
    whole = _stretches(sorted(named + phrases)) if quotes else taken
    found += _marks(reading.text, block, whole)
    if len(found) > 1:
        found.sort(key=attrgetter("end"), reverse=True)  # of two that begin together the longer comes first
        found.sort(key=attrgetter("start"))
    return found[:MOST]


def _documents(reading: Reading, words: list[cues.Found], indices: Sequence[int]) -> list[Token]:
    """The tokens of the references `indices`, without plans whose names are what the cues `words` say."""
    references, fold = reading.references, reading.fold
    if any(references[i].kind == "plan" for i in indices):
        verbs = {start: end for start, end, _ in words}
        indices = [i for i in indices if references[i].kind != "plan" or not _verbal(verbs, references[i].start, fold)]
    return [Token("document", references[i].start, _core(references, i, fold), i, None) for i in indices]


def _quotes(phrases: list[tuple[int, int]], documents: list[Token]) -> list[Token]:
    """The marks of those `phrases` that name documents; `place` of the first is where its first document begins."""
    starts = [token.start for token in documents]
    found: list[Token] = []
    for start, end in phrases:
        first = bisect_left(starts, start)
        if first < len(starts) and starts[first] < end:
            found += [Token("quote", start, start + 1, starts[first], None), Token("unquote", end - 1, end, -1, None)]
    return found


def _phrases(text: str, block: Block) -> list[tuple[int, int]]:
    """Words in quotation marks that a change speaks of as words: `bãi bỏ cụm từ “...; ...”`."""
    if text.find("“", block.body, block.end) < 0 and text.find('"', block.body, block.end) < 0:
        return []
    return [match.span("words") for match in islice(_PHRASE.finditer(text, block.body, block.end), MOST)]


def _marks(text: str, block: Block, taken: tuple[list[int], list[int]]) -> list[Token]:
    """The marks that divide the block, but for those inside names."""
    found: list[Token] = []
    starts, ends = taken
    for match in _MARKS.finditer(text, block.body, block.end):
        start, end = match.span()
        if (after := bisect_left(starts, end)) and ends[after - 1] > start:  # inside a name
            continue
        kind = _KINDS.get(text[start:end], "stop")
        if kind != "stop" or _ends(text, match):
            found.append(Token(kind, start, end, -1, None))
            if len(found) == MOST:
                break
    return found


def _stretches(names: Iterable[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Where the stretches of a text that belong to names begin, in order, and how far each and those before it reach.

    One of them shares a character with a stretch of text if the last that begins before its end reaches past its start.
    """
    starts: list[int] = []
    ends: list[int] = []
    reached = 0
    for start, end in names:
        reached = max(end, reached)
        starts.append(start)
        ends.append(reached)
    return starts, ends


def _verbal(verbs: dict[int, int], start: int, fold: str) -> bool:
    """Whether what looks like the name of a plan begins with a verb (`quy định chi tiết`)."""
    word = _type_word().match(fold, start)
    return word is not None and verbs.get(start, 0) > word.end()


def _ends(text: str, match: re.Match[str]) -> bool:
    after = match.group(1)
    if after is not None and after.islower():
        return False
    if not _SHORT.search(text, max(0, match.start() - 5), match.start()):
        return True
    return _NUMERAL.search(text, max(0, match.start() - 8), match.start()) is not None


def _core(references: Sequence[Reference], index: int, fold: str) -> int:
    """Where the reference itself ends; of one that holds others only the type word is its own."""
    outer = references[index]
    if index + 1 < len(references) and outer.start < references[index + 1].start < outer.end:
        word = _type_word().match(fold, outer.start)
        return word.end() if word else outer.start + 1
    return outer.end


def _mask(reference: Reference, core: int, fold: str) -> tuple[int, int]:
    """The stretch whose words are no cues: a reference, or the type word of a plan, whose name says what it does."""
    word = _type_word().match(fold, reference.start) if reference.kind == "plan" else None
    return reference.start, word.end() if word else core


@cache
def _type_word() -> re.Pattern[str]:
    return re.compile(alternatives(row["word"] for row in table("types")))
