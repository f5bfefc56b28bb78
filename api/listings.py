"""Answers of the REST API as JSON or as CSV, and the tables of those that have no sheet of their own elsewhere."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final, TypeVar

from api.negotiation import best
from api.paging import Page, linked
from api.problems import Problem
from api.schemas import answer, tagged
from api.sheets import QUOTE, Sheet, quote
from api.terminal import write_csv

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from graph.docket import Case
    from graph.listing import Body, Claimed
    from graph.values import Chain, Edge, Finding, Hit, Node, Path
    from graph.verdicts import Verdict
    from ontology.model import Source

T = TypeVar("T")

OFFERS: Final = (("application/json", "json"), ("text/csv", "csv"))
CSV: Final = "text/csv; charset=utf-8"
MARK: Final = "\ufeff"
"""The byte order mark, without which Excel does not take a CSV for UTF-8."""


def shown(
    request: Request, value: object, sheet: Callable[[], Sheet], *, form: str | None, version: str | None = None
) -> Response:
    """An answer as JSON, or its first sheet as CSV, as `form` or else `Accept` has it; Problem 406 for other forms."""
    wanted = form or best(request.headers.get("accept"), OFFERS)
    if wanted is None:
        raise Problem("not-acceptable", "This can be had as application/json or text/csv.")
    made = answer(value, version=version) if wanted == "json" else tagged(csv_of(sheet()), CSV, version=version)
    made.headers["Vary"] = "Accept"
    return made


def listed(request: Request, page: Page[T], sheet: Callable[[tuple[T, ...]], Sheet], *, form: str | None) -> Response:
    """A page of a list, with the link to the next one."""
    made = shown(request, page, lambda: sheet(page.items), form=form, version=page.version or None)
    return linked(request, made, page.next)


def csv_of(sheet: Sheet) -> bytes:
    """A sheet as CSV for spreadsheets: no cell is taken for a formula."""
    out = io.StringIO()
    write_csv(out, sheet.header, sheet.rows)
    return (MARK + out.getvalue()).encode()


def of_nodes(found: Iterable[Node]) -> Sheet:
    """A row for each document or activity."""
    header = ("label", "kind", "type", "number", "date", "title", "issuer", "level", "seen", "iri")
    rows = [
        (one.label, one.kind, one.type, one.number, one.date, one.title, one.issuer, one.level, one.seen, one.iri)
        for one in found
    ]
    return Sheet("documents", header, tuple(rows))


def of_hits(found: Iterable[Hit]) -> Sheet:
    """A row for each answer of a search."""
    found = list(found)
    nodes = of_nodes(hit.node for hit in found)
    rows = [(hit.score, *row) for hit, row in zip(found, nodes.rows, strict=True)]
    return Sheet("search", ("score", *nodes.header), tuple(rows))


def of_sources(found: Iterable[Source]) -> Sheet:
    """A row for each source."""
    header = ("sha256", "title", "publisher", "published", "media_type", "location")
    rows = [
        (one.sha256, one.title, one.publisher, one.published, one.media_type, one.locations[0] if one.locations else "")
        for one in found
    ]
    return Sheet("sources", header, tuple(rows))


def of_edges(found: Iterable[Edge]) -> Sheet:
    """A row for each quote of each edge."""
    rows = [
        (edge.head, edge.predicate, edge.tail, one.confidence, one.verdict, *quote((one,)))
        for edge in found
        for one in edge.evidence
    ]
    return Sheet("relations", ("head", "predicate", "tail", "confidence", "verdict", *QUOTE), tuple(rows))


def of_claims(found: Iterable[Claimed]) -> Sheet:
    """A row for each assertion."""
    rows = [
        (one.head, one.predicate, one.tail, one.evidence.confidence, one.evidence.verdict, *quote((one.evidence,)))
        for one in found
    ]
    return Sheet("evidence", ("head", "predicate", "tail", "confidence", "verdict", *QUOTE), tuple(rows))


def of_chain(found: Chain) -> Sheet:
    """A row for each step of each path."""
    header = ("direction", "path", "step", "head", "predicate", "tail", "gap_days", *QUOTE, "head_iri", "tail_iri")
    rows = [row for way, paths in (("up", found.up), ("down", found.down)) for row in _steps(way, paths)]
    return Sheet("chains", header, tuple(rows))


def _steps(way: str, paths: Iterable[Path]) -> Iterable[tuple[object, ...]]:
    for number, path in enumerate(paths, start=1):
        names = {node.iri: node.label for node in path.nodes}
        for step, link in enumerate(path.links, start=1):
            edge = link.edge
            ends = (names[edge.head], edge.predicate, names[edge.tail], link.gap_days)
            yield (way, number, step, *ends, *quote(edge.evidence), edge.head, edge.tail)


def of_findings(found: Iterable[Finding]) -> Sheet:
    """A row for each finding."""
    rows = [
        (one.severity, one.check, one.message, one.advice, *quote(one.evidence), " ".join(one.nodes)) for one in found
    ]
    return Sheet("checks", ("severity", "check", "what", "advice", *QUOTE, "nodes"), tuple(rows))


def of_bodies(found: Iterable[Body]) -> Sheet:
    """A row for each body."""
    header = ("name", "name_en", "level", "sphere", "valid_from", "valid_to", "documents", "register", "iri")
    rows = [tuple(getattr(one, name) for name in header) for one in found]
    return Sheet("bodies", header, tuple(rows))


def of_cases(found: Iterable[Case]) -> Sheet:
    """A row for each claim."""
    rows = []
    for one in found:
        said = (one.verdict.act, one.verdict.by) if one.verdict else ("", "")
        ends = (one.head.label, one.predicate, one.tail.label, one.evidence.confidence)
        rows.append((*ends, *said, one.version, *quote((one.evidence,))))
    return Sheet("claims", ("head", "predicate", "tail", "confidence", "verdict", "by", "version", *QUOTE), tuple(rows))


def of_verdicts(found: Iterable[Verdict]) -> Sheet:
    """A row for each entry of the log."""
    header = ("id", "when", "by", "act", "head", "predicate", "tail", "why", "quote", "source")
    rows = [
        (
            one.id, one.when, one.by, one.act, str(one.claim.head), one.claim.predicate, str(one.claim.tail), one.why,
            " ".join(one.claim.quote.split()), one.claim.source,
        )
        for one in found
    ]  # fmt: skip
    return Sheet("verdicts", header, tuple(rows))
