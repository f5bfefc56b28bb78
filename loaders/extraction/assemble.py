"""From statements to relations: the strongest predicate of each pair once, with parts, quote and confidence."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from loaders.extraction import confidence, documents, newacts
from loaders.extraction.echoes import echoed
from loaders.extraction.normal import fold
from loaders.extraction.reading import ACTS
from ontology.model import Activity, Document, Relation, Span, Value

if TYPE_CHECKING:
    from loaders.extraction.reading import Reading, Statement

_BY_ITSELF: Final = frozenset({"enact", "title", "clause"})
_ISSUING: Final = re.compile(r"\W*(?:về )?(?:việc )?(?:ban hành|phê duyệt|thông qua|công bố|điều chỉnh|sửa đổi)(?!\w)")
_ACTS: Final = frozenset({"L", "PL", "NQ", "NĐ", "QĐ", "TT", "TTLT", "CT"})
_PUT_OUT: Final = _ACTS | {"TB", "CĐ", "CV"}
_DONE: Final = frozenset({"amends", "replaces", "repeals", "suspends", "corrects", "guides", "details"})
_ISSUED: Final = frozenset({"QC", "QyĐ", "ĐA", "CTr", "KH"})
_OWN_RULES: Final = frozenset({"QC", "QyĐ", "ĐL"})
"""Types of what a text may give without the instrument that carries it."""
LONGEST: Final = 640
_TITLED: Final = 40
_WEAKLY: Final = frozenset({"amends", "cites"})
_CARRIED: Final = re.compile(r"(?<!\w)kèm(?: theo)?\s*$")
_GLUED: Final = re.compile(r"\s{0,9}[-–•+*] ?\d{1,2}")
_NEAR: Final = 24
_STRENGTH: Final = {"cites": 1, "basedOn": 2, "promulgates": 3, "guides": 4}
_CHANGED: Final = frozenset({"amends", "replaces", "repeals", "corrects"})


class Stated(Value, frozen=True, gc=False):
    """What one text states: its documents (plans only where a relation needs them), activities and relations."""

    documents: tuple[Document, ...]
    activities: tuple[Activity, ...] = ()
    relations: tuple[Relation, ...] = ()


def assemble(reading: Reading) -> Stated:
    """The relations of all statements of `reading`, and the documents that stand."""
    quiet = any(s.head >= ACTS and s.head not in reading.loud for s in reading.statements)
    statements = [s for s in reading.statements if not (quiet and s.head in reading.loud)]
    if any(s.link.predicate == "promulgates" for s in statements):
        statements = [s for s in statements if not _form(reading, statements, s)]
        statements = [s for s in statements if not _like_own(reading, statements, s)]
        statements = [s for s in statements if not _carries(reading, statements, s)]
        statements = [s for s in _merged(reading, statements) if not _itself(reading, s)]
    echoes = echoed(reading, statements)
    statements = [s for s in statements if s.head not in echoes and not _catalogued(reading, s)]
    needed = _needed(reading, statements) | newacts.standing(reading)
    pairs: dict[tuple[int, int], list[Statement]] = defaultdict(list)
    for statement in statements:
        if {statement.head, statement.tail} & reading.plans <= needed:
            pairs[statement.head, statement.tail].append(statement)
    shown = {node: f"a{n}" for n, node in enumerate(sorted({head for head, _ in pairs if head >= ACTS}), 1)}
    relations = tuple(_relation(reading, shown, found) for found in pairs.values())
    acts = [(name, reading.acts[node - ACTS]) for node, name in shown.items()]
    activities = tuple(Activity(name, act.kind, act.actor, act.date) for name, act in acts)
    return Stated(_documents(reading, needed, relations), activities, relations)


def _catalogued(reading: Reading, statement: Statement) -> bool:
    """Whether a legal database lists a document beside the text, its number glued: `- 2Quyết định 5/QĐ-UBND`."""
    if statement.predicate != "cites" or statement.head != reading.grouping.own:
        return False
    start = reading.references[statement.tail_at].start
    return _GLUED.fullmatch(reading.text, reading.text.rfind("\n", 0, start) + 1, start) is not None


def _form(reading: Reading, statements: list[Statement], statement: Statement) -> bool:
    """Whether what is `kèm theo` the text's own instrument is a form: it says nowhere that it issues a plan."""
    own = reading.grouping.own
    if statement.predicate != "promulgates" or statement.link.rule != "history" or statement.head != own or own is None:
        return False
    if _ISSUING.match(fold(reading.grouping.documents[own].title or "")):
        return False
    return not any(s.head == own and s.predicate == "promulgates" and s.link.rule in _BY_ITSELF for s in statements)


