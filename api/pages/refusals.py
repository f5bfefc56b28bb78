"""What the server says of a failure, in the language of the page: `problems.tsv` has each sentence in Vietnamese too.

The sentences are written where they are raised, in English, for programs and logs; blanks (`{}`) keep what they name.
"""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from importlib.resources import files

from ontology.model import Value


class Told(Value, frozen=True, gc=False):
    """A sentence and the language that it is in: that of the page where the table has it, else English."""

    text: str
    lang: str


@lru_cache(maxsize=1)
def table() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The sentences as patterns, those with more words of their own first, with what they are in Vietnamese."""
    text = files("api.pages").joinpath("problems.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    ordered = sorted(rows, key=lambda row: -len(row["en"].replace("{}", "")))
    return tuple((re.compile(re.escape(row["en"]).replace(r"\{\}", "(.+?)"), re.DOTALL), row["vi"]) for row in ordered)


def told(detail: str, lang: str) -> Told:
    """A sentence of the server in a language."""
    if lang == "vi":
        for pattern, words in table():
            match = pattern.fullmatch(detail)
            if match:
                return Told(words.format(*match.groups()), "vi")
    return Told(detail, "en")
