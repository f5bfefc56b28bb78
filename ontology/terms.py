"""The words of the ontology as values: predicates, types, kinds, levels, spheres, statuses.

All of it is read from `terms.json`, which `ontology.compilation` writes from the Turtle files; a test holds
the two in step. No list of these words is made anywhere else.

>>> PREDICATES["continues"].label_vi, PREDICATES["continues"].inverse_en
('tiếp tục thực hiện', 'is continued by')
>>> TYPES["QyĐ"].slug, TYPES["QĐ"].slug
('qyd', 'qd')
>>> strongest(["cites", "implements", "basedOn"])
'implements'
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from types import MappingProxyType
from typing import Final

import msgspec

from ontology.model import Value
from ontology.namespaces import ID, PHAHE

COMPILED: Final = Path(__file__).with_name("terms.json")


class Predicate(Value, frozen=True, gc=False):
    """A relation. Of two that hold between one pair, the one of greater `strength` is written.

    `inverse_vi` and `inverse_en` read it from tail to head. `eli` is the ELI property (prefixed name) written beside it
    where both ends are instruments of the State, `schema` the schema.org one of the pages. `cues` are examples.
    """

    name: str
    strength: int
    label_vi: str
    label_en: str
    inverse_vi: str
    inverse_en: str
    comment_vi: str
    comment_en: str
    eli: str | None = None
    schema: str | None = None
    cues: tuple[str, ...] = ()

    @property
    def iri(self) -> str:
        """The full IRI of the property."""
        return PHAHE + self.name


class Concept(Value, frozen=True, gc=False):
    """An entry of a SKOS scheme. `code` is its notation, `slug` the last step of its IRI, `rank` 1 the highest."""

    scheme: str
    code: str
    slug: str
    label_vi: str
    label_en: str
    comment_vi: str = ""
    comment_en: str = ""
    alt: tuple[str, ...] = ()
    rank: int | None = None

    @property
    def iri(self) -> str:
        """The full IRI of the concept (`.../id/type/kl`)."""
        return f"{ID}{self.scheme}/{self.slug}"


class DocumentType(Concept, frozen=True, gc=False):
    """A type of document. `spheres` are those that use it; `normative` is `yes`, `no` or `depends`.

    `rank` is its place in the hierarchy of norms, where the type alone decides it. State documents of a type with
    `legislation` are `eli:LegalResource`. `broader` is the code to use in an extraction, for the narrower kinds.
    """

    spheres: tuple[str, ...] = ()
    normative: str = "depends"
    legislation: bool = False
    broader: str | None = None


class Word(Value, frozen=True, gc=False):
    """Any class or property of the ontology. `form` is `class`, `object`, `data` or `annotation`."""

    name: str
    form: str
    label_vi: str
    label_en: str
    comment_vi: str
    comment_en: str
    parents: tuple[str, ...] = ()
    domain: str | None = None
    range: str | None = None


class Terms(Value, frozen=True, gc=False):
    """All of `terms.json`."""

    version: str
    predicates: tuple[Predicate, ...]
    types: tuple[DocumentType, ...]
    narrower: tuple[DocumentType, ...]
    kinds: tuple[Concept, ...]
    levels: tuple[Concept, ...]
    spheres: tuple[Concept, ...]
    statuses: tuple[Concept, ...]
    words: tuple[Word, ...]


_TERMS: Final = msgspec.json.decode(COMPILED.read_bytes(), type=Terms)

VERSION: Final = _TERMS.version
PREDICATES: Final = MappingProxyType({p.name: p for p in _TERMS.predicates})
"""Predicates by local name, strongest first."""
TYPES: Final = MappingProxyType({t.code: t for t in _TERMS.types})
"""The types that an extraction may give, by code."""
NARROWER_TYPES: Final = MappingProxyType({t.code: t for t in _TERMS.narrower})
"""Narrower kinds of document by code; each has the code of its `broader` type."""
KINDS: Final = MappingProxyType({c.code: c for c in _TERMS.kinds})
"""Kinds of activity by code."""
LEVELS: Final = MappingProxyType({c.code: c for c in _TERMS.levels})
"""Levels of government and Party by code, highest first."""
SPHERES: Final = MappingProxyType({c.code: c for c in _TERMS.spheres})
"""`party`, `state` and `mass`."""
STATUSES: Final = MappingProxyType({c.code: c for c in _TERMS.statuses})
"""Statuses of a document by code (`in force`)."""
WORDS: Final = MappingProxyType({w.name: w for w in _TERMS.words})
"""Every class and property by local name."""


def strongest(names: Iterable[str]) -> str:
    """Of several predicates that hold between one pair, the one to write; raises KeyError for an unknown name."""
    return max(names, key=lambda name: PREDICATES[name].strength)
