"""What journalists tell loosely: rows of what another replaces, who was heard, what is yet to be held, papers of others."""

from __future__ import annotations

import pytest

from loaders.extraction.extract import extract
from ontology.model import Text
from tests.loaders.statements import named, told

USES = {
    "one of several issued, and several carried out, each of its own body": [
        (
            "Chính phủ ban hành Chỉ thị số 5/CT-TTg về sâm; Nghị định số 6/2019/NĐ-CP về quế, thay thế Nghị định số 4/2015/NĐ-CP.",
            "6/2019/NĐ-CP replaces 4/2015/NĐ-CP",
        ),
        (  # it was only planned
            "Chính phủ dự kiến ban hành Chỉ thị số 5/CT-TTg về sâm; Nghị định số 6/2019/NĐ-CP về quế, thay thế Nghị định số 4/2015/NĐ-CP.",
            "",
        ),
        (
            "Ngày 3/4/2024 UBND tỉnh ban hành Công văn số 5/UBND-VX về việc thực hiện Công văn số 7/VPCP-VX ngày 1/4/2024 của Văn phòng Chính phủ, Công văn số 8-CV/TU ngày 2/4/2024 của Tỉnh ủy về việc họp chợ.",
            "5/UBND-VX implements 7/VPCP-VX; 5/UBND-VX implements 8-CV/TU",
        ),
    ],
    "the order that a document gives through two bodies": [
        (
            "Theo Kết luận 5 ban hành ngày 2/3, Bộ Chính trị, Ban Bí thư giao Ban Tổ chức Trung ương đề xuất sửa đổi Luật Phà.",
            "5 cites Phà",
        ),
        (
            "Theo Kết luận 5-KL/TW, Bộ Chính trị, Ban Bí thư đã trao đổi về Luật Phà.",
            "",
        ),
    ],
    "what a document lays on others, told in the next paragraphs": [
        (
            "Theo Kết luận 5-KL/TW, Bộ Chính trị giao Ban Chợ rà soát phà.\nĐảng ủy Bến Sâm được giao sửa Luật Phà.\nĐảng ủy Bến Quế chỉ đạo các xã sửa Luật Thanh tra.",
            "5-KL/TW cites Phà; 5-KL/TW cites Thanh tra",
        ),
        (  # what was done
            "Theo Kết luận 5-KL/TW, Bộ Chính trị giao Ban Chợ rà soát phà.\nTrước đó, Đảng ủy Bến Sâm được giao sửa Luật Phà.",
            "",
        ),
        (  # what is only told
            "Theo Kết luận 5-KL/TW, Bộ Chính trị giao Ban Chợ rà soát phà.\nLuật Phà được bà con đọc nhiều.",
            "",
        ),
        (  # nobody is given a task
            "Theo Kết luận 5-KL/TW, bến Sâm dài chín mét.\nĐảng ủy Bến Sâm được giao sửa Luật Phà.",
            "",
        ),
    ],
    "what others did behind the aim of a name": [
        (
            "Kế hoạch số 5/KH-UBND về nâng cao hiệu quả kiểm tra giai đoạn 2021-2025, các xã đã tổ chức thực hiện tốt Luật Phà.",
            "implementation(các xã) implements Phà",
        ),
    ],
    "a page's row of what another replaces, each with its subject": [
        (
            "Thông tư số 5/2024/TT-BYT thay thế Thông tư số 4/2018/TT-BYT về sâm và Thông tư số 6/2019/TT-BYT về quế.",
            "5/2024/TT-BYT replaces 4/2018/TT-BYT; 5/2024/TT-BYT replaces 6/2019/TT-BYT",
        ),
        (  # part of the next, behind a subject
            "Thông tư số 5/2024/TT-BYT có hiệu lực từ 1/7, thay thế Quyết định số 4/2018/QĐ-BYT về sâm và Điều 6 Thông tư số 6/2019/TT-BYT về quế.",
            "5/2024/TT-BYT replaces 4/2018/QĐ-BYT; 5/2024/TT-BYT replaces 6/2019/TT-BYT [Điều 6]",
        ),
        (
            "Thông tư số 5/2024/TT-BYT bãi bỏ Thông tư số 4/2018/TT-BYT về sâm; khoản 3 Điều 5 Thông tư số 6/2019/TT-BYT về quế.",
            "5/2024/TT-BYT repeals 4/2018/TT-BYT; 5/2024/TT-BYT repeals 6/2019/TT-BYT [Điều 5/khoản 3]",
        ),
        (  # what is newer was not replaced by what is older
            "Thông tư số 5/2018/TT-BYT thay thế Thông tư số 4/2015/TT-BYT về sâm và Thông tư số 6/2024/TT-BYT về quế được nhiều người đọc.",
            "5/2018/TT-BYT replaces 4/2015/TT-BYT",
        ),
        (  # what is said of the next is no doing of the first
            "Thông tư số 5/2024/TT-BYT bãi bỏ Thông tư số 4/2018/TT-BYT; Thông tư số 6/2019/TT-BYT không bị bãi bỏ.",
            "5/2024/TT-BYT repeals 4/2018/TT-BYT",
        ),
        (
            "Thông tư số 5/2024/TT-BYT thay thế Thông tư số 4/2018/TT-BYT về sâm; Thông tư số 6/2019/TT-BYT vẫn còn hiệu lực.",
            "5/2024/TT-BYT replaces 4/2018/TT-BYT",
        ),
        (  # what an act fills in goes on in its name
            "Thông tư số 5/2024/TT-BYT hướng dẫn khoản 3 Điều 5 Nghị định số 4/2018/NĐ-CP và khoản 2 Điều 6 Nghị định số 6/2019/NĐ-CP.",
            "5/2024/TT-BYT guides 4/2018/NĐ-CP [Điều 5/khoản 3]; 5/2024/TT-BYT guides 6/2019/NĐ-CP [Điều 6/khoản 2]",
        ),
    ],
    "an act that is put out with a plan": [
        (
            "Ngày 6/2, Chính phủ ban hành Nghị quyết số 20/NQ-CP kèm theo Chương trình bảo tồn cây thuốc giai đoạn 2021 - 2025.",
            "20/NQ-CP promulgates Chương trình bảo tồn cây thuốc giai đoạn 2021 - 2025",
        ),
        (
            "Ngày 6/2, Chính phủ ban hành Nghị quyết số 20/NQ-CP, kèm theo Chương trình hành động thực hiện Nghị quyết số 36-NQ/TW.",
            "20/NQ-CP implements 36-NQ/TW",
        ),
        ("Bộ Y tế chưa ban hành Quyết định số 45/QĐ-BYT kèm theo Đề án trồng sâm giai đoạn 2025 - 2030.", ""),
        ("Sở đề nghị Bộ ban hành Quyết định số 45/QĐ-BYT kèm theo Đề án trồng sâm giai đoạn 2025 - 2030.", ""),
        ("Chủ rừng gửi đơn cùng Nghị quyết số 20/NQ-CP kèm theo kế hoạch trồng quế của nhà mình.", ""),
    ],
    "who was heard": [
        (
            "Trên 80 học viên đã dự nghe lãnh đạo Hội Làm vườn thị xã quán triệt Nghị quyết số 20-NQ/TW.",
            "dissemination(Hội Làm vườn thị xã) disseminates 20-NQ/TW",
        ),
        (
            "Các đại biểu được nghe Phòng Tư pháp huyện giới thiệu Luật Thanh niên.",
            "dissemination(Phòng Tư pháp huyện) disseminates Thanh niên",
        ),
        ("Các đại biểu mong được nghe Phòng Tư pháp huyện giới thiệu Luật Thanh niên.", ""),
    ],
    "who taught those who listened": [
        ("Cán bộ được nhà báo Lê A phổ biến Luật Báo chí.", "dissemination(None) disseminates Báo chí"),
    ],
    "what a court has others do": [
        ("Tòa án buộc UBND xã Long Sa thực hiện Quyết định số 3/QĐ-UBND.", ""),
        (
            "UBND xã Long Sa đã thực hiện Quyết định số 3/QĐ-UBND.",
            "implementation(UBND xã Long Sa) implements 3/QĐ-UBND",
        ),
    ],
    "an event that somebody is yet to hold": [
        ("Hội nghị quán triệt Nghị quyết số 20-NQ/TW sẽ do Tỉnh ủy tổ chức vào ngày 5/6.", ""),
        ("Hội nghị quán triệt Nghị quyết số 20-NQ/TW dự kiến được Tỉnh ủy tổ chức vào ngày 5/6.", ""),
        ("Hội nghị quán triệt Nghị quyết số 20-NQ/TW do Tỉnh ủy tổ chức sẽ khai mạc ngày mai.", ""),
        ("Lớp tập huấn Nghị quyết số 20-NQ/TW có thể do Tỉnh ủy tổ chức.", ""),
        (
            "Hội nghị quán triệt Nghị quyết số 20-NQ/TW do Tỉnh ủy tổ chức đã khai mạc.",
            "dissemination(Tỉnh ủy) disseminates 20-NQ/TW",
        ),
    ],
    "carried out as it says": [
        (
            "Sở Tài chính đã thực hiện đúng Nghị định số 4/2018/NĐ-CP.",
            "implementation(Sở Tài chính) implements 4/2018/NĐ-CP",
        ),
        ("Sở Tài chính phải thực hiện đúng Nghị định số 4/2018/NĐ-CP.", ""),
    ],
    "told of the present": [
        (
            "Các chi bộ cũng triển khai Nghị quyết số 20-NQ/TW đến từng đảng viên.",
            "implementation(Các chi bộ) implements 20-NQ/TW",
        ),
        ("Các chi bộ cũng cần triển khai Nghị quyết số 20-NQ/TW đến từng đảng viên.", ""),
    ],
    "papers of others that are taken up": [
        ("Liên đoàn Lao động tỉnh đã triển khai các kết luận của Bộ Chính trị về tiếp tục thực hiện Nghị quyết số 20-NQ/TW.", ""),
        ("Huyện ủy Long Sa đã quán triệt các kết luận của tỉnh về thực hiện tốt Nghị quyết số 20-NQ/TW.", ""),
        (
            "Huyện ủy Long Sa đã quán triệt, triển khai thực hiện Nghị quyết số 20-NQ/TW.",
            "dissemination(Huyện ủy Long Sa) disseminates 20-NQ/TW",
        ),
        (
            "Huyện ủy tổ chức hội nghị học tập Nghị quyết số 10-NQ/TW và các quy định của tỉnh về thực hiện Nghị quyết số 20-NQ/TW.",
            "dissemination(Huyện ủy) disseminates 10-NQ/TW",
        ),
        (
            "Liên đoàn Lao động tỉnh đã ban hành nhiều văn bản về việc thực hiện Nghị quyết số 20-NQ/TW.",
            "implementation(Liên đoàn Lao động tỉnh) implements 20-NQ/TW",
        ),
    ],
    "a row of what another replaces, over the law that one of them fills in": [
        (
            "Chính phủ ban hành Nghị định số 5/2024/NĐ-CP, thay thế Nghị định số 4/2018/NĐ-CP quy định chi tiết Luật Thanh niên và Nghị định số 6/2019/NĐ-CP về quế.",
            "5/2024/NĐ-CP replaces 4/2018/NĐ-CP; 5/2024/NĐ-CP replaces 6/2019/NĐ-CP; 4/2018/NĐ-CP details Thanh niên",
        ),
    ],
    "stock in front of who speaks": [
        (
            "Báo cáo kết quả triển khai thực hiện Nghị quyết số 20-NQ/TW, Chủ tịch UBND huyện Long Hà Trần Văn Na cho biết huyện đã làm được nhiều việc.",
            "review(UBND huyện Long Hà) reviews 20-NQ/TW",
        ),
        ("Báo cáo kết quả thực hiện Nghị quyết số 20-NQ/TW, đề nghị Chủ tịch UBND huyện Long Hà nêu rõ số liệu.", ""),
    ],
    "stock that is laid down to be taken": [
        ("Chính phủ sơ kết 4 năm thực hiện Nghị quyết số 20/2018/QH14, báo cáo Quốc hội tại kỳ họp giữa năm 2022.", ""),
        (
            "Chính phủ đã sơ kết 4 năm thực hiện Nghị quyết số 20/2018/QH14, báo cáo Quốc hội tại kỳ họp giữa năm 2022.",
            "review(Chính phủ) reviews 20/2018/QH14",
        ),
    ],
    "orders that go on": [
        ("Bí thư Tỉnh ủy đề nghị các huyện giữ rừng. Sở Công Thương tiếp tục triển khai Nghị quyết số 20-NQ/TU.", ""),
        (
            "Bí thư Tỉnh ủy đề nghị các huyện giữ rừng. Sở Công Thương đã triển khai Nghị quyết số 20-NQ/TU.",
            "implementation(Sở Công Thương) implements 20-NQ/TU",
        ),
        (  # another paragraph
            "Bí thư Tỉnh ủy đề nghị các huyện giữ rừng.\nSở Công Thương tiếp tục triển khai Nghị quyết số 20-NQ/TU.",
            "implementation(Sở Công Thương) implements 20-NQ/TU",
        ),
    ],
    "what a database lists below a text": [
        (
            "Số: 7/2023/TT-BNV\nTHÔNG TƯ\nVề việc chung\nĐiều 1. Làm theo Thông tư số 2/2015/TT-BNV.\n- 1Thông tư 3/2016/TT-BNV về hồ sơ",
            "7/2023/TT-BNV cites 2/2015/TT-BNV",
        ),
        (
            "Số: 7/2023/TT-BNV\nTHÔNG TƯ\nVề việc chung\nĐiều 1. Làm theo các văn bản:\n- Thông tư 3/2016/TT-BNV về hồ sơ.",
            "7/2023/TT-BNV cites 3/2016/TT-BNV",
        ),
    ],
    "praise over years": [
        (
            "Ông Na biểu dương những việc đã làm của các cấp Hội Làm vườn Việt Nam qua gần 6 năm thực hiện Chỉ thị số 4-CT/TW.",
            "implementation(các cấp Hội Làm vườn Việt Nam) implements 4-CT/TW",
        ),
        ("Ông Na biểu dương Hội Làm vườn Việt Nam qua 6 năm lớn mạnh, mong Hội thực hiện Chỉ thị số 4-CT/TW.", ""),
    ],
    "who speaks is none that is spoken of": [
        (
            "Nghị quyết số 68/2013/QH13 đã cũ. Nghị quyết nêu rõ, phải xem việc làm theo Nghị quyết số 68/2013/QH13 và Nghị định số 5/2018/NĐ-CP.",
            "",
        ),
        (
            "Chính phủ ban hành Nghị quyết số 12/NQ-CP về thư viện. Nghị quyết nêu rõ các bộ làm theo Nghị định số 5/2018/NĐ-CP.",
            "12/NQ-CP cites 5/2018/NĐ-CP",
        ),
    ],
    "this is what makes it concrete": [
        (
            "Ngày 3/4, Quốc hội đã thông qua Nghị quyết số 20/2018/QH14 về cảng cá. Đây là sự thể chế hóa nhiều nội dung của Kết luận số 5-KL/TW.",
            "20/2018/QH14 implements 5-KL/TW",
        ),
        (
            "Ngày 3/4, Quốc hội đã thông qua Nghị quyết số 20/2018/QH14 về cảng cá. Đây là quyết định khó khi thực hiện Kết luận số 5-KL/TW.",
            "",
        ),
        (
            "Ngày 3/4, Quốc hội đã thông qua Nghị quyết số 20/2018/QH14 về cảng cá. Đây là sự kiện lớn, cùng việc triển khai Kết luận số 5-KL/TW.",
            "",
        ),
    ],
}  # fmt: skip
DOCUMENTS = [
    ("Xã học Nghị quyết Đại hội XI và XII của Đảng.", ["NQ", "NQ"]),
    ("Xã học Nghị quyết Đại hội XI và hát mười bài.", ["NQ"]),
    ("Chị Na đọc Nghị quyết Đảng bộ khối Cảng cá khóa IV.", ["NQ"]),
    ("Dự thảo Luật Giáo dục (sửa đổi) dài. Bà con hỏi về Luật Giáo dục (sửa đổi).", []),
    ("Dự thảo Luật Giáo dục (sửa đổi) dài. Bà con hỏi về Luật Giáo dục.", ["L"]),
    ("Ông Na mong dự án Luật Điều dưỡng viên xong sớm. Việc ban hành Luật Điều dưỡng viên là cần thiết.", []),
    ("Ông Na mong dự án Luật Điều dưỡng viên xong sớm. Trường làm theo Luật Điều dưỡng viên.", ["L"]),
    ("Luật HN và GĐ năm 2014 có gì mới? Luật Hôn nhân và gia đình cho phép.", ["L"]),
    ("Điểm mới của Luật Xử lý VPHC. Luật Xử lý vi phạm hành chính nêu rõ.", ["L"]),
    ("Luật Thanh niên năm 2005 trước yêu cầu sửa đổi\n\nĐã đến lúc.\n\n1. Bất cập\n\nLuật này đã cũ.", ["L"]),
    ("Huyện học Nghị quyết Hội nghị lần thứ 5 BCHT.Ư Đảng (khóa X).", ["NQ"]),
    ("Huyện học Nghị quyết Hội nghị lần thứ 5 BCHTW Đảng khóa X.", ["NQ"]),
    ("Chị Na đọc Nghị quyết Đại hội V Công đoàn huyện Long Hà.", ["NQ"]),
    ("Thứ nhất, Luật khẳng định vị thế, quyền lợi của thầy cô.", []),
    ("Theo đó, Luật làm rõ trách nhiệm của chủ bè.", []),
    ("Bộ Y tế vừa ban hành Quy chế quản lý chất thải rắn y tế. Bệnh viện phải phân loại rác.", ["QC"]),
    ("Bộ Y tế sẽ ban hành Quy chế quản lý chất thải rắn y tế. Bệnh viện phải phân loại rác.", []),
]

