"""What ties a document to its annex, its ground, its number or its orderer: constructions with near misses."""

from __future__ import annotations

import pytest

from tests.loaders.letterheads import CIRCULAR, DECISION, PLAN
from tests.loaders.statements import told

MERGED = (
    "BỘ Y TẾ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nTHÔNG TƯ{mark}\nQuy định về thuốc nam\n\n"
    "Thông tư số 4/2015/TT-BYT ngày 6 tháng 5 năm 2015 của Bộ trưởng Bộ Y tế quy định về thuốc nam,\n\n"
    "1 Văn bản này được hợp nhất từ 02 Thông tư sau:\n"
    "- Thông tư số 4/2015/TT-BYT ngày 6 tháng 5 năm 2015 của Bộ trưởng Bộ Y tế quy định về thuốc nam.\n"
    "- Thông tư số 7/2019/TT-BYT ngày 3 tháng 8 năm 2019 của Bộ trưởng Bộ Y tế sửa đổi, bổ sung một số điều của "
    "Thông tư số 4/2015/TT-BYT ngày 6 tháng 5 năm 2015.\n"
    "(Thông tư này được đính chính bởi Quyết định số 12/QĐ-BYT ngày 9 tháng 9 năm 2019.)\n\n"
    "Điều 1. Phạm vi\nHồ sơ theo quy định tại Nghị định số 9/2016/NĐ-CP.\n"
)
OF_MERGED = (
    "Quy định về thuốc nam consolidates 4/2015/TT-BYT; Quy định về thuốc nam consolidates 7/2019/TT-BYT; "
    "7/2019/TT-BYT amends 4/2015/TT-BYT; 4/2015/TT-BYT cites 9/2016/NĐ-CP"
)

