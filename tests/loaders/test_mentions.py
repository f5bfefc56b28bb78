"""What single citations state: tables of sentences and of what a careful reader takes from them."""

from __future__ import annotations

import pytest

from loaders.extraction.mentions import find
from loaders.extraction.normal import normal


def read(sentence, published=None):
    return find(normal(sentence).content, published=published)


NUMBERED = [
    (
        "Kế hoạch số 77/KH-UBND ngày 05/3/2021 của UBND huyện Đông Hưng.",
        ("KH", "77/KH-UBND", "2021-03-05", "UBND huyện Đông Hưng"),
    ),
    ("Quyết định số 31 - QĐ / TU ngày 02 tháng 9 năm 2019 của Tỉnh ủy", ("QĐ", "31-QĐ/TU", "2019-09-02", "Tỉnh ủy")),
    (
        "Thông tư số 8/2018/ \nTT-BXD ngày 01-02-2018 của Bộ trưởng Bộ Xây dựng",
        ("TT", "8/2018/TT-BXD", "2018-02-01", "Bộ trưởng Bộ Xây dựng"),
    ),
    ("Nghị quyết 66.9/2026/NQ-CP ngày 3.4.2026 của Chính phủ", ("NQ", "66.9/2026/NQ-CP", "2026-04-03", "Chính phủ")),
    ("Công văn số 812/ SGDĐT-\nTCCB ngày 6/7/2020", ("CV", "812/SGDĐT-TCCB", "2020-07-06", None)),
    ("Quyết định số 12/1997/QĐ.UB ngày 6/7/1997", ("QĐ", "12/1997/QĐ.UB", "1997-07-06", None)),
    ("Quyết định số 13/1997/QĐ-UB.Các xã thi hành", ("QĐ", "13/1997/QĐ-UB", None, None)),
    ("Công văn số 77/UBND-KH ngày 6/7/2020", ("CV", "77/UBND-KH", "2020-07-06", None)),  # drafted by its planners
    ("Công văn số 78-TB/TU ngày 6/7/2020", ("TB", "78-TB/TU", "2020-07-06", None)),  # the head of the symbol is surer
    ("Nghị định số 7a/2009/NĐ-CP ngày 2/3/2009", ("NĐ", "7a/2009/NĐ-CP", "2009-03-02", None)),
    (
        "Chương trình hành động số 9-CTr/HU, ngày 1/2/2021 của Huyện ủy Mỏ Cày (khóa XII)",
        ("CTr", "9-CTr/HU", "2021-02-01", "Huyện ủy Mỏ Cày (khóa XII)"),
    ),
    (
        "THÔNG BÁO SỐ 45-TB/TU NGÀY 3/2/2021 CỦA BAN THƯỜNG VỤ TỈNH ỦY",
        ("TB", "45-TB/TU", "2021-02-03", "Ban Thường vụ Tỉnh ủy"),
    ),
    ("Nghi quyết sô 12-NQ/TU ngày 3/4/2017", ("NQ", "12-NQ/TU", "2017-04-03", None)),
    ("Luật Đường sắt số 6/2017/QH14", ("L", "6/2017/QH14", None, None)),
    ("Chỉ thị số 12-CT/TUĐẢNG CỘNG SẢN VIỆT NAM", ("CT", "12-CT/TU", None, None)),
    ("Nghị định 12/CPngày 4/5/1995", ("NĐ", "12/CP", "1995-05-04", None)),
    ("Quy định số 5-QĐ/TW ngày 6/7/2022 của Bộ Chính trị", ("QyĐ", "5-QĐ/TW", "2022-07-06", "Bộ Chính trị")),
    ("Thông báo Kết luận số 8-TB/TW của Ban Bí thư khóa XII", ("TB", "8-TB/TW", None, "Ban Bí thư khóa XII")),
    (
        "Thông tư liên tịch số 3/2011/TTLT-BTC-BYT của Bộ Tài chính, Bộ Y tế hướng dẫn",
        ("TTLT", "3/2011/TTLT-BTC-BYT", None, "Bộ Tài chính, Bộ Y tế"),
    ),
    (
        "Tờ trình số 4/TTr-SYT ngày 5/6/2018 của Sở Y tế tỉnh Hòa Bình",
        ("TTr", "4/TTr-SYT", "2018-06-05", "Sở Y tế tỉnh Hòa Bình"),
    ),
    (
        "Kế hoạch số 14/KH-BCĐ năm 2022 của Ban Chỉ đạo về chuyển đổi số, tỉnh",
        ("KH", "14/KH-BCĐ", "2022", "Ban Chỉ đạo về chuyển đổi số, tỉnh"),
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), NUMBERED)
def test_a_numbered_citation_states_type_number_date_and_issuer(sentence, expected):
    first = read(sentence)[0]
    assert (first.type, first.number, first.date, first.issuer) == expected
    assert first.kind == "numbered"


