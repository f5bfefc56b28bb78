"""What an instrument says of its validity and content in front of a verb of change: `có hiệu lực từ ngày ký và`.

Read are the words between the instrument, or the beginning of its clause, and the verb.
"""

from __future__ import annotations

import re
from typing import Final

from loaders.extraction import gaps

_VALID: Final = re.compile(
    r"\W*(?:(?:đã|sẽ|chính thức|bắt đầu|cũng) ){0,3}có hiệu lực(?: thi hành)?"
    r"(?:(?: kể)? (?:từ|vào|sau) (?:ngày |thời điểm )?[^;:()]{1,50}?)?"
    r"(?:,| và|,? đồng thời|(?= (?:sẽ|thì) ))(?: thì)?(?: sẽ)?\s*"
)
_UNTIL: Final = re.compile(r"(?<!\w)đến (?:khi|hết|lúc|thời điểm)(?!\w)[^;.:]{0,40}$")
_AWAITED: Final = re.compile(
    r"(?<!\w)(?:đến|tới|trước|sau) (?:khi|lúc|thời điểm|ngày)"
    r"(?: (?:các|những|toàn bộ)|"
    r" (?:các |những )?(?:quy định|chính sách|nội dung) [^;.:]{2,160}? (?:tại|của|trong))?\s*$"
)
_AWAITED_FAR: Final = 220
_OPENING: Final = re.compile(
    r"[\W\d]*(?:(?:kể )?từ (?:ngày|thời điểm)[^;.]{0,90}?(?:hiệu lực|này|ký)(?: thi hành)?[^,;.]{0,60},?\s*"
    r"|nay|và|đồng thời|thông qua|thống nhất|nhất trí|tán thành|quyết định|nghị định|thông tư|này|ban hành|điều"
    r"|khoản|cùng)*[\W\d]*"
)
_STATES: Final = re.compile(r"\W*quy định (?:về |việc )*[^;:.]{0,40}(?:,|và)\W*")
_FORCE: Final = re.compile(r"(?:kể )?từ ngày|có hiệu lực|hiệu lực thi hành|đăng công báo|ngày ký|và")


def valid(gap: str) -> bool:
    """`, có hiệu lực từ ngày 1/4/2023 và` between a document and what it changes."""
    return len(gap) < gaps.REACH and _VALID.fullmatch(gap) is not None


def in_brackets(lead: str, *, change: bool) -> bool:
    """Whether a verb after `lead` opens its brackets, or follows a clause of validity there."""
    return not lead.strip() or (change and valid(", " + lead))


def in_force(gap: str) -> bool:
    """Whether a clause of validity stands between the instrument and its verb: `có hiệu lực từ ngày ký và`."""
    return _FORCE.search(gap) is not None


def states(gap: str) -> bool:
    """`quy định việc ..., ` between the instrument and its verb of change."""
    return _STATES.fullmatch(gap) is not None


def opens(lead: str) -> bool:
    """Whether a verb after `lead` opens its clause."""
    return len(lead) < 200 and _OPENING.fullmatch(lead) is not None


def until(lead: str) -> bool:
    """Whether `lead` ends with a time that runs on: `cho đến khi giấy phép`."""
    return _UNTIL.search(lead, max(0, len(lead) - 60)) is not None


def awaited(fold: str, at: int) -> bool:
    """Whether something lasts until what happens to the document at `at`: `thực hiện cho đến khi D hết hiệu lực`."""
    return _AWAITED.search(fold, max(0, at - _AWAITED_FAR), at) is not None
