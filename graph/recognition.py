"""From what one source says of a document to a reference that can be compared with those of other sources.

Everything here depends on one extraction and the register alone. What the text states is kept as it stands; what is
added to it (a body from its symbol, a province from the rest of the page or its publisher, a year from a term) says
where it is from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from msgspec.structs import replace

from graph.references import (
    CENTRAL,
    COUNTED_WITH,
    LAWMAKERS,
    LIKE,
    WHOLE_DATE,
    Reference,
    agree,
    key,
    likeness,
    same_core,
)
from ontology import identity, unlisted
from ontology.bodies import BodyMatch
from ontology.known import KnownDocument
from ontology.model import Document, Extraction, Source
from ontology.places import covers
from ontology.registers import Register
from ontology.terms import TYPES

BELOW_PROVINCES: Final = frozenset({"district", "commune"})

Recognise = Callable[[str | None, str | None], BodyMatch | None]


def recogniser(source: Source, extraction: Extraction, register: Register) -> Recognise:
    """Finds the body that a name of this source means: a province that names leave out is the page's, if it has one."""
    province = _province(source, _only_province(extraction, register), register)

    def recognise(name: str | None, on: str | None) -> BodyMatch | None:
        return register.body_of(name, place=province, date=on) if name else None

    return recognise


def references(
    extraction: Extraction, source: Source, register: Register, recognise: Recognise
) -> tuple[tuple[Reference, BodyMatch | None], ...]:
    """One reference for each document of `extraction`, in its order, with the body that issued it where recognised."""
    ordinals: Counter[tuple[str | None, ...]] = Counter()
    province = _province(source, None, register)
    found = []
    for document in extraction.documents:
        base = _base(document, source.sha256, ordinals)
        issuer = document.issuer or (document.resolved.issuer if document.resolved else None)
        body = recognise(issuer, base.date) if issuer else _signing(base, province, register)
        if body is None and not (issuer and unlisted.listed_nowhere(issuer)):
            # A joint circular, an issuer misread: where only one body of the centre signs so, the symbol says it.
            body = _signing(base, None, register) or _legislator(base.type, register)
        placed = _unlisted(_placed(base, body, register), issuer, body, register)
        found.append((_numbered(placed, body, register), body))
    namings = [one for one, _ in found]
    return tuple((_completed(one, namings), body) for one, body in found)


def known(one: Reference, register: Register) -> tuple[Reference, ...]:
    """The documents of the register that bear the number of a reference, as references."""
    if one.number is None:
        return ()
    number = one.number
    counted = COUNTED_WITH.get(one.type, one.type)
    types = sorted({counted, *(type_ for type_, other in COUNTED_WITH.items() if other == counted)})
    found = (entry for type_ in types for entry in register.archive.numbered(type_, replace(number, symbol="").slug))
    entries_ = (of_register(entry, register) for entry in found)
    return tuple(entry for entry in entries_ if not number.symbol or same_core(one, entry))


def of_register(entry: KnownDocument, register: Register) -> Reference:
    """A document of the register as a reference, which founds an entity like any full one."""
    base = Reference(
        source="",
        id=entry_id(entry),
        type=entry.type,
        naming=identity.digest("", entry_id(entry)),
        number=identity.number(entry.number) if entry.number else None,
        date=entry.date,
        term=register.terms[entry.term].roman if entry.term else None,
        title=entry.title,
        printed=entry.number or None,
        entry=entry_id(entry),
        sure=entry.sure,
    )
    issuers = [register.bodies.bodies[key] for key in entry.issuers]
    body = register.body_of(issuers[0].name, date=entry.date) if issuers else None
    return _placed(base, body, register)


def entry_id(entry: KnownDocument) -> str:
    """What names a document of the register here."""
    return f"{entry.type}|{entry.number}|{entry.date}"


def entry_iris(register: Register) -> list[tuple[str, str]]:
    """What names each document of the register here, with its IRI."""
    listed = ((entry, of_register(known_, register), known_.date[:4]) for entry, known_ in entries(register).items())
    return [(entry, identity.document(key(one, date=year))) for entry, one, year in listed]


@lru_cache(maxsize=1)
def entries(register: Register) -> dict[str, KnownDocument]:
    """The documents of the register by what names them here."""
    return {entry_id(one): one for one in register.archive.documents}


def _base(document: Document, sha256: str, ordinals: Counter[tuple[str | None, ...]]) -> Reference:
    resolved = document.resolved
    number = (resolved.number if resolved else None) or document.number
    parsed = identity.number(number) if number else None
    parts = (document.type, parsed.slug if parsed else None, document.date, identity.slug(document.title or ""))
    ordinals[parts] += 1
    return Reference(
        source=sha256,
        id=document.id,
        type=document.type,
        naming=identity.digest(sha256, *parts, ordinals[parts]),
        number=parsed,
        date=document.date or (resolved.date if resolved else None),
        term=document.term,
        title=document.title or (resolved.title if resolved else None),
        note=resolved.reason if resolved else None,
        printed=document.number,
    )


