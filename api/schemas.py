"""The answers of the REST API: values as msgspec writes them, and their schemas in the OpenAPI description."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, Final

import msgspec
from starlette.responses import Response

from api.accuracy import Card
from api.loads import Load
from api.pipeline import LoadReport, Removed
from api.uploads import Wanted
from graph.queries import NamedQuery
from graph.values import Chain, Dossier, Edge, Evidence, Finding, Hit, Kept, Node, Results, Subgraph
from ontology.model import Source, Value

if TYPE_CHECKING:
    from fastapi import FastAPI

REFERENCE: Final = "#/components/schemas/{name}"


class Stated(Value, frozen=True, gc=False):
    """One edge with one piece of its evidence, and the source that holds it."""

    edge: Edge
    evidence: Evidence
    kept: Kept


class Candidate(Value, frozen=True, gc=False):
    """A document that a name may mean."""

    label: str
    iri: str


class ProblemDocument(Value, frozen=True, gc=False, omit_defaults=True):
    """Why a request failed (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    instance: str | None = None
    candidates: tuple[Candidate, ...] = ()


VALUES: Final = (
    Card,
    Chain,
    Dossier,
    Edge,
    Evidence,
    Finding,
    Hit,
    Kept,
    Load,
    LoadReport,
    NamedQuery,
    Node,
    ProblemDocument,
    Removed,
    Results,
    Source,
    Stated,
    Subgraph,
    Wanted,
)
"""The values that answers are made of."""


def answer(value: object, *, version: str | None = None, status: int = 200) -> Response:
    """A value as JSON, tagged by its bytes, with the version of the data it was read from."""
    body = msgspec.json.encode(value)
    headers = {"Cache-Control": "no-cache", "ETag": f'"{hashlib.sha256(body).hexdigest()[:24]}"'}
    headers |= {"X-Data-Version": version} if version else {}
    return Response(body, status, headers, "application/json")


def described(
    kind: Any,  # noqa: ANN401 - any type that msgspec can describe
    *,
    status: int = 200,
    media_type: str = "application/json",
) -> dict[int | str, dict[str, Any]]:
    """What the OpenAPI description says of a route that answers with `kind`."""
    (schema,), _ = msgspec.json.schema_components([kind], ref_template=REFERENCE)
    problem = {"application/problem+json": {"schema": {"$ref": REFERENCE.format(name="ProblemDocument")}}}
    return {
        status: {"description": "The answer.", "content": {media_type: {"schema": schema}}},
        "4XX": {"description": "Why it cannot be answered.", "content": problem},
        "5XX": {"description": "Why it could not be answered.", "content": problem},
    }


def body_of(kind: Any, *, form: dict[str, Any] | None = None) -> dict[str, Any]:  # noqa: ANN401 - likewise
    """What the description says of a body that is read as `kind` from JSON, or as a `form`."""
    (schema,), _ = msgspec.json.schema_components([kind], ref_template=REFERENCE)
    content: dict[str, Any] = {"application/json": {"schema": schema}}
    if form is not None:
        content = {"multipart/form-data": {"schema": form}} | content
    return {"requestBody": {"required": True, "content": content}}


def install(app: FastAPI) -> None:
    """Put the schemas of our values into the description of `app`."""
    original = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            _, ours = msgspec.json.schema_components(VALUES, ref_template=REFERENCE)
            schema = original()
            schema.setdefault("components", {}).setdefault("schemas", {}).update(ours)
        return app.openapi_schema or {}

    app.openapi = openapi  # type: ignore[method-assign]
