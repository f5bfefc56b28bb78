"""Schedules of reports: where a provision names reports by how often they are made, and when each is due.

`b) Báo cáo quý: chậm nhất ngày 15 của tháng đầu quý sau` is an item of one; `Báo cáo quy định tại điểm a khoản 1 Điều
này: trong thời hạn 45 ngày kể từ ngày kết thúc năm tài chính` one that points to the item that names the report.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import periods
from loaders.extraction.wording import pattern

if TYPE_CHECKING:
    from loaders.extraction.moments import Moment

_LABEL: Final = pattern(r"(?:báo cáo|định kỳ|(?:hằng|hàng) (?:năm|quý|tháng|tuần))(?!\w)[^:;]{0,80}:")
_REPORT: Final = pattern(
    r"\W{0,6}(?:(?:thời hạn|thời điểm|thời gian) (?:gửi|nộp|báo cáo)[^:;]{0,30} ?)?(?:đối với )?(?:các )?"
    r"(?:báo cáo(?!\w)[^:;]{0,60})?"
)
_POINTS: Final = pattern(
    r"báo cáo (?:quy định |nêu )?tại điểm (?P<letter>[a-zđ]) khoản (?P<part>\d{1,2}) điều này(?!\w)"
)
_BACK: Final = 4_000
_STEP: Final = pattern(r"(?:hằng|hàng) (?:năm|quý|tháng)(?!\w)")


def item(at: Moment) -> bool:
    """Whether a time with its recurrence is an item of a schedule: a label that names a report, and when it is due."""
    if (
        ":" not in at.words
        or not at.page.normative
        or not _LABEL.match(at.words)
        or not at.words.rpartition(":")[2].strip()
    ):
        return False
    named = _REPORT.fullmatch(at.before)
    return named is not None and ("báo cáo" in at.before or at.words.startswith("báo cáo"))


def steps(at: Moment) -> tuple[str, ...]:
    """How often the report is made that the clause points to by its item; none where it points to no such."""
    points = _POINTS.search(at.before)
    if points is None:
        return ()
    text, low = at.page.text, max(0, at.start - _BACK)
    *_, part = None, *re.finditer(rf"\n[^\S\n]*{points['part']}\.\s", text[low : at.start])
    if part is None:
        return ()
    item_of = re.compile(rf"\n\s*{points['letter']}\)\s+Báo\s+cáo(?!\w)[^;:]{{0,120}}", re.IGNORECASE)
    found = item_of.search(text, low + part.end(), at.start)
    step = _STEP.search(at.page.folded, *found.span()) if found else None
    return periods.recurrence(step.group()) if step else ()
