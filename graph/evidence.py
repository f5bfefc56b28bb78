"""The evidence of edges: one assertion, one quote, one source. That of many edges is read in one query."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import msgspec
import pyoxigraph as ox

from graph.catalogue import Catalogue, listed
from graph.values import Edge, Evidence
from ontology import identity
from ontology.errors import NotFound
from ontology.model import Source, Value
from ontology.namespaces import expand

FIELDS: Final = {
    ox.NamedNode(expand(curie)): field
    for curie, field in {
        "phahe:page": "page",
        "oa:start": "start",
        "oa:end": "end",
        "oa:exact": "exact",
        "oa:prefix": "prefix",
        "oa:suffix": "suffix",
    }.items()
}
MENTION: Final = ox.NamedNode(expand("phahe:mention"))

EVIDENCE: Final = (
    "c.iri, c.source, c.verdict, c.confidence, c.rule, c.provision, "
    'c.start, c."end", q.exact, q.prefix, q.suffix, q.page, s.data'
)
QUOTED: Final = (
    'JOIN quotes q ON q.source = c.source AND q.start = c.start AND q."end" = c."end" '
    "JOIN sources s ON s.sha256 = c.source"
)
ON_EDGES: Final = (
    f"SELECT c.head, c.predicate, c.tail, {EVIDENCE} FROM json_each(?) AS asked "  # noqa: S608 - columns only
    "CROSS JOIN claims c ON c.head = json_extract(asked.value, '$[0]') "
    "AND c.predicate = json_extract(asked.value, '$[1]') AND c.tail = json_extract(asked.value, '$[2]') "
    f"{QUOTED} ORDER BY asked.key, c.confidence DESC, c.source, c.start, c.iri"
)
OF_CLAIM: Final = f"SELECT {EVIDENCE} FROM claims c {QUOTED} WHERE c.iri = ?"  # noqa: S608 - columns only


class Caption(Value, frozen=True, gc=False):
    """What is shown of a source beside a quote of it."""

    title: str | None = None
    locations: tuple[str, ...] = ()
    published: str | None = None


CAPTIONS: Final = msgspec.json.Decoder(Caption)


class Witness:
    """Reads evidence for a reader; `store` and `catalogue` are of one published copy."""

    def __init__(self, store: ox.Store, catalogue: Catalogue) -> None:
        self.store = store
        self.catalogue = catalogue
        self._sources: dict[str, Source] = {}

    def edge(self, head: str, predicate: str, tail: str) -> Edge:
        """An edge with all its evidence, surest first."""
        return self.edges([(head, predicate, tail)])[0]

    def edges(self, asked: Iterable[tuple[str, str, str]]) -> list[Edge]:
        """Edges (head, predicate, tail) with all their evidence, in the order asked for."""
        wanted = list(asked)
        found: dict[tuple[str, str, str], list[Evidence]] = {edge: [] for edge in wanted}
        captions: dict[str, Caption] = {}
        for row in self.catalogue.db.execute(ON_EDGES, (listed(found),)):
            found[row[0], row[1], row[2]].append(_evidence(row[3:], captions))
        return [Edge(*edge, tuple(found[edge])) for edge in wanted]

    def assertion(self, iri: str) -> Evidence:
        """The evidence of one assertion; raises NotFound."""
        row = self.catalogue.db.execute(OF_CLAIM, (iri,)).fetchone()
        if row is None:
            raise NotFound(f"there is no assertion {iri}")
        return _evidence(row, {})

    def quoted(self, iri: str, node: str, sha256: str) -> Evidence:
        """The stretch `node` of a source, as evidence of what else it states: an obligation, a result."""
        stretch = self._stretch(ox.NamedNode(node), ox.NamedNode(identity.source_graph(sha256)))
        return self._evidence(iri, sha256, stretch)

    def mentions(self, document: str, hashes: Iterable[str]) -> tuple[Evidence, ...]:
        """Where sources name a document, in the order of the sources and of their text."""
        found = []
        for sha256 in hashes:
            graph = ox.NamedNode(identity.source_graph(sha256))
            for quad in self.store.quads_for_pattern(ox.NamedNode(document), MENTION, None, graph):
                node = quad.object
                assert isinstance(node, ox.NamedNode)
                found.append(self._evidence(node.value, sha256, self._stretch(node, graph)))
        return tuple(sorted(found, key=lambda one: (one.source, one.start, one.end)))

    def _evidence(self, iri: str, sha256: str, stretch: Mapping[str, str]) -> Evidence:
        source = self._source(sha256)
        return Evidence(
            iri=iri,
            source=sha256,
            exact=stretch["exact"],
            start=int(stretch["start"]),
            end=int(stretch["end"]),
            prefix=stretch["prefix"],
            suffix=stretch["suffix"],
            page=int(stretch["page"]) if "page" in stretch else None,
            source_title=source.title,
            location=source.locations[0] if source.locations else None,
            published=source.published,
        )

    def _stretch(self, node: ox.NamedNode, graph: ox.NamedNode) -> dict[str, str]:
        """Offsets and quote of an evidence node."""
        fields = self._fields(node, graph)
        for part in ("#position", "#quote"):
            fields |= self._fields(ox.NamedNode(node.value + part), graph)
        return fields

    def _fields(self, node: ox.NamedNode, graph: ox.NamedNode) -> dict[str, str]:
        quads = self.store.quads_for_pattern(node, None, None, graph)
        return {FIELDS[quad.predicate]: _value(quad.object) for quad in quads if quad.predicate in FIELDS}

    def _source(self, sha256: str) -> Source:
        if sha256 not in self._sources:
            found = self.catalogue.source(sha256)
            assert found, "a published store and its catalogue hold the same sources"
            self._sources[sha256] = found[0]
        return self._sources[sha256]


def _evidence(row: Sequence[Any], sources: dict[str, Caption]) -> Evidence:
    """A row of `EVIDENCE`; what is read of a source is kept in `sources` for the next one."""
    iri, sha256, verdict, confidence, rule, provision, start, end, exact, prefix, suffix, page, data = row
    source = sources.get(sha256)
    if source is None:
        source = sources[sha256] = CAPTIONS.decode(data)
    return Evidence(
        iri=iri,
        source=sha256,
        exact=exact,
        start=start,
        end=end,
        prefix=prefix,
        suffix=suffix,
        page=page,
        rule=rule,
        confidence=confidence,
        provision=provision,
        source_title=source.title,
        location=source.locations[0] if source.locations else None,
        published=source.published,
        verdict=verdict,
    )


def _value(term: object) -> str:
    assert isinstance(term, ox.NamedNode | ox.Literal), "no other terms stand in our graphs"
    return term.value
