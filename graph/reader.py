"""The graph as people read it: one published copy, opened read-only. All commands and pages take their values here."""

from __future__ import annotations

import os
import sqlite3
import threading
import weakref
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Final, Self

import pyoxigraph as ox
from msgspec.structs import replace

from graph import checks, clocks, dossiers, export, layout, queries, search, validity
from graph.answers import LIMITS, Answer, Limits
from graph.asking import fold
from graph.cards import of_register_alone
from graph.catalogue import Catalogue
from graph.columns import Columns
from graph.evidence import Witness
from graph.lineage import Lineage
from graph.outline import Outline, Reach, Surveyor
from graph.publication import Published
from graph.records import Records
from graph.replicas import shared
from graph.status import Standing
from graph.store import faults_told
from graph.suggestions import Directory, Suggestions, suggest
from graph.validity import Validity
from graph.values import (
    Chain,
    Dossier,
    Edge,
    Evidence,
    Finding,
    Kept,
    Node,
    Redirect,
    Results,
    Subgraph,
    Tombstone,
)
from graph.voids import Voids, told
from graph.walks import Walker
from graph.workers import Pool
from ontology import identity, registers
from ontology.errors import Ambiguous, Gone, Moved, NotFound, WrongUse
from ontology.model import Source
from ontology.namespaces import ID

COUNTS: Final = {
    "documents": "SELECT count(*) FROM nodes WHERE kind = 'document'",
    "activities": "SELECT count(*) FROM nodes WHERE kind = 'activity'",
    "edges": "SELECT count(*) FROM (SELECT DISTINCT head, predicate, tail FROM claims WHERE verdict IS NOT 'rejected')",
    "assertions": "SELECT count(*) FROM claims",
    "sources": "SELECT count(*) FROM sources",
    "seen": "SELECT count(*) FROM nodes WHERE kind = 'document' AND seen",
    "ambiguous": "SELECT count(DISTINCT iri) FROM refs WHERE iri LIKE '%~%'",
    "bodies": "SELECT count(DISTINCT body) FROM nodes",
}
MOST_CANDIDATES: Final = 20


