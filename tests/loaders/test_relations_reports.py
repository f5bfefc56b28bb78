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
    "a numbered letter that heads its page": [
        (
            "Công văn số 148/SNV-CCHC ngày 27/12/2016 V/v xin ý kiến về bản vẽ\n\nKính gửi:\n\n– Ủy ban Mặt trận Tổ quốc tỉnh;\n\nThực hiện Quyết định số 349/QĐ-BNV ngày 10/10/2016 của Bộ Nội vụ, Sở Nội vụ xây dựng bản vẽ năm 2017.\n",
            "148/SNV-CCHC implements 349/QĐ-BNV",
        ),
    ],
}


@pytest.mark.parametrize(("text", "said"), [case for cases in REPORTS.values() for case in cases])
def test_report(text: str, said: str) -> None:
    assert stated(text) == said
