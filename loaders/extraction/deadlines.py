"""Obligations: acts that a text lays on a body by a time, read from time expressions and the mood of their clause.

The reader goes from each time expression (`periods`) to its clause, and asks four things: is there an act in the clause;
is it ordered (by a word of order, by a list of duties, by the instrument's own provisions), not told, planned, wished or
allowed; which stretch is the act; on whom is it laid. The decisions are those of the labelling guideline.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import bodies, clauses, periods
from loaders.extraction.normal import fold
from loaders.extraction.periods import Time
from loaders.extraction.wording import either, pattern
from ontology.model import Obligation, Span, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.extraction.documents import Grouping

MOST_IN_SENTENCE: Final = 12

ACT: Final = pattern(rf"(?<!\w){either('deadline_words', 'act')}")
_ORDER: Final = pattern(rf"(?<!\w)(?<!ban\x20)(?<!được\x20){either('deadline_words', 'order')}")
_ASK: Final = pattern(r"(?<!\w)(?:đề nghị|yêu cầu|cần|phải|thống nhất)(?!\w)")
_GOAL: Final = pattern(rf"(?<!\w){either('deadline_words', 'goal')}")
_PAST: Final = pattern(rf"(?<!\w){either('deadline_words', 'past')}")
_RIGHT: Final = pattern(rf"(?<!\w){either('deadline_words', 'right')}")
_NOUN: Final = pattern(rf"(?<!\w){either('deadline_words', 'noun')}$")
_MUST: Final = pattern(r"(?<!\w)(?:phải|có trách nhiệm|chịu trách nhiệm|hoàn thành|yêu cầu|đề nghị)(?!\w)")
_DEADLINE_NOUN: Final = pattern(r"(?:thời hạn|thời gian|hạn|thời điểm)(?: [^\W\d_]+){0,12}$")
_RELATIVE: Final = pattern(
    r" ?(?:mà|thì|nhưng|và còn|còn|vẫn|nhưng|chưa|đã|đang|được|có hiệu lực|theo quy định của)(?!\w)"
)
_ANCHOR: Final = pattern(
    r",? ?(?:\([^()]{1,40}\) ?)?(?:kể từ|tính từ|từ ngày|từ khi|sau khi|sau ngày|trước khi|trước ngày|trước kỳ|trước thời điểm)"
)
_TIED: Final = pattern(
    r"(?:gắn với|cùng với|lồng ghép (?:vào|trong|với)|kết hợp (?:với|trong))(?: [^;.]{0,80})?"
    r"(?:đánh giá|báo cáo|tổng kết|kiểm điểm|sơ kết|bình xét)[^;.]{0,60}$"
)
_NARRATED: Final = pattern(r"(?<!\w)(?:đều|đã|vẫn|luôn|thu hút|diễn ra)(?!\w)")
_REPORT: Final = pattern(
    r"(?<!\w)(?:báo cáo|tổng hợp|sơ kết|tổng kết|đánh giá|kiểm tra|giám sát|rà soát|kiểm điểm|công bố|công khai|tổ chức)(?!\w)"
)
_PLAN: Final = pattern(
    r"(?<!\w)(?:xác định|đặt ra|đề ra|tập trung(?: thực hiện)?|triển khai|thực hiện) [^.;]{0,40}(?:nhiệm vụ|công việc|nội dung)(?!\w)"
)
_LABEL: Final = pattern(
    r"(?:hoàn thành|thực hiện|báo cáo|gửi|nộp|trình|tổ chức|triển khai|xây dựng|ban hành|kết thúc|hoàn thiện|khai|giải quyết)"
)
_SIGNED: Final = pattern(r"thời gian (?:ký|đăng|cập nhật|mở|làm việc|tiếp|phát|xuất)")
_CUT_OFF: Final = pattern(r"(?:tính|số liệu|lũy kế|kỳ báo cáo)(?: [^\W\d_]+){0,6} ?:?$")
_NEXT: Final = pattern(r"(?: tháng đầu(?: tiên)?)? (?:của )?(?P<unit>năm|quý|tháng) (?:sau|tiếp theo|kế tiếp|liền kề|liền sau|kế hoạch|báo cáo|đầu tiên)")
_NOMINAL: Final = pattern(
    r"(?<!\w)(?:việc|khi|kết quả|căn cứ|theo|về|quy trình|chế độ|hướng dẫn|phục vụ|để|cho|trong|làm|của|từ|mẫu|hồ sơ)(?: [^\W\d_]+){0,4} ?$"
)
_KIND_OF: Final = pattern(r"(?:kỳ|mẫu|biểu|đối với|theo|của|loại|các) $")
_BY: Final = pattern(r"(?<!\w)do [^,;.]{2,80}$")
_PROVISION: Final = re.compile(r"^[^\S\n]{0,12}Điều \d{1,3}[.:]", re.MULTILINE)
_TARGET_YEAR: Final = pattern(r"(?:đến|giai đoạn|nhiệm kỳ|từ)$")
_NAMING: Final = pattern(
    r"(?<!\w)(?:về|về việc|kế hoạch|ban chỉ đạo(?: trung ương)?|(?:tại|dự|sau|qua|của) (?:buổi |lễ )?(?:hội nghị|hội thảo))(?: công tác)?$"
)
_CARRIED: Final = pattern(r"[^.;]{0,60}(?:thực hiện|thi hành|triển khai)(?!\w)")


class Clause(Value, frozen=True, gc=False):
    """The clause `start:end` of one time expression, inside the sentence `first:last`."""

    start: int
    end: int
    first: int
    last: int


class Page(Value, frozen=True, gc=False):
    """What judging a clause needs of the whole text: the text, its folded form, its documents, its genre and year."""

    text: str
    folded: str
    grouping: Grouping
    normative: bool
    year: str | None


def read(grouping: Grouping, *, published: str | None = None) -> tuple[Obligation, ...]:
    """The obligations that a text states, in order. `published` is the ISO day of the page, which completes dates."""
    page: Page | None = None
    found: list[Obligation] = []
    folded = grouping.folded or fold(grouping.text)
    for first, last, times in _sentences(grouping.text, folded):
        page = page or _page(grouping, folded, published)
        found += _sentence(page, first, last, times)
    return tuple(found)


def _sentences(text: str, folded: str) -> Iterator[tuple[int, int, list[Time]]]:
    """The sentences that hold time expressions, with these."""
    held: list[Time] = []
    first = last = 0
    for time in periods.find(folded):
        if held and time.end <= last and len(held) < MOST_IN_SENTENCE:
            held.append(time)
            continue
        if held:
            yield first, last, held
        first, last = clauses.sentence(text, time.start, time.end, last if time.start >= last else 0)
        held = [time]
    if held:
        yield first, last, held


def _page(grouping: Grouping, folded: str, published: str | None) -> Page:
    normative = grouping.own is not None or bool(_PROVISION.search(grouping.text))
    return Page(grouping.text, folded, grouping, normative, _year(grouping, folded, published))


_DATELINE: Final = pattern(r"(?<!\d)\d{1,2} ?(?:[/.-]|tháng) ?\d{1,2} ?(?:[/.-]|năm) ?(\d{4})(?!\d)")


def _year(grouping: Grouping, folded: str, published: str | None) -> str | None:
    """The year of the order: of the instrument itself, of the page, else of the first day the text names."""
    if grouping.own is not None and (date := grouping.documents[grouping.own].date):
        return date[:4]
    if published:
        return published[:4]
    named = _DATELINE.search(folded, 0, 20_000)
    return named[1] if named else None


def _sentence(page: Page, first: int, last: int, times: list[Time]) -> Iterator[Obligation]:
    for start, end in clauses.cells(page.folded, first, last):
        inside = [time for time in times if start <= time.start < end]
        if inside:
            yield from _cell(page, Clause(start, end, first, last), _merged(page.folded, inside))


def _merged(folded: str, times: list[Time]) -> list[Time]:
    """Times of which a recurring one has taken in the day without a year beside it (`trước ngày 15/12 hằng năm`)."""
    recurring = [time for time in times if time.kind == "period"]
    kept: list[Time] = []
    for time in times:
        vague = time.kind in {"due", "inside", "field"} and (time.due is None or time.due.startswith("-"))
        step = _NEXT.match(folded, time.end) if vague else None
        if step and not recurring:
            period = {"năm": "P1Y", "quý": "P3M", "tháng": "P1M"}["quý" if " quý" in step.group() else step["unit"]]
            kept.append(Time(time.start, step.end(), "period!", periods=(period,)))
        elif vague and recurring:
            near = min(recurring, key=lambda other: abs(other.start - time.start))
            kept.append(Time(min(near.start, time.start), max(near.end, time.end), "period!", periods=near.periods))
        elif time.kind == "period" and kept and kept[-1].kind == "period!" and kept[-1].end >= time.end:
            continue
        else:
            kept.append(time)
    joined: list[Time] = []
    for time in kept:
        if joined and joined[-1].end > time.start:
            joined[-1] = joined[-1] if joined[-1].kind.startswith("period!") else time
        else:
            joined.append(time)
    framed: list[Time] = []
    for time in joined:
        frame = framed[-1] if framed else None
        if frame and time.kind == "within" and frame.kind.startswith("period") and time.start - frame.end < 4:
            framed[-1] = Time(frame.start, time.end, "within", periods=frame.periods, within=time.within)
        elif frame and frame.kind in {"inside", "due"} and frame.due and folded.startswith("báo cáo", time.start):
            framed[-1] = Time(frame.start, time.end, frame.kind, frame.due, periods=time.periods)
        else:
            framed.append(time)
    return [time for time in framed if not (time.kind == "due" and time.due is None)]


def _cell(page: Page, cell: Clause, times: list[Time]) -> Iterator[Obligation]:
    """The obligations of one clause between semicolons, which may hold several acts with a time each."""
    if not times:
        return
    bounds = _parts(page.folded, cell, times)
    given: set[tuple[int, str]] = set()
    for (start, end), time in zip(bounds, times, strict=True):
        part = Clause(start, end, cell.first, cell.last)
        if not _holds(page, part, time, cell):
            continue
        for obligation in _obligations(page, part, time, cell):
            if obligation.period is None or (start, obligation.period) not in given:
                given.add((start, obligation.period or ""))
                yield obligation


def _parts(folded: str, cell: Clause, times: list[Time]) -> list[tuple[int, int]]:
    """The stretch of the clause that belongs to each of its times: cut at a comma after which an act of its own begins."""
    cuts: list[int] = [cell.start]
    for here, after in zip(times, times[1:], strict=False):
        cut = None
        for comma in re.finditer(r"[,()]| và | đồng thời ", folded[here.end : after.start]):
            place = here.end + comma.end()
            if ACT.search(folded, place, after.end):
                cut = place
                break
        cuts.append(cut if cut is not None else cuts[-1])
    bounds = []
    for index, start in enumerate(cuts):
        later = [cut for cut in cuts[index + 1 :] if cut > start]
        bounds.append((start, later[0] if later else cell.end))
    return bounds


def _holds(page: Page, part: Clause, time: Time, cell: Clause) -> bool:
    """Whether the clause lays an act on a body by the time."""
    before = page.folded[part.start : time.start]
    after = page.folded[time.end : part.end]
    if _GOAL.search(page.folded, max(part.start, cell.first), time.start) or _GOAL.match(after.lstrip(" ,:")):
        return False
    if _wished(page, cell, time):
        return False
    if time.due and page.year and not time.due.startswith("-") and time.due[:4] < page.year:
        return False
    judge = {
        "due": _due, "field": _field, "within": _within, "period": _period, "period!": _period, "review": _review,
        "year": _year_set,
    }.get(time.kind, _inside)  # fmt: skip
    return judge(page, part, time, before, after)


def _wished(page: Page, cell: Clause, time: Time) -> bool:
    """Whether the clause as a whole wishes, petitions or forecasts, with nothing that orders between."""
    goals = list(_GOAL.finditer(page.folded, cell.start, time.start))
    return bool(goals) and not _ORDER.search(page.folded, goals[-1].end(), time.start)


def _acts(words: str) -> list[re.Match[str]]:
    return list(bodies.acts(words, ACT))


def _told(before: str) -> bool:
    """Whether the words before the time tell a past act or state a condition, with no order after it."""
    found = list(_PAST.finditer(before))
    if not found:
        return False
    rest = before[found[-1].end() :]
    if _MUST.search(rest):
        return False
    if found[-1].group() in {"trường hợp", "đối với", "nếu"} or found[-1].group().startswith("được"):
        return "," not in rest
    return not ("," in rest and _acts(rest[rest.rfind(",") :]))


def _fronted(before: str) -> bool:
    """Whether a clause begins with its time, at most a word of order before it (`đề nghị trong quý II các ngành ...`)."""
    orders = list(_ASK.finditer(before))
    rest = before[orders[-1].end() :] if orders else before
    rest = rest[rest.rfind(":") + 1 :].strip(" ,-(")
    return not rest or rest == "định kỳ"


def _due(page: Page, part: Clause, time: Time, before: str, after: str) -> bool:
    if _told(before) or _RELATIVE.match(after):
        return False
    if page.folded.startswith("đến hết", time.start) and not (_MUST.search(before) or "thời hạn" in before):
        return False
    if _CUT_OFF.search(before.rstrip()):
        return False
    if _DEADLINE_NOUN.search(before.rstrip(" :,")):
        return True
    acts = _acts(before)
    if acts and not (_BY.search(before[: acts[-1].start()]) and len(acts) == 1) and not _titled(page, part.start + acts[0].start()):
        return True
    return bool(_acts(after[:200])) and (_fronted(before) or before.rstrip().endswith(","))


def _field(page: Page, part: Clause, time: Time, before: str, after: str) -> bool:
    words = page.folded[time.start : time.end]
    if _SIGNED.match(words):
        return False
    return bool(_LABEL.search(words)) or page.normative


def _mood(page: Page, part: Clause, time: Time, before: str) -> bool:
    """Whether the act is ordered: by a word of order, by the list or instrument it stands in; not told."""
    if _ORDER.search(page.folded, part.first, time.end + 200 if time.start - part.start < 30 else time.end):
        return not _told(before)
    if _NARRATED.search(page.folded, part.start, min(part.end, time.end + 160)):
        return False
    if page.normative or _listed(page, part):
        return True
    return _orders_above(page, part)


def _listed(page: Page, part: Clause) -> bool:
    """Whether the sentence is an item of a numbered list."""
    line = page.text.rfind("\n", max(0, part.first - 60), part.first) + 1
    return bool(re.match(r"\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\))\s", page.text[line : part.first + 1]))


def _orders_above(page: Page, part: Clause) -> bool:
    """Whether the sentence has no subject and the paragraph before it orders."""
    if not ACT.match(page.folded, part.first) and not ACT.match(page.folded, part.start):
        return False
    above = page.folded[max(0, part.first - 600) : part.first]
    return bool(_ORDER.search(above)) and not _PAST.search(above[-300:])


def _inside(page: Page, part: Clause, time: Time, before: str, after: str) -> bool:
    """`trong tháng 6/2024`, `từ ... đến ...`, `ngày 5/9/2024`: an act must be ordered for it."""
    if _TARGET_YEAR.search(before.rstrip()) or _RELATIVE.match(after) or _told(before) or _named(page, time):
        return False
    if time.kind == "day":
        return _calendar(page, part, time, before, after)
    if time.kind != "span" and time.due and len(time.due) == 4 and "hoàn thành" not in before:
        return False
    if _DEADLINE_NOUN.search(before.rstrip(" :,")) or "hoàn thành" in before[-60:]:
        return True
    return bool(_acts(before) or (_fronted(before) and _acts(after[:200]))) and _mood(page, part, time, before)


def _calendar(page: Page, part: Clause, time: Time, before: str, after: str) -> bool:
    """A day set for an act in an instrument's list: `Khai giảng: ngày 05/9/2024`."""
    label = before.rstrip()
    return page.normative and label.endswith(":") and len(label) < 80 and bool(_acts(label)) and not after.strip(" ,.")


