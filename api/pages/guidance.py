"""What explaining pages say: the glossary, the figures of the accuracy card, the copies and the reach of the data."""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from api import accuracy
from api.pages import language
from graph.clocks import VIETNAM
from ontology.model import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.clocks import Publication
    from ontology.model import Source

HELP: Final = ("search", "document", "drawing", "refine", "evidence", "chain", "missing", "data")
"""The parts of the help page, in order."""
MOST: Final = 12
"""So many copies and publishers are listed."""


class Entry(Value, frozen=True, gc=False):
    """A word of the glossary and what it means, in the language of the page; `other` is the word in the other one."""

    key: str
    word: str
    other: str
    meaning: str


class Figures(Value, frozen=True, gc=False):
    """A table of the accuracy card: its caption, and rows of words, number of labels, precision and recall."""

    title: str
    about: str
    status: str
    texts: int
    labels: str
    rows: tuple[tuple[str, str, str, str], ...]


class Span(Value, frozen=True, gc=False):
    """A publisher, how many of its sources are loaded, and the days of the earliest and the latest."""

    publisher: str | None
    count: int
    first: str | None
    last: str | None


@lru_cache(maxsize=2)
def glossary(lang: str) -> tuple[Entry, ...]:
    """The words of the glossary, in the order of their table."""
    text = files("api.pages").joinpath("glossary.tsv").read_text(encoding="utf-8")
    other = "en" if lang == "vi" else "vi"
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple(Entry(row["key"], row[lang], row[other], row[f"meaning_{lang}"]) for row in rows)


def figures(card: accuracy.Card, lang: str) -> tuple[Figures, ...]:
    """The card as tables: for each set its figures, then those by relation."""
    return tuple(_table(one, lang) for one in card.sets)


def _table(measured: accuracy.Set, lang: str) -> Figures:
    relations = {row.name for row in measured.predicates}
    rows = []
    for name, labels, *shares in accuracy.rows(measured):
        said = language.predicate(name, lang) if name in relations else _said(f"figure_{name}", name, lang)
        first, second = (_share(share, lang) for share in shares)
        rows.append((said, labels, first, second))
    slug = measured.name.replace(",", "").replace(" ", "-")
    title, about = _said(f"set_{slug}", measured.name, lang), _said(f"setabout_{slug}", measured.about, lang)
    status = _said(f"setstatus_{slug}", measured.status, lang)
    return Figures(title, about, status, measured.texts, measured.labels, tuple(rows))


def _said(key: str, otherwise: str, lang: str) -> str:
    """The words of a key; in English the card's own."""
    return language.say(key, lang) if lang != "en" and key in language.catalogue() else otherwise.replace("_", " ")


def _share(share: str, lang: str) -> str:
    """A share as the language writes it: `0,993 (0,975 đến 0,998)`."""
    if lang == "en":
        return share
    if share == "not measured":
        return language.say("not_measured", lang)
    return share.replace(".", ",").replace(" to ", f" {language.say('to_between', lang)} ")


def copies(history: Sequence[Publication], kept: Iterable[str]) -> tuple[tuple[str, str, bool], ...]:
    """The latest copies of the data, newest first: version, day and time in Vietnam, whether it is still kept."""
    there = set(kept)
    latest = list(reversed(history))[:MOST]
    return tuple((one.version, _moment(one), one.version in there) for one in latest)


def _moment(one: Publication) -> str:
    from datetime import datetime

    return datetime.fromisoformat(one.at).astimezone(VIETNAM).strftime("%Y-%m-%d %H:%M")


def spans(sources: Iterable[Source]) -> tuple[Span, ...]:
    """Where the sources come from and from when to when, the publisher of most first."""
    by_publisher: dict[str | None, list[str | None]] = {}
    for source in sources:
        by_publisher.setdefault(source.publisher, []).append(source.published)
    found = [_span(publisher, days) for publisher, days in by_publisher.items()]
    return tuple(sorted(found, key=lambda span: (-span.count, span.publisher or ""))[:MOST])


def _span(publisher: str | None, days: Sequence[str | None]) -> Span:
    dated = sorted(day for day in days if day)
    return Span(publisher, len(days), dated[0] if dated else None, dated[-1] if dated else None)