NOTHING = [
    "Mẫu số 01/ĐK-TCT, biển số 30A-123.45, điện thoại 0234/3822-123.",
    "Tiêu chuẩn TCVN 5574-2018 và ISO 9001/2015 được áp dụng.",
    "Luật sư Nguyễn Văn A thuộc Đoàn Luật sư, dạy ở Trường Đại học Luật Hà Nội.",
    "Các cơ quan ban hành quy định theo thẩm quyền; quyết định về nhân sự; hướng dẫn cụ thể.",
    "Chỉ tiêu đạt 15/20 xã, 3/4 thôn trong năm 2020.",
    "Dự thảo Luật Nhà giáo đang được lấy ý kiến.",
    "Kế hoạch 5 nội dung, chương trình 3 tháng.",
    "Số 12/Ngày 01-02-2020",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_is_no_citation_gives_none(sentence):
    assert [r for r in read(sentence) if r.kind != "plan"] == []


LISTS = [
    ("Các Chỉ thị số 15, 16 và 19/CT-TTg", [("15", "15/CT-TTg"), ("16", "16/CT-TTg"), ("19/CT-TTg", None)]),
    (
        "thông tư 3, 4, 5/2016/TTLT-BYT-BNV",
        [("3", "3/2016/TTLT-BYT-BNV"), ("4", "4/2016/TTLT-BYT-BNV"), ("5/2016/TTLT-BYT-BNV", None)],
    ),
    (
        "Thông tư số 1/2019/TT-BNV, số 2/2019/TT-BNV và 3/2019/TT-BNV",
        [("1/2019/TT-BNV", None), ("2/2019/TT-BNV", None), ("3/2019/TT-BNV", None)],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), LISTS)
def test_the_members_of_a_list_keep_what_is_printed_and_know_the_rest(sentence, expected):
    found = read(sentence)
    assert [(r.number, r.completed) for r in found] == expected
    assert len({r.type for r in found}) == 1


NAMED = [
    ("Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;", [("L", "Tổ chức Chính phủ", "2015-06-19")]),
    ("theo Bộ luật Lao động năm 2019 và Luật Việc làm", [("BL", "Lao động", "2019"), ("L", "Việc làm", None)]),
    ("Hiến pháp năm 2013 quy định", [("HP", None, "2013")]),
    (
        "Pháp lệnh Ngoại hối; Luật An toàn, vệ sinh lao động.",
        [("PL", "Ngoại hối", None), ("L", "An toàn, vệ sinh lao động", None)],
    ),
    (
        "Luật sửa đổi, bổ sung một số điều của Luật Báo chí ngày 12 tháng 6 năm 1999",
        [("L", "sửa đổi, bổ sung một số điều của Luật Báo chí", "1999-06-12"), ("L", "Báo chí", None)],
    ),
    (
        "Luật sửa đổi, bổ sung một số điều của Luật Đê điều và Luật Thủy lợi số 9/2021/QH15",
        [
            ("L", "sửa đổi, bổ sung một số điều của Luật Đê điều và Luật Thủy lợi", None),
            ("L", "Đê điều", None),
            ("L", "Thủy lợi", None),
        ],
    ),
    (
        "Điều lệ Đảng và Chiến lược phát triển du lịch Việt Nam đến năm 2030",
        [("ĐL", "Đảng", None), ("CL", "phát triển du lịch Việt Nam đến năm 2030", None)],
    ),
    ("Luật Xử lý vi phạm hành chính1.", [("L", "Xử lý vi phạm hành chính", None)]),
    ("các luật như luật trẻ em, luật thanh niên", [("L", "trẻ em", None), ("L", "thanh niên", None)]),
    ("Luận văn thạc sĩ Luật Hiến pháp và Luật Lao động của chị Hòa", []),
    ("Khoa Luật Dân sự và Luật Lao động tuyển ba giảng viên", []),
    ("Quốc hội đã thông qua 8 luật về ngân sách nhà nước, giá và phí", []),
    ("Theo Điều 8 luật doanh nghiệp năm 2020", [("L", "doanh nghiệp", "2020")]),
    ("Chị Hòa có bằng thạc sĩ; Luật Lao động buộc trả lương đủ", [("L", "Lao động", None)]),
]


@pytest.mark.parametrize(("sentence", "expected"), NAMED)
def test_laws_and_strategies_are_known_by_name(sentence, expected):
    assert [(r.type, r.title, r.date) for r in read(sentence)] == expected


KINDS = [
    ("tổng kết 10 năm thực hiện Quy chế cán bộ trẻ", "named"),
    ("theo Quy chế chi tiêu nội bộ", "plan"),
    ("Chiến lược phát triển biển đến năm 2030", "named"),
    ("Viện Chiến lược phát triển biển", "plan"),
]


@pytest.mark.parametrize(("sentence", "kind"), KINDS)
def test_only_some_names_alone_are_instruments(sentence, kind):
    assert [r.kind for r in read(sentence)] == [kind]


PLENUMS = [
    ("Nghị quyết Hội nghị Trung ương 8 khóa XI", ("Hội nghị Trung ương 8 khóa XI", 8, "XI")),
    ("Nghị quyết Trung ương 7 (khóa XIII)", ("Trung ương 7 (khóa XIII)", 7, "XIII")),
    (
        "Nghị quyết Hội nghị lần thứ tám Ban Chấp hành Trung ương Đảng khóa XI",
        ("Hội nghị lần thứ tám Ban Chấp hành Trung ương Đảng khóa XI", 8, "XI"),
    ),
    (
        "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2020 - 2025",
        ("Đại hội đại biểu Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2020 - 2025", 0, "XX"),
    ),
    (
        "nghị quyết hội nghị lần thứ IX - BCH trung ương đảng khóa XI",
        ("hội nghị lần thứ IX - BCH trung ương đảng khóa XI", 9, "XI"),
    ),
    (
        "Nghị quyết Hội nghị lần thứ IV, Ban Chấp hành Trung ương khóa XII",
        ("Hội nghị lần thứ IV, Ban Chấp hành Trung ương khóa XII", 4, "XII"),
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), PLENUMS)
def test_a_resolution_without_a_number_is_known_by_who_passed_it(sentence, expected):
    (found,) = read(sentence)
    assert (found.issuer, found.plenum, found.term) == expected


def test_the_terms_of_a_list_are_resolutions_of_their_own():
    assert [r.term for r in read("Nghị quyết Trung ương 4 khóa XI, XII về xây dựng Đảng")] == ["XI", "XII"]


def test_a_resolution_of_no_single_plenum_is_none():
    assert read("các nghị quyết Trung ương khóa XII") == ()


FRONTED = [
    ("Ngày 17.2.2025, Ban Thường vụ Tỉnh ủy đã ban hành Kế hoạch số 8-KH/TU", "2025-02-17", "Ban Thường vụ Tỉnh ủy"),
    ("UBND huyện Đông Hưng vừa xây dựng và ban hành Kế hoạch số 8/KH-UBND", None, "UBND huyện Đông Hưng"),
    ("Ngày 15/3, Sở Y tế ban hành Kế hoạch số 8/KH-SYT", "2019-03-15", "Sở Y tế"),
    ("Trước đó, ngày 30/12, Bộ Y tế có Công văn số 8/BYT-KCB", "2018-12-30", "Bộ Y tế"),
]


@pytest.mark.parametrize(("sentence", "date", "issuer"), FRONTED)
def test_who_issued_and_when_may_stand_before(sentence, date, issuer):
    found = read(sentence, published="2019-03-19")[0]
    assert (found.date, found.issuer) == (date, issuer)


def test_letters_belong_to_the_body_that_proposes_by_them():
    text = (
        "Theo đề nghị của Giám đốc Sở Nội vụ tại các Tờ trình: Số 5/TTr-SNV ngày 1/2/2020, số 6/TTr-SNV ngày 2/2/2020;"
    )
    assert [(r.number, r.issuer) for r in read(text)] == [
        ("5/TTr-SNV", "Giám đốc Sở Nội vụ"),
        ("6/TTr-SNV", "Giám đốc Sở Nội vụ"),
    ]


def test_what_follows_the_last_of_two_citations_holds_for_both():
    text = "Nghị quyết số 8/2014/QH13 và Nghị quyết số 9/2017/QH14 của Quốc hội về đổi mới sách giáo khoa"
    assert [(r.issuer, r.title) for r in read(text)] == [("Quốc hội", "đổi mới sách giáo khoa")] * 2


TITLES = [
    ("Chỉ thị số 4/CT-UBND về việc tăng cường phòng cháy.", "tăng cường phòng cháy"),
    ("Kết luận số 4-KL/TU “Về phát triển du lịch” và các văn bản", "phát triển du lịch"),
    (
        "Nghị định số 4/2020/NĐ-CP ngày 1/2/2020 của Chính phủ quy định chế độ thuế; các thông tư",
        "quy định chế độ thuế",
    ),
    ("Quy định số 4-QĐ/TW ngày 1/2/2020 về kỷ luật thay thế Quy định số 3-QĐ/TW", "kỷ luật"),
    ("Nghị quyết số 4/NQ-CP ngày 1/2/2020 về chuyển đổi số, chiều ngày 3/3/2020, UBND xã họp", "chuyển đổi số"),
    (
        "Chỉ thị số 4-CT/TU về chống hạn giữa các sở, ban, ngành và các xã.",
        "chống hạn giữa các sở, ban, ngành và các xã",
    ),
    ("Chỉ thị số 4-CT/TU về chống hạn (Chỉ thị 4), các cấp công đoàn đã vào cuộc", "chống hạn"),
    ("Luật số 4/2020/QH14 về nước cho hơn 300 hội viên", "nước"),
    (
        "QUYẾT ĐỊNH SỐ 4/QĐ-TTG VỀ NƯỚC SẠCH\nVÀ RỪNG NGẬP MẶN PHÍA NAM\nTHỦ TƯỚNG CHÍNH PHỦ\n",
        "NƯỚC SẠCH VÀ RỪNG NGẬP MẶN PHÍA NAM",
    ),
    ("Quy định số 4-QĐ/TW về điều cần tránh vào sinh hoạt chi bộ hằng tháng", "điều cần tránh"),
    (
        "Nghị định số 4/2020/NĐ-CP về cách tổ chức, hướng dẫn thi hành Luật Giá;",
        "cách tổ chức, hướng dẫn thi hành Luật Giá",
    ),
    (
        "Chương trình số 4/CTr-ABC về phối hợp giai đoạn 2014 - 2020, Xét đề nghị của Vụ X",
        "phối hợp giai đoạn 2014 - 2020",
    ),
    ("Thông tư số 4/2020/TT-BTC quy định về dạy bơi.", "quy định về dạy bơi"),
    ("Thông tư số 4/2020/TT-BTC quy định rõ điều đó.", None),
    ("Nghị quyết số 4-NQ/TU tỉnh ủy về du lịch.", "du lịch"),
    ("Kế hoạch số 1-KH/ABC của Ban Chỉ đạo Trung ương về phong trào “Xóa mù”.", "phong trào “Xóa mù”"),
    ("Nghị quyết số 4/2020/NQ-HĐND của HĐND tỉnh khóa X, kỳ họp thứ 8 về giá nước.", "giá nước"),
    ("Sau khi có Chỉ thị số 4/CT-TTg về đê điều, Bộ đội Biên phòng tỉnh đã kẻ lại bảng báo mực nước.", "đê điều"),
    ("Theo Kế hoạch số 4/KH-UBND về sách cũ, các ngành, địa phương đã mở 12 tủ sách.", "sách cũ"),
    ("Theo Kế hoạch số 4/KH-UBND về sách cũ, thôn Bãi Dài đã mở tủ sách.", "sách cũ"),
    ("Theo Kế hoạch số 4/KH-UBND về sách cũ, bà Lành đã tặng 30 cuốn.", "sách cũ"),
    ("Nghị định số 4/2020/NĐ-CP về trợ cấp, cán bộ xã đã nghỉ việc.", "trợ cấp, cán bộ xã đã nghỉ việc"),
    (
        "Quyết định số 4/QĐ-UBND về xử lý nhà, đất của Nông trường A, Lâm trường B đã giải thể.",
        "xử lý nhà, đất của Nông trường A, Lâm trường B đã giải thể",
    ),
]


@pytest.mark.parametrize(("sentence", "title"), TITLES)
def test_a_title_ends_where_the_sentence_goes_on(sentence, title):
    assert read(sentence)[0].title == title


def test_an_anaphor_points_and_a_bare_subject_speaks():
    found = read("Chỉ thị số 4/CT-UBND đã ban hành. Chỉ thị này yêu cầu các sở. Chỉ thị nêu rõ: các sở phải làm.")
    assert [(r.kind, r.pointing) for r in found] == [("numbered", None), ("anaphor", "này"), ("anaphor", "")]


@pytest.mark.parametrize("length", [880, 895, 899, 900, 901, 905])
def test_a_title_without_end_is_cut_wherever_its_parenthesis_closes(length):
    text = "Chỉ thị số 4/CT-UBND về (" + "a" * (length - 2) + ") chống hạn " + "b " * 600
    assert len(read(text)) == 1


BODIES = [
    ("của Đảng ủy Sở Nông nghiệp thực hiện", "Đảng ủy Sở Nông nghiệp"),
    ("của Chi bộ Cục Thuế tỉnh Mỹ Xá về", "Chi bộ Cục Thuế tỉnh Mỹ Xá"),
    ("của Sở Nông nghiệp và PTNT tỉnh Bến Tre tổ chức", "Sở Nông nghiệp và PTNT tỉnh Bến Tre"),
    ("của Ban Kinh tế - Ngân sách HĐND tỉnh", "Ban Kinh tế - Ngân sách HĐND tỉnh"),
    ("của Ban Chấp hành Đảng bộ huyện Yên Thành khóa XX", "Ban Chấp hành Đảng bộ huyện Yên Thành khóa XX"),
    ("của Hội Khuyến học tỉnh Hà Nam đã", "Hội Khuyến học tỉnh Hà Nam"),
    ("của Ban Dân tộc phối hợp với các bên", "Ban Dân tộc"),
    ("của Trường Mầm non Hoa Sen đang áp dụng", "Trường Mầm non Hoa Sen"),
    ("của Bộ Tài chính và Bộ Y tế hướng dẫn", "Bộ Tài chính và Bộ Y tế"),
    ("của Hội Phụ nữ, Nghị quyết 18 và", "Hội Phụ nữ"),
    ("của Công an tỉnh, Quyết định này", "Công an tỉnh"),
]


@pytest.mark.parametrize(("words", "issuer"), BODIES)
def test_a_body_is_named_as_far_as_its_name_goes(words, issuer):
    assert read(f"Kế hoạch số 4/KH-ABC {words}")[0].issuer == issuer


TREATIES = [
    ("Căn cứ Công ước Xanh về rừng ngập mặn;", [("Công ước Xanh về rừng ngập mặn", None)]),
    ("Căn cứ Hiệp định Vận tải đường sông ký ngày 7/3/2011 tại Huế;", [("Hiệp định Vận tải đường sông", "2011-03-07")]),
    ("theo Công ước Liên hợp quốc về sa mạc năm 1994 quy định", [("Công ước Liên hợp quốc về sa mạc", "1994")]),
    ("Nghị định thư số hóa thương mại được ký. Hiệp định này nêu", []),
    ("các hiệp định thương mại tự do mà Việt Nam tham gia", []),
    (
        "Hiệp định tự do giữa Việt Nam và Nam Mỹ (sau đây gọi tắt là Hiệp định VNSA). Hiệp định VNSA mở ra cơ hội",
        [("Hiệp định tự do giữa Việt Nam và Nam Mỹ", None), ("Hiệp định VNSA", None), ("Hiệp định VNSA", None)],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), TREATIES)
def test_a_treaty_is_known_by_its_name(sentence, expected):
    assert [(r.title, r.date) for r in read(sentence) if r.kind == "named"] == expected
