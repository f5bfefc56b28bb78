"""From bytes to text, with nothing lost in silence.

The text is what the bytes say and no more: no normal form, no folded newlines, a byte order mark kept where it is
UTF-8 (so that offsets count the code points of the file as it stands). UTF-8 is tried first and strictly. What is not
UTF-8 is read in the old Vietnamese encoding in which most of its words are Vietnamese syllables, and a note says so.
Text that went through the old fonts and was saved as Unicode (`QuyÕt ®Þnh`) is put right the same way.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from loaders.encodings import tables
from loaders.encodings.syllables import plausibility
from ontology.errors import SourceError
from ontology.model import Value

# How much is looked at to tell the encoding: enough for a thousand words.
SAMPLE: Final = 1 << 16
WORDS_BEFORE: Final = 32
PLAUSIBLE: Final = 0.75
# More broken places than this, as a share of all letters outside ASCII, and the bytes are taken to be no UTF-8.
DAMAGE: Final = 0.25
CONTROLS: Final = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
BINARY: Final = 0.02
# How the encoding of text is called whose old letters were saved as Unicode: this and the name of the old encoding.
PUT_RIGHT: Final = "utf-8+"
UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
UTF32: Final = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
BEYOND_ASCII_BYTE: Final = re.compile(rb"[\x80-\xff]")
BEYOND_ASCII: Final = re.compile("[^\x00-\x7f]")
UPPER_LATIN: Final = re.compile("[\u00a1-\u00ff]")
VIETNAMESE: Final = re.compile(
    "[\u1ea0-\u1ef9\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u0300\u0301\u0303\u0309\u0323]"
)


class Decoded(Value, frozen=True, gc=False, omit_defaults=True):
    """Text, the encoding it was read in, and one-line notes on what was guessed or is damaged."""

    content: str
    encoding: str = "utf-8"
    notes: tuple[str, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of `data`.

    `declared` is the encoding that a header or a page names; it is believed only where the bytes are neither Unicode
    nor plausible Vietnamese in an old encoding. Raises SourceError where the bytes are no text.
    """
    if data.startswith(UTF16 + UTF32):
        return _with_marks(data, "utf-32" if data.startswith(UTF32) else "utf-16")
    if _is_binary(data):
        raise SourceError("this is a binary file, not text; give a text, HTML, PDF or Word (.docx) file")
    try:
        return recode(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _damaged(data) or _legacy(data) or _other(data, declared)


def _is_binary(data: bytes) -> bool:
    """Whether more of the first bytes are controls than any text has. Some are allowed: rare capitals of VISCII."""
    sample = data[:SAMPLE]
    return len(CONTROLS.findall(sample)) > max(2, BINARY * len(sample))


def _with_marks(data: bytes, encoding: str) -> Decoded:
    """Text that its byte order mark says is UTF-16 or UTF-32."""
    content = data.decode(encoding, errors="replace")
    damaged = content.count(tables.REPLACEMENT)
    return Decoded(content, encoding, _broken(damaged, encoding))


def _broken(count: int, encoding: str) -> tuple[str, ...]:
    """The note on places that could not be read, if there are any."""
    return (f"{count} places could not be read as {encoding} and stand as U+FFFD",) if count else ()


def _damaged(data: bytes) -> Decoded | None:
    """UTF-8 with broken places, or None where there are too many of them for that."""
    content = data.decode("utf-8", errors="replace")
    broken = content.count(tables.REPLACEMENT) - data.count(tables.REPLACEMENT.encode())
    beyond = sum(1 for letter in content if letter > "\x7f")
    return Decoded(content, "utf-8", _broken(broken, "utf-8")) if broken <= DAMAGE * beyond else None


def _legacy(data: bytes) -> Decoded | None:
    """Text in the old Vietnamese encoding that fits best, or None where none fits."""
    start = BEYOND_ASCII_BYTE.search(data)
    sample = data[max(0, start.start() - WORDS_BEFORE) if start else 0 :][:SAMPLE]
    fits = [(plausibility(tables.decode(sample, encoding)), encoding) for encoding in tables.LEGACY]
    best, encoding = max(fits, key=lambda fit: fit[0])
    if best < PLAUSIBLE:
        return None
    content = tables.decode(data, encoding)
    broken = content.count(tables.REPLACEMENT)
    return Decoded(content, encoding, (f"read as {encoding}, judged by its syllables", *_broken(broken, encoding)))


def _other(data: bytes, declared: str | None) -> Decoded:
    """Text in the declared encoding or, last, in Windows-1252, with a note that this is a guess."""
    encoding = declared or "cp1252"
    try:
        content = data.decode(encoding, errors="replace")
    except LookupError:
        encoding = "cp1252"
        content = data.decode(encoding, errors="replace")
    told = "as declared" if encoding == declared else "a guess: no Unicode and no Vietnamese encoding fits"
    broken = content.count(tables.REPLACEMENT)
    return Decoded(content, encoding, (f"read as {encoding}, {told}", *_broken(broken, encoding)))


def recode(content: str) -> Decoded:
    """Unicode text as it is or, where it is old Vietnamese bytes saved as Unicode letters, put right.

    The encoding is then `utf-8+tcvn3` or the like. Word and PDF files made with the old fonts hold such text too.
    """
    start = BEYOND_ASCII.search(content)
    sample = content[max(0, start.start() - WORDS_BEFORE) :][:SAMPLE] if start else ""
    if not _looks_old(sample):
        damaged = content.count(tables.REPLACEMENT)
        notes = (f"the file itself holds {damaged} replacement characters (U+FFFD), damaged before",) if damaged else ()
        return Decoded(content, "utf-8", notes)
    fits = [(plausibility(reread(sample, encoding)), encoding) for encoding in ("tcvn3", "vni", "viscii")]
    best, encoding = max(fits, key=lambda fit: fit[0])
    if best < PLAUSIBLE:
        return Decoded(content)
    note = f"old Vietnamese letters ({encoding}) saved as Unicode, put right"
    return Decoded(reread(content, encoding), f"{PUT_RIGHT}{encoding}", (note,))


def _looks_old(sample: str) -> bool:
    """Whether the letters outside ASCII are nearly all of the upper half of Latin-1, and no Vietnamese words."""
    upper = len(UPPER_LATIN.findall(sample))
    return upper >= 4 and len(VIETNAMESE.findall(sample)) * 10 < upper and plausibility(sample) < PLAUSIBLE


def reread(content: str, encoding: str) -> str:
    """The text that the letters up to U+00FF are when read as bytes of `encoding`; the others stay as they are."""
    parts = re.split("([^\x00-\xff]+)", content)
    return "".join(
        part if odd else tables.decode(part.encode("latin-1"), encoding)
        for odd, part in ((index % 2, part) for index, part in enumerate(parts))
    )
