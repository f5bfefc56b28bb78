"""Which parts an item of an article changes: verbs with their parts, words that stand at parts, and near misses."""

from __future__ import annotations

import pytest

from loaders.extraction import gaps, parts, provisions
from loaders.extraction.normal import fold, normal
from loaders.extraction.sentences import Block
from tests.loaders.statements import read, told

CHANGED = [
    # where an added part is to stand is no part that changes
    ("Bổ sung Điều 8a và Điều 8b sau Điều 8 như sau:", ["Điều 8a; Điều 8b"]),
    ("Bổ sung khoản 4a, khoản 4b vào sau khoản 4 của Điều 6", ["Điều 6/khoản 4a; Điều 6/khoản 4b"]),
    ("Bổ sung các điểm g, h vào ngay sau điểm e khoản 3 Điều 2", ["Điều 2/khoản 3/điểm g; Điều 2/khoản 3/điểm h"]),
    ("Bổ sung vào sau khoản 5 các khoản 6 và 7 mới:", ["khoản 6; khoản 7"]),
    ("Bổ sung vào sau Điều 12 Điều 12A như sau:", ["Điều 12A"]),
    ("Bổ sung vào cuối khoản 3 Điều 9 như sau:", ["Điều 9/khoản 3"]),
    ("Bổ sung Điều 3a trước Điều 4 như sau:", ["Điều 3a"]),
    ("Bổ sung Mục 1a vào sau Mục 1 Chương III", ["Chương III/Mục 1a"]),
    # each verb has its parts; without a semicolon the later names the article of the earlier too
    ("Sửa đổi khoản 6, bổ sung khoản 7 vào Điều 3 như sau:", ["Điều 3/khoản 6", "Điều 3/khoản 7"]),
    (
        "Bãi bỏ điểm c khoản 1 Điều 8; bỏ Điều 9; sửa khoản 2 Điều 11.",
        ["Điều 8/khoản 1/điểm c", "Điều 9", "Điều 11/khoản 2"],
    ),
    (
        "Bổ sung tiểu mục c mục 2 phần A và sửa đổi tiểu mục d mục 4 phần A Phụ lục V như sau:",
        ["Phụ lục V/Phần A/Mục 2/tiểu mục c", "Phụ lục V/Phần A/Mục 4/tiểu mục d"],
    ),
    # words at parts
    ("Bỏ cụm từ “ba tháng,” tại khoản 1 và điểm b khoản 4 Điều 6;", ["Điều 6/khoản 1; Điều 6/khoản 4/điểm b"]),
    (
        "Thay từ “chợ” bằng từ “siêu thị” tại Điều 3, khoản 1 Điều 8 và Phụ lục II.",
        ["Điều 3; Điều 8/khoản 1; Phụ lục II"],
    ),
    (
        "Sửa cụm từ “A” tại khoản 2 Điều 3 và “B” tại điểm a khoản 5 Điều 4 thành “C”.",
        ["Điều 3/khoản 2; Điều 4/khoản 5/điểm a"],
    ),
    ("Bãi bỏ cụm từ “chợ” tại Điều 2; cụm từ “quán” tại khoản 3 Điều 4.", ["Điều 2", "Điều 4/khoản 3"]),
    ("Bãi bỏ quy định về lệ phí tại khoản 2 Điều 7 và Điều 9.", ["Điều 7/khoản 2; Điều 9"]),
    # what of a part is meant, and what stands behind it
    (
        "Sửa đổi đoạn mở đầu khoản 2, tên khoản 3, khoản 5 Điều 7 như sau:",
        ["Điều 7/khoản 2; Điều 7/khoản 3; Điều 7/khoản 5"],
    ),
    ("Sửa đổi, bổ sung một số điểm, khoản của Điều 4 như sau:", ["Điều 4"]),
    ("Sửa đổi Điều 6 về thủ tục cấp thẻ như sau:", ["Điều 6"]),
    ("Sửa đổi, bổ sung [Khoản này được hướng dẫn bởi Điều 2] khoản 8 Điều 5 như sau:", ["Điều 5/khoản 8"]),
    ("Thay thế Mẫu số 03 bằng Mẫu số 04 ban hành kèm theo Thông tư này.", ["Mẫu số 03"]),
    ("Sửa đổi, bổ sung Phụ lục như sau:", ["Phụ lục"]),
    ("Bãi bỏ Phụ lục VI-1.2 và Phụ lục VI-3.", ["Phụ lục VI-1.2; Phụ lục VI-3"]),
    ("Bãi bỏ các Điều: 5, 6 và khoản 2 Điều 8.", ["Điều 5; Điều 6; Điều 8/khoản 2"]),
    ("Sửa đổi nội dung ghi chú mục 3 Phụ lục I như sau:", ["Phụ lục I/Mục 3"]),
    ("Sửa đổi khổ thứ nhất khoản 2 Điều 8 như sau:", ["Điều 8/khoản 2"]),
    (
        "Bổ sung khoản 2a, sửa đổi khoản 3, bổ sung khoản 3a và bãi bỏ khoản 4 Điều 5 như sau:",
        ["Điều 5/khoản 2a", "Điều 5/khoản 3", "Điều 5/khoản 3a", "Điều 5/khoản 4"],
    ),
    # parts first
    ("Tại điểm c khoản 1 Điều 6, sửa đoạn: “x” thành: “y”", ["Điều 6/khoản 1/điểm c"]),
    ("Khoản 3, Điều 5 được sửa thành khoản 3 Điều 5 mới sau đây:", ["Điều 5/khoản 3"]),
    ("Điều 15 sửa đổi, bổ sung như sau:", ["Điều 15"]),
    ("Cụm từ “chợ” tại khoản 4 Điều 7 được thay bằng cụm từ “siêu thị”.", ["Điều 7/khoản 4"]),
    # near misses
    ("Sửa đổi mức thu theo quy định tại Điều 9 như sau:", []),
    ("Điều chỉnh số ngày công là 3 ngày.", []),
    ("Khoản 5 Điều 4 chưa được sửa đổi, bổ sung.", []),
    ("Khoản 6 Điều 13 không bị bãi bỏ.", []),
    ("Điều 14 khi được sửa đổi phải công bố.", []),
    ("Bổ sung kinh phí cho năm sau theo khoản 2 Điều 6.", []),
    ("Trường hợp đề nghị thay đổi theo khoản 3 Điều này", []),
    ("Bổ sung điểm d khoản 4 Điều này", []),
    ("Sửa đổi, bổ sung một số điều như sau:", []),
    ("Khoản 3 Điều 5 Thông tư này được thực hiện từ năm 2020 và sửa chữa nhà", []),
    ("Thay thế mẫu biểu bằng Mẫu số 02 tại Phụ lục ban hành kèm theo Thông tư này", []),
]


