"""Loads as jobs of the server: sources wait their turn, are read and kept; whoever asked can watch, or come back later.

A dry run reads the same way, says what would change, and keeps the files for a while, so that they can then be kept.
Jobs live in the memory of the server, their files in a temporary directory: a restart forgets those that wait.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import secrets
from collections.abc import AsyncGenerator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from msgspec.structs import replace

from api import pipeline
from api.control import Job, Writer
from api.pipeline import Failure, Item, LoadReport, Prepared
from api.problems import Problem
from graph import clocks
from graph.rehearsal import Rehearsal
from ontology.errors import NotFound, PhaheError
from ontology.model import Value

LOG: Final = logging.getLogger("phahe")

WAITING: Final = 20
"""Jobs that may wait; beyond, the client is told to come back."""

FINISHED: Final = 200
"""Finished jobs that are remembered."""

DRY: Final = 10
"""Finished dry runs whose files are still there to be kept."""

RETRY: Final = "10"

OVER: Final = ("done", "failed")


class Upload(Value, frozen=True, gc=False):
    """A source that was sent: its name as told, without any path, and its bytes."""

    name: str
    data: bytes


class Load(Value, frozen=True, gc=False):
    """A job. `state` is `queued`, `running`, `done` or `failed` (then `failure` says why, in one line).

    `read` of `total` sources are read; `name` is the last of them. A load that is done has its `report`, whose
    `version` holds what was kept. A dry run has a `report` without version, and the `rehearsal`; it is `keepable` while
    its files are there. Times are UTC, ISO 8601.
    """

    id: str
    state: str
    dry_run: bool
    by: str
    created: str
    total: int
    read: int = 0
    name: str = ""
    finished: str | None = None
    failure: str | None = None
    report: LoadReport | None = None
    rehearsal: Rehearsal | None = None
    keepable: bool = False

    @property
    def over(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.state in OVER

    def brief(self) -> Load:
        """The job without what a dry run read, which may be long."""
        return replace(self, rehearsal=None)


class _Held:
    """What a job is made of: the value that is told, its sources, the place of its files."""

    def __init__(self, load: Load, items: Sequence[Item], folder: TemporaryDirectory[str]) -> None:
        self.load = load
        self.items = tuple(items)
        self.folder = folder
        self.task: asyncio.Task[None] | None = None


class Loads:
    """All load jobs of a server. Its methods are called on the server's event loop."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self._held: dict[str, _Held] = {}
        self._news = asyncio.Condition()
        self._reading = asyncio.Lock()
        self._closed = False

    async def start(
        self, uploads: Sequence[Upload] = (), addresses: Sequence[str] = (), *, by: str, dry_run: bool = False
    ) -> Load:
        """Begin a job with these sources, signed by the caller's name; raises Problem where too many wait already."""
        self._room()
        folder = TemporaryDirectory(prefix="phahe-load-")
        try:
            items = await asyncio.to_thread(_written, uploads, Path(folder.name))
        except BaseException:
            folder.cleanup()
            raise
        return self._begin([*items, *(Item(address) for address in addresses)], folder, by=by, dry_run=dry_run)

    def keep(self, identity: str, *, by: str) -> Load:
        """Begin the load of what a dry run read; raises NotFound, or Problem where its files are gone already."""
        held = self._found(identity)
        if not held.load.keepable:
            raise Problem("conflict", "This is no finished dry run whose files are still here: send them again.")
        self._room()
        held.load = replace(held.load, keepable=False)
        return self._begin(held.items, held.folder, by=by, dry_run=False)

    def get(self, identity: str) -> Load:
        """A job as it stands; raises NotFound."""
        return self._found(identity).load

    def listed(self) -> tuple[Load, ...]:
        """The jobs that are remembered, newest first, in brief."""
        return tuple(held.load.brief() for held in reversed(self._held.values()))

    async def follow(self, identity: str, *, silence: float = 15.0) -> AsyncGenerator[Load | None, None]:
        """The job in brief at once and at each news of it, until it is over; None after each `silence` (seconds)."""
        held, told = self._found(identity), None
        while not self._closed:
            if held.load is not told:
                told = held.load
                yield told.brief()
                if told.over:
                    return
                continue
            try:
                await asyncio.wait_for(self._changed(held, told), silence)
            except TimeoutError:
                yield None

    async def _changed(self, held: _Held, told: Load | None) -> None:
        async with self._news:
            await self._news.wait_for(lambda: self._closed or held.load is not told)

    async def finished(self, identity: str, seconds: float) -> Load:
        """The job when it is over, or as it stands after so many seconds."""
        held = self._found(identity)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds), contextlib.aclosing(self.follow(identity)) as news:
                async for _ in news:
                    pass
        return held.load

    async def close(self) -> None:
        """Forget what waits; what has begun is brought to its end, with its files in place."""
        self._closed = True
        left = [(held.task, held.load) for held in self._held.values() if held.task and not held.task.done()]
        for task, load in left:
            if load.state == "queued":
                task.cancel()
        await asyncio.gather(*(task for task, _ in left), return_exceptions=True)
        await self._tell()
        for held in self._held.values():
            held.folder.cleanup()

    def _found(self, identity: str) -> _Held:
        if identity not in self._held:
            raise NotFound(f"there is no load {identity!r}; those of a server that was stopped are forgotten")
        return self._held[identity]

    def _room(self) -> None:
        if sum(not held.load.over for held in self._held.values()) >= WAITING:
            raise Problem("busy", f"{WAITING} loads wait already: come back.", headers={"Retry-After": RETRY})

    def _begin(self, items: Sequence[Item], folder: TemporaryDirectory[str], *, by: str, dry_run: bool) -> Load:
        load = Load(secrets.token_hex(8), "queued", dry_run, by, clocks.stamp(clocks.now()), len(items))
        held = self._held[load.id] = _Held(load, items, folder)
        held.task = asyncio.get_running_loop().create_task(self._run(held))
        held.task.add_done_callback(_logged)
        return load

    async def _run(self, held: _Held) -> None:
        try:
            await (self._rehearsed(held) if held.load.dry_run else self._kept(held))
        except PhaheError as error:
            await self._note(held, state="failed", failure=str(error))
        except asyncio.CancelledError:
            await self._note(held, state="failed", failure="the server was stopped")
            raise
        except BaseException:
            await self._note(held, state="failed", failure="the server failed; its log says more")
            raise
        finally:
            self._tidy(held)

    async def _kept(self, held: _Held) -> None:
        report = await self.writer.do(Job("load", items=held.items), self._progress(held))
        assert isinstance(report, LoadReport)
        await self._note(held, state="done", report=report)

    async def _rehearsed(self, held: _Held) -> None:
        async with self._reading:
            await self._note(held, state="running")
            read = partial(pipeline.prepared, held.items, progress=self._progress(held))
            found = await asyncio.to_thread(read)
        rehearsal = await self.writer.alone(partial(pipeline.compared, found))
        states = {one.source.sha256: one.state for one in rehearsal.sources}
        report = LoadReport(
            tuple(pipeline.told(one, states[one.kept.source.sha256]) for one in found if isinstance(one, Prepared)),
            tuple(one for one in found if isinstance(one, Failure)),
        )
        keepable = bool(report.loaded)
        await self._note(held, state="done", report=report, rehearsal=rehearsal, keepable=keepable)

    def _progress(self, held: _Held) -> pipeline.Progress:
        loop = asyncio.get_running_loop()

        def progress(done: int, of: int, name: str) -> None:
            changes = {"state": "running", "read": done, "total": of, "name": name}
            asyncio.run_coroutine_threadsafe(self._note(held, **changes), loop)

        return progress

    async def _note(self, held: _Held, **changes: object) -> None:
        if held.load.over:
            return
        held.load = replace(held.load, **changes)
        if held.load.over:
            held.load = replace(held.load, finished=clocks.stamp(clocks.now()))
        await self._tell()

    async def _tell(self) -> None:
        async with self._news:
            self._news.notify_all()

    def _tidy(self, held: _Held) -> None:
        """Let go of files that nobody can ask for any more, and of the oldest jobs."""
        if not held.load.keepable:
            held.folder.cleanup()
        dry = [one for one in self._held.values() if one.load.keepable]
        for one in dry[: max(0, len(dry) - DRY)]:
            one.load = replace(one.load, keepable=False, rehearsal=None)
            one.folder.cleanup()
        over = [one.load.id for one in self._held.values() if one.load.over and not one.load.keepable]
        for identity in over[: max(0, len(over) - FINISHED)]:
            del self._held[identity]


def _logged(task: asyncio.Task[None]) -> None:
    """Tell the log of a fault of ours: nobody else waits for the task."""
    if not task.cancelled() and (fault := task.exception()):
        LOG.error("a load failed", exc_info=fault)


def _written(uploads: Sequence[Upload], folder: Path) -> list[Item]:
    items = []
    for place, upload in enumerate(uploads):
        suffix = Path(upload.name).suffix.lower()
        path = folder / f"{place}{suffix if suffix in pipeline.PLAIN else ''}"
        path.write_bytes(upload.data)
        items.append(Item(upload.name, str(path)))
    return items
