"""Who issued a document and when, where the text tells it away from the number; each construction with near misses."""

from __future__ import annotations

import pytest

from loaders.extraction import makers
from loaders.extraction.mentions import find
from loaders.extraction.normal import normal

LED = [
    # after a passive verb
    ("Nghị định số 7/2022/NĐ-CP được Chính phủ ban hành ngày 08/02/2022 về phà.", "Chính phủ", "2022-02-08"),
    ("Quyết định số 7/2022/QĐ-UBND vừa được UBND tỉnh Long Hà ban hành, phà chạy lại.", "UBND tỉnh Long Hà", None),
    ("Chỉ thị số 7/CT-TTg về phà đã được Thủ tướng Chính phủ ký ngày 9/8/2021.", "Thủ tướng Chính phủ", "2021-08-09"),
    ("Công văn số 7/BYT-KCB được Bộ Y tế giao cho Sở Y tế.", None, None),
    ("Quyết định số 7/QĐ-UBND được Sở Y tế triển khai ngày 9/8/2021.", None, None),
    # in the document, a body says
    ("Tại Công văn số 7/BYT-KCB ngày 3/4/2023, Bộ Y tế đề nghị các sở báo cáo.", "Bộ Y tế", "2023-04-03"),
    ("Trong Chỉ thị số 7/CT-TTg vừa ban hành, Thủ tướng Chính phủ yêu cầu rà soát phà.", "Thủ tướng Chính phủ", None),
    ("Tại Công văn số 7/VPCP-KTTH, Thủ tướng Chính phủ yêu cầu rà soát phà.", None, None),  # the office wrote it
    ("Tại Nghị định số 7/2022/NĐ-CP, Bộ Y tế được giao việc rà soát.", None, None),
    ("Theo Nghị định số 7/2022/NĐ-CP, Bộ Y tế quy định mẫu đơn.", None, None),
    ("Theo ý kiến của Bộ Y tế tại Công văn số 7/BYT-KCB về phà, Sở Y tế yêu cầu rà soát.", "Bộ Y tế", None),
    ("Làm đúng hướng dẫn của Bộ Y tế tại Công văn số 7/BYT-KCB về phà, Sở Y tế yêu cầu rà soát.", "Bộ Y tế", None),
    # a body says by the document
    ("Đội trả lời tại Công văn số 7/CT-TTHT ngày 3/4/2023 như sau.", None, "2023-04-03"),  # no known name
    ("Bộ Y tế hướng dẫn việc này tại Công văn số 7/BYT-KCB.", "Bộ Y tế", None),
    ("Bộ Y tế làm theo đúng quy định tại Nghị định số 7/2022/NĐ-CP.", None, None),
    ("Làm tiếp những nhiệm vụ UBND tỉnh đã chỉ đạo tại Công văn số 7/UBND-KT.", "UBND tỉnh", None),
    ("Theo nội dung Sở Y tế báo cáo tại Công văn số 7/SYT-NVY, phà đủ thuốc.", "Sở Y tế", None),
    ("Bàn nội dung UBND tỉnh và Sở Y tế chuẩn bị tại Công văn số 7/SYT-NVY.", None, None),
    # a proposal without its `của`, with a bracket, from a branch; an appraisal
    (
        "Theo đề nghị Chi nhánh Ngân hàng Nhà nước tỉnh tại Tờ trình số 7/TTr-NHCS.",
        "Chi nhánh Ngân hàng Nhà nước tỉnh",
        None,
    ),
    ("Theo đề nghị của Giám đốc Sở Y tế (cơ quan thường trực) tại Tờ trình số 7/TTr-SYT.", "Giám đốc Sở Y tế", None),
    ("Theo kết quả thẩm định của Sở Tư pháp tại Văn bản số 7/BC-STP về phà.", "Sở Tư pháp", None),
    ("Theo đề nghị Sở Y tế gửi các xã tại Công văn số 7/UBND-KT.", None, None),
    # an item of a list of related texts
    ("- 3Nghị quyết 7/2014/QH13 về phà của các tỉnh do Quốc hội ban hành\n- 4Luật Dược 2016\n", "Quốc hội", None),
    ("Nghị quyết 7/2014/QH13 về phà của các tỉnh do Quốc hội ban hành\n", None, None),  # no item
    ("- 3Nghị quyết 7/2014/QH13 về phà do bến tự làm ban hành\n", None, None),  # no body
    ("Báo cáo thẩm định số 7/BCTĐ-STP của Sở Tư pháp về phà.", "Sở Tư pháp", None),
    (
        "Báo cáo số 7/BC-HĐND của Ban Dân tộc của Hội đồng nhân dân tỉnh.",
        "Ban Dân tộc của Hội đồng nhân dân tỉnh",
        None,
    ),
    ("Báo cáo số 7/BC-HĐND của Ban Dân tộc gửi Hội đồng nhân dân tỉnh.", "Ban Dân tộc", None),
    # a body that commands
    (
        "Công điện số 7/CĐ-PCTT của Ban Chỉ huy phòng, chống thiên tai và Tìm kiếm cứu nạn tỉnh.",
        "Ban Chỉ huy phòng, chống thiên tai và Tìm kiếm cứu nạn tỉnh",
        None,
    ),
    ("Quyết định số 7/QĐ-BCH của Ban Chỉ huy phòng phà.", "Ban Chỉ huy", None),
    # a day between the body and its verb, and the town of a body
    ("Bộ Nội vụ ngày 5/3/2024 đã ban hành Công văn số 7/BNV-TL.", "Bộ Nội vụ", "2024-03-05"),
    ("UBND TP.HCM vừa ban hành Quyết định số 7/2024/QĐ-UBND.", "UBND TP.HCM", None),
    ("UBND TPHCM vừa ban hành Quyết định số 7/2024/QĐ-UBND.", "UBND TPHCM", None),
    ("UBND TP.Long Hà vừa có Công văn số 7/UBND-KT.", "UBND TP.Long Hà", None),
    # the day between commas is that of the main clause, if a body acts right behind it
    ("Thực hiện Nghị quyết số 7-NQ/TW, ngày 5/6/2025, UBND tỉnh ban hành kế hoạch.", None, None),
    ("Thực hiện Nghị quyết số 7-NQ/TW, ngày 5/6/2025 của Bộ Chính trị, UBND tỉnh họp.", "Bộ Chính trị", "2025-06-05"),
    # statutes
    ("Ngày 5/3/2018, Quốc hội khóa XIV đã thông qua Luật Thanh niên.", "Quốc hội khóa XIV", "2018-03-05"),
    ("Ngày 5/3/2018, Sở Tư pháp nói rõ hơn về Luật Thanh niên.", None, None),
    (
        "Luật Thanh niên số 7/2018/QH14 được Quốc hội khóa XIV, kỳ họp bất thường lần thứ 2 thông qua ngày 5/3/2018.",
        "Quốc hội khóa XIV",
        "2018-03-05",
    ),
]


