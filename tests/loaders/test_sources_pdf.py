"""PDF: paragraphs with the page of every offset, scans and locked files told apart."""

from __future__ import annotations

import pytest

from loaders.sources import pdf
from ontology.errors import SourceError


def make(*pages: str, encrypted: bool = False) -> bytes:
    """A small PDF by hand; each page is a content stream."""
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>"
    kids = " ".join(f"{3 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode()]
    for number, stream in enumerate(pages):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {4 + 2 * number} 0 R"
            f"/Resources<</Font<</F {3 + 2 * len(pages)} 0 R>>>>>>".encode()
        )
        objects.append(f"<</Length {len(stream)}>>stream\n{stream}\nendstream".encode())
    objects.append(font)
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj".encode() + content + b"endobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    lock = f"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'41' * 32}>/U<{'42' * 32}>>>/ID[<00><00>]" if encrypted else ""
    return bytes(out) + f"trailer<</Size {len(objects) + 1}/Root 1 0 R{lock}>>\nstartxref\n{start}\n%%EOF".encode()


def words(*lines: tuple[float, str], left: float = 70) -> str:
    """A stream that prints each line at its height from the foot of the page, letters six points wide."""
    lines = [(base, "".join(c if c < "\x7f" else f"\\{ord(c):03o}" for c in line)) for base, line in lines]
    return "".join(f"BT /F 10 Tf 1 0 0 1 {left} {base} Tm ({line}) Tj ET\n" for base, line in lines)


def test_a_citation_broken_at_its_hyphen_is_one():
    first = "Theo noi dung cua cuoc hop hom qua, can cu vao van ban Ket luan so 49-"
    got = pdf.read(
        make(
            words(
                (700, first),
                (685, "KL/TW cua Ban Bi thu, cac don vi lam tiep nhung viec da duoc giao truoc day."),
                (670, "het."),
            )
        )
    )
    assert "so 49-KL/TW cua Ban Bi thu" in got.content


def test_pages_heads_and_numbers():
    pages = [
        words((780, f"CONG BAO so 5 trang {n}"), (600, f"Noi dung {name}."), (20, f"{n}"))
        for n, name in enumerate("abc", 1)
    ]
    got = pdf.read(make(*pages))
    assert got.content == "Noi dung a.\nNoi dung b.\nNoi dung c."
    assert [got.content[start : start + 10] for start in got.pages] == ["Noi dung a", "Noi dung b", "Noi dung c"]
    assert got.media_type == "application/pdf"


def test_a_page_without_letters_is_named():
    got = pdf.read(make(words((600, "Noi dung.")), "0 0 m 9 9 l S", words((600, "Het."))))
    assert got.content == "Noi dung.\nHet."
    assert got.notes == ("page 2 has no text layer (a picture?) and was not read",)
    assert len(got.pages) == 3


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (make("0 0 m 9 9 l S"), "scan without a text layer; scans .OCR. are not built in yet"),
        (make(words((600, "a")), encrypted=True), "encrypted; remove its password"),
        (b"%PDF-1.4\nrubbish", "damaged"),
        (make(words((600, "a")))[:150], "damaged"),
    ],
)
def test_what_is_refused(data, reason):
    with pytest.raises(SourceError, match=reason):
        pdf.read(data)


def test_too_many_pages_are_refused(monkeypatch):
    monkeypatch.setattr(pdf, "MAX_PAGES", 1)
    with pytest.raises(SourceError, match="2 pages, more than 1"):
        pdf.read(make("", ""))


def test_pages_of_the_old_fonts_begin_where_they_should():
    got = pdf.read(make(*[words((600, f"Quyeát ñònh thöù {n} veà vieäc môû lôùp hoïc.")) for n in range(3)]))
    assert got.content == "\n".join(f"Quyết định thứ {n} về việc mở lớp học." for n in range(3))
    assert got.encoding == "utf-8+vni"
    assert [got.content[start:][:18] for start in got.pages] == [f"Quyết định thứ {n} v" for n in range(3)]


def test_the_same_bytes_give_the_same_text():
    data = make(words((600, "Noi dung."), (585, "tiep theo")))
    assert pdf.read(data) == pdf.read(data)
