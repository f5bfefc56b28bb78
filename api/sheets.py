"""Answers of audits as sheets: rows for a table, a CSV or a workbook, made from the very values that JSON shows."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any, Final

from graph.audit_values import (
    ChainAudit,
    Changes,
    Contradictions,
    Dangling,
    Deadlines,
    Diffusion,
    Impact,
    Matrix,
    Routes,
    Search,
    Seen,
)
from graph.values import Edge, Evidence, Node
from ontology.model import Value

STATES: Final = {
    "found": "✓ found",
    "candidate": "? awaits review",
    "looked": "✗ looked and not found",
    "not_collected": "· not collected",
}
STATUSES: Final = {
    "met": "✓ met",
    "late": "! late",
    "undated": "✓ done, day not known",
    "open": "… open",
    "overdue": "✗ overdue",
    "no_evidence": "· no evidence seen",
    "unclear": "? unclear",
}
EPOCH: Final = datetime(1980, 1, 1)  # noqa: DTZ001 - a workbook's stamps have no zone; fixed, so that bytes repeat
CELL: Final = 32_000


class Sheet(Value, frozen=True):
    """One table: a name, the names of its columns, its rows. The first sheet of an answer is what a table shows."""

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


def quote(found: Sequence[Evidence]) -> tuple[object, ...]:
    """The surest quote: words, page, source, place, IRI."""
    if not found:
        return ("", None, "", "", "")
    one = found[0]
    return (" ".join(one.exact.split()), one.page, one.location or one.source, one.source, one.iri)


QUOTE: Final = ("quote", "page", "location", "source", "assertion")


def of_chain(found: ChainAudit) -> list[Sheet]:
    """A row for each step of each route."""
    rows = [row for name, routes in (("up", found.up), ("down", found.down)) for row in _steps(name, routes)]
    header = (
        "direction", "path", "step", "head", "predicate", "tail", "gap_days", "confidence", "verdict", "weakest",
        "grey", *QUOTE, "head_iri", "tail_iri",
    )  # fmt: skip
    counts = [
        (name, routes.total, len(routes.shown), routes.not_shown, routes.reached, len(routes.cycles))
        for name, routes in (("up", found.up), ("down", found.down))
    ]
    numbers = Sheet("counts", ("direction", "paths", "shown", "not_shown", "documents", "cycles"), tuple(counts))
    return [Sheet("chain", header, tuple(rows)), numbers]


def _steps(direction: str, routes: Routes) -> Iterable[tuple[object, ...]]:
    for place, route in enumerate(routes.shown, start=1):
        names = {node.iri: node for node in route.nodes}
        for at, step in enumerate(route.steps):
            edge = step.edge
            head, tail = names[edge.head], names[edge.tail]
            weakest = "weakest" if at == route.weakest and len(route.steps) > 1 else ""
            grey = ", ".join(dict.fromkeys((*step.grey, *(word for word in route.grey if word not in step.grey))))
            yield (
                direction, place, at + 1, head.label, edge.predicate, tail.label, step.gap_days, step.confidence,
                step.verdict, weakest, grey, *quote(edge.evidence), edge.head, edge.tail,
            )  # fmt: skip


def of_matrix(found: Matrix) -> list[Sheet]:
    """A row for each expected body and document seen; then what was searched, then documents of other bodies."""
    rows = []
    for cell in found.cells:
        lead = (cell.label, STATES[cell.state])
        if not cell.seen:
            rows.append((*lead, "", None, None, *quote(()), cell.note, " ".join(cell.searches), cell.key))
        for seen in cell.seen:
            note = "; ".join(part for part in (seen.note, f"and {cell.more} more" if cell.more else "") if part)
            rows.append((*lead, *_seen(seen), note, "", cell.key))
    header = ("body", "state", "document", "date", "lag_days", *QUOTE, "note", "searches", "key")
    others = tuple((seen.node.issuer, *_seen(seen), seen.note) for seen in found.others)
    counts = Sheet("counts", ("state", "bodies"), tuple((STATES[name], count) for name, count in found.counts.items()))
    return [
        Sheet("coverage", header, tuple(rows)),
        counts,
        of_searches(found.searches),
        Sheet("others", ("body", "document", "date", "lag_days", *QUOTE, "note"), others),
    ]


def _seen(seen: Seen) -> tuple[object, ...]:
    node = seen.node
    return (node.label, node.date, seen.lag_days, *quote(seen.links[0].evidence if seen.links else ()))


def of_searches(found: Iterable[Search]) -> Sheet:
    """A row for each declared search."""
    header = ("id", "body", "place", "since", "until", "kinds", "items", "by", "on", "note", "key")
    rows = [
        (one.id, one.body, one.place, one.since, one.until, " ".join(one.kinds) or "all", one.items, one.by, one.on,
         one.note, one.key)
        for one in found
    ]  # fmt: skip
    return Sheet("searches", header, tuple(rows))


def of_deadlines(found: Deadlines) -> list[Sheet]:
    """The worklist first; then how each body stands, the reviews seen, the figures reported, the searches."""
    words = {(duty.iri, duty.due): duty for duty in found.duties}
    tasks = [
        (task.due, words[task.duty, task.due].who, words[task.duty, task.due].what, task.word,
         ", ".join(f"{name} {count}" for name, count in task.counts.items()), words[task.duty, task.due].basis,
         ", ".join(node.label for node in words[task.duty, task.due].documents),
         *quote((words[task.duty, task.due].evidence,)))
        for task in found.tasks
    ]  # fmt: skip
    bodies = [
        (one.due, one.body, words[one.duty, one.due].what, STATUSES[one.status], one.days,
         ", ".join(seen.node.label for seen in one.seen), *quote(one.seen[0].links[0].evidence if one.seen else ()),
         "; ".join(part for part in (one.note, *(seen.note for seen in one.seen)) if part), " ".join(one.searches),
         one.key)
        for one in found.standings
    ]  # fmt: skip
    figures = [
        (one.who, one.what, one.value, one.unit, one.percent_of_target, ", ".join(n.label for n in one.documents),
         *quote((one.evidence,)))
        for one in found.figures
    ]  # fmt: skip
    reviews = [(seen.node.issuer, *_seen(seen)) for seen in found.reviews]
    return [
        Sheet("worklist", ("due", "who", "what", "status", "bodies", "basis", "documents", *QUOTE), tuple(tasks)),
        Sheet("bodies", ("due", "body", "what", "status", "days", "seen", *QUOTE, "note", "searches", "key"),
              tuple(bodies)),
        Sheet("reviews", ("body", "document", "date", "lag_days", *QUOTE), tuple(reviews)),
        Sheet("figures", ("who", "what", "value", "unit", "percent_of_target", "documents", *QUOTE), tuple(figures)),
        of_searches(found.searches),
        Sheet("nearby", ("due", "who", "what", "period", "documents", *QUOTE), tuple(
            (one.due, one.who, one.what, one.period, ", ".join(n.label for n in one.documents), *quote((one.evidence,)))
            for one in found.nearby)),
    ]  # fmt: skip


def of_impact(found: Impact) -> list[Sheet]:
    """A row for each document that rests on it; then by level; then the acts upon it."""
    rows = [
        (one.node.level, one.steps, one.node.label, one.node.date, one.node.issuer, "yes" if one.wholly else "no",
         one.links[0].predicate if one.links else "", *quote(one.links[0].evidence if one.links else ()), one.node.iri)
        for one in found.affected
    ]  # fmt: skip
    header = ("level", "steps", "document", "date", "body", "wholly", "predicate", *QUOTE, "iri")
    return [
        Sheet("affected", header, tuple(rows)),
        Sheet("levels", ("level", "documents"), found.levels),
        Sheet("acts", ("act", "head", *QUOTE), tuple(_edge(edge, found.actors) for edge in found.acts)),
    ]


def _edge(edge: Edge, nodes: Iterable[Node]) -> tuple[object, ...]:
    names = {node.iri: node.label for node in nodes}
    return (edge.predicate, names.get(edge.head, edge.head), *quote(edge.evidence))


def of_changes(found: Changes) -> list[Sheet]:
    """A row for each document and edge that came or went."""
    rows: list[tuple[object, ...]] = []
    for sign, nodes in (("+", found.nodes_added), ("-", found.nodes_gone)):
        rows += [(sign, "document", node.label, "", "", node.date, *quote(()), node.iri) for node in nodes]
    names = {node.iri: node.label for node in (*found.nodes_added, *found.nodes_gone, *found.others, found.focus)}
    for sign, edges in (("+", found.edges_added), ("-", found.edges_gone)):
        rows += [
            (sign, "edge", names.get(edge.head, edge.head), edge.predicate, names.get(edge.tail, edge.tail), "",
             *quote(edge.evidence), edge.head)
            for edge in edges
        ]  # fmt: skip
    return [Sheet("changes", ("change", "kind", "head", "predicate", "tail", "date", *QUOTE, "iri"), tuple(rows))]


def of_contradictions(found: Contradictions) -> list[Sheet]:
    """A row for each finding and quote of it."""
    rows: list[tuple[object, ...]] = []
    for number, one in enumerate(found.findings, start=1):
        lead = (number, one.severity, one.check, one.message, one.advice)
        rows += [(*lead, *quote((evidence,))) for evidence in one.evidence] or [(*lead, *quote(()))]
    return [Sheet("contradictions", ("finding", "severity", "check", "what", "advice", *QUOTE), tuple(rows))]


def of_dangling(found: Dangling) -> list[Sheet]:
    """A row for each document to obtain."""
    rows = [
        (one.chains, one.named_by, one.node.label, one.node.date, one.node.issuer,
         *quote(one.example.evidence if one.example else ()), one.node.iri)
        for one in found.awaited
    ]  # fmt: skip
    return [Sheet("dangling", ("chains", "named_by", "document", "date", "body", *QUOTE, "iri"), tuple(rows))]


def of_diffusion(found: Diffusion) -> list[Sheet]:
    """A row for each measure; then the bodies that most ways pass through; then the main path."""
    path = found.main_path.nodes if found.main_path else ()
    return [
        Sheet("measures", ("measure", "value", "words"), tuple((m.name, m.value, m.words) for m in found.measures)),
        Sheet("bottlenecks", ("body", "share_of_ways"), found.bottlenecks),
        Sheet("main path", ("step", "document", "date", "body"), tuple(
            (at, node.label, node.date, node.issuer) for at, node in enumerate(reversed(path)))),
    ]  # fmt: skip


SHEETS: Final[dict[type, Callable[[Any], list[Sheet]]]] = {
    ChainAudit: of_chain,
    Matrix: of_matrix,
    Deadlines: of_deadlines,
    Impact: of_impact,
    Changes: of_changes,
    Contradictions: of_contradictions,
    Dangling: of_dangling,
    Diffusion: of_diffusion,
}


def sheets(value: Value) -> list[Sheet]:
    """The sheets of an answer."""
    return SHEETS[type(value)](value)


def workbook(found: Iterable[Sheet]) -> bytes:
    """Sheets as an XLSX file: text is text (never a formula), the first row frozen, the same bytes each time."""
    import zipfile

    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.created = book.properties.modified = EPOCH
    for sheet in found:
        page = book.create_sheet(sheet.name[:31])
        for at, row in enumerate([sheet.header, *sheet.rows], start=1):
            for column, value in enumerate(row, start=1):
                cell = page.cell(row=at, column=column)
                cell.value = value if isinstance(value, int | float) or value is None else _plain(str(value))
                if cell.data_type == "f":
                    cell.data_type = "s"
                cell.alignment = Alignment(wrap_text=True, vertical="top")
                if at == 1:
                    cell.font = Font(bold=True)
        for column, name in enumerate(sheet.header):
            page.column_dimensions[page.cell(row=1, column=column + 1).column_letter].width = (
                60 if name == "quote" else 20
            )
        page.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    again = io.BytesIO()
    with zipfile.ZipFile(out) as made, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name in sorted(made.namelist()):
            data = made.read(name)
            if name == "docProps/core.xml":
                import re

                data = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>1980-01-01T00:00:00Z", data)
            fixed.writestr(zipfile.ZipInfo(name, EPOCH.timetuple()[:6]), data)
    return again.getvalue()


def _plain(text: str) -> str:
    """A text that XML can hold, as long as a cell may be."""
    return (
        "".join(mark for mark in text if mark in "\t\n" or mark >= " ")
        .replace("\ufffe", "")
        .replace("\uffff", "")[:CELL]
    )