@pytest.mark.parametrize(("item", "expected"), CHANGED)
def test_an_item_names_the_parts_that_it_changes(item: str, expected: list[str]) -> None:
    folded = fold(item)
    assert list(parts.changed(folded, item, Block(0, len(item), 0, 2))) == expected


CITED = [
    ("khoản 4 Điều 6 và khoản 7 ", "Điều 6/khoản 4; Điều 6/khoản 7"),
    ("Điều 5, khoản 2, điểm a ", "Điều 5/khoản 2/điểm a"),
    ("Điều 5 và khoản 3 ", "Điều 5; khoản 3"),
    ("khoản 1 Điều 4 (quy định về kê khai) ", "Điều 4/khoản 1"),
    ("số thứ tự 7 tại Biểu phí quy định tại khoản 1 Điều 2 ", "Điều 2/khoản 1/số thứ tự 7"),
    ("Bảng 3 của Phụ lục ban hành kèm theo ", "Phụ lục/Bảng 3"),
    ("Mẫu số 05 và Mẫu số 06 tại Phụ lục ban hành kèm theo ", "Phụ lục/Mẫu số 05; Phụ lục/Mẫu số 06"),
    ("điểm 2 Mục III Biểu mức thu lệ phí ban hành kèm theo ", "Mục III/điểm 2"),
    ("Điều 8, Phụ lục VI ban hành kèm theo ", "Điều 8; Phụ lục VI"),
    ("mục 3, Phụ lục VI ban hành kèm theo ", "Phụ lục VI/Mục 3"),
    ("một số Phụ lục kèm theo ", None),
    ("theo mẫu (số 3/2020/TT) ", None),
]


@pytest.mark.parametrize(("words", "expected"), CITED)
def test_parts_before_a_document(words: str, expected: str | None) -> None:
    content = normal(words).content + " "
    found = provisions.before(fold(content), len(content), content)
    assert (found and found[0]) == expected


