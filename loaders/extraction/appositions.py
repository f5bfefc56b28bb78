"""A number that stands in brackets behind the words for its document: `ban hành Kế hoạch thực hiện D (Kế hoạch số 9)`.

The type word in front is the document's first mention, and the verbs of its name are said of it; without the brackets
a reader would write `ban hành Kế hoạch số 9 thực hiện D`.
"""

from __future__ import annotations

import re
from collections import deque
from functools import cache
from typing import TYPE_CHECKING, Final

from loaders.extraction import titles
from loaders.extraction.issuers import issuer_at
from loaders.extraction.lexicon import alternatives, pattern, table
from loaders.extraction.normal import fold
from loaders.extraction.reference import LAWS, Draft
from loaders.extraction.tails import attach
from ontology.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.extraction.reference import Scan

_REACH: Final = 420
_SPACES: Final = 24
_CLOSED: Final = pattern(r"(?:[ ,]{0,3}(?:của|do) [^();]{3,80})? ?\)")
_SENTENCE: Final = re.compile(r"[.;!?](?=\s)|[\n)(]")
_OF: Final = pattern(r" (?:hành động |công tác )?của (?=\w)")
_NAME: Final = pattern(r" (?:về|v/v|thực hiện|triển khai|tổ chức|cụ thể hóa|hướng dẫn)(?!\w)")


def named(scan: Scan, drafts: list[Draft]) -> None:
    """Read the words in front of a bracketed number as one more mention of what it numbers."""
    if "(" not in scan.text:
        return
    without = {draft.start: draft for draft in reversed(drafts) if draft.number is None}
    first: dict[int, Draft] = {}
    for draft in drafts:
        if draft.kind not in {"numbered", "partial"} or draft.number is None or draft.type in LAWS:
            continue
        opened = _opened(scan, draft.start)
        ends = (draft.head_stop, draft.stop, draft.end)
        if opened < 1 or not any(_CLOSED.match(scan.folded, end) for end in ends):
            continue
        word = _word(scan, draft.type, opened)
        if word is not None:
            first[word.start] = _first(scan, draft, word, opened, without.get(word.start))
    if first:
        drafts[:] = _entered(drafts, first, without)


def _opened(scan: Scan, start: int) -> int:
    """The place of the bracket right before `start`; -1 where none stands there."""
    before = scan.text[max(0, start - _SPACES) : start].rstrip(" ")
    return start - min(start, _SPACES) + len(before) - 1 if before.endswith("(") else -1


def _word(scan: Scan, code: str, opened: int) -> Span | None:
    """The only word for the type in the sentence before the bracket, if a body puts it out or it has a body's name."""
    begin = max(0, opened - _REACH)
    for stop in _SENTENCE.finditer(scan.text, begin, opened):
        begin = stop.end()
    words = [m for m in _words(code).finditer(scan.folded, begin, opened) if not m["numbered"]]
    if len(words) != 1:
        return None
    start, end = words[0].span("word")
    if _put_out().search(scan.folded, begin, start) or _of_body(scan, end):
        return Span(start, end)
    return None


def _of_body(scan: Scan, position: int) -> bool:
    """Whether a body and a verb or subject follow the word: `Chương trình hành động của Tỉnh ủy thực hiện`."""
    of = _OF.match(scan.folded, position)
    issuer = issuer_at(scan.text, scan.folded, of.end()) if of else None
    return issuer is not None and _NAME.match(scan.folded, issuer.end) is not None


def _first(scan: Scan, numbered: Draft, word: Span, opened: int, known: Draft | None) -> Draft:
    """The words before the bracket with the number; `known` is what was read of them without it."""
    named_at = known.title_span if known is not None else None
    if known is not None and named_at is not None:
        first = known
        first.head_stop = min(first.head_stop, named_at.start)
    else:
        first = Draft(word.start, word.end, "numbered", numbered.type)
        attach(scan, first)
    first.kind, first.type, first.number, first.end = "numbered", numbered.type, numbered.number, word.end
    first.completed = numbered.completed
    span = first.title_span
    if span is not None and span.end > opened:
        first.title_span = Span(span.start, opened)
        first.title = titles.words(scan.text[span.start : opened])
    first.stop = min(first.stop, opened)
    first.open = False
    return first


def _entered(drafts: list[Draft], first: dict[int, Draft], without: dict[int, Draft]) -> Iterator[Draft]:
    """`drafts` with each of `first` in its place, and without what was read there before it had a number."""
    new = {start: draft for start, draft in first.items() if without.get(start) is not draft}
    dropped = {id(without[start]) for start in new if start in without}
    places = deque(sorted(new))
    for draft in drafts:
        while places and places[0] < draft.start:
            yield new[places.popleft()]
        if id(draft) not in dropped:
            yield draft
    yield from (new[place] for place in places)


@cache
def _words(code: str) -> re.Pattern[str]:
    """The words for a type, with whether a number or another pointer follows at once."""
    words = [fold(row["word"]) for row in table("types") if row["code"] == code and row["word"] != "cv"]
    numbered = r"(?P<numbered> {1,24}(?:(?:số|sô|này|trên|nêu|nói) |[0-9]))?"
    return pattern(rf"(?<!\w)(?P<word>{alternatives(words)})(?!\w){numbered}")


@cache
def _put_out() -> re.Pattern[str]:
    """A verb by which a body puts out one document, right before the word for it."""
    return pattern(r"(?<!\w)(?:ban hành|có|ký|gửi|ra|thông qua|phát hành)(?: một| bản)? $")
