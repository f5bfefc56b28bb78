"""Who leads to whom: the lineage as compressed rows of numbers, walked in both directions in milliseconds.

Nodes are numbered in the order of their IRIs. An edge runs from head to tail: `up` follows it, `down` goes back. The
arrays are written once beside a published copy and memory-mapped by readers; a walk never changes them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ontology.errors import StoreError
from ontology.terms import PREDICATES

NAMES: Final = tuple(sorted(PREDICATES))
CODES: Final = {name: code for code, name in enumerate(NAMES)}
FILES: Final = ("up_offsets", "up_targets", "up_predicates", "down_offsets", "down_targets", "down_predicates")
MOST_OPEN: Final = 20_000
Ints = NDArray[np.int32]
Bytes = NDArray[np.int8]


class Rows:
    """One direction: the neighbours of node n are `targets[offsets[n]:offsets[n + 1]]`."""

    def __init__(self, offsets: Ints, targets: Ints, predicates: Bytes) -> None:
        self.offsets = offsets
        self.targets = targets
        self.predicates = predicates

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

    def levels(self, start: int, allowed: NDArray[np.bool_] | None, depth: int) -> list[Ints]:
        """The nodes first reached at each distance from `start`: itself, its neighbours, and so on."""
        visited = np.zeros(len(self.offsets) - 1, dtype=np.bool_)
        frontier = np.array([start], dtype=np.int32)
        visited[start] = True
        levels = [frontier]
        while len(frontier) and len(levels) <= depth:
            reached = self._step(frontier, allowed)
            frontier = np.unique(reached[~visited[reached]])
            visited[frontier] = True
            if len(frontier):
                levels.append(frontier)
        return levels

    def _step(self, frontier: Ints, allowed: NDArray[np.bool_] | None) -> Ints:
        starts = self.offsets[frontier]
        counts = self.offsets[frontier + 1] - starts
        total = int(counts.sum())
        ends = np.cumsum(counts)
        places = np.arange(total, dtype=np.int32) + np.repeat(starts - (ends - counts), counts)
        targets = self.targets[places]
        kept: Ints = targets if allowed is None else targets[allowed[self.predicates[places]]]
        return kept


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
            arrays = [np.load(directory / f"{name}.npy", mmap_mode="r") for name in FILES]
        except (OSError, ValueError) as error:
            raise StoreError(f"the lineage index in {directory} is damaged: publish again (`phahe rebuild`)") from error
        return cls(Rows(*arrays[:3]), Rows(*arrays[3:]))

    def save(self, directory: Path) -> None:
        """Write the arrays into `directory`."""
        arrays = (*vars(self.up).values(), *vars(self.down).values())
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
        self, start: int, *, up: bool, predicates: Iterable[str] | None = None, depth: int = 1 << 30
    ) -> list[Ints]:
        """The nodes that can be reached from `start`, by distance (itself first)."""
        return (self.up if up else self.down).levels(start, mask(predicates), depth)


def mask(predicates: Iterable[str] | None) -> NDArray[np.bool_] | None:
    """Which predicate codes may be walked; None is all of them."""
    if predicates is None:
        return None
    allowed = np.zeros(len(NAMES), dtype=np.bool_)
    allowed[[CODES[name] for name in predicates if name in CODES]] = True
    return allowed


def paths(  # noqa: PLR0913 - each bounds the walk in its own way
    lineage: Lineage,
    start: int,
    *,
    up: bool,
    depth: int,
    predicates: Iterable[str] | None = None,
    goal: int | None = None,
    limit: int = 100,
) -> tuple[list[tuple[int, ...]], int, set[tuple[int, ...]]]:
    """The simple paths from `start` to where no edge leads on (or to `goal`): the first `limit`, how many, the cycles.

    Shorter paths come first. A path that meets itself ends there and its cycle is told. The count is exact where no
    cycle was met; walking stops after a bounded number of steps, and the count is then a lower bound.
    """
    rows = lineage.up if up else lineage.down
    allowed = mask(predicates)
    leads = None
    if goal is not None:
        leads = set(np.concatenate(lineage.closure(goal, up=not up, predicates=predicates)).tolist())
    found: list[tuple[int, ...]] = []
    cycles: set[tuple[int, ...]] = set()
    total = 0
    frontier: list[tuple[int, ...]] = [(start,)]
    while frontier:
        following: list[tuple[int, ...]] = []
        for path in frontier:
            onward = _onward(rows, path, allowed, leads, cycles) if path[-1] != goal else []
            if len(path) > depth:
                onward = []
            if (goal is None and not onward and len(path) > 1) or (
                goal is not None and path[-1] == goal and len(path) > 1
            ):
                total += 1
                if len(found) < limit:
                    found.append(path)
            following += [(*path, target) for target in onward]
        frontier = following[:MOST_OPEN]
    return found, total, cycles


def _onward(
    rows: Rows,
    path: Sequence[int],
    allowed: NDArray[np.bool_] | None,
    leads: set[int] | None,
    cycles: set[tuple[int, ...]],
) -> list[int]:
    """Where a path can go on without meeting itself; the cycles it would close are noted, each from its least node."""
    onward = []
    for target in sorted({target for target, code in rows.neighbours(path[-1]) if allowed is None or allowed[code]}):
        if target in path:
            cycle = tuple(path[path.index(target) :])
            least = cycle.index(min(cycle))
            cycles.add(cycle[least:] + cycle[:least])
        elif leads is None or target in leads:
            onward.append(target)
    return onward
