"""What changed in the graph about a document: sources that came and left, verdicts, and the releases that have it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final

import msgspec

from graph.catalogue import listed
from graph.docket import Docket
from ontology.model import Value

if TYPE_CHECKING:
    from graph.reader import Reader

SOURCES: Final = 200
EVENTS: Final = 100
RELEASES: Final = 24
STATING: Final = (
    "SELECT DISTINCT source FROM refs WHERE iri = ?1 UNION SELECT source FROM activities WHERE iri = ?1 LIMIT ?2"
)
LOADED: Final = (
    "SELECT sequence, data FROM events WHERE EXISTS ("
    "SELECT 1 FROM json_each(?) AS asked WHERE instr(events.data, CAST(asked.value AS BLOB))"
    ") ORDER BY sequence DESC LIMIT ?"
)


class Change(Value, frozen=True):
    """Something that happened to what is known of a document.

    `act` is that of an event (`load`, `remove`, ...) or of a verdict (`confirmed`, ...), or `release` where a published
    copy was the first to have it, `release_without` where one was the first to lack it. `sources` are the hashes of the
    sources concerned, with their titles; `by` and `why` are a reviewer's. `subject` is the assertion or the version.
    """

    when: str
    act: str
    sources: tuple[tuple[str, str | None], ...] = ()
    by: str = ""
    why: str = ""
    subject: str = ""


class _Event(msgspec.Struct):
    act: str
    when: str
    sources: tuple[str, ...] = ()


def history(reader: Reader, iri: str) -> list[Change]:
    """What changed about a node, newest first. Of many loads, verdicts and releases the newest are told."""
    found = [*_loads(reader, iri), *_verdicts(reader, iri), *_releases(reader, iri)]
    return sorted(found, key=lambda one: one.when, reverse=True)


def _loads(reader: Reader, iri: str) -> list[Change]:
    db = reader.catalogue.db
    hashes = [row[0] for row in db.execute(STATING, (iri, SOURCES))]
    titles = {sha256: known[0].title for sha256 in hashes if (known := reader.catalogue.source(sha256))}
    found = []
    for _, data in db.execute(LOADED, (listed(hashes), EVENTS)):
        event = msgspec.msgpack.decode(data, type=_Event)
        mine = tuple((sha256, titles[sha256]) for sha256 in event.sources if sha256 in titles)
        found.append(Change(event.when, event.act, mine))
    return found


def _verdicts(reader: Reader, iri: str) -> list[Change]:
    """The verdicts on claims at whose end the document stands."""
    found = []
    for one in Docket(reader).log:
        claim = reader.catalogue.claim(one.claim.assertion) if one.claim.assertion else None
        if claim and iri in {claim[1], claim[3]}:
            found.append(Change(one.when, one.act, by=one.by, why=one.why, subject=one.claim.assertion))
    return found[-EVENTS:]


def _releases(reader: Reader, iri: str) -> list[Change]:
    """The published copies from which, and to which, the document was there; of those that are still kept."""
    found, before = [], None
    for one in reader.published.history()[-RELEASES:]:
        path = reader.published.root / one.version / "catalogue.sqlite"
        if not path.exists():
            continue
        there = _holds(path.as_posix(), iri)
        if there != (before or False):
            found.append(Change(one.at, "release" if there else "release_without", subject=one.version))
        before = there
    return found


def _holds(path: str, iri: str) -> bool:
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as db:
        return db.execute("SELECT 1 FROM nodes WHERE iri = ?", (iri,)).fetchone() is not None
