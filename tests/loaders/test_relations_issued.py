"""Instruments without a number, the notes of consolidated texts, grounds over several lines: each with near misses."""

from __future__ import annotations

import pytest

from loaders.extraction import documents, likeness, mentions, normal
from tests.loaders.statements import told

HEAD = "HỘI ĐỒNG NHÂN DÂN\nTỈNH LONG HÀ\nSố: 8/2023/NQ-HĐND\nLong Hà, ngày 3 tháng 3 năm 2023\n\nNGHỊ QUYẾT\nVề quản lý chợ\n\n"
MERGED = (
    "VĂN BẢN HỢP NHẤT - BỘ Y TẾ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
    "THÔNG TƯ\nQuy định về thuốc nam\n\n"
    "Thông tư số 4/2015/TT-BYT ngày 6 tháng 5 năm 2015 của Bộ trưởng Bộ Y tế quy định về thuốc nam, được sửa đổi, bổ sung bởi:\n"
    "Thông tư số 7/2019/TT-BYT ngày 3 tháng 8 năm 2019 của Bộ trưởng Bộ Y tế sửa đổi, bổ sung một số điều của "
    "Thông tư số 4/2015/TT-BYT ngày 6 tháng 5 năm 2015.\n"
    "Căn cứ Luật Dược ngày 6 tháng 4 năm 2016;\n"
    "Bộ trưởng Bộ Y tế ban hành Thông tư quy định về thuốc nam{mark}.\n\n"
    "{note}"
    "Điều 1. Phạm vi\nThông tư này quy định về thuốc nam.\nĐiều 2. Cây thuốc\n1. Cây trồng.\n2. Cây rừng.\n{body}"
)
NOTE = (
    "1 Thông tư số 7/2019/TT-BYT ngày 3 tháng 8 năm 2019 của Bộ trưởng Bộ Y tế {has}\n“Căn cứ Luật Giá ngày 20 tháng 6 năm 2012;\n"
    "Căn cứ Nghị định số 9/2016/NĐ-CP ngày 1 tháng 2 năm 2016 của Chính phủ;\nTheo đề nghị của Vụ trưởng;”.\n\n"
)
OF_MERGED = [
    "Quy định về thuốc nam consolidates 4/2015/TT-BYT",
    "Quy định về thuốc nam consolidates 7/2019/TT-BYT",
    "4/2015/TT-BYT basedOn Dược",
]

