"""What an address of the lineage page asks for, and the addresses that ask for a little more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from api.pages.urls import iri_of, lineage_path
from api.pages.windows import Window
from ontology.model import Value

if TYPE_CHECKING:
    from collections.abc import Mapping

UP: Final = 4
DOWN: Final = 1
"""The steps shown where the address says nothing: to the root of most chains, and who acted on the document."""


class Asked(Value, frozen=True, gc=False):
    """The parts of a lineage address. `predicates` empty means all; `expanded` are paths of nodes."""

    path: str
    up: int = UP
    down: int = DOWN
    predicates: frozenset[str] = frozenset()
    expanded: tuple[str, ...] = ()

    def query(self, lang: str) -> str:
        """The query part of this address, with its question mark; empty where it says nothing."""
        pairs = [("up", str(self.up))] if self.up != UP else []
        pairs += [("down", str(self.down))] if self.down != DOWN else []
        pairs += [("p", name) for name in sorted(self.predicates)]
        pairs += [("expand", path) for path in self.expanded]
        pairs += [("lang", lang)] if lang != "vi" else []
        return f"?{urlencode(pairs, safe='/~')}" if pairs else ""

    def with_expanded(self, path: str) -> Asked:
        """The same, with one more node expanded."""
        return Asked(self.path, self.up, self.down, self.predicates, (*self.expanded, path))


def window(asked: Asked) -> Window:
    """The part of the lineage that is asked for."""
    expanded = tuple(iri_of(path) for path in asked.expanded)
    return Window(iri_of(asked.path), asked.up, asked.down, asked.predicates or None, expanded)


def buttons(asked: Asked, missing: Mapping[str, int], lang: str) -> dict[str, tuple[str, str]]:
    """For each node with hidden neighbours the text and address of the button that shows them."""
    return {
        iri: (f"+{count}", f"/lineage/{asked.path}{asked.with_expanded(lineage_path(iri)).query(lang)}")
        for iri, count in missing.items()
    }
