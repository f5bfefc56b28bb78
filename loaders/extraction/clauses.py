"""Sentences and clauses around a place of a text, found without reading the whole text.

A sentence ends at a full stop before a capital, at a line that ends its list item, at a blank line or before a line
that begins a new item. Gazette PDFs break lines anywhere, so a line break alone ends nothing. Look-back is bounded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from loaders.extraction.deferred import deferred

if TYPE_CHECKING:
    from collections.abc import Iterator

LOOK_BACK: Final = 700
LOOK_AHEAD: Final = 700

MARKER: Final = r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)/]|[a-zđA-ZĐ][.)]|[ivxIVX]{1,5}[.)]|[-*+•●▪]|Điều \d{1,3}[.:])"
# Capital letters by their code points: in ranges of Unicode, Vietnamese capitals and small letters lie mixed.
UPPER: Final = "".join(chr(code) for code in range(0x1EFA) if chr(code).isupper())
LOWER: Final = "".join(chr(code) for code in range(0x1EFA) if chr(code).islower())
_PLACE: Final = deferred(r"[.!?…\n]")  # where a sentence may end; all else is looked at only there
_STOP: Final = deferred(rf"[.!?…]+[\"”’')\]]*(?=\s+[\"“‘'(\[]?(?:[{UPPER}]|\d|[-*+•●▪]))")
_BLANK: Final = deferred(rf"\n[^\S\n]*\n(?!\s{{0,9}}[{LOWER}])")
_CAPITAL: Final = deferred(rf"[^\S\n]{{0,12}}[\"“]?[{UPPER}]")
_SHORT: Final = deferred(r"(?:^|[\s(])(?:TP|Tp|tp|TS|ThS|Ths|PGS|GS|BS|KS|LS|Q|P|TT|Đ/c|đ/c|[A-Z])$")
# Words that begin a sentence and no name: a line that begins with one of them goes on no wrapped line.
_OPENING: Final = deferred(
    r"[^\S\n]{0,12}(?:Trong (?:thời|vòng)|Trường hợp|Căn cứ|Khi|Nếu|Các|Việc|Hằng|Hàng|Định kỳ|Chậm nhất|Sau|Trước|"
    r"Đối với|Theo|Thực hiện|Tổ chức|Giao|Yêu cầu|Đề nghị|Từ nay|Kể từ|Đến hết)\s"
)
# A line that begins an item; a capital alone begins one only after a short line, since long lines are wrapped.
_ITEM: Final = deferred(rf"[^\S\n]{{0,12}}(?:{MARKER}[^\S\n]|(?:Điều|Chương|Mục) \d)")
# New words that a provision gives, with their own marker: `sửa đổi điểm b như sau: “b) Trong thời hạn ...`.
_QUOTED: Final = deferred(rf"“\s{{0,3}}{MARKER}\s+")
_PARTS: Final = deferred(r";|\([^()\n]{0,160}\)")
_ADJUNCT: Final = deferred(
    r"\W{0,9}(?:hằng|hàng|mỗi|định kỳ)\s[^;,]{2,30},\s+(?:cùng với|cùng thời|căn cứ|trên cơ sở)(?!\w)[^;]{0,160}"
)
_LEAD: Final = deferred(rf"[\s\"“‘'(]*(?:{MARKER}\s+)*[\s\"“‘'(]*")


def _ends(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Where sentences end within `start:stop`: (end of the sentence, start of the next)."""
    done = start
    for place in _PLACE.finditer(text, start, stop):
        at = place.start()
        if at < done:
            continue
        done = _line_end(text, at) if text[at] == "\n" else _full_stop(text, at, start)
        if done:
            yield (at if text[at] == "\n" else done), done


def _full_stop(text: str, at: int, start: int) -> int:
    """Where the sentence that ends with the stop at `at` ends; 0 where it does not end there."""
    stop = _STOP.match(text, at)
    if stop is None or (text[at] == "." and _SHORT.search(text, max(start, at - 6), at)):
        return 0
    return stop.end()


def _line_end(text: str, at: int) -> int:
    """Where the next sentence begins, where one ends with the line that ends at `at`; else 0."""
    last = text[max(0, at - 24) : at].rstrip(" ")[-1:]
    blank = _BLANK.match(text, at)
    if blank:
        return blank.end()
    if (last and last in ".;:!?") or _ITEM.match(text, at + 1):
        return at + 1
    if not _CAPITAL.match(text, at + 1):
        return 0
    line = text[max(0, at - 300) : at].rpartition("\n")[2]
    row = "|" in line  # of a table
    return at + 1 if len(line) < 50 or row or (last != "," and _OPENING.match(text, at + 1)) else 0


def _begin(text: str, low: int, start: int) -> int | None:
    """Where the sentence of `start` begins, if that is after `low`; near stretches are looked at first."""
    near = max(low, start - 160)
    for floor in (near, low) if near > low else (low,):
        begins = [after for _, after in _ends(text, floor, start) if after <= start]
        if begins:
            return begins[-1]
    return None


def sentence(text: str, start: int, end: int, floor: int = 0) -> tuple[int, int]:
    """The sentence that holds `start:end`, not reaching back before `floor`, without its list marker."""
    low = max(floor, start - LOOK_BACK)
    first = _begin(text, low, start)
    if first is None:
        first = low
        if low > floor:  # cut in the middle of a very long sentence: begin at a word
            space = text.find(" ", low, start)
            first = space + 1 if space >= 0 else low
    high = min(len(text), end + LOOK_AHEAD)
    last = next((before for before, _ in _ends(text, end, high) if before >= end), high)
    quoted = _QUOTED.match(text, max(first, text.rfind("“", first, start)), start)
    first = quoted.end() if quoted else first
    lead = _LEAD.match(text, first, start)
    return (lead.end() if lead else first), last


def cells(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of a sentence between semicolons.

    Those in brackets part nothing (`(qua Sở A; thư điện tử: B)`), nor one between a time and the clause that it leads
    (`Hằng năm, cùng với thời gian lập dự toán; các đơn vị ...`).
    """
    found, begin = [], start
    for match in _PARTS.finditer(folded, start, end):
        if match.group() == ";" and not _ADJUNCT.fullmatch(folded, begin, match.start()):
            found.append((begin, match.start()))
            begin = match.end()
    found.append((begin, end))
    return found


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """`start:end` without white space, list markers and punctuation at its ends."""
    while start < end and text[start] in ' \n\t,;:.-–*•+"“”':
        start += 1
    while end > start and text[end - 1] in ' \n\t,;:.…"“”(':
        end -= 1
    return start, end
