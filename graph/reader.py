"""The graph as people read it: one published copy, opened read-only. All commands and pages take their values here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import BinaryIO, Final

from msgspec.structs import replace

from graph import checks, clocks, dossiers, export, queries, search
from graph.answers import LIMITS, Answer, Limits
from graph.asking import fold
from graph.cards import of_register_alone
from graph.copies import OpenCopy
from graph.outline import Outline, Reach, Surveyor
from graph.status import Standing
from graph.suggestions import Suggestions, suggest
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
from ontology import identity
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


class Reader(OpenCopy):
    """Answers questions to one published copy."""

    def status(self, iri: str, day: str) -> Standing:
        """What became of a document by a day, with the acts that this rests on."""
        return self._valid.standing(self.node(iri), clocks.day(day))

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
