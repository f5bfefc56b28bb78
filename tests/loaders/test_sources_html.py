"""Web pages: the matter without the furniture, tables and headings kept, hostile markup survived."""

from __future__ import annotations

import contextlib
import csv
import re
import time
from importlib.resources import files

import pytest

from loaders.sources import html
from ontology.errors import SourceError

PROSE = (
    "Ủy ban nhân dân huyện họp bàn về việc mở lớp học buổi tối cho người đi làm ca, trong đó có công nhân của ba xưởng may. "
    "Cuộc họp kéo dài cả buổi sáng và kết thúc bằng một danh sách những việc phải làm ngay trong tháng này."
)


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>".encode()


NEWS = page(
    f"""<nav><a href=/>Trang chủ</a><a href=/a>Công văn số 977/UBND-VX</a></nav>
    <article><h1>Mở lớp học buổi tối</h1><p>Thứ Ba, 25/8/2020 08:30</p><p>{PROSE}</p>
    <h2>Danh sách</h2><table><tr><th>Xã</th><th>Lớp</th></tr><tr><td>Đò Lá</td><td>11</td></tr></table>
    <ul><li>Việc thứ nhất của xã</li><li>Việc thứ hai của xã</li></ul><p>{PROSE}</p><p style="display: none">ẩn đi</p></article>
    <script>var a = "Kế hoạch số 999/KH-UBND";</script><footer>Giấy phép số 975/GP-TTĐT</footer>""",
    "<title>Mở lớp học | Báo Việc học</title><meta property='og:site_name' content='Báo Việc học'>"
    "<meta property='og:title' content='Mở lớp học buổi tối'>",
)


def test_news():
    got = html.read(NEWS)
    assert got.title == "Mở lớp học buổi tối"
    assert got.publisher == "Báo Việc học"
    assert got.published == "2020-08-25"
    lines = got.content.split("\n")
    assert {"Mở lớp học buổi tối", PROSE, "Danh sách", "Xã | Lớp", "Đò Lá | 11", "Việc thứ nhất của xã"} <= set(lines)
    for furniture in ("Trang chủ", "977", "999", "975", "ẩn đi"):
        assert furniture not in got.content
    assert got.notes == ()


def test_the_day_that_a_page_marks_comes_before_the_one_it_shows():
    marked = NEWS.replace(
        b"<title>", b"<meta property='article:published_time' content='2020-08-24T20:00:00+07:00'><title>"
    )
    assert html.read(marked).published == "2020-08-24"


def test_no_day_is_guessed_from_the_text():
    assert (
        html.read(
            page(f"<article><h1>Mở lớp học buổi tối</h1><p>Ngày 20/8/2020, {PROSE}</p><p>{PROSE}</p></article>")
        ).published
        is None
    )


def test_an_instrument_in_a_page_of_tables():
    got = html.read(
        page(
            f"""<table><tr><td><a href=/>Đăng nhập</a> | <a href=/x>Thư viện tra cứu</a></td></tr><tr><td>
            <div class=content><table><tr><td><p>ỦY BAN NHÂN DÂN<br>HUYỆN ĐỒNG BƯỞI</p></td>
            <td><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Độc lập - Tự do - Hạnh phúc</p></td></tr>
            <tr><td><p>Số: 44/KH-UBND</p></td><td><p>Đồng Bưởi, ngày 10 tháng 8 năm 2020</p></td></tr></table>
            <p align=center>KẾ HOẠCH</p><p>{PROSE}</p><p>{PROSE}</p><p>Đang theo dõi</p>
            <table><tr><td>Việc</td><td>Hạn</td></tr><tr><td>Mở lớp</td><td>30/9/2020</td></tr></table></div></td>
            <td><ul><li>Văn bản liên quan: Quyết định số 9/QĐ-UBND</li></ul></td></tr></table>"""
        )
    )
    lines = got.content.split("\n")
    assert lines[:7] == [
        "ỦY BAN NHÂN DÂN",
        "HUYỆN ĐỒNG BƯỞI",
        "Số: 44/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Đồng Bưởi, ngày 10 tháng 8 năm 2020",
        "KẾ HOẠCH",
    ]
    assert lines[-2:] == ["Việc | Hạn", "Mở lớp | 30/9/2020"]
    assert lines.count(PROSE) == 2
    assert "Đang theo dõi" not in lines
    assert "tra cứu" not in got.content
    assert "9/QĐ-UBND" not in got.content


