"""Relations: what the text says that one document does to another, read by a stack parser from sentences that name documents."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from loaders.extraction import provisions
from loaders.extraction.assemble import Stated, assemble
from loaders.extraction.grammar import CHANGES, Machine
from loaders.extraction.grounds import BODY, GROUNDS, ground
from loaders.extraction.reading import Link, Reading, Statement
from loaders.extraction.sentences import QUOTED, Block, blocks
from loaders.extraction.tokens import tokens
from loaders.extraction.zones import zones

if TYPE_CHECKING:
    from loaders.extraction.documents import Grouping

__all__ = ["Stated", "read"]

_SEVERAL: Final = re.compile(r"(?:văn bản|quyết định|thông tư|nghị định|nghị quyết|chỉ thị|các quy định|điều, khoản)")
_ONE_PART: Final = re.compile(r"^\W*(?:một số )?(?:điểm|khoản|điều|mục|chương|phụ lục|tên|cụm từ|đoạn|tiết)")
_CHANGE: Final = re.compile(r"[\W\d]*(?:sửa đổi|bổ sung|bãi bỏ|thay thế|hủy bỏ|thay cụm từ)(?!\w)")
_QUOTE: Final = re.compile(r"[“\"][^”\"]*[”\"]")
_BESIDE: Final = re.compile(r" của (?:sau|trước|ngay sau|cuối) (?:điều|khoản|điểm|mục|chương)[^,;.:]{0,24}")
_PART_END: Final = re.compile(r"(?: như sau| thành| bằng|,? của thông tư| \(|:|;|\.\W*$|“|\")")


def read(grouping: Grouping) -> Stated:
    """The relations and activities that the text of `grouping` states, and its documents, with the plans that they need."""
    reading = Reading(grouping)
    principal = consolidated(reading)
    found = blocks(reading.text, ((r.start, max(r.end, r.head_stop)) for r in reading.references if r.kind != "plan"))
    marks = zones(reading, found)
    starts = [r.start for r in reading.references]
    leads: list[tuple[int, Link]] = []
    context: tuple[int, int, int] | None = None
    for block, zone in zip(found, marks, strict=True):
        while leads and block.level <= leads[-1][0]:
            leads.pop()
        if context and block.level <= context[0]:
            context = None
        low, high = bisect_left(starts, block.start), bisect_left(starts, block.end)
        if context and _CHANGE.match(reading.fold, block.body):
            parts(reading, block, context)
        if low == high and not reading.carried and not _opens(reading, block, zone):
            continue
        machine = Machine(reading, block, zone, base(reading, block, zone, leads, low, high))
        said = len(reading.statements)
        machine.run(tokens(reading, block, range(low, high)))
        lead = _lead(reading, block, machine)
        if lead is not None:
            leads.append((block.level, lead))
        for index in range(said, len(reading.statements)):
            statement = reading.statements[index]
            if (
                statement.head == reading.own
                and statement.predicate in CHANGES
                and statement.rule != "list"
                and zone == BODY
            ):
                context = (block.level, statement.tail, index)
    if principal is not None:
        consolidates(reading, found, marks)
    return assemble(reading)


def consolidated(reading: Reading) -> int | None:
    """The instrument whose text a consolidated text (`Văn bản hợp nhất`) gives: the first it names, which speaks from then on."""
    own = reading.own
    if own is None or reading.type_of(own) != "VBHN":
        return None
    nodes = (reading.node(i) for i, r in enumerate(reading.references) if r.kind == "numbered")
    principal = next((n for n in nodes if n is not None and n != own), None)
    if principal is not None:
        reading.own = principal
    return principal


def consolidates(reading: Reading, found: list[Block], marks: list[str]) -> None:
    """What opens a consolidated text (`X ..., được sửa đổi, bổ sung bởi: Y`) is what it consolidates."""
    own = reading.grouping.own
    assert own is not None
    starts = [r.start for r in reading.references]
    for block, zone in zip(found, marks, strict=True):
        low = bisect_left(starts, block.start)
        if zone == BODY or ground(reading, block.body) is not None:
            break
        if low < len(starts) and starts[low] - block.body < 4 and (node := reading.node(low)) is not None:
            link = (
                own,
                "consolidates",
                node,
                low,
                "opening",
                "văn bản hợp nhất",
                starts[low],
                None,
                block.start,
                block.end,
            )
            reading.statements.append(Statement(*link))


def base(reading: Reading, block: Block, zone: str, leads: list[tuple[int, Link]], low: int, high: int) -> Link | None:
    """What a document that only stands there is told of: a ground, an item under the cue of its list, else a citation."""
    if reading.own is None or (
        reading.own != reading.grouping.own and zone != BODY and ground(reading, block.body) is None
    ):
        return None
    if zone == GROUNDS:
        link = ground(reading, block.body)
        if link is not None and (link.predicate != "implements" or reading.text[block.end - 1] in ";,"):
            return link
    if leads and low < high and _item(reading, block, low):
        return leads[-1][1]
    return Link(reading.own, "cites", "cite", "", block.body)


def _item(reading: Reading, block: Block, low: int) -> bool:
    before = reading.fold[block.body : reading.at(low)]
    return not before.strip(' \n"“,.:-') or (
        len(before) < 200 and bool(re.search(r"(?:kèm theo|tại|của|trong)\W*$", before))
    )


def _opens(reading: Reading, block: Block, zone: str) -> bool:
    """Whether a block without a reference may hold the cue of a list."""
    return (
        zone == BODY and reading.own is not None and (block.level % QUOTED <= 3 or reading.text[block.end - 1] == ":")
    )


def _lead(reading: Reading, block: Block, machine: Machine) -> Link | None:
    """The cue that found no object in its block: that of the list below."""
    pending = machine.pending
    if pending is None or pending.passive or pending.head != reading.own or pending.predicate not in CHANGES:
        return None
    rest = reading.fold[pending.at : block.end]
    if (
        len(rest) > 320
        or _ONE_PART.search(rest)
        or not (_SEVERAL.search(rest) or _SEVERAL.search(reading.fold[block.body : pending.at]))
    ):
        return None
    return pending._replace(rule="list")


def parts(reading: Reading, block: Block, context: tuple[int, int, int]) -> None:
    """`1. Bổ sung khoản 3 vào Điều 7`: a part of what the article amends."""
    fold = _QUOTE.sub(" ", reading.fold[block.body : min(block.end, block.body + 900)].replace(" vào ", " của "))
    fold = _BESIDE.sub(" ", fold)
    for piece in re.split(r";", fold):
        if not _CHANGE.match(piece):
            continue
        stop = _PART_END.search(piece)
        named = piece[: stop.start()] if stop else piece
        part = provisions.before(named, len(named), None)
        if part is not None:
            reading.statements.append(reading.statements[context[2]]._replace(provision=part[0]))
