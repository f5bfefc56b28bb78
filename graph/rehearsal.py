"""What the graph would be with some more sources: worked out in a transaction of the catalogue that is then forgotten.

Nothing is written: neither records nor store nor catalogue know of it afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from graph.build import Builder
from graph.contract import validated
from graph.quads import Record, activity_iris
from graph.records import merged, reading_digest
from graph.values import Kept, Node
from ontology.model import Extraction, Source, Value, encode

if TYPE_CHECKING:
    from graph.catalogue import Catalogue
    from graph.library import Library

STAMP = "rehearsal"

Triple = tuple[str, str, str]


class NodeChange(Value, frozen=True, gc=False):
    """A document or activity as it would be. `before` is what it is now.

    `state` is `new`, `changed`, `known` (there already, and the same) or `gone` (another one takes its place).
    """

    state: str
    node: Node
    before: Node | None = None


class EdgeChange(Value, frozen=True, gc=False):
    """An edge: `new`, `known` (some other claim supports it already) or `gone`."""

    state: str
    head: str
    predicate: str
    tail: str


class Rehearsed(Value, frozen=True, gc=False):
    """A source as it was read. `state` is `new`, `known` (nothing would change) or `changed` (read otherwise now).

    `content` is its text, into which the spans of the extraction point (code points, half open). `ends` gives the IRI
    that each document and activity of the extraction would have, by its id there.
    """

    source: Source
    state: str
    content: str
    extraction: Extraction
    ends: dict[str, str]


class Rehearsal(Value, frozen=True, gc=False):
    """What would be read, and what would differ from the graph as it is.

    `nodes` and `edges` are those that the sources name, and all others that would change; `others` are the further ends
    of these edges.
    """

    sources: tuple[Rehearsed, ...] = ()
    nodes: tuple[NodeChange, ...] = ()
    edges: tuple[EdgeChange, ...] = ()
    others: tuple[Node, ...] = ()


class _Side(Value, frozen=True):
    """The touched part of the lineage, before or after."""

    nodes: Mapping[str, Node]
    edges: frozenset[Triple]


def rehearse(library: Library, items: Iterable[tuple[Kept, Extraction]]) -> Rehearsal:
    """What keeping these sources would do to the graph of `library`, which is as it was when this returns."""
    records: dict[str, Record] = {}
    states: dict[str, str] = {}
    for kept, extraction in items:
        sha256 = kept.source.sha256
        before = records.get(sha256) or _kept(library, sha256)
        record = merged(Record(kept.source, kept.text, validated(extraction, kept.text)), before)
        states[sha256] = states.get(sha256) or ("new" if before is None else "known" if record == before else "changed")
        records[sha256] = record
    return _compared(library, records, states)


def _compared(library: Library, records: Mapping[str, Record], states: Mapping[str, str]) -> Rehearsal:
    coming = {sha256: record for sha256, record in records.items() if states[sha256] != "known"}
    catalogue = library.catalogue
    try:
        change, _ = _builder(library, coming).change(dict.fromkeys(coming, STAMP), ())
        named = {sha256: _ends(catalogue, record) for sha256, record in records.items()}
        mentioned = {iri for ends in named.values() for iri in ends.values()}
        touched = sorted({iri for _, iri in change.subjects} | mentioned)
        after = _side(catalogue, touched)
    finally:
        catalogue.rollback()
    before = _side(catalogue, touched)
    said = {triple for sha256, ends in named.items() for triple in _triples(records[sha256], ends)}
    nodes = tuple(found for iri in touched if (found := _node(iri, before, after, mentioned)))
    edges = tuple(_edges(before, after, said))
    further = {iri for edge in edges for iri in (edge.head, edge.tail)} - {one.node.iri for one in nodes}
    sources = tuple(
        Rehearsed(record.source, states[sha256], record.text.content, record.extraction, named[sha256])
        for sha256, record in records.items()
    )
    return Rehearsal(sources, nodes, edges, tuple(catalogue.nodes(sorted(further)).values()))


def _kept(library: Library, sha256: str) -> Record | None:
    return library.record(sha256) if library.catalogue.source(sha256) else None


def _builder(library: Library, fresh: Mapping[str, Record]) -> Builder:
    """The library's builder, to which the sources that come are records like any other."""

    def record(sha256: str) -> tuple[Record, str]:
        found = fresh.get(sha256)
        return (found, reading_digest(encode(found))) if found else library.live.builder.record(sha256)

    return Builder(library.catalogue, library.register, record, library.live.builder.verdicts)


def _ends(catalogue: Catalogue, record: Record) -> dict[str, str]:
    sha256 = record.source.sha256
    found = {id_: one.iri for id_, one in catalogue.identities_of(sha256).items()}
    return activity_iris(record.extraction, sha256) | found


def _triples(record: Record, ends: Mapping[str, str]) -> set[Triple]:
    return {(ends[one.head], one.predicate, ends[one.tail]) for one in record.extraction.relations}


def _side(catalogue: Catalogue, touched: Iterable[str]) -> _Side:
    touched = list(touched)
    edges = {(head, predicate, tail) for head in touched for predicate, tail in catalogue.edges_from(head)}
    return _Side(catalogue.nodes(touched), frozenset(edges))


def _node(iri: str, before: _Side, after: _Side, mentioned: set[str]) -> NodeChange | None:
    """How a node differs; None for one that stays as it is and that no source names."""
    old, new = before.nodes.get(iri), after.nodes.get(iri)
    if new is None:
        return NodeChange("gone", old, old) if old else None
    if old is None:
        return NodeChange("new", new)
    if old != new:
        return NodeChange("changed", new, old)
    return NodeChange("known", new, old) if iri in mentioned else None


def _edges(before: _Side, after: _Side, said: set[Triple]) -> Iterable[EdgeChange]:
    for triple in sorted(before.edges | after.edges):
        if triple not in after.edges:
            yield EdgeChange("gone", *triple)
        elif triple not in before.edges:
            yield EdgeChange("new", *triple)
        elif triple in said:
            yield EdgeChange("known", *triple)
