"""Where the bars at the top and at the foot of every page lead: `navigation.tsv`, in the order of its rows."""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib.resources import files
from typing import Final

from api.pages.urls import in_language
from ontology.model import Value

WORDLESS: Final = frozenset({"/docs"})
"""Pages that come in one language only."""


class Entry(Value, frozen=True, gc=False):
    """One link: its address without a language, and the key of its words."""

    address: str
    key: str

    def url(self, lang: str) -> str:
        """The address in a language."""
        return self.address if self.address in WORDLESS else in_language(self.address, lang)

    def holds(self, path: str) -> bool:
        """Whether a page belongs to what the link leads to: it, or what lies below it."""
        return path == self.address or (self.address != "/" and path.startswith(f"{self.address}/"))


@lru_cache(maxsize=2)
def entries(place: str) -> tuple[Entry, ...]:
    """The links of a bar: `top` or `foot`."""
    text = files("api.pages").joinpath("navigation.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple(Entry(row["address"], row["key"]) for row in rows if row["place"] == place)
