"""Has dumps made beside the requests: one at a time, in a niced process, each once however many wait for it."""

from __future__ import annotations

import multiprocessing
import os
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Final

from graph.dumps import Dump, Dumps
from graph.reader import Reader
from ontology.errors import StoreError

NICE: Final = 10
"""How far the making of dumps stands back behind the answering of requests."""


class Dumping:
    """The dumps of a server, and the one process that makes them."""

    def __init__(self, data: Path) -> None:
        self.kept = Dumps(data)
        self._data = data
        self._thread = ThreadPoolExecutor(1, "dumps")
        self._asked: dict[tuple[str, str], Future[Dump]] = {}
        self._lock = threading.Lock()
        self._context = multiprocessing.get_context("forkserver")
        self._process: multiprocessing.process.BaseProcess | None = None
        self._closed = False

    def ask(self, version: str, name: str) -> Future[Dump]:
        """The dump of this name of a version, as soon as it is there; its result raises StoreError."""
        key = (version, name)
        with self._lock:
            self._asked = {asked: future for asked, future in self._asked.items() if not future.done()}
            if key not in self._asked:
                self._asked[key] = self._thread.submit(self._made, version, name)
            return self._asked[key]

    def close(self) -> None:
        """Make no more, and stop what is being made: it is begun again when it is next asked for."""
        with self._lock:
            self._closed = True
            if self._process is not None:
                self._process.kill()
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _made(self, version: str, name: str) -> Dump:
        known = self.kept.known(version).get(name)
        if known is not None:
            return known
        with self._lock:
            if self._closed:
                raise StoreError("the server stops")
            self._process = self._context.Process(target=make, args=(self._data, version, name), daemon=True)
            self._process.start()
        self._process.join()
        found = self.kept.known(version).get(name)
        if found is None:
            raise StoreError(f"the dump {name} of version {version} could not be made in {self._data}")
        return found


def make(data: Path, version: str, name: str) -> None:
    """Make a dump, in a process of its own."""
    os.nice(NICE)
    with Reader.open(data, version) as reader:
        Dumps(data).made(reader, name)
