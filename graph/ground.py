"""What all audits stand on: one published copy with its lineage, and who bears each of its documents, as arrays."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from graph.values import Edge, Node
from graph.walks import gap
from ontology import identity
from ontology.errors import NotFound
from ontology.registers import Register

if TYPE_CHECKING:
    from graph.reader import Reader

CARRYING: Final = frozenset({"implements", "details", "guides", "promulgates", "continues", "reviews", "disseminates"})
"""The relations by which a document, or an activity, carries another one out."""

RESTING: Final = CARRYING | {"basedOn"}
"""The relations by which a document rests on another: without it, it would have no ground."""

REMEMBERED: Final = 50_000
"""Edges whose evidence is kept in memory."""

Ints = NDArray[np.int32]


class Bearers(NamedTuple):
    """For each node number its level, place and body (codes, -1 if not known), date (empty if none) and type.

    `days` are the dates as numbers that stand in the same order (20200408; 20200000 for a year alone, 0 for none).
    """

    level: Ints
    place: Ints
    body: Ints
    levels: tuple[str, ...]
    places: tuple[str, ...]
    bodies: tuple[str, ...]
    dates: Sequence[str]
    days: Ints
    types: Sequence[str]
    documents: NDArray[np.bool_]
    seen: NDArray[np.bool_]


class Ground:
    """One reader, with what audits ask it again and again. Make it by `ground(reader)`, which keeps it."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.lineage = reader.lineage
        self.iris: Sequence[str] = reader.walker.iris
        self._edges: dict[tuple[str, str, str], Edge] = {}

    @property
    def register(self) -> Register:
        """The register."""
        return self.reader.register

    @property
    def version(self) -> str:
        """The published copy."""
        return self.reader.version

    @cached_property
    def bearers(self) -> Bearers:
        """Who bears each document; read once."""
        rows = self.reader.catalogue.db.execute(
            "SELECT level, place, body, date, type, kind = 'document', seen FROM nodes ORDER BY iri"
        ).fetchall()
        columns = list(zip(*rows, strict=True)) or [()] * 7
        (level, levels), (place, places), (body, bodies) = (_coded(column) for column in columns[:3])
        return Bearers(
            level=level,
            place=place,
            body=body,
            levels=levels,
            places=places,
            bodies=bodies,
            dates=tuple(date or "" for date in columns[3]),
            days=np.fromiter((day_number(date) for date in columns[3]), dtype=np.int32),
            types=tuple(columns[4]),
            documents=np.array(columns[5], dtype=np.bool_),
            seen=np.array(columns[6], dtype=np.bool_),
        )

    @cached_property
    def maybe(self) -> dict[str, list[int]]:
        """To each document those mentions, by number, that may mean it and could not be told from others."""
        rows = self.reader.catalogue.db.execute("SELECT iri FROM nodes WHERE ambiguous ORDER BY iri").fetchall()
        found: dict[str, list[int]] = {}
        for node in self.reader.nodes(row[0] for row in rows).values():
            for candidate in node.ambiguous:
                found.setdefault(candidate, []).append(self.number(node.iri))
        return found

    def number(self, iri: str) -> int:
        """The place of a node in the order of IRIs; raises NotFound for what stands in no lineage."""
        found = bisect_left(self.iris, iri)
        if found == len(self.iris) or self.iris[found] != iri:
            raise NotFound(f"{iri} is in no lineage: only the register knows it")
        return found

    def cards(self, numbers: Iterable[int]) -> dict[int, Node]:
        """The cards of nodes by number."""
        wanted = {self.iris[number]: number for number in numbers}
        return {wanted[iri]: node for iri, node in self.reader.nodes(wanted).items()}

    def card(self, number: int) -> Node:
        """The card of a node."""
        return self.reader.node(self.iris[number])

    def edge(self, head: int, predicate: str, tail: int) -> Edge:
        """An edge with its evidence, remembered."""
        key = (self.iris[head], predicate, self.iris[tail])
        found = self._edges.get(key)
        if found is None:
            if len(self._edges) >= REMEMBERED:
                self._edges.clear()
            found = self._edges[key] = self.reader.witness.edge(*key)
        return found

    def link(self, head: int, tail: int, predicates: frozenset[str] | None) -> Edge:
        """The strongest edge from one node to the next."""
        return self.edge(head, self.lineage.strongest(head, tail, predicates), tail)

    def recall(self, pairs: Iterable[tuple[int, int]], predicates: frozenset[str] | None) -> None:
        """Read the strongest edges between nodes and the next ones, all at once, for `link` to remember."""
        asked = {
            (self.iris[head], self.lineage.strongest(head, tail, predicates), self.iris[tail]) for head, tail in pairs
        }
        if len(self._edges) + len(asked) > REMEMBERED:
            self._edges.clear()
        wanted = sorted(asked - self._edges.keys())
        self._edges.update(zip(wanted, self.reader.witness.edges(wanted), strict=True))

    def reach(self, start: int, *, up: bool, predicates: frozenset[str] | None, depth: int = 1 << 30) -> dict[int, int]:
        """All nodes that can be reached, with the number of steps to each."""
        levels = self.lineage.closure(start, up=up, predicates=predicates, depth=depth)
        return {node: steps for steps, level in enumerate(levels) for node in level.tolist()}

    def edges(
        self, nodes: Iterable[int], *, up: bool, predicates: frozenset[str] | None
    ) -> tuple[Ints, Ints, NDArray[np.int8]]:
        """All links of these nodes in one direction: from which, to which, by which relation (its code)."""
        return self.lineage.edges_of(nodes, up=up, predicates=predicates)

    def links(self, nodes: Iterable[int], *, up: bool, predicates: frozenset[str] | None) -> dict[int, list[int]]:
        """To each of these nodes those among them that it leads to, in order, each once."""
        return self.lineage.links(nodes, up=up, predicates=predicates)

    def tree(self, goal: int, predicates: frozenset[str], barred: Ints | None = None) -> dict[int, int]:
        """To each node below `goal` the next one on a shortest way up to it (the goal itself to itself).

        No way leads through `barred` nodes.
        """
        seen = np.zeros(len(self.iris), dtype=np.bool_)
        seen[goal] = True
        if barred is not None:
            seen[barred] = True
        after, frontier = {goal: goal}, [goal]
        while frontier:
            sources, targets, _ = self.edges(frontier, up=False, predicates=predicates)
            new = ~seen[targets]
            reached, first = np.unique(targets[new], return_index=True)
            seen[reached] = True
            frontier = reached.tolist()
            after.update(zip(frontier, sources[new][first].tolist(), strict=True))
        return after

    def climb(self, node: int, after: dict[int, int], predicates: frozenset[str]) -> tuple[Edge, ...]:
        """The edges on the way up that `tree` gives."""
        edges = []
        while after[node] != node:
            edges.append(self.link(node, after[node], predicates))
            node = after[node]
        return tuple(edges)

    def lag(self, policy: Node, node: Node) -> int | None:
        """Days from the policy to a document; None where either date is not known to the day."""
        return gap(policy.date, node.date)

    def body_key(self, node: Node) -> str | None:
        """The register's key of a node's issuer or actor (`ubnd:hai-phong`); None where the register has none."""
        if node.issuer_iri is None or not node.issuer:
            return None
        body = self.register.body_of(node.issuer, place=node.place, date=_day(node.date))
        return body.key if body and body.key and identity.body(body.key) == node.issuer_iri else None


def day_number(date: str | None) -> int:
    """A date of any precision as a number, in the order of the dates; 0 for none."""
    digits = (date or "").replace("-", "")
    return int(digits.ljust(8, "0")) if digits.isdigit() else 0


def _day(date: str | None) -> str | None:
    return date if date and len(date) == 10 else None


def _coded(column: Sequence[str | None]) -> tuple[Ints, tuple[str, ...]]:
    names = sorted({name for name in column if name})
    places = {name: at for at, name in enumerate(names)}
    return np.array([places.get(name or "", -1) for name in column], dtype=np.int32), tuple(names)


def ground(reader: Reader) -> Ground:
    """The ground of a reader, made once and let go with it."""
    kept = vars(reader)
    if "audit_ground" not in kept:
        kept["audit_ground"] = Ground(reader)
    found = kept["audit_ground"]
    assert isinstance(found, Ground)
    return found
