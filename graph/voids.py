"""Names that are void now, as the catalogue holds them: what became of each, and the event that made it so."""

from __future__ import annotations

import sqlite3
from typing import Final

import msgspec

from graph.chronicle import Entry, standing_lines
from graph.moves import Moves
from graph.store import Change
from graph.values import Event, Redirect, Tombstone
from ontology import identity
from ontology.namespaces import ID

GRAPH: Final = f"{ID}graph/source/"
WORDS: Final = {"remove": "removal", "register": "change of register", "migrate": "move to a new layout"}


def told(event: Event) -> str:
    """An event in words, for messages: `the load of 2026-03-01T04:05:06Z`."""
    return f"the {WORDS.get(event.act, event.act)} of {event.when}"


class Voids:
    """The tables `events` and `moved` of one catalogue."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db

    def note(self, entry: Entry) -> Change:
        """Note an entry of the log; what its effect on names changes in the log graph."""
        moves = entry.moves
        self.db.execute("INSERT INTO events VALUES (?, ?)", (entry.sequence, msgspec.msgpack.encode(entry.event)))
        self.db.executemany("DELETE FROM moved WHERE iri = ?", [(iri,) for iri in moves.back])
        rows = [(old, entry.sequence, " ".join(targets)) for old, targets in moves.moved]
        rows += [(gone, entry.sequence, "") for gone in moves.gone]
        self.db.executemany("INSERT OR REPLACE INTO moved VALUES (?, ?, ?)", rows)
        subjects = (*moves.back, *(row[0] for row in rows))
        return Change(
            subjects=tuple((identity.LOG, iri) for iri in subjects),
            lines=tuple(standing_lines(entry.event, Moves(moves.moved, moves.gone))),
        )

    def count(self) -> int:
        """How many entries the log has."""
        return int(self.db.execute("SELECT coalesce(max(sequence), 0) FROM events").fetchone()[0])

    def names(self) -> list[str]:
        """All void names, in order."""
        return [row[0] for row in self.db.execute("SELECT iri FROM moved ORDER BY iri")]

    def is_void(self, iri: str) -> bool:
        """Whether a name was given up or withdrawn, and has not come back."""
        return self._row(iri) is not None

    def moved(self, iri: str) -> Redirect | Tombstone | None:
        """What became of a name that is void; None for one that is in use, or never was.

        Where the names that it was given up for became void in their turn, what became of those. The graph of a source
        shares the fate of the source.
        """
        asked = identity.source(iri.removeprefix(GRAPH)) if iri.startswith(GRAPH) else iri
        first = self._row(asked)
        if first is None:
            return None
        event, ahead = first
        found: set[str] = set()
        last, seen = event, {asked}
        while ahead:
            target = ahead.pop()
            if target in seen:
                continue
            seen.add(target)
            row = self._row(target)
            if row is None:
                found.add(target)
            else:
                last = max(last, row[0])
                ahead += row[1]
        if found:
            return Redirect(iri, tuple(sorted(found)), self._event(event))
        return Tombstone(iri, self._event(last))

    def _row(self, iri: str) -> tuple[int, list[str]] | None:
        row = self.db.execute("SELECT event, targets FROM moved WHERE iri = ?", (iri,)).fetchone()
        return (row[0], row[1].split()) if row else None

    def _event(self, sequence: int) -> Event:
        row = self.db.execute("SELECT data FROM events WHERE sequence = ?", (sequence,)).fetchone()
        return msgspec.msgpack.decode(row[0], type=Event)
