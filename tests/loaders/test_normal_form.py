"""The normal form and its way back: any input ends, and every span leads back to its own characters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.extraction.documents import group
from loaders.extraction.mentions import find
from loaders.extraction.normal import fold, normal

PIECES = st.sampled_from([
    "Thông tư số 5/2020/TT-BTC", " ngày 1/2/2020 ", "của Bộ Tài chính", "\u200b", "\u00ad", "\u0301", "ế", "Ð", "\u2013", "\u00a0", "\n", "\n\n",
    "CÔNG BÁO/Số 1/Ngày 1-2-2020\n", "Ký bởi: A\nCơ quan: B\n", "Luật Đất đai", "khoản 1 Điều 2 ", "“", "”", "(", ")", "İ", "ß", " quy ế t đ ịnh ", "Căn cứ ",
    "Kế hoạch thực hiện ", "Nghị quyết Trung ương 4 khóa XI, XII", "Chỉ thị 15, 16 và ", "Số: ", "1", "/", "-", "NQ", " này ", "е", "С",
])  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=6), max_size=30).map("".join)


@given(TEXTS)
@settings(max_examples=150)
def test_any_text_is_read_and_every_span_lies_in_it(text):
    form = normal(text)
    grouping = group(form.content, find(form.content))
    for document in grouping.documents:
        for mention in document.mentions:
            span = form.span(mention)
            assert 0 <= span.start < span.end <= len(text)


@given(TEXTS)
@settings(max_examples=150)
def test_a_fold_keeps_every_offset(text):
    assert len(fold(text)) == len(text)


@given(st.text(max_size=80))
def test_what_the_form_keeps_stands_at_its_place(text):
    form = normal(text)
    for i, char in enumerate(form.content):
        start, end = form.start(i), form.end(i + 1)
        assert start < end
        if text[start:end] == char:
            assert end - start == 1


DIRTY = [
    lambda s: unicodedata.normalize("NFD", s),
    lambda s: s.replace("ư", "ư\u200b").replace("/", "\u200b/"),
    lambda s: s.replace("ịnh", "ị\u00adnh"),
    lambda s: s.replace("Đ", "Ð"),
    lambda s: s.replace("-", "\u2013"),
    lambda s: s.replace(" ", "\u00a0"),
    lambda s: s.replace("CP", "СР"),
    lambda s: s.replace(" ", "\n"),
    lambda s: s.replace("-CP", " - CP"),
]


@pytest.mark.parametrize("soil", DIRTY)
def test_dirt_changes_nothing_but_offsets(soil):
    text = soil("Căn cứ Nghị định số 5/2020/NĐ-CP ngày 01 tháng 2 năm 2020 của Chính phủ quy định về thuế;")
    form = normal(text)
    (found,) = find(form.content)
    assert (found.type, found.number, found.date, found.issuer) == ("NĐ", "5/2020/NĐ-CP", "2020-02-01", "Chính phủ")
    quote = text[form.start(found.start) : form.end(found.end)]
    assert normal(quote).content == form.content[found.start : found.end]


BROKEN = [
    ("Nghị quy ế t s ố 5/NQ-CP", "Nghị quyết số 5/NQ-CP"),
    ("K ế hoạch đ ơ n giản, quy ế t tâm", "Kế hoạch đơn giản, quyết tâm"),
    ("ở cơ sở và ổ dịch, ý kiến", "ở cơ sở và ổ dịch, ý kiến"),
]


@pytest.mark.parametrize(("text", "expected"), BROKEN)
def test_words_broken_by_a_scan_are_joined_and_whole_ones_left(text, expected):
    assert normal(text).content == expected


def test_a_quotation_that_opens_with_the_closing_mark_opens():
    assert normal("Chương trình ”Nước sạch” và ”Rừng”.").content == "Chương trình “Nước sạch” và “Rừng”."


def test_a_text_may_begin_with_an_old_tone_mark():
    assert fold("Uỷ ban") == "ủy ban"
    assert fold("Quỳ và Tuỳ") == "quỳ và tùy"
