"""Reported figures read from sentences written for the purpose: what was done about a document, in numbers."""

from __future__ import annotations

import pytest

from loaders.extraction import numerals
from tests.loaders.result_readings import UNDER, figures, read

REPORTED = [
    (
        "xã đã làm 7 km đường; giúp 31 hộ thoát nghèo; tạo việc làm mới cho 86 lao động.",
        [(7, None), (31, None), (86, None)],
    ),
    ("huyện đã xây dựng 26 phòng học cho trường vùng cao và 9 phòng học cho trường vùng ven.", [(26, None), (9, None)]),
    ("huyện đã mở 45 lớp tập huấn.", [(45, None)]),
    (
        "từ năm 2019 đến năm 2023, toàn xã có 64 cán bộ, công chức được xếp loại tốt, 31 cán bộ được xếp loại khá.",
        [(64, None), (31, None)],
    ),
    ("trong năm qua, toàn huyện có 4.100 hộ đạt danh hiệu gia đình văn hóa, vượt 5% chỉ tiêu.", [(4100, 105)]),
    ("đến nay huyện đã thực hiện được khoảng 72%.", [(None, 72)]),
    ("chi bộ đã kết nạp 9 đảng viên, chuyển đảng chính thức 7 đồng chí.", [(9, None), (7, None)]),
    ("nhân dân đã đóng góp 640 ngày công và 1,5 tỷ đồng.", [(640, None), (1.5, None)]),
    (
        "từ năm 2011 đến hết năm 2013, xã có 1.340 lượt thợ dệt, 270 lượt thợ rèn được dạy nghề với kinh phí 19 tỷ đồng.",
        [(1340, None), (270, None), (19, None)],
    ),
    (
        "huyện đã thành lập 29 câu lạc bộ, trong đó bơi lội có 11 câu lạc bộ; cờ tướng có 18 câu lạc bộ.",
        [(29, None), (11, None), (18, None)],
    ),
    ("huyện đã xây mới 115 công trình (trong đó có 14 điểm vui chơi cho trẻ em).", [(115, None), (14, None)]),
    ("huyện đã tổ chức hội thi với sự tham gia của 45 thí sinh đến từ 7 đội.", [(45, None), (7, None)]),
    ("15/16 xã, đạt 93,75% đã xây dựng chương trình hành động.", [(15, 93.75)]),
    ("huyện đã triển khai giám sát 3 chuyên đề.", [(3, None)]),
    ("sau 4 năm triển khai,100% các đơn vị đã hoàn thành việc học tập.", [(100, None)]),
    ("huyện đã thành lập 13 ban để giám sát 17 công trình.", [(13, None)]),
    ("huyện đã xây dựng 3 chương trình hành động.", [(3, None)]),
    ("huyện họp. Tổng số hội nghị ở cấp xã là 41 cuộc.", [(41, None)]),
    ("đến ngày 15/9, có 23/24 xã, thị trấn vùng cao đã phê duyệt danh sách.", [(23, None)]),
    ("Thường trực HĐND huyện đã kiểm tra việc thực hiện tại 14 xã.", [(14, None)]),
    ("huyện đã mở 45 lớp tập huấn với 2.150 học viên tham gia.", [(45, None), (2150, None)]),
    ("Sở Nội vụ đã cử 120 công chức đi bồi dưỡng, đạt 96% kế hoạch.", [(120, 96)]),
    ("Sở Nội vụ đã cử 120 công chức đi bồi dưỡng, vượt 20% chỉ tiêu.", [(120, 120)]),
    (
        "tỉnh đã xóa 1.024 căn nhà tạm, bằng 102,5% kế hoạch năm; hỗ trợ 310 hộ vay vốn, đạt 88% chỉ tiêu.",
        [(1024, 102.5), (310, 88)],
    ),
    ("các cấp hội đã vận động hơn 12.000 lượt hội viên tham gia.", [(12000, None)]),
    ("toàn tỉnh kết nạp mới 1.530 đảng viên, đạt 110% chỉ tiêu.", [(1530, 110)]),
    ("đến nay, huyện đã cấp 98.000 căn cước công dân.", [(98000, None)]),
    ("hội thi thu hút gần 5.400 đoàn viên tham gia.", [(5400, None)]),
    ("hội nghị được kết nối trực tuyến tới 145 điểm cầu.", [(145, None)]),
    ("Huyện ủy tổ chức hội nghị quán triệt với sự tham gia của 320 đại biểu.", [(320, None)]),
    (
        "hội nghị bàn về rừng. Tham dự có đồng chí Lê A; các đồng chí trong BTV Huyện ủy và 310 cán bộ chủ chốt.",
        [(310, None)],
    ),
    (
        "hội nghị bàn về rừng. Dự hội nghị có toàn thể cán bộ, đảng viên các chi bộ với tổng số 125 đảng viên.",
        [(125, None)],
    ),
    (
        "hội nghị bàn về rừng. Tham gia hội nghị có đại diện xã và 207 cán bộ của huyện, cùng 148 hội viên.",
        [(207, None), (148, None)],
    ),
    ("hội nghị kết nối với 58 điểm cầu tại các tỉnh và hơn 2.700 điểm cầu ở huyện.", [(58, None), (2700, None)]),
    ("hội nghị tổng kết có sự có mặt của 125 cán bộ tiêu biểu.", [(125, None)]),
    ("hội nghị trực tuyến có hơn 1,2 triệu đại biểu tham dự.", [(1.2, None)]),
    ("Ủy ban Kiểm tra đã kiểm tra 14 tổ chức đảng và 36 đảng viên.", [(14, None), (36, None)]),
    ("huyện đã luân chuyển 18 cán bộ trong tổng số chỉ tiêu 20 cán bộ, đạt 90% kế hoạch.", [(18, 90)]),
    ("kết quả thu ngân sách đạt 105% dự toán.", [(None, 105)]),
    (
        "thành phố đã thành lập 216 tổ công nghệ số cộng đồng, tập huấn cho 1.890 thành viên.",
        [(216, None), (1890, None)],
    ),
    ("xã đã thu nhận 2.345 hồ sơ, cấp 1.987 thẻ.", [(2345, None), (1987, None)]),
    ("toàn tỉnh có 98,5% dân số tham gia bảo hiểm y tế.", [(98.5, None)]),
    ("đến nay 15/18 xã đã thành lập tổ công tác.", [(15, None)]),
    ("Đảng ủy xã tổ chức 3 lớp học tập cho 412 đảng viên.", [(3, None), (412, None)]),
    ("hội nghị được tổ chức tại 37.000 điểm cầu.", [(37000, None)]),
    ("đoàn giám sát đã làm việc với 12 đơn vị.", [(12, None)]),
    (
        "toàn tỉnh đã tổ chức được 215 lớp, với 8.400/9.000 đảng viên và 1.240 đoàn viên ở cơ sở tham gia học tập.",
        [(215, None), (8400, None), (1240, None)],
    ),
    ("Huyện ủy đã học tập, quán triệt tổng cộng được 24 lớp.", [(24, None)]),
    ("mô hình đã được ra mắt, tại 12 thôn đã thành lập đội tự quản.", [(12, None)]),
    # words of the object between the verb and its number
    ("huyện đã kiểm tra tài chính Đảng 12 chi bộ.", [(12, None)]),
    ("toàn tỉnh đã sửa chữa, nâng cấp công trình thủy lợi 25 hồ chứa.", [(25, None)]),
    ("Ủy ban Kiểm tra giám sát chuyên đề đối với 2 tổ chức đảng.", [(2, None)]),
    # parts of a whole, shares without a named whole
    ("đến nay 12 trong tổng số 15 đảng bộ đã hoàn thành học tập.", [(12, None)]),
    ("22/25 dịch vụ công thiết yếu đã được cung cấp trực tuyến.", [(22, None)]),
    ("toàn huyện đã khởi công 760/760 căn nhà (đạt 100%).", [(760, 100)]),
    ("tỉnh đã mở 12 lớp, với 3.590/3.600 đảng viên, đạt 99,7%.", [(12, None), (3590, 99.7)]),
    ("phường đã thu nhận 9.742 hồ sơ, đạt 99,2% số công dân trong độ tuổi.", [(9742, None), (99.2, None)]),
    ("tỷ lệ hồ sơ nộp trực tuyến của xã đạt 87%.", [(87, None)]),
    ("100% trường học trên địa bàn đã lập kế hoạch.", [(100, None)]),
    ("số nhà ở cho người có công được hỗ trợ xây mới là 1.477 căn.", [(1477, None)]),
    # numbers beside their unit, with decimals, in brackets
    ("toàn xã chuyển đổi được 215ha đất lúa, đạt 86% kế hoạch.", [(215, 86)]),
    ("cả nước đã huy động 24.761,596 tỷ đồng; hỗ trợ 728.319 lượt người.", [(24761.596, None), (728319, None)]),
    (
        "tỉnh đã kiểm tra 520 đảng viên và 52 tổ chức đảng (tăng 19 đảng viên so với năm trước).",
        [(520, None), (52, None)],
    ),
    ("với 334 căn nhà được xây mới, phong trào đã về đích.", [(334, None)]),
    # who took part, from where
    ("hội nghị được tổ chức trực tuyến với 1.900 đại biểu/75 điểm cầu.", [(1900, None), (75, None)]),
    ("Thái Hà có 103 điểm cầu kết nối với điểm cầu chính, 89 điểm cầu cơ sở.", [(103, None), (89, None)]),
    ("Sở mở hội nghị phổ biến. Trên 150 hòa giải viên tham dự.", [(150, None)]),
    # a report goes on in the sentences after its frame
    (
        "huyện làm tốt công tác này. Năm 2022, các cấp ủy quan tâm chỉ đạo. UBKT các cấp kiểm tra 64 đảng viên.",
        [(64, None)],
    ),
    # the whole sentence names the document
    (
        "huyện làm tốt. Thị xã đã tổ chức 38 đợt tuyên truyền cho 3.720 lượt người về Luật Đất đai.",
        [(38, None), (3720, None)],
    ),
    # what an act cost, parts of it, shares of a scheme, acts under way, the whole itself
    ("huyện đã cho vay 212 hộ, tổng kinh phí 8,4 tỷ đồng, đạt 76% kế hoạch.", [(212, None), (8.4, 76)]),
    ("huyện đã sửa 31 trạm bơm với tổng kinh phí 4 tỷ 250 triệu đồng.", [(31, None), (4.25, None)]),
    ("tỉnh đã trao 60 con bò, trị giá 1,8 tỉ đồng.", [(60, None), (1.8, None)]),
    ("xã đã làm 9 km đường, tổng mức đầu tư 14 tỷ đồng.", [(9, None), (14, None)]),
    ("huyện đã giải ngân 15 tỷ 60 triệu đồng.", [(15.06, None)]),
    (
        "tỉnh đã hỗ trợ 40 hộ. Trong đó, hỗ trợ giống mía là 3,2 tỷ đồng; phân bón 1,1 tỷ đồng.",
        [(40, None), (3.2, None), (1.1, None)],
    ),
    ("các xã đang triển khai xây mới 17 cầu treo.", [(17, None)]),
    ("huyện đang xây dựng 4 hồ chứa nước và cải tạo 6 trạm bơm.", [(4, None), (6, None)]),
    ("tổng số hộ đã được hỗ trợ là 610 hộ, vượt 110 hộ so với kế hoạch.", [(610, None)]),
    ("đã trồng 40 ha, cao hơn 12 ha so với năm trước.", [(40, None)]),
    ("tỉnh đã xây 310 căn, đạt 62% so với đề án.", [(310, 62)]),
    ("đã kích hoạt 9.000 tài khoản, đạt tỉ lệ 20,3%.", [(9000, 20.3)]),
    ("huyện đã cài cho 9.000 người, đạt tỷ lệ tiến độ 90%.", [(9000, 90)]),
    ("tỉnh đã thực hiện 31 cuộc (đạt tỷ lệ 77,5%).", [(31, 77.5)]),
    ("đến nay 21/30 (chiếm 70%) nhiệm vụ đã hoàn thành.", [(21, None)]),
    ("đến nay 17/30 nhiệm vụ (chiếm 56,7%) đã trình UBND tỉnh.", [(17, None)]),
    ("đến nay toàn bộ 42 thôn đã ký cam kết.", [(42, None)]),
    ("cả 9 xã đã thành lập tổ công tác.", [(9, None)]),
    ("tất cả 12 phường trên địa bàn đã hoàn thành việc học tập.", [(12, None)]),
    (
        "tỉnh đã giao quyền cho 74 cơ quan (cấp tỉnh 20 cơ quan, cấp huyện 54 cơ quan).",
        [(74, None), (20, None), (54, None)],
    ),
    ("đến tháng 9/2023 xã đã có 3 bể bơi.", [(3, None)]),
    # for whom, of whom and where, what it came to, what those who are counted did
    ("huyện đã cấp gạo cho 830 em học sinh tại 14 trường.", [(830, None), (14, None)]),
    ("hội đã tặng 46 cuốn sổ cho 9 tổ thu mua.", [(46, None), (9, None)]),
    ("hội đã đưa 15 món quà quê của 8 chủ thể lên sàn.", [(15, None), (8, None)]),
    ("xã đã phát 900 tờ rơi tại 12 thôn.", [(900, None), (12, None)]),
    ("qua 3 năm, toàn tỉnh có 350 ý tưởng tham gia hội thi.", [(350, None)]),
    ("các hội đã giúp 40 chị em; có 29 dự án tham gia cuộc thi.", [(40, None), (29, None)]),
    (
        "qua 4 năm, hình thành 6 phường thợ, 45 tổ đan lưới và hơn 1.200 quầy hàng.",
        [(6, None), (45, None), (1200, None)],
    ),
    ("số người tham gia đã tăng từ 1.120 người năm ngoái lên 3.310 người.", [(3310, None)]),
    ("số hộ nghèo đã giảm từ 512 hộ xuống còn 96 hộ.", [(96, None)]),
    ("huyện đã chọn 21 kế hoạch vào vòng sau.", [(21, None)]),
    ("hội đã lập 7 hợp tác xã góp phần giữ nghề dệt.", [(7, None)]),
    # parts by their names, rates that rose or fell, sums of what was done, other people
    (
        "tỉnh đã trồng 1,4 triệu cây. Trong đó, trồng phân tán: 0,5 triệu cây; trồng rừng tập trung: 0,9 triệu cây, tương đương với 430 ha rừng.",
        [(1.4, None), (0.5, None), (0.9, None), (430, None)],
    ),
    (
        "huyện đã mở 12 lớp. Thời gian: 8 giờ sáng; số điện thoại: 0913 máy lẻ.",
        [(12, None)],
    ),
    (
        "qua 5 năm, tỷ lệ thôn có điện tăng lên gần 98%.",
        [(98, None)],
    ),
    (
        "qua 5 năm, tỷ lệ hộ nghèo giảm xuống còn 3,2%.",
        [(3.2, None)],
    ),
    (
        "huyện đã làm 62 công trình; hỗ trợ lưới, phao với kinh phí 2,6 tỷ đồng.",
        [(62, None), (2.6, None)],
    ),
    (
        "bộ đội đã bắt giữ 21 vụ với 35 đối tượng.",
        [(21, None), (35, None)],
    ),
    (
        "đến nay 4/10 huyện, thị, thành phố đã cấp vốn cho quỹ.",
        [(4, None)],
    ),
    (
        "đến nay hội đã vẽ tranh với 75 cháu và tặng sách cho 48 cụ.",
        [(75, None), (48, None)],
    ),
]

