"""Sessions of the pages: a key that was given once in a form stands behind a cookie, until it ends or is revoked.

A session lives in the memory of the server: a restart ends all of them. The cookie holds 256 random bits, of which only
the hash is kept; no script can read it, and no other site can make a browser send it. Every form that changes something
carries the session's own token besides.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Final

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from api import keys
from api.keys import Key

MOST: Final = 10_000
"""Sessions that are kept; beyond, the oldest end."""

COOKIE: Final = "phahe_session"
VISIT: Final = "phahe_visit"
"""The cookie of a visitor who is about to sign in: what stands in it must stand in the form as well."""


class Session(msgspec.Struct, frozen=True):
    """Who works on the pages: the `name` of the key (its label, else its id) and what it opens.

    `csrf` goes into a hidden field `csrf` of every form that is posted. `expires` counts as `time.time` does.
    """

    key: str
    name: str
    scopes: tuple[str, ...]
    csrf: str
    expires: float

    def allows(self, scope: str) -> bool:
        """Whether the session opens `scope`, as its key does."""
        return scope == "read" or scope in self.scopes or "admin" in self.scopes


class Sessions:
    """All open sessions of a server over the keys of a data directory. `seconds` is how long one lasts at most."""

    def __init__(self, data: Path, seconds: float, clock: Callable[[], float] = time.time) -> None:
        self.data = data
        self.seconds = seconds
        self.clock = clock
        self._lock = threading.Lock()
        self._open: OrderedDict[str, Session] = OrderedDict()

    def begin(self, key: Key) -> tuple[Session, str]:
        """A new session of a valid key, and the text of its cookie."""
        text = secrets.token_urlsafe(32)
        expires = self.clock() + self.seconds
        made = Session(key.id, named(key), key.scopes, secrets.token_urlsafe(32), expires)
        with self._lock:
            self._open[_digest(text)] = made
            while len(self._open) > MOST:
                self._open.popitem(last=False)
        return made, text

    def find(self, text: str) -> Session | None:
        """The session of a cookie; None where there is none, it has expired, or its key is no longer valid."""
        with self._lock:
            found = self._open.get(_digest(text))
        if found is None:
            return None
        if found.expires <= self.clock() or not keys.stands(self.data, found.key):
            self.end(text)
            return None
        return found

    def end(self, text: str) -> None:
        """End the session of a cookie, if there is one."""
        with self._lock:
            self._open.pop(_digest(text), None)


def named(key: Key) -> str:
    """How the holder of a key is called: by its label, else by its id."""
    return key.label or f"key {key.id}"


def current(request: Request) -> Session | None:
    """The session of the browser that asks; None where it has none. Looked up once for each request."""
    if not hasattr(request.state, "session"):
        kept: Sessions | None = getattr(request.app.state, "sessions", None)
        text = request.cookies.get(_name(request, COOKIE))
        request.state.session = kept.find(text) if kept and text else None
    found: Session | None = request.state.session
    return found


def start(request: Request, response: Response, key: Key) -> Session:
    """Open a session in place of the one there may be, and give the browser its cookie with `response`."""
    kept: Sessions = request.app.state.sessions
    kept.end(request.cookies.get(_name(request, COOKIE), ""))
    made, text = kept.begin(key)
    _put(request, response, COOKIE, text, int(kept.seconds))
    return made


def stop(request: Request, response: Response) -> None:
    """End the session of the browser and take its cookie back."""
    kept: Sessions = request.app.state.sessions
    kept.end(request.cookies.get(_name(request, COOKIE), ""))
    _put(request, response, COOKIE, "", 0)


def greet(request: Request, response: Response, token: str) -> None:
    """Give a visitor the cookie that the form for signing in is checked against."""
    _put(request, response, VISIT, token, 3600)


def visit(request: Request) -> str:
    """The token of a visitor who may sign in: that of the cookie, else a new one."""
    return request.cookies.get(_name(request, VISIT)) or secrets.token_urlsafe(32)


def greeted(request: Request, token: str) -> bool:
    """Whether the form for signing in was shown by this site to this very browser."""
    given = request.cookies.get(_name(request, VISIT), "")
    return bool(given) and hmac.compare_digest(given.encode("utf-8", "replace"), token.encode("utf-8", "replace"))


def _name(request: Request, name: str) -> str:
    """The name of a cookie: over https with the prefix by which browsers hold it to this host and to https."""
    return f"__Host-{name}" if request.url.scheme == "https" else name


def _put(request: Request, response: Response, name: str, text: str, seconds: int) -> None:
    response.set_cookie(
        _name(request, name),
        text,
        max_age=seconds,
        path="/",
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="strict",
    )


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
