"""Which part of the lineage a page shows: so many steps up and down from the focus, and what was expanded by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from graph.values import Subgraph
from ontology.model import Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.values import Edge, Node

LIMIT = 800
"""The most nodes a page shows (docs/pages.md): beyond, tables and exports serve better."""


class Window(Value, frozen=True, gc=False):
    """What is asked for: steps up (from head to tail) and down, relations (None: all), nodes expanded by one step."""

    focus: str
    up: int
    down: int
    predicates: frozenset[str] | None = None
    expanded: tuple[str, ...] = ()


class Surroundings(Protocol):
    """What of a reader is needed."""

    def around(  # noqa: D102, PLR0913 - graph.reader says it
        self,
        iri: str,
        *,
        depth: int = 1,
        up: bool = True,
        down: bool = True,
        predicates: frozenset[str] | None = None,
        limit: int = 800,
    ) -> Subgraph: ...


def view(reader: Surroundings, window: Window) -> Subgraph:
    """The subgraph of a window. `total` counts the nodes that the steps reach, shown or not."""
    parts: list[Subgraph] = []
    if window.up or not window.down:
        parts.append(
            reader.around(window.focus, depth=window.up, up=True, down=False, predicates=window.predicates, limit=LIMIT)
        )
    if window.down:
        parts.append(
            reader.around(
                window.focus, depth=window.down, up=False, down=True, predicates=window.predicates, limit=LIMIT
            )
        )
    parts += [reader.around(iri, depth=1, predicates=window.predicates, limit=LIMIT) for iri in window.expanded]
    return merged(window.focus, parts)


def merged(focus: str, parts: Iterable[Subgraph]) -> Subgraph:
    """Several subgraphs as one, cut to `LIMIT` nodes in the order in which they are met."""
    given = list(parts)
    nodes: dict[str, Node] = {}
    edges: dict[tuple[str, str, str], Edge] = {}
    for part in given:
        nodes |= {node.iri: node for node in part.nodes if node.iri not in nodes}
        edges |= {(edge.head, edge.predicate, edge.tail): edge for edge in part.edges}
    kept = dict(list(nodes.items())[:LIMIT])
    hidden = sum(part.total - len(part.nodes) for part in given) + len(nodes) - len(kept)
    inside = tuple(edge for edge in edges.values() if edge.head in kept and edge.tail in kept)
    version = given[0].version if given else ""
    return Subgraph(focus, tuple(kept.values()), inside, len(kept) + hidden, version)
