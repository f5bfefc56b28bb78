"""The answers of the REST API: values as msgspec writes them, and their schemas in the OpenAPI description."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

import msgspec
from starlette.responses import Response

from graph.values import Edge, Evidence, Kept
from ontology.model import Value

if TYPE_CHECKING:
    from fastapi import FastAPI

KINDS: Final[list[Any]] = []
"""The types of all answers and bodies that were described, whose schemas stand in the description."""

REFERENCE: Final = "#/components/schemas/{name}"


class Stated(Value, frozen=True, gc=False):
    """One edge with one piece of its evidence, and the source that holds it."""

    edge: Edge
    evidence: Evidence
    kept: Kept


_PROBLEM: Final = {"application/problem+json": {"schema": {"$ref": REFERENCE.format(name="ProblemDocument")}}}
REFUSALS: Final[dict[int | str, dict[str, Any]]] = {
    "4XX": {"description": "Why it cannot be answered.", "content": _PROBLEM},
    "5XX": {"description": "Why it could not be answered.", "content": _PROBLEM},
}
"""What the description says of every route."""


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


def answer(value: object, *, version: str | None = None, status: int = 200) -> Response:
    """A value as JSON, tagged by its bytes, with the version of the data it was read from."""
    return tagged(msgspec.json.encode(value), "application/json", version=version, status=status)


def tagged(body: bytes, media_type: str, *, version: str | None = None, status: int = 200) -> Response:
    """An answer tagged by its bytes: the same tag is the same answer, whatever it depends on."""
    headers = {"Cache-Control": "no-cache", "ETag": f'"{hashlib.sha256(body).hexdigest()[:24]}"'}
    headers |= {"X-Data-Version": version} if version else {}
    return Response(body, status, headers, media_type)


def described(
    kind: Any,  # noqa: ANN401 - any type that msgspec can describe
    *,
    status: int = 200,
    csv: bool = False,
) -> dict[int | str, dict[str, Any]]:
    """What the OpenAPI description says of a route that answers with `kind`."""
    made = schema(kind)
    content: dict[str, Any] = {"application/json": {"schema": made}}
    if csv:
        content["text/csv"] = {"schema": {"type": "string"}}
    return {status: {"description": "The answer.", "content": content}}


def body_of(kind: Any, *, form: dict[str, Any] | None = None) -> dict[str, Any]:  # noqa: ANN401 - likewise
    """What the description says of a body that is read as `kind` from JSON, or as a `form`."""
    made = schema(kind)
    content: dict[str, Any] = {"application/json": {"schema": made}}
    if form is not None:
        content = {"multipart/form-data": {"schema": form}} | content
    return {"requestBody": {"required": True, "content": content}}


def schema(kind: Any) -> dict[str, Any]:  # noqa: ANN401 - likewise
    """The schema of a type: a reference into the description, which will hold the rest."""
    KINDS.append(kind)
    (made,), _ = msgspec.json.schema_components([kind], ref_template=REFERENCE)
    return made


@cache
def examples() -> dict[str, dict[str, Any]]:
    """What routes answer on the examples that come with phahe, and what they are sent (`tools/answers.py` makes it)."""
    found: dict[str, dict[str, Any]] = msgspec.json.decode(files("api").joinpath("answers.json").read_bytes())
    return found


def install(app: FastAPI) -> None:
    """Put the schemas of our values, and the examples, into the description of `app`."""
    original = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            _, ours = msgspec.json.schema_components([ProblemDocument, *KINDS], ref_template=REFERENCE)
            made = original()
            made.setdefault("components", {}).setdefault("schemas", {}).update(ours)
            for path, ways in made["paths"].items():
                for method, way in ways.items():
                    _exemplify(way, examples().get(f"{method.upper()} {path}", {}))
        return app.openapi_schema or {}

    app.openapi = openapi  # type: ignore[method-assign]


def _exemplify(way: dict[str, Any], found: dict[str, Any]) -> None:
    """Put the example answer and body of a route into its description."""
    for status, response in way["responses"].items():
        content = response.get("content", {}).get("application/json")
        if content is not None and status.startswith("2") and "answer" in found:
            content["example"] = found["answer"]
    if "body" in found:
        way["requestBody"]["content"]["application/json"]["example"] = found["body"]
