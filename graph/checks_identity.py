"""Checks of what documents are: their numbers, dates, types and issuing bodies, as sources state them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from graph.cards import Named
from graph.clocks import earliest, latest
from graph.inspection import HIGH, LOW, MEDIUM, Inspection
from graph.recognition import entries
from graph.references import CENTRAL
from graph.values import Finding, Node
from ontology import identity
from ontology.bodies import BodyMatch
from ontology.places import covers
from ontology.terms import NARROWER_TYPES, TYPES

WHOLE_DATE: Final = 10
OLDEST: Final = "1930"
MOST: Final = 1_000
# The Party signed its regulations -QĐ/TW until 2013 or so, statutes and rules come under the number of a decision, and
# provincial committees number programmes -CT/TU.
SYMBOLS_OF: Final = {
    "QyĐ": {"qd"},
    "QC": {"qd"},
    "ĐL": {"qd"},
    "KH-kt": {"qd", "nd", "nq", "tt"},
    "ĐA": {"qd"},
    "CTr": {"ct"},
}
LOOSE: Final = frozenset({"KHÁC", "VBHN", "SL"})
CODES: Final = {identity.slug(code): code for code in (*TYPES, *NARROWER_TYPES)}


def stated(look: Inspection) -> Iterator[Finding]:
    """All that can be seen of one document at a time."""
    for node in look.documents():
        namings = [named for named, _ in look.namings(node.iri)]
        for one in EACH:
            yield from one(look, node, namings)


def two_values(look: Inspection, node: Node, namings: list[Named]) -> Iterator[Finding]:
    """A document that sources date or attribute differently."""
    refs = [one.reference for one in namings]
    dates = sorted({one.date for one in refs if one.date and len(one.date) == WHOLE_DATE})
    bodies = sorted({one.body for one in refs if one.body})
    for kind, values in (("two dates", dates), ("two issuers", bodies)):
        if len(values) > 1:
            message = f"{node.label} has {kind}: {', '.join(values)}"
            advice = "compare the quotes; the original or the register decides, and the wrong source is to be told"
            yield Finding(kind, MEDIUM, message, advice, (node.iri,), look.mentions(node.iri))


def impossible_date(look: Inspection, node: Node, namings: list[Named]) -> Iterator[Finding]:
    """A day that no calendar has, or one before there was anybody to sign."""
    for one in sorted({one.reference.date for one in namings if one.reference.date}):
        if not _is_day(one) or one < OLDEST:
            message = f"{node.label} is dated {one}, which cannot be"
            yield Finding(
                "impossible date",
                HIGH,
                message,
                "read the quote: the date is misprinted or misread",
                (node.iri,),
                look.mentions(node.iri),
            )


def year_in_number(look: Inspection, node: Node, namings: list[Named]) -> Iterator[Finding]:
    """A number that holds another year than the date."""
    for one in namings:
        number, day = one.reference.number, one.reference.date
        if number and number.year and day and int(day[:4]) != number.year:
            message = f"{node.label} is dated {day}, but its number says {number.year}"
            yield _named(
                look, "year in number", MEDIUM, node, one, message, "one of the two is misprinted: see the original"
            )
            return


def type_in_symbol(look: Inspection, node: Node, namings: list[Named]) -> Iterator[Finding]:
    """A number whose symbol is that of another type of document."""
    number = namings[0].reference.number if namings else None
    first, and_body, _ = number.symbol.partition("-") if number else ("", "", "")
    # A symbol alone is that of a body: 87-CT is of the Chairman (Chủ tịch), and no directive.
    if (
        not and_body
        or first not in CODES
        or node.type in LOOSE
        or first in {identity.slug(node.type), *SYMBOLS_OF.get(node.type, ())}
    ):
        return
    code = CODES[first]
    broader = (NARROWER_TYPES[code].broader or code) if code in NARROWER_TYPES else code
    if node.type == broader:
        return
    message = f"{node.label}: the symbol in its number is that of {TYPES[broader].label_vi}"
    yield _named(
        look, "type in symbol", MEDIUM, node, namings[0], message, "the type or the number is misread: see the quote"
    )


def issuer_in_symbol(look: Inspection, node: Node, namings: list[Named]) -> Iterator[Finding]:
    """A number whose symbol stands for other bodies than the one that is said to have issued it."""
    for one in namings:
        number, body = one.reference.number, _body(look, one)
        signing = look.register.issuers_of(number.slug) if number and _two_part(one) else ()
        if not signing or body is None or body.series is None:
            continue
        heads = {key for found in signing for key in (found.id, found.series or found.id)}
        if not heads & {body.body, body.series.partition(":")[0]}:
            names = ", ".join(sorted({found.name for found in signing})[:3])
            message = f"{node.label} is said to be of {one.issuer or body.name}, but its number is one of {names}"
            yield _named(look, "issuer in symbol", LOW, node, one, message, "see which of the two the original has")
            return


def body_in_time(look: Inspection, node: Node, namings: list[Named]) -> Iterator[Finding]:
    """A document of a body, or with the symbol of one, that did not exist on its day."""
    for one in namings:
        reference, body = one.reference, _body(look, one)
        day = reference.date
        if not day:
            continue
        signing = look.register.issuers_of(reference.number.slug) if reference.number and _two_part(one) else ()
        gone = signing and not any(covers(found.valid_from, found.valid_to, day) for found in signing)
        if (body and not body.exists) or gone:
            who = body.name if body and not body.exists else signing[0].name
            message = f"{node.label} is dated {day}, but {who} did not exist then"
            advice = "see `phahe body` for when it did; the date, the number or the body is misread"
            yield _named(look, "body in time", MEDIUM, node, one, message, advice)
            return


def term_in_time(look: Inspection, node: Node, namings: list[Named]) -> Iterator[Finding]:
    """A document of a term (`khóa`) in which its date does not lie."""
    for one in namings:
        reference = one.reference
        if not (reference.term and reference.date and reference.series == CENTRAL):
            continue
        term = look.register.term("party", reference.term)
        if term and not covers(term.start, term.end, reference.date):
            span = f"{term.start} to {term.end or 'now'}"
            message = f"{node.label} is dated {reference.date}, which is not in term {reference.term} ({span})"
            yield _named(
                look, "term in time", MEDIUM, node, one, message, "the date or the term is misread: see the quote"
            )
            return


def register_date(look: Inspection, node: Node, namings: list[Named]) -> Iterator[Finding]:
    """A document that a source dates otherwise than the register."""
    known = [found.entry for _, found in look.namings(node.iri) if found.entry]
    for entry in sorted(set(known))[:1]:
        day = entries(look.register)[entry].date
        for one in namings:
            said = one.reference.date
            if said and day and not (said.startswith(day) or day.startswith(said)):
                message = f"{node.label}: a source dates it {said}, the register {day}"
                yield _named(
                    look,
                    "register date",
                    MEDIUM,
                    node,
                    one,
                    message,
                    "the source is misprinted, or the register is to be mended",
                )
                return


def not_yet_issued(look: Inspection) -> Iterator[Finding]:
    """Documents named by a source that was published before they were issued."""
    published = {one.sha256: one.published for one in look.reader.sources() if one.published}
    query = (
        "SELECT DISTINCT r.source, n.iri, n.date FROM refs r JOIN nodes n ON n.iri = r.iri "
        "WHERE n.date IS NOT NULL ORDER BY n.iri, r.source"
    )
    for source, iri, day in look.rows(query):
        if source in published and earliest(day) > latest(str(published[source])):
            node = look.node(iri)
            message = f"{node.label} is dated {day}, but a source published on {published[source]} names it"
            advice = "one of the two dates is misread: see the quote and the head of the source"
            yield Finding(
                "not yet issued", MEDIUM, message, advice, (iri, identity.source(source)), look.mentions(iri, [source])
            )


def one_number(look: Inspection) -> Iterator[Finding]:
    """Different documents of one number and year that only a date or a type sets apart: likely one document."""
    groups: defaultdict[tuple[str, ...], list[Node]] = defaultdict(list)
    for node in look.documents():
        number = identity.number(node.number) if node.number else None
        if number and number.symbol and node.date and node.issuer_iri and "~" not in node.iri:
            groups[number.slug, node.date[:4], node.issuer_iri].append(node)
    for nodes in groups.values():
        if len(nodes) < 2:
            continue
        kind = "one number, two types" if len({node.type for node in nodes}) > 1 else "one number, two dates"
        message = f"one number, {len(nodes)} documents: " + "; ".join(f"{node.label} of {node.date}" for node in nodes)
        quotes = tuple(quote for node in nodes[:3] for quote in look.mentions(node.iri)[:2])
        advice = "compare the quotes: a type or a date is misprinted, and the two are one document"
        yield Finding(kind, MEDIUM, message, advice, tuple(node.iri for node in nodes), quotes)


def ambiguous(look: Inspection) -> Iterator[Finding]:
    """Documents that are known in part only."""
    query = "SELECT iri FROM nodes WHERE kind = 'document' AND iri LIKE '%~%' ORDER BY iri LIMIT ?"
    for (iri,) in look.rows(query, (MOST,)):
        named, found = look.namings(iri)[0]
        if not found.ambiguous:
            continue
        missing = ", ".join(found.lacks) or "what tells its candidates apart"
        message = f"{look.node(iri).label} is known only as one source names it; not known: {missing}"
        few = ", ".join(found.candidates[:5])
        advice = f"it may be: {few}" if few else "load a source that names it in full"
        quotes = look.mentions(iri, [named.reference.source])
        yield Finding("ambiguous", LOW, message, advice, (iri, *found.candidates[:5]), quotes)


def unresolved_body(look: Inspection) -> Iterator[Finding]:
    """Issuing bodies and actors that the register does not know."""
    query = "SELECT iri, body FROM nodes WHERE body LIKE '%/body/%~%' ORDER BY body, iri LIMIT ?"
    for iri, body in look.rows(query, (MOST,)):
        node = look.node(iri)
        message = f"{node.label}: the register does not know the body {node.issuer!r}"
        advice = "see whether the name is misread; else the register lacks it, or a name in it"
        edges = [(head, predicate, tail) for head, predicate, tail in look.rows(OUT, (iri,))]
        quotes = look.mentions(iri) or look.quotes(*edges)
        yield Finding("unresolved body", LOW, message, advice, (iri, body), quotes)


OUT: Final = (
    "SELECT DISTINCT head, predicate, tail FROM claims WHERE head = ? AND verdict IS NOT 'rejected' "
    "ORDER BY 3, 2 LIMIT 2"
)


def _named(  # noqa: PLR0913, PLR0917 - the parts of a finding about one naming
    look: Inspection, check: str, severity: str, node: Node, one: Named, message: str, advice: str
) -> Finding:
    return Finding(check, severity, message, advice, (node.iri,), look.mentions(node.iri, [one.reference.source]))


def _two_part(one: Named) -> bool:
    """Whether a number has a type and a body in its symbol; one part alone may be either."""
    number = one.reference.number
    return bool(number and "-" in number.symbol)


def _body(look: Inspection, one: Named) -> BodyMatch | None:
    """The issuing body as the register has it on the day of the document."""
    place = one.body.place if one.body else None
    return look.register.body_of(one.issuer, place=place, date=one.reference.date) if one.issuer else None


def _is_day(written: str) -> bool:
    try:
        date.fromisoformat(earliest(written))
    except ValueError:
        return False
    return True


EACH: Final[tuple[Callable[[Inspection, Node, list[Named]], Iterator[Finding]], ...]] = (
    two_values,
    impossible_date,
    year_in_number,
    type_in_symbol,
    issuer_in_symbol,
    body_in_time,
    term_in_time,
    register_date,
)
CHECKS: Final[tuple[Callable[[Inspection], Iterator[Finding]], ...]] = (
    stated,
    not_yet_issued,
    one_number,
    ambiguous,
    unresolved_body,
)
