"""The registers: bodies, places, terms, plenums and well-known documents, each row with its source.

`load()` reads the tables under `registers/`, each on first use. A register gives identity, never relations: which
number, day and body a name stands for, and which unit became which. Rows that are not `sure` help to tell documents
apart; nothing may rest on them alone.

>>> found = load().plenum_document("8", "XI")
>>> [(d.number, d.date) for d in found if d.sure and "giáo dục" in (d.title or "")]
[('29-NQ/TW', '2013-11-04')]
>>> load().body_of("UBND TP Hải Phòng").key
'ubnd:hai-phong'
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import Final

import msgspec

from ontology.bodies import Bodies, Body, BodyMatch, Setting
from ontology.changes import Change, Successions
from ontology.folding import tokens
from ontology.identity import slug
from ontology.known import Archive, KnownDocument, Plenum, Term
from ontology.model import Value
from ontology.places import Gazetteer, Place, covers, segments
from ontology.terms import NARROWER_TYPES, TYPES

HERE: Final = Path(__file__).with_name("registers")
IMPLIED: Final = re.compile(r"(.+?) \((.+)\)")
LAST_DAY: Final = "2025-06-30"
FIRST_DAY: Final = "2025-07-01"
ATLAS: Final = "vau"
ASSEMBLIES: Final = {"party": "bchtw", "na": "qh", "bct": "bchtw", "bbt": "bchtw", "ubtvqh": "qh"}


class Origin(Value, frozen=True, gc=False):
    """What rows of the register rest on. Where `sure` is false, nothing may rest on them alone."""

    key: str
    title: str
    sure: bool
    note: str | None = None


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table by the names of its columns."""
    with (HERE / name).open(encoding="utf-8", newline="") as table:
        yield from csv.DictReader(table)


def several(cell: str) -> tuple[str, ...]:
    """The entries of a cell that holds several."""
    return tuple(cell.split("|")) if cell else ()


