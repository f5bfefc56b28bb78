"""What a page lists as asked for, in paragraphs below the words that ask: nothing of it has been done yet.

`Theo Công văn A, Thành ủy yêu cầu:` above them says besides whose words they give: what they name, A names.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from loaders.extraction import moods, passages, promulgation
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
# What a letter orders, told without saying again who does: `Yêu cầu các sở làm theo B`, below `ban hành Công văn A`.
_SUBJECTLESS: Final = re.compile(
    r"\W*(?:(?:cùng với đó|đồng thời|bên cạnh đó|ngoài ra|trong đó|theo đó|cụ thể)\W+)?"
    r"(?:(?:yêu cầu|đề nghị|giao|chỉ đạo) (?=các(?!\w)|toàn |mỗi |từng |thủ trưởng|người đứng đầu|cơ quan|đơn vị"
    r"|ban (?:quản|chỉ|tổ|tuyên|dân|nội|thường|văn)|sở |bộ |ủy ban|ubnd|chủ tịch|giám đốc|công an"
    r"|phòng |tổ chức |cán bộ|cục |chi cục|văn phòng|đảng ủy|hội )"
    r"|tiếp tục (?:thực hiện|triển khai|tăng cường|quán triệt)(?!\w)(?![^.;]{0,400} đã ))"
)
# What is laid on others, told in the next paragraphs: `Sở Y tế được giao sửa đổi B`, below `Theo Kết luận A, X giao`.
_CHARGED: Final = re.compile(
    r"(?!\W*(?:trước đó|cùng ngày|ngày \d|năm \d|từ )|[^.;:]{0,200}(?<!\w)(?:đã|vừa|từng)(?!\w))[^.;:]{3,160}? "
    r"(?:được (?:giao|phân công)|(?:chỉ đạo|yêu cầu|giao) (?:các|cho)|có (?:trách nhiệm|nhiệm vụ))(?!\w)"
)
_LETTERS: Final = frozenset({"CV", "CĐ", "CT", "TB"})
_NEAR: Final = 60
_BELOW: Final = 5
"""So many paragraphs below the one that tells of a letter may say what it orders."""
_REACH: Final = 200
_MOST: Final = 30
"""So many paragraphs are read as asked for at most."""


class Orders:
    """Whether the paragraphs that come are a list of what is asked for, and by which document."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.left = 0
        self.link: Link | None = None
        self.letter: Link | None = None  # the letter that a paragraph has told to be sent
        self.below = 0
        self.lays = False  # whether that letter was told to lay tasks on others, one by one

    def waits(self) -> bool:
        """Whether a block may be asked for, or tell of a letter: any of a page, what a list asks for of the rest."""
        return self.left > 0 or self.reading.asked or self.reading.own is None

    def enter(self, block: Block) -> Link | None:
        """Before a block is read: what the documents it names are told of, where it lists what a document asks for."""
        reading = self.reading
        if self.left and (reading.own is not None or _AGAIN.match(reading.fold, block.body, block.end)):
            self.left, self.link = 0, None
        reading.asked = self.left > 0
        self.below -= 1
        asks = _CHARGED if self.lays else _SUBJECTLESS
        goes_on = self.below > 0 and asks.match(reading.fold, block.body, block.end)
        link = self.letter if goes_on and self.link is None else self.link
        self.sent(block)
        return link

    def sent(self, block: Block) -> None:
        """Note the letter that a page tells to be sent in a sentence of its own: `UBND tỉnh ban hành Công văn A`."""
        reading = self.reading
        if reading.own is not None:
            return
        low, high = (bisect_left(reading.starts, at) for at in (block.body, block.end))
        issued = (i for i in range(low, high) if self._put_out(block, i))
        place = next(issued, None)
        node = None if place is None else reading.node(place)
        if place is not None and node is not None:
            self.letter, self.below = Link(node, "cites", "speech", "yêu cầu", block.end), _BELOW
            self.lays = False
        elif (laid := self._asker(block)) is not None and self._lays(block, laid):
            self.letter, self.below, self.lays = laid, _BELOW, True

    def _lays(self, block: Block, laid: Link) -> bool:
        """Whether a block says what a document lays on others: `Theo Kết luận A, Bộ Chính trị giao Sở X ...`."""
        fold = self.reading.fold
        stop = fold.find(". ", laid.at, block.end)
        stop = min(block.end if stop < 0 else stop, laid.at + _REACH)
        charged = passages.orders(fold[laid.at : stop].rstrip(" ."))
        return charged and not moods.has(fold, block.body, laid.at + _NEAR, ("denied", "planned"))

    def _put_out(self, block: Block, place: int) -> bool:
        """Whether the document at `place` is a letter with a number that its sentence tells to be put out."""
        reading, reference = self.reading, self.reading.references[place]
        at = reading.at(place)
        left = reading.fold[max(block.body, at - _NEAR) : at]
        told = reference.number is not None and reference.type in _LETTERS and promulgation.issued(left)
        return told and not moods.has(reading.fold, max(block.body, at - _REACH), at, moods.UNDONE)

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
