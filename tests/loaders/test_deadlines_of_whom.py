"""Whose obligations are and what they are about: bodies, documents and acts of sentences written for the purpose."""

from __future__ import annotations

import pytest

from loaders.extraction import deadlines
from loaders.extraction.documents import group
from loaders.extraction.mentions import find
from loaders.extraction.normal import normal
from tests.loaders.statements import obligations

LAW = "Điều 7. Chế độ báo cáo\n"


def about(text):
    """The numbers of the documents that the one obligation of a text is about."""
    content = normal(text).content
    grouping = group(content, find(content))
    (found,) = deadlines.read(grouping)
    return [d.number for d in grouping.documents if d.id in found.documents]


@pytest.mark.parametrize(
    ("text", "who", "evidence"),
    [
        (
            "Yêu cầu Sở Tài chính báo cáo Ủy ban nhân dân tỉnh trước ngày 25/11/2024, không để chậm trễ.",
            "Sở Tài chính",
            "báo cáo Ủy ban nhân dân tỉnh trước ngày 25/11/2024",
        ),
        (
            LAW + "1. Hằng năm, Sở Tư pháp báo cáo Bộ Tư pháp về công tác hòa giải.",
            "Sở Tư pháp",
            "Hằng năm, Sở Tư pháp báo cáo Bộ Tư pháp về công tác hòa giải",
        ),
        (
            "Điều 2. Giao nhiệm vụ\n3. Cơ quan chủ trì: Sở Y tế.\n4. Thời gian hoàn thành: tháng 9/2025.",
            "Sở Y tế",
            "Thời gian hoàn thành: tháng 9/2025",
        ),
        (
            "Chủ đầu tư gửi hồ sơ chậm nhất 30 ngày kể từ ngày nghiệm thu.",
            "Chủ đầu tư",
            "gửi hồ sơ chậm nhất 30 ngày kể từ ngày nghiệm thu",
        ),
        (
            "Ủy ban Kiểm tra Huyện ủy định kỳ 6 tháng báo cáo kết quả cho cấp trên.",
            "Ủy ban Kiểm tra Huyện ủy",
            "định kỳ 6 tháng báo cáo kết quả cho cấp trên",
        ),
        (
            "Sở Xây dựng có nhiệm vụ thẩm định hồ sơ; trình Ủy ban nhân dân tỉnh trước ngày 15/11/2024.",
            "Sở Xây dựng",
            "thẩm định hồ sơ; trình Ủy ban nhân dân tỉnh trước ngày 15/11/2024",
        ),
        (
            LAW + "1. Trong thời hạn 10 ngày kể từ ngày nhận hồ sơ đầy đủ, hợp lệ, Vụ Pháp chế trình Bộ trưởng.",
            "Vụ Pháp chế",
            "Trong thời hạn 10 ngày kể từ ngày nhận hồ sơ đầy đủ, hợp lệ, Vụ Pháp chế trình Bộ trưởng",
        ),
        (
            "Chủ tịch tỉnh yêu cầu các huyện tập trung rà soát hộ nghèo, hoàn thành trước ngày 15/11/2024.",
            "các huyện",
            "rà soát hộ nghèo, hoàn thành trước ngày 15/11/2024",
        ),
        (
            LAW + "2. Bộ Y tế chủ trì theo dõi việc này, định kỳ hằng năm báo cáo Chính phủ.",
            "Bộ Y tế",
            "định kỳ hằng năm báo cáo Chính phủ",
        ),
        (
            LAW + "a) In sách\n- Đơn vị chủ trì: Vụ Phổ biến, giáo dục pháp luật.\n- Thời gian thực hiện: Cả năm 2026.",
            "Vụ Phổ biến, giáo dục pháp luật",
            "Thời gian thực hiện: Cả năm 2026",
        ),
        (
            LAW
            + "3. Các bộ đánh giá kết quả, báo cáo Chính phủ, Thủ tướng Chính phủ trước ngày 30/11 hằng năm, đồng thời "
            "gửi Bộ Tài chính.",
            "Các bộ",
            "đánh giá kết quả, báo cáo Chính phủ, Thủ tướng Chính phủ trước ngày 30/11 hằng năm",
        ),
        (
            "Đề nghị Huyện ủy chỉ đạo Ban Dân vận và các phòng có việc gửi báo cáo trước ngày 12/4/2024.",
            "Huyện ủy",
            "chỉ đạo Ban Dân vận và các phòng có việc gửi báo cáo trước ngày 12/4/2024",
        ),
        (
            "Yêu cầu các xã tổng kết 4 năm thực hiện Đề án này.",
            "các xã",
            "tổng kết 4 năm thực hiện Đề án này",
        ),
    ],
)
def test_who_it_is_laid_on_and_where_it_stands(text, who, evidence):
    (found,) = obligations(text)
    assert found.who == who
    assert text[found.evidence.start : found.evidence.end] == evidence


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            "Ủy ban nhân dân tỉnh ban hành Kế hoạch số 11/KH-UBND. Theo đó, yêu cầu các sở gửi báo cáo trước ngày 10/9/2024, gắn với Quyết định số 28/QĐ-TTg.",
            ["11/KH-UBND"],
        ),
        (
            "Tỉnh ủy có Công văn số 7-CV/TU. Đề nghị các huyện báo cáo việc thực hiện Chỉ thị số 9-CT/TW trước ngày 10/9/2024.",
            ["9-CT/TW"],
        ),
        (
            "Đề nghị các huyện sơ kết việc thực hiện Chỉ thị số 9-CT/TW, gửi báo cáo về tỉnh trước ngày 10/9/2024.",
            ["9-CT/TW"],
        ),
        (
            "Đề nghị các huyện báo cáo việc thực hiện Kết luận số 1-KL/TW về tiếp tục thực hiện Chỉ thị số 5-CT/TW trước ngày 10/9/2024.",
            ["1-KL/TW"],
        ),
    ],
)
def test_an_act_is_about_what_is_named_with_it_or_what_the_page_is_about(text, numbers):
    assert about(text) == numbers


