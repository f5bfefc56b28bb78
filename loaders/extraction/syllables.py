"""Words that a page has run together (`thờichiến`, `vềquản lý`, `Nayđình chỉ`), told by the syllables of Vietnamese.

A syllable has one tone mark at most, and `đ` only ever begins one. So a word with two tone marks, or with a `đ` behind
a letter, has lost a space. A page that has lost some has lost more: there words with one mark are told too (`thihành`).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from loaders.extraction.letters import codes, kinds, whole
from loaders.extraction.lexicon import CAPITALS, SMALL
from loaders.extraction.places import every

_STOPPED: Final = ("c", "h", "p", "t")
_ONSETS: Final = "(?:ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
_RIMES: Final = (
    "a(?:ch?|i|m|ng?|nh|o|p|t|u|y)?|ă(?:c|m|ng?|p|t)|â(?:c|m|ng?|p|t|u|y)|e(?:c|m|ng?|o|p|t)?|ê(?:ch|nh|m|n|p|t|u)?"
    "|i(?:a|ch|m|nh?|p|t|u)?|iê(?:c|m|ng?|p|t|u)|y(?:ê(?:m|n|t|u))?|ê(?:m|ng?|t|u)|o(?:c|i|m|ng?|p|t)?|oa(?:ch?|i|m|ng?|nh|o|t|y)?"
    "|oă(?:c|m|ng?|t)|oe(?:n|o|t)?|ô(?:c|i|m|ng?|p|t)?|ơ(?:i|m|n|p|t)?|u(?:a|c|i|m|ng?|p|t)?|uâ(?:n|ng|t|y)|uê(?:ch|nh)?"
    "|uy(?:a|ch|nh|t|u|ên|êt)?|uô(?:c|i|m|ng?|t)|uơ|ư(?:a|c|i|ng|t|u)?|ươ(?:c|i|m|ng?|p|t|u)"
)
_SYLLABLE: Final = re.compile(f"{_ONSETS}(?:{_RIMES})")
_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
_HIGH: Final = ("\u0301", "\u0323")
"""The tones (`sắc`, `nặng`) that a syllable may have that ends with a stop."""
_LONGEST: Final = 7
"""So many letters has the longest syllable (`nghiêng`)."""
_MOST: Final = 3


def _tone(char: str) -> str:
    return next((mark for mark in unicodedata.normalize("NFD", char) if mark in _TONES), "")


_LETTERS: Final = whole("isalpha")
_TONED: Final = "".join(char for char in _LETTERS if _tone(char))
_TONE: Final = {char: _tone(char) for char in _TONED}
_BARE: Final = str.maketrans(
    {c: unicodedata.normalize("NFC", unicodedata.normalize("NFD", c).replace(_TONE[c], "")) for c in _TONED}
)
_KINDS: Final = kinds(_TONED, "".join(char for char in _LETTERS if char not in _TONED))
_VOWELS: Final = frozenset("aăâeêioôơuưy") | frozenset(char for char in _TONED if char.islower())
_TWICE: Final = re.compile(b"\1\2{0,6}\1")
_STROKED: Final = kinds("".join(char for char in _LETTERS if char != "đ"), "đ")
_SYMBOL: Final = re.compile(rf"[{CAPITALS}]{{2,9}}(?=[{SMALL}]{{2}})")  # `TCTnêu`
_WORD: Final = re.compile(rf"[^\W\d_]{{1,{_LONGEST * _MOST}}}+(?![^\W\d_])")  # longer ones are no words
_WORDS: Final = re.compile(rf"(?<![^\W\d_]){_WORD.pattern}")


def parted(content: str) -> list[int]:
    """Where spaces are missing inside the words of `content`."""
    known = codes(content)
    found = {place + 1 for place in every(known.translate(_STROKED), b"\1\2") if _ended(content, place + 1)}
    twice = [match.start() for match in _TWICE.finditer(known.translate(_KINDS))]
    for place in twice:
        start = place
        while start and place - start < _LONGEST and content[start - 1].isalpha():
            start -= 1
        word = _WORD.match(content, start)
        if word is not None:
            found.update(start + cut for cut in _cuts(word.group().lower()))
    if found:
        for word in _WORDS.finditer(content):
            found.update(word.start() + cut for cut in _loose(word.group()))
    return sorted(found)


def _loose(word: str) -> tuple[int, ...]:
    """Where a word of such a page is to be parted: `thihành`, `TCTnêu`."""
    behind = _SYMBOL.match(word)
    if behind and _valid(word[behind.end() :]):
        return (behind.end(),)
    return _cuts(word.lower()) if any(char in _TONE for char in word) and not _valid(word.lower()) else ()


def _ended(content: str, place: int) -> bool:
    """Whether a word ends before the `đ` at `place`: a syllable, or initials (`GSQLđề`); `nđ-cp` is a symbol."""
    if content[place + 1 : place + 2].lower() not in _VOWELS:
        return False
    start = place - 1
    while start and place - start < _LONGEST and content[start - 1].isalpha():
        start -= 1
    word = content[start:place]
    return _valid(word.lower()) or (len(word) > 1 and word.isupper())


@lru_cache(maxsize=4096)
def _cuts(word: str) -> tuple[int, ...]:
    """Where a word is to be parted into the fewest syllables, each with all the consonants that it may begin with."""
    for count in range(2, _MOST + 1):
        found = _split(word, count)
        if found:
            return tuple(sum(found[: k + 1]) for k in range(count - 1))
    return ()


def _split(word: str, count: int) -> tuple[int, ...]:
    """The lengths of the `count` syllables of a word; none where it has no such parts."""
    if count == 1:
        return (len(word),) if _valid(word) else ()
    for size in range(1, min(_LONGEST, len(word) - 1) + 1):
        if _valid(word[:size]) and (rest := _split(word[size:], count - 1)):
            return (size, *rest)
    return ()


@lru_cache(maxsize=8192)
def _valid(word: str) -> bool:
    """Whether a word in small letters is one syllable."""
    tones = [_TONE[char] for char in word if char in _TONE]
    if len(word) > _LONGEST or len(tones) > 1 or _SYLLABLE.fullmatch(word.translate(_BARE)) is None:
        return False
    return not word.endswith(_STOPPED) or word.endswith(("nh", "gh")) or bool(tones and tones[0] in _HIGH)
