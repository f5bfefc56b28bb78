"""Which mentions are one document, and which instrument a text itself is."""

from __future__ import annotations

import pytest

from loaders.extraction.documents import group
from loaders.extraction.mentions import find
from loaders.extraction.normal import normal


def grouped(text):
    content = normal(text).content
    return group(content, find(content))


def labels(text):
    found = grouped(text)
    return [
        (d.type, d.number or d.title, len(d.mentions)) for i, d in enumerate(found.documents) if i not in found.plans
    ]


TW = "Hội nghị Trung ương 5 khóa XII"

ONE_OR_TWO = [
    # a name that lost marks or spaces is the same name
    (
        "Luật Phòng, chống tác hại của rượu, bia và các nghị định hướng dẫn Luật Phòng, chông tác hại của rượu, bia.",
        [("L", "Phòng, chống tác hại của rượu, bia", 2)],
    ),
    (
        "Xã triển khai Đề án “Dạy bơi cho trẻ em vùng sông nước”. Đề án “Dạy bơi chotrẻ em vùng sông nước” có ba phần.",
        [("ĐA", "Dạy bơi cho trẻ em vùng sông nước", 2)],
    ),
    (
        "Xã triển khai Đề án “Dạy bơi cho trẻ em vùng sông nước”. Đề án “Dạy bơi cho trẻ em vùng sông hồ” có ba phần.",
        [("ĐA", "Dạy bơi cho trẻ em vùng sông nước", 1), ("ĐA", "Dạy bơi cho trẻ em vùng sông hồ", 1)],
    ),
    ("Xã triển khai Luật Đê điều. Xã bàn về luật đề điệu.", [("L", "Đê điều", 1)]),  # too short to be told
    # resolutions of one plenum that are named together, by their subjects
    (
        f"các Nghị quyết {TW}: về “Phát triển rừng cây”; “Giữ gìn sông nước”",
        [("NQ", "Phát triển rừng cây", 1), ("NQ", "Giữ gìn sông nước", 1)],
    ),
    (
        f"3 nghị quyết {TW} gồm: Nghị quyết về rừng cây; Nghị quyết về sông nước; Nghị quyết về núi đồi.",
        [("NQ", "rừng cây", 1), ("NQ", "sông nước", 1), ("NQ", "núi đồi", 1)],
    ),
    (f"các nghị quyết {TW} về rừng cây và về sông nước.", [("NQ", "rừng cây", 1), ("NQ", "sông nước", 1)]),
    (f"Nghị quyết {TW} về rừng cây và về sông nước.", [("NQ", "rừng cây và về sông nước", 1)]),
    (
        f"các Nghị quyết {TW}. Nghị quyết số 10-NQ/TW và Nghị quyết số 11-NQ/TW",
        [("NQ", "10-NQ/TW", 1), ("NQ", "11-NQ/TW", 1)],
    ),
    (
        f"các Nghị quyết {TW}. Nghị quyết số 10-NQ/HU và Nghị quyết số 11-NQ/HU",
        [("NQ", None, 1), ("NQ", "10-NQ/HU", 1), ("NQ", "11-NQ/HU", 1)],
    ),
    ("Nghị quyết Trung ương 4 khóa XI về rừng cây. Nghị quyết 4 được thực hiện.", [("NQ", "rừng cây", 2)]),
    (
        "Nghị quyết Trung ương 4 khóa XI về rừng cây. Nghị quyết 4 của Huyện ủy.",
        [("NQ", "rừng cây", 1), ("NQ", "4", 1)],
    ),
    ("tổ chức thực hiện Quy chế làm việc của cấp ủy", []),
    # the resolution of the one congress that is named
    (
        "Nghị quyết Đại hội Đảng bộ huyện lần thứ V ra đời. Tuyên truyền Nghị quyết Đại hội đến đảng viên.",
        [("NQ", None, 2)],
    ),
    (
        "Nghị quyết Đại hội Đảng bộ huyện lần thứ V ra đời. Tuyên truyền Nghị quyết Đại hội Đảng bộ tỉnh đến đảng viên.",
        [("NQ", None, 1), ("NQ", None, 1)],
    ),
    ("Nghị quyết Đại hội Đảng bộ huyện lần thứ V ra đời. Tuyên truyền Nghị quyết Đại hội các cấp.", [("NQ", None, 1)]),
    ("Chương trình số 9-CTr/TU của Tỉnh ủy. Chương trình số 9 đạt kết quả.", [("CTr", "9-CTr/TU", 2)]),
    ("Tổng kết Nghị quyết 29. Nghị quyết số 29-NQ/TW nêu rõ.", [("NQ", "29-NQ/TW", 2)]),
    ("Kế hoạch số 5/KH-UBND; tải về 5-KH-UBND", [("KH", "5/KH-UBND", 2)]),
    ("Nghị định số 5/2020/NĐ-CP và nghị định 5/2020/NĐ–CP", [("NĐ", "5/2020/NĐ-CP", 2)]),
    ("Luật Đất đai năm 2003; Luật Đất đai năm 2013", [("L", "Đất đai", 1), ("L", "Đất đai", 1)]),
    ("Luật Đất đai ngày 29 tháng 11 năm 2013; theo Luật Đất đai", [("L", "Đất đai", 2)]),
    (
        "Quyết định số 5/QĐ-UBND của UBND tỉnh Lào Cai; Quyết định số 5/QĐ-UBND của UBND tỉnh Hòa Bình",
        [("QĐ", "5/QĐ-UBND", 1)] * 2,
    ),
    (
        "Chỉ thị số 5-CT/TW của Bộ Chính trị khóa XI; Chỉ thị số 5-CT/TW của Bộ Chính trị khóa XII",
        [("CT", "5-CT/TW", 1)] * 2,
    ),
    ("Luật Đầu tư số 5/2020/QH14; Nghị quyết số 5/2020/QH14", [("L", "5/2020/QH14", 1), ("NQ", "5/2020/QH14", 1)]),
    ("Chỉ thị số 5/CT-UBND ra đời. Chỉ thị này nêu", [("CT", "5/CT-UBND", 2)]),
    ("Kết luận số 5-KI/TW và Kết luận số 5-KL/TW", [("KL", "5-KI/TW", 2)]),
    (
        (
            "Ban hành Kế hoạch triển khai Chương trình phối hợp công tác giữa Hội A và Sở B năm 2019 theo Chương trình số "
            "4/CTPH-HA-SB ngày 1/2/2018 về phối hợp công tác giữa Hội A và Sở B giai đoạn 2018 - 2022"
        ),
        [("CTr", "4/CTPH-HA-SB", 2)],
    ),
    ("Công ước Xanh về rừng (Công ước CX) có ích. Công ước CX nêu", [("KHÁC", "Công ước Xanh về rừng", 3)]),
    ("Hiệp định Đối tác Xuyên Biển (XBPA) mở. Hiệp định XBPA", [("KHÁC", "Hiệp định Đối tác Xuyên Biển", 2)]),
]


