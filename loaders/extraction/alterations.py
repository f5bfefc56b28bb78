"""What an instrument alters in another: its articles and items as statements, one for each part that is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from loaders.extraction import parts, provisions
from loaders.extraction.sentences import QUOTED
from loaders.extraction.state import CHANGES, FILLS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.extraction.reading import Reading, Statement
    from loaders.extraction.sentences import Block

_MOST: Final = 24
"""More changed documents than these in one block are not asked for their parts."""

_NEAR: Final = 1_600
"""Code points before a document in which the quotation opens that holds it."""


class Alterations:
    """Keeps the parts that the items above a block name, under which its own stand."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.outer: list[tuple[int, str]] = []

    def leave(self, block: Block) -> None:
        """Forget the items that end before `block`."""
        while self.outer and block.level <= self.outer[-1][0]:
            self.outer.pop()

    def read(self, block: Block, change: Statement | None, told: list[Statement]) -> list[Statement]:
        """The parts that `block` changes: of the documents of its statements `told`, else of that of `change`."""
        if block.level >= QUOTED:
            return []
        own = self.reading.own
        mine = [s for s in told if s.head == own and not s.quoted and not self.quotes(block, s)]
        here = [s for s in mine if s.predicate in CHANGES]
        filled = [s for s in mine if s.predicate in FILLS]
        if filled:
            return list(self.filled(block, filled[:_MOST]))
        if here:
            return list(self.before(block, here[:_MOST]))
        return [] if change is None else list(self.items(block, change))

    def goes_on(self, block: Block, statement: Statement) -> bool:
        """Whether what a statement changes is what the items below `block` go on to change."""
        changes = statement.predicate in CHANGES and statement.link.rule != "list"
        return changes and not self.quotes(block, statement)

    def quotes(self, block: Block, statement: Statement) -> bool:
        """Whether the document of a statement stands in the words that an item gives: `như sau: “2. Bãi bỏ D”`."""
        at = self.reading.references[statement.tail_at].start
        low = max(block.start, at - _NEAR)
        return self.reading.text.rfind("“", low, at) > self.reading.text.rfind("”", low, at)

    def items(self, block: Block, change: Statement) -> Iterator[Statement]:
        """`1. Bổ sung khoản 3 vào Điều 7`: parts of what the article changes or mends."""
        fold, text = self.reading.fold, self.reading.text
        corrects = change.predicate == "corrects"
        if not corrects and not parts.may_change(fold, block):
            return
        for part in parts.mended(fold, block) if corrects else parts.changed(fold, text, block):
            outer = self.outer[-1][1] if self.outer else change.provision
            shown = provisions.inside(outer, part) if outer else part
            self.outer.append((block.level, shown))
            yield change._replace(provision=shown)

    def filled(self, block: Block, told: list[Statement]) -> Iterator[Statement]:
        """Parts that the instrument fills in, named before the document."""
        at = block.body
        for statement in sorted(told, key=lambda s: s.tail_at):
            reference = self.reading.references[statement.tail_at]
            if at <= reference.start < block.end:
                for part in parts.filled(self.reading.fold, self.reading.text, at, reference.start):
                    yield statement._replace(provision=part)
                at = max(reference.stop, reference.end)

    def before(self, block: Block, told: list[Statement]) -> Iterator[Statement]:
        """Parts named before each document that the block changes, and after it where it is the only one."""
        fold, text, references = self.reading.fold, self.reading.text, self.reading.references
        at = block.body
        tails = {s.tail_at: s for s in reversed(told) if s.predicate != "suspends"}
        for place in sorted(tails):
            reference = references[place]
            if block.start <= at <= reference.start < block.end:
                found = list(parts.named(fold, text, at, reference.start))
                self.outer += [(block.level, part) for part in found[-1:] if len(tails) == 1]
                yield from (tails[place]._replace(provision=part) for part in found)
                at = max(reference.stop, reference.end)
        if len(tails) == 1 and at > block.body:
            for part in parts.listed(fold, text, at, block.end):
                yield next(iter(tails.values()))._replace(provision=part)
