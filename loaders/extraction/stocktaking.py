"""How stock is taken of a document: spans of years, results, and what an inspection is ordered by.

Read are the words before a document or between two.
"""

from __future__ import annotations

import re
from typing import Final

from loaders.extraction import gaps

_YEARS: Final = re.compile(r"\d+|năm|giữa|kỳ|nhiệm|hơn|gần")
_RESULTS: Final = re.compile(
    r"(?:giám sát|kiểm tra|thanh tra|khảo sát)(?: (?:việc|chuyên đề|công tác|tình hình))*(?: về)?(?: việc)?\s*$"
    r"|(?:đoàn|tổ) (?:giám sát|kiểm tra|khảo sát)[^;:.,]{0,90}$"
    r"|(?<!\w)(?:kết quả|tình hình)(?!\w)[^;:.,]{0,40}$"
    r"|(?<!\w)giao ban(?: trực tuyến| định kỳ)?(?: về)?(?: (?:việc|công tác))?(?: triển khai)?\s*$"
)
_SPAN_AGAIN: Final = re.compile(
    r"(?:,|;|(?<!\w)và)\s+(?:(?:sơ kết|tổng kết)\s+)?(?P<years>\d{1,2}) năm(?: triển khai| tổ chức)?\s*$"
)
_ORDERED: Final = re.compile(
    r"(?:\s+(?:tại|ở|đối với|trên địa bàn) [^,;.:()]{2,90})?\s*,?\s+theo(?: tinh thần| nội dung)?(?: của| tại)?\W*"
)
_FURTHER_YEARS: Final = re.compile(r"[\s”\"]*(?:,|và|,? đồng thời|;)\s*\d{1,2} năm(?: triển khai| tổ chức)?\s*")


def years(gap: str) -> bool:
    """Whether nothing but a span of years and small words stands before what is reviewed: `sơ kết 3 năm ... D`."""
    return len(gap) < gaps.REACH and gaps.bare(_YEARS.sub(" ", gap))


def span_again(left: str) -> str | None:
    """The years of a second span that is reviewed: `sơ kết 3 năm thực hiện A và 2 năm`."""
    match = _SPAN_AGAIN.search(left)
    return match["years"].lstrip("0") if match else None


def further_years(gap: str) -> bool:
    """Whether another span of years is looked back on: `sơ kết 3 năm thực hiện A và 5 năm` before `thực hiện B`."""
    return _FURTHER_YEARS.fullmatch(gap) is not None


def results(gap: str) -> bool:
    """Whether the name of a report speaks of results: `kết quả 5 năm`."""
    return _RESULTS.search(gap) is not None


def ordered(gap: str) -> bool:
    """`tại UBND xã, theo` between what is inspected and what orders the inspection."""
    return _ORDERED.fullmatch(gap) is not None
