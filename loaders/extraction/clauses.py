"""Sentences and clauses around a place of a text, found without reading the whole text.

A sentence ends at a full stop before a capital, at a line that ends its list item, at a blank line or before a line
that begins a new item. Gazette PDFs break lines anywhere, so a line break alone ends nothing. Look-back is bounded.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

LOOK_BACK: Final = 700
LOOK_AHEAD: Final = 700

MARKER: Final = r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)/]|[a-zđA-ZĐ][.)]|[ivxIVX]{1,5}[.)]|[-*+•●▪]|Điều \d{1,3}[.:])"
# Capital letters by their code points: in ranges of Unicode, Vietnamese capitals and small letters lie mixed.
UPPER: Final = "".join(chr(code) for code in range(0x1EFA) if chr(code).isupper())
LOWER: Final = "".join(chr(code) for code in range(0x1EFA) if chr(code).islower())
_END: Final = re.compile(
    rf"[.!?…]+[\"”’')\]]*(?=\s+[\"“‘'(\[]?(?:[{UPPER}]|\d|[-*+•●▪]))"
    rf"|(?<=[.;:!?])[^\S\n]*\n"
    rf"|\n[^\S\n]*\n(?!\s{{0,9}}[{LOWER}])"
    rf"|\n(?=[^\S\n]{{0,12}}{MARKER}[^\S\n])"
    rf"|\n(?=[^\S\n]{{0,12}}[\"“]?[{UPPER}])"
    rf"|(?<=[^\n]\n)(?=[^\S\n]{{0,12}}(?:Điều|Chương|Mục) \d)"
)
_SHORT: Final = re.compile(r"(?:^|[\s(])(?:TP|Tp|tp|TS|ThS|Ths|PGS|GS|BS|KS|LS|Q|P|TT|Đ/c|đ/c|[A-Z])$")
# Words that begin a sentence and no name: a line that begins with one of them goes on no wrapped line.
_OPENING: Final = re.compile(
    r"[^\S\n]{0,12}(?:Trong (?:thời|vòng)|Trường hợp|Căn cứ|Khi|Nếu|Các|Việc|Hằng|Hàng|Định kỳ|Chậm nhất|Sau|Trước|"
    r"Đối với|Theo|Thực hiện|Tổ chức|Giao|Yêu cầu|Đề nghị)\s"
)
# A line that begins an item; a capital alone begins one only after a short line, since long lines are wrapped.
_ITEM: Final = re.compile(rf"[^\S\n]{{0,12}}(?:{MARKER}[^\S\n]|(?:Điều|Chương|Mục) \d)")
_LEAD: Final = re.compile(rf"[\s\"“‘'(]*(?:{MARKER}\s+)*[\s\"“‘'(]*")


def _ends(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Where sentences end within `start:stop`: (end of the sentence, start of the next)."""
    for match in _END.finditer(text, start, min(len(text), stop + 24)):
        if match.start() >= stop:
            return
        if match.group().startswith(".") and _SHORT.search(text, max(start, match.start() - 6), match.start()):
            continue
        if match.group() == "\n" and match.end() - text.rfind("\n", max(0, match.start() - 60), match.start()) > 50:
            before = text[match.start() - 1 : match.start()]
            row = "|" in text[max(0, match.start() - 300) : match.start()].rpartition("\n")[2]  # of a table
            opens = before != "," and _OPENING.match(text, match.end())
            if not row and not opens and before not in ".;:!?" and not _ITEM.match(text, match.end()):
                continue
        yield match.start() + len(match.group().rstrip("\n \t")), match.end()


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
    lead = _LEAD.match(text, first, start)
    return (lead.end() if lead else first), last


def cells(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of a sentence between semicolons."""
    found, begin = [], start
    for match in re.finditer(";", folded[start:end]):
        found.append((begin, start + match.start()))
        begin = start + match.end()
    found.append((begin, end))
    return found


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """`start:end` without white space, list markers and punctuation at its ends."""
    while start < end and text[start] in ' \n\t,;:.-–*•+"“”':
        start += 1
    while end > start and text[end - 1] in ' \n\t,;:.…"“”':
        end -= 1
    return start, end