class Reader:
    """One published copy, safe to use from many threads; a context manager. It never changes: open another for news."""

    def __init__(self, data_dir: Path, version: str) -> None:
        layout.found(data_dir)
        self.data_dir = data_dir
        self.version = version
        self.published = Published(data_dir)
        self.path = self.published.path(version)
        held = shared(self.path / "catalogue.sqlite")
        if held is not None:
            # As long as this reader lives, and not until it is closed: requests may still be at work with it.
            weakref.finalize(self, os.close, held)
        self.files = Records(data_dir)
        self.register = registers.load()
        with faults_told(self.path / "store"):
            self.store = ox.Store.read_only(str(self.path / "store"))
        self._threads = threading.local()
        self.catalogue.meta("register")
        self._pool: Pool | None = None
        self._guard = threading.Lock()

    @classmethod
    def open(cls, data_dir: Path, version: str | None = None) -> Reader:
        """The newest published copy, or that of `version`; raises NotFound where there is none."""
        return cls(data_dir, version or Published(data_dir).current())

    @classmethod
    def known_on(cls, data_dir: Path, day: str | None) -> Reader:
        """The copy that was current at the end of a day (None: the newest); raises NotFound where it is not kept."""
        return cls.open(data_dir, Published(data_dir).known_on(day) if day else None)

    @staticmethod
    def current(data_dir: Path) -> str:
        """The id of the newest published copy; raises NotFound where there is none."""
        return Published(data_dir).current()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the worker processes, once they have answered what they are being asked."""
        if self._pool:
            self._pool.retire()

    def stale(self) -> bool:
        """Whether a newer copy is published."""
        return self.published.current() != self.version

    @property
    def catalogue(self) -> Catalogue:
        """The copy's catalogue, one connection a thread."""
        if not hasattr(self._threads, "catalogue"):
            self._threads.catalogue = Catalogue(self.path / "catalogue.sqlite", readonly=True)
        found: Catalogue = self._threads.catalogue
        return found

    @property
    def witness(self) -> Witness:
        """Reads evidence."""
        return Witness(self.store, self.catalogue)

    @cached_property
    def lineage(self) -> Lineage:
        """The index of all edges."""
        return Lineage.open(self.path)

    @cached_property
    def columns(self) -> Columns:
        """The cards as columns of numbers."""
        return Columns(self._db, self.lineage)

    @cached_property
    def bodies(self) -> Directory:
        """The bodies that issued something, by the words of their names."""
        return Directory(self._db, self.columns)

    @cached_property
    def _iris(self) -> tuple[str, ...]:
        return tuple(row[0] for row in self._db.execute("SELECT iri FROM nodes ORDER BY iri"))

    @property
    def _db(self) -> sqlite3.Connection:
        return self.catalogue.db

    @property
    def walker(self) -> Walker:
        """Walks the lineage."""
        return self.walker_on(None)

    def walker_on(self, as_of: str | None) -> Walker:
        """Walks the lineage as it was on a day: without what was issued later."""
        lineage = self._valid.lineage(as_of) if as_of else self.lineage
        return Walker(lineage, self._iris, self.catalogue, self.witness, self.version)

    @cached_property
    def _valid(self) -> Validity:
        return Validity(self.lineage, self._iris, self.catalogue, self.witness)

    @cached_property
    def _confirmed(self) -> Validity:
        lineage = validity.confirmed(self._iris, self.catalogue)
        return Validity(lineage, self._iris, self.catalogue, self.witness)

    def status(self, iri: str, day: str) -> Standing:
        """What became of a document by a day, with the acts that this rests on."""
        return self._valid.standing(self.node(iri), clocks.day(day))

    @property
    def pool(self) -> Pool:
        """The worker processes that answer SPARQL, started when the first query comes."""
        with self._guard:
            if self._pool is None:
                self._pool = Pool(self.path / "store")
            return self._pool

    def stats(self) -> dict[str, int]:
        """How much there is of each kind of thing."""
        return {name: int(self._db.execute(query).fetchone()[0]) for name, query in COUNTS.items()}

    def query(
        self,
        sparql: str,
        *,
        accept: str | None = None,
        limits: Limits = LIMITS,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
    ) -> Answer:
        """Answer anybody's SPARQL in a worker process. See `graph.workers.Pool.ask`."""
        return self.pool.ask(
            sparql, accept=accept, limits=limits, default_graphs=default_graphs, named_graphs=named_graphs
        )

    def named(
        self,
        name: str,
        params: Mapping[str, str] | None = None,
        *,
        accept: str | None = None,
        limits: Limits = LIMITS,
        as_of: str | None = None,
    ) -> Answer:
        """Answer one of the documented queries; a document is given by IRI, number or words.

        `as_of` answers as on a day, for the queries that take one (parameter `asOf`).
        """
        query = queries.get(name)
        given = dict(params or {}) | ({queries.AS_OF: as_of} if as_of else {})
        for parameter in query.params:
            if parameter.kind == "document" and parameter.name in given:
                given[parameter.name] = self.pick(given[parameter.name]).iri
        return self.query(query.filled(given), accept=accept, limits=limits)

    def find(self, words: str, *, limit: int = 20, offset: int = 0, filters: search.Filters | None = None) -> Results:
        """A page of what words or a number find, with counts by facet.

        A filter may have several values, of which any will do; `as_of` leaves out what was issued after a day.
        """
        found = search.find(self._db, words, limit=limit, offset=offset, filters=filters, columns=self.columns)
        return replace(found, version=self.version)

    def suggest(self, text: str) -> Suggestions:
        """What a query that is still being typed may become: documents and bodies."""
        return replace(suggest(self._db, text, self.columns, self.bodies), version=self.version)

    def pick(self, name: str) -> Node:
        """The one node that an IRI, a number or words mean; raises NotFound, or Ambiguous with the candidates."""
        if not name.strip():
            raise WrongUse("name a document: a number (49-KL/TW), words of its title, or its IRI")
        if name.startswith(ID):
            return self.node(name)
        found = search.by_number(self._db, name) or search.named(self._db, name)
        if not found:
            found = [hit.node for hit in self.find(name, limit=MOST_CANDIDATES + 1).hits]
            exact = [node for node in found if fold(node.label) == fold(name)]
            found = exact or found
        # What one source names in part is no rival of a document that is known in full.
        found = [node for node in found if "~" not in node.iri] or found
        if not found:
            raise NotFound(f"no document answers to {name!r}: try `phahe search`, or load a source that names it")
        if len(found) > 1:
            candidates = tuple((node.label, node.iri) for node in found[:MOST_CANDIDATES])
            raise Ambiguous(f"{len(found)} documents answer to {name!r}: give one of their IRIs, or a year", candidates)
        return found[0]

    def node(self, iri: str) -> Node:
        """The card of a node; a candidate that only the register knows has one too.

        Raises Moved or Gone for a name that is void (see `moved`), NotFound for one that never was.
        """
        found = self.catalogue.node(iri) or self._candidates.get(iri)
        if found is None:
            raise self.missing(iri, f"there is no {iri}")
        return found

    def moved(self, iri: str) -> Redirect | Tombstone | None:
        """What became of a name that is void in this copy; None for one that is in use, or never was.

        A `Redirect` says what the name means now: one document, as soon as a source brought what was missing of its
        identity (or the source that had brought it left), or several, where it turned out to be several (HTTP: 301, or
        300 with the choices). A `Tombstone` says that the last source that stated it was taken out (HTTP: 410). Names
        are those of documents, activities, assertions, sources and graphs of sources.
        """
        return Voids(self._db).moved(iri)

    def missing(self, iri: str, message: str) -> NotFound:
        """The error for a name that nothing bears: what became of it, where it is void, else `message`."""
        found = self.moved(iri)
        if isinstance(found, Redirect):
            return Moved(f"{iri} is {' or '.join(found.to)} since {told(found.event)}", found.to, iri)
        if found:
            return Gone(f"{iri} was withdrawn by {told(found.event)}")
        return NotFound(f"{message} in version {self.version}")

    def nodes(self, iris: Iterable[str]) -> dict[str, Node]:
        """The cards of those of several nodes that there are."""
        return self.catalogue.nodes(iris)

    @cached_property
    def _candidates(self) -> dict[str, Node]:
        from graph.recognition import entry_iris

        return {iri: of_register_alone(entry, iri, self.register) for entry, iri in entry_iris(self.register)}

    def dossier(self, iri: str) -> Dossier:
        """All that is known of one node."""
        return dossiers.dossier(self.node(iri), self.catalogue, self.witness, self.register, self.version)

    def chain(  # noqa: PLR0913 - each narrows the question in its own way
        self,
        iri: str,
        *,
        up: bool = True,
        down: bool = True,
        to: str | None = None,
        depth: int = 20,
        predicates: frozenset[str] | None = None,
        as_of: str | None = None,
    ) -> Chain:
        """The paths up to roots and down to leaves, or those between two documents, shortest first.

        `as_of` answers as on a day: without what was certainly issued later, and with the statuses of that day.
        """
        goal = self.node(to) if to else None
        focus, walker = self.node(iri), self.walker_on(as_of)
        found = walker.chain(focus, up=up, down=down, to=goal, depth=depth, predicates=predicates)
        return self._valid.dated(found, as_of) if as_of else found

    def around(  # noqa: PLR0913 - each narrows the question in its own way
        self,
        iri: str,
        *,
        depth: int = 1,
        up: bool = True,
        down: bool = True,
        predicates: frozenset[str] | None = None,
        limit: int = 800,
        as_of: str | None = None,
    ) -> Subgraph:
        """What lies within `depth` steps of a node, nearest first, with the edges among it and the number in all.

        Steps lead one way: up from head to tail, down from tail to head; nothing is reached by going up and down again.
        """
        walker = self.walker_on(as_of)
        return walker.around(self.node(iri), depth=depth, up=up, down=down, predicates=predicates, limit=limit)

    def outline(self, reach: Reach, *, as_of: str | None = None, confirmed: bool = False) -> Outline:
        """What a walk reaches, without evidence: as of a day, or (`confirmed`) along what reviewers have confirmed."""
        valid = self._confirmed if confirmed else self._valid
        lineage = valid.lineage(clocks.day(as_of)) if as_of else valid.whole
        return Surveyor(lineage, self._iris, self.catalogue, self.version).outline(reach)

    def edges(self, keys: Iterable[tuple[str, str, str]]) -> tuple[Edge, ...]:
        """Edges, given as head, predicate and tail, with all their evidence."""
        witness = self.witness
        return tuple(witness.edge(*key) for key in keys)

    def degrees(self, iris: Iterable[str], *, predicates: frozenset[str] | None = None) -> dict[str, tuple[int, int]]:
        """How many distinct neighbours each node has up (as head) and down (as tail)."""
        return self.walker.degrees(iris, predicates)

    def evidence(self, assertion: str) -> tuple[Edge, Evidence, Kept]:
        """One assertion: the edge it supports, the quote, and the source it stands in."""
        claim = self.catalogue.claim(assertion)
        if claim is None:
            raise self.missing(assertion, f"there is no assertion {assertion}")
        sha256, head, predicate, tail = claim
        edge = self.witness.edge(head, predicate, tail)
        return edge, next(one for one in edge.evidence if one.iri == assertion), self.kept(sha256)

    def kept(self, source: str) -> Kept:
        """A source with its text as it was read for this copy, by hash, beginning of a hash, or location."""
        found = self.catalogue.sources_named(source)
        if len(found) != 1:
            candidates = tuple((sha256, sha256) for sha256 in found)
            raise (
                Ambiguous(f"{len(found)} sources answer to {source!r}", candidates)
                if found
                else self.missing(identity.source(source), f"no source {source!r}")
            )
        known = self.catalogue.source(found[0])
        record = self.files.get(found[0], known[1] if known else None)
        return Kept(record.source, record.text)

    def sources(self) -> list[Source]:
        """All sources of this copy, by hash."""
        return self.catalogue.sources()

    def original(self, sha256: str) -> bytes:
        """The bytes of a source as they were read."""
        return self.files.original(sha256)

    def check(self, *, evidence: bool = False, shapes: bool = False) -> list[Finding]:
        """What the checks find, gravest first; with `evidence`, every original hashed and every quote matched again.

        With `shapes` the whole graph is held against its SHACL shapes, which takes seconds for a thousand documents.
        """
        return checks.check(self, evidence=evidence, shapes=shapes)

    def export(self, format_: str, out: BinaryIO, *, reviews: bool = False, as_of: str | None = None) -> None:
        """Write the copy as `nquads`, `trig`, `turtle`, `jsonld` or `graphml`: the same bytes for the same sources.

        As of a day, the lineage is without what was issued later and has the status of each document on that day.
        """
        view = self._valid.view(as_of) if as_of else None
        export.export(self.store, self.catalogue, format_, out, reviews=reviews, view=view)
