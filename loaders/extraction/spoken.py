"""The instrument whose own text a source is, where the source has no letterhead: known by how its body speaks."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice
from typing import TYPE_CHECKING, Final

import msgspec

from loaders.extraction import dates
from loaders.extraction.issuers import issuer_at
from loaders.extraction.lexicon import begins, listed, pattern
from loaders.extraction.reference import Draft, Reference
from loaders.extraction.typenames import INSTRUMENT, NAMED, code_of
from ontology.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_ARTICLE: Final = pattern(r"(?m)^ {0,40}Điều \d{1,3}[. :]")
ACTS: Final = pattern(
    rf"(?<!\w)(?P<word>{INSTRUMENT}) này (?:{listed('own_verb')})|thi hành (?P<last>{INSTRUMENT}) này(?!\w)"
)
"""What an instrument says of itself."""
_PARTS: Final = pattern(
    rf"(?:(?:điều|khoản|chương|mục|phụ lục) {{1,9}}[\divxlc]{{1,5}}[a-zđ]?,?|quy định tại|quy định của|ngoài)"
    rf"(?: của)? {{1,9}}(?P<word>{INSTRUMENT}) này(?!\w)"
)
_PASSED: Final = pattern(
    rf"(?P<word>{begins(INSTRUMENT)}) này (?P<by>(?:đã )?được )(?=quốc hội|ủy ban thường vụ|hội đồng)"
)
_PASSING: Final = pattern(r" thông qua (?:vào )?ngày (?=\d)")
_ANNEX: Final = pattern(rf"(?m)(?:^|[\n ])\({{1,2}}(?:ban hành )?kèm theo (?P<word>{INSTRUMENT}) (?=(?:số|sô)(?!\w))")
_FEW: Final = 9
_CHANGED: Final = pattern(r"(?:sửa đổi|bổ sung|thay thế|bãi bỏ)[^.;:]*$")
_REACH: Final = 90
_SIGNING: Final = ("TM", "KT", "TUQ", "TL")
_FOOTED: Final = pattern(rf"(?m)\./\.|^ {{0,40}}(?:{'|'.join(_SIGNING)})\. ?[A-ZĐ]{{2}}")
_FEET: Final = ("./.", *(f"{sign}." for sign in _SIGNING))


def own(text: str, folded: str) -> Reference | None:
    """A text that speaks of itself: `Thông tư này có hiệu lực`, `thi hành Quyết định này`, or only of its parts.

    It stands in articles; or, of the end of one, bears the mark under which signatures stand and names its parts.
    """
    articles = _ARTICLE.search(text)
    if not articles and not (any(sign in text for sign in _FEET) and _FOOTED.search(text)):
        return None
    spoken = _speech(text, folded, ACTS) if articles else {}
    spoken = spoken or _speech(text, folded, _PARTS)
    if not spoken:
        return None
    code, places = max(spoken.items(), key=lambda item: (len(item[1]), -item[1][0]))
    word = NAMED.search(folded, places[0])
    assert word is not None
    draft = Draft(word.start(), word.end(), "own", code)
    _adopted(draft, text, folded)
    return draft.reference()


def numbered(own: Reference, text: str, folded: str, references: Sequence[Reference]) -> Reference:
    """`own` with number, date and issuer from the head of its annex: `(Kèm theo Quyết định số 5/QĐ-UBND ngày ...)`.

    An instrument that the text changes is another, whose annex is quoted.
    """
    for match in islice(_ANNEX.finditer(folded, own.start), _FEW if own.number is None else 0):
        place = bisect_left(references, match.start("word"), key=lambda r: r.start)
        carrier = references[place] if place < len(references) else None
        if carrier is None or carrier.start != match.start("word") or _quoted(text, match.start()):
            continue
        named = any(
            r.number == carrier.number and _CHANGED.search(folded, max(0, r.start - _REACH), r.start)
            for r in references[:place]
        )
        if carrier.kind == "numbered" and carrier.type == own.type and not named:
            return msgspec.structs.replace(
                own, number=carrier.number, date=own.date or carrier.date,
                issuer=own.issuer or carrier.issuer, issuer_span=own.issuer_span or carrier.issuer_span,
            )  # fmt: skip
    return own


def _speech(text: str, folded: str, speech: re.Pattern[str]) -> dict[str, list[int]]:
    """Where a text speaks of itself by the words of `speech`, by the type it gives itself; not in quotations."""
    counts: dict[str, list[int]] = {}
    for match in speech.finditer(folded):
        if not _quoted(text, match.start()):
            word = match["word"] or match["last"]
            counts.setdefault(code_of(word), []).append(match.start())
    return counts


def _adopted(draft: Draft, text: str, folded: str) -> None:
    """Who passed a law and when, as its last words say: `Luật này được Quốc hội ... thông qua ngày ...`."""
    passed = _PASSED.search(folded)
    if passed is None or code_of(passed["word"]) != draft.type:
        return
    issuer = issuer_at(text, folded, passed.end("by"))
    day = _PASSING.search(folded, passed.end(), passed.end() + 300)
    found = dates.date_at(folded, day.end()) if day else None
    if issuer and found and day:
        draft.issuer, draft.issuer_span = issuer.name, Span(passed.end("by"), issuer.end)
        draft.date, draft.date_span = found[0], Span(day.end(), found[1])


def _quoted(text: str, position: int) -> bool:
    """Whether the place lies inside quotation marks, as far as the 3,000 characters before it show."""
    begin = max(0, position - 3000)
    return text.rfind("“", begin, position) > text.rfind("”", begin, position)
