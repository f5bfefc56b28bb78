"""What an extraction must keep to before it is kept: ids that exist, stretches that lie in the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ontology.errors import SourceError
from ontology.model import Extraction, Span, Text
from ontology.terms import PREDICATES


def validated(extraction: Extraction, text: Text) -> Extraction:
    """The extraction itself; raises SourceError that names the first thing wrong with it."""
    for fault in faults(extraction, text):
        raise SourceError(f"the extraction of {extraction.source} cannot be kept: {fault}")
    return extraction


def faults(extraction: Extraction, text: Text) -> Iterator[str]:
    """All that is wrong with an extraction."""
    documents = Counter(one.id for one in extraction.documents)
    heads = documents + Counter(one.id for one in extraction.activities)
    yield from (f"two things are called {key}" for key, count in heads.items() if count > 1)
    for relation in extraction.relations:
        if relation.head not in heads or relation.tail not in documents:
            yield f"{relation.head} {relation.predicate} {relation.tail} names what is not there"
        if relation.predicate not in PREDICATES:
            yield f"there is no relation {relation.predicate}"
    named = [(one.what, one.documents) for one in extraction.obligations]
    named += [(one.what, one.documents) for one in extraction.results]
    for what, keys in named:
        yield from (f"{what!r} names document {key}, which is not there" for key in keys if key not in documents)
    for span in _spans(extraction):
        if not 0 <= span.start <= span.end <= len(text.content):
            yield f"the stretch {span.start}-{span.end} lies outside the text"


def _spans(extraction: Extraction) -> Iterator[Span]:
    for document in extraction.documents:
        yield from document.mentions
    yield from (one.evidence for one in extraction.relations)
    yield from (one.evidence for one in extraction.obligations)
    yield from (one.evidence for one in extraction.results)
