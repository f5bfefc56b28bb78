"""The instrument whose own text a source is: known by its letterhead, its first line, or by how its body speaks."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from loaders.extraction import announced, dates, spoken, titles
from loaders.extraction.issuers import Issuer, issuer_at
from loaders.extraction.lexicon import CAPITALS, SMALL, alternatives, listed, pattern, table
from loaders.extraction.normal import fold
from loaders.extraction.reference import Draft, Reference
from ontology.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_CODES: Final = {fold(row["word"]): row["code"] for row in table("types") if row["role"] != "letter"}
_WORDS: Final = alternatives(_CODES)
_NAMED: Final = {row["name"].upper() for row in table("issuers") if row["kind"] != "head"}
_BODIES: Final = (_NAMED - {"TỈNH", "THÀNH PHỐ", "ĐẢNG", "TRUNG ƯƠNG", "NHÀ NƯỚC"}) | {"BỘ", "UỶ BAN NHÂN DÂN"}
_S: Final = " {0,40}"
_HEAD: Final = 4500
_BELOW: Final = 400
_SHORTEST: Final = 6
_BESIDE: Final = 50
_LAST: Final = 40
_FOOT: Final = 200
_MOTTO: Final = pattern(
    r"cộng hòa xã hội chủ nghĩa việt nam[ \n|_-]{0,60}độc lập|độc lập ?- ?tự do|"
    r"đảng cộng sản việt nam(?=[ \n|_-]{1,90}[^\n]{2,60}ngày)"
)
_PARTY: Final = "Đảng Cộng sản Việt Nam"  # in a letterhead it is a motto
_LABEL: Final = pattern(rf"(?:số|sô){_S}:?{_S}$")
_TYPE: Final = pattern(rf"(?<!\w)(?:{_WORDS})(?![^\W\d])")
_FIRST: Final = pattern(rf"\s{{0,40}}(?P<word>{_WORDS}) {{1,9}}(?P<title>[^\n]{{4,900}})")
_NEWS: Final = pattern(r"mới(?: nhất)?(?!\w)")  # `Quy định mới về ...`: a headline
_DATE: Final = pattern(rf"(?:,|;|^){_S}ngày {{1,24}}(?=\d)")
_GROUND: Final = pattern(rf"(?<!\w)(?:{listed('ground')})(?!\w)")
_GROUNDED: Final = pattern(rf"(?<!\w)căn cứ (?:{_WORDS})(?!\w)")
_ENACT: Final = pattern(rf" (?:ban {{1,9}}hành|xây {{1,9}}dựng) {{1,24}}(?={_WORDS})")
_ARTICLE: Final = pattern(r"(?m)^ {0,40}Điều \d{1,3}[. :]")
_GROUNDS: Final = pattern(r"(?m)^ {0,40}Căn cứ ")
_SECTION: Final = pattern(r"(?m)^ {0,40}(?:[IVX]{1,4}|\d{1,2})\. ?\S")
_CLAUSE: Final = pattern(r"(?:^|[\n;.:])\s*(?=\w)")
_SITTING: Final = pattern(r"[ ,\n]*(?:khóa|kỳ họp)[^\n]*")
_CONSOLIDATED: Final = pattern(
    r"(?:được|đã được) {1,9}sửa {1,9}đổi, {0,9}bổ {1,9}sung {1,9}(?:bởi|theo) ?:|"
    r"văn {1,9}bản {1,9}này {1,9}được {1,9}hợp {1,9}nhất {1,9}từ"
)
_OWNED: Final = pattern(r"(?:CỦA|DO|BỞI|VÀ|THUỘC|VỚI|CHO|VỀ|TẠI|THEO|,|-)\s*$")
_ADDRESSED: Final = pattern(r"kính gửi ?:")
_SUBJECT: Final = pattern(r"(?:v/v|về việc) ?:? ?")
_LETTER_END: Final = re.compile(r"\n[ ]*\n|\n[ ]*(?=Kính gửi|[^\n,]{2,40}, ngày|CỘNG HÒA|Độc lập)|(?= *Kính gửi)|$")
_LINE_START: Final = re.compile(r"(?m)^[ ]*(?=[^\W\d_])|[-|] +(?=[^\W\d_])")
_TOP_LINE: Final = re.compile(rf"\s{{0,200}}[{CAPITALS}]{{2,8}}(?: [{CAPITALS}]{{1,8}}){{0,4}}\d?[ ]*\n")
_SHOUTED: Final = re.compile(rf"(?<=[{SMALL}]) *\n[ ]*(?=[{CAPITALS}]{{2}}[{CAPITALS} ,.-]{{4,90}}\n)")
# What is consolidated, cited right under the title; a title in capitals that a sentence in small letters runs on from.
_NUMBERED_NEXT: Final = re.compile(
    r"\s*\n\s*(?=(?:Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Thông tư|Thông tư liên tịch)"
    r"(?: [^\n]{0,120})? số:? ?\d)"
)
_CALMED: Final = re.compile(
    rf"(?P<title>[{CAPITALS}][{CAPITALS} ,.;:()/\d\n-]{{10,400}}?[{CAPITALS}\d)]) (?=[{CAPITALS}][{SMALL}]+ [{SMALL}])"
)
_CHARGES: Final = re.compile(r"trách nhiệm (?:tổ chức )?(?:thi hành|thực hiện)\s*$")
_LAST_WORDS: Final = 1_000
_RULE: Final = pattern(r"[ \n_*=-]+")
_FOOTNOTE: Final = re.compile(r"(?:\[\d{1,2}\]|\(\d{1,2}\)|\d{1,2})(?=\s)")  # its mark, on the word for the type
_PLACE: Final = pattern(rf"{_S}của{_S}")
_ABOUT: Final = pattern(rf"[ ]{{0,40}}(?:về{_S}việc|v/v|về)(?:{_S}:)?{_S}")
_LINES: Final = pattern(
    r"\n[ ]*\n|[_=*-]{3}|"
    r"\n[ ]*(?=[-–+*]? ?căn cứ|(?:theo đề nghị|(?-i:Thực hiện |Để )|chương i(?!\w)|điều 1(?!\d)|"
    r"kính gửi|\(|(?-i:I)\. ))|"
    rf"(?<=[{CAPITALS}]) +(?=(?-i:Căn cứ ))|$",
    re.IGNORECASE,
)


def own_reference(text: str, folded: str, references: Sequence[Reference]) -> Reference | None:
    """The reference by which the source says which instrument it is; None where it is nobody's own text."""
    head = _letterhead(text, folded, references)
    if head is not None and (head.number is not None or head.type == "VBHN"):
        return head
    titled = _first_line(text, folded) if head is None else None
    if titled is not None:
        return titled
    begin = head.start if head is not None else len(text)
    body = spoken.own(text[:begin], folded[:begin])
    if body is None or (head is not None and head.type == body.type):
        return head or announced.own_reference(text, folded)
    return spoken.numbered(body, text, folded, references)  # a head below the body is that of an annex


