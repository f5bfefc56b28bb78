"""How legal texts command, list, note and reply: passive commands, lists under a colon, annexes alone, letters, notes."""

from __future__ import annotations

import pytest

from loaders.extraction import normal
from tests.loaders.letterheads import CIRCULAR
from tests.loaders.statements import named, rows, told

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
LETTER = f"TỔNG CỤC THUẾ\nCỤC THUẾ TỈNH LONG HÀ\n{MOTTO}Số: 77/CT-TTHT\nV/v thuế chợ\nLong Hà, ngày 3 tháng 3 năm 2021\n\nKính gửi: Công ty Sao Mai\n\n"
ANNEX = "Phụ lục II\nDANH MỤC VĂN BẢN BÃI BỎ TOÀN BỘ\n(Kèm theo Thông tư số 9/2023/TT-BYT ngày 3 tháng 8 năm 2023 của Bộ trưởng Bộ Y tế)\n\n"
CHANGED_LAW = (
    "Văn bản hợp nhất 5/VBHN-VPQH\nVĂN PHÒNG QUỐC HỘI ----\n" + MOTTO + "Số: 5/VBHN-VPQH\n"
    "Hà Nội, ngày 2 tháng 3 năm 2025 LUẬT GIÁ Luật Giá số 11/2012/QH13 ngày 20 tháng 6 năm 2012 của Quốc hội, có hiệu lực kể từ ngày "
    "01 tháng 01 năm 2013, được sửa đổi, bổ sung bởi:\n"
    "1. Luật số 8/2018/QH14 ngày 3 tháng 6 năm 2018 của Quốc hội sửa đổi, bổ sung một số điều của các luật về chợ;\n"
    "2. Luật Thuế chợ số 9/2019/QH14 ngày 4 tháng 6 năm 2019 của Quốc hội, có hiệu lực kể từ ngày 01 tháng 7 năm 2020.\n"
    "Căn cứ Hiến pháp;\n\nĐiều 1. Phạm vi\nGiá chợ theo Luật Thuế chợ.\n"
)
FOOT = (
    "Điều 8. Hiệu lực4\n\n4 Điều 5 của Thông tư số 6/2026/TT-BYT sửa đổi Thông tư về sâm, có hiệu lực kể từ ngày 7 tháng 3 năm 2026 quy định như sau:\n"
    "“Điều 5. Hiệu lực\n1. Thông tư này áp dụng Luật Dược số 4/2016/QH13.”\n\n1. Thông tư này có hiệu lực từ ngày 5 tháng 2 năm 2026.\n"
    "2.5 (được bãi bỏ)\n3. Thay thế Thông tư số 2/2011/TT-BYT.\n\nBỘ Y TẾ\nSố: 7/VBHN-BYT\nXÁC THỰC VĂN BẢN HỢP NHẤT\nHà Nội, ngày 26 tháng 5 năm 2026\n\n"
    "5 Khoản này được bãi bỏ theo quy định tại Điều 4 của Thông tư số 6/2026/TT-BYT, có hiệu lực kể từ ngày 7 tháng 3 năm 2026.\n\n"
    "Phụ lục 2\n(Ban hành kèm theo Thông tư số 3/2026/TT-BYT ngày 8 tháng 1 năm 2026 của Bộ trưởng Bộ Y tế)\n"
)
OPENED = (
    "Thông tư số 5/2020/TT-BYT ngày 3 tháng 2 năm 2020 của Bộ Y tế, được sửa đổi, bổ sung bởi:\n"
    f"VĂN BẢN HỢP NHẤT\nSố: 7/VBHN-BYT\n{MOTTO}(kèm theo Thông tư số 9/2021/TT-BYT)\n"
    "Điều 1. Phạm vi\nThông tư này quy định chi tiết Luật Dược.\n"
)

