"""The REST API on named queries: which there are, and their answers."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from msgspec.structs import replace
from starlette.responses import Response

from api import endpoint
from api.problems import Problem
from api.routes.sparql import ANSWERS
from api.schemas import answer, described
from api.snapshots import current
from api.sparql import Operation
from graph.queries import NamedQuery, catalogue, get
from graph.reader import Reader

router = APIRouter(prefix="/api/v1/queries", tags=["queries"])


@router.get("", responses=described(list[NamedQuery]), summary="The named queries")
def queries() -> Response:
    """Every documented query with its parameters and its SPARQL text."""
    return answer(catalogue())


@router.get("/{name}", response_class=Response, responses=ANSWERS, summary="The answer of a named query")
def query(request: Request, name: str, reader: Annotated[Reader, Depends(current)]) -> Response:
    """Answer a named query in the form that `Accept` or `format` asks for; its parameters are those of the address."""
    given = dict(request.query_params.multi_items())
    wanted = given.pop("format", None)
    put = Operation("query", get(name).text, form=wanted)
    form = endpoint.form_for(put, request.headers.get("accept"))
    tag = endpoint.etag(reader.version, form)
    if endpoint.unchanged(request, tag):
        return Response(status_code=304, headers={"ETag": tag, "Vary": "Accept"})
    if len(given) != len(request.query_params.multi_items()) - (wanted is not None):
        raise Problem("bad-request", "A parameter is given once.")
    found = replace(reader.named(name, given, accept=form), version=reader.version)
    return endpoint.response(request, found, form)