def _named(page: Page, time: Time) -> bool:
    """Whether the time stands inside the name of a document."""
    return any(
        ref.start <= time.start < ref.stop for ref in page.grouping.references if ref.kind not in {"plan", "own"}
    )


def _within(page: Page, part: Clause, time: Time, before: str, after: str) -> bool:
    words = page.folded[time.start : time.end].split(",")[-1].strip()
    anchored = bool(_ANCHOR.match(after))
    strong = words.startswith(("trong thời hạn", "trong vòng", "chậm nhất", "muộn nhất"))
    if not anchored and not (strong and "làm việc" in words):
        return False
    if _told(before) or re.search(r"(?:quá|hết|sau|có|giá trị|có giá trị [^,;]{0,30})\s*$", before) or "có hiệu lực" in before:
        return False
    rest = after
    stop = re.search(r"[,.;:]", after)
    if stop:
        rest = after[stop.end() :]
    if _acts(before[-160:]) and not (stop and not before.strip(" ,")):
        return not _RIGHT.search(before[-160:])
    right = _RIGHT.search(rest[:200])
    act = ACT.search(rest[:260])
    if right and (act is None or right.start() < act.start()):
        return False
    conditional = re.search(
        r"(?<!\w)(?:mà|nếu|thì|không (?:có|nhận|thực hiện|chấp hành))(?!\w)", after[: stop.start() if stop else None]
    )
    return bool(act) and not conditional


