"""What the Official Gazette names in titles, lists and grounds: what is ruled over, what a cell names, whose a number is."""

from __future__ import annotations

import pytest

from tests.loaders.statements import rows, told

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
HEAD = f"BỘ Y TẾ\n{MOTTO}Số: 9/2024/TT-BYT\nHà Nội, ngày 3 tháng 3 năm 2024\n\nTHÔNG TƯ\n"
CIRCULAR = f"{HEAD}Quy định về vườn thuốc\n\nCăn cứ Luật Dược;\n\n"
OF_CIRCULAR = "9/2024/TT-BYT basedOn Dược"
MERGED = (
    f"BỘ Y TẾ\n{MOTTO}THÔNG TƯ1\nQuy định về vườn thuốc\n\n"
    "Thông tư số 4/2015/TT-BYT ngày 6 tháng 5 năm 2015 của Bộ trưởng Bộ Y tế quy định về vườn thuốc, được sửa đổi, bổ sung bởi:\n"
    "Thông tư số 7/2019/TT-BYT ngày 3 tháng 8 năm 2019 của Bộ trưởng Bộ Y tế sửa đổi, bổ sung một số điều của "
    "Thông tư số 4/2015/TT-BYT.\nCăn cứ Luật Dược ngày 6 tháng 4 năm 2016;\n"
)
ERRATA = (
    f"{HEAD.replace('TT-BYT', 'QĐ-BYT').replace('THÔNG TƯ', 'QUYẾT ĐỊNH')}Đính chính Thông tư số 9/2023/TT-BYT\n\nCăn cứ Luật Dược;\n\n"
    "Điều 1. Đính chính lỗi tại Thông tư số 9/2023/TT-BYT như sau:\n"
)
OF_ERRATA = "9/2024/QĐ-BYT basedOn Dược"
OF_MERGED = (
    "Quy định về vườn thuốc consolidates 4/2015/TT-BYT; Quy định về vườn thuốc consolidates 7/2019/TT-BYT; "
    "7/2019/TT-BYT amends 4/2015/TT-BYT; 4/2015/TT-BYT basedOn Dược"
)
NOTE = "1 Văn bản này được hợp nhất từ 02 Thông tư sau:\n- Thông tư số 4/2015/TT-BYT;\n- Thông tư số 7/2019/TT-BYT.\n"
ROWS = f"{CIRCULAR}Điều 1. Công bố danh mục\nTên văn bản\nTên gọi\n"

