"""What hangs on a document, should it fall: all that rests on it, by distance and by level of government."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from graph.audit_values import Affected, Changes, Impact
from graph.ground import RESTING, Ground
from graph.lineage import NAMES
from graph.values import Edge, Node
from ontology.terms import LEVELS

ENDING = frozenset({"repeals", "replaces"})
ACTING = ENDING | {"amends", "suspends", "corrects"}
SHOWN = 200
UNKNOWN = "unknown"


def impact(ground: Ground, focus: Node, day: str, *, limit: int = SHOWN) -> Impact:
    """What still rests on a document on a day: later documents, and those repealed or replaced as a whole, left out."""
    start = ground.number(focus.iri)
    reached = ground.reach(start, up=False, predicates=RESTING)
    dates = ground.bearers.dates
    there = {node: steps for node, steps in reached.items() if not dates[node] or dates[node] <= day}
    gone = _ended(ground, there.keys() - {start}, day)
    left = _still(ground, start, {node: steps for node, steps in there.items() if node not in gone})
    wholly = _wholly(ground, start, left)
    order = sorted((node for node in left if node != start), key=lambda node: (left[node], ground.iris[node]))
    tree = ground.tree(start, RESTING)
    cards = ground.cards(order[:limit])
    affected = tuple(
        Affected(cards[node], left[node], node in wholly, ground.climb(node, tree, RESTING)) for node in order[:limit]
    )
    acts = tuple(_acts(ground, start, day))
    actors = tuple(ground.reader.nodes(dict.fromkeys(edge.head for edge in acts)).values())
    levels = tuple(_levels(ground, order))
    return Impact(focus, acts, actors, affected, levels, len(order), day, len(gone), ground.version)


def _acts(ground: Ground, node: int, day: str) -> Iterator[Edge]:
    """The edges by which others end or change a document by a day."""
    for head, code in ground.lineage.down.neighbours(node):
        date = ground.bearers.dates[head]
        if NAMES[code] in ACTING and (not date or date <= day):
            yield ground.edge(head, NAMES[code], node)


def _ended(ground: Ground, nodes: Iterable[int], day: str) -> set[int]:
    """Those that were repealed or replaced as a whole, by a document that is dated, by a day."""
    found: set[int] = set()
    edges = ground.edges(nodes, up=False, predicates=ENDING)
    for node, head, code in zip(*(column.tolist() for column in edges), strict=True):
        date = ground.bearers.dates[head]
        if date and date <= day and node not in found:
            edge = ground.edge(head, NAMES[code], node)
            if any(one.provision is None for one in edge.evidence):
                found.add(node)
    return found


def _still(ground: Ground, start: int, there: dict[int, int]) -> dict[int, int]:
    """Those that a way of documents which stand leads to."""
    links = ground.links(there, up=False, predicates=RESTING)
    found, ahead = {start: 0}, [start]
    for node in ahead:
        for target in links[node]:
            if target not in found:
                found[target] = found[node] + 1
                ahead.append(target)
    return found


def _wholly(ground: Ground, start: int, left: dict[int, int]) -> set[int]:
    """Those whose every ground is the document itself, or one that wholly rests on it."""
    grounds: dict[int, set[int]] = {node: set() for node in left if node != start}
    sources, targets, _ = ground.edges(grounds, up=True, predicates=RESTING)
    for node, target in zip(sources.tolist(), targets.tolist(), strict=True):
        if target != node:
            grounds[node].add(target)
    wholly = set(grounds)
    ahead = [node for node, own in grounds.items() if own - wholly - {start}]
    below = ground.links(left, up=False, predicates=RESTING)
    while ahead:
        node = ahead.pop()
        if node in wholly:
            wholly.discard(node)
            ahead += [target for target in below[node] if target in wholly]
    return wholly


def _levels(ground: Ground, nodes: list[int]) -> Iterator[tuple[str, int]]:
    bearers = ground.bearers
    counts = Counter(bearers.levels[code] if (code := int(bearers.level[node])) >= 0 else UNKNOWN for node in nodes)
    for level in (*LEVELS, UNKNOWN):
        if counts[level]:
            yield level, counts[level]


def changed(before: Ground, after: Ground, focus: Node, names: tuple[str, str], by: str) -> Changes:
    """What is different around a document, up and down, between two published copies."""
    old, new = _around(before, focus.iri), _around(after, focus.iri)
    nodes_old, nodes_new = _ends(old, focus.iri), _ends(new, focus.iri)
    between = _ends(old ^ new, focus.iri) & nodes_old & nodes_new
    return Changes(
        focus=focus,
        before=names[0],
        after=names[1],
        by=by,
        nodes_added=_cards(after, nodes_new - nodes_old),
        nodes_gone=_cards(before, nodes_old - nodes_new),
        edges_added=tuple(after.reader.witness.edges(sorted(new - old))),
        edges_gone=tuple(before.reader.witness.edges(sorted(old - new))),
        others=_cards(after, between),
        version=after.version,
    )


def dated(ground: Ground, focus: Node, since: str, until: str) -> Changes:
    """What came to the lineage of a document by documents dated after one day and up to another."""
    edges = _around(ground, focus.iri)
    dates = ground.bearers.dates
    new = {edge for edge in edges if since < dates[ground.number(edge[0])] <= until}
    heads = {edge[0] for edge in new} - {focus.iri}
    added = tuple(ground.reader.witness.edges(sorted(new)))
    others = _cards(ground, _ends(new, focus.iri) - heads)
    return Changes(focus, since, until, "dates", _cards(ground, heads), (), added, (), others, ground.version)


def _around(ground: Ground, iri: str) -> set[tuple[str, str, str]]:
    """All edges among what a document leads to and what leads to it; none where it is not there."""
    if iri not in ground.reader.nodes([iri]):
        return set()
    start = ground.number(iri)
    found: set[tuple[str, str, str]] = set()
    for up in (True, False):
        inside = set(ground.reach(start, up=up, predicates=None))
        for node in inside:
            for target, code in ground.lineage.up.neighbours(node):
                if target in inside:
                    found.add((ground.iris[node], NAMES[code], ground.iris[target]))
    return found


def _ends(edges: set[tuple[str, str, str]], focus: str) -> set[str]:
    return {end for head, _, tail in edges for end in (head, tail)} - {focus}


def _cards(ground: Ground, iris: set[str]) -> tuple[Node, ...]:
    return tuple(ground.reader.nodes(sorted(iris)).values())