ISSUED = {
    "an annex that only an article issues": [
        (
            f"{HEAD}Điều 1. Ban hành kèm theo Nghị quyết này Quy định mức phí đỗ xe tại chợ.\nĐiều 2. Hiệu lực\n",
            ["8/2023/NQ-HĐND promulgates Quy định mức phí đỗ xe tại chợ"],
        ),
        (
            f"{HEAD}Điều 1. Ban hành kèm theo Nghị quyết này Kế hoạch sắp xếp chợ đầu mối.\nĐiều 2. Hiệu lực\n",
            ["8/2023/NQ-HĐND promulgates Kế hoạch sắp xếp chợ đầu mối"],
        ),
        (f"{HEAD}Điều 1. Ban hành kèm theo Nghị quyết này Danh mục chợ đầu mối.\nĐiều 2. Hiệu lực\n", []),
        (f"{HEAD}Điều 1. Phí đỗ xe\nUBND xã ban hành quy định mức phí đỗ xe tại chợ.\n", []),
    ],
    "a ground that goes on in the next line": [
        (
            f"{HEAD}Căn cứ Nghị định số 5/2011/NĐ-CP ngày 1 tháng 2 năm 2011 của Chính phủ;\nNghị định số 6/2015/NĐ-CP ngày 1 tháng 2 năm 2015 của Chính phủ;\nĐiều 1. Chợ\n",
            ["8/2023/NQ-HĐND basedOn 5/2011/NĐ-CP", "8/2023/NQ-HĐND basedOn 6/2015/NĐ-CP"],
        ),
        (
            f"{HEAD}Căn cứ Nghị định số 5/2011/NĐ-CP ngày 1 tháng 2 năm 2011 của Chính phủ;\nXét Tờ trình số 6/TTr-UBND ngày 1 tháng 2 năm 2023 của UBND tỉnh;\nBáo cáo số 7/BC-HĐND ngày 1 tháng 3 năm 2023 của Ban Pháp chế;\nĐiều 1. Chợ\n",
            [
                "8/2023/NQ-HĐND basedOn 5/2011/NĐ-CP",
                "8/2023/NQ-HĐND cites 6/TTr-UBND",
                "8/2023/NQ-HĐND cites 7/BC-HĐND",
            ],
        ),
        (  # no ground goes on into a sentence of its own
            f"{HEAD}Căn cứ Nghị định số 5/2011/NĐ-CP ngày 1 tháng 2 năm 2011 của Chính phủ.\nNghị định số 6/2015/NĐ-CP ngày 1 tháng 2 năm 2015 của Chính phủ.\nĐiều 1. Chợ\n",
            ["8/2023/NQ-HĐND basedOn 5/2011/NĐ-CP", "8/2023/NQ-HĐND cites 6/2015/NĐ-CP"],
        ),
    ],
    "the notes of a consolidated text": [
        (  # the grounds in a note are of the instrument that the note tells of
            MERGED.format(mark="1", note=NOTE.format(has="có căn cứ ban hành như sau:"), body=""),
            [
                *OF_MERGED,
                "7/2019/TT-BYT amends 4/2015/TT-BYT",
                "7/2019/TT-BYT basedOn Giá",
                "7/2019/TT-BYT basedOn 9/2016/NĐ-CP",
            ],
        ),
        (  # an article that bears the mark of its note
            MERGED.format(
                mark="",
                note="",
                body="Điều 3. Nhà thuốc2\nNhà thuốc mở hằng ngày.\n\n2 Điều này được sửa đổi theo quy định tại khoản 1 Điều 1 của Thông tư số 7/2019/TT-BYT.\n",
            ),
            [*OF_MERGED, "7/2019/TT-BYT amends 4/2015/TT-BYT [Điều 3]"],
        ),
        (
            MERGED.format(
                mark="",
                note="",
                body="3.[2] Cây nhập.\n4. Cây lai.\na) Cây con;\nb)[3] Cây giống.\n\n[2] Khoản này được bổ sung theo quy định tại khoản 1 Điều 1 của Thông tư số 7/2019/TT-BYT.\n"
                "[3] Điểm này được sửa đổi theo quy định tại khoản 2 Điều 1 của Thông tư số 7/2019/TT-BYT.\n",
            ),
            [*OF_MERGED, "7/2019/TT-BYT amends 4/2015/TT-BYT [Điều 2/khoản 3; Điều 2/khoản 4/điểm b]"],
        ),
        (  # what the notes say of its part without a mark in the text gives no part
            MERGED.format(
                mark="",
                note="",
                body="\n2 Điều này được sửa đổi theo quy định tại khoản 1 Điều 1 của Thông tư số 7/2019/TT-BYT.\n",
            ),
            [*OF_MERGED, "7/2019/TT-BYT amends 4/2015/TT-BYT"],
        ),
        (  # a text that is consolidated from nothing has no such notes
            f"{HEAD}Điều 1. Chợ2\nChợ họp hằng ngày.\n\n2 Điều này được sửa đổi theo quy định tại khoản 1 Điều 1 của Nghị quyết số 7/2019/NQ-HĐND.\n",
            ["8/2023/NQ-HĐND cites 7/2019/NQ-HĐND [Điều 1/khoản 1]"],
        ),
    ],
    "a plan that the page itself gives": [
        (
            "Thực hiện Kết luận số 7-KL/TU ngày 1/2/2020 của Ban Thường vụ Tỉnh ủy về chè; Kế hoạch số 12/KH-BCT ngày 3/3/2020 của Bộ Công Thương về chè;\n\nỦy ban nhân dân tỉnh Long Hà ban hành Kế hoạch quảng bá chè năm 2020, với các nội dung như sau:\n\nI. MỤC ĐÍCH\n- Lồng ghép với các hoạt động triển khai Chỉ thị số 3-CT/TU.\n",
            [
                "quảng bá chè năm 2020 implements 7-KL/TU",
                "quảng bá chè năm 2020 implements 12/KH-BCT",
                "quảng bá chè năm 2020 alignedWith 3-CT/TU",
            ],
        ),
        (
            "Căn cứ Kế hoạch số 12/KH-BCT ngày 3/3/2020 của Bộ Công Thương về chè,\nUBND huyện Long Sa xây dựng Phương án bảo vệ đồi chè, cụ thể như sau:\n1. Rào đồi.\n2. Trông đồi.\n",
            ["bảo vệ đồi chè basedOn 12/KH-BCT"],
        ),
        (  # a page that tells of a plan is not that plan, which carries out what the adjunct names
            "Thực hiện Kế hoạch số 12/KH-BCT của Bộ Công Thương, UBND huyện Long Sa đã ban hành Kế hoạch quảng bá chè năm 2020. Theo đó, các xã trồng chè.",
            ["quảng bá chè năm 2020 implements 12/KH-BCT"],
        ),
        (  # its name holds no more than the adjunct
            "Thực hiện Kế hoạch số 12/KH-BCT của Bộ Công Thương, UBND huyện Long Sa đã ban hành Kế hoạch thực hiện Kế hoạch số 12/KH-BCT.",
            ["implementation(UBND huyện Long Sa) implements 12/KH-BCT"],
        ),
        (  # no name: what is done, not an instrument
            "Thực hiện Kế hoạch số 12/KH-BCT của Bộ Công Thương, UBND huyện Long Sa đã ban hành kế hoạch trồng chè.",
            ["implementation(UBND huyện Long Sa) implements 12/KH-BCT"],
        ),
        (
            "Thực hiện Kế hoạch số 12/KH-BCT của Bộ Công Thương, UBND huyện Long Sa yêu cầu các xã sớm ban hành Kế hoạch quảng bá chè năm 2020.",
            ["implementation(UBND huyện Long Sa) implements 12/KH-BCT"],
        ),
    ],
    "a letter without a number": [
        (
            "Thông báo về việc trồng cây.\n\nKính gửi: Hiệu trưởng các trường. Thực hiện Kế hoạch số 12/KH-UBND của UBND huyện, Phòng Giáo dục và Đào tạo yêu cầu các trường trồng cây:\n1. Đào hố.\nNhận được công văn này, đề nghị các trường thực hiện.\n",
            ["trồng cây implements 12/KH-UBND"],
        ),
        (
            "Về việc thu quỹ lớp\n\nKính gửi:\n- Hiệu trưởng các trường mầm non.\nThực hiện Công văn số 98/UBND ngày 7/3/2016 của UBND huyện về thu quỹ, Phòng Giáo dục và Đào tạo đề nghị các trường nộp quỹ theo Quyết định số 7/QĐ-UBND.\n",
            ["thu quỹ lớp implements 98/UBND", "thu quỹ lớp cites 7/QĐ-UBND"],
        ),
        (  # a question of a reader
            "Hỏi về phí\nKính gửi: Bộ Tài chính\nTôi muốn hỏi: thực hiện Thông tư số 3/2020/TT-BTC thì nộp phí theo Nghị định số 5/2021/NĐ-CP không?\n",
            [],
        ),
    ],
    "acts without a number that a page tells of": [
        (
            "Bộ Y tế vừa ban hành Thông tư sửa đổi một số điều của Thông tư số 22/2020/TT-BYT về thuốc nam.",
            ["sửa đổi một số điều của Thông tư số 22/2020/TT-BYT về thuốc nam amends 22/2020/TT-BYT"],
        ),
        (
            "Ngày 21/8, Bộ Y tế phát đi thông báo về việc tạm dừng triển khai Thông tư số 28/2012/TT-BYT.",
            ["tạm dừng triển khai Thông tư số 28/2012/TT-BYT suspends 28/2012/TT-BYT"],
        ),
        (
            "Bộ Y tế ra Quyết định đình chỉ thi hành Quyết định số 5/QĐ-SYT của Sở Y tế.",
            ["đình chỉ thi hành Quyết định số 5/QĐ-SYT của Sở Y tế suspends 5/QĐ-SYT"],
        ),
        ("Bộ Y tế sẽ ban hành Thông tư sửa đổi một số điều của Thông tư số 22/2020/TT-BYT về thuốc nam.", []),
        ("Bộ Y tế đang dự thảo Thông tư sửa đổi một số điều của Thông tư số 22/2020/TT-BYT về thuốc nam.", []),
        ("Bộ Y tế đưa ra quyết định thay đổi cách hiểu Thông tư số 22/2020/TT-BYT về thuốc nam.", []),
    ],
    "what a name eases, whose names repeat": [
        (
            "Nghị quyết số 5/2025/QH15 về tháo gỡ khó khăn, vướng mắc trong tổ chức thi hành Luật Giá có lợi.",
            ["5/2025/QH15 implements Giá"],
        ),
        ("Nghị quyết số 5/2025/QH15 về xử phạt trong thi hành Luật Giá có lợi.", []),
        (  # a list in a name is read in the second mention as in the first, where the numbers alone say which is whose
            "BỘ Y TẾ\nSố: 72/QĐ-BYT\nHà Nội, ngày 3 tháng 2 năm 2026\n\nQUYẾT ĐỊNH\nVề việc đính chính Thông tư số 8/2025/TT-BYT sửa đổi một số điều của Thông tư số 5/2020/TT-BYT ngày 6 tháng 1 năm 2020 về thuốc và Thông tư số 6/2022/TT-BYT ngày 8 tháng 2 năm 2022 về cao\n\nCăn cứ Luật Dược;\nĐiều 1. Đính chính lỗi tại Thông tư số 8/2025/TT-BYT ngày 30 tháng 12 năm 2025 của Bộ trưởng Bộ Y tế sửa đổi một số điều của Thông tư số 5/2020/TT-BYT ngày 6 tháng 1 năm 2020 về thuốc và Thông tư số 6/2022/TT-BYT ngày 8 tháng 2 năm 2022 về cao:\nChỉnh sửa cụm từ “lá” thành cụm từ “rễ” tại\nĐiều 7.\n",
            [
                "72/QĐ-BYT corrects 8/2025/TT-BYT [Điều 7]",
                "8/2025/TT-BYT amends 5/2020/TT-BYT",
                "8/2025/TT-BYT amends 6/2022/TT-BYT",
                "72/QĐ-BYT basedOn Dược",
            ],
        ),
    ],
    "laws in short and laws to be made": [
        (
            "Nghị định số 5/2021/NĐ-CP hướng dẫn Luật HQ năm 2014. Thông tư số 6/2021/TT-BTC hướng dẫn Luật Hải quan.",
            ["5/2021/NĐ-CP guides Hải quan", "6/2021/TT-BTC guides Hải quan"],
        ),
        ("Nghị quyết số 5/NQ-CP đề nghị xây dựng Luật Chợ đêm theo Chỉ thị số 6/CT-TTg.", []),
    ],
    "reports that a preamble weighs, programmes carried out": [
        (
            f"{HEAD}Căn cứ Luật Giá;\nXét Tờ trình số 6/TTr-UBND ngày 1 tháng 2 năm 2023 của UBND tỉnh; Báo cáo thẩm tra của Ban Pháp chế; ý kiến của đại biểu;\nĐiều 1. Chợ\n",
            ["8/2023/NQ-HĐND basedOn Giá", "8/2023/NQ-HĐND cites 6/TTr-UBND", "8/2023/NQ-HĐND cites thẩm tra"],
        ),
        (  # what was heard is told, not weighed
            "Hội đồng nhân dân tỉnh đã nghe báo cáo thẩm tra của Ban Pháp chế về Tờ trình số 6/TTr-UBND.",
            [],
        ),
        (
            f"{HEAD}Căn cứ Luật Giá;\nĐiều 1. Chợ\nTrong thời gian thực hiện Chương trình mục tiêu quốc gia y tế học đường giai đoạn 2021 - 2025, việc họp chợ theo Thông tư số 4/2022/TT-BYT.\n",
            [
                "8/2023/NQ-HĐND basedOn Giá",
                "8/2023/NQ-HĐND cites Chương trình mục tiêu quốc gia y tế học đường giai đoạn 2021 - 2025",
                "8/2023/NQ-HĐND cites 4/2022/TT-BYT",
            ],
        ),
        (
            f"{HEAD}Căn cứ Luật Giá;\nĐiều 1. Chợ\nChợ được cấp vốn Chương trình mục tiêu quốc gia y tế học đường giai đoạn 2021 - 2025.\n",
            ["8/2023/NQ-HĐND basedOn Giá"],
        ),
    ],
    "guidance that another gives": [
        (
            f"{HEAD}Căn cứ Luật Giá;\nĐiều 1. Chợ\n- Hướng dẫn người bán khai hàng theo hướng dẫn tại Công văn số 98/SCT-TM.\n",
            ["8/2023/NQ-HĐND basedOn Giá", "8/2023/NQ-HĐND cites 98/SCT-TM"],
        ),
    ],
    "short numbers before the verb of a name": [
        (
            "Chính phủ vừa ban hành Nghị định 54 sửa đổi một số điều của Nghị định số 3 ngày 2/1/2018 về chợ.",
            ["54 amends 3"],
        ),
        ("Chính phủ ban hành Nghị định 54 hướng dẫn Luật Giá.", ["54 guides Giá"]),
        ("Chính phủ ban hành 54 nghị định sửa đổi Nghị định số 3 ngày 2/1/2018 về chợ.", []),
        ("Xã có Quyết định 54 hộ sửa đổi chỗ ở theo Nghị định số 3 ngày 2/1/2018 về chợ.", []),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*row, id=f"{name}-{n}") for name, rows in ISSUED.items() for n, row in enumerate(rows)],
)
def test_issued(text: str, expected: list[str]) -> None:
    assert told(text) == set(expected)


