"""Where the mentions of documents stand in a text, and what each states.

`find` reads the normal form of a text (`loaders.extraction.normal`): composed letters, plain spaces and hyphens,
nothing invisible. All offsets here count code points of that normal form; `extract` maps them back.
"""

from __future__ import annotations

import re
from functools import lru_cache
from operator import attrgetter
from typing import Final

from loaders.extraction import appositions, makers, numbering, provisions
from loaders.extraction.anchors import Anchor, anchors, spellings
from loaders.extraction.fronts import fronted
from loaders.extraction.gatherings import gathered, of_a_branch, of_the_congress
from loaders.extraction.issuers import Issuer, issuer_at
from loaders.extraction.laws import law_at, local_names
from loaders.extraction.lexicon import CAPITALS, acts, listed, pattern, words_of
from loaders.extraction.normal import fold
from loaders.extraction.plans import plan_at
from loaders.extraction.reference import Draft, Reference, Scan
from loaders.extraction.rosters import grouped, proposed
from loaders.extraction.slips import plain
from loaders.extraction.tails import attach
from loaders.extraction.titles import Breaks
from loaders.extraction.treaties import treaty_at
from ontology.model import Span

_S: Final = " {0,24}"
_LEAD: Final = pattern(
    rf"{_S}(?:\({_S})?(?P<modifier>(?:{listed('modifier')}|của (?!(?:các|{acts()})(?!\w))\w+ \w+:?) )?"
    rf"(?P<number>(?:số|sô|sồ|sổ){_S}:?{_S})?(?=\d)"
)
_REACH: Final = 50  # more than the spaces that may stand before what leads to a number
_LED_BY: Final = frozenset({"", "c", "s", *(word[0] for word in words_of("modifier"))})
"""What it begins with if not with a figure: `số`, `của`, a word between type and number (or who knows what)."""
_OF: Final = pattern(rf"{_S}của{_S}(?=\w)")
_NUMBER_NEXT: Final = pattern(rf"(?={_S}(?:số|sô|sồ|sổ){_S}:?{_S}\d)")
# `Nghị quyết 30a`: several of one day may bear one number.
_PLAIN: Final = pattern(r"(?:\d{1,5}|\d{2,3}[a-d])(?:/(?:19|20)\d\d)?(?![\w%]|[.,/]\d|-\d|/\w)")
_LIST: Final = pattern(rf"{_S}(?:,{_S}(?:và{_S})?|và{_S}|;{_S})(?:số{_S})?(?=\d)")
_AFTER_PLAIN: Final = pattern(rf"{_S}(?:[,.;:)\]“”\"?!\n]|\((?:năm|ngày|khóa) |$|(?:{listed('after_number')})(?!\w))")
_OF_DAY: Final = pattern(rf"(?:{_S}của [\w ]{{4,60}})?{_S},?{_S}ngày{_S}\d")  # `Văn bản số 15 ngày 3/4/2020`
_NEXT_OF_DAY: Final = pattern(rf"{_S}(?:,|và|, và){_S}(?:số|sô){_S}(?P<number>\d{{1,5}}){_S}(?=ngày{_S}\d)")
_FIGURES: Final = re.compile(r"(\d+)(?:/\d+)?")
_UNIT: Final = pattern(rf"{_S}(?:{listed('unit')})(?!\w)")
_ANAPHOR: Final = pattern(
    rf"{_S}(?:{listed('anaphor')}|trên(?={_S}(?:[,.;)]|$|(?:và|đã|có|của|được|là|thì|phải) )))(?!\w)|"
    rf"{_S}(?=(?:{listed('speaks')})(?!\w))|{_S}(?P<new>mới)(?= (?:có|sẽ|cũng|thay|bãi|sửa|bổ|quy|được|chính|đã)(?!\w))"
)
_POINTS: Final = frozenset({"", "t", "m", *(word[0] for word in (*words_of("anaphor"), *words_of("speaks")))})
"""What such words begin with."""
# What a bare type word does that takes up the sentence before: `Nghị định thay thế D`, `Luật đã cụ thể hóa D`.
_DOES: Final = pattern(
    r" (?:(?:đã|cũng|chính thức|sẽ) ){0,2}(?:thay thế|bãi bỏ|cụ thể hóa|thể chế hóa|sửa đổi|bổ sung|quy định chi tiết"
    r"|hướng dẫn|được (?:xây dựng|ban hành) (?:nhằm|để|thay))(?!\w)"
)
_TAKES_UP: Final = re.compile(r"(?<!\d)[.!?…][”\")]? {1,3}$")
_CONGRESS: Final = pattern(
    r" (?:của )?đại hội(?: (?:đại biểu|toàn quốc|đảng bộ|đảng|hội nông dân|hội phụ nữ|hội cựu chiến binh"
    r"|hội chữ thập đỏ|đoàn|công đoàn|mặt trận|mttq|tỉnh|huyện|xã|phường|thành phố|quận|thị xã)(?!\w)){0,5}"
    r"(?!\w| (?:các|lần|khóa|khoá|nhiệm|thứ|[ivxl]{1,6}|\d|hội|của|thành viên|đồng|cổ|chi|đại|thi)(?!\w)| \(|,? nhiệm)"
)
_BARE: Final = pattern(r"(?:^|[.:;\n“\"(]|\n[ -]{0,24})[ ]{0,12}$")
_FORM: Final = pattern(rf"(?:{listed('form')})(?: biểu)? {{0,3}}(?:số {{0,3}}:? {{0,3}})?$")
_HEADED: Final = re.compile(rf"(?:(?:^|[\n|])[ ]{{0,30}}Số {{0,3}}:?|[{CAPITALS}]{{2}} {{1,9}}Số ?:) {{0,12}}$")
_TOP: Final = 3000
_SPELLING: Final = 40
_BY_PARTY: Final = pattern(
    r" của (?:bộ chính trị|ban bí thư|ban chấp hành|bch|trung ương|tw|ban (?:tổ chức|tuyên giáo|thường vụ)|"
    r"ủy ban kiểm tra|(?:tỉnh|thành|huyện|quận|thị|đảng) ủy)(?!\w)"
)
_SIGNED_NOW: Final = pattern(r"(?:ban hành|ký) $")
_ABOUT: Final = pattern(r" về(?!\w)")
_SPELLED: Final = pattern(r"(?P<words>(?<!\w)\w+ \w+(?: \w+){0,2}|(?<!\w)[a-zđ]{2,4}) (?:(?:số|sô|so) ?:? ?)?$")
_DATED: Final = frozenset({"NĐ", "TT", "TTLT", "QĐ", "NQ", "CT", "PL", "L"})
_LETTERED: Final = 3
"""So many figures after `công văn` are its number."""
_KNOWN_BY_FIGURES: Final = frozenset({"NQ", "CT", "NĐ"})
_IN_YEAR: Final = pattern(r"(?:1[3-9]|[2-9]\d|\d{3,5}|0\d{1,3})/(?:19|20)\d\d")  # no month of a year
_LETTER: Final = pattern(r"(?<!\w)(?:cv|(?:công văn|văn bản):) (?:(?:số|sô) ?:? ?)?$")
_LED: Final = pattern(r"(?:số|sô){0,1} {0,3}:? {0,12}$")


