"""The routes of a plain store: `/sparql` with updates, and the graph store protocol with both ways of naming a graph.

https://www.w3.org/TR/sparql11-http-rdf-update/
"""

from __future__ import annotations

import secrets
from typing import Final

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse, Response

from api import endpoint
from api.access import admitted
from api.negotiation import best
from api.problems import Problem
from api.sparql import GRAPHS, MEDIA_TYPES, Operation
from graph.plain import PlainStore
from graph.updates import Using

router = APIRouter(tags=["plain"])

SCOPE: Final = "load"
"""The scope of the key that opens writing."""

READ: Final = {
    "text/turtle": "turtle",
    "application/x-turtle": "turtle",
    "application/n-triples": "ntriples",
    "application/rdf+xml": "rdfxml",
    "application/ld+json": "jsonld",
}
"""The media types of graphs that are read."""

MULTIPART: Final = "multipart/form-data"


@router.get("/")
def home() -> Response:
    """Send people to the endpoint, which describes itself."""
    return RedirectResponse("/sparql", 303)


@router.api_route("/sparql", methods=["GET", "POST"], response_class=Response)
async def sparql(request: Request) -> Response:
    """Answer a query, do an update (with a key), or describe the service."""
    put = await endpoint.operation(request)
    if put.kind == "update":
        return await _updated(request, put)
    if put.kind == "description":
        return endpoint.described(request, writable=True)
    form = endpoint.form_for(put, request.headers.get("accept"), writable=True)
    lanes = await run_in_threadpool(request.app.state.plain.lanes)
    return endpoint.response(request, await endpoint.answer(request, put, lanes, form), form)


async def _updated(request: Request, put: Operation) -> Response:
    admitted(request, SCOPE)
    using = Using(put.default or (), put.named or ()) if put.default is not None else None
    await run_in_threadpool(_store(request).update, put.text, base=_address(request), using=using)
    return Response(status_code=204)


@router.api_route("/graph-store", methods=["GET", "PUT", "POST", "DELETE"], response_class=Response)
async def named_in_query(request: Request) -> Response:
    """A graph named by `?graph=IRI` or `?default`; POST without either makes a new one."""
    names = request.query_params.getlist("graph")
    named = len(names) + ("default" in request.query_params)
    if request.method == "POST" and not named:
        return await _put(request, f"{_address(request).rstrip('/')}/{secrets.token_hex(8)}", keep=True, located=True)
    if named != 1:
        raise Problem("bad-request", "Name one graph: ?graph=IRI or ?default.")
    return await _done(request, names[0] if names else None)


@router.api_route("/graph-store/{path:path}", methods=["GET", "PUT", "POST", "DELETE"], response_class=Response)
async def named_by_address(request: Request) -> Response:
    """A graph named by the address itself."""
    return await _done(request, _address(request))


async def _done(request: Request, graph: str | None) -> Response:
    match request.method:
        case "PUT":
            return await _put(request, graph, keep=False)
        case "POST":
            return await _put(request, graph, keep=True)
        case "DELETE":
            admitted(request, SCOPE)
            await run_in_threadpool(_store(request).delete, graph)
            return Response(status_code=204)
        case _:
            return await _got(request, graph)


async def _got(request: Request, graph: str | None) -> Response:
    form = best(request.headers.get("accept"), GRAPHS)
    if form is None:
        offered = ", ".join(MEDIA_TYPES[name].partition(";")[0] for name in dict(GRAPHS).values())
        raise Problem("not-acceptable", f"A graph can be had as {offered}.")
    body = await run_in_threadpool(_store(request).get, graph, form)
    return Response(body, headers={"Vary": "Accept"}, media_type=MEDIA_TYPES[form])


async def _put(request: Request, graph: str | None, *, keep: bool, located: bool = False) -> Response:
    """Read the body into the graph; 201 where it is new."""
    admitted(request, SCOPE)
    new = False
    for place, (data, form) in enumerate(await _bodies(request)):
        base, more = graph or _address(request), keep or place > 0
        added = await run_in_threadpool(_store(request).put, graph, data, form, base=base, keep=more)
        new = new or added
    headers = {"Location": graph or ""} if located else None
    return Response(status_code=201 if new else 204, headers=headers)


async def _bodies(request: Request) -> list[tuple[bytes, str]]:
    """The graphs in a body, with their forms: one, or the files of a form."""
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != MULTIPART:
        return [(await request.body(), _form(media_type))]
    async with request.form() as form:
        files = [one for one in form.values() if isinstance(one, UploadFile)]
        if not files:
            raise Problem("bad-request", "The form holds no file.")
        return [(await one.read(), _form((one.content_type or "").partition(";")[0].strip().lower())) for one in files]


def _form(media_type: str) -> str:
    if media_type not in READ:
        raise Problem("media-type", f"A graph is sent as {', '.join(READ)}.", headers={"Accept": ", ".join(READ)})
    return READ[media_type]


def _store(request: Request) -> PlainStore:
    store: PlainStore = request.app.state.plain.store
    return store


def _address(request: Request) -> str:
    """The address that was asked for, without its query."""
    return str(request.url.replace(query="", fragment=""))
