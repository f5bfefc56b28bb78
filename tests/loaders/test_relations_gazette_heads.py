"""Heads and headings of the Gazette: lists of numbers that are no letterhead, grounds alone, headings in broken capitals."""

from __future__ import annotations

import pytest

from tests.loaders.statements import read, rows, told

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
WIDE = (
    "Các vườn thuốc của tỉnh, thành phố phải có hàng rào, lối đi và bể chứa nước tưới\n"
    "theo mùa, và phải được người có chuyên môn về cây thuốc trông coi quanh năm, kể\n"
    "cả những ngày nghỉ, ngày lễ và ngày mưa bão mà người trồng cây không ra vườn, trừ\n"
    "vườn ở nơi xa.\n"
)
CIRCULAR = f"BỘ Y TẾ\n{MOTTO}Số: 9/2024/TT-BYT\nHà Nội, ngày 3 tháng 3 năm 2024\n\nTHÔNG TƯ\nQuy định về vườn thuốc\n\n"
GROUND = "Căn cứ Luật Dược;\n"
OF_GROUND = "9/2024/TT-BYT basedOn Dược"
PROGRAMME = f"CHÍNH PHỦ\n{MOTTO}Số: 9/NQ-CP\nHà Nội, ngày 3 tháng 3 năm 2024\n\nNGHỊ QUYẾT\n"
NAME = "Chương trình hành động của Chính phủ thực hiện Nghị quyết số 18-NQ/TW"
WHOLE = f"{NAME} và Kết luận số 21-KL/TW"

