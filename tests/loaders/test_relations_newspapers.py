"""Constructions of newspaper articles, each with a near miss: set-apart punctuation, abbreviations, lists at an event."""

from __future__ import annotations

import pytest

from loaders.extraction import documents, mentions, normal, relations

USES = {
    "a body shortened with a stop": [
        (
            "Hôm qua 3.4, tại TP.HCM, Ban Dân vận T.Ư tổ chức hội nghị quán triệt Nghị quyết số 20-NQ/TW.",
            "dissemination(Ban Dân vận T.Ư) disseminates 20-NQ/TW",
        ),
        ("Ban Dân vận họp. Nơi khác mong tổ chức hội nghị quán triệt Nghị quyết số 20-NQ/TW.", ""),
    ],
    "a place of two names before the body": [
        (
            "Ngày 6.4, tại TP. Long Sa, Long Hà, Sở Y tế tổ chức hội nghị phổ biến Luật Thanh niên.",
            "dissemination(Sở Y tế) disseminates Thanh niên",
        ),
    ],
    "study among what is made known": [
        (
            "Huyện ủy Long Hà tổ chức hội nghị học tập, nghiên cứu, quán triệt Nghị quyết số 20-NQ/TW.",
            "dissemination(Huyện ủy Long Hà) disseminates 20-NQ/TW",
        ),
        ("Huyện ủy Long Hà nghiên cứu sửa đổi Quy định số 5-QĐ/HU.", ""),
    ],
    "bodies that act together": [
        (
            "Sáng 3/4, Sở Tư pháp Cần Thơ phối hợp các sở, ban, ngành tổ chức hội nghị phổ biến Luật Thanh niên.",
            "dissemination(Sở Tư pháp Cần Thơ) disseminates Thanh niên",
        ),
        ("Sở Tư pháp cần phối hợp các sở tổ chức hội nghị phổ biến Luật Thanh niên.", ""),
    ],
    "on this occasion": [
        (
            "Dịp này, Hội Nông dân xã Long Sa tổ chức tuyên truyền Luật Thanh niên, Luật Thư viện cho hội viên.",
            "dissemination(Hội Nông dân xã Long Sa) disseminates Thanh niên; dissemination(Hội Nông dân xã Long Sa) disseminates Thư viện",
        ),
    ],
    "what was made known at the event, in a list": [
        (
            "Sở Tư pháp tổ chức hội nghị giới thiệu các luật mới.\nCác luật được triển khai tại hội nghị gồm: Luật Thanh niên; Luật Thư viện.",
            "dissemination(Sở Tư pháp) disseminates Thanh niên; dissemination(Sở Tư pháp) disseminates Thư viện",
        ),
        (
            "Sở Tư pháp tổ chức hội nghị giới thiệu các luật mới.\nCác luật được phổ biến tại hội nghị là Luật Thanh niên và Luật Thư viện.",
            "dissemination(Sở Tư pháp) disseminates Thanh niên; dissemination(Sở Tư pháp) disseminates Thư viện",
        ),
        (
            "Sở Tư pháp tổ chức hội nghị giới thiệu các luật mới.\nCác luật sẽ được phổ biến tại hội nghị là Luật Thanh niên.",
            "",
        ),
        (
            "Sở Tư pháp tổ chức hội nghị giới thiệu các luật mới.\nCác luật được phổ biến rộng rãi như Luật Thanh niên đã quen thuộc.",
            "",
        ),
    ],
    "a body that has acted, after an adjunct": [
        (
            "Xác định rõ nhiệm vụ, với quyết tâm cao, Đảng bộ huyện Long Hà đã tổ chức thực hiện nghiêm túc Chỉ thị số 4-CT/TW.",
            "implementation(Đảng bộ huyện Long Hà) implements 4-CT/TW",
        ),
        (
            "Trong 5 năm qua, cấp ủy các xã, thị trấn trong huyện đã triển khai thực hiện Chỉ thị số 4-CT/TW.",
            "implementation(cấp ủy các xã, thị trấn trong huyện) implements 4-CT/TW",
        ),
        ("Với quyết tâm cao, Đảng bộ huyện Long Hà sẽ thực hiện Chỉ thị số 4-CT/TW.", ""),
        ("Nếu được giao, Đảng bộ huyện Long Hà đã thực hiện Chỉ thị số 4-CT/TW.", ""),
        ("Ông Lê A cho hay, các địa phương đã thực hiện Chỉ thị số 4-CT/TW.", ""),
    ],
    "the text of an instrument that the page gives": [
        (
            "Huyện ủy Long Hà vừa ban hành Chỉ thị số 17 về trồng rừng.\nNội dung Chỉ thị như sau:\nNhững năm qua, thực hiện Kết luận số 10-KL/HU, việc trồng rừng có nhiều kết quả.",
            "17 cites 10-KL/HU",
        ),
        (
            "Huyện ủy Long Hà vừa ban hành Chỉ thị số 17 về trồng rừng.\nNội dung Chỉ thị được nhiều người quan tâm.\nNhững năm qua, thực hiện Kết luận số 10-KL/HU, việc trồng rừng có nhiều kết quả.",
            "",
        ),
    ],
    "a second span of years looked back on": [
        (
            "Trong dịp này, các cấp ủy đảng cũng tổ chức hội nghị sơ kết 3 năm thực hiện Nghị quyết số 20-NQ/TW và 5 năm thực hiện Chỉ thị số 4-CT/TW.",
            "review(các cấp ủy đảng) reviews 20-NQ/TW; review(các cấp ủy đảng) reviews 4-CT/TW",
        ),
        (
            "Huyện ủy tổ chức hội nghị sơ kết 3 năm thực hiện Nghị quyết số 20-NQ/TW; đề nghị các xã thực hiện Chỉ thị số 4-CT/TW.",
            "review(Huyện ủy) reviews 20-NQ/TW",
        ),
    ],
    "whose purpose it is": [
        (
            "Huyện ủy ban hành Công văn số 9-CV/HU về kiểm điểm cán bộ theo Nghị quyết số 20-NQ/TW để triển khai thực hiện Công văn số 18-CV/TU.",
            "9-CV/HU basedOn 20-NQ/TW; 9-CV/HU implements 18-CV/TU",
        ),
        (
            "Công văn số 9-CV/HU về xếp loại cán bộ theo Kế hoạch số 3-KH/HU thực hiện Công văn số 18-CV/TU.",
            "9-CV/HU basedOn 3-KH/HU; 3-KH/HU implements 18-CV/TU",
        ),
    ],
    "a plan that a decision is about": [
        ("Quyết định số 32/QĐ-TTg về Kế hoạch triển khai thi hành Luật Thanh niên.", "32/QĐ-TTg implements Thanh niên"),
        ("Quyết định số 32/QĐ-TTg về phân công tại Kế hoạch trồng rừng, Luật Thanh niên.", ""),
    ],
    "a ground behind an aim": [
        (
            "Để đáp ứng yêu cầu phòng bệnh, căn cứ Nghị quyết số 30/2021/QH15, Chính phủ đã sớm ban hành Nghị quyết số 12/NQ-CP.",
            "12/NQ-CP basedOn 30/2021/QH15",
        ),
    ],
    "what of a document is told at an event": [
        (
            "Tỉnh đoàn tổ chức hội nghị báo cáo viên. Tại hội nghị, các đại biểu được nghe Công an tỉnh thông tin một số nội dung về an ninh; những nội dung cơ bản của Luật Thanh niên.",
            "dissemination(Tỉnh đoàn) disseminates Thanh niên",
        ),
        (
            "Tỉnh đoàn tổ chức hội nghị báo cáo viên. Tại hội nghị, các đại biểu được nghe Công an tỉnh truyền đạt chuyên đề về an ninh; việc sửa đổi các quy định thi hành Luật Thanh niên.",
            "",
        ),
    ],
    "a day behind the body": [
        (
            "Đảng ủy Quân khu 8 vào sáng nay (27/6/2022) tổ chức tổng kết 10 năm thực hiện Nghị quyết 765 của Quân ủy Trung ương.",
            "review(Đảng ủy Quân khu 8, 2022-06-27) reviews 765",
        ),
    ],
    "headlines are no adjuncts": [
        (
            "Triển khai thực hiện Nghị quyết số 20-NQ/TW\n\nSáng 10/6, Huyện ủy Long Hà đã tổ chức hội nghị bàn về cây lúa.",
            "",
        ),
        (
            "Thực hiện Nghị quyết số 20-NQ/TW về trồng rừng.\nNgày 10/6, Huyện ủy Long Hà đã ban hành Kế hoạch số 9-KH/HU.",
            "9-KH/HU implements 20-NQ/TW",
        ),
    ],
    "lists of drafts": [
        (
            "Quốc hội cho ý kiến về ba dự án luật: Luật sửa đổi, bổ sung một số điều của Luật Thanh niên, Luật Chứng khoán (sửa đổi), Luật Thư viện.",
            "",
        ),
        (
            "Quốc hội thông qua ba luật: Luật sửa đổi, bổ sung một số điều của Luật Thanh niên; Luật Thư viện.",
            "sửa đổi, bổ sung một số điều của Luật Thanh niên amends Thanh niên",
        ),
    ],
    "a law passed to take another's place": [
        (
            "Luật Thanh niên năm 2020 được Quốc hội thông qua tại kỳ họp thứ 9 để thay thế cho Luật Thanh niên năm 2005.",
            "Thanh niên replaces Thanh niên",
        ),
    ],
    "what somebody hears a report on": [
        (
            "Chiều 9/8, đồng chí Lê A làm việc với Tỉnh ủy Long Hà để nghe báo cáo về tình hình thực hiện Nghị quyết số 20-NQ/TW.",
            "",
        ),
    ],
    "a review joined to another act": [
        (
            "UBND huyện Long Hà tổ chức hội nghị triển khai Đề án 938 của Thủ tướng Chính phủ và sơ kết 2 năm thực hiện Đề án 404.",
            "implementation(UBND huyện Long Hà) implements 938; review(UBND huyện Long Hà) reviews 404",
        ),
    ],
    "a list in paragraphs of its own": [
        (
            "Huyện ủy Long Hà tổ chức hội nghị quán triệt các văn bản mới.\nTại hội nghị, các đại biểu được quán triệt các văn bản sau:\n- Chỉ thị số 4-CT/TW về trồng rừng;\n- Kết luận số 9-KL/TW về thủy lợi.\nNghị quyết số 6-NQ/TW có nhiều điểm mới.",
            "dissemination(Huyện ủy Long Hà) disseminates 4-CT/TW; dissemination(Huyện ủy Long Hà) disseminates 9-KL/TW",
        ),
        (
            "Đảng ủy xã Long Sa tổ chức nghiên cứu, học tập, quán triệt Nghị quyết số 5-NQ/TW.\nTại hội nghị đã nghe đồng chí Lê A triển khai 2 văn bản mới.\nCụ thể: Nghị quyết số 27-NQ/TW về xây dựng và Kết luận số 45-KL/TW về quy hoạch.",
            "dissemination(Đảng ủy xã Long Sa) disseminates 27-NQ/TW; dissemination(Đảng ủy xã Long Sa) disseminates 45-KL/TW; dissemination(Đảng ủy xã Long Sa) disseminates 5-NQ/TW",
        ),
        (
            "Huyện ủy Long Hà tổ chức hội nghị quán triệt các văn bản mới.\nBí thư Huyện ủy yêu cầu các xã quán triệt các văn bản sau:\n- Chỉ thị số 4-CT/TW về trồng rừng;",
            "",
        ),
    ],
    "days joined before the body": [
        (
            "Chiều ngày 21 và sáng ngày 22 tháng 12 năm 2022 Đảng ủy xã Long Sa tổ chức hội nghị quán triệt Nghị quyết số 5-NQ/TW.",
            "dissemination(Đảng ủy xã Long Sa, 2022-12-21) disseminates 5-NQ/TW",
        ),
    ],
    "acts named by their body and subject": [
        (
            "UBND tỉnh có Công văn số 49/UBND-NC về việc thực hiện Chỉ thị của Thủ tướng Chính phủ về trồng rừng.",
            "49/UBND-NC implements trồng rừng",
        ),
        (
            "Huyện ủy tổ chức hội nghị quán triệt Nghị quyết của Ban Chấp hành Trung ương về công tác cán bộ.",
            "dissemination(Huyện ủy) disseminates công tác cán bộ",
        ),
        ("Huyện ủy tổ chức hội nghị quán triệt Nghị quyết của Ban Chấp hành Trung ương.", ""),
        ("Huyện ủy tổ chức hội nghị quán triệt nghị quyết của Ban Chấp hành Trung ương về công tác cán bộ.", ""),
    ],
    "acts without a number that change others": [
        (
            "Quốc hội đã thông qua Nghị quyết về cơ chế đặc thù, thay thế Nghị quyết 54 năm 2017.",
            "cơ chế đặc thù replaces 54",
        ),
        (
            "Bộ Y tế vừa ban hành Thông tư về khám bệnh tại nhà, thay thế Thông tư số 5/2015/TT-BYT.",
            "khám bệnh tại nhà replaces 5/2015/TT-BYT",
        ),
        ("Bộ Y tế sẽ ban hành Thông tư về khám bệnh tại nhà, thay thế Thông tư số 5/2015/TT-BYT.", ""),
        ("Bộ Y tế trình Chính phủ ban hành Nghị định về phà, thay thế Nghị định số 5/2015/NĐ-CP.", ""),
        ("Bộ Y tế lấy ý kiến dự thảo Thông tư về khám bệnh, thay thế Thông tư số 5/2015/TT-BYT.", ""),
    ],
    "what a draft is to change": [
        (
            "Chính phủ ban hành Nghị quyết số 36/NQ-CP về dự thảo Nghị quyết của Quốc hội sửa đổi Nghị quyết số 98/2023/QH15.",
            "",
        ),
        (
            "Quốc hội ban hành Nghị quyết số 36/2025/QH15 sửa đổi Nghị quyết số 98/2023/QH15.",
            "36/2025/QH15 amends 98/2023/QH15",
        ),
    ],
    "bodies named by what they are about": [
        (
            "Ủy ban về Người Việt Nam ở nước ngoài tỉnh Long Hà tổ chức hội nghị tuyên truyền về Luật Thanh niên.",
            "dissemination(Ủy ban về Người Việt Nam ở nước ngoài tỉnh Long Hà) disseminates Thanh niên",
        ),
        ("Báo cáo về tỉnh Long Hà mong tổ chức hội nghị tuyên truyền về Luật Thanh niên.", ""),
    ],
    "congresses and terms in figures": [
        (
            "Chỉ thị số 1-CT/TW của Bộ Chính trị về học tập, quán triệt Nghị quyết Đại hội 14.",
            "1-CT/TW disseminates Đại hội 14",
        ),
        ("Tỉnh đoàn tổ chức hội nghị quán triệt nghị quyết đại hội 15 đại biểu.", ""),
    ],
}