NOT_REPORTED = [
    "đợt mưa đã qua, việc chi trả tại 14 xã bị ảnh hưởng còn chậm.",
    "tại kỳ họp đã có 21 đại biểu phát biểu.",
    "đến nay 96,4% người dân được hỏi đã hài lòng.",
    "đã có 310 đại biểu có mặt biểu quyết tán thành.",
    "Chi bộ 8 đã được sáp nhập bởi 3 chi bộ cũ.",
    "các huyện đã được giao 5 tỷ đồng mỗi nơi.",
    "huyện đã có công văn khẩn 3072 gửi các xã.",
    "thành phần gồm công chức, tuyên truyền viên 18 xã.",
    "Sở đã thực hiện Kế hoạch số 25/KH-STP của Sở về tổ chức hội nghị cho 7 đơn vị.",
    "Chi đoàn yêu cầu 100% đoàn viên phải hoàn thành việc học.",
    "huyện đã triển khai 3 chương trình mục tiêu quốc gia.",
    "Đảng ủy phường đã chia ra 5 tổ thảo luận.",
    "giá trị sản xuất của huyện năm qua đã đạt 5.300 tỷ đồng.",
    "từ năm 2025 đến năm 2030, huyện phấn đấu mở 12 lớp tập huấn.",
    "huyện sẽ mở 45 lớp tập huấn.",
    "huyện phấn đấu cử 120 công chức đi bồi dưỡng.",
    "mục tiêu đến năm 2025 đào tạo 7.000 lao động.",
    "Tỉnh ủy yêu cầu mỗi xã tổ chức ít nhất 2 lớp tập huấn.",
    "kế hoạch đề ra 7 nhiệm vụ và 3 giải pháp.",
    "huyện đã thực hiện 5 năm công tác này.",
    "hội nghị đã triển khai 3 nội dung.",
    "cuốn sách gồm 5 phần.",
    "cán bộ tham gia 2 lớp bồi dưỡng.",
    "đã tiếp nhận 15 ý kiến góp ý vào dự thảo.",
    "huyện đã vận động hàng trăm hộ dân.",
    "huyện chưa mở lớp tập huấn nào cho 45 cán bộ.",
    "tổ chức đối thoại theo Điều 12 của Quy chế.",
    "năm 2023 tỉnh xếp thứ 22/63 tỉnh, thành phố.",
    "phấn đấu 100% cán bộ, đảng viên được học tập.",
    "hội nghị diễn ra lúc 14 giờ ngày 12/5.",
    "huyện đã tặng bằng khen cho 12 tập thể và 30 cá nhân.",
    "Chủ tịch huyện đã tuyên dương 15 hộ.",
    "tỉnh đã khen thưởng 8 tập thể.",
    "Huyện đoàn trao danh hiệu cho 40 đoàn viên.",
    "Sở Y tế đã có Công văn số 3628 gửi các huyện.",
    "thu nhập bình quân đạt 45 triệu đồng/người/năm.",
    "các chi bộ đã thực hiện bước 2 Cuộc vận động này.",
    "hội nghị đã triển khai 4 nghị quyết của Bộ Chính trị.",
    "số vụ việc giảm 79 vụ so với năm 2016.",
    "tỉnh có 713 tổ chức cơ sở đảng với 157.105 đảng viên.",
    "chương trình mục tiêu quốc gia đặt chỉ tiêu 45 xã.",
    "huyện phấn đấu hỗ trợ 90 hộ theo danh sách mà các xã đã lập (gồm 12 hộ mới).",
    "bình quân mỗi hộ được vay 12 triệu đồng.",
    "trung bình mỗi xã đã trồng 3 ha.",
    "tính đến tháng 02/2020 cả huyện đã thực hiện việc này.",
    "xã được công nhận ngày 15/12 các thôn cùng dự.",
    "năm nay số người học ước đạt 610 người.",
    "hội thi có 5 nội dung của 2 phần thi.",
    "luật có 12 điều của 3 chương.",
    "huyện đã tổ chức hội nghị vào ngày 5 của tháng.",
    "với 79 lời dạy được chọn lọc, cuốn sách đến tay bạn đọc.",
    "các mã nghề có 2 chữ số đầu là 15 (cũ) thì được giữ.",
    "năm tới kế hoạch: 30 lớp học; kinh phí dự kiến: 2 tỷ đồng.",
    "với kinh phí 6 tỷ đồng, đường sẽ được làm.",
]


