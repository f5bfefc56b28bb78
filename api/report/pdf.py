"""The PDF: Typst sets the template with embedded letters, tagged for screen readers (PDF/UA-1), with no clock in it."""

from __future__ import annotations

import json
import re
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Final

from api.report.content import Composer, Style
from api.report.inquiry import inquire
from api.report.picture import height, picture

if TYPE_CHECKING:
    from graph.reader import Reader
    from graph.values import Node

ACCESSIBLE: Final = "ua-1"
MISSING: Final = re.compile(r'the text `"(.+?)"` could not be displayed')
MOST_MISSING: Final = 200
MISLEADING: Final = re.compile(r"[\ue000-\uf8ff\u202a-\u202e\u2066-\u2069]")
"""Letters that mean what a font likes, and marks that turn the order of what follows."""


def report(  # noqa: PLR0913 - each is a part of the question
    reader: Reader, policy: Node, *, day: str, expected: str, geography: str | None, style: Style
) -> bytes:
    """The report on a policy: equal data, question and day of making give equal bytes."""
    found = inquire(reader, policy, day=day, expected=expected, geography=geography)
    data = json.dumps(Composer(found, style).data(), ensure_ascii=False, sort_keys=True)
    return typeset(data, picture(found.drawing, style.lang))


def typeset(data: str, drawing: str, template: str = "report.typ") -> bytes:
    """A template set with data; a letter that no font has is written as its code point, and so can be looked up."""
    import typst

    data, drawing = (MISLEADING.sub(lambda mark: f"[U+{ord(mark[0]):04X}]", text) for text in (data, drawing))
    with as_file(files("api.report").joinpath(template)) as file:
        for _ in range(MOST_MISSING):
            try:
                made: bytes = typst.compile(
                    str(file),
                    sys_inputs={"data": data, "picture": drawing, "tall": f"{height(drawing):.2f}"},
                    ignore_system_fonts=True,
                    pdf_standards=ACCESSIBLE,
                )
            except typst.TypstError as error:
                match = MISSING.search(str(error))
                if match is None:
                    raise
                data, drawing = (_spelt(text, match[1]) for text in (data, drawing))
            else:
                return made
    return typeset(_spelt_all(data), _spelt_all(drawing), template)


def _spelt(text: str, letters: str) -> str:
    for letter in dict.fromkeys(letters):
        if not letter.isascii():
            text = text.replace(letter, f"[U+{ord(letter):04X}]")
    return text


def _spelt_all(text: str) -> str:
    """Everything beyond the Latin letters, marks and signs that the embedded fonts surely have."""
    return "".join(
        mark if ord(mark) < 0x2050 or 0x1E00 <= ord(mark) < 0x1F00 else f"[U+{ord(mark):04X}]" for mark in text
    )
