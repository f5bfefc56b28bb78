"""Whom a text obliges: one body, several, or a class of bodies (`các sở`), which the register spells out.

The classes are rows of `addressees.tsv`: words, the sorts of body they mean, and where those bodies are. What the
register cannot tell is named as such; a class is as complete as the register, which holds the usual departments.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from graph.expected import Body, bodies
from graph.searches import known_as
from ontology import identity
from ontology.bodies import Body as Sort
from ontology.model import Value
from ontology.places import Place, covers
from ontology.registers import Register

TABLE: Final = Path(__file__).with_name("addressees.tsv")
EACH: Final = re.compile(r"\b(cac|moi|tung|nhung|toan bo)\b")
ANY: Final = re.compile(r"\b(hoac|mot trong|bat ky)\b")
OR: Final = re.compile(r"\s+hoặc\s+", re.IGNORECASE)
HELPING: Final = re.compile(r"\s+(?:giúp|tham mưu(?: cho| giúp)?)\s+.*", re.IGNORECASE | re.DOTALL)
"""For whom a body acts (`Sở Tài chính giúp Ủy ban nhân dân tỉnh`): the one obliged is the one that acts."""
JOINTS: Final = re.compile(r"\s*(?:,|;|\bva\b|\bcung\b)\s*")
FILLERS: Final = frozenset(
    {"", "cac", "giam doc", "thu truong", "chu tich", "bo truong", "truong", "tinh", "thanh pho"}
)
DEPARTMENT: Final = "Sở"


class Addressees(Value, frozen=True):
    """The bodies obliged: `each` of them, `any` of them, or the `one`; `unknown` are words that name none known."""

    scope: str
    bodies: tuple[Body, ...]
    unknown: tuple[str, ...] = ()


class Class(Value, frozen=True):
    """A row of the table: the words (folded), the sorts of body, where they are, an example."""

    pattern: str
    sorts: tuple[str, ...]
    units: str
    example: str


@cache
def classes() -> tuple[Class, ...]:
    """The table, longest pattern first."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = [
            Class(row["pattern"], tuple(row["bodies"].split("|")), row["units"], row["example"])
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]
    return tuple(sorted(rows, key=lambda row: (-len(row.pattern), row.pattern)))


def addressees(who: str | None, register: Register, day: str, place: str | None = None) -> Addressees:
    """The bodies that `who` means on a day, in a text about `place` (a slug)."""
    if not who:
        return Addressees("one", (), ("the text does not say who",))
    who = HELPING.sub("", who)
    written = " ".join(unicodedata.normalize("NFC", who).split())
    folded = identity.fold(written)
    scope = "any" if ANY.search(folded) else "each"
    whole = register.bodies_of(OR.sub(", ", who), place=place, date=day)
    if whole and all(body.key for body in whole):
        found = {f"body/{body.key}": Body(f"body/{body.key}", body.name) for body in whole}
        return Addressees(scope if len(found) > 1 else "one", tuple(found.values()))
    named, rest = _of_classes(folded, register, day, place)
    if not named and not EACH.search(folded):
        return Addressees("one", (Body(known_as(who, register, day), who),))
    return Addressees(scope, tuple({body.key: body for body in named}.values()), tuple(_unknown(rest, written)))


def _unknown(rest: str, written: str) -> Iterator[str]:
    """The parts of a name that no class took, as they are written."""
    at = 0
    for joint in (*JOINTS.finditer(rest), None):
        end = joint.start() if joint else len(rest)
        if rest[at:end].strip() not in FILLERS:
            yield written[at:end] if len(rest) == len(written) else rest[at:end]
        at = joint.end() if joint else end


def _of_classes(folded: str, register: Register, day: str, place: str | None) -> tuple[list[Body], str]:
    """The bodies of all classes that words name, and the words that name none."""
    found: list[Body] = []
    for row in classes():
        match = re.search(rf"(?<!\w){row.pattern}(?!\w)", folded)
        members = list(_members(row, register, day, place)) if match else []
        if match and members:
            found += members
            folded = folded[: match.start()] + "," * len(match[0]) + folded[match.end() :]
    return found, folded


def _members(row: Class, register: Register, day: str, place: str | None) -> Iterator[Body]:
    """The bodies of a class; none where it is of a place that is not known."""
    if row.units == "ministries":
        yield from bodies("ministries", register, day)
        return
    for unit in _units(row.units, register, day, place):
        if row.sorts == ("*",):
            yield Body(f"place/{unit.slug}", unit.full_name, unit.level)
            continue
        for sort in _sorts(row, register):
            if unit.kind in sort.places and unit.level == sort.level and covers(sort.valid_from, sort.valid_to, day):
                yield Body(f"body/{sort.id}:{unit.slug}", name_of(sort, unit))


def _sorts(row: Class, register: Register) -> list[Sort]:
    held = register.bodies.bodies
    if row.sorts == (DEPARTMENT,):
        return [sort for sort in held.values() if sort.places and sort.name.startswith(f"{DEPARTMENT} ")]
    return [held[id_] for id_ in row.sorts]


def _units(units: str, register: Register, day: str, place: str | None) -> list[Place]:
    """The places of a class on a day: every province, or those of the province that the text is about."""
    held = register.places.places
    if units == "every province":
        return _named(place for place in held.values() if place.level == "province" and place.existed(day))
    here = register.place(place) if place else None
    province = register.place(here.province) if here and here.province else here
    if here is None or province is None:
        return []
    if units == "own province":
        return [province]
    if units == "own districts":
        return _named(one for one in held.values() if one.province == province.slug and _is(one, "district", day))
    over = {here.slug} if here.level != "commune" else {here.district, here.province}
    return _named(
        one for one in register.communes.values() if over & {one.province, one.district} and _is(one, "commune", day)
    )


def _is(place: Place, level: str, day: str) -> bool:
    return place.level == level and place.existed(day)


def _named(places: Iterator[Place]) -> list[Place]:
    return sorted(places, key=lambda place: (place.name, place.slug))


def name_of(sort: Sort, unit: Place) -> str:
    """The name of the body of a sort in a place (`Thành ủy Hải Phòng`)."""
    head = next((head for head, kind in sort.heads if kind == unit.kind), None)
    return f"{head} {unit.name}" if head else f"{sort.name} {unit.full_name}"
