"""What all checks look at: the edges, cards and quotes of one published copy, each read once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from graph.cards import Named
from graph.resolution import Identity
from graph.values import Evidence, Finding, Node
from ontology.registers import Register

if TYPE_CHECKING:
    from graph.reader import Reader

HIGH: Final = "high"
MEDIUM: Final = "medium"
LOW: Final = "low"
MOST_QUOTES: Final = 6
MOST_NODES: Final = 100_000

EdgeKey = tuple[str, str, str]


class Inspection:
    """One look at a published copy; checks share what it reads."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.register: Register = reader.register
        self.node = lru_cache(maxsize=MOST_NODES)(self._node)

    @cached_property
    def edges(self) -> list[EdgeKey]:
        """All edges of the lineage: head, predicate, tail."""
        return [(head, predicate, tail) for head, predicate, tail in self.rows(EDGES)]

    def pairs(self, predicates: Iterable[str]) -> Iterator[tuple[Node, str, Node]]:
        """The edges of some predicates between two nodes, with the cards of their ends."""
        wanted = frozenset(predicates)
        for head, predicate, tail in self.edges:
            if predicate in wanted and head != tail:
                yield self.node(head), predicate, self.node(tail)

    def rows(self, query: str, values: Iterable[str | float] = ()) -> list[tuple[str, ...]]:
        """The rows of a query to the catalogue."""
        found: list[tuple[str, ...]] = self.reader.catalogue.db.execute(query, tuple(values)).fetchall()
        return found

    def documents(self) -> Iterator[Node]:
        """Every document of the lineage."""
        for (iri,) in self.rows("SELECT iri FROM nodes WHERE kind = 'document' ORDER BY iri"):
            yield self.node(iri)

    def namings(self, iri: str) -> list[tuple[Named, Identity]]:
        """How sources name a document: one naming for each form."""
        return self.reader.catalogue.forms_of(iri)

    def quotes(self, *edges: EdgeKey) -> tuple[Evidence, ...]:
        """The surest quotes of some edges."""
        found = [one for edge in edges for one in self.reader.witness.edge(*edge).evidence[:2]]
        return tuple(found[:MOST_QUOTES])

    def mentions(self, iri: str, sources: Iterable[str] | None = None) -> tuple[Evidence, ...]:
        """Where sources name a document, the first place of each."""
        hashes = sorted(set(sources)) if sources else [row[0] for row in self.rows(NAMING, (iri, MOST_QUOTES))]
        found: list[Evidence] = []
        for sha256 in hashes[:MOST_QUOTES]:
            found += self.reader.witness.mentions(iri, [sha256])[:1]
        return tuple(found)

    def _node(self, iri: str) -> Node:
        return self.reader.node(iri)


EDGES: Final = "SELECT DISTINCT head, predicate, tail FROM claims WHERE verdict IS NOT 'rejected' ORDER BY 1, 3, 2"
NAMING: Final = "SELECT DISTINCT source FROM refs WHERE iri = ? ORDER BY source LIMIT ?"


def between(  # noqa: PLR0913, PLR0917 - the parts of a finding about one edge
    look: Inspection, check: str, severity: str, edge: tuple[Node, str, Node], why: str, advice: str
) -> Finding:
    """A finding about one edge: both ends are named, with the quotes of the edge."""
    head, predicate, tail = edge
    message = f"{dated(head)} {predicate} {dated(tail)}: {why}"
    quotes = look.quotes((head.iri, predicate, tail.iri))
    return Finding(check, severity, message, advice, (head.iri, tail.iri), quotes)


def dated(node: Node) -> str:
    """The label of a node with its date, where the label does not end in it."""
    return f"{node.label} of {node.date}" if node.date and node.kind == "document" else node.label
