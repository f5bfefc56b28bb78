"""When it may be said that something was looked for and not found: only where declared searches cover all of it."""

from __future__ import annotations

from collections.abc import Iterable

from graph.audit_values import Search
from graph.expected import Body, parts, span
from graph.searches import Window, covering, touching
from ontology.places import Place
from ontology.registers import Register


class Absence:
    """Weighs declared searches for documents of some kinds, published in a window of days."""

    def __init__(
        self, register: Register, searches: Iterable[Search], kinds: Iterable[str], window: Window, day: str
    ) -> None:
        self.register = register
        self.searches = tuple(searches)
        self.kinds = tuple(kinds)
        self.window = window
        self.day = day

    def of(self, body: Body) -> tuple[tuple[Search, ...], str]:
        """The searches that cover a body whole; none where they do not, with a note of what is lacking."""
        if not self.window[0]:
            return (), "the policy's date is not known, so no search can be said to cover it"
        if body.key.startswith("place/"):
            return self._of_unit(body.key.removeprefix("place/"))
        place = body.key.rpartition(":")[2] if ":" in body.key else ""
        keys = frozenset({body.key} | ({f"place/{place}"} if place else set()))
        found = covering(self.searches, keys, self.kinds, self.window)
        return (found, "") if found else ((), self._lack(keys, body.label, self.window))

    def _of_unit(self, slug: str) -> tuple[tuple[Search, ...], str]:
        """A unit is covered where each unit that it answers for is, in the days in which that one stood."""
        used: dict[str, Search] = {}
        lacking = []
        for unit in parts(slug, self.register, self.window):
            keys, window = self._keys(unit), span(unit, self.window)
            found = covering(self.searches, keys, self.kinds, window)
            if found is None:
                lacking.append(self._lack(keys, unit.full_name, window))
            else:
                used |= {one.id: one for one in found}
        return ((), "; ".join(filter(None, lacking))) if lacking else (tuple(used.values()), "")

    def _keys(self, unit: Place) -> frozenset[str]:
        """What a search for a unit may be filed under: itself, or the unit that was formed anew under its name."""
        heirs = self.register.successions.heirs(f"place/{unit.slug}", self.day)
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
