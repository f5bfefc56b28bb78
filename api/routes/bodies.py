"""The REST API on bodies: who issues and who acts, what each was and what became of it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request
from starlette.responses import Response

from api.listings import listed, of_bodies
from api.paging import Page, opened, sealed
from api.parameters import Cursor, Form, Limit
from api.schemas import answer, described
from api.snapshots import versioned
from graph import listing
from graph.listing import Body
from graph.reader import Reader
from ontology.biographies import Biography, Step
from ontology.errors import NotFound
from ontology.model import Value
from ontology.namespaces import ID

router = APIRouter(prefix="/api/v1/bodies", tags=["bodies"])

Data = Annotated[Reader, Depends(versioned)]


class Life(Value, frozen=True, gc=False):
    """The life of a body as the register knows it.

    `now` names what answers for it, `before` all that it answers for besides itself, nearest first.
    """

    key: str
    began: str | None
    ended: str | None
    steps: tuple[Step, ...]
    now: tuple[str, ...]
    before: tuple[str, ...]


class BodyDossier(Value, frozen=True, gc=False):
    """A body, and its life where the register knows it."""

    body: Body
    life: Life | None = None


@router.get("", responses=described(Page[Body], csv=True), summary="The bodies")
def bodies(request: Request, reader: Data, limit: Limit = 50, cursor: Cursor = None, form: Form = None) -> Response:
    """The bodies of the register and those that only sources name, in the order of their IRIs, a page at a time."""
    (after,) = opened(cursor, tuple[str], ("",))
    found, total = listing.bodies(reader, after=after, limit=limit + 1)
    items = tuple(found[:limit])
    onward = sealed(items[-1].iri) if len(found) > limit else None
    return listed(request, Page(items, total, onward, reader.version), of_bodies, form=form)


@router.get("/{path:path}", responses=described(BodyDossier), summary="One body")
def body(
    reader: Data,
    path: Annotated[str, Path(max_length=300, description="The end of its IRI, after /id/body/", examples=["bbt"])],
) -> Response:
    """A body by the end of its IRI: how many documents are its own, and what the register tells of its life."""
    found = listing.one_body(reader, f"{ID}body/{path}")
    if found is None:
        raise NotFound(f"no body {path!r} in version {reader.version}")
    told = reader.register.biography(found.name)
    return answer(BodyDossier(found, _life(told) if told else None), version=reader.version)


def _life(told: Biography) -> Life:
    now, before = (tuple(getattr(one, "full_name", one.name) for one in things) for things in (told.now, told.before))
    return Life(told.key, told.began, told.ended, told.steps, now, before)