READ = {
    "a heading in capitals, broken in its verb": [
        (
            (
                f"{CIRCULAR}{GROUND}{WIDE}Chương I\nSỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA THÔNG TƯ SỐ\n"
                "5/2015/TT-BYT HƯỚNG DẪN TRỒNG CÂY THUỐC ĐƯỢC SỬA\nĐỔI, BỔ SUNG BỞI THÔNG TƯ SỐ 7/2019/TT-BYT\n"
                "Điều 1. Sửa đổi, bổ sung Điều 3\n"
            ),
            f"{OF_GROUND}; 9/2024/TT-BYT amends 5/2015/TT-BYT [Điều 3]; 7/2019/TT-BYT amends 5/2015/TT-BYT",
        ),
        (
            (
                f"{CIRCULAR}{GROUND}{WIDE}Chương I\nSỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA THÔNG TƯ SỐ\n"
                "5/2015/TT-BYT HƯỚNG DẪN MỘT SỐ NỘI DUNG QUY ĐỊNH TẠI\nNGHỊ ĐỊNH SỐ 4/2014/NĐ-CP\nĐiều 1. Sửa đổi, bổ sung Điều 3\n"
            ),
            f"{OF_GROUND}; 9/2024/TT-BYT amends 5/2015/TT-BYT [Điều 3]; 5/2015/TT-BYT guides 4/2014/NĐ-CP",
        ),
    ],
    "a regulation in capitals whose articles are changed": [
        (
            f"BỘ Y TẾ\n{MOTTO}Số: 9/QĐ-BYT\n\nQUYẾT ĐỊNH\nSỬA ĐỔI MỘT SỐ ĐIỀU CỦA QUY CHẾ TRỒNG CÂY, BAN HÀNH KÈM THEO QUYẾT ĐỊNH SỐ 3/QĐ-BYT\n\n{GROUND}",
            "9/QĐ-BYT amends QUY CHẾ TRỒNG CÂY; 3/QĐ-BYT promulgates QUY CHẾ TRỒNG CÂY; 9/QĐ-BYT basedOn Dược",
        ),
    ],
    "what a plan that is changed carries out": [
        (
            f"{PROGRAMME}Sửa đổi {WHOLE}\n\n{GROUND}",
            f"9/NQ-CP amends {NAME}; {NAME} implements 18-NQ/TW; {NAME} implements 21-KL/TW; 9/NQ-CP basedOn Dược",
        ),
        (  # what is called by its kind alone further on has its whole name before
            f"{PROGRAMME}Sửa đổi {WHOLE}\n\n{GROUND}\nĐiều 1. Sửa đổi {WHOLE} (sau đây gọi tắt là Chương trình hành động).\n",
            f"9/NQ-CP amends {NAME}; {NAME} implements 18-NQ/TW; {NAME} implements 21-KL/TW; 9/NQ-CP basedOn Dược",
        ),
    ],
    "a ground that changes two older ones": [
        (
            (
                f"{CIRCULAR}Căn cứ Nghị định số 7/2019/NĐ-CP ngày 2 tháng 3 năm 2019 của Chính phủ sửa đổi một số điều của "
                "Nghị định số 5/2015/NĐ-CP ngày 2 tháng 3 năm 2015 của Chính phủ về lá thuốc và Nghị định số 4/2014/NĐ-CP "
                "ngày 2 tháng 3 năm 2014 của Chính phủ về rễ thuốc;\n"
            ),
            "9/2024/TT-BYT basedOn 7/2019/NĐ-CP; 7/2019/NĐ-CP amends 5/2015/NĐ-CP; 7/2019/NĐ-CP amends 4/2014/NĐ-CP",
        ),
        (  # a newer one is a ground of its own
            (
                f"{CIRCULAR}Căn cứ Nghị định số 7/2019/NĐ-CP ngày 2 tháng 3 năm 2019 của Chính phủ sửa đổi một số điều của "
                "Nghị định số 5/2015/NĐ-CP ngày 2 tháng 3 năm 2015 của Chính phủ về lá thuốc và Nghị định số 4/2021/NĐ-CP "
                "ngày 2 tháng 3 năm 2021 của Chính phủ về rễ thuốc;\n"
            ),
            "9/2024/TT-BYT basedOn 7/2019/NĐ-CP; 7/2019/NĐ-CP amends 5/2015/NĐ-CP; 9/2024/TT-BYT basedOn 4/2021/NĐ-CP",
        ),
    ],
    "what an instrument guides as parts of another rule it": [
        (
            (
                f"{CIRCULAR}{GROUND}Điều 1. Phạm vi\nThông tư này hướng dẫn thực hiện một số nội dung về trồng cây; việc lập sổ vườn theo quy định tại "
                "khoản 3 Điều 7 và Điều 9 của Nghị định số 4/2014/NĐ-CP.\n"
            ),
            f"{OF_GROUND}; 9/2024/TT-BYT guides 4/2014/NĐ-CP [Điều 7/khoản 3; Điều 9]",
        ),
        (  # what does not follow it
            f"{CIRCULAR}{GROUND}Điều 1. Phạm vi\nThông tư này hướng dẫn việc trồng cây; việc lập sổ vườn không theo quy định tại Điều 18 của Nghị định số 4/2014/NĐ-CP.\n",
            f"{OF_GROUND}; 9/2024/TT-BYT cites 4/2014/NĐ-CP [Điều 18]",
        ),
        (  # another sentence, of which the text is not the subject
            f"{CIRCULAR}{GROUND}Điều 1. Phạm vi\nThông tư này hướng dẫn việc trồng cây. Việc lập sổ vườn theo quy định tại Điều 18 của Nghị định số 4/2014/NĐ-CP.\n",
            f"{OF_GROUND}; 9/2024/TT-BYT cites 4/2014/NĐ-CP [Điều 18]",
        ),
    ],
    "a list of numbers that a page has broken is no letterhead": [
        (
            (
                "1. Chi cho người trồng cây theo các Quyết định: số 29/2006/QĐ-TTg, số 13/2007/QĐ-TTg,\nsố 36/2009/QĐ-TTg, số 51/2011/QĐ-TTg;\n"
                "Điều 2. Thông tư này áp dụng đối với vườn thuốc.\nĐiều 3. Thông tư này có hiệu lực từ ngày ký.\n"
            ),
            "TT cites 29/2006/QĐ-TTg; TT cites 13/2007/QĐ-TTg; TT cites 36/2009/QĐ-TTg; TT cites 51/2011/QĐ-TTg",
        ),
    ],
    "each law that is changed has its number": [
        (
            (
                "Căn cứ Luật Giá số 17/2022/QH15; Luật sửa đổi, bổ sung một số điều của Luật Chợ số 21/2023/QH15, "
                "Luật Giá số 17/2022/QH15 và Luật Kho bãi số 19/2022/QH15;\n"
            ),
            (
                "sửa đổi, bổ sung một số điều của Luật Chợ amends 21/2023/QH15; "
                "sửa đổi, bổ sung một số điều của Luật Chợ amends 17/2022/QH15; "
                "sửa đổi, bổ sung một số điều của Luật Chợ amends 19/2022/QH15"
            ),
        ),
        (  # the number is that of the law that changes, as is the number of the other law
            "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Báo chí số 12/1999/QH10; Luật Giá số 4/2012/QH13;\n",
            "12/1999/QH10 amends Báo chí",
        ),
    ],
    "a ground goes on after a comma that ends a line": [
        (
            (
                "Số: 5/2025/TT-BTC\nTHÔNG TƯ\nHướng dẫn phí\n"
                "Căn cứ Nghị định số 5/2020/NĐ-CP sửa đổi Nghị định số 4/2019/NĐ-CP,\n"
                "Nghị định số 6/2018/NĐ-CP và Nghị định số 7/2017/NĐ-CP;\n"
            ),
            (
                "5/2025/TT-BTC basedOn 5/2020/NĐ-CP; 5/2020/NĐ-CP amends 4/2019/NĐ-CP; "
                "5/2020/NĐ-CP amends 6/2018/NĐ-CP; 5/2020/NĐ-CP amends 7/2017/NĐ-CP"
            ),
        ),
    ],
    "an act of which only grounds and enacting words are left": [
        (
            (
                "VỀ VIỆC ĐẶT TÊN VƯỜN THUỐC\nỦY BAN NHÂN DÂN TỈNH A\nCăn cứ Luật Dược ngày 6 tháng 4 năm 2016;\nXét đề nghị của Giám đốc Sở Y tế,\n"
                "QUYẾT\nĐỊNH:\nĐiều 1. Đặt tên vườn thuốc.\n"
            ),
            "ĐẶT TÊN VƯỜN THUỐC basedOn Dược",
        ),
        (  # no grounds, no act
            "Bộ trưởng nói về việc đặt tên vườn thuốc theo Luật Dược.\nQUYẾT ĐỊNH:\nĐiều 1. Đặt tên vườn thuốc.\n",
            "",
        ),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"), [row for table in READ.values() for row in table], ids=lambda v: v[-60:] if v else "none"
)
def test_what_is_read(text: str, expected: str) -> None:
    assert told(text) == rows(expected)


def test_who_has_issued_an_act_whose_head_is_lost() -> None:
    text = READ["an act of which only grounds and enacting words are left"][0][0]
    own = next(d for d in read(text).documents if d.own)
    assert (own.type, own.number, own.issuer) == ("QĐ", None, "Ủy ban nhân dân tỉnh A")
