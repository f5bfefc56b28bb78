"""Whose a result is, and under which document it is reported."""

from __future__ import annotations

import pytest

from loaders.extraction import results
from loaders.extraction.documents import group
from loaders.extraction.mentions import find
from loaders.extraction.normal import normal
from tests.loaders.result_readings import UNDER, read


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Hội Nông dân đã vận động 1.250 hội viên tham gia.", "Hội Nông dân"),
        ("Thực hiện Chỉ thị số 7-CT/TU, Sở Nội vụ đã cử 12 công chức đi học.", "Sở Nội vụ"),
    ],
)
def test_who_did_it(text, who):
    assert {r.who for r in read(UNDER + text if "Chỉ thị" not in text else text)} == {who}


def test_the_body_of_the_sentence_before_did_it():
    text = UNDER + "Sở Y tế đã mở 45 lớp tập huấn. Cấp 120 chứng chỉ. Hỗ trợ 30 hộ."
    assert [r.who for r in read(text)] == ["Sở Y tế"] * 3


def test_what_no_sentence_names_is_reported_under_the_first_document_of_the_page():
    text = "Nghị quyết số 2-NQ/TU được quán triệt. Kế hoạch số 7/KH-UBND được ban hành.\nHuyện đã mở 45 lớp tập huấn."
    content = normal(text).content
    grouping = group(content, find(content))
    (found,) = results.read(grouping)
    assert [d.number for d in grouping.documents if d.id in found.documents] == ["2-NQ/TU"]


def test_a_figure_is_reported_under_a_document_that_is_kept():
    text = UNDER + "huyện đã ban hành Đề án phát triển chợ. Huyện đã mở 45 lớp tập huấn."
    content = normal(text).content
    grouping = group(content, find(content))
    first = next(d.id for d in grouping.documents if d.number)
    (found,) = results.read(grouping, kept=frozenset((first,)))
    assert found.documents == (first,)
