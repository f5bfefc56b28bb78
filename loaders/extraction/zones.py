"""The zones of an instrument's own text: its title, the grounds it cites, and its body; and what a ground's first words say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction.grammar import BODY, GROUNDS, TITLE
from loaders.extraction.reading import Link
from loaders.extraction.sentences import ARTICLE, PLAIN

if TYPE_CHECKING:
    from loaders.extraction.reading import Reading
    from loaders.extraction.sentences import Block

_LEAD: Final = re.compile(
    r"[\W\d]*(?:(?P<basedOn>(?:căn cứ|căn cứ vào|căn cứ theo|trên cơ sở|theo(?= (?:nghị|luật|pháp|quyết|chỉ|thông|kết)))(?!\w))"
    r"|(?P<cites>(?:xét|theo đề nghị|theo đề xuất|sau khi|được sự|theo ý kiến)(?!\w))"
    r"|(?P<implements>(?:(?:để|nhằm|tiếp tục) )?(?:tổ chức )?(?:triển khai thực hiện|thực hiện|triển khai thi hành|triển khai|thi hành|cụ thể hóa|thể chế hóa)(?!\w)))"
)
_ENACTING: Final = re.compile(r"\W*(?:quyết định|quyết nghị|chỉ thị|nghị quyết|thông tư)\W*$")


def ground(reading: Reading, position: int) -> Link | None:
    """What the words at `position` of a preamble say of the documents that follow; None where they open no ground."""
    match = _LEAD.match(reading.fold, position)
    if match is None or reading.own is None or match.lastgroup is None:
        return None
    return Link(reading.own, match.lastgroup, "ground", match.group(match.lastgroup), match.end())


def zones(reading: Reading, found: list[Block]) -> list[str]:
    """The zone of each block: of a text that is no instrument's own, all is body."""
    if reading.own is None:
        return [BODY] * len(found)
    first = next((i for i, b in enumerate(found) if ground(reading, b.body) is not None and b.level == PLAIN), None)
    body = _body(reading, found, first)
    marks = [BODY] * len(found)
    for i in range(body):
        titled = first is None or i < first
        marks[i] = TITLE if titled and reading.text[found[i].end - 1] not in ".;:" else GROUNDS
    return marks


def _body(reading: Reading, found: list[Block], first: int | None) -> int:
    """The index of the block that the body begins with."""
    for i, block in enumerate(found):
        if block.level <= ARTICLE and reading.fold.startswith(("điều", "chương", "i.", "phần", "mục"), block.start):
            return i
        if first is not None and i > first and block.level < PLAIN and ground(reading, block.body) is None:
            return i
        if first is None and block.level < PLAIN and i > 0 and reading.text[found[i - 1].end - 1] in ".:":
            return i
    return len(found) if first is not None else min(1, len(found))
