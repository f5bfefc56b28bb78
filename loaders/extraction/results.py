"""Results: figures that a text reports about carrying a document out, with their share of the target where it is given.

A figure counts where an act that is told governs it (`đã cử 25 cán bộ`), where it counts those an act reached
(`với 250 học viên`, `thu hút 250 thí sinh`), or where it is a share of a target (`đạt 95% kế hoạch`). Figures of goals,
duties, rates laid down, and those that only describe the thing done, do not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import bodies, clauses
from loaders.extraction.normal import fold
from loaders.extraction.wording import either, pattern
from ontology.model import Result, Span, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.extraction.documents import Grouping

_ABOUT: Final = rf"(?:{either('result_words', 'about')} )"
_NUMBER: Final = r"(?P<value>\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,7}(?:,\d{1,2})?)(?![\d.,/-]\d)"
_SHARE: Final = r"(?P<share>\d{1,4}(?:[.,]\d{1,2})?) ?%"

FIGURE: Final = pattern(
    rf"(?<!\w)(?:(?P<verb>{either('result_words', 'verb')})|(?P<joint>{either('result_words', 'joint')})|(?P<at>tại)) "
    rf"{_ABOUT}{{0,3}}{_NUMBER}(?:/\d+)? (?=[^\W\d_])"
)
TARGET: Final = pattern(
    rf"(?<!\w)(?P<how>đạt|bằng|vượt|hoàn thành|đạt tỷ lệ|tương đương|tương ứng)(?: {_ABOUT}{{0,2}}| ){_SHARE}"
    r"(?: so với)?(?: (?:tổng số|của|cả|toàn bộ))? ?(?P<target>chỉ tiêu|kế hoạch|kh(?!\w)|mục tiêu|nghị quyết|dự toán|nhiệm vụ|chỉ số đề ra)?"
)
_PEOPLE: Final = pattern(rf"(?:\w+ )?{either('result_words', 'person')}")
_NEVER: Final = pattern(either("result_words", "never"))
_PLAN: Final = pattern(rf"(?<!\w){either('result_words', 'plan')}")
_TOLD: Final = pattern(
    r"(?<!\w)(?:đã|được|có|đạt|qua đó|kết quả|trong đó|ngoài ra|đến nay|toàn (?:tỉnh|huyện|xã|quốc|ngành))(?!\w)"
)
_DONE: Final = pattern(r"(?<!\w)đã(?! đề ra| được giao)(?!\w)")
_PASSIVE: Final = pattern(rf"[^.;]{{0,120}}đã (?:được )?{either('result_words', 'verb')}")
_PLACE: Final = pattern(
    r"(?:thôn|xã|phường|huyện|quận|điểm|tổ dân phố|trường|chi bộ|cơ sở|đơn vị|cụm|khu|bản|ấp|tỉnh)(?!\w)"
)
_UNIT_END: Final = pattern(
    r"[.;:()\"“”]| (?:tham gia|tham dự|dự|đi|đào tạo|bồi dưỡng|học|được|đã|đạt|bằng|trong|tại|với|cho|từ|về|để|ở|trên|là|có|theo|"
    r"vào|gồm|và hơn|của|ra|do|bị|không|nhằm|qua|thuộc)(?!\w)|,"
)
_MORE_UNIT: Final = pattern(rf", (?={either('result_words', 'person')})")
_TAIL: Final = re.compile(
    r"^[^\S\n]*(?:tin khác|tin liên quan|tin cùng chuyên mục|các tin khác|các bài đã đăng|các bài mới đăng|bài viết liên quan|tags?:|lịch phát sóng)",
    re.MULTILINE,
)
_PROVISION: Final = re.compile(r"^[^\S\n]{0,12}điều \d{1,3}[.:]", re.MULTILINE)
_FAR: Final = 4000
_MOST: Final = 4000


class Found(Value, frozen=True, gc=False):
    """One figure: its act begins at `start`, its number at `number`, its counted noun ends at `stop`."""

    start: int
    number: int
    stop: int
    value: float | int
    unit: str


class Reading(Value, frozen=True, gc=False):
    """What reading needs of the whole text."""

    text: str
    folded: str
    grouping: Grouping


def read(grouping: Grouping, *, published: str | None = None) -> tuple[Result, ...]:
    """The results that a text reports, in order. `published` is taken for the sake of a common form of readers."""
    del published
    if not grouping.references or (grouping.own is not None and grouping.documents[grouping.own].type != "BC"):
        return ()
    folded = grouping.folded or fold(grouping.text)
    if _legal(grouping.text, folded):
        return ()
    page = Reading(grouping.text, folded, grouping)
    tail = _TAIL.search(grouping.text.lower())
    stop = tail.start() if tail else len(folded)
    return tuple(_read(page, stop))


def _legal(text: str, folded: str) -> bool:
    """Whether the text is a body of provisions, whose figures lay down and do not report."""
    return bool(_PROVISION.search(text.lower())) and "đã" not in folded[:200]


def _read(page: Reading, stop: int) -> Iterator[Result]:
    done = 0
    marks = sorted(
        [(m.start(), m) for m in FIGURE.finditer(page.folded, 0, stop)]
        + [(m.start(), m) for m in TARGET.finditer(page.folded, 0, stop) if m["target"]],
        key=lambda pair: pair[0],
    )[:_MOST]
    for position, _ in marks:
        if position < done:
            continue
        first, last = clauses.sentence(page.text, position, position + 1, done)
        last = max(last, position + 1)
        inside = (
            [mark for at, mark in marks if first <= at < last]
            if len(marks) < 400
            else [mark for at, mark in marks if first <= at < last]
        )
        yield from _sentence(page, first, last, inside)
        done = last


def _sentence(page: Reading, first: int, last: int, marks: list[re.Match[str]]) -> Iterator[Result]:
    for start, end in clauses.cells(page.folded, first, last):
        inside = [mark for mark in marks if start <= mark.start() < end]
        figures = [found for mark in inside if mark.re is FIGURE and (found := _figure(page, first, start, end, mark))]
        shares = [mark for mark in inside if mark.re is TARGET]
        if shares and _PLAN.search(page.folded, first, shares[0].start()):
            shares = []
        yield from _paired(page, first, end, figures, shares, start)


def _paired(
    page: Reading, first: int, end: int, figures: list[Found], shares: list[re.Match[str]], start: int
) -> Iterator[Result]:
    taken: set[int] = set()
    for index, found in enumerate(figures):
        limit = figures[index + 1].start if index + 1 < len(figures) else end
        share = next((mark for mark in shares if found.number < mark.start() < max(limit, found.stop)), None)
        if share is not None:
            taken.add(share.start())
        stop = max(found.stop, share.end() if share else _until(page.folded, found.stop, limit))
        yield _result(page, first, found.start, stop, found, share)
    for share in shares:
        if share.start() not in taken:
            yield _result(page, first, _phrase(page.folded, start, share.start()), share.end(), None, share)


def _until(folded: str, start: int, limit: int) -> int:
    comma = re.compile(r"[,:]").search(folded, start, limit)
    return comma.start() if comma else limit


def _phrase(folded: str, start: int, place: int) -> int:
    """Where the words begin that a share of the target is said of."""
    low = max(start, place - 200)
    comma = max(folded.rfind(". ", low, place), folded.rfind("; ", low, place))
    return comma + 2 if comma >= 0 else low


def _figure(page: Reading, first: int, start: int, end: int, mark: re.Match[str]) -> Found | None:
    """The figure of `mark`, where it reports."""
    number = mark.start("value")
    after = mark.end()
    if _NEVER.match(page.folded, after) or _planned(page.folded, first, number):
        return None
    if not _reported(page, first, start, end, mark):
        return None
    value = read_number(mark["value"])
    stop = _unit_end(page.folded, after, end)
    return Found(_act(page.folded, start, mark), number, stop, value, _tidy(page.text[after:stop]))


def _planned(folded: str, first: int, number: int) -> bool:
    """Whether the sentence plans, orders or wishes, with no told act after that."""
    plans = list(_PLAN.finditer(folded, first, number))
    return bool(plans) and not _DONE.search(folded, plans[-1].end(), number)


def _reported(page: Reading, first: int, start: int, end: int, mark: re.Match[str]) -> bool:
    folded, after = page.folded, mark.end()
    if mark["at"]:
        return bool(_PLACE.match(folded, after) and _PASSIVE.match(folded, after))
    if mark["joint"]:
        if not _PEOPLE.match(folded, after):
            return False
        present = re.compile(r"[^.;,]{0,60}(?:tham gia|tham dự|dự)(?!\w)").match(folded, after)
        if mark["joint"] == "có":
            return bool(present)
        return bool(
            present
            or _DONE.search(folded, first, mark.start())
            or "tổ chức" in folded[first : mark.start()]
            or "hội" in folded[start : mark.start()]
        )
    if _DONE.search(folded, first, mark.start()) or _TOLD.search(folded, first, mark.start("value")):
        return True
    return _story(page, first)


def _story(page: Reading, first: int) -> bool:
    """Whether the paragraph above tells what was done."""
    above = page.folded[max(0, first - 500) : first]
    return bool(_DONE.search(above)) and not _PLAN.search(above[-200:])


def _act(folded: str, start: int, mark: re.Match[str]) -> int:
    """Where the act of a figure begins: its verb, or for a joined figure the verb before it."""
    if mark["verb"]:
        return mark.start()
    verbs = [m.start() for m in bodies.VERB.finditer(folded, max(start, mark.start() - 160), mark.start())]
    nouns = [m.start() for m in re.finditer(r"(?<!\w)hội (?:nghị|thi|thảo)", folded[start : mark.start()])]
    if mark["at"] or not verbs:
        return start if mark["at"] or nouns else mark.start()
    return verbs[-1]


def _unit_end(folded: str, start: int, end: int) -> int:
    place = start
    while stop := _UNIT_END.search(folded, place, min(end, start + 120)):
        more = _MORE_UNIT.match(folded, stop.start(), end) if folded[stop.start()] == "," else None
        if more is None:
            return stop.start()
        place = more.end()
    return min(end, start + 120)


def read_number(words: str) -> float | int:
    """`3.000` is 3000, `1,5` is 1.5, `25` is 25."""
    plain = (
        words.replace(".", "").replace(",", ".")
        if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", words)
        else words.replace(",", ".")
    )
    value = float(plain)
    return int(value) if value.is_integer() else value


def _result(
    page: Reading, first: int, start: int, stop: int, found: Found | None, share: re.Match[str] | None
) -> Result:
    start, stop = clauses.trimmed(page.text, start, max(stop, share.end() if share else stop))
    percent = None
    if share is not None:
        percent = read_number(share["share"])
        if share["how"] == "vượt":
            percent += 100
    body = bodies.subject(page.folded, first, start)
    return Result(
        _tidy(page.text[body.start : body.end]) if body else None,
        _tidy(page.text[start:stop])[:400],
        Span(start, stop),
        found.value if found else None,
        (found.unit or None) if found else None,
        percent,
        _documents(page, first, stop),
    )


def _documents(page: Reading, first: int, stop: int) -> tuple[str, ...]:
    """The documents of the sentence, else the nearest one above it."""
    grouping = page.grouping
    named = [
        (ref.start, grouping.documents[index].id)
        for ref, index in zip(grouping.references, grouping.document_of, strict=True)
        if index is not None and ref.start < stop
    ]
    inside = tuple(dict.fromkeys(name for at, name in named if at >= first))
    if inside:
        return inside
    return (named[-1][1],) if named and first - named[-1][0] < _FAR else ()


def _tidy(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip(" ,:;.-")
