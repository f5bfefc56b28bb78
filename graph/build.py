"""Brings the catalogue and the store in step with the records: one source, or all of them.

What a source's coming or going touches is found by its references: their blocks are resolved anew as a whole, sources
whose references now mean something else are written anew, and every subject touched is described anew from all that is
known of it. So the result depends on the set of sources only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

from graph.aliases import NONE, aliases
from graph.cards import Issuer, Named, activity, document
from graph.catalogue import Catalogue
from graph.moves import Moves, Place, Watch
from graph.outcomes import outcome
from graph.quads import Reading, Record, activity_lines, body_lines, document_lines, edge_lines, reading
from graph.recognition import known, recogniser, references
from graph.references import Reference
from graph.resolution import Identity, renamed, resolve, resolve_loose
from graph.status import ACTS
from graph.store import Change
from graph.values import Node
from graph.voids import Voids
from ontology import identity
from ontology.errors import NotFound, StoreError
from ontology.registers import Register

GRAPHS: Final = identity.source_graph("")
BODIES: Final = identity.body("").removesuffix("_")
Basis = tuple[list[Named], Identity]


@dataclass
class Touched:
    """What a change reaches: blocks to resolve, sources to write anew, nodes to describe anew, names to watch."""

    watch: Watch
    blocks: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)
    nodes: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    activities: dict[str, Node] = field(default_factory=dict)
    bases: dict[str, Basis | None] = field(default_factory=dict)


class Builder:
    """Applies changes of the records to a catalogue and says what they change in the store.

    `record` gives the record of a source by its hash, with what reviewers say put in, and the digest that tells one
    reading from another; `verdicts` gives `confirmed` or `rejected` by the IRI of an assertion of a source.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        register: Register,
        record: Callable[[str], tuple[Record, str]],
        verdicts: Callable[[str], Mapping[str, str]],
    ) -> None:
        self.catalogue = catalogue
        self.register = register
        self.record = record
        self.verdicts = verdicts
        self.voids = Voids(catalogue.db)
        self._central = {identity.body(body.id) for body in register.bodies.bodies.values() if not body.places}

    def change(self, coming: Mapping[str, str], going: Iterable[str]) -> tuple[Change, Moves]:
        """What sources coming (with the stamps of their records) and going change; the catalogue has it then.

        And which names that makes void, or brings back.
        """
        touched = Touched(Watch(self.catalogue))
        gone = {sha256 for sha256 in going if sha256 not in coming}
        for sha256 in sorted({*gone, *coming}):
            self._forget(sha256, touched)
        for sha256 in sorted(coming):
            self._arrive(sha256, coming[sha256], touched)
        self._resolve_all(touched)
        lines: list[str] = []
        for sha256 in sorted(touched.sources):
            lines += self._read(sha256, touched).lines
        graphs = tuple(identity.source_graph(sha256) for sha256 in sorted(touched.sources | gone))
        subjects = self._cards(touched)
        for iri in sorted(subjects):
            lines += self._subject(iri, touched)
        lines += self._bodies(touched.bodies)
        everything = sorted(subjects | touched.bodies)
        change = Change(graphs, tuple((identity.LINEAGE, subject) for subject in everything), tuple(lines))
        return change, touched.watch.moves(filter(self.voids.is_void, self._alive(coming, touched)))

    def again(self, names: Iterable[str]) -> Change:
        """What the store must hold of these subjects of the lineage and graphs of sources, as the catalogue has it."""
        touched = Touched(Watch(self.catalogue))
        lines, graphs, subjects = list[str](), list[str](), list[str]()
        for one in sorted(names):
            if not one.startswith(GRAPHS):
                subjects.append(one)
                lines += self._bodies([one]) if one.startswith(BODIES) else self._subject(one, touched)
                continue
            sha256 = one.removeprefix(GRAPHS)
            # A record that is not there or cannot be read is for the library to tell of.
            with suppress(NotFound, StoreError):
                lines += self._read(sha256, touched).lines if self.catalogue.source(sha256) else ()
                graphs.append(one)
        return Change(tuple(graphs), tuple((identity.LINEAGE, subject) for subject in subjects), tuple(lines))

    def _alive(self, coming: Iterable[str], touched: Touched) -> Iterator[str]:
        """The names that a change brought or kept."""
        yield from (iri for iri in touched.nodes if self.catalogue.node(iri))
        yield from (identity.source(sha256) for sha256 in coming)
        for sha256 in touched.sources:
            yield from touched.watch.names.stated(sha256)

    def everything(self, stamps: Mapping[str, str]) -> Iterator[str]:
        """All lines of the graph of these sources, for an empty catalogue, which is filled on the way."""
        touched = Touched(Watch(self.catalogue))
        for sha256 in sorted(stamps):
            self._arrive(sha256, stamps[sha256], touched)
        self._resolve_all(touched)
        for sha256 in sorted(stamps):
            yield from self._read(sha256, touched).lines
        touched.bases.clear()
        for iri in sorted(touched.nodes):
            self._card(iri, touched)
            touched.bases.clear()
        self._outcomes(touched.nodes)
        for iri in sorted(touched.nodes):
            yield from self._subject(iri, touched)
            touched.bases.clear()
        yield from self._bodies(touched.bodies)

    def _forget(self, sha256: str, touched: Touched) -> None:
        catalogue = self.catalogue
        if catalogue.source(sha256):
            touched.watch.source(sha256)
        touched.blocks |= catalogue.blocks_of(sha256)
        touched.nodes |= catalogue.iris_of(sha256) | catalogue.ends_of(sha256) | catalogue.activities_of(sha256)
        catalogue.forget_source(sha256)

    def _arrive(self, sha256: str, stamp: str, touched: Touched) -> None:
        record, digest = self.record(sha256)
        recognise = recogniser(record.source, record.extraction, self.register)
        found = references(record.extraction, record.source, self.register, recognise)
        named = [
            Named(reference, one.issuer or (one.resolved.issuer if one.resolved else None), Issuer.of(body), one.own)
            for (reference, body), one in zip(found, record.extraction.documents, strict=True)
        ]
        self.catalogue.put_source(record.source, stamp, digest)
        self.catalogue.put_references(named)
        touched.blocks |= self.catalogue.blocks_of(sha256)
        touched.sources.add(sha256)

    def _resolve_all(self, touched: Touched) -> None:
        """Blocks first, then those loose references that look for a title among what was resolved."""
        for block in sorted(touched.blocks, key=lambda block: ("~" in block, block)):
            self._resolve(block, touched)

    def _resolve(self, block: str, touched: Touched) -> None:
        forms = self.catalogue.block(block)
        if not forms:
            return
        references = list(forms.values())
        if references[0].loose:
            found = resolve_loose(references, self.catalogue.shelf(block))
        else:
            found = resolve(references, known(references[0], self.register))
        for form, reference in forms.items():
            now = found[reference.source, reference.id]
            if "~" not in now.iri:
                self._note(block, form, now, None, touched)
                continue
            for one in self.catalogue.namings(block, form):
                self._note(block, form, renamed(now, reference, one), one, touched)

    def _note(self, block: str, form: str, now: Identity, one: Reference | None, touched: Touched) -> None:
        for source, id_, before in self.catalogue.resolve(block, form, now, one):
            touched.sources.add(source)
            touched.watch.reference(before, Place(source, id_, block))
            touched.nodes.update({now.iri, before} if before else {now.iri})

    def _read(self, sha256: str, touched: Touched) -> Reading:
        """Write one source's graph anew, its claims and its activities' cards."""
        record, _ = self.record(sha256)
        recognise = recogniser(record.source, record.extraction, self.register)
        touched.nodes |= self.catalogue.ends_of(sha256)
        found = reading(record, self.catalogue.identities_of(sha256), recognise)
        self.catalogue.put_claims(sha256, found.claims, self.verdicts(sha256))
        self.catalogue.put_activities(sha256, {found.ends[one.id] for one in record.extraction.activities})
        for one in record.extraction.activities:
            iri = found.ends[one.id]
            touched.activities[iri] = activity(iri, one, sha256, recognise(one.actor, one.date))
        touched.nodes.update(found.ends.values())
        return found

    def _cards(self, touched: Touched) -> set[str]:
        """Bring the cards of the touched nodes up to date; the subjects whose lines may have changed with them."""
        subjects, ended = set(touched.nodes), set(touched.nodes)
        for iri in sorted(touched.nodes):
            before, now = self._card(iri, touched)
            if (before and before.date) != (now and now.date):
                # An act takes effect on the day of the document that acts.
                ended.update(tail for predicate, tail in self.catalogue.edges_from(iri) if predicate in ACTS)
            if (before and before.sphere) != (now and now.sphere):
                # The ELI property of an edge depends on both its ends.
                subjects.update(head for _, head in self.catalogue.edges_into(iri))
        self._outcomes(ended)
        return subjects

    def _card(self, iri: str, touched: Touched) -> tuple[Node | None, Node | None]:
        """The card of a node as it was and as it now is; None where nothing names it."""
        before = self.catalogue.node(iri)
        basis = self._basis(iri, touched)
        now = document(iri, *basis, self.register) if basis else touched.activities.get(iri)
        if now is None and before is not None and before.kind == "activity" and self.catalogue.has_activity(iri):
            now = before
        touched.bodies |= {node.issuer_iri for node in (before, now) if node and node.issuer_iri} - self._central
        called = (
            aliases(now, basis[0] if basis else (), basis[1].entry if basis else None, self.register) if now else NONE
        )
        if now is None:
            self.catalogue.forget_node(iri)
        elif now != before or called != self.catalogue.called(iri):
            self.catalogue.put_node(now, called)
        return before, now

    def _outcomes(self, iris: Iterable[str]) -> None:
        """Note what became of these documents in the end, once all cards are up to date."""
        for iri in iris:
            node = self.catalogue.node(iri)
            if node and node.kind == "document":
                self.catalogue.set_status(iri, outcome(self.catalogue.db, node).code)

    def _basis(self, iri: str, touched: Touched) -> Basis | None:
        """The references that a document rests on and the identity they were found to have; None for an activity."""
        if iri not in touched.bases:
            rows = self.catalogue.forms_of(iri)
            touched.bases[iri] = ([row[0] for row in rows], _weightiest([row[1] for row in rows])) if rows else None
        return touched.bases[iri]

    def _subject(self, iri: str, touched: Touched) -> list[str]:
        node = self.catalogue.node(iri)
        if node is None:
            return []
        basis, edges = self._basis(iri, touched), self.catalogue.edges_from(iri)
        if not basis and not edges:
            # An activity is there for what it is about: where reviewers rejected all of that, it is not.
            return []
        lines = document_lines(node, *basis, self.register) if basis else activity_lines(node)
        cards = self.catalogue.nodes({tail for _, tail in edges})
        return lines + edge_lines(node, [(predicate, cards[tail]) for predicate, tail in edges])

    def _bodies(self, bodies: Iterable[str]) -> list[str]:
        """The bodies that the register has no node for: local ones, and those that only a source names."""
        bearers = (self.catalogue.bearer(body) for body in sorted(bodies))
        return [line for node in bearers if node for line in body_lines(node)]


def _weightiest(found: list[Identity]) -> Identity:
    """The identity that stands for a document several references were found to be: one with a register entry first."""
    return min(found, key=lambda one: (one.ambiguous, one.entry is None, one.entry or "", one.reason, one.candidates))
