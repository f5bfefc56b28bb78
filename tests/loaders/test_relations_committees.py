"""What committees, communes and associations tell on their pages, each construction with near misses."""

from __future__ import annotations

import pytest

from loaders.extraction.extract import extract
from ontology.model import Text
from tests.loaders.statements import named, stated

HELD = "Sáng 12/3/2022, Đảng ủy xã Long Sa tổ chức hội nghị cán bộ chủ chốt.\n"
US = "dissemination(Đảng ủy xã Long Sa, 2022-03-12)"
D = "Nghị quyết số 27-NQ/TW"

USES = {
    "items below a colon that say what was taught": [
        (
            HELD + "Đồng chí Lê A, Bí thư Huyện ủy đã tuyên truyền chủ yếu về 3 nội dung:\n"
            "Công tác bầu cử: Tuyên truyền về ngày bầu cử.\n"
            "Học tập: Phổ biến Nghị quyết số 27-NQ/TW cho đảng viên.",
            f"{US} disseminates 27-NQ/TW",
        ),
        (
            HELD + "Đồng chí Lê A đã quán triệt các chuyên đề:\n- Luật Hợp tác xã;\n- Nghị quyết số 27-NQ/TW.",
            f"{US} disseminates 27-NQ/TW; {US} disseminates Hợp tác xã",
        ),
        (HELD + "Đồng chí Lê A đề nghị tuyên truyền các nội dung:\n- Nghị quyết số 27-NQ/TW.", ""),
    ],
    "a bare type word before one more matter": [
        (
            f"Đảng ủy xã Long Sa đã quán triệt {D}. Đảng ủy đã tổ chức kiểm tra việc thực hiện Nghị quyết và việc đóng đảng phí.",
            "dissemination(Đảng ủy xã Long Sa) disseminates 27-NQ/TW; inspection(Đảng ủy) reviews 27-NQ/TW",
        ),
        (
            f"Đảng ủy xã Long Sa đã quán triệt {D}. Đảng ủy đã triển khai thực hiện Nghị quyết theo từng năm.",
            "dissemination(Đảng ủy xã Long Sa) disseminates 27-NQ/TW; implementation(Đảng ủy) implements 27-NQ/TW",
        ),
        (
            f"Đảng ủy xã Long Sa đã quán triệt {D}. Đảng ủy đã kiểm tra việc thực hiện Nghị quyết về cây chè.",
            "dissemination(Đảng ủy xã Long Sa) disseminates 27-NQ/TW",
        ),
    ],
    "what all do, or do too": [
        (f"Các chi bộ đều triển khai thực hiện {D}.", "implementation(Các chi bộ) implements 27-NQ/TW"),
        (f"Hội Nông dân xã cũng tuyên truyền {D} tới các ấp.", "dissemination(Hội Nông dân xã) disseminates 27-NQ/TW"),
        (f"100% chi bộ đều quán triệt {D}.", "dissemination(chi bộ) disseminates 27-NQ/TW"),
        (f"Các chi bộ đều phải triển khai thực hiện {D}.", ""),
        (f"Hội Nông dân xã cũng sẽ tuyên truyền {D} tới các ấp.", ""),
        (f"Hội Nông dân xã cũng chưa tuyên truyền {D}.", ""),
    ],
    "topics before the documents that were taught": [
        (
            f"Công an xã Long Sa đã tuyên truyền tác hại của thuốc lá, Luật Cư trú và {D}.",
            "dissemination(Công an xã Long Sa) disseminates 27-NQ/TW; dissemination(Công an xã Long Sa) disseminates Cư trú",
        ),
        (
            "Hội Phụ nữ xã đã tuyên truyền kỹ năng sống, tác hại của thuốc lá, Luật Trẻ em cho 50 hội viên.",
            "dissemination(Hội Phụ nữ xã) disseminates Trẻ em",
        ),
        ("Công an xã đã tuyên truyền tác hại của thuốc lá, Luật Cư trú quy định nơi đăng ký.", ""),
        ("Công an xã đã trao quà cho hộ nghèo, Luật Cư trú.", ""),
    ],
    "a hamlet with its commune": [
        (
            f"Xóm Đồi Chè, xã Long Sa đã thực hiện tốt {D}.",
            "implementation(Xóm Đồi Chè, xã Long Sa) implements 27-NQ/TW",
        ),
        (
            f"Ngày 12/3/2022, Tổ dân phố 5, phường Long Sa tổ chức hội nghị quán triệt {D}.",
            "dissemination(Tổ dân phố 5, phường Long Sa, 2022-03-12) disseminates 27-NQ/TW",
        ),
        (f"Tại thôn Đồi Chè, xã Long Sa đã tổ chức quán triệt {D}.", "dissemination(xã Long Sa) disseminates 27-NQ/TW"),
    ],
    "the office of a body's leader, and a body whose name holds a verb": [
        (
            f"Giám đốc Sở Y tế Lê A làm Trưởng đoàn đã kiểm tra việc thực hiện {D}.",
            "inspection(Giám đốc Sở Y tế Lê A) reviews 27-NQ/TW",
        ),
        (
            f"Thực hiện {D}, Hội đồng phối hợp phổ biến pháp luật huyện đã mở 5 lớp.",
            "implementation(Hội đồng phối hợp phổ biến pháp luật huyện) implements 27-NQ/TW",
        ),
        (f"Thực hiện {D}, Sở Y tế phối hợp Sở Nội vụ mở 5 lớp.", "implementation(Sở Y tế) implements 27-NQ/TW"),
    ],
    "a conference that others attended": [
        (
            f"Có 85 đại biểu tham dự hội nghị trực tuyến toàn quốc quán triệt {D} do Bộ Chính trị, Ban Bí thư tổ chức.",
            "dissemination(Bộ Chính trị, Ban Bí thư) disseminates 27-NQ/TW",
        ),
        (
            f"Sáng 5/3/2022, xã Long Sa tổ chức điểm cầu dự hội nghị quán triệt {D} do Huyện ủy tổ chức.",
            "dissemination(Huyện ủy, 2022-03-05) disseminates 27-NQ/TW",
        ),
        (f"Cán bộ xã sẽ tham dự hội nghị quán triệt {D} do Huyện ủy tổ chức.", ""),
        (f"Đề nghị các xã cử cán bộ tham dự hội nghị quán triệt {D} do Huyện ủy tổ chức.", ""),
    ],
    "a document taught at a conference": [
        (
            f"{D} đã được quán triệt tại hội nghị do Huyện ủy tổ chức ngày 5/3/2022.",
            "dissemination(Huyện ủy, 2022-03-05) disseminates 27-NQ/TW",
        ),
        (f"{D} sẽ được quán triệt tại hội nghị do Huyện ủy tổ chức.", ""),
        (f"{D} được quán triệt tại hội nghị của xã.", ""),
    ],
    "by when, and no day": [
        (f"Tính đến ngày 30/6/2023, Đảng ủy xã đã quán triệt {D}.", "dissemination(Đảng ủy xã) disseminates 27-NQ/TW"),
        (
            f"Ngày 30/6/2023, Đảng ủy xã đã quán triệt {D}.",
            "dissemination(Đảng ủy xã, 2023-06-30) disseminates 27-NQ/TW",
        ),
    ],
    "the purpose of a plan that helps carry out a document": [
        (
            (
                "Ngày 5/3/2022, Ủy ban nhân dân tỉnh Hà Long ban hành Kế hoạch số 15/KH-UBND về bảo vệ rừng.\n\n"
                f"Kế hoạch đề ra nhằm nâng cao nhận thức của người dân, góp phần thực hiện thắng lợi {D}."
            ),
            "15/KH-UBND implements 27-NQ/TW",
        ),
        (
            (
                "Ngày 5/3/2022, Ủy ban nhân dân tỉnh Hà Long ban hành Kế hoạch số 15/KH-UBND về bảo vệ rừng.\n\n"
                f"Hội thi nhằm nâng cao nhận thức của người dân, góp phần thực hiện thắng lợi {D}."
            ),
            "",
        ),
    ],
    "paragraphs that begin with what was taught": [
        (
            f"Sáng 5/3/2022, Đảng ủy xã đã quán triệt các văn bản:\n\n{D} về pháp quyền.\n\nKết luận số 14-KL/TW.",
            (
                "dissemination(Đảng ủy xã, 2022-03-05) disseminates 14-KL/TW; "
                "dissemination(Đảng ủy xã, 2022-03-05) disseminates 27-NQ/TW"
            ),
        ),
        (
            (
                f"Sáng 5/3/2022, Đảng ủy xã đã quán triệt các văn bản:\n\n{D} về pháp quyền.\n\n"
                "Đại biểu nêu Kết luận số 14-KL/TW."
            ),
            "dissemination(Đảng ủy xã, 2022-03-05) disseminates 27-NQ/TW",
        ),
        (f"Sáng 5/3/2022, Đảng ủy xã sẽ quán triệt các văn bản:\n\n{D} về pháp quyền.", ""),
    ],
    "a body named without its place": [
        (
            (
                f"Ngày 5/3/2022, Ủy ban nhân dân tỉnh Hà Long đã quán triệt {D}. "
                "Ủy ban nhân dân tỉnh đã quán triệt Kết luận số 14-KL/TW."
            ),
            (
                "dissemination(Ủy ban nhân dân tỉnh Hà Long, 2022-03-05) disseminates 14-KL/TW; "
                "dissemination(Ủy ban nhân dân tỉnh Hà Long, 2022-03-05) disseminates 27-NQ/TW"
            ),
        ),
        (
            (
                f"Ngày 5/3/2022, Ủy ban nhân dân tỉnh Hà Long đã quán triệt {D}. "
                "Ủy ban nhân dân xã đã quán triệt Kết luận số 14-KL/TW."
            ),
            (
                "dissemination(Ủy ban nhân dân tỉnh Hà Long, 2022-03-05) disseminates 27-NQ/TW; "
                "dissemination(Ủy ban nhân dân xã) disseminates 14-KL/TW"
            ),
        ),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(text, expected, id=f"{use}-{n}")
        for use, rows in USES.items()
        for n, (text, expected) in enumerate(rows)
    ],
)
def test_what_a_page_tells(text, expected):
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Huyện ủy đã thực hiện Nghị quyết TW7 KXI về rừng.", [("TW7 KXI", "rừng")]),
        ("Huyện ủy đã thực hiện NQ TW5 K.XIII về đất đai.", [("TW5 K.XIII", "đất đai")]),
        (
            "Huyện ủy đã thực hiện Nghị quyết Trung ương 3 khóa XII về rừng và Nghị quyết TW5 khóa XIII.",
            [("Trung ương 3 khóa XII", "rừng"), ("TW5 khóa XIII", None)],
        ),
        ("Xã đã thu gom 4 kg rác theo Nghị quyết TW.", []),
        (
            (
                "Huyện đoàn đã quán triệt Nghị quyết Đại hội Đoàn tỉnh Long Sa lần thứ XVI và Nghị quyết Đại hội Đoàn TNCS "
                "Hồ Chí Minh tỉnh Long Sa lần thứ XVI."
            ),
            [("Đại hội Đoàn tỉnh Long Sa lần thứ XVI", None)],
        ),
        (
            (
                "Huyện đoàn đã quán triệt Nghị quyết Đại hội Đoàn tỉnh Long Sa lần thứ XVI và Nghị quyết Đại hội Đoàn xã Bến Gỗ "
                "lần thứ XVI."
            ),
            [("Đại hội Đoàn tỉnh Long Sa lần thứ XVI", None), ("Đại hội Đoàn xã Bến Gỗ lần thứ XVI", None)],
        ),
    ],
)
def test_resolutions_of_plenums_and_congresses_in_short(text, expected):
    assert [(d.issuer, d.title) for d in named(text) if d.type == "NQ"] == expected


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        (
            "Huyện học các chỉ thị của Ban Bí thư gồm: Chỉ thị số 71-CT/TW về chè; Chỉ thị số 72-CT/TW về rừng.",
            ["Ban Bí thư"] * 2,
        ),
        (
            "Quán triệt 2 nghị quyết của Ban Chấp hành Đảng bộ tỉnh: Nghị quyết số 5-NQ/TU về chè và Nghị quyết số 6-NQ/TU.",
            ["Ban Chấp hành Đảng bộ tỉnh"] * 2,
        ),
        ("Quán triệt các chỉ thị của Ban Bí thư. Chỉ thị số 41-CT/TW nói về chè.", [None]),
        ("Quán triệt các chỉ thị của Ban Bí thư gồm: Chỉ thị số 41/CT-UBND về chè.", [None]),
        (
            "Triển khai Thông tri 31 của Trung ương Mặt trận Tổ quốc Việt Nam về giám sát.",
            ["Trung ương Mặt trận Tổ quốc Việt Nam"],
        ),
    ],
)
def test_who_issued_the_members_of_a_list(text, issuers):
    assert [d.issuer for d in named(text)] == issuers


