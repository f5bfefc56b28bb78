"""The forms in which pages say what bodies do: passive, nominal, elliptic, with those addressed before the object."""

from __future__ import annotations

import pytest

from tests.loaders.letterheads import PLAN
from tests.loaders.statements import told

SAYS = "dissemination(Đảng ủy xã Long Sa) disseminates 4-CT/TW"
FORMS = {
    "a body as agent of the document's verb": [
        ("Chỉ thị số 4-CT/TW đã được Đảng ủy xã Long Sa tổ chức quán triệt đến toàn thể đảng viên.", SAYS),
        (
            "Nghị quyết số 7-NQ/TU, Kết luận số 9-KL/TU được huyện Long Hà triển khai quyết liệt.",
            "implementation(huyện Long Hà) implements 7-NQ/TU; implementation(huyện Long Hà) implements 9-KL/TU",
        ),
        (
            "Đề án số 5-ĐA/HU đã được Phòng Nông nghiệp huyện triển khai thực hiện tại 6 xã.",
            "implementation(Phòng Nông nghiệp huyện) implements 5-ĐA/HU",
        ),
        ("Chỉ thị số 4-CT/TW sẽ được Đảng ủy xã Long Sa quán triệt trong tháng tới.", ""),
        ("Chỉ thị số 4-CT/TW chưa được Đảng ủy xã Long Sa quán triệt.", ""),
        ("Chỉ thị số 4-CT/TW được các tầng lớp nhân dân đón nhận; việc quán triệt còn chậm.", ""),
    ],
    "events that take place": [
        (
            "Sáng 3/4, tại hội trường xã đã diễn ra Hội nghị quán triệt Chỉ thị số 4-CT/TW.",
            "dissemination(None) disseminates 4-CT/TW",
        ),
        (
            "Sáng 3/4, Hội nghị quán triệt Chỉ thị số 4-CT/TW đã được tổ chức tại xã. Hội nghị do Đảng ủy xã Long Sa chủ trì.",
            SAYS,
        ),
        ("Hội nghị quán triệt Chỉ thị số 4-CT/TW được Đảng ủy xã Long Sa tổ chức với 90 đại biểu.", SAYS),
        ("Các đồng chí trong xã đã dự Hội nghị quán triệt Chỉ thị số 4-CT/TW do Đảng ủy xã Long Sa tổ chức.", SAYS),
        (
            "HUYỆN ỦY LONG HÀ SƠ KẾT 3 NĂM THỰC HIỆN CHỈ THỊ SỐ 4-CT/TW\nSáng 3/4, tại nhà văn hóa huyện diễn ra Hội nghị sơ kết 3 năm thực hiện Chỉ thị số 4-CT/TW.",
            "review(HUYỆN ỦY LONG HÀ) reviews 4-CT/TW",
        ),
        ("Sáng mai sẽ diễn ra Hội nghị quán triệt Chỉ thị số 4-CT/TW.", ""),
        ("Các đồng chí trong xã đã dự Hội nghị quán triệt Chỉ thị số 4-CT/TW.", ""),
    ],
    "those addressed before the object": [
        (
            "Đảng ủy xã Long Sa đã phổ biến, quán triệt đến toàn thể cán bộ, đảng viên nội dung Chỉ thị số 4-CT/TW.",
            SAYS,
        ),
        ("Đảng ủy xã Long Sa đã tổ chức tuyên truyền sâu rộng tới các tầng lớp nhân dân Chỉ thị số 4-CT/TW.", SAYS),
        ("Đảng ủy xã Long Sa đã phổ biến đến hội viên cách trồng chè theo Chỉ thị số 4-CT/TW.", ""),
    ],
    "work that is done well": [
        ("Trong 6 tháng đầu năm, Đảng ủy xã Long Sa đã làm tốt việc quán triệt, học tập Chỉ thị số 4-CT/TW.", SAYS),
        ("Đảng ủy xã Long Sa đã thực hiện tốt công tác quán triệt Chỉ thị số 4-CT/TW.", SAYS),
        (
            "Ủy ban Kiểm tra Huyện ủy đã tiến hành cuộc kiểm tra việc thực hiện Chỉ thị số 4-CT/TW.",
            "inspection(Ủy ban Kiểm tra Huyện ủy) reviews 4-CT/TW",
        ),
        ("Đảng ủy xã Long Sa đã giúp các chi bộ quán triệt Chỉ thị số 4-CT/TW.", ""),
        ("Phòng Nội vụ huyện đã hướng dẫn các xã thực hiện Nghị định số 33/2023/NĐ-CP.", ""),
    ],
    "events of other names": [
        (
            "Huyện đoàn Long Hà phát động cuộc thi tìm hiểu Luật Thanh niên.",
            "dissemination(Huyện đoàn Long Hà) disseminates Thanh niên",
        ),
        (
            "Trong 02 ngày 7 và 8/9/2022, Sở Tư pháp tỉnh Long Hà mở lớp tập huấn Luật Hộ tịch.",
            "dissemination(Sở Tư pháp tỉnh Long Hà) disseminates Hộ tịch",
        ),
        ("Đảng ủy xã Long Sa vừa hoàn thành đợt sinh hoạt chính trị quán triệt Chỉ thị số 4-CT/TW.", SAYS),
        (
            "Đài Truyền thanh xã Long Sa phát 30 lượt tin, bài tuyên truyền về Luật Hộ tịch.",
            "dissemination(Đài Truyền thanh xã Long Sa) disseminates Hộ tịch",
        ),
        ("Người dân xã Long Sa đến tìm hiểu Luật Hộ tịch.", ""),
        ("Xã Long Sa phát 30 phần quà cho người tuyên truyền Luật Hộ tịch.", ""),
    ],
    "what an event turned on": [
        (
            "UBND xã Long Sa vừa tổ chức hội nghị tuyên truyền pháp luật. Nội dung tuyên truyền tập trung vào Luật Hộ tịch, Nghị định số 1/2020/NĐ-CP.",
            "dissemination(UBND xã Long Sa) disseminates Hộ tịch; dissemination(UBND xã Long Sa) disseminates 1/2020/NĐ-CP",
        ),
        (
            "UBND xã Long Sa tổ chức Ngày hội Pháp luật. Tại đây, hơn 100 người dân được nghe phổ biến Luật Hộ tịch.",
            "dissemination(UBND xã Long Sa) disseminates Hộ tịch",
        ),
        (
            "Tại hội nghị giao ban quý I của Đảng ủy xã Long Sa, đồng chí Phó Bí thư đã phổ biến Chỉ thị số 4-CT/TW.",
            SAYS,
        ),
        (
            "Phòng Tư pháp huyện tổ chức hội nghị phổ biến các luật mới được Quốc hội thông qua, gồm: Luật Nhà ở, Luật Đấu thầu.",
            "dissemination(Phòng Tư pháp huyện) disseminates Nhà ở; dissemination(Phòng Tư pháp huyện) disseminates Đấu thầu",
        ),
        ("Nội dung tuyên truyền tập trung vào Luật Hộ tịch.", ""),  # nobody has told it
    ],
    "bodies with a dash in their names": [
        (
            "Sở Lao động - Thương binh và Xã hội tổ chức hội nghị tổng kết 10 năm thi hành Luật Người cao tuổi.",
            "review(Sở Lao động - Thương binh và Xã hội) reviews Người cao tuổi",
        ),
        (
            "Hội An - Sáng 3/4, Thành ủy tổ chức hội nghị sơ kết 3 năm thực hiện Chỉ thị số 4-CT/TW.",
            "review(Thành ủy) reviews 4-CT/TW",
        ),
    ],
    "what is done for a document": [
        (
            "Xã Long Sa phát động phong trào trồng cây nhằm thực hiện Đề án số 5-ĐA/HU của Huyện ủy.",
            "implementation(Xã Long Sa) implements 5-ĐA/HU",
        ),
        (
            "Huyện ủy Long Hà ban hành Chương trình số 14-CTr/HU. Mục đích của Chương trình là cụ thể hóa Nghị quyết số 7-NQ/TU.",
            "14-CTr/HU implements 7-NQ/TU",
        ),
        (
            "Triển khai Kế hoạch số 51/KH-UBND của UBND huyện, vừa qua xã Long Sa đã khởi công tuyến đường.",
            "implementation(xã Long Sa) implements 51/KH-UBND",
        ),
        ("UBND huyện tổ chức họp, yêu cầu các xã vào cuộc nhằm thực hiện Đề án số 5-ĐA/HU.", ""),
        ("Xã Long Sa sẽ phát động phong trào trồng cây nhằm thực hiện Đề án số 5-ĐA/HU.", ""),
    ],
    "inspections by other words": [
        (
            "Sáng 6/6, Ban Văn hóa - Xã hội HĐND tỉnh khảo sát việc thực hiện Nghị quyết số 7/NQ-HĐND.",
            "inspection(Ban Văn hóa - Xã hội HĐND tỉnh) reviews 7/NQ-HĐND",
        ),
        (
            "Thường trực HĐND tỉnh ban hành Quyết định số 44/QĐ-HĐND thành lập Đoàn giám sát việc thực hiện Nghị quyết số 7/NQ-HĐND.",
            "44/QĐ-HĐND reviews 7/NQ-HĐND",
        ),
        (
            "Tại Hội nghị sơ kết 3 năm thực hiện Chỉ thị số 4-CT/TW do Huyện ủy Long Hà tổ chức, nhiều tập thể được khen.",
            "review(Huyện ủy Long Hà) reviews 4-CT/TW",
        ),
        ("Quyết định số 44/QĐ-UBND thành lập Đoàn văn nghệ phục vụ lễ tổng kết. Nghị quyết số 7/NQ-HĐND đã in.", ""),
        ("Tại Hội nghị sơ kết 3 năm thực hiện Chỉ thị số 4-CT/TW, nhiều tập thể được khen.", ""),
    ],
    "goals of another document as aims": [
        (
            PLAN + "Trồng chè\n\nI. MỤC ĐÍCH, YÊU CẦU\n- Góp phần hoàn thành các chỉ tiêu Nghị quyết số 7-NQ/TU đề ra.",
            "9/KH-UBND implements 7-NQ/TU",
        ),
        (
            PLAN + "Trồng chè\n\nI. MỤC ĐÍCH, YÊU CẦU\n- Các thôn nộp hồ sơ nêu tại Nghị quyết số 7-NQ/TU.",
            "9/KH-UBND cites 7-NQ/TU",
        ),
        (
            PLAN + "Trồng chè\n\nI. MỤC ĐÍCH\n- Triển khai Kế hoạch gắn với việc thực hiện Nghị quyết số 7-NQ/TU.",
            "9/KH-UBND alignedWith 7-NQ/TU",
        ),
    ],
    "guided and consolidated in the passive": [
        (
            "Nghị định số 1/2020/NĐ-CP được hướng dẫn thi hành tại Thông tư số 5/2020/TT-BNV.",
            "5/2020/TT-BNV guides 1/2020/NĐ-CP",
        ),
        (
            "Văn bản hợp nhất số 2/VBHN-BNV được hợp nhất từ Thông tư số 5/2020/TT-BNV và Thông tư số 6/2022/TT-BNV.",
            "2/VBHN-BNV consolidates 5/2020/TT-BNV; 2/VBHN-BNV consolidates 6/2022/TT-BNV",
        ),
        ("Người dân được hướng dẫn thi hành án theo Thông tư số 5/2020/TT-BNV.", ""),
    ],
    "those who take part": [
        (
            "Tại điểm cầu xã Long Sa, 60 cán bộ, đảng viên đã tham gia học tập, quán triệt Chỉ thị số 4-CT/TW.",
            "dissemination(None) disseminates 4-CT/TW",
        ),
        (
            "Đảng ủy xã Long Sa tổ chức hội nghị báo cáo viên. Hội nghị đã được nghe báo cáo viên Tỉnh ủy thông tin nhanh về Chỉ thị số 4-CT/TW.",
            SAYS,
        ),
        ("Hiện nay, Sở Y tế đang triển khai Kế hoạch số 51/KH-UBND.", "implementation(Sở Y tế) implements 51/KH-UBND"),
        ("Hiện nay, Sở Y tế đang chuẩn bị triển khai Kế hoạch số 51/KH-UBND.", ""),
    ],
    "results in the names of reports": [
        (
            "UBND huyện vừa có Báo cáo số 215/BC-UBND về kết quả 03 năm thực hiện Nghị quyết số 7-NQ/TU.",
            "215/BC-UBND reviews 7-NQ/TU",
        ),
        (
            "Ngày 2/9, Ban Thường vụ Tỉnh ủy họp nghe báo cáo kết quả 2 năm thực hiện Nghị quyết số 7-NQ/TU.",
            "review(Ban Thường vụ Tỉnh ủy) reviews 7-NQ/TU",
        ),
        (
            "Bộ Y tế ban hành Quyết định số 12/QĐ-BYT về việc đính chính một số sai sót trong Thông tư số 3/2023/TT-BYT.",
            "12/QĐ-BYT corrects 3/2023/TT-BYT",
        ),
    ],
}


@pytest.mark.parametrize(("text", "relations"), [row for rows in FORMS.values() for row in rows])
def test_forms_of_what_bodies_do(text: str, relations: str) -> None:
    assert told(text) == set(filter(None, relations.split("; ")))
