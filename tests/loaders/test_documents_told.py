"""Documents without a number, or with a loose one, that a page tells of: which stand, and which are one; near misses."""

from __future__ import annotations

import pytest

from tests.loaders.statements import named, read, stated

SCHEMES = [
    ("Huyện ủy Tân Sa ban hành Đề án xây dựng bến thuyền du lịch.", ["xây dựng bến thuyền du lịch"]),
    ("Hội nghị đã thông qua Chương trình trồng cây gỗ lớn ven suối.", ["trồng cây gỗ lớn ven suối"]),
    (
        "Hội Làm vườn và Huyện đoàn ký kết Chương trình phối hợp giúp thanh niên giữ nghề ươm giống.",
        ["phối hợp giúp thanh niên giữ nghề ươm giống"],
    ),
    ("Công an xã triển khai Đề án lắp đèn dọc các ngõ nhỏ.", ["lắp đèn dọc các ngõ nhỏ"]),
    ("Sở Y tế thực hiện Kế hoạch tiêm phòng dại vùng cao năm 2024.", ["tiêm phòng dại vùng cao năm 2024"]),
    ("Xã triển khai chương trình mục tiêu quốc gia giảm nghèo bền vững.", ["mục tiêu quốc gia giảm nghèo bền vững"]),
    (
        "Thủ tướng Chính phủ vừa phê duyệt Chiến lược phát triển nghề muối đến năm 2030.",
        ["phát triển nghề muối đến năm 2030"],
    ),
    ("Ngày 3/4, Huyện ủy Tân Sa ban hành Nghị quyết chuyên đề về phát triển cây chè.", ["phát triển cây chè"]),
    ("Huyện đã ban hành Đề án trồng chè đến năm 2030 với ba mục tiêu.", ["trồng chè đến năm 2030"]),
    ("Huyện đã ban hành Đề án nối nghề chè với du lịch năm 2030.", ["nối nghề chè với du lịch năm 2030"]),
    (
        "Huyện đã ban hành Đề án “Dạy bơi cho trẻ ven sông” (Đề án 2817). Đoàn xã thực hiện Đề án 2817 giai đoạn 2021-2025.",
        ["Dạy bơi cho trẻ ven sông"],
    ),
    ("Bộ đề nghị Thủ tướng Chính phủ phê duyệt Chiến lược phát triển nghề muối đến năm 2030.", []),
    ("Hằng năm, Huyện ủy Tân Sa ban hành Nghị quyết chuyên đề về phát triển cây chè.", []),
    ("Huyện ủy Tân Sa sẽ ban hành Đề án xây dựng bến thuyền du lịch.", []),
    ("Cử tri đề nghị huyện sớm thông qua Chương trình trồng cây gỗ lớn ven suối.", []),
    ("Công an xã triển khai đề án lắp đèn dọc các ngõ nhỏ.", []),
    ("Công an xã triển khai Đề án lắp đèn.", []),
    ("Sở Y tế thực hiện Kế hoạch tiêm phòng dại vùng cao.", []),
    ("Đoàn trường trình diễn Chương trình văn nghệ chào mừng ngày hội làng.", []),
    ("Trạm y tế xây dựng Kế hoạch tiêm phòng dại vùng cao năm 2024.", []),
    ("Căn cứ Quy chế làm việc của Ủy ban Kiểm tra; cấp ủy họp.", []),
    ("Xã dạy chương trình giáo dục phổ thông cho học sinh lớp sáu.", []),
]


