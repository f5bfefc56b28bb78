"""The same sentence says the same in every encoding it may come in, from the bytes to the quotes."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.encodings import tables
from loaders.extraction.extract import extract
from loaders.text import decode
from ontology.model import Text

# No capital here bears a tone: the old fonts have such capitals only as small letters of another font.
SENTENCE = (
    "{body} vừa ban hành Kế hoạch số {number}/KH-UBND ngày {day}/{month}/2023 thực hiện Quyết định số {decision}/QĐ-TTg "
    "ngày 08/4/2020 của Thủ tướng Chính phủ về tiếp tục thực hiện Chỉ thị số {directive}-CT/TW của Ban Bí thư. "
    "Theo đó, yêu cầu các sở, ngành và các địa phương báo cáo kết quả trước ngày {day}/12/2024."
)
BODIES = ("UBND tỉnh Cao Bằng", "Tỉnh Bình Định", "Thành phố Hải Phòng", "UBND huyện Ba Bể")

sentences = st.builds(
    SENTENCE.format,
    body=st.sampled_from(BODIES),
    number=st.integers(1, 999),
    day=st.integers(1, 28),
    month=st.integers(1, 12),
    decision=st.integers(1, 2999),
    directive=st.integers(1, 99),
)


def old(text, encoding):
    """`text` in an old encoding."""
    codes = {letter: code for code, letter in reversed(tables.rows(encoding))}
    return b"".join(codes[letter] if letter in codes else letter.encode("cp1252") for letter in text)


def windows_1258(text):
    """`text` in Windows-1258, which writes most tones after their letter."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    parts = []
    for letter in text:
        marks = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in marks if mark in tones)
        parts.append(unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in tones)) + tone)
    return "".join(parts).encode("cp1258")


WAYS = {
    "tcvn3": lambda text: old(text, "tcvn3"),
    "vni": lambda text: old(text, "vni"),
    "viscii": lambda text: old(text, "viscii"),
    "cp1258": windows_1258,
    "tcvn3 saved as Unicode": lambda text: old(text, "tcvn3").decode("cp1252").encode(),
    "nfd": lambda text: unicodedata.normalize("NFD", text).encode(),
    "utf-16": lambda text: text.encode("utf-16"),
    "soft hyphens": lambda text: text.replace("o", "o\u00ad").encode(),
    "zero width": lambda text: text.replace("h", "h\u200b").encode(),
    "other spaces": lambda text: text.replace(" ", "\u00a0").encode(),
    "other dashes": lambda text: text.replace("-", "\u2013").encode(),
    "eth for Đ": lambda text: text.replace("Đ", "\u00d0").encode(),
    "wrapped lines": lambda text: text.replace(" ngày ", " \nngày ").encode(),
}


def plain(words):
    """What is left of words when form does not count."""
    words = unicodedata.normalize("NFC", words or "").replace("\u00d0", "Đ")
    words = "".join(letter for letter in words if letter not in "\u00ad\u200b")
    return " ".join(words.replace("\u2013", "-").split())


def said(content):
    """All that is read from `content`, without offsets, each with the words it is quoted from."""
    found = extract(Text(content), name="page")
    documents = {
        item.id: (item.type, plain(item.number), item.date, plain(item.issuer), plain(item.title))
        for item in found.documents
    }
    quotes = {
        (documents[item.id], tuple(plain(content[span.start : span.end]) for span in item.mentions))
        for item in found.documents
    }
    relations = {
        (
            documents.get(item.head, item.head),
            item.predicate,
            documents[item.tail],
            plain(content[item.evidence.start : item.evidence.end]),
        )
        for item in found.relations
    }
    duties = [
        (plain(item.who), item.due, plain(content[item.evidence.start : item.evidence.end]))
        for item in found.obligations
    ]
    return quotes, relations, duties


@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=25)
@given(text=sentences)
def test_the_encoding_does_not_change_what_is_said(way, text):
    quotes, relations, duties = said(text)
    assert len(quotes) >= 3
    assert relations
    assert [due for _, due, _ in duties] != []
    assert said(decode(WAYS[way](text)).content) == (quotes, relations, duties)


@settings(max_examples=25)
@given(text=sentences)
def test_numbers_written_without_diacritics_name_the_same_documents(text):
    numbers = {number for (_, number, *_), _ in said(text)[0]}
    bare = {number for (_, number, *_), _ in said(text.replace("QĐ-TTg", "QD-TTg"))[0]}
    assert {number.replace("QĐ", "QD") for number in numbers} == {number.replace("QĐ", "QD") for number in bare}