HEAD = "BỘ Y TẾ\nSố: 9/2023/TT-BYT\nHà Nội, ngày 3 tháng 8 năm 2023\n\nTHÔNG TƯ\nVề thuốc nam\n\n"
NAMED = [
    (  # all parts before the document, over the words between them
        "Điều 1. Bãi bỏ cụm từ “cây” tại khoản 1 Điều 2; cụm từ “lá” tại Điều 4 Thông tư số 3/2011/TT-BYT ngày 6/5/2011.",
        "9/2023/TT-BYT repeals 3/2011/TT-BYT [Điều 2/khoản 1; Điều 4]",
    ),
    (  # parts listed behind it
        "Điều 1. Bãi bỏ một phần Thông tư số 3/2011/TT-BYT ngày 6/5/2011 của Bộ Y tế: Bãi bỏ khoản 2 Điều 4.",
        "9/2023/TT-BYT repeals 3/2011/TT-BYT [Điều 4/khoản 2]",
    ),
    (  # what is told of the old words behind the document is no part of it
        "Điều 1. Bãi bỏ Thông tư số 3/2011/TT-BYT ngày 6/5/2011 của Bộ Y tế. Hồ sơ nộp trước ngày này theo Điều 5.",
        "9/2023/TT-BYT repeals 3/2011/TT-BYT",
    ),
    (  # a verb of its own acts on the whole
        "Điều 1. Bỏ cụm từ “lá” tại Điều 3 và bãi bỏ Thông tư số 3/2011/TT-BYT ngày 6/5/2011.",
        "9/2023/TT-BYT repeals 3/2011/TT-BYT",
    ),
    (  # items under an annex
        "Điều 1. Sửa đổi Phụ lục II ban hành kèm theo Thông tư số 3/2011/TT-BYT như sau:\na) Bổ sung số thứ tự 9 vào sau số thứ tự 8 mục IV phần A như sau:",
        "9/2023/TT-BYT amends 3/2011/TT-BYT [Phụ lục II/Phần A/Mục IV/số thứ tự 9]",
    ),
]


@pytest.mark.parametrize(("body", "expected"), NAMED)
def test_parts_belong_to_the_document_that_a_block_changes(body: str, expected: str) -> None:
    assert told(HEAD + body + "\n") == {expected}


OLD = "Điều 1. Sửa đổi một số điều của Thông tư số 3/2011/TT-BYT ngày 6/5/2011 như sau:\n"


@pytest.mark.parametrize(
    "body",
    [
        "1. Tên Điều 5 được sửa đổi như sau:\n“Điều 5. Vườn cây.”\n2. Bãi bỏ khoản 4 Điều 6.\n",
        '1. Tên Điều 5 được sửa đổi như sau:\n“Điều 5. Vườn cây. "\n2. Bãi bỏ khoản 4 Điều 6.\n',  # closed with the plain mark
    ],
)
def test_a_quoted_article_ends_no_article_of_the_text(body: str) -> None:
    assert [r.provision for r in read(HEAD + OLD + body).relations] == ["Điều 5; Điều 6/khoản 4"]


NAMES = [
    (  # what is ruled at a part, in the name of what changes it
        "Căn cứ Thông tư số 5/2015/TT-BYT về việc sửa đổi mức khoán quy định tại khoản 1 Điều 7 Thông tư số 3/2011/TT-BYT;\n\nĐiều 1. Lá.",
        {"9/2023/TT-BYT basedOn 5/2015/TT-BYT", "5/2015/TT-BYT amends 3/2011/TT-BYT [Điều 7/khoản 1]"},
    ),
    (  # of a ground all is its name: what it does as another rules is its own doing
        "Căn cứ Nghị định số 7/2016/NĐ-CP về việc thu phí theo quy định tại khoản 1 Điều 7 Luật Giá;\n\nĐiều 1. Lá.",
        {"9/2023/TT-BYT basedOn 7/2016/NĐ-CP", "7/2016/NĐ-CP basedOn Giá [Điều 7/khoản 1]"},
    ),
    (
        "Căn cứ Nghị định số 7/2016/NĐ-CP về hỗ trợ đối tượng quy định tại Luật Giá;\n\nĐiều 1. Lá.",
        {"9/2023/TT-BYT basedOn 7/2016/NĐ-CP"},
    ),
    (
        "Căn cứ nhiệm vụ được giao theo quy định tại khoản 1 Điều 7 Luật Giá;\n\nĐiều 1. Lá.",
        {"9/2023/TT-BYT basedOn Giá [Điều 7/khoản 1]"},
    ),
    (  # sums are adjusted, not what lays them down
        "Điều 1. Điều chỉnh mức phụ cấp quy định tại khoản 1 Điều 2 Thông tư số 3/2011/TT-BYT như sau: tăng một phần mười.",
        {"9/2023/TT-BYT cites 3/2011/TT-BYT [Điều 2/khoản 1]"},
    ),
    (
        "Điều 1. Điều chỉnh khoản 1 Điều 2 Thông tư số 3/2011/TT-BYT như sau: tăng một phần mười.",
        {"9/2023/TT-BYT amends 3/2011/TT-BYT [Điều 2/khoản 1]"},
    ),
]


