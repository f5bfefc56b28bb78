"""How requests name a document: one that was given up leads to what it means now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ontology.errors import Ambiguous, Moved, NotFound

if TYPE_CHECKING:
    from graph.reader import Reader
    from graph.values import Node


def picked(reader: Reader, name: str) -> Node:
    """The document that a number, words or an IRI mean (`Reader.pick`), also by an IRI that it had before."""
    if not name.strip():
        raise NotFound("a blank names no document")
    try:
        return reader.pick(name)
    except Moved as error:
        nodes = list(reader.nodes(error.to).values())
        if len(nodes) == 1:
            return nodes[0]
        raise Ambiguous(f"{error}: give one of these", tuple((node.label, node.iri) for node in nodes)) from error
