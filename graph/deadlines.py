"""Who has done by when what a policy obliges them to, as far as the sources show.

`met` and `late` need a dated document or activity of a body that is the one obliged (or answers for it), with
`implements` or `reviews` to a document that the duty is about: both quotes are there. `overdue` needs declared searches
that cover the body from the day of the duty to the day asked about; without them it is `no_evidence`, no more.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Final

from graph.absence import Absence
from graph.acts import act_of
from graph.addressees import addressees
from graph.attribution import Attribution
from graph.audit_values import Deadlines, Duty, Figure, Search, Seen, Standing, Task
from graph.dues import last_day, occurrences
from graph.ground import CARRYING, Ground
from graph.lineage import NAMES
from graph.obligations import Stated, beside, stated
from graph.standings import Weighing, together
from graph.values import Node

ANSWERING: Final = frozenset({"implements", "reviews", "disseminates"})
WORDS: Final = {
    "met": "closed - implemented",
    "late": "closed - implemented late",
    "undated": "closed - implemented, day not known",
    "partly": "open - partially addressed",
    "overdue": "open - overdue",
    "open": "open - not yet due",
    "no_evidence": "open - no evidence seen",
    "unclear": "open - cannot be told",
}
"""The status words of the worklist, after those with which the GAO follows its recommendations."""


class Clerk:
    """Weighs what is due by one policy."""

    def __init__(self, ground: Ground, policy: Node, day: str, searches: Iterable[Search]) -> None:
        self.ground = ground
        self.policy = policy
        self.day = day
        self.searches = tuple(searches)

    def deadlines(self, *, below: bool = True) -> Deadlines:
        """All duties by the policy and, with `below`, by what carries it out."""
        start = self.ground.number(self.policy.iri)
        nodes = sorted(self.ground.tree(start, CARRYING)) if below else [start]
        found = stated(self.ground, (self.ground.iris[node] for node in nodes))
        duties: list[Duty] = []
        standings: list[Standing] = []
        for one in found:
            if one.kind == "obligation":
                for duty, standing in self._weighed(one):
                    duties.append(duty)
                    standings += standing
        return Deadlines(
            policy=self.policy,
            day=self.day,
            duties=tuple(duties),
            standings=tuple(standings),
            tasks=tuple(_tasks(duties, standings)),
            figures=tuple(self._figure(one) for one in found if one.kind == "result"),
            reviews=tuple(self._reviews(start)),
            searches=self._used(standings),
            nearby=tuple(self._nearby([self.ground.iris[node] for node in nodes], {one.iri for one in found})),
            version=self.ground.version,
        )

    def _nearby(self, documents: Sequence[str], known: Container[str]) -> Iterator[Duty]:
        """Duties on pages about these documents that were tied to none of them, not weighed."""
        for one in beside(self.ground, documents, known):
            due, basis = last_day(one.fields.get("due"))
            yield Duty(
                iri=one.iri,
                who=one.fields.get("who"),
                what=one.fields.get("what", ""),
                scope="one",
                documents=self._documents(one),
                evidence=one.evidence,
                due=due,
                basis=basis,
                period=one.fields.get("period"),
                within=one.fields.get("within"),
                review=act_of(one.fields.get("what", "")).name == "report",
            )

    def _used(self, standings: Iterable[Standing]) -> tuple[Search, ...]:
        used = {number for standing in standings for number in standing.searches}
        return tuple(one for one in self.searches if one.id in used)

    def _documents(self, one: Stated) -> tuple[Node, ...]:
        return tuple(self.ground.reader.nodes(one.about).values())

    def _weighed(self, one: Stated) -> Iterator[tuple[Duty, list[Standing]]]:
        """The duty (one for each time it is due) and how each body stands to it."""
        documents = self._documents(one)
        made = max((node.date for node in documents if node.date and len(node.date) == 10), default="")
        place = next((node.place for node in documents if node.place), None) or self._place(one.source)
        act = act_of(one.fields.get("what", ""))
        for time in occurrences(one.fields, made, self.day, one.evidence.exact):
            # What recurs is laid on whoever answers when it is due; what is due once, on those of its own day.
            day = min(time.due, self.day) if one.fields.get("period") and time.due else made or self.day
            who = addressees(one.fields.get("who"), self.ground.register, day, place)
            answers = self._answers(documents, Attribution(self.ground, who.bodies, day, until=self.day))
            duty = Duty(
                iri=one.iri,
                who=one.fields.get("who"),
                what=one.fields.get("what", ""),
                scope=who.scope,
                documents=documents,
                evidence=one.evidence,
                due=time.due,
                basis=time.basis,
                period=one.fields.get("period"),
                within=one.fields.get("within"),
                unknown=who.unknown,
                review=act.name == "report",
            )
            absence = Absence(self.ground.register, self.searches, (), (time.since, self.day))
            yield duty, Weighing(duty, time, act, absence, self.day).standings(who.bodies, answers)

    def _place(self, sha256: str) -> str | None:
        found = self.ground.reader.catalogue.source(sha256)
        return found[0].province if found else None

    def _answers(self, documents: Iterable[Node], attribution: Attribution) -> dict[str, list[Seen]]:
        """To each body obliged what it did about these documents, by date, what has none last."""
        found: dict[str, dict[str, Seen]] = defaultdict(dict)
        for document in documents:
            tail = self.ground.number(document.iri)
            for head, code in self.ground.lineage.down.neighbours(tail):
                for key, note in attribution.of(head) if NAMES[code] in ANSWERING else ():
                    node = self.ground.card(head)
                    if not (node.date and document.date and node.date < document.date[: len(node.date)]):
                        edge = self.ground.edge(head, NAMES[code], tail)
                        found[key].setdefault(node.iri, Seen(node, (edge,), self.ground.lag(document, node), note))
        return {
            key: sorted(seen.values(), key=lambda one: (one.node.date or "9999", one.node.iri))
            for key, seen in found.items()
        }

    def _reviews(self, start: int) -> Iterator[Seen]:
        """The reviews of the policy that were seen, by date."""
        heads = [head for head, code in self.ground.lineage.down.neighbours(start) if NAMES[code] == "reviews"]
        cards = self.ground.cards(heads)
        for head in sorted(cards, key=lambda head: (cards[head].date or "9999", cards[head].iri)):
            edge = self.ground.edge(head, "reviews", start)
            yield Seen(cards[head], (edge,), self.ground.lag(self.policy, cards[head]))

    def _figure(self, one: Stated) -> Figure:
        value, percent = one.fields.get("value"), one.fields.get("percent")
        return Figure(
            who=one.fields.get("who"),
            what=one.fields.get("what", ""),
            value=float(value) if value else None,
            unit=one.fields.get("unit"),
            percent_of_target=float(percent) if percent else None,
            documents=self._documents(one),
            evidence=one.evidence,
        )


def _tasks(duties: Iterable[Duty], standings: Iterable[Standing]) -> Iterator[Task]:
    """One line for each duty and day, with the word that its bodies come to together."""
    counts: dict[tuple[str, str | None], Counter[str]] = defaultdict(Counter)
    for standing in standings:
        counts[standing.duty, standing.due][standing.status] += 1
    for duty in duties:
        found = counts[duty.iri, duty.due]
        status = together(found)
        yield Task(duty.iri, duty.due, status, WORDS[status], dict(sorted(found.items())))
