"""The plan of a lineage drawing: from nodes, edges and the width of each edge's words to coordinates.

Up to `CHAIN` nodes each document has a column of its own and each edge a track of its own; beyond that the picture is
an overview on a proportional time axis with straight edges.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.pages.geometry import Box, Label, Lane, Plan, Route, Tick
from api.pages.overview import overview
from api.pages.placement import BOX_HEIGHT, BOX_WIDTH, LANES, Placement, in_time, lane_of, place
from api.pages.routing import route
from api.pages.tracks import lay

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from api.pages.tracks import Laid
    from api.pages.ways import Way
    from graph.values import Node, Subgraph

CHAIN = 40
"""The most nodes that are drawn with a column each."""

LEFT = 160.0
"""The width of the lane names."""
ROOM = 1104.0
"""The width a short chain fills."""
MARGIN = 12.0
"""Space at the right."""
AXIS = 34.0
TRACK = 19.0
LABEL_HEIGHT = 15.0
HEADROOM = 15.0
"""Space between a track and the box above: room for arrowheads."""
FOOTROOM = 11.0
EMPTY_LANE = 30.0
LANE_FOOT = 14.0


def plan(subgraph: Subgraph, widths: Sequence[float]) -> Plan:
    """Where everything stands. `widths` are those of the edges' labels, in the order of the edges."""
    if len(subgraph.nodes) > CHAIN:
        return overview(subgraph)
    placement = place(subgraph.nodes, left=LEFT, room=ROOM - LEFT - MARGIN)
    places = {spot.iri: spot for spot in placement.places}
    drawn = [at for at, edge in enumerate(subgraph.edges) if edge.head in places and edge.tail in places]
    ends = [(subgraph.edges[at].head, subgraph.edges[at].tail) for at in drawn]
    ways = route(places, ends)
    laid = lay(ways, [widths[at] for at in drawn])
    frame = Frame(placement, laid)
    boxes = tuple(frame.box(spot.iri, spot.lane, spot.row, spot.x) for spot in placement.places)
    routes = tuple(frame.trace(way, drawn[way.edge]) for way in ways)
    ticks = years(in_time(subgraph.nodes), {box.iri: box.x for box in boxes})
    return Plan(frame.width, frame.height, boxes, routes, frame.lanes, ticks)


def years(ordered: Sequence[Node], columns: Mapping[str, float]) -> tuple[Tick, ...]:
    """A tick where a year begins, at the column of its first document; one without words for the undated."""
    ticks: list[Tick] = []
    for node in ordered:
        year = (node.date or "")[:4]
        if not ticks or ticks[-1].text != year:
            ticks.append(Tick(columns[node.iri], year))
    return tuple(ticks)


class Frame:
    """The heights of rows, gutters and lanes, once it is known how many tracks each gutter holds."""

    def __init__(self, placement: Placement, laid: Sequence[Laid]) -> None:
        self.placement = placement
        self.laid = {(item.run.edge, item.run.gutter): item for item in laid}
        self.tops: list[float] = []
        self.lanes: tuple[Lane, ...] = ()
        self.height = self._stack([self._tracks(gutter) for gutter in range(len(placement.rows) + 1)])
        labels = [item.label_x + item.label_width for item in laid if item.label_x is not None]
        reach = [item.extent[1] for item in laid]
        self.width = max([placement.width, ROOM - MARGIN, *labels, *reach]) + MARGIN

    def _tracks(self, gutter: int) -> int:
        return 1 + max((item.track for key, item in self.laid.items() if key[1] == gutter), default=-1)

    def _stack(self, tracks: Sequence[int]) -> float:
        """Sets the top of each row and the lanes; gives the height of all."""
        y = AXIS
        lanes: list[Lane] = []
        row = 0
        for lane in self.placement.lanes:
            begin = y
            while row < len(self.placement.rows) and self.placement.rows[row] == lane:
                y += HEADROOM + tracks[row] * TRACK + FOOTROOM * (tracks[row] > 0)
                self.tops.append(y)
                y += BOX_HEIGHT
                row += 1
            y += LANE_FOOT if y > begin else EMPTY_LANE
            lanes.append(Lane(lane, begin, y - begin, empty=y - begin == EMPTY_LANE))
        foot = tracks[-1] * TRACK + FOOTROOM if tracks[-1] else 0.0
        if lanes and foot:
            lanes[-1] = Lane(lanes[-1].key, lanes[-1].y, lanes[-1].height + foot, empty=False)
        self.lanes = tuple(lanes)
        return y + foot

    def box(self, iri: str, lane: str, row: int, x: float) -> Box:
        """The rectangle of a node."""
        return Box(iri, lane, row, x, self.tops[row], BOX_WIDTH, BOX_HEIGHT)

    def line(self, edge: int, gutter: int) -> float:
        """The y of the track of an edge in a gutter (the middle of the lowest where it has no run there)."""
        item = self.laid.get((edge, gutter))
        track = item.track if item else 0
        if gutter == len(self.tops):
            return self.tops[-1] + BOX_HEIGHT + HEADROOM + (track + 0.5) * TRACK
        return self.tops[gutter] - FOOTROOM - (track + 0.5) * TRACK

    def trace(self, way: Way, edge: int) -> Route:
        """The points of a way, from the head to the tail, and the rectangle of its label."""
        out, into = self.line(way.edge, way.leave), self.line(way.edge, way.enter)
        begin = self.tops[way.leave] if way.upwards_out else self.tops[way.leave - 1] + BOX_HEIGHT
        finish = self.tops[way.enter - 1] + BOX_HEIGHT if way.upwards_in else self.tops[way.enter]
        corners = [(way.start, begin), (way.start, out), (way.rise, out), (way.rise, into), (way.end, into)]
        return Route(edge, straighten([*corners, (way.end, finish)]), self._label(way))

    def _label(self, way: Way) -> Label | None:
        for gutter in (way.leave, way.enter):
            item = self.laid.get((way.edge, gutter))
            if item and item.label_x is not None:
                top = self.line(way.edge, gutter) - LABEL_HEIGHT / 2
                return Label(item.label_x, top, item.label_width, LABEL_HEIGHT)
        return None


def straighten(points: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """The points without repeats and without those that lie on the straight line between their neighbours."""
    kept: list[tuple[float, float]] = []
    for point in points:
        if kept and kept[-1] == point:
            continue
        while len(kept) > 1 and (kept[-2][0] == kept[-1][0] == point[0] or kept[-2][1] == kept[-1][1] == point[1]):
            kept.pop()
        kept.append(point)
    return tuple(kept)


__all__ = ["CHAIN", "LANES", "lane_of", "plan"]
