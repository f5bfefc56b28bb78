"""The words that name a type of instrument in folded text, and the codes of the types."""

from __future__ import annotations

from typing import Final

from loaders.extraction.lexicon import alternatives, begins, pattern, table
from loaders.extraction.normal import fold

_CODES: Final = {fold(row["word"]): row["code"] for row in table("types")}
ACT: Final = alternatives(row["word"] for row in table("types") if row["role"] == "act")
"""A pattern for any word of a legal act: `quyết định`, `chỉ thị`."""
INSTRUMENT: Final = alternatives(row["word"] for row in table("types") if row["role"] != "letter")
"""A pattern for any word of a type but a letter's."""
NAMED: Final = pattern(rf"{begins(INSTRUMENT)}(?![^\W\d])")
"""A word of a type but a letter's, whole; a figure may stand on it, as the mark of a footnote does."""


def code_of(words: str) -> str:
    """The code of the type that `words` name, however wide their gaps; KeyError where they name none."""
    return _CODES[" ".join(words.split())]
