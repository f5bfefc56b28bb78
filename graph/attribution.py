"""Whose document a document is, in the geography of any day: its body's, or that of the body that answers for it."""

from __future__ import annotations

from functools import cache, cached_property

from graph.expected import Body, answering, answering_body
from graph.ground import Ground
from ontology import identity
from ontology.namespaces import ID

UNREGISTERED = f"{ID}body/{identity.UNKNOWN}/"
Claimed = tuple[tuple[str, str], ...]


class Attribution:
    """Tells to which of some expected bodies each node belongs on a day, and through which succession.

    With `until`, what those that answer for an expected body on that later day do counts for it too.
    """

    def __init__(self, ground: Ground, bodies: tuple[Body, ...], day: str, *, until: str | None = None) -> None:
        self.ground = ground
        self.bodies = {body.key: body for body in bodies}
        self.day = day
        self.until = until
        self._levels = {body.level for body in bodies if body.level}
        self._of = cache(self._found)

    def of(self, node: int) -> Claimed:
        """The keys of the expected bodies that a node counts for, each with a note where it is by succession."""
        bearers = self.ground.bearers
        return self._of(int(bearers.place[node]), int(bearers.body[node]))

    def alike(self, node: int) -> bool:
        """Whether a node is of the level of the expected bodies, though of none of them."""
        bearers = self.ground.bearers
        return bearers.level[node] >= 0 and bearers.levels[bearers.level[node]] in self._levels

    def _found(self, place: int, body: int) -> Claimed:
        bearers = self.ground.bearers
        found = self._of_place(bearers.places[place]) if place >= 0 else []
        found += self._of_body(bearers.bodies[body]) if body >= 0 else []
        return tuple(dict(found).items())

    def _of_place(self, slug: str) -> list[tuple[str, str]]:
        heirs = answering(slug, self.ground.register, self.day)
        found = [
            (f"place/{heir}", self._passed(slug, heir) if heir != slug else "")
            for heir in heirs
            if f"place/{heir}" in self.bodies
        ]
        return found or self._by_heir.get(slug, [])

    @cached_property
    def _by_heir(self) -> dict[str, list[tuple[str, str]]]:
        """The units that answer for expected units on the later day."""
        found: dict[str, list[tuple[str, str]]] = {}
        for key in (key for key in self.bodies if self.until and key.startswith("place/")):
            slug = key.removeprefix("place/")
            for heir in answering(slug, self.ground.register, self.until or ""):
                found.setdefault(heir, []).append((key, self._passed(slug, heir)))
        return found

    def _passed(self, slug: str, heir: str) -> str:
        """What to say of a document of a unit that has passed into another."""
        old, new = self.ground.register.place(slug), self.ground.register.place(heir)
        assert old, "documents bear units of the register"
        assert new, "successions lead to units of the register"
        if old.name == new.name:
            return f"by {old.full_name} as it was until {old.valid_to}"
        return f"by {old.full_name}, for which {new.full_name} answers after {old.valid_to}"

    def _of_body(self, iri: str) -> list[tuple[str, str]]:
        if iri.startswith(UNREGISTERED):
            key = f"name/{iri.removeprefix(UNREGISTERED).partition('~')[0]}"
            return [(key, "")] if key in self.bodies else []
        return self._by_iri.get(iri, [])

    @cached_property
    def _by_iri(self) -> dict[str, list[tuple[str, str]]]:
        """The IRIs of expected bodies, and of those that passed into them by the day."""
        found: dict[str, list[tuple[str, str]]] = {}
        for key in (key for key in self.bodies if key.startswith("body/")):
            found.setdefault(identity.body(key.removeprefix("body/")), []).append((key, ""))
            for other, note in (*self._forebears(key), *self._offices(key), *self._heirs(key)):
                found.setdefault(identity.body(other), []).append((key, note))
        return found

    def _offices(self, key: str) -> list[tuple[str, str]]:
        """The keys of those who act for a local body under its numbers: its chairperson, its standing committee."""
        sort, _, place = key.removeprefix("body/").partition(":")
        held = self.ground.register.bodies.bodies.values()
        acting = [one for one in held if one.places and one.id != sort and one.parent == one.series == sort]
        return [(f"{one.id}:{place}", f"by its {one.name_en}") for one in acting if place]

    def _heirs(self, key: str) -> list[tuple[str, str]]:
        """The keys of the bodies that answer for one on the later day."""
        if not self.until:
            return []
        heirs = answering_body(key.removeprefix("body/"), self.ground.register, self.until)
        note = f"by the body that answers for it on {self.until}"
        return [(heir, note) for heir in heirs if f"body/{heir}" != key]

    def _forebears(self, key: str) -> list[tuple[str, str]]:
        """The keys of bodies that passed into one by the day, with the note that says so."""
        register = self.ground.register
        sort, _, place = key.removeprefix("body/").partition(":")
        sorts = [one.removeprefix("body/") for one in register.successions.forebears(f"body/{sort}")]
        sorts = [one for one in sorts if f"body/{sort}" in register.successions.heirs(f"body/{one}", self.day)]
        if not place:
            return [(one, f"by {register.bodies.bodies[one].name}, which passed into it") for one in sorts]
        places = [one.removeprefix("place/") for one in register.successions.forebears(f"place/{place}")]
        units = [place, *(one for one in places if place in answering(one, register, self.day))]
        pairs = [(f"{one}:{unit}", unit) for one in (sort, *sorts) for unit in units]
        return [
            (one, self._passed(unit, place) if unit != place else "of its forerunner")
            for one, unit in pairs
            if f"body/{one}" != key
        ]
