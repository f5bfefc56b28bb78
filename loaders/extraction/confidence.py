"""How sure a relation is: a logistic model over what its rule saw, with weights fitted on labelled texts.

`data/weights.tsv` holds one weight a feature, as `tests/loaders/calibrate_relations.py` fits and cross-validates them:
figures about rules, distances and kinds of mention, nothing of any text. The last word is shared with a second opinion
that knows nothing of the rules (`opinion.py`), for on texts that nobody has tuned on it tells right from wrong better.
"""

from __future__ import annotations

import math
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from loaders.extraction import opinion
from loaders.extraction.lexicon import table
from loaders.extraction.reading import ACTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.extraction.reading import Reading, Statement

_STEPS: Final = ((3, "touching"), (25, "near"), (90, "apart"), (250, "far"))


def features(reading: Reading, best: Statement, statements: Sequence[Statement]) -> tuple[str, ...]:
    """What tells sure relations from doubtful ones: rule, predicate, the tail's mention, distance, support."""
    tail = reading.references[best.tail_at]
    gap = tail.start - best.link.at
    step = next((name for most, name in _STEPS if 0 <= gap <= most), "beyond")
    head = "activity" if best.head >= ACTS else "own" if best.head == reading.own else "named"
    again = len(statements) > 1
    seen = (
        ("tail dated", tail.date is not None),
        ("tail part", tail.provision is not None),
        ("quoted", best.quoted),
        ("said again", again and len({s.tail_at for s in statements}) > 1),
        ("said otherwise", again and len({s.predicate for s in statements}) > 1),
        ("own unnumbered", reading.own is not None and reading.grouping.documents[reading.own].number is None),
    )
    signs = tuple(sign for sign, holds in seen if holds)
    return _named((best.link.rule, best.predicate), (tail.kind, tail.type), (step, head, min(best.depth, 4)), signs)


@lru_cache(maxsize=4096)
def _named(
    said: tuple[str, str], tail: tuple[str, str], place: tuple[str, str, int], signs: tuple[str, ...]
) -> tuple[str, ...]:
    """The names of the features of a relation: rule and predicate, the tail's kind and type, where they stand."""
    (rule, predicate), (kind, code), (step, head, depth) = said, tail, place
    return (
        "bias",
        f"rule {rule}",
        f"predicate {predicate}",
        f"rule {rule} {predicate}",
        f"tail {kind}",
        f"gap {step}",
        f"head {head}",
        f"rule {rule} gap {step}",
        f"depth {depth}",
        f"tail {kind} {code}",
        *signs,
    )


@cache
def weights() -> dict[str, float]:
    """The weight of each feature."""
    return {row["feature"]: float(row["weight"]) for row in table("weights")}


def sureness(reading: Reading, best: Statement, statements: Sequence[Statement]) -> float:
    """The probability that the relation of `statements`, of which `best` is the strongest, is right."""
    return probability(features(reading, best, statements), opinion.odds(reading, best))


@lru_cache(maxsize=16_384)
def probability(found: tuple[str, ...], odds: float = 0.0) -> float:
    """The probability that a relation with the features `found` is right, of which the second opinion gives `odds`."""
    known = weights()
    score = sum(known.get(feature, 0.0) for feature in found) + known["opinion"] * odds
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, score)))), 4)