def _like_own(reading: Reading, statements: list[Statement], statement: Statement) -> bool:
    """Whether an instrument that is named issues a plan of the very name of what the text issues: an older one."""
    own = reading.grouping.own
    if statement.predicate != "promulgates" or statement.link.rule != "name" or statement.head == own:
        return False
    same = (s for s in statements[:_TITLED] if s.head == own and s.tail == statement.tail)
    return any(s.predicate == "promulgates" and s.link.rule in _BY_ITSELF for s in same)


def _carries(reading: Reading, statements: list[Statement], statement: Statement) -> bool:
    """Whether an instrument is named only as what carries a changed annex: `sửa đổi Quy chế X kèm theo D`."""
    at = reading.at(statement.tail_at)
    if statement.predicate not in _WEAKLY or not _CARRIED.search(reading.fold, max(0, at - _NEAR), at):
        return False
    annexes = {s.tail for s in statements if s.head == statement.tail and s.predicate == "promulgates"}
    return any(s.tail in annexes and s.head == statement.head and s.predicate == "amends" for s in statements)


def _itself(reading: Reading, statement: Statement) -> bool:
    """Whether a plan is named as what an instrument of its own type issues: `Kế hoạch số A về ban hành Kế hoạch X`."""
    if statement.predicate != "promulgates" or statement.tail not in reading.plans or statement.head >= ACTS:
        return False
    head = reading.grouping.documents[statement.head]
    return head.number is not None and head.type == reading.type_of(statement.tail)


def _merged(reading: Reading, statements: list[Statement]) -> list[Statement]:
    """What a plan carries out is carried out by the instrument it comes with: `Kế hoạch thực hiện D (kèm theo A)`.

    So on a page that says no more of the plan; then it is no document beside the instrument that issues it.
    """
    issuing = {s.tail: s for s in statements if s.predicate == "promulgates" and s.link.rule == "history"}
    if reading.own is not None or not issuing:
        return statements
    touched: dict[int, list[Statement]] = defaultdict(list)
    for statement in statements:
        for plan in {statement.head, statement.tail} & issuing.keys() & reading.plans:
            touched[plan].append(statement)
    for plan, about in touched.items():
        named = [s for s in about if s.head == plan and s.link.rule == "name" and s.predicate == "implements"]
        if len(about) == len(named) + 1 and named and issuing[plan].head < ACTS:
            kept = [s for s in statements if s not in about]
            statements = [*kept, *(s._replace(head=issuing[plan].head) for s in named)]
    return statements


def _needed(reading: Reading, statements: list[Statement]) -> set[int]:
    """The plans that some relation needs besides those in their own names; not what an act yet to be issued names."""
    heads = {s.head for s in statements if s.link.rule not in {"name", "history"} or _put_out(reading, s)}
    unmade = {p for p in reading.plans - heads if reading.type_of(p) in _ACTS}
    return (heads | {s.tail for s in statements if s.head not in unmade}) & reading.plans


def _put_out(reading: Reading, statement: Statement) -> bool:
    """Whether a page tells that an act without a number does something to another: `BODY ban hành Thông tư bãi bỏ D`.

    Such an act is put out by a body, so nothing takes it in, as an instrument takes in the plan that it issues.
    """
    act = statement.head in reading.plans and reading.type_of(statement.head) in _PUT_OUT
    return act and reading.own is None and statement.link.rule == "name" and statement.predicate in _DONE


