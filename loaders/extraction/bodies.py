"""Who an act is laid on: the body named before its verb (`Sở Y tế chủ trì ...`), or before the list it stands in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction.wording import either, forms, pattern
from ontology.model import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAD_BACK: Final = 600

_NOUNS: Final = pattern(
    rf"(?<!\w)(?:báo cáo (?:định kỳ )?(?:tuần|tháng|quý|năm)(?!\w)|{either('deadline_words', 'noact')})"
)
# `trường hợp`, `hội nghị` begin like bodies and are none.
_HEAD: Final = pattern(
    r"(?<!\w)(?!(?:trường hợp|hội (?:nghị|thi|thảo|họp)|tổ chức (?:hội|lễ|các|thực|triển|quán|tuyên)|bên cạnh|cơ sở để|"
    r"người dân)(?!\w))"
    rf"{either('body_words', 'head')}"
)
VERB: Final = pattern(rf"(?<!\w){either('deadline_words', 'act', 'order')}")
# Nouns that the first verb after them belongs to: `Ban Tổ chức`, `Hội đồng thẩm định`, `cơ quan chủ trì`.
_NAMED_BY_VERB: Final = frozenset(("ban", "hội đồng", "tổ", "cơ quan", "đơn vị", "người", "tổ chức", "bộ phận", "bên"))
_ORDER: Final = pattern(
    r"(?<!\w)(?<!ban\x20)(?:đề nghị|yêu cầu|giao(?! ban)(?: cho)?|phân công|chỉ đạo|thống nhất giao)(?!\w)"
)
_LEADS: Final = pattern(
    r"(?:trách nhiệm của|cơ quan chủ trì|đơn vị chủ trì|chủ trì(?: thực hiện)?:|"
    r"(?<!\w)giao(?! ban)|đề nghị|yêu cầu|phân công) ?:? "
)
_STOP: Final = pattern(
    r"[:;.()]| (?:trong|theo|căn cứ|để|nhằm|về|tại|(?:hằng|hàng) (?:năm|quý|tháng|tuần|ngày)|định kỳ|trước|"
    r"chậm nhất|đã|sẽ|được|thì) "
)


class Subject(Value, frozen=True, gc=False):
    """A body `start:end` and where the verb it governs begins (`act`)."""

    start: int
    end: int
    act: int


def subject(folded: str, start: int, end: int) -> Subject | None:
    """The body that `start:end` begins with, with its verb; None where it begins otherwise or has no verb."""
    head = _HEAD.match(folded, start, end)
    if head is None:
        return None
    verb = _verb(folded, head.group(), head.end(), min(end, start + 320))
    if verb is None:
        return None
    stop = _STOP.search(folded, head.end(), verb)
    last = min(verb, stop.start() if stop else verb)
    while last > start and folded[last - 1] in " ,":
        last -= 1
    return Subject(start, last, verb)


def _verb(folded: str, head: str, start: int, end: int) -> int | None:
    """Where the governing verb after a head noun begins."""
    back = max(0, start - 16)
    verbs = list(acts(folded[back:end], VERB))
    after = [back + verb.start() for verb in verbs if back + verb.start() >= start]
    if not after:
        return None
    if head in _NAMED_BY_VERB and not folded[start : after[0]].strip() and len(after) > 1 and after[1] < after[0] + 90:
        return after[1]
    return after[0]


def acts(words: str, verb: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The verbs in `words`, without those that are part of a noun (`Bộ Ngoại giao`, `trợ cấp`, `các tổ chức`)."""
    return verb.finditer(_NOUNS.sub(lambda noun: "_" * len(noun.group()), words))


def ordered(folded: str, start: int, end: int) -> Subject | None:
    """The body after the last word of order in `start:end` (`yêu cầu Sở Y tế rà soát`)."""
    found = None
    for order in _ORDER.finditer(folded, start, end):
        found = subject(folded, order.end() + 1, end) or found
    return found


def lead(folded: str, start: int) -> tuple[int, int] | None:
    """The body named by the nearest heading or lead-in before `start` (`Trách nhiệm của Sở Y tế`, `Giao Sở Y tế:`)."""
    low = max(0, start - LEAD_BACK)
    found = None
    for mark in _LEADS.finditer(folded, low, start):
        head = _HEAD.match(folded, mark.end(), start)
        if head is None:
            continue
        stop = _STOP.search(folded, head.end(), min(start, head.end() + 200))
        verb = _verb(folded, head.group(), head.end(), min(start, head.end() + 200))
        found = (mark.end(), min(verb or start, stop.start() if stop else start, head.end() + 200))
    return found


def is_body(folded: str, start: int, end: int) -> bool:
    """Whether `start:end` begins with the name of a body."""
    return bool(_HEAD.match(folded, start, end))


HEADS: Final = forms("body_words", "head")
