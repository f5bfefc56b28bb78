"""What schools, agencies and answers to questions say of documents: each construction with near misses."""

from __future__ import annotations

import pytest

from tests.loaders.statements import named, obligations, stated, told

MET = "Sáng 5/3/2031, Trường Tiểu học Hoa Mơ họp hội đồng sư phạm. "
LISTED = (
    "Tại cuộc họp ngày 5/3/2031, nhà trường đã triển khai các văn bản sau:\n- Quyết định số 5/QĐ-UBND về lớp ghép.\n"
)
MEETING = "Tại buổi họp ngày 5/3/2031, Trường Tiểu học Hoa Mơ đã phổ biến đến giáo viên các văn bản, gồm:\n"
US = "dissemination(nhà trường, 2031-03-05)"
OURS = "dissemination(Trường Tiểu học Hoa Mơ, 2031-03-05)"
HEAD = (
    "| SỞ Y TẾ TỈNH LONG HÀ Số: 71/SYT-KHTC V/v thu viện phí | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM "
    "Độc lập - Tự do - Hạnh phúc Long Hà, ngày 4 tháng 5 năm 2031 |\n\nKính gửi: Các bệnh viện.\n\n"
)
AIMS = (
    "UBND TỈNH LONG HÀ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 71/KH-UBND\nLong Hà, ngày 4 tháng 5 năm 2031\n\n"
    "KẾ HOẠCH\nTrồng cây năm 2031\n\nI. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n- "
)

USES = {
    "a list of what a body has made known": [
        (
            LISTED + "- Triển khai Công văn số 12/PGDĐT ngày 2/3/2031 về việc dạy thêm.",
            f"{US} disseminates 12/PGDĐT; {US} disseminates 5/QĐ-UBND",
        ),
        (
            MEETING + "- Luật Trẻ em;\n- Thông tư số 9/2031/TT-BGDĐT.",
            f"{OURS} disseminates 9/2031/TT-BGDĐT; {OURS} disseminates Trẻ em",
        ),
        # put into effect, yet to be done, or listed for something else
        ("Nhà trường đã triển khai các văn bản sau:\n- Công văn số 12/PGDĐT về việc dạy thêm.", ""),
        (MET + "Nhà trường sẽ phổ biến các văn bản sau:\n- Công văn số 12/PGDĐT về việc dạy thêm.", ""),
        (MET + "Hồ sơ gồm các văn bản sau:\n- Công văn số 12/PGDĐT về việc dạy thêm.", ""),
    ],
    "a title that names its type once more": [
        (
            "Công văn gửi kèm Quyết định số 5/QĐ-UBND ngày 2/3/2031 về Quyết định ban hành Quy chế trông giữ xe.",
            "5/QĐ-UBND promulgates Quy chế trông giữ xe",
        ),
        (
            "Xem Thông tư số 9/2031/TT-BTC ngày 2/3/2031 Thông tư hướng dẫn Nghị định số 4/2030/NĐ-CP về phí đò.",
            "9/2031/TT-BTC guides 4/2030/NĐ-CP",
        ),
    ],
    "a circular that fills in several": [
        (
            "Theo Điều 4 của Luật Thủy sản và Điều 7 Nghị định số 4/2030/NĐ-CP được hướng dẫn bởi Điều 3 Thông tư số 9/2031/TT-BTC, chủ tàu được miễn.",
            "9/2031/TT-BTC guides 4/2030/NĐ-CP; 9/2031/TT-BTC guides Thủy sản",
        ),
        (
            "Theo Luật Thủy sản, chủ tàu nộp phí. Điều 7 Nghị định số 4/2030/NĐ-CP được hướng dẫn chi tiết bởi Thông tư số 9/2031/TT-BTC.",
            "9/2031/TT-BTC guides 4/2030/NĐ-CP",
        ),
    ],
    "a letterhead in one line": [
        (
            HEAD + "Thực hiện Thông tư số 9/2031/TT-BYT, Sở Y tế đề nghị các bệnh viện thu đúng.",
            "71/SYT-KHTC implements 9/2031/TT-BYT",
        ),
        # a table of letters is none
        (
            "| SỐ | SỞ Y TẾ Số: 71/SYT-KHTC | đã gửi |\n\nThực hiện Thông tư số 9/2031/TT-BYT, Sở Y tế tổ chức thu phí.",
            "implementation(Sở Y tế) implements 9/2031/TT-BYT",
        ),
    ],
    "a number that leaves its year out": [
        (
            "Căn cứ Nghị định số 53/2031/NĐ-CP về phí đò; Thông tư số 9/2031/TT-BTC hướng dẫn Nghị định số 53/NĐ-CP.",
            "9/2031/TT-BTC guides 53/2031/NĐ-CP",
        ),
        (
            "Nghị định số 54/2031/NĐ-CP về phí đò; Thông tư số 9/2031/TT-BTC hướng dẫn Nghị định số 53/NĐ-CP.",
            "9/2031/TT-BTC guides 53/NĐ-CP",
        ),
    ],
    "goals that a plan is to reach": [
        (
            AIMS
            + "Nêu cao tinh thần tự học, góp phần thực hiện thắng lợi mục tiêu đổi mới cách dạy theo Nghị quyết số 29-NQ/TW.",
            "71/KH-UBND implements 29-NQ/TW",
        ),
        (
            AIMS + "Phấn đấu hoàn thành các mục tiêu, chỉ tiêu về bờ kè tại Quyết định số 5/QĐ-TTg.",
            "71/KH-UBND implements 5/QĐ-TTg",
        ),
        # how things are to be done, and what a rule lays down
        (AIMS + "Bảo đảm đúng tiến độ theo Nghị quyết số 29-NQ/TW.", "71/KH-UBND cites 29-NQ/TW"),
        (
            AIMS + "Hoàn thành nhiệm vụ trồng cây đúng quy định tại Nghị định số 3/2030/NĐ-CP.",
            "71/KH-UBND cites 3/2030/NĐ-CP",
        ),
    ],
    "words that a page has run together": [
        (
            "Thông tư số 9/2031/TT-BTC hướng dẫnthực hiện Nghị định số 53/2030/NĐ-CP.",
            "9/2031/TT-BTC guides 53/2030/NĐ-CP",
        ),
    ],
}


