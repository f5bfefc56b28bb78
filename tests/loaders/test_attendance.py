"""Who was present, and runs of figures: read from sentences written for the purpose."""

from __future__ import annotations

import pytest

from loaders.extraction import results
from loaders.extraction.documents import group
from loaders.extraction.mentions import find
from loaders.extraction.normal import normal

NEWS = "Sáng 12/5, Huyện ủy Hải Minh tổ chức hội nghị quán triệt Nghị quyết số 9-NQ/TU ngày 3/4/2024 của Tỉnh ủy. "
UNDER = "Thực hiện Chỉ thị số 21-CT/TU ngày 3/2/2021 của Tỉnh ủy, "


def values(text):
    content = normal(text).content
    return [found.value for found in results.read(group(content, find(content)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tham dự có lãnh đạo huyện; các trưởng phòng và 260 cán bộ chủ chốt.", [260]),
        ("Cùng dự có Bí thư các xã, cùng 145 đảng viên, 38 đoàn viên.", [145, 38]),
        ("Thành phần tham dự gồm toàn thể cấp ủy với tổng số 96 đảng viên.", [96]),
        ("Hơn 180 đồng chí là bí thư chi bộ tham dự hội nghị.", [180]),
        ("Hội nghị có hơn 1.400 cán bộ, đảng viên, hội viên tham dự.", [1400]),
        ("Tham dự có 2 đồng chí Phó Chủ tịch huyện.", []),
        ("Tham dự kỳ họp có 48 đại biểu Hội đồng nhân dân.", []),
        ("Tham dự hội nghị có đồng chí Bí thư Huyện ủy.", []),
        ("Hơn 180 tỷ đồng là vốn của chương trình.", []),
    ],
)
def test_who_was_present(text, expected):
    assert values(NEWS + text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("xã đã thẩm định 24 hồ sơ; kết quả có 19 hồ sơ được chấp thuận, 3 hồ sơ phải bổ sung, 2 hồ sơ bị trả lại.", 4),
        ("huyện đã kiểm tra 15 tổ chức đảng (9 đảng bộ, 6 chi bộ) gồm 210 đảng viên.", 4),
        ("huyện đã có 17 (trong tổng số 20) trường đạt chuẩn, trong đó 4 trường đạt mức 2.", 2),
        (
            "đến nay 100% giáo viên đạt chuẩn; 5 cán bộ đã học cao cấp chính trị, 41 cán bộ đã học trung cấp chính trị.",
            3,
        ),
        ("đến nay 64/64 nội dung cử tri nêu đã có văn bản trả lời.", 1),
        ("Sở Tư pháp đã ký kết chương trình phối hợp với 14 cơ quan.", 1),
        ("huyện tổ chức hội nghị. Ngày 12 tháng 4, Huyện ủy giám sát việc này đối với 6 chi bộ.", 1),
        ("Sở đã thu hồi 43 biển hiệu (17 biển hiệu xe khách, 26 biển hiệu xe tải) và nhắc nhở 14 đơn vị.", 4),
        ("xã đã xây mới 12 căn nhà, sửa 4 căn và cất 31 căn nhà cho hộ nghèo.", 3),
        ("huyện đã giám sát 8 tổ chức đảng (tăng 2 tổ chức đảng so với năm trước).", 1),
    ],
)
def test_runs_of_figures(text, expected):
    assert len(values(UNDER + text)) == expected


def test_what_divides_a_reported_figure_is_reported_too():
    text = NEWS + "Toàn tỉnh có 39 điểm cầu và 5.100 đại biểu tham dự. Trong đó, 2 điểm cầu huyện với 170 đại biểu."
    assert values(text) == [39, 5100, 2, 170]
    assert values(NEWS + "Huyện có nhiều chi bộ. Trong đó, 12 chi bộ ở xã với 320 đảng viên.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hơn 180 cán bộ dự hội nghị.\nHội nghị quán triệt Kết luận số 7-KL/TU.", [180]),
        ("Huyện có 3 chợ mới.\nHội nghị quán triệt Kết luận số 7-KL/TU.", []),
        ("Huyện mở 3 lớp học nghề.\nHội nghị quán triệt Kết luận số 7-KL/TU.", []),
    ],
)
def test_what_comes_before_the_first_document_is_of_it_where_news_tells_it(text, expected):
    assert values(text) == expected


def test_a_figure_of_a_document_that_the_extraction_leaves_out_is_none():
    content = normal("Theo chương trình làm việc của Thành ủy, huyện đã trình 12 đề án.").content
    assert results.read(group(content, find(content)), kept=frozenset()) == ()


def test_figures_of_a_national_programme_are_reported_without_any_relation():
    text = "Huyện đã xây dựng 57 căn nhà theo Chương trình mục tiêu quốc gia giảm nghèo bền vững năm 2023."
    content = normal(text).content
    assert [r.value for r in results.read(group(content, find(content)), kept=frozenset())] == [57]


def test_a_benefit_is_no_act():
    assert values(UNDER + "cán bộ đã được hưởng phụ cấp kiêm nhiệm và 500.000 đồng tiền trực.") == []


def test_the_words_of_a_figure_among_those_present_are_its_own():
    text = NEWS + "Tham dự có lãnh đạo huyện, các trưởng phòng và 260 cán bộ chủ chốt."
    content = normal(text).content
    (found,) = results.read(group(content, find(content)))
    assert found.what == "các trưởng phòng và 260 cán bộ chủ chốt"