def find(text: str, *, published: str | None = None) -> tuple[Reference, ...]:
    """The references of `text` (a normal form), in the order of their starts.

    `published` is the ISO day of the page: it gives the year of a day that is stated without one.
    """
    folded = fold(text)
    places = anchors(text, folded)
    scan = Scan(text, folded, local_names(text, folded, places), Breaks(text), published, {})
    drafts: list[Draft] = []
    done = 0
    for anchor in places:
        if anchor.start < done:
            continue
        found = _read(scan, anchor, drafts)
        drafts += found
        for draft in found:
            _cited(scan, draft)
            if draft.end > done and draft.kind != "plan" and not draft.open:
                done = draft.end
    appositions.named(scan, drafts)
    for draft in drafts:
        fronted(scan, draft)
        makers.told(scan, draft)
        draft.provision, draft.provision_start = provisions.before(folded, draft.start, text) or (None, None)
    proposed(scan, drafts)
    grouped(scan, drafts)
    makers.shared(scan, drafts)
    makers.listed(scan, drafts)
    _share(scan, drafts)
    drafts.sort(key=attrgetter("end"), reverse=True)  # of two that begin together the longer comes first
    drafts.sort(key=attrgetter("start"))
    return tuple([draft.reference() for draft in drafts])


def _read(scan: Scan, anchor: Anchor, drafts: list[Draft]) -> list[Draft]:
    """The references that begin at `anchor`: by number, by name, as a plenum's resolution, anaphor or plan."""
    if anchor.code is None:
        return _unled(scan, anchor, drafts)
    numbered = _numbered(scan, anchor)
    if numbered:
        return numbered
    if anchor.role == "law":
        return law_at(scan, anchor) or _anaphor(scan, anchor)
    if anchor.code in {"NQ", "KL"} and (passed := gathered(scan, anchor)):
        return passed
    return _anaphor(scan, anchor) or plan_at(scan, anchor) or treaty_at(scan, anchor)


