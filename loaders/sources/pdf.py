"""PDF with a text layer, by pypdfium2: paragraphs joined from printed lines, with the page of every offset.

Scans are told apart, not read: a page without letters is named in a note, and a file of such pages is refused.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import Any, Final

from loaders.sources.formats import Content, Format
from loaders.sources.headings import title_of
from loaders.sources.letterhead import DEPTH, by_columns, motto_at
from loaders.sources.paragraphs import Flow, Line, Sheet, flow
from loaders.text import PUT_RIGHT, recode, reread
from ontology.errors import SourceError

MAX_PAGES: Final = 5000
# Between the columns of a letterhead, in points; the spaces of justified words stay below.
WIDE: Final = 14.0
GAP: Final = re.compile(" +")
# What pdfium writes for a hyphen at the end of a line.
HYPHENS: Final = str.maketrans({"\x02": "-", "\ufffe": "-"})


def read(data: bytes) -> Content:
    """The text of a PDF; raises SourceError where it is damaged, locked, or holds pictures only."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _refusal(error) from error
    try:
        return _content(document)
    finally:
        document.close()


def _refusal(error: Exception) -> SourceError:
    """The error for a file that pdfium would not open."""
    if "assword" in str(error):
        return SourceError("this PDF is encrypted; remove its password first")
    return SourceError("this PDF is damaged and cannot be opened; fetch or export it again")


def _content(document: Any) -> Content:  # noqa: ANN401 - pypdfium2 has no types
    """The content of an opened PDF."""
    if len(document) > MAX_PAGES:
        raise SourceError(f"this PDF has {len(document)} pages, more than {MAX_PAGES}; split it")
    sheets = [_sheet(document, number) for number in range(len(document))]
    blank = [number for number, sheet in enumerate(sheets, 1) if not sheet.lines]
    if len(blank) == len(sheets):
        raise SourceError(
            "this PDF is a scan without a text layer; scans (OCR) are not built in yet: recognise its text first"
        )
    flowed = flow(sheets)
    decoded = recode(flowed.content)
    notes = [f"page {number} has no text layer (a picture?) and was not read" for number in blank]
    return Content(
        content=decoded.content,
        media_type="application/pdf",
        encoding=decoded.encoding,
        title=title_of(decoded.content),
        pages=_moved(flowed, decoded.encoding),
        notes=(*notes, *decoded.notes),
    )


def _moved(flowed: Flow, encoding: str) -> tuple[int, ...]:
    """Where the pages begin once old letters are put right: VNI has two where Unicode has one."""
    if not encoding.startswith(PUT_RIGHT):
        return flowed.pages
    bounds = pairwise((*flowed.pages, len(flowed.content)))
    old = encoding.removeprefix(PUT_RIGHT)
    lengths = [len(reread(flowed.content[begin:end], old)) for begin, end in bounds]
    return tuple(accumulate(lengths[:-1], initial=0))


def _sheet(document: Any, number: int) -> Sheet:  # noqa: ANN401 - pypdfium2 has no types
    """One page as printed lines; a page that cannot be read has none."""
    import pypdfium2

    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return Sheet(0.0, 0.0, ())
    width, height = page.get_size()
    words = page.get_textpage()
    lines = tuple(_lines(words, (width, height)))
    words.close()
    page.close()
    return Sheet(width, height, lines)


def _lines(words: Any, size: tuple[float, float]) -> list[Line]:  # noqa: ANN401 - pypdfium2 has no types
    """The printed lines of a page's words, a letterhead by its columns."""
    begins, lines = [], []
    for begin, printed in _printed(words.get_text_range()):
        begins.append(begin)
        lines.append(_line(words, begin, printed, size[1]))
    motto = motto_at(lines)
    if motto is None:
        return lines
    end = motto + DEPTH
    parted = [
        _halves(words, begin, line, size[1]) for begin, line in zip(begins[motto:end], lines[motto:end], strict=True)
    ]
    return [*lines[:motto], *by_columns(parted, size[0]), *lines[end:]]


def _printed(text: str) -> Iterator[tuple[int, str]]:
    """Each printed line that holds anything, with the number of its first letter.

    pdfium counts UTF-16 units, with two for each end of line.
    """
    start = 0
    for printed in text.split("\r\n"):
        line = printed.translate(HYPHENS).rstrip()
        inner = line.lstrip()
        if inner.strip("\x00"):
            yield start + len(line) - len(inner), inner
        start += _units(printed) + 2


def _line(words: Any, begin: int, printed: str, height: float) -> Line:  # noqa: ANN401 - pypdfium2 has no types
    """A printed line with its places; `begin` is the number of its first letter."""
    left, base = _origin(words, begin)
    first = _right(words, begin + _units(printed.split(maxsplit=1)[0]) - 1)
    return Line(printed, left, _right(words, begin + _units(printed) - 1), height - base, first - left)


def _halves(words: Any, begin: int, line: Line, height: float) -> list[Line]:  # noqa: ANN401 - pypdfium2 has no types
    """A printed line parted at its widest gap, or whole where no gap is wider than a word's space can be."""
    gaps = [
        (
            _origin(words, begin + _units(line.words[: gap.end()]))[0]
            - _right(words, begin + _units(line.words[: gap.start()]) - 1),
            gap,
        )
        for gap in GAP.finditer(line.words)
    ]
    wide, gap = max(gaps, key=lambda found: found[0], default=(0.0, None))
    if gap is None or wide < WIDE:
        return [line]
    left, right = line.words[: gap.start()], line.words[gap.end() :]
    return [_line(words, begin, left, height), _line(words, begin + _units(line.words[: gap.end()]), right, height)]


def _units(text: str) -> int:
    """How many UTF-16 units text takes."""
    return len(text.encode("utf-16-le")) // 2


def _origin(words: Any, index: int) -> tuple[float, float]:  # noqa: ANN401 - pypdfium2 has no types
    """Where a letter begins, and its baseline from the foot of the page."""
    import pypdfium2.raw

    left, base = ctypes.c_double(), ctypes.c_double()
    pypdfium2.raw.FPDFText_GetCharOrigin(words, index, left, base)
    return left.value, base.value


def _right(words: Any, index: int) -> float:  # noqa: ANN401 - pypdfium2 has no types
    """Where a letter ends."""
    import pypdfium2.raw

    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pypdfium2.raw.FPDFText_GetCharBox(words, index, left, right, bottom, top)
    return right.value


def sniff(head: bytes) -> bool:
    """Whether the first bytes are those of a PDF, with a little junk before them allowed."""
    return b"%PDF-" in head[:1024]


FORMAT: Final = Format("PDF", frozenset({".pdf"}), sniff, read)
