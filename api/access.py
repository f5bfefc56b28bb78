"""Who may write: a key in the `Authorization` header, of a scope that opens the route."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request

from api import keys
from api.keys import Key
from api.problems import Problem


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


def require(request: Request, scope: str) -> Key:
    """The key that opens `scope`; raises Problem 401 without a key, 403 with one of another scope."""
    key = bearer(request)
    if key is None:
        detail = f"This needs a key of scope {scope} (phahe key create --scope {scope})."
        raise Problem("key-needed", detail, headers={"WWW-Authenticate": "Bearer"})
    if not key.allows(scope):
        raise Problem("scope", f"This key does not open {scope}.")
    return key


def needs(scope: str) -> Callable[[Request], Key]:
    """`require` as a dependency of routes; it runs before the body is read."""

    def dependency(request: Request) -> Key:
        return require(request, scope)

    return dependency
