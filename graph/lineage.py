"""Who leads to whom: the lineage as compressed rows of numbers, walked in both directions in milliseconds.

Nodes are numbered in the order of their IRIs. An edge runs from head to tail: `up` follows it, `down` goes back. The
arrays are written once beside a published copy and memory-mapped by readers; a walk never changes them.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ontology.errors import StoreError
from ontology.terms import PREDICATES

NAMES: Final = tuple(sorted(PREDICATES))
CODES: Final = {name: code for code, name in enumerate(NAMES)}
FILES: Final = ("up_offsets", "up_targets", "up_predicates", "down_offsets", "down_targets", "down_predicates")
Ints = NDArray[np.int32]
Bytes = NDArray[np.int8]


class Rows:
    """One direction: the neighbours of node n are `targets[offsets[n]:offsets[n + 1]]`."""

    def __init__(self, offsets: Ints, targets: Ints, predicates: Bytes) -> None:
        self.offsets = offsets
        self.targets = targets
        self.predicates = predicates
        # Marks of where a walk was, lent to one walk at a time and handed back clean: fresh memory costs as much as a
        # small walk itself.
        self._marks: list[NDArray[np.bool_]] = []

    @classmethod
    def of(cls, count: int, heads: Ints, tails: Ints, predicates: Bytes) -> Rows:
        """The rows of these edges, neighbours in order."""
        order = np.lexsort((predicates, tails, heads))
        offsets = np.zeros(count + 1, dtype=np.int32)
        np.cumsum(np.bincount(heads, minlength=count), out=offsets[1:])
        return cls(offsets, tails[order], predicates[order])

    def neighbours(self, node: int) -> list[tuple[int, int]]:
        """Target and predicate code of each edge at a node."""
        start, end = int(self.offsets[node]), int(self.offsets[node + 1])
        return list(zip(self.targets[start:end].tolist(), self.predicates[start:end].tolist(), strict=True))

    def levels(
        self,
        starts: Ints,
        allowed: NDArray[np.bool_] | None,
        depth: int,
        barred: Ints | None = None,
        closed: NDArray[np.bool_] | None = None,
    ) -> list[Ints]:
        """The nodes first reached at each distance from `starts`: they themselves, their neighbours, and so on.

        Each level is in order. `barred` nodes are not reached, nor walked through; `closed` ones are reached only.
        """
        try:
            new = self._marks.pop()
        except IndexError:
            new = np.ones(len(self.offsets) - 1, dtype=np.bool_)
        levels = [starts]
        new[starts] = False
        if barred is not None:
            new[barred] = False
        while len(levels) <= depth:
            reached = self._step(levels[-1] if closed is None else levels[-1][~closed[levels[-1]]], allowed)
            reached = reached[new[reached]]
            if not len(reached):
                break
            reached.sort()
            first = np.empty(len(reached), dtype=np.bool_)
            first[0] = True
            np.not_equal(reached[1:], reached[:-1], out=first[1:])
            levels.append(reached[first])
            new[levels[-1]] = False
        for level in levels if barred is None else [*levels, barred]:
            new[level] = True
        self._marks.append(new)
        return levels

    def incident(self, nodes: Ints, allowed: NDArray[np.bool_] | None = None) -> tuple[Ints, Ints, Bytes]:
        """The edges at several nodes: for each the node, its neighbour and the predicate's code."""
        places, counts = self._places(nodes)
        here, there, codes = nodes.repeat(counts), self.targets[places], self.predicates[places]
        if allowed is None:
            return here, there, codes
        kept = allowed[codes]
        return here[kept], there[kept], codes[kept]

    def _step(self, frontier: Ints, allowed: NDArray[np.bool_] | None) -> Ints:
        places, _ = self._places(frontier)
        targets = self.targets[places]
        kept: Ints = targets if allowed is None else targets[allowed[self.predicates[places]]]
        return kept

    def _places(self, nodes: Ints) -> tuple[Ints, Ints]:
        """Where the edges at several nodes stand, and how many each node has."""
        starts = self.offsets[nodes]
        counts = self.offsets[nodes + 1] - starts
        ends = counts.cumsum()
        shifts = (starts - ends + counts).repeat(counts)
        shifts += np.arange(len(shifts), dtype=shifts.dtype)
        return shifts, counts


