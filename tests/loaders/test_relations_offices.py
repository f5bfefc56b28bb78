"""Instruments and letters of provinces, ministries and the Party as web pages give them: constructions, near misses."""

from __future__ import annotations

import pytest

from tests.loaders.letterheads import CIRCULAR, DECISION, PLAN
from tests.loaders.statements import told

LETTER = (
    "UBND TỈNH LONG HÀ\nSỞ XÂY DỰNG\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "Số: 12/SXD-QLN\n\nV/v rà soát nhà ở\n\nLong Hà, ngày 2 tháng 9 năm 2022\n\nKính gửi: Ủy ban nhân dân các huyện.\n\n"
)
RULES = DECISION.replace("Về quản lý chợ", "Ban hành Quy chế quản lý chợ")
OF_RULES = "8/2023/QĐ-UBND basedOn Giá; 8/2023/QĐ-UBND promulgates Quy chế quản lý chợ"

OFFICES = {
    "the main clause behind a ground that names no document": [
        (
            f"{LETTER}Thực hiện chỉ đạo của Bộ Xây dựng về nhà ở, Sở Xây dựng đã ban hành Công văn số 7/SXD-QLN ngày 5/7/2022 về rà soát nhà ở.\n",
            "12/SXD-QLN cites 7/SXD-QLN",
        ),
        (
            f"{LETTER}Căn cứ ý kiến của Bộ Xây dựng, Sở Xây dựng đã có Công văn số 7/SXD-QLN ngày 5/7/2022 về rà soát nhà ở.\n",
            "12/SXD-QLN cites 7/SXD-QLN",
        ),
        (  # the ground itself names it
            f"{LETTER}Thực hiện chỉ đạo của Bộ Xây dựng tại Công văn số 7/BXD-QLN ngày 5/7/2022, Sở Xây dựng đề nghị các huyện rà soát nhà ở.\n",
            "12/SXD-QLN implements 7/BXD-QLN",
        ),
    ],
    "a ground that is a sentence of its own": [
        (
            f"{PLAN}Thực hiện Kế hoạch số 4/KH-UBND ngày 2/3/2023 của Ủy ban nhân dân huyện về trồng chè.\n\nỦy ban nhân dân xã xây dựng Kế hoạch phát triển cây chè, như sau:\n\nI. MỤC ĐÍCH\n1. Tăng diện tích chè.\n",
            "9/KH-UBND implements 4/KH-UBND",
        ),
        (  # its main clause tells what others have done
            f"{PLAN}Thực hiện Kế hoạch số 4/KH-UBND ngày 2/3/2023 của Ủy ban nhân dân huyện về trồng chè, các thôn đã trồng chè.\n\nỦy ban nhân dân xã xây dựng Kế hoạch phát triển cây chè, như sau:\n\nI. MỤC ĐÍCH\n1. Tăng diện tích chè.\n",
            "9/KH-UBND cites 4/KH-UBND",
        ),
    ],
    "a regulation of the same name as an older one": [
        (
            f"{RULES}Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý chợ.\nĐiều 2. Quyết định này thay thế Quyết định số 3/2011/QĐ-UBND ngày 6/5/2011 của UBND tỉnh về việc ban hành Quy chế quản lý chợ.\n",
            f"{OF_RULES}; 8/2023/QĐ-UBND replaces 3/2011/QĐ-UBND; 3/2011/QĐ-UBND promulgates Quy chế quản lý chợ",
        ),
        (  # what another has issued under the name that the text's own goes on with
            f"{RULES.replace('Căn cứ Luật Giá;', 'Căn cứ Quyết định số 3/2011/QĐ-BTC ngày 6/5/2011 của Bộ Tài chính ban hành Quy chế quản lý chợ;')}Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý chợ.\n",
            "8/2023/QĐ-UBND basedOn 3/2011/QĐ-BTC; 8/2023/QĐ-UBND promulgates Quy chế quản lý chợ; 3/2011/QĐ-BTC promulgates Quy chế quản lý chợ",
        ),
        (  # the text issues none: one regulation, named twice
            f"{DECISION.replace('Về quản lý chợ', 'Bãi bỏ Quyết định số 3/2011/QĐ-UBND ban hành Quy chế quản lý chợ')}Điều 1. Bãi bỏ Quyết định số 3/2011/QĐ-UBND ngày 6/5/2011 của UBND tỉnh về việc ban hành Quy chế quản lý chợ.\n",
            "8/2023/QĐ-UBND basedOn Giá; 8/2023/QĐ-UBND repeals 3/2011/QĐ-UBND; 3/2011/QĐ-UBND promulgates Quy chế quản lý chợ",
        ),
    ],
    "regulations with a day": [
        (
            f"{PLAN}Căn cứ Quy chế hoạt động hợp tác xã ngày 2 tháng 4 năm 2005;\n",
            "9/KH-UBND basedOn hoạt động hợp tác xã",
        ),
        (
            f"{PLAN}Căn cứ Quy chế hoạt động của Hội Trồng chè khóa IV;\n",
            "9/KH-UBND basedOn hoạt động của Hội Trồng chè khóa IV",
        ),
        (f"{PLAN}Căn cứ quy chế hoạt động hợp tác xã;\n", ""),
    ],
    "schemes told by what approves them": [
        (
            f"{PLAN}Căn cứ Đề án trồng chè sạch được phê duyệt tại Quyết định số 15/QĐ-UBND ngày 26/5/2020 của UBND tỉnh;\n",
            "9/KH-UBND basedOn Đề án trồng chè sạch; 15/QĐ-UBND promulgates Đề án trồng chè sạch",
        ),
        (
            f"{PLAN}Căn cứ Kế hoạch trồng chè sạch được UBND tỉnh phê duyệt tại Quyết định số 15/QĐ-UBND ngày 26/5/2020;\n",
            "9/KH-UBND basedOn Kế hoạch trồng chè sạch; 15/QĐ-UBND promulgates Kế hoạch trồng chè sạch",
        ),
        (
            f"{PLAN}Thực hiện Đề án trồng chè sạch ban hành kèm theo Quyết định số 15/QĐ-UBND ngày 26/5/2020 của UBND tỉnh;\n",
            "9/KH-UBND implements Đề án trồng chè sạch; 15/QĐ-UBND promulgates Đề án trồng chè sạch",
        ),
        (  # the act itself is the ground
            f"{PLAN}Căn cứ Quyết định số 15/QĐ-UBND ngày 26/5/2020 của UBND tỉnh phê duyệt Đề án trồng chè sạch;\n",
            "9/KH-UBND basedOn 15/QĐ-UBND; 15/QĐ-UBND promulgates Đề án trồng chè sạch",
        ),
    ],
    "texts cut out of an instrument, with the words that enact": [
        (
            "VỀ VIỆC QUẢN LÝ BẾN THUYỀN\nỦY BAN NHÂN DÂN TỈNH LONG HÀ\nCăn cứ Luật Giá;\nXét đề nghị của Giám đốc Sở Xây dựng tại văn bản số 26/SXD-QLN ngày 5/12/2008,\nQUYẾT\nĐỊNH:\nĐiều 1. Bến thuyền do xã quản lý.\n",
            "QUẢN LÝ BẾN THUYỀN basedOn Giá; QUẢN LÝ BẾN THUYỀN cites 26/SXD-QLN",
        ),
        (
            "HỘI ĐỒNG NHÂN DÂN TỈNH LONG HÀ\nCăn cứ Luật Giá;\nQUYẾT NGHỊ:\nĐiều 1. Bến thuyền do xã quản lý.\n",
            "NQ basedOn Giá",
        ),
        (  # nothing is enacted
            "VỀ VIỆC QUẢN LÝ BẾN THUYỀN\nCăn cứ Luật Giá;\nBến thuyền do xã quản lý.\n",
            "",
        ),
    ],
    "a letterhead whose number is not filled in": [
        (
            "Trang 1/8\nHỘI TRỒNG CHÈ TỈNH LONG HÀ\n***\nSố: - HD/HTC Long Hà, ngày tháng năm 2023\n\nHƯỚNG DẪN\nThi hái chè\n-----\n- Căn cứ Luật Giá;\n",
            "Thi hái chè basedOn Giá",
        ),
    ],
    "what a letter orders, in sentences without a subject": [
        (
            "Ngày 5/5/2022, UBND tỉnh ban hành Công văn số 22/UBND-KT về quản lý bến thuyền.\n\nYêu cầu các sở, ngành tiếp tục thực hiện nghiêm Chỉ thị số 3/CT-TTg ngày 2/9/2020 của Thủ tướng Chính phủ.\n\nCùng với đó, tiếp tục thực hiện Công văn số 15/UBND-KT ngày 4/8/2021 của UBND tỉnh.\n",
            "22/UBND-KT cites 3/CT-TTg; 22/UBND-KT cites 15/UBND-KT",
        ),
        (
            "Văn phòng UBND tỉnh vừa ban hành Công văn số 30/VP-KT về phối hợp quản lý bến thuyền.\n\nGiao Sở Xây dựng triển khai các nội dung tại Công văn số 37/BXD-VT ngày 2/6/2024 của Bộ Xây dựng.\n",
            "30/VP-KT cites 37/BXD-VT",
        ),
        (  # somebody else says so
            "Ngày 5/5/2022, UBND tỉnh ban hành Công văn số 22/UBND-KT về quản lý bến thuyền.\n\nPhát biểu tại cuộc họp, ông An yêu cầu các sở thực hiện nghiêm Chỉ thị số 3/CT-TTg ngày 2/9/2020 của Thủ tướng Chính phủ.\n",
            "",
        ),
        *(
            (f"Ngày 5/5/2022, UBND tỉnh ban hành Công văn số 22/UBND-KT về quản lý bến thuyền.\n\n{other}\n", "")
            for other in (  # what is no order: to readers, a claim, a staff meeting
                "Đề nghị bạn đọc xem thêm Nghị định số 5/2020/NĐ-CP.",
                "Yêu cầu bồi thường theo Nghị định số 5/2020/NĐ-CP đã được tòa thụ lý.",
                "Giao ban báo chí: Nghị định số 5/2020/NĐ-CP được hỏi nhiều.",
            )
        ),
        (  # what somebody else goes on with
            "Ngày 5/5/2022, UBND tỉnh ban hành Công văn số 22/UBND-KT về quản lý bến thuyền.\n\nTiếp tục thực hiện Chỉ thị số 3/CT-TTg, Sở Xây dựng đã mở 5 lớp.\n",
            "implementation(Sở Xây dựng) implements 3/CT-TTg",
        ),
        (  # no letter has been sent
            "Ngày 5/5/2022, UBND tỉnh nhận được Công văn số 22/BXD-KT về quản lý bến thuyền.\n\nYêu cầu các sở, ngành tiếp tục thực hiện nghiêm Chỉ thị số 3/CT-TTg ngày 2/9/2020 của Thủ tướng Chính phủ.\n",
            "",
        ),
    ],
    "an item of a list is no part of the symbol before it": [
        (
            f"{CIRCULAR}Điều 1. Bãi bỏ các văn bản sau:\n- Quyết định số 15/2010/QĐ-BYT\n- Quyết định số 16/2011/QĐ-BYT\n",
            "9/2023/TT-BYT repeals 15/2010/QĐ-BYT; 9/2023/TT-BYT repeals 16/2011/QĐ-BYT",
        ),
    ],
    "short forms with a letter of the number": [
        (
            f"{CIRCULAR}Điều 1. Nghị quyết số 3a/2008/NQ-CP ngày 7/2/2008 của Chính phủ. Kinh phí theo Nghị quyết 3a.\n",
            "9/2023/TT-BYT cites 3a/2008/NQ-CP",
        ),
        (  # without the letter it is another
            f"{CIRCULAR}Điều 1. Nghị quyết số 3a/2008/NQ-CP ngày 7/2/2008 của Chính phủ. Kinh phí theo Nghị quyết số 3.\n",
            "9/2023/TT-BYT cites 3a/2008/NQ-CP; 9/2023/TT-BYT cites 3",
        ),
    ],
    "numbers with a gap": [
        (
            f"{PLAN}Căn cứ Luật Giá;\nXét đề nghị của Sở Xây dựng tại Tờ trình số 16/TTr- SXD ngày 7/1/2023;\n",
            "9/KH-UBND basedOn Giá; 9/KH-UBND cites 16/TTr-SXD",
        ),
    ],
    "reports of committees in small letters": [
        (
            f"{DECISION.replace('QĐ-UBND', 'NQ-HĐND').replace('QUYẾT ĐỊNH', 'NGHỊ QUYẾT')}Xét Tờ trình số 6/TTr-UBND ngày 3/6/2017; báo cáo thẩm tra của Ban văn hóa - xã hội của Hội đồng nhân dân tỉnh; ý kiến thảo luận;\n",
            "8/2023/NQ-HĐND basedOn Giá; 8/2023/NQ-HĐND cites 6/TTr-UBND; 8/2023/NQ-HĐND cites thẩm tra",
        ),
    ],
    "lists that go on behind the carrier of a regulation": [
        (
            f"{PLAN}1. Quy chế thi thợ xây ban hành kèm theo Thông tư số 5/2020/TT-BXD ngày 6/5/2020; Thông tư số 8/2021/TT-BXD ngày 6/5/2021 sửa đổi khoản 1 Điều 2 Quy chế thi thợ xây;\n",
            "9/KH-UBND cites Quy chế thi thợ xây; 9/KH-UBND cites 8/2021/TT-BXD; 5/2020/TT-BXD promulgates Quy chế thi thợ xây; 8/2021/TT-BXD amends Quy chế thi thợ xây [Điều 2/khoản 1]",
        ),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*row, id=f"{name}-{n}") for name, rows in OFFICES.items() for n, row in enumerate(rows)],
)
def test_office(text: str, expected: str) -> None:
    assert told(text) == set(filter(None, expected.split("; ")))
