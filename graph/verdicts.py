"""What reviewers say of claims: verdicts, the log they stand in, and the threads that verdicts on one claim form.

A verdict holds on to a claim as its source prints it, never to an IRI or an offset. Nothing is ever taken out of the
log: who takes a verdict back adds an entry that says so.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec
from msgspec.structs import replace

from ontology.errors import StoreError
from ontology.model import Activity, Document, Resolved, Value

CONFIRMED: Final = "confirmed"
REJECTED: Final = "rejected"
CORRECTED: Final = "corrected"
ADDED: Final = "added"
UNDONE: Final = "undone"
ACTS: Final = (CONFIRMED, REJECTED, CORRECTED, ADDED, UNDONE)
RULE: Final = "review/"


class Printed(Value, frozen=True, gc=False, omit_defaults=True):
    """An end of a claim as a source prints it. For an activity `type` is its kind and `issuer` its actor."""

    type: str
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    title: str | None = None
    term: str | None = None
    activity: bool = False

    @classmethod
    def of(cls, one: Document | Activity) -> Printed:
        """A document or an activity of an extraction, as it is printed."""
        if isinstance(one, Activity):
            return cls(one.kind, date=one.date, issuer=one.actor, activity=True)
        return cls(one.type, one.number, one.date, one.issuer, one.title, one.term)

    def document(self, id_: str) -> Document:
        """The document of an extraction that names this end: what its source does not print stands in `resolved`."""
        resolved = Resolved(date=self.date, issuer=self.issuer, title=self.title, reason="review")
        title = None if self.number else self.title
        return Document(id_, self.type, self.number, title=title, term=self.term, resolved=resolved)

    def __str__(self) -> str:
        """The end on one line, for messages."""
        return " ".join(part for part in (self.type, self.number or self.title, self.date, self.issuer) if part)


class Statement(Value, frozen=True, gc=False, omit_defaults=True):
    """A claim as its source prints it: what a verdict is on.

    `assertion` and `rule` are what the claim was called and found by when the verdict was given; they are told, and
    never what the verdict is attached by.
    """

    source: str
    predicate: str
    head: Printed
    tail: Printed
    quote: str
    provision: str | None = None
    rule: str = ""
    assertion: str = ""


class Verdict(Value, frozen=True, gc=False, omit_defaults=True):
    """One entry of the log: who said what of a claim, when (UTC) and why.

    `thread` is the first verdict on this claim (empty in that one itself), `undoes` the verdict that an
    `undone` entry takes back, `correction` what a corrected claim should say. `previous` is the SHA-256 of the entry
    before, so that no entry can be changed or left out unseen. `id` is taken from the entry's own bytes.
    """

    sequence: int
    act: str
    claim: Statement
    by: str
    why: str
    when: str
    previous: str = ""
    thread: str = ""
    undoes: str | None = None
    correction: Statement | None = None
    id: str = ""


class Thread(Value, frozen=True):
    """All entries on one claim, in order. `standing` is the verdict that holds, None where all were taken back."""

    id: str
    entries: tuple[Verdict, ...]

    @property
    def version(self) -> str:
        """What a reviewer must have seen to add to this thread: its last entry."""
        return self.entries[-1].id

    @property
    def claim(self) -> Statement:
        """The claim as it was last seen."""
        return self.entries[-1].claim

    @property
    def standing(self) -> Verdict | None:
        """The last verdict that was not taken back."""
        undone = {one.undoes for one in self.entries}
        left = [one for one in self.entries if one.act != UNDONE and one.id not in undone]
        return left[-1] if left else None


def sealed(verdict: Verdict) -> tuple[Verdict, bytes]:
    """A verdict with its id, and the bytes that are kept of it."""
    data = msgspec.json.encode(replace(verdict, id="")) + b"\n"
    return replace(verdict, id=hashlib.sha256(data).hexdigest()[:20]), data


def opened(data: bytes) -> Verdict:
    """The verdict that these bytes keep; raises StoreError where they keep none."""
    try:
        found = msgspec.json.decode(data, type=Verdict)
    except msgspec.DecodeError as error:
        raise StoreError(f"a verdict is damaged: put the reviews back from a backup ({error})") from error
    return replace(found, id=hashlib.sha256(data).hexdigest()[:20])


def threads(log: Iterable[Verdict]) -> dict[str, Thread]:
    """The threads of a log by id, in the order in which they began."""
    entries: dict[str, list[Verdict]] = {}
    for one in log:
        entries.setdefault(one.thread or one.id, []).append(one)
    return {id_: Thread(id_, tuple(found)) for id_, found in entries.items()}


def head(log: Sequence[bytes]) -> str:
    """What tells one state of the log from all others: the hash of its last entry; empty for an empty log."""
    return hashlib.sha256(log[-1]).hexdigest() if log else ""


def broken(log: Sequence[bytes]) -> list[str]:
    """Where the log is not what was written: entries changed, left out or put in."""
    faults, before = [], ""
    for place, data in enumerate(log, start=1):
        one = opened(data)
        if one.sequence != place:
            faults.append(f"entry {place} of the log calls itself {one.sequence}")
        if one.previous != before:
            faults.append(f"entry {place} of the log does not follow the entry before it")
        before = hashlib.sha256(data).hexdigest()
    return faults
