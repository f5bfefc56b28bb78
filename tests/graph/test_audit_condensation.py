"""The number of ways and the shortest of them, against networkx and by hand."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.condensation import Condensation, as_led, ways_of
from graph.lineage import Lineage

SIZE = 8
acyclic = st.lists(
    st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)).filter(lambda edge: edge[0] < edge[1]), max_size=24
)
anything = st.lists(st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)), max_size=24)


lineages = st.lists(
    st.tuples(st.integers(0, SIZE - 1), st.sampled_from(["implements", "continues"]), st.integers(0, SIZE - 1)),
    max_size=20,
)


def links_of(edges: list[tuple[int, int]]) -> dict[int, list[int]]:
    return {node: sorted({tail for head, tail in edges if head == node}) for node in range(SIZE)}


@given(acyclic)
def test_without_cycles_the_ways_are_the_simple_paths_shortest_first(edges: list[tuple[int, int]]) -> None:
    links = links_of(edges)
    graph = nx.DiGraph()
    graph.add_nodes_from(range(SIZE))
    graph.add_edges_from(edges)
    leaves = [node for node in graph if not links[node] and node != 0]
    expected = sorted(
        (tuple(path) for leaf in leaves for path in nx.all_simple_paths(graph, 0, leaf)),
        key=lambda way: (len(way), way),
    )
    ways = Condensation(links, 0)
    assert ways.total == len(expected)
    assert ways.shortest(10**6) == expected
    assert ways.shortest(3) == expected[:3]
    assert ways.cycles == []


@given(anything)
def test_with_cycles_as_many_ways_are_shown_as_are_counted_and_each_is_walkable(edges: list[tuple[int, int]]) -> None:
    links = links_of(edges)
    ways = Condensation(links, 0)
    found = ways.shortest(10**5)
    assert len(found) == ways.total == len(set(found))
    assert [len(way) for way in found] == sorted(len(way) for way in found)
    for way in found:
        assert all(tail in links[head] for head, tail in pairwise(way))
        assert len(set(way)) == len(way)


@given(anything)
def test_the_knots_are_the_strongly_connected_components(edges: list[tuple[int, int]]) -> None:
    links = links_of(edges)
    graph = nx.DiGraph((head, tail) for head in links for tail in links[head])
    graph.add_nodes_from(links)
    assert sorted(Condensation(links, 0).knots) == sorted(
        tuple(sorted(knot)) for knot in nx.strongly_connected_components(graph)
    )


@given(anything, st.booleans())
def test_the_cycles_can_be_walked_and_reach_every_document_that_leads_to_itself(
    edges: list[tuple[int, int]],
    up: bool,  # noqa: FBT001 - drawn
) -> None:
    links = links_of(edges)
    walked = links if up else links_of([(tail, head) for head, tail in edges])
    graph = nx.DiGraph((head, tail) for head in links for tail in links[head])
    found = [as_led(cycle, up=up) for cycle in Condensation(walked, 0).cycles]
    for cycle in found:
        assert cycle[0] == min(cycle)
        assert len(set(cycle)) == len(cycle)
        assert all(tail in links[head] for head, tail in zip(cycle, (*cycle[1:], cycle[0]), strict=True))
    tied = {node for knot in nx.strongly_connected_components(graph) for node in knot if len(knot) > 1}
    assert {node for cycle in found for node in cycle} == tied | {node for node in links if node in links[node]}


@given(lineages, st.integers(0, SIZE - 1), st.integers(0, SIZE - 1), st.booleans())
def test_between_two_documents_only_what_leads_from_one_to_the_other_is_counted(
    edges: list[tuple[int, str, int]],
    start: int,
    goal: int,
    up: bool,  # noqa: FBT001 - drawn
) -> None:
    forward = [(head, tail) if up else (tail, head) for head, _, tail in edges if head < tail]
    graph = nx.DiGraph()
    graph.add_nodes_from(range(SIZE))
    graph.add_edges_from(forward)
    lineage = Lineage.of(SIZE, [edge for edge in edges if edge[0] < edge[2]])
    expected = sorted((tuple(way) for way in nx.all_simple_paths(graph, start, goal)), key=lambda way: (len(way), way))
    ways = ways_of(lineage, start, goal, up=up)
    assert ways.total == len(expected if start != goal else [])
    assert ways.shortest(10**6) == (expected if start != goal else [])


@pytest.mark.parametrize(
    ("links", "goal", "expected"),
    [
        ({0: [1], 1: [2], 2: []}, None, [(0, 1, 2)]),
        ({0: [1], 1: [0]}, None, []),
        ({0: [1], 1: [2, 0], 2: []}, None, [(0, 1, 2)]),
        ({0: [1, 2], 1: [3], 2: [3], 3: []}, 3, [(0, 1, 3), (0, 2, 3)]),
        ({0: [1], 1: [2], 2: [1]}, 2, [(0, 1, 2)]),
        ({0: []}, None, []),
        ({0: [0]}, None, []),
    ],
)
def test_small_lineages(links: dict[int, list[int]], goal: int | None, expected: list[tuple[int, ...]]) -> None:
    assert Condensation(links, 0, goal).shortest(10) == expected


def test_more_ways_than_any_machine_number_holds_are_counted_exactly_and_the_first_shown() -> None:
    steps = 200
    links = {node: [node + 1, node + 2] for node in range(steps)} | {steps: [steps + 1], steps + 1: []}
    first, second = 1, 1
    for _ in range(steps + 1):
        first, second = second, first + second
    ways = Condensation(links, 0)
    assert ways.total == first > 2**64
    assert len(ways.shortest(100)) == 100
