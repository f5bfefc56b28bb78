"""Acts without a number that a page tells to have been put out are documents of their own; near misses are none."""

from __future__ import annotations

import pytest

from loaders.extraction.extract import date_line
from tests.loaders.statements import read

CASES = [
    (
        "Chính phủ vừa ban hành Nghị định quy định mức phí phà đối với từng loại tàu.",
        [("NĐ", "Chính phủ", "quy định mức phí phà đối với từng loại tàu")],
    ),
    (
        "Chiều 5/12, HĐND tỉnh Long Hà đã thông qua Nghị quyết về giá các loại rừng trồng, theo đó giá tăng.",
        [("NQ", "HĐND tỉnh Long Hà", "giá các loại rừng trồng")],
    ),
    ("HĐND tỉnh Long Hà sẽ thông qua Nghị quyết về giá các loại rừng trồng.", []),
    ("Bộ Y tế đề nghị Chính phủ ban hành Nghị định quy định mức phí phà.", []),
    ("Bộ Chính trị đã ban hành nhiều nghị quyết về phát triển vùng núi cao.", []),
    (  # the headline of the numbered one
        "Chính phủ vừa ban hành Nghị định quy định mức phí phà.\nTheo Nghị định số 7/2024/NĐ-CP, giá phà tăng.",
        [("NĐ", None, None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_an_act_that_a_body_has_put_out_stands_without_a_number(text, expected):
    assert [(d.type, d.issuer, d.title) for d in read(text).documents] == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Báo Long Hà\n5/12/2007\nHĐND đã họp.", "2007-12-05"),
        ("HĐND đã họp, giá mới áp dụng từ ngày 1/1/2008.", None),
        ("Hồ sơ nộp trước ngày 1/1/2008. Cập nhật 5/12/2007.", "2007-12-05"),
    ],
)
def test_the_date_line_is_no_bound(text, day):
    assert date_line(text) == day