TOLD = {
    "what lasts until another ends": [
        (
            f"{CIRCULAR}Điều 4. Chuyển tiếp\nMức thu tại Điều 5 Thông tư số 3/2011/TT-BYT được áp dụng cho đến khi Luật Dược số 34/2005/QH11 hết hiệu lực thi hành.\n",
            "9/2023/TT-BYT cites 3/2011/TT-BYT [Điều 5]; 9/2023/TT-BYT cites 34/2005/QH11",
        ),
        (
            f"{CIRCULAR}Điều 4. Hiệu lực\nKể từ khi Thông tư này có hiệu lực, Thông tư số 3/2011/TT-BYT hết hiệu lực thi hành.\n",
            "9/2023/TT-BYT repeals 3/2011/TT-BYT",
        ),
    ],
    "a list in the name of what is changed, before the articles": [
        (
            CIRCULAR.replace("Về thuốc nam", "Sửa đổi Thông tư số 3/2011/TT-BYT")
            + "Căn cứ Luật Giá;\nBộ trưởng Bộ Y tế ban hành Thông tư sửa đổi, bổ sung một số điều của Thông tư số 3/2011/TT-BYT hướng dẫn một số điều của Luật Quản lý và Nghị định số 5/2010/NĐ-CP.\nĐiều 1. Phạm vi\n",
            "9/2023/TT-BYT basedOn Giá; 9/2023/TT-BYT amends 3/2011/TT-BYT; 3/2011/TT-BYT guides 5/2010/NĐ-CP; 3/2011/TT-BYT guides Quản lý",
        ),
    ],
    "annexes made public with another": [
        (
            f"{CIRCULAR}Điều 1. Bổ sung hai thủ tục vào Danh mục thủ tục được công bố kèm theo Quyết định số 8/QĐ-BYT ngày 7/8/2012.\n",
            "9/2023/TT-BYT amends 8/QĐ-BYT",
        ),
    ],
    "passive commands of the text itself": [
        (
            f"{CIRCULAR}Điều 1. Khoản 2 Điều 3 Thông tư số 3/2011/TT-BYT ngày 6/5/2011 của Bộ trưởng Bộ Y tế được sửa đổi, bổ sung như sau:\n“2. Theo Luật Giá.”\n",
            "9/2023/TT-BYT amends 3/2011/TT-BYT [Điều 3/khoản 2]; 9/2023/TT-BYT cites Giá",
        ),
        (
            f"{CIRCULAR}Điều 1. Cụm từ “cây chè” tại Điều 3 Thông tư số 3/2011/TT-BYT được thay bằng cụm từ “cây sâm”.\n",
            "9/2023/TT-BYT amends 3/2011/TT-BYT [Điều 3]",
        ),
        (
            f"{CIRCULAR}Điều 1. Phụ lục I kèm theo Thông tư số 3/2011/TT-BYT được thay thế bằng Phụ lục ban hành kèm theo Thông tư này.\n",
            "9/2023/TT-BYT replaces 3/2011/TT-BYT [Phụ lục I]",
        ),
        (  # another one has changed it
            f"{CIRCULAR}Điều 1. Hồ sơ theo Điều 3 Thông tư số 3/2011/TT-BYT được sửa đổi, bổ sung bởi Thông tư số 4/2012/TT-BYT như sau: đơn, bản sao.\n",
            "9/2023/TT-BYT cites 3/2011/TT-BYT [Điều 3]; 4/2012/TT-BYT amends 3/2011/TT-BYT [Điều 3]",
        ),
        (  # what is done as a document rules
            f"{CIRCULAR}Điều 1. Mức thu theo Thông tư số 3/2011/TT-BYT được điều chỉnh như sau: tăng một phần.\n",
            "9/2023/TT-BYT cites 3/2011/TT-BYT",
        ),
    ],
    "words that are struck out": [
        (
            f"{CIRCULAR}Điều 1. Bỏ cụm từ “cây chè” tại khoản 2 Điều 3 Thông tư số 3/2011/TT-BYT.\n",
            "9/2023/TT-BYT amends 3/2011/TT-BYT [Điều 3/khoản 2]",
        ),
        (
            f"{CIRCULAR}Điều 1. Bãi bỏ cụm từ “cây chè” tại khoản 2 Điều 3 Thông tư số 3/2011/TT-BYT.\n",
            "9/2023/TT-BYT repeals 3/2011/TT-BYT [Điều 3/khoản 2]",
        ),
    ],
    "what ends stands below a colon": [
        (
            f"{CIRCULAR}Điều 1. Kể từ ngày Thông tư này có hiệu lực, các Thông tư sau hết hiệu lực: Thông tư số 3/2011/TT-BYT, Thông tư số 4/2012/TT-BYT.\n",
            "9/2023/TT-BYT repeals 3/2011/TT-BYT; 9/2023/TT-BYT repeals 4/2012/TT-BYT",
        ),
        (
            f"{CIRCULAR}Điều 1. Thông tư số 3/2011/TT-BYT hết hiệu lực. Trường hợp đã cấp: theo Thông tư số 4/2012/TT-BYT.\n",
            "9/2023/TT-BYT repeals 3/2011/TT-BYT; 9/2023/TT-BYT cites 4/2012/TT-BYT",
        ),
    ],
    "what a semicolon adds goes with the nearest command": [
        (
            f"{CIRCULAR}Điều 1. Thông tư này thay thế Thông tư số 3/2011/TT-BYT ngày 6/5/2011; bãi bỏ Thông tư số 4/2012/TT-BYT ngày 7/6/2012; Thông tư số 5/2013/TT-BYT ngày 8/7/2013.\n",
            "9/2023/TT-BYT replaces 3/2011/TT-BYT; 9/2023/TT-BYT repeals 4/2012/TT-BYT; 9/2023/TT-BYT repeals 5/2013/TT-BYT",
        ),
        (
            f"{CIRCULAR}Điều 1. Thông tư này thay thế Thông tư số 3/2011/TT-BYT ngày 6/5/2011; Thông tư số 5/2013/TT-BYT ngày 8/7/2013.\n",
            "9/2023/TT-BYT replaces 3/2011/TT-BYT; 9/2023/TT-BYT replaces 5/2013/TT-BYT",
        ),
    ],
    "guides that change": [
        (
            "Thông tư số 7/2001/TT-BTC hướng dẫn sửa đổi, bổ sung một số điểm của Thông tư số 5/1999/TT-BTC.",
            "7/2001/TT-BTC amends 5/1999/TT-BTC",
        ),
        (
            "Thông tư số 7/2001/TT-BTC hướng dẫn bổ sung Nghị định số 5/1999/NĐ-CP.",
            "7/2001/TT-BTC guides 5/1999/NĐ-CP",
        ),
        (
            "Thông tư số 7/2001/TT-BTC hướng dẫn thu phí chợ quy định tại khoản 2 Điều 4 Nghị định số 5/1999/NĐ-CP.",
            "7/2001/TT-BTC guides 5/1999/NĐ-CP [Điều 4/khoản 2]",
        ),
        (
            "Thông tư số 7/2001/TT-BTC hướng dẫn thu phí chợ theo quy định tại Nghị định số 5/1999/NĐ-CP.",
            "",
        ),
    ],
    "parts that a decree fills in, with what each is about": [
        (
            f"{CIRCULAR}Điều 1. Phạm vi\nThông tư này quy định chi tiết Điều 8, trừ nội dung về kho; khoản 3 Điều 17 về giá thuốc và biện pháp hướng dẫn thi hành Luật Dược về nhà thuốc.\n",
            "9/2023/TT-BYT details Dược [Điều 8; Điều 17/khoản 3]",
        ),
        (  # two laws
            f"{CIRCULAR}Điều 1. Phạm vi\nThông tư này quy định chi tiết khoản 3 Điều 5 của Luật Dược về nhà thuốc; khoản 8 Điều 9 của Luật Giá về giá thuốc.\n",
            "9/2023/TT-BYT details Dược [Điều 5/khoản 3]; 9/2023/TT-BYT details Giá [Điều 9/khoản 8]",
        ),
        (  # a part of this very text
            f"{CIRCULAR}Điều 1. Phạm vi\nThông tư này quy định về nhà thuốc; khoản 5 Điều 22 áp dụng theo Luật Giá.\n",
            "9/2023/TT-BYT cites Giá",
        ),
    ],
    "a ground that its line breaks off": [
        (
            f"{CIRCULAR}Căn cứ\nLuật Dược ngày 6 tháng 4 năm 2016; Luật\nGiá ngày 1 tháng 2 năm 2012;\nCăn cứ Luật Chợ ngày 1 tháng 3 năm 2013;\n\nĐiều 1. Phạm vi\nThuốc.\n",
            "9/2023/TT-BYT basedOn Dược; 9/2023/TT-BYT basedOn Giá; 9/2023/TT-BYT basedOn Chợ",
        ),
    ],
    "rules of procedure": [
        (
            f"{CIRCULAR}Điều 1. Ban hành kèm theo Thông tư này Nội quy kỳ họp Hội đồng thuốc nam nhiệm kỳ 2021 - 2026.\n",
            "9/2023/TT-BYT promulgates Nội quy kỳ họp Hội đồng thuốc nam nhiệm kỳ 2021 - 2026",
        ),
        (f"{CIRCULAR}Điều 1. Người dự họp thực hiện nội quy kỳ họp của Hội đồng.\n", ""),
    ],
    "a circular guides no circular": [
        (
            f"{CIRCULAR}Điều 1. Thu phí\nTheo Thông tư số 3/2011/TT-BYT hướng dẫn thực hiện các quy định của pháp luật về phí và Thông tư số 4/2012/TT-BYT hướng dẫn Luật Giá.\n",
            "9/2023/TT-BYT cites 3/2011/TT-BYT; 9/2023/TT-BYT cites 4/2012/TT-BYT; 4/2012/TT-BYT guides Giá",
        ),
    ],
    "an annex alone": [
        (
            f"{ANNEX}1. Thông tư số 3/2011/TT-BYT ngày 6/5/2011.\n2. Thông tư số 4/2012/TT-BYT ngày 7/6/2012 hướng dẫn Nghị định số 5/2010/NĐ-CP.\n",
            "9/2023/TT-BYT repeals 3/2011/TT-BYT; 9/2023/TT-BYT repeals 4/2012/TT-BYT; 4/2012/TT-BYT guides 5/2010/NĐ-CP",
        ),
        (  # a page that speaks of an annex
            "Danh mục văn bản bãi bỏ (kèm theo Thông tư số 9/2023/TT-BYT) gồm Thông tư số 3/2011/TT-BYT. Bộ đã gửi các địa phương.\n",
            "",
        ),
    ],
    "a law that an older document names is no newer one": [
        (
            f"{CIRCULAR}Căn cứ Luật Dược số 105/2016/QH13;\nĐiều 1. Bãi bỏ\nBãi bỏ Thông tư số 3/2008/TT-BYT ngày 6/5/2008 hướng dẫn Luật Dược và Thông tư số 6/2018/TT-BYT ngày 1/2/2018 hướng dẫn Luật Dược.\nĐiều 2. Theo Luật Dược.\n",
            (
                "9/2023/TT-BYT basedOn 105/2016/QH13; 9/2023/TT-BYT repeals 3/2008/TT-BYT; 9/2023/TT-BYT repeals 6/2018/TT-BYT; "
                "3/2008/TT-BYT guides Dược; 6/2018/TT-BYT guides 105/2016/QH13"
            ),
        ),
        (
            f"{CIRCULAR}Điều 1. Bãi bỏ\nBãi bỏ Thông tư số 3/2008/TT-BYT ngày 6/5/2008 hướng dẫn Luật Dược.\nĐiều 2. Theo Luật Dược số 34/2005/QH11.\n",
            "9/2023/TT-BYT repeals 3/2008/TT-BYT; 3/2008/TT-BYT guides 34/2005/QH11; 9/2023/TT-BYT cites 34/2005/QH11",
        ),
    ],
    "letters": [
        (
            f"{LETTER}Trả lời công văn số 12/CT-KTT ngày 1/2/2021, Cục Thuế có ý kiến như sau:\nCăn cứ Điều 4 Thông tư số 8/2013/TT-BTC quy định về thuế chợ:\n“...”\nCăn cứ các quy định nêu trên, Công ty nộp thuế theo Luật Đầu tư.\n",
            "77/CT-TTHT cites 12/CT-KTT; 77/CT-TTHT basedOn 8/2013/TT-BTC [Điều 4]; 77/CT-TTHT cites Đầu tư",
        ),
        (
            f"BỘ Y TẾ\nV/v: đính chính Thông tư số 3/2011/TT-BYT\n{MOTTO}Hà Nội, ngày 3 tháng 3 năm 2012\n\nKính gửi: Sở Y tế các tỉnh\n\nBộ Y tế đính chính như sau.\n",
            "đính chính Thông tư số 3/2011/TT-BYT corrects 3/2011/TT-BYT",
        ),
    ],
    "consolidated texts": [
        (  # its opening stands above its letterhead, as the first that the text names
            OPENED,
            "7/VBHN-BYT consolidates 5/2020/TT-BYT; 5/2020/TT-BYT details Dược",
        ),
        (  # a flattened opening; what a name without number says is cited though that law has changed this one
            CHANGED_LAW,
            (
                "5/VBHN-VPQH consolidates 11/2012/QH13; 5/VBHN-VPQH consolidates 8/2018/QH14; 5/VBHN-VPQH consolidates 9/2019/QH14; "
                "8/2018/QH14 amends 11/2012/QH13; 9/2019/QH14 amends 11/2012/QH13; 11/2012/QH13 basedOn HP; 11/2012/QH13 cites 9/2019/QH14"
            ),
        ),
        (  # the end of one: its notes say what changed it, its annex whose text it gives
            FOOT,
            (
                "7/VBHN-BYT consolidates 3/2026/TT-BYT; 7/VBHN-BYT consolidates 6/2026/TT-BYT; 6/2026/TT-BYT repeals 3/2026/TT-BYT [Điều 8/khoản 2]; "
                "6/2026/TT-BYT cites 4/2016/QH13; 3/2026/TT-BYT replaces 2/2011/TT-BYT"
            ),
        ),
    ],
    "editors' notes in brackets": [
        (
            f"{CIRCULAR}Điều 3. Giá\n1. Giá thuốc. [Khoản này được hướng dẫn bởi Nghị định số 5/2024/NĐ-CP. Nội dung hướng dẫn Khoản này tại Nghị định số 5/2024/NĐ-CP nay được sửa đổi bởi Nghị định số 6/2025/NĐ-CP]\n2. Theo Luật Giá.\n",
            "5/2024/NĐ-CP guides 9/2023/TT-BYT [Điều 3/khoản 1]; 6/2025/NĐ-CP amends 5/2024/NĐ-CP; 9/2023/TT-BYT cites Giá",
        ),
        (  # brackets that cite
            f"{CIRCULAR}Điều 3. Giá\n1. Giá thuốc [theo Nghị định số 5/2024/NĐ-CP].\n",
            "9/2023/TT-BYT cites 5/2024/NĐ-CP",
        ),
    ],
}


