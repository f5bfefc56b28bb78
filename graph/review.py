"""Giving verdicts on claims, over an open library. What reviewers see of claims and verdicts is in `graph.docket`.

Two who decide at once are caught by version: who decides says which state of the claim was seen, and where somebody
else decided since, nothing is written.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Final

from msgspec.structs import replace

from graph import clocks
from graph.attachment import Reviewed, agree, claim_key, located, statements
from graph.library import Library
from graph.quads import Record, activity_iris
from graph.recognition import known, recogniser, references
from graph.resolution import resolve, resolve_loose
from graph.reviewquads import words
from graph.verdicts import ADDED, CONFIRMED, CORRECTED, REJECTED, RULE, UNDONE, Printed, Statement, Thread, Verdict
from ontology import identity
from ontology.errors import Ambiguous, Conflict, NotFound, WrongUse
from ontology.model import Activity, Document, Extraction, Source, Text, Value
from ontology.namespaces import ID
from ontology.terms import PREDICATES, TYPES

LONGEST: Final = 2_000
SHORTEST: Final = 6


class End(Value, frozen=True, gc=False, omit_defaults=True):
    """A document as a reviewer names it, and the node that it must turn out to be (None: whichever it is)."""

    printed: Printed
    iri: str | None = None


class Decision(Value, frozen=True, gc=False, omit_defaults=True):
    """What a reviewer decides. `act` is `confirm`, `reject`, `correct`, `add` or `undo`.

    `claim` is an assertion (its IRI, or the beginning of its digest), for `undo` also a verdict's id. `expect` is the
    version of the claim that was seen; without it nobody must have decided yet. `predicate`, `head` and `tail` are what
    a correction changes, or what an addition says; `source` and `quote` are where an addition is read.
    """

    act: str
    by: str
    why: str = ""
    claim: str = ""
    expect: str | None = None
    predicate: str | None = None
    head: End | None = None
    tail: End | None = None
    provision: str | None = None
    source: str | None = None
    quote: str | None = None


class Bench:
    """Decides on the claims of a library."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def decide(self, decision: Decision) -> Verdict:
        """Write what was decided; the graph is in step when this returns. Raises Conflict where another was first."""
        acts: dict[str, Callable[[Decision], Verdict]] = {
            "confirm": self._confirm,
            "reject": self._reject,
            "correct": self._correct,
            "add": self._add,
            "undo": self._undo,
        }
        if decision.act not in acts:
            raise WrongUse(f"there is no verdict {decision.act!r}; there are: {', '.join(acts)}")
        if not decision.by.strip():
            raise WrongUse("a verdict is given by somebody: say who (--by NAME)")
        if not decision.why.strip() and decision.act not in {"confirm", "undo"}:
            raise WrongUse("say why, for those who read it later (--why TEXT)")
        if max(len(decision.by), len(decision.why), len(decision.quote or "")) > LONGEST:
            raise WrongUse(f"names, reasons and quotes have at most {LONGEST} characters")
        return acts[decision.act](decision)

    def _confirm(self, decision: Decision) -> Verdict:
        claim, thread = self._claim(decision)
        return self._write(decision, CONFIRMED, claim, thread)

    def _reject(self, decision: Decision) -> Verdict:
        claim, thread = self._claim(decision)
        return self._write(decision, REJECTED, claim, thread)

    def _correct(self, decision: Decision) -> Verdict:
        claim, thread = self._claim(decision)
        record = self.library.record(claim.source)
        correction = replace(
            claim,
            predicate=_predicate(decision.predicate or claim.predicate),
            head=self._meant(decision.head, record) if decision.head else claim.head,
            tail=self._meant(decision.tail, record) if decision.tail else claim.tail,
            provision=decision.provision or claim.provision,
            assertion="",
            rule="",
        )
        if replace(correction, assertion=claim.assertion, rule=claim.rule) == claim:
            raise WrongUse("the correction changes nothing: give another relation (--predicate), head or tail")
        return self._write(decision, CORRECTED, claim, thread, correction)

    def _add(self, decision: Decision) -> Verdict:
        if decision.head is None or decision.tail is None:
            raise WrongUse("an edge has two ends: give head, relation and tail")
        predicate = _predicate(decision.predicate or "")
        if decision.source is None:
            ends = (decision.head.printed, decision.tail.printed)
            quote = words(ends[0], predicate, ends[1], decision.by, decision.why)
            source = hashlib.sha256(quote.encode()).hexdigest()
            record = None
        else:
            source = self.library.find(decision.source)
            record = self.library.record(source)
            span = located(decision.quote or "", record.text.content)
            if span is None:
                raise WrongUse("the quote does not stand in the text of that source: give its words (--quote)")
            quote = record.text.content[span.start : span.end]
        head, tail = (self._meant(end, record) for end in (decision.head, decision.tail))
        claim = Statement(source, predicate, head, tail, quote, decision.provision)
        thread = self._same(claim, record)
        _seen(thread, decision.expect)
        return self._write(decision, ADDED, claim, thread)

    def _undo(self, decision: Decision) -> Verdict:
        thread = self._thread(decision.claim)
        if thread is None:
            _, thread = self._claim(replace(decision, expect=None), settled=True)
        if thread is None or thread.standing is None:
            raise WrongUse("there is no verdict here to take back")
        _seen(thread, decision.expect or thread.version)
        return self._write(decision, UNDONE, thread.claim, thread)

    def _thread(self, name: str) -> Thread | None:
        """The thread whose standing verdict has this id, or one that begins so; None where no verdict has."""
        found = [one for one in self.library.ledger.entries if len(name) >= SHORTEST and one.id.startswith(name)]
        if not found:
            return None
        thread = self.library.ledger.threads[found[0].thread or found[0].id]
        if len(found) > 1:
            raise Ambiguous(f"{len(found)} verdicts begin with {name}", tuple((one.by, one.id) for one in found))
        if thread.standing is None or thread.standing.id != found[0].id:
            raise Conflict(f"verdict {name} does not stand any more: see `phahe review log`")
        return thread

    def _claim(self, decision: Decision, *, settled: bool = False) -> tuple[Statement, Thread | None]:
        """The claim that is decided on, with what was said of it before; `settled`: whatever that may be."""
        assertion = assertion_of(self.library, decision.claim)
        source = self.library.catalogue.claim(assertion)
        assert source, "an assertion that was found is in the catalogue"
        found = self.library.reviewed(source[0])
        claims = statements(found.record)
        index = next(index for index, one in enumerate(claims) if one.assertion == assertion)
        thread = found.threads.get(index)
        if not settled:
            _seen(thread, decision.expect)
        if thread and claims[index].rule.startswith(RULE):
            # What a reviewer put in has no claim of its own: the thread's is meant.
            return thread.claim, thread
        return claims[index], thread

    def _same(self, claim: Statement, record: Record | None) -> Thread | None:
        """What was said before of an edge that is added; raises WrongUse where a rule reads it in this place itself."""
        found: Reviewed | None = self.library.reviewed(claim.source) if record else None
        for index, one in enumerate(statements(found.record) if found else ()):
            if claim_key(one) == claim_key(claim) and found and index not in found.threads:
                raise WrongUse(f"the source is read so already: confirm {identity.local(one.assertion)}")
        threads = self.library.ledger.of(claim.source)
        return next((one for one in threads if claim_key(one.claim) == claim_key(claim)), None)

    def _meant(self, end: End, record: Record | None) -> Printed:
        """An end as it is to be kept; raises WrongUse where it would not turn out to be the node that was meant."""
        if not end.printed.activity and end.printed.type not in TYPES:
            raise WrongUse(f"{end.printed.type!r} is no document type; there are: {', '.join(TYPES)}")
        if end.iri is not None and meaning(self.library, end.printed, record) != end.iri:
            raise WrongUse(
                f"{end.printed} is known only in part and cannot be named here: give its type, number, date and issuer"
            )
        return end.printed

    def _write(
        self, decision: Decision, act: str, claim: Statement, thread: Thread | None, correction: Statement | None = None
    ) -> Verdict:
        standing = thread.standing if thread else None
        return self.library.judge(
            Verdict(
                sequence=0,
                act=act,
                claim=claim,
                by=decision.by.strip(),
                why=decision.why.strip(),
                when=clocks.stamp(self.library.clock()),
                thread=thread.id if thread else "",
                undoes=standing.id if standing and act == UNDONE else None,
                correction=correction,
            )
        )


