"""What a page tells of documents in clauses that the machine has not read: read over chunks when a sentence ends."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from loaders.extraction import actors, clausal, deeds, passages, passives, schemes
from loaders.extraction.activities import EVENT, KINDS
from loaders.extraction.cues import Cue
from loaders.extraction.deferred import deferred
from loaders.extraction.reading import Link
from loaders.extraction.tokens import Token

if TYPE_CHECKING:
    from loaders.extraction.grammar import Machine

_PREDICATES: Final = {
    "implementation": "implements",
    "dissemination": "disseminates",
    "review": "reviews",
    "inspection": "reviews",
}
_EVENT: Final = deferred(rf"(?<!\w)(?:{EVENT}|tuyên truyền|tập huấn)(?!\w)")
_LATELY: Final = 32  # statements among which those of one sentence are
_BESIDE: Final = 24  # code points between documents that stand side by side
_ASKS: Final = deferred(r"(?<!\w)(?:hay chưa|hay không|như thế nào|ra sao|được không)[\W_]*$|\?\W*$")
_LAST: Final = 24  # code points in which a sentence ends as a question does
_ORDERS: Final = deferred(r"\W*(?:yêu cầu|đề nghị|kiến nghị|giao|nếu|trường hợp|căn cứ)(?!\w)")


def tell(machine: Machine, end: int) -> None:
    """Note what the sentence that ends at `end` tells of those documents of which nothing has been read yet."""
    reading, start = machine.reading, machine.sentence
    if reading.own is not None or reading.asked or machine.quoted is not None:
        return
    places = _untold(machine, start, end)
    if (
        not places
        or not _governed(machine, places, start, end)
        or _ASKS.search(reading.fold, max(start, end - _LAST), end)
    ):
        return
    for deed in clausal.deeds(reading, start, end):
        kind = deed.kind
        if kind == "implementation" and deed.actor and machine.events.is_team(deed.actor[0]):
            kind = "inspection"
        predicate = _PREDICATES[kind]
        told = [place for place in deed.places if place in places]
        if not told or passages.of_papers(reading.fold, start, reading.at(told[0])):
            continue
        cue = reading.fold[slice(*deed.verb)]
        head = _head(machine, kind, deed, end)
        if head is None:
            continue
        link = Link(head, predicate, deed.rule, cue, deed.verb[1])
        for place in told:
            node = reading.node(place)
            if node is not None and (node not in reading.plans or schemes.stands(machine, link, place)):
                machine.add(head, link, node, place)


def _head(machine: Machine, kind: str, deed: clausal.Deed, end: int) -> int | None:
    """The activity of a deed: that of its body, or of the event at which something was told."""
    reading = machine.reading
    if deed.actor is not None:
        if deeds.unnamed(reading.fold[slice(*deed.actor)], span=deed.rule == "span"):
            return None
        return machine.events.act(kind, actors.unled(reading.fold, *deed.actor), machine.sentence, end)
    if deed.rule == "event":
        holder = passives.holder(reading.fold, machine.sentence, end)
        if holder is not None:
            return machine.events.act(kind, holder, machine.sentence, end)
        return machine.events.nobodys(kind, machine.sentence, deed.verb[0])
    words = reading.fold[slice(*deed.verb)]
    token = Token("cue", *deed.verb, -1, Cue(words, "implements" if words == "triển khai" else "disseminates", "verb"))
    named = _EVENT.search(reading.fold, machine.sentence, deed.verb[0]) is not None
    return machine.events.attended(machine.sentence, token, named=named)


def main(machine: Machine, end: int) -> tuple[int, int] | None:
    """The body that acts in the main clause behind the adjunct of this sentence, or of one before it."""
    reading, adjuncts = machine.reading, machine.adjuncts
    actor = adjuncts.main(machine.sentence, end, told=reading.own is not None)
    if actor is not None or reading.own is not None or adjuncts.fronted[-1][2].at > machine.sentence:
        return actor
    return clausal.main_actor(reading, machine.sentence, end)


def _governed(machine: Machine, places: list[int], start: int, end: int) -> bool:
    """Whether an act is named right before one of the documents, or before others beside it, or it undergoes one."""
    reading, fold = machine.reading, machine.reading.fold
    if _ORDERS.match(fold, start, end):
        return False
    acts = [at for at, _, cue in reading.cues.find(start, end) if cue.predicate in KINDS or cue.form == "heard"]
    if not acts and fold.find("đưa ", start, end) < 0:
        return False
    return any(_acted_on(machine, acts, place, start) for place in places)


def _acted_on(machine: Machine, acts: list[int], place: int, start: int) -> bool:
    """Whether one of `acts` stands before the document at `place`, or before others that it stands beside."""
    reading, fold = machine.reading, machine.reading.fold
    if fold.startswith((" được ", " đã được "), reading.references[place].stop):
        return True
    at = reading.at(place)
    while place > 0 and reading.references[place - 1].start >= start:
        before = min(max(reading.references[place - 1].stop, start), at)
        if at - before > _BESIDE:
            break
        place -= 1
        at = reading.at(place)
    else:
        before = start
    return fold.find("đưa ", before, at) >= 0 or bisect_left(acts, at) > bisect_left(acts, before)


def _untold(machine: Machine, start: int, end: int) -> list[int]:
    """The references in the sentence whose documents nothing has been told of there."""
    reading = machine.reading
    low, high = bisect_left(reading.starts, start), bisect_left(reading.starts, end)
    told = {s.tail for s in reading.statements[-_LATELY:] if low <= s.tail_at < high}
    return [i for i in range(low, high) if (node := reading.node(i)) is not None and node not in told]
