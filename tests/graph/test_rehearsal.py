"""What a source would change, told before it is kept: it is what keeping it does, and asking changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.library import Library
from graph.rehearsal import rehearse
from graph.values import Node
from ontology.model import Document
from tests.graph.pages import ALL, page

TITLE = "nâng cao chất lượng nguồn nhân lực cán bộ"
VAGUE = page("vague", (Document("d1", "CTr", "12-CTr/TU", None, None, TITLE),))
FULL = page("fuller", (Document("d1", "CTr", "12-CTr/TU", "2016-05-09", "Tỉnh ủy Cao Bằng", TITLE),))


def nodes(library: Library) -> dict[str, Node]:
    """Every card there is."""
    iris = [row[0] for row in library.catalogue.db.execute("SELECT iri FROM nodes")]
    return library.catalogue.nodes(iris)


def edges(library: Library) -> set[tuple[str, str, str]]:
    """Every supported edge."""
    return set(library.catalogue.edges())


@pytest.mark.parametrize("place", range(len(ALL)))
def test_it_tells_what_keeping_does(data: Path, place: int) -> None:
    kept, original, extraction = ALL[place]
    with Library(data) as library:
        library.keep_many(one for at, one in enumerate(ALL) if at != place)
        before, then, version = nodes(library), edges(library), library.version()
        told = rehearse(library, [(kept, extraction)])
        assert (nodes(library), edges(library), library.version()) == (before, then, version)
        library.keep(kept, original, extraction)
        after, now = nodes(library), edges(library)
    states = {one.node.iri: one.state for one in told.nodes}
    assert {iri for iri, state in states.items() if state == "new"} == set(after) - set(before)
    assert {iri for iri, state in states.items() if state == "gone"} == set(before) - set(after)
    differ = {iri for iri in set(after) & set(before) if after[iri] != before[iri]}
    assert {iri for iri, state in states.items() if state == "changed"} == differ
    for one in told.nodes:
        assert one.before == before.get(one.node.iri)
        assert one.node == (before if one.state == "gone" else after)[one.node.iri]
    said = {(one.head, one.predicate, one.tail): one.state for one in told.edges}
    assert {edge for edge, state in said.items() if state == "new"} == now - then
    assert {edge for edge, state in said.items() if state == "gone"} == then - now
    shown = {*states, *(node.iri for node in told.others)}
    assert all(one.head in shown and one.tail in shown for one in told.edges)


def test_a_name_that_would_be_refined_goes_and_the_better_one_comes(data: Path) -> None:
    with Library(data) as library:
        library.keep(*VAGUE)
        (vague,) = nodes(library)
        told = rehearse(library, [(FULL[0], FULL[2])])
    assert {(one.state, one.node.iri == vague) for one in told.nodes} == {("gone", True), ("new", False)}
    (source,) = told.sources
    assert source.state == "new"
    assert source.ends["d1"] == next(one.node.iri for one in told.nodes if one.state == "new")


def test_what_is_kept_already_changes_nothing(data: Path) -> None:
    with Library(data) as library:
        library.keep_many(ALL)
        told = rehearse(library, [(kept, extraction) for kept, _, extraction in ALL])
    assert {one.state for one in told.sources} == {"known"}
    assert {one.state for one in (*told.nodes, *told.edges)} <= {"known"}


def test_the_same_source_twice_counts_once(data: Path) -> None:
    with Library(data) as library:
        told = rehearse(library, [(FULL[0], FULL[2])] * 2)
    assert [one.state for one in told.sources] == ["new"]
