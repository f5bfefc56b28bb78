"""Which lane, row and column each document of a small lineage takes: time runs to the right, level of government down.

Both coordinates are facts; only the order of rows inside a lane is free. A column belongs to one document, so no two
boxes share a left edge and edges find room to rise (the drawing rules of `docs/pages.md`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ontology.model import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.values import Node

LANES = ("party", "state", "ministry", "province", "district", "commune", "unknown")
"""The lanes from the top down; the centre has two, for the Party and for the State."""

BOX_WIDTH = 208.0
BOX_HEIGHT = 48.0
GAP = 28.0
"""The least space between two boxes of one row."""


class Place(Value, frozen=True, gc=False):
    """The lane, the row (counted from the top of the picture) and the left edge of one node."""

    iri: str
    lane: str
    row: int
    x: float


class Placement(Value, frozen=True, gc=False):
    """All places, the lane of each row, and how many of the columns at the left hold undated documents."""

    places: tuple[Place, ...]
    rows: tuple[str, ...]
    lanes: tuple[str, ...]
    undated: int
    width: float


def lane_of(node: Node) -> str:
    """The lane a node stands in: its level, the centre split by sphere."""
    if node.level == "central":
        return "party" if node.sphere == "party" else "state"
    return node.level if node.level in LANES else "unknown"


def instant(date: str | None) -> str:
    """A day to sort by: the middle of a year or month that is stated alone, the empty text where there is no date."""
    if not date:
        return ""
    return {4: f"{date}-07-02", 7: f"{date}-16"}.get(len(date), date)


def in_time(nodes: Iterable[Node]) -> list[Node]:
    """Nodes by date, undated ones first; where days agree the higher level first, then by name."""
    return sorted(nodes, key=lambda node: (instant(node.date), LANES.index(lane_of(node)), node.label, node.iri))


def shown_lanes(used: Iterable[str]) -> tuple[str, ...]:
    """The lanes from the highest used to the lowest, those between included: that one is empty is a finding too."""
    at = sorted({LANES.index(lane) for lane in used if lane != "unknown"})
    between = LANES[at[0] : at[-1] + 1] if at else ()
    return (*between, "unknown") if "unknown" in set(used) else between


def pitch(count: int, room: float) -> float:
    """The distance between columns: airy in a short chain, closer in a long one."""
    return min(250.0, max(62.0, (room - BOX_WIDTH) / max(count - 1, 1)))


def place(nodes: Sequence[Node], *, left: float, room: float) -> Placement:
    """Places nodes in columns by date and, lane by lane, in the first row that has room."""
    ordered = in_time(nodes)
    undated = sum(not node.date for node in ordered)
    step = pitch(len(ordered), room - (GAP if undated else 0))
    columns = {node.iri: left + at * step + (GAP if at >= undated > 0 else 0) for at, node in enumerate(ordered)}
    lanes = shown_lanes([lane_of(node) for node in ordered])
    places: list[Place] = []
    rows: list[str] = []
    for lane in lanes:
        mine = [(node.iri, columns[node.iri]) for node in ordered if lane_of(node) == lane]
        found = stack(mine)
        places += [Place(iri, lane, len(rows) + row, columns[iri]) for iri, row in found]
        rows += [lane] * (1 + max((row for _, row in found), default=-1))
    width = max(columns.values(), default=left) + BOX_WIDTH
    return Placement(tuple(places), tuple(rows), lanes, undated, width)


def stack(columns: Sequence[tuple[str, float]]) -> list[tuple[str, int]]:
    """The first row with room for each box, given the boxes of one lane from left to right."""
    ends: list[float] = []
    found: list[tuple[str, int]] = []
    for iri, x in columns:
        row = next((at for at, end in enumerate(ends) if end + GAP <= x), len(ends))
        ends[row : row + 1] = [x + BOX_WIDTH]
        found.append((iri, row))
    return found
