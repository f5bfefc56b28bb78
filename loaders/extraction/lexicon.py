"""The extractor's tables: knowledge as rows, each with an example that a test runs."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from loaders.extraction.deferred import deferred

if TYPE_CHECKING:
    from collections.abc import Iterable

CAPITALS: Final = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"  # in a character class
SMALL: Final = "a-z" + CAPITALS.removeprefix("A-Z").lower()


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `data/NAME.tsv` as dicts of column to value; lines that begin with `#` are comments."""
    text = (files("loaders.extraction") / "data" / f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    columns = lines[0].split("\t")
    return tuple(dict(zip(columns, line.split("\t"), strict=True)) for line in lines[1:])


WIDE: Final = " {1,24}"  # what stands for a space in patterns of words
_PIECE: Final = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)
_SINGLE: Final = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]| (?![{*+?])")


@cache
def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """`source` compiled; each plain space in it stands for any run of spaces, as a line may break anywhere."""
    wide = _SINGLE.sub(lambda m: " {1,24}" if m.group() == " " else m.group(), source)
    return deferred(wide, flags)


@cache
def words_of(name: str) -> tuple[str, ...]:
    """The words of the list `name` in `data/grammar_words.tsv`, the longest first."""
    found = [row["word"] for row in table("grammar_words") if row["list"] == name]
    if not found:
        raise KeyError(name)
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


def listed(name: str) -> str:
    """A pattern for any word of the list `name` in `data/grammar_words.tsv`, the longest first (spaces as they are)."""
    return "|".join(words_of(name))


@cache
def act_words() -> tuple[str, ...]:
    """The words that name a type of instrument, the longest first."""
    return tuple(sorted({row["word"] for row in table("types")}, key=lambda word: (-len(word), word)))


def acts() -> str:
    """A pattern for any word that names a type of instrument."""
    return "|".join(act_words())


def begins(source: str) -> str:
    r"""A pattern for the ways of `source` where a word begins; each of them begins with a letter.

    It says `(?<!\w)(?:...)` so that `re` looks for these letters alone, and tries nothing at any other character.
    """
    ends: dict[str, list[str]] = {}
    for way in _ways(source):
        ends.setdefault(way[0], []).append(way[1:])
    return "(?:" + "|".join(rf"{first}(?<!\w{first})(?:{'|'.join(rest)})" for first, rest in ends.items()) + ")"


def _ways(source: str) -> list[str]:
    """The alternatives of a pattern, those inside its groups left whole."""
    ways, depth = [""], 0
    for piece in _PIECE.findall(source):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and not depth:
            ways.append("")
        else:
            ways[-1] += piece
    return ways


def any_case(words: Iterable[str]) -> str:
    """A pattern for any of `words` in small letters or capitals; a first letter that none has is told at once."""
    rest: dict[str, list[str]] = {}
    for word in words:
        rest.setdefault(word[0], []).append(word[1:])
    return "|".join(f"[{first}{first.upper()}](?i:{'|'.join(ends)})" for first, ends in rest.items())


def spaced(words: str) -> str:
    """A pattern for `words` with any run of spaces between them (a folded text has no line breaks)."""
    return re.escape(words).replace(r"\ ", WIDE)


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest first; each way begins with another letter.

    What words begin with alike is told once: `re`, which tries one way after the other, is soon at the right one.
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda w: (-len(w), w)):
        rests.setdefault(word[:1], []).append(word[1:])
    return "|".join(spaced(first) + _rest(rest) for first, rest in rests.items())


def _rest(words: list[str]) -> str:
    """A pattern for what is left of words that begin alike."""
    if len(words) == 1:
        return spaced(words[0])
    return f"(?:{alternatives(words)})"
