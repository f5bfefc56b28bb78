"""The lineage as it was on a day: without what was issued later, and with the status of what was there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from msgspec.structs import replace

from graph import clocks
from graph.catalogue import Catalogue
from graph.evidence import Witness
from graph.lineage import Lineage
from graph.status import ACTS, Standing, standing
from graph.terms import iri, name
from graph.values import Chain, Node
from ontology import identity
from ontology.model import Value
from ontology.terms import STATUSES

REMEMBERED = 4


class View(Value, frozen=True):
    """What an export of a day leaves out (nodes), and the lines that it has besides."""

    day: str
    hidden: frozenset[str]
    lines: tuple[str, ...]


class Validity:
    """Answers as of a day, for one published copy."""

    def __init__(self, lineage: Lineage, iris: Sequence[str], catalogue: Catalogue, witness: Witness) -> None:
        self.whole = lineage
        self._iris = iris
        self._catalogue = catalogue
        self._witness = witness
        self.lineage = lru_cache(maxsize=REMEMBERED)(self._lineage)

    def hidden(self, as_of: str) -> frozenset[str]:
        """The nodes that were certainly not there yet on a day."""
        # A year or a month alone stands before its days: what may have been there is not hidden.
        rows = self._catalogue.db.execute("SELECT iri FROM nodes WHERE date > ?", (clocks.day(as_of),))
        return frozenset(row[0] for row in rows)

    def standing(self, document: Node, day: str) -> Standing:
        """The status of a document on a day."""
        marks = ", ".join("?" * len(ACTS))
        rows = self._catalogue.db.execute(
            f"SELECT DISTINCT predicate, head FROM claims WHERE tail = ? AND predicate IN ({marks}) "  # noqa: S608 - marks only
            "AND verdict IS NOT 'rejected' ORDER BY head, predicate",
            [document.iri, *ACTS],
        ).fetchall()
        heads = self._catalogue.nodes({head for _, head in rows})
        into = [(self._witness.edge(head, predicate, document.iri), heads[head]) for predicate, head in rows]
        return standing(document, into, day)

    def dated(self, chain: Chain, as_of: str) -> Chain:
        """A chain with the status of each of its documents on a day."""
        nodes = {node.iri: node for path in (*chain.up, *chain.down) for node in path.nodes} | {
            chain.focus.iri: chain.focus
        }
        documents = [node for node in nodes.values() if node.kind == "document"]
        statuses = {node.iri: self.standing(node, as_of).code for node in documents}
        return replace(chain, as_of=as_of, statuses=statuses)

    def view(self, as_of: str) -> View:
        """What an export as of a day is like."""
        hidden = self.hidden(as_of)
        lines = sorted(line for node in self._documents() if node.iri not in hidden for line in self._line(node, as_of))
        return View(as_of, hidden, tuple(lines))

    def _line(self, node: Node, as_of: str) -> Iterator[str]:
        code = self.standing(node, as_of).code
        yield f"{iri(node.iri)} {name('phahe:status')} {iri(STATUSES[code].iri)} {iri(identity.LINEAGE)} .\n"

    def _documents(self) -> Iterator[Node]:
        for (found,) in self._catalogue.db.execute(
            "SELECT iri FROM nodes WHERE kind = 'document' ORDER BY iri"
        ).fetchall():
            node = self._catalogue.node(found)
            if node:
                yield node

    def _lineage(self, as_of: str) -> Lineage:
        later = np.zeros(len(self._iris), dtype=np.bool_)
        for one in self.hidden(as_of):
            later[bisect_left(self._iris, one)] = True
        return self.whole.without(later)


def confirmed(iris: Sequence[str], catalogue: Catalogue) -> Lineage:
    """The lineage of those edges alone that a reviewer has confirmed in some source."""
    rows = catalogue.db.execute("SELECT DISTINCT head, predicate, tail FROM claims WHERE verdict = 'confirmed'")
    edges = [(bisect_left(iris, head), predicate, bisect_left(iris, tail)) for head, predicate, tail in rows]
    return Lineage.of(len(iris), edges)
