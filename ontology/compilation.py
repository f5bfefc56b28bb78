"""Compiles the ontology's Turtle into `terms.json`, so that reading it takes a millisecond and needs no RDF library.

Run `python -m ontology.compilation` after a change to `phahe.ttl` or `schemes/*.ttl`; a test fails while they differ.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ontology.namespaces import ID, PHAHE, PREFIXES

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

HERE: Final = Path(__file__).parent
SOURCES: Final = (HERE / "phahe.ttl", *sorted((HERE / "schemes").glob("*.ttl")))
FORMS: Final = {
    "Class": "class",
    "ObjectProperty": "object",
    "DatatypeProperty": "data",
    "AnnotationProperty": "annotation",
}


class Reading:
    """A graph of the ontology with the questions that compiling asks of it. Terms are given as prefixed names."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    def objects(self, subject: Node, curie: str) -> list[Any]:
        """The objects of a property, sorted."""
        return sorted(self.graph.objects(subject, iri(curie)))

    def one(self, subject: Node, curie: str) -> Any | None:  # noqa: ANN401 - an RDF term of any kind
        """The only object, or None; raises ValueError where there are several."""
        found = self.objects(subject, curie)
        if len(found) > 1:
            raise ValueError(f"{subject} has {len(found)} values of {curie}; keep one")
        return found[0] if found else None

    def text(self, subject: Node, curie: str, language: str) -> str:
        """The one literal in a language; raises ValueError where it is missing."""
        found = [str(o) for o in self.objects(subject, curie) if getattr(o, "language", None) == language]
        if len(found) != 1:
            raise ValueError(f"{subject} needs exactly one {curie} in {language}, and has {len(found)}")
        return found[0]

    def subjects(self, curie: str, value: Node) -> list[Any]:
        """The subjects that have a value for a property, sorted."""
        return sorted(self.graph.subjects(iri(curie), value))


def iri(curie: str) -> Any:  # noqa: ANN401 - rdflib is imported only while compiling
    """The rdflib term of a prefixed name (`rdfs:label`)."""
    from rdflib import URIRef

    prefix, _, local = curie.partition(":")
    return URIRef(PREFIXES[prefix] + local)


def shortened(term: Node | None) -> str | None:
    """An IRI as a prefixed name, or as it is where no prefix fits."""
    for prefix, namespace in PREFIXES.items():
        if term is not None and str(term).startswith(namespace):
            return f"{prefix}:{str(term)[len(namespace) :]}"
    return None if term is None else str(term)


def read() -> Reading:
    """All Turtle files of the ontology in one graph."""
    from rdflib import Graph

    graph = Graph()
    for path in SOURCES:
        graph.parse(path, format="turtle")
    return Reading(graph)


def predicates(reading: Reading) -> list[dict[str, Any]]:
    """The relations, strongest first."""
    found = [predicate(reading, s) for s in reading.subjects("rdfs:subPropertyOf", iri("phahe:relation"))]
    return sorted(found, key=lambda p: -p["strength"])


def predicate(reading: Reading, subject: Node) -> dict[str, Any]:
    """One relation, as `terms.Predicate`."""
    return {
        "name": str(subject).removeprefix(PHAHE),
        "strength": int(reading.one(subject, "phahe:strength")),  # type: ignore[arg-type]
        **labels(reading, subject),
        "inverse_vi": reading.text(subject, "phahe:inverseLabel", "vi"),
        "inverse_en": reading.text(subject, "phahe:inverseLabel", "en"),
        "eli": shortened(reading.one(subject, "phahe:eliEquivalent")),
        "schema": shortened(reading.one(subject, "phahe:schemaEquivalent")),
        "cues": [str(cue) for cue in reading.objects(subject, "phahe:cueExample")],
    }


def labels(reading: Reading, subject: Node, name: str = "rdfs:label", text: str = "rdfs:comment") -> dict[str, str]:
    """Label and comment in both languages."""
    return {
        "label_vi": reading.text(subject, name, "vi"),
        "label_en": reading.text(subject, name, "en"),
        "comment_vi": reading.text(subject, text, "vi"),
        "comment_en": reading.text(subject, text, "en"),
    }


