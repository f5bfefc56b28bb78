"""The title that follows a citation: what a document is about, and where that ends."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from loaders.extraction.issuers import issuer_at
from loaders.extraction.lexicon import CAPITALS, act_words, any_case, listed, pattern, words_of
from loaders.extraction.normal import fold
from ontology.model import Value

_S: Final = " {1,24}"
_ABOUT: Final = re.compile(rf",?{_S}(?:(?:về{_S}việc|về|v/v)(?:{_S}:)?{_S}){{1,2}}(?=[\w“\"'‘])")
_QUOTED: Final = re.compile(r"[ ,:]{0,6}[“\"] {0,2}(?:về (?:việc )?)?(?=[\w“\"])")
_SINGLE: Final = re.compile(r"(?<=\w)['’](?!\w)")
_SENT: Final = re.compile(
    rf",?{_S}(?:đã{_S})?gửi{_S}[^.:\n“”\d]{{3,280}}?(?=,?{_S}(?:về{_S}việc|v/v){_S}[\w“\"])", re.IGNORECASE
)
_VERB: Final = pattern(rf",? (?=(?:{listed('title_verb')})(?!\w))")
_SURE_VERB: Final = pattern(rf",? (?=(?:{listed('sure_title')})(?!\w))")
_G: Final = "[ \n]{1,24}"


def _spread(words: str) -> str:
    """Words of a pattern with any gap, line breaks too, between them."""
    return words.replace(" ", _G)


_ACT: Final = _spread(f"(?:{any_case(act_words())})")
# Words that also begin a plain phrase of a title (`..., hướng dẫn thi hành Luật`) end it only as a citation or anaphor.
_STRONG: Final = _spread(f"(?:{any_case(words_of('strong_act'))})")
_FORCE: Final = _spread(f"(?:{any_case(words_of('after_title'))})")
_INITIALS: Final = "".join(
    sorted({c for word in words_of("after_title") for c in (word[0], word[0].upper())} | {*"vVhHtT"})
)
_CLAUSE: Final = _spread(f"(?:{any_case(words_of('clause_after_title'))})")
_LINE: Final = (
    r"Điều \d|Căn cứ|Theo đề nghị|Xét|Thực hiện|\d{1,2}[.)/-] |[a-zđ]\)|[-+•*] |[_=]{3}|Nơi nhận|"
    r"Q[Uu][Yy][Ếế][Tt] (?:ĐỊNH|NGHỊ):|C[Hh][Ưư][Ơơ][Nn][Gg] [IVX]|"
    r"(?:Sáng|Chiều|Tối|Ngày) (?:nay|ngày|\d{1,2})|Hôm nay|"
    r"(?:Số hiệu|Loại văn bản|Nơi ban hành|Ngày ban hành) ?:"
)
# Parts of the next act of a list: `thay thế A về X và khoản 3 Điều 5 B`.
_PART: Final = rf"(?i:(?:điểm{_G}[a-zđ]{_G})?(?:khoản{_G}\d+{_G})?(?:điều|phụ{_G}lục){_G}(?:\d+|[IVX]+))"
_FILLING: Final = re.compile(
    r"(?:quy định|hướng dẫn|sửa đổi|bổ sung|bãi bỏ|thực hiện|triển khai|thi hành|thay thế|chi tiết)", re.IGNORECASE
)
_NEXT_LINE: Final = rf"[ \n]{{0,40}}\n| {{0,40}}(?:{_LINE}|[{CAPITALS}]{{2}}[{CAPITALS} ,.-]{{4,90}}\n)"
_WORDS: Final = (
    rf"(?=[{_INITIALS}])(?:"
    rf"(?:[vV](?i:à)|[hH](?i:oặc))"
    rf"(?={_G}(?i:(?:các|tại|theo|của|tinh{_G}thần){_G})?{_ACT}{_G}"
    rf"(?i:số|sửa đổi|\d|này|ngày|đại{_G}hội|hội{_G}nghị|trung{_G}ương|tw|t\.ư))|"
    rf"(?<!\d )[vV](?i:à)(?={_G}{_PART}{_G}(?:(?:của|tại){_G})?{_ACT}{_G}(?i:số{_G})?\d)|"
    rf"(?:[vV](?i:à{_G}))?[tT](?i:hay{_G}thế(?:{_G}cho)?)(?={_G}(?i:các{_G})?{_ACT}(?!\w))|"
    rf"{_FORCE}(?!\w))|(?=[XT](?:ét|heo){_G}đề{_G}nghị(?!\w))|"
    rf"(?=do{_G}[{CAPITALS}][^.;:\n]{{2,60}}{_G}(?:tổ{_G}chức|chủ{_G}trì|phối{_G}hợp)(?!\w))"
)
_NEXT_PART: Final = re.compile(_G + _PART)
_BRACKET: Final = (
    r"(?= ?(?:sau đây|gọi|dưới đây|viết|[Bb]an hành|được|[Tt]hay thế|kèm|đã|thuộc|trong|theo|[a-z]\)))|"
    rf"(?= ?{_ACT}{_G}(?i:số{_G})?\d)"
)
# A fronted phrase ends where somebody acts: `Thực hiện D về T, Công an huyện đã ...`, `..., các xã, thôn đã ...`.
_SOMEBODY: Final = (
    rf"(?:[{CAPITALS}][^\W\d_]*|(?:các|toàn) (?:cấp|ngành|xã|phường|huyện|tỉnh|địa phương|đơn vị|cơ quan|sở|thôn)"
    r"|xã|phường|huyện|tỉnh|thành phố|thị xã|quận|thôn|ông|bà|đồng chí|ngành)"
)
_ACTED: Final = r"đã (?!được|bị|có hiệu lực|hết hiệu lực|nghỉ|giải thể|sáp nhập)"
_ACTS_NEXT: Final = _spread(rf"(?={_SOMEBODY}(?: [^\W\d_]+){{0,8}}(?:, [^\W\d_]+(?: [^\W\d_]+){{0,4}})? {_ACTED})")
_AFTER_COMMA: Final = (
    rf"{_ACTS_NEXT}|"
    rf"(?={_CLAUSE}(?!\w)|(?i:các{_G})?{_STRONG}(?!\w))|"
    rf"(?=(?i:các{_G})?{_ACT}{_G}(?i:số|\d|này|ngày|nêu{_G}trên)(?!\w))"
)


@cache
def _break() -> re.Pattern[str]:
    """Where a title may end; compiled when the first title is read, since importing must be quick.

    One set of characters begins every break: `re` then skips all others without trying the alternatives.
    """
    return re.compile(
        r"[;:.“”\"(), \n](?:"
        rf"(?<=\n)(?:{_NEXT_LINE})|(?:(?<=,){_G}|(?<=[ \n])[ \n]{{0,23}})(?:{_WORDS})|"
        r"(?<! )(?:(?<=[;:“”\")])|(?<=\.)(?= |\n|/|$|”|\")|"
        rf"(?<=\()(?:{_BRACKET})|(?<=,){_G}(?:{_AFTER_COMMA})))"
    )


_PARAGRAPH: Final = re.compile(r"\n[ ]{0,9}\n")  # a quotation that is not closed before one has lost its mark
_NEAR: Final = 26  # within which what leads to a title begins
_MOST: Final = 900
_AHEAD: Final = 120
_QUOTATION: Final = 400
_LINE_LENGTH: Final = 100


class Title(Value, frozen=True, gc=False):
    """A title: where its words stand, and where the whole ends (with the closing quote, if any)."""

    start: int
    end: int
    stop: int


def title_at(breaks: Breaks, folded: str, position: int, *, full: bool) -> Title | None:
    """The title that follows a citation that ends at `position`.

    `full` says whether the citation states a date or an issuer: only then may a bare verb begin a title.
    """
    near = folded[position : position + _NEAR]
    about = _ABOUT.match(folded, position) if "v" in near else None
    if about:
        return _ending(breaks, folded, about.end(), quoted=False)
    quoted = _QUOTED.match(folded, position) if "“" in near or '"' in near else None
    if quoted:
        return _ending(breaks, folded, quoted.end(), quoted=True)
    verb = (_VERB if full else _SURE_VERB).match(folded, position)
    if verb and "\n" in breaks.text[position : verb.end()] and breaks.text[verb.end()].isupper():
        return None  # a paragraph of its own
    return _ending(breaks, folded, verb.end(), quoted=False) if verb else None


def addressed(folded: str, position: int) -> int:
    """Where those to whom a letter cited before `position` is sent end, if its subject follows them."""
    match = _SENT.match(folded, position)
    return match.end() if match else position


def _ending(breaks: Breaks, folded: str, start: int, *, quoted: bool) -> Title | None:
    text = breaks.text
    if not quoted and folded[start : start + 1] in '“"':
        about = re.compile(r"[“\"] {0,2}(?:về (?:việc )?)?").match(folded, start)
        start, quoted = (about.end() if about else start + 1), True
    limit = min(len(text), start + _MOST)
    if folded[start : start + 1] in {"'", "‘"}:
        single = _SINGLE.search(text, start + 1, limit)
        start += 1
        if single:
            return Title(start, _trim(text, start, single.start()), single.end())
    if quoted:
        close = re.compile('[”"]').search(text, start, limit)
        if close and not _PARAGRAPH.search(text, start, close.start()):
            return Title(start, _trim(text, start, close.start()), close.end())
    end = stop_of(breaks, start, limit)
    return Title(start, end, end) if end - start >= 3 else None


class Breaks:
    """Where titles of one text may end. Titles nest and are asked for in order: the last answer serves those inside."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.start = self.reached = 0
        self.match: re.Match[str] | None = None

    def next(self, position: int, limit: int) -> re.Match[str] | None:
        """The first break at `position` or after it, before `limit`."""
        if self.match is not None and self.start <= position <= self.match.start():
            return self.match if self.match.start() < limit else None
        if self.match is not None or not self.start <= position <= self.reached:
            self.start = self.reached = position
            self.match = None
        if limit > self.reached:
            self.match = _break().search(self.text, self.reached, limit + _AHEAD)
            if self.match is not None and self.match.start() >= limit:
                self.match = None
            self.reached = limit
        return self.match


