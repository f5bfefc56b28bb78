"""The parts of a document page and of an evidence page, arranged for reading."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from api.pages import language
from ontology.model import Value

if TYPE_CHECKING:
    from graph.portrait import Group, Moment, Portrait
    from graph.reader import Reader
    from graph.values import Edge, Evidence

PAGE: Final = 50
"""How many relations stand on a page of their own."""
BESIDE: Final = 24
"""How many pieces of evidence stand side by side."""
CITED: Final = 6
"""How many sources of a fact are numbered; of more it is said how many."""


class Sections(Value, frozen=True):
    """What a document does to others, what others do to it, and what was done about it."""

    out: tuple[Group, ...]
    into: tuple[Group, ...]
    activities: tuple[Group, ...]

    @property
    def total(self) -> int:
        """How many relations there are in all."""
        return sum(group.total for group in (*self.out, *self.into, *self.activities))


class Witness(Value, frozen=True, gc=False):
    """A source that states facts: the number it is cited by, its title and the day it was published."""

    number: int
    title: str | None
    published: str | None


class Beside(Value, frozen=True):
    """All evidence of a relation, a page of it."""

    items: tuple[Evidence, ...]
    total: int
    number: int
    pages: int


def page_number(text: str | None) -> int:
    """A page by its number, from 1; anything else is the first."""
    return max(1, int(text)) if text and text.isascii() and text.isdigit() and len(text) < 6 else 1


def sections(shown: Portrait) -> Sections:
    """The relations by direction, the strongest kind first; activities apart."""
    order = {name: at for at, name in enumerate(language.in_order({group.predicate for group in shown.groups}))}
    groups = sorted(shown.groups, key=lambda group: order[group.predicate])
    doing = [group for group in groups if group.inverse and group.kind == "activity"]
    return Sections(
        out=tuple(group for group in groups if not group.inverse),
        into=tuple(group for group in groups if group.inverse and group not in doing),
        activities=tuple(doing),
    )


def witnesses(reader: Reader, shown: Portrait) -> dict[str, Witness]:
    """The sources that facts cite, by hash, numbered from 1 in the order in which they are first cited."""
    met = dict.fromkeys(sha256 for fact in shown.facts for sha256 in fact.sources[:CITED])
    found = {}
    for number, sha256 in enumerate(met, start=1):
        known = reader.catalogue.source(sha256)
        found[sha256] = Witness(number, known[0].title if known else None, known[0].published if known else None)
    return found


def years(shown: Portrait) -> list[tuple[str, list[Moment]]]:
    """What is dated around a document, by year; its own date stands among it."""
    return [(year, list(moments)) for year, moments in groupby(shown.moments, key=lambda one: one.date[:4])]


def beside(edge: Edge, shown: Evidence, number: int) -> Beside:
    """All evidence of a relation side by side, that which is shown first."""
    items = (shown, *(one for one in edge.evidence if one.iri != shown.iri))
    pages = max(1, -(-len(items) // BESIDE))
    at = (min(number, pages) - 1) * BESIDE
    return Beside(items[at : at + BESIDE], len(items), min(number, pages), pages)
