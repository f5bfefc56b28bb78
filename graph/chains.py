"""Chains as an auditor reads them: every link with its quotes and verdict, what is weak on it, what is left out.

Which relations count and how far to go bound the walk. All other filters (level, days, sureness) are applied after it:
they grey links and documents out and never cut a chain in the middle.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from graph.audit_values import ChainAudit, Route, Routes, Step
from graph.condensation import as_led, ways_of
from graph.ground import Ground
from graph.lineage import mask
from graph.values import Edge, Node
from graph.walks import MOST_SHOWN, gap
from ontology.model import Value

CONFIRMED = "confirmed"


class Filters(Value, frozen=True):
    """What greys out: levels of government, a window of days, the least confidence, claims that nobody confirmed."""

    levels: frozenset[str] = frozenset()
    since: str | None = None
    until: str | None = None
    confidence: float = 0.0
    confirmed: bool = False

    def of_node(self, node: Node) -> tuple[str, ...]:
        """The filters that leave a document out. One whose level or day is not known is never left out by it."""
        found = []
        if self.levels and node.level and node.level not in self.levels:
            found.append("level")
        if node.date and self.since and node.date < self.since[: len(node.date)]:
            found.append("since")
        if node.date and self.until and node.date[: len(self.until)] > self.until[: len(node.date)]:
            found.append("until")
        return tuple(found)

    def of_edge(self, edge: Edge) -> tuple[str, ...]:
        """The filters that leave a link out. What a person confirmed is sure enough."""
        found = []
        if verdict(edge) != CONFIRMED and sureness(edge) < self.confidence:
            found.append("confidence")
        if self.confirmed and verdict(edge) != CONFIRMED:
            found.append("confirmed")
        return tuple(found)

    @property
    def told(self) -> tuple[str, ...]:
        """The filters in words."""
        parts = [f"levels: {', '.join(sorted(self.levels))}"] if self.levels else []
        parts += [f"{name}: {day}" for name, day in (("since", self.since), ("until", self.until)) if day]
        parts += [f"confidence at least {self.confidence:.2f}"] if self.confidence else []
        return (*parts, "confirmed only") if self.confirmed else tuple(parts)


def sureness(edge: Edge) -> float:
    """The confidence of the surest assertion of an edge."""
    return max((one.confidence for one in edge.evidence), default=0.0)


def verdict(edge: Edge) -> str | None:
    """What reviewers said of an edge: confirmed as soon as one of its assertions is."""
    words = {one.verdict for one in edge.evidence}
    return CONFIRMED if CONFIRMED in words else None


class Tracer:
    """Follows the chains of one document over the walked relations."""

    def __init__(self, ground: Ground, predicates: frozenset[str] | None, depth: int, filters: Filters) -> None:
        self.ground = ground
        self.predicates = predicates
        self.depth = depth
        self.filters = filters

    def audit(self, focus: Node, to: Node | None, *, up: bool, down: bool, limit: int) -> ChainAudit:
        """The chains up and down, or those between two documents in whichever direction they run."""
        start, goal = self.ground.number(focus.iri), self.ground.number(to.iri) if to else None
        found = {
            way: self.routes(start, goal, up=way, limit=limit) if wanted else Routes()
            for way, wanted in ((True, up), (False, down))
        }
        return ChainAudit(focus, to, found[True], found[False], self.filters.told, self.ground.version)

    def routes(self, start: int, goal: int | None, *, up: bool, limit: int = MOST_SHOWN) -> Routes:
        """The ways in one direction; the nodes of each run from the implementing end to the root."""
        reached = self.ground.reach(start, up=up, predicates=self.predicates, depth=self.depth)
        ways = ways_of(self.ground.lineage, start, goal, up=up, predicates=self.predicates, depth=self.depth)
        found = ways.shortest(limit)
        cards = self.ground.cards({node for way in [*found, *ways.cycles] for node in way})
        walked = {pair if up else pair[::-1] for way in found for pair in pairwise(way)}
        self.ground.recall(walked, self.predicates)
        bounded = goal is None and self.depth < len(self.ground.iris)
        shown = tuple(
            self.route(way if up else way[::-1], cards, goes_on=bounded and self.leads_on(way[-1], reached, up=up))
            for way in found
        )
        cycles = tuple(tuple(cards[node] for node in as_led(cycle, up=up)) for cycle in ways.cycles)
        return Routes(shown, str(ways.total), str(ways.total - len(found)), cycles, len(reached) - 1)

    def leads_on(self, end: int, nodes: Collection[int], *, up: bool) -> bool:
        """Whether links lead from where a way ended to documents beyond the walk's bounds."""
        allowed = mask(self.predicates)
        onward = self.ground.lineage.rows(up=up).neighbours(end)
        return any(target not in nodes for target, code in onward if allowed is None or allowed[code])

    def route(self, way: tuple[int, ...], cards: dict[int, Node], *, goes_on: bool) -> Route:
        """A way as a value, from the implementing end to the root."""
        steps = tuple(self.step(head, tail, cards) for head, tail in pairwise(way))
        sure = [step.confidence for step in steps]
        grey = {word for step in steps for word in step.grey} | {
            word for node in way for word in self.filters.of_node(cards[node])
        }
        weakest = sure.index(min(sure)) if sure else None
        return Route(tuple(cards[node] for node in way), steps, weakest, tuple(sorted(grey)), goes_on)

    def step(self, head: int, tail: int, cards: dict[int, Node]) -> Step:
        """One link with its strongest relation."""
        edge = self.ground.link(head, tail, self.predicates)
        days = gap(cards[tail].date, cards[head].date)
        return Step(edge, days, sureness(edge), verdict(edge), self.filters.of_edge(edge))
