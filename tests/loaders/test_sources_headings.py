"""Titles and days that a text plainly shows, and those it does not."""

from __future__ import annotations

import pytest

from loaders.sources.headings import is_date_line, iso_date, published_in, title_of

BODY = (
    "Ủy ban nhân dân huyện họp bàn về việc mở lớp học buổi tối cho người đi làm ca, trong đó có công nhân của ba xưởng may. "
    * 3
)

CAPITALS = " ".join(f"PHƯỜNG {number} MỞ LỚP HỌC BUỔI TỐI" for number in range(8))


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Thứ ba , 21/05/2019 09:28", "2019-05-21"),
        ("Cập nhật: 17/10/2018 14:05", "2018-10-17"),
        ("Ngày đăng: 17/6/2022", "2022-06-17"),
        ("09:10 | 06/8/2021", "2021-08-06"),
        ("Thứ 3 Ngày 09/04/2019", "2019-04-09"),
        ("2021-08-06", "2021-08-06"),
        ("Chủ nhật, 03.05.2020, 7h05", "2020-05-03"),
    ],
)
def test_lines_that_are_a_day(line, day):
    assert is_date_line(line)
    assert iso_date(line) == day
    assert published_in(f"Tiêu đề của bài viết này\n{line}\n{BODY}") == day


@pytest.mark.parametrize(
    "line",
    [
        "Hà Nội, ngày 08 tháng 4 năm 2020",
        "Hạn nộp: trước 10/9/2020",
        "Quyết định 489/QĐ-TTg ngày 08/4/2020",
        "31/02/2020",
        "Trang 1/2",
    ],
)
def test_lines_that_are_no_day(line):
    assert not is_date_line(line)
    assert published_in(f"{line}\n{BODY}") is None


def test_the_day_in_brackets_after_a_title():
    content = f"Chuẩn bị mở lớp học buổi tối (15:51 19/03/2019)\n{BODY}"
    assert published_in(content) == "2019-03-19"
    assert title_of(content) == "Chuẩn bị mở lớp học buổi tối"


def test_a_day_below_the_first_paragraph_is_not_the_day_of_the_page():
    assert published_in(f"Tiêu đề\n{BODY}\n20/8/2020") is None


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            ["Danh mục Danh mục", "Quay lại", "Lớp học buổi tối của ba xưởng may", BODY],
            "Lớp học buổi tối của ba xưởng may",
        ),
        (["Chuyên mục", "Lớp  học\tbuổi tối", "12/3/2020", BODY], "Lớp học buổi tối"),
        ([CAPITALS, BODY], CAPITALS),
        (["Lớp học buổi tối mở lại", "Một câu dẫn đứng trước bài viết.", BODY], "Lớp học buổi tối mở lại"),
        (["CÔNG BÁO/Số 1/Ngày 2-3-2020", "Một tên gọi đủ dài"], "Một tên gọi đủ dài"),
        (["ngắn"], None),
        ([], None),
    ],
)
def test_titles_of_pages(lines, title):
    assert title_of("\n".join(lines)) == title


def test_titles_of_instruments():
    head = "ỦY BAN NHÂN DÂN\nSố: 7/KH-UBND\n\nKẾ HOẠCH\n"
    assert title_of(f"{head}Mở lớp học buổi tối\ncho người đi làm ca\nI. MỤC TIÊU") == (
        "Kế hoạch: Mở lớp học buổi tối cho người đi làm ca"
    )
    assert title_of(f"UBND XÃ\nSố: 7/UBND-VX\nV/v mở lớp học buổi tối\n{BODY}") == "V/v mở lớp học buổi tối"
    assert title_of(f"{head}Về mở lớp.\ncho ai đó") == "Kế hoạch: Về mở lớp."


def test_a_title_is_cut():
    assert title_of(" ".join(map(str, range(1000)))) == " ".join(map(str, range(1000)))[:400]