@pytest.mark.parametrize(("text", "expected"), REPORTED)
def test_a_figure_of_what_was_done_is_a_result(text, expected):
    assert figures(UNDER + text) == expected


@pytest.mark.parametrize("text", NOT_REPORTED)
def test_goals_duties_and_descriptions_are_none(text):
    assert figures(UNDER + text) == []


def test_without_any_document_there_is_nothing_carried_out():
    assert figures("Huyện đã mở 45 lớp tập huấn.") == []


def test_provisions_lay_figures_down_and_report_none():
    text = "Điều 5. Mức hỗ trợ\nTheo Luật Giáo dục, hỗ trợ 50 suất học bổng với 300 học sinh."
    assert figures(text) == []


ORDER = "TỈNH ỦY A\n*\nSố 9-CT/TU\nA, ngày 08 tháng 8 năm 2022\n\nCHỈ THỊ\nvề phòng cháy\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thực hiện Chỉ thị số 7-CT/TW, tỉnh đã xây dựng được 45 mô hình.", [(45, None)]),
        ("Mỗi xã tổ chức 3 buổi tuyên truyền cho 200 hộ.", []),
        ("Yêu cầu các xã thành lập 5 tổ tuyên truyền.", []),
    ],
)
def test_an_order_tells_only_where_it_says_so(text, expected):
    assert figures(ORDER + text) == expected