@pytest.mark.parametrize(("text", "expected"), [row for table in TOLD.values() for row in table])
def test_legal_texts_say_what_their_grammar_says(text: str, expected: str) -> None:
    assert told(text) == rows(expected)


@pytest.mark.parametrize(
    ("text", "own"),
    [
        (f"{LETTER}Cục Thuế có ý kiến.\n", "CV"),
        (f"{LETTER.replace('V/v thuế chợ', '')}Cục Thuế có ý kiến.\n", "CT"),  # a Chỉ thị whose title is lost
        (f"{ANNEX}1. Thông tư số 3/2011/TT-BYT.\n", "TT"),
        ("3. Hồ sơ theo Điều 8 Quyết định này.\n4. Mẫu theo Điều 10 Quyết định này.\n", "QĐ"),  # the middle of one
        ("3. Hồ sơ theo Điều 8 Quyết định này.\n4. Mẫu.\n", None),
        ("3. Theo Điều 8 Quyết định này.\n4. Theo Điều 10 Quyết định này; Quyết định số 5/QĐ-TTg.\n", None),
        ('Điều 1. Sửa như sau: “1. Chợ."\nĐiều 2. Hiệu lực\nLuật này có hiệu lực từ ngày 1/1/2026.\n', "L"),
        ("Điều 1. Sửa như sau: “1. Chợ.\nĐiều 2. Hiệu lực\nLuật này có hiệu lực từ ngày 1/1/2026.”\n", None),
    ],
)
def test_whose_text_a_source_is(text: str, own: str | None) -> None:
    documents = named(normal.normal(text).content)
    assert next((d.type for d in documents if d.own), None) == own
