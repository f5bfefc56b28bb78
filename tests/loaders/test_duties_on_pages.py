"""Times on pages and in letters that lay an act on a body, and those that only tell, cover or name something."""

from __future__ import annotations

import pytest

from tests.loaders.statements import obligations

NEWS = "(Cổng thông tin điện tử tỉnh, 12/3/2024) - "


def times(text):
    return [(o.due, o.period, o.within) for o in obligations(text)]


LAID = [
    ("Trường mầm non thực hiện 2 kỳ báo cáo; thời hạn gửi báo cáo là 25/9 hằng năm.", [(None, "P1Y", None)]),
    ("Theo quy định này, hạn nộp hồ sơ là ngày 14/2 hằng năm.", [(None, "P1Y", None)]),
    ("UBND huyện yêu cầu Phòng Y tế đánh giá kết quả 5 năm thực hiện Chỉ thị số 12-CT/TU.", [(None, "P5Y", None)]),
    ("UBND huyện yêu cầu các xã rà soát hộ nghèo từ ngày 01/4/2024 đến ngày 12/4/2024.", [("2024-04-12", None, None)]),
]

TOLD = [
    "Các sở phải gửi sổ phà trước ngày 5/9/2024 có đúng không?",
    "Hội nghị sẽ đánh giá kết quả 10 năm thực hiện Nghị quyết số 7-NQ/TU.",
    "UBND huyện đề nghị các xã rà soát các việc do Sở, ngành giao từ ngày 01/01/2024 đến ngày 10/02/2024.",
    "Trong thời gian 3 ngày, từ ngày 4-6/5/2024, Hội Nông dân tỉnh tổ chức hội nghị học tập.",
    "Theo sự chỉ đạo của huyện, các xã trồng cây trong tháng 3/2024, đạt nhiều kết quả.",
]


@pytest.mark.parametrize(("sentence", "expected"), LAID)
def test_a_page_lays_an_act_by_a_time(sentence, expected):
    assert times(NEWS + sentence) == expected


@pytest.mark.parametrize("sentence", TOLD)
def test_what_is_told_or_covered_lays_nothing(sentence):
    assert times(NEWS + sentence) == []


def test_a_report_orders_no_review_of_its_own():
    text = (
        "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ BẮC SƠN\nSố: 31/BC-UBND\nBắc Sơn, ngày 4 tháng 5 năm 2024\nBÁO CÁO\n"
        "Kết quả thực hiện Luật Lâm nghiệp\n1. Ủy ban nhân dân thành phố báo cáo sơ kết 03 năm thực hiện Luật Lâm nghiệp."
    )
    assert times(text) == []


def test_an_adjunct_in_front_is_nobody_of_whom_an_act_is_asked():
    text = "Trên cơ sở báo cáo của các xã, địa phương, Sở Y tế có nhiệm vụ tổng hợp; trình UBND tỉnh trước ngày 15/11/2024."
    assert [o.who for o in obligations(f"Ngày 12/3/2024\n{text}")] == ["Sở Y tế"]


def test_a_list_says_what_is_to_be_complete_by_when():
    text = "Thời gian hoàn thành: Đề cương trước ngày 16/5/2024; bản vẽ trước ngày 25/6/2024."
    assert times(f"Ngày 12/3/2024\n{text}") == [("2024-05-16", None, None), ("2024-06-25", None, None)]
    assert times("Ngày 12/3/2024\nThời tiết: nắng trước ngày 16/5/2024; mưa trước ngày 25/6/2024.") == []
