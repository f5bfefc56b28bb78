-- The catalogue: what the graph was made of, so that one source can come or go without making all of it anew.
-- It is derived from the records and can always be rebuilt; a copy of it is published with every version.
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sources (
  sha256 TEXT PRIMARY KEY, stamp TEXT NOT NULL, digest TEXT NOT NULL, data BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS locations (location TEXT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (location, sha256)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS refs (
  source TEXT NOT NULL, id TEXT NOT NULL, block TEXT NOT NULL, shelf TEXT, form TEXT NOT NULL, data BLOB NOT NULL,
  iri TEXT NOT NULL DEFAULT '', identity BLOB, PRIMARY KEY (source, id)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS refs_block ON refs (block, form, identity);
CREATE INDEX IF NOT EXISTS refs_iri ON refs (iri, form);
CREATE INDEX IF NOT EXISTS refs_shelf ON refs (shelf) WHERE shelf IS NOT NULL;
CREATE TABLE IF NOT EXISTS claims (
  iri TEXT NOT NULL, source TEXT NOT NULL, head TEXT NOT NULL, predicate TEXT NOT NULL, tail TEXT NOT NULL,
  verdict TEXT, confidence REAL NOT NULL, rule TEXT NOT NULL, provision TEXT, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  PRIMARY KEY (iri)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS quotes (
  source TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, exact TEXT NOT NULL, prefix TEXT NOT NULL,
  suffix TEXT NOT NULL, page INTEGER, PRIMARY KEY (source, start, "end")) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS claims_source ON claims (source);
CREATE INDEX IF NOT EXISTS claims_head ON claims (head, predicate, tail);
CREATE INDEX IF NOT EXISTS claims_tail ON claims (tail, predicate, head);
CREATE INDEX IF NOT EXISTS claims_confidence ON claims (confidence, iri);
CREATE TABLE IF NOT EXISTS activities (iri TEXT PRIMARY KEY, source TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS activities_source ON activities (source);
CREATE TABLE IF NOT EXISTS nodes (
  id INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, type TEXT NOT NULL, level TEXT, sphere TEXT,
  place TEXT, year TEXT, date TEXT, seen INTEGER NOT NULL, ambiguous INTEGER NOT NULL, body TEXT, compact TEXT, status TEXT,
  aliases BLOB, data BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS nodes_body ON nodes (body);
CREATE INDEX IF NOT EXISTS nodes_compact ON nodes (compact);
CREATE INDEX IF NOT EXISTS nodes_type ON nodes (type, date);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (
  number, title, issuer, names, tokenize = 'unicode61', prefix = '1 2', columnsize = 0);
-- Nodes whose card or edges, bodies and sources whose graphs changed since the store was flushed and indexed for a copy.
CREATE TABLE IF NOT EXISTS touched (iri TEXT PRIMARY KEY) WITHOUT ROWID;
-- The log of what was done, and the names that are void now: where each went (nowhere: it was withdrawn), and by what.
CREATE TABLE IF NOT EXISTS events (sequence INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS moved (iri TEXT PRIMARY KEY, event INTEGER NOT NULL, targets TEXT NOT NULL) WITHOUT ROWID;
