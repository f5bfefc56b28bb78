"""The audit pages: each asks one function of `graph.audit`, shows its value, and gives the same value as a file."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Annotated, Any, Final

import msgspec
from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from api.pages import remarks
from api.pages.exports import saved
from api.pages.inquiries import ASKING, Answer, answered
from api.pages.language import level
from api.pages.questions import OF_ALL, OF_ONE, Address, rows
from api.pages.schedule import months
from api.pages.site import language_of, page
from api.sheets import sheets, workbook
from api.snapshots import current, held
from api.terminal import write_csv
from graph import clocks
from graph.agenda import calendar
from graph.audit_values import ChainAudit, Changes, Contradictions, Deadlines
from graph.reader import Reader
from ontology.errors import NotFound
from ontology.identity import slug
from ontology.model import Value
from ontology.terms import LEVELS, PREDICATES

router = APIRouter(include_in_schema=False)

Data = Annotated[Reader, Depends(current)]
MaybeData = Annotated[Reader | None, Depends(held)]
FORMS: Final = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "ics": "text/calendar; charset=utf-8",
}
FINDINGS: Final = 25


@router.get("/audit")
def entry(request: Request, reader: MaybeData) -> Response:
    """What can be asked, and of which document."""
    here = Address.of(request, language_of(request))
    version = reader.version if reader else None
    return page(
        request, "audit.html", version=version, here=here, of_one=OF_ONE, of_all=OF_ALL, loaded=reader is not None
    )


@router.get("/audit/{question}")
def asked(request: Request, reader: Data, question: str) -> Response:
    """One question: its form and, once it is asked of a document, its answer."""
    name, _, form = question.partition(".")
    if name not in ASKING or (form and form not in FORMS):
        raise NotFound(f"there is no audit page {question!r}: see /audit")
    here = Address.of(request, language_of(request))
    if form:
        return _file(answered(name, reader, here, patient=True), form)
    found = answered(name, reader, here)
    return page(
        request,
        f"audit_{name}.html",
        version=reader.version,
        here=here,
        question=name,
        node=found.node,
        found=found.value,
        whole=found.whole,
        today=clocks.today(),
        of_one=OF_ONE,
        of_all=OF_ALL,
        files=("csv", "xlsx", "json", *(("ics",) if name == "deadlines" else ())),
        told=remarks.told,
        period=remarks.period,
        level=level,
        levels=list(LEVELS),
        **_shown(found, reader, here),
    )


def _shown(found: Answer, reader: Reader, here: Address) -> dict[str, Any]:
    """What a page needs besides the value: the page of its rows, the counts of its filters, names by IRI."""
    value, whole = found.value, found.whole
    listed = {"coverage": "cells", "impact": "affected", "obtain": "awaited"}.get(found.question)
    if listed:
        return {"shown": rows(getattr(value, listed), here) if value else None}
    made: dict[str, Callable[[], dict[str, object]]] = {
        "chain": lambda: {"relations": list(PREDICATES), "quotes": _numbered(value)},
        "deadlines": lambda: _of_deadlines(value, whole, here),
        "changes": lambda: _of_changes(value, reader, here),
        "checks": lambda: _of_checks(value, whole, reader, here),
        "diffusion": lambda: {"measured": remarks.measured},
    }
    return made[found.question]()


def _numbered(value: Value | None) -> dict[tuple[str, str, str], int]:
    """The links of all ways, numbered as they are first met, so that each is quoted once."""
    if not isinstance(value, ChainAudit):
        return {}
    steps = [step for routes in (value.up, value.down) for route in routes.shown for step in route.steps]
    keys = dict.fromkeys((step.edge.head, step.edge.predicate, step.edge.tail) for step in steps)
    return {key: number for number, key in enumerate(keys, start=1)}


def _of_changes(value: Value | None, reader: Reader, here: Address) -> dict[str, Any]:
    """The published copies to choose from; of an answer the page of its rows: kind, whether a document, the thing."""
    publications = list(reversed(reader.published.history()))[:200]
    if not isinstance(value, Changes):
        return {"publications": publications}
    columns = (
        ("added", True, value.nodes_added),
        ("gone", True, value.nodes_gone),
        ("added", False, value.edges_added),
        ("gone", False, value.edges_gone),
    )
    listed = [(kind, document, one) for kind, document, things in columns for one in things]
    return {"publications": publications, "shown": rows(listed, here)}


def _of_deadlines(value: Value | None, whole: Value | None, here: Address) -> dict[str, object]:
    if not (isinstance(value, Deadlines) and isinstance(whole, Deadlines)):
        return {"shown": None}
    counts: dict[str, int] = {}
    for one in whole.standings:
        counts[one.status] = counts.get(one.status, 0) + 1
    numbers: dict[tuple[str, str | None], int] = {}
    for duty in whole.duties:
        numbers.setdefault((duty.iri, duty.due), len(numbers) + 1)
    return {
        "shown": rows(value.standings, here),
        "counts": counts,
        "numbers": numbers,
        "tasks": {(task.duty, task.due): task for task in whole.tasks},
        "months": months(value),
    }


def _of_checks(value: Value | None, whole: Value | None, reader: Reader, here: Address) -> dict[str, object]:
    if not (isinstance(value, Contradictions) and isinstance(whole, Contradictions)):
        return {}
    shown = rows(value.findings, here, FINDINGS)
    severities: dict[str, int] = {}
    checks: dict[str, int] = {}
    for one in whole.findings:
        severities[one.severity] = severities.get(one.severity, 0) + 1
        if here.get("severity") in {"", one.severity}:
            checks[one.check] = checks.get(one.check, 0) + 1
    named = reader.nodes({iri for one in shown.rows for iri in one.nodes[:8]})  # type: ignore[attr-defined]
    return {
        "shown": shown,
        "severities": severities,
        "checks": checks,
        "named": named,
        "check_name": remarks.check_name,
        "check_said": remarks.check_said,
        "check_advice": remarks.check_advice,
    }


def _file(found: Answer, form: str) -> Response:
    """The value of a page as a file."""
    if found.value is None:
        raise NotFound("nothing is asked yet: name a document (`of`), and for changes a day (`since`)")
    if form == "ics" and not isinstance(found.value, Deadlines):
        raise NotFound("only deadlines make a calendar")
    words = slug(found.node.number or found.node.label) if found.node else "all"
    headers = saved(f"{found.question}-{words}.{form}")
    return Response(_bytes(found.value, form), media_type=FORMS[form], headers=headers)


def _bytes(value: Value, form: str) -> bytes:
    if form == "json":
        return msgspec.json.encode(value)
    if form == "xlsx":
        return workbook(sheets(value))
    if isinstance(value, Deadlines) and form == "ics":
        return calendar(value)
    out = io.StringIO(newline="")
    sheet = sheets(value)[0]
    write_csv(out, sheet.header, sheet.rows)
    return ("\ufeff" + out.getvalue()).encode()
