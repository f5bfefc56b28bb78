"""One time over a list of tasks, times without a year, the next step of a report, and what only seems to be due."""

from __future__ import annotations

import pytest

from tests.loaders.statements import obligations

NEWS = "(Cổng thông tin điện tử tỉnh, 12/3/2024) - "
LETTER = "ỦY BAN NHÂN DÂN\nTỈNH BẮC SƠN\nSố: 88/UBND-VX\nBắc Sơn, ngày 4 tháng 3 năm 2024\nKính gửi: Các sở, ngành.\n"


def times(text):
    return [(o.due, o.period, o.within) for o in obligations(text)]


def laid(text):
    return [(o.who, o.due) for o in obligations(text)]


LEAD = (
    NEWS + "Kết luận cuộc họp, Chủ tịch xã yêu cầu tổ chức thực hiện trong tháng 4/2024 một số việc, cụ thể như sau:\n"
)
LISTS = [
    (
        "- Trạm Y tế rà soát tủ thuốc các thôn.\n- Giao Công an xã kiểm tra bến đò.\n",
        [("Trạm Y tế", "2024-04"), ("Công an xã", "2024-04")],
    ),
    ("1. Trạm Y tế rà soát tủ thuốc.\n2. Trạm Y tế tổ chức khám mắt.\n", [("Trạm Y tế", "2024-04")]),
    (
        "\n+ Phòng Nội vụ gửi danh sách.\n\n+ Trạm Y tế họp dân.\n",
        [("Phòng Nội vụ", "2024-04"), ("Trạm Y tế", "2024-04")],
    ),
    ("- Rà soát tủ thuốc.\n- Kiểm tra bến đò.\n", [(None, "2024-04")]),
    ("Hội nghị kết thúc lúc 11 giờ.\n- Trạm Y tế rà soát tủ thuốc.\n", [(None, "2024-04")]),
]


@pytest.mark.parametrize(("items", "expected"), LISTS)
def test_a_time_over_a_list_is_that_of_each_body_in_it(items, expected):
    found = laid(LEAD + items)
    assert [due for _, due in found] == [due for _, due in expected]
    assert [who for who, _ in found if who] == [who for who, _ in expected if who] or expected[0][0] is None


def test_what_one_body_has_to_do_with_others_is_laid_on_it_alone():
    order = NEWS + "Chủ tịch xã yêu cầu Phòng Nội vụ kiểm tra trong tháng 4/2024 các nội dung sau:\n"
    assert laid(order + "- Trạm Y tế đã nộp hồ sơ hay chưa.\n- Công an xã có bến đò không.\n") == [
        ("Phòng Nội vụ", "2024-04")
    ]


YEARS = [
    # the one year of the months that the text names
    ("Đề cương này báo cáo Huyện ủy đầu tháng 3/2024 để trình Ban Chấp hành trước 15/3.", ["2024-03", "2024-03-15"]),
    ("Trong tháng 5/2023 sẽ họp lại. Sở Y tế phải gửi báo cáo trước ngày 20/4.", ["2023-04-20"]),
    # of no month: the one year it names
    (
        "Chỉ thị giao nhiệm vụ thu thuế năm 2015. Chủ tịch yêu cầu các chi cục nộp hồ sơ trước ngày 30/6.",
        ["2015-06-30"],
    ),
    # two years, a law's year, or the year of what was issued before tell nothing
    ("Năm 2014 và năm 2015 có mưa lớn. Chủ tịch yêu cầu các chi cục nộp hồ sơ trước ngày 30/6.", []),
    ("Vụ cháy xảy ra vào năm 2016. Chủ tịch yêu cầu các chi cục nộp hồ sơ trước ngày 30/6.", []),
    ("Năm 2016, kho thuốc đã cháy. Chủ tịch yêu cầu các chi cục nộp hồ sơ trước ngày 30/6.", []),
    ("Văn bản ký vào năm 2015. Chủ tịch yêu cầu các chi cục nộp hồ sơ trước ngày 30/6.", []),
    ("Luật Đất đai năm 2013 đã rõ. Chủ tịch yêu cầu các chi cục nộp hồ sơ trước ngày 30/6.", []),
    ("Đề án được ban hành tháng 1/2022. Chủ tịch yêu cầu các chi cục nộp hồ sơ trước ngày 30/6.", []),
]


@pytest.mark.parametrize(("text", "expected"), YEARS)
def test_a_day_takes_the_one_year_that_the_text_speaks_of(text, expected):
    assert [due for due, _, _ in times(text)] == expected


STEPS = [
    ("Đề án này trình Ban Thường vụ Huyện ủy cuối tháng 4/2024 để báo cáo Tỉnh ủy trước ngày 10/5/2024.", 2),
    ("Giao Sở Tư pháp báo cáo Thường trực Tỉnh ủy giữa tháng 6/2024.", 1),
    ("Cuộc thi đã trao giải cuối tháng 4/2024.", 0),
    ("Sở Tư pháp đã báo cáo Thường trực Tỉnh ủy giữa tháng 1/2024.", 0),
]


@pytest.mark.parametrize(("sentence", "count"), STEPS)
def test_a_part_of_a_month_is_the_time_of_a_report(sentence, count):
    assert len(times(NEWS + sentence)) == count


