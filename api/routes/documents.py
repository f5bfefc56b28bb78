"""The REST API on documents: search, one document, chains, what lies around one, the evidence of an edge."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query
from starlette.responses import Response

from api.problems import Problem
from api.schemas import Stated, answer, described
from api.snapshots import current
from graph.reader import Reader
from graph.values import Chain, Dossier, Results, Subgraph
from ontology.namespaces import ID
from ontology.terms import PREDICATES

router = APIRouter(prefix="/api/v1", tags=["documents"])

Data = Annotated[Reader, Depends(current)]
Named = Annotated[
    str, Query(min_length=1, max_length=500, description="A number, an IRI, or words", examples=["49-KL/TW"])
]
Depth = Annotated[int, Query(ge=1, le=100, description="The most steps to go")]
Chosen = Annotated[list[str] | None, Query(description="Only these predicates", examples=[["implements"]])]


@router.get("/search", responses=described(Results), summary="Search documents")
def search(
    reader: Data,
    q: Annotated[str, Query(max_length=500, description="A number or words, with or without diacritics")],
    type: Annotated[str | None, Query(description="Code of a type of document", examples=["KL"])] = None,  # noqa: A002
    level: Annotated[str | None, Query(description="central, ministry, province, district or commune")] = None,
    year: Annotated[str | None, Query(pattern=r"^\d{4}$")] = None,
    limit: Annotated[int, Query(ge=1, le=500)] = 20,
    offset: Annotated[int, Query(ge=0, le=100_000)] = 0,
) -> Response:
    """Documents that answer to a number or to words, best first, with counts by type, level and year."""
    given = {"type": type, "level": level, "year": year}
    filters = {name: value for name, value in given.items() if value is not None}
    found = reader.find(q, limit=limit, offset=offset, filters=filters)
    return answer(found, version=reader.version)


@router.get("/documents", responses=described(Dossier), summary="One document, by name")
def document_by_name(reader: Data, name: Named) -> Response:
    """What is known of the document that a number, an IRI or words name; 409 lists the candidates of several."""
    return answer(reader.dossier(reader.pick(name).iri), version=reader.version)


@router.get("/documents/{path:path}", responses=described(Dossier), summary="One document, by address")
def document(
    reader: Data, path: Annotated[str, Path(max_length=500, examples=["doc/vn/bbt/kl/2019/49-kl-tw"])]
) -> Response:
    """What is known of the document or activity whose IRI ends in this path."""
    return answer(reader.dossier(ID + path), version=reader.version)


@router.get("/chains", responses=described(Chain), summary="Chains of a document")
def chains(
    reader: Data,
    of: Named,
    to: Annotated[str | None, Query(max_length=500, description="Only paths that end in this document")] = None,
    depth: Depth = 20,
    predicate: Chosen = None,
    *,
    up: Annotated[bool, Query(description="What the document rests on")] = True,
    down: Annotated[bool, Query(description="What rests on the document")] = True,
) -> Response:
    """The paths up from a document to its roots and down to its leaves, each step with its quotes."""
    end = reader.pick(to).iri if to else None
    focus = reader.pick(of).iri
    found = reader.chain(focus, up=up, down=down, to=end, depth=depth, predicates=_predicates(predicate))
    return answer(found, version=reader.version)


@router.get("/around", responses=described(Subgraph), summary="What lies around a document")
def around(
    reader: Data,
    of: Named,
    depth: Annotated[int, Query(ge=1, le=10)] = 1,
    predicate: Chosen = None,
    limit: Annotated[int, Query(ge=1, le=5000, description="The most nodes")] = 800,
) -> Response:
    """The nodes and edges within some steps of a document; `total` says how many nodes there are."""
    found = reader.around(reader.pick(of).iri, depth=depth, predicates=_predicates(predicate), limit=limit)
    return answer(found, version=reader.version)


@router.get("/assertions/{path:path}", responses=described(Stated), summary="The evidence of an edge")
def assertion(reader: Data, path: Annotated[str, Path(max_length=500)]) -> Response:
    """One assertion: the edge it supports, its quote, and the source with the text that holds it."""
    edge, evidence, kept = reader.evidence(f"{ID}assertion/{path}")
    return answer(Stated(edge, evidence, kept), version=reader.version)


def _predicates(names: list[str] | None) -> frozenset[str] | None:
    unknown = [name for name in names or () if name not in PREDICATES]
    if unknown:
        raise Problem("invalid", f"There is no predicate {unknown[0]!r}; there are {', '.join(PREDICATES)}.")
    return frozenset(names) if names else None
