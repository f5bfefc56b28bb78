"""SPARQL updates as text: what reaches out of the store is refused, and the graphs a request is USING are put in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from graph.guard import QUERIES, TOKEN, survey
from ontology.errors import QueryError
from ontology.model import Value

IRI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^<>\"{}|^`\\\x00-\x20]*")
"""An absolute IRI, as far as it can be written between angle brackets."""

OPENING: Final = frozenset("{([")
CLOSING: Final = frozenset("})]")

LONGEST: Final = 1_000_000
DEEPEST: Final = 200
"""Characters and nesting that an update may have: deeper text overflows the stack of the parser."""


class Using(Value, frozen=True):
    """The data set that a request names for its update (`using-graph-uri`, `using-named-graph-uri`)."""

    default: tuple[str, ...]
    named: tuple[str, ...]

    @property
    def clause(self) -> str:
        """The data set as USING clauses."""
        return " ".join([f"USING <{iri}>" for iri in self.default] + [f"USING NAMED <{iri}>" for iri in self.named])


def tokens(text: str) -> Iterator[tuple[str, int]]:
    """Each token and its place; a word in capitals, with white space and comments left out."""
    for match in TOKEN.finditer(text):
        if match.lastgroup != "skip":
            yield match[0].upper() if match.lastgroup == "name" else match[0], match.start()


def checked(text: str, using: Using | None = None) -> str:
    """`text`, with the data set of the request put in; raises QueryError where it may not be done here."""
    if len(text) > LONGEST:
        raise QueryError(f"an update may have {LONGEST} characters; this has {len(text)}")
    found = survey(text)
    if found.reaches:
        refused = f"{found.reaches} is refused: this server asks no other servers (nor may a prefix be called so)"
        raise QueryError(refused)
    if found.form in QUERIES or found.open:
        raise QueryError("the update cannot be read: it begins with a query, or a string in it never ends")
    for iri in (*using.default, *using.named) if using else ():
        if not IRI.fullmatch(iri):
            raise QueryError(f"{iri!r} is not an IRI")
    for place, inserted in reversed(list(_insertions(text, using))):
        text = text[:place] + inserted + text[place:]
    return text


def _insertions(text: str, using: Using | None) -> Iterator[tuple[int, str]]:
    """What goes in where: the USING clauses before the WHERE of each operation that has one.

    The short `DELETE WHERE {...}` takes no USING: it becomes the `DELETE {...} USING ... WHERE {...}` it stands for.
    """
    depth, before, short, opening = 0, "", None, 0
    for word, place in tokens(text):
        opens, closes = word in OPENING, word in CLOSING
        depth += opens - closes
        _check(word, depth, using)
        if using and short is not None and depth == opens:
            opening = place if opens else opening
            if closes:
                yield short, f"{text[opening : place + 1]} {using.clause} "
                short = None
        elif using and depth == 0 and word == "WHERE":
            if before == "DELETE":
                short = place
            else:
                yield place, f"{using.clause} "
        before = word


def _check(word: str, depth: int, using: Using | None) -> None:
    if depth > DEEPEST:
        raise QueryError(f"an update may be nested {DEEPEST} deep")
    if using and depth == 0 and word in ("USING", "WITH"):
        raise QueryError(f"a request that names its graphs (using-graph-uri) cannot hold an update with {word}")
