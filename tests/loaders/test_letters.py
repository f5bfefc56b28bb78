"""Texts in one byte a character: the bytes stand for what the text says, and what has none hides nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extraction import letters, normal
from loaders.extraction.automaton import Automaton
from loaders.extraction.lexicon import CAPITALS, SMALL

LETTERS = "".join(map(chr, range(ord("a"), ord("z") + 1))) + SMALL.removeprefix("a-z")
TEXTS = st.text(st.sampled_from(LETTERS + LETTERS.upper() + " \n.,;:?“”0_") | st.characters(), max_size=60)
SYLLABLES = st.lists(
    st.sampled_from(
        ["hoà ", "quý ", "uỷ ban", "thuý", "uý\n", "qu", "ủy ", "hòa", "khoá, ", "ngoằn", "o", "à", "?", "ü"]
    )
).map("".join)


@given(TEXTS)
def test_each_character_has_one_byte_and_what_has_its_own_comes_back(text):
    known = letters.codes(text)
    assert len(known) == len(text)
    assert all(char in (there, "?") for char, there in zip(letters.printed(known), text, strict=True))


@given(TEXTS)
def test_small_letters_are_those_of_the_text_or_not_told(text):
    low = letters.lower(text)
    assert low is None or letters.printed(low) == text.lower()


@pytest.mark.parametrize("char", LETTERS + CAPITALS.removeprefix("A-Z"))
def test_every_letter_of_vietnamese_has_a_byte(char):
    assert letters.printed(letters.strict(char)) == char


def test_nothing_that_a_normal_form_changes_has_a_byte():
    assert not re.search(normal._UNCLEAN, letters.whole("isprintable"))


def test_kinds_are_told_apart():
    table = letters.kinds("aá", "B", unknown=3)
    assert letters.codes("aáBb\u0416?").translate(table) == b"\1\1\2\0\3\3"


@given(TEXTS | SYLLABLES)
def test_a_long_text_is_folded_as_a_short_one(text):
    assert normal._folded(text) == normal._fold(text)


def test_an_automaton_finds_words_at_their_places_in_the_text():
    assert Automaton(["quý", "ủy"]).find("Ж quý ủy") == [(0, 2, 5), (1, 6, 8)]
    with pytest.raises(UnicodeEncodeError):
        Automaton(["Ж"])
