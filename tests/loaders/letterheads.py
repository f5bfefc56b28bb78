"""Heads of made-up instruments, which the tables of examples put in front of what they are about."""

from __future__ import annotations

CIRCULAR = "BỘ Y TẾ\nSố: 9/2023/TT-BYT\nHà Nội, ngày 3 tháng 8 năm 2023\n\nTHÔNG TƯ\nVề thuốc nam\n\n"
DECISION = "ỦY BAN NHÂN DÂN\nTỈNH LONG HÀ\nSố: 8/2023/QĐ-UBND\nLong Hà, ngày 3 tháng 3 năm 2023\n\nQUYẾT ĐỊNH\nVề quản lý chợ\n\nCăn cứ Luật Giá;\n\n"
LAW = "QUỐC HỘI\nLuật số: 9/2025/QH15\nHà Nội, ngày 25 tháng 6 năm 2025\n\nLUẬT\nSỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA 3 LUẬT VỀ CHỢ\n\n"
PLAN = "ỦY BAN NHÂN DÂN XÃ LONG SA\nSố: 9/KH-UBND\nLong Sa, ngày 3 tháng 3 năm 2023\n\nKẾ HOẠCH\nPhát triển cây chè\n\n"
