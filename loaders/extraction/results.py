"""Results: figures that a text reports about carrying a document out, with their share of the target where it is given.

Only texts that tell are read: an instrument's own provisions lay figures down, and pages that name no document report
of no carrying out. Where a page's article ends (`Tin khác`), the rest is of other matters.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final, TypeVar

import msgspec

from loaders.extraction import bodies, clauses, counts, figures, narration, sections, shares, statements, stocks
from loaders.extraction import marks as moods
from loaders.extraction.counts import Mark
from loaders.extraction.extents import tidy
from loaders.extraction.lexicon import begins
from loaders.extraction.marks import Marks
from loaders.extraction.normal import fold
from loaders.extraction.numerals import unit
from loaders.extraction.places import line
from loaders.extraction.runs import Figure
from loaders.extraction.shares import Share
from loaders.extraction.uncounted import counts_nothing
from loaders.extraction.wording import either, forms
from ontology.model import Result, Span, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.extraction.documents import Grouping
    from loaders.extraction.marks import Place

M = TypeVar("M", Mark, Share)
LONGEST_WORDS: Final = 400

_INDENT: Final = 24  # code points of a line: 20 spaces at most, and the first letters
_TOLD_BY: Final = 3
_TAILS: Final = frozenset(fold(form)[:_TOLD_BY] for form in forms("result_words", "tail"))
_END_OF_ARTICLE: Final = re.compile(rf"^[^\S\n]{{0,20}}{either('result_words', 'tail')}", re.MULTILINE | re.IGNORECASE)
_PROVISION: Final = re.compile(r"^[^\S\n]{0,12}điều \d{1,3}[.:]", re.MULTILINE | re.IGNORECASE)
_NOTE: Final = re.compile(r"\d{1,3} (?:Cụm từ|Điểm|Khoản|Điều|Mục|Chương|Phần|Tên|Đoạn|Nội dung|Căn cứ)(?!\w)")
_WHOLE_TEXT: Final = re.compile(
    r"(?:toàn|nguyên) văn (?:nội dung )?(?:nghị quyết|chỉ thị|kết luận|kế hoạch|báo cáo|thông báo)"
)
_PRINTED_REACH: Final = 3_000
_CODES: Final = ("BL", "HP")  # nobody counts what was done to carry out a code or the constitution
# `nhiệm kỳ 2020 – 2025 thành công`, `có 5 bản Hiến pháp`
_SPAN_OF_YEARS: Final = re.compile(r"(?:19|20)\d\d\s{0,2}[-–]\s{0,2}$")
_SPAN_REACH: Final = 9
_COPY: Final = "bản "
_MOST_COMMAS: Final = 8
_LEAST: Final = 12  # code points that a sentence has
_RIGHT_AFTER: Final = 8  # code points between a sentence that reports and one that goes on
_NUMBERS: Final = re.compile(r" (?:\S+ )?\d")  # where a body that an act of its own follows ends
_HAS: Final = re.compile(" (?:(?:hiện|đã|cũng|hiện nay) )?(?:có|còn)$")  # `toàn huyện có (14/16 xã đã ...)`
# What stands behind the name of a body: how it is told, since when, or what joins it to its act.
_TOLD: Final = re.compile(
    r"(?:,? (?:cho (?:biết|hay)|khẳng định|thông tin|(?:tính )?đến nay|vừa qua|hiện nay|và))+$|,$"
)
_ATTENDANCE: Final = re.compile(
    begins(
        "|".join(rf"{event}(?!\w)[^.;]{{0,300}}(?:tham gia|tham dự|dự)(?!\w)" for event in ("hội nghị", "lớp", "buổi"))
        + "|tham dự (?:hội nghị|có|gồm)|dự (?:hội nghị|có|gồm)"
    )
)
_LONGEST_ACT: Final = 80  # code points from the act to its number, and from what it counts to the end, in one stretch
_LONGEST_REST: Final = 60
_SHORT_REST: Final = 40  # of longer words after what it counts
# What a document is about: `Hướng dẫn số 6 của Hội Nông dân về mở lớp ghép cành ở 4 bản`.
_SUBJECT: Final = re.compile(r"(?:(?!\sđã\s)[^,;.:\n]){0,80}?\svề\s(?:(?!\sđã\s)[^,;.:\n]){0,200}")
_LONGEST_SUBJECT: Final = 290
_NATIONAL: Final = "mục tiêu quốc gia"
_GOES_ON: Final = ("tiếp tục", " đã hoàn thành", " đã đạt", " đã thực hiện")  # `đã hoàn thành các mục tiêu D`
_NAMED_BELOW: Final = 900
_NAMED_NEXT: Final = 200  # where the words tell, but not that it is done
# `6 huyện (A, B, C) hoàn thành`: what was done stands behind the brackets.
_ASIDE: Final = re.compile(r" ?\([^()]{1,100}\)(?= (?:đã|đang|được|đạt|hoàn thành|thực hiện|tham gia|có)(?!\w))")
_PAUSE: Final = re.compile(r"[,:()]| (?:theo (?:quy định|tinh thần|kế hoạch|hướng dẫn)|góp phần|nhằm|qua đó)(?!\w)")


class Report(Value, frozen=True, gc=False):
    """A text that reports, with the starts of its references that denote a document, and which one each denotes.

    `orders` says that it is an instrument of its own, which tells only where it says `đã`. `frames` are the places from
    which on the text tells of results, or of what is to come. `kept` are the ids of the documents that the extraction
    holds, where they are known, and `programmes` those of national programmes, of which figures are reported even where
    no relation holds them; `apart` are those that figures report of only where they
    name them, `issuer` is who issues the instrument that the text is.
    """

    text: str
    folded: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    names: tuple[str, ...]
    orders: bool
    frames: tuple[tuple[int, bool], ...]
    kept: frozenset[str] | None
    apart: frozenset[str]
    issuer: str | None
    programmes: frozenset[str]


class Clause(Value, frozen=True, gc=False):
    """A clause `start:end` between semicolons, in its sentence; `goes_on` says that a clause before it reports."""

    said: narration.Sentence
    start: int
    end: int
    goes_on: bool = False


def read(grouping: Grouping, *, published: str | None = None, kept: frozenset[str] | None = None) -> tuple[Result, ...]:
    """The results that a text reports, in order. `published` has no say: figures are as the text gives them.

    `kept` are the ids of the documents that the extraction holds, where they are known: a figure whose sentence names
    none is reported under the nearest of these.
    """
    del published
    folded = grouping.folded or fold(grouping.text)
    if not (grouping.references or stocks.likely(folded)) or not _tells(grouping):
        return ()
    named = [
        (reference.start, reference.end, grouping.documents[index].id)
        for reference, index in zip(grouping.references, grouping.document_of, strict=True)
        if index is not None
    ]
    own = grouping.own is not None and grouping.documents[grouping.own].type != "BC"
    report = Report(
        grouping.text,
        folded,
        tuple(start for start, _, _ in named),
        tuple(end for _, end, _ in named),
        tuple(name for _, _, name in named),
        own,
        sections.frames(grouping.text, report=grouping.own is not None and not own),
        kept,
        _apart(grouping, folded, named),
        grouping.documents[grouping.own].issuer if grouping.own is not None else None,
        frozenset(d.id for d in grouping.documents if d.type == "KH-kt" or (d.title or "").startswith(_NATIONAL)),
    )
    return _once(_results(report))


def _apart(grouping: Grouping, folded: str, named: list[tuple[int, int, str]]) -> frozenset[str]:
    """The documents that figures elsewhere in the text do not report of: codes, and that whose own text it is."""
    own = grouping.documents[grouping.own].id if grouping.own is not None else _printed(folded, named)
    return frozenset({*(d.id for d in grouping.documents if d.type in _CODES), *((own,) if own else ())})


def _printed(folded: str, named: list[tuple[int, int, str]]) -> str | None:
    """The document of which a page says that it gives the whole text, the last one named before: it tells of others."""
    if folded.find("n văn ", 0, _PRINTED_REACH) < 0:  # of `toàn văn`, `nguyên văn`
        return None
    whole = _WHOLE_TEXT.search(folded, 0, _PRINTED_REACH)
    return next((name for start, _, name in reversed(named) if start < whole.start()), None) if whole else None


def _once(results: Iterator[Result]) -> tuple[Result, ...]:
    """The results without those that the text repeats word for word, as headlines and captions do."""
    said: dict[tuple[str, float | int | None], Result] = {}
    for result in results:
        said[result.what.casefold(), result.value] = result
    return tuple(sorted(said.values(), key=lambda result: result.evidence.start))


def _tells(grouping: Grouping) -> bool:
    """Whether the text is no body of provisions. A report of its own (`BC`) tells whatever it holds."""
    if grouping.own is not None and grouping.documents[grouping.own].type == "BC":
        return True
    return line(_PROVISION, grouping.text, "điều ", grouping.folded or fold(grouping.text)) is None


def _results(report: Report) -> Iterator[Result]:
    folded = report.folded
    tail = _end_of_article(report.text, folded)
    stop, done, told, who = tail.start() if tail else len(folded), 0, -_RIGHT_AFTER, None
    reviewed = stocks.stretches(report.text, folded, report.starts, stop)
    if not report.names and not reviewed:
        return
    targets = shares.shares(folded, stop)
    numbers = _numbers(folded, stop, reviewed, targets)
    starts = [mark.start for mark in numbers], [share.start for share in targets]
    for place in sorted(starts[0] + starts[1]):
        if place < done:
            continue
        first, last = clauses.sentence(report.text, place, place + 1, done)
        last = min(max(last, place + 1), stop)
        after = first - told < _RIGHT_AFTER
        framed = sections.framed(report.frames, first)
        stock = None if framed is False else stocks.within(reviewed, first)
        said = narration.sentence(folded, (first, last), after=after, framed=framed, stock=stock)
        who = who if after else None
        for start, end in clauses.cells(folded, first, last):
            clause = Clause(said, start, end, goes_on=told == last)
            inside = _in(numbers, starts[0], start, end), _in(targets, starts[1], start, end)
            for result in _clause(report, clause, *inside) if any(inside) else ():
                told, who = last, result.who or who or _before(report, first)
                if result.documents or stock is not None:
                    yield msgspec.structs.replace(result, who=who or report.issuer)
        done = last


def _numbers(folded: str, stop: int, reviewed: tuple[stocks.Stretch, ...], targets: list[Share]) -> list[Mark]:
    """The numbers that a word of carrying out governs, and all others that a stretch states which takes stock."""
    governed = counts.marks(folded, stop)
    taken = {mark.number for mark in governed}.union(*(range(share.start, share.end) for share in targets))
    stated = (Mark(*fields) for fields in statements.marks(folded, tuple((held.start, held.end) for held in reviewed)))
    more = [mark for mark in stated if mark.number not in taken and not counts.numbered(folded, mark.number)]
    return sorted([*governed, *more], key=lambda mark: mark.start) if more else governed


def _end_of_article(text: str, folded: str) -> re.Match[str] | None:
    """The line by which the page's article ends; of each line its first letters are looked at."""
    start = 0
    while True:
        begins = folded[start : start + _INDENT].lstrip()[:_TOLD_BY] in _TAILS
        if begins and (tail := _END_OF_ARTICLE.match(text, start)) is not None:
            return tail
        start = text.find("\n", start) + 1
        if not start:
            return None


