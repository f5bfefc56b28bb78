"""Every request is counted, timed, logged and named: around all other layers, so that it sees what the client sees."""

from __future__ import annotations

import re
import secrets
import time
from typing import Final

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api import logs
from api.tally import Tally

NAME: Final = re.compile(rb"[\w.:-]{1,64}", re.ASCII)
"""An id of a request that is taken from the client: anything else could forge lines of the log."""

HEADER: Final = b"x-request-id"

LEFT: Final = 499
"""What stands for the status of an answer that was never begun: the client left first."""

KNOWN: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
"""Methods that are counted by name; a client can think of any number of others."""


class Watching:
    """ASGI middleware. The answer carries the id that the client sent as `X-Request-Id`, or one made here."""

    def __init__(self, app: ASGIApp, tally: Tally) -> None:
        self.app = app
        self.tally = tally

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = time.perf_counter()
        name = named(scope)
        logs.REQUEST.set(name.decode())
        status, size = LEFT, 0

        async def outward(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], (HEADER, name)]
            else:
                size += len(message.get("body", b""))
            await send(message)

        try:
            await self.app(scope, receive, outward)
        except ClientDisconnect:
            pass
        except Exception:
            status = 500 if status == LEFT else status
            raise
        finally:
            seconds = time.perf_counter() - started
            method = scope["method"] if scope["method"] in KNOWN else "other"
            self.tally.took(route(scope), method, status, seconds)
            logs.answered(scope["method"], scope["path"], status, seconds, size)


def named(scope: Scope) -> bytes:
    """The id of a request."""
    sent = next((value for key, value in scope["headers"] if key == HEADER), b"")
    return sent if NAME.fullmatch(sent) else secrets.token_hex(8).encode()


def route(scope: Scope) -> str:
    """The route that answered, as it is written in the code: an address could be anything, and there are too many."""
    found = scope.get("route")
    if found is not None:
        return str(getattr(found, "path", "other"))
    return scope["path"] if scope["path"] in ("/sparql", "/graph-store") else "other"
