"""Names as they are compared: blind to case, to where a tone mark sits, to dashes, dots and spaces.

>>> folded("UỶ BAN NHÂN DÂN") == folded("Ủy ban nhân dân")
True
>>> folded("Bà Rịa – Vũng Tàu") == folded("Bà Rịa-Vũng Tàu")
True
>>> folded("Hà Tĩnh") == folded("Hà Tỉnh")
False
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from ontology.identity import LOOKALIKES

TONES: Final = frozenset("\u0300\u0301\u0303\u0309\u0323")
ETHS: Final = str.maketrans("Ðð", "Đđ")
DOTTED_CENTRE: Final = re.compile(r"(?<!\w)T\s?\.\s?Ư(?!\w)")
CENTRE: Final = re.compile(r"(?<!\w)TƯ(?!\w)")
INITIALS: Final = re.compile(r"(?<!\w)([^\W\d_])\.(?=[^\W\d_](?!\w))")
WORD: Final = re.compile(r"[\w&]+|,")


def tokens(text: str) -> tuple[str, ...]:
    """The folded words of a name; a comma is a word of its own.

    `T.Ư` and `TƯ` are the older spelling of `TW`; in a name all in capitals `TƯ` is a plain word (`ĐẦU TƯ`).

    >>> tokens("Phường 01, TP.HCM")[-3:]
    (',', 'tp', 'hcm')
    """
    composed = unicodedata.normalize("NFC", text).translate(LOOKALIKES).translate(ETHS)
    central = DOTTED_CENTRE.sub("TW", composed)
    if not central.isupper():
        central = CENTRE.sub("TW", central)
    return tuple(_folded_word(word) for word in WORD.findall(INITIALS.sub(r"\1", central)))


def folded(text: str) -> str:
    """The comparison key of a name; commas do not count."""
    return " ".join(word for word in tokens(text) if word != ",")


@lru_cache(maxsize=8192)
def _folded_word(word: str) -> str:
    """A word in lower case with its tone at the end, wherever it is written (`uỷ`, `ủy`); `01` is `1`."""
    if word.isdigit():
        return word.lstrip("0") or "0"
    marks = unicodedata.normalize("NFD", word.casefold())
    tone = "".join(mark for mark in marks if mark in TONES)
    return unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in TONES)) + tone
