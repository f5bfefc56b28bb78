"""Search beside a raw FTS5 query for the same words: 95th percentiles of CPU time, cold caches of ours, all facets.

`PHAHE_BENCH_SEARCH` sets how many documents the catalogue holds (100,000).
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import numpy as np

from api.pages import browsing
from api.pages.rendering import environment
from graph import search
from graph.asking import everywhere, question
from graph.catalogue import Catalogue
from graph.columns import Columns
from graph.suggestions import suggest
from graph.values import Node
from ontology.registers import load
from ontology.terms import TYPES
from tests.benchmarks.generate import documents
from tests.benchmarks.rows import Row

FEW = 200_000
"""Larger worlds are asked once only: the peer takes its time there."""
SIZE = int(os.environ.get("PHAHE_BENCH_SEARCH", "100000"))
WORDS = 300
RUNS = 3 if SIZE <= FEW else 1


def rows() -> Iterator[Row]:
    """Search and suggestions over a catalogue of made-up cards."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "catalogue.sqlite"
        asked = fill(path, SIZE)
        db = Catalogue(path, readonly=True).db
        start = time.process_time()
        columns = Columns(db)
        yield Row(f"columns of {columns.size:,} documents, read once", time.process_time() - start, "s")
        yield from _queries(db, columns, asked)


def fill(path: Path, size: int) -> list[str]:
    """A catalogue of `size` made-up cards; queries of every kind that people ask, each of which finds something."""
    catalogue = Catalogue(path)
    asked: list[str] = []
    every = max(1, size // (WORDS // 6))
    for made in documents(size):
        catalogue.put_node(card(made))
        if made.index % every == 0:
            asked += queries(made)
    catalogue.commit()
    catalogue.close()
    return asked


def card(made) -> Node:
    """The card of a made-up document."""
    return Node(
        f"https://w3id.org/phahe/id/doc/vn/{made.index:08d}", "document", made.type, made.name, made.number, made.date,
        made.title, made.issuer, f"https://w3id.org/phahe/id/body/{made.issuer}", made.level, "state", made.province,
    )  # fmt: skip


def queries(made) -> list[str]:
    """Six ways to ask for a document, from its number to two words of its title."""
    words = made.title.split()
    count = made.number.split("/")[0]
    return [
        made.number,
        f"{made.type} {count}",
        f"{TYPES[made.type].label_vi} {count} {made.issuer}",
        f"{count} {made.date[:4]}",
        " ".join(words[:4]),
        " ".join(words[-2:]),
    ]


def _queries(db, columns: Columns, asked: list[str]) -> Iterator[Row]:
    expressions = [everywhere(question(query)) for query in asked]
    raw = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT 20"
    ours = _times(lambda at: search.find(db, asked[at], columns=columns), len(asked))
    peer = _times(lambda at: db.execute(raw, (expressions[at],)).fetchall(), len(asked))
    pages = _times(lambda at: page(db, asked[at], columns), len(asked))
    typed = _times(lambda at: suggest(db, asked[at][: 3 + at % 9], columns), len(asked))
    found = sorted(search.find(db, query, limit=0, columns=columns).total for query in asked)
    yield Row(f"documents found, median of {len(asked)} queries", float(statistics.median(found)), "documents")
    yield Row("documents found, most", float(found[-1]), "documents")
    for name, share in (("median", 50), ("95th percentile", 95), ("worst", 100)):
        yield Row(f"search with nine facets, {name}", _at(ours, share), "ms", _at(peer, share), "raw FTS5 by rank")
    for name, share in (("median", 50), ("95th percentile", 95)):
        yield Row(
            f"search page, found and written, {name}", _at(pages, share), "ms", _at(peer, share), "raw FTS5 by rank"
        )
    for name, share in (("median", 50), ("95th percentile", 95)):
        yield Row(f"suggestions while typing, {name}", _at(typed, share), "ms", _at(peer, share), "raw FTS5 by rank")


def page(db, query: str, columns: Columns) -> str:
    """The whole page of answers, as the server writes it."""
    found = search.find(db, query, columns=columns)
    reader = SimpleNamespace(catalogue=SimpleNamespace(db=db), register=load())
    listing = browsing.listing(reader, found, {}, 0, "vi")
    template = environment().get_template("results.html")
    told = {
        "lang": "vi",
        "path": "/",
        "here_in": str,
        "session": None,
        "version": "",
        "words": query,
        "same": search.bearing(found),
    }
    return template.render(results=found, listing=listing, **told)


def _times(work: Callable[[int], object], count: int) -> list[float]:
    """The least CPU milliseconds of a few runs, for each query."""
    found = np.full(count, np.inf)
    for _ in range(RUNS):
        for at in range(count):
            start = time.process_time()
            work(at)
            found[at] = min(found[at], (time.process_time() - start) * 1000)
    return sorted(found.tolist())


def _at(times: list[float], share: int) -> float:
    return times[min(len(times) - 1, len(times) * share // 100)]
