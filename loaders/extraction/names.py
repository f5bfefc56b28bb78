"""Laws, codes and ordinances by name: how far the name runs that follows `Luật`, `Bộ luật`, `Pháp lệnh`."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any, Final

from loaders.extraction import slips
from loaders.extraction.deferred import deferred
from loaders.extraction.lexicon import CAPITALS, SMALL, listed, pattern, table
from loaders.extraction.normal import fold

_WORD: Final = pattern(r"\w+")
_SAME_VOWELS: Final = tuple(zip("yýỳỷỹỵ", "iíìỉĩị", strict=True))
_SAME_VOWEL: Final = str.maketrans(dict(_SAME_VOWELS))
_LONGEST: Final = 190
_LEADING: Final = 60
_NARROW: Final = 20  # the same where no gap is wide
_SHORTEST: Final = 2
_SURE: Final = 4  # words of a name that one word with a slip may stand in
_END: Final = ""
_OWNED: Final = "của"
_STOP: Final = pattern(
    rf" (?:{listed('after_law_name')}|{listed('not_in_law_name')})(?!\w)|[,;.:…()\[\]\"“”/?!\n]| -|\d+(?!\w)|$"
)
_NEXT_LINE: Final = deferred(
    r"[ ]*\n[ ]*(?:Thay thế|Sửa đổi|Bổ sung|Bãi bỏ|Căn cứ|Điều|Theo đề nghị|Việc|Các|Trường hợp|Đối với|Khi|Nghị định"
    r"|Thông tư|Quyết định)(?!\w)"
)
_INITIALS: Final = deferred(rf"[{CAPITALS}]{{2,10}}(?=[ ]*\n\s*[{CAPITALS}][{SMALL}])")
"""A name by its initials, which ends its line: `thực hiện Luật TGPL` above a sentence."""
_AGAINST: Final = pattern(r"phòng, chống ")
_RUNS_OFF: Final = pattern(rf" (?!sửa đổi|bổ sung)(?:{listed('after_law_name')}|{listed('not_in_law_name')})(?!\w)")
_NO_NAME: Final = pattern(rf" (?:{listed('not_in_law_name')})(?!\w)")
_OVER: Final = deferred(r"[;.()\"“”\[\]\n\d]")
_LEAD: Final = pattern(r",? (?:(?:kể )?từ (?=ngày ))?(?P<word>số ?:? ?|ngày |năm )?$")
_LAW_NUMBER: Final = deferred(r"\d{1,3}/\d{4}/(?:qh|ubtvqh|pl|l-)")
_LAW_YEAR: Final = deferred(r"(?:19|20)\d\d(?!\w)")
_NO_LAW: Final = pattern(r"(?<!\w)(?:luật|pháp lệnh|nghị định|nghị quyết|quyết định|thông tư|này|thì|là|được)(?!\w)")

Trie = dict[str, Any]


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[str, ...]:
    """The words of a folded name as names are compared: no punctuation, `y` as `i`."""
    for vowel, same in _SAME_VOWELS:
        text = text.replace(vowel, same)
    return tuple(_WORD.findall(text))


def plant(names: object) -> Trie:
    """A trie of the words of folded names."""
    root: Trie = {}
    for name in names:  # type: ignore[attr-defined]
        node = root
        for word in words(name):
            node = node.setdefault(word, {})
        node[_END] = {}
    return root


@cache
def gazetteer() -> Trie:
    """The trie of the names in `data/law_names.tsv`."""
    return plant(row["name"].lower() for row in table("law_names"))


@lru_cache(maxsize=8192)
def _same_vowels(word: str) -> str:
    return word.translate(_SAME_VOWEL)


def longest(trie: Trie, folded: str, position: int) -> int | None:
    """Where the longest name of `trie` that begins at `position` ends; None where there is none."""
    node, found, slipped, count = trie, None, False, 0
    last = position
    for match in _WORD.finditer(folded, position, position + _LONGEST):
        start = match.start()
        if start - last > 1 and ((gap := folded[last:start]).strip(" ,-&/;") or len(gap) > 24):
            break
        word = _same_vowels(match.group())
        if word not in node and word[:2].isalpha():
            word = word.rstrip("0123456789")  # a footnote's mark stands on the word
        if word not in node and word in node.get(_OWNED, ()):
            node = node[_OWNED]  # `Luật Phòng chống tác hại thuốc lá`, which is `của thuốc lá` in full
        if start - last == 1 and folded[last] not in " ,-&/;":
            break
        if word not in node:
            meant = None if slipped else _meant(trie, node, word)
            if meant is None:
                break
            slipped = True
            node = node[meant]
        else:
            node = node[word]
        last, count = start + len(word), count + 1
        if _END in node and not (slipped and count < _SURE):
            found = last
    return found


def _meant(trie: Trie, node: Trie, word: str) -> str | None:
    """The one word that a name may go on with, of which `word` has all the letters but not all the marks."""
    if not word.isalpha():
        return None
    shape = slips.plain(word)
    if node is trie:  # most words begin no name: they are asked for at once
        return _openings().get(shape) if trie is gazetteer() else None
    found = [other for other in node if slips.plain(other) == shape]
    return found[0] if len(found) == 1 else None


@cache
def _openings() -> dict[str, str]:
    """The first words of the names in `data/law_names.tsv` by their letters, where these tell one of them."""
    shapes = [slips.plain(word) for word in gazetteer()]
    return {shape: word for shape, word in zip(shapes, gazetteer(), strict=True) if shapes.count(shape) == 1}


def defined(folded: str, position: int) -> int | None:
    """Where a name ends that is followed by its number, date or year (`Luật X số 5/...`, `Luật X ngày 1/2/2003`)."""
    over = _OVER.search(folded, position, position + _LONGEST)
    if over is None or not over.group().isdigit():
        return None
    near = over.start() - _NARROW
    near = near if folded.find("  ", near, over.start()) < 0 else over.start() - _LEADING
    lead = _LEAD.search(folded, max(position, near), over.start())
    if lead is None or lead.start() - position < _SHORTEST:
        return None
    name = folded[position : lead.start()]
    if ":" in name:
        return None
    if _LAW_NUMBER.match(folded, over.start()) and not _NO_LAW.search(name):
        return lead.start()
    if lead["word"] is None and not _LAW_YEAR.match(folded, over.start()):
        return None
    return None if _NO_NAME.search(" " + name) else lead.start()


def runs_off(rest: str) -> bool:
    """Whether words after a known name are no part of a longer one but the sentence that goes on."""
    return bool(_RUNS_OFF.search(rest))


def broken_off(text: str, start: int, end: int) -> bool:
    """Whether a line within `start:end` begins a sentence of its own, by a word that begins no line of a name."""
    return _NEXT_LINE.search(text, start, end) is not None


def capital(text: str, folded: str, position: int, *, begun: bool) -> int | None:
    """Where a name that begins with a capital ends at the first word that no name runs on with.

    `begun` says that the word `Luật` itself stands inside a sentence, so that its capital marks a name: then the name
    may go on in small letters.
    """
    if not text[position : position + 1].isupper() and not (
        begun and not _STOP.match(" " + folded[position : position + 30])
    ):
        return None
    initials = _INITIALS.match(text, position)
    if initials:
        return initials.end()
    against = _AGAINST.match(folded, position)
    match = _STOP.search(folded, against.end() if against else position + 1, position + _LONGEST)
    end = match.start() if match else min(position + _LONGEST, len(folded))
    line = _NEXT_LINE.search(text, position, end)
    end = line.start() if line else end
    name = folded[position:end]
    return end if 1 <= len(name.split()) <= 14 and len(name) > 2 else None


_WHOLE: Final = {
    " ".join(words(row["short"])): " ".join(w for w in words(fold(row["whole"])) if w != "và")
    for row in table("abbreviations")
}


_SMALL: Final = frozenset({"và", "các"})


@lru_cache(maxsize=4096)
def whole_words(title: str) -> tuple[str, ...]:
    """The words of a law's name with its abbreviations written out, `và` and `các` left out."""
    return tuple(" ".join(_WHOLE.get(w, w) for w in words(fold(title)) if w not in _SMALL).split())


def shortened(title: str | None) -> bool:
    """Whether the name of a law holds an abbreviation."""
    return not _WHOLE.keys().isdisjoint(words(fold(title or "")))
