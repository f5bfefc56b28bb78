"""The places of a text at which a reference may begin: type words, and numbers with a symbol."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final

from loaders.extraction.lexicon import alternatives, table
from loaders.extraction.normal import fold
from ontology.model import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROWS: Final = {fold(row["word"]): row for row in table("types")}
_TYPE: Final = re.compile(rf"(?<!\w)(?:{alternatives(_ROWS)})(?!\w)")
_NUMBER: Final = re.compile(
    r"(?<![\w.,/-])\d{1,5}[a-eA-Eđ]?(?:\.\d{1,3})?[ \n]{0,2}(?:[/-][ \n]{0,2}\d{4})?[ \n]{0,2}(?:[/-][ \n]{0,2}|(?<! ) )(?=[A-ZĐ])"
)


class Anchor(Value, frozen=True, gc=False):
    """A place where a reference may begin: its type word (`code`, `role`), or a number (`code` None)."""

    start: int
    end: int
    code: str | None = None
    role: str = ""


def anchors(text: str, folded: str) -> Iterator[Anchor]:
    """The anchors of a text in the order of their places."""
    numbers = (Anchor(m.start(), m.end()) for m in _NUMBER.finditer(text))
    words = (_word(m) for m in _TYPE.finditer(folded))
    return iter(sorted([*numbers, *words], key=lambda a: (a.start, -a.end)))


def _word(match: re.Match[str]) -> Anchor:
    row = _ROWS[re.sub(" +", " ", match.group())]
    return Anchor(match.start(), match.end(), row["code"], row["role"])


def plain(words: str) -> str:
    """Words without tone and vowel marks, `đ` as `d`."""
    marked = unicodedata.normalize("NFD", words.replace("đ", "d"))
    return "".join(c for c in marked if not unicodedata.combining(c))


@cache
def spellings(code: str) -> frozenset[str]:
    """The words for a type without marks, and its code as an abbreviation, in small letters."""
    return frozenset({plain(word) for word, row in _ROWS.items() if row["code"] == code} | {plain(code.lower())})
