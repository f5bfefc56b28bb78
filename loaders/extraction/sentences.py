"""The blocks of a text: its paragraphs, headings and list items, with broken lines joined again.

A block is what one clause machine reads in one go. Text layers of PDF files break lines anywhere, so a line that goes
on in small letters, or that follows a full line of a wrapped text, belongs to the block before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from loaders.extraction.lexicon import CAPITALS
from ontology.model import Value

if TYPE_CHECKING:
    from collections.abc import Iterable

PLAIN: Final = 9
"""Level of a paragraph without a marker: below every item."""
QUOTED: Final = 10
"""Added to the level of what stands inside quoted text that replaces another's: it divides that text, not this one."""
DIVISION: Final = 0
ARTICLE: Final = 1
_MARK: Final = re.compile(
    r"[ ]*[\"“]?[ ]*(?:(?P<division>(?:Chương|CHƯƠNG|Phần|PHẦN|Mục|MỤC|Phụ lục|PHỤ LỤC)[ ]+[IVXLC\d]{1,5}\b[.:]?)"
    r"|(?P<article>(?:Điều|ĐIỀU)[ ]{1,4}\d{1,4}[a-zđ]?[ ]?[.:\-]|[IVX]{1,5}[ ]?[.\-/)](?=[ ]))"
    r"|(?P<bare>(?:Điều|ĐIỀU)[ ]{1,4}\d{1,4}[a-zđ]?(?=[ ]*(?:\n|$)))"
    r"|(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}[ ]?(?:[.)/](?!\d)|-[ ]))"
    r"|(?P<letter>[a-zđ]\d?[ ]?[.)](?=[ ]))"
    r"|(?P<dash>[-+*•·](?=[ ])))[ ]*"
)
_LETTERS: Final = frozenset("CPMĐIVXabcdefghijklmnopqrstuvwxyzđ")
"""The letters that a marker (`_MARK`) may begin with: a line that begins with another is not matched."""
_LEVELS: Final = {"division": DIVISION, "article": ARTICLE, "bare": ARTICLE, "number": 2, "letter": 3, "dash": 4}
_FRESH: Final = re.compile(
    r"(?:Căn cứ (?:Hiến pháp|Luật|Bộ luật|Pháp lệnh|Nghị|Quyết|Thông|Chỉ thị|Kết luận|Điều|vào)"
    r"|(?:Thay thế|Bãi bỏ|Hủy bỏ) (?:[Mm]ẫu|cụm từ|Phụ lục|phụ lục|[Đđ]iều|điểm|khoản|một số|toàn bộ|các))(?!\w)"
)  # words that open a paragraph, below a title as wide as the page
_TERMINAL: Final = frozenset('.;:!?”"…/)')
_NARROW, _WIDE, _WORDS = 55, 150, 12
_SHOUTED = 40  # so long are lines of a heading in capitals, and no line of a letterhead
_SYLLABLE: Final = re.compile(rf"(?!(?:LUẬT|LỆNH|[IVXLC]+)$)[{CAPITALS}]{{2,6}}")
_SHORTEST: Final = 6  # letters of a syllable at most
_BRACKET: Final = 90
_SLACK: Final = 6
"""Full lines differ by so many characters, for letters are of different widths."""
_OPEN_END: Final = re.compile(
    r"(?<=\w) (?:của|tại|theo|và|hoặc|về|trong|bởi|với|CỦA|TẠI|THEO|VÀ|BỞI|SỐ)$|(?<!\w)[Cc]ăn cứ$"
)
_OPEN_ENDS: Final = (
    *(" của", " tại", " theo", " và", " hoặc", " về", " trong", " bởi", " với", "ăn cứ"),
    *(" CỦA", " TẠI", " THEO", " VÀ", " BỞI", " SỐ"),
)
_PARTED: Final = (
    *((" SỬA", "ĐỔI"), (" BỔ", "SUNG"), (" BÃI", "BỎ"), (" THAY", "THẾ"), (" HƯỚNG", "DẪN")),
    *((" QUY", "ĐỊNH"), (" CHI", "TIẾT"), (" THỰC", "HIỆN"), (" THI", "HÀNH"), (" KÈM", "THEO")),
)
_PARTED_ENDS: Final = tuple(first for first, _ in _PARTED)
_SECONDS: Final = frozenset(second[0] for _, second in _PARTED)
_LONGEST_QUOTE: Final = 12_000