def _numbered(scan: Scan, anchor: Anchor) -> list[Draft]:
    first = scan.folded[anchor.end : anchor.end + _REACH].lstrip(" (")[:1]
    if first not in _LED_BY and not first.isdecimal():
        return []
    owner = _owner(scan, anchor.end)
    lead = _LEAD.match(scan.folded, owner.end if owner else anchor.end)
    if lead is None:
        return []
    number = numbering.number_at(scan.text, lead.end(), led=True)
    if number is None:
        return _partial(scan, anchor, lead)
    draft = Draft(anchor.start, number.end, "numbered", _type(anchor, number))
    draft.number_from(scan, lead.end(), number.end)
    if owner is None and lead["modifier"] and lead["modifier"].startswith("của "):
        owner = issuer_at(scan.text, scan.folded, lead.start("modifier") + len("của "))
    if owner is not None:
        draft.issuer, draft.term = owner.name, owner.term
        draft.issuer_span = Span(owner.end - len(owner.name), owner.end)
    attach(scan, draft)
    return [draft]


def _owner(scan: Scan, position: int) -> Issuer | None:
    """The body between a type word and its number: `Nghị định của Chính phủ số 5/2020/NĐ-CP`."""
    of = _OF.match(scan.folded, position)
    issuer = issuer_at(scan.text, scan.folded, of.end()) if of else None
    return issuer if issuer and _NUMBER_NEXT.match(scan.folded, issuer.end) else None


def _type(anchor: Anchor, number: numbering.Number) -> str:
    """The type of a numbered document: its word's, save where the symbol is surer."""
    return numbering.type_after(anchor.code, number.groups)


def _partial(scan: Scan, anchor: Anchor, lead: re.Match[str]) -> list[Draft]:
    """A type word with a bare number, or an elliptical list of them that may end in a full number."""
    folded = scan.folded
    first = _PLAIN.match(folded, lead.end())
    if first is None or anchor.role == "law":
        return []
    if anchor.role == "letter" and not (lead["number"] and _OF_DAY.match(folded, first.end())):
        return []
    if not lead["number"] and {"\n", "("} & set(scan.text[anchor.end : lead.end()]):
        return []  # the number of a list item, or of a note
    spans = [first.span()]
    full: numbering.Number | None = None
    end = first.end()
    while (link := _LIST.match(folded, end)) and len(spans) < 30:
        full = numbering.number_at(scan.text, link.end(), led=True)
        if full and full.end > link.end():
            spans.append((link.end(), full.end))
            end = full.end
            break
        more = _PLAIN.match(folded, link.end())
        if more is None or _UNIT.match(folded, more.end()):
            full = None
            break
        spans.append(more.span())
        end = more.end()
        full = None
    if full is None and not _partial_ok(scan, anchor, lead, end) and not _met(scan, anchor, first):
        return []
    code = _type(anchor, full) if full else str(anchor.code)
    last = spans[-1] if full else None
    found = [_listed(scan, span, code, last) for span in spans]
    found[0].start = anchor.start
    return found + ([] if full else _of_days(scan, found[-1]))


def _of_days(scan: Scan, last: Draft) -> list[Draft]:
    """Further bare numbers, each with its day: `Sắc lệnh số 63 ngày 22-11-1945 và số 77 ngày 21-12-1945`."""
    found: list[Draft] = []
    while last.date and last.title is None and (more := _NEXT_OF_DAY.match(scan.folded, last.head_stop)):
        last = _listed(scan, more.span("number"), last.type, None)
        found.append(last)
    return found


