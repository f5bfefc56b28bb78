"""Exports of a published copy: the same bytes whenever the same sources are held.

N-Quads and TriG hold every graph but the log and the reviews; Turtle, JSON-LD and GraphML hold lineage and register
(GraphML the edges of the lineage with the cards of its nodes). Lines are sorted, so that two copies can be compared.
"""

from __future__ import annotations

import heapq
import io
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from typing import IO, BinaryIO, Final, cast

import msgspec
import networkx as nx
import pyoxigraph as ox

from graph.catalogue import Catalogue
from graph.network import network, written
from graph.validity import View
from graph.values import Edge, Evidence, Node
from ontology import identity
from ontology.errors import WrongUse
from ontology.namespaces import PREFIXES

CHUNK: Final = 500_000
LEFT_OUT: Final = frozenset({identity.LOG, identity.REVIEW})
ABOUT: Final = (identity.LINEAGE, identity.REGISTER)
QUOTES: Final = """
PREFIX phahe: <https://w3id.org/phahe/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#>
SELECT ?claim ?exact WHERE {
  GRAPH ?source { ?claim a phahe:Assertion ; phahe:evidence/oa:hasSelector/oa:exact ?exact }
}
"""


@dataclass(frozen=True)
class Copy:
    """What is exported: a copy, without some graphs; as of a day, without the nodes of its view and with its lines."""

    store: ox.Store
    catalogue: Catalogue
    left_out: frozenset[str]
    view: View | None = None

    def lines(self, graphs: Iterable[str] | None = None) -> Iterator[str]:
        """The quads of these graphs (None: of all that are not left out) as canonical N-Quads, in order."""
        names = (graph.value for graph in self.store.named_graphs() if isinstance(graph, ox.NamedNode))
        wanted = sorted(name for name in names if name not in self.left_out) if graphs is None else graphs
        return lines(self._quads(wanted))

    def triples(self) -> Iterator[ox.Triple]:
        """The triples of lineage and register together, in order, each once."""
        without = (line[: line.rindex("<")] + ".\n" for line in self.lines(ABOUT))
        ordered = (line for line, _ in groupby(sorted(without)))
        for quad in ox.parse(input=_stream(ordered), format=ox.RdfFormat.N_TRIPLES):
            yield quad.triple

    def _quads(self, graphs: Iterable[str]) -> Iterator[ox.Quad]:
        for graph in graphs:
            found = self.store.quads_for_pattern(None, None, None, ox.NamedNode(graph))
            yield from self._then(found) if self.view and graph == identity.LINEAGE else found

    def _then(self, quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
        """The quads of the lineage as they were on the day of the view."""
        assert self.view
        hidden = {ox.NamedNode(iri) for iri in self.view.hidden}
        yield from (quad for quad in quads if quad.subject not in hidden and quad.object not in hidden)
        yield from ox.parse("".join(self.view.lines), format=ox.RdfFormat.N_QUADS)


def export(  # noqa: PLR0913 - each says what is wanted in its own way
    store: ox.Store,
    catalogue: Catalogue,
    format_: str,
    out: BinaryIO,
    *,
    reviews: bool = False,
    view: View | None = None,
) -> None:
    """Write the copy in one of `FORMATS`, as of the day of `view`; raises WrongUse for another format."""
    if format_ not in FORMATS:
        raise WrongUse(f"there is no export format {format_!r}; there are: {', '.join(FORMATS)}")
    FORMATS[format_](Copy(store, catalogue, LEFT_OUT - ({identity.REVIEW} if reviews else set()), view), out)


def _nquads(copy: Copy, out: BinaryIO) -> None:
    out.writelines(line.encode() for line in copy.lines())


def _trig(copy: Copy, out: BinaryIO) -> None:
    quads = ox.parse(input=_stream(copy.lines()), format=ox.RdfFormat.N_QUADS)
    ox.serialize(quads, out, format=ox.RdfFormat.TRIG, prefixes=PREFIXES)


def _turtle(copy: Copy, out: BinaryIO) -> None:
    ox.serialize(copy.triples(), out, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES)


def _jsonld(copy: Copy, out: BinaryIO) -> None:
    ox.serialize(copy.triples(), out, format=ox.RdfFormat.JSON_LD, prefixes=PREFIXES)


def _graphml(copy: Copy, out: BinaryIO) -> None:
    hidden = copy.view.hidden if copy.view else frozenset()
    rows = copy.catalogue.db.execute("SELECT data FROM nodes ORDER BY iri")
    nodes = [msgspec.msgpack.decode(row[0], type=Node) for row in rows]
    left = [edge for edge in _edges(copy) if edge.head not in hidden and edge.tail not in hidden]
    graph: nx.MultiDiGraph = network([node for node in nodes if node.iri not in hidden], left)
    out.write(written(graph))


def _edges(copy: Copy) -> Iterator[Edge]:
    """Every edge that stands, with the surest of its claims and that claim's quote."""
    quotes = {
        str(row["claim"].value): str(row["exact"].value) for row in cast("ox.QuerySolutions", copy.store.query(QUOTES))
    }
    claims = copy.catalogue.db.execute(
        "SELECT head, predicate, tail, iri, source, confidence FROM claims WHERE verdict IS NOT 'rejected' "
        "ORDER BY head, tail, predicate, confidence DESC, iri"
    )
    for (head, predicate, tail), group in groupby(claims, key=lambda row: row[:3]):
        _, _, _, claim, source, confidence = next(group)
        exact = quotes.get(claim, "")
        best = Evidence(iri=claim, source=source, exact=exact, start=0, end=len(exact), confidence=confidence)
        yield Edge(head, predicate, tail, (best,))


FORMATS: Final[dict[str, Callable[[Copy, BinaryIO], None]]] = {
    "nquads": _nquads,
    "trig": _trig,
    "turtle": _turtle,
    "jsonld": _jsonld,
    "graphml": _graphml,
}


def lines(quads: Iterable[ox.Quad]) -> Iterator[str]:
    """Quads as canonical N-Quads, in order, each once; sorted on disk where they are many."""
    written_lines = (f"{quad} .\n" for quad in quads)
    with tempfile.TemporaryFile("w+", encoding="utf-8") as spill:
        runs: list[tuple[int, int]] = []
        while chunk := sorted(islice(written_lines, CHUNK)):
            if len(chunk) < CHUNK and not runs:
                yield from chunk
                return
            start = spill.tell()
            spill.writelines(chunk)
            runs.append((start, spill.tell()))
        yield from _merged(spill, runs)


def _merged(spill: IO[str], runs: list[tuple[int, int]]) -> Iterator[str]:
    """The lines of sorted runs of one file, in order."""

    def run(start: int, end: int) -> Iterator[str]:
        place = start
        while place < end:
            spill.seek(place)
            block = spill.readlines(1 << 20)
            place = spill.tell()
            yield from block

    for line, _ in groupby(heapq.merge(*(run(*bounds) for bounds in runs))):
        yield line


def _stream(source: Iterable[str]) -> IO[bytes]:
    return cast("IO[bytes]", _Stream(source))


class _Stream(io.RawIOBase):
    """Lines as a binary file, for a parser that reads from one."""

    def __init__(self, source: Iterable[str]) -> None:
        self.source = iter(source)
        self.rest = b""

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        parts, length = [self.rest], len(self.rest)
        while size < 0 or length < size:
            line = next(self.source, None)
            if line is None:
                break
            parts.append(line.encode())
            length += len(parts[-1])
        data = b"".join(parts)
        if size < 0:
            size = len(data)
        self.rest = data[size:]
        return data[:size]
