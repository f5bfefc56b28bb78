"""Where a pattern may begin: the places that are told beforehand are those at which `re` would find it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extraction import activities, anchors, counts, flattened, normal, places, results, sections, shares, spoken
from loaders.extraction.normal import fold


@pytest.mark.parametrize(
    ("text", "part", "bounds", "found"),
    [
        ("a-b-c", "-", (0, None), [1, 3]),
        ("a-b-c", "-", (2, None), [3]),
        ("a-b-c", "-", (0, 3), [1]),
        ("aaa", "aa", (0, None), [0, 1]),
        ("", "-", (0, None), []),
        (b"\1\2\1\2", b"\1\2", (0, None), [0, 2]),
    ],
)
def test_every_place_of_a_part(text, part, bounds, found):
    assert list(places.every(text, part, *bounds)) == found


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Điều 1\nkhoản 2\nxem Điều 3, Điều 4\n", [0, 15]),
        ("khoản 2", []),
        ("Điều 1", [0]),
        ("\nĐiều 1\n", [1]),
    ],
)
def test_lines_that_hold_a_word(text, starts):
    assert list(places.lines(text, "Điều")) == starts
    assert list(places.lines(text, "điều", fold(text))) == starts


LINES = st.text(alphabet="Điều 12.\nđIỀU(", max_size=60)


@given(LINES)
def test_the_first_line_is_the_one_that_the_pattern_finds(text):
    article = re.compile(r"(?m)^ {0,4}Điều \d")
    either = re.compile(r"(?m)^ {0,4}điều \d", re.IGNORECASE)
    for found, sought in (
        (places.line(article, text, "Điều "), article.search(text)),
        (places.line(either, text, "điều ", fold(text)), either.search(text)),
    ):
        assert (found and found.span()) == (sought and sought.span())


SEPARATOR = re.compile(r"(?<=[\da-eA-Eđ])[ \n]{0,5}(?P<mark>[/-])[ \n]{0,2}(?=[A-ZĐ])")


@given(st.text(alphabet="12.aA-/ \nĐTWx", max_size=40))
def test_separators_are_looked_for_where_one_may_stand(text):
    marks = [(mark.start("mark"), mark.end()) for mark in SEPARATOR.finditer(text)]
    serials = [(anchors._SERIAL.search(text, max(0, mark - anchors._REACH), mark), end) for mark, end in marks]
    sought = {(serial.start(), end) for serial, end in serials if serial}
    assert sought <= {(anchor.start, anchor.end) for anchor in anchors._numbers(text)}


LEADING = "đạt |bằng |vượt |đã giải ngân |hoàn thành |tỷ lệ |khoảng |hơn |được |xong |tương ứng |từ |lên "
FOLLOWING = "95|61,5|%| %|, |. | kế hoạch| so với chỉ tiêu| (|)"


@given(st.lists(st.sampled_from([*LEADING.split("|"), *FOLLOWING.split("|")]), max_size=12))
def test_shares_are_looked_for_behind_the_words_that_lead_to_them(pieces):
    text = "".join(pieces)
    for place in places.every(text, "%"):
        for way in (shares._SHARE, shares._DONE_SHARE, shares._BARE_SHARE):
            if (mark := way.search(text, max(0, place - 60), place + 60)) is not None:
                assert any(shares._led(text, at) for at in places.every(text, "%", mark.start(), mark.end()))


@given(st.lists(st.sampled_from(["(", "((", " ", "\n", "kèm theo ", "ban hành ", "quyết định số 5", "thông tư ", "x"])))
def test_annexes_are_looked_for_at_brackets(pieces):
    folded = "".join(pieces)
    assert [m.span() for m in spoken._annexes(folded)] == [m.span() for m in spoken._ANNEX.finditer(folded)]


@given(st.lists(st.sampled_from(["Tin khác", "  TIN LIÊN QUAN", "Tags", "\n", "\n\n", " ", "tin", "Các bài đã đăng:"])))
def test_the_end_of_an_article_is_looked_for_at_the_first_letters_of_lines(pieces):
    text = "".join(pieces)
    found, sought = results._end_of_article(text, fold(text)), results._END_OF_ARTICLE.search(text)
    assert (found and found.span()) == (sought and sought.span())


@given(st.lists(st.sampled_from(["NQ", "TT", "TTLT", "KH", "CT", " ", "số ", "5", "15/2006", "TW", "/", "-BTC", "x"])))
def test_types_in_letters_are_looked_for_at_their_letters(pieces):
    text = "".join(pieces)
    sought = {m.span() for pattern in (anchors._SHORT, anchors._LETTERED) for m in pattern.finditer(text)}
    assert {(anchor.start, anchor.end) for anchor in anchors._lettered(text)} == sought


@given(st.lists(st.sampled_from(["s", " ", "20/2008/NĐ-CP", "5/QĐ", "quy định", "7", "\n"])))
def test_lost_letters_are_looked_for_before_figures(pieces):
    text = "".join(pieces)
    lost = {m.end() for m in flattened._LOST.finditer(text)}
    assert lost <= {place for place, _, _ in flattened.words(text)}


@given(st.text(alphabet="ab \nA", max_size=30))
def test_line_breaks_fold_to_spaces_but_before_a_blank_line(text):
    assert fold(text) == normal._LINE_END.sub(" ", text.lower())


WAYS = ["nghiêm túc", "tổ chức", "làm tốt", "họp phiên thứ hai", "sinh hoạt chi bộ", "bàn về", "đã", "việc", "và"]
MEANS = ["mời đồng chí A đến", "phát 30 tin bài", "thành lập đoàn và tiến hành", "xã Long Sa", "in 5 tờ rơi"]


@given(st.lists(st.sampled_from([*WAYS, *MEANS, ",", "phiên họp kín", "tốt", "10"]), max_size=6).map(" ".join))
def test_what_a_body_does_so_is_looked_for_behind_its_last_words(words):
    whole = activities._DOING.sub(
        "", activities._MEDIA.sub("", activities._FORMS.sub("", activities._INVITES.sub("", words)))
    )
    assert activities._idle(words) == whole


NUMBERED = ["công văn", "văn  bản", "quyết định", "khẩn", "hỏa tốc", "tổng số", "số", "ngày", " :", "kỳ", "có", "lớp"]


@given(st.lists(st.sampled_from([*NUMBERED, " ", "  "]), max_size=6).map("".join))
def test_numbers_of_documents_and_days_are_told_by_the_word_before(words):
    assert counts.numbered(words + "5", len(words)) == bool(
        counts._NUMBERED.search(words, max(0, len(words) - counts._BEFORE))
    )


HEADED = [
    "II. KẾT QUẢ THỰC HIỆN",
    "1. Nhiệm vụ",
    "PHẦN MỘT",
    "\n",
    "\n\n",
    " ",
    "xã",
    "NHIỆM VỤ, GIẢI PHÁP CHÍNH",
    "A-",
]


@given(st.lists(st.sampled_from(HEADED)).map("".join))
def test_headings_are_looked_for_line_by_line(text):
    told = [m.end() for m in sections._HEADING.finditer(text)]
    assert {place for place, _ in sections.frames(text, report=False)} <= set(told)
    lines = [0, *(at + 1 for at in places.every(text, "\n"))]
    assert [m.end() for start in lines if (m := sections._HEADING.match(text, start))] == told
