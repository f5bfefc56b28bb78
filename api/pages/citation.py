"""How a document is cited, and what its page says of it to machines (schema.org/Legislation)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from api.pages import language
from api.pages.naming import title_of
from api.pages.urls import web
from ontology import terms
from ontology.namespaces import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.values import Dossier, Node

CONTEXT: Final = "https://schema.org"


def citation(node: Node) -> str:
    """The document as Vietnamese texts cite it: type, number, date, issuer, subject (Decree 30/2020/NĐ-CP, annex I)."""
    kind = language.type_label(node.type, "vi")
    parts = [f"{kind} số {node.number}" if node.number else node.label]
    if node.date and len(node.date) == 10:
        parts.append(f"ngày {language.date(node.date, 'vi')}")
    elif node.date:
        parts.append(f"năm {node.date[:4]}")
    parts += [f"của {node.issuer}"] if node.issuer else []
    return " ".join(parts) + (f", {title_of(node)}" if node.title else "")


def legislation(dossier: Dossier) -> dict[str, Any]:
    """The JSON-LD of a document. Relations that schema.org has no word for are left to the RDF."""
    node = dossier.node
    others = {other.iri: other for other in dossier.others}
    found: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "Legislation",
        "@id": node.iri,
        "name": node.title or node.label,
        "legislationIdentifier": node.number,
        "legislationType": language.type_label(node.type, "vi"),
        "legislationDate": node.date,
        "legislationPassedBy": {"@type": "GovernmentOrganization", "name": node.issuer} if node.issuer else None,
        "inLanguage": "vi",
        "subjectOf": sorted({place for place in _places(dossier) if place}),
    }
    for edge in dossier.out:
        word = _word(edge.predicate)
        if word and edge.tail in others:
            found.setdefault(word, []).append(_reference(others, edge.tail))
    return {key: value for key, value in found.items() if value}


def _places(dossier: Dossier) -> set[str | None]:
    """The addresses on the web of the sources that the relations rest on."""
    return {web(item.location) for edge in (*dossier.out, *dossier.into) for item in edge.evidence}


def _word(predicate: str) -> str | None:
    """The schema.org property of a relation, without its prefix."""
    term = terms.PREDICATES.get(predicate)
    stated = (term.schema or "") if term else ""
    return stated.removeprefix("schema:").removeprefix(PREFIXES["schema"]) or None


def _reference(others: Mapping[str, Node], iri: str) -> dict[str, str]:
    return {"@type": "Legislation", "@id": iri, "name": others[iri].label}
