"""Duties and reported figures about documents, read from the graphs of the sources that state them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import pyoxigraph as ox

from graph.ground import Ground
from graph.values import Evidence
from ontology import identity
from ontology.model import Value
from ontology.namespaces import expand

ABOUT: Final = ox.NamedNode(expand("phahe:about"))
TYPE: Final = ox.NamedNode(expand("rdf:type"))
KINDS: Final = {expand("phahe:Obligation"): "obligation", expand("phahe:Result"): "result"}
FIELDS: Final = {
    expand(curie): field
    for curie, field in {
        "phahe:obliged": "who",
        "phahe:reporter": "who",
        "dcterms:description": "what",
        "phahe:due": "due",
        "phahe:since": "since",
        "phahe:period": "period",
        "phahe:within": "within",
        "phahe:value": "value",
        "phahe:unit": "unit",
        "phahe:percentOfTarget": "percent",
        "phahe:evidence": "evidence",
    }.items()
}
SOURCE_GRAPH: Final = identity.source_graph("")


class Stated(Value, frozen=True):
    """An obligation or a result as one source states it, about documents (IRIs)."""

    iri: str
    kind: str
    source: str
    about: tuple[str, ...]
    fields: dict[str, str]
    evidence: Evidence


def stated(ground: Ground, documents: Iterable[str]) -> list[Stated]:
    """All that sources state about any of these documents, in the order of sources and of their text."""
    found: dict[str, Stated] = {}
    for document in documents:
        for subject, graph in _subjects(ground, document):
            if subject.value not in found:
                found[subject.value] = _read(ground, subject, graph)
    return sorted(found.values(), key=lambda one: (one.source, one.evidence.start, one.evidence.end, one.iri))


def _subjects(ground: Ground, document: str) -> Iterator[tuple[ox.NamedNode, ox.NamedNode]]:
    for quad in ground.reader.store.quads_for_pattern(None, ABOUT, ox.NamedNode(document), None):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.graph_name, ox.NamedNode):
            yield quad.subject, quad.graph_name


def _read(ground: Ground, subject: ox.NamedNode, graph: ox.NamedNode) -> Stated:
    fields: dict[str, str] = {}
    about: list[str] = []
    kind = ""
    for quad in ground.reader.store.quads_for_pattern(subject, None, None, graph):
        value = quad.object
        assert isinstance(value, ox.NamedNode | ox.Literal), "no other terms stand in our graphs"
        if quad.predicate == ABOUT:
            about.append(value.value)
        elif quad.predicate == TYPE:
            kind = KINDS.get(value.value, kind)
        elif quad.predicate.value in FIELDS:
            fields[FIELDS[quad.predicate.value]] = value.value
    sha256 = graph.value.removeprefix(SOURCE_GRAPH)
    evidence = ground.reader.witness.quoted(subject.value, fields.pop("evidence"), sha256)
    return Stated(subject.value, kind, sha256, tuple(sorted(about)), fields, evidence)
