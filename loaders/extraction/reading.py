"""What is read from one text while its clauses are parsed: nodes, statements, and the way from a reference to its node."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from loaders.extraction.normal import fold

if TYPE_CHECKING:
    from loaders.extraction.documents import Grouping
    from loaders.extraction.mentions import Reference

ACTS: Final = 1_000_000
"""Nodes from here on are activities; below, documents by their index."""
LAWS: Final = frozenset({"HP", "BL", "L", "PL"})
PLANS: Final = frozenset({"KH", "CTr", "ĐA", "CL", "KH-kt", "KHÁC"})


class Link(NamedTuple):
    """What the next object of a cue will be told of: `head` does `predicate` to it."""

    head: int
    predicate: str
    rule: str
    cue: str
    at: int
    passive: bool = False


class Statement(NamedTuple):
    """One reading of a pair: the tail is named by `references[tail_at]`, the head's words or the cue stand at `at`."""

    head: int
    predicate: str
    tail: int
    tail_at: int
    rule: str
    cue: str
    at: int
    provision: str | None
    start: int
    end: int


class Act(NamedTuple):
    """An activity: what is done, by whom and when."""

    kind: str
    actor: str | None
    date: str | None
    at: int


class Reading:
    """The text being read and all that was read from it so far."""

    def __init__(self, grouping: Grouping) -> None:
        self.grouping = grouping
        self.text = grouping.text
        self.fold = fold(grouping.text)
        self.references = grouping.references
        self.own = grouping.own
        self.statements: list[Statement] = []
        self.acts: list[Act] = []
        firm = {d for d, r in zip(grouping.document_of, self.references, strict=True) if r.kind != "plan"}
        self.plans: frozenset[int] = frozenset(d for d in grouping.document_of if d is not None and d not in firm)

    def node(self, index: int) -> int | None:
        """The document that `references[index]` denotes, if any is known."""
        return self.grouping.document_of[index]

    def type_of(self, node: int) -> str:
        """The type code of a document."""
        return self.grouping.documents[node].type

    def family(self, node: int) -> str:
        """The type of a node, all statutes of parliament counted as one: a Luật amends a Bộ luật, no Thông tư does."""
        kind = self.type_of(node)
        return "L" if kind in LAWS else kind

    def at(self, index: int) -> int:
        """Where the words of a reference begin, the part cited before it included."""
        reference: Reference = self.references[index]
        return reference.start if reference.provision_start is None else reference.provision_start

    def act(self, act: Act) -> int:
        """The node of a new activity."""
        self.acts.append(act)
        return ACTS + len(self.acts) - 1
