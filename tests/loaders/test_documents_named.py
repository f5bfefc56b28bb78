"""What a document is named by: its number, day, body and title, as sentences give them, with near misses."""

from __future__ import annotations

import pytest

from tests.loaders.letterheads import CIRCULAR, DECISION
from tests.loaders.statements import named


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Luật Lưu trữ 2024 (Luật số 33/2024/QH15) nêu.", ["33/2024/QH15"]),
        ("Luật Lưu trữ 2011 (Luật số 33/2024/QH15) nêu.", [None, "33/2024/QH15"]),  # of another year
        ("Luật Lưu trữ và Luật Thủ đô (xem Luật số 33/2024/QH15).", [None, None, "33/2024/QH15"]),
        ("Luật Lưu trữ (Luật số 33/2024/QH15, đang sửa) nêu.", [None, "33/2024/QH15"]),
        ("(Luật số 33/2024/QH15)", ["33/2024/QH15"]),
    ],
)
def test_the_number_in_brackets_is_of_the_law_before_it(text: str, numbers: list[str | None]) -> None:
    found = named(text)
    assert [d.number for d in found] == numbers


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Luật Xử lý bùn thải (XLBT) nêu. Luật XLBT quy định.", ["Xử lý bùn thải"]),
        ("Luật Xử lý bùn thải ( Luật XLBT ) nêu. Luật XLBT quy định.", ["Xử lý bùn thải"]),
        ("Luật Xử lý bùn thải nêu. Luật XLBT quy định.", ["Xử lý bùn thải", "XLBT"]),
        ("Luật Xử lý bùn thải (UBTV) nêu. Luật UBTV quy định.", ["Xử lý bùn thải", "UBTV"]),
    ],
)
def test_a_law_is_named_again_by_the_initials_in_its_brackets(text: str, titles: list[str]) -> None:
    assert [d.title for d in named(text)] == titles


def test_an_instrument_that_is_enacted_is_the_own_one_whatever_leads_to_its_subject() -> None:
    head = CIRCULAR.replace("Về thuốc nam", "Quy định quy trình lập và chăm sóc vườn thuốc\n\nCăn cứ Luật Dược;")
    said = "Bộ trưởng Bộ Y tế ban hành Thông tư quy định về quy trình lập và chăm sóc vườn thuốc.\n\nĐiều 1. Phạm vi\n"
    assert [d.title for d in named(head + said)] == ["Quy định quy trình lập và chăm sóc vườn thuốc", "Dược"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Báo cáo tổng kết Chiến lược phát triển thủy sản giai đoạn 2011-2020, xây dựng chiến lược mới và báo cáo.",
            "phát triển thủy sản giai đoạn 2011-2020",
        ),
        (
            "Chiến lược phát triển thủy sản giai đoạn 2011-2020, tầm nhìn đến năm 2030.",
            "phát triển thủy sản giai đoạn 2011-2020, tầm nhìn đến năm 2030",
        ),
        (
            "Kết quả thực hiện Chương trình mục tiêu quốc gia giảm nghèo huyện Tân Sa 6 tháng đầu năm 2022",
            "mục tiêu quốc gia giảm nghèo huyện Tân Sa",
        ),
        (
            "Xã góp phần thực hiện Chiến lược quốc gia về bình đẳng giới, tổ chức ngày hội đọc sách năm 2022.",
            "quốc gia về bình đẳng giới",
        ),
        (
            "Xã thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững, các phong trào thi đua.",
            "mục tiêu quốc gia giảm nghèo bền vững",
        ),
    ],
)
def test_a_plans_name_ends_where_something_else_is_named(text: str, title: str) -> None:
    assert [d.title for d in named(text)] == [title]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Luật Lưu trữ được Quốc hội thông qua ngày 11 tháng 11 năm 2011 có hiệu lực.", "2011-11-11"),
        (
            "Luật Lưu trữ đã được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XIII, kỳ họp thứ hai thông qua ngày 11/11/2011.",
            "2011-11-11",
        ),
        ("Pháp lệnh Lưu trữ được Ủy ban Thường vụ Quốc hội thông qua ngày 4 tháng 4 năm 2001.", "2001-04-04"),
        ("Luật Lưu trữ được Quốc hội thảo luận ngày 11 tháng 11 năm 2011.", None),
        ("Luật Lưu trữ được sở thông qua ngày 11 tháng 11 năm 2011.", None),
        ("Để thi hành Luật Lưu trữ trên địa bàn tỉnh, ngày 5/3/2031 Ủy ban nhân dân tỉnh đã ban hành văn bản.", None),
        ("Để thi hành Luật Lưu trữ, ngày 5/3/2031 Ủy ban nhân dân tỉnh đã ban hành văn bản.", None),
        ("Căn cứ Luật Lưu trữ, ngày 11/11/2011;", "2011-11-11"),
    ],
)
def test_a_statute_is_of_the_day_of_its_adoption(text: str, date: str | None) -> None:
    assert [d.date for d in named(text)] == [date]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Nộp theo Điều 23-Luật Lưu trữ.", [None]),
        ("Quyết định số 23-LCT/HĐNN8 nêu.", ["23-LCT/HĐNN8"]),
        ("Chỉ thị số 23-CT/TW1 nêu.", ["23-CT/TW"]),  # the mark of a note
    ],
)
def test_no_symbol_is_the_first_letter_of_a_word(text: str, numbers: list[str | None]) -> None:
    assert [d.number for d in named(text)] == numbers


