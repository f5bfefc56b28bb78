"""`/id/...`: what an IRI of phahe names. 303 to its page or to its data, by extension or by what the client accepts."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from api.contexts import compacted
from api.negotiation import best
from api.pages.urls import page_url
from api.problems import Problem
from api.schemas import answer, tagged
from api.snapshots import versioned
from api.sparql import MEDIA_TYPES
from graph.descriptions import describe, known
from graph.reader import Reader
from ontology.namespaces import ID

router = APIRouter(tags=["things"])

EXTENSIONS: Final = {
    "ttl": "turtle",
    "jsonld": "jsonld",
    "nt": "ntriples",
    "rdf": "rdfxml",
    "nq": "nquads",
    "trig": "trig",
    "json": "json",
    "html": "html",
}
"""The extensions of data and pages, with the names of their forms."""

OFFERS: Final = (
    ("text/html", "html"),
    ("text/turtle", "ttl"),
    ("application/ld+json", "jsonld"),
    ("application/n-triples", "nt"),
    ("application/rdf+xml", "rdf"),
    ("application/n-quads", "nq"),
    ("application/trig", "trig"),
    ("application/json", "json"),
    ("application/xhtml+xml", "html"),
)
"""What a thing can be had as."""

PAGES: Final = ("doc/", "activity/", "assertion/", "source/")
"""Things with a page of their own: a client that does not mind gets it, and of all others the data."""


@router.get(
    "/id/{path:path}",
    response_class=Response,
    responses={
        200: {
            "description": "Its data, by the extension of the address.",
            "content": {media: {"schema": {"type": "string"}} for media, _ in OFFERS[1:-2]}
            | {"application/json": {"schema": {"type": "object"}}},
        },
        301: {"description": "The name it has now, where it was refined."},
        303: {"description": "Its page or its data."},
    },
    summary="A thing, by its IRI",
)
def thing(request: Request, path: str, reader: Annotated[Reader, Depends(versioned)]) -> Response:
    """Send the client to the page or the data of a thing; with an extension, answer with the data itself."""
    base = request.app.state.settings.base
    if base is not None:
        return RedirectResponse(f"{base.rstrip('/')}/{path}", 303)
    stem, dot, extension = path.rpartition(".")
    if dot and extension in EXTENSIONS:
        return _given(reader, stem, extension)
    offers = OFFERS if path.startswith(PAGES) else (*OFFERS[1:], OFFERS[0])
    chosen = best(request.headers.get("accept"), offers)
    if chosen is None:
        raise Problem("not-acceptable", f"It can be had as {', '.join(media for media, _ in OFFERS)}.")
    _require(reader, path)
    version = request.query_params.get("version")
    address = _address(path, chosen) + (f"?version={reader.version}" if version and chosen != "html" else "")
    return RedirectResponse(address, 303, headers={"Vary": "Accept", "Link": _alternates(path)})


def _require(reader: Reader, path: str) -> None:
    """Raise Moved, Gone or NotFound where nothing is stated of a thing."""
    iri = ID + path
    # The log tells of void names too, so that something is stated of them.
    if reader.catalogue.node(iri) is None and (reader.moved(iri) or not known(reader.store, iri)):
        raise reader.missing(iri, f"nothing is stated of {iri}")


def _address(path: str, extension: str) -> str:
    return page_url(ID + path) if extension == "html" else f"/id/{path}.{extension}"


def _alternates(path: str) -> str:
    return ", ".join(
        f'<{_address(path, extension)}>; rel="alternate"; type="{media_type}"' for media_type, extension in OFFERS[1:-2]
    )


def _given(reader: Reader, path: str, extension: str) -> Response:
    form = EXTENSIONS[extension]
    if form == "html":
        _require(reader, path)
        return RedirectResponse(page_url(ID + path), 303)
    if form == "json":
        return answer(reader.dossier(ID + path), version=reader.version)
    _require(reader, path)
    data = describe(reader.store, ID + path, form)
    data = compacted(data) if form == "jsonld" else data
    made = tagged(data, MEDIA_TYPES[form], version=reader.version)
    made.headers["Link"] = f'<{ID}{path}>; rel="canonical"'
    return made
