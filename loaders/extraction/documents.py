"""Which references of one source name the same document, and what they state of it together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ontology.model import Document, Value

if TYPE_CHECKING:
    from loaders.extraction.mentions import Reference


class Grouping(Value, frozen=True, gc=False):
    """The documents of one text and which of them each reference denotes.

    `document_of[i]` is the index in `documents` of what `references[i]` denotes; None for a candidate plan (`plan`) that
    no relation has needed yet, and for an anaphor that nothing answers. `own` is the index of the instrument whose own
    text this is. All offsets count code points of the normal form `text`.
    """

    text: str
    references: tuple[Reference, ...]
    documents: tuple[Document, ...]
    document_of: tuple[int | None, ...]
    own: int | None = None


def group(text: str, references: tuple[Reference, ...], *, published: str | None = None) -> Grouping:
    """The documents that `references` name. `published` is the ISO day the page says it was published on."""
    raise NotImplementedError(text, references, published)


def admit(grouping: Grouping, index: int) -> Grouping:
    """`grouping` where the candidate plan `references[index]` is a document of its own (the same if it is one)."""
    raise NotImplementedError(grouping, index)
