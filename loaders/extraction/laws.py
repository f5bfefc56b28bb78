"""References to the Constitution, codes, laws and ordinances, by name and by number."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from loaders.extraction import dates, names, numbering, titles
from loaders.extraction.anchors import Anchor
from loaders.extraction.issuers import issuer_at
from loaders.extraction.lexicon import listed, pattern, words_of
from loaders.extraction.reference import LAWS, Draft
from loaders.extraction.tails import attach
from ontology.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.extraction.entries import Entry
    from loaders.extraction.reference import Reference, Scan

_S: Final = " {1,24}"
_NAME: Final = pattern(rf"{_S}(?:về{_S})?(?=[\w“\"])")
_NUMBER: Final = pattern(r",? (?:\()?(?:số {0,24}:? {0,24})?(?=\d{1,3}/|\d{1,3}(?:-| )(?:l|pl|lct))")
_REVISED: Final = pattern(r" {1,24}\((?:sửa đổi|sửa đổi, bổ sung)\)(?=,? {1,24}(?:ngày|năm|số) {1,24}\d)")
_RENEWED: Final = pattern(
    r" {1,24}sửa đổi(?= ?(?:[,;.)…\n]|$)| (?:có|đã|sẽ|vừa|được|này)(?!\w))"
)  # `các luật như Luật Đầu tư sửa đổi, Luật Đất đai`
_NEW: Final = pattern(r" {1,24}\(sửa đổi\)")
_OLD: Final = pattern(r"(?:thay thế|thay cho|so với|kế thừa|khắc phục)(?: các)? {1,24}$")
_ABOUT: Final = pattern(rf"{_S}về{_S}")
_YEAR: Final = pattern(rf"{_S}(?:năm{_S})?((?:19|20)\d\d)(?!\w|/)")
# `Luật Doanh nghiệp sửa đổi 2022`: the law of 2022 that changes the other
_CHANGED_IN: Final = pattern(rf"{_S}sửa đổi(?:, bổ sung)?{_S}(?:năm{_S})?((?:19|20)\d\d)(?!\w|/)")
_CHANGE: Final = "(?:sửa đổi|bổ sung|bãi bỏ)"
_CHANGING: Final = pattern(
    rf" (?:về việc )?{_CHANGE}(?:,? (?:và )?{_CHANGE})?[^;:.\"“”]{{0,160}}?(?=(?:bộ )?luật(?!\w)|pháp lệnh(?!\w))"
)
_NOT_BEFORE: Final = pattern(rf"(?:{listed('no_law_before')}) $")
_DRAFT: Final = pattern(
    r"(?:dự án|dự thảo|soạn thảo|(?:đề xuất|đề nghị|kiến nghị|nghiên cứu|đang|sẽ|cần) (?:việc )?xây dựng"
    r"|(?:đề xuất|kiến nghị|sớm) ban hành)(?: các)? $"
)
_DRAFT_ENDS: Final = ("án ", "thảo ", "dựng ", "hành ", "các ")
_NO_LAW_BEFORE: Final = tuple(f"{word} " for word in words_of("no_law_before"))
# What is done to a law that is no law yet, and words by which it is one.
_MAKING: Final = pattern(
    r"(?<!\w)[^;:.,]{0,24}"
    r"(?:ban hành|xây dựng|thông qua|góp ý(?: cho| vào)?|cho ý kiến(?: về)?|thảo luận(?: về)?|trình) $"
)
_DRAFT_OF: Final = pattern(r"dự (?:án|thảo) (?=(?:bộ )?luật|pháp)")
_DRAFT_REACH: Final = 240
_MOST_DRAFTS: Final = 12
_MADE: Final = pattern(r"(?<!\w)(?:đã|vừa|được)(?!\w)")
_COUNTED: Final = pattern(r"(?<!\w)(?:của|các|và|gồm|tại|trong) \d{1,3} $")  # `37 Luật`
# `đã thông qua 8 luật về thuế`: any word but one that a number belongs to
_SO_MANY: Final = pattern(
    r"(?<!\w)(?!(?:điều|khoản|mục|chương|phần|số|năm|tháng|ngày|khóa|kỳ|quý) )[^\W\d_]+ \d{1,3} $"
)
_DRAFTS: Final = pattern(
    r"dự (?:án|thảo) (?:bộ )?(?:luật|pháp lệnh)(?:,? [^.;:]{0,80}?)?(?::|,? (?:gồm|như|là|trong đó có) ?:?) "
)
# `đề nghị xây dựng Luật A, Luật B (sửa đổi)`: each of the list is a draft
_DRAFT_LIST: Final = pattern(
    r"(?:đề xuất|đề nghị|kiến nghị|nghiên cứu|đang|sẽ) (?:việc )?xây dựng (?:các )?(?:dự án )?"
    r"(?:(?:bộ )?luật|pháp lệnh) [^.;:\n]{3,90}(?:,| và|, và) $"
)
_LISTED: Final = 500
_TOLD: Final = 3_000  # so far back a law that is changed may have been named by its day or number
_NEVER: Final = pattern(rf"(?:{listed('never_law_before')}) ")
# `thạc sĩ Luật Kinh tế và Luật Dân sự`: branches of learning
_BRANCHES: Final = pattern(rf"(?:{listed('never_law_before')}) {{1,4}}luật(?! về )(?: [^\W\d_]+){{1,4}}(?:,| và) $")
_OF_LEARNING: Final = pattern(r"(?<!\w)luật {1,4}$")  # `Luật Hiến pháp` is one too, and no law's name
_AND_LAW: Final = pattern(rf"(?:,|{_S}và|,{_S}và){_S}(?=(?:(?:bộ{_S})?luật|pháp{_S}lệnh)(?!\w))")
_WITH_NUMBER: Final = (
    rf"(?:bộ{_S})?(?:luật|pháp{_S}lệnh){_S}[^;.:()\d]{{2,120}}?{_S}số:?{_S}\d{{1,3}}/\d{{4}}/[a-z]+\d{{1,2}}"
)
# `Luật A` that is changed, from its own number on: `số 1/2024/QH15, Luật B số 2/2023/QH15 và Luật C số 3/2023/QH15`
_NUMBERED_LAWS: Final = pattern(
    rf"{_S}số:?{_S}\d{{1,3}}/\d{{4}}/[a-z]+\d{{1,2}}(?:,{_S}{_WITH_NUMBER}){{1,12}},?{_S}và{_S}{_WITH_NUMBER}"
)
_OBEYED: Final = pattern(r"(?:,| và|, và) {1,3}pháp luật(?!\w)")
_COUNTRY: Final = pattern(r" (?:nước )?(?:cộng hòa xã hội chủ nghĩa việt nam|chxhcn việt nam|việt nam)")
_BEGINS: Final = pattern(r"(?:^|[.:;!?\n])[ \n]*(?:[^.,:;!?\n\d]{2,40}, )?$")  # `Thứ nhất, Luật mở rộng phạm vi`
_PLURAL: Final = pattern(r"[^;.:()\"“”\d\n]{3,150}?(?=,? {1,24}(?:số:? {0,3}\d|ngày {1,9}\d|năm {1,9}\d)|[;.:()\n]|$)")
_ON_DAY: Final = pattern(r" ngày (?=\d)")
_BY_ASSEMBLY: Final = pattern(r" của (?P<body>(?:ủy ban thường vụ )?quốc hội)(?= )")
_ENACTED: Final = pattern(r"(?:^|[;.,\n“\"])[ ]*(?:ủy ban thường vụ )?quốc hội {1,9}ban {1,9}hành {1,9}$")
_SAYS: Final = pattern(rf" (?:{listed('no_law_after')})(?!\w)")


def revised(folded: str, position: int) -> bool:
    """Whether the name that ends at `position` is that of a new law under an old name: `Luật Đất đai (sửa đổi)`."""
    return _NEW.match(folded, position) is not None or folded.endswith(" sửa đổi", 0, position)


def remade(folded: str, entry: Entry, reference: Reference) -> bool:
    """Whether `Luật Đất đai (sửa đổi)` stands beside the law it takes the place of: one has a year, one is new."""
    if reference.type not in LAWS or (entry.date is None) == (reference.date is None):
        return False
    if reference.date is None:
        return revised(folded, reference.end)
    old = _OLD.search(folded, max(0, reference.start - 30), reference.start)
    return entry.number is None and entry.revised and old is not None


def local_names(text: str, folded: str, places: Sequence[Anchor]) -> dict[str, Any]:
    """The trie of law names that the text itself gives with a number, a date or a year."""
    found = set()
    for anchor in places:
        if anchor.role != "law" or anchor.code == "HP":
            continue
        lead = _NAME.match(folded, anchor.end)
        end = names.defined(folded, lead.end()) if lead else None
        if (
            lead
            and end
            and not names.broken_off(text, lead.end(), end)
            and len(folded[lead.end() : end].split()) > 1
            and text[anchor.start].isupper()
        ):
            found.add(folded[lead.end() : end].strip(" ,"))
    return names.plant(sorted(found))


def law_at(scan: Scan, anchor: Anchor) -> list[Draft]:
    """The law named at `anchor`, and those named inside the name of a law that changes others."""
    if anchor.code == "HP":
        return (
            []
            if _OF_LEARNING.search(scan.folded, max(0, anchor.start - 8), anchor.start)
            else _constitution(scan, anchor)
        )
    if _no_citation(scan, anchor):
        return []
    changing = _CHANGING.match(scan.folded, anchor.end)
    if changing and scan.text[anchor.start].isupper():
        return _changing(scan, anchor, changing)
    return _of_day(scan, anchor) or _by_name(scan, anchor)


def _by_name(scan: Scan, anchor: Anchor) -> list[Draft]:
    """The law whose name follows its word."""
    lead = _NAME.match(scan.folded, anchor.end)
    if lead is None or _YEAR.match(scan.folded, anchor.end):
        return []  # `những quy định của Luật năm 2004`: which law, the text has said before
    end = _name_end(scan, anchor, lead.end())
    if end is None:
        return []
    draft = Draft(anchor.start, end, "named", str(anchor.code))
    _titled(scan, draft, lead.end(), end)
    _finish(scan, draft)
    return [] if draft.number is None and draft.date is None and _still_draft(scan, anchor, end) else [draft]


def _still_draft(scan: Scan, anchor: Anchor, end: int) -> bool:
    """Whether a law without number or year is the draft that the page tells of elsewhere: `dự án Luật X`.

    `Luật X (sửa đổi)`, where `dự thảo Luật X (sửa đổi)` is being discussed; `việc ban hành Luật X`.
    """
    name, new = scan.folded[anchor.start : end], revised(scan.folded, end)
    making = _MAKING.search(scan.folded, max(0, anchor.start - 50), anchor.start)
    if not new and (making is None or _MADE.search(making.group())):
        return False
    drafts = _drafts(scan.folded)
    first = bisect_left(drafts, name)
    alike = itertools.takewhile(lambda draft: draft.startswith(name), drafts[first : first + _MOST_DRAFTS])
    return any(revised(draft, len(name)) == new for draft in alike)


@lru_cache(maxsize=1)  # each law of one text asks it
def _drafts(folded: str) -> list[str]:
    """What follows the words for a draft in a text, in the order of letters: a law's name, and what stands behind."""
    return sorted(folded[match.end() : match.end() + _DRAFT_REACH] for match in _DRAFT_OF.finditer(folded))


