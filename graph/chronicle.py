"""The log of what was done to the data: loads, removals, and which names they made void. One line of JSON each.

It is the one thing in a data directory that depends on the order in which sources came, and it is kept apart: the file
`log.jsonl`, only ever added to, and the graph `/id/graph/log`, which is made from it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import msgspec

from graph.moves import Moves
from graph.records import append
from graph.terms import TYPE, Lines, iri, name, text, typed
from graph.values import Event
from ontology import identity
from ontology.errors import StoreError
from ontology.model import Value

FILE: Final = "log.jsonl"


class Entry(Value, frozen=True, gc=False, omit_defaults=True):
    """One line of the log: what was done (see `Event`) and which names it made void. `sequence` counts from 1."""

    sequence: int
    act: str
    when: str
    sources: tuple[str, ...] = ()
    moves: Moves = Moves()

    @property
    def event(self) -> Event:
        """The entry without its effect."""
        name = identity.event(self.sequence, self.act, self.when, *self.sources)
        return Event(name, self.act, self.when, self.sources)


class Chronicle:
    """The log of one data directory. `size` is how much of the file, in bytes, the catalogue accounts for."""

    def __init__(self, root: Path) -> None:
        self.path = root / FILE

    def entries(self, size: int | None = None) -> Iterator[Entry]:
        """The entries in order, of the first `size` bytes or of all; raises StoreError where a line is damaged."""
        data = self.path.read_bytes() if self.path.exists() else b""
        for number, line in enumerate(data[:size].splitlines(), start=1):
            try:
                entry = msgspec.json.decode(line, type=Entry)
            except msgspec.DecodeError as error:
                raise StoreError(
                    f"line {number} of {self.path} is damaged: put the file back from a backup, or take the line out"
                ) from error
            yield msgspec.structs.replace(entry, sequence=number)

    def size(self) -> int:
        """The bytes of the file."""
        return self.path.stat().st_size if self.path.exists() else 0

    def cut(self, size: int) -> None:
        """Take back what was written of a change that was never acknowledged: it is done, and written, again."""
        if self.size() > size:
            with self.path.open("rb+") as file:
                file.truncate(size)
                os.fsync(file.fileno())

    def append(self, entry: Entry) -> int:
        """Write an entry at the end, on disk when this returns; the bytes of the file then."""
        append(self.path, msgspec.json.encode(entry))
        return self.size()


def present(entries: Iterable[Entry]) -> set[str]:
    """The hashes of the sources that are there after these entries."""
    found: set[str] = set()
    for entry in entries:
        gone = set(entry.moves.gone)
        for sha256 in entry.sources:
            (found.discard if identity.source(sha256) in gone else found.add)(sha256)
    return found


def event_lines(entry: Entry) -> list[str]:
    """What the log graph holds of one event: what was done, when, with which sources, and what it made void."""
    lines, event = Lines(identity.LOG), entry.event
    subject, add = iri(event.iri), lines.add
    add(subject, TYPE, name("prov:Activity"))
    add(subject, name("rdfs:label"), text(event.act))
    add(subject, name("prov:endedAtTime"), typed(event.when, "dateTime"))
    for sha256 in event.sources:
        add(subject, name("prov:used"), iri(identity.source(sha256)))
    for gone in (*(old for old, _ in entry.moves.moved), *entry.moves.gone):
        add(subject, name("prov:invalidated"), iri(gone))
    for back in entry.moves.back:
        add(subject, name("prov:generated"), iri(back))
    return lines.sorted()


def standing_lines(event: Event, moves: Moves) -> list[str]:
    """What the log graph holds of the names that an event made void, as long as they are."""
    lines = Lines(identity.LOG)
    for old, targets in (*moves.moved, *((gone, ()) for gone in moves.gone)):
        subject = iri(old)
        lines.add(subject, name("prov:wasInvalidatedBy"), iri(event.iri))
        lines.add(subject, name("prov:invalidatedAtTime"), typed(event.when, "dateTime"))
        for target in targets:
            lines.add(subject, name("dcterms:isReplacedBy"), iri(target))
    return lines.sorted()


def all_lines(entries: Iterable[Entry]) -> Iterator[str]:
    """The whole log graph."""
    standing: dict[str, tuple[Event, tuple[str, ...]]] = {}
    for entry in entries:
        yield from event_lines(entry)
        for old, targets in (*entry.moves.moved, *((gone, ()) for gone in entry.moves.gone)):
            standing[old] = (entry.event, targets)
        for back in entry.moves.back:
            standing.pop(back, None)
    for old, (event, targets) in sorted(standing.items()):
        yield from standing_lines(event, Moves(moved=((old, targets),)))
