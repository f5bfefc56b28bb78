"""The head of an instrument told in one heading: `CHỈ THỊ CỦA THỦ TƯỚNG CHÍNH PHỦ SỐ 7/2002/CT-TTG NGÀY ... VỀ ...`.

Older gazettes and legal databases print type, issuer, number, day and title so, with no motto above it.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import dates, numbering, owntitles, titles
from loaders.extraction.issuers import issuer_at
from loaders.extraction.lexicon import SMALL, pattern
from loaders.extraction.reference import Draft, Reference
from loaders.extraction.typenames import NAMED, code_of
from ontology.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FIRST: Final = 400
_FEW: Final = 5
_INK: Final = re.compile(r"(?m)^[ ]{0,40}(?P<ink>(?=\S))")
_OF: Final = pattern(r"\s{0,9}của\s{1,9}")
_NUMBER: Final = pattern(r",?\s{0,9}số\s{0,9}:?\s{0,9}$")
# A number as decrees of 1945 to 1950 have it: `SỐ 85 NGÀY 20`, `SỐ 28 NV NGÀY 15`, `SỐ 141-B NGÀY 26`.
_BARE: Final = pattern(
    r",?\s{0,9}số\s{0,9}:?\s{0,9}(?P<number>\d{1,4}(?:[ /-]{1,3}(?!ngày)[a-zđ]{1,4}\d?){0,2})(?=\s{1,9}ngày\s)"
)
# The State, named behind its President or Government.
_STATE: Final = pattern(r"\s{1,9}(?:lâm thời )?(?:nước )?việt nam dân chủ cộng hòa")
_DAY: Final = pattern(r"\s{0,9}ngày\s{1,9}(?=\d)")
# What an instrument's own text goes on with: grounds, articles, or an order that a list follows.
_COMMANDS: Final = re.compile(
    r"\n\s{0,40}(?:Căn cứ |(?:Điều|ĐIỀU) 1[.:]|RA SẮC L)|(?:chỉ thị|yêu cầu|quyết nghị)(?!\w)[^.;\n]{0,200}:\s{0,9}\n"
)
_WITHIN: Final = 3_000
_BELOW: Final = re.compile(rf"\n(?=[^\n]{{0,60}}[{SMALL}])")


def headline(text: str, folded: str, references: Sequence[Reference]) -> Reference | None:
    """The text's own instrument, where its first words are such a heading in capitals and its text commands."""
    word = next(filter(None, (_word(text, folded, at) for at in _line_starts(text))), None)
    if word is None:
        return None
    of = _OF.match(folded, word.end())
    issuer = issuer_at(text, folded, of.end()) if of else None
    if of is None or issuer is None:
        return None
    state = _STATE.match(folded, issuer.end)
    at = state.end() if state else issuer.end
    source = next((r for r in references if r.number_span and r.number_span.start >= issuer.end), None)
    number = source.number_span if source and source.type == code_of(word.group()) else None
    if number is None or _NUMBER.fullmatch(folded, at, number.start) is None:
        bare = _BARE.match(folded, at)
        number = Span(*bare.span("number")) if bare else None
    if number is None or not text[word.start() : number.start].isupper():
        return None
    stop = number.end
    if not _COMMANDS.search(text, stop, stop + _WITHIN):
        return None
    draft = Draft(word.start(), word.end(), "own", code_of(word.group()))
    draft.number, draft.number_span = numbering.printed(text[number.start : number.end]), number
    day = _DAY.match(folded, stop)
    dated = dates.date_at(folded, day.end()) if day else None
    if day and dated:
        draft.date, draft.date_span = dated[0], Span(day.end(), dated[1])
        stop = dated[1]
    _title(draft, text, folded, stop)
    draft.issuer, draft.issuer_span = issuer.name, Span(of.end(), issuer.end)
    return draft.reference()


def _line_starts(text: str) -> Iterator[int]:
    """Where the first lines with ink begin: above the heading a page may have a line or two of its own."""
    begins = (match.start("ink") for match in _INK.finditer(text, 0, _FIRST))
    return itertools.islice(begins, _FEW)


def _word(text: str, folded: str, start: int) -> re.Match[str] | None:
    """The word for a type, in capitals, that a line begins with."""
    match = NAMED.match(folded, start) if text[start].isupper() else None
    return match if match is not None and text[start : match.end()].isupper() else None


def _title(draft: Draft, text: str, folded: str, start: int) -> None:
    """The title is in capitals like the rest of the heading: it ends above the first line that is not."""
    owntitles.read(draft, text, folded, start)
    span = draft.title_span
    below = _BELOW.search(text, span.start, span.end) if span else None
    if span and below:
        draft.title, draft.title_span = titles.words(text[span.start : below.start()]), Span(span.start, below.start())
