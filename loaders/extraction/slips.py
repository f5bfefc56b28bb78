"""Names that differ by slips alone: marks that a scanner dropped, spaces lost where lines were joined.

`Luật Phô biến, giáo dục pháp luật`, `Đề án Nâng cao năng lựccán bộ thôn`: their letters without marks and spaces agree.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

LEAST: Final = 20
"""A name of fewer letters is too short to be told by its letters: other names would agree with it by chance."""


@lru_cache(maxsize=8192)
def plain(words: str) -> str:
    """Words without tone and vowel marks, `đ` as `d`."""
    marked = unicodedata.normalize("NFD", words.replace("đ", "d"))
    return "".join(c for c in marked if not unicodedata.combining(c))


def letters(name: tuple[str, ...]) -> str | None:
    """The letters of the folded words of a name, unmarked and joined; None where they are too few."""
    found = plain("".join(name))
    return found if len(found) >= LEAST else None


def agree(one: str, other: str, *, cut: bool) -> bool:
    """Whether the letters of two names are the same; as far as both go where the names were `cut` after some words."""
    return one == other or (cut and (one.startswith(other) or other.startswith(one)))
