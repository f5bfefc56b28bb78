"""Figures that report of no document carried out: what is spoken of, set out, striven for, a congress, a raid, a range."""

from __future__ import annotations

import pytest

from tests.loaders.result_readings import UNDER, figures

NO_RESULTS = [
    "Hội nghị đã nghe báo cáo kết quả thực hiện 6 chương trình trồng tre.",
    "Huyện ủy tổ chức hội nghị tổng kết việc triển khai 4 mô hình trồng tre.",
    "Kế hoạch đề ra 45 nhiệm vụ và cách làm giao cho 12 phòng, trạm.",
    "Hội Nông dân xã tổ chức Đại hội lần thứ XII với sự tham gia của 77 đại biểu.",
    "huyện đã họp. Công an khám xét khẩn cấp 9 địa điểm.",
    "Nhiều hộ đã có thu nhập từ 100 đến 200 triệu đồng một năm.",
    "Đoàn giám sát do đồng chí Bí thư làm Trưởng đoàn cùng 8 thành viên đã làm việc tại xã.",
    "huyện đã họp. Năm 2024, các cấp Hội tiếp tục nâng cao chất lượng sinh hoạt; mở lớp dạy nghề cho 240 lao động.",
    "huyện đã họp. Đảng bộ xã có 12 chi bộ trực thuộc, trong đó có 7 chi bộ thôn, 3 chi bộ trường.",
    "Đảng ủy đã tổ chức Lễ trao huy hiệu cho 3 đảng viên.",
    "bình quân 112 hợp tác xã ra đời/năm.",
    "huyện đã họp. Bị can đã chiếm đoạt 86 tỷ đồng của 63 bị hại.",
    "huyện có 1.540 học sinh được đề nghị hỗ trợ gạo, trong đó có 871 học sinh bán trú.",
    "huyện đã tổ chức đại hội nhiệm kỳ 2020 – 2025 thành công.",
    "39 Cụm từ “bến đò” được thay thế bằng cụm từ “bến thủy” theo quy định.",
]
RESULTS = [
    ("Hội nghị đã nghe báo cáo; huyện đã thực hiện 7 mô hình trồng tre.", [7]),
    ("Kết quả thực hiện được 4 mô hình trồng tre.", [4]),
    ("Hội Nông dân xã tổ chức hội nghị quán triệt với sự tham gia của 77 đại biểu.", [77]),
    ("Trạm Y tế đã cấp 9 tủ thuốc.", [9]),
    ("Đến nay đã có 454 xã (bằng 51,2% tổng số xã) đạt chuẩn.", [454]),
    ("có 112 hợp tác xã ra đời.", [112]),
    ("Hội đã cho vay 100 triệu đồng.", [100]),
    ("Năm 2024, các cấp Hội đã tiếp tục mở lớp dạy nghề cho 240 lao động.", [240]),
    ("Năm 2024, huyện tiếp tục dạy nghề; đến nay đã mở được 12 lớp.", [12]),
    ("Năm 2024, huyện tiếp tục dạy nghề, đến nay mở được 12 lớp.", [12]),
    ("Huyện đã mở lớp cho cán bộ của 37 chi bộ được học tập nghị quyết.", [37]),
    ("các trạm của 2 lực lượng đã tổ chức 35 buổi tuần tra.", [35]),
]


@pytest.mark.parametrize("text", NO_RESULTS)
def test_figures_of_other_matters_are_none(text):
    assert figures(UNDER + text) == []


@pytest.mark.parametrize(("text", "expected"), RESULTS)
def test_figures_beside_them_are_results(text, expected):
    assert [value for value, _ in figures(UNDER + text)] == expected


TOLD = "Năm 2023, các cấp Hội đã kết nạp 237 hội viên; hỗ trợ 10 dự án.\n\n"


def test_a_document_of_next_year_was_not_carried_out_by_this_years_figures():
    later = "Trong năm 2024, các cấp Hội tiếp tục quán triệt Nghị quyết số 26-NQ/TW về nông dân."
    assert figures(TOLD + later) == []
    assert [value for value, _ in figures(TOLD + "Các cấp Hội quán triệt Nghị quyết số 26-NQ/TW về nông dân.")] == [
        237,
        10,
    ]


STRIVEN = "Nhiệm kỳ qua, Hội đã thực hiện thắng lợi Nghị quyết Đại hội khóa XI. Hội có 28 hộ làm kinh tế giỏi. "


def test_a_resolution_carried_out_with_success_takes_stock():
    assert [value for value, _ in figures(STRIVEN)] == [28]
    aims = "Hội phấn đấu kết nạp 12 hội viên; thu nhập đạt 10 triệu đồng; xây dựng 1 mô hình."
    assert [value for value, _ in figures(STRIVEN + aims)] == [28]


def test_what_the_whole_text_of_a_resolution_tells_is_not_its_own_doing():
    head = (
        "Huyện ủy đã ban hành Nghị quyết số 19-NQ/HU về nhiệm vụ năm 2020. Báo xin giới thiệu toàn văn Nghị quyết.\n\n"
    )
    assert figures(head + "1. Năm 2019, huyện đã thu hút 3 dự án.") == []


def test_by_how_much_a_target_is_passed_is_no_figure_of_its_own():
    text = "Sau 5 năm thực hiện Đề án số 28-ĐA/TU, 72,8% gia đình đạt danh hiệu, vượt mức quy định 2,8%."
    assert [value for value, _ in figures(text)] == [72.8]


def test_stock_taken_before_something_was_issued_takes_none():
    lead = "Trên cơ sở tổng kết 20 năm thực hiện Nghị quyết số 13-NQ/TW, Nghị quyết số 20-NQ/TW đã được ban hành. "
    assert figures(lead + "Cả nước có 29.378 tổ nghề, số tổ nghề tăng 7%.") == []
    assert [
        value
        for value, _ in figures(lead.replace(" đã được ban hành", " được đưa vào cuộc sống") + "Huyện có 7 tổ đạt.")
    ] == [7]


def test_aims_that_are_met_are_no_plan_before_the_programme_they_are_of():
    text = "Tính đến hết tháng 9/2019, cả huyện đã có 14 xã (bằng 51,2% tổng số xã) đạt chuẩn. "
    met = "Huyện đã hoàn thành các mục tiêu Nghị quyết số 5-NQ/HU."
    assert figures(text + met) == [(14, None)]
    assert figures(text + "Huyện đề ra các mục tiêu Nghị quyết số 5-NQ/HU.") == []


def test_figures_of_a_page_carry_out_no_code():
    told = "Công an huyện đã khởi tố 12 bị can. Luật sư dẫn Điều 62 Bộ luật Tố tụng hình sự."
    assert figures(told) == []
    assert [value for value, _ in figures("Huyện đã tuyên truyền Bộ luật Lao động cho 120 công nhân.")] == [120]
    assert figures("Từ khi lập nước, ta đã có 5 bản Hiến pháp.") == []
