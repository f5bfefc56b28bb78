"""Every row of the word tables does in a sentence of its own what its role says, and nothing without its word."""

from __future__ import annotations

import re
from functools import cache

import pytest

from loaders.extraction.lexicon import table
from tests.loaders.clock_readings import TABLES, read
from tests.loaders.missing_words import Case, rounds, without

ORDERING = {
    "deadline_words act", "deadline_words order", "deadline_words command", "deadline_words must",
    "time_words before", "time_words within", "time_words review", "time_words part", "body_words head",
}  # fmt: skip
SILENT = {
    "deadline_words goal", "deadline_words past", "deadline_words right", "deadline_words noun",
    "result_words never", "result_words plan", "result_words tail", "result_words reward",
}  # fmt: skip
REPORTING = {f"result_words {role}" for role in ("verb", "joint", "about", "person", "target", "place")}
CASES = [
    Case(name, f"{name} {row['role']}", row, re.escape(row["form"]), row["example"])
    for name in TABLES
    for row in table(name)
]
ROUNDS = rounds(CASES)


def each(cases):
    return [pytest.param(case, id=f"{case.kind}-{case.row['form']}") for case in cases]


def of(kinds):
    return each(case for case in CASES if case.kind in kinds)


@cache
def without_round(number):
    return without(ROUNDS[number], "tests.loaders.clock_readings:read")


@pytest.mark.parametrize("case", each(CASES))
def test_an_example_holds_its_word(case):
    assert re.search(rf"(?<!\w){case.pattern}(?!\w)", case.text.lower())


@pytest.mark.parametrize("case", of(ORDERING | REPORTING))
def test_a_word_of_a_duty_or_figure_makes_one(case):
    assert read(case.kind, case.text)


@pytest.mark.parametrize("case", of(SILENT))
def test_a_silencing_word_leaves_none(case):
    assert read(case.kind, case.text) == []


@pytest.mark.parametrize("case", of({"body_words head"}))
def test_a_body_is_who_the_act_is_laid_on(case):
    ((who, *_),) = read(case.kind, case.text)
    assert who.lower().startswith(case.row["form"])


@pytest.mark.parametrize(
    ("number", "place"),
    [
        pytest.param(number, place, id=f"{case.kind}-{case.row['form']}")
        for number, one in enumerate(ROUNDS)
        for place, case in enumerate(one)
    ],
)
def test_without_its_word_an_example_is_read_otherwise(number, place):
    case = ROUNDS[number][place]
    assert without_round(number)[place] != read(case.kind, case.text), case.text
