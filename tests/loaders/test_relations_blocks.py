"""Blocks: lines that a page broke are joined, items and quoted text stand apart."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extraction.sentences import ARTICLE, PLAIN, QUOTED, blocks

WRAPPED = """Căn cứ Luật Lưu trữ ngày 11 tháng 11 năm 2011 và các văn bản quy định chi
tiết thi hành Luật Lưu trữ đã được cơ quan có thẩm quyền ban hành từ năm 2012 và
các văn bản khác được ban hành trong thời gian từ năm 2012 đến hết năm 2022 cho đến
nay;
Điều 1. Phạm vi
Thông tư này hướng dẫn việc lập hồ sơ và nộp lưu hồ sơ vào lưu trữ cơ quan của Bộ
Nội vụ và các đơn vị.
a) Hồ sơ giấy;
b) Hồ sơ số.
"""


def texts(text: str) -> list[str]:
    return [" ".join(text[b.start : b.end].split()) for b in blocks(text)]


def test_broken_lines_are_joined() -> None:
    found = texts(WRAPPED)
    assert found[0].endswith("đến nay;")
    assert found[1:3] == [
        "Điều 1. Phạm vi",
        "Thông tư này hướng dẫn việc lập hồ sơ và nộp lưu hồ sơ vào lưu trữ cơ quan của Bộ Nội vụ và các đơn vị.",
    ]
    assert found[3:] == ["a) Hồ sơ giấy;", "b) Hồ sơ số."]


@pytest.mark.parametrize(
    ("heading", "apart"),
    [
        ("Điều 1. Bãi bỏ một số văn bản do Bộ trưởng Bộ Nội vụ ban hành", True),  # the next word had room in its line
        ("Điều 1. Bãi bỏ một số văn bản do Bộ trưởng Bộ Nội vụ ban hành về lưu trữ của Ủy", False),  # ban it had not
    ],
)
def test_the_name_of_an_article_ends_where_its_line_had_room(heading: str, *, apart: bool) -> None:
    found = texts(WRAPPED + heading + "\nBan hành chính bãi bỏ các văn bản sau đây:\n1. Thông tư số 3/2012/TT-BNV.")
    assert (found[-3:-1] == [heading, "Ban hành chính bãi bỏ các văn bản sau đây:"]) is apart


@pytest.mark.parametrize(
    ("line", "level", "words"),
    [
        ("Điều 12. Hiệu lực", ARTICLE, "Hiệu lực"),
        ("II. NỘI DUNG", ARTICLE, "NỘI DUNG"),
        ("Chương IV", 0, ""),
        ("3. Bãi bỏ", 2, "Bãi bỏ"),
        ("1.2. Bãi bỏ", 2, "Bãi bỏ"),
        ("đ) Bãi bỏ", 3, "Bãi bỏ"),
        ("- Bãi bỏ", 4, "Bãi bỏ"),
        ("Bãi bỏ", PLAIN, "Bãi bỏ"),
        ("2010 là năm đầu", PLAIN, "2010 là năm đầu"),
    ],
)
def test_markers(line: str, level: int, words: str) -> None:
    (block,) = blocks(line)
    assert (block.level, line[block.body : block.end]) == (level, words)


def test_quoted_text_divides_itself_only() -> None:
    text = "1. Sửa đổi Điều 5 như sau:\n“Điều 5. Kho\na) Kho lạnh.”\n2. Bãi bỏ Điều 6."
    assert [b.level for b in blocks(text)] == [2, ARTICLE + QUOTED, 3 + QUOTED, 2]


def test_a_mention_over_a_break_is_not_cut() -> None:
    text = "Thông tư số 5/2020/\nTT-BNV thay thế."
    assert len(blocks(text)) == 2
    assert len(blocks(text, [(0, 26)])) == 1


@given(st.text(alphabet='Điều 1.a)\n“”";- ', max_size=200))
def test_blocks_cover_every_word_once(text: str) -> None:
    found = blocks(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert "".join(text[b.start : b.end] for b in found).replace("\n", "").replace(" ", "") == "".join(text.split())
