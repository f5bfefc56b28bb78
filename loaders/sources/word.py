"""Word (.docx; old .doc files are handed on): paragraphs and tables in order, notes after them, by lxml.

Running heads are read only where they hold the number of the document. Deleted text, field codes and the doubles of
drawn text are left out; the numbers that Word draws before paragraphs are written out.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

from lxml import etree

from loaders.sources import oldword
from loaders.sources.compound import SIGNATURE
from loaders.sources.formats import Content, Format
from loaders.sources.headings import title_of
from loaders.sources.numbering import Numbering, W
from loaders.sources.tables import table_lines
from loaders.text import recode
from ontology.errors import SourceError

ZIP: Final = b"PK\x03\x04"
FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# What the zip and XML readers raise at damage; ValueError and OSError for places that lie outside the file.
BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    etree.XMLSyntaxError,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
PACKINGS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
BODY: Final = "word/document.xml"
LISTS: Final = "word/numbering.xml"
STYLES: Final = "word/styles.xml"
NOTES: Final = ("word/footnotes.xml", "word/endnotes.xml")
HEADER: Final = re.compile(r"word/header\d*\.xml")
# No part of an honest file unpacks to more, and no large one packs so well.
MAX_PART: Final = 64 << 20
LARGE_PART: Final = 8 << 20
MAX_RATIO: Final = 200
NUMBERED: Final = re.compile(r"\bSố\s*:?\s*\d+")
LEFT_OUT: Final = frozenset({f"{W}del", f"{W}moveFrom", f"{W}instrText", FALLBACK, f"{W}pPr", f"{W}rPr"})
MARKS: Final = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}softHyphen": ""}
BLOCKS: Final = frozenset({f"{W}p", f"{W}tbl"})
DAMAGED: Final = "this Word file is damaged and cannot be opened; save it again as .docx"


def read(data: bytes) -> Content:
    """The text of a Word file; raises SourceError where it is locked, damaged or not what it seems."""
    if data.startswith(SIGNATURE):
        return oldword.read(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            lines = _document(package)
    except BROKEN as error:
        raise SourceError(DAMAGED) from error
    content = "\n".join(lines)
    decoded = recode(content)
    return Content(
        content=decoded.content,
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        encoding=decoded.encoding,
        title=title_of(decoded.content),
        notes=decoded.notes,
    )


def _document(package: zipfile.ZipFile) -> list[str]:
    """The lines of the numbered heads, the body and the notes."""
    names = set(package.namelist())
    if BODY not in names:
        raise SourceError("this package holds no Word document (a spreadsheet?); save it as .docx, PDF or text")
    lists, styles = (_part(package, name) if name in names else None for name in (LISTS, STYLES))
    numbering = Numbering(lists, styles)
    heads = [_part(package, name) for name in sorted(names) if HEADER.fullmatch(name)]
    numbered = [line for head in heads for line in _lines(head, numbering) if NUMBERED.search(line)]
    lines = [*dict.fromkeys(numbered), *_lines(_part(package, BODY), numbering)]
    for name in NOTES:
        if name in names:
            lines += [line for line in _lines(_part(package, name), numbering) if line.strip()]
    return lines


def _part(package: zipfile.ZipFile, name: str) -> etree._Element:
    """One part of the package, parsed; raises SourceError where it unpacks to more than a document can hold."""
    entry = package.getinfo(name)
    bomb = entry.file_size > LARGE_PART and entry.file_size > MAX_RATIO * entry.compress_size
    if entry.file_size > MAX_PART or bomb:
        raise SourceError("this Word file unpacks to more than a document can hold; it is refused")
    if entry.compress_type not in PACKINGS:
        raise SourceError(DAMAGED)
    with package.open(entry) as stream:
        root = etree.fromstring(stream.read(MAX_PART), etree.XMLParser(resolve_entities=False, no_network=True))
    if root.getroottree().docinfo.doctype:  # Word writes none; entities would hide or swell the text
        raise SourceError(DAMAGED)
    return root


def _lines(root: etree._Element, numbering: Numbering) -> Iterator[str]:
    """The paragraphs and rows below an element, in order. lxml opens no tree so deep that this would fail."""
    for child in root:
        if child.tag == f"{W}p":
            yield from _paragraph(child, numbering)
        elif child.tag == f"{W}tbl":
            yield from _table(child, numbering)
        elif child.tag not in LEFT_OUT:
            yield from _lines(child, numbering)


def _paragraph(paragraph: etree._Element, numbering: Numbering) -> Iterator[str]:
    """A paragraph with its number as the lines it breaks itself into, then what is drawn in frames upon it."""
    frames: list[etree._Element] = []
    label = numbering.label(paragraph)
    words = "".join(_words(paragraph, frames))
    yield from (label + words if words.strip() else words).split("\n")
    for frame in frames:
        yield from _lines(frame, numbering)


def _words(element: etree._Element, frames: list[etree._Element]) -> Iterator[str]:
    """The words of a paragraph; the frames met on the way are put aside."""
    stack = [iter(element)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in MARKS:
            yield MARKS[child.tag]
        elif child.tag == f"{W}txbxContent":
            frames.append(child)
        elif child.tag not in LEFT_OUT:
            stack.append(iter(child))


def _table(table: etree._Element, numbering: Numbering) -> list[str]:
    """The lines of a table."""
    rows = [
        [[line.strip() for line in _lines(cell, numbering) if line.strip()] for cell in _inside(row, f"{W}tc")]
        for row in _inside(table, f"{W}tr")
    ]
    return table_lines(rows)


def _inside(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table or cells of a row, those inside content controls too."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in BLOCKS:
            yield from _inside(child, tag)


def sniff(head: bytes) -> bool:
    """Whether the first bytes are those of a zip package of Word, or of Microsoft's old compound files."""
    return head.startswith(SIGNATURE) or (head.startswith(ZIP) and (b"word/" in head or b"[Content_Types].xml" in head))


FORMAT: Final = Format("Word", frozenset({".docx", ".docm", ".doc"}), sniff, read)