class Register:
    """All tables. Each is read when it is first asked for; answers about bodies are remembered."""

    def __init__(self) -> None:
        self._answers: dict[tuple[str, str | None, str | None], BodyMatch | None] = {}

    @cached_property
    def origins(self) -> dict[str, Origin]:
        """Sources of rows, by key."""
        found = (Origin(r["key"], r["title"], r["sure"] == "yes", r["note"] or None) for r in rows("sources.csv"))
        return {origin.key: origin for origin in found}

    def _sure(self, row: dict[str, str]) -> bool:
        return self.origins[row["source"]].sure

    @cached_property
    def bodies(self) -> Bodies:
        """Bodies, with the abbreviations and offices that names of bodies are written with."""
        abbreviations = {row["short"]: row["long"] for row in rows("abbreviations.csv")}
        offices = [row["office"] for row in rows("offices.csv")]
        return Bodies(map(self._body, rows("bodies.csv")), abbreviations, offices, [*TYPES, *NARROWER_TYPES])

    def _body(self, row: dict[str, str]) -> Body:
        return Body(
            id=row["id"],
            name=row["name"],
            name_en=row["name_en"],
            symbols=several(row["symbols"]),
            heads=_heads(row),
            level=row["level"],
            sphere=row["sphere"],
            parent=row["parent"] or None,
            series=row["series"] or None,
            places=several(row["places"]),
            valid_from=row["valid_from"] or None,
            valid_to=row["valid_to"] or None,
            source=row["source"],
            sure=self._sure(row),
        )

    @cached_property
    def places(self) -> Gazetteer:
        """Provinces and districts."""
        return Gazetteer((*map(_province, rows("provinces.csv")), *map(_district, rows("districts.csv"))))

    @cached_property
    def all_places(self) -> Gazetteer:
        """Provinces, districts and communes: some fourteen thousand."""
        return Gazetteer((*self.places.places.values(), *self.communes.values()))

    @cached_property
    def communes(self) -> dict[str, Place]:
        """Communes, wards, townships and special zones, before and after 1 July 2025, by slug."""
        districts = {p.code: p for p in self.places.places.values() if p.level == "district" and p.code}
        found: dict[str, Place] = {}
        for row in rows("communes_2024.csv"):
            _keep(found, _old_commune(row, districts[row["district"]]))
        for row in rows("communes_2025.csv"):
            _keep(found, _new_commune(row))
        return found

    @cached_property
    def commune_heirs(self) -> dict[str, tuple[str, ...]]:
        """The communes of 2025 that each older one went into, by slug, the main one first."""
        old = {place.code: slug for slug, place in self.communes.items() if place.valid_to}
        new = {place.code: slug for slug, place in self.communes.items() if not place.valid_to}
        heirs: dict[str, tuple[str, ...]] = {}
        for row in rows("communes_merged.csv"):
            before = old[row["before"]]
            heirs[before] = (*heirs.get(before, ()), new[row["after"]])
        return heirs

    @cached_property
    def successions(self) -> Successions:
        """Mergers, divisions and renamings."""
        return Successions(
            Change(
                id=row["id"],
                date=row["date"],
                kind=row["kind"],
                before=several(row["before"]),
                after=several(row["after"]),
                basis=row["basis"] or None,
                source=row["source"],
                sure=self._sure(row),
            )
            for row in rows("changes.csv")
        )

    @cached_property
    def terms(self) -> dict[str, Term]:
        """Terms of the Central Committee and the National Assembly, and congresses, by id (`party-11`)."""
        found = (
            Term(r["id"], r["body"], r["roman"], r["start"], r["end"] or None, r["source"], self._sure(r))
            for r in rows("terms.csv")
        )
        return {term.id: term for term in found}

    @cached_property
    def plenums(self) -> dict[str, Plenum]:
        """Plenums by id (`xi-8`)."""
        found = (
            Plenum(r["id"], r["term"], r["ordinal"], r["start"], r["end"] or None, r["source"], self._sure(r))
            for r in rows("plenums.csv")
        )
        return {plenum.id: plenum for plenum in found}

    @cached_property
    def archive(self) -> Archive:
        """Well-known documents."""
        return Archive(
            KnownDocument(
                type=row["type"],
                number=row["number"],
                date=row["date"],
                issuers=several(row["issuer"]),
                term=row["term"] or None,
                plenum=row["plenum"] or None,
                title=row["title"] or None,
                source=row["source"],
                sure=self._sure(row),
            )
            for row in rows("documents.csv")
        )

    def body_of(self, name: str, *, place: str | None = None, date: str | None = None) -> BodyMatch | None:
        """The body that a written name means, or None.

        `place` is the slug of the place that the text is about or its publisher belongs to; it completes names that
        leave theirs out (`Ủy ban nhân dân thành phố`). `date` is the day of the text: it decides between units and
        ministries that followed each other.
        """
        asked = (name, place, date)
        if asked not in self._answers:
            self._answers[asked] = self._body_of(name, place, date)
        return self._answers[asked]

    def _body_of(self, name: str, place: str | None, date: str | None) -> BodyMatch | None:
        found = self.bodies.match(name, Setting(self.places, place, date))
        if found and found.level == "commune" and found.key is None:
            return self.bodies.match(name, Setting(self.all_places, place, date))
        return found

    def issuers_of(self, number: str) -> tuple[Body, ...]:
        """The bodies that the symbol in a number can stand for; several where it does not say which.

        >>> [body.id for body in load().issuers_of("489/QĐ-TTg")]
        ['ttg']
        """
        return self.bodies.of_symbol(number)

    def place_of(self, name: str, *, within: str | None = None, date: str | None = None) -> Place | None:
        """The place that a written name means, or None where none or several are of that name.

        `within` is the slug of a place that decides between several. Without a `date` a unit that was formed anew under
        its old name is the older one.
        """
        parts = segments(tokens(name.replace("(cũ)", "")))
        if not parts:
            return None
        return self.places.find(parts, within, date) or self.all_places.find(parts, within, date)

    def place(self, slug: str) -> Place | None:
        """The place of a slug."""
        return self.places.places.get(slug) or self.communes.get(slug)

    def province_successor(self, slug: str, date: str | None = None) -> str:
        """The slug of the province that answers for a province on a day; for what is in force today without one.

        >>> load().province_successor("hai-duong"), load().province_successor("hai-duong", "2020-08-20")
        ('hai-phong-2025', 'hai-duong')
        """
        return self.successions.heirs(f"place/{slug}", date)[0].removeprefix("place/")

    def plenum_document(self, ordinal: str, term: str) -> list[KnownDocument]:
        """Documents of a plenum (`8`, `XI`), by day. There may be several: the title decides, not the list's length.

        >>> len(load().plenum_document("8", "XI")) > 1
        True
        """
        return self.archive.adopted(f"{term.casefold()}-{ordinal}")

    def known(
        self,
        code: str,
        number: str,
        *,
        date: str | None = None,
        term: str | None = None,
        issuer: str | None = None,
    ) -> list[KnownDocument]:
        """Known documents of a type under a number, by day; what is given besides must not contradict them.

        `number` may lack its symbol (`37`). `date` is ISO of any precision, `term` a Roman numeral, `issuer` a name.

        >>> [d.date for d in load().known("CT", "37-CT/TW", term="XI")]
        ['2014-06-06']
        """
        found = self.archive.numbered(code, number)
        body = self.body_of(issuer) if issuer else None
        romans = {id_: held.roman for id_, held in self.terms.items()}
        return [
            document
            for document in found
            if _agree(document.date, date)
            and (term is None or document.term is None or romans[document.term] == term)
            and (body is None or not document.issuers or self._issued(document, body))
        ]

    def _issued(self, document: KnownDocument, body: BodyMatch) -> bool:
        return body.series in {self.bodies.bodies[issuer].series or issuer for issuer in document.issuers}

    def law_named(self, name: str, date: str | None = None) -> list[KnownDocument]:
        """Laws, codes, ordinances and constitutions of a name, by day; with a day, the last one made by then.

        >>> [d.number for d in load().law_named("Luật Đất đai", "2020-01-01")]
        ['45/2013/QH13']
        """
        return self.archive.named(name, date)

    def term(self, body: str, roman: str) -> Term | None:
        """A term of an assembly: `party` or `na`, or the id of a body that has its terms (`bbt`, `ubtvqh`)."""
        assembly = ASSEMBLIES.get(body, body)
        return next((t for t in self.terms.values() if t.body == assembly and t.roman == roman.upper()), None)

    def term_years(self, body: str, roman: str) -> tuple[str, str | None] | None:
        """First and last day of a term; None for the last of a running one, None in all for an unknown one."""
        found = self.term(body, roman)
        return (found.start, found.end) if found else None

    def term_on(self, body: str, date: str) -> Term | None:
        """The term that was running on a day; on the day of a change, the one that ended."""
        assembly = ASSEMBLIES.get(body, body)
        found = [t for t in self.terms.values() if t.body == assembly and covers(t.start, t.end, date)]
        return min(found, key=lambda term: term.start) if found else None


