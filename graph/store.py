"""The store: Oxigraph inside this process, or any server that speaks SPARQL 1.1, behind one small protocol.

A change is a value: graphs and subjects to forget, then lines of N-Quads to hold. Applying it twice is applying it
once, which is what lets the library be brought in step after a crash.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Final, Protocol

import httpx
import pyoxigraph as ox

from graph.terms import iri
from ontology.errors import QueryError, StoreError
from ontology.model import Value

RESULTS: Final = "application/sparql-results+json"
QUADS: Final = re.compile(r"^(.*) (<[^<>]*>) \.$")
BATCH: Final = 5_000
MANY: Final = 20_000


class Change(Value, frozen=True):
    """What to forget (whole graphs; all of one subject in one graph) and what to hold then (N-Quads lines)."""

    graphs: tuple[str, ...] = ()
    subjects: tuple[tuple[str, str], ...] = ()
    lines: tuple[str, ...] = ()


class Store(Protocol):
    """What the library asks of a store. Queries name their graphs, since stores differ in their default one."""

    def query(self, text: str, *, accept: str = RESULTS) -> bytes:
        """The result of a query of ours, in the media type asked for; raises QueryError or StoreError."""

    def apply(self, change: Change) -> None:
        """Forget, then hold, in that order."""

    def drop(self, graph: str) -> None:
        """Forget one graph."""

    def flush(self) -> None:
        """Return when all that was applied is on disk."""

    def publish(self, target: Path) -> None:
        """Make a read-only copy at `target`, or nothing where readers use the server itself."""

    def close(self) -> None:
        """Let go of the store."""


class EmbeddedStore:
    """Oxigraph in a directory of its own, opened by one process at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with faults_told(path):
            self.store = ox.Store(str(path))

    def query(self, text: str, *, accept: str = RESULTS) -> bytes:
        """Run a query of ours in this process: strangers' text goes through `graph.workers`."""
        try:
            return serialized(self.store.query(text), accept)
        except SyntaxError as error:
            raise QueryError(f"the query cannot be read: {error}") from error

    def apply(self, change: Change) -> None:
        """Compare with what is held, then remove and add the difference."""
        new = set(ox.parse("".join(change.lines), format=ox.RdfFormat.N_QUADS))
        with faults_told(self.path):
            old = self._held(change)
            for quad in old - new:
                self.store.remove(quad)
            (self.store.extend if len(new) < MANY else self.store.bulk_extend)(new - old)

    def _held(self, change: Change) -> set[ox.Quad]:
        """What the store holds of that which a change forgets."""
        held: set[ox.Quad] = set()
        for graph in change.graphs:
            held.update(self.store.quads_for_pattern(None, None, None, ox.NamedNode(graph)))
        for graph, subject in change.subjects:
            held.update(self.store.quads_for_pattern(ox.NamedNode(subject), None, None, ox.NamedNode(graph)))
        return held

    def drop(self, graph: str) -> None:
        """Forget one graph."""
        with faults_told(self.path):
            self.store.remove_graph(ox.NamedNode(graph))

    def bulk(self, lines: Path) -> None:
        """Fill an empty store from a file of N-Quads and order it for reading: the way to load very many."""
        with faults_told(self.path):
            self.store.bulk_load(path=str(lines), format=ox.RdfFormat.N_QUADS, lenient=True)
            self.store.optimize()

    def dump(self, out: IO[bytes]) -> None:
        """Write everything as N-Quads, in no order."""
        self.store.dump(out, format=ox.RdfFormat.N_QUADS)

    def flush(self) -> None:
        """Return when all that was applied is on disk."""
        with faults_told(self.path):
            self.store.flush()

    def publish(self, target: Path) -> None:
        """A copy by hard links, which takes no room and under a second."""
        with faults_told(self.path):
            self.store.backup(str(target))

    def close(self) -> None:
        """Let go of the directory's lock."""
        del self.store


