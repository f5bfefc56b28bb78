"""The status of a document when all that is known has happened: what the facet of search shows and filters by.

It is read from the catalogue alone, in the course of a build, so that a million documents can be counted by it. A page
tells the status on a day (`graph.validity`); both are `graph.status.standing` of the same edges.
"""

from __future__ import annotations

import sqlite3
from itertools import groupby
from typing import Final

import msgspec

from graph.status import ACTS, Standing, standing
from graph.values import Edge, Evidence, Node
from ontology.model import Source

END: Final = "9999-12-31"
ACTING: Final = f"""
SELECT claims.head, predicate, claims.iri, source, provision, verdict, sources.data, nodes.data FROM claims
JOIN sources ON sources.sha256 = claims.source JOIN nodes ON nodes.iri = claims.head
WHERE tail = ? AND predicate IN ({", ".join("?" * len(ACTS))}) ORDER BY claims.head, predicate, claims.iri
"""  # noqa: S608 - marks only


def outcome(db: sqlite3.Connection, node: Node) -> Standing:
    """What became of a document in the end, from the claims of a catalogue."""
    rows = db.execute(ACTING, (node.iri, *ACTS)).fetchall()
    into = []
    for (head, predicate), claims in groupby(rows, key=lambda row: (row[0], row[1])):
        told = list(claims)
        if any(row[5] != "rejected" for row in told):
            edge = Edge(head, predicate, node.iri, tuple(_evidence(row) for row in told))
            into.append((edge, msgspec.msgpack.decode(told[0][7], type=Node)))
    return standing(node, into, END)


def _evidence(row: tuple[str, ...]) -> Evidence:
    """As much of the evidence as a status rests on."""
    _, _, iri, source, provision, verdict, data, _ = row
    published = msgspec.json.decode(data, type=Source).published
    return Evidence(iri, source, "", 0, 0, provision=provision, verdict=verdict, published=published)