@cache
def load() -> Register:
    """The one register of this process."""
    return Register()


def _agree(held: str, asked: str | None) -> bool:
    """Whether two ISO dates of any precision can be one day."""
    return asked is None or held.startswith(asked) or asked.startswith(held)


def _heads(row: dict[str, str]) -> tuple[tuple[str, str | None], ...]:
    """Written names of a body with the kind of place each implies, its own name first where it implies none."""
    heads: list[tuple[str, str | None]] = []
    for written in several(row["aliases"]):
        implied = IMPLIED.fullmatch(written)
        heads.append((implied[1], implied[2]) if implied else (written, None))
    named = any(head == row["name"] for head, _ in heads)
    return tuple(heads if named else [(row["name"], None), *heads])


def _province(row: dict[str, str]) -> Place:
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


def _district(row: dict[str, str]) -> Place:
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


def _old_commune(row: dict[str, str], district: Place) -> Place:
    kind, name = _kind_and_name(row["name"])
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


def _new_commune(row: dict[str, str]) -> Place:
    kind, name = _kind_and_name(row["name"])
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


def _keep(found: dict[str, Place], place: Place) -> None:
    """File a place; of two whose names differ in marks only (`Đông Sơn`, `Đồng Sơn`) the second bears its code."""
    slug = place.slug if place.slug not in found else f"{place.slug}-{place.code}"
    found[slug] = msgspec.structs.replace(place, slug=slug)


def _kind_and_name(full: str) -> tuple[str, str]:
    """`Thị trấn Cát Bà` as kind and name."""
    for kind in ("thị trấn", "đặc khu", "phường", "huyện", "xã"):
        if full.casefold().startswith(kind + " "):
            return kind, full[len(kind) + 1 :]
    raise ValueError(f"no kind of commune in {full!r}")
