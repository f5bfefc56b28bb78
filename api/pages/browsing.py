"""Answers of a search and the sections of a document page, arranged for reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from api.pages import language
from api.pages.urls import with_query
from ontology.model import Value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.values import Dossier, Edge, Results

FACETS: Final = ("type", "level", "year")
PAGE: Final = 20
MOST: Final = 14
"""How many values of a facet are listed."""


class Choice(Value, frozen=True, gc=False):
    """One value of a facet: its words, how many answers have it, the address that chooses it or takes it back."""

    words: str
    count: int
    url: str
    chosen: bool


class Listing(Value, frozen=True, gc=False):
    """One page of answers: facets, which answers these are (from 1), and the pages before and after."""

    facets: tuple[tuple[str, tuple[Choice, ...]], ...]
    first: int
    last: int
    before: str | None
    after: str | None


class Section(Value, frozen=True, gc=False):
    """The relations of one kind and direction on a document page; `activities` marks those from activities."""

    predicate: str
    inverse: bool
    edges: tuple[Edge, ...]


class Witness(Value, frozen=True, gc=False):
    """A source that states facts: the number it is cited by, its title and the day it was published."""

    number: int
    title: str | None
    published: str | None


class Sections(Value, frozen=True, gc=False):
    """What a document does to others, what others do to it, and what was done about it."""

    out: tuple[Section, ...]
    into: tuple[Section, ...]
    activities: tuple[Section, ...]


def offset(page: str | None) -> int:
    """How many answers come before a page given by its number; anything else is the first page."""
    number = int(page) if page and page.isascii() and page.isdigit() and len(page) < 7 else 1
    return max(number - 1, 0) * PAGE


def listing(found: Results, chosen: Mapping[str, str], start: int, lang: str) -> Listing:
    """The facets and pages of an answer."""
    facets = tuple((facet, _choices(facet, found, chosen, lang)) for facet in FACETS)
    number = start // PAGE + 1
    last = start + len(found.hits)
    before = _address(found.query, chosen, lang, number - 1) if number > 1 else None
    after = _address(found.query, chosen, lang, number + 1) if last < found.total else None
    return Listing(tuple(pair for pair in facets if pair[1]), start + 1 if found.hits else 0, last, before, after)


def _choices(facet: str, found: Results, chosen: Mapping[str, str], lang: str) -> tuple[Choice, ...]:
    counts = dict(found.facets.get(facet, ()))
    if facet in chosen:
        counts = {chosen[facet]: counts.get(chosen[facet], found.total)}
    made = []
    for value, count in list(counts.items())[:MOST]:
        mine = {name: held for name, held in chosen.items() if name != facet}
        other = mine if chosen.get(facet) == value else {**mine, facet: value}
        made.append(Choice(words(facet, value, lang), count, _address(found.query, other, lang, 1), facet in chosen))
    return tuple(made)


def words(facet: str, value: str, lang: str) -> str:
    """A value of a facet as people say it."""
    if facet == "year":
        return value
    said = language.type_label(value, lang) if facet == "type" else language.level(value, lang)
    return said[:1].upper() + said[1:]


def _address(query: str, chosen: Mapping[str, str], lang: str, number: int) -> str:
    return with_query("/", lang, q=query, **chosen, page=str(number) if number > 1 else None)


def sections(dossier: Dossier) -> Sections:
    """The relations of a document by direction and kind, the strongest kind first."""
    doing = {other.iri for other in dossier.others if other.kind == "activity"}
    return Sections(
        out=_grouped(dossier.out, inverse=False),
        into=_grouped([edge for edge in dossier.into if edge.head not in doing], inverse=True),
        activities=_grouped([edge for edge in dossier.into if edge.head in doing], inverse=True),
    )


def _grouped(edges: tuple[Edge, ...] | list[Edge], *, inverse: bool) -> tuple[Section, ...]:
    present = {edge.predicate for edge in edges}
    return tuple(
        Section(name, inverse, tuple(edge for edge in edges if edge.predicate == name))
        for name in language.in_order(present)
    )


def witnesses(dossier: Dossier) -> dict[str, Witness]:
    """The sources that state facts, by hash, numbered from 1 in the order in which the facts cite them."""
    edges = (*dossier.out, *dossier.into)
    told = {item.source: item for item in (*(item for edge in edges for item in edge.evidence), *dossier.mentions)}
    met = dict.fromkeys(sha256 for fact in dossier.facts for sha256 in fact.sources)
    numbered = ((number, sha256, told.get(sha256)) for number, sha256 in enumerate(met, start=1))
    return {
        sha256: Witness(number, item.source_title if item else None, item.published if item else None)
        for number, sha256, item in numbered
    }
