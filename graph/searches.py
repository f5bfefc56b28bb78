"""Declared searches: who looked where, for whose documents, published when, and how many items were read.

The world is open: that no document is loaded says nothing about whether there is one. Only a record that somebody
makes of a search lets the audit say `looked and not found`, and only for the body, the kinds of document and the days
of publication that the record names. Loading a page of a province is no search of it.

A record is one file in `searches/` of the data directory, written once and never changed; its name is the digest of
what it says, so that declaring the same search twice makes one record. A mistaken one is withdrawn, by another file.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import msgspec

from graph import clocks
from graph.audit_values import Search
from graph.records import write
from ontology import identity
from ontology.errors import NotFound, StoreError, WrongUse
from ontology.registers import Register
from ontology.terms import TYPES

FOLDER: Final = "searches"
MANIFEST: Final = "searched.csv"
REQUIRED: Final = ("body", "place", "since", "until", "items", "by", "on")
Window = tuple[str, str]


class Searches:
    """The declared searches of one data directory."""

    def __init__(self, root: Path) -> None:
        self.folder = root / FOLDER

    def all(self) -> list[Search]:
        """Every record that was not withdrawn, by day and id."""
        if not self.folder.is_dir():
            return []
        gone = {path.stem for path in self.folder.glob("*.withdrawn")}
        found = [self._read(path) for path in self.folder.glob("*.json") if path.stem not in gone]
        return sorted(found, key=lambda one: (one.on, one.id))

    def add(self, search: Search) -> bool:
        """Keep a record, on disk before this returns; false where it was kept before."""
        path = self.folder / f"{search.id}.json"
        if path.exists():
            return False
        write(path, msgspec.json.encode(search) + b"\n")
        return True

    def withdraw(self, number: str, *, by: str, on: str) -> Search:
        """Take back a record, by the beginning of its id; the record and who took it back stay on disk."""
        found = [one for one in self.all() if one.id.startswith(number)] if number else []
        if len(found) != 1:
            raise NotFound(f"there is no one declared search {number!r}: see `phahe audit searched --list`")
        told = msgspec.json.encode({"id": found[0].id, "by": by, "on": clocks.day(on)})
        write(self.folder / f"{found[0].id}.withdrawn", told + b"\n")
        return found[0]

    def _read(self, path: Path) -> Search:
        try:
            return msgspec.json.decode(path.read_bytes(), type=Search)
        except msgspec.DecodeError as error:
            raise StoreError(f"the record of a search {path.name} is damaged: declare it again ({error})") from error


def declared(given: Mapping[str, str], register: Register) -> Search:
    """A record from what a person wrote; raises WrongUse for what is missing or cannot be.

    A window cannot reach beyond the day of the search: what is published later was not looked for.
    """
    missing = [field for field in REQUIRED if not given.get(field, "").strip()]
    if missing:
        raise WrongUse(f"a declared search needs {', '.join(missing)}: who looked where, for whose documents, and when")
    since, until, on = (clocks.day(given[field].strip()) for field in ("since", "until", "on"))
    if since > until:
        raise WrongUse(f"the window of a search ends ({until}) before it begins ({since})")
    if not given["items"].strip().isdigit():
        raise WrongUse(f"the items read are a number, not {given['items']!r}")
    kinds = tuple(sorted(filter(None, given.get("kinds", "").replace(",", " ").split())))
    unknown = [kind for kind in kinds if kind not in TYPES]
    if unknown:
        raise WrongUse(f"{', '.join(unknown)} is no document type; the types are: {', '.join(sorted(TYPES))}")
    body = given["body"].strip()
    fields = {
        "body": body,
        "key": known_as(body, register, on),
        "place": given["place"].strip(),
        "since": since,
        "until": min(until, on),
        "items": int(given["items"]),
        "by": given["by"].strip(),
        "on": on,
        "kinds": kinds,
        "note": given.get("note", "").strip(),
    }
    return Search(id=identity.digest(*fields.values()), **fields)  # type: ignore[arg-type]


def known_as(name: str, register: Register, day: str | None = None) -> str:
    """What the register knows a written body or place as: `body/KEY`, `place/SLUG`, else `name/...` by its letters."""
    if name.startswith(("place/", "body/")):
        return name
    body = register.body_of(name, date=day) or register.body_of(name)
    if body and body.key:
        return f"body/{body.key}"
    place = register.place_of(name, date=day) or register.place_of(name)
    return f"place/{place.slug}" if place else f"name/{identity.slug(name)}"


def manifest(path: Path, register: Register) -> list[Search]:
    """The searches that a CSV declares, one a row; its header names the fields."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise WrongUse(f"{path} cannot be read as a CSV of searches: {error}") from error
    found = []
    for line, row in enumerate(rows, start=2):
        try:
            found.append(declared({key: value or "" for key, value in row.items() if key}, register))
        except WrongUse as error:
            raise WrongUse(f"{path}, line {line}: {error}") from error
    return found


def beside(paths: Iterable[str], register: Register) -> list[Search]:
    """The searches declared in the manifests (`searched.csv`) of folders."""
    found = [Path(path) / MANIFEST for path in paths]
    return [one for path in found if path.is_file() for one in manifest(path, register)]


def covering(
    searches: Iterable[Search], keys: frozenset[str], kinds: Iterable[str], window: Window
) -> tuple[Search, ...] | None:
    """The searches that together cover a body (known by any of `keys`), kinds and window; None where they do not.

    Windows may be pieced together: two half years make a year. A search for some kinds covers no question about all.
    """
    asked = frozenset(kinds)
    able = [one for one in searches if one.key in keys and (not one.kinds or (asked and asked <= set(one.kinds)))]
    reached, used = window[0], []
    for one in sorted(able, key=lambda one: (one.since, one.until)):
        if reached > window[1] or one.since > reached:
            break
        if one.until >= reached:
            used.append(one)
            reached = _after(one.until)
    return tuple(used) if used and reached > window[1] else None


def touching(searches: Iterable[Search], keys: frozenset[str]) -> tuple[Search, ...]:
    """The searches for a body, whatever they cover."""
    return tuple(one for one in searches if one.key in keys)


def _after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
