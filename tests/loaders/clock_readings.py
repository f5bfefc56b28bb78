"""What is read of the examples of the tables of words for duties, times, bodies and figures."""

from __future__ import annotations

from typing import Final

from loaders.extraction import deadlines, results
from loaders.extraction.documents import group
from loaders.extraction.mentions import find
from loaders.extraction.normal import normal

TABLES: Final = ("deadline_words", "time_words", "body_words", "result_words")
_UNDER: Final = "Thực hiện Chỉ thị số 21-CT/TU ngày 3/2/2021 của Tỉnh ủy: "
_BEFORE_TAIL: Final = "huyện tổ chức hội nghị.\n\n"


def read(kind: str, text: str) -> list[list[str]]:
    """The duties that `text` lays on bodies, or what it reports, by the table that `kind` begins with."""
    name, _, role = kind.partition(" ")
    if name == "result_words":
        return figures(text, after=role == "tail")
    content = normal(text).content
    return [
        [str(part) for part in (one.who, one.what, one.due, one.since, one.period, one.within)]
        for one in deadlines.read(group(content, find(content)))
    ]


def figures(text: str, *, after: bool) -> list[list[str]]:
    """What `text` reports under a directive; `after` has an article stand before it."""
    content = normal(_UNDER + (_BEFORE_TAIL if after else "") + text).content
    return [
        [str(part) for part in (one.who, one.what, one.value, one.unit, one.percent_of_target)]
        for one in results.read(group(content, find(content)))
    ]
