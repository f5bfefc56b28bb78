"""What reviewers see, read from a published copy: claims with what was said of them, the log, and the disputes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final

from graph.attachment import Reviewed, assertions, reviewed
from graph.disputes import Dispute, disputes
from graph.ledger import LOG, logged
from graph.values import Evidence, Node
from graph.verdicts import Printed, Thread, Verdict, broken, opened, threads
from ontology import identity
from ontology.errors import Ambiguous, NotFound, WrongUse
from ontology.model import Value
from ontology.namespaces import ID

if TYPE_CHECKING:
    from graph.reader import Reader

STATES: Final = {
    "open": "verdict IS NULL",
    "confirmed": "verdict = 'confirmed'",
    "rejected": "verdict = 'rejected'",
    "all": "1",
}
COLUMNS: Final = "iri, source, head, predicate, tail, verdict"
FILTERS: Final = {"predicate": "predicate", "source": "source", "head": "head", "tail": "tail"}


class Case(Value, frozen=True):
    """A claim as a reviewer sees it. `version` is what to expect when deciding; empty where nobody ever decided.

    `verdict` is what stands, `history` all that was said of it, oldest first.
    """

    assertion: str
    head: Node
    predicate: str
    tail: Node
    evidence: Evidence
    version: str = ""
    verdict: Verdict | None = None
    history: tuple[Verdict, ...] = ()


class Cases(Value, frozen=True):
    """A page of claims, those read with least confidence first, and how many there are in all."""

    cases: tuple[Case, ...]
    total: int
    version: str


class Docket:
    """Reads claims and verdicts of one published copy."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self._known: dict[str, Reviewed] = {}

    @cached_property
    def lines(self) -> list[bytes]:
        """The log as it was kept."""
        return logged(self.reader.path / LOG)

    @cached_property
    def log(self) -> tuple[Verdict, ...]:
        """All entries, oldest first."""
        return tuple(opened(line) for line in self.lines)

    @cached_property
    def threads(self) -> Mapping[str, tuple[Thread, ...]]:
        """The threads by the source of their claims."""
        found: dict[str, tuple[Thread, ...]] = {}
        for thread in threads(self.log).values():
            source = thread.claim.source
            found[source] = (*found.get(source, ()), thread)
        return found

    def faults(self) -> list[str]:
        """Where the log is not what was written."""
        return broken(self.lines)

    def cases(
        self, *, state: str = "open", limit: int = 20, offset: int = 0, filters: Mapping[str, str] | None = None
    ) -> Cases:
        """A page of the claims in a state (`open`, `confirmed`, `rejected`, `all`), least sure first."""
        if state not in STATES or not set(filters or {}) <= set(FILTERS):
            raise WrongUse(f"claims are listed by state ({', '.join(STATES)}) and by {', '.join(FILTERS)}")
        where = " AND ".join([STATES[state], *(f"{FILTERS[name]} = ?" for name in filters or {})])
        values = list((filters or {}).values())
        db = self.reader.catalogue.db
        (total,) = db.execute(f"SELECT count(*) FROM claims WHERE {where}", values).fetchone()  # noqa: S608 - names are ours
        rows = db.execute(
            f"SELECT {COLUMNS} FROM claims WHERE {where} "  # noqa: S608 - names are ours
            "ORDER BY confidence, iri LIMIT ? OFFSET ?",
            [*values, limit, offset],
        ).fetchall()
        return Cases(tuple(self._case(row) for row in rows), total, self.reader.version)

    def case(self, name: str) -> Case:
        """The claim so named: by its IRI, or the beginning of its digest."""
        beginning = ID + "assertion/" + name.removeprefix(ID).removeprefix("assertion/")
        query = f"SELECT {COLUMNS} FROM claims WHERE iri >= ? AND iri < ? ORDER BY iri LIMIT 20"  # noqa: S608 - names are ours
        rows = self.reader.catalogue.db.execute(query, (beginning, beginning + "~")).fetchall()
        if not rows:
            raise NotFound(f"no claim {name!r} in version {self.reader.version}: see `phahe review list`")
        if len(rows) > 1:
            candidates = tuple((identity.local(row[0]), row[0]) for row in rows)
            raise Ambiguous(f"{len(rows)} claims begin with {name!r}", candidates)
        return self._case(rows[0])

    def disputes(self) -> list[Dispute]:
        """All verdicts that do not fit what is claimed now, by source."""
        found = []
        for source in sorted(self.threads):
            kept = self.reader.catalogue.source(source)
            record = self.reader.files.get(source, kept[1]) if kept else None
            found += disputes(record, self.threads[source])
        return found

    def _case(self, row: tuple[str, str, str, str, str, str | None]) -> Case:
        iri, source, head, predicate, tail, _ = row
        thread = self._thread(iri, source)
        return Case(
            assertion=iri,
            head=self.reader.node(head),
            predicate=predicate,
            tail=self.reader.node(tail),
            evidence=self.reader.witness.assertion(iri),
            version=thread.version if thread else "",
            verdict=thread.standing if thread else None,
            history=thread.entries if thread else (),
        )

    def _thread(self, iri: str, source: str) -> Thread | None:
        if source not in self.threads:
            return None
        if source not in self._known:
            kept = self.reader.catalogue.source(source)
            record = self.reader.files.get(source, kept[1] if kept else None)
            self._known[source] = reviewed(record, self.threads[source])
        found = self._known[source]
        places = {name: index for index, name in enumerate(assertions(found.record))}
        return found.threads.get(places[iri])


def printed(node: Node) -> Printed:
    """A node of the lineage as a reviewer names it."""
    if node.kind == "activity":
        return Printed(node.type, date=node.date, issuer=node.issuer, activity=True)
    return Printed(node.type, node.number, node.date, node.issuer, node.title)