@pytest.mark.parametrize(("body", "expected"), NAMES)
def test_what_is_changed_over_the_name_of_what_is_ruled(body: str, expected: set[str]) -> None:
    assert told(HEAD + body + "\n") == expected


def test_as_ruled_names_no_rule() -> None:
    assert gaps.ruled_at(" mức khoán quy định tại ")
    assert not gaps.ruled_at(" cây theo quy định tại ")
    assert not gaps.ruled_at(" theo mức khoán quy định tại ")


def test_a_line_broken_before_an_article_goes_on() -> None:
    body = (
        "Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 3/2011/TT-BYT ngày 6/5/2011 như sau:\n"
        "1. Bổ sung điểm d vào sau điểm c khoản 1\nĐiều 54 như sau:\n“d) Lá.”.\n"
    )
    assert [r.provision for r in read(HEAD + body).relations] == ["Điều 54/khoản 1/điểm d"]


PRINTED = [
    (  # an article that a page gives, without quotation marks
        "Căn cứ Điều 9 Nghị định 4/2021/NĐ-CP quy định về vườn cây như sau:\n\nĐiều 9. Vườn cây\n\n1. Cây được trồng theo khoản 2 Điều 7 Luật Trồng trọt.\n\nNhư vậy, cây được trồng theo Luật Đất đai.\n",
        {"4/2021/NĐ-CP cites Trồng trọt [Điều 7/khoản 2]"},
    ),
    (  # what follows is the page's own
        "Căn cứ Điều 9 Nghị định 4/2021/NĐ-CP quy định về vườn cây như sau:\n\n- Vườn cây được lập theo Luật Trồng trọt.\n",
        set(),
    ),
    (  # the text of a change: it is not the page that gives an article
        "Điều 1. Sửa đổi Nghị định 4/2021/NĐ-CP quy định về vườn cây như sau:\n\n1. Vườn cây được lập theo Luật Trồng trọt.\n",
        set(),
    ),
    (
        "Vườn cây được lập như thế nào?\n\nĐiều 9. Vườn cây\n\n1. Vườn cây được lập theo Luật Trồng trọt.\n",
        set(),
    ),
]


@pytest.mark.parametrize(("text", "expected"), PRINTED)
def test_an_article_that_a_page_gives_cites_what_it_names(text: str, expected: set[str]) -> None:
    assert told(text) == expected


NOTED = "LUẬT\nSố: 5/2012/QH13\nHà Nội, ngày 3 tháng 8 năm 2012\n\nLUẬT\nTrồng trọt\n\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Điều 4. Giống cây\n1. Giống cây được chọn.\n2. Giống cây được giữ. [Khoản này được hướng dẫn bởi Nghị định 4/2021/NĐ-CP có hiệu lực từ ngày 1/2/2021]\n",
            {"4/2021/NĐ-CP guides 5/2012/QH13 [Điều 4/khoản 2]"},
        ),
        (
            "Điều 4. Giống cây\n[Điều này được hướng dẫn bởi Nghị định 4/2021/NĐ-CP có hiệu lực từ ngày 1/2/2021]\n",
            {"4/2021/NĐ-CP guides 5/2012/QH13 [Điều 4]"},
        ),
        (
            "Điều 4. Giống cây [Giống cây được hướng dẫn bởi Nghị định 4/2021/NĐ-CP có hiệu lực từ ngày 1/2/2021]\n",
            {"4/2021/NĐ-CP guides 5/2012/QH13"},
        ),
    ],
)
def test_a_note_tells_of_the_part_in_which_it_stands(body: str, expected: set[str]) -> None:
    assert told(NOTED + body) == expected


def test_what_a_quotation_in_the_line_says_takes_no_part_from_the_item() -> None:
    text = (
        "THÔNG TƯ\nSố: 1/2021/TT-BTC\nĐiều 1. Sửa đổi, bổ sung một số điều của Thông tư số 5/2019/TT-BTC\n"
        "1. Sửa đổi khoản 2 Điều 3 như sau: “2. Bãi bỏ khoản 1 Điều 9 Nghị định số 8/2018/NĐ-CP.”"
    )
    assert "1/2021/TT-BTC amends 5/2019/TT-BTC [Điều 3/khoản 2]" in told(text)
    assert not any("8/2018/NĐ-CP" in one and "Điều 3" in one for one in told(text))
