"""Numbers that count nothing that was done: `thỏa thuận giữa 2 bên`, `bãi bỏ toàn bộ 43 thông tư`."""

from __future__ import annotations

import re
from typing import Final

_ACTS: Final = re.compile(r"\d{1,4} (?:văn bản|thông tư|nghị định|quyết định|nghị quyết|chỉ thị)(?!\w)")
_ENDED: Final = re.compile(r"(?<!\w)(?:bãi bỏ|hủy bỏ|thay thế|đình chỉ)(?: (?:toàn bộ|một phần|hiệu lực))* $")
_BETWEEN: Final = "giữa "
_REACH: Final = 40


def counts_nothing(folded: str, place: int) -> bool:
    """Whether the number at `place` tells how many sides there are, or how many acts an instrument ends."""
    if folded.endswith(_BETWEEN, 0, place):
        return True
    return _ACTS.match(folded, place) is not None and _ENDED.search(folded, max(0, place - _REACH), place) is not None
