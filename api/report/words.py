"""The words of the report, Vietnamese and English, from one table."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Note(NamedTuple):
    """How a remark of an audit reads in Vietnamese: its English form, the words, an example."""

    pattern: re.Pattern[str]
    words: str
    example: str


@cache
def notes() -> tuple[Note, ...]:
    """The remarks, from their table."""
    return tuple(Note(re.compile(row["pattern"]), row["vi"], row["example"]) for row in _rows("notes.tsv"))


def remark(note: str, lang: str) -> str:
    """A remark (several are joined by `; `) in a language; one that the table does not hold stays as it is."""
    if lang == "en":
        return note
    return "; ".join(_one(part) for part in re.split(r"; (?!whether|asked)", note))


def _one(part: str) -> str:
    for note in notes():
        match = note.pattern.fullmatch(part)
        if match:
            return note.words.format(*match.groups())
    return part


def _rows(name: str) -> list[dict[str, str]]:
    text = files("api.report").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def table(lang: str) -> dict[str, str]:
    """All words in one language."""
    return {row["key"]: row[lang] for row in _rows("words.tsv")}
