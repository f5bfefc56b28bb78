"""Texts that a page has flattened to a line, words that it has run together: broken again without moving an offset."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extraction import flattened, normal
from tests.loaders.statements import named, told

FLAT = (
    "HỘI ĐỒNG NHÂN DÂN TỈNH LONG HÀ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số: 7/2016/NQ-HĐND "
    "Long Hà, ngày 15 tháng 12 năm 2016 NGHỊ QUYẾT Về mức thu phí chợ HỘI ĐỒNG NHÂN DÂN TỈNH LONG HÀ KHOÁ X - KỲ HỌP THỨ 3 "
    "Căn cứ Luật Giá ngày 20 tháng 6 năm 2012; Căn cứ Luật Thuế ngày 20 tháng 11 năm 2015; Nghị quyết số 5/2005/NQ-UBTVQH11 ngày 2/4/2005; "
    "Căn cứ Nghị định số 4/2016/NĐ-CP ngày 15 tháng 6 năm 2016 của Chính phủ quy định chi tiết Luật Giá. "
    "Xét tờ trình số 7/TTr-UBND ngày 2 tháng 12 năm 2016 của Ủy ban nhân dân tỉnh; QUYẾT NGHỊ: Điều 1. Thu phí theo Nghị định số 4/2016/NĐ-CP. "
    "Điều 2. Nghị quyết này thay thế Nghị quyết số 2/2010/NQ-HĐND.\n"
)


def test_a_flattened_text_is_read_as_its_paragraphs_are() -> None:
    head = "7/2016/NQ-HĐND"
    assert told(FLAT) == {
        *(f"{head} basedOn {tail}" for tail in ("Giá", "Thuế", "5/2005/NQ-UBTVQH11", "4/2016/NĐ-CP")),
        f"{head} cites 7/TTr-UBND",
        f"{head} replaces 2/2010/NQ-HĐND",
        "4/2016/NĐ-CP details Giá",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Bộ Y tế họp. Căn cứ Luật Giá, Bộ quyết định. Căn cứ Luật Thuế, Bộ trả lời.",  # a short page
        "Căn cứ Luật Giá " + "và các văn bản về chợ " * 40 + "thì giá chợ do Nhà nước định.",  # one ground
    ],
)
def test_running_text_stays_as_it_is(text: str) -> None:
    assert flattened.lines(text) == text


@given(st.text(alphabet="Căn cứLuậtĐiều1.;: \n", max_size=900))
def test_breaking_lines_moves_nothing(text: str) -> None:
    broken = flattened.lines(text)
    assert len(broken) == len(text)
    assert broken.split() == text.split()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (
            "Trả lời côngvăn số 12/CT-KTT ngày 3/4/2007 của Cục thuế tỉnh Long Hà.",
            ("CV", "12/CT-KTT", "Cục thuế tỉnh Long Hà"),
        ),
        ("theo Quyếtđịnh số 5/QĐ-UBND", ("QĐ", "5/QĐ-UBND", None)),
        ("Thực hiệnQuyết định số 5/QĐ-UBND về chợ", ("QĐ", "5/QĐ-UBND", None)),
        ("Số: 41TCT/NV6\nV/v thuế\nKính gửi: Công ty Sao Mai\n", ("CV", "41TCT/NV6", None)),
        ("Số lượng 41TCT theo mẫu", None),
        ("theo Nghị định s20/2008/NĐ-CP", ("NĐ", "20/2008/NĐ-CP", None)),
        ("theo mẫu s20/2", None),
    ],
)
def test_words_and_numbers_that_are_run_together(text: str, number: tuple[str, str, str | None] | None) -> None:
    found = [(d.type, d.number, d.issuer) for d in named(text)]
    assert found == ([] if number is None else [number])


@pytest.mark.parametrize(
    "text", ["Trả lời côngvăn số 12/CT-KTT.", "Kínhgửi: Sở Y tế", "Thực hiệnQuyết định số 5/QĐ-UBND"]
)
def test_a_space_put_in_is_nothing_of_the_text(text: str) -> None:
    form = normal.normal(text)
    assert form.content.replace(" ", "") == text.replace(" ", "")
    assert form.end(len(form.content)) == len(text)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Cản cứ Luật Giá;\nCăn cừ Nghị định số 5/2020/NĐ-CP;", "Căn cứ Luật Giá;\nCăn cứ Nghị định số 5/2020/NĐ-CP;"),
        ("Cân có 5 kg; Cán cân thanh toán theo Luật Giá", "Cân có 5 kg; Cán cân thanh toán theo Luật Giá"),
    ],
)
def test_the_word_that_begins_the_grounds_is_read_through_its_misprints(text: str, read: str) -> None:
    assert normal.normal(text).content == read
