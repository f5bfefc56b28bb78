"""What the Official Gazette prints: broken lines, enacting words, editors' notes, lists of what has ended, errata."""

from __future__ import annotations

import pytest

from loaders.extraction import normal
from loaders.extraction.extract import extract
from ontology.model import Text
from tests.loaders.statements import read, rows

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
CIRCULAR = f"BỘ Y TẾ\n{MOTTO}Số: 9/2024/TT-BYT\nHà Nội, ngày 3 tháng 3 năm 2024\n\nTHÔNG TƯ\nQuy định về vườn thuốc\n\nCăn cứ Luật Dược;\n\n"
OF_CIRCULAR = "9/2024/TT-BYT basedOn Dược"
DECREE = f"CHÍNH PHỦ\n{MOTTO}Số: 7/2024/NĐ-CP\nHà Nội, ngày 3 tháng 3 năm 2024\n\nNGHỊ ĐỊNH\nVề thuốc\n\nCăn cứ Luật Dược;\n\n"
OF_DECREE = "7/2024/NĐ-CP basedOn Dược; 7/2024/NĐ-CP amends 5/2015/NĐ-CP"
ERRATA = (
    "BỘ Y TẾ\nSố: 12/QĐ-BYT\nHà Nội, ngày 3 tháng 3 năm 2024\n\nQUYẾT ĐỊNH\nĐính chính Thông tư số 9/2023/TT-BYT\n\nCăn cứ Luật Dược;\n\n"
    "Điều 1. Đính chính lỗi tại Thông tư số 9/2023/TT-BYT ngày 1 tháng 2 năm 2023 của Bộ trưởng Bộ Y tế như sau:\n"
)
OF_ERRATA = "12/QĐ-BYT basedOn Dược; 12/QĐ-BYT corrects 9/2023/TT-BYT"
MERGED = (
    f"BỘ Y TẾ\n{MOTTO}THÔNG TƯ\nQuy định về vườn thuốc\n\n"
    "Thông tư số 4/2015/TT-BYT ngày 6 tháng 5 năm 2015 của Bộ trưởng Bộ Y tế quy định về vườn thuốc, được sửa đổi, bổ sung bởi:\n"
    "Thông tư số 7/2019/TT-BYT ngày 3 tháng 8 năm 2019 của Bộ trưởng Bộ Y tế sửa đổi, bổ sung một số điều của "
    "Thông tư số 4/2015/TT-BYT.\n"
    "Căn cứ Luật Dược ngày 6 tháng 4 năm 2016;\n"
    "Bộ trưởng Bộ Y tế ban hành Thông tư quy định về vườn thuốc.1\n\n"
)
OF_MERGED = (
    "Quy định về vườn thuốc consolidates 4/2015/TT-BYT; Quy định về vườn thuốc consolidates 7/2019/TT-BYT; "
    "7/2019/TT-BYT amends 4/2015/TT-BYT; 4/2015/TT-BYT basedOn Dược"
)

