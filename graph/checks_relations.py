"""Checks of how documents are related: in time, in rank, in place, and with one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Final

import networkx as nx

from graph.clocks import earliest, latest
from graph.inspection import HIGH, LOW, MEDIUM, EdgeKey, Inspection, between, dated
from graph.status import ENDING
from graph.values import Finding, Node
from ontology.terms import LEVELS, TYPES

# A document cannot act on what did not exist yet; what it cites or goes along with may be still to come.
ACTING: Final = frozenset(
    {
        "replaces", "repeals", "suspends", "amends", "consolidates", "corrects", "details", "guides", "continues",
        "reviews", "implements", "disseminates", "basedOn",
    }
)  # fmt: skip
CHANGING: Final = frozenset({"replaces", "repeals", "suspends", "amends"})
LIVING: Final = frozenset({"implements", "continues", "guides", "details", "disseminates", "basedOn"})
CARRYING: Final = frozenset({"implements", "details", "guides"})
# Only an instrument can do these; a conference cannot.
OF_INSTRUMENTS: Final = frozenset({*CHANGING, "consolidates", "corrects", "promulgates", "details"})
WEAK: Final = 0.5
MOST: Final = 1_000
MISREAD: Final = (
    "read the quote: an edge is read the wrong way round, or a number or date is misprinted; else reject it"
)


def self_reference(look: Inspection) -> Iterator[Finding]:
    """Documents said to act on themselves."""
    for head, predicate, tail in look.edges:
        if head == tail:
            message = f"{look.node(head).label} {predicate} itself"
            advice = "read the quote: two documents were taken for one, or a number is misprinted; reject the edge"
            yield Finding("self-reference", HIGH, message, advice, (head,), look.quotes((head, predicate, tail)))


def cycle(look: Inspection) -> Iterator[Finding]:
    """Documents that lead back to themselves."""
    graph = nx.DiGraph()
    names: dict[tuple[str, str], str] = {}
    for head, predicate, tail in look.edges:
        if predicate in ACTING and head != tail:
            graph.add_edge(head, tail)
            names[head, tail] = predicate
    for component in nx.strongly_connected_components(graph):
        if len(component) < 2:
            continue
        members = tuple(sorted(component))
        inside = [(h, names[h, t], t) for h, t in sorted(names) if h in component and t in component]
        message = (
            f"{len(members)} documents lead to one another: {', '.join(look.node(iri).label for iri in members[:6])}"
        )
        advice = "compare the quotes: an edge is read the wrong way round, or two documents were taken for one"
        yield Finding("cycle", HIGH, message, advice, members, look.quotes(*inside))


def later(look: Inspection) -> Iterator[Finding]:
    """Documents and activities that act on, or cite, what is dated later."""
    for edge in look.pairs({*ACTING, "cites"}):
        head, predicate, tail = edge
        if head.date and tail.date and latest(head.date) < earliest(tail.date):
            severity, kind = (MEDIUM, "cites later") if predicate == "cites" else (HIGH, "later")
            yield between(look, kind, severity, edge, "the second is later than the first", MISREAD)


def ended(look: Inspection) -> Iterator[Finding]:
    """Documents that put into effect, rest on or change what had been replaced or repealed before."""
    ends: dict[str, tuple[EdgeKey, Node]] = {}
    for head, predicate, tail in look.pairs(ENDING):
        if head.date and not _in_part(look, (head.iri, predicate, tail.iri)):
            before = ends.get(tail.iri)
            if before is None or str(head.date) < str(before[1].date):
                ends[tail.iri] = ((head.iri, predicate, tail.iri), head)
    for head, predicate, tail in look.pairs({*CARRYING, "basedOn", "amends", "suspends", "disseminates"}):
        if tail.iri in ends and head.date:
            act, by = ends[tail.iri]
            if by.iri != head.iri and by.date and latest(by.date) < earliest(head.date):
                kind = "acts on what ended" if predicate in CHANGING else "rests on what ended"
                message = f"{dated(head)} {predicate} {tail.label}, which {dated(by)} {act[1]}"
                advice = "see whether the newer document is meant, or the end was only in part"
                quotes = look.quotes((head.iri, predicate, tail.iri), act)
                yield Finding(kind, MEDIUM, message, advice, (head.iri, tail.iri, by.iri), quotes)


def higher(look: Inspection) -> Iterator[Finding]:
    """Instruments that change or end one of a higher rank or level, and lower ones that higher ones put into effect."""
    for edge in look.pairs({*CHANGING, *CARRYING}):
        head, predicate, tail = edge
        if head.kind != "document" or head.sphere != tail.sphere:
            continue
        above = _above(head, tail)
        if predicate in CHANGING and (_rank(head) > _rank(tail) > 0 or above < 0):
            why = "a lower instrument cannot change a higher one"
            yield between(look, "changes a higher one", HIGH, edge, why, MISREAD)
        elif predicate in CARRYING and (0 < _rank(head) < _rank(tail) or above > 1):
            why = "a higher body does not carry out what a lower one decides"
            yield between(look, "carries out a lower one", MEDIUM, edge, why, MISREAD)


def spheres(look: Inspection) -> Iterator[Finding]:
    """Instruments of the State that change those of the Party, or the other way round."""
    for edge in look.pairs(CHANGING):
        head, _, tail = edge
        if head.sphere and tail.sphere and head.sphere != tail.sphere:
            yield between(
                look, "across spheres", MEDIUM, edge, f"{head.sphere} cannot change what is of {tail.sphere}", MISREAD
            )


def places(look: Inspection) -> Iterator[Finding]:
    """Documents of one province that carry out or change those of another."""
    for edge in look.pairs({*CARRYING, *CHANGING, "continues"}):
        first, second = (_province(look, node) for node in (edge[0], edge[2]))
        if first and second and first != second:
            why = "they are of different provinces"
            advice = "read the quote: the number recurs in every province; the place of one end is misread"
            yield between(look, "across provinces", MEDIUM, edge, why, advice)


def opposite(look: Inspection) -> Iterator[Finding]:
    """Pairs of documents of which one ends the other and keeps it alive."""
    acts: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for head, predicate, tail in look.edges:
        if head != tail:
            acts[head, tail].add(predicate)
    for (head, tail), names in acts.items():
        if names & set(ENDING) and names & LIVING:
            edges = [(head, name, tail) for name in sorted(names & {*ENDING, *LIVING})]
            if any(_in_part(look, edge) for edge in edges if edge[1] in ENDING):
                continue
            message = (
                f"{look.node(head).label} both {' and '.join(name for _, name, _ in edges)} {look.node(tail).label}"
            )
            advice = "read both quotes: one of the two edges belongs to another document"
            yield Finding("opposite", MEDIUM, message, advice, (head, tail), look.quotes(*edges))


def two_successors(look: Inspection) -> Iterator[Finding]:
    """Documents that several others are said to replace as a whole."""
    found: defaultdict[str, list[Node]] = defaultdict(list)
    for head, predicate, tail in look.pairs({"replaces"}):
        if not _in_part(look, (head.iri, predicate, tail.iri)):
            found[tail.iri].append(head)
    for iri, heads in found.items():
        if len(heads) > 1:
            names = ", ".join(dated(head) for head in heads)
            message = f"{look.node(iri).label} is replaced by {len(heads)} documents: {names}"
            quotes = look.quotes(*((head.iri, "replaces", iri) for head in heads))
            advice = "compare the quotes: the later one replaces the earlier, or each replaces a part"
            yield Finding("two successors", LOW, message, advice, (iri, *(head.iri for head in heads)), quotes)


def acting_activity(look: Inspection) -> Iterator[Finding]:
    """Activities that do what only an instrument can do."""
    for edge in look.pairs(OF_INSTRUMENTS):
        if edge[0].kind == "activity":
            why = "an activity cannot do this"
            yield between(
                look,
                "acting activity",
                HIGH,
                edge,
                why,
                "read the quote: the document that acts is missing; reject or correct",
            )


def weak(look: Inspection) -> Iterator[Finding]:
    """Edges that rest on nothing but readings of little confidence."""
    query = (
        "SELECT head, predicate, tail FROM claims WHERE verdict IS NOT 'rejected' GROUP BY head, predicate, tail "
        "HAVING max(confidence) < ? AND sum(verdict = 'confirmed') IS NOT 1 ORDER BY max(confidence), 1, 3 LIMIT ?"
    )
    for head, predicate, tail in look.rows(query, (WEAK, MOST)):
        edge = (look.node(head), predicate, look.node(tail))
        yield between(
            look, "weak evidence", LOW, edge, "no reading of it is sure", "read the quote, then `phahe review`"
        )


def contested(look: Inspection) -> Iterator[Finding]:
    """Edges that a reviewer rejected in one place and that others still state."""
    query = (
        "SELECT head, predicate, tail FROM claims GROUP BY head, predicate, tail "
        "HAVING sum(verdict IS 'rejected') > 0 AND sum(verdict IS NOT 'rejected') > 0 ORDER BY 1, 3"
    )
    for head, predicate, tail in look.rows(query):
        edge = (look.node(head), predicate, look.node(tail))
        why = "one reading was rejected, another stands"
        yield between(look, "contested", LOW, edge, why, "read the other quotes too, then confirm or reject them")


def dangling(look: Inspection) -> Iterator[Finding]:
    """Documents that edges lead to, whose own text is in no source; those most waited for first."""
    query = (
        "SELECT n.iri, count(DISTINCT c.head) AS heads FROM nodes n JOIN claims c ON c.tail = n.iri "
        "WHERE n.kind = 'document' AND NOT n.seen AND c.verdict IS NOT 'rejected' "
        "GROUP BY n.iri ORDER BY heads DESC, n.iri LIMIT ?"
    )
    for iri, heads in look.rows(query, (MOST,)):
        message = f"{look.node(iri).label} is named by {heads} but its own text is in no source"
        yield Finding("dangling", LOW, message, "obtain its text and load it", (iri,), look.mentions(iri)[:2])


def _in_part(look: Inspection, edge: EdgeKey) -> bool:
    """Whether every live quote of an edge is of some provision only."""
    live = [one for one in look.reader.witness.edge(*edge).evidence if one.verdict != "rejected"]
    return all(one.provision for one in live)


def _rank(node: Node) -> int:
    """The place of a type in the hierarchy of norms, 1 the highest; 0 where the type does not decide it."""
    return (TYPES[node.type].rank or 0) if node.type in TYPES else 0


def _above(head: Node, tail: Node) -> int:
    """How many levels of government `head` stands above `tail`; negative where below, 0 where not known."""
    ranks = [LEVELS[node.level].rank if node.level else None for node in (head, tail)]
    return int(ranks[1] - ranks[0]) if ranks[0] and ranks[1] else 0


def _province(look: Inspection, node: Node) -> str | None:
    """The province of a document as it is today, so that mergers set nothing apart."""
    place = look.register.place(node.place) if node.place else None
    slug = (place.province or place.slug) if place else None
    return look.register.province_successor(slug) if slug else None


CHECKS: Final[tuple[Callable[[Inspection], Iterator[Finding]], ...]] = (
    self_reference,
    cycle,
    later,
    ended,
    higher,
    spheres,
    places,
    opposite,
    two_successors,
    acting_activity,
    weak,
    contested,
    dangling,
)
