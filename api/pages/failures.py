"""What a browser is shown where a request failed: the sentence, what to do, and the candidates of an ambiguous name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.pages import language, signing
from api.pages.refusals import told
from api.pages.site import language_of
from api.pages.site import page as site_page
from api.snapshots import current
from ontology.errors import NotFound, StoreError

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from api.problems import Problem
    from graph.values import Node


def page(request: Request, problem: Problem) -> Response:
    """The problem as a page of the site, with its status and headers."""
    lang = language_of(request)
    if problem.kind == "key-needed" and request.method in ("GET", "HEAD"):
        return signing.sign_in(
            request,
            onward=f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path,
            needed=True,
            status=problem.status,
            headers=problem.headers,
        )
    specific = "failure_store" if problem.kind == "not-found" and _empty(request) else f"failure_{problem.kind}"
    kind = (
        specific if specific in language.catalogue() else "failure_error" if problem.status >= 500 else "failure_other"
    )
    candidates = problem.extra.get("candidates", ())
    return site_page(
        request,
        "failure.html",
        status=problem.status,
        headers={"Cache-Control": "no-store", **problem.headers},
        heading=language.say(kind, lang),
        advice=language.say(f"{kind}_advice", lang),
        said=told(problem.detail, lang),
        words=request.query_params.get("q", ""),
        candidates=_cards(request, candidates if isinstance(candidates, list) else []),
    )


def _cards(request: Request, candidates: list[dict[str, str]]) -> list[tuple[dict[str, str], Node | None]]:
    """What a name may mean, the newest first, each with its card where it has one."""
    try:
        cards = current(request).nodes([one["iri"] for one in candidates])
    except (NotFound, StoreError):
        cards = {}
    found = [(one, cards.get(one["iri"])) for one in candidates]
    return sorted(found, key=lambda pair: (pair[1] and pair[1].date) or "", reverse=True)


def _empty(request: Request) -> bool:
    """Whether nothing was ever loaded: then nothing can be found, and the page says what to do about that."""
    try:
        current(request)
    except NotFound:
        return True
    except StoreError:
        return False
    return False