NONE_DUE = [
    "Từ tháng 4/2023 đến tháng 9/2023, Hội Làm vườn đã tổ chức ký giao ước thi đua với các xã.",
    "Hội nghị đã nghe báo cáo kết quả triển khai các chương trình và hoạt động giám sát, chỉ đạo trong 6 tháng đầu năm 2024.",
    "Theo kết quả điều tra, Sở dự tính toàn tỉnh sẽ hoàn thành chỉ tiêu trồng rừng trong năm 2024.",
    "Hội phấn đấu mỗi năm kết nạp 12 hội viên; mỗi năm tổ chức 1 hội thi.",
    "Sở yêu cầu các trường treo băng rôn hưởng ứng Tuần lễ an toàn thực phẩm (từ ngày 15/5/2024 đến ngày 22/5/2024).",
]


@pytest.mark.parametrize("sentence", NONE_DUE)
def test_what_was_heard_forecast_striven_for_or_is_an_occasion_is_not_due(sentence):
    assert times(NEWS + sentence) == []


LAID = [
    "Sở yêu cầu các trường tổ chức tập huấn vào Tuần lễ an toàn (từ ngày 15/5/2024 đến ngày 22/5/2024) với kinh phí tự có.",
    "Hội nghị đã nghe báo cáo và yêu cầu các xã hoàn thành việc trồng rừng trong tháng 6/2024.",
    "Trong tháng 6/2024, yêu cầu các xã rà soát nhà ở của các hộ đã đăng ký.",
]


@pytest.mark.parametrize("sentence", LAID)
def test_an_order_beside_what_was_told_is_still_one(sentence):
    assert len(times(NEWS + sentence)) == 1


WORKING_DAYS = [
    ("UBND tỉnh giao Sở Xây dựng trả lời đơn của bà An; báo cáo UBND tỉnh trong 30 ngày làm việc.", ["P30D"]),
    ("Đoàn đã rà soát hồ sơ tại xã trong 30 ngày làm việc.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), WORKING_DAYS)
def test_working_days_end_an_order_without_what_they_run_from(sentence, expected):
    assert [within for _, _, within in times(NEWS + sentence)] == expected


STEPS_OF_ONE_ORDER = [
    (
        (
            "Đối với các luật có hiệu lực từ ngày 1-6-2024, Thủ tướng yêu cầu các bộ trình 9 nghị định chậm nhất trước ngày "
            "15-4-2024 để hoàn thiện thủ tục trước ngày 15-5-2024; các bộ chịu trách nhiệm ban hành đối với 27 thông tư trước "
            "ngày 20-5-2024."
        ),
        ["2024-04-15", "2024-05-15", "2024-05-20"],
    ),
    ("Đối với các luật có hiệu lực từ ngày 1-6-2024, trường hợp nộp hồ sơ trước ngày 15-4-2024 được miễn phí.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), STEPS_OF_ONE_ORDER)
def test_what_comes_into_force_before_an_order_takes_no_time_from_it(sentence, expected):
    assert [due for due, _, _ in times(NEWS + sentence)] == expected


def test_a_label_behind_a_semicolon_has_the_acts_before_it():
    text = (
        NEWS
        + "Theo kế hoạch, các bộ phải rà soát văn bản, báo cáo Thủ tướng; đề xuất sửa đổi; thời gian hoàn thành vào tháng 4/2024."
    )
    (found,) = obligations(text)
    assert (found.due, text[found.evidence.start : found.evidence.start + 7]) == ("2024-04", "rà soát")


ITEMS = [
    (
        (
            "Ban Bí thư thống nhất một số nội dung:\n(1) Nghe các ban.\n(2) Ngoài việc cho ý kiến các đề án đã đăng ký, định kỳ hằng"
            " quý, Ban Bí thư nghe và cho ý kiến một số nội dung."
        ),
        ["P3M"],
    ),
    ("Ngoài việc cho ý kiến các đề án, định kỳ hằng quý, câu lạc bộ đã nghe và cho ý kiến.", []),
]


@pytest.mark.parametrize(("text", "expected"), ITEMS)
def test_a_time_behind_what_is_done_besides_leads(text, expected):
    assert [period for _, period, _ in times(NEWS + text)] == expected


SESSIONS = [
    ("Thủ tướng giao Tổ công tác đôn đốc các bộ, báo cáo Chính phủ tại phiên họp thường kỳ hằng tháng.", ["P1M"]),
    ("Tổ công tác đã báo cáo Chính phủ tại phiên họp thường kỳ hằng tháng.", []),
    ("Tại phiên họp thường kỳ hằng tháng, Chính phủ bàn về giá gạo.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), SESSIONS)
def test_a_session_that_recurs_has_its_report_each_time(sentence, expected):
    assert [period for _, period, _ in times(NEWS + sentence)] == expected


def test_what_may_be_done_each_year_is_no_duty():
    assert times(LETTER + "Các đơn vị có thể tích hợp báo cáo định kỳ hằng năm của ba văn bản.") == []
    assert times(LETTER + "Các đơn vị gửi báo cáo định kỳ hằng năm về Sở Nội vụ.") == [(None, "P1Y", None)]


def test_the_number_of_a_quarter_is_no_step():
    assert times(LETTER + "Các đơn vị gửi báo cáo định kỳ hằng tháng, quý I, 6 tháng.") == [(None, "P1M", None)]


def test_an_act_behind_a_citation_in_brackets_is_an_act():
    text = "1. Sắp xếp kho theo Thông tư số 5/2019/TT-BNV (được sửa đổi bởi Thông tư số 6/2021/TT-BNV ngày 02/7/2021); "
    assert times(LETTER + text + "gửi số liệu trước ngày 30/9/2024.") == [("2024-09-30", None, None)]
