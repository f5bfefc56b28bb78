"""A document as its page shows it: who it is and how that was decided, what it is related to, and when what happened.

A document may be named by thousands. So relations come by kind and direction, each with its total, the newest first,
and a page of them at a time; evidence is read for what is shown only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph import dossiers
from graph.ground import ground
from graph.obligations import Stated, stated
from graph.recognition import entries
from graph.values import Edge, Evidence, Fact, Node
from ontology.model import Value

if TYPE_CHECKING:
    from graph.reader import Reader

SHOWN: Final = 10
MOMENTS: Final = 60
MENTIONS: Final = 50
STATEMENTS: Final = 100
TALLY: Final = (
    "SELECT c.predicate, n.kind, count(DISTINCT c.{other}) FROM claims c JOIN nodes n ON n.iri = c.{other} "
    "WHERE c.{end} = ? AND c.verdict IS NOT 'rejected' GROUP BY 1, 2 ORDER BY 1, 2"
)
PAGE: Final = (
    "SELECT DISTINCT n.iri, n.date FROM claims c JOIN nodes n ON n.iri = c.{other} "
    "WHERE c.{end} = ? AND c.predicate = ? AND n.kind = ? AND c.verdict IS NOT 'rejected' "
    "ORDER BY n.date IS NULL, n.date DESC, n.iri LIMIT ? OFFSET ?"
)
DATED: Final = (
    "SELECT DISTINCT n.date, c.predicate, {inverse} AS inverse, n.iri FROM claims c JOIN nodes n ON n.iri = c.{other} "
    "WHERE c.{end} = ?1 AND c.verdict IS NOT 'rejected' AND n.date IS NOT NULL"
)
OUTWARD: Final = {"end": "head", "other": "tail", "inverse": 0}
INWARD: Final = {"end": "tail", "other": "head", "inverse": 1}


class Group(Value, frozen=True):
    """Relations of one kind in one direction, with documents or with activities: those shown, and how many there are.

    `inverse` is true where the others act on the document. `others` are the other ends, in the order of `edges`.
    """

    predicate: str
    inverse: bool
    kind: str
    total: int
    edges: tuple[Edge, ...] = ()
    others: tuple[Node, ...] = ()


class Decision(Value, frozen=True):
    """Why references were found to be this document, and how many were for this reason.

    `entry` is the register's document, as it names it, with the title of where the register has it from; `lacks` is
    what the references do not state; `candidates` are the documents they may be.
    """

    reason: str
    count: int
    entry: str | None = None
    origin: str | None = None
    lacks: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()


class Moment(Value, frozen=True):
    """What happened to or around a document on a date: the relation to the other end, seen from the document."""

    date: str
    predicate: str
    inverse: bool
    other: Node


class Portrait(Value, frozen=True):
    """All that the page of a document shows of it, but for its status and its history."""

    node: Node
    facts: tuple[Fact, ...]
    decisions: tuple[Decision, ...]
    groups: tuple[Group, ...]
    moments: tuple[Moment, ...]
    dated: int
    mentions: tuple[Evidence, ...]
    sources: int
    duties: tuple[Stated, ...]
    results: tuple[Stated, ...]
    version: str


def portrait(reader: Reader, iri: str) -> Portrait:
    """The document or activity `iri`; raises NotFound."""
    node = reader.node(iri)
    rows = reader.catalogue.references_to(iri, dossiers.MOST_SOURCES)
    hashes = sorted({named.reference.source for named, _ in rows})
    said = stated(ground(reader), [iri])[:STATEMENTS] if node.kind == "document" else []
    moments, dated = _moments(reader, iri)
    (sources,) = reader.catalogue.db.execute("SELECT count(DISTINCT source) FROM refs WHERE iri = ?", (iri,)).fetchone()
    return Portrait(
        node=node,
        facts=dossiers.facts(node, rows, reader.register),
        decisions=_decisions(reader, iri),
        groups=tuple(relations(reader, iri, *key) for key in tally(reader, iri)),
        moments=moments,
        dated=dated,
        mentions=reader.witness.mentions(iri, hashes[:MENTIONS])[:MENTIONS],
        sources=sources,
        duties=tuple(one for one in said if one.kind == "obligation"),
        results=tuple(one for one in said if one.kind == "result"),
        version=reader.version,
    )


def tally(reader: Reader, iri: str) -> dict[tuple[str, bool, str], int]:
    """How many others a node is related to: by predicate, whether they act on it, and what they are."""
    found = {}
    for inverse, ends in ((False, OUTWARD), (True, INWARD)):
        for predicate, kind, count in reader.catalogue.db.execute(TALLY.format(**ends), (iri,)):
            found[predicate, inverse, kind] = count
    return found


def relations(  # noqa: PLR0913 - each narrows the question in its own way
    reader: Reader,
    iri: str,
    predicate: str,
    inverse: bool,  # noqa: FBT001 - one of the three that name a group
    kind: str,
    *,
    limit: int = SHOWN,
    offset: int = 0,
) -> Group:
    """A page of the relations of one kind and direction, the newest first, with their evidence."""
    ends = INWARD if inverse else OUTWARD
    total = tally(reader, iri).get((predicate, inverse, kind), 0)
    rows = reader.catalogue.db.execute(PAGE.format(**ends), (iri, predicate, kind, limit, offset)).fetchall()
    cards = reader.nodes([row[0] for row in rows])
    keys = [(other, predicate, iri) if inverse else (iri, predicate, other) for other in cards]
    return Group(predicate, inverse, kind, total, tuple(reader.edges(keys)), tuple(cards.values()))


def _moments(reader: Reader, iri: str) -> tuple[tuple[Moment, ...], int]:
    """What is dated around a document, oldest first; of more than are shown the newest, and how many there are."""
    both = " UNION ALL ".join(DATED.format(**ends) for ends in (OUTWARD, INWARD))
    (total,) = reader.catalogue.db.execute(f"SELECT count(*) FROM ({both})", (iri,)).fetchone()  # noqa: S608 - names are ours
    rows = reader.catalogue.db.execute(f"{both} ORDER BY 1 DESC, 4, 2 LIMIT {MOMENTS}", (iri,)).fetchall()
    cards = reader.nodes({row[3] for row in rows})
    return tuple(
        Moment(date, name, bool(inverse), cards[other]) for date, name, inverse, other in reversed(rows)
    ), total


def _decisions(reader: Reader, iri: str) -> tuple[Decision, ...]:
    """How the references that were found to be a document were decided, the commonest reason first."""
    counts: dict[Decision, int] = {}
    for named, found in reader.catalogue.forms_of(iri):
        entry = entries(reader.register)[found.entry] if found.entry else None
        label = " ".join(filter(None, (entry.type, entry.number, f"({entry.date})"))) if entry else None
        origin = reader.register.origins[entry.source].title if entry else None
        one = Decision(found.reason, 0, label, origin, found.lacks, found.candidates if found.ambiguous else ())
        counts[one] = counts.get(one, 0) + named.reference.weight
    order = sorted(counts, key=lambda one: (-counts[one], one.reason, one.entry or ""))
    return tuple(Decision(one.reason, counts[one], one.entry, one.origin, one.lacks, one.candidates) for one in order)
