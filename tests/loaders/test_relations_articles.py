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
            "Công tác tuyên truyền Chỉ thị số 4-CT/TW được triển khai nhịp nhàng từ cấp ủy các thôn tới bà con.",
            "dissemination(cấp ủy các thôn) disseminates 4-CT/TW",
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
        ("Bộ trưởng chủ trì cuộc họp, sau ba tháng cả nước triển khai Nghị quyết số 64/NQ-CP.", ""),
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
            "Bộ trưởng Bộ Y tế đã phê duyệt Chương trình Khám mắt trong Chương trình mục tiêu quốc gia nước sạch giai đoạn 2026-2030 tại Quyết định số 18/QĐ-BYT.",
            "18/QĐ-BYT promulgates Chương trình Khám mắt trong Chương trình mục tiêu quốc gia nước sạch giai đoạn 2026-2030",
        ),
        (
            "Bộ Y tế tổ chức hội nghị triển khai Chương trình hành động quốc gia vì đôi mắt sáng đến năm 2027.",
            "implementation(Bộ Y tế) implements Chương trình hành động quốc gia vì đôi mắt sáng đến năm 2027",
        ),
        (
            "(Longha.vn) - Nhằm thực hiện Nghị quyết số 12-NQ/TU, Sở Văn hóa (SVH) vừa có văn bản gửi các xã.",
            "implementation(Sở Văn hóa (SVH)) implements 12-NQ/TU",
        ),
        ("Nghị quyết số 64/NQ-CP của Chính phủ và lời dặn chuyên môn theo Quyết định số 51/QĐ-BYT.", ""),
    ],
    "verbs that need what stands around them": [
        (
            "Đảng bộ huyện Long Hà đã đưa Nghị quyết số 12-NQ/TU vào cuộc sống bằng nhiều mô hình.",
            "implementation(Đảng bộ huyện Long Hà) implements 12-NQ/TU",
        ),
        (
            "Để đưa Nghị quyết số 12-NQ/TU của Tỉnh ủy vào cuộc sống, Huyện ủy Long Hà đã ban hành Chương trình số 15-CTr/HU.",
            "15-CTr/HU implements 12-NQ/TU",
        ),
        (
            "Hưởng ứng Chỉ thị số 4-CT/TW, các xã trong huyện đã ra quân trồng cây.",
            "implementation(các xã trong huyện) implements 4-CT/TW",
        ),
        (
            "Chấp hành Chỉ thị số 4-CT/TW, Công an huyện Long Hà đã ra quân.",
            "implementation(Công an huyện Long Hà) implements 4-CT/TW",
        ),
        ("Huyện ủy Long Hà sẽ sớm đưa Nghị quyết số 12-NQ/TU vào cuộc sống.", ""),
        ("Sở Y tế Long Hà đã đưa Nghị quyết số 12-NQ/TU vào tủ sách.", ""),
        ("Chấp hành Luật Đê điều, người dân xã Long Sa đã dời nhà.", ""),
    ],
    "what has been done since, by means of, or thanks to": [
        (
            "Nhờ thực hiện tốt Nghị quyết số 12-NQ/TU, huyện Long Hà đã giảm nghèo nhanh.",
            "implementation(huyện Long Hà) implements 12-NQ/TU",
        ),
        (
            "Với việc triển khai Nghị quyết số 12-NQ/TU, huyện Long Hà đã giảm nghèo nhanh.",
            "implementation(huyện Long Hà) implements 12-NQ/TU",
        ),
        (
            "Qua 5 năm thực hiện Nghị quyết số 12-NQ/TU, lực lượng kiểm lâm đã giữ được rừng.",
            "implementation(lực lượng kiểm lâm) implements 12-NQ/TU",
        ),
        ("Qua 5 năm thực hiện Nghị quyết số 12-NQ/TU, lực lượng đã giữ được rừng.", ""),
        (
            "Theo báo cáo của Huyện ủy Long Hà, sau 3 năm thực hiện Chỉ thị số 4-CT/TW, huyện đã xóa 9 điểm đổ rác.",
            "implementation(Huyện ủy Long Hà) implements 4-CT/TW",
        ),
        ("Sau 3 năm thực hiện Chỉ thị số 4-CT/TW, toàn tỉnh đã xóa 9 điểm đổ rác.", ""),
        (
            "Sau khi có Nghị quyết số 12-NQ/TU, Huyện ủy Long Hà đã xây dựng kế hoạch triển khai.",
            "implementation(Huyện ủy Long Hà) implements 12-NQ/TU",
        ),
        ("Sau khi có Nghị quyết số 12-NQ/TU, Huyện ủy Long Hà sẽ xây dựng kế hoạch triển khai.", ""),
        (
            "Xác định tầm quan trọng của Chỉ thị số 4-CT/TW, Đảng ủy xã Long Sa đã tổ chức quán triệt đến toàn thể đảng viên.",
            "dissemination(Đảng ủy xã Long Sa) disseminates 4-CT/TW",
        ),
        (
            "Ngay sau khi tiếp thu Nghị quyết số 12-NQ/TU, Huyện ủy Long Hà đã tổ chức hội nghị quán triệt.",
            "dissemination(Huyện ủy Long Hà) disseminates 12-NQ/TU",
        ),
    ],
    "inspections with what they looked into in front": [
        (
            "Qua giám sát việc thực hiện Luật Đê điều tại huyện Long Hà, Đoàn giám sát của HĐND tỉnh ghi nhận nhiều kết quả.",
            "inspection(Đoàn giám sát của HĐND tỉnh) reviews Đê điều",
        ),
        (
            "Đoàn giám sát của HĐND tỉnh về việc thực hiện Luật Đê điều làm việc với xã Long Sa.",
            "inspection(Đoàn giám sát của HĐND tỉnh) reviews Đê điều",
        ),
        ("Đoàn giám sát của HĐND tỉnh về việc thực hiện Luật Đê điều sẽ làm việc với xã Long Sa.", ""),
        ("Đoàn giám sát của HĐND tỉnh về việc thực hiện Luật Đê điều chưa làm việc với xã Long Sa.", ""),
        ("Kiểm tra việc thực hiện Luật Đê điều, đoàn viên xã Long Sa báo cáo lại.", ""),
    ],
    "who leads, who presides, who tells": [
        (
            "Huyện Long Hà là địa phương đi đầu trong thực hiện Nghị quyết số 12-NQ/TU.",
            "implementation(Huyện Long Hà) implements 12-NQ/TU",
        ),
        ("Bà Tư là người đi đầu trong thực hiện Nghị quyết số 12-NQ/TU.", ""),
        (
            "Dưới sự chủ trì của Bí thư Tỉnh ủy, Ban Thường vụ Tỉnh ủy đã họp cho ý kiến về kết quả thực hiện Nghị quyết số 12-NQ/TU.",
            "review(Ban Thường vụ Tỉnh ủy) reviews 12-NQ/TU",
        ),
        (
            "Ông Lê Văn Tư, Giám đốc Sở Y tế Long Hà cho biết, thực hiện Nghị quyết số 12-NQ/TU, sở đã lập 5 tổ.",
            "implementation(sở) implements 12-NQ/TU",
        ),
        (
            "Sáng 5/6, Huyện ủy Long Hà họp phiên thường kỳ.\n\nPhiên họp đã đánh giá kết quả thực hiện Nghị quyết số 88-NQ/TW.",
            "review(Huyện ủy Long Hà) reviews 88-NQ/TW",
        ),
    ],
    "what is yet to come, promised or laid on others": [
        ("Theo kế hoạch, ngày 10/6 tới, Tỉnh ủy tổ chức hội nghị quán triệt Nghị quyết số 18-NQ/TW.", ""),
        ("Tháng tới, Sở Tư pháp tuyên truyền Luật Đê điều.", ""),
        ("Tỉnh ủy giao Ban Tuyên giáo hướng dẫn học tập Nghị quyết số 18-NQ/TW.", ""),
        ("Hội Nông dân huyện đăng ký thực hiện Nghị quyết số 10-NQ/HND.", ""),
        ("Đảng bộ huyện Long Hà quyết tâm thực hiện thắng lợi Nghị quyết Đại hội Đảng bộ huyện lần thứ XX.", ""),
        (
            "Văn phòng đăng ký đất đai tỉnh tuyên truyền Luật Đê điều.",
            "dissemination(Văn phòng đăng ký đất đai tỉnh) disseminates Đê điều",
        ),
    ],
    "who opens and closes, and who is taught by whom": [
        (
            "Kết luận hội nghị sơ kết 3 năm thực hiện Chỉ thị số 4-CT/TW, Bí thư Tỉnh ủy biểu dương các huyện.",
            "review(None) reviews 4-CT/TW",
        ),
        ("Để chủ trì hội nghị sơ kết 3 năm thực hiện Chỉ thị số 4-CT/TW, huyện chuẩn bị tài liệu.", ""),
        (
            "Hơn 300 cán bộ huyện Long Hà tham gia học tập Chỉ thị số 4-CT/TW do Huyện ủy tổ chức.",
            "dissemination(Huyện ủy) disseminates 4-CT/TW",
        ),
        ("Hơn 300 cán bộ huyện Long Hà tham gia học tập Chỉ thị số 4-CT/TW.", ""),
        (
            "Chiều 5/6, Ban Dân vận Tỉnh ủy Long Hà giao ban công tác quý II, sơ kết 3 năm thực hiện Chỉ thị số 4-CT/TW.",
            "review(Ban Dân vận Tỉnh ủy Long Hà) reviews 4-CT/TW",
        ),
    ],
    "the chief of many, and reports that are weighed": [
        (
            "Sở Y tế Long Hà đã triển khai các chính sách về thuốc nam, đặc biệt là Nghị quyết số 76-NQ/TW.",
            "implementation(Sở Y tế Long Hà) implements 76-NQ/TW",
        ),
        ("Sở Y tế Long Hà đã triển khai nhiều việc lớn, nhất là xây trạm theo Nghị quyết số 76-NQ/TW.", ""),
        ("Sở Y tế Long Hà cần triển khai các chủ trương của Đảng, nhất là Nghị quyết số 76-NQ/TW.", ""),
        (
            "Ban Thường vụ Tỉnh ủy đã làm việc tại hội trường, cho ý kiến vào dự thảo Báo cáo tổng kết thực hiện Nghị quyết số 61-NQ/TW.",
            "review(Ban Thường vụ Tỉnh ủy) reviews 61-NQ/TW",
        ),
    ],
    "what stands around the body": [
        (
            "(LHO) - Việc thực hiện Chỉ thị số 4-CT/TW thường xuyên được Đảng ủy khối quan tâm chỉ đạo.",
            "implementation(Đảng ủy khối) implements 4-CT/TW",
        ),
        (
            "Thực hiện Chỉ thị số 4-CT/TW, Đảng bộ xã Long Sa (huyện Long Hà) đã dựng 5 nhà.",
            "implementation(Đảng bộ xã Long Sa (huyện Long Hà)) implements 4-CT/TW",
        ),
        (
            "Sáng 1/7, thực hiện chỉ đạo của Bộ Y tế, Hội nghị tổng kết thực hiện Chỉ thị số 4-CT/TW được tổ chức tại Long Hà.",
            "review(None) reviews 4-CT/TW",
        ),
        (
            "Cụ thể hóa Nghị quyết số 12-NQ/TU, Huyện ủy Long Hà đã ban hành Nghị quyết chuyên đề về giảm nghèo bền vững.",
            "giảm nghèo bền vững implements 12-NQ/TU",
        ),
        (
            "Hội Phụ nữ xã Long Sa vừa tổ chức truyền thông Đề án 38 “Phụ nữ làm kinh tế” cho 50 hội viên.",
            "dissemination(Hội Phụ nữ xã Long Sa) disseminates 38",
        ),
        (
            "Thực hiện Chỉ thị số 4-CT/TW, Hội Phụ nữ xã Long Sa đã tuyên truyền cho 50 hội viên về nuôi dạy con.",
            "implementation(Hội Phụ nữ xã Long Sa) implements 4-CT/TW",
        ),
    ],
    "a bare word for what was named before": [
        (
            "Nghị quyết số 12-NQ/TU ban hành năm 2016.\n\nSau 3 năm thực hiện nghị quyết, huyện Long Hà đã có 5 chợ.",
            "implementation(huyện Long Hà) implements 12-NQ/TU",
        ),
        (
            "Nghị quyết số 12-NQ/TU ban hành năm 2016.\n\nTriển khai thực hiện nghị quyết, huyện Long Hà đã có 5 chợ.",
            "implementation(huyện Long Hà) implements 12-NQ/TU",
        ),
        (
            "Nghị quyết số 12-NQ/TU ban hành năm 2016.\n\nHuyện Long Hà đã triển khai nghị quyết bằng nhiều cách làm.",
            "implementation(Huyện Long Hà) implements 12-NQ/TU",
        ),
        (
            "Ban Dân tộc tỉnh đã triển khai Đề án “Giảm đuối nước”.\n\nSau 3 năm thực hiện đề án, các xã vùng cao đã có bể bơi.",
            "implementation(Ban Dân tộc tỉnh) implements Giảm đuối nước; implementation(các xã vùng cao) implements Giảm đuối nước",
        ),
        (
            "Thực hiện Chỉ thị số 4-CT/TW, Ban Dân tộc tỉnh đã coi trọng đổi mới tuyên truyền.",
            "implementation(Ban Dân tộc tỉnh) implements 4-CT/TW",
        ),
        ("Nghị quyết số 12-NQ/TU ban hành năm 2016.\n\nHuyện Long Hà đã học tập nghị quyết của chi bộ.", ""),
        ("Nghị quyết số 12-NQ/TU ban hành năm 2016.\n\nHuyện Long Hà cần triển khai nghị quyết cho tốt.", ""),
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
