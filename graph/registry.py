"""The register's own graph: bodies, places, their changes, terms, plenums and the concepts that documents point to.

The register gives identity, never relations between documents, and no document stands here: one enters the lineage
only when a source names it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from graph.terms import TYPE, Lines, date, iri, name, text
from ontology import identity, registers
from ontology.bodies import Body
from ontology.changes import BASIS, DAY, EVE, ORDER, Change
from ontology.namespaces import ID
from ontology.places import Place
from ontology.registers import Register
from ontology.terms import VERSION as TERMS_VERSION

TABLES: Final = Path(registers.__file__).with_name("registers")
SCHEMES: Final = Path(registers.__file__).with_name("schemes")


FORM: Final = 2
"""Which quads are made of the tables: raised when this module makes others of the same tables."""


@lru_cache(maxsize=1)
def register_version() -> str:
    """What tells one state of the register's tables and the ontology from another."""
    total = hashlib.sha256(f"{FORM} {TERMS_VERSION}".encode())
    for table in sorted(TABLES.glob("*.csv")):
        total.update(table.name.encode() + table.read_bytes())
    return total.hexdigest()[:16]


def register_lines(register: Register) -> list[str]:
    """All lines of the register's graph."""
    lines = Lines(identity.REGISTER)
    for body in register.bodies.bodies.values():
        _body(lines, body)
    for place in register.places.places.values():
        _place(lines, place)
    _changes(lines, register)
    _terms(lines, register)
    return sorted({*lines.lines, *_schemes()})


def _body(lines: Lines, body: Body) -> None:
    """A body of the centre, or a kind of local body; a local body of a place is described where a source names it."""
    subject, add = iri(identity.body(body.id)), lines.add
    add(subject, TYPE, name("phahe:Body"))
    add(subject, name("rdfs:label"), text(body.name, "vi"))
    add(subject, name("rdfs:label"), body.name_en and text(body.name_en, "en"))
    for symbol in body.symbols:
        add(subject, name("phahe:symbol"), text(symbol))
    add(subject, name("phahe:level"), iri(f"{ID}level/{body.level}"))
    add(subject, name("phahe:sphere"), iri(f"{ID}sphere/{body.sphere}"))
    add(subject, name("org:subOrganizationOf"), body.parent and iri(identity.body(body.parent)))
    add(subject, name("phahe:series"), body.series and iri(identity.body(body.series)))
    add(subject, name("phahe:validFrom"), body.valid_from and date(body.valid_from))
    add(subject, name("phahe:validTo"), body.valid_to and date(body.valid_to))


def _place(lines: Lines, place: Place) -> None:
    subject, add = iri(identity.place(place.slug)), lines.add
    add(subject, TYPE, name("phahe:Place"))
    add(subject, name("rdfs:label"), text(place.full_name, "vi"))
    add(subject, name("rdfs:label"), text(place.name_en, "en") if place.name_en else None)
    add(subject, name("phahe:level"), iri(f"{ID}level/{place.level}"))
    add(subject, name("schema:containedInPlace"), place.province and iri(identity.place(place.province)))
    add(subject, name("phahe:validFrom"), place.valid_from and date(place.valid_from))
    add(subject, name("phahe:validTo"), place.valid_to and date(place.valid_to))


def _changes(lines: Lines, register: Register) -> None:
    """Changes of bodies, provinces and districts; the districts that ended with their level are of one a province."""
    ended: dict[str, list[str]] = {}
    for one in register.places.places.values():
        if one.level == "district" and one.valid_to == EVE and one.province:
            ended.setdefault(register.province_successor(one.province), []).append(f"place/{one.slug}")
    levels = [
        Change(f"district-level-{province}", DAY, "abolition", tuple(before), (f"place/{province}",), BASIS, ORDER)
        for province, before in ended.items()
    ]
    for change in (*register.successions.changes, *levels):
        _change(lines, change)


def _change(lines: Lines, change: Change) -> None:
    subject = iri(identity.change(change.id))
    lines.add(subject, TYPE, name("org:ChangeEvent"))
    lines.add(subject, name("prov:startedAtTime"), date(change.date))
    lines.add(subject, name("rdfs:comment"), change.basis and text(change.basis))
    for thing in change.before:
        lines.add(subject, name("org:originalOrganization"), iri(_thing(thing)))
    for thing in change.after:
        lines.add(subject, name("org:resultingOrganization"), iri(_thing(thing)))


def _thing(written: str) -> str:
    kind, slash, key = written.partition("/")
    return identity.place(key) if slash and kind == "place" else identity.body(key or kind)


def _terms(lines: Lines, register: Register) -> None:
    for term in register.terms.values():
        subject = iri(identity.term(term.id))
        lines.add(subject, TYPE, name("phahe:Term"))
        lines.add(subject, name("rdfs:label"), text(f"khóa {term.roman}", "vi"))
        lines.add(subject, name("phahe:validFrom"), date(term.start))
        lines.add(subject, name("phahe:validTo"), term.end and date(term.end))
    for plenum in register.plenums.values():
        subject = iri(f"{ID}plenum/{identity.slug(plenum.id)}")
        lines.add(subject, TYPE, name("phahe:Plenum"))
        lines.add(subject, name("phahe:term"), iri(identity.term(plenum.term)))
        lines.add(subject, name("phahe:ordinal"), text(plenum.ordinal))
        lines.add(subject, name("prov:startedAtTime"), date(plenum.start))
        lines.add(subject, name("prov:endedAtTime"), plenum.end and date(plenum.end))


def _schemes() -> Iterator[str]:
    """The concept schemes as the ontology's own files have them."""
    for scheme in sorted(SCHEMES.glob("*.ttl")):
        for triple in ox.parse(path=str(scheme), format=ox.RdfFormat.TURTLE):
            yield f"{triple.subject} {triple.predicate} {triple.object} {iri(identity.REGISTER)} .\n"
