"""Shares of a target in running prose: `đạt 95% kế hoạch`, `đã giải ngân 61,5%`, `(đạt 100%)`."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from loaders.extraction.lexicon import begins
from loaders.extraction.numerals import ABOUT, read_number
from loaders.extraction.places import every
from loaders.extraction.wording import either, forms, pattern
from ontology.model import Value

_SHARE: Final = pattern(
    rf"(?P<how>{begins('đạt|bằng|vượt|hoàn thành|đạt tỷ lệ|đạt tỉ lệ|tương đương|tương ứng')})(?: {ABOUT}{{0,2}}| )"
    r"(?P<share>\d{1,4}(?:[.,]\d{1,2})?) ?%(?: so với)?(?: (?:tổng số|tổng|của|cả|toàn bộ))? ?"
    rf"(?:{either('result_words', 'target')}|"
    r"(?:số|diện tích|khối lượng)(?: [^\W\d_]+){0,3} (?:phải|cần|được giao)(?!\w))"
)
# A share of what was to be done: `đã thực hiện được khoảng 89%`, `đã giải ngân 61,5%`.
_DONE_SHARE: Final = pattern(
    r"(?<!\w)đã (?P<how>thực hiện|hoàn thành|triển khai|giải quyết|giải ngân)(?: được| đạt| xong){0,2}"
    rf" {ABOUT}{{0,2}}(?P<share>\d{{1,3}}(?:,\d{{1,2}})?) ?%"
    rf"(?! (?:số|tổng số|{either('result_words', 'place', 'person')}))"
)
# A share that stands alone beside its figure: `1.204/1.260 hộ, đạt 95,6%`, `120 hộ (đạt 100%)`.
_BARE_SHARE: Final = pattern(
    rf"(?:, | ?\(| )(?P<how>đạt|bằng|hoàn thành)(?: t[ỷỉ] lệ)?(?: tiến độ)? {ABOUT}{{0,2}}"
    r"(?P<share>\d{1,4}(?:,\d{1,2})?) ?%"
    r"(?= ?[),.;]|$| (?:và|đã) )"
)
# What leads to the number of a share ends with one of these: the words above, and those of about how much.
_LEADS: Final = (
    *("đạt", "bằng", "vượt", "thành", "lệ", "đương", "ứng", "độ", "hiện", "khai", "quyết", "ngân", "được", "xong"),
    *(form.rpartition(" ")[2] for form in forms("result_words", "about")),
)
_LEAD_BACK: Final = 40
_NUMBER: Final = " 0123456789.,"
_LEAST: Final = 8  # code points after a sign of per cent that are looked at for what it is of


class Share(Value, frozen=True, gc=False):
    """A share of the target: `đạt 95% kế hoạch`; `percent` is of the whole target (`vượt 20%` is 120).

    `bare` is one whose whole is not named: it is of the figure before it, or of nothing. `alone` is one with an act of
    its own, which is of no figure.
    """

    start: int
    end: int
    percent: float | int
    bare: bool = False
    alone: bool = False


def shares(folded: str, stop: int) -> list[Share]:
    """The shares of a target in `folded` up to `stop`."""
    found: list[Share] = []
    places = list(every(folded, "%", 0, stop))
    led = [at for at in places if _led(folded, at)]
    for place in places if led else ():
        floor = found[-1].end if found else 0
        low, high = max(floor, place - 60), min(stop, place + 60)
        near = bisect_left(led, low)
        if near == len(led) or led[near] >= high:
            continue
        named = _SHARE.search(folded, low, high)
        done = folded.find("đã", low, place) >= 0
        alone = _DONE_SHARE.search(folded, low, place + _LEAST) if done else None
        ways = (named, alone, _BARE_SHARE.search(folded, low, high))
        mark = next((way for way in ways if way is not None and way.end() > place), None)
        if mark is not None:
            percent = read_number(mark["share"])
            percent += 100 if mark["how"] == "vượt" else 0
            own = mark is ways[1]
            start = mark.start("how") if own else mark.start()
            found.append(Share(start, mark.end(), percent, bare=mark is ways[2], alone=own))
    return found


def _led(folded: str, place: int) -> bool:
    """Whether the number before the sign of per cent at `place` stands behind a word that leads to a share."""
    return folded[max(0, place - _LEAD_BACK) : place].rstrip(_NUMBER).endswith(_LEADS)
