"""Closures in the index beside networkx, rustworkx and SPARQL paths; what audits take. CPU time.

`PHAHE_BENCH_SIZE` sets the documents of the index (1,000,000), `PHAHE_BENCH_LIBRARY` those of the loaded graph (2,000).
Loading 100,000 takes minutes: `PHAHE_BENCH_DATA` names a directory to keep the loaded graph in for the next run.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import networkx as nx
import numpy as np
import pyoxigraph as ox

from graph import audit
from graph.ground import CARRYING, ground
from graph.library import Library
from graph.lineage import CODES, Lineage, Rows
from graph.reader import Reader
from graph.values import Kept
from ontology.terms import PREDICATES
from tests.benchmarks.generate import edge_arrays, extractions
from tests.benchmarks.rows import Row, cpu_seconds

SIZE = int(os.environ.get("PHAHE_BENCH_SIZE", "1000000"))
LOADED = int(os.environ.get("PHAHE_BENCH_LIBRARY", "2000"))
KEPT = os.environ.get("PHAHE_BENCH_DATA", "")
PEERS = 100_000
SIZES = (600, 10_000)
EX = "http://e/"


def rows() -> Iterator[Row]:
    """The index first, then the audits."""
    yield from index(SIZE)
    yield from audits(LOADED)


def arrays(size: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """All edges of a made-up world: heads, predicate codes of the lineage, tails."""
    codes = np.array([CODES[name] for name in PREDICATES], dtype=np.int8)
    parts = list(zip(*edge_arrays(size), strict=True))
    heads, predicates, tails = (np.concatenate(part) for part in parts)
    return heads.astype(np.int32), codes[predicates], tails.astype(np.int32)


def lineage_of(size: int, heads: np.ndarray, predicates: np.ndarray, tails: np.ndarray) -> Lineage:
    """The index of these edges."""
    return Lineage(Rows.of(size, heads, tails, predicates), Rows.of(size, tails, heads, predicates))


def start_of(lineage: Lineage, size: int, wanted: int) -> tuple[int, bool, int]:
    """A document, a direction (up is true) in which about so many are reached from it, and how many they are."""
    tried = [(node, up) for node in np.random.default_rng(7).integers(0, size, 400).tolist() for up in (True, False)]
    tried += [(node, False) for node in range(min(size, 200))]
    reached = {one: sum(map(len, lineage.closure(one[0], up=one[1]))) for one in tried}
    best = min(reached, key=lambda one: abs(reached[one] - wanted))
    return (*best, reached[best])


def index(size: int) -> Iterator[Row]:
    """Closures of two sizes, in the index and in the peers."""
    heads, predicates, tails = arrays(size)
    lineage = lineage_of(size, heads, predicates, tails)
    yield Row(f"edges of {size:,} documents", float(len(heads)), "edges")
    for wanted in SIZES:
        start, up, reached = start_of(lineage, size, wanted)
        ours = cpu_seconds(partial(lineage.closure, start, up=up), runs=21) * 1000
        yield Row(f"closure of {reached:,}, index, {size:,}", ours, "ms")
        yield from _rustworkx(size, *((heads, tails) if up else (tails, heads)), start, ours)
    yield from _small_peers()


def _rustworkx(size: int, heads: np.ndarray, tails: np.ndarray, start: int, ours: float) -> Iterator[Row]:
    import rustworkx as rx

    graph = rx.PyDiGraph()
    graph.add_nodes_from(range(size))
    graph.add_edges_from_no_data(list(zip(heads.tolist(), tails.tolist(), strict=True)))
    peer = cpu_seconds(lambda: rx.descendants(graph, start), runs=5) * 1000
    yield Row("  the same, rustworkx", peer, "ms", ours, "index")


def _small_peers() -> Iterator[Row]:
    """networkx and SPARQL property paths, which take too long for the large world, on a smaller one."""
    heads, predicates, tails = arrays(PEERS)
    lineage = lineage_of(PEERS, heads, predicates, tails)
    start, up, reached = start_of(lineage, PEERS, 3_000)
    ours = cpu_seconds(partial(lineage.closure, start, up=up), runs=21) * 1000
    yield Row(f"closure of {reached:,}, index, {PEERS:,}", ours, "ms")
    pairs = list(zip(*((heads.tolist(), tails.tolist()) if up else (tails.tolist(), heads.tolist())), strict=True))
    graph = nx.DiGraph(pairs)
    yield Row("  the same, networkx", cpu_seconds(lambda: nx.descendants(graph, start)) * 1000, "ms", ours, "index")
    store = ox.Store()
    link = ox.NamedNode(EX + "p")
    nodes = [ox.NamedNode(f"{EX}{node}") for node in range(PEERS)]
    store.bulk_extend(ox.Quad(nodes[one], link, nodes[other]) for one, other in pairs)
    query = f"SELECT (COUNT(*) AS ?n) {{ <{EX}{start}> <{EX}p>+ ?x }}"
    path = cpu_seconds(lambda: list(store.query(query)), runs=1) * 1000  # type: ignore[call-overload]
    yield Row("  the same, SPARQL property path", path, "ms", ours, "index")


def audits(size: int) -> Iterator[Row]:
    """The questions of an auditor over a loaded graph: the document below which most lies."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(KEPT or folder) / f"world-{size}"
        if not (data / "published" / "current").exists():
            _load(data, size)
        with Reader.open(data) as reader:
            yield from _questions(reader, size)


def _load(data: Path, size: int) -> None:
    with Library(data) as library:
        library.keep_many(
            (Kept(page.source, page.text), page.text.content.encode(), page.extraction) for page in extractions(size)
        )
        library.publish()


def _questions(reader: Reader, size: int) -> Iterator[Row]:
    base = ground(reader)
    likely = np.argsort(-np.diff(base.lineage.down.offsets), kind="stable")[:300].tolist()
    below = {node: len(base.reach(node, up=False, predicates=CARRYING)) for node in likely}
    policy = base.card(max(below, key=lambda node: below[node]))
    yield Row(f"documents below the policy, {size:,} loaded", float(max(below.values())), "nodes")
    day = "2026-11-01"
    questions = {
        "first page of 200 values (lineage around)": lambda: reader.around(policy.iri, depth=20, up=False, limit=200),
        "chains, first 100 with evidence": lambda: audit.chain(reader, policy),
        "coverage matrix, 34 provinces": lambda: audit.coverage(reader, policy, day=day),
        "coverage matrix, 63 provinces": lambda: audit.coverage(reader, policy, day=day, geography="2025-06-01"),
        "deadlines": lambda: audit.deadlines(reader, policy, day=day),
        "impact, first 200": lambda: audit.impact(reader, policy, day=day),
        "diffusion": lambda: audit.diffusion(reader, policy),
        "dangling, all counted": lambda: audit.dangling(reader),
    }
    for name, ask in questions.items():
        yield Row(name, cpu_seconds(ask) * 1000, "ms")
    yield Row("all contradictions", cpu_seconds(lambda: audit.contradictions(reader), runs=1), "s")
