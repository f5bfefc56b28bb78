"""Whom an audit expects to act: the units of a level on a day, the ministries, or a list that a person gives.

Units pass into one another. What a unit did stays its own; who answers for it on a later day is told by the register's
successions, so that one document can be shown in the geography of any day.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from graph.searches import known_as
from ontology.errors import WrongUse
from ontology.model import Value
from ontology.places import Place, covers
from ontology.registers import Register

SETS = ("provinces", "ministries", "districts:PROVINCE", "communes:PROVINCE", "FILE.csv")


class Body(Value, frozen=True, gc=False):
    """One expected body: a unit (any body of its level acts for it), or a body of its own.

    `key` is `place/SLUG`, `body/KEY` or `name/SLUG` (not in the register). `level` is the unit's.
    """

    key: str
    label: str
    level: str | None = None


def bodies(written: str, register: Register, day: str) -> tuple[Body, ...]:
    """The bodies that one of `SETS` stands for on a day; raises WrongUse."""
    kind, _, within = written.partition(":")
    if written == "provinces":
        return units(register.places.places.values(), "province", day)
    if written == "ministries":
        return _ministries(register, day)
    if kind in {"districts", "communes"}:
        return _within(kind, within, register, day)
    if Path(written).suffix.lower() == ".csv":
        return from_file(Path(written), register, day)
    raise WrongUse(f"{written!r} is no set of bodies; it is one of: {', '.join(SETS)}")


def units(places: Iterable[Place], level: str, day: str) -> tuple[Body, ...]:
    """The units of a level that stood on a day, by name."""
    found = [place for place in places if place.level == level and place.existed(day)]
    return tuple(
        Body(f"place/{place.slug}", place.name, level) for place in sorted(found, key=lambda one: (one.name, one.slug))
    )


def _within(kind: str, name: str, register: Register, day: str) -> tuple[Body, ...]:
    province = register.place(name) or register.place_of(name, date=day)
    if province is None:
        raise WrongUse(f"the register has no one place {name!r}: give its name or slug (`hai-phong`)")
    all_ = register.places.places if kind == "districts" else register.communes
    inside = [place for place in all_.values() if province.slug in {place.province, place.district}]
    found = units(inside, kind[:-1], day)
    if not found:
        raise WrongUse(f"{province.full_name} has no {kind} on {day} in the register")
    return found


def _ministries(register: Register, day: str) -> tuple[Body, ...]:
    found = [
        body
        for body in register.bodies.bodies.values()
        if body.level == "ministry" and body.sphere == "state" and not body.places
        if covers(body.valid_from, body.valid_to, day)
    ]
    return tuple(Body(f"body/{body.id}", body.name) for body in sorted(found, key=lambda body: body.name))


def from_file(path: Path, register: Register, day: str) -> tuple[Body, ...]:
    """The bodies of a CSV: those in its column `body`, else in its first."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = [row for row in csv.reader(file) if any(cell.strip() for cell in row)]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise WrongUse(f"{path} cannot be read as a CSV of bodies: {error}") from error
    column = rows[0].index("body") if rows and "body" in rows[0] else 0
    names = [row[column].strip() for row in (rows[1:] if rows and "body" in rows[0] else rows) if len(row) > column]
    found = named(names, register, day)
    if not found:
        raise WrongUse(f"{path} names no body: one a line, or a column `body`")
    return found


def named(names: Iterable[str], register: Register, day: str) -> tuple[Body, ...]:
    """The bodies of these names, each once, as the register knows them on a day."""
    found = {known_as(name.strip(), register, day): name.strip() for name in names if name.strip()}
    return tuple(Body(key, name, _level(key, register)) for key, name in found.items())


def _level(key: str, register: Register) -> str | None:
    place = register.place(key.removeprefix("place/")) if key.startswith("place/") else None
    return place.level if place else None


def answering(place: str, register: Register, day: str) -> tuple[str, ...]:
    """The slugs of the units that answer for a unit on a day: itself while it stands."""
    unit = register.place(place)
    if unit and unit.level == "commune" and unit.valid_to and unit.valid_to < day:
        return register.commune_heirs.get(place, (place,))
    return tuple(key.removeprefix("place/") for key in register.successions.heirs(f"place/{place}", day))


def answering_body(key: str, register: Register, day: str) -> tuple[str, ...]:
    """The keys of the bodies that answer for a body on a day (`ubnd:hai-duong`: `ubnd:hai-phong-2025`)."""
    sort, _, place = key.partition(":")
    sorts = [one.removeprefix("body/") for one in register.successions.heirs(f"body/{sort}", day)]
    if not place:
        return tuple(sorts)
    return tuple(f"{one}:{heir}" for one in sorts for heir in answering(place, register, day))


def parts(unit: str, register: Register, window: tuple[str, str]) -> tuple[Place, ...]:
    """The units that stood in a window of days and that `unit` answers for, itself included."""
    names = [f"place/{unit}", *register.successions.forebears(f"place/{unit}")]
    found = [register.place(name.removeprefix("place/")) for name in names]
    known = {place.slug: place for place in found if place}
    return tuple(place for place in known.values() if _overlap(place, window))


def _overlap(place: Place, window: tuple[str, str]) -> bool:
    since, until = span(place, window)
    return since <= until


def span(place: Place, window: tuple[str, str]) -> tuple[str, str]:
    """The part of a window in which a unit stood."""
    return max(place.valid_from or "", window[0]), min(place.valid_to or "9999-12-31", window[1])
