"""The lineage index of a catalogue: made of all edges, or of the last index and the nodes that were touched since."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from graph.catalogue import Catalogue
from graph.lineage import CODES, Ints, Lineage, Rows


def whole(catalogue: Catalogue) -> Lineage:
    """The index of all edges, nodes numbered in the order of their IRIs."""
    numbers = {iri: number for number, iri in enumerate(_iris(catalogue))}
    edges = ((numbers[head], name, numbers[tail]) for head, name, tail in catalogue.edges())
    return Lineage.of(len(numbers), edges)


def grown(catalogue: Catalogue, copy: Path) -> Lineage | None:
    """The same, from the index of a copy that was made when no node was touched yet; None where that cannot be.

    The nodes that came or went shift the numbers of the others; the edges out of touched nodes are read anew.
    """
    if not (copy / "catalogue.sqlite").exists():
        return None
    touched = catalogue.touched()
    with closing(Catalogue(copy / "catalogue.sqlite", readonly=True)) as older:
        before = {iri for iri in touched if older.has_node(iri)}
    old, iris = Lineage.open(copy), _iris(catalogue)
    count = len(old.up.offsets) - 1
    came = [iri for iri in touched if iri not in before and _at(iris, iri) is not None]
    went = [iri for iri in touched if iri in before and _at(iris, iri) is None]
    if count + len(came) - len(went) != len(iris):
        return None
    here = np.array([bisect_left(iris, iri) for iri in came], dtype=np.int32)
    there = np.array([_formerly(iri, iris, came, went) for iri in went], dtype=np.int32)
    moved = np.full(count, -1, dtype=np.int32)
    moved[np.setdiff1d(np.arange(count, dtype=np.int32), there)] = np.setdiff1d(
        np.arange(len(iris), dtype=np.int32), here
    )
    heads = np.repeat(moved, np.diff(old.up.offsets))
    tails = moved[old.up.targets]
    stale = np.zeros(len(iris) + 1, dtype=np.bool_)
    stale[[number for iri in touched if (number := _at(iris, iri)) is not None]] = True
    # What went has the number -1, which stands for the last, spare mark.
    stale[-1] = True
    kept = ~(stale[heads] | (tails < 0))
    fresh = [
        (number, tail, CODES[name])
        for iri in touched
        if (number := _at(iris, iri)) is not None
        for name, other in catalogue.edges_from(iri)
        if (tail := _at(iris, other)) is not None
    ]
    return _joined(len(iris), heads[kept], tails[kept], old.up.predicates[kept], fresh)


def _joined(
    count: int, heads: Ints, tails: Ints, predicates: NDArray[np.int8], fresh: Sequence[tuple[int, int, int]]
) -> Lineage:
    """The index of old edges, renumbered, and fresh ones."""
    more = np.array(fresh, dtype=np.int32).reshape(-1, 3)
    heads = np.concatenate([heads, more[:, 0]]).astype(np.int32)
    tails = np.concatenate([tails, more[:, 1]]).astype(np.int32)
    predicates = np.concatenate([predicates, more[:, 2]]).astype(np.int8)
    return Lineage(Rows.of(count, heads, tails, predicates), Rows.of(count, tails, heads, predicates))


def _iris(catalogue: Catalogue) -> list[str]:
    return [row[0] for row in catalogue.db.execute("SELECT iri FROM nodes ORDER BY iri")]


def _at(iris: Sequence[str], iri: str) -> int | None:
    """The number of a node; None where there is none."""
    number = bisect_left(iris, iri)
    return number if number < len(iris) and iris[number] == iri else None


def _formerly(iri: str, iris: Sequence[str], came: Sequence[str], went: Sequence[str]) -> int:
    """The number that a node had which is no longer there."""
    return bisect_left(iris, iri) - bisect_left(came, iri) + bisect_left(went, iri)
