"""The catalogue of a data directory: references by block, claims by end, and the card of every node, in SQLite.

It is derived from the records and never the truth. The writer commits it last, so that what it says of a source holds
for the store as well; a source that it does not yet (or still) know is brought in step when the library opens.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

import msgspec
from msgspec.structs import astuple, replace

from graph.aliases import NONE, Aliases
from graph.asking import compact, indexed
from graph.cards import Named
from graph.quads import Claim, Quote
from graph.references import Reference
from graph.replicas import Original
from graph.resolution import Identity
from graph.values import Node
from ontology.errors import StoreError
from ontology.model import Source

SCHEMA: Final = Path(__file__).with_name("catalogue.sql")
VERSION: Final = 7
NEWER: Final = ("a newer", "use that one")
CARDS: Final = "SELECT n.iri, n.data FROM json_each(?) AS asked CROSS JOIN nodes n ON n.iri = asked.value"
TABLES: Final = (
    "meta", "sources", "locations", "refs", "claims", "quotes", "activities", "nodes", "words",
    "events", "moved", "touched",
)  # fmt: skip


class Catalogue:
    """One open catalogue. Every change belongs to a transaction that `commit` ends."""

    def __init__(self, path: Path, *, readonly: bool = False) -> None:
        address = f"file:{path}?mode=ro&immutable=1" if readonly else f"file:{path}"
        try:
            self.db = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
            if not readonly:
                self.original = Original(path, self.db)
                self._renew()
                self.db.executescript(SCHEMA.read_text(encoding="utf-8"))
                self.db.execute("BEGIN")
            self.db.execute("SELECT count(*) FROM meta").fetchone()
            (version,) = self.db.execute("PRAGMA user_version").fetchone()
        except sqlite3.DatabaseError as error:
            raise StoreError(f"the catalogue {path} is damaged: run `phahe rebuild` ({error})") from error
        if version != VERSION:
            self.close()
            other, advice = ("an older", "run `phahe rebuild`, which takes it over") if version < VERSION else NEWER
            raise StoreError(f"the published copy {path.parent.name} was made by {other} phahe: {advice}")

    def _renew(self) -> None:
        """Drop what another version of phahe derived: the library makes it anew from the records."""
        (version,) = self.db.execute("PRAGMA user_version").fetchone()
        if version != VERSION:
            for (table,) in self.db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                if not table.startswith(("sqlite_", "words_")):
                    self.db.execute(f"DROP TABLE IF EXISTS {table}")
            self.db.execute(f"PRAGMA user_version = {VERSION}")

    def commit(self) -> None:
        """Make the changes hold, on disk, and begin the next transaction."""
        self.db.execute("COMMIT")
        self.db.execute("BEGIN")

    def rollback(self) -> None:
        """Forget the changes since the last commit."""
        self.db.execute("ROLLBACK")
        self.db.execute("BEGIN")

    @contextmanager
    def resting(self) -> Iterator[Original]:
        """The file between transactions, to be copied; uncommitted changes are forgotten."""
        self.db.execute("ROLLBACK")
        try:
            yield self.original
        finally:
            self.db.execute("BEGIN")

    def clear(self) -> None:
        """Forget everything, within a transaction of its own that is to fill it anew."""
        with self.resting() as file:
            file.rewrite()
        for table in TABLES:
            self.db.execute(f"DELETE FROM {table}")  # noqa: S608 - names are ours

    def close(self) -> None:
        """Close the file, uncommitted changes forgotten."""
        if self.db.in_transaction:
            # What cannot be noted now makes the next copy a whole one.
            with suppress(sqlite3.Error, StoreError, OSError), self.resting() as file:
                file.settle()
        self.db.close()

    def meta(self, name: str) -> str | None:
        """A named value of the catalogue itself."""
        row = self.db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def set_meta(self, name: str, value: str) -> None:
        """Set a named value."""
        self.db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def stamps(self) -> dict[str, str]:
        """Each source known here with the stamp of its record when it was read."""
        return dict(self.db.execute("SELECT sha256, stamp FROM sources"))

    def readings(self) -> Iterator[tuple[str, str]]:
        """Each source and the digest of its reading, in order: what the version of a build is made of."""
        yield from self.db.execute("SELECT sha256, digest FROM sources ORDER BY sha256")

    def sources(self) -> list[Source]:
        """All sources, in the order of their hashes."""
        rows = self.db.execute("SELECT data FROM sources ORDER BY sha256")
        return [msgspec.json.decode(row[0], type=Source) for row in rows]

    def source(self, sha256: str) -> tuple[Source, str] | None:
        """A source and the digest of its reading."""
        row = self.db.execute("SELECT data, digest FROM sources WHERE sha256 = ?", (sha256,)).fetchone()
        return (msgspec.json.decode(row[0], type=Source), row[1]) if row else None

    def sources_named(self, name: str) -> list[str]:
        """Hashes of the sources met at this location, else those whose hash begins so."""
        found = self.db.execute("SELECT sha256 FROM locations WHERE location = ? ORDER BY sha256", (name,)).fetchall()
        if not found and len(name) >= 6 and all(letter in "0123456789abcdef" for letter in name):
            range_ = (name, name + "g")
            found = self.db.execute("SELECT sha256 FROM sources WHERE sha256 >= ? AND sha256 < ?", range_).fetchall()
        return [row[0] for row in found]

    def put_source(self, source: Source, stamp: str, digest: str) -> None:
        """Note a source and where it was met."""
        data = msgspec.json.encode(source)
        self.db.execute("INSERT OR REPLACE INTO sources VALUES (?, ?, ?, ?)", (source.sha256, stamp, digest, data))
        rows = [(location, source.sha256) for location in source.locations]
        self.db.executemany("INSERT OR IGNORE INTO locations VALUES (?, ?)", rows)

    def forget_source(self, sha256: str) -> None:
        """Forget a source with its references, claims and activities."""
        tables = {
            "sources": "sha256",
            "locations": "sha256",
            "refs": "source",
            "claims": "source",
            "quotes": "source",
            "activities": "source",
        }
        for table, column in tables.items():
            self.db.execute(f"DELETE FROM {table} WHERE {column} = ?", (sha256,))  # noqa: S608 - names are ours

    def put_references(self, named: Iterable[Named]) -> None:
        """Note the references of a source, not yet resolved."""
        rows = [
            (one.reference.source, one.reference.id, one.reference.block, one.reference.shelf, _form(one), _packed(one))
            for one in named
        ]
        self.db.executemany("INSERT INTO refs (source, id, block, shelf, form, data) VALUES (?, ?, ?, ?, ?, ?)", rows)

    def blocks_of(self, sha256: str) -> set[str]:
        """The blocks and shelves that a source's references lie in."""
        rows = self.db.execute(
            "SELECT block FROM refs WHERE source = ?1 UNION SELECT shelf FROM refs WHERE source = ?1", (sha256,)
        )
        return {row[0] for row in rows if row[0]}

    def iris_of(self, sha256: str) -> set[str]:
        """The documents that a source's references were found to be."""
        return {row[0] for row in self.db.execute("SELECT DISTINCT iri FROM refs WHERE source = ?", (sha256,))}

    def block(self, block: str) -> dict[str, Reference]:
        """One reference for each form there is in a block, weighted by how many state the same; by form."""
        return {form: named.reference for form, named, _ in self._forms("block", block)}

    def shelf(self, shelf: str) -> list[tuple[Reference, str]]:
        """One full reference for each form with a title of this shelf, and the document it was found to be."""
        return [
            (named.reference, found.iri)
            for _, named, found in self._forms("shelf", shelf)
            if found and named.reference.series
        ]

    def namings(self, block: str, form: str) -> list[Reference]:
        """All references of one form, for those whose identity is their own naming."""
        query = "SELECT data, source, id FROM refs WHERE block = ? AND form = ? ORDER BY source, id"
        return [_named(*row).reference for row in self.db.execute(query, (block, form))]

    def resolve(
        self, block: str, form: str, found: Identity, one: Reference | None = None
    ) -> list[tuple[str, str, str]]:
        """Note what the references of a form (or `one` of them) were found to be; of changes source, id, former IRI."""
        data = msgspec.msgpack.encode(found)
        where, values = "block = ? AND form = ? AND identity IS NOT ?", [block, form, data]
        if one:
            where, values = where + " AND source = ? AND id = ?", [*values, one.source, one.id]
        changed = self.db.execute(f"SELECT source, id, iri FROM refs WHERE {where}", values).fetchall()  # noqa: S608 - names are ours
        if changed:
            self.db.execute(f"UPDATE refs SET iri = ?, identity = ? WHERE {where}", [found.iri, data, *values])  # noqa: S608 - our own condition
        return changed

    def forms_of(self, iri: str) -> list[tuple[Named, Identity]]:
        """One naming for each form of those found to be this document, weighted by how many state the same."""
        return [(named, found) for _, named, found in self._forms("iri", iri) if found]

    def references_to(self, iri: str, limit: int = -1) -> list[tuple[Named, Identity]]:
        """The references that were found to be this document, in order."""
        query = "SELECT data, source, id, identity FROM refs WHERE iri = ? ORDER BY source, id LIMIT ?"
        return [(_named(*row[:3]), _identity(row[3])) for row in self.db.execute(query, (iri, limit))]

    def _forms(self, column: str, value: str) -> list[tuple[str, Named, Identity | None]]:
        """One naming for each form, the first of its references standing for it, with how many there are."""
        query = (
            f"SELECT form, data, source, id, identity, count(*), min(source || id) FROM refs WHERE {column} = ? "  # noqa: S608 - names are ours
            "GROUP BY form ORDER BY form"
        )
        return [
            (form, _weighted(_named(data, source, id_), count), None if found is None else _identity(found))
            for form, data, source, id_, found, count, _ in self.db.execute(query, (value,))
        ]

    def identities_of(self, sha256: str) -> dict[str, Identity]:
        """What each document of a source was found to be, by its id."""
        rows = self.db.execute("SELECT id, identity FROM refs WHERE source = ?", (sha256,))
        return {row[0]: _identity(row[1]) for row in rows}

    def put_claims(self, sha256: str, claims: Iterable[Claim], verdicts: Mapping[str, str]) -> None:
        """Replace the claims of a source and their quotes; `verdicts` are what reviewers say of them, by IRI."""
        self.db.execute("DELETE FROM claims WHERE source = ?", (sha256,))
        self.db.execute("DELETE FROM quotes WHERE source = ?", (sha256,))
        quotes: dict[tuple[int, int], Quote] = {}
        rows = []
        for one in claims:
            quotes[one.quote.start, one.quote.end] = one.quote
            rows.append(
                (one.iri, sha256, one.head, one.predicate, one.tail, verdicts.get(one.iri), round(one.confidence, 4),
                 one.rule, one.provision, one.quote.start, one.quote.end)
            )  # fmt: skip
        self.db.executemany("INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        words = [(sha256, *astuple(quote)) for quote in quotes.values()]
        self.db.executemany("INSERT INTO quotes VALUES (?, ?, ?, ?, ?, ?, ?)", words)

    def ends_of(self, sha256: str) -> set[str]:
        """Heads of the claims of a source."""
        return {row[0] for row in self.db.execute("SELECT DISTINCT head FROM claims WHERE source = ?", (sha256,))}

    def edges_from(self, head: str) -> list[tuple[str, str]]:
        """Predicate and tail of each edge out of a node that some unrejected claim supports."""
        query = "SELECT DISTINCT predicate, tail FROM claims WHERE head = ? AND verdict IS NOT 'rejected' ORDER BY 1, 2"
        return list(self.db.execute(query, (head,)))

    def edges_into(self, tail: str) -> list[tuple[str, str]]:
        """Predicate and head of each edge into a node that some unrejected claim supports."""
        query = "SELECT DISTINCT predicate, head FROM claims WHERE tail = ? AND verdict IS NOT 'rejected' ORDER BY 1, 2"
        return list(self.db.execute(query, (tail,)))

    def edges(self) -> Iterator[tuple[str, str, str]]:
        """Every supported edge, once for each claim that supports it, in no order."""
        yield from self.db.execute("SELECT head, predicate, tail FROM claims WHERE verdict IS NOT 'rejected'")

    def claim(self, iri: str) -> tuple[str, str, str, str] | None:
        """Source, head, predicate and tail of a claim."""
        row = self.db.execute("SELECT source, head, predicate, tail FROM claims WHERE iri = ?", (iri,)).fetchone()
        return (row[0], row[1], row[2], row[3]) if row else None

    def put_activities(self, sha256: str, iris: Iterable[str]) -> None:
        """Replace the activities of a source."""
        self.db.execute("DELETE FROM activities WHERE source = ?", (sha256,))
        self.db.executemany("INSERT INTO activities VALUES (?, ?)", [(iri, sha256) for iri in iris])

    def touch(self, iris: Iterable[str]) -> None:
        """Note nodes whose card or edges changed, bodies, and graphs of sources."""
        self.db.executemany("INSERT OR IGNORE INTO touched VALUES (?)", [(iri,) for iri in iris])

    def touched(self) -> list[str]:
        """What was noted since the last copy, in order."""
        return [row[0] for row in self.db.execute("SELECT iri FROM touched ORDER BY iri")]

    def activities_of(self, sha256: str) -> set[str]:
        """The activities that a source tells of."""
        return {row[0] for row in self.db.execute("SELECT iri FROM activities WHERE source = ?", (sha256,))}

    def has_activity(self, iri: str) -> bool:
        """Whether some source tells of this activity."""
        return self.db.execute("SELECT 1 FROM activities WHERE iri = ?", (iri,)).fetchone() is not None

    def node(self, iri: str) -> Node | None:
        """The card of a node."""
        row = self.db.execute("SELECT data FROM nodes WHERE iri = ?", (iri,)).fetchone()
        return msgspec.msgpack.decode(row[0], type=Node) if row else None

    def has_node(self, iri: str) -> bool:
        """Whether there is a node of this name."""
        return self.db.execute("SELECT 1 FROM nodes WHERE iri = ?", (iri,)).fetchone() is not None

    def nodes(self, iris: Iterable[str]) -> dict[str, Node]:
        """The cards of several nodes, in the order asked for, all in one query."""
        asked = list(iris)
        found = dict(self.db.execute(CARDS, (listed(asked),)))
        return {iri: msgspec.msgpack.decode(found[iri], type=Node) for iri in asked if iri in found}

    def put_node(self, node: Node, called: Aliases = NONE) -> None:
        """Note or replace a card, and the words that find it: its own, and those it is `called` by besides."""
        self.forget_node(node.iri)
        values = (
            node.iri, node.kind, node.type, node.level, node.sphere, node.place, (node.date or "")[:4] or None,
            node.date, node.seen, bool(node.ambiguous), node.issuer_iri, compact(node.number or ""),
            msgspec.msgpack.encode(called), msgspec.msgpack.encode(node),
        )  # fmt: skip
        columns = "iri, kind, type, level, sphere, place, year, date, seen, ambiguous, body, compact, aliases, data"
        marks = ", ".join("?" * len(values))
        cursor = self.db.execute(f"INSERT INTO nodes ({columns}) VALUES ({marks})", values)  # noqa: S608 - names are ours
        insert = "INSERT INTO words (rowid, number, title, issuer, names) VALUES (?, ?, ?, ?, ?)"
        self.db.execute(insert, (cursor.lastrowid, *finding(node, called)))

    def called(self, iri: str) -> Aliases | None:
        """What a node is called by besides its card; None where there is no such node."""
        row = self.db.execute("SELECT aliases FROM nodes WHERE iri = ?", (iri,)).fetchone()
        return msgspec.msgpack.decode(row[0], type=Aliases) if row and row[0] else None

    def set_status(self, iri: str, code: str) -> None:
        """Note what became of a document in the end."""
        self.db.execute("UPDATE nodes SET status = ?2 WHERE iri = ?1 AND status IS NOT ?2", (iri, code))

    def forget_node(self, iri: str) -> None:
        """Forget a card and its words."""
        row = self.db.execute("DELETE FROM nodes WHERE iri = ? RETURNING id", (iri,)).fetchone()
        if row:
            self.db.execute("DELETE FROM words WHERE rowid = ?", row)

    def bearer(self, body: str) -> Node | None:
        """A node whose issuer or actor is this body: the first in order, or None where none is left."""
        row = self.db.execute("SELECT data FROM nodes WHERE body = ? ORDER BY iri LIMIT 1", (body,)).fetchone()
        return msgspec.msgpack.decode(row[0], type=Node) if row else None


def finding(node: Node, called: Aliases) -> tuple[str, ...]:
    """The words that find a card, as the index keeps them: number and label, titles, issuer, other names and date."""
    number, title = f"{node.number or ''} {node.label}", f"{node.title or ''} {called.titles}"
    return tuple(indexed(text or "") for text in (number, title, node.issuer, f"{called.names} {node.date or ''}"))


def listed(values: Iterable[object]) -> str:
    """A list as one value of a query."""
    return msgspec.json.encode(list(values)).decode()


def version_of(path: Path) -> int | None:
    """The version of the catalogue in a file, from its header; None where the file is no catalogue."""
    with path.open("rb") as file:
        header = file.read(64)
    return int.from_bytes(header[60:64], "big") if header.startswith(b"SQLite format 3\0") else None


def _named(data: bytes, source: str, id_: str) -> Named:
    one = msgspec.msgpack.decode(data, type=Named)
    return replace(one, reference=replace(one.reference, source=source, id=id_))


def _identity(data: bytes) -> Identity:
    return msgspec.msgpack.decode(data, type=Identity)


def _packed(one: Named) -> bytes:
    """A naming without the source and id that stand beside it."""
    return msgspec.msgpack.encode(replace(one, reference=replace(one.reference, source="", id="")))


def _weighted(one: Named, count: int) -> Named:
    return replace(one, reference=replace(one.reference, weight=count))


def _form(one: Named) -> str:
    """What tells one statement of a document from another, whoever makes it."""
    naming = "" if one.reference.number else one.reference.naming
    return hashlib.sha256(_packed(replace(one, reference=replace(one.reference, naming=naming)))).hexdigest()[:24]
