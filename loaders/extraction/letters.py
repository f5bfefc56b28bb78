"""Texts in one byte for each character, which are looked over quicker than the texts themselves; places stay the same.

ASCII without its controls stands as it is; the letters of Vietnamese, small and capital, and a few marks have bytes of
their own. Any other character stands as `?`, which therefore says nothing of what stands there.
"""

from __future__ import annotations

import codecs
from typing import Final

from loaders.extraction.lexicon import CAPITALS, SMALL

UNKNOWN: Final = b"?"
_LONG: Final = 1000
_KEPT_TEXTS: Final = 4
_KEPT: Final = "\0\n" + "".join(map(chr, range(0x20, 0x7F)))
_OTHERS: Final = iter(CAPITALS.removeprefix("A-Z") + SMALL.removeprefix("a-z") + "“”…’‘•")
_CHARS: Final = "".join(chr(code) if chr(code) in _KEPT else next(_OTHERS, "\ufffe") for code in range(256))
_ENCODING: Final = codecs.charmap_build(_CHARS)
_LOWER: Final = bytes(_CHARS.index(char.lower()) if char.lower() in _CHARS else 0 for char in _CHARS)


def strict(word: str) -> bytes:
    """The bytes of a word.

    Raises:
        UnicodeEncodeError: it holds a character that has no byte.

    """
    return codecs.charmap_encode(word, "strict", _ENCODING)[0]


def codes(text: str) -> bytes:
    """The bytes of a text; those of the last long ones are remembered, as every stage asks for them."""
    if len(text) < _LONG:
        return _codes(text)
    for known, found in _MEMORY.kept:
        if known is text:
            return found
    return keep(text, _codes(text))


def _codes(text: str) -> bytes:
    return codecs.charmap_encode(text, "replace", _ENCODING)[0]


class _Memory:
    """The last long texts with their bytes, in a tuple that is only replaced as a whole: threads may share it."""

    def __init__(self) -> None:
        self.kept: tuple[tuple[str, bytes], ...] = ()


_MEMORY: Final = _Memory()


def keep(text: str, known: bytes) -> bytes:
    """Remember the bytes of a text that is soon asked for, where whoever made the text had them."""
    _MEMORY.kept = ((text, known), *_MEMORY.kept[: _KEPT_TEXTS - 1])
    return known


def lower(text: str) -> bytes | None:
    """The bytes of a text in small letters; None where it holds a character that has no byte."""
    known = codes(text)
    return known.translate(_LOWER) if UNKNOWN not in known or known.count(UNKNOWN) == text.count("?") else None


def printed(known: bytes) -> str:
    """The text that bytes without an unknown character stand for."""
    return codecs.charmap_decode(known, "strict", _CHARS)[0]


def kinds(*chars: str, unknown: int = 0) -> bytes:
    """A table for `bytes.translate`: each of the first `chars` as 1, each of the second as 2; any other as 0."""
    table = bytearray(256)
    for kind, each in enumerate(chars, start=1):
        for code in strict(each):
            table[code] = kind
    table[UNKNOWN[0]] = unknown
    return bytes(table)


def whole(test: str) -> str:
    """The characters that have bytes, for which the method `test` of `str` holds."""
    return "".join(char for char in _CHARS if char != "\ufffe" and getattr(char, test)())
