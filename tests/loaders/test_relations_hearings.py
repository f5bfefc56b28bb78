"""What pages say is made known at an event, each construction with near misses: who hears, who speaks, who holds it."""

from __future__ import annotations

import pytest

from tests.loaders.statements import stated

HELD = "Sáng 12/3/2022, Đảng ủy xã Long Sa tổ chức hội nghị cán bộ chủ chốt.\n"
US = "dissemination(Đảng ủy xã Long Sa, 2022-03-12)"
STOCK = "review(Đảng ủy xã Long Sa, 2022-03-12)"

USES = {
    "a change that is the topic, and what all bodies are to do": [
        ("Huyện ủy Long Sa đã phổ biến chuyên đề: Sửa đổi Luật Thanh niên; chăm lo trẻ em.", ""),
        (
            "Huyện ủy Long Sa đã phổ biến chuyên đề: Luật Thanh niên; chăm lo trẻ em.",
            "dissemination(Huyện ủy Long Sa) disseminates Thanh niên",
        ),
        (
            "Huyện ủy Long Sa đã quán triệt những nội dung mới, cốt lõi của Nghị quyết số 27-NQ/TW.",
            "dissemination(Huyện ủy Long Sa) disseminates 27-NQ/TW",
        ),
        ("Huyện ủy Long Sa đã quán triệt cách làm mới trong chăn nuôi của Nghị quyết số 27-NQ/TW.", ""),
        ("Cấp ủy các cấp tập trung triển khai thực hiện Chỉ thị số 4-CT/TW về rừng.", ""),
        (
            "Cấp ủy các cấp đã tập trung triển khai thực hiện Chỉ thị số 4-CT/TW về rừng.",
            "implementation(Cấp ủy các cấp) implements 4-CT/TW",
        ),
    ],
    "resolutions that a speaker reports on": [
        (
            HELD + "Tại hội nghị, các đại biểu được nghe đồng chí Lê A báo cáo 2 nghị quyết: "
            "Nghị quyết số 27-NQ/TW về điện; Nghị quyết số 28-NQ/TW về nước.",
            f"{US} disseminates 27-NQ/TW; {US} disseminates 28-NQ/TW",
        ),
        (
            HELD + "Đồng chí Lê A, Bí thư Đảng ủy xã trình bày Nghị quyết số 27-NQ/TW về điện.",
            f"{US} disseminates 27-NQ/TW",
        ),
        (HELD + "Đồng chí Lê A báo cáo viên giỏi, thuộc Nghị quyết số 27-NQ/TW.", ""),
        (HELD + "Đồng chí Lê A báo cáo việc triển khai Nghị quyết số 27-NQ/TW.", ""),
        (HELD + "Đồng chí Lê A khẳng định đã nắm chắc, truyền đạt Nghị quyết số 27-NQ/TW là việc khó.", ""),
    ],
    "the event itself makes known": [
        (HELD + "Hội nghị cũng giới thiệu Chỉ thị số 4-CT/TW.", f"{US} disseminates 4-CT/TW"),
        (
            HELD + "Hội nghị đã quán triệt các nội dung của kỳ họp; triển khai thực hiện Thông báo số 5-TB/TW về rừng.",
            f"{US} disseminates 5-TB/TW",
        ),
        (
            HELD + "Đồng thời, hội nghị còn hướng dẫn triển khai Chỉ thị số 4-CT/TW về rừng.",
            f"{US} disseminates 4-CT/TW",
        ),
        (HELD + "Hội nghị đã thảo luận về việc triển khai Chỉ thị số 4-CT/TW.", ""),
        (HELD + "Hội nghị đã góp phần thực hiện Chỉ thị số 4-CT/TW.", ""),
        (HELD + "Hội nghị sẽ quán triệt Chỉ thị số 4-CT/TW.", ""),
        (HELD + "Hội nghị được tổ chức nhằm quán triệt Chỉ thị số 4-CT/TW.", f"{US} disseminates 4-CT/TW"),
        (HELD + "Hội nghị đề nghị các chi bộ quán triệt Chỉ thị số 4-CT/TW.", ""),
    ],
    "those who attend": [
        (
            HELD + "Các đồng chí dự lớp đã được quán triệt nội dung chính của Nghị quyết số 27-NQ/TW về điện; "
            "Kết luận số 45-KL/TW về nước.",
            f"{US} disseminates 27-NQ/TW; {US} disseminates 45-KL/TW",
        ),
        (
            HELD + "Trên 1.200 hội viên, bà con đã được phổ biến Luật Thanh niên.",
            f"{US} disseminates Thanh niên",
        ),
        ("Bà con được phổ biến Luật Thanh niên nên hiểu biết hơn.", ""),
        (HELD + "Các đại biểu đánh giá cao việc quán triệt Nghị quyết số 27-NQ/TW.", ""),
        (HELD + "Các đại biểu được xem phim về quá trình triển khai Nghị quyết số 27-NQ/TW.", ""),
    ],
    "speakers, gatherings and plans said with other words": [
        (
            HELD + "Tại hội nghị, lãnh đạo Đảng ủy triển khai Kế hoạch số 12-KH/HU về rừng.",
            f"{US} disseminates 12-KH/HU",
        ),
        (
            HELD[:-2] + " triển khai Nghị quyết Đại hội đại biểu Đảng bộ huyện Yên Sa lần thứ V. "
            "Tại hội nghị, đồng chí Lê A đã triển khai Kế hoạch số 12-KH/HU về rừng.",
            f"{US} disseminates 12-KH/HU; implementation(Đảng ủy xã Long Sa, 2022-03-12) implements None",
        ),
        (
            (
                "Tiếp tục chương trình kiểm tra, sáng 5/6/2022, Đoàn kiểm tra của Huyện ủy Yên Sa làm việc với "
                "Đảng ủy xã Long Sa về tình hình thực hiện Nghị quyết số 27-NQ/TW về điện."
            ),
            "inspection(Đoàn kiểm tra của Huyện ủy Yên Sa, 2022-06-05) reviews 27-NQ/TW",
        ),
        (
            (
                "Sáng 5/6/2022, Chi bộ Văn phòng Huyện ủy Yên Sa tổ chức sinh hoạt chuyên đề, "
                "học tập Nghị quyết số 27-NQ/TW về điện."
            ),
            "dissemination(Chi bộ Văn phòng Huyện ủy Yên Sa, 2022-06-05) disseminates 27-NQ/TW",
        ),
        (
            "Ngày 5/6/2022, UBND huyện Yên Sa vừa có Kế hoạch triển khai thực hiện Nghị quyết số 27-NQ/TW về điện.",
            "implementation(UBND huyện Yên Sa, 2022-06-05) implements 27-NQ/TW",
        ),
        (
            HELD[:-2] + " triển khai Nghị quyết về “Phát triển kinh tế biển xanh”; "
            "Kết luận về “Bảo vệ rừng đầu nguồn sông”.",
            (
                "implementation(Đảng ủy xã Long Sa, 2022-03-12) implements Phát triển kinh tế biển xanh; "
                "implementation(Đảng ủy xã Long Sa, 2022-03-12) implements Bảo vệ rừng đầu nguồn sông"
            ),
        ),
        (HELD + "Lãnh đạo Đảng ủy triển khai Kế hoạch số 12-KH/HU về rừng.", ""),
        (HELD + "Tại hội nghị, lãnh đạo Đảng ủy sẽ triển khai Kế hoạch số 12-KH/HU về rừng.", ""),
        ("Ngày 5/6/2022, UBND huyện Yên Sa chưa có Kế hoạch thực hiện Nghị quyết số 27-NQ/TW về điện.", ""),
        (HELD[:-2] + " triển khai Nghị quyết về “ba sạch”.", ""),
        (HELD[:-2] + " bàn Nghị quyết về “Phát triển kinh tế biển xanh”.", ""),
    ],
    "an event that nobody is named for": [
        (
            "Hội nghị đã nghe đồng chí Lê A truyền đạt Nghị quyết số 27-NQ/TW.",
            "dissemination(None) disseminates 27-NQ/TW",
        ),
        ("Đồng chí Lê A đã truyền đạt Nghị quyết số 27-NQ/TW.", ""),
    ],
    "the head of a body": [
        (
            "Ông Lê A, Bí thư Đảng ủy phường Long Sa quán triệt Nghị quyết số 27-NQ/TW.",
            "dissemination(Đảng ủy phường Long Sa) disseminates 27-NQ/TW",
        ),
        (
            "Đồng chí Lê A - Phó Bí thư Huyện ủy Long Hà trực tiếp truyền đạt Nghị quyết số 27-NQ/TW.",
            "dissemination(Huyện ủy Long Hà) disseminates 27-NQ/TW",
        ),
        ("Ông Lê A, Bí thư Đảng ủy phường Long Sa yêu cầu quán triệt Nghị quyết số 27-NQ/TW.", ""),
        ("Ông Lê A, Bí thư Đảng ủy phường Long Sa triển khai Nghị quyết số 27-NQ/TW.", ""),
    ],
    "a headline that names only the event": [
        (
            "HỘI NGHỊ QUÁN TRIỆT NGHỊ QUYẾT SỐ 27-NQ/TW\n\nSáng 12/3/2022, Đảng ủy xã Long Sa tổ chức hội nghị với 90 đảng viên.",
            f"{US} disseminates 27-NQ/TW",
        ),
        (
            "Hội nghị tổng kết 10 năm thực hiện Chỉ thị số 4-CT/TW\n\n" + HELD,
            f"{STOCK} reviews 4-CT/TW",
        ),
        ("HỘI NGHỊ QUÁN TRIỆT NGHỊ QUYẾT SỐ 27-NQ/TW\n\nSáng 12/3/2022, trời mưa to.", ""),
    ],
    "a sentence tells who holds the event, a headline less so": [
        (
            "Xã Long Sa tổ chức hội nghị học tập nghị quyết\n\n"
            + HELD
            + "Tại hội nghị, các đại biểu được quán triệt Chỉ thị số 4-CT/TW.",
            f"{US} disseminates 4-CT/TW",
        ),
    ],
    "the event takes stock": [
        (
            HELD
            + "Hội nghị đã đánh giá kết quả 3 năm thực hiện Nghị quyết số 27-NQ/TW và 5 năm thực hiện Chỉ thị số 4-CT/TW.",
            f"{STOCK} reviews 27-NQ/TW; {STOCK} reviews 4-CT/TW",
        ),
        (
            HELD + "Tại hội nghị, các đại biểu đã nghe báo cáo tổng kết 10 năm thực hiện Chỉ thị số 4-CT/TW.",
            f"{STOCK} reviews 4-CT/TW",
        ),
        (HELD + "Tại hội nghị, đồng chí Lê A báo cáo kết quả thực hiện Chỉ thị số 4-CT/TW.", ""),
        (HELD + "Hội nghị yêu cầu sơ kết 3 năm thực hiện Chỉ thị số 4-CT/TW.", ""),
    ],
    "subjects that are heard": [
        (
            HELD
            + "Tại hội nghị, các đại biểu đã được nghe các chuyên đề:\n- Nghị quyết số 27-NQ/TW về điện.\n- Chỉ thị số 4-CT/TW.",
            f"{US} disseminates 27-NQ/TW; {US} disseminates 4-CT/TW",
        ),
        (
            "Đảng ủy xã Long Sa tổ chức hội nghị quán triệt các Chỉ thị, Kết luận của Trung ương: Chỉ thị số 4-CT/TW, Kết luận số 45-KL/TW.",
            "dissemination(Đảng ủy xã Long Sa) disseminates 4-CT/TW; dissemination(Đảng ủy xã Long Sa) disseminates 45-KL/TW",
        ),
        (HELD + "Tại hội nghị, các đại biểu đã được nghe các chuyên đề hay. Nghị quyết số 27-NQ/TW có ba phần.", ""),
    ],
    "a verb without an object": [
        (
            "Sau khi có Nghị quyết số 27-NQ/TW, Đảng ủy xã Long Sa đã tổ chức hội nghị quán triệt đến toàn thể đảng viên.",
            "dissemination(Đảng ủy xã Long Sa) disseminates 27-NQ/TW",
        ),
        (
            "Ngay sau khi Nghị quyết số 27-NQ/TW được ban hành, Huyện ủy Long Hà đã tổ chức quán triệt, học tập sâu rộng.",
            "dissemination(Huyện ủy Long Hà) disseminates 27-NQ/TW",
        ),
        (
            "Thực hiện Chỉ thị số 4-CT/TW về rừng, cấp ủy các cấp trong huyện đã kịp thời quán triệt và tổ chức thực hiện; đồng thời giữ rừng.",
            "dissemination(cấp ủy các cấp trong huyện) disseminates 4-CT/TW; implementation(cấp ủy các cấp trong huyện) implements 4-CT/TW",
        ),
        ("Sau khi có Nghị quyết số 27-NQ/TW, Huyện ủy Long Hà sẽ tổ chức quán triệt đến đảng viên.", ""),
        ("Sau khi có Nghị quyết số 27-NQ/TW, Huyện ủy Long Hà đã quán triệt chủ trương giữ rừng.", ""),
        ("Trước khi có Nghị quyết số 27-NQ/TW, Huyện ủy Long Hà đã tổ chức quán triệt đến đảng viên.", ""),
    ],
    "papers issued together": [
        (
            "Huyện ủy đã ban hành Kế hoạch số 5-KH/HU ngày 7/6/2018 và Công văn số 8-CV/HU ngày 4/7/2018 về tuyên truyền Nghị quyết số 27-NQ/TW.",
            "5-KH/HU disseminates 27-NQ/TW; 8-CV/HU disseminates 27-NQ/TW",
        ),
        (
            "Bộ Nội vụ cũng đã có các văn bản số 3/BNV-TL, văn bản số 11/BNV-TL hướng dẫn thực hiện Nghị quyết số 27-NQ/TW.",
            "11/BNV-TL guides 27-NQ/TW; 3/BNV-TL guides 27-NQ/TW",
        ),
        (
            "Huyện nhận Kế hoạch số 5-KH/HU và Công văn số 8-CV/HU về thực hiện Nghị quyết số 27-NQ/TW.",
            "8-CV/HU implements 27-NQ/TW",
        ),
        (
            "Huyện ủy ban hành Kế hoạch số 5-KH/HU về rừng và Công văn số 8-CV/HU về thực hiện Nghị quyết số 27-NQ/TW.",
            "8-CV/HU implements 27-NQ/TW",
        ),
    ],
    "a day in the year before the page's": [
        (
            "04/01/2024 09:35\n\nSáng 25/12, Đảng ủy xã Long Sa tổ chức hội nghị quán triệt Nghị quyết số 27-NQ/TW.",
            "dissemination(Đảng ủy xã Long Sa, 2023-12-25) disseminates 27-NQ/TW",
        ),
        (
            "04/12/2024 09:35\n\nSáng 25/11, Đảng ủy xã Long Sa tổ chức hội nghị quán triệt Nghị quyết số 27-NQ/TW.",
            "dissemination(Đảng ủy xã Long Sa, 2024-11-25) disseminates 27-NQ/TW",
        ),
    ],
    "a long list of those who were told": [
        (
            HELD
            + "Tại hội nghị các đại biểu là lãnh đạo xã, trưởng thôn, bí thư chi bộ và hơn 70 hộ dân đã được Báo cáo viên "
            + "của huyện truyền đạt Luật Thanh niên năm 2020; Luật Thư viện năm 2019.",
            f"{US} disseminates Thanh niên; {US} disseminates Thư viện",
        ),
    ],
    "what a body has made known, in the passive": [
        (
            "Luật Thư viện, Luật Thanh niên đã được UBND xã Long Sa tuyên truyền đến người dân.",
            "dissemination(UBND xã Long Sa) disseminates Thanh niên; dissemination(UBND xã Long Sa) disseminates Thư viện",
        ),
        (
            "Các luật như: Luật Thư viện; Luật Thanh niên… được các địa phương thông tin cụ thể đến người dân.",
            "dissemination(các địa phương) disseminates Thanh niên; dissemination(các địa phương) disseminates Thư viện",
        ),
        ("Luật Thanh niên được tuyên truyền đến người dân.", ""),
        ("Luật Thanh niên cần được UBND xã Long Sa tuyên truyền đến người dân.", ""),
        ("Luật Thanh niên được quan tâm tuyên truyền đến người dân.", ""),
    ],
    "what goes on without a subject": [
        (
            "Trong tháng, Thường trực, Ban Thường vụ Huyện ủy đã tập trung lãnh đạo sản xuất. Chỉ đạo các chi bộ xóm tổ chức quán triệt Nghị quyết số 27-NQ/TW; trồng rừng; đẩy mạnh thực hiện Chỉ thị số 4-CT/TW.",
            "dissemination(Thường trực, Ban Thường vụ Huyện ủy) disseminates 27-NQ/TW; implementation(Thường trực, Ban Thường vụ Huyện ủy) implements 4-CT/TW",
        ),
        ("Chỉ đạo các chi bộ tổ chức quán triệt Nghị quyết số 27-NQ/TW; đẩy mạnh thực hiện Chỉ thị số 4-CT/TW.", ""),
    ],
    "somebody reports for a body": [
        (
            "Thay mặt Ban Thường vụ Huyện ủy, đồng chí Lê A báo cáo kết quả thực hiện Nghị quyết số 27-NQ/TW; việc quán triệt, triển khai Chỉ thị số 4-CT/TW.",
            "review(Ban Thường vụ Huyện ủy) reviews 27-NQ/TW; review(Ban Thường vụ Huyện ủy) reviews 4-CT/TW",
        ),
        (
            "Thay mặt Ban Thường vụ Huyện ủy, đồng chí Lê A đề nghị báo cáo kết quả thực hiện Nghị quyết số 27-NQ/TW.",
            "",
        ),
    ],
    "a meeting on how things stand": [
        (
            "Ban Thường vụ Tỉnh ủy làm việc với Huyện ủy Long Hà về tình hình thực hiện Nghị quyết số 27-NQ/TW.",
            "meeting(Ban Thường vụ Tỉnh ủy) reviews 27-NQ/TW",
        ),
        (
            "Tổng Bí thư Lê A chủ trì buổi làm việc với Huyện ủy Long Hà về kết quả thực hiện Nghị quyết số 27-NQ/TW.",
            "meeting(Tổng Bí thư Lê A) reviews 27-NQ/TW",
        ),
        ("Bí thư Quận ủy Lê A đánh giá địa phương đã nỗ lực để thực hiện tốt Nghị quyết số 27-NQ/TW.", ""),
        ("Tổng Bí thư Lê A sẽ làm việc với Huyện ủy Long Hà về kết quả thực hiện Nghị quyết số 27-NQ/TW.", ""),
    ],
    "what is asked for in paragraphs of its own": [
        (
            "Theo Công văn số 8-CV/HU, để giữ rừng, Thường trực Huyện ủy yêu cầu:\n\nCác cấp ủy trực thuộc triển khai thực hiện Nghị quyết số 27-NQ/TW.\n\nBan Tổ chức Huyện ủy theo dõi việc thực hiện Chỉ thị số 4-CT/TW.",
            "8-CV/HU cites 27-NQ/TW; 8-CV/HU cites 4-CT/TW",
        ),
        ("Đồng chí Lê A yêu cầu:\n\nCác cấp ủy trực thuộc Huyện ủy tổ chức thực hiện Nghị quyết số 27-NQ/TW.", ""),
        (
            "Đồng chí Lê A yêu cầu:\n\nCác xã trồng rừng.\n\nCũng tại hội nghị, Huyện ủy Long Hà đã triển khai Nghị quyết số 27-NQ/TW.",
            "dissemination(Huyện ủy Long Hà) disseminates 27-NQ/TW",
        ),
    ],
    "by whose words a body agrees or asks": [
        (
            "Theo nội dung Thông báo số 8-TB/TU, Thường trực Thành ủy đồng ý đề xuất của Ban Cán sự đảng tại Tờ trình số 7/TTr-BCSĐ.",
            "8-TB/TU cites 7/TTr-BCSĐ",
        ),
        ("Theo Luật Thanh niên, Thường trực Thành ủy yêu cầu các xã thực hiện Nghị quyết số 27-NQ/TW.", ""),
    ],
    "a plan without a number that a body has issued": [
        (
            "UBND xã Long Sa vừa ban hành Kế hoạch triển khai thực hiện Nghị quyết số 27-NQ/TW về điện.",
            "implementation(UBND xã Long Sa) implements 27-NQ/TW",
        ),
        ("UBND xã Long Sa sẽ ban hành Kế hoạch triển khai thực hiện Nghị quyết số 27-NQ/TW về điện.", ""),
        ("UBND xã Long Sa chưa ban hành Kế hoạch triển khai thực hiện Nghị quyết số 27-NQ/TW về điện.", ""),
        ("Đề nghị UBND xã Long Sa ban hành Kế hoạch triển khai thực hiện Nghị quyết số 27-NQ/TW về điện.", ""),
    ],
    "an adjunct with something else before the document": [
        (
            "Thực hiện chương trình công tác quý II, Kế hoạch số 5-KH/HU ngày 7/6/2018 của Huyện ủy, Đảng ủy xã Long Sa đã kiểm tra 19 chi bộ.",
            "implementation(Đảng ủy xã Long Sa) implements 5-KH/HU",
        ),
        (
            "Thực hiện sự chỉ đạo của Huyện ủy Long Hà và Kế hoạch số 5-KH/HU, Đảng ủy xã Long Sa đã kiểm tra 19 chi bộ.",
            "implementation(Đảng ủy xã Long Sa) implements 5-KH/HU",
        ),
    ],
    "an adjunct in a paragraph of its own": [
        (
            "Thực hiện Kế hoạch số 5-KH/HU của Huyện ủy về giám sát trước kỳ họp thứ 8, HĐND nhiệm kỳ 2016-2020.\n\nTrong các ngày 3, 4/5/2019, Đoàn giám sát của HĐND huyện do đồng chí Lê A làm trưởng đoàn đã giám sát công việc tại các xã.",
            "implementation(Đoàn giám sát của HĐND huyện, 2019-05-03) implements 5-KH/HU",
        ),
    ],
    "what the body behind the issue asks for": [
        (
            "Thường trực Ban Bí thư vừa ký Kết luận số 45-KL/TW về đại hội.\n\nBộ Chính trị, Ban Bí thư yêu cầu các cấp ủy thực hiện Chỉ thị số 4-CT/TW.",
            "45-KL/TW cites 4-CT/TW",
        ),
    ],
    "a headline in capitals beside what documents do": [
        (
            "XÃ LONG SA QUÁN TRIỆT KẾT LUẬN SỐ 45-KL/TW\n\nKế hoạch số 5-KH/HU của Huyện ủy thực hiện Nghị quyết số 27-NQ/TW đã có.",
            "5-KH/HU implements 27-NQ/TW; dissemination(XÃ LONG SA) disseminates 45-KL/TW",
        ),
    ],
}


CASES = [(f"{kind}-{n}", *row) for kind, rows in USES.items() for n, row in enumerate(rows)]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=name) for name, t, e in CASES])
def test_what_an_event_makes_known_is_read(text, expected):
    assert stated(text) == "; ".join(sorted(filter(None, expected.split("; "))))
