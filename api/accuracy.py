"""The accuracy card: how well texts are read, as measured on labelled ones and committed beside this module."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

import msgspec

from ontology.model import Value


class Share(Value, frozen=True, gc=False):
    """A share with the bounds of its interval, all between 0 and 1."""

    value: float
    low: float
    high: float


class Row(Value, frozen=True, gc=False, omit_defaults=True):
    """What was measured of one kind of finding: `n` labels, of which `hits` were found, among `predicted` findings.

    `share` stands where there is one figure only: `hits` of `n`.
    """

    name: str
    measured: bool
    n: int
    hits: int | None = None
    predicted: int | None = None
    precision: Share | None = None
    recall: Share | None = None
    share: Share | None = None


class Set(Value, frozen=True, gc=False):
    """A set of labelled texts: what it is (`status`), how many, the hash of the labels; figures, also by predicate."""

    name: str
    about: str
    status: str
    texts: int
    labels: str
    rows: tuple[Row, ...]
    predicates: tuple[Row, ...] = ()


class Card(Value, frozen=True, gc=False):
    """All figures, with the extractor they are of. Kinds with fewer than `least` labels are not measured."""

    extractor: str
    least: int
    interval: str
    sets: tuple[Set, ...]


def card() -> Card:
    """The committed card."""
    return msgspec.json.decode((files("api") / "accuracy.json").read_bytes(), type=Card)


def rows(measured: Set) -> Iterator[tuple[str, ...]]:
    """The rows of a set, for a table: name, n, precision and recall (or the one share) with their intervals."""
    for row in (*measured.rows, *measured.predicates):
        shares = (row.share, None) if row.share else (row.precision, row.recall)
        yield row.name, str(row.n), *(shown(share) if row.measured else "not measured" for share in shares)


def shown(share: Share | None) -> str:
    """A share as people read it: `0.993 (0.975 to 0.998)`."""
    return f"{share.value:.3f} ({share.low:.3f} to {share.high:.3f})" if share else ""
