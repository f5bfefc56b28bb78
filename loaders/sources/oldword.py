"""Old Word (.doc, Word 97 to 2003): the text by its table of pieces, after the published description [MS-DOC].

The file keeps its text in pieces, of one byte a letter (Windows-1252) or of two (UTF-16), and marks paragraphs, cells
and fields by control characters. What a tracked change has deleted is still in the text.
"""

from __future__ import annotations

import re
import struct
from itertools import pairwise
from typing import Final

from loaders.sources.compound import Compound
from loaders.sources.formats import Content
from loaders.sources.headings import title_of
from loaders.sources.tables import Row, table_lines
from loaders.text import recode
from ontology.errors import SourceError

MAGIC: Final = 0xA5EC
WORD_97: Final = 0xC1
ENCRYPTED, SECOND_TABLE = 0x0100, 0x0200
ONE_BYTE: Final = 0x40000000
LOCKED: Final = "this Word file is encrypted; remove its password first"
DAMAGED: Final = "this old Word file (.doc) is damaged and cannot be opened; save it as .docx"
FIELD: Final = re.compile("([\x13\x14\x15])")
MARKS: Final = str.maketrans(
    {"\x0b": "\n", "\x0c": "\n", "\x0e": "\n", "\r": "\n", "\x1e": "-"}
    | dict.fromkeys("\x00\x01\x02\x03\x04\x05\x06\x08\x13\x14\x15\x1f", "")
)
NUMBERED: Final = re.compile(r"\bSố\s*:?\s*\d+")


def read(data: bytes) -> Content:
    """The text of an old Word file; raises SourceError where it is locked, damaged, older, or no Word file."""
    try:
        content = "\n".join(_lines(Compound(data)))
    except (ValueError, struct.error, IndexError) as error:
        raise SourceError(DAMAGED) from error
    decoded = recode(content)
    return Content(
        content=decoded.content,
        media_type="application/msword",
        encoding=decoded.encoding,
        title=title_of(decoded.content),
        notes=decoded.notes,
    )


def _main(file: Compound) -> bytes:
    """The stream of the document, checked for what can be read; raises SourceError for what cannot."""
    if "EncryptedPackage" in file:
        raise SourceError(LOCKED)
    if "WordDocument" not in file:
        raise SourceError("this file holds no Word document (a spreadsheet?); save it as .docx, PDF or text")
    main = file.stream("WordDocument")
    magic, version = struct.unpack_from("<HH", main, 0)
    (flags,) = struct.unpack_from("<H", main, 0x0A)
    if magic != MAGIC or version < WORD_97:
        raise SourceError("this Word file is older than Word 97; save it as .docx")
    if flags & ENCRYPTED:
        raise SourceError(LOCKED)
    return main


def _lines(file: Compound) -> list[str]:
    """The lines of the body, with the number from the running heads before and notes and frames after."""
    main = _main(file)
    (flags,) = struct.unpack_from("<H", main, 0x0A)
    text = _text(main, file.stream("1Table" if flags & SECOND_TABLE else "0Table"))
    body, notes, heads, _, comments, ends, frames, _ = struct.unpack_from("<8I", main, 0x4C)
    after_heads = body + notes + heads
    numbered = [line for line in _plain(text[body + notes : after_heads]) if NUMBERED.search(line)]
    rest = text[body : body + notes] + text[after_heads + comments : after_heads + comments + ends + frames]
    return [*dict.fromkeys(numbered), *_plain(text[:body]), *(line for line in _plain(rest) if line.strip())]


def _text(main: bytes, table: bytes) -> str:
    """All text of the file, by its pieces."""
    start, size = struct.unpack_from("<II", main, 0x01A2)
    places = table[start : start + size]
    at = 0
    while places[at] == 1:  # what formats pieces, which is passed over
        at += 3 + struct.unpack_from("<H", places, at + 1)[0]
    if places[at] != 2:
        raise ValueError("no table of pieces")
    (length,) = struct.unpack_from("<I", places, at + 1)
    count = (length - 4) // 12
    bounds = struct.unpack_from(f"<{count + 1}I", places, at + 5)
    if bounds[-1] > len(main):
        raise ValueError("more letters than the file has room for")
    return "".join(
        _piece(main, struct.unpack_from("<I", places, at + 5 + 4 * (count + 1) + 8 * number + 2)[0], end - begin)
        for number, (begin, end) in enumerate(pairwise(bounds))
    )


def _piece(main: bytes, place: int, length: int) -> str:
    """One piece of text, `length` letters long."""
    if length < 0:
        raise ValueError("a piece ends before it begins")
    if place & ONE_BYTE:
        start = (place & ~ONE_BYTE) // 2
        return main[start : start + length].decode("cp1252", errors="replace")
    return main[place : place + 2 * length].decode("utf-16-le", errors="replace")


def _plain(text: str) -> list[str]:
    """The lines of marked text: fields by what they show, tables by their rows."""
    *rows, last = _shown(text).split("\x07\x07")
    lines: list[str] = []
    table: list[Row] = []
    for row in rows:
        before, cells = _row(row)
        if before:
            lines += [*table_lines(table), *before]
            table = []
        table.append(cells)
    return [*lines, *table_lines(table), *last.replace("\x07", "\r").translate(MARKS).removesuffix("\n").split("\n")]


def _shown(text: str) -> str:
    """The text without the codes of its fields, which stand between the marks of beginning and of result."""
    parts: list[str] = []
    codes: list[bool] = []  # of each open field, whether its code is being read
    hidden = 0
    for part in FIELD.split(text):
        if part == "\x13":
            codes.append(True)
            hidden += 1
        elif part == "\x14" and codes:
            hidden -= codes[-1]
            codes[-1] = False
        elif part == "\x15" and codes:
            hidden -= codes.pop()
        elif not hidden:
            parts.append(part)
    return "".join(parts)


def _row(text: str) -> tuple[list[str], Row]:
    """What stands before the end of a row: the paragraphs before the table, and the row's cells as their lines.

    An empty cell looks like the end of the row, so the cells after it make a row of their own.
    """
    opening, *others = text.translate(MARKS).split("\x07")
    before, _, first = opening.rpartition("\n")
    cells = [[line.strip() for line in cell.split("\n") if line.strip()] for cell in (first, *others)]
    return before.split("\n") if before else [], cells