TIES = {
    "annexes and their carriers": [
        (  # the annex is changed; its carrier is named only to say which annex is meant
            f"{DECISION}Điều 1. Sửa đổi Quy chế quản lý chợ ban hành kèm theo Quyết định số 5/2013/QĐ-UBND ngày 4/8/2013.\n1. Khoản 4 Điều 3 được sửa đổi như sau:\n“4. Chợ họp hằng ngày theo Nghị định số 2/2003/NĐ-CP.”\n",
            "8/2023/QĐ-UBND basedOn Giá; 8/2023/QĐ-UBND amends Quy chế quản lý chợ [Điều 3/khoản 4]; 5/2013/QĐ-UBND promulgates Quy chế quản lý chợ; 8/2023/QĐ-UBND cites 2/2003/NĐ-CP",
        ),
        (  # a part stands with the change alone, not with the issue of the whole
            f"{DECISION}Điều 1. Sửa đổi khoản 2 Điều 3 Quy chế quản lý chợ ban hành kèm theo Quyết định số 5/2013/QĐ-UBND ngày 4/8/2013.\n",
            "8/2023/QĐ-UBND basedOn Giá; 8/2023/QĐ-UBND amends Quy chế quản lý chợ [Điều 3/khoản 2]; 5/2013/QĐ-UBND promulgates Quy chế quản lý chợ",
        ),
        (  # a carrier that is named for itself too is cited
            f"{DECISION}Điều 1. Sửa đổi khoản 2 Điều 3 Quy chế quản lý chợ ban hành kèm theo Quyết định số 5/2013/QĐ-UBND ngày 4/8/2013.\nĐiều 2. Chợ tạm theo Quyết định số 5/2013/QĐ-UBND được giữ.\n",
            "8/2023/QĐ-UBND basedOn Giá; 8/2023/QĐ-UBND amends Quy chế quản lý chợ [Điều 3/khoản 2]; 8/2023/QĐ-UBND cites 5/2013/QĐ-UBND; 5/2013/QĐ-UBND promulgates Quy chế quản lý chợ",
        ),
        (  # a repeal of what a carrier issues ends the carrier's words
            f"{DECISION}Điều 1. Bãi bỏ Quy chế quản lý chợ ban hành kèm theo Quyết định số 5/2013/QĐ-UBND ngày 4/8/2013.\n",
            "8/2023/QĐ-UBND basedOn Giá; 8/2023/QĐ-UBND repeals Quy chế quản lý chợ; 8/2023/QĐ-UBND repeals 5/2013/QĐ-UBND; 5/2013/QĐ-UBND promulgates Quy chế quản lý chợ",
        ),
        (  # inside the name of another the annex alone is changed
            f"{DECISION}Điều 1. Quyết định này thay thế Quyết định số 6/2015/QĐ-UBND ngày 1/2/2015 sửa đổi một số điều của Quy chế quản lý chợ ban hành kèm theo Quyết định số 5/2013/QĐ-UBND ngày 4/8/2013.\n",
            "8/2023/QĐ-UBND basedOn Giá; 8/2023/QĐ-UBND replaces 6/2015/QĐ-UBND; 6/2015/QĐ-UBND amends Quy chế quản lý chợ; 5/2013/QĐ-UBND promulgates Quy chế quản lý chợ",
        ),
    ],
    "grounds of a passive verb": [
        (
            "Nghị định số 5/2021/NĐ-CP được ban hành trên cơ sở Kết luận số 8-KL/TW của Bộ Chính trị và thay thế Nghị định số 3/2019/NĐ-CP.",
            "5/2021/NĐ-CP basedOn 8-KL/TW; 5/2021/NĐ-CP replaces 3/2019/NĐ-CP",
        ),
        ("Kế hoạch số 10/KH-UBND được xây dựng căn cứ Nghị quyết số 20-NQ/TW.", "10/KH-UBND basedOn 20-NQ/TW"),
        (
            "Kết luận số 8-KL/TW và Nghị định số 5/2021/NĐ-CP thay thế Nghị định số 3/2019/NĐ-CP.",
            "5/2021/NĐ-CP replaces 3/2019/NĐ-CP",
        ),
        ("Quy hoạch được xây dựng trên cơ sở Nghị quyết số 20-NQ/TW.", ""),
    ],
    "adjuncts that are reported": [
        (
            "Báo cáo tại cuộc họp cho thấy, thực hiện Kế hoạch số 12/KH-UBND của UBND huyện, UBND xã đã ban hành Kế hoạch số 9/KH-UBND.",
            "9/KH-UBND implements 12/KH-UBND",
        ),
        (
            "Theo báo cáo của Phòng Nội vụ, thực hiện Kế hoạch số 12/KH-UBND của UBND huyện, UBND xã đã ban hành Kế hoạch số 9/KH-UBND.",
            "9/KH-UBND implements 12/KH-UBND",
        ),
        (
            "Báo cáo tại cuộc họp cho thấy, thực hiện Kế hoạch số 12/KH-UBND là việc khó. Người dân xem Kế hoạch số 9/KH-UBND.",
            "",
        ),
        ("Người dân chưa biết, thực hiện Kế hoạch số 12/KH-UBND thì được lợi gì ở Kế hoạch số 9/KH-UBND.", ""),
    ],
    "laws and their numbers": [
        (
            "Luật Lưu trữ 2024 (Luật số 33/2024/QH15) nêu rõ việc này. Nghị định số 5/2025/NĐ-CP quy định chi tiết Luật Lưu trữ 2024.",
            "5/2025/NĐ-CP details 33/2024/QH15",
        ),
        (
            "Căn cứ Điều 3 Luật Lưu trữ 2024, việc này đúng; Luật Giá số 1/2012/QH13 hết hiệu lực kể từ ngày Luật Giá số 16/2023/QH15 có hiệu lực.",
            "16/2023/QH15 repeals 1/2012/QH13",
        ),
        ("Căn cứ Luật Lưu trữ; Luật Giá số 1/2012/QH13, hồ sơ hết hiệu lực thì hủy.", ""),
    ],
    "who orders an inspection": [
        (
            "Đoàn kiểm tra số 2 của Huyện ủy Long Sa đã kiểm tra việc thực hiện Nghị quyết số 5-NQ/HU về chợ tại Đảng ủy xã, theo Quyết định số 7-QĐ/HU.",
            "inspection(Đoàn kiểm tra số 2 của Huyện ủy Long Sa) reviews 5-NQ/HU; inspection(Đoàn kiểm tra số 2 của Huyện ủy Long Sa) basedOn 7-QĐ/HU",
        ),
        (
            "Huyện ủy Long Sa tổ chức hội nghị sơ kết 3 năm thực hiện Nghị quyết số 5-NQ/HU, các xã xử lý theo Quyết định số 8/QĐ-UBND.",
            "review(Huyện ủy Long Sa) reviews 5-NQ/HU",
        ),
        (
            "Huyện ủy Long Sa tổ chức hội nghị sơ kết 3 năm thực hiện Nghị quyết số 5-NQ/HU và Chỉ thị số 6-CT/HU.",
            "review(Huyện ủy Long Sa) reviews 5-NQ/HU; review(Huyện ủy Long Sa) reviews 6-CT/HU",
        ),
    ],
    "notes of a consolidated text": [
        (MERGED.format(mark="1"), OF_MERGED),
        (MERGED.format(mark="[1]"), OF_MERGED),
        (  # only an editor's note lists so; an instrument's own list is cited
            "BỘ Y TẾ\nSố: 7/2019/TT-BYT\nHà Nội, ngày 3 tháng 8 năm 2019\n\nTHÔNG TƯ\nVề thuốc nam\n\nĐiều 1. Hợp nhất hồ sơ\nHồ sơ được lập theo các văn bản sau:\n- Nghị định số 9/2016/NĐ-CP.\n",
            "7/2019/TT-BYT cites 9/2016/NĐ-CP",
        ),
    ],
    "the instrument itself is tied": [
        (
            f"{PLAN}I. MỤC ĐÍCH\n1. Gắn việc thực hiện Kế hoạch với Chương trình số 3-CTr/TU của Tỉnh ủy.\n",
            "9/KH-UBND alignedWith 3-CTr/TU",
        ),
        (
            f"{PLAN}I. MỤC ĐÍCH\n1. Gắn việc chăm sóc cây với Chương trình số 3-CTr/TU của Tỉnh ủy.\n",
            "9/KH-UBND cites 3-CTr/TU",
        ),
        (
            f"{PLAN}I. MỤC ĐÍCH\n1. Gắn việc thực hiện nghị quyết với Chương trình số 3-CTr/TU của Tỉnh ủy.\n",
            "9/KH-UBND cites 3-CTr/TU",
        ),
    ],
    "annexes that the title has named": [
        (
            f"{CIRCULAR.replace('Về thuốc nam', 'Ban hành Quy chế trồng và bán thuốc nam')}Điều 1. Ban hành kèm theo Thông tư này Quy chế trồng thuốc nam.\n",
            "9/2023/TT-BYT promulgates Quy chế trồng và bán thuốc nam",
        ),
        (  # an older one of the very name
            f"{CIRCULAR.replace('Về thuốc nam', 'Ban hành Quy chế trồng thuốc nam')}Điều 1. Thông tư này thay thế Quyết định số 3/2011/QĐ-BYT ngày 6/5/2011 ban hành Quy chế trồng thuốc nam.\n",
            "9/2023/TT-BYT promulgates Quy chế trồng thuốc nam; 9/2023/TT-BYT replaces 3/2011/QĐ-BYT; 3/2011/QĐ-BYT promulgates Quy chế trồng thuốc nam",
        ),
        (
            f"{CIRCULAR}Điều 1. Ban hành kèm theo Thông tư này “Quy chế trồng thuốc nam”.\n",
            "9/2023/TT-BYT promulgates Quy chế trồng thuốc nam",
        ),
    ],
    "guidance that a document gives": [
        (
            f"{CIRCULAR}Điều 1. Hồ sơ theo Nghị định số 8/2015/NĐ-CP được sửa đổi tại Nghị định số 59/2018/NĐ-CP và hướng dẫn tại Thông tư số 3/2015/TT-BYT.\n",
            "9/2023/TT-BYT cites 8/2015/NĐ-CP; 59/2018/NĐ-CP amends 8/2015/NĐ-CP; 9/2023/TT-BYT cites 3/2015/TT-BYT",
        ),
    ],
    "lists that go on past a name": [
        (  # after a semicolon a list goes on, not the name in it
            f"{CIRCULAR}Điều 1. Hồ sơ theo Nghị định số 8/2015/NĐ-CP quy định chi tiết Luật Giá; Luật Lưu trữ; Luật Thủ đô.\n",
            "9/2023/TT-BYT cites 8/2015/NĐ-CP; 8/2015/NĐ-CP details Giá; 9/2023/TT-BYT cites Lưu trữ; 9/2023/TT-BYT cites Thủ đô",
        ),
        (
            f"{CIRCULAR}Điều 1. Hồ sơ theo Nghị định số 8/2015/NĐ-CP quy định chi tiết Luật Giá và Luật Lưu trữ.\n",
            "9/2023/TT-BYT cites 8/2015/NĐ-CP; 8/2015/NĐ-CP details Giá; 8/2015/NĐ-CP details Lưu trữ",
        ),
    ],
    "lists that end in a whole number": [
        (
            "Các Thông tư số 1, 2 và 3/2014/TT-BYT hướng dẫn Nghị định số 5/2012/NĐ-CP.",
            "1 guides 5/2012/NĐ-CP; 2 guides 5/2012/NĐ-CP; 3/2014/TT-BYT guides 5/2012/NĐ-CP",
        ),
        (
            "Thông tư số 3/2014/TT-BYT và Thông tư số 4/2014/TT-BYT hướng dẫn Nghị định số 5/2012/NĐ-CP.",
            "4/2014/TT-BYT guides 5/2012/NĐ-CP",
        ),
    ],
    "notes of an editor": [
        (  # each says what its own document does; the remark on that document says nothing of the text
            f"{CIRCULAR}Điều 1. Phạm vi [Điều này được hướng dẫn bởi Điều 3 Thông tư số 7/2024/TT-BYT có hiệu lực từ ngày 1/1/2025 (VB hết hiệu lực: 1/6/2025) Điều kiện trồng được hướng dẫn bởi Thông tư số 8/2025/TT-BYT có hiệu lực từ ngày 1/6/2025] 1. Chè xanh.\n",
            "7/2024/TT-BYT guides 9/2023/TT-BYT [Điều 1]; 8/2025/TT-BYT guides 9/2023/TT-BYT",
        ),
        (
            f"{CIRCULAR}Điều 1. Phạm vi [Nội dung tại Thông tư số 7/2024/TT-BYT nay được sửa đổi bởi Điều 2 Thông tư số 8/2025/TT-BYT] 1. Chè xanh.\n",
            "8/2025/TT-BYT amends 7/2024/TT-BYT; 9/2023/TT-BYT cites 7/2024/TT-BYT",
        ),
        (
            f"{CIRCULAR}Điều 1. Phạm vi\n[Điều này được hướng dẫn bởi Điều 3 Thông tư số 7/2024/TT-BYT có hiệu lực từ ngày 1/1/2025]\n1. Chè xanh.\n",
            "7/2024/TT-BYT guides 9/2023/TT-BYT [Điều 1]",
        ),
        (
            f"{CIRCULAR}Điều 1. Phạm vi\n[Điều này hết hiệu lực bởi khoản 3 Điều 8 Thông tư số 7/2024/TT-BYT có hiệu lực từ ngày 1/1/2025]\n1. Chè xanh.\n",
            "7/2024/TT-BYT repeals 9/2023/TT-BYT [Điều 1]",
        ),
        (
            f"{CIRCULAR}Điều 1. Việc này được hướng dẫn bởi Thông tư số 7/2024/TT-BYT.\n",
            "9/2023/TT-BYT cites 7/2024/TT-BYT",
        ),
    ],
    "statutes issue nothing": [
        (
            f"{CIRCULAR}Điều 1. Dự án trồng thuốc được cấp có thẩm quyền phê duyệt theo quy định của Luật Đầu tư, Luật Giá.\n",
            "9/2023/TT-BYT cites Đầu tư; 9/2023/TT-BYT cites Giá",
        ),
        (
            f"{CIRCULAR}Điều 1. Giám đốc sở ban hành quy chế thuốc nam theo Luật Dược.\n",
            "9/2023/TT-BYT cites Dược",
        ),
    ],
    "programmes that do something": [
        (
            "Theo Quyết định số 5/QĐ-TTg phê duyệt Chương trình mục tiêu quốc gia Y tế học đường, Chương trình đặt mục tiêu khám cho mọi học sinh.",
            "5/QĐ-TTg promulgates Chương trình mục tiêu quốc gia Y tế học đường",
        ),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*row, id=f"{name}-{n}") for name, rows in TIES.items() for n, row in enumerate(rows)],
)
def test_tie(text: str, expected: str) -> None:
    assert told(text) == set(filter(None, expected.split("; ")))
