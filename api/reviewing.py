"""Giving verdicts: how a reviewer names a document, and the writing of what was decided."""

from __future__ import annotations

from pathlib import Path

from graph.docket import printed
from graph.library import Library
from graph.reader import Reader
from graph.review import Bench, Decision, End
from graph.verdicts import Printed, Verdict
from loaders.extraction.extract import extract
from ontology.errors import NotFound, WrongUse
from ontology.model import Document, Text, Value


class Judged(Value, frozen=True):
    """A verdict that was written, and the version that holds it. Its id is what the next one on the claim expects."""

    verdict: Verdict
    version: str


def decide(decision: Decision, data: Path) -> Judged:
    """Write what was decided and publish the graph as it is then."""
    with Library(data, create=False) as library:
        return Judged(Bench(library).decide(decision), library.publish())


def end(reader: Reader, name: str) -> End:
    """The document that a reviewer names: one of the lineage, else as a text would name it.

    `Quyết định số 489/QĐ-TTg ngày 08/4/2020 của Thủ tướng Chính phủ` names a document that no source has named yet.
    """
    try:
        node = reader.pick(name)
    except NotFound:
        return End(_read(name))
    return End(printed(node), node.iri)


def _read(name: str) -> Printed:
    found = extract(Text(name), name="name").documents
    if len(found) != 1:
        raise WrongUse(f"{name!r} names no one document: write it as a text does, with type, number, date and issuer")
    return _whole(found[0])


def _whole(one: Document) -> Printed:
    """A document with what was inferred of it: a reviewer's words are all there is to know it by."""
    more = one.resolved
    if more is None:
        return Printed.of(one)
    parts = (one.number or more.number, one.date or more.date, one.issuer or more.issuer, one.title or more.title)
    return Printed(one.type, *parts, one.term)
