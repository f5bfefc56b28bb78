"""The whole graph against the SHACL shapes of the ontology: what every store and program may rely on."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pyoxigraph as ox
import pyshacl
import rdflib
from rdflib.namespace import RDF, SH

from graph.export import export
from graph.inspection import HIGH, Inspection
from graph.values import Finding
from ontology import terms

SHAPES: Final = Path(terms.__file__).with_name("shapes.ttl")


def conformance(look: Inspection) -> Iterator[Finding]:
    """What does not conform, by node and shape."""
    out = io.BytesIO()
    export(look.reader.store, look.reader.catalogue, "nquads", out)
    # All graphs together: an edge stands in the lineage, its assertion in the graph of a source.
    triples = (quad.triple for quad in ox.parse(out.getvalue(), format=ox.RdfFormat.N_QUADS))
    merged = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)
    data = rdflib.Graph().parse(data=merged, format="nt")
    shapes = rdflib.Graph().parse(SHAPES, format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none", allow_infos=True)
    for result in sorted(report.subjects(RDF.type, SH.ValidationResult)):
        node, path = report.value(result, SH.focusNode), report.value(result, SH.resultPath)
        told = [str(one) for one in report.objects(result, SH.resultMessage) if getattr(one, "language", None) != "vi"]
        message = f"{node}{f' ({path})' if path else ''}: {'; '.join(sorted(told))}"
        yield Finding("shape", HIGH, message, "run `phahe rebuild`; if it stays, it is a fault of phahe", (str(node),))
