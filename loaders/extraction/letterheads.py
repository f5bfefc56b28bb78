"""The head of an official document: motto, number, place and date, the type in capitals, the title.

Read are the first lines of a source, and for a consolidated text the number that stands with its signature.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import dates, enactors, owntitles, titles
from loaders.extraction.enactors import motto as motto_of
from loaders.extraction.issuers import issuer_at
from loaders.extraction.lexicon import CAPITALS, pattern
from loaders.extraction.normal import fold
from loaders.extraction.reference import Draft, Reference
from loaders.extraction.typenames import INSTRUMENT, NAMED, code_of
from ontology.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_S: Final = " {0,40}"
_HEAD: Final = 4500
_BELOW: Final = 400
_BESIDE: Final = 50
_LAST: Final = 40
_ROW: Final = 500
_FOOT: Final = 200
_LABEL: Final = pattern(rf"(?:số|sô){_S}:?{_S}$")
_DATE: Final = pattern(rf"(?:,|;|^){_S}ngày {{1,24}}(?=\d)")
_GROUNDED: Final = pattern(rf"(?<!\w)căn cứ (?:{INSTRUMENT})(?!\w)")
GROUNDS: Final = pattern(r"(?m)^ {0,40}Căn cứ ")
"""A line that begins the grounds."""
_CONSOLIDATED: Final = pattern(
    r"(?:được|đã được) {1,9}sửa {1,9}đổi, {0,9}bổ {1,9}sung {1,9}(?:bởi|theo) ?:|"
    r"văn {1,9}bản {1,9}này {1,9}được {1,9}hợp {1,9}nhất {1,9}từ"
)
_ADDRESSED: Final = pattern(r"kính gửi ?:")
_SUBJECT: Final = pattern(r"(?:v/v|về việc) ?:? ?")
_SUBJECT_LINE: Final = re.compile(r"(?m)^[ ]{0,40}(?P<word>V/[vV]) ?:? ?")
_LETTER_END: Final = re.compile(
    r"\n[ ]*\n|[ ]*\||\n[ ]*(?=Kính gửi|[^\n,]{2,40}, ngày|CỘNG HÒA|Độc lập)|(?= *Kính gửi)|$"
)
_TELLS: Final = (
    "giới thiệu",
    "tuyên truyền",
    "phổ biến",
    "tìm hiểu",
    "điểm mới của",
    "nội dung cơ bản của",
    "điểm mới",
)
"""What a page's headline ends with before the name of what it tells of."""
_REACH: Final = 30
_TITLED: Final = frozenset({"L", "PL", "NQ", "NĐ", "QĐ", "TT", "TTLT", "CT", "KH", "BC", "TB", "HD", "CTr", "TTr"})
_RULING: Final = frozenset({"NQ", "NĐ", "TT", "TTLT"})
_DOES: Final = re.compile(
    r"(?<!\w)(?:ban hành|phê duyệt|sửa đổi|bổ sung|bãi bỏ|thay thế|thực hiện|công bố|đính chính)(?!\w).{0,40}$"
)
_NUMBERED: Final = pattern(r" (?:số|sô) ?:? ?\d{1,4}[/-]")
_LISTED: Final = re.compile(r"(?:[,;]|(?<!\w)và)\s*\Z")  # a list of numbers that a page has broken
# `Số:     /KH-UBND`, not filled in.
_BLANK: Final = re.compile(r"(?m)^ {0,9}Số ?:[ .…]{0,20}[-/] ?[A-ZĐ]{2}[\w/&-]{1,20}")
_TOP_LINE: Final = re.compile(rf"\s{{0,200}}[{CAPITALS}]{{2,8}}(?: [{CAPITALS}]{{1,8}}){{0,4}}\d?[ ]*\n")


