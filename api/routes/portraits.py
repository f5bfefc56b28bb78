"""The page of a document or activity, and the pages of its relations where there are many."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import RedirectResponse, Response

from api.pages import arranging
from api.pages.citation import forms, legislation
from api.pages.drawing import lineage_svg
from api.pages.site import language_of, page
from api.pages.urls import iri_of, node_url
from api.pages.windows import Window, view
from api.problems import Problem
from api.snapshots import current
from graph import clocks
from graph.histories import history
from graph.portrait import portrait, relations
from graph.reader import Reader
from graph.values import Subgraph
from ontology.terms import PREDICATES

router = APIRouter(include_in_schema=False)

Data = Annotated[Reader, Depends(current)]
AROUND = 24
"""Beyond so many neighbours the small drawing says nothing any more; the lineage page serves."""


@router.get("/d/{path:path}")
def document(
    request: Request,
    reader: Data,
    path: str,
    as_of: Annotated[str, Query(max_length=10)] = "",
    p: Annotated[str, Query(max_length=40)] = "",
) -> Response:
    """A document or activity: who it is, its status on a day, relations both ways with their quotes, what is stated.

    With `p` the relations of that kind alone (`way` is `out` or `into`, `kind` what the others are), page by page.
    """
    iri = iri_of(path)
    if p:
        return _related(request, reader, iri, p)
    shown = portrait(reader, iri)
    if shown.node.iri != iri:
        return RedirectResponse(node_url(shown.node.iri, language_of(request)), 301)
    day = clocks.day(as_of) if as_of else clocks.today()
    standing = reader.status(iri, day) if shown.node.kind == "document" else None
    near = _near(reader, iri)
    return page(
        request,
        "document.html",
        version=reader.version,
        shown=shown,
        node=shown.node,
        as_of=as_of,
        standing=standing,
        acting=reader.nodes([edge.head for edge in standing.acts]) if standing else {},
        sections=arranging.sections(shown),
        witnesses=arranging.witnesses(reader, shown),
        candidates=[reader.node(other) for other in shown.node.ambiguous],
        history=history(reader, iri),
        drawing=lineage_svg(near, lang=language_of(request)) if near else "",
        near=near,
        years=arranging.years(shown),
        forms=forms(shown.node, reader.version),
        legislation=legislation(shown, standing) if shown.node.kind == "document" else None,
    )


def _near(reader: Reader, iri: str) -> Subgraph | None:
    """What lies one step around, where it is not too much for a small drawing."""
    out, into = reader.degrees([iri])[iri]
    return view(reader, Window(iri, 1, 1)) if 0 < out + into <= AROUND else None


def _related(request: Request, reader: Reader, iri: str, predicate: str) -> Response:
    """One page of the relations of one kind and direction."""
    query = request.query_params
    inverse, kind = query.get("way") == "into", query.get("kind", "document")
    if predicate not in PREDICATES or kind not in {"document", "activity"}:
        raise Problem(
            "invalid", f"There is no relation {predicate!r} of a {kind!r}; there are {', '.join(PREDICATES)}."
        )
    number = arranging.page_number(query.get("page"))
    group = relations(reader, iri, predicate, inverse, kind, limit=arranging.PAGE, offset=(number - 1) * arranging.PAGE)
    return page(
        request,
        "relations.html",
        version=reader.version,
        node=reader.node(iri),
        group=group,
        number_=number,
        pages=max(1, -(-group.total // arranging.PAGE)),
    )
