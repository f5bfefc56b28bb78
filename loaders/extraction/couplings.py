"""What couples two verbs (`hướng dẫn các trường thực hiện D`): words in which the one is the purpose of the other.

Read are the words between the two.
"""

from __future__ import annotations

import re
from typing import Final

_GUIDED: Final = re.compile(
    r"\s+(?:các|những|cho|đối với|toàn thể|công đoàn|cấp ủy|ubnd|chi bộ|cục|chi cục|sở|bhxh|bảo hiểm|ngành|cơ quan"
    r"|tổ chức|doanh nghiệp|địa phương|đơn vị) [^;:.,“”\"]{2,60}?\s+"
)
_PURPOSE: Final = re.compile(r"(?<!\w)(?:để|nhằm)\W*$")
_DONE: Final = re.compile(r" (?:(?:tốt|nghiêm túc|có hiệu quả|hiệu quả) )?(?:công tác|việc)\s*")
_WORK: Final = re.compile(r"(?:\W|(?:việc|các|những|hoạt động|công tác|nội dung|nhiệm vụ|quá trình|tổ chức|để)(?!\w))*")
_OTHERS_DID: Final = re.compile(r", [^,;:.]{3,80}? đã(?!\w)")


def purposed(gap: str) -> bool:
    """Whether `gap` ends with the word for a purpose."""
    return _PURPOSE.search(gap) is not None


def guided(gap: str) -> bool:
    """Those who are guided, between `hướng dẫn` and what they carry out: `các trường tiểu học`."""
    return _GUIDED.fullmatch(gap) is not None


def done(gap: str) -> bool:
    """Whether `gap` says that the work that follows is what is done: `thực hiện tốt công tác (quán triệt D)`."""
    return _DONE.fullmatch(gap) is not None


def work(gap: str) -> bool:
    """Whether `gap` names the work that the verb after it tells of: `lồng ghép với các hoạt động triển khai`."""
    return _WORK.fullmatch(gap) is not None


def others_did(gap: str) -> bool:
    """Whether a main clause between two verbs tells who has acted: `(... việc kiểm tra), các sở đã (thực hiện)`."""
    return _OTHERS_DID.search(gap) is not None
