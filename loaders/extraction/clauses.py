"""Sentences and clauses around a place of a text, found without reading the whole text.

A sentence ends at a full stop before a capital, at a line that ends its list item, at a blank line or before a line that
begins a new item. Gazette PDFs break lines anywhere, so a line break alone ends nothing. Look-back is bounded.
"""

from __future__ import annotations

import re
from typing import Final

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
    rf"|(?<=[^\n]\n)(?=[^\S\n]{{0,12}}(?:Điều|Chương|Mục) \d)"
)
_SHORT: Final = re.compile(r"(?:^|[\s(])(?:TP|Tp|tp|TS|ThS|Ths|PGS|GS|BS|KS|LS|Q|P|TT|Đ/c|đ/c|[A-Z])$")
_LEAD: Final = re.compile(rf"[\s\"“‘'(]*(?:{MARKER}\s+)*[\s\"“‘'(]*")


def _ends(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Where sentences end within `start:stop`: (end of the sentence, start of the next)."""
    found = []
    for match in _END.finditer(text, start, min(len(text), stop + 24)):
        if match.start() >= stop:
            break
        if match.group().startswith(".") and _SHORT.search(text, max(start, match.start() - 6), match.start()):
            continue
        found.append((match.start() + len(match.group().rstrip("\n \t")), match.end()))
    return found


def sentence(text: str, start: int, end: int, floor: int = 0) -> tuple[int, int]:
    """The sentence that holds `start:end`, not reaching back before `floor`, without its list marker."""
    low = max(floor, start - LOOK_BACK)
    begins = [after for _, after in _ends(text, low, start) if after <= start]
    first = begins[-1] if begins else low
    if not begins and low > floor:  # cut in the middle of a very long sentence: begin at a word
        space = text.find(" ", low, start)
        first = space + 1 if space >= 0 else low
    high = min(len(text), end + LOOK_AHEAD)
    ends = [before for before, _ in _ends(text, end, high) if before >= end]
    last = ends[0] if ends else high
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
