"""Instruments without a number: resolutions of plenums and congresses, and plans named by what they are for."""

from __future__ import annotations

import re
from typing import Final

from loaders.extraction.deferred import deferred
from loaders.extraction.normal import fold
from ontology.model import Value

_S: Final = " {1,24}"
_G: Final = "[ ,-]{1,24}"
_ORDINALS: Final = {
    "nhất": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười một": 11, "mười hai": 12, "mười ba": 13, "mười bốn": 14, "mười lăm": 15,
}  # fmt: skip
ORDINAL: Final = (
    rf"(?:\d{{1,2}}|[ivx]{{1,5}}(?!\w)|mười{_S}(?:một|hai|ba|bốn|lăm)|"
    r"nhất|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|mười)(?!\w)"
)
_TERM: Final = (
    rf"\(?(?:khóa{_S}(?:thứ )?|(?<![^\W\d_])k\.? ?(?=[xivl\d]))(?P<term>[ivxl]{{1,6}}|\d{{1,2}})(?!\w)(?: ?\))?"
)
_CENTRAL: Final = rf"(?:ban{_S}chấp{_S}hành{_S}|bch {{0,24}})?(?:trung{_S}ương|tw|tư|t\.ư)(?:{_S}đảng)?"
PLENUM: Final = deferred(
    rf"(?:hội{_S}nghị{_S})?(?:lần{_S}(?:thứ{_S})?(?P<before>{ORDINAL}){_G}(?:của{_S})?)?{_CENTRAL}"
    rf"(?:(?:{_S}(?:lần{_S}(?:thứ{_S})?)?|(?<=tw)(?=\d))(?P<after>{ORDINAL}))?(?:{_S}\((?!khóa)[^()\n]{{2,12}}\))?"
    rf"(?:{_G}{_TERM})?"
)
_CONGRESS: Final = deferred(
    rf"(?:đại{_S}hội|đh){_S}(?:(?:đảng{_S})?(?P<bare>[ivxl]{{2,7}}|[ivx](?={_S}(?:của{_S}đảng|công{_S}đoàn|đoàn|hội|mttq)(?!\w))|1\d)(?![\w%/]|[.,-]\d|{_S}(?:đại{_S}biểu|thành{_S}viên|đơn{_S}vị))|"
    rf"(?![^;,.()\"“”\d\n]{{0,70}}?(?:các{_S}cấp(?!\w)|(?:lần{_S}thứ|khóa){_S}))"
    rf"[^;,.()\"“”\d\n]{{3,70}}?(?=,?{_S}\(?nhiệm{_S}kỳ{_S}\d{{4}} ?- ?\d{{4}})|"
    rf"[^;,.()\"“”\d\n]{{0,70}}?(?:lần{_S}thứ{_S}|khóa{_S})(?P<ordinal>[ivxl]{{1,7}}|\d{{1,2}})(?!\w))"
    rf"(?:{_S}(?:của{_S})?đảng(?:{_S}bộ(?:{_S}(?:tỉnh|thành{_S}phố|huyện|quận|thị{_S}xã|xã|phường|khối))?(?!\w)|"
    rf"(?!{_S}bộ)))?(?:,?{_S}\(?nhiệm{_S}kỳ{_S}\d{{4}} ?- ?\d{{4}}\)?)?"
)
MORE_TERMS: Final = deferred(
    rf"{_S.replace('1', '0')}(?:,|và|và{_S}khóa){_S.replace('1', '0')}(?:khóa{_S})?(?P<term>[ivxl]{{1,6}})(?!\w)"
)
# The congress left out: `Nghị quyết Đảng bộ xã lần thứ XV`, `Nghị quyết Đảng bộ tỉnh Hà Nam nhiệm kỳ 2020-2025`.
_YEARS: Final = rf",?{_S}\(?nhiệm{_S}kỳ{_S}\d{{4}} ?- ?\d{{4}}\)?"
_OF_BRANCH: Final = deferred(
    rf"đảng{_S}bộ{_S}(?:tỉnh|thành{_S}phố|huyện|quận|thị{_S}xã|xã|phường|thị{_S}trấn|khối|cơ{_S}quan)(?!\w)"
    rf"(?P<name>(?:{_S}[\w-]{{1,12}}){{0,4}}?)"
    rf"(?:{_S}(?:lần{_S}thứ|khóa){_S}(?P<ordinal>[ivxl]{{1,7}}|\d{{1,2}})(?!\w)(?:{_YEARS})?|{_YEARS})"
)
_ROMAN: Final = deferred("[ivx]{1,5}")
_OF: Final = deferred(rf"{_S}(?:của{_S})?(?:(?:số{_S})?)|(?<=nq)(?=tw)")


class Gathering(Value, frozen=True, gc=False):
    """A plenum or congress named: where the name ends, which plenum (None: a congress), which term."""

    start: int
    end: int
    plenum: int | None
    term: str | None


def gathering_at(text: str, folded: str, position: int) -> Gathering | None:
    """The plenum or congress named after `Nghị quyết` (which ends at `position`)."""
    lead = _OF.match(folded, position)
    if lead is None:
        return None
    match = PLENUM.match(folded, lead.end())
    if match:
        ordinal, term = match["before"] or match["after"], match["term"]
        if ordinal is None:
            return None
        return Gathering(match.start(), match.end(), _number(ordinal), numeral(term) if term else None)
    match = _CONGRESS.match(folded, lead.end())
    branch = _OF_BRANCH.match(folded, lead.end()) if match is None else None
    group = branch is not None and folded.startswith("đảng bộ khối", branch.start())
    named = text[slice(*branch.span("name"))].split() if branch is not None else []
    if branch is not None and all(word[:1].isupper() for word in (named[:1] if group else named)):
        return Gathering(*branch.span(), None, numeral(branch["ordinal"]) if branch["ordinal"] else None)
    if match is None or (match["bare"] and text[match.start("bare")].islower()):
        return None
    term = match["ordinal"] or match["bare"]  # none where the years tell which congress is meant
    return Gathering(match.start(), match.end(), None, numeral(term) if term else None)


def numeral(term: str) -> str:
    """A term or congress in Roman numerals: `14`, as some newspapers print it, is `XIV`."""
    if not term.isdigit():
        return term.upper()
    tens, ones = divmod(int(term), 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def plenum_of(issuer: str | None) -> tuple[int | None, str | None]:
    """Ordinal and term of the plenum that an issuer is; twice None for any other body."""
    match = PLENUM.fullmatch(fold(issuer)) if issuer and issuer[:3].lower() == "hội" else None
    ordinal = (match["before"] or match["after"]) if match else None
    term = match["term"] if match else None
    return (_number(ordinal), numeral(term) if term else None) if ordinal else (None, None)


def _number(ordinal: str | None) -> int | None:
    if ordinal is None:
        return None
    if ordinal.isdigit():
        return int(ordinal)
    return _roman(ordinal) if _ROMAN.fullmatch(ordinal) else _ORDINALS.get(re.sub(" +", " ", ordinal))


def _roman(numeral: str) -> int:
    """`xi` is 11: a smaller digit before a greater one is taken off."""
    values = [{"i": 1, "v": 5, "x": 10}[digit] for digit in numeral]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
