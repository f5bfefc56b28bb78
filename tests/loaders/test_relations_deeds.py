"""What a body is told to have done, behind tellers, adjuncts and chains of verbs, each with near misses."""

from __future__ import annotations

import pytest

from tests.loaders.statements import stated

EVENT = "Sáng 12/3/2022, Hội Phụ nữ xã Long Sa tổ chức lễ ra mắt mô hình mới. "

USES = {
    "what a teller tells": [
        (
            "Báo cáo trước kỳ họp nêu rõ, các cấp, ngành ở huyện đã tổ chức thực hiện tốt Kết luận số 63-KL/HU.",
            "implementation(các cấp, ngành ở huyện) implements 63-KL/HU",
        ),
        (
            "Ông Lê A cho biết Sở Y tế đã chỉ đạo các bệnh viện thực hiện nghiêm Thông tư số 5/2020/TT-BYT.",
            "implementation(Sở Y tế) implements 5/2020/TT-BYT",
        ),
        (
            "Theo báo cáo, trong 3 năm qua, các cấp ủy, chính quyền trong tỉnh đã nghiêm túc triển khai thực hiện Chỉ thị số 4-CT/TW.",
            "implementation(các cấp ủy, chính quyền trong tỉnh) implements 4-CT/TW",
        ),
        (
            "Bà Lê B nhìn nhận toàn ngành đã nghiêm túc, quyết tâm thực hiện Nghị quyết số 20-NQ/TW.",
            "implementation(toàn ngành) implements 20-NQ/TW",
        ),
        (
            "Ông Lê A, Giám đốc Sở Y tế cho biết, ngành đã ban hành nhiều văn bản triển khai Nghị quyết số 20-NQ/TW.",
            "implementation(ngành) implements 20-NQ/TW",
        ),
        ("Ông Lê A cho biết Sở Y tế sẽ chỉ đạo các bệnh viện thực hiện Thông tư số 5/2020/TT-BYT.", ""),
        ("Ông Lê A cho biết các địa phương đã thực hiện Chỉ thị số 4-CT/TW.", ""),
        ("Ông Lê A đề nghị những xã đã làm tốt, Sở Y tế cần thực hiện Chỉ thị số 4-CT/TW.", ""),
        ("Báo cáo cho thấy Sở Y tế đã gặp khó khăn trong thực hiện Chỉ thị số 4-CT/TW.", ""),
        ("Ông Lê A cho biết Sở Y tế đã nghe ý kiến về kết quả thực hiện Chỉ thị số 4-CT/TW.", ""),
        ("Sở Y tế đã hướng dẫn các xã thực hiện Chỉ thị số 4-CT/TW.", ""),
    ],
    "manner between verb and document": [
        (
            "Coi trọng việc giữ rừng, Đảng ủy xã Long Sa đã quán triệt sâu sắc tinh thần Chỉ thị số 73-CT/TU tới từng thôn.",
            "dissemination(Đảng ủy xã Long Sa) disseminates 73-CT/TU",
        ),
    ],
    "programmes that are drawn up": [
        (
            "Đảng ủy xã Long Sa đã xây dựng Chương trình hành động thực hiện Nghị quyết số 20-NQ/TW.",
            "implementation(Đảng ủy xã Long Sa) implements 20-NQ/TW",
        ),
        (
            "Các huyện, thành ủy và đảng ủy trực thuộc đã tích cực trong việc xây dựng kế hoạch thực hiện Nghị quyết số 20-NQ/TW.",
            "implementation(Các huyện, thành ủy và đảng ủy trực thuộc) implements 20-NQ/TW",
        ),
        ("Đảng ủy xã Long Sa đang xây dựng Chương trình hành động thực hiện Nghị quyết số 20-NQ/TW.", ""),
    ],
    "adjuncts with the subject of the main clause": [
        (
            "Qua 5 năm thực hiện Chỉ thị số 4-CT/TW, huyện Long Sa đã đạt nhiều kết quả.",
            "implementation(huyện Long Sa) implements 4-CT/TW",
        ),
        (
            "Quận ủy Long Hà cho biết trong 10 năm thực hiện Nghị quyết số 20-NQ/TW, Ban Thường vụ Quận ủy đã đổi mới cách làm.",
            "implementation(Ban Thường vụ Quận ủy) implements 20-NQ/TW",
        ),
        (
            "Sau hơn 3 năm triển khai Luật Thanh niên, Tỉnh đoàn Long Hà đã mở 40 câu lạc bộ.",
            "implementation(Tỉnh đoàn Long Hà) implements Thanh niên",
        ),
        (
            "Cùng với việc học tập Nghị quyết số 20-NQ/TW, các chi bộ trong xã đã lập kế hoạch.",
            "dissemination(các chi bộ trong xã) disseminates 20-NQ/TW",
        ),
        ("Qua 5 năm thực hiện Chỉ thị số 4-CT/TW, công tác y tế đã có nhiều chuyển biến.", ""),
        ("Qua 5 năm thực hiện Chỉ thị số 4-CT/TW, tỉnh đã có 37 trường.", ""),
        ("Sau 5 năm thực hiện Chỉ thị số 4-CT/TW, huyện Long Sa cần làm tốt hơn.", ""),
        ("Qua 5 năm thực hiện Chỉ thị số 4-CT/TW cho thấy, huyện Long Sa còn nhiều việc.", ""),
    ],
    "many bodies by whom something is done": [
        (
            "Nghị quyết số 20-NQ/TW đã được các cấp ủy, chính quyền trong tỉnh nghiêm túc triển khai thực hiện.",
            "implementation(các cấp ủy, chính quyền trong tỉnh) implements 20-NQ/TW",
        ),
        ("Nghị quyết số 20-NQ/TW được kỳ vọng, các cấp ủy trong tỉnh triển khai thực hiện.", ""),
    ],
    "what an event is for": [
        (
            EVENT + "Việc ra mắt mô hình là hoạt động thiết thực nhằm cụ thể hóa Nghị quyết số 20-NQ/TW.",
            "implementation(Hội Phụ nữ xã Long Sa, 2022-03-12) implements 20-NQ/TW",
        ),
        (
            EVENT + "Đây là hoạt động nhằm triển khai Nghị quyết số 20-NQ/TW.",
            "implementation(Hội Phụ nữ xã Long Sa, 2022-03-12) implements 20-NQ/TW",
        ),
        (EVENT + "Việc ra mắt mô hình góp phần thực hiện Nghị quyết số 20-NQ/TW.", ""),
        (EVENT + "Đây là hoạt động cần có để người dân nhớ Nghị quyết số 20-NQ/TW.", ""),
        ("Đây là hoạt động nhằm triển khai Nghị quyết số 20-NQ/TW.", ""),
    ],
    "officers who speak at an event": [
        (
            "Sáng 12/3/2022, Huyện ủy Long Hà tổ chức hội nghị toàn huyện. Tại hội nghị, Chủ tịch Hội Nông dân truyền đạt chuyên đề về Nghị quyết số 20-NQ/TW.",
            "dissemination(Huyện ủy Long Hà, 2022-03-12) disseminates 20-NQ/TW",
        ),
        (
            "Sáng 12/3/2022, Huyện ủy Long Hà tổ chức hội nghị toàn huyện. Tại hội nghị, Bí thư Huyện ủy nhấn mạnh Nghị quyết số 20-NQ/TW.",
            "",
        ),
    ],
    "what is made known without being named again": [
        (
            "Thành ủy Long Hà đã ban hành Kế hoạch số 67-KH/TU triển khai Quy định số 91-QĐ/TW; 8/8 chi bộ trường học đã tổ chức quán triệt.",
            "67-KH/TU implements 91-QĐ/TW; dissemination(8/8 chi bộ trường học) disseminates 91-QĐ/TW",
        ),
        (
            "BTV Tỉnh ủy đã ban hành Kế hoạch số 248-KH/TU triển khai Chỉ thị số 35-CT/TW của Bộ Chính trị, tổ chức hội nghị quán triệt.",
            "248-KH/TU implements 35-CT/TW; dissemination(BTV Tỉnh ủy) disseminates 35-CT/TW",
        ),
        (
            "Sáng 4/8, Đoàn giám sát của Thành ủy đã giám sát việc thực hiện Chỉ thị số 62-CT/TU. Ngay sau khi học tập Chỉ thị, Đảng ủy phường đã tổ chức 07 buổi quán triệt cho cán bộ thủy lợi.",
            "dissemination(Đảng ủy phường) disseminates 62-CT/TU; inspection(Đoàn giám sát của Thành ủy) reviews 62-CT/TU",
        ),
        (
            "Thành ủy Long Hà đã ban hành Kế hoạch số 67-KH/TU triển khai Quy định số 91-QĐ/TW; các trường cần tổ chức quán triệt.",
            "67-KH/TU implements 91-QĐ/TW",
        ),
    ],
    "heads of bodies who report": [
        (
            "Ông Lê B, Phó Chủ tịch UBND tỉnh báo cáo kết quả 5 năm thực hiện Chỉ thị số 4-CT/TW.",
            "review(UBND tỉnh) reviews 4-CT/TW",
        ),
        (
            (
                "Sáng 12/3/2022, Huyện ủy Long Hà tổ chức hội nghị tổng kết 5 năm thực hiện Chỉ thị số 4-CT/TW. "
                "Ông Lê B, Phó Chủ tịch UBND huyện trình bày báo cáo tổng kết 5 năm thực hiện Chỉ thị số 4-CT/TW."
            ),
            "review(Huyện ủy Long Hà, 2022-03-12) reviews 4-CT/TW",
        ),
        ("Ông Lê B, Phó Chủ tịch UBND huyện đề nghị tổng kết 5 năm thực hiện Chỉ thị số 4-CT/TW.", ""),
    ],
    "bodies that tell of themselves, places, and those who are praised": [
        (
            "Sở Giáo dục TP.HCM cho biết đã triển khai Thông tư số 5/2020/TT-BGDĐT tới 100% trường học.",
            "implementation(Sở Giáo dục TP.HCM) implements 5/2020/TT-BGDĐT",
        ),
        ("Sau 5 năm, TP.HCM đã thực hiện tốt Nghị quyết số 20-NQ/TW.", "implementation(TP.HCM) implements 20-NQ/TW"),
        ("Nguyễn Văn A đã thực hiện Nghị quyết số 20-NQ/TW.", ""),  # a person
        (
            "Đoàn giám sát đánh giá huyện Long Sa đã triển khai nghiêm túc Nghị quyết số 20-NQ/TW.",
            "implementation(huyện Long Sa) implements 20-NQ/TW",
        ),
        (
            "Phó Thủ tướng biểu dương Bộ Nội vụ, các địa phương đã nỗ lực triển khai Nghị quyết số 20-NQ/TW.",
            "implementation(Bộ Nội vụ, các địa phương) implements 20-NQ/TW",
        ),
        (
            "Phó Thủ tướng đánh giá cao tỉnh Long Hà trong việc thực hiện Nghị quyết số 20-NQ/TW.",
            "implementation(tỉnh Long Hà) implements 20-NQ/TW",
        ),
        (
            "Là địa phương đi đầu trong thực hiện Nghị quyết số 20-NQ/TW, tỉnh Long Hà đã giảm 10 sở.",
            "implementation(tỉnh Long Hà) implements 20-NQ/TW",
        ),
        ("Là nội dung khó trong thực hiện Nghị quyết số 20-NQ/TW, tỉnh Long Hà đã bàn kỹ.", ""),
    ],
    "stock that is reported, heard or put on paper": [
        (
            "Bộ Tài chính vừa báo cáo Chính phủ kết quả 3 năm thực hiện Nghị định số 15/2017/NĐ-CP.",
            "review(Bộ Tài chính) reviews 15/2017/NĐ-CP",
        ),
        (
            "Bộ Chính trị họp cho ý kiến về kết quả 10 năm thực hiện Nghị quyết số 20-NQ/TW.",
            "review(Bộ Chính trị) reviews 20-NQ/TW",
        ),
        (
            "Tỉnh ủy Long Hà vừa có báo cáo sơ kết 3 năm thực hiện Nghị quyết số 20-NQ/TW.",
            "review(Tỉnh ủy Long Hà) reviews 20-NQ/TW",
        ),
        ("Tòa án tỉnh tổ chức rút kinh nghiệm 3 năm thi hành Bộ luật Hình sự.", ""),
        ("Bộ Tài chính sẽ báo cáo Chính phủ kết quả thực hiện Nghị định số 15/2017/NĐ-CP.", ""),
    ],
    "the event at which something is said": [
        (
            "Tại hội nghị sơ kết 3 năm thực hiện Nghị quyết số 20-NQ/TW, ông Lê A cho biết nhiều việc.",
            "review(None) reviews 20-NQ/TW",
        ),
        ("Tại hội nghị sơ kết 3 năm thực hiện Nghị quyết số 20-NQ/TW sắp tới, mong có nhiều ý kiến.", ""),
        (
            "Đó là yêu cầu của ông Lê A tại Hội nghị toàn quốc quán triệt 02 nghị quyết, gồm: Nghị quyết số 20-NQ/TW và Nghị quyết số 21-NQ/TW.",
            "dissemination(None) disseminates 20-NQ/TW; dissemination(None) disseminates 21-NQ/TW",
        ),
        (
            "Hội nghị đông người dự, là dịp để đánh giá kết quả 7 năm thi hành Luật Đê điều.",
            "review(None) reviews Đê điều",
        ),
        (
            "Tuần sau sẽ diễn ra hội nghị toàn ngành. Hội nghị cũng là dịp để đánh giá kết quả 7 năm thi hành Luật Đê điều.",
            "",
        ),
        (
            "Cuộc thi vẽ do Sở Y tế phát động là hoạt động thiết thực nhằm triển khai Chỉ thị số 4-CT/TW.",
            "implementation(Sở Y tế) implements 4-CT/TW",
        ),
    ],
    "who holds an event, behind adjuncts": [
        (
            "Nhân kỷ niệm 126 năm ngày truyền thống (19-5), hôm nay (19-5), tại Nhà hát Long Hà, Thành ủy tổ chức Hội nghị tổng kết 5 năm thực hiện Chỉ thị số 3-CT/TW.",
            "review(Thành ủy) reviews 3-CT/TW",
        ),
        ("Theo kế hoạch, tháng tới, Thành ủy sẽ tổ chức Hội nghị tổng kết 5 năm thực hiện Chỉ thị số 3-CT/TW.", ""),
        ("Thành ủy vừa xây dựng Kế hoạch tổ chức Hội nghị tổng kết 5 năm thực hiện Chỉ thị số 3-CT/TW.", ""),
    ],
    "work that is named before a document and done by a body": [
        (
            "Việc học tập, quán triệt Nghị quyết số 20-NQ/TW được Huyện ủy Long Sa triển khai nghiêm túc.",
            "dissemination(Huyện ủy Long Sa) disseminates 20-NQ/TW",
        ),
        ("Việc học tập, quán triệt Nghị quyết số 20-NQ/TW được Huyện ủy Long Sa yêu cầu.", ""),
    ],
    "what is looked into": [
        (
            "Ủy ban Kiểm tra Tỉnh ủy vừa kiểm tra việc chấp hành Quy định số 37-QĐ/TW đối với Đảng ủy Sở Y tế.",
            "inspection(Ủy ban Kiểm tra Tỉnh ủy) reviews 37-QĐ/TW",
        ),
    ],
    "numbered points of what is presented": [
        (
            (
                "Tại buổi học, Bộ trưởng Bộ Y tế đã tập trung trình bày 3 nhóm vấn đề: (1) Số liệu tiêm chủng; "
                "(2) Những nội dung mới của Chỉ thị số 4-CT/TW; (3) Những nội dung chính của Nghị định số 77/2021/NĐ-CP."
            ),
            "dissemination(None) disseminates 4-CT/TW; dissemination(None) disseminates 77/2021/NĐ-CP",
        ),
        ("Tại buổi học, Bộ trưởng Bộ Y tế đã trình bày báo cáo về việc xây bệnh viện theo Chỉ thị số 4-CT/TW.", ""),
    ],
    "what a body has put out for it": [
        (
            "Sở Y tế Long Hà đã ban hành Công văn số 1250/SYT-NVY chỉ đạo các đơn vị thực hiện Chỉ thị số 25/CT-TTg.",
            "1250/SYT-NVY cites 25/CT-TTg",
        ),
        (
            "Tỉnh ủy Long Hà đã cụ thể hóa Nghị quyết số 20-NQ/TW bằng Chương trình hành động số 12-CTr/TU.",
            "12-CTr/TU implements 20-NQ/TW",
        ),
        (
            "Tỉnh ủy Long Hà đã triển khai Nghị quyết số 20-NQ/TW, Chương trình hành động số 12-CTr/TU.",
            "implementation(Tỉnh ủy Long Hà) implements 12-CTr/TU; implementation(Tỉnh ủy Long Hà) implements 20-NQ/TW",
        ),
        (
            "Thủ tướng vừa ký Quyết định số 100/QĐ-TTg phê duyệt Chiến lược phát triển y tế đến năm 2030, thay thế Quyết định số 50/QĐ-TTg.",
            "100/QĐ-TTg promulgates phát triển y tế đến năm 2030; 100/QĐ-TTg replaces 50/QĐ-TTg",
        ),
    ],
    "goals in a title": [
        (
            "Chỉ thị số 11-CT/TU về việc đẩy mạnh thi đua, phấn đấu thực hiện thắng lợi Nghị quyết số 20-NQ/TW.",
            "11-CT/TU implements 20-NQ/TW",
        ),
        ("Nhận Chỉ thị số 11-CT/TU. Phấn đấu thực hiện thắng lợi Nghị quyết số 20-NQ/TW.", ""),
    ],
    "letters known by their figures": [
        ("Công văn 2468 thay thế công văn 1357 của Sở Y tế.", "2468 replaces 1357"),
        ("Công văn 2015 thay thế công văn 2014 của Sở Y tế.", ""),  # years
        ("Công văn 24 thay thế công văn 13.", ""),
    ],
    "parts of a programme": [
        (
            "Thực hiện Kế hoạch số 56/KH-BTV về triển khai Dự án 8 “Thực hiện bình đẳng giới”, Hội Phụ nữ tỉnh đã mở hội thi.",
            "implementation(Hội Phụ nữ tỉnh) implements 56/KH-BTV",
        ),
    ],
    "meetings that look at how things stand": [
        (
            "Ngày 9/11/2023, Sở Nông nghiệp Long Hà đã mở Hội nghị giao ban việc thực hiện Nghị quyết số 86-NQ/TU.",
            "meeting(Sở Nông nghiệp Long Hà, 2023-11-09) reviews 86-NQ/TU",
        ),
    ],
    "an instrument of a body named without its number": [
        (
            (
                "Ngày 8/5/1984, Ban Bí thư đã ra Chỉ thị số 71 về trồng cây chắn cát. Thực hiện Chỉ thị "
                "của Ban Bí thư, ngày 21/9/1984, Bộ Lâm nghiệp ban hành Thông tư số 36/LN."
            ),
            "36/LN implements 71",
        ),
        (
            (
                "Ngày 8/5/1984, Ban Bí thư đã ra Chỉ thị số 71 về trồng cây chắn cát. Thực hiện Chỉ thị "
                "của Hội đồng Bộ trưởng, ngày 21/9/1984, Bộ Lâm nghiệp ban hành Thông tư số 36/LN."
            ),
            "",
        ),
    ],
    "a committee that holds what looks back": [
        (
            "Ban Chỉ đạo chuyển đổi số tổ chức hội thi tin học năm 2024 và tổng kết 4 năm triển khai Nghị quyết số 58-NQ/TU.",
            "review(Ban Chỉ đạo chuyển đổi số) reviews 58-NQ/TU",
        ),
    ],
    "meetings over a report that takes stock": [
        (
            "Chiều 6/3/2023, Thành ủy Long Hà họp cho ý kiến về dự thảo báo cáo sơ kết thực hiện Chỉ thị số 85-CT/TU.",
            "review(Thành ủy Long Hà, 2023-03-06) reviews 85-CT/TU",
        ),
        (
            "Ngày 6/3/2023, Ban Thường vụ Huyện ủy A họp, thông qua báo cáo tổng kết thực hiện Chỉ thị số 85-CT/TU.",
            "review(Ban Thường vụ Huyện ủy A, 2023-03-06) reviews 85-CT/TU",
        ),
        ("Thành ủy Long Hà họp cho ý kiến về dự thảo kế hoạch thực hiện Chỉ thị số 85-CT/TU.", ""),
        ("Thành ủy Long Hà sẽ họp cho ý kiến về báo cáo sơ kết thực hiện Chỉ thị số 85-CT/TU.", ""),
        ("Thành ủy Long Hà họp thông qua báo cáo kết quả sản xuất và Chỉ thị số 85-CT/TU.", ""),
    ],
}
CASES = [(kind, text, expected) for kind, rows in USES.items() for text, expected in rows]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=f"{k}-{n}") for n, (k, t, e) in enumerate(CASES)])
def test_what_bodies_are_told_to_have_done_is_read(text: str, expected: str) -> None:
    assert stated(text) == "; ".join(sorted(filter(None, expected.split("; "))))
