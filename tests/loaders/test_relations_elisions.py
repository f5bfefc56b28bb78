"""Explanatory articles: validity told, verbs without an object, lists as subjects, letters that speak; with near misses."""

from __future__ import annotations

import pytest

from tests.loaders.statements import told

LAW = "Luật Thanh niên 2020 có hiệu lực từ ngày 1/1/2021. "
LETTER = "UBND tỉnh vừa có Công văn số 20/UBND-KT về giữ rừng. Theo đó, UBND tỉnh giao Sở Nông nghiệp tham mưu."

USES = {
    "validity before the verb": [
        (
            "Từ ngày 1/7/2025, Nghị định 2/2025/NĐ-CP chính thức có hiệu lực, thay thế cho Nghị định 1/2020/NĐ-CP.",
            "2/2025/NĐ-CP replaces 1/2020/NĐ-CP",
        ),
        (
            "Kể từ ngày 15/8, Thông tư 2/2025/TT-BYT bắt đầu có hiệu lực và bãi bỏ Thông tư 1/2020/TT-BYT.",
            "2/2025/TT-BYT repeals 1/2020/TT-BYT",
        ),
        (
            "Nghị định 2/2025/NĐ-CP sẽ có hiệu lực và thay thế Nghị định 1/2020/NĐ-CP.",
            "2/2025/NĐ-CP replaces 1/2020/NĐ-CP",
        ),
        ("Nghị định 2/2025/NĐ-CP có hiệu lực, người dân mong thay thế Nghị định 1/2020/NĐ-CP.", ""),
        (
            "Nghị định 2/2025/NĐ-CP ra đời thay thế Nghị định 1/2020/NĐ-CP.",
            "2/2025/NĐ-CP replaces 1/2020/NĐ-CP",
        ),
    ],
    "adopted and replacing": [
        (
            "HĐND TP.HCM vừa thông qua Nghị quyết số 5/2024/NQ-HĐND về phà, thay thế Nghị quyết số 9/2019/NQ-HĐND.",
            "5/2024/NQ-HĐND replaces 9/2019/NQ-HĐND",
        ),
        ("HĐND tỉnh sẽ thông qua Nghị quyết số 5/2024/NQ-HĐND về phà, thay thế Nghị quyết số 9/2019/NQ-HĐND.", ""),
    ],
    "comparisons": [  # what another is compared with is not what `này` means
        (
            "So với Nghị định 1/2020/NĐ-CP, Nghị định 2/2025/NĐ-CP tăng mức phạt. Nghị định này thay thế Nghị định 1/2020/NĐ-CP.",
            "2/2025/NĐ-CP replaces 1/2020/NĐ-CP",
        ),
    ],
    "several that end": [
        (
            "Thông tư 1/2019/TT-BTC, Thông tư 1/2020/TT-BTC hết hiệu lực từ 01/6/2025 khi Thông tư 2/2025/TT-BTC có hiệu lực.",
            "2/2025/TT-BTC repeals 1/2019/TT-BTC; 2/2025/TT-BTC repeals 1/2020/TT-BTC",
        ),
        ("Thông tư 1/2019/TT-BTC về phà, Thông tư 1/2020/TT-BTC hết hiệu lực.", ""),
    ],
    "lists as subjects": [
        (
            "Các Nghị định 1/2024/NĐ-CP, 2/2024/NĐ-CP quy định chi tiết thi hành Luật Thanh niên.",
            "1/2024/NĐ-CP details Thanh niên; 2/2024/NĐ-CP details Thanh niên",
        ),
        (
            "Hai Thông tư 1/2024/TT-BYT và Thông tư 2/2024/TT-BYT hướng dẫn Luật Thanh niên.",
            "1/2024/TT-BYT guides Thanh niên; 2/2024/TT-BYT guides Thanh niên",
        ),
        (
            "Nghị định 1/2024/NĐ-CP và Thông tư 2/2024/TT-BYT hướng dẫn Luật Thanh niên.",
            "2/2024/TT-BYT guides Thanh niên",
        ),
        (
            "Theo Thông tư 1/2024/TT-BYT, Thông tư 2/2024/TT-BYT hướng dẫn Luật Thanh niên.",
            "2/2024/TT-BYT guides Thanh niên",
        ),
    ],
    "verbs without an object": [
        (LAW + "Chính phủ đã ban hành Nghị định 2/2021/NĐ-CP quy định chi tiết.", "2/2021/NĐ-CP details Thanh niên"),
        (
            LAW + "Bộ Nội vụ cũng đã có các Công văn số 3/BNV-TL, số 5/BNV-TL hướng dẫn thực hiện.",
            "3/BNV-TL guides Thanh niên; 5/BNV-TL guides Thanh niên",
        ),
        (
            "Ngay sau khi Quốc hội thông qua Luật Thanh niên, Chính phủ đã ban hành Nghị định 2/2021/NĐ-CP hướng dẫn thi hành.",
            "2/2021/NĐ-CP guides Thanh niên",
        ),
        (
            LAW + "Luật Phòng chống ma túy cũng vậy. Bộ Nội vụ đã có Công văn số 3/BNV-TL hướng dẫn thực hiện.",
            "",
        ),  # of two
        (LAW + "Theo Công văn số 3/BNV-TL hướng dẫn thực hiện.", ""),  # nobody puts it out here
        (
            "Thông tư 1/2020/TT-BYT đã cũ. Chính phủ đã ban hành Nghị định 2/2021/NĐ-CP hướng dẫn thi hành.",
            "",
        ),  # below it
    ],
    "what a law makes concrete": [
        (
            "Luật Thanh niên 2005 đã thể chế hóa các chủ trương của Đảng tại Nghị quyết số 5-NQ/TW, cụ thể hóa Hiến pháp năm 1992.",
            "Thanh niên implements 5-NQ/TW; Thanh niên implements HP",
        ),
        (
            "Luật Xử lý nước thải (Luật XLNT) có hiệu lực. Luật XLNT năm 2009 đã cụ thể hóa Hiến pháp năm 1992.",
            "Xử lý nước thải implements HP",
        ),
        (
            "Luật Xử lý nước thải (Luật BVMT) có hiệu lực. Luật BVMT năm 2009 đã cụ thể hóa Hiến pháp năm 1992.",
            "BVMT implements HP",
        ),
    ],
    "laws older than their namesakes": [
        (
            "Luật Thanh niên số 5/2020/QH14 đã có hiệu lực. Nghị định số 7/2011/NĐ-CP hướng dẫn thi hành Luật Thanh niên.",
            "7/2011/NĐ-CP guides Thanh niên",
        ),
        (
            "Luật Thanh niên số 5/2020/QH14 đã có hiệu lực. Nghị định số 7/2021/NĐ-CP hướng dẫn thi hành Luật Thanh niên.",
            "7/2021/NĐ-CP guides 5/2020/QH14",
        ),
    ],
    "put out with an order": [
        (
            "Thủ tướng Chính phủ vừa ký Công điện số 24/CĐ-TTg về chống hạn, yêu cầu các bộ thực hiện Chỉ thị số 5/CT-TTg.",
            "24/CĐ-TTg cites 5/CT-TTg",
        ),
        (
            "Bộ Y tế vừa có Công văn số 3/BYT-DP gửi các tỉnh đề nghị làm theo Quyết định số 5/QĐ-BYT và Quyết định số 6/QĐ-BYT.",
            "3/BYT-DP cites 5/QĐ-BYT; 3/BYT-DP cites 6/QĐ-BYT",
        ),
        (
            "Thủ tướng Chính phủ sẽ ký Công điện số 24/CĐ-TTg về chống hạn, yêu cầu các bộ thực hiện Chỉ thị số 5/CT-TTg.",
            "",
        ),
        (
            "Bộ Y tế vừa ban hành Thông tư số 5/2023/TT-BYT, đề nghị các sở góp ý để hoàn thiện theo Luật Thanh niên.",
            "",
        ),
    ],
    "approved in a decision": [
        (
            "Tại Quyết định số 9/QĐ-TTg ngày 4/10/2021, Thủ tướng Chính phủ đã phê duyệt Chương trình phát triển rừng đặc dụng.",
            "9/QĐ-TTg promulgates Chương trình phát triển rừng đặc dụng",
        ),
        ("Tại Quyết định số 9/QĐ-TTg, UBND tỉnh được giao phê duyệt Chương trình phát triển rừng đặc dụng.", ""),
        ("Theo Quyết định số 9/QĐ-TTg, UBND tỉnh đã phê duyệt Chương trình phát triển rừng đặc dụng.", ""),
    ],
    "what fills in a law made later": [
        (
            "Thông tư số 5/2024/TT-BYT thay thế Thông tư số 1/2018/TT-BYT, hướng dẫn Luật Thanh niên năm 2020.",
            "5/2024/TT-BYT replaces 1/2018/TT-BYT; 5/2024/TT-BYT guides Thanh niên",
        ),
        (
            "Thông tư số 5/2024/TT-BYT thay thế Thông tư số 1/2018/TT-BYT hướng dẫn Luật Thanh niên năm 2005.",
            "5/2024/TT-BYT replaces 1/2018/TT-BYT; 1/2018/TT-BYT guides Thanh niên",
        ),
    ],
    "more that is issued": [
        (
            "Để triển khai Nghị quyết số 8-NQ/TW, Chính phủ đã ban hành Nghị quyết số 3/NQ-CP và Nghị quyết số 4/NQ-CP.",
            "3/NQ-CP implements 8-NQ/TW; 4/NQ-CP implements 8-NQ/TW",
        ),
        (
            "Cụ thể hóa Nghị quyết số 8-NQ/TW, HĐND tỉnh đã thông qua Nghị quyết số 3/NQ-HĐND về rừng.",
            "3/NQ-HĐND implements 8-NQ/TW",
        ),
        (
            "Kế hoạch số 3/KH-UBND được xây dựng nhằm cụ thể hóa Nghị quyết số 8-NQ/TU.",
            "3/KH-UBND implements 8-NQ/TU",
        ),
    ],
    "events told from their side": [
        (
            "Ngày 15/4, tại Long Hà diễn ra hội nghị tổng kết 10 năm thực hiện Nghị quyết số 9-NQ/TW do Sở Y tế tổ chức.",
            "review(Sở Y tế) reviews 9-NQ/TW",
        ),
        (
            "Hội nghị tổng kết 10 năm thực hiện Nghị quyết số 9-NQ/TW vừa được Sở Y tế tổ chức tại Long Hà.",
            "review(Sở Y tế) reviews 9-NQ/TW",
        ),
        ("Đại biểu dự hội nghị tổng kết Nghị quyết số 9-NQ/TW được Sở Y tế hỗ trợ tổ chức ăn nghỉ.", ""),
        ("Ngày mai sẽ diễn ra hội nghị tổng kết Nghị quyết số 9-NQ/TW do Sở Y tế tổ chức.", ""),
    ],
    "years of a change are no verbs": [
        ("Theo Bộ luật Hình sự 2015 sửa đổi 2017 và Luật Nhà ở 2014 thì không được.", ""),
        ("Luật Doanh nghiệp sửa đổi 2022 bãi bỏ Luật Thanh niên 2005.", "Doanh nghiệp sửa đổi repeals Thanh niên"),
    ],
    "those who are guided": [
        (
            "Tổng cục Thuế đã có Công văn số 21/TCT-CS hướng dẫn cục thuế các tỉnh thực hiện Nghị định 7/2024/NĐ-CP.",
            "21/TCT-CS guides 7/2024/NĐ-CP",
        ),
    ],
    "said in a document": [
        (
            "Mới đây, tại Công văn số 12/BYT-KCB, Bộ Y tế đề nghị các sở làm theo Thông tư số 5/2017/TT-BYT.",
            "12/BYT-KCB cites 5/2017/TT-BYT",
        ),
        ("Mới đây, theo Công văn số 12/BYT-KCB, các sở làm theo Thông tư số 5/2017/TT-BYT.", ""),
    ],
    "orders that go on": [
        (
            LETTER + "\n\nTăng cường tuần tra theo Chỉ thị số 5/CT-UBND và Quyết định số 6/QĐ-UBND.",
            "20/UBND-KT cites 5/CT-UBND; 20/UBND-KT cites 6/QĐ-UBND",
        ),
        (LETTER + "\n\nNgười dân mong được tuần tra theo Chỉ thị số 5/CT-UBND.", ""),
        (
            "Thủ tướng Chính phủ vừa ký Chỉ thị số 3/CT-TTg về phà.\n\nThủ tướng chỉ thị Bộ Xây dựng rà soát theo Luật Thanh niên.",
            "3/CT-TTg cites Thanh niên",
        ),
    ],
}


@pytest.mark.parametrize(("text", "expected"), [pair for pairs in USES.values() for pair in pairs])
def test_articles_tell_what_documents_do(text, expected):
    assert told(text) == set(filter(None, expected.split("; ")))
