"""An answer that is a graph, drawn as lineages are: documents by time and level, all else beside them by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from api.pages.drawing import lineage_svg
from api.pages.dressing import Dressing
from api.pages.tables import Cell, Table, link, shortened
from api.pages.windows import LIMIT
from graph.values import Edge, Node, Subgraph
from ontology.model import Value
from ontology.namespaces import PHAHE, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from graph.statements import Statement

LABEL: Final = PREFIXES["rdfs"] + "label"
KIND: Final = PREFIXES["rdf"] + "type"
NUMERIC: Final = frozenset(PREFIXES["xsd"] + name for name in ("integer", "decimal", "double", "float"))
COLUMNS: Final = ("subject", "predicate", "object")


class Drawn(Value, frozen=True):
    """The drawing (empty where nothing leads anywhere), how many things it shows of how many, and all statements."""

    svg: str
    shown: int
    total: int
    table: Table


def drawn(found: Sequence[Statement], cards: Callable[[Iterable[str]], Mapping[str, Node]], lang: str) -> Drawn:
    """A graph as a drawing and as a table; `cards` gives the cards of documents and activities."""
    subgraph, total = picture(found, cards, lang)
    links = {node.iri: url for node in subgraph.nodes if node.kind == "thing" and (url := link(node.iri, lang))}
    svg = lineage_svg(subgraph, lang=lang, dress=Dressing(links=links)) if subgraph.edges else ""
    return Drawn(svg, len(subgraph.nodes), total, listed(found, lang))


def picture(
    found: Sequence[Statement], cards: Callable[[Iterable[str]], Mapping[str, Node]], lang: str
) -> tuple[Subgraph, int]:
    """The things that statements join, at most `LIMIT` of them in the order met, and how many there are."""
    joined = [one for one in found if not one.literal and one.predicate != KIND and one.subject != one.object]
    names = list(dict.fromkeys(end for one in joined for end in (one.subject, one.object)))
    kept = names[:LIMIT]
    known, labels = cards(kept), _labels(found, lang)
    nodes = [known.get(iri) or Node(iri, "thing", "", labels.get(iri) or shortened(iri)) for iri in kept]
    inside = set(kept)
    ends = ((one.subject, _relation(one.predicate), one.object) for one in joined)
    edges = tuple(Edge(*end) for end in dict.fromkeys(ends) if end[0] in inside and end[2] in inside)
    return Subgraph("", tuple(nodes), edges, len(names)), len(names)


def listed(found: Iterable[Statement], lang: str) -> Table:
    """The statements as a table."""
    rows = tuple(
        (
            Cell(shortened(one.subject), link(one.subject, lang)),
            Cell(shortened(one.predicate), link(one.predicate, lang)),
            Cell(one.object, None, one.lang, numeric=one.datatype in NUMERIC)
            if one.literal
            else Cell(shortened(one.object), link(one.object, lang)),
        )
        for one in found
    )
    return Table(COLUMNS, rows)


def _labels(found: Iterable[Statement], lang: str) -> dict[str, str]:
    """The label of each thing that has one, in the language of the page where there are several."""
    labels: dict[str, str] = {}
    for one in found:
        if one.predicate == LABEL and (one.subject not in labels or one.lang == lang):
            labels[one.subject] = one.object
    return labels


def _relation(predicate: str) -> str:
    """The local name of a relation of ours, the short name of any other."""
    return predicate.removeprefix(PHAHE) if predicate.startswith(PHAHE) else shortened(predicate)
