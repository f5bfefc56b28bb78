"""Second thoughts about ports: two edges at the same side of a box swap theirs where that saves crossings."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from api.pages.ways import APART, Way, passes, runs, tangle, uprights

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from api.pages.placement import Place

ROUNDS = 4
"""How often all pairs are tried; a few rounds settle what swaps can settle."""


def untangle(ways: Sequence[Way], edges: Sequence[tuple[str, str]], places: Mapping[str, Place]) -> list[Way]:
    """The ways with ports swapped as long as a swap saves a crossing and meets no box."""
    found = list(ways)
    for _ in range(ROUNDS):
        swaps = [_try(found, pair, places) for pair in _pairs(found, edges)]
        if not any(swaps):
            break
    return found


def _pairs(
    ways: Sequence[Way], edges: Sequence[tuple[str, str]]
) -> Iterator[tuple[tuple[int, bool], tuple[int, bool]]]:
    """Pairs of ports at the same side of one box; a port is an edge and whether it is its head's."""
    ports = [(at, head) for at in range(len(ways)) for head in (True, False)]

    def side(port: tuple[int, bool]) -> tuple[str, int]:
        at, head = port
        return (edges[at][0], ways[at].leave) if head else (edges[at][1], ways[at].enter)

    return (pair for pair in combinations(ports, 2) if side(pair[0]) == side(pair[1]) and pair[0][0] != pair[1][0])


def _try(ways: list[Way], pair: tuple[tuple[int, bool], tuple[int, bool]], places: Mapping[str, Place]) -> bool:
    """Swaps two ports where that is better, and says whether it did."""
    (one, one_head), (two, two_head) = pair
    first, second = ways[one], ways[two]
    others = [way for at, way in enumerate(ways) if at not in {one, two}]
    now = _crossings([first, second], others)
    if not now:
        return False
    new_first = moved(first, port(second, head=two_head), head=one_head)
    new_second = moved(second, port(first, head=one_head), head=two_head)
    if not (_stands(new_first, [*others, new_second], places) and _stands(new_second, [*others, new_first], places)):
        return False
    if _crossings([new_first, new_second], others) >= now:
        return False
    ways[one], ways[two] = new_first, new_second
    return True


def port(way: Way, *, head: bool) -> float:
    """The x at which a way leaves its head or enters its tail."""
    return way.start if head else way.end


def moved(way: Way, x: float, *, head: bool) -> Way:
    """The way with one port at x; a rise that stood at the port moves with it."""
    rise = x if way.rise == port(way, head=head) else way.rise
    start, end = (x, way.end) if head else (way.start, x)
    if way.leave == way.enter:
        rise = end
    return Way(way.edge, start, end, rise, way.leave, way.enter, way.upwards_out, way.upwards_in)


def _stands(way: Way, others: Sequence[Way], places: Mapping[str, Place]) -> bool:
    """Whether the verticals of a way meet no box and stand clear of all others."""
    standing = [upright for other in others for upright in uprights(other)]
    for mine in uprights(way):
        if mine.low < mine.high and not passes(places.values(), mine.x, mine.low, mine.high):
            return False
        if any(abs(mine.x - s.x) < APART and mine.low <= s.high and s.low <= mine.high for s in standing):
            return False
    return True


def _crossings(mine: Sequence[Way], others: Sequence[Way]) -> int:
    """How often some ways cross each other and the rest, each pair of runs on the better of its two orders."""
    pairs = [(way, other) for way in mine for other in others]
    return sum(_between(a, b) for a, b in [*pairs, (mine[0], mine[1])])


def _between(a: Way, b: Way) -> int:
    """How often two ways cross."""
    if max(a.leave, a.enter) < min(b.leave, b.enter) or max(b.leave, b.enter) < min(a.leave, a.enter):
        return 0
    meeting = [(x, y) for x in runs(a) for y in runs(b) if x.gutter == y.gutter]
    total = sum(min(tangle((x, a), (y, b)), tangle((y, b), (x, a))) for x, y in meeting)
    return total + _struck(a, b) + _struck(b, a)


def _struck(way: Way, by: Way) -> int:
    """How often the rise of one way goes right through a gutter and a run of another there."""
    low, high = sorted((by.leave, by.enter))
    return sum(low < run.gutter < high and run.left < by.rise < run.right for run in runs(way))
