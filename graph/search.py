"""Finding documents by number or by words, with or without diacritics: SQLite's full text over text that we fold.

A query is read as a number first (`49-KL/TW`, `KL 49`, `489 ttg 2020`), then as words. Numbers found exactly come
before those found in part, and those before words in titles; equals are ordered by date, newest first, then by IRI.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping
from functools import cache
from typing import Final

import msgspec

from graph import clocks
from graph.values import Hit, Node, Results
from ontology import identity
from ontology.errors import WrongUse
from ontology.terms import LEVELS, SPHERES, TYPES, Concept

FACETS: Final = ("type", "level", "sphere", "year")
FILTERS: Final = {
    "type": "type",
    "level": "level",
    "sphere": "sphere",
    "year": "year",
    "province": "place",
    "kind": "kind",
}
AS_OF: Final = "as_of"
FLAGS: Final = {"seen": "seen", "ambiguous": "ambiguous"}
NUMBER: Final = re.compile(r"\d+\w*(?:\s*[-–—/]\s*[^\s\-–—/]+)+|\d+\w*")
ANNOUNCING: Final = frozenset({"so", "nam", "ngay"})
WORD: Final = re.compile(r"[a-z0-9]+")
LONGEST_QUERY: Final = 500
MOST_WORDS: Final = 24
NUMBER_WEIGHT: Final = 8.0


def fold(text: str) -> str:
    """Text as it is compared: small letters without marks, `đ` as `d`."""
    return identity.fold(text)


def compact(text: str) -> str:
    """A number as it is compared: folded, letters and digits alone, leading zeros gone (`49-KL/TW` is `49kltw`)."""
    parsed = identity.number(text)
    return parsed.slug.replace("-", "") if parsed else ""


def words(query: str) -> list[str]:
    """The folded words of a query, at most as many as an honest question has, without those that announce a figure."""
    found = WORD.findall(fold(query[:LONGEST_QUERY]))[:MOST_WORDS]
    return [
        word
        for word, after in zip(found, [*found[1:], ""][: len(found)], strict=True)
        if not (word in ANNOUNCING and after.isdigit())
    ]


@cache
def type_names() -> dict[tuple[str, ...], str]:
    """The folded words that name a document type, in Vietnamese or by code, and the code (`ket luan` is `KL`)."""
    names: dict[tuple[str, ...], str] = {}
    for concept in TYPES.values():
        for name in (concept.label_vi, *concept.alt, concept.code):
            names.setdefault(tuple(WORD.findall(fold(name))), concept.code)
    return names


def reading(query: str) -> tuple[str | None, list[str]]:
    """The document type that the query begins with or names by a code, and its other words."""
    found = words(query)
    for width in range(min(4, len(found)), 0, -1):
        code = type_names().get(tuple(found[:width]))
        if code and (len(found) > width):
            return code, found[width:]
    return None, found


def find(
    db: sqlite3.Connection, query: str, *, limit: int = 20, offset: int = 0, filters: Mapping[str, str] | None = None
) -> Results:
    """A page of what a query finds, with counts by facet over all that it finds."""
    if limit < 0 or offset < 0:
        raise WrongUse("limit and offset must not be negative")
    where, values = _conditions(filters or {})
    match, code = _match(query)
    if match is None and query.strip():
        return Results(query, (), 0, {})
    exact = compact(query) if re.search(r"\d", query) else ""
    base, found = "nodes", list(values)
    rank = "0.0"
    if match is not None:
        base = "words JOIN nodes ON nodes.id = words.rowid"
        where = ["words MATCH ?", *where]
        found = [match, *values]
        rank = f"bm25(words, {NUMBER_WEIGHT}, 1.0, 0.5)"
    condition = " AND ".join(where) or "1"
    facets = {
        facet: tuple(
            (str(name), int(count))
            for name, count in db.execute(
                f"SELECT {facet}, count(*) FROM {base} WHERE {condition} AND {facet} IS NOT NULL "  # noqa: S608 - names are ours
                f"GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 60",
                found,
            )
        )
        for facet in FACETS
    }
    (total,) = db.execute(f"SELECT count(*) FROM {base} WHERE {condition}", found).fetchone()  # noqa: S608 - names are ours
    rows = db.execute(
        f"SELECT data, (compact = ?) * 1000 + (kind = 'document' AND type IS ?) * 10 - {rank} AS score FROM {base} "  # noqa: S608
        f"WHERE {condition} ORDER BY score DESC, date DESC, iri LIMIT ? OFFSET ?",
        [exact, code, *found, limit, offset],
    ).fetchall()
    hits = tuple(
        Hit(node := msgspec.msgpack.decode(row[0], type=Node), round(row[1], 4), node.title or "") for row in rows
    )
    return Results(query, hits, total, facets)


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
    if len(rest) != 1 or not rest[0].isdigit():
        return []
    begins = rest[0].lstrip("0")
    rows = db.execute(
        "SELECT data FROM nodes WHERE (?1 IS NULL OR type = ?1) AND compact >= ?2 AND compact < ?3 ORDER BY iri",
        (code, begins, begins + "~"),
    )
    found = [msgspec.msgpack.decode(row[0], type=Node) for row in rows]
    return [node for node in found if (number := identity.number(node.number or "")) and number.count == begins]


def _match(query: str) -> tuple[str | None, str | None]:
    """The full-text expression of a query, each word also as the beginning of one, and the type it names."""
    code, rest = reading(query)
    if not rest:
        return None, code
    terms = " AND ".join(f'"{word}"*' if not word.isdigit() else f'"{word}"' for word in rest)
    if code is None:
        return terms, None
    name = " ".join(WORD.findall(fold(TYPES[code].label_vi)))
    symbol = WORD.findall(fold(code))
    return f'({terms}) AND ("{name}" OR "{" ".join(symbol)}")', code


def _conditions(filters: Mapping[str, str]) -> tuple[list[str], list[str | int]]:
    where: list[str] = []
    values: list[str | int] = []
    for name, value in filters.items():
        if name in FILTERS:
            where.append(f"nodes.{FILTERS[name]} = ?")
            values.append(value)
        elif name in FLAGS:
            if value not in {"true", "false"}:
                raise WrongUse(f"filter {name} is true or false, not {value!r}")
            where.append(f"nodes.{FLAGS[name]} = ?")
            values.append(int(value == "true"))
        elif name == AS_OF:
            # A year or a month alone stands before its days, so that what may have been there yet is left in.
            where.append("(nodes.date IS NULL OR nodes.date <= ?)")
            values.append(clocks.day(value))
        else:
            known = ", ".join(sorted({*FILTERS, *FLAGS, AS_OF}))
            raise WrongUse(f"there is no filter {name!r}; there are: {known}")
    return where, values


def facet_label(facet: str, value: str) -> tuple[str, str]:
    """The Vietnamese and English names of a facet's value."""
    schemes: dict[str, Mapping[str, Concept]] = {"type": TYPES, "level": LEVELS, "sphere": SPHERES}
    concept = schemes.get(facet, {}).get(value)
    return (concept.label_vi, concept.label_en) if concept else (value, value)
