"""Instruments that a page gives without letterhead: a plan that a body announces, a letter, a section of a plan."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

import msgspec

from loaders.extraction import titles
from loaders.extraction.deferred import deferred
from loaders.extraction.issuers import Issuer, issuer_at
from loaders.extraction.lexicon import alternatives, begins, pattern, table
from loaders.extraction.normal import fold
from loaders.extraction.reference import Draft, Reference
from loaders.extraction.typenames import code_of
from ontology.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PLANNED: Final = alternatives(row["word"] for row in table("types") if row["role"] in {"act", "plan"})
_TOP: Final = 6_000
_ANNOUNCED: Final = pattern(
    rf"(?:ban hành|xây dựng) (?P<word>{_PLANNED}) (?!số |này |như |với )(?P<title>[^;:“”\"]{{8,400}}?),? "
    r"(?:với |gồm |theo )?(?:(?:các|những|một số) )?(?:(?:nội dung|nhiệm vụ|giải pháp|chủ yếu|trọng tâm|chính|cụ thể|"
    r"và|,) ?){0,6}(?:như )?sau(?: ?đây)? ?[:.]"
)
_GIVEN_BELOW: Final = pattern(r"sau(?: ?đây)? ?[:.]")  # what it ends with: it is looked for nowhere else
_NAMES: Final = pattern(rf"\s{{0,20}}(?P<word>{_PLANNED}) (?!số )(?P<title>[^\n]{{8,300}})\n")
_SECTIONS: Final = pattern(r"(?m)^ {0,40}(?:[IVX]{1,4}|\d{1,2})[.)] ?\S")
_ITEMS: Final = deferred(r"(?m)^[ ]{0,40}(?:(?:[IVX]{1,4}|\d{1,2}) ?[.)]|[-+•*])\s")
_ADDRESSED: Final = pattern(r"(?:^|\n) {0,40}kính gửi ?:")
_THIS_LETTER: Final = pattern(r"(?<!\w)công văn này(?!\w)")
_HEADLINE: Final = deferred(
    r"^[ ]{0,40}(?:(?P<word>Thông báo|Công văn|THÔNG BÁO|CÔNG VĂN)(?: KHẨN| khẩn)?[ :]*)?"
    r"(?:[Vv]ề việc|[Vv]/[Vv]|VỀ VIỆC):? (?P<title>[^\n]{8,300})$",
    re.MULTILINE,
)
_ORDERS: Final = pattern(
    r" (?:kính )?(?:yêu cầu|đề nghị|thông báo|hướng dẫn|lưu ý|triển khai|báo cáo|trả lời|đề xuất|có ý kiến)(?!\w)"
)
_BEGINS: Final = deferred(r"[,;.:\n][ \n]{1,8}(?=[^\W\d_])")
_REACH: Final = 2_500
_FIRST: Final = 4
_RECEIVED: Final = pattern(r"(?<!\w)(?:nhận được|tiếp nhận) (?P<word>công văn) này, (?=\w)")
_LETTERS: Final = frozenset({"CV", "CĐ", "TTr", "TB", "HD"})
# What a part of an instrument says of the whole: `tổ chức thực hiện nghiêm túc Chỉ thị này`, `Căn cứ Kế hoạch này`.
_OF_ITSELF: Final = pattern(
    begins("thực hiện|thi hành|triển khai|quán triệt|phổ biến|căn cứ|nội dung|kèm theo") + r"(?: [^\W\d_]{2,8}){0,4} "
    rf"(?P<word>{_PLANNED}) này(?!\w)"
)
_TASKS: Final = pattern(
    r"(?<!\w)(?:yêu cầu|giao|đề nghị|có trách nhiệm|chịu trách nhiệm|chủ trì,? phối hợp|tham mưu)(?!\w)"
)
_COMMANDS: Final = pattern(r" (?:yêu cầu|giao|chỉ thị|đề nghị|ban hành|quyết định)(?!\w)")
_FEW: Final = 6
_NEAR: Final = 160
_LEAST: Final = 2


def own_reference(text: str, folded: str, references: Sequence[Reference]) -> Reference | None:
    """The instrument that the page gives; None where it gives none, or only tells of one."""
    found = _plan(text, folded) or _letter(text, folded, references)
    return found or _section(text, folded, references)


def _plan(text: str, folded: str) -> Reference | None:
    """`BODY ban hành Kế hoạch X, với các nội dung như sau: I. ...`: the page is that plan."""
    if _GIVEN_BELOW.search(folded, 0, _TOP) is None:
        return None
    for match in _ANNOUNCED.finditer(folded, 0, _TOP):
        body = _subject(text, folded, match.start())
        headed = _headed(text, folded, code_of(match["word"]))
        if body is None or not (text[match.start("word")].isupper() or headed):
            continue
        if not (_ITEMS if headed else _SECTIONS).search(text, match.end()):
            continue
        start, issuer = body
        draft = Draft(match.start("word"), match.end("word"), "own", code_of(match["word"]))
        draft.issuer, draft.issuer_span, draft.term = issuer.name, Span(start, issuer.end), issuer.term
        small = text[match.start("word")].islower()
        span = headed if headed and small else Span(*match.span("title"))
        draft.title, draft.title_span = titles.words(text[span.start : span.end].rstrip(".")), span
        return draft.reference()
    return None


def _headed(text: str, folded: str, code: str) -> Span | None:
    """The words of a headline that names the plan which the page gives: `Kế hoạch trồng rừng ven biển`."""
    line = _NAMES.match(folded)
    return Span(*line.span("title")) if line and text.strip()[:1].isupper() and code_of(line["word"]) == code else None


def _letter(text: str, folded: str, references: Sequence[Reference]) -> Reference | None:
    """`Kính gửi: ... BODY yêu cầu ... Nhận được công văn này ...`: the page is a letter, named by its headline.

    What says nowhere that it is a letter must have a headline as letters do, and a body that asks for something. A
    headline that begins with the letter's number gives that: `Công văn số 5/SYT-NV ngày 3/4/2021 V/v tiêm chủng`.
    """
    to = _ADDRESSED.search(folded, 0, _TOP) if folded.find("kính", 0, _TOP) >= 0 else None
    if to is None:
        return _end_of_letter(text, folded, references)
    headline = _HEADLINE.search(text, 0, to.start() + 1)
    bodies = _bodies(text, folded, to.end(), to.end() + _REACH)
    asks = next((b for b in bodies if _ORDERS.match(folded, b[1].end)), None)
    numbered = next((r for r in islice(references, _FIRST) if r.start < to.start() and _heads(text, r)), None)
    if numbered is not None:
        known = numbered.issuer is not None or asks is None
        body = {} if known or asks is None else {"issuer": asks[1].name, "issuer_span": Span(asks[0], asks[1].end)}
        return msgspec.structs.replace(numbered, kind="own", **body)
    letter = _THIS_LETTER.search(folded, to.end()) is not None
    if not letter and (headline is None or asks is None):
        return None
    start = folded.index("kính", to.start())
    notice = not letter and headline is not None and fold(headline["word"] or "") == "thông báo"
    draft = Draft(start, start + len("kính gửi"), "own", "TB" if notice else "CV")
    if headline is not None:
        span = Span(*headline.span("title"))
        draft.title, draft.title_span = titles.words(text[span.start : span.end].rstrip(". ")), span
    if asks is not None:
        draft.issuer, draft.issuer_span, draft.term = asks[1].name, Span(asks[0], asks[1].end), asks[1].term
    return draft.reference()


def _end_of_letter(text: str, folded: str, references: Sequence[Reference]) -> Reference | None:
    """`Nhận được công văn này, BODY đề nghị ...`: the page is a letter whose head is lost, none named before."""
    asked = _RECEIVED.search(folded) if "công văn này" in folded else None
    body = next((b for b in _bodies(text, folded, asked.end() - 2, asked.end() + 9)), None) if asked else None
    if asked is None or body is None or not _ORDERS.match(folded, body[1].end):
        return None
    if any(r.type == "CV" and r.number is not None and r.start < asked.start() for r in references):
        return None
    draft = Draft(asked.start("word"), asked.end("word"), "own", "CV")
    draft.issuer, draft.issuer_span, draft.term = body[1].name, Span(body[0], body[1].end), body[1].term
    return draft.reference()


def _heads(text: str, reference: Reference) -> bool:
    """Whether a numbered letter or submission begins its line, and all of the line is its name."""
    line = text.rfind("\n", 0, reference.start) + 1
    end = text.find("\n", reference.start)
    named = reference.kind == "numbered" and reference.type in _LETTERS and reference.title_span is not None
    return named and not text[line : reference.start].strip() and not text[reference.stop : end].strip(" .")


def _section(text: str, folded: str, references: Sequence[Reference]) -> Reference | None:
    """A part of a plan or directive without its head: items that lay tasks on bodies, and `thực hiện Kế hoạch này`.

    A document of the same type with a number, named before, would be what `này` points to.
    """
    if folded.find(" này") < 0:
        return None
    for match in islice(_OF_ITSELF.finditer(folded), _FEW):
        code = code_of(match["word"])
        place = match.start("word")
        known = (r for r in references if r.type == code and r.number is not None)
        if any(r.start < place or folded.find("kèm theo", max(0, r.start - _NEAR), r.start) >= 0 for r in known):
            continue  # it is named before, or by the head of an annex
        if len([*islice(_ITEMS.finditer(text), _LEAST)]) < _LEAST or not _TASKS.search(folded):
            return None
        draft = Draft(place, match.end("word"), "own", code)
        orders = (b for b in _bodies(text, folded, 0, len(text)) if _COMMANDS.match(folded, b[1].end))
        body = next(orders, None)
        if body is not None:
            draft.issuer, draft.issuer_span, draft.term = body[1].name, Span(body[0], body[1].end), body[1].term
        return draft.reference()
    return None


def _subject(text: str, folded: str, verb: int) -> tuple[int, Issuer] | None:
    """The body that ends right before the verb and begins its clause."""
    begin = max(0, verb - 200)
    found = (b for b in _bodies(text, folded, begin, verb) if not folded[b[1].end : verb].strip())
    return next(found, None)


def _bodies(text: str, folded: str, start: int, end: int) -> Iterator[tuple[int, Issuer]]:
    """The bodies that begin a clause between two places."""
    for lead in _BEGINS.finditer(text, start, end):
        issuer = issuer_at(text, folded, lead.end())
        if issuer is not None:
            yield lead.end(), issuer
