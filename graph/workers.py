"""Strangers' queries, each in a process that can be killed: wall deadline, memory limit, bounds on the answer.

Nothing in an engine stops a query that never ends, and some text ends the process that reads it. So a worker that
overruns or dies is replaced, and costs only the one who asked.
"""

from __future__ import annotations

import asyncio
import json
import os
import queue
import select
import signal
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from graph import guard, truncation
from ontology import identity
from ontology.errors import QueryError, QueryTimeout, StoreError, WrongUse
from ontology.model import Value
from ontology.namespaces import PREFIXES

WORKER: Final = Path(__file__).with_name("worker.py")
STARTING: Final = 30.0
ENDING: Final = 5.0
LONGEST_MESSAGE: Final = 200
FEW_WANTED: Final = 5
SOLUTIONS: Final = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
}
GRAPHS: Final = {
    "turtle": "text/turtle",
    "ntriples": "application/n-triples",
    "nquads": "application/n-quads",
    "trig": "application/trig",
    "jsonld": "application/ld+json",
    "rdfxml": "application/rdf+xml",
}
FORMATS: Final = SOLUTIONS | GRAPHS
ALIASES: Final = {
    "application/json": "json",
    "application/xml": "xml",
    "text/xml": "xml",
    "text/n3": "turtle",
    "text/plain": "ntriples",
    "application/x-turtle": "turtle",
}
LINEAGE_AND_REGISTER: Final = (identity.LINEAGE, identity.REGISTER)


class Limits(Value, frozen=True, gc=False):
    """What one query may cost: seconds of wall time, bytes of memory and of answer, rows, bytes of text, nesting."""

    seconds: float = 10.0
    memory_bytes: int = 2 << 30
    result_bytes: int = 16 << 20
    rows: int = 100_000
    text_bytes: int = 64 << 10
    nesting: int = 200
    wait: float = 10.0


class Answer(Value, frozen=True, gc=False):
    """The answer to a query. `kind` is `select`, `ask` or `graph`; `truncated` tells that rows were left out."""

    media_type: str
    body: bytes
    kind: str
    truncated: bool = False
    seconds: float = 0.0
    version: str = ""


LIMITS: Final = Limits()


class Busy(QueryTimeout):
    """All workers are taken: ask again in a moment."""


def negotiate(accept: str | None) -> tuple[str | None, str | None]:
    """The media types for solutions and for graphs that a short name, a media type or an Accept header asks for.

    None where it asks for none of that form. Solutions come as JSON and graphs as Turtle where anything will do.
    """
    if accept is None or not accept.strip():
        return SOLUTIONS["json"], GRAPHS["turtle"]
    if accept in FORMATS:
        return SOLUTIONS.get(accept), GRAPHS.get(accept)
    wanted: dict[str, float] = {}
    for item in accept.split(","):
        name, *parameters = (part.strip() for part in item.split(";"))
        quality = next((part[2:] for part in parameters if part.casefold().startswith("q=")), "1")
        try:
            wanted[name.casefold()] = float(quality)
        except ValueError:
            wanted[name.casefold()] = 0.0
    return _best(wanted, SOLUTIONS), _best(wanted, GRAPHS)


def _best(wanted: dict[str, float], kinds: dict[str, str]) -> str | None:
    def quality(short: str, media: str) -> float:
        names = [media, *(alias for alias, target in ALIASES.items() if target == short)]
        exact = [wanted[name] for name in names if name in wanted]
        if exact:
            return max(exact)
        return wanted.get(media.partition("/")[0] + "/*", wanted.get("*/*", 0.0))

    ranked = [(quality(short, media), -rank, media) for rank, (short, media) in enumerate(kinds.items())]
    best = max(ranked)
    return best[2] if best[0] > 0 else None


