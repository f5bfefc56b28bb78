"""Connections that cost more than they bring: those that say nothing, say it too slowly, or do not read their answer.

uvicorn waits for such clients for ever. Here every stage of a request has a time in which it must get on, and only so
many connections are open at once; the one that has waited longest without a request makes room for a new one.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from typing import Any, Final

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from api.envelope import CLOSED
from api.problems import Problem

HEAD_BYTES: Final = 256 * 1024
"""Bytes of the head of a request: the longest query that is taken, percent-encoded, and then some."""

STEP_BYTES: Final = 10 * 1024
"""Bytes that must get on in the time that a client has: of a body that comes, of an answer that goes."""


ENOUGH: Final = 64 * 1024
"""Bytes that are sent without waiting for more."""


class Gathered:
    """A line to a client. What is written in one go of the event loop is sent as one piece: head and body together."""

    def __init__(self, line: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._line = line
        self._loop = loop
        self._parts: list[bytes] = []
        self._size = 0

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - all that is not changed here
        return getattr(self._line, name)

    def write(self, data: bytes) -> None:
        """Send `data` soon."""
        if not self._parts:
            self._loop.call_soon(self.flush)
        self._parts.append(data)
        self._size += len(data)
        if self._size > ENOUGH:
            self.flush()

    def flush(self) -> None:
        """Send now what was written."""
        if self._parts:
            parts, self._parts, self._size = self._parts, [], 0
            self._line.write(parts[0] if len(parts) == 1 else b"".join(parts))

    def close(self) -> None:
        """Send what was written, then close."""
        self.flush()
        self._line.close()

    def abort(self) -> None:
        """Close at once."""
        self._parts, self._size = [], 0
        self._line.abort()

    def get_write_buffer_size(self) -> int:
        """Bytes that the client has not taken yet."""
        return self._size + self._line.get_write_buffer_size()


class Patience(HttpToolsProtocol):
    """An HTTP connection that is closed where its client does not get on.

    The head of a request must be there in `seconds` from the connection, or its own first byte, on.
    """

    seconds: float = 10.0
    most: int = 1_000
    note: Callable[[], object] = staticmethod(lambda: None)

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 - uvicorn's own
        super().__init__(*args, **options)
        self._timer: asyncio.TimerHandle | None = None
        self._writing: asyncio.TimerHandle | None = None
        self._in_head = True
        self._got = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take a client in, and let the one go that has waited longest where there are too many."""
        if len(self.connections) >= self.most:
            idle = (one for one in self.connections if isinstance(one, Patience) and one.idle)
            longest = min(idle, key=lambda one: one.since, default=None)
            if longest is None:
                transport.abort()
                return
            longest.drop()
        super().connection_made(Gathered(transport, self.loop))  # type: ignore[arg-type]
        self.since = self.loop.time()
        self._arm(self.seconds, self.drop)

    @property
    def idle(self) -> bool:
        """Whether nothing is asked here at present."""
        return self.cycle is None or self.cycle.response_complete

    def drop(self) -> None:
        """End the connection at once, with whatever is still to be sent."""
        self._disarm()
        if self.transport is not None and not self.transport.is_closing():
            self.note()
        if self.transport is not None:
            self.transport.abort()

    def data_received(self, data: bytes) -> None:
        """Take what came, if the client may still say so much."""
        if self.flow is None:
            return
        self._got += len(data)
        if self._in_head and self._got > HEAD_BYTES:
            self.drop()
            return
        if self._in_head and self._timer is None:
            self._arm(self.seconds, self.drop)
        super().data_received(data)

    def send_400_response(self, msg: str) -> None:
        """Answer what is no HTTP, as everything else is answered."""
        problem = Problem("bad-request", f"{msg.rstrip('.')}.")
        headers = [*CLOSED, (b"x-request-id", secrets.token_hex(8).encode()), (b"connection", b"close")]
        response = problem.response()
        lines = [name + b": " + value for name, value in (*response.raw_headers, *headers)]
        self.transport.write(b"\r\n".join([b"HTTP/1.1 400 Bad Request", *lines, b"", bytes(response.body)]))
        self.transport.close()

    def on_headers_complete(self) -> None:
        """Go over from the head to the body."""
        self._in_head, self._got = False, 0
        super().on_headers_complete()
        self._arm(self.seconds, self._body_comes)

    def on_message_complete(self) -> None:
        """Wait for nothing more: the request is there."""
        self._disarm()
        self._in_head, self._got = True, 0
        super().on_message_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the client."""
        self._disarm()
        if self.flow is not None:
            super().connection_lost(exc)

    def on_response_complete(self) -> None:
        """Look, where some of the answer is still here, whether the client takes it."""
        self.since = self.loop.time()
        super().on_response_complete()
        self._watch()

    def pause_writing(self) -> None:
        """Look from now on whether the client takes its answer."""
        super().pause_writing()
        self._watch()

    def _watch(self) -> None:
        left = self.transport.get_write_buffer_size()
        if left and self._writing is None:
            self._writing = self.loop.call_later(self.seconds, self._takes, left)

    def _body_comes(self) -> None:
        paused = self.flow.read_paused
        if self._got < STEP_BYTES and not paused:
            self.drop()
            return
        self._got = 0
        self._arm(self.seconds, self._body_comes)

    def _takes(self, before: int) -> None:
        self._writing = None
        if before - self.transport.get_write_buffer_size() < min(STEP_BYTES, before):
            self.drop()
        else:
            self._watch()

    def _arm(self, seconds: float, then: Any) -> None:  # noqa: ANN401 - any method of ours
        self._disarm_reading()
        self._timer = self.loop.call_later(seconds, then)

    def _disarm_reading(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _disarm(self) -> None:
        self._disarm_reading()
        if self._writing is not None:
            self._writing.cancel()
            self._writing = None


def patience(most: int, seconds: float, note: Callable[[], object]) -> type[Patience]:
    """Connections of which `most` are open at once, with `seconds` to get on; `note` is called for each one dropped."""
    return type("Connection", (Patience,), {"most": most, "seconds": seconds, "note": staticmethod(note)})