class Block(Value, frozen=True, gc=False):
    """A paragraph or item: `start:end` without outer spaces; its words begin at `body`, after the marker, if any."""

    start: int
    end: int
    body: int
    level: int


class _Line(Value, frozen=True, gc=False):
    start: int
    end: int
    body: int
    level: int
    blank_before: bool


def blocks(text: str, unbroken: Iterable[tuple[int, int]] = ()) -> list[Block]:
    """The blocks of `text` in order; none ends inside one of the stretches `unbroken`, which are sorted."""
    lines = _lines(text)
    width = _width(text, lines)
    spans = deque(unbroken)
    kept = 0
    found: list[Block] = []
    last: _Line | None = None
    for line in lines:
        start, level = line.start, line.level
        while spans and spans[0][0] < start:
            kept = max(kept, spans.popleft()[1])
        # An item that is no article goes on with nothing but a name that is broken at its hyphen.
        item = level != PLAIN and level % QUOTED != PLAIN and (line.blank_before or text[start] not in _GOES_ON)
        if last is not None and (kept > start or (not item and _continues(text, last, line, width))):
            open_ = found[-1]
            found[-1] = Block(open_.start, line.end, open_.body, open_.level)
        else:
            found.append(Block(start, line.end, line.body, level))
        last = line
    return found


def _lines(text: str) -> list[_Line]:
    found = []
    offset, blank, ended, quoted, quotes = 0, True, True, 0, _Quotes(text)
    for raw in text.split("\n"):
        bare = raw.strip()
        if bare:
            size, first = len(bare), bare[0]
            start = offset if raw[0] == first else offset + len(raw) - len(raw.lstrip())
            end = start + size
            plain = first.isalpha() and first not in _LETTERS
            mark = None if plain else _MARK.match(text, start)
            if mark and mark.lastgroup == "bare" and not (blank or ended):
                mark = None  # a line that a page has broken before and behind a citation
            level = _LEVELS[mark.lastgroup] if mark and mark.lastgroup else PLAIN
            if not quoted and first in _QUOTES:
                quoted = quotes.end(start)
            found.append(_Line(start, end, mark.end() if mark else start, level + QUOTED * (quoted > start), blank))
            quoted = quoted if quoted > end else 0
            ended = bare[-1] in _TERMINAL
        blank = not bare
        offset += len(raw) + 1
    return found


_QUOTES: Final = '“"'


