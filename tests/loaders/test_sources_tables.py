"""Rows, layouts and letterheads as lines."""

from __future__ import annotations

import pytest

from loaders.sources.tables import table_lines


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ([], []),
        ([[[], []]], []),
        ([[["a"], ["b"]], [["c"], []]], ["a | b", "c | "]),
        ([[["a", "b"], ["c"]], [["d"], ["e"]]], ["a", "b", "c", "d | e"]),
        (
            [
                [["UBND"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]],
                [["TỈNH SÔNG LAM"], ["Độc lập"]],
                [["Số: 7/KH-UBND"], ["Sông Lam, ngày 2"]],
            ],
            [
                "UBND",
                "TỈNH SÔNG LAM",
                "Số: 7/KH-UBND",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập",
                "Sông Lam, ngày 2",
            ],
        ),
        (
            [[["TỈNH ỦY"], [], ["ĐẢNG CỘNG SẢN VIỆT NAM"]], [["Số 7-KH/TU"]]],
            ["TỈNH ỦY", "Số 7-KH/TU", "ĐẢNG CỘNG SẢN VIỆT NAM"],
        ),
        ([[["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], ["b"]]], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | b"]),
        ([[["a"], ["ĐẢNG CỘNG SẢN VIỆT NAM"]]] + [[["b"], ["c"]]] * 8, ["a | ĐẢNG CỘNG SẢN VIỆT NAM"] + ["b | c"] * 8),
    ],
)
def test_tables(rows, lines):
    assert table_lines(rows) == lines
