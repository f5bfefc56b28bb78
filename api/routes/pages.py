"""The pages that people read: search, document, chain, evidence, sources, queries."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import RedirectResponse, Response

from api.pages import browsing, library, sparql, tables
from api.pages.citation import citation, legislation
from api.pages.drawing import lineage_svg
from api.pages.paths import path_rows
from api.pages.site import language_of, page
from api.pages.urls import iri_of, node_url
from api.pages.windows import Window, view
from api.snapshots import current, held
from graph.queries import catalogue, get
from graph.reader import Reader
from ontology.namespaces import ID

router = APIRouter(include_in_schema=False)

Data = Annotated[Reader, Depends(current)]
Words = Annotated[str, Query(max_length=400)]


MaybeData = Annotated[Reader | None, Depends(held)]


@router.get("/")
def home(request: Request, reader: MaybeData, q: Words = "") -> Response:
    """Search: the box alone, or the answers to `q` with facets."""
    if reader is None:
        return page(request, "home.html", stats={})
    chosen = {facet: value for facet in browsing.FACETS if (value := request.query_params.get(facet))}
    if not q.strip() and not chosen:
        return page(request, "home.html", version=reader.version, stats=reader.stats())
    start = browsing.offset(request.query_params.get("page"))
    found = reader.find(q, limit=browsing.PAGE, offset=start, filters=chosen)
    listing = browsing.listing(found, chosen, start, language_of(request))
    return page(request, "results.html", version=reader.version, words=q, results=found, listing=listing)


@router.get("/d")
def by_name(request: Request, reader: Data, q: Words) -> Response:
    """The document that a number or words name; an ambiguous name lists its candidates."""
    return RedirectResponse(node_url(reader.pick(q).iri, language_of(request)), 303)


@router.get("/d/{path:path}")
def document(request: Request, reader: Data, path: str) -> Response:
    """A document or activity: facts, relations both ways with their quotes, small lineage, citation."""
    dossier = reader.dossier(iri_of(path))
    node = dossier.node
    if node.iri != iri_of(path):
        return RedirectResponse(node_url(node.iri, language_of(request)), 301)
    near = view(reader, Window(node.iri, 1, 1)) if dossier.out or dossier.into else None
    return page(
        request,
        "document.html",
        version=reader.version,
        node=node,
        dossier=dossier,
        others={other.iri: other for other in dossier.others},
        sections=browsing.sections(dossier),
        witnesses=browsing.witnesses(dossier),
        candidates=[reader.node(iri) for iri in node.ambiguous],
        drawing=lineage_svg(near, lang=language_of(request)) if near else "",
        near=near,
        citation=citation(node),
        legislation=legislation(dossier) if node.kind == "document" else None,
    )


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


@router.get("/e/{path:path}")
def evidence(request: Request, reader: Data, path: str) -> Response:
    """One assertion: the quote marked in the archived text, with all that vouches for it."""
    edge, shown, kept = reader.evidence(f"{ID}assertion/{path}")
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
    )


@router.get("/sources")
def sources(request: Request, reader: MaybeData) -> Response:
    """Every source that is loaded."""
    if reader is None:
        return page(request, "sources.html", sources=[])
    return page(request, "sources.html", version=reader.version, sources=reader.sources())


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


@router.get("/queries")
def queries(request: Request, reader: Data) -> Response:
    """The named queries, each as a form."""
    return page(request, "queries.html", version=reader.version, queries=catalogue())


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
def sparql_editor(request: Request, reader: Data) -> Response:
    """The SPARQL editor (YASGUI), which asks this server only."""
    return page(
        request,
        "sparql_ui.html",
        version=reader.version,
        headers={"Content-Security-Policy": library.EDITOR_POLICY},
        queries=tables.plain(),
        prefixes=tables.prefixes(),
        vocabulary=sparql.vocabulary(),
        starter=sparql.starter(),
        ours=ID,
    )
