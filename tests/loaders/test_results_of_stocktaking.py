"""Figures in text that takes stock of how a document was carried out: all that it states was reached is a result."""

from __future__ import annotations

import pytest

from loaders.extraction import results, stocks
from loaders.extraction.documents import group
from loaders.extraction.mentions import find
from loaders.extraction.normal import fold, normal

AFTER = "Sau 4 năm thực hiện Nghị quyết số 19-NQ/HU ngày 3/2/2020 của Huyện ủy, huyện đã đạt nhiều kết quả. "


def read(text):
    content = normal(text).content
    return results.read(group(content, find(content)))


def figures(text):
    return [(r.value, r.percent_of_target) for r in read(text)]


STATED = [
    ("Giá trị sản xuất đạt 312,5 tỷ đồng.", [(312.5, None)]),
    ("Thu nhập bình quân đầu người đạt 61 triệu đồng/người/năm.", [(61, None)]),
    ("Cơ cấu thương mại tăng 2,4%; dịch vụ tăng 3,1%.", [(2.4, None), (3.1, None)]),
    ("Tỷ lệ bao phủ bảo hiểm y tế đạt 97,4%.", [(97.4, None)]),
    ("Tổng giá trị các ngành ước đạt 140 tỷ đồng, đạt 71% kế hoạch.", [(140, 71)]),
    ("Khoảng 9% cơ sở chế biến đã đầu tư máy mới.", [(9, None)]),
    ("Tỷ lệ hộ nghèo giảm từ 7,2% xuống còn 3,1%.", [(3.1, None)]),
    ("Mức lương bình quân tăng gần 2,5 lần từ hơn 4 triệu đồng năm 2010 lên 11 triệu đồng.", [(2.5, None), (11, None)]),
    ("Khoảng cách thu nhập giữa hai vùng được thu hẹp từ 2,6 lần xuống còn 1,9 lần.", [(1.9, None)]),
    ("Huyện có 5 chỉ tiêu đạt và vượt kế hoạch.", [(5, None)]),
    ("Xã có 3 tiêu chí đạt, 1 tiêu chí vượt so với mục tiêu.", [(3, None), (1, None)]),
    ("Huyện đã chi trả cho 8.360 trong tổng số 8.621 trường hợp.", [(8360, None)]),
    ("Xã đã hoàn thành 14/19 tiêu chí.", [(14, None)]),
    ("Có 7/7 thôn giữ chuẩn kiểu mẫu.", [(7, None)]),
    ("Thu ngân sách 1.240/980 tỷ đồng; số đảng viên mới 410/380 đảng viên.", [(1240, None), (410, None)]),
    ("Tỷ lệ lao động đóng bảo hiểm đạt 36,2%, vượt 0,4% so với chỉ tiêu.", [(36.2, None)]),
    ("Kết nạp 31 đảng viên mới.\n\nCông tác kiểm tra được duy trì, tiếp nhận 4 đơn thư.", [(31, None), (4, None)]),
    ("Số tổ hoàn thành tốt trở lên đạt từ 82%, không có tổ yếu kém.", [(82, None)]),
    ("Từ năm học 2017 - 2018 đến năm học 2020 - 2021, có 540 em được cấp vở.", [(540, None)]),
    ("Trong đó, duy trì 105 mốc giới; 31 bến bãi.", [(105, None), (31, None)]),
]

NONE_THERE = [
    "Huyện phấn đấu tỷ lệ hộ nghèo còn 2,1%.",
    "Thời gian tới, tỷ lệ che phủ rừng đạt 41%; thu nhập đạt 70 triệu đồng.",
    "Mục tiêu tăng trưởng đạt 8% trở lên.",
    "Huyện có 12 thôn, 2.140 hộ với 8.900 nhân khẩu.",
    "Tuy nhiên, có 12 cơ quan, đơn vị chưa gửi báo cáo.",
    "Bí thư Quận ủy quận 4 phát biểu tại hội nghị.",
    "Chi bộ được nâng tổng số đảng viên lên 168 đồng chí.",
    "Đề án 06 thực hiện tốt; giai đoạn 2 bắt đầu.",
    "Kinh tế phát triển (tăng 5,2% so với cùng kỳ).",
    "Sản lượng năm nay có thể trên 45 tấn.",
    "Nông dân được công nhận 4 sao trở lên.",
    "Đến nay 91,5% người dân được hỏi đã hài lòng.",
    "Trận lũ làm 4 người chết, 31 ngôi nhà bị sập.",
    "Tai nạn làm chết 62 người.",
    "Hội nghị chia làm 4 tổ.",
    "Trụ sở mới cao 9 tầng.",
]


