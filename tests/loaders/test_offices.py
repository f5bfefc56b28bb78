"""What offices of provinces and districts write: tables of tasks, figures of reports, letters; each with near misses."""

from __future__ import annotations

import pytest

from loaders.extraction import deadlines, documents, mentions, normal, results
from tests.loaders.statements import read, told

PLAN = "ỦY BAN NHÂN DÂN\nTỈNH LONG HÀ\nSố: 15/KH-UBND\nLong Hà, ngày 5 tháng 3 năm 2024\n\nKẾ HOẠCH\nNuôi ong rừng năm 2024\n\n"
REPORT = "ỦY BAN NHÂN DÂN\nHUYỆN SA LONG\nSố: 21/BC-UBND\nSa Long, ngày 5 tháng 12 năm 2023\n\nBÁO CÁO\nKết quả thực hiện Chỉ thị số 4-CT/TU về nuôi ong\n\n"

DUE = {
    "a table of tasks that a page has flattened to lines": [
        (
            f"{PLAN}TT\nNội dung công việc\nCơ quan chủ trì\nThời gian hoàn thành\n1\nKhảo sát bãi hoa\nSở Y tế\nQuý II/2024\n2\nTập huấn cho các hộ\nUBND xã\nTrước ngày 15/9/2024\n3\nThăm tổ ong\nCác xã\nThường xuyên\n",
            ["2024-06", "2024-09-15"],
        ),
        (  # blank lines between the cells, a day that ends a row
            f"{PLAN}STT\n\nViệc\n\nNgày phải hoàn thành\n\n1\n\nRà soát giống ong\n\n20/4/2024\n\n",
            ["2024-04-20"],
        ),
        (f"{PLAN}TT\nTên giống\nNgày nhập\n1\nOng nội\n20/4/2024\n", []),  # no column of deadlines
        (f"{PLAN}TT\nNội dung công việc\nThời gian hoàn thành\nKhảo sát bãi hoa\nQuý II/2024\n", []),  # no numbered row
        ("TT\nNội dung\nThời gian hoàn thành\n1\nKhảo sát bãi hoa\n20/4/2024\n", []),  # nobody's instrument
    ],
    "a day of the page's own data fills no task": [
        ("Kế hoạch số 15/KH-UBND về nuôi ong\n| Ngày ban hành | 17/04/2024 |\n| Ngày có hiệu lực | 17/04/2024 |\n", []),
        (f"{PLAN}| Việc | Hạn |\n| Rà soát giống ong | Quý II/2024 |\n", ["2024-06"]),
    ],
    "semicolons in brackets part no clause": [
        (
            f"{PLAN}Các xã gửi báo cáo về Sở Y tế (qua Phòng Kế hoạch; thư điện tử: ong@longha.vn) trước ngày 9/1/2025.\n",
            ["2025-01-09"],
        ),
        (
            f"{PLAN}Các xã gửi báo cáo về Sở Y tế trước ngày 9/1/2025; nộp mẫu trước ngày 9/2/2025.\n",
            ["2025-01-09", "2025-02-09"],
        ),
    ],
    "quarters in the older spelling": [
        (f"{PLAN}1. Sở Tài chính tổng hợp dự toán, trình UBND tỉnh trong quí 2 năm 2024.\n", ["2024-06"]),
        (f"{PLAN}1. Sở Tài chính quí khách hàng.\n", []),
    ],
    "a duty right below the name of a body": [
        (f"{PLAN}2. Sở Tài chính\nHằng năm, tham mưu UBND tỉnh bố trí kinh phí nuôi ong.\n", ["P1Y"]),
        (f"{PLAN}2. Sở Y tế lập kế hoạch tài chính hằng năm của trại ong.\n", []),
    ],
    "a time with what it is for ends a clause that holds commas": [
        (
            "Sở yêu cầu:\nCác trạm báo cáo kết quả qua Phòng Ong, mật trước ngày 6/8/2023 để gộp lại, báo cáo Bộ Y tế.\n",
            ["2023-08-06"],
        ),
    ],
    "the subject of an ordered act after an adjunct": [
        (
            "Chủ tịch yêu cầu các xã nuôi ong. Căn cứ hướng dẫn của Bộ Y tế, Sở Y tế xây dựng khung và tập huấn cho các xã vào tháng 3/2024.",
            ["2024-03"],
        ),
        ("Căn cứ hướng dẫn của Bộ Y tế, hội chợ ong mở cửa vào tháng 3/2024.", []),
    ],
}