def _no_citation(scan: Scan, anchor: Anchor) -> bool:
    """Whether the words before make `luật` something else (`pháp luật`, `Đại học Luật`), or a mere draft."""
    left = scan.folded[max(0, anchor.start - 40) : anchor.start]
    loose = "  " in left or left.endswith("\n")  # gaps that hide how it ends
    named = anchor.code == "L" and (loose or left.endswith(_NO_LAW_BEFORE))
    before = _NOT_BEFORE.search(left) if named else None
    small = scan.text[anchor.start].islower()
    if before and (small or scan.text[anchor.start : anchor.end].isupper() or _NEVER.match(before.group())):
        return True
    counted = loose or left[-2:-1].isdecimal()
    if (small and counted and _SO_MANY.search(left)) or (
        anchor.code == "L" and "luật" in left and _BRANCHES.search(left)
    ):
        return True
    drafted = loose or left.endswith(_DRAFT_ENDS)
    return bool((drafted and _DRAFT.search(left)) or (counted and _COUNTED.search(left))) or _of_drafts(scan, anchor)


def _of_drafts(scan: Scan, anchor: Anchor) -> bool:
    """Whether a law is one of a list of drafts: `cho ý kiến về năm dự án luật: Luật A (sửa đổi), Luật B`."""
    low = max(0, anchor.start - _LISTED)
    low = max(low, scan.folded.rfind(". ", low, anchor.start) + 1, scan.folded.rfind("\n", low, anchor.start) + 1)
    left = scan.folded[low : anchor.start]
    if "xây dựng " in left and _DRAFT_LIST.search(left) is not None:
        return True
    return "dự " in left and _DRAFTS.search(left) is not None and not left.endswith("của ")


