"""Impact, changes, what to obtain next, diffusion: each number by hand."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph import audit
from graph.library import Library
from graph.reader import Reader
from tests.graph import audits

REPEAL = ("QĐ", "900/QĐ-TTg", "2024-01-10", "Thủ tướng Chính phủ")
LAW = ("L", "76/2015/QH13", "2015-06-19", "Quốc hội")


@pytest.fixture(scope="module")
def made(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[list[audits.Item]], Path]:
    def make(items: list[audits.Item]) -> Path:
        path = Path(shutil.copytree(empty, tmp_path_factory.mktemp("impact") / "data"))
        with Library(path) as library:
            library.keep_many(items)
            library.publish()
        return path

    return make


@pytest.fixture(scope="module")
def read(made: Callable[[list[audits.Item]], Path]) -> Iterator[Reader]:
    more = [
        audits.stated("law", [audits.HAI_PHONG, LAW], [(0, "basedOn", 1)]),
        audits.stated("repeal", [REPEAL, audits.NGHE_AN], [(0, "repeals", 1)]),
        audits.stated("partly", [REPEAL, audits.HA_TINH], [(0, "repeals", 1)], provision="Điều 2"),
    ]
    with Reader.open(made([*audits.ALL, *more])) as found:
        yield found


def test_what_rests_on_nothing_else_is_told_from_what_has_other_ground(read: Reader) -> None:
    found = audit.impact(read, read.pick("489/QĐ-TTg"), day="2022-01-01")
    wholly = {one.node.number: one.wholly for one in found.affected}
    assert wholly["77/KH-UBND"]
    assert not wholly["211/KH-UBND"]
    assert dict(found.levels)["province"] == found.total == 6


def test_what_was_repealed_as_a_whole_no_longer_rests_on_it_and_what_in_part_does(read: Reader) -> None:
    found = audit.impact(read, read.pick("489/QĐ-TTg"), day="2024-06-01")
    numbers = {one.node.number for one in found.affected}
    assert found.gone == 1
    assert "311/KH-UBND" not in numbers
    assert "400/KH-UBND" in numbers
    (act,) = audit.impact(read, read.pick("311/KH-UBND"), day="2024-06-01").acts
    assert act.predicate == "repeals"
    assert audit.impact(read, read.pick("311/KH-UBND"), day="2023-06-01").acts == ()


def test_everything_downstream_is_reached_with_its_distance(read: Reader) -> None:
    found = audit.impact(read, read.pick("49-KL/TW"), day="2022-01-01")
    assert [one.steps for one in found.affected] == [1] + [2] * 6
    assert all(one.links[0].evidence for one in found.affected)


def test_what_is_dated_between_two_days(read: Reader) -> None:
    found = audit.changes(read, read.pick("49-KL/TW"), "2020-06-01", "2020-08-31")
    assert {node.number for node in found.nodes_added} == {"77/KH-UBND", "211/KH-UBND"}
    assert {edge.predicate for edge in found.edges_added} == {"implements"}


def test_what_became_known_between_two_loads(made: Callable[[list[audits.Item]], Path]) -> None:
    path = made(audits.ALL[:2])
    first = Reader.current(path)
    with Library(path) as library:
        library.keep(*audits.ALL[2])
        library.remove(audits.ALL[1][0].source.locations[0])
        library.publish()
    with Reader.open(path) as reader:
        found = audit.changes_known(reader, reader.pick("489/QĐ-TTg"), first)
    assert [node.number for node in found.nodes_added] == ["77/KH-UBND"]
    assert [node.number for node in found.nodes_gone] == ["211/KH-UBND"]
    assert len(found.edges_added) == len(found.edges_gone) == 1
    assert found.edges_gone[0].evidence


def test_what_is_named_and_never_seen_is_ranked_by_the_chains_that_wait(read: Reader) -> None:
    found = audit.dangling(read)
    chains = {one.node.number: (one.chains, one.named_by) for one in found.awaited}
    assert chains["49-KL/TW"] == ("6", 1)
    assert chains["489/QĐ-TTg"] == ("6", 6)
    assert chains["76/2015/QH13"] == ("1", 1)
    assert [int(one.chains) for one in found.awaited] == sorted(
        (int(one.chains) for one in found.awaited), reverse=True
    )


def test_contradictions_leave_out_what_is_only_missing(read: Reader) -> None:
    assert {one.check for one in audit.contradictions(read).findings}.isdisjoint(audit.GAPS)


def test_diffusion_says_each_number_in_words(read: Reader) -> None:
    found = audit.diffusion(read, read.pick("49-KL/TW"))
    measures = {one.name: one for one in found.measures}
    assert measures["documents"].value == 7
    assert measures["ways"].value == "6"
    assert measures["depth"].value == 2
    assert measures["lag.central"].value == 334
    assert measures["lag.province"].value == 468
    assert "not dated" in measures["lag.province"].words
    assert all(one.words for one in found.measures)
    assert found.main_path
    assert [node.number for node in found.main_path.nodes][1:] == ["489/QĐ-TTg", "49-KL/TW"]
    assert found.bottlenecks[0] == ("Thủ tướng Chính phủ", 1.0)
