"""What became of a document by a day: in force, amended, partly repealed, replaced, repealed, suspended, or unknown.

A status is derived, never stated: from the edges that end or change a document, dated by the documents that do so. The
day from which such an act takes effect is mostly not in its title, so the day it was signed stands for it. What a
date leaves open (a year alone, none at all) stays open: the status is then `unknown`, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from graph.clocks import earliest, latest
from graph.values import Edge, Node
from ontology.model import Value
from ontology.terms import STATUSES

ENDING: Final = {"replaces": "replaced", "repeals": "repealed"}
ACTS: Final = {**ENDING, "suspends": "suspended", "amends": "amended"}
PARTLY: Final = "partly repealed"
IN_FORCE: Final = "in force"
UNKNOWN: Final = "unknown"
# Of several that hold on one day the gravest is told.
ORDER: Final = ("replaced", "repealed", "suspended", PARTLY, "amended")
assert {*ORDER, IN_FORCE, UNKNOWN} == set(STATUSES), "the scheme of statuses and their derivation name the same"


class Standing(Value, frozen=True):
    """The status of a document on a day. `code` is one of the scheme of statuses.

    `since` is the date of the act that gave it this status, or its own for one in force. `acts` are the edges that it
    rests on, with their evidence; `parts` are the provisions concerned, where it is not the whole. `reason` says in
    English why the status is unknown, or what the status leaves out.
    """

    document: str
    day: str
    code: str
    since: str | None = None
    parts: tuple[str, ...] = ()
    acts: tuple[Edge, ...] = ()
    reason: str = ""


class Event(Value, frozen=True):
    """An edge into a document that changes what it is: the status it gives, and the date of the acting document.

    It happened not before `since` and not after `by`, as far as dates tell: a source that tells of it, published on a
    day, bounds an act whose own date is not known.
    """

    code: str
    date: str | None
    edge: Edge
    since: str = ""
    by: str = "9999"
    parts: tuple[str, ...] = ()


def standing(document: Node, into: Iterable[tuple[Edge, Node]], day: str) -> Standing:
    """The status of `document` on `day`; `into` are edges that lead to it with the nodes they come from."""
    if reason := _undecided(document, day):
        return Standing(document.iri, day, UNKNOWN, document.date, reason=reason)
    found = sorted(events(document, into), key=lambda one: (one.date or "", one.edge.head, one.code))
    past = [one for one in found if one.by <= day]
    told = _gravest(past) if past else None
    rank = ORDER.index(told.code) if told and told.code not in ENDING.values() else 0 if told else len(ORDER)
    doubt = [one for one in found if one.since <= day < one.by and ORDER.index(one.code) < rank]
    if doubt:
        acts = tuple(one.edge for one in doubt)
        return Standing(document.iri, day, UNKNOWN, acts=acts, reason="an act on it may be before or after this day")
    if told:
        return _told(document, day, told, past)
    if not document.date or latest(document.date) > day:
        return Standing(document.iri, day, UNKNOWN, document.date, reason="it may have been issued after this day")
    return Standing(document.iri, day, IN_FORCE, document.date)


def _undecided(document: Node, day: str) -> str | None:
    """Why nothing can be said of a node on a day, if that is so whatever happened to it."""
    if document.kind != "document":
        return "an activity has no status"
    if document.ambiguous or "~" in document.iri:
        return "which document this is could not be decided"
    return "not yet issued on this day" if document.date and earliest(document.date) > day else None


def events(document: Node, into: Iterable[tuple[Edge, Node]]) -> list[Event]:
    """The edges that end or change a document, as events; acts dated before the document itself are left out."""
    found = []
    for edge, head in into:
        if edge.predicate not in ACTS or head.kind != "document" or edge.head == document.iri:
            continue
        if head.date and document.date and latest(head.date) < earliest(document.date):
            continue
        parts = _parts(edge)
        code = PARTLY if parts and edge.predicate in ENDING else ACTS[edge.predicate]
        told = [one.published for one in edge.evidence if one.published]
        bounds = [latest(head.date)] if head.date else []
        by = min([*bounds, *(latest(one) for one in told)], default="9999")
        since = earliest(head.date or document.date or "") if head.date or document.date else ""
        found.append(Event(code, head.date, edge, since, max(by, since), parts))
    return found


def _parts(edge: Edge) -> tuple[str, ...]:
    """The provisions that an edge is about; none where some assertion has it of the whole document."""
    live = [one for one in edge.evidence if one.verdict != "rejected"]
    parts = {one.provision for one in live}
    return tuple(sorted(part for part in parts if part)) if live and None not in parts else ()


def _gravest(past: list[Event]) -> Event:
    """The event that tells: of those that end the document the first, of the others the gravest, then the first."""
    ends = [one for one in past if one.code in ENDING.values()]
    if ends:
        first = [one for one in ends if one.date == ends[0].date]
        return min(first, key=lambda one: ORDER.index(one.code))
    return min(past, key=lambda one: (ORDER.index(one.code), one.date or ""))


def _told(document: Node, day: str, told: Event, past: list[Event]) -> Standing:
    same = [one for one in past if one.code == told.code]
    parts = tuple(sorted({part for one in same for part in one.parts})) if all(one.parts for one in same) else ()
    return Standing(document.iri, day, told.code, told.date, parts, tuple(one.edge for one in same))
