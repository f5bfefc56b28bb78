"""What a search through the API is narrowed to: every facet of the search page, each by several values."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import Depends, Query
from pydantic import AfterValidator, StringConstraints

from api.parameters import Date, Level, Sphere, iso, one_of
from graph.search import MOST_CHOSEN
from ontology.namespaces import ID
from ontology.terms import KINDS, STATUSES, TYPES

Filters = dict[str, str | list[str]]


def _once(values: list[str] | None) -> list[str] | None:
    return list(dict.fromkeys(values)) if values else None


def _facet(words: str, example: str) -> tuple[object, ...]:
    return Query(max_length=MOST_CHOSEN, description=f"{words}; any of several", examples=[[example]]), AfterValidator(
        _once
    )


Status = Annotated[str, *one_of(list(STATUSES))]
Kind = Annotated[str, *one_of([*TYPES, *KINDS])]
Types = Annotated[list[Kind] | None, *_facet("Code of a type of document, or kind of activity", "KL")]
Levels = Annotated[list[Level] | None, *_facet("Level of government", "province")]
Spheres = Annotated[list[Sphere] | None, *_facet("Party, State or mass organisation", "party")]
Statuses = Annotated[list[Status] | None, *_facet("Whether it is in force", next(iter(STATUSES)))]
Bodies = Annotated[
    list[Annotated[str, StringConstraints(max_length=300)]] | None, *_facet("IRI of the issuing body", f"{ID}body/bbt")
]
Provinces = Annotated[
    list[Annotated[str, StringConstraints(pattern="^[a-z0-9-]{1,80}$")]] | None, *_facet("A province", "hai-phong")
]
Years = Annotated[
    list[Annotated[str, StringConstraints(pattern="^[0-9]{4}$")]] | None, *_facet("The year of its date", "2019")
]
Seen = Annotated[bool | None, Query(description="Whether its own text is loaded", examples=[True])]
Ambiguous = Annotated[bool | None, Query(description="Known only in part", examples=[False])]
Evidence = Annotated[bool | None, Query(description="Whether it has relations, each with its quote", examples=[True])]
Review = Annotated[bool | None, Query(description="Whether something about it awaits review", examples=[True])]
AsOf = Annotated[Date | None, Query(description="What was there on this day", examples=["2026-11-01"])]
FLAGS: Final = ("seen", "ambiguous", "evidence", "review")


def narrowed(  # noqa: PLR0913 - one parameter a facet
    *,
    type: Types = None,  # noqa: A002
    level: Levels = None,
    sphere: Spheres = None,
    body: Bodies = None,
    province: Provinces = None,
    year: Years = None,
    status: Statuses = None,
    seen: Seen = None,
    ambiguous: Ambiguous = None,
    evidence: Evidence = None,
    review: Review = None,
    as_of: AsOf = None,
) -> Filters:
    """The filters of a search as `Reader.find` takes them: of each facet any value will do, of all facets each."""
    several = {"type": type, "level": level, "sphere": sphere, "body": body, "province": province, "year": year}
    several |= {"status": status}
    flags = zip(FLAGS, (seen, ambiguous, evidence, review), strict=True)
    found: Filters = {name: list(values) for name, values in several.items() if values}
    found |= {name: str(value).lower() for name, value in flags if value is not None}
    day = iso(as_of)
    return {**found, "as_of": day} if day else found


Narrowed = Annotated[Filters, Depends(narrowed)]