def _in(marks: list[M], starts: list[int], start: int, end: int) -> list[M]:
    """Of marks in order those that begin in `start:end`; `starts` are where each begins."""
    low = bisect_left(starts, start)
    return marks[low : bisect_left(starts, end, low)]


def _clause(report: Report, clause: Clause, numbers: list[Mark], targets: list[Share]) -> Iterator[Result]:
    """The results of one clause: each figure with the share that follows it, and shares without a figure."""
    said, start, end = clause.said, clause.start, clause.end
    reached = [share for share in targets if _tellable(report, said, share.start)]
    held = [m for m in numbers if _tellable(report, said, m.number) and (m.role != "next" or clause.goes_on)]
    held = [m for m in held if not (report.folded.startswith(_COPY, m.unit) and m.unit + len(_COPY) in report.starts)]
    found = figures.figures(said, start, end, held, reached)
    for index, figure in enumerate(found):
        limit = found[index + 1].begin if index + 1 < len(found) else end
        share = next((mark for mark in reached if figure.number < mark.start < limit and not mark.alone), None)
        if share is not None:
            reached.remove(share)
            if report.folded.startswith("%", figure.unit) and report.folded.startswith("vượt", share.start):
                share = None  # `đạt 38,5%, vượt 0,5% so với chỉ tiêu`: by how many points
        stop = share.end if share else _until(report.folded, figure.stop, limit)
        begin = figure.start if figure.number - figure.start < _LONGEST_ACT else figure.begin
        result = _result(report, clause, (begin, max(stop, figure.stop)), figure, share)
        if result.documents or not figure.present:  # who came to what is about no document is no result
            yield result
    for share in reached:
        if not share.bare:
            comma = report.folded.rfind(", ", start, share.start) if share.alone else -1
            begin = comma + 2 if comma >= 0 else _phrase(report.folded, start, share.start)
            yield _result(report, clause, (begin, share.end), None, share)


