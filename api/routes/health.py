"""What every server says of itself, with or without data: that it is up, and what its problems mean."""

from __future__ import annotations

import contextlib

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, Response

from api.problems import KINDS, Problem
from api.tally import MEDIA_TYPE, Tally
from graph.answers import SOLUTIONS
from ontology.errors import NotFound

router = APIRouter(tags=["service"])


@router.get("/healthz", summary="Is the server up")
def health() -> JSONResponse:
    """Answer at once, whatever the data: the process lives and takes requests."""
    return JSONResponse({"status": "ok"}, headers={"Cache-Control": "no-store"})


@router.get("/readyz", summary="Can it answer from data")
async def ready(request: Request) -> JSONResponse:
    """Answer with the version that is served, once a query of it was answered; 503 where it cannot be."""
    try:
        lanes = await run_in_threadpool(request.app.state.serving)
        await lanes.ask("ASK {}", solutions=SOLUTIONS["json"], graph=None)
    except NotFound as error:
        raise Problem("not-ready", "Nothing is loaded yet.") from error
    return JSONResponse({"status": "ok", "version": lanes.version}, headers={"Cache-Control": "no-store"})


@router.get("/metrics", response_class=Response, summary="What the server counts of itself (Prometheus)")
async def metrics(request: Request) -> Response:
    """Latencies by route, queries that wait, processes ended, the served version and its age, for Prometheus."""
    tally: Tally = request.app.state.tally
    with contextlib.suppress(NotFound):
        tally.served(*await run_in_threadpool(request.app.state.age))
    return Response(tally.text(), headers={"Cache-Control": "no-store"}, media_type=MEDIA_TYPE)


@router.get("/problems/{kind}", summary="What a type of problem means")
def problem(kind: str) -> JSONResponse:
    """The status of a type of problem and what it means."""
    if kind not in KINDS:
        raise Problem("not-found", f"There is no problem {kind!r}; there are {', '.join(KINDS)}.")
    status, title = KINDS[kind]
    return JSONResponse({"type": f"/problems/{kind}", "status": status, "title": title})
