"""The cards of a copy as columns of numbers: what facets count, filters choose and ranking weighs, in milliseconds.

Positions are those of the lineage index: nodes in the order of their IRIs. A column holds for each node the code of its
value, 0 where it has none. The columns are read once for a published copy, which never changes.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from graph.lineage import Lineage

TEXTS: Final = ("kind", "type", "level", "sphere", "year", "province", "body", "status")
FLAGS: Final = ("seen", "ambiguous", "evidence", "review")
UNSURE: Final = 0.9
"""Claims read with less confidence than this, on which nobody has decided, want a look."""

Ints = NDArray[np.int32]
Flags = NDArray[np.bool_]


class Column:
    """One property of all nodes: `codes[n]` is the place of its value in `values`, which begins with None."""

    def __init__(self, given: Iterable[str | None]) -> None:
        places: dict[str | None, int] = {None: 0}
        self.codes = np.fromiter((places.setdefault(one, len(places)) for one in given), dtype=np.int32)
        self.values: tuple[str | None, ...] = tuple(places)
        self._places = places

    def holding(self, values: Iterable[str]) -> Flags:
        """The nodes that have one of these values."""
        wanted = np.zeros(len(self.values), dtype=np.bool_)
        wanted[[self._places[value] for value in values if value in self._places]] = True
        found: Flags = wanted[self.codes]
        return found

    def counts(self, chosen: NDArray[np.int64], limit: int | None = None) -> list[tuple[str, int]]:
        """How often each value stands among the chosen nodes, the commonest first; the first `limit`."""
        counted = np.bincount(self.codes[chosen], minlength=len(self.values))
        counted[0] = 0
        if limit is not None and np.count_nonzero(counted) > limit:
            counted[counted < np.partition(counted, -limit)[-limit]] = 0
        codes = np.nonzero(counted)[0].tolist()
        found = [(str(self.values[code]), int(counted[code])) for code in codes]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))[:limit]


class Columns:
    """All columns of a copy; the nodes of `lineage` stand in the order of their IRIs as well."""

    def __init__(self, db: sqlite3.Connection, lineage: Lineage | None = None) -> None:
        there = {row[1] for row in db.execute("PRAGMA table_info(nodes)")}
        status = "status" if "status" in there else "NULL"
        rows = db.execute(
            f"SELECT id, iri, kind, type, level, sphere, year, place, body, {status}, date, seen, ambiguous FROM nodes "  # noqa: S608 - names are ours
            "ORDER BY iri"
        ).fetchall()
        ids, iris, kinds, types, levels, spheres, years, places, bodies, statuses, dates, seen, ambiguous = (
            zip(*rows, strict=True) if rows else ((),) * 13
        )
        self.size = len(ids)
        self.ids = np.array(ids, dtype=np.int64)
        self._at = np.full(int(self.ids.max(initial=0)) + 1, -1, dtype=np.int64)
        self._at[self.ids] = np.arange(self.size)
        provinces = [place and place.rpartition("--")[2] for place in places]
        given = (kinds, types, levels, spheres, years, provinces, bodies, statuses)
        self.texts = {name: Column(one) for name, one in zip(TEXTS, given, strict=True)}
        self.dates = np.array([_day(date) for date in dates], dtype=np.int64)
        self.loose = np.array(["~" in iri for iri in iris], dtype=np.bool_)
        self.degrees = _degrees(db, iris, lineage)
        self.flags = {
            "seen": np.array(seen, dtype=np.bool_),
            "ambiguous": np.array(ambiguous, dtype=np.bool_),
            "evidence": self.degrees[0] + self.degrees[1] > 0,
            "review": self.loose | np.array(ambiguous, dtype=np.bool_) | _unsure(db, iris),
        }

    def positions(self, ids: NDArray[np.int64]) -> NDArray[np.int64]:
        """Where the nodes with these row numbers stand."""
        found: NDArray[np.int64] = self._at[ids]
        return found

    def until(self, day: str) -> Flags:
        """The nodes that may have been there on a day; a year or a month alone stands before its days."""
        found: Flags = self.dates <= _day(day)
        return found


def _day(date: str | None) -> int:
    """A date of any precision as a number in the order of its text; 0 where there is none."""
    return int((date or "0").replace("-", "").ljust(8, "0"))


def _degrees(db: sqlite3.Connection, iris: Sequence[str], lineage: Lineage | None) -> tuple[Ints, Ints]:
    """How many edges leave and reach each node."""
    if lineage is not None:
        return np.diff(lineage.up.offsets), np.diff(lineage.down.offsets)
    ends = db.execute("SELECT DISTINCT head, predicate, tail FROM claims WHERE verdict IS NOT 'rejected'").fetchall()
    out, into = np.zeros(len(iris), dtype=np.int32), np.zeros(len(iris), dtype=np.int32)
    np.add.at(out, _places([row[0] for row in ends], iris), 1)
    np.add.at(into, _places([row[2] for row in ends], iris), 1)
    return out, into


def _unsure(db: sqlite3.Connection, iris: Sequence[str]) -> Flags:
    """The nodes at the ends of claims that want a look."""
    query = "SELECT head, tail FROM claims WHERE confidence < ? AND verdict IS NULL"
    found = np.zeros(len(iris), dtype=np.bool_)
    found[_places({end for row in db.execute(query, (UNSURE,)) for end in row}, iris)] = True
    return found


def _places(names: Iterable[str], iris: Sequence[str]) -> list[int]:
    """Where these IRIs stand in the order, those that are not there left out."""
    found = ((bisect_left(iris, name), name) for name in names)
    return [at for at, name in found if at < len(iris) and iris[at] == name]
