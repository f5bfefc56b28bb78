"""The data to be taken away: a DCAT description, and dumps of published versions with their checksums."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Path, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import FileResponse, RedirectResponse, Response

from api import catalog
from api.contexts import compacted
from api.dumping import Dumping
from api.negotiation import best
from api.problems import Problem
from api.schemas import answer, described, tagged
from api.snapshots import Snapshots, current, versioned
from api.sparql import MEDIA_TYPES
from graph.dumps import FORMS, Dump
from graph.forms import converted
from graph.publication import Published
from graph.reader import Reader

router = APIRouter(tags=["data"])

Named = Annotated[str, Path(max_length=40, description="The name of a file", examples=["phahe.ttl.gz"])]
Kept = Annotated[
    str, Path(pattern="^[0-9a-z]{16,40}$", description="A published version", examples=["0123456789abcdef"])
]

OFFERS: Final = (
    ("text/turtle", "turtle"),
    ("application/ld+json", "jsonld"),
    ("application/rdf+xml", "rdfxml"),
    ("application/n-triples", "ntriples"),
)
SUMS: Final = "SHA256SUMS"
"""The file with the checksums, as `sha256sum -c` takes it."""

PATIENCE: Final = 20.0
"""Seconds a client waits for a dump that is being made, before it is told to come back."""


def kept(request: Request) -> Dumping:
    """The dumps of this server, as a dependency."""
    found: Dumping = request.app.state.dumps
    return found


Shelf = Annotated[Dumping, Depends(kept)]


@router.get(
    "/dcat",
    response_class=Response,
    responses={200: {"description": "It.", "content": {media: {"schema": {}} for media, _ in OFFERS}}},
    summary="What there is to have (DCAT)",
)
def dcat(request: Request, reader: Annotated[Reader, Depends(current)], shelf: Shelf) -> Response:
    """The data set, its dumps with size and checksum, and its services, in the form of RDF that the client wants.

    A dump has its checksum here once it is made: the first to ask for the description has them made.
    """
    form = best(request.headers.get("accept"), OFFERS)
    if form is None:
        raise Problem("not-acceptable", "This can be had as Turtle, JSON-LD, RDF/XML or N-Triples.")
    known = shelf.kept.known(reader.version)
    for name in FORMS.keys() - known.keys():
        shelf.ask(reader.version, name)
    history = Published(request.app.state.settings.data).history()
    modified = next((one.at for one in reversed(history) if one.version == reader.version), "1970-01-01T00:00:00Z")
    text = catalog.turtle(str(request.base_url).rstrip("/"), reader.version, modified, reader.stats(), known)
    body = converted(text, form)
    made = tagged(compacted(body) if form == "jsonld" else body, MEDIA_TYPES[form], version=reader.version)
    made.headers["Vary"] = "Accept"
    return made


@router.get("/dumps", responses=described(list[Dump]), summary="The dumps of the current version that are made")
def dumps(reader: Annotated[Reader, Depends(versioned)], shelf: Shelf) -> Response:
    """The files with their sizes and checksums; what is not made yet is made when it is asked for."""
    return answer(tuple(shelf.kept.known(reader.version).values()), version=reader.version)


@router.get("/dumps/{name}", response_class=Response, status_code=303, summary="A dump of the current version")
def newest(reader: Annotated[Reader, Depends(current)], name: Named) -> Response:
    """Send the client to the file of the version that is current now."""
    if name not in FORMS and name != SUMS:
        raise Problem("not-found", f"There is no dump {name!r}; there are {', '.join(FORMS)}.")
    return RedirectResponse(f"/dumps/{reader.version}/{name}", 303)


@router.get(
    "/dumps/{version}/{name}",
    response_class=Response,
    responses={200: {"description": "The file.", "content": {"application/gzip": {"schema": {}}, "text/plain": {}}}},
    summary="A dump of a version",
)
async def dump(request: Request, version: Kept, name: Named, shelf: Shelf) -> Response:
    """A file of a published version that is kept: the same bytes whenever asked for. Its `ETag` is its SHA-256."""
    snapshots: Snapshots = request.app.state.snapshots
    await run_in_threadpool(snapshots.reader, version)
    if name == SUMS:
        known = shelf.kept.known(version).values()
        return Response("".join(f"{one.sha256}  {one.name}\n" for one in known), media_type="text/plain")
    if name not in FORMS:
        raise Problem("not-found", f"There is no dump {name!r}; there are {', '.join(FORMS)}, {SUMS}.")
    found = shelf.kept.known(version).get(name)
    if found is None:
        found = await _waited(shelf.ask(version, name))
    headers = {"ETag": f'"{found.sha256}"', "X-Data-Version": version, "Cache-Control": "public, max-age=31536000"}
    return FileResponse(shelf.kept.path(found), headers=headers, media_type="application/gzip", filename=name)


async def _waited(made: Future[Dump]) -> Dump:
    """A dump that is being made; raises Problem 503 where that takes too long to wait for. It goes on being made."""
    waiting = asyncio.wrap_future(made)
    waiting.add_done_callback(lambda one: one.cancelled() or one.exception())
    done, _ = await asyncio.wait([waiting], timeout=PATIENCE)
    if not done:
        raise Problem("busy", "The file is being made: come back.", headers={"Retry-After": "30"})
    return waiting.result()
