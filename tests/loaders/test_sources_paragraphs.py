"""Printed lines become paragraphs: by what would have fitted, by indents, gaps and marks; heads and feet go."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.sources.paragraphs import Line, Sheet, flow

LEFT, RIGHT, STEP = 80.0, 530.0, 16.0
LETTER = 6.0


def line(words: str, base: float, *, left: float = LEFT, full: bool = False) -> Line:
    """A line of letters six points wide; `full` stretches it to the right edge, as a printer does."""
    right = RIGHT if full else left + LETTER * len(words)
    return Line(words, left, right, base, LETTER * len(words.split(maxsplit=1)[0]))


def sheet(*lines: Line) -> Sheet:
    return Sheet(595.0, 842.0, lines)


FILL = [line("một dòng đầy đủ để biết lề phải của trang này nằm ở đâu.", 700 + STEP * n, full=True) for n in range(4)]


def joined(above: Line, below: Line) -> str:
    return flow([sheet(above, below, *FILL)]).content.partition("một dòng")[0].strip()


@pytest.mark.parametrize(
    ("above", "below", "text"),
    [
        (line("theo Kết luận của", 200, full=True), line("Ban Bí thư", 216), "theo Kết luận của Ban Bí thư"),
        (line("theo Kết luận số 49-", 200, full=True), line("KL/TW ngày", 216), "theo Kết luận số 49-KL/TW ngày"),
        (line("Quyết định số 489/", 200, full=True), line("QĐ-TTg", 216), "Quyết định số 489/QĐ-TTg"),
        (line("Chỉ thị số 11", 200, full=True), line("-CT/TW của", 216), "Chỉ thị số 11-CT/TW của"),
        (line("ngày 20 tháng", 200), line("năm 2020 của", 216), "ngày 20 tháng năm 2020 của"),
        (line("Ba xưởng may.", 200), line("Bốn xưởng gỗ", 216), "Ba xưởng may.\nBốn xưởng gỗ"),
        (line("các việc sau", 200, full=True), line("Điều 2. Kinh phí", 216), "các việc sau\nĐiều 2. Kinh phí"),
        (
            line("theo quy định tại", 200, full=True),
            line("Điều 7 Nghị định", 216),
            "theo quy định tại Điều 7 Nghị định",
        ),
        (line("gồm có", 200, full=True), line("a) Sách", 216), "gồm có\na) Sách"),
        (line("gồm có", 200, full=True), line("- Sách", 216), "gồm có\n- Sách"),
        (
            line("hết đoạn này", 200, full=True),
            line("Đoạn sau thụt vào", 216, left=110),
            "hết đoạn này\nĐoạn sau thụt vào",
        ),
        (line("hết đoạn này", 200, full=True), line("Đoạn sau cách xa", 230), "hết đoạn này\nĐoạn sau cách xa"),
        (line("125 cm3", 200), line("; và xe khác", 203), "125 cm3; và xe khác"),
        (line("KT. BỘ TRƯỞNG", 200, left=400), line("THỨ TRƯỞNG", 216, left=408), "KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG"),
        (line("ỦY BAN", 200), line("CỘNG HÒA", 200, left=330), "ỦY BAN\nCỘNG HÒA"),
        (
            line("QUY ĐỊNH VIỆC MỞ LỚP HỌC BUỔI TỐI CHO NGƯỜI ĐI LÀM CA TẠI CÁC XƯỞNG MAY A", 200, left=86),
            line("CỦA TỈNH", 216, left=282),
            "QUY ĐỊNH VIỆC MỞ LỚP HỌC BUỔI TỐI CHO NGƯỜI ĐI LÀM CA TẠI CÁC XƯỞNG MAY A CỦA TỈNH",
        ),
    ],
)
def test_two_lines(above, below, text):
    assert joined(above, below) == text


def test_heads_feet_and_page_numbers_go():
    sheets = [
        sheet(
            line(f"CÔNG BÁO/Số 5/Ngày 2-3-2020 {n}", 30),
            line(f"Nội dung trang {'abc'[n]}.", 200),
            line("Trang in thử", 810),
            line(f"- {n} -", 825),
        )
        for n in range(3)
    ]
    assert flow(sheets).content == "Nội dung trang a.\nNội dung trang b.\nNội dung trang c."


def test_one_page_keeps_what_only_looks_like_a_head():
    assert (
        flow([sheet(line("UBND tỉnh gửi các huyện", 40), line("Nội dung.", 200))]).content
        == "UBND tỉnh gửi các huyện\nNội dung."
    )


def test_numbers_in_the_body_stay():
    assert flow([sheet(line("12", 300), line("Nội dung.", 400))]).content == "12\nNội dung."


def test_a_sentence_goes_on_over_the_page():
    first = sheet(*FILL, line("theo Kết luận số 49-", 780, full=True))
    second = sheet(line("KL/TW của Ban Bí thư.", 100), *FILL)
    got = flow([first, second])
    assert "theo Kết luận số 49-KL/TW của Ban Bí thư." in got.content
    assert got.content[got.pages[1] :].startswith("KL/TW")


def test_a_blank_page_has_a_place():
    got = flow([sheet(line("Một.", 200)), sheet(), sheet(line("Hai.", 200))])
    assert got.content == "Một.\nHai."
    assert got.pages == (0, 4, 5)


WORD = st.text("abcđờ.-/1I", min_size=1, max_size=8)
LINES = st.builds(
    lambda words, base, left, full: line(" ".join(words), base, left=left, full=full),
    st.lists(WORD, min_size=1, max_size=5),
    st.floats(0, 842),
    st.floats(0, 500),
    st.booleans(),
)


@given(st.lists(st.lists(LINES, max_size=6).map(lambda lines: sheet(*lines)), min_size=1, max_size=4))
def test_pages_begin_where_they_say_and_no_letter_of_the_body_is_lost(sheets):
    got = flow(sheets)
    assert len(got.pages) == len(sheets)
    assert list(got.pages) == sorted(got.pages)
    assert got.pages[0] == 0
    assert got.pages[-1] <= len(got.content)
    body = [words for page in sheets for words in page.lines if 0.085 * 842 <= words.base <= 0.915 * 842]
    letters = "".join("".join(words.words.split()) for words in body)
    rest = iter("".join(got.content.split()))
    assert all(letter in rest for letter in letters)
