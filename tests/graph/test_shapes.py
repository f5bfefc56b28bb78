"""The loaded graph keeps to the ontology's shapes, and the shapes can fail."""

from __future__ import annotations

import io
from pathlib import Path

import pyshacl
import pytest
import rdflib

import ontology
from graph.reader import Reader

SHAPES = Path(ontology.__file__).with_name("shapes.ttl")
PHAHE = rdflib.Namespace("https://w3id.org/phahe/ontology#")


def triples(reader: Reader) -> rdflib.Graph:
    """All graphs of a published copy as one."""
    out = io.BytesIO()
    reader.export("nquads", out)
    found = rdflib.Graph()
    for line in out.getvalue().decode().splitlines():
        found.parse(data=line[: line.rindex("<")] + ".", format="nt")
    return found


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_graph_conforms_and_a_broken_one_does_not(reader: Reader) -> None:
    data = triples(reader)
    assert len(data) > 1000, "an empty graph conforms to anything"
    conforms, _, report = pyshacl.validate(data, shacl_graph=str(SHAPES))
    assert conforms, report
    assertion = next(data.subjects(rdflib.RDF.type, PHAHE.Assertion))
    data.remove((assertion, PHAHE.evidence, None))
    assert not pyshacl.validate(data, shacl_graph=str(SHAPES))[0]