def _documents(reading: Reading, needed: set[int], relations: tuple[Relation, ...]) -> tuple[Document, ...]:
    """The documents but for plans that nothing needs; a plan that is issued or changed keeps its whole name."""
    grouping = reading.grouping
    made = {r.tail for r in relations if r.predicate in {"promulgates", "amends", "replaces", "repeals"}}
    first = {
        d: r
        for d, r in reversed(list(zip(grouping.document_of, grouping.references, strict=True)))
        if d is not None and r.title_span is not None
    }
    related = {end for r in relations for end in (r.head, r.tail)}
    strategies = any(d.type == "CL" for d in grouping.documents)
    subjects = {fold(d.title) for d in grouping.documents if d.title and d.type != "CL"} if strategies else frozenset()
    found = []
    for index, document in enumerate(grouping.documents):
        if index in reading.plans and index not in needed:
            continue
        if document.type == "CL" and document.id not in related and _strategy(document) in subjects:
            continue  # `Nghị quyết A về Chiến lược X`, and X carried out further on: A's subject
        open_type = document.type in (_OWN_RULES if document.own else _ISSUED)
        statute = document.number is None and open_type and index in first
        plan = index in reading.plans and documents.national(document)
        issued = plan or (document.id in made and (statute or index in reading.plans))
        found.append(documents.issued(document, first[index], grouping.text) if issued else document)
    return tuple(found)


def _strategy(document: Document) -> str:
    """The whole name of a strategy, folded."""
    return f"chiến lược {fold(document.title or '')}"


def _relation(reading: Reading, shown: dict[int, str], statements: list[Statement]) -> Relation:
    best = max(statements, key=_strength) if len(statements) > 1 else statements[0]
    return Relation(
        head=_name(reading, shown, best.head),
        predicate=best.predicate,
        tail=_name(reading, shown, best.tail),
        evidence=_evidence(reading, best),
        provision=_provision(reading, best, statements),
        confidence=confidence.sureness(reading, best, statements),
        rule=best.link.rule,
        cue=best.link.cue or None,
    )


def _strength(statement: Statement) -> tuple[int, int]:
    """How strong a reading is; that an instrument carries a law out is weaker than that it is the law's guide."""
    loose = statement.predicate == "implements" and statement.link.rule in {"front", "ground"}
    return 3 if loose else _STRENGTH.get(statement.predicate, 5), _full(statement)


def _full(statement: Statement) -> int:
    """Whole replacements and repeals before partial changes, amendments before partial repeals."""
    if statement.predicate == "amends":
        return 1
    return 2 if statement.provision is None and statement.link.rule != "part" else 0


def _name(reading: Reading, shown: dict[int, str], node: int) -> str:
    return shown[node] if node >= ACTS else reading.grouping.documents[node].id


def _provision(reading: Reading, best: Statement, statements: list[Statement]) -> str | None:
    """All parts cited; for changes only the changed ones, and of a part and its own parts the parts."""
    used = [s for s in statements if s.provision and (best.predicate not in _CHANGED or s.predicate in _CHANGED)]
    parts = [s.provision or "" for s in used]
    if best.head == reading.own and best.predicate not in _CHANGED:
        parts += [part for node, part in reading.touched if node == best.tail]
    if not parts:
        return None
    found = list(dict.fromkeys(p for part in parts for p in part.split("; ")))
    covered = {inner for path in found for inner in _inner(path, changed=best.predicate in _CHANGED)}
    return "; ".join(p for p in found if p not in covered) or None


def _inner(path: str, *, changed: bool) -> list[str]:
    """The paths that a longer one says all of: its end alone, and of what is changed its beginnings."""
    steps = path.split("/")
    ends = ["/".join(steps[n:]) for n in range(1, len(steps))]
    return ends + ["/".join(steps[:n]) for n in range(1, len(steps))] if changed else ends


def _evidence(reading: Reading, statement: Statement) -> Span:
    """The sentence that names the tail, or as much of it as a quote may hold."""
    tail = reading.references[statement.tail_at]
    start, end = statement.sentence
    text = reading.text
    if not start <= tail.start < end:
        start, end = tail.start, max(tail.end, text.find("\n", tail.end))
    stop = text.find(". ", tail.end, end)
    if stop >= 0:
        end = stop + 1
    if tail.end - start > LONGEST:
        start = max(start, min(statement.link.at, tail.start))
        if tail.end - start > LONGEST:
            start = tail.start
    end = max(tail.end, min(end, start + LONGEST))
    while start < tail.start and text[start].isspace():
        start += 1
    while end > tail.end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
