"""What hangs on a document, should it fall: all that rests on it, by distance and by level of government."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from graph.audit_values import Affected, Changes, Impact
from graph.ground import RESTING, Ground, day_number
from graph.lineage import NAMES, Ints
from graph.values import Edge, Node
from ontology.terms import LEVELS

ENDING = frozenset({"repeals", "replaces"})
ACTING = ENDING | {"amends", "suspends", "corrects"}
SHOWN = 200
UNKNOWN = "unknown"


def impact(ground: Ground, focus: Node, day: str, *, limit: int = SHOWN) -> Impact:
    """What still rests on a document on a day: later documents, and those repealed or replaced as a whole, left out."""
    start, lineage = ground.number(focus.iri), ground.lineage
    later = np.flatnonzero(ground.bearers.days > day_number(day)).astype(np.int32)
    there = np.concatenate(lineage.closure(start, up=False, predicates=RESTING, barred=later)[1:] or [later[:0]])
    gone = np.array(sorted(_ended(ground, there.tolist(), day)), dtype=np.int32)
    barred = np.concatenate([later, gone])
    levels = lineage.closure(start, up=False, predicates=RESTING, barred=barred)[1:] or [later[:0]]
    left = np.concatenate(levels)
    shown = left[:limit].tolist()
    steps = np.repeat(np.arange(1, len(levels) + 1), [len(level) for level in levels])[:limit].tolist()
    wholly = _wholly(ground, start, left)
    tree = ground.tree(start, RESTING, barred)
    cards = ground.cards(shown)
    ground.recall({step for node in shown for step in _climbed(node, tree)}, RESTING)
    affected = tuple(
        Affected(cards[node], far, bool(wholly[node]), ground.climb(node, tree, RESTING))
        for node, far in zip(shown, steps, strict=True)
    )
    acts = tuple(_acts(ground, start, day))
    actors = tuple(ground.reader.nodes(dict.fromkeys(edge.head for edge in acts)).values())
    by_level = tuple(_levels(ground, left))
    return Impact(focus, acts, actors, affected, by_level, len(left), day, len(gone), ground.version)


def _climbed(node: int, tree: dict[int, int]) -> Iterator[tuple[int, int]]:
    while tree[node] != node:
        yield node, tree[node]
        node = tree[node]


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


def _wholly(ground: Ground, start: int, left: Ints) -> NDArray[np.bool_]:
    """Which nodes wholly rest on the start: every ground they have is that document, or one that wholly rests on it."""
    inside = np.zeros(len(ground.iris), dtype=np.bool_)
    inside[left] = inside[start] = True
    heads, grounds, _ = ground.edges(left, up=True, predicates=RESTING)
    free = np.unique(heads[~inside[grounds] & (grounds != heads)])
    inside[start] = False
    held = np.flatnonzero(~inside).astype(np.int32)
    freed = ground.lineage.closure(free, up=False, predicates=RESTING, barred=held)
    inside[np.concatenate(freed)] = False
    return inside


def _levels(ground: Ground, nodes: Ints) -> Iterator[tuple[str, int]]:
    bearers = ground.bearers
    codes, numbers = np.unique(bearers.level[nodes], return_counts=True)
    counts = {
        bearers.levels[code] if code >= 0 else UNKNOWN: number
        for code, number in zip(codes.tolist(), numbers.tolist(), strict=True)
    }
    for level in (*LEVELS, UNKNOWN):
        if level in counts:
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
