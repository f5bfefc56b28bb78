"""What the tests of verdicts ask of a library: its edges, claims, disputes and its export."""

from __future__ import annotations

import io

from msgspec.structs import replace

from graph.docket import Docket, printed
from graph.export import export
from graph.library import Library
from graph.reader import Reader
from graph.verdicts import Printed
from ontology.model import Extraction
from tests.graph.pages import ALL

CHAIN = ALL[0]
"""A page whose plan implements a decision, with what was extracted from it."""


def exported(library: Library) -> bytes:
    """The canonical export: no reviews, no times."""
    out = io.BytesIO()
    export(library.store.store, library.catalogue, "nquads", out)
    return out.getvalue()


def edges(library: Library) -> set[tuple[str, str, str]]:
    """Edges of the lineage by the numbers of their ends."""
    query = "SELECT DISTINCT head, predicate, tail FROM claims WHERE verdict IS NOT 'rejected'"
    short = {row[0]: row[0].rsplit("/", 1)[-1] for row in library.catalogue.db.execute("SELECT iri FROM nodes")}
    return {(short[h], p, short[t]) for h, p, t in library.catalogue.db.execute(query)}


def claim(library: Library, predicate: str, tail: str) -> str:
    """The assertion of the edge of this relation to the document of this number."""
    query = "SELECT iri FROM claims WHERE predicate = ? AND tail LIKE ? ORDER BY iri"
    return library.catalogue.db.execute(query, (predicate, f"%/{tail}")).fetchone()[0]


def printed_of(library: Library, slug: str) -> Printed:
    """What the document of this number prints of itself."""
    node = library.catalogue.node(iri_of(library, slug))
    assert node
    return printed(node)


def iri_of(library: Library, slug: str) -> str:
    """The name of the document of this number."""
    return library.catalogue.db.execute("SELECT iri FROM nodes WHERE iri LIKE ?", (f"%/{slug}",)).fetchone()[0]


def later(extraction: Extraction, **parts: object) -> Extraction:
    """What another extractor finds, parts of it replaced."""
    return replace(extraction, extractor="test 2", **parts)


def disputes(library: Library) -> list:
    """What stands against the verdicts, once they are published."""
    library.publish()
    with Reader.open(library.path) as reader:
        return Docket(reader).disputes()


def cases(library: Library, **parts: object) -> list:
    """The cases of the docket, whatever was said of them."""
    library.publish()
    with Reader.open(library.path) as reader:
        return list(Docket(reader).cases(state="all", **parts).cases)
