"""Answers of queries as tables: SPARQL terms as people read them, things of ours as links to their pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from unicodedata import normalize

import msgspec

from api.pages.urls import node_url, web
from graph import queries
from ontology.model import Value
from ontology.namespaces import ID, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.answers import Answer
    from graph.queries import NamedQuery


MARKS: Final = frozenset("\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323đĐ")
"""Letters with these are Vietnamese: most names in the graph carry no language."""


class Cell(Value, frozen=True, gc=False):
    """One value: its text, where it leads (a page of ours, an address of the web), its language and datatype."""

    text: str
    url: str | None = None
    lang: str | None = None
    numeric: bool = False


class Table(Value, frozen=True, gc=False):
    """Columns and rows; `verdict` in place of both where the answer is yes or no; `cut` where rows were left out."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    verdict: bool | None = None
    cut: bool = False


def shown(answer: Answer, lang: str) -> Table | str:
    """An answer for reading: a table, or the Turtle of a graph."""
    return answer.body.decode() if answer.kind == "graph" else of_results(answer.body, lang, cut=answer.truncated)


def plain() -> list[NamedQuery]:
    """The named queries that can be pasted anywhere as they stand: all of them, for each holds its example."""
    return list(queries.catalogue())


def prefixes() -> dict[str, str]:
    """The prefixes of the editor."""
    return dict(PREFIXES)


def of_results(data: bytes, lang: str = "vi", *, cut: bool = False) -> Table:
    """A table of SPARQL JSON results."""
    answer = msgspec.json.decode(data)
    if "boolean" in answer:
        return Table((), (), verdict=answer["boolean"])
    columns = tuple(answer["head"].get("vars", ()))
    rows = answer["results"]["bindings"]
    return Table(columns, tuple(tuple(cell(row.get(column), lang) for column in columns) for row in rows), cut=cut)


def cell(term: Mapping[str, Any] | None, lang: str) -> Cell:
    """One RDF term of SPARQL JSON results; nothing where it is unbound."""
    if term is None:
        return Cell("")
    value = str(term["value"])
    if term["type"] == "uri":
        return Cell(shortened(value), link(value, lang))
    datatype = term.get("datatype", "").removeprefix(PREFIXES["xsd"])
    said = term.get("xml:lang") or ("vi" if MARKS & set(normalize("NFD", value)) else None)
    return Cell(value, None, said, numeric=datatype in {"integer", "decimal", "double", "float"})


def link(iri: str, lang: str) -> str | None:
    """Where an IRI leads: documents and activities to their pages, other things of ours to `/id/`."""
    if not iri.startswith(ID):
        return web(iri)
    path = iri.removeprefix(ID)
    return node_url(iri, lang) if path.startswith(("doc/", "activity/")) else f"/id/{path}"


def shortened(iri: str) -> str:
    """An IRI with its prefix, where it has one that is known."""
    if iri.startswith(ID):
        return iri.removeprefix(ID)
    for prefix, base in PREFIXES.items():
        if iri.startswith(base) and len(iri) > len(base):
            return f"{prefix}:{iri.removeprefix(base)}"
    return iri
