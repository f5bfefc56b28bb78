"""Writing work goes to a running server of the same data directory, over a local socket; without one it is done here.

One line of JSON goes in (a `Job`), lines of JSON come back (`Told`): progress, then the result or the failure. The
socket belongs to the user alone (mode 0600): whoever can write to it could write to the data directory as well.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import logging
import os
import socket
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

import msgspec

from api import pipeline, reviewing
from api.pipeline import Failure, Item, LoadReport, Rebuilt, Removed
from api.reviewing import Judged
from graph.review import Decision
from ontology import errors
from ontology.errors import PhaheError, StoreError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence

    from api.pipeline import Progress

R = TypeVar("R")

LOG: Final = logging.getLogger("phahe")

LONGEST: Final = 100
"""Bytes of a socket's path that every system takes (Linux takes 107, macOS 103)."""

LINE: Final = 64 * 1024 * 1024
"""Bytes of the longest line: a job that names a million files."""


class Job(msgspec.Struct, frozen=True, omit_defaults=True):
    """Work for the writer. `verb` is `load`, `remove`, `rebuild` or `review`."""

    verb: str
    items: tuple[Item, ...] = ()
    source: str = ""
    decision: Decision | None = None


class Told(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the server tells of a job: `progress` (done, of, name), its `result`, or its `failure` (class, message)."""

    progress: tuple[int, int, str] | None = None
    result: msgspec.Raw = msgspec.Raw()
    failure: tuple[str, str] | None = None


def load(wanted: Sequence[Item | Failure], data: Path, *, progress: Progress | None = None) -> LoadReport:
    """`pipeline.keep`, by the server where one runs. What was not even found stands in the report alone."""
    lost = tuple(one for one in wanted if isinstance(one, Failure))
    found = tuple(one for one in wanted if isinstance(one, Item))
    report = _done(Job("load", items=found), data, LoadReport, progress)
    return msgspec.structs.replace(report, failed=(*lost, *report.failed))


def remove(source: str, data: Path) -> Removed:
    """`pipeline.remove`, by the server where one runs."""
    return _done(Job("remove", source=source), data, Removed, None)


def rebuild(data: Path) -> Rebuilt:
    """`pipeline.rebuild`, by the server where one runs."""
    return _done(Job("rebuild"), data, Rebuilt, None)


def review(decision: Decision, data: Path) -> Judged:
    """`reviewing.decide`, by the server where one runs."""
    return _done(Job("review", decision=decision), data, Judged, None)


def socket_path(data: Path) -> Path:
    """Where the server of `data` listens: in it, or among temporary files where its path is too long for a socket."""
    inside = data.absolute() / "control.sock"
    if len(os.fsencode(inside)) <= LONGEST:
        return inside
    name = hashlib.sha256(os.fsencode(inside)).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"phahe-{os.getuid()}-{name}.sock"


def work(job: Job, data: Path, progress: Progress | None) -> LoadReport | Removed | Judged | Rebuilt:
    """Do a job in this process."""
    match job.verb:
        case "load":
            return pipeline.keep(job.items, data, progress=progress)
        case "remove":
            return pipeline.remove(job.source, data)
        case "rebuild":
            return pipeline.rebuild(data)
        case "review" if job.decision:
            return reviewing.decide(job.decision, data)
        case _:
            raise StoreError(f"the server does not know the job {job.verb!r}; is it of another version?")


def _done(job: Job, data: Path, kind: type[R], progress: Progress | None) -> R:
    line = _connected(data)
    if line is None:
        result = work(job, data, progress)
        assert isinstance(result, kind)
        return result
    with line:
        line.sendall(msgspec.json.encode(job) + b"\n")
        return _heard(line, kind, progress)


def running(data: Path) -> bool:
    """Whether a server of `data` takes jobs."""
    line = _connected(data)
    if line is not None:
        line.close()
    return line is not None


def _connected(data: Path) -> socket.socket | None:
    """A line to the server of `data`; None where there is no server (what a killed one left behind is no server)."""
    line = socket.socket(socket.AF_UNIX)
    try:
        line.connect(os.fspath(socket_path(data)))
    except (FileNotFoundError, ConnectionRefusedError):
        line.close()
        return None
    except OSError as error:
        line.close()
        raise StoreError(f"the server of {data} cannot be reached: {error.strerror}") from error
    return line


def _heard(line: socket.socket, kind: type[R], progress: Progress | None) -> R:
    with line.makefile("rb") as lines:
        for text in lines:
            told = msgspec.json.decode(text, type=Told)
            if told.failure is not None:
                name, message = told.failure
                raise getattr(errors, name, StoreError)(message)
            if told.progress is None:
                return msgspec.json.decode(told.result, type=kind)
            if progress:
                progress(*told.progress)
    raise StoreError("the server stopped in the middle of the work; look at its log, then give the command again")


class Writer:
    """The one writer of a server: does jobs in a thread, one after the other, and says when something has changed."""

    def __init__(self, data: Path, changed: Callable[[Job], None]) -> None:
        self.data = data
        self.changed = changed
        self._turn = asyncio.Lock()

    async def do(self, job: Job, progress: Progress | None = None) -> LoadReport | Removed | Judged | Rebuilt:
        """The result of a job, when those before it are done."""
        async with self._turn:
            if progress:
                progress(0, len(job.items), "")
            result = await asyncio.to_thread(work, job, self.data, progress)
        self.changed(job)
        return result

    async def alone(self, function: Callable[[Path], R]) -> R:
        """What `function` makes of the data directory while no job writes in it; it changes nothing itself."""
        async with self._turn:
            return await asyncio.to_thread(function, self.data)

    @contextlib.asynccontextmanager
    async def listening(self) -> AsyncIterator[None]:
        """Take the jobs of commands over the local socket while the context lasts.

        Where the directory cannot be written, or another server listens already, commands do without this server.
        """
        path = socket_path(self.data)
        server = await self._opened(path)
        try:
            yield
        finally:
            if server is not None:
                server.close()
                path.unlink(missing_ok=True)

    async def _opened(self, path: Path) -> asyncio.Server | None:
        if await asyncio.to_thread(running, self.data):
            LOG.warning("another server takes the writing for %s", self.data)
            return None
        await asyncio.to_thread(path.unlink, missing_ok=True)
        mask = os.umask(0o177)
        try:
            return await asyncio.start_unix_server(self._answer, path, limit=LINE)
        except OSError as error:
            LOG.warning("no writing in %s: %s", self.data, error.strerror)
            return None
        finally:
            os.umask(mask)

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Do one command's job and tell how it goes; a command that leaves does not stop the work."""
        loop = asyncio.get_running_loop()

        def write(told: Told) -> None:
            if not writer.is_closing():
                writer.write(msgspec.json.encode(told) + b"\n")

        def progress(done: int, of: int, name: str) -> None:
            loop.call_soon_threadsafe(write, Told(progress=(done, of, name)))

        with contextlib.suppress(ConnectionError, msgspec.DecodeError):
            job = msgspec.json.decode(await reader.readline(), type=Job)
            write(await self._outcome(job, progress))
            await writer.drain()
        writer.close()

    async def _outcome(self, job: Job, progress: Progress) -> Told:
        try:
            return Told(result=msgspec.Raw(msgspec.json.encode(await self.do(job, progress))))
        except PhaheError as error:
            return Told(failure=(type(error).__name__, str(error)))