@pytest.mark.parametrize(
    ("number", "one", "other", "surer"),
    [
        ("5/2008/NĐ-CP", "2008-12-03", "2018-12-03", "2008-12-03"),
        ("5/2008/NĐ-CP", "2018-12-03", "2008-12-03", "2008-12-03"),
        ("5/2008/NQ-HĐND", "2008-12-03", "2018-12-04", None),  # another day: the councils of two places
        ("5/NQ-HĐND", "2008-12-03", "2018-12-03", None),
        ("5/2008/NĐ-CP", "2017-12-03", "2018-12-03", None),
        ("5/2008/NĐ-CP", "2008-12-03", None, None),
        (None, "2008-12-03", "2018-12-03", None),
    ],
)
def test_of_two_years_the_number_has_the_right_one(
    number: str | None, one: str | None, other: str | None, surer: str | None
) -> None:
    assert likeness.surer(number, one, other) == surer


def test_a_misprinted_year_makes_no_second_document() -> None:
    text = "Nghị định số 5/2008/NĐ-CP ngày 3 tháng 12 năm 2018; Nghị định số 5/2008/NĐ-CP ngày 3 tháng 12 năm 2008."
    form = normal.normal(text)
    (found,) = documents.group(form.content, mentions.find(form.content)).documents
    assert found.date == "2008-12-03"
