"""What the graph states of one thing, and all of one graph: the data behind an IRI."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pyoxigraph as ox

from graph.forms import written
from ontology.errors import NotFound
from ontology.namespaces import ID

GRAPH = f"{ID}graph/"


def describe(store: ox.Store, iri: str, form: str) -> bytes:
    """The statements whose subject is `iri`, in any graph, or all of a graph; raises NotFound where there are none."""
    statements = _statements(store, iri)
    first = next(statements, None)
    if first is None:
        raise NotFound(f"nothing is stated of {iri}")
    return written(sorted({first, *statements}, key=str), form)


def known(store: ox.Store, iri: str) -> bool:
    """Whether anything is stated of `iri`, or it is a graph that holds something."""
    return next(_statements(store, iri), None) is not None


def _statements(store: ox.Store, iri: str) -> Iterator[ox.Triple]:
    try:
        name = ox.NamedNode(iri)
    except ValueError:
        return
    quads = store.quads_for_pattern(None, None, None, name) if iri.startswith(GRAPH) else iter(())
    for quad in itertools.chain(store.quads_for_pattern(name, None, None, None), quads):
        yield quad.triple
