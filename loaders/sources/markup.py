"""From a tree of markup to lines of text: a paragraph, heading, item or row a line, as a reader would see them.

The same reading serves HTML and the tree that trafilatura makes of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from loaders.sources.tables import table_lines

PARTS: Final = frozenset({"tbody", "thead", "tfoot"})
ROWS: Final = frozenset({"tr", "row"})
CELLS: Final = frozenset({"td", "th", "cell"})
BREAKS: Final = frozenset({"br", "lb", "hr"})
BLOCKS: Final = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "code",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "item",
        "li",
        "list",
        "head",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "quote",
        "section",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "title",
        "ul",
    }
)
UNSEEN: Final = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "svg",
        "select",
        "option",
        "button",
        "textarea",
        "input",
        "nav",
        "footer",
        "aside",
    }
)
HIDDEN: Final = re.compile(r"display\s*:\s*none", re.IGNORECASE)
SPACES: Final = re.compile(r"[ \t\r\n\f\v]+")
# A mark between two lines; no text holds it, since NUL is no character of markup.
END: Final = "\x00"


def lines(element: etree._Element) -> list[str]:
    """The lines of an element that hold anything, spaces made single."""
    return _split(_pieces(element))


def _split(pieces: Iterable[str]) -> list[str]:
    """Pieces of text, cut at the ends of lines."""
    found = (SPACES.sub(" ", line).strip() for line in "".join(pieces).split(END))
    return [line for line in found if line]


def _pieces(element: etree._Element) -> Iterator[str]:
    """The text of an element with ends of lines between its blocks; depth is bounded by `depth_within`."""
    yield (element.text or "").replace(END, "")
    for child in element:
        if not isinstance(child.tag, str) or is_unseen(child):
            pass
        elif child.tag in BREAKS:
            yield END
        elif child.tag == "table":
            yield END + END.join(_table(child)) + END
        elif child.tag in ROWS:
            yield END + END.join(table_lines([_cells(child)])) + END
        elif child.tag in BLOCKS or child.tag in CELLS:
            yield END
            yield from _pieces(child)
            yield END
        else:
            yield from _pieces(child)
        yield (child.tail or "").replace(END, "")


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table, not those of tables in it, and what else stands between them."""
    for child in table:
        if child.tag in PARTS:
            yield from _rows(child)
        elif isinstance(child.tag, str) and not is_unseen(child):
            yield child


def _table(table: etree._Element) -> list[str]:
    """The lines of a table; what stands outside its rows, as a caption does, first."""
    children = list(_rows(table))
    outside = [line for child in children if child.tag not in ROWS for line in lines(child)]
    return outside + table_lines([_cells(child) for child in children if child.tag in ROWS])


def _cells(row: etree._Element) -> list[list[str]]:
    """The cells of a row, each as its lines."""
    return [lines(cell) for cell in row if cell.tag in CELLS]


def is_unseen(element: etree._Element) -> bool:
    """Whether a reader sees nothing of an element, or only what every page of the site has."""
    if element.tag in UNSEEN:
        return True
    if element.tag == "head":  # of a page; trafilatura calls its headings so too
        parent = element.getparent()
        return parent is not None and parent.tag == "html"
    style = element.get("style")
    return style is not None and HIDDEN.search(style) is not None


def depth_within(root: etree._Element, limit: int) -> bool:
    """Whether no element stands deeper than `limit` below the root."""
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > limit:
            return False
    return True
