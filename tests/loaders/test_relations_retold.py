"""What pages retell: letters in brackets, what is asked for below them, inspections announced, acts told twice."""

from __future__ import annotations

import pytest

from tests.loaders.statements import read, stated, told

RETOLD = {
    "events called after their staff": [
        (
            "Ngày 28/7/2016, tại Bộ Chỉ huy Biên phòng tỉnh Long Hà đã diễn ra hội nghị giao ban thực hiện Nghị định số 77/2010/NĐ-CP.",
            "meeting(None, 2016-07-28) reviews 77/2010/NĐ-CP",
        ),
        (
            "UBND tỉnh Long Hà giao ban thực hiện Nghị định số 77/2010/NĐ-CP.",
            "meeting(UBND tỉnh Long Hà) reviews 77/2010/NĐ-CP",
        ),
        (  # yet to be held
            "Ngày 28/7/2016 sẽ diễn ra hội nghị giao ban thực hiện Nghị định số 77/2010/NĐ-CP.",
            "",
        ),
    ],
    "the letter in brackets gives the order": [
        (
            "Thực hiện Quyết định số 70/QĐ-TTg ngày 3/1/2019 của Thủ tướng Chính phủ về đê. UBND tỉnh yêu cầu các sở rà soát kè (Công văn số 12/UBND-NN ngày 8/11/2019).",
            "12/UBND-NN implements 70/QĐ-TTg",
        ),
        (
            "UBND tỉnh Long Hà vừa yêu cầu các sở rà soát kè theo Nghị định số 8/2018/NĐ-CP của Chính phủ (Công văn số 12/UBND-NN).",
            "12/UBND-NN cites 8/2018/NĐ-CP",
        ),
        (
            "Thực hiện Chỉ thị số 9-CT/TU, Huyện ủy Long Hà giao các chi bộ trồng tre (tại Công văn số 3-CV/HU ngày 2/3/2020).",
            "3-CV/HU implements 9-CT/TU",
        ),
        (  # a letter of somebody else
            "UBND huyện Long Hà yêu cầu các xã rà soát kè theo Nghị định số 8/2018/NĐ-CP (Công văn số 77/SNN-TL của Sở Nông nghiệp).",
            "",
        ),
        (  # no order: what has been done
            "Thực hiện Chỉ thị số 9-CT/TU, Huyện ủy Long Hà đã trồng 3 ha tre (Công văn số 3-CV/HU).",
            "implementation(Huyện ủy Long Hà) implements 9-CT/TU",
        ),
        (  # not at the end of what is ordered
            "Thực hiện Chỉ thị số 9-CT/TU, Huyện ủy Long Hà giao các chi bộ (Công văn số 3-CV/HU) trồng tre, sau đó báo cáo.",
            "implementation(Huyện ủy Long Hà) implements 9-CT/TU",
        ),
    ],
    "what it asks for is told below": [
        (
            "UBND tỉnh vừa ban hành Kế hoạch số 15/KH-UBND về dạy nghề.\nTheo đó, các sở tiếp tục thực hiện nghiêm các nhiệm vụ tại Kế hoạch số 9/KH-UBND.",
            "15/KH-UBND cites 9/KH-UBND",
        ),
        (
            "UBND tỉnh vừa ban hành Kế hoạch số 15/KH-UBND về dạy nghề.\nTheo đó, các xã đã thực hiện nghiêm các nhiệm vụ tại Kế hoạch số 9/KH-UBND.",
            "implementation(các xã) implements 9/KH-UBND",
        ),
    ],
    "an inspection announced": [
        (
            "Đoàn kiểm tra của Tỉnh ủy Long Hà đã thông báo Quyết định về thành lập Đoàn kiểm tra việc lãnh đạo, chỉ đạo thực hiện Nghị quyết số 6-NQ/TW.",
            "inspection(Đoàn kiểm tra của Tỉnh ủy Long Hà) reviews 6-NQ/TW",
        ),
        (
            "Sáng 8/3/2021, Đoàn kiểm tra số 5 của Tỉnh ủy (gọi tắt là Đoàn 5) do ông Lê Ba làm Trưởng đoàn làm việc với Huyện ủy Long Hà.\nThay mặt Đoàn, ông Lê Ba thông báo dự thảo kết luận kiểm tra về kết quả kiểm tra công tác lãnh đạo thực hiện Chỉ thị số 1-CT/TW, Quy định số 7-QĐ/TW.",
            "inspection(Đoàn kiểm tra số 5 của Tỉnh ủy, 2021-03-08) reviews 1-CT/TW; inspection(Đoàn kiểm tra số 5 của Tỉnh ủy, 2021-03-08) reviews 7-QĐ/TW",
        ),
        (
            "Đoàn giám sát của Huyện ủy Long Hà đã công bố kế hoạch giám sát Chi bộ Trạm Y tế về việc chấp hành Quy định số 7-QĐ/TW.",
            "inspection(Đoàn giám sát của Huyện ủy Long Hà) reviews 7-QĐ/TW",
        ),
        (  # the team is named in full before
            "Đoàn kiểm tra số 5 của Tỉnh ủy làm việc với Huyện ủy Long Hà. Cụ thể, Đoàn tiến hành giám sát hai nội dung gồm: công tác triển khai thực hiện Chỉ thị số 1-CT/TW; lãnh đạo, chỉ đạo, tổ chức thực hiện Chỉ thị số 4-CT/TW.",
            "inspection(Đoàn kiểm tra số 5 của Tỉnh ủy) reviews 1-CT/TW; inspection(Đoàn kiểm tra số 5 của Tỉnh ủy) reviews 4-CT/TW",
        ),
        ("Đoàn kiểm tra của Tỉnh ủy sẽ thông báo Quyết định kiểm tra việc thực hiện Nghị quyết số 6-NQ/TW.", ""),
        ("UBND tỉnh đã thông báo kết quả kiểm tra phòng cháy theo Công điện số 5/CĐ-TTg.", ""),
        ("Hội nghị thông qua kế hoạch kiểm tra để thực hiện Nghị quyết số 6-NQ/TW.", ""),
    ],
    "one more thing yet to be done": [
        (
            "Đoàn giám sát sẽ kiểm tra việc thực hiện Chỉ thị số 1-CT/TW. Ngoài ra, Đoàn còn kiểm tra việc thực hiện Chỉ thị số 4-CT/TW.",
            "",
        ),
        (
            "Đoàn giám sát sẽ làm việc ở xã. Ngoài ra, Đoàn giám sát Huyện ủy đã tiến hành kiểm tra việc thực hiện Chỉ thị số 4-CT/TW.",
            "inspection(Đoàn giám sát Huyện ủy) reviews 4-CT/TW",
        ),
        (
            "Đoàn giám sát kiểm tra việc thực hiện Chỉ thị số 1-CT/TW. Ngoài ra, Đoàn còn kiểm tra việc thực hiện Chỉ thị số 4-CT/TW.",
            "inspection(Đoàn giám sát) reviews 1-CT/TW; inspection(Đoàn) reviews 4-CT/TW",
        ),
    ],
    "told by a headline below other lines too": [
        (
            "Thứ tư, 8/2/2033\n\nTỉnh ủy tổng kết 15 năm thực hiện Chỉ thị số 3-CT/TW\n\nSáng 13/8/2033, Tỉnh ủy Long Hà đã tổ chức hội nghị tổng kết 15 năm thực hiện Chỉ thị số 3-CT/TW.",
            "review(Tỉnh ủy Long Hà, 2033-08-13) reviews 3-CT/TW",
        ),
        (  # two bodies
            "Thứ tư, 8/2/2033\n\nHuyện ủy Mây Sơn tổng kết 15 năm thực hiện Chỉ thị số 3-CT/TW\n\nSáng 13/8/2033, Tỉnh ủy Long Hà đã tổ chức hội nghị tổng kết 15 năm thực hiện Chỉ thị số 3-CT/TW.",
            "review(Huyện ủy Mây Sơn) reviews 3-CT/TW; review(Tỉnh ủy Long Hà, 2033-08-13) reviews 3-CT/TW",
        ),
    ],
    "adjuncts that open late": [
        (
            "Những năm gần đây, triển khai thực hiện Chỉ thị số 3-CT/TW về nếp sống, đảng bộ các cấp trong tỉnh đã ban hành nhiều văn bản.",
            "implementation(đảng bộ các cấp trong tỉnh) implements 3-CT/TW",
        ),
    ],
    "an object left out before a semicolon": [
        (
            "Sau khi có Chỉ thị số 3-CT/TW, Ban Thường vụ Tỉnh ủy đã xây dựng Kế hoạch số 5-KH/TU về việc triển khai, quán triệt, thực hiện; ngày 9/3/2018 Ban Thường vụ ban hành Quyết định số 7-QĐ/TU về việc lập Ban chỉ đạo.",
            "5-KH/TU implements 3-CT/TW",
        ),
        (
            "Sau khi có Chỉ thị số 3-CT/TW, Ban Thường vụ Tỉnh ủy đã xây dựng Kế hoạch số 5-KH/TU về việc triển khai trồng tre; ngày 9/3/2018 Ban Thường vụ họp.",
            "",
        ),
    ],
    "what is yet to be drawn up is carried out by no instrument": [
        ("Xã đã học Chỉ thị số 3-CT/TW của Bộ Chính trị về xây dựng và thực hiện Quy chế nếp sống ở cơ sở.", ""),
    ],
    "in the words of a letter that opens the sentence": [
        (
            "Theo Công văn số 91/BGDĐT-GDTrH để thực hiện việc đánh giá học sinh, Bộ Giáo dục đề nghị các sở căn cứ tài liệu đã có (Công văn số 69/BGDĐT-GDTrH) tổ chức tập huấn.",
            "91/BGDĐT-GDTrH cites 69/BGDĐT-GDTrH",
        ),
    ],
    "a body that tells at an event what is to be carried out": [
        (
            "Sáng ngày 26/8/2019, Đảng ủy xã Long Hà đã tổ chức Hội nghị chuẩn bị đại hội.\nTại hội nghị, Ban Thường vụ Đảng ủy đã triển khai một số văn bản như: Chỉ thị số 35-CT/TW; Kế hoạch số 85-KH/ĐU.",
            "dissemination(Đảng ủy xã Long Hà, 2019-08-26) disseminates 35-CT/TW; dissemination(Đảng ủy xã Long Hà, 2019-08-26) disseminates 85-KH/ĐU",
        ),
        (
            "Tại hội nghị, UBND xã Long Hà đã triển khai Kế hoạch số 85/KH-UBND về trồng rừng.",
            "dissemination(UBND xã Long Hà) disseminates 85/KH-UBND",
        ),
        (
            "Tại buổi làm việc, Sở Y tế đã triển khai thực hiện Kế hoạch số 85/KH-UBND về trồng rừng.",
            "implementation(Sở Y tế) implements 85/KH-UBND",
        ),
        ("Tại hội nghị, UBND xã đề nghị các thôn triển khai Kế hoạch số 85/KH-UBND về trồng rừng.", ""),
    ],
    "a team named after what it looks into": [
        (
            "Đoàn giám sát chuyên đề “Việc thực hiện Nghị quyết số 8/2014/QH13 và Nghị quyết số 5/2017/QH14 về sách” được thành lập theo Nghị quyết số 51/NQ-UBTVQH15.\nTheo đó, Đoàn giám sát đã trực tiếp giám sát tại 8 tỉnh.",
            "inspection(Đoàn giám sát) reviews 5/2017/QH14; inspection(Đoàn giám sát) reviews 8/2014/QH13",
        ),
        (
            "Đến thời điểm này, Đoàn giám sát về “Việc thực hiện Nghị quyết số 8/2014/QH13” đã tiến hành hai phiên họp.",
            "inspection(Đoàn giám sát) reviews 8/2014/QH13",
        ),
        ("Đoàn giám sát về “Việc thực hiện Nghị quyết số 8/2014/QH13” sẽ họp vào tháng tới.", ""),
    ],
    "one of the things that an event hears": [
        (
            "Ngày 3/4/2019, Thành ủy Long Hà tổ chức hội nghị Ban Chấp hành.\nHội nghị lần này đã nghe báo cáo về một số kết quả công tác; Tờ trình về dự thảo Đề cương; kết quả thực hiện Kết luận số 21-KL/TW và Nghị quyết số 5/2017/QH14.",
            "review(Thành ủy Long Hà, 2019-04-03) reviews 21-KL/TW; review(Thành ủy Long Hà, 2019-04-03) reviews 5/2017/QH14",
        ),
        (  # an event of nobody named
            "Hội nghị nghe báo cáo công tác đê; kết quả thực hiện Chỉ thị số 1-CT/TW.",
            "review(None) reviews 1-CT/TW",
        ),
        ("Hội nghị sẽ nghe báo cáo về một số kết quả công tác; kết quả thực hiện Kết luận số 21-KL/TW.", ""),
        ("Hội nghị đã nghe ông Ba nói về cây chè; giải pháp thực hiện Kết luận số 21-KL/TW.", ""),
    ],
    "some days after, told by who presides": [
        (
            "Bí thư Thành ủy cho biết: Sau 14 ngày thực hiện Chỉ thị số 18/CT-UBND, các địa phương trên địa bàn đã cơ bản dập được dịch.",
            "implementation(các địa phương trên địa bàn) implements 18/CT-UBND",
        ),
        ("Bí thư Thành ủy cho biết: Sau 14 ngày thực hiện Chỉ thị số 18/CT-UBND, dịch đã lắng.", ""),
    ],
    "the theme of an event is carried out by nobody": [
        (
            "Công đoàn Đại học Long Hà đăng cai tổ chức hội nghị với chủ đề “Vai trò của Công đoàn trong việc thực hiện Nghị quyết số 5-NQ/TU”.",
            "",
        ),
        (
            "Công đoàn Đại học Long Hà đăng cai tổ chức sơ kết 2 năm thực hiện Nghị quyết số 5-NQ/TU.",
            "review(Công đoàn Đại học Long Hà) reviews 5-NQ/TU",
        ),
    ],
    "a body is named without how it acts": [
        (
            "Ban Thường vụ Huyện ủy Long Hà đã chủ động phối hợp với các xã tổ chức hội nghị sơ kết 2 năm thực hiện Chỉ thị số 8-CT/TU.",
            "review(Ban Thường vụ Huyện ủy Long Hà) reviews 8-CT/TU",
        ),
        ("Báo Long Hà trân trọng giới thiệu Chỉ thị số 8-CT/TU của Tỉnh ủy.", ""),
    ],
    "what is asked, put off, hindered or only talked of": [
        ("Công an xã Lũng Vân kêu gọi người dân thực hiện Luật Cư trú.", ""),
        ("Công an xã Lũng Vân nhắc nhở các quán nghiêm túc thực hiện Luật Cư trú.", ""),
        ("UBND xã tạm dừng triển khai thực hiện Quyết định số 77/QĐ-UBND.", ""),
        ("Sở Nội vụ đã hoãn hội nghị quán triệt Nghị quyết số 5-NQ/TU.", ""),
        ("Sáng 3/4, công an bắt nhóm cản trở UBND xã thực hiện Quyết định số 77/QĐ-UBND.", ""),
        ("Ngày 3/4/2021, Sở Y tế trả lời cử tri về việc thực hiện Luật Giá.", ""),
        ("Sở Nội vụ đã thống nhất chủ trương triển khai Luật Cư trú từ năm sau.", ""),
        ("Tỉnh ủy đã bàn giải pháp thực hiện Nghị quyết số 5-NQ/TU.", ""),
        ("Người dân hỏi: UBND xã đã thực hiện Luật Cư trú hay chưa?", ""),
    ],
    "a letter told by its words, in brackets behind them": [
        (
            "Văn phòng UBND tỉnh thông báo ý kiến của Phó Chủ tịch UBND tỉnh về việc triển khai thực hiện Nghị định số 6/2018/NĐ-CP, (Công văn số 14/VX-KGVX, ngày 28/4/2018).",
            "14/VX-KGVX implements 6/2018/NĐ-CP",
        ),
    ],
}


