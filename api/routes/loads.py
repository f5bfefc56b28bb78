"""The REST API on loads: bringing sources in as jobs, watching them, looking at a dry run and then keeping it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated, Final

import msgspec
from fastapi import APIRouter, Depends, Path, Query, Request
from starlette.responses import Response, StreamingResponse

from api import uploads
from api.access import Caller, require
from api.loads import Load, Loads
from api.schemas import answer, body_of, described, schema

PATH: Final = "/api/v1/loads"

router = APIRouter(prefix=PATH, tags=["loads"])

Keyed = Annotated[Caller, Depends(require("load"))]
Named = Annotated[str, Path(pattern="^[0-9a-f]{16}$", description="The id of a load", examples=["0123456789abcdef"])]
Wait = Annotated[float, Query(ge=0, le=60, description="Seconds to wait for its end before answering", examples=[10])]


EVENT: Final = {
    "type": "object",
    "required": ["event", "data"],
    "properties": {
        "event": {"type": "string", "enum": ["progress", "done", "failed"]},
        "data": {"type": "string", "contentMediaType": "application/json", "contentSchema": schema(Load)},
    },
}
"""A server-sent event, for the description."""


def kept(request: Request) -> Loads:
    """The loads of this server, as a dependency."""
    found: Loads = request.app.state.loads
    return found


Jobs = Annotated[Loads, Depends(kept)]


@router.post(
    "",
    status_code=202,
    responses=described(Load, status=202),
    openapi_extra=body_of(uploads.Wanted, form=uploads.FORM),
    summary="Bring sources in (key: load)",
)
async def begin(
    request: Request,
    who: Keyed,
    jobs: Jobs,
    *,
    dry_run: Annotated[
        bool, Query(description="Only say what would be read, and what would change", examples=[True])
    ] = False,
    wait: Wait = 0.0,
) -> Response:
    """Begin a job that reads files, pasted texts and addresses, and keeps what they state.

    What cannot be read is under `failed` of its report, with the reason; the rest is kept. A dry run keeps nothing.
    """
    sources = await uploads.of(request)
    job = await jobs.start(sources.files, sources.addresses, by=who.name, dry_run=dry_run)
    return await _accepted(jobs, job, wait)


@router.get("", responses=described(list[Load]), summary="The loads that are remembered (key: load)")
def listed(_who: Keyed, jobs: Jobs) -> Response:
    """The jobs since the server started, newest first, without what dry runs read."""
    return answer(jobs.listed())


@router.get("/{identity}", responses=described(Load), summary="One load (key: load)")
async def one(identity: Named, _who: Keyed, jobs: Jobs, wait: Wait = 0.0) -> Response:
    """How a job stands; once done, its report with the version that holds what was kept, or all that a dry run read."""
    return answer(await jobs.finished(identity, wait) if wait else jobs.get(identity))


@router.get(
    "/{identity}/events",
    response_class=StreamingResponse,
    responses={200: {"description": "The events.", "content": {"text/event-stream": {"schema": EVENT}}}},
    summary="The progress of a load, as it happens (key: load)",
)
async def events(identity: Named, _who: Keyed, jobs: Jobs) -> StreamingResponse:
    """Server-sent events: `progress` at each news, `done` or `failed` at the end, each with the job as its data."""
    jobs.get(identity)
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(_told(jobs, identity), media_type="text/event-stream", headers=headers)


@router.post("/{identity}/keep", responses=described(Load, status=202), summary="Keep what a dry run read (key: load)")
async def keep(identity: Named, who: Keyed, jobs: Jobs, wait: Wait = 0.0) -> Response:
    """Begin a job that keeps the sources of a finished dry run, which need not be sent again."""
    return await _accepted(jobs, jobs.keep(identity, by=who.name), wait)


async def _accepted(jobs: Loads, job: Load, wait: float) -> Response:
    job = await jobs.finished(job.id, wait) if wait else job
    made = answer(job, status=202)
    made.headers["Location"] = f"{PATH}/{job.id}"
    return made


async def _told(jobs: Loads, identity: str) -> AsyncIterator[bytes]:
    async for job in jobs.follow(identity):
        if job is None:
            yield b": waiting\n\n"
        else:
            name = job.state if job.over else "progress"
            yield f"event: {name}\ndata: {msgspec.json.encode(job).decode()}\n\n".encode()
