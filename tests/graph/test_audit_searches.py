"""Declared searches: what makes one, what it covers, what it never covers."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.searches import Searches, covering, declared, known_as, manifest
from ontology.errors import NotFound, StoreError, WrongUse
from ontology.registers import load

GIVEN = {
    "body": "Hải Dương", "place": "haiduong.gov.vn", "since": "2019-05-10", "until": "2021-06-30", "items": "412",
    "by": "Nguyễn Văn A", "on": "2021-07-01",
}  # fmt: skip
KEYS = frozenset({"place/hai-duong"})


def made(**changes: str) -> object:
    return declared(GIVEN | changes, load())


def test_a_search_is_filed_under_what_the_register_knows() -> None:
    assert made().key == "place/hai-duong"
    assert made(body="UBND tỉnh Hải Dương").key == "body/ubnd:hai-duong"
    assert made(body="Câu lạc bộ X").key == "name/cau-lac-bo-x"
    assert known_as("Hải Phòng", load(), "2026-01-01") == "place/hai-phong-2025"


@pytest.mark.parametrize("field", ["body", "place", "since", "until", "items", "by", "on"])
def test_every_part_must_be_told(field: str) -> None:
    with pytest.raises(WrongUse, match=field):
        made(**{field: " "})


@pytest.mark.parametrize(
    "changes",
    [
        {"items": "many"}, {"items": "-3"}, {"since": "2021-13-01"}, {"since": "2022-01-01"}, {"kinds": "XYZ"},
        {"on": "today"},
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(changes: dict[str, str]) -> None:
    with pytest.raises(WrongUse):
        made(**changes)


def test_what_is_published_after_the_search_was_not_looked_for() -> None:
    assert made(until="2030-01-01").until == "2021-07-01"


@pytest.mark.parametrize(
    ("windows", "kinds", "asked", "window", "covered"),
    [
        ([("2019-01-01", "2021-06-30")], "", (), ("2019-05-10", "2021-06-30"), True),
        ([("2019-05-11", "2021-06-30")], "", (), ("2019-05-10", "2021-06-30"), False),
        ([("2019-01-01", "2021-06-29")], "", (), ("2019-05-10", "2021-06-30"), False),
        ([("2019-01-01", "2020-06-30"), ("2020-07-01", "2021-06-30")], "", (), ("2019-05-10", "2021-06-30"), True),
        ([("2019-01-01", "2020-06-30"), ("2020-07-02", "2021-06-30")], "", (), ("2019-05-10", "2021-06-30"), False),
        ([("2019-01-01", "2021-06-30")], "KH", (), ("2019-05-10", "2021-06-30"), False),
        ([("2019-01-01", "2021-06-30")], "KH CTr", ("KH",), ("2019-05-10", "2021-06-30"), True),
        ([("2019-01-01", "2021-06-30")], "KH", ("KH", "CTr"), ("2019-05-10", "2021-06-30"), False),
        ([], "", (), ("2019-05-10", "2021-06-30"), False),
    ],
)
def test_only_searches_that_cover_kind_and_window_cover(
    windows: list[tuple[str, str]], kinds: str, asked: tuple[str, ...], window: tuple[str, str], covered: object
) -> None:
    searches = [made(since=since, until=until, kinds=kinds) for since, until in windows]
    assert bool(covering(searches, KEYS, asked, window)) is covered
    assert covering(searches, frozenset({"place/hai-phong"}), asked, window) is None


def test_records_last_are_made_once_and_can_be_withdrawn(tmp_path: Path) -> None:
    kept = Searches(tmp_path)
    assert kept.all() == []
    assert kept.add(made())
    assert not kept.add(made())
    assert Searches(tmp_path).all() == [made()]
    kept.withdraw(made().id[:6], by="B", on="2021-08-01")
    assert kept.all() == []
    assert {path.suffix for path in (tmp_path / "searches").iterdir()} == {".json", ".withdrawn"}
    with pytest.raises(NotFound):
        kept.withdraw("ffff", by="B", on="2021-08-01")


def test_a_damaged_record_is_told(tmp_path: Path) -> None:
    Searches(tmp_path).add(made())
    (tmp_path / "searches" / f"{made().id}.json").write_text("{")
    with pytest.raises(StoreError, match="damaged"):
        Searches(tmp_path).all()


def test_a_manifest_declares_a_search_a_row(tmp_path: Path) -> None:
    path = tmp_path / "searched.csv"
    path.write_text(",".join(GIVEN) + ",kinds\n" + ",".join(GIVEN.values()) + ",KH CTr\n", encoding="utf-8-sig")
    (found,) = manifest(path, load())
    assert (found.kinds, found.items) == (("CTr", "KH"), 412)
    path.write_text("body,place\nHải Dương,x\n", encoding="utf-8")
    with pytest.raises(WrongUse, match="line 2"):
        manifest(path, load())
