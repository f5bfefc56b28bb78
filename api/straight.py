"""The short way to the SPARQL endpoint: programs' queries are answered before the framework looks at its routes.

The routes say what the endpoint is (for the documentation, and for people's browsers); what they would answer a program
is answered here, by the same functions, at a fraction of the time.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from api import problems
from api.negotiation import wants_page

PATH: Final = "/sparql"
METHODS: Final = ("GET", "POST")


class Straight:
    """ASGI middleware: `answered` answers what a program asks at `/sparql`; all else goes on to `app`."""

    def __init__(self, app: ASGIApp, answered: Callable[[Request], Awaitable[Response]]) -> None:
        self.app = app
        self.answered = answered

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["path"] != PATH or scope["method"] not in METHODS:
            await self.app(scope, receive, send)
            return
        request = Request(scope, receive, send)
        if wants_page(request.headers.get("accept")):
            await self.app(scope, receive, send)
            return
        try:
            response = await self.answered(request)
            await response(scope, receive, send)
        except problems.FORESEEN as error:
            await problems.of_anything(error).response(PATH)(scope, receive, send)
