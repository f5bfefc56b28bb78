"""Word files: paragraphs and tables in order, what is deleted or doubled left out, bombs refused."""

from __future__ import annotations

import contextlib
import io
import time
import zipfile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.sources import word
from ontology.errors import SourceError

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(words: str) -> str:
    return f"<w:p>{run(words)}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    return (
        "<w:tbl>"
        + "".join(f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>" for row in rows)
        + "</w:tbl>"
    )


def package(body: str | bytes, **parts: str) -> bytes:
    """A Word package with this body; `parts` are other parts below `word/`, by name without `.xml`."""
    buffer = io.BytesIO()
    root = f'<w:{{0}} xmlns:w="{W}" xmlns:mc="{MC}">{{1}}</w:{{0}}>'
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as files:
        files.writestr("[Content_Types].xml", "<Types/>")
        document = body if isinstance(body, bytes) else root.format("document", f"<w:body>{body}</w:body>")
        files.writestr("word/document.xml", document)
        for name, content in parts.items():
            files.writestr(f"word/{name}.xml", root.format("hdr", content))
    return buffer.getvalue()


FRAME = f"<w:txbxContent>{paragraph('Số: 7/KH')}</w:txbxContent>"
DOUBLE = f"<mc:AlternateContent><mc:Choice>{FRAME}</mc:Choice><mc:Fallback>{FRAME}</mc:Fallback></mc:AlternateContent>"
DRAWN = f"<w:p>{run('ngoài')}<w:r>{DOUBLE}</w:r></w:p>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (
            paragraph("một")
            + table((paragraph("a"), paragraph("b")), (paragraph("c"), paragraph("")))
            + paragraph("hai"),
            "một\na | b\nc | \nhai",
        ),
        (
            table((paragraph("UBND") + paragraph("Số: 7/KH-UBND"), paragraph("CỘNG HÒA"))),
            "UBND\nSố: 7/KH-UBND\nCỘNG HÒA",
        ),
        (table((table((paragraph("a"), paragraph("b"))), paragraph("c"))), "a | b | c"),
        (table((paragraph(""), paragraph(" "))) + paragraph("hết"), "hết"),
        (
            f"<w:p>{run('Quyết định số ')}{run('489/QĐ')}<w:r><w:noBreakHyphen/></w:r>{run('TTg')}</w:p>",
            "Quyết định số 489/QĐ-TTg",
        ),
        (f"<w:p>{run('a')}<w:r><w:tab/></w:r>{run('b')}<w:r><w:br/></w:r>{run('c')}</w:p>", "a\tb\nc"),
        (
            f"<w:p><w:ins>{run('thêm')}</w:ins><w:del><w:r><w:delText>bớt</w:delText></w:r></w:del><w:hyperlink>{run(' nối')}</w:hyperlink></w:p>",
            "thêm nối",
        ),
        (f"<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>{run('3')}</w:p>", "3"),
        (f"<w:sdt><w:sdtContent>{paragraph('trong khung')}</w:sdtContent></w:sdt>", "trong khung"),
        (
            DRAWN,
            "ngoài\nSố: 7/KH",
        ),
    ],
)
def test_bodies(body, text):
    assert word.read(package(body)).content == text


def test_heads_are_read_only_for_the_number():
    parts = {
        "header1": paragraph("Số: 7/KH-UBND"),
        "header2": paragraph("Trang nội bộ"),
        "header3": paragraph("Số: 7/KH-UBND"),
    }
    assert word.read(package(paragraph("KẾ HOẠCH"), **parts)).content == "Số: 7/KH-UBND\nKẾ HOẠCH"


def test_notes_come_last():
    notes = f"<w:footnote>{paragraph('')}</w:footnote><w:footnote>{paragraph('Sửa đổi theo Thông tư này')}</w:footnote>"
    assert word.read(package(paragraph("Điều 1"), footnotes=notes)).content == "Điều 1\nSửa đổi theo Thông tư này"


def test_what_python_docx_writes_is_read():
    document = docx.Document()
    document.add_paragraph("Kế hoạch mở lớp học")
    grid = document.add_table(rows=1, cols=2)
    grid.cell(0, 0).text, grid.cell(0, 1).text = "Đò Lá", "11"
    buffer = io.BytesIO()
    document.save(buffer)
    got = word.read(buffer.getvalue())
    assert got.content == "Kế hoạch mở lớp học\nĐò Lá | 11"
    assert got.media_type.endswith("wordprocessingml.document")


def test_the_old_fonts_are_put_right():
    got = word.read(package(paragraph("Quy\u00d5t \u00ae\u00denh v\u00d2 viÖc më líp häc cho ng\u00ad\u00eai lín")))
    assert got.content == "Quyết định về việc mở lớp học cho người lớn"
    assert got.encoding == "utf-8+tcvn3"


LAUGH = f'<!DOCTYPE a [<!ENTITY a "ha">]><w:document xmlns:w="{W}"><w:body>{paragraph("&a;")}</w:body></w:document>'.encode()
OUTSIDE = LAUGH.replace(b'"ha"', b'SYSTEM "file:///etc/hostname"')
BOMB = f'<w:document xmlns:w="{W}"><w:body>'.encode() + paragraph("a").encode() * 300_000


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (package(paragraph("a"))[:200], "damaged"),
        (package(b"no xml"), "damaged"),
        (package(LAUGH), "damaged"),
        (package(OUTSIDE), "damaged"),
        (package("<w:sdt>" * 5000 + "</w:sdt>" * 5000), "damaged"),
        (package(paragraph("a")).replace(b"word/document", b"word/documenx"), "no Word document"),
        (package(BOMB), "unpacks"),
    ],
)
def test_what_is_refused(data, words):
    with pytest.raises(SourceError, match=words):
        word.read(data)


WHOLE = package(paragraph("Kế hoạch số 7/KH-UBND") + table((paragraph("a"), paragraph("b"))))


@given(st.lists(st.tuples(st.integers(4, len(WHOLE) - 1), st.integers(0, 255)), max_size=12))
def test_any_damage_is_read_or_refused(changes):
    data = bytearray(WHOLE)
    for place, value in changes:
        data[place] = value
    with contextlib.suppress(SourceError):
        word.read(bytes(data))


def test_tables_in_tables_are_read_to_the_bottom():
    body = paragraph("đáy")
    for _ in range(70):
        body = table((body,))
    assert word.read(package(body)).content == "đáy"


def test_a_megabyte_is_read_soon():
    start = time.process_time()
    content = word.read(package(paragraph("Kế hoạch số 7/KH-UBND thực hiện Quyết định") * 10_000)).content
    assert content.count("\n") == 9_999
    assert time.process_time() - start < 3
