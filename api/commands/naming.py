"""How commands take the name of a document: one that was given up leads to what it means now, and that is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api import terminal
from ontology.errors import Ambiguous, Moved

if TYPE_CHECKING:
    from graph.reader import Reader
    from graph.values import Node


def picked(reader: Reader, name: str) -> Node:
    """The document that a number, words or an IRI mean (`Reader.pick`), also by an IRI that it had before."""
    try:
        return reader.pick(name)
    except Moved as error:
        nodes = [reader.node(iri) for iri in error.to]
        if len(nodes) > 1:
            raise Ambiguous(str(error), tuple((node.label, node.iri) for node in nodes)) from error
        terminal.say(f"phahe: {error}")
        return nodes[0]