def assertion_of(library: Library, name: str) -> str:
    """The IRI of the assertion so named: whole, or by the beginning of its digest; raises NotFound or Ambiguous."""
    beginning = name.removeprefix(ID).removeprefix("assertion/")
    if len(beginning) < SHORTEST or not beginning.isalnum():
        raise NotFound(f"no claim is called {name!r}: give its digest, from {SHORTEST} digits (`phahe review list`)")
    whole = f"{ID}assertion/{beginning}"
    query = "SELECT iri FROM claims WHERE iri >= ? AND iri < ? ORDER BY iri LIMIT 20"
    found = [row[0] for row in library.catalogue.db.execute(query, (whole, whole + "~"))]
    if not found:
        raise NotFound(f"no claim {name!r} is found now: see `phahe review list`, `phahe review conflicts`")
    if len(found) > 1:
        raise Ambiguous(f"{len(found)} claims begin with {name}", tuple((identity.local(iri), iri) for iri in found))
    return str(found[0])


def meaning(library: Library, end: Printed, record: Record | None) -> str | None:
    """The node that an end would be, named in a source (None: nowhere yet) among all that is known."""
    record = record or Record(Source("0" * 64, "text/plain"), Text(""), Extraction("review"))
    sha256, extraction = record.source.sha256, record.extraction
    iris = activity_iris(extraction, sha256)
    iris |= {id_: found.iri for id_, found in library.catalogue.identities_of(sha256).items()}
    things: list[Document | Activity] = [*extraction.documents, *extraction.activities]
    same = [iris[one.id] for one in things if Printed.of(one) == end]
    same = same or [iris[one.id] for one in extraction.activities if end.activity and agree(Printed.of(one), end)]
    if same or end.activity:
        return same[0] if same else None
    named = replace(extraction, documents=(*extraction.documents, end.document("review")))
    recognise = recogniser(record.source, named, library.register)
    reference = references(named, record.source, library.register, recognise)[-1][0]
    block = [*library.catalogue.block(reference.block).values(), reference]
    if reference.loose:
        found = resolve_loose(block, library.catalogue.shelf(reference.block))
    else:
        found = resolve(block, known(reference, library.register))
    return found[reference.source, reference.id].iri


def _seen(thread: Thread | None, expect: str | None) -> None:
    """Raise Conflict where the claim is not in the state that was seen."""
    version = thread.version if thread else ""
    standing = thread.standing if thread else None
    if (expect is None and standing is None) or (expect and version.startswith(expect)) or expect == version:
        return
    if standing is None:
        raise Conflict("the verdict that you saw on this claim does not stand any more: look at it again")
    raise Conflict(
        f"{standing.by} {standing.act} this claim on {standing.when}: look at it again, then decide "
        f"with --expect {version[:12]}"
    )


def _predicate(name: str) -> str:
    if name not in PREDICATES:
        raise WrongUse(f"{name!r} is no relation; there are: {', '.join(sorted(PREDICATES))}")
    return name
