"""The days of events: the first of several, days beside a page's date line in words, days behind a place."""

from __future__ import annotations

import pytest

from tests.loaders.statements import stated

ACT = "reviews 6/QĐ-TTg"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Từ ngày 12 – 13/11/2020, Hội Nông dân tỉnh kiểm tra việc thực hiện Quyết định số 6/QĐ-TTg.", "2020-11-12"),
        ("Trong các ngày 9,10/6/2020, Hội Nông dân tỉnh kiểm tra việc thực hiện Quyết định số 6/QĐ-TTg.", "2020-06-09"),
        ("Từ ngày 17/10 - 23/10/2014, Hội Nông dân tỉnh kiểm tra việc thực hiện Quyết định số 6/QĐ-TTg.", "2014-10-17"),
        (
            "Trong hai ngày 24 và 25-02-2006, Hội Nông dân tỉnh kiểm tra việc thực hiện Quyết định số 6/QĐ-TTg.",
            "2006-02-24",
        ),
        (
            "Chiều ngày 8 và sáng ngày 9 tháng 5 năm 2019, Hội Nông dân tỉnh kiểm tra việc thực hiện Quyết định số 6/QĐ-TTg.",
            "2019-05-08",
        ),
        ("Ngày 24-5-2019, Hội Nông dân tỉnh kiểm tra việc thực hiện Quyết định số 6/QĐ-TTg.", "2019-05-24"),
        (  # weeks are no event's days
            "Từ ngày 23/3 - 20/4/2022, Hội Nông dân tỉnh kiểm tra việc thực hiện Quyết định số 6/QĐ-TTg.",
            None,
        ),
        ("Trong hai ngày 24 và 25-2, Hội Nông dân tỉnh kiểm tra việc thực hiện Quyết định số 6/QĐ-TTg.", None),
        (
            "Thứ Tư, ngày 2 tháng 12 năm 2020 - 8:34\nTrong hai ngày 29 và 30-11, Hội Nông dân tỉnh kiểm tra việc thực hiện Quyết định số 6/QĐ-TTg.",
            "2020-11-29",
        ),
        (
            "Long Hà, ngày 27 tháng 02 năm 2020\nSáng 24/7, Hội Nông dân tỉnh kiểm tra việc thực hiện Quyết định số 6/QĐ-TTg.",
            "2019-07-24",
        ),
        (  # no date line: a sentence about something else
            "Nghị định này có hiệu lực thi hành kể từ ngày 2 tháng 12 năm 2020 đối với mọi cơ quan.\nSáng 24/7, Hội Nông dân tỉnh kiểm tra việc thực hiện Quyết định số 6/QĐ-TTg.",
            None,
        ),
    ],
)
def test_day_of_an_event(text: str, day: str | None) -> None:
    assert stated(text) == f"inspection(Hội Nông dân tỉnh{', ' + day if day else ''}) {ACT}"