def _name_end(scan: Scan, anchor: Anchor, position: int) -> int | None:
    """Where the name at `position` ends: a known one, one the text defines, one before its date, one in capitals."""
    text, folded = scan.text, scan.folded
    known = max(
        names.longest(names.gazetteer(), folded, position) or 0, names.longest(scan.local, folded, position) or 0
    )
    upper = text[anchor.start].isupper()
    if _SAYS.match(folded, position - 1) and not known:
        return None
    given = names.defined(folded, position) if upper else None
    if given and names.broken_off(text, position, given):
        given = None
    if known and (given is None or given <= known or names.runs_off(folded[known:given])):
        return known if upper or len(folded[position:known].split()) > 1 else None
    if given:
        return given
    if not upper or ("\n" in text[anchor.end : position] and issuer_at(text, folded, position)):
        return None  # `VỀ VIỆC CÔNG BỐ LUẬT`, and the next line names the body
    if anchor.code == "L" and _ABOUT.match(folded, anchor.end) and text[position].islower():
        return None  # `các quy định của Luật về bảo đảm kinh phí`: what a law named before rules
    return names.capital(
        text, folded, position, begun=not _BEGINS.search(text, max(0, anchor.start - 60), anchor.start)
    )


def _constitution(scan: Scan, anchor: Anchor) -> list[Draft]:
    """The constitution that is named; in small letters beside `pháp luật` it is what everybody is to obey."""
    obeyed = scan.text[anchor.start].islower() and _OBEYED.match(scan.folded, anchor.end)
    if obeyed:
        return []
    country = _COUNTRY.match(scan.folded, anchor.end)
    draft = Draft(anchor.start, country.end() if country else anchor.end, "named", "HP")
    _finish(scan, draft)
    return [draft]


