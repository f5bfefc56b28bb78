"""The SPARQL endpoint beside `oxigraph serve-read-only` and rdflib-endpoint on one store, with 8 clients of wrk.

Throughput is taken in turns, the median of three; processor time a request is the steadier figure on a busy machine.
`PHAHE_BENCH_LIBRARY` sets the documents of the graph (2,000), `PHAHE_BENCH_SECONDS` the length of a turn (4). wrk is
Debian's package of that name; rdflib-endpoint and oxrdflib (PyPI) are measured where they are installed.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib.util
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import psutil
import pyoxigraph as ox

from api.lanes import Lanes
from api.settings import Settings
from graph.library import Library
from graph.publication import Published
from graph.values import Kept
from ontology.identity import LINEAGE
from tests.api import siege
from tests.api.process import served
from tests.benchmarks.generate import extractions
from tests.benchmarks.rows import Row

LOADED = int(os.environ.get("PHAHE_BENCH_LIBRARY", "2000"))
SECONDS = float(os.environ.get("PHAHE_BENCH_SECONDS", "4"))
CLIENTS = 8
JSON = "application/sparql-results+json"
PHAHE = "https://w3id.org/phahe/ontology#"
POINT = "SELECT ?p ?o {{ <{0}> ?p ?o }}"
ONE_HOP = (
    "PREFIX phahe: <" + PHAHE + "> PREFIX dcterms: <http://purl.org/dc/terms/> SELECT ?other ?title {{ "
    "<{0}> phahe:basedOn|phahe:implements|phahe:cites ?other OPTIONAL {{ ?other dcterms:title ?title }} }}"
)
SCRIPT = """
local asked, at = {}, 0
init = function(given)
  PLACE = given[1]
  for line in io.lines(given[2]) do asked[#asked + 1] = line end
end
request = function()
  at = at + 1
  return wrk.format("GET", "/" .. PLACE .. asked[(at % #asked) + 1], {["Accept"] = "application/sparql-results+json"})
end
done = function(summary, latency)
  io.write(string.format("RATE %f P50 %f P99 %f BAD %d", summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1e6, latency:percentile(99) / 1e6,
    summary.errors.status + summary.errors.read + summary.errors.timeout + summary.errors.connect))
end
"""
RDFLIB = """
import sys, pyoxigraph, uvicorn
from oxrdflib import OxigraphStore
from rdflib import Dataset
from rdflib_endpoint import SparqlEndpoint
store = OxigraphStore(store=pyoxigraph.Store.read_only(sys.argv[1]))
uvicorn.run(SparqlEndpoint(graph=Dataset(store=store, default_union=True)), port=int(sys.argv[2]), log_level="error")
"""
CONSTANT = """
import sys, uvicorn
from fastapi import FastAPI
from api import serving
from api.settings import Settings
from api.tally import Tally
app = FastAPI()
app.state.tally = Tally()
async def answer(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"1000")]})
    await send({"type": "http.response.body", "body": b"x" * 1000})
config = serving.configured(app, Settings())
config.app = answer
config.lifespan = "off"
uvicorn.Server(config).run(sockets=[serving.listen("127.0.0.1", int(sys.argv[1]))])
"""


class Turn(NamedTuple):
    """What a turn of the load tool found: requests a second, seconds at p50 and p99, processor seconds a request."""

    rate: float
    p50: float
    p99: float
    cpu: dict[str, float]


def rows() -> Iterator[Row]:
    """The peers, the layers, the isolation, the siege."""
    if shutil.which("wrk") is None:
        return
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        with Library(data) as library:
            made = extractions(LOADED)
            library.keep_many((Kept(one.source, one.text), one.text.content.encode(), one.extraction) for one in made)
            library.publish()
        published = Published(data)
        store = published.path(published.current()) / "store"
        texts = questions(store)
        yield from peers(Path(folder), data, store, texts)
        yield from isolation(store, texts)
    yield from besieged()


def questions(store: Path) -> list[str]:
    """Point and one-hop queries of 500 documents, in turns."""
    found = ox.Store.read_only(str(store)).query(
        f"SELECT DISTINCT ?d {{ ?d a <{PHAHE}Document> }} LIMIT 500", default_graph=ox.NamedNode(LINEAGE)
    )
    return [form.format(row[0].value) for row in found for form in (POINT, ONE_HOP)]  # type: ignore[union-attr, index]


def peers(folder: Path, data: Path, store: Path, texts: list[str]) -> Iterator[Row]:
    """Throughput in turns, then what each layer takes of the processor."""
    asked, script = folder / "asked", folder / "load.lua"
    graph = quote(LINEAGE, safe="")
    asked.write_text("".join(f"?query={quote(text, safe='')}&default-graph-uri={graph}\n" for text in texts))
    script.write_text(SCRIPT)
    oxigraph = [
        str(Path(sys.executable).with_name("oxigraph")),
        "serve-read-only",
        "-l",
        str(store),
        "-b",
        "127.0.0.1:{0}",
    ]
    turns: dict[str, list[Turn]] = {"ours": [], "oxigraph": [], "rdflib-endpoint": [], "constant": []}
    with contextlib.ExitStack() as stack:
        ours = stack.enter_context(served(data))
        places = {
            "ours": (ours.address, "sparql", ours.process),
            "oxigraph": (*stack.enter_context(process(oxigraph)), "query"),
            "constant": (*stack.enter_context(process([sys.executable, "-c", CONSTANT, "{0}"])), ""),
        }
        if importlib.util.find_spec("rdflib_endpoint") and importlib.util.find_spec("oxrdflib"):
            command = [sys.executable, "-c", RDFLIB, str(store), "{0}"]
            places["rdflib-endpoint"] = (*stack.enter_context(process(command)), "")
        for _ in range(3):
            for name, (address, one, other) in places.items():
                path, running = (one, other) if isinstance(one, str) else (other, one)
                turns[name].append(turn(script, asked, address, str(path), running))
    yield from _throughput(turns)
    yield from _layers(store, texts, turns)


def _throughput(turns: dict[str, list[Turn]]) -> Iterator[Row]:
    def middle(name: str, what: Callable[[Turn], float]) -> float:
        return statistics.median(map(what, turns[name]))

    rate = {name: middle(name, lambda one: one.rate) for name in turns if turns[name]}
    yield Row(f"requests a second, {CLIENTS} clients", rate["ours"], "1/s", rate["oxigraph"], "oxigraph (>= 0.25)")
    if turns["rdflib-endpoint"]:
        yield Row("  the same", rate["ours"], "1/s", rate["rdflib-endpoint"], "rdflib-endpoint (>= 6)")
    cpu = {name: middle(name, lambda one: sum(one.cpu.values())) * 1e6 for name in turns if turns[name]}
    yield Row("processor time a request", cpu["ours"], "us", cpu["oxigraph"], "oxigraph")
    yield Row(
        "p50",
        middle("ours", lambda one: one.p50) * 1e3,
        "ms",
        middle("oxigraph", lambda one: one.p50) * 1e3,
        "oxigraph",
    )
    yield Row(
        "p99",
        middle("ours", lambda one: one.p99) * 1e3,
        "ms",
        middle("oxigraph", lambda one: one.p99) * 1e3,
        "oxigraph",
    )


def _layers(store: Path, texts: list[str], turns: dict[str, list[Turn]]) -> Iterator[Row]:
    """What each layer takes of a request's processor time: the engine's by asking it here, the others by difference."""
    server = statistics.median(one.cpu["server"] for one in turns["ours"]) * 1e6
    workers = statistics.median(one.cpu["others"] for one in turns["ours"]) * 1e6
    http = statistics.median(one.cpu["server"] for one in turns["constant"]) * 1e6
    engine, whole = in_process(store, texts)
    lanes = asyncio.run(through_lanes(store, texts)).cpu["server"] * 1e6
    total = server + workers
    parts = {
        "HTTP server (uvicorn, httptools)": http,
        "protocol, routing, headers, figures": max(0.0, server - http - lanes),
        "lanes: places, frames": lanes,
        "worker process: frames, system calls": max(0.0, workers - whole),
        "engine: parse, plan": engine,
        "engine: evaluation, serialisation": whole - engine,
    }
    for name, value in parts.items():
        yield Row(f"  {name}", value, "us", total, "all (share)")


def isolation(store: Path, texts: list[str]) -> Iterator[Row]:
    """One client: a query through the lanes beside the same query in this process."""
    found = ox.Store.read_only(str(store))
    times = []
    for text in texts * 2:
        started = time.perf_counter()
        asked(found, text).serialize(format=ox.QueryResultsFormat.JSON)
        times.append(time.perf_counter() - started)
    inside = statistics.median(times) * 1e3
    outside = asyncio.run(through_lanes(store, texts)).p50 * 1e3
    yield Row("p50 in a process of its own", outside, "ms", inside, "in process")
    yield Row("  added by isolation (<= 0.5)", outside - inside, "ms")


def besieged() -> Iterator[Row]:
    """The honest client of `tests.api.siege`, quiet and under siege, on the examples."""
    from api import pipeline

    folder = Path(__file__).resolve().parents[2] / "api" / "examples"
    items = [pipeline.Item(path.name, str(path)) for path in sorted(folder.glob("*.txt"))]
    with tempfile.TemporaryDirectory() as home:
        pipeline.keep(items, Path(home) / "data")
        with served(Path(home) / "data", patience=3) as server:
            quiet, under = siege.besieged(server.address, 20)
    yield Row("p99 of an honest client under siege", under * 1e3, "ms", quiet * 1e3, "quiet (<= 3, or 100 ms)")


@contextlib.contextmanager
def process(command: list[str]) -> Iterator[tuple[str, psutil.Process]]:
    """A peer on a free port (`{0}` in the command), once it takes connections."""
    with socket.create_server(("127.0.0.1", 0)) as line:
        port = line.getsockname()[1]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(
        [part if len(part) > 100 else part.replace("{0}", str(port)) for part in command], **quiet
    ) as peer:
        try:
            until = time.monotonic() + 60
            while time.monotonic() < until:
                with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                    break
                time.sleep(0.1)
            yield f"http://127.0.0.1:{port}", psutil.Process(peer.pid)
        finally:
            peer.terminate()


def turn(script: Path, asked: Path, address: str, path: str, running: psutil.Process) -> Turn:
    """One turn of the load tool, with the processor time of the process and of those it started."""
    command = ["wrk", "-t1", f"-c{CLIENTS}", "-s", str(script), address, "--", path, str(asked)]
    subprocess.run([*command[:3], "-d1", *command[3:]], capture_output=True, check=True)
    before = spent(running)
    done = subprocess.run([*command[:3], f"-d{SECONDS:g}", *command[3:]], capture_output=True, text=True, check=True)
    after = spent(running)
    figures = dict(
        zip(*[iter(re.findall(r"[A-Z]\w+|[\d.]+", done.stdout[done.stdout.index("RATE") :]))] * 2, strict=False)
    )
    rate = float(figures["RATE"])
    if int(figures["BAD"]):
        raise RuntimeError(f"{address}: {figures['BAD']} answers were not right")
    cpu = {name: (after[name] - before[name]) / max(1.0, rate * SECONDS) for name in after}
    return Turn(rate, float(figures["P50"]), float(figures["P99"]), cpu)


def spent(running: psutil.Process) -> dict[str, float]:
    """Processor seconds of a process, and of those it started."""
    others = 0.0
    for one in running.children(recursive=True):
        with contextlib.suppress(psutil.NoSuchProcess):
            others += sum(one.cpu_times()[:2])
    return {"server": sum(running.cpu_times()[:2]), "others": others}


def asked(store: ox.Store, text: str) -> ox.QuerySolutions:
    found = store.query(text, default_graph=ox.NamedNode(LINEAGE))
    assert isinstance(found, ox.QuerySolutions)
    return found


def in_process(store: Path, texts: list[str]) -> tuple[float, float]:
    """Processor microseconds a query: to parse and plan it, and with its evaluation and serialisation."""
    found = ox.Store.read_only(str(store))

    def taken(work: Callable[[str], object]) -> float:
        for text in texts[:100]:
            work(text)
        started = time.process_time()
        for text in texts:
            work(text)
        return (time.process_time() - started) / len(texts) * 1e6

    return taken(lambda text: asked(found, text)), taken(
        lambda text: asked(found, text).serialize(format=ox.QueryResultsFormat.JSON)
    )


async def through_lanes(store: Path, texts: list[str]) -> Turn:
    """The queries through lanes, one after the other: p50, and the processor time of this process for each."""
    lanes = Lanes(store, "bench", Settings())
    try:
        for text in texts[:200]:
            await lanes.ask(text, solutions=JSON, graph=None, default=[LINEAGE])
        times, before = [], time.process_time()
        for text in texts:
            started = time.perf_counter()
            await lanes.ask(text, solutions=JSON, graph=None, default=[LINEAGE])
            times.append(time.perf_counter() - started)
        cpu = (time.process_time() - before) / len(texts)
    finally:
        lanes.close()
    times.sort()
    return Turn(0.0, statistics.median(times), times[int(len(times) * 0.99)], {"server": cpu})
