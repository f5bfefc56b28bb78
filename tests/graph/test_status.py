"""Status on a day: a table of what happened to a document, and what it is then."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.status import ACTS, ORDER, Standing, standing
from graph.values import Edge, Evidence, Node
from ontology.terms import STATUSES

DOCUMENT = Node(
    "https://w3id.org/phahe/id/doc/vn/cp/nd/2004/110-2004-nd-cp", "document", "NĐ", "NĐ 110", date="2004-04-08"
)


def act(predicate: str, date: str | None, *parts: str | None, published: str | None = None, kind: str = "document", verdict: str | None = None) -> tuple[Edge, Node]:  # fmt: skip
    head = Node(f"https://w3id.org/phahe/id/doc/vn/cp/nd/x/{predicate}-{date}", kind, "NĐ", predicate, date=date)
    evidence = tuple(
        Evidence("a", "s", "q", 0, 1, provision=part, published=published, verdict=verdict) for part in parts or (None,)
    )
    return Edge(head.iri, predicate, DOCUMENT.iri, evidence), head


@pytest.mark.parametrize(
    ("acts", "day", "code", "since"),
    [
        ((), "2010-01-01", "in force", "2004-04-08"),
        ((), "2004-04-08", "in force", "2004-04-08"),
        ((), "2004-04-07", "unknown", "2004-04-08"),
        ((act("amends", "2010-02-08"),), "2010-02-07", "in force", "2004-04-08"),
        ((act("amends", "2010-02-08"),), "2010-02-08", "amended", "2010-02-08"),
        ((act("amends", "2010-02-08", "Điều 5"),), "2011-01-01", "amended", "2010-02-08"),
        ((act("repeals", "2010-02-08", "Điều 5"),), "2011-01-01", "partly repealed", "2010-02-08"),
        ((act("replaces", "2010-02-08", "Điều 5"),), "2011-01-01", "partly repealed", "2010-02-08"),
        ((act("repeals", "2010-02-08", "Điều 5", None),), "2011-01-01", "repealed", "2010-02-08"),
        ((act("replaces", "2020-03-05"),), "2020-03-04", "in force", "2004-04-08"),
        ((act("replaces", "2020-03-05"),), "2020-03-05", "replaced", "2020-03-05"),
        ((act("repeals", "2020-03-05"),), "2021-01-01", "repealed", "2020-03-05"),
        ((act("replaces", "2020-03-05"), act("repeals", "2020-03-05")), "2021-01-01", "replaced", "2020-03-05"),
        ((act("repeals", "2019-03-05"), act("replaces", "2020-03-05")), "2021-01-01", "repealed", "2019-03-05"),
        ((act("amends", "2010-02-08"), act("repeals", "2020-03-05")), "2015-01-01", "amended", "2010-02-08"),
        ((act("amends", "2010-02-08"), act("repeals", "2020-03-05")), "2021-01-01", "repealed", "2020-03-05"),
        ((act("suspends", "2010-02-08"),), "2011-01-01", "suspended", "2010-02-08"),
        ((act("suspends", "2010-02-08"), act("amends", "2009-01-01")), "2011-01-01", "suspended", "2010-02-08"),
        ((act("suspends", "2010-02-08"), act("repeals", "2012-01-01")), "2013-01-01", "repealed", "2012-01-01"),
        # What a date leaves open stays open.
        ((act("repeals", "2020"),), "2019-12-31", "in force", "2004-04-08"),
        ((act("repeals", "2020"),), "2020-06-01", "unknown", None),
        ((act("repeals", "2020"),), "2020-12-31", "repealed", "2020"),
        ((act("repeals", "2020-03"),), "2020-03-15", "unknown", None),
        ((act("repeals", None),), "2021-01-01", "unknown", None),
        ((act("repeals", None, published="2020-05-01"),), "2021-01-01", "repealed", None),
        ((act("repeals", None, published="2020-05-01"),), "2020-01-01", "unknown", None),
        ((act("repeals", "2020", published="2020-05-01"),), "2020-06-01", "repealed", "2020"),
        ((act("amends", "2010-02-08"), act("amends", None)), "2011-01-01", "amended", "2010-02-08"),
        ((act("amends", "2010-02-08"), act("repeals", None)), "2011-01-01", "unknown", None),
        ((act("repeals", "2020-03-05"), act("replaces", None)), "2021-01-01", "repealed", "2020-03-05"),
        # What cannot be is no act on it.
        ((act("repeals", "1999-01-01"),), "2021-01-01", "in force", "2004-04-08"),
        ((act("implements", "2010-02-08"), act("cites", "2010-02-08"), act("corrects", "2010-02-08")), "2021-01-01", "in force", "2004-04-08"),
        ((act("repeals", "2010-02-08", kind="activity"),), "2021-01-01", "in force", "2004-04-08"),
    ],
)  # fmt: skip
def test_the_status_on_a_day(acts: tuple[tuple[Edge, Node], ...], day: str, code: str, since: str | None) -> None:
    found = standing(DOCUMENT, acts, day)
    assert (found.code, found.since) == (code, since)
    assert bool(found.acts) == (code != "in force" and "issued" not in found.reason)


def test_a_status_names_the_parts_and_the_acts_it_rests_on() -> None:
    first, second = act("repeals", "2010-01-01", "Điều 5"), act("repeals", "2012-01-01", "Điều 7", "Điều 9")
    found = standing(DOCUMENT, [second, first], "2013-01-01")
    assert found.parts == ("Điều 5", "Điều 7", "Điều 9")
    assert found.acts == (first[0], second[0])
    assert standing(DOCUMENT, [second, first], "2011-01-01").parts == ("Điều 5",)


def test_a_rejected_assertion_of_the_whole_does_not_speak() -> None:
    whole = Evidence("a", "s", "q", 0, 1, verdict="rejected")
    part = Evidence("b", "s", "q", 0, 1, provision="Điều 5")
    edge, head = act("repeals", "2010-01-01")
    found = standing(DOCUMENT, [(Edge(edge.head, "repeals", edge.tail, (whole, part)), head)], "2011-01-01")
    assert (found.code, found.parts) == ("partly repealed", ("Điều 5",))


@pytest.mark.parametrize(
    ("node", "reason"),
    [
        (Node("https://w3id.org/phahe/id/activity/x", "activity", "review", "Sơ kết", date="2004-04-08"), "no status"),
        (Node(DOCUMENT.iri + "~abc", "document", "NĐ", "NĐ 110"), "could not be decided"),
        (Node(DOCUMENT.iri, "document", "NĐ", "NĐ 110", ambiguous=("x",)), "could not be decided"),
        (Node(DOCUMENT.iri, "document", "NĐ", "NĐ 110", date="2030"), "not yet issued"),
        (Node(DOCUMENT.iri, "document", "NĐ", "NĐ 110", date="2020"), "issued after"),
        (Node(DOCUMENT.iri, "document", "NĐ", "NĐ 110"), "issued after"),
    ],
)
def test_what_is_not_known_is_not_guessed(node: Node, reason: str) -> None:
    found = standing(node, [], "2020-06-01")
    assert found.code == "unknown"
    assert reason in found.reason


ACT = st.builds(
    act,
    st.sampled_from(sorted(ACTS)),
    st.sampled_from([None, "2005", "2006-03", "2007-01-01", "2010-02-08", "2020-03-05"]),
    st.sampled_from([None, "Điều 5"]),
    published=st.sampled_from([None, "2008-01-01"]),
)
DAYS = st.dates(date(2004, 4, 8), date(2026, 1, 1)).map(str)


@given(acts=st.lists(ACT, max_size=5), day=DAYS)
def test_a_status_is_of_the_scheme_whatever_the_order(acts: list[tuple[Edge, Node]], day: str) -> None:
    found = standing(DOCUMENT, acts, day)
    assert found.code in STATUSES
    again = standing(DOCUMENT, acts[::-1], day)
    assert (again.code, again.since, set(again.acts)) == (found.code, found.since, set(found.acts))


@given(acts=st.lists(ACT, max_size=4), one=DAYS, other=DAYS)
def test_what_was_ended_stays_ended(acts: list[tuple[Edge, Node]], one: str, other: str) -> None:
    first, second = sorted((one, other))
    before: Standing = standing(DOCUMENT, acts, first)
    if before.code in ORDER[:2]:
        assert standing(DOCUMENT, acts, second).code in ORDER[:2]
