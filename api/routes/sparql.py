"""`/sparql` and `/graph-store` over phahe's own data: everybody reads, nobody writes."""

from __future__ import annotations

from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import Response

from api import endpoint
from api.negotiation import wants_page
from api.problems import Problem, of_error
from api.snapshots import Snapshots
from api.sparql import Operation
from ontology.errors import PhaheError
from ontology.identity import LINEAGE, REGISTER

router = APIRouter(tags=["sparql"])

WHOLE: Final = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


@router.get("/sparql", response_class=Response, summary="SPARQL query (1.1 Protocol), or the Service Description")
async def sparql_get(request: Request) -> Response:
    """Answer the query in `query`, in the form that `Accept` or `format` asks for; without one, describe oneself."""
    put = await endpoint.operation(request)
    if wants_page(request.headers.get("accept")) and put.form is None:
        return await _page(request, put)
    return await _answered(request, put)


async def answered(request: Request) -> Response:
    """Answer a program that asks at `/sparql`, by GET or POST."""
    return await _answered(request, await endpoint.operation(request))


@router.post("/sparql", response_class=Response, summary="SPARQL query, by form or as the body")
async def sparql_post(request: Request) -> Response:
    """Answer a query sent as a form or as `application/sparql-query`; an update is refused with 403."""
    return await answered(request)


@router.get("/graph-store", response_class=Response, summary="A graph, by name (Graph Store Protocol, reading)")
async def graph_store(request: Request) -> Response:
    """Answer with all of a graph: `?graph=IRI` or `?default`."""
    names = request.query_params.getlist("graph")
    if len(names) + ("default" in request.query_params) != 1:
        raise Problem("bad-request", "Name one graph: ?graph=IRI or ?default.")
    return await _answered(request, Operation("query", WHOLE, tuple(names) or None, () if names else None))


@router.api_route("/graph-store", methods=["PUT", "POST", "PATCH", "DELETE"], include_in_schema=False)
async def graph_store_writing() -> Response:
    """Refuse to write, with the reason."""
    raise endpoint.read_only()


async def _answered(request: Request, put: Operation) -> Response:
    if put.kind == "update":
        raise endpoint.read_only()
    if put.kind == "description":
        return endpoint.described(request, writable=False, named=(LINEAGE, REGISTER))
    form = endpoint.form_for(put, request.headers.get("accept"))
    snapshots: Snapshots = request.app.state.snapshots
    lanes = snapshots.lanes(put.version)
    tag = endpoint.etag(lanes.version, form)
    if endpoint.unchanged(request, tag):
        return Response(status_code=304, headers={"ETag": tag, "Vary": "Accept"})
    return endpoint.response(request, await endpoint.answer(request, put, lanes, form), form)


async def _page(request: Request, put: Operation) -> Response:
    """The form for people, with the answer or the refusal below it."""
    from api.pages.sparql import page

    if put.kind == "description":
        return page(request, text="", answer=None, problem=None)
    try:
        form = endpoint.form_for(put, "application/sparql-results+json, text/turtle")
        snapshots: Snapshots = request.app.state.snapshots
        found = await endpoint.answer(request, put, snapshots.lanes(put.version), form)
    except Problem as problem:
        return page(request, text=put.text, answer=None, problem=problem)
    except PhaheError as error:
        return page(request, text=put.text, answer=None, problem=of_error(error))
    return page(request, text=put.text, answer=found.body, problem=None)