def times(text: str) -> list[str | None]:
    form = normal.normal(text)
    grouping = documents.group(form.content, mentions.find(form.content))
    return [o.due or o.period or o.within for o in deadlines.read(grouping)]


@pytest.mark.parametrize(("text", "expected"), [case for cases in DUE.values() for case in cases])
def test_what_is_due(text: str, expected: list[str]) -> None:
    assert times(text) == expected


FIGURES = {
    "a report tells with bare verbs": [
        ("- Tổ chức 45 buổi nói chuyện cho 3.215 lượt người; phát 12.400 tờ rơi; treo 34 băng rôn.", [45, 3215, 12400, 34]),
        ("Kiểm tra 356 trại, lập biên bản 41 trường hợp.", [356, 41]),
        ("II. PHƯƠNG HƯỚNG NĂM 2024\nTổ chức 45 buổi nói chuyện cho 3.215 lượt người.", []),
        ("II. PHƯƠNG HƯỚNG NĂM 2024\nTập huấn 45 hộ.\nIII. KẾT QUẢ KHÁC\nTập huấn 46 hộ.", [46]),
    ],
    "a clause goes on with figures": [
        ("Xã đã xây dựng 24 tin, bài, 06 phóng sự.", [24, 6]),
        ("Huyện đã bố trí 2,5 tỷ đồng mua sắm 10 máy quay mật; 32 thùng ong.", [2.5, 10, 32]),
        ("Bão làm chết 01 người; 32 thùng ong bị trôi.", []),
    ],
    "a label before the figure": [
        ("- Số văn bản đã ban hành: 15 văn bản.", [15]),
        ("Tổng số cuộc kiểm tra là 120 cuộc, tăng 15 cuộc so với năm 2022.", [120]),
        ("II. PHƯƠNG HƯỚNG\n- Số văn bản ban hành: 15 văn bản.", []),
    ],
    "who is counted before what they did": [
        ("Có 1.204 hộ ký cam kết, trong đó 320 hộ nuôi ong.", [1204, 320]),
        ("Huyện đã có 37 (trong tổng số 51) trường đạt chuẩn; 3 cán bộ đã qua lớp nuôi ong.", [37, 3]),
        ("Huyện đã ký kết chương trình phối hợp với 13 đơn vị cấp tỉnh.", [13]),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), [case for cases in FIGURES.values() for case in cases])
def test_what_a_report_tells(body: str, expected: list[float]) -> None:
    form = normal.normal(f"{REPORT}I. KẾT QUẢ\n{body}\n")
    told = results.read(documents.group(form.content, mentions.find(form.content)))
    assert [result.value for result in told] == expected


TOP = "ỦY BAN NHÂN DÂN\nSố: 15/QĐ-UBND\nLong Hà, ngày 5 tháng 3 năm 2024\n\n"
CALL = "\n\nKính gửi: Các trường.\n\nPhòng yêu cầu các trường nuôi ong.\n"

