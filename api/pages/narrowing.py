"""Answers of audits narrowed and put in order for reading. What was found, and how much of it, stays what it was.

Each function takes a value and gives a value of the same kind, so that a page and its files show the same rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from ontology.terms import LEVELS

if TYPE_CHECKING:
    from graph.audit_values import Cell, Contradictions, Deadlines, Impact, Matrix, Standing

STATES: Final = ("found", "candidate", "looked", "not_collected")
STATUSES: Final = ("overdue", "late", "unclear", "no_evidence", "open", "undated", "met")
SEVERITIES: Final = ("high", "medium", "low")
CELL_ORDERS: Final = ("body", "state", "date", "lag")
STANDING_ORDERS: Final = ("due", "body", "status", "days")
IMPACT_ORDERS: Final = ("steps", "level", "date", "body")
LAST: Final = "9999"


def cells(found: Matrix, state: str | None, order: str | None) -> Matrix:
    """The matrix with the cells of one state only, in an order; its counts are those of all cells."""
    kept = [cell for cell in found.cells if state in {None, cell.state}]
    if order and order != "body":
        kept.sort(key=lambda cell: (_cell_key(cell, order), cell.label))
    return replace(found, cells=tuple(kept))


def _cell_key(cell: Cell, order: str) -> tuple[int, str | int]:
    if order == "state":
        return (STATES.index(cell.state), "")
    first = cell.seen[0] if cell.seen else None
    if first is None:
        return (1, "" if order == "date" else 0)
    if order == "date":
        return (0, first.node.date or LAST)
    return (0, first.lag_days if first.lag_days is not None else 1 << 30)


def standings(found: Deadlines, status: str | None, order: str | None, *, reviews: bool = False) -> Deadlines:
    """The deadlines with the standings of one status only (or of reviews due only), in an order."""
    asked = {(duty.iri, duty.due) for duty in found.duties if duty.review or not reviews}
    kept = [one for one in found.standings if status in {None, one.status} and (one.duty, one.due) in asked]
    kept.sort(key=lambda one: _standing_key(one, order or "due"))
    if not reviews:
        return replace(found, standings=tuple(kept))
    shown = [at for at, duty in enumerate(found.duties) if duty.review]
    duties, tasks = (tuple(column[at] for at in shown) for column in (found.duties, found.tasks))
    return replace(found, standings=tuple(kept), duties=duties, tasks=tasks)


def _standing_key(one: Standing, order: str) -> tuple[object, ...]:
    due, rank = one.due or LAST, STATUSES.index(one.status)
    if order == "body":
        return (one.body, due)
    if order == "status":
        return (rank, due, one.body)
    if order == "days":
        return (-(one.days or 0) if one.status in {"late", "overdue"} else 1, due, one.body)
    return (due, rank, one.body)


def affected(found: Impact, level: str | None, order: str | None, *, wholly: bool = False) -> Impact:
    """The impact with the documents of one level only (or those with no other ground), in an order."""
    kept = [one for one in found.affected if level in {None, one.node.level} and (one.wholly or not wholly)]
    places = {name: at for at, name in enumerate(LEVELS)}
    if order == "level":
        kept.sort(key=lambda one: (places.get(one.node.level or "", len(places)), one.steps, one.node.label))
    elif order == "date":
        kept.sort(key=lambda one: (one.node.date or LAST, one.node.label))
    elif order == "body":
        kept.sort(key=lambda one: (one.node.issuer or LAST, one.node.label))
    return replace(found, affected=tuple(kept))


def findings(found: Contradictions, severity: str | None, check: str | None) -> Contradictions:
    """The findings of one severity and check only."""
    kept = [one for one in found.findings if severity in {None, one.severity} and check in {None, one.check}]
    return replace(found, findings=tuple(kept))
