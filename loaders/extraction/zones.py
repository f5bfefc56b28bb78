"""The zones of an instrument's own text: its title, its grounds or opening, and its body."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from loaders.extraction.grounds import BODY, GROUNDS, OPENING, TITLE, ground
from loaders.extraction.lexicon import table
from loaders.extraction.sentences import ARTICLE, PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.extraction.reading import Reading
    from loaders.extraction.sentences import Block

_ARTICLES: Final = ("điều", "chương", "i.", "phần", "mục")
_TYPES: Final = frozenset(row["word"] for row in table("types"))


def zones(reading: Reading, found: list[Block]) -> list[str]:
    """The zone of each block: of a text that is no instrument's own, all is body."""
    if reading.own is None or detached(reading):
        return [BODY] * len(found)
    first = next((i for i in _lines(reading, found) if not _title(reading, found, i)), None)
    body = _body(reading, found, first)
    marks = [BODY] * len(found)
    head = next((r.start for r in reading.references if r.kind == "own" and r.number is not None), -1)
    other, before = OPENING if first is None else GROUNDS, TITLE
    for i, block in enumerate(found[:body]):
        begins = before == TITLE or block.start <= head < block.end
        titled = begins and (first is None or i < first) and reading.text[block.end - 1] not in ".;:"
        before = marks[i] = TITLE if titled else other
    return marks


def detached(reading: Reading) -> bool:
    """Whether the text is an annex without its instrument, known by `(Kèm theo Thông tư số ...)` under its title."""
    own = (r for r in reading.references if r.kind == "own" and r.number is not None)
    return any(reading.fold.endswith("kèm theo ", 0, r.start) for r in own)


def _lines(reading: Reading, found: list[Block]) -> Iterator[int]:
    """The blocks that open as grounds do: paragraphs, and, before any item, lines like `- Căn cứ Điều lệ Đảng;`."""
    dashed = True
    for i, block in enumerate(found):
        plain = block.level == PLAIN
        opens = (plain or dashed) and ground(reading, block.body) is not None
        dashed = dashed and (plain or (opens and reading.fold.startswith("căn cứ ", block.body)))
        if opens and (dashed or plain):
            yield i


def _title(reading: Reading, found: list[Block], place: int) -> bool:
    """Whether a block stands right under the word for the type, as a title: it opens with a verb as a ground does."""
    if place == 0 or reading.text[found[place].end - 1] in ".;:,":
        return False
    above = found[place - 1]
    return reading.text[above.start : above.end].isupper() and reading.fold[above.start : above.end] in _TYPES


def _resumed(reading: Reading, found: list[Block], first: int | None) -> int:
    """The last ground before the articles of a consolidated text: an editor's note at the foot of a page parts them."""
    last = -1
    if reading.principal is None or first is None:
        return last
    for i, block in enumerate(found):
        if block.level <= ARTICLE and reading.fold.startswith(_ARTICLES, block.start):
            break
        if block.level == PLAIN and reading.fold.startswith("căn cứ ", block.start):
            last = i
    return last


def _body(reading: Reading, found: list[Block], first: int | None) -> int:
    """The index of the block that the body begins with."""
    fold = reading.fold
    addressed = False
    resumed = _resumed(reading, found, first)
    for i, block in enumerate(found):
        if block.level == PLAIN:
            addressed = fold.startswith("kính gửi", block.body) or (
                fold[block.end - 1] == ":" and fold.endswith(("điện:", "điện :", "bởi:"), block.body, block.end)
            )
            continue
        if addressed and block.level > ARTICLE:
            continue  # one of those a letter is sent to
        if block.level <= ARTICLE and fold.startswith(_ARTICLES, block.start):
            return i
        if first is not None:
            if i > max(first, resumed) and block.level < PLAIN and ground(reading, block.body) is None:
                return i
        elif i > 0 and block.level < PLAIN:
            return i
    return len(found)