def _tellable(report: Report, said: narration.Sentence, place: int) -> bool:
    """Whether what stands at `place` is no part of a citation, no plan, and in an own text told with `đã`."""
    if _NOTE.match(report.text, place) and not report.text[max(0, place - _INDENT) : place].rpartition("\n")[2].strip():
        return False  # the number of an editor's note
    if _SPAN_OF_YEARS.search(report.text, max(0, place - _SPAN_REACH), place):
        return False
    last = bisect_left(report.starts, place + 1) - 1
    if last >= 0 and place < report.ends[last] and report.text[place].isdigit():
        return any(report.starts[last] < at < place for at in said.done)  # a name that runs on into what is told
    if counts_nothing(report.folded, place) or (last >= 0 and _of_subject(report.folded, report.ends[last], place)):
        return False
    silent = report.orders or said.to_come
    return not said.planned(place) and (not silent or any(at < place for at in said.done))


def _of_subject(folded: str, start: int, place: int) -> bool:
    """Whether what stands at `place` belongs to the subject of the document that ends at `start`."""
    if place - start > _LONGEST_SUBJECT or folded.find("về", start, place) < 0:
        return False
    return _SUBJECT.fullmatch(folded, start, place) is not None


def _until(folded: str, start: int, limit: int) -> int:
    """Where the words end that belong to a figure after what it counts: at a pause, if that is near."""
    aside = _ASIDE.match(folded, start, limit)
    pause = _PAUSE.search(folded, aside.end() if aside else start, limit)
    stop = pause.start() if pause else max(start, limit)
    if stop - (aside.end() if aside else start) < _LONGEST_REST:
        return stop
    return max(start, folded.rfind(" ", start, start + _SHORT_REST))


