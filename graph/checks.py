"""What does not hold together: each finding with what was found, how grave it is, what to do, and the quotes.

`check --evidence` trusts nothing that was derived: it hashes every original again and matches every quote again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

import networkx as nx
import pyoxigraph as ox

from graph.values import Evidence, Finding, Node
from ontology import identity
from ontology.errors import NotFound
from ontology.namespaces import expand

if TYPE_CHECKING:
    from graph.reader import Reader

SEVERITIES: Final = ("high", "medium", "low")
# A document cannot put into effect, continue or review what did not exist yet.
FORWARD: Final = frozenset(
    {
        "implements",
        "continues",
        "reviews",
        "details",
        "guides",
        "disseminates",
        "basedOn",
        "amends",
        "replaces",
        "repeals",
    }
)
MOST: Final = 1_000
WHOLE_DATE: Final = 10


def check(reader: Reader, *, evidence: bool = False) -> list[Finding]:
    """All findings, gravest first, then by kind and node."""
    found = [finding for one in CHECKS for finding in one(reader)]
    if evidence:
        found += rematch(reader)
    return sorted(found, key=lambda one: (SEVERITIES.index(one.severity), one.check, one.nodes, one.message))


def self_references(reader: Reader) -> Iterator[Finding]:
    """Documents said to relate to themselves."""
    for head, predicate, tail in _edges(reader):
        if head == tail:
            node = reader.node(head)
            yield Finding(
                "self-reference",
                "high",
                f"{node.label} {predicate} itself",
                "read the quote: two documents were taken for one, or the source misprints a number; reject the edge",
                (head,),
                _quotes(reader, head, predicate, tail),
            )


def cycles(reader: Reader) -> Iterator[Finding]:
    """Documents that lead back to themselves by implementing, continuing or replacing."""
    graph = nx.DiGraph()
    names: dict[tuple[str, str], str] = {}
    for head, predicate, tail in _edges(reader):
        if predicate in FORWARD and head != tail:
            graph.add_edge(head, tail)
            names[head, tail] = predicate
    for component in nx.strongly_connected_components(graph):
        if len(component) > 1:
            members = tuple(sorted(component))
            inside = [(head, tail) for head, tail in sorted(names) if head in component and tail in component]
            labels = ", ".join(reader.node(iri).label for iri in members[:6])
            quotes = tuple(
                quote for head, tail in inside[:10] for quote in _quotes(reader, head, names[head, tail], tail)
            )
            advice = "compare the quotes: an edge is read the wrong way round, or two documents were taken for one"
            yield Finding(
                "cycle", "high", f"{len(members)} documents lead to one another: {labels}", advice, members, quotes
            )


def later(reader: Reader) -> Iterator[Finding]:
    """Documents said to act on one that is dated later."""
    for head, predicate, tail in _edges(reader):
        if predicate not in FORWARD or head == tail:
            continue
        first, second = reader.node(head), reader.node(tail)
        if _later(first, second):
            yield Finding(
                "later",
                "high",
                f"{first.label} of {first.date} {predicate} {second.label} of {second.date}, which is later",
                "check both dates in the quotes: one is misprinted, or belongs to another document of that number",
                (head, tail),
                _quotes(reader, head, predicate, tail),
            )


def two_dates(reader: Reader) -> Iterator[Finding]:
    """Documents that sources date or attribute differently."""
    query = "SELECT iri FROM refs GROUP BY iri HAVING count(*) > 1 ORDER BY iri"
    for (iri,) in reader.catalogue.db.execute(query).fetchall():
        rows = [named.reference for named, _ in reader.catalogue.references_to(iri)]
        dates = sorted({one.date for one in rows if one.date and len(one.date) == WHOLE_DATE})
        bodies = sorted({one.body for one in rows if one.body})
        for kind, values in (("two dates", dates), ("two issuers", bodies)):
            if len(values) > 1:
                hashes = sorted({one.source for one in rows})
                quotes = reader.witness.mentions(iri, hashes)[:10]
                message = f"{reader.node(iri).label} has {kind}: {', '.join(values)}"
                yield Finding(
                    kind, "medium", message, "compare the sources; the register or the original decides", (iri,), quotes
                )


def ambiguous(reader: Reader) -> Iterator[Finding]:
    """Documents that are known in part only."""
    query = "SELECT iri FROM nodes WHERE kind = 'document' AND iri LIKE '%~%' ORDER BY iri LIMIT ?"
    for (iri,) in reader.catalogue.db.execute(query, (MOST,)).fetchall():
        rows = reader.catalogue.references_to(iri)
        found = rows[0][1]
        if not found.ambiguous:
            continue
        node = reader.node(iri)
        missing = ", ".join(found.lacks) or "what tells its candidates apart"
        message = f"{node.label} is known only as one source names it; not known: {missing}"
        advice = (
            f"it may be: {', '.join(found.candidates)}" if found.candidates else "load a source that names it in full"
        )
        quotes = reader.witness.mentions(iri, [rows[0][0].reference.source])[:3]
        yield Finding("ambiguous", "low", message, advice, (iri, *found.candidates), quotes)


def dangling(reader: Reader) -> Iterator[Finding]:
    """Documents that edges lead to, whose own text is in no source; those most waited for first."""
    query = (
        "SELECT n.iri, count(DISTINCT c.head) AS heads FROM nodes n JOIN claims c ON c.tail = n.iri "
        "WHERE n.kind = 'document' AND NOT n.seen GROUP BY n.iri ORDER BY heads DESC, n.iri LIMIT ?"
    )
    for iri, heads in reader.catalogue.db.execute(query, (MOST,)).fetchall():
        message = f"{reader.node(iri).label} is named by {heads} but its own text is in no source"
        yield Finding("dangling", "low", message, "obtain its text and load it", (iri,))


def rematch(reader: Reader) -> Iterator[Finding]:
    """Originals whose bytes have changed, and quotes that are not what stands at their offsets."""
    for source in reader.sources():
        label = source.title or (source.locations[0] if source.locations else source.sha256[:12])
        advice = "load the source again; if its bytes are lost, remove it"
        try:
            data = reader.original(source.sha256)
            content = reader.kept(source.sha256).text.content
        except NotFound as error:
            yield Finding("original", "high", f"{label}: {error}", advice, (identity.source(source.sha256),))
            continue
        if hashlib.sha256(data).hexdigest() != source.sha256:
            yield Finding(
                "original",
                "high",
                f"{label}: the bytes kept are not those read",
                advice,
                (identity.source(source.sha256),),
            )
        for start, end, exact in quotes_of(reader.store, source.sha256):
            if content[start:end] != exact:
                message = f"{label}: the text at {start}-{end} is not the quote"
                yield Finding(
                    "quote", "high", message, "run `phahe rebuild`", (identity.evidence(source.sha256, start, end),)
                )


def quotes_of(store: ox.Store, sha256: str) -> Iterator[tuple[int, int, str]]:
    """Offsets and quote of every stretch of evidence of a source, as the store has them."""
    graph = ox.NamedNode(identity.source_graph(sha256))
    values: dict[str, dict[str, str]] = {}
    for curie in ("oa:start", "oa:end", "oa:exact"):
        for quad in store.quads_for_pattern(None, ox.NamedNode(expand(curie)), None, graph):
            assert isinstance(quad.subject, ox.NamedNode)
            assert isinstance(quad.object, ox.Literal)
            values.setdefault(quad.subject.value.partition("#")[0], {})[curie] = quad.object.value
    for node in sorted(values):
        fields = values[node]
        yield int(fields["oa:start"]), int(fields["oa:end"]), fields["oa:exact"]


def _edges(reader: Reader) -> list[tuple[str, str, str]]:
    query = "SELECT DISTINCT head, predicate, tail FROM claims WHERE verdict IS NOT 'rejected' ORDER BY 1, 3, 2"
    return list(reader.catalogue.db.execute(query))


def _later(head: Node, tail: Node) -> bool:
    return (
        bool(head.date and tail.date) and str(head.date)[: len(str(tail.date))] < str(tail.date)[: len(str(head.date))]
    )


def _quotes(reader: Reader, head: str, predicate: str, tail: str) -> tuple[Evidence, ...]:
    return reader.witness.edge(head, predicate, tail).evidence


CHECKS: Final[tuple[Callable[[Reader], Iterator[Finding]], ...]] = (
    self_references,
    cycles,
    later,
    two_dates,
    ambiguous,
    dangling,
)
