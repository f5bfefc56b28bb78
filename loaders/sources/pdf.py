"""PDF with a text layer, by pypdfium2: paragraphs joined from printed lines, with the page of every offset.

Scans are told apart, not read: a page without letters is named in a note, and a file of such pages is refused.
"""

from __future__ import annotations

import ctypes
from itertools import accumulate, pairwise
from typing import Any, Final

from loaders.sources.formats import Content, Format
from loaders.sources.headings import title_of
from loaders.sources.paragraphs import Flow, Line, Sheet, flow
from loaders.text import PUT_RIGHT, recode, reread
from ontology.errors import SourceError

MAX_PAGES: Final = 5000
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
    lines = tuple(_lines(words, height))
    words.close()
    page.close()
    return Sheet(width, height, lines)


def _lines(words: Any, height: float) -> list[Line]:  # noqa: ANN401 - pypdfium2 has no types
    """The printed lines of a page's words. pdfium counts UTF-16 units, with two for each end of line."""
    lines = []
    start = 0
    for printed in words.get_text_range().split("\r\n"):
        units = len(printed.encode("utf-16-le")) // 2
        text = printed.translate(HYPHENS).rstrip()
        inner = text.lstrip()
        if inner.strip("\x00"):
            begin = start + len(text) - len(inner)
            first = len(inner.split(maxsplit=1)[0])
            left, base = _origin(words, begin)
            line = Line(
                words=inner,
                left=left,
                right=_right(words, begin + len(inner.encode("utf-16-le")) // 2 - 1),
                base=height - base,
                first=_right(words, begin + first - 1) - left,
            )
            lines.append(line)
        start += units + 2
    return lines


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
