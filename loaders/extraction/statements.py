"""Figures that a sentence states where a text takes stock of a document: each number with what it counts, each share.

No word of carrying out need govern them: `tỷ lệ bao phủ đạt 97,4%`, `105 mốc giới; 31 tổ tự quản`. What such a
sentence compares with, began from, aims at or only describes is none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction.numerals import ABOUT, COUNT, NUMBER
from loaders.extraction.wording import either, pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.extraction.marks import Place

ROLE: Final = "stated"

Stated = tuple[int, str, str, int, str, int]
"""The fields of a `counts.Mark`: start, role, word, number, value, unit."""

_PERCENT: Final = pattern(rf"(?<![\w.,/–-]){NUMBER} ?(?P<unit>%)")
# `tăng gần 3,5 lần`, `xuống còn 1,8 lần`
_FOLD: Final = pattern(
    rf"(?<!\w)(?:tăng|giảm|còn|lên|xuống|gấp) {ABOUT}{{0,2}}{NUMBER} (?P<unit>lần)(?! (?:thứ|so|nữa))(?!\w)"
)
_COUNTED: Final = pattern(
    rf"(?<![\w.,/–-])(?<!tỷ\x20)(?<!tỉ\x20){COUNT}"
)  # the millions of a sum belong to its billions
_BACK: Final = 110
_FIGURE: Final = pattern(r"(?<!năm\x20)(?<!/)(?<![\d.,])\d\S{0,20}")
_STOPS: Final = pattern(r"[;:()\n“”\"]|[.,](?=\s)|(?<!\w)và(?= )")
# What stands before a number that is no result: where it began, what it is compared with, what was to be reached.
_BEFORE: Final = pattern(
    rf"(?<!\w)(?:so với|cùng kỳ|hơn so|trong (?:tổng )?số|chỉ tiêu|mục tiêu|kế hoạch|trước đây|cách đây|bằng|gấp|"
    rf"tiêu chuẩn|định mức|thứ|hạng|vị trí|xếp|cách|rộng|dài|cao|sâu|lúc|khóa|khoá|tỷ trọng|của|có thể|mùng|mồng|"
    rf"từ \d[\d.,]* (?:đến|-)|(?:giao|đề ra|xác định|phấn đấu|dự kiến|phân bổ|mỗi|từng)(?: [^\W\d_]+){{0,5}}) "
    rf"{ABOUT}{{0,3}}$|(?<!\w)vượt(?: mức)?(?: quy định| yêu cầu| đề ra)? {ABOUT}{{0,2}}$|"
    rf"(?<!\w)nâng (?:tổng )?số(?: [^.;,]{{3,80}})? lên {ABOUT}{{0,2}}$|"
    r"(?<!\w)(?:đề án|chương trình|nghị quyết|chỉ thị|kết luận|quyết định|nghị định|thông tư|luật|"
    r"công văn|phụ lục|quốc lộ|quận|phường|khu phố|khu|tổ|khối|nhóm|cấp|giai đoạn|bước|đợt|lần|kỳ) $"
)
_FROM: Final = pattern(rf"(?<!\w)từ(?: mức)? {ABOUT}{{0,3}}$")
_ONWARD: Final = pattern(r"(?:[^.;:()]|\.(?=\d)){0,70}(?<!\w)(?:lên|xuống|còn|đến|thành|tới)(?!\w)")
# A clause that says how it once was, or what is still wanting.
_ONCE: Final = pattern(
    r"(?<!\w)(?:trước (?:đây|khi|năm)|khi (?:đó|mới)|ban đầu|đầu nhiệm kỳ(?! đến)|tuy nhiên|hạn chế|tồn tại|khó khăn|"
    r"thiếu|chưa|chỉ có|nếu|dân số|diện tích tự nhiên|nhân khẩu|nằm ở|giáp)(?!\w)"
)
# What is only described: `xã có 8 thôn, 2.140 hộ với 8.900 khẩu`.
_DESCRIBED: Final = pattern(
    r"(?:thôn|ấp|khu phố|khu dân cư|tổ dân phố|hộ|hộ dân|nhân khẩu|khẩu|dân tộc|xã, phường|xã, thị trấn|"
    r"tổ chức (?:cơ sở )?đảng|đảng bộ(?: cơ sở)?|chi bộ(?: trực thuộc| cơ sở)?|đảng viên|dân)(?: ?[,.;()]| với| và|$)"
)
# A sentence that only says of what a place or body is made: `Đảng bộ xã có 12 chi bộ, trong đó có 7 chi bộ thôn`.
_MADE_OF: Final = pattern(
    r"(?:hiện nay,? |hiện,? )?[^\d.;:]{3,90}? (?:hiện )?(?:có|gồm) (?:tổng số )?\d[\d.]* "
    r"(?:thôn|ấp|khu phố|khu dân cư|tổ dân phố|hộ|hộ dân|nhân khẩu|dân tộc|xã|phường|chi bộ|đảng bộ|"
    r"tổ chức (?:cơ sở )?đảng|chi hội|cơ sở hội)(?: trực thuộc| cơ sở)?(?: ?[,.;(]| với| và)"
)
_DONE_IN_IT: Final = pattern(r"(?<!\w)(?:đã|được|đạt|hoàn thành|xây dựng|thực hiện|tham gia)(?!\w)")
# What follows a number that counts nothing done: times, grades, and words that no noun begins with.
_NO_NOUN: Final = pattern(
    r"(?:sao|năm|tháng|ngày|giờ|phút|tuần|quý|tuổi|lần thứ|khóa|thập kỷ|nhiệm kỳ|kỳ|đợt|"
    r"thực hiện|triển khai|gắn|trực thuộc|thuộc|giữa|nhằm|để|khi|nếu|sau|trước|này|đó|như|vừa|sẽ|đều|cũng|"
    r"phát biểu)(?!\w)"
)
_COMPARED: Final = pattern(r"[^.;,()]{0,40}? so (?:với|cùng)(?!\w)")
_CHANGE: Final = pattern(rf"(?<!\w)(?:tăng|giảm|vượt|(?:cao|thấp|ít|nhiều) hơn)(?: [^\W\d_]+){{0,2}}? {ABOUT}{{0,3}}$")
# `có 145 xã thuộc vùng cao, 12 xã khu vực II`: of what kind places are.
_CLASSED: Final = pattern(
    rf"{either('result_words', 'place')}"
    r"(?:[^.;()\d]{0,40}? thuộc (?:vùng|diện|khu vực|địa bàn)| khu vực [iv]{1,3})(?!\w)"
)
_WANTING: Final = pattern(
    r"(?:%[^,.;:()\d]{0,50}?|(?!%)[^.;:()\d]{0,50}?)(?<!\w)(?:chưa|không|thiếu|cần|phải|sẽ|"
    r"bằng khen|giấy khen|khen thưởng|biểu dương|tuyên dương)(?!\w)"
)
_ONE: Final = re.compile(r"0?1(?![\d.,]\d|\d)")
_ONE_MORE: Final = pattern(r"(?<!\w)(?:có|thêm|được|đã [^\W\d_]+(?: [^\W\d_]+)?) $")
_AIM: Final = pattern(r"(?:chỉ tiêu|tiêu chí|nhiệm vụ|mục tiêu)(?!\w)")
_MET: Final = pattern(r"[^.;:,()\d]{0,50}?(?<!\w)(?:đạt|vượt|hoàn thành|đã|được thực hiện)(?!\w)")
_REACHED: Final = pattern(
    rf"(?<!\w)(?:đạt|là|có|được|còn|lên|xuống|tăng|giảm|chiếm|đã|với|thu hút|cho|ước|trên|hơn|"
    rf"{either('result_words', 'verb')})(?!\w)"
)
_DONE_AFTER: Final = pattern(
    r"(?:[^.;:()]|\.(?=\d)){0,90}?(?<!\w)(?:đã|được|đạt|hoàn thành|tham gia|thực hiện|có|"
    r"duy trì|giữ|đăng ký|tự quản|triển khai|thoát)(?!\w)"
)


def marks(folded: str, stretches: tuple[Place, ...]) -> Iterator[Stated]:
    """All numbers of the stretches that count something or are shares of a hundred; the word of a mark is its sign."""
    for start, end in stretches:
        for found in _PERCENT.finditer(folded, start, end):
            number = found.start("value")
            yield _begin(folded, start, number), ROLE, "%", number, found["value"], found.start("unit")
        for found in _FOLD.finditer(folded, start, end):
            number = found.start("value")
            yield _begin(folded, start, number), ROLE, "lần", number, found["value"], found.start("unit")
        for found in _COUNTED.finditer(folded, start, end):
            if not _NO_NOUN.match(folded, found.end()):
                number = found.start("value")
                word = "/" if "/" in found.group() else ""
                yield _begin(folded, start, number), ROLE, word, number, found["value"], found.end()


def _begin(folded: str, low: int, number: int) -> int:
    """Where the phrase of the number begins."""
    low = max(low, number - _BACK)
    *_, last = None, *_STOPS.finditer(folded, low, number)
    begin = last.end() if last is not None else low
    other = _FIGURE.search(folded, begin, number)
    while other is not None:
        from_it = _FROM.search(folded, begin, other.start()) and _ONWARD.match(folded, other.end(), number)
        begin, other = begin if from_it else other.end(), _FIGURE.search(folded, other.end(), number)
    while begin < number and not folded[begin].isalnum():
        begin += 1
    return begin


def states(folded: str, first: int, number: int, unit: int, *, goes_on: bool) -> bool:
    """Whether the number of the sentence from `first` on, which counts what `unit` begins, is one that was reached.

    `goes_on` says that a figure stands before it in its clause.
    """
    begin, parted = _begin(folded, first, number), "/" in folded[number:unit]
    if _BEFORE.search(folded, begin, number) or _ONCE.search(folded, begin, number):
        return False
    if (not parted and _DESCRIBED.match(folded, unit)) or _CLASSED.match(folded, unit):
        return False
    if _WANTING.match(folded, unit) or _beside(folded, begin, number, unit):
        return False
    if goes_on or parted:
        return True
    return bool(_REACHED.search(folded, begin, number) or _DONE_AFTER.match(folded, unit))


def describes(folded: str, first: int, last: int) -> bool:
    """Whether a sentence only says of how many parts something is made, and tells of nothing done."""
    return _MADE_OF.match(folded, first, last) is not None and _DONE_IN_IT.search(folded, first, last) is None


def _beside(folded: str, begin: int, number: int, unit: int) -> bool:
    """Whether a number is the one thing spoken of, where a change began, or by how much it is more than another."""
    one = _ONE.match(folded, number) is not None and _AIM.match(folded, unit) is None
    if one and not _ONE_MORE.search(folded, begin, number):
        return True
    if _FROM.search(folded, begin, number) and _ONWARD.match(folded, unit):
        return True
    return bool(_CHANGE.search(folded, begin, number) and _COMPARED.match(folded, unit))


def met(folded: str, unit: int, *, of_all: bool) -> bool:
    """Whether what `unit` counts are aims that were met: `6 chỉ tiêu đạt và vượt`, `hoàn thành 12/19 tiêu chí`."""
    aim = _AIM.match(folded, unit)
    return aim is not None and (of_all or _MET.match(folded, aim.end()) is not None)
