"""Documents that a text lists as those which fill in a law: `Luật A và các văn bản hướng dẫn thi hành như B, C`.

Read are the words before the law, and those between it and the first that is listed.
"""

from __future__ import annotations

import re
from typing import Final

_SEVERAL: Final = (
    r"(?:các|những|một số|nhiều|hệ thống)(?: các)? (?:văn bản|nghị định|thông tư)(?: dưới luật| pháp luật)?"
)
_FILL: Final = (
    r" (?:(?P<detailed>quy định chi tiết)|hướng dẫn)(?:,? (?:và )?(?:quy định chi tiết|hướng dẫn|thi hành|thực hiện"
    r"|một số điều|cụ thể))*"
)
_OF: Final = re.compile(rf"(?<!\w){_SEVERAL}{_FILL}(?: của)? $")
_CONSISTS: Final = (
    r"(?: hiện nay| hiện hành| hiện)?,? (?:gồm|bao gồm|như|là|gồm có|cụ thể(?: như| là|:)?|trong đó có|có)"
    r"(?: sau(?: đây)?)?\s*:?\s*(?:các )?"
)
_FIRST: Final = re.compile(_CONSISTS)
_AND: Final = re.compile(
    rf"(?: (?:năm )?\d{{4}})?,?(?: và| cùng(?: với)?)? {_SEVERAL}{_FILL}(?: (?:luật|luật này|bộ luật))?"
    rf"(?:{_CONSISTS}|:\s*)"
)
_REACH: Final = 120


def listed(lead: str, gap: str) -> str | None:
    """What the document behind `gap` does for the law between `lead` and `gap`: `guides`, `details`, or nothing."""
    if len(gap) > _REACH:
        return None
    told = _AND.fullmatch(gap)
    if told is None and _FIRST.fullmatch(gap):
        told = _OF.search(lead[-_REACH:])
    return None if told is None else "details" if told["detailed"] else "guides"
