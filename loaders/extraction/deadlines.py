"""Obligations: acts that a text lays on a body by a time.

The reader goes from each time expression (`periods`) to its clause, asks whether the clause orders an act by that time
(`duties`), and which stretch is the act and on whom it is laid (`extents`). The decisions are those of the labelling
guideline.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import islice
from typing import TYPE_CHECKING, Final

from loaders.extraction import clauses, extents, periods, rows, schedules, tasklists, timing
from loaders.extraction.duties import holds, hopeless
from loaders.extraction.marks import Marks, marks
from loaders.extraction.moments import Moment, Page, moment
from loaders.extraction.normal import fold
from loaders.extraction.places import line
from loaders.extraction.wording import pattern
from ontology.model import Obligation, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.extraction.documents import Grouping
    from loaders.extraction.extents import Extent
    from loaders.extraction.marks import Place
    from loaders.extraction.periods import Time

MOST_IN_SENTENCE: Final = 8

_PROVISION: Final = re.compile(r"^[^\S\n]{0,12}Điều \d{1,3}[.:]", re.MULTILINE)
# Steps of a procedure, as annexes lay them down: `- Bước 1: ...`, `- Bước 2: ...`.
_STEPS: Final = re.compile(r"^[\s*+-]{0,12}Bước 1 ?[:.](?=[\s\S]{1,3000}^[\s*+-]{0,12}Bước 2 ?[:.])", re.MULTILINE)
_SPEECH: Final = re.compile(r":\s{0,3}[\"“](?=[^\"“”]{0,400}$)")
_BESIDES: Final = pattern(r"[^\w]*(?:ngoài|bên cạnh|song song với|cùng với)(?!\w)[^.;:]{3,200}, ")
_DATELINE: Final = pattern(r"\d(?<!\d\d)\d? ?(?:[/.-]|tháng) ?\d{1,2} ?(?:[/.-]|năm) ?(\d{4})(?!\d)")
_DATELINE_REACH: Final = 20_000
_MONTH_OF: Final = pattern(
    r"(?<!\w)(?<!ban\x20hành\x20)(?<!ký\x20)(?<!từ\x20)(?:tháng \d{1,2}|quý (?:i{1,3}|iv|[1-4]))"
    r"(?: ?[/.-] ?| năm )(20\d\d)(?!\d)"
)
_YEAR_OF: Final = pattern(r"(?<!\w)(?<!ban\x20hành\x20)(?<!từ\x20)năm (20\d\d)(?! ?[-–]|\d)")
# `Sự việc xảy ra năm 2016`, `văn bản ký năm 1998`, `năm 2016 đã ...`: when something befell, not when it was ordered.
_BEFELL: Final = pattern(
    r"(?<!\w)(?:(?:xảy ra|thành lập|sinh|khởi công|khánh thành|trước)(?: [^\W\d_]+){0,4}"
    r"|(?:ban hành|ký)(?: (?:văn bản|vào|trong|từ|đầu|giữa|cuối)){0,3}) $"
)
_BEFELL_REACH: Final = 60
_ALREADY: Final = pattern(r",? (?:[^\s.;:,]+ ){0,3}đã ")
_MANY: Final = ("các ", "những ")
_ASKS: Final = ("yêu cầu", "đề nghị", "chỉ đạo", "giao", "phân công")
_LAWS: Final = ("luật", "bộ luật", "hiến pháp", "pháp lệnh")
_BY_THEN: Final = pattern(r"(?<!\w)(?:trước|chậm nhất|muộn nhất|đến|tới|hạn)(?: [^\W\d_]+){0,2} ?$")
_BY_THEN_REACH: Final = 24
_EVENT_DAY: Final = re.compile(
    r"(?:^|\n|[.!?] |\) ?[-–] |[-–] )(?:[^\S\n]*)(?:Sáng|Chiều|Tối|Ngày|Trong ngày|Vừa qua, ngày|Sáng ngày|Chiều ngày)"
    r"(?: ngày)? "
    r"\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?(\d{4})"
)
_EVENT_BACK: Final = 3_000


def read(
    grouping: Grouping, *, published: str | None = None, kept: frozenset[str] | None = None
) -> tuple[Obligation, ...]:
    """The obligations that a text states, in order. `published` is the ISO day of the page, which completes dates.

    `kept` are the ids of the documents that the extraction holds, where they are known: an act is about no other.
    """
    page: Page | None = None
    found: list[Obligation] = []
    folded = grouping.folded or fold(grouping.text)
    for first, last, times in _sentences(grouping.text, folded):
        if folded.find("?", max(first, last - 1), last + 1) >= 0:
            continue  # what is asked is laid on nobody
        page = page or _page(grouping, folded, published, kept)
        said = marks(folded, first, last)
        for start, end in clauses.cells(folded, first, last):
            inside = timing.combined(folded, [time for time in times if start <= time.start < end])
            found += _clause(page, said, first, (start, end), inside) if inside else ()
    return _with_rows(grouping, folded, published, found)


def _with_rows(
    grouping: Grouping, folded: str, published: str | None, found: list[Obligation]
) -> tuple[Obligation, ...]:
    """`found` with the rows of an instrument's flattened tables, which stand in no sentence."""
    if grouping.own is None:
        return tuple(found)
    about = (grouping.documents[grouping.own].id,)
    year = _year(grouping, folded, published)
    for row in rows.rows(grouping.text, folded):
        due = _completed(row.due, year)
        place = Span(row.start, row.end)
        taken = any(o.evidence.start < place.end and place.start < o.evidence.end for o in found)
        if (due or row.period) and not taken:
            found.append(Obligation(row.who, row.task, place, due, None, row.period, None, about))
    return tuple(sorted(found, key=lambda obligation: obligation.evidence.start))


