"""The pages about the site: first visit, help, the data, how well it is read, the ontology, accessibility."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from api import accuracy
from api.pages import guidance, vendored, visit
from api.pages.site import language_of, page
from api.snapshots import held
from graph.publication import Published
from graph.reader import Reader
from ontology import terms

router = APIRouter(include_in_schema=False)

MaybeData = Annotated[Reader | None, Depends(held)]
MANY = 5_000
"""With more sources than this their publishers are not counted while somebody waits."""


@router.get("/start")
def start(request: Request, reader: MaybeData) -> Response:
    """The guided first visit, along the chain of the examples that ship."""
    version = reader.version if reader else None
    stations = visit.stations(reader, language_of(request))
    return page(request, "start.html", version=version, stations=stations)


@router.get("/help")
def help_page(request: Request) -> Response:
    """How to use the site, and what its words mean."""
    return page(request, "help.html", parts=guidance.HELP, glossary=guidance.glossary(language_of(request)))


@router.get("/accuracy")
def accuracy_page(request: Request) -> Response:
    """How well texts are read, as measured: the committed card."""
    card = accuracy.card()
    return page(request, "accuracy.html", card=card, tables=guidance.figures(card, language_of(request)))


@router.get("/ontology")
def ontology(request: Request) -> Response:
    """The words of the graph, with their labels and what they mean."""
    schemes = {"levels": terms.LEVELS, "spheres": terms.SPHERES, "statuses": terms.STATUSES}
    return page(
        request,
        "ontology.html",
        predicates=terms.PREDICATES,
        words=terms.WORDS,
        types=terms.TYPES,
        kinds=terms.KINDS,
        schemes=schemes,
    )


@router.get("/ontology.ttl")
def ontology_turtle() -> Response:
    """The ontology itself."""
    return Response(vendored.ontology(), media_type="text/turtle; charset=utf-8")


@router.get("/about")
def about(request: Request) -> Response:
    """What the site is and how it comes to what it says."""
    return page(request, "about.html", vendored=vendored.packages())


@router.get("/data")
def data(request: Request, reader: MaybeData) -> Response:
    """The data: what it holds, how far it reaches, its copies, and how to have it."""
    if reader is None:
        return page(request, "data.html", stats={}, spans=(), copies=())
    stats = reader.stats()
    published = Published(reader.data_dir)
    return page(
        request,
        "data.html",
        version=reader.version,
        stats=stats,
        spans=guidance.spans(reader.sources()) if stats["sources"] <= MANY else (),
        copies=guidance.copies(published.history(), published.versions()),
    )


@router.get("/accessibility")
def accessibility(request: Request) -> Response:
    """How accessible the site is, and where it falls short."""
    return page(request, "accessibility.html")
