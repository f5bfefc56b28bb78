"""All that a report asks of one published copy, gathered before anything is written."""

from __future__ import annotations

import hashlib
import io
from typing import TYPE_CHECKING

from graph import audit
from graph.audit_values import (
    ChainAudit,
    Contradictions,
    Dangling,
    Deadlines,
    Diffusion,
    Impact,
    Matrix,
    Search,
)
from graph.values import Node, Subgraph
from ontology.model import Value

if TYPE_CHECKING:
    from graph.reader import Reader

WAYS = 8
DRAWN = 24
AWAITED = 10


class Inquiry(Value, frozen=True):
    """The answers that a report sets out. `digest` is the SHA-256 of the release's N-Quads."""

    policy: Node
    day: str
    chain: ChainAudit
    drawing: Subgraph
    matrix: Matrix
    deadlines: Deadlines
    impact: Impact
    diffusion: Diffusion
    contradictions: Contradictions
    dangling: Dangling
    searches: tuple[Search, ...]
    stats: dict[str, int]
    version: str
    digest: str


class _Hash(io.RawIOBase):
    """A file that keeps nothing but the hash of what is written to it."""

    def __init__(self) -> None:
        self.total = hashlib.sha256()

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        taken = bytes(data)  # type: ignore[call-overload]
        self.total.update(taken)
        return len(taken)


def inquire(reader: Reader, policy: Node, *, day: str, expected: str, geography: str | None) -> Inquiry:
    """The answers on one policy as of a day."""
    inside = _concerned(reader, policy)
    findings = audit.contradictions(reader)
    concerned = tuple(one for one in findings.findings if set(one.nodes) & inside)
    awaited = audit.dangling(reader, limit=1 << 30)
    waiting = tuple(one for one in awaited.awaited if one.node.iri in inside)[:AWAITED]
    total = _Hash()
    reader.export("nquads", total)  # type: ignore[arg-type]
    return Inquiry(
        policy=policy,
        day=day,
        chain=audit.chain(reader, policy, limit=WAYS),
        drawing=reader.around(policy.iri, depth=4, limit=DRAWN),
        matrix=audit.coverage(reader, policy, expected, day=day, geography=geography),
        deadlines=audit.deadlines(reader, policy, day=day),
        impact=audit.impact(reader, policy, day=day),
        diffusion=audit.diffusion(reader, policy),
        contradictions=Contradictions(concerned, reader.version),
        dangling=Dangling(waiting, len(waiting), reader.version),
        searches=tuple(audit.searches(reader)),
        stats=reader.stats(),
        version=reader.version,
        digest=total.total.hexdigest(),
    )


def _concerned(reader: Reader, policy: Node) -> set[str]:
    """The documents that lead to the policy or that it leads to."""
    found = reader.around(policy.iri, depth=1 << 20, limit=1 << 20)
    return {node.iri for node in found.nodes}
