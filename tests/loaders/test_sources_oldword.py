"""Old Word files: pieces of text, tables and fields; anything broken is refused, never a crash or a circle."""

from __future__ import annotations

import contextlib
import struct
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.sources import word
from loaders.sources.compound import Compound
from ontology.errors import SourceError

END = 0xFFFFFFFE
FREE = 0xFFFFFFFF


def entry(name: str, kind: int, sector: int, size: int, child: int = FREE, right: int = FREE) -> bytes:
    encoded = name.encode("utf-16-le") + b"\x00\x00"
    head = (
        encoded.ljust(64, b"\x00")
        + struct.pack("<HBB", len(encoded), kind, 1)
        + struct.pack("<III", FREE, right, child)
    )
    return head.ljust(116, b"\x00") + struct.pack("<II", sector, size) + bytes(4)


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file of small sectors: the table first, then the directory, the small streams and the large ones."""
    sectors: list[bytes] = [b""]
    table: list[int] = [0xFFFFFFFD]

    def store(data: bytes) -> int:
        first = len(sectors)
        pieces = [data[at : at + 512].ljust(512, b"\x00") for at in range(0, len(data), 512)]
        sectors.extend(pieces)
        table.extend([*range(first + 1, first + len(pieces)), END] if pieces else [])
        return first if pieces else END

    small, small_table, places = b"", [], {}
    for name, data in streams.items():
        if len(data) < 4096:
            first, count = len(small) // 64, -(-len(data) // 64)
            places[name] = first if count else END
            small += data.ljust(64 * count, b"\x00")
            small_table += [*range(first + 1, first + count), END] if count else []
        else:
            places[name] = store(data)
    root = entry("Root Entry", 5, store(small), len(small), child=1)
    directory = root + b"".join(
        entry(name, 2, places[name], len(data), right=number + 2 if number + 1 < len(streams) else FREE)
        for number, (name, data) in enumerate(streams.items())
    )
    where = store(directory)
    small_at = store(struct.pack(f"<{len(small_table)}I", *small_table))
    sectors[0] = struct.pack(f"<{len(table)}I", *table).ljust(512, b"\xff")
    assert len(table) <= 128
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    header += struct.pack("<IIIIIIII", 1, where, 0, 4096, small_at, 1, END, 0) + struct.pack("<109I", 0, *[FREE] * 108)
    return header + b"".join(sectors)


def document(
    *pieces: str | bytes, body: int | None = None, counts: tuple[int, ...] = (), flags: int = 0x200, version: int = 0xC1
) -> bytes:
    """An old Word file of these pieces: of one byte a letter where they are bytes, of two where they are text."""
    main = bytearray(1024)
    bounds, places = [0], []
    for piece in pieces:
        wide = isinstance(piece, str)
        places.append(len(main) if wide else len(main) * 2 | 0x40000000)
        main += piece.encode("utf-16-le") if wide else piece
        bounds.append(bounds[-1] + len(piece))
    table = struct.pack(f"<{len(bounds)}I", *bounds) + b"".join(struct.pack("<HIH", 0, place, 0) for place in places)
    clx = b"\x01\x02\x00ab" + b"\x02" + struct.pack("<I", len(table)) + table
    struct.pack_into("<HH", main, 0, 0xA5EC, version)
    struct.pack_into("<H", main, 0x0A, flags)
    struct.pack_into("<8I", main, 0x4C, *((bounds[-1] if body is None else body), *counts, *[0] * (7 - len(counts))))
    struct.pack_into("<II", main, 0x1A2, 0, len(clx))
    return compound({"WordDocument": bytes(main), ("1Table" if flags & 0x200 else "0Table"): clx})


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        (("Kế hoạch\rsố 7\r",), "Kế hoạch\nsố 7"),
        ((b"Quyet dinh ", "số ", b"489/Q", "Đ-TTg\r"), "Quyet dinh số 489/QĐ-TTg"),
        (("dài " * 3000,), "dài " * 3000),
        (("trên\rUBND\x07CỘNG HÒA\x07\x07dưới\r",), "trên\nUBND | CỘNG HÒA\ndưới"),
        (("UBND\x07CỘNG HÒA\rĐộc lập\x07\x07",), "UBND\nCỘNG HÒA\nĐộc lập\n"),
        (("trang \x13 PAGE \x143\x15 và \x13 A \x13 B \x14b\x15 \x14c\x15\r",), "trang 3 và c"),
        (("x\x0by\x0cz 37\x1eCT\x1f/TW\x01\r",), "x\ny\nz 37-CT/TW"),
        (
            (b"Quy\xd5t \xae\xdenh v\xd2 vi\xd6c m\xeb l\xedp h\xe4c cho ng\xad\xeai lao \xae\xe9ng\r",),
            "Quyết định về việc mở lớp học cho người lao động",
        ),
    ],
)
@pytest.mark.parametrize("flags", [0, 0x200])
def test_texts(pieces, text, flags):
    got = word.read(document(*pieces, flags=flags))
    assert got.content == text
    assert got.media_type == "application/msword"


def test_heads_give_the_number_and_notes_come_last():
    body, note, head = "KẾ HOẠCH\r", "Sửa theo Thông tư\r", "Trang nội bộ\rSố: 7/KH-UBND\r"
    data = document(body + note + head, body=len(body), counts=(len(note), len(head)))
    assert word.read(data).content == "Số: 7/KH-UBND\nKẾ HOẠCH\nSửa theo Thông tư"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (document("a", flags=0x300), "encrypted"),
        (compound({"EncryptedPackage": b"x"}), "encrypted"),
        (compound({"Workbook": b"x"}), "no Word document"),
        (document("a", version=0x65), "older than Word 97"),
        (document("a")[:700], "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "damaged"),
    ],
)
def test_what_is_refused(data, words):
    with pytest.raises(SourceError, match=words):
        word.read(data)


def test_a_chain_in_a_circle_is_refused():
    data = bytearray(compound({"WordDocument": bytes(5000)}))
    file = Compound(bytes(data))
    assert len(file.stream("WordDocument")) == 5000
    at = data.index(struct.pack("<II", 3, 4), 512)
    struct.pack_into("<I", data, at, 2)
    with pytest.raises(ValueError, match=r"circle|damaged"):
        Compound(bytes(data)).stream("WordDocument")


WHOLE = document("Kế hoạch số 7\r", b"thuc hien\r", "UBND\x07CỘNG HÒA\x07\x07")


@given(
    st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=12), st.integers(0, len(WHOLE))
)
def test_any_damage_is_read_or_refused(changes, length):
    data = bytearray(WHOLE)
    for place, value in changes:
        data[place] = value
    with contextlib.suppress(SourceError):
        word.read(bytes(data[: max(length, 8)]) if length % 3 == 0 else bytes(data))


def test_fields_in_fields_take_no_longer_than_they_should():
    start = time.process_time()
    assert word.read(document("\x13" * 9000 + "a" + "\x15" * 9000 + "b\r")).content == "b"
    assert time.process_time() - start < 1
