"""An ordinary, writable store in a directory of its own: updates and whole graphs by name, and copies for the readers.

It has nothing of phahe's own data in it. One process writes; queries run on copies (`copy`), which are made after a
change when somebody asks, by hard links.
"""

from __future__ import annotations

import os
import shutil
import threading
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import pyoxigraph as ox

from graph.forms import parsed, written
from graph.locking import locked
from graph.store import EmbeddedStore
from graph.updates import Using, checked
from ontology.errors import NotFound, QueryError, WrongUse

COPIES: Final = 3
"""Copies that stay after a newer one is made: queries that began on them may still be at work."""


class PlainStore:
    """A writable store; a context manager. Its methods may be called from several threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock_file = locked(path)
        try:
            self._embedded = EmbeddedStore(path / "store")
        except BaseException:
            os.close(self._lock_file)
            raise
        self._store = self._embedded.store
        self._lock = threading.Lock()
        self._changes = 0
        self._copied: tuple[int, Path] | None = None
        shutil.rmtree(self._copies, ignore_errors=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def _copies(self) -> Path:
        return self.path / "copies"

    def close(self) -> None:
        """Let go of the directory; the copies go."""
        with self._lock:
            del self._store
            self._embedded.close()
            shutil.rmtree(self._copies, ignore_errors=True)
            os.close(self._lock_file)

    def update(self, text: str, *, base: str | None = None, using: Using | None = None) -> None:
        """Do an update, whole or not at all; raises QueryError where it cannot be read or reaches out."""
        ready = checked(text, using)
        with self._lock:
            try:
                self._store.update(ready, base_iri=base)
            except (SyntaxError, RuntimeError, OSError) as error:
                raise QueryError(f"the update cannot be done: {error}") from error
            self._changed()

    def get(self, graph: str | None, form: str) -> bytes:
        """All of a graph (None: the default graph); raises NotFound where there is none of that name."""
        with self._lock:
            name = self._existing(graph)
            quads = self._store.quads_for_pattern(None, None, None, name)
            return written((quad.triple for quad in quads), form)

    def put(self, graph: str | None, data: bytes, form: str, *, base: str | None = None, keep: bool = False) -> bool:
        """Make `data` all of the graph, or with `keep` add it; returns whether the graph is new."""
        name = named(graph)
        fresh = {ox.Quad(one.subject, one.predicate, one.object, name) for one in parsed(data, form, base)}
        with self._lock:
            new = not self._exists(name)
            stale = set() if keep or new else set(self._store.quads_for_pattern(None, None, None, name)) - fresh
            if isinstance(name, ox.NamedNode):
                self._store.add_graph(name)
            self._store.extend(fresh)
            for quad in stale:
                self._store.remove(quad)
            self._changed()
        return new

    def delete(self, graph: str | None) -> None:
        """Take a graph out, or empty the default graph; raises NotFound where there is none of that name."""
        with self._lock:
            name = self._existing(graph)
            self._store.remove_graph(name)
            self._changed()

    def copy(self) -> tuple[str, Path]:
        """A copy that holds every change made before this call, with its version: for readers, never to be written."""
        with self._lock:
            if self._copied is None or self._copied[0] != self._changes:
                self._copies.mkdir(exist_ok=True)
                path = self._copies / str(self._changes)
                self._embedded.publish(path)
                self._copied = (self._changes, path)
                for old in sorted(self._copies.iterdir(), key=lambda one: int(one.name))[:-COPIES]:
                    shutil.rmtree(old, ignore_errors=True)
            return str(self._copied[0]), self._copied[1]

    def graphs(self) -> list[str]:
        """The names of the graphs there are, sorted."""
        with self._lock:
            return sorted(name.value for name in self._store.named_graphs())

    def _changed(self) -> None:
        self._store.flush()
        self._changes += 1

    def _exists(self, name: ox.NamedNode | ox.DefaultGraph) -> bool:
        return isinstance(name, ox.DefaultGraph) or self._store.contains_named_graph(name)

    def _existing(self, graph: str | None) -> ox.NamedNode | ox.DefaultGraph:
        name = named(graph)
        if not self._exists(name):
            raise NotFound(f"there is no graph <{graph}>")
        return name


def named(graph: str | None) -> ox.NamedNode | ox.DefaultGraph:
    """A graph's name as a term; raises WrongUse where it is not an absolute IRI."""
    if graph is None:
        return ox.DefaultGraph()
    try:
        return ox.NamedNode(graph)
    except ValueError as error:
        raise WrongUse(f"{graph!r} is not an absolute IRI") from error