def test_a_page_without_main_content_is_read_whole_with_a_note():
    got = html.read(page("<div><span>Kế hoạch số 7/KH-UBND</span></div><div><a href=/x>tải tệp này về máy</a></div>"))
    assert got.content == "Kế hoạch số 7/KH-UBND\ntải tệp này về máy"
    assert got.notes == ("no main content was told apart; the whole page was read",)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_encodings_of_pages(encoding):
    assert PROSE in html.read(NEWS.decode().encode(encoding)).content


def test_a_declared_encoding_is_used_where_nothing_else_fits():
    got = html.read(
        "<html><head><meta charset=iso-8859-15></head><body><p>Prix: 3 € café crème à la carte</p>".encode(
            "iso-8859-15"
        )
    )
    assert "3 € café" in got.content
    assert got.encoding == "iso-8859-15"


OLD = "Quyeát ñònh cuûa UÛy ban nhaân daân huyeän veà vieäc môû lôùp hoïc buoåi toái cho ngöôøi ñi laøm ca. " * 4
PUT_RIGHT = "Quyết định của Ủy ban nhân dân huyện về việc mở lớp học buổi tối cho người đi làm ca."


@pytest.mark.parametrize("data", [OLD.encode("latin-1"), OLD.encode(), OLD.encode("ascii", "xmlcharrefreplace")])
def test_the_old_fonts_of_pages_are_put_right(data):
    got = html.read(b"<html><body><article><p>" + data + b"</p></article></body></html>")
    assert PUT_RIGHT in got.content
    assert got.encoding in ("vni", "utf-8+vni")
    assert len(got.notes) == 1


def test_an_xml_declaration_does_no_harm():
    assert PROSE in html.read(b'<?xml version="1.0" encoding="utf-8"?>' + NEWS).content


@pytest.mark.parametrize("body", ["", "<script>x</script>", "<p> \n </p>", "<nav>Trang chủ</nav>"])
def test_pages_without_text_are_refused(body):
    with pytest.raises(SourceError, match="no text"):
        html.read(page(body))


def test_depth_beyond_reading_is_refused_not_cut():
    with pytest.raises(SourceError, match="deeper"):
        html.read(page("<p>đầu trang</p>" + "<div>" * 5000 + PROSE))


@pytest.mark.parametrize("depth", [140, 600, 1500])
def test_depth_that_can_be_read_loses_nothing(depth):
    assert PROSE in html.read(page("<div>" * depth + f"<p>{PROSE}</p>" + "</div>" * depth)).content


@pytest.mark.parametrize(
    "unit",
    [
        "<div>",
        "<b>",
        "<p>Quyết định số 1/QĐ-TTg của ai",
        "<table><tr><td>a",
        "<ul><li>mục ",
        "a<br>",
        "&amp;&#7871;",
        "<",
        "<!-- a -->",
        "<p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>",
        "<a href='x'>y</a> ",
        "<p>20/8/2020</p>",
        "<script>a</script>",
        "<meta charset=",
        " a=b",
    ],
)
def test_a_megabyte_of_anything_ends_soon(unit):
    data = page(unit * (1_000_000 // len(unit)) + PROSE)
    start = time.process_time()
    with contextlib.suppress(SourceError):
        html.read(data)
    assert time.process_time() - start < 8


def furniture() -> list[dict[str, str]]:
    with files("loaders.sources").joinpath("furniture.tsv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t"))


@pytest.mark.parametrize("row", furniture(), ids=lambda row: row["example"])
def test_furniture_goes_and_sentences_that_hold_its_words_stay(row):
    assert re.search(row["pattern"], row["example"], re.IGNORECASE)
    kept = html.read(
        page(
            f"<article><h1>Mở lớp học buổi tối</h1><p>{PROSE}</p><p>{row['example']}</p><p>{PROSE} {row['example']}</p></article>"
        )
    )
    lines = kept.content.split("\n")
    assert row["example"] not in lines
    assert f"{PROSE} {row['example']}" in lines
