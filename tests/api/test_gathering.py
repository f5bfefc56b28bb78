"""What a lineage page shows of an outline: fans and levels gathered, groups opened by and by, pages, greyed, lit, folded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import QueryParams

from api.pages.dressing import chain_of, outside
from api.pages.gathering import FAN, STEP, Gathered, gather, turned
from api.pages.lineages import Asked, buttons, read
from api.pages.showing import opening
from api.pages.urls import lineage_path
from api.pages.windows import LIMIT
from graph.outline import Outline
from graph.values import Node
from ontology.namespaces import ID

NONE: frozenset[str] = frozenset()
LEVELS = ("central", "ministry", "province")


def node(name: str, level: str = "province", date: str | None = "2020-05-01") -> Node:
    """A document of a made-up series."""
    return Node(f"{ID}doc/vn/x/{name}", "document", "KH", name, name, date, level=level, sphere="state")


HUB = node("hub", "central", "2020-01-01")


def outline(nodes, edges) -> Outline:
    """An outline around the first node."""
    steps = {one.iri: min(at, 1) for at, one in enumerate(nodes)}
    return Outline(nodes[0].iri, tuple(nodes), tuple(edges), steps, {}, len(nodes), "v")


def hub(children: int) -> Outline:
    """A decision and the plans that carry it out."""
    plans = [node(f"p{at:05}", date=f"20{20 + at % 5}-03-01") for at in range(children)]
    return outline([HUB, *plans], [(plan.iri, "implements", HUB.iri) for plan in plans])


def gathered(found: Outline, levels=NONE, opened=(), keep=NONE) -> Gathered:
    return gather(found, frozenset(levels), opened, frozenset(keep), "vi")


def test_a_hub_of_five_thousand_is_two_boxes_and_every_document_is_counted() -> None:
    made = gathered(hub(5000))
    assert len(made.nodes) == 2
    (group,) = made.groups.values()
    assert len(group.members) == made.inside == 5000
    assert made.edges == {("group:" + group.key, "implements", HUB.iri): 5000}
    box = made.nodes[1]
    assert (box.label, box.title, box.date) == ("5.000 văn bản", "2020–2024", "2020-03-01")


def test_few_stand_alone() -> None:
    assert not gathered(hub(FAN)).groups
    assert gathered(hub(FAN + 1)).groups


def test_a_group_opens_by_and_by_in_order_of_time() -> None:
    found = hub(45)
    (group,) = gathered(found).groups.values()
    asked = Asked(lineage_path(HUB.iri))
    shown = []
    while gathered(found, opened=asked.opened).groups:
        made = gathered(found, opened=asked.opened)
        (group,) = made.groups.values()
        shown.append(sum(one.kind != "group" for one in made.nodes) - 1)
        asked = read(asked.path, 4, 1, QueryParams(opening(asked, group, "vi").partition("?")[2]))
    assert shown == [0, STEP, 2 * STEP]
    assert len(gathered(found, opened=asked.opened).nodes) == 46
    first = [one.date for one in gathered(found, opened=(f"{STEP}.{group.key}",)).nodes if one.kind == "document"]
    assert set(first[1:]) == {"2020-03-01", "2021-03-01", "2022-03-01"}


def test_what_leads_elsewhere_or_was_asked_for_stands_alone() -> None:
    found = hub(30)
    plan, other = found.nodes[3], node("district", "district")
    more = outline([*found.nodes, other], [*found.edges, (other.iri, "implements", plan.iri)])
    assert plan in gathered(more).nodes
    assert found.nodes[5] in gathered(found, keep={found.nodes[5].iri}).nodes


def test_a_level_is_one_box_with_all_edges_of_its_documents() -> None:
    ministry, plan, second = node("m", "ministry"), node("a"), node("b")
    edges = [
        (plan.iri, "implements", HUB.iri),
        (second.iri, "implements", HUB.iri),
        (second.iri, "cites", plan.iri),
        (ministry.iri, "guides", HUB.iri),
        (second.iri, "implements", ministry.iri),
    ]
    made = gathered(outline([HUB, ministry, plan, second], edges), levels={"province"})
    assert made.edges == {
        ("group:province", "implements", HUB.iri): 2,
        (ministry.iri, "guides", HUB.iri): 1,
        ("group:province", "implements", ministry.iri): 1,
    }
    assert made.groups["group:province"].members == (plan.iri, second.iri)
    asked = Asked("p", gathered=frozenset({"province"}))
    assert opening(asked, made.groups["group:province"], "en") == "/lineage/p?lang=en"


@st.composite
def outlines(draw: st.DrawFn) -> Outline:
    """Outlines of all shapes."""
    count = draw(st.integers(1, 40))
    nodes = [node(f"n{at}", draw(st.sampled_from(LEVELS))) for at in range(count)]
    ends = st.tuples(st.integers(0, count - 1), st.sampled_from(["implements", "cites"]), st.integers(0, count - 1))
    edges = draw(st.lists(ends.filter(lambda e: e[0] != e[2]), unique=True, max_size=60))
    return outline(nodes, [(nodes[a].iri, name, nodes[b].iri) for a, name, b in edges])


@given(outlines(), st.sets(st.sampled_from(["state", "ministry", "province"])))
def test_nothing_is_lost_by_gathering(found: Outline, levels) -> None:
    made = gathered(found, levels)
    alone = [one.iri for one in made.nodes if one.kind != "group"]
    members = [member for group in made.groups.values() for member in group.members]
    assert sorted([*alone, *members]) == sorted(one.iri for one in found.nodes)
    assert found.focus in alone
    home = {member: iri for iri, group in made.groups.items() for member in group.members}
    ends = [(home.get(a, a), b, home.get(c, c)) for a, b, c in found.edges]
    assert sum(made.edges.values()) == sum(a != c for a, _, c in ends)
    assert {end for a, _, c in made.edges for end in (a, c)} <= {one.iri for one in made.nodes}


def test_pages_hold_every_box_once_and_hang_together() -> None:
    count = 2 * LIMIT + 50
    nodes = [node(f"n{at:05}") for at in range(count)]
    edges = {(nodes[at].iri, "cites", nodes[at // 9].iri): 1 for at in range(1, count)}
    made = Gathered(tuple(nodes), edges, {})
    seen: set[str] = set()
    for page in (1, 2, 3):
        part, pages = turned(made, nodes[0].iri, page)
        assert pages == 3
        names = {one.iri for one in part.nodes}
        assert nodes[0].iri in names
        assert len(names) <= LIMIT + LIMIT // 8 + 1
        assert {end for a, _, c in part.edges for end in (a, c)} <= names
        seen |= names
    assert len(seen) == count
    assert turned(made, nodes[0].iri, 99)[0].nodes == turned(made, nodes[0].iri, 3)[0].nodes


@pytest.mark.parametrize(
    ("date", "since", "until", "out"),
    [
        ("2020-05-01", "2020", "", False),
        ("2019-12-31", "2020", "", True),
        ("2020", "2020-05-01", "", False),
        ("2020-05-02", "", "2020-05-01", True),
        ("2021", "", "2020-05", True),
        ("2020", "", "", False),
        (None, "2020", "2021", False),
    ],
)
def test_only_what_is_surely_outside_is_greyed(date, since: str, until: str, out) -> None:
    assert bool(outside([node("a", date=date)], since, until)) is out


def test_the_chain_of_a_node_is_all_above_and_all_below() -> None:
    edges = [("a", "x", "b"), ("b", "x", "c"), ("d", "x", "c"), ("e", "x", "a")]
    assert chain_of("b", edges) == {"e", "a", "b", "c"}


def test_buttons_expand_and_fold_and_take_each_other_back() -> None:
    iri = f"{ID}doc/vn/x/a"
    asked = Asked("p", 4, 0)
    (more, less) = buttons(asked, {iri: 12}, [iri], "en")[iri]
    assert (more.text, more.url) == ("+12", "/lineage/p?down=0&expand=vn/x/a&lang=en")
    assert less.url == "/lineage/p?down=0&fold=vn/x/a&lang=en"
    folded = read("p", 4, 0, QueryParams(less.url.partition("?")[2]))
    (back,) = buttons(folded, {iri: 12}, [], "en")[iri]
    assert "fold" not in back.url
    assert buttons(Asked("vn/x/a"), {}, [iri], "vi") == {}


@pytest.mark.parametrize(
    "query",
    [
        "up=2&down=3&p=cites&p=implements&expand=a&fold=b&gather=party&gather=province&open=20.k&since=2019&lang=en",
        "until=2020&as_of=2020-01-01&trace=c&min=confirmed&page=2&view=table&fit=yes",
        "lang=en",
        "",
    ],
)
def test_an_address_says_all_and_reads_back_as_itself(query: str) -> None:
    params = QueryParams(query)
    asked = read("p", int(params.get("up", 4)), int(params.get("down", 1)), params)
    assert asked.query(params.get("lang", "vi")) == (f"?{query}" if query else "")


@pytest.mark.parametrize("query", ["p=zzz", "gather=moon", "page=-3", "page=9999999", "view=x", "fit=no", "open="])
def test_what_stands_for_nothing_is_passed_over(query: str) -> None:
    assert read("p", 4, 1, QueryParams(query)) == Asked("p")
