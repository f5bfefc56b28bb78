"""One contract for every store: Oxigraph inside the process, and a SPARQL 1.1 server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.store import Change, EmbeddedStore, EndpointStore, Store, insertion
from ontology.errors import QueryError, StoreError

G, H = "https://example.org/g", "https://example.org/h"


def line(subject: str, predicate: str, value: str, graph: str = G) -> str:
    return f"<urn:{subject}> <urn:{predicate}> {value} <{graph}> .\n"


@pytest.fixture(params=["embedded", "endpoint"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "embedded":
        found: Store = EmbeddedStore(tmp_path / "store")
    else:
        url = request.getfixturevalue("address")
        found = EndpointStore(f"{url}/query", f"{url}/update")
        for graph in (G, H):
            found.drop(graph)
    yield found
    found.close()


def rows(store: Store, text: str) -> list[tuple[str, ...]]:
    bindings = json.loads(store.query(text))["results"]["bindings"]
    return sorted(tuple(row[name]["value"] for name in sorted(row)) for row in bindings)


def held(store: Store, graph: str = G) -> list[tuple[str, ...]]:
    return rows(store, f"SELECT ?a ?b ?c {{ GRAPH <{graph}> {{ ?a ?b ?c }} }}")


def test_what_is_held_is_found_in_its_graph(store: Store) -> None:
    store.apply(Change((), (), (line("a", "p", '"Kết luận \\"49\\"\\n"'), line("b", "p", "<urn:c>", H))))
    assert held(store) == [("urn:a", "urn:p", 'Kết luận "49"\n')]
    assert held(store, H) == [("urn:b", "urn:p", "urn:c")]


def test_a_graph_is_replaced_whole(store: Store) -> None:
    store.apply(Change((), (), (line("a", "p", '"1"'), line("b", "p", '"2"'))))
    store.apply(Change((G,), (), (line("b", "p", '"2"'), line("c", "p", '"3"'))))
    assert held(store) == [("urn:b", "urn:p", "2"), ("urn:c", "urn:p", "3")]


def test_a_subject_is_replaced_in_one_graph_only(store: Store) -> None:
    store.apply(
        Change((), (), (line("a", "p", '"1"'), line("a", "q", '"2"'), line("b", "p", '"3"'), line("a", "p", '"1"', H)))
    )
    store.apply(Change((), ((G, "urn:a"),), (line("a", "p", '"4"'),)))
    assert held(store) == [("urn:a", "urn:p", "4"), ("urn:b", "urn:p", "3")]
    assert held(store, H) == [("urn:a", "urn:p", "1")]


def test_applying_twice_is_applying_once(store: Store) -> None:
    change = Change((H,), ((G, "urn:a"),), (line("a", "p", '"4"'), line("x", "p", '"5"', H)))
    for _ in range(2):
        store.apply(change)
        store.flush()
    assert held(store) + held(store, H) == [("urn:a", "urn:p", "4"), ("urn:x", "urn:p", "5")]


def test_dropping_a_graph_leaves_the_others(store: Store) -> None:
    store.apply(Change((), (), (line("a", "p", '"1"'), line("a", "p", '"1"', H))))
    store.drop(G)
    store.drop("https://example.org/none")
    assert held(store) == []
    assert held(store, H)


def test_property_paths_run_both_ways(store: Store) -> None:
    store.apply(Change((), (), tuple(line(f"n{i}", "up", f"<urn:n{i + 1}>") for i in range(5))))
    assert len(rows(store, f"SELECT ?x {{ GRAPH <{G}> {{ <urn:n0> <urn:up>+ ?x }} }}")) == 5
    assert len(rows(store, f"SELECT ?x {{ GRAPH <{G}> {{ ?x <urn:up>+ <urn:n5> }} }}")) == 5


def test_a_bad_query_is_an_error_of_the_query(store: Store) -> None:
    with pytest.raises(QueryError):
        store.query("SELECT {")


def test_a_server_that_is_not_there_is_an_error_of_the_store() -> None:
    store = EndpointStore("http://127.0.0.1:9/query")
    with pytest.raises(StoreError, match="does not answer"):
        store.query("ASK {}")
    with pytest.raises(StoreError, match="read-only here"):
        store.drop(G)
    store.close()


def test_a_store_that_is_in_use_is_told(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path / "store")
    with pytest.raises(StoreError, match="in use by another process"):
        EmbeddedStore(tmp_path / "store")
    store.close()


def test_a_published_copy_does_not_follow_the_store(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path / "store")
    store.apply(Change((), (), (line("a", "p", '"1"'),)))
    store.publish(tmp_path / "copy")
    store.apply(Change((G,), (), ()))
    copy = EmbeddedStore(tmp_path / "copy")
    assert held(copy) == [("urn:a", "urn:p", "1")]
    assert held(store) == []
    copy.close()
    store.close()


def test_insertions_are_grouped_by_graph() -> None:
    written = insertion([line("a", "p", '"<x> ."'), line("b", "p", "<urn:c>", H), line("c", "p", '"1"')])
    assert written.count("GRAPH") == 2
    with pytest.raises(ValueError, match="not a quad"):
        insertion(["nonsense"])
