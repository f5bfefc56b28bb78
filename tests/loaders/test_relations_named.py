"""What an instrument only names (quoted words, carriers of annexes) and what it changes, fills in or goes by."""

from __future__ import annotations

import pytest

from tests.loaders.letterheads import CIRCULAR
from tests.loaders.statements import told

LETTER = "BỘ Y TẾ\nSố: 12/BYT-VP\nV/v phòng dịch\nHà Nội, ngày 3 tháng 8 năm 2023\n\nKính gửi: Sở Y tế các tỉnh.\n\n"

NAMED = {
    "words that hold a document": [
        (
            f"{CIRCULAR}Điều 1. Bãi bỏ cụm từ “theo Thông tư số 3/2011/TT-BYT” tại khoản 2 Điều 6 Thông tư số 4/2012/TT-BYT ngày 7/6/2012.\n",
            "9/2023/TT-BYT repeals 4/2012/TT-BYT [Điều 6/khoản 2]; 9/2023/TT-BYT cites 3/2011/TT-BYT",
        ),
        (
            f'{CIRCULAR}Điều 1. Bỏ cụm từ "và Luật Giá" tại khoản 1 Điều 2 Thông tư số 4/2012/TT-BYT.\n',
            "9/2023/TT-BYT amends 4/2012/TT-BYT [Điều 2/khoản 1]; 9/2023/TT-BYT cites Giá",
        ),
        (
            f"{CIRCULAR}Điều 1. Thay thế cụm từ “Thông tư số 3/2011/TT-BYT” bằng cụm từ “Thông tư số 8/2020/TT-BYT” tại Điều 2 Thông tư số 4/2012/TT-BYT.\n",
            "9/2023/TT-BYT amends 4/2012/TT-BYT [Điều 2]; 9/2023/TT-BYT cites 3/2011/TT-BYT; 9/2023/TT-BYT cites 8/2020/TT-BYT",
        ),
        (
            f"{CIRCULAR}Điều 1. Bổ sung cụm từ “và Nghị định số 5/2010/NĐ-CP” vào sau cụm từ “Luật Giá” tại Điều 2 Thông tư số 4/2012/TT-BYT.\n",
            "9/2023/TT-BYT amends 4/2012/TT-BYT [Điều 2]; 9/2023/TT-BYT cites 5/2010/NĐ-CP; 9/2023/TT-BYT cites Giá",
        ),
        (
            f"{CIRCULAR}Điều 1. Cụm từ “Luật Giá” tại Điều 2 Thông tư số 4/2012/TT-BYT được thay bằng cụm từ “Luật Dược”.\n",
            "9/2023/TT-BYT amends 4/2012/TT-BYT [Điều 2]; 9/2023/TT-BYT cites Dược; 9/2023/TT-BYT cites Giá",
        ),
        (  # a name inside the words says what it says
            f"{CIRCULAR}Điều 1. Bãi bỏ nội dung “theo Nghị định số 5/2010/NĐ-CP hướng dẫn thi hành Luật Giá” tại Điều 3 Thông tư số 4/2012/TT-BYT.\n",
            "9/2023/TT-BYT repeals 4/2012/TT-BYT [Điều 3]; 9/2023/TT-BYT cites 5/2010/NĐ-CP; 5/2010/NĐ-CP guides Giá",
        ),
        (  # the verb of another clause takes what is in no quotation
            f"{CIRCULAR}Điều 1. Bãi bỏ cụm từ “theo Luật Giá” tại Điều 3 và bãi bỏ Thông tư số 4/2012/TT-BYT.\n",
            "9/2023/TT-BYT repeals 4/2012/TT-BYT; 9/2023/TT-BYT cites Giá",
        ),
        (  # a name in quotation marks is no word that is struck out
            f"{CIRCULAR}Điều 1. Bãi bỏ Thông tư số 4/2012/TT-BYT “hướng dẫn thi hành Luật Giá”.\n",
            "9/2023/TT-BYT repeals 4/2012/TT-BYT; 4/2012/TT-BYT guides Giá",
        ),
    ],
    "new words": [
        (
            f"{CIRCULAR}Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 4/2012/TT-BYT\n1. Sửa đổi Điều 3 như sau:\n“Điều 3. Hồ sơ\nHồ sơ lập theo Nghị định số 5/2010/NĐ-CP.”\n",
            "9/2023/TT-BYT amends 4/2012/TT-BYT [Điều 3]; 9/2023/TT-BYT cites 5/2010/NĐ-CP",
        ),
        (  # what the changed text rules of itself there is its own
            f"{CIRCULAR}Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 4/2012/TT-BYT\n1. Sửa đổi Điều 1 như sau:\n“Điều 1. Phạm vi\nThông tư này hướng dẫn thi hành Nghị định số 5/2010/NĐ-CP.”\n",
            "9/2023/TT-BYT amends 4/2012/TT-BYT [Điều 1]; 4/2012/TT-BYT guides 5/2010/NĐ-CP",
        ),
    ],
    "grounds that are changed": [
        (
            f"{CIRCULAR}Điều 1. Bổ sung căn cứ ban hành Thông tư số 4/2012/TT-BYT như sau: “Căn cứ Luật Giá;”\n",
            "9/2023/TT-BYT amends 4/2012/TT-BYT; 9/2023/TT-BYT cites Giá",
        ),
        (
            f"{CIRCULAR}Điều 1. Bãi bỏ căn cứ thứ ba phần căn cứ ban hành Thông tư số 4/2012/TT-BYT.\n",
            "9/2023/TT-BYT repeals 4/2012/TT-BYT",
        ),
    ],
    "annexes whose names say whose powers they tell of": [
        (
            f"{CIRCULAR}Điều 1. Bổ sung hai thủ tục vào Bộ thủ tục thuộc thẩm quyền giải quyết của Sở Y tế được công bố kèm theo Quyết định số 8/QĐ-BYT ngày 7/8/2012.\n",
            "9/2023/TT-BYT amends 8/QĐ-BYT",
        ),
        (  # sums are granted as a decision rules
            f"{CIRCULAR}Điều 1. Bổ sung kinh phí cho Sở Y tế theo Quyết định số 8/QĐ-BYT.\n",
            "9/2023/TT-BYT cites 8/QĐ-BYT",
        ),
    ],
    "what a law does not do": [
        (
            f"{CIRCULAR}Căn cứ Thông tư số 3/2011/TT-BYT hướng dẫn thi hành một số điều của Luật Giá hướng dẫn thi hành Nghị định số 5/2010/NĐ-CP và Nghị định số 6/2010/NĐ-CP;\n",
            "9/2023/TT-BYT basedOn 3/2011/TT-BYT; 3/2011/TT-BYT guides Giá; 3/2011/TT-BYT guides 5/2010/NĐ-CP; 3/2011/TT-BYT guides 6/2010/NĐ-CP",
        ),
        (  # a decree does: the circular is for the decree, the decree for the law
            f"{CIRCULAR}Căn cứ Thông tư số 3/2011/TT-BYT hướng dẫn thi hành Nghị định số 5/2010/NĐ-CP hướng dẫn thi hành Luật Giá;\n",
            "9/2023/TT-BYT basedOn 3/2011/TT-BYT; 3/2011/TT-BYT guides 5/2010/NĐ-CP; 5/2010/NĐ-CP guides Giá",
        ),
    ],
    "acts known by their day": [
        (
            f"{CIRCULAR}Căn cứ Nghị quyết ngày 4 tháng 9 năm 2014 của Quốc hội về trồng tre ven đê;\n",
            "9/2023/TT-BYT basedOn trồng tre ven đê",
        ),
        (
            f"{CIRCULAR}Điều 1. Giống cây chọn theo khoản 2 Điều 7 Nghị quyết ngày 4/9/2014 của Quốc hội về trồng tre.\nĐiều 2. Nghị quyết ngày 4/9/2014 của Quốc hội về trồng tre được áp dụng.\n",
            "9/2023/TT-BYT cites trồng tre [Điều 7/khoản 2]",
        ),
        ("Theo Quyết định ngày 5/3/2021 của Tòa án nhân dân huyện Long Hà, ông A phải trả tiền.", ""),
        (f"{CIRCULAR}Điều 1. Quyết định ngày khai giảng của các trường do Sở Giáo dục và Đào tạo công bố.\n", ""),
    ],
    "schemes known by the number of the decision": [
        (
            "Kế hoạch số 5/KH-UBND thực hiện Quyết định số 31/2009/QĐ-TTg của Thủ tướng Chính phủ phê duyệt Đề án “Đưa luật về xã”. Sở Tư pháp đã tổ chức hội nghị sơ kết 2 năm thực hiện Đề án 31 giai đoạn II.",
            "5/KH-UBND implements 31/2009/QĐ-TTg; 31/2009/QĐ-TTg promulgates Đề án “Đưa luật về xã; review(Sở Tư pháp) reviews Đề án “Đưa luật về xã",
        ),
        (  # another's number
            "Kế hoạch số 5/KH-UBND thực hiện Quyết định số 32/2009/QĐ-TTg của Thủ tướng Chính phủ phê duyệt Đề án “Đưa luật về xã”. Sở Tư pháp đã tổ chức hội nghị sơ kết 2 năm thực hiện Đề án 31 giai đoạn II.",
            "5/KH-UBND implements 32/2009/QĐ-TTg; 32/2009/QĐ-TTg promulgates Đề án “Đưa luật về xã; review(Sở Tư pháp) reviews 31",
        ),
    ],
    "lines that a page has broken behind a verb": [
        (
            "Kế hoạch số 5/KH-UBND thực hiện Quyết định số 409/QĐ-TTg của Thủ tướng Chính phủ ban hành\nChương trình hành động thực hiện Kết luận số 4-KL/TW.\n",
            "5/KH-UBND implements 409/QĐ-TTg; 409/QĐ-TTg implements 4-KL/TW",
        ),
        (  # a heading
            "Tổ chức thực hiện\nKế hoạch số 5/KH-UBND được gửi các xã.\n",
            "",
        ),
        ("Kế hoạch số 5/KH-UBND triển khai các Đề án tại Quyết định số 409/QĐ-TTg.", "5/KH-UBND implements 409/QĐ-TTg"),
    ],
    "what lasts until the day that another ends": [
        (
            f"{CIRCULAR}Điều 1. Thẻ bơi có hiệu lực đến ngày các quy định về bến đò tại Nghị quyết số 397/2014/QH13 hết hiệu lực thi hành.\n",
            "9/2023/TT-BYT cites 397/2014/QH13",
        ),
        (
            f"{CIRCULAR}Điều 1. Hồ sơ nộp trước ngày Thông tư số 3/2011/TT-BYT hết hiệu lực được giải quyết.\n",
            "9/2023/TT-BYT cites 3/2011/TT-BYT",
        ),
        (  # a day of the calendar
            f"{CIRCULAR}Điều 1. Đến ngày 1/1/2024, Thông tư số 3/2011/TT-BYT hết hiệu lực.\n",
            "9/2023/TT-BYT repeals 3/2011/TT-BYT",
        ),
    ],
    "annexes whose instrument is named under their heads": [
        (
            "4. Nhạc cụ gồm sáo trúc.\nGhi chú: Tên gọi theo Luật Giá số 511/2009/QH12.\n\nPHỤ LỤC II\n(Kèm theo Nghị định số 412/2015/NĐ-CP ngày 9 tháng 3 năm 2015 của Chính phủ)\nMẫu số 7\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nMƯỢN ĐÀN THEO NGHỊ QUYẾT SỐ 397/2014/QH13\n",
            "412/2015/NĐ-CP cites 511/2009/QH12; 412/2015/NĐ-CP cites 397/2014/QH13",
        ),
        (  # of two instruments
            "Tên gọi theo Luật Giá số 511/2009/QH12.\n\nPHỤ LỤC I\n(Kèm theo Nghị định số 412/2015/NĐ-CP)\nMẫu số 01\n\nPHỤ LỤC II\n(Kèm theo Nghị định số 418/2015/NĐ-CP)\nMẫu số 02\n",
            "",
        ),
    ],
    "a law that its own text names": [
        (
            "Luật Giá 2023\nQUỐC HỘI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nLuật số: 16/2023/QH15\nHà Nội, ngày 19 tháng 6 năm 2023\nLUẬT GIÁ\nĐiều 1. Phạm vi\n1. Giá theo Luật Giá và Luật Phí và lệ phí.\n",
            "16/2023/QH15 cites Phí và lệ phí",
        ),
    ],
    "grounds in the middle of a paragraph": [
        (
            f"{LETTER}Thời gian qua dịch còn phức tạp. Căn cứ Nghị quyết số 5/NQ-CP ngày 4/5/2023 của Chính phủ; Luật Giá, Bộ Y tế đề nghị các sở báo cáo.\n",
            "12/BYT-VP basedOn 5/NQ-CP; 12/BYT-VP basedOn Giá",
        ),
        (  # the grounds end with their sentence
            f"{LETTER}Căn cứ Luật Giá. Bộ Y tế nhận được Công văn số 3/SYT-VP ngày 1/7/2023 của Sở Y tế Long Hà hỏi về phí.\n",
            "12/BYT-VP basedOn Giá; 12/BYT-VP cites 3/SYT-VP",
        ),
        (  # in the body a ground is what others are told to go by
            f"{CIRCULAR}Điều 1. Hồ sơ gồm đơn. Căn cứ Luật Giá, các sở thu phí.\n",
            "9/2023/TT-BYT cites Giá",
        ),
    ],
    "a ministry's name broken before its hyphen": [
        (
            f"{CIRCULAR}Căn cứ Nghị định số 14/2017/NĐ-CP quy định chức năng, nhiệm vụ của Bộ Lao động\n- Thương binh và Xã hội;\nCăn cứ Nghị định số 5/2010/NĐ-CP về phí;\n",
            "9/2023/TT-BYT basedOn 14/2017/NĐ-CP; 9/2023/TT-BYT basedOn 5/2010/NĐ-CP",
        ),
    ],
    "one subject that fills in two": [
        (
            f"{CIRCULAR}Điều 1. Thông tư này quy định chi tiết Điều 5 Luật Giá và hướng dẫn thi hành Nghị định số 5/2010/NĐ-CP.\n",
            "9/2023/TT-BYT details Giá [Điều 5]; 9/2023/TT-BYT guides 5/2010/NĐ-CP",
        ),
        (
            f"{CIRCULAR}Điều 1. Thông tư này quy định chi tiết Luật Giá, hướng dẫn thi hành Nghị định số 5/2010/NĐ-CP.\n",
            "9/2023/TT-BYT details Giá; 9/2023/TT-BYT guides 5/2010/NĐ-CP",
        ),
        (  # a decree may be the guidance for a law
            f"{CIRCULAR}Điều 1. Thông tư này hướng dẫn Nghị định số 5/2010/NĐ-CP quy định chi tiết Luật Giá.\n",
            "9/2023/TT-BYT guides 5/2010/NĐ-CP; 5/2010/NĐ-CP details Giá",
        ),
    ],
}


@pytest.mark.parametrize(("text", "expected"), [row for rows in NAMED.values() for row in rows])
def test_what_an_instrument_names_and_does(text: str, expected: str) -> None:
    assert told(text) == {part.strip() for part in expected.split("; ") if part.strip()}
