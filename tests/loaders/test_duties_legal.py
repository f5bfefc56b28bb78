"""Duties of circulars and decrees that recur: by quarter, under a heading, as another text rules, in what form."""

from __future__ import annotations

import pytest

from tests.loaders.letterheads import CIRCULAR
from tests.loaders.statements import obligations


@pytest.mark.parametrize(
    ("words", "who", "what", "period"),
    [
        ("Quý I hằng năm, Sở Y tế tổng hợp, báo cáo Bộ Y tế.", "Sở Y tế", "tổng hợp, báo cáo Bộ Y tế", "P1Y"),
        ("Hằng năm, căn cứ vào mức quy định tại Điều 3 Thông tư này, trạm y tế lập kế hoạch mua thuốc.", "trạm y tế", "lập kế hoạch mua thuốc", "P1Y"),
        ("Cục Dược báo cáo Bộ Y tế, Chính phủ tình hình thuốc định kỳ hằng tháng theo mẫu và báo cáo phân tích.", "Cục Dược", "báo cáo Bộ Y tế, Chính phủ tình hình thuốc", "P1M"),
        ("2. Khảo sát, thống kê số lượng vườn thuốc hằng năm.", None, "Khảo sát, thống kê số lượng vườn thuốc", "P1Y"),
    ],
)  # fmt: skip
def test_a_duty_that_recurs(words: str, who: str | None, what: str, period: str) -> None:
    found = obligations(f"{CIRCULAR}Điều 4. Quy định chung\n{words}\n")
    assert [(o.who, o.what, o.period) for o in found] == [(who, what, period)]


def test_a_heading_above_is_no_noun_of_the_time() -> None:
    found = obligations(f"{CIRCULAR}Điều 4. Kế hoạch\nHằng năm, trạm y tế lập danh sách.\n")
    assert [o.period for o in found] == ["P1Y"]


@pytest.mark.parametrize(
    "words",
    [
        "Kế hoạch hằng năm của trạm y tế.",
        "Trạm y tế lập theo dự toán hằng năm.",
        "Số liệu thống kê quý I hằng năm.",
    ],
)
def test_what_a_time_only_describes_is_no_duty(words: str) -> None:
    assert obligations(f"{CIRCULAR}Điều 4. Quy định chung\n{words}\n") == ()
