"""What the values of facets are called, in Vietnamese and in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import msgspec

from graph.values import Node
from ontology.terms import KINDS, LEVELS, SPHERES, STATUSES, TYPES, Concept

if TYPE_CHECKING:
    from graph.reader import Reader

SCHEMES: Final[Mapping[str, Mapping[str, Concept]]] = {
    "type": {**TYPES, **KINDS},
    "level": LEVELS,
    "sphere": SPHERES,
    "status": STATUSES,
}
# The first that came: the rows of a body stand in that order in its index, so that none has to be sorted.
BEARER: Final = "SELECT data FROM nodes WHERE body = ? ORDER BY id LIMIT 1"


def facet_name(reader: Reader, facet: str, value: str) -> tuple[str, str]:
    """The names of a value: of the schemes, of a body that issued something, of a province; else the value itself.

    A province formed anew in 2025 under its old name is told from the old one by its year.
    """
    concept = SCHEMES.get(facet, {}).get(value)
    if concept:
        return concept.label_vi, concept.label_en
    if facet == "body":
        row = reader.catalogue.db.execute(BEARER, (value,)).fetchone()
        name = (msgspec.msgpack.decode(row[0], type=Node).issuer if row else None) or value
        return name, name
    place = reader.register.place(value) if facet == "province" else None
    if place is None:
        return value, value
    since = f" ({place.valid_from[:4]})" if place.valid_from else ""
    return f"{place.name}{since}", f"{place.name_en or place.name}{since}"