@pytest.mark.parametrize(("sentence", "expected"), STATED)
def test_what_a_sentence_states_there_is_a_result(sentence, expected):
    assert figures(AFTER + sentence) == expected


@pytest.mark.parametrize("sentence", NONE_THERE)
def test_aims_descriptions_and_what_is_compared_are_none(sentence):
    assert figures(AFTER + sentence) == []


OPENS = [
    "Sau hơn 3 năm triển khai thực hiện Chỉ thị số 7-CT/TU, xã có 9 mô hình.",
    "Qua 10 năm thực hiện Luật Hợp tác xã, phong trào đi lên.",
    "Hội nghị sơ kết 2 năm thực hiện Đề án 11.",
    "Kết quả thực hiện Nghị quyết của Đảng bộ được đánh giá cao.",
    "Huyện hoàn thành các mục tiêu nghị quyết đại hội; việc thực hiện có nền nếp.",
    "Triển khai chương trình mục tiêu quốc gia xây dựng nông thôn mới, tỉnh đã đạt nhiều thành tích.",
    "Tính đến ngày 20/9/2021, có 7 huyện hoàn thành chi trả theo Nghị quyết số 31/NQ-HĐND.",
    "Tỷ lệ học tập Nghị quyết số 18-NQ/TW đạt cao.",
    "Huyện đã cơ bản hoàn thành việc chi trả theo Nghị quyết số 2/NQ-HĐND.",
    "Qua 3 năm thực hiện Chương trình phối hợp, hội lớn mạnh.",
]

DOES_NOT_OPEN = [
    "Họp sơ kết 6 tháng thực hiện các chương trình mục tiêu quốc gia, lãnh đạo tỉnh lưu ý hộ nghèo còn nhiều.",
    "Ngày 3/2/2020, Huyện ủy ban hành Nghị quyết số 19-NQ/HU.",
    "Các xã cần thực hiện nghiêm Chỉ thị số 7-CT/TU.",
    "Sau 4 năm thực hiện phong trào trồng cây, làng xanh hơn.",
    "Kết quả bóng đá: đội nhà thắng.",
    "Tổng kết công tác thi hành kỷ luật, chi bộ ghi nhận nền nếp tốt.",
    "Tình hình thi hành pháp luật về đò ngang có chuyển biến.",
    "Tổng kết công tác của Đoàn luật sư tỉnh.",
    "Tổng kết luật chơi mới của giải kéo co.",
    "Sau 2 năm thực hiện quy luật cung cầu, chợ quê đông hơn.",
    "Sơ kết học kỳ, nhà trường thực hiện tốt quy chế chuyên môn.",
    "Đến nay, Luật Giá được ban hành 5 năm.",
    "Tính đến ngày 20/9, Luật Đất đai có hiệu lực một năm.",
    "Xưởng đã hoàn thành việc in Luật Giá.",
]


def taken(text):
    content = normal(text).content
    found = find(content)
    return stocks.stretches(content, fold(content), tuple(r.start for r in found), len(content))


@pytest.mark.parametrize("text", OPENS)
def test_a_sentence_that_looks_back_on_a_document_takes_stock(text):
    assert taken(text)


@pytest.mark.parametrize("text", DOES_NOT_OPEN)
def test_what_orders_or_names_no_document_takes_none(text):
    assert not taken(text)


def test_stock_is_taken_up_to_what_is_to_come():
    text = AFTER + "Hộ nghèo còn 3,1%.\n\nThời gian tới, huyện mở 4 lớp. Hộ nghèo còn 1,1%."
    assert figures(text) == [(3.1, None)]


