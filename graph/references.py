"""From what one source says of a document to a reference that can be compared with those of other sources.

Everything here depends on one extraction and the register alone. What the text states is kept as it stands; what is
added to it (a body from its symbol, a province from the rest of the page, a year from a term) says where it is from.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from msgspec.structs import replace

from ontology import identity
from ontology.bodies import BodyMatch
from ontology.identity import Key, Number
from ontology.known import KnownDocument
from ontology.model import Document, Extraction, Source, Value
from ontology.places import covers
from ontology.registers import Register
from ontology.terms import TYPES

CENTRAL: Final = "bchtw"
CENTRAL_SLUG: Final = "tw"
CONSTITUTION: Final = "HP"
LAWMAKERS: Final = dict.fromkeys(("HP", "BL", "L"), "Quốc hội") | {"PL": "Ủy ban Thường vụ Quốc hội"}
LIKE: Final = 0.8
SHORTEST_TITLE: Final = 12
WHOLE_DATE: Final = 10
ANNOUNCING: Final = re.compile(r"^(?:ve-)?(?:viec-)?")
BELOW_PROVINCES: Final = frozenset({"district", "commune"})


class Reference(Value, frozen=True, gc=False, array_like=True):
    """A document as one source names it, made comparable. `source` is empty for a document of the register.

    `body` is the register's key of the issuing body, `series` the body whose numbers it shares (the Politburo and the
    Secretariat count together), `place` a slug. `date` is what the text states or the extractor inferred, `year` the
    year of signing where known, `term` the Party term in Roman numerals. `naming` is the digest that names the document
    as long as nothing better is known; `note` says what was added to the text's own words, and from where. `entry` is
    the document of the register that an unnumbered naming means, `options` those it may mean. `local` tells that the
    issuer is of a known kind but unknown place, `crowded` that bodies below the provinces use such a number too;
    `sure` is false for a row of the register that nothing may rest on. `weight` counts references that state the same.
    """

    source: str
    id: str
    type: str
    naming: str
    number: Number | None = None
    date: str | None = None
    year: str | None = None
    term: str | None = None
    body: str | None = None
    series: str | None = None
    place: str | None = None
    title: str | None = None
    note: str | None = None
    printed: str | None = None
    entry: str | None = None
    local: bool = False
    sure: bool = True
    crowded: bool = False
    options: tuple[str, ...] = ()
    weight: int = 1

    @property
    def block(self) -> str:
        """The block it is compared in: equal type, number and symbol. Unnumbered ones stand alone.

        A number that bodies of every place use (`1/KH-UBND`) has a block for each of them; a reference to it that does
        not say whose it is shares one with those whose title begins alike.
        """
        slug = identity.slug(self.type)
        if self.number is None:
            law = f"{self.date}~{self.law}" if self.law else None
            return f"{slug}~{self.entry or law or self.naming}"
        if not self.crowded:
            return f"{slug}/{self.number.slug}"
        return f"{slug}/{self.number.slug}@{self.series}" if self.series else self.shelf or f"{slug}~{self.naming}"

    @property
    def law(self) -> str | None:
        """What an unnumbered law goes by: its name, once its day is known. No two of one name are made in a day."""
        named = self.type in LAWMAKERS and self.number is None and self.date and self.title
        return identity.slug(str(self.title)) if named and len(str(self.date)) == WHOLE_DATE else None

    @property
    def shelf(self) -> str | None:
        """The block where references that do not say whose number it is look for this title."""
        if not self.crowded or self.number is None or self.title is None:
            return None
        beginning = ANNOUNCING.sub("", identity.slug(self.title))[:SHORTEST_TITLE]
        whole = len(beginning) == SHORTEST_TITLE
        return f"{identity.slug(self.type)}/{self.number.slug}~{beginning}" if whole else None

    @property
    def period(self) -> str | None:
        """The span in which its number is used once: a term for the centre of the Party, else a year."""
        if self.series == CENTRAL and self.term:
            return f"khoa-{self.term.lower()}"
        return self.year

    @property
    def full(self) -> bool:
        """Whether number, series and period are known, so that it names one document of the world."""
        return bool(self.number and self.number.symbol and self.series and self.period)

    @property
    def lacks(self) -> tuple[str, ...]:
        """The parts of its identity that are not known."""
        issuer = "place" if self.local else "issuer"
        parts = (("number", self.number and self.number.symbol), (issuer, self.series), ("year", self.period))
        return tuple(name for name, part in parts if not part)


Recognise = Callable[[str | None, str | None], BodyMatch | None]


def recogniser(source: Source, extraction: Extraction, register: Register) -> Recognise:
    """Finds the body that a name of this source means: a province that names leave out is the page's, if it has one."""
    province = source.province or _only_province(extraction, register)

    def recognise(name: str | None, on: str | None) -> BodyMatch | None:
        return register.body_of(name, place=province, date=on) if name else None

    return recognise


