"""What ties a document to its annex, its ground, its number or its orderer: constructions with near misses."""

from __future__ import annotations

import pytest

from loaders.extraction import documents, mentions, normal, relations
from tests.loaders.statements import told

DECISION = "ỦY BAN NHÂN DÂN\nTỈNH LONG HÀ\nSố: 8/2023/QĐ-UBND\nLong Hà, ngày 3 tháng 3 năm 2023\n\nQUYẾT ĐỊNH\nVề quản lý chợ\n\nCăn cứ Luật Giá;\n\n"
PLAN = "ỦY BAN NHÂN DÂN XÃ LONG SA\nSố: 9/KH-UBND\nLong Sa, ngày 3 tháng 3 năm 2023\n\nKẾ HOẠCH\nPhát triển cây chè\n\n"
CIRCULAR = "BỘ Y TẾ\nSố: 9/2023/TT-BYT\nHà Nội, ngày 3 tháng 8 năm 2023\n\nTHÔNG TƯ\nVề thuốc nam\n\n"
LAW = "QUỐC HỘI\nLuật số: 9/2025/QH15\nHà Nội, ngày 25 tháng 6 năm 2025\n\nLUẬT\nSỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA 3 LUẬT VỀ CHỢ\n\n"
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
        (  # the parts are of the annex; the register counts the carrier as changed with it
            f"{DECISION}Điều 1. Sửa đổi Quy chế quản lý chợ ban hành kèm theo Quyết định số 5/2013/QĐ-UBND ngày 4/8/2013.\n1. Khoản 4 Điều 3 được sửa đổi như sau:\n“4. Chợ họp hằng ngày theo Nghị định số 2/2003/NĐ-CP.”\n",
            "8/2023/QĐ-UBND basedOn Giá; 8/2023/QĐ-UBND amends Quy chế quản lý chợ [Điều 3/khoản 4]; 8/2023/QĐ-UBND amends 5/2013/QĐ-UBND; 5/2013/QĐ-UBND promulgates Quy chế quản lý chợ; Quy chế quản lý chợ cites 2/2003/NĐ-CP",
        ),
        (  # a part stands with the change alone, not with the issue of the whole
            f"{DECISION}Điều 1. Sửa đổi khoản 2 Điều 3 Quy chế quản lý chợ ban hành kèm theo Quyết định số 5/2013/QĐ-UBND ngày 4/8/2013.\n",
            "8/2023/QĐ-UBND basedOn Giá; 8/2023/QĐ-UBND amends Quy chế quản lý chợ [Điều 3/khoản 2]; 8/2023/QĐ-UBND amends 5/2013/QĐ-UBND; 5/2013/QĐ-UBND promulgates Quy chế quản lý chợ",
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
    "changes over the name of a part": [
        (  # remarks in brackets
            f"{CIRCULAR}Điều 1. Bãi bỏ khoản 3 (nội dung về thuốc nam), khoản 4 Điều 2 Thông tư số 3/2011/TT-BYT ngày 6/5/2011.\n",
            "9/2023/TT-BYT repeals 3/2011/TT-BYT [Điều 2/khoản 4]",
        ),
        (
            f"{CIRCULAR}Điều 1. Thông tư này thay thế Thông tư số 3/2011/TT-BYT ngày 6/5/2011; các quy định về mua bán thuốc nam tại Thông tư số 4/2012/TT-BYT ngày 7/6/2012.\n",
            "9/2023/TT-BYT replaces 3/2011/TT-BYT; 9/2023/TT-BYT replaces 4/2012/TT-BYT",
        ),
        (
            f"{CIRCULAR}Điều 1. Bãi bỏ Thông tư số 3/2011/TT-BYT ngày 6/5/2011 và các nội dung về thuốc nam tại khoản 2 Điều 4 Thông tư số 4/2012/TT-BYT ngày 7/6/2012.\n",
            "9/2023/TT-BYT repeals 3/2011/TT-BYT; 9/2023/TT-BYT repeals 4/2012/TT-BYT [Điều 4/khoản 2]",
        ),
        (  # what is done as another text rules is not changed there
            f"{CIRCULAR}Điều 1. Thông tư này thay thế Thông tư số 3/2011/TT-BYT ngày 6/5/2011; các quy định về mua bán thuốc nam thực hiện theo Thông tư số 4/2012/TT-BYT ngày 7/6/2012.\n",
            "9/2023/TT-BYT replaces 3/2011/TT-BYT; 9/2023/TT-BYT cites 4/2012/TT-BYT",
        ),
        (
            f"{CIRCULAR}Điều 1. Thông tư này thay thế các quy định về trồng, chế biến và bảo quản thuốc nam tại các thông tư sau: Thông tư số 3/2011/TT-BYT ngày 6/5/2011; Thông tư số 4/2012/TT-BYT ngày 7/6/2012.\n",
            "9/2023/TT-BYT replaces 3/2011/TT-BYT; 9/2023/TT-BYT replaces 4/2012/TT-BYT",
        ),
        (
            f"{CIRCULAR}Điều 1. Sửa đổi mức thu của phòng khám thuốc nam quy định tại Danh mục ban hành kèm Thông tư số 3/2011/TT-BYT ngày 6/5/2011.\n",
            "9/2023/TT-BYT amends 3/2011/TT-BYT",
        ),
    ],
    "annexes that the title has named": [
        (
            f"{CIRCULAR.replace('Về thuốc nam', 'Ban hành Quy chế trồng và bán thuốc nam')}Điều 1. Ban hành kèm theo Thông tư này Quy chế trồng thuốc nam.\n",
            "9/2023/TT-BYT promulgates Quy chế trồng và bán thuốc nam",
        ),
        (  # an older one of the very name
            f"{CIRCULAR.replace('Về thuốc nam', 'Ban hành Quy chế trồng thuốc nam')}Điều 1. Thông tư này thay thế Quyết định số 3/2011/QĐ-BYT ngày 6/5/2011 ban hành Quy chế trồng thuốc nam.\n",
            "9/2023/TT-BYT promulgates Quy chế trồng thuốc nam; 9/2023/TT-BYT replaces 3/2011/QĐ-BYT",
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
    "words that a change speaks of": [
        (
            f"{CIRCULAR}Điều 1. Bãi bỏ cụm từ “trồng thuốc; hướng dẫn bán thuốc;” tại khoản 2 Điều 4 Thông tư số 3/2011/TT-BYT ngày 6/5/2011.\n",
            "9/2023/TT-BYT repeals 3/2011/TT-BYT [Điều 4/khoản 2]",
        ),
    ],
    "who can change whom": [
        (
            f"{CIRCULAR}Điều 1. Phí theo Nghị định số 8/2022/NĐ-CP ngày 10/1/2022 và mục này (đã được bổ sung bởi khoản 2 Điều 1 Quyết định số 61/2022/QĐ-BYT ngày 16/9/2022).\n",
            "9/2023/TT-BYT cites 8/2022/NĐ-CP; 9/2023/TT-BYT cites 61/2022/QĐ-BYT [Điều 1/khoản 2]",
        ),
        (
            f"{CIRCULAR}Điều 1. Phí theo Nghị định số 8/2022/NĐ-CP ngày 10/1/2022 (đã được bổ sung bởi khoản 2 Điều 1 Nghị định số 61/2022/NĐ-CP ngày 16/9/2022).\n",
            "9/2023/TT-BYT cites 8/2022/NĐ-CP; 61/2022/NĐ-CP amends 8/2022/NĐ-CP",
        ),
    ],
    "parts and wholes": [
        (
            f"{CIRCULAR}Điều 1. Bãi bỏ Điều 7 của Luật Giá số 11/2012/QH13 đã được sửa đổi, bổ sung một số điều theo Luật số 61/2014/QH13.\n",
            "9/2023/TT-BYT repeals 11/2012/QH13 [Điều 7]; 61/2014/QH13 amends 11/2012/QH13",
        ),
        (
            f"{CIRCULAR}Điều 1. Hồ sơ theo khoản 1 Điều 7 của Luật Giá số 11/2012/QH13 được sửa đổi, bổ sung theo khoản 2 Điều 1 Luật số 61/2014/QH13.\n",
            "9/2023/TT-BYT cites 11/2012/QH13 [Điều 7/khoản 1]; 61/2014/QH13 amends 11/2012/QH13 [Điều 7/khoản 1]",
        ),
    ],
    "laws that change several": [
        (  # numbers without a name tell who changed the law before them; what has a name is changed itself
            f"{LAW}Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Giá số 11/2012/QH13 đã được sửa đổi, bổ sung một số điều theo Luật số 61/2014/QH13 và Luật số 64/2020/QH14, Luật Lưu trữ số 1/2011/QH13 đã được sửa đổi, bổ sung một số điều theo Luật số 36/2019/QH14 và Luật Thủ đô số 25/2012/QH13.\nĐiều 1. Phạm vi\n",
            "9/2025/QH15 amends 11/2012/QH13; 61/2014/QH13 amends 11/2012/QH13; 64/2020/QH14 amends 11/2012/QH13; 9/2025/QH15 amends 1/2011/QH13; 36/2019/QH14 amends 1/2011/QH13; 9/2025/QH15 amends 25/2012/QH13",
        ),
        (  # a ground goes on after the numbers as well
            "Căn cứ Luật Giá số 11/2012/QH13 đã được sửa đổi theo Luật số 61/2014/QH13 và Luật Lưu trữ số 1/2011/QH13, UBND tỉnh ban hành Quyết định số 5/QĐ-UBND.",
            "61/2014/QH13 amends 11/2012/QH13; 5/QĐ-UBND basedOn 11/2012/QH13; 5/QĐ-UBND basedOn 1/2011/QH13",
        ),
        (  # other texts may name such a law
            f"{CIRCULAR}Điều 1. Hồ sơ theo Luật sửa đổi, bổ sung một số điều của Luật Giá ngày 5 tháng 6 năm 2014.\n",
            "9/2023/TT-BYT cites sửa đổi, bổ sung một số điều của Luật Giá; sửa đổi, bổ sung một số điều của Luật Giá amends Giá",
        ),
    ],
    "notes of an editor": [
        (  # each says what its own document does; the remark on that document says nothing of the text
            f"{CIRCULAR}Điều 1. Phạm vi [Điều này được hướng dẫn bởi Điều 3 Thông tư số 7/2024/TT-BYT có hiệu lực từ ngày 1/1/2025 (VB hết hiệu lực: 1/6/2025) Điều kiện trồng được hướng dẫn bởi Thông tư số 8/2025/TT-BYT có hiệu lực từ ngày 1/6/2025] 1. Chè xanh.\n",
            "7/2024/TT-BYT guides 9/2023/TT-BYT; 8/2025/TT-BYT guides 9/2023/TT-BYT",
        ),
        (
            f"{CIRCULAR}Điều 1. Phạm vi [Nội dung tại Thông tư số 7/2024/TT-BYT nay được sửa đổi bởi Điều 2 Thông tư số 8/2025/TT-BYT] 1. Chè xanh.\n",
            "8/2025/TT-BYT amends 7/2024/TT-BYT; 9/2023/TT-BYT cites 7/2024/TT-BYT",
        ),
        (
            f"{CIRCULAR}Điều 1. Phạm vi\n[Điều này được hướng dẫn bởi Điều 3 Thông tư số 7/2024/TT-BYT có hiệu lực từ ngày 1/1/2025]\n1. Chè xanh.\n",
            "7/2024/TT-BYT guides 9/2023/TT-BYT",
        ),
        (
            f"{CIRCULAR}Điều 1. Phạm vi\n[Điều này hết hiệu lực bởi khoản 3 Điều 8 Thông tư số 7/2024/TT-BYT có hiệu lực từ ngày 1/1/2025]\n1. Chè xanh.\n",
            "7/2024/TT-BYT repeals 9/2023/TT-BYT",
        ),
        (
            f"{CIRCULAR}Điều 1. Việc này được hướng dẫn bởi Thông tư số 7/2024/TT-BYT.\n",
            "9/2023/TT-BYT cites 7/2024/TT-BYT",
        ),
    ],
    "items that change others": [
        (  # an item is one document: what is joined in it stands in its name
            f"{CIRCULAR}Điều 1. Bãi bỏ các văn bản sau:\n1. Thông tư số 3/2011/TT-BYT ngày 6/5/2011 sửa đổi Quyết định số 5/2005/QĐ-BYT ngày 2/3/2005, Thông tư số 1/2009/TT-BYT ngày 4/6/2009 và Thông tư số 2/2009/TT-BYT ngày 6/10/2009;\n2. Thông tư số 4/2012/TT-BYT ngày 7/6/2012.\n",
            "9/2023/TT-BYT repeals 3/2011/TT-BYT; 9/2023/TT-BYT repeals 4/2012/TT-BYT; 3/2011/TT-BYT amends 5/2005/QĐ-BYT; 3/2011/TT-BYT amends 1/2009/TT-BYT; 3/2011/TT-BYT amends 2/2009/TT-BYT",
        ),
        (
            f"{CIRCULAR}Điều 1. Bãi bỏ các văn bản sau:\n1. Thông tư số 3/2011/TT-BYT ngày 6/5/2011 và Thông tư số 1/2009/TT-BYT ngày 4/6/2009;\n2. Thông tư số 4/2012/TT-BYT ngày 7/6/2012.\n",
            "9/2023/TT-BYT repeals 3/2011/TT-BYT; 9/2023/TT-BYT repeals 1/2009/TT-BYT; 9/2023/TT-BYT repeals 4/2012/TT-BYT",
        ),
    ],
    "lists whose commas are lost": [
        (
            f"{CIRCULAR}Điều 1. Thông tư này thay thế các Thông tư số: 3/2011/TT-BYT ngày 6 tháng 5 năm 2011 4/2012/TT-BYT ngày 7 tháng 6 năm 2012.\n",
            "9/2023/TT-BYT replaces 3/2011/TT-BYT; 9/2023/TT-BYT replaces 4/2012/TT-BYT",
        ),
    ],
    "places in front of the verb": [
        (
            f"{CIRCULAR}Điều 1. Tại khoản 2 Điều 5 Thông tư số 3/2011/TT-BYT ngày 6/5/2011 của Bộ trưởng Bộ Y tế, thay cụm từ “thuốc nam” bằng cụm từ “dược liệu”.\n",
            "9/2023/TT-BYT amends 3/2011/TT-BYT [Điều 5/khoản 2]",
        ),
        (
            f"{CIRCULAR}Điều 1. Tại khoản 2 Điều 5 Thông tư số 3/2011/TT-BYT ngày 6/5/2011 của Bộ trưởng Bộ Y tế, các phòng khám thay thế người đã nghỉ.\n",
            "9/2023/TT-BYT cites 3/2011/TT-BYT [Điều 5/khoản 2]",
        ),
    ],
    "who speaks for the instrument": [
        (
            f"{CIRCULAR}Điều 1. Ban hành kèm theo Thông tư này Quy chế thuốc nam.\nĐiều 2. Quy chế này có hiệu lực từ ngày 1/1/2024, thay thế Thông tư số 3/2011/TT-BYT ngày 6/5/2011.\n",
            "9/2023/TT-BYT promulgates Quy chế thuốc nam; Quy chế thuốc nam replaces 3/2011/TT-BYT",
        ),
        (  # what it carries is not named: it speaks for the instrument
            f"{CIRCULAR}Điều 1. Phạm vi\nThuốc nam.\nĐiều 2. Quy chế này có hiệu lực từ ngày 1/1/2024, thay thế Thông tư số 3/2011/TT-BYT ngày 6/5/2011.\n",
            "9/2023/TT-BYT replaces 3/2011/TT-BYT",
        ),
        (
            f"{CIRCULAR}Điều 1. Phạm vi\nThuốc nam.\nĐiều 2. Trang bị theo quy chế này được thay thế Thông tư số 3/2011/TT-BYT ngày 6/5/2011 nếu hỏng.\n",
            "9/2023/TT-BYT cites 3/2011/TT-BYT",
        ),
        (
            f"{CIRCULAR}Điều 1. Thông tư này có hiệu lực từ ngày ký và được áp dụng từ năm 2024, thay thế Thông tư số 3/2011/TT-BYT ngày 6/5/2011.\n",
            "9/2023/TT-BYT replaces 3/2011/TT-BYT",
        ),
        (
            f"{CIRCULAR}Bộ Y tế hướng dẫn thực hiện Nghị định số 5/2022/NĐ-CP ngày 3/2/2022 của Chính phủ như sau:\n1. Chè xanh là thuốc nam.\n",
            "9/2023/TT-BYT guides 5/2022/NĐ-CP",
        ),
        (
            f"{CIRCULAR}Bộ Y tế giao các sở hướng dẫn thực hiện Nghị định số 5/2022/NĐ-CP ngày 3/2/2022 của Chính phủ như sau:\n1. Chè xanh là thuốc nam.\n",
            "9/2023/TT-BYT cites 5/2022/NĐ-CP",
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


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Luật Lưu trữ 2024 (Luật số 33/2024/QH15) nêu.", ["33/2024/QH15"]),
        ("Luật Lưu trữ 2011 (Luật số 33/2024/QH15) nêu.", [None, "33/2024/QH15"]),  # of another year
        ("Luật Lưu trữ và Luật Thủ đô (xem Luật số 33/2024/QH15).", [None, None, "33/2024/QH15"]),
        ("Luật Lưu trữ (Luật số 33/2024/QH15, đang sửa) nêu.", [None, "33/2024/QH15"]),
        ("(Luật số 33/2024/QH15)", ["33/2024/QH15"]),
    ],
)
def test_the_number_in_brackets_is_of_the_law_before_it(text: str, numbers: list[str | None]) -> None:
    form = normal.normal(text)
    found = documents.group(form.content, mentions.find(form.content)).documents
    assert [d.number for d in found] == numbers


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Luật Lưu trữ được Quốc hội thông qua ngày 11 tháng 11 năm 2011 có hiệu lực.", "2011-11-11"),
        (
            "Luật Lưu trữ đã được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XIII, kỳ họp thứ hai thông qua ngày 11/11/2011.",
            "2011-11-11",
        ),
        ("Pháp lệnh Lưu trữ được Ủy ban Thường vụ Quốc hội thông qua ngày 4 tháng 4 năm 2001.", "2001-04-04"),
        ("Luật Lưu trữ được Quốc hội thảo luận ngày 11 tháng 11 năm 2011.", None),
        ("Luật Lưu trữ được sở thông qua ngày 11 tháng 11 năm 2011.", None),
    ],
)
def test_a_statute_is_of_the_day_of_its_adoption(text: str, date: str | None) -> None:
    form = normal.normal(text)
    assert [d.date for d in documents.group(form.content, mentions.find(form.content)).documents] == [date]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Nộp theo Điều 23-Luật Lưu trữ.", [None]),
        ("Quyết định số 23-LCT/HĐNN8 nêu.", ["23-LCT/HĐNN8"]),
    ],
)
def test_no_symbol_is_the_first_letter_of_a_word(text: str, numbers: list[str | None]) -> None:
    form = normal.normal(text)
    assert [d.number for d in documents.group(form.content, mentions.find(form.content)).documents] == numbers


