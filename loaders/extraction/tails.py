"""What stands after a citation's number or name: date, issuer, title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import dates, makers, titles
from loaders.extraction.issuers import Issuer, issuer_at, tidy
from loaders.extraction.lexicon import listed, pattern
from loaders.extraction.reference import LAWS
from loaders.extraction.typenames import INSTRUMENT, code_of
from ontology.model import Span

if TYPE_CHECKING:
    from loaders.extraction.reference import Draft, Scan

_S: Final = " {0,24}"
_DATE: Final = pattern(
    rf"{_S},?{_S}\(?{_S}(?:(?:được )?(?:ban hành|ký ban hành|ký|ra)(?: vào)? )?"
    rf"(?:(?:hồi|lúc) \d{{1,2}} giờ (?:\d{{1,2}} (?:phút )?)?)?(?:ngày{_S}){{1,2}}(?=\d)"
)
_PLAIN_DATE: Final = pattern(rf"{_S}\({_S}(?=\d{{1,2}}{_S}[/.-]{_S}\d{{1,2}}{_S}[/.-]{_S}\d{{4}}{_S}\))")
_YEAR: Final = pattern(rf"{_S},?{_S}\(?(?:năm{_S})(?=(?:19|20)\d\d(?!\d))")
_BY: Final = pattern(rf"{_S},?{_S}(?:\({_S})?(?:(?:(?:được )?ban hành{_S})?(?:của|do)|(?:được )?ban hành{_S}bởi){_S}")
_STANDING: Final = pattern(r" (?:trung ương )?(?=(?:về|khóa|\(khóa)(?!\w))")
_BESIDE: Final = pattern(rf" (?=(?:{listed('beside')})(?!\w))")
SITTING: Final = pattern(r" ?, ?(?:tại )?kỳ họp (?:lần )?(?:thứ [\w-]{1,12}(?: [a-zà-ỹ]{2,4}(?= về))?|chuyên đề)")
"""The sitting at which an assembly has passed what is named, behind the assembly's name."""
_ISSUED: Final = pattern(r" (?:đã )?(?:ký )?ban hành(?!\w)")
_SIGNED: Final = pattern(r" (?:đã )?(?:ban hành|ký|ra|công bố|thông qua|phê duyệt)(?!\w)|[ ]?[)(;.,]|$")
_HELD_BY: Final = pattern(r" (?=hội nghị (?:lần thứ|trung ương|bch|ban chấp hành) )")
_CLOSE: Final = pattern(rf"{_S}\)")
_DID: Final = pattern(
    r" (?:(?:đã|vừa|cũng) )?(?:ban hành|tổ chức|có|phối hợp|triển khai|họp|ký|phê duyệt|thông qua)(?!\w)"
)
_ALIAS: Final = pattern(
    r" ?\((?:sau đây |dưới đây )?(?:gọi|viết)(?: chung| tắt)* là[^()]{2,60}\)(?=,? {1,9}(?:về|v/v) )"
)
_COUNCIL: Final = pattern(
    r"(?<=đnd|bnd) (?:tỉnh|thành phố|huyện|quận|thị xã|xã)(?=,? ngày \d)"
)  # `5/NQ-HĐND tỉnh ngày`
_CALLED: Final = r"(?: ?\((?:sau đây |dưới đây )?(?:gọi|viết)(?: chung| tắt)* là[^()]{2,60}\))?"
_ADOPTED: Final = pattern(rf"{_CALLED}{_S},?{_S}(?:đã )?được (?=(?:ủy ban thường vụ )?quốc hội(?!\w))")
_SESSION: Final = r"kỳ họp (?:bất thường )?(?:lần )?thứ (?:\d{1,2}|[^\W\d]{1,5}(?: [^\W\d]{2,4})?)"
_PASSED: Final = pattern(
    r"(?: nước (?:cộng hòa xã hội chủ nghĩa|chxhcn|việt nam dân chủ cộng hòa)(?: việt nam)?)?"
    rf"(?:[ ,]{{1,3}}(?:tại )?(?:khóa [ivxlc\d]{{1,5}}|{_SESSION})(?= |,)){{0,2}}[ ,]{{1,3}}"
    rf"(?:đã )?thông qua(?: tại {_SESSION})?,? (?:ngày ){{1,2}}(?=\d)"
)
_VERBS: Final = pattern(
    r"(?:sửa đổi|bổ sung|thay thế|bãi bỏ|hướng dẫn|quy định chi tiết|[ ,]|và){1,9}"
)  # what another has undergone
_AGAIN: Final = pattern(
    rf"(?:[ :,-]{{0,3}} (?:về(?: việc)?|v/v):?)?[ :-]{{1,3}}(?P<word>{INSTRUMENT})(?= (?:{listed('title_verb')})(?!\w))"
)
"""The type once more before the verb of a title, with or without `về`."""
STATUTES: Final = LAWS | {"NQ"}
"""Types of what an assembly passes."""
LETTERS: Final = frozenset({"TTr", "CV", "BC", "TB", "CĐ", "CT", "KL", "KH", "CTr"})
"""Types of what is addressed to somebody, or proposes."""
_MOST_BODIES: Final = 8
_LEAD: Final = 80  # more than the spaces that may stand before a day or a body
_DATE_BEGINS: Final = frozenset({"", "đư", "ba", "ký", "ra", "hồ", "lú", "ng", "nă"})
_BY_BEGINS: Final = frozenset({"", "đư", "ba", "củ", "do", "hộ"})
"""How what leads to a day, a year or a body begins: `ngày`, `được ban hành`, `của`, `do`, `hội nghị`."""
_AND: Final = pattern(r"(?:,| và|, và) (?=\w)")


