"""The review graph: every entry of the log as a PROV activity; and what a reviewer states by hand as a source."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Final

from graph.terms import TYPE, Lines, iri, name, text, typed
from graph.values import Kept
from graph.verdicts import Printed, Statement, Verdict
from ontology import identity
from ontology.model import Extraction, Source, Text
from ontology.namespaces import PHAHE
from ontology.terms import KINDS, PREDICATES, TYPES

EXTRACTOR: Final = "review"


def review_lines(log: Iterable[Verdict]) -> list[str]:
    """All lines of the review graph: who said what of which claim, when and why, and what was taken back."""
    lines = Lines(identity.REVIEW)
    for one in log:
        subject, person, add = iri(identity.verdict(one.id)), iri(identity.reviewer(one.by)), lines.add
        add(subject, TYPE, name("phahe:Verdict"))
        add(subject, name("phahe:verdict"), text(one.act))
        add(subject, name("prov:wasAssociatedWith"), person)
        add(subject, name("prov:endedAtTime"), typed(one.when, "dateTime"))
        add(subject, name("rdfs:comment"), text(one.why))
        for before in (one.undoes, one.thread):
            add(subject, name("prov:wasInformedBy"), iri(identity.verdict(before)) if before else None)
        add(person, TYPE, name("prov:Person"))
        add(person, name("rdfs:label"), text(one.by))
        _claim(lines, subject, identity.verdict(one.id) + "#claim", one.claim)
        if one.correction:
            _claim(lines, subject, identity.verdict(one.id) + "#correction", one.correction)
    return lines.sorted()


def _claim(lines: Lines, verdict: str, node: str, claim: Statement) -> None:
    """A claim as its source prints it, as a thing that the verdict used; and the assertion that it then was."""
    subject, add = iri(node), lines.add
    add(verdict, name("prov:used"), subject)
    add(verdict, name("prov:used"), iri(claim.assertion) if claim.assertion else None)
    add(subject, name("rdf:predicate"), iri(PHAHE + claim.predicate))
    add(subject, name("prov:wasQuotedFrom"), iri(identity.source(claim.source)))
    add(subject, name("oa:exact"), text(claim.quote))
    add(subject, name("rdfs:label"), text(f"{claim.head} {claim.predicate} {claim.tail}"))


def words(head: Printed, predicate: str, tail: Printed, by: str, why: str) -> str:
    """What a reviewer states by hand, in words: the text of a source of its own."""
    return f"{_name(head)} {PREDICATES[predicate].label_vi} {_name(tail)}. Người thẩm định: {by}. Lý do: {why}"


def testimony(said: Statement) -> tuple[Kept, bytes, Extraction]:
    """A reviewer's own words as a source: its text says all, and the verdict gives the relation."""
    original = said.quote.encode()
    source = Source(hashlib.sha256(original).hexdigest(), "text/plain", title="Khẳng định của người thẩm định")
    return Kept(source, Text(said.quote)), original, Extraction("review", extractor=EXTRACTOR)


def _name(end: Printed) -> str:
    if end.activity:
        parts = (KINDS[end.type].label_vi if end.type in KINDS else end.type, end.issuer, end.date)
    else:
        word = TYPES[end.type].label_vi if end.type in TYPES else end.type
        parts = (word, end.number or end.title, end.date and f"({end.date})")
    return " ".join(part for part in parts if part)
