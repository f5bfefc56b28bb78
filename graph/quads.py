"""From values to quads: the graph of one source, and what the lineage holds of one subject.

The properties are those of the ontology; no blank node and no wall clock stands in what is made here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from graph.cards import Named
from graph.recognition import Recognise
from graph.references import CENTRAL
from graph.resolution import Identity
from graph.terms import TYPE, Lines, date, decimal, iri, name, text, truth, typed
from graph.values import Node
from graph.verdicts import RULE
from ontology import identity
from ontology.model import Activity, Document, Extraction, Obligation, Relation, Result, Source, Span, Text, Value
from ontology.namespaces import ID, PHAHE, expand
from ontology.registers import Register
from ontology.terms import KINDS, PREDICATES, TYPES

CONTEXT: Final = 32


class Record(Value, frozen=True, gc=False):
    """All that is kept of one source."""

    source: Source
    text: Text
    extraction: Extraction


class Quote(Value, frozen=True, gc=False):
    """A stretch of a text, word for word, with what stands around it and the page it begins on."""

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""
    page: int | None = None


class Claim(Value, frozen=True, gc=False):
    """One assertion of one source, its ends resolved. `key` is the claim as printed, which verdicts hold on to."""

    iri: str
    head: str
    predicate: str
    tail: str
    quote: Quote
    key: tuple[str, ...] = ()
    confidence: float = 1.0
    rule: str = ""
    provision: str | None = None


class Reading(Value, frozen=True):
    """What one source says once its references are resolved: its graph, its claims and its activities' cards."""

    lines: tuple[str, ...]
    claims: tuple[Claim, ...]
    ends: Mapping[str, str]


def reading(record: Record, identities: Mapping[str, Identity], recognise: Recognise) -> Reading:
    """The reading of `record`, its documents' ids mapped to what they turned out to be."""
    return _Reader(record, identities, recognise).read()


def printed_key(one: Document | Activity) -> str:
    """An end of a claim as printed: type, number, date, which stay when extractors and identities change."""
    if isinstance(one, Activity):
        return "|".join(("activity", one.kind, one.actor or "", one.date or ""))
    number = identity.number(one.number) if one.number else None
    return "|".join((one.type, number.slug if number else identity.slug(one.title or ""), one.date or ""))


def printed_keys(extraction: Extraction) -> dict[str, str]:
    """The ends of all claims of an extraction as printed, by id."""
    return {one.id: printed_key(one) for one in extraction.documents} | {
        one.id: printed_key(one) for one in extraction.activities
    }


def claim_key(one: Relation, keys: Mapping[str, str]) -> tuple[str, str, str, str]:
    """A claim as printed; `keys` are its extraction's `printed_keys`."""
    return (one.predicate, keys[one.head], keys[one.tail], one.provision or "")


def assertion_iri(sha256: str, one: Relation, keys: Mapping[str, str]) -> str:
    """The IRI of the assertion of a relation of a source."""
    return identity.assertion(sha256, *claim_key(one, keys), one.evidence.start, one.evidence.end)


def activity_iris(extraction: Extraction, sha256: str) -> dict[str, str]:
    """The IRIs of the activities of one source: told apart by what they are and which documents they are about.

    What a reviewer adds about an activity does not make another one of it.
    """
    keys = printed_keys(extraction)
    tails: dict[str, set[str]] = {}
    for relation in extraction.relations:
        if relation.rule.startswith(RULE):
            continue
        tails.setdefault(relation.head, set()).add(f"{relation.predicate} {keys.get(relation.tail, '')}")
    seen: Counter[tuple[str, ...]] = Counter()
    found = {}
    for one in extraction.activities:
        parts = (keys[one.id], *sorted(tails.get(one.id, ())))
        seen[parts] += 1
        found[one.id] = identity.activity(sha256, *parts, seen[parts])
    return found


