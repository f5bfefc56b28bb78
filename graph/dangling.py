"""Documents that are named and never seen, by how many chains wait on them: the list of what to obtain next.

A chain is a way up from a document that nothing rests on. How many lead up to each document is counted for all of them
at once, over the condensed lineage; the number is exact. Pages that repeat one another count as one witness each until
near duplicates are recognised, so witnesses are not counted here.
"""

from __future__ import annotations

import numpy as np

from graph.audit_values import Awaited, Dangling
from graph.condensation import Condensation
from graph.ground import RESTING, Ground
from graph.lineage import NAMES
from graph.values import Edge

SHOWN = 100


def dangling(ground: Ground, *, limit: int = SHOWN) -> Dangling:
    """The documents most waited for first."""
    bearers = ground.bearers
    waiting = np.flatnonzero(bearers.documents & ~bearers.seen).tolist()
    chains = chains_to(ground)
    named = {node: _named_by(ground, node) for node in waiting}
    wanted = [node for node in waiting if named[node]]
    wanted.sort(key=lambda node: (-chains[node], -named[node], ground.iris[node]))
    cards = ground.cards(wanted[:limit])
    awaited = tuple(
        Awaited(cards[node], str(chains[node]), named[node], _example(ground, node)) for node in wanted[:limit]
    )
    return Dangling(awaited, len(wanted), ground.version)


def chains_to(ground: Ground) -> dict[int, int]:
    """To each node how many ways lead up to it from documents that nothing rests on (none to those themselves)."""
    links = ground.links(range(len(ground.iris)), up=False, predicates=RESTING)
    ways = Condensation(links, 0)
    return {node: number if links[node] else 0 for node, number in ways.ways.items()}


def _named_by(ground: Ground, node: int) -> int:
    start, end = int(ground.lineage.down.offsets[node]), int(ground.lineage.down.offsets[node + 1])
    return len(np.unique(ground.lineage.down.targets[start:end]))


def _example(ground: Ground, node: int) -> Edge:
    head, code = ground.lineage.down.neighbours(node)[0]
    return ground.edge(head, NAMES[code], node)