@pytest.mark.parametrize(("text", "relations"), [case for cases in RETOLD.values() for case in cases])
def test_retold(text: str, relations: str) -> None:
    assert stated(text) == relations


def test_a_strategy_that_is_the_whole_subject_of_a_resolution_is_no_further_document() -> None:
    text = (
        "Huyện ủy tổng kết 10 năm thực hiện Nghị quyết Trung ương 8 khóa IX về Chiến lược giữ rừng trong tình hình mới.\n"
        "Các xã nêu giải pháp thực hiện Chiến lược giữ rừng trong tình hình mới."
    )
    assert [d.type for d in read(text).documents] == ["NQ"]
    assert [d.type for d in read(text.replace(" về Chiến lược giữ rừng trong tình hình mới.\n", ".\n")).documents] == [
        "NQ",
        "CL",
    ]


def test_short_form_of_a_plenum_stands_before_its_term() -> None:
    text = "Huyện ủy tổng kết 10 năm thực hiện Nghị quyết Trung ương 8 (NQTW8) - khóa IX về “Chiến lược giữ rừng”."
    (document,) = read(text).documents
    assert (document.issuer, document.title, document.term) == (
        "Trung ương 8 (NQTW8) - khóa IX",
        "Chiến lược giữ rừng",
        "IX",
    )
    assert told(text) == {"review(Huyện ủy) reviews Chiến lược giữ rừng"}