class _Reader:
    """Writes the graph of one source."""

    def __init__(self, record: Record, identities: Mapping[str, Identity], recognise: Recognise) -> None:
        self.record = record
        self.identities = identities
        self.recognise = recognise
        self.sha256 = record.source.sha256
        self.source = iri(identity.source(self.sha256))
        self.lines = Lines(identity.source_graph(self.sha256))
        self.ends = activity_iris(record.extraction, self.sha256) | {key: one.iri for key, one in identities.items()}
        self.keys = printed_keys(record.extraction)

    def read(self) -> Reading:
        extraction = self.record.extraction
        self._source()
        for document in extraction.documents:
            self._document(document)
        for activity in extraction.activities:
            self._activity(activity)
        claims = [self._relation(one) for one in extraction.relations]
        for obligation in extraction.obligations:
            self._obligation(obligation)
        for result in extraction.results:
            self._result(result)
        return Reading(tuple(self.lines.sorted()), tuple({one.iri: one for one in claims}.values()), self.ends)

    def _source(self) -> None:
        one, add = self.record.source, self.lines.add
        run = iri(identity.run(self.sha256, self.record.extraction.extractor))
        agent = iri(identity.extractor(self.record.extraction.extractor))
        add(self.source, TYPE, name("phahe:Source"))
        add(self.source, name("phahe:sha256"), text(self.sha256))
        add(self.source, name("dcterms:format"), text(one.media_type))
        add(self.source, name("phahe:encoding"), text(self.record.text.encoding))
        for location in one.locations:
            add(self.source, name("phahe:location"), text(location))
        add(self.source, name("dcterms:title"), one.title and text(one.title))
        add(self.source, name("dcterms:publisher"), one.publisher and text(one.publisher))
        add(self.source, name("dcterms:issued"), one.published and date(one.published))
        add(self.source, name("phahe:retrieved"), one.retrieved and date(one.retrieved))
        add(self.source, name("phahe:place"), one.province and iri(identity.place(one.province)))
        add(
            self.source, name("phahe:pages"), None if one.pages is None else typed(str(one.pages), "nonNegativeInteger")
        )
        revised = one.revision_of and iri(identity.source(one.revision_of))
        add(self.source, name("prov:wasRevisionOf"), revised or None)
        add(run, TYPE, name("phahe:ExtractorRun"))
        add(run, name("prov:used"), self.source)
        add(run, name("prov:wasAssociatedWith"), agent)
        add(agent, TYPE, name("phahe:Extractor"))
        add(agent, name("schema:softwareVersion"), text(self.record.extraction.extractor))

    def _quote(self, span: Span) -> Quote:
        """The words of a stretch of the text."""
        content, page = self.record.text.content, self.record.text.page_at(span.start)
        prefix, suffix = content[max(0, span.start - CONTEXT) : span.start], content[span.end : span.end + CONTEXT]
        return Quote(span.start, span.end, content[span.start : span.end], prefix, suffix, page or None)

    def _evidence(self, span: Span) -> str:
        """The evidence node of a stretch of the text, written once."""
        words = self._quote(span)
        node = identity.evidence(self.sha256, span.start, span.end)
        subject, position, quote = iri(node), iri(f"{node}#position"), iri(f"{node}#quote")
        add = self.lines.add
        add(subject, TYPE, name("oa:SpecificResource"))
        add(subject, name("oa:hasSource"), self.source)
        add(subject, name("oa:hasSelector"), position)
        add(subject, name("oa:hasSelector"), quote)
        add(subject, name("phahe:page"), typed(str(words.page), "positiveInteger") if words.page else None)
        add(position, TYPE, name("oa:TextPositionSelector"))
        add(position, name("oa:start"), typed(str(span.start), "nonNegativeInteger"))
        add(position, name("oa:end"), typed(str(span.end), "nonNegativeInteger"))
        add(quote, TYPE, name("oa:TextQuoteSelector"))
        add(quote, name("oa:exact"), text(words.exact))
        add(quote, name("oa:prefix"), text(words.prefix))
        add(quote, name("oa:suffix"), text(words.suffix))
        return subject

    def _document(self, one: Document) -> None:
        """What this source states of a document, and why it was taken for that document."""
        found, add = self.identities[one.id], self.lines.add
        subject = iri(found.iri)
        add(subject, name("eli:id_local"), one.number and text(one.number))
        add(subject, name("eli:date_document"), one.date and date(one.date))
        add(subject, name("dcterms:title"), one.title and text(one.title))
        add(subject, name("phahe:statedIssuer"), one.issuer and text(one.issuer))
        add(subject, name("phahe:resolvedBy"), text(found.reason))
        add(subject, name("phahe:ownText"), self.source if one.own else None)
        for mention in one.mentions:
            add(subject, name("phahe:mention"), self._evidence(mention))

    def _activity(self, one: Activity) -> None:
        subject = iri(self.ends[one.id])
        self.lines.add(subject, name("phahe:actor"), one.actor and text(one.actor))
        self.lines.add(subject, name("prov:wasDerivedFrom"), self.source)

    def _relation(self, one: Relation) -> Claim:
        head, tail = self.ends[one.head], self.ends[one.tail]
        span = one.evidence
        key = claim_key(one, self.keys)
        node = assertion_iri(self.sha256, one, self.keys)
        subject, add = iri(node), self.lines.add
        add(subject, TYPE, name("phahe:Assertion"))
        add(subject, name("rdf:subject"), iri(head))
        add(subject, name("rdf:predicate"), iri(PHAHE + one.predicate))
        add(subject, name("rdf:object"), iri(tail))
        add(subject, name("phahe:evidence"), self._evidence(span))
        add(subject, name("phahe:confidence"), decimal(one.confidence))
        add(subject, name("phahe:rule"), text(one.rule))
        add(subject, name("phahe:cue"), one.cue and text(one.cue))
        add(subject, name("phahe:provision"), one.provision and text(one.provision))
        made = one.rule.startswith(RULE) and identity.verdict(one.rule.removeprefix(RULE))
        run = made or identity.run(self.sha256, self.record.extraction.extractor)
        add(subject, name("prov:wasGeneratedBy"), iri(run))
        add(subject, name("prov:wasQuotedFrom"), self.source)
        return Claim(node, head, one.predicate, tail, self._quote(span), key, one.confidence, one.rule, one.provision)

    def _obligation(self, one: Obligation) -> None:
        parts = (one.who, one.what, one.due, one.since, one.period, one.within, one.evidence.start, one.evidence.end)
        subject, add = iri(identity.obligation(self.sha256, *parts)), self.lines.add
        body = self.recognise(one.who, one.due)
        add(subject, TYPE, name("phahe:Obligation"))
        add(subject, name("phahe:obliged"), one.who and text(one.who))
        add(subject, name("phahe:obligedBody"), iri(identity.body(body.key)) if body and body.key else None)
        add(subject, name("dcterms:description"), text(one.what))
        add(subject, name("phahe:due"), one.due and date(one.due))
        add(subject, name("phahe:since"), one.since and date(one.since))
        add(subject, name("phahe:period"), one.period and typed(one.period, "duration"))
        add(subject, name("phahe:within"), one.within and typed(one.within, "duration"))
        self._about(subject, one)

    def _result(self, one: Result) -> None:
        parts = (one.who, one.what, one.value, one.unit, one.percent_of_target, one.evidence.start, one.evidence.end)
        subject, add = iri(identity.result(self.sha256, *parts)), self.lines.add
        body = self.recognise(one.who, None)
        add(subject, TYPE, name("phahe:Result"))
        add(subject, name("phahe:reporter"), one.who and text(one.who))
        add(subject, name("phahe:reportingBody"), iri(identity.body(body.key)) if body and body.key else None)
        add(subject, name("dcterms:description"), text(one.what))
        add(subject, name("phahe:value"), None if one.value is None else decimal(one.value))
        add(subject, name("phahe:unit"), one.unit and text(one.unit))
        percent = one.percent_of_target
        add(subject, name("phahe:percentOfTarget"), None if percent is None else decimal(percent))
        self._about(subject, one)

    def _about(self, subject: str, one: Obligation | Result) -> None:
        for document in one.documents:
            self.lines.add(subject, name("phahe:about"), iri(self.ends[document]))
        self.lines.add(subject, name("phahe:evidence"), self._evidence(one.evidence))
        self.lines.add(subject, name("prov:wasQuotedFrom"), self.source)


