"""Relative terms, schedules of reports, recurring duties of provisions: what lays an act on a body, what does not."""

from __future__ import annotations

import pytest

from tests.loaders.letterheads import CIRCULAR
from tests.loaders.statements import obligations


def _said(words: str) -> list[tuple[str | None, str | None, str | None, str]]:
    text = f"{CIRCULAR}Điều 4. Quy định chung\n{words}\n"
    return [
        (o.due, o.period, o.within, text[o.evidence.start : o.evidence.end].replace("\n", " "))
        for o in obligations(text)
    ]


TERMS = (
    ("Trạm y tế trả kết quả cho người bệnh trong 01 ngày làm việc kể từ ngày nhận mẫu.", "P1D"),
    ("Thời hạn giải quyết, chi trả của Quỹ tối đa 04 ngày làm việc kể từ ngày nhận đủ chứng từ.", "P4D"),
    ("Thời hạn ký kết thỏa thuận do hai bên chọn, nhưng không quá 06 ngày kể từ ngày họp.", "P6D"),
    ("Bệnh viện tiếp nhận đơn; trong thời hạn 12 ngày kể từ khi nhận đơn thì phải tiến hành xác minh.", "P12D"),
    ("Đối với thuốc đã bị thu giữ, trong thời hạn 9 ngày kể từ ngày thu giữ, cơ sở có trách nhiệm:", "P9D"),
    ("Trường hợp hồ sơ sai thì trong vòng 8 ngày kể từ ngày nhận hồ sơ phải có văn bản trả lời.", "P8D"),
    ("Danh mục phải được phê duyệt chậm nhất 11 ngày trước khi mở thầu.", "P11D"),
    ("Thời hạn cấp giấy chứng nhận cho cơ sở là 17 ngày làm việc kể từ ngày nhận đủ hồ sơ.", "P17D"),
    ("Bàn giao kho: trong thời hạn không quá 7 ngày kể từ ngày hai bên ký biên bản.", "P7D"),
    ("Giấy chứng nhận được cấp trong thời hạn 13 ngày, kể từ ngày Sở Y tế nhận đủ hồ sơ.", "P13D"),
    ("Chậm nhất 14 ngày kể từ ngày trạm y tế phát hiện ca bệnh thì trạm y tế phải gửi báo cáo.", "P14D"),
    ("Trạm y tế gửi mẫu cho cơ quan đã ra quyết định trong thời hạn 3 ngày kể từ ngày lấy mẫu.", "P3D"),
    (
        "Ngay khi nhận hồ sơ hoặc trong vòng 2 ngày làm việc kể từ ngày nhận qua bưu điện, Sở Y tế kiểm tra hồ sơ.",
        "P2D",
    ),
    ("Trong thời hạn 16 ngày kể từ ngày có kết quả, Sở Y tế ấn định ngày tái khám.", "P16D"),
)


@pytest.mark.parametrize(("words", "within"), TERMS)
def test_a_term_of_a_duty(words: str, within: str) -> None:
    assert [(due, period, term) for due, period, term, _ in _said(words)] == [(None, None, within)]


@pytest.mark.parametrize(
    "words",
    [
        "Đơn vị tiếp tục thực hiện đề án đã duyệt trong thời hạn 6 tháng kể từ ngày Thông tư này có hiệu lực.",
        "Thời gian ủ bệnh là 14 ngày kể từ ngày tiếp xúc.",
        "Mức phạt của các năm trước năm 2027 được giữ nguyên.",
        "Thời hạn lưu giữ thuốc không quá 12 tháng kể từ ngày nhập kho.",
        "Chi phí được tính dần vào giá trong thời gian không quá 8 năm kể từ năm mua máy.",
        "Người bị xử phạt về dược đối với hành vi bán lẻ trong thời hạn 6 tháng kể từ ngày chấp hành xong.",
        "Trong thời hạn 20 ngày kể từ ngày thông báo, nếu chủ thuốc đến nhận thì được trả lại.",
        "Hiệu lực của giấy: trong thời hạn 30 ngày kể từ ngày ký.",
        "Trong thời hạn 15 ngày kể từ ngày ký, cơ sở được phép tiếp tục bán hàng.",
    ],
)
def test_what_lasts_goes_on_or_is_allowed_is_no_duty(words: str) -> None:
    assert _said(words) == []


