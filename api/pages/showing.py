"""The lineage that an address asks for, from walk to what is drawn: page, network view, table and files take it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from api.pages import language
from api.pages.dressing import Dressing, chain_of, outside
from api.pages.gathering import STEP, Gathered, gather, turned
from api.pages.layout import CHAIN
from api.pages.lineages import Asked, buttons, reach, without
from api.pages.placement import LANES, lane_of
from api.pages.urls import iri_of
from graph.outline import Outline
from graph.values import Edge, Node, Subgraph
from ontology.model import Value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from api.pages.gathering import Group
    from graph.reader import Reader

MOST: Final = 5_000
"""The most documents of a file: those nearest to the focus."""


UNKNOWN: Final = "unknown"
"""The status that says nothing."""


class Shown(Value, frozen=True):
    """What one page shows: the boxes and edges drawn, what else the drawing shows, and the numbers that go with it.

    `levels` counts the documents of each lane that were reached, drawn alone or gathered; `whole` is all that the
    address asks for, before anything is gathered.
    """

    subgraph: Subgraph
    dress: Dressing
    gathered: Gathered
    outline: Outline
    levels: tuple[tuple[str, int], ...]
    pages: int = 1

    @property
    def alone(self) -> int:
        """How many documents and activities have a box of their own."""
        return sum(node.kind != "group" for node in self.subgraph.nodes)

    @property
    def inside(self) -> int:
        """How many stand in the groups shown."""
        return self.gathered.inside


def show(reader: Reader, asked: Asked, lang: str) -> Shown:
    """What an address shows."""
    outline = reader.outline(reach(asked), as_of=asked.as_of or None, confirmed=asked.confirmed)
    keep = frozenset(iri_of(path) for path in (*asked.expanded, *asked.folded, asked.trace) if path)
    gathered, pages = turned(gather(outline, asked.gathered, asked.opened, keep, lang), outline.focus, asked.page)
    known = {key for key in gathered.edges if not {key[0], key[2]} & gathered.groups.keys()}
    read = {(edge.head, edge.predicate, edge.tail): edge for edge in reader.edges(sorted(known))}
    edges = tuple(read.get(key) or Edge(*key) for key in gathered.edges)
    subgraph = Subgraph(outline.focus, gathered.nodes, edges, outline.total, outline.version)
    levels = Counter(lane_of(node) for node in outline.nodes)
    ordered = tuple((lane, levels[lane]) for lane in LANES if lane in levels)
    return Shown(subgraph, _dress(reader, asked, gathered, outline, lang), gathered, outline, ordered, pages)


def whole(reader: Reader, asked: Asked) -> Subgraph:
    """All that an address asks for, nothing gathered, for files: the `MOST` nodes nearest to the focus."""
    outline = reader.outline(reach(asked), as_of=asked.as_of or None, confirmed=asked.confirmed)
    nodes = outline.nodes[:MOST]
    inside = {node.iri for node in nodes}
    keys = [edge for edge in outline.edges if edge[0] in inside and edge[2] in inside]
    return Subgraph(outline.focus, nodes, reader.edges(keys), outline.total, outline.version)


def _dress(reader: Reader, asked: Asked, gathered: Gathered, outline: Outline, lang: str) -> Dressing:
    alone = [node for node in gathered.nodes if node.kind != "group"]
    there = {node.iri for node in alone}
    trace = iri_of(asked.trace) if asked.trace else ""
    return Dressing(
        buttons=buttons(asked, {iri: n for iri, n in outline.behind.items() if iri in there}, _inner(outline), lang),
        links={iri: opening(asked, group, lang) for iri, group in gathered.groups.items()},
        counts=gathered.edges,
        outside=outside(alone, asked.since, asked.until),
        lit=chain_of(trace, gathered.edges) if trace in there else frozenset(),
        statuses=_statuses(reader, alone, asked.as_of, lang) if asked.as_of and len(alone) <= CHAIN else {},
    )


def opening(asked: Asked, group: Group, lang: str) -> str:
    """The address that shows more of a group's members; of a gathered level, all."""
    if group.key in LANES:
        return asked.address(lang, gathered=asked.gathered - {group.key})
    others = without(asked.opened, f"{group.shown}.{group.key}")
    return asked.address(lang, opened=(*others, f"{group.shown + STEP}.{group.key}"))


def _inner(outline: Outline) -> frozenset[str]:
    """The nodes from which the walk went on: they can be folded."""
    on = ((one, other) for head, _, tail in outline.edges for one, other in ((head, tail), (tail, head)))
    return frozenset(one for one, other in on if outline.steps[other] > outline.steps[one] > 0)


def _statuses(reader: Reader, nodes: list[Node], day: str, lang: str) -> Mapping[str, str]:
    """The status of each document on a day, in words; nothing where it is not known."""
    codes = {node.iri: reader.status(node.iri, day).code for node in nodes if node.kind == "document"}
    return {iri: language.status(code, lang) for iri, code in codes.items() if code != UNKNOWN}
