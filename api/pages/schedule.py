"""What is due, laid out by year and month, as a calendar page shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ontology.model import Value

if TYPE_CHECKING:
    from graph.audit_values import Deadlines

WORST: Final = ("overdue", "partly", "late", "no_evidence", "unclear", "open", "undated", "met")
"""Statuses of a worklist, what needs looking at first."""


class Month(Value, frozen=True):
    """How much is due in a month, and the status that needs looking at first; nothing where nothing is due."""

    count: int = 0
    status: str = ""


def months(found: Deadlines) -> list[tuple[str, list[Month]]]:
    """Each year in which something is due, with its twelve months."""
    held: dict[str, list[str]] = {}
    for task in found.tasks:
        if task.due:
            held.setdefault(task.due[:7], []).append(task.status)
    years = sorted({month[:4] for month in held})
    return [(year, [_month(held.get(f"{year}-{number:02d}", [])) for number in range(1, 13)]) for year in years]


def _month(statuses: list[str]) -> Month:
    return Month(len(statuses), min(statuses, key=WORST.index)) if statuses else Month()
