"""How a policy spread from the centre to the communes, in numbers that each say in words what they mean.

The main path follows, from the policy down, the links that the most ways pass through (search path count: Hummon and
Doreian 1989, Batagelj 2003). A body's share is how many of all ways pass through a document of its: what is left when
its documents are taken out is counted, so a way through two of them counts once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from statistics import median

from graph.audit_values import Diffusion, Measure
from graph.chains import Filters, Tracer
from graph.condensation import Condensation
from graph.ground import CARRYING, Ground
from graph.values import Node
from graph.walks import gap
from ontology.terms import LEVELS

WORDS = {
    "central": "the centre",
    "ministry": "the ministries",
    "province": "the provinces",
    "district": "the districts",
    "commune": "the communes",
}
BODIES = 10


class Spread:
    """The documents that carry a policy out, and the ways between them."""

    def __init__(self, ground: Ground, policy: Node) -> None:
        self.ground = ground
        self.policy = policy
        self.start = ground.number(policy.iri)
        self.reached = ground.reach(self.start, up=False, predicates=CARRYING)
        self.links = ground.links(self.reached, up=False, predicates=CARRYING)
        self.ways = Condensation(self.links, self.start)

    def measured(self) -> Diffusion:
        """All measures."""
        main = self._main_path()
        tracer = Tracer(self.ground, CARRYING, 1 << 30, Filters())
        route = tracer.route(tuple(reversed(main)), self.ground.cards(main), goes_on=False) if len(main) > 1 else None
        measures = (*self._size(), *self._lags())
        return Diffusion(self.policy, measures, route, tuple(self._bottlenecks()), self.ground.version)

    def _size(self) -> Iterator[Measure]:
        documents = len(self.reached) - 1
        total = self.ways.total
        yield Measure(
            "documents",
            documents,
            f"{documents} documents and activities carry {self.policy.label} out, as far as seen",
        )
        yield Measure("ways", str(total), f"{total} ways lead from it down to where nothing carries on")
        deepest = max(self.reached.values())
        yield Measure("depth", deepest, f"the farthest of them is {deepest} steps away")

    def _lags(self) -> Iterator[Measure]:
        """First, middle and last day at each level, counted from the policy's."""
        by_level: dict[str, list[int]] = defaultdict(list)
        undated: dict[str, int] = defaultdict(int)
        bearers = self.ground.bearers
        for node in self.reached:
            level = bearers.levels[bearers.level[node]] if bearers.level[node] >= 0 else None
            if node == self.start or level is None:
                continue
            lag = gap(self.policy.date, bearers.dates[node])
            if lag is None:
                undated[level] += 1
            else:
                by_level[level].append(lag)
        for level in LEVELS:
            lags = sorted(by_level[level])
            if lags:
                left = f"; {undated[level]} more are not dated to the day" if undated[level] else ""
                middle = median(lags)
                words = (
                    f"{WORDS[level]}: {len(lags)} documents or activities, the first {lags[0]} days after the policy, "
                    f"half of them within {middle:g}, the last after {lags[-1]}{left}"
                )
                numbers = {"count": len(lags), "first": lags[0], "middle": middle, "last": lags[-1]}
                yield Measure(f"lag.{level}", middle, words, numbers | {"undated": undated[level]})

    def _main_path(self) -> list[int]:
        """From the policy on, always the link that the most ways pass through; of equals the first in order."""
        path = [self.start]
        while True:
            onward = [node for node in self.links[path[-1]] if node not in path]
            if not onward:
                return path
            path.append(max(onward, key=lambda node: (self.ways.ways[node], -node)))

    def _bottlenecks(self) -> Iterator[tuple[str, float]]:
        """The bodies that the most ways pass through, with the share of all ways, the policy's own body left out."""
        total = self.ways.total
        if not total:
            return
        bearers = self.ground.bearers
        documents: dict[int, set[int]] = defaultdict(set)
        for node in self.reached:
            if node != self.start and bearers.body[node] >= 0 and self.links[node]:
                documents[int(bearers.body[node])].add(node)
        weights = {body: sum(self.ways.ways[node] for node in nodes) for body, nodes in documents.items()}
        likely = sorted(weights, key=lambda body: (-weights[body], body))[: 3 * BODIES]
        shares = [(self._share(documents[body], total), body) for body in likely]
        for share, body in sorted(shares, key=lambda one: (-one[0], one[1]))[:BODIES]:
            bearer = self.ground.card(min(documents[body]))
            yield bearer.issuer or bearers.bodies[body], round(share, 4)

    def _share(self, nodes: set[int], total: int) -> float:
        """The share of all ways that pass through some of these documents."""
        without = {
            node: [target for target in targets if target not in nodes]
            for node, targets in self.links.items()
            if node not in nodes
        }
        ends = {node for node, targets in self.links.items() if not targets}
        return 1 - _ways(without, self.start, ends, self.ways.knots) / total


def _ways(links: dict[int, list[int]], start: int, ends: set[int], knots: list[tuple[int, ...]]) -> int:
    """How many ways lead from a document to one of the ends, over what is left of the lineage."""
    counts: dict[int, int] = {}
    for knot in knots:
        members = [node for node in knot if node in links]
        inside = set(members)
        onward = sum(counts.get(target, 0) for node in members for target in links[node] if target not in inside)
        ended = any(node in ends for node in members)
        counts.update(dict.fromkeys(members, 1 if ended and not onward else onward))
    return counts.get(start, 0)