def charged(folded: str, reference: Reference) -> bool:
    """Whether the last words charge bodies with the text itself by a wrong type: `chịu trách nhiệm thi hành`."""
    late = len(folded) - reference.start < _LAST_WORDS and reference.pointing == "này"
    return late and _CHARGES.search(folded, max(0, reference.start - 40), reference.start) is not None


def _letterhead(text: str, folded: str, references: Sequence[Reference]) -> Reference | None:
    """Motto, number, place and date, the type in capitals, the title: the head of an official document."""
    motto = _MOTTO.search(folded, 0, _HEAD)
    number = _own_number(text, folded, references)
    if motto and number is None and _TOP_LINE.match(text) and motto.start() > _BELOW:
        motto = None  # a stamp at the foot of the page
    if motto is None and number is None and not _TOP_LINE.match(text):
        return None
    anchor = (
        0
        if motto is None and number is None
        else min(p for p in (motto.start() if motto else None, number.start if number else None) if p is not None)
    )
    consolidated = folded[: anchor + 900].find("văn bản hợp nhất")
    word = _type_line(text, folded, max(motto.end() if motto else 0, number.end if number else 0, 0), anchor)
    letter = _ADDRESSED.search(folded, anchor, anchor + 2500)
    if word and _late(text, word.start(), anchor, number, letter):
        word = None
    raised = _raised(text, folded, number) if word is None and number else None
    word = word or raised
    if word is None and number and number.type == "CV":
        return _official_letter(text, folded, number, anchor, letter)
    if word is None and number is None:
        return None
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
        body = _titled(draft, text, folded, word.end())
    _issued(draft, text, folded, anchor, body)
    return draft.reference()


