"""Terms, plenums and congresses as names state them: `khóa XI`, `Hội nghị Trung ương 8`, `Đại hội XIII`."""

from __future__ import annotations

import re
from typing import Final

from ontology.folding import folded, tokens

NUMERALS: Final = tuple("- i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(" "))  # noqa: SIM905 - reads better
WORDS: Final = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
VARIANTS: Final = {"bốn": 4, "lăm": 5, "bẩy": 7}
COUNTS: Final = {folded(word): count for count, word in enumerate(WORDS, start=1)} | {
    folded(word): count for word, count in VARIANTS.items()
}
TEN: Final = folded("mười")
TERM: Final = tokens("khóa")
THE: Final = tokens("thứ")
MANDATE: Final = tokens("nhiệm kỳ")
COUNT: Final = rf"\d{{1,2}}|(?:{TEN} )?(?:{'|'.join(COUNTS)})"


def _pattern(text: str) -> re.Pattern[str]:
    """A pattern over folded words; `<name>` stands for a count, `( ... )?` for words that may be left out."""
    parts = re.split(r"(<\w+>|\(|\)\?|\^|\$)", text)
    return re.compile("".join(_SYNTAX.get(part) or _words(part) for part in parts))


_SYNTAX: Final = {
    "^": "^",
    "$": "$",
    "(": "(?:",
    ")?": ")?",
    "<count>": f"(?P<count>{COUNT})",
    "<sitting>": f"(?P<sitting>{COUNT})",
    "<numeral>": r"(?P<numeral>[ivx]+|\d{1,2})",
}


def _words(text: str) -> str:
    return " ".join(folded(word) if word else "" for word in text.split(" "))


PLENUMS: Final = (
    _pattern("^hội nghị lần thứ <count>( lần <sitting>)? ban chấp hành trung ương"),
    _pattern("^(hội nghị )?(ban chấp hành )?trung ương( đảng)?( lần thứ)? <count>( lần <sitting>)?$"),
    _pattern("^(hội nghị )?(ban chấp hành )?trung ương( đảng)?( lần thứ)? <count>( lần <sitting>)? ban chấp hành"),
)
CONGRESS: Final = _pattern(
    "^đại hội( đại biểu)?( đảng)?( toàn quốc)?( của đảng)?( lần thứ)? <numeral>( của)?( đảng)?( cộng sản việt nam)?$"
)


def cut_term(words: tuple[str, ...]) -> tuple[tuple[str, ...], str | None]:
    """A name without its term and mandate (`khóa XI`, `nhiệm kỳ 2020-2025`), and the term in Roman numerals."""
    term = None
    kept: list[str] = []
    at = 0
    while at < len(words):
        if words[at : at + 1] == TERM and (found := _numeral_after(words, at + 1)):
            at, term = found
        elif words[at : at + 2] == MANDATE:
            at = _after_years(words, at + 2)
        else:
            kept.append(words[at])
            at += 1
    return tuple(kept), term


def _numeral_after(words: tuple[str, ...], at: int) -> tuple[int, str] | None:
    """Where the numeral at a position ends, and its Roman form; an ordinal word before it is skipped."""
    at += words[at : at + 1] == THE
    numeral = roman(words[at]) if at < len(words) else None
    return (at + 1, numeral) if numeral else None


def _after_years(words: tuple[str, ...], at: int) -> int:
    while at < len(words) and words[at].isdigit():
        at += 1
    return at


def roman(numeral: str) -> str | None:
    """A numeral up to twenty in Roman form, however it is written; None for anything else.

    >>> roman("11"), roman("xi"), roman("XXI")
    ('XI', 'XI', None)
    """
    if numeral.isdigit():
        return NUMERALS[int(numeral)].upper() if 0 < int(numeral) < len(NUMERALS) else None
    return numeral.upper() if numeral.casefold() in NUMERALS[1:] else None


def plenum_ordinal(words: tuple[str, ...]) -> str | None:
    """The ordinal of a plenum in its name: `8`, or `6-2` for the second sitting of the sixth; None for other names.

    >>> plenum_ordinal(tokens("Hội nghị Trung ương 8"))
    '8'
    >>> plenum_ordinal(tokens("Hội nghị lần thứ sáu (lần 2) Ban Chấp hành Trung ương"))
    '6-2'
    """
    text = " ".join(word for word in words if word != ",")
    found = next((found for pattern in PLENUMS if (found := pattern.search(text))), None)
    if found is None:
        return None
    return f"{_count(found['count'])}-{_count(found['sitting'])}" if found["sitting"] else str(_count(found["count"]))


def congress_ordinal(words: tuple[str, ...]) -> str | None:
    """The number of a national Party congress in its name, in Roman numerals; None for other names.

    >>> congress_ordinal(tokens("Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"))
    'XIII'
    """
    found = CONGRESS.search(" ".join(word for word in words if word != ","))
    return roman(found["numeral"]) if found else None


def _count(text: str) -> int:
    """A count in digits or in words (`mười lăm`)."""
    if text.isdigit():
        return int(text)
    *ten, last = text.split(" ")
    return COUNTS[last] + (COUNTS[TEN] if ten else 0)
