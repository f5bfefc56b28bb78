"""Which references of one source name the same document, and what they state of it together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from loaders.extraction import titles
from loaders.extraction.normal import fold
from loaders.extraction.own import own_reference
from loaders.extraction.shortforms import Shortforms
from ontology.model import Document, Value

if TYPE_CHECKING:
    from loaders.extraction.reference import Reference

_WHOLE_NAME = "KH-kt"
_CENTRE = "ban chấp hành trung ương"  # heads what the Politburo and the Secretariat issue too
_ORGANS = frozenset({"bộ chính trị", "ban bí thư", "ban bí thư trung ương đảng"})
_CARRYING = frozenset({"CTr", "KH", "ĐA"})
_OF_BODY = ("của ", "hành động của ", "công tác của ")
_NATIONAL = re.compile(
    r"mục tiêu quốc gia|mtqg|giáo dục phổ thông|hành động quốc gia|quốc gia "
    r"|(?:[^\W\d]+ ){2,4}(?<!an ninh )(?<!biên giới )(?<!cấp )(?<!chuẩn )(?<!giải )(?<!di sản )"
    r"quốc gia(?:$| (?:giai đoạn|đến|năm)(?!\w))"
)


class Grouping(Value, frozen=True, gc=False):
    """The documents of one text and which of them each reference denotes.

    `document_of[i]` is the index in `documents` of what `references[i]` denotes; None for an anaphor that nothing
    answers. Candidate plans are documents too (`plans` holds their indices): whoever reads relations keeps those that
    one needs. `own` is the index of the instrument whose own text this is. All offsets count code points of `text`.
    """

    text: str
    references: tuple[Reference, ...]
    documents: tuple[Document, ...]
    document_of: tuple[int | None, ...]
    own: int | None = None
    folded: str = ""
    plans: frozenset[int] = frozenset()

    @property
    def of(self) -> tuple[int | None, ...]:
        """`document_of`."""
        return self.document_of


def group(text: str, references: tuple[Reference, ...], *, published: str | None = None) -> Grouping:
    """The documents that `references` name. `published` is the ISO day the page says it was published on."""
    del published
    folded = fold(text)
    own = own_reference(text, folded, references)
    if own is not None:
        references = _with_own(references, own)
    ledger = Shortforms(references, folded)
    places = {id(r): ledger.place(r) for r in sorted(references, key=lambda r: r.kind != "own")}
    document_of = tuple(places[id(r)] for r in references)
    return Grouping(
        text, references, ledger.documents(references, document_of), document_of, ledger.own, folded, ledger.plans()
    )


def _with_own(references: tuple[Reference, ...], own: Reference) -> tuple[Reference, ...]:
    """`references` with the letterhead in the place of the plain reading of its number."""
    rest = [
        _candidate(r)
        for r in references
        if (r.number_span or r.start != own.start) and (r.number_span is None or r.number_span != own.number_span)
    ]
    if own.issuer and fold(own.issuer) == _CENTRE:
        same = (r for r in rest if (r.type, r.number) == (own.type, own.number) and fold(r.issuer or "") in _ORGANS)
        if (by := next(same, None)) is not None:
            own = msgspec.structs.replace(own, issuer=by.issuer, issuer_span=by.issuer_span, term=by.term)
    return tuple(sorted([*rest, own], key=lambda r: (r.start, -r.end)))


def _candidate(reference: Reference) -> Reference:
    """A plan told by its body and by what it carries out may be the instrument's own: it is no document by itself."""
    its = reference.kind == "named" and reference.type in _CARRYING and (reference.title or "").startswith(_OF_BODY)
    return msgspec.structs.replace(reference, kind="plan") if its else reference


def issued(document: Document, reference: Reference, text: str) -> Document:
    """A plan that an instrument issues, approves or amends: its type is that of annexes, its title the whole name."""
    if document.type in {"CL", _WHOLE_NAME} or reference.title_span is None:
        return document
    name = titles.words(text[reference.start : reference.title_span.end])
    return Document(
        document.id, _WHOLE_NAME, document.number, document.date, document.issuer, name, document.term,
        document.resolved, document.own, document.mentions,
    )  # fmt: skip


def national(document: Document) -> bool:
    """Whether a programme is a national target programme, which is an annex's like wherever it is named."""
    return (
        document.type == "CTr" and document.number is None and _NATIONAL.match(fold(document.title or "")) is not None
    )


__all__ = ["Grouping", "group", "issued", "national"]