def _sentences(text: str, folded: str) -> Iterator[tuple[int, int, list[Time]]]:
    """The sentences that hold time expressions, with these."""
    held: list[Time] = []
    first = last = 0
    for time in periods.find(folded):
        if hopeless(folded, time, begins=text[time.start].isupper()):
            continue
        if held and time.end <= last:
            if len(held) < MOST_IN_SENTENCE:  # more is a table or noise, and each costs
                held.append(time)
            continue
        if held:
            yield first, last, held
        first, last = clauses.sentence(text, time.start, time.end, last if time.start >= last else 0)
        held = [time]
    if held:
        yield first, last, held


def _page(grouping: Grouping, folded: str, published: str | None, kept: frozenset[str] | None = None) -> Page:
    text = grouping.text
    steps = "Bước 1" in text and _STEPS.search(text) is not None
    normative = grouping.own is not None or line(_PROVISION, text, "Điều ") is not None or steps
    starts = tuple(ref.start for ref in grouping.references)
    year = _year(grouping, folded, published)
    return Page(text, folded, grouping, normative, year, starts, {}, published is not None, kept)


def _year(grouping: Grouping, folded: str, published: str | None) -> str | None:
    """The year of the order: of the instrument itself, of the page, else of the first day the text names.

    A consolidated text orders nothing: what it gives was ordered in the years of what it consolidates.
    """
    own = None if grouping.own is None else grouping.documents[grouping.own]
    if own is not None and own.date and own.type != "VBHN":
        return own.date[:4]
    if published:
        return published[:4]
    named = (day for day in _DATELINE.finditer(folded, 0, _DATELINE_REACH) if not _by_then(folded, day.start()))
    first = next(named, None)
    return first[1] if first else _only_year(grouping, folded)


def _only_year(grouping: Grouping, folded: str) -> str | None:
    """The year that a text without any full date speaks of, if it is one: of its months and quarters, else any.

    `báo cáo đầu tháng 3/2025 để trình trước 7/4`; the year of a law (`Luật Đất đai năm 2013`) tells nothing.
    """
    months = {month[1] for month in _MONTH_OF.finditer(folded, 0, _DATELINE_REACH)}
    if months:
        return months.pop() if len(months) == 1 else None
    years = {
        year[1]
        for year in _YEAR_OF.finditer(folded, 0, _DATELINE_REACH)
        if not (_of_a_law(grouping, folded, year.start()) or _befell(folded, *year.span()))
    }
    return years.pop() if len(years) == 1 else None


def _of_a_law(grouping: Grouping, folded: str, place: int) -> bool:
    """Whether a year is that of a law: `Luật Đất đai năm 2013`."""
    last = bisect_right(grouping.references, place, key=lambda reference: reference.start) - 1
    reference = grouping.references[last] if last >= 0 else None
    return reference is not None and place < reference.stop and folded.startswith(_LAWS, reference.start)


def _befell(folded: str, start: int, end: int) -> bool:
    """Whether a year is one in which something befell, which tells nothing of what is still due."""
    before = _BEFELL.search(folded, max(0, start - _BEFELL_REACH), start)
    return before is not None or _ALREADY.match(folded, end) is not None


def _by_then(folded: str, place: int) -> bool:
    """Whether a day is one that something is due by, which tells nothing of when that was ordered."""
    return _BY_THEN.search(folded, max(0, place - _BY_THEN_REACH), place) is not None


