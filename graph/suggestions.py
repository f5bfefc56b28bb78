"""What a query that is still being typed may become: the documents it would find first, and bodies of that name.

The last word is taken as the beginning of one. Bodies are those that issued something in this copy.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections import defaultdict
from typing import Final

import msgspec
import numpy as np

from graph.asking import question, split
from graph.columns import Columns
from graph.search import answers
from graph.values import Node
from ontology.model import Value

SHORTEST: Final = 2
MOST_DOCUMENTS: Final = 6
MOST_BODIES: Final = 3
LAST: Final = "\U0010ffff"


class BodyName(Value, frozen=True, gc=False):
    """A body that issued `count` documents of a copy."""

    iri: str
    name: str
    count: int


class Suggestions(Value, frozen=True, gc=False):
    """Documents, best first, and bodies, those that issued most first."""

    query: str
    documents: tuple[Node, ...] = ()
    bodies: tuple[BodyName, ...] = ()
    version: str = ""


class Directory:
    """The bodies of a copy by the words of their names."""

    def __init__(self, db: sqlite3.Connection, columns: Columns) -> None:
        everything = np.arange(columns.size)
        counts = dict(columns.texts["body"].counts(everything))
        bearing = dict(db.execute("SELECT body, min(id) FROM nodes WHERE body IS NOT NULL GROUP BY body"))
        self.names: dict[str, str] = {}
        for iri, id_ in bearing.items():
            row = db.execute("SELECT data FROM nodes WHERE id = ?", (id_,)).fetchone()
            self.names[iri] = msgspec.msgpack.decode(row[0], type=Node).issuer or iri
        found = sorted(self.names.items(), key=lambda pair: (-counts[pair[0]], len(pair[1]), pair[0]))
        self.bodies = [BodyName(iri, name, counts[iri]) for iri, name in found]
        held = defaultdict(list)
        for at, body in enumerate(self.bodies):
            for word in set(split(body.name)):
                held[word].append(at)
        self._held = {word: frozenset(places) for word, places in held.items()}
        self._words = sorted(self._held)

    def named(self, text: str, limit: int = MOST_BODIES) -> tuple[BodyName, ...]:
        """The bodies whose names hold all words of a text, the last of them perhaps only begun."""
        asked = split(text)
        if not asked:
            return ()
        start, end = bisect_left(self._words, asked[-1]), bisect_left(self._words, asked[-1] + LAST)
        begun = frozenset[int]().union(*(self._held[word] for word in self._words[start:end]))
        found = begun.intersection(*(self._held.get(word, frozenset()) for word in asked[:-1]))
        return tuple(self.bodies[at] for at in sorted(found)[:limit])


def suggest(db: sqlite3.Connection, text: str, columns: Columns, bodies: Directory | None = None) -> Suggestions:
    """What a text that is being typed may become; nothing for less than two letters or figures."""
    asked = question(text, typing=True)
    if not asked.groups or sum(map(len, split(text))) < SHORTEST:
        return Suggestions(text)
    found = answers(db, columns, asked, MOST_DOCUMENTS)
    named = bodies.named(text) if bodies and not asked.counts else ()
    return Suggestions(text, tuple(hit.node for hit in found), named)
