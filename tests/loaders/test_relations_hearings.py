"""What pages say is made known at an event, each construction with near misses: who hears, who speaks, who holds it."""

from __future__ import annotations

import pytest

from loaders.extraction import documents, mentions, normal, relations

HELD = "Sáng 12/3/2022, Đảng ủy xã Long Sa tổ chức hội nghị cán bộ chủ chốt.\n"
US = "dissemination(Đảng ủy xã Long Sa, 2022-03-12)"
STOCK = "review(Đảng ủy xã Long Sa, 2022-03-12)"

USES = {
    "resolutions that a speaker reports on": [
        (
            HELD + "Tại hội nghị, các đại biểu được nghe đồng chí Lê A báo cáo 2 nghị quyết: "
            "Nghị quyết số 27-NQ/TW về điện; Nghị quyết số 28-NQ/TW về nước.",
            f"{US} disseminates 27-NQ/TW; {US} disseminates 28-NQ/TW",
        ),
        (
            HELD + "Đồng chí Lê A, Bí thư Đảng ủy xã trình bày Nghị quyết số 27-NQ/TW về điện.",
            f"{US} disseminates 27-NQ/TW",
        ),
        (HELD + "Đồng chí Lê A báo cáo viên giỏi, thuộc Nghị quyết số 27-NQ/TW.", ""),
        (HELD + "Đồng chí Lê A báo cáo việc triển khai Nghị quyết số 27-NQ/TW.", ""),
        (HELD + "Đồng chí Lê A khẳng định đã nắm chắc, truyền đạt Nghị quyết số 27-NQ/TW là việc khó.", ""),
    ],
    "the event itself makes known": [
        (HELD + "Hội nghị cũng giới thiệu Chỉ thị số 4-CT/TW.", f"{US} disseminates 4-CT/TW"),
        (
            HELD + "Hội nghị đã quán triệt các nội dung của kỳ họp; triển khai thực hiện Thông báo số 5-TB/TW về rừng.",
            f"{US} disseminates 5-TB/TW",
        ),
        (
            HELD + "Đồng thời, hội nghị còn hướng dẫn triển khai Chỉ thị số 4-CT/TW về rừng.",
            f"{US} disseminates 4-CT/TW",
        ),
        (HELD + "Hội nghị đã thảo luận về việc triển khai Chỉ thị số 4-CT/TW.", ""),
        (HELD + "Hội nghị đã góp phần thực hiện Chỉ thị số 4-CT/TW.", ""),
        (HELD + "Hội nghị sẽ quán triệt Chỉ thị số 4-CT/TW.", ""),
        (HELD + "Hội nghị đề nghị các chi bộ quán triệt Chỉ thị số 4-CT/TW.", ""),
    ],
    "those who attend": [
        (
            HELD
            + "Các đồng chí dự hội nghị đã được quán triệt những nội dung cơ bản của Nghị quyết số 27-NQ/TW về điện; "
            "Kết luận số 45-KL/TW về nước.",
            f"{US} disseminates 27-NQ/TW; {US} disseminates 45-KL/TW",
        ),
        (
            HELD + "Trên 1.200 hội viên, bà con đã được phổ biến Luật Thanh niên.",
            f"{US} disseminates Thanh niên",
        ),
        ("Bà con được phổ biến Luật Thanh niên nên hiểu biết hơn.", ""),
        (HELD + "Các đại biểu đánh giá cao việc quán triệt Nghị quyết số 27-NQ/TW.", ""),
        (HELD + "Các đại biểu được xem phim về quá trình triển khai Nghị quyết số 27-NQ/TW.", ""),
    ],
    "an event that nobody is named for": [
        (
            "Hội nghị đã nghe đồng chí Lê A truyền đạt Nghị quyết số 27-NQ/TW.",
            "dissemination(None) disseminates 27-NQ/TW",
        ),
        ("Đồng chí Lê A đã truyền đạt Nghị quyết số 27-NQ/TW.", ""),
    ],
    "the head of a body": [
        (
            "Ông Lê A, Bí thư Đảng ủy phường Long Sa quán triệt Nghị quyết số 27-NQ/TW.",
            "dissemination(Đảng ủy phường Long Sa) disseminates 27-NQ/TW",
        ),
        (
            "Đồng chí Lê A - Phó Bí thư Huyện ủy Long Hà trực tiếp truyền đạt Nghị quyết số 27-NQ/TW.",
            "dissemination(Huyện ủy Long Hà) disseminates 27-NQ/TW",
        ),
        ("Ông Lê A, Bí thư Đảng ủy phường Long Sa yêu cầu quán triệt Nghị quyết số 27-NQ/TW.", ""),
        ("Ông Lê A, Bí thư Đảng ủy phường Long Sa triển khai Nghị quyết số 27-NQ/TW.", ""),
    ],
    "a headline that names only the event": [
        (
            "HỘI NGHỊ QUÁN TRIỆT NGHỊ QUYẾT SỐ 27-NQ/TW\n\nSáng 12/3/2022, Đảng ủy xã Long Sa tổ chức hội nghị với 90 đảng viên.",
            f"{US} disseminates 27-NQ/TW",
        ),
        (
            "Hội nghị tổng kết 10 năm thực hiện Chỉ thị số 4-CT/TW\n\n" + HELD,
            f"{STOCK} reviews 4-CT/TW",
        ),
        ("HỘI NGHỊ QUÁN TRIỆT NGHỊ QUYẾT SỐ 27-NQ/TW\n\nSáng 12/3/2022, trời mưa to.", ""),
    ],
    "a sentence tells who holds the event, a headline less so": [
        (
            "Xã Long Sa tổ chức hội nghị học tập nghị quyết\n\n"
            + HELD
            + "Tại hội nghị, các đại biểu được quán triệt Chỉ thị số 4-CT/TW.",
            f"{US} disseminates 4-CT/TW",
        ),
    ],
    "the event takes stock": [
        (
            HELD
            + "Hội nghị đã đánh giá kết quả 3 năm thực hiện Nghị quyết số 27-NQ/TW và 5 năm thực hiện Chỉ thị số 4-CT/TW.",
            f"{STOCK} reviews 27-NQ/TW; {STOCK} reviews 4-CT/TW",
        ),
        (
            HELD + "Tại hội nghị, các đại biểu đã nghe báo cáo tổng kết 10 năm thực hiện Chỉ thị số 4-CT/TW.",
            f"{STOCK} reviews 4-CT/TW",
        ),
        (HELD + "Tại hội nghị, đồng chí Lê A báo cáo kết quả thực hiện Chỉ thị số 4-CT/TW.", ""),
        (HELD + "Hội nghị yêu cầu sơ kết 3 năm thực hiện Chỉ thị số 4-CT/TW.", ""),
    ],
    "subjects that are heard": [
        (
            HELD
            + "Tại hội nghị, các đại biểu đã được nghe các chuyên đề:\n- Nghị quyết số 27-NQ/TW về điện.\n- Chỉ thị số 4-CT/TW.",
            f"{US} disseminates 27-NQ/TW; {US} disseminates 4-CT/TW",
        ),
        (
            "Đảng ủy xã Long Sa tổ chức hội nghị quán triệt các Chỉ thị, Kết luận của Trung ương: Chỉ thị số 4-CT/TW, Kết luận số 45-KL/TW.",
            "dissemination(Đảng ủy xã Long Sa) disseminates 4-CT/TW; dissemination(Đảng ủy xã Long Sa) disseminates 45-KL/TW",
        ),
        (HELD + "Tại hội nghị, các đại biểu đã được nghe các chuyên đề hay. Nghị quyết số 27-NQ/TW có ba phần.", ""),
    ],
    "a verb without an object": [
        (
            "Sau khi có Nghị quyết số 27-NQ/TW, Đảng ủy xã Long Sa đã tổ chức hội nghị quán triệt đến toàn thể đảng viên.",
            "dissemination(Đảng ủy xã Long Sa) disseminates 27-NQ/TW",
        ),
        (
            "Ngay sau khi Nghị quyết số 27-NQ/TW được ban hành, Huyện ủy Long Hà đã tổ chức quán triệt, học tập sâu rộng.",
            "dissemination(Huyện ủy Long Hà) disseminates 27-NQ/TW",
        ),
        (
            "Thực hiện Chỉ thị số 4-CT/TW về rừng, cấp ủy các cấp trong huyện đã kịp thời quán triệt và tổ chức thực hiện; đồng thời giữ rừng.",
            "dissemination(cấp ủy các cấp trong huyện) disseminates 4-CT/TW; implementation(cấp ủy các cấp trong huyện) implements 4-CT/TW",
        ),
        ("Sau khi có Nghị quyết số 27-NQ/TW, Huyện ủy Long Hà sẽ tổ chức quán triệt đến đảng viên.", ""),
        ("Sau khi có Nghị quyết số 27-NQ/TW, Huyện ủy Long Hà đã quán triệt chủ trương giữ rừng.", ""),
        ("Trước khi có Nghị quyết số 27-NQ/TW, Huyện ủy Long Hà đã tổ chức quán triệt đến đảng viên.", ""),
    ],
    "papers issued together": [
        (
            "Huyện ủy đã ban hành Kế hoạch số 5-KH/HU ngày 7/6/2018 và Công văn số 8-CV/HU ngày 4/7/2018 về tuyên truyền Nghị quyết số 27-NQ/TW.",
            "5-KH/HU disseminates 27-NQ/TW; 8-CV/HU disseminates 27-NQ/TW",
        ),
        (
            "Bộ Nội vụ cũng đã có các văn bản số 3/BNV-TL, văn bản số 11/BNV-TL hướng dẫn thực hiện Nghị quyết số 27-NQ/TW.",
            "11/BNV-TL guides 27-NQ/TW; 3/BNV-TL guides 27-NQ/TW",
        ),
        (
            "Huyện nhận Kế hoạch số 5-KH/HU và Công văn số 8-CV/HU về thực hiện Nghị quyết số 27-NQ/TW.",
            "8-CV/HU implements 27-NQ/TW",
        ),
        (
            "Huyện ủy ban hành Kế hoạch số 5-KH/HU về rừng và Công văn số 8-CV/HU về thực hiện Nghị quyết số 27-NQ/TW.",
            "8-CV/HU implements 27-NQ/TW",
        ),
    ],
    "a day in the year before the page's": [
        (
            "04/01/2024 09:35\n\nSáng 25/12, Đảng ủy xã Long Sa tổ chức hội nghị quán triệt Nghị quyết số 27-NQ/TW.",
            "dissemination(Đảng ủy xã Long Sa, 2023-12-25) disseminates 27-NQ/TW",
        ),
        (
            "04/12/2024 09:35\n\nSáng 25/11, Đảng ủy xã Long Sa tổ chức hội nghị quán triệt Nghị quyết số 27-NQ/TW.",
            "dissemination(Đảng ủy xã Long Sa, 2024-11-25) disseminates 27-NQ/TW",
        ),
    ],
    "a headline in capitals beside what documents do": [
        (
            "XÃ LONG SA QUÁN TRIỆT KẾT LUẬN SỐ 45-KL/TW\n\nKế hoạch số 5-KH/HU của Huyện ủy thực hiện Nghị quyết số 27-NQ/TW đã có.",
            "5-KH/HU implements 27-NQ/TW; dissemination(XÃ LONG SA) disseminates 45-KL/TW",
        ),
    ],
}


def stated(text):
    content = normal.normal(text).content
    found = relations.read(documents.group(content, mentions.find(content)))
    names = {d.id: d.number or d.title for d in found.documents}
    for act in found.activities:
        names[act.id] = f"{act.kind}({act.actor}{', ' + act.date if act.date else ''})"
    return "; ".join(sorted(f"{names[r.head]} {r.predicate} {names[r.tail]}" for r in found.relations))


CASES = [(kind, text, expected) for kind, rows in USES.items() for text, expected in rows]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=f"{k}-{n}") for n, (k, t, e) in enumerate(CASES)])
def test_what_an_event_makes_known_is_read(text, expected):
    assert stated(text) == "; ".join(sorted(filter(None, expected.split("; "))))
