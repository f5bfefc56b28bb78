"""Patterns that tell by the first letter where a word may begin find what the plain way of saying so finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extraction.counts import _words
from loaders.extraction.issuers import issuer_at
from loaders.extraction.lexicon import alternatives, begins, pattern, spaced, table
from loaders.extraction.normal import fold
from loaders.extraction.wording import begun, either
from loaders.extraction.wording import pattern as worded

WAYS = (
    "các|những|một số|nhiều",
    "đã|đạt|được|đến nay",
    r"qua (?:kiểm tra|giám sát)|qua đó|trong (?:gần |hơn )?\d+ năm",
    r"cần(?! thơ| giờ)|có|có thể",
    "luật|luật sư",
)
PIECES = st.sampled_from(
    ("các", "những", "một số", "đã", "được", "đến nay", "qua đó", "qua giám sát", "trong gần 5 năm", "cần thơ", "cần",
     "luật", "luật sư", "có", ")", " ", "  ", "\n", ",", "x", "đ", "c"),
)  # fmt: skip


def spans(found: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in found.finditer(text)]


@pytest.mark.parametrize("ways", WAYS)
@given(text=st.lists(PIECES, max_size=20).map("".join))
def test_words_that_begin_with_a_letter_of_a_set_are_those_that_no_letter_stands_before(ways: str, text: str) -> None:
    assert spans(pattern(begins(ways)), text) == spans(pattern(rf"(?<!\w)(?:{ways})"), text)


@pytest.mark.parametrize("role", ["plan", "reward"])
@given(
    text=st.lists(st.sampled_from(("chương trình ", "mục tiêu", "khen thưởng", "phấn đấu", " ", "a", "sẽ", ","))).map(
        "".join
    )
)
def test_forms_of_a_table_are_found_as_whole_words(role: str, text: str) -> None:
    plain = worded(rf"(?<!\w)(?<!chương\x20trình\x20){either('result_words', role)}")
    assert spans(worded(begun("result_words", role, unless=("chương\\x20trình",))), text) == spans(plain, text)


NAMED = (
    "Liên Bộ Y tế, Bộ Tài chính",
    "Hội nghị lần thứ tám Ban Chấp hành Trung ương",
    "Sở Y tế",
    "Phòng Tài chính",
    "Vụ Pháp chế",
)


@pytest.mark.parametrize("words", [*NAMED, *(row["name"] for row in table("issuers") if row["kind"] == "fixed")])
def test_no_body_is_passed_over_for_how_its_name_begins(words: str) -> None:
    found = issuer_at(words, fold(words), 0)
    assert found is not None
    assert found.end == len(words)


@pytest.mark.parametrize("words", ["thực hiện tốt", "ngày 3 tháng 4", "", "b", " Bộ Y tế", "luật đất đai"])
def test_what_begins_as_no_name_does_is_no_body(words: str) -> None:
    assert issuer_at(words, fold(words), 0) is None


SYLLABLES = st.lists(st.sampled_from(("a", "ban", "bộ", "b", "bí thư", " ", "(", "xã")), min_size=1, max_size=4).map(
    "".join
)


# As the tables write them: one space between two words, none at either end.
WORDS = SYLLABLES.map(lambda word: " ".join(word.split())).filter(bool)


@given(words=st.lists(WORDS, min_size=1, max_size=8), text=st.lists(SYLLABLES, max_size=8).map("".join))
def test_of_words_that_begin_alike_the_longest_is_found(words: list[str], text: str) -> None:
    plain = "|".join(spaced(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))
    assert spans(re.compile(alternatives(words)), text) == spans(re.compile(plain), text)


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        ("mở thêm 25 lớp", True),
        ("mở 25 lớp", True),
        ("mở nhiều lớp", False),
        ("mở lớp, 25 người", False),
        ("mở lớp.\n25 người", False),
    ],
)
def test_a_verb_governs_a_figure_that_no_mark_parts_from_it(words: str, *, counts: bool) -> None:
    assert [governs for start, *_, governs in _words(words, len(words)) if not start] == ([True] if counts else [])
