"""The narrated clause: what it tells and what it leaves untold, and that every word of its table does something."""

from __future__ import annotations

import re
from functools import cache

import pytest

from loaders.extraction.lexicon import table
from tests.loaders.clause_readings import told
from tests.loaders.missing_words import Case, rounds, without

CASES = [Case("chunks", row["kind"], row, re.escape(row["word"]), row["example"] + ".") for row in table("chunks")]
ROUNDS = rounds(CASES)

TELLS = [
    # manner, aspect, time and place in any order
    ("Đảng ủy xã Suối Cát đã kịp thời, nghiêm túc triển khai thực hiện Kết luận số 8-KL/TU.", "implementation", "Đảng ủy xã Suối Cát"),
    ("Từ đầu năm, tại ba thôn vùng cao, lực lượng dân quân xã Mường Cơi đã tích cực thực hiện Kế hoạch số 31/KH-UBND.", "implementation", "lực lượng dân quân xã Mường Cơi"),
    ("Sáng 4/3/2024, Công đoàn bến phà Vàm Đình tổ chức tuyên truyền Luật Giá.", "dissemination", "Công đoàn bến phà Vàm Đình"),
    # other deeds of the same body before this one
    ("Hội Làm vườn xã Sa Lý đã ban hành hai văn bản, kiện toàn ba tổ và triển khai Chỉ thị số 12-CT/HU.", "implementation", "Hội Làm vườn xã Sa Lý"),
    ("Huyện ủy Bản Chang đã chỉ đạo các chi bộ, các đoàn thể thực hiện Nghị quyết số 5-NQ/HU.", "implementation", "Huyện ủy Bản Chang"),
    ("Trạm Khuyến nông đã phối hợp với Hội Nông dân xã, Đoàn xã tuyên truyền Luật Thủ đô.", "dissemination", "Trạm Khuyến nông"),
    # light nouns between the act and the document
    ("UBND xã Nà Ngần đã làm tốt công tác tuyên truyền các nội dung cơ bản của Luật Cư trú.", "dissemination", "UBND xã Nà Ngần"),
    ("Đoàn khảo sát của Sở Y tế đã tiến hành kiểm tra tình hình thực hiện Nghị định số 6/2021/NĐ-CP.", "inspection", "Đoàn khảo sát của Sở Y tế"),
    ("Ban Thường vụ Huyện ủy đã sơ kết 3 năm thực hiện Nghị quyết số 5-NQ/HU.", "review", "Ban Thường vụ Huyện ủy"),
    # what does something before others is told to have done it
    ("Đảng bộ xã Sa Lý là một trong những đơn vị tiêu biểu của huyện trong công tác triển khai Luật Giá.", "implementation", "Đảng bộ xã Sa Lý"),
    ("Xã Mường Cơi là xã đầu tiên ở miền núi thực hiện Luật Cư trú.", "implementation", "Xã Mường Cơi"),
    # stock is taken by whom it is reported, or who hears it
    ("Bộ Tài chính vừa báo cáo Chính phủ kết quả 3 năm thực hiện Luật Giá.", "review", "Bộ Tài chính"),
    ("Tỉnh ủy Bản Chang họp thảo luận về tình hình thực hiện Nghị quyết số 5-NQ/HU.", "review", "Tỉnh ủy Bản Chang"),
    (
        "Dưới sự chủ trì của Bí thư Huyện ủy, UBND huyện Bản Chang họp cho ý kiến về kết quả thực hiện Luật Giá.",
        "review",
        "UBND huyện Bản Chang",
    ),
    # what is launched for a document
    ("Đoàn xã Sa Lý ra mắt mô hình “Vườn không rác” nhằm kịp thời thực hiện Chỉ thị số 12-CT/HU.", "implementation", "Đoàn xã Sa Lý"),
    (
        "Đợt trồng cây do Công đoàn bến phà Vàm Đình phát động ở bãi bồi là việc làm nhằm triển khai Luật Thủ đô.",
        "implementation",
        "Công đoàn bến phà Vàm Đình",
    ),
    # what stands in front of the main clause
    ("Thực hiện Kế hoạch số 31/KH-UBND, cán bộ các thôn vùng cao đã đến từng nhà.", "implementation", "cán bộ các thôn vùng cao"),
    ("Qua hơn 4 năm thực hiện Luật Cư trú, lực lượng Công an xã Lũng Vân đã cấp xong thẻ.", "implementation", "lực lượng Công an xã Lũng Vân"),
    ("Để triển khai Chỉ thị số 12-CT/HU, HTX Đồi Chè mở sáu lớp.", "implementation", "HTX Đồi Chè"),
    # the passive, those who are taught, events
    ("Luật Giá được Chi hội Phụ nữ bến phà phổ biến.", "dissemination", "Chi hội Phụ nữ bến phà"),
    ("Tiểu thương đã được Công an xã Lũng Vân tuyên truyền Luật Cư trú.", "dissemination", "Công an xã Lũng Vân"),
    ("Tại buổi học, các học viên được nghe phổ biến Luật Thủ đô.", "dissemination", None),
    ("Đồng chí Lò Văn Sơn, Bí thư Đảng ủy xã, triển khai Nghị quyết số 5-NQ/HU.", "dissemination", None),
    ("Hội nghị tổng kết 5 năm thực hiện Chỉ thị số 12-CT/HU được tổ chức ở Bản Chang.", "review", None),
    (
        "Đoàn làm việc của Sở Y tế do ông Lò Văn Sơn làm trưởng đoàn đã đến kiểm tra tại trạm xá việc thực hiện Luật Giá.",
        "inspection",
        "Đoàn làm việc của Sở Y tế",
    ),
    ("Bệnh viện Bản Chang tổ chức hội nghị quán triệt Chỉ thị số 12-CT/HU.", "dissemination", "Bệnh viện Bản Chang"),
    ("Bà con được tặng lịch, được tuyên truyền Luật Cư trú.", "dissemination", None),
    ("Trung tâm Dạy nghề đã mở nhiều hoạt động đưa Luật Thủ đô vào cuộc sống.", "implementation", "Trung tâm Dạy nghề"),
]  # fmt: skip