def test_an_instrument_that_charges_others_with_itself_by_a_wrong_type_cites_nothing() -> None:
    text = f"{CIRCULAR}Điều 1. Hồ sơ theo Quyết định số 5/QĐ-BYT.\nĐiều 2. Các sở chịu trách nhiệm thi hành Quyết định này.\n"
    form = normal.normal(text)
    found = documents.group(form.content, mentions.find(form.content)).documents
    assert [len(d.mentions) for d in found if d.number == "5/QĐ-BYT"] == [1]


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        ("Căn cứ Nghị định của Chính phủ số 5/2020/NĐ-CP ngày 3/2/2020 về chợ.", ["Chính phủ"]),
        (
            "Căn cứ các Nghị định của Chính phủ: số 5/2020/NĐ-CP ngày 3/2/2020 về chợ; số 6/2021/NĐ-CP ngày 4/3/2021 về giá;",
            ["Chính phủ", "Chính phủ"],
        ),
        (
            "Căn cứ các Thông tư của Bộ trưởng Bộ Y tế: số 5/2020/TT-BYT ngày 3/2/2020 về thuốc; số 6/2021/TT-BYT;",
            ["Bộ trưởng Bộ Y tế", "Bộ trưởng Bộ Y tế"],
        ),
        (  # the heading ends with its line
            "Căn cứ các Nghị định của Chính phủ: số 5/2020/NĐ-CP ngày 3/2/2020;\nCăn cứ A; số 6/2021/NĐ-CP ngày 4/3/2021;",
            ["Chính phủ", None],
        ),
        ("Căn cứ Nghị định của Chính phủ về chợ và Nghị định số 6/2021/NĐ-CP.", [None]),
    ],
)
def test_the_body_of_a_list_is_of_all_its_members(text: str, issuers: list[str | None]) -> None:
    form = normal.normal(text)
    found = documents.group(form.content, mentions.find(form.content)).documents
    assert [d.issuer for d in found if d.number] == issuers


