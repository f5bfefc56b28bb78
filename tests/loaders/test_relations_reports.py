"""What reports and announcements of bodies tell: letters that order, acts that rest on others, what letters name."""

from __future__ import annotations

import pytest

from tests.loaders.statements import stated

REPORTS = {
    "where the direction stands that carries a document out": [
        (
            "Các xã làm nghiêm chỉ đạo của UBND huyện về triển khai Công điện số 12/CĐ-TTg ngày 3/4/2021 của Thủ tướng Chính phủ (tại Công văn số 345/UBND-VX ngày 5/4/2021).",
            "345/UBND-VX implements 12/CĐ-TTg",
        ),
        (
            "Thực hiện ý kiến của UBND tỉnh về việc thực hiện Chỉ thị số 9/CT-TTg tại Văn bản số 121/UBND-NC, Sở Y tế đã ban hành Kế hoạch số 55/KH-SYT.",
            "121/UBND-NC implements 9/CT-TTg; 55/KH-SYT implements 121/UBND-NC",
        ),
        (  # a letter that another body's order follows, not one that holds it
            "Các xã làm nghiêm chỉ đạo của UBND huyện về triển khai Công điện số 12/CĐ-TTg cùng với Công văn số 345/SYT-VX.",
            "",
        ),
        (  # no direction
            "Các xã hỏi về việc triển khai Công điện số 12/CĐ-TTg (tại Công văn số 345/UBND-VX ngày 5/4/2021).",
            "",
        ),
    ],
    "what the act before is the ground of": [
        (
            "Ngày 10/5/2021, HĐND tỉnh ban hành Nghị quyết số 12/NQ-HĐND về chính sách hỗ trợ thợ chè. Trên cơ sở đó, UBND tỉnh đã ban hành Quyết định số 345/QĐ-UBND ngày 1/6/2021 về mức hỗ trợ.",
            "345/QĐ-UBND basedOn 12/NQ-HĐND",
        ),
        (
            "Chính phủ đã ban hành Nghị định số 45/2020/NĐ-CP. Căn cứ vào đó, Bộ trưởng Bộ Nội vụ ban hành Thông tư số 5/2021/TT-BNV.",
            "5/2021/TT-BNV basedOn 45/2020/NĐ-CP",
        ),
        (  # it is still to be issued
            "HĐND tỉnh ban hành Nghị quyết số 12/NQ-HĐND. Trên cơ sở đó, UBND tỉnh sẽ ban hành Quyết định số 345/QĐ-UBND.",
            "",
        ),
        (  # two acts: on which one it rests is not said
            "HĐND tỉnh ban hành Nghị quyết số 12/NQ-HĐND và Nghị quyết số 13/NQ-HĐND. Trên cơ sở đó, UBND tỉnh ban hành Quyết định số 345/QĐ-UBND.",
            "",
        ),
        (  # what the sentence before tells is no issue
            "Người dân hỏi nhiều về Nghị quyết số 12/NQ-HĐND. Trên cơ sở đó, UBND tỉnh ban hành Quyết định số 345/QĐ-UBND.",
            "",
        ),
    ],
    "what a letter names in its words": [
        (
            "Bộ Y tế đã có Công văn số 456/BYT-DP ngày 3/3/2020 gửi các tỉnh, trong đó nêu rõ việc áp dụng Thông tư số 12/2019/TT-BYT.",
            "456/BYT-DP cites 12/2019/TT-BYT",
        ),
        (
            "Bộ Y tế đã có Công văn số 456/BYT-DP ngày 3/3/2020 gửi các tỉnh, trong đó nhiều nơi hỏi Thông tư số 12/2019/TT-BYT.",
            "",
        ),
    ],
    "resolutions on one matter, letters sent": [
        (
            "Thực hiện Nghị quyết số 8-NQ/TW, Ban Chấp hành Đảng bộ huyện đã ban hành Nghị quyết chuyên đề về phát triển du lịch giai đoạn 2020-2025.",
            "phát triển du lịch giai đoạn 2020-2025 implements 8-NQ/TW",
        ),
        (
            "Thực hiện Công văn số 99/BYT-DP của Bộ Y tế, Sở Y tế ban hành Công văn gửi các bệnh viện, trung tâm y tế về việc chuẩn bị thuốc.",
            "chuẩn bị thuốc implements 99/BYT-DP",
        ),
        (  # a letter that is yet to come
            "Thực hiện Công văn số 99/BYT-DP của Bộ Y tế, Sở Y tế sẽ ban hành Công văn gửi các bệnh viện về việc chuẩn bị thuốc.",
            "",
        ),
    ],
    "tasks that a document sets, and what they are about": [
        (
            "Để triển khai thực hiện khâu đột phá về nuôi ong đề ra trong Nghị quyết số 12-NQ/TU, UBND tỉnh đã ban hành Kế hoạch số 5/KH-UBND.",
            "5/KH-UBND implements 12-NQ/TU",
        ),
        (
            "Nhằm thực hiện các chỉ tiêu mà Nghị quyết số 12-NQ/TU đề ra, UBND tỉnh đã ban hành Kế hoạch số 5/KH-UBND.",
            "5/KH-UBND implements 12-NQ/TU",
        ),
        (
            "Để thực hiện khâu đột phá về nuôi ong ngoài Nghị quyết số 12-NQ/TU, UBND tỉnh đã ban hành Kế hoạch số 5/KH-UBND.",
            "",
        ),
    ],
    "what a body is about to do carries nothing out yet": [
        ("Thực hiện Nghị quyết số 8-NQ/TW, Sở Y tế sẽ tổ chức hội nghị.", ""),
        ("Thực hiện Nghị quyết số 8-NQ/TW, Sở Y tế dự kiến ban hành kế hoạch.", ""),
        ("Thực hiện Nghị quyết số 8-NQ/TW, trong thời gian tới, UBND tỉnh tập trung chỉ đạo các sở.", ""),
        (
            "Thực hiện Nghị quyết số 8-NQ/TW, UBND thành phố Cần Thơ chỉ đạo các sở.",
            "implementation(UBND thành phố Cần Thơ) implements 8-NQ/TW",
        ),
    ],
    "what a body has understood of carrying a document out": [
        (
            "Nhận thức sâu sắc về ý nghĩa, tầm quan trọng của việc thực hiện Chỉ thị số 5-CT/TW, Huyện ủy Vân Hồ đã tổ chức 12 hội thi.",
            "implementation(Huyện ủy Vân Hồ) implements 5-CT/TW",
        ),
        (
            "Nhận thức rõ tầm quan trọng của việc thực hiện Chỉ thị số 5-CT/TW, các cấp hội trong huyện luôn sáng tạo và quyết tâm thực hiện chỉ thị bằng nhiều lối mới.",
            "implementation(các cấp hội trong huyện) implements 5-CT/TW",
        ),
        (
            "Nhận thức rõ tầm quan trọng của việc thực hiện Chỉ thị số 5-CT/TW, Huyện ủy Vân Hồ sẽ tổ chức 12 hội thi.",
            "",
        ),
        ("Nhận thức rõ tầm quan trọng của việc sửa Chỉ thị số 5-CT/TW, Huyện ủy Vân Hồ đã tổ chức 12 hội thi.", ""),
    ],
    "with whom a body meets to take stock": [
        (
            "Ngày 9-4, UBND tỉnh đã họp với các chủ rừng đánh giá kết quả thực hiện Nghị quyết số 12-NQ/TU.",
            "review(UBND tỉnh) reviews 12-NQ/TU",
        ),
        (
            "Thường trực Huyện ủy họp nghe báo cáo, đánh giá tình hình thực hiện Chỉ thị số 9-CT/TU.",
            "review(Thường trực Huyện ủy) reviews 9-CT/TU",
        ),
        ("Ngày 9-4, UBND tỉnh sẽ họp với các chủ rừng đánh giá kết quả thực hiện Nghị quyết số 12-NQ/TU.", ""),
    ],
    "what is taught beside another matter": [
        (
            "Công an xã đã tuyên truyền về tác hại của ma túy và Luật Giao thông đường bộ cho học sinh.",
            "dissemination(Công an xã) disseminates Giao thông đường bộ",
        ),
        ("Công an xã đã tuyên truyền về tác hại của ma túy theo Luật Giao thông đường bộ cho học sinh.", ""),
    ],
    "two resolutions in front, taught without being named again": [
        (
            "Thực hiện Nghị quyết số 8-NQ/TW và Kết luận số 9-KL/TW, Đảng ủy xã đã tổ chức quán triệt đến đảng viên.",
            "dissemination(Đảng ủy xã) disseminates 8-NQ/TW; dissemination(Đảng ủy xã) disseminates 9-KL/TW; implementation(Đảng ủy xã) implements 8-NQ/TW; implementation(Đảng ủy xã) implements 9-KL/TW",
        ),
        (  # plans say that something is taught, and are not what is
            "Thực hiện Kế hoạch số 8/KH-UBND và Kế hoạch số 9/KH-UBND, UBND xã đã tổ chức tuyên truyền đến người dân.",
            "implementation(UBND xã) implements 8/KH-UBND; implementation(UBND xã) implements 9/KH-UBND",
        ),
    ],
    "orders of the issuer by a shorter name": [
        (
            "Sở Giáo dục và Đào tạo vừa ban hành Công văn số 83/SGDĐT-GDTX về chấn chỉnh dạy thêm.\n\nTheo đó, Sở GD&ĐT yêu cầu các trường làm tốt nội dung trong Công văn số 235/SGDĐT-GDTX.",
            "83/SGDĐT-GDTX cites 235/SGDĐT-GDTX",
        ),
        (
            "Sở Y tế Vân Hồ vừa ban hành Công văn số 83/SYT-NV về phòng dịch.\n\nTheo đó, Sở Y tế yêu cầu các bệnh viện làm đúng Quyết định số 5/QĐ-BYT.",
            "83/SYT-NV cites 5/QĐ-BYT",
        ),
        (
            "Sở Y tế Vân Hồ vừa ban hành Công văn số 83/SYT-NV về phòng dịch.\n\nTheo đó, Công an tỉnh yêu cầu các bệnh viện làm đúng Quyết định số 5/QĐ-BYT.",
            "",
        ),
    ],
    "a numbered letter that heads its page": [
        (
            "Công văn số 91/SNV-VTLT ngày 6/11/2026 V/v xin ý kiến về bản vẽ\n\nKính gửi:\n\n– Ủy ban Mặt trận Tổ quốc tỉnh;\n\nThực hiện Quyết định số 58/QĐ-BNV ngày 4/9/2026 của Bộ Nội vụ, Sở Nội vụ xây dựng bản vẽ năm 2027.\n",
            "91/SNV-VTLT implements 58/QĐ-BNV",
        ),
    ],
}


@pytest.mark.parametrize(("text", "said"), [case for cases in REPORTS.values() for case in cases])
def test_report(text: str, said: str) -> None:
    assert stated(text) == said
