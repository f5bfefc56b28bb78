"""The tables that the grammar reads: every row is exercised by its own example."""

from __future__ import annotations

import pytest

from loaders.extraction import cues, documents, eventdays, mentions, moods, normal, relations
from loaders.extraction.lexicon import table


def stated(text: str) -> relations.Stated:
    form = normal.normal(text.replace("\\n", "\n"))
    return relations.read(documents.group(form.content, mentions.find(form.content)))


def rules(text: str) -> set[str]:
    return {r.rule for r in stated(text).relations}


@pytest.mark.parametrize("row", table("rules"), ids=lambda row: row["rule"])
def test_rule_reads_its_example_and_leaves_the_near_miss(row: dict[str, str]) -> None:
    assert row["rule"] in rules(row["example"])
    assert row["rule"] not in rules(row["not_example"])


@pytest.mark.parametrize(
    "row", [r for r in table("cues") if r["form"] not in {"prolong", "other"}], ids=lambda row: row["cue"]
)
def test_cue_states_its_predicate(row: dict[str, str]) -> None:
    found = {cue.words for _, _, cue in cues.find(normal.fold(row["example"]), 0, len(row["example"]))}
    assert row["cue"] in found
    if row["form"] not in {"ended", "pair"} and not row["example"].startswith(("Quy chế", "Lệnh")):
        assert row["predicate"] in {r.predicate for r in stated(row["example"] + ".").relations}


@pytest.mark.parametrize("row", [r for r in table("cues") if r["form"] == "other"], ids=lambda row: row["cue"])
def test_what_only_looks_like_a_cue(row: dict[str, str]) -> None:
    assert not stated(row["example"] + ".").relations


@pytest.mark.parametrize("row", table("moods"), ids=lambda row: row["word"])
def test_mood_is_found_and_makes_nothing_stated(row: dict[str, str]) -> None:
    fold = normal.fold(row["example"])
    assert moods.has(fold, 0, len(fold), (row["mood"],))
    assert not {r for r in stated(row["example"] + ".").relations if r.rule != "praise"}


@pytest.mark.parametrize("row", table("links"), ids=lambda row: row["phrase"])
def test_small_words_link_a_cue_and_its_document(row: dict[str, str]) -> None:
    assert stated(row["example"] + ".").relations


@pytest.mark.parametrize("word", ["trình độ", "đáp ứng yêu cầu", "không gian", "chậm nhất", "bàn giao"])
def test_words_that_only_look_like_moods(word: str) -> None:
    assert not moods.has(word, 0, len(word), moods.UNDONE)


@pytest.mark.parametrize("row", table("held"), ids=lambda row: f"{row['role']} {row['word']}")
def test_what_is_held_gives_an_activity(row: dict[str, str]) -> None:
    assert stated(row["example"] + ".").activities


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("Tin mới\nCập nhật: 12/09/2022 08:15\n", "2022-09"),
        ("Thứ 3 Ngày 09/04/2019\nTin", "2019-04"),
        ("2025-07-25\nTin", "2025-07"),
        ("Ngày 5/6/2020, Tỉnh ủy Long Hà tổ chức hội nghị quán triệt nghị quyết của Đảng\n", None),
    ],
)
def test_page_month(text: str, month: str | None) -> None:
    assert eventdays.page_month(text.lower()) == month


def test_gap_of_spaces_and_breaks_inside_a_cue() -> None:
    fold = normal.fold("Nghị định sửa  đổi ,\nbổ sung một điều")
    assert [(cue.words, fold[start:end]) for start, end, cue in cues.find(fold, 0, len(fold))] == [
        ("sửa đổi, bổ sung", "sửa  đổi , bổ sung")
    ]
