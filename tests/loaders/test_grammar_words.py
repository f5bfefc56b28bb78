"""Every word of the grammar's lists does in its example what its list says, and without it the example is read otherwise."""

from __future__ import annotations

from functools import cache

import pytest

from loaders.extraction.documents import group
from loaders.extraction.lexicon import table
from loaders.extraction.mentions import find
from loaders.extraction.normal import normal
from tests.loaders.grammar_readings import READ, bracketed, marked, read, rounds, without

ROWS = table("grammar_words")
ROUNDS = rounds(ROWS)
SHORTEST, LONGEST = 6, 26


def each(rows):
    return [pytest.param(row, id=f"{row['list']}-{row['word']}") for row in rows]


@cache
def without_round(number):
    return without(ROUNDS[number])


@pytest.mark.parametrize("row", each(ROWS))
def test_an_example_is_read_as_its_brackets_say(row):
    text, _ = marked(row["example"])
    assert bracketed(text, read(row["list"], text)) == row["example"]


@pytest.mark.parametrize(
    ("number", "place"),
    [
        pytest.param(number, place, id=f"{row['list']}-{row['word']}")
        for number, one in enumerate(ROUNDS)
        for place, row in enumerate(one)
    ],
)
def test_without_its_word_an_example_is_read_otherwise(number, place):
    text, said = marked(ROUNDS[number][place]["example"])
    found = without_round(number)[place]
    assert found != said, bracketed(text, found)


@pytest.mark.parametrize("row", each(ROWS))
def test_an_example_is_a_phrase_of_its_own_with_its_word(row):
    text, _ = marked(row["example"])
    assert SHORTEST <= len(text.split()) <= LONGEST
    assert [other["word"] for other in ROWS if other["example"] == row["example"]] == [row["word"]]


@pytest.mark.parametrize("row", [pytest.param(r, id=r["word"]) for r in table("followers")])
def test_a_follower_lets_its_type_word_through(row):
    assert find(normal(row["example"]).content)


@pytest.mark.parametrize("row", [pytest.param(r, id=r["word"]) for r in table("leaders")])
def test_a_leader_lets_its_type_word_through(row):
    assert find(normal(row["example"]).content)


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
    assert {row["list"] for row in ROWS} == READ.keys()
