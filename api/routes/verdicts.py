"""The REST API on review: claims as reviewers see them, the log of verdicts, and giving a verdict (key: review)."""

from __future__ import annotations

import asyncio
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Header, Path, Query, Request
from starlette.responses import Response

from api import decisions, forms
from api.access import Caller, require
from api.decisions import Wanted
from api.listings import listed, of_cases, of_verdicts
from api.paging import Page, opened, sealed
from api.parameters import Cursor, Form, Limit, Predicate
from api.reviewing import Judged
from api.schemas import answer, body_of, described
from api.snapshots import Snapshots, versioned
from graph import listing
from graph.disputes import Dispute
from graph.docket import Case, Docket
from graph.reader import Reader
from graph.verdicts import Verdict
from ontology.errors import NotFound

router = APIRouter(prefix="/api/v1", tags=["review"])

Data = Annotated[Reader, Depends(versioned)]
Acts = Literal["confirmed", "rejected", "corrected", "added", "undone"]


@router.get("/claims", responses=described(Page[Case], csv=True), summary="Claims, least sure first")
def claims(
    request: Request,
    reader: Data,
    state: Annotated[
        Literal["open", "confirmed", "rejected", "all"], Query(description="What was decided", examples=["open"])
    ] = "open",
    predicate: Annotated[Predicate | None, Query(description="Only of this relation", examples=["implements"])] = None,
    source: Annotated[
        str | None, Query(pattern="^[0-9a-f]{64}$", description="Only of this source: its hash", examples=["0" * 64])
    ] = None,
    limit: Limit = 20,
    cursor: Cursor = None,
    form: Form = None,
) -> Response:
    """What the sources state, those read with least confidence first, with all that reviewers said of it."""
    given = {"predicate": predicate, "source": source}
    filters = {name: value for name, value in given.items() if value is not None}
    after = opened(cursor, tuple[float, str], (-1.0, ""))
    found, total = listing.cases(Docket(reader), state, filters, after=after, limit=limit + 1)
    items = tuple(found[:limit])
    onward = sealed(items[-1].evidence.confidence, items[-1].assertion) if len(found) > limit else None
    return listed(request, Page(items, total, onward, reader.version), of_cases, form=form)


@router.get("/claims/{name}", responses=described(Case), summary="One claim")
def claim(
    reader: Data,
    name: Annotated[
        str, Path(pattern="^[0-9a-z]{6,64}$", description="The digest at the end of its IRI", examples=["0123456789ab"])
    ],
) -> Response:
    """One claim with its quote and its history; its `ETag` is what a verdict on it may name in `If-Match`."""
    return answer(Docket(reader).case(name), version=reader.version)


@router.get("/disputes", responses=described(list[Dispute]), summary="Verdicts that no longer fit")
def disputes(reader: Data) -> Response:
    """Verdicts that do not fit what is found now, each with what to do."""
    return answer(Docket(reader).disputes(), version=reader.version)


@router.get("/verdicts", responses=described(Page[Verdict], csv=True), summary="The log of verdicts")
def verdicts(
    request: Request,
    reader: Data,
    act: Annotated[Acts | None, Query(description="Only these", examples=["rejected"])] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
    form: Form = None,
) -> Response:
    """Every verdict that was ever given, newest first, those taken back too."""
    log = [one for one in reversed(Docket(reader).log) if act in (None, one.act)]
    (before,) = opened(cursor, tuple[int], (1 << 62,))
    left = [one for one in log if one.sequence < before]
    items = tuple(left[:limit])
    onward = sealed(items[-1].sequence) if len(left) > limit else None
    return listed(request, Page(items, len(log), onward, reader.version), of_verdicts, form=form)


@router.get("/verdicts/{identity}", responses=described(Verdict), summary="One verdict")
def verdict(
    reader: Data,
    identity: Annotated[str, Path(pattern="^[0-9a-f]{20}$", description="Its id", examples=["0123456789abcdef0123"])],
) -> Response:
    """One entry of the log."""
    for one in Docket(reader).log:
        if one.id == identity:
            return answer(one, version=reader.version)
    raise NotFound(f"no verdict {identity} in version {reader.version}")


@router.post(
    "/verdicts",
    status_code=201,
    responses=described(Judged, status=201),
    openapi_extra=body_of(Wanted),
    summary="Give a verdict (key: review)",
)
async def decide(
    request: Request,
    who: Annotated[Caller, Depends(require("review"))],
    if_match: Annotated[
        str | None, Header(max_length=200, description="The tag of the claim that was seen", examples=['"0a1b2c"'])
    ] = None,
) -> Response:
    """Confirm, reject, correct or add a claim, or take a verdict back, in the name of the key.

    Nothing is decided over another's head: `seen` is the version of the claim that was looked at (none: nobody had
    decided), else 409; with `If-Match` of the tag that the claim was got with, else 412.
    """
    wanted: Wanted = await forms.value(request, Wanted)
    snapshots: Snapshots = request.app.state.snapshots
    decision = await asyncio.to_thread(decisions.decision, wanted, snapshots.reader(), who.name, if_match)
    judged = await decisions.given(request.app.state.writer, decision, precise=if_match is not None)
    made = answer(judged, version=judged.version, status=201)
    made.headers["Location"] = f"/api/v1/verdicts/{judged.verdict.id}"
    return made
