"""Archived texts for reading: the quote in its surroundings, and whole texts with marks named by the address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from api.pages.marking import Piece, pieces, window

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.values import Evidence
    from ontology.model import Text

EDITOR_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""The policy of the page with YASGUI, which sets styles from its script; it may ask this server only."""

MARK: Final = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")
MOST_MARKS: Final = 50


def excerpt(text: Text, shown: Evidence) -> list[Piece]:
    """The quote and the lines around it; of a source with pages, the whole page or pages that hold it."""
    begin, end = window(text.content, shown.start, shown.end)
    if text.pages:
        begin = max((at for at in text.pages if at <= shown.start), default=0)
        end = min((at for at in text.pages if at >= shown.end), default=len(text.content))
    return pieces(text, [("quote", shown.start, shown.end)], begin, end)


def marks(stated: Iterable[str]) -> list[tuple[str, int, int]]:
    """The stretches that an address names (`120-240`), with names for links; what is no stretch is passed over."""
    found = [match for text in list(stated)[:MOST_MARKS] if (match := MARK.fullmatch(text))]
    spans = [(match[0], int(match[1]), int(match[2])) for match in found]
    return [(f"m{name}", start, end) for name, start, end in spans if start < end]


def whole(text: Text, spans: Iterable[tuple[str, int, int]]) -> list[Piece]:
    """The whole text with its pages and the given stretches marked."""
    return pieces(text, spans)
