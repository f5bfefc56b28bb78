"""The instrument whose own text a source is, where the source has no letterhead: known by how its body speaks."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice
from typing import TYPE_CHECKING, Final

import msgspec

from loaders.extraction import dates
from loaders.extraction.issuers import issuer_at
from loaders.extraction.lexicon import CAPITALS, begins, listed, pattern
from loaders.extraction.places import every, line
from loaders.extraction.reference import Draft, Reference
from loaders.extraction.typenames import INSTRUMENT, NAMED, code_of
from ontology.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ARTICLE: Final = pattern(r"(?m)^ {0,40}Điều \d{1,3}[. :]")
ACTS: Final = pattern(
    rf"(?<!\w)(?P<word>{INSTRUMENT}) này (?:{listed('own_verb')})|thi hành (?P<last>{INSTRUMENT}) này(?!\w)"
)
"""What an instrument says of itself."""
_PARTED: Final = "|".join(
    unit + r" {1,9}[\divxlc]{1,5}[a-zđ]?,?" for unit in ("điều", "khoản", "chương", "mục", "phụ lục")
)
_PARTS: Final = pattern(
    rf"(?:{_PARTED}|(?:quy định|nêu|hướng dẫn|đề cập|viện dẫn|áp dụng) tại|quy định của|ngoài|kèm(?: theo)?)(?: của)?"
    rf" {{1,9}}(?P<word>{INSTRUMENT}) này(?!\w)"
)
_ITSELF: Final = pattern(rf"(?P<word>{begins(INSTRUMENT)}) này(?!\w)")
# A text cut out of the last article begins with a clause of it.
_CUT: Final = re.compile(r"\s{0,40}(?:\d{1,2}[.)]|[a-zđ]\)) \S")
_ENDS: Final = pattern(
    rf"(?m)^ {{0,9}}(?:\d{{1,2}}[.)] {{1,3}})?(?P<word>{INSTRUMENT}) này "
    r"(?:có hiệu lực(?: thi hành)?(?: kể)? từ|thay thế|bãi bỏ) "
)
_OF_ARTICLES: Final = pattern(r"(?<!\w)(?:điều|khoản) này(?!\w)")
_PASSED: Final = pattern(
    rf"(?P<word>{begins(INSTRUMENT)}) này (?P<by>(?:đã )?được )(?=quốc hội|ủy ban thường vụ|hội đồng)"
)
_PASSING: Final = pattern(r" thông qua (?:vào )?ngày (?=\d)")
_ANNEX: Final = pattern(rf"(?m)(?:^|[\n ])\({{1,2}}(?:ban hành )?kèm theo (?P<word>{INSTRUMENT}) (?=(?:số|sô)(?!\w))")
_ANNEX_HEAD: Final = re.compile(
    rf"[\s\d]{{0,40}}(?:(?:Phụ lục|Biểu|Mẫu số)(?!\w)[^.;\n]{{0,160}}|[{CAPITALS}][^a-zđ.;\n]{{3,160}})\n"
    r"(?:[^a-zđ\n]{0,160}\n){0,6}"
)
"""`PHỤ LỤC ...`, or a title in capitals."""
_HEADED: Final = re.compile(
    r"(?:^|\n)[ ]{0,40}(?:PHỤ LỤC|Phụ lục)(?!\w)[^.;\n]{0,60}\n(?:[^a-zđ\n]{0,160}\n){0,4}[ ]{0,40}$"
)
_CLAUSES: Final = re.compile(r"(?m)^[ ]{0,9}\d{1,2}\. \S")
_ASKS: Final = re.compile(r"\w\?[ ]{0,9}(?:\n|$)")
_TWICE: Final = 2
_FEW: Final = 9
_CHANGED: Final = pattern(r"(?:sửa đổi|bổ sung|thay thế|bãi bỏ)[^.;:]*$")
_REACH: Final = 90
_SIGNING: Final = ("TM", "KT", "TUQ", "TL")
_FOOTED: Final = pattern(rf"(?m)\./\.|^ {{0,40}}(?:{'|'.join(_SIGNING)})\. ?[A-ZĐ]{{2}}")
_FEET: Final = ("./.", *(f"{sign}." for sign in _SIGNING))


def own(text: str, folded: str, references: Sequence[Reference] = ()) -> Reference | None:
    """A text that speaks of itself: `Thông tư này có hiệu lực`, `thi hành Quyết định này`, or only of its parts.

    It stands in articles; or, of the end of one, bears the mark under which signatures stand and names its parts; or
    is cut out of the middle, in clauses that name its parts again and again and no other document of its type.
    """
    if "này" not in folded:
        return None
    articles = line(_ARTICLE, text, "Điều ")
    footed = articles or (any(sign in text for sign in _FEET) and _FOOTED.search(text))
    spoken = _speech(text, folded, ACTS) if articles else {}
    spoken = spoken or _speech(text, folded, _PARTS)
    if not footed:
        spoken = _cut_out(text, folded, references, spoken)
    if len(spoken) == 1 and "QyĐ" in spoken:  # `Quy định này áp dụng cho cả X`: what was just said
        spoken = _speech(text, folded, _PARTS) or spoken
    if not spoken:
        return None
    code, places = max(spoken.items(), key=lambda item: (len(item[1]), -item[1][0]))
    word = NAMED.search(folded, places[0])
    assert word is not None
    this = word.end() + len(" này")
    itself = not footed and folded[word.end() : this] == " này"  # the subject of what a clause cut out says
    draft = Draft(word.start(), this if itself else word.end(), "own", code)
    _adopted(draft, text, folded)
    return draft.reference()


def _cut_out(
    text: str, folded: str, references: Sequence[Reference], parts: dict[str, list[int]]
) -> dict[str, list[int]]:
    """What a text cut out of the middle of an instrument, in clauses, calls itself, and where.

    It names its parts, and no other document of its type; or, in the words of articles, itself before any other; or it
    says what it puts an end to, or from when it is in force, before it names another of its type.
    """
    others: dict[str, int] = {}
    for reference in references:
        if reference.number is not None:
            others.setdefault(reference.type, reference.start)
    ends = _ENDS.search(folded) if _CUT.match(text) else None
    if ends is not None and not _quoted(text, ends.start("word")):
        code = code_of(ends["word"])
        if ends.start("word") < others.get(code, len(text)):
            return {code: [ends.start("word")]}
    if len(_CLAUSES.findall(text)) < _TWICE:
        return {}
    itself = _speech(text, folded, _ITSELF) if _OF_ARTICLES.search(folded) else {}
    asked = _ASKS.search(text)
    if asked is not None:  # a page of questions, whose answers quote articles that speak of themselves
        parts, itself = ({t: p for t, p in said.items() if p[0] < asked.start()} for said in (parts, itself))
    first = {t: p for t, p in itself.items() if len(p) >= _TWICE and p[0] < others.get(t, len(text))}
    return {t: p for t, p in parts.items() if len(p) >= _TWICE and t not in others} or first


def annexed(text: str, folded: str, references: Sequence[Reference]) -> Reference | None:
    """The carrier of an annex that a text begins with, or of the only annexes in it, under their heads.

    `Phụ lục I. DANH MỤC ... (Kèm theo Thông tư số ... )`.
    """
    head = _ANNEX_HEAD.match(text)
    match = _ANNEX.match(folded, max(0, head.end() - 1)) if head else None
    found = [match] if match else list(islice(_headed(text, folded), _FEW))
    carriers = [carrier for m in found if (carrier := _carrier(references, m)) is not None]
    if not carriers or len({carrier.number for carrier in carriers}) > 1:
        return None
    return msgspec.structs.replace(carriers[0], kind="own")


def _annexes(folded: str, start: int = 0) -> Iterator[re.Match[str]]:
    """Where annexes name their carriers, from `start` on: each begins with a bracket, and the space before it."""
    for place in every(folded, "(", start):
        match = _ANNEX.match(folded, place - 1 if place > start and folded[place - 1] in "\n " else place)
        if match is not None:
            yield match


def _headed(text: str, folded: str) -> Iterator[re.Match[str]]:
    """Where a head of an annex names its carrier: `PHỤ LỤC III`, and below `(Kèm theo Nghị định số ...)`."""
    for match in _annexes(folded):
        if _HEADED.search(text, max(0, match.start() - _REACH), match.start() + 1) and not _quoted(text, match.start()):
            yield match


def _carrier(references: Sequence[Reference], match: re.Match[str]) -> Reference | None:
    """The document, cited by its number, at the type word of `match`."""
    place = bisect_left(references, match.start("word"), key=lambda r: r.start)
    carrier = references[place] if place < len(references) else None
    return carrier if carrier and carrier.start == match.start("word") and carrier.kind == "numbered" else None


def numbered(own: Reference, text: str, folded: str, references: Sequence[Reference]) -> Reference:
    """`own` with number, date and issuer from the head of its annex: `(Kèm theo Quyết định số 5/QĐ-UBND ngày ...)`.

    An instrument that the text changes is another, whose annex is quoted.
    """
    for match in islice(_annexes(folded, own.start), _FEW if own.number is None else 0):
        carrier = _carrier(references, match)
        if carrier is None or _quoted(text, match.start()):
            continue
        named = any(
            r.number == carrier.number and _CHANGED.search(folded, max(0, r.start - _REACH), r.start)
            for r in references
            if r.start < carrier.start
        )
        if carrier.type == own.type and not named:
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
    """Whether the place lies inside quotation marks, as far as the 3,000 characters before it show.

    What opens with a curly mark may close with a straight one.
    """
    begin = max(0, position - 3000)
    opened = text.rfind("“", begin, position)
    return opened > text.rfind("”", begin, position) and text.count('"', opened + 1, position) % 2 == 0
