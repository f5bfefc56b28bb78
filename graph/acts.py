"""What would show that a duty was done: a report for one to report, a plan for one to plan.

The rows of `acts.tsv` say which types of document, or which relations, do. For all other duties a document that
implements what the duty stands in is shown, and whether it does the duty is left to a person.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path
from typing import Final

from graph.audit_values import Seen
from ontology import identity
from ontology.model import Value

TABLE: Final = Path(__file__).with_name("acts.tsv")


class Act(Value, frozen=True):
    """A sort of duty: the words that ask for it (folded), the types of document and the relations that show it."""

    name: str = ""
    words: str = ""
    types: tuple[str, ...] = ()
    predicates: tuple[str, ...] = ()
    example: str = ""

    def shown_by(self, seen: Seen) -> bool:
        """Whether a document or activity shows that the act was done."""
        return seen.node.type in self.types or any(edge.predicate in self.predicates for edge in seen.links[:1])


OTHER: Final = Act()


@cache
def acts() -> tuple[Act, ...]:
    """The table."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(
            Act(row["act"], row["words"], tuple(row["types"].split()), tuple(row["predicates"].split()), row["example"])
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        )


def act_of(what: str) -> Act:
    """The act that the words of a duty ask for: the one named first."""
    folded = " ".join(identity.fold(what).split())
    found = [(match.start(), place) for place, act in enumerate(acts()) if (match := re.search(act.words, folded))]
    return acts()[min(found)[1]] if found else OTHER
