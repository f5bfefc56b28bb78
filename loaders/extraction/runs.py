"""Figures with the noun they count, and those that follow on one of the same act.

`21 hợp tác xã và 45 tổ viên`, `30 trường (18 trường tiểu học, 12 trường mầm non)`, `23 đơn được nhận, 5 đơn bị trả`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from loaders.extraction.numerals import COUNT, OF_MONEY, amount, read_number
from loaders.extraction.wording import either, pattern
from ontology.model import Value

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from loaders.extraction.marks import Place

WIDEST: Final = 4  # times the words of a joined figure, that those of its act may be

_LISTED: Final = 2  # the same for one of a list, which mostly goes on with words of its own

PEOPLE: Final = pattern(rf"(?:\w+ )?{either('result_words', 'person')}")
NEVER: Final = pattern(
    rf"(?!(?:ngày công|chương trình(?! mục tiêu| tín dụng| quốc gia))(?!\w)){either('result_words', 'never')}"
)
_ASIDE: Final = pattern(r" ?\([^()]{1,90}\)")
_FROM: Final = r"(?:,? đến)? từ(?= [\d.]{1,6} (?:đội|đơn vị|xã|phường|huyện|trường|tỉnh|thôn)(?!\w))"
_ALSO: Final = pattern(
    rf"(?:(?:,| và| cùng|, cùng|{_FROM}) |,? (?:trong đó|bao gồm|gồm),?(?: có)?(?: [^\W\d_]+){{0,7}} |/){COUNT}"
)
# `12 lớp cho người lớn và 7 lớp cho ...`: whom the first figure is for stands before the second.
_AND_ALSO: Final = pattern(rf"(?: [^\W\d_]{{1,8}}){{0,2}}? (?:cho|của|tại|ở|về) [^\d.;:()]{{2,60}}? và {COUNT}")
_OF_THESE: Final = pattern(rf"[^\d.;:()%]{{2,80}}?,? trong đó(?: có)?(?: [^\W\d_]+){{0,4}}? {COUNT}")
# Another act of the same thing: `xây mới 12 căn, sửa 4 căn và cất 31 căn`.
_ACT: Final = (
    r"(?: (?!(?:so|tăng|giảm|vượt|hơn|cao|thấp|ít|nhiều|trong|mỗi|từ|đến|theo|với|còn|chưa|tổng)(?!\w))[^\W\d_]+){1,4}"
)
_NEXT: Final = pattern(
    rf"[^.;:\d()]{{0,90}}?(?:,(?: và| còn| cùng| trong đó,?(?: có)?|{_ACT})?| và{_ACT}) (?P<begin>{COUNT})"
)
# What is compared, hoped for or aimed at goes on no run: `đạt 36 tấn, năm nay có thể trên 40 tấn`.
_TURNED: Final = pattern(
    r"(?<!\w)(?:có thể|dự kiến|phấn đấu|chỉ tiêu|mục tiêu|so với|cùng kỳ|trước đây|năm tới|năm nay)(?!\w)"
)
_JOINS: Final = (", ", " và ", "trong đó ", "trong đó, ", " có ", "gồm ")
_MOST_ALSO: Final = 8
_NOUN: Final = pattern(r"[^\W\d_]+")
_SHARED_OUT: Final = pattern(rf"(?:[(,;]|và|gồm|có) ?(?P<part>(?:[^\W\d_]{{1,12}} ){{0,3}}?{COUNT})")
_COUNTABLE: Final = pattern(either("result_words", "place", "person"))
_NO_PARTS: Final = pattern(r"(?:tăng|giảm|đạt|bằng|so với|trong tổng số|%|điểm(?= ?[),;.]| phần trăm)|năm \d)")
MONEY: Final = pattern(OF_MONEY)
_UNIT_END: Final = pattern(
    r"\.(?!\d)|[;:()\"“”]|/(?=\d)| (?:tham gia|tham dự|dự|đi|đào tạo|bồi dưỡng|học tập|học(?=[ ,])|được|đã|đạt|bằng|"
    r"đăng ký|trong|tại|với|cho|từ|về|để|ở|trên|là|có|theo|vào|gồm|của|ra|do|bị|không|nhằm|qua|"
    r"(?<!trực\x20)thuộc|so với|thực hiện|hoàn thành|đóng góp|góp phần|đồng loạt|"
    r"tổ chức(?= (?:hội|lớp|lễ|học|triển|quán|các)(?!\w)| \d)|phối hợp"
    r"|thành lập|ban hành|xây dựng(?= (?:kế hoạch|chương trình|đề án|quy chế)))(?!\w)| và (?=(?:hơn |gần |trên )?\d)|,"
    rf"| và (?=(?:chuyển|{either('result_words', 'verb')})(?!\w)|[^\W\d_]+ \d)"
)
_MORE_UNIT: Final = pattern(
    rf", (?={either('result_words', 'person')}"
    r"|(?:bài|xã|phường|thị trấn|quận|huyện|thị xã|thị(?=[ ,])|thành phố|ban|ngành)(?!\w))"
)
_LONGEST_UNIT: Final = 120


class Figure(Value, frozen=True, gc=False):
    """One figure: its act begins at `start`, its words at `begin`, its number at `number`; it counts `unit:stop`.

    `present` says that it counts those present.
    """

    start: int
    begin: int
    number: int
    unit: int
    stop: int
    value: float | int
    present: bool = False


def coordinated(folded: str, figure: Figure, end: int) -> Iterator[Figure]:
    """The figures that follow on one of the same act: `21 hợp tác xã và 45 tổ viên`."""
    for _ in range(_MOST_ALSO):
        aside = _ASIDE.match(folded, figure.stop, end)
        if aside is not None:
            yield from _divided(folded, figure, aside.span())
        mark = _ALSO.match(folded, aside.end() if aside else figure.stop, end)
        mark = mark or _AND_ALSO.match(folded, figure.stop, end) or _run(folded, figure, end)
        mark = mark or _OF_THESE.match(folded, figure.stop, end)
        if mark is None or NEVER.match(folded, mark.end()) or _of_target(folded, figure, mark):
            return
        stop = unit_end(folded, mark.end(), end)
        begin, number = mark.start(), mark.start("value")
        start = figure.start
        if "begin" in mark.re.groupindex:
            start = begin = _own_words(folded, mark.start(), mark.start("begin"))
        elif aside or stop - start > (_LISTED if folded[begin] == "," else WIDEST) * (stop - begin):
            start = begin  # one of a run has words of its own
        figure = Figure(start, begin, number, mark.end(), stop, amount(mark["value"], folded, mark.end()))
        yield figure


def _of_target(folded: str, figure: Figure, mark: re.Match[str]) -> bool:
    """Whether a number is what the figure was to come to: `tuyển 96 người/100 người`."""
    noun = _NOUN.match(folded, figure.unit)
    return folded[mark.start()] == "/" and noun is not None and folded.startswith(noun.group(), mark.end())


def _own_words(folded: str, low: int, number: int) -> int:
    """Where the words of a figure begin that goes on a run: `, sửa 4 căn`, `, trong đó hỗ trợ giống 4 tấn`."""
    ends = (folded.rfind(sign, low, number) + len(sign) for sign in _JOINS if folded.rfind(sign, low, number) >= 0)
    return max(ends, default=number)


def _run(folded: str, figure: Figure, end: int) -> re.Match[str] | None:
    """The next figure of a run of like ones: `23 đơn được nhận, 5 đơn bị trả`."""
    mark = _NEXT.match(folded, figure.stop, end)
    if mark is None or _TURNED.search(folded, mark.start(), mark.start("begin")):
        return None
    noun, other = _NOUN.match(folded, figure.unit), _NOUN.match(folded, mark.end())
    alike = noun is not None and other is not None and noun.group() == other.group()
    people = PEOPLE.match(folded, figure.unit) and PEOPLE.match(folded, mark.end())
    return mark if alike or people else None


def _divided(folded: str, figure: Figure, aside: Place) -> Iterator[Figure]:
    """The parts of a figure in brackets after it: `30 trường (18 trường tiểu học, 12 trường mầm non)`."""
    if _NO_PARTS.search(folded, *aside):
        return
    noun = _NOUN.match(folded, figure.unit)
    for mark in _SHARED_OUT.finditer(folded, *aside):
        if not _COUNTABLE.match(folded, mark.end()) and not (noun and folded.startswith(noun.group(), mark.end())):
            continue
        number, stop = mark.start("value"), unit_end(folded, mark.end(), aside[1])
        yield Figure(mark.start("part"), mark.start("part"), number, mark.end(), stop, read_number(mark["value"]))


def unit_end(folded: str, start: int, end: int) -> int:
    """Where the noun that a figure counts ends: `công chức, viên chức` is one noun; money is its own."""
    money = MONEY.match(folded, start, end)
    if money is not None:
        return money.end()
    place, reach = start, min(end, start + _LONGEST_UNIT)
    while stop := _UNIT_END.search(folded, place, reach):
        more = _MORE_UNIT.match(folded, stop.start(), end) if folded[stop.start()] == "," else None
        if more is None:
            return stop.start()
        place = more.end()
    return reach
