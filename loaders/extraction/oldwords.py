"""The wording of 1945 to 1960 as that of today: `Chiểu Sắc-lệnh số 63`, `điều thứ 3`, `nay sửa đổi như sau`.

What is read for such words is told by the tables and rules for today's; only how they stand in the text differs.
"""

from __future__ import annotations

import re
from typing import Final

from loaders.extraction.deferred import deferred
from loaders.extraction.letters import codes, strict

_ACTS: Final = (
    "hiến pháp|luật|bộ luật|sắc[- ]lệnh|sắc[- ]luật|pháp lệnh|thông[- ]lệnh|nghị[- ]định|nghị[- ]quyết|quyết[- ]nghị"
    "|quyết[- ]định|thông[- ]tư|chỉ[- ]thị|điều|(?:các|những) (?:sắc|nghị|thông|quyết|luật)|bản"
)
_GROUND: Final = deferred(
    rf"^[-–+*]? {{0,3}}(?P<old>chi[ểế]u(?: theo| chi)?) (?=(?:{_ACTS})(?!\w))", re.IGNORECASE | re.MULTILINE
)
_HEARD: Final = deferred(r"^[-–+*]? {0,3}(?P<old>Chi[ểế]u) (?=(?:lời )?đề nghị|tờ trình)", re.MULTILINE)
_GROUNDS: Final = tuple(map(strict, ("Chiểu ", "Chiếu ")))
_HYPHENED: Final = deferred(
    r"(?<!\w)(?:sắc|nghị|thông|quyết|chỉ)(?P<old>-)(?=(?:lệnh|luật|định|quyết|nghị|tư|thị)(?!\w))", re.IGNORECASE
)
_HYPHENS: Final = tuple(map(strict, ("ắc-l", "ị-đ", "ị-q", "ông-t", "ông-l", "ết-đ", "ết-n", "ỉ-t")))
_ORDINALS: Final = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_NTH: Final = deferred(
    rf"(?<!\w)điều (?P<old>thứ (?:(?=\d)|(?P<word>{'|'.join(_ORDINALS)})(?= ?[.:\n])))", re.IGNORECASE
)
_NTHS: Final = tuple(map(strict, ("iều thứ ", "IỀU THỨ ")))
# `Điều 2 Sắc lệnh số 1 nói trên nay sửa đổi như sau`: what today `được sửa đổi` says.
_CHANGED: Final = deferred(r"(?<=[^\W_] )(?P<old>nay|này) (?=(?:sửa đổi|sửa|thay đổi)(?: lại)? như sau)")
_CHANGES: Final = tuple(map(strict, ("nay sửa", "nay thay đổi", "này sửa", "này thay đổi")))


def cuts(content: str) -> list[tuple[int, int, str]]:
    """The stretches of `content` that are read otherwise than they stand, each with what is read for it."""
    known = codes(content)
    found: list[tuple[int, int, str]] = []
    if any(word in known for word in _GROUNDS):
        found += [(*m.span("old"), "Căn cứ") for m in _GROUND.finditer(content)]
        found += [(*m.span("old"), "Xét") for m in _HEARD.finditer(content)]
    if any(word in known for word in _HYPHENS):
        found += [(*m.span("old"), " ") for m in _HYPHENED.finditer(content)]
    if any(word in known for word in _NTHS):
        found += [(*m.span("old"), _figure(m["word"])) for m in _NTH.finditer(content)]
    if any(word in known for word in _CHANGES):
        found += [(*m.span("old"), "được") for m in _CHANGED.finditer(content)]
    return found


def _figure(word: str | None) -> str:
    """The figure for the ordinal that an article has in words; nothing where it has a figure."""
    return str(_ORDINALS.index(word.lower()) + 1) if word else ""