def test_what_came_about_may_be_told_right_before_the_document():
    near = "Huyện sáp nhập được 6 trạm khuyến nông. "
    assert figures(near + "Việc đó thực hiện Nghị quyết số 18-NQ/TW.") == [(6, None)]
    assert figures(near + "Bà con vui mừng vì đường gần hơn. " * 8 + "Nghị quyết số 18-NQ/TW được học.") == []


def test_a_figure_has_the_words_of_its_act():
    said = UNDER + "tỉnh đã lập quỹ chung giúp bà con nghèo chuộc lại nương rẫy đã cầm cố cho 179 hộ; cấp 12 con trâu."
    assert [r.what for r in read(said)] == ["cầm cố cho 179 hộ", "cấp 12 con trâu"]


def test_a_number_of_a_document_may_end_in_a_letter():
    assert figures("Thực hiện Nghị quyết 31b, huyện đã tạo việc làm cho 700 lao động.") == [(700, None)]


def test_what_is_to_be_done_under_a_document_was_not_done_under_it():
    done = "Các cấp Hội đã xây dựng 245 mô hình. Thời gian tới, "
    assert figures(done + "hội lập quỹ theo Nghị định số 37/2023/NĐ-CP.") == []
    assert figures(done + "hội tiếp tục thực hiện Nghị định số 37/2023/NĐ-CP.") == [(245, None)]


