"""One document of a text's ledger: what its mentions have stated of it so far, and whether one more can be its."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.extraction import numbering
from loaders.extraction.designations import folded
from loaders.extraction.likeness import apart, calmer, made, surer
from loaders.extraction.names import shortened, words
from loaders.extraction.plenums import resolve
from loaders.extraction.reference import LAWS
from ontology.model import Document, Resolved

if TYPE_CHECKING:
    from loaders.extraction.reference import Reference
    from ontology.model import Span


class Entry:
    """One document of the ledger, with what its mentions have stated so far."""

    def __init__(self, reference: Reference, key: str | None, place: str | None) -> None:
        self.type, self.number, self.key, self.place = reference.type, reference.number, key, place
        self.date, self.issuer, self.title, self.term = (
            reference.date,
            reference.issuer,
            reference.title,
            reference.term,
        )
        self.completed, self.plenum, self.kind = reference.completed, reference.plenum, reference.kind
        self.own = reference.kind == "own"
        self.last = reference.start
        self.revised = False
        self.known_by: str | None = None  # the year of the oldest document that names this law
        self.name = words(folded(reference.title or "")) if self.own else ()

    def admits(self, reference: Reference, place: str | None) -> bool:
        """Whether nothing that `reference` states conflicts with what this document has."""
        if self.type in LAWS and len({made(law.number, law.date) for law in (self, reference)} - {None}) > 1:
            return False
        if self.type in LAWS and self.known_by and (made(reference.number, reference.date) or "") > self.known_by:
            return False
        if apart(self.number, self.date, reference.date):
            return False
        if self.term and reference.term and self.term != reference.term:
            return False
        return not (self.place and place and self.place != place)

    def made(self) -> str | None:
        """The year the document was made in, as far as its number or date tells."""
        return made(self.number, self.date)

    def bygone(self) -> bool:
        """Whether this is a law that only older documents name: an earlier one of the same name, as far as is known."""
        return self.known_by is not None and self.made() is None

    def learn(self, reference: Reference, place: str | None) -> None:
        """Take what a further mention states and this document lacks."""
        if reference.kind in {"numbered", "own"} and (self.kind == "partial" or self.number is None):
            self.number, self.kind = reference.number, reference.kind
        elif self._fuller(reference):
            self.number = reference.number
        elif not self.own and reference.kind == self.kind == "numbered":
            self.number = calmer(self.number, reference.number)
            self.title = calmer(self.title, reference.title)
        if reference.date and (self.date is None or len(reference.date) > len(self.date)):
            self.date = reference.date
        self.date = surer(self.number, self.date, reference.date) or self.date
        if self.issuer is None or (reference.term and not self.term and reference.issuer):
            self.issuer = reference.issuer or self.issuer
        self.term = self.term or reference.term
        full = reference.kind != "partial" or (self.kind == "partial" and (reference.issuer or reference.date))
        if self.type in LAWS and reference.title and shortened(self.title) and not shortened(reference.title):
            self.title = reference.title
        self.title = self.title or (reference.title if full else None)
        self.place = self.place or place
        self.last = reference.start

    def _fuller(self, reference: Reference) -> bool:
        """Whether the number of `reference` says more: more of a short form, the type or year left out."""
        if reference.kind == self.kind == "partial":
            return len(reference.number or "") > len(self.number or "")
        if self.own or not reference.kind == self.kind == "numbered":
            return False
        ours, theirs = numbering.key(self.number or ""), numbering.key(reference.number or "")
        key = numbering.typed(ours, self.type)
        return (key is not None and key == theirs) or numbering.dated(theirs, ours, self.type)

    def document(self, index: int, mentions: list[Span]) -> Document:
        """The document as a value, the `index`th of its text, counted from 0."""
        return Document(
            f"d{index + 1}", self.type, self.number, self.date, self.issuer, self.title, self.term,
            self.resolved(), self.own, tuple(mentions),
        )  # fmt: skip

    def resolved(self) -> Resolved | None:
        """The number that the document has although none of its mentions states it as it is, and how it is known."""
        if self.kind == "partial" and self.completed:
            return Resolved(number=self.completed, reason="list of numbers")
        if self.kind == "numbered" and self.number and (mended := numbering.repaired(self.number)):
            return Resolved(number=mended, reason="misprint")
        if self.plenum and self.type == "NQ":
            return resolve(self.plenum, self.term, self.title)
        return None
