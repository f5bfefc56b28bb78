"""Relative terms of duties: `trong thời hạn 30 ngày kể từ ngày nhận hồ sơ, Sở X cấp ...`.

A term runs from something else (its anchor). Where it leads its clause, the clause after the anchor is the duty,
whatever stands before it (`Đối với hồ sơ đã nộp, trong thời hạn ...`); where it ends it, the clause before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import bodies, schedules
from loaders.extraction.mandates import past, told
from loaders.extraction.marks import between, starts_at
from loaders.extraction.wording import pattern

if TYPE_CHECKING:
    from loaders.extraction.moments import Moment

ANCHOR: Final = pattern(
    r",? ?(?:\([^()]{1,40}\) ?)?"
    r"(?:kể từ|tính từ|từ ngày|từ khi|sau khi|sau ngày|trước khi|trước ngày|trước kỳ|trước thời điểm)"
)
DEADLINE_NOUN: Final = pattern(r"(?:thời hạn|thời gian|hạn|thời điểm)(?: [^\W\d_]+){0,12}$")
_LASTS: Final = pattern(r"(?:quá|hết|sau|có|giá trị|có giá trị [^,;]{0,30}|có hiệu lực.{0,60}) ?$")
_GOES_ON: Final = pattern(r"(?<!\w)tiếp tục (?:được )?(?:thực hiện|áp dụng|sử dụng|hoạt động|hưởng)(?!\w)")
_UNLESS: Final = pattern(r"(?<!\w)(?:mà|nếu(?! có)|thì|không (?:có|nhận|thực hiện|chấp hành))(?!\w)")
_IF_SO: Final = pattern(r"nếu [^.;]{3,120} thì được(?!\w)")
# `Hằng năm, căn cứ vào D, Sở X lập ...`: what the act is done by stands between the time and its body.
_ADJUNCT: Final = pattern(r",? ?(?:căn cứ|trên cơ sở|theo|để|nhằm|cùng với|cùng thời (?:điểm|gian))(?!\w)")
_BESIDE: Final = 3
_COMMA: Final = re.compile(", ")
_MOST_COMMAS: Final = 8
_ANCHOR_REACH: Final = 460
_NEAR: Final = 160
# Where an anchor without a comma ends: `kể từ khi nhận đủ hồ sơ thì phải trình ...`, `... báo cáo phải có văn bản`.
_CLOSED: Final = pattern(
    r"(?<!\w)thì (?!được(?!\w))|(?<!ngày\x20)(?<!khi\x20)(?<!\w)(?=(?:phải|có trách nhiệm|có nghĩa vụ) )"
)
_CLOSING: Final = ("thì", "phải", "có trách", "có nghĩa")
_PART: Final = re.compile(r"[,:] |(?<!\w)thì ")
# `Thời hạn trả sách do thủ thư và bạn đọc tự chọn, song tối đa không quá 8 ngày`: the term of an act.
_OF_ACT: Final = pattern(r"(?<!\w)(?:thời hạn|thời gian) (?:(?:giải quyết|kiểm soát|xem xét),? )?")
_OF_ACT_REACH: Final = 160
_STATE: Final = pattern(
    r"(?<!\w)(?:được|bị|có quyền|có thể|là|gồm|bao gồm|hưởng|nghỉ|có (?!trách nhiệm|nhiệm vụ|nghĩa vụ)|không)(?!\w)"
)
_STATE_REACH: Final = 120
_STRONG: Final = ("trong thời hạn", "trong vòng", "chậm nhất", "muộn nhất")
_MERE: Final = ("trong ", "không quá", "tối đa")
_BOUND: Final = "trong thời gian"
_SAYS: Final = ("tối đa", "không quá", "chậm nhất", "muộn nhất", "trong", "là")
_NO_LABEL: Final = pattern(r"(?:đối với|trường hợp|nếu|hiệu lực|thời hạn (?:hiệu lực|bảo hành)|bảo hành)(?!\w)")
_LONGEST_LABEL: Final = 60


def term(at: Moment) -> bool:
    """Whether a term is that of an act that is a duty."""
    if schedules.item(at):
        return True
    words = at.words.rsplit(",", 1)[-1].rpartition(":")[2].strip()
    if not _starts(at, words):
        return False
    begin = main_clause(at)
    if (_leads(at, begin) and _laid(at, begin)) or _of_an_act(at, words):
        return True
    if words.startswith("là"):
        return False
    return not _told(at) and (_labelled(at) or _closes(at, words, begin))


def _starts(at: Moment, words: str) -> bool:
    """Whether something starts the term (of working days nothing need), and it is none of what lasts or goes on."""
    anchored = ANCHOR.match(at.after) is not None
    working = "làm việc" in words and (words.startswith((*_STRONG, _BOUND)) or _ordered(at, words))
    lasts = _LASTS.search(at.before) or (_long(at) and _GOES_ON.search(at.before))
    return (anchored or working) and not lasts


def _ordered(at: Moment, words: str) -> bool:
    """Whether working days end an act that somebody is asked for: `giao Sở X trả lời đơn; báo cáo trong 30 ngày`."""
    asked = between(at.said.orders, at.first, at.time.start)
    return words.startswith("trong ") and bool(asked and at.acts_before())


def _closes(at: Moment, words: str, begin: int) -> bool:
    """Whether the term is said of the act before it: `Sở X cấp giấy phép trong thời hạn 5 ngày kể từ ...`."""
    anchored = ANCHOR.match(at.after) is not None
    if anchored and begin - at.time.end < _BESIDE and not _governed(at) and at.before.strip(" ,"):
        return False  # `Người bị xử phạt trong thời hạn 6 tháng kể từ ...`: it tells which body
    strong = words.startswith(_STRONG) or (
        "làm việc" in words and ((anchored and words.startswith(_MERE)) or _ordered(at, words))
    )
    near = max(at.start, at.time.start - _NEAR)
    if not strong and not _limits(at, near, bound=words.startswith(_BOUND)):
        return False
    if _governed(at) and not (begin > at.time.end and not at.before.strip(" ,")):
        return not between(at.said.rights, near, at.time.start)
    return _laid(at, begin)


def _long(at: Moment) -> bool:
    """Whether the term is one of months or years, which mostly say how long something lasts."""
    return (at.time.within or "D")[-1] in "MY"


def _leads(at: Moment, begin: int) -> bool:
    """Whether a clause follows the term and its anchor, and nothing stands before the term in its own part."""
    if begin - at.time.end < (_BESIDE if ANCHOR.match(at.after) else 1):
        return False
    *_, last = 0, *(mark.end() for mark in _PART.finditer(at.before))
    return not at.before[last:].strip(" ,-(")


def _laid(at: Moment, begin: int) -> bool:
    """Whether the clause after a term lays an act on somebody, on no condition that the term is part of."""
    if _IF_SO.match(at.page.folded, begin) or not _duty(at, begin):
        return False
    anchor = at.after[: max(0, begin - at.time.end)].rstrip()
    return not _UNLESS.search(anchor.removesuffix("thì"))


def _limits(at: Moment, near: int, *, bound: bool) -> bool:
    """Whether a mere bound (`không quá 15 ngày`) is that of a duty; years are a span that something lasts."""
    if bound:
        return not _long(at) or bool(between(at.said.musts, at.start, at.end)) or at.fronted()
    return (
        bool(between(at.said.musts, near, at.time.start))
        or bool(DEADLINE_NOUN.search(at.before.rstrip(" :,là")))
        or at.fronted()
    )


def _governed(at: Moment) -> bool:
    """Whether an act stands before the term; provisions say it in the passive too (`giấy phép được cấp trong ...`)."""
    near = max(at.start, at.time.start - _NEAR)
    bidden = at.acts_before() and between(at.said.musts, at.start, at.time.start)
    return bool(bidden or between(at.said.acts, near, at.time.start)) or _passive(at)


def _passive(at: Moment) -> bool:
    words = (at.page.folded[low:high] for low, high in between(at.said.past, at.start, at.time.start))
    return at.page.normative and not _long(at) and any(word.startswith("được") for word in words)


def _told(at: Moment) -> bool:
    """Whether the clause tells or sets a condition.

    Provisions do not tell in the passive; nor by a `đã` after their verb, which tells of its object (`gửi cơ quan đã ra
    quyết định trong thời hạn ...`).
    """
    if not at.page.normative or _long(at):
        return told(at)
    acts = at.acts_before()
    said = []
    for low, high in past(at):
        word = at.page.folded[low:high]
        if not (word.startswith("được") or (word == "đã" and acts and acts[0][0] < low)):
            said.append((low, high))
    return told(at, among=tuple(said))


def _of_an_act(at: Moment, words: str) -> bool:
    """`Thời hạn kiểm tra, đóng dấu vé của bến đò tối đa 02 ngày làm việc kể từ ...`; of days, not of years."""
    if not words.startswith(_SAYS) or _long(at):
        return False
    low = max(at.start, at.time.start - _OF_ACT_REACH)
    *_, last = None, *_OF_ACT.finditer(at.page.folded, low, at.time.start)
    return last is not None and (starts_at(at.said.acts, last.end()) or starts_at(at.said.past, last.end()))


def _labelled(at: Moment) -> bool:
    """`Thanh lý hợp đồng: trong thời hạn không quá 05 ngày kể từ ...`: a label of an act in a provision."""
    label = at.before.strip()
    named = at.page.normative and ANCHOR.match(at.after) and label.endswith(":") and len(label) < _LONGEST_LABEL
    return bool(named) and not _long(at) and not _NO_LABEL.match(label)


def _closed(folded: str, low: int, high: int) -> re.Match[str] | None:
    if all(folded.find(word, low, high) < 0 for word in _CLOSING):  # told at once, since terms are many
        return None
    return _CLOSED.search(folded, low, high)


def main_clause(at: Moment) -> int:
    """Where the clause begins that a fronted time is said of, past what starts a relative term.

    In `kể từ ngày nhận được hồ sơ đầy đủ, hợp lệ, Sở X cấp` the anchor holds commas of its own: the clause begins after
    the first of them that a body follows with its verb beside it, else with any verb, else after the first. An anchor
    without a comma ends before `thì` or a word of duty.
    """
    folded, begin = at.page.folded, at.time.end
    anchor = ANCHOR.match(folded, begin, at.end) or _ADJUNCT.match(folded, begin, at.end)
    reach = min(at.end, begin + _ANCHOR_REACH)
    commas = [mark.end() for mark in _COMMA.finditer(folded, anchor.end(), reach)] if anchor else []
    closed = _closed(folded, anchor.end(), commas[0] if commas else reach) if anchor else None
    if closed and closed.group():
        begin = closed.end()
    elif commas:
        near = (bodies.subject(folded, comma, at.end, at.said) for comma in commas[:_MOST_COMMAS])
        subjects = [found for found in near if found is not None]
        beside = next((found for found in subjects if found.act - found.end < 2), subjects[0] if subjects else None)
        begin = beside.start if beside else commas[0]
    elif closed:
        begin = closed.end()
    while begin < at.end and folded[begin] in " ,:":
        begin += 1
    return begin


def acted(at: Moment, begin: int | None = None) -> bool:
    """Whether a body is said to act after a time that leads, by any verb: in provisions, and not in the passive."""
    if not at.page.normative:
        return False
    folded, begin = at.page.folded, main_clause(at) if begin is None else begin
    if not bodies.is_body(folded, begin, at.end):
        return False
    return _STATE.search(folded, begin, min(at.end, begin + _STATE_REACH)) is None


def _duty(at: Moment, begin: int) -> bool:
    """Whether the clause after a fronted term has an act, and no right before it."""
    reach = min(at.end, begin + 260)
    found = between(at.said.acts, begin, reach) or between(at.said.musts, begin, reach)
    rights = between(at.said.rights, begin, min(at.end, begin + 200))
    if not found:
        return not rights and acted(at, begin)
    return not (rights and rights[0][0] < found[0][0])