def test_a_heading_that_promises_results_has_its_items_tell():
    report = (
        "BÁO CÁO\nKết quả thực hiện Nghị quyết số 12-NQ/TU của Tỉnh ủy\n\nI. KẾT QUẢ ĐẠT ĐƯỢC\n1. Xây dựng Đảng\n"
        "- Kết nạp: 34 đảng viên, đạt 113% kế hoạch.\n- Tuyển mới: 96 người/120 người, bằng 80% chỉ tiêu.\n"
        "- 100% chi bộ tổ chức sinh hoạt chuyên đề.\nII. PHƯƠNG HƯỚNG\n- Kết nạp: 40 đảng viên.\n"
    )
    assert figures(report) == [(34, 113), (96, 80), (100, None)]


def test_news_may_name_the_document_after_what_was_done():
    assert figures("Huyện đã mở 45 lớp tập huấn. Các lớp phổ biến Chỉ thị số 4/CT-UBND.") == [(45, None)]


def test_what_is_said_twice_word_for_word_is_one():
    text = UNDER + "đến nay 12/15 xã đã hoàn thành.\n\nẢnh: đến nay 12/15 xã đã hoàn thành.\n"
    assert figures(text) == [(12, None)]


def test_teasers_after_the_article_are_of_another_matter():
    assert figures(UNDER + "huyện tổ chức hội nghị.\n\nTin khác\n\nHuyện đã trao 50 suất quà.") == []


