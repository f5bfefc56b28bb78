"""What an answer that is a graph states, as values that pages can list and draw."""

from __future__ import annotations

import pyoxigraph as ox

from graph.forms import parsed
from ontology.model import Value


class Statement(Value, frozen=True, gc=False):
    """One triple. `object` is an IRI, or the text of a literal (`literal`) with its language or datatype."""

    subject: str
    predicate: str
    object: str
    literal: bool = False
    lang: str | None = None
    datatype: str | None = None


def statements(turtle: bytes) -> tuple[Statement, ...]:
    """The triples of a graph in Turtle, in order; raises WrongUse where it cannot be read."""
    found = {_statement(quad) for quad in parsed(turtle, "turtle")}
    return tuple(sorted(found, key=lambda one: (one.subject, one.predicate, one.object, one.lang or "")))


def _statement(quad: ox.Quad) -> Statement:
    value = quad.object
    subject, predicate = _name(quad.subject), quad.predicate.value
    if isinstance(value, ox.Literal):
        named = None if value.language else value.datatype.value
        return Statement(subject, predicate, value.value, literal=True, lang=value.language, datatype=named)
    return Statement(subject, predicate, _name(value))


def _name(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode) else str(term)