@pytest.mark.parametrize(("text", "expected"), ONE_OR_TWO)
def test_mentions_are_one_document_unless_something_sets_them_apart(text, expected):
    assert labels(text) == expected


def test_what_a_heading_shouts_is_known_by_the_usual_letters():
    (document,) = grouped(
        "THỰC HIỆN CHỈ THỊ SỐ 7/CT-TTG NGÀY 1 THÁNG 2 NĂM 2021 VỀ PHÒNG CHÁY\n\n"
        "Theo Chỉ thị số 7/CT-TTg ngày 1/2/2021 về phòng cháy, các xã làm."
    ).documents
    assert (document.number, document.title) == ("7/CT-TTg", "phòng cháy")


def test_a_plenum_is_resolved_by_its_subject():
    (document,) = grouped(
        "Nghị quyết Hội nghị Trung ương 8 khóa XI về đổi mới căn bản, toàn diện giáo dục và đào tạo"
    ).documents
    assert document.number is None
    assert document.resolved is not None
    assert (document.resolved.number, document.resolved.date) == ("29-NQ/TW", "2013-11-04")


OWN = "UBND TỈNH HÒA BÌNH\nSố: 7/KH-UBND\nHòa Bình, ngày 3 tháng 4 năm 2020\n\nKẾ HOẠCH\nThực hiện Nghị quyết số 5-NQ/TU ngày 2/3/2020\n\n"


