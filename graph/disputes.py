"""Where verdicts and claims do not fit together any more: for a person to look at again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from graph.attachment import Reviewed, agree, claim_key, reviewed, statements
from graph.quads import Record
from graph.verdicts import ADDED, CONFIRMED, REJECTED, RULE, Statement, Thread, Verdict
from ontology.model import Value

KINDS: Final = {
    "source gone": "the source is not kept any more: load it again, or take the verdict back",
    "lost": "it was confirmed and is no longer found: state it by hand (`phahe review add`), or take the verdict back",
    "orphan": "what the verdict is on is no longer found in its source: take the verdict back if it is settled",
    "new rule": "it was rejected, and another rule finds it now: look at the quote again",
    "elsewhere": "it was rejected, and the same source says it in another place: look at that quote too",
}
"""What is told of each kind, and what to do."""


class Dispute(Value, frozen=True):
    """A standing verdict that does not fit what is claimed now; `assertions` are the claims to look at."""

    kind: str
    verdict: Verdict
    advice: str
    assertions: tuple[str, ...] = ()


def disputes(record: Record | None, threads: Sequence[Thread]) -> list[Dispute]:
    """The disputes of one source; `record` is None where the source is not kept."""
    standing = [thread for thread in threads if thread.standing]
    if record is None:
        return [_dispute("source gone", thread) for thread in standing]
    found = reviewed(record, threads)
    return [one for thread in standing for one in _of(thread, found)]


def _of(thread: Thread, found: Reviewed) -> Iterable[Dispute]:
    verdict = thread.standing
    assert verdict
    lost = {one.id for one in found.lost}
    if thread.id in lost:
        elsewhere = _elsewhere(verdict.claim, found)
        if verdict.act == REJECTED and elsewhere:
            yield _dispute("elsewhere", thread, elsewhere)
        else:
            yield _dispute("lost" if verdict.act in {CONFIRMED, ADDED} else "orphan", thread)
        return
    if verdict.act != REJECTED:
        return
    claims = statements(found.record)
    about = [claims[index] for index, one in found.threads.items() if one.id == thread.id]
    if about and all(one.rule != verdict.claim.rule for one in about):
        yield _dispute("new rule", thread, tuple(one.assertion for one in about))
    elif again := _elsewhere(verdict.claim, found):
        yield _dispute("elsewhere", thread, again)


def _elsewhere(claim: Statement, found: Reviewed) -> tuple[str, ...]:
    """Claims of the same source that say the same with another quote, and on which nobody has said anything."""
    return tuple(
        one.assertion
        for index, one in enumerate(statements(found.record))
        if index not in found.threads
        and not one.rule.startswith(RULE)
        and one.predicate == claim.predicate
        and claim_key(one) != claim_key(claim)
        and agree(one.head, claim.head)
        and agree(one.tail, claim.tail)
    )


def _dispute(kind: str, thread: Thread, assertions: tuple[str, ...] = ()) -> Dispute:
    assert thread.standing
    return Dispute(kind, thread.standing, KINDS[kind], assertions)
