"""What an address of the lineage page asks for, and the addresses that ask for a little more or less."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from msgspec.structs import replace

from api.pages.placement import LANES
from api.pages.urls import iri_of, lineage_path
from graph.outline import Reach
from ontology import terms
from ontology.model import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from starlette.datastructures import QueryParams

UP: Final = 4
DOWN: Final = 1
"""The steps shown where the address says nothing: to the root of most chains, and who acted on the document."""

VIEWS: Final = ("drawing", "network", "table")
MOST: Final = 40
"""So many nodes or groups an address may name in one list."""
LONGEST: Final = 600
"""The longest path of a node or name of a group that is taken from an address."""


class Asked(Value, frozen=True, gc=False):
    """The parts of a lineage address. `predicates` empty means all; nodes are given by their paths.

    `gathered` are lanes drawn as one box, `opened` names groups with how many of their members are shown (`20.NAME`);
    `since` and `until` bound the time that is not greyed, `as_of` is a day; `trace` is the node whose chain is lit.
    """

    path: str
    up: int = UP
    down: int = DOWN
    predicates: frozenset[str] = frozenset()
    expanded: tuple[str, ...] = ()
    folded: tuple[str, ...] = ()
    gathered: frozenset[str] = frozenset()
    opened: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    as_of: str = ""
    confirmed: bool = False
    trace: str = ""
    page: int = 1
    view: str = VIEWS[0]
    fit: bool = False

    def pairs(self, lang: str) -> list[tuple[str, str]]:
        """What the query part of this address says, name by name; nothing where it is as usual."""
        pairs = [("up", str(self.up))] if self.up != UP else []
        pairs += [("down", str(self.down))] if self.down != DOWN else []
        lists: tuple[tuple[str, Iterable[str]], ...] = (
            ("p", sorted(self.predicates)),
            ("expand", self.expanded),
            ("fold", self.folded),
            ("gather", sorted(self.gathered, key=LANES.index)),
            ("open", self.opened),
        )
        pairs += [(name, value) for name, values in lists for value in values]
        words = {"since": self.since, "until": self.until, "as_of": self.as_of, "trace": self.trace}
        pairs += [(name, value) for name, value in words.items() if value]
        pairs += [("min", "confirmed")] if self.confirmed else []
        pairs += [("page", str(self.page))] if self.page > 1 else []
        pairs += [("view", self.view)] if self.view != VIEWS[0] else []
        pairs += [("fit", "yes")] if self.fit else []
        return [*pairs, ("lang", lang)] if lang != "vi" else pairs

    def query(self, lang: str) -> str:
        """The query part of this address, with its question mark; empty where it says nothing."""
        pairs = self.pairs(lang)
        return f"?{urlencode(pairs, safe='/~,')}" if pairs else ""

    def address(self, lang: str, **changes: object) -> str:
        """The address that asks for the same but for some changes; it goes to the first page unless they name one."""
        asked = replace(self, **({"page": 1} | changes)) if changes else self
        return f"/lineage/{self.path}{asked.query(lang)}"

    def kept(self, lang: str) -> list[tuple[str, str]]:
        """What a form must carry along in hidden fields: all that it has no field for."""
        return [pair for pair in self.pairs(lang) if pair[0] in {"expand", "fold", "open", "view", "fit", "lang"}]


def read(path: str, up: int, down: int, query: QueryParams) -> Asked:
    """What an address asks for; names that stand for nothing are left out."""

    def listed(name: str) -> tuple[str, ...]:
        values = (value for value in query.getlist(name) if 0 < len(value) <= LONGEST)
        return tuple(dict.fromkeys(values))[:MOST]

    def said(name: str) -> str:
        return query.get(name, "").strip()[:LONGEST]

    page = said("page")
    return Asked(
        path=path,
        up=up,
        down=down,
        predicates=frozenset(listed("p")) & terms.PREDICATES.keys(),
        expanded=listed("expand"),
        folded=listed("fold"),
        gathered=frozenset(listed("gather")) & frozenset(LANES),
        opened=listed("open"),
        since=said("since"),
        until=said("until"),
        as_of=said("as_of"),
        confirmed=said("min") == "confirmed",
        trace=said("trace"),
        page=max(int(page), 1) if page.isascii() and page.isdigit() and len(page) < 6 else 1,
        view=said("view") if said("view") in VIEWS else VIEWS[0],
        fit=said("fit") == "yes",
    )


def reach(asked: Asked) -> Reach:
    """The walk that is asked for."""
    expanded, folded = (tuple(iri_of(path) for path in paths) for paths in (asked.expanded, asked.folded))
    return Reach(iri_of(asked.path), asked.up, asked.down, asked.predicates or None, expanded, folded)


class Button(Value, frozen=True, gc=False):
    """A small button on a box: its text (`+3`, `−`), its address, and in words what it does (`show` or `hide`)."""

    text: str
    url: str
    does: str


def buttons(asked: Asked, behind: Mapping[str, int], inner: Iterable[str], lang: str) -> dict[str, tuple[Button, ...]]:
    """The buttons of each node: one that shows its hidden neighbours, one that hides what hangs on it (`inner`)."""
    made: dict[str, tuple[Button, ...]] = {}
    for iri in dict.fromkeys([*behind, *inner]):
        path = lineage_path(iri)
        found = []
        if iri in behind:
            unfolded = tuple(one for one in asked.folded if one != path)
            more = {"folded": unfolded, "expanded": (*without(asked.expanded, path), path)}
            found.append(Button(f"+{behind[iri]}", asked.address(lang, **more), "show"))
        if iri in inner and path != asked.path:
            less = {"folded": (*without(asked.folded, path), path), "expanded": without(asked.expanded, path)}
            found.append(Button("−", asked.address(lang, **less), "hide"))
        made[iri] = tuple(found)
    return {iri: found for iri, found in made.items() if found}


def without(paths: Sequence[str], path: str) -> tuple[str, ...]:
    """The paths but for one."""
    return tuple(one for one in paths if one != path)
