"""The forms in which graphs are written and read, by the short names that commands and addresses use."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import pyoxigraph as ox

from ontology.errors import WrongUse
from ontology.namespaces import PREFIXES

GRAPHS: Final = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "nquads": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
}


def parsed(data: bytes, form: str, base: str | None = None) -> list[ox.Quad]:
    """What `data` states; raises WrongUse, with the line, where it cannot be read."""
    try:
        return list(ox.parse(data, format=GRAPHS[form], base_iri=base))
    except (SyntaxError, ValueError, OSError) as error:
        raise WrongUse(f"this cannot be read as {form}: {' '.join(str(error).split())}") from error


def written(triples: Iterable[ox.Triple], form: str) -> bytes:
    """The triples in a form."""
    listed = list(triples)
    text = " ".join(str(triple) for triple in listed)
    used = {name: namespace for name, namespace in PREFIXES.items() if f"<{namespace}" in text}
    return ox.serialize(listed, format=GRAPHS[form], prefixes=used) or b""


def converted(turtle: str, form: str) -> bytes:
    """Turtle of ours in another form."""
    return written((quad.triple for quad in parsed(turtle.encode(), "turtle")), form)
