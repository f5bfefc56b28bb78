"""From a tree of markup to lines of text: a paragraph, heading, item or row a line, as a reader would see them.

The cells of a row are parted by ` | `. A table that only lays out (a letterhead, a page built of tables) gives each
line of its cells instead. The same reading serves HTML and the tree that trafilatura makes of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

CELL: Final = " | "
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
        elif child.tag in ROWS:
            yield f"{END}{_row(child)}{END}"
        elif child.tag in BLOCKS or child.tag in CELLS:
            yield END
            yield from _pieces(child)
            yield END
        else:
            yield from _pieces(child)
        yield (child.tail or "").replace(END, "")


def _row(row: etree._Element) -> str:
    """The cells of a row as one line, or as many where a cell holds several."""
    cells = [lines(cell) for cell in row if cell.tag in CELLS]
    if any(len(cell) > 1 for cell in cells):
        return END.join(line for cell in cells for line in cell)
    return CELL.join(cell[0] if cell else "" for cell in cells) if any(cells) else ""


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
