"""Consolidated texts (`Văn bản hợp nhất`): what they consolidate, and who speaks in them."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from loaders.extraction.grounds import BODY, ground
from loaders.extraction.reading import Link, Statement

if TYPE_CHECKING:
    from loaders.extraction.reading import Reading
    from loaders.extraction.sentences import Block


def principal(reading: Reading) -> int | None:
    """The instrument whose text a consolidated text gives: the first it names; None for any other text."""
    own = reading.grouping.own
    if own is None or reading.type_of(own) != "VBHN":
        return None
    nodes = (reading.node(i) for i, r in enumerate(reading.references) if r.kind == "numbered")
    return next((n for n in nodes if n is not None and n != own), None)


def opening(reading: Reading, found: list[Block], marks: list[str]) -> None:
    """What opens a consolidated text (`X ..., được sửa đổi, bổ sung bởi: Y`) is what it consolidates."""
    own = reading.grouping.own
    assert own is not None
    starts = [r.start for r in reading.references]
    for block, zone in zip(found, marks, strict=True):
        low = bisect_left(starts, block.start)
        if zone == BODY or ground(reading, block.body) is not None:
            return
        if low < len(starts) and starts[low] - block.body < 4 and (node := reading.node(low)) is not None:
            link = Link(own, "consolidates", "opening", "văn bản hợp nhất", starts[low])
            reading.statements.append(Statement(own, node, low, link, None, (block.start, block.end)))
