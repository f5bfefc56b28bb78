"""Makes the PDF and Word examples of `api/examples`, and one in TCVN3, from the plain sources in `tools/examples`.

Run `python tools/make_examples.py` after a change to a source; the files it writes are committed, so that neither the
build nor the tests need what it needs: reportlab, python-docx and the DejaVu Serif font (Debian `fonts-dejavu-core`),
of which only the letters used are embedded. The same sources give the same bytes.

A source is one block a line, `kind: words`; a line without a kind is a paragraph:
`head` a line of the letterhead (left | right), `title` and `strong` headings, `right` a signature line, `table` a row
(cells parted by |), `note` a small closing remark, `page` a page break, `running` the head of every page. The
source of a text file is the text itself.
"""

from __future__ import annotations

import io
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from loaders.encodings.tables import ABC_FIRST, rows

ROOT: Final = Path(__file__).resolve().parents[1]
SOURCES: Final = ROOT / "tools" / "examples"
EXAMPLES: Final = ROOT / "api" / "examples"
FONTS: Final = Path("/usr/share/fonts/truetype/dejavu")
KINDS: Final = frozenset({"head", "title", "strong", "right", "table", "note", "page", "running"})
LEFT, RIGHT, TOP, BOTTOM = 30 * mm, A4[0] - 20 * mm, A4[1] - 25 * mm, 22 * mm
SIZE, LEADING = 12, 17
EPOCH: Final = datetime(2020, 1, 1, tzinfo=UTC)


class Block(NamedTuple):
    """One block of a source: its kind (`text` for a paragraph) and its words."""

    kind: str
    words: str

    @property
    def cells(self) -> list[str]:
        """The words, parted at the bars."""
        return [cell.strip() for cell in self.words.split("|")]


def blocks(source: str) -> list[Block]:
    """The blocks of a source, in order."""
    found = []
    for line in filter(None, source.splitlines()):
        kind, colon, words = line.partition(":")
        marked = bool(colon) and kind in KINDS
        found.append(Block(kind, words.strip()) if marked else Block("text", line))
    return found


class Page:
    """A canvas that fills from the top and turns its pages by itself, with a running head and a page number."""

    def __init__(self, running: str) -> None:
        self.buffer = io.BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=A4, invariant=1, pageCompression=1)
        self.running = running
        self.begin()

    def line(self, words: str, *, x: float = LEFT, font: str = "Serif", size: float = SIZE) -> None:
        """Draw one line at the left edge `x` without moving down."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, self.y, words)

    def down(self, points: float = LEADING) -> None:
        """Move down, to the next page where this one is full."""
        self.y -= points
        if self.y < BOTTOM:
            self.turn()

    def begin(self) -> None:
        """Draw the running head and the page number, and stand at the top."""
        self.canvas.setFont("Serif", 9)
        self.canvas.drawString(LEFT, A4[1] - 14 * mm, self.running)
        self.canvas.drawCentredString(A4[0] / 2, 12 * mm, str(self.canvas.getPageNumber()))
        self.y = TOP

    def turn(self) -> None:
        """Finish this page and begin the next."""
        self.canvas.showPage()
        self.begin()

    def finish(self) -> bytes:
        """Finish the last page; the bytes of the PDF."""
        self.canvas.showPage()
        self.canvas.save()
        return self.buffer.getvalue()


def draw(page: Page, block: Block) -> None:
    """Draw one block of a source."""
    if block.kind == "page":
        page.turn()
    elif block.kind == "head":
        draw_head(page, block)
    elif block.kind in ("title", "strong", "text", "note"):
        draw_lines(page, block)
    elif block.kind == "right":
        page.line(block.words, x=A4[0] / 2 + 10 * mm, font="Serif-Bold")
        page.down()


def draw_head(page: Page, block: Block) -> None:
    """Draw one line of the letterhead, its two halves side by side."""
    left, right = block.cells
    size = 9
    page.line(left, font="Serif-Bold", size=size)
    page.line(right, x=A4[0] / 2 - 14 * mm, font="Serif-Bold", size=size)
    page.down()


def draw_lines(page: Page, block: Block) -> None:
    """Draw a paragraph or a heading, broken at the right edge: lines break inside citations, as they do in gazettes."""
    font = "Serif-Bold" if block.kind in ("title", "strong") else "Serif"
    size = 9 if block.kind == "note" else SIZE
    indent = 0 if block.kind == "title" else 10 * mm
    page.down(6)
    first, *rest = simpleSplit(block.words, font, size, RIGHT - LEFT - indent)
    lines = [first, *simpleSplit(" ".join(rest), font, size, RIGHT - LEFT)] if rest else [first]
    for number, words in enumerate(lines):
        if block.kind == "title":
            page.canvas.setFont(font, size)
            page.canvas.drawCentredString(A4[0] / 2, page.y, words)
        else:
            page.line(words, x=LEFT + (indent if number == 0 else 0), font=font, size=size)
        page.down()


def make_pdf(source: str) -> bytes:
    """The PDF of a source."""
    found = blocks(source)
    running = next((block.words for block in found if block.kind == "running"), "")
    page = Page(running)
    for block in found:
        draw(page, block)
    return page.finish()


def make_docx(source: str) -> bytes:
    """The Word file of a source, its letterhead in a table of two columns as offices do it."""
    document = docx.Document()
    properties = document.core_properties
    properties.created = properties.modified = EPOCH
    properties.author, properties.title = "phahe", ""
    kinds: list[str] = []
    for block in blocks(source):
        if block.kind in ("head", "table"):
            if not kinds or kinds[-1] != block.kind:
                table = document.add_table(rows=0, cols=len(block.cells))
            for cell, words in zip(table.add_row().cells, block.cells, strict=True):
                cell.text = words
        else:
            paragraph = document.add_paragraph()
            paragraph.add_run(block.words).bold = block.kind in ("title", "strong", "right")
            paragraph.alignment = {"title": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}.get(
                block.kind
            )
        kinds.append(block.kind)
    buffer = io.BytesIO()
    document.save(buffer)
    return timeless(buffer.getvalue())


def timeless(package: bytes) -> bytes:
    """The same zip package with every time of writing set to one day, and without the template's preview picture."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new,
    ):
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, date_time=(2020, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return buffer.getvalue()


def make_tcvn3(source: str) -> bytes:
    """The bytes of a text in TCVN3, as offices saved it before Unicode; it has no capitals with tone marks."""
    codes = {letter: code for code, letter in rows("tcvn3") if code[0] >= ABC_FIRST}
    return b"".join(codes.get(letter) or letter.encode("ascii") for letter in source)


MAKERS: Final = {".pdf": make_pdf, ".docx": make_docx, ".txt": make_tcvn3}


def make(folder: Path) -> list[Path]:
    """Write every example that has a source into `folder`; the files written."""
    written = []
    for path in sorted(SOURCES.glob("*.txt")):
        target = folder / path.stem
        target.write_bytes(MAKERS[target.suffix](path.read_text("utf-8")))
        written.append(target)
    return written


def register_fonts() -> None:
    """Make the fonts known to reportlab under the names used here."""
    for name, file in (("Serif", "DejaVuSerif.ttf"), ("Serif-Bold", "DejaVuSerif-Bold.ttf")):
        pdfmetrics.registerFont(TTFont(name, FONTS / file))


def main() -> None:
    """Write the examples, and say which."""
    register_fonts()
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLES
    for path in make(folder):
        sys.stdout.write(f"{path.name}  {path.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