def _placed(base: Reference, body: BodyMatch | None, register: Register) -> Reference:
    """`base` with body, series, place, year and term, as far as issuer and symbol give them."""
    number = base.number
    if number and not number.symbol and body and body.series == CENTRAL:
        # One symbol only: the centre of the Party numbers each type in one series.
        number = replace(number, symbol=f"{identity.slug(base.type)}-tw")
    central = bool(number and number.symbol.split("-")[-1] == "tw")
    term = base.term or (body.term if body else None)
    if central and term is None and base.date:
        term = _term_on(base.date, register)
    return replace(
        base,
        number=number,
        body=body.key if body else None,
        series=CENTRAL if central else (body.series if body else None),
        place=body.place if body else None,
        local=body is not None and body.key is None,
        crowded=number is not None and _crowded(number.slug, register),
        year=str(number.year) if number and number.year else (base.date or "")[:4] or None,
        term=term,
    )


def _unlisted(one: Reference, issuer: str | None, body: BodyMatch | None, register: Register) -> Reference:
    """`one` with the series of a body that the register does not hold, if it is named in full and the day is whole."""
    whole = one.date and len(one.date) == WHOLE_DATE and one.number and one.number.symbol
    if one.series or not issuer or not whole:
        return one
    if body is None:
        return replace(one, series=unlisted.series(register.bodies.spelled(issuer)))
    sort = register.bodies.bodies[body.body].series or body.body
    return replace(one, series=f"{unlisted.PREFIX}{sort}:{body.unlisted}") if body.unlisted else one


def _legislator(type_: str, register: Register) -> BodyMatch | None:
    """Who makes laws of a type, which texts leave out."""
    return register.body_of(LAWMAKERS[type_]) if type_ in LAWMAKERS else None


def _crowded(number: str, register: Register) -> bool:
    """Whether districts or communes sign with the symbol of a number."""
    return any(body.level in BELOW_PROVINCES for body in register.issuers_of(number))


def _signing(base: Reference, province: str | None, register: Register) -> BodyMatch | None:
    """The body that a symbol alone stands for: one of the centre, or of a province where no other level signs so."""
    if base.number is None or not base.number.symbol:
        return None
    day = base.date or (str(base.number.year) if base.number.year else None)
    bodies = [body for body in register.issuers_of(base.number.slug) if covers(body.valid_from, body.valid_to, day)]
    heads = {body.series or body.id: body for body in bodies}
    if len(heads) != 1:
        return None
    (body,) = heads.values()
    head = register.bodies.bodies[body.series or body.id]
    if not body.places:
        return register.body_of(head.name, date=day) if len(bodies) == 1 else None
    local = head.level == "province" and province is not None
    return register.body_of(head.name, place=province, date=day) if local else None


def _numbered(base: Reference, body: BodyMatch | None, register: Register) -> Reference:
    """An unnumbered law or plenum resolution as the register's document, where title or year leave only one."""
    if base.number is not None:
        return base
    if body and body.plenum and body.term:
        listed = register.plenum_document(body.plenum, body.term)
        found = [one for one in listed if one.type == base.type]
        meant = [one for one in found if base.title and one.title and likeness(base.title, one.title) >= LIKE]
    elif base.type in LAWMAKERS:
        name = f"{TYPES[base.type].label_vi} {base.title or ''}".strip()
        found = [one for one in register.law_named(name) if one.type == base.type]
        meant = [one for one in found if base.date and one.date.startswith(base.date)]
    else:
        return base
    if len(meant) == 1 and meant[0].sure:
        entry = of_register(meant[0], register)
        return replace(
            entry, source=base.source, id=base.id, naming=base.naming, title=base.title, printed=None, note="register"
        )
    return replace(base, options=tuple(sorted(identity.document(key(of_register(one, register))) for one in found)))


def _term_on(date: str, register: Register) -> str | None:
    """The Party term of a day, or of a year or month that lies in one term whole."""
    first, last = (date + "-01-01"[len(date) - 4 :])[:10], (date + "-12-31"[len(date) - 4 :])[:10]
    terms = [register.term_on("party", day) for day in ((date,) if len(date) == 10 else (first, last))]
    romans = {term.roman if term else None for term in terms}
    return romans.pop() if len(romans) == 1 else None


def _province(source: Source, text: str | None, register: Register) -> str | None:
    """The province that completes names: the source's own; else what text and publisher tell, if they agree."""
    if source.province:
        return source.province
    told = {text, register.publishing_province(source.locations, source.publisher)} - {None}
    return told.pop() if len(told) == 1 else None


def _only_province(extraction: Extraction, register: Register) -> str | None:
    """The one province that the bodies named in a text belong to, or None where they name none or several."""
    names = [document.issuer for document in extraction.documents] + [one.actor for one in extraction.activities]
    bodies = (register.body_of(name) for name in names if name)
    places = {slug: register.place(slug) for slug in (body.place for body in bodies if body) if slug}
    provinces = {place.province or slug for slug, place in places.items() if place}
    return provinces.pop() if len(provinces) == 1 else None


def _completed(one: Reference, others: list[Reference]) -> Reference:
    """`one` with what the same source says elsewhere of the same number, where exactly one fuller naming agrees."""
    if one.full or one.number is None:
        return one
    fuller = {(o.number, o.series, o.period): o for o in others if o.full and _same_number(one, o) and agree(one, o)}
    if len(fuller) != 1:
        return one
    (other,) = fuller.values()
    return replace(
        one,
        number=other.number,
        date=one.date or other.date,
        year=other.year,
        term=other.term,
        body=other.body,
        series=other.series,
        place=other.place,
        note="same source",
    )


def _same_number(one: Reference, other: Reference) -> bool:
    if one.type != other.type or one.number is None or other.number is None:
        return False
    if one.number.symbol:
        return same_core(one, other)
    return (one.number.count, one.number.letter) == (other.number.count, other.number.letter)
