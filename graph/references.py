"""References: documents as single sources name them, made comparable, and how two of them compare."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from ontology import identity
from ontology.identity import Key, Number
from ontology.model import Value
from ontology.registers import load

CENTRAL: Final = "bchtw"
CENTRAL_SLUG: Final = "tw"
CONSTITUTION: Final = "HP"
CODE: Final = "BL"
CONGRESS: Final = "dh-dang"
LAWMAKERS: Final = dict.fromkeys(("HP", "BL", "L"), "Quốc hội") | {"PL": "Ủy ban Thường vụ Quốc hội"}
# The National Assembly counts codes among its laws, and a code is often called by its number as a law.
COUNTED_WITH: Final = {CODE: "L"}
LIKE: Final = 0.8
SHORTEST_TITLE: Final = 12
WHOLE_DATE: Final = 10
ANNOUNCING: Final = re.compile(r"^(?:ve-)?(?:viec-)?")


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
            return f"{slug}~{self.entry or self._day_and_name or self.congress or self.naming}"
        if not self.crowded:
            return f"{identity.slug(COUNTED_WITH.get(self.type, self.type))}/{self.number.core(self.type)}"
        return f"{slug}/{self.number.slug}@{self.series}" if self.series else self.shelf or f"{slug}~{self.naming}"

    @property
    def law(self) -> str | None:
        """What a law goes by where its number is not given: its name, once its day is known.

        No two of one name are made in a day.
        """
        named = self.type in LAWMAKERS and self.date and self.title
        return _law_name(str(self.title)) if named and len(str(self.date)) == WHOLE_DATE else None

    @property
    def congress(self) -> str | None:
        """The national congress whose resolution this is, where nothing but that is said: each adopts one."""
        bare = self.type == "NQ" and self.number is None and self.body == CONGRESS and not self.title
        return f"{CONGRESS}-{self.term.lower()}" if bare and self.term else None

    @property
    def _day_and_name(self) -> str | None:
        return f"{self.date}~{self.law}" if self.law else None

    @property
    def shelf(self) -> str | None:
        """The block where those look for this document that name it without a number, or without its issuer."""
        if self.number is None:
            return None
        if self.law and self.full and self.number.year in (None, int(str(self.date)[:4])):
            return f"{identity.slug(self.type)}~{self._day_and_name}"
        if not self.crowded or self.title is None:
            return None
        beginning = ANNOUNCING.sub("", identity.slug(self.title))[:SHORTEST_TITLE]
        whole = len(beginning) == SHORTEST_TITLE
        return f"{identity.slug(self.type)}/{self.number.slug}~{beginning}" if whole else None

    @property
    def loose(self) -> bool:
        """Whether its block asks a shelf: a number whose issuer is not said, or a law without its number."""
        if self.number is None:
            return bool(self.law and not self.entry)
        return self.crowded and self.series is None and self.shelf is not None

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


def key(one: Reference, *, body: str | None = None, date: str | None = None) -> Key:
    """What the identity of a reference rests on; `body` and `date` are those its whole entity knows, where given.

    The year in a number stands against that of a date beside it.
    """
    if one.number and one.number.year and date and not date.startswith(str(one.number.year)):
        date = str(one.number.year)
    issuer = body or one.body or (CENTRAL_SLUG if one.series == CENTRAL else one.series)
    return Key(one.type, issuer, date or one.year or one.period, one.number.slug if one.number else None)


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


def same_core(one: Reference, other: Reference) -> bool:
    """Whether two references bear one number, the type's own letters in the symbol apart."""
    numbers = [each.number.core(each.type) for each in (one, other) if each.number]
    return len(numbers) == 2 and numbers[0] == numbers[1]


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


@lru_cache(maxsize=65536)
def _law_name(title: str) -> str:
    """A law's name as a slug, spelled out (`HĐND` is `Hội đồng nhân dân`)."""
    return identity.slug(load().bodies.spelled(title))
