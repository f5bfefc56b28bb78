"""The short way to the SPARQL endpoint: programs' queries are answered before the framework looks at its routes.

The routes say what the endpoint is (for the documentation, and for people's browsers); what they would answer a program
is answered here, by the same functions, at a fraction of the time.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Final

from fastapi import FastAPI
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from api import problems
from api.negotiation import wants_page

PATH: Final = "/sparql"
METHODS: Final = ("GET", "POST")


LOG: Final = logging.getLogger("phahe")


class Front(FastAPI):
    """An application whose `front` (middleware, the outermost first) sees each request before the framework does."""

    def wrap(self, answered: Callable[[Request], Awaitable[Response]], *front: Callable[[ASGIApp], ASGIApp]) -> None:
        """Put `front` around the short way, and that around the framework."""
        self.state.turn = asyncio.Semaphore(1)
        app: ASGIApp = Straight(super().__call__, answered)
        for layer in reversed(front):
            app = layer(app)
        self.state.front = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        scope["app"] = self
        await self.state.front(scope, receive, send)


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
        except ClientDisconnect:
            raise
        except Exception as error:  # the last before the client, as the framework's own handler is
            LOG.exception("a query failed")
            await problems.of_anything(error).response(PATH)(scope, receive, send)
