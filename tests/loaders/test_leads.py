"""Lists below a sentence that says what is done to the documents they name."""

from __future__ import annotations

import pytest

from tests.loaders.statements import told

ITEMS = "\n- Thông tư số 5/2010/TT-BNV;\n- Thông tư số 6/2011/TT-BNV về lưu trữ."
BOTH = ("5/2010/TT-BNV", "6/2011/TT-BNV")
NUMBERED = "\n1. Thông tư số 5/2010/TT-BNV về kho;\n2. Thông tư số 6/2011/TT-BNV về lưu trữ."
HEAD = "Thông tư số 9/2024/TT-BNV"


@pytest.mark.parametrize(
    ("lead", "predicate"),
    [
        (f"{HEAD} của Bộ Nội vụ bãi bỏ các văn bản sau:", "repeals"),
        (f"{HEAD} đã bãi bỏ toàn bộ 2 văn bản quy phạm pháp luật do Bộ ban hành, cụ thể:", "repeals"),
        (f"Hôm qua, Bộ Nội vụ ban hành {HEAD}, thay thế hai thông tư gồm:", "replaces"),
        (f"Theo {HEAD}, 2 thông tư dưới đây bị hủy bỏ:", "repeals"),
        (f"Kể từ ngày {HEAD} có hiệu lực, các thông tư sau hết hiệu lực thi hành:", "repeals"),
        (f"{HEAD} sửa đổi, bổ sung một số điều của 2 thông tư gồm:", "amends"),
        (f"{HEAD} đình chỉ thi hành những văn bản sau đây:", "suspends"),
        (f"Lưu trữ là việc chung. {HEAD} làm hết hiệu lực hai văn bản:", "repeals"),
    ],
)
@pytest.mark.parametrize("items", [ITEMS, NUMBERED])
def test_a_page_says_it_of_each_item(lead: str, predicate: str, items: str) -> None:
    assert told(lead + items) == {f"9/2024/TT-BNV {predicate} {tail}" for tail in BOTH}


@pytest.mark.parametrize(
    "lead",
    [
        f"{HEAD} không bãi bỏ các văn bản sau:",
        f"Bộ Nội vụ dự kiến ban hành {HEAD} để bãi bỏ các văn bản sau:",
        f"Theo {HEAD}, giám đốc sở có quyền bãi bỏ các văn bản sau:",
        f"Theo {HEAD}, thẻ thay thế các giấy tờ sau:",
        f"{HEAD} quy định việc bãi bỏ các văn bản sau:",
        f"{HEAD} và Thông tư số 8/2024/TT-BNV bãi bỏ các văn bản sau:",  # which of the two ends which is not said
        "Bộ Nội vụ đã bãi bỏ các văn bản sau:",
        f"{HEAD} liệt kê các thông tư bị bãi bỏ gồm:",
        f"Căn cứ các quy định của {HEAD}, tỉnh Hòa An đã bãi bỏ các văn bản sau:",
        f"Sau khi có {HEAD}, sở rà soát, đề xuất bãi bỏ các văn bản sau:",
    ],
)
def test_what_is_denied_planned_or_allowed_is_said_of_none(lead: str) -> None:
    assert not told(lead + ITEMS)


def test_who_carries_a_document_out_ends_the_others_itself() -> None:
    lead = f"Thực hiện {HEAD}, UBND tỉnh Hòa An đã bãi bỏ các quyết định sau:"
    assert told(lead + ITEMS) == {"implementation(UBND tỉnh Hòa An) implements 9/2024/TT-BNV"}


def test_the_list_ends_with_its_items() -> None:
    lead = f"{HEAD} bãi bỏ các văn bản sau:"
    after = "\nCác sở thực hiện theo hướng dẫn tại Thông tư số 7/2012/TT-BNV."
    assert told(lead + ITEMS + after) == {f"9/2024/TT-BNV repeals {tail}" for tail in BOTH}
    assert told(f"{lead}{NUMBERED}\nThông tin thêm: Nghị định số 7/2012/NĐ-CP.") == told(lead + NUMBERED)


def test_an_item_says_what_it_changes_itself() -> None:
    lead = f"{HEAD} bãi bỏ các văn bản sau:"
    items = "\n- Thông tư số 5/2010/TT-BNV;\n- Thông tư số 6/2011/TT-BNV sửa đổi Thông tư số 5/2010/TT-BNV."
    assert told(lead + items) == {
        "9/2024/TT-BNV repeals 5/2010/TT-BNV",
        "9/2024/TT-BNV repeals 6/2011/TT-BNV",
        "6/2011/TT-BNV amends 5/2010/TT-BNV",
    }


def test_an_instrument_suspends_what_it_lists() -> None:
    text = f"BỘ NỘI VỤ\nSố: 9/QĐ-BNV\nQUYẾT ĐỊNH\nQUYẾT ĐỊNH:\nĐiều 1. Nay đình chỉ những văn bản dưới đây:{ITEMS}"
    assert told(text) == {f"9/QĐ-BNV suspends {tail}" for tail in BOTH}
