"""Outlines: what a walk reaches, as networkx finds it; counts of what lies behind; folding, expanding, days, verdicts."""

from __future__ import annotations

import shutil
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph import outline
from graph.library import Library
from graph.lineage import Lineage
from graph.outline import Outline, Reach, Surveyor
from graph.reader import Reader
from graph.review import Bench, Decision
from graph.values import Node
from ontology.errors import NotFound

NAMES = ["implements", "continues", "reviews"]
IRIS = [f"n{at}" for at in range(8)]
EDGES = st.lists(st.tuples(st.integers(0, 7), st.sampled_from(NAMES), st.integers(0, 7)), max_size=20, unique=True)
SOME = st.lists(st.sampled_from(IRIS), max_size=3, unique=True).map(tuple)


class Cards:
    """A catalogue that has a card for everything."""

    def nodes(self, iris):
        return {iri: Node(iri, "document", "KH", iri) for iri in iris}


def surveyed(edges, reach: Reach) -> Outline:
    lineage = Lineage.of(len(IRIS), edges)
    return Surveyor(lineage, IRIS, Cards(), "v").outline(reach)


def within(graph: nx.DiGraph, start: str, depth: int, folded: tuple[str, ...]) -> dict[str, int]:
    """Distances along edges that do not leave a folded node."""
    left = graph.copy()
    left.remove_edges_from([(a, b) for a, b in graph.edges if a in folded and a != start])
    return dict(nx.single_source_shortest_path_length(left, start, cutoff=depth))


@settings(max_examples=150)
@given(
    EDGES, st.sampled_from(IRIS), st.integers(0, 4), st.integers(0, 4), st.sampled_from([None, {"implements"}]), SOME
)
def test_an_outline_holds_what_can_be_reached_and_every_edge_among_it(edges, focus, up, down, names, folded) -> None:
    found = surveyed(edges, Reach(focus, up, down, frozenset(names) if names else None, (), folded))
    walked = [(f"n{a}", name, f"n{b}") for a, name, b in edges if names is None or name in names]
    graph = nx.DiGraph([(a, b) for a, _, b in walked])
    graph.add_nodes_from(IRIS)
    above, below = within(graph, focus, up, folded), within(graph.reverse(), focus, down, folded)
    expected = {node: min(above.get(node, 99), below.get(node, 99)) for node in above.keys() | below.keys()}
    assert found.steps == expected
    assert {node.iri for node in found.nodes} == set(expected)
    assert [found.steps[node.iri] for node in found.nodes] == sorted(expected.values())
    assert set(found.edges) == {edge for edge in walked if edge[0] in expected and edge[2] in expected}
    near = {node: (set(graph.predecessors(node)) | set(graph.successors(node))) - set(expected) for node in expected}
    assert found.behind == {node: len(others) for node, others in near.items() if others}
    assert found.total == len(expected)


@given(EDGES, st.sampled_from(IRIS), SOME)
def test_expanding_adds_the_neighbours_of_what_is_there(edges, focus, expanded) -> None:
    plain, more = surveyed(edges, Reach(focus, 1, 0)), surveyed(edges, Reach(focus, 1, 0, None, expanded))
    assert set(plain.steps) <= set(more.steps)
    there = [iri for iri in expanded if iri in plain.steps]
    assert all(iri not in more.behind for iri in there)


def test_far_cards_are_counted_and_not_read(monkeypatch) -> None:
    monkeypatch.setattr(outline, "MOST", 3)
    found = surveyed([(at, "implements", 0) for at in range(1, 8)], Reach("n0"))
    assert (len(found.nodes), found.total) == (3, 8)
    assert found.behind == {"n0": 5}


def test_a_focus_without_a_place_in_the_lineage_is_told() -> None:
    with pytest.raises(NotFound, match="register"):
        surveyed([], Reach("nowhere"))


PLAN = "https://w3id.org/phahe/id/doc/vn/ubnd-hai-phong/kh/2020/211-kh-ubnd"
CONCLUSION = "https://w3id.org/phahe/id/doc/vn/bbt/kl/2019/49-kl-tw"


def test_edges_are_read_with_their_quotes(reader: Reader) -> None:
    found = reader.outline(Reach(PLAN))
    edges = reader.edges(found.edges)
    assert [(edge.head, edge.predicate, edge.tail) for edge in edges] == list(found.edges)
    assert all(edge.evidence[0].exact for edge in edges)
    around = reader.around(PLAN, depth=4, down=False)
    assert {node.iri for node in reader.outline(Reach(PLAN, 4, 0)).nodes} == {node.iri for node in around.nodes}


def test_as_of_a_day_later_documents_are_not_there(reader: Reader) -> None:
    found = reader.outline(Reach(CONCLUSION, 9, 9), as_of="2020-05-01")
    assert PLAN not in found.steps
    assert PLAN in reader.outline(Reach(CONCLUSION, 9, 9), as_of="2020-09-01").steps


def test_what_is_confirmed_alone_is_walked(loaded: Path, tmp_path: Path) -> None:
    data = Path(shutil.copytree(loaded, tmp_path / "data"))
    with Reader.open(data) as before:
        claim = before.edges(before.outline(Reach(PLAN, 1, 0)).edges)[0].evidence[0].iri
        assert before.outline(Reach(PLAN), confirmed=True).edges == ()
    with Library(data, create=False) as library:
        Bench(library).decide(Decision("confirm", by="An", why="seen", claim=claim))
        library.publish()
    with Reader.open(data) as after:
        found = after.outline(Reach(PLAN), confirmed=True)
        assert [edge[0] for edge in found.edges] == [PLAN]
        assert after.outline(Reach(PLAN), confirmed=True, as_of="2020-01-01").edges == ()
