"""A part of the graph as RDF: its nodes with their properties, its edges and no others, the quotes that they rest on."""

from __future__ import annotations

import json

import pytest
import rdflib

from graph.excerpt import excerpt
from graph.reader import Reader
from graph.values import Subgraph
from ontology.namespaces import PHAHE
from ontology.terms import PREDICATES

PLAN = "https://w3id.org/phahe/id/doc/vn/ubnd-hai-phong/kh/2020/211-kh-ubnd"
RELATIONS = {PHAHE + name for name in PREDICATES}


def told(graph: rdflib.Graph) -> set[tuple[str, str, str]]:
    """The relations that a graph states."""
    triples = ((str(head), str(predicate), str(tail)) for head, predicate, tail in graph)
    return {(head, predicate.removeprefix(PHAHE), tail) for head, predicate, tail in triples if predicate in RELATIONS}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib's own, in its reader of JSON-LD
@pytest.mark.parametrize(("form", "name"), [("turtle", "turtle"), ("jsonld", "json-ld")])
def test_edges_are_those_of_the_subgraph_and_every_quote_is_there(reader: Reader, form: str, name: str) -> None:
    subgraph = reader.around(PLAN, depth=4, down=False)
    data = excerpt(reader.store, subgraph, form)
    graph = rdflib.Graph().parse(data=data, format=name)
    assert told(graph) == {(edge.head, edge.predicate, edge.tail) for edge in subgraph.edges}
    exact = rdflib.URIRef("http://www.w3.org/ns/oa#exact")
    quotes = {str(value) for value in graph.objects(None, exact)}
    assert quotes == {proof.exact for edge in subgraph.edges for proof in edge.evidence}
    labels = {str(subject) for subject in graph.subjects(rdflib.RDFS.label)}
    assert labels >= {node.iri for node in subgraph.nodes}


def test_a_smaller_subgraph_says_no_more_than_it_shows(reader: Reader) -> None:
    whole = reader.around(PLAN, depth=4, down=False)
    few = Subgraph(whole.focus, whole.nodes[:2], whole.edges[:0], len(whole.nodes))
    graph = rdflib.Graph().parse(data=excerpt(reader.store, few, "turtle"))
    assert told(graph) == set()
    inside = {node.iri for node in few.nodes}
    others = {node.iri for node in whole.nodes} - inside
    assert not others & {str(term) for triple in graph for term in triple}


def test_equal_values_give_equal_bytes(reader: Reader) -> None:
    subgraph = reader.around(PLAN, depth=2)
    again = Subgraph(subgraph.focus, subgraph.nodes[::-1], subgraph.edges[::-1], subgraph.total)
    for form in ("turtle", "jsonld"):
        assert excerpt(reader.store, subgraph, form) == excerpt(reader.store, again, form)
    assert json.loads(excerpt(reader.store, subgraph, "jsonld"))
