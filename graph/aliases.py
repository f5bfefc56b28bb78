"""What a document is called besides its number, label and title: the words by which search finds it.

The register knows other names of its issuer (`BBT`), of its place (`HP`), of the places above that, and of the plenum
that adopted it (`Hội nghị Trung ương 8 khóa XI`); sources know other titles. Names of issuer and plenum stand apart
from titles: a document that is called so comes before those that only speak of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from graph.cards import Named
from graph.recognition import entries
from graph.values import Node
from ontology.identity import local
from ontology.model import Value
from ontology.registers import Register
from ontology.sittings import NUMERALS, WORDS
from ontology.terms import TYPES

MOST_TITLES: Final = 8


class Aliases(Value, frozen=True, gc=False, array_like=True):
    """Other names of a document, of its issuer and place; and other titles that sources give it."""

    names: str = ""
    titles: str = ""


NONE: Final = Aliases()


def aliases(node: Node, named: Iterable[Named], entry: str | None, register: Register) -> Aliases:
    """The other names of the node whose references are `named` and whose entry in the register is `entry`."""
    stated = {title for one in named if (title := one.reference.title) and title != node.title}
    titles = sorted(stated, key=lambda one: (-len(one), one))[:MOST_TITLES]
    called = (
        *_issuer(node.issuer_iri, register),
        *_places(node.place, register),
        *(_plenum(entry, register) if entry else ()),
    )
    return Aliases(
        "; ".join(dict.fromkeys(called)), "; ".join(sorted(titles, key=lambda one: (-len(one), one))[:MOST_TITLES])
    )


@lru_cache(maxsize=4096)
def _issuer(iri: str | None, register: Register) -> tuple[str, ...]:
    """The names that the register has for a body; of one of many of its sort only those of its own name's parts."""
    body = register.bodies.bodies.get(local(iri).removeprefix("body/")) if iri else None
    return tuple(name for name, _ in body.heads) if body else ()


@lru_cache(maxsize=4096)
def _places(slug: str | None, register: Register) -> tuple[str, ...]:
    """The names of a place and of the places above it."""
    place = register.place(slug) if slug else None
    if place is None:
        return ()
    above = (register.place(other) for other in (place.district, place.province) if other)
    return (place.full_name, *place.aliases, *(name for one in above if one for name in (one.full_name, *one.aliases)))


@lru_cache(maxsize=4096)
def _plenum(entry: str, register: Register) -> tuple[str, ...]:
    """What a resolution of a plenum is called by: everybody names the sitting, few the number."""
    known = entries(register)[entry]
    plenum = register.plenums.get(known.plenum) if known.plenum else None
    if plenum is None:
        return ()
    roman = register.terms[plenum.term].roman
    arabic = NUMERALS.index(roman.lower()) if roman.lower() in NUMERALS else roman
    count = plenum.ordinal
    word = WORDS[int(count) - 1] if count.isdigit() and int(count) <= len(WORDS) else count
    kind = TYPES[known.type].label_vi if known.type in TYPES else known.type
    return (
        f"{kind} Hội nghị Trung ương {count} khóa {roman}",
        f"{kind} Trung ương {count} khóa {roman}",
        f"Hội nghị lần thứ {word} Ban Chấp hành Trung ương Đảng khóa {roman}",
        f"Trung ương {count} khóa {arabic}",
        f"TW{count}",
    )
