"""What a dry run read, arranged for a person to judge: the text with what was found marked, and what would change."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from api.pages.marking import pieces
from ontology.model import Text, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from api.pages.marking import Piece
    from graph.rehearsal import Rehearsal, Rehearsed
    from graph.values import Node
    from ontology.model import Relation, Span

MOST_LETTERS: Final = 200_000
"""Letters of a source that are shown before it is kept; all of it is read, and its own page shows all."""


class Named(Value, frozen=True, gc=False):
    """A document or activity that a source names: what the graph will hold, its state, where it is named first."""

    node: Node
    state: str
    mark: str | None


class Stated(Value, frozen=True, gc=False):
    """A relation that a source states: its ends, its state in the graph, the quote, and the mark to find it by."""

    head: Node
    predicate: str
    tail: Node
    state: str
    quote: str
    mark: str
    confidence: float


class Stretch(Value, frozen=True, gc=False):
    """A stretch of a text: whether it names a document, whether a relation rests on it, what it is found by."""

    text: str
    named: bool
    quoted: bool
    page: int | None
    anchors: tuple[str, ...]


class Sheet(Value, frozen=True, gc=False):
    """One source of a dry run. `stretches` are its text; `cut` where only its beginning is shown."""

    title: str | None
    location: str | None
    sha256: str
    state: str
    named: tuple[Named, ...]
    stated: tuple[Stated, ...]
    obligations: int
    results: int
    stretches: tuple[Stretch, ...]
    cut: bool


class Balance(Value, frozen=True, gc=False):
    """What keeping all of it would do: documents and edges by state (`new`, `changed`, `known`, `gone`)."""

    nodes: tuple[tuple[str, int], ...]
    edges: tuple[tuple[str, int], ...]


STATES: Final = ("new", "changed", "gone", "known")


def balance(rehearsal: Rehearsal) -> Balance:
    """How many documents and edges are new, changed, gone, known."""
    nodes = Counter(one.state for one in rehearsal.nodes)
    edges = Counter(one.state for one in rehearsal.edges)
    return Balance(
        tuple((state, nodes[state]) for state in STATES if nodes[state]),
        tuple((state, edges[state]) for state in STATES if edges[state]),
    )


def sheets(rehearsal: Rehearsal) -> list[Sheet]:
    """The sources of a dry run, in the order in which they were given."""
    nodes = {one.node.iri: one.node for one in rehearsal.nodes} | {one.iri: one for one in rehearsal.others}
    states = {one.node.iri: one.state for one in rehearsal.nodes}
    edges = {(one.head, one.predicate, one.tail): one.state for one in rehearsal.edges}
    return [_sheet(one, nodes, states, edges) for one in rehearsal.sources]


def _sheet(
    one: Rehearsed, nodes: Mapping[str, Node], states: Mapping[str, str], edges: Mapping[tuple[str, str, str], str]
) -> Sheet:
    found, end = one.extraction, min(len(one.content), MOST_LETTERS)
    spans = [_mark(f"d-{document.id}", at) for document in found.documents for at in document.mentions]
    spans += [_mark(f"q-{place}", relation.evidence) for place, relation in enumerate(found.relations)]
    firsts = {document.id: document.mentions[0] for document in found.documents if document.mentions}
    named = tuple(
        Named(nodes[one.ends[id_]], states.get(one.ends[id_], "known"), _anchor(id_, firsts.get(id_), end))
        for id_ in (*(document.id for document in found.documents), *(activity.id for activity in found.activities))
        if one.ends.get(id_) in nodes
    )
    stated = tuple(
        _stated(one, place, relation, nodes, edges)
        for place, relation in enumerate(found.relations)
        if one.ends.get(relation.head) in nodes and one.ends.get(relation.tail) in nodes
    )
    locations = one.source.locations
    return Sheet(
        one.source.title,
        locations[0] if locations else None,
        one.source.sha256,
        one.state,
        named,
        stated,
        len(found.obligations),
        len(found.results),
        tuple(_stretches(pieces(Text(one.content), spans, 0, end))),
        end < len(one.content),
    )


def _stretches(found: Iterable[Piece]) -> Iterator[Stretch]:
    """The pieces of a text, each mark an anchor where it is met first."""
    met: set[str] = set()
    for piece in found:
        kinds = {name[0] for name in piece.marks}
        anchors = tuple(dict.fromkeys(name for name in piece.marks if name not in met))
        met.update(anchors)
        yield Stretch(piece.text, "d" in kinds, "q" in kinds, piece.page, anchors)


def _mark(name: str, span: Span) -> tuple[str, int, int]:
    return name, span.start, span.end


def _anchor(id_: str, span: Span | None, end: int) -> str | None:
    return f"d-{id_}" if span and span.start < end else None


def _stated(
    one: Rehearsed,
    place: int,
    relation: Relation,
    nodes: Mapping[str, Node],
    edges: Mapping[tuple[str, str, str], str],
) -> Stated:
    head, tail = one.ends[relation.head], one.ends[relation.tail]
    return Stated(
        nodes[head],
        relation.predicate,
        nodes[tail],
        edges.get((head, relation.predicate, tail), "known"),
        one.content[relation.evidence.start : relation.evidence.end],
        f"q-{place}",
        relation.confidence,
    )
