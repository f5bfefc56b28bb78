"""Small subgraphs as networkx graphs and as GraphML, for people who analyse, draw and export."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Final

import networkx as nx

from graph.values import Edge, Node, Subgraph
from ontology import identity

NODE_FIELDS: Final = ("kind", "type", "label", "number", "date", "title", "issuer", "level", "sphere", "place", "seen")
# XML 1.0 has no place for these, not even escaped.
FORBIDDEN: Final = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "�")


def to_networkx(subgraph: Subgraph) -> nx.MultiDiGraph:
    """The subgraph, nodes by IRI with their cards' fields, edges by predicate with confidence and first quote."""
    return network(subgraph.nodes, subgraph.edges)


def network(nodes: Iterable[Node], edges: Iterable[Edge]) -> nx.MultiDiGraph:
    """Nodes and edges as a networkx graph, in order, fields that are not known left out."""
    graph: nx.MultiDiGraph = nx.MultiDiGraph()
    for node in sorted(nodes, key=lambda one: one.iri):
        fields = {name: getattr(node, name) for name in NODE_FIELDS}
        graph.add_node(node.iri, **{name: _clean(value) for name, value in fields.items() if value is not None})
    for edge in sorted(edges, key=lambda one: (one.head, one.tail, one.predicate)):
        fields = {"predicate": edge.predicate}
        if edge.evidence:
            best = edge.evidence[0]
            fields |= {
                "confidence": best.confidence,
                "quote": _clean(best.exact),
                "source": best.source,
                "assertion": best.iri,
            }
        fields["id"] = identity.digest(edge.head, edge.predicate, edge.tail)
        graph.add_edge(edge.head, edge.tail, key=edge.predicate, **fields)
    return graph


def graphml(subgraph: Subgraph) -> bytes:
    """The subgraph as GraphML: the same bytes for the same values."""
    return written(to_networkx(subgraph))


def written(graph: nx.MultiDiGraph) -> bytes:
    """A graph as GraphML."""
    out = io.BytesIO()
    nx.write_graphml(graph, out, named_key_ids=True, edge_id_from_attribute="id")
    return out.getvalue()


def _clean(value: object) -> object:
    return value.translate(FORBIDDEN) if isinstance(value, str) else value
