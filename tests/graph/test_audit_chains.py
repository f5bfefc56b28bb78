"""Chains for auditors: filters grey out and never cut, the weakest link, bounds that say so, cycles."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph import audit
from graph.audit_values import ChainAudit
from graph.chains import Filters
from graph.library import Library
from graph.reader import Reader
from tests.graph import audits


@pytest.fixture(scope="module")
def read(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    path = Path(shutil.copytree(empty, tmp_path_factory.mktemp("chains") / "data"))
    with Library(path) as library:
        library.keep_many(audits.ALL)
        library.publish()
    with Reader.open(path) as found:
        yield found


def down(read: Reader, **more: object) -> ChainAudit:
    return audit.chain(read, read.pick("49-KL/TW"), up=False, **more)


def test_every_link_has_its_quote_its_gap_and_the_weakest_is_marked(read: Reader) -> None:
    found = {route.nodes[0].number: route for route in down(read).down.shown}
    assert set(found) == {
        "211/KH-UBND", "77/KH-UBND", "311/KH-UBND", "400/KH-UBND", "900/KH-UBND", "15/BC-UBND",
    }  # fmt: skip
    steps = found["211/KH-UBND"].steps
    assert [step.gap_days for step in steps] == [134, 334]
    assert all(step.edge.evidence for step in steps)
    assert found["400/KH-UBND"].weakest == 0
    assert [step.gap_days for step in found["900/KH-UBND"].steps] == [None, 334]


@pytest.mark.parametrize(
    ("filters", "greyed"),
    [
        (Filters(), set()),
        (Filters(confidence=0.8), {"400/KH-UBND"}),
        (Filters(confirmed=True), {"211", "77", "311", "400", "900", "15"}),
        (Filters(levels=frozenset({"central"})), {"211", "77", "311", "400", "900", "15"}),
        (Filters(until="2020-08-31"), {"400", "15"}),
        (Filters(since="2019-05-10", until="2021-12-31"), set()),
    ],
)
def test_filters_grey_out_and_never_cut(read: Reader, filters: Filters, greyed: set[str]) -> None:
    found = down(read, filters=filters)
    assert found.down.total == "6"
    assert [len(route.nodes) for route in found.down.shown] == [3] * 6
    assert {route.nodes[0].number.partition("/")[0] for route in found.down.shown if route.grey} == {
        name.partition("/")[0] for name in greyed
    }
    assert bool(found.filters) is (filters != Filters())


def test_a_bounded_walk_says_where_links_lead_on(read: Reader) -> None:
    (route,) = down(read, depth=1).down.shown
    assert route.goes_on
    assert not any(route.goes_on for route in down(read).down.shown)


def test_only_the_asked_relations_are_walked(read: Reader) -> None:
    assert down(read, predicates=frozenset({"continues"})).down.total == "0"
    assert down(read, predicates=frozenset({"implements"})).down.total == "5"


def test_between_two_documents(read: Reader) -> None:
    found = audit.chain(read, read.pick("211/KH-UBND"), to=read.pick("49-KL/TW"))
    assert [node.number for node in found.up.shown[0].nodes] == ["211/KH-UBND", "489/QĐ-TTg", "49-KL/TW"]
    assert (found.up.total, found.down.total) == ("1", "0")
    back = audit.chain(read, read.pick("49-KL/TW"), to=read.pick("211/KH-UBND"))
    assert back.down.shown == found.up.shown


def test_the_first_are_shown_and_the_rest_counted(read: Reader) -> None:
    found = down(read, limit=2).down
    assert (len(found.shown), found.total, found.not_shown, found.reached) == (2, "6", "4", 7)


def test_cycles_are_shown_and_not_walked_round(empty: Path, tmp_path: Path) -> None:
    path = Path(shutil.copytree(empty, tmp_path / "data"))
    documents = [audits.NGHE_AN, audits.ORDER, audits.POLICY]
    with Library(path) as library:
        library.keep(*audits.stated("round", documents, [(0, "implements", 1), (1, "implements", 2), (2, "cites", 1)]))
        library.publish()
    with Reader.open(path) as reader:
        found = audit.chain(reader, reader.pick("311/KH-UBND"), down=False)
    assert [{node.number for node in cycle} for cycle in found.up.cycles] == [{"489/QĐ-TTg", "49-KL/TW"}]
    assert [len(route.nodes) for route in found.up.shown] == [2]
