"""Why a relation was read: its rule, its cue, and the quote with head, cue and tail marked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.extraction.lexicon import spaced, table
from loaders.extraction.normal import fold
from ontology.model import Value

if TYPE_CHECKING:
    from ontology.model import Document, Extraction, Relation, Span


class Explanation(Value, frozen=True, gc=False):
    """One relation explained: `claim` (head, predicate, tail), what its rule reads, its cue, and the marked quote."""

    claim: str
    rule: str
    reads_vi: str
    reads_en: str
    cue: str | None
    confidence: float
    quote: str

    def text(self) -> str:
        """The explanation in three lines."""
        cue = f", cue “{self.cue}”" if self.cue else ""
        return (
            f"{self.claim}\n  rule {self.rule}: {self.reads_en}{cue}, confidence {self.confidence:.3f}\n  {self.quote}"
        )


def explain(content: str, extraction: Extraction) -> tuple[Explanation, ...]:
    """An explanation of each relation of `extraction`, which was read from `content`, in the same order."""
    rules = {row["rule"]: row for row in table("rules")}
    names = {d.id: label(d) for d in extraction.documents}
    names |= {a.id: " ".join(filter(None, (a.kind, a.actor, a.date))) for a in extraction.activities}
    spans = {d.id: d.mentions for d in extraction.documents}
    found = []
    for relation in extraction.relations:
        row = rules.get(relation.rule, {})
        claim = f"{names[relation.head]} --{relation.predicate}--> {names[relation.tail]}"
        quote = _marked(content, relation, spans.get(relation.head, ()), spans[relation.tail])
        found.append(
            Explanation(
                claim,
                relation.rule,
                row.get("reads_vi", ""),
                row.get("reads_en", ""),
                relation.cue,
                relation.confidence,
                quote,
            )
        )
    return tuple(found)


def label(document: Document) -> str:
    """A document in a few words: type and number, else type and title."""
    name = document.number or (document.title or "")[:60]
    return f"{document.type} {name}".strip() + (" (self)" if document.own else "")


def _marked(content: str, relation: Relation, heads: tuple[Span, ...], tails: tuple[Span, ...]) -> str:
    """The quote with [head], {tail} and <cue> in brackets, on one line."""
    start, end = relation.evidence.start, relation.evidence.end
    marks: list[tuple[int, int, str]] = []
    for spans, pair in ((heads, "[]"), (tails, "{}")):
        marks += [(max(s.start, start), min(s.end, end), pair) for s in spans if s.start < end and start < s.end]
    if relation.cue:
        near = min((m[0] for m in marks if m[2] == "{}"), default=end)
        places = [m.span() for m in re.finditer(spaced(fold(relation.cue)), fold(content[start:end]))]
        marks += [(start + a, start + b, "<>") for a, b in sorted(places, key=lambda p: abs(start + p[1] - near))[:1]]
    quote, done = [], start
    for a, b, pair in sorted(marks):
        if a >= done:
            quote += [content[done:a], pair[0], content[a:b], pair[1]]
            done = b
    return re.sub(r"\s+", " ", "".join([*quote, content[done:end]])).strip()
