"""Plans and resolutions without a number: which names tell what is meant, and what is told of them, with near misses."""

from __future__ import annotations

import pytest

from tests.loaders.statements import named, read, stated

HELD = "Sáng 12/3/2022, Đảng ủy xã Long Sa tổ chức hội nghị cán bộ chủ chốt.\n"
US = "dissemination(Đảng ủy xã Long Sa, 2022-03-12)"
TAUGHT = "Sáng 12/3/2022, Đảng ủy xã Long Sa tổ chức hội nghị quán triệt Nghị quyết Đại hội Đảng bộ huyện lần thứ XX.\n"
TAUGHT_TWO = TAUGHT.replace(
    "Nghị quyết Đại hội Đảng bộ huyện lần thứ XX", "Nghị quyết số 1-NQ/TU và Nghị quyết số 2-NQ/TU"
)
FOR_IT = "hành động thực hiện Nghị quyết"

USES = {
    "a plan told by its body and subject": [
        (
            HELD + "Hội nghị đã quán triệt Kế hoạch của Ban Thường vụ Huyện ủy về trồng rừng ven biển.",
            f"{US} disseminates trồng rừng ven biển",
        ),
        (
            HELD + "Hội nghị đã quán triệt Nghị quyết số 27-NQ/TW, kế hoạch của Huyện ủy về việc trồng rừng ven biển.",
            f"{US} disseminates 27-NQ/TW; {US} disseminates trồng rừng ven biển",
        ),
        (
            "UBND xã Long Sa đã triển khai thực hiện Chương trình hành động của Huyện ủy.",
            "implementation(UBND xã Long Sa) implements hành động của Huyện ủy",
        ),
        (HELD + "Hội nghị đã quán triệt kế hoạch trồng rừng ven biển của xã.", ""),
        (HELD + "Hội nghị đã quán triệt các kế hoạch của Huyện ủy về trồng rừng ven biển.", ""),
        ("Thông tư số 4/2020/TT-BYT hướng dẫn thực hiện quy định của Chính phủ về khám chữa răng.", ""),
        (
            "Ngày 12/3/2022, UBND xã Long Sa đã triển khai Kế hoạch số 9/KH-UBND ngày 6/6/2021 của UBND huyện thực hiện Đề án số 2/ĐA-UBND năm 2020 của UBND tỉnh.",
            "9/KH-UBND implements 2/ĐA-UBND; implementation(UBND xã Long Sa, 2022-03-12) implements 9/KH-UBND",
        ),
    ],
    "a plan told by its years": [
        (
            HELD + "Hội nghị đã triển khai Kế hoạch phòng cháy rừng năm 2022.",
            f"{US} disseminates phòng cháy rừng năm 2022",
        ),
        (
            "Ngày 12/3/2022, Huyện ủy Long Sa tổ chức hội nghị tổng kết Đề án phát triển chè giai đoạn 2016 - 2020.",
            "review(Huyện ủy Long Sa, 2022-03-12) reviews phát triển chè giai đoạn 2016 - 2020",
        ),
        (HELD + "Hội nghị đã triển khai kế hoạch phòng cháy rừng năm 2022.", ""),
        (HELD + "Hội nghị đã triển khai Kế hoạch công tác năm 2022.", ""),
        (HELD + "HỘI NGHỊ ĐÃ TRIỂN KHAI KẾ HOẠCH PHÒNG CHÁY RỪNG NĂM 2022", ""),
    ],
    "a programme for a resolution that the text has named": [
        (
            TAUGHT + "Hội nghị đã triển khai Chương trình hành động thực hiện Nghị quyết.",
            f"{US} disseminates None; {US} disseminates {FOR_IT}; {FOR_IT} implements None",
        ),
        (
            TAUGHT_TWO + "Hội nghị đã triển khai Chương trình hành động thực hiện nghị quyết.",  # of which?
            f"{US} disseminates 1-NQ/TU; {US} disseminates 2-NQ/TU",
        ),
        (
            HELD
            + "Hội nghị đã quán triệt Chương trình hành động thực hiện nghị quyết, đề án của Huyện ủy về nuôi ong lấy mật.",
            f"{US} disseminates nuôi ong lấy mật",
        ),
    ],
    "conclusions of a plenum, resolutions of a branch": [
        (
            "Huyện ủy Long Sa đã quán triệt Kết luận Hội nghị Trung ương 4 khóa XIII.",
            "dissemination(Huyện ủy Long Sa) disseminates None",
        ),
        ("Kết luận Hội nghị Trung ương 4 khóa XIII, đồng chí Lê A đề nghị quán triệt.", ""),
        (
            "Huyện ủy Long Sa đã quán triệt Nghị quyết Đảng bộ huyện Long Sa lần thứ XV.",
            "dissemination(Huyện ủy Long Sa) disseminates None",
        ),
        ("Huyện ủy Long Sa đã quán triệt Nghị quyết Đảng bộ huyện đề ra trong nhiệm kỳ 2020 - 2025.", ""),
        (
            "Huyện ủy Long Sa đã quán triệt Nghị quyết chuyên đề của Ban Thường vụ Tỉnh ủy về kinh tế biển.",
            "dissemination(Huyện ủy Long Sa) disseminates kinh tế biển",
        ),
        ("Huyện ủy Long Sa đã quán triệt nghị quyết chuyên đề của các chi bộ về kinh tế biển.", ""),
    ],
}


