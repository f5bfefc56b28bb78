"""Published copies of an older phahe, made readable to this one: what was known on a day can be asked for ever.

The catalogue of a copy is made anew, beside the old one, from what the old one holds and, for the claims, from the
copy's own store, which has their rules and quotes. Nothing is resolved again: the copy says what it said.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final, cast

import msgspec
import pyoxigraph as ox

from graph.aliases import NONE
from graph.catalogue import SCHEMA, VERSION, finding, version_of
from graph.outcomes import outcome
from graph.records import sync
from graph.store import faults_told
from graph.values import Node
from ontology.namespaces import PREFIXES

SAME: Final = ("meta", "sources", "locations", "refs", "activities")
"""Tables that are as they always were."""

CLAIMS: Final = """
SELECT ?claim ?rule ?provision ?start ?end ?exact ?prefix ?suffix ?page WHERE { GRAPH ?graph {
  ?claim a phahe:Assertion ; phahe:evidence ?place ; phahe:rule ?rule .
  OPTIONAL { ?claim phahe:provision ?provision }
  ?place oa:hasSelector ?position, ?quote .
  ?position oa:start ?start ; oa:end ?end .
  ?quote oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix .
  OPTIONAL { ?place phahe:page ?page }
} }
"""
CARD: Final = "id, iri, kind, type, level, sphere, place, year, date, seen, ambiguous, body, compact, data"
WORDS: Final = "INSERT INTO words (rowid, number, title, issuer, names) VALUES (?, ?, ?, ?, ?)"


def copies(data: Path) -> None:
    """Take over all published copies of a data directory that an older phahe made."""
    for path in sorted((data / "published").glob("*/catalogue.sqlite")):
        if not path.parent.name.startswith(".") and (version_of(path) or VERSION) < VERSION:
            _taken(path)


def _taken(path: Path) -> None:
    """Make the catalogue of one copy anew; the old one is replaced when the new one is on disk, whole."""
    fresh = path.with_name(".catalogue.sqlite.fresh")
    fresh.unlink(missing_ok=True)
    with closing(sqlite3.connect(f"file:{fresh}", uri=True, isolation_level=None)) as db:
        db.execute(f"PRAGMA user_version = {VERSION}")
        db.executescript(SCHEMA.read_text(encoding="utf-8"))
        db.execute("ATTACH ? AS old", (f"file:{path}?mode=ro&immutable=1",))
        db.execute("BEGIN")
        for table in SAME:
            db.execute(f"INSERT INTO main.{table} SELECT * FROM old.{table}")  # noqa: S608 - names are ours
        db.execute(f"INSERT INTO main.nodes ({CARD}) SELECT {CARD} FROM old.nodes")  # noqa: S608 - names are ours
        _fill(db, path.parent / "store")
        _index(db)
        db.execute("COMMIT")
    fresh.replace(path)
    sync(path.parent)


def _fill(db: sqlite3.Connection, store: Path) -> None:
    """The claims of the old catalogue with their rules, and their quotes, from the store."""
    db.execute(
        'CREATE TEMP TABLE said (iri TEXT PRIMARY KEY, rule, provision, start, "end", exact, prefix, suffix, page)'
    )
    db.executemany("INSERT INTO said VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", _said(store))
    db.execute(
        "INSERT INTO main.claims SELECT o.iri, o.source, o.head, o.predicate, o.tail, o.verdict, o.confidence, "
        's.rule, s.provision, s.start, s."end" FROM old.claims o JOIN said s ON s.iri = o.iri'
    )
    db.execute(
        'INSERT OR IGNORE INTO main.quotes SELECT o.source, s.start, s."end", s.exact, s.prefix, s.suffix, s.page '
        "FROM old.claims o JOIN said s ON s.iri = o.iri"
    )
    db.execute("DROP TABLE said")


def _index(db: sqlite3.Connection) -> None:
    """What finds each card, and what became of each document, as a catalogue has it now."""
    for id_, data in db.execute("SELECT id, data FROM main.nodes").fetchall():
        node = msgspec.msgpack.decode(data, type=Node)
        db.execute(WORDS, (id_, *finding(node, NONE)))
        if node.kind == "document":
            db.execute("UPDATE main.nodes SET status = ? WHERE id = ?", (outcome(db, node).code, id_))


def _said(store: Path) -> Iterator[tuple[str | int | None, ...]]:
    """What the store of a copy has of each assertion."""
    prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    with faults_told(store):
        rows = cast("ox.QuerySolutions", ox.Store.read_only(str(store)).query(prefixes + CLAIMS))
        for row in rows:
            words = [row[name] for name in ("claim", "rule", "provision", "start", "end", "exact", "prefix", "suffix")]
            texts = [None if word is None else word.value for word in words]
            page = cast("ox.Literal | None", row["page"])
            yield (*texts[:3], int(str(texts[3])), int(str(texts[4])), *texts[5:], int(page.value) if page else None)
