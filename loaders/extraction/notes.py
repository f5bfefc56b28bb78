"""The notes of a consolidated text: which of its parts an instrument changed."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final, NamedTuple

from loaders.extraction.markers import DEPTHS, enclosing
from loaders.extraction.reading import Link, Statement

if TYPE_CHECKING:
    from loaders.extraction.reading import Reading
    from loaders.extraction.sentences import Block

_MARK: Final = re.compile(r"[ ]*\[?(?P<mark>\d{1,3})\]?[ ]{1,4}")
_CHANGED: Final = re.compile(
    r"(?:(?P<part>điều|khoản|điểm) này"
    r"|(?P<words>(?:các )?(?:cụm )?từ|nội dung)(?!\w)[^.;]{1,200}?(?: (?:tại|của) (?P<within>điều|khoản|điểm) này)?)"
    r" (?:đã )?(?:được|bị) (?P<verb>sửa đổi|bổ sung|bãi bỏ|thay thế|thay|bỏ)(?!\w)"
)
_MARKS: Final = re.compile(
    r"\[(?P<bracketed>\d{1,3})\]"
    r"|^[ ]{0,8}(?:\d{1,2}[a-zđ]?\.|[a-zđ]\d?\)) ?(?P<item>\d{1,2})[ ]{1,3}(?=[^\W\d_a-zđ]|[(“])"
    r"|(?<=[^\W\d_])(?P<glued>\d{1,2})[ ]{0,3}$"
    r"|(?<=[^\W\d_],)(?P<inner>\d{1,2})(?= [^\W\d_])",
    re.MULTILINE,
)


class Note(NamedTuple):
    """One sentence of a note: its block, the first reference in it, its mark, what it says was changed and how."""

    block: Block
    low: int
    mark: int
    part: str | None
    verb: str


def read(reading: Reading, found: list[Block]) -> None:
    """What the notes say of those that changed the principal instrument, which is older and cites none of them."""
    if reading.principal is None:
        return
    notes = _notes(reading, found)
    _unopened(reading, {node for note in notes if (node := reading.node(note.low)) is not None})
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


def _notes(reading: Reading, found: list[Block]) -> list[Note]:
    """The sentences of the notes; one that stands right below another goes on with its mark.

    `3 Khoản này được bổ sung lần thứ nhất theo ... X.`, `Khoản này được sửa đổi lần thứ hai theo ... Y.`
    """
    starts = [r.start for r in reading.references]
    notes: list[Note] = []
    above: int | None = None
    for block in found:
        lead = _MARK.match(reading.fold, block.start, block.end)
        match = _CHANGED.match(reading.fold, lead.end() if lead else block.body, block.end)
        mark = int(lead["mark"]) if lead else above
        low = bisect_left(starts, block.start)
        above = None if match is None else mark
        if match and mark is not None and low < len(starts) and starts[low] < block.end:
            notes.append(Note(block, low, mark, match["part"] or match["within"], match["verb"]))
    return notes


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


def _changes(reading: Reading, notes: list[Note]) -> None:
    """`3 Điều này được sửa đổi theo khoản 2 Điều 1 của X`: X changes the article that bears the mark 3."""
    named = next((s for s in reading.statements if s.tail == reading.principal), None)
    opening = {
        s.head: s for s in reversed(reading.statements) if s.tail == reading.principal and s.predicate == "amends"
    }
    marks: dict[int, int] = {}
    for match in _MARKS.finditer(reading.text):
        marks.setdefault(int(match[match.lastgroup or 0]), match.start())
    for note in notes:
        head = reading.node(note.low)
        if head is None or head == reading.principal or named is None:
            continue
        predicate = "repeals" if note.verb == "bãi bỏ" and note.part else "amends"
        link = Link(head, predicate, "history", f"được {note.verb}", reading.references[note.low].start)
        said = opening.get(head) or named._replace(head=head, link=link, sentence=(note.block.start, note.block.end))
        reading.statements.append(said._replace(provision=_marked(reading, marks.get(note.mark), note)))


def _marked(reading: Reading, position: int | None, note: Note) -> str | None:
    """The part that bears the mark of a note: the one it speaks of; of words alone the innermost that holds them."""
    if position is None:
        return None
    depths = [DEPTHS[note.part]] if note.part else sorted(DEPTHS.values(), reverse=True)
    paths = (enclosing(reading.markers, position, depth) for depth in depths)
    return next(filter(None, paths), None)
