"""Strangers' queries, each in a process that can be killed: wall deadline, memory limit, bounds on the answer.

Nothing in an engine stops a query that never ends, and some text ends the process that reads it. So a worker that
overruns or dies is replaced, and costs only the one who asked. This pool blocks: it serves commands and pages; the
server's event loop has `graph.crew`.
"""

from __future__ import annotations

import json
import os
import queue
import select
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from graph.answers import LIMITS, LINEAGE_AND_REGISTER, Answer, Busy, Limits, answered, lost, negotiate, request
from ontology.errors import StoreError, WrongUse
from ontology.namespaces import PREFIXES

WORKER: Final = Path(__file__).with_name("worker.py")
STARTING: Final = 30.0
ENDING: Final = 5.0


def command(path: Path, memory: int) -> list[str]:
    """The command line of a worker process on the published copy at `path`."""
    return [sys.executable, "-I", str(WORKER), str(path), str(memory), json.dumps(PREFIXES)]


def unreadable(path: Path) -> StoreError:
    """The error of a worker that could not open its copy."""
    return StoreError(f"the published copy at {path} cannot be read: publish again (`phahe rebuild`)")


class Worker:
    """One worker process and the frames that are spoken with it."""

    def __init__(self, path: Path, memory: int) -> None:
        self.process = subprocess.Popen(  # noqa: S603 - our own interpreter and file
            command(path, memory), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0
        )
        try:
            opened = self._receive(time.monotonic() + STARTING)
        except BaseException:
            self.kill()
            raise
        if opened is None:
            self.kill()
            raise unreadable(path)

    def ask(self, frame: bytes, deadline: float) -> tuple[dict[str, object], bytes] | None:
        """The reply, or None where the worker died or the deadline passed; it must then be killed."""
        try:
            self._write(frame, deadline)
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
            _wait(handle, select.POLLIN, deadline)
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
            _wait(handle, select.POLLOUT, deadline)
            data = data[os.write(handle, data[: select.PIPE_BUF]) :]


def _wait(handle: int, event: int, deadline: float) -> None:
    """Wait until a pipe is ready; TimeoutError at the deadline. By poll: select fails where 1,024 files are open."""
    waiting = select.poll()
    waiting.register(handle, event)
    if not waiting.poll(max(0.0, deadline - time.monotonic()) * 1000):
        raise TimeoutError


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
        solutions, graph = negotiate(accept)
        try:
            frame = request(
                text,
                solutions=solutions,
                graph=graph,
                limits=limits,
                default_graphs=default_graphs,
                named_graphs=named_graphs,
                base=base,
                defaults=self.defaults,
            )
        except WrongUse as error:
            raise WrongUse(f"{error} ({accept})") from error
        return self._answered(frame, limits)

    def retire(self) -> None:
        """Answer what is being asked, then end: nothing more will be asked."""
        with self._guard:
            self._closed = True
        for _ in range(self._size):
            try:
                worker = self._places.get_nowait()
            except queue.Empty:
                break
            if worker is not None:
                self._end(worker)

    def close(self) -> None:
        """End all workers."""
        with self._guard:
            self._closed = True
            workers, self._all = self._all, set()
        for worker in workers:
            worker.kill()

    def _answered(self, frame: bytes, limits: Limits) -> Answer:
        try:
            worker = self._places.get(timeout=limits.wait)
        except queue.Empty:
            raise Busy("all workers are busy: ask again in a moment") from None
        try:
            if worker is None or worker.killed:
                worker = self._started(worker, limits.memory_bytes)
            started = time.monotonic()
            reply = worker.ask(frame, started + limits.seconds)
            if reply is None:
                overrun = time.monotonic() - started >= limits.seconds
                code = None if overrun else worker.ended()
                self._end(worker)
                worker = None
                raise lost(code, limits)
        finally:
            if worker is not None and self._closed:
                self._end(worker)
            else:
                self._places.put(worker)
        return answered(*reply)

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