def test_a_title_in_capitals_goes_on_over_grounds_it_speaks_of() -> None:
    text = DECISION.replace("Về quản lý chợ", "QUY ĐỊNH GIÁ ĐỂ LÀM CĂN CỨ TÍNH THUẾ CHỢ")
    form = normal.normal(text)
    own = documents.group(form.content, mentions.find(form.content)).documents[0]
    assert own.title == "QUY ĐỊNH GIÁ ĐỂ LÀM CĂN CỨ TÍNH THUẾ CHỢ"


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        (
            "1. Sửa đổi, bổ sung một số khoản của Điều 2 như sau:\na) Sửa đổi khoản 1 như sau:\n“1. Chợ.”;\nb) Bãi bỏ khoản 4;\n2. Bổ sung khoản 5 Điều 7 như sau:\n“5. Giá.”.",
            ["Điều 2/khoản 1", "Điều 2/khoản 4", "Điều 7/khoản 5"],
        ),
        (  # the line goes on after a preposition
            "1. Sửa đổi, bổ sung một số khoản của\nĐiều 2 như sau:\na) Sửa đổi điểm b khoản 1 như sau:\n“b) Chợ.”;",
            ["Điều 2/khoản 1/điểm b"],
        ),
        (  # each verb has parts of its own
            "1. Bổ sung điểm c khoản 2 và bãi bỏ khoản 3, khoản 4 Điều 5.",
            ["Điều 5/khoản 2/điểm c", "Điều 5/khoản 3", "Điều 5/khoản 4"],
        ),
        (  # what an item names of its own is not put under the one above
            "1. Sửa đổi khoản 1 Điều 2 như sau:\n“1. Chợ.”;\n2. Bãi bỏ khoản 3 Điều 4.",
            ["Điều 2/khoản 1", "Điều 4/khoản 3"],
        ),
    ],
)
def test_parts_of_items_stand_under_those_of_the_item_above(body: str, parts: list[str]) -> None:
    text = f"{LAW}Điều 1. Sửa đổi, bổ sung một số điều của Luật Giá số 11/2012/QH13\n{body}\n"
    form = normal.normal(text)
    stated = relations.read(documents.group(form.content, mentions.find(form.content)))
    assert [r.provision for r in stated.relations if r.predicate == "amends"] == ["; ".join(parts)]


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Mẫu số 01 và Mẫu số 02 Phụ lục II ban hành kèm theo", "Phụ lục II/Mẫu số 01; Phụ lục II/Mẫu số 02"),
        ("Mẫu số 01/TKN-CNKD, mẫu 2 ban hành kèm theo", "Mẫu số 01/TKN-CNKD; Mẫu số 2"),
        ("mẫu phiếu mượn hồ sơ ban hành kèm theo", None),
        ("khoản 2 và bổ sung khoản 2a vào sau khoản 2 Điều 4", "Điều 4/khoản 2; Điều 4/khoản 2a"),
        ("tiểu mục 1.2 mục 1 phần II", "Phần II/Mục 1/tiểu mục 1.2"),
    ],
)
def test_model_forms_and_mixed_levels_are_parts(words: str, parts: str | None) -> None:
    text = f"{CIRCULAR}Điều 1. Sửa đổi {words} Thông tư số 3/2011/TT-BYT ngày 6/5/2011.\n"
    form = normal.normal(text)
    stated = relations.read(documents.group(form.content, mentions.find(form.content)))
    assert [r.provision for r in stated.relations] == [parts]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Luật Đất đai (sửa đổi) thay thế Luật Đất đai năm 2013.", [None, "2013"]),
        ("Luật Đất đai năm 2013 đã cũ. Luật Đất đai (sửa đổi) được ban hành; Luật Đất đai năm 2024.", ["2013", "2024"]),
        ("Luật Đất đai (sửa đổi) đã có. Luật Đất đai năm 2024 gồm 16 chương.", ["2024"]),
        ("Luật Đất đai (sửa đổi) đã có. Nghị định chi tiết hóa Luật Đất đai.", [None]),
    ],
)
def test_a_law_that_is_made_anew_under_its_name_is_another(text: str, dates: list[str | None]) -> None:
    form = normal.normal(text)
    assert [d.date for d in documents.group(form.content, mentions.find(form.content)).documents] == dates
