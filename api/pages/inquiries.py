"""From the address of an audit page to the value that `graph.audit` gives for it; nothing is computed here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from api.pages import narrowing
from api.pages.questions import OF_ONE, Address, chosen
from graph import audit, clocks
from graph.audit_values import Contradictions
from graph.chains import Filters
from graph.checks import checked
from ontology.errors import WrongUse
from ontology.model import Value
from ontology.terms import LEVELS, PREDICATES, TYPES

if TYPE_CHECKING:
    from graph.reader import Reader
    from graph.values import Node

SETS: Final = ("provinces", "ministries", "districts", "communes", "list")
DIRECTIONS: Final = ("up", "down")
LONGEST: Final = 8_000
"""The most letters of one part of an address."""
WAYS: Final = 40
NEAREST: Final = 1_000
AWAITED: Final = 1_000
WAIT: Final = 10.0
"""Seconds that a page waits for checks that are being made; then it says that they are."""


class Answer(Value, frozen=True):
    """What was asked and what the answer is. Without a document to ask about (or a day) there is no `value` yet.

    `whole` is the answer before it was narrowed: what is counted stays what was found.
    """

    question: str
    node: Node | None = None
    value: Value | None = None
    whole: Value | None = None


def answered(question: str, reader: Reader, here: Address, *, patient: bool = False) -> Answer:
    """The answer to the question of an address; raises what `graph.audit` raises, and WrongUse for a wrong part.

    The first look through all of a large graph takes a while: a page does not wait for it, unless it is `patient`.
    """
    if any(len(value) > LONGEST for _, value in here.given):
        raise WrongUse(f"a part of the address is longer than {LONGEST} letters")
    name = here.get("of").strip()
    node = reader.pick(name) if name else None
    if question in OF_ONE and node is None:
        return Answer(question)
    if question == "checks" and not patient and not checked(reader, WAIT):
        return Answer(question, node)
    value, whole = ASKING[question](reader, node, here)
    return Answer(question, node, value, whole)


Found = tuple[Value | None, Value | None]


def _both(value: Value) -> Found:
    return value, value


def _day(here: Address, name: str) -> str | None:
    written = here.get(name).strip()
    return clocks.day(written) if written else None


def _among(here: Address, name: str, known: object, what: str) -> frozenset[str]:
    """Those of several words that a part of an address names."""
    words = {word for key, value in here.given if key == name for word in value.replace(",", " ").split()}
    for word in sorted(words):
        chosen(word, list(known), what)  # type: ignore[call-overload]
    return frozenset(words)


def _count(here: Address, name: str, most: int) -> int | None:
    written = here.get(name).strip()
    if not written:
        return None
    if not (written.isascii() and written.isdigit() and 1 <= int(written[:9]) <= most):
        raise WrongUse(f"{name} is a number from 1 to {most}, not {written!r}")
    return int(written)


def _sureness(here: Address) -> float:
    written = here.get("confidence", "0").strip()
    try:
        sure = float(written)
    except ValueError:
        sure = -1.0
    if not 0 <= sure <= 1:
        raise WrongUse(f"confidence is a number from 0 to 1, not {written!r}")
    return sure


def _chain(reader: Reader, node: Node | None, here: Address) -> Found:
    assert node
    to = here.get("to").strip()
    way = chosen(here.get("way"), DIRECTIONS, "direction")
    found = audit.chain(
        reader,
        node,
        to=reader.pick(to) if to else None,
        up=way != "down",
        down=way != "up",
        predicates=_among(here, "p", PREDICATES, "relation") or None,
        depth=_count(here, "depth", 100) or audit.FAR,
        filters=Filters(
            _among(here, "level", LEVELS, "level"),
            _day(here, "since"),
            _day(here, "until"),
            _sureness(here),
            bool(here.get("confirmed")),
        ),
        limit=_count(here, "limit", 1_000) or WAYS,
    )
    return _both(found)


def _coverage(reader: Reader, node: Node | None, here: Address) -> Found:
    assert node
    kind = chosen(here.get("set"), SETS, "set of bodies") or "provinces"
    listed = [name for line in here.get("bodies").splitlines() for name in line.split(";") if name.strip()]
    if kind == "list" and not listed:
        raise WrongUse("name the bodies of the list, one a line")
    within = here.get("place").strip()
    if kind in {"districts", "communes"} and not within:
        raise WrongUse("name the province whose units are meant")
    found = audit.coverage(
        reader,
        node,
        f"{kind}:{within}" if kind in {"districts", "communes"} else kind,
        day=_day(here, "on"),
        geography=_day(here, "geography"),
        kinds=tuple(sorted(_among(here, "kinds", TYPES, "type of document"))),
        listed=listed if kind == "list" else (),
    )
    state = chosen(here.get("state"), narrowing.STATES, "state")
    return narrowing.cells(found, state, chosen(here.get("sort"), narrowing.CELL_ORDERS, "order")), found


def _deadlines(reader: Reader, node: Node | None, here: Address) -> Found:
    assert node
    found = audit.deadlines(reader, node, day=_day(here, "on"), below=not here.get("direct"))
    status = chosen(here.get("status"), narrowing.STATUSES, "status")
    order = chosen(here.get("sort"), narrowing.STANDING_ORDERS, "order")
    return narrowing.standings(found, status, order, reviews=bool(here.get("reviews"))), found


def _impact(reader: Reader, node: Node | None, here: Address) -> Found:
    assert node
    found = audit.impact(reader, node, day=_day(here, "on"), limit=NEAREST)
    level = chosen(here.get("level"), list(LEVELS), "level")
    order = chosen(here.get("sort"), narrowing.IMPACT_ORDERS, "order")
    return narrowing.affected(found, level, order, wholly=bool(here.get("wholly"))), found


def _changes(reader: Reader, node: Node | None, here: Address) -> Found:
    assert node
    since, until = here.get("since").strip(), here.get("until").strip() or None
    if not since:
        return None, None
    known = chosen(here.get("by"), ("dates", "knowledge"), "clock") == "knowledge"
    return _both((audit.changes_known if known else audit.changes)(reader, node, since, until))


def _diffusion(reader: Reader, node: Node | None, _here: Address) -> Found:
    assert node
    return _both(audit.diffusion(reader, node))


def _checks(reader: Reader, node: Node | None, here: Address) -> Found:
    found = audit.contradictions(reader).findings if here.get("against") else tuple(reader.check())
    about = tuple(one for one in found if node is None or node.iri in one.nodes)
    whole = Contradictions(about, reader.version)
    severity = chosen(here.get("severity"), narrowing.SEVERITIES, "severity")
    return narrowing.findings(whole, severity, here.get("check") or None), whole


def _obtain(reader: Reader, _node: Node | None, _here: Address) -> Found:
    return _both(audit.dangling(reader, limit=AWAITED))


ASKING: Final[dict[str, Callable[[Reader, Node | None, Address], Found]]] = {
    "chain": _chain,
    "coverage": _coverage,
    "deadlines": _deadlines,
    "impact": _impact,
    "changes": _changes,
    "diffusion": _diffusion,
    "checks": _checks,
    "obtain": _obtain,
}
