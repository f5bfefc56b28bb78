"""Whole texts of every genre, written for these tests, with all that they state."""

from __future__ import annotations

import pytest

from loaders.extraction import documents, mentions, normal, relations

CIRCULAR = """BỘ NỘI VỤ
Số: 7/2023/TT-BNV
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 10 tháng 8 năm 2023

THÔNG TƯ
Hướng dẫn thực hiện một số điều của Nghị định số 31/2022/NĐ-CP về lưu trữ cơ quan

Căn cứ Luật Lưu trữ ngày 11 tháng 11 năm 2011;
Căn cứ Nghị định số 31/2022/NĐ-CP ngày 9 tháng 5 năm 2022 của Chính phủ quy định chi tiết thi hành một số điều của Luật Lưu trữ;
Căn cứ Nghị định số 63/2022/NĐ-CP ngày 12 tháng 9 năm 2022 của Chính phủ quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Nội vụ;
Theo đề nghị của Cục trưởng Cục Văn thư tại Tờ trình số 55/TTr-CVT ngày 1 tháng 8 năm 2023;
Bộ trưởng Bộ Nội vụ ban hành Thông tư hướng dẫn thực hiện một số điều của Nghị định số 31/2022/NĐ-CP.

Điều 1. Phạm vi điều chỉnh
Thông tư này hướng dẫn thực hiện khoản 2 Điều 5 Nghị định số 31/2022/NĐ-CP.
Điều 2. Kinh phí
Kinh phí thực hiện theo quy định của Luật Ngân sách nhà nước và Thông tư số 14/2019/TT-BTC của Bộ trưởng Bộ Tài chính hướng dẫn thi hành Nghị định số 44/2018/NĐ-CP.
Trường hợp các văn bản nêu tại Thông tư này được sửa đổi, bổ sung hoặc thay thế thì áp dụng văn bản mới.
Điều 3. Hiệu lực thi hành
1. Thông tư này có hiệu lực kể từ ngày 1 tháng 10 năm 2023 và thay thế Thông tư số 2/2015/TT-BNV ngày 3 tháng 2 năm 2015.
2. Các văn bản sau đây hết hiệu lực kể từ ngày Thông tư này có hiệu lực:
a) Thông tư số 9/2016/TT-BNV ngày 4 tháng 4 năm 2016 của Bộ trưởng Bộ Nội vụ sửa đổi, bổ sung Thông tư số 2/2015/TT-BNV;
b) Điều 3 Thông tư số 10/2017/TT-BNV ngày 5 tháng 5 năm 2017.
3. Thông tư số 11/2018/TT-BNV hết hiệu lực kể từ ngày Thông tư này có hiệu lực thi hành.
"""
AMENDING = """CHÍNH PHỦ
Số: 12/2024/NĐ-CP
Hà Nội, ngày 2 tháng 2 năm 2024

NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định số 31/2022/NĐ-CP

Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;
Chính phủ ban hành Nghị định sửa đổi, bổ sung một số điều của Nghị định số 31/2022/NĐ-CP.

Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 31/2022/NĐ-CP như sau:
1. Sửa đổi, bổ sung khoản 2 Điều 5 như sau:
“2. Việc bảo quản thực hiện theo quy định tại Nghị định số 44/2018/NĐ-CP.”.
2. Bổ sung Điều 6a vào sau Điều 6 như sau:
“Điều 6a. Kho lưu trữ”.
3. Bãi bỏ khoản 3 Điều 9.
Điều 2. Bãi bỏ Nghị định số 20/2010/NĐ-CP và Quyết định số 3/2011/QĐ-TTg.
"""
PLAN = """ỦY BAN NHÂN DÂN TỈNH LONG HÀ
Số: 88/KH-UBND
Long Hà, ngày 6 tháng 6 năm 2022

KẾ HOẠCH
Thực hiện Nghị quyết số 20-NQ/TW ngày 1 tháng 3 năm 2022 của Bộ Chính trị về chuyển đổi nghề cho nông dân

Thực hiện Quyết định số 700/QĐ-TTg ngày 5 tháng 5 năm 2022 của Thủ tướng Chính phủ ban hành Kế hoạch triển khai Nghị quyết số 20-NQ/TW, Ủy ban nhân dân tỉnh ban hành Kế hoạch với các nội dung sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Quán triệt sâu sắc nội dung Chỉ thị số 9-CT/TU đến cán bộ, đảng viên.
2. Các sở báo cáo kết quả theo Công văn số 45/UBND-TH.
"""
DECISION = """ỦY BAN NHÂN DÂN TỈNH LONG HÀ
Số: 501/QĐ-UBND
Long Hà, ngày 7 tháng 7 năm 2021

QUYẾT ĐỊNH
Ban hành Quy chế quản lý bến thủy nội địa

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LONG HÀ

Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Căn cứ Luật Giao thông đường thủy nội địa ngày 15 tháng 6 năm 2004; Luật sửa đổi, bổ sung một số điều của Luật Giao thông đường thủy nội địa ngày 17 tháng 6 năm 2014;
Xét đề nghị của Giám đốc Sở Giao thông vận tải tại Tờ trình số 30/TTr-SGTVT ngày 1 tháng 7 năm 2021,

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý bến thủy nội địa trên địa bàn tỉnh.
Điều 2. Quyết định này có hiệu lực từ ngày ký và thay thế Quyết định số 77/QĐ-UBND ngày 2 tháng 2 năm 2012.
Điều 3. Chánh Văn phòng Ủy ban nhân dân tỉnh chịu trách nhiệm thi hành Quyết định này./.
"""
NEWS = """Thị xã Sông Mây quán triệt nghị quyết mới

Cập nhật: 12/09/2022 08:15

Sáng 10/9, Thị ủy Sông Mây tổ chức hội nghị học tập, quán triệt Nghị quyết số 20-NQ/TW của Bộ Chính trị và Kết luận số 21-KL/TW về tiếp tục thực hiện Chỉ thị số 4-CT/TW.

Phát biểu tại hội nghị, đồng chí Bí thư Thị ủy đề nghị các chi bộ xây dựng kế hoạch thực hiện Nghị quyết số 20-NQ/TW, sớm sơ kết Chỉ thị số 9-CT/TU.

Thời gian qua, Thị đoàn đã làm tốt công tác tuyên truyền. Tổ chức sơ kết 5 năm thực hiện Chỉ thị số 6-CT/TU.
"""
TEXTS = [
    (
        CIRCULAR,
        """7/2023/TT-BNV guides 31/2022/NĐ-CP [Điều 5/khoản 2]
        7/2023/TT-BNV basedOn Lưu trữ
        31/2022/NĐ-CP details Lưu trữ
        7/2023/TT-BNV basedOn 63/2022/NĐ-CP
        7/2023/TT-BNV cites 55/TTr-CVT
        7/2023/TT-BNV cites Ngân sách nhà nước
        7/2023/TT-BNV cites 14/2019/TT-BTC
        14/2019/TT-BTC guides 44/2018/NĐ-CP
        7/2023/TT-BNV replaces 2/2015/TT-BNV
        7/2023/TT-BNV repeals 9/2016/TT-BNV
        9/2016/TT-BNV amends 2/2015/TT-BNV
        7/2023/TT-BNV repeals 10/2017/TT-BNV [Điều 3]
        7/2023/TT-BNV repeals 11/2018/TT-BNV""",
    ),
    (
        AMENDING,
        """12/2024/NĐ-CP amends 31/2022/NĐ-CP [Điều 5/khoản 2; Điều 6a; Điều 9/khoản 3]
        12/2024/NĐ-CP basedOn Tổ chức Chính phủ
        12/2024/NĐ-CP cites 44/2018/NĐ-CP
        12/2024/NĐ-CP repeals 20/2010/NĐ-CP
        12/2024/NĐ-CP repeals 3/2011/QĐ-TTg""",
    ),
    (
        PLAN,
        """88/KH-UBND implements 20-NQ/TW
        88/KH-UBND implements 700/QĐ-TTg
        700/QĐ-TTg implements 20-NQ/TW
        88/KH-UBND cites 9-CT/TU
        88/KH-UBND cites 45/UBND-TH""",
    ),
    (
        DECISION,
        """501/QĐ-UBND basedOn Tổ chức chính quyền địa phương
        501/QĐ-UBND basedOn Giao thông đường thủy nội địa
        501/QĐ-UBND basedOn sửa đổi, bổ sung một số điều của Luật Giao thông đường thủy nội địa
        sửa đổi, bổ sung một số điều của Luật Giao thông đường thủy nội địa amends Giao thông đường thủy nội địa
        501/QĐ-UBND cites 30/TTr-SGTVT
        501/QĐ-UBND promulgates Quy chế quản lý bến thủy nội địa
        501/QĐ-UBND replaces 77/QĐ-UBND""",
    ),
    (
        NEWS,
        """dissemination(Thị ủy Sông Mây, 2022-09-10) disseminates 20-NQ/TW
        dissemination(Thị ủy Sông Mây, 2022-09-10) disseminates 21-KL/TW
        21-KL/TW continues 4-CT/TW
        review(Thị đoàn) reviews 6-CT/TU""",
    ),
]


def told(text: str) -> set[str]:
    form = normal.normal(text)
    grouping = documents.group(form.content, mentions.find(form.content))
    stated = relations.read(grouping)
    names = {d.id: d.number or d.title or d.type for d in stated.documents}
    names |= {a.id: f"{a.kind}({', '.join(filter(None, (a.actor, a.date)))})" for a in stated.activities}
    return {
        f"{names[r.head]} {r.predicate} {names[r.tail]}" + (f" [{r.provision}]" if r.provision else "")
        for r in stated.relations
    }


@pytest.mark.parametrize(("text", "expected"), TEXTS, ids=["circular", "amending", "plan", "decision", "news"])
def test_text(text: str, expected: str) -> None:
    assert told(text) == {line.strip() for line in expected.splitlines()}
