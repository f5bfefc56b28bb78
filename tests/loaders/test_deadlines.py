"""Obligations read from sentences written for the purpose, by the labelling guideline: what is laid on whom by when."""

from __future__ import annotations

import pytest

from tests.loaders.statements import obligations

LAW = "Điều 7. Chế độ báo cáo\n"
NEWS = "(Cổng thông tin điện tử tỉnh, 12/3/2024) - "


def times(text, published=None):
    return [(o.due, o.since, o.period, o.within) for o in obligations(text, published)]


def due(date, since=None):
    return (date, since, None, None)


def every(period):
    return (None, None, period, None)


def within(term):
    return (None, None, None, term)


ORDERED = [
    # the deadline goes after the act
    ("Yêu cầu Sở Tài chính báo cáo Ủy ban nhân dân tỉnh trước ngày 25/11/2024.", [due("2024-11-25")]),
    (
        "Đề nghị các đồng chí bí thư chi bộ gửi danh sách về Văn phòng Đảng ủy chậm nhất là ngày 5-6-2023.",
        [due("2023-06-05")],
    ),
    ("Giao Sở Xây dựng chủ trì lập quy hoạch chi tiết, hoàn thành trong quý III năm 2025.", [due("2025-09")]),
    ("Giao Công an tỉnh rà soát các cơ sở kinh doanh, xong trước 30/9/2024.", [due("2024-09-30")]),
    (
        "Ban Dân vận Huyện ủy được giao tổng hợp, tham mưu báo cáo gửi Tỉnh ủy muộn nhất vào ngày 20 tháng 12 năm 2023.",
        [due("2023-12-20")],
    ),
    ("Các xã, phường hoàn thành việc số hóa sổ hộ tịch trước 17 giờ ngày 31/8/2024.", [due("2024-08-31")]),
    ("Báo cáo gửi về Sở Nội vụ trước ngày 15 tháng 10 năm \n2024 để tổng hợp.", [due("2024-10-15")]),
    ("Thời hạn nộp tiền thuê đất kỳ đầu chậm nhất là ngày 30 tháng 11 năm 2025.", [due("2025-11-30")]),
    ("Chủ tịch UBND huyện yêu cầu các phòng khắc phục xong tồn tại trong tháng 8/2024.", [due("2024-08")]),
    (
        "Trưởng Ban Chỉ đạo nhấn mạnh: các tổ công tác phải kết thúc việc kiểm tra thực địa vào cuối tháng 7/2025.",
        [due("2025-07")],
    ),
    (
        "Thường trực Thành ủy giao Ban Tuyên giáo chuẩn bị nội dung hội nghị trong 6 tháng đầu năm 2025.",
        [due("2025-06")],
    ),
    # the time goes first
    ("Trước ngày 30 tháng 4 năm 2026, Bộ Công Thương trình Chính phủ dự thảo Nghị định.", [due("2026-04-30")]),
    ("Chủ tịch tỉnh đề nghị trong quý IV/2023 các sở tập trung giải ngân vốn đầu tư công.", [due("2023-12")]),
    # spans
    ("Yêu cầu các trường tổ chức tuyển sinh lớp 6 từ ngày 01/7 đến ngày 15/7/2024.", [due("2024-07-15", "2024-07-01")]),
    ("Giao Ban Tổ chức tiến hành khảo sát từ tháng 3 đến tháng 5 năm 2024.", [due("2024-05", "2024-03")]),
    # two times, two obligations
    (
        "Đề nghị các huyện gửi dự thảo lần đầu trước ngày 10/3/2024, gửi bản chính thức trước ngày 25/3/2024.",
        [due("2024-03-10"), due("2024-03-25")],
    ),
    # fields of a task list
    ("Điều 2. Giao nhiệm vụ\n3. Cơ quan chủ trì: Sở Y tế.\n4. Thời gian hoàn thành: tháng 9/2025.", [due("2025-09")]),
    ("Điều 3. Lộ trình\n- Xây dựng cơ sở dữ liệu. Tiến độ thực hiện: Quý II/2026.", [due("2026-06")]),
    (LAW + "a) Thời hạn gửi báo cáo: Trước ngày 20 tháng 4 năm 2027;", [due("2027-04-20")]),
    ("Điều 1. Kế hoạch năm học\n- Bế giảng: ngày 31/5/2026.", [due("2026-05-31")]),
    # what a body sets itself
    ("Năm 2024, ngành Nội vụ đề ra 8 nhiệm vụ lớn.", [due("2024")]),
    # recurrence
    (LAW + "1. Hằng năm, Sở Tư pháp báo cáo Bộ Tư pháp về công tác hòa giải.", [every("P1Y")]),
    (LAW + "2. Định kỳ 6 tháng, các doanh nghiệp báo cáo tình hình sử dụng lao động.", [every("P6M")]),
    (LAW + "3. Hàng quý, các Chi cục gửi số liệu về Tổng cục.", [every("P3M")]),
    (LAW + "4. Trước ngày 10 hằng tháng, tổ chức thu phí nộp số tiền đã thu vào Kho bạc.", [every("P1M")]),
    (LAW + "5. Kho bạc Nhà nước có trách nhiệm đối chiếu số liệu trước ngày 31 tháng 01 hằng năm.", [every("P1Y")]),
    (LAW + "6. Các trường tổ chức diễn tập phòng cháy 2 lần/năm.", [every("P6M")]),
    (LAW + "7. Bộ Y tế rà soát danh mục 5 năm một lần.", [every("P5Y")]),
    (
        LAW + "8. Định kỳ hằng quý, 6 tháng, hằng năm, Ủy ban nhân dân cấp xã tổng hợp kết quả.",
        [every("P3M"), every("P6M"), every("P1Y")],
    ),
    (LAW + "9. Chậm nhất ngày 20 của tháng tiếp theo, đại lý nộp tờ khai.", [every("P1M")]),
    (LAW + "10. Tổ chức hành nghề công chứng báo cáo Sở Tư pháp theo định kỳ 6 tháng.", [every("P6M")]),
    ("Bí thư Huyện ủy yêu cầu các chi bộ thực hiện nghiêm chế độ báo cáo tháng, quý.", [every("P1M"), every("P3M")]),
    (
        "Giao Văn phòng theo dõi việc thực hiện Kế hoạch này, định kỳ hằng năm báo cáo Thường trực Tỉnh ủy.",
        [every("P1Y")],
    ),
    (LAW + "11. Định kỳ vào ngày 25 hằng tháng, Công an xã tổng hợp tình hình.", [every("P1M")]),
    (
        "Điều 2. Phân công\nRà soát danh sách | Sở Y tế | Quý II/2026\nLập dự toán | Sở Tài chính | Hằng năm\n",
        [due("2026-06"), every("P1Y")],
    ),
    ("Đề nghị trong quý I/2025 các ngành gửi báo cáo tháng đầy đủ.", [("2025-03", None, "P1M", None)]),
    ("Yêu cầu các đơn vị kiểm điểm việc thực hiện, gắn với đánh giá cán bộ hằng năm.", [every("P1Y")]),
    # reviews ordered after a span of years
    ("Giao Ban Tuyên giáo chủ trì sơ kết 3 năm thực hiện Chỉ thị này.", [every("P3Y")]),
    ("Ban Thường vụ yêu cầu các cấp ủy tổng kết 10 năm thực hiện Nghị quyết số 12-NQ/TU.", [every("P10Y")]),
    ("Giao Sở Y tế tổng kết 5 năm thực hiện Đề án, hoàn thành trước ngày 01/12/2025.", [due("2025-12-01")]),
    ("Chủ tịch huyện yêu cầu các xã sơ kết 1 năm, tổng kết 4 năm thực hiện Đề án này.", [every("P1Y"), every("P4Y")]),
    # a thing put into what recurs
    ("Bí thư yêu cầu các chi bộ đưa nội dung này vào sinh hoạt chi bộ hằng tháng.", [every("P1M")]),
    ("Đề nghị các chi hội lồng ghép việc tuyên truyền vào chương trình sinh hoạt hằng quý.", [every("P3M")]),
    ("Giao các xã đưa chỉ tiêu này vào kế hoạch công tác hằng năm.", [every("P1Y")]),
    (LAW + "4. Ủy ban Kiểm tra các cấp hằng năm đưa việc này vào chương trình giám sát.", [every("P1Y")]),
    ("Yêu cầu các đơn vị đưa kết quả vào báo cáo hằng quý gửi Văn phòng.", [every("P3M")]),
    # a field of a list of tasks
    (LAW + "a) Rà soát văn bản\n- Đơn vị chủ trì: Vụ Pháp chế.\n- Thời gian thực hiện: Cả năm 2024.", [due("2024")]),
    ("Thời hạn gửi báo cáo: trước ngày 25/11 hằng năm.", [every("P1Y")]),
    ("Giao Sở Y tế sơ kết việc thực hiện vào năm 2025, tổng kết vào năm 2030.", [due("2025"), due("2030")]),
    # relative terms
    (LAW + "1. Trong thời hạn 15 ngày kể từ ngày ký, Sở Nội vụ phải gửi Quyết định đến các đơn vị.", [within("P15D")]),
    (LAW + "2. Chủ đầu tư gửi hồ sơ chậm nhất 30 ngày kể từ ngày nghiệm thu.", [within("P30D")]),
    (
        LAW + "3. Chậm nhất sau 05 (năm) ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, Sở cấp giấy phép.",
        [within("P5D")],
    ),
    (LAW + "4. Trong vòng hai mươi bốn giờ kể từ khi xảy ra sự cố, cơ sở phải thông báo cho Sở.", [within("PT24H")]),
    (
        LAW
        + "5. Trường hợp hồ sơ chưa đủ, trong thời hạn 03 ngày làm việc kể từ ngày nhận hồ sơ, Phòng thông báo cho người nộp.",
        [within("P3D")],
    ),
    (LAW + "6. Ban quản lý công bố danh sách trong vòng 2 tháng sau khi được phê duyệt.", [within("P2M")]),
    (
        LAW + "Sau khi nhận hồ sơ, trong thời gian không quá 03 ngày làm việc, bộ phận một cửa phải chuyển hồ sơ.",
        [within("P3D")],
    ),
    (LAW + "7. Chậm nhất 15 ngày trước khi mở lớp, trung tâm đăng ký với Sở.", [within("P15D")]),
    # past a condition, and past commas within what starts the term
    (
        LAW
        + "8. Nếu đơn thuộc thẩm quyền thì trong thời hạn 07 ngày, kể từ ngày nhận đơn, phải xác minh nội dung đơn.",
        [within("P7D")],
    ),
    (
        LAW + "9. Trong thời hạn 12 tháng kể từ ngày Sở có văn bản chấp thuận, công ty phải mở cửa hàng đầu tiên.",
        [within("P12M")],
    ),
    (
        LAW + "10. Trong thời hạn 5 ngày kể từ ngày nhận hồ sơ, tài liệu (nếu có), đơn vị đầu mối có trách nhiệm:",
        [within("P5D")],
    ),
    ("Đề nghị các xã kịp thời báo cáo vướng mắc nếu có trước 14h ngày 03/5/2023.", [due("2023-05-03")]),
    (
        "Yêu cầu các sở hoàn thành việc đã quy định tại Điều 3 trước ngày 01/5/2026 đối với tỉnh, trước ngày 01/8/2026 đối với xã.",
        [due("2026-05-01"), due("2026-08-01")],
    ),
    # one recurrence with its day
    (
        LAW + "12. Các sở định kỳ hằng năm đánh giá tình hình, báo cáo Tỉnh ủy trước ngày 30 tháng 11 hằng năm.",
        [every("P1Y")],
    ),
    (LAW + "13. Các huyện định kỳ 6 tháng báo cáo Sở (trước ngày 20/5 và 20/11 hằng năm).", [every("P6M")]),
    (LAW + "14. Ngày 25 hằng tháng, Phòng Y tế báo cáo tình hình dịch về Sở.", [every("P1M")]),
    (LAW + "18. Định kỳ chậm nhất là ngày thứ 5 hàng tuần, trạm kiểm dịch phải nộp sổ theo dõi.", [every("P1W")]),
    ("Yêu cầu các xã rà soát hộ nghèo, đến ngày 30/6/2024 phải hoàn thành.", [due("2024-06-30")]),
    (LAW + "22. Đến ngày 30 tháng 6 năm 2026, các trường hoàn thành việc kiểm kê.", [due("2026-06-30")]),
    (LAW + "23. Tổng hợp, báo cáo kết quả dự án 6 tháng, hằng năm và tổng kết với Sở.", [every("P6M"), every("P1Y")]),
    (LAW + "19. Định kỳ trước ngày 20 của tháng cuối quý, các đơn vị báo cáo kết quả về Sở.", [every("P3M")]),
    (LAW + "20. Các huyện báo cáo kết quả trước ngày 15 tháng cuối quý.", [every("P3M")]),
    (LAW + "21. Sở Tài chính phân bổ kinh phí trong Quý I hằng năm.", [every("P1Y")]),
    (LAW + "15. Các trạm gửi số liệu về trung tâm trước 16h hằng ngày.", [every("P1D")]),
    (LAW + "16. Sở Y tế theo dõi, hằng năm báo cáo Bộ Y tế trước ngày 31 tháng 12 để tổng hợp.", [every("P1Y")]),
    (
        LAW + "17. Tổ chức sơ kết hằng năm, sơ kết giữa kỳ vào năm 2028 và tổng kết vào năm 2030.",
        [every("P1Y"), due("2028"), due("2030")],
    ),
    # what goes on after an order, with a body of its own
    (
        NEWS
        + "Đề nghị Đảng ủy xã gửi báo cáo trước ngày 05/10/2024. Đoàn kiểm tra tổng hợp kết quả trong tháng 10/2024.",
        [due("2024-10-05"), due("2024-10")],
    ),
]

