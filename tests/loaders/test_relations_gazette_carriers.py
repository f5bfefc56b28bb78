"""What the Gazette says of regulations that others carry, of laws named late, of notes on words, of what goes on."""

from __future__ import annotations

import pytest

from tests.loaders.statements import named, rows, told

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
CIRCULAR = f"BỘ Y TẾ\n{MOTTO}Số: 9/2024/TT-BYT\nHà Nội, ngày 3 tháng 3 năm 2024\n\nTHÔNG TƯ\nQuy định về vườn thuốc\n\n"
MERGED = (
    f"BỘ Y TẾ\n{MOTTO}THÔNG TƯ\nQuy định về vườn thuốc\n\n"
    "Thông tư số 4/2015/TT-BYT ngày 6 tháng 5 năm 2015 của Bộ trưởng Bộ Y tế quy định về vườn thuốc, được sửa đổi, bổ sung bởi:\n"
    "Thông tư số 7/2019/TT-BYT ngày 3 tháng 8 năm 2019 của Bộ trưởng Bộ Y tế về lá thuốc;\n"
    "Thông tư số 8/2020/TT-BYT ngày 3 tháng 8 năm 2020 của Bộ trưởng Bộ Y tế về rễ thuốc.\n"
    "Căn cứ Luật Dược;\n"
    "Điều 1. Vườn\n1. Vườn có rào.\n2.1 Vườn có chiến lược,2 kế hoạch trồng.\n3.3 Vườn được miễn thuế.\n\n"
)
OF_MERGED = (
    "Quy định về vườn thuốc consolidates 4/2015/TT-BYT; Quy định về vườn thuốc consolidates 7/2019/TT-BYT; "
    "Quy định về vườn thuốc consolidates 8/2020/TT-BYT; 4/2015/TT-BYT basedOn Dược"
)
ONLY = "; 7/2019/TT-BYT amends 4/2015/TT-BYT"