def _period(page: Page, part: Clause, time: Time, before: str, after: str) -> bool:
    if _named(page, time) and not before.strip(" ,-"):
        return False
    words = page.folded[time.start : time.end]
    fronted = _fronted(before) or bool(re.search(r"[,:]\s*$", before)) and not _acts(before)
    if words.startswith("báo cáo"):
        return bool(_ORDER.search(before) or _acts(before)) and not _KIND_OF.search(before) and _mood(page, part, time, before)
    if _TIED.search(before):
        return _mood(page, part, time, before) or bool(_acts(before))
    if _NOUN.search(before.rstrip()) or _told(before):
        return False
    if fronted:
        return bool(_acts(after[:260])) and _unsaid(page, part, time, after)
    if time.kind == "period!" or words.startswith("định kỳ") or "lần" in words:
        return bool(_acts(before) or _acts(after[:120])) and _unsaid(page, part, time, after)
    if ACT.match(after.lstrip(" ")) and bodies.is_body(page.folded, part.start, time.start) and not _acts(before):
        return _unsaid(page, part, time, after)
    final = re.match(r"\s*(?:$|[,.;)]|gửi|về|theo|với|cho)", after)
    nearest = _acts(before)
    return bool(
        final and nearest and _REPORT.match(nearest[-1].group()) and len(before) - nearest[-1].end() < 70
    ) and _mood(page, part, time, before)