def test_figures_stand_where_the_document_is_no_mention():
    text = "Sau 5 năm thực hiện Nghị quyết của Đảng bộ, tỷ lệ hộ khá đạt 48%."
    assert [(r.value, r.documents) for r in read(text)] == [(48, ())]


MADE_KNOWN = [
    ("Thực hiện Chỉ thị số 7-CT/TU, ban quán triệt Chỉ thị về nếp sống mới cho gần 140 cán bộ.", [(140, None)]),
    ("Cuộc họp triển khai Chỉ thị số 7-CT/TU được tổ chức trực tuyến tới 34 tỉnh, thành phố.", [(34, None)]),
]


@pytest.mark.parametrize(("text", "expected"), MADE_KNOWN)
def test_whom_a_document_was_made_known_to_is_a_result(text, expected):
    assert figures(text) == expected


CLASSED = [
    "Tỉnh hiện có 45/51 xã thuộc vùng cao, trong đó có 9 xã khu vực III, 12 xã khu vực II.",
    "Trên địa bàn có 3.210 tổ chức cơ sở đảng, 980 chi bộ cơ sở.",
]


@pytest.mark.parametrize("sentence", CLASSED)
def test_of_what_kind_places_are_is_none(sentence):
    assert figures(AFTER + sentence) == []


def test_a_policy_under_way_is_taken_stock_of():
    text = (
        "Thủ tướng Chính phủ ban hành Quyết định số 77/QĐ-TTg về cho vay. Theo thống kê, chính sách này được triển khai "
        "trên địa bàn từ năm 2019, với doanh số cho vay đạt trên 41,2 tỷ đồng. Đến nay, dư nợ của chương trình hơn "
        "18,5 tỷ đồng."
    )
    assert figures(text) == [(41.2, None), (18.5, None)]


def test_a_sum_in_two_parts_is_stated_once():
    assert figures(AFTER + "Tổng vốn đầu tư được 12 tỷ 340 triệu đồng.") == [(12.34, None)]


def test_what_is_called_the_outcome_stands_before_it():
    text = "Huyện hỗ trợ gần 34 tỷ đồng cho 5.210 lượt em\n\nĐây là kết quả 3 năm thực hiện Nghị quyết số 9-NQ/HU."
    assert figures(text) == [(34, None), (5210, None)]


def test_those_who_had_their_share_by_a_document_are_told():
    text = (
        "Theo Quyết định số 41/QĐ-UBND, trong học kỳ I, có 812 lượt học sinh trung học ở xã, thôn vùng cao trên địa bàn "
        "tỉnh được hưởng chính sách hỗ trợ."
    )
    assert figures(text) == [(812, None)]


def test_the_name_of_a_scheme_ends_before_what_is_told():
    text = (
        "Thực hiện Chỉ thị số 6-CT/TU của Tỉnh ủy và Đề án trồng tre chắn sóng ven sông, đến hết tháng 5-2019, cả tỉnh "
        "đã trồng được 812 ha tre, đạt 86% tổng diện tích phải trồng."
    )
    assert figures(text) == [(812, 86)]


ECONOMY = [
    "Kinh tế của xã tăng 7,5%.",
    "Giá vàng tăng 12%; giá xăng giảm 5%.",
    "Dân số thành phố tăng 3%; xuất khẩu đạt 45 tỷ đồng.",
    "Lạm phát còn 3%; lãi suất giảm 2%; nhiệt độ tăng 1,2%.",
]


@pytest.mark.parametrize("sentence", ECONOMY)
def test_prices_and_the_weather_carry_out_no_law(sentence):
    assert figures(f"Sau 3 năm thực hiện Luật Hợp tác xã, huyện có nhiều đổi thay. {sentence}") == []


def test_the_economy_carries_out_no_directive():
    told = "có chuyển biến. Giá trị sản xuất các ngành ước đạt 2.310 tỷ đồng; xã đã mở 3 lớp."
    assert figures(f"Sau 2 năm thực hiện Chỉ thị số 8-CT/TU, huyện đã {told}") == [(3, None)]
    assert figures(f"Sau 2 năm thực hiện Nghị quyết số 8-NQ/TU, huyện đã {told}") == [(2310, None), (3, None)]