OWN = {
    "who issued, where the letterhead has lost the place": [
        (
            f"{TOP}CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LONG HÀ\n\nCăn cứ Luật Dược;\nQUYẾT ĐỊNH:\nĐiều 1. Nuôi ong.\n",
            ("QĐ", "15/QĐ-UBND", "Chủ tịch Ủy ban nhân dân tỉnh Long Hà"),
        ),
        (
            f"{TOP.replace('QĐ', 'KH')}KẾ HOẠCH\nNuôi ong\n\nThực hiện Luật Dược, Ủy ban nhân dân tỉnh ban hành Kế hoạch nuôi ong như sau:\n",
            ("KH", "15/KH-UBND", "Ủy ban nhân dân tỉnh"),
        ),
        (
            f"{TOP.replace('QĐ', 'KH')}KẾ HOẠCH\nNuôi ong\n\nThực hiện Luật Dược, sau khi Sở Y tế ban hành Quyết định số 3/QĐ-SYT:\n",
            ("KH", "15/KH-UBND", "Ủy ban nhân dân"),
        ),
    ],
    "the council above its sitting": [
        (
            "HỘI ĐỒNG NHÂN DÂN |\nSố: 34/NQ-HĐND | Long Hà, ngày 21 tháng 7 năm 2016 |\nHỘI ĐỒNG NHÂN DÂN TỈNH LONG HÀ\nKHÓA XVI, KỲ HỌP THỨ HAI\nCăn cứ Luật Dược;\nĐiều 1. Nuôi ong.\n",
            ("NQ", "34/NQ-HĐND", "Hội đồng nhân dân tỉnh Long Hà khóa XVI"),
        ),
    ],
    "the end of a letter whose head is lost": [
        ("Các trạm nuôi ong.\n\nNhận được công văn này, Sở Y tế đề nghị các trạm thực hiện.\n", ("CV", None, "Sở Y tế")),
        ("Các trạm nuôi ong.\n\nNhận được công văn này, các trạm đã thực hiện.\n", None),
        ("Sở Y tế gửi Công văn số 5/BYT-NV.\n\nNhận được công văn này, Sở Y tế đề nghị các trạm thực hiện.\n", None),
    ],
    "a letterhead in two columns": [
        (
            f"UBND HUYỆN SA LONG      CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nPHÒNG GIÁO DỤC VÀ ĐÀO TẠO        Độc lập - Tự do - Hạnh phúc\n\n Số:   27/PGDĐT-THCS      Sa Long, ngày 09 tháng 9 năm 2014\n\n V/v nuôi ong{CALL}",
            ("CV", "27/PGDĐT-THCS", "Phòng Giáo dục và Đào tạo"),
        ),
    ],
    "a letter whose headline gives its number": [
        (
            "Công văn số 5/SYT-NV ngày 3/4/2021 V/v nuôi ong ở trạm xá\n\nKính gửi: Các trạm y tế;\n\nSở Y tế đề nghị các trạm báo cáo.\n",
            ("CV", "5/SYT-NV", "Sở Y tế"),
        ),
        ("Công văn số 5/SYT-NV ngày 3/4/2021 V/v nuôi ong được nhiều nơi hưởng ứng\n\nSở Y tế đề nghị các trạm báo cáo.\n", None),
    ],
    "a section that lays tasks and says what it is of": [
        (
            "1. Sở Y tế\n- Hướng dẫn các hộ.\n2. UBND huyện yêu cầu các xã tổ chức thực hiện nghiêm túc Chỉ thị này.\n",
            ("CT", None, "UBND huyện"),
        ),
        (  # the directive is named before
            "Chỉ thị số 4/CT-UBND được đón nhận.\n1. Sở Y tế\n- Hướng dẫn các hộ.\n2. Yêu cầu các xã thực hiện Chỉ thị này.\n",
            None,
        ),
        ("Nhiều hộ đã thực hiện Chỉ thị này và nuôi được ong.\n", None),  # no items that lay tasks
    ],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [case for cases in OWN.values() for case in cases])
def test_whose_text_it_is(text: str, expected: tuple[str, str | None, str | None] | None) -> None:
    own = [d for d in read(text).documents if d.own]
    assert [(d.type, d.number, d.issuer) for d in own] == ([expected] if expected else [])


