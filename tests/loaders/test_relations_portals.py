"""What portal pages of provinces say: adjuncts that run on, lists named by groups, programmes, titles that end."""

from __future__ import annotations

import pytest

from tests.loaders.letterheads import PLAN
from tests.loaders.statements import read

DECISION = "ỦY BAN NHÂN DÂN\nTỈNH LONG HÀ\nSố: 8/2023/QĐ-UBND\nLong Hà, ngày 3 tháng 3 năm 2023\n\nQUYẾT ĐỊNH\n\n"
GUIDE = "BỘ NỘI VỤ\nSố: 6/2005/TT-BNV\nHà Nội, ngày 9 tháng 2 năm 2005\n\nTHÔNG TƯ\n\n{title}\n\n{body}\n"
DECREE = "Nghị định số 15/2003/NĐ-CP ngày 1/10/2003 của Chính phủ về thư viện xã"

PORTALS = {
    "the adjunct goes on after what its document's name cites": [
        (
            "Thực hiện Kế hoạch số 16/KH-UBND ngày 1/2/2022 của UBND tỉnh về trồng chè theo Nghị quyết số 8-NQ/TU ngày 3/4/2021 của Tỉnh ủy và Công văn số 77/SNN-TT ngày 3/3/2022 của Sở Nông nghiệp, UBND huyện ban hành Kế hoạch số 20/KH-UBND.",
            "16/KH-UBND basedOn 8-NQ/TU; 20/KH-UBND implements 16/KH-UBND; 20/KH-UBND implements 77/SNN-TT",
        ),
        (  # two of a kind in the name of the first
            "Thực hiện Kế hoạch số 16/KH-UBND ngày 1/2/2022 của UBND tỉnh về trồng chè theo Nghị quyết số 8-NQ/TU và Nghị quyết số 9-NQ/TU của Tỉnh ủy, UBND huyện ban hành Kế hoạch số 20/KH-UBND.",
            "16/KH-UBND basedOn 8-NQ/TU; 16/KH-UBND basedOn 9-NQ/TU; 20/KH-UBND implements 16/KH-UBND",
        ),
    ],
    "the verb of the main clause issues": [
        (
            "Thực hiện Công văn số 77/SNN-TT ngày 3/3/2022 của Sở Nông nghiệp, UBND huyện đã ban hành Kế hoạch số 20/KH-UBND.",
            "20/KH-UBND implements 77/SNN-TT",
        ),
        (
            "Thực hiện Quyết định số 77/QĐ-UBND ngày 3/3/2022 của UBND tỉnh ban hành Kế hoạch số 20/KH-UBND, Sở Y tế tổ chức khám bệnh.",
            "implementation(Sở Y tế) implements 77/QĐ-UBND; 77/QĐ-UBND promulgates 20/KH-UBND",
        ),
    ],
    "groups of a list in an adjunct": [
        (
            f"{PLAN}Thực hiện Quyết định số 7/QĐ-TTg ngày 1/1/2022 của Thủ tướng Chính phủ về cây chè; các Nghị quyết của Hội đồng nhân dân tỉnh: số 40/NQ-HĐND ngày 2/2/2022 về giống; số 60/NQ-HĐND ngày 3/3/2022 về vốn và Công văn số 92/SNN-TT ngày 4/4/2022 của Sở Nông nghiệp, Ủy ban nhân dân xã ban hành Kế hoạch như sau:\n",
            "9/KH-UBND implements 7/QĐ-TTg; 9/KH-UBND implements 40/NQ-HĐND; 9/KH-UBND implements 60/NQ-HĐND; 9/KH-UBND implements 92/SNN-TT",
        ),
        (  # after the main clause nothing goes on
            "Thực hiện Quyết định số 7/QĐ-TTg, UBND huyện tổ chức hội nghị; các Nghị quyết của Hội đồng nhân dân: số 40/NQ-HĐND được in lại.",
            "implementation(UBND huyện) implements 7/QĐ-TTg",
        ),
    ],
    "a guide is more than one who carries out": [
        (
            GUIDE.format(
                title=f"Hướng dẫn thực hiện {DECREE}",
                body=f"Thi hành {DECREE}, Bộ Nội vụ hướng dẫn như sau:\n\nI. QUY ĐỊNH CHUNG",
            ),
            "6/2005/TT-BNV guides 15/2003/NĐ-CP",
        ),
        (
            GUIDE.format(
                title="Về thư viện", body=f"Thi hành {DECREE}, Bộ Nội vụ quy định như sau:\n\nI. QUY ĐỊNH CHUNG"
            ),
            "6/2005/TT-BNV implements 15/2003/NĐ-CP",
        ),
    ],
    "rules spoken of in a title in capitals": [
        (
            f"{DECISION}BAN HÀNH QUY CHẾ TIẾP NHẬN PHẢN ÁNH VỀ QUY ĐỊNH HÀNH CHÍNH\n\nỦY BAN NHÂN DÂN TỈNH LONG HÀ\n\nCăn cứ Luật Giá;\n",
            "8/2023/QĐ-UBND basedOn Giá; 8/2023/QĐ-UBND promulgates QUY CHẾ TIẾP NHẬN PHẢN ÁNH VỀ QUY ĐỊNH HÀNH CHÍNH",
        ),
        (
            f"{DECISION}BAN HÀNH QUY ĐỊNH TIẾP NHẬN PHẢN ÁNH\n\nỦY BAN NHÂN DÂN TỈNH LONG HÀ\n\nCăn cứ Luật Giá;\n",
            "8/2023/QĐ-UBND basedOn Giá; 8/2023/QĐ-UBND promulgates QUY ĐỊNH TIẾP NHẬN PHẢN ÁNH",
        ),
    ],
    "national programmes are carried out": [
        (
            "UBND tỉnh đã tổ chức Hội nghị tổng kết 5 năm thực hiện Chương trình mục tiêu quốc gia nước sạch nông thôn.",
            "review(UBND tỉnh) reviews Chương trình mục tiêu quốc gia nước sạch nông thôn",
        ),
        ("UBND tỉnh đã tổ chức Hội nghị tổng kết 5 năm thực hiện chương trình trồng chè sạch.", ""),
    ],
    "who organises, and an organisation": [
        (
            "Thực hiện Quyết định số 7/QĐ-TTg, UBND huyện Long Sa tổ chức hội nghị.",
            "implementation(UBND huyện Long Sa) implements 7/QĐ-TTg",
        ),
        (
            "Thực hiện Quyết định số 7/QĐ-TTg, huyện Long Sa và các tổ chức hội có nhiều việc khó.",
            "implementation(huyện Long Sa và các tổ chức hội) implements 7/QĐ-TTg",
        ),
    ],
    "letters and those they are sent to": [
        (
            "Bộ Nội vụ ban hành Công văn số 14/BNV-TL gửi các bộ; Tỉnh ủy, Thành ủy; Ủy ban nhân dân tỉnh về việc hướng dẫn thực hiện Nghị định số 8/2024/NĐ-CP và Nghị định số 7/2025/NĐ-CP của Chính phủ.",
            "14/BNV-TL guides 8/2024/NĐ-CP; 14/BNV-TL guides 7/2025/NĐ-CP",
        ),
        ("Bộ Nội vụ có Công văn số 14/BNV-TL gửi các bộ nêu rõ Nghị định số 8/2024/NĐ-CP còn hiệu lực.", ""),
    ],
    "what rules at a decree are carried out in front": [
        (
            f"{PLAN}Thực hiện quy định của Chính phủ tại Nghị định số 3/2010/NĐ-CP ngày 8/6/2010 về thủ tục, Ủy ban nhân dân xã ban hành Kế hoạch như sau:\n",
            "9/KH-UBND implements 3/2010/NĐ-CP",
        ),
        (
            f"{PLAN}I. VIỆC CHUNG\n1. Các thôn thực hiện quy định của Chính phủ tại Nghị định số 3/2010/NĐ-CP ngày 8/6/2010.\n",
            "9/KH-UBND cites 3/2010/NĐ-CP",
        ),
    ],
    "an article that issues an annex": [
        (
            f"{DECISION}Về việc chợ\n\nCăn cứ Luật Giá;\n\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này Quy định quản lý chợ.\n",
            "8/2023/QĐ-UBND basedOn Giá; 8/2023/QĐ-UBND promulgates Quy định quản lý chợ",
        ),
        (
            f"{DECISION}Về việc chợ\n\nCăn cứ Luật Giá;\n\nQUYẾT ĐỊNH:\nĐiều 1. Hồ sơ theo mẫu ban hành kèm theo Quyết định này.\n",
            "8/2023/QĐ-UBND basedOn Giá",
        ),
    ],
    "titles that a page breaks after a syllable": [
        (
            "UBND TỈNH LONG HÀ\nSố: 9/KH-UBND\nLong Hà, ngày 3 tháng 3 năm 2023\n\nKẾ HOẠCH\nTHỰC\nHIỆN QUYẾT ĐỊNH SỐ 6/QĐ-TTg NGÀY 1 THÁNG 7 NĂM 2019\nI. MỤC ĐÍCH\n1. Việc chung.\n",
            "9/KH-UBND implements 6/QĐ-TTg",
        ),
        (
            "QUỐC HỘI\nLUẬT\nTHƯ VIỆN\nĐiều 1. Luật này thay thế Pháp lệnh Thư viện số 31/2000/PL-UBTVQH10.\n",
            "THƯ VIỆN replaces 31/2000/PL-UBTVQH10",
        ),
    ],
    "the page gives the text of what it tells of": [
        (
            "Ngày 25/3/2020, Sở Tư pháp ban hành Văn bản số 43/STP-VP về việc hòa giải, cụ thể như sau:\nThực hiện Văn bản số 97/BTP-PB ngày 19/3/2020 của Bộ Tư pháp về hòa giải, Sở Tư pháp hướng dẫn như sau:\n",
            "43/STP-VP implements 97/BTP-PB",
        ),
        (
            "Ngày 25/3/2020, Sở Tư pháp ban hành Văn bản số 43/STP-VP về việc hòa giải, cụ thể như sau:\nThực hiện Văn bản số 97/BTP-PB ngày 19/3/2020 của Bộ Tư pháp về hòa giải, Sở Y tế hướng dẫn các trạm.\n",
            "implementation(Sở Y tế) implements 97/BTP-PB",
        ),
        (
            "Ngày 25/3/2020, Sở Tư pháp ban hành Văn bản số 43/STP-VP về việc hòa giải.\nThực hiện Văn bản số 97/BTP-PB ngày 19/3/2020 của Bộ Tư pháp về hòa giải, Sở Tư pháp hướng dẫn các xã.\n",
            "implementation(Sở Tư pháp) implements 97/BTP-PB",
        ),
    ],
    "above the letterhead speaks the page": [
        (
            f"- Nghị định 48/2013/NĐ-CP về thủ tục\n{PLAN}I. VIỆC CHUNG\n1. Theo Nghị định số 3/2010/NĐ-CP.\n",
            "9/KH-UBND cites 3/2010/NĐ-CP",
        ),
    ],
    "a deputy acts": [
        (
            "Theo đó, thực hiện Công điện số 7/CĐ-TTg ngày 26/1/2025 của Thủ tướng Chính phủ về chống rét, Phó Chủ tịch UBND tỉnh giao Sở Y tế chủ trì.",
            "implementation(Phó Chủ tịch UBND tỉnh) implements 7/CĐ-TTg",
        ),
        (
            "Thực hiện Công điện số 7/CĐ-TTg ngày 26/1/2025 của Thủ tướng Chính phủ về chống rét, các xã giao thông khó khăn.",
            "",
        ),
    ],
    "parts of a programme": [
        (
            "UBND huyện Long Sa triển khai thực hiện dự án 5 thuộc Chương trình mục tiêu quốc gia nước sạch nông thôn.",
            "implementation(UBND huyện Long Sa) implements Chương trình mục tiêu quốc gia nước sạch nông thôn",
        ),
        (
            "Thông tư số 2/2022/TT-UBDT hướng dẫn thực hiện một số dự án thuộc Chương trình mục tiêu quốc gia nước sạch nông thôn.",
            "2/2022/TT-UBDT guides Chương trình mục tiêu quốc gia nước sạch nông thôn",
        ),
        ("UBND huyện Long Sa triển khai thực hiện dự án thuộc thẩm quyền; Nghị quyết số 5/NQ-HĐND còn đó.", ""),
    ],
    "one event": [
        (
            "Đảng bộ xã Long Sa tổ chức Hội nghị quán triệt Nghị quyết số 5-NQ/TU.\nTại hội nghị, Ban Chấp hành Đảng bộ xã đã quán triệt Nghị quyết số 5-NQ/TU và Nghị quyết số 6-NQ/TU.",
            "dissemination(Đảng bộ xã Long Sa) disseminates 5-NQ/TU; dissemination(Đảng bộ xã Long Sa) disseminates 6-NQ/TU",
        ),
        (
            "Đảng bộ xã Long Sa tổ chức Hội nghị quán triệt Nghị quyết số 5-NQ/TU.\nBan Chấp hành Đảng bộ xã Long Sa cũng đã quán triệt Nghị quyết số 6-NQ/TU.",
            "dissemination(Đảng bộ xã Long Sa) disseminates 5-NQ/TU; dissemination(Ban Chấp hành Đảng bộ xã Long Sa) disseminates 6-NQ/TU",
        ),
    ],
    "those who are honoured": [
        (
            "UBND tỉnh tổ chức Hội nghị biểu dương các điển hình trong triển khai thực hiện Kế hoạch số 5/KH-UBND.",
            "",
        ),
        (
            "UBND tỉnh tổ chức Hội nghị triển khai thực hiện Kế hoạch số 5/KH-UBND.",
            "implementation(UBND tỉnh) implements 5/KH-UBND",
        ),
    ],
    "a title under the page's own lines": [
        (
            f"Thông tin văn bản\nQuyết định này còn hiệu lực.\n{DECISION}VỀ VIỆC BAN HÀNH QUY ĐỊNH BẢO TRÌ CHỢ\n\nỦY BAN NHÂN DÂN TỈNH LONG HÀ\n\nCăn cứ Luật Giá;\n",
            "8/2023/QĐ-UBND basedOn Giá; 8/2023/QĐ-UBND promulgates QUY ĐỊNH BẢO TRÌ CHỢ",
        ),
    ],
    "by order at a document": [
        (
            "Để làm tốt công tác chữa cháy theo chỉ đạo của UBND tỉnh tại Kế hoạch số 70/KH-UBND, Sở Y tế vừa ban hành Văn bản số 84/SYT-VP.",
            "84/SYT-VP basedOn 70/KH-UBND",
        ),
        (
            "Để làm tốt công tác chữa cháy nêu tại Kế hoạch số 70/KH-UBND, Sở Y tế vừa ban hành Văn bản số 84/SYT-VP.",
            "",
        ),
        (
            "UBND tỉnh Long Hà vừa ban hành Công văn số 92/UBND-NL về rừng.\nTheo đó, UBND tỉnh yêu cầu các chủ rừng làm theo Văn bản số 87/UBND-NC.",
            "92/UBND-NL cites 87/UBND-NC",
        ),
        (
            "UBND tỉnh Long Hà vừa ban hành Công văn số 92/UBND-NL về rừng.\nTheo đó, UBND huyện yêu cầu các chủ rừng làm theo Văn bản số 87/UBND-NC.",
            "",
        ),
        (
            "Tại Công văn số 71/UBND-TH ngày 2/7/2025, Phó Chủ tịch UBND tỉnh giao Sở Tư pháp làm theo Công văn số 41/BTP-BT.",
            "71/UBND-TH cites 41/BTP-BT",
        ),
        ("Tại Công văn số 71/UBND-TH ngày 2/7/2025, người dân đọc thấy Công văn số 41/BTP-BT.", ""),
    ],
    "one more thing looked into": [
        (
            "Ủy ban Kiểm tra Thị ủy đã tiến hành giám sát việc thực hiện quy chế của chi bộ; việc tổ chức quán triệt Kết luận số 1-KL/TW.",
            "inspection(Ủy ban Kiểm tra Thị ủy) reviews 1-KL/TW",
        ),
        (
            "Ủy ban Kiểm tra Thị ủy đã tiến hành giám sát việc thực hiện quy chế của chi bộ; đề nghị quán triệt Kết luận số 1-KL/TW.",
            "",
        ),
    ],
    "a day before the adjunct": [
        (
            "Sáng ngày 19/4/2022, thực hiện Kế hoạch số 66-KH/QU của Quận ủy, Đoàn kiểm tra số 6 đã có buổi làm việc với Đảng ủy Phường 4.",
            "implementation(Đoàn kiểm tra số 6) implements 66-KH/QU",
        ),
    ],
    "aims at length": [
        (
            "Nhằm đẩy mạnh thi đua, đồng thời củng cố niềm tin, phấn đấu thực hiện thắng lợi Nghị quyết số 5-NQ/TU, xây dựng quê hương, UBND tỉnh đã ban hành Kế hoạch số 19/KH-UBND.",
            "19/KH-UBND implements 5-NQ/TU",
        ),
        (
            "Các xã phấn đấu thực hiện thắng lợi Nghị quyết số 5-NQ/TU. UBND tỉnh đã ban hành Kế hoạch số 19/KH-UBND.",
            "",
        ),
    ],
    "a letter that urges": [
        (
            "Tỉnh ủy có Công văn số 15-CV/TU về việc đôn đốc thực hiện Chỉ thị số 44-CT/TU.",
            "15-CV/TU implements 44-CT/TU",
        ),
        ("Tỉnh ủy có Công văn số 15-CV/TU; các xã bị đôn đốc thực hiện Chỉ thị số 44-CT/TU.", ""),
    ],
    "earnest adjuncts": [
        (
            "Nghiêm túc thực hiện Công điện số 31/CĐ-TTg của Thủ tướng Chính phủ, Chủ tịch UBND huyện Long Sa yêu cầu các xã trực 24/24 giờ.",
            "implementation(Chủ tịch UBND huyện Long Sa) implements 31/CĐ-TTg",
        ),
        ("Phải nghiêm túc thực hiện Công điện số 31/CĐ-TTg của Thủ tướng Chính phủ.", ""),
    ],
    "the team named after a programme": [
        (
            "Tiểu ban Chương trình số 3-CTr/TU của tỉnh do Sở Y tế chủ trì đã tiến hành sơ kết 2 năm thực hiện Đề án số 5-ĐA/TU.",
            "",
        ),
        (
            "Báo cáo số 9-BC/TU của Tỉnh ủy sơ kết 2 năm thực hiện Đề án số 5-ĐA/TU.",
            "9-BC/TU reviews 5-ĐA/TU",
        ),
    ],
    "a plan about a document stands alone, one to carry it out does not": [
        (
            "Quyết định số 6/QĐ-BYT ngày 1/7/2022 của Bộ Y tế phê duyệt Kế hoạch truyền thông về Nghị quyết số 12/NQ-CP.",
            "6/QĐ-BYT promulgates Kế hoạch truyền thông về Nghị quyết số 12/NQ-CP",
        ),
        (
            "Quyết định số 6/QĐ-BYT ngày 1/7/2022 của Bộ Y tế phê duyệt Kế hoạch thực hiện Nghị quyết số 12/NQ-CP.",
            "6/QĐ-BYT implements 12/NQ-CP",
        ),
    ],
    "requests among listed grounds": [
        (
            f"{PLAN}I. CĂN CỨ PHÁP LÝ\nQuyết định số 7/QĐ-TTg ngày 1/1/2022 của Thủ tướng Chính phủ;\nXét đề nghị của Phòng Nông nghiệp tại Tờ trình số 37/TTr-PNN ngày 5/1/2023.\n",
            "9/KH-UBND basedOn 7/QĐ-TTg; 9/KH-UBND cites 37/TTr-PNN",
        ),
    ],
}


