"""The values that pass between the parts of phahe.

Every value is frozen. Offsets count Unicode code points of the `Text.content` they belong to, half open, so that
`text.content[span.start:span.end]` is the quote. Dates are ISO 8601 strings (`YYYY-MM-DD`, `YYYY-MM`, `YYYY`), because
a text often states no more than a year. A part that the text does not state is `None`, never guessed.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TypeVar

import msgspec

V = TypeVar("V", bound="Value")


class Value(msgspec.Struct, frozen=True, gc=False):
    """Base of all values: frozen, compared by content, encoded by msgspec."""


class Span(Value, frozen=True, gc=False):
    """A stretch of a text, in code points, half open."""

    start: int
    end: int


class Source(Value, frozen=True, gc=False, omit_defaults=True):
    """One sequence of bytes that was read, whatever the places it was met in. Its identity is `sha256`.

    `locations` are the paths or addresses it was met under, sorted. `published` is the day the page or file says it was
    published on; `retrieved` is the day it was fetched, where known. `province` is the slug of the register
    (`hai-phong`) where the publisher is a local body. `revision_of` is the sha256 of the source it revises.
    """

    sha256: str
    media_type: str
    locations: tuple[str, ...] = ()
    title: str | None = None
    publisher: str | None = None
    province: str | None = None
    published: str | None = None
    retrieved: str | None = None
    pages: int | None = None
    revision_of: str | None = None


class Text(Value, frozen=True, gc=False, omit_defaults=True):
    """The decoded text of a source, unchanged: no normal form, no folded newlines.

    `encoding` is what the bytes were decoded from (`utf-8`, `tcvn3`, `cp1258`...). `pages` holds the offset at which
    each page of a paged source begins (page 1 first); empty where the source has no pages. `notes` are one-line
    remarks for the user (a guessed encoding, a page without text).
    """

    content: str
    encoding: str = "utf-8"
    pages: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """The 1-based page that holds `offset`, or None where the source has no pages."""
        return bisect_right(self.pages, offset) if self.pages else None


class Resolved(Value, frozen=True, gc=False, omit_defaults=True):
    """What only outside knowledge or a repair gives of a document; `reason` says which."""

    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    title: str | None = None
    iri: str | None = None
    reason: str | None = None


class Document(Value, frozen=True, gc=False):
    """One instrument as one source names it: what the text states, as printed, and where.

    `type` is a code of the document-type scheme (`KL`, `QĐ`...). `own` (`self` in JSON) marks the instrument whose own
    text the source is. `term` is the term (`khóa`) of the issuing body in Roman numerals, where stated.
    """

    id: str
    type: str
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    title: str | None = None
    term: str | None = None
    resolved: Resolved | None = None
    own: bool = msgspec.field(default=False, name="self")
    mentions: tuple[Span, ...] = ()


class Activity(Value, frozen=True, gc=False):
    """Something done about a document that is no document: a conference, a review, an inspection."""

    id: str
    kind: str
    actor: str | None = None
    date: str | None = None


class Relation(Value, frozen=True, gc=False):
    """A typed edge that the text states, from a document or an activity (`head`) to a document (`tail`).

    `predicate` is a local name of the ontology (`implements`). `provision` is the part cited (`Điều 5/khoản 2/điểm a`).
    `rule` names the rule of grammar that read it, `cue` the words it hangs on, `confidence` a calibrated probability.
    """

    head: str
    predicate: str
    tail: str
    evidence: Span
    provision: str | None = None
    confidence: float = 1.0
    rule: str = ""
    cue: str | None = None


class Obligation(Value, frozen=True, gc=False):
    """An act that the text lays on a body by a time. At least one of `due`, `period`, `within` is given.

    `due` and `since` (`from` in JSON) are ISO dates; `period` and `within` ISO 8601 durations (`P1Y`, `P30D`).
    """

    who: str | None
    what: str
    evidence: Span
    due: str | None = None
    since: str | None = msgspec.field(default=None, name="from")
    period: str | None = None
    within: str | None = None
    documents: tuple[str, ...] = ()


class Result(Value, frozen=True, gc=False):
    """A figure reported about carrying a document out, with its share of the target where stated (percent)."""

    who: str | None
    what: str
    evidence: Span
    value: float | int | None = None
    unit: str | None = None
    percent_of_target: float | int | None = None
    documents: tuple[str, ...] = ()


class Extraction(Value, frozen=True, gc=False):
    """All that one text states, with the version of the extractor that read it."""

    source: str
    documents: tuple[Document, ...] = ()
    activities: tuple[Activity, ...] = ()
    relations: tuple[Relation, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    results: tuple[Result, ...] = ()
    extractor: str = ""


def encode(value: Value) -> bytes:
    """One line of JSON, in the field order of the value: the extraction contract of `docs/extraction.md`."""
    return msgspec.json.encode(value)


def decode(data: bytes | str, kind: type[V]) -> V:
    """The value of class `kind` that `encode` wrote; raises `msgspec.ValidationError` where it is none."""
    return msgspec.json.decode(data, type=kind)
