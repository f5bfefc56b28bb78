"""The REST API on declared searches: who looked where, for whose documents; only they make an absence a finding."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec
from fastapi import APIRouter, Depends, Path, Request
from msgspec import Meta
from starlette.responses import Response

from api import forms
from api.access import Caller, require
from api.listings import listed
from api.paging import Page, opened, sealed
from api.parameters import WORD, Cursor, Form, Limit
from api.schemas import answer, body_of, described
from api.sheets import of_searches
from graph import clocks
from graph.audit_values import Search
from graph.searches import Searches, declared
from ontology import registers
from ontology.errors import Conflict, NotFound
from ontology.model import Value
from ontology.terms import TYPES

router = APIRouter(prefix="/api/v1/searches", tags=["searches"])

Keyed = Annotated[Caller, Depends(require("review"))]
Named = Annotated[str, Path(pattern="^[0-9a-z]{1,64}$", description="Its id", examples=["0123456789abcdef"])]
Words = Annotated[str, Meta(min_length=1, max_length=300, pattern=WORD, examples=["Hải Dương"])]
if TYPE_CHECKING:
    Kind = str
else:
    Kind = Literal[tuple(TYPES)]


class Declared(Value, frozen=True, gc=False):
    """A search as it is declared: for whose documents (`body`), where (`place`), published when, how many were read."""

    body: Words
    place: Annotated[str, Meta(min_length=1, max_length=300, pattern=WORD, examples=["vbpl.vn"])]
    since: date
    until: date
    items: Annotated[float, Meta(ge=0, le=100_000_000, multiple_of=1, examples=[412])]
    on: date | None = None
    kinds: Annotated[tuple[Kind, ...], Meta(max_length=40)] = ()
    note: Annotated[str, Meta(max_length=2000)] = ""


def kept(request: Request) -> Searches:
    """The declared searches of this server, as a dependency."""
    return Searches(request.app.state.settings.data)


Kept = Annotated[Searches, Depends(kept)]


@router.get("", responses=described(Page[Search], csv=True), summary="Declared searches")
def searches(request: Request, kept: Kept, limit: Limit = 50, cursor: Cursor = None, form: Form = None) -> Response:
    """Every declared search that was not withdrawn, by day, a page at a time."""
    found = kept.all()
    after = opened(cursor, tuple[str, str], ("", ""))
    left = [one for one in found if (one.on, one.id) > after]
    items = tuple(left[:limit])
    onward = sealed(items[-1].on, items[-1].id) if len(left) > limit else None
    return listed(request, Page(items, len(found), onward), of_searches, form=form)


@router.get("/{identity}", responses=described(Search), summary="One declared search")
def search(kept: Kept, identity: Named) -> Response:
    """One of them, by its id."""
    return answer(_one(kept, identity))


@router.post(
    "",
    status_code=201,
    responses=described(Search, status=201),
    openapi_extra=body_of(Declared),
    summary="Declare a search (key: review)",
)
async def declare(request: Request, kept: Kept, who: Keyed) -> Response:
    """Declare a search in the name of the key; declaring the same one twice makes one record."""
    given: Declared = await forms.value(request, Declared)
    stated = {name: str(value) for name, value in msgspec.structs.asdict(given).items() if value is not None}
    stated |= {
        "items": str(int(given.items)),
        "kinds": " ".join(given.kinds),
        "by": who.name,
        "on": str(given.on or clocks.today()),
    }
    made = declared(stated, registers.load())
    if not await asyncio.to_thread(kept.add, made) and made not in kept.all():
        raise Conflict("this very search was declared and withdrawn: declare it again with a note that says why")
    response = answer(made, status=201)
    response.headers["Location"] = f"/api/v1/searches/{made.id}"
    return response


@router.delete("/{identity}", responses=described(Search), summary="Withdraw a declared search (key: review)")
def withdraw(kept: Kept, identity: Named, who: Keyed) -> Response:
    """Take a record back; it and who took it back stay on disk."""
    return answer(kept.withdraw(_one(kept, identity).id, by=who.name, on=clocks.today()))


def _one(kept: Searches, identity: str) -> Search:
    for one in kept.all():
        if one.id == identity:
            return one
    raise NotFound(f"there is no declared search {identity}")
