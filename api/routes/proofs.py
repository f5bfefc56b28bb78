"""What statements rest on: the evidence of a relation, and the archived text of a source."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from api.pages import arranging, library
from api.pages.site import page
from api.snapshots import current
from graph.reader import Reader
from ontology.namespaces import ID

router = APIRouter(include_in_schema=False)

Data = Annotated[Reader, Depends(current)]


@router.get("/e/{path:path}")
def evidence(request: Request, reader: Data, path: str) -> Response:
    """One assertion: the quote marked in the archived text, what vouches for it, and all evidence of the relation."""
    edge, shown, kept = reader.evidence(f"{ID}assertion/{path}")
    number = arranging.page_number(request.query_params.get("page"))
    return page(
        request,
        "evidence.html",
        version=reader.version,
        edge=edge,
        evidence=shown,
        source=kept.source,
        head=reader.node(edge.head),
        tail=reader.node(edge.tail),
        pieces=library.excerpt(kept.text, shown),
        beside=arranging.beside(edge, shown, number),
    )


@router.get("/source/{sha256}")
def source(request: Request, reader: Data, sha256: str) -> Response:
    """The archived text of a source, with the stretches named by `mark=START-END` marked."""
    kept = reader.kept(sha256)
    marks = library.marks(request.query_params.getlist("mark"))
    return page(
        request,
        "source.html",
        version=reader.version,
        source=kept.source,
        text=kept.text,
        pieces=library.whole(kept.text, marks),
    )
