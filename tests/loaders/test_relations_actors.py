"""How far the name of a body reaches that acts, and what begins as such a name and is none."""

from __future__ import annotations

import pytest

from loaders.extraction.extract import date_line, extract
from ontology.model import Text
from tests.loaders.statements import stated

D = "Nghị quyết số 27-NQ/TW"

NAMED = {
    "a commune whose name begins like a common noun": [
        (f"Sáng 5/3/2022, xã Hội Lâm tổ chức hội nghị quán triệt {D}.", "dissemination(xã Hội Lâm, 2022-03-05)"),
        (f"Thực hiện {D}, xã Hội Lâm đã mở rộng 5 tuyến đường.", "implementation(xã Hội Lâm)"),
        (f"Thực hiện {D}, xã hội hóa đã được đẩy mạnh.", ""),
        (f"Xã hội vừa thực hiện {D}.", ""),
        (f"Xã hội số đã thực hiện {D}.", ""),
    ],
    "who leads it is no part of its name": [
        (
            ("Ngày 5/3/2022, Ban Pháp chế (HĐND tỉnh) do bà Lê A, Trưởng ban dẫn đầu đã có buổi làm việc với huyện Tân Sa "
            f"về giám sát việc thực hiện {D}."),
            "inspection(Ban Pháp chế (HĐND tỉnh), 2022-03-05)",
        ),
    ],
    "what a document is about is no body": [
        (
            ("Thực hiện Quyết định số 27-NQ/TW về việc các hội quần chúng và bà con tham gia góp ý sửa "
            "đường, Hội Nông dân huyện đã tổ chức 5 hội nghị."),
            "implementation(Hội Nông dân huyện)",
        ),
        (
            ("Thực hiện Nghị quyết số 27-NQ/TW ngày 5/3/2031 của Hội nghị lần thứ 4, Ban Chấp hành Trung ương khóa XV "
            "về công tác rừng, ngành Lâm nghiệp tỉnh Tân Sa đã chuyển 5 đơn vị."),
            "implementation(ngành Lâm nghiệp tỉnh Tân Sa)",
        ),
        (
            f"Thực hiện {D}, Ban Chỉ đạo về chuyển đổi số, cải cách hành chính huyện đã ban hành 5 văn bản.",
            "implementation(Ban Chỉ đạo về chuyển đổi số, cải cách hành chính huyện)",
        ),
        (f"Việc thực hiện {D} được Đảng ủy cảng quan tâm, ra nhiều văn bản để bến bãi làm theo.", "implementation(Đảng ủy cảng)"),
    ],
    "a committee named by what it takes stock of": [
        (f"Ban Chỉ đạo tổng kết {D} họp đánh giá kết quả.", f"review(Ban Chỉ đạo tổng kết {D})"),
    ],
    "those whom a body works with": [
        (
            f"TƯ Hội Nông dân đã phối hợp với Bộ Y tế, Hội Phụ nữ tổ chức Lễ phát động thực hiện {D}.",
            "implementation(TƯ Hội Nông dân)",
        ),
        (f"UBND - UB MTTQ huyện đã tổ chức triển khai {D}.", "implementation(UBND - UB MTTQ huyện)"),
    ],
    "a day behind the name": [
        (f"UBND tỉnh Tân Sa chiều 17/9/2022 tổ chức hội nghị sơ kết 5 năm thực hiện {D}.", "review(UBND tỉnh Tân Sa, 2022-09-17)"),
        (f"Tỉnh Tân Sa ngày 13-8 tổ chức hội nghị sơ kết 5 năm thực hiện {D}.", "review(Tỉnh Tân Sa)"),
    ],
    "a committee named by what it is for": [
        (
            f"Ban Chỉ đạo xây dựng nông thôn mới xã Tân Sa vừa tổ chức hội nghị tổng kết 5 năm thực hiện {D}.",
            "review(Ban Chỉ đạo xây dựng nông thôn mới xã Tân Sa)",
        ),
        (f"Ban Chỉ đạo xây dựng kế hoạch, tổ chức hội nghị tổng kết 5 năm thực hiện {D}.", ""),
        (f"Ban Chỉ đạo yêu cầu các xã tổ chức hội nghị tổng kết 5 năm thực hiện {D}.", ""),
    ],
    "a time before the name": [
        (
            ("Thực hiện Kế hoạch số 27-NQ/TW về kiểm tra sổ sách của Văn phòng, các Ban HĐND các xã, vừa qua "
            "Thường trực HĐND huyện Tân Sa đã tiến hành kiểm tra 19 xã."),
            "implementation(Thường trực HĐND huyện Tân Sa)",
        ),
        (f"Thực hiện {D}, Sở Y tế, Sở Nội vụ đã kiểm tra 19 xã.", "implementation(Sở Y tế, Sở Nội vụ)"),
    ],
    "all levels belong to the list they begin": [
        (f"Việc thực hiện {D} được các cấp, các ngành, đoàn thể triển khai.", "implementation(các cấp, các ngành, đoàn thể)"),
    ],
    "an act before the one that the verb says": [
        (
            f"Các cấp Hội tiếp tục triển khai xuống từng tổ việc thực hiện {D}.",
            "implementation(Các cấp Hội)",
        ),
        (
            f"Ban Chỉ đạo phong trào huyện tổ chức hội chợ làng nghề và tổng kết 5 năm thực hiện {D}.",
            "review(Ban Chỉ đạo phong trào huyện)",
        ),
        (f"Ủy ban Kiểm tra Huyện ủy kiểm tra việc thực hiện {D}.", "inspection(Ủy ban Kiểm tra Huyện ủy)"),
    ],
    "a plan for what is yet to be done": [
        (f"Huyện ủy vừa ban hành Kế hoạch thực hiện {D}.", "implementation(Huyện ủy)"),
        (f"Huyện ủy vừa ban hành Kế hoạch giám sát việc thực hiện {D}.", f"giám sát việc thực hiện {D}"),
        (f"Huyện ủy vừa ban hành Kế hoạch học tập, quán triệt {D}.", f"học tập, quán triệt {D}"),
        (f"Huyện ủy vừa xây dựng kế hoạch kiểm tra việc thực hiện {D}.", ""),
        (f"Huyện ủy đã xây dựng kế hoạch sơ kết 5 năm thực hiện {D}.", ""),
        (f"Huyện ủy đã xây dựng kế hoạch, tổ chức kiểm tra việc thực hiện {D}.", "inspection(Huyện ủy)"),
        (f"Huyện ủy đã ban hành kế hoạch và tổ chức tổng kết {D}.", "review(Huyện ủy)"),
    ],
    "those who learn": [
        (f"Thực hiện {D}, Huyện ủy Tân Sa đã quán triệt đến đảng viên.", "dissemination(Huyện ủy Tân Sa); implementation(Huyện ủy Tân Sa)"),
        (f"Thực hiện {D}, Huyện ủy Tân Sa đã mở 5 lớp, với 400 người tham gia học tập.", "implementation(Huyện ủy Tân Sa)"),
        (f"Thực hiện {D}, Huyện ủy Tân Sa đã mở 5 lớp tập huấn.", "implementation(Huyện ủy Tân Sa)"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("text", "who"), [case for cases in NAMED.values() for case in cases])
def test_who_acts(text: str, who: str) -> None:
    said = stated(text)
    verbs = (" disseminates ", " implements ", " reviews ")
    heads = {s.split(verb)[0] for s in said.split("; ") for verb in verbs if verb in s}
    assert "; ".join(sorted(heads)) == who


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("date 2022-07 Chiều 4/6, Huyện ủy tổ chức hội nghị tổng kết Nghị quyết số 27-NQ/TW.", "2022-06-04"),
        (" date 2022-07-05 Chiều 4/6, Huyện ủy tổ chức hội nghị tổng kết Nghị quyết số 27-NQ/TW.", "2022-06-04"),
        ("date 22-07 Chiều 4/6, Huyện ủy tổ chức hội nghị tổng kết Nghị quyết số 27-NQ/TW.", None),
        ("Up to date 2022-07 Chiều 4/6, Huyện ủy tổ chức hội nghị tổng kết Nghị quyết số 27-NQ/TW.", None),
    ],
)
def test_the_day_before_a_stored_page_gives_the_year(text: str, day: str | None) -> None:
    assert [act.date for act in extract(Text(content=text), name="page").activities] == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Thứ hai, 5/3/2022\nHuyện ủy họp.", "2022-03-05"),
        ("date 2022-07-05 Huyện ủy họp.", "2022-07-05"),
        ("Ngày 6/8, Huyện ủy thực hiện Kết luận số 10 - KL/TW ngày 5/3/2012.", None),
        ("Thực hiện Quyết định số 72 ngày 5/3/2012 của Bộ Y tế, Sở Y tế họp.", None),
        ("Báo số 72 ngày 5/3/2012", "2012-03-05"),
    ],
)
def test_a_day_of_a_document_is_not_that_of_the_page(text: str, day: str | None) -> None:
    assert date_line(text) == day
