"""The coverage matrix: four states that are never merged, successions, the geography of any day."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph import audit
from graph.audit_values import Cell, Matrix
from graph.library import Library
from graph.reader import Reader
from graph.searches import Searches, declared
from ontology.errors import WrongUse
from ontology.registers import load
from tests.graph import audits


@pytest.fixture(scope="module")
def data(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = Path(shutil.copytree(empty, tmp_path_factory.mktemp("audit") / "data"))
    with Library(path) as library:
        library.keep_many(audits.ALL)
        library.publish()
    searches = Searches(path)
    for body, since, until, kinds in (
        ("Thanh Hóa", "2019-01-01", "2026-11-01", ""),
        ("Quảng Trị", "2019-01-01", "2021-06-30", ""),
        ("Bắc Giang", "2019-01-01", "2020-01-01", ""),
        ("Lào Cai", "2019-01-01", "2026-11-01", "KH"),
    ):
        given = {"body": body, "place": "site", "since": since, "until": until, "items": "9", "by": "A", "kinds": kinds}
        searches.add(declared(given | {"on": "2026-11-01"}, load()))
    return path


@pytest.fixture(scope="module")
def read(data: Path) -> Iterator[Reader]:
    with Reader.open(data) as found:
        yield found


def cells(matrix: Matrix) -> dict[str, Cell]:
    return {cell.label: cell for cell in matrix.cells}


def asked(read: Reader, day: str = "2021-06-30", **more: object) -> Matrix:
    return audit.coverage(read, read.pick("49-KL/TW"), day=day, **more)


def test_there_were_63_provinces_and_are_34(read: Reader) -> None:
    assert len(asked(read).cells) == 63
    assert len(asked(read, "2026-11-01").cells) == 34
    assert len(asked(read, "2026-11-01", geography="2021-06-30").cells) == 63


@pytest.mark.parametrize(
    ("body", "state"),
    [
        ("Hải Phòng", "found"),
        ("Nghệ An", "found"),
        ("Hà Tĩnh", "candidate"),
        ("Thanh Hóa", "looked"),
        ("Quảng Trị", "looked"),
        ("Bắc Giang", "not_collected"),
        ("Lào Cai", "not_collected"),
        ("Cà Mau", "not_collected"),
    ],
)
def test_each_state_has_its_ground(read: Reader, body: str, state: str) -> None:
    cell = cells(asked(read))[body]
    assert cell.state == state
    assert bool(cell.seen) is (state in {"found", "candidate"})
    assert bool(cell.searches) is (state == "looked")


def test_what_is_found_has_document_lag_and_quotes_up_to_the_policy(read: Reader) -> None:
    (seen,) = cells(asked(read))["Hải Phòng"].seen
    assert (seen.node.number, seen.lag_days) == ("211/KH-UBND", 468)
    assert [edge.predicate for edge in seen.links] == ["implements", "implements"]
    assert all(edge.evidence[0].exact for edge in seen.links)


def test_what_is_read_unsurely_awaits_review_and_says_why(read: Reader) -> None:
    (seen,) = cells(asked(read))["Hà Tĩnh"].seen
    assert "0.40" in seen.note


def test_a_search_in_part_covers_nothing_and_is_told(read: Reader) -> None:
    found = cells(asked(read))
    assert "2020-01-01" in found["Bắc Giang"].note
    assert "KH" in found["Lào Cai"].note
    assert found["Cà Mau"].note == ""


def test_a_search_for_one_kind_answers_a_question_about_that_kind(read: Reader) -> None:
    assert cells(asked(read, kinds=("KH",)))["Lào Cai"].state == "looked"
    assert cells(asked(read, kinds=("BC",)))["Lào Cai"].state == "not_collected"
    assert cells(asked(read, kinds=("BC",)))["Hải Phòng"].state == "not_collected"


def test_loading_a_page_of_a_province_is_no_search(read: Reader) -> None:
    assert cells(asked(read, "2020-01-01"))["Hải Phòng"].state == "not_collected"


def test_after_the_merger_hai_duong_counts_for_hai_phong_and_says_so(read: Reader) -> None:
    before, after = cells(asked(read)), cells(asked(read, "2026-11-01"))
    assert [seen.note for seen in before["Hải Dương"].seen] == [""]
    assert "Hải Dương" not in after
    notes = {seen.node.number: seen.note for seen in after["Hải Phòng"].seen}
    assert "Hải Dương" in notes["77/KH-UBND"]
    assert "2025-06-30" in notes["211/KH-UBND"]


def test_a_merged_province_was_searched_only_where_all_its_parts_were(read: Reader) -> None:
    # Quảng Trị of today is Quảng Bình and Quảng Trị; only the old Quảng Trị was searched, and Quảng Bình is undated.
    found = cells(asked(read, "2026-11-01", kinds=("CTr",)))["Quảng Trị"]
    assert found.state == "not_collected"


def test_what_is_dated_after_the_day_was_not_there_yet(read: Reader) -> None:
    assert cells(asked(read, "2020-06-15"))["Hải Phòng"].state == "not_collected"
    assert cells(asked(read, "2020-06-15"))["Nghệ An"].state == "found"


def test_counts_add_up_and_searches_are_listed(read: Reader) -> None:
    matrix = asked(read)
    assert sum(matrix.counts.values()) == 63
    assert matrix.counts["looked"] == 2
    assert {one.body for one in matrix.searches} == {"Thanh Hóa", "Quảng Trị"}


def test_a_list_of_ones_own(read: Reader, tmp_path: Path) -> None:
    path = tmp_path / "bodies.csv"
    path.write_text("body\nUBND tỉnh Nghệ An\nThanh Hóa\nHội X\n", encoding="utf-8")
    found = cells(asked(read, expected=str(path)))
    assert {label: cell.state for label, cell in found.items()} == {
        "UBND tỉnh Nghệ An": "found",
        "Thanh Hóa": "looked",
        "Hội X": "not_collected",
    }


def test_sets_of_bodies(read: Reader) -> None:
    assert len(asked(read, expected="districts:Hải Phòng").cells) == 15
    assert "Bộ Giáo dục và Đào tạo" in cells(asked(read, expected="ministries"))
    for wrong in ("planets", "districts:Atlantis", "none.csv"):
        with pytest.raises(WrongUse):
            asked(read, expected=wrong)


def test_a_document_that_only_names_the_policy_awaits_review(empty: Path, tmp_path: Path) -> None:
    path = Path(shutil.copytree(empty, tmp_path / "data"))
    with Library(path) as library:
        library.keep(*audits.stated("a", [audits.NGHE_AN, audits.POLICY], [(0, "basedOn", 1)]))
        library.publish()
    with Reader.open(path) as reader:
        cell = cells(asked(reader))["Nghệ An"]
    assert cell.state == "candidate"
    assert "only names it" in cell.seen[0].note
