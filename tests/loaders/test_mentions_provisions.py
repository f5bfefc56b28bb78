"""Parts cited before a document, as paths from the largest down."""

from __future__ import annotations

import pytest

from loaders.extraction.mentions import find
from loaders.extraction.normal import normal

CASES = [
    ("điểm a khoản 2 Điều 5 Luật Đất đai", "Điều 5/khoản 2/điểm a"),
    (
        "các điểm a, b và c khoản 2 Điều 5 của Luật Đất đai",
        "Điều 5/khoản 2/điểm a; Điều 5/khoản 2/điểm b; Điều 5/khoản 2/điểm c",
    ),
    ("khoản 1 Điều 2 và khoản 3 Điều 4 Luật Đất đai", "Điều 2/khoản 1; Điều 4/khoản 3"),
    ("Điều 14, khoản 1 Điều 11 Luật Đất đai", "Điều 14; Điều 11/khoản 1"),
    ("từ khoản 1 đến khoản 4 Điều 6 Luật Đất đai", "Điều 6/khoản 1; Điều 6/khoản 2; Điều 6/khoản 3; Điều 6/khoản 4"),
    ("các khoản 2, 4 đến 6 Điều 9 Luật Đất đai", "Điều 9/khoản 2; Điều 9/khoản 4; Điều 9/khoản 5; Điều 9/khoản 6"),
    ("Phụ lục II ban hành kèm theo Luật Đất đai", "Phụ lục II"),
    ("Mục 2; Điều 9, Điều 13 Mục 3 và Mục 4 Luật Đất đai", "Mục 2; Mục 3/Điều 9; Mục 3/Điều 13; Mục 4"),
    ("khoản 2a Điều 5a của Luật Đất đai", "Điều 5a/khoản 2a"),
    ("theo quy định của Luật Đất đai", None),
    ("Điều 5 quy định rõ. Luật Đất đai", None),
    ("năm 2020 của Luật Đất đai", None),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_parts_are_read_from_the_largest_down(sentence, expected):
    (found,) = find(normal(sentence).content)
    assert found.provision == expected


def test_parts_may_break_over_a_line():
    (found,) = find(normal("điểm a \nkhoản 2 \nĐiều 5 \ncủa Luật \nĐất đai").content)
    assert (found.title, found.provision) == ("Đất đai", "Điều 5/khoản 2/điểm a")
