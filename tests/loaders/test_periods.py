"""Time expressions: where they stand and what they mean."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extraction import periods
from loaders.extraction.normal import fold


def found(text):
    return [(t.kind, t.due, t.since, t.periods, t.within) for t in periods.find(fold(text))]


def one(kind, due=None, since=None, spans=(), within=None):
    return [(kind, due, since, spans, within)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("trước ngày 10/9/2020", one("due", "2020-09-10")),
        ("Chậm nhất là ngày 31 tháng 12 năm \n2025", one("due", "2025-12-31")),
        ("trước 17 giờ 00 ngày 30/6/2024", one("due", "2024-06-30")),
        ("muộn nhất trong tháng 02/2026", one("due", "2026-02")),
        ("trước ngày 15-8", one("due", "-08-15")),
        ("trước ngày 32/1/2024", one("due")),
        ("trước quý III/2025", one("due", "2025-09")),
        ("từ 15/3 đến 08/4/2019", one("span", "2019-04-08", "2019-03-15")),
        ("từ ngày 05 đến ngày 20 tháng 6 năm 2023", one("span", "2023-06-20", "2023-06-05")),
        ("trong Quý II/2019", one("inside", "2019-06")),
        ("trong quý 4 năm 2026", one("inside", "2026-12")),
        ("vào cuối tháng 7/2025", one("inside", "2025-07")),
        ("vào lúc 14h30 ngày thứ năm 18/7/2024", one("inside", "2024-07-18")),
        ("vào hồi 8 giờ ngày 18/7/2024", one("inside", "2024-07-18")),
        ("từ nay đến hết tháng 9/2024", one("due", "2024-09")),
        ("từ nay đến năm 2027", one("due", "2027")),
        ("từ nay trở đi, năm 2027 là năm", []),
        ("đến ngày 30/6/2024", one("until", "2024-06-30")),
        ("đến năm 2030", []),
        ("vào năm 2030. 2. Sở Y tế", one("inside", "2030")),
        ("Tiến độ: Quý II, III/2026", one("field", "2026-09")),
        ("Tiến độ: quý I và II năm 2025", one("field", "2025-06")),
        ("trong tháng 6, 7/2024", one("inside", "2024-07")),
        ("trong tháng 6, 12 xã báo cáo", one("inside", "-06")),
        ("trong 6 tháng cuối năm 2024", one("inside", "2024-12")),
        ("vào tuần đầu tháng 8/2015 và tuần cuối tháng 9/2015", one("span", "2015-09", "2015-08")),
        ("Thời gian hoàn thành: Quý IV/2026", one("field", "2026-12")),
        ("Bế giảng: ngày 31/5/2026.", one("day", "2026-05-31")),
        ("hằng năm", one("period", spans=("P1Y",))),
        ("mỗi quý", one("period", spans=("P3M",))),
        ("định kỳ 6 tháng một lần", one("period", spans=("P6M",))),
        ("Định kỳ sáu tháng, một năm", one("period", spans=("P6M", "P1Y"))),
        ("sáu (06) tháng một (01) lần", one("period", spans=("P6M",))),
        ("2 năm / lần", one("period", spans=("P2Y",))),
        ("02 lần/năm", one("period", spans=("P6M",))),
        ("mỗi năm hai lần", one("period", spans=("P6M",))),
        ("01 lần/tuần", one("period", spans=("P1W",))),
        ("hàng tháng, quý, năm", one("period", spans=("P1M", "P3M", "P1Y"))),
        ("báo cáo quý đầy đủ", one("period", spans=("P3M",))),
        ("dự án 6 tháng, hằng năm", one("period", spans=("P6M", "P1Y"))),
        ("báo cáo tháng 5", []),
        ("báo cáo năm 2023", []),
        ("chậm nhất 30 ngày", one("within", within="P30D")),
        ("trong thời hạn 05 (năm) ngày làm việc", one("within", within="P5D")),
        ("trong vòng hai mươi lăm ngày", one("within", within="P25D")),
        ("trong thời hạn 2 quý", one("within", within="P6M")),
        ("chậm nhất trong vòng 24 giờ", one("within", within="PT24H")),
        ("sơ kết 05 năm", one("review", spans=("P5Y",))),
        ("đánh giá kết quả 3 năm thực hiện", one("review", spans=("P3Y",))),
        ("ngày 18/5/2021", []),
        ("giai đoạn 2021-2025", []),
        ("kể từ ngày 01/7/2024 đến ngày 30/9/2024", one("until", "2024-09-30")),
        ("tiêu chuẩn 2.1: trong 1.1", []),
    ],
)
def test_what_a_time_expression_means(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("05 (năm)", 5),
        ("mười lăm", 15),
        ("hai mươi", 20),
        ("hai mươi lăm", 25),
        ("ba mươi mốt", 31),
        ("chín", 9),
        ("không", 0),
    ],
)
def test_counts_in_digits_and_words(words, count):
    assert periods.number(words) == count


@given(day=st.dates(date(1945, 1, 1), date(2100, 12, 31)), cut=st.sampled_from(["/", "-", ".", " / "]))
def test_a_written_day_is_read_back(day, cut):
    (time,) = periods.find(fold(f"Gửi trước ngày {day.day:02}{cut}{day.month}{cut}{day.year} về Sở."))
    assert time.due == day.isoformat()


@given(st.text(alphabet="trước ngày/0123456789hằng năm quýđịnhkỳlần.,;:\n ", max_size=400))
def test_times_are_in_order_and_apart(text):
    last = 0
    for time in periods.find(fold(text)):
        assert last <= time.start < time.end <= len(text)
        last = time.end