def concepts(reading: Reading, scheme: str) -> list[dict[str, Any]]:
    """The top concepts of a scheme by rank, then by notation."""
    found = [concept(reading, s) for s in reading.subjects("skos:topConceptOf", scheme_iri(scheme))]
    return sorted(found, key=lambda c: (c["rank"] or 0, c["code"]))


def scheme_iri(scheme: str) -> Any:  # noqa: ANN401 - rdflib is imported only while compiling
    """The IRI of a concept scheme."""
    from rdflib import URIRef

    return URIRef(f"{ID}scheme/{scheme}")


def concept(reading: Reading, subject: Node) -> dict[str, Any]:
    """One concept, as `terms.Concept`. A concept without a definition is explained by its label."""
    scheme, _, slug = str(subject).removeprefix(ID).partition("/")
    text = "skos:definition" if reading.objects(subject, "skos:definition") else "skos:prefLabel"
    rank = reading.one(subject, "phahe:rank")
    return {
        "scheme": scheme,
        "code": str(reading.one(subject, "skos:notation")),
        "slug": slug,
        **labels(reading, subject, "skos:prefLabel", text),
        "alt": [str(alt) for alt in reading.objects(subject, "skos:altLabel")],
        "rank": None if rank is None else int(rank),
    }


def types(reading: Reading, subjects: Iterable[Node]) -> list[dict[str, Any]]:
    """Types of document by code."""
    return sorted((document_type(reading, subject) for subject in subjects), key=lambda t: t["code"])


def document_type(reading: Reading, subject: Node) -> dict[str, Any]:
    """One type, as `terms.DocumentType`."""
    broader = reading.one(subject, "skos:broader")
    return {
        **concept(reading, subject),
        "spheres": [str(s).rpartition("/")[2] for s in reading.objects(subject, "phahe:sphere")],
        "normative": str(reading.one(subject, "phahe:normative")),
        "legislation": reading.one(subject, "phahe:legislation") is not None,
        "broader": None if broader is None else str(reading.one(broader, "skos:notation")),
    }


def words(reading: Reading) -> Iterator[dict[str, Any]]:
    """Every class and property of ours, in the order of their names."""
    for form, name in FORMS.items():
        for subject in reading.subjects("rdf:type", iri(f"owl:{form}")):
            if str(subject).startswith(PHAHE):
                yield {"name": str(subject).removeprefix(PHAHE), "form": name, **word(reading, subject)}


def word(reading: Reading, subject: Node) -> dict[str, Any]:
    """Labels, comments and place of one class or property."""
    above = reading.objects(subject, "rdfs:subClassOf") + reading.objects(subject, "rdfs:subPropertyOf")
    return {
        **labels(reading, subject),
        "parents": [shortened(parent) for parent in above],
        "domain": shortened(reading.one(subject, "rdfs:domain")),
        "range": shortened(reading.one(subject, "rdfs:range")),
    }


def compiled() -> str:
    """The text of `terms.json`: the same bytes for the same Turtle."""
    from rdflib import URIRef

    reading = read()
    schemes: Iterable[str] = ("kinds", "levels", "spheres", "statuses")
    terms = {
        "version": str(reading.one(URIRef(PHAHE.rstrip("#")), "owl:versionInfo")),
        "predicates": predicates(reading),
        "types": types(reading, reading.subjects("skos:topConceptOf", scheme_iri("types"))),
        "narrower": types(reading, set(reading.graph.subjects(iri("skos:broader")))),
        **{scheme: concepts(reading, scheme) for scheme in schemes},
        "words": list(words(reading)),
    }
    return json.dumps(terms, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Write `terms.json` anew."""
    (HERE / "terms.json").write_text(compiled(), encoding="utf-8")


if __name__ == "__main__":
    main()
