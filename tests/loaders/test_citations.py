"""Numbered citations in raw bytes: what they are, that every way of finding them finds the same, and that any bytes are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extraction import citations
from loaders.extraction.mentions import find

TEXTS = [
    ("Căn cứ Nghị định số 15/2021/NĐ-CP ngày 3 tháng 3", [("Nghị định số 15/2021/NĐ-CP", "NĐ")]),
    ("CHỈ THỊ SỐ 7-CT/TU, Kết luận 12-KL/TW", [("CHỈ THỊ SỐ 7-CT/TU", "CT"), ("Kết luận 12-KL/TW", "KL")]),
    ("theo 33/QĐ-UBND và số 4/2019/TT-BTC", [("33/QĐ-UBND", "QĐ"), ("4/2019/TT-BTC", "TT")]),
    ("Quy định số 9-QĐ/TW", [("Quy định số 9-QĐ/TW", "QyĐ")]),
    ("ngày 15/3/2020 tại 12/A Lê Lợi, 30/4/2021", []),
    ("mã 123456/QĐ-TTg, A12/QĐ-TTg", []),
    ("", []),
]


@pytest.fixture(params=["pattern", "array", "automaton"])
def places(request, monkeypatch):
    if request.param == "automaton" and citations.hyperscan is None:
        pytest.skip("hyperscan is not installed here")
    monkeypatch.setattr(citations, "_places", getattr(citations, f"_by_{request.param}"))


@pytest.mark.parametrize(("text", "expected"), TEXTS)
@pytest.mark.usefixtures("places")
def test_citations_are_found_with_their_type_words(text, expected):
    data = text.encode()
    assert [(data[start:end].decode(), code) for start, end, code in citations.find(data)] == expected


@pytest.mark.parametrize("text", [text for text, expected in TEXTS if expected])
def test_the_reader_of_text_finds_them_too(text):
    data = text.encode()
    numbers = {(len(text[: r.number_span.end].encode()), r.type) for r in find(text) if r.number_span}
    assert {(end, code) for _, end, code in citations.find(data)} <= numbers


PIECES = [
    "1/",
    "7-",
    "Đ",
    "QĐ-TTg",
    "NĐ-CP",
    "2020",
    "/",
    "-",
    "số ",
    "Nghị định ",
    "đ",
    "a",
    "é",
    " ",
    "\xc4",
    "CT/TW",
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=30).map("".join))
def test_every_way_of_finding_the_places_finds_the_same(text):
    data = text.encode("utf-8", "surrogatepass")
    by_array = citations._by_array(data)
    assert citations._by_pattern(data) == by_array
    if citations.hyperscan is not None:
        assert citations._by_automaton(data) == by_array


@given(st.binary(max_size=400))
def test_any_bytes_are_read(data):
    for start, end, code in citations.find(data):
        assert 0 <= start < end <= len(data)
        assert code
