"""Real files of the field, where they are beside the project: letterheads, key sentences and tables come through."""

from __future__ import annotations

import pytest

from loaders.sources.registry import gather, read
from ontology.errors import SourceError

EXPECTED = {
    "congbao_tt-02-2026-btc.pdf": ("Số: 02/2026/TT-BTC", "72/2011/TTLT-BTC-BGTVT ngày 27 tháng 5 năm 2011 của"),
    "luat_66_2025_QH15_621225.pdf": ("Luật số: 66/2025/QH15", "số 27/2008/QH12 đã được", "125 cm3;\n"),
    "nghi_dinh_44_2021_ND-CP_463357.pdf": ("Số: 44/2021/NĐ-CP", "\nĐiều 2."),
    "nghi_quyet_20_2024_NQ-HDND_631963.pdf": ("Số: 20/2024/NQ-HĐND", "các Tổ đại biểu Hội đồng nhân dân"),
    "quyet_dinh_2138_QD-BTC_663660.pdf": ("Số: 2138/QĐ-BTC", "10/2022/NĐ-CP ngày 15/01/2022 của"),
    "thong_tu_37_2020_TT-BTC_441845.pdf": (
        "Số: 37/2020/TT-BTC",
        "Thông tư số 272/2016/TT-BTC ngày 14 tháng 11 năm 2016",
    ),
    "luat-20-2023-qh15.html": ("Số: 1456/QĐ-UBND", "29/2014/TT-BTNMT ngày 02/6/2014", "KT. CHỦ TỊCH"),
    "tt-20-2016-nhnn.luatvietnam.html": ("Số: 20/2016/TT-NHNN", "101/2012/NĐ-CP ngày 22 tháng 11 năm 2012"),
    "nd30-2020_30_2020_ND_CP.docx": ("Số: 30/2020/NĐ-CP", "\nĐiều 3.", "TM. CHÍNH PHỦ"),
    "nd30-2020_Phuluc2.docx": ("Phụ lục II\n", "\nIII. VIẾT HOA"),
    "nd30-2020_Phuluc2.doc": ("Phụ lục II\n", "\nIII. VIẾT HOA"),
    "vbpl_11234_68-LCT-HDNN8.doc": ("LỜI NÓI ĐẦU\n", "\nĐiều 147", "\nLê Quang Đạo"),
    "vbpl_889_hien-phap-1959.doc": ("LỜI NÓI ĐẦU", "\nĐiều 112", "\nTôn Đức Thắng"),
    "nd30-2020_Phuluc4.docx": ("Số, ký hiệu văn bản | Ngày tháng văn bản |", "Quyển số:"),
}
FURNITURE = (
    "Đăng nhập",
    "đăng nhập",
    "CÔNG BÁO/Số",
    "Đang theo dõi",
    "Tải về",
    "Tiếng Anh",
    "Hỏi đáp",
    "Trang chủ",
    "Điện thoại:",
)


@pytest.fixture(scope="module")
def raw(shared):
    return shared / "corpus" / "raw"


@pytest.mark.parametrize("name", EXPECTED)
def test_key_sentences_come_through_and_furniture_does_not(raw, name):
    got = read((raw / name).read_bytes(), name=name)
    for words in EXPECTED[name]:
        assert words in got.text.content
    for words in FURNITURE:
        assert words not in got.text.content or name in ("nd30-2020_Phuluc4.docx", "nghi_dinh_44_2021_ND-CP_463357.pdf")
    assert got.source.title
    assert got.text.notes == ()
    assert list(got.text.pages) == sorted(got.text.pages)


def test_old_word_and_new_give_the_same_text(raw):
    texts = [
        read((raw / name).read_bytes(), name=name).text for name in ("nd30-2020_Phuluc2.doc", "nd30-2020_Phuluc2.docx")
    ]
    assert texts[0] == texts[1]


def test_every_other_file_is_refused_in_a_line(raw):
    for path in sorted(raw.iterdir()):
        if path.name not in EXPECTED:
            with pytest.raises(SourceError, match="are not read; what is read"):
                read(path.read_bytes(), name=path.name)


def test_the_days_and_publishers_of_pages(raw):
    page = read((raw / "tt-20-2016-nhnn.luatvietnam.html").read_bytes(), name="page.html").source
    assert (page.publisher, page.published) == ("LuatVietnam", "2016-07-04")


def test_plain_pages_are_kept_to_the_letter(shared):
    days = {}
    for path in gather([shared / "seeds"]):
        data = path.read_bytes()
        got = read(data, name=path.name)
        assert got.text.content == data.decode()
        assert got.source.title
        days[path.name[:3]] = got.source.published
    assert days == {"000": "2019-03-19", "001": None, "002": None, "003": "2019-05-21", "004": "2019-04-09"}


def test_the_whole_corpus_of_texts_is_utf8_without_a_note(shared):
    for path in sorted((shared / "corpus" / "documents").rglob("*.txt"))[::20]:
        got = read(path.read_bytes(), name=path.name)
        assert got.text.encoding == "utf-8"
