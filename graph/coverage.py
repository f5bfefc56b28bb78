"""Which of the bodies expected to act on a policy are seen to, and for which nothing can be said.

A cell is `found` where a document or activity of the body leads up to the policy by relations that carry it out;
`candidate` where what is seen awaits review; `looked` where declared searches cover body, kinds and days; else
`not_collected`. The last two are never one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from graph.absence import Absence
from graph.attribution import Attribution
from graph.audit_values import Cell, Matrix, Search, Seen
from graph.chains import CONFIRMED, sureness, verdict
from graph.clocks import earliest
from graph.expected import Body
from graph.ground import CARRYING, Ground
from graph.lineage import NAMES
from graph.values import Edge, Node
from ontology.model import Value
from ontology.terms import PREDICATES

SURE = 0.8
"""A link read less surely than this, and confirmed by nobody, awaits review."""

NAMING = frozenset({"basedOn", "cites", "alignedWith"})
"""Relations that name the policy and do not say that it is carried out."""

SHOWN = 3
MOST_WEIGHED = 50
STATES = ("found", "candidate", "looked", "not_collected")


class Question(Value, frozen=True):
    """What is asked of a policy: of whom, by which day, in the units of which day, in which kinds of document."""

    expected: str
    bodies: tuple[Body, ...]
    day: str
    geography: str
    kinds: tuple[str, ...] = ()
    predicates: frozenset[str] = CARRYING


class Tie(Value, frozen=True):
    """How a node is tied to the policy: the next one up, the tree that leads on from there, and what is doubted."""

    node: int
    onto: int | None = None
    tree: dict[int, int] | None = None
    doubt: str = ""


class Surveyor:
    """Fills the matrix of one policy."""

    def __init__(self, ground: Ground, policy: Node, question: Question, searches: Iterable[Search]) -> None:
        self.ground = ground
        self.policy = policy
        self.asked = question
        self.start = ground.number(policy.iri)
        self.tree = ground.tree(self.start, question.predicates)
        self.attribution = Attribution(ground, question.bodies, question.geography)
        window = (earliest(policy.date) if policy.date else "", question.day)
        self.absence = Absence(ground.register, searches, question.kinds, window)

    def matrix(self) -> Matrix:
        """All cells, in the order of the expected bodies."""
        carrying, others = self._sorted(Tie(node) for node in self.tree if node != self.start)
        doubted, _ = self._sorted([*self._naming(), *self._ambiguous()])
        cells = tuple(self._cell(body, carrying[body.key] + doubted[body.key]) for body in self.asked.bodies)
        used = {number for cell in cells for number in cell.searches}
        states = Counter(cell.state for cell in cells)
        return Matrix(
            policy=self.policy,
            expected=self.asked.expected,
            day=self.asked.day,
            geography=self.asked.geography,
            kinds=self.asked.kinds,
            predicates=tuple(sorted(self.asked.predicates)),
            cells=cells,
            counts={state: states[state] for state in STATES},
            searches=tuple(one for one in self.absence.searches if one.id in used),
            others=tuple(self._seen(tie, note, "") for tie, note in others[:MOST_WEIGHED]),
            version=self.ground.version,
        )

    def _naming(self) -> Iterator[Tie]:
        """What names the policy, or something that carries it out, without saying that it carries it out."""
        edges = self.ground.edges(self.tree, up=False, predicates=NAMING)
        for node, target, code in zip(*(column.tolist() for column in edges), strict=True):
            if target not in self.tree:
                relation = PREDICATES[NAMES[code]].label_vi
                yield Tie(target, node, self.tree, f"only names it ({relation}, {NAMES[code]})")

    def _ambiguous(self) -> Iterator[Tie]:
        """What carries out a document that may be the policy, or one that carries it out, and may be another."""
        for node in self.tree:
            for mention in self.ground.maybe.get(self.ground.iris[node], ()):
                tree = self.ground.tree(mention, self.asked.predicates)
                for below in tree:
                    if below != mention and below not in self.tree:
                        yield Tie(below, None, tree, "the document it names may be another of that number")

    def _standing(self, ties: Iterable[Tie]) -> list[Tie]:
        """Ties of nodes of the kinds asked for that are not later than the day, by date, undated ones last."""
        bearers, kinds = self.ground.bearers, self.asked.kinds
        found = {
            tie.node: tie
            for tie in ties
            if (not bearers.dates[tie.node] or bearers.dates[tie.node] <= self.asked.day)
            and (not kinds or bearers.types[tie.node] in kinds)
        }
        return [found[at] for at in sorted(found, key=lambda at: (bearers.dates[at] or "9999", self.ground.iris[at]))]

    def _sorted(self, ties: Iterable[Tie]) -> tuple[dict[str, list[tuple[Tie, str]]], list[tuple[Tie, str]]]:
        """The ties of each expected body, with what stands between node and body; and those of no expected body."""
        found: dict[str, list[tuple[Tie, str]]] = defaultdict(list)
        others: list[tuple[Tie, str]] = []
        for tie in self._standing(ties):
            keys = self.attribution.of(tie.node)
            for key, note in keys:
                found[key].append((tie, note))
            if not keys and self.attribution.alike(tie.node):
                others.append((tie, ""))
        return found, others

    def _cell(self, body: Body, ties: list[tuple[Tie, str]]) -> Cell:
        """One body: the sure ties first, then those that await review, then what is known of searches."""
        sure: list[Seen] = []
        doubtful: list[Seen] = []
        for tie, note in ties[:MOST_WEIGHED]:
            doubt = tie.doubt or self._weakness(self._links(tie))
            (doubtful if doubt else sure).append(self._seen(tie, note, doubt))
            if len(sure) == SHOWN:
                break
        shown = (sure or doubtful)[:SHOWN]
        if shown:
            return Cell(body.key, body.label, "found" if sure else "candidate", tuple(shown), len(ties) - len(shown))
        searched, note = self.absence.of(body)
        state = "looked" if searched else "not_collected"
        return Cell(body.key, body.label, state, searches=tuple(one.id for one in searched), note=note)

    def _links(self, tie: Tie) -> tuple[Edge, ...]:
        """The edges from a node up to the policy, or to the mention that may mean it."""
        tree = tie.tree or self.tree
        if tie.onto is None:
            return self.ground.climb(tie.node, tree, self.asked.predicates)
        naming = self.ground.link(tie.node, tie.onto, NAMING)
        return (naming, *self.ground.climb(tie.onto, tree, self.asked.predicates))

    def _weakness(self, links: Iterable[Edge]) -> str:
        weak = [edge for edge in links if sureness(edge) < SURE and verdict(edge) != CONFIRMED]
        return f"a link is read with confidence {min(map(sureness, weak)):.2f} only" if weak else ""

    def _seen(self, tie: Tie, note: str, doubt: str) -> Seen:
        node = self.ground.card(tie.node)
        words = "; ".join(part for part in (note, doubt) if part)
        return Seen(node, self._links(tie), self.ground.lag(self.policy, node), words)