def told(text: str) -> set[str]:
    """What the extractor says of `text`, in short: HEAD predicate TAIL."""
    stated = read(text)
    names = {d.id: d.number or d.title or d.type for d in stated.documents}
    names |= {a.id: f"{a.kind}({a.actor})" for a in stated.activities}
    return {f"{names[r.head]} {r.predicate} {names[r.tail]}" for r in stated.relations}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*row, id=f"{name}-{n}") for name, rows in PORTALS.items() for n, row in enumerate(rows)],
)
def test_portal(text: str, expected: str) -> None:
    assert told(text) == set(filter(None, expected.split("; ")))


def test_a_day_that_opens_the_sentence_is_that_of_the_activity() -> None:
    text = "Sáng ngày 19/4/2022, thực hiện Kế hoạch số 66-KH/QU của Quận ủy, Sở Y tế đã khám bệnh."
    assert [a.date for a in read(text).activities] == ["2022-04-19"]


@pytest.mark.parametrize(
    ("text", "field", "values"),
    [
        (  # the members of a group take its body
            "Các Quyết định của Bộ Y tế số: 5/QĐ-BYT ngày 1/1/2020 về thuốc; 6/QĐ-BYT ngày 2/1/2020 về vắc xin.",
            "issuer",
            ["Bộ Y tế", "Bộ Y tế"],
        ),
        ("Các Nghị quyết của HĐND tỉnh: số 4/NQ-HĐND và số 6/NQ-HĐND.", "issuer", ["HĐND tỉnh", "HĐND tỉnh"]),
        ("Các Nghị quyết của HĐND tỉnh: Nghị quyết số 4/NQ-HĐND.", "issuer", ["HĐND tỉnh"]),
        ("Các Quyết định của Bộ Y tế về thuốc, nhất là số 5/QĐ-BYT.", "issuer", [None]),
        ("Theo chỉ đạo của Chủ tịch UBND tỉnh tại Chỉ thị số 9/CT-UBND.", "issuer", ["Chủ tịch UBND tỉnh"]),
        (
            "Theo chỉ đạo của Thủ tướng Chính phủ tại Chỉ thị số 6/CT-TTg và chỉ đạo của Chủ tịch UBND tỉnh tại Chỉ thị số 9/CT-UBND.",
            "issuer",
            ["Thủ tướng Chính phủ", "Chủ tịch UBND tỉnh"],
        ),
        (
            "UỶ BAN NHÂN\nDÂN\nTỈNH LONG HÀ\n|\nCỘNG HÒA XÃ\nHỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n|\nSố: 8/CT-UBND\n|\nLong Hà, ngày 5 tháng 5 năm 2015\n\nCHỈ THỊ\nVề ngân sách\n",
            "issuer",
            ["Ủy ban nhân dân tỉnh Long Hà"],
        ),
        (
            "Phó Chủ tịch UBND Thành phố Hà Nội Nguyễn Thị Hoa đã ký ban hành Quyết định số 75/QĐ-UBND.",
            "issuer",
            ["Phó Chủ tịch UBND Thành phố Hà Nội"],
        ),
        ("Chủ tịch UBND quận Lê Chân ban hành Kế hoạch số 6/KH-UBND.", "issuer", ["Chủ tịch UBND quận Lê Chân"]),
        ("Ngày 3/7/2020, Sở Y tế phát hành Công văn số 27/SYT-VP.", "issuer", ["Sở Y tế"]),
        ("Kế hoạch số 21/KH-BGDĐT của Bộ Giáo dục Đào tạo.", "issuer", ["Bộ Giáo dục Đào tạo"]),
        ("Theo tham mưu của Công an tỉnh tại Công văn số 8/PV11.", "issuer", ["Công an tỉnh"]),
        ("Nghị quyết số 22/NQ-TU ngày 8/6/2022 ban hành bởi Tỉnh ủy Long Hà về chè.", "issuer", ["Tỉnh ủy Long Hà"]),
        (
            "Ngày 25/3/2021, Ban Chỉ đạo thực hiện nếp sống mới của Thành ủy ban hành Kế hoạch số 12-KH/BCĐ.",
            "issuer",
            ["Ban Chỉ đạo thực hiện nếp sống mới của Thành ủy"],
        ),
        ("Ngày 25/3/2021, việc thực hiện nếp sống mới được ban hành Kế hoạch số 12-KH/BCĐ.", "issuer", [None]),
        ("Việc này xã đã nêu tại Chỉ thị số 9/CT-UBND.", "issuer", [None]),
        ("Theo CV số 31/SGDĐT-VP và CV 71/SGDĐT-VP.", "number", ["31/SGDĐT-VP", "71/SGDĐT-VP"]),
        ("Số điện thoại 31/SGDĐT-VP.", "number", []),
        ("Miễn phí (SMS: 532929) - Ngày 20/4/2009, Bộ Y tế đã ký Quyết định số 62/QĐ-BYT.", "date", ["2009-04-20"]),
        ("26/03/2025\nHĐND tỉnh đã thông qua Nghị quyết số 5/NQ-HĐND.", "date", [None]),
        ("Ngày 26/3/2025,\nHĐND tỉnh đã thông qua Nghị quyết số 5/NQ-HĐND.", "date", ["2025-03-26"]),
        ("Luật Giá (sửa đổi) ngày 19/6/2023 nêu.", "date", ["2023-06-19"]),
        ("Luật Giá (sửa đổi) được thông qua.", "date", [None]),
        ("Chỉ thị số 9/CT-UBND về việc về đích sớm.", "title", ["đích sớm"]),
        (
            "Thực hiện Công văn số 9/SYT-VP ngày 2/3/2021 về chống dịch, Chủ tịch UBND xã yêu cầu các thôn trực.",
            "title",
            ["chống dịch"],
        ),
        (
            "Quyết định số 5/QĐ-TTg ngày 2/3/2021 quy định về xã đạt chuẩn nước sạch.",
            "title",
            ["quy định về xã đạt chuẩn nước sạch"],
        ),
        (
            "Thực hiện Chỉ thị số 9/CT-UBND về trồng chè, cán bộ, hội viên phụ nữ xã đã lập 3 tổ.",
            "title",
            ["trồng chè"],
        ),
        (
            "Chỉ thị số 9/CT-UBND về đào tạo giáo viên, cán bộ, công chức.",
            "title",
            ["đào tạo giáo viên, cán bộ, công chức"],
        ),
        ("Chỉ thị số 9/CT-UBND về trồng chè đạt kết quả tốt.", "title", ["trồng chè"]),
        (
            "Công văn số 3-CV/ĐU của Đảng ủy Chính phủ và Văn bản số 1/TGPL-NV của Trung tâm Trợ giúp pháp lý Nhà nước tỉnh.",
            "issuer",
            ["Đảng ủy Chính phủ", "Trung tâm Trợ giúp pháp lý Nhà nước tỉnh"],
        ),
        (
            "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 5/QĐ-UBND | Long Hà, ngày 2 tháng 3 năm 2012 |\nỦY BAN NHÂN DÂN TỈNH LONG HÀ\nCăn cứ Luật Giá;\nQUYẾT ĐỊNH:\nĐiều 1. Phạm vi.\n",
            "issuer",
            ["Ủy ban nhân dân tỉnh Long Hà", None],
        ),
        (f"{PLAN.rstrip()}\nI. CĂN CỨ\n1. Việc chung.\n", "title", ["Phát triển cây chè"]),
    ],
)
def test_field(text: str, field: str, values: list[str | None]) -> None:
    assert [getattr(d, field) for d in read(text).documents] == values
