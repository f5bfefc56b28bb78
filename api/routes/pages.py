"""Pages that people read beside those of search, documents and evidence: chain, sources, queries."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from api.pages import library, sparql, tables
from api.pages.paths import path_rows
from api.pages.site import language_of, page
from api.snapshots import current, held
from graph.queries import catalogue, get
from graph.reader import Reader
from ontology.namespaces import ID

router = APIRouter(include_in_schema=False)

Data = Annotated[Reader, Depends(current)]
Words = Annotated[str, Query(max_length=400)]


MaybeData = Annotated[Reader | None, Depends(held)]


@router.get("/chain")
def chain(
    request: Request,
    reader: Data,
    start: Annotated[str, Query(alias="from", max_length=400)] = "",
    to: Words = "",
) -> Response:
    """Every path from one document up to another (or to its roots), link by link with the quotes."""
    if not start.strip():
        return page(request, "chain.html", version=reader.version, start="", to="", chain=None, paths=[])
    focus = reader.pick(start)
    end = reader.pick(to) if to.strip() else None
    found = reader.chain(focus.iri, up=True, down=False, to=end.iri if end else None)
    return page(
        request,
        "chain.html",
        version=reader.version,
        start=start,
        to=to,
        end=end,
        chain=found,
        paths=path_rows(found.up),
    )


@router.get("/sources")
def sources(request: Request, reader: MaybeData) -> Response:
    """Every source that is loaded."""
    if reader is None:
        return page(request, "sources.html", sources=[])
    return page(request, "sources.html", version=reader.version, sources=reader.sources())


@router.get("/queries")
def queries(request: Request, reader: MaybeData) -> Response:
    """The named queries, each as a form."""
    return page(request, "queries.html", version=reader.version if reader else None, queries=catalogue())


@router.get("/queries/{name}")
def query(request: Request, reader: Data, name: str) -> Response:
    """One named query: its form and, once its parameters are given, its answer as a table."""
    asked = get(name)
    stated = {parameter.name: request.query_params.get(parameter.name, "").strip() for parameter in asked.params}
    given = {parameter: value for parameter, value in stated.items() if value}
    answer = reader.named(name, given) if given or not asked.params else None
    return page(
        request,
        "query.html",
        version=reader.version,
        query=asked,
        given=given,
        text=asked.filled(given) if answer and not asked.params else asked.text,
        answer=tables.shown(answer, language_of(request)) if answer else None,
    )


@router.get("/sparql-ui")
def sparql_editor(request: Request, reader: MaybeData) -> Response:
    """The SPARQL editor (YASGUI), which asks this server only."""
    return page(
        request,
        "sparql_ui.html",
        version=reader.version if reader else None,
        headers={"Content-Security-Policy": library.EDITOR_POLICY},
        queries=tables.plain(),
        prefixes=tables.prefixes(),
        vocabulary=sparql.vocabulary(),
        starter=sparql.starter(),
        ours=ID,
    )
