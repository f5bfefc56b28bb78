"""Patterns made of the words of the tables, for folded text. A table here has the columns `role`, `form`, `example`.

A space in a form stands for a run of spaces, and a line break is a space in folded text (`loaders.extraction.normal`),
because gazette PDFs break lines anywhere.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.extraction.deferred import deferred
from loaders.extraction.lexicon import WIDE, alternatives, table

GAP = r"\x20{1,6}"
MAYBE = r"\x20{0,6}"


@cache
def forms(name: str, *roles: str) -> tuple[str, ...]:
    """The forms of some roles of a table, longest first, so that an alternation takes the longest."""
    found = {row["form"] for row in table(name) if row["role"] in roles}
    return tuple(sorted(found, key=lambda form: (-len(form), form)))


def spaced(source: str) -> str:
    """A pattern in which each plain space stands for a run of white space; one that `?` follows may be absent."""
    return source.replace(" ?", MAYBE).replace(" ", GAP)


def either(name: str, *roles: str) -> str:
    """The source of a group that matches any form of the roles, as whole words; the longest of them."""
    return f"(?:{spaced(alternatives(forms(name, *roles)).replace(WIDE, ' '))})" + r"(?!\w)"


def begun(name: str, *roles: str, unless: tuple[str, ...] = ()) -> str:
    """The source of a group like `either`'s, where a word begins and not right after one of `unless`.

    All its ways begin with a letter each, so that `re` tries nothing at any other character.
    """
    rest: dict[str, list[str]] = {}
    for form in forms(name, *roles):
        rest.setdefault(form[0], []).append(spaced(re.escape(form[1:]).replace(r"\ ", " ")))
    ways = (
        rf"{first}(?<!\w{first})" + "".join(rf"(?<!{word}\x20{first})" for word in unless) + f"(?:{'|'.join(ends)})"
        for first, ends in rest.items()
    )
    return "(?:" + "|".join(ways) + r")(?!\w)"


def pattern(source: str) -> re.Pattern[str]:
    """A compiled pattern in which plain spaces are runs of spaces."""
    return deferred(spaced(source))
