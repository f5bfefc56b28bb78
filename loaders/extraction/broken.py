"""Words that a scan or a converter has broken by spaces (`quy ế t đ ịnh`): which spaces to take out."""

from __future__ import annotations

import re
from typing import Final

from loaders.extraction.letters import codes, kinds

_VOWELS: Final = "ăâêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
_MARKED: Final = _VOWELS + _VOWELS.upper()
_ONSET: Final = "(?:ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdđghklmnpqrstvx])"
_FINAL: Final = "(?-i:ch|ng|nh|[acimnoptuy])"
# A lone vowel with a mark between pieces of a word: `quy ế t`, `c ạ nh`, `x ử lý`.
_AFTER_ONSET: Final = re.compile(
    rf"(?<!\w){_ONSET}( )(?![ởýà](?!\w))[{_MARKED}](?: ({_FINAL})(?!\w))?(?!\w)", re.IGNORECASE
)
_INSIDE: Final = re.compile(rf"(?<=[^\W\d_])( )[{_MARKED}]( ){_FINAL}(?!\w)", re.IGNORECASE)
_REST: Final = re.compile(rf"(?<!điểm )(?<!khoản )(?<!\w){_ONSET}( )[{_MARKED}](?=[^\W\d_])", re.IGNORECASE)
_OFTEN: Final = "ếệộủạị"  # a scan that breaks words breaks one of the commonest
_ALONE: Final = kinds(" ", _OFTEN)  # one of them between two spaces is 1, 2, 1
_TELL: Final = re.compile(rf" [{_MARKED}] {_FINAL} ")


def gaps(content: str) -> list[tuple[int, int, str]]:
    """The single spaces inside broken words of `content`, as stretches to take out."""
    if b"\1\2\1" not in codes(content).translate(_ALONE) or not _TELL.search(content):
        return []
    found: set[int] = set()
    for match in _INSIDE.finditer(content):
        found |= {match.start(1), match.start(2)}
    for match in _AFTER_ONSET.finditer(content):
        found.add(match.start(1))
        if match.group(2):
            found.add(match.start(2) - 1)
    found |= {match.start(1) for match in _REST.finditer(content)}
    return [(at, at + 1, "") for at in sorted(found)]
