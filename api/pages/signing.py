"""The page where a key opens a session, and where the session is ended."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from api import sessions
from api.pages.site import page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.responses import Response


def sign_in(  # noqa: PLR0913 - what the page has to say
    request: Request,
    *,
    onward: str,
    failed: bool = False,
    needed: bool = False,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The form to sign in, which leads on to `onward`; who is signed in sees that instead.

    `failed`: the key given was not valid. `needed`: a page that asks for a key sent here.
    """
    session = sessions.current(request)
    token = session.csrf if session else sessions.visit(request)
    until = datetime.fromtimestamp(session.expires, UTC).strftime("%Y-%m-%d %H:%M UTC") if session else ""
    made = page(
        request,
        "session.html",
        status=403 if failed else status,
        headers={"Cache-Control": "no-store", **(headers or {})},
        onward=onward,
        failed=failed,
        needed=needed,
        until=until,
        csrf=token,
    )
    if session is None:
        sessions.greet(request, made, token)
    return made
