"""The lineage of a document: the drawing with its table, the network view, and both as files of many kinds."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from api.pages import exports, lineages, showing
from api.pages.drawing import edge_words, lineage_svg
from api.pages.lineages import DOWN, UP, Asked
from api.pages.naming import name_of
from api.pages.showing import Shown
from api.pages.site import language_of, page
from api.pages.urls import iri_of
from api.snapshots import current
from graph.excerpt import excerpt
from graph.reader import Reader
from graph.values import Subgraph
from ontology import terms

router = APIRouter(include_in_schema=False)

Data = Annotated[Reader, Depends(current)]
Steps = Annotated[int, Query(ge=0, le=12)]


def asked(request: Request, path: str, up: Steps = UP, down: Steps = DOWN) -> Asked:
    """What a lineage address asks for; unknown relations and levels are left out."""
    return lineages.read(path, up, down, request.query_params)


Question = Annotated[Asked, Depends(asked)]


def shown(request: Request, reader: Data, question: Question) -> Shown:
    """What is drawn."""
    reader.node(iri_of(question.path))
    return showing.show(reader, question, language_of(request))


def whole(reader: Data, question: Question) -> Subgraph:
    """All that is asked for, nothing gathered."""
    reader.node(iri_of(question.path))
    return showing.whole(reader, question)


Picture = Annotated[Shown, Depends(shown)]
Whole = Annotated[Subgraph, Depends(whole)]


@router.get("/lineage/{path:path}/pyvis")  # noqa: FAST003 - `asked` takes it
def network(request: Request, picture: Picture) -> Response:
    """The network view, to be shown in a sandboxed frame or on its own."""
    from api.views import policy, pyvis_html

    framed = "framed" in request.query_params
    text = pyvis_html(picture.subgraph, lang=language_of(request), site="", framed=framed, dress=picture.dress)
    return Response(
        text,
        media_type="text/html; charset=utf-8",
        headers={"Content-Security-Policy": policy(), "Cache-Control": "no-cache"},
    )


@router.get("/lineage/{path:path}/network.html")  # noqa: FAST003 - `asked` takes it
def network_file(request: Request, picture: Picture) -> Response:
    """The network view as one file to keep or hand on: nothing in it links back here."""
    from api.views import policy, pyvis_html

    text = pyvis_html(picture.subgraph, lang=language_of(request), dress=picture.dress)
    return Response(text, media_type="text/html; charset=utf-8", headers=exports.saved("lineage.html", policy()))


@router.get("/lineage/{path:path}/drawing.svg")  # noqa: FAST003 - `asked` takes it
def drawing(request: Request, picture: Picture) -> Response:
    """The drawing as a file with its style inside."""
    text = lineage_svg(picture.subgraph, lang=language_of(request), standalone=True, dress=exports.still(picture.dress))
    return Response(text, media_type="image/svg+xml", headers=exports.saved("lineage.svg"))


@router.get("/lineage/{path:path}/lineage.pdf")  # noqa: FAST003 - `asked` takes it
def pdf(request: Request, picture: Picture) -> Response:
    """The drawing and its table on paper."""
    from api.report.lineage import lineage_pdf

    made = lineage_pdf(picture.subgraph, exports.still(picture.dress), language_of(request))
    return Response(made, media_type="application/pdf", headers=exports.saved("lineage.pdf"))


@router.get("/lineage/{path:path}/edges.csv")  # noqa: FAST003 - `asked` takes it
def edges(request: Request, subgraph: Whole) -> Response:
    """The edges with their quotes, for spreadsheets."""
    text = exports.edges_csv(subgraph, language_of(request))
    return Response(text, media_type="text/csv; charset=utf-8", headers=exports.saved("lineage.csv"))


@router.get("/lineage/{path:path}/lineage.graphml")  # noqa: FAST003 - `asked` takes it
def graphml(subgraph: Whole) -> Response:
    """The same nodes and edges as GraphML."""
    from graph.network import graphml

    return Response(graphml(subgraph), media_type="application/graphml+xml", headers=exports.saved("lineage.graphml"))


@router.get("/lineage/{path:path}/lineage.ttl")  # noqa: FAST003 - `asked` takes it
def turtle(reader: Data, subgraph: Whole) -> Response:
    """The same nodes and edges as Turtle, with the assertions and quotes that they rest on."""
    data = excerpt(reader.store, subgraph, "turtle")
    return Response(data, media_type="text/turtle; charset=utf-8", headers=exports.saved("lineage.ttl"))


@router.get("/lineage/{path:path}/lineage.jsonld")  # noqa: FAST003 - `asked` takes it
def jsonld(reader: Data, subgraph: Whole) -> Response:
    """The same as JSON-LD."""
    data = excerpt(reader.store, subgraph, "jsonld")
    return Response(data, media_type="application/ld+json", headers=exports.saved("lineage.jsonld"))


@router.get("/lineage/{path:path}")  # noqa: FAST003 - `asked` takes it
def lineage(request: Request, reader: Data, question: Question, picture: Picture) -> Response:
    """The lineage page: drawing, network view and table of the same nodes and edges."""
    lang = language_of(request)
    subgraph = picture.subgraph
    named = {node.iri: node for node in subgraph.nodes}
    drawn = (
        lineage_svg(subgraph, lang=lang, dress=picture.dress, fit=question.fit) if question.view == "drawing" else ""
    )
    return page(
        request,
        "lineage.html",
        version=reader.version,
        question=question,
        picture=picture,
        subgraph=subgraph,
        named=named,
        focus=named[subgraph.focus],
        name=name_of(named[subgraph.focus], lang),
        drawing=drawn,
        predicates=terms.PREDICATES,
        views=lineages.VIEWS,
        edge_words=edge_words,
        most=showing.MOST,
        none_of=frozenset(),
        query=question.query(lang),
    )
