"""Who is present, in sentences that say it by their form and need no word of carrying out.

`Tham dự có lãnh đạo huyện và 150 hội viên` begins with the attendance; `Hơn 90 hội viên ... dự hội nghị` with
those who attend; `Trong đó, 2 điểm cầu huyện với 170 đại biểu` divides what the sentence before reports.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from loaders.extraction.numerals import ABOUT, COUNT, read_number
from loaders.extraction.wording import either, pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.extraction.marks import Place

# Words that such a sentence begins with, by the form it has.
WORDS: Final = (
    *((word, "present") for word in ("tham gia", "tham dự")),
    *((word, "opening") for word in ("dự", "cùng dự", "đến dự", "về dự", "tới dự", "thành phần", "đối tượng")),
    *((word, "front") for word in ("hơn", "trên", "gần", "khoảng")),
    ("trong đó", "within"),
)
ROLES: Final = frozenset(role for _, role in WORDS)
PEOPLE: Final = "people"  # the role of a figure that the form of its sentence reports
PART: Final = "within"  # that of one that divides what the sentence before reports

_COUNTED: Final = either("result_words", "place", "person")
_PERSON: Final = either("result_words", "person")
_OPENED: Final = pattern(r"(?:^|[\n.!?:][\n ]*)(?:(?:cùng|đến|về|tới|thành phần|số lượng|đại biểu) ){0,2}$")
_OPENED_BACK: Final = 30
_HOLDS: Final = pattern(r"[^.;\n]{0,90}?(?<!\w)(?:có|gồm|bao gồm)(?!\w)| ?:")
_AMONG: Final = pattern(rf"(?:(?<!\w)(?:và|cùng|với|có|gồm|là|của)|[,;:]) (?P<begin>{COUNT})(?={_PERSON})")
_FRONT: Final = pattern(rf"{ABOUT}{COUNT}(?={_COUNTED})")
_WITHIN: Final = pattern(rf" ?(?:,|:)? ?(?:có )?(?P<begin>{COUNT})(?={_COUNTED})")
_END: Final = pattern(r"[.!?](?=\s|$)|\n")
_ATTENDS: Final = pattern(
    r"(?<!\w)(?:tham dự|dự|tham gia|học tập|được (?:nghe|quán triệt|phổ biến|tập huấn|bồi dưỡng))(?!\w)"
)
_MADE_UP: Final = pattern(r"(?<!\w)(?:bao )?gồm(?!\w)")
_EVENT: Final = pattern(
    r"(?<!\w)(?:hội nghị|quán triệt|học tập|triển khai|phổ biến|tuyên truyền|tập huấn|sơ kết|tổng kết|lớp|"
    r"nghị quyết|chỉ thị|kết luận)(?!\w)"
)
_SESSION: Final = pattern(r" (?:có |tại )?(?:kỳ họp|phiên họp|lễ|đại hội|giải|hội thi|hội diễn|chương trình)(?!\w)")
_EVENT_BACK: Final = 300
_EVENT_ON: Final = 300
_REACH: Final = 1_200
_LEAST: Final = 10  # fewer are the leaders, whom such a sentence names

Counted = tuple[int, str, str, int, str, int]
"""The fields of a `counts.Mark`: start, role, word, number, value, unit."""


def present(folded: str, word: Place, role: str) -> Iterator[Counted]:
    """The people present, where a sentence of one of these forms begins with `word`."""
    start, end = word
    if not _OPENED.search(folded, max(0, start - _OPENED_BACK), start):
        return
    if role == "front":
        yield from _front(folded, start)
    elif role == "within":
        mark = _WITHIN.match(folded, end)
        if mark is not None:
            yield mark.start("begin"), PART, "trong đó", mark.start("value"), mark["value"], mark.end()
    elif _HOLDS.match(folded, end) and _of_a_document(folded, end):
        for mark in _AMONG.finditer(folded, end, _stop(folded, end)):
            if guests(folded, end, mark["value"]):
                yield mark.start("begin"), PEOPLE, "tham dự", mark.start("value"), mark["value"], mark.end()


def guests(folded: str, place: int, value: str) -> bool:
    """Whether a number after `tham dự` (ends at `place`) counts those who came: no leaders, no session or feast."""
    return read_number(value) >= _LEAST and not _SESSION.match(folded, place)


def _of_a_document(folded: str, place: int) -> bool:
    """Whether those present attend what makes a document known or takes stock of it."""
    near = folded[max(0, place - _EVENT_BACK) : place + _EVENT_ON]
    return _EVENT.search(near) is not None


def _front(folded: str, start: int) -> Iterator[Counted]:
    mark = _FRONT.match(folded, start)
    if mark is None:
        return
    stop = _stop(folded, mark.end())
    if _MADE_UP.search(folded, mark.end(), stop):  # `Hơn 90 hội viên gồm ... . Những người dự ...`
        stop = _stop(folded, stop + 1)
    if _ATTENDS.search(folded, mark.end(), stop):
        yield start, PEOPLE, "tham dự", mark.start("value"), mark["value"], mark.end()


def _stop(folded: str, start: int) -> int:
    reach = min(len(folded), start + _REACH)
    end = _END.search(folded, start, reach)
    return end.start() if end else reach
