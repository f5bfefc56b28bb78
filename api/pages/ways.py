"""The ways of edges between the boxes, in terms of gutters, verticals and runs, and where they cross.

A gutter is the space above a row (the last one lies below the last row). An edge leaves its head, runs along the gutter
beside it, rises (or falls) past the rows between in one vertical, and enters its tail, where need be after a second run
in the gutter beside the tail.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.pages.placement import BOX_WIDTH
from ontology.model import Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from api.pages.placement import Place

APART = 12.0
"""The least distance between two verticals that share a gutter."""
CLEAR = 9.0
"""The least distance of a vertical from a box it passes."""


class Way(Value, frozen=True, gc=False):
    """One edge in terms of gutters: ports `start` and `end` (x), the gutters beside head and tail, the rise between."""

    edge: int
    start: float
    end: float
    rise: float
    leave: int
    enter: int
    upwards_out: bool
    upwards_in: bool


class Upright(Value, frozen=True, gc=False):
    """A vertical at `x` through the gutters `low` to `high`."""

    x: float
    low: int
    high: int


class Run(Value, frozen=True, gc=False):
    """A horizontal of one edge in one gutter; `a` is the end nearer to the head."""

    edge: int
    gutter: int
    a: float
    b: float

    @property
    def left(self) -> float:
        """The smaller x."""
        return min(self.a, self.b)

    @property
    def right(self) -> float:
        """The greater x."""
        return max(self.a, self.b)


def sides(head: Place, tail: Place) -> tuple[int, int, bool, bool]:
    """The gutters an edge leaves by and enters by, and whether it goes upwards there."""
    if head.row == tail.row:
        return head.row, head.row, True, False
    if head.row > tail.row:
        return head.row, tail.row + 1, True, True
    return head.row + 1, tail.row, False, False


def uprights(way: Way) -> list[Upright]:
    """The verticals of a way: the rise, and the stubs where its ports stand elsewhere."""
    low, high = sorted((way.leave, way.enter))
    found = [Upright(way.rise, low, high)]
    found += [Upright(way.start, way.leave, way.leave)] if way.start != way.rise else []
    found += [Upright(way.end, way.enter, way.enter)] if way.end != way.rise else []
    return found


def runs(way: Way) -> list[Run]:
    """The horizontals of a way, none of them empty."""
    if way.leave == way.enter:
        pieces = [(way.leave, way.start, way.end)]
    else:
        pieces = [(way.leave, way.start, way.rise), (way.enter, way.rise, way.end)]
    return [Run(way.edge, gutter, a, b) for gutter, a, b in pieces if a != b]


def ends(run: Run, way: Way) -> tuple[tuple[float, bool], tuple[float, bool]]:
    """The two ends of a run of a way, and whether the way goes upwards there, as seen from the run."""
    if way.leave == way.enter:
        return (run.a, not way.upwards_out), (run.b, way.upwards_in)
    if run.gutter == way.leave:
        return (run.a, not way.upwards_out), (run.b, way.upwards_out)
    return (run.a, not way.upwards_in), (run.b, way.upwards_in)


def tangle(low: tuple[Run, Way], high: tuple[Run, Way]) -> int:
    """How often two runs of one gutter cross if the first lies lower: its ends that rise, the other's that fall."""
    rising = [x for x, up in ends(*low) if up]
    falling = [x for x, up in ends(*high) if not up]
    return sum(high[0].left < x < high[0].right for x in rising) + sum(low[0].left < x < low[0].right for x in falling)


def passes(places: Iterable[Place], x: float, low: int, high: int) -> bool:
    """Whether a vertical at x from gutter to gutter meets no box of the rows between."""
    boxes = (place for place in places if low <= place.row < high)
    return all(not place.x - CLEAR < x < place.x + BOX_WIDTH + CLEAR for place in boxes)


def crosses(run: Run, upright: Upright) -> bool:
    """Whether a vertical that goes on beyond the gutter of a run stands between its ends."""
    return upright.low <= run.gutter <= upright.high and run.left < upright.x < run.right and upright.low < upright.high