def test_the_document_named_with_the_act_is_what_is_to_be_carried_out():
    text = "Yêu cầu Sở Y tế báo cáo kết quả thực hiện Kế hoạch số 21/KH-UBND trước ngày 25/11/2024."
    assert about(text) == ["21/KH-UBND"]


@pytest.mark.parametrize(
    ("label", "what"),
    [
        ("* Bế giảng: Ngày 31/5/2024.", ["Bế giảng"]),
        ("* Hạn cuối nộp hồ sơ: 17h00 ngày 20/5/2024.", ["nộp hồ sơ"]),
        ("* Ví dụ 6: Trong tháng 2/2024, công ty X nghỉ.", []),
    ],
)
def test_a_label_is_the_act_of_its_time_or_orders_nothing(label, what):
    text = f"ỦY BAN NHÂN DÂN XÃ LONG SA\nSố: 9/QĐ-UBND\nLong Sa, ngày 3 tháng 3 năm 2024\nQUYẾT ĐỊNH\nVề năm học\nĐiều 1. Lịch của các trường:\n\n{label}\n"
    assert [duty.what for duty in obligations(text)] == what


def test_no_obligation_is_without_an_act():
    text = "Điều 1. Kế hoạch\n3. Thời gian thực hiện: Từ năm 2026 đến năm 2031.\n4. Trong tháng 2/2026:\n"
    assert all(duty.what for duty in obligations(text))


ORDER = "TỈNH ỦY A\n*\nSố 9-CT/TU\nA, ngày 08 tháng 8 năm 2022\n\nCHỈ THỊ\nvề phòng cháy\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the body is the heading, the day says by when all is complete that stands before it
        (
            "1. Ban Dân vận Huyện ủy\nXây dựng kế hoạch giám sát rừng, khe suối; hoàn thành trước ngày 30/6/2026.",
            [("Ban Dân vận Huyện ủy", "Xây dựng kế hoạch giám sát rừng, khe suối; hoàn thành", "2026-06-30", None)],
        ),
        (
            "2. Sở Y tế\n- Lập danh sách trạm đảo; hoàn thành trong quý III/2026.",
            [("Sở Y tế", "Lập danh sách trạm đảo; hoàn thành", "2026-09", None)],
        ),
        (
            "3. Phòng Văn hóa:\n- Rà soát lễ hội; xong trước ngày 05/5/2026.",
            [("Phòng Văn hóa", "Rà soát lễ hội; xong", "2026-05-05", None)],
        ),
        (
            "2. Ban Quản lý chợ có 5 người\nYêu cầu lập sổ trước ngày 30/6/2026.",
            [(None, "lập sổ", "2026-06-30", None)],
        ),
        # bare verbs of the list below a numbered line; not below one that promises results
        (
            "2. Các xã:\n- Lập sổ phao trong tháng 4/2026.\n- Báo cáo kết quả thả cá trước ngày 05/6/2026.",
            [
                ("Các xã", "Lập sổ phao", "2026-04", None),
                ("Các xã", "Báo cáo kết quả thả cá", "2026-06-05", None),
            ],
        ),
        ("2. Kết quả:\n- Tổ chức 3 lớp trong tháng 4/2026.", []),
        (ORDER + "Học sinh lớp 1 tựu trường sớm nhất vào ngày 25/8/2022.", []),
        (
            "Theo Nghị quyết số 5/NQ-HĐND, huyện hoàn thành cấp thẻ, vượt 20 ngày so với chỉ tiêu là trước ngày 31/7/2023.",
            [],
        ),
    ],
)
def test_the_tasks_of_a_list_are_laid_on_the_body_above_it(text, expected):
    assert [(o.who, o.what, o.due, o.period) for o in obligations(text)] == expected


def test_two_days_of_one_act_each_have_their_recurrence():
    text = ORDER + "Các xã báo cáo về huyện trước ngày 8 của tháng cuối quý và trước ngày 2/12 hằng năm."
    assert [o.period for o in obligations(text)] == ["P3M", "P1Y"]


def test_a_day_by_which_something_is_due_is_not_that_of_the_order():
    text = "2. Các xã:\n- Nộp sổ trước ngày 31/3/2026.\n- Lập sổ phao trong tháng 10/2025."
    assert [o.due for o in obligations(text)] == ["2026-03-31", "2025-10"]


def test_the_quarters_of_a_year_recur_in_no_story():
    text = (
        "Theo Nghị quyết số 5/NQ-HĐND, trong quý II và quý III của năm, hơn 81% hộ có giếng, đạt gần 95% kế hoạch giao."
    )
    assert obligations(text) == ()
    assert [o.period for o in obligations(ORDER + "Các xã báo cáo trước ngày 5 của tháng.")] == ["P1M"]