class Worker:
    """One worker process and the frames that are spoken with it."""

    def __init__(self, path: Path, memory: int) -> None:
        command = [sys.executable, "-I", str(WORKER), str(path), str(memory)]
        self.process = subprocess.Popen(  # noqa: S603 - our own interpreter and file
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0
        )
        if self._receive(time.monotonic() + STARTING) is None:
            self.kill()
            raise StoreError(f"the published copy at {path} cannot be read: publish again (`phahe rebuild`)")

    def ask(self, header: dict[str, object], deadline: float) -> tuple[dict[str, object], bytes] | None:
        """The reply, or None where the worker died or the deadline passed; it must then be killed."""
        data = json.dumps(header).encode()
        try:
            self._write(struct.pack("!I", len(data)) + data, deadline)
            return self._receive(deadline)
        except (BrokenPipeError, TimeoutError):
            return None

    def kill(self) -> None:
        """End the process at once, and wait until it is gone."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                pipe.close()

    def ended(self) -> int | None:
        """How the process ended, where it has closed its output; None where it hangs."""
        try:
            return self.process.wait(timeout=ENDING)
        except subprocess.TimeoutExpired:
            return None

    @property
    def killed(self) -> bool:
        """Whether the process has ended by itself."""
        return self.process.poll() is not None

    def _receive(self, deadline: float) -> tuple[dict[str, object], bytes] | None:
        try:
            header = json.loads(self._read(struct.unpack("!I", self._read(4, deadline))[0], deadline))
            return header, self._read(struct.unpack("!I", self._read(4, deadline))[0], deadline)
        except (EOFError, TimeoutError):
            return None

    def _read(self, size: int, deadline: float) -> bytes:
        assert self.process.stdout
        handle, parts, left = self.process.stdout.fileno(), [], size
        while left:
            ready, _, _ = select.select([handle], [], [], max(0.0, deadline - time.monotonic()))
            if not ready:
                raise TimeoutError
            part = os.read(handle, min(left, 1 << 20))
            if not part:
                raise EOFError
            parts.append(part)
            left -= len(part)
        return b"".join(parts)

    def _write(self, data: bytes, deadline: float) -> None:
        assert self.process.stdin
        handle = self.process.stdin.fileno()
        while data:
            _, ready, _ = select.select([], [handle], [], max(0.0, deadline - time.monotonic()))
            if not ready:
                raise TimeoutError
            data = data[os.write(handle, data[: select.PIPE_BUF]) :]


class Pool:
    """Workers on one published copy, started when they are needed. Safe to call from many threads."""

    def __init__(self, path: Path, *, size: int = 2, defaults: Sequence[str] | None = LINEAGE_AND_REGISTER) -> None:
        self.path = path
        self.defaults = defaults
        self._places: queue.SimpleQueue[Worker | None] = queue.SimpleQueue()
        for _ in range(size):
            self._places.put(None)
        self._size = size
        self._all: set[Worker] = set()
        self._guard = threading.Lock()
        self._closed = False

    def ask(  # noqa: PLR0913 - what the protocol lets a client say
        self,
        text: str,
        *,
        accept: str | None = None,
        limits: Limits = LIMITS,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
        base: str | None = None,
    ) -> Answer:
        """The answer to a query; raises QueryError, QueryTimeout, Busy, or WrongUse where no format fits."""
        survey = guard.admitted(text, longest=limits.text_bytes, deepest=limits.nesting)
        solutions, graph = negotiate(accept)
        if (graph if survey.form in {"construct", "describe"} else solutions) is None:
            raise WrongUse(f"a {survey.form} query has no result in the format asked for ({accept})")
        stated = default_graphs is not None or named_graphs is not None
        if not stated and not survey.dataset:
            default_graphs = self.defaults
        elif stated:
            default_graphs = default_graphs or ()
            named_graphs = named_graphs or ()
        header: dict[str, object] = {
            "query": text,
            "base": base,
            "solutions": solutions,
            "graph": graph,
            "rows": limits.rows,
            "bytes": limits.result_bytes,
            "default_graphs": _listed(default_graphs),
            "named_graphs": _listed(named_graphs),
            "prefixes": PREFIXES,
        }
        return self._answered(header, limits)

    async def aask(self, text: str, **options: object) -> Answer:
        """`ask` for an event loop: the waiting is done in a thread."""
        return await asyncio.to_thread(self.ask, text, **options)  # type: ignore[arg-type]

    def close(self) -> None:
        """End all workers."""
        with self._guard:
            self._closed = True
            workers, self._all = self._all, set()
        for worker in workers:
            worker.kill()

    def _answered(self, header: dict[str, object], limits: Limits) -> Answer:
        try:
            worker = self._places.get(timeout=limits.wait)
        except queue.Empty:
            raise Busy("all workers are busy: ask again in a moment") from None
        try:
            if worker is None or worker.killed:
                worker = self._started(worker, limits.memory_bytes)
            started = time.monotonic()
            reply = worker.ask(header, started + limits.seconds)
            if reply is None:
                overrun = time.monotonic() - started >= limits.seconds
                code = None if overrun else worker.ended()
                self._end(worker)
                worker = None
                raise _lost(code, overrun=overrun, limits=limits)
        finally:
            self._places.put(worker)
        return _answer(*reply, limits)

    def _started(self, dead: Worker | None, memory: int) -> Worker:
        if dead is not None:
            self._end(dead)
        worker = Worker(self.path, memory)
        with self._guard:
            if self._closed:
                worker.kill()
                raise StoreError("the reader is closed")
            self._all.add(worker)
        return worker

    def _end(self, worker: Worker) -> None:
        worker.kill()
        with self._guard:
            self._all.discard(worker)


def shortened(message: str) -> str:
    """An engine's message as one readable line, the list of all it would have taken cut after the first few."""
    head, one_of, wanted = " ".join(message.split()).partition(" expected one of ")
    if one_of:
        few = wanted.split(", ")
        head += f"{one_of}{', '.join(few[:FEW_WANTED])}{', …' if len(few) > FEW_WANTED else ''}"
    return head if len(head) <= LONGEST_MESSAGE else head[:LONGEST_MESSAGE] + "…"


def _listed(names: Sequence[str] | None) -> list[str] | None:
    return None if names is None else list(names)


def _lost(code: int | None, *, overrun: bool, limits: Limits) -> QueryError:
    if overrun and code is None:
        return QueryTimeout(f"the query took longer than {limits.seconds:g} s and was stopped: make it narrower")
    if code in {-signal.SIGABRT, -signal.SIGKILL}:
        return QueryTimeout(f"the query needed more than {limits.memory_bytes >> 20} MB of memory and was stopped")
    return QueryError("the query ended the process that ran it: it nests too deep or is too large")


def _answer(reply: dict[str, object], body: bytes, limits: Limits) -> Answer:
    if reply.get("error"):
        message = shortened(" ".join(str(reply["message"]).split()))
        raise QueryError(
            f"the query cannot be read: {message}" if reply["error"] == "syntax" else f"the query failed: {message}"
        )
    kind, media_type, truncated = str(reply["kind"]), str(reply["media_type"]), bool(reply.get("truncated"))
    if kind == "select":
        body, truncated = truncation.cut(body, media_type, limits.rows, full=bool(reply.get("full")))
    return Answer(media_type, body, kind, truncated, float(str(reply["seconds"])))
