"""What articles tell of conferences, work that somebody leads, and instruments named loosely, each with near misses."""

from __future__ import annotations

import pytest

from tests.loaders.statements import named, stated

USES = {
    "work that a body leads": [
        (
            "Việc học tập, quán triệt và triển khai thực hiện Nghị quyết số 12-NQ/TU được Huyện ủy Long Hà lãnh đạo nghiêm túc.",
            "dissemination(Huyện ủy Long Hà) disseminates 12-NQ/TU",
        ),
        (
            "Công tác tuyên truyền Chỉ thị số 4-CT/TW được triển khai đồng bộ từ cấp ủy, chính quyền các cấp tới người dân.",
            "dissemination(cấp ủy, chính quyền các cấp) disseminates 4-CT/TW",
        ),
        (
            "Việc triển khai Nghị quyết số 12-NQ/TU được Đảng ủy xã Long Sa chỉ đạo quyết liệt.",
            "implementation(Đảng ủy xã Long Sa) implements 12-NQ/TU",
        ),
        ("Việc triển khai Nghị quyết số 12-NQ/TU chưa được Đảng ủy xã Long Sa quan tâm.", ""),
        ("Việc học tập Nghị quyết số 12-NQ/TU cần được Đảng ủy xã Long Sa quan tâm.", ""),
        ("Việc triển khai Nghị quyết số 12-NQ/TU được dư luận quan tâm.", ""),
    ],
    "meetings in session": [
        (
            "Ban Thường vụ Huyện ủy Long Hà vừa họp phiên thường kỳ đánh giá kết quả thực hiện Nghị quyết số 12-NQ/TU.",
            "review(Ban Thường vụ Huyện ủy Long Hà) reviews 12-NQ/TU",
        ),
        (
            "Đoàn kiểm tra liên ngành vừa làm việc tại xã Long Sa về tình hình thực hiện Luật Đê điều.",
            "inspection(Đoàn kiểm tra liên ngành) reviews Đê điều",
        ),
        ("Bộ trưởng chủ trì cuộc họp, sau ba tháng cả nước triển khai Nghị quyết số 17/NQ-CP.", ""),
        (
            "Bộ trưởng khẳng định hội nghị này nhằm quán triệt Nghị quyết số 12-NQ/TU.",
            "dissemination(None) disseminates 12-NQ/TU",
        ),
    ],
    "schemes and acts told by what they are about": [
        (
            "UBND huyện Long Hà đã triển khai Đề án sắp xếp, mở rộng mạng lưới chợ ở các xã vùng cao.",
            "implementation(UBND huyện Long Hà) implements sắp xếp, mở rộng mạng lưới chợ ở các xã vùng cao",
        ),
        ("UBND huyện Long Hà sẽ triển khai Đề án sắp xếp, mở rộng mạng lưới chợ ở các xã vùng cao.", ""),
        ("UBND huyện Long Hà đã triển khai Đề án xây chợ.", ""),
        (
            "Sở Y tế Long Hà đã thực hiện nghị quyết của Chính phủ về cắt giảm thủ tục.",
            "implementation(Sở Y tế Long Hà) implements cắt giảm thủ tục",
        ),
        ("Sở Y tế Long Hà đã thực hiện nghị quyết của chi bộ về giờ giấc.", ""),
        (
            "Bộ Y tế tổ chức hội nghị triển khai Luật Đê điều và Nghị quyết của Quốc hội về hộ đê mùa lũ.",
            "implementation(Bộ Y tế) implements hộ đê mùa lũ; implementation(Bộ Y tế) implements Đê điều",
        ),
        (
            "Bộ trưởng Bộ Y tế đã phê duyệt Chương trình Truyền thông phục vụ Chương trình mục tiêu quốc gia nước sạch giai đoạn 2021-2025 tại Quyết định số 18/QĐ-BYT.",
            "18/QĐ-BYT promulgates Chương trình Truyền thông phục vụ Chương trình mục tiêu quốc gia nước sạch giai đoạn 2021-2025",
        ),
        (
            "Bộ Y tế tổ chức hội nghị triển khai Chương trình hành động quốc gia phòng, chống sốt rét đến năm 2025.",
            "implementation(Bộ Y tế) implements Chương trình hành động quốc gia phòng, chống sốt rét đến năm 2025",
        ),
        (
            "(Longha.vn) - Nhằm thực hiện Nghị quyết số 12-NQ/TU, Sở Văn hóa (SVH) vừa có văn bản gửi các xã.",
            "implementation(Sở Văn hóa (SVH)) implements 12-NQ/TU",
        ),
        ("Nghị quyết số 17/NQ-CP của Chính phủ và hướng dẫn chuyên môn theo Quyết định số 51/QĐ-BYT.", ""),
    ],
    "the resolution of the congress told of": [
        (
            (
                "Đảng bộ huyện Long Hà đã tổ chức Đại hội đại biểu Đảng bộ huyện lần thứ XXII.\n\n"
                "Ngay sau đại hội, Huyện ủy Long Hà đã tổ chức học tập nghị quyết đại hội cho cán bộ."
            ),
            "dissemination(Huyện ủy Long Hà) disseminates None",
        ),
        (
            (
                "Đảng bộ huyện Long Hà đã tổ chức Đại hội đại biểu Đảng bộ huyện lần thứ XXII.\n\n"
                "Huyện ủy Long Hà đã tổ chức học tập nghị quyết đại hội các cấp cho cán bộ."
            ),
            "",
        ),
    ],
}

CASES = [(kind, text, expected) for kind, rows in USES.items() for text, expected in rows]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=f"{k}-{n}") for n, (k, t, e) in enumerate(CASES)])
def test_an_article_says_who_did_what(text, expected):
    assert stated(text) == "; ".join(sorted(filter(None, expected.split("; "))))


NAMES = [
    ("Nhân dân xã Long Sa làm theo Quyết định 51 Bộ Y tế.", ["51"]),
    ("Nhân dân xã Long Sa nhận Quyết định 48 bộ hồ sơ.", []),
    ("Tỉnh Long Hà học NQ 26 và QĐ số 17 trong quý.", ["26", "17"]),
    ("Nhờ Chương trình mục tiêu quốc gia giảm nghèo bền vững, xã Long Sa khá lên.", [None]),
    ("Nhờ chương trình mục tiêu quốc gia, xã Long Sa khá lên.", []),
]


@pytest.mark.parametrize(("text", "numbers"), NAMES)
def test_a_document_is_known_by_few_words(text, numbers):
    assert [d.number for d in named(text)] == numbers
