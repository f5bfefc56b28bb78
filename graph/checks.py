"""What does not hold together: each finding with what was found, how grave it is, what to do, and the quotes.

`high` is what cannot be true as it stands, `medium` what hardly can, `low` what is merely not known. With `evidence`
nothing that was derived is trusted: every original is hashed again and every quote matched again. With `shapes` the
whole graph is held against the SHACL shapes of the ontology.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph import checks_identity, checks_relations, checks_sources
from graph.inspection import HIGH, LOW, MEDIUM, Inspection
from graph.values import Finding

if TYPE_CHECKING:
    from graph.reader import Reader

SEVERITIES: Final = (HIGH, MEDIUM, LOW)


def check(reader: Reader, *, evidence: bool = False, shapes: bool = False) -> list[Finding]:
    """All findings, gravest first, then by kind and node."""
    look = Inspection(reader)
    checks = [*checks_identity.CHECKS, *checks_relations.CHECKS, *checks_sources.CHECKS]
    if evidence:
        checks.append(checks_sources.rematch)
    if shapes:
        from graph.checks_shapes import conformance

        checks.append(conformance)
    found = [finding for one in checks for finding in one(look)]
    return sorted(found, key=lambda one: (SEVERITIES.index(one.severity), one.check, one.nodes, one.message))
