"""Exports of a published copy: the same bytes whenever the same sources are held.

N-Quads and TriG hold every graph but the log and the reviews; Turtle, JSON-LD and GraphML hold lineage and register
(GraphML the edges of the lineage with the cards of its nodes). Lines are sorted, so that two copies can be compared.
"""

from __future__ import annotations

import heapq
import io
import tempfile
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, islice
from typing import IO, BinaryIO, Final, cast

import msgspec
import networkx as nx
import pyoxigraph as ox

from graph.catalogue import Catalogue
from graph.network import network, written
from graph.values import Edge, Node
from ontology import identity
from ontology.errors import WrongUse
from ontology.namespaces import PREFIXES

CHUNK: Final = 500_000
LEFT_OUT: Final = frozenset({identity.LOG, identity.REVIEW})
ABOUT: Final = (identity.LINEAGE, identity.REGISTER)


def export(store: ox.Store, catalogue: Catalogue, format_: str, out: BinaryIO, *, reviews: bool = False) -> None:
    """Write the copy in one of `FORMATS`; raises WrongUse for another."""
    if format_ not in FORMATS:
        raise WrongUse(f"there is no export format {format_!r}; there are: {', '.join(FORMATS)}")
    FORMATS[format_](store, catalogue, out, LEFT_OUT - ({identity.REVIEW} if reviews else set()))


def _nquads(store: ox.Store, _: Catalogue, out: BinaryIO, left_out: Iterable[str]) -> None:
    out.writelines(line.encode() for line in lines(store, _graphs(store, left_out)))


def _trig(store: ox.Store, _: Catalogue, out: BinaryIO, left_out: Iterable[str]) -> None:
    quads = ox.parse(input=_stream(lines(store, _graphs(store, left_out))), format=ox.RdfFormat.N_QUADS)
    ox.serialize(quads, out, format=ox.RdfFormat.TRIG, prefixes=PREFIXES)


def _turtle(store: ox.Store, _: Catalogue, out: BinaryIO, left_out: Iterable[str]) -> None:
    del left_out
    ox.serialize(_triples(store), out, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES)


def _jsonld(store: ox.Store, _: Catalogue, out: BinaryIO, left_out: Iterable[str]) -> None:
    del left_out
    ox.serialize(_triples(store), out, format=ox.RdfFormat.JSON_LD, prefixes=PREFIXES)


def _graphml(_: ox.Store, catalogue: Catalogue, out: BinaryIO, left_out: Iterable[str]) -> None:
    del left_out
    rows = catalogue.db.execute("SELECT data FROM nodes ORDER BY iri")
    nodes = [msgspec.msgpack.decode(row[0], type=Node) for row in rows]
    edges = catalogue.db.execute(
        "SELECT DISTINCT head, predicate, tail FROM claims WHERE verdict IS NOT 'rejected' ORDER BY 1, 3, 2"
    )
    graph: nx.MultiDiGraph = network(nodes, (Edge(*row) for row in edges))
    out.write(written(graph))


FORMATS: Final[dict[str, Callable[[ox.Store, Catalogue, BinaryIO, Iterable[str]], None]]] = {
    "nquads": _nquads,
    "trig": _trig,
    "turtle": _turtle,
    "jsonld": _jsonld,
    "graphml": _graphml,
}


def lines(store: ox.Store, graphs: Iterable[str]) -> Iterator[str]:
    """The quads of these graphs as canonical N-Quads, in order, each once; sorted on disk where they are many."""
    quads = (quad for graph in graphs for quad in store.quads_for_pattern(None, None, None, ox.NamedNode(graph)))
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


def _triples(store: ox.Store) -> Iterator[ox.Triple]:
    """The triples of lineage and register together, in order, each once."""
    found = lines(store, ABOUT)
    without = (line[: line.rindex("<")] + ".\n" for line in found)
    ordered = (line for line, _ in groupby(sorted(without)))
    for quad in ox.parse(input=_stream(ordered), format=ox.RdfFormat.N_TRIPLES):
        yield quad.triple


def _graphs(store: ox.Store, left_out: Iterable[str]) -> list[str]:
    names = (graph.value for graph in store.named_graphs() if isinstance(graph, ox.NamedNode))
    return sorted(name for name in names if name not in left_out)


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
