"""The outline of a lineage: what a walk from a document reaches and how it hangs together, before evidence is read.

A page decides from the outline what it draws, gathers and counts; it then reads the evidence of the edges it shows.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from graph.catalogue import Catalogue
from graph.lineage import NAMES, Ints, Lineage, mask
from graph.values import Node
from ontology.errors import NotFound
from ontology.model import Value

MOST: Final = 20_000
"""So many cards are read at most; what lies farther from the focus is counted."""

FAR: Final = 30_000
"""The distance of what is not reached: no walk takes so many steps."""

Truths = NDArray[np.bool_]
Steps = NDArray[np.int16]


class Reach(Value, frozen=True, gc=False):
    """How far a walk goes: steps from the focus upwards (from head to tail) and downwards, along which relations.

    From the nodes in `expanded` it goes one step farther, either way; beyond those in `folded` it does not go.
    """

    focus: str
    up: int = 4
    down: int = 1
    predicates: frozenset[str] | None = None
    expanded: tuple[str, ...] = ()
    folded: tuple[str, ...] = ()


class Outline(Value, frozen=True):
    """What a walk reached: cards, nearest first, the edges among them (head, predicate, tail) and how many lie beyond.

    `steps` is the distance of each node from the focus; `behind` counts, for a node with neighbours that were not
    reached, how many those are; `total` counts all nodes that were reached, also those beyond `MOST`.
    """

    focus: str
    nodes: tuple[Node, ...]
    edges: tuple[tuple[str, str, str], ...]
    steps: dict[str, int]
    behind: dict[str, int]
    total: int
    version: str = ""


class Surveyor:
    """Makes outlines over one lineage; node numbers are places in the order of IRIs."""

    def __init__(self, lineage: Lineage, iris: Sequence[str], catalogue: Catalogue, version: str) -> None:
        self.lineage = lineage
        self.iris = iris
        self.catalogue = catalogue
        self.version = version

    def outline(self, reach: Reach) -> Outline:
        """The outline of a walk; raises NotFound where the focus is in no lineage."""
        start = self._number(reach.focus)
        if start is None:
            raise NotFound(f"{reach.focus} is in no lineage: only the register knows it")
        allowed = mask(reach.predicates)
        distance = self._walk(start, reach, allowed)
        reached = np.flatnonzero(distance != FAR).astype(np.int32)
        numbers = reached[np.argsort(distance[reached], kind="stable")][:MOST]
        inside = np.zeros(len(self.iris), dtype=np.bool_)
        inside[numbers] = True
        order = numbers.tolist()
        cards = self.catalogue.nodes(self.iris[node] for node in order)
        return Outline(
            focus=reach.focus,
            nodes=tuple(cards.values()),
            edges=tuple(self._among(numbers, inside, allowed)),
            steps={self.iris[node]: step for node, step in zip(order, distance[numbers].tolist(), strict=True)},
            behind=self._behind(numbers, inside, allowed),
            total=len(reached),
            version=self.version,
        )

    def _walk(self, start: int, reach: Reach, allowed: Truths | None) -> Steps:
        """The distance of each node from the start, `FAR` where it is not reached."""
        closed = np.zeros(len(self.iris), dtype=np.bool_)
        closed[self._numbers(reach.folded)] = True
        closed[start] = False
        distance = np.full(len(self.iris), FAR, dtype=np.int16)
        first = np.array([start], dtype=np.int32)
        for rows, depth in ((self.lineage.up, reach.up), (self.lineage.down, reach.down)):
            for step, level in enumerate(rows.levels(first, allowed, min(depth, FAR - 2), closed=closed)):
                distance[level] = np.minimum(distance[level], step)
        for node in self._numbers(reach.expanded):
            if distance[node] != FAR and not closed[node]:
                here = np.array([node], dtype=np.int32)
                for rows in (self.lineage.up, self.lineage.down):
                    near = rows.incident(here, allowed)[1]
                    distance[near] = np.minimum(distance[near], distance[node] + 1)
        return distance

    def _among(self, nodes: Ints, inside: Truths, allowed: Truths | None) -> Iterable[tuple[str, str, str]]:
        heads, tails, codes = self.lineage.up.incident(nodes, allowed)
        kept = inside[tails]
        found = zip(heads[kept].tolist(), codes[kept].tolist(), tails[kept].tolist(), strict=True)
        return ((self.iris[head], NAMES[code], self.iris[tail]) for head, code, tail in sorted(found))

    def _behind(self, nodes: Ints, inside: Truths, allowed: Truths | None) -> dict[str, int]:
        pairs = []
        for rows in (self.lineage.up, self.lineage.down):
            here, there, _ = rows.incident(nodes, allowed)
            out = ~inside[there]
            pairs.append(here[out].astype(np.int64) * len(self.iris) + there[out])
        each = np.unique(np.concatenate(pairs)) // len(self.iris)
        found, counts = np.unique(each, return_counts=True)
        return {self.iris[node]: count for node, count in zip(found.tolist(), counts.tolist(), strict=True)}

    def _numbers(self, iris: Iterable[str]) -> list[int]:
        return [number for iri in iris if (number := self._number(iri)) is not None]

    def _number(self, iri: str) -> int | None:
        number = bisect_left(self.iris, iri)
        return number if number < len(self.iris) and self.iris[number] == iri else None
