"""Duties and reported figures about documents, read from the graphs of the sources that state them.

Words that say only in what part or manner something is done (`vague.tsv`) are no duty: the whole quote stands in for
them, and a duty whose quote says no more is left out.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from graph.catalogue import listed
from graph.ground import Ground
from graph.values import Evidence
from ontology import identity
from ontology.model import Value
from ontology.namespaces import expand

MOST: Final = 50
"""Sources looked through for duties that are tied to no document, and such duties told."""
OBLIGATION: Final = ox.NamedNode(expand("phahe:Obligation"))
TABLE: Final = Path(__file__).with_name("vague.tsv")
ABOUT: Final = ox.NamedNode(expand("phahe:about"))
TYPE: Final = ox.NamedNode(expand("rdf:type"))
KINDS: Final = {expand("phahe:Obligation"): "obligation", expand("phahe:Result"): "result"}
FIELDS: Final = {
    expand(curie): field
    for curie, field in {
        "phahe:obliged": "who",
        "phahe:reporter": "who",
        "dcterms:description": "what",
        "phahe:due": "due",
        "phahe:since": "since",
        "phahe:period": "period",
        "phahe:within": "within",
        "phahe:value": "value",
        "phahe:unit": "unit",
        "phahe:percentOfTarget": "percent",
        "phahe:evidence": "evidence",
    }.items()
}
SOURCE_GRAPH: Final = identity.source_graph("")


class Stated(Value, frozen=True):
    """An obligation or a result as one source states it, about documents (IRIs)."""

    iri: str
    kind: str
    source: str
    about: tuple[str, ...]
    fields: dict[str, str]
    evidence: Evidence


def stated(ground: Ground, documents: Iterable[str]) -> list[Stated]:
    """All that sources state about any of these documents, in the order of sources and of their text."""
    found: dict[str, Stated] = {}
    for document in documents:
        for subject, graph in _subjects(ground, document):
            if subject.value not in found:
                found[subject.value] = _read(ground, subject, graph)
    said = (one for one in found.values() if one.kind != "obligation" or not is_vague(one.fields.get("what", "")))
    return sorted(said, key=lambda one: (one.source, one.evidence.start, one.evidence.end, one.iri))


def beside(ground: Ground, documents: Sequence[str], known: Container[str]) -> list[Stated]:
    """Duties that stand in sources which tell what these documents do, and that were tied to none of them.

    `known` are the duties (IRIs) that were. A person judges whether they belong to the documents.
    """
    query = "SELECT DISTINCT c.source FROM json_each(?) AS asked CROSS JOIN claims c ON c.head = asked.value ORDER BY 1"
    sources = [row[0] for row in ground.reader.catalogue.db.execute(query, (listed(documents[:MOST]),))]
    found = []
    for sha256 in sources[:MOST]:
        graph = ox.NamedNode(identity.source_graph(sha256))
        quads = ground.reader.store.quads_for_pattern(None, TYPE, OBLIGATION, graph)
        subjects = [quad.subject for quad in quads if isinstance(quad.subject, ox.NamedNode)]
        found += [_read(ground, subject, graph) for subject in subjects if subject.value not in known]
    said = (one for one in found if not is_vague(one.fields.get("what", "")))
    return sorted(said, key=lambda one: (one.source, one.evidence.start, one.evidence.end, one.iri))[:MOST]


@cache
def _vague() -> re.Pattern[str]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = [row["words"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
    return re.compile("|".join(f"(?:{words})" for words in rows))


def is_vague(what: str) -> bool:
    """Whether words say how or in what part something is to be done, and not what (`chủ trì`): rows of `vague.tsv`."""
    folded = " ".join(identity.fold(what).split()).strip(" ,;.:")
    return not folded or _vague().fullmatch(folded) is not None


def _subjects(ground: Ground, document: str) -> Iterator[tuple[ox.NamedNode, ox.NamedNode]]:
    for quad in ground.reader.store.quads_for_pattern(None, ABOUT, ox.NamedNode(document), None):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.graph_name, ox.NamedNode):
            yield quad.subject, quad.graph_name


def _read(ground: Ground, subject: ox.NamedNode, graph: ox.NamedNode) -> Stated:
    fields: dict[str, str] = {}
    about: list[str] = []
    kind = ""
    for quad in ground.reader.store.quads_for_pattern(subject, None, None, graph):
        value = quad.object
        assert isinstance(value, ox.NamedNode | ox.Literal), "no other terms stand in our graphs"
        if quad.predicate == ABOUT:
            about.append(value.value)
        elif quad.predicate == TYPE:
            kind = KINDS.get(value.value, kind)
        elif quad.predicate.value in FIELDS:
            fields[FIELDS[quad.predicate.value]] = value.value
    sha256 = graph.value.removeprefix(SOURCE_GRAPH)
    evidence = ground.reader.witness.quoted(subject.value, fields.pop("evidence"), sha256)
    if is_vague(fields.get("what", "")):
        # What is to be done was not told from the part or the manner of doing it: the quote says it in full.
        fields["what"] = " ".join(evidence.exact.split())
    return Stated(subject.value, kind, sha256, tuple(sorted(about)), fields, evidence)