class EndpointStore:
    """A SPARQL 1.1 server, by its query and update addresses (and a user and password, where it asks for them)."""

    def __init__(
        self, query_url: str, update_url: str | None = None, *, auth: httpx.Auth | tuple[str, str] | None = None
    ) -> None:
        self.query_url = query_url
        self.update_url = update_url
        self.client = httpx.Client(auth=auth, timeout=120, follow_redirects=False)

    def query(self, text: str, *, accept: str = RESULTS) -> bytes:
        """Send a query by POST."""
        return self._post(self.query_url, {"query": text}, accept)

    def apply(self, change: Change) -> None:
        """One update request, in batches only where it would grow too long for a server."""
        forget = [f"DROP SILENT GRAPH {iri(graph)}" for graph in change.graphs]
        forget += [
            f"DELETE WHERE {{ GRAPH {iri(graph)} {{ {iri(subject)} ?p ?o }} }}" for graph, subject in change.subjects
        ]
        batches = [change.lines[start : start + BATCH] for start in range(0, len(change.lines), BATCH)] or [()]
        for index, batch in enumerate(batches):
            operations = [*(forget if index == 0 else ()), *([insertion(batch)] if batch else ())]
            if operations:
                self._update(" ;\n".join(operations))

    def drop(self, graph: str) -> None:
        """Forget one graph."""
        self._update(f"DROP SILENT GRAPH {iri(graph)}")

    def flush(self) -> None:
        """A server that answered has the update: nothing is left to do."""

    def publish(self, target: Path) -> None:
        """Readers use the server itself: nothing is copied."""

    def close(self) -> None:
        """Close the connections."""
        self.client.close()

    def _update(self, text: str) -> None:
        if self.update_url is None:
            raise StoreError("this SPARQL server is read-only here: give its update address")
        self._post(self.update_url, {"update": text}, "*/*")

    def _post(self, url: str, data: dict[str, str], accept: str) -> bytes:
        try:
            answer = self.client.post(url, data=data, headers={"Accept": accept})
        except httpx.HTTPError as error:
            raise StoreError(f"the SPARQL server at {url} does not answer: {error}") from error
        if answer.status_code >= 500:
            raise StoreError(f"the SPARQL server at {url} failed with status {answer.status_code}")
        if answer.status_code >= 400:
            raise QueryError(f"the SPARQL server refused: {answer.status_code} {answer.text[:200]}")
        return answer.content


def insertion(lines: Sequence[str]) -> str:
    """INSERT DATA for lines of N-Quads, grouped by their graph."""
    graphs: dict[str, list[str]] = {}
    for line in lines:
        match = QUADS.match(line.rstrip("\n"))
        if match is None:
            raise ValueError(f"not a quad with a graph: {line!r}")
        graphs.setdefault(match[2], []).append(f"{match[1]} .")
    blocks = [f"GRAPH {graph} {{\n" + "\n".join(triples) + "\n}" for graph, triples in graphs.items()]
    return "INSERT DATA {\n" + "\n".join(blocks) + "\n}"


def serialized(result: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, accept: str) -> bytes:
    """A result in a media type that fits its form; raises QueryError where none does."""
    if isinstance(result, ox.QueryTriples):
        form: ox.RdfFormat | ox.QueryResultsFormat | None = (
            ox.RdfFormat.from_media_type(accept) or ox.RdfFormat.N_TRIPLES
        )
    else:
        form = ox.QueryResultsFormat.from_media_type(accept) or ox.QueryResultsFormat.JSON
    data = result.serialize(format=form)  # type: ignore[arg-type]
    return bytes(data or b"")


@contextlib.contextmanager
def faults_told(path: Path) -> Iterator[None]:
    """Turns what the store fails with into a StoreError that says what to do: it is in use, full, or damaged."""
    try:
        yield
    except (OSError, RuntimeError) as error:
        told = str(error)
        if "lock" in told.casefold() and "LOCK" in told:
            raise StoreError(f"the store at {path} is in use by another process: let it end first") from error
        if "No space left" in told:
            raise StoreError(f"no room is left for the store at {path}: make room, then open it again") from error
        first = told.strip().splitlines()[0] if told.strip() else type(error).__name__
        raise StoreError(f"the store at {path} is damaged or cannot be read: run `phahe rebuild` ({first})") from error