def _partial_ok(scan: Scan, anchor: Anchor, lead: re.Match[str], end: int) -> bool:
    of_body = _of_body(scan, anchor, lead, end)
    if of_body or _UNIT.match(scan.folded, end):
        return of_body
    year = re.fullmatch(r"(?:19|20)\d\d", scan.folded[lead.end() : end])
    if lead["number"] or (anchor.code in _DATED and _IN_YEAR.fullmatch(scan.folded, lead.end(), end)):
        return True
    if _of_party(scan, anchor, end):
        return True
    if year or anchor.code in {"BC", "TB", "HD", "KHÁC", "QyĐ", "QC", "TTr", "CV"}:
        figures = end - lead.end() - (_AFTER_PLAIN.match(scan.folded, end) is None)
        return anchor.code == "CV" and not year and figures >= _LETTERED  # letters are many: `công văn 2468`
    if scan.text[anchor.start].isupper() and anchor.code in _KNOWN_BY_FIGURES and end - lead.end() > 1:
        return True  # `quán triệt Nghị quyết 847 nghiêm túc`
    return (scan.text[anchor.start].isupper() or anchor.role == "act") and bool(_AFTER_PLAIN.match(scan.folded, end))


def _of_body(scan: Scan, anchor: Anchor, lead: re.Match[str], end: int) -> bool:
    """Whether who issued a document stands right behind its bare number: `Quyết định 51 Bộ Y tế`."""
    named = scan.text[anchor.start].isupper() and scan.text[end : end + 2].strip().isupper() and end - lead.end() > 1
    return named and issuer_at(scan.text, scan.folded, end + 1) is not None


def _of_party(scan: Scan, anchor: Anchor, end: int) -> bool:
    """Whether a rule or guide has a bare number, as the Party's do: `Quy định 4 của Bộ Chính trị`, `ký Quy định 4`."""
    if anchor.code not in {"QyĐ", "HD"} or not scan.text[anchor.start].isupper():
        return False
    if _BY_PARTY.match(scan.folded, end):
        return True
    signed = _SIGNED_NOW.search(scan.folded, max(0, anchor.start - 24), anchor.start) is not None
    return signed and _ABOUT.match(scan.folded, end) is not None


def _met(scan: Scan, anchor: Anchor, first: re.Match[str]) -> bool:
    """Whether the text has cited a document of this type in full whose number begins so (`Chỉ thị 12 nghiêm túc`)."""
    if scan.text[anchor.start].islower() or _UNIT.match(scan.folded, first.end()):
        return False
    return scan.cited.get((str(anchor.code), first.group().lstrip("0")), 0) >= len(first.group())


def _cited(scan: Scan, draft: Draft) -> None:
    """Remember the figures that the number of a full citation begins with, alone and with those of its year."""
    match = _FIGURES.match(draft.number) if draft.kind == "numbered" and draft.number else None
    if match is None:
        return
    for figures in match.group(0, 1):
        key = (draft.type, figures.lstrip("0"))
        scan.cited[key] = max(len(figures), scan.cited.get(key, 0))


def _listed(scan: Scan, span: tuple[int, int], code: str, last: tuple[int, int] | None) -> Draft:
    """One member of a list of numbers; `last` is where the one with a symbol stands, which completes the others."""
    draft = Draft(*span, "numbered" if span == last else "partial", code)
    draft.number_from(scan, *span)
    if last is not None and span != last:
        printed = numbering.printed(scan.text[last[0] : last[1]])
        draft.completed = scan.folded[span[0] : span[1]] + re.sub(r"^\d+[a-zđ]?", "", printed)
    else:
        attach(scan, draft)
    return draft


def _unled(scan: Scan, anchor: Anchor, drafts: list[Draft]) -> list[Draft]:
    """A number without a type word before it: the next of a list, or one whose symbol names the type."""
    left = scan.text[max(0, anchor.start - 40) : anchor.start] if anchor.start < _TOP else ""
    labelled = bool(_HEADED.search(left))
    number = numbering.number_at(scan.text, anchor.start, led=labelled)
    if number is None:
        return []
    left = scan.folded[max(0, anchor.start - 24) : anchor.start]
    previous = drafts[-1] if drafts else None
    listed = previous is not None and previous.continues_to(scan, anchor.start)
    headed = number.type is None and labelled
    known = listed or headed or (number.type is None and _LETTER.search(left) is not None)
    if not known and (number.type is None or _FORM.search(left) or left.endswith(("/", "-", "."))):
        return []
    led = _LED.search(left)
    start = anchor.start - (len(left) - led.start() if led and led.group().strip() else 0)
    code = number.type or "CV"
    spelled = _spelled(scan, anchor.start, code)
    if spelled is not None:
        start = spelled
    if (
        listed
        and previous is not None
        and (
            number.type is None or number.groups[0][:2] in {"QH", "UB"} or _same_symbol(scan, previous, anchor, number)
        )
    ):
        code = previous.type
    draft = Draft(start, number.end, "numbered", code)
    draft.listed = listed
    draft.number_from(scan, anchor.start, number.end)
    attach(scan, draft)
    return [draft]