READ = {
    "what a document rules over is no part of it": [
        (
            f"{HEAD}Quy định chi tiết về lập hồ sơ đối với gói thầu thuộc phạm vi điều chỉnh của Nghị định số 5/2020/NĐ-CP\n\nCăn cứ Luật Dược;\n\n",
            f"{OF_CIRCULAR}; 9/2024/TT-BYT cites 5/2020/NĐ-CP",
        ),
        (
            f"{HEAD}Hướng dẫn kê khai đối với hàng hóa thuộc đối tượng điều chỉnh của Nghị định số 5/2020/NĐ-CP\n\nCăn cứ Luật Dược;\n\n",
            f"{OF_CIRCULAR}; 9/2024/TT-BYT cites 5/2020/NĐ-CP",
        ),
        (  # but an item of D is
            f"{HEAD}Quy định chi tiết một số nội dung về hồ sơ của Nghị định số 5/2020/NĐ-CP\n\nCăn cứ Luật Dược;\n\n",
            f"{OF_CIRCULAR}; 9/2024/TT-BYT details 5/2020/NĐ-CP",
        ),
    ],
    "a title that makes a list of documents known": [
        (
            f"{HEAD}Công bố văn bản quy định chi tiết, quy định biện pháp cụ thể để tổ chức, hướng dẫn thi hành Nghị định số 5/2020/NĐ-CP\n\nCăn cứ Luật Dược;\n\n",
            f"{OF_CIRCULAR}; 9/2024/TT-BYT cites 5/2020/NĐ-CP",
        ),
        (
            f"{HEAD}Ban hành danh mục văn bản hướng dẫn thi hành Nghị định số 5/2020/NĐ-CP\n\nCăn cứ Luật Dược;\n\n",
            f"{OF_CIRCULAR}; 9/2024/TT-BYT cites 5/2020/NĐ-CP",
        ),
        (
            f"{HEAD}Quy định chi tiết và hướng dẫn thi hành Nghị định số 5/2020/NĐ-CP\n\nCăn cứ Luật Dược;\n\n",
            f"{OF_CIRCULAR}; 9/2024/TT-BYT details 5/2020/NĐ-CP",
        ),
    ],
    "the cell beside a number is its name": [
        (
            f"{ROWS}1\nNghị định 5/2020/NĐ-CP\nngày 7/5/2020\nQuy định chi tiết một số\nđiều của Luật Giá\n7/5/2020\n",
            f"{OF_CIRCULAR}; 9/2024/TT-BYT cites 5/2020/NĐ-CP; 5/2020/NĐ-CP details Giá",
        ),
        (
            f"{ROWS}1\nNghị định 6/2021/NĐ-CP\nngày 7/5/2021\nSửa đổi, bổ sung một số điều của Nghị định số 5/2020/NĐ-CP\n7/5/2021\n",
            f"{OF_CIRCULAR}; 9/2024/TT-BYT cites 6/2021/NĐ-CP; 6/2021/NĐ-CP amends 5/2020/NĐ-CP",
        ),
        (  # an article's own command follows no cell
            f"{CIRCULAR}Điều 1. Sửa đổi\nSửa đổi, bổ sung một số điều của Nghị định số 5/2020/NĐ-CP\n",
            f"{OF_CIRCULAR}; 9/2024/TT-BYT amends 5/2020/NĐ-CP",
        ),
        (  # nor does a sentence that goes on with small letters
            f"{ROWS}1\nNghị định 5/2020/NĐ-CP\nngày 7/5/2020\nCòn hiệu lực.\nSửa đổi, bổ sung một số điều của Nghị định số 8/2020/NĐ-CP\n",
            f"{OF_CIRCULAR}; 9/2024/TT-BYT cites 5/2020/NĐ-CP; 9/2024/TT-BYT amends 8/2020/NĐ-CP",
        ),
    ],
    "whose the number is that follows the name of a changed law": [
        (
            f"{HEAD}Về vườn thuốc\n\nCăn cứ Luật Giá ngày 20 tháng 6 năm 2012;\nCăn cứ Luật sửa đổi, bổ sung một số điều của Luật Giá số 11/2012/QH13;\n\n",
            ("9/2024/TT-BYT basedOn 11/2012/QH13; 9/2024/TT-BYT basedOn sửa đổi, bổ sung một số điều của Luật Giá; "
            "sửa đổi, bổ sung một số điều của Luật Giá amends 11/2012/QH13"),
        ),
        (
            f"{HEAD}Về vườn thuốc\n\nCăn cứ Luật Giá số 11/2012/QH13;\nCăn cứ Luật sửa đổi, bổ sung một số điều của Luật Giá số 11/2012/QH13;\n\n",
            ("9/2024/TT-BYT basedOn 11/2012/QH13; 9/2024/TT-BYT basedOn sửa đổi, bổ sung một số điều của Luật Giá; "
            "sửa đổi, bổ sung một số điều của Luật Giá amends 11/2012/QH13"),
        ),
        (  # a number of another year is that of the law that changes
            f"{HEAD}Về vườn thuốc\n\nCăn cứ Luật Giá ngày 20 tháng 6 năm 2012;\nCăn cứ Luật sửa đổi, bổ sung một số điều của Luật Giá số 44/2018/QH14;\n\n",
            "9/2024/TT-BYT basedOn Giá; 9/2024/TT-BYT basedOn 44/2018/QH14; 44/2018/QH14 amends Giá",
        ),
    ],
    "what a law named before rules": [
        (
            f"{CIRCULAR}Điều 1. Phạm vi\nThông tư này hướng dẫn các quy định của Luật về bảo đảm kinh phí cho vườn thuốc.\n",
            OF_CIRCULAR,
        ),
        (  # an ordinance may be named so
            f"{CIRCULAR}Điều 1. Phạm vi\nTheo Pháp lệnh về quyền ưu đãi, vườn thuốc được miễn thuế.\n",
            f"{OF_CIRCULAR}; 9/2024/TT-BYT cites quyền ưu đãi",
        ),
    ],
    "grounds that go on below a note": [
        (
            f"{MERGED}{NOTE}Căn cứ Luật Giá ngày 1 tháng 2 năm 2012;\nBộ trưởng Bộ Y tế ban hành Thông tư quy định về vườn thuốc.\n\nĐiều 1. Phạm vi\nTheo Luật Lưu trữ.\n",
            f"{OF_MERGED}; 4/2015/TT-BYT basedOn Giá; 4/2015/TT-BYT cites Lưu trữ",
        ),
        (  # what stands below an article is no ground
            f"{MERGED}Bộ trưởng Bộ Y tế ban hành Thông tư.\n\nĐiều 1. Phạm vi\nCăn cứ Luật Giá, vườn thuốc được giảm giá.\n",
            f"{OF_MERGED}; 4/2015/TT-BYT cites Giá",
        ),
    ],
    "one treaty is no ground of another": [
        (
            (f"{HEAD}Về vườn thuốc\n\nCăn cứ Nghị định số 5/2020/NĐ-CP hướng dẫn mua sắm theo Hiệp định Thương mại Việt Nam - Lào;\n"
            "Căn cứ Nghị định số 6/2021/NĐ-CP ngày 1 tháng 2 năm 2021 của Chính phủ sửa đổi Nghị định số 5/2020/NĐ-CP ngày 1 tháng 2 năm 2020 của Chính phủ hướng dẫn mua sắm theo Hiệp định Thương mại Việt Nam - Lào"
            " để hướng dẫn mua sắm theo Hiệp định Thương mại Việt Nam - Lào, Hiệp định Vận tải Việt Nam - Nga;\n\n"),
            ("9/2024/TT-BYT basedOn 5/2020/NĐ-CP; 9/2024/TT-BYT basedOn 6/2021/NĐ-CP; 6/2021/NĐ-CP amends 5/2020/NĐ-CP; "
            "5/2020/NĐ-CP basedOn Hiệp định Thương mại Việt Nam - Lào"),
        ),
    ],
    "grounds that a note quotes without marks": [
        (
            f"{MERGED}Bộ trưởng Bộ Y tế ban hành Thông tư.2\n\nĐiều 1. Phạm vi\n2 Thông tư số 7/2019/TT-BYT ngày 3 tháng 8 năm 2019 của Bộ trưởng Bộ Y tế có căn cứ ban hành như sau:\nCăn cứ Luật Giá số 11/2012/QH13;\nCăn cứ Luật Đấu thầu số 22/2023/QH15;\nVườn thuốc theo Luật Lưu trữ.\n",
            f"{OF_MERGED}; 7/2019/TT-BYT basedOn 11/2012/QH13; 7/2019/TT-BYT basedOn 22/2023/QH15; 4/2015/TT-BYT cites Lưu trữ",
        ),
        (  # what goes on as no ground is the instrument's own
            f"{MERGED}Bộ trưởng Bộ Y tế ban hành Thông tư.2\n\nĐiều 1. Phạm vi\n2 Thông tư số 7/2019/TT-BYT có căn cứ ban hành như sau:\nVườn thuốc theo Luật Lưu trữ.\n",
            f"{OF_MERGED}; 4/2015/TT-BYT cites Lưu trữ",
        ),
    ],
    "a programme brought up to date": [
        (
            f"{CIRCULAR}Điều 1. Kết quả\nChính phủ đã ban hành Nghị quyết số 10/NQ-CP cập nhật, bổ sung Chương trình hành động của Chính phủ thực hiện Kết luận số 8-KL/TW.\n",
            (f"{OF_CIRCULAR}; 9/2024/TT-BYT cites 10/NQ-CP; 10/NQ-CP amends Chương trình hành động của Chính phủ thực hiện Kết luận số 8-KL/TW; "
            "Chương trình hành động của Chính phủ thực hiện Kết luận số 8-KL/TW implements 8-KL/TW"),
        ),
        (  # what is entered in a register changes no document
            f"{CIRCULAR}Điều 1. Dữ liệu\nCục Dược cập nhật, bổ sung dữ liệu vườn thuốc theo Nghị quyết số 10/NQ-CP.\n",
            f"{OF_CIRCULAR}; 9/2024/TT-BYT cites 10/NQ-CP",
        ),
    ],
    "an article and a part of it, each cited for itself": [
        (
            f"{CIRCULAR}Điều 1. Phạm vi\nTheo Điều 5 Nghị định số 5/2020/NĐ-CP. Riêng phí theo điểm a khoản 1 Điều 5 Nghị định số 5/2020/NĐ-CP.\n",
            f"{OF_CIRCULAR}; 9/2024/TT-BYT cites 5/2020/NĐ-CP [Điều 5; Điều 5/khoản 1/điểm a]",
        ),
        (  # of what is changed, the part alone
            f"{CIRCULAR}Điều 1. Sửa đổi, bổ sung Điều 5 của Nghị định số 5/2020/NĐ-CP\n1. Sửa đổi khoản 1 Điều 5 như sau:\n“1. Phí là số tiền.”\n",
            f"{OF_CIRCULAR}; 9/2024/TT-BYT amends 5/2020/NĐ-CP [Điều 5/khoản 1]",
        ),
    ],
    "where an error stands that is mended": [
        (
            f"{ERRATA}Cụm từ “lá” tại khoản 3 Điều 31 Thông tư số 9/2023/TT-BYT được sửa thành “hoa”.\n",
            f"{OF_ERRATA}; 9/2024/QĐ-BYT corrects 9/2023/TT-BYT [Điều 31/khoản 3]",
        ),
        (
            f"{ERRATA}1. Từ “lá” tại Điều 31 được sửa lại thành “hoa”.\n2. Tại khoản 2 Điều 5, sửa “cây” thành “củ”.\n",
            f"{OF_ERRATA}; 9/2024/QĐ-BYT corrects 9/2023/TT-BYT [Điều 31; Điều 5/khoản 2]",
        ),
        (  # an article that mends nothing
            f"{ERRATA}Nội dung tại khoản 3 Điều 31 được giữ nguyên.\n",
            f"{OF_ERRATA}; 9/2024/QĐ-BYT corrects 9/2023/TT-BYT",
        ),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*row, id=f"{name}-{n}") for name, table in READ.items() for n, row in enumerate(table)],
)
def test_names_of_the_gazette(text: str, expected: str) -> None:
    assert told(text) == rows(expected)
