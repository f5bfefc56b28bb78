"""Instruments that a page gives without letterhead and number: a plan that a body announces, a letter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import titles
from loaders.extraction.issuers import Issuer, issuer_at
from loaders.extraction.lexicon import alternatives, pattern, table
from loaders.extraction.normal import fold
from loaders.extraction.reference import Draft, Reference
from loaders.extraction.typenames import code_of
from ontology.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLANNED: Final = alternatives(row["word"] for row in table("types") if row["role"] in {"act", "plan"})
_TOP: Final = 6_000
_ANNOUNCED: Final = pattern(
    rf"(?:ban hành|xây dựng) (?P<word>{_PLANNED}) (?!số |này |như |với )(?P<title>[^;:“”\"]{{8,400}}?),? "
    r"(?:với |gồm |theo )?(?:(?:các|những|một số) )?(?:(?:nội dung|nhiệm vụ|giải pháp|chủ yếu|trọng tâm|chính|cụ thể|"
    r"và|,) ?){0,6}(?:như )?sau ?(?:đây )?[:.]"
)
_SECTIONS: Final = pattern(r"(?m)^ {0,40}(?:[IVX]{1,4}|\d{1,2})[.)] ?\S")
_ADDRESSED: Final = pattern(r"(?:^|\n) {0,40}kính gửi ?:")
_THIS_LETTER: Final = pattern(r"(?<!\w)công văn này(?!\w)")
_HEADLINE: Final = re.compile(
    r"^[ ]{0,40}(?:(?P<word>Thông báo|Công văn|THÔNG BÁO|CÔNG VĂN)(?: KHẨN| khẩn)?[ :]*)?"
    r"(?:[Vv]ề việc|[Vv]/[Vv]|VỀ VIỆC):? (?P<title>[^\n]{8,300})$",
    re.MULTILINE,
)
_ORDERS: Final = pattern(
    r" (?:kính )?(?:yêu cầu|đề nghị|thông báo|hướng dẫn|lưu ý|triển khai|báo cáo|trả lời|đề xuất|có ý kiến)(?!\w)"
)
_BEGINS: Final = re.compile(r"[,;.:\n][ \n]{1,8}(?=[^\W\d_])")
_REACH: Final = 2_500


def own_reference(text: str, folded: str) -> Reference | None:
    """The instrument that the page gives; None where it gives none, or only tells of one."""
    return _plan(text, folded) or _letter(text, folded)


def _plan(text: str, folded: str) -> Reference | None:
    """`BODY ban hành Kế hoạch X, với các nội dung như sau: I. ...`: the page is that plan."""
    for match in _ANNOUNCED.finditer(folded, 0, _TOP):
        body = _subject(text, folded, match.start())
        if body is None or not text[match.start("word")].isupper() or not _SECTIONS.search(text, match.end()):
            continue
        start, issuer = body
        draft = Draft(match.start("word"), match.end("word"), "own", code_of(match["word"]))
        draft.issuer, draft.issuer_span, draft.term = issuer.name, Span(start, issuer.end), issuer.term
        span = Span(*match.span("title"))
        draft.title, draft.title_span = titles.words(text[span.start : span.end]), span
        return draft.reference()
    return None


def _letter(text: str, folded: str) -> Reference | None:
    """`Kính gửi: ... BODY yêu cầu ... Nhận được công văn này ...`: the page is a letter, named by its headline.

    What says nowhere that it is a letter must have a headline as letters do, and a body that asks for something.
    """
    to = _ADDRESSED.search(folded, 0, _TOP) if folded.find("kính", 0, _TOP) >= 0 else None
    if to is None:
        return None
    headline = _HEADLINE.search(text, 0, to.start() + 1)
    bodies = _bodies(text, folded, to.end(), to.end() + _REACH)
    asks = next((b for b in bodies if _ORDERS.match(folded, b[1].end)), None)
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
