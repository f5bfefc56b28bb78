"""The words of the pages, in Vietnamese and in English. Quotes and names of documents are never translated.

What the pages themselves say stands in `messages.tsv`; the labels of relations, types and kinds are the ontology's own.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from api.pages.strokes import drawn
from ontology import terms

if TYPE_CHECKING:
    from collections.abc import Iterable

LANGUAGES: Final = ("vi", "en")


@lru_cache(maxsize=1)
def catalogue() -> dict[str, dict[str, str]]:
    """Every message by its key: its text in each language. A value may hold `{names}` to fill in."""
    text = files("api.pages").joinpath("messages.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return {row["key"]: {lang: row[lang] for lang in LANGUAGES} for row in rows}


def date(value: str | None, lang: str) -> str:
    """A date as people of the language write it: `10/5/2019`, `5/2019`, `2019`; in English `10 May 2019`."""
    if not value:
        return say("undated", lang)
    parts = value.split("-")
    if lang == "en" and len(parts) > 1:
        month = say("months", "en").split(" ")[int(parts[1]) - 1]
        return " ".join([*[str(int(day)) for day in parts[2:]], month, parts[0]])
    return "/".join([*(str(int(part)) for part in reversed(parts[1:])), parts[0]])


def number(value: float, lang: str) -> str:
    """A whole number with its thousands set apart: `1.234` in Vietnamese, `1,234` in English."""
    return f"{value:,}".replace(",", "." if lang == "vi" else ",")


def decimal(value: float, places: int, lang: str) -> str:
    """A number with at most so many decimal places: `0,998` in Vietnamese, `0.998` in English."""
    whole, _, rest = f"{value:,.{places}f}".partition(".")
    digits = rest.rstrip("0")
    if lang == "en":
        return f"{whole}.{digits}" if digits else whole
    return whole.replace(",", ".") + (f",{digits}" if digits else "")


def say(key: str, lang: str, **names: object) -> str:
    """The message of a key; raises KeyError for one the catalogue lacks."""
    text = catalogue()[key][lang]
    return text.format(**names) if names else text


def choose(wanted: str | None) -> str:
    """The language asked for, where it is one of ours, else Vietnamese."""
    return wanted if wanted in LANGUAGES else "vi"


def predicate(name: str, lang: str, *, inverse: bool = False) -> str:
    """The label of a relation, read from its head or (inverse) from its tail."""
    term = terms.PREDICATES.get(name)
    if term is None:
        return name
    if inverse:
        return term.inverse_vi if lang == "vi" else term.inverse_en
    return term.label_vi if lang == "vi" else term.label_en


def type_label(code: str, lang: str) -> str:
    """The name of a document type or of a kind of activity; the code itself where the schemes lack it."""
    term = terms.TYPES.get(code) or terms.KINDS.get(code)
    if term is None:
        return code
    return term.label_vi if lang == "vi" else term.label_en


def level(code: str, lang: str) -> str:
    """The name of a level of government; the code itself where the scheme lacks it."""
    term = terms.LEVELS.get(code)
    if term is None:
        return say("lane_unknown", lang)
    return term.label_vi if lang == "vi" else term.label_en


def status(code: str, lang: str) -> str:
    """The name of a status of a document; the code itself where the scheme lacks it."""
    term = terms.STATUSES.get(code)
    if term is None:
        return code
    return term.label_vi if lang == "vi" else term.label_en


def in_order(predicates: Iterable[str]) -> list[str]:
    """Relations in the order pages list them: as the drawings' table has them, unknown ones last."""
    known = {name: at for at, name in enumerate(drawn())}
    return sorted(predicates, key=lambda name: (known.get(name, len(known)), name))
