"""A part of the graph as RDF: some nodes with what is held true of them, some edges with what they rest on."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox

from graph.values import Subgraph
from ontology import identity
from ontology.namespaces import ID, PREFIXES, expand
from ontology.terms import PREDICATES

FORMATS: Final = {"turtle": ox.RdfFormat.TURTLE, "jsonld": ox.RdfFormat.JSON_LD}
RELATIONS: Final = frozenset(expand(f"phahe:{name}") for name in PREDICATES)
ELI: Final = expand("eli:")
EVIDENCE: Final = ox.NamedNode(expand("phahe:evidence"))
PARTS: Final = ("#position", "#quote")
"""An evidence node's selectors, by the end of their names."""


def excerpt(store: ox.Store, subgraph: Subgraph, format_: str) -> bytes:
    """The subgraph as Turtle or JSON-LD: the same bytes for the same values."""
    out = io.BytesIO()
    triples = sorted(set(_triples(store, subgraph)), key=str)
    ox.serialize(triples, out, format=FORMATS[format_], prefixes=PREFIXES)
    return out.getvalue()


def _triples(store: ox.Store, subgraph: Subgraph) -> Iterator[ox.Triple]:
    edges = {(edge.head, expand(f"phahe:{edge.predicate}"), edge.tail) for edge in subgraph.edges}
    pairs = {(head, tail) for head, _, tail in edges}
    for node in subgraph.nodes:
        for triple in _about(store, node.iri, identity.LINEAGE):
            predicate, other = triple.predicate.value, _name(triple.object)
            kept = (node.iri, predicate, other) in edges if predicate in RELATIONS else not _leads(predicate, other)
            if kept or (predicate not in RELATIONS and (node.iri, other) in pairs):
                yield triple
    for edge in subgraph.edges:
        for proof in edge.evidence:
            yield from _rests_on(store, proof.iri, identity.source_graph(proof.source))


def _leads(predicate: str, other: str) -> bool:
    """Whether a triple is ELI's word for a relation between documents, which stands only beside ours."""
    return predicate.startswith(ELI) and other.startswith((f"{ID}doc/", f"{ID}activity/"))


def _rests_on(store: ox.Store, assertion: str, graph: str) -> Iterator[ox.Triple]:
    """An assertion, the stretch it points to, and the selectors of that."""
    for triple in _about(store, assertion, graph):
        yield triple
        if triple.predicate == EVIDENCE:
            place = _name(triple.object)
            for part in ("", *PARTS):
                yield from _about(store, place + part, graph)


def _about(store: ox.Store, iri: str, graph: str) -> Iterator[ox.Triple]:
    return (quad.triple for quad in store.quads_for_pattern(ox.NamedNode(iri), None, None, ox.NamedNode(graph)))


def _name(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode) else ""
