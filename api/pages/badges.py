"""Badges: the sign and the tone of each status and verdict (`badges.tsv`), so that all pages show it alike.

The sign and the words say it; the tone (`good`, `warn`, `bad`, `told`, `idle`: see site.css) only repeats them.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib.resources import files
from typing import Final

from markupsafe import Markup

from api.pages import language
from ontology.model import Value
from ontology.terms import STATUSES

PLAIN: Final = ("idle", "·")


class Look(Value, frozen=True, gc=False):
    """How a badge looks."""

    tone: str
    sign: str


@lru_cache(maxsize=1)
def looks() -> dict[tuple[str, str], Look]:
    """The look of each code of each kind of badge."""
    text = files("api.pages").joinpath("badges.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return {(row["kind"], row["code"]): Look(row["tone"], row["sign"]) for row in rows}


def badge(kind: str, code: str, words: str) -> Markup:
    """A badge with the words given; of a kind and code that the table lacks, a plain one."""
    look = looks().get((kind, code)) or Look(*PLAIN)
    return Markup('<span class="badge {} {}"><span class="sign" aria-hidden="true">{}</span>{}</span>').format(
        look.tone, kind, look.sign, words
    )


def status(code: str, lang: str) -> Markup:
    """The badge of what became of a document."""
    term = STATUSES[code]
    return badge("status", code, term.label_vi if lang == "vi" else term.label_en)


def verdict(code: str | None, lang: str) -> Markup:
    """The badge of what a reviewer said; nothing where nobody said anything."""
    return badge("verdict", code, language.say(f"verdict_{code}", lang)) if code else Markup()