@pytest.mark.parametrize(
    ("sentence", "named_too"),
    [
        ("Sau đại hội, Đảng ủy xã đã quán triệt Nghị quyết Đại hội.", True),
        ("Nhiệm kỳ qua, xã đã hoàn thành các chỉ tiêu mà Nghị quyết Đại hội đề ra.", False),
    ],
)
def test_which_congress_a_resolution_is_of(sentence, named_too):
    held = "Ngày 5/3/2025, Đảng bộ xã Long Sa tổ chức Đại hội đại biểu lần thứ XX, nhiệm kỳ 2025-2030. "
    assert bool(named(held + sentence)) is named_too


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (", vận động bà con hiến đất.", "mục tiêu quốc gia xây dựng nông thôn mới"),
        (", huy động 5 tỷ đồng.", "mục tiêu quốc gia xây dựng nông thôn mới"),
        (" giai đoạn 2021 - 2025.", "mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2021 - 2025"),
    ],
)
def test_where_the_name_of_a_national_programme_ends(words, title):
    found = named("Huyện đã thực hiện Chương trình mục tiêu quốc gia xây dựng nông thôn mới" + words)
    assert [(d.title or "").removeprefix("Chương trình ") for d in found] == [title]


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("Hội đã xây dựng 12 gia đình 5 không, 3 sạch.", [12]),
        ("Hội đã vận động xây dựng mô hình 5 không, 3 sạch.", []),
        ("Hội đã trồng 120 cây xanh.", [120]),
    ],
)
def test_a_slogan_counts_nothing(sentence, figures):
    found = extract(Text(content=f"Thực hiện {D}, Hội Phụ nữ xã đã ra quân. {sentence}\n"), name="page")
    assert [result.value for result in found.results] == figures


def test_who_came_to_a_meeting_about_no_document_is_no_result():
    page = "Ngày 12/3/2022, Hội Phụ nữ xã đã tổ chức hội nghị. Dự hội nghị có 30 đồng chí. Hội nghị đã tổng kết công tác năm."
    assert not extract(Text(content=page + "\n"), name="page").results


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        (
            "Sáng 5/3/2022, Tỉnh ủy chủ trì họp cho ý kiến vào báo cáo tổng kết 10 năm thực hiện Nghị quyết số 27-NQ/TW.",
            [],
        ),
        ("Tỉnh ủy đề nghị các huyện ủy xây dựng báo cáo sơ kết 5 năm thực hiện Nghị quyết số 27-NQ/TW.", ["P5Y"]),
    ],
)
def test_a_review_that_is_being_held_is_no_duty(sentence, periods):
    found = extract(Text(content=sentence + "\n"), name="page")
    assert [duty.period for duty in found.obligations] == periods
