"""How bodies, newspapers and ward pages really write: classes of sentences that share a construction, with near misses."""

from __future__ import annotations

import pytest

from loaders.extraction import documents, mentions, normal, relations

LETTER = "SỞ Y TẾ TỈNH LONG HÀ\nSố: 77/SYT-VP\nV/v quản lý nhà thuốc\nLong Hà, ngày 3 tháng 3 năm 2023\n\nKính gửi: Các bệnh viện.\n\n"
ORDER = "TỈNH ỦY LONG HÀ\n*\nSố 8-CT/TU\nLong Hà, ngày 3 tháng 3 năm 2023\n\nCHỈ THỊ\ncủa Ban Thường vụ Tỉnh ủy\nvề công tác dân số\n-----\n"
PLAN = "ỦY BAN NHÂN DÂN XÃ LONG SA\nSố: 9/KH-UBND\nLong Sa, ngày 3 tháng 3 năm 2023\n\nKẾ HOẠCH\n"

USES = {
    "conferences": [  # verbs in a row after the word for the event; its kind is that of the first verb that names one
        (
            "Chiều 12/4, Ban Thường vụ Thị ủy Long Hà mở hội nghị nghiên cứu, quán triệt và thực hiện Nghị quyết số 20-NQ/TW, ngày 1/1/2021 của Bộ Chính trị “Về tiếp tục đổi mới quản lý rừng”; Kết luận số 21-KL/TW, ngày 2/2/2021 của Ban Bí thư về an toàn hồ đập.",
            "dissemination(Ban Thường vụ Thị ủy Long Hà) disseminates 20-NQ/TW; dissemination(Ban Thường vụ Thị ủy Long Hà) disseminates 21-KL/TW",
        ),
        (
            "Đảng ủy xã Long Sa tổ chức hội nghị nghiên cứu, quán triệt, tuyên truyền Nghị quyết số 20-NQ/TW.",
            "dissemination(Đảng ủy xã Long Sa) disseminates 20-NQ/TW",
        ),
        (
            "Ban Chấp hành Hội Nông dân huyện tổ chức lớp nghiên cứu và học tập Nghị quyết số 20-NQ/TW.",
            "dissemination(Ban Chấp hành Hội Nông dân huyện) disseminates 20-NQ/TW",
        ),
        ("Bộ Nội vụ nghiên cứu, sửa đổi Thông tư số 5/2020/TT-BNV.", ""),
        ("Đảng ủy xã Long Sa sẽ tổ chức hội nghị nghiên cứu, học tập Nghị quyết số 20-NQ/TW.", ""),
        ("Đồng chí Bí thư yêu cầu Đảng ủy xã tổ chức hội nghị nghiên cứu, học tập Nghị quyết số 20-NQ/TW.", ""),
    ],
    "days": [  # weekday, hour or place between the part of the day and the date
        (
            "Sáng thứ Hai, ngày 11/9/2023, Trường Trung học Hoa Mai tổ chức buổi tuyên truyền Luật Thanh niên.",
            "dissemination(Trường Trung học Hoa Mai, 2023-09-11) disseminates Thanh niên",
        ),
        (
            "Sáng Thứ 7 (ngày 16/9/2023), Đảng ủy xã tổ chức hội nghị quán triệt Nghị quyết số 20-NQ/TW.",
            "dissemination(Đảng ủy xã, 2023-09-16) disseminates 20-NQ/TW",
        ),
        (
            "Vào lúc 8 giờ 30 phút, ngày 16/9/2023, Đảng ủy xã tổ chức hội nghị quán triệt Nghị quyết số 20-NQ/TW.",
            "dissemination(Đảng ủy xã, 2023-09-16) disseminates 20-NQ/TW",
        ),
        (
            "8h00 ngày 16/9/2023, tại Hội trường xã, Đảng ủy xã tổ chức hội nghị quán triệt Nghị quyết số 20-NQ/TW.",
            "dissemination(Đảng ủy xã, 2023-09-16) disseminates 20-NQ/TW",
        ),
        (
            "Trong hai ngày 16 và 17/9/2023, Đảng ủy xã tổ chức hội nghị quán triệt Nghị quyết số 20-NQ/TW.",
            "dissemination(Đảng ủy xã, 2023-09-16) disseminates 20-NQ/TW",
        ),
    ],
    "delegations": [  # who supervises, and what a led delegation is called
        (
            "Ngày 13/4/2021, Đoàn công tác của Quốc hội do ông Trần Văn A, Phó Chủ tịch Quốc hội làm trưởng đoàn cùng với UBND tỉnh Long Hà tổ chức Hội nghị về giám sát 5 năm thực hiện Nghị quyết số 31.",
            "inspection(Đoàn công tác của Quốc hội, 2021-04-13) reviews 31",
        ),
        (
            "Đoàn giám sát của HĐND tỉnh Long Hà đã giám sát việc thực hiện Nghị quyết số 20/NQ-HĐND.",
            "inspection(Đoàn giám sát của HĐND tỉnh Long Hà) reviews 20/NQ-HĐND",
        ),
        (
            "Đoàn kiểm tra của Ban Thường vụ Tỉnh ủy kiểm tra việc thực hiện Chỉ thị số 4-CT/TW.",
            "inspection(Đoàn kiểm tra của Ban Thường vụ Tỉnh ủy) reviews 4-CT/TW",
        ),
        (
            "Ban Pháp chế HĐND tỉnh tổ chức giám sát việc thực hiện Luật Thanh niên.",
            "inspection(Ban Pháp chế HĐND tỉnh) reviews Thanh niên",
        ),
        ("Đoàn kiểm tra đã đọc Nghị quyết số 20-NQ/TW.", ""),
        ("Cần tăng cường giám sát việc thực hiện Luật Thanh niên.", ""),
    ],
    "carried out": [  # what a body has done about a document, told in an own text too
        (
            f"{ORDER}Những năm qua, quán triệt và thực hiện Chỉ thị số 4-CT/TW, ngày 1/1/2015 của Ban Bí thư “về công tác dân số”, các cấp ủy, chính quyền trong tỉnh đã làm được nhiều việc, mức sinh giảm dần.",
            "implementation(các cấp ủy, chính quyền trong tỉnh) implements 4-CT/TW; 8-CT/TU cites 4-CT/TW",
        ),
        (
            f"{ORDER}Thời gian qua, các cấp ủy, chính quyền trong tỉnh đã triển khai thực hiện Chỉ thị số 4-CT/TW của Ban Bí thư.",
            "implementation(các cấp ủy, chính quyền trong tỉnh) implements 4-CT/TW; 8-CT/TU cites 4-CT/TW",
        ),
        (f"{ORDER}Các cấp ủy chưa triển khai thực hiện Chỉ thị số 4-CT/TW.", "8-CT/TU cites 4-CT/TW"),
        (f"{ORDER}1. Các cấp ủy triển khai thực hiện Chỉ thị số 4-CT/TW.", "8-CT/TU cites 4-CT/TW"),
        (
            "Thực hiện Nghị quyết số 20-NQ/TW, các cấp ủy, chính quyền trong huyện đã tập trung lãnh đạo phát triển cây chè.",
            "implementation(các cấp ủy, chính quyền trong huyện) implements 20-NQ/TW",
        ),
    ],
    "orders": [  # the opening of an own text says what it is for
        (
            f"{ORDER}Để tiếp tục thực hiện nghiêm Chỉ thị số 4-CT/TW và Kết luận số 21-KL/TW, Ban Thường vụ Tỉnh ủy yêu cầu:\n1. Các cấp ủy phổ biến Luật Dân số.",
            "8-CT/TU continues 4-CT/TW; 8-CT/TU continues 21-KL/TW; 8-CT/TU cites Dân số",
        ),
        (
            f"{ORDER}Nhằm tiếp tục triển khai có hiệu quả Nghị quyết số 20-NQ/TW, Ban Thường vụ Tỉnh ủy chỉ thị:\n1. Các cấp ủy làm tốt.",
            "8-CT/TU continues 20-NQ/TW",
        ),
        (
            f"{ORDER}Để thực hiện tốt Nghị quyết số 20-NQ/TW, Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy làm tốt các việc sau:\n1. Học tập.",
            "8-CT/TU implements 20-NQ/TW",
        ),
        (
            f"{ORDER}1. Tiếp tục thực hiện Nghị quyết số 20-NQ/TW; giao Ban Dân vận theo dõi.",
            "8-CT/TU cites 20-NQ/TW",
        ),
        (
            f"{ORDER}1. Tiếp tục quán triệt Nghị quyết số 20-NQ/TW gắn với thực hiện Nghị quyết số 21-NQ/TU.",
            "8-CT/TU cites 20-NQ/TW; 8-CT/TU cites 21-NQ/TU",
        ),
        (
            f"{ORDER}1. Các cấp ủy học tập Nghị quyết số 20-NQ/TW kết hợp với Chỉ thị số 5-CT/TW.",
            "8-CT/TU cites 20-NQ/TW; 8-CT/TU cites 5-CT/TW",
        ),
        (
            "Đồng chí Bí thư đề nghị tiếp tục quán triệt Nghị quyết số 20-NQ/TW gắn với thực hiện Nghị quyết số 21-NQ/TU.",
            "",
        ),
    ],
    "letters": [  # `Thực hiện A ..., Sở đề nghị`: the letter carries A out
        (
            f"{LETTER}Thực hiện Công văn số 405/UBND-VX ngày 1/2/2023 của Ủy ban nhân dân tỉnh về việc quản lý thuốc, Sở Y tế đề nghị các bệnh viện thực hiện một số nội dung sau:\n1. Rà soát.",
            "77/SYT-VP implements 405/UBND-VX",
        ),
        (
            f"{LETTER}Vừa qua, Bộ Y tế ban hành Thông tư số 29/2022/TT-BYT về thuốc; thực hiện Công điện số 10/CĐ-TTg ngày 7/2/2023 của Thủ tướng Chính phủ và Công văn số 405/UBND-VX ngày 10/2/2023 của Ủy ban nhân dân tỉnh về việc quản lý thuốc, Sở Y tế yêu cầu các đơn vị:\n1. Rà soát.",
            "77/SYT-VP cites 29/2022/TT-BYT; 77/SYT-VP implements 10/CĐ-TTg; 77/SYT-VP implements 405/UBND-VX",
        ),
        (
            f"{LETTER}Triển khai Nghị quyết số 20-NQ/TW, Sở Y tế hướng dẫn một số nội dung như sau:\n1. Rà soát.",
            "77/SYT-VP implements 20-NQ/TW",
        ),
        (
            f"{LETTER}Thực hiện Công văn số 405/UBND-VX ngày 1/2/2023, Sở Y tế thông báo đến các đơn vị như sau: nộp hồ sơ.",
            "77/SYT-VP implements 405/UBND-VX",
        ),
        (
            f"{LETTER}Thực hiện Công văn số 405/UBND-VX ngày 1/2/2023 của Ủy ban nhân dân tỉnh, các bệnh viện đã nộp hồ sơ.",
            "implementation(các bệnh viện) implements 405/UBND-VX; 77/SYT-VP cites 405/UBND-VX",
        ),
    ],
    "remarks": [  # a remark in brackets speaks of the document before it
        (
            f"{LETTER}Ngày 3/2/2023, Bộ Y tế ban hành Thông tư số 29/2022/TT-BYT quy định về thuốc (có hiệu lực từ ngày 1/4/2023, thay thế Thông tư số 17/2012/TT-BYT ngày 1/2/2012).",
            "77/SYT-VP cites 29/2022/TT-BYT; 29/2022/TT-BYT replaces 17/2012/TT-BYT",
        ),
        (
            "Thông tư số 29/2022/TT-BYT (thay thế Thông tư số 17/2012/TT-BYT) có hiệu lực từ ngày 1/4/2023.",
            "29/2022/TT-BYT replaces 17/2012/TT-BYT",
        ),
        (
            "Bộ Y tế đã ban hành Thông tư số 29/2022/TT-BYT, có hiệu lực từ ngày 1/4/2023 và thay thế Thông tư số 17/2012/TT-BYT.",
            "29/2022/TT-BYT replaces 17/2012/TT-BYT",
        ),
        (
            f"{LETTER}Thông tư số 29/2022/TT-BYT về thuốc có hiệu lực từ ngày 1/4/2023, thay thế Thông tư số 17/2012/TT-BYT.",
            "77/SYT-VP cites 29/2022/TT-BYT; 29/2022/TT-BYT replaces 17/2012/TT-BYT",
        ),
        (
            f"{LETTER}Xem Thông tư số 29/2022/TT-BYT (sẽ thay thế khi có văn bản mới), Thông tư số 17/2012/TT-BYT.",
            "77/SYT-VP cites 29/2022/TT-BYT; 77/SYT-VP cites 17/2012/TT-BYT",
        ),
    ],
    "titles": [
        (
            f"{PLAN}tổ chức nghiên cứu, học tập, quán triệt, tuyên truyền và triển khai thực hiện Quy định số 37-QĐ/TW, ngày 2/10/2021 của Ban Chấp hành Trung ương\n\nI. MỤC ĐÍCH",
            "9/KH-UBND disseminates 37-QĐ/TW",
        ),
        (
            f"{PLAN}Tổ chức quán triệt và triển khai thực hiện Nghị quyết số 20-NQ/TW\n\nI. MỤC ĐÍCH",
            "9/KH-UBND disseminates 20-NQ/TW",
        ),
        (f"{PLAN}Tiếp tục thực hiện Chỉ thị số 4-CT/TW của Ban Bí thư\n\nI. MỤC ĐÍCH", "9/KH-UBND continues 4-CT/TW"),
        (
            f"{PLAN}Về việc tiếp tục triển khai thực hiện Chỉ thị số 4-CT/TW\n\nI. MỤC ĐÍCH",
            "9/KH-UBND continues 4-CT/TW",
        ),
        (
            "HUYỆN ỦY LONG HÀ\nSố 45-BC/HU\nLong Hà, ngày 3 tháng 3 năm 2023\n\nBÁO CÁO\nKết quả 02 năm thực hiện Nghị quyết số 20-NQ/TW\n\nI. TÌNH HÌNH",
            "45-BC/HU reviews 20-NQ/TW",
        ),
        (
            "HUYỆN ỦY LONG HÀ\nSố 45-BC/HU\nLong Hà, ngày 3 tháng 3 năm 2023\n\nBÁO CÁO\nTình hình thực hiện Nghị quyết số 20-NQ/TW quý I\n\nI. TÌNH HÌNH",
            "45-BC/HU reviews 20-NQ/TW",
        ),
    ],
    "quoted": [  # what quoted replacement text names is cited by the text that gives it
        (
            'NGHỊ ĐỊNH\nVề rượu\n\nCăn cứ Luật Thanh niên;\n\nĐiều 1. Hiệu lực\n1. Sửa đổi, bổ sung điểm b khoản 2 Điều 4 Nghị định số 17/2013/NĐ-CP như sau:\n"b) Vi phạm quy định tại Nghị định số 38/2012/NĐ-CP thì bị phạt."\n',
            "rượu basedOn Thanh niên; rượu amends 17/2013/NĐ-CP [Điều 4/khoản 2/điểm b]; rượu cites 38/2012/NĐ-CP",
        ),
        (
            'NGHỊ QUYẾT\nSửa đổi, bổ sung một số điều của Nghị quyết số 5/2020/NQ-HĐND\n\nĐiều 1. Sửa đổi, bổ sung một số điều của Nghị quyết số 5/2020/NQ-HĐND:\n1. Sửa đổi khoản 2 Điều 3 như sau: "2. Mức hỗ trợ theo Thông tư số 34/2016/TT-BTC."\n',
            "Sửa đổi, bổ sung một số điều của Nghị quyết số 5/2020/NQ-HĐND amends 5/2020/NQ-HĐND [Điều 3/khoản 2]; Sửa đổi, bổ sung một số điều của Nghị quyết số 5/2020/NQ-HĐND cites 34/2016/TT-BTC",
        ),
    ],
    "ended in prose": [  # what a page or another text tells of the end of one document by another
        (
            "Thông tư liên tịch số 12/2014/TTLT-BNV-BTC ngày 20/11/2014 hướng dẫn về biên chế đã hết hiệu lực kể từ ngày Thông tư số 5/2016/TT-BNV có hiệu lực.",
            "5/2016/TT-BNV repeals 12/2014/TTLT-BNV-BTC",
        ),
        (
            "Thông tư số 12/2014/TT-BNV hết hiệu lực kể từ ngày Thông tư số 5/2016/TT-BNV có hiệu lực thi hành.",
            "5/2016/TT-BNV repeals 12/2014/TT-BNV",
        ),
        ("Quyết định số 3/QĐ-UBND bị bãi bỏ bởi Quyết định số 8/QĐ-UBND.", "8/QĐ-UBND repeals 3/QĐ-UBND"),
        ("Quyết định số 3/QĐ-UBND đã bị thay thế bởi Quyết định số 8/QĐ-UBND.", "8/QĐ-UBND replaces 3/QĐ-UBND"),
        ("Thông tư số 12/2014/TT-BNV đã hết hiệu lực. Thông tư số 5/2016/TT-BNV có hiệu lực từ ngày 1/1/2017.", ""),
        ("Thông tư số 12/2014/TT-BNV chưa hết hiệu lực khi Thông tư số 5/2016/TT-BNV có hiệu lực.", ""),
        ("Thông tư số 12/2014/TT-BNV hết hiệu lực từ ngày 1/1/2017.", ""),
    ],
    "meetings": [
        (
            "UBND tỉnh Long Hà họp bàn triển khai Quyết định số 749/QĐ-TTg.",
            "meeting(UBND tỉnh Long Hà) implements 749/QĐ-TTg",
        ),
        (
            "Ngày 3/6/2020, UBND tỉnh Long Hà tổ chức cuộc họp bàn triển khai thực hiện Quyết định số 749/QĐ-TTg.",
            "meeting(UBND tỉnh Long Hà, 2020-06-03) implements 749/QĐ-TTg",
        ),
        (
            "Huyện ủy Long Sa tổ chức hội thảo về triển khai Nghị quyết số 20-NQ/TW.",
            "meeting(Huyện ủy Long Sa) implements 20-NQ/TW",
        ),
        (
            "Huyện ủy Long Sa tổ chức hội nghị triển khai thực hiện Nghị quyết số 20-NQ/TW.",
            "implementation(Huyện ủy Long Sa) implements 20-NQ/TW",
        ),
        ("UBND tỉnh Long Hà dự kiến họp bàn triển khai Quyết định số 749/QĐ-TTg.", ""),
    ],
    "purposes": [  # what the head of an own text's aims puts into effect
        (
            f"{PLAN}Phát triển cây chè\n\nI. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\na) Triển khai kịp thời, có hiệu quả Chương trình số 3-CTr/TU của Tỉnh ủy.\nb) Nâng cao đời sống.\nII. NHIỆM VỤ\n1. Thực hiện Nghị quyết số 20-NQ/TW.",
            "9/KH-UBND implements 3-CTr/TU; 9/KH-UBND cites 20-NQ/TW",
        ),
        (
            f"{PLAN}Phát triển cây chè\n\nI. MỤC TIÊU\n- Cụ thể hóa các nhiệm vụ, giải pháp nêu tại Nghị quyết số 20-NQ/TW.\nII. NHIỆM VỤ\n- Giao các thôn thực hiện Chỉ thị số 4-CT/TW.",
            "9/KH-UBND implements 20-NQ/TW; 9/KH-UBND cites 4-CT/TW",
        ),
        (
            f"{PLAN}Phát triển cây chè\n\nI. MỤC ĐÍCH\n1. Nâng cao đời sống theo Nghị quyết số 20-NQ/TW.\n2. Các thôn thực hiện Chỉ thị số 4-CT/TW.",
            "9/KH-UBND cites 20-NQ/TW; 9/KH-UBND cites 4-CT/TW",
        ),
    ],
    "agendas": [  # what a session is to decide changes nothing
        (
            "Đại biểu thảo luận các Tờ trình của UBND huyện về: điều chỉnh quy hoạch nghĩa trang; điều chỉnh, bổ sung kế hoạch trồng rừng năm 2023; sửa đổi Nghị quyết số 31 ngày 05/7/2018 của HĐND huyện.",
            "",
        ),
        (
            "Kỳ họp thảo luận dự thảo sửa đổi Nghị quyết số 47/NQ-HĐND; bãi bỏ Nghị quyết số 48/NQ-HĐND.",
            "",
        ),
    ],
    "lists and plans": [
        (
            "THÔNG TƯ\nBãi bỏ một số văn bản\n\nĐiều 1. Bãi bỏ các văn bản sau đây:\n1. Quyết định số 18/QĐ-NH ngày 10/10/1991 về thanh toán.\n2. Thông tư số 11/2003/TT-NHNN ngày 1/2/2003 cho vay vốn đầu tư phục vụ chương trình nêu trong Quyết định số 12/2003/QĐ-TTg.\n",
            "Bãi bỏ một số văn bản repeals 18/QĐ-NH; Bãi bỏ một số văn bản repeals 11/2003/TT-NHNN",
        ),
        (
            "THÔNG TƯ\nVề giá điện\n\nCăn cứ Luật Điện lực;\n\nĐiều 1. Trách nhiệm của đơn vị\n1. Điều chỉnh kế hoạch sản xuất điện năm, trình Bộ Công Thương phê duyệt.\n",
            "giá điện basedOn Điện lực",
        ),
        (
            "BỘ NỘI VỤ\nSố: 60/VBHN-BNV\nHà Nội, ngày 1 tháng 2 năm 2024\n\nTHÔNG TƯ\nHướng dẫn chế độ theo Quyết định số 61/2012/QĐ-TTg\n\nThông tư số 17/2014/TT-BNV ngày 1 tháng 8 năm 2014 của Bộ trưởng Bộ Nội vụ, có hiệu lực kể từ ngày 15 tháng 9 năm 2014, được sửa đổi, bổ sung bởi:\nThông tư số 8/2023/TT-BNV ngày 29 tháng 8 năm 2023 của Bộ trưởng Bộ Nội vụ.\n",
            "60/VBHN-BNV consolidates 17/2014/TT-BNV; 60/VBHN-BNV consolidates 8/2023/TT-BNV; 8/2023/TT-BNV amends 17/2014/TT-BNV",
        ),
    ],
    "articles of an amending act": [
        (
            "BỘ NỘI VỤ\nSố: 6/2024/TT-BNV\nHà Nội, ngày 2 tháng 2 năm 2024\n\nTHÔNG TƯ\nSửa đổi, bổ sung một số điều của Thông tư số 5/2020/TT-BNV\n\nCăn cứ Luật Lưu trữ;\n\nĐiều 1. Sửa đổi, bổ sung Điều 1\n“Điều 1. Phạm vi\nThông tư này quy định chi tiết khoản 6 Điều 13 Luật Lưu trữ.”\nĐiều 2. Sửa đổi, bổ sung khoản 2 Điều 5\n“2. Hồ sơ gồm đơn.”\nĐiều 3. Hiệu lực\nThông tư này có hiệu lực từ ngày ký.\n",
            "6/2024/TT-BNV amends 5/2020/TT-BNV [Điều 1; Điều 5/khoản 2]; 6/2024/TT-BNV basedOn Lưu trữ; 5/2020/TT-BNV details Lưu trữ [Điều 13/khoản 6]",
        ),
    ],
    "directions": [
        (
            f"{LETTER}Thực hiện ý kiến chỉ đạo của UBND tỉnh tại Công văn số 405/UBND-VX ngày 1/2/2023 về việc quản lý thuốc, Sở Y tế yêu cầu các bệnh viện báo cáo.",
            "77/SYT-VP implements 405/UBND-VX",
        ),
        (
            f"{LETTER}Thực hiện chỉ đạo của Thủ tướng Chính phủ tại Công điện số 10/CĐ-TTg ngày 7/2/2023, Sở Y tế đề nghị các đơn vị trực cấp cứu.",
            "77/SYT-VP implements 10/CĐ-TTg",
        ),
        (
            f"{LETTER}Phúc đáp Công văn số 405/UBND-VX ngày 1/2/2023 của UBND tỉnh, Sở Y tế báo cáo như sau:",
            "77/SYT-VP cites 405/UBND-VX",
        ),
    ],
    "heard": [
        (
            "Chiều ngày 3/6/2022, Huyện ủy Long Sa tổ chức Hội nghị quán triệt, học tập Nghị quyết số 20-NQ/TW. Tại hội nghị, các đại biểu được nghe Trưởng Ban Tuyên giáo truyền đạt Nghị quyết số 21-NQ/TW; Chỉ thị số 4-CT/TW.",
            "dissemination(Huyện ủy Long Sa, 2022-06-03) disseminates 20-NQ/TW; dissemination(Huyện ủy Long Sa, 2022-06-03) disseminates 21-NQ/TW; dissemination(Huyện ủy Long Sa, 2022-06-03) disseminates 4-CT/TW",
        ),
        (
            "UBND huyện Long Sa tổng kết công tác năm; tổ chức tập huấn Nghị định số 100/2019/NĐ-CP.",
            "",  # who tells of it is left open: better nothing than a review
        ),
        (
            f"{ORDER}Thời gian qua, các cấp ủy đã quán triệt, triển khai thực hiện Chỉ thị số 4-CT/TW.",
            "implementation(các cấp ủy) implements 4-CT/TW; 8-CT/TU cites 4-CT/TW",
        ),
    ],
    "means": [
        (
            "Nghị quyết số 20-NQ/TW đã được Tỉnh ủy, UBND tỉnh cụ thể hóa bằng nhiều văn bản như Chương trình số 3-CTr/TU.",
            "3-CTr/TU implements 20-NQ/TW",
        ),
        (
            f"{PLAN}Phát triển cây chè\n\nI. MỤC TIÊU CHUNG\nThực hiện thắng lợi các mục tiêu của Nghị quyết số 20-NQ/TW.\nII. GIẢI PHÁP\nThực hiện thắng lợi Chỉ thị số 4-CT/TW.",
            "9/KH-UBND implements 20-NQ/TW; 9/KH-UBND cites 4-CT/TW",
        ),
        ("Nghị quyết số 20-NQ/TW được triển khai bằng nhiều hình thức; Kế hoạch số 15-KH/TU cũng vậy.", ""),
    ],
    "joined changes": [
        (
            "Quyết định số 8/QĐ-UBND sửa đổi Điều 4 và bãi bỏ khoản 2 Điều 6 Quyết định số 3/QĐ-UBND.",
            "8/QĐ-UBND amends 3/QĐ-UBND [Điều 4; Điều 6/khoản 2]",
        ),
        (
            "Nghị định số 2/2022/NĐ-CP sửa đổi, bổ sung Điều 4 Nghị định số 1/2020/NĐ-CP và bãi bỏ Nghị định số 9/2010/NĐ-CP.",
            "2/2022/NĐ-CP amends 1/2020/NĐ-CP [Điều 4]; 2/2022/NĐ-CP repeals 9/2010/NĐ-CP",
        ),
    ],
}


def told(text: str) -> set[str]:
    """What the extractor says of `text`, in short: HEAD predicate TAIL [provision]."""
    form = normal.normal(text)
    grouping = documents.group(form.content, mentions.find(form.content))
    stated = relations.read(grouping)
    names = {d.id: d.number or d.title or d.type for d in stated.documents}
    names |= {a.id: f"{a.kind}({', '.join(filter(None, (a.actor, a.date)))})" for a in stated.activities}
    return {
        f"{names[r.head]} {r.predicate} {names[r.tail]}" + (f" [{r.provision}]" if r.provision else "")
        for r in stated.relations
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*row, id=f"{name}-{n}") for name, rows in USES.items() for n, row in enumerate(rows)],
)
def test_use(text: str, expected: str) -> None:
    # Semicolons part the statements and, after the first word of a bracket, the provisions.
    assert told(text) == set(_parts(expected))


def _parts(expected: str) -> list[str]:
    parts: list[str] = []
    for part in filter(None, expected.split("; ")):
        if parts and "[" in parts[-1] and "]" not in parts[-1]:
            parts[-1] += "; " + part
        else:
            parts.append(part)
    return parts
