"""Pages that print an instrument: from `Nội dung Chỉ thị như sau:` on its own text speaks."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from loaders.extraction.deferred import deferred
from loaders.extraction.grounds import BODY, GROUNDS, OPENING, ground
from loaders.extraction.sentences import PLAIN
from loaders.extraction.typenames import INSTRUMENT, code_of

if TYPE_CHECKING:
    from loaders.extraction.reading import Reading
    from loaders.extraction.sentences import Block

_WORD: Final = rf"(?:của )?(?:bản )?(?P<word>{INSTRUMENT})(?!\w)"
_GIVEN: Final = deferred(
    rf"(?:(?<!\w)nội dung (?:cụ thể |chi tiết |toàn văn )?{_WORD}[^.;:]{{0,200}}? như sau"
    rf"|(?<!\w)(?:là|giới thiệu|đăng|đăng tải|trích đăng|nguyên) (?:nội dung )?(?:toàn|nguyên) văn (?:nội dung )?"
    rf"{_WORD.replace('word', 'other')}[^.;:]{{0,200}}?)\s*[.:]?\s*$"
)
# Without its type, where the first heading of the text follows: `ban hành Nghị quyết A. Nội dung như sau:`.
_FOLLOWS: Final = deferred(r"(?<!\w)nội dung(?: cụ thể| chi tiết| toàn văn)? như sau\s*[.:]\s*$")
_HEADING: Final = deferred(r"\s*(?:I|A)\s?[.)/-]\s?(?P<words>[^\W\d_][^\n]{3,120})")
_TELLS: Final = (" như sau", "toàn văn", "nguyên văn")
_REACH: Final = 420
_BEFORE: Final = 100


class Printed:
    """Which instrument's text the blocks of a page give that is itself no instrument: none until it says so."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.node: int | None = None
        # Whether a text that is no instrument's own may print one.
        self.possible = reading.grouping.own is None and any(words in reading.fold for words in _TELLS)
        self.opened = True  # whether the instrument's sections have not begun

    def zone(self, block: Block) -> str:
        """The zone of a block of the instrument's text, which has no letterhead: grounds and opening, then its body."""
        grounded = ground(self.reading, block.body) is not None
        if block.level < PLAIN and not grounded:
            self.opened = False
        if not self.opened:
            return BODY
        return GROUNDS if grounded else OPENING

    def announced(self, block: Block) -> None:
        """Note the instrument whose text a block says is given below it."""
        reading = self.reading
        if self.node is not None or not self.possible:
            return
        match = _GIVEN.search(reading.fold, max(block.body, block.end - _REACH), block.end)
        if match is not None:
            self.node = self._named(code_of(match["word"] or match["other"]), block)
        elif reading.topic is not None and block.start <= reading.topic_at < block.end and self._headed(block):
            self.node = reading.topic

    def _headed(self, block: Block) -> bool:
        """Whether the block ends with `Nội dung như sau:`, and a heading in capitals begins the next."""
        if _FOLLOWS.search(self.reading.fold, max(block.body, block.end - _REACH), block.end) is None:
            return False
        heading = _HEADING.match(self.reading.text, block.end)
        return heading is not None and heading["words"].isupper()

    def _named(self, code: str, block: Block) -> int | None:
        """The one document of a type that the block names, else the page's topic, else the one that it has named."""
        reading = self.reading
        low, high = (bisect_left(reading.starts, at) for at in (block.start, block.end))
        for first in (low, max(0, low - _BEFORE)):
            nodes = {reading.node(i) for i in range(first, high) if reading.references[i].type == code} - {None}
            nodes -= reading.plans
            if len(nodes) == 1:
                return nodes.pop()
            if reading.topic is not None and reading.type_of(reading.topic) == code:
                return reading.topic
        return None
