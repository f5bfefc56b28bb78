"""The REST API on documents: lists, search, one document, its relations and evidence, chains, what lies around one."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Path, Query, Request
from starlette.responses import Response

from api.listings import listed, of_chain, of_claims, of_edges, of_hits, of_nodes, shown
from api.naming import picked
from api.narrowing import Narrowed
from api.paging import Page, linked, opened, sealed
from api.parameters import Chosen, Cursor, Date, Depth, Form, Level, Limit, Named, Sphere, Thing, Type, iso
from api.schemas import Stated, answer, described
from api.snapshots import pinned, versioned
from graph import listing
from graph.listing import Claimed
from graph.reader import Reader
from graph.values import Chain, Dossier, Edge, Node, Results, Subgraph
from ontology.namespaces import ID

router = APIRouter(prefix="/api/v1", tags=["documents"])

Data = Annotated[Reader, Depends(versioned)]
Year = Annotated[str | None, Query(pattern="^[0-9]{4}$", description="The year of its date", examples=["2019"])]
Slug = Annotated[str | None, Query(pattern="^[a-z0-9-]{1,80}$", description="A province", examples=["hai-phong"])]


@router.get("/search", responses=described(Results, csv=True), summary="Search documents")
def search(
    request: Request,
    reader: Data,
    q: Annotated[
        str, Query(max_length=500, description="A number or words, with or without diacritics", examples=["49-KL/TW"])
    ],
    filters: Narrowed,
    limit: Limit = 20,
    cursor: Cursor = None,
    form: Form = None,
) -> Response:
    """Documents that answer to a number or to words, best first, with counts by facet over all that answer.

    Of one facet any value will do, of several facets each must be met, as on the page of search.
    """
    reader, offset = pinned(request, reader, cursor)
    found = reader.find(q, limit=limit, offset=offset, filters=filters)
    made = shown(request, found, lambda: of_hits(found.hits), form=form, version=reader.version)
    after = offset + len(found.hits)
    return linked(request, made, sealed(reader.version, after) if found.hits and after < found.total else None)


@router.get("/documents", responses=described(Page[Node], csv=True), summary="All documents and activities")
def documents(
    request: Request,
    reader: Data,
    kind: Annotated[
        Literal["document", "activity"] | None, Query(description="Only these", examples=["document"])
    ] = None,
    type: Annotated[Type | None, Query(description="Code of a type of document", examples=["KH"])] = None,  # noqa: A002
    level: Annotated[Level | None, Query(description="Level of government", examples=["province"])] = None,
    sphere: Annotated[Sphere | None, Query(description="Party, State or mass organisation", examples=["state"])] = None,
    province: Slug = None,
    body: Annotated[
        str | None, Query(max_length=300, description="The IRI of the issuing body", examples=[f"{ID}body/bbt"])
    ] = None,
    year: Year = None,
    since: Annotated[Date | None, Query(description="Dated on this day or later", examples=["2019-01-01"])] = None,
    until: Annotated[Date | None, Query(description="Dated on this day or before", examples=["2021-12-31"])] = None,
    *,
    seen: Annotated[bool | None, Query(description="Whether its own text is loaded", examples=[True])] = None,
    ambiguous: Annotated[bool | None, Query(description="Known only in part", examples=[False])] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
    form: Form = None,
) -> Response:
    """Documents and activities in the order of their IRIs, a page at a time."""
    given = {"kind": kind, "type": type, "level": level, "sphere": sphere, "province": province, "body": body}
    given |= {"year": year, "since": iso(since), "until": iso(until)}
    filters: dict[str, str | int] = {name: value for name, value in given.items() if value is not None}
    filters |= {name: int(value) for name, value in (("seen", seen), ("ambiguous", ambiguous)) if value is not None}
    (after,) = opened(cursor, tuple[str], ("",))
    found, total = listing.nodes(reader, filters, after=after, limit=limit + 1)
    items = tuple(found[:limit])
    onward = sealed(items[-1].iri) if len(found) > limit else None
    return listed(request, Page(items, total, onward, reader.version), of_nodes, form=form)


@router.get("/named", responses=described(Dossier), summary="One document, by name")
def named(reader: Data, name: Named) -> Response:
    """What is known of the document that a number, an IRI or words name; 409 lists the candidates of several."""
    return answer(reader.dossier(picked(reader, name).iri), version=reader.version)


@router.get(
    "/documents/{path:path}/relations",
    responses=described(Page[Edge], csv=True),
    summary="The relations of a document",
)
def relations(
    request: Request,
    reader: Data,
    path: Thing,
    direction: Annotated[
        Literal["out", "into", "both"], Query(description="What it acts on, what acts on it", examples=["out"])
    ] = "both",
    predicate: Chosen = None,
    limit: Limit = 50,
    cursor: Cursor = None,
    form: Form = None,
) -> Response:
    """The edges out of a document and into it, each with all its quotes, a page at a time."""
    iri = reader.node(ID + path).iri
    ways = ("out", "into") if direction == "both" else (direction,)
    wanted = frozenset(predicate) if predicate else None
    after = opened(cursor, tuple[str, str, str], ("", "", ""))
    found, total = listing.edges(reader, iri, ways, wanted, after=after, limit=limit + 1)
    items = tuple(found[:limit])
    onward = sealed(*listing.edge_key(items[-1], iri)) if len(found) > limit else None
    return listed(request, Page(items, total, onward, reader.version), of_edges, form=form)


@router.get(
    "/documents/{path:path}/evidence",
    responses=described(Page[Claimed], csv=True),
    summary="The evidence about a document",
)
def evidence(
    request: Request, reader: Data, path: Thing, limit: Limit = 50, cursor: Cursor = None, form: Form = None
) -> Response:
    """Every assertion that has the document as an end, rejected ones too, with its quote, a page at a time."""
    iri = reader.node(ID + path).iri
    (after,) = opened(cursor, tuple[str], ("",))
    found, total = listing.evidence(reader, iri, after=after, limit=limit + 1)
    items = tuple(found[:limit])
    onward = sealed(items[-1].evidence.iri) if len(found) > limit else None
    return listed(request, Page(items, total, onward, reader.version), of_claims, form=form)


@router.get("/documents/{path:path}", responses=described(Dossier), summary="One document, by address")
def document(reader: Data, path: Thing) -> Response:
    """What is known of the document or activity whose IRI ends in this path."""
    return answer(reader.dossier(ID + path), version=reader.version)


@router.get("/chains", responses=described(Chain, csv=True), summary="Chains of a document")
def chains(
    request: Request,
    reader: Data,
    of: Named,
    to: Annotated[
        str | None, Query(max_length=500, description="Only paths that end in this document", examples=["11-CT/TW"])
    ] = None,
    depth: Depth = 20,
    predicate: Chosen = None,
    as_of: Annotated[
        Date | None, Query(description="As it was on a day: nothing issued later", examples=["2021-01-01"])
    ] = None,
    *,
    up: Annotated[bool, Query(description="What the document rests on", examples=[True])] = True,
    down: Annotated[bool, Query(description="What rests on the document", examples=[False])] = True,
    form: Form = None,
) -> Response:
    """The paths up from a document to its roots and down to its leaves, each step with its quotes."""
    end = picked(reader, to).iri if to and to.strip() else None
    focus = picked(reader, of).iri
    wanted = frozenset(predicate) if predicate else None
    found = reader.chain(focus, up=up, down=down, to=end, depth=depth, predicates=wanted, as_of=iso(as_of))
    return shown(request, found, lambda: of_chain(found), form=form, version=reader.version)


@router.get("/around", responses=described(Subgraph), summary="What lies around a document")
def around(
    reader: Data,
    of: Named,
    depth: Annotated[int, Query(ge=1, le=10, description="The most steps to go", examples=[1])] = 1,
    predicate: Chosen = None,
    limit: Annotated[int, Query(ge=1, le=5000, description="The most nodes", examples=[100])] = 800,
) -> Response:
    """The nodes and edges within some steps of a document; `total` says how many nodes there are."""
    wanted = frozenset(predicate) if predicate else None
    found = reader.around(picked(reader, of).iri, depth=depth, predicates=wanted, limit=limit)
    return answer(found, version=reader.version)


@router.get("/assertions/{path:path}", responses=described(Stated), summary="The evidence of an edge")
def assertion(
    reader: Data,
    path: Annotated[str, Path(max_length=500, description="The end of its IRI", examples=["0123456789abcdef"])],
) -> Response:
    """One assertion: the edge it supports, its quote, and the source with the text that holds it."""
    edge, evidence, kept = reader.evidence(f"{ID}assertion/{path}")
    return answer(Stated(edge, evidence, kept), version=reader.version)