def _raised(text: str, folded: str, number: Reference) -> re.Match[str] | None:
    """The word of the type alone in its line above the grounds, where a text layer gives the letterhead below them."""
    for match in _TYPE.finditer(folded, 0, number.start):
        line = text[text.rfind("\n", 0, match.start()) + 1 : (text.find("\n", match.end()) + 1 or len(text))].strip()
        alone = line == text[match.start() : match.end()] and line.isupper()
        if alone and _CODES[re.sub(" +", " ", match.group())] == number.type:
            return match if _GROUNDS.search(text, match.end(), number.start) else None
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
    grounds = _GROUNDS.search(text, anchor, anchor + 1800) if number else None
    enacting = number is not None and grounds is not None and number.end < grounds.start() < word
    return enacting or (letter is not None and word > letter.start())


def _official_letter(text: str, folded: str, number: Reference, anchor: int, end: re.Match[str] | None) -> Reference:
    """A letter: no word for its type, its subject after `V/v` beside the number."""
    draft = Draft(number.start, number.end, "own", "CV")
    draft.number, draft.number_span = number.number, number.number_span
    _dated(draft, folded, 0, (end.start() if end else number.end + 900))
    about = _SUBJECT.search(folded, number.end, number.end + 400)
    if about:
        stop = _LETTER_END.search(text, about.end(), about.end() + 600)
        last = stop.start() if stop else about.end()
        draft.title, draft.title_span = titles.words(text[about.end() : last]), Span(about.end(), last)
    found = _heading(text, folded, anchor, number.start)
    if found:
        draft.issuer, draft.issuer_span, draft.term = found[1].name, Span(found[0], found[1].end), found[1].term
    return draft.reference()


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
        fresh = not left.rpartition("\n")[2].strip(" -_|*.") or bool(_MOTTO.search(fold(left)))
        own_line = reference.start > 0 or "\n" in text[reference.start : span.start]
        if fresh and (words.startswith(("số", "sô")) or (":" in words and own_line)):
            return reference
    return None


def _type_line(text: str, folded: str, position: int, anchor: int) -> re.Match[str] | None:
    """The word of the type in capitals: after number and motto, else after the first of them."""
    for begin in (position, anchor):
        for match in _TYPE.finditer(folded, begin, begin + 1800):
            if match.group().startswith("văn bản"):
                continue
            if text[match.start() : match.end()].isupper():
                return match
    return None


def _code(word: re.Match[str] | None, number: Reference | None) -> str:
    if word:
        return _CODES[re.sub(" +", " ", word.group())]
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


def _titled(draft: Draft, text: str, folded: str, position: int) -> int:
    """Title (and an issuer that the type line names: `CHỈ THỊ CỦA ...`) after the type's word; where they end."""
    if mark := _FOOTNOTE.match(text, position):
        position = mark.end()
    of = _PLACE.match(folded, position)
    issuer = issuer_at(text, folded, of.end()) if of else None
    if of and issuer:
        draft.issuer, draft.issuer_span = issuer.name, Span(of.end(), issuer.end)
        position = issuer.end
    start = pattern(r"\s*").match(text, position).end()  # type: ignore[union-attr]
    about = _ABOUT.match(folded, start)
    start = about.end() if about else start
    end = _LINES.search(text, start, start + 1500)
    stop = end.start() if end else start
    shout = _SHOUTED.search(text, start, stop + 1)
    if shout:
        stop = shout.start()
    named = _NUMBERED_NEXT.search(text, start, stop + 1) if draft.type == "VBHN" else None
    named = named or _CALMED.match(text, start, stop + 1)
    if named:
        stop = named.end("title") if "title" in named.re.groupindex else named.start()
    trailing = _trailing(text, folded, start, stop)
    if trailing:
        stop = trailing[0]
        draft.issuer, draft.issuer_span = trailing[1].name, Span(trailing[0], trailing[1].end)
    if stop - start >= 4:
        draft.title = titles.words(text[start:stop])
        draft.title_span = Span(start, stop)
    return stop


@cache
def _trailing_bodies() -> re.Pattern[str]:
    """Where a body in capitals begins; compiled when first asked for, since importing must be quick."""
    return re.compile(rf"(?<![^\W_])(?=(?:{alternatives(_BODIES)})\b)")


def _trailing(text: str, folded: str, start: int, stop: int) -> tuple[int, Issuer] | None:
    """The body in capitals that a title in capitals runs into, where no rule or blank line parts them."""
    for match in _trailing_bodies().finditer(text, max(start + 4, stop - 120), stop):
        issuer = issuer_at(text, folded, match.start())
        if issuer is None or len(issuer.name) < _SHORTEST or _OWNED.search(text[start : match.start()]):
            continue
        if not _SITTING.sub("", folded[issuer.end : stop]).strip():
            return match.start(), issuer
    return None


