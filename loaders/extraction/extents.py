"""Which stretch of a clause is the act that is due by a time, and on whom it is laid."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import bodies, clauses, periods, schedules
from loaders.extraction.marks import between, marks, starts_at
from loaders.extraction.normal import fold
from loaders.extraction.terms import ANCHOR, DEADLINE_NOUN, main_clause
from loaders.extraction.wording import pattern
from ontology.model import Value

if TYPE_CHECKING:
    from loaders.extraction.moments import Moment

LONGEST_WORDS: Final = 400
_CLOSE: Final = re.compile(r"[,;.:()]")
_LABELLED: Final = re.compile(r"\s*(?:[-+*•]\s*)?[^:\n]{2,40}:")
_MARKED: Final = re.compile(r"^\s*(?:[-+*•]|\w{1,3}[.)])\s*")
_TERM: Final = re.compile(r"^\s*(?:Thời (?:hạn|gian|điểm)|Hạn(?: cuối| chót)?|Tiến độ)\s+(?=\w)", re.IGNORECASE)
_CLOSED: Final = re.compile(r"\([^()]{0,160}\)")
_PAUSED: Final = re.compile(r"\s*(?:[,;.]|(?:theo|cho|về|tại|gửi|với|đến|để)(?!\w))")
# Acts that a label of time names of any task: `Thời gian hoàn thành: ...`.
_BARE: Final = frozenset(("hoàn thành", "thực hiện", "triển khai", "tổ chức", "kết thúc", "tiến hành", "hoàn thiện"))
_TASK_BACK: Final = 900
# What goes on with the act before a time: `báo cáo định kỳ hằng tháng theo mẫu`, `gửi ... trước ngày 5/6 để ...`.
_COMPLEMENT: Final = re.compile(r"\s+(?:để|nhằm|theo|làm căn cứ|làm cơ sở)\s")
_MOST_COMMAS: Final = 12
_TASKS: Final = pattern(r"(?<!\w)là (?:những |các |một trong )?(?:nhiệm vụ|việc|công việc|nội dung)(?!\w)")
_CLOSING: Final = 60
_TO_COMPLETE: Final = pattern(r"(?:thời (?:gian|hạn)|hạn|tiến độ) (?:hoàn thành|hoàn tất|thực hiện)(?!\w)")
_PASSIVE: Final = re.compile(r"(?<!\w)(?:được\s+|do\s[^,;.:]{3,100}\s)$")
_PASSIVE_REACH: Final = 160
_RESTS_ON: Final = re.compile(r"\W*(?:trên cơ sở|căn cứ|sau khi|theo)(?!\w)")
_NEXT_ITEM: Final = re.compile(r"\n\s*(?:\d|\w\))")


class Extent(Value, frozen=True, gc=False):
    """Who an act is laid on, what it is (as printed), and where act and time stand."""

    who: str | None
    what: str
    start: int
    end: int


def extent(at: Moment) -> Extent | None:
    """The act of a time, with its body and where both stand; None where no act stands by the time."""
    found = _extent(at)
    return found if found.what else _label(at, found)


def _extent(at: Moment) -> Extent:
    """The act of a time: it follows a time that begins its clause, else goes before it."""
    if at.words.startswith("quyết toán"):  # act and time in one
        return Extent(_who(at, _sentence_subject(at)), tidy(at.words), at.time.start, at.time.end)
    if schedules.item(at):
        start, end = clauses.trimmed(at.page.text, at.start, max(at.time.end, _tail(at)))
        label = at.page.text[start : at.time.start + at.words.rindex(":")]
        return Extent(_who(at, None), tidy(_MARKED.sub("", label)), start, end)
    if at.time.kind in {"field", "fixed period"} and ":" in at.words and not at.before.strip(" -+"):
        return _task(at)
    if at.time.kind == "review" and _forward(at):
        return _reviewed(at)
    return _after(at) if _forward(at) else _before(at)


def _label(at: Moment, extent: Extent) -> Extent | None:
    """An act that stands as a label before its time: `Khai giảng: Ngày 5/9/2024`; any other label orders nothing."""
    text, line = at.page.text, at.page.text.rfind("\n", max(0, extent.start - LONGEST_WORDS), extent.start) + 1
    mark = _MARKED.match(text[line : extent.start])
    begin = line + mark.end() if mark else line
    words = tidy(text[begin : extent.start])
    if not words or (at.time.kind != "within" and not marks(at.page.folded, begin, extent.start).acts):
        return None
    return Extent(extent.who, words, begin, extent.end)


def _reviewed(at: Moment) -> Extent:
    """A review after years is act and time in one: `tham mưu sơ kết 3 năm thực hiện ...`."""
    folded, text = at.page.folded, at.page.text
    body = bodies.ordered(folded, at.first, at.time.end, at.said) or _sentence_subject(at)
    start, end = clauses.trimmed(text, at.time.start, at.end)
    return Extent(_who(at, body), tidy(text[start:end])[:LONGEST_WORDS], start, end)


def _after(at: Moment) -> Extent:
    folded, text = at.page.folded, at.page.text
    begin = main_clause(at)
    body = bodies.subject(folded, begin, at.end, at.said)
    start, end = clauses.trimmed(text, at.lead()[0] if at.fronted() else at.time.start, at.end)
    # `Báo cáo năm: Trong thời hạn 45 ngày kể từ ngày ...`: nothing but what the term runs from
    bare = not folded[at.time.end : begin].strip() and ANCHOR.match(folded, begin, at.end)
    what = "" if bare else text[body.act if body else begin : end]
    body = body or bodies.ordered(folded, at.first, at.time.start, at.said)
    body = body or bodies.subject(folded, at.start, at.end, at.said) or _sentence_subject(at)
    return Extent(_who(at, body), tidy(what)[:LONGEST_WORDS], start, end)


def _before(at: Moment) -> Extent:
    folded, text = at.page.folded, at.page.text
    reach = at.time.start if at.time.kind != "review" else at.time.end  # a review is itself the act
    body = bodies.ordered(folded, at.first, reach, at.said)
    body = body or bodies.acting(folded, at.start, at.time.start, at.said) or _sentence_subject(at)
    begin = _act_start(at, body)
    if (
        at.completes() and next(periods.find(folded[at.first : at.cell]), None) is None
    ):  # `Xây dựng kế hoạch ...; hoàn thành trước ngày 30/6`: by when, of all that is said before
        first = next(iter(between(at.said.acts, at.first, at.cell)), None)
        begin = max(body.act, first[0]) if body and first and body.act < at.cell else first[0] if first else begin
    elif "là" in at.before and _TASKS.search(at.before):
        begin = at.start  # `Lập danh sách là nhiệm vụ Chủ tịch giao cho các xã thực hiện trong năm 2024`
    elif body and _closes(at):
        first = next(iter(between(at.said.acts, body.end, at.cell)), None)
        begin = first[0] if first and begin - first[0] < LONGEST_WORDS else begin
    start, end = clauses.trimmed(text, begin, max(at.time.end, _tail(at)))
    what = tidy(text[begin : at.time.start if at.time.kind != "review" else end]) or tidy(text[start:end])
    if "|" in what:
        return _row(at, what, start, end)
    return Extent(_who(at, body), what[:LONGEST_WORDS], start, end)


def _closes(at: Moment) -> bool:
    """Whether a short clause with a bare verb ends what one body is to do by one time.

    `Sở X tổng hợp ..., tham mưu ...; trình UBND tỉnh trước ngày 15/11`.
    """
    folded, cell = at.page.folded, at.cell
    while cell < at.time.start and folded[cell] in " \n":
        cell += 1
    bare = starts_at(at.said.acts, cell) or _TO_COMPLETE.match(folded, cell, at.time.start)
    if at.time.periods or at.cell <= at.first or at.time.start - cell > _CLOSING or not bare:
        return False
    return next(periods.find(folded[at.first : at.cell]), None) is None


def _row(at: Moment, what: str, start: int, end: int) -> Extent:
    """Of a row of a table the cell with the act, and the one with the body: `Rà soát ... | Sở Y tế | Quý II/2024`."""
    cells = [cell.strip() for cell in what.split("|")]
    who = [cell for cell in cells[1:] if bodies.is_body(fold(cell), 0, len(cell))]
    return Extent(who[0] if who else _who(at, None), cells[0][:LONGEST_WORDS], start, end)


def _sentence_subject(at: Moment) -> bodies.Subject | None:
    """The body that the clauses before this one in its sentence are said of (`Sở X tổng hợp ...; trình ...`)."""
    folded = at.page.folded
    if at.start <= at.first:
        return None
    found = bodies.subject(folded, at.first, at.start, at.said)
    comma = folded.find(", ", at.first, at.start)
    for _ in range(_MOST_COMMAS):
        if found is not None or comma < 0:
            break
        found = bodies.subject(folded, comma + 2, at.start, at.said)
        comma = folded.find(", ", comma + 2, at.start)
    return found


def _task(at: Moment) -> Extent:
    """The task of a list whose time stands in a line of its own: the line above that is no label."""
    text = at.page.text
    start, end = clauses.trimmed(text, at.time.start, at.time.end)
    label = tidy(_TERM.sub("", text[start:end].partition(":")[0]))
    said = marks(at.page.folded, start, start + len(text[start:end].partition(":")[0])).acts
    if any(at.page.folded[low:high] not in _BARE for low, high in said):  # `Hạn cuối nộp hồ sơ: ...` names the act
        return Extent(_who(at, None), label, start, end)
    for line in reversed(text[max(0, at.first - _TASK_BACK) : at.first].split("\n")[:-1]):
        if line.strip() and not _LABELLED.match(line) and not line.isupper():
            return Extent(_who(at, None), tidy(_MARKED.sub("", line))[:LONGEST_WORDS], start, end)
    return Extent(_who(at, None), label, start, end)


def _forward(at: Moment) -> bool:
    """Whether the act of a time follows it (`hằng năm báo cáo ...`) and does not go before it."""
    if at.fronted():
        return True
    if at.words.startswith("theo "):
        return False
    if at.acts_before() and (_COMPLEMENT.match(at.after) or at.after.lstrip().startswith(")")):
        return False
    before = at.before
    if "(" in before:
        before = _CLOSED.sub(lambda match: " " * len(match.group()), before)
    bracket = before.rfind("(")
    comma = max(before.rfind(","), bracket if ")" not in before[bracket:] else -1, before.rfind(":")) + 1
    near = before[comma:]
    if between(at.said.acts, at.start + comma, at.time.start) or DEADLINE_NOUN.search(near):
        return bool(at.time.periods) and at.act_follows() and (not near.strip() or near.endswith(" và "))
    if near.strip() and at.acts_before() and _PAUSED.match(at.after) and not at.act_follows():
        return False  # `báo cáo Chính phủ, Thủ tướng Chính phủ trước ngày ..., đồng thời gửi ...`, `định kỳ theo mẫu`
    return bool(at.acts_after(260))


def _act_start(at: Moment, body: bodies.Subject | None) -> int:
    if body and at.start <= body.act <= at.time.start:
        passive = _PASSIVE.search(at.page.folded, at.start, body.act)  # `Kế hoạch cấp huyện được lập hằng năm`
        return at.start if passive and body.act - at.start < _PASSIVE_REACH else body.act
    commands = between(at.said.commands, at.start, at.time.start)
    found = between(at.said.acts, commands[-1][1], at.time.start) if commands else at.acts_before()
    found = found or at.acts_before()
    if not found or (
        _PASSIVE.search(at.page.folded, at.start, found[0][0]) and found[0][0] - at.start < _PASSIVE_REACH
    ):
        return at.start
    return found[0][0]


def _tail(at: Moment) -> int:
    """The end of what belongs to the time: the anchor of a relative term (`kể từ ngày ký`)."""
    anchor = ANCHOR.match(at.page.folded, at.time.end, at.end)
    if anchor is None:
        return at.time.end
    reach = min(at.end, anchor.end() + 160)
    close = _CLOSE.search(at.page.folded, anchor.end(), reach)
    return close.start() if close else reach


def _who(at: Moment, body: bodies.Subject | None) -> str | None:
    """The body of the act as printed; without one in the sentence, that of the list the sentence stands in."""
    text = at.page.text
    if body is not None:
        words = text[body.start : body.end]
        if ", " in words and words[0].islower() and _RESTS_ON.match(at.page.folded, at.first, body.start):
            last = words.rpartition(", ")[2]  # `Trên cơ sở báo cáo của các xã, địa phương, Sở Y tế tổng hợp`
            words = last if last[:1].isupper() else words
        return tidy(words) or None
    if at.first not in at.page.above:
        at.page.above[at.first] = _above(at)
    return at.page.above[at.first]


def _above(at: Moment) -> str | None:
    text, said = at.page.text, _said_before(at)
    if said is not None:
        return tidy(text[said.start : said.end]) or None
    heading = bodies.heading(text, at.page.folded, at.first)
    if heading is not None:
        return tidy(text[heading[0] : heading[1]]) or None
    named = bodies.lead(text, at.page.folded, at.first)
    return tidy(_NEXT_ITEM.split(text[named[0] : named[1]])[0]) or None if named else None


def _said_before(at: Moment) -> bodies.Subject | None:
    """The subject of the sentence before, of which a sentence that begins with its verb or time goes on."""
    folded, text = at.page.folded, at.page.text
    gap = text[max(0, at.first - 3) : at.first]
    if at.first < 2 or "\n" in gap or not gap.strip():
        return None
    start, _ = clauses.sentence(text, at.first - 2, at.first - 2)
    return bodies.ordered(folded, start, at.first) or bodies.subject(folded, start, at.first)


def tidy(words: str) -> str:
    """`words` on one line, without punctuation at the ends."""
    return " ".join(words.split()).strip(" ,:;.-")