def _clause(page: Page, said: Marks, first: int, cell: tuple[int, int], times: list[Time]) -> Iterator[Obligation]:
    """The obligations of one clause between semicolons, which may hold several acts with a time each."""
    given: set[tuple[str | None, str]] = set()
    start, end = cell
    for bounds, time in zip(timing.parts(page.folded, said, start, end, times), times, strict=True):
        at = moment(page, said, time, _past_condition(page.folded, bounds, time), (first, start))
        if not holds(at):
            continue
        for obligation in _obligations(at, end):
            key = (obligation.who, obligation.period or "")
            if obligation.period is None or key not in given:  # `hằng năm` said twice of one body's acts is one duty
                given.add(key)
                yield obligation


def _past_condition(folded: str, bounds: Place, time: Time) -> Place:
    """The stretch of a time without the condition before it: `Nếu hồ sơ chưa đủ thì trong thời hạn ...`.

    Nor does it hold what leads in a speech: `Ông B gửi câu hỏi: "Trước ngày 1/7, tôi ...`.
    """
    spoken = _SPEECH.search(folded, bounds[0], time.start)
    start = spoken.end() if spoken else bounds[0]
    closed = folded.rfind(" thì ", start, time.start)
    if closed < 0 and _BESIDES.fullmatch(folded, start, time.start):
        return time.start, bounds[1]  # `Ngoài việc thẩm định đề án, định kỳ hằng quý, Ban B nghe ...`
    return (closed + len(" thì ") if closed >= 0 else start), bounds[1]


def _obligations(at: Moment, cell_end: int) -> Iterator[Obligation]:
    extent = extents.extent(at)
    if extent is None:
        return
    year = _event_year(at) or at.page.year
    due, since = _completed(at.time.due, year), _completed(at.time.since, year)
    documents, place = _documents(at, extent, cell_end), Span(extent.start, extent.end)
    below = tasklists.bodies_below(at.page.text, at.page.folded, extent.end) if due and _shared(extent) else ()
    for period in at.time.periods or (schedules.steps(at) if at.time.within else ()) or (None,):
        if due or period or at.time.within:
            for who in below or (extent.who,):
                yield Obligation(who, extent.what, place, due, since, period, at.time.within, documents)


def _shared(extent: Extent) -> bool:
    """Whether an act is laid on nobody yet, or on many together: a list below may say on whom, one by one.

    `Chủ tịch xã yêu cầu thực hiện ...:` asks it of those below, `... yêu cầu Phòng Nội vụ kiểm tra ...:` of one alone.
    """
    return extent.who is None or extent.who.lower().startswith(_MANY) or extent.what.lower().startswith(_ASKS)


def _event_year(at: Moment) -> str | None:
    """On a page without a day of its own the year of the last event that a sentence before opens with."""
    if at.page.dated or at.page.normative or not (at.time.due or "").startswith("-"):
        return None
    days = _EVENT_DAY.findall(at.page.text, max(0, at.time.start - _EVENT_BACK), at.time.start)
    return days[-1] if days else None


def _completed(date: str | None, year: str | None) -> str | None:
    if date is None or not date.startswith("-"):
        return date
    return year + date if year else None


def _documents(at: Moment, extent: Extent, cell_end: int) -> tuple[str, ...]:
    """The documents named with the act, else before it in its clause, else the one that the page is or is about."""
    close = cell_end if at.time.kind == "review" else extent.end
    for low in (extent.start, at.cell):
        found = _named_in(at.page, low, close)
        if found:
            return found
    return _subject(at.page, extent.start)


def _subject(page: Page, place: int) -> tuple[str, ...]:
    """The instrument whose text this is; on a page of another kind the first that it names."""
    grouping = page.grouping
    if grouping.own is not None:
        return (grouping.documents[grouping.own].id,)
    for index in islice(grouping.document_of, bisect_left(page.starts, place)):
        if index is not None and (page.kept is None or grouping.documents[index].id in page.kept):
            return (grouping.documents[index].id,)
    return ()


def _named_in(page: Page, low: int, high: int) -> tuple[str, ...]:
    grouping = page.grouping
    first, last = bisect_left(page.starts, low), bisect_left(page.starts, high)
    if first == last:
        return ()
    stop, named = low, []
    for k in range(first, last):
        reference = grouping.references[k]
        if reference.kind != "plan" and reference.start >= stop:
            named.append(grouping.document_of[k])
            stop = max(stop, reference.stop)
    found = dict.fromkeys(grouping.documents[index].id for index in named if index is not None)
    return tuple(name for name in found if page.kept is None or name in page.kept)
