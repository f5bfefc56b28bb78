"""Mergers, divisions and renamings of bodies and places, and what became of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from ontology.model import Value
from ontology.places import Gazetteer, Place

DAY: Final = "2025-07-01"
EVE: Final = "2025-06-30"
BASIS: Final = "Nghị quyết 203/2025/QH15"
ORDER: Final = "hp2025"
ATLAS: Final = "vau"


class Change(Value, frozen=True, gc=False):
    """An `org:ChangeEvent`: what was `before` became what is `after` on a day (ISO, of any precision).

    `kind` is `merger`, `division`, `renaming` or `abolition` (a level of units ended; `after` answers for its part).
    Both name their things as `place/SLUG` or `body/ID`. `basis` is the instrument that ordered it, where known.
    """

    id: str
    date: str
    kind: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    basis: str | None = None
    source: str = ""
    sure: bool = True


def ended(places: Gazetteer, communes: Mapping[str, Place], heirs: Mapping[str, tuple[str, ...]]) -> Iterator[Change]:
    """What became of districts and communes on 1 July 2025: the communes that theirs went into, and that they became.

    `heirs` are the new communes that each old one went into.
    """
    made: dict[str, list[str]] = {}
    within: dict[str, dict[str, None]] = {}
    for slug, after in heirs.items():
        for one in after:
            made.setdefault(one, []).append(slug)
        if district := communes[slug].district:
            within.setdefault(district, {}).update(dict.fromkeys(after))
        if len(after) > 1:
            yield Change(f"end-{slug}", DAY, "division", (f"place/{slug}",), tuple(map(_place, after)), None, ATLAS)
    for slug, before in made.items():
        sole = [one for one in before if len(heirs[one]) == 1]
        if sole:
            yield Change(f"start-{slug}", DAY, "merger", tuple(map(_place, sole)), (_place(slug),), None, ATLAS)
    for place in places.places.values():
        if place.level == "district" and place.valid_to == EVE:
            after = tuple(map(_place, within.get(place.slug, {})))
            yield Change(f"end-{place.slug}", DAY, "abolition", (_place(place.slug),), after, BASIS, ORDER)


def _place(slug: str) -> str:
    return f"place/{slug}"


class Successions:
    """Who answers for what ended."""

    def __init__(self, changes: Iterable[Change]) -> None:
        self.changes = tuple(changes)
        self._out: dict[str, list[Change]] = defaultdict(list)
        self._into: dict[str, list[Change]] = defaultdict(list)
        for change in self.changes:
            for thing in change.before:
                self._out[thing].append(change)
            for thing in change.after:
                self._into[thing].append(change)

    def of(self, thing: str) -> tuple[Change, ...]:
        """The changes that ended, made or enlarged a thing, by day."""
        touching = {change.id: change for change in (*self._out.get(thing, ()), *self._into.get(thing, ()))}
        return tuple(sorted(touching.values(), key=lambda change: (change.date, change.id)))

    def heirs(self, thing: str, date: str | None = None) -> tuple[str, ...]:
        """What answers for a thing on a day (now, where no day is given): itself, or those it passed into."""
        left = [change for change in self._out.get(thing, ()) if date is None or change.date <= date]
        if not left:
            return (thing,)
        found = (heir for change in left for after in change.after for heir in self.heirs(after, date))
        return tuple(dict.fromkeys(found))

    def forebears(self, thing: str) -> tuple[str, ...]:
        """All that passed into a thing, however many steps ago, nearest first."""
        found: dict[str, None] = {}
        ahead = [thing]
        while ahead:
            into = self._into.get(ahead.pop(0), ())
            new = [one for change in into for one in change.before if one not in found]
            found.update(dict.fromkeys(new))
            ahead += new
        return tuple(found)
