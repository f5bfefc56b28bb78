"""The head of an instrument told in one heading: `CHỈ THỊ CỦA THỦ TƯỚNG CHÍNH PHỦ SỐ 7/2002/CT-TTG NGÀY ... VỀ ...`.

Older gazettes and legal databases print type, issuer, number, day and title so, with no motto above it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import dates, owntitles, titles
from loaders.extraction.issuers import issuer_at
from loaders.extraction.lexicon import SMALL, pattern
from loaders.extraction.reference import Draft, Reference
from loaders.extraction.typenames import NAMED, code_of
from ontology.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIRST: Final = 200
_OF: Final = pattern(r"\s{0,9}của\s{1,9}")
_NUMBER: Final = pattern(r",?\s{0,9}số\s{0,9}:?\s{0,9}$")
_DAY: Final = pattern(r"\s{0,9}ngày\s{1,9}(?=\d)")
# What an instrument's own text goes on with: grounds, articles, or an order that a list follows.
_COMMANDS: Final = re.compile(
    r"\n\s{0,40}(?:Căn cứ |(?:Điều|ĐIỀU) 1[.:])|(?:chỉ thị|yêu cầu|quyết nghị)(?!\w)[^.;\n]{0,200}:\s{0,9}\n"
)
_WITHIN: Final = 3_000
_BELOW: Final = re.compile(rf"\n(?=[^\n]{{0,60}}[{SMALL}])")


def headline(text: str, folded: str, references: Sequence[Reference]) -> Reference | None:
    """The text's own instrument, where its first words are such a heading in capitals and its text commands."""
    first = text[:_FIRST]
    start = len(first) - len(first.lstrip())
    word = NAMED.match(folded, start, _FIRST) if first[start : start + 1].isupper() else None
    if word is None or not text[word.start() : word.end()].isupper():
        return None
    of = _OF.match(folded, word.end())
    issuer = issuer_at(text, folded, of.end()) if of else None
    if of is None or issuer is None:
        return None
    source = next((r for r in references if r.number_span and r.number_span.start >= issuer.end), None)
    if source is None or source.number_span is None or source.type != code_of(word.group()):
        return None
    stop = source.number_span.end
    if _NUMBER.fullmatch(folded, issuer.end, source.number_span.start) is None:
        return None
    if not text[word.start() : source.number_span.start].isupper() or not _COMMANDS.search(text, stop, stop + _WITHIN):
        return None
    draft = Draft(word.start(), word.end(), "own", code_of(word.group()))
    draft.number, draft.number_span = source.number, source.number_span
    day = _DAY.match(folded, stop)
    dated = dates.date_at(folded, day.end()) if day else None
    if day and dated:
        draft.date, draft.date_span = dated[0], Span(day.end(), dated[1])
        stop = dated[1]
    _title(draft, text, folded, stop)
    draft.issuer, draft.issuer_span = issuer.name, Span(of.end(), issuer.end)
    return draft.reference()


def _title(draft: Draft, text: str, folded: str, start: int) -> None:
    """The title is in capitals like the rest of the heading: it ends above the first line that is not."""
    owntitles.read(draft, text, folded, start)
    span = draft.title_span
    below = _BELOW.search(text, span.start, span.end) if span else None
    if span and below:
        draft.title, draft.title_span = titles.words(text[span.start : below.start()]), Span(span.start, below.start())