def stated(text):
    content = normal.normal(text).content
    read = relations.read(documents.group(content, mentions.find(content)))
    names = {d.id: d.number or d.title or d.issuer for d in read.documents}
    for act in read.activities:
        names[act.id] = f"{act.kind}({act.actor}{', ' + act.date if act.date else ''})"
    return "; ".join(sorted(f"{names[r.head]} {r.predicate} {names[r.tail]}" for r in read.relations))


CASES = [(kind, text, expected) for kind, rows in USES.items() for text, expected in rows]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=f"{k}-{n}") for n, (k, t, e) in enumerate(CASES)])
def test_a_construction_of_a_newspaper_is_read_as_it_is_written(text, expected):
    assert stated(text) == "; ".join(sorted(filter(None, expected.split("; "))))


APART = [
    "Đảng ủy xã Long Sa ( Long An ) tổ chức hội nghị quán triệt Nghị quyết Trung ương 7 ( khóa IX ) .",
    "Sáng 3/4 , Huyện ủy , UBND huyện Long Hà ( Long An ) tổ chức hội nghị quán triệt , học tập Chỉ thị số 4 - CT / TW .",
    "Sở Y tế ( đơn vị chủ trì ) , Sở Tư pháp , Sở Nội vụ vừa tổ chức hội nghị tổng kết 5 năm thực hiện Nghị quyết 20 - NQ / TW .",
]


