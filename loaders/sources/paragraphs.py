"""From the printed lines of a paged file to paragraphs: what was one sentence on paper is one line of text.

A printer breaks a line where the next word no longer fits. So a line goes on in the next one where the next one's
first word would not have fitted behind it; a paragraph ends where it would have, where the next line is indented or set
off by more than the usual space, or where it opens with the mark of a new part (`Điều 5.`, `a)`, `-`). A citation
broken at its hyphen or stroke (`49-` / `KL/TW`) is joined without a space. Lengths are in points, from the top.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

MARK: Final = re.compile(
    r"(?:Điều|ĐIỀU)\s+\d+[a-zđ]?\s*[.:]|(?:Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN|Phụ lục|PHỤ LỤC)\s+[IVXLC\d]+\s*(?:[.:]|$)|"
    r"\d{1,3}(?:\.\d{1,3})*\s*[.)]\s|[a-zđ]\s*\)|[IVX]{1,5}\s*\.\s|[-–—+•*]\s|"
    r"(?:Căn cứ|Nơi nhận|Kính gửi|Xét|Theo đề nghị)\b"
)
GLUE_BEFORE: Final = re.compile(r"(?:\d[-–/]|\w/)$")
GLUE_AFTER: Final = re.compile(r"[-–/][A-ZĐ]")
# What can only end something: pdfium sets it apart after a raised figure.
TAIL: Final = re.compile(r"[;,.:)]+(?:\s|$)")
ENDS: Final = re.compile(r"[.;:!?][”\"»)]?$|\./\.?$")
NUMBER: Final = re.compile(r"\d+")
PAGE_NUMBER: Final = re.compile(r"(?i)(?:trang\s*)?[-–—\s]*\d{1,4}\s*(?:[/|]\s*\d{1,4})?[-–—\s]*")
# A gazette prints its name at the head of every page.
GAZETTE: Final = re.compile(r"(?:\d+\s+)?CÔNG BÁO\s*/.{0,60}")
# How deep the bands are, above and below, in which heads and feet stand, as shares of the height of the page.
BAND: Final = 0.085
INDENT: Final = 9.0
WIDE_GAP: Final = 1.4
# Words on one baseline that the file keeps apart are cells or columns.
SAME_BASELINE: Final = 2.0


class Line(NamedTuple):
    """One printed line: its words, where it begins and ends, its baseline, and the width of its first word."""

    words: str
    left: float
    right: float
    base: float
    first: float


class Sheet(NamedTuple):
    """One printed page: its size and its lines from top to bottom."""

    width: float
    height: float
    lines: tuple[Line, ...]


class Flow(NamedTuple):
    """The text of all pages, and the offset at which each begins."""

    content: str
    pages: tuple[int, ...]


def flow(sheets: list[Sheet]) -> Flow:
    """The pages as one text, a paragraph a line, without running heads, feet and page numbers.

    A sentence that runs over the end of a page is joined too; the page then begins in the middle of a line.
    """
    repeated = _repeated(sheets)
    bodies = [_body(sheet, repeated) for sheet in sheets]
    all_lines = [line for body in bodies for line in body]
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    last: Line | None = None
    for sheet, lines in zip(sheets, bodies, strict=True):
        measures = _measures(sheet, lines if _long(sheet, lines) else all_lines)
        starts.append(length)
        for index, line in enumerate(lines):
            between = _between(last, line, measures, turned=index == 0) if last else ""
            if index == 0:
                starts[-1] += len(between)
            parts += [between, line.words]
            length += len(between) + len(line.words)
            last = line
    return Flow("".join(parts), tuple(starts))


class _Measures(NamedTuple):
    """What is usual on a page: where its text begins and ends, the space of a word, the step from line to line."""

    left: float
    right: float
    step: float


def _long(sheet: Sheet, lines: list[Line]) -> list[float]:
    """Where the lines of more than half the width end, in order; none where they are too few to tell a margin by."""
    long = sorted(line.right for line in lines if line.right - line.left > sheet.width / 2)
    return long if len(long) > 2 else []


def _measures(sheet: Sheet, lines: list[Line]) -> _Measures:
    """The measures of a page by its lines; by its edges where no line is long."""
    long = _long(sheet, lines)
    left = Counter(round(line.left) for line in lines).most_common(1)
    wide = [line for line in lines if line.right - line.left > sheet.width / 2] if long else lines
    steps = [below.base - above.base for above, below in pairwise(wide) if below.base - above.base > SAME_BASELINE]
    return _Measures(
        left=left[0][0] if left else 0.0,
        right=long[int(0.8 * len(long))] if long else sheet.width * 0.88,
        step=median(steps) if steps else sheet.height,
    )


def _between(above: Line, below: Line, usual: _Measures, *, turned: bool) -> str:
    """What stands between two lines: nothing inside a citation, a space inside a paragraph, else a new line."""
    if TAIL.match(below.words):
        return ""
    gap = 0.0 if turned else below.base - above.base
    if (gap < SAME_BASELINE and not turned) or gap > 3 * usual.step:
        return "\n"
    if GLUE_AFTER.match(below.words) and above.words[-1:].isdigit():
        return ""
    if MARK.match(below.words) or not _goes_on(above, below, usual, gap):
        return "\n"
    return "" if GLUE_BEFORE.search(above.words) else " "


def _goes_on(above: Line, below: Line, usual: _Measures, gap: float) -> bool:
    """Whether the paragraph of one line goes on in the next."""
    if GLUE_BEFORE.search(above.words):
        return True
    if below.words[:1].islower() and not ENDS.search(above.words):
        return True
    if gap > WIDE_GAP * usual.step or above.left > (usual.left + usual.right) / 2:
        return False
    if above.words.isupper() and below.words.isupper() and _centred(above, usual) and _centred(below, usual):
        return not _would_fit(above, below, usual)
    indented = below.left > usual.left + INDENT
    if indented and (below.left > above.left + INDENT or ENDS.search(above.words)):
        return False
    return not _would_fit(above, below, usual)


def _would_fit(above: Line, below: Line, usual: _Measures) -> bool:
    """Whether the first word of a line would have fitted at the end of the one above; centred lines by their width."""
    space = 3.0
    end = usual.left + (above.right - above.left) if _centred(above, usual) else above.right
    return end + space + below.first <= usual.right


def _centred(line: Line, usual: _Measures) -> bool:
    """Whether a line stands in the middle, away from the left edge."""
    middle = (usual.left + usual.right) / 2
    return line.left > usual.left + 2 and abs((line.left + line.right) / 2 - middle) < INDENT


def _body(sheet: Sheet, repeated: frozenset[str]) -> list[Line]:
    """The lines of a page that are neither head, foot nor page number."""
    return [line for line in sheet.lines if not (_in_band(sheet, line) and _is_furniture(line.words, repeated))]


def _in_band(sheet: Sheet, line: Line) -> bool:
    """Whether a line stands where heads and feet do."""
    return line.base < BAND * sheet.height or line.base > (1 - BAND) * sheet.height


def _is_furniture(words: str, repeated: frozenset[str]) -> bool:
    """Whether words in the bands are a page number, a gazette's head, or repeat from page to page."""
    return bool(PAGE_NUMBER.fullmatch(words) or GAZETTE.fullmatch(words) or _shape(words) in repeated)


def _shape(words: str) -> str:
    """What stays the same of a head from page to page: its letters without its numbers."""
    return " ".join(NUMBER.sub("", words).split())


def _repeated(sheets: list[Sheet]) -> frozenset[str]:
    """The shapes that stand in the bands of several pages: of two, or of a third of a long file."""
    seen = Counter(
        shape
        for sheet in sheets
        for shape in {_shape(line.words) for line in sheet.lines if _in_band(sheet, line)}
        if shape
    )
    enough = max(2, len(sheets) // 3)
    return frozenset(shape for shape, count in seen.items() if count >= enough)
