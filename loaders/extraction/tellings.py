"""What a page lists as told at an event, where the list stands in paragraphs of its own.

`Tại hội nghị, các đại biểu được quán triệt các văn bản sau:` above items, `... triển khai 2 nghị quyết. Cụ thể: A; B`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction.lexicon import begins
from loaders.extraction.sentences import PLAIN

if TYPE_CHECKING:
    from loaders.extraction.grammar import Machine
    from loaders.extraction.reading import Link, Reading
    from loaders.extraction.sentences import Block

_WHAT: Final = re.compile(
    begins("văn bản|nghị quyết|kết luận|chỉ thị|quy định|luật|nghị định|thông tư|nội dung|chuyên đề") + r"(?!\w)"
)
_NAMELY: Final = re.compile(r"\W*(?:cụ thể|gồm|bao gồm|đó là|trong đó|các văn bản)(?: là| gồm| có)?[^;.:]{0,40}:")
_HEARD: Final = re.compile(r"\W*(?:(?:tại|trong) (?:hội nghị|buổi|lớp)|hội nghị)[^;:.]{0,60} nghe(?!\w)")
_LONGEST: Final = 700


class Telling:
    """Which activity the blocks go on telling of: none until a block says what was made known at an event."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.link: Link | None = None
        self.level: int | None = None  # of the items of the list
        self.open = False  # whether a list has been opened and not closed

    def possible(self, block: Block) -> bool:
        """Whether a block that names no document may open a list of what was told."""
        reading = self.reading
        if reading.own is not None or block.end - block.body > _LONGEST:
            return False
        held = reading.acts or (reading.gathering is not None and reading.gathering[1] < block.end)
        if not held and _HEARD.match(reading.fold, block.body, block.end) is None:
            return False
        return _WHAT.search(reading.fold, block.body, block.end) is not None

    def carry(self, block: Block, machine: Machine, *, item: bool) -> None:
        """Let `machine` read a block as more of what was told: an item of the list, or what says `Cụ thể: ...`."""
        if self.link is None or self.reading.own is not None:
            return
        listed = item and self.open and self.level in {None, block.level}
        if listed or _NAMELY.match(self.reading.fold, block.body, block.end):
            machine.events.report = machine.events.told = self.link
            self.level = block.level if listed else None

    def note(self, block: Block, machine: Machine) -> None:
        """Remember what the block has told, and whether more is to come."""
        self.link = machine.events.told
        if self.link is None:
            self.level = None
        goes_on = self.reading.text[block.end - 1] in ":;," or (self.level is not None and block.level < PLAIN)
        self.open = self.link is not None and goes_on
