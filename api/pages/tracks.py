"""The track of each run inside its gutter, and where the words of each edge stand on it.

Runs that overlap take different tracks; which lies lower is chosen so that they cross the fewest verticals. A label
counts as part of its run, so no two labels ever meet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.pages.ways import Run, ends, tangle, uprights
from api.pages.ways import runs as runs_of
from ontology.model import Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from api.pages.ways import Upright, Way

LABEL_GAP = 14.0
"""The least distance of a label from the bends of its own run, and between two things of one track."""
STEP = 6.0


class Laid(Value, frozen=True, gc=False):
    """A run with its track (0 is the lowest of the gutter) and the left edge of its label, where it carries one."""

    run: Run
    track: int
    label_x: float | None = None
    label_width: float = 0.0

    @property
    def extent(self) -> tuple[float, float]:
        """From the leftmost to the rightmost x that the run and its label take."""
        if self.label_x is None:
            return self.run.left, self.run.right
        return min(self.run.left, self.label_x), max(self.run.right, self.label_x + self.label_width)


def carrier(way: Way) -> Run:
    """The run that carries the label: the longest, or an empty one beside a way that goes straight."""
    found = runs_of(way)
    return max(found, key=lambda run: run.right - run.left) if found else Run(way.edge, way.leave, way.start, way.start)


def label_at(run: Run, width: float, standing: Sequence[Upright]) -> float:
    """The left edge of a label on its run: near the head, where it covers the fewest verticals of others."""
    room = run.right - run.left - 2 * LABEL_GAP
    if room < width:
        spots = [run.right + LABEL_GAP / 2, run.left - LABEL_GAP / 2 - width]
    else:
        shifts = [run.left + LABEL_GAP + at * STEP for at in range(int((room - width) // STEP) + 1)]
        spots = shifts if run.a < run.b else [run.left + run.right - x - width for x in shifts]
    here = [upright.x for upright in standing if upright.low <= run.gutter <= upright.high]

    def covered(x: float) -> int:
        return sum(x - 3 < other < x + width + 3 for other in here)

    return min(spots, key=covered)


def lay(ways: Sequence[Way], widths: Sequence[float]) -> list[Laid]:
    """Every run of every way with its track and, once for each edge, its label."""
    standing = [(way.edge, upright) for way in ways for upright in uprights(way)]
    items: list[Laid] = []
    for way in ways:
        bearer = carrier(way)
        others = [upright for edge, upright in standing if edge != way.edge]
        spot = label_at(bearer, widths[way.edge], others)
        items += [Laid(run, 0) for run in runs_of(way) if run != bearer]
        items.append(Laid(bearer, 0, spot, widths[way.edge]))
    by_edge = {way.edge: way for way in ways}
    laid: list[Laid] = []
    for gutter in sorted({item.run.gutter for item in items}):
        mine = sorted((item for item in items if item.run.gutter == gutter), key=_reach)
        laid += _assign(_untangle(mine, by_edge))
    return laid


def _reach(item: Laid) -> tuple[float, float, int]:
    """Longer runs first, which puts them lower."""
    return (item.run.left - item.run.right, item.run.left, item.run.edge)


def _assign(ordered: Sequence[Laid]) -> list[Laid]:
    """The lowest track above all earlier items that overlap."""
    placed: list[Laid] = []
    for item in ordered:
        below = [other.track for other in placed if _meet(other, item)]
        placed.append(Laid(item.run, 1 + max(below, default=-1), item.label_x, item.label_width))
    return placed


def _meet(a: Laid, b: Laid) -> bool:
    (a_left, a_right), (b_left, b_right) = a.extent, b.extent
    return a_left < b_right + LABEL_GAP and b_left < a_right + LABEL_GAP


def _untangle(items: list[Laid], ways: dict[int, Way]) -> list[Laid]:
    """The order from the lowest up, with neighbours swapped as long as that saves a crossing."""
    order = list(items)
    for _ in range(len(order)):
        swapped = False
        for at in range(len(order) - 1):
            low, high = order[at], order[at + 1]
            if _tangle(high, low, ways) < _tangle(low, high, ways):
                order[at], order[at + 1] = high, low
                swapped = True
        if not swapped:
            break
    return order


def _tangle(low: Laid, high: Laid, ways: dict[int, Way]) -> int:
    """How often two runs, with their labels, cross where `low` lies below `high`."""
    lower, upper = ways[low.run.edge], ways[high.run.edge]
    words = sum(_struck(high, x) for x, up in ends(low.run, lower) if up)
    words += sum(_struck(low, x) for x, up in ends(high.run, upper) if not up)
    return tangle((low.run, lower), (high.run, upper)) + words


def _struck(item: Laid, x: float) -> bool:
    """Whether a vertical at x strikes through the label of a run."""
    return item.label_x is not None and item.label_x - 3 < x < item.label_x + item.label_width + 3