def _governs(page: Page, part: Clause, place: int) -> bool:
    """Whether the verb at `place` of a clause is its main verb: first in it, after its subject, or after an order."""
    before = page.folded[part.start : part.start + place]
    if _NOMINAL.search(before) or _titled(page, part.start + place):
        return False
    if not before.strip(" ,-") or _ORDER.search(before):
        return True
    body = bodies.subject(page.folded, part.start, part.end)
    chain = re.fullmatch(r"(?:[\w ]{2,18}(?:,| và) ?){1,5}", before)
    return bool(chain) or (body is not None and part.start + place - body.act < 60)


def _titled(page: Page, place: int) -> bool:
    """Whether `place` begins the title of a document named right before it (`Thông tư số ... hướng dẫn ...`)."""
    return any(
        ref.head_stop <= place <= ref.head_stop + 3 for ref in page.grouping.references if ref.kind in {"numbered", "partial"}
    )


def _unsaid(page: Page, part: Clause, time: Time, after: str) -> bool:
    """Ordered, or a duty without a subject (`định kỳ hằng năm xây dựng ...`), which no story begins with."""
    if _RIGHT.search(after[:120]):
        return False
    if _mood(page, part, time, page.folded[part.start : time.start]):
        return True
    bare = ACT.match(after.lstrip(" ,"))
    return bool(bare) and not _NARRATED.search(page.folded, part.start, min(part.end, time.end + 160))


