"""Which way each edge takes between the boxes: it meets no box, and no two verticals of one gutter stand too close."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from api.pages.placement import BOX_WIDTH
from api.pages.untangling import untangle
from api.pages.ways import APART, Run, Upright, Way, crosses, passes, runs, sides, uprights

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from api.pages.placement import Place

INSET = 16.0
"""How far from the corner of a box its first port stands."""
PORTS = 5
"""How many free ports of a box are tried from its left; of a head also the last two, which may see past boxes."""
_BEND, _CROSSING = 26.0, 34.0


class Router:
    """Finds ways one after another, each the cheapest given those before."""

    def __init__(self, places: Mapping[str, Place]) -> None:
        self.places = places
        self.taken: list[Upright] = []
        self.laid: list[Run] = []

    def route(self, edge: int, head: str, tail: str) -> Way:
        """The cheapest way of an edge: few bends, few crossings, short."""
        source, target = self.places[head], self.places[tail]
        best = min(self._ways(edge, source, target), key=lambda way: self._cost(way, source, target))
        self.taken += uprights(best)
        self.laid += runs(best)
        return best

    def _ways(self, edge: int, source: Place, target: Place) -> Iterator[Way]:
        leave, enter, out, into = sides(source, target)
        ends = self._ports(target, enter)[:PORTS]
        ports = self._ports(source, leave)
        starts = list(dict.fromkeys([*ports[:PORTS], *ports[-2:]]))
        starts += [x for x in ends if self._within(x, source) and x not in starts and self._open(x, leave, leave)]
        for start, end in product(starts, ends):
            if leave == enter:
                if start != end and abs(start - end) < APART:
                    continue
                yield Way(edge, start, end, end, leave, enter, out, into)
                continue
            for rise in self._rises(start, end, leave, enter):
                yield Way(edge, start, end, rise, leave, enter, out, into)

    def _ports(self, place: Place, gutter: int) -> list[float]:
        slots = [place.x + INSET + at * APART for at in range(int((BOX_WIDTH - 2 * INSET) // APART) + 1)]
        return [x for x in slots if self._open(x, gutter, gutter)] or [place.x + BOX_WIDTH / 2]

    @staticmethod
    def _within(x: float, place: Place) -> bool:
        return place.x + INSET <= x <= place.x + BOX_WIDTH - INSET

    def _rises(self, start: float, end: float, leave: int, enter: int) -> list[float]:
        low, high = sorted((leave, enter))
        straight = [x for x in dict.fromkeys((end, start)) if self._passes(x, low, high)]
        if straight:
            return straight
        middle = (start + end) / 2
        around = (middle + sign * step * APART for step in range(400) for sign in (1, -1))
        apart = (x for x in around if min(abs(x - start), abs(x - end)) >= APART and x > 0)
        return [next((x for x in apart if self._passes(x, low, high)), middle)]

    def _passes(self, x: float, low: int, high: int) -> bool:
        """Whether a vertical at x meets no box of the rows between the gutters, and no other vertical."""
        return passes(self.places.values(), x, low, high) and self._open(x, low, high)

    def _open(self, x: float, low: int, high: int) -> bool:
        return all(abs(x - other.x) >= APART or other.high < low or high < other.low for other in self.taken)

    def _cost(self, way: Way, source: Place, target: Place) -> tuple[float, float, float]:
        mine, lying = uprights(way), runs(way)
        length = sum(run.right - run.left for run in lying)
        crossings = sum(crosses(run, upright) for run in lying for upright in self.taken)
        crossings += sum(crosses(run, upright) for run in self.laid for upright in mine)
        off = (way.start - source.x) * 0.2 + (way.end - target.x) * 0.35
        return (length * 0.3 + _BEND * 2 * len(lying) + _CROSSING * crossings + off, way.start, way.end)


def route(places: Mapping[str, Place], edges: Sequence[tuple[str, str]]) -> list[Way]:
    """A way for each edge, in the order given. Those that pass most rows choose first: they have the least choice."""
    router = Router(places)

    def reach(at: int) -> tuple[int, float, int]:
        head, tail = (places[iri] for iri in edges[at])
        return (-abs(head.row - tail.row), abs(head.x - tail.x), at)

    found = {at: router.route(at, *edges[at]) for at in sorted(range(len(edges)), key=reach)}
    return untangle([found[at] for at in range(len(edges))], edges, places)