def is_legislation(node: Node) -> bool:
    """Whether ELI calls it a legal resource: an instrument of the State of a legislative type."""
    return node.kind == "document" and node.sphere == "state" and node.type in TYPES and TYPES[node.type].legislation


def document_lines(node: Node, named: Sequence[Named], found: Identity, register: Register) -> list[str]:
    """What the lineage holds of a document, edges apart."""
    lines = Lines(identity.LINEAGE)
    subject, add = iri(node.iri), lines.add
    add(subject, TYPE, name("phahe:Document"))
    add(subject, TYPE, name("eli:LegalResource") if is_legislation(node) else None)
    add(subject, name("rdfs:label"), text(node.label))
    add(subject, name("eli:id_local"), node.number and text(node.number))
    add(subject, name("eli:type_document"), iri(TYPES[node.type].iri) if node.type in TYPES else None)
    add(subject, name("eli:date_document"), node.date and date(node.date))
    add(subject, name("eli:passed_by"), node.issuer_iri and iri(node.issuer_iri))
    add(subject, name("dcterms:title"), node.title and text(node.title))
    add(subject, name("phahe:seen"), truth(node.seen))
    for roman in {one.reference.term for one in named if one.reference.term and one.reference.series == CENTRAL}:
        term = register.term("party", roman)
        add(subject, name("phahe:term"), iri(identity.term(term.id)) if term else None)
    if found.ambiguous:
        add(subject, name("phahe:ambiguous"), truth(value=True))
    for candidate in found.candidates:
        add(subject, name("phahe:mayBe"), iri(candidate))
    _standing(lines, subject, node)
    return lines.sorted()


