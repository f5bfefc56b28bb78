"""Checks of sources and what is held of them: their dates, what they lay down, their bytes, quotes and verdicts."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import Final

import msgspec
import pyoxigraph as ox

from graph.clocks import earliest, latest
from graph.docket import Docket
from graph.inspection import HIGH, LOW, MEDIUM, Inspection
from graph.store import RESULTS, serialized
from graph.values import Evidence, Finding
from ontology import identity
from ontology.errors import NotFound, StoreError
from ontology.model import Source, Value
from ontology.namespaces import PHAHE, expand

LARGEST_SHARE: Final = 1_000
"""Percent of a target above which a figure is likelier misread than true."""

DUTIES: Final = f"""
    SELECT ?graph ?duty ?quote ?since ?due WHERE {{ GRAPH ?graph {{
      ?duty a <{PHAHE}Obligation> ; <{PHAHE}evidence> ?quote ; <{PHAHE}due> ?due
      OPTIONAL {{ ?duty <{PHAHE}since> ?since }} }} }} ORDER BY ?graph ?duty"""
SHARES: Final = f"""
    SELECT ?graph ?duty ?quote ?share WHERE {{ GRAPH ?graph {{
      ?duty a <{PHAHE}Result> ; <{PHAHE}evidence> ?quote ; <{PHAHE}percentOfTarget> ?share }}
      FILTER(?share < 0 || ?share > {LARGEST_SHARE}) }} ORDER BY ?graph ?duty"""
OWN: Final = (
    "SELECT DISTINCT n.iri, n.date FROM refs r JOIN nodes n ON n.iri = r.iri "
    "WHERE r.source = ? AND n.seen AND n.date IS NOT NULL"
)


class Cell(Value, frozen=True):
    """A term of a SPARQL JSON result."""

    value: str


class Rows(Value, frozen=True):
    """The solutions."""

    bindings: tuple[dict[str, Cell], ...]


class Solutions(Value, frozen=True):
    """A SPARQL JSON result."""

    results: Rows


def duties(look: Inspection) -> Iterator[Finding]:
    """Duties that end before they begin, or before the document that lays them down was issued."""
    for row in _solutions(look, DUTIES):
        due, since = row["due"], row.get("since")
        if since and latest(due) < earliest(since):
            message = f"a duty runs from {since} to {due}: its dates are reversed"
            advice = "read the quote: one of the two dates is misprinted or misread"
            yield Finding("reversed dates", HIGH, message, advice, (row["duty"],), (_quote(look, row),))
        own = look.rows(OWN, (_source(row),))
        dates = [day for iri, day in own if _is_own(look, iri, _source(row))]
        if len(dates) == 1 and latest(due) < earliest(dates[0]):
            message = f"a duty is due on {due}, before its document was issued on {dates[0]}"
            advice = "read the quote: the year is misprinted, or the duty is cited from an older document"
            yield Finding("due before issue", MEDIUM, message, advice, (row["duty"],), (_quote(look, row),))


def shares(look: Inspection) -> Iterator[Finding]:
    """Figures whose share of their target cannot well be."""
    for row in _solutions(look, SHARES):
        message = f"a figure is {row['share']} % of its target"
        advice = "read the quote: a comma or a unit is misread"
        yield Finding("odd share", LOW, message, advice, (row["duty"],), (_quote(look, row),))


def dates(look: Inspection) -> Iterator[Finding]:
    """Sources fetched before they were published."""
    for one in look.reader.sources():
        if one.published and one.retrieved and latest(one.retrieved) < earliest(one.published):
            message = f"{_label(one)}: published on {one.published}, but fetched on {one.retrieved}"
            yield Finding(
                "source dates", MEDIUM, message, "the date of the page is misread", (identity.source(one.sha256),)
            )


def revisions(look: Inspection) -> Iterator[Finding]:
    """Sources that revise one that is not kept."""
    kept = {one.sha256 for one in look.reader.sources()}
    for one in look.reader.sources():
        if one.revision_of and one.revision_of not in kept:
            message = f"{_label(one)} revises {one.revision_of[:12]}, which is not kept"
            advice = "load the older page too, if what changed matters"
            yield Finding("lost revision", LOW, message, advice, (identity.source(one.sha256),))


def silent(look: Inspection) -> Iterator[Finding]:
    """Sources in which nothing was found."""
    query = (
        "SELECT sha256 FROM sources WHERE sha256 NOT IN (SELECT source FROM refs) "
        "AND sha256 NOT IN (SELECT source FROM activities) ORDER BY 1"
    )
    for (sha256,) in look.rows(query):
        found = look.reader.catalogue.source(sha256)
        assert found, "a hash of the table of sources"
        message = f"{_label(found[0])}: no document is named in it"
        advice = "see whether its text was read (a scan has none), else remove it"
        yield Finding("nothing read", LOW, message, advice, (identity.source(sha256),))


def verdicts(look: Inspection) -> Iterator[Finding]:
    """Verdicts that do not fit what is found now, and a log that was changed by other hands."""
    docket = Docket(look.reader)
    for fault in docket.faults():
        advice = "put the reviews back from a backup: the log is kept by this program alone"
        yield Finding("review log", HIGH, fault, advice, (identity.REVIEW,))
    for one in docket.disputes():
        claim = one.verdict.claim
        said = f"{claim.head} {claim.predicate} {claim.tail} ({one.verdict.act} by {one.verdict.by})"
        quote = Evidence(
            identity.verdict(one.verdict.id), claim.source, claim.quote, 0, len(claim.quote), rule=claim.rule
        )
        nodes = (identity.verdict(one.verdict.id), *one.assertions)
        yield Finding(f"verdict: {one.kind}", MEDIUM, said, one.advice, nodes, (quote,))


def rematch(look: Inspection) -> Iterator[Finding]:
    """Originals whose bytes have changed, and quotes that are not what stands at their offsets."""
    for source in look.reader.sources():
        node = (identity.source(source.sha256),)
        advice = "load the source again; if its bytes are lost, remove it"
        try:
            data = look.reader.original(source.sha256)
            content = look.reader.kept(source.sha256).text.content
        except (NotFound, StoreError) as error:
            yield Finding("original", HIGH, f"{_label(source)}: {error}", advice, node)
            continue
        if hashlib.sha256(data).hexdigest() != source.sha256:
            yield Finding("original", HIGH, f"{_label(source)}: the bytes kept are not those read", advice, node)
        for start, end, exact in quotes_of(look.reader.store, source.sha256):
            if content[start:end] != exact:
                message = f"{_label(source)}: the text at {start}-{end} is not the quote"
                place = (identity.evidence(source.sha256, start, end),)
                yield Finding("quote", HIGH, message, "run `phahe rebuild`", place)


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


def _solutions(look: Inspection, query: str) -> list[dict[str, str]]:
    found = look.reader.store.query(query)
    assert isinstance(found, ox.QuerySolutions)
    rows = msgspec.json.decode(serialized(found, RESULTS), type=Solutions).results.bindings
    return [{name: cell.value for name, cell in row.items()} for row in rows]


def _source(row: dict[str, str]) -> str:
    return row["graph"].rsplit("/", 1)[-1]


def _quote(look: Inspection, row: dict[str, str]) -> Evidence:
    return look.reader.witness.quoted(row["duty"], row["quote"], _source(row))


def _is_own(look: Inspection, iri: str, sha256: str) -> bool:
    """Whether a source is the text of this document itself."""
    return any(named.own and named.reference.source == sha256 for named, _ in look.reader.catalogue.references_to(iri))


def _label(source: Source) -> str:
    return source.title or (source.locations[0] if source.locations else source.sha256[:12])


CHECKS: Final[tuple[Callable[[Inspection], Iterator[Finding]], ...]] = (
    duties,
    shares,
    dates,
    revisions,
    silent,
    verdicts,
)