@pytest.mark.parametrize(("sentence", "issuer", "date"), LED)
def test_the_body_is_found_around_the_document(sentence, issuer, date):
    found = next(r for r in find(normal(sentence).content) if r.kind != "plan")
    assert (found.issuer, found.date) == (issuer, date)


LISTS = [
    (
        "Chính phủ đã ban hành Nghị định số 7/2024/NĐ-CP và Nghị định số 8/2024/NĐ-CP.",
        [("7/2024/NĐ-CP", "Chính phủ"), ("8/2024/NĐ-CP", "Chính phủ")],
    ),
    (
        "Nghị định số 7/2024/NĐ-CP của Chính phủ và Nghị định số 8/2024/NĐ-CP.",
        [("7/2024/NĐ-CP", "Chính phủ"), ("8/2024/NĐ-CP", None)],
    ),
    ("Nghị quyết 7 về phà và Nghị quyết 8 về cầu của Bộ Chính trị.", [("7", "Bộ Chính trị"), ("8", "Bộ Chính trị")]),
    ("Chỉ thị 7-CT/TW về chống hạn của Ban Bí thư.", [("7-CT/TW", "Ban Bí thư")]),
    ("Quy định số 7-QĐ/TW về nhiệm vụ của Ban Bí thư.", [("7-QĐ/TW", None)]),
    ("Chỉ thị số 7/CT-UBND về chống hạn của Thủ tướng.", [("7/CT-UBND", None)]),
    (
        "Bộ Chính trị khóa XIII đã ban hành 2 nghị quyết: Nghị quyết 7-NQ/TW về phà, Nghị quyết 8-NQ/TW về cầu.",
        [("7-NQ/TW", "Bộ Chính trị khóa XIII"), ("8-NQ/TW", "Bộ Chính trị khóa XIII")],
    ),
    (
        "Làm theo các giải pháp UBND tỉnh đã chỉ đạo tại Công văn số 7/UBND-KT, số 8/UBND-NC; Chỉ thị số 9/CT-UBND và Công văn số 3/SYT-NVY.",
        [("7/UBND-KT", "UBND tỉnh"), ("8/UBND-NC", "UBND tỉnh"), ("9/CT-UBND", "UBND tỉnh"), ("3/SYT-NVY", None)],
    ),
    (
        "Căn cứ các Nghị quyết của HĐND tỉnh: số 7/NQ-HĐND về phà; số 8/NQ-HĐND về cầu và Công văn số 9/HĐND-PC; Công văn số 3/SYT-NVY.",
        [("7/NQ-HĐND", "HĐND tỉnh"), ("8/NQ-HĐND", "HĐND tỉnh"), ("9/HĐND-PC", "HĐND tỉnh"), ("3/SYT-NVY", None)],
    ),
    (
        "Sở Y tế đã có 2 buổi học: Nghị quyết 7-NQ/TW về phà, Nghị quyết 8-NQ/TW.",
        [("7-NQ/TW", None), ("8-NQ/TW", None)],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), LISTS)
