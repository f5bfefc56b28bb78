"""Web pages: an instrument's own text by its letterhead, else the main content by trafilatura, else the whole page.

What sites put around every text (menus, calls to log in: `furniture.tsv`) is dropped. The day is taken only from what
the page marks as its day or from a line that holds nothing else, never guessed from the text.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any, Final

from lxml import etree, html

from loaders.sources.formats import Content, Format
from loaders.sources.headings import iso_date, published_in, title_of
from loaders.sources.markup import depth_within, is_unseen, lines
from loaders.sources.tables import MOTTO
from loaders.text import decode, recode
from ontology.errors import SourceError

# Deeper, or of more elements, than any honest page: such pages are read whole, without the search for main content.
MAX_DEPTH: Final = 150
MAX_ELEMENTS: Final = 60_000
# A main content shorter than this is a failure to find it where the page holds much more.
ENOUGH: Final = 250
PROSE: Final = 60
CHARSET: Final = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{2,20})""", re.IGNORECASE)
DECLARATION: Final = re.compile(r"^\ufeff?\s*<\?xml[^>]{0,200}\?>")
# The file begins so; words about `<html>` in the midst of a text make no page of it.
MARKUP: Final = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*){0,5}"
    rb"<(?:!doctype\s+html|html|head|body)[\s>]",
    re.IGNORECASE,
)
DATES: Final = {"original_date": True, "extensive_search": False, "min_date": "1990-01-01", "max_date": "2100-12-31"}


def read(data: bytes) -> Content:
    """The text of a page; raises SourceError where it holds none."""
    declared = CHARSET.search(data[:4096])
    decoded = decode(data, declared[1].decode("ascii") if declared else None)
    root = _parsed(decoded.content)
    tame = depth_within(root, MAX_DEPTH) and sum(1 for _ in root.iter()) <= MAX_ELEMENTS
    page = _trafilatura(root) if tame else None
    found, note = _text(root, page, tame=tame)
    if not found:
        raise SourceError(
            "this page holds no text (it may be drawn by scripts); save it from the browser as text or PDF"
        )
    mended = recode("\n".join(found))  # old letters may be written as references: &#174;
    content = mended.content
    notes = tuple(dict.fromkeys((*decoded.notes, *mended.notes, *((note,) if note else ()))))
    return Content(
        content=content,
        media_type="text/html",
        encoding=mended.encoding if mended.encoding != "utf-8" else decoded.encoding,
        title=_title(page, content),
        publisher=_said(page, "sitename"),
        published=iso_date(_said(page, "date") or "") or published_in(content),
        notes=notes,
    )


def _parsed(content: str) -> etree._Element:
    """The tree of a page; lxml mends what is broken, but reads nothing below its greatest depth."""
    parser = html.HTMLParser(huge_tree=True)
    try:
        root = html.document_fromstring(DECLARATION.sub("", content, count=1), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise SourceError("this page is empty or no HTML; fetch or save it again") from error
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise SourceError("this page nests its elements deeper than can be read; save its text as .txt")
    return root


def _trafilatura(root: etree._Element) -> Any:  # noqa: ANN401 - trafilatura has no types
    """What trafilatura makes of a page, or None where it finds no text."""
    from trafilatura import bare_extraction

    return bare_extraction(
        etree.tostring(root, encoding="unicode", method="html"),
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params=dict(DATES),
    )


def _text(root: etree._Element, page: Any, *, tame: bool) -> tuple[list[str], str | None]:  # noqa: ANN401
    """The lines of the page's own matter, and a note where they had to be taken without telling it apart."""
    instrument = _instrument(root) if tame else []
    if instrument:
        return instrument, None
    main = _clean(lines(page.body)) if page is not None else []
    everything = _everything(root, tame=tame)
    # Where it finds nothing, trafilatura gives all text of a short page as one paragraph.
    if _size(main) < ENOUGH and (len(main) < 2 or _size(everything) >= 2 * _size(main)):
        return everything, "no main content was told apart; the whole page was read" if everything else None
    return main, None


def _instrument(root: etree._Element) -> list[str]:
    """The lines of the smallest element that holds a letterhead and half of the page's prose; none where none does."""
    prose = _prose(root)
    for element in root.iter("p", "td", "b", "strong", "span", "div", "font", "center"):
        if element.text and MOTTO.search(" ".join(element.text[:400].split())):
            around = (outer for outer in element.iterancestors() if 2 * prose[outer] > prose[root] > ENOUGH)
            outer = next(around, None)
            return _clean(lines(outer)) if outer is not None else []
    return []


def _prose(root: etree._Element) -> dict[etree._Element, int]:
    """How many letters below each element stand in stretches long enough to be of sentences."""
    elements = list(root.iter())
    found = dict.fromkeys(elements, 0)
    for element in reversed(elements):
        parent = element.getparent()
        if isinstance(element.tag, str) and not is_unseen(element):
            found[element] += _long(element.text)
        else:
            found[element] = 0
        if parent is not None:
            found[parent] += found[element] + _long(element.tail)
    return found


def _long(text: str | None) -> int:
    """The length of a stretch of text, 0 where it is too short for a sentence."""
    length = len(text.strip()) if text else 0
    return length if length >= PROSE else 0


def _everything(root: etree._Element, *, tame: bool) -> list[str]:
    """All that a reader sees of a page; of one too deep to be read by its blocks, every stretch of text a line."""
    if tame:
        return _clean(lines(root))
    stretches = (
        stretch
        for element in root.iter()
        for stretch in (
            (element.text if isinstance(element.tag, str) and not is_unseen(element) else None),
            element.tail,
        )
    )
    return [line for line in (" ".join((stretch or "").split()) for stretch in stretches) if line]


def _clean(found: list[str]) -> list[str]:
    """The lines without the furniture of the site."""
    return [line for line in found if not (len(line) < 200 and any(mark.search(line) for mark in _furniture()))]


@cache
def _furniture() -> tuple[re.Pattern[str], ...]:
    """The patterns of what sites put around every text."""
    rows = files("loaders.sources").joinpath("furniture.tsv").read_text("utf-8").splitlines()[1:]
    return tuple(re.compile(row.split("\t")[0], re.IGNORECASE) for row in rows)


def _size(found: list[str]) -> int:
    """How many letters lines hold."""
    return sum(map(len, found))


def _said(page: Any, name: str) -> str | None:  # noqa: ANN401 - trafilatura has no types
    """What the page says of itself under a name, its spaces single."""
    value = getattr(page, name, None)
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _title(page: Any, content: str) -> str | None:  # noqa: ANN401 - trafilatura has no types
    """The title that the page marks, else the one its text shows."""
    return _said(page, "title") or title_of(content)


def sniff(head: bytes) -> bool:
    """Whether the first bytes hold the tags every page begins with."""
    return MARKUP.match(head[:4096].replace(b"\x00", b"")) is not None


FORMAT: Final = Format("HTML", frozenset({".html", ".htm", ".xhtml"}), sniff, read)