def test_an_instrument_that_charges_others_with_itself_by_a_wrong_type_cites_nothing() -> None:
    text = f"{CIRCULAR}Điều 1. Hồ sơ theo Quyết định số 5/QĐ-BYT.\nĐiều 2. Các sở chịu trách nhiệm thi hành Quyết định này.\n"
    found = named(text)
    assert [len(d.mentions) for d in found if d.number == "5/QĐ-BYT"] == [1]


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        ("Căn cứ Nghị định của Chính phủ số 5/2020/NĐ-CP ngày 3/2/2020 về chợ.", ["Chính phủ"]),
        (
            "Căn cứ các Nghị định của Chính phủ: số 5/2020/NĐ-CP ngày 3/2/2020 về chợ; số 6/2021/NĐ-CP ngày 4/3/2021 về giá;",
            ["Chính phủ", "Chính phủ"],
        ),
        (
            "Căn cứ các Thông tư của Bộ trưởng Bộ Y tế: số 5/2020/TT-BYT ngày 3/2/2020 về thuốc; số 6/2021/TT-BYT;",
            ["Bộ trưởng Bộ Y tế", "Bộ trưởng Bộ Y tế"],
        ),
        (  # the heading ends with its line
            "Căn cứ các Nghị định của Chính phủ: số 5/2020/NĐ-CP ngày 3/2/2020;\nCăn cứ A; số 6/2021/NĐ-CP ngày 4/3/2021;",
            ["Chính phủ", None],
        ),
        ("Căn cứ Nghị định của Chính phủ về chợ và Nghị định số 6/2021/NĐ-CP.", [None]),
    ],
)
def test_the_body_of_a_list_is_of_all_its_members(text: str, issuers: list[str | None]) -> None:
    found = named(text)
    assert [d.issuer for d in found if d.number] == issuers


def test_a_title_in_capitals_goes_on_over_grounds_it_speaks_of() -> None:
    text = DECISION.replace("Về quản lý chợ", "QUY ĐỊNH GIÁ ĐỂ LÀM CĂN CỨ TÍNH THUẾ CHỢ")
    own = named(text)[0]
    assert own.title == "QUY ĐỊNH GIÁ ĐỂ LÀM CĂN CỨ TÍNH THUẾ CHỢ"


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Luật Đất đai (sửa đổi) thay thế Luật Đất đai năm 2013.", [None, "2013"]),
        ("Luật Đất đai năm 2013 đã cũ. Luật Đất đai (sửa đổi) được ban hành; Luật Đất đai năm 2024.", ["2013", "2024"]),
        ("Luật Đất đai (sửa đổi) đã có. Luật Đất đai năm 2024 gồm 16 chương.", ["2024"]),
        ("Luật Đất đai (sửa đổi) đã có. Nghị định chi tiết hóa Luật Đất đai.", [None]),
    ],
)
def test_a_law_that_is_made_anew_under_its_name_is_another(text: str, dates: list[str | None]) -> None:
    assert [d.date for d in named(text)] == dates