READ = {
    "a part of this text is ended as another rules": [
        (
            f"{CIRCULAR}Điều 3. Bãi bỏ nội dung về giá tại khoản này theo quy định tại Điều 6 của Nghị định số 71/2014/NĐ-CP.",
            f"9/2024/TT-BYT cites 71/2014/NĐ-CP [Điều 6]; {OF_CIRCULAR}",
        ),
        (  # but what D rules is ended itself
            f"{CIRCULAR}Điều 3. Bãi bỏ nội dung về giá quy định tại Điều 6 của Nghị định số 71/2014/NĐ-CP.",
            f"9/2024/TT-BYT repeals 71/2014/NĐ-CP [Điều 6]; {OF_CIRCULAR}",
        ),
    ],
    "a law that is being enacted": [
        (
            ("LUẬT\nSửa đổi, bổ sung một số điều của Luật Giá\n\nCăn cứ Hiến pháp;\nQuốc hội ban hành Luật sửa đổi, bổ sung một số điều của \nLuật Giá số 11/2012/QH13.\n\n"
            "Điều 1.\nSửa đổi, bổ sung một số điều của Luật Giá:\n1. Khoản 2 và khoản 5 Điều 3 được sửa đổi như sau:\n2. Giá là số tiền.\n2. Bổ sung điểm c khoản 1 Điều 7 như sau:\nc) Giá thuê.\n"),
            ("Sửa đổi, bổ sung một số điều của Luật Giá amends 11/2012/QH13 [Điều 3/khoản 2; Điều 3/khoản 5; Điều 7/khoản 1/điểm c]; "
            "Sửa đổi, bổ sung một số điều của Luật Giá basedOn Hiến pháp"),
        ),
        (  # a ground names the law that changes by its own number
            f"{CIRCULAR.replace('Luật Dược', 'Luật sửa đổi, bổ sung một số điều của Luật Giá số 44/2013/QH13')}Điều 1. Phạm vi\nVườn thuốc.\n",
            "9/2024/TT-BYT basedOn 44/2013/QH13; 44/2013/QH13 amends Giá",
        ),
    ],
    "a ground that goes on in the next line": [
        (
            CIRCULAR.replace("Luật Dược;\n", "Luật Dược ngày 6 tháng 4 năm 2016;\nLuật Giá ngày 1 tháng 2 năm 2012;\n"),
            "9/2024/TT-BYT basedOn Dược; 9/2024/TT-BYT basedOn Giá",
        ),
        (  # not after the grounds have ended
            CIRCULAR.replace("Luật Dược;\n", "Luật Dược ngày 6 tháng 4 năm 2016.\nLuật Giá ngày 1 tháng 2 năm 2012 còn nguyên.\n"),
            "9/2024/TT-BYT basedOn Dược; 9/2024/TT-BYT cites Giá",
        ),
    ],
    "documents that are not named one by one": [
        (
            f"{CIRCULAR}Điều 2. Áp dụng\nNếu Thông tư này khác Nghị định số 5/2020/NĐ-CP và các Nghị định sửa đổi, bổ sung Nghị định số 6/2020/NĐ-CP thì theo Thông tư này.\n",
            f"{OF_CIRCULAR}; 9/2024/TT-BYT cites 5/2020/NĐ-CP; 9/2024/TT-BYT cites 6/2020/NĐ-CP",
        ),
        (
            f"{CIRCULAR}Điều 2. Bãi bỏ\nBãi bỏ các Thông tư hướng dẫn Nghị định số 6/2020/NĐ-CP.\n",
            f"{OF_CIRCULAR}; 9/2024/TT-BYT cites 6/2020/NĐ-CP",
        ),
        (
            f"{CIRCULAR}Điều 2. Bãi bỏ\nBãi bỏ Thông tư số 5/2020/TT-BYT hướng dẫn Nghị định số 6/2020/NĐ-CP.\n",
            f"{OF_CIRCULAR}; 9/2024/TT-BYT repeals 5/2020/TT-BYT; 5/2020/TT-BYT guides 6/2020/NĐ-CP",
        ),
    ],
    "steps of a procedure issue nothing": [
        (
            CIRCULAR.replace("Quy định về vườn thuốc", "Quy định về lập và phê duyệt kế hoạch trồng cây thuốc"),
            OF_CIRCULAR,
        ),
        (
            f"{CIRCULAR}Điều 2. Bãi bỏ\nBãi bỏ Thông tư số 5/2020/TT-BYT ngày 1/2/2020 quy định quy trình xây dựng, thẩm định và ban hành chương trình dạy nghề thuốc.\n",
            f"{OF_CIRCULAR}; 9/2024/TT-BYT repeals 5/2020/TT-BYT",
        ),
        (
            f"{CIRCULAR}Điều 2. Bãi bỏ\nBãi bỏ Quyết định số 5/QĐ-BYT ngày 1/2/2020 phê duyệt Chương trình trồng cây thuốc giai đoạn 2020 - 2025.\n",
            f"{OF_CIRCULAR}; 9/2024/TT-BYT repeals 5/QĐ-BYT; 5/QĐ-BYT promulgates Chương trình trồng cây thuốc giai đoạn 2020 - 2025",
        ),
    ],
    "an annex of another in a name": [
        (
            f"{CIRCULAR}Điều 2. Áp dụng\nTheo Nghị định số 8/2024/NĐ-CP ngày 2/1/2024 sửa đổi mức thuế của một số loại thuốc, dược liệu tại Biểu thuế nhập khẩu ban hành kèm theo Nghị định số 6/2020/NĐ-CP.\n",
            f"{OF_CIRCULAR}; 9/2024/TT-BYT cites 8/2024/NĐ-CP; 8/2024/NĐ-CP amends 6/2020/NĐ-CP",
        ),
    ],
    "cells of a list of what has ended": [
        (
            (f"{CIRCULAR}Điều 1. Công bố danh mục\nVăn bản\nLý do\n1\nThông tư số 5/2018/TT-BYT ngày 1/2/2018 của Bộ trưởng Bộ Y tế\nĐược thay thế bởi Thông tư số 7/2020/TT-BYT\n2\n"
            "Thông tư số 6/2018/TT-BYT ngày 1/2/2018\nĐược bãi bỏ bởi  Thông tư số 8/2020/TT-BYT\n3\nThông tư số 6/2019/TT-BYT ngày 1/2/2019\n- Điều 4\nĐược sửa đổi, thay thế, bãi bỏ một phần bởi Thông tư số 9/2020/TT-BYT\n"),
            (f"{OF_CIRCULAR}; 9/2024/TT-BYT cites 5/2018/TT-BYT; 7/2020/TT-BYT replaces 5/2018/TT-BYT; 9/2024/TT-BYT cites 6/2018/TT-BYT; "
            "8/2020/TT-BYT repeals 6/2018/TT-BYT; 9/2024/TT-BYT cites 6/2019/TT-BYT; 9/2020/TT-BYT amends 6/2019/TT-BYT"),
        ),
        (  # a list that the instrument itself ends
            f"{CIRCULAR}Điều 1. Bãi bỏ\nCác văn bản sau bị bãi bỏ:\n1. Thông tư số 5/2018/TT-BYT ngày 1/2/2018.\n",
            f"{OF_CIRCULAR}; 9/2024/TT-BYT repeals 5/2018/TT-BYT",
        ),
    ],
    "errata": [
        (
            f"{ERRATA}1. Tại điểm đ khoản 3 Điều 16: “theo điểm a khoản này” nay sửa thành “theo điểm b khoản này”.\n2. Tại đoạn đầu Điều 21 đã in: “Điều 23 của Thông tư này”.\n",
            f"{OF_ERRATA} [Điều 16/khoản 3/điểm đ; Điều 21]",
        ),
        (f"{ERRATA}1. Trang bìa: “năm 2023”.\n", OF_ERRATA),
    ],
    "a letterhead below the grounds": [
        (
            ("CÔNG BÁO/Số 9/Ngày 1-2-2024\n9\n\nTHÔNG TƯ\nQuy định về vườn thuốc\n\nCăn cứ Luật Dược;\nCăn cứ Nghị định số 5/2020/NĐ-CP;\n"
            f"BỘ Y TẾ\n{MOTTO}Số: 9/2024/TT-BYT\nHà Nội, ngày 3 tháng 3 năm 2024\n\nĐiều 1. Phạm vi\nVườn thuốc theo Luật Giá.\n"),
            f"{OF_CIRCULAR}; 9/2024/TT-BYT basedOn 5/2020/NĐ-CP; 9/2024/TT-BYT cites Giá",
        ),
        (  # a page tells of another above the letterhead
            f"Bộ Y tế vừa ra thông tư căn cứ Luật Giá.\n\nBỘ Y TẾ\n{MOTTO}Số: 9/2024/TT-BYT\nHà Nội, ngày 3 tháng 3 năm 2024\nTHÔNG TƯ\nVề vườn thuốc\n\nCăn cứ Luật Dược;\n",
            OF_CIRCULAR,
        ),
    ],
    "a row of what another changes": [
        (  # neither of the last two names a body, as the first does not
            f"{CIRCULAR}Điều 2. Bãi bỏ\nBãi bỏ khoản 1 Điều 3 Thông tư số 4/2018/TT-BYT ngày 6/2/2018 của Bộ trưởng Bộ Y tế về việc sửa đổi, bổ sung một số điều của Thông tư số 1/2015/TT-BYT ngày 1/1/2015 quy định về sâm, Thông tư số 2/2015/TT-BYT ngày 2/2/2015 quy định về quế và Thông tư số 3/2017/TT-BYT ngày 3/3/2017 quy định về hồi.\n",
            (f"{OF_CIRCULAR}; 9/2024/TT-BYT repeals 4/2018/TT-BYT [Điều 3/khoản 1]; 4/2018/TT-BYT amends 1/2015/TT-BYT; "
            "4/2018/TT-BYT amends 2/2015/TT-BYT; 4/2018/TT-BYT amends 3/2017/TT-BYT"),
        ),
        (  # what is newer was not changed by what is older
            f"{CIRCULAR}Điều 2. Bãi bỏ\nBãi bỏ Thông tư số 4/2016/TT-BYT ngày 6/2/2016 của Bộ trưởng Bộ Y tế sửa đổi Thông tư số 1/2015/TT-BYT ngày 1/1/2015 quy định về sâm, Thông tư số 3/2017/TT-BYT ngày 3/3/2017 quy định về hồi.\n",
            f"{OF_CIRCULAR}; 9/2024/TT-BYT repeals 4/2016/TT-BYT; 4/2016/TT-BYT amends 1/2015/TT-BYT; 9/2024/TT-BYT repeals 3/2017/TT-BYT",
        ),
        (  # all given alike are ended alike
            f"{CIRCULAR}Điều 2. Bãi bỏ\nBãi bỏ Thông tư số 4/2018/TT-BYT ngày 6/2/2018 của Bộ trưởng Bộ Y tế sửa đổi Thông tư số 1/2015/TT-BYT, Thông tư số 3/2017/TT-BYT ngày 3/3/2017 của Bộ trưởng Bộ Y tế quy định về hồi.\n",
            f"{OF_CIRCULAR}; 9/2024/TT-BYT repeals 4/2018/TT-BYT; 4/2018/TT-BYT amends 1/2015/TT-BYT; 9/2024/TT-BYT repeals 3/2017/TT-BYT",
        ),
    ],
    "the heading of an annex that carries out": [
        (
            ("CHÍNH PHỦ\nSố: 7/NQ-CP\nHà Nội, ngày 3 tháng 3 năm 2024\n\nNGHỊ QUYẾT\nBan hành Chương trình hành động của Chính phủ thực hiện Chỉ thị số 5-CT/TW của Ban Bí thư về chè\n\nCăn cứ Luật Dược;\n\n"
            "Điều 1. Ban hành kèm theo Nghị quyết này Chương trình hành động của Chính phủ thực hiện Chỉ thị số 5-CT/TW.\n\n"
            "CHƯƠNG TRÌNH HÀNH ĐỘNG CỦA CHÍNH PHỦ\nthực hiện Chỉ thị số 5-CT/TW của Ban Bí thư về chè\n(Kèm theo Nghị quyết số 7/NQ-CP ngày 3 tháng 3 năm 2024 của Chính phủ)\n"),
            "7/NQ-CP implements 5-CT/TW; 7/NQ-CP basedOn Dược",
        ),
    ],
    "annexes that list what an article ends": [
        (
            (f"{CIRCULAR}Điều 1. Bãi bỏ\nBãi bỏ toàn bộ các văn bản quy phạm pháp luật tại Phụ lục I ban hành kèm theo Thông tư này.\n"
            "Phụ lục I\nDANH MỤC VĂN BẢN QUY PHẠM PHÁP LUẬT BÃI BỎ TOÀN BỘ\n(Kèm theo Thông tư số 9/2024/TT-BYT)\nI. Lĩnh vực dược\n"
            "1. Thông tư số 5/2018/TT-BYT hướng dẫn Nghị định số 4/2017/NĐ-CP.\n2. Điều 3 Quyết định số 6/QĐ-BYT.\n"
            "Phụ lục II\nMẪU ĐƠN\n1. Thông tư số 7/2018/TT-BYT.\n"),
            (f"{OF_CIRCULAR}; 9/2024/TT-BYT repeals 5/2018/TT-BYT; 5/2018/TT-BYT guides 4/2017/NĐ-CP; "
            "9/2024/TT-BYT repeals 6/QĐ-BYT [Điều 3]; 9/2024/TT-BYT cites 7/2018/TT-BYT"),
        ),
        (  # what is only announced has ended by others
            (f"{CIRCULAR}Điều 1. Công bố danh mục văn bản hết hiệu lực tại Phụ lục I ban hành kèm theo Thông tư này.\n"
            "Phụ lục I\nDANH MỤC VĂN BẢN HẾT HIỆU LỰC\n1. Thông tư số 5/2018/TT-BYT.\n"),
            f"{OF_CIRCULAR}; 9/2024/TT-BYT cites 5/2018/TT-BYT",
        ),
    ],
    "a paragraph right under a heading": [
        (
            (f"{DECREE}Điều 8. Thay thế một số biểu mẫu của Nghị định số 5/2015/NĐ-CP ngày 1 tháng 2 năm 2015 quy định chi tiết \nLuật Tố cáo \n"
            "Thay thế Mẫu số 02 tại Phụ lục ban hành kèm theo Nghị định số 5/2015/NĐ-CP ngày 1 tháng 2 \nnăm 2015 của Chính phủ quy định chi tiết \nmột số điều của Luật Tố cáo bằng Mẫu số 02 của \nNghị định này.\nĐiều 9. Hồ sơ\nHồ sơ gồm \nđơn và \nbản sao \ngiấy tờ của \nngười gửi.\n"),
            "7/2024/NĐ-CP basedOn Dược; 7/2024/NĐ-CP replaces 5/2015/NĐ-CP [Phụ lục/Mẫu số 02]; 5/2015/NĐ-CP details Tố cáo",
        ),
    ],
    "parts that an article changes": [
        (
            (f"{DECREE}Điều 2. Bổ sung, thay thế, bãi bỏ cụm từ và một số điều của Nghị định số 5/2015/NĐ-CP\n"
            "1. Bổ sung cụm từ “thành phố” vào sau cụm từ “tỉnh” tại khoản 2 và khoản 3 Điều 16; điểm b khoản 2 Điều 18.\n"
            "2. Thay thế cụm từ “trang thiết bị” thành “thiết bị”, cụm từ “Điều 9” bằng cụm từ “Điều 10” tại khoản 2 Điều 21; Điều 22.\n"
            "3. Bãi bỏ các Điều 3, 13 và khoản 4 Điều 17; bãi bỏ cụm từ “Điều 8” tại Điều 24.\n"),
            (f"{OF_DECREE} [Điều 16/khoản 2; Điều 16/khoản 3; Điều 18/khoản 2/điểm b; Điều 21/khoản 2; Điều 22; Điều 3; Điều 13; "
            "Điều 17/khoản 4; Điều 24]"),
        ),
        (  # an added part is cited, not the one beside which it is to stand
            f"{DECREE}Điều 2. Bổ sung khoản 3a vào sau khoản 3 Điều 4 Nghị định số 5/2015/NĐ-CP (bổ sung Điều 8a vào sau Điều 8 Nghị định số 4/2010/NĐ-CP)\n",
            f"{OF_DECREE} [Điều 4/khoản 3a]; 5/2015/NĐ-CP amends 4/2010/NĐ-CP [Điều 8a]",
        ),
        (
            f"{DECREE}Điều 2. Bổ sung khoản 14 vào Điều 3 của Nghị định số 5/2015/NĐ-CP như sau:\n",
            f"{OF_DECREE} [Điều 3/khoản 14]",
        ),
        (
            f"{DECREE}Điều 2. Sửa đổi Nghị định số 5/2015/NĐ-CP\n1. Hồ sơ được gửi tại khoản 2 Điều 9.\n",
            OF_DECREE,
        ),
    ],
    "grounds right under a title": [
        (
            ("CHÍNH PHỦ\nSố: 7/2024/NĐ-CP\nHà Nội, ngày 3 tháng 3 năm 2024\n\nNGHỊ ĐỊNH\nQuy định chi tiết một số điều của Luật Giá và các biện pháp \nthi hành về quản lý giá của các mặt hàng do Nhà nước quản lý \nCăn cứ Luật Dược số 5/2016/QH13; \n"
            "Căn cứ Luật Giá số 16/2023/QH15 và các \nvăn bản khác; \nChính phủ ban hành Nghị định.\n\nĐiều 1. Phạm vi\nHàng hóa do Nhà nước \nquản lý.\n"),
            "7/2024/NĐ-CP details 16/2023/QH15; 7/2024/NĐ-CP basedOn 5/2016/QH13",
        ),
    ],
    "notes that quote": [
        (
            f"{MERGED}1 Thông tư số 7/2019/TT-BYT ngày 3 tháng 8 năm 2019 của Bộ trưởng Bộ Y tế có \ncăn cứ ban hành như sau: \n“Căn cứ Luật Giá ngày 1 tháng 2 năm 2012;\nLuật Đấu thầu ngày 1 tháng 2 năm 2013.”\nChương I\nĐiều 1. Phạm vi\nTheo Luật Lưu trữ.\n",
            f"{OF_MERGED}; 7/2019/TT-BYT basedOn Giá; 7/2019/TT-BYT basedOn Đấu thầu; 4/2015/TT-BYT cites Lưu trữ",
        ),
        (
            (f"{MERGED}Điều 1. Phạm vi\n1. Vườn thuốc.2\n2 Khoản này được sửa đổi theo quy định tại khoản 1 Điều 1 của Thông tư số 7/2019/TT-BYT.\n2. Theo Luật Lưu trữ.\n"
            "3 Điều 3 của Thông tư số 7/2019/TT-BYT quy định như sau:\n“Điều 3. Hiệu lực\nThông tư này thay thế Thông tư số 3/2010/TT-BYT.”\n"),
            f"{OF_MERGED}; 4/2015/TT-BYT cites Lưu trữ; 7/2019/TT-BYT replaces 3/2010/TT-BYT",
        ),
        (  # a note of grounds that its page breaks off goes on at the foot of the next
            (f"{MERGED}1 Thông tư số 7/2019/TT-BYT có căn cứ ban hành như sau:\n“Căn cứ Luật Giá ngày 1 tháng 2 năm 2012;\nĐiều 1. Phạm vi\n1. Theo Luật Lưu trữ.\n"
            "Căn cứ Luật Đấu thầu ngày 1 tháng 2 năm 2013.”\n2. Theo Luật Thư viện.\n"),
            f"{OF_MERGED}; 7/2019/TT-BYT basedOn Giá; 4/2015/TT-BYT cites Lưu trữ; 7/2019/TT-BYT basedOn Đấu thầu; 4/2015/TT-BYT cites Thư viện",
        ),
        (  # an instrument of its own cites what it names
            f"{CIRCULAR}Điều 1. Phạm vi\nThông tư số 7/2019/TT-BYT có căn cứ ban hành như sau: “Luật Giá”.\n",
            f"{OF_CIRCULAR}; 9/2024/TT-BYT cites 7/2019/TT-BYT; 9/2024/TT-BYT cites Giá",
        ),
    ],
}  # fmt: skip


