"""From offsets of the normal form back to the text as it stands, within the bounds of the contract."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from ontology.model import Document, Obligation, Relation, Result, Span

if TYPE_CHECKING:
    from loaders.extraction.normal import Normal

MENTION: Final = 300
EVIDENCE: Final = 700


class Restorer:
    """Maps the spans of one text back. A mention keeps to 300 code points, an evidence to 700, both by contract."""

    def __init__(self, form: Normal, documents: tuple[Document, ...]) -> None:
        self.form = form
        self.mentions = {d.id: d.mentions for d in documents}

    def document(self, document: Document) -> Document:
        """`document` with its mentions where they stand in the original."""
        spans = [_cut(self.form.span(m), MENTION) for m in document.mentions]
        return msgspec.structs.replace(document, mentions=tuple(dict.fromkeys(spans)))

    def relation(self, relation: Relation) -> Relation:
        """`relation` with its evidence in the original, cut so that it still names the tail (or the head)."""
        near = self._near(relation)
        return msgspec.structs.replace(relation, evidence=self._evidence(relation.evidence, near))

    def obligation(self, obligation: Obligation) -> Obligation:
        """`obligation` with its evidence in the original, about the documents that are kept."""
        about = self._kept(obligation.documents)
        return msgspec.structs.replace(obligation, documents=about, evidence=self.form.span(obligation.evidence))

    def result(self, result: Result) -> Result:
        """`result` with its evidence in the original, about the documents that are kept."""
        about = self._kept(result.documents)
        return msgspec.structs.replace(result, documents=about, evidence=self.form.span(result.evidence))

    def _kept(self, documents: tuple[str, ...]) -> tuple[str, ...]:
        """Those of `documents` that the extraction holds: an unnumbered plan that no relation needed is not in it."""
        return tuple(d for d in documents if d in self.mentions)

    def _near(self, relation: Relation) -> Span | None:
        """A mention of the tail, else of the head, that the evidence overlaps."""
        span = relation.evidence
        for end in (relation.tail, relation.head):
            for mention in self.mentions.get(end, ()):
                if mention.start < span.end and span.start < mention.end:
                    return mention
        return None

    def _evidence(self, span: Span, near: Span | None) -> Span:
        whole = self.form.span(span)
        if whole.end - whole.start <= EVIDENCE:
            return whole
        if near is None:
            return _cut(whole, EVIDENCE)
        kept = self.form.span(near)
        start = max(whole.start, min(kept.end - EVIDENCE, kept.start))
        return _cut(Span(start, max(whole.end, kept.end)), EVIDENCE)


def _cut(span: Span, most: int) -> Span:
    return span if span.end - span.start <= most else Span(span.start, span.start + most)
