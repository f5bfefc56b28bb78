"""One published copy, opened: its store, catalogue and indexes, each when it is first asked for."""

from __future__ import annotations

import os
import sqlite3
import threading
import weakref
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph as ox

from graph import layout, validity
from graph.catalogue import Catalogue
from graph.columns import Columns
from graph.evidence import Witness
from graph.lineage import Lineage
from graph.publication import Published
from graph.records import Records
from graph.replicas import shared
from graph.store import faults_told
from graph.suggestions import Directory
from graph.validity import Validity
from graph.walks import Walker
from graph.workers import Pool
from ontology import registers


class OpenCopy:
    """One published copy, safe to use from many threads; a context manager. It never changes: open another for news."""

    def __init__(self, data_dir: Path, version: str) -> None:
        layout.found(data_dir)
        self.data_dir = data_dir
        self.version = version
        self.published = Published(data_dir)
        self.path = self.published.path(version)
        held = shared(self.path / "catalogue.sqlite")
        if held is not None:
            # As long as this reader lives, and not until it is closed: requests may still be at work with it.
            weakref.finalize(self, os.close, held)
        self.files = Records(data_dir)
        self.register = registers.load()
        with faults_told(self.path / "store"):
            self.store = ox.Store.read_only(str(self.path / "store"))
        self._threads = threading.local()
        self.catalogue.meta("register")
        # Bytes of the catalogue: how long it takes to open a copy goes by it. Taken now, for copies are pruned later.
        self.size = (self.path / "catalogue.sqlite").stat().st_size
        self._pool: Pool | None = None
        self._guard = threading.Lock()

    @classmethod
    def open(cls, data_dir: Path, version: str | None = None) -> Self:
        """The newest published copy, or that of `version`; raises NotFound where there is none."""
        return cls(data_dir, version or Published(data_dir).current())

    @classmethod
    def known_on(cls, data_dir: Path, day: str | None) -> Self:
        """The copy that was current at the end of a day (None: the newest); raises NotFound where it is not kept."""
        return cls.open(data_dir, Published(data_dir).known_on(day) if day else None)

    @staticmethod
    def current(data_dir: Path) -> str:
        """The id of the newest published copy; raises NotFound where there is none."""
        return Published(data_dir).current()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the worker processes, once they have answered what they are being asked."""
        if self._pool:
            self._pool.retire()

    def prepare(self) -> None:
        """Have at hand what most questions need, so that the first who asks does not wait for it."""
        _ = self.lineage, self._iris, self.columns

    def stale(self) -> bool:
        """Whether a newer copy is published."""
        return self.published.current() != self.version

    @property
    def catalogue(self) -> Catalogue:
        """The copy's catalogue, one connection a thread."""
        if not hasattr(self._threads, "catalogue"):
            self._threads.catalogue = Catalogue(self.path / "catalogue.sqlite", readonly=True)
        found: Catalogue = self._threads.catalogue
        return found

    @property
    def witness(self) -> Witness:
        """Reads evidence."""
        return Witness(self.store, self.catalogue)

    @cached_property
    def lineage(self) -> Lineage:
        """The index of all edges."""
        return Lineage.open(self.path)

    @cached_property
    def columns(self) -> Columns:
        """The cards as columns of numbers."""
        return Columns(self._db, self.lineage)

    @cached_property
    def bodies(self) -> Directory:
        """The bodies that issued something, by the words of their names."""
        return Directory(self._db, self.columns)

    @cached_property
    def _iris(self) -> tuple[str, ...]:
        return tuple(row[0] for row in self._db.execute("SELECT iri FROM nodes ORDER BY iri"))

    @property
    def _db(self) -> sqlite3.Connection:
        return self.catalogue.db

    @property
    def walker(self) -> Walker:
        """Walks the lineage."""
        return self.walker_on(None)

    def walker_on(self, as_of: str | None) -> Walker:
        """Walks the lineage as it was on a day: without what was issued later."""
        lineage = self._valid.lineage(as_of) if as_of else self.lineage
        return Walker(lineage, self._iris, self.catalogue, self.witness, self.version)

    @cached_property
    def _valid(self) -> Validity:
        return Validity(self.lineage, self._iris, self.catalogue, self.witness)

    @cached_property
    def _confirmed(self) -> Validity:
        lineage = validity.confirmed(self._iris, self.catalogue)
        return Validity(lineage, self._iris, self.catalogue, self.witness)

    @property
    def pool(self) -> Pool:
        """The worker processes that answer SPARQL, started when the first query comes."""
        with self._guard:
            if self._pool is None:
                self._pool = Pool(self.path / "store")
            return self._pool
