"""Rows of the register's tables, and how each becomes a value."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from ontology.bodies import Body
from ontology.changes import Change
from ontology.identity import slug
from ontology.known import KnownDocument, Plenum, Term
from ontology.model import Value
from ontology.places import Place

HERE: Final = Path(__file__).with_name("registers")
IMPLIED: Final = re.compile(r"(.+?) \((.+)\)")
LAST_DAY: Final = "2025-06-30"
FIRST_DAY: Final = "2025-07-01"
ATLAS: Final = "vau"
Row = dict[str, str]


class Origin(Value, frozen=True, gc=False):
    """What rows of the register rest on. Where `sure` is false, nothing may rest on them alone."""

    key: str
    title: str
    sure: bool
    note: str | None = None


def rows(name: str) -> Iterator[Row]:
    """The rows of a table by the names of its columns."""
    with (HERE / name).open(encoding="utf-8", newline="") as table:
        yield from csv.DictReader(table)


def several(cell: str) -> tuple[str, ...]:
    """The entries of a cell that holds several."""
    return tuple(cell.split("|")) if cell else ()


def origin(row: Row) -> Origin:
    """What rows rest on."""
    return Origin(row["key"], row["title"], row["sure"] == "yes", row["note"] or None)


def body(row: Row, sure: bool) -> Body:  # noqa: FBT001 - what the source of the row says
    """A body, or the sort of body that every place of some kind has."""
    return Body(
        id=row["id"],
        name=row["name"],
        name_en=row["name_en"],
        symbols=several(row["symbols"]),
        heads=heads(row),
        level=row["level"],
        sphere=row["sphere"],
        parent=row["parent"] or None,
        series=row["series"] or None,
        places=several(row["places"]),
        valid_from=row["valid_from"] or None,
        valid_to=row["valid_to"] or None,
        source=row["source"],
        sure=sure,
    )


def change(row: Row, sure: bool) -> Change:  # noqa: FBT001 - what the source of the row says
    """A merger, division or renaming."""
    return Change(
        id=row["id"],
        date=row["date"],
        kind=row["kind"],
        before=several(row["before"]),
        after=several(row["after"]),
        basis=row["basis"] or None,
        source=row["source"],
        sure=sure,
    )


def term(row: Row, sure: bool) -> Term:  # noqa: FBT001 - what the source of the row says
    """A term or congress."""
    return Term(row["id"], row["body"], row["roman"], row["start"], row["end"] or None, row["source"], sure)


def plenum(row: Row, sure: bool) -> Plenum:  # noqa: FBT001 - what the source of the row says
    """A plenum."""
    return Plenum(row["id"], row["term"], row["ordinal"], row["start"], row["end"] or None, row["source"], sure)


def document(row: Row, sure: bool) -> KnownDocument:  # noqa: FBT001 - what the source of the row says
    """A well-known document."""
    return KnownDocument(
        type=row["type"],
        number=row["number"],
        date=row["date"],
        issuers=several(row["issuer"]),
        term=row["term"] or None,
        plenum=row["plenum"] or None,
        title=row["title"] or None,
        source=row["source"],
        sure=sure,
    )


def heads(row: Row) -> tuple[tuple[str, str | None], ...]:
    """Written names of a body with the kind of place each implies, its own name first where it implies none."""
    heads: list[tuple[str, str | None]] = []
    for written in several(row["aliases"]):
        implied = IMPLIED.fullmatch(written)
        heads.append((implied[1], implied[2]) if implied else (written, None))
    named = any(head == row["name"] for head, _ in heads)
    return tuple(heads if named else [(row["name"], None), *heads])


def province(row: Row) -> Place:
    """A province."""
    return Place(
        slug=row["slug"],
        name=row["name"],
        kind=row["kind"],
        level="province",
        code=row["code"],
        valid_from=row["valid_from"] or None,
        valid_to=row["valid_to"] or None,
        aliases=several(row["aliases"]),
        name_en=row["name_en"],
        source=row["source"],
    )


def district(row: Row) -> Place:
    """A district of before July 2025."""
    return Place(
        slug=row["slug"],
        name=row["name"],
        kind=row["kind"],
        level="district",
        code=row["code"],
        province=row["province"],
        valid_from=row["valid_from"] or None,
        valid_to=row["valid_to"] or None,
        source=row["source"],
    )


def old_commune(row: Row, district: Place) -> Place:
    """A commune of before July 2025."""
    kind, name = kind_and_name(row["name"])
    return Place(
        slug=f"{slug(row['name'])}--{district.slug}",
        name=name,
        kind=kind,
        level="commune",
        code=row["code"],
        province=district.province,
        district=district.slug,
        valid_to=LAST_DAY,
        source=ATLAS,
    )


def new_commune(row: Row) -> Place:
    """A commune of since July 2025."""
    kind, name = kind_and_name(row["name"])
    return Place(
        slug=f"{slug(row['name'])}--{row['province']}",
        name=name,
        kind=kind,
        level="commune",
        code=row["code"],
        province=row["province"],
        valid_from=FIRST_DAY,
        source=ATLAS,
    )


def keep(found: dict[str, Place], place: Place) -> None:
    """File a place; of two whose names differ in marks only (`Đông Sơn`, `Đồng Sơn`) the second bears its code."""
    slug = place.slug if place.slug not in found else f"{place.slug}-{place.code}"
    found[slug] = msgspec.structs.replace(place, slug=slug)


def kind_and_name(full: str) -> tuple[str, str]:
    """`Thị trấn Cát Bà` as kind and name."""
    for kind in ("thị trấn", "đặc khu", "phường", "xã"):
        if full.casefold().startswith(kind + " "):
            return kind, full[len(kind) + 1 :]
    raise ValueError(f"no kind of commune in {full!r}")