def _phrase(folded: str, start: int, place: int) -> int:
    """Where the words begin that a share of the target is said of."""
    low = max(start, place - 200)
    stop = folded.rfind(". ", low, place)
    return stop + 2 if stop >= 0 else low


def _result(report: Report, clause: Clause, span: Place, figure: Figure | None, share: Share | None) -> Result:
    start, stop = clauses.trimmed(report.text, *span)
    body = _who(clause.said, start, stop)
    return Result(
        _TOLD.sub("", _HAS.sub("", _NUMBERS.split(tidy(report.text[body.start : body.end]))[0])) or None
        if body
        else None,
        tidy(report.text[start:stop])[:LONGEST_WORDS],
        Span(start, stop),
        figure.value if figure else None,
        (unit(tidy(report.text[figure.unit : _cited(report, figure)])) or None) if figure else None,
        share.percent if share else None,
        _documents(report, clause, stop, present=figure is not None and figure.present),
    )


def _cited(report: Report, figure: Figure) -> int:
    """Where the words end that a figure counts: before a document that they come to name."""
    place = bisect_left(report.starts, figure.unit + 1)
    return min(figure.stop, report.starts[place]) if place < len(report.starts) else figure.stop


def _who(said: narration.Sentence, start: int, stop: int) -> bodies.Subject | None:
    """The body that acts: what the sentence, or the nearest part of it after a comma, begins with."""
    folded, first = said.folded, said.first
    comma = folded.rfind(", ", first, start)
    verb: Marks | None = None
    for _ in range(_MOST_COMMAS):
        place = comma + 2 if comma >= first else first
        if place < start and bodies.is_body(folded, place, stop):
            verb = verb or _acts(said, max(first, start - bodies.LONGEST), start)
            found = bodies.subject(folded, place, stop, verb)
            if found is not None:
                return found
        if comma < first:
            return None
        comma = folded.rfind(", ", first, comma)
    return None


