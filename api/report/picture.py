"""The drawing of a chain as a picture in print: the site's own drawing, with its colours and letters written out."""

from __future__ import annotations

import re
from typing import Final

from api.pages.drawing import lineage_svg
from api.pages.dressing import PLAIN, Dressing
from graph.values import Subgraph

FONT: Final = "Libertinus Serif"
ROOT: Final = re.compile(r":root\s*\{([^}]*)\}")
VALUE: Final = re.compile(r"(--[\w-]+)\s*:\s*([^;]+);")
USE: Final = re.compile(r"var\((--[\w-]+)\)")
SIZE: Final = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
WIDTH: Final = 170.0
TALLEST: Final = 150.0
"""The space for a picture on the page, in millimetres."""
FAMILY: Final = re.compile(r"font-family:[^;}]*")


def picture(subgraph: Subgraph, lang: str, dress: Dressing = PLAIN) -> str:
    """The drawing for the renderer of the PDF, which knows no variables, media queries or system fonts."""
    drawn = lineage_svg(subgraph, lang=lang, standalone=True, dress=dress)
    start, end = drawn.index("<style>"), drawn.index("</style>")
    return f"{drawn[:start]}<style>{_plain(drawn[start + 7 : end])}{drawn[end:]}"


def height(drawing: str) -> float:
    """How high a picture stands where it is as wide as the text, in millimetres; a higher one is made narrower."""
    found = SIZE.search(drawing)
    return min(TALLEST, WIDTH * float(found[2]) / float(found[1])) if found else TALLEST


def _plain(style: str) -> str:
    light = ROOT.search(style)
    values = dict(VALUE.findall(light[1])) if light else {}
    without = _without_media(style)
    found = USE.sub(lambda match: values.get(match[1], "#000"), ROOT.sub("", without))
    return FAMILY.sub(f'font-family: "{FONT}"', found)


def _without_media(style: str) -> str:
    """The style with everything under an `@media` left out: braces are counted."""
    found = style
    while (start := found.find("@media")) >= 0:
        depth, end = 0, len(found)
        for match in re.finditer(r"[{}]", found[start:]):
            depth += 1 if match[0] == "{" else -1
            if depth == 0:
                end = start + match.end()
                break
        found = found[:start] + found[end:]
    return found
