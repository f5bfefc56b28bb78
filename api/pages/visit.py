"""The guided first visit: stations along the chain of the shipped examples, each with a page and what to see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from api.pages.urls import evidence_url, lineage_url, node_url, with_query
from ontology.errors import PhaheError
from ontology.model import Value

if TYPE_CHECKING:
    from graph.values import Dossier, Node

PLAN: Final = "211/KH-UBND"
MIDDLE: Final = "49-KL/TW"
ROOT: Final = "11-CT/TW"
"""The two ends and a link of the chain that the examples tell (docs/case-study.md)."""


class Examples(Protocol):
    """What of a reader is needed."""

    def pick(self, name: str) -> Node: ...  # noqa: D102 - graph.reader says it

    def dossier(self, iri: str) -> Dossier: ...  # noqa: D102


class Station(Value, frozen=True, gc=False):
    """One step of the visit: the key of its words, and the page to open; none where the examples are not loaded."""

    key: str
    url: str | None


def stations(reader: Examples | None, lang: str) -> tuple[Station, ...]:
    """The stations in order, their pages only where all of the examples' chain is in the data."""
    found = _addresses(reader, lang)
    keys = ("search", "document", "lineage", "down", "quote", "chain", "refine", "network", "ask", "take")
    return tuple(Station(key, found.get(key)) for key in keys)


def _addresses(reader: Examples | None, lang: str) -> dict[str, str]:
    try:
        if reader is None:
            return {}
        plan, middle, root = (reader.pick(name) for name in (PLAN, MIDDLE, ROOT))
        proofs = [edge.evidence[0] for edge in reader.dossier(plan.iri).out if edge.evidence]
    except PhaheError:
        return {}
    if not proofs:
        return {}
    return {
        "search": with_query("/", lang, q="ke hoach 211"),
        "document": node_url(plan.iri, lang),
        "lineage": lineage_url(plan.iri, lang),
        "down": lineage_url(middle.iri, lang, down="3"),
        "quote": evidence_url(proofs[0].iri, lang),
        "chain": with_query("/chain", lang, **{"from": PLAN, "to": root.number or ROOT}),
        "refine": lineage_url(middle.iri, lang, down="3", gather="province", since="2020"),
        "network": lineage_url(middle.iri, lang, down="3", view="network"),
        "ask": with_query("/queries/implementers", lang, document=middle.number or MIDDLE),
        "take": with_query("/data", lang),
    }
