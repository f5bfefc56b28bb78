"""SPARQL for people without a script: a form, and the answer below it as a table or as Turtle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from api.pages.site import language_of
from api.pages.site import page as site_page
from api.pages.tables import of_results, plain
from ontology.namespaces import PREFIXES

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


def starter() -> str:
    """The query that an empty form begins with: all prefixes, and who implements what."""
    return (
        "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items() if f"{prefix}:" in EXAMPLE) + EXAMPLE
    )


def page(request: Request, *, text: str, answer: bytes | None, problem: Problem | None) -> Response:
    """The form with a query in it and, below, its answer (SPARQL JSON results, or Turtle) or what was wrong with it."""
    table, turtle = None, None
    if answer is not None and answer.lstrip()[:1] == b"{":
        table = of_results(answer, language_of(request))
    elif answer is not None:
        turtle = answer.decode()
    return site_page(
        request,
        "sparql.html",
        status=problem.status if problem else 200,
        text=text or starter(),
        asked=text,
        table=table,
        turtle=turtle,
        problem=problem,
        queries=plain(),
    )