CASES = [(kind, text, expected) for kind, rows in USES.items() for text, expected in rows]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=f"{k}-{n}") for n, (k, t, e) in enumerate(CASES)])
def test_what_is_told_loosely_is_read_as_it_is_meant(text: str, expected: str) -> None:
    assert told(text) == set(filter(None, expected.split("; ")))


@pytest.mark.parametrize(("text", "types"), DOCUMENTS)
def test_which_documents_a_page_names(text: str, types: list[str]) -> None:
    assert [document.type for document in extract(Text(content=text), name="page").documents] == types


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Ngày 8/5/2003, Quốc hội khóa XI kỳ họp thứ 3 đã ban hành Luật Thanh niên năm 2003.", "2003-05-08"),
        ("Ngày 8/5/2003, Quốc hội đã thông qua Luật Thanh niên 2003.", "2003-05-08"),
        ("Ngày 8/5/2004, Quốc hội nhắc đến Luật Thanh niên năm 2003.", "2003"),
    ],
)
def test_a_law_of_a_year_takes_the_day_on_which_it_was_passed(text: str, date: str) -> None:
    (law,) = extract(Text(content=text), name="page").documents
    assert law.date == date


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (  # a caption ends with its line
            "Lễ ký Chương trình phối hợp giữa Hội Nông dân và Hội Phụ nữ giai đoạn 2017 - 2022\nĐể việc trôi chảy, hai hội đã ký kết.",
            ["phối hợp giữa Hội Nông dân và Hội Phụ nữ giai đoạn 2017 - 2022"],
        ),
        (  # so does what stands in quoted words
            'Ông Na đọc "Bản tin về Nghị quyết số 5-NQ/TW về phà" rồi hỏi "Ai viết?".',
            ["phà"],
        ),
        ('Ông Na đọc Nghị quyết số 5-NQ/TW về phong trào "Bến sạch" ở làng.', ['phong trào "Bến sạch" ở làng']),
    ],
)
def test_where_a_title_ends(text: str, titles: list[str]) -> None:
    assert [document.title for document in named(text)] == titles


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Trường đọc công văn số 51/SGDĐT -GDTHMN ngày 3/4/2021.", "51/SGDĐT-GDTHMN"),
        ("Trường đọc công văn số 51/SGDĐT -GDTHMN để biết.", "51/SGDĐT"),
        ("Ông Na xem Kế hoạch số 41/KH- CAT- PA05, lập ban thi.", "41/KH-CAT-PA05"),
        ("Ông Na xem Kế hoạch số 41/KH- CAT, lập ban thi.", "41/KH"),
    ],
)
def test_a_symbol_that_a_space_has_torn_goes_on_to_its_day(text: str, number: str) -> None:
    assert [document.number for document in named(text)] == [number]


@pytest.mark.parametrize(
    "text",
    ["Xã Mây tuyên truyền Luật Phà từ ngày 1/7 tới.", "Xã Mây tuyên truyền Luật Phà kể từ ngày 1/7/2031."],
)
def test_the_day_that_something_begins_is_none_of_a_law(text: str) -> None:
    assert [(document.title, document.date) for document in named(text)] == [("Phà", None)]


def test_every_relation_joins_documents_that_stand() -> None:
    grounds = (
        "- Căn cứ Quy chế Bến Hội Phà Mây do Hội Phà ban hành theo Quyết định số 289-QĐ/TW ngày 08/02/2010;\n"
        "- Căn cứ Quy chế hoạt động của Hội Phà Mây khóa XII, nhiệm kỳ 2022-2027;\n"
        "Hội Phà hướng dẫn cách chèo như sau:\n"
    )
    stated = extract(Text(content=grounds), name="")
    known = {document.id for document in stated.documents} | {act.id for act in stated.activities}
    assert {end for relation in stated.relations for end in (relation.head, relation.tail)} <= known
