"""The grammar of relations: each rule's own table of sentences that state something, and of those that do not."""

from __future__ import annotations

import pytest

from loaders.extraction import documents, mentions, normal, relations

RULES = {
    "name": [  # a document's own name says what it does to the next one
        (
            "Kế hoạch số 15/KH-UBND ngày 3/2/2021 của UBND tỉnh thực hiện Nghị quyết số 20-NQ/TW ngày 1/1/2021.",
            "15/KH-UBND implements 20-NQ/TW",
        ),
        (
            "Quyết định số 700/QĐ-TTg của Thủ tướng Chính phủ ban hành Kế hoạch triển khai thi hành Luật Thủ đô.",
            "700/QĐ-TTg implements Thủ đô",
        ),
        (
            "Tỉnh vừa nhận Kế hoạch số 15/KH-UBND thực hiện Quyết định số 700/QĐ-TTg ban hành Chương trình hành động của Chính phủ thực hiện Kết luận số 21-KL/TW về tiếp tục thực hiện Chỉ thị số 4-CT/TW của Ban Bí thư.",
            "15/KH-UBND implements 700/QĐ-TTg; 700/QĐ-TTg implements 21-KL/TW; 21-KL/TW continues 4-CT/TW",
        ),
        (
            "Báo cáo số 9-BC/TU về tổng kết 10 năm thực hiện Chỉ thị số 4-CT/TW của Ban Bí thư.",
            "9-BC/TU reviews 4-CT/TW",
        ),
        ("Hướng dẫn số 36-HD/BTGTW về quán triệt Nghị quyết số 20-NQ/TW.", "36-HD/BTGTW disseminates 20-NQ/TW"),
        (
            "Thông tư số 5/2020/TT-BNV của Bộ trưởng Bộ Nội vụ hướng dẫn thi hành một số điều của Nghị định số 1/2020/NĐ-CP của Chính phủ quy định chi tiết một số điều và biện pháp thi hành Luật Thanh niên.",
            "5/2020/TT-BNV guides 1/2020/NĐ-CP; 1/2020/NĐ-CP details Thanh niên",
        ),
        (
            "Nghị định số 2/2022/NĐ-CP sửa đổi, bổ sung Điều 4 Nghị định số 1/2020/NĐ-CP.",
            "2/2022/NĐ-CP amends 1/2020/NĐ-CP [Điều 4]",
        ),
        ("Quyết định số 8/QĐ-UBND về việc bãi bỏ Quyết định số 3/QĐ-UBND.", "8/QĐ-UBND repeals 3/QĐ-UBND"),
        ("Quyết định số 8/QĐ-UBND về việc hủy bỏ Quyết định số 3/QĐ-UBND.", "8/QĐ-UBND repeals 3/QĐ-UBND"),
        ("Quyết định số 9/QĐ-BNV đính chính Thông tư số 5/2020/TT-BNV.", "9/QĐ-BNV corrects 5/2020/TT-BNV"),
        (
            "Quyết định số 8/QĐ-TTg đình chỉ việc thi hành Quyết định số 30/2020/QĐ-UBND.",
            "8/QĐ-TTg suspends 30/2020/QĐ-UBND",
        ),
        ("Văn bản hợp nhất số 2/VBHN-BNV hợp nhất Thông tư số 5/2020/TT-BNV.", "2/VBHN-BNV consolidates 5/2020/TT-BNV"),
        (
            "Quyết định số 3/QĐ-TTg phê duyệt Chiến lược phát triển thanh niên đến năm 2030.",
            "3/QĐ-TTg promulgates phát triển thanh niên đến năm 2030",
        ),
        ("Kế hoạch số 15/KH-UBND gắn với Kế hoạch số 16/KH-UBND.", "15/KH-UBND alignedWith 16/KH-UBND"),
        ("Kế hoạch số 15/KH-UBND có nội dung về Nghị quyết số 20-NQ/TW.", ""),
        ("Sở Nội vụ đã nhận Nghị quyết số 20-NQ/TW và Chỉ thị số 4-CT/TW.", ""),
    ],
    "list": [  # coordination of tails, and of heads in a name
        (
            "Kế hoạch số 15/KH-UBND thực hiện Nghị quyết số 20-NQ/TW và Kết luận số 21-KL/TW.",
            "15/KH-UBND implements 20-NQ/TW; 15/KH-UBND implements 21-KL/TW",
        ),
        (
            "Luật Nhà ở số 5/2014/QH13 đã được sửa đổi, bổ sung một số điều theo Luật số 6/2018/QH14, Luật số 7/2020/QH14 và Luật số 8/2022/QH15.",
            "6/2018/QH14 amends 5/2014/QH13; 7/2020/QH14 amends 5/2014/QH13; 8/2022/QH15 amends 5/2014/QH13",
        ),
        (
            "Thông tư số 5/2020/TT-BNV quy định chi tiết Luật Thanh niên, Luật Trẻ em.",
            "5/2020/TT-BNV details Thanh niên; 5/2020/TT-BNV details Trẻ em",
        ),
    ],
    "history": [  # what others did to a document, told in its name
        (
            "Nghị định số 1/2020/NĐ-CP được sửa đổi, bổ sung bởi Nghị định số 2/2022/NĐ-CP.",
            "2/2022/NĐ-CP amends 1/2020/NĐ-CP",
        ),
        (
            "khoản 2 Điều 5 Nghị định số 1/2020/NĐ-CP (được sửa đổi tại khoản 1 Điều 1 Nghị định số 2/2022/NĐ-CP)",
            "2/2022/NĐ-CP amends 1/2020/NĐ-CP [Điều 5/khoản 2]",
        ),
        (
            "Thông tư số 5/2020/TT-BNV được thay thế bằng Thông tư số 6/2022/TT-BNV.",
            "6/2022/TT-BNV replaces 5/2020/TT-BNV",
        ),
        (
            "Chương trình phát triển nhà ở xã hội ban hành kèm theo Quyết định số 3/QĐ-TTg.",
            "3/QĐ-TTg promulgates Chương trình phát triển nhà ở xã hội",
        ),
        ("Nghị định số 1/2020/NĐ-CP sẽ được sửa đổi trong năm nay.", ""),
    ],
    "mood": [  # what is asked, planned, denied or supposed is no relation
        ("Đề nghị các xã xây dựng kế hoạch thực hiện Nghị quyết số 20-NQ/TW.", ""),
        ("Tỉnh ủy yêu cầu các huyện ủy tiếp tục thực hiện Chỉ thị số 4-CT/TW.", ""),
        ("Nhiều địa phương chưa triển khai Nghị quyết số 20-NQ/TW.", ""),
        ("Bộ Nội vụ đề xuất sửa đổi, bổ sung Nghị định số 1/2020/NĐ-CP.", ""),
        ("Huyện ủy sẽ tổ chức hội nghị quán triệt Nghị quyết số 20-NQ/TW.", ""),
        ("Các giải pháp thực hiện Chỉ thị số 4-CT/TW đã được trao đổi.", ""),
    ],
    "front": [  # an adjunct in front says what the main clause's document does
        (
            "Thực hiện Nghị quyết số 20-NQ/TW, ngày 5/3/2021, UBND tỉnh ban hành Kế hoạch số 15/KH-UBND.",
            "15/KH-UBND implements 20-NQ/TW",
        ),
        (
            "Để triển khai Kết luận số 21-KL/TW, Ban Thường vụ Tỉnh ủy đã ban hành Chỉ thị số 40-CT/TU.",
            "40-CT/TU implements 21-KL/TW",
        ),
        (
            "Căn cứ Nghị định số 1/2020/NĐ-CP, Bộ Nội vụ ban hành Thông tư số 5/2020/TT-BNV.",
            "5/2020/TT-BNV basedOn 1/2020/NĐ-CP",
        ),
    ],
    "more": [
        ("Chỉ thị số 18-CT/HU về việc lãnh đạo thực hiện Nghị quyết số 20-NQ/TW.", "18-CT/HU implements 20-NQ/TW"),
        (
            "Báo cáo số 120-BC/HU của Huyện ủy về kết quả 5 năm thực hiện Chỉ thị số 4-CT/TW.",
            "120-BC/HU reviews 4-CT/TW",
        ),
        (
            "Nghị quyết số 98/2023/QH15 về cơ chế đặc thù, thay thế Nghị quyết số 54/2017/QH14.",
            "98/2023/QH15 replaces 54/2017/QH14",
        ),
        (
            "Chỉ thị số 5-CT/TW được Bộ Chính trị ban hành để tiếp tục thực hiện Chỉ thị số 3-CT/TW.",
            "5-CT/TW continues 3-CT/TW",
        ),
        (
            "Sau khi Kết luận số 21-KL/TW được ban hành, Thành ủy đã ban hành Kế hoạch số 35-KH/TU để triển khai thực hiện.",
            "35-KH/TU implements 21-KL/TW",
        ),
        ("Tờ trình số 30/TTr-SNV về việc ban hành Nghị quyết số 20/NQ-HĐND.", ""),
    ],
    "activity": [
        (
            "Hội nghị tổng kết 15 năm thực hiện Nghị quyết số 26-NQ/TW do Ban Kinh tế Trung ương tổ chức ngày 9/9/2022.",
            "review(Ban Kinh tế Trung ương, 2022-09-09) reviews 26-NQ/TW",
        ),
        (
            "Chiều 20/3/2023, Đoàn kiểm tra số 3 của Tỉnh ủy làm việc với Huyện ủy về kiểm tra việc thực hiện Nghị quyết số 18-NQ/TW.",
            "inspection(Đoàn kiểm tra số 3 của Tỉnh ủy, 2023-03-20) reviews 18-NQ/TW",
        ),
        (
            "Liên đoàn Lao động tỉnh đã phối hợp với Sở Tư pháp tổ chức hội nghị phổ biến Luật Thủ đô.",
            "dissemination(Liên đoàn Lao động tỉnh) disseminates Thủ đô",
        ),
        (
            "Ngày 5/3/2021, Đảng ủy xã Hòa Bình tổ chức hội nghị quán triệt Nghị quyết số 20-NQ/TW.",
            "dissemination(Đảng ủy xã Hòa Bình, 2021-03-05) disseminates 20-NQ/TW",
        ),
        (
            "Thực hiện Chỉ thị số 4-CT/TW, Công an tỉnh đã tổ chức nhiều hoạt động thiết thực.",
            "implementation(Công an tỉnh) implements 4-CT/TW",
        ),
        (
            "Chiều 6/3/2021, Ban Thường vụ Huyện ủy tổ chức hội nghị tổng kết 10 năm thực hiện Chỉ thị số 4-CT/TW.",
            "review(Ban Thường vụ Huyện ủy, 2021-03-06) reviews 4-CT/TW",
        ),
        ("Sở Tư pháp vừa tổ chức hội nghị phổ biến Luật Thủ đô.", "dissemination(Sở Tư pháp) disseminates Thủ đô"),
        ("Tham dự hội nghị có đại diện các sở; các đại biểu nghe giới thiệu về công tác năm.", ""),
    ],
    "article": [  # what an article of the instrument itself says, and what only looks like it
        (
            (
                "Số: 7/2023/TT-BNV\nTHÔNG TƯ\nVề việc chung\nĐiều 1. Phạm vi\n"
                "Những việc không nêu tại Thông tư này thực hiện theo quy định tại Nghị định số 44/2018/NĐ-CP."
            ),
            "7/2023/TT-BNV cites 44/2018/NĐ-CP",
        ),
        (
            (
                "Số: 7/2023/TT-BNV\nTHÔNG TƯ\nVề việc chung\n"
                "Điều 1. Sửa đổi Mục II Phần C (hướng dẫn thực hiện khoản 3 Điều 2 Nghị định số 44/2018/NĐ-CP) như sau:"
            ),
            "7/2023/TT-BNV cites 44/2018/NĐ-CP [Điều 2/khoản 3]",
        ),
        (
            (
                "Số: 7/2023/TT-BNV\nTHÔNG TƯ\nVề việc chung\nĐiều 2. Chuyển tiếp\nKho đã được cấp phép theo Nghị định "
                "số 44/2018/NĐ-CP được tiếp tục mở cửa cho đến khi giấy phép hết hiệu lực."
            ),
            "7/2023/TT-BNV cites 44/2018/NĐ-CP",
        ),
        (
            (
                "Số: 7/2023/TT-BNV\nTHÔNG TƯ\nVề việc chung\nĐiều 2. Bãi bỏ Điều 12 của Thông tư số 5/2020/TT-BNV.\n"
                "[Khoản này được sửa đổi bởi khoản 7 Điều 54 Nghị định số 44/2018/NĐ-CP]"
            ),
            "7/2023/TT-BNV repeals 5/2020/TT-BNV [Điều 12]; 44/2018/NĐ-CP amends 7/2023/TT-BNV",
        ),
    ],
    "means": [  # what a document is carried out by, and adjuncts that end with their sentence
        ("Nghị quyết số 20-NQ/TW được cụ thể hóa tại Kế hoạch số 15-KH/TU.", "15-KH/TU implements 20-NQ/TW"),
        (
            "Nghị quyết số 20-NQ/TW đã được Tỉnh ủy cụ thể hóa bằng Kế hoạch số 15-KH/TU.",
            "15-KH/TU implements 20-NQ/TW",
        ),
        ("Chỉ thị số 4-CT/TW đã được triển khai thông qua Kế hoạch số 15-KH/TU.", "15-KH/TU implements 4-CT/TW"),
        ("Kế hoạch số 15-KH/TU được triển khai theo Nghị quyết số 20-NQ/TW.", ""),
        ("Nghị quyết số 20-NQ/TW được triển khai tại hội nghị; Kế hoạch số 15-KH/TU được gửi đến các xã.", ""),
        (
            "Kế hoạch số 15/KH-UBND thay thế Kế hoạch số 12/KH-UBND và cụ thể hóa Quyết định số 700/QĐ-TTg.",
            "15/KH-UBND replaces 12/KH-UBND; 15/KH-UBND implements 700/QĐ-TTg",
        ),
        (
            (
                "Số 45-BC/ĐU\nBÁO CÁO\nvề công tác dân vận\n-----\nThực hiện Công văn số 88-CV/HU ngày 2/2/2024 của Huyện ủy "
                "về việc báo cáo, Ban Thường vụ Đảng ủy xã báo cáo kết quả như sau:\n1. Đảng ủy có Kế hoạch số 12-KH/ĐU."
            ),
            "45-BC/ĐU implements 88-CV/HU; 45-BC/ĐU cites 12-KH/ĐU",
        ),
        (
            (
                "Số 45-BC/ĐU\nBÁO CÁO\nvề công tác dân vận\n-----\n1. Thực hiện Chỉ thị số 4-CT/TW, số hộ nghèo giảm còn 5 %. "
                "Đảng ủy đã ban hành Kế hoạch số 12-KH/ĐU."
            ),
            "45-BC/ĐU cites 4-CT/TW; 45-BC/ĐU cites 12-KH/ĐU",
        ),
    ],
}


def told(text: str) -> set[str]:
    """What the extractor says of `text`, in short: HEAD predicate TAIL [provision]."""
    form = normal.normal(text)
    grouping = documents.group(form.content, mentions.find(form.content))
    stated = relations.read(grouping)
    names = {d.id: d.number or d.title or d.type for d in stated.documents}
    names |= {a.id: f"{a.kind}({', '.join(filter(None, (a.actor, a.date)))})" for a in stated.activities}
    return {
        f"{names[r.head]} {r.predicate} {names[r.tail]}" + (f" [{r.provision}]" if r.provision else "")
        for r in stated.relations
    }


@pytest.mark.parametrize(("text", "expected"), [row for rows in RULES.values() for row in rows])
def test_sentence(text: str, expected: str) -> None:
    assert told(text) == {e for e in expected.split("; ") if e}
