"""The report as plain data for its template: every text in its language, every quote numbered once.

The template sets type and never decides anything. Texts of sources pass as data, so that nothing in them can act.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from api import accuracy
from api.report.inquiry import Inquiry
from api.report.words import remark, table
from graph.audit_values import Route, Routes, Search, Seen, Standing
from graph.values import Evidence, Node
from ontology.model import Value
from ontology.namespaces import ID
from ontology.terms import LEVELS, PREDICATES

STATED: Final = frozenset({"met", "late", "undated", "overdue"})
FOUND: Final = frozenset({"found", "candidate", "looked"})
GRAVE: Final = frozenset({"high", "medium"})
Data = dict[str, Any]


class Style(Value, frozen=True):
    """How a report is to be: its language, the day it is made, where its permalinks lead."""

    lang: str
    made: str
    base: str = ID


class Composer:
    """Writes the data of one report; evidence is numbered in the order in which it is first named."""

    def __init__(self, inquiry: Inquiry, style: Style) -> None:
        self.asked = inquiry
        self.style = style
        self.words = table(style.lang)
        self.quoted: dict[str, Evidence] = {}

    def data(self) -> Data:
        """Everything that the template sets."""
        asked = self.asked
        parts: Data = {
            "words": self.words,
            "lang": self.style.lang,
            "made": self.day(self.style.made),
            "day": self.day(asked.day),
            "version": asked.version,
            "digest": asked.digest,
            "policy": asked.policy.label,
            "title": asked.policy.title or "",
            "issuer": " · ".join(part for part in (asked.policy.issuer, self.day(asked.policy.date)) if part),
            "link": self.link(asked.policy.iri),
            "question": self.say("question_text", policy=asked.policy.label),
            "scope": self.say("scope_text", **asked.stats),
            "picture_alt": self.say("picture_alt", policy=asked.policy.label),
            "searches": [self._search(one) for one in asked.searches],
            "up": self._routes(asked.chain.up),
            "down": self._routes(asked.chain.down),
            "matrix": self._matrix(),
            "duties": self._duties(),
            "impact": self._impact(),
            "measures": [one.words for one in asked.diffusion.measures] if self.style.lang == "en" else self.spread(),
            "accuracy": self._accuracy(),
        }
        parts["findings"] = list(self.findings())
        parts["evidence"] = [self._evidence(number, one) for number, one in enumerate(self.quoted.values(), start=1)]
        return parts

    def say(self, key: str, **parts: object) -> str:
        """The words of a key, its blanks filled in."""
        return self.words[key].format(**parts)

    def day(self, date: str | None) -> str:
        """A date as it is written in Vietnam; in English it stays ISO."""
        if not date or self.style.lang == "en":
            return date or ""
        return "/".join(str(int(part)) if part.isdigit() else part for part in reversed(date.split("-")))

    def link(self, iri: str) -> str:
        """The permalink of a thing."""
        return self.style.base + iri.removeprefix(ID)

    def cite(self, found: Iterable[Evidence], most: int = 3) -> list[int]:
        """The numbers of quotes, the surest first."""
        numbers = []
        for one in list(found)[:most]:
            self.quoted.setdefault(one.iri, one)
            numbers.append(list(self.quoted).index(one.iri) + 1)
        return numbers

    def _search(self, one: Search) -> Data:
        return {
            "id": one.id[:8],
            "body": one.body,
            "place": one.place,
            "window": f"{self.day(one.since)} – {self.day(one.until)}",
            "kinds": ", ".join(one.kinds) or self.words["all_kinds"],
            "items": str(one.items),
            "by": f"{one.by}, {self.day(one.on)}",
        }

    def _routes(self, found: Routes) -> Data:
        return {
            "ways": [self._route(route) for route in found.shown],
            "told": self.say("ways", shown=len(found.shown), total=found.total, not_shown=found.not_shown),
            "cycles": [" → ".join(node.label for node in (*cycle, cycle[0])) for cycle in found.cycles],
        }

    def _route(self, route: Route) -> Data:
        steps = []
        for at, step in enumerate(route.steps):
            gap = self.words["days_unknown"] if step.gap_days is None else self.say("after", days=step.gap_days)
            remarks = [gap, f"{self.words['sure']} {step.confidence:.2f}"]
            remarks += [self.words["confirmed"]] if step.verdict else []
            remarks += [self.words["weakest"]] if at == route.weakest and len(route.steps) > 1 else []
            steps.append(
                {"predicate": self._predicate(step.edge.predicate), "remarks": ", ".join(remarks),
                 "evidence": self.cite(step.edge.evidence)}
            )  # fmt: skip
        return {"nodes": [self._node(node) for node in route.nodes], "steps": steps}

    def _node(self, node: Node) -> str:
        body = node.issuer if node.issuer and node.issuer not in node.label else None
        return ", ".join(part for part in (node.label, body, self.day(node.date)) if part)

    def _predicate(self, name: str) -> str:
        return PREDICATES[name].label_vi if self.style.lang == "vi" else PREDICATES[name].label_en

    def _matrix(self) -> Data:
        found = self.asked.matrix
        rows = [row for cell in found.cells if cell.state in FOUND for row in self._cell(cell)]
        left = [cell for cell in found.cells if cell.state == "not_collected"]
        notes = [f"{cell.label}: {remark(cell.note, self.style.lang)}" for cell in left if cell.note]
        return {
            "told": self.say("matrix_text", **found.counts),
            "rows": rows,
            "left_title": self.say("not_collected_list", n=len(left)),
            "left": ", ".join(cell.label for cell in left),
            "notes": notes,
            "others": [self._node(seen.node) for seen in found.others],
        }

    def _cell(self, cell: Any) -> list[Data]:  # noqa: ANN401 - graph.audit_values.Cell
        state = self.words[cell.state]
        if not cell.seen:
            searched = ", ".join(number[:8] for number in cell.searches)
            return [self._row(cell.label, state, note=searched)]
        return [self._row(cell.label, state, seen) for seen in cell.seen]

    def _row(self, label: str, state: str, seen: Seen | None = None, note: str = "") -> Data:
        if seen is None:
            return {"body": label, "state": state, "document": "", "date": "", "lag": "", "evidence": [], "note": note}
        quotes = [one for edge in seen.links for one in edge.evidence[:1]]
        return {
            "body": label,
            "state": state,
            "document": seen.node.label,
            "date": self.day(seen.node.date),
            "lag": "" if seen.lag_days is None else str(seen.lag_days),
            "evidence": self.cite(quotes),
            "note": remark(seen.note, self.style.lang),
        }

    def _duties(self) -> Data:
        found = self.asked.deadlines
        told = {(duty.iri, duty.due): duty for duty in found.duties}
        tasks = [
            {
                "due": self.day(task.due),
                "duty": " – ".join(
                    part for part in (told[task.duty, task.due].who, told[task.duty, task.due].what) if part
                ),
                "documents": ", ".join(node.label for node in told[task.duty, task.due].documents),
                "status": self._status(task.status),
                "counts": ", ".join(f"{self._status(name)} {count}" for name, count in task.counts.items()),
                "evidence": self.cite([told[task.duty, task.due].evidence]),
            }
            for task in found.tasks
        ]
        standings = [
            {
                "due": self.day(one.due),
                "body": one.body,
                "status": self._status(one.status, one.days),
                "document": ", ".join(seen.node.label for seen in one.seen),
                "evidence": self.cite(self._proof(one)),
                "note": "; ".join(
                    part for part in (remark(one.note, self.style.lang), ", ".join(n[:8] for n in one.searches)) if part
                ),
            }
            for one in found.standings
            if one.status in STATED
        ]
        figures = [
            {
                "who": one.who or "",
                "what": one.what,
                "value": " ".join(part for part in (_number(one.value), one.unit) if part),
                "percent": _number(one.percent_of_target),
                "evidence": self.cite([one.evidence]),
            }
            for one in found.figures
        ]
        return {"tasks": tasks, "standings": standings, "figures": figures}

    def _status(self, name: str, days: int | None = None) -> str:
        text = self.words[name]
        if "{days}" in text and days is None:
            text = text.replace(" {days} ngày", "").replace(" by {days} days", "")
        return text.format(days=days)

    def _proof(self, one: Standing) -> list[Evidence]:
        return [quote for seen in one.seen for edge in seen.links for quote in edge.evidence[:1]]

    def _impact(self) -> str:
        found = self.asked.impact
        levels = ", ".join(f"{_level(level, self.style.lang)} {count}" for level, count in found.levels)
        wholly = sum(1 for one in found.affected if one.wholly)
        return self.say("impact_text", total=found.total, levels=levels or "–", wholly=wholly)

    def spread(self) -> list[str]:
        """The measures in Vietnamese: the numbers are those of the values."""
        found = {one.name: one for one in self.asked.diffusion.measures}
        said = []
        if "documents" in found:
            said.append(f"{found['documents'].value} văn bản và hoạt động thực hiện, theo những gì đã thấy")
        for level in LEVELS:
            measure = found.get(f"lag.{level}")
            if measure:
                said.append(f"{_level(level, 'vi')}: độ trễ giữa là {measure.value:g} ngày")
        bodies = ", ".join(f"{body} ({share:.0%})" for body, share in self.asked.diffusion.bottlenecks[:3])
        return [*said, f"cơ quan mà nhiều đường đi qua nhất: {bodies}"] if bodies else said

    def findings(self) -> Iterable[Data]:
        """What quotes and declared searches carry, gravest first."""
        told = {(duty.iri, duty.due): duty for duty in self.asked.deadlines.duties}
        for one in self.asked.deadlines.standings:
            duty = told[one.duty, one.due]
            parts = {"body": one.body, "days": one.days, "what": duty.what, "due": self.day(one.due)}
            if one.status == "overdue":
                searches = ", ".join(number[:8] for number in one.searches)
                yield self._finding(self.say("f_overdue", searches=searches, **parts), [duty.evidence])
            if one.status == "late":
                document = one.seen[0].node.label
                yield self._finding(self.say("f_late", document=document, **parts), [duty.evidence, *self._proof(one)])
        for cell in self.asked.matrix.cells:
            if cell.state == "looked":
                searches = ", ".join(number[:8] for number in cell.searches)
                words = self.say("f_looked", body=cell.label, searches=searches, policy=self.asked.policy.label)
                yield self._finding(words, [])
        for found in self.asked.contradictions.findings:
            if found.severity in GRAVE:
                yield self._finding(self.say("f_contradiction", what=found.message), found.evidence)
        yield from self._gaps()

    def _gaps(self) -> Iterable[Data]:
        for one in (one for one in self.asked.dangling.awaited if one.chains != "0"):
            words = self.say("f_dangling", document=one.node.label, named=one.named_by, chains=one.chains)
            yield self._finding(words, one.example.evidence[:1] if one.example else [])

    def _finding(self, words: str, quotes: Sequence[Evidence]) -> Data:
        return {"words": words, "evidence": self.cite(quotes, most=6)}

    def _evidence(self, number: int, one: Evidence) -> Data:
        where = [one.source_title or "", one.location or "", self.say("on_page", page=one.page) if one.page else ""]
        return {
            "number": number,
            "quote": " ".join(one.exact.split()),
            "where": " · ".join(part for part in where if part),
            "offsets": self.say("from", start=one.start, end=one.end),
            "source": one.source,
            "link": self.link(one.iri),
        }

    def _accuracy(self) -> Data:
        card = accuracy.card()
        sets = [
            {
                "title": f"{one.name}: {one.status} ({one.texts}, {one.labels[:12]})",
                "rows": [self._measured(row) for row in (*one.rows, *one.predicates)],
            }
            for one in card.sets
        ]
        return {"title": self.say("accuracy", extractor=card.extractor), "sets": sets}

    def _measured(self, row: accuracy.Row) -> list[str]:
        if not row.measured:
            return [row.name, str(row.n), self.words["not_measured"], ""]
        return [row.name, str(row.n), accuracy.shown(row.share or row.precision), accuracy.shown(row.recall)]


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}" if value < 1e6 else f"{value:.0f}"


def _level(level: str, lang: str) -> str:
    """The name of a level of government."""
    if level not in LEVELS:
        return "không rõ cấp" if lang == "vi" else "level not known"
    return LEVELS[level].label_vi if lang == "vi" else LEVELS[level].label_en
