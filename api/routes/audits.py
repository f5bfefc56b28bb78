"""The REST API on audits: coverage, deadlines, impact, changes, checks, what to obtain, how a policy spread."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from api.listings import listed, of_findings, shown
from api.naming import picked
from api.paging import Page, sealed
from api.parameters import Chosen, Cursor, Date, Day, Depth, Form, Kinds, Level, Limit, Named, iso
from api.problems import Problem
from api.schemas import described
from api.sheets import sheets
from api.snapshots import pinned, versioned
from graph import audit, clocks
from graph.audit_values import (
    ChainAudit,
    Changes,
    Contradictions,
    Dangling,
    Deadlines,
    Diffusion,
    Impact,
    Matrix,
)
from graph.chains import Filters
from graph.expected import bodies
from graph.reader import Reader
from graph.values import Finding
from ontology.errors import WrongUse
from ontology.model import Value

router = APIRouter(prefix="/api/v1", tags=["audits"])

Data = Annotated[Reader, Depends(versioned)]


def _told(request: Request, reader: Reader, found: Value, form: str | None) -> Response:
    return shown(request, found, lambda: sheets(found)[0], form=form, version=reader.version)


@router.get("/chain-audit", responses=described(ChainAudit, csv=True), summary="The chains of a document, audited")
def chain_audit(
    request: Request,
    reader: Data,
    of: Named,
    to: Annotated[
        str | None, Query(max_length=500, description="Only the ways between the two", examples=["49-KL/TW"])
    ] = None,
    predicate: Chosen = None,
    depth: Depth = 100,
    level: Annotated[
        list[Level] | None, Query(max_length=10, description="Grey out other levels", examples=[["province"]])
    ] = None,
    since: Annotated[Date | None, Query(description="Grey out what is dated before", examples=["2019-01-01"])] = None,
    until: Annotated[Date | None, Query(description="Grey out what is dated after", examples=["2021-12-31"])] = None,
    confidence: Annotated[float, Query(ge=0, le=1, description="Grey out less sure links", examples=[0.5])] = 0.0,
    *,
    confirmed: Annotated[bool, Query(description="Grey out links that nobody confirmed", examples=[False])] = False,
    up: Annotated[bool, Query(description="What the document rests on", examples=[True])] = True,
    down: Annotated[bool, Query(description="What rests on the document", examples=[True])] = True,
    limit: Annotated[int, Query(ge=1, le=1000, description="The most ways to show", examples=[20])] = 100,
    form: Form = None,
) -> Response:
    """Every way link by link, with gaps in days, the weakest link, cycles, and how many ways there are in all."""
    filters = Filters(frozenset(level or ()), iso(since), iso(until), confidence, confirmed)
    found = audit.chain(
        reader,
        picked(reader, of),
        to=picked(reader, to) if to and to.strip() else None,
        up=up,
        down=down,
        predicates=frozenset(predicate) if predicate else None,
        depth=depth,
        filters=filters,
        limit=limit,
    )
    return _told(request, reader, found, form)


@router.get("/coverage", responses=described(Matrix, csv=True), summary="Who carries a policy out")
def coverage(
    request: Request,
    reader: Data,
    of: Named,
    expected: Annotated[
        str,
        Query(
            pattern=r"^(provinces|ministries|(districts|communes):[a-z0-9-]{1,80})$",
            description="The bodies expected: provinces, ministries, districts:PROVINCE or communes:PROVINCE",
            examples=["provinces"],
        ),
    ] = "provinces",
    on: Day = None,
    geography: Annotated[
        Date | None, Query(description="The day whose units are shown; default the day asked", examples=["2020-08-20"])
    ] = None,
    kinds: Kinds = None,
    form: Form = None,
) -> Response:
    """Which expected bodies carry a policy out: found, awaiting review, looked and not found, not collected."""
    day = iso(on) or clocks.today()
    try:
        bodies(expected, reader.register, iso(geography) or day)
    except WrongUse as error:
        raise Problem("not-found", f"{error}.") from error
    found = audit.coverage(
        reader, picked(reader, of), expected, day=day, geography=iso(geography), kinds=tuple(kinds or ())
    )
    return _told(request, reader, found, form)


@router.get("/deadlines", responses=described(Deadlines, csv=True), summary="What is due by a policy")
def deadlines(
    request: Request,
    reader: Data,
    of: Named,
    on: Day = None,
    *,
    below: Annotated[bool, Query(description="Also what those that carry it out set", examples=[True])] = True,
    form: Form = None,
) -> Response:
    """What is due, for whom, how each body stands to it on a day; overdue only where a declared search covers it."""
    return _told(request, reader, audit.deadlines(reader, picked(reader, of), day=iso(on), below=below), form)


@router.get("/impact", responses=described(Impact, csv=True), summary="What hangs on a document")
def impact(
    request: Request,
    reader: Data,
    of: Named,
    on: Day = None,
    limit: Annotated[int, Query(ge=1, le=5000, description="The most documents to show", examples=[50])] = 200,
    form: Form = None,
) -> Response:
    """All that still rests on a document on a day, by level, and what rests on nothing else."""
    return _told(request, reader, audit.impact(reader, picked(reader, of), day=iso(on), limit=limit), form)


@router.get("/changes", responses=described(Changes, csv=True), summary="What changed around a document, by its dates")
def changes(
    request: Request,
    reader: Data,
    of: Named,
    since: Annotated[Date, Query(description="Dated after this day", examples=["2019-05-10"])],
    until: Annotated[Date | None, Query(description="Up to this one; default today", examples=["2021-12-31"])] = None,
    form: Form = None,
) -> Response:
    """What came to the lineage of a document by what is dated between two days."""
    found = audit.changes(reader, picked(reader, of), since.isoformat(), iso(until))
    return _told(request, reader, found, form)


Copy = Annotated[
    str,
    Query(
        pattern="^([0-9a-z]{16,40}|(19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8]))$",
        description="A published version, or the day at whose end it was current",
        examples=["2026-11-01"],
    ),
]


@router.get("/changes/known", responses=described(Changes, csv=True), summary="What became known around a document")
def changes_known(request: Request, reader: Data, of: Named, since: Copy, form: Form = None) -> Response:
    """What the newest version (or that of `version`) has around a document and an earlier one had not, or had."""
    return _told(request, reader, audit.changes_known(reader, picked(reader, of), since), form)


@router.get("/checks", responses=described(Page[Finding], csv=True), summary="What does not hold together")
def checks(
    request: Request,
    reader: Data,
    severity: Annotated[
        Literal["high", "medium", "low"] | None, Query(description="Only findings this grave", examples=["high"])
    ] = None,
    check: Annotated[str | None, Query(max_length=60, description="Only of this check", examples=["cycle"])] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
    form: Form = None,
) -> Response:
    """The findings of all checks, gravest first, each with its quotes and what to do."""
    reader, at = pinned(request, reader, cursor)
    found = [one for one in reader.check() if severity in (None, one.severity) and check in (None, one.check)]
    items = tuple(found[at : at + limit])
    onward = sealed(reader.version, at + limit) if len(found) > at + limit else None
    return listed(request, Page(items, len(found), onward, reader.version), of_findings, form=form)


@router.get("/contradictions", responses=described(Contradictions, csv=True), summary="What cannot all be true")
def contradictions(request: Request, reader: Data, form: Form = None) -> Response:
    """What stands against what, with the quotes of both sides."""
    return _told(request, reader, audit.contradictions(reader), form)


@router.get("/dangling", responses=described(Dangling, csv=True), summary="What to obtain next")
def dangling(
    request: Request,
    reader: Data,
    limit: Annotated[int, Query(ge=1, le=5000, description="The most documents to show", examples=[20])] = 50,
    form: Form = None,
) -> Response:
    """Documents that are named and never seen, by how many chains wait on them."""
    return _told(request, reader, audit.dangling(reader, limit=limit), form)


@router.get("/diffusion", responses=described(Diffusion, csv=True), summary="How a policy spread")
def diffusion(request: Request, reader: Data, of: Named, form: Form = None) -> Response:
    """Lags by level, the main path, the bodies that most ways pass through."""
    return _told(request, reader, audit.diffusion(reader, picked(reader, of)), form)