NOT_ORDERED = [
    # validity
    "Quyết định này có hiệu lực thi hành kể từ ngày 01 tháng 01 năm 2025.",
    "Thông tư này có hiệu lực sau 45 ngày kể từ ngày ký.",
    "Nghị định này hết hiệu lực trước ngày 01/7/2026.",
    # past
    NEWS + "Huyện đã hoàn thành việc sắp xếp trước ngày 30/6/2023.",
    NEWS + "Ngày 12/3/2024, Ủy ban nhân dân huyện tổ chức hội nghị tập huấn.",
    NEWS + "Từ ngày 01/3 đến ngày 10/3/2024, đoàn kiểm tra đã làm việc tại 5 xã.",
    NEWS + "Trong tháng 2/2024, toàn huyện đã kết nạp 20 đảng viên.",
    NEWS + "Hằng năm, lễ hội đều thu hút đông du khách.",
    NEWS + "Mỗi năm huyện có thêm nhiều mô hình mới.",
    NEWS + "Sáng 5/3, Tỉnh ủy tổ chức hội nghị tổng kết 10 năm thực hiện Nghị quyết số 15-NQ/TU.",
    NEWS + "Phát biểu tại hội nghị sơ kết 3 năm thực hiện Chỉ thị số 08-CT/TU, Bí thư Tỉnh ủy biểu dương các đơn vị.",
    NEWS + "Trước ngày 1/7/2025, tôi làm việc tại xã và hoàn thành nhiệm vụ.",
    NEWS + "Cụ thể, lệ phí với xe đăng kiểm lưu hành trong thời gian từ 01/01/2024 đến 30/6/2024:",
    # conditions and descriptions
    LAW + "Hồ sơ nộp trước ngày 01 tháng 7 năm 2025 thì giải quyết theo quy định cũ.",
    LAW + "Đối với dự án được phê duyệt trước ngày 15/8/2024 mà chưa triển khai, không phải lập lại.",
    LAW + "Người đang hưởng trợ cấp trước ngày 01 tháng 01 năm 2026 được điều chỉnh mức hưởng.",
    LAW + "Trường hợp quá thời hạn 30 ngày kể từ ngày nhận thông báo, giấy phép bị thu hồi.",
    LAW + "Giấy phép có thời hạn 05 năm kể từ ngày cấp.",
    LAW + "Trong thời hạn 90 ngày kể từ ngày nhận được quyết định, đương sự có quyền khiếu nại.",
    LAW + "Nếu trong thời hạn 10 ngày kể từ ngày thông báo mà không nộp thì bị cưỡng chế.",
    LAW + "Trong thời hạn 15 ngày, kể từ ngày thông báo kết quả, thí sinh có quyền gửi đơn phúc khảo.",
    LAW + "Trong thời hạn 60 ngày kể từ ngày thông báo, nếu chủ hàng đến nhận thì được làm thủ tục hải quan.",
    NEWS + "Đến ngày 10/9/2024, có 12 xã hoàn thành việc kiểm kê.",
    NEWS + "Đến ngày 10/9/2024, huyện đã hoàn thành việc kiểm kê.",
    LAW + "Văn bản được áp dụng từ ngày ký đến ngày 31/12/2026.",
    NEWS + "Thực hiện Chỉ thị số 4-CT/TW, quỹ cho mượn 52 tỷ đồng. Mỗi năm, quỹ thêm khoảng 8 tỷ đồng.",
    NEWS
    + "Người lao động được hỗ trợ theo Quyết định số 5/QĐ-UBND khi có đủ điều kiện sau:\n\n"
    + "- Làm việc tại nơi tạm dừng theo yêu cầu của xã trong thời gian từ ngày 1/5/2024 đến hết ngày 31/12/2024.\n"
    + "- Thực hiện khai báo theo yêu cầu của xã trong thời gian từ ngày 1/5/2024 đến hết ngày 31/12/2024.",
    LAW + "Người bị kỷ luật thì mỗi năm không hoàn thành nhiệm vụ bị kéo dài thời hạn nâng lương.",
    LAW + "c) Người bị xử phạt hành chính trong thời hạn 06 tháng kể từ ngày chấp hành xong quyết định.",
    LAW + "Thành viên chỉ được chuyển nhượng vốn trong thời hạn 05 năm kể từ ngày cấp phép.",
    LAW + "Có hợp đồng lao động xác định thời hạn được giao kết và bắt đầu thực hiện trước ngày 01 tháng 4 năm 2026.",
    LAW + "Năm tài chính của Quỹ bắt đầu từ ngày 01 tháng 4 và kết thúc vào ngày 31 tháng 3 năm 2027.",
    "Kế hoạch phát triển chợ\n3. Thời gian thực hiện: Từ năm 2026 đến năm 2031.",
    LAW + "Giấy phép nhập khẩu có giá trị thực hiện trong vòng 30 ngày kể từ ngày cấp.",
    LAW + "Dự án giải ngân vốn đăng ký không quá 5 năm kể từ ngày được phép đầu tư được ưu đãi.",
    LAW + "Ban quản lý chuẩn bị tài liệu phục vụ công tác giám sát định kỳ hằng năm của cơ quan chủ quản.",
    LAW + "Thời gian thử việc không quá 60 ngày.",
    LAW + "Người lao động được nghỉ hằng năm 12 ngày.",
    LAW + "Mức trợ cấp hằng tháng bằng 0,5 lần mức chuẩn.",
    LAW + "Kinh phí bố trí trong dự toán ngân sách hằng năm của đơn vị.",
    LAW + "Tiền thuê đất trả hằng năm tính theo bảng giá đất.",
    LAW + "Số liệu tính đến ngày 31 tháng 12 năm 2025.",
    # goals, forecasts
    "Phấn đấu đến năm 2030, 100% số xã đạt chuẩn.",
    "Tỉnh phấn đấu hoàn thành xóa nhà tạm trước ngày 31/12/2025.",
    "Mục tiêu đến hết năm 2025 hoàn thành số hóa dữ liệu.",
    "Lễ kỷ niệm dự kiến tổ chức vào ngày 15/10/2025.",
    "Đề án phát triển du lịch giai đoạn 2021 - 2025, tầm nhìn đến năm 2030.",
    # encouragement, petition, names, starts
    "Khuyến khích các trường tổ chức ngày hội đọc sách trước ngày 23/4/2025.",
    "Hội Luật gia kiến nghị Quốc hội sửa đổi Luật trước ngày 01/7/2026.",
    "Kế hoạch số 15/KH-UBND về sơ kết 5 năm thực hiện Chỉ thị số 20-CT/TU được gửi các huyện.",
    "Ban Chỉ đạo tổng kết 20 năm thực hiện Nghị quyết số 5-NQ/TW họp phiên thứ nhất.",
    "Từ ngày 01 tháng 01 năm 2026, Ủy ban nhân dân cấp xã thực hiện thẩm quyền mới.",
    "Bãi bỏ Quyết định số 12/2019/QĐ-UBND ngày 20 tháng 5 năm 2019 của Ủy ban nhân dân tỉnh.",
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
    "Bưu điện mở cửa từ 7 giờ đến 17 giờ.",
    "Sáng 12/5, hội nghị khai mạc tại Hà Nội.",
    "Khẩn trương triển khai, thường xuyên báo cáo kết quả.",
]


@pytest.mark.parametrize(("text", "expected"), ORDERED)
def test_an_ordered_act_with_its_time_is_an_obligation(text, expected):
    assert times(text) == expected


@pytest.mark.parametrize("text", NOT_ORDERED)
def test_what_is_told_wished_or_allowed_is_none(text):
    assert obligations(text) == ()


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Đề nghị các huyện gửi báo cáo trước ngày 15/6.", "2022-05-30", "2022-06-15"),
        ("Đề nghị các huyện gửi báo cáo trong quý III.", "2022-05-30", "2022-09"),
        (NEWS + "Chủ tịch yêu cầu các huyện gửi báo cáo trước ngày 15/6.", None, "2024-06-15"),
    ],
)
def test_a_day_without_a_year_takes_the_year_of_the_order(text, published, expected):
    assert [o.due for o in obligations(text, published)] == [expected]


def test_a_day_without_any_year_is_left_out():
    assert obligations("Đề nghị các huyện gửi báo cáo trước ngày 15/6.") == ()
