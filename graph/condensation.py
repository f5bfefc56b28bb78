"""How many ways lead through a piece of the lineage, exactly, and the shortest of them.

Documents that lead to one another (a cycle) are one knot. A way is told by the links by which it passes from knot to
knot, each document reached by the shortest way inside its knot; so the ways are finite in number, a cycle is shown and
never walked round, and where there is no cycle a way is simply a path. The number is a sum over the knots, each counted
once (dynamic programming), however many ways there are.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

import networkx as nx

from graph.lineage import Lineage

Links = Mapping[int, Sequence[int]]
"""To each document those it leads to, in order; every document is a key."""


def ways_of(  # noqa: PLR0913 - each bounds the walk in its own way
    lineage: Lineage,
    start: int,
    goal: int | None = None,
    *,
    up: bool,
    predicates: frozenset[str] | None = None,
    depth: int = 1 << 30,
) -> Condensation:
    """The ways in one direction of the lineage, over documents within `depth` steps; none where a goal is not reached.

    Every chain that phahe shows or counts is one of these.
    """
    nodes = _within(lineage, start, up=up, predicates=predicates, depth=depth)
    if goal is not None:
        nodes &= _within(lineage, goal, up=not up, predicates=predicates)
    return Condensation(lineage.links(nodes | {start}, up=up, predicates=predicates), start, goal)


def as_led(cycle: tuple[int, ...], *, up: bool) -> tuple[int, ...]:
    """A cycle of a walk in one direction as its links lead, from head to tail."""
    return cycle if up else (cycle[0], *cycle[:0:-1])


def _within(
    lineage: Lineage, start: int, *, up: bool, predicates: frozenset[str] | None, depth: int = 1 << 30
) -> set[int]:
    levels = lineage.closure(start, up=up, predicates=predicates, depth=depth)
    return {node for level in levels for node in level.tolist()}


class Condensation:
    """The ways from `start` to where nothing leads on, or to `goal`. `links` holds all that lies on the walk."""

    def __init__(self, links: Links, start: int, goal: int | None = None) -> None:
        self.links = links
        self.start = start
        self.goal = goal

    @cached_property
    def _order(self) -> list[int]:
        """The documents that stand in no cycle and lead into none, ends first."""
        open_ = {node: len(targets) for node, targets in self.links.items()}
        into: dict[int, list[int]] = {node: [] for node in self.links}
        for node, targets in self.links.items():
            for target in targets:
                into[target].append(node)
        order = [node for node, count in open_.items() if count == 0]
        for node in order:
            for before in into[node]:
                open_[before] -= 1
                if open_[before] == 0:
                    order.append(before)
        return order

    @cached_property
    def knots(self) -> list[tuple[int, ...]]:
        """All knots, ends first; a document in no cycle is a knot by itself."""
        done = set(self._order)
        rest = nx.DiGraph()
        left = [node for node in self.links if node not in done]
        rest.add_nodes_from(left)
        rest.add_edges_from((node, target) for node in left for target in self.links[node] if target not in done)
        tied = [tuple(sorted(knot)) for knot in nx.strongly_connected_components(rest)]
        return [(node,) for node in self._order] + tied

    @cached_property
    def knot_of(self) -> dict[int, int]:
        """The number of the knot of each document."""
        return {node: number for number, knot in enumerate(self.knots) for node in knot}

    @cached_property
    def cycles(self) -> list[tuple[int, ...]]:
        """Cycles, each walkable from its least document on: through every document of a knot a shortest one."""
        found: set[tuple[int, ...]] = set()
        for knot in self.knots:
            left = set(knot) if len(knot) > 1 or knot[0] in self.links[knot[0]] else set()
            while left:
                cycle = self._round(min(left), knot)
                least = cycle.index(min(cycle))
                found.add(cycle[least:] + cycle[:least])
                left.difference_update(cycle)
        return sorted(found)

    def _round(self, start: int, knot: Collection[int]) -> tuple[int, ...]:
        """A shortest way from a document of a knot back to itself."""
        inside = self._inside(start, knot)
        return min((way for node, way in inside.items() if start in self.links[node]), key=lambda way: (len(way), way))

    def _leaving(self, knot: Collection[int]) -> Iterator[tuple[int, int]]:
        """The links out of a knot."""
        for node in knot:
            for target in self.links[node]:
                if target not in knot:
                    yield node, target

    @cached_property
    def ways(self) -> dict[int, int]:
        """To each document how many ways lead on from its knot to an end."""
        counts: dict[int, int] = {}
        for knot in self.knots:
            if len(knot) == 1:
                onward = sum([counts[target] for target in self.links[knot[0]] if target != knot[0]])
            else:
                onward = sum(counts[target] for _, target in self._leaving(set(knot)))
            ends = self.goal in knot if self.goal is not None else onward == 0
            for node in knot:
                counts[node] = 1 if ends else onward
        return counts

    @property
    def total(self) -> int:
        """How many ways there are from the start; none where it leads nowhere, round only, or not to the goal."""
        knot = self.knots[self.knot_of[self.start]]
        if self.start == self.goal or (self.goal not in knot and not any(self._leaving(knot))):
            return 0
        return self.ways[self.start]

    def shortest(self, limit: int) -> list[tuple[int, ...]]:
        """The first `limit` ways, shorter ones first, of equal ones by the order of their documents."""
        if not self.total:
            return []
        queue: list[tuple[int, tuple[int, ...], bool]] = [(self._ahead[self.start], (self.start,), False)]
        found: list[tuple[int, ...]] = []
        while queue and len(found) < limit:
            _, way, whole = heapq.heappop(queue)
            if whole:
                found.append(way)
                continue
            for steps, ends in self._onward(way[-1]):
                longer = (*way, *steps)
                rest = 0 if ends else self._ahead[longer[-1]]
                heapq.heappush(queue, (len(longer) - 1 + rest, longer, ends))
        return found

    def _onward(self, entry: int) -> Iterator[tuple[tuple[int, ...], bool]]:
        """The steps from a document into the next knots, or, with true, to the end of the way."""
        knot = self.knots[self.knot_of[entry]]
        inside = self._inside(entry, knot)
        if self.goal is not None and self.goal in inside:
            yield inside[self.goal][1:], True
            return
        ended = True
        for node, target in self._leaving(inside):
            ended = False
            if self.ways[target]:
                yield (*inside[node][1:], target), False
        if ended and self.goal is None:
            yield (), True

    def _inside(self, entry: int, knot: Collection[int]) -> dict[int, tuple[int, ...]]:
        """The shortest way to each document of a knot from the one by which it is entered."""
        found: dict[int, tuple[int, ...]] = {entry: (entry,)}
        if len(knot) == 1:
            return found
        members, ahead = set(knot), [entry]
        for node in ahead:
            for target in self.links[node]:
                if target in members and target not in found:
                    found[target] = (*found[node], target)
                    ahead.append(target)
        return found

    @cached_property
    def _ahead(self) -> dict[int, int]:
        """How many steps at the least lead from a document, entered there, to an end."""
        least: dict[int, int] = {}
        for knot in self.knots:
            if len(knot) == 1 and knot[0] != self.goal:
                onward = [least[target] for target in self.links[knot[0]] if target in least]
                if onward or self.ways[knot[0]]:
                    least[knot[0]] = 1 + min(onward) if onward else 0
            elif self.ways[knot[0]]:
                for entry in knot:
                    least[entry] = min(
                        len(steps) + (0 if ends else least[steps[-1]]) for steps, ends in self._onward(entry)
                    )
        return least
