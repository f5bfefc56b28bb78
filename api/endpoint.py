"""A SPARQL endpoint over lanes: a query is answered in the form the client wants, or refused with the reason."""

from __future__ import annotations

import hashlib
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from api import description
from api.access import bearer
from api.envelope import matches
from api.lanes import Lanes
from api.negotiation import best
from api.problems import Problem
from api.sparql import GRAPH_FORMS, GRAPHS, MEDIA_TYPES, SOLUTION_FORMS, Operation, forms, read
from graph import guard
from graph.forms import converted
from graph.workers import Answer

READ_ONLY: Final = (
    "This data is read-only: it follows from its sources. Load or remove sources to change it; "
    "an ordinary writable store is served by phahe serve --plain DIR."
)
GRAPH_QUERIES: Final = ("construct", "describe")


def read_only() -> Problem:
    """The refusal of every attempt to write to phahe's own data."""
    return Problem("read-only", READ_ONLY)


async def operation(request: Request) -> Operation:
    """What the request puts."""
    body = await request.body() if request.method == "POST" else b""
    return read(request.method, request.scope["query_string"], request.headers.get("content-type"), body)


def form_for(put: Operation, accept: str | None, *, writable: bool = False) -> str:
    """The form in which a query of this kind is answered; raises Problem where none that is wanted will do."""
    wanted = forms(accept, put.form)
    kind = guard.form(put.text)
    if kind == "update":
        raise Problem("bad-request", "An update is sent as update, not as query.") if writable else read_only()
    form = wanted.graph if kind in GRAPH_QUERIES else wanted.solutions
    if form is None:
        offered = GRAPH_FORMS if kind in GRAPH_QUERIES else SOLUTION_FORMS
        names = ", ".join(sorted(MEDIA_TYPES[name].partition(";")[0] for name in offered))
        raise Problem("not-acceptable", f"The answer of this {kind.upper()} query can be had as {names}.")
    return form


async def answer(request: Request, put: Operation, lanes: Lanes, form: str) -> Answer:
    """The answer to a query, from the lanes."""
    keyed = bearer(request) is not None
    base = str(request.url.replace(query="", fragment=""))
    return await run_in_threadpool(
        lanes.ask, put.text, form, default=put.default, named=put.named, base=base, keyed=keyed
    )


def response(request: Request, found: Answer, form: str) -> Response:
    """An answer as it is sent: with its version, an ETag where it was got by GET, and the word that it was cut."""
    headers = {"Vary": "Accept", "X-Data-Version": found.version, "Cache-Control": "no-cache"}
    if found.truncated:
        headers["X-Answer-Truncated"] = "true"
    if request.method == "GET":
        headers["ETag"] = etag(found.version, form)
    return Response(found.body, headers=headers, media_type=MEDIA_TYPES[form])


def described(request: Request, *, writable: bool, named: tuple[str, ...] = ()) -> Response:
    """The Service Description, in the form of RDF that the client wants."""
    form = best(request.headers.get("accept"), GRAPHS)
    if form is None:
        raise Problem("not-acceptable", "The description of this service can be had as Turtle, RDF/XML or JSON-LD.")
    address = str(request.url.replace(query="", fragment=""))
    body = converted(description.turtle(address, writable=writable, named=named), form)
    return Response(body, headers={"Vary": "Accept"}, media_type=MEDIA_TYPES[form])


def etag(version: str, form: str) -> str:
    """The tag of an address's answer: it changes with the data and the form, and with nothing else."""
    return f'"{hashlib.sha256(f"{version} {form}".encode()).hexdigest()[:16]}"'


def unchanged(request: Request, tag: str) -> bool:
    """Whether the client holds this answer already."""
    return request.method == "GET" and matches(request.headers.get("if-none-match", ""), tag)