def _same_symbol(scan: Scan, previous: Draft, anchor: Anchor, number: numbering.Number) -> bool:
    """Whether a number ends as the one before it in the list does: `các quy định 5-QĐ/TW, 6-QĐ/TW`."""
    printed = numbering.printed(scan.text[anchor.start : number.end])
    return previous.number is not None and previous.number.lstrip("0123456789") == printed.lstrip("0123456789")


def _spelled(scan: Scan, position: int, code: str) -> int | None:
    """Where a type word begins that is spelt without its marks (`Nghi quyết sô`) or shortened (`QĐ số`)."""
    back = _spelled_back(scan.folded[max(0, position - _SPELLING) : position], code)
    return None if back is None else position - back


@lru_cache(maxsize=4096)
def _spelled_back(left: str, code: str) -> int | None:
    """How far from the end of `left` such a word begins."""
    match = _SPELLED.search(left)
    if match is None:
        return None
    words = [w for w in re.finditer(r"\w+", match["words"]) if w.group() not in {"số", "sô", "so"}]
    for first in range(len(words)):
        if plain(" ".join(w.group() for w in words[first:])) in spellings(code):
            return len(left) - match.start("words") - words[first].start()
    return None


def _anaphor(scan: Scan, anchor: Anchor) -> list[Draft]:
    """`Chỉ thị này`, `Nghị quyết nêu trên`; a capital type word that begins a sentence as its subject."""
    first = scan.folded[anchor.end : anchor.end + _REACH].lstrip(" ")[:1]
    match = _ANAPHOR.match(scan.folded, anchor.end) if first in _POINTS else None
    if match is None:
        return _of_congress(scan, anchor) or _taking_up(scan, anchor)
    bare = not match.group().strip()
    left = scan.text[max(0, anchor.start - 26) : anchor.start]
    if (bare or match["new"]) and not (scan.text[anchor.start].isupper() and _BARE.search(left)):
        return []
    end = anchor.end if bare else match.end()
    draft = Draft(anchor.start, end, "anaphor", str(anchor.code))
    draft.pointing = "" if bare else match.group().strip()
    return [draft]


def _taking_up(scan: Scan, anchor: Anchor) -> list[Draft]:
    """A bare type word that goes on about what the sentence before tells of: `... Nghị định A. Nghị định thay B`."""
    left = scan.text[max(0, anchor.start - 5) : anchor.start]
    word = scan.text[anchor.start : anchor.end]
    if word[:2] != word[:2].capitalize() or not _TAKES_UP.search(left) or not _DOES.match(scan.folded, anchor.end):
        return []
    draft = Draft(anchor.start, anchor.end, "anaphor", str(anchor.code))
    draft.pointing = "mới"
    return [draft]


def _of_congress(scan: Scan, anchor: Anchor) -> list[Draft]:
    """`Nghị quyết Đại hội` without an ordinal: the resolution of the congress that the text names in full elsewhere."""
    branch = of_a_branch(scan, anchor) if anchor.code == "NQ" else None
    match = _CONGRESS.match(scan.folded, anchor.end) if anchor.code == "NQ" else None
    if match is not None and (known := of_the_congress(scan, anchor.start, match)) is not None:
        return [known]
    if match is None or branch is not None:
        return [branch] if branch is not None else []
    draft = Draft(anchor.start, match.end(), "anaphor", "NQ")
    draft.pointing = match.group().strip()
    return [draft]


def _share(scan: Scan, drafts: list[Draft]) -> None:
    """Issuer and title that stand after the last of several coordinated citations, given to those before it."""
    for i in range(len(drafts) - 1, 0, -1):
        last, before = drafts[i], drafts[i - 1]
        if before.type != last.type or before.kind not in {"numbered", "partial"} or before.issuer or before.title:
            continue
        gap = scan.folded[before.head_stop : last.start]
        if re.fullmatch(r"[ ,]*(?:và )?[ ]*(?:số )?", gap) and last.issuer:
            before.issuer, before.issuer_span, before.term = last.issuer, last.issuer_span, last.term
            before.title, before.title_span = last.title, last.title_span


__all__ = ["Reference", "find"]
