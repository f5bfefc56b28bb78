"""What a page lists as asked for, in paragraphs below the words that ask: nothing of it has been done yet.

`Theo Công văn A, Thành ủy yêu cầu:` above them says besides whose words they give: what they name, A names.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from loaders.extraction.reading import LAWS, Link

if TYPE_CHECKING:
    from loaders.extraction.reading import Reading
    from loaders.extraction.sentences import Block

_ASKS: Final = re.compile(r"(?<!\w)(?:yêu cầu|đề nghị|chỉ đạo|giao nhiệm vụ|lưu ý|nhấn mạnh)(?!\w)[^.;:]{0,140}:\s*$")
_BY: Final = re.compile(r"\W*(?:theo|tại|trong)(?: nội dung| tinh thần)?\s*")
_AGAIN: Final = re.compile(
    r"\W*(?:tại|phát biểu|kết luận|cũng|trước đó|cùng ngày|sáng|chiều|tối|ngày \d|dịp này"
    r"|theo (?:báo cáo|thống kê))(?!\w)"
    r"|[^.;:]{0,120}(?<!\w)(?:đã|vừa)(?!\w)"
)
_REACH: Final = 200
_MOST: Final = 30
"""So many paragraphs are read as asked for at most."""


class Orders:
    """Whether the paragraphs that come are a list of what is asked for, and by which document."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.left = 0
        self.link: Link | None = None

    def enter(self, block: Block) -> Link | None:
        """Before a block is read: what the documents it names are told of, where it lists what a document asks for."""
        reading = self.reading
        if self.left and (reading.own is not None or _AGAIN.match(reading.fold, block.body, block.end)):
            self.left, self.link = 0, None
        reading.asked = self.left > 0
        return self.link

    def leave(self, block: Block) -> None:
        """After it: whether it asks for what the next ones say."""
        reading = self.reading
        if self.left:
            self.left -= 1
        if reading.own is not None or reading.text[block.end - 1] != ":":
            return
        if _ASKS.search(reading.fold, max(block.body, block.end - _REACH), block.end):
            self.left, self.link = _MOST, self._asker(block) or self.link

    def _asker(self, block: Block) -> Link | None:
        """The document that asks, if the block opens with it: `Theo Công văn A, ... yêu cầu:`."""
        references = self.reading.references
        place = bisect_left(self.reading.starts, block.body)
        if place == len(references) or references[place].start >= block.end:
            return None
        lead = _BY.fullmatch(self.reading.fold, block.body, references[place].start)
        node = self.reading.node(place) if lead and references[place].type not in LAWS else None
        return None if node is None else Link(node, "cites", "speech", "theo", references[place].end)
