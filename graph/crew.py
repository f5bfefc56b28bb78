"""Worker processes as an event loop sees them: asked without blocking, lowered in priority, killed, counted.

What runs in the process is `graph/worker.py`, as for `graph.workers`; here the frames go over one socket, so that a
question and its answer cost the loop one write and one read.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import struct
import subprocess
import time
from collections import deque
from pathlib import Path
from typing import Final, TypeVar

import msgspec

from graph.workers import STARTING, command, unreadable
from ontology.errors import StoreError

LOWEST: Final = 19
"""The priority of what is in no hurry: it runs on what processor time nobody else wants."""

CPU_CLOCK: Final = 2
"""With a process id, the number of its clock (CPUCLOCK_SCHED in linux/posix-timers.h)."""

Reply = tuple[dict[str, object], bytes]
T = TypeVar("T")


class Gone(Exception):
    """The process ended in the middle of its answer. `code` is its exit status, negative for a signal."""

    def __init__(self, code: int) -> None:
        super().__init__(f"exit status {code}")
        self.code = code


class Passed(Exception):
    """The process ended before it came to this question: another can be asked the same."""


class Hand(asyncio.Protocol):
    """One worker process. It answers questions one after the other; `start` makes one, `end` takes it away."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self.ended = False
        self.peak = 0
        self._line: asyncio.Transport | None = None
        self.answers = 0
        self._waiting: deque[asyncio.Future[Reply]] = deque()
        self._parts: list[bytes] = []
        self._size = 0
        self._wanted = 4
        self._reply: dict[str, object] | None = None
        self._measuring = True

    @classmethod
    async def start(cls, path: Path, memory: int) -> Hand:
        """A process that has opened the published copy at `path`; raises StoreError where it cannot."""
        loop = asyncio.get_running_loop()
        ours, theirs = socket.socketpair()
        try:
            with theirs:
                hand = cls(await _begun(command(path, memory), theirs))
        except BaseException:
            ours.close()
            raise
        first: asyncio.Future[Reply] = loop.create_future()
        first.add_done_callback(_seen)
        hand._waiting.append(first)
        try:
            await loop.create_unix_connection(lambda: hand, sock=ours)
            async with asyncio.timeout(STARTING):
                await first
        except BaseException as error:
            first.cancel()
            hand._cut()
            await _ended(hand.process)
            if isinstance(error, Gone | TimeoutError):
                raise unreadable(path) from None
            raise
        return hand

    @property
    def pending(self) -> int:
        """Questions that it has not answered yet."""
        return len(self._waiting)

    def ask(self, frame: bytes) -> asyncio.Future[Reply]:
        """The reply to a question, to come; Gone where the process ends at it, Passed where it ends before it."""
        waiting: asyncio.Future[Reply] = asyncio.get_running_loop().create_future()
        waiting.add_done_callback(_seen)
        self._waiting.append(waiting)
        if self._line is None or self.ended:
            self._lost()
        else:
            self._line.write(frame)
        return waiting

    def cpu(self) -> float:
        """Seconds of processor time that the process has had; 0 where the system does not tell."""
        try:
            return time.clock_gettime((~self.process.pid << 3) | CPU_CLOCK)
        except OSError:
            return 0.0

    def lower(self, priority: int = LOWEST) -> None:
        """Give way to processes of more priority (a smaller number) from now on. It cannot be taken back."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.setpriority(os.PRIO_PROCESS, self.process.pid, priority)

    def end(self) -> None:
        """Kill the process; what it was asked ends as Gone. Its memory may take the system a moment to clear away."""
        if not self.ended:
            self._cut()
            _reaper(self.process)

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take the line to the process."""
        self._line = transport

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - the interface is asyncio's
        """Take note that the process has closed its end: it is dead, or about to be."""
        self.end()

    def data_received(self, data: bytes) -> None:
        """Put frames together: a length, a header, a length, a body."""
        self._parts.append(data)
        self._size += len(data)
        while self._size >= self._wanted and self._waiting:
            whole = self._parts[0] if len(self._parts) == 1 else b"".join(self._parts)
            piece, rest = whole[: self._wanted], whole[self._wanted :]
            self._parts, self._size = ([rest], len(rest)) if rest else ([], 0)
            self._take(piece)

    def _cut(self) -> None:
        self.ended = True
        self.process.kill()
        if self._line is not None:
            self._line.abort()
        self._lost()

    def _take(self, piece: bytes) -> None:
        if self._measuring:
            (self._wanted,) = struct.unpack("!I", piece)
            self._measuring = False
            if self._wanted or self._reply is None:
                return
            piece = b""
        self._measuring, self._wanted = True, 4
        if self._reply is None:
            self._reply = msgspec.json.decode(piece)
            return
        reply, self._reply, waiting = self._reply, None, self._waiting.popleft()
        self.peak = int(str(reply.get("peak", 0)))
        self.answers += 1
        if not waiting.done():
            waiting.set_result((reply, piece))

    def _lost(self) -> None:
        if not self._waiting:
            return
        at_work, *others = self._waiting
        self._waiting.clear()
        for one in others:
            if not one.done():
                one.set_exception(Passed())
        if at_work.done():
            return
        loop = asyncio.get_running_loop()

        def told(code: int) -> None:
            if not at_work.done():
                at_work.set_exception(Gone(code))

        async def wait() -> None:
            told(await asyncio.to_thread(self.process.wait))

        _kept(loop.create_task(wait()))