def _acts(said: narration.Sentence, low: int, start: int) -> Marks:
    """The acts of `low:start`, and the act of the figure that begins at `start`."""
    return Marks(acts=(*moods.between(said.marks().acts, low, start), (start, start + 1)))


def _before(report: Report, first: int) -> str | None:
    """The body that the sentence before is said of."""
    if first < _LEAST:
        return None
    start, end = clauses.sentence(report.text, first - 2, first - 2)
    found = bodies.subject(report.folded, start, end)
    comma = report.folded.find(", ", start, end)
    for _ in range(_MOST_COMMAS):
        if found is not None or comma < 0:
            break
        found = bodies.subject(report.folded, comma + 2, end)
        comma = report.folded.find(", ", comma + 2, end)
    return tidy(report.text[found.start : found.end]) or None if found else None


def _documents(report: Report, clause: Clause, stop: int, *, present: bool) -> tuple[str, ...]:
    """The documents named up to the figure in its clause, else in its sentence, else after it there.

    Where the sentence names none, the first that the page names and the extraction holds: what the page is about. It is
    looked for above the sentence; below it where news tells what was done, or who came, before it names any.
    """
    first, last = clause.said.first, clause.said.last
    for start, end in ((clause.start, stop), (first, stop), (clause.start, clause.end), (first, last)):
        named = report.names[bisect_left(report.starts, start) : bisect_left(report.starts, end)]
        told_of = dict.fromkeys(name for name in named if _stands(report, name))
        if told_of:
            return tuple(told_of)
    above = report.names[: bisect_left(report.starts, first)]
    told = present or clause.said.dated or bool(clause.said.done) or _ATTENDANCE.search(report.folded, first, last)
    reach = last + (_NAMED_BELOW if told else _NAMED_NEXT if clause.said.told else 0)
    # What is done, or who came, may be told before what it is about.
    below = _told_below(report, first, last, reach)
    held = (name for name in above + below if name not in report.apart and _stands(report, name))
    return tuple(itertools.islice(held, 1))


def _told_below(report: Report, first: int, last: int, reach: int) -> tuple[str, ...]:
    """The documents named from `first` on up to `reach`, before a word that plans: `Thời gian tới, ... theo D`.

    What is to be gone on with (`sẽ tiếp tục thực hiện D`) is carried out already.
    """
    found = []
    for index in range(bisect_left(report.starts, first), bisect_left(report.starts, reach)):
        start = report.starts[index]
        between = report.folded[last:start]
        if start > last and narration.planned(report.folded, last, start) and not any(w in between for w in _GOES_ON):
            break
        if start > last and narration.goes_on(report.folded, max(first, last - 2), start):
            break
        found.append(report.names[index])
    return tuple(found)


def _stands(report: Report, name: str) -> bool:
    """Whether a document is one that figures are reported under: the extraction holds it, or it is a programme."""
    return report.kept is None or name in report.kept or name in report.programmes
