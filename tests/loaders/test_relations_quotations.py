"""Quoted words that a change strikes out, exchanges or gives: named by the text that changes, acted on by no verb."""

from __future__ import annotations

import pytest

from tests.loaders.letterheads import CIRCULAR
from tests.loaders.statements import told

QUOTED = {
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


@pytest.mark.parametrize(("text", "expected"), [row for rows in QUOTED.values() for row in rows])
def test_quoted_words_are_named_and_not_acted_on(text: str, expected: str) -> None:
    assert told(text) == {part.strip() for part in expected.split("; ") if part.strip()}
