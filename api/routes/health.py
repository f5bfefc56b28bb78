"""What every server says of itself, with or without data: that it is up, and what its problems mean."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import JSONResponse

from api.problems import KINDS, Problem

router = APIRouter(tags=["service"])


@router.get("/healthz", summary="Is the server up")
def health() -> JSONResponse:
    """Answer at once, whatever the data: the process lives and takes requests."""
    return JSONResponse({"status": "ok"}, headers={"Cache-Control": "no-store"})


@router.get("/problems/{kind}", summary="What a type of problem means")
def problem(kind: str) -> JSONResponse:
    """The status of a type of problem and what it means."""
    if kind not in KINDS:
        raise Problem("not-found", f"There is no problem {kind!r}; there are {', '.join(KINDS)}.")
    status, title = KINDS[kind]
    return JSONResponse({"type": f"/problems/{kind}", "status": status, "title": title})