def _changing(scan: Scan, anchor: Anchor, match: re.Match[str]) -> list[Draft]:
    """A law named by the laws it changes; number and date after the last of these names are its own.

    Not so where it is being enacted (`Quốc hội ban hành Luật sửa đổi Luật X số ...`): it has no number of its own yet;
    nor where the text has told before that the changed law is of the number's year, or has that number.
    """
    enacted = _ENACTED.search(scan.folded, max(0, anchor.start - 60), anchor.start) is not None
    outer = Draft(anchor.start, match.end(), "named", str(anchor.code))
    first = pattern(" +").match(scan.folded, anchor.end)
    start = first.end() if first else anchor.end
    counted = _COUNTED.search(match.group()) is not None
    if match.group().endswith("các ") or counted:
        outer.end = names.defined(scan.folded, match.end()) or _plural_end(scan, match.end())
        _titled(scan, outer, start, outer.end)
        _finish(scan, outer)
        return [outer] if outer.date or outer.number or not counted else []
    inner: list[Draft] = []
    position = match.end()
    while True:
        word = pattern(r"bộ {1,24}luật|luật|pháp {1,24}lệnh").match(scan.folded, position)
        if word is None:
            break
        code = {"b": "BL", "l": "L", "p": "PL"}[word.group()[0]]
        lead = _NAME.match(scan.folded, word.end())
        end = _name_end(scan, Anchor(position, word.end(), code, "law"), lead.end()) if lead else None
        if lead is None or end is None:
            break
        draft = Draft(position, end, "named", code)
        _titled(scan, draft, lead.end(), end)
        inner.append(draft)
        position = end
        more = _AND_LAW.match(scan.folded, end)
        if more is None:
            break
        position = more.end()
        if names.defined(scan.folded, end) and _dated_next(scan, end):
            break
    if not inner:
        return []
    outer.end = inner[-1].end
    _titled(scan, outer, start, outer.end)
    outer.open = False
    if enacted or _known_number(scan, inner[-1]) or _each_numbered(scan, inner[-1]):
        _finish(scan, inner[-1])
        outer.head_stop = outer.stop = outer.end
    else:
        _finish(scan, outer)
    return [outer, *inner]