def _review(page: Page, part: Clause, time: Time, before: str, after: str) -> bool:
    """A review after a span of years, where it is ordered and not a name or a story."""
    if not _CARRIED.match(after) or _named(page, time) or _NAMING.search(before.rstrip()):
        return False
    return bool(_ORDER.search(page.folded, part.first, time.start)) and not _told(page.folded[part.first : time.start])


def _year_set(page: Page, part: Clause, time: Time, before: str, after: str) -> bool:
    """`Năm 2024, ngành Y tế đề ra 8 nhiệm vụ`: what a body sets itself for a year."""
    if before.strip(" ,-") and not re.search(r"trong\s*$", before):
        return False
    return bool(_PLAN.search(after[:160])) and not _NARRATED.search(after[:160])


def _obligations(page: Page, part: Clause, time: Time, cell: Clause) -> Iterator[Obligation]:
    who, start, end = _extent(page, part, time)
    what = _words(page.text, start, end)
    documents = _documents(page, start, end, cell)
    due = _completed(time.due, page.year)
    since = _completed(time.since, page.year)
    evidence = Span(start, end)
    for period in time.periods or (None,):
        if due or period or time.within:
            yield Obligation(who, what, evidence, due, since, period, time.within, documents)


def _completed(date: str | None, year: str | None) -> str | None:
    if date is None or not date.startswith("-"):
        return date
    return year + date if year else None


