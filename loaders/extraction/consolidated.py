"""Consolidated texts (`Văn bản hợp nhất`): what they consolidate, and who speaks in them."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from loaders.extraction.grounds import BODY, TITLE, ground
from loaders.extraction.reading import Link, Statement
from loaders.extraction.sentences import ARTICLE, PLAIN

if TYPE_CHECKING:
    from loaders.extraction.reading import Reading
    from loaders.extraction.sentences import Block

_FIRST: Final = 4  # a document that stands as near to the beginning of an item as this opens it
_BY: Final = re.compile(r"(?:được|bị) sửa đổi[^.:]{0,60}?(?<!\w)(?:bởi|theo|tại)(?: các)?[^\w]{0,3}")
_FROM: Final = re.compile(
    r"(?<!\w)hợp nhất (?:từ|của|các|nội dung)(?: \d+)?(?: các)?(?: văn bản)?(?: sau(?: đây)?)?[^\w]{0,3}"
)
_LIST: Final = re.compile(r"(?<!\w)hợp nhất (?:từ|của|các)[^.:;]{0,60}(?<!\w)sau(?: đây)?\s*:\s*")
_QUOTES: Final = re.compile(r"(?<!\w)(?:có\s+căn\s+cứ\s+ban\s+hành|quy\s+định)\s+như\s+sau\s*:\s*$")
_OF_PART: Final = re.compile(
    r"(?:\[?\d{1,3}\]?|\(?[ivx]{1,4}\)|\*)?\s*"
    r"(?:khoản|điểm|điều|mục|chương|cụm từ|đoạn|phụ lục|tên|nội dung|tiết|mẫu|từ)(?!\w)"
    r"[^.;]{0,300}?(?<!\w)(?:được|bị|đã) (?:sửa đổi|bổ sung|bãi bỏ|thay thế|thay|đính chính|hủy bỏ)(?!\w)"
)
_NOTE: Final = re.compile(r"\n\s{0,9}\(?(?:\d{1,3}|[ivx]{1,4})[).]?\s{0,9}$")
_ANNEX: Final = re.compile(r"\((?:ban hành )?kèm theo $")
_LONGEST: Final = 3_000
_BROKEN_OFF: Final = re.compile(r"\n[ ]{0,9}(?:Chương [IVX]|Điều \d)")  # no grounds go on past these
_OPENED: Final = re.compile(r"\s{0,9}(?P<mark>[“\"])")
_BARE_GROUNDS: Final = re.compile(r"(?:\s{0,9}Căn cứ [^;“”\"]{1,700};){1,30}")  # quoted without marks
_CHANGED_BY: Final = re.compile(r"(?:được|bị) sửa đổi[^.:]{0,60}(?:bởi|theo|tại)[^.:]{0,30}:\s*$")


def principal(reading: Reading) -> int | None:
    """The instrument whose text a consolidated text gives; None for any other text.

    It is the first document that opens a line, else the one whose annex the text gives, else the first that is named.
    """
    own = reading.grouping.own
    if own is None or reading.type_of(own) != "VBHN":
        return None
    numbered = [
        i for i, r in enumerate(reading.references) if r.kind == "numbered" and reading.node(i) not in {None, own}
    ]
    opens = (i for i in numbered if reading.references[i].date is not None and _opens_line(reading, i))
    carries = (
        i for i in numbered if _ANNEX.search(reading.fold, max(0, reading.references[i].start - 40), reading.at(i))
    )
    place = next(chain(opens, carries, numbered), None)
    return None if place is None else reading.node(place)


def _opens_line(reading: Reading, place: int) -> bool:
    """Whether a reference stands at the beginning of its line, as in the opening; a title's stands after its verb."""
    start = reading.references[place].start
    return not reading.text[reading.text.rfind("\n", max(0, start - 40), start) + 1 : start].strip()


def opening(reading: Reading, found: list[Block], marks: list[str]) -> None:
    """What opens a consolidated text (`X ..., được sửa đổi, bổ sung bởi: Y`) is what it consolidates."""
    own = reading.grouping.own
    assert own is not None
    starts = [r.start for r in reading.references]
    remark(reading, found, starts)
    changed: tuple[int, int] | None = None
    for block, zone in zip(found, marks, strict=True):
        low = bisect_left(starts, block.start)
        if zone == BODY or (zone != TITLE and ground(reading, block.body) is not None):
            return
        if low == len(starts) or starts[low] >= block.end:
            continue
        places = range(low, bisect_left(starts, block.end))
        within(reading, block, places)
        changed = changed or _to_change(reading, block, places)
        if starts[low] - block.body >= _FIRST or reading.grouping.document_of[low] == own:
            continue
        node = reading.node(low)
        named = zone == TITLE and reading.references[low].number is None  # the law's own name
        if node is not None and reading.type_of(node) != "VBHN" and node not in reading.plans and not named:
            consolidates(reading, block, low, node)
            if changed is not None and node != changed[0]:
                link = Link(node, "amends", "history", "được sửa đổi, bổ sung bởi", reading.references[changed[1]].end)
                reading.statements.append(Statement(node, changed[0], changed[1], link, None, (block.start, block.end)))


