"""The notes of a consolidated text: which of its parts an instrument changed."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from loaders.extraction.markers import DEPTHS, enclosing
from loaders.extraction.reading import Link, Statement

if TYPE_CHECKING:
    from loaders.extraction.reading import Reading
    from loaders.extraction.sentences import Block

_CHANGED: Final = re.compile(
    r"[ ]*\[?(?P<mark>\d{1,3})\]?[ ]{1,4}(?P<part>điều|khoản|điểm) này (?:đã )?(?:được|bị) "
    r"(?P<verb>sửa đổi|bổ sung|bãi bỏ|thay thế)(?!\w)"
)
_MARKS: Final = re.compile(
    r"\[(?P<bracketed>\d{1,3})\]"
    r"|^[ ]{0,8}(?:\d{1,2}[a-zđ]?\.|[a-zđ]\d?\)) ?(?P<item>\d{1,2})[ ]{1,3}(?=[^\W\d_a-zđ]|[(“])"
    r"|(?<=[^\W\d_])(?P<glued>\d{1,2})[ ]{0,3}$",
    re.MULTILINE,
)


def read(reading: Reading, found: list[Block]) -> None:
    """What the notes say of those that changed the principal instrument, which is older and cites none of them."""
    if reading.principal is None:
        return
    starts = [r.start for r in reading.references]
    notes: list[tuple[Block, int, re.Match[str]]] = []
    for block in found:
        match = _CHANGED.match(reading.fold, block.start, block.end)
        low = bisect_left(starts, block.start)
        if match and low < len(starts) and starts[low] < block.end:
            notes.append((block, low, match))
    _unopened(reading, {node for _, low, _ in notes if (node := reading.node(low)) is not None})
    if notes:
        _changes(reading, notes)
    later = {s.head for s in reading.statements if s.tail == reading.principal and s.predicate == "amends"}
    reading.statements[:] = [
        s
        for s in reading.statements
        if s.head != reading.principal
        or s.predicate not in {"cites", "basedOn"}
        or s.tail not in later
        or reading.references[s.tail_at].kind == "named"
    ]


def _unopened(reading: Reading, changers: set[int]) -> None:
    """Where the opening is not in the text: it consolidates what it gives, and those that its notes say changed it."""
    own = reading.grouping.own
    if own is None or any(s.head == own and s.predicate == "consolidates" for s in reading.statements):
        return
    awaited = {reading.principal, *changers} - {own}
    for place, reference in enumerate(reading.references):
        node = reading.node(place)
        if node is not None and node in awaited and reference.kind == "numbered":
            awaited.remove(node)
            link = Link(own, "consolidates", "opening", "văn bản hợp nhất", reference.start)
            sentence = (reference.start, reference.end)
            reading.statements.append(Statement(own, node, place, link, None, sentence))


def _changes(reading: Reading, notes: list[tuple[Block, int, re.Match[str]]]) -> None:
    """`3 Điều này được sửa đổi theo khoản 2 Điều 1 của X`: X changes the article that bears the mark 3."""
    named = next((s for s in reading.statements if s.tail == reading.principal), None)
    opening = {
        s.head: s for s in reversed(reading.statements) if s.tail == reading.principal and s.predicate == "amends"
    }
    marks: dict[int, int] = {}
    for match in _MARKS.finditer(reading.text):
        marks.setdefault(int(match[match.lastgroup or 0]), match.start())
    for block, low, match in notes:
        head, position = reading.node(low), marks.get(int(match["mark"]))
        if head is None or head == reading.principal or named is None:
            continue
        predicate = "repeals" if match["verb"] == "bãi bỏ" else "amends"
        link = Link(head, predicate, "history", f"được {match['verb']}", reading.references[low].start)
        part = None if position is None else enclosing(reading.markers, position, DEPTHS[match["part"]])
        said = opening.get(head) or named._replace(head=head, link=link, sentence=(block.start, block.end))
        reading.statements.append(said._replace(provision=part))
