"""The numbers of resolutions that texts name by their plenum (`Nghị quyết Hội nghị Trung ương 8 khóa XI`)."""

from __future__ import annotations

from typing import Final

from loaders.extraction.lexicon import table
from loaders.extraction.names import words
from loaders.extraction.normal import fold
from ontology.model import Resolved

_ROWS: Final = [row for row in table("plenums") if row["type"] == "NQ"]
_HELD: Final = 0.5


def resolve(plenum: int, term: str | None, title: str | None) -> Resolved | None:
    """The one resolution of that plenum and term, or the one whose subject is the title's; None where unsure."""
    rows = [row for row in _ROWS if row["plenum"] == str(plenum) and row["term"] == term]
    if title and any(row["subject"] for row in rows):
        ranked = sorted(((*_likeness(row["subject"], title), i) for i, row in enumerate(rows)), reverse=True)
        rows = [rows[ranked[0][2]]] if ranked[0][1] >= _HELD else []
    if len(rows) != 1:
        return None
    return Resolved(number=rows[0]["number"], date=rows[0]["date"], reason="plenum")


def _likeness(subject: str, title: str) -> tuple[float, float]:
    """The share of words that two subjects have in common, of all of them and of the shorter one's."""
    ours, theirs = {*words(fold(subject))}, {*words(fold(title))}
    common = len(ours & theirs)
    return common / max(1, len(ours | theirs)), common / max(1, min(len(ours), len(theirs)))
