"""Constructions of newspapers, portals and plans, each with a near miss: press leads, teams, aliases, programmes, grounds."""

from __future__ import annotations

import pytest

from tests.loaders.statements import stated

PLAN = "ỦY BAN NHÂN DÂN XÃ LONG SA\nSố: 9/KH-UBND\nLong Sa, ngày 3 tháng 3 năm 2023\n\nKẾ HOẠCH\n"

USES = {
    "ellipses of the passive": [
        (
            "Theo Điều 4 Nghị định số 1/2020/NĐ-CP, sửa đổi bổ sung bởi Nghị định số 2/2022/NĐ-CP.",
            "2/2022/NĐ-CP amends 1/2020/NĐ-CP",
        ),
        (
            "Theo Nghị định số 1/2020/NĐ-CP (sửa đổi, bổ sung một số điều bởi Nghị định số 2/2022/NĐ-CP).",
            "2/2022/NĐ-CP amends 1/2020/NĐ-CP",
        ),
        ("Nghị định số 2/2022/NĐ-CP sửa đổi, bổ sung Nghị định số 1/2020/NĐ-CP.", "2/2022/NĐ-CP amends 1/2020/NĐ-CP"),
    ],
    "numbers with a year and no symbol": [
        ("Chính phủ ban hành Nghị định 82/2021 thay thế Nghị định 110/2014 về phà.", "82/2021 replaces 110/2014"),
        ("Trong quyết định 5/2020 thay thế cho đợt trước.", ""),  # a month
    ],
    "second verbs": [  # the head of a second verb is of the type of its object
        (
            "Nghị quyết số 35/2023/UBTVQH15 để thể chế hóa Kết luận số 48-KL/TW và thay thế Nghị quyết số 65/2019/UBTVQH14.",
            "35/2023/UBTVQH15 implements 48-KL/TW; 35/2023/UBTVQH15 replaces 65/2019/UBTVQH14",
        ),
        (
            "Nghị định số 2/2022/NĐ-CP về phà nhằm cụ thể hóa Luật Thanh niên.",
            "2/2022/NĐ-CP implements Thanh niên",
        ),
    ],
    "press leads": [
        (
            "Longhadothi - Chiều 30/9, Thành ủy Long Hà tổ chức Hội nghị tổng kết Chương trình số 6-CTr/TU.",
            "review(Thành ủy Long Hà) reviews 6-CTr/TU",
        ),
        (
            "Hôm nay (13/4), các huyện Long Hà, Long Sa đã tổ chức Hội nghị sơ kết 5 năm thực hiện Chỉ thị số 4-CT/TW.",
            "review(các huyện Long Hà, Long Sa) reviews 4-CT/TW",
        ),
        (
            "Sáng 3/4, Long Hà tổ chức hội nghị quán triệt Nghị quyết số 20-NQ/TW.",
            "dissemination(Long Hà) disseminates 20-NQ/TW",
        ),
        ("Sáng 3/4, Người Dân mong tổ chức hội nghị quán triệt Nghị quyết số 20-NQ/TW.", ""),
        (
            "(LHO) - Thực hiện Nghị quyết số 12-NQ/HU về trồng rừng, UBND huyện Long Hà đã ban hành Kế hoạch số 16/KH-UBND.",
            "16/KH-UBND implements 12-NQ/HU",
        ),
    ],
    "teams": [
        (
            "Đoàn kiểm tra của Ban Bí thư đã có buổi làm việc với Tỉnh ủy Long Hà về việc thực hiện Kết luận số 21-KL/TW.",
            "inspection(Đoàn kiểm tra của Ban Bí thư) reviews 21-KL/TW",
        ),
        (
            "Chiều 5/3, Đoàn kiểm tra số 3 theo Quyết định số 12-QĐ/TU của Tỉnh ủy do đồng chí A làm Trưởng đoàn đã kiểm tra việc thực hiện Quyết định số 23-QĐ/TW.",
            "inspection(Đoàn kiểm tra số 3) reviews 23-QĐ/TW",
        ),
        ("Đoàn kiểm tra sẽ kiểm tra việc thực hiện Kết luận số 21-KL/TW.", ""),
    ],
    "what is told at an event held before": [
        (
            "Huyện ủy Long Hà vừa tổ chức hội nghị triển khai các văn bản mới.\nTại hội nghị, các đại biểu được quán triệt Chỉ thị số 4-CT/TW; Kế hoạch số 9-KH/TU của Tỉnh ủy.",
            "dissemination(Huyện ủy Long Hà) disseminates 4-CT/TW; dissemination(Huyện ủy Long Hà) disseminates 9-KH/TU",
        ),
        (
            "Huyện ủy Long Hà vừa tổ chức hội nghị triển khai các văn bản mới.\nTại hội nghị, các đại biểu đề nghị quán triệt Chỉ thị số 4-CT/TW.",
            "",
        ),
        ("Các đại biểu trong xã từng quán triệt Chỉ thị số 4-CT/TW.", ""),  # nobody holds it
    ],
    "bare subjects": [
        (
            "Bộ Y tế vừa ban hành Thông tư số 29/2024/TT-BYT về thuốc. Thông tư gồm 4 chương, có hiệu lực từ ngày 14/2/2025, thay thế Thông tư số 17/2012/TT-BYT.",
            "29/2024/TT-BYT replaces 17/2012/TT-BYT",
        ),
        (
            "Bộ Y tế vừa ban hành Thông tư số 29/2024/TT-BYT về thuốc. Thông tư yêu cầu các bệnh viện thay thế mẫu theo Thông tư số 17/2012/TT-BYT.",
            "29/2024/TT-BYT cites 17/2012/TT-BYT",
        ),
    ],
    "guides": [
        (
            "Hướng dẫn số 35/HD-LĐLĐ của Liên đoàn Lao động tỉnh thực hiện Nghị quyết số 10/NQ-BCH.",
            "35/HD-LĐLĐ guides 10/NQ-BCH",
        ),
    ],
    "programmes": [
        (
            "Kế hoạch số 12/KH-UBND của UBND tỉnh thực hiện Chương trình Mỗi xã một nghề trên địa bàn tỉnh. Quyết định số 919/QĐ-TTg phê duyệt Chương trình mỗi xã một nghề giai đoạn 2021-2025.",
            "12/KH-UBND implements Chương trình Mỗi xã một nghề; 919/QĐ-TTg promulgates Chương trình Mỗi xã một nghề",
        ),
        (
            "Hội Phụ nữ tỉnh Long Hà tổ chức Hội nghị tổng kết Đề án “Hỗ trợ phụ nữ trồng dâu giai đoạn 2017 - 2025” (Đề án 55). Báo cáo số 3/BC-HPN đánh giá kết quả thực hiện Đề án 55.",
            "3/BC-HPN reviews Hỗ trợ phụ nữ trồng dâu giai đoạn 2017 - 2025; review(Hội Phụ nữ tỉnh Long Hà) reviews Hỗ trợ phụ nữ trồng dâu giai đoạn 2017 - 2025",
        ),
        (
            PLAN
            + "Thực hiện trồng cây\n\nKinh phí lồng ghép trong các Chương trình mục tiêu quốc gia, các chương trình khác.",
            "",
        ),
    ],
    "a plan in another's name": [  # is no second mention of the text's own
        (
            PLAN
            + "Triển khai Phong trào trồng cây gây rừng trên địa bàn xã\n\nThực hiện Quyết định số 92/QĐ-UBND của UBND huyện ban hành Kế hoạch triển khai Phong trào trồng cây gây rừng, UBND xã ban hành Kế hoạch như sau:",
            "9/KH-UBND implements 92/QĐ-UBND; 92/QĐ-UBND promulgates Kế hoạch triển khai Phong trào trồng cây gây rừng",
        ),
    ],
    "grounds under a heading": [
        (
            PLAN
            + "Trồng cây\n\nI. CĂN CỨ XÂY DỰNG KẾ HOẠCH\n1. Quyết định số 92/QĐ-UBND của UBND huyện về trồng cây.\nII. NỘI DUNG\n1. Quyết định số 93/QĐ-UBND của UBND huyện được niêm yết.",
            "9/KH-UBND basedOn 92/QĐ-UBND; 9/KH-UBND cites 93/QĐ-UBND",
        ),
    ],
    "coordination under a plan that is issued": [
        (
            "Quyết định số 16/QĐ-UBND ban hành Kế hoạch triển khai Luật Thanh niên và Chỉ thị số 29-CT/TU.",
            "16/QĐ-UBND implements 29-CT/TU; 16/QĐ-UBND implements Thanh niên",
        ),
    ],
    "adjuncts that a full stop parts from their clause": [
        (
            PLAN
            + "Công tác dân số năm 2023\n\nThực hiện Luật Thanh niên năm 2020; Quyết định số 25/2021/QĐ-TTg. Ủy ban nhân dân (UBND) xã ban hành Kế hoạch như sau:",
            "9/KH-UBND implements 25/2021/QĐ-TTg; 9/KH-UBND implements Thanh niên",
        ),
    ],
    "adjuncts of guides": [
        (
            "Luật Thanh niên năm 2020 thay thế Luật Thanh niên năm 2005. Hướng dẫn thi hành Luật này, Chính phủ đã ban hành Nghị định số 13/2021/NĐ-CP, Bộ Nội vụ ban hành Thông tư số 4/2022/TT-BNV.",
            "13/2021/NĐ-CP guides Thanh niên; 4/2022/TT-BNV guides Thanh niên; Thanh niên replaces Thanh niên",
        ),
        (
            "Sở Y tế ban hành Công văn số 45/SYT-NV hướng dẫn các bệnh viện triển khai Thông tư số 5/2020/TT-BYT.",
            "45/SYT-NV guides 5/2020/TT-BYT",
        ),
    ],
    "which one is meant": [  # the first of the sentence before; not what ends when it begins
        (
            "Nghị định số 74/2024/NĐ-CP về lương được ban hành. Nghị định số 38/2022/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực thi hành.",
            "74/2024/NĐ-CP repeals 38/2022/NĐ-CP",
        ),
    ],
    "approved at": [
        (
            "UBND tỉnh phê duyệt Kế hoạch trồng rừng ven biển năm 2024 tại Quyết định số 13/QĐ-UBND.",
            "13/QĐ-UBND promulgates Kế hoạch trồng rừng ven biển năm 2024",
        ),
        ("UBND tỉnh báo cáo Kế hoạch trồng rừng ven biển năm 2024 tại Báo cáo số 13/BC-UBND.", ""),
    ],
    "tasks laid down elsewhere": [
        (
            PLAN + "Trồng cây\n\nI. MỤC TIÊU\n- Cụ thể hóa các nhiệm vụ được giao tại Quyết định số 92/QĐ-UBND.",
            "9/KH-UBND implements 92/QĐ-UBND",
        ),
    ],
    "telegrams": [
        (
            "THỦ TƯỚNG CHÍNH PHỦ\nSố: 65/CĐ-TTg\nHà Nội, ngày 24 tháng 6 năm 2024\nCÔNG ĐIỆN\nVề việc chống hạn\nTHỦ TƯỚNG CHÍNH PHỦ điện:\n- Các Bộ trưởng;\n- Chủ tịch các tỉnh.\nĐể tiếp tục thực hiện Chỉ thị số 19/CT-TTg, Thủ tướng Chính phủ yêu cầu:\n1. Các tỉnh báo cáo.",
            "65/CĐ-TTg continues 19/CT-TTg",
        ),
    ],
    "objects after an adjunct": [  # a document of another type is joined to the main verb's, not to the adjunct's
        (
            "Thực hiện Kế hoạch số 18/KH-STP, Sở Tư pháp đã mở lớp tập huấn Luật Thanh niên năm 2020 và Nghị định số 15/2021/NĐ-CP.",
            "dissemination(Sở Tư pháp) disseminates 15/2021/NĐ-CP; dissemination(Sở Tư pháp) disseminates Thanh niên; implementation(Sở Tư pháp) implements 18/KH-STP",
        ),
    ],
    "who presides": [
        (
            "Chiều 21-12-2023, đồng chí Trần Văn A, Chủ tịch UBND tỉnh chủ trì hội nghị sơ kết 2 năm thực hiện Quyết định số 6/QĐ-TTg.",
            "review(đồng chí Trần Văn A, 2023-12-21) reviews 6/QĐ-TTg",
        ),
        ("Đồng chí Trần Văn A, Chủ tịch UBND tỉnh mong các xã sơ kết 2 năm thực hiện Quyết định số 6/QĐ-TTg.", ""),
    ],
    "decisions on a team": [
        (
            "HỘI ĐỒNG NHÂN DÂN HUYỆN LONG HÀ\nSố: 7/QĐ-HĐND\nLong Hà, ngày 2 tháng 2 năm 2024\nQUYẾT ĐỊNH\nThành lập Đoàn giám sát việc thực hiện Nghị quyết số 15/NQ-HĐND\nĐiều 1. Đoàn gồm các ông, bà sau.",
            "7/QĐ-HĐND reviews 15/NQ-HĐND",
        ),
    ],
    "consolidated texts": [
        (
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nTHÔNG TƯ\nQuy định về nuôi ong lấy mật\n\nThông tư số 5/2020/TT-BNV ngày 1 tháng 1 năm 2020 của Bộ trưởng Bộ Nội vụ quy định về nuôi ong lấy mật, được sửa đổi, bổ sung bởi:\nThông tư số 6/2022/TT-BNV ngày 2 tháng 2 năm 2022.\nCăn cứ Luật Lưu trữ ngày 11 tháng 11 năm 2011;\nĐiều 1. Phạm vi\n1. Tổ ong theo Thông tư số 9/2015/TT-BNV.\nĐiều 2. Thông tư này thay thế Thông tư số 3/2010/TT-BNV.",
            "5/2020/TT-BNV basedOn Lưu trữ; 5/2020/TT-BNV cites 9/2015/TT-BNV; 5/2020/TT-BNV replaces 3/2010/TT-BNV; 6/2022/TT-BNV amends 5/2020/TT-BNV; Quy định về nuôi ong lấy mật consolidates 5/2020/TT-BNV; Quy định về nuôi ong lấy mật consolidates 6/2022/TT-BNV",
        ),
    ],
    "consolidated in one sentence": [
        (
            "BỘ Y TẾ\nSố: 5/VBHN-BYT\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHà Nội, ngày 15 tháng 7 năm 2022\nTHÔNG TƯ\nVề thuốc nam\nThông tư số 4/2015/TT-BYT ngày 6 tháng 5 năm 2015 của Bộ trưởng Bộ Y tế về thuốc nam, được sửa đổi, bổ sung bởi Thông tư số 7/2019/TT-BYT ngày 3 tháng 8 năm 2019.\nCăn cứ Luật Dược ngày 6 tháng 4 năm 2016;\nĐiều 1. Phạm vi",
            "4/2015/TT-BYT basedOn Dược; 5/VBHN-BYT consolidates 4/2015/TT-BYT; 5/VBHN-BYT consolidates 7/2019/TT-BYT; 7/2019/TT-BYT amends 4/2015/TT-BYT",
        ),
    ],
    "consolidated, with items and a title that begins like a ground": [
        (
            "VĂN BẢN HỢP NHẤT\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nNGHỊ ĐỊNH\nThực hiện thí điểm nuôi ong\n\nNghị định số 20/2020/NĐ-CP ngày 17 tháng 2 năm 2020 của Chính phủ thực hiện thí điểm nuôi ong, được sửa đổi, bổ sung bởi:\n1. Nghị định số 87/2021/NĐ-CP ngày 29 tháng 9 năm 2021.\n2. Nghị định số 64/2023/NĐ-CP ngày 23 tháng 8 năm 2023.\nĐiều 1. Phạm vi",
            "64/2023/NĐ-CP amends 20/2020/NĐ-CP; 87/2021/NĐ-CP amends 20/2020/NĐ-CP; Thực hiện thí điểm nuôi ong consolidates 20/2020/NĐ-CP; Thực hiện thí điểm nuôi ong consolidates 64/2023/NĐ-CP; Thực hiện thí điểm nuôi ong consolidates 87/2021/NĐ-CP",
        ),
    ],
    "forms and annexes": [  # of an instrument that issues no plan, what is `kèm theo` is a form of it
        (
            "BỘ Y TẾ\nSố: 5/2020/TT-BYT\nHà Nội, ngày 1 tháng 2 năm 2020\nTHÔNG TƯ\nHướng dẫn nuôi ong\nCăn cứ Luật Dược;\nĐiều 1. Hồ sơ\n1. Tổ chức lập hồ sơ.\nKẾ HOẠCH NUÔI ONG HẰNG NĂM\n(Kèm theo Thông tư số 5/2020/TT-BYT)",
            "5/2020/TT-BYT basedOn Dược",
        ),
        (
            "ỦY BAN NHÂN DÂN TỈNH LONG HÀ\nSố: 5/QĐ-UBND\nLong Hà, ngày 1 tháng 2 năm 2020\nQUYẾT ĐỊNH\nBan hành Kế hoạch nuôi ong ven rừng\nCăn cứ Luật Dược;\nĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch nuôi ong ven rừng.",
            "5/QĐ-UBND basedOn Dược; 5/QĐ-UBND promulgates Kế hoạch nuôi ong ven rừng",
        ),
    ],
    "who is the subject": [
        (  # of two instruments the one that the sentence before is about
            "Huyện ủy ban hành Chỉ thị số 15-CT/HU về phòng, chống ma túy gắn với thực hiện Chỉ thị số 36-CT/TW. Chỉ thị yêu cầu các xã làm đúng Kết luận số 13-KL/TW.",
            "15-CT/HU alignedWith 36-CT/TW; 15-CT/HU cites 13-KL/TW",
        ),
        (  # an instrument that the text does not give
            "Nghị định này thay thế Nghị định số 12/2012/NĐ-CP ngày 1 tháng 3 năm 2012 của Chính phủ và bãi bỏ Điều 3 Nghị định số 15/2014/NĐ-CP.",
            "",
        ),
        (
            "Nghị định 123/2021/NĐ-CP đã sửa đổi, bổ sung nhiều điều của Nghị định 100/2019/NĐ-CP.",
            "123/2021/NĐ-CP amends 100/2019/NĐ-CP",
        ),
        (
            "Nghị định 100/2019/NĐ-CP đã sửa đổi, bổ sung theo Nghị định 123/2021/NĐ-CP.",
            "123/2021/NĐ-CP amends 100/2019/NĐ-CP",
        ),
    ],
    "bare subjects in force": [
        (
            "UBND tỉnh vừa ban hành Quyết định số 15/2024/QĐ-UBND về giao đất. Quyết định có hiệu lực từ ngày 10/7/2024, thay thế Quyết định số 22/2018/QĐ-UBND; đồng thời bãi bỏ Quyết định số 12/2019/QĐ-UBND.",
            "15/2024/QĐ-UBND repeals 12/2019/QĐ-UBND; 15/2024/QĐ-UBND replaces 22/2018/QĐ-UBND",
        ),
    ],
    "delegations on results": [
        (
            "Đoàn công tác của Chính phủ do Phó Thủ tướng làm Trưởng đoàn đã làm việc với tỉnh Long Hà về kết quả thực hiện Nghị quyết số 25/2021/QH15.",
            "inspection(Đoàn công tác của Chính phủ) reviews 25/2021/QH15",
        ),
    ],
    "annexes that are changed": [
        (
            "Quyết định số 26/2023/QĐ-UBND sửa đổi Điều 4 Quy định ban hành kèm theo Quyết định số 11/2021/QĐ-UBND.",
            "26/2023/QĐ-UBND amends 11/2021/QĐ-UBND",
        ),
    ],
    "aligned with oneself": [
        (
            PLAN + "Trồng cây\n\n1. Gắn việc thực hiện Kế hoạch này với thực hiện Nghị quyết số 7-NQ/HU.",
            "9/KH-UBND alignedWith 7-NQ/HU",
        ),
    ],
}


CASES = [(kind, text, expected) for kind, rows in USES.items() for text, expected in rows]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=f"{k}-{n}") for n, (k, t, e) in enumerate(CASES)])
def test_a_construction_is_read_as_it_is_written(text, expected):
    assert stated(text) == "; ".join(sorted(filter(None, expected.split("; "))))