def _to_change(reading: Reading, block: Block, places: range) -> tuple[int, int] | None:
    """The instrument that a block says those below have changed: `X ..., được sửa đổi, bổ sung bởi:`."""
    if reading.own is None or not _CHANGED_BY.search(reading.fold, block.body, block.end):
        return None
    named = next((i for i in places if reading.node(i) == reading.own and _full(reading, i)), None)
    return None if named is None else (reading.own, named)


def remark(reading: Reading, found: list[Block], starts: list[int]) -> None:
    """The note `Văn bản này được hợp nhất từ 03 Thông tư sau: - X; - Y`: the text consolidates what it lists.

    The note is the editor's, up to the first article or ground: what it names, the instrument itself does not cite.
    """
    lists = (i for i, b in enumerate(found) if b.level == PLAIN and _LIST.search(reading.fold, b.body, b.end))
    lead = next(lists, None)
    if lead is None or reading.fold[found[lead].body : found[lead].end].rstrip()[-1:] != ":":
        return
    last = lead
    listing = True
    for block in found[lead + 1 :]:
        if block.level <= ARTICLE or ground(reading, block.body) is not None:
            break
        last += 1
        low = bisect_left(starts, block.body)
        listing = listing and low < len(starts) and starts[low] - block.body < _FIRST and block.level != PLAIN
        node = reading.node(low) if listing else None
        if node is not None and _full(reading, low):
            consolidates(reading, block, low, node)
    noted = range(found[lead].start, found[last].end)
    reading.statements[:] = [s for s in reading.statements if s.link.rule != "cite" or s.sentence[0] not in noted]


class Quotation(NamedTuple):
    """What an editor's note quotes: where the words end, whose they are, whether they go on below the next page."""

    end: int
    node: int
    broken: bool


def quoting(reading: Reading, block: Block, places: range) -> Quotation | None:
    """`X có căn cứ ban hành như sau: "..."`: what the note that ends with this block quotes, with or without marks.

    A note breaks off with its page, and the body goes on: what is quoted far on is nobody's for certain.
    """
    lead = _QUOTES.search(reading.fold, max(block.body, block.end - 60), block.end)
    mark = _OPENED.match(reading.text, block.end) if lead else None
    if lead is None:
        return None
    noted = (i for i in reversed(places) if i == places[0] or _NOTE.search(reading.text, block.start, reading.at(i)))
    node = next((n for i in noted if (n := reading.node(i)) is not None), None)
    if mark is None:
        bare = _BARE_GROUNDS.match(reading.text, block.end) if lead.group().startswith("có") else None
        return None if bare is None or node is None else Quotation(bare.end(), node, broken=False)
    close = reading.text.find("”" if mark["mark"] == "“" else '"', mark.end(), mark.end() + _LONGEST)
    close = close if close >= 0 else mark.end() + _LONGEST // 2
    grounds = lead.group().startswith("có")
    body = _BROKEN_OFF.search(reading.text, mark.end(), close) if grounds else None
    return None if node is None else Quotation(body.start() if body else close, node, body is not None)


def remarks(reading: Reading, block: Block) -> bool:
    """Whether a block is the editor's note on a changed part: `3 Khoản này được sửa đổi theo quy định tại ... X`."""
    return _OF_PART.match(reading.fold, block.start, block.end) is not None


def consolidates(reading: Reading, block: Block, place: int, node: int) -> None:
    """Note that the text consolidates `node`, which `references[place]` names."""
    assert reading.grouping.own is not None
    link = Link(reading.grouping.own, "consolidates", "opening", "văn bản hợp nhất", reading.references[place].start)
    reading.statements.append(Statement(reading.grouping.own, node, place, link, None, (block.start, block.end)))


def within(reading: Reading, block: Block, places: range) -> None:
    """What one sentence names: `X ... được sửa đổi, bổ sung bởi Y; Z`, `Nghị định này được hợp nhất từ X và Y`."""
    merged = _FROM.search(reading.fold, block.body, block.end)
    by = merged or _BY.search(reading.fold, block.body, block.end)
    if by is None or reading.own is None:
        return
    changed = next((i for i in places if reading.node(i) == reading.own and _full(reading, i)), None)
    if merged is None:
        if changed is None or reading.references[changed].start > by.start():
            return
        consolidates(reading, block, changed, reading.own)
    said = {s.head for s in reading.statements if s.tail == reading.own and s.link.rule == "history"}
    last = by.end()
    for place in (i for i in places if reading.references[i].start >= by.end()):
        node, reference = reading.node(place), reading.references[place]
        if reference.start < last or node is None or not _full(reading, place):
            continue
        between = reading.fold[last : reference.start].strip(" ,:\n")
        last = reference.stop
        if merged is not None:
            consolidates(reading, block, place, node)
        elif node != reading.own and changed is not None and (node in said or not between or between.endswith(";")):
            consolidates(reading, block, place, node)
            link = Link(node, "amends", "history", "được sửa đổi, bổ sung bởi", by.end())
            reading.statements.append(Statement(node, reading.own, changed, link, None, (block.start, block.end)))


def _full(reading: Reading, place: int) -> bool:
    """Whether a reference cites a document by its whole number."""
    return reading.references[place].kind == "numbered"