def stop_of(breaks: Breaks, start: int, limit: int) -> int:
    """Where running words of a title that begins at `start` end."""
    text, position = breaks.text, start
    while (match := breaks.next(position, limit)) is not None:
        beyond = _beyond(text, start, match)
        if beyond is None:
            return _trim(text, start, match.start())
        position = beyond
    return _trim(text, start, limit)


def _beyond(text: str, start: int, match: re.Match[str]) -> int | None:
    """Where the title goes on after a mark that does not end it: a quotation or parenthesis of its own."""
    mark, end = match.group(), match.end()
    if mark == ")":
        return end if _opened(text, start, match.start()) else None
    if mark.endswith("và") and _NEXT_PART.match(text, end) and _FILLING.match(text, start):
        return end  # `hướng dẫn khoản 1 Điều 5 A và khoản 2 Điều 6 B`: what the act fills in
    if "\n" in mark and mark.isupper() and text[start : match.start()].isupper():
        return _shouted(text, match)
    return _quotation_end(text, match) if mark in {"“", '"'} else None


def _quotation_end(text: str, match: re.Match[str]) -> int | None:
    """Where the quoted words end that the mark opens; None where it closes those that the title stands in.

    `Báo cáo "Kiểm điểm việc thực hiện D về X"`: the name of D ends with the quoted words.
    """
    mark, end = match.group(), match.end()
    if mark == '"' and _closes(text, match.start()):
        return None
    close = text.find("”", end, end + _QUOTATION)
    if close < 0 and mark == '"':
        close = text.find('"', end, end + _QUOTATION)
    return close + 1 if close >= 0 else None


def _closes(text: str, position: int) -> bool:
    """Whether the plain mark at `position` closes words that one before it in the line has opened."""
    line = text.rfind("\n", 0, position) + 1
    return text.count('"', max(line, position - _MOST), position) % 2 == 1 and not text.startswith('"', position + 1)


def _shouted(text: str, match: re.Match[str]) -> int | None:
    """A title in capitals goes on over a line in capitals that names no body."""
    lead = len(match.group()) - len(match.group().lstrip())
    begin = match.start() + lead
    line = text[begin : begin + _LINE_LENGTH]
    return None if issuer_at(line, fold(line), 0) else match.end() - 1


def _opened(text: str, start: int, end: int) -> bool:
    return text.count("(", start, end) > text.count(")", start, end)


def _trim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " \n,.;:-_":
        end -= 1
    return end


@lru_cache(maxsize=2048)
def words(text: str, most: int = 200) -> str | None:
    """A title as the contract gives it: single spaces, no gap before punctuation, at most `most` characters."""
    plain = " ".join(text[: most * 3].split())
    for mark in ",.;:)":
        plain = plain.replace(" " + mark, mark)
    plain = plain.strip(" ,;:")
    return plain[:most].strip() or None
