"""Any text is read in time that grows with its length: families of hostile input, each doubled."""

from __future__ import annotations

import time

import pytest

from loaders.extraction import documents, mentions, normal, relations

FAMILIES = {
    "plans and open quotes in one line": "Kế hoạch số 1/KH-UBND thực hiện “",
    "resolutions of one body": "1-NQ/TW của Bộ A ",
    "nested laws": "Luật sửa đổi, bổ sung một số điều của Luật Đất đai ",
    "chains": "Nghị định số 1/2020/NĐ-CP sửa đổi Nghị định số 2/2021/NĐ-CP ",
    "lists": "bãi bỏ Thông tư số 1/2020/TT-BNV, ",
    "semicolons": "Căn cứ Nghị định số 1/2020/NĐ-CP; ",
    "brackets": "(sửa đổi Nghị định số 1/2020/NĐ-CP ",
    "closing brackets": "Nghị định số 1/2020/NĐ-CP ) ) ) ",
    "cues without documents": "thực hiện, sửa đổi, bổ sung, bãi bỏ, tiếp tục ",
    "lines of items": "a) Thông tư số 1/2020/TT-BNV hết hiệu lực:\n",
    "lines of quotes": "“Điều 1. Sửa đổi Thông tư số 1/2020/TT-BNV\n",
    "lines of plain quotes": '"1. Bổ sung Điều 2\n',
    "broken lines": "và sửa đổi\nNghị định số 1/2020/NĐ-CP\n",
    "adjuncts": "Để triển khai chỉ thị, Thực hiện Chỉ thị số 4-CT/TW. ",
    "events": "Đảng ủy xã A tổ chức hội nghị quán triệt Chỉ thị số 4-CT/TW. ",
    "commas": "Thực hiện Chỉ thị số 4-CT/TW, , , , , , , , , ",
    "provisions": "điểm a khoản 1 Điều 2 và khoản 3 Điều 4 Nghị định số 1/2020/NĐ-CP ",
    "attached": "ban hành kèm theo Quyết định số 3/QĐ-TTg ",
    "own": "Thông tư này thay thế Thông tư số 1/2020/TT-BNV ",
    "reported adjuncts": "Báo cáo cho thấy, thực hiện Chỉ thị số 4-CT/TW theo báo cáo ",
    "laws in brackets": "Luật Lưu trữ (Luật số 33/2024/QH15) (",
    "notes": "Văn bản này được hợp nhất từ 02 Thông tư sau:\n- Thông tư số 4/2015/TT-BYT hợp nhất từ\n",
    "inspections": "kiểm tra việc thực hiện Chỉ thị số 4-CT/TW tại xã, theo Quyết định số 3/QĐ-TTg ",
    "ties": "Gắn việc thực hiện Thông tư với Chương trình số 3-CTr/TU ",
    "stops": ". . . . ; : ; ( ) ",
}


def seconds(text: str) -> float:
    grouping = documents.group(text, mentions.find(text))
    best = 1e9
    for _ in range(3):
        start = time.process_time()
        relations.read(grouping)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("piece", FAMILIES.values(), ids=FAMILIES.keys())
def test_time_grows_with_length(piece: str) -> None:
    head = "Số: 7/2023/TT-BNV\nTHÔNG TƯ\nVề việc chung\n" if len(piece) % 2 else ""
    small = normal.normal(head + piece * (30_000 // len(piece))).content
    large = normal.normal(head + piece * (60_000 // len(piece))).content
    first, second = seconds(small), seconds(large)
    assert second < max(2.6 * first, 0.02)
    assert second < 0.6
