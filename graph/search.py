"""Finding documents by number or by words, with or without diacritics: SQLite's full text over text that we fold.

All words of a query must stand somewhere in what a document is called (`graph.aliases`). What is found is weighed by
how it is called so: the very number first, then the figure at the head of the number, then the words as a name of the
document, of its issuer, in its title; then by how much leads to it. Equals come newest first, then by IRI.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from graph import clocks
from graph.asking import NUMBER, Question, compact, everywhere, leading, opening, phrase, question, reading, words
from graph.columns import Columns, Flags
from graph.values import Hit, Node, Results
from ontology import identity
from ontology.errors import WrongUse

FACETS: Final = ("type", "level", "sphere", "body", "province", "year", "status", "evidence", "review")
FLAGGED: Final = ("seen", "ambiguous", "evidence", "review")
FILTERS: Final = ("kind", "type", "level", "sphere", "body", "province", "year", "status", *FLAGGED)
AS_OF: Final = "as_of"
MOST_VALUES: Final = 60
MOST_CHOSEN: Final = 100
SAME_NUMBER: Final = 1000
LEADING: Final = 200
OF_TYPE: Final = 100
PHRASES: Final = {"names": 60, "issuer": 25, "title": 20}
OPENING: Final = 10
OF_YEAR: Final = 30
PARTLY_KNOWN: Final = -8
DAYS: Final = 1 << 27
NODES: Final = 1 << 24

Filters = Mapping[str, str | Iterable[str]]
Places = NDArray[np.int64]


def find(  # noqa: PLR0913 - each narrows the question in its own way
    db: sqlite3.Connection,
    query: str,
    *,
    limit: int = 20,
    offset: int = 0,
    filters: Filters | None = None,
    columns: Columns | None = None,
    typing: bool = False,
) -> Results:
    """A page of what a query finds, with counts by facet over all that it finds.

    A filter may have several values: any of them will do. The counts of a facet leave its own filter out, so that they
    say what choosing another value would give. `columns` are those of this database, where they are at hand. The last
    word is taken as one that may be only begun where nothing holds it whole, and always while it is `typing`.
    """
    if limit < 0 or offset < 0:
        raise WrongUse("limit and offset must not be negative")
    columns = columns or Columns(db)
    chosen = {name: masked(columns, name, given) for name, given in (filters or {}).items()}
    asked = question(query, typing=typing)
    if not asked.groups and query.strip():
        return Results(query, (), 0, {})
    everything: Places = np.arange(columns.size)
    found = matched(db, columns, everywhere(asked)) if asked.groups else everything
    if not len(found) and not typing and not asked.words[-1][0].isdigit():
        asked = question(query, typing=True)
        found = matched(db, columns, everywhere(asked))
    kept = found[_all(chosen.values(), found)]
    weight = weights(db, columns, asked, kept)
    best = _best(weight, columns, kept, offset + limit)[offset:]
    return Results(query, _hits(db, columns, kept[best], weight[best]), len(kept), facets(columns, found, chosen))


def answers(db: sqlite3.Connection, columns: Columns, asked: Question, count: int) -> tuple[Hit, ...]:
    """The first answers to a question, without counting what else it finds."""
    found = matched(db, columns, everywhere(asked))
    weight = weights(db, columns, asked, found)
    best = _best(weight, columns, found, count)
    return _hits(db, columns, found[best], weight[best])


def matched(db: sqlite3.Connection, columns: Columns, expression: str) -> Places:
    """Where the nodes stand that a full-text expression finds."""
    # One text of numbers comes out of SQLite many times faster than as many rows.
    (ids,) = db.execute("SELECT group_concat(rowid) FROM words WHERE words MATCH ?", (expression,)).fetchone()
    return columns.positions(np.fromstring(ids, dtype=np.int64, sep=",")) if ids else np.zeros(0, dtype=np.int64)


def masked(columns: Columns, name: str, given: str | Iterable[str]) -> Flags:
    """The nodes that a filter lets through; raises WrongUse for a filter or a value that is none."""
    values = [given] if isinstance(given, str) else list(given)
    if name not in FILTERS and name != AS_OF:
        raise WrongUse(f"there is no filter {name!r}; there are: {', '.join(sorted({*FILTERS, AS_OF}))}")
    if len(values) > MOST_CHOSEN:
        raise WrongUse(f"a filter has at most {MOST_CHOSEN} values")
    if name == AS_OF:
        return columns.until(max(clocks.day(value) for value in values))
    if name not in FLAGGED:
        return columns.texts[name].holding(values)
    wrong = [value for value in values if value not in {"true", "false"}]
    if wrong:
        raise WrongUse(f"filter {name} is true or false, not {wrong[0]!r}")
    flags = columns.flags[name]
    found: Flags = np.isin(flags, [value == "true" for value in values])
    return found


def facets(columns: Columns, found: Places, chosen: Mapping[str, Flags]) -> dict[str, tuple[tuple[str, int], ...]]:
    """What is found by facet, the commonest values first."""
    counted = {}
    for facet in FACETS:
        rest = found[_all((mask for name, mask in chosen.items() if name != facet), found)]
        if facet in FLAGGED:
            yes = int(np.count_nonzero(columns.flags[facet][rest]))
            pairs = [("true", yes), ("false", len(rest) - yes)]
        else:
            pairs = columns.texts[facet].counts(rest, MOST_VALUES)
        counted[facet] = tuple(pair for pair in pairs if pair[1])
    return counted


def weights(db: sqlite3.Connection, columns: Columns, asked: Question, kept: Places) -> Places:
    """How well each of these nodes answers to a query: a number, the greater the better."""
    if not asked.groups or not len(kept):
        return np.zeros(len(kept), dtype=np.int64)
    weight = np.zeros(columns.size, dtype=np.int64)
    if asked.number:
        same = db.execute("SELECT id FROM nodes WHERE compact = ?", (asked.number,)).fetchall()
        weight[columns.positions(np.array([row[0] for row in same], dtype=np.int64))] += SAME_NUMBER
    if asked.counts:
        weight[matched(db, columns, leading(asked))] += LEADING
        weight[columns.texts["year"].holding(asked.counts)] += OF_YEAR
    for column, worth in PHRASES.items():
        weight[matched(db, columns, phrase(asked, column))] += worth
    weight[matched(db, columns, opening(asked))] += OPENING
    if asked.kind:
        weight[columns.texts["type"].holding([asked.kind]) & columns.texts["kind"].holding(["document"])] += OF_TYPE
    reached = np.log2(columns.degrees[1][kept] + 1).astype(np.int64)
    found: Places = (
        weight[kept] + np.minimum(reached, 12) + 2 * columns.flags["seen"][kept] + PARTLY_KNOWN * columns.loose[kept]
    )
    return found


def bearing(found: Results) -> tuple[Node, ...]:
    """Those of the answers that bear the very number that was asked for."""
    return tuple(hit.node for hit in found.hits if hit.score >= SAME_NUMBER)


def by_number(db: sqlite3.Connection, number: str) -> list[Node]:
    """The documents that bear exactly this number, however it is written.

    Words after it (`489/QĐ-TTg 2020`, `12-CTr/TU Cao Bằng`) must stand in the label, date or issuer.
    """
    match = NUMBER.search(number)
    if match is None:
        return []
    rows = db.execute("SELECT data FROM nodes WHERE compact = ? AND compact != '' ORDER BY iri", (compact(match[0]),))
    found = [msgspec.msgpack.decode(row[0], type=Node) for row in rows]
    rest = set(words(number[: match.start()] + " " + number[match.end() :]))
    return [node for node in found if rest <= set(words(f"{node.label} {node.date} {node.issuer}"))]


def named(db: sqlite3.Connection, name: str) -> list[Node]:
    """The documents that a bare number means, with a type (`Chỉ thị 37`) or without (`37`), whatever their symbol."""
    code, rest = reading(name)
    if len(rest) != 1 or len(rest[0]) != 1 or not rest[0][0].isdigit():
        return []
    begins = rest[0][0]
    rows = db.execute(
        "SELECT data FROM nodes WHERE (?1 IS NULL OR type = ?1) AND compact >= ?2 AND compact < ?3 ORDER BY iri",
        (code, begins, begins + "~"),
    )
    found = [msgspec.msgpack.decode(row[0], type=Node) for row in rows]
    return [node for node in found if (number := identity.number(node.number or "")) and number.count == begins]


def _all(masks: Iterable[Flags], found: Places) -> Flags:
    kept: Flags = np.ones(len(found), dtype=np.bool_)
    for mask in masks:
        kept &= mask[found]
    return kept


def _best(weight: Places, columns: Columns, kept: Places, count: int) -> Places:
    """Which of these nodes come first: by weight, then newest, then by IRI, all in one number each."""
    key = ((weight - PARTLY_KNOWN) * DAYS + columns.dates[kept]) * NODES + (NODES - 1 - kept)
    some = np.argpartition(-key, count)[:count] if len(key) > count else np.arange(len(key))
    best: Places = some[np.argsort(-key[some])]
    return best


def _hits(db: sqlite3.Connection, columns: Columns, best: Places, weight: Places) -> tuple[Hit, ...]:
    ids, status = columns.ids[best].tolist(), columns.texts["status"]
    marks = ", ".join("?" * len(ids))
    rows = dict(db.execute(f"SELECT id, data FROM nodes WHERE id IN ({marks})", ids))  # noqa: S608 - marks only
    hits = []
    for at, id_, score in zip(best.tolist(), ids, weight.tolist(), strict=True):
        node = msgspec.msgpack.decode(rows[id_], type=Node)
        met = int(columns.degrees[0][at] + columns.degrees[1][at])
        hits.append(Hit(node, float(score), node.title or "", status.values[status.codes[at]], met))
    return tuple(hits)
