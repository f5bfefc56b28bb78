"""The numbers of resolutions that texts name by their plenum (`Nghị quyết Hội nghị Trung ương 8 khóa XI`)."""

from __future__ import annotations

from typing import Final

from loaders.extraction.lexicon import table
from loaders.extraction.names import words
from loaders.extraction.normal import fold
from ontology.model import Resolved

_ROWS: Final = [row for row in table("plenums") if row["type"] == "NQ"]
_LIKE: Final = 0.5


def resolve(plenum: int, term: str | None, title: str | None) -> Resolved | None:
    """The one resolution of that plenum and term, or the one whose subject is the title's; None where unsure."""
    rows = [row for row in _ROWS if row["plenum"] == str(plenum) and row["term"] == term]
    if len(rows) > 1 or (rows and title and rows[0]["subject"]):
        rows = [row for row in rows if title and _share(row["subject"], title) >= _LIKE]
    if len(rows) != 1:
        return None
    return Resolved(number=rows[0]["number"], date=rows[0]["date"], reason="plenum")


def _share(subject: str, title: str) -> float:
    """How much of the shorter of two subjects the other holds."""
    ours, theirs = {*words(fold(subject))}, {*words(fold(title))}
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))
