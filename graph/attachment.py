"""Which relations of an extraction the verdicts on its source are about, and the extraction as reviewers have it.

A verdict is attached by the claim as printed and its quote; failing that, where relation and ends agree, by half of the
quote overlapping. So it outlives another version of the extractor and better knowledge of what the ends are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from msgspec.structs import replace

from graph.quads import Record, assertion_iri, printed_key, printed_keys
from graph.references import LIKE, likeness
from graph.verdicts import ADDED, CONFIRMED, CORRECTED, REJECTED, RULE, Printed, Statement, Thread, Verdict
from ontology import identity
from ontology.model import Activity, Document, Extraction, Relation, Span, Value

HALF: Final = 0.5


class Reviewed(Value, frozen=True):
    """A record with what reviewers say of it put in.

    `record` has their relations too, each with a rule `review/ID`. `marks` holds `confirmed` or `rejected` by index of
    relation, `threads` the thread that is about a relation, `lost` the threads that are about none that is there.
    """

    record: Record
    marks: Mapping[int, str]
    threads: Mapping[int, Thread]
    lost: tuple[Thread, ...] = ()

    def verdicts(self) -> dict[str, str]:
        """The marks by the IRI of the assertion."""
        iris = assertions(self.record)
        return {iris[index]: mark for index, mark in self.marks.items()}


def assertions(record: Record) -> list[str]:
    """The IRI of the assertion of each relation of a record."""
    keys = printed_keys(record.extraction)
    return [assertion_iri(record.source.sha256, one, keys) for one in record.extraction.relations]


def statements(record: Record) -> list[Statement]:
    """The relations of a record as the claims that verdicts are on, in order."""
    ends = {one.id: Printed.of(one) for one in _things(record.extraction)}
    return [
        Statement(
            source=record.source.sha256,
            predicate=one.predicate,
            head=ends[one.head],
            tail=ends[one.tail],
            quote=record.text.content[one.evidence.start : one.evidence.end],
            provision=one.provision,
            rule=one.rule,
            assertion=iri,
        )
        for one, iri in zip(record.extraction.relations, assertions(record), strict=True)
    ]


def reviewed(record: Record, threads: Sequence[Thread]) -> Reviewed:
    """`record` as the verdicts of `threads`, all on its source, make it."""
    if not threads:
        return Reviewed(record, {}, {})
    found = attached(record, threads)
    maker = _Maker(record)
    lost = []
    for thread in threads:
        indexes = found[thread.id]
        maker.mark(thread, indexes)
        if not indexes and thread.standing and not maker.insist(thread, thread.standing):
            lost.append(thread)
    return Reviewed(maker.record(), maker.marks, maker.threads, tuple(lost))


def attached(record: Record, threads: Iterable[Thread]) -> dict[str, tuple[int, ...]]:
    """The indexes of the relations that each thread is about, by id of the thread."""
    there = statements(record)
    keys = [claim_key(one) for one in there]
    found: dict[str, tuple[int, ...]] = {}
    free, waiting = set(range(len(there))), []
    for thread in threads:
        key = claim_key(thread.claim)
        found[thread.id] = tuple(index for index in sorted(free) if keys[index] == key)
        free -= set(found[thread.id])
        if not found[thread.id]:
            waiting.append(thread)
    pairs = sorted(
        (-share, thread.entries[0].sequence, index, thread.id)
        for thread in waiting
        for index in free
        if (share := _share(thread.claim, there[index])) >= HALF
    )
    for _, _, index, id_ in pairs:
        if index in free and not found[id_]:
            found[id_] = (index,)
            free.remove(index)
    return found


def claim_key(claim: Statement) -> tuple[str, ...]:
    """What a claim is told by: its relation, its ends as printed, its quote."""
    ends = (printed_key(_thing(claim.head)), printed_key(_thing(claim.tail)))
    return (claim.predicate, *ends, squeezed(claim.quote))


def agree(one: Printed, other: Printed) -> bool:
    """Whether two namings can be of one thing: no part that both print sets them apart."""
    if one.activity != other.activity or not _days_agree(one.date, other.date):
        return False
    if one.activity:
        return one.type == other.type and _names_agree(one.issuer, other.issuer)
    first, second = (identity.number(part.number) if part.number else None for part in (one, other))
    if first and second:
        same = (first.count, first.letter) == (second.count, second.letter)
        years = {part.year for part in (first, second) if part.year}
        symbols = {part.symbol for part in (first, second) if part.symbol}
        return same and len(years) < 2 and len(symbols) < 2
    titled = not one.title or not other.title or likeness(one.title, other.title) >= LIKE
    return one.type == other.type and titled


def overlap(one: str, other: str) -> float:
    """The share of the shorter of two quotes that stands in the other in one piece, 0 to 1, blind to line breaks."""
    a, b = squeezed(one), squeezed(other)
    shorter = min(len(a), len(b))
    if a in b or b in a:
        return float(shorter > 0)
    return SequenceMatcher(None, a, b, autojunk=False).find_longest_match().size / shorter


def located(quote: str, content: str) -> Span | None:
    """Where a quote stands in a text, blind to line breaks; None where it does not."""
    words = [re.escape(word) for word in quote.split()]
    match = re.search(r"\s+".join(words), content) if words else None
    return Span(*match.span()) if match else None


def squeezed(text: str) -> str:
    """A text with every run of blanks and line breaks as one blank."""
    return " ".join(text.split())


class _Maker:
    """Puts verdicts into an extraction."""

    def __init__(self, record: Record) -> None:
        self.before = record
        self.documents = list(record.extraction.documents)
        self.activities = list(record.extraction.activities)
        self.relations = list(record.extraction.relations)
        self.marks: dict[int, str] = {}
        self.threads: dict[int, Thread] = {}

    def record(self) -> Record:
        """The record with all that was put in."""
        if len(self.relations) == len(self.before.extraction.relations):
            return self.before
        extraction = replace(
            self.before.extraction,
            documents=tuple(self.documents),
            activities=tuple(self.activities),
            relations=tuple(self.relations),
        )
        return replace(self.before, extraction=extraction)

    def mark(self, thread: Thread, indexes: tuple[int, ...]) -> None:
        """What a thread says of the relations that it is about."""
        verdict = thread.standing
        for index in indexes:
            self.threads[index] = thread
            if verdict:
                self.marks[index] = CONFIRMED if verdict.act in {CONFIRMED, ADDED} else REJECTED
        if verdict and verdict.act == CORRECTED and verdict.correction:
            for index in indexes:
                self._state(verdict.correction, self.relations[index].evidence, thread, verdict)

    def insist(self, thread: Thread, verdict: Verdict) -> bool:
        """State what a reviewer says himself where no relation is the claim; False where nothing can be stated."""
        said = verdict.claim if verdict.act == ADDED else verdict.correction
        span = located(verdict.claim.quote, self.before.text.content)
        if verdict.act not in {ADDED, CORRECTED} or said is None or span is None:
            return False
        self._state(said, span, thread, verdict)
        return True

    def _state(self, said: Statement, span: Span, thread: Thread, verdict: Verdict) -> None:
        """Confirm the relation that says this in this place already, else put it in."""
        for index, relation in enumerate(self.relations):
            there = index not in self.threads and relation.predicate == said.predicate and relation.evidence == span
            if there and self._is(relation.head, said.head) and self._is(relation.tail, said.tail):
                self.marks[index], self.threads[index] = CONFIRMED, thread
                return
        head, tail = self._end(said.head, verdict.id, "head"), self._end(said.tail, verdict.id, "tail")
        self.marks[len(self.relations)], self.threads[len(self.relations)] = CONFIRMED, thread
        self.relations.append(Relation(head, said.predicate, tail, span, said.provision, 1.0, RULE + verdict.id))

    def _is(self, id_: str, end: Printed) -> bool:
        things: list[Document | Activity] = [*self.documents, *self.activities]
        return any(agree(Printed.of(one), end) for one in things if one.id == id_)

    def _end(self, end: Printed, verdict: str, role: str) -> str:
        """The one thing of this source that is printed so, or as fully and with nothing against it; else one put in."""
        things: list[Document | Activity] = [*self.documents, *self.activities]
        same = [one.id for one in things if Printed.of(one) == end]
        like = same or [one.id for one in things if agree(Printed.of(one), end) and _as_full(Printed.of(one), end)]
        if same or len(like) == 1:
            return like[0]
        id_ = f"{RULE}{verdict}/{role}"
        if end.activity:
            self.activities.append(Activity(id_, end.type, end.issuer, end.date))
        else:
            self.documents.append(end.document(id_))
        return id_


def _share(claim: Statement, one: Statement) -> float:
    """How much of their quotes two claims that agree have in common; 0 where they do not agree."""
    same = one.predicate == claim.predicate and agree(one.head, claim.head) and agree(one.tail, claim.tail)
    return overlap(one.quote, claim.quote) if same else 0.0


def _as_full(one: Printed, other: Printed) -> bool:
    """Whether one naming prints all that the other prints, or more."""
    parts = ((one.number, other.number), (one.date, other.date), (one.issuer, other.issuer), (one.title, other.title))
    return all(a or not b for a, b in parts)


def _things(extraction: Extraction) -> list[Document | Activity]:
    return [*extraction.documents, *extraction.activities]


def _thing(end: Printed) -> Document | Activity:
    if end.activity:
        return Activity("", end.type, end.issuer, end.date)
    return Document("", end.type, end.number, end.date, end.issuer, end.title, end.term)


def _days_agree(one: str | None, other: str | None) -> bool:
    return not one or not other or one.startswith(other) or other.startswith(one)


@lru_cache(maxsize=4096)
def _names_agree(one: str | None, other: str | None) -> bool:
    if not one or not other:
        return True
    a, b = identity.slug(one), identity.slug(other)
    return a in b or b in a
