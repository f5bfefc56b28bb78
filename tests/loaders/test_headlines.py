"""The head of an instrument in one heading; what the opening sentence of a plan or report says it is drawn up for."""

from __future__ import annotations

import pytest

from loaders.extraction.extract import extract
from ontology.model import Text
from tests.loaders.statements import stated

COMMANDS = "\nThủ tướng Chính phủ yêu cầu các Bộ, các tỉnh:\n1. Mở thêm chợ phiên.\n"
GROUNDED = "\nCăn cứ Nghị định số 2/2003/NĐ-CP;\nQUYẾT ĐỊNH\nĐiều 1. Mở chợ phiên.\n"

HEADINGS = [
    (
        "CHỈ THỊ\nCỦA THỦ TƯỚNG CHÍNH PHỦ SỐ 27/2003/CT-TTG\nNGÀY 5 THÁNG 8 NĂM 2003 VỀ VIỆC MỞ CHỢ PHIÊN" + COMMANDS,
        ("CT", "27/2003/CT-TTG", "2003-08-05", "Thủ tướng Chính phủ", "MỞ CHỢ PHIÊN"),
    ),
    (
        "CHỈ THỊ CỦA THỦ TƯỚNG CHÍNH PHỦ SỐ 27/2003/CT-TTG VỀ VIỆC MỞ CHỢ PHIÊN" + COMMANDS,
        ("CT", "27/2003/CT-TTG", None, "Thủ tướng Chính phủ", "MỞ CHỢ PHIÊN"),
    ),
    (
        "QUYẾT ĐỊNH\nCỦA BỘ TRƯỞNG BỘ Y\nTẾ SỐ 15/2004/QĐ-BYT NGÀY 2-3-2004\nVỀ VIỆC MỞ QUẦY THUỐC" + GROUNDED,
        ("QĐ", "15/2004/QĐ-BYT", "2004-03-02", "Bộ trưởng Bộ Y tế", "MỞ QUẦY THUỐC"),
    ),
]

NO_HEADINGS = [
    # a headline in capitals over a page that commands nothing
    "CHỈ THỊ CỦA THỦ TƯỚNG CHÍNH PHỦ SỐ 27/2003/CT-TTG SAU MỘT NĂM\nCác huyện đã mở thêm chợ phiên.",
    # a sentence
    "Chỉ thị của Thủ tướng Chính phủ số 27/2003/CT-TTg về việc mở chợ phiên" + COMMANDS,
    # the number of another type
    "CHỈ THỊ CỦA THỦ TƯỚNG CHÍNH PHỦ SỐ 27/2003/QĐ-TTG VỀ VIỆC MỞ CHỢ PHIÊN\nCác huyện đã mở chợ.",
]

REPORT = "Số: 77/BC-UBND\nLai Châu, ngày 3 tháng 5 năm 2018\n"
PLAN = "Số: 77/KH-UBND\nLai Châu, ngày 3 tháng 5 năm 2018\nKẾ HOẠCH\nCông tác chợ phiên\n"

OPENINGS = {
    "a report takes stock of what it is drawn up for": [
        (
            REPORT
            + "Thực hiện Công văn số 12/BCT-TTTN của Bộ Công Thương, Ủy ban nhân dân tỉnh báo cáo tổng kết thực hiện"
            " Nghị định số 2/2003/NĐ-CP như sau:",
            "77/BC-UBND implements 12/BCT-TTTN; 77/BC-UBND reviews 2/2003/NĐ-CP",
        ),
        (
            REPORT + "Ủy ban nhân dân tỉnh báo cáo tình hình thực hiện Nghị định số 2/2003/NĐ-CP và tổng kết thực hiện"
            " Quyết định số 559/QĐ-TTg như sau:",
            "77/BC-UBND reviews 2/2003/NĐ-CP; 77/BC-UBND reviews 559/QĐ-TTg",
        ),
        (  # what others report, below
            REPORT + "Ủy ban nhân dân tỉnh báo cáo kết quả như sau:\nCác sở đã báo cáo kết quả thực hiện Nghị định số"
            " 2/2003/NĐ-CP.",
            "77/BC-UBND cites 2/2003/NĐ-CP",
        ),
        (  # what others are asked to report, in a letter
            "Số: 77/UBND-KT\nỦy ban nhân dân tỉnh đề nghị các sở báo cáo kết quả thực hiện Nghị định số 2/2003/NĐ-CP như sau:",
            "77/UBND-KT cites 2/2003/NĐ-CP",
        ),
    ],
    "a plan carries out, or takes stock of, what it is drawn up for": [
        (
            PLAN
            + "Thực hiện Công văn số 12/BCT-TTTN của Bộ Công Thương, Ủy ban nhân dân tỉnh ban hành Kế hoạch triển khai"
            " thực hiện Nghị định số 2/2003/NĐ-CP như sau:",
            "77/KH-UBND implements 12/BCT-TTTN; 77/KH-UBND implements 2/2003/NĐ-CP",
        ),
        (
            PLAN
            + "Thực hiện Công văn số 12/BCT-TTTN của Bộ Công Thương, Ủy ban nhân dân tỉnh xây dựng kế hoạch tổng kết"
            " thực hiện Nghị định số 2/2003/NĐ-CP như sau:",
            "77/KH-UBND implements 12/BCT-TTTN; 77/KH-UBND reviews 2/2003/NĐ-CP",
        ),
    ],
    "a type in a heading below is not that of the text": [
        (
            REPORT
            + "Ủy ban nhân dân tỉnh báo cáo như sau:\nI. KẾT QUẢ 03 NĂM THỰC HIỆN LUẬT TRỢ GIÚP PHÁP LÝ\nSở Tư pháp đã"
            " ban hành Kế hoạch số 80/KH-STP.",
            "77/BC-UBND cites 80/KH-STP; 77/BC-UBND cites TRỢ GIÚP PHÁP LÝ",
        ),
    ],
    "what a report is added to changes no document": [
        (  # the letter adds to a report; that it takes stock itself is not said
            "Công văn số 12/BCT-TTTN về việc bổ sung báo cáo kết quả thực hiện Nghị định số 2/2003/NĐ-CP đã gửi các tỉnh.",
            "",
        ),
        (
            "Quyết định số 14/QĐ-UBND về việc bổ sung Nghị quyết số 2/NQ-HĐND đã gửi các huyện.",
            "14/QĐ-UBND amends 2/NQ-HĐND",
        ),
    ],
    "a name by initials ends with its line": [
        (
            "1. Việc thực hiện Luật TGPL\nSở Tư pháp đã ban hành Kế hoạch số 80/KH-STP thực hiện Luật TGPL.",
            "80/KH-STP implements TGPL",
        ),
        ("Căn cứ Luật HTX\nngày 20 tháng 11 năm 2012;", ""),
    ],
}


@pytest.mark.parametrize(("text", "own"), HEADINGS)
def test_a_heading_names_the_text_itself(text: str, own: tuple[str | None, ...]) -> None:
    found = [d for d in extract(Text(text), name="heading").documents if d.own]
    assert [(d.type, d.number, d.date, d.issuer, d.title) for d in found] == [own]


@pytest.mark.parametrize("text", NO_HEADINGS)
def test_other_first_lines_name_no_text(text: str) -> None:
    found = extract(Text(text), name="page").documents
    assert [d.number for d in found if d.own and d.number] == []


@pytest.mark.parametrize(("text", "expected"), [row for rows in OPENINGS.values() for row in rows])
def test_an_opening_says_what_the_text_is_for(text: str, expected: str) -> None:
    assert stated(text) == expected
