"""Duties as instruments and calendars write them: steps, items that begin with a verb, acts that end with their recurrence."""

from __future__ import annotations

import pytest

from tests.loaders.statements import obligations

LAW = "Điều 7. Trách nhiệm\n"
PAGE = "(Báo Hòa Bình, 12/3/2024)\n\n"


def times(text):
    return [o.due or o.period or o.within for o in obligations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # how often an act of declaring or paying is done
        ("1. Tổ chức thu phí kê khai, nộp phí theo tháng, quyết toán năm theo quy định.", ["P1M", "P1Y"]),
        ("1. Doanh nghiệp báo cáo Sở Công Thương theo quý.", ["P3M"]),
        ("1. Chi cục thực hiện quyết toán năm với Sở Tài chính.", ["P1Y"]),
        ("1. Đơn vị được lựa chọn nộp phí theo tháng.", []),
        ("1. Người nộp thuế chuyển sang khai thuế theo quý.", []),
        ("1. Chủ hàng nộp hồ sơ quyết toán năm cho cơ quan thuế.", []),
        ("1. Mức lương của chuyên gia tính theo tháng.", []),
        (
            "1. Chi cục nộp số phí thu được theo tháng (sau khi trừ số được để lại), quyết toán năm theo quy định.",
            ["P1M", "P1Y"],
        ),
        # a provision that ends with its recurrence
        ("2. Người nộp phí thực hiện nộp phí hằng tháng hoặc theo từng lần phát sinh.", ["P1M"]),
        ("2. Thống kê số lao động có việc làm và số lao động mất việc hằng năm.", ["P1Y"]),
        ("2. Chỉ đạo các trường khảo sát nhu cầu học nghề của thanh niên hằng năm;", ["P1Y"]),
        ("2. Kinh phí tập huấn lấy từ nguồn chi thường xuyên hằng năm.", []),
        # what is laid on somebody in so many words to be handed on, each month or quarter
        (
            "2. Các chợ có trách nhiệm gửi bảng giá cho kho hằng tháng, quý tùy thuộc vào từng loại hàng.",
            ["P1M", "P3M"],
        ),
        ("2. Chủ quầy phải nộp sổ bán hàng cho Chi cục hằng quý.", ["P3M"]),
        ("2. Chủ quầy phải nộp tiền thuê chỗ đã ghi trong sổ hằng tháng của chợ.", []),
        ("2. Chủ quầy gửi hàng vào kho hằng ngày, nhận tiền hằng tháng.", []),
        # what is drawn up each year and handed on
        ("3. Chi cục có trách nhiệm lập dự toán thu, chi ngân sách hằng năm trình Sở Tài chính.", ["P1Y"]),
        ("3. Xây dựng kế hoạch kiểm tra hằng năm trình Giám đốc Sở phê duyệt.", ["P1Y"]),
        ("3. Kinh phí bố trí trong dự toán hằng năm.", []),
        # a report by its name, and one that is made
        ("3. Hồ sơ gồm:\na) Báo cáo hằng năm về giá thuốc;", []),
        ("3. Nhà máy có trách nhiệm:\na) Báo cáo hằng năm về Sở Y tế kết quả bán thuốc;", ["P1Y"]),
        # the first days of a month, a day of each month under a label, a recurrence within a span
        ("3. Chi cục báo cáo Sở Y tế trước ngày mùng 5 hằng tháng.", ["P1M"]),
        ("3. Chi cục gửi báo cáo về Sở Y tế trước ngày mồng 5/6/2026.", ["2026-06-05"]),
        ("3. Thời hạn đánh giá: Trước ngày 3 hằng tháng.", ["P1M"]),
        ("3. Thời hạn lưu giữ: 03 năm.", []),
        ("3. Hằng tháng, từ ngày 01/10/2026 đến ngày 30/9/2027, Chi cục phải kiểm tra các chợ.", ["2027-09-30"]),
        # what goes on with the act after its time
        ("4. Sở Y tế báo cáo tình hình dịch bệnh định kỳ hằng tháng theo mẫu của Bộ Y tế.", ["P1M"]),
        # an item that begins with its verb orders, whatever the thing has gone through
        ("5. Gửi Sở Tài chính hồ sơ mà đơn vị đã kiểm tra trong thời hạn 10 ngày kể từ ngày nhận đủ hồ sơ.", ["P10D"]),
        ("5. Hướng dẫn điều chỉnh trợ cấp đối với người hưởng trợ cấp trước ngày 01 tháng 9 năm 2026.", []),
        (
            "6. Phòng gửi thông báo cho người có quyền, nghĩa vụ liên quan trong thời hạn 03 ngày kể từ ngày ký.",
            ["P3D"],
        ),
        ("7. Vào tháng 6 và tháng 12 hằng năm, Cục báo cáo Bộ về kết quả đào tạo.", ["P1Y"]),
    ],
)
def test_duties_of_provisions(text, expected):
    assert times(LAW + text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đề nghị các xã gửi danh sách (điện thoại 0123; thư điện tử a@b.vn) trước ngày 15/4/2024.", ["2024-04-15"]),
        ("Đề nghị các xã gửi danh sách chậm nhất 10h00' ngày 15/4/2024.", ["2024-04-15"]),
        ("Đề nghị các xã gửi danh sách trước 17:00 ngày 15/4/2024.", ["2024-04-15"]),
        ("Yêu cầu các sở tổng hợp kế hoạch trong quí 2 năm 2024.", ["2024-06"]),
        ("Giao các xã tổ chức hội nghị. Hội nghị do Hội Nông dân chuẩn bị, hoàn thành cuối tháng 4/2024.", ["2024-04"]),
        ("Giao Ban Dân vận chuẩn bị hội nghị, hoàn thành trong 5/2024.", ["2024-05"]),
        (
            "Sở Nội vụ xây dựng khung hướng dẫn cho các huyện vào tháng 4/2024; yêu cầu các huyện rà soát biên chế.",
            ["2024-04"],
        ),
        ("Trong quý II/2024, tập trung kiểm tra việc tiếp công dân ở các xã có nhiều đơn thư.", ["2024-06"]),
        ("Trong quý I/2024, tổ chức 12 cuộc kiểm tra ở các xã.", []),
        # the time that a report covers, what tells of orders, what is said in a speech, what a page says of a document
        ("Yêu cầu các xã báo cáo kết quả tiêm chủng của địa phương từ ngày 01/3/2024 đến ngày 15/3/2024.", []),
        ("Từ ngày 1/1 đến ngày 6/3/2024, Ủy ban nhân dân tỉnh giao 410 nhiệm vụ cho các sở.", []),
        ('Ông B gửi câu hỏi đến Sở Nội vụ: "Trước ngày 1/7/2024, tôi công tác tại xã".', []),
        ("Các loại xe đăng kiểm lưu hành trong thời gian từ ngày 01/4/2024 đến ngày 30/6/2024 được giảm lệ phí.", []),
        ("| Thực hiện Luật Đất đai\n| Ngày ban hành | 25/9/2024 |\n", []),
    ],
)
def test_times_of_letters_and_news(text, expected):
    assert times(PAGE + text) == expected


def test_a_label_before_a_term_is_the_act():
    text = LAW + "a) Báo cáo về kiểm toán: Trong thời hạn 20 ngày từ ngày mở thầu;"
    assert [(o.what, o.within) for o in obligations(text)] == [("Báo cáo về kiểm toán", "P20D")]
