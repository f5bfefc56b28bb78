"""When it may be said that something was looked for and not found: only where declared searches cover all of it."""

from __future__ import annotations

from collections.abc import Iterable

from graph.audit_values import Search
from graph.expected import Body, answering, parts, span
from graph.searches import Window, covering, touching
from ontology.places import Place
from ontology.registers import Register


class Absence:
    """Weighs declared searches for documents of some kinds, published in a window of days."""

    def __init__(self, register: Register, searches: Iterable[Search], kinds: Iterable[str], window: Window) -> None:
        self.register = register
        self.searches = tuple(searches)
        self.kinds = tuple(kinds)
        self.window = window

    def of(self, body: Body) -> tuple[tuple[Search, ...], str]:
        """The searches that cover a body whole; none where they do not, with a note of what is lacking."""
        if not self.window[0]:
            return (), "the policy's date is not known, so no search can be said to cover it"
        if body.key.startswith("place/"):
            return self._of_unit(body.key.removeprefix("place/"))
        sort, _, place = body.key.partition(":")
        unit = self.register.place(place) if place else None
        if unit is None:
            return self._of_pieces([(frozenset({body.key}), body.label, self.window)])
        return self._of_pieces([self._acting(sort, unit, body.label), *self._successors(sort, unit)])

    def _of_unit(self, slug: str) -> tuple[tuple[Search, ...], str]:
        """A unit is covered where each unit that it answers for is, in the days in which that one stood."""
        units = parts(slug, self.register, self.window)
        return self._of_pieces([(self._keys(unit), unit.full_name, span(unit, self.window)) for unit in units])

    def _of_pieces(self, pieces: Iterable[tuple[frozenset[str], str, Window]]) -> tuple[tuple[Search, ...], str]:
        """What covers every piece: a body in a part of the window; else what is lacking."""
        used: dict[str, Search] = {}
        lacking: list[str] = []
        whole = True
        for keys, name, window in pieces:
            found = covering(self.searches, keys, self.kinds, window)
            if found is None:
                whole = False
                lacking.append(self._lack(keys, name, window))
            else:
                used |= {one.id: one for one in found}
        return (tuple(used.values()), "") if whole else ((), "; ".join(filter(None, lacking)))

    def _acting(self, sort: str, unit: Place, name: str) -> tuple[frozenset[str], str, Window]:
        """A local body in the days of its place: a search for the whole place is one for it too."""
        places = self._keys(unit)
        keys = {f"{sort}:{key.removeprefix('place/')}" for key in places}
        return frozenset(places | keys), name, span(unit, self.window)

    def _successors(self, sort: str, unit: Place) -> list[tuple[frozenset[str], str, Window]]:
        """The units that answer for a place within the window, after it ended."""
        heirs = [self.register.place(slug) for slug in answering(unit.slug, self.register, self.window[1])]
        return [self._acting(sort, heir, heir.full_name) for heir in heirs if heir and heir.slug != unit.slug]

    def _keys(self, unit: Place) -> frozenset[str]:
        """What a search for a unit may be filed under: itself, or the unit that was formed anew under its name."""
        heirs = self.register.successions.heirs(f"place/{unit.slug}")
        units = [self.register.place(key.removeprefix("place/")) for key in heirs]
        named = {f"place/{one.slug}" for one in units if one and one.name == unit.name}
        return frozenset({f"place/{unit.slug}"} | named)

    def _lack(self, keys: frozenset[str], name: str, window: Window) -> str:
        """What the searches that were declared for a body leave open; empty where there are none."""
        found = touching(self.searches, keys)
        if not found:
            return ""
        told = ", ".join(f"{one.since} to {one.until}{' ' + ' '.join(one.kinds) if one.kinds else ''}" for one in found)
        kinds = " ".join(self.kinds) or "all kinds"
        return f"{name} was searched in part ({told}); asked: {kinds}, {window[0]} to {window[1]}"
