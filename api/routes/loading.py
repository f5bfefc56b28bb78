"""The pages on which sources are brought in: shown first as they were read, then kept, with the progress of the job."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from api import forms, uploads
from api.access import Caller, require
from api.loads import Load, Loads
from api.pages import loading
from api.pages.site import language_of, page
from api.pages.urls import in_language
from api.problems import Problem
from api.routes.loads import kept

router = APIRouter(include_in_schema=False)

Keyed = Annotated[Caller, Depends(require("load"))]
Jobs = Annotated[Loads, Depends(kept)]
NOTHING = {"text": "", "name": "", "address": ""}
"""The fields of the form that nobody has filled in."""

Named = Annotated[str, Path(pattern="^[0-9a-f]{16}$")]


@router.get("/load")
def form(request: Request, _who: Keyed, jobs: Jobs) -> Response:
    """Drop files, paste a text, name addresses; and the jobs since the server started."""
    headers = {"Cache-Control": "no-store"}
    return page(request, "load.html", headers=headers, jobs=jobs.listed(), fault="", given=NOTHING)


@router.post("/load")
async def begin(request: Request, who: Keyed, jobs: Jobs) -> Response:
    """Begin a dry run (or, by the other button, the load itself) and go to its page."""
    fields = await forms.form(request)
    try:
        sources = await uploads.of(request)
    except Problem as problem:
        given = {name: str(fields.get(name, "")) for name in NOTHING}
        headers = {"Cache-Control": "no-store"}
        return page(
            request, "load.html", status=problem.status, headers=headers, jobs=(), fault=problem.detail, given=given
        )
    dry = "keep" not in fields
    job = await jobs.start(sources.files, sources.addresses, by=who.name, dry_run=dry)
    return _onward(request, job)


@router.get("/load/{identity}")
async def job(request: Request, identity: Named, _who: Keyed, jobs: Jobs) -> Response:
    """How far a job is; of a finished dry run all that was read, and what keeping it would change."""
    found = jobs.get(identity)
    return await run_in_threadpool(_shown, request, found)


@router.post("/load/{identity}/keep")
async def keep(request: Request, identity: Named, who: Keyed, jobs: Jobs) -> Response:
    """Keep what a dry run read."""
    return _onward(request, jobs.keep(identity, by=who.name))


def _shown(request: Request, found: Load) -> Response:
    rehearsal = found.rehearsal
    return page(
        request,
        "load_job.html",
        version=found.report.version if found.report else None,
        headers={"Cache-Control": "no-store"},
        job=found,
        sheets=loading.sheets(rehearsal) if rehearsal else [],
        balance=loading.balance(rehearsal) if rehearsal else None,
    )


def _onward(request: Request, job: Load) -> Response:
    return RedirectResponse(in_language(f"/load/{job.id}", language_of(request)), 303)
