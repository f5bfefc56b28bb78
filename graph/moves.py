"""Which names a change makes void: those refined into others, those withdrawn, and those that are there again.

A document's name is made of what is known of it, so a source that comes or goes can change it. Who kept the old name
is led to the new one: the document that the same references, in the same places of the same sources, now turn out to
be. Where no reference is left the name is withdrawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from graph.catalogue import Catalogue
from ontology import identity
from ontology.model import Value

SOURCE: Final = identity.source("")


class Moves(Value, frozen=True, gc=False, omit_defaults=True):
    """What became of names: those `moved`, those `gone`, and those `back` that had been void.

    A moved one stands with what it became: several names, where its references turned out to be of several documents.
    """

    moved: tuple[tuple[str, tuple[str, ...]], ...] = ()
    gone: tuple[str, ...] = ()
    back: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.moved or self.gone or self.back)


class Place(NamedTuple):
    """A reference: its source, its id there, and the block that it is compared in."""

    source: str
    id: str
    block: str


class Names:
    """Which names a catalogue knows, and where each reference leads."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._db = catalogue.db

    def found(self, sha256: str | None = None) -> Iterator[tuple[str, str, str, str]]:
        """Source, id, block and document of the references of one source, or of all."""
        where, values = ("WHERE source = ?", [sha256]) if sha256 else ("", [])
        yield from self._db.execute(f"SELECT source, id, block, iri FROM refs {where}", values)  # noqa: S608 - the text is ours

    def stated(self, sha256: str | None = None) -> Iterator[str]:
        """The assertions and activities of one source, or of all."""
        where, values = ("WHERE source = ?1", [sha256]) if sha256 else ("", [])
        query = f"SELECT iri FROM claims {where} UNION ALL SELECT iri FROM activities {where}"  # noqa: S608 - the text is ours
        yield from (row[0] for row in self._db.execute(query, values))

    def is_document(self, iri: str) -> bool:
        """Whether some reference was found to be this document."""
        return self._db.execute("SELECT 1 FROM refs WHERE iri = ? LIMIT 1", (iri,)).fetchone() is not None

    def is_stated(self, iri: str) -> bool:
        """Whether this is an assertion or an activity of some source."""
        return self.catalogue.claim(iri) is not None or self.catalogue.has_activity(iri)

    def is_there(self, iri: str) -> bool:
        """Whether a document, assertion, activity or source bears this name."""
        sha256 = iri.removeprefix(SOURCE)
        return self.is_document(iri) or self.is_stated(iri) or self.catalogue.source(sha256) is not None


class Watch:
    """Notes what a change takes away, then tells what of it is found no more. `catalogue` is the one being changed."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.names = Names(catalogue)
        self._documents: dict[str, set[Place]] = {}
        self._others: set[str] = set()
        self._sources: set[str] = set()

    def source(self, sha256: str) -> None:
        """Note all that a source names, before it is forgotten or read again."""
        self.everything(self.catalogue, sha256)

    def everything(self, catalogue: Catalogue, sha256: str | None = None) -> None:
        """Note all that a catalogue knows, of one source or of all; it may be that of an older copy."""
        for source, id_, block, iri in Names(catalogue).found(sha256):
            self.reference(iri, Place(source, id_, block))
        self._others.update(Names(catalogue).stated(sha256))
        self._sources.update([sha256] if sha256 else catalogue.stamps())

    def reference(self, iri: str, place: Place) -> None:
        """Note that a reference was found to be this document."""
        if iri:
            self._documents.setdefault(iri, set()).add(place)

    def moves(self, back: Iterable[str]) -> Moves:
        """What became of all that was noted; `back` are names that were void and are borne again."""
        moved, gone = [], []
        now: dict[str, dict[str, set[str]]] = {}
        for iri, places in sorted(self._documents.items()):
            if not self.names.is_document(iri):
                targets = sorted({target for place in places if (target := self._target(place, now))})
                if targets:
                    moved.append((iri, tuple(targets)))
                else:
                    gone.append(iri)
        gone += [iri for iri in self._others if not self.names.is_stated(iri)]
        gone += [identity.source(sha256) for sha256 in self._sources if self.catalogue.source(sha256) is None]
        return Moves(tuple(moved), tuple(sorted(gone)), tuple(sorted(set(back))))

    def _target(self, place: Place, now: dict[str, dict[str, set[str]]]) -> str | None:
        """The document that a reference is now: that of its place, else the only one of its source and block."""
        if place.source not in now:
            found = now[place.source] = {}
            for _, id_, block, iri in self.names.found(place.source):
                found.setdefault(f"{block} {id_}", set()).add(iri)
                found.setdefault(block, set()).add(iri)
        found = now[place.source]
        meant = found.get(f"{place.block} {place.id}") or found.get(place.block) or set()
        return next(iter(meant)) if len(meant) == 1 else None