SAYS_NOTHING = [
    "Khẩu hiệu: “Mừng ngày hội 9/11, các ngành, các cấp huyện Sa Lý thực hiện thắng lợi Nghị quyết số 5-NQ/HU”.",
    "Hội Nông dân tỉnh hướng dẫn hội các huyện tổ chức hội nghị quán triệt Nghị quyết số 5-NQ/HU.",
    "Thời gian 5 ngày tới, Công an xã Lũng Vân đã hẹn phổ biến Luật Cư trú.",
    "Đảng ủy xã Suối Cát sẽ triển khai thực hiện Kết luận số 8-KL/TU.",
    "Huyện ủy yêu cầu các chi bộ đã chậm phải thực hiện Nghị quyết số 5-NQ/HU.",
    "Các chi bộ tập trung thực hiện Nghị quyết số 5-NQ/HU.",
    "UBND xã Nà Ngần chưa phổ biến Luật Cư trú.",
    "Xã Mường Cơi sẽ là xã đầu tiên của huyện triển khai Luật Giá.",
    "Thời gian tới, Hội Làm vườn xã Sa Lý triển khai Chỉ thị số 12-CT/HU.",
    "Huyện ủy yêu cầu UBND xã Nà Ngần báo cáo Huyện ủy kết quả thực hiện Luật Giá.",
    "UBND xã Nà Ngần sẽ báo cáo Huyện ủy kết quả thực hiện Luật Giá.",
    "Huyện ủy Bản Chang ban hành hai văn bản nhằm thực hiện Nghị quyết số 5-NQ/TW.",
    "Đợt trồng cây do Công đoàn bến phà sẽ phát động nhằm triển khai Luật Thủ đô.",
    "UBND xã Nà Ngần báo cáo Huyện ủy kết quả thực hiện Luật Giá trước ngày 10 hằng tháng.",
    "Do UBND xã tổ chức kém nên để thực hiện Luật Giá còn khó.",
    "Nếu UBND xã đã phổ biến Luật Cư trú thì dân hết thắc mắc.",
    "Thực hiện Kế hoạch số 31/KH-UBND, Sở Y tế đề nghị các xã báo cáo.",
    "Thực hiện Kế hoạch số 31/KH-UBND, Sở Y tế xây dựng dự thảo bảng giá.",
    "Huyện ủy giao các sở, ban, ngành, UBND xã thực hiện Nghị quyết số 5-NQ/HU.",
    "Bà Hoa mua vườn năm 2019, xã đã thu thuế theo Luật Giá.",
    "Tại hội nghị, các đại biểu được tặng hoa và Luật Giá.",
    "Hội nghị sẽ tổng kết 5 năm thực hiện Chỉ thị số 12-CT/HU.",
    "Ông Lò Văn Sơn đã mua một cuốn Luật Giá.",
    "Công an xã đã xử phạt bốn hộ vi phạm Luật Cư trú.",
    "Công đoàn đã trao quà cho hộ nghèo, thực hiện Luật Cư trú là trách nhiệm của mỗi người.",
    "Hội Nông dân xã Cây Thị vừa được giao nhiệm vụ thực hiện Kết luận số 8-KL/TU.",
    "Để triển khai Chỉ thị số 12-CT/HU, các xã đang chờ kinh phí.",
    "Tạm dừng triển khai Luật Giá, Sở Tài chính đã báo cáo tỉnh.",
    "Chi bộ đã quyết tâm, đoàn kết trước hạn mà Nghị quyết số 5-NQ/HU đề ra.",
]


@cache
def without_round(number: int) -> list[object]:
    return without(ROUNDS[number], "tests.loaders.clause_readings:read")


@pytest.mark.parametrize(("text", "kind", "actor"), TELLS)
def test_a_clause_tells_a_deed(text: str, kind: str, actor: str | None) -> None:
    assert [(deed[0], deed[1]) for deed in told(text)] == [(kind, actor)]


@pytest.mark.parametrize("text", SAYS_NOTHING)
def test_a_clause_that_tells_no_fact(text: str) -> None:
    assert told(text) == []


def test_documents_side_by_side() -> None:
    found = told("Chi bộ Đồi Chè đã quán triệt Nghị quyết số 5-NQ/HU, Kết luận số 8-KL/TU và các Chỉ thị số 12-CT/HU.")
    assert [len(deed[2]) for deed in found] == [3]


@pytest.mark.parametrize(
    ("number", "place"),
    [
        pytest.param(number, place, id=f"{case.kind}-{case.row['word']}")
        for number, one in enumerate(ROUNDS)
        for place, case in enumerate(one)
    ],
)
def test_without_its_word_an_example_is_read_otherwise(number: int, place: int) -> None:
    case = ROUNDS[number][place]
    said = [[kind, actor, list(names)] for kind, actor, names in told(case.text)]
    assert without_round(number)[place] != said
    assert said or case.kind in {"opaque", "untold"}
