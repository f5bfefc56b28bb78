"""A shown lineage as a file for spreadsheets, and the headers of files to be saved."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from api.pages import language
from api.pages.naming import name_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from api.pages.dressing import Dressing
    from graph.values import Subgraph

ENDS: Final = ("head", "head_iri", "head_date", "predicate", "relation", "tail", "tail_iri", "tail_date")
WITNESS: Final = ("quote", "source", "start", "end", "confidence", "verdict")
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
STRICT: Final = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


def saved(name: str, policy: str = STRICT) -> dict[str, str]:
    """The headers of a file to be saved under a name."""
    return {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Content-Security-Policy": policy,
        "Cache-Control": "no-cache",
    }


def still(dress: Dressing) -> Dressing:
    """The dressing of a drawing that is taken away: nothing in it leads on, for nothing answers there."""
    return replace(dress, buttons={}, links={})


def safe(cell: object) -> str:
    """A cell that no spreadsheet takes for a formula: titles and quotes come from web pages."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(FORMULA) else text


def edges_csv(subgraph: Subgraph, lang: str) -> str:
    """One line for each quote of each edge, with the byte order mark that Excel needs to take it for UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([*ENDS, *WITNESS])
    writer.writerows([safe(cell) for cell in row] for row in _rows(subgraph, lang))
    return "\ufeff" + out.getvalue()


def _rows(subgraph: Subgraph, lang: str) -> Iterable[tuple[object, ...]]:
    named = {node.iri: node for node in subgraph.nodes}
    for edge in subgraph.edges:
        head, tail = named[edge.head], named[edge.tail]
        relation = (edge.predicate, language.predicate(edge.predicate, lang))
        ends = (name_of(head, lang), head.iri, head.date, *relation, name_of(tail, lang), tail.iri, tail.date)
        for item in edge.evidence:
            yield (*ends, item.exact, item.source, item.start, item.end, item.confidence, item.verdict)
        if not edge.evidence:
            yield (*ends, *[None] * len(WITNESS))
