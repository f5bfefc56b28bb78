"""What wards, departments and Party committees do about documents, each construction with near misses."""

from __future__ import annotations

import pytest

from tests.loaders.statements import stated

HELD = "Sáng 12/3/2022, Đảng ủy xã Long Sa tổ chức hội nghị cán bộ chủ chốt.\n"
US = "dissemination(Đảng ủy xã Long Sa, 2022-03-12)"
TEAM = "inspection(Đoàn kiểm tra của Huyện ủy, 2022-03-12)"
INSPECTED = "Ngày 12/3/2022, Đoàn kiểm tra của Huyện ủy kiểm tra Đảng ủy xã Long Sa. "
TAUGHT = "Sáng 12/3/2022, Đảng ủy xã Long Sa tổ chức hội nghị quán triệt Nghị quyết số 27-NQ/TW.\n"
HEADED = "Hội Nông dân huyện học tập Nghị quyết số 27-NQ/TW\n"
GIVEN = "Ngày 12/3, Tỉnh ủy ban hành Nghị quyết số 9-NQ/TU về rừng. Nội dung như sau:\n\n"

USES = {
    "a body that invites who teaches": [
        (
            "Ngày 12/3/2022, Đảng ủy xã Long Sa đã mời ông Lê A đến quán triệt Nghị quyết số 27-NQ/TW.",
            f"{US} disseminates 27-NQ/TW",
        ),
        (
            "Ngày 12/3/2022, Đảng ủy xã Long Sa mời báo cáo viên về triển khai, quán triệt cho đảng viên những nội dung chính trong Nghị quyết số 27-NQ/TW.",
            f"{US} disseminates 27-NQ/TW",
        ),
        ("Đảng ủy xã Long Sa mời ông Lê A dự họp bàn về Nghị quyết số 27-NQ/TW.", ""),
        ("Đảng ủy xã Long Sa sẽ mời ông Lê A đến quán triệt Nghị quyết số 27-NQ/TW.", ""),
    ],
    "who attends or presides and teaches": [
        (
            HELD
            + "Dự hội nghị có đồng chí Lê A, Bí thư Huyện ủy chủ trì và trực tiếp quán triệt Nghị quyết số 27-NQ/TW.",
            f"{US} disseminates 27-NQ/TW",
        ),
        (
            HELD + "Đồng chí Lê A, Bí thư Huyện ủy chủ trì hội nghị và trực tiếp truyền đạt Nghị quyết số 27-NQ/TW.",
            f"{US} disseminates 27-NQ/TW",
        ),
        (
            HELD
            + "Tham dự có các chi ủy viên; đồng chí Lê B, báo cáo viên, trực tiếp quán triệt nghị quyết và triển khai "
            "Kế hoạch số 5-KH/HU.",
            f"{US} disseminates 5-KH/HU",
        ),
        (HELD + "Dự hội nghị có đồng chí Lê A, thành viên Ban Chỉ đạo thực hiện Nghị quyết số 27-NQ/TW.", ""),
        (HELD + "Dự hội nghị có đồng chí Lê A, người trực tiếp chỉ đạo thực hiện Nghị quyết số 27-NQ/TW.", ""),
    ],
    "a delegate who makes known": [
        (
            "Tại buổi gặp tiểu thương, đại diện Công an thị xã Hòa Lũng đã thông tin và trao đổi cụ thể Kế hoạch số 61/KH-UBND.",
            "dissemination(Công an thị xã Hòa Lũng) disseminates 61/KH-UBND",
        ),
        (
            HELD + "Tại hội nghị, đại diện Sở Y tế Long Sa đã thông tin Đề án số 5/ĐA-UBND.",
            f"{US} disseminates 5/ĐA-UBND",
        ),
        ("Tại hội nghị, đại diện Sở Y tế Long Sa đã trao bằng khen theo Quyết định số 5/QĐ-UBND.", ""),
    ],
    "what an inspection looks into": [
        (
            INSPECTED + "Nội dung kiểm tra tập trung vào việc thực hiện Nghị quyết số 27-NQ/TW và Chỉ thị số 4-CT/TW.",
            f"{TEAM} reviews 27-NQ/TW; {TEAM} reviews 4-CT/TW",
        ),
        (
            "Quý III/2024, các cấp Công đoàn đã tiến hành 7 lượt giám sát. Nội dung về triển khai Kế hoạch số 61-KH/LĐLĐ; việc chấp hành Điều lệ Công đoàn.",
            "inspection(các cấp Công đoàn) reviews 61-KH/LĐLĐ; inspection(các cấp Công đoàn) reviews Công đoàn",
        ),
        ("Huyện ủy sẽ kiểm tra các xã. Nội dung kiểm tra việc thực hiện Nghị quyết số 27-NQ/TW.", ""),
        ("Nội dung kiểm tra gồm việc thực hiện Nghị quyết số 27-NQ/TW.", ""),  # whose?
        (INSPECTED + "Nội dung hội thi xoay quanh Nghị quyết số 27-NQ/TW.", ""),
        (
            INSPECTED + "Đoàn có nhiệm vụ kiểm tra, giám sát việc thực hiện Nghị quyết số 27-NQ/TW.",
            f"{TEAM} reviews 27-NQ/TW",
        ),
        (
            "Các đoàn có nhiệm vụ giám sát việc thực hiện Nghị quyết số 27-NQ/TW; Chỉ thị số 4-CT/TW. " + INSPECTED,
            f"{TEAM} reviews 27-NQ/TW; {TEAM} reviews 4-CT/TW",
        ),
        (
            INSPECTED + "Đồng thời, kiểm tra việc các chi bộ chợ thực hiện Quy chế số 38-QC/HU.",
            f"{TEAM} reviews 38-QC/HU",
        ),
        (
            "Ngày 12/3/2022, Đoàn kiểm tra của Huyện ủy đã công bố quyết định kiểm tra với các nội dung: việc thực hiện Nghị quyết số 27-NQ/TW; Chỉ thị số 4-CT/TW.",
            f"{TEAM} reviews 27-NQ/TW; {TEAM} reviews 4-CT/TW",
        ),
        (
            "Ngày 12/3/2022, Ủy ban Kiểm tra Huyện ủy công bố quyết định kiểm tra việc thực hiện Chỉ thị số 4-CT/TW.",
            "inspection(Ủy ban Kiểm tra Huyện ủy, 2022-03-12) reviews 4-CT/TW",
        ),
        ("Các đoàn có nhiệm vụ giám sát việc thực hiện Nghị quyết số 27-NQ/TW.", ""),  # none has worked yet
        ("Huyện ủy thành lập 3 đoàn kiểm tra việc thực hiện Nghị quyết số 27-NQ/TW.", ""),
        ("Đồng thời, kiểm tra việc các chi bộ chợ thực hiện Quy chế số 38-QC/HU.", ""),
    ],
    "what is carried out together with another": [
        ("Các sở triển khai Nghị quyết số 6/NQ-CP của Chính phủ gắn với việc thực hiện Nghị quyết số 2-NQ/TU.", ""),
        (
            "Các sở triển khai Nghị quyết số 6/NQ-CP của Chính phủ cùng với việc tổ chức thực hiện Nghị quyết số 2-NQ/TU.",
            "",
        ),
        ("Nghị quyết số 6/NQ-CP của Chính phủ thực hiện Nghị quyết số 2-NQ/TW nêu rõ.", "6/NQ-CP implements 2-NQ/TW"),
    ],
    "what a body has drawn up on the ground of another": [
        (
            "Căn cứ vào nội dung của Đề án số 1-ĐA/TU, Huyện ủy Long Sa đã xây dựng Đề án của huyện về “Nâng cao dân trí”.",
            "Nâng cao dân trí basedOn 1-ĐA/TU",
        ),
        ("Căn cứ Đề án số 1-ĐA/TU, Huyện ủy Long Sa đã xây dựng đề án nâng cao dân trí của huyện.", ""),
        ("Căn cứ Đề án số 1-ĐA/TU, Huyện ủy Long Sa sẽ xây dựng Đề án “Nâng cao dân trí”.", ""),
    ],
    "the event told of once more": [
        (
            HELD
            + "Đây là đợt sinh hoạt quan trọng nhằm học tập và quán triệt sâu rộng đến cấp ủy các cấp về Nghị quyết số 27-NQ/TW.",
            f"{US} disseminates 27-NQ/TW",
        ),
        (
            TAUGHT
            + "Đây là đợt sinh hoạt quan trọng nhằm học tập và quán triệt sâu rộng đến cấp ủy các cấp về Chỉ thị số 4-CT/TW.",
            f"{US} disseminates 27-NQ/TW; {US} disseminates 4-CT/TW",
        ),
        ("Đây là đợt sinh hoạt quan trọng nhằm quán triệt Nghị quyết số 27-NQ/TW.", ""),
        (HELD + "Đây là dịp để các chi bộ nhìn lại Nghị quyết số 27-NQ/TW.", ""),
    ],
    "what somebody has launched for a document": [
        (
            "Chiến dịch “Phố không rác” do Hội Phụ nữ thị xã phát động từ chợ Mơ là việc làm nhằm triển khai nội dung thực hiện Đề án số 31/ĐA-UBND.",
            "implementation(Hội Phụ nữ thị xã) implements 31/ĐA-UBND",
        ),
        ("Chiến dịch “Phố không rác” do bà Mận kể lại là dịp nhớ Đề án số 31/ĐA-UBND.", ""),
    ],
    "an adjunct that opens with 'in'": [
        (
            "Trong thực hiện Chỉ thị số 46 của Tỉnh ủy về đọc sách, Liên đoàn Lao động và Thành đoàn Hòa Lũng đã mở 6 thư viện.",
            "implementation(Liên đoàn Lao động và Thành đoàn Hòa Lũng) implements 46",
        ),
        ("Trong quá trình thực hiện Chỉ thị số 46 của Tỉnh ủy, còn thiếu thủ thư.", ""),
    ],
    "an adjunct behind what led to it": [
        (
            "Trước tình hình cháy rừng, thực hiện Chỉ thị số 4-CT/TW, Hội Nông dân huyện Long Sa đã trồng 5 ha rừng.",
            "implementation(Hội Nông dân huyện Long Sa) implements 4-CT/TW",
        ),
        ("Trước tình hình cháy rừng, thực hiện Chỉ thị số 4-CT/TW là việc khó.", ""),
    ],
    "the last of those who are addressed is no body": [
        (
            "Hội Nông dân tỉnh hướng dẫn hội các huyện, thị, ngành tham mưu và trực tiếp tổ chức hội nghị quán triệt Nghị quyết số 5-NQ/TW.",
            "",
        ),
    ],
    "the headline given twice": [
        (
            HEADED
            + "Tin hoạt động\n"
            + HEADED
            + "\nHội Nông dân huyện Long Sa vừa tổ chức hội nghị học tập Nghị quyết số 27-NQ/TW.",
            "dissemination(Hội Nông dân huyện Long Sa) disseminates 27-NQ/TW",
        ),
    ],
    "a letter by its short word": [
        (
            "Thực hiện CV số 985 của Phòng Giáo dục Long Sa ngày 16/12/2021 về việc thi vẽ, trường tiểu học Long Sa đã tổ chức hội thi.",
            "implementation(trường tiểu học Long Sa) implements 985",
        ),
    ],
    "what a body has issued on": [
        (
            "Trong 4 vụ lũ qua, thực hiện Chỉ thị số 58-CT/TU và thông báo của Tỉnh ủy, Hội Nông dân tỉnh về đẩy mạnh thực hiện Luật Đê điều.",
            "",
        ),
    ],
    "an instrument given under its heading": [
        (
            GIVEN + "I. TÌNH HÌNH\nNhững năm qua, thực hiện Chỉ thị số 3-CT/TW và Luật Trẻ em, tỉnh có nhiều tiến bộ.",
            "9-NQ/TU cites 3-CT/TW; 9-NQ/TU cites Trẻ em",
        ),
        (
            GIVEN + "Các xã làm theo Chỉ thị số 3-CT/TW và Luật Trẻ em.",
            "",
        ),
    ],
    "what a body does with something in mind": [
        (
            "Xác định rõ vai trò của chi bộ, Đảng ủy xã Long Sa chỉ đạo triển khai Nghị quyết số 27-NQ/TW.",
            "implementation(Đảng ủy xã Long Sa) implements 27-NQ/TW",
        ),
        (
            "Với tinh thần chủ động, nghiêm túc, Đảng ủy xã Long Sa tập trung thực hiện Nghị quyết số 27-NQ/TW.",
            "implementation(Đảng ủy xã Long Sa) implements 27-NQ/TW",
        ),
        (
            "Phát huy truyền thống, cán bộ và nhân dân xã Long Sa đã đoàn kết, khắc phục khó khăn, thực hiện thắng lợi Nghị quyết số 27-NQ/TW.",
            "implementation(cán bộ và nhân dân xã Long Sa) implements 27-NQ/TW",
        ),
        ("Nhằm nâng cao nhận thức, thời gian tới, Đảng ủy xã Long Sa tập trung thực hiện Nghị quyết số 27-NQ/TW.", ""),
        ("Để làm tốt việc này, Huyện ủy yêu cầu Đảng ủy xã Long Sa tập trung thực hiện Nghị quyết số 27-NQ/TW.", ""),
        (
            "Để phát huy vai trò, Thủ tướng Chính phủ chỉ thị các bộ, thành phố trực thuộc trung ương quán triệt Nghị quyết số 27-NQ/TW.",
            "",
        ),
        ("Xác định rõ vai trò của chi bộ, Đảng ủy xã Long Sa cần triển khai Nghị quyết số 27-NQ/TW.", ""),
    ],
    "since when a body does something": [
        (
            "Ngay từ đầu năm 2022, Đảng ủy xã Long Sa triển khai Nghị quyết số 27-NQ/TW.",
            "implementation(Đảng ủy xã Long Sa) implements 27-NQ/TW",
        ),
        (
            "Hai năm rưỡi qua, Đảng ủy xã Long Sa đã thực hiện tốt Nghị quyết số 27-NQ/TW.",
            "implementation(Đảng ủy xã Long Sa) implements 27-NQ/TW",
        ),
        ("Từ đầu năm tới, Đảng ủy xã Long Sa sẽ triển khai Nghị quyết số 27-NQ/TW.", ""),
    ],
    "years and a half that are looked back on": [
        (
            "Hội Nông dân xã sơ kết 2 năm rưỡi thực hiện Nghị quyết số 27-NQ/TW và sơ kết 2 năm thực hiện Chỉ thị số 4-CT/TW.",
            "review(Hội Nông dân xã) reviews 27-NQ/TW; review(Hội Nông dân xã) reviews 4-CT/TW",
        ),
    ],
    "those who listen to delegates": [
        (
            "Ngoài ra, bà con được nghe đại diện Hội Làm vườn xã, Hội Phụ nữ xã tuyên truyền pháp luật về Luật Lúa, Luật Trẻ em.",
            "dissemination(Hội Làm vườn xã, Hội Phụ nữ xã) disseminates Lúa; dissemination(Hội Làm vườn xã, Hội Phụ nữ xã) disseminates Trẻ em",
        ),
        (
            HELD + "Ông Lê A lên lớp; tại buổi học, các đại biểu được nghe phổ biến Luật Trẻ em; Luật Đê điều.",
            f"{US} disseminates Trẻ em; {US} disseminates Đê điều",
        ),
        ("Bà con mong được nghe đại diện Hội Làm vườn xã tuyên truyền Luật Trẻ em.", ""),
        ("Thôn đã tổ chức tuyên truyền pháp luật theo Kế hoạch số 15/KH-UBND.", ""),
    ],
    "a class that a plan asks for": [
        (
            "Thực hiện Kế hoạch số 15/KH-UBND, Trạm Y tế xã Long Sa đồng loạt tổ chức buổi tuyên truyền.",
            "implementation(Trạm Y tế xã Long Sa) implements 15/KH-UBND",
        ),
        (
            "Thực hiện Kế hoạch số 15/KH-UBND, Đảng ủy xã Long Sa đã mở 5 lớp tập huấn cho nông dân.",
            "implementation(Đảng ủy xã Long Sa) implements 15/KH-UBND",
        ),
        (
            "Thực hiện Kế hoạch số 15/KH-UBND, giao các xã mở lớp. Đảng ủy xã Long Sa đã mở 5 lớp tập huấn.",
            "implementation(Đảng ủy xã Long Sa) implements 15/KH-UBND",
        ),
    ],
    "the tasks of the one resolution named": [
        (
            TAUGHT + "Đảng ủy xã Long Sa đã thực hiện tốt các nội dung Nghị quyết đề ra.",
            f"{US} disseminates 27-NQ/TW; implementation(Đảng ủy xã Long Sa) implements 27-NQ/TW",
        ),
        (TAUGHT + "Đảng ủy xã Long Sa cần thực hiện tốt các nội dung Nghị quyết đề ra.", f"{US} disseminates 27-NQ/TW"),
    ],
    "a year's work of a union": [
        (
            "Thực hiện chương trình công tác Đoàn và phong trào thanh niên năm 2022, Đoàn xã Long Sa đã mở lớp học.",
            "implementation(Đoàn xã Long Sa) implements công tác Đoàn và phong trào thanh niên",
        ),
        ("Hội nghị bàn về chương trình công tác Đoàn năm 2022.", ""),
        ("Thực hiện chương trình công tác năm 2022, Đoàn xã Long Sa đã mở lớp học.", ""),
    ],
    "what an inspection has been told of": [
        (
            "Chiều nay, Đoàn kiểm tra, giám sát đã công bố quyết định giám sát việc thực hiện Nghị quyết số 27-NQ/TW.",
            "inspection(Đoàn kiểm tra, giám sát) reviews 27-NQ/TW",
        ),
        ("Đoàn kiểm tra, giám sát sẽ công bố quyết định giám sát việc thực hiện Nghị quyết số 27-NQ/TW.", ""),
    ],
    "who speaks at the event a sentence is set at": [
        (
            "Tại buổi tuyên truyền, Công an xã Long Sa đã phổ biến Luật Trẻ em.",
            "dissemination(Công an xã Long Sa) disseminates Trẻ em",
        ),
        (
            "Tại buổi tuyên truyền, cán bộ Hội Làm vườn xã Long Sa đã trực tiếp giới thiệu Luật Trẻ em.",
            "dissemination(Hội Làm vườn xã Long Sa) disseminates Trẻ em",
        ),
        (
            "Tại buổi tuyên truyền, Công an xã Long Sa đã phổ biến các văn bản về pháo; Luật Trẻ em; cách dập lửa; Luật Đê điều.",
            "dissemination(Công an xã Long Sa) disseminates Trẻ em; dissemination(Công an xã Long Sa) disseminates Đê điều",
        ),
        (
            HELD
            + "Tại hội nghị, các em học sinh đã được cán bộ trạm y tế tuyên truyền những nội dung cơ bản Luật Trẻ em.",
            f"{US} disseminates Trẻ em",
        ),
        ("Tại buổi tuyên truyền, cán bộ Hội Làm vườn xã Long Sa được khen theo Luật Thi đua, khen thưởng.", ""),
    ],
    "a team by which a body inspects": [
        (
            "Ngày 12/3/2022, Tỉnh đoàn Long Sa thành lập Đoàn tiến hành giám sát việc thực hiện Nghị quyết số 27-NQ/TW.",
            "inspection(Tỉnh đoàn Long Sa, 2022-03-12) reviews 27-NQ/TW",
        ),
        (
            "Tỉnh đoàn Long Sa thực hiện giám sát về việc thực hiện Nghị quyết số 27-NQ/TW\n\nNgày 12/3/2022, Ban Thường vụ Tỉnh đoàn Long Sa giám sát việc thực hiện Nghị quyết số 27-NQ/TW.",
            "inspection(Ban Thường vụ Tỉnh đoàn Long Sa, 2022-03-12) reviews 27-NQ/TW",
        ),
        ("Tỉnh đoàn Long Sa thành lập Đoàn giám sát việc thực hiện Nghị quyết số 27-NQ/TW.", ""),
        (
            "Giám sát việc triển khai Luật Trẻ em và giám sát việc triển khai thực hiện Luật Thanh niên.",
            "",
        ),
    ],
    "days over which an event lasts": [
        (
            "Trong thời gian 2 ngày, từ ngày 12-13/3/2022 Đảng ủy xã Long Sa tổ chức hội nghị quán triệt Nghị quyết số 27-NQ/TW.",
            "dissemination(Đảng ủy xã Long Sa, 2022-03-12) disseminates 27-NQ/TW",
        ),
    ],
    "who signs what puts a decision into effect": [
        (
            "Phó Chủ tịch UBND tỉnh vừa ký ban hành văn bản triển khai thực hiện Nghị quyết số 27-NQ/TW.",
            "implementation(Phó Chủ tịch UBND tỉnh) implements 27-NQ/TW",
        ),
        ("Phó Chủ tịch UBND tỉnh sẽ ký ban hành văn bản triển khai thực hiện Nghị quyết số 27-NQ/TW.", ""),
    ],
    "who cares for what is carried out": [
        (
            "Việc thực hiện Nghị quyết số 27-NQ/TW và Chỉ thị số 4-CT/TW luôn được Đảng ủy, chính quyền xã quan tâm, chỉ đạo.",
            "implementation(Đảng ủy, chính quyền xã) implements 27-NQ/TW; implementation(Đảng ủy, chính quyền xã) implements 4-CT/TW",
        ),
        (
            "Công tác triển khai thực hiện Nghị quyết số 27-NQ/TW được các cấp ủy đặc biệt quan tâm.",
            "implementation(các cấp ủy) implements 27-NQ/TW",
        ),
        (
            "Nghị quyết số 27-NQ/TW những năm qua đã được Huyện ủy, chính quyền, các hội quần chúng triển khai.",
            "implementation(Huyện ủy, chính quyền, các hội quần chúng) implements 27-NQ/TW",
        ),
        ("Việc thực hiện Nghị quyết số 27-NQ/TW cần được các cấp ủy quan tâm.", ""),
        ("Việc thực hiện Nghị quyết số 27-NQ/TW chưa được các cấp ủy quan tâm.", ""),
        ("Việc thực hiện Nghị quyết số 27-NQ/TW mong được Huyện ủy quan tâm.", ""),
        ("Việc thực hiện Nghị quyết số 27-NQ/TW còn ít được Huyện ủy quan tâm.", ""),
        ("Việc thực hiện Nghị quyết số 27-NQ/TW nếu được Huyện ủy quan tâm thì dân nhờ.", ""),
        ("Theo Nghị quyết số 27-NQ/TW, người nghèo được UBND xã quan tâm.", ""),
    ],
    "more that one inspection looks into": [
        (
            "Hội Nông dân huyện đã kiểm tra việc thực hiện Nghị quyết số 27-NQ/TW; công tác thu hội phí; kết quả 4 năm thực hiện Chỉ thị số 4-CT/TW.",
            "inspection(Hội Nông dân huyện) reviews 27-NQ/TW; inspection(Hội Nông dân huyện) reviews 4-CT/TW",
        ),
    ],
    "a committee named after a regulation": [
        (
            "Đoàn kiểm tra của Ban Chỉ đạo thực hiện Quy chế nếp sống chợ đã kiểm tra việc thực hiện Chỉ thị số 4-CT/TW.",
            "inspection(Đoàn kiểm tra của Ban Chỉ đạo thực hiện Quy chế nếp sống chợ) reviews 4-CT/TW",
        ),
        ("Ban Chỉ đạo thực hiện Quy chế nếp sống chợ huyện tổ chức hội nghị tổng kết năm 2020.", ""),
    ],
    "numbers with a letter, laws by a shorter name": [
        ("Đảng ủy xã đã thực hiện Nghị quyết 30a của Chính phủ.", "implementation(Đảng ủy xã) implements 30a"),
        (
            "Pháp lệnh số 9/2021/PL-UBTVQH15 về trông coi đê điều (gọi tắt là Pháp lệnh giữ đê) có hiệu lực. Đảng ủy xã đã thực hiện Pháp lệnh giữ đê.",
            "implementation(Đảng ủy xã) implements 9/2021/PL-UBTVQH15",
        ),
    ],
    "a scheme by the decision on it": [
        (
            "Thực hiện Đề án “Nghề mộc cho người trẻ” theo Quyết định số 15/QĐ-TTg, Hội Nông dân xã đã mở 5 lớp.",
            "implementation(Hội Nông dân xã) implements Nghề mộc cho người trẻ",
        ),
        (
            "Thực hiện Đề án 417/QĐ-TTg của Thủ tướng Chính phủ, Hội Nông dân xã đã mở 5 lớp.",
            "implementation(Hội Nông dân xã) implements 417/QĐ-TTg",
        ),
    ],
    "resolutions told in the paragraph below": [
        (
            "Tại hội nghị đã nghe đồng chí Lê A, Bí thư Đảng ủy xã trực tiếp triển khai 2 nghị quyết.\nCụ thể: Nghị quyết số 27-NQ/TW về làng nghề; Nghị quyết số 28-NQ/TW về đê điều.",
            "dissemination(None) disseminates 27-NQ/TW; dissemination(None) disseminates 28-NQ/TW",
        ),
        (
            "Tại hội nghị, ông Lê A đề nghị các xã thực hiện 2 nghị quyết.\nCụ thể: Nghị quyết số 27-NQ/TW về làng nghề.",
            "",
        ),
    ],
    "a body with its letters, a reunion": [
        (
            "Nhân dịp xuân mới, Ban Thường vụ Hội Nông dân (HND) tỉnh tổ chức họp mặt, sơ kết 5 năm Đề án “Nghề mộc cho người trẻ”.",
            "review(Ban Thường vụ Hội Nông dân (HND) tỉnh) reviews Nghề mộc cho người trẻ",
        ),
    ],
}


@pytest.mark.parametrize(("text", "said"), [pair for pairs in USES.values() for pair in pairs])
def test_what_is_done_about_documents(text: str, said: str) -> None:
    assert stated(text) == said


def test_a_newspapers_dateline_begins_its_report() -> None:
    text = (
        "Xã Long Sa có nhiều mô hình hay (BTN) - Đảng ủy xã Long Sa vừa tổ chức hội nghị tổng kết Chỉ thị số 4-CT/TW."
    )
    assert stated(text) == "review(Đảng ủy xã Long Sa) reviews 4-CT/TW"
