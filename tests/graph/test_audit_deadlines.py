"""Deadlines: what the words of a duty mean, when it is due, and what may be said of each body."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph import audit
from graph.acts import act_of, acts
from graph.addressees import addressees, classes
from graph.agenda import calendar
from graph.audit_values import Deadlines, Standing
from graph.dues import last_day, later, occurrences
from graph.library import Library
from graph.obligations import TABLE, is_vague
from graph.reader import Reader
from graph.searches import Searches, declared
from ontology.identity import fold
from ontology.registers import load
from tests.graph import audits

DAY = "2021-06-30"
with TABLE.open(encoding="utf-8", newline="") as file:
    VAGUE = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def read(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    path = Path(shutil.copytree(empty, tmp_path_factory.mktemp("deadlines") / "data"))
    with Library(path) as library:
        library.keep_many(audits.ALL)
        library.publish()
    given = {"body": "Cà Mau", "place": "x", "since": "2019-01-01", "until": "2026-01-01", "items": "1", "by": "A"}
    Searches(path).add(declared(given | {"on": "2026-11-01"}, load()))
    with Reader.open(path) as found:
        yield found


def asked(read: Reader, day: str = DAY) -> Deadlines:
    return audit.deadlines(read, read.pick("489/QĐ-TTg"), day=day)


def standing(found: Deadlines, place: str, due: str) -> Standing:
    (one,) = [one for one in found.standings if one.body.endswith(place) and one.due == due]
    return one


@pytest.mark.parametrize(
    ("place", "status", "days"),
    [
        ("Nghệ An", "met", 0),
        ("Hải Dương", "met", 0),
        ("Hải Phòng", "late", 51),
        ("Hà Tĩnh", "late", 92),
        ("Quảng Bình", "undated", None),
        ("Cà Mau", "overdue", 365),
        ("Lào Cai", "no_evidence", None),
    ],
)
def test_each_province_stands_as_quotes_and_searches_carry(read: Reader, place: str, status: str, days: int) -> None:
    one = standing(asked(read), place, "2020-06-30")
    assert (one.status, one.days) == (status, days)
    assert bool(one.seen) is (status in {"met", "late", "undated"})
    assert bool(one.searches) is (status == "overdue")
    assert all(seen.links[0].evidence[0].exact for seen in one.seen)


@pytest.mark.parametrize(
    ("quote", "day", "dues"),
    [
        ("sơ kết 5 năm thực hiện Chỉ thị", "2030-01-01", ["2019-06-06"]),
        ("tổng kết năm năm thực hiện", "2015-01-01", ["2019-06-06"]),
        ("định kỳ 5 năm sơ kết, sơ kết 5 năm một lần", "2020-01-01", ["2019-06-06", "2024-06-06"]),
    ],
)
def test_a_review_of_five_years_is_due_once_unless_it_is_said_to_recur(quote: str, day: str, dues: list[str]) -> None:
    assert [one.due for one in occurrences({"period": "P5Y"}, "2014-06-06", day, quote)] == dues


@pytest.mark.parametrize("row", VAGUE, ids=lambda row: row["example"])
def test_words_that_tell_no_deed_are_each_known_by_their_row(row: dict[str, str]) -> None:
    assert re.fullmatch(row["words"], fold(row["example"]))
    assert is_vague(row["example"])


@pytest.mark.parametrize("what", ["chủ trì xây dựng báo cáo", "ban hành kế hoạch", "phối hợp tổ chức hội nghị"])
def test_words_that_tell_a_deed_are_not_vague(what: str) -> None:
    assert not is_vague(what)


def test_a_duty_of_vague_words_is_told_by_its_quote_and_left_out_where_that_says_no_more(
    empty: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copytree(empty, tmp_path / "data"))
    said = "chủ trì, hằng năm tổng hợp báo cáo"
    duties = [
        (said, {"who": None, "what": "chủ trì", "period": "P1Y"}, 0),
        ("đúng quy định", {"who": None, "what": "đúng quy định"}, 0),
    ]
    with Library(path) as library:
        library.keep_many([audits.stated("vague", [audits.ORDER], duties=duties)])
        library.publish()
    with Reader.open(path) as read:
        found = audit.deadlines(read, read.pick("489/QĐ-TTg"), day="2020-06-01")
    assert {duty.what for duty in found.duties} == {said}
    assert all(duty.review for duty in found.duties)


def test_duties_on_a_page_about_a_document_that_are_tied_to_none_of_it_are_told_apart(
    empty: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copytree(empty, tmp_path / "data"))
    fields = {"who": "các sở", "what": "ban hành kế hoạch", "due": "2020-09-10"}
    duties = [("các sở ban hành kế hoạch trước ngày 10/9/2020", fields, 2)]
    with Library(path) as library:
        library.keep_many(
            [
                audits.stated(
                    "page", [audits.HAI_PHONG, audits.ORDER, audits.REPORT], [(0, "implements", 1)], duties=duties
                ),
                audits.stated("elsewhere", [audits.REPORT], duties=[("khác", fields, 0)]),
            ]
        )
        library.publish()
    with Reader.open(path) as read:
        found = audit.deadlines(read, read.pick("489/QĐ-TTg"), day="2021-01-01")
        tied = audit.deadlines(read, read.pick("15/BC-UBND"), day="2021-01-01")
    assert found.duties == ()
    (nearby,) = found.nearby
    assert (nearby.due, nearby.documents[0].number) == ("2020-09-10", "15/BC-UBND")
    assert nearby.evidence.exact.endswith("10/9/2020")
    assert len(tied.duties) == 2
    assert tied.nearby == ()


def test_before_the_day_a_duty_is_open(read: Reader) -> None:
    assert standing(asked(read, "2020-05-01"), "Cà Mau", "2020-06-30").status == "open"


def test_a_plan_is_no_report_and_a_report_is(read: Reader) -> None:
    found = asked(read, "2021-12-31")
    assert standing(found, "Nghệ An", "2021-12-15").status == "met"
    assert standing(found, "Hải Phòng", "2020-12-15").status == "unclear"
    assert "judge" in standing(found, "Hải Phòng", "2020-12-15").note


def test_what_recurs_is_due_on_the_day_the_quote_names(read: Reader) -> None:
    dues = sorted({one.due for one in asked(read, "2022-01-01").duties if one.period})
    assert dues == ["2020-12-15", "2021-12-15", "2022-12-15"]


def test_after_the_merger_the_successors_owe_what_recurs(read: Reader) -> None:
    found = asked(read, "2026-11-01")
    assert len([one for one in found.standings if one.due == "2024-12-15"]) == 63
    assert len([one for one in found.standings if one.due == "2025-12-15"]) == 34


def test_the_worklist_tells_the_whole_by_one_word(read: Reader) -> None:
    words = {(task.due, task.status): task for task in asked(read).tasks}
    task = words["2020-06-30", "partly"]
    assert task.word == "open - partially addressed"
    assert sum(task.counts.values()) == 63


def test_figures_stand_as_stated(read: Reader) -> None:
    (figure,) = asked(read).figures
    assert (figure.value, figure.unit, figure.percent_of_target) == (38, "lớp", 126)


def test_duties_and_quotes_come_from_the_source(read: Reader) -> None:
    first = asked(read).duties[0]
    assert first.evidence.exact == audits.DUTY
    assert first.evidence.source_title is None


@pytest.mark.parametrize("row", classes(), ids=lambda row: row.example)
def test_each_class_spells_out_its_example(row: object) -> None:
    found = addressees(row.example, load(), "2020-08-20", "hai-phong")
    assert found.scope == "each"
    assert len(found.bodies) > 5
    assert not found.unknown


@pytest.mark.parametrize(
    ("who", "scope", "keys", "unknown"),
    [
        ("Bộ Giáo dục và Đào tạo", "one", ["body/bgddt"], ()),
        ("Sở Tài chính hoặc Sở Nội vụ", "any", None, ()),
        ("Bộ Tài chính và Bộ Nội vụ", "each", ["body/btc", "body/bnv"], ()),
        ("mỗi chi bộ", "each", [], ("mỗi chi bộ",)),
        ("Câu lạc bộ X", "one", ["name/cau-lac-bo-x"], ()),
        ("Bộ Tài chính tham mưu giúp Thủ tướng Chính phủ", "one", ["body/btc"], ()),
        (None, "one", [], ("the text does not say who",)),
    ],
)
def test_addressees(who: str | None, scope: str, keys: list[str] | None, unknown: tuple[str, ...]) -> None:
    found = addressees(who, load(), "2020-08-20", "hai-phong")
    assert (found.scope, found.unknown) == (scope, unknown)
    assert keys is None or [body.key for body in found.bodies] == keys


def test_parts_of_a_class_that_no_register_holds_are_named_as_written() -> None:
    found = addressees("Các sở, ban, ngành và Ủy ban nhân dân các quận, huyện", load(), "2020-08-20", "hai-phong")
    assert found.unknown == ("ban", "ngành")
    assert {body.key.partition(":")[0] for body in found.bodies} >= {"body/sgddt", "body/ubnd-huyen"}


@pytest.mark.parametrize("act", acts(), ids=lambda act: act.example)
def test_each_act_is_read_in_its_example(act: object) -> None:
    assert act_of(act.example).name == act.name
    assert act_of("rà soát trung tâm").name == ""


@pytest.mark.parametrize(
    ("fields", "quote", "expected"),
    [
        ({"due": "2020-09-10"}, "", [("2020-09-10", "stated")]),
        ({"due": "2020-02"}, "", [("2020-02-29", "month")]),
        ({"due": "2021"}, "", [("2021-12-31", "year")]),
        ({"within": "P60D"}, "", [(None, "open")]),
        ({"within": "P60D", "since": "2020-01-01"}, "", [("2020-03-01", "counted")]),
        ({"period": "P1Y"}, "", [("2019-12-31", "period"), ("2020-12-31", "period"), ("2021-12-31", "period")]),
        ({"period": "P6M"}, "", [("2019-06-30", "period"), ("2019-12-31", "period"), ("2020-06-30", "period"),
                                 ("2020-12-31", "period"), ("2021-06-30", "period")]),
        ({"period": "P1Y"}, "trước ngày 15/12 hằng năm", [("2019-12-15", "yearly"), ("2020-12-15", "yearly"),
                                                          ("2021-12-15", "yearly")]),
        ({"period": "P1Y"}, "trước ngày 31/12/2020 hằng năm", [("2019-12-31", "period"), ("2020-12-31", "period"),
                                                               ("2021-12-31", "period")]),
        ({"period": "P5Y"}, "", [("2024-05-10", "period")]),
        ({}, "", [(None, "open")]),
    ],
)  # fmt: skip
def test_when_it_is_due(fields: dict[str, str], quote: str, expected: list[tuple[str | None, str]]) -> None:
    found = occurrences(fields, "2019-05-10", "2021-06-30", quote)
    assert [(one.due, one.basis) for one in found] == expected


@pytest.mark.parametrize(
    ("day", "duration", "expected"),
    [("2020-01-31", "P1M", "2020-02-29"), ("2020-02-29", "P1Y", "2021-02-28"), ("2020-01-01", "P2W", "2020-01-15"),
     ("2020-01-01", "PT5H", None), ("9999-01-01", "P1Y", None)],
)  # fmt: skip
def test_durations(day: str, duration: str, expected: str | None) -> None:
    assert later(day, duration) == expected


def test_a_date_that_is_none_is_open() -> None:
    assert last_day("soon") == (None, "open")


def test_the_calendar_is_one_and_keeps_to_the_rules(read: Reader) -> None:
    found = asked(read)
    data = calendar(found)
    assert data == calendar(found)
    lines = data.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    text = data.replace(b"\r\n ", b"").decode()
    assert text.count("BEGIN:VEVENT") == text.count("END:VEVENT") == sum(1 for one in found.duties if one.due)
    assert "DTSTART;VALUE=DATE:20200630" in text
    assert "các tỉnh\\, thành phố" in text
