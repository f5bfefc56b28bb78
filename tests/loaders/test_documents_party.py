"""Documents of the Party and of mass organisations: who issued each, on which day, and which congress or plenum is one."""

from __future__ import annotations

import pytest

from tests.loaders.statements import read

DOCUMENTS = [
    (
        "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng; Nghị quyết Đại hội XIII; Nghị quyết Đại hội Đảng toàn quốc lần thứ 13",
        [("NQ", "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng", None)],
    ),
    (
        "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIII và Nghị quyết Đại hội XIII của Đảng",
        [("NQ", "Đại hội Đảng bộ tỉnh lần thứ XIII", None), ("NQ", "Đại hội XIII của Đảng", None)],
    ),
    (
        "Ngày 25-10-2021, thay mặt Bộ Chính trị, đồng chí Trần Văn An đã ký ban hành Quy định số 41-QĐ/TW về nêu gương",
        [("QyĐ", "Bộ Chính trị", "2021-10-25")],
    ),
    (
        "Ngày 25-10-2021, Tổng Bí thư Trần Văn An đã thay mặt Bộ Chính trị ký ban hành Quy định số 41-QĐ/TW về nêu gương",
        [("QyĐ", "Bộ Chính trị", "2021-10-25")],
    ),
    (
        "Ngày 12/3/2024 Ban Thường vụ Huyện ủy xây dựng Kế hoạch số 17-KH/HU về trồng rừng",
        [("KH", "Ban Thường vụ Huyện ủy", "2024-03-12")],
    ),
    (
        "Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XI đã ban hành Nghị quyết số 12-NQ/TW. Các xã thực hiện Nghị quyết Trung ương 4 khóa XI.",
        [("NQ", "Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XI", None)],
    ),
    (
        "Hội nghị Trung ương 8 khóa XI ban hành Nghị quyết số 28-NQ/TW; Hội nghị Trung ương 8 khóa XI ban hành Nghị quyết số 29-NQ/TW. Theo Nghị quyết Trung ương 8 khóa XI.",
        [("NQ", "Hội nghị Trung ương 8 khóa XI", None)] * 2 + [("NQ", "Trung ương 8 khóa XI", None)],
    ),
    (
        "Nghị quyết Hội nghị lần thứ 3 Tỉnh ủy khóa XX và Nghị quyết Hội nghị lần thứ 4 Tỉnh ủy khóa XX",
        [("NQ", "Hội nghị lần thứ 3 Tỉnh ủy khóa XX", None), ("NQ", "Hội nghị lần thứ 4 Tỉnh ủy khóa XX", None)],
    ),
    (
        "Nghị quyết Đại hội Đảng bộ huyện lần thứ XX và Nghị quyết Đại hội Đảng bộ huyện nhiệm kỳ 2020-2025",
        [("NQ", "Đại hội Đảng bộ huyện lần thứ XX", None)],
    ),
    (
        "Nghị quyết Đại hội lần thứ VI Hội Người cao tuổi Việt Nam; Nghị quyết Đại hội Đảng bộ tỉnh nhiệm kỳ 2015-2020; Nghị quyết Đại hội Đảng bộ tỉnh nhiệm kỳ 2020-2025",
        [
            ("NQ", "Đại hội lần thứ VI Hội Người cao tuổi Việt Nam", None),
            ("NQ", "Đại hội Đảng bộ tỉnh nhiệm kỳ 2015-2020", None),
            ("NQ", "Đại hội Đảng bộ tỉnh nhiệm kỳ 2020-2025", None),
        ],
    ),
    (
        "Thông tri 109 (năm 1992) của Hội Cựu chiến binh Việt Nam",
        [("TL", "Hội Cựu chiến binh Việt Nam", "1992")],
    ),
    (
        "Đăng vào Thứ bảy, ngày 20/04/2024\n\nĐẢNG BỘ TỈNH LONG HÀ\n\nĐẢNG ỦY KHỐI CÁC CƠ QUAN\n\n*\n\nSố 29-HD/ĐUK\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nLong Hà, ngày 16 tháng 4 năm 2024\n\nHƯỚNG DẪN\n\nvề dân vận\n",
        [("HD", "Đảng ủy Khối các cơ quan", "2024-04-16")],
    ),
    (
        "Ngày 16/7/1987, Ban Thường vụ Tỉnh ủy Bà Rịa - Vũng Tàu ban hành Nghị quyết số 62-NQ/TU; Nghị quyết số 5-NQ/TU của BCH Đảng bộ tỉnh",
        [("NQ", "Ban Thường vụ Tỉnh ủy Bà Rịa - Vũng Tàu", "1987-07-16"), ("NQ", "BCH Đảng bộ tỉnh", None)],
    ),
    (
        "Kế hoạch số 3-KH/TU của Tỉnh ủy Hòa Bình - Đà Nẵng cử người dự",
        [("KH", "Tỉnh ủy Hòa Bình", None)],
    ),
    ("Nghị quyết số 29-NQ/TW về Chiến lược bảo vệ Tổ quốc trên không gian mạng", [("NQ", None, None)]),
    ("Sở làm theo Chiến lược phát triển du lịch đến năm 2030", [("CL", None, None)]),
    ("Điều lệ Đoàn TNCS Hồ Chí Minh có 12 chương. Đoàn viên học Điều lệ Đoàn", [("ĐL", None, None)]),
    (
        "UBND thành phố Long Hà mới đây đã ban hành Quyết định số 2/QĐ-TCT về chợ",
        [("QĐ", "UBND thành phố Long Hà", None)],
    ),
    (
        "BAN BÍ THƯ TRUNG ƯƠNG ĐOÀN TNCS HỒ CHÍ MINH\n***\nSố: 36-QĐ/TWĐTN\nHà Nội, ngày 29 tháng 10 năm 2013\n\nQUYẾT ĐỊNH\nvề văn bản\n",
        [("QĐ", "Ban Bí thư Trung ương Đoàn TNCS Hồ Chí Minh", "2013-10-29")],
    ),
    (
        "Thông tri số 6-TT/TU của Ban Thường vụ Thành ủy\nThứ ba, 23/03/2021",
        [("TL", "Ban Thường vụ Thành ủy", None)],
    ),
    (
        "Đồng chí Trần Văn An thay mặt đoàn phát biểu. Tỉnh ủy ban hành Quy định số 41-QĐ/TU về nêu gương",
        [("QyĐ", "Tỉnh ủy", None)],
    ),
    (
        "Kế hoạch số 83-KH/TWĐTN của Ban Bí thư Trung ương Đoàn về trại hè",
        [("KH", "Ban Bí thư Trung ương Đoàn", None)],
    ),
    (
        "Thực hiện Chỉ thị số 15-CT/TW, ngày 14/4/2024 về đại hội, Ban Thường vụ Đảng ủy các cơ quan Đảng Trung ương đã khẩn trương ban hành Kế hoạch số 28 về nhân sự",
        [("CT", None, "2024-04-14"), ("KH", "Ban Thường vụ Đảng ủy các cơ quan Đảng Trung ương", None)],
    ),
    (
        "Quy định số 18-QĐ/TW của Ban Bí thư: nhiều điểm mới\n\nBAN CHẤP HÀNH TRUNG ƯƠNG\n--------\n\nĐẢNG CỘNG SẢN VIỆT NAM\n--------\n\nSố: 18-QĐ/TW\n\nHà Nội, ngày 3 tháng 4 năm 2013\n\nQUY ĐỊNH\n\nvề nêu gương\n",
        [("QyĐ", "Ban Bí thư", "2013-04-03")],
    ),
    (
        "Quy định số 19-QĐ/TW của Ban Bí thư nêu nhiều điểm mới\n\nBAN CHẤP HÀNH TRUNG ƯƠNG\n--------\n\nĐẢNG CỘNG SẢN VIỆT NAM\n--------\n\nSố: 18-QĐ/TW\n\nHà Nội, ngày 3 tháng 4 năm 2013\n\nQUY ĐỊNH\n\nvề nêu gương\n",
        [("QyĐ", "Ban Chấp hành Trung ương", "2013-04-03"), ("QyĐ", "Ban Bí thư", None)],
    ),
    ("Kết luận số 27-KL/TW của Bộ Chính trị, Ban Bí thư về bộ máy", [("KL", "Bộ Chính trị, Ban Bí thư", None)]),
    ("XỬ LÝ KỶ LUẬT ĐẢNG VIÊN theo Luật Đất đai", [("L", None, None)]),
    ("THI HÀNH LUẬT ĐẤT ĐAI", [("L", None, None)]),
    ("Quy định mới về kỷ luật\n\nĐiều 2 Quy định số 37-QĐ/TW nêu rõ\n", [("QyĐ", None, None)]),
    (
        "BAN CHẤP HÀNH TRUNG ƯƠNG\n--------\n\nĐẢNG CỘNG SẢN VIỆT NAM\n--------\n\nSố: 18-QĐ/TW\n\nHà Nội, ngày 3 tháng 4 năm 2013\n\nQUY ĐỊNH\n\nvề nêu gương\n",
        [("QyĐ", "Ban Chấp hành Trung ương", "2013-04-03")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), DOCUMENTS)
def test_a_document_of_the_party_is_named_with_its_issuer(text, expected):
    assert [(d.type, d.issuer, d.date) for d in read(text).documents] == expected


def test_a_title_ends_above_the_first_ground_behind_a_dash():
    page = (
        "BAN CHẤP HÀNH TRUNG ƯƠNG\n-----\nĐẢNG CỘNG SẢN VIỆT NAM\n-----\nSố: 18-QĐ/TW\nHà Nội, ngày 3 tháng 4 năm 2013\n"
        "QUY ĐỊNH\nVỀ NÊU GƯƠNG\n- Căn cứ Điều lệ Đảng;\n- Căn cứ Quy chế làm việc của Bộ Chính trị;\n"
    )
    assert read(page).documents[0].title == "NÊU GƯƠNG"
