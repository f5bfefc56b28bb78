"""What every answer carries: security headers, HEAD wherever GET is, leave for other sites to read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import Problem

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""The content security policy of every answer that sets none of its own: nothing from elsewhere, nothing inline."""

SECURITY: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

DATA: Final = ("/api/v1/", "/id/", "/graph-store", "/context.jsonld", "/openapi.json", "/dcat", "/dumps")
"""The beginnings of paths whose GET any site may read: public data, asked for without credentials."""

QUERIES: Final = ("/sparql",)
"""Paths where other sites may also POST: a query is a reading, whatever its method."""

SHARED: Final = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag, Link, X-Data-Version"}


Added = tuple[tuple[bytes, bytes], ...]


def _encoded(headers: Mapping[str, str]) -> Added:
    return tuple((name.lower().encode(), value.encode()) for name, value in headers.items())


CLOSED: Final = _encoded(SECURITY)
OPEN: Final = _encoded(SECURITY | SHARED)
"""What answers carry that pages of other sites may not, and may, read."""


def shared(path: str) -> tuple[str, ...]:
    """The methods by which pages of other sites may ask for `path`. Writing is never among them."""
    if path.rstrip("/") in QUERIES:
        return ("GET", "HEAD", "POST")
    return ("GET", "HEAD") if path.startswith(DATA) else ()


class Envelope:
    """ASGI middleware around every route. Bodies over `body_size` bytes are refused, announced or not.

    `uploads` names paths that take other sizes, `methods` tells which methods a path has.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        body_size: int,
        methods: Callable[[str], tuple[str, ...]],
        uploads: Mapping[str, int] | None = None,
    ) -> None:
        self.app = app
        self.body_size = body_size
        self.methods = methods
        self.uploads = dict(uploads or {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        method, path = scope["method"], scope["path"]
        outward = _outward(send, scope, OPEN if method in shared(path) else CLOSED)
        announced, most = Headers(scope=scope).get("content-length", "0"), self.uploads.get(path, self.body_size)
        if announced.isdecimal() and int(announced) > most:
            await _too_large(most).response(path)(scope, receive, outward)
        elif method == "OPTIONS" and shared(path) and self.methods(path):
            await _leave(self.methods(path), shared(path))(scope, receive, outward)
        else:
            scope = {**scope, "method": "GET"} if method == "HEAD" else scope
            await self.app(scope, _bounded(receive, most), outward)


def _bounded(receive: Receive, most: int) -> Receive:
    """`receive` that ends in a Problem once a body has more bytes than it may."""
    seen = 0

    async def bounded() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > most:
            raise _too_large(most)
        return message

    return bounded


def _too_large(most: int) -> Problem:
    return Problem("too-large", f"A request's body may have {most} bytes.", headers={"Connection": "close"})


def methods(routes: Iterable[BaseRoute]) -> Callable[[str], tuple[str, ...]]:
    """Tells the methods that the routes have for a path, HEAD with GET, in order; none for a path without a route."""
    listed = [(route.path_regex, route.methods) for route in routes if isinstance(route, Route) and route.methods]

    def of(path: str) -> tuple[str, ...]:
        found = {method for pattern, names in listed if pattern.match(path) for method in names}
        return tuple(sorted(found | ({"HEAD"} if "GET" in found else set())))

    return of


def _leave(has: tuple[str, ...], shared: tuple[str, ...]) -> Response:
    """The answer to OPTIONS: what may be done here, and what of it by pages of other sites (without credentials)."""
    headers = {"Allow": ", ".join((*has, "OPTIONS"))}
    open_ = [method for method in has if method in shared]
    if open_:
        headers |= {
            "Access-Control-Allow-Origin": "*",
            "Access-Control-Allow-Methods": ", ".join((*open_, "OPTIONS")),
            "Access-Control-Allow-Headers": "Accept, Content-Type",
            "Access-Control-Max-Age": "86400",
        }
    return Response(status_code=204, headers=headers)


def _outward(send: Send, scope: Scope, added: Added) -> Send:
    """`send` with the headers added; no body where the request was HEAD, or the client has the answer (304)."""
    held = Headers(scope=scope).get("if-none-match", "") if scope["method"] in ("GET", "HEAD") else ""
    bodiless = scope["method"] == "HEAD"

    async def outward(message: Message) -> None:
        nonlocal bodiless
        if message["type"] == "http.response.start":
            message["headers"] = _with(message["headers"], added)
            if held and message["status"] == 200:
                headers = MutableHeaders(scope=message)
                if matches(held, headers.get("etag")):
                    message["status"] = 304
                    bodiless = True
                    del headers["content-length"]
        elif bodiless and message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return outward


def _with(headers: list[tuple[bytes, bytes]], added: Added) -> list[tuple[bytes, bytes]]:
    """The headers, and those of `added` that are not among them."""
    there = {name for name, _ in headers}
    return [*headers, *(one for one in added if one[0] not in there)]


def matches(held: str, tag: str | None) -> bool:
    """Whether an `If-None-Match` header names this tag (weakly: RFC 9110, 13.1.2)."""
    tags = [one.strip().removeprefix("W/") for one in held.split(",")]
    return tag is not None and ("*" in tags or tag.removeprefix("W/") in tags)