def test_one_of_a_list_has_its_own_words():
    said = "toàn xã đã có 640 cán bộ được đánh giá hoàn thành xuất sắc nhiệm vụ, 130 cán bộ hoàn thành tốt nhiệm vụ."
    assert [r.what for r in read(UNDER + said)][1] == "130 cán bộ hoàn thành tốt nhiệm vụ"


def test_a_share_with_an_act_of_its_own_is_of_no_figure():
    said = "huyện đã duyệt 430 thủ tục, tới nay đã thực hiện được 81%."
    assert figures(UNDER + said) == [(430, None), (None, 81)]


def test_what_a_result_says():
    text = UNDER + "Sở Nội vụ đã cử 120 công chức, viên chức đi bồi dưỡng, đạt 96% kế hoạch."
    (found,) = read(text)
    assert found.unit == "công chức, viên chức"
    assert text[found.evidence.start : found.evidence.end].startswith("cử 120")
    assert text[found.evidence.start : found.evidence.end].endswith("96% kế hoạch")
    assert found.documents == ("d1",)


def test_a_sum_of_money_said_in_two_parts_has_one_unit():
    (found,) = read(UNDER + "huyện đã giải ngân 4 tỷ 25 triệu đồng.")
    assert (found.value, found.unit) == (4.025, "tỷ đồng")


@pytest.mark.parametrize(
    ("words", "value"), [("3.000", 3000), ("1,5", 1.5), ("25", 25), ("1.234.567", 1234567), ("2.150,5", 2150.5)]
)
def test_vietnamese_notation_of_numbers(words, value):
    assert numerals.read_number(words) == value
