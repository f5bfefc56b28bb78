"""The lineage of a document: the drawing with its table, the drawing as a file, the network view, the edges as CSV."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from api.pages import exports
from api.pages.drawing import lineage_svg
from api.pages.layout import CHAIN
from api.pages.lineages import Asked, buttons, window
from api.pages.naming import name_of
from api.pages.site import language_of, page
from api.pages.urls import iri_of
from api.pages.windows import hidden, view
from api.snapshots import current
from graph.reader import Reader
from graph.values import Subgraph
from ontology import terms

router = APIRouter(include_in_schema=False)

Data = Annotated[Reader, Depends(current)]
Steps = Annotated[int, Query(ge=0, le=12)]


def asked(
    path: str,
    up: Steps = 4,
    down: Steps = 1,
    p: Annotated[list[str] | None, Query(max_length=40)] = None,
    expand: Annotated[list[str] | None, Query(max_length=40)] = None,
) -> Asked:
    """What a lineage address asks for; unknown relations are left out."""
    chosen = frozenset(name for name in p or () if name in terms.PREDICATES)
    return Asked(path, up, down, chosen, tuple(dict.fromkeys(expand or ())))


Question = Annotated[Asked, Depends(asked)]


def shown(reader: Data, question: Question) -> Subgraph:
    """The part of the lineage that is asked for."""
    reader.node(iri_of(question.path))
    return view(reader, window(question))


Shown = Annotated[Subgraph, Depends(shown)]


@router.get("/lineage/{path:path}/pyvis")  # noqa: FAST003 - `asked` takes it
def network(request: Request, subgraph: Shown) -> Response:
    """The network view, to be shown in a sandboxed frame or on its own."""
    from api.views import policy, pyvis_html

    return Response(
        pyvis_html(subgraph, lang=language_of(request), site="", framed="framed" in request.query_params),
        media_type="text/html; charset=utf-8",
        headers={"Content-Security-Policy": policy(), "Cache-Control": "no-cache"},
    )


@router.get("/lineage/{path:path}/network.html")  # noqa: FAST003 - `asked` takes it
def network_file(request: Request, subgraph: Shown) -> Response:
    """The network view as one file to keep or hand on: nothing in it links back here."""
    from api.views import policy, pyvis_html

    text = pyvis_html(subgraph, lang=language_of(request))
    return Response(text, media_type="text/html; charset=utf-8", headers=exports.saved("lineage.html", policy()))


@router.get("/lineage/{path:path}/drawing.svg")  # noqa: FAST003 - `asked` takes it
def drawing(request: Request, subgraph: Shown) -> Response:
    """The drawing as a file with its style inside."""
    text = lineage_svg(subgraph, lang=language_of(request), standalone=True)
    return Response(text, media_type="image/svg+xml", headers=exports.saved("lineage.svg"))


@router.get("/lineage/{path:path}/edges.csv")  # noqa: FAST003 - `asked` takes it
def edges(request: Request, subgraph: Shown) -> Response:
    """The edges with their quotes, for spreadsheets."""
    text = exports.edges_csv(subgraph, language_of(request))
    return Response(text, media_type="text/csv; charset=utf-8", headers=exports.saved("lineage.csv"))


@router.get("/lineage/{path:path}/lineage.graphml")  # noqa: FAST003 - `asked` takes it
def graphml(subgraph: Shown) -> Response:
    """The same nodes and edges as GraphML."""
    from graph.network import graphml

    return Response(graphml(subgraph), media_type="application/graphml+xml", headers=exports.saved("lineage.graphml"))


@router.get("/lineage/{path:path}")  # noqa: FAST003 - `asked` takes it
def lineage(request: Request, reader: Data, question: Question, subgraph: Shown) -> Response:
    """The lineage page: drawing, table and network view of the same nodes and edges."""
    lang = language_of(request)
    small = len(subgraph.nodes) <= CHAIN
    missing = hidden(reader, subgraph, question.predicates or None) if small else {}
    named = {node.iri: node for node in subgraph.nodes}
    return page(
        request,
        "lineage.html",
        version=reader.version,
        question=question,
        subgraph=subgraph,
        named=named,
        focus=named[subgraph.focus],
        name=name_of(named[subgraph.focus], lang),
        names={iri: name_of(node, lang) for iri, node in named.items()},
        drawing=lineage_svg(subgraph, lang=lang, more=buttons(question, missing, lang)),
        predicates=terms.PREDICATES,
        as_network=request.query_params.get("view") == "network",
        query=question.query(lang),
    )
