"""Every word of the grammar's lists does in its example what its list says."""

from __future__ import annotations

import pytest

from loaders.extraction.documents import group
from loaders.extraction.lexicon import table
from loaders.extraction.mentions import find
from loaders.extraction.normal import normal


def read(text):
    return find(normal(text).content)


def plain(word):
    return word.partition("(?")[0]


def owns(text):
    content = normal(text).content
    grouping = group(content, find(content))
    return grouping.own is not None and grouping.documents[grouping.own].type == "TT"


CHECKS = {
    "after_law_name": lambda found, _: found[0].title == "Đá Quý",
    "not_in_law_name": lambda found, word: all(word not in (r.title or "").lower() for r in found if r.type == "L"),
    "after_title": lambda found, _: found[0].title == "chống hạn",
    "clause_after_title": lambda found, _: found[0].title == "chống hạn",
    "beside": lambda found, word: (found[0].issuer, found[0].title) == (word, "chống hạn"),
    "strong_act": lambda found, _: found[0].title == "chống hạn",
    "sure_title": lambda found, word: found[0].title.startswith(word),
    "title_verb": lambda found, word: found[0].title.startswith(word),
    "after_issuer": lambda found, _: found[0].issuer == "UBND tỉnh Mỹ Xá",
    "modifier": lambda found, _: (found[0].start, found[0].number) == (0, "5/2020/TT-BTC"),
    "unit": lambda found, _: all(r.kind != "partial" or r.number != "5" for r in found),
    "after_number": lambda found, _: (found[0].kind, found[0].number) == ("partial", "29"),
    "anaphor": lambda found, word: found[0].pointing == word,
    "speaks": lambda found, _: (found[0].kind, found[0].pointing) == ("anaphor", ""),
    "name_runs_on": lambda found, word: found[0].issuer == f"Hội Mẫu {word}",
    "not_in_name": lambda found, _: found[0].issuer == "Hội Mẫu",
    "form": lambda found, _: found == (),
    "not_plan_name": lambda found, _: all(r.kind != "plan" or r.start > 0 for r in found),
    "carries_out": lambda found, _: [(r.kind, r.type) for r in found] == [("plan", "ĐA")],
    "sets_up": lambda found, _: ("plan", "QyĐ") in [(r.kind, r.type) for r in found],
    "drafted": lambda found, _: [(r.kind, r.type) for r in found] == [("plan", "CL")],
    "act_verb": lambda found, _: found[0].kind == "plan" and found[0].type == "TT",
    "not_treaty_name": lambda found, _: all(r.kind != "named" for r in found),
    "after_treaty": lambda found, _: [r.title for r in found] == ["Hiệp định Mỹ Xá"],
    "no_law_before": lambda found, _: found == (),
    "never_law_before": lambda found, _: found == (),
    "no_law_after": lambda found, _: found == (),
}
ROWS = [pytest.param(row, id=f"{row['list']}-{row['word']}") for row in table("grammar_words")]


@pytest.mark.parametrize("row", [p for p in ROWS if p.values[0]["list"] in CHECKS])
def test_a_word_does_what_its_list_says(row):
    assert CHECKS[row["list"]](read(row["example"]), plain(row["word"])), (row, read(row["example"]))


@pytest.mark.parametrize("row", [p for p in ROWS if p.values[0]["list"] == "own_verb"])
def test_a_text_that_acts_knows_itself(row):
    assert owns(row["example"])


@pytest.mark.parametrize("row", [p for p in ROWS if p.values[0]["list"] == "ground"])
def test_a_ground_ends_the_head(row):
    text = f"BỘ Y TẾ\nSố: 5/2020/TT-BYT\nHà Nội, ngày 1 tháng 2 năm 2020\n\nTHÔNG TƯ\nVề thuốc\n\nBỘ TRƯỞNG BỘ Y TẾ\n\n{row['word'].capitalize()} xyz\n"
    content = normal(text).content
    grouping = group(content, find(content))
    assert grouping.documents[grouping.own].issuer == "Bộ trưởng Bộ Y tế"


@pytest.mark.parametrize("row", [pytest.param(r, id=r["word"]) for r in table("followers")])
def test_a_follower_lets_its_type_word_through(row):
    assert read(row["example"])


@pytest.mark.parametrize("row", [pytest.param(r, id=r["word"]) for r in table("leaders")])
def test_a_leader_lets_its_type_word_through(row):
    assert read(row["example"])


@pytest.mark.parametrize("row", [pytest.param(r, id=r["short"]) for r in table("abbreviations")])
def test_a_law_is_the_same_in_short_and_in_full(row):
    short = row["example"]
    full = short
    for other in table("abbreviations"):
        full = full.replace(other["short"].upper(), other["whole"])
    content = normal(f"{short} năm 2014; theo {full}.").content
    grouping = group(content, find(content))
    assert [d.type for d in grouping.documents] == ["L"], grouping.documents


def test_every_list_is_checked():
    assert {row["list"] for row in table("grammar_words")} == CHECKS.keys() | {"own_verb", "ground"}
