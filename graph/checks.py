"""What does not hold together: each finding with what was found, how grave it is, what to do, and the quotes.

`high` is what cannot be true as it stands, `medium` what hardly can, `low` what is merely not known. With `evidence`
nothing that was derived is trusted: every original is hashed again and every quote matched again. With `shapes` the
whole graph is held against the SHACL shapes of the ontology.
"""

from __future__ import annotations

import threading
from concurrent import futures
from typing import TYPE_CHECKING, Final

from graph import checks_identity, checks_relations, checks_sources
from graph.inspection import HIGH, LOW, MEDIUM, Inspection
from graph.values import Finding

if TYPE_CHECKING:
    from graph.reader import Reader

SEVERITIES: Final = (HIGH, MEDIUM, LOW)
CHECKING: Final = threading.Lock()
"""Held while it is seen whether a copy is being looked through: who asks meanwhile gets what is found."""


def check(reader: Reader, *, evidence: bool = False, shapes: bool = False) -> list[Finding]:
    """All findings, gravest first, then by kind and node.

    Those that need nothing read again are kept with the reader: of one copy they are always the same.
    """
    if evidence or shapes:
        return _found(reader, evidence=evidence, shapes=shapes)
    return list(_looking(reader).result())


def checked(reader: Reader, wait: float) -> bool:
    """Whether all checks were made after so many seconds; begun here, they go on behind those who do not wait."""
    return bool(futures.wait([_looking(reader)], wait).done)


def _looking(reader: Reader) -> futures.Future[list[Finding]]:
    """The findings of a copy, looked for once, by a thread of their own."""
    with CHECKING:
        found = vars(reader).get("findings")
        if not isinstance(found, futures.Future):
            found = vars(reader)["findings"] = futures.Future()
            threading.Thread(target=_look, args=(reader, found), name="checks", daemon=True).start()
    return found


def _look(reader: Reader, found: futures.Future[list[Finding]]) -> None:
    try:
        found.set_result(_found(reader, evidence=False, shapes=False))
    except BaseException as error:  # noqa: BLE001 - any failure is for those who wait
        # Whoever waits is told, and the next one looks again.
        vars(reader).pop("findings", None)
        found.set_exception(error)


def _found(reader: Reader, *, evidence: bool, shapes: bool) -> list[Finding]:
    look = Inspection(reader)
    checks = [*checks_identity.CHECKS, *checks_relations.CHECKS, *checks_sources.CHECKS]
    if evidence:
        checks.append(checks_sources.rematch)
    if shapes:
        from graph.checks_shapes import conformance

        checks.append(conformance)
    found = [finding for one in checks for finding in one(look)]
    return sorted(found, key=lambda one: (SEVERITIES.index(one.severity), one.check, one.nodes, one.message))
