"""What questions to the graph are answered with: nodes, edges and their evidence, ready for a table, a page or a file.

Pages, commands and exports take these same values, so that no two views of one question can differ.
"""

from __future__ import annotations

from ontology.model import Source, Text, Value


class Node(Value, frozen=True, gc=False):
    """A document or an activity of the lineage.

    `kind` is `document` or `activity`. For a document `type` is its code (`KL`), `number` the number as printed; for an
    activity `type` is its kind (`dissemination`) and `number` is None. `label` is the shortest unambiguous name in
    Vietnamese (`Kết luận 49-KL/TW (2019)`). `level` is `central`, `ministry`, `province`, `district`, `commune` or None
    where unknown; `sphere` is `party`, `state`, `mass` or None. `issuer` is the body's name (for an activity, the
    actor), `issuer_iri` the body. `seen` is true where the document's own text is among the sources (false: it is only
    named). `ambiguous` lists IRIs of the documents it may be, where that could not be decided.
    """

    iri: str
    kind: str
    type: str
    label: str
    number: str | None = None
    date: str | None = None
    title: str | None = None
    issuer: str | None = None
    issuer_iri: str | None = None
    level: str | None = None
    sphere: str | None = None
    place: str | None = None
    seen: bool = False
    ambiguous: tuple[str, ...] = ()


class Evidence(Value, frozen=True, gc=False):
    """One assertion of an edge: the quote, where it stands, what read it, and what a reviewer said of it.

    `start` and `end` are code points of the source's text, half open; `exact` is that stretch. `page` is 1-based, None
    where the source has no pages. `verdict` is `confirmed`, `rejected` or None.
    """

    iri: str
    source: str
    exact: str
    start: int
    end: int
    prefix: str = ""
    suffix: str = ""
    page: int | None = None
    rule: str = ""
    confidence: float = 1.0
    provision: str | None = None
    source_title: str | None = None
    location: str | None = None
    published: str | None = None
    verdict: str | None = None


class Edge(Value, frozen=True, gc=False):
    """A typed edge of the lineage with all its evidence. `predicate` is a local name (`implements`)."""

    head: str
    predicate: str
    tail: str
    evidence: tuple[Evidence, ...] = ()


class Subgraph(Value, frozen=True, gc=False):
    """Nodes and edges around `focus`, with how many there are in all (`total`) where not all are shown."""

    focus: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    total: int
    version: str = ""


class Link(Value, frozen=True, gc=False):
    """One step of a path: the edge, walked from its head to its tail, and the days between their dates."""

    edge: Edge
    gap_days: int | None = None


class Path(Value, frozen=True, gc=False):
    """A walk from its first node (the implementing end) to its last (the root). `weakest` indexes `links`."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    weakest: int | None = None


class Chain(Value, frozen=True, gc=False):
    """The paths up from a document to its roots, down to its leaves, or between two documents.

    `up` follows edges from head to tail, `down` the reverse. `total` is the number of paths there are, exact, in
    decimal digits (see `graph.condensation`); `cycles` lists the documents of each cycle met (cycles are shown, never
    walked round). As of a day (`as_of`), it holds nothing that was issued later, and `statuses` has the status of each
    document on that day, by IRI.
    """

    focus: Node
    up: tuple[Path, ...] = ()
    down: tuple[Path, ...] = ()
    total: str = "0"
    cycles: tuple[tuple[str, ...], ...] = ()
    version: str = ""
    as_of: str | None = None
    statuses: dict[str, str] = {}  # noqa: RUF012 - a frozen value's default is never written to


class Fact(Value, frozen=True, gc=False):
    """One stated property of a document with the sources (sha256) that state it; `register` where only it knows."""

    name: str
    value: str
    sources: tuple[str, ...] = ()
    register: bool = False


class Dossier(Value, frozen=True, gc=False):
    """All that is known of one node: facts with sources, edges out and in with evidence, and the other ends."""

    node: Node
    facts: tuple[Fact, ...]
    out: tuple[Edge, ...]
    into: tuple[Edge, ...]
    others: tuple[Node, ...]
    mentions: tuple[Evidence, ...] = ()
    identity: str = ""
    version: str = ""


class Hit(Value, frozen=True, gc=False):
    """One answer of a search, best first.

    `status` is what became of a document when all that is known has happened; `relations` is how many edges meet it.
    """

    node: Node
    score: float
    snippet: str = ""
    status: str | None = None
    relations: int = 0


class Results(Value, frozen=True, gc=False):
    """A page of hits, with the number of all and counts by facet (`type`, `level`, `year`)."""

    query: str
    hits: tuple[Hit, ...]
    total: int
    facets: dict[str, tuple[tuple[str, int], ...]]
    version: str = ""


class Kept(Value, frozen=True, gc=False):
    """A source as it is kept: what is known of it and the text it was read as."""

    source: Source
    text: Text


class Finding(Value, frozen=True, gc=False):
    """Something a check found: its kind, how grave (`high`, `medium`, `low`), what, where, and what to do."""

    check: str
    severity: str
    message: str
    advice: str
    nodes: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Event(Value, frozen=True, gc=False):
    """Something that was done to the data. `sources` are the hashes of those that came or left.

    `act` is `load`, `remove`, `verdict`, `register` (another version of phahe knows another register) or `migrate` (an
    older data directory was taken over). `when` is the time (ISO 8601, UTC, to the second).
    """

    iri: str
    act: str
    when: str
    sources: tuple[str, ...] = ()


class Redirect(Value, frozen=True, gc=False):
    """A name that was given up for better ones: `to` is the document that it means now, or the several it may mean.

    `event` made the name void; it may have gone through other names since.
    """

    iri: str
    to: tuple[str, ...]
    event: Event


class Tombstone(Value, frozen=True, gc=False):
    """A name of something that was withdrawn: `event` took the last source that stated it."""

    iri: str
    event: Event
