"""Who may do what: a key in the `Authorization` header, or for the pages the session that a key has opened.

A route that needs a scope takes `Depends(require("load"))`; the value is the `Caller`. It runs before the body is read.
"""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable
from typing import Annotated, Final

import msgspec
from fastapi import Depends
from fastapi.security import APIKeyCookie, HTTPBearer
from starlette.requests import Request

from api import keys, sessions
from api.forms import form
from api.keys import Key
from api.problems import Problem

SAFE: Final = ("GET", "HEAD", "OPTIONS")
"""The methods that change nothing: they need no token."""

FORMS: Final = ("application/x-www-form-urlencoded", "multipart/form-data")
"""The bodies that a page of another site can make a browser send, and in which our forms carry their token."""

HEADER: Final = "X-CSRF-Token"
"""The header in which a script of our pages sends the token of the session."""


class Caller(msgspec.Struct, frozen=True):
    """Who asks: the `name` that verdicts and searches are signed with, and the scopes. `csrf` is a session's token."""

    name: str
    scopes: tuple[str, ...]
    csrf: str | None = None

    def allows(self, scope: str) -> bool:
        """Whether this opens `scope`: `admin` opens all of them, and `read` is open to everybody."""
        return scope == "read" or scope in self.scopes or "admin" in self.scopes


def bearer(request: Request) -> Key | None:
    """The valid key that the request carries; None where it carries none; a key that is not valid is refused."""
    scheme, _, text = request.headers.get("authorization", "").partition(" ")
    if not scheme:
        return None
    key = keys.holder(request.app.state.settings.data, text.strip()) if scheme.lower() == "bearer" else None
    if key is None:
        raise Problem(
            "key-needed", "The key is not valid.", headers={"WWW-Authenticate": 'Bearer error="invalid_token"'}
        )
    return key


def caller(request: Request) -> Caller | None:
    """Who asks, by key or by session; None for a stranger."""
    key = bearer(request)
    if key is not None:
        return Caller(sessions.named(key), key.scopes)
    session = sessions.current(request)
    return Caller(session.name, session.scopes, session.csrf) if session else None


def admitted(request: Request, scope: str) -> Caller:
    """Who asks, where that opens `scope`; raises Problem 401 for a stranger, 403 for one of another scope."""
    found = caller(request)
    if found is None:
        detail = f"This needs a key of scope {scope} (phahe key create --scope {scope})."
        raise Problem("key-needed", detail, headers={"WWW-Authenticate": "Bearer"})
    if not found.allows(scope):
        raise Problem("scope", f"This key does not open {scope}.")
    return found


SCHEMES: Final = (
    HTTPBearer(auto_error=False, scheme_name="key", description="A key made by `phahe key create`."),
    APIKeyCookie(
        name=sessions.COOKIE, auto_error=False, scheme_name="session", description="A session of the pages (/session)."
    ),
)
"""How a caller is known, for the description; what is done with it stands in `caller`."""


def require(scope: str) -> Callable[..., Awaitable[Caller]]:
    """`admitted` as a dependency of routes and pages.

    A session that changes something must send its token: as the field `csrf` of the form, or in the header
    `X-CSRF-Token`; else Problem 403 (`form`).
    """

    async def dependency(
        request: Request,
        _key: Annotated[object, Depends(SCHEMES[0])],
        _session: Annotated[object, Depends(SCHEMES[1])],
    ) -> Caller:
        found = admitted(request, scope)
        if found.csrf is not None and request.method not in SAFE:
            await checked(request, found.csrf)
        return found

    return dependency


async def checked(request: Request, token: str) -> None:
    """Raise Problem 403 unless the request carries this token, which no other site can know."""
    given = request.headers.get(HEADER, "")
    if not given and request.headers.get("content-type", "").partition(";")[0].strip().lower() in FORMS:
        given = str((await form(request)).get("csrf", ""))
    if not hmac.compare_digest(given.encode("utf-8", "replace"), token.encode()):
        await request.close()
        raise Problem("form", "The form was not sent from a page of this session: open the page again.")
