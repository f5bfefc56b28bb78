"""What an inspection looks into, where a sentence of its own says so: `Nội dung kiểm tra: việc thực hiện D`."""

from __future__ import annotations

import re
from typing import Final

from loaders.extraction import activities, moods

_LOOKS: Final = r"(?:kiểm tra|giám sát|khảo sát|phúc tra|thanh tra)"
_CONTENT: Final = re.compile(
    r"[\W\d]*(?:(?:các|những|về|trọng tâm) )?(?:nội dung|trọng tâm|phạm vi)"
    rf"(?: (?:chính|chủ yếu|trọng tâm|của|được|các|đợt|cuộc|(?:này|trên)|{_LOOKS}|làm việc),?){{0,7}}"
    r"(?: (?:tập trung|chủ yếu|gồm|bao gồm|là|vào|về|liên quan đến|đánh giá|xoay quanh))*\s*:?\s*"
    r"(?:việc|tình hình|công tác|kết quả|quá trình|chấp hành|triển khai|thực hiện|tổ chức|lãnh đạo)(?!\w)"
)
_VERB: Final = re.compile(
    r"(?<!\w)(?<!đoàn )(?<!tổ )(?<!ban )(?<!công tác )(?:\d{1,4} (?:cuộc|đợt|lượt) )?"
    r"(?:kiểm tra|giám sát|khảo sát|làm việc với)"
)
_TELLS: Final = re.compile(r"(?<!\w)(?:đã|vừa|tiến hành|tổ chức|có buổi|thực hiện|ngày \d|sáng|chiều)(?!\w)")
_REACH: Final = 900
_SENTENCES: Final = 4


def contents(fold: str, sentence: int, at: int) -> bool:
    """Whether the sentence up to `at` says what an inspection that was told of before looks into."""
    match = _CONTENT.match(fold, sentence, at)
    return match is not None and not moods.has(fold, sentence, match.end(), moods.UNDONE)


def before(fold: str, position: int) -> tuple[tuple[int, int], int, int] | None:
    """Who inspected, by the sentence nearest before `position` that tells it: the body's span and the sentence's."""
    low, end = max(0, position - _REACH), position
    for _ in range(_SENTENCES):
        end = low + len(fold[low:end].rstrip())
        stop = max(fold.rfind(". ", low, end - 2) + 1, fold.rfind("\n", low, end - 1))
        start = max(low, stop)
        actor = _inspector(fold, start, end)
        if actor is not None:
            return actor, start, end
        if start <= low:
            return None
        end = start
    return None


def _inspector(fold: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of the body of which one sentence says that it has inspected."""
    for verb in _VERB.finditer(fold, start, end):
        actor = activities.subject(fold, start, verb.start())
        if actor is not None:
            told = activities.inspects(fold, actor[0]) or _TELLS.search(fold, start, verb.end())
            undone = moods.has(fold, start, verb.start(), moods.UNDONE)
            return actor if told and not undone else None
    return None
