"""Constructions of the Party and of mass organisations, each with a near miss: issue and replacement, printed texts, attendance."""

from __future__ import annotations

import pytest

from tests.loaders.statements import read

ISSUED = "Ngày 6/8, Ban Thường vụ Tỉnh ủy đã ban hành Chỉ thị số 21-CT/TU về việc trồng rừng.\n"
LETTER = "ĐẢNG BỘ HUYỆN LONG HÀ\nSố: 5-QĐ/HU\nLong Hà, ngày 3 tháng 4 năm 2021\n\nQUYẾT ĐỊNH\nvề công tác kiểm tra\n\n"

USES = {
    "a body issues what replaces another": [
        (
            "Bộ Chính trị ban hành Quy định số 41-QĐ/TW về miễn nhiệm, từ chức đối với cán bộ, thay thế Quy định số 26-QĐ/TW.",
            "41-QĐ/TW replaces 26-QĐ/TW",
        ),
        (
            "Tổng Bí thư đã ký ban hành Quy định số 41-QĐ/TW (sau đây gọi tắt là Quy định 41) về miễn nhiệm, thay thế Quy định số 26-QĐ/TW.",
            "41-QĐ/TW replaces 26-QĐ/TW",
        ),
        (
            "Bộ Chính trị đã ban hành Quy định số 41-QĐ/TW về miễn nhiệm thay thế Quy định số 26-QĐ/TW. Quy định này chính thức thay thế Quy định số 9-QĐ/TW.",
            "41-QĐ/TW replaces 26-QĐ/TW; 41-QĐ/TW replaces 9-QĐ/TW",
        ),
        (
            "Quy định số 41-QĐ/TW về miễn nhiệm (sau đây gọi là Quy định 41) thay thế Quy định số 26-QĐ/TW.",
            "41-QĐ/TW replaces 26-QĐ/TW",
        ),
        ("Bộ Chính trị sẽ ban hành Quy định số 41-QĐ/TW về miễn nhiệm, thay thế Quy định số 26-QĐ/TW.", ""),
        ("Các cấp ủy bàn về Quy định số 41-QĐ/TW về miễn nhiệm, thay thế Quy định số 26-QĐ/TW là việc khó.", ""),
    ],
    "what a new rule is for": [
        (
            "Ban Bí thư ban hành Quy định số 22-QĐ/TW về kiểm tra, trong đó, bổ sung, sửa đổi nhiều nội dung để cụ thể hóa Nghị quyết số 5-NQ/TW.",
            "22-QĐ/TW implements 5-NQ/TW",
        ),
        (
            "Ban Bí thư ban hành Quy định số 22-QĐ/TW về kiểm tra (gọi tắt là Quy định 22), trong đó có nhiều điểm mới nhằm cụ thể hóa Nghị quyết số 5-NQ/TW.",
            "22-QĐ/TW implements 5-NQ/TW",
        ),
        (
            "Nghị định số 2/2022/NĐ-CP sửa đổi nhiều quy định để thực hiện Nghị quyết số 5-NQ/TW.",
            "2/2022/NĐ-CP implements 5-NQ/TW",
        ),
        (
            "Ban Bí thư ban hành Quy định số 22-QĐ/TW về kiểm tra. Các xã có nhiều việc để thực hiện Nghị quyết số 5-NQ/TW.",
            "",
        ),
    ],
    "several spans that are reviewed": [
        (
            "Trong dịp này, các cấp ủy đảng cũng tổ chức hội nghị sơ kết 3 năm thực hiện Chỉ thị số 7-CT/TW về trồng rừng và 3 năm thực hiện Chỉ thị số 5-CT/TW.",
            "review(các cấp ủy đảng) reviews 7-CT/TW; review(các cấp ủy đảng) reviews 5-CT/TW",
        ),
        (
            "Báo cáo số 3-BC/TU sơ kết 3 năm thực hiện Chỉ thị số 7-CT/TW và 5 năm thực hiện Chỉ thị số 5-CT/TW.",
            "3-BC/TU reviews 7-CT/TW; 3-BC/TU reviews 5-CT/TW",
        ),
        (
            "Báo cáo số 3-BC/TU sơ kết 3 năm thực hiện Chỉ thị số 7-CT/TW. Các xã có 5 năm thực hiện Chỉ thị số 5-CT/TW.",
            "3-BC/TU reviews 7-CT/TW",
        ),
    ],
    "directives issued one after the other": [
        (
            "Bộ Chính trị ban hành Chỉ thị số 6-CT/TW về nêu gương. Sau đó, Bộ Chính trị đã ban hành Chỉ thị số 3-CT/TW về tiếp tục nêu gương.",
            "",
        ),
        (
            "Bộ Chính trị ban hành Chỉ thị số 6-CT/TW về nêu gương. Bộ Chính trị chỉ thị các cấp làm đúng Quy định số 8-QĐ/TW.",
            "6-CT/TW cites 8-QĐ/TW",
        ),
    ],
    "a bare word for the one document of its type": [
        (
            "Ngay sau khi Nghị quyết số 2-NQ/TW của Bộ Chính trị được ban hành, tháng 7/2021, Liên đoàn Lao động tỉnh đã tổ chức hội nghị trực tuyến quán triệt Nghị quyết đến cán bộ.",
            "dissemination(Liên đoàn Lao động tỉnh, 2021-07) disseminates 2-NQ/TW",
        ),
        (
            "Nghị quyết số 2-NQ/TW và Nghị quyết số 3-NQ/TW ra đời. Liên đoàn Lao động tỉnh đã tổ chức hội nghị quán triệt Nghị quyết đến cán bộ.",
            "",
        ),
        (
            "Nghị quyết số 2-NQ/TW ra đời. Liên đoàn Lao động tỉnh đã tổ chức hội nghị quán triệt các nghị quyết của Đảng đến cán bộ.",
            "",
        ),
    ],
    "a programme with its number in brackets": [
        (
            "Để thực hiện Nghị quyết số 2-NQ/TW, thay mặt Ban Chấp hành, đồng chí Trần Văn An, Chủ tịch Liên đoàn Lao động tỉnh ký ban hành Chương trình hành động của các cấp công đoàn (Chương trình số 3/CTr-LĐLĐ).\nChương trình hành động nhằm cụ thể hóa Kết luận số 4-KL/TU.",
            "3/CTr-LĐLĐ implements 2-NQ/TW; 3/CTr-LĐLĐ implements 4-KL/TU",
        ),
        (
            "Để thực hiện Nghị quyết số 2-NQ/TW, Liên đoàn Lao động tỉnh đã họp với ngành (Chương trình số 3/CTr-LĐLĐ).",
            "implementation(Liên đoàn Lao động tỉnh) implements 2-NQ/TW",
        ),
    ],
    "grounds behind dashes": [
        (
            LETTER
            + "- Căn cứ Điều lệ Đảng; Nghị quyết Đại hội X của Đảng;\n- Căn cứ Quyết định số 7-QĐ/TU về kiểm tra,\n\n1- Phạm vi\n- Căn cứ Luật Đất đai, các xã lập hồ sơ.\n",
            "5-QĐ/HU basedOn Đảng; 5-QĐ/HU basedOn Đại hội X của Đảng; 5-QĐ/HU basedOn 7-QĐ/TU; 5-QĐ/HU cites Đất đai",
        ),
        (LETTER + "1- Phạm vi\n- Căn cứ Luật Đất đai, các xã lập hồ sơ.\n", "5-QĐ/HU cites Đất đai"),
    ],
    "an activity told twice": [
        (
            "Hội Nông dân Tiên Sa triển khai Nghị quyết số 46-NQ/TW\n\nChiều 29/3, Hội Nông dân xã Tiên Sa tổ chức hội nghị triển khai Nghị quyết 46.\n\nTại hội nghị, các đại biểu đã được nghe đồng chí Phạm Văn An quán triệt Nghị quyết số 46-NQ/TW.",
            "dissemination(Hội Nông dân xã Tiên Sa) disseminates 46-NQ/TW",
        ),
        (
            "Huyện ủy Long Hà quán triệt Nghị quyết số 46-NQ/TW\n\nNgày 3/4, Tỉnh ủy tổ chức hội nghị quán triệt Nghị quyết số 46-NQ/TW.",
            "dissemination(Huyện ủy Long Hà) disseminates 46-NQ/TW; dissemination(Tỉnh ủy) disseminates 46-NQ/TW",
        ),
        ("Huyện ủy nghe kết quả thực hiện Chỉ thị số 3-CT/TU.", ""),
    ],
    "resolutions of other meetings": [
        (
            "Công đoàn tỉnh tổ chức hội nghị quán triệt Nghị quyết Hội nghị lần thứ 6 của BCH Tổng Liên đoàn Lao động Việt Nam, khóa X về cơ sở và Nghị quyết Đại hội Đảng bộ huyện nhiệm kỳ 2020 - 2025.",
            "dissemination(Công đoàn tỉnh) disseminates Hội nghị lần thứ 6 của BCH Tổng Liên đoàn Lao động Việt Nam, khóa X; dissemination(Công đoàn tỉnh) disseminates Đại hội Đảng bộ huyện nhiệm kỳ 2020 - 2025",
        ),
        ("Công đoàn tỉnh tổ chức hội nghị quán triệt Nghị quyết Đại hội Đảng các cấp nhiệm kỳ 2020 - 2025.", ""),
    ],
    "what is prolonged by small words": [
        (
            "Kết luận số 44-KL/TW của Ban Bí thư về tiếp tục đẩy mạnh thực hiện Chỉ thị số 9-CT/TW; Kết luận số 45-KL/TW về tiếp tục đẩy mạnh, thực hiện có hiệu quả Chỉ thị số 18-CT/TW.",
            "44-KL/TW continues 9-CT/TW; 45-KL/TW continues 18-CT/TW",
        ),
        (
            "Kết luận số 44-KL/TW của Ban Bí thư về đẩy mạnh thực hiện Chỉ thị số 9-CT/TW.",
            "44-KL/TW implements 9-CT/TW",
        ),
    ],
    "second objects in the name of what is issued": [
        (
            "UBND quận ban hành văn bản số 22/UBND-NV về việc thực hiện Kết luận số 58-KL/TW ngày 23/6/2023 của Ban Bí thư về “chăm sóc”; Chỉ thị số 21-CT/TU ngày 29/12/2022 của Thành ủy.",
            "22/UBND-NV implements 58-KL/TW; 22/UBND-NV implements 21-CT/TU",
        ),
        (
            "Sở đã nhận Kế hoạch số 5-KH/TU thực hiện Nghị quyết số 4-NQ/TW; Chỉ thị số 21-CT/TU ngày 29/12/2022 của Thành ủy.",
            "5-KH/TU implements 4-NQ/TW",
        ),
    ],
    "those who attend, named at length": [
        (
            "Trung ương Hội Người cao tuổi Việt Nam tổ chức hội nghị triển khai công tác. Tại hội nghị, các đại biểu người cao tuổi trên cả nước đã nghe ông Trần Văn An quán triệt những nội dung chính trong Kết luận số 58-KL/TW.",
            "dissemination(Trung ương Hội Người cao tuổi Việt Nam) disseminates 58-KL/TW",
        ),
    ],
    "grounds whose brackets are broken": [
        (
            LETTER
            + "Thực hiện Kế hoạch số 30-KH/TU về triển khai thực hiện Đề án số 5-ĐA/TU (sau đây viết tắt là\nĐề án số 5-ĐA/TU); Quyết định số 8-QĐ/TU về dân vận;\nHướng dẫn số 8-HD/BDV, Ban Thường vụ Huyện ủy quyết định như sau:\n",
            "5-QĐ/HU implements 30-KH/TU; 30-KH/TU implements 5-ĐA/TU; 5-QĐ/HU implements 8-QĐ/TU; 5-QĐ/HU implements 8-HD/BDV",
        ),
    ],
    "rules by a bare number": [
        (
            "Thay mặt Bộ Chính trị, đồng chí Trần Văn An vừa ký ban hành Quy định 41 về miễn nhiệm. Quy định này thay thế Quy định 26 của Bộ Chính trị.",
            "41 replaces 26",
        ),
        ("Ban quản lý chợ ban hành Quy định 10 điều về vệ sinh. Quy định số 26 còn dùng.", ""),
    ],
    "reports that name who reports": [
        (
            "Theo báo cáo của Ban Tuyên giáo Thành ủy, đến nay, các cấp ủy đảng TP Cần Thơ đã tổ chức 21 lớp học tập, quán triệt Nghị quyết số 4-NQ/TU cho đảng viên.",
            "dissemination(các cấp ủy đảng TP Cần Thơ) disseminates 4-NQ/TU",
        ),
        (
            "Theo báo cáo của Ban Tuyên giáo Thành ủy, đến nay, các cấp ủy đảng TP Cần Thơ chưa tổ chức 21 lớp học tập, quán triệt Nghị quyết số 4-NQ/TU cho đảng viên.",
            "",
        ),
    ],
    "in the spirit of another": [
        (
            "Tỉnh uỷ ban hành Công văn số 49-CV/TU về việc kiểm điểm theo tinh thần Nghị quyết số 4-NQ/TW để triển khai thực hiện Công văn số 18-CV/BTCTW.",
            "49-CV/TU cites 4-NQ/TW; 49-CV/TU implements 18-CV/BTCTW",
        ),
        (
            "Tỉnh uỷ ban hành Công văn số 49-CV/TU về việc kiểm điểm việc thực hiện Nghị quyết số 4-NQ/TW.",
            "49-CV/TU reviews 4-NQ/TW",
        ),
        ("Đoàn cơ sở thực hiện đúng Điều lệ Đoàn theo Hướng dẫn số 22-HD/TWĐTN.", ""),
    ],
    "bodies behind a place": [
        (
            "Sáng 5/12, tại Nhà Quốc hội, Bộ Chính trị, Ban Bí thư tổ chức hội nghị quán triệt Nghị quyết số 6-NQ/TW.",
            "dissemination(Bộ Chính trị, Ban Bí thư) disseminates 6-NQ/TW",
        ),
        (
            "Sáng 5/12, tại xã An Sơn, huyện Bảo Sơn, UBND tỉnh tổ chức hội nghị quán triệt Nghị quyết số 6-NQ/TW.",
            "dissemination(UBND tỉnh) disseminates 6-NQ/TW",
        ),
    ],
    "grounds after the name of a union": [
        (
            LETTER + "Căn cứ Điều lệ Đoàn TNCS Hồ Chí Minh và Kế hoạch số 29-KH/TĐTN của Tỉnh đoàn về đại hội;\n",
            "5-QĐ/HU basedOn Đoàn TNCS Hồ Chí Minh; 5-QĐ/HU basedOn 29-KH/TĐTN",
        ),
    ],
    "who issues after the title of what it carries out": [
        (
            "Thực hiện Kế hoạch số 83-KH/TU ngày 2/2/2024 của Tỉnh ủy về việc trồng rừng, Ban Thường vụ Huyện ủy ban hành Kế hoạch số 12-KH/HU.",
            "12-KH/HU implements 83-KH/TU",
        ),
        (
            "Quyết định số 83/QĐ-UBND ngày 2/2/2024 của UBND tỉnh Long Hà ban hành Kế hoạch số 84/KH-UBND.",
            "83/QĐ-UBND promulgates 84/KH-UBND",
        ),
    ],
    "guides on learning and carrying out": [
        (
            "Ban Bí thư có Hướng dẫn số 3-HD/TW về việc nghiên cứu, học tập, quán triệt và triển khai thực hiện Nghị quyết số 20-NQ/TW.",
            "3-HD/TW guides 20-NQ/TW",
        ),
        (
            "Ban Bí thư có Hướng dẫn số 3-HD/TW về học tập, quán triệt Nghị quyết số 20-NQ/TW.",
            "3-HD/TW disseminates 20-NQ/TW",
        ),
    ],
    "what those who attend take in": [
        (
            "Ngày 12/4, Hội Nông dân tỉnh tổ chức hội nghị triển khai nghị quyết của Trung ương Hội. Tại hội nghị, các đại biểu tập trung nghiên cứu nội dung 2 chuyên đề: Nghị quyết số 4-NQ/HND về hội viên; Nghị quyết số 5-NQ/HND về quỹ.",
            "dissemination(Hội Nông dân tỉnh) disseminates 4-NQ/HND; dissemination(Hội Nông dân tỉnh) disseminates 5-NQ/HND",
        ),
        (
            "Huyện ủy Long Hà tổ chức học tập, quán triệt các nghị quyết của Tỉnh ủy\nCác đồng chí dự hội nghị đã được quán triệt những nội dung cơ bản của các nghị quyết, kết luận của Tỉnh ủy: Nghị quyết số 4-NQ/TU về trồng rừng; Kết luận số 9-KL/TU về nuôi tôm.",
            "dissemination(Huyện ủy Long Hà) disseminates 4-NQ/TU; dissemination(Huyện ủy Long Hà) disseminates 9-KL/TU",
        ),
        (
            "Huyện ủy Long Hà tổ chức hội nghị. Tại hội nghị, các đại biểu đã đề nghị nghiên cứu Nghị quyết số 4-NQ/TU.",
            "",
        ),
        ("Tại hội nghị, các đại biểu thảo luận. Các cơ quan nghiên cứu Nghị quyết số 4-NQ/TU để trình.", ""),
    ],
    "a page that prints an instrument": [
        (
            ISSUED
            + "Nội dung Chỉ thị như sau:\nNhững năm qua, quán triệt và thực hiện Kết luận số 93-KL/TW về rừng và Kế hoạch số 38-KH/TU, công tác trồng rừng đã có kết quả.\n1. Các cấp ủy tiếp tục thực hiện Nghị quyết số 4-NQ/TU.\n2. Chỉ thị này thay thế Chỉ thị số 9-CT/TU.\n",
            "21-CT/TU cites 93-KL/TW; 21-CT/TU cites 38-KH/TU; 21-CT/TU cites 4-NQ/TU; 21-CT/TU replaces 9-CT/TU",
        ),
        (
            "Báo Long Hà trân trọng giới thiệu toàn văn Quy định số 47-QĐ/TU của Tỉnh ủy về nêu gương:\n\n- Căn cứ Điều lệ Đảng;\n\n- Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ tỉnh khóa XI;\n\nBAN THƯỜNG VỤ QUY ĐỊNH\n\n1. Cán bộ chấp hành Luật Đất đai.\n",
            "47-QĐ/TU basedOn Đảng; 47-QĐ/TU basedOn làm việc của Ban Chấp hành Đảng bộ tỉnh khóa XI; 47-QĐ/TU cites Đất đai",
        ),
        (ISSUED + "Nội dung Chỉ thị được quan tâm.\nCác xã thực hiện Nghị quyết số 4-NQ/TU.\n", ""),
        (
            ISSUED
            + "Sở đã nhận Chỉ thị số 9-CT/TU. Nội dung kế hoạch như sau:\nCác xã thực hiện Nghị quyết số 4-NQ/TU.\n",
            "",
        ),
    ],
    "working regulations as grounds": [
        (
            LETTER
            + "Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ huyện, Ban Thường vụ Huyện ủy khóa XV, nhiệm kỳ 2020 - 2025;\n",
            "5-QĐ/HU basedOn làm việc của Ban Chấp hành Đảng bộ huyện, Ban Thường vụ Huyện ủy khóa XV, nhiệm kỳ 2020 - 2025",
        ),
        (
            LETTER + "Ban hành Quy chế làm việc của Ủy ban Kiểm tra Huyện ủy. Cán bộ theo quy chế làm việc của mình.\n",
            "",
        ),
    ],
    "bodies with a noun like a verb": [
        (
            "Thời gian qua, thực hiện Chỉ thị số 5-CT/TU, các cấp ủy Đảng, chính quyền và các tổ chức chính trị - xã hội trong tỉnh đã triển khai phong trào.",
            "implementation(các cấp ủy Đảng, chính quyền và các tổ chức chính trị - xã hội trong tỉnh) implements 5-CT/TU",
        ),
    ],
}


def stated(text):
    found = read(text)
    names = {d.id: d.number or (d.issuer if d.type == "NQ" else d.title) for d in found.documents}
    for act in found.activities:
        names[act.id] = f"{act.kind}({act.actor}{', ' + act.date if act.date else ''})"
    return "; ".join(sorted(f"{names[r.head]} {r.predicate} {names[r.tail]}" for r in found.relations))


CASES = [(kind, text, expected) for kind, rows in USES.items() for text, expected in rows]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=f"{k}-{n}") for n, (k, t, e) in enumerate(CASES)])
def test_a_construction_of_the_party_is_read_as_it_is_written(text, expected):
    assert stated(text) == "; ".join(sorted(filter(None, expected.split("; "))))
