"""How a document is cited, and what its page says of it to machines (schema.org/Legislation)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from api.pages import language
from api.pages.naming import brief, title_of
from api.pages.urls import web
from ontology import terms
from ontology.identity import slug
from ontology.namespaces import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.portrait import Portrait
    from graph.status import Standing
    from graph.values import Edge, Node

CONTEXT: Final = "https://schema.org"
LONGEST: Final = 600
"""How much of a subject a citation repeats."""
FORCE: Final = {
    "in force": "InForce",
    "amended": "InForce",
    "partly repealed": "PartiallyInForce",
    "replaced": "NotInForce",
    "repealed": "NotInForce",
    "suspended": "NotInForce",
}


def citation(node: Node) -> str:
    """The document as Vietnamese texts cite it: type, number, date, issuer, subject (Decree 30/2020/NĐ-CP, annex I)."""
    kind = language.type_label(node.type, "vi")
    parts = [f"{kind} số {node.number}" if node.number else node.label]
    if node.date and len(node.date) == 10:
        parts.append(f"ngày {language.date(node.date, 'vi')}")
    elif node.date:
        parts.append(f"năm {node.date[:4]}")
    parts += [f"của {node.issuer}"] if node.issuer else []
    return " ".join(parts) + (f", {brief(title_of(node), LONGEST)}" if node.title else "")


def forms(node: Node, version: str) -> tuple[tuple[str, str], ...]:
    """The forms of a citation by name: in a text, in short, in a report (with the version of the data), BibTeX."""
    whole = citation(node)
    return (
        ("text", whole),
        ("short", node.label),
        ("report", f"{whole}. <{node.iri}>, phahe {version}."),
        ("bibtex", _bibtex(node)),
    )


def _bibtex(node: Node) -> str:
    """The entry of a document; what would end a field early is taken out of it."""
    fields = {
        "title": node.title or node.label,
        "author": f"{{{node.issuer}}}" if node.issuer else None,
        "number": node.number,
        "year": (node.date or "")[:4] or None,
        "date": node.date,
        "url": node.iri,
    }
    lines = [f"  {name} = {{{_plain(value, name)}}}" for name, value in fields.items() if value]
    return f"@misc{{{slug(node.label)},\n" + ",\n".join(lines) + "\n}"


def _plain(value: str, name: str) -> str:
    return value if name == "author" else re.sub(r"[{}\\\s]+", " ", value).strip()


def legislation(shown: Portrait, standing: Standing | None = None) -> dict[str, Any]:
    """The JSON-LD of a document. Relations that schema.org has no word for are left to the RDF."""
    node = shown.node
    others = {other.iri: other for group in shown.groups for other in group.others}
    force = FORCE.get(standing.code) if standing else None
    found: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "Legislation",
        "@id": node.iri,
        "name": node.title or node.label,
        "legislationIdentifier": node.number,
        "legislationType": language.type_label(node.type, "vi"),
        "legislationDate": node.date,
        "legislationPassedBy": {"@type": "GovernmentOrganization", "name": node.issuer} if node.issuer else None,
        "legislationLegalForce": f"{CONTEXT}/{force}" if force else None,
        "inLanguage": "vi",
        "subjectOf": sorted({place for group in shown.groups for place in _places(group.edges) if place}),
    }
    for group in shown.groups:
        word = None if group.inverse else _word(group.predicate)
        if word:
            found.setdefault(word, []).extend(_reference(others, edge.tail) for edge in group.edges)
    return {key: value for key, value in found.items() if value}


def _places(edges: tuple[Edge, ...]) -> set[str | None]:
    """The addresses on the web of the sources that relations rest on."""
    return {web(item.location) for edge in edges for item in edge.evidence}


def _word(predicate: str) -> str | None:
    """The schema.org property of a relation, without its prefix."""
    term = terms.PREDICATES.get(predicate)
    stated = (term.schema or "") if term else ""
    return stated.removeprefix("schema:").removeprefix(PREFIXES["schema"]) or None


def _reference(others: Mapping[str, Node], iri: str) -> dict[str, str]:
    return {"@type": "Legislation", "@id": iri, "name": others[iri].label}