class Lineage:
    """Both directions of the lineage, by node number."""

    def __init__(self, up: Rows, down: Rows) -> None:
        self.up = up
        self.down = down

    @classmethod
    def of(cls, count: int, edges: Iterable[tuple[int, str, int]]) -> Lineage:
        """The lineage of `count` nodes and these edges (head, predicate, tail); equal ones count once."""
        kinds, nodes = len(NAMES), max(count, 1)
        packed = ((head * nodes + tail) * kinds + CODES[name] for head, name, tail in edges)
        table = np.unique(np.fromiter(packed, dtype=np.int64))
        ends, predicates = table // kinds, (table % kinds).astype(np.int8)
        heads, tails = (ends // nodes).astype(np.int32), (ends % nodes).astype(np.int32)
        return cls(Rows.of(count, heads, tails, predicates), Rows.of(count, tails, heads, predicates))

    @classmethod
    def open(cls, directory: Path) -> Lineage:
        """The lineage that `save` wrote, memory-mapped."""
        try:
            # Plain arrays over the mapped files: numpy's own class for them makes every access slower.
            arrays = [np.asarray(np.load(directory / f"{name}.npy", mmap_mode="r")) for name in FILES]
        except (OSError, ValueError) as error:
            raise StoreError(f"the lineage index in {directory} is damaged: publish again (`phahe rebuild`)") from error
        return cls(Rows(*arrays[:3]), Rows(*arrays[3:]))

    def save(self, directory: Path) -> None:
        """Write the arrays into `directory`."""
        arrays = [array for rows in (self.up, self.down) for array in (rows.offsets, rows.targets, rows.predicates)]
        for name, array in zip(FILES, arrays, strict=True):
            np.save(directory / f"{name}.npy", array)

    def without(self, hidden: NDArray[np.bool_]) -> Lineage:
        """The lineage without the edges that lead to or from hidden nodes; numbers stay as they are."""
        count = len(self.up.offsets) - 1
        heads = np.repeat(np.arange(count, dtype=np.int32), np.diff(self.up.offsets))
        kept = ~(hidden[heads] | hidden[self.up.targets])
        heads, tails, predicates = heads[kept], self.up.targets[kept], self.up.predicates[kept]
        return Lineage(Rows.of(count, heads, tails, predicates), Rows.of(count, tails, heads, predicates))

    @property
    def edges(self) -> int:
        """How many edges there are."""
        return len(self.up.targets)

    def closure(
        self,
        start: int | Ints,
        *,
        up: bool,
        predicates: Iterable[str] | None = None,
        depth: int = 1 << 30,
        barred: Ints | None = None,
    ) -> list[Ints]:
        """The nodes that can be reached from `start` (one, or several in order), by distance (itself first)."""
        starts = np.atleast_1d(np.asarray(start, dtype=np.int32))
        return self.rows(up=up).levels(starts, mask(predicates), depth, barred)

    def rows(self, *, up: bool) -> Rows:
        """The links in one direction."""
        return self.up if up else self.down

    def edges_of(self, nodes: Iterable[int], *, up: bool, predicates: Iterable[str] | None) -> tuple[Ints, Ints, Bytes]:
        """All links of these nodes in one direction: from which, to which, by which relation (its code)."""
        rows, allowed = self.rows(up=up), mask(predicates)
        starts_at = np.fromiter(nodes, dtype=np.int32)
        starts = rows.offsets[starts_at]
        counts = rows.offsets[starts_at + 1] - starts
        ends = np.cumsum(counts)
        total = int(ends[-1]) if len(ends) else 0
        places = np.arange(total, dtype=np.int32) + np.repeat(starts - (ends - counts), counts)
        sources, targets, codes = np.repeat(starts_at, counts), rows.targets[places], rows.predicates[places]
        if allowed is None:
            return sources, targets, codes
        kept = allowed[codes]
        return sources[kept], targets[kept], codes[kept]

    def links(self, nodes: Iterable[int], *, up: bool, predicates: Iterable[str] | None) -> dict[int, list[int]]:
        """To each of these nodes those among them that it leads to, in order, each once."""
        order, count = np.sort(np.fromiter(nodes, dtype=np.int32)), len(self.up.offsets) - 1
        inside = np.zeros(count, dtype=np.bool_)
        inside[order] = True
        sources, targets, _ = self.edges_of(order, up=up, predicates=predicates)
        pairs = np.unique(sources[inside[targets]].astype(np.int64) * count + targets[inside[targets]])
        targets, ends = (pairs % count).tolist(), np.searchsorted(pairs // count, order, side="right").tolist()
        return {
            node: targets[begin:end] for node, begin, end in zip(order.tolist(), [0, *ends[:-1]], ends, strict=True)
        }

    def strongest(self, head: int, tail: int, predicates: frozenset[str] | None) -> str:
        """The strongest of the relations that lead from one node to the next."""
        found = {NAMES[code] for target, code in self.up.neighbours(head) if target == tail}
        walked = found if predicates is None else found & predicates
        return max(walked, key=lambda name: (PREDICATES[name].strength, name))


def mask(predicates: Iterable[str] | None) -> NDArray[np.bool_] | None:
    """Which predicate codes may be walked; None is all of them."""
    if predicates is None:
        return None
    allowed = np.zeros(len(NAMES), dtype=np.bool_)
    allowed[[CODES[name] for name in predicates if name in CODES]] = True
    return allowed
