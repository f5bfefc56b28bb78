"""How documents are issued: verbs of issuing before a document, bare words for what they issue, what carries it.

Read are the words before a document, and those between a plan and the act that carries it.
"""

from __future__ import annotations

import re
from typing import Final

from loaders.extraction import gaps

_ISSUING: Final = re.compile(r"(?<!\w)(?:ban hành|phê duyệt|thông qua)(?: và ban hành)?\s*[“\"]?$")
_ABREAST: Final = re.compile(r",?\s*(?:và |cùng |,)?\s*(?:các )?(?:văn bản )?(?:số )?")
_JUST_ISSUED: Final = re.compile(
    r"(?<!\w)(?:ban hành|ký|ký ban hành|công bố|(?<!được )thông qua|(?:đã|vừa|mới) (?:ra|có))"
    r"(?: (?:các|một số|nhiều))?(?: (?:công )?văn(?: bản)?)?(?: số)?\W*$"
)
_AT_ACT: Final = re.compile(r"[\s”\"]*(?:kèm theo|tại|theo|bằng)(?: các)?\s*")
_CARRIED: Final = re.compile(
    r"(?:kèm theo |theo )?(?:quyết định|nghị quyết|thông tư|nghị định|kế hoạch|chỉ thị|công văn)? ?(?:này)?\W*$"
)
_PROGRAMME: Final = re.compile(r"(?<!\w)(?:chương trình|chương trình hành động|kế hoạch|đề án)\W*$")
_PLANNED: Final = "kế hoạch|chương trình|đề án|quy chế|quy định|công văn|hướng dẫn|thông tri|kết luận|báo cáo"
_NOMINAL: Final = re.compile(
    r"\W*(?:kèm theo (?:quyết định|nghị quyết|thông tư|nghị định) này )?(?:bản )?(?:các |một số )?"
    rf"(?:{_PLANNED}|{gaps.ACTS})(?: hành động| liên tịch| công tác| chi tiết| tổng thể| phối hợp)?"
    r"(?: số [\w/-]+)?(?: của [^,;.:()]{1,70})?(?: về(?: việc)?)?\W*"
)


_PLAN_NEXT: Final = re.compile(
    r"\W*(?:bản |toàn văn )?(?:chương trình|kế hoạch|đề án|quy chế|quy định|chiến lược|điều lệ)(?!\w)"
)


def plan_next(fold: str, position: int) -> bool:
    """Whether the word for a plan or a regulation stands at `position`."""
    return _PLAN_NEXT.match(fold, position) is not None


def abreast(gap: str) -> bool:
    """Whether only what joins a list stands between two documents that are issued together."""
    return bool(gap.strip()) and _ABREAST.fullmatch(gap) is not None


def issued(left: str) -> bool:
    """Whether `left` ends with a verb by which a body issues what follows."""
    return _JUST_ISSUED.search(left) is not None


def approved(left: str, gap: str) -> bool:
    """Whether a verb of issuing stands before a plan, and `tại` after it: `phê duyệt A tại B`."""
    return _ISSUING.search(left) is not None and _AT_ACT.fullmatch(gap) is not None


def carried(gap: str) -> bool:
    """Whether `gap` ends with `kèm theo Quyết định này`."""
    return _CARRIED.search(gap) is not None


def programme(left: str) -> bool:
    """Whether `left` ends with the bare word for a plan."""
    return _PROGRAMME.search(left) is not None


def nominal(gap: str) -> bool:
    """Whether `gap` is a bare type word, with the body that owns it: `Kế hoạch của Chính phủ`."""
    return _NOMINAL.fullmatch(gap) is not None
