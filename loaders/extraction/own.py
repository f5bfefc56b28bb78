"""The instrument whose own text a source is: known by its letterhead, its first line, or by how its body speaks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import announced, enactors, owntitles, spoken
from loaders.extraction.headlines import headline
from loaders.extraction.letterheads import GROUNDS, letterhead
from loaders.extraction.lexicon import pattern
from loaders.extraction.reference import LAWS, Draft, Reference
from loaders.extraction.typenames import INSTRUMENT, code_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIRST: Final = pattern(rf"\s{{0,40}}(?P<word>{INSTRUMENT}) {{1,9}}(?P<title>[^\n]{{4,900}})")
_NEWS: Final = pattern(r"mới(?: nhất)?(?!\w)")  # `Quy định mới về ...`: a headline
_OF_YEAR: Final = pattern(r" năm (?:19|20)\d\d [^\W\d]")
_ARTICLE: Final = pattern(r"(?m)^ {0,40}Điều \d{1,3}[. :]")
_ENACTS: Final = re.compile(r"\n[ ]*(?P<word>QUYẾT\s{1,3}(?:ĐỊNH|NGHỊ))[ ]*:\s*\n\s*Điều 1[. :]")
_ABOUT: Final = re.compile(r"\s{0,40}(?:VỀ|Về|V/v|V/V)(?: (?:VIỆC|việc))? [^\n]{4,300}(?:\n[^\na-z]{4,300}){0,4}\n")
_SECTION: Final = pattern(r"(?m)^ {0,40}(?:[IVX]{1,4}|\d{1,2})\. ?\S")


def own_reference(text: str, folded: str, references: Sequence[Reference]) -> Reference | None:
    """The reference by which the source says which instrument it is; None where it is nobody's own text."""
    head = headline(text, folded, references) or letterhead(text, folded, references)
    if head is not None and (head.number is not None or head.type == "VBHN"):
        return head
    titled = _first_line(text, folded) if head is None else None
    if titled is not None:
        return titled
    begin = head.start if head is not None else len(text)
    body = spoken.own(text[:begin], folded[:begin], references)
    if body is None or (head is not None and head.type == body.type):
        told = None if head else announced.own_reference(text, folded, references)
        if told is not None:
            return spoken.numbered(told, text, folded, references)
        return head or spoken.annexed(text, folded, references) or _enacting(text, folded)
    return spoken.numbered(body, text, folded, references)  # a head below the body is that of an annex


def _enacting(text: str, folded: str) -> Reference | None:
    """The act whose head is lost but for grounds and the words that enact: `Căn cứ ...`, `QUYẾT ĐỊNH:`, `Điều 1`."""
    grounds = GROUNDS.search(text)
    match = _ENACTS.search(text, grounds.end()) if grounds is not None else None
    if grounds is None or match is None or "\n\n\n" in text[grounds.start() : match.start()]:
        return None
    draft = Draft(match.start("word"), match.end("word"), "own", "QĐ" if match["word"].endswith("ỊNH") else "NQ")
    titled = _ABOUT.match(text)
    if titled is not None and titled.end() <= grounds.start():
        owntitles.read(draft, text, folded, 0)
    enactors.issued(draft, text, folded, 0, titled.end() if titled else 0)
    return draft.reference()


def _first_line(text: str, folded: str) -> Reference | None:
    """A first line that is a type word and a title, over a text in articles or with grounds."""
    match = _FIRST.match(folded)
    if match is None or not text[match.start("word")].isupper() or _NEWS.match(match["title"]):
        return None
    if code_of(match["word"]) in LAWS and _OF_YEAR.search(match["title"]):
        return None  # `Luật Thanh niên năm 2005 còn gì chưa rõ`: a headline about it
    if not (_ARTICLE.search(text) or GROUNDS.search(text)) and not (
        _SECTION.search(text) and re.search(rf"{re.escape(match['word'])} {{1,9}}này(?!\w)", folded)
    ):
        return None
    if re.match(r"(?:số|sô) ?:? ?\d|\d", match["title"]) and not spoken.ACTS.search(folded):
        return None
    draft = Draft(match.start("word"), match.end("word"), "own", code_of(match["word"]))
    owntitles.read(draft, text, folded, match.end("word"))
    return draft.reference() if draft.title else None