@pytest.mark.parametrize("text", APART)
def test_punctuation_that_a_tokenizer_has_set_apart_changes_nothing(text):
    together = text.replace(" ,", ",").replace(" )", ")").replace("( ", "(").replace(" .", ".")
    assert stated(text) == stated(together) != ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("các quy định 85-QĐ/TW, 99-QĐ/TW và 100-QĐ/TW", ["QyĐ", "QyĐ", "QyĐ"]),
        ("Quy định số 85-QĐ/TW, Kế hoạch số 9-KH/TW", ["QyĐ", "KH"]),
        ("Quyết định số 85-QĐ/TU, 99-QĐ/TU", ["QĐ", "QĐ"]),
    ],
)
def test_the_members_of_a_list_with_one_symbol_are_of_one_type(text, found):
    assert [r.type for r in mentions.find(text)] == found


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Toàn bộ 51 Luật thông qua tại Kỳ họp thứ 10.", []),
        ("những quy định còn phù hợp của Luật năm 2004", []),
        ("Luật Thanh niên năm 2020 thông qua tại Kỳ họp thứ 9", ["Thanh niên"]),
        ("Nghị quyết số 18 ngày 2/5/2017 của Tỉnh ủy về 'Sắp xếp tổ chức bộ máy' tại tỉnh", ["Sắp xếp tổ chức bộ máy"]),
    ],
)
def test_what_names_a_document_and_what_does_not(text, titles):
    grouping = documents.group(text, mentions.find(text))
    assert [d.title for d in grouping.documents] == titles


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Các chi bộ quán triệt Nghị quyết 847 nghiêm túc.", ["847"]),
        ("Nghị quyết 5 năm phát triển kinh tế được thông qua.", []),
        ("Nghị quyết 30 ngày làm việc là tên một cuốn sách.", []),
        ("Đề án 938 nhằm nâng cao nhận thức.", ["938"]),
        ("Kết luận 12 nội dung quan trọng.", []),
    ],
)
def test_bare_figures_after_a_type_word(text, numbers):
    assert [r.number for r in mentions.find(text)] == numbers


