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

WHOLE: Final = re.compile(r"\d+\w*(?:\s*[-–—/]\s*[^\s\-–—/]+)+")
NUMBER: Final = re.compile(rf"{WHOLE.pattern}|\d+\w*")
ANNOUNCING: Final = frozenset({"so", "nam", "ngay"})
DATE: Final = re.compile(
    r"(?<![\d/-])(?:(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})|(?P<D>\d{1,2}) thang (?P<M>\d{1,2}) nam (?P<Y>\d{4})"
    r"|(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d))(?![\d/-])"
)
WORD: Final = re.compile(r"[a-z]+|\d+[a-z]*")
LONGEST_QUERY: Final = 500
MOST_WORDS: Final = 24
LONGEST_NAME: Final = 4


class Question(Value, frozen=True, gc=False):
    """A query as it is understood. `type` is a code where the query begins with the name of a type and goes on.

    `groups` are the folded words besides: each alone, but those of a number that is written out (`49-KL/TW`) together.
    `number` is the number in compact form (`49kltw`), empty where there is none; `typing` is true while the last word
    may be the beginning of one.
    """

    text: str
    type: str | None
    groups: tuple[tuple[str, ...], ...]
    number: str = ""
    typing: bool = True

    @property
    def kind(self) -> str | None:
        """The type of document that the query names, be it by all of its words."""
        return self.type or type_names().get(self.words)

    @property
    def words(self) -> tuple[str, ...]:
        """All words, in order."""
        return tuple(word for group in self.groups for word in group)

    @property
    def counts(self) -> tuple[str, ...]:
        """The words that are figures and begin a group."""
        return tuple(group[0] for group in self.groups if group[0][0].isdigit())


def fold(text: str) -> str:
    """Text as it is compared: small letters without marks, `đ` as `d`."""
    return identity.fold(text)


def compact(text: str) -> str:
    """A number as it is compared: folded, letters and digits alone, leading zeros gone (`49-KL/TW` is `49kltw`)."""
    parsed = identity.number(text)
    return parsed.slug.replace("-", "") if parsed else ""


def split(text: str) -> list[str]:
    """The folded words of a text, figures without leading zeros (`KL49` is two words), each full date as one word.

    >>> split("Quyết định 489/QĐ-TTg ngày 08/4/2020")
    ['quyet', 'dinh', '489', 'qd', 'ttg', 'ngay', '20200408']
    """
    plain = DATE.sub(_dated, fold(text))
    return [word.lstrip("0") or "0" if word[0].isdigit() else word for word in WORD.findall(plain)]


def _dated(found: re.Match[str]) -> str:
    """A date as one word, however it is written."""
    day, month, year = (
        found[a] or found[b] or found[c] for a, b, c in (("d", "D", "day"), ("m", "M", "month"), ("y", "Y", "year"))
    )
    return f" {year}{int(month):02}{int(day):02} "


def indexed(text: str) -> str:
    """Text as the index keeps it."""
    return " ".join(split(text))


def groups(query: str) -> list[tuple[str, ...]]:
    """The words of a query, those of a number that is written out together, without those that announce a figure."""
    text, at = query[:LONGEST_QUERY], 0
    found: list[tuple[str, ...]] = []
    for match in WHOLE.finditer(text):
        found += [(word,) for word in split(text[at : match.start()])]
        found.append(tuple(split(match[0])))
        at = match.end()
    found += [(word,) for word in split(text[at:])]
    found = [group for group in found if group][:MOST_WORDS]
    return [
        group
        for group, after in zip(found, [*found[1:], ("",)][: len(found)], strict=True)
        if not (group[0] in ANNOUNCING and after[0][:1].isdigit())
    ]


def words(query: str) -> list[str]:
    """The words of a query, at most as many as an honest question has, without those that announce a figure."""
    return [word for group in groups(query) for word in group]


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


def reading(query: str) -> tuple[str | None, list[tuple[str, ...]]]:
    """The document type that the query begins with or names by a code, and its other words in groups."""
    found = groups(query)
    first = [group[0] for group in found[:LONGEST_NAME] if len(group) == 1]
    for width in range(len(first), 0, -1):
        code = type_names().get(tuple(first[:width]))
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
    last = len(asked.groups) - 1
    terms = [_term(group, begun=asked.typing and at == last) for at, group in enumerate(asked.groups)]
    if asked.type:
        terms.append(f'("{indexed(TYPES[asked.type].label_vi)}" OR "{indexed(asked.type)}")')
    return " AND ".join(terms)


def leading(asked: Question) -> str:
    """The expression that a figure of the query is the first part of the document's number."""
    last = asked.words[-1] if asked.typing else None
    counts = ("^" + _quoted((count,), begun=count == last) for count in asked.counts)
    return "{number} : (" + " OR ".join(counts) + ")"


def phrase(asked: Question, column: str) -> str:
    """The expression that the words stand in one column one after the other."""
    return f"{{{column}}} : " + _quoted(asked.words, begun=asked.typing)


def opening(asked: Question) -> str:
    """The expression that a title begins with the first two words."""
    return "{title} : ^" + _quoted(asked.words[:2], begun=asked.typing and len(asked.words) < 3)


def _term(group: tuple[str, ...], *, begun: bool) -> str:
    """A word or number: itself, what it abbreviates, or (the last one, while it is typed) what it begins."""
    whole = _quoted(group, begun=begun)
    long = abbreviations().get(group[0]) if len(group) == 1 else None
    return f'({whole} OR "{long}")' if long else whole


def _quoted(group: tuple[str, ...], *, begun: bool) -> str:
    """Words one after the other, the last perhaps only begun."""
    return f'"{" ".join(group)}"{" *" if begun else ""}'
