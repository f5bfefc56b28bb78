"""The answers of the REST API: values as msgspec writes them, and their schemas in the OpenAPI description."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec
from starlette.responses import Response

from api.accuracy import Card
from api.pipeline import LoadReport, Removed
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
    LoadReport,
    NamedQuery,
    Node,
    ProblemDocument,
    Removed,
    Results,
    Source,
    Stated,
    Subgraph,
)
"""The values that answers are made of."""


def answer(value: object, *, version: str | None = None) -> Response:
    """A value as JSON, with the version of the data it was read from."""
    headers = {"Cache-Control": "no-cache"}
    if version:
        headers |= {"X-Data-Version": version, "ETag": f'W/"{version}"'}
    return Response(msgspec.json.encode(value), headers=headers, media_type="application/json")


def described(kind: Any) -> dict[int | str, dict[str, Any]]:  # noqa: ANN401 - any type that msgspec can describe
    """What the OpenAPI description says of a route that answers with `kind`."""
    (schema,), _ = msgspec.json.schema_components([kind], ref_template=REFERENCE)
    problem = {"application/problem+json": {"schema": {"$ref": REFERENCE.format(name="ProblemDocument")}}}
    return {
        200: {"description": "The answer.", "content": {"application/json": {"schema": schema}}},
        "4XX": {"description": "Why it cannot be answered.", "content": problem},
        "5XX": {"description": "Why it could not be answered.", "content": problem},
    }


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