@pytest.mark.parametrize(("text", "titles"), SCHEMES)
def test_a_scheme_stands_by_its_name_where_it_is_put_out_or_carried_out(text: str, titles: list[str]) -> None:
    found = [(d.title or "").removeprefix("chương trình ") for d in read(text).documents]
    assert found == titles


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Các xã tổng kết 5 năm thực hiện Quyết định của Thủ tướng Chính phủ về Ngày Cây xanh.",
            [("QĐ", "Thủ tướng Chính phủ", "Ngày Cây xanh")],
        ),
        (  # it may be the numbered one
            "Theo Quyết định số 8/QĐ-TTg, xã trồng cây. Mười năm thực hiện Quyết định của Thủ tướng Chính phủ về Ngày Cây xanh.",
            [("QĐ", None, None)],
        ),
        ("Các xã thực hiện các quyết định của Thủ tướng Chính phủ.", []),
    ],
)
def test_an_act_that_is_taken_up_stands_by_its_body_and_subject(text: str, found: list[tuple[str, str, str]]) -> None:
    assert [(d.type, d.issuer, d.title) for d in read(text).documents] == found


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        ("Xã triển khai Nghị quyết Đại hội Đảng bộ huyện thành nếp làm hằng tuần.", ["Đại hội Đảng bộ huyện"]),
        ("Cơ quan báo cáo việc thực hiện Nghị quyết Đại hội Đảng bộ Quân sự tỉnh.", ["Đại hội Đảng bộ Quân sự tỉnh"]),
        ("Xã làm theo NQ Đại hội Đảng bộ huyện Tân Sa đề ra.", ["Đại hội Đảng bộ huyện Tân Sa"]),
        (
            "Sau khi có Nghị quyết Đại hội Đảng bộ huyện lần thứ XX, các xã thực hiện Nghị quyết Đại hội Đảng bộ huyện.",
            ["Đại hội Đảng bộ huyện lần thứ XX"],
        ),
        (
            "Xã học Nghị quyết Đại hội Đảng bộ huyện lần thứ XX và Nghị quyết Đại hội Đảng bộ tỉnh.",
            ["Đại hội Đảng bộ huyện lần thứ XX", "Đại hội Đảng bộ tỉnh"],
        ),
        ("Xã học tập Nghị quyết Đại hội Đảng bộ các cấp.", []),
        ("Xã góp ý dự thảo văn kiện Đại hội Đảng bộ tỉnh lần thứ XX gồm báo cáo, Nghị quyết Đại hội.", []),
    ],
)
def test_a_branch_tells_which_congress_passed_a_resolution(text: str, issuers: list[str]) -> None:
    assert [d.issuer for d in named(text)] == issuers


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "Các xã thực hiện các Nghị quyết về “Giữ rừng ven biển”, “Chiến lược nghề muối” và “Bảo vệ đê biển”.",
            ["Giữ rừng ven biển", "Chiến lược nghề muối", "Bảo vệ đê biển"],
        ),
        (
            "Huyện sơ kết 2 đề án của Ủy ban nhân dân tỉnh: “Trồng mây dưới tán rừng”; “Nuôi ong trong vườn”.",
            ["Trồng mây dưới tán rừng", "Nuôi ong trong vườn"],
        ),
        ("Các xã thực hiện các nghị quyết về giữ rừng ven biển và về nghề muối.", []),
    ],
)
def test_several_are_told_by_their_quoted_names(text: str, titles: list[str]) -> None:
    assert [d.title for d in named(text)] == titles


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Tổng kết Quyết định 281/TTg. Theo Quyết định 281/QĐ-TTg, ba thôn làm đường bê tông.", ["281/QĐ-TTg"]),
        ("Theo Quyết định 281/QĐ-TTg, xã làm đường. Tổng kết Quyết định 281/TTg.", ["281/QĐ-TTg"]),
        ("Tổng kết Quyết định 281/TTg. Theo Quyết định 282/QĐ-TTg, xã làm đường.", ["281/TTg", "282/QĐ-TTg"]),
        ("Tổng kết Nghị định 36/CP. Theo Nghị định 36/2013/NĐ-CP, xã làm đường.", ["36/CP", "36/2013/NĐ-CP"]),
        ("Pháp lệnh số 34/2007/PL-UBTVQH11 và Pháp lệnh số 34/2007-PLUBTVQH11.", ["34/2007/PL-UBTVQH11"]),
        ("Xã thực hiện NQ số 31/TW tháng 11 năm 2013.", ["31/TW"]),
    ],
)
def test_numbers_that_are_one(text: str, numbers: list[str]) -> None:
    assert [d.number for d in named(text)] == numbers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Chương trình 719 được dân ủng hộ. Chính phủ phê duyệt Chương trình mục tiêu quốc gia giữ rừng tại Quyết định số 719 (gọi tắt là Chương trình 719).",
            2,
        ),
        ("Chương trình 719 được dân ủng hộ. Quyết định số 719 ngày 14/10/2021 có hiệu lực.", 2),
        (
            "Hội nghị nghe Đề án số 02 của Tỉnh ủy về “Giữ rừng. \n\nTheo Đề án 02 của Tỉnh ủy Long Hà, có tổ “Giữ rừng”.",
            1,
        ),
        ("Kiểm định Muối biển (KĐMB) họp. Luật Kiểm định Muối biển năm 2021 nêu. Luật KĐMB quy định.", 1),
        ("Kiểm định Muối biển (KĐ) họp. Luật Kiểm định Muối biển năm 2021 nêu. Luật KĐMB quy định.", 2),
    ],
)
def test_short_names_that_are_given_elsewhere(text: str, found: int) -> None:
    assert len(named(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Luật ngày 21 tháng 12 năm 1990 của Quốc hội sửa đổi, bổ sung một số điều của Luật Đất đai.",
            [("L", "1990-12-21", "Quốc hội"), ("L", None, None)],
        ),
        ("Luật ngày càng nghiêm hơn, sửa đổi nhiều điều của Luật Đất đai.", [("L", None, None)]),
        ("Xã học Công ước chống buôn bán san hô; nghe về Công ước bảo vệ rùa biển.", [("KHÁC", None, None)] * 2),
        ("Xã học Công ước rất lâu.", []),
        ("LỆNH\nVỀ VIỆC CÔNG BỐ LUẬT\nCHỦ TỊCH NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", []),
        ("Sở hướng dẫn thực hiện Đề án thứ tư của ngành.", []),
    ],
)
def test_names_of_laws_treaties_and_rules(text: str, found: list[tuple[str, str | None, str | None]]) -> None:
    assert [(d.type, d.date, d.issuer) for d in named(text) if d.type != "L-CTN"] == found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Huyện ủy Tân Sa vừa ban hành Kế hoạch kiểm tra việc thực hiện Quy chế nếp sống chợ.",
            [("KH", "kiểm tra việc thực hiện Quy chế nếp sống chợ"), ("QC", "nếp sống chợ"), "d1 reviews d2"],
        ),
        (
            "Tỉnh ủy Long Hà đã ban hành Kế hoạch học tập, quán triệt Chỉ thị số 5-CT/TW.",
            [("KH", "học tập, quán triệt Chỉ thị số 5-CT/TW"), ("CT", None), "d1 disseminates d2"],
        ),
        ("Tỉnh ủy Long Hà sẽ ban hành Kế hoạch học tập, quán triệt Chỉ thị số 5-CT/TW.", [("CT", None)]),
        ("Các xã xây dựng Kế hoạch học tập, quán triệt Chỉ thị số 5-CT/TW.", [("CT", None)]),
        (  # merged in the decision it comes with
            "Chính phủ có Kế hoạch thực hiện Kết luận số 8-KL/TW (ban hành kèm theo Quyết định số 6/QĐ-TTg).",
            [("KL", None), ("QĐ", None), "d3 implements d2"],
        ),
        (
            "Chính phủ có Đề án giữ tiếng nói vùng cao (ban hành kèm theo Quyết định số 6/QĐ-TTg).",
            [("KH-kt", "Đề án giữ tiếng nói vùng cao"), ("QĐ", None), "d2 promulgates d1"],
        ),
    ],
)
def test_a_plan_that_a_body_has_put_out_does_what_its_name_says(text: str, told: list[object]) -> None:
    found = read(text)
    relations = [f"{r.head} {r.predicate} {r.tail}" for r in found.relations]
    assert [*((d.type, d.title) for d in found.documents), *relations] == told


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "Xã triển khai Chương trình mục tiêu quốc gia phát triển vùng núi (Chương trình MTQG 719), và xã đổi thay. Chương trình MTQG 719, bà An cho biết.",
            ["Chương trình mục tiêu quốc gia phát triển vùng núi"],
        ),
        ("Xã triển khai Chương trình quốc gia phòng cháy rừng.", ["Chương trình quốc gia phòng cháy rừng"]),
        ("Xã học Nghị quyết 9 của Chính phủ về Chương trình quốc gia chống hạn.", ["Chương trình quốc gia chống hạn"]),
        (
            "Nông dân làm tốt Chương trình phối hợp giữa Hội Làm vườn và Công an tỉnh.",
            ["phối hợp giữa Hội Làm vườn và Công an tỉnh"],
        ),
        ("Hai bên sẽ ký Chương trình phối hợp giữa Hội Làm vườn và Công an tỉnh.", []),
        (
            "Thực hiện chương trình công tác Đoàn năm 2024, chương trình công tác Đội năm học 2023 - 2024, trường mở trại.",
            ["công tác Đoàn", "công tác Đội năm học 2023 - 2024"],
        ),
        (
            "Phòng ra đề về các luật như Luật Đầu tư sửa đổi, Luật Đất đai, Luật về PPP… Lớp học vui.",
            ["Đầu tư", "Đất đai", "PPP"],
        ),
        ("Xã thực hiện Quy chế đối thoại tại các cơ quan, đơn vị.", ["đối thoại"]),
    ],
)
def test_where_the_name_of_a_programme_or_law_ends(text: str, titles: list[str | None]) -> None:
    assert [d.title for d in read(text).documents] == titles


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            "Để cụ thể hóa Chỉ thị số 5-CT/TU, HĐND tỉnh Long Hà đã thông qua Nghị quyết về hỗ trợ nghề muối ven biển.",
            "hỗ trợ nghề muối ven biển implements 5-CT/TU",
        ),
        (
            "Thực hiện Chỉ thị số 5-CT/TU, UBND tỉnh Long Hà đã có Công văn gửi các sở, ban, ngành về việc phòng rét.",
            "phòng rét implements 5-CT/TU",
        ),
        (
            "Thực hiện Chỉ thị số 5-CT/TU về phòng rét. UBND tỉnh Long Hà có Công văn gửi các sở về việc che chuồng trại.",
            "che chuồng trại implements 5-CT/TU",
        ),
        (
            "Thực hiện Chỉ thị số 5-CT/TU, UBND tỉnh Long Hà đã phê duyệt Đề án giữ rừng đầu nguồn năm 2020.",
            "giữ rừng đầu nguồn năm 2020 implements 5-CT/TU",
        ),
        (
            "Thực hiện Chỉ thị số 5-CT/TU, HĐND tỉnh Long Hà sẽ thông qua Nghị quyết về hỗ trợ nghề muối ven biển.",
            "",
        ),
        ("Xã có công văn gửi các thôn, và dân làng biết về việc đó.", ""),
        ("Kế hoạch số 8/KH-UBND về việc ban hành Kế hoạch giữ rừng đầu nguồn năm 2020 của tỉnh.", ""),
    ],
)
def test_what_is_put_out_behind_an_adjunct_carries_it_out(text: str, relations: str) -> None:
    assert stated(text) == relations


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "Lễ ký kết chương trình phối hợp giữ rừng giáp ranh giai đoạn 2022 - 2025.",
            ["phối hợp giữ rừng giáp ranh giai đoạn 2022 - 2025"],
        ),
        ("Lễ ký kết chương trình phối hợp giữ rừng giáp ranh của hai xã.", []),
        ("Xã triển khai đề án nuôi ong dưới tán rừng năm 2024.", ["nuôi ong dưới tán rừng"]),
        ("Chương trình Giáo dục phổ thông 2018 đã đi được nửa đường.", ["Chương trình Giáo dục phổ thông 2018"]),
        ("Quốc hội nghe về một số dự án luật, trong đó có Luật Nghề muối sửa đổi.", []),
    ],
)
def test_schemes_told_in_small_letters_or_as_subjects(text: str, titles: list[str]) -> None:
    assert [d.title for d in read(text).documents] == titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Chính phủ cho ý kiến về đề nghị xây dựng Luật Nghề muối, Luật Khoáng sản (sửa đổi) và Luật Dược.", []),
        ("Hội thảo nghe về 3 dự án luật, nghị quyết chưa được trình gồm: Luật Dự trữ quốc gia; Luật Dược.", []),
        ("Tỉnh đang xây dựng kế hoạch phổ biến Luật Dự trữ quốc gia, Luật Dược.", ["Dự trữ quốc gia", "Dược"]),
        ("Quốc hội nghe về một dự án luật. Luật Dược có hiệu lực.", ["Dược"]),
        (
            "Căn cứ Quy chế làm việc của Ủy ban Kiểm tra Quân ủy Trung ương.",
            ["làm việc của Ủy ban Kiểm tra Quân ủy Trung ương"],
        ),
        (
            "Đảng ủy xã đã thông qua Nghị quyết lãnh đạo việc dồn ruộng đổi thửa và Quy chế làm việc của Đảng ủy xã.",
            ["lãnh đạo việc dồn ruộng đổi thửa", "làm việc của Đảng ủy xã"],
        ),
    ],
)
def test_lists_of_drafts_name_no_laws_and_names_end_before_the_next(text: str, titles: list[str]) -> None:
    assert [d.title for d in read(text).documents] == titles
