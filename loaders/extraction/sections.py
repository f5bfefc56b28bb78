"""Which sections of a report tell of results, and which of what is to come: known by their headings."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from loaders.extraction.lexicon import CAPITALS
from loaders.extraction.normal import fold
from loaders.extraction.places import every

_HEADING: Final = re.compile(
    r"(?m)^[ ]{0,20}(?:(?:PHẦN|Phần) [^\n]{1,90}|(?:[IVX]{1,4}|[A-D]|\d{1,2}(?:\.\d{1,2}){0,2}) ?[.)/-] ?[^\n]{4,150}"
    rf"|[{CAPITALS}][{CAPITALS} ,–-]{{8,120}})$"
)
_RESULTS: Final = re.compile(
    r"(?<!\w)(?:kết quả|tình hình (?:tổ chức |triển khai |thực hiện)|ưu điểm|đánh giá chung)(?!\w)"
)
_TO_COME: Final = re.compile(
    r"(?<!\w)(?:phương hướng|nhiệm vụ|giải pháp|kiến nghị|đề xuất|mục tiêu|mục đích|chỉ tiêu|dự kiến|kế hoạch|"
    r"tổ chức thực hiện)(?!\w)"
)
_MOST: Final = 400


def frames(text: str, *, report: bool) -> tuple[tuple[int, bool], ...]:
    """The places from which on `text` tells of results (`II. KẾT QUẢ`), or no longer does; a report does at once."""
    found = [(0, True)] if report else []
    for match in filter(None, (_HEADING.match(text, start) for start in (0, *(at + 1 for at in every(text, "\n"))))):
        words = fold(match.group())
        told, to_come = _RESULTS.search(words), _TO_COME.search(words)
        if told or to_come:
            tells = told is not None and (to_come is None or told.start() < to_come.start())
            found.append((match.end(), tells))
        if len(found) > _MOST:
            break
    return tuple(found)


def framed(places: tuple[tuple[int, bool], ...], position: int) -> bool | None:
    """Whether the section that `position` stands in tells of results; None where no heading says so."""
    last = bisect_right(places, (position, True)) - 1
    return places[last][1] if last >= 0 else None
