"""`/session`: signing in to the pages with a key, seeing who one is, signing out."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import RedirectResponse, Response

from api import keys, sessions
from api.access import require
from api.forms import form
from api.pages.signing import sign_in
from api.pages.site import language_of
from api.pages.urls import in_language
from api.problems import Problem

router = APIRouter(include_in_schema=False)

ANYBODY = Depends(require("read"))


def local(address: str) -> str:
    """An address of this site to go on to; anything else leads to the session's own page."""
    parts = urlsplit(address)
    plain = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if plain and not parts.scheme and not parts.netloc else "/session"


@router.get("/session")
def shown(request: Request, next: Annotated[str, Query(max_length=2000)] = "/session") -> Response:  # noqa: A002
    """Who is signed in, with the way out; else the form to sign in."""
    return sign_in(request, onward=local(next))


@router.post("/session")
async def begin(request: Request) -> Response:
    """Open a session with the key of the form, and go on to the address it names."""
    fields = await form(request)
    if not sessions.greeted(request, str(fields.get("csrf", ""))):
        raise Problem("form", "The form was not sent from a page of this site: open it again. Cookies are needed.")
    onward = local(str(fields.get("next", "")))
    key = keys.holder(request.app.state.settings.data, str(fields.get("key", "")).strip())
    if key is None:
        return sign_in(request, onward=onward, failed=True)
    response = RedirectResponse(in_language(onward, language_of(request)), 303)
    sessions.start(request, response, key)
    return response


@router.post("/session/end", dependencies=[ANYBODY])
def end(request: Request) -> Response:
    """Sign out."""
    response = RedirectResponse(in_language("/session", language_of(request)), 303)
    sessions.stop(request, response)
    return response