READ = {
    "a regulation that another carries is what is cited": [
        (
            f"{CIRCULAR}Căn cứ Quy chế trồng cây ban hành kèm theo Quyết định số 3/2010/QĐ-TTg ngày 2 tháng 5 năm 2010;\n",
            "9/2024/TT-BYT basedOn Quy chế trồng cây; 3/2010/QĐ-TTg promulgates Quy chế trồng cây",
        ),
        (
            f"{CIRCULAR}Căn cứ Điều lệ hội làm vườn ban hành theo Quyết định số 3/2010/QĐ-TTg ngày 2 tháng 5 năm 2010;\n",
            "9/2024/TT-BYT basedOn Điều lệ hội làm vườn; 3/2010/QĐ-TTg promulgates Điều lệ hội làm vườn",
        ),
        (
            f"{CIRCULAR}Căn cứ Luật Dược;\nĐiều 1. Cây trồng theo Điều 5 Quy chế trồng cây được ban hành kèm theo Thông tư số 3/2010/TT-BYT.\n",
            "9/2024/TT-BYT basedOn Dược; 9/2024/TT-BYT cites Quy chế trồng cây [Điều 5]; 3/2010/TT-BYT promulgates Quy chế trồng cây",
        ),
        (  # a list is no instrument
            f"{CIRCULAR}Căn cứ Luật Dược;\nĐiều 1. Cây trồng theo Danh mục cây thuốc ban hành kèm theo Thông tư số 3/2010/TT-BYT.\n",
            "9/2024/TT-BYT basedOn Dược; 9/2024/TT-BYT cites 3/2010/TT-BYT",
        ),
        (  # nor are rules that have no name
            f"{CIRCULAR}Căn cứ Luật Dược;\nĐiều 1. Cây trồng theo quy chế ban hành kèm theo Thông tư số 3/2010/TT-BYT.\n",
            "9/2024/TT-BYT basedOn Dược; 9/2024/TT-BYT cites 3/2010/TT-BYT",
        ),
    ],
    "a law that is named after it has been cited by its number": [
        (
            (
                f"{CIRCULAR}Căn cứ Luật Giá số 11/2012/QH13 được sửa đổi bởi Luật số 44/2013/QH13;\nCăn cứ Luật Dược số 44/2013/QH13;\n"
                "Điều 1. Cây thuốc theo Điều 3 Luật Dược.\n"
            ),
            "9/2024/TT-BYT basedOn 11/2012/QH13; 44/2013/QH13 amends 11/2012/QH13; 9/2024/TT-BYT basedOn 44/2013/QH13 [Điều 3]",
        ),
    ],
    "what goes on as a document has begun it": [
        (
            f"{CIRCULAR.replace('Quy định về vườn thuốc', 'Tiếp tục hỗ trợ người trồng cây theo Thông tư số 3/2010/TT-BYT')}Căn cứ Luật Dược;\n",
            "9/2024/TT-BYT continues 3/2010/TT-BYT; 9/2024/TT-BYT basedOn Dược",
        ),
        (
            "Kết luận số 21-KL/TW về tiếp tục đẩy mạnh việc trồng cây theo tinh thần Nghị quyết số 18-NQ/TW.",
            "21-KL/TW continues 18-NQ/TW",
        ),
        (  # as a document rules
            f"{CIRCULAR.replace('Quy định về vườn thuốc', 'Tiếp tục thu phí trồng cây theo quy định tại Thông tư số 3/2010/TT-BYT')}Căn cứ Luật Dược;\n",
            "9/2024/TT-BYT cites 3/2010/TT-BYT; 9/2024/TT-BYT basedOn Dược",
        ),
        (  # told to others
            f"{CIRCULAR}Căn cứ Luật Dược;\nĐiều 1. Tiếp tục hỗ trợ người trồng cây theo Thông tư số 3/2010/TT-BYT.\n",
            "9/2024/TT-BYT cites 3/2010/TT-BYT; 9/2024/TT-BYT basedOn Dược",
        ),
    ],
    "the notes of a consolidated text": [
        (
            (
                f"{MERGED}1 Khoản này được bổ sung lần thứ nhất theo quy định tại Điều 1 của Thông tư số 7/2019/TT-BYT.\n"
                "Khoản này được sửa đổi lần thứ hai theo quy định tại Điều 2 của Thông tư số 8/2020/TT-BYT.\n"
            ),
            f"{OF_MERGED}; 7/2019/TT-BYT amends 4/2015/TT-BYT [Điều 1/khoản 2]; 8/2020/TT-BYT amends 4/2015/TT-BYT [Điều 1/khoản 2]",
        ),
        (
            f"{MERGED}2 Từ “quy hoạch,” được bãi bỏ theo quy định tại Điều 2 của Thông tư số 8/2020/TT-BYT.\n",
            f"{OF_MERGED}{ONLY}; 8/2020/TT-BYT amends 4/2015/TT-BYT [Điều 1/khoản 2]",
        ),
        (
            f"{MERGED}3 Nội dung về thuế tại Khoản này được thay thế theo quy định tại Điều 2 của Thông tư số 8/2020/TT-BYT.\n",
            f"{OF_MERGED}{ONLY}; 8/2020/TT-BYT amends 4/2015/TT-BYT [Điều 1/khoản 3]",
        ),
        (  # no note stands above
            f"{MERGED}Khoản này được sửa đổi theo quy định tại Điều 2 của Thông tư số 8/2020/TT-BYT.\n",
            f"{OF_MERGED}{ONLY}; 8/2020/TT-BYT amends 4/2015/TT-BYT",
        ),
    ],
    "a text whose number only its annex has": [
        (
            (
                "1. Cây thuốc theo Điều 3 Luật Dược.\nĐiều 2. Hiệu lực thi hành\n1. Thông tư này có hiệu lực từ ngày 1 tháng 4 năm 2024.\n"
                "2. Thông tư số 3/2010/TT-BYT hết hiệu lực kể từ ngày Thông tư này có hiệu lực.\nPhụ lục I\nDANH MỤC CÂY THUỐC\n"
                "(Ban hành kèm theo Thông tư số 9/2024/TT-BYT ngày 3 tháng 3 năm 2024 của Bộ trưởng Bộ Y tế)\n"
            ),
            "9/2024/TT-BYT cites Dược [Điều 3]; 9/2024/TT-BYT repeals 3/2010/TT-BYT",
        ),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"), [row for table in READ.values() for row in table], ids=lambda v: v[-60:] if v else "none"
)
def test_what_is_read(text: str, expected: str) -> None:
    assert told(text) == rows(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("làm theo văn bản số 26/CP-KTTH ngày 2 tháng 9 năm 1998 của Chính phủ.", [("CV", "26/CP-KTTH")]),
        ("làm theo văn bản số 26/CP ngày 2 tháng 9 năm 1998 của Chính phủ.", [("NĐ", "26/CP")]),
        ("trả nợ theo Hiệp định số ______ ký giữa Chính phủ nước Việt Nam và Chính phủ nước ______.", []),
        ("Sổ theo dõi việc trả nợ theo HIỆP ĐỊNH VAY.", []),
        ("PHÊ DUYỆT HIỆP ĐỊNH THƯƠNG MẠI GIỮA VIỆT NAM VÀ LÀO.", [("KHÁC", None)]),
        ("THỰC HIỆN HIỆP ĐỊNH THƯƠNG MẠI HÀNG HÓA ASEAN.", [("KHÁC", None)]),
        ("trả nợ theo HIỆP ĐỊNH VỀ TÍN DỤNG ký ngày 2 tháng 9 năm 1998.", [("KHÁC", None)]),
    ],
)
def test_which_documents_are_named(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(d.type, d.number) for d in named(text)] == expected
