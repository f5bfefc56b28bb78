"""The published copies that requests are answered from: the newest, opened once and shared; an older one by its id."""

from __future__ import annotations

import contextlib
import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Annotated, Final, TypeVar

from fastapi import Query
from starlette.requests import Request

from api.costs import Costs
from api.lanes import Lanes
from api.paging import opened
from api.problems import Problem
from api.settings import Settings
from api.tally import Tally
from graph.publication import Published
from graph.reader import Reader
from ontology.errors import NotFound, PhaheError

FARTHEST: Final = 100_000
"""Items of a list without keys that can be paged through."""

KEPT: Final = 3
"""Versions that stay open: requests that began with an older one may still be at work."""


LARGE: Final = 32 << 20
"""Bytes of a catalogue from which opening a copy takes long: others are answered from the one before meanwhile."""

PATIENCE: Final = 0.05
"""Seconds that a request waits for a new copy to be ready."""

C = TypeVar("C")


class Snapshots:
    """Hands out readers, and lanes for strangers' queries, of the published versions of a data directory."""

    def __init__(self, settings: Settings, tally: Tally | None = None) -> None:
        self._settings = settings
        self._tally = tally or Tally()
        self._costs = Costs()
        self._current: tuple[tuple[int, int], str] | None = None
        self._published = Published(settings.data)
        self._lock = threading.Lock()
        self._readers: OrderedDict[str, Reader] = OrderedDict()
        self._handed: str | None = None
        self._preparing: threading.Thread | None = None
        self._lanes: OrderedDict[str, Lanes] = OrderedDict()

    def reader(self, version: str | None = None) -> Reader:
        """The reader of a version (None: the newest); raises NotFound where it is not there."""
        wanted = version or self._newest()
        with self._lock:
            if wanted not in self._readers:
                self._readers[wanted] = Reader.open(self._settings.data, wanted)
            self._readers.move_to_end(wanted)
            _trim(self._readers, KEPT, Reader.close)
            return self._readers[wanted]

    def lanes(self, version: str | None = None) -> Lanes:
        """The lanes on a version (None: the newest); raises NotFound where it is not there."""
        wanted = version or self._newest()
        with self._lock:
            if wanted not in self._lanes:
                store = self._published.path(wanted) / "store"
                self._lanes[wanted] = Lanes(store, wanted, self._settings, tally=self._tally, costs=self._costs)
            self._lanes.move_to_end(wanted)
            _trim(self._lanes, KEPT, Lanes.retire)
            return self._lanes[wanted]

    def _newest(self) -> str:
        """The version to answer from: the current one, as soon as it is ready."""
        version = self._published_now()
        with self._lock:
            handed = self._readers.get(self._handed or "")
            if handed is None or version in self._readers or handed.size < LARGE:
                self._handed = version
                return version
            if self._preparing is None or not self._preparing.is_alive():
                self._preparing = threading.Thread(target=self._prepare, args=(version,), daemon=True)
                self._preparing.start()
            preparing = self._preparing
        preparing.join(PATIENCE)
        return self._handed or version

    def _prepare(self, version: str) -> None:
        """Open a version and hand it out when it is ready; where it cannot be opened, who asks next is told."""
        with contextlib.suppress(PhaheError):
            reader = Reader.open(self._settings.data, version)
            reader.prepare()
            with self._lock:
                self._readers[version] = reader
        self._handed = version

    def _published_now(self) -> str:
        """The version that is current; raises NotFound, with no path of this machine, where nothing is loaded yet."""
        try:
            stat = (self._published.root / "current").stat()
            mark = (stat.st_mtime_ns, stat.st_ino)
            if self._current is None or self._current[0] != mark:
                self._current = (mark, self._published.current())
            return self._current[1]
        except (NotFound, FileNotFoundError) as error:
            raise NotFound("nothing is loaded yet") from error

    def age(self) -> tuple[str, float]:
        """The version that is current, and when it was published (seconds since 1970)."""
        version = self._published_now()
        return version, self._published.path(version).stat().st_mtime

    def refresh(self) -> None:
        """Open everything anew from now on; what is being asked is answered from what was open."""
        with self._lock:
            self._handed = None
            _trim(self._readers, 0, Reader.close)
            _trim(self._lanes, 0, Lanes.retire)

    def close(self) -> None:
        """Close everything, and end what is being asked."""
        with self._lock:
            while self._lanes:
                self._lanes.popitem()[1].close()
            while self._readers:
                self._readers.popitem()[1].close()


def _trim(opened: OrderedDict[str, C], keep: int, close: Callable[[C], None]) -> None:
    """Close those that were not used for longest."""
    while len(opened) > keep:
        _, oldest = opened.popitem(last=False)
        close(oldest)


Version = Annotated[
    str | None,
    Query(pattern="^[0-9a-z]{16,40}$", description="An older published version that is kept", examples=["0" * 16]),
]


def versioned(request: Request, version: Version = None) -> Reader:
    """The reader of the version that a request names, else the newest, as a dependency of routes."""
    snapshots: Snapshots = request.app.state.snapshots
    return snapshots.reader(version)


def pinned(request: Request, reader: Reader, cursor: str | None) -> tuple[Reader, int]:
    """Where a page of a list without keys begins, and the version that its first page was of, which all are read from.

    Raises Problem 404 for a cursor that is none, NotFound where the version is no longer kept.
    """
    version, offset = opened(cursor, tuple[str, int], (reader.version, 0))
    if not 0 <= offset <= FARTHEST:
        raise Problem("not-found", "There is no such page: begin the list again, without a cursor.")
    if version == reader.version:
        return reader, offset
    snapshots: Snapshots = request.app.state.snapshots
    return snapshots.reader(version), offset


def current(request: Request) -> Reader:
    """The newest reader, as a dependency of routes."""
    snapshots: Snapshots = request.app.state.snapshots
    return snapshots.reader()


def held(request: Request) -> Reader | None:
    """The newest reader, or None where nothing was ever loaded: some pages then say what to do."""
    try:
        return current(request)
    except NotFound:
        return None