@pytest.mark.parametrize(
    ("words", "period", "evidence"),
    [
        ("Trước ngày cuối cùng của tháng đầu mỗi quý, trạm y tế gửi số liệu.", "P3M", "Trước ngày cuối cùng của tháng đầu mỗi quý, trạm y tế gửi số liệu"),
        ("Chậm nhất ngày thứ mười của tháng, trạm y tế nộp hết tiền.", "P1M", "Chậm nhất ngày thứ mười của tháng, trạm y tế nộp hết tiền"),
        ("Cơ quan thu phí hằng tháng nộp tiền vào ngân sách.", "P1M", "hằng tháng nộp tiền vào ngân sách"),
        ("Hằng năm, các trạm y tế dành 2 ngày cho việc này.", "P1Y", "Hằng năm, các trạm y tế dành 2 ngày cho việc này"),
        ("Danh mục thuốc tuyến xã được rà soát định kỳ hằng năm.", "P1Y", "Danh mục thuốc tuyến xã được rà soát định kỳ hằng năm"),
        ("Hội thao tuyến tỉnh do Sở Y tế tổ chức định kỳ hằng năm.", "P1Y", "Hội thao tuyến tỉnh do Sở Y tế tổ chức định kỳ hằng năm"),
        ("Trạm y tế thực hiện công khai tài chính hằng năm tại cuộc họp.", "P1Y", "thực hiện công khai tài chính hằng năm"),
        ("Trạm y tế giao chỉ tiêu xếp hạng đối với cộng tác viên trước ngày 20 tháng 3 hằng năm.", "P1Y", "giao chỉ tiêu xếp hạng đối với cộng tác viên trước ngày 20 tháng 3 hằng năm"),
        ("Hằng năm, cùng với thời gian lập dự toán; các trạm y tế lập danh mục thuốc.", "P1Y", "Hằng năm, cùng với thời gian lập dự toán; các trạm y tế lập danh mục thuốc"),
        ("Hằng năm, Bệnh viện lập kế hoạch (chi tiết theo quý) gửi Sở Y tế.", "P1Y", "Hằng năm, Bệnh viện lập kế hoạch (chi tiết theo quý) gửi Sở Y tế"),
    ],
)  # fmt: skip
def test_a_recurring_duty_with_its_words(words: str, period: str, evidence: str) -> None:
    assert _said(words) == [(None, period, None, evidence)]


@pytest.mark.parametrize(
    "words",
    [
        "Trên cơ sở kết quả xếp hạng được công bố hằng năm, các trạm rút kinh nghiệm.",
        "Mỗi ngày chậm nộp thì trạm y tế phải trả 0,03% số tiền.",
        "Hằng năm, cán bộ trạm được nghỉ 12 ngày.",
        "Trạm y tế gửi:\na) Báo cáo tài chính hằng năm và báo cáo hoạt động hằng năm;",
        "Trạm y tế lập báo cáo:\na) Báo cáo hằng năm về kiểm toán nội bộ;",
    ],
)
def test_what_recurs_and_is_no_duty(words: str) -> None:
    assert _said(words) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a) Báo cáo tháng: trước ngày 10 của tháng sau;", [("P1M", None)]),
        ("b) Báo cáo quý: chậm nhất ngày 15 của tháng đầu quý sau;", [("P3M", None)]),
        ("c) Đối với báo cáo quý: trong vòng 20 ngày kể từ ngày kết thúc quý;", [("P3M", "P20D")]),
        ("d) Đối với báo cáo định kỳ hằng năm: chậm nhất là ngày 20 tháng 12 của kỳ báo cáo;", [("P1Y", None)]),
        ("đ) Thời hạn gửi báo cáo tài chính hằng năm: trong thời hạn 80 ngày kể từ ngày kết thúc năm;", [("P1Y", "P80D")]),
    ],
)  # fmt: skip
def test_an_item_of_a_schedule_of_reports(words: str, expected: list[tuple[str, str | None]]) -> None:
    found = _said(f"1. Thời hạn gửi báo cáo của trạm y tế:\n{words}")
    assert [(period, within) for _, period, within, _ in found] == expected


def test_a_report_that_another_item_names_recurs_as_it_says_there() -> None:
    words = (
        "3. Hạt kiểm lâm lập các báo cáo:\nd) Báo cáo hằng tháng về cây giống;\nđ) Báo cáo đột xuất về cháy rừng;\n"
        "4. Thời hạn nộp:\na) Báo cáo quy định tại điểm d khoản 3 Điều này: Trong vòng 7 ngày kể từ ngày hết tháng;\n"
        "b) Báo cáo nêu tại điểm đ khoản 3 Điều này: Trong vòng 3 ngày kể từ ngày tắt lửa."
    )
    found = _said(words)
    assert [(period, within) for _, period, within, _ in found] == [("P1M", "P7D"), (None, "P3D")]