def letterhead(text: str, folded: str, references: Sequence[Reference]) -> Reference | None:
    """Motto, number, place and date, the type in capitals, the title: the head of an official document."""
    motto = motto_of(folded, _HEAD)
    number = _own_number(text, folded, references)
    if motto and number is None and _TOP_LINE.match(text) and motto.start() > _BELOW:
        motto = None  # a stamp at the foot of the page
    blank = _BLANK.search(text, 0, _BELOW) if motto is None and number is None else None
    if motto is None and number is None and blank is None and not _TOP_LINE.match(text):
        return None
    anchor = (
        blank.start()
        if blank
        else 0
        if motto is None and number is None
        else min(p for p in (motto.start() if motto else None, number.start if number else None) if p is not None)
    )
    consolidated = folded[: anchor + 900].find("văn bản hợp nhất")
    word = _type_line(text, folded, max(motto.end() if motto else 0, number.end if number else 0, 0), anchor)
    letter = _ADDRESSED.search(folded, anchor, anchor + 2500)
    if word and (_late(text, word.start(), anchor, number, letter) or _issued(text, folded, word, number)):
        word = None
    raised = _raised(text, folded, number) if word is None and number else None
    word = word or raised
    if word is None and number and (number.type == "CV" or _of_office(folded, number, letter)):
        return _official_letter(text, folded, number, anchor, letter)
    if word is None and number is None:
        return _unnumbered(text, folded, letter) if motto and letter else None
    code = _code(word, number)
    if (
        consolidated >= 0
        or (number and number.type == "VBHN")
        or (number is None and word and _CONSOLIDATED.search(folded, word.end(), word.end() + 2500))
    ):
        code = "VBHN"
    start, end = (number.start, number.end) if number and raised is None else word.span() if word else (0, 1)
    draft = Draft(start, end, "own", code)
    signed = _signed(text, folded, references) if code == "VBHN" and number is None else None
    if source := number or signed:
        draft.number, draft.number_span = source.number, source.number_span
    body = word.end() if word else end
    _dated_beside(draft, folded, number, min(body + 300, _HEAD + 600))
    foot = signed or (number if raised else None)
    if foot and foot.number_span and draft.date is None:
        _dated(draft, folded, foot.number_span.end, foot.number_span.end + _FOOT)
    if word:
        body = owntitles.read(draft, text, folded, word.end())
    enactors.issued(draft, text, folded, anchor, body)
    return draft.reference()


def _raised(text: str, folded: str, number: Reference) -> re.Match[str] | None:
    """The word of the type alone in its line above the grounds, where a text layer gives the letterhead below them."""
    for match in NAMED.finditer(folded, 0, number.start):
        line = text[text.rfind("\n", 0, match.start()) + 1 : (text.find("\n", match.end()) + 1 or len(text))].strip()
        alone = line == text[match.start() : match.end()] and line.isupper()
        if alone and code_of(match.group()) == number.type:
            return match if GROUNDS.search(text, match.end(), number.start) else None
    return None


def _signed(text: str, folded: str, references: Sequence[Reference]) -> Reference | None:
    """The number of a consolidated text that stands with its signature, in a line of its own at the end."""
    for reference in reversed(references[-_LAST:]):
        span = reference.number_span
        if reference.type != "VBHN" or span is None or not _LABEL.search(folded[max(0, span.start - 12) : span.start]):
            continue
        rest = text[span.end : span.end + 200].partition("\n")[0]
        if not text[text.rfind("\n", 0, span.start) + 1 : reference.start].strip() and not rest.strip():
            return reference
    return None


def _late(text: str, word: int, anchor: int, number: Reference | None, letter: re.Match[str] | None) -> bool:
    """Whether a word of the type at `word` heads no title: a letter, or `QUYẾT ĐỊNH:` after the grounds."""
    grounds = GROUNDS.search(text, anchor, anchor + 1800) if number else None
    enacting = number is not None and grounds is not None and number.end < grounds.start() < word
    return enacting or (letter is not None and word > letter.start())


def _issued(text: str, folded: str, word: re.Match[str], number: Reference | None) -> bool:
    """Whether a word in capitals is of what the instrument does: `BAN HÀNH QUY ĐỊNH VỀ X` under a number of a decision.

    A page that keeps the title alone has lost the word for the type.
    """
    if number is None or number.type not in _TITLED or code_of(word.group()) == number.type:
        return False
    line = text.rfind("\n", 0, word.start()) + 1
    rules = number.type in _RULING and code_of(word.group()) == "QyĐ"  # `QUY ĐỊNH CHI TIẾT X`, told by a verb
    return rules or _DOES.search(folded, line, word.start()) is not None


def _of_office(folded: str, number: Reference, to: re.Match[str] | None) -> bool:
    """Whether a number whose symbol looks like that of a Chỉ thị is a tax department's: a letter, with its subject."""
    return to is not None and number.type == "CT" and _SUBJECT.search(folded, number.end, to.start()) is not None


def _unnumbered(text: str, folded: str, to: re.Match[str]) -> Reference | None:
    """A letter whose number is lost, known by its subject (`V/v ...`) above those it is sent to."""
    about = _SUBJECT_LINE.search(text, 0, to.start())
    if about is None:
        return None
    draft = Draft(about.start("word"), about.end("word"), "own", "CV")
    _dated(draft, folded, 0, to.start())
    _subject(draft, text, about.end())
    _from(draft, text, folded, 0, to.start())
    return draft.reference()


