"""Every word of the grammar's lists does in its example what its list says, and without it the example is read otherwise."""

from __future__ import annotations

import re
from functools import cache

import pytest

from loaders.extraction.documents import group
from loaders.extraction.lexicon import table
from loaders.extraction.mentions import find
from loaders.extraction.normal import fold, normal
from tests.loaders.grammar_readings import READ, bracketed, marked, read
from tests.loaders.missing_words import Case, rounds, without

CASES = [
    Case("grammar_words", row["list"], row, row["word"], marked(row["example"])[0]) for row in table("grammar_words")
] + [
    Case(name, name, row, re.escape(row["word"]), marked(row["example"])[0])
    for name in ("followers", "leaders")
    for row in table(name)
]
ROUNDS = rounds(CASES)
SHORTEST, LONGEST = 6, 26


def each(cases):
    return [pytest.param(case, id=f"{case.kind}-{case.row['word']}") for case in cases]


@cache
def without_round(number):
    return without(ROUNDS[number], "tests.loaders.grammar_readings:read")


@pytest.mark.parametrize("case", each(CASES))
def test_an_example_is_read_as_its_brackets_say(case):
    assert bracketed(case.text, read(case.kind, case.text)) == case.row["example"]


@pytest.mark.parametrize(
    ("number", "place"),
    [
        pytest.param(number, place, id=f"{case.kind}-{case.row['word']}")
        for number, one in enumerate(ROUNDS)
        for place, case in enumerate(one)
    ],
)
def test_without_its_word_an_example_is_read_otherwise(number, place):
    text, said = marked(ROUNDS[number][place].row["example"])
    found = [tuple(span) for span in without_round(number)[place]]
    assert found != said, bracketed(text, found)


@pytest.mark.parametrize("case", each(CASES))
def test_an_example_is_a_phrase_of_its_own_with_its_word(case):
    assert re.search(case.pattern, fold(case.text))
    assert SHORTEST <= len(case.text.split()) <= LONGEST
    assert [other.row["word"] for other in CASES if other.text == case.text] == [case.row["word"]]


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
    assert {case.kind for case in CASES} == READ.keys()
