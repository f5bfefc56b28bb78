"""What pages say who explain the law: numbers in brackets, types in letters, acts told by their body, lists of a plenum."""

from __future__ import annotations

import pytest

from tests.loaders.statements import read

EXPLAINED = {
    "a number in brackets is that of the words before it": [
        (
            "UBND tỉnh vừa ban hành Kế hoạch triển khai thực hiện Nghị quyết số 57-NQ/TW (Kế hoạch số 12/KH-UBND ngày 3/5/2031).",
            "12/KH-UBND implements 57-NQ/TW",
        ),
        (
            "Sở Y tế có văn bản chỉ đạo thực hiện Chỉ thị số 5/CT-TTg ngày 2/3/2031 của Thủ tướng Chính phủ (Công văn số 12/SYT-NV, ngày 3/4/2031).",
            "12/SYT-NV implements 5/CT-TTg",
        ),
        (
            "HĐND tỉnh ban hành nghị quyết cụ thể hóa Luật Thư viện (Nghị quyết số 12/2031/NQ-HĐND).",
            "12/2031/NQ-HĐND implements L",
        ),
        (
            "UBND tỉnh đã có quyết định thay thế Quyết định số 5/2020/QĐ-UBND (Quyết định số 12/2031/QĐ-UBND).",
            "12/2031/QĐ-UBND replaces 5/2020/QĐ-UBND",
        ),
        (
            "Nghị định của Chính phủ về cây chè (Nghị định số 71/2024/NĐ-CP) thay thế Nghị định số 44/2014/NĐ-CP.",
            "71/2024/NĐ-CP replaces 44/2014/NĐ-CP",
        ),
        # of another type, of several, or of words that have a number: nothing is joined
        ("UBND tỉnh ban hành Kế hoạch trồng rừng (Quyết định số 12/2031/QĐ-UBND).", ""),
        ("Các quyết định của huyện và quyết định của xã về cây chè (Quyết định số 12/2031/QĐ-UBND) còn đó.", ""),
        (
            "UBND tỉnh ban hành Kế hoạch số 9/KH-UBND thực hiện Nghị quyết số 57-NQ/TW (Kế hoạch số 12/KH-UBND).",
            "9/KH-UBND implements 57-NQ/TW",
        ),
    ],
    "types in letters": [
        ("Thông tư số 45/2031/TT-BTC thay thế QĐ15/2026/BTC.", "45/2031/TT-BTC replaces 15/2026/BTC"),
        ("NĐ15/2021/NĐ-CP thay thế NĐ36/2019/NĐ-CP.", "15/2021/NĐ-CP replaces 36/2019/NĐ-CP"),
        ("NĐ 9/2030 quy định chi tiết Luật Thư viện.", "9/2030 details L"),
        ("Thông tư số 39/2016/TT-NHNN đã được bãi bỏ bởi TT 16/2023.", "16/2023 repeals 39/2016/TT-NHNN"),
        ("Tờ khai GTGT15/2021 thay thế tờ khai cũ.", ""),
    ],
    "in part": [
        (
            "Nghị định số 65/2031/NĐ-CP thay thế toàn bộ Nghị định số 13/2026/NĐ-CP và một phần Nghị định số 15/2026/NĐ-CP.",
            "65/2031/NĐ-CP replaces 13/2026/NĐ-CP; 65/2031/NĐ-CP replaces 15/2026/NĐ-CP",
        ),
    ],
    "in force, and then a change that is to come with it": [
        ("Luật Thư viện năm 2031 có hiệu lực từ 1/8/2031 sẽ thay thế Luật Thư viện năm 2019.", "L replaces L"),
        ("Thông tư số 5/2031/TT-BYT có hiệu lực từ 1/8/2031 theo lịch cũ thay thế bảng giá.", ""),
    ],
    "what a text is": [
        (
            "Nghị định số 83/2030/NĐ-CP là văn bản hướng dẫn Luật Thư viện.",
            "83/2030/NĐ-CP guides L",
        ),
        ("Nghị định số 83/2030/NĐ-CP và các văn bản hướng dẫn Luật Thư viện đã in xong.", ""),
        ("Nghị định số 85/2024/NĐ-CP ban hành trên cơ sở Luật Thư viện.", "85/2024/NĐ-CP basedOn L"),
    ],
    "a purpose in brackets": [
        (
            "Quyết định số 24/QĐ-BYT ngày 18/8/2031 của Bộ Y tế (cụ thể hóa Nghị quyết số 83-NQ/TW) nêu rõ mục tiêu.",
            "24/QĐ-BYT implements 83-NQ/TW",
        ),
    ],
    "several that fill in": [
        (
            "Luật Thư viện năm 2031 thay thế Luật Thư viện năm 2019, được hướng dẫn bởi Nghị định số 9/2031/NĐ-CP và Thông tư số 8/2031/TT-BYT.",
            "L replaces L; 9/2031/NĐ-CP guides L; 8/2031/TT-BYT guides L",
        ),
    ],
    "the new one": [
        (
            "Bộ Tài chính vừa ban hành Thông tư số 12/2031/TT-BTC quy định về phí. Thông tư mới thay thế Thông tư số 30/2020/TT-BTC.",
            "12/2031/TT-BTC replaces 30/2020/TT-BTC",
        ),
        ("Bộ Tài chính đang soạn thảo. Thông tư mới sẽ thay thế Thông tư số 30/2020/TT-BTC.", ""),
    ],
    "a bare type word that takes up the sentence before": [
        (
            "Chính phủ ban hành Nghị định số 5/2031/NĐ-CP. Nghị định thay thế Nghị định số 4/2020/NĐ-CP.",
            "5/2031/NĐ-CP replaces 4/2020/NĐ-CP",
        ),
        (
            "Chính phủ ban hành Nghị định số 5/2031/NĐ-CP. Nghị định được xây dựng nhằm quy định chi tiết Luật Thư viện.",
            "5/2031/NĐ-CP details L",
        ),
        (
            "Luật Thư viện được sửa đổi toàn diện. Luật đã cụ thể hóa nội dung, tinh thần Nghị quyết số 61-NQ/TW.",
            "L implements 61-NQ/TW",
        ),
        ("Bộ họp báo sáng nay. Nghị định thay thế Nghị định số 4/2020/NĐ-CP đang được soạn.", ""),
        ("Chính phủ ban hành Nghị định số 5/2031/NĐ-CP.\nNghị định thay thế Nghị định số 4/2020/NĐ-CP", ""),
    ],
    "a headline in capitals that tells of a law": [
        (
            "TÀI LIỆU GIỚI THIỆU\nLUẬT THƯ VIỆN SỐ 17/2031/QH16\nLuật Thư viện số 17/2031/QH16 có hiệu lực từ ngày 01/9/2031, thay thế Luật Thư viện số 23/2019/QH14.",
            "17/2031/QH16 replaces 23/2019/QH14",
        ),
    ],
    "grounds without a head, over articles": [
        (
            "Căn cứ Luật Thư viện;\nBộ trưởng Bộ Giáo dục và Đào tạo quyết định:\nĐiều 1. Ban hành kèm theo Thông tư này Quy định về tiêu chuẩn phòng học nhạc.\nĐiều 2. Thông tư có hiệu lực từ ngày 3 tháng 5 năm 2031.",
            "TT basedOn L; TT promulgates KH-kt",
        ),
    ],
    "resolutions of a plenum, then their numbers": [
        (
            "Đảng ủy xã tổ chức hội nghị quán triệt các Nghị quyết Hội nghị Trung ương 5 khóa XII gồm: Nghị quyết số 10-NQ/TW về kinh tế tư nhân, Nghị quyết số 11-NQ/TW về kinh tế thị trường.",
            "dissemination(Đảng ủy xã) disseminates 10-NQ/TW; dissemination(Đảng ủy xã) disseminates 11-NQ/TW",
        ),
        (
            "Thực hiện các Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII: Nghị quyết số 18-NQ/TW, Nghị quyết số 19-NQ/TW, Đảng ủy phường tổ chức hội nghị học tập.",
            "dissemination(Đảng ủy phường) disseminates 18-NQ/TW; dissemination(Đảng ủy phường) disseminates 19-NQ/TW; implementation(Đảng ủy phường) implements 18-NQ/TW; implementation(Đảng ủy phường) implements 19-NQ/TW",
        ),
    ],
    "the one programme of a body": [
        (
            "UBND tỉnh có công văn triển khai Chương trình hành động của Tỉnh ủy thực hiện Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX. Các sở bám sát Chương trình hành động số 8-CTr/TU ngày 2/4/2031 của Tỉnh ủy.",
            "8-CTr/TU implements NQ",
        ),
        (  # two: which one is meant is not said
            "Chương trình hành động của Tỉnh ủy thực hiện Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX nêu rõ. Các sở bám sát Chương trình số 8-CTr/TU và Chương trình số 9-CTr/TU.",
            "",
        ),
    ],
    "letters of a list, whose symbols tell no type": [
        (
            "SỞ TÀI CHÍNH\nSố: 15/QĐ-STC\nLong Hà, ngày 3 tháng 2 năm 2031\n\nQUYẾT ĐỊNH\nVề việc giao dự toán\n\nCăn cứ Luật Thư viện;\nTheo đề nghị của Sở Nông nghiệp tại các công văn: Số 463/SNN-VT ngày 6 tháng 9 năm 2030; số 207/SNN-VT ngày 2 tháng 3 năm 2031,\n\nQUYẾT ĐỊNH:\nĐiều 1. Giao dự toán.",
            "15/QĐ-STC basedOn L; 15/QĐ-STC cites 463/SNN-VT; 15/QĐ-STC cites 207/SNN-VT",
        ),
    ],
    "grounds without a number": [
        (
            "SỞ TÀI CHÍNH\nSố: 15/QĐ-STC\nLong Hà, ngày 3 tháng 2 năm 2031\n\nQUYẾT ĐỊNH\nVề việc giao dự toán\n\nCăn cứ vào Nghị quyết của Quốc hội khóa X, kỳ họp thứ 4 về dự toán ngân sách;\nTheo đề nghị của Trưởng phòng,\n\nQUYẾT ĐỊNH:\nĐiều 1. Giao dự toán.",
            "15/QĐ-STC basedOn NQ",
        ),
    ],
    "another document does it": [
        (
            "Nghị định số 5/2020/NĐ-CP và Nghị định số 6/2020/NĐ-CP đã bị Nghị định số 12/2031/NĐ-CP bãi bỏ.",
            "12/2031/NĐ-CP repeals 5/2020/NĐ-CP; 12/2031/NĐ-CP repeals 6/2020/NĐ-CP",
        ),
        (
            "Khoản 2 Điều 5 Nghị định số 5/2020/NĐ-CP được Nghị định số 12/2031/NĐ-CP sửa đổi, bổ sung như sau: phạt 5 triệu đồng.",
            "12/2031/NĐ-CP amends 5/2020/NĐ-CP",
        ),
        ("Luật Thư viện được Nghị định số 12/2031/NĐ-CP quy định chi tiết.", "12/2031/NĐ-CP details L"),
        (
            "Nghị định số 5/2020/NĐ-CP được Chính phủ ban hành, Nghị định số 12/2031/NĐ-CP sửa đổi Nghị định số 4/2019/NĐ-CP.",
            "12/2031/NĐ-CP amends 4/2019/NĐ-CP",
        ),
        (
            "Kể từ ngày Thông tư số 12/2031/TT-BYT có hiệu lực, các Thông tư số 30/2020/TT-BYT và số 31/2020/TT-BYT hết hiệu lực.",
            "12/2031/TT-BYT repeals 30/2020/TT-BYT; 12/2031/TT-BYT repeals 31/2020/TT-BYT",
        ),
        ("Kể từ ngày Thông tư số 12/2031/TT-BYT được in, Thông tư số 30/2020/TT-BYT hết hiệu lực.", ""),
    ],
    "a list of what fills in a law": [
        (
            "Các văn bản hướng dẫn Luật Thư viện gồm: Nghị định số 5/2031/NĐ-CP; Thông tư số 12/2031/TT-BYT.",
            "5/2031/NĐ-CP guides L; 12/2031/TT-BYT guides L",
        ),
        (
            "Theo Luật Thư viện năm 2020 và các văn bản hướng dẫn thi hành như Nghị định số 5/2031/NĐ-CP, Thông tư số 12/2031/TT-BYT thì phải đăng ký.",
            "5/2031/NĐ-CP guides L; 12/2031/TT-BYT guides L",
        ),
        (
            "Luật Thư viện và các nghị định quy định chi tiết thi hành Luật gồm Nghị định số 5/2031/NĐ-CP đã có hiệu lực.",
            "5/2031/NĐ-CP details L",
        ),
        ("Ông Nam đã đọc Luật Thư viện và các văn bản liên quan, như Nghị định số 5/2031/NĐ-CP.", ""),
        ("Các văn bản hướng dẫn Luật Thư viện đã in. Nghị định số 5/2031/NĐ-CP thì chưa.", ""),
    ],
    "rules of another that a page says are changed": [
        (
            "Nghị định số 129/2028/NĐ-CP bãi bỏ quy định miễn phí qua đò cho một số khách tại Nghị định số 46/2019/NĐ-CP.",
            "129/2028/NĐ-CP repeals 46/2019/NĐ-CP",
        ),
        (
            "Nghị định số 129/2028/NĐ-CP sửa đổi quy định về mức phạt tại Điều 5 Nghị định số 46/2019/NĐ-CP.",
            "129/2028/NĐ-CP amends 46/2019/NĐ-CP",
        ),
        ("Nghị định số 129/2028/NĐ-CP bãi bỏ các thủ tục hành chính trái với Nghị định số 46/2019/NĐ-CP.", ""),
        ("Nghị định số 129/2028/NĐ-CP bổ sung mức chi cho các xã thuộc Nghị định số 46/2019/NĐ-CP.", ""),
    ],
    "initials of a law, without its `và`": [
        (
            "Theo Luật Hôn nhân và Gia đình năm 2014 (Luật HNGĐ) thì phải đăng ký. Nghị định số 5/2031/NĐ-CP quy định chi tiết Luật HNGĐ.",
            "5/2031/NĐ-CP details L",
        ),
    ],
    "each its own": [
        (
            "Nghị định số 45/2031/NĐ-CP thay thế Nghị định số 12/2020/NĐ-CP và Thông tư số 5/2031/TT-BTC thay thế Thông tư số 8/2020/TT-BTC.",
            "45/2031/NĐ-CP replaces 12/2020/NĐ-CP; 5/2031/TT-BTC replaces 8/2020/TT-BTC",
        ),
        (
            "Nghị định số 45/2031/NĐ-CP thay thế Nghị định số 12/2020/NĐ-CP và Thông tư số 5/2031/TT-BTC không thay thế Thông tư số 8/2020/TT-BTC.",
            "45/2031/NĐ-CP replaces 12/2020/NĐ-CP",
        ),
        (
            "Quyết định số 8/2031/QĐ-UBND thay thế Quyết định số 7/2020/QĐ-UBND và Chỉ thị số 9/CT-UBND.",
            "8/2031/QĐ-UBND replaces 7/2020/QĐ-UBND; 8/2031/QĐ-UBND replaces 9/CT-UBND",
        ),
        (
            "Nghị quyết số 4/2020/NQ-HĐND đã hết hiệu lực, thay thế bằng Nghị quyết số 5/2031/NQ-HĐND.",
            "5/2031/NQ-HĐND replaces 4/2020/NQ-HĐND",
        ),
        (
            "Thay thế cho Nghị định số 12/2020/NĐ-CP, Nghị định số 45/2031/NĐ-CP có nhiều điểm mới.",
            "45/2031/NĐ-CP replaces 12/2020/NĐ-CP",
        ),
        ("Nhắc lại Nghị định số 12/2020/NĐ-CP, Nghị định số 45/2031/NĐ-CP có nhiều điểm mới.", ""),
    ],
    "a plan takes the place of a plan": [
        (
            "Kế hoạch số 5/KH-UBND của UBND tỉnh triển khai Quyết định số 12/QĐ-TTg thay thế Kế hoạch số 4/KH-UBND.",
            "5/KH-UBND implements 12/QĐ-TTg; 5/KH-UBND replaces 4/KH-UBND",
        ),
        (
            "Thông tư số 5/2031/TT-BYT hướng dẫn Nghị định số 12/2031/NĐ-CP thay thế Nghị định số 4/2020/NĐ-CP.",
            "5/2031/TT-BYT guides 12/2031/NĐ-CP; 12/2031/NĐ-CP replaces 4/2020/NĐ-CP",
        ),
    ],
    "a law that changes another, its number in brackets": [
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Thư viện (Luật số 5/2031/QH16) có hiệu lực từ 1/7/2031.",
            "5/2031/QH16 amends L",
        ),
    ],
    "a scheme that is approved": [
        (
            "Đề án “Phát triển văn hóa đọc” được Thủ tướng Chính phủ phê duyệt tại Quyết định số 12/QĐ-TTg.",
            "12/QĐ-TTg promulgates KH-kt",
        ),
    ],
    "what a page or a letter quotes": [
        (
            "Tại khoản 4 Điều 6 Thông tư số 44/2031/TT-BXD quy định: “3. Sửa đổi, bổ sung khoản 2 Điều 7 Thông tư số 12/2029/TT-BXD như sau: ...”",
            "44/2031/TT-BXD amends 12/2029/TT-BXD",
        ),
        (
            "Theo Nghị định số 100/2021/NĐ-CP quy định: “Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 15/2020/NĐ-CP”.",
            "100/2021/NĐ-CP amends 15/2020/NĐ-CP",
        ),
        (
            "- Theo Thông tư số 44/2031/TT-BXD ngày 19/8/2031 của Bộ Xây dựng:\n+ Tại khoản 4 Điều 6 quy định:\n“3. Bãi bỏ khoản 2 Điều 7 Thông tư số 12/2029/TT-BXD.”\nÔng bà làm theo.",
            "44/2031/TT-BXD repeals 12/2029/TT-BXD",
        ),
        (
            "CỤC THUẾ LONG HÀ\nSố: 31/CT-TTHT\nV/v thuế bến phà\n\nLong Hà, ngày 5 tháng 11 năm 2031\n\nKính gửi: Công ty Bơi\n\nTại khoản 4 Điều 6 Thông tư số 44/2031/TT-BXD quy định:\n“3. Sửa đổi khoản 2 Điều 7 Thông tư số 12/2029/TT-BXD như sau:\n5. Về dự án đầu tư mới”\n\nCục Thuế trả lời để Công ty biết.",
            "31/CT-TTHT cites 44/2031/TT-BXD; 44/2031/TT-BXD amends 12/2029/TT-BXD",
        ),
        (  # what is said, and quoted no more
            "Tại Điều 10 Thông tư số 44/2031/TT-BXD quy định: “10. Mức phí.” Bộ sẽ sửa đổi Thông tư số 12/2029/TT-BXD.",
            "",
        ),
        ("Sở nêu: “1. Sửa đổi Thông tư số 12/2029/TT-BXD”.", ""),
    ],
    "cut out of the last article": [
        (
            "2. Nghị định này thay thế Nghị định số 37/2027/NĐ-CP ngày 14 tháng 9 năm 2027 của Chính phủ.\n3. Nghị định này bãi bỏ các quy định tại:\na) Điều 3 Nghị định số 52/2028/NĐ-CP;",
            "NĐ replaces 37/2027/NĐ-CP; NĐ repeals 52/2028/NĐ-CP",
        ),
        (  # a clause's number ends no sentence
            "Thông tư Hướng dẫn thực hiện một số nội dung về quản lý tang vật\n\nCăn cứ Luật Xử lý vi phạm hành chính ngày 20 tháng 6 năm 2012;\nBộ trưởng Bộ Tài chính ban hành Thông tư hướng dẫn quản lý tang vật.\n\nĐiều 9. Hiệu lực thi hành\n\n1. Thông tư này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2031.\n\n2. Thông tư thay thế, bãi bỏ các văn bản sau:\n\na) Thông tư số 12/2010/TT-BTC ngày 20 tháng 01 năm 2010;\n\nb) Thông tư số 139/2011/TT-BTC ngày 10 tháng 10 năm 2011.",
            "TT basedOn L; TT replaces 12/2010/TT-BTC; TT replaces 139/2011/TT-BTC",
        ),
        (  # a page that tells of it
            "Sở họp báo sáng nay.\nThông tư này có hiệu lực từ ngày 1/1/2031, thay thế Thông tư số 5/2020/TT-BYT.",
            "",
        ),
    ],
}


def _told(text: str) -> str:
    """The relations of `text` in order, each as `HEAD predicate TAIL`; what has no number by its type."""
    found = read(text)
    names = {d.id: d.number or d.type for d in found.documents}
    names |= {a.id: f"{a.kind}({a.actor})" for a in found.activities}
    return "; ".join(sorted(f"{names[r.head]} {r.predicate} {names[r.tail]}" for r in found.relations))


@pytest.mark.parametrize(("text", "said"), [case for cases in EXPLAINED.values() for case in cases])
def test_explained(text: str, said: str) -> None:
    assert _told(text) == "; ".join(sorted(filter(None, said.split("; "))))
