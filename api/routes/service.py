"""What the server says of its data: whether it can answer, the figures, the documentation, the prefixes."""

from __future__ import annotations

import secrets
from typing import Annotated, Final

from fastapi import APIRouter, Depends
from starlette.responses import HTMLResponse, JSONResponse, Response

from api.accuracy import Card, card
from api.contexts import CONTEXT
from api.schemas import answer, described
from api.snapshots import current
from graph.reader import Reader

router = APIRouter(tags=["service"])

DOCS: Final = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>phahe: API</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" type="image/svg+xml" href="/static/icon.svg">
<link rel="stylesheet" href="/static/vendor/swagger-ui/swagger-ui.css">
</head>
<body>
<div id="swagger-ui"><noscript>This page needs JavaScript: <a href="/openapi.json">the description</a>.</noscript></div>
<script src="/static/vendor/swagger-ui/swagger-ui-bundle.js"></script>
<script nonce="{nonce}">
SwaggerUIBundle({{url: "/openapi.json", dom_id: "#swagger-ui", validatorUrl: null, tryItOutEnabled: true}});
</script>
</body>
</html>
"""
"""Swagger UI from our own files: nothing is asked of any other server."""


@router.get("/api/v1/stats", responses=described(dict[str, int]), summary="How much there is")
def stats(reader: Annotated[Reader, Depends(current)]) -> Response:
    """Counts of documents, activities, edges, assertions and sources."""
    return answer(reader.stats(), version=reader.version)


@router.get("/api/v1/accuracy", responses=described(Card), summary="How well texts are read")
def accuracy() -> Response:
    """The accuracy card: precision and recall with intervals, on which labelled texts, of which extractor."""
    return answer(card())


@router.get("/docs", include_in_schema=False)
def docs() -> HTMLResponse:
    """The API, to read and to try, without a network."""
    nonce = secrets.token_urlsafe(16)
    policy = (
        f"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )
    return HTMLResponse(DOCS.format(nonce=nonce), headers={"Content-Security-Policy": policy})


@router.get(
    "/context.jsonld",
    response_class=Response,
    responses={
        200: {"description": "The context.", "content": {"application/ld+json": {"schema": {"type": "object"}}}}
    },
    summary="The prefixes, for JSON-LD",
)
def context() -> JSONResponse:
    """A JSON-LD context with the prefixes and the relations that phahe writes."""
    headers = {"Cache-Control": "public, max-age=86400"}
    return JSONResponse({"@context": CONTEXT}, headers=headers, media_type="application/ld+json")
