"""Walks in the lineage as values: chains up to roots and down to leaves, and what lies around a document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise, zip_longest

import numpy as np

from graph.catalogue import Catalogue
from graph.condensation import as_led, ways_of
from graph.evidence import Witness
from graph.lineage import NAMES, Lineage, Rows, mask
from graph.values import Chain, Edge, Link, Node, Path, Subgraph
from ontology.errors import NotFound

WHOLE_DATE = 10
MOST_SHOWN = 100


class Walker:
    """Walks over one published copy. Node numbers are places in the order of IRIs."""

    def __init__(
        self, lineage: Lineage, iris: Sequence[str], catalogue: Catalogue, witness: Witness, version: str
    ) -> None:
        self.lineage = lineage
        self.iris = iris
        self.catalogue = catalogue
        self.witness = witness
        self.version = version
        self._edges: dict[tuple[str, str, str], Edge] = {}

    def chain(  # noqa: PLR0913 - each narrows the question in its own way
        self, focus: Node, *, up: bool, down: bool, to: Node | None, depth: int, predicates: frozenset[str] | None
    ) -> Chain:
        """The paths from `focus` to its roots and to its leaves, or those between it and `to`, shortest first."""
        found: dict[bool, tuple[Path, ...]] = {True: (), False: ()}
        total, cycles = 0, set[tuple[str, ...]]()
        for direction, wanted in ((True, up), (False, down)):
            if wanted:
                found[direction], count, met = self._paths(focus, to, depth, predicates, up=direction)
                total += count
                cycles |= met
        return Chain(focus, found[True], found[False], str(total), tuple(sorted(cycles)), self.version)

    def around(  # noqa: PLR0913 - each narrows the question in its own way
        self, focus: Node, *, depth: int, up: bool, down: bool, predicates: frozenset[str] | None, limit: int
    ) -> Subgraph:
        """The nodes within `depth` steps, nearest first, at most `limit`, and all edges among them."""
        start = self._number(focus.iri)
        walked = [
            self.lineage.closure(start, up=direction, predicates=predicates, depth=depth)
            for direction, wanted in ((True, up), (False, down))
            if wanted
        ]
        total = len(np.unique(np.concatenate([level for levels in walked for level in levels]))) if walked else 1
        # Levels are in the order of IRIs; what both directions reach counts where it is nearer.
        nearest: dict[int, None] = {start: None}
        for levels in zip_longest(*walked, fillvalue=np.empty(0, dtype=np.int32)):
            if len(nearest) >= limit:
                break
            nearest.update(dict.fromkeys(np.unique(np.concatenate(levels)).tolist()))
        nearest = dict.fromkeys(list(nearest)[:limit])
        cards = self.catalogue.nodes(self.iris[node] for node in nearest)
        return Subgraph(focus.iri, tuple(cards.values()), tuple(self._among(nearest, predicates)), total, self.version)

    def degrees(self, iris: Iterable[str], predicates: frozenset[str] | None) -> dict[str, tuple[int, int]]:
        """How many distinct neighbours each node has up and down."""
        allowed = mask(predicates)

        def count(rows: Rows, number: int) -> int:
            return len({target for target, code in rows.neighbours(number) if allowed is None or allowed[code]})

        numbers = {iri: self._number(iri) for iri in iris}
        return {iri: (count(self.lineage.up, at), count(self.lineage.down, at)) for iri, at in numbers.items()}

    def _among(self, nodes: Collection[int], predicates: Iterable[str] | None) -> list[Edge]:
        allowed, inside = mask(predicates), set(nodes)
        return self.witness.edges(
            (self.iris[node], NAMES[code], self.iris[target])
            for node in nodes
            for target, code in self.lineage.up.neighbours(node)
            if target in inside and (allowed is None or allowed[code])
        )

    def _paths(
        self, focus: Node, to: Node | None, depth: int, predicates: frozenset[str] | None, *, up: bool
    ) -> tuple[tuple[Path, ...], int, set[tuple[str, ...]]]:
        start, goal = self._number(focus.iri), self._number(to.iri) if to else None
        ways = ways_of(self.lineage, start, goal, up=up, predicates=predicates, depth=depth)
        found = [steps if up else steps[::-1] for steps in ways.shortest(MOST_SHOWN)]
        cards = self.catalogue.nodes({self.iris[node] for steps in found for node in steps})
        self._recall({pair for steps in found for pair in pairwise(steps)}, predicates)
        walks = tuple(self._path(steps, predicates, cards) for steps in found)
        return walks, ways.total, {tuple(self.iris[node] for node in as_led(cycle, up=up)) for cycle in ways.cycles}

    def _path(self, steps: Sequence[int], predicates: frozenset[str] | None, cards: Mapping[str, Node]) -> Path:
        iris = [self.iris[step] for step in steps]
        links = []
        for head, tail in pairwise(steps):
            edge = self._edges[self._key(head, tail, predicates)]
            links.append(Link(edge, gap(cards[edge.tail].date, cards[edge.head].date)))
        surest = [max((one.confidence for one in link.edge.evidence), default=0.0) for link in links]
        weakest = int(np.argmin(surest)) if surest else None
        return Path(tuple(cards[iri] for iri in iris), tuple(links), weakest)

    def _key(self, head: int, tail: int, predicates: frozenset[str] | None) -> tuple[str, str, str]:
        """The strongest edge that is walked between two neighbours."""
        return self.iris[head], self.lineage.strongest(head, tail, predicates), self.iris[tail]

    def _recall(self, pairs: Iterable[tuple[int, int]], predicates: frozenset[str] | None) -> None:
        """Read the evidence of all links of a chain at once."""
        keys = sorted({self._key(head, tail, predicates) for head, tail in pairs} - self._edges.keys())
        self._edges.update(zip(keys, self.witness.edges(keys), strict=True))

    def _number(self, iri: str) -> int:
        number = bisect_left(self.iris, iri)
        if number == len(self.iris) or self.iris[number] != iri:
            raise NotFound(f"{iri} is in no lineage: only the register knows it")
        return number


def gap(earlier: str | None, later: str | None) -> int | None:
    """Days from one whole date to another; None where either is not known to the day."""
    if not earlier or not later or len(earlier) != WHOLE_DATE or len(later) != WHOLE_DATE:
        return None
    try:
        return (date.fromisoformat(later) - date.fromisoformat(earlier)).days
    except ValueError:
        return None
