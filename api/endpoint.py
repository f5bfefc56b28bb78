"""A SPARQL endpoint over lanes: a query is answered in the form the client wants, or refused with the reason."""

from __future__ import annotations

import hashlib
from functools import lru_cache, partial
from typing import ClassVar, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from api import costs, description, sparql
from api.access import bearer
from api.envelope import matches
from api.lanes import Lanes, Left
from api.negotiation import best
from api.problems import Problem
from api.sparql import GRAPH_FORMS, MEDIA_TYPES, SOLUTION_FORMS, Operation, forms, read
from graph import guard
from graph.answers import GRAPHS, LIMITS, SOLUTIONS, Answer, Busy
from graph.forms import converted

READ_ONLY: Final = (
    "This data is read-only: it follows from its sources. Load or remove sources to change it; "
    "an ordinary writable store is served by phahe serve --plain DIR."
)
PIECE: Final = 64 * 1024
"""Bytes of an answer that go out at once."""

MOST_HELD: Final = 512 * 1024 * 1024
"""Bytes of answers that may wait to be taken, of all clients together."""

LARGE: Final = 8 * 1024
"""Bytes of a request that is read beside the event loop, one such at a time: nobody else is to wait for it."""

GRAPH_QUERIES: Final = ("construct", "describe")


def read_only() -> Problem:
    """The refusal of every attempt to write to phahe's own data."""
    return Problem("read-only", READ_ONLY)


async def operation(request: Request) -> Operation:
    """What the request puts."""
    body = await request.body() if request.method == "POST" else b""
    asked, kind = request.scope["query_string"], request.headers.get("content-type")
    if len(body) + len(asked) <= LARGE:
        return read(request.method, asked, kind, body)
    async with request.app.state.turn:
        return await run_in_threadpool(_read, request.method, asked, kind, body)


def _read(method: str, asked: bytes, kind: str | None, body: bytes) -> Operation:
    """`read`, with all that is looked for in the text remembered."""
    put = read(method, asked, kind, body)
    if len(put.text) <= LIMITS.text_bytes:
        guard.survey(put.text)
        costs.shape(put.text)
    return put


def form_for(put: Operation, accept: str | None, *, writable: bool = False) -> str:
    """The form in which a query of this kind is answered; raises Problem where none that is wanted will do."""
    wanted = forms(accept, put.form)
    guard.bounded(put.text, LIMITS.text_bytes)
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
    try:
        return await lanes.ask(
            put.text,
            solutions=SOLUTIONS.get(form),
            graph=GRAPHS.get(form),
            default=put.default,
            named=put.named,
            base=address(request),
            keyed=bearer(request) is not None,
            leaving=partial(left, request),
        )
    except Left:
        raise Problem("busy", "The client did not wait for the answer.") from None


async def left(request: Request) -> None:
    """Wait until the client goes away."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def address(request: Request) -> str:
    """The address that was asked for, without its query."""
    scope = request.scope
    host = request.headers.get("host")
    return f"{scope['scheme']}://{host}{scope['path']}" if host else str(request.url.replace(query="", fragment=""))


def response(request: Request, found: Answer, form: str) -> Response:
    """An answer as it is sent: with its version, an ETag where it was got by GET, and the word that it was cut."""
    headers = {"Vary": "Accept", "X-Data-Version": found.version, "Cache-Control": "no-cache"}
    if found.truncated:
        headers["X-Answer-Truncated"] = "true"
    if request.method == "GET":
        headers["ETag"] = etag(found.version, form)
    return Sent(found.body, headers=headers, media_type=MEDIA_TYPES[form])


class Sent(Response):
    """An answer that goes out piece by piece, as the client takes it. What all of them hold is bounded together."""

    held: ClassVar[int] = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it; raises Busy where too much waits for slow clients already."""
        size = len(self.body)
        if size <= PIECE:
            await super().__call__(scope, receive, send)
            return
        if Sent.held + size > MOST_HELD:
            raise Busy("too much is being sent: ask again in a moment")
        Sent.held += size
        try:
            await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            whole = memoryview(self.body)
            for start in range(0, size, PIECE):
                piece = bytes(whole[start : start + PIECE])
                await send({"type": "http.response.body", "body": piece, "more_body": start + PIECE < size})
        finally:
            Sent.held -= size


def described(request: Request, *, writable: bool, named: tuple[str, ...] = ()) -> Response:
    """The Service Description, in the form of RDF that the client wants."""
    form = best(request.headers.get("accept"), sparql.GRAPHS)
    if form is None:
        raise Problem("not-acceptable", "The description of this service can be had as Turtle, RDF/XML or JSON-LD.")
    body = converted(description.turtle(address(request), writable=writable, named=named), form)
    return Response(body, headers={"Vary": "Accept"}, media_type=MEDIA_TYPES[form])


@lru_cache(256)
def etag(version: str, form: str) -> str:
    """The tag of an address's answer: it changes with the data and the form, and with nothing else."""
    return f'"{hashlib.sha256(f"{version} {form}".encode()).hexdigest()[:16]}"'


def unchanged(request: Request, tag: str) -> bool:
    """Whether the client holds this answer already."""
    return request.method == "GET" and matches(request.headers.get("if-none-match", ""), tag)
