"""The index walks as SPARQL's property paths do, and as networkx does on any graph."""

from __future__ import annotations

import json
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.lineage import FILES, Lineage
from graph.reader import Reader
from ontology.errors import StoreError
from ontology.namespaces import PHAHE

NAMES = ["implements", "continues", "reviews"]
EDGES = st.lists(st.tuples(st.integers(0, 7), st.sampled_from(NAMES), st.integers(0, 7)), max_size=24, unique=True)


def reached(lineage: Lineage, start: int, *, up: bool, names: list[str] | None = None, depth: int = 99) -> set[int]:
    levels = lineage.closure(start, up=up, predicates=names, depth=depth)
    assert levels[0].tolist() == [start]
    return set(np.concatenate(levels).tolist()) - {start}


@given(EDGES, st.integers(0, 7), st.booleans(), st.sampled_from([None, ["implements"], ["implements", "continues"]]))
def test_closures_are_those_of_networkx(
    edges: list[tuple[int, str, int]], start: int, up, names: list[str] | None
) -> None:
    graph = nx.DiGraph()
    graph.add_nodes_from(range(8))
    graph.add_edges_from((a, b) for a, name, b in edges if names is None or name in names)
    expected = nx.descendants(graph, start) if up else nx.ancestors(graph, start)
    assert reached(Lineage.of(8, edges), start, up=up, names=names) == expected


@given(EDGES, st.lists(st.tuples(st.integers(0, 7), st.booleans(), st.integers(0, 4)), min_size=2, max_size=6))
def test_a_walk_leaves_nothing_behind_for_the_next(
    edges: list[tuple[int, str, int]], walks: list[tuple[int, bool, int]]
) -> None:
    kept = Lineage.of(8, edges)
    for start, up, depth in walks:
        fresh = Lineage.of(8, edges).closure(start, up=up, depth=depth)
        assert [level.tolist() for level in kept.closure(start, up=up, depth=depth)] == [one.tolist() for one in fresh]


@given(EDGES, st.integers(0, 7), st.integers(0, 4))
def test_levels_are_distances(edges: list[tuple[int, str, int]], start: int, depth: int) -> None:
    graph = nx.DiGraph([(a, b) for a, _, b in edges] + [(start, start)])
    expected = nx.single_source_shortest_path_length(graph, start, cutoff=depth)
    levels = Lineage.of(8, edges).closure(start, up=True, depth=depth)
    assert {node: step for step, level in enumerate(levels) for node in level.tolist()} == dict(expected)


def test_what_is_saved_is_opened(tmp_path: Path) -> None:
    lineage = Lineage.of(4, [(0, "implements", 1), (1, "continues", 2)])
    lineage.save(tmp_path)
    opened = Lineage.open(tmp_path)
    assert opened.edges == 2
    assert reached(opened, 0, up=True) == {1, 2}
    (tmp_path / f"{FILES[0]}.npy").write_bytes(b"damaged")
    with pytest.raises(StoreError, match="damaged"):
        Lineage.open(tmp_path)


def test_a_graph_without_edges_is_walked_too() -> None:
    assert reached(Lineage.of(3, []), 1, up=True) == set()


@pytest.mark.parametrize("up", [True, False], ids=["up", "down"])
def test_the_index_agrees_with_property_paths(reader: Reader, up) -> None:
    """On every node of a published copy, by every predicate and by all of them."""
    iris = [row[0] for row in reader.catalogue.db.execute("SELECT iri FROM nodes ORDER BY iri")]
    for names in (
        ["implements"],
        ["implements", "continues"],
        ["implements", "continues", "disseminates", "replaces", "repeals", "cites"],
    ):
        path = "|".join(f"<{PHAHE}{name}>" for name in names)
        for number, iri in enumerate(iris):
            step = f"<{iri}> ({path})+ ?x" if up else f"?x ({path})+ <{iri}>"
            answer = reader.query(f"SELECT DISTINCT ?x {{ {step} }}", accept="json")
            expected = {row["x"]["value"] for row in json.loads(answer.body)["results"]["bindings"]}
            levels = reader.lineage.closure(number, up=up, predicates=names)
            assert {iris[node] for level in levels[1:] for node in level.tolist()} == expected - {iri}
