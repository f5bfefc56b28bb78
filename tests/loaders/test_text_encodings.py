"""The tables of the old encodings, and what counts as a syllable."""

from __future__ import annotations

import unicodedata

import pytest

from loaders.encodings import tables
from loaders.encodings.syllables import is_syllable, plausibility

# a, ă, â, e, ê, i, o, ô, ơ, u, ư, y with five tones and without, and đ, small and capital.
LETTERS = {
    unicodedata.normalize("NFC", base + tone)
    for base in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
    for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
} - set("aeiouyAEIOUY") | {"đ", "Đ"}


@pytest.mark.parametrize("name", ["tcvn3", "viscii", "vni"])
def test_each_table_has_every_letter_once_a_code(name):
    rows = tables.rows(name)
    codes = [code for code, _ in rows]
    assert len(set(codes)) == len(codes)
    letters = {letter for _, letter in rows}
    assert not LETTERS - letters
    assert not letters - LETTERS - {"\u0300", "\u0309", "\u0303", "\u0301", "\u0323"}


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (b"Quy\xd5t \xae\xdenh s\xe8 489/Q\xa7-TTg", "tcvn3", "Quyết định số 489/QĐ-TTg"),
        (b"Quy\xaat \xf0\xb8nh", "viscii", "Quyết định"),
        ("Quyeát ñònh soá".encode("latin-1"), "vni", "Quyết định số"),
        (b"Quy\xea\xect \xf0i\xf2nh", "cp1258", "Quyê\u0301t đi\u0323nh"),
        (b"\x93D\xb9y\x94 \x96", "tcvn3", "“Dạy” –"),
    ],
)
def test_known_words(data, encoding, text):
    assert tables.decode(data, encoding) == text


@pytest.mark.parametrize(
    "word", ["nghị", "Quyết", "ĐỊNH", "ương", "khuỷu", "giếng", "gì", "quốc", "ẩn", "ỷ", "xuyên", "ngoằn", "thuở"]
)
def test_syllables(word):
    assert is_syllable(word)
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize("word", ["Quy?t", "®Þnh", "crème", "nghịị", "strüdel", "bcd", "số1"])
def test_no_syllables(word):
    assert not is_syllable(word)


def test_plausibility_counts_only_words_beyond_ascii():
    assert plausibility("the quick QĐ HĐND") == 0.0
    assert plausibility("nghị quyết của crème") == 0.75
    assert plausibility("nghị \ufffd") == 0.5