def _official_letter(text: str, folded: str, number: Reference, anchor: int, end: re.Match[str] | None) -> Reference:
    """A letter: no word for its type, its subject after `V/v` beside the number."""
    draft = Draft(number.start, number.end, "own", "CV")
    draft.number, draft.number_span = number.number, number.number_span
    _dated(draft, folded, 0, (end.start() if end else number.end + 900))
    about = _SUBJECT.search(folded, number.end, number.end + 400)
    if about:
        _subject(draft, text, about.end())
    _from(draft, text, folded, anchor, number.start)
    return draft.reference()


def _subject(draft: Draft, text: str, start: int) -> None:
    """The subject of a letter, which begins at `start`, is its title."""
    stop = _LETTER_END.search(text, start, start + 600)
    last = stop.start() if stop else start
    draft.title, draft.title_span = titles.words(text[start:last]), Span(start, last)


def _from(draft: Draft, text: str, folded: str, anchor: int, number: int) -> None:
    """Who sends a letter: the last body of its letterhead."""
    found = enactors.headed(text, folded, anchor, number)
    if found:
        draft.issuer, draft.issuer_span, draft.term = found[1].name, Span(found[0], found[1].end), found[1].term


def _own_number(text: str, folded: str, references: Sequence[Reference]) -> Reference | None:
    """The first number near the top that follows a bare `Số:` rather than a type word in a sentence."""
    for reference in references:
        if reference.start > _HEAD:
            return None
        span = reference.number_span
        if reference.kind != "numbered" or span is None:
            continue
        if not _LABEL.search(folded[max(0, span.start - 12) : span.start]):
            continue
        words = folded[reference.start : span.start]
        left = text[max(0, reference.start - 160) : reference.start]
        line = left.rpartition("\n")[2].strip(" -_|*.")
        own_line = reference.start > 0 or "\n" in text[reference.start : span.start]
        if not (words.startswith(("số", "sô")) or (":" in words and own_line)):
            continue
        listed = not line and _LISTED.search(left) is not None
        if not listed and (not line or motto_of(fold(left)) or _heads(line, text, reference.end)):
            return reference
    return None


def _heads(line: str, text: str, end: int) -> bool:
    """Whether the words before a number are a body's in capitals, the motto beside it: a letterhead in one line."""
    beside = motto_of(fold(text[end : end + _ROW].partition("\n")[0])) if line.isupper() else None
    return beside is not None and issuer_at(line, fold(line), 0) is not None


def _type_line(text: str, folded: str, position: int, anchor: int) -> re.Match[str] | None:
    """The word of the type in capitals: after number and motto, else after the first of them."""
    for begin in (position, anchor):
        for match in NAMED.finditer(folded, begin, begin + 1800):
            if match.group().startswith("văn bản") or _cites(text, folded, match):
                continue
            if text[match.start() : match.end()].isupper():
                return match
    return None


def _cites(text: str, folded: str, word: re.Match[str]) -> bool:
    """Whether a title in capitals cites an act by its number: `MƯỢN ĐÀN THEO NGHỊ QUYẾT SỐ 397/2014/QH13`.

    Or only tells of one: `TÀI LIỆU GIỚI THIỆU` above `LUẬT ĐẤT ĐAI`.
    """
    if folded[max(0, word.start() - _REACH) : word.start()].rstrip(" \n:").endswith(_TELLS):
        return True
    line = text.rfind("\n", 0, word.start()) + 1
    return _NUMBERED.match(folded, word.end()) is not None and bool(text[line : word.start()].strip(" |*_-"))


def _code(word: re.Match[str] | None, number: Reference | None) -> str:
    if word:
        return code_of(word.group())
    return number.type if number else "KHÁC"


def _dated_beside(draft: Draft, folded: str, number: Reference | None, limit: int) -> None:
    """The day beside the number; above it a page may have a date line of its own."""
    if number is not None:
        _dated(draft, folded, max(0, number.start - _BESIDE), limit)
    if draft.date is None:
        _dated(draft, folded, 0, limit)


def _dated(draft: Draft, folded: str, start: int, limit: int) -> None:
    ground = _GROUNDED.search(folded, start, limit)
    for match in _DATE.finditer(folded, start, ground.start() if ground else limit):
        found = dates.date_at(folded, match.end())
        if found:
            draft.date, draft.date_span = found[0], Span(match.end(), found[1])
            return
