"""Numbers in running prose: those that a word of carrying out governs, ratios, and shares of a target.

`đã cử 25 cán bộ`, `với 250 học viên`, `15/18 xã`, `đạt 95% kế hoạch`. Whether one reports is for `figures`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from loaders.extraction.lexicon import table
from loaders.extraction.wording import either, pattern
from ontology.model import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

_ABOUT: Final = rf"(?:{either('result_words', 'about')} )"
_NUMBER: Final = r"(?P<value>\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,7}(?:,\d{1,2})?)(?![\d.,-]\d|/\d{1,2}/)"
COUNT: Final = rf"{_ABOUT}{{0,3}}{_NUMBER}(?:/[\d.]+)? (?=[^\W\d_])"
_AFTER: Final = pattern(rf" {COUNT}")
# `đã` with any verb: `đã thu nhận 2.345 hồ sơ`; `15/18 xã đã ...`; `98,5% dân số tham gia ...`.
_TOLD_VERB: Final = pattern(rf" (?P<act>(?:[^\W\d_]+ ){{1,4}}?){COUNT}")
_OF_ALL: Final = pattern(rf"(?<![\d/.,])(?P<value>\d{{1,4}})/\d{{1,4}} (?={either('result_words', 'place', 'person')})")
_PERCENT: Final = pattern(
    r"(?<![\d.,])(?P<value>\d{1,3}(?:,\d{1,2})?) ?(?P<unit>%) ?(?:số |tổng số )?"
    rf"(?={either('result_words', 'place', 'person')})"
)
_NUMBERED: Final = pattern(r"(?<!tổng\x20)(?:số|ngày|tháng|năm|khóa|điều|khoản) ?:? ?$")
_RANK: Final = pattern(r"(?:thứ|hạng|vị trí|xếp) $")
_SHARE: Final = pattern(
    rf"(?<!\w)(?P<how>đạt|bằng|vượt|hoàn thành|đạt tỷ lệ|tương đương|tương ứng)(?: {_ABOUT}{{0,2}}| )"
    r"(?P<share>\d{1,4}(?:[.,]\d{1,2})?) ?%(?: so với)?(?: (?:tổng số|của|cả|toàn bộ))? ?"
    rf"(?:{either('result_words', 'target')})"
)
_COUNTED: Final = pattern(rf"(?:,|và|có|cùng|với|gồm|:|hơn|gần|trên) {COUNT}(?={either('result_words', 'person')})")
_TAKING_PART: Final = 90


class Mark(Value, frozen=True, gc=False):
    """A number that a word governs: the word, its role (`verb`, `joint` or `at`), the number, and what it counts."""

    start: int
    role: str
    word: str
    number: int
    value: str
    unit: int


class Share(Value, frozen=True, gc=False):
    """A share of the target: `đạt 95% kế hoạch`; `percent` is of the whole target (`vượt 20%` is 120)."""

    start: int
    end: int
    percent: float | int


@cache
def _automaton() -> tuple[AhoCorasick, tuple[tuple[str, str], ...]]:
    words = [(row["form"], row["role"]) for row in table("result_words") if row["role"] in {"verb", "joint"}]
    words += [("tại", "at"), ("đã", "told"), ("được", "verb"), ("tham gia", "present"), ("tham dự", "present")]
    return AhoCorasick(
        [form for form, _ in words], implementation=Implementation.DFA, matchkind=MatchKind.LeftmostLongest
    ), tuple(words)


def marks(folded: str, stop: int) -> list[Mark]:
    """The numbers of `folded` up to `stop` that a word of carrying out, or one that joins, governs."""
    automaton, words = _automaton()
    found: list[Mark] = []
    for index, start, end in automaton.find_matches_as_indexes(folded):
        if start >= stop:
            break
        if (start and folded[start - 1].isalnum()) or folded[end : end + 1] != " ":
            continue
        word, role = words[index]
        if role == "present":
            found += _taking_part(folded, start, found)
            continue
        count = (_TOLD_VERB if role == "told" else _AFTER).match(folded, end)
        if count is None or (found and found[-1].number == count.start("value")):  # `đã kết nối tới 25 ...` is one
            continue
        if _NUMBERED.search(folded, max(0, count.start("value") - 12), count.start("value")):
            continue
        begin = count.start("act") if role == "told" else start
        found.append(Mark(begin, role, word, count.start("value"), count["value"], count.end()))
    return sorted([*found, *_ratios(folded, stop)], key=lambda mark: mark.start)


def _taking_part(folded: str, place: int, found: list[Mark]) -> Iterator[Mark]:
    """The people counted right before `tham gia`: `và 1.240 đoàn viên ở cơ sở tham gia học tập`."""
    *_, last = None, *_COUNTED.finditer(folded, max(0, place - _TAKING_PART), place)
    if last is None or any(mark.number == last.start("value") for mark in found[-3:]):
        return
    if not re.search(r"[.;:\d]", folded[last.end() : place]):
        yield Mark(last.start(), "part", "tham gia", last.start("value"), last["value"], last.end())


def _ratios(folded: str, stop: int) -> Iterator[Mark]:
    """`15/18 xã đã ...` and `98,5% dân số tham gia ...`: parts of a whole that were reached."""
    for sign, way in (("/", _OF_ALL), ("%", _PERCENT)):
        place, done = folded.find(sign, 0, stop), 0
        while place >= 0:
            mark = way.search(folded, max(done, place - 8), min(stop, place + 30))
            if (
                mark is not None
                and mark.start() < place
                and not _RANK.search(folded, max(0, mark.start() - 14), mark.start())
            ):
                unit = mark.start("unit") if sign == "%" else mark.end()
                yield Mark(mark.start(), "part", sign, mark.start("value"), mark["value"], unit)
                done = mark.end()
            place = folded.find(sign, place + 1, stop)


def shares(folded: str, stop: int) -> list[Share]:
    """The shares of a target in `folded` up to `stop`."""
    found: list[Share] = []
    place = folded.find("%", 0, stop)
    while place >= 0:
        floor = found[-1].end if found else 0
        mark = _SHARE.search(folded, max(floor, place - 60), min(stop, place + 60))
        if mark is not None and mark.end() > place:
            percent = read_number(mark["share"])
            found.append(Share(mark.start(), mark.end(), percent + 100 if mark["how"] == "vượt" else percent))
        place = folded.find("%", place + 1, stop)
    return found


def read_number(words: str) -> float | int:
    """`3.000` is 3000, `1,5` is 1.5, `25` is 25."""
    grouped = re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", words)
    value = float((words.replace(".", "") if grouped else words).replace(",", "."))
    return int(value) if value.is_integer() else value
