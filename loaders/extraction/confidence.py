"""How sure a relation is: a logistic model over what its rule saw, with weights fitted on labelled texts.

`data/weights.tsv` holds one weight a feature, as `tests/loaders/calibrate_relations.py` fits and cross-validates them:
figures about rules, distances and kinds of mention, nothing of any text.
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING, Final

from loaders.extraction.lexicon import table
from loaders.extraction.reading import ACTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from loaders.extraction.reading import Reading, Statement

_STEPS: Final = ((3, "touching"), (25, "near"), (90, "apart"), (250, "far"))


def features(reading: Reading, best: Statement, statements: Sequence[Statement]) -> tuple[str, ...]:
    """What tells sure relations from doubtful ones: rule, predicate, the tail's mention, distance, support."""
    tail = reading.references[best.tail_at]
    gap = tail.start - best.link.at
    step = next((name for most, name in _STEPS if 0 <= gap <= most), "beyond")
    head = "activity" if best.head >= ACTS else "own" if best.head == reading.own else "named"
    found = [
        "bias",
        f"rule {best.link.rule}",
        f"predicate {best.predicate}",
        f"rule {best.link.rule} {best.predicate}",
        f"tail {tail.kind}",
        f"gap {step}",
        f"head {head}",
    ]
    found += [f"rule {best.link.rule} gap {step}", f"depth {min(best.depth, 4)}", f"tail {tail.kind} {tail.type}"]
    if tail.date is not None:
        found.append("tail dated")
    if tail.provision is not None:
        found.append("tail part")
    if best.quoted:
        found.append("quoted")
    if len({s.tail_at for s in statements}) > 1:
        found.append("said again")
    if len({s.predicate for s in statements}) > 1:
        found.append("said otherwise")
    if reading.own is not None and reading.grouping.documents[reading.own].number is None:
        found.append("own unnumbered")
    return tuple(found)


@cache
def weights() -> dict[str, float]:
    """The weight of each feature."""
    return {row["feature"]: float(row["weight"]) for row in table("weights")}


def probability(found: Iterable[str]) -> float:
    """The probability that a relation with the features `found` is right."""
    known = weights()
    score = sum(known.get(feature, 0.0) for feature in found)
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, score)))), 4)