def test_a_year_alone_is_the_time_of_what_is_given_to_a_body() -> None:
    text = "Rà soát kho thuốc là nhiệm vụ Chủ tịch giao cho Sở Y tế thực hiện trong năm 2031.\n"
    (found,) = obligations(text)
    assert (found.due, text[found.evidence.start : found.evidence.end]) == ("2031", text.rstrip("\n."))


def test_a_goal_until_a_year_is_no_duty() -> None:
    assert obligations("Huyện họp nhằm thực hiện có hiệu quả Nghị quyết số 7-NQ/HU từ nay đến năm 2031.\n") == ()


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("Việc kiểm kê thuốc được thực hiện từ ngày 01 tháng 9 hằng năm.", "P1Y"),
        ("Thời điểm khai lượt xe chậm nhất là ngày cuối cùng của quý III năm nộp phí.", "P1Y"),
        ("Cơ sở nộp quyết toán trước ngày 31 tháng 3 của năm tài chính tiếp theo.", "P1Y"),
    ],
)
def test_days_of_a_step_that_recurs(words: str, period: str) -> None:
    assert [p for _, p, _, _ in _said(words)] == [period]


@pytest.mark.parametrize(
    "words",
    [
        "Sở Y tế xây dựng, trình kế hoạch 5 năm và hằng năm về thuốc nam.",
        "Sở Y tế tổ chức thực hiện các kế hoạch dài hạn, hằng năm về thuốc nam.",
        "Sửa đổi một số điều của Thông tư số 4/2020/TT-BYT hướng dẫn rà soát danh mục thuốc hằng năm",
    ],
)
def test_what_recurs_in_a_name_is_no_duty(words: str) -> None:
    assert _said(words) == []


def test_ways_of_declaring_are_no_duties() -> None:
    assert _said("Khai thuế theo quý:\na) Cơ sở bán thuốc.") == []
    assert _said("Khai thuế theo quý đối với cơ sở bán thuốc. Hồ sơ là tờ khai.") == []


TABLE = (
    "1. Danh mục nhiệm vụ\nTT\nNhiệm vụ\nCơ quan chủ trì\nTiến độ\nthực hiện\n"
    "1\nXây dựng đề án về\nvườn thuốc\nSở Y tế\nQuý IV/2027\n"
    "2\nTập huấn cho trạm\ny tế xã\nSở Y tế\nHằng\nnăm\n"
    "3\nKiểm tra kho thuốc\nSở Y tế\nThường xuyên\n"
)


def test_rows_of_a_table_whose_cells_are_broken() -> None:
    assert _said(TABLE) == [("2027-12", None, None, "Quý IV/2027"), (None, "P1Y", None, "Hằng năm")]


def test_a_session_is_the_time_of_what_is_put_to_it() -> None:
    text = "Thủ tướng giao Bộ Y tế khẩn trương chuẩn bị dự thảo, trình phiên họp Chính phủ tháng 11/2031.\n"
    assert [o.due for o in obligations(text)] == ["2031-11"]
    assert obligations("Bộ Y tế đã trình phiên họp Chính phủ tháng 11/2031 hai dự thảo.\n") == ()


STEPS = (
    "Trình tự thực hiện:\n- Bước 1: Hằng quý, chậm nhất là ngày 8 của tháng đầu tiên của quý kế tiếp, chủ bến kê khai lượt xe "
    "và trả thêm tiền thuê bãi trong thời hạn 6 ngày kể từ khi nhận giấy báo.\n- Bước 2: Ban quản lý bến đối chiếu sổ xe "
    "chậm nhất là 19 ngày kể từ ngày chủ bến gửi.\n"
)


def test_steps_of_a_procedure_order() -> None:
    found = obligations(STEPS)
    assert [(o.period, o.within) for o in found] == [("P3M", None), (None, "P6D"), (None, "P19D")]


def test_news_tells_in_the_passive() -> None:
    assert obligations("Theo đó, việc tổ chức giám sát được thực hiện trong tháng 5/2031 tại các xã.\n") == ()


def test_what_follows_in_an_order_recurs() -> None:
    text = "Bộ trưởng yêu cầu các vụ kiểm điểm hằng tuần, từ đó tiến hành đánh giá cán bộ hằng quý.\n"
    assert [o.period for o in obligations(text)] == ["P1W", "P3M"]