def references(
    extraction: Extraction, source: Source, register: Register, recognise: Recognise
) -> tuple[tuple[Reference, BodyMatch | None], ...]:
    """One reference for each document of `extraction`, in its order, with the body that issued it where recognised."""
    ordinals: Counter[tuple[str | None, ...]] = Counter()
    found = []
    for document in extraction.documents:
        base = _base(document, source.sha256, ordinals)
        issuer = document.issuer or (document.resolved.issuer if document.resolved else None)
        body = recognise(issuer, base.date) if issuer else _signing(base, source.province, register)
        if body is None:
            # A joint circular, an issuer misread: where only one body of the centre signs so, the symbol says it.
            body = _signing(base, None, register) or _legislator(base.type, register)
        found.append((_numbered(_placed(base, body, register), body, register), body))
    namings = [one for one, _ in found]
    return tuple((_completed(one, namings), body) for one, body in found)


def known(one: Reference, register: Register) -> tuple[Reference, ...]:
    """The documents of the register that bear the number of a reference, as references."""
    if one.number is None:
        return ()
    return tuple(of_register(found, register) for found in register.archive.numbered(one.type, one.number.slug))


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


def key(one: Reference, *, body: str | None = None, date: str | None = None) -> Key:
    """What the identity of a reference rests on; `body` and `date` are those its whole entity knows, where given."""
    issuer = body or one.body or (CENTRAL_SLUG if one.series == CENTRAL else one.series)
    return Key(one.type, issuer, date or one.year or one.period, one.number.slug if one.number else None)


def entry_id(entry: KnownDocument) -> str:
    """What names a document of the register here."""
    return f"{entry.type}|{entry.number}|{entry.date}"


@lru_cache(maxsize=65536)
def likeness(one: str, other: str) -> float:
    """How alike two titles are, 0 to 1, blind to case, marks and punctuation; a shorter one may be cut off."""
    a, b = sorted((identity.slug(one), identity.slug(other)), key=lambda title: (len(title), title))
    if len(a) < SHORTEST_TITLE:
        return float(a == b)
    if b.startswith(a) and len(a) >= 2 * SHORTEST_TITLE:
        return 1.0
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= LIKE and matcher.quick_ratio() >= LIKE else 0.0


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
        return one.number == other.number
    return (one.number.count, one.number.letter) == (other.number.count, other.number.letter)


def agree(one: Reference, other: Reference) -> bool:
    """Whether no part that both state sets them apart: date, year, term, body, place."""
    if one.date and other.date and not (one.date.startswith(other.date) or other.date.startswith(one.date)):
        return False
    pairs = (
        (one.year, other.year),
        (one.term, other.term),
        (one.body, other.body),
        (one.series, other.series),
        (one.place, other.place),
    )
    return all(a is None or b is None or a == b for a, b in pairs)


@lru_cache(maxsize=1)
def entries(register: Register) -> dict[str, KnownDocument]:
    """The documents of the register by what names them here."""
    return {entry_id(one): one for one in register.archive.documents}
