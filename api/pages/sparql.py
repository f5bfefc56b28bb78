"""SPARQL for people without a script: a form, and the answer below it as a table or as Turtle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from api.pages.graphs import drawn
from api.pages.refusals import told
from api.pages.site import language_of
from api.pages.site import page as site_page
from api.pages.tables import of_results, plain
from api.snapshots import current
from graph.statements import statements
from ontology import terms
from ontology.namespaces import PHAHE, PREFIXES, expand

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from api.problems import Problem

EXAMPLE: Final = """SELECT ?head ?number ?tail WHERE {
  ?head phahe:implements ?tail .
  OPTIONAL { ?head eli:id_local ?number }
}
ORDER BY ?number
LIMIT 50"""


CLASSES: Final = (
    "eli:LegalResource",
    "oa:SpecificResource",
    "oa:TextPositionSelector",
    "oa:TextQuoteSelector",
    "org:ChangeEvent",
    "prov:Activity",
    "skos:Concept",
    "skos:ConceptScheme",
)
PROPERTIES: Final = (
    "rdf:type",
    "rdf:subject",
    "rdf:predicate",
    "rdf:object",
    "rdfs:label",
    "rdfs:comment",
    "dcterms:title",
    "dcterms:description",
    "eli:id_local",
    "eli:type_document",
    "eli:date_document",
    "eli:passed_by",
    "oa:hasSource",
    "oa:hasSelector",
    "oa:start",
    "oa:end",
    "oa:exact",
    "oa:prefix",
    "oa:suffix",
    "org:originalOrganization",
    "org:resultingOrganization",
    "org:subOrganizationOf",
    "prov:wasAssociatedWith",
    "prov:wasGeneratedBy",
    "prov:wasQuotedFrom",
    "prov:startedAtTime",
    "prov:endedAtTime",
    "schema:containedInPlace",
    "skos:notation",
    "skos:prefLabel",
    "skos:broader",
)
"""Words of other vocabularies in our graph (docs/ontology.md)."""


def starter() -> str:
    """The query that an empty form begins with: all prefixes, and who implements what."""
    return (
        "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items() if f"{prefix}:" in EXAMPLE) + EXAMPLE
    )


def vocabulary() -> dict[str, list[str]]:
    """The words that the editor completes: our classes and properties, and those of others that our graph uses."""
    used = {
        "classes": [*_ours("class"), *map(expand, CLASSES)],
        "properties": [*_ours("object"), *_ours("data"), *map(expand, PROPERTIES)],
    }
    return {kind: sorted(words) for kind, words in used.items()}


def _ours(form: str) -> list[str]:
    return [PHAHE + word.name for word in terms.WORDS.values() if word.form == form]


def page(request: Request, *, text: str, answer: bytes | None, problem: Problem | None) -> Response:
    """The form with a query in it and, below, its answer (SPARQL JSON results, or Turtle) or what was wrong with it."""
    lang = language_of(request)
    table, graph, turtle = None, None, ""
    if answer is not None and answer.lstrip()[:1] == b"{":
        table = of_results(answer, lang)
    elif answer is not None:
        turtle = answer.decode()
        graph = drawn(statements(answer), current(request).nodes, lang)
    saved = request.query_params.get("saved")
    chosen = next((query for query in plain() if query.text == text or query.name == saved), None)
    return site_page(
        request,
        "sparql.html",
        status=problem.status if problem else 200,
        text=text or (chosen.text if chosen else starter()),
        asked=text,
        table=table,
        graph=graph,
        turtle=turtle,
        problem=problem,
        said=told(problem.detail, lang) if problem else None,
        queries=plain(),
        chosen=chosen.name if chosen else "",
    )