def _extent(page: Page, part: Clause, time: Time) -> tuple[str | None, int, int]:
    """Who, and the stretch of act and time: from the first to the last word of both."""
    stop = part.end
    if _forward(page, part, time):
        body = bodies.subject(page.folded, _skip(page.folded, time.end, stop), stop)
        body = body or bodies.ordered(page.folded, part.first, time.start)
        start, end = time.start, stop
    else:
        body = bodies.ordered(page.folded, part.first, time.start) or bodies.subject(
            page.folded, part.start, time.start
        )
        start = _act_start(page, part, time, body)
        end = max(time.end, _tail(page, time, stop))
    start, end = clauses.trimmed(page.text, start, end)
    who = page.text[body.start : body.end] if body else _lead(page, part)
    return (_tidy(who) if who else None), start, end


def _forward(page: Page, part: Clause, time: Time) -> bool:
    """Whether the act of a time follows it (`hằng năm báo cáo ...`) and does not go before it."""
    before = page.folded[part.start : time.start]
    after = page.folded[time.end : part.end]
    if _fronted(before):
        return True
    near = before[max(before.rfind(","), before.rfind("("), before.rfind(":")) + 1 :]
    if _acts(near) or _DEADLINE_NOUN.search(near):
        return time.kind.startswith("period") and bool(ACT.match(after.lstrip(" ,"))) and not near.strip()
    return bool(_acts(after[:260]))


def _skip(folded: str, start: int, end: int) -> int:
    """Past the comma and the anchor after a fronted time (`kể từ ngày nhận đủ hồ sơ, `)."""
    anchor = _ANCHOR.match(folded, start, end)
    comma = folded.find(",", start, min(end, start + 220)) if anchor else -1
    begin = comma + 1 if comma >= 0 else start
    while begin < end and folded[begin] in " ,:":
        begin += 1
    return begin


def _act_start(page: Page, part: Clause, time: Time, body: bodies.Subject | None) -> int:
    if body and part.start <= body.act < time.start:
        return body.act
    acts = _acts(page.folded[part.start : time.start])
    return part.start + acts[0].start() if acts else part.start


def _tail(page: Page, time: Time, stop: int) -> int:
    """The end of what belongs to the time: the anchor of a relative term (`kể từ ngày ký`)."""
    anchor = _ANCHOR.match(page.folded, time.end, stop)
    if anchor is None:
        return time.end
    close = re.compile(r"[,;.:()]").search(page.folded, anchor.end(), min(stop, anchor.end() + 160))
    return close.start() if close else min(stop, anchor.end() + 160)


def _lead(page: Page, part: Clause) -> str | None:
    found = bodies.lead(page.folded, part.first)
    return re.split(r"\n\s*(?:\d|\w\))", page.text[found[0] : found[1]])[0] if found else None


def _words(text: str, start: int, end: int) -> str:
    return _tidy(text[start:end])[:400]


def _tidy(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip(" ,:;.-")


def _documents(page: Page, start: int, end: int, cell: Clause) -> tuple[str, ...]:
    """The documents named with the act, else in its sentence, else the instrument itself."""
    grouping = page.grouping
    for low, high in ((start, end), (cell.start, cell.end), (cell.first, cell.last)):
        found = []
        for ref, index in zip(grouping.references, grouping.document_of, strict=True):
            if low <= ref.start < high and index is not None and grouping.documents[index].id not in found:
                found.append(grouping.documents[index].id)
        if found:
            return tuple(found)
    return (grouping.documents[grouping.own].id,) if grouping.own is not None else ()