def activity_lines(node: Node) -> list[str]:
    """What the lineage holds of an activity, edges apart."""
    lines = Lines(identity.LINEAGE)
    subject, add = iri(node.iri), lines.add
    add(subject, TYPE, name("phahe:Activity"))
    add(subject, name("rdfs:label"), text(node.label))
    add(subject, name("phahe:kind"), iri(KINDS[node.type].iri if node.type in KINDS else identity.kind(node.type)))
    add(subject, name("prov:wasAssociatedWith"), node.issuer_iri and iri(node.issuer_iri))
    add(subject, name("prov:startedAtTime"), node.date and date(node.date))
    _standing(lines, subject, node)
    return lines.sorted()


def _standing(lines: Lines, subject: str, node: Node) -> None:
    """Level, sphere and place, which pages sort and colour by."""
    lines.add(subject, name("phahe:level"), node.level and iri(f"{ID}level/{node.level}"))
    lines.add(subject, name("phahe:sphere"), node.sphere and iri(f"{ID}sphere/{node.sphere}"))
    lines.add(subject, name("phahe:place"), node.place and iri(identity.place(node.place)))


def body_lines(bearer: Node) -> list[str]:
    """What the lineage holds of a body that the register has no node for, told from a node that bears it."""
    lines = Lines(identity.LINEAGE)
    subject = iri(bearer.issuer_iri or "")
    lines.add(subject, TYPE, name("phahe:Body"))
    lines.add(subject, name("rdfs:label"), text(bearer.issuer or ""))
    _standing(lines, subject, bearer)
    return lines.sorted()


def edge_lines(head: Node, edges: Iterable[tuple[str, Node]]) -> list[str]:
    """One plain triple for each edge out of `head`; the ELI property beside where both ends are State instruments."""
    lines = Lines(identity.LINEAGE)
    for predicate, tail in edges:
        lines.add(iri(head.iri), iri(PHAHE + predicate), iri(tail.iri))
        eli = PREDICATES[predicate].eli if predicate in PREDICATES else None
        if eli and is_legislation(head) and is_legislation(tail):
            lines.add(iri(head.iri), iri(expand(eli)), iri(tail.iri))
    return lines.sorted()
