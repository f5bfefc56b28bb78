"""The plan of a big lineage: proportional time, small boxes, straight edges from head to tail."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from api.pages.geometry import Box, Lane, Plan, Route, Tick
from api.pages.placement import in_time, instant, lane_of, shown_lanes

if TYPE_CHECKING:
    from graph.values import Node, Subgraph

LEFT, TOP, FOOT = 160.0, 34.0, 10.0
CELL_WIDTH, CELL_HEIGHT, STEP_X, STEP_Y = 104.0, 18.0, 108.0, 24.0
YEAR = 240.0
"""The width of a year; more where a lane would otherwise grow beyond `DEEP` rows."""
DEEP = 24
EMPTY = 26.0


def _days(node: Node) -> int:
    """The day count of a node's date; a month or day that does not exist counts as the first of the year."""
    stated = instant(node.date)
    try:
        return date.fromisoformat(stated).toordinal()
    except ValueError:
        return date(int(stated[:4]), 1, 1).toordinal()


def _scale(nodes: list[Node]) -> tuple[int, float]:
    """The day at the left end and the pixels a day takes."""
    days = [_days(node) for node in nodes if node.date]
    first, last = (min(days), max(days)) if days else (1, 1)
    fullest = max(
        (sum(lane_of(node) == lane for node in nodes) for lane in {lane_of(node) for node in nodes}), default=0
    )
    span = max((last - first) / 365.25 * YEAR, fullest / DEEP * STEP_X, YEAR)
    return first, span / max(last - first, 1)


def overview(subgraph: Subgraph) -> Plan:
    """Where everything of a big picture stands."""
    ordered = in_time(subgraph.nodes)
    first, scale = _scale(ordered)
    undated = any(not node.date for node in ordered)
    begin = LEFT + (STEP_X + 12 if undated else 0)
    columns = {node.iri: begin + (_days(node) - first) * scale if node.date else LEFT for node in ordered}
    boxes: list[Box] = []
    lanes: list[Lane] = []
    y = TOP
    for lane in shown_lanes(lane_of(node) for node in ordered):
        rows = _rows([(node.iri, columns[node.iri]) for node in ordered if lane_of(node) == lane])
        boxes += [Box(iri, lane, row, columns[iri], y + 8 + row * STEP_Y, CELL_WIDTH, CELL_HEIGHT) for iri, row in rows]
        depth = 8 + (1 + max(row for _, row in rows)) * STEP_Y + FOOT if rows else EMPTY
        lanes.append(Lane(lane, y, depth, empty=not rows))
        y += depth
    width = max((box.right for box in boxes), default=LEFT) + 16
    ticks = _years(ordered, begin, first, scale) + ((Tick(LEFT, ""),) if undated else ())
    return Plan(width, y, tuple(boxes), _straight(subgraph, boxes), tuple(lanes), ticks)


def _rows(columns: list[tuple[str, float]]) -> list[tuple[str, int]]:
    ends: list[float] = []
    found: list[tuple[str, int]] = []
    for iri, x in columns:
        row = next((at for at, end in enumerate(ends) if end <= x), len(ends))
        ends[row : row + 1] = [x + STEP_X]
        found.append((iri, row))
    return found


def _years(ordered: list[Node], begin: float, first: int, scale: float) -> tuple[Tick, ...]:
    """The first of January of each year that is passed, none closer than its words are wide."""
    known = [_days(node) for node in ordered if node.date]
    if not known:
        return ()
    years = range(date.fromordinal(min(known)).year, date.fromordinal(max(known)).year + 1)
    ticks: list[Tick] = []
    for year in years:
        x = max(begin, begin + (date(year, 1, 1).toordinal() - first) * scale)
        if not ticks or x - ticks[-1].x >= 40:
            ticks.append(Tick(x, str(year)))
    return tuple(ticks)


def _straight(subgraph: Subgraph, boxes: list[Box]) -> tuple[Route, ...]:
    """A straight line from the head's near side to the tail's."""
    at = {box.iri: box for box in boxes}
    routes: list[Route] = []
    for index, edge in enumerate(subgraph.edges):
        if edge.head not in at or edge.tail not in at:
            continue
        head, tail = at[edge.head], at[edge.tail]
        start = head.y if head.y > tail.y else head.bottom
        end = tail.bottom if head.y > tail.y else tail.y
        routes.append(Route(index, ((head.x + 8, start), (tail.x + 8, end))))
    return tuple(routes)