@pytest.mark.parametrize(
    ("sentence", "plans"),
    [
        ("Kế hoạch này gắn với Kế hoạch thực hiện Nghị quyết số 6-NQ/TU ngày 4/3/2020.", 2),
        ("UBND tỉnh ban hành Kế hoạch thực hiện Nghị quyết số 5-NQ/TU ngày 2/3/2020 như sau:", 1),
    ],
)
def test_titles_that_begin_alike_are_told_apart_by_the_number_they_lead_to(sentence, plans):
    found = grouped(OWN + sentence)
    assert sum(one.type == "KH" for one in found.documents) == plans


HEADS = [
    (
        (
            "ỦY BAN NHÂN DÂN\nTỈNH HÒA BÌNH\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 7/QĐ-UBND\n"
            "Hòa Bình, ngày 03 tháng 4 năm 2020\n\nQUYẾT ĐỊNH\nVề việc phê duyệt đề án\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÒA BÌNH\n\nCăn cứ Luật Giá;\n"
        ),
        ("QĐ", "7/QĐ-UBND", "2020-04-03", "Chủ tịch Ủy ban nhân dân tỉnh Hòa Bình", "phê duyệt đề án"),
    ),
    (
        (
            "BỘ Y TẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 7/2020/TT-BYT Hà Nội, ngày 3 tháng 4 năm 2020\n"
            "THÔNG TƯ\nQuy định về thuốc\n\nCăn cứ Luật Dược;\nBộ trưởng Bộ Y tế ban hành Thông tư quy định về thuốc.\n"
        ),
        ("TT", "7/2020/TT-BYT", "2020-04-03", "Bộ trưởng Bộ Y tế", "Quy định về thuốc"),
    ),
    (
        "SỞ NỘI VỤ\nSố: 812/SNV-TCCB\nV/v rà soát biên chế\nHòa Bình, ngày 3 tháng 4 năm 2020\n\nKính gửi: Các sở\n",
        ("CV", "812/SNV-TCCB", "2020-04-03", "Sở Nội vụ", "rà soát biên chế"),
    ),
    (
        "Nghị định Về chế độ thuế\n\nCăn cứ Luật Thuế tài nguyên;\nĐiều 1. Nghị định này quy định\n",
        ("NĐ", None, None, None, "chế độ thuế"),
    ),
    ("Điều 3. Hiệu lực\nThông tư này có hiệu lực từ ngày 1/2/2020.\n", ("TT", None, None, None, None)),
    (
        (
            "KẾ HOẠCH HÀNH ĐỘNG\nTHỰC HIỆN LUẬT GIÁ\nCăn cứ Luật Giá, ngày 20/6/2012;\n"
            "Ủy ban nhân dân tỉnh Hòa Bình xây dựng Kế hoạch hành động như sau:\nI. Mục tiêu\n"
        ),
        ("KH", None, None, "Ủy ban nhân dân tỉnh Hòa Bình", "HÀNH ĐỘNG THỰC HIỆN LUẬT GIÁ"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), HEADS)
def test_a_text_that_is_an_instrument_knows_itself(text, expected):
    found = grouped(text)
    assert found.own is not None
    own = found.documents[found.own]
    assert own.own
    assert (own.type, own.number, own.date, own.issuer, own.title) == expected


NO_HEADS = [
    "Sáng 3/4, UBND xã họp bàn thực hiện Nghị quyết số 5-NQ/HU. Nghị quyết này rất quan trọng.",
    "Căn cứ Điều 5 Luật Đất đai thì người dân được cấp giấy.",
    "Chương trình hành động của Chính phủ về bảo hiểm\n\nChính phủ vừa ban hành Nghị quyết số 5/NQ-CP.",
]


@pytest.mark.parametrize("text", NO_HEADS)
def test_a_page_about_instruments_is_none(text):
    assert grouped(text).own is None


def test_what_a_text_says_of_itself_is_its_own_document():
    found = grouped("Điều 1. Thông tư này hướng dẫn Luật Giá.\nĐiều 2. Các sở thi hành Thông tư này.\n")
    own = found.documents[found.own]
    assert len(own.mentions) >= 2
