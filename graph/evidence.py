"""The evidence of edges, read from a published store: one assertion, one quote, one source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import pyoxigraph as ox

from graph.catalogue import Catalogue
from graph.values import Edge, Evidence
from ontology import identity
from ontology.model import Source
from ontology.namespaces import expand

FIELDS: Final = {
    ox.NamedNode(expand(curie)): field
    for curie, field in {
        "phahe:evidence": "evidence",
        "phahe:rule": "rule",
        "phahe:confidence": "confidence",
        "phahe:provision": "provision",
        "oa:hasSelector": "selector",
        "phahe:page": "page",
        "oa:start": "start",
        "oa:end": "end",
        "oa:exact": "exact",
        "oa:prefix": "prefix",
        "oa:suffix": "suffix",
    }.items()
}
MENTION: Final = ox.NamedNode(expand("phahe:mention"))


class Witness:
    """Reads evidence for a reader; `store` and `catalogue` are of one published copy."""

    def __init__(self, store: ox.Store, catalogue: Catalogue) -> None:
        self.store = store
        self.catalogue = catalogue
        self._sources: dict[str, Source] = {}

    def edge(self, head: str, predicate: str, tail: str) -> Edge:
        """An edge with all its evidence, surest first."""
        claims = self.catalogue.claims_on(head, predicate, tail)
        found = [self.assertion(iri, sha256, verdict) for iri, sha256, verdict in claims]
        return Edge(
            head, predicate, tail, tuple(sorted(found, key=lambda one: (-one.confidence, one.source, one.start)))
        )

    def assertion(self, iri: str, sha256: str, verdict: str | None = None) -> Evidence:
        """The evidence of one assertion of one source."""
        graph = ox.NamedNode(identity.source_graph(sha256))
        fields = self._fields(ox.NamedNode(iri), graph)
        fields |= self._stretch(ox.NamedNode(fields["evidence"]), graph)
        return self._evidence(iri, sha256, fields, verdict)

    def quoted(self, iri: str, node: str, sha256: str) -> Evidence:
        """The stretch `node` of a source, as evidence of what else it states: an obligation, a result."""
        stretch = self._stretch(ox.NamedNode(node), ox.NamedNode(identity.source_graph(sha256)))
        return self._evidence(iri, sha256, stretch, None)

    def mentions(self, document: str, hashes: Iterable[str]) -> tuple[Evidence, ...]:
        """Where sources name a document, in the order of the sources and of their text."""
        found = []
        for sha256 in hashes:
            graph = ox.NamedNode(identity.source_graph(sha256))
            for quad in self.store.quads_for_pattern(ox.NamedNode(document), MENTION, None, graph):
                node = quad.object
                assert isinstance(node, ox.NamedNode)
                found.append(self._evidence(node.value, sha256, self._stretch(node, graph), None))
        return tuple(sorted(found, key=lambda one: (one.source, one.start, one.end)))

    def _evidence(self, iri: str, sha256: str, fields: Mapping[str, str], verdict: str | None) -> Evidence:
        source = self._source(sha256)
        return Evidence(
            iri=iri,
            source=sha256,
            exact=fields["exact"],
            start=int(fields["start"]),
            end=int(fields["end"]),
            prefix=fields["prefix"],
            suffix=fields["suffix"],
            page=int(fields["page"]) if "page" in fields else None,
            rule=fields.get("rule", ""),
            confidence=float(fields.get("confidence", "1")),
            provision=fields.get("provision"),
            source_title=source.title,
            location=source.locations[0] if source.locations else None,
            published=source.published,
            verdict=verdict,
        )

    def _stretch(self, node: ox.NamedNode, graph: ox.NamedNode) -> dict[str, str]:
        """Offsets and quote of an evidence node."""
        fields = self._fields(node, graph)
        for part in ("#position", "#quote"):
            fields |= self._fields(ox.NamedNode(node.value + part), graph)
        return fields

    def _fields(self, node: ox.NamedNode, graph: ox.NamedNode) -> dict[str, str]:
        quads = self.store.quads_for_pattern(node, None, None, graph)
        return {FIELDS[quad.predicate]: _value(quad.object) for quad in quads if quad.predicate in FIELDS}

    def _source(self, sha256: str) -> Source:
        if sha256 not in self._sources:
            found = self.catalogue.source(sha256)
            assert found, "a published store and its catalogue hold the same sources"
            self._sources[sha256] = found[0]
        return self._sources[sha256]


def _value(term: object) -> str:
    assert isinstance(term, ox.NamedNode | ox.Literal), "no other terms stand in our graphs"
    return term.value
