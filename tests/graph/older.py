"""A data directory as layout 1 was: no log, no count of it in copies, and a catalogue that left quotes to the store."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pyoxigraph as ox

from ontology import identity

NOTE = b'{"layout": 1}\n'
VERSION = 3
CLAIMS = """
CREATE TABLE claims (
  iri TEXT NOT NULL, source TEXT NOT NULL, head TEXT NOT NULL, predicate TEXT NOT NULL, tail TEXT NOT NULL,
  verdict TEXT, confidence REAL NOT NULL, PRIMARY KEY (iri)) WITHOUT ROWID;
CREATE INDEX claims_source ON claims (source);
CREATE INDEX claims_head ON claims (head, predicate, tail);
CREATE INDEX claims_tail ON claims (tail, predicate, head);
CREATE INDEX claims_confidence ON claims (confidence, iri);
"""
LATER = ("quotes", "events", "moved")
WORDS = """
CREATE TEMP TABLE kept AS SELECT rowid AS id, number, title, issuer FROM words;
DROP TABLE words;
CREATE VIRTUAL TABLE words USING fts5 (number, title, issuer, tokenize = 'unicode61');
INSERT INTO words (rowid, number, title, issuer) SELECT * FROM kept;
ALTER TABLE nodes DROP COLUMN status;
ALTER TABLE nodes DROP COLUMN aliases;
"""


def made_older(data: Path) -> None:
    """Take from a closed data directory what layout 1 did not have."""
    (data / "log.jsonl").unlink(missing_ok=True)
    for copy in (path.parent for path in (data / "published").glob("*/catalogue.sqlite")):
        (copy / "events").unlink(missing_ok=True)
        _without_log(copy / "store")
    for catalogue in [data / "live" / "catalogue.sqlite", *(data / "published").glob("*/catalogue.sqlite")]:
        _catalogue(catalogue)
    for store in (data / "live").glob("store-*"):
        _without_log(store)
    (data / "layout.json").write_bytes(NOTE)


def _without_log(path: Path) -> None:
    store = ox.Store(str(path))
    store.remove_graph(ox.NamedNode(identity.LOG))
    store.flush()


def _catalogue(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        rows = db.execute("SELECT iri, source, head, predicate, tail, verdict, confidence FROM claims").fetchall()
        for table in ("claims", *LATER):
            db.execute(f"DROP TABLE {table}")
        db.executescript(CLAIMS + WORDS)
        db.executemany("INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        db.execute("DELETE FROM meta WHERE name = 'log'")
        db.execute(f"PRAGMA user_version = {VERSION}")