def told(text: str) -> set[str]:
    """What the extractor says of `text`, in short: HEAD predicate TAIL [provision]."""
    stated = read(text)
    names = {d.id: d.number or d.title or "Hiến pháp" for d in stated.documents}
    return {
        f"{names[r.head]} {r.predicate} {names[r.tail]}" + (f" [{r.provision}]" if r.provision else "")
        for r in stated.relations
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*row, id=f"{name}-{n}") for name, table in READ.items() for n, row in enumerate(table)],
)
def test_gazette(text: str, expected: str) -> None:
    assert told(text) == rows(expected)


SIGNED = "XÁC THỰC VĂN BẢN HỢP NHẤT\nSố: 5/VBHN-BYT\nHà Nội, ngày 2 tháng 6 năm 2020\n"


@pytest.mark.parametrize(
    ("text", "kind", "number", "date", "issuer"),
    [
        (f"{MERGED}Điều 1. Phạm vi\nVườn thuốc.\n\n{SIGNED}", "VBHN", "5/VBHN-BYT", "2020-06-02", "BỘ Y TẾ"),
        (f"{MERGED}Điều 1. Phạm vi\nTheo Văn bản hợp nhất số 5/VBHN-BYT.\n", "VBHN", None, None, "BỘ Y TẾ"),
        (
            "Điều 9. Hiệu lực\nLuật này có hiệu lực từ ngày 1 tháng 7 năm 2025.\nLuật này đã được Quốc hội khóa XV thông qua ngày 27 tháng 11 năm 2024.\n",
            "L", None, "2024-11-27", "Quốc hội khóa XV",
        ),
        ("Điều 9. Hiệu lực\nLuật này có hiệu lực từ ngày 1 tháng 7 năm 2025.\n", "L", None, None, None),
        ("Điều 19. Báo cáo\n1. Hằng quý báo cáo theo mẫu quy định tại Phụ lục II Nghị định này.\n", "NĐ", None, None, None),
        ("3. Bộ Y tế làm theo Điều 1 Nghị quyết này./.\n\nTM. CHÍNH PHỦ\n", "NQ", None, None, None),
        (
            f"Điều 9. Hiệu lực\nQuyết định này có hiệu lực từ ngày ký.\n\nPhụ lục\n(Kèm theo Quyết định số 8/QĐ-BYT ngày 2 tháng 6 năm 2020 của Bộ trưởng Bộ Y tế)\n{MOTTO}ĐỀ NGHỊ\n",
            "QĐ", "8/QĐ-BYT", "2020-06-02", "Bộ trưởng Bộ Y tế",
        ),
        (
            f"Điều 9. Hiệu lực\nThông tư này có hiệu lực từ ngày ký.\n\nBỘ Y TẾ\n{MOTTO}CHƯƠNG TRÌNH\nDạy nghề thuốc\n(Ban hành kèm theo Thông tư số 8/2020/TT-BYT ngày 2 tháng 6 năm 2020)\n",
            "TT", "8/2020/TT-BYT", "2020-06-02", None,
        ),
        (  # a text layer that prints the head below the body
            f"Điều 9. Hiệu lực\nThông tư này có hiệu lực từ ngày ký.\n\nBỘ Y TẾ\n{MOTTO}Số: 8/2020/TT-BYT\nHà Nội, ngày 2 tháng 6 năm 2020\nTHÔNG TƯ\nVề thuốc\n",
            "TT", "8/2020/TT-BYT", "2020-06-02", "BỘ Y TẾ",
        ),
        (  # a form of the annex cites it too
            "Điều 9. Hiệu lực\nThông tư này có hiệu lực từ ngày ký.\nTôi làm theo Thông tư số 8/2020/TT-BYT.\n\nPhụ lục II\n(Ban hành kèm theo Thông tư số 8/2020/TT-BYT ngày 2 tháng 6 năm 2020)\n",
            "TT", "8/2020/TT-BYT", "2020-06-02", None,
        ),
        (  # an annex of what is changed
            "Điều 9. Sửa đổi Thông tư số 8/2020/TT-BYT\nThông tư này có hiệu lực từ ngày ký.\n\nPhụ lục II\n(Ban hành kèm theo Thông tư số 8/2020/TT-BYT ngày 2 tháng 6 năm 2020)\n",
            "TT", None, None, None,
        ),
        ("Điều 9. Hiệu lực\nQuyết định này có hiệu lực (thay Quyết định số 8/QĐ-BYT).\n", "QĐ", None, None, None),
        ("Người dân hỏi về Điều 1 Nghị quyết này.\n", None, None, None, None),
        ("Điều 9. Mẫu\n1. Đơn theo mẫu ban hành kèm theo Thông tư này.\n", "TT", None, None, None),
        ("Điều 9. Phí\n1. Phí nêu tại Điều 3 Thông tư này giảm một nửa.\n2. Quy định này áp dụng cho cả xã.\n", "TT", None, None, None),
        (  # cut out of the middle, in clauses: it names itself before any other of its type
            "4. Đất giao trước ngày Nghị định này có hiệu lực thì tính tiền theo Nghị định số 5/2015/NĐ-CP.\n5. Trường hợp quy định tại khoản 3 Điều này thì làm theo Luật Giá và Nghị định này.\n",
            "NĐ", None, None, None,
        ),
        (  # a page that tells of a decree by its number means that one
            "4. Tiền tính theo Nghị định số 5/2015/NĐ-CP. Nghị định này có hiệu lực từ ngày 1/2/2015.\n5. Trường hợp quy định tại khoản 3 Điều này thì làm theo Nghị định này.\n",
            None, None, None, None,
        ),
        (  # a page that answers a question quotes clauses that speak of their own decree
            "Phí chợ được tính thế nào?\nTheo Nghị định về chợ thì:\n4. Người bán ghi tên theo Nghị định này.\n5. Phí nêu tại khoản 3 Điều này giảm một nửa theo Nghị định này.\n",
            None, None, None, None,
        ),
        (  # the title alone, without the word for the type
            "ỦY BAN NHÂN DÂN TỈNH LONG HÀ\nSố: 623/2012/QĐ-UBND | Long Hà, ngày 2 tháng 6 năm 2020\nBAN HÀNH QUY ĐỊNH VỀ CHỢ\nCăn cứ Luật Giá;\nQUYẾT ĐỊNH:\nĐiều 1. Quyết định này có hiệu lực từ ngày ký.\n",
            "QĐ", "623/2012/QĐ-UBND", "2020-06-02", "Ủy ban nhân dân tỉnh Long Hà",
        ),
        (  # a regulation that bears a number of its own
            "ĐẢNG ỦY XÃ LONG HÀ\nSố: 5-QyĐ/ĐU\nLong Hà, ngày 2 tháng 6 năm 2020\nQUY ĐỊNH\nVề chế độ họp\nĐiều 1. Quy định này quy định chế độ họp.\n",
            "QyĐ", "5-QyĐ/ĐU", "2020-06-02", "Đảng ủy xã Long Hà",
        ),
        ("Điều 19. Sửa đổi\n“1. Theo mẫu quy định tại Điều 2 Nghị định này.”\n", None, None, None, None),
    ],
)  # fmt: skip
def test_whose_text_it_is(
    text: str, kind: str | None, number: str | None, date: str | None, issuer: str | None
) -> None:
    own = next((d for d in extract(Text(content=text), name="x").documents if d.own), None)
    assert (own and (own.type, own.number, own.date, own.issuer)) == (kind and (kind, number, date, issuer))


