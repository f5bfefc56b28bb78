"""What the parameters of the REST API have in common: their bounds, their words, their examples."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final, Literal

from fastapi import Path, Query
from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from ontology.terms import LEVELS, PREDICATES, SPHERES, TYPES

WORD: Final = "[0-9A-Za-zÀ-ỹ]"
"""A name or a reason holds a letter or a digit."""


def one_of(codes: list[str]) -> tuple[AfterValidator, WithJsonSchema]:
    """How a parameter is held to one of these codes, and described so."""

    def known(value: str) -> str:
        if value not in codes:
            raise ValueError(f"it is one of {', '.join(codes)}")
        return value

    return AfterValidator(known), WithJsonSchema({"type": "string", "enum": codes})


def _written(value: object) -> object:
    if isinstance(value, str) and len(value) != len("2026-11-01"):
        raise ValueError("a day is written YYYY-MM-DD")
    return value


Date = Annotated[date, BeforeValidator(_written)]
"""A day as ISO 8601 writes it; a bare number is none."""

Type = Annotated[str, *one_of(list(TYPES))]
Level = Annotated[str, *one_of(list(LEVELS))]
Sphere = Annotated[str, *one_of(list(SPHERES))]
Predicate = Annotated[str, *one_of(list(PREDICATES))]

Named = Annotated[
    str,
    Query(min_length=1, max_length=500, description="A number, an IRI, or words", examples=["49-KL/TW"]),
]
Thing = Annotated[
    str, Path(max_length=500, description="The path of an IRI, after /id/", examples=["doc/vn/bbt/kl/2019/49-kl-tw"])
]
Depth = Annotated[int, Query(ge=1, le=100, description="The most steps to go", examples=[5])]
Chosen = Annotated[
    list[Predicate] | None, Query(max_length=40, description="Only these relations", examples=[["implements"]])
]
Kinds = Annotated[
    list[Type] | None, Query(max_length=40, description="Only these types of document", examples=[["KH", "CTr"]])
]
Day = Annotated[Date | None, Query(description="The day asked about; default today", examples=["2026-11-01"])]
Form = Annotated[
    Literal["json", "csv"] | None,
    Query(alias="format", description="The form, before what `Accept` asks for", examples=["csv"]),
]
Limit = Annotated[int, Query(ge=1, le=500, description="The most items of one page", examples=[50])]
Cursor = Annotated[
    str | None,
    Query(
        max_length=2000,
        pattern="^[A-Za-z0-9_-]+$",
        description="Where the page begins: the `next` of the page before",
        examples=["WyJodHRwczovL3czaWQub3JnLyJd"],
    ),
]


def iso(day: date | None) -> str | None:
    """A day as our values write it."""
    return day.isoformat() if day else None
