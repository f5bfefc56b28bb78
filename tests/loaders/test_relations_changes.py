"""What changes what, over which parts, and for whom it speaks: constructions with near misses."""

from __future__ import annotations

import pytest

from tests.loaders.letterheads import CIRCULAR, LAW
from tests.loaders.statements import read, rows, told

CHANGES = {
    "changes over the name of a part": [
        (  # remarks in brackets
            f"{CIRCULAR}Điều 1. Bãi bỏ khoản 3 (nội dung về thuốc nam), khoản 4 Điều 2 Thông tư số 3/2011/TT-BYT ngày 6/5/2011.\n",
            "9/2023/TT-BYT repeals 3/2011/TT-BYT [Điều 2/khoản 3; Điều 2/khoản 4]",
        ),
        (
            f"{CIRCULAR}Điều 1. Thông tư này thay thế Thông tư số 3/2011/TT-BYT ngày 6/5/2011; các quy định về mua bán thuốc nam tại Thông tư số 4/2012/TT-BYT ngày 7/6/2012.\n",
            "9/2023/TT-BYT replaces 3/2011/TT-BYT; 9/2023/TT-BYT replaces 4/2012/TT-BYT",
        ),
        (
            f"{CIRCULAR}Điều 1. Bãi bỏ Thông tư số 3/2011/TT-BYT ngày 6/5/2011 và các nội dung về thuốc nam tại khoản 2 Điều 4 Thông tư số 4/2012/TT-BYT ngày 7/6/2012.\n",
            "9/2023/TT-BYT repeals 3/2011/TT-BYT; 9/2023/TT-BYT repeals 4/2012/TT-BYT [Điều 4/khoản 2]",
        ),
        (  # what is done as another text rules is not changed there
            f"{CIRCULAR}Điều 1. Thông tư này thay thế Thông tư số 3/2011/TT-BYT ngày 6/5/2011; các quy định về mua bán thuốc nam thực hiện theo Thông tư số 4/2012/TT-BYT ngày 7/6/2012.\n",
            "9/2023/TT-BYT replaces 3/2011/TT-BYT; 9/2023/TT-BYT cites 4/2012/TT-BYT",
        ),
        (
            f"{CIRCULAR}Điều 1. Thông tư này thay thế các quy định về trồng, chế biến và bảo quản thuốc nam tại các thông tư sau: Thông tư số 3/2011/TT-BYT ngày 6/5/2011; Thông tư số 4/2012/TT-BYT ngày 7/6/2012.\n",
            "9/2023/TT-BYT replaces 3/2011/TT-BYT; 9/2023/TT-BYT replaces 4/2012/TT-BYT",
        ),
        (
            f"{CIRCULAR}Điều 1. Sửa đổi mức thu của phòng khám thuốc nam quy định tại Danh mục ban hành kèm Thông tư số 3/2011/TT-BYT ngày 6/5/2011.\n",
            "9/2023/TT-BYT amends 3/2011/TT-BYT",
        ),
    ],
    "words that a change speaks of": [
        (
            f"{CIRCULAR}Điều 1. Bãi bỏ cụm từ “trồng thuốc; hướng dẫn bán thuốc;” tại khoản 2 Điều 4 Thông tư số 3/2011/TT-BYT ngày 6/5/2011.\n",
            "9/2023/TT-BYT repeals 3/2011/TT-BYT [Điều 4/khoản 2]",
        ),
    ],
    "who can change whom": [
        (
            f"{CIRCULAR}Điều 1. Phí theo Nghị định số 8/2022/NĐ-CP ngày 10/1/2022 và mục này (đã được bổ sung bởi khoản 2 Điều 1 Quyết định số 17/2022/QĐ-BYT ngày 4/5/2022).\n",
            "9/2023/TT-BYT cites 8/2022/NĐ-CP; 9/2023/TT-BYT cites 17/2022/QĐ-BYT [Điều 1/khoản 2]",
        ),
        (
            f"{CIRCULAR}Điều 1. Phí theo Nghị định số 8/2022/NĐ-CP ngày 10/1/2022 (đã được bổ sung bởi khoản 2 Điều 1 Nghị định số 17/2022/NĐ-CP ngày 4/5/2022).\n",
            "9/2023/TT-BYT cites 8/2022/NĐ-CP; 17/2022/NĐ-CP amends 8/2022/NĐ-CP",
        ),
    ],
    "parts and wholes": [
        (
            f"{CIRCULAR}Điều 1. Bãi bỏ Điều 7 của Luật Giá số 11/2012/QH13 đã được sửa đổi, bổ sung một số điều theo Luật số 38/2014/QH13.\n",
            "9/2023/TT-BYT repeals 11/2012/QH13 [Điều 7]; 38/2014/QH13 amends 11/2012/QH13",
        ),
        (
            f"{CIRCULAR}Điều 1. Hồ sơ theo khoản 1 Điều 7 của Luật Giá số 11/2012/QH13 được sửa đổi, bổ sung theo khoản 2 Điều 1 Luật số 38/2014/QH13.\n",
            "9/2023/TT-BYT cites 11/2012/QH13 [Điều 7/khoản 1]; 38/2014/QH13 amends 11/2012/QH13 [Điều 7/khoản 1]",
        ),
    ],
    "laws that change several": [
        (  # numbers without a name tell who changed the law before them; what has a name is changed itself
            f"{LAW}Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Giá số 11/2012/QH13 đã được sửa đổi, bổ sung một số điều theo Luật số 38/2014/QH13 và Luật số 64/2020/QH14, Luật Lưu trữ số 1/2011/QH13 đã được sửa đổi, bổ sung một số điều theo Luật số 36/2019/QH14 và Luật Thủ đô số 25/2012/QH13.\nĐiều 1. Phạm vi\n",
            "9/2025/QH15 amends 11/2012/QH13; 38/2014/QH13 amends 11/2012/QH13; 64/2020/QH14 amends 11/2012/QH13; 9/2025/QH15 amends 1/2011/QH13; 36/2019/QH14 amends 1/2011/QH13; 9/2025/QH15 amends 25/2012/QH13",
        ),
        (  # a ground goes on after the numbers as well
            "Căn cứ Luật Giá số 11/2012/QH13 đã được sửa đổi theo Luật số 38/2014/QH13 và Luật Lưu trữ số 1/2011/QH13, UBND tỉnh ban hành Quyết định số 5/QĐ-UBND.",
            "38/2014/QH13 amends 11/2012/QH13; 5/QĐ-UBND basedOn 11/2012/QH13; 5/QĐ-UBND basedOn 1/2011/QH13",
        ),
        (  # other texts may name such a law
            f"{CIRCULAR}Điều 1. Hồ sơ theo Luật sửa đổi, bổ sung một số điều của Luật Giá ngày 5 tháng 6 năm 2014.\n",
            "9/2023/TT-BYT cites sửa đổi, bổ sung một số điều của Luật Giá; sửa đổi, bổ sung một số điều của Luật Giá amends Giá",
        ),
    ],
    "items that change others": [
        (  # an item is one document: what is joined in it stands in its name
            f"{CIRCULAR}Điều 1. Bãi bỏ các văn bản sau:\n1. Thông tư số 3/2011/TT-BYT ngày 6/5/2011 sửa đổi Quyết định số 5/2005/QĐ-BYT ngày 2/3/2005, Thông tư số 1/2009/TT-BYT ngày 4/6/2009 và Thông tư số 2/2009/TT-BYT ngày 6/10/2009;\n2. Thông tư số 4/2012/TT-BYT ngày 7/6/2012.\n",
            "9/2023/TT-BYT repeals 3/2011/TT-BYT; 9/2023/TT-BYT repeals 4/2012/TT-BYT; 3/2011/TT-BYT amends 5/2005/QĐ-BYT; 3/2011/TT-BYT amends 1/2009/TT-BYT; 3/2011/TT-BYT amends 2/2009/TT-BYT",
        ),
        (
            f"{CIRCULAR}Điều 1. Bãi bỏ các văn bản sau:\n1. Thông tư số 3/2011/TT-BYT ngày 6/5/2011 và Thông tư số 1/2009/TT-BYT ngày 4/6/2009;\n2. Thông tư số 4/2012/TT-BYT ngày 7/6/2012.\n",
            "9/2023/TT-BYT repeals 3/2011/TT-BYT; 9/2023/TT-BYT repeals 1/2009/TT-BYT; 9/2023/TT-BYT repeals 4/2012/TT-BYT",
        ),
    ],
    "lists whose commas are lost": [
        (
            f"{CIRCULAR}Điều 1. Thông tư này thay thế các Thông tư số: 3/2011/TT-BYT ngày 6 tháng 5 năm 2011 4/2012/TT-BYT ngày 7 tháng 6 năm 2012.\n",
            "9/2023/TT-BYT replaces 3/2011/TT-BYT; 9/2023/TT-BYT replaces 4/2012/TT-BYT",
        ),
    ],
    "places in front of the verb": [
        (
            f"{CIRCULAR}Điều 1. Tại khoản 2 Điều 5 Thông tư số 3/2011/TT-BYT ngày 6/5/2011 của Bộ trưởng Bộ Y tế, thay cụm từ “thuốc nam” bằng cụm từ “dược liệu”.\n",
            "9/2023/TT-BYT amends 3/2011/TT-BYT [Điều 5/khoản 2]",
        ),
        (
            f"{CIRCULAR}Điều 1. Tại khoản 2 Điều 5 Thông tư số 3/2011/TT-BYT ngày 6/5/2011 của Bộ trưởng Bộ Y tế, các phòng khám thay thế người đã nghỉ.\n",
            "9/2023/TT-BYT cites 3/2011/TT-BYT [Điều 5/khoản 2]",
        ),
    ],
    "who speaks for the instrument": [
        (
            f"{CIRCULAR}Điều 1. Ban hành kèm theo Thông tư này Quy chế thuốc nam.\nĐiều 2. Quy chế này có hiệu lực từ ngày 1/1/2024, thay thế Thông tư số 3/2011/TT-BYT ngày 6/5/2011.\n",
            "9/2023/TT-BYT promulgates Quy chế thuốc nam; Quy chế thuốc nam replaces 3/2011/TT-BYT",
        ),
        (  # what it carries is not named: it speaks for the instrument
            f"{CIRCULAR}Điều 1. Phạm vi\nThuốc nam.\nĐiều 2. Quy chế này có hiệu lực từ ngày 1/1/2024, thay thế Thông tư số 3/2011/TT-BYT ngày 6/5/2011.\n",
            "9/2023/TT-BYT replaces 3/2011/TT-BYT",
        ),
        (
            f"{CIRCULAR}Điều 1. Phạm vi\nThuốc nam.\nĐiều 2. Trang bị theo quy chế này được thay thế Thông tư số 3/2011/TT-BYT ngày 6/5/2011 nếu hỏng.\n",
            "9/2023/TT-BYT cites 3/2011/TT-BYT",
        ),
        (
            f"{CIRCULAR}Điều 1. Thông tư này có hiệu lực từ ngày ký và được áp dụng từ năm 2024, thay thế Thông tư số 3/2011/TT-BYT ngày 6/5/2011.\n",
            "9/2023/TT-BYT replaces 3/2011/TT-BYT",
        ),
        (
            f"{CIRCULAR}Bộ Y tế hướng dẫn thực hiện Nghị định số 5/2022/NĐ-CP ngày 3/2/2022 của Chính phủ như sau:\n1. Chè xanh là thuốc nam.\n",
            "9/2023/TT-BYT guides 5/2022/NĐ-CP",
        ),
        (
            f"{CIRCULAR}Bộ Y tế giao các sở hướng dẫn thực hiện Nghị định số 5/2022/NĐ-CP ngày 3/2/2022 của Chính phủ như sau:\n1. Chè xanh là thuốc nam.\n",
            "9/2023/TT-BYT cites 5/2022/NĐ-CP",
        ),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*row, id=f"{name}-{n}") for name, table in CHANGES.items() for n, row in enumerate(table)],
)
def test_change(text: str, expected: str) -> None:
    assert told(text) == rows(expected)


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        (
            "1. Sửa đổi, bổ sung một số khoản của Điều 2 như sau:\na) Sửa đổi khoản 1 như sau:\n“1. Chợ.”;\nb) Bãi bỏ khoản 4;\n2. Bổ sung khoản 5 Điều 7 như sau:\n“5. Giá.”.",
            ["Điều 2/khoản 1", "Điều 2/khoản 4", "Điều 7/khoản 5"],
        ),
        (  # the line goes on after a preposition
            "1. Sửa đổi, bổ sung một số khoản của\nĐiều 2 như sau:\na) Sửa đổi điểm b khoản 1 như sau:\n“b) Chợ.”;",
            ["Điều 2/khoản 1/điểm b"],
        ),
        (  # each verb has parts of its own
            "1. Bổ sung điểm c khoản 2 và bãi bỏ khoản 3, khoản 4 Điều 5.",
            ["Điều 5/khoản 2/điểm c", "Điều 5/khoản 3", "Điều 5/khoản 4"],
        ),
        (  # what an item names of its own is not put under the one above
            "1. Sửa đổi khoản 1 Điều 2 như sau:\n“1. Chợ.”;\n2. Bãi bỏ khoản 3 Điều 4.",
            ["Điều 2/khoản 1", "Điều 4/khoản 3"],
        ),
    ],
)
def test_parts_of_items_stand_under_those_of_the_item_above(body: str, parts: list[str]) -> None:
    text = f"{LAW}Điều 1. Sửa đổi, bổ sung một số điều của Luật Giá số 11/2012/QH13\n{body}\n"
    assert [r.provision for r in read(text).relations if r.predicate == "amends"] == ["; ".join(parts)]


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Mẫu số 01 và Mẫu số 02 Phụ lục II ban hành kèm theo", "Phụ lục II/Mẫu số 01; Phụ lục II/Mẫu số 02"),
        ("Mẫu số 02/KK-PHAO, mẫu 2 ban hành kèm theo", "Mẫu số 02/KK-PHAO; Mẫu số 2"),
        ("mẫu phiếu mượn hồ sơ ban hành kèm theo", None),
        ("khoản 2 và bổ sung khoản 2a vào sau khoản 2 Điều 4", "Điều 4/khoản 2; Điều 4/khoản 2a"),
        ("tiểu mục 1.2 mục 1 phần II", "Phần II/Mục 1/tiểu mục 1.2"),
    ],
)
def test_model_forms_and_mixed_levels_are_parts(words: str, parts: str | None) -> None:
    text = f"{CIRCULAR}Điều 1. Sửa đổi {words} Thông tư số 3/2011/TT-BYT ngày 6/5/2011.\n"
    assert [r.provision for r in read(text).relations] == [parts]
