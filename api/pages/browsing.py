"""Answers of a search, arranged for reading: facets whose every choice is an address, and pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from api.pages import language
from api.pages.urls import in_language
from graph.facetnames import facet_name
from ontology.model import Value
from ontology.namespaces import ID

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.datastructures import QueryParams

    from graph.reader import Reader
    from graph.values import Results

FACETS: Final = ("type", "level", "body", "province", "year", "status", "evidence", "review")
NAMED: Final = frozenset({"body", "province"})
"""Facets whose values are names, which are not translated."""
PAGE: Final = 20
SHOWN: Final = 8
"""How many values of a facet are listed before the rest is folded away."""
BODY: Final = f"{ID}body/"

Chosen = dict[str, tuple[str, ...]]


class Choice(Value, frozen=True, gc=False):
    """One value of a facet: its words, how many answers have it, the address that chooses it or takes it back."""

    words: str
    count: int
    url: str
    chosen: bool


class Facet(Value, frozen=True, gc=False):
    """A facet with its values, the chosen and the commonest first; `rest` is folded away. `named`: not translated."""

    key: str
    choices: tuple[Choice, ...]
    rest: tuple[Choice, ...]
    named: bool


class Listing(Value, frozen=True, gc=False):
    """One page of answers: facets, which answers these are (from 1), and the pages before and after.

    `taken` are the choices that hold now, `clear` the address without any.
    """

    facets: tuple[Facet, ...]
    taken: tuple[Choice, ...]
    clear: str
    first: int
    last: int
    before: str | None
    after: str | None


def offset(page: str | None) -> int:
    """How many answers come before a page given by its number; anything else is the first page."""
    number = int(page) if page and page.isascii() and page.isdigit() and len(page) < 6 else 1
    return max(number - 1, 0) * PAGE


def chosen(params: QueryParams) -> Chosen:
    """The facets and values that an address chooses, as search takes them."""
    found = {facet: tuple(dict.fromkeys(filter(None, params.getlist(facet)))) for facet in FACETS}
    found["body"] = tuple(f"{BODY}{value}" for value in found["body"])
    return {facet: values for facet, values in found.items() if values}


def address(query: str, choices: Mapping[str, tuple[str, ...]], lang: str, number: int = 1) -> str:
    """The address of a search with these choices, at a page."""
    pairs = [("q", query)] if query else []
    pairs += [(facet, value.removeprefix(BODY)) for facet in FACETS for value in choices.get(facet, ())]
    pairs += [("page", str(number))] if number > 1 else []
    return in_language(f"/?{urlencode(pairs)}" if pairs else "/", lang)


def listing(reader: Reader, found: Results, choices: Chosen, start: int, lang: str) -> Listing:
    """The facets and pages of an answer."""
    facets = tuple(_facet(reader, key, found, choices, lang) for key in FACETS)
    number, last = start // PAGE + 1, start + len(found.hits)
    return Listing(
        tuple(facet for facet in facets if len(facet.choices) > 1 or any(one.chosen for one in facet.choices)),
        tuple(one for facet in facets for one in (*facet.choices, *facet.rest) if one.chosen),
        address(found.query, {}, lang),
        start + 1 if found.hits else 0,
        last,
        address(found.query, choices, lang, number - 1) if number > 1 else None,
        address(found.query, choices, lang, number + 1) if last < found.total else None,
    )


def _facet(reader: Reader, key: str, found: Results, choices: Chosen, lang: str) -> Facet:
    counts = dict(found.facets.get(key, ()))
    mine = choices.get(key, ())
    values = list(dict.fromkeys([*mine, *counts]))
    made = [
        Choice(
            words(reader, key, value, lang),
            counts.get(value, 0),
            address(found.query, {**choices, key: toggled(mine, value)}, lang),
            value in mine,
        )
        for value in values
    ]
    shown = max(SHOWN, len(mine))
    return Facet(key, tuple(made[:shown]), tuple(made[shown:]), key in NAMED)


def toggled(values: tuple[str, ...], value: str) -> tuple[str, ...]:
    """The values with one more, or without it where it is among them."""
    return tuple(one for one in values if one != value) if value in values else (*values, value)


def words(reader: Reader, facet: str, value: str, lang: str) -> str:
    """A value of a facet as people say it."""
    if facet in {"evidence", "review"}:
        return language.say(f"facet_{facet}_{'yes' if value == 'true' else 'no'}", lang)
    said = facet_name(reader, facet, value)[0 if lang == "vi" else 1]
    return said[:1].upper() + said[1:]
