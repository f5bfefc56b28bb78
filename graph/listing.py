"""Long lists, a page at a time: each page begins after the last key of the one before, whatever came meanwhile."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

import msgspec

from graph.docket import FILTERS, STATES
from graph.values import Edge, Evidence, Node
from ontology import identity
from ontology.model import Source, Value

if TYPE_CHECKING:
    from graph.docket import Case, Docket
    from graph.reader import Reader
    from ontology.bodies import Body as Known

COLUMNS: Final = {
    "kind": "kind = ?",
    "type": "type = ?",
    "level": "level = ?",
    "sphere": "sphere = ?",
    "province": "place = ?",
    "body": "body = ?",
    "year": "year = ?",
    "since": "date >= ?",
    "until": "date <= ?",
    "seen": "seen = ?",
    "ambiguous": "ambiguous = ?",
}


class Claimed(Value, frozen=True, gc=False):
    """One piece of evidence with the edge that it supports."""

    head: str
    predicate: str
    tail: str
    evidence: Evidence


class Body(Value, frozen=True, gc=False):
    """A body that issues or acts. `documents` counts the documents and activities of the graph that are its own.

    `register` is false for one that only sources name. `valid_from` and `valid_to` are its first and last day.
    """

    iri: str
    name: str
    name_en: str | None = None
    level: str | None = None
    sphere: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    documents: int = 0
    register: bool = True


def nodes(
    reader: Reader, filters: Mapping[str, str | int], *, after: str = "", limit: int = 50
) -> tuple[list[Node], int]:
    """Documents and activities in the order of their IRIs, after one, and how many there are in all.

    `filters` may name `kind`, `type`, `level`, `sphere`, `province` (slug), `body` (IRI), `year`, `seen`, `ambiguous`
    (0 or 1), and `since`, `until`: days, both included.
    """
    db = reader.catalogue.db
    conditions, values = _where(filters)
    total = int(db.execute(f"SELECT count(*) FROM nodes WHERE {conditions}", values).fetchone()[0])  # noqa: S608 - names are ours
    rows = db.execute(
        f"SELECT data FROM nodes WHERE {conditions} AND iri > ? ORDER BY iri LIMIT ?",  # noqa: S608 - names are ours
        [*values, after, limit],
    )
    return [msgspec.msgpack.decode(row[0], type=Node) for row in rows], total


def _where(filters: Mapping[str, str | int]) -> tuple[str, list[str | int]]:
    return " AND ".join(COLUMNS[name] for name in filters) or "1", list(filters.values())


def sources(reader: Reader, *, after: str = "", limit: int = 50) -> tuple[list[Source], int]:
    """Sources in the order of their hashes, after one, and how many there are in all."""
    db = reader.catalogue.db
    total = int(db.execute("SELECT count(*) FROM sources").fetchone()[0])
    rows = db.execute("SELECT data FROM sources WHERE sha256 > ? ORDER BY sha256 LIMIT ?", (after, limit))
    return [msgspec.json.decode(row[0], type=Source) for row in rows], total


def edges(  # noqa: PLR0913 - each narrows the question in its own way
    reader: Reader,
    iri: str,
    directions: Sequence[str],
    predicates: frozenset[str] | None,
    *,
    after: tuple[str, ...] = (),
    limit: int = 50,
) -> tuple[list[Edge], int]:
    """Edges out of a node (`out`) and into it (`into`), each with all its evidence, after one; and their number."""
    catalogue = reader.catalogue
    keys = [("out", name, tail) for name, tail in catalogue.edges_from(iri)] if "out" in directions else []
    keys += [("into", name, head) for name, head in catalogue.edges_into(iri)] if "into" in directions else []
    keys = sorted(one for one in keys if predicates is None or one[1] in predicates)
    shown = [one for one in keys if one > after][:limit]
    ends = [(iri, name, other) if way == "out" else (other, name, iri) for way, name, other in shown]
    return reader.witness.edges(ends), len(keys)


def edge_key(edge: Edge, iri: str) -> tuple[str, str, str]:
    """What `edges` orders by."""
    return ("out", edge.predicate, edge.tail) if edge.head == iri else ("into", edge.predicate, edge.head)


def evidence(reader: Reader, iri: str, *, after: str = "", limit: int = 50) -> tuple[list[Claimed], int]:
    """Every assertion about a node, as head or as tail, in the order of their IRIs, after one; and their number."""
    db = reader.catalogue.db
    total = int(db.execute("SELECT count(*) FROM claims WHERE head = ?1 OR tail = ?1", (iri,)).fetchone()[0])
    rows = db.execute(
        "SELECT iri, head, predicate, tail FROM claims WHERE (head = ?1 OR tail = ?1) AND iri > ?2 "
        "ORDER BY iri LIMIT ?3",
        (iri, after, limit),
    ).fetchall()
    witness = reader.witness
    return [Claimed(head, name, tail, witness.assertion(claim)) for claim, head, name, tail in rows], total


def cases(
    docket: Docket, state: str, filters: Mapping[str, str], *, after: tuple[float, str] = (-1.0, ""), limit: int = 50
) -> tuple[list[Case], int]:
    """Claims in a state (`graph.docket.STATES`), least sure first, after one (confidence, IRI); and their number.

    `filters` may name `predicate`, `source`, `head`, `tail`.
    """
    db: sqlite3.Connection = docket.reader.catalogue.db
    given = {FILTERS[name]: value for name, value in filters.items()}
    where, values = " AND ".join([STATES[state], *(f"{column} = ?" for column in given)]), list(given.values())
    total = int(db.execute(f"SELECT count(*) FROM claims WHERE {where}", values).fetchone()[0])  # noqa: S608 - names are ours
    rows = db.execute(
        f"SELECT iri FROM claims WHERE {where} AND (confidence, iri) > (?, ?) ORDER BY confidence, iri LIMIT ?",  # noqa: S608 - our own conditions
        [*values, *after, limit],
    ).fetchall()
    return [docket.case(row[0]) for row in rows], total


def bodies(reader: Reader, *, after: str = "", limit: int = 50) -> tuple[list[Body], int]:
    """The bodies of the register, and those that sources name besides, in the order of their IRIs; and their number."""
    named = {row[0] for row in reader.catalogue.db.execute("SELECT DISTINCT body FROM nodes WHERE body IS NOT NULL")}
    known = _known(reader)
    iris = sorted({*named, *known})
    shown = [iri for iri in iris if iri > after][:limit]
    return [_body(reader, iri, known.get(iri)) for iri in shown], len(iris)


def one_body(reader: Reader, iri: str) -> Body | None:
    """The body of this IRI; None where neither the register nor any source has it."""
    known = _known(reader).get(iri)
    return _body(reader, iri, known) if known or reader.catalogue.bearer(iri) else None


def _known(reader: Reader) -> dict[str, Known]:
    return {identity.body(body.id): body for body in reader.register.bodies.bodies.values()}


def _body(reader: Reader, iri: str, known: Known | None) -> Body:
    """One body, from the register where it has it, else from what the graph says of it."""
    (count,) = reader.catalogue.db.execute("SELECT count(*) FROM nodes WHERE body = ?", (iri,)).fetchone()
    if known is not None:
        described = (known.name, known.name_en or None, known.level, known.sphere, known.valid_from, known.valid_to)
        return Body(iri, *described, documents=count)
    bearer = reader.catalogue.bearer(iri)
    assert bearer, "a body that no register has is that of some node"
    return Body(iri, bearer.issuer or "", None, bearer.level, bearer.sphere, documents=count, register=False)
