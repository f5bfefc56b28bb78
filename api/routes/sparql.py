"""`/sparql` and `/graph-store` over phahe's own data: everybody reads, nobody writes."""

from __future__ import annotations

from typing import Any, Final

from fastapi import APIRouter, Request
from starlette.responses import Response

from api import endpoint
from api.negotiation import wants_page
from api.problems import Problem, of_error
from api.snapshots import Snapshots
from api.sparql import FORM, MEDIA_TYPES, QUERY, Operation
from ontology.errors import PhaheError
from ontology.identity import LINEAGE, REGISTER

router = APIRouter(tags=["sparql"])

WHOLE: Final = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


TEXT: Final = {"type": "string"}
EXAMPLE: Final = "PREFIX phahe: <https://w3id.org/phahe/ontology#> SELECT * { ?s phahe:continues ?o } LIMIT 10"
GRAPH_LIST: Final = {"type": "array", "items": {"type": "string"}}
FIELDS: Final = {
    "query": (TEXT, EXAMPLE),
    "default-graph-uri": (GRAPH_LIST, [LINEAGE]),
    "named-graph-uri": (GRAPH_LIST, [LINEAGE]),
    "format": ({"type": "string"}, "csv"),
    "version": ({"type": "string"}, "0123456789abcdef"),
}
"""The parameters of a query, for the description: their schemas and examples."""

PARAMETERS: Final = [
    {"name": name, "in": "query", "required": False, "schema": schema, "example": example}
    for name, (schema, example) in FIELDS.items()
]
BODY: Final = {
    "required": True,
    "content": {
        FORM: {
            "schema": {
                "type": "object",
                "properties": {name: schema for name, (schema, _) in FIELDS.items()},
            },
            "example": {"query": EXAMPLE},
        },
        QUERY: {"schema": TEXT, "example": EXAMPLE},
    },
}
ANSWERS: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "The answer, or the Service Description.",
        "content": {media.partition(";")[0]: {"schema": {}} for media in MEDIA_TYPES.values()},
    }
}
"""What the description says of answers: they are what SPARQL has them be, not what a schema could tell."""

WHICH: Final = [
    {"name": "graph", "in": "query", "schema": {"type": "string", "format": "uri"}, "example": LINEAGE},
    {"name": "default", "in": "query", "schema": {"type": "string"}, "allowEmptyValue": True},
]


@router.get(
    "/sparql",
    response_class=Response,
    responses=ANSWERS,
    openapi_extra={"parameters": PARAMETERS},
    summary="SPARQL query (1.1 Protocol), or the Service Description",
)
async def sparql_get(request: Request) -> Response:
    """Answer the query in `query`, in the form that `Accept` or `format` asks for; without one, describe oneself."""
    put = await endpoint.operation(request)
    if wants_page(request.headers.get("accept")) and put.form is None:
        return await _page(request, put)
    return await _answered(request, put)


async def answered(request: Request) -> Response:
    """Answer a program that asks at `/sparql`, by GET or POST."""
    return await _answered(request, await endpoint.operation(request))


@router.post(
    "/sparql",
    response_class=Response,
    responses=ANSWERS,
    openapi_extra={"requestBody": BODY},
    summary="SPARQL query, by form or as the body",
)
async def sparql_post(request: Request) -> Response:
    """Answer a query sent as a form or as `application/sparql-query`; an update is refused with 403."""
    return await answered(request)


@router.get(
    "/graph-store",
    response_class=Response,
    responses=ANSWERS,
    openapi_extra={"parameters": WHICH},
    summary="A graph, by name (Graph Store Protocol, reading)",
)
async def graph_store(request: Request) -> Response:
    """Answer with all of a graph: `?graph=IRI` or `?default`."""
    names = request.query_params.getlist("graph")
    if len(names) + ("default" in request.query_params) != 1:
        raise Problem("bad-request", "Name one graph: ?graph=IRI or ?default.")
    return await _answered(request, Operation("query", WHOLE, tuple(names) or None, () if names else None))


async def graph_store_writing() -> Response:
    """Refuse to write, with the reason."""
    raise endpoint.read_only()


for method in ("PUT", "POST", "PATCH", "DELETE"):
    router.add_api_route(
        "/graph-store",
        graph_store_writing,
        methods=[method],
        status_code=403,
        response_class=Response,
        operation_id=f"graph_store_{method.lower()}",
        summary="Refused: this data is read-only",
    )


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
