"""The ledger of the documents met in a text, in the order in which they are first met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.extraction import designations, numbering
from loaders.extraction.directory import Directory
from loaders.extraction.entries import Entry
from loaders.extraction.laws import revised
from loaders.extraction.reference import LAWS, mention
from loaders.extraction.unnumbered import plenum_of
from ontology.model import Document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.extraction.reference import Reference
    from ontology.model import Span


class Ledger:
    """The documents of one text, filed by all that they may be known by."""

    def __init__(self, references: Sequence[Reference], folded: str) -> None:
        self.references, self.folded = references, folded
        self.entries: list[Entry] = []
        self.filed = Directory(self.entries, references)
        self.own: int | None = None
        self._places: dict[tuple[int, int], int] = {}
        self._issued: dict[str, int] = {}  # what a document has issued under a name that another has used too

    def plans(self) -> frozenset[int]:
        """The documents that are candidate plans only."""
        return frozenset(i for i, e in enumerate(self.entries) if e.kind == "plan")

    def _enter(self, reference: Reference, place: str | None) -> int:
        key = numbering.key(reference.completed or reference.number) if reference.number else None
        self.entries.append(Entry(reference, key, place))
        self.entries[-1].revised = reference.type in LAWS and revised(self.folded, reference.end)
        index = len(self.entries) - 1
        if key:
            self.filed.number(key, index)
        name = designations.name(self.folded, reference)
        for known in (name, designations.short(self.folded, reference)):
            if known:
                self.filed.name(known, index)
        self.filed.mention(index)
        held = (reference.plenum, reference.term) if reference.kind == "plenum" else plenum_of(reference.issuer)
        if held[0] is not None and (reference.type == "NQ" or reference.kind == "plenum"):
            self.filed.plenum(held[0], index)
            self.entries[index].term = held[1]
        if reference.kind == "own":
            self.own = index
        return index

    def documents(self, references: Sequence[Reference], document_of: Sequence[int | None]) -> tuple[Document, ...]:
        """The documents as values, with the mentions that stand for them."""
        mentions: list[list[Span]] = [[] for _ in self.entries]
        for i, (reference, index) in enumerate(zip(references, document_of, strict=True)):
            if index is not None:
                after = references[i + 1] if i + 1 < len(references) else None
                mentions[index].append(mention(reference, after))
        return tuple(entry.document(i, mentions[i]) for i, entry in enumerate(self.entries))
