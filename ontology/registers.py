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

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property
from typing import Final, TypeVar

from ontology import publishers, tables
from ontology.biographies import Biography, biography
from ontology.bodies import Bodies, Body, BodyMatch, Setting
from ontology.changes import Successions, ended
from ontology.folding import tokens
from ontology.known import Archive, KnownDocument, Plenum, Term
from ontology.places import Gazetteer, Place, covers, segments
from ontology.tables import Origin
from ontology.terms import NARROWER_TYPES, TYPES

V = TypeVar("V")
JOINTS: Final = re.compile(r"(,\s*|;\s*|\s+và\s+)")
LONGEST: Final = 400
LEVELS: Final = ("province", "district", "commune")
REMEMBERED: Final = 100_000
ASSEMBLIES: Final = {"party": "bchtw", "na": "qh", "bct": "bchtw", "bbt": "bchtw", "ubtvqh": "qh"}


class Register:
    """All tables. Each is read when it is first asked for; answers about bodies are remembered."""

    def __init__(self) -> None:
        self._answers: dict[tuple[str, str | None, str | None], BodyMatch | None] = {}

    @cached_property
    def origins(self) -> dict[str, Origin]:
        """Sources of rows, by key."""
        return {row["key"]: tables.origin(row) for row in tables.rows("sources.csv")}

    def _values(self, table: str, make: Callable[[tables.Row, bool], V]) -> Iterator[V]:
        """The rows of a table as values, each told whether its source is sure."""
        return (make(row, self.origins[row["source"]].sure) for row in tables.rows(table))

    @cached_property
    def bodies(self) -> Bodies:
        """Bodies, with the abbreviations and offices that names of bodies are written with."""
        abbreviations = {row["short"]: row["long"] for row in tables.rows("abbreviations.csv")}
        offices = [row["office"] for row in tables.rows("offices.csv")]
        bodies = self._values("bodies.csv", tables.body)
        return Bodies(bodies, abbreviations, offices, [*TYPES, *NARROWER_TYPES])

    @cached_property
    def places(self) -> Gazetteer:
        """Provinces and districts."""
        provinces = map(tables.province, tables.rows("provinces.csv"))
        return Gazetteer((*provinces, *map(tables.district, tables.rows("districts.csv"))))

    @cached_property
    def all_places(self) -> Gazetteer:
        """Provinces, districts and communes: some fourteen thousand."""
        return Gazetteer((*self.places.places.values(), *self.communes.values()))

    @cached_property
    def communes(self) -> dict[str, Place]:
        """Communes, wards, townships and special zones, before and after 1 July 2025, by slug."""
        districts = {p.code: p for p in self.places.places.values() if p.level == "district" and p.code}
        found: dict[str, Place] = {}
        for row in tables.rows("communes_2024.csv"):
            tables.keep(found, tables.old_commune(row, districts[row["district"]]))
        for row in tables.rows("communes_2025.csv"):
            tables.keep(found, tables.new_commune(row))
        return found

    @cached_property
    def commune_heirs(self) -> dict[str, tuple[str, ...]]:
        """The communes of 2025 that each older one went into, by slug, the main one first."""
        old = {place.code: slug for slug, place in self.communes.items() if place.valid_to}
        new = {place.code: slug for slug, place in self.communes.items() if not place.valid_to}
        heirs: dict[str, tuple[str, ...]] = {}
        for row in tables.rows("communes_merged.csv"):
            before = old[row["before"]]
            heirs[before] = (*heirs.get(before, ()), new[row["after"]])
        return heirs

    @cached_property
    def successions(self) -> Successions:
        """Mergers, divisions and renamings."""
        return Successions(self._values("changes.csv", tables.change))

    @cached_property
    def local_successions(self) -> Successions:
        """The same, with what became of each district and commune on 1 July 2025: some thirteen thousand."""
        return Successions((*self.successions.changes, *ended(self.places, self.communes, self.commune_heirs)))

    @cached_property
    def terms(self) -> dict[str, Term]:
        """Terms of the Central Committee and the National Assembly, and congresses, by id (`party-xi`)."""
        return {term.id: term for term in self._values("terms.csv", tables.term)}

    @cached_property
    def plenums(self) -> dict[str, Plenum]:
        """Plenums by id (`xi-8`)."""
        return {plenum.id: plenum for plenum in self._values("plenums.csv", tables.plenum)}

    @cached_property
    def archive(self) -> Archive:
        """Well-known documents."""
        return Archive(self._values("documents.csv", tables.document))

    @cached_property
    def hosts(self) -> dict[str, str]:
        """The province of each portal and newspaper, by host."""
        return {row["host"]: row["province"] for row in tables.rows("publishers.csv")}

    def publishing_province(self, locations: Iterable[str], publisher: str | None) -> str | None:
        """The slug of the one province that addresses and the publisher's name tell of; None for none or several.

        >>> load().publishing_province(["https://sgd.caobang.gov.vn/tin"], None)
        'cao-bang'
        >>> load().publishing_province([], "Cổng thông tin điện tử tỉnh Cao Bằng")
        'cao-bang'
        """
        found = publishers.of_hosts(locations, self.hosts)
        if publisher and len(publisher) <= LONGEST:
            body = self.body_of(publisher)
            place = self.place(body.place or "") if body else self.place_of(publishers.without_lead(publisher))
            if place and (place.province or place.level == "province"):
                found.add(place.province or place.slug)
        return found.pop() if len(found) == 1 else None

    def body_of(self, name: str, *, place: str | None = None, date: str | None = None) -> BodyMatch | None:
        """The body that a written name means, or None.

        `place` is the slug of the place that the text is about or its publisher belongs to; it completes names that
        leave theirs out (`Ủy ban nhân dân thành phố`). `date` is the day of the text: it decides between units and
        ministries that followed each other.
        """
        if len(name) > LONGEST:
            return None
        asked = (name, place, date)
        if asked not in self._answers:
            if len(self._answers) >= REMEMBERED:
                self._answers.clear()
            self._answers[asked] = self._body_of(name, place, date)
        return self._answers[asked]

    def _body_of(self, name: str, place: str | None, date: str | None) -> BodyMatch | None:
        found = self.bodies.match(name, Setting(self.places, place, date))
        if found and found.level == "commune" and found.key is None:
            return self.bodies.match(name, Setting(self.all_places, place, date))
        return found

    def bodies_of(self, name: str, *, place: str | None = None, date: str | None = None) -> tuple[BodyMatch, ...]:
        """The bodies that a name joins by commas or `và`; empty where some part of it is no known body.

        >>> [body.key for body in load().bodies_of("Bộ Văn hóa, Thể thao và Du lịch, Bộ Nội vụ và Chính phủ")]
        ['bvhttdl', 'bnv', 'cp']
        """
        pieces = JOINTS.split(name) if len(name) <= LONGEST else []
        for end in range(len(pieces), 0, -2):
            body = self.body_of("".join(pieces[:end]), place=place, date=date)
            if body and end == len(pieces):
                return (body,)
            rest = self.bodies_of("".join(pieces[end + 1 :]), place=place, date=date) if body else ()
            if body and rest:
                return (body, *rest)
        return ()

    def biography(self, name: str, *, date: str | None = None) -> Biography | None:
        """What a body or place of this name was, is and answers for; None for an unknown or ambiguous name.

        A body of a place (`UBND tỉnh Hải Dương`) shares the life of its place.
        """
        body, place = self.body_of(name, date=date), self.place_of(name, date=date)
        slug = body.place if body and body.key else place.slug if place else None
        key = f"body/{body.key}" if body and body.key == body.body else f"place/{slug}" if slug else ""
        thing = self.thing(key)
        if thing is None:
            return None
        local = isinstance(thing, Place) and thing.level != "province"
        changes = self.local_successions if local else self.successions
        return biography(key, thing, changes, self.thing, lambda key: self.origins[key].title)

    def namesakes(self, name: str) -> list[Place]:
        """All places that a name can mean, where it does not say which, in the order of their levels and provinces."""
        parts = segments(tokens(name))
        found = self.all_places.named(parts[0]) if len(parts) == 1 else []
        return sorted(found, key=lambda place: (LEVELS.index(place.level), place.province or "", place.slug))

    def thing(self, key: str) -> Body | Place | None:
        """What `place/SLUG` or `body/ID` stands for."""
        kind, _, name = key.partition("/")
        return self.place(name) if kind == "place" else self.bodies.bodies.get(name)

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
