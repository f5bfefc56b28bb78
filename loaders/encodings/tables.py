"""The old Vietnamese encodings, read from the tables beside this module.

`tcvn3.tsv` is TCVN 5712:1993 (VN1), whose second half the ABC fonts know as TCVN3; `viscii.tsv` is RFC 1456; `vni.tsv`
is VNI for Windows, where a letter takes one or two bytes, base and mark. Each row is the bytes in hexadecimal and the
letter. What a table does not name is read as Windows-1252: quotes, dashes and spaces stand there in all of them.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Final

REPLACEMENT: Final = "\ufffd"
# ABC fonts put no letters below this byte: Windows keeps its quotes and dashes there.
ABC_FIRST: Final = 0xA1


def rows(name: str) -> list[tuple[bytes, str]]:
    """The rows of a table, in its order."""
    lines = files("loaders.encodings").joinpath(f"{name}.tsv").read_text("utf-8").splitlines()[1:]
    return [(bytes.fromhex(code), letter) for code, letter in (line.split("\t") for line in lines)]


@cache
def windows() -> tuple[str, ...]:
    """The character of each byte in Windows-1252, the replacement character where it has none."""
    return tuple(bytes([byte]).decode("cp1252", errors="replace") for byte in range(256))


@cache
def single(name: str, first: int = 0) -> tuple[str, ...]:
    """The character of each byte where every letter takes one, taking only the letters from byte `first` on."""
    characters = list(windows())
    for code, letter in rows(name):
        if code[0] >= first:
            characters[code[0]] = letter
    return tuple(characters)


@cache
def pairs() -> tuple[re.Pattern[str], dict[str, str]]:
    """What finds a letter of VNI in text read as Windows-1252, and the letter each find stands for."""
    letters = {"".join(windows()[byte] for byte in code): letter for code, letter in rows("vni")}
    longest_first = sorted(letters, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), letters


def from_single(data: bytes, characters: tuple[str, ...]) -> str:
    """The text of bytes where every letter takes one."""
    return data.decode("latin-1").translate(dict(enumerate(characters)))


def from_vni(data: bytes) -> str:
    """The text of bytes in VNI."""
    pattern, letters = pairs()
    return pattern.sub(lambda found: letters[found[0]], from_single(data, windows()))


def decode(data: bytes, encoding: str) -> str:
    """The text of `data` in one of `LEGACY`; U+FFFD stands where the encoding has no character."""
    match encoding:
        case "tcvn3":
            return from_single(data, single("tcvn3", ABC_FIRST))
        case "tcvn5712":
            return from_single(data, single("tcvn3"))
        case "viscii":
            return from_single(data, single("viscii"))
        case "vni":
            return from_vni(data)
        case _:
            return data.decode(encoding, errors="replace")


# In the order in which equals are preferred.
LEGACY: Final = ("tcvn3", "vni", "viscii", "cp1258", "tcvn5712")
