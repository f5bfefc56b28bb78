"""Stretches of a text that take stock of how a document was carried out: there each figure is one of the results.

`Sau 4 năm thực hiện D, xã đã đạt nhiều kết quả. Thu nhập bình quân đạt 61 triệu đồng; hộ nghèo còn 1,2%.`
A stretch begins with the sentence that takes stock, and ends where the text turns to what is to come.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from loaders.extraction import clauses
from loaders.extraction.lexicon import begins
from loaders.extraction.places import every
from loaders.extraction.wording import pattern
from ontology.model import Value

if TYPE_CHECKING:
    import re

# What names an instrument where no mention of it was read: a resolution of a body, a national programme.
_INSTRUMENT: Final = (
    r"(?:nghị quyết|chỉ thị|kết luận|đề án|nghị định|pháp lệnh|ctmtqg|quy chế (?:thực hiện )?dân chủ|"
    r"chương trình (?:mục tiêu|mtqg|hành động|phối hợp|(?:[^\W\d_]+ ){1,6}quốc gia|số \d))(?!\w)"
)
# What does so only in a text that names a document elsewhere: a club has a strategy, a firm carries out this project.
_COMMON: Final = (
    r"(?:chiến lược|quy chế|(?<!kỷ\s)(?<!pháp\s)(?<!quy\s)luật(?! (?:sư|chơi|lệ|pháp))|"
    r"(?:chính sách|chương trình|kế hoạch|dự án) (?:này|trên|nêu trên))(?!\w)"
)
_CARRY: Final = r"(?:thực hiện|triển khai|thi hành|đưa)(?!\w)"
_NEAR: Final = r"[^.;\n]{0,90}?"
# `Sau hơn 2 năm triển khai thực hiện D`, `trong 10 năm qua thực hiện D`
_SPAN: Final = begins("sau|qua|trong|suốt|hơn|gần") + (
    r"(?: [^\W_]+){1,6}? (?:năm|tháng|quý|thời gian|nhiệm kỳ|quá trình)(?: qua)?,?"
    rf"(?: [^\W\d_]+){{0,4}}? {_CARRY}"
)
# `kết quả 5 năm thực hiện D`, `sơ kết việc thực hiện D`
_ACCOUNT: Final = (
    begins("kết quả|tình hình|sơ kết|tổng kết|đánh giá|kiểm điểm|giám sát") + rf"(?!\w){_NEAR}(?<!\w){_CARRY}|"
    r"t(?<!\wt)[ỷỉ] lệ(?: [^\W\d_]+){0,4}? (?:học tập|quán triệt)(?!\w)|" + begins("sơ kết|tổng kết") + r"(?!\w)"
)
# `chính sách này được triển khai trên địa bàn từ năm 2018, với ...`
_UNDER_WAY: Final = pattern(begins("được") + rf" {_CARRY}(?: [^\W\d_]+){{0,6}} từ (?:năm|tháng|đầu)(?!\w)")
_OPENS: Final = pattern(f"(?:{_SPAN}|{_ACCOUNT})")
_WELL: Final = r"(?:kết quả|thành tựu|thành quả|thành tích|hiệu quả|chuyển biến)(?!\w)"
# `Trên cơ sở tổng kết 20 năm thực hiện D, E đã được ban hành`: what came of it, not what it came to.
_GROUND: Final = pattern(r"(?<!\w)(?:trên cơ sở|căn cứ|sau khi)(?: [^\W\d_]+){0,3} $")
_GROUND_REACH: Final = 40
_ISSUED: Final = pattern(r"(?<!\w)(?:được |đã )(?:ban hành|thông qua|ra đời)(?!\w)")
_ACHIEVED: Final = pattern(
    begins(
        "|".join(rf"{verb}(?: được)?(?: [^\W\d_]+){{0,3}}? {_WELL}" for verb in ("đạt", "thu", "mang lại", "có"))
        + r"|hoàn thành(?: [^\W\d_]+){0,4}? (?:mục tiêu|chỉ tiêu|nhiệm vụ)(?!\w)|đã(?: [^\W\d_]+){0,6}? "
        r"(?:thực hiện|hoàn thành) (?:thắng lợi|thành công|hoàn thành|xuất sắc)(?!\w)"
    )
)
_CARRIES: Final = pattern(begins("thực hiện|triển khai|thi hành|đưa") + r"(?!\w)")
_NAMED: Final = pattern(rf"(?<!\w)(?<!các\s)(?<!những\s){_INSTRUMENT}")
"""No kind of instruments: `thực hiện các chương trình mục tiêu quốc gia`."""
_CALLED: Final = pattern(rf"(?<!\w){_COMMON}")
# `Tính đến ngày 20/9, có 7 huyện hoàn thành hỗ trợ theo D`
_UP_TO_NOW: Final = pattern(
    r"(?:^|[,.:\n] ?)(?:tính )?đến (?:nay|ngày|hết|cuối|thời điểm)(?!\w)(?: [^\W_]+(?:[/.-]\d{1,4}){0,2}){0,6}?,"
)
# `thành phố đã cơ bản hoàn thành việc chi trả theo D`
_COMPLETED: Final = pattern(
    begins("đã|cơ bản") + r"(?: [^\W\d_]+){0,2} hoàn thành (?:việc|công tác)"
    r"(?! (?:in|dịch|soạn|soạn thảo|xây dựng|lấy ý kiến|góp ý|sửa|sửa đổi)(?!\w))(?!\w)"
)
# What by now is done by a document, and not that it is in force: `tính đến nay, Luật Giá có hiệu lực được 5 năm`.
_DONE_BY_NOW: Final = pattern(
    rf"(?<!\w)(?:{_CARRY}|(?:hoàn thành|hỗ trợ|chi trả|giải ngân|cấp|giải quyết|theo|đạt|có \d)(?!\w))"
)
_BROAD: Final = pattern(
    r"(?<!\w)(?:nghị quyết|chương trình|kế hoạch|chiến lược|đề án|quyết định|chính sách|quy hoạch)(?!\w)"
)
_REACH: Final = 130  # code points from the words that take stock to the name
_LONGEST: Final = 1_500
_TURNS: Final = pattern(
    r"\W{0,9}(?:(?:trong |và )?(?:thời gian|năm|giai đoạn|nhiệm kỳ) (?:tới|tiếp theo)|phương hướng|nhiệm vụ|mục tiêu|"
    r"để (?:tiếp tục|thực hiện|đạt|hoàn thành)|từ nay|kết luận (?:hội nghị|buổi)|(?:nhân )?dịp này|"
    r"(?:một số )?(?:giải pháp|bài học|kiến nghị)|đề nghị|yêu cầu|theo kế hoạch|dự kiến)(?!\w)"
)
_CUES: Final = (
    "thực hiện",
    "triển khai",
    "thi hành",
    "hoàn thành",
    "học tập",
    "sơ kết",
    "tổng kết",
    "đến n",
    "đến hết",
    "đến cuối",
)
_MOST: Final = 200
_LEAST: Final = 12  # code points that a sentence has


class Stretch(Value, frozen=True, gc=False):
    """The stretch `start:end`, which takes stock; `broad` says that of a document that the whole economy carries out.

    What a resolution or a programme is carried out by, figures of the economy tell; a directive or a law is no such.
    """

    start: int
    end: int
    broad: bool


def likely(folded: str) -> bool:
    """Whether a text may take stock of anything: a word stands in it by which a sentence does."""
    return any(cue in folded for cue in _CUES)


def stretches(text: str, folded: str, starts: tuple[int, ...], stop: int) -> tuple[Stretch, ...]:
    """The stretches of `text` up to `stop`, in order; `starts` are where its mentions of documents begin."""
    found: list[Stretch] = []
    places = sorted({at for cue in _CUES for at in every(folded, cue, 0, stop)})
    last = 0
    for place in places[:_MOST]:
        if place < last or (found and place < found[-1].end):
            continue  # of a sentence that has been looked at
        first, last = clauses.sentence(text, place, place + 1)
        if _takes_stock(folded, first, last, starts):
            broad = _BROAD.search(folded, first, min(stop, last)) is not None
            found.append(Stretch(_told_before(text, folded, first), _end(text, folded, last, stop), broad))
    return tuple(found)


def _told_before(text: str, folded: str, first: int) -> int:
    """Where a stretch begins: `Đây là kết quả 5 năm thực hiện D` takes stock of what the sentence before says."""
    if first < _LEAST or not folded.startswith(("đây là", "đó là"), first):
        return first
    return clauses.sentence(text, first - 2, first - 2)[0]


def within(found: tuple[Stretch, ...], place: int) -> Stretch | None:
    """The stretch that `place` stands in, if it stands in one."""
    index = bisect_right(found, place, key=lambda stretch: stretch.start) - 1
    return found[index] if index >= 0 and place < found[index].end else None


def _takes_stock(folded: str, first: int, last: int, starts: tuple[int, ...]) -> bool:
    """Whether a sentence looks back on how a document was carried out."""
    if _held(starts, first, last) and _by_now(folded, first, last):
        return True
    opens = _OPENS.search(folded, first, last)
    if opens is not None and not _led_to(folded, opens, first, last):
        reach = min(last, opens.end() + _REACH)
        return _names(folded, opens.end(), reach, starts)
    under_way = _UNDER_WAY.search(folded, first, last)
    if under_way is not None:
        return _names(folded, first, under_way.start(), starts)
    if _ACHIEVED.search(folded, first, last) is None or _CARRIES.search(folded, first, last) is None:
        return False
    return _names(folded, first, last, starts)


def _led_to(folded: str, opens: re.Match[str], first: int, last: int) -> bool:
    """Whether the stock that was taken is only the ground on which something was issued."""
    ground = _GROUND.search(folded, max(first, opens.start() - _GROUND_REACH), opens.start())
    return ground is not None and _ISSUED.search(folded, opens.end(), last) is not None


def _by_now(folded: str, first: int, last: int) -> bool:
    """Whether a sentence tells what is done by now, or that a work is completed."""
    if _UP_TO_NOW.search(folded, first, last) and _DONE_BY_NOW.search(folded, first, last):
        return True
    return _COMPLETED.search(folded, first, last) is not None


def _held(starts: tuple[int, ...], low: int, high: int) -> bool:
    """Whether a mention of a document begins in `low:high`."""
    at = bisect_left(starts, low)
    return at < len(starts) and starts[at] < high


def _names(folded: str, low: int, high: int, starts: tuple[int, ...]) -> bool:
    """Whether `low:high` names a document."""
    if _held(starts, low, high) or _NAMED.search(folded, low, high):
        return True
    return bool(starts) and _CALLED.search(folded, low, high) is not None


def _end(text: str, folded: str, place: int, stop: int) -> int:
    """Where a stretch ends whose first sentence ends at `place`."""
    high = min(stop, place + _LONGEST)
    while place < high:
        start = place
        while start < high and not text[start].isalnum():
            start += 1
        if start >= high or _TURNS.match(folded, start):
            return start
        place = max(clauses.sentence(text, start, start + 1, start)[1], start + 1)
    return high
