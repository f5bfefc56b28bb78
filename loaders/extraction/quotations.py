"""Words of one document that a page or a letter quotes: `Tại Điều 10 Thông tư A quy định: “3. Sửa đổi Điều 18 B ...”`.

What the quoted words command, the quoted document does; the page and the letter do nothing by them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from loaders.extraction.reading import Link

if TYPE_CHECKING:
    from loaders.extraction.reading import Reading
    from loaders.extraction.sentences import Block

_SAYS: Final = (
    r"(?<!\w)(?:quy định|qui định|nêu|hướng dẫn|ghi|có nội dung)(?: rõ| cụ thể| chi tiết)?"
    r"(?: (?:về|đối với) [^:;.“”\"]{2,140})?(?: như sau)?\s*:\s*"
)
_LEAD: Final = re.compile(rf"{_SAYS}$")
_WITHIN: Final = re.compile(rf"[^“”\"]{{0,200}}?{_SAYS}$")
_OPENED: Final = re.compile(r"\s{0,9}(?P<mark>[“\"])")
_BEGINS: Final = re.compile(r"[\s.…]*(?:[“\"][\s.…]*)?(?:(?:điều |khoản )?\d{1,3}[a-zđ]?[.):]?\s*|[a-zđ][.)]\s*)?")
_ITEM: Final = re.compile(r"(?<=: )[“\"]\s*(?:Điều \d|Khoản \d|\d{1,2}[.)] |[a-zđ]\) )")
_ARTICLE: Final = re.compile(r"\s{0,9}(?:Điều \d{1,3}[a-zđ]?\s?[.:]|\d{1,2}\. )")
_ANSWERS: Final = re.compile(
    r"\W*(?:như vậy|theo đó|theo|căn cứ|đồng thời|ngoài ra|do đó|vì vậy|tóm lại|đối chiếu|bên cạnh đó|mặt khác"
    r"|trên đây|lưu ý|từ (?:quy định|những)|tại|qua đó|có thể thấy|trên cơ sở)(?!\w)|-"
)
"""What a page goes on with in its own words behind an article that it gives."""
_LETTERS: Final = frozenset({"CV", "TB", "BC", "HD", "TTr"})
"""Types of what quotes others, and commands nothing about their validity."""
_REACH: Final = 220
_LONGEST: Final = 6_000


class Quotations:
    """Whose words the blocks of a text quote."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.node: int | None = None
        self.end = 0
        self.article: int | None = None  # whose article the page gives without quotation marks
        self.told: int | None = None  # the document that the line above ends its words on: `Căn cứ Thông tư A:`
        own = reading.grouping.own
        self.possible = own is None or reading.type_of(own) in _LETTERS

    def enter(self, block: Block) -> int | None:
        """The document whose words a block gives; None where nobody's are quoted."""
        if self.node is not None and block.start >= self.end:
            self.node = None
        fold = self.reading.fold
        if self.article is not None and (fold[block.end - 1] == "?" or _ANSWERS.match(fold, block.start, block.end)):
            self.article = None
        return self.node

    def cited(self, block: Block) -> Link | None:
        """What is told of a document that a given article names: `Căn cứ Điều 5 D quy định như sau:`, D cites it."""
        return None if self.article is None else Link(self.article, "cites", "speech", "quy định", block.body)

    def note(self, block: Block) -> None:
        """Note what a block that has been read says of the words below it."""
        if not self.possible or self.node is not None:
            return
        fold, text = self.reading.fold, self.reading.text
        if fold[block.end - 1] != ":":
            self.told = None
            return
        said = _LEAD.search(fold, max(block.body, block.end - _REACH), block.end)
        node = self._named(block)
        node = self.told if node is None and said else node
        mark = _OPENED.match(text, block.end) if said else None
        if mark is not None and node is not None:
            close = text.find("”" if mark["mark"] == "“" else '"', mark.end(), mark.end() + _LONGEST)
            self.node, self.end = node, close if close >= 0 else mark.end() + _LONGEST // 2
        elif said and self.reading.grouping.own is None and _ARTICLE.match(text, block.end):
            self.article = node if self._parted(block, node) else None
        self.told = node

    def _parted(self, block: Block, node: int | None) -> bool:
        """Whether the block cites a part of the document: `Căn cứ khoản 2 Điều 5 D quy định như sau:`."""
        reading = self.reading
        low, high = (bisect_left(reading.starts, at) for at in (block.body, block.end))
        return any(reading.references[i].provision and reading.node(i) == node for i in range(low, high))

    def _named(self, block: Block) -> int | None:
        """The first document that the last sentence of a block names, but for the text's own."""
        reading = self.reading
        stop = reading.fold.rfind(". ", block.body, block.end)
        low = bisect_left(reading.starts, block.body if stop < 0 else stop)
        high = bisect_left(reading.starts, block.end)
        nodes = (reading.node(i) for i in range(low, high))
        return next((n for n in nodes if n is not None and n != reading.own and n not in reading.plans), None)


def commands(reading: Reading, start: int) -> bool:
    """Whether the quoted words at `start` are an article or item that a page or a letter gives: `quy định: “3. Sửa`."""
    own = reading.grouping.own
    free = own is None or reading.type_of(own) in _LETTERS
    return free and _ITEM.match(reading.text, start) is not None


def says(between: str) -> bool:
    """Whether what follows `between` is what the document before it says: `(D) của Bộ Y tế quy định: (“...)`."""
    return _WITHIN.fullmatch(between) is not None


def begins(lead: str) -> bool:
    """Whether a clause of quoted words begins behind `lead`: nothing, or the number of its article."""
    return _BEGINS.fullmatch(lead) is not None