def _known_number(scan: Scan, changed: Draft) -> bool:
    """Whether the number after a changed law's name is that law's: the text has named it before by its day or number.

    `Luật X ngày 1/2/2015; Luật sửa đổi Luật X số 9/2015`: the number is of the year in which X was made.
    """
    lead = _NUMBER.match(scan.folded, changed.end)
    number = numbering.number_at(scan.text, lead.end(), led=True) if lead else None
    if lead is None or number is None:
        return False
    said = re.escape(scan.folded[changed.start : changed.end])
    printed = scan.folded[lead.end() : number.end]
    year = "".join(part for part in printed.split("/")[1:2] if part.isdigit()) or "(?!)"
    same = rf"{said}(?:,? số {re.escape(printed)}| ngày \d{{1,2}}(?: tháng |[/-])\d{{1,2}}(?: năm |[/-]){year}(?!\d))"
    return re.search(same, scan.folded[max(0, changed.start - _TOLD) : changed.start]) is not None


def _each_numbered(scan: Scan, changed: Draft) -> bool:
    """Whether each changed law has its number: `sửa đổi Luật A số 1/2024, Luật B số 2/2023 và Luật C số 3/2023`."""
    return _NUMBERED_LAWS.match(scan.folded, changed.end) is not None


def _of_day(scan: Scan, anchor: Anchor) -> list[Draft]:
    """A law known by its day and what it changes: `Luật ngày 5 tháng 6 năm 1991 của Quốc hội sửa đổi ... Luật X`."""
    lead = _ON_DAY.match(scan.folded, anchor.end) if scan.text[anchor.start].isupper() else None
    day = dates.date_at(scan.folded, lead.end()) if lead else None
    body = _BY_ASSEMBLY.match(scan.folded, day[1]) if day else None
    changing = _CHANGING.match(scan.folded, body.end() if body else day[1]) if day else None
    if lead is None or day is None or changing is None:
        return []
    found = _changing(scan, Anchor(anchor.start, changing.start(), anchor.code, anchor.role), changing)
    for draft in found[:1]:
        draft.kind, draft.number, draft.number_span = "named", None, None
        draft.date, draft.date_span = day[0], Span(lead.end(), day[1])
        if body is not None:
            draft.issuer_span = Span(*body.span("body"))
            draft.issuer = scan.text[body.start("body") : body.end("body")]
    return found


def _plural_end(scan: Scan, position: int) -> int:
    """Where `các Luật liên quan đến ...` ends: before its date or number, or with the clause."""
    match = _PLURAL.match(scan.folded, position)
    return match.end() if match else position


def _dated_next(scan: Scan, position: int) -> bool:
    return bool(pattern(r",? {1,24}(?:ngày|số) {1,24}\d").match(scan.folded, position))


def _titled(scan: Scan, draft: Draft, start: int, end: int) -> None:
    draft.title, draft.title_span = titles.words(scan.text[start:end]), Span(start, end)


def _finish(scan: Scan, draft: Draft) -> None:
    """Number, year, date of a law after its name."""
    title = (draft.title, draft.title_span)
    if revised := _REVISED.match(scan.folded, draft.end):
        draft.end = revised.end()
    lead = _NUMBER.match(scan.folded, draft.end)
    number = numbering.number_at(scan.text, lead.end(), led=True) if lead else None
    if lead and number and number.type in {"L", "PL", "NQ"}:
        draft.number_from(scan, lead.end(), number.end)
        draft.kind, draft.end = "numbered", number.end
    elif bare := _RENEWED.match(scan.folded, draft.end):
        draft.end = bare.end()
    elif changing := _CHANGED_IN.match(scan.folded, draft.end):
        draft.date, draft.date_span, draft.end = changing[1], Span(*changing.span(1)), changing.end()
    elif year := _YEAR.match(scan.folded, draft.end):
        draft.date, draft.date_span, draft.end = year[1], Span(*year.span(1)), year.end()
    attach(scan, draft)
    draft.title, draft.title_span = title
    draft.stop = draft.head_stop