DECIDED = "ỦY BAN NHÂN DÂN\nTỈNH LONG HÀ\nSố: 15/QĐ-UBND\nLong Hà, ngày 5 tháng 3 năm 2024\n\nQUYẾT ĐỊNH\nVề việc nuôi ong\n\n"
ASKED = "SỞ Y TẾ\nSố: 15/TTr-SYT\nLong Hà, ngày 5 tháng 3 năm 2024\n\nTỜ TRÌNH\nVề việc ban hành Kế hoạch thực hiện Chỉ thị số 4-CT/TU\n\nKính gửi: Ủy ban nhân dân tỉnh\n\n"
ORDER = "ỦY BAN NHÂN DÂN\nTỈNH LONG HÀ\nSố: 15/CT-UBND\nLong Hà, ngày 5 tháng 3 năm 2024\n\nCHỈ THỊ\nVề nuôi ong\n\n"

TIES = {
    "a submission proposes, and issues and carries out nothing": [
        (f"{ASKED}Sở Y tế kính trình.\n", ""),
        (
            f"{DECIDED}Xét đề nghị của Sở Y tế tại Tờ trình số 15/TTr-SYT về việc ban hành Kế hoạch thực hiện Đề án “Ong rừng”;\nĐiều 1. Việc chung.\n",
            "15/QĐ-UBND cites 15/TTr-SYT",
        ),
        ("Quyết định số 15/QĐ-UBND về việc ban hành Kế hoạch thực hiện Đề án “Ong rừng”.", "15/QĐ-UBND implements Ong rừng"),
    ],
    "what an adjunct lays on somebody is no main clause": [
        (
            f"{ASKED}Thực hiện Công văn số 78/UBND-NC của UBND tỉnh về ong, trong đó giao Sở Y tế lập kế hoạch nuôi ong rừng.\nSở Y tế kính trình UBND tỉnh xem xét.\n",
            "15/TTr-SYT implements 78/UBND-NC",
        ),
        (
            f"{ASKED}Thực hiện Công văn số 78/UBND-NC của UBND tỉnh về ong, các cấp ủy đã chỉ đạo nuôi ong.\nSở Y tế kính trình UBND tỉnh xem xét.\n",
            "implementation(các cấp ủy) implements 78/UBND-NC; 15/TTr-SYT cites 78/UBND-NC",
        ),
    ],
    "one more that is carried out, told by whose direction it gives": [
        (
            f"{ORDER}Thực hiện Luật Dược và hướng dẫn của Bộ Y tế tại Công văn số 78/BYT-KH về mật ong, Chủ tịch UBND tỉnh yêu cầu các sở:\nI. VIỆC\n",
            "15/CT-UBND implements Dược; 15/CT-UBND implements 78/BYT-KH",
        ),
        (
            f"{ORDER}Thực hiện Luật Dược, Chủ tịch UBND tỉnh yêu cầu các sở làm theo Công văn số 78/BYT-KH về mật ong:\nI. VIỆC\n",
            "15/CT-UBND implements Dược; 15/CT-UBND cites 78/BYT-KH",
        ),
    ],
    "the name of a ground ends with its semicolon": [
        (
            f"{DECIDED}Căn cứ Nghị định số 5/2012/NĐ-CP về theo dõi việc nuôi ong; Nghị định số 6/2020/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 5/2012/NĐ-CP;\nĐiều 1. Việc chung.\n",
            "15/QĐ-UBND basedOn 5/2012/NĐ-CP; 15/QĐ-UBND basedOn 6/2020/NĐ-CP; 6/2020/NĐ-CP amends 5/2012/NĐ-CP",
        ),
        (
            f"{DECIDED}Căn cứ Thông tư số 5/2012/TT-BYT hướng dẫn thi hành Luật Dược; Luật Giá;\nĐiều 1. Việc chung.\n",
            "15/QĐ-UBND basedOn 5/2012/TT-BYT; 15/QĐ-UBND basedOn Giá; 5/2012/TT-BYT guides Dược",
        ),
    ],
    "the name of a programme goes on with whose it is and what for": [
        (
            "Quyết định số 5/QĐ-UBND về việc ban hành Kế hoạch thực hiện Chương trình hành động của Tỉnh ủy thực hiện Nghị quyết số 8-NQ/TW.",
            "5/QĐ-UBND implements hành động của Tỉnh ủy thực hiện Nghị quyết số 8-NQ/TW; hành động của Tỉnh ủy thực hiện Nghị quyết số 8-NQ/TW implements 8-NQ/TW",
        ),
        (
            "Kế hoạch số 5/KH-UBND thực hiện Chương trình hành động quốc gia về ong giai đoạn 2017-2024.\nQuyết định số 9/QĐ-TTg phê duyệt Chương trình hành động quốc gia của Việt Nam về ong giai đoạn 2017 - 2024.",
            "5/KH-UBND implements Chương trình hành động quốc gia về ong giai đoạn 2017-2024; 9/QĐ-TTg promulgates Chương trình hành động quốc gia về ong giai đoạn 2017-2024",
        ),
    ],
    "a guide to what a document holds": [
        ("Thông tư số 5/2014/TT-BYT hướng dẫn xử phạt trong lĩnh vực nuôi ong tại Nghị định số 9/2013/NĐ-CP.", "5/2014/TT-BYT guides 9/2013/NĐ-CP"),
        ("Công văn số 5/BYT-NV hướng dẫn các sở họp tại Long Hà về Nghị định số 9/2013/NĐ-CP.", ""),
    ],
    "rules that are issued, of councils and for sittings": [
        (
            "Nghị quyết số 5/NQ-HĐND ban hành Quy chế làm việc của Hội đồng nhân dân tỉnh, các Ban của Hội đồng nhân dân tỉnh.",
            "5/NQ-HĐND promulgates Quy chế làm việc của Hội đồng nhân dân tỉnh, các Ban của Hội đồng nhân dân tỉnh",
        ),
        (
            f"{DECIDED}Điều 1. Ban hành kèm theo Quyết định này Nội quy trại ong rừng.\n",
            "15/QĐ-UBND promulgates Nội quy trại ong rừng",
        ),
        (f"{DECIDED}Điều 1. Các hộ ban hành nội quy của trại.\n", ""),
    ],
    "by what measures the page's letter is carried out": [
        (
            "Ngày 22/9/2020, UBND tỉnh ban hành Công văn số 13/UBND-VP về phòng bệnh. Theo đó, toàn tỉnh thực hiện giãn cách theo Chỉ thị số 15/CT-TTg từ ngày 25/9/2020.",
            "13/UBND-VP cites 15/CT-TTg",
        ),
        (
            "Ngày 22/9/2020, UBND tỉnh ban hành Công văn số 13/UBND-VP về phòng bệnh. Theo đó, toàn tỉnh đã thực hiện giãn cách theo Chỉ thị số 15/CT-TTg.",
            "",
        ),
        (
            "Ngày 22/9/2020, UBND tỉnh ban hành Công văn số 13/UBND-VP về phòng bệnh. Trước đó, toàn tỉnh thực hiện giãn cách theo Chỉ thị số 15/CT-TTg.",
            "",
        ),
    ],
    "a title joins a plan and what is carried out": [
        (
            "Nghị quyết số 5/NQ-CP của Chính phủ về Chương trình nuôi ong và triển khai Nghị quyết số 12/2021/QH15 của Quốc hội.",
            "5/NQ-CP implements 12/2021/QH15",
        ),
        ("Sở Y tế xây dựng Kế hoạch nuôi ong và gửi các xã Nghị quyết số 12/2021/QH15 của Quốc hội.", ""),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [case for cases in TIES.values() for case in cases])
def test_what_offices_say_of_documents(text: str, expected: str) -> None:
    assert told(text) == set(filter(None, expected.split("; ")))
