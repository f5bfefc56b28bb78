"""Who issued a document and when, by the clause before its name: `Ngày 15/3, Sở Y tế ban hành Kế hoạch số 9`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import dates
from loaders.extraction.issuers import Issuer, issuer_at, tidy
from loaders.extraction.lexicon import CAPITALS, pattern
from loaders.extraction.tails import STATUTES

if TYPE_CHECKING:
    from loaders.extraction.reference import Draft, Scan

_PART_OF_DAY: Final = re.compile(r"(?:sáng|chiều|tối|trong) +")
_ISSUES: Final = ("ban hành", "ra", "có", "ký", "phát đi", "phát hành", "thông qua", "phê duyệt", "xây dựng")
_VERB: Final = pattern(
    r"[ ,](?P<verb>(?:(?:mới đây|vừa qua|đã|vừa|mới|cũng|có|tiếp tục|bổ sung|kịp thời|chính thức|khẩn trương|"
    rf"xây dựng và|xây dựng,|biểu quyết|ký|phải|cho) ){{0,4}}(?:{'|'.join(_ISSUES)})) "
    r"(?:(?:một số|các|nhiều) [^.;:\n]{2,40}, {0,24}trong đó có )?$"
)
_VERB_ENDS: Final = tuple({verb.split()[-1] for verb in _ISSUES})  # and the `có` of `trong đó có`
_VERB_REACH: Final = 150  # no such verb with what stands before and behind it is longer, but for wide gaps
_WHEN: Final = pattern(
    r"(?:(?:sáng|chiều|tối|trong) )?(?:ngày )?(?<!\d)\d{1,2}(?!\d)(?:(?!\. )[^,;:\n]){2,26}"
    r"(?:, {0,24}(?:tại [^,.;]{2,30}, {0,3})?| )$"
)
# Where a body may begin. One set of characters begins the pattern: `re` skips all others without trying the ways.
_START: Final = pattern(
    r"[.,;:\n(\"“>\-vđktsm\d](?:(?<=[.,;:\n(\"“>-])"
    r"|(?<!\w\w)(?:(?<=v)à|(?<=đ)ó|(?<=k)hi|(?<=t)rạng|(?<=s)au|(?<=m)ưu)|(?<=\d)(?= ))[ \n]{0,24}(?=\w)"
)
_FIRST: Final = re.compile(r"[ \n]{0,24}(?=\w)")
_ABOUT: Final = pattern(r" (?:về|v/v|của)(?!\w)")
_SIGNER: Final = re.compile(rf" (?:[{CAPITALS}]\w{{1,7}} ){{2,5}}")  # `Bộ trưởng Bộ Nội vụ Trần Văn A ký ban hành`
# `Bộ Y tế ngày 3/4 đã ra`
_UPON: Final = pattern(r",? (?:vào )?(?:sáng |chiều |tối )?ngày (?P<day>\d[^,;:()]{3,22}?) ?,? ?")
_FOR: Final = pattern(r"(?<!\w)(?:thay mặt|t/m|tm\.) {1,9}")
_FOR_WORDS: Final = ("thay ", "t/m", "tm.")
_OVER: Final = pattern(r"[;:.](?: |$)")
_ISSUED_ACTS: Final = frozenset({"NQ", "NĐ", "TT", "QĐ", "CT", "TB", "CV", "CĐ", "KH", "CTr"})
_OFFICE: Final = pattern(
    r"(?:phó )?(?:chủ tịch|thủ tướng|thứ trưởng|bộ trưởng|giám đốc|cục trưởng|chánh văn phòng)(?!\w)"
)
FAMILY: Final = re.compile(
    r"(?<!quận)(?<!huyện)(?<!phường)(?<!xã)(?<!trấn)(?<!tỉnh)(?<!phố) "  # no place: `Chủ tịch UBND quận Lê Chân`
    r"(?=(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Dương|Trịnh|Đinh|Đoàn|Lương|Trương|Mai|Cao)"
    rf" [{CAPITALS}])"
)
"""Before the name of a person, by the family names that most have."""
# A committee named by what it is for: `Ban Chỉ đạo thực hiện Quy chế dân chủ của Thành ủy ban hành`.
_COMMITTEES: Final = ("Ban ", "Tiểu ban", "Tổ công tác")
_COMMITTEE: Final = re.compile(
    r"(?:Ban Chỉ đạo|Tiểu ban|Tổ công tác|Ban Vận động)"
    r"(?: [^,;:.()\n]{4,120}| [^;:.()\n]{4,190} của [^,;:.()\n]{4,40})? "
)
_CITED: Final = re.compile(r"\d[\w/.]{0,8}[-/][a-zđ][\w/-]{1,12} $")  # the number of another document
_AT_SITTING: Final = pattern(r",? (?:tại )?kỳ họp (?:thứ )?(?:\w+ ){1,3}")
_YEAR: Final = len("2003")
_TAKES: Final = frozenset({"numbered", "partial", "plenum"})


def fronted(scan: Scan, draft: Draft) -> None:
    """Issuer and date from a clause that says who issued the document: `Ngày 15/3, ISSUER ban hành Kế hoạch số ...`."""
    act = draft.kind == "plan" and draft.type in _ISSUED_ACTS
    passed = draft.kind == "named" and draft.type in STATUTES
    if not (act or passed) and (draft.kind not in _TAKES or draft.number is None):
        return
    if draft.issuer and draft.date and not (passed and len(draft.date) == _YEAR):
        return
    begin = max(0, draft.start - 220)
    window = scan.folded[begin : draft.start]
    low = 0 if "  " in window else max(0, len(window) - _VERB_REACH)
    verb = _VERB.search(f" {window}", low) if window.rstrip(" \n").endswith(_VERB_ENDS) else None
    if verb is None:
        return
    end = begin + verb.start("verb") - 1
    found = _on_behalf(scan, begin, end) or subject(scan, begin, end)
    if found is None:
        return
    start, issuer = found
    if draft.issuer is None:
        draft.issued_by(issuer, start)
    day = _day_before(scan, start) or _day_between(scan, issuer.end, end)
    if draft.date is None or (passed and day is not None and draft.date == day[:_YEAR]):
        draft.date = day  # `Ngày 8/5/2003, Quốc hội đã ban hành Luật X năm 2003`


def _on_behalf(scan: Scan, begin: int, end: int) -> tuple[int, Issuer] | None:
    """The body for which somebody signs: `Thay mặt Ban Bí thư, đồng chí Trần Văn A đã ký ban hành ...`."""
    if not any(word in scan.folded[begin:end] for word in _FOR_WORDS):
        return None
    for match in _FOR.finditer(scan.folded, begin, end):
        issuer = issuer_at(scan.text, scan.folded, match.end())
        if issuer and not _OVER.search(scan.folded, issuer.end, end):
            person = scan.folded.rfind(", ", begin, match.start() - 2)
            return (person + 2 if person >= 0 else match.start()), issuer
    return None


def subject(scan: Scan, begin: int, end: int) -> tuple[int, Issuer] | None:
    """The body whose name ends right before `end`, and where it begins; looked for from `begin` on."""
    window = scan.text[begin:end]
    first = _FIRST.match(window)
    for match in (*((first,) if first else ()), *_START.finditer(window, first.end() if first else 0)):
        start = begin + match.end()
        issuer = issuer_at(scan.text, scan.folded, start)
        issuer = issuer and _unnamed(scan, start, issuer)
        if issuer and (
            not scan.folded[issuer.end : end].strip(" ")
            or _SIGNER.fullmatch(scan.text, issuer.end, end)
            or _UPON.fullmatch(scan.folded, issuer.end, end)
            or _AT_SITTING.fullmatch(scan.folded, issuer.end, end)
        ):
            return start, issuer
        if scan.text.startswith(_COMMITTEES, start) and _COMMITTEE.fullmatch(scan.text, start, end):
            return start, Issuer(start + len(scan.text[start:end].rstrip()), tidy(scan.text[start:end].rstrip()))
    return None


def _unnamed(scan: Scan, start: int, issuer: Issuer) -> Issuer:
    """The office without the name of who holds it: `Phó Chủ tịch UBND tỉnh` of `Phó Chủ tịch UBND tỉnh Nguyễn Thị`."""
    if not _OFFICE.match(scan.folded, start):
        return issuer
    person = FAMILY.search(scan.text, start, issuer.end)
    if person is None:
        return issuer
    return Issuer(person.start(), tidy(scan.text[start : person.start()]), issuer.term)


def _day_between(scan: Scan, start: int, end: int) -> str | None:
    """The day between the body and its verb, where its year is given: `Bộ Y tế ngày 3/4/2023 đã ban hành`."""
    upon = _UPON.fullmatch(scan.folded, start, end)
    found = dates.date_at(scan.folded, upon.start("day")) if upon else None
    return found[0] if found else None


def _day_before(scan: Scan, position: int) -> str | None:
    """The day that a clause opens with right before `position`, in the page's year where it states none."""
    begin = max(0, position - 60)
    when = _WHEN.search(scan.folded[begin:position])
    line, broken, _ = scan.text[begin + when.start() : position].partition("\n") if when else ("", "", "")
    if when is None or (broken and not line.rstrip().endswith(",")):
        return None  # a line of its own: the day of the page
    start = begin + when.start()
    if re.search(r"[\d/.-]$", scan.folded[begin:start]):
        return None  # the middle of a longer date
    if _CITED.search(scan.folded, max(0, start - 40), start):
        return None  # `Tại Quyết định số 5/QĐ-TTg ngày 3/4/2020, Thủ tướng Chính phủ đã phê duyệt ...`
    part = _PART_OF_DAY.match(scan.folded, start, position)
    start = part.end() if part else start
    full = dates.date_at(scan.folded, start)
    if full:
        return None if _ABOUT.match(scan.folded, full[1]) else full[0]  # `Chỉ thị số 4-CT/TU, ngày 3/5/2021 về ...`
    day = dates.day_at(scan.folded, start)
    if day is None or scan.published is None:
        return None
    iso = dates.with_year(day[0], day[1], scan.published[:4])
    if iso and iso > scan.published:
        iso = dates.with_year(day[0], day[1], str(int(scan.published[:4]) - 1))
    return iso
