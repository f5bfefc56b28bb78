"""The order in which claims come before a reviewer, how far the work is, and who did what.

Three orders: by `uncertainty`, those read with least confidence first; by `impact`, first those on whose acting
document most others hang directly, since a wrong edge there misleads the most chains; by `source`, as a page is read
from its beginning to its end. All three are total, so a queue that is left and taken up again goes on where it was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np

from graph.docket import FILTERS, STATES, Case, Docket
from graph.verdicts import UNDONE, Verdict, threads
from ontology.errors import WrongUse
from ontology.model import Value

if TYPE_CHECKING:
    from graph.reader import Reader

ORDERS: Final = ("uncertainty", "impact", "source")


class Progress(Value, frozen=True):
    """How many claims there are under the same filters, by what stands on them."""

    total: int
    confirmed: int
    rejected: int

    @property
    def decided(self) -> int:
        """Claims on which a verdict stands. A correction rejects what it corrects, and puts in a claim of its own."""
        return self.confirmed + self.rejected


class Share(Value, frozen=True):
    """What one reviewer did: entries of the log by act, how many of them still stand, and when the last was made."""

    by: str
    acts: tuple[tuple[str, int], ...]
    standing: int
    last: str


class Turn(Value, frozen=True):
    """The claim whose turn it is, its place in the queue (from 1), and how many the queue holds.

    `hanging` is how many documents and activities lead directly to the one that acts.
    """

    case: Case
    place: int
    of: int
    hanging: int


class Queue:
    """The claims of one published copy in a reviewer's order. Keep one per copy: the order by impact is made once."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.docket = Docket(reader)

    def turn(
        self,
        order: str = "uncertainty",
        *,
        state: str = "open",
        skip: int = 0,
        filters: Mapping[str, str] | None = None,
    ) -> Turn | None:
        """The claim after the first `skip` ones, None at the end of the queue."""
        where, values = self._where(state, filters or {})
        db = self.reader.catalogue.db
        (count,) = db.execute(f"SELECT count(*) FROM claims WHERE {where}", values).fetchone()  # noqa: S608 - names are ours
        if not 0 <= skip < count:
            return None
        iri = self._first(order, where, values, skip)
        case = self.docket.case(iri)
        return Turn(case, skip + 1, count, self.hanging(case.head.iri))

    def progress(self, filters: Mapping[str, str] | None = None) -> Progress:
        """How far the work is under these filters."""
        where, values = self._where("all", filters or {})
        query = f"SELECT verdict, count(*) FROM claims WHERE {where} GROUP BY verdict"  # noqa: S608 - names are ours
        counts = dict(self.reader.catalogue.db.execute(query, values))
        return Progress(sum(counts.values()), counts.get("confirmed", 0), counts.get("rejected", 0))

    def shares(self) -> tuple[Share, ...]:
        """Who did what, those who did most first."""
        standing = Counter(
            thread.standing.by for thread in threads(self.docket.log).values() if thread.standing is not None
        )
        entries: dict[str, list[Verdict]] = {}
        for one in self.docket.log:
            entries.setdefault(one.by, []).append(one)
        shares = [
            Share(by, tuple(sorted(Counter(one.act for one in done).items())), standing[by], done[-1].when)
            for by, done in entries.items()
        ]
        return tuple(sorted(shares, key=lambda one: (-sum(count for _, count in one.acts), one.by)))

    def last_of(self, by: str) -> Verdict | None:
        """The last verdict of a reviewer that still stands: what this reviewer may take back first."""
        standing = {thread.standing.id for thread in threads(self.docket.log).values() if thread.standing}
        own = (one for one in reversed(self.docket.log) if one.by == by and one.act != UNDONE)
        return next((one for one in own if one.id in standing), None)

    def hanging(self, iri: str) -> int:
        """How many documents and activities lead directly to this one."""
        place = self._places.get(iri)
        return int(self._hanging[place]) if place is not None else 0

    @cached_property
    def _hanging(self) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
        degrees: np.ndarray[tuple[int], np.dtype[np.int32]] = np.diff(self.reader.lineage.down.offsets)
        return degrees

    @cached_property
    def _places(self) -> dict[str, int]:
        rows = self.reader.catalogue.db.execute("SELECT iri FROM nodes ORDER BY iri")
        return {row[0]: place for place, row in enumerate(rows)}

    def _where(self, state: str, filters: Mapping[str, str]) -> tuple[str, list[str]]:
        if state not in STATES or not set(filters) <= set(FILTERS):
            raise WrongUse(f"claims are listed by state ({', '.join(STATES)}) and by {', '.join(FILTERS)}")
        return " AND ".join([STATES[state], *(f"{FILTERS[name]} = ?" for name in filters)]), list(filters.values())

    def _first(self, order: str, where: str, values: list[str], skip: int) -> str:
        if order not in ORDERS:
            raise WrongUse(f"claims come by {', '.join(ORDERS)}")
        db = self.reader.catalogue.db
        if order == "impact":
            rows = db.execute(f"SELECT iri, head, confidence FROM claims WHERE {where}", values)  # noqa: S608 - names are ours
            ranked = sorted((-self.hanging(head), sure, iri) for iri, head, sure in rows)
            return str(ranked[skip][2])
        by = "confidence, iri" if order == "uncertainty" else "source, start, iri"
        query = f"SELECT iri FROM claims WHERE {where} ORDER BY {by} LIMIT 1 OFFSET ?"  # noqa: S608 - names are ours
        return str(db.execute(query, [*values, skip]).fetchone()[0])