@pytest.mark.parametrize(("text", "said"), [pair for pairs in USES.values() for pair in pairs])
def test_what_is_told_of_instruments_without_a_number(text: str, said: str) -> None:
    assert stated(text) == said


@pytest.mark.parametrize(
    ("text", "issuers", "titles"),
    [
        (
            "Huyện ủy Long Sa đã triển khai Kế hoạch cải tạo đất năm 2022 của Ủy ban nhân dân huyện.",
            ["Ủy ban nhân dân huyện"],
            ["cải tạo đất năm 2022"],
        ),
        (
            "Huyện ủy Long Sa đã triển khai Chương trình công tác toàn khóa của Tỉnh ủy, Thông báo số 5-TB/TU.",
            ["Tỉnh ủy", None],
            ["công tác toàn khóa", None],
        ),
        (
            "Huyện ủy Long Sa đã triển khai Kế hoạch nâng cao vai trò năm 2022 và uy tín của Ủy ban nhân dân huyện.",
            [None],
            ["nâng cao vai trò năm 2022 và uy tín của Ủy ban nhân dân huyện"],
        ),
        (
            "Huyện ủy Long Sa đã triển khai Kế hoạch của Tỉnh ủy về “Xây dựng chi bộ bốn tốt”.",
            ["Tỉnh ủy"],
            ["Xây dựng chi bộ bốn tốt"],
        ),
        (  # the day and the body are those of what is carried out
            "Sở Y tế Long Sa đã triển khai Kế hoạch thực hiện Chỉ thị số 3-CT/TW ngày 6/6/2014 của Ban Bí thư (gọi tắt là Chỉ thị 3).",
            [None, "Ban Bí thư"],
            ["thực hiện Chỉ thị số 3-CT/TW ngày 6/6/2014 của Ban Bí thư", None],
        ),
    ],
)
def test_a_plan_is_of_the_body_behind_its_years_or_before_its_subject(
    text: str, issuers: list[str | None], titles: list[str | None]
) -> None:
    found = read(text).documents
    assert ([d.issuer for d in found], [d.title for d in found]) == (issuers, titles)


def test_the_conclusion_of_a_plenum_is_not_its_resolution() -> None:
    found = named("Quán triệt Nghị quyết Trung ương 4 khóa XIII, Kết luận Hội nghị Trung ương 4 khóa XIII.")
    assert [(d.type, d.resolved and d.resolved.number) for d in found][1] == ("KL", None)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Chị em hát về Đề án “Trồng rừng ven biển quê ta”.", ["Trồng rừng ven biển quê ta"]),
        (
            "Xã nhắc đến Đề án phát triển cây chè giai đoạn 2021 - 2025.",
            ["phát triển cây chè giai đoạn 2021 - 2025"],
        ),
        (
            "Theo Chương trình “Trồng rừng ven biển quê ta”, xã có giống mới.",
            ["Trồng rừng ven biển quê ta"],
        ),
        ("Chị em hát về đề án “Trồng rừng ven biển quê ta”.", []),
        ("Chị em góp ý dự thảo Đề án “Trồng rừng ven biển quê ta”.", []),
        ("Chị em hát về Đề án trồng rừng ven biển.", []),
        ("ĐỀ ÁN PHÁT TRIỂN CÂY CHÈ GIAI ĐOẠN 2021 - 2025 ĐƯỢC BÀN", []),
    ],
)
def test_a_scheme_with_a_quoted_name_or_years_is_a_document_wherever_it_is_told(text: str, titles: list[str]) -> None:
    assert [d.title for d in read(text).documents] == titles


def test_the_number_in_brackets_behind_a_scheme_is_of_that_scheme() -> None:
    found = named("Hội bàn về Đề án “Trồng rừng ven biển quê ta” (Đề án 938).")
    assert [d.title for d in found] == ["Trồng rừng ven biển quê ta"]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Kết luận số 5-KL/TW ngày 18/5/2021. Xã thực hiện Kết luận 5-KL/TW năm 2022 ra sao.", ["2021-05-18"]),
        (
            "Quyết định số 5/QĐ-UBND ngày 18/5/2021. Xã thực hiện Quyết định 5/QĐ-UBND năm 2022 ra sao.",
            ["2021-05-18", "2022"],
        ),
    ],
)
def test_a_bare_year_dates_no_instrument_of_the_party_anew(text: str, dates: list[str]) -> None:
    assert [d.date for d in named(text)] == dates


