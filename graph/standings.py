"""How bodies stand to one duty: each claim by a dated document with its quotes, or by a declared search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from msgspec.structs import replace

from graph.absence import Absence
from graph.acts import Act
from graph.audit_values import Duty, Seen, Standing
from graph.dues import Occurrence
from graph.expected import Body

DONE: Final = frozenset({"met", "late", "undated"})
SHOWN: Final = 3


class Weighing:
    """One duty at one time it is due, weighed on a day."""

    def __init__(self, duty: Duty, time: Occurrence, act: Act, absence: Absence, day: str) -> None:
        self.duty = duty
        self.time = time
        self.act = act
        self.absence = absence
        self.day = day

    def standings(self, bodies: tuple[Body, ...], answers: Mapping[str, list[Seen]]) -> list[Standing]:
        """How each body stands; where any of several will do, those that did it, else all as one."""
        if not bodies:
            note = f"the register cannot tell who this is: {', '.join(self.duty.unknown)}"
            return [Standing(self.duty.iri, "", self.duty.who or "", "unclear", self.time.due, note=note)]
        found = [self.standing(body, answers.get(body.key, [])) for body in bodies]
        if self.duty.scope != "any":
            return found
        return [one for one in found if one.status in DONE] or [self._together(found)]

    def _together(self, found: list[Standing]) -> Standing:
        """Several bodies of which any would do, and none is seen to: overdue only where every one of them is."""
        statuses = {one.status for one in found}
        status = statuses.pop() if len(statuses) == 1 else ("unclear" if "unclear" in statuses else "no_evidence")
        searches = tuple(sorted({number for one in found for number in one.searches})) if status == "overdue" else ()
        names = " / ".join(one.body for one in found[:SHOWN])
        return Standing(self.duty.iri, "any", f"any of {len(found)}: {names}", status, self.time.due, searches=searches)

    def standing(self, body: Body, seen: list[Seen]) -> Standing:
        """What one body did in time, or late, or that nothing was seen."""
        base = Standing(self.duty.iri, body.key, body.label, "unclear", self.time.due)
        seen = [one for one in seen if not one.node.date or one.node.date <= self.day]
        if self.time.due is None:
            return replace(base, seen=tuple(seen[:SHOWN]), note="the text does not say from which day it counts")
        if self.duty.period:
            seen = [one for one in seen if self.time.since <= (one.node.date or "") <= self.time.due]
        answering = [one for one in seen if self.act.shown_by(one)]
        return self._done(base, answering) or self._undone(base, body, seen)

    def _done(self, base: Standing, seen: list[Seen]) -> Standing | None:
        """Met or late by the first dated document; done on an unknown day where none is dated."""
        for one in seen:
            if one.node.date and len(one.node.date) == 10:
                days = _days(str(self.time.due), one.node.date)
                return replace(base, status="late" if days > 0 else "met", seen=(one,), days=max(days, 0))
        note = "the day of the document is not known"
        return replace(base, status="undated", seen=tuple(seen[:SHOWN]), note=note) if seen else None

    def _undone(self, base: Standing, body: Body, seen: list[Seen]) -> Standing:
        due = str(self.time.due)
        if self.day <= due:
            return replace(base, status="open", seen=tuple(seen[:SHOWN]), days=_days(self.day, due))
        if seen:
            note = "it acted on the document; whether it did this is for a person to judge"
            return replace(base, seen=tuple(seen[:SHOWN]), note=note)
        searches, note = self.absence.of(body)
        if searches:
            ids = tuple(one.id for one in searches)
            return replace(base, status="overdue", searches=ids, days=_days(due, self.day))
        return replace(base, status="no_evidence", note=note)


def together(found: Counter[str]) -> str:
    """What the statuses of several bodies come to."""
    done, left = set(found) & DONE, set(found) - DONE
    if done and left:
        return "partly"
    order: Iterable[str] = ("late", "undated", "met") if done else ("overdue", "no_evidence", "open", "unclear")
    return next(status for status in order if status in found)


def _days(earlier: str, later: str) -> int:
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days