def test_one_body_issues_the_members_of_a_list(sentence, expected):
    assert [(r.number, r.issuer) for r in find(normal(sentence).content) if r.number] == expected


@pytest.mark.parametrize(
    ("number", "name", "fits"),
    [
        ("7/VPCP-KTTH", "Thủ tướng Chính phủ", False),
        ("7/VPCP-KTTH", "Văn phòng Chính phủ", True),
        ("7/CT-TTg", "Thủ tướng Chính phủ", True),
        ("7/QĐ-TTg", "Bộ Y tế", False),
        ("7/2020/NQ-HĐND", "UBND tỉnh", False),
        ("7/BYT-KCB", "Bộ Y tế", True),
        ("7", "Bộ Y tế", True),
    ],
)
def test_a_symbol_may_speak_against_a_body(number, name, fits):
    assert makers.fits(number, name) is fits


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("UBND tỉnh ban hành Văn bản số 614 ngày 03/5/2024 về phà.", "614"),
        ("Sở Y tế vừa có văn bản khẩn số 25/SYT-NVY gửi các phường.", "25/SYT-NVY"),
        ("Thủ tướng Chính phủ đã có Công văn (số 64/TTg-NN) gửi các bộ.", "64/TTg-NN"),
        ("Chỉ thị 3 - CT / T.Ư của Ban Bí thư.", "3-CT/T.Ư"),
        (
            "Nghị quyết liên tịch số 14 /2023/NQLT/UBTVQH15-CP- ĐCTUBTWMTTQVN về phà.",
            "14/2023/NQLT/UBTVQH15-CP-ĐCTUBTWMTTQVN",
        ),
        ("Nghị định số 5/2020/NĐ-CP- QUY ĐỊNH VỀ PHÀ", "5/2020/NĐ-CP"),
        ("Công văn số 16/SGDĐT- GDTrH về phà.", "16/SGDĐT-GDTrH"),
        ("Công văn số 16/SGDĐT- Giáo dục gửi các trường.", "16/SGDĐT"),
        ("Trong tổng số văn bản số 15 văn bản đã cũ.", None),
    ],
)
def test_numbers_with_stray_gaps_and_brackets(sentence, number):
    assert next((r.number for r in find(normal(sentence).content)), None) == number


@pytest.mark.parametrize(
    ("number", "name", "says"),
    [
        ("7/UBND-KT", "UBND tỉnh", True),
        ("7/2020/NQ-HĐND", "UBND tỉnh", False),
        ("7/VPCP-KTTH", "Chính phủ", False),
        ("7/BYT-KCB", "Bộ Y tế", False),
        ("7", "UBND tỉnh", False),
    ],
)
def test_a_symbol_may_name_a_body(number, name, says):
    assert makers.symbol_of(number, name) is says
