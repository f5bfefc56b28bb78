"""What every answer carries: security headers, a request id, HEAD wherever GET is, a bound on bodies."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Final

from starlette.datastructures import Headers, MutableHeaders

from api.problems import Problem

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

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


class Envelope:
    """ASGI middleware around every route. Bodies over `body_size` bytes are refused, announced or not."""

    def __init__(self, app: ASGIApp, body_size: int) -> None:
        self.app = app
        self.body_size = body_size

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        identity = secrets.token_hex(8)
        head = scope["method"] == "HEAD"
        scope = {**scope, "method": "GET"} if head else scope
        outward = _outward(send, identity, head=head)
        announced = Headers(scope=scope).get("content-length", "0")
        if announced.isdecimal() and int(announced) > self.body_size:
            await self._too_large().response(scope["path"])(scope, receive, outward)
            return
        await self.app(scope, self._bounded(receive), outward)

    def _bounded(self, receive: Receive) -> Receive:
        seen = 0

        async def bounded() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self.body_size:
                raise self._too_large()
            return message

        return bounded

    def _too_large(self) -> Problem:
        return Problem(
            "too-large", f"A request's body may have {self.body_size} bytes.", headers={"Connection": "close"}
        )


def _outward(send: Send, identity: str, *, head: bool) -> Send:
    """`send` with the headers added, and without the body where the request was HEAD."""

    async def outward(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in SECURITY.items():
                headers.setdefault(name, value)
            headers["X-Request-Id"] = identity
        elif head and message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return outward
