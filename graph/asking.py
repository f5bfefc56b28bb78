"""What a query asks for: a number, a type of document, words; and the full-text expressions that look for it.

Text is compared folded: small letters without marks, `đ` as `d`, numbers without leading zeros. Abbreviations that
everybody uses (`UBND`, `TW`) also stand for what they abbreviate.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from ontology import identity, tables
from ontology.model import Value
from ontology.terms import TYPES

NUMBER: Final = re.compile(r"\d+\w*(?:\s*[-–—/]\s*[^\s\-–—/]+)+|\d+\w*")
ANNOUNCING: Final = frozenset({"so", "nam", "ngay"})
WORD: Final = re.compile(r"[a-z]+|\d+[a-z]*")
LONGEST_QUERY: Final = 500
MOST_WORDS: Final = 24
LONGEST_NAME: Final = 4


class Question(Value, frozen=True, gc=False):
    """A query as it is understood. `type` is a code where the query begins with the name of a type.

    `words` are the folded words besides; `number` the whole number in compact form (`49kltw`), empty where there is
    none; `typing` is true while the last word may be the beginning of one.
    """

    text: str
    type: str | None
    words: tuple[str, ...]
    number: str = ""
    typing: bool = True

    @property
    def counts(self) -> tuple[str, ...]:
        """The words that are figures."""
        return tuple(word for word in self.words if word[0].isdigit())


def fold(text: str) -> str:
    """Text as it is compared: small letters without marks, `đ` as `d`."""
    return identity.fold(text)


def compact(text: str) -> str:
    """A number as it is compared: folded, letters and digits alone, leading zeros gone (`49-KL/TW` is `49kltw`)."""
    parsed = identity.number(text)
    return parsed.slug.replace("-", "") if parsed else ""


def split(text: str) -> list[str]:
    """The folded words of a text, figures without leading zeros (`KL49` is two words)."""
    return [word.lstrip("0") or "0" if word[0].isdigit() else word for word in WORD.findall(fold(text))]


def indexed(text: str) -> str:
    """Text as the index keeps it."""
    return " ".join(split(text))


def words(query: str) -> list[str]:
    """The words of a query, at most as many as an honest question has, without those that announce a figure."""
    found = split(query[:LONGEST_QUERY])[:MOST_WORDS]
    return [
        word
        for word, after in zip(found, [*found[1:], ""][: len(found)], strict=True)
        if not (word in ANNOUNCING and after[:1].isdigit())
    ]


@cache
def type_names() -> dict[tuple[str, ...], str]:
    """The folded words that name a document type, in Vietnamese or by code, and the code (`ket luan` is `KL`)."""
    names: dict[tuple[str, ...], str] = {}
    for concept in TYPES.values():
        for name in (concept.label_vi, *concept.alt, concept.code):
            names.setdefault(tuple(split(name)), concept.code)
    return names


@cache
def abbreviations() -> dict[str, str]:
    """What each usual abbreviation stands for, both folded."""
    return {indexed(row["short"]): indexed(row["long"]) for row in tables.rows("abbreviations.csv")}


def reading(query: str) -> tuple[str | None, list[str]]:
    """The document type that the query begins with or names by a code, and its other words."""
    found = words(query)
    for width in range(min(LONGEST_NAME, len(found)), 0, -1):
        code = type_names().get(tuple(found[:width]))
        if code and (len(found) > width):
            return code, found[width:]
    return None, found


def question(query: str, *, typing: bool = True) -> Question:
    """A query as it is understood."""
    code, rest = reading(query)
    stated = NUMBER.search(query[:LONGEST_QUERY])
    return Question(query, code, tuple(rest), compact(stated[0]) if stated else "", typing)


def everywhere(asked: Question) -> str:
    """The expression that all words stand somewhere, the last perhaps only begun, and the type if one is named."""
    last = len(asked.words) - 1
    terms = [_term(word, begun=asked.typing and at == last) for at, word in enumerate(asked.words)]
    if asked.type:
        terms.append(f'("{indexed(TYPES[asked.type].label_vi)}" OR "{indexed(asked.type)}")')
    return " AND ".join(terms)


def leading(asked: Question) -> str:
    """The expression that a figure of the query is the first part of the document's number."""
    star = "*" if asked.typing and asked.words[-1] == asked.counts[-1] and len(asked.words) == 1 else ""
    return "{number} : (" + " OR ".join(f'^"{count}"{star}' for count in asked.counts) + ")"


def phrase(asked: Question, column: str) -> str:
    """The expression that the words stand in one column one after the other."""
    star = " *" if asked.typing and not asked.words[-1][0].isdigit() else ""
    return f'{{{column}}} : "{" ".join(asked.words)}"{star}'


def _term(word: str, *, begun: bool) -> str:
    """One word: itself, what it abbreviates, or (the last one, while it is typed) what it begins."""
    star = "*" if begun and not word[0].isdigit() else ""
    long = abbreviations().get(word)
    return f'("{word}"{star} OR "{long}")' if long else f'"{word}"{star}'
