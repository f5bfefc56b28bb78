"""Has dumps made beside the requests: one at a time, each asked for once however many wait for it."""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from graph.dumps import Dump, Dumps
from graph.reader import Reader


class Dumping:
    """The dumps of a server, and the one thread that makes them."""

    def __init__(self, data: Path) -> None:
        self.kept = Dumps(data)
        self._thread = ThreadPoolExecutor(1, "dumps")
        self._asked: dict[tuple[str, str], Future[Dump]] = {}
        self._lock = threading.Lock()

    def ask(self, reader: Reader, name: str) -> Future[Dump]:
        """The dump of this name of the reader's version, as soon as it is there."""
        key = (reader.version, name)
        with self._lock:
            self._asked = {asked: future for asked, future in self._asked.items() if not future.done()}
            if key not in self._asked:
                self._asked[key] = self._thread.submit(self.kept.made, reader, name)
            return self._asked[key]

    def close(self) -> None:
        """Make no more."""
        self._thread.shutdown(wait=True, cancel_futures=True)
