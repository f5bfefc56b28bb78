"""One page of the site: its template in the language of the address, an ETag, and 304 where the browser has it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse, Response

from api import sessions
from api.pages.language import choose
from api.pages.rendering import environment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request


def language_of(request: Request) -> str:
    """The language of a page: what the address asks for, else Vietnamese; the same address is always the same page."""
    return choose(request.query_params.get("lang"))


def page(
    request: Request,
    template: str,
    *,
    status: int = 200,
    version: str | None = None,
    headers: Mapping[str, str] | None = None,
    **values: object,
) -> Response:
    """The rendered template. `version` is that of the data it shows; `headers` come on top of the usual ones.

    Every template has `session` (`name`, `scopes`, `allows(scope)`; None where nobody signed in) and `csrf`, the token
    that a posted form carries in its field `csrf`.
    """
    lang = language_of(request)
    session = sessions.current(request)
    values = {"session": session, "csrf": session.csrf if session else "", **values}

    def here_in(other: str) -> str:
        """The very address in another language."""
        url = request.url.remove_query_params("lang")
        url = url.include_query_params(lang=other) if other != "vi" else url
        return f"{url.path}?{url.query}" if url.query else url.path

    made = environment().get_template(template)
    body = made.render(lang=lang, path=request.url.path, here_in=here_in, version=version, **values).encode()
    tag = f'"{hashlib.sha256(body).hexdigest()[:24]}"'
    kept = "private, no-cache" if session else "no-cache"
    usual = {"ETag": tag, "Cache-Control": kept, "Vary": "Cookie", "Content-Language": lang}
    usual |= {"X-Data-Version": version} if version else {}
    if status == 200 and tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers={**usual, **(headers or {})})
    return HTMLResponse(body, status, headers={**usual, **(headers or {})})
