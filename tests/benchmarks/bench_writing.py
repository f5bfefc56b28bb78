"""One page more, and publishing it, beside raw writes of as much: one SQLite commit on disk and one bulk load of quads.

`PHAHE_BENCH_LIBRARY` sets the pages of the graph (2,000); loading 100,000 takes minutes: `PHAHE_BENCH_DATA` names a
directory to keep the loaded graph in for the next run (which then writes in it). Wall time, since waits for the disk count.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Self

import pyoxigraph as ox
from msgspec.structs import replace

from graph.library import Library
from graph.reader import Reader
from graph.values import Kept
from ontology.identity import source_graph
from ontology.model import Extraction
from tests.benchmarks.generate import extractions
from tests.benchmarks.rows import Row

SIZE = int(os.environ.get("PHAHE_BENCH_LIBRARY", "2000"))
KEPT = os.environ.get("PHAHE_BENCH_DATA", "")
PAGES = int(os.environ.get("PHAHE_BENCH_PAGES", "40"))
PUBLISHED = 8
SEED = int(os.environ.get("PHAHE_BENCH_SEED", "8"))

Item = tuple[Kept, bytes, Extraction]


def rows() -> Iterator[Row]:
    """Pages first, then their publishing, then what readers notice of it."""
    with tempfile.TemporaryDirectory() as temporary:
        data = Path(KEPT) / f"data-{SIZE}" if KEPT else Path(temporary) / "data"
        if not data.exists():
            with Library(data) as library:
                library.keep_many(items(7))
                library.publish()
        yield from written(data, Path(temporary))


def items(seed: int) -> Iterator[Item]:
    """The pages of a made-up world."""
    for page in extractions(SIZE, seed):
        original = page.text.content.encode()
        source = replace(page.source, sha256=hashlib.sha256(original).hexdigest())
        yield Kept(source, page.text), original, page.extraction


def written(data: Path, scratch: Path) -> Iterator[Row]:
    """What it takes to keep pages, one at a time, and to publish."""
    pages = list(islice(items(SEED), 0, None, max(1, SIZE // (PAGES + PUBLISHED))))
    with Library(data) as library:
        taken, used, raw = [], [], []
        baseline = Baseline(scratch)
        for one in pages[:PAGES]:
            start = time.process_time()
            taken.append(wall(lambda one=one: library.keep(*one)))  # type: ignore[misc]
            used.append(time.process_time() - start)
            graph = ox.NamedNode(source_graph(one[0].source.sha256))
            quads = list(library.store.store.quads_for_pattern(None, None, None, graph))
            raw.append(wall(lambda quads=quads, one=one: baseline.write(quads, one[1])))  # type: ignore[misc]
        library.publish()
    against = "one SQLite commit and one bulk load of its quads"
    for name, share in (("half", 0.5), ("95 of 100", 0.95), ("all", 1.0)):
        yield Row(f"one page more of {SIZE}, {name} within", at(taken, share), "s", at(raw, share), against)
    yield Row("  its CPU time, 95 of 100 within", at(used, 0.95), "s")
    whole = wall(lambda: shutil.copyfile(data / "live" / "catalogue.sqlite", scratch / "copy"))
    seen, slowest = [], 0.0
    for one in pages[PAGES:]:
        with Watching(data) as watching:
            seen.append(wall(lambda one=one: visible(data, one)))  # type: ignore[misc]
        slowest = max(slowest, watching.slowest)
    yield Row(
        "open, keep, publish, seen by a new reader, median", at(seen, 0.5), "s", whole, "copying the catalogue whole"
    )
    yield Row("  the slowest of them", at(seen, 1.0), "s")
    yield Row("  slowest read of another thread meanwhile", slowest, "s")


class Baseline:
    """The least that keeping a page can be: its bytes in a database on disk, its quads in a store."""

    def __init__(self, scratch: Path) -> None:
        self.store = ox.Store(str(scratch / "store"))
        self.db = sqlite3.connect(scratch / "raw.sqlite", isolation_level=None)
        self.db.execute("PRAGMA synchronous = FULL")
        self.db.execute("CREATE TABLE page (data BLOB)")

    def write(self, quads: list[ox.Quad], data: bytes) -> None:
        """One commit, one bulk load."""
        self.db.execute("INSERT INTO page VALUES (?)", (data,))
        self.store.bulk_extend(quads)


class Watching:
    """Reads the published copy in another thread, over and over, as long as it is entered."""

    def __init__(self, data: Path) -> None:
        self.reader = Reader.open(data)
        self.node = self.reader.find("", limit=1).hits[0].node.iri
        self.slowest = 0.0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._read)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()
        self.reader.close()

    def _read(self) -> None:
        while not self._done.wait(0.005):
            self.slowest = max(self.slowest, wall(lambda: self.reader.dossier(self.node)))


def visible(data: Path, one: Item) -> None:
    """Write a page as a server does, then see it as everybody does."""
    with Library(data) as library:
        library.keep(*one)
        library.publish()
    with Reader.open(data) as reader:
        assert reader.kept(one[0].source.sha256).text == one[0].text


def wall(work: Callable[[], object]) -> float:
    """Seconds that work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def at(taken: list[float], share: float) -> float:
    """The time within which this share of them was done."""
    return sorted(taken)[min(len(taken) - 1, int(len(taken) * share))]