def test_spaces_that_end_a_line_join_no_words_and_part_none() -> None:
    text = "Căn cứ Luật Giá \nsố 11/2012/QH13; \nNghị định  số 5/2020/NĐ-CP \n"
    form = normal.normal(text)
    assert form.content == "Căn cứ Luật Giá\nsố 11/2012/QH13;\nNghị định  số 5/2020/NĐ-CP\n"
    found = extract(Text(content=text), name="x").documents
    assert [text[m.start : m.end] for d in found for m in d.mentions] == [
        "Luật Giá \nsố 11/2012/QH13",
        "Nghị định  số 5/2020/NĐ-CP",
    ]


@pytest.mark.parametrize(
    ("text", "issuer", "title"),
    [
        (
            "Thông tư liên tịch số 5/2011/TTLT-BYT-BTC ngày 1/2/2011 của Bộ trưởng Bộ Y tế, Bộ trưởng Bộ Tài chính và Bộ trưởng Bộ Nội vụ hướng dẫn việc mua thuốc.",
            "Bộ trưởng Bộ Y tế, Bộ trưởng Bộ Tài chính và Bộ trưởng Bộ Nội vụ",
            "hướng dẫn việc mua thuốc",
        ),
        (
            "Thông tư liên tịch số 5/2011/TTLT-BYT-BTC của Bộ trưởng Bộ Y tế, Bộ trưởng Bộ Tài chính lập dự toán.",
            "Bộ trưởng Bộ Y tế",
            None,
        ),
        (
            "Thông tư số 5/2011/TT-BYT của Bộ trưởng Bộ Y tế và Bộ trưởng Bộ Nội vụ hướng dẫn mua thuốc.",
            "Bộ trưởng Bộ Y tế",
            None,
        ),
    ],
)
def test_who_issues_jointly(text: str, issuer: str, title: str | None) -> None:
    found = extract(Text(content=text), name="x").documents[0]
    assert (found.issuer, found.title) == (issuer, title)
