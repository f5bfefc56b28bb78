"""All that is known of one node: its facts with the sources that state each, its edges both ways, its mentions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from graph.cards import Named, of_entry
from graph.catalogue import Catalogue
from graph.evidence import Witness
from graph.resolution import Identity
from graph.values import Dossier, Fact, Node
from ontology.registers import Register

PARTS: Final = ("number", "date", "issuer", "title", "term")
MOST_EDGES: Final = 500
MOST_SOURCES: Final = 500


def dossier(node: Node, catalogue: Catalogue, witness: Witness, register: Register, version: str) -> Dossier:
    """The dossier of a node of the lineage."""
    rows = catalogue.references_to(node.iri, MOST_SOURCES)
    out = [(node.iri, name, tail) for name, tail in catalogue.edges_from(node.iri)]
    into = [(head, name, node.iri) for name, head in catalogue.edges_into(node.iri)]
    others = catalogue.nodes(sorted({end for edge in (*out, *into) for end in (edge[0], edge[2])} - {node.iri}))
    hashes = sorted({named.reference.source for named, _ in rows})
    return Dossier(
        node=node,
        facts=facts(node, rows, register),
        out=tuple(witness.edges(out[:MOST_EDGES])),
        into=tuple(witness.edges(into[:MOST_EDGES])),
        others=tuple(others.values()),
        mentions=witness.mentions(node.iri, hashes),
        identity=explained([found for _, found in rows]),
        version=version,
    )


def facts(node: Node, rows: Iterable[tuple[Named, Identity]], register: Register) -> tuple[Fact, ...]:
    """Each thing that sources state of a document as they print it, with those sources; then what the register adds."""
    stated: dict[tuple[str, str], set[str]] = {}
    entries = set()
    for named, found in rows:
        entries.add(found.entry)
        for part, value in _printed(named).items():
            if value:
                stated.setdefault((part, value), set()).add(named.reference.source)
    told = [
        Fact(part, value, tuple(sorted(sources)))
        for (part, value), sources in sorted(
            stated.items(), key=lambda item: (PARTS.index(item[0][0]), -len(item[1]), item[0][1])
        )
    ]
    parts = {part for part, _ in stated}
    for entry in sorted(entry for entry in entries if entry):
        added = _printed(of_entry(entry, register))
        told += [Fact(part, value, (), register=True) for part, value in added.items() if value and part not in parts]
    if node.kind == "activity":
        pairs = (("actor", node.issuer), ("date", node.date))
        told += [Fact(part, value) for part, value in pairs if value]
    return tuple(told)


def explained(found: Iterable[Identity]) -> str:
    """How a document's identity was decided, in words that repeat no source."""
    reasons = sorted({one.reason for one in found})
    return "; ".join(reasons)


def _printed(named: Named) -> dict[str, str | None]:
    reference = named.reference
    issuer = named.issuer or (named.body.name if named.body and not reference.source else None)
    values = (reference.printed, reference.date, issuer, reference.title, named.body.term if named.body else None)
    return dict(zip(PARTS, values, strict=True))
