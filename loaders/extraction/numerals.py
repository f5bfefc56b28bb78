"""Numbers as prose writes them, with the noun that they count: `hơn 1.250 cán bộ`, `37 (trong tổng số 51) trường`."""

from __future__ import annotations

import re
from typing import Final

from loaders.extraction.wording import either

ABOUT: Final = rf"(?:{either('result_words', 'about')} )"
NUMBER: Final = r"(?P<value>\d{1,3}(?:\.\d{3})+(?:,\d{1,3})?|\d{1,7}(?:,\d{1,3})?)(?![\d.,-]\d|/\d{1,2}/)"
# What a number counts begins with a noun, which these are none of.
NO_NOUN: Final = (
    r"(?!(?:và|của|về|đến|tới|cho|tại|trong|là|được|đã|có|thì|mà|nhưng|do|với|theo|trên|từ|ở|lần|giờ|phút|h|g|"
    r"không|sạch|tốt|rõ|biết|giỏi|xanh|đẹp|nhất)(?!\w))"  # `gia đình 5 không, 3 sạch`: what a slogan counts
)
_GROUPED: Final = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_WHOLE: Final = r"(?:/[\d.]+| ?\(trong (?:tổng )?số [\d.]+\)| trong (?:tổng )?số \d[\d.]*)?"
COUNT: Final = (
    rf"{ABOUT}{{0,3}}{NUMBER}{_WHOLE}(?: |(?=(?:ha|km|m2|m²|m3|kg|tấn|tỷ|tỉ|triệu)(?!\w))){NO_NOUN}(?=[^\W\d_])"
)


# What follows the number of a sum of money.
OF_MONEY: Final = r"(?:(?:tỷ|tỉ)(?:\x20{1,6}\d{1,3}\x20{1,6}triệu)?|triệu|nghìn|ngàn)?\x20{0,6}đồng(?!\w|\x20{1,6}chí)"
# `4 tỷ 25 triệu đồng`: a sum of money said in two parts.
_PARTED: Final = re.compile(r"(?:tỷ|tỉ) {1,6}(?P<millions>\d{1,3}) {1,6}triệu {1,6}đồng(?!\w)")


def amount(value: str, folded: str, unit: int) -> float | int:
    """The number `value` with what follows it at `unit`: `4` before `tỷ 25 triệu đồng` is 4.025."""
    parted = _PARTED.match(folded, unit)
    return read_number(value) if parted is None else round(read_number(value) + int(parted["millions"]) / 1000, 3)


def unit(words: str) -> str:
    """What an amount counts, its second part left out, which is in the value: `tỷ 25 triệu đồng` is `tỷ đồng`."""
    return _PARTED.sub(lambda parted: f"{parted.group().split()[0]} đồng", words, count=1)


def read_number(words: str) -> float | int:
    """`3.000` is 3000, `1,5` is 1.5, `25` is 25."""
    grouped = "." in words and _GROUPED.fullmatch(words)
    value = float((words.replace(".", "") if grouped else words).replace(",", "."))
    return int(value) if value.is_integer() else value