def _issued(draft: Draft, text: str, folded: str, anchor: int, body: int) -> None:
    """Who issued: the body before the grounds, else who `ban hành` in the enacting sentence, else the letterhead."""
    ground = _GROUND.search(folded, body, body + 1500)
    found = _standing(text, folded, body, ground.start()) if ground else None
    found = found or (_enacting(text, folded, body, draft.type) if draft.issuer is None else None)
    heading = _heading(text, folded, anchor, draft.start)
    if found is None and draft.issuer is None:
        found = heading
    if found and heading and _whole(heading[1].name).startswith(_whole(found[1].name) + " "):
        found = heading
    fuller = _above_ground(text, folded, body, ground.start()) if found == heading and found and ground else None
    if found and fuller and fuller[1].name.lower().startswith(found[1].name.lower() + " "):
        found = fuller
    if found:
        start, issuer = found
        draft.issuer, draft.issuer_span, draft.term = issuer.name, Span(start, issuer.end), issuer.term


def _whole(name: str) -> str:
    """A folded name with the usual abbreviations of councils and committees written out."""
    return fold(name).replace("ubnd", "ủy ban nhân dân").replace("hđnd", "hội đồng nhân dân")


def _standing(text: str, folded: str, start: int, end: int) -> tuple[int, Issuer] | None:
    """A body that stands alone between title and grounds, or ends a title that runs into it."""
    lead = _RULE.match(text, start)
    start = lead.end() if lead else start
    issuer = issuer_at(text, folded, start)
    rest = _SITTING.sub("", folded[issuer.end : end]) if issuer else ""
    if issuer and not rest.strip(" \n_*-:,") and text[start].isupper():
        return start, issuer
    return None


def _above_ground(text: str, folded: str, start: int, end: int) -> tuple[int, Issuer] | None:
    """The body that stands alone in the line right above the grounds."""
    line = text.rfind("\n", start, len(text[:end].rstrip(" \n"))) + 1
    return _standing(text, folded, line, end) if line else None


def _enacting(text: str, folded: str, start: int, code: str) -> tuple[int, Issuer] | None:
    """Who `ban hành` an act of this type in a sentence of its own: the widest body that ends right before the verb."""
    for match in _ENACT.finditer(folded, start, start + 14000):
        word = _TYPE.match(folded, match.end() + 1) or _TYPE.match(folded, match.end())
        if word is None or _CODES[re.sub(" +", " ", word.group())] != code:
            continue
        begin = max(start, match.start() - 160)
        for lead in _CLAUSE.finditer(text, begin, match.start()):
            issuer = issuer_at(text, folded, lead.end())
            if issuer and not text[issuer.end : match.start()].strip():
                return lead.end(), issuer
    return None


def _heading(text: str, folded: str, anchor: int, number: int) -> tuple[int, Issuer] | None:
    """The last body that the letterhead names in capitals (`UBND TỈNH X`, then `SỞ Y`: the department issues)."""
    found: tuple[int, Issuer] | None = None
    for match in _LINE_START.finditer(text, 0, max(anchor, number)):
        if found and match.end() < found[1].end:
            continue
        issuer = issuer_at(text, folded, match.end())
        if (
            issuer
            and issuer.name != _PARTY
            and _stands(text, match.end(), issuer.end)
            and not _MOTTO.match(folded, match.end())
            and not folded.startswith("hội chủ nghĩa việt nam", match.end())
        ):
            found = (match.end(), issuer)
    return found


def _stands(text: str, start: int, end: int) -> bool:
    """Whether a name is written as letterheads are: in capitals, or alone on its line."""
    return text[start:end].isupper() or not text[end : end + 200].partition("\n")[0].strip()


def _first_line(text: str, folded: str) -> Reference | None:
    """A first line that is a type word and a title, over a text in articles or with grounds."""
    match = _FIRST.match(folded)
    if match is None or not text[match.start("word")].isupper() or _NEWS.match(match["title"]):
        return None
    if not (_ARTICLE.search(text) or _GROUNDS.search(text)) and not (
        _SECTION.search(text) and re.search(rf"{re.escape(match['word'])} {{1,9}}này(?!\w)", folded)
    ):
        return None
    if re.match(r"(?:số|sô) ?:? ?\d|\d", match["title"]) and not spoken.ACTS.search(folded):
        return None
    code = _CODES[re.sub(" +", " ", match["word"])]
    draft = Draft(match.start("word"), match.end("word"), "own", code)
    _titled(draft, text, folded, match.end("word"))
    return draft.reference() if draft.title else None
