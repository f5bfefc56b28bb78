"""The pages of reviewers: one claim after the other with its quote, and the log of what was said, by whom."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from api import sessions
from api.access import Caller, require
from api.control import Job
from api.forms import form
from api.pages import reviewing
from api.pages.reviewing import Place, queue_of
from api.pages.site import language_of, page
from api.pages.urls import with_query
from api.reviewing import Judged
from api.routes.pages import Data
from graph.queue import ORDERS
from graph.reader import Reader
from ontology.errors import Conflict, NotFound, WrongUse
from ontology.terms import PREDICATES

router = APIRouter(include_in_schema=False)

ENTRIES = 100
"""Entries of the log on one page."""

EMPTY = {"head": "", "tail": "", "relation": "", "why": ""}
"""What a correction that nobody has begun holds."""


@router.get("/review")
def review(request: Request, reader: Data) -> Response:
    """The claim whose turn it is, with its quote, and the forms by which a reviewer decides."""
    return _shown(request, reader, Place.of(request.query_params))


@router.post("/review")
async def decide(request: Request, reader: Data, who: Annotated[Caller, Depends(require("review"))]) -> Response:
    """Keep what was decided and go on; where it cannot be kept, the same claim with the reason why."""
    fields = {name: value for name, value in (await form(request)).items() if isinstance(value, str)}
    place = Place.of(fields)
    try:
        decision = await run_in_threadpool(reviewing.decision, reader, fields, who.name)
        done = await request.app.state.writer.do(Job("review", decision=decision))
    except (Conflict, NotFound, WrongUse) as error:
        status = 409 if isinstance(error, Conflict) else 400
        now: Reader = request.app.state.snapshots.reader()
        return await run_in_threadpool(_shown, request, now, place, fault=str(error), status=status, fields=fields)
    assert isinstance(done, Judged), "a review is answered by its verdict"
    return RedirectResponse(place.address(language_of(request), done=done.verdict.id), 303)


@router.get("/review/log")
def log(request: Request, reader: Data, offset: Annotated[int, Query(ge=0, le=10_000_000)] = 0) -> Response:
    """Who did what, the verdicts that no longer fit, and every entry of the log, newest first."""
    queue = queue_of(reader)
    docket = queue.docket
    entries = docket.log[::-1]
    more = offset + ENTRIES < len(entries)
    return page(
        request,
        "review_log.html",
        version=reader.version,
        shares=queue.shares(),
        faults=docket.faults(),
        disputes=docket.disputes() if not offset else [],
        log=entries[offset : offset + ENTRIES],
        total=len(entries),
        older=with_query("/review/log", language_of(request), offset=str(offset + ENTRIES)) if more else "",
    )


def _shown(
    request: Request,
    reader: Reader,
    place: Place,
    *,
    fault: str = "",
    status: int = 200,
    fields: dict[str, str] | None = None,
) -> Response:
    queue = queue_of(reader)
    turn = queue.turn(place.order, skip=place.skip, filters=place.filters)
    session = sessions.current(request)
    given = fields or {}
    return page(
        request,
        "review.html",
        status=status,
        version=reader.version,
        place=place,
        turn=turn,
        pieces=reviewing.context(reader, turn.case) if turn else [],
        progress=queue.progress(place.filters),
        last=queue.last_of(session.name) if session else None,
        fault=fault,
        correcting=given.get("act") == "correct",
        form=EMPTY | {name: given.get(name, "") for name in EMPTY} if given.get("act") == "correct" else EMPTY,
        orders=ORDERS,
        predicates=sorted(PREDICATES),
        reasons=reviewing.REASONS,
    )
