"""Who takes stock of a document and tells of it in one sentence: `Báo cáo kết quả thực hiện D, Chủ tịch X cho biết`.

The words that take stock open the sentence; whoever speaks behind them does so for the body of the office.
"""

from __future__ import annotations

from typing import Final

from loaders.extraction.deferred import deferred
from loaders.extraction.fronts import FAMILY
from loaders.extraction.issuers import issuer_at

_OPENS: Final = deferred(
    r"[\W\d]*(?:date [\d-]{4,10} )?(?:(?:tại|trong) (?:hội nghị|buổi|cuộc|phiên|kỳ)[^;:.,]{0,60}, )?(?:trình bày )?"
)
_SPEAKER: Final = deferred(
    r", (?:(?:đồng chí|đ/c|ông|bà|(?:đại|thượng|trung|thiếu) (?:tướng|tá)) [^,;:.–-]{3,40}(?:,| [–-]) ?)?"
    r"(?:phó |thứ )?(?:bí thư|chủ tịch|giám đốc|tổng giám đốc|trưởng ban|bộ trưởng|trưởng|cục trưởng|viện trưởng"
    r"|chánh án|chánh văn phòng|chủ nhiệm)(?: thường trực)? "
)
_SPEAKS: Final = deferred(
    r"[^;:.,]{0,60}?(?:, [^;:.,]{3,40},)? "
    r"(?:cho biết|cho hay|nêu|nhấn mạnh|khẳng định|thông tin|đánh giá|cho rằng)(?!\w)"
)
# Where stock is to be reported, in time to come: `sơ kết việc thực hiện D, báo cáo HĐND tại kỳ họp giữa năm`.
_DUE: Final = deferred(
    r"[^.;:\n]{0,200}?,? (?:và |để )?báo cáo (?:với )?"
    r"(?:quốc hội|hội đồng nhân dân|hđnd|chính phủ|thủ tướng|bộ chính trị"
    r"|ban bí thư|trung ương)[^.;:,]{0,40} (?:tại|vào|trong|trước) (?:kỳ họp|phiên họp|cuối|đầu|quý|năm|tháng)(?!\w)"
)
_DONE: Final = deferred(r"(?<!\w)(?:đã|vừa|tổ chức)(?!\w)|(?<!\w)(?:sáng|chiều|ngày) \d")
# A paragraph that gives orders, and a sentence of it that says nothing of what is past.
_ORDERS: Final = deferred(
    r"(?<!\w)(?:thủ tướng|chủ tịch|bí thư|bộ trưởng|trưởng ban|ubnd|ủy ban nhân dân|ban thường vụ|thường trực"
    r"|ban bí thư|đồng chí|ông|bà) [^.;\n]{0,90}?(?<!đã )(?:yêu cầu|đề nghị|chỉ đạo|giao) (?!của|về|các nội dung)"
)
_PAST: Final = deferred(r"(?<!\w)(?:đã|vừa|đang|được|luôn|cũng|đều|còn|qua|nay|ngày|tháng|năm|tổ chức hội nghị)(?!\w)")
_PARAGRAPH: Final = 900
_REACH: Final = 420


def stock(text: str, fold: str, sentence: int, start: int, end: int) -> tuple[int, int] | None:
    """The span of the body whose head reports what the words `start:end` say, which open the sentence."""
    if not fold.startswith("báo cáo", start) or _OPENS.fullmatch(fold, sentence, start) is None:
        return None
    stop = fold.find(". ", end, end + _REACH)
    stop = end + _REACH if stop < 0 else stop
    for match in _SPEAKER.finditer(fold, end, stop):
        issuer = issuer_at(text, fold, match.end())
        person = FAMILY.search(text, match.end(), stop)
        if issuer is not None and _SPEAKS.match(fold, issuer.end, stop):
            return match.end(), min(issuer.end, person.start() if person else issuer.end)
    return None


def due(fold: str, sentence: int, start: int, end: int) -> bool:
    """Whether stock is laid down to be taken and reported: nothing says that it has been."""
    return _DUE.match(fold, end) is not None and _DONE.search(fold, sentence, start) is None


def ordered(text: str, fold: str, sentence: int, start: int) -> bool:
    """Whether a sentence goes on with the orders of its paragraph: `... yêu cầu A làm X. Sở B (triển khai) D`."""
    first = start - len(fold[sentence:start].lstrip())
    begin = max(text.rfind("\n", 0, first) + 1, first - _PARAGRAPH)
    if begin >= sentence or _PAST.search(fold, sentence, start) is not None:
        return False
    return _ORDERS.search(fold, begin, sentence) is not None