@pytest.mark.parametrize(("text", "said"), [pair for pairs in USES.values() for pair in pairs])
def test_what_is_said_of_documents(text: str, said: str) -> None:
    assert stated(text) == said


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Học sinh nêu cao tinh thần thượng tôn hiến pháp, pháp luật.", []),
        ("Mọi người sống và làm việc theo hiến pháp và pháp luật.", []),
        ("Các em tìm hiểu Hiến pháp và pháp luật.", [("HP", None)]),
        ("Căn cứ hiến pháp năm 2013 đã được sửa đổi.", [("HP", None)]),
        ("Lớp học đọc luật phòng chống tác hại thuốc lá và luật trẻ em.", [("L", None), ("L", None)]),
        ("Lớp học đọc luật phòng chống tác hại bão lũ.", []),
        # a department for plans and finance, and a plan
        ("Sở Y tế có Công văn số 43/BYT-KH-TC về viện phí.", [("CV", "43/BYT-KH-TC")]),
        ("Số: 43/BYT-KH-TC\nNgày 2/3/2031\nKính gửi: Sở Y tế\n", [("CV", "43/BYT-KH-TC")]),
        ("Sở Y tế có Kế hoạch số 43/SYT-KH về viện phí.", [("KH", "43/SYT-KH")]),
        ("Thực hiện 43/KH-UBND về viện phí.", [("KH", "43/KH-UBND")]),
        # decisions are numbered twice over: with the year, and without
        ("Quyết định số 5/2031/QĐ-UBND và Quyết định số 5/QĐ-UBND.", [("QĐ", "5/2031/QĐ-UBND"), ("QĐ", "5/QĐ-UBND")]),
        ("Nghị định số 5/2031/NĐ-CP và Nghị định số 5/NĐ-CP.", [("NĐ", "5/2031/NĐ-CP")]),
        ("Nghị định số 5/NĐ-CP, tức Nghị định số 5/2031/NĐ-CP.", [("NĐ", "5/2031/NĐ-CP")]),
        (
            "Nghị định số 5/2031/NĐ-CP thay Nghị định số 5/NĐ-CP ngày 1/2/1995.",
            [("NĐ", "5/2031/NĐ-CP"), ("NĐ", "5/NĐ-CP")],
        ),
        ("Căn cứ Luật Tổ chức HĐND và UBNDngày 26/11/2003;", [("L", None)]),
    ],
)
def test_which_documents_are_named(text: str, found: list[tuple[str, str | None]]) -> None:
    assert [(d.type, d.number) for d in named(text)] == found


def test_parts_of_what_is_filled_in() -> None:
    text = (
        "Điều 4 Luật Thủy sản và khoản 1 Điều 7 Nghị định số 4/2030/NĐ-CP được hướng dẫn bởi Thông tư số 9/2031/TT-BTC."
    )
    assert told(text) == {
        "9/2031/TT-BTC guides Thủy sản [Điều 4]",
        "9/2031/TT-BTC guides 4/2030/NĐ-CP [Điều 7/khoản 1]",
    }


@pytest.mark.parametrize(
    ("said", "due"),
    [
        (
            "Ngày 9/2/2031, Sở Y tế đã có Công văn số 9/SYT-NV gửi các trạm, thời hạn gửi về Sở trước ngày 23/2/2031.",
            [],
        ),
        ("Các trạm y tế gửi báo cáo về Sở trước ngày 8/6/2031.", ["2031-06-08"]),
    ],
)
def test_what_was_due_before_the_day_of_the_letter_is_told(said: str, due: list[str]) -> None:
    letter = f"SỞ Y TẾ\nSố: 71/SYT-NV\nLong Hà, ngày 4 tháng 5 năm 2031\nKính gửi: Các trạm y tế.\n\n{said}\n"
    assert [o.due for o in obligations(letter)] == due