class _Quotes:
    """Finds where quotations close, each stretch of the text looked at once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.close = {"“": 0, '"': 0}

    def end(self, start: int) -> int:
        """Where the quotation ends that the line at `start` opens with; 0 where it opens none that closes in reach."""
        mark = self.text[start]
        if 0 <= self.close[mark] <= start:
            self.close[mark] = self.text.find("”" if mark == "“" else mark, start + 1)
        close = self.close[mark]
        if mark == "“" and (close < 0 or self.text.find("\n“", start + 1, close) >= 0):
            stop = self.text.find("\n“", start + 1, start + _LONGEST_QUOTE)  # some close “ with the plain mark
            close = self.text.find('"', start + 1, stop if stop >= 0 else start + _LONGEST_QUOTE)
        if close < 0 or close - start > _LONGEST_QUOTE or self.text.startswith("Căn cứ ", start + 1):
            return 0  # grounds that a note tells of replace nothing
        return close


def _width(text: str, lines: list[_Line]) -> int:
    """How many characters a full line holds where a page broke the lines and not their author; else 0."""
    lengths = sorted([line.end - line.start for line in lines])
    wide = len(lengths) - bisect_right(lengths, _WIDE)
    broken = len(
        [
            after
            for line, after in pairwise(lines)
            if not after.blank_before and text[line.end - 1] not in _TERMINAL and text[after.start].islower()
        ]
    )
    return lengths[len(lengths) * 9 // 10] if broken >= 3 and broken > 4 * wide else 0


def _parted(text: str, line: _Line, after: _Line) -> bool:
    """Whether a line breaks a verb in capitals in two: `ĐƯỢC SỬA` and `ĐỔI, BỔ SUNG BỞI THÔNG TƯ SỐ 7`."""
    if not text.endswith(_PARTED_ENDS, line.start, line.end):
        return False
    return any(
        text.startswith(second, after.start) and text.endswith(first, line.start, line.end) for first, second in _PARTED
    )


def _open(text: str, start: int, end: int) -> bool:
    """Whether a line ends with a word that leads on, or inside brackets opened near its end: `(sau đây viết tắt là`."""
    place = text.rfind("(", max(start, end - _BRACKET), end)
    if place >= 0 and text.find(")", place, end) < 0:
        return True
    return text.endswith(_OPEN_ENDS, start, end) and _OPEN_END.search(text, max(start, end - 12), end) is not None


_HYPHENED: Final = re.compile(r"- {0,3}Thương binh(?!\w)")  # the ministry's name, broken before its hyphen
_GOES_ON: Final = "-Đ"
_ISSUES: Final = re.compile(r"(?<!\w)(?:ban hành|phê duyệt|thực hiện|triển khai)$")
_ACT: Final = re.compile(
    r"(?:Chương trình|Kế hoạch|Đề án|Chiến lược|Quy chế|Quy định|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Kết luận"
    r"|Thông tư|Luật|Bộ luật|Pháp lệnh|Điều lệ) [^\W\d_]"
)
# `... tại khoản 2` and, in the next line, `Điều 10.` or `Điều 78; bỏ`: what is cited, not an article that begins.
_CITES_ON: Final = re.compile(r"(?<!\w)(?:tại|của|theo|(?:khoản|điểm) \w{1,2})$")


def _continues(text: str, last: _Line, line: _Line, width: int) -> bool:
    """Whether `line` goes on with the sentence that `last` left open, in a text of lines of `width`, if it has one."""
    wrapped = width > 0
    first, end, size = text[line.start], text[last.end - 1], last.end - last.start
    cites = first == "Đ" and _cites_on(text, last, line)
    if line.level % QUOTED != PLAIN or (cites and not line.blank_before):
        # `_GOES_ON` has what these begin with, where the line is an item.
        named = _HYPHENED.match(text, line.start) is not None and text.endswith("Lao động", 0, last.end)
        return not line.blank_before and (named or cites)
    if first.islower() or (first == "(" and wrapped):
        return end not in ".:!?/" and (wrapped or end != ";")
    if line.blank_before:
        return False
    open_ = _open(text, last.start, last.end) or (size >= _NARROW and _waits(text, last.end, line.start))
    open_ = open_ or (first in _SECONDS and _parted(text, last, line))
    broken = size <= _SHORTEST and _broken(text, last, line)
    if open_ or (broken and end not in _TERMINAL and not _FRESH.match(text, line.start)):
        return True  # `THỰC` and `HIỆN NGHỊ QUYẾT`: a title in capitals that a page has broken
    if not wrapped or end in _TERMINAL or _FRESH.match(text, line.start):
        return False
    title = text[last.start : last.end].isupper()
    shouted = title and text[line.start : line.end].isupper()
    ended = (title and not shouted) or (last.level == ARTICLE and _roomy(text, last, line, width))
    return not ended and (size >= (_SHOUTED if shouted else _NARROW) or first.isdigit())


def _cites_on(text: str, last: _Line, line: _Line) -> bool:
    """Whether `line` begins with the article that `last` has come to name a part of."""
    near = max(last.start, last.end - 12)
    return text.startswith("Điều", line.start) and _CITES_ON.search(text, near, last.end) is not None


def _broken(text: str, last: _Line, line: _Line) -> bool:
    """Whether a line holds one syllable in capitals and the next goes on in capitals."""
    alone = _SYLLABLE.fullmatch(text, last.start, last.end)
    return alone is not None and text[line.start : line.start + _WORDS].isupper()


def _waits(text: str, end: int, start: int) -> bool:
    """Whether a verb or comma at the end of a line waits for the act that begins the next: `... ban hành` `Luật`."""
    waits = text[end - 1] == "," or _ISSUES.search(text, max(0, end - 12), end) is not None
    return waits and _ACT.match(text, start) is not None


def _roomy(text: str, last: _Line, line: _Line, width: int) -> bool:
    """Whether the first word of `line` would have had room in the line before."""
    space = text.find(" ", line.start, line.end)
    word = (line.end if space < 0 else space) - line.start
    return last.end - last.start + word + _SLACK < width
