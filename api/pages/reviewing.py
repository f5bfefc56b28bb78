"""The review page: where a reviewer stands in the queue (all of it in the address), and what a form says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary, proxy

from msgspec.structs import replace

from api.pages.marking import pieces, window
from api.pages.urls import with_query
from api.reviewing import end
from graph.queue import ORDERS, Queue
from graph.review import Decision
from ontology.errors import WrongUse
from ontology.model import Value
from ontology.terms import PREDICATES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from api.pages.marking import Piece
    from graph.docket import Case
    from graph.reader import Reader
    from graph.values import Evidence, Node

REASONS: Final = ("not_stated", "other_document", "other_way", "planned_only")
"""Why a claim is rejected, mostly: keys of `reason_...` in the messages."""

AROUND: Final = 500
"""Letters shown before and after a quote."""

_queues: WeakKeyDictionary[Reader, Queue] = WeakKeyDictionary()


class Place(Value, frozen=True, gc=False):
    """Where a reviewer is: the order, the filters, how many claims were passed over; `done` is the last verdict."""

    order: str = "uncertainty"
    predicate: str = ""
    source: str = ""
    skip: int = 0
    done: str = ""

    @classmethod
    def of(cls, stated: Mapping[str, str]) -> Place:
        """The place that a query or a form names; what is no order, relation or number is passed over."""
        order, skip = stated.get("order", ""), stated.get("skip", "")
        predicate = stated.get("predicate", "")
        return cls(
            order if order in ORDERS else ORDERS[0],
            predicate if predicate in PREDICATES else "",
            stated.get("source", "")[:64],
            int(skip) if skip.isdecimal() and len(skip) < 9 else 0,
            stated.get("done", "")[:64],
        )

    @property
    def filters(self) -> dict[str, str]:
        """The filters as the queue takes them."""
        return {name: value for name in ("predicate", "source") if (value := getattr(self, name))}

    def address(self, lang: str, **changes: str | int) -> str:
        """The address of this place, with some of it changed."""
        at = replace(self, **changes)
        order = at.order if at.order != ORDERS[0] else ""
        skip = str(at.skip) if at.skip else ""
        return with_query("/review", lang, order=order, **at.filters, skip=skip, done=at.done)


def queue_of(reader: Reader) -> Queue:
    """The queue of a copy, made once. It must not hold the copy, or no copy would ever be let go of."""
    found = _queues.get(reader)
    if found is None:
        found = _queues.setdefault(reader, Queue(proxy(reader)))
    return found


def context(reader: Reader, case: Case) -> list[Piece]:
    """The quote in its surroundings, with where the two ends are named in it marked `head` and `tail`."""
    kept = reader.kept(case.evidence.source)
    shown = case.evidence
    begin, finish = window(kept.text.content, shown.start, shown.end, AROUND)
    spans = [("quote", shown.start, shown.end)]
    for name, node in (("head", case.head), ("tail", case.tail)):
        spans += [(name, one.start, one.end) for one in _mentions(reader, node, shown.source)]
    return pieces(kept.text, spans, begin, finish)


def _mentions(reader: Reader, node: Node, source: str) -> tuple[Evidence, ...]:
    return reader.witness.mentions(node.iri, [source]) if node.kind == "document" else ()


def decision(reader: Reader, form: Mapping[str, str], by: str) -> Decision:
    """What a reviewer's form says. `claim` and `act` are always there; `version` is that of the claim as it was shown.

    Raises WrongUse where a correction changes nothing or an end names no one document.
    """
    act, claim = form.get("act", ""), form.get("claim", "")
    if act not in {"confirm", "reject", "correct", "undo"} or not claim:
        raise WrongUse("the form is not complete: open the review page again")
    why = form.get("why", "").strip() or form.get("reason", "").strip()
    expect = form.get("version", "") or None
    if act != "correct":
        return Decision(act, by, why, claim, expect)
    ends = {name: end(reader, words) for name in ("head", "tail") if (words := form.get(name, "").strip())}
    relation = form.get("relation", "") or None
    return Decision(act, by, why, claim, expect, relation, head=ends.get("head"), tail=ends.get("tail"))
