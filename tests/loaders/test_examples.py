"""The shipped examples: each readable, each honest about what it is, each saying what its manifest promises."""

from __future__ import annotations

import json

import pytest

from loaders.sources.registry import gather, read

PREDICATES = {
    "implements",
    "continues",
    "reviews",
    "disseminates",
    "guides",
    "amends",
    "replaces",
    "repeals",
    "basedOn",
}


@pytest.fixture(scope="module")
def folder(root):
    return root / "api" / "examples"


@pytest.fixture(scope="module")
def manifest(folder):
    return json.loads((folder / "manifest.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def texts(folder, manifest):
    return {row["file"]: read((folder / row["file"]).read_bytes(), name=row["file"]) for row in manifest}


def test_every_file_is_listed_and_every_kind_is_there(folder, manifest):
    assert [path.name for path in gather([folder])] == [row["file"] for row in manifest]
    assert {row["file"].rpartition(".")[2] for row in manifest} == {"txt", "html", "pdf", "docx"}
    assert len(manifest) >= 10


def test_each_says_what_it_is(manifest, texts):
    for row in manifest:
        assert row["facts"] in ("real", "mixed", "invented")
        assert row["vi"]
        assert row["en"]
        content = texts[row["file"]].text.content
        assert "do nhóm làm phần mềm Phả hệ soạn" in content
        assert ("không có thật" in content) == (row["facts"] != "real")


def test_the_numbers_of_the_relations_stand_in_the_texts(manifest, texts):
    for row in manifest:
        content = texts[row["file"]].text.content
        for head, predicate, tail in row["relations"]:
            assert predicate in PREDICATES
            assert head.startswith("activity:") or head in content
            assert tail in content


def test_the_chain_of_the_readme_is_complete(manifest):
    edges = {tuple(edge) for row in manifest for edge in row["relations"]}
    assert {
        ("211/KH-UBND", "implements", "489/QĐ-TTg"),
        ("489/QĐ-TTg", "implements", "49-KL/TW"),
        ("49-KL/TW", "continues", "11-CT/TW"),
        ("628/QĐ-TTg", "implements", "51-KL/TW"),
    } <= edges


def test_each_has_a_title_and_the_news_a_day(texts):
    for name, got in texts.items():
        assert got.source.title
        assert got.text.notes == () or "tcvn3" in got.text.encoding
        if name.endswith(".html") or "giao-ban" in name:
            assert got.source.published
    assert texts["01-tin-ke-hoach-211-hai-phong.html"].source.publisher == "Bản tin Học tập suốt đời"


def test_menus_and_footers_stay_out(texts):
    for got in texts.values():
        for number in range(970, 1000):
            assert f"{number}/" not in got.text.content


def test_pdf_sentences_run_over_lines_and_pages(texts):
    got = texts["03-quyet-dinh-489.pdf"]
    assert got.source.pages == 2
    assert (
        "Kết luận số 49-KL/TW ngày 10 tháng 5 năm 2019 của Ban Bí thư về tiếp tục thực hiện Chỉ thị số 11-CT/TW"
        in got.text.content
    )
    assert "CÔNG BÁO" not in got.text.content
    assert got.text.content.startswith("THỦ TƯỚNG CHÍNH PHỦ\nSố: 489/QĐ-TTg\nCỘNG HÒA")
    assert got.text.page_at(got.text.content.index("II. NHIỆM VỤ")) == 2
    assert "Thủ trưởng các đơn vị có liên quan" in texts["09-thong-tu-sua-doi.pdf"].text.content


def test_word_tables_are_rows(texts):
    head = "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG\nSố: 211/KH-UBND\nCỘNG HÒA"
    assert texts["02-ke-hoach-211-hai-phong.docx"].text.content.startswith(head)
    assert "Lập dự toán kinh phí | Sở Tài chính | Hằng năm" in texts["02-ke-hoach-211-hai-phong.docx"].text.content
