"""What bytes become: Unicode as it stands, old Vietnamese encodings told apart, nothing lost in silence."""

from __future__ import annotations

import re
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.encodings import tables
from loaders.text import decode, recode
from ontology.errors import SourceError

CORE = "Quyết định của Thủ tướng Chính phủ về đẩy mạnh công tác khuyến học, số 489/QĐ-TTg ngày 08/4/2020. "
WORDS = re.findall(
    r"\w+",
    "thực hiện kế hoạch nghị quyết hội trung ương ủy ban nhân dân thành phố tỉnh huyện xã phường đảng bộ giáo "
    "dục đào tạo bảo hiểm y tế nguồn lực cán trẻ kết luận tiếp tục chỉ thị thông tư hướng dẫn sửa đổi bổ sung "
    "thay thế bãi bỏ ngoằn ngoèo khuỷu quýnh thuở giếng nghiêng xuyến rượu bưởi những ỷ ẵm ẻo ọ ũ ",
)
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(lambda words: CORE + " ".join(words))


def letters(encoding: str, first: int = 0) -> dict[str, bytes]:
    """The bytes of each letter, the first spelling where a table has several."""
    found: dict[str, bytes] = {}
    for code, letter in tables.rows(encoding):
        if code[0] >= first or len(code) > 1:
            found.setdefault(letter, code)
    return found


def encode(text: str, encoding: str) -> bytes:
    """The bytes of `text` in an old encoding; TCVN3 has no capitals with marks, so the text must not have any."""
    if encoding == "cp1258":
        return "".join(by_1258(letter) for letter in text).encode("cp1258")
    codes = letters("tcvn3", 0xA1) if encoding == "tcvn3" else letters("tcvn3" if encoding == "tcvn5712" else encoding)
    return b"".join(codes[letter] if letter in codes else letter.encode("cp1252") for letter in text)


def by_1258(letter: str) -> str:
    """A letter as Windows-1258 writes it: the tone after the letter, where the letter with its tone is not there."""
    try:
        letter.encode("cp1258")
    except UnicodeEncodeError:
        base, *marks = unicodedata.normalize("NFD", letter)
        shape = [mark for mark in marks if mark in "\u0302\u0306\u031b"]
        tone = [mark for mark in marks if mark not in shape]
        return unicodedata.normalize("NFC", "".join([base, *shape])) + "".join(tone)
    return letter


@given(SENTENCES, st.sampled_from(["tcvn3", "tcvn5712", "viscii", "vni", "cp1258"]))
def test_every_old_encoding_is_told_by_its_syllables_and_read_back(text, encoding):
    decoded = decode(encode(text, encoding))
    if encoding == "cp1258":
        assert unicodedata.normalize("NFC", decoded.content) == text
    else:
        assert decoded.content == text
    assert decoded.encoding == encoding or encoding == "tcvn5712"
    assert any("judged by its syllables" in note for note in decoded.notes)


@given(SENTENCES, st.sampled_from(["tcvn3", "vni"]))
def test_old_letters_saved_as_unicode_are_put_right(text, encoding):
    wrapped = encode(text, encoding).decode("latin-1")
    decoded = decode(wrapped.encode())
    assert (decoded.content, decoded.encoding) == (text, f"utf-8+{encoding}")
    assert recode(wrapped).content == text


def test_capitals_of_the_full_standard_are_read():
    text = "ỦY BAN NHÂN DÂN ĐỒNG BẰNG: QUYẾT ĐỊNH của Ủy ban nhân dân về việc đẩy mạnh thực hiện Nghị quyết"
    decoded = decode(encode(text, "tcvn5712"))
    assert (decoded.content, decoded.encoding) == (text, "tcvn5712")


def test_windows_quotes_in_the_old_fonts_stay_quotes():
    text = "“Kế hoạch” – thực hiện nghị quyết của đảng về giáo dục…"
    decoded = decode(encode(text, "tcvn3"))
    assert (decoded.content, decoded.encoding) == (text, "tcvn3")


@given(st.text())
def test_utf8_stands_as_it_is_or_says_why_not(text):
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return
    try:
        decoded = decode(data)
    except SourceError:
        assert any(letter < " " for letter in text)
        return
    assert decoded.content == data.decode() or decoded.encoding.startswith("utf-8+")


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data):
    try:
        decoded = decode(data)
    except SourceError:
        return
    assert bool(decoded.content.encode()) == bool(data.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff"))
    if "\ufffd" in decoded.content:
        assert decoded.notes or decoded.encoding in ("utf-16", "utf-32")


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định\r\nsố 1\rnăm\n2020\x0c",
        unicodedata.normalize("NFD", CORE),
        "\ufeffQuyết định có dấu thứ tự",
        "chỉ\u200b thị\u00ad số\u00a037–CT/TW \u2011",
        "Un café crème à la carte, déjà vu",
        "plain ASCII: 489/QD-TTg",
    ],
)
def test_nothing_is_folded(text):
    decoded = decode(text.encode())
    assert (decoded.content, decoded.encoding, decoded.notes) == (text, "utf-8", ())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_a_byte_order_mark_is_believed(encoding):
    decoded = decode(CORE.encode(encoding))
    assert (decoded.content, decoded.encoding, decoded.notes) == (CORE, encoding, ())


def test_half_a_pair_in_utf16_is_noted():
    decoded = decode(b"\xff\xfeQ\x00\x00\xd8")
    assert decoded.content == "Q\ufffd"
    assert decoded.notes == ("1 places could not be read as utf-16 and stand as U+FFFD",)


def test_damaged_utf8_is_read_with_a_note():
    data = CORE.encode() + b" m\xe3 b\xe1o " + "mật nữa rồi lại đến chữ này".encode()
    decoded = decode(data)
    assert decoded.encoding == "utf-8"
    assert decoded.content.count("\ufffd") == 2
    assert decoded.notes == ("2 places could not be read as utf-8 and stand as U+FFFD",)


def test_damage_done_before_is_told_apart():
    decoded = decode((CORE + "m\ufffd b\ufffdo").encode())
    assert decoded.notes == ("the file itself holds 2 replacement characters (U+FFFD), damaged before",)


def test_other_encodings_are_guessed_aloud_or_as_declared():
    data = "Un café crème à la carte, déjà vu".encode("latin-1")
    assert decode(data).encoding == "cp1252"
    assert "a guess" in decode(data).notes[0]
    assert decode(data, "iso-8859-15").notes == ("read as iso-8859-15, as declared",)
    assert decode(data, "no-such-thing").encoding == "cp1252"


@pytest.mark.parametrize(
    "data", [bytes(range(32)) * 4, b"\x00" * 100, b"\x89PNG\r\n\x1a\n" + bytes(64), b"a\x00b\x00c\x00" * 9]
)
def test_binary_files_are_refused(data):
    with pytest.raises(SourceError, match="binary file"):
        decode(data)


@pytest.mark.parametrize(
    "unit", [CORE.encode(), encode(CORE, "vni"), encode(CORE.lower(), "tcvn3"), b"\x80", "é ".encode()]
)
def test_a_megabyte_is_read_at_once(unit):
    data = unit * (1_000_000 // len(unit))
    start = time.process_time()
    decode(data)
    assert time.process_time() - start < 1.5
