"""The short description of a document or an activity that every table, page and picture shows.

A card is a pure function of the references that were found to be one document, and of the register.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from graph.recognition import entries, of_register
from graph.references import Reference
from graph.resolution import Identity
from graph.values import Node
from ontology import identity
from ontology.bodies import BodyMatch
from ontology.model import Activity, Value
from ontology.registers import Register
from ontology.terms import KINDS, TYPES
from ontology.unlisted import PREFIX

TITLE_IN_LABEL: Final = 60
# The Party writes 49-KL/TW, the State 489/QĐ-TTg (Decree 30/2020, annex I; Guidance 36-HD/VPTW of 2018).
PARTY_FORM: Final = re.compile(r"\s*\d+\s*[a-zđ]?\s*[-–—]\s*[^\W\d]+\s*/", re.IGNORECASE)
STATE_FORM: Final = re.compile(r"\s*\d+\s*[a-zđ]?\s*/", re.IGNORECASE)


class Issuer(Value, frozen=True, gc=False, array_like=True):
    """The body that an issuer's name was recognised as, as far as cards show it. `term` is stated, never computed."""

    name: str
    sphere: str
    level: str | None = None
    key: str | None = None
    place: str | None = None
    term: str | None = None

    @classmethod
    def of(cls, body: BodyMatch | None) -> Issuer | None:
        """What cards need of a recognised body."""
        return cls(body.name, body.sphere, body.level, body.key, body.place, body.term) if body else None


class Named(Value, frozen=True, gc=False, array_like=True):
    """A reference with what cards need besides: its issuer as printed and as recognised, if it is the text itself."""

    reference: Reference
    issuer: str | None = None
    body: Issuer | None = None
    own: bool = False


def document(iri: str, named: Sequence[Named], found: Identity, register: Register) -> Node:
    """The card of the document `iri`, whose references are `named` (at least one)."""
    members = [*named, *([of_entry(found.entry, register)] if found.entry else [])]
    stated = [one.reference for one in named]
    references = [one.reference for one in members]
    printed = _most(stated, "printed") or _most(references, "printed")
    date = _most(stated, "date", longest=True) or _most(references, "date")
    title = _spelt(_most(stated, "title", longest=True) or _most(references, "title"), references)
    body = _body(members)
    issuer = min((one.issuer for one in named if one.issuer), default=None)
    number = re.sub(r"\s+", " ", printed).strip() if printed else None
    type_ = references[0].type
    return Node(
        iri=iri,
        kind="document",
        type=type_,
        label=_label(type_, number, date, title, _place_name(body, register)),
        number=number,
        date=date,
        title=title,
        issuer=body.name if body and body.key else issuer,
        issuer_iri=_unlisted(stated) or _issuer_iri(body, issuer, stated[0].source),
        level=body.level if body else None,
        sphere=body.sphere if body else _sphere(number),
        place=body.place if body else None,
        seen=any(one.own for one in named),
        ambiguous=found.candidates if found.ambiguous else (),
    )


def of_entry(entry: str, register: Register) -> Named:
    """A document of the register as it enters a card: it speaks where no source does."""
    known = entries(register)[entry]
    issuers = [register.bodies.bodies[key].name for key in known.issuers[:1]]
    body = register.body_of(issuers[0], date=known.date) if issuers else None
    return Named(of_register(known, register), body=Issuer.of(body))


def of_register_alone(entry: str, iri: str, register: Register) -> Node:
    """The card of a document that only the register knows: a candidate, which is in no lineage."""
    return document(iri, [of_entry(entry, register)], Identity(iri, "register", entry=entry), register)


def activity(iri: str, one: Activity, sha256: str, recognised: BodyMatch | None) -> Node:
    """The card of an activity that one source tells of."""
    body = Issuer.of(recognised)
    kind = KINDS[one.kind].label_vi if one.kind in KINDS else one.kind
    actor = body.name if body and body.key else one.actor
    parts = (_capital(kind), f"– {actor}" if actor else "", _bracket(one.date))
    return Node(
        iri=iri,
        kind="activity",
        type=one.kind,
        label=" ".join(part for part in parts if part),
        date=one.date,
        issuer=actor,
        issuer_iri=_issuer_iri(body, one.actor, sha256),
        level=body.level if body else None,
        sphere=body.sphere if body else None,
        place=body.place if body else None,
        seen=True,
    )


def _body(members: Sequence[Named]) -> Issuer | None:
    """The body that most members name, one whose identity is known before one of a kind only."""
    counts: Counter[Issuer] = Counter()
    for one in members:
        if one.body:
            counts[one.body] += one.reference.weight
    return min(counts, key=lambda body: (body.key is None, -counts[body], repr(body)), default=None)


def _unlisted(stated: Sequence[Reference]) -> str | None:
    """The body that the register does not hold, where all its sources name it in full: one node for all of them."""
    series = next((one.series for one in stated if one.series and one.series.startswith(PREFIX)), None)
    return identity.named_body("", series.removeprefix(PREFIX)) if series else None


def _issuer_iri(body: Issuer | None, printed: str | None, sha256: str) -> str | None:
    if body and body.key:
        return identity.body(body.key)
    return identity.named_body(sha256, printed) if printed else None


def _place_name(body: Issuer | None, register: Register) -> str | None:
    place = register.place(body.place) if body and body.place else None
    return place.name if place else None


def _label(type_: str, number: str | None, date: str | None, title: str | None, place: str | None) -> str:
    word = TYPES[type_].label_vi if type_ in TYPES else type_
    if number is None:
        short = title or ""
        short = short if len(short) <= TITLE_IN_LABEL else short[:TITLE_IN_LABEL].rsplit(" ", 1)[0] + "…"
        return " ".join(part for part in (word, short, _bracket(date)) if part)
    year = date[:4] if date and f"/{date[:4]}/" not in number else None
    inside = ", ".join(part for part in (place, year) if part)
    return f"{word} {number}" + (f" ({inside})" if inside else "")


def _bracket(date: str | None) -> str:
    return (
        f"({'/'.join(str(int(part)) if part.isdigit() else part for part in reversed(date.split('-')))})"
        if date
        else ""
    )


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _sphere(number: str | None) -> str | None:
    if number is None:
        return None
    if PARTY_FORM.match(number):
        return "party"
    return "state" if STATE_FORM.match(number) else None


def _spelt(title: str | None, references: Iterable[Reference]) -> str | None:
    """A title that is printed in capitals as another source spells the very same words, where one does."""
    if title is None or not title.isupper():
        return title
    same = {other for one in references if (other := one.title) and other.casefold() == title.casefold()} - {title}
    return min((other for other in same if not other.isupper()), default=title)


def _most(references: Iterable[Reference], part: str, *, longest: bool = False) -> str | None:
    """The value of `part` stated most often, of equals the first; with `longest`, the fullest before the commonest."""
    counts: Counter[str] = Counter()
    for one in references:
        if value := getattr(one, part):
            counts[value] += one.weight
    return min(counts, key=lambda value: (-len(value) if longest else 0, -counts[value], value), default=None)