def test_a_title_ends_before_who_holds_the_event():
    (found,) = mentions.find("tổng kết Nghị quyết số 5-NQ/TW về công tác dân vận do Ban Bí thư tổ chức đã khai mạc")
    assert found.title == "công tác dân vận"
    (other,) = mentions.find("Nghị quyết số 5-NQ/TW về hỗ trợ người dân gặp khó khăn do Covid-19 gây ra")
    assert other.title == "hỗ trợ người dân gặp khó khăn do Covid-19 gây ra"


def test_the_middle_of_a_longer_date_is_no_day():
    (found,) = mentions.find("2026-01-11 - Thủ tướng Chính phủ vừa ký Quyết định số 48/QĐ-TTg", published="2026-01-11")
    assert found.date is None


def test_the_place_of_a_council_may_stand_before_the_day():
    (found,) = mentions.find("Nghị quyết 10/2016/NQ-HĐND tỉnh ngày 7/12/2016 của HĐND tỉnh về phân cấp")
    assert (found.date, found.issuer, found.title) == ("2016-12-07", "HĐND tỉnh", "phân cấp")


def test_a_short_form_with_its_issuer_tells_the_title_that_a_headline_left_out():
    text = "Sơ kết Chỉ thị số 05 của Bộ Chính trị\n\nSơ kết Chỉ thị số 05 của Bộ Chính trị về trồng rừng."
    grouping = documents.group(text, mentions.find(text))
    assert [(d.number, d.title) for d in grouping.documents] == [("05", "trồng rừng")]