def _seen(reply: asyncio.Future[Reply]) -> None:
    """A reply that nobody waits for any more may end as Gone without a word."""
    if not reply.cancelled():
        reply.exception()


_tasks: set[asyncio.Task[None]] = set()


def _kept(task: asyncio.Task[None]) -> None:
    """Hold a task until it is done: the loop itself holds it weakly."""
    _tasks.add(task)
    task.add_done_callback(_tasks.discard)


async def reaped() -> None:
    """Wait until the processes that were ended in this event loop are gone."""
    loop = asyncio.get_running_loop()
    await asyncio.gather(*(task for task in list(_tasks) if task.get_loop() is loop))


async def _begun(line: list[str], theirs: socket.socket) -> subprocess.Popen[bytes]:
    """A process that was started in a thread, or none: one that nobody waits for any more is ended here.

    A thread cannot be called off. So whoever leaves in the meantime is let go when the process is there and killed:
    otherwise it would live on, unknown to everybody.
    """
    coming = asyncio.get_running_loop().run_in_executor(None, _process, line, theirs)
    try:
        return await asyncio.shield(coming)
    except asyncio.CancelledError:
        await _over(coming)
        if coming.exception() is None:
            coming.result().kill()
            await _ended(coming.result())
        raise


async def _ended(process: subprocess.Popen[bytes]) -> None:
    """Take the exit status of a killed process before anything else happens: the loop may be ending too."""
    await _over(asyncio.get_running_loop().run_in_executor(None, process.wait))


async def _over(work: asyncio.Future[T]) -> None:
    """Wait until a thread has done its work, however often the one who waits is called off."""
    while not work.done():
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.wait((work,))


def _process(line: list[str], theirs: socket.socket) -> subprocess.Popen[bytes]:
    end = theirs.fileno()
    try:
        return subprocess.Popen(line, stdin=end, stdout=end, stderr=subprocess.DEVNULL)  # noqa: S603 - our own
    except OSError as error:
        raise StoreError(f"no process can be started for queries: {error.strerror}") from error


def _reaper(process: subprocess.Popen[bytes]) -> None:
    """Take the exit status of a killed process, in the background where a loop runs."""
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        process.wait()
        return

    async def wait() -> None:
        await asyncio.to_thread(process.wait)

    _kept(loop.create_task(wait()))
