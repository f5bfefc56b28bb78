"""The two columns of a printed letterhead, one after the other, and nothing below them moved."""

from __future__ import annotations

from loaders.sources.letterhead import DEPTH, by_columns, motto_at
from loaders.sources.paragraphs import Line

WIDTH = 600.0
MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def at(left: float, words: str) -> Line:
    return Line(words, left, left + 5 * len(words), 100.0, 5.0)


def words(lines: list[Line]) -> list[str]:
    return [line.words for line in lines]


def test_columns_then_the_rest():
    parted = [
        [at(60, "ỦY BAN NHÂN DÂN"), at(330, MOTTO)],
        [at(60, "TỈNH SÔNG LAM"), at(350, "Độc lập - Tự do - Hạnh phúc")],
        [at(60, "-------")],
        [at(60, "Số: 7/KH-UBND"), at(350, "Sông Lam, ngày 2 tháng 3 năm 2020")],
        [at(280, "KẾ HOẠCH")],
        [at(60, "Bên trái"), at(350, "bên phải")],
    ]
    assert words(by_columns(parted, WIDTH)) == [
        "ỦY BAN NHÂN DÂN",
        "TỈNH SÔNG LAM",
        "-------",
        "Số: 7/KH-UBND",
        MOTTO,
        "Độc lập - Tự do - Hạnh phúc",
        "Sông Lam, ngày 2 tháng 3 năm 2020",
        "KẾ HOẠCH",
        "Bên trái",
        "bên phải",
    ]


def test_a_letterhead_has_an_end():
    parted = [[at(60, f"trái {number}"), at(350, f"phải {number}")] for number in range(DEPTH + 1)]
    assert words(by_columns(parted, WIDTH))[-2:] == [f"trái {DEPTH}", f"phải {DEPTH}"]


def test_the_motto_is_found_where_it_is():
    assert motto_at([at(0, "a"), at(0, f"UBND {MOTTO}")]) == 1
    assert motto_at([at(0, "Cộng hòa xã hội chủ nghĩa Việt Nam")]) is None
