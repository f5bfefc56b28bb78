"""What went wrong, as RFC 9457 problem documents: one sentence, a stable type, no path, host or stack of the server."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Final
from urllib.parse import quote

import msgspec
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from api.negotiation import wants_page
from graph.answers import Busy
from ontology.errors import (
    Ambiguous,
    Conflict,
    Gone,
    Moved,
    NotFound,
    PhaheError,
    QueryError,
    QueryTimeout,
    SourceError,
    StoreError,
    WrongUse,
)
from ontology.namespaces import ID

LOG: Final = logging.getLogger("phahe")

MEDIA_TYPE: Final = "application/problem+json"

RETRY: Final = "2"
"""Seconds after which a client that was told that the server is busy may come back."""

KINDS: Final[dict[str, tuple[int, str]]] = {
    "choices": (300, "The name was given up for several."),
    "moved": (301, "The name was given up for a better one."),
    "bad-request": (400, "The request cannot be carried out as it was put."),
    "bad-query": (400, "The query is not well formed, or asks for what is refused here."),
    "key-needed": (401, "This needs a key."),
    "scope": (403, "The key does not open this."),
    "read-only": (403, "This data is read-only."),
    "form": (403, "The form was not sent from a page of this session."),
    "not-found": (404, "There is nothing here."),
    "method": (405, "The method is not allowed here."),
    "not-acceptable": (406, "None of the forms asked for can be given."),
    "ambiguous": (409, "Several documents answer to this name."),
    "conflict": (409, "Somebody else decided meanwhile."),
    "gone": (410, "There was something here, and it was withdrawn."),
    "precondition": (412, "What was to be changed is no longer what was seen."),
    "too-large": (413, "The request is too large."),
    "media-type": (415, "The body is of a media type that is not read here."),
    "bad-source": (422, "The source cannot be read."),
    "invalid": (422, "A parameter is not valid."),
    "error": (500, "The server failed."),
    "busy": (503, "The server is busy."),
    "store": (503, "The store cannot be read now."),
    "not-ready": (503, "There is no data to answer from yet."),
    "query-limit": (503, "The query took more time or memory than it may."),
}
"""The stable types (`/problems/NAME`), each with its status and what it means in general."""

ERRORS: Final[tuple[tuple[type[PhaheError], str], ...]] = (
    (Busy, "busy"),
    (QueryTimeout, "query-limit"),
    (QueryError, "bad-query"),
    (Ambiguous, "ambiguous"),
    (Conflict, "conflict"),
    (Gone, "gone"),
    (NotFound, "not-found"),
    (SourceError, "bad-source"),
    (StoreError, "store"),
    (WrongUse, "bad-request"),
)
"""Which problem an error of ours is; the narrower class first."""


class Problem(Exception):
    """A request that ends in a problem document. `extra` are members of the document beside the standard ones."""

    def __init__(self, kind: str, detail: str, *, headers: Mapping[str, str] | None = None, **extra: object) -> None:
        super().__init__(detail)
        self.kind = kind
        self.detail = detail
        self.headers = dict(headers or {})
        self.extra = extra

    @property
    def status(self) -> int:
        """The HTTP status of this kind of problem."""
        return KINDS[self.kind][0]

    def document(self, instance: str | None = None) -> dict[str, object]:
        """The members of the problem document."""
        status, title = KINDS[self.kind]
        document: dict[str, object] = {"type": f"/problems/{self.kind}", "title": title, "status": status}
        document["detail"] = self.detail
        if instance is not None:
            document["instance"] = instance
        return document | self.extra

    def response(self, instance: str | None = None) -> Response:
        """The problem as an answer."""
        body = msgspec.json.encode(self.document(instance))
        return Response(body, self.status, {"Cache-Control": "no-store"} | self.headers, MEDIA_TYPE)


def of_error(error: PhaheError) -> Problem:
    """The problem that one of our errors is. What a store says of itself names paths, so it goes to the log."""
    if isinstance(error, Moved):
        candidates = [{"label": iri.removeprefix(ID), "iri": iri} for iri in error.to]
        return Problem("moved" if len(error.to) == 1 else "choices", f"{error}.", candidates=candidates)
    kind = next((name for family, name in ERRORS if isinstance(error, family)), "error")
    if kind in ("store", "error"):
        LOG.error("%s", error)
        return Problem(kind, "The store cannot do this now; the log of the server says why.")
    if isinstance(error, Ambiguous):
        candidates = [{"label": label, "iri": iri} for label, iri in error.candidates]
        return Problem(kind, str(error), candidates=candidates)
    return Problem(kind, str(error), headers={"Retry-After": RETRY} if kind == "busy" else None)


def of_status(error: HTTPException) -> Problem:
    """The problem that a refusal by the framework is (no such route, wrong method)."""
    kind = next((name for name, (status, _) in KINDS.items() if status == error.status_code), "bad-request")
    kind = {404: "not-found", 405: "method", 400: "bad-request", 403: "scope"}.get(error.status_code, kind)
    detail = error.detail if error.detail != HTTPStatus(error.status_code).phrase else KINDS[kind][1]
    return Problem(kind, detail, headers=error.headers)


def of_validation(error: RequestValidationError) -> Problem:
    """The problem of parameters that are not valid; `errors` says where and what of each."""
    found = [{"in": ".".join(str(step) for step in one["loc"]), "message": one["msg"]} for one in error.errors()]
    return Problem("invalid", "; ".join(f"{one['in']}: {one['message']}" for one in found), errors=found)


def of_anything(error: Exception) -> Problem:
    """The problem that a failure is; what was not foreseen is told to the log only."""
    match error:
        case Problem():
            return error
        case PhaheError():
            return of_error(error)
        case HTTPException():
            return of_status(error)
        case RequestValidationError():
            return of_validation(error)
        case _:
            return Problem("error", "The server failed; its log says more.")


FORESEEN: Final = (Problem, PhaheError, HTTPException, RequestValidationError)
"""The failures that end as problem documents without a word in the log."""


def onward(request: Request, error: Moved) -> str:
    """The address that was asked for, with the name that it has now in the place of the one it had."""
    old, new = error.iri.removeprefix(ID), error.to[0].removeprefix(ID)
    path = request.url.path
    if old not in path:
        # Addresses of pages leave the kind out: `/d/vn/...` for `doc/vn/...`.
        old, new = old.partition("/")[2], new.partition("/")[2]
    moved = request.url.replace(path=path.replace(old, quote(new, safe="/~_-"), 1))
    return f"{moved.path}?{moved.query}" if moved.query else moved.path


def install(app: FastAPI, page: Callable[[Request, Problem], Response] | None = None) -> None:
    """Let every failure of `app` end as a problem document, or for a browser as a `page`."""

    async def handler(request: Request, error: Exception) -> Response:
        problem = of_anything(error)
        if isinstance(error, Moved) and problem.kind == "moved":
            problem.headers["Location"] = onward(request, error)
            return problem.response(request.url.path)
        if page is not None and wants_page(request.headers.get("accept")):
            return page(request, problem)
        return problem.response(request.url.path)

    for family in (*FORESEEN, Exception):
        app.add_exception_handler(family, handler)
