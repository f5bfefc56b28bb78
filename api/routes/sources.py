"""The REST API on sources: which are kept, their text and bytes; with a key, taking them out."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Annotated, Final
from urllib.parse import quote

from fastapi import APIRouter, Depends, Path, Request
from starlette.responses import Response

from api.access import require
from api.control import Job, Writer
from api.listings import listed, of_sources
from api.paging import Page, opened, sealed
from api.parameters import Cursor, Form, Limit
from api.pipeline import Removed
from api.schemas import answer, described
from api.snapshots import versioned
from graph import listing
from graph.reader import Reader
from graph.values import Kept
from ontology.model import Source

router = APIRouter(prefix="/api/v1", tags=["sources"])

Data = Annotated[Reader, Depends(versioned)]
Hash = Annotated[
    str, Path(pattern="^[0-9a-f]{6,64}$", description="The hash, or its first digits", examples=["0123456789abcdef"])
]
KEYED: Final = [Depends(require("load"))]
SANDBOX: Final = "default-src 'none'; sandbox"
"""The policy under which the bytes of others are handed out: they may do nothing."""


@router.get("/sources", responses=described(Page[Source], csv=True), summary="The sources that are kept")
def sources(request: Request, reader: Data, limit: Limit = 50, cursor: Cursor = None, form: Form = None) -> Response:
    """Every source with its hash, its places, its title and its dates, in the order of the hashes, a page at a time."""
    (after,) = opened(cursor, tuple[str], ("",))
    found, total = listing.sources(reader, after=after, limit=limit + 1)
    items = tuple(found[:limit])
    onward = sealed(items[-1].sha256) if len(found) > limit else None
    return listed(request, Page(items, total, onward, reader.version), of_sources, form=form)


@router.get("/sources/{sha256}", responses=described(Kept), summary="One source")
def source(reader: Data, sha256: Hash) -> Response:
    """A source and the text it was read as, by its hash or the beginning of it."""
    return answer(reader.kept(sha256), version=reader.version)


@router.get(
    "/sources/{sha256}/original",
    response_class=Response,
    responses={200: {"description": "The bytes.", "content": {"*/*": {"schema": {"type": "string"}}}}},
    summary="The bytes of a source",
)
def original(reader: Data, sha256: Hash) -> Response:
    """The kept bytes, to be saved: never shown as part of this site."""
    kept = reader.kept(sha256).source
    name = PurePosixPath(kept.locations[0]).name if kept.locations else kept.sha256
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name or kept.sha256, safe='')}",
        "Content-Security-Policy": SANDBOX,
        "ETag": f'"{kept.sha256}"',
    }
    return Response(reader.original(kept.sha256), headers=headers, media_type=kept.media_type)


@router.delete(
    "/sources/{sha256}", responses=described(Removed), dependencies=KEYED, summary="Take one out (key: load)"
)
async def remove(request: Request, sha256: Hash) -> Response:
    """Take a source out, as if it had never come."""
    writer: Writer = request.app.state.writer
    return answer(await writer.do(Job("remove", source=sha256)))
