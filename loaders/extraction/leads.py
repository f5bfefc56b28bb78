"""What a sentence says of the documents that a list below it names: `bãi bỏ các văn bản sau đây:` above its items."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import moods
from loaders.extraction.grounds import BODIES
from loaders.extraction.lexicon import begins
from loaders.extraction.reading import Link
from loaders.extraction.sentences import DIVISION, PLAIN, QUOTED
from loaders.extraction.state import CHANGES, WEAK

if TYPE_CHECKING:
    from loaders.extraction.grammar import Machine
    from loaders.extraction.reading import Reading
    from loaders.extraction.sentences import Block

_ACTS: Final = "văn bản|quyết định|thông tư|nghị định|nghị quyết|chỉ thị"
_SEVERAL: Final = re.compile(rf"(?:{_ACTS}|các quy định|điều, khoản)")
_CUES: Final = re.compile(
    r"bãi bỏ|hủy bỏ|thay thế|hết hiệu lực|không còn hiệu lực|sửa đổi|bổ sung|thay cho|đính chính"
    r"|đình chỉ|ngưng hiệu lực"
)
_ONE_PART: Final = re.compile(r"^\W*(?:một số )?(?:điểm|khoản|điều|mục|chương|phụ lục|tên|cụm từ|đoạn|tiết)")
_ENDS_LISTED: Final = re.compile(
    begins("bãi bỏ|hủy bỏ") + r" [^.;:]{0,200}(?:văn bản|thông tư|quyết định|nghị quyết|chỉ thị)[^.;:]{0,160}"
    r"(?<!\w)(?:phụ lục|danh mục)(?!\w)[^.;:]{0,80}(?:kèm theo|này)"
)
_LIST_OF_ENDED: Final = re.compile(
    r"danh mục [^.;:()]{0,160}?(?:văn bản|thông tư|quyết định|nghị quyết|chỉ thị)[^.;:()]{0,120}?"
    r"(?:bãi bỏ|hủy bỏ|hết hiệu lực)(?!\w)"
)
_KINDS: Final = rf"(?:{_ACTS}|luật|pháp lệnh)(?: quy phạm pháp luật| pháp luật)?(?!\w)"
_MANY: Final = rf"(?:toàn bộ )?(?:các|những|một số|toàn bộ|hàng loạt|\d{{1,3}}|hai|ba|bốn|năm)(?: nội dung)? {_KINDS}"
_PARTS: Final = r"(?: một số (?:điều|quy định|nội dung) (?:của|tại)(?= ))?"
_VERBS: Final = "sửa đổi, bổ sung|sửa đổi|bãi bỏ|hủy bỏ|thay thế|đình chỉ"
_SAYS: Final = {
    "sửa đổi, bổ sung": "amends",
    "sửa đổi": "amends",
    "bãi bỏ": "repeals",
    "hủy bỏ": "repeals",
    "thay thế": "replaces",
    "đình chỉ": "suspends",
    "hết hiệu lực": "repeals",
}
# What a page says that a document does to several others: `đã bãi bỏ toàn bộ 12 văn bản ..., gồm:`.
_DOES: Final = re.compile(
    rf"(?<!\w)(?P<verb>{_VERBS}|hết hiệu lực)(?: thi hành| áp dụng)?(?: cho)?{_PARTS} {_MANY}[^.;:]{{0,120}}:$"
)
# The same, told of what suffers it: `12 văn bản sau đây bị bãi bỏ:`.
_SUFFER: Final = re.compile(
    rf"(?<!\w){_MANY}[^.;:]{{0,80}}? (?:(?:bị|được) (?P<verb>{_VERBS})|(?P<ends>hết hiệu lực))(?!\w)[^.;:]{{0,80}}:$"
)
# What others carry out, or recall, ends nothing itself: `Thực hiện D, tỉnh bãi bỏ các văn bản:`.
_TAKEN_UP: Final = re.compile(
    r"(?<!\w)(?:căn cứ|thực hiện|triển khai|thi hành|chấp hành|cụ thể hóa|trên cơ sở|quán triệt|phù hợp(?: với)?"
    r"|sau khi có)(?: (?:tinh thần|nội dung|quy định|yêu cầu|tốt|nghiêm|đúng|của|tại|các)){0,4} $"
)
_RECALLS: Final = re.compile(r"(?<!\w)(?:nhắc lại|liệt kê|thống kê|dẫn chiếu)(?!\w)")
_ABLE: Final = re.compile(r"(?<!\w)(?:quyền|trách nhiệm|nếu|khi|trường hợp|việc)(?!\w)")
_LONGEST: Final = 600


class Leads:
    """The lists that are open, the innermost last: the level of the block above, and what it says of their items."""

    def __init__(self, reading: Reading, *, detached: bool) -> None:
        self.reading = reading
        self.detached = detached  # whether the text is an annex without its instrument
        self.open: list[tuple[int, Link]] = []
        self.told: Link | None = None  # what a page says of the items of a list
        self.level: int | None = None  # of those items
        self.ends = False  # whether an article ends what an annex lists
        self.under = PLAIN  # level of the item or heading that a paragraph stands under

    @property
    def link(self) -> Link | None:
        """What is said of the items of the innermost list."""
        return self.open[-1][1] if self.open else self.told

    def leave(self, block: Block) -> None:
        """Forget the lists that end before a block."""
        while self.open and block.level <= self.open[-1][0]:
            self.open.pop()
        if block.level % QUOTED < PLAIN:
            self.under = block.level
        if self.told is None:
            return
        self.level = block.level if self.level is None else self.level
        if block.level < self.level or (block.level == PLAIN and not self._goes_on(block)):
            self.told = self.level = None

    def _goes_on(self, block: Block) -> bool:
        """Whether a paragraph without a mark is still one of a list: it begins with the name of an act."""
        return _SEVERAL.match(self.reading.fold, block.body, block.end) is not None

    def possible(self, block: Block, zone: str) -> bool:
        """Whether a block that names no document may hold the cue of a list that begins right after it."""
        if self.reading.own is None or zone not in BODIES or block.end - block.start > _LONGEST:
            return False
        return _CUES.search(self.reading.fold, block.body, block.end) is not None

    def note(self, block: Block, machine: Machine, level: int, places: range) -> None:
        """Open the list, if any, that a block at `level`, which names the references at `places`, stands above."""
        if self.reading.own is None:
            self._tell(block, places)
            return
        lead = self._annexed(block) or self._lead(block, machine)
        if lead is not None:
            self.open.append((level, lead))

    def _tell(self, block: Block, places: range) -> None:
        """What a page says of a list below: the one document of the sentence that ends with a colon does it."""
        reading, fold = self.reading, self.reading.fold
        if reading.text[block.end - 1] != ":" or not places:
            return
        stop = fold.rfind(". ", block.body, block.end)
        start = block.body if stop < 0 else stop + 2
        told = _DOES.search(fold, start, block.end) or _SUFFER.search(fold, start, block.end)
        if told is None or moods.has(fold, start, told.start(), moods.UNDONE):
            return
        before = [place for place in places if start <= reading.references[place].start < told.start()]
        named = {reading.node(place) for place in before}
        head = named.pop() if len(named) == 1 else None
        if head is None or reading.references[places[-1]].start >= told.start():
            return
        if _TAKEN_UP.search(fold, start, reading.at(before[0])):
            return
        after = reading.references[before[-1]].end
        if not any(way.search(fold, after, told.start()) for way in (_ABLE, _RECALLS)):
            verb = next(filter(None, told.groups()))
            self.told, self.level = Link(head, _SAYS[verb], "list", verb, block.end), None

    def _annexed(self, block: Block) -> Link | None:
        """`Phụ lục I. DANH MỤC VĂN BẢN BÃI BỎ`, where an article ends what the annex lists: the cue of its items."""
        own, fold = self.reading.own, self.reading.fold
        if not self.ends and fold.find("bỏ", block.body, block.end) >= 0:  # of `bãi bỏ`, `hủy bỏ`
            self.ends = _ENDS_LISTED.search(fold, block.body, block.end) is not None
        listed = _LIST_OF_ENDED.match(fold, block.body, block.end)
        if own is None or listed is None:
            return None
        announced = self.ends and self.under == DIVISION
        ended = announced or (self.detached and not listed.group().endswith("hết hiệu lực"))
        return Link(own, "repeals", "list", "bãi bỏ", block.end) if ended else None

    def _lead(self, block: Block, machine: Machine) -> Link | None:
        """The cue that found no object in its block: that of the list below."""
        pending, fold = machine.pending, self.reading.fold
        if pending is None or pending.passive or pending.head != self.reading.own or pending.predicate not in CHANGES:
            return None
        if pending.cue in WEAK:
            return None
        rest = fold[pending.at : block.end]
        if len(rest) > 320 or _ONE_PART.search(rest):
            return None
        if not (_SEVERAL.search(rest) or _SEVERAL.search(fold[block.body : pending.at])):
            return None
        return pending._replace(rule="list")