def _leading(folded: str, position: int) -> str:
    """How the first word behind `position` begins; nothing where none stands near. No pattern is tried in vain."""
    return folded[position : position + _LEAD].lstrip(" ,(")[:2]


def attach(scan: Scan, draft: Draft) -> None:
    """Give `draft` the date, issuer, term and title that follow it."""
    named = draft.kind == "numbered" and scan.folded.endswith(("đnd", "bnd"), 0, draft.end)
    council = _COUNCIL.match(scan.folded, draft.end) if named else None
    end = _dated(scan, draft, council.end() if council else _adopted(scan, draft))
    end = _issued(scan, draft, end)
    end = _dated(scan, draft, end)
    end = _suffered(scan, draft, end)
    if draft.type in LETTERS:
        end = titles.addressed(scan.folded, end)
    draft.head_stop = draft.stop = end
    if draft.gathering is not None and draft.issuer is None:
        gathering = draft.gathering
        draft.issuer, draft.term = tidy(scan.text[gathering.start : gathering.end]), gathering.term
        draft.issuer_span = Span(gathering.start, gathering.end)
    full = bool(draft.date or draft.issuer) and draft.kind != "plenum"
    alias = _ALIAS.match(scan.folded, end) if scan.folded.startswith(("(", " ("), end) else None
    if alias:
        end = alias.end()
    again = _restated(scan, draft, end)
    title = titles.title_at(scan.breaks, scan.folded, again or end, full=full or draft.type in {"KH", "CTr", "ĐA"})
    if title and not _VERBS.fullmatch(scan.folded, title.start, title.end):
        draft.title = titles.words(scan.text[title.start : title.end])
        draft.title_span = Span(title.start, title.end)
        draft.stop = title.stop
        _suffered(scan, draft, title.end)


def _restated(scan: Scan, draft: Draft, position: int) -> int | None:
    """Where the word for the type ends that a title says once more: `Quyết định số 5 ... về Quyết định ban hành`."""
    match = _AGAIN.match(scan.folded, position) if draft.kind == "numbered" else None
    return match.end() if match and code_of(match["word"]) == draft.type else None


def _adopted(scan: Scan, draft: Draft) -> int:
    """The end after a statute's adoption, which dates it: `được Quốc hội khóa XI thông qua ngày 26/11/2003`."""
    lead = _ADOPTED.match(scan.folded, draft.end) if draft.type in STATUTES else None
    issuer = issuer_at(scan.text, scan.folded, lead.end()) if lead else None
    passed = _PASSED.match(scan.folded, issuer.end) if issuer else None
    found = dates.date_at(scan.folded, passed.end()) if passed else None
    if lead is None or issuer is None or passed is None or found is None:
        return draft.end
    if draft.issuer is None:
        draft.issued_by(issuer, lead.end())
    if draft.date is None or len(draft.date) == len("2003"):
        draft.date, draft.end = found
        draft.date_span = Span(passed.end(), draft.end)
        return draft.end
    return found[1]


def _suffered(scan: Scan, draft: Draft, position: int) -> int:
    """The end after the body by which it was issued, and the day: `được Bộ Y tế ban hành ngày 3/4/2023`."""
    made = makers.passive(scan, position) if draft.issuer is None and draft.number is not None else None
    if made is None:
        return position
    body, start, day, end = made
    draft.issued_by(body, start)
    if day is not None and (draft.date is None or len(draft.date) == len("2003")):
        draft.date, draft.date_span = day
    return end


