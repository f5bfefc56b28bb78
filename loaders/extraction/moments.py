"""A time expression in its clause, with what stands around it in the text."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from loaders.extraction.marks import Marks, Place, between, starts_at
from loaders.extraction.periods import Time
from loaders.extraction.wording import pattern
from ontology.model import Value

if TYPE_CHECKING:
    from loaders.extraction.documents import Grouping

# The day of a recurring step, said before it: `ngày 25 hằng tháng`, `thứ sáu hằng tuần`.
_STEP_DAY: Final = pattern(
    r"(?:định kỳ )?(?:(?:chậm nhất|muộn nhất|trước|vào)(?: là| vào)? )?"
    r"(?:(?:ngày|mùng) (?:\d{1,2}|đầu tiên|cuối cùng|cuối)"
    r"(?: của tháng (?:đầu|cuối|thứ [^\W\d_]+)(?: tiên| cùng)?(?: của)?)?|"
    r"(?:bắt đầu )?tháng (?:đầu|cuối|thứ (?:\d|[^\W\d_]+))(?: tiên| cùng)?(?: của)?|"
    r"(?:quý (?:[iv]{1,3}|\d)|tháng \d{1,2})|"
    r"(?:ngày )?thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|(?:tuần |tháng |quý )?(?:đầu|cuối)|\d{1,2} ?(?:giờ|h)(?: ?\d{2})?)"
)
# Of two times that lead a clause the one that is said first: `Ngay khi nhận hồ sơ hoặc trong vòng 3 ngày ...`.
_OR_ELSE: Final = pattern(r"ngay (?:khi|sau khi|trong ngày)(?!\w)[^,;:]{0,90} hoặc")
_DATELINE: Final = pattern(r"\(?[^().;:]{2,60}\) ?[-–] ?")  # `(Báo Bắc Sơn, 12/3/2024) - Trong tháng 4, ...`
_COMPLETION: Final = pattern(r"\W*(?:(?:và|phải|bảo đảm|đảm bảo|cơ bản) ){0,2}(?:hoàn thành|hoàn tất|xong) ?")
_CHANGES: Final = pattern(r"(?:sửa đổi|bổ sung|bãi bỏ|thay thế|đính chính|hủy bỏ)(?!\w)")
_ABOUT: Final = pattern(r"[^,;.:]{0,120}? (?:hướng dẫn|quy định|ban hành|về)(?!\w)[^;.:]{0,240}")
_NEAR: Final = 16  # references that may hold one place: nesting is no deeper


class Page(Value, frozen=True, gc=False):
    """What judging a clause needs of the whole text.

    `normative` is true for a text of provisions, whose plain statements order. `year` is that of the order. `starts`
    are the starts of the references of `grouping`, for bisection. `above` remembers, by the start of a sentence, the
    body that the text before it names. `dated` says that the page states its own day. `kept` are the documents that the
    extraction holds, where they are known.
    """

    text: str
    folded: str
    grouping: Grouping
    normative: bool
    year: str | None
    starts: tuple[int, ...]
    above: dict[int, str | None]
    dated: bool = False
    kept: frozenset[str] | None = None


class Moment(Value, frozen=True, gc=False):
    """A time in its clause: the stretch `start:end` it is said of, inside the sentence that begins at `first`.

    `cell` is where its clause between semicolons begins. `said` are the marks of the sentence. `before`, `words` and
    `after` are the folded words before the time, of it, and after it.
    """

    page: Page
    said: Marks
    time: Time
    start: int
    end: int
    first: int
    cell: int
    before: str
    words: str
    after: str

    def acts_before(self) -> tuple[Place, ...]:
        """The acts between the beginning of the clause and the time."""
        return between(self.said.acts, self.start, self.time.start)

    def acts_after(self, reach: int) -> tuple[Place, ...]:
        """The acts within `reach` code points after the time."""
        return between(self.said.acts, self.time.end, min(self.end, self.time.end + reach))

    def completes(self) -> bool:
        """Whether the clause only says that what is ordered before it in its sentence is to be complete by the time."""
        if self.cell <= self.first or self.start > self.cell or not between(self.said.acts, self.first, self.cell):
            return False
        return _COMPLETION.fullmatch(self.before) is not None

    def act_follows(self) -> bool:
        """Whether the time is followed by an act at once."""
        place = self.time.end
        while place < self.end and self.page.folded[place] in " ,":
            place += 1
        return place < self.end and starts_at(self.said.acts, place)

    def lead(self) -> Place:
        """What stands before the time in its clause, after a word of order (`đề nghị trong quý II ...`) and a label."""
        asks = between(self.said.asks, self.start, self.time.start)
        low = asks[-1][1] if asks else self.start
        low = max(low, self.page.folded.rfind(":", low, self.time.start) + 1)
        dateline = _DATELINE.match(self.page.folded, low, self.time.start) if low == self.first else None
        low = dateline.end() if dateline else low
        while low < self.time.start and self.page.folded[low] in " ,-(":
            low += 1
        return low, self.time.start

    def fronted(self) -> bool:
        """Whether the clause begins with the time, a day of it or another time in place of it at most before."""
        low, high = self.lead()
        rest = self.page.folded[low:high].strip(" ,-(")
        return not rest or rest == "định kỳ" or bool(_STEP_DAY.fullmatch(rest) or _OR_ELSE.fullmatch(rest))


def moment(page: Page, said: Marks, time: Time, bounds: Place, around: Place) -> Moment:
    """The moment of `time` in the stretch `bounds`; `around` are the starts of its sentence and of its clause."""
    (start, end), (first, cell) = bounds, around
    folded = page.folded
    return Moment(
        page, said, time, start, end, first, cell, folded[start : time.start], folded[time.start : time.end],
        folded[time.end : end],
    )  # fmt: skip


def named_around(page: Page, place: int) -> bool:
    """Whether `place` lies inside the name of a document (unnumbered plans apart, whose names have no sure end)."""
    last = bisect_right(page.starts, place)
    near = page.grouping.references[max(0, last - _NEAR) : last]
    return any(ref.start <= place < ref.stop for ref in near if ref.kind not in {"plan", "own"})


def in_title(page: Page, low: int, place: int) -> bool:
    """Whether `place` lies in the title of the document that the sentence from `low` on changes.

    `Sửa đổi một số điều của Thông tư số 5 hướng dẫn quy trình rà soát hằng năm`.
    """
    if not _CHANGES.match(page.folded, low):
        return False
    last = bisect_right(page.starts, place) - 1
    if last < 0 or page.starts[last] < low or page.grouping.references[last].kind not in {"numbered", "partial"}:
        return False
    return _ABOUT.fullmatch(page.folded, page.grouping.references[last].head_stop, place) is not None


def titled(page: Page, place: int) -> bool:
    """Whether `place` begins the title of a document named right before it (`Thông tư số ... hướng dẫn ...`)."""
    last = bisect_right(page.starts, place)
    near = page.grouping.references[max(0, last - _NEAR) : last]
    heads = (ref.head_stop for ref in near if ref.kind in {"numbered", "partial"})
    return any(head <= place <= head + 3 and not page.folded[head:place].strip(" ,\n") for head in heads)