def test_the_congresses_of_all_levels_are_none() -> None:
    assert named("Theo Nghị quyết Đại hội Đảng các cấp, nhiệm kỳ 2020-2025 và lời dặn của mẹ.") == ()


@pytest.mark.parametrize(
    ("headline", "titles"),
    [
        ("Kế hoạch trồng rừng ven biển\n\n", [None, "trồng rừng ven biển"]),
        ("Xã Long Sa bàn việc rừng\n\n", [None]),
    ],
)
def test_a_page_that_announces_a_plan_and_names_it_in_its_headline_gives_it(
    headline: str, titles: list[str | None]
) -> None:
    text = "Thực hiện Hướng dẫn số 3-HD/TU, Đảng ủy xã Long Sa xây dựng kế hoạch triển khai trong toàn xã như sau:\n\n* Giống: keo."
    assert sorted((d.title for d in read(headline + text).documents), key=str) == titles


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        (
            "Quán triệt Nghị quyết Đại hội Đảng toàn quốc lần thứ XIII và Đại hội Đảng bộ tỉnh lần thứ XX cho cán bộ.",
            ["Đại hội Đảng toàn quốc lần thứ XIII", "Đại hội Đảng bộ tỉnh lần thứ XX"],
        ),
        (
            "Quán triệt NQ Hội nghị Trung ương 4 (khóa XI), NQ Đại hội Đảng bộ huyện lần thứ XX, NQ đề ra.",
            ["Hội nghị Trung ương 4 (khóa XI)", "Đại hội Đảng bộ huyện lần thứ XX"],
        ),
        (
            "Theo Nghị quyết Đại hội Đảng toàn quốc lần thứ XIII, Đại hội Đảng bộ tỉnh lần thứ XX sẽ khai mạc.",
            ["Đại hội Đảng toàn quốc lần thứ XIII"],
        ),
        (
            "Nghị quyết Đại hội đại biểu toàn quốc Đoàn TNCS Hồ Chí Minh lần thứ XI; Nghị quyết Đại hội Đoàn toàn quốc lần thứ XI",
            ["Đại hội đại biểu toàn quốc Đoàn TNCS Hồ Chí Minh lần thứ XI"],
        ),
        (
            "Nghị quyết Đại hội Đoàn tỉnh lần thứ XI; Nghị quyết Đại hội Đoàn huyện lần thứ XI",
            ["Đại hội Đoàn tỉnh lần thứ XI", "Đại hội Đoàn huyện lần thứ XI"],
        ),
    ],
)
def test_which_congresses_have_resolved(text: str, issuers: list[str]) -> None:
    assert [d.issuer for d in named(text)] == issuers


PROGRAMME = "hành động của Đảng ủy Sở Nông nghiệp thực hiện Nghị quyết số 5-NQ/TU"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Lớp học thảo luận Chương trình hành động của Đảng ủy Sở Nông nghiệp thực hiện Nghị quyết số 5-NQ/TU.",
            f"{PROGRAMME} implements 5-NQ/TU",
        ),
        (
            "Các phòng bám sát Kế hoạch của UBND huyện năm 2024 triển khai Chỉ thị số 5-CT/TU.",
            "của UBND huyện năm 2024 triển khai Chỉ thị số 5-CT/TU implements 5-CT/TU",
        ),
        # its own text, or the subject of another
        ("a) Chương trình hành động của Đảng ủy Sở Nông nghiệp thực hiện Nghị quyết số 5-NQ/TU nhằm giữ rừng.", ""),
        (
            "Nghị quyết số 8/NQ-CP về Chương trình hành động của Chính phủ thực hiện Nghị quyết số 5-NQ/TW.",
            "8/NQ-CP implements 5-NQ/TW",
        ),
        # to be made yet, of nobody, or of anybody
        ("Lớp học góp ý dự thảo Chương trình hành động của Tỉnh ủy thực hiện Nghị quyết số 5-NQ/TW.", ""),
        ("Lớp học thảo luận Chương trình hành động thực hiện Nghị quyết số 5-NQ/TU.", ""),
        ("Lớp học thảo luận chương trình hành động của địa phương thực hiện Nghị quyết số 5-NQ/TU.", ""),
    ],
)
def test_a_plan_of_a_body_for_an_act_is_a_document_wherever_it_is_told(text: str, said: str) -> None:
    assert stated(text) == said