def _dated(scan: Scan, draft: Draft, position: int) -> int:
    """The end after a date at `position`, which `draft` takes if it has none."""
    if draft.date is not None and len(draft.date) > 4:
        return position
    begins = _leading(scan.folded, position)
    if begins not in _DATE_BEGINS and not begins[0].isdigit():
        return position
    lead = _DATE.match(scan.folded, position) or _PLAIN_DATE.match(scan.folded, position)
    if lead is not None and "\n" in (between := scan.text[position : lead.end()]) and "Ngày" in between:
        lead = None  # a new sentence
    found = dates.date_at(scan.folded, lead.end()) if lead else None
    if lead is not None and found is not None and _of_the_act(scan, lead, found[1], statute=draft.type in LAWS):
        return position
    if lead is None:
        lead = _YEAR.match(scan.folded, position)
        found = dates.year_at(scan.folded, lead.end()) if lead and draft.date is None else None
    if lead is None or found is None:
        return position
    draft.date, end = found
    draft.date_span = Span(lead.end(), end)
    if position == draft.end and "(" not in lead.group():
        draft.end = end
    return _closed(scan, lead, end)


def _of_the_act(scan: Scan, lead: re.Match[str], end: int, *, statute: bool) -> bool:
    """Whether a day between commas is that of what a body did then: `Thực hiện D, ngày 5/6/2025, UBND xã ban hành`.

    Behind a `statute` it needs no second comma: no body but the assembly passes one.
    """
    comma = scan.folded.startswith(", ", end)
    if not lead.group().lstrip().startswith(",") or not (comma or (statute and scan.folded.startswith(" ", end))):
        return False
    body = issuer_at(scan.text, scan.folded, end + (2 if comma else 1))
    return body is not None and _DID.match(scan.folded, body.end) is not None


def _closed(scan: Scan, lead: re.Match[str], end: int) -> int:
    close = _CLOSE.match(scan.folded, end) if "(" in lead.group() else None
    return close.end() if close else end


def _issued(scan: Scan, draft: Draft, position: int) -> int:
    """The end after `của` or `do` and a body at `position`, which becomes the issuer."""
    begins = _leading(scan.folded, position) in _BY_BEGINS
    by = _BY.match(scan.folded, position) or _HELD_BY.match(scan.folded, position) if begins else None
    issuer = issuer_at(scan.text, scan.folded, by.end()) if by else None
    if by is None or issuer is None:
        return _beside(scan, draft, position)
    if by.group().strip(" ,(") == "do" and not _SIGNED.match(scan.folded, issuer.end):
        return position  # `do Bộ Y tế chủ trì`
    issuer = _jointly(scan, draft, by.end(), issuer)
    draft.issued_by(issuer, by.end())
    sitting = SITTING.match(scan.folded, issuer.end) if scan.folded.startswith((",", " ,"), issuer.end) else None
    end = sitting.end() if sitting else issuer.end
    if "do" in by.group() and (done := _ISSUED.match(scan.folded, end)):
        end = done.end()
    return _closed(scan, by, end)


def _jointly(scan: Scan, draft: Draft, start: int, first: Issuer) -> Issuer:
    """The bodies that issue together: `của Bộ trưởng Bộ A, Bộ trưởng Bộ B và Chủ tịch C hướng dẫn ...`.

    Only a joint circular has several, and only where its title follows the last.
    """
    end = first.end
    for _ in range(_MOST_BODIES if draft.type == "TTLT" else 0):
        link = _AND.match(scan.folded, end)
        body = issuer_at(scan.text, scan.folded, link.end()) if link else None
        if body is None:
            break
        end = body.end
    if end == first.end or titles.title_at(scan.breaks, scan.folded, end, full=True) is None:
        return first
    return Issuer(end, tidy(scan.text[start:end]), first.term)


def _beside(scan: Scan, draft: Draft, position: int) -> int:
    """The end after a body right beside the number, before `về` (`Chỉ thị số 4-CT/TU Tỉnh ủy về ...`)."""
    lead = _BESIDE.match(scan.folded, position) if draft.issuer is None else None
    issuer = issuer_at(scan.text, scan.folded, lead.end()) if lead else None
    if lead is None or issuer is None or not _STANDING.match(scan.folded, issuer.end):
        return position
    draft.issued_by(issuer, lead.end())
    return issuer.end
