"""What the extractor says of a text, in the short form that tables of examples give."""

from __future__ import annotations

from loaders.extraction import deadlines, documents, mentions, normal, relations
from ontology.model import Document, Obligation


def named(text: str) -> tuple[Document, ...]:
    """The documents that `text` names, those that no relation needs among them."""
    form = normal.normal(text)
    return documents.group(form.content, mentions.find(form.content)).documents


def read(text: str) -> relations.Stated:
    """The documents, activities and relations of `text`."""
    form = normal.normal(text)
    return relations.read(documents.group(form.content, mentions.find(form.content)))


def told(text: str) -> set[str]:
    """The relations of `text`, each as `HEAD predicate TAIL [provision]`."""
    stated = read(text)
    names = {d.id: d.number or d.title or d.type for d in stated.documents}
    names |= {a.id: f"{a.kind}({a.actor})" for a in stated.activities}
    return {
        f"{names[r.head]} {r.predicate} {names[r.tail]}" + (f" [{r.provision}]" if r.provision else "")
        for r in stated.relations
    }


def stated(text: str) -> str:
    """The relations of `text` in order, each as `HEAD predicate TAIL`, activities with their day."""
    found = read(text)
    names = {d.id: d.number or d.title for d in found.documents}
    names |= {a.id: f"{a.kind}({a.actor}{', ' + a.date if a.date else ''})" for a in found.activities}
    return "; ".join(sorted(f"{names[r.head]} {r.predicate} {names[r.tail]}" for r in found.relations))


def obligations(text: str, published: str | None = None) -> tuple[Obligation, ...]:
    """The obligations of `text`, `published` on an ISO day."""
    content = normal.normal(text).content
    return deadlines.read(documents.group(content, mentions.find(content)), published=published)


def rows(expected: str) -> set[str]:
    """The statements of a row; within brackets a semicolon joins parts."""
    found, depth, begin = set(), 0, 0
    for at, char in enumerate(expected + ";"):
        depth += (char == "[") - (char == "]")
        if char == ";" and not depth:
            found.add(expected[begin:at].strip())
            begin = at + 1
    return found - {""}
