"""Finding a document: the search page, suggestions while one types, and the way from a name to a document."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import RedirectResponse, Response

from api.pages import browsing, hinting
from api.pages.site import language_of, page
from api.pages.urls import node_url
from api.snapshots import current, held
from graph import search
from graph.reader import Reader

router = APIRouter(include_in_schema=False)

Data = Annotated[Reader, Depends(current)]
MaybeData = Annotated[Reader | None, Depends(held)]
Words = Annotated[str, Query(max_length=400)]


@router.get("/")
def home(request: Request, reader: MaybeData, q: Words = "") -> Response:
    """Search: the box alone, or the answers to `q` with facets."""
    lang = language_of(request)
    if reader is None:
        return page(request, "home.html", stats={}, facets=())
    chosen = browsing.chosen(request.query_params)
    if not q.strip() and not chosen:
        everything = browsing.listing(reader, reader.find("", limit=0), {}, 0, lang)
        return page(request, "home.html", version=reader.version, stats=reader.stats(), facets=everything.facets)
    start = browsing.offset(request.query_params.get("page"))
    found = reader.find(q, limit=browsing.PAGE, offset=start, filters=chosen)
    return page(
        request,
        "results.html",
        version=reader.version,
        words=q,
        results=found,
        listing=browsing.listing(reader, found, chosen, start, lang),
        same=search.bearing(found),
    )


@router.get("/suggest")
def suggestions(request: Request, reader: Data, q: Words = "") -> Response:
    """What a query that is being typed may become, for the script of the search box: words and addresses."""
    body = msgspec.json.encode(hinting.options(reader.suggest(q), language_of(request)))
    return Response(body, media_type="application/json", headers={"Cache-Control": "no-cache"})


@router.get("/d")
def by_name(request: Request, reader: Data, q: Words) -> Response:
    """The document that a number or words name; an ambiguous name lists its candidates."""
    return RedirectResponse(node_url(reader.pick(q).iri, language_of(request)), 303)
