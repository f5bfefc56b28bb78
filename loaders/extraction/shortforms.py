"""The ledger of the documents met in a text: which one a full citation, a short form or an anaphor stands for."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from loaders.extraction import numbering
from loaders.extraction.directory import Directory, opening, title_opening
from loaders.extraction.laws import remade, revised
from loaders.extraction.likeness import PERHAPS, SURE, apart, begins, calmer, made, place_of, same_congress, surer
from loaders.extraction.names import shortened, whole_words, words
from loaders.extraction.normal import fold
from loaders.extraction.own import charged
from loaders.extraction.plenums import resolve
from loaders.extraction.reference import LAWS, mention
from loaders.extraction.treaties import short_name
from loaders.extraction.unnumbered import plenum_of
from ontology.model import Document, Resolved

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.extraction.reference import Reference
    from ontology.model import Span

_SEPARATE: Final = frozenset({"L", "BL", "PL", "NQ"})
_BRACKETED: Final = re.compile(r"\([^()]{1,40}\)")
_ALIAS: Final = re.compile(r"[”\"]? {0,3}\((?:sau đây )?(?:gọi|viết)?(?: chung| tắt)*(?: là)?:? ?[“\"]?")
_MEMBERS: Final = re.compile(r"đoàn(?= (?:tncs|thanh niên))|đảng|đoàn$")  # `Điều lệ Đoàn` is short for the Union's
_SENTENCE: Final = 1_500
_LOOKED_BACK: Final = 40
_SINCE: Final = re.compile(r"(?:từ|sau) (?:ngày|khi|thời điểm)\s*$|trái với\s*$")
_ROUND: Final = 12
_REPEATED: Final = 4
_NEARBY: Final = 4


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
        self.name = words(_folded(reference.title or "")) if self.own else ()

    def admits(self, reference: Reference, place: str | None) -> bool:
        """Whether nothing that `reference` states conflicts with what this document has."""
        if self.type in LAWS and len({made(law.number, law.date) for law in (self, reference)} - {None}) > 1:
            return False
        if apart(self.number, self.date, reference.date):
            return False
        if self.term and reference.term and self.term != reference.term:
            return False
        return not (self.place and place and self.place != place)

    def learn(self, reference: Reference, place: str | None) -> None:
        """Take what a further mention states and this document lacks."""
        if reference.kind in {"numbered", "own"} and (self.kind == "partial" or self.number is None):
            self.number, self.kind = reference.number, reference.kind
        elif reference.kind == self.kind == "partial" and len(reference.number or "") > len(self.number or ""):
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


class Ledger:
    """The documents of one text in the order in which they are first met."""

    def __init__(self, references: Sequence[Reference], folded: str) -> None:
        self.references, self.folded = references, folded
        self.entries: list[Entry] = []
        self.filed = Directory(self.entries, references)
        self.own: int | None = None
        self._places: dict[tuple[int, int], int] = {}
        self._aliases: dict[tuple[str, str], Reference] | None = None

    def plans(self) -> frozenset[int]:
        """The documents that are candidate plans only."""
        return frozenset(i for i, e in enumerate(self.entries) if e.kind == "plan")

    def place(self, reference: Reference) -> int | None:
        """The index of the document that `reference` stands for; a new one where none met so far can be it."""
        if reference.kind == "anaphor":
            return self._pointed(reference)
        place = place_of(reference.issuer)
        index = self._known(reference, place)
        if index is None:
            index = self._places[reference.start, reference.end] = self._enter(reference, place)
            return index
        self._places[reference.start, reference.end] = index
        self.entries[index].learn(reference, place)
        self.filed.mention(index)
        if reference.number and reference.kind == "numbered":
            self.filed.number(numbering.key(reference.number), index)
        return index

    def _enter(self, reference: Reference, place: str | None) -> int:
        key = numbering.key(reference.completed or reference.number) if reference.number else None
        self.entries.append(Entry(reference, key, place))
        self.entries[-1].revised = reference.type in LAWS and revised(self.folded, reference.end)
        index = len(self.entries) - 1
        if key:
            self.filed.number(key, index)
        name = self._name(reference)
        for known in (name, self._abbreviated(reference)):
            if known:
                self.filed.name(known, index)
        self.filed.mention(index)
        held = (reference.plenum, reference.term) if reference.kind == "plenum" else plenum_of(reference.issuer)
        if held[0] is not None and reference.type == "NQ":
            self.filed.plenum(held[0], index)
            self.entries[index].term = held[1]
        if reference.kind == "own":
            self.own = index
        return index

    def _known(self, reference: Reference, place: str | None) -> int | None:
        if reference.kind == "own":
            return None
        if reference.kind == "partial":
            return self._partial(reference, place)
        if reference.number:
            return self._numbered(reference, place)
        if reference.kind == "plenum":
            return self._plenum(reference)
        if self._enacted(reference):
            return self.own
        return self._named(reference, place)

    def _enacted(self, reference: Reference) -> bool:
        """Whether `ban hành Thông tư quy định ...` repeats the type and title of the text's own instrument."""
        if self.own is None or reference.type != self.entries[self.own].type:
            return False
        if reference.kind == "named":
            return self.folded.endswith("quốc hội ban hành ", max(0, reference.start - 30), reference.start)
        if reference.kind != "plan" or self._within(reference):
            return False
        ours = opening(words(_folded(reference.title or "")), _REPEATED)
        return ours is not None and self.entries[self.own].name[: len(ours)] == ours

    def _within(self, reference: Reference) -> bool:
        """Whether a plan is named in the title of a numbered document of another type (`Quyết định A ban hành B`)."""
        place = bisect_left(self.references, reference.start, key=lambda r: r.start)
        before = self.references[max(0, place - _NEARBY) : place]
        return any(
            r.kind == "numbered"
            and r.type != reference.type
            and r.title_span
            and r.head_stop <= reference.start < r.stop
            for r in before
        )

    def _numbered(self, reference: Reference, place: str | None) -> int | None:
        assert reference.number is not None
        for index in self.filed.numbered(numbering.key(reference.number)):
            entry = self.entries[index]
            if entry.type != reference.type and {entry.type, reference.type} & _SEPARATE:
                continue
            if entry.admits(reference, place):
                return index
        if reference.type in LAWS and reference.title:
            return self._named(reference, place)
        return self._bracketed(reference, place)

    def _bracketed(self, reference: Reference, place: str | None) -> int | None:
        """The law or plan whose number follows its name in brackets: `Luật Thủ đô 2024 (Luật số 39/2024/QH15)`."""
        before = self.references[bisect_left(self.references, reference.start, key=lambda r: r.start) - 1]
        index = self._places.get((before.start, before.end))
        kind = reference.type in LAWS or before.kind == "plan"
        if index is None or not kind or before.type != reference.type or before.start >= reference.start:
            return None
        entry = self.entries[index]
        opened = self.folded[before.stop : reference.start].strip() == "("
        closed = self.folded[reference.head_stop : reference.head_stop + 3].strip()[:1] == ")"
        return index if opened and closed and entry.number is None and entry.admits(reference, place) else None

    def _partial(self, reference: Reference, place: str | None) -> int | None:
        """The latest document met whose number begins with the short one (`Nghị quyết 29`: 29-NQ/TW)."""
        assert reference.number is not None
        if reference.completed:
            known = self.filed.numbered(numbering.key(reference.completed))
            return next((i for i in known if self.entries[i].admits(reference, place)), None)
        digits = reference.number.lstrip("0")
        named = self._alias(reference)
        if named is not None:
            return named
        found = [
            i
            for i in self.filed.beginning(reference.type, digits.partition("/")[0])
            if (number := self.entries[i].number)
            and begins(digits, number)
            and self.entries[i].admits(reference, place)
        ]
        if not found:
            return self._ahead(reference, digits)
        return max(found, key=lambda i: self.entries[i].last)

    def _alias(self, reference: Reference) -> int | None:
        """The scheme that the text gives a number for short: `Đề án “Hỗ trợ ...” (Đề án 939)`."""
        if self._aliases is None:
            self._aliases = {}
            for before, after in pairwise(self.references):
                gap = self.folded[before.stop : after.start]
                if (
                    after.kind == "partial"
                    and before.kind == "plan"
                    and _ALIAS.fullmatch(gap)
                    and after.type == before.type
                ):
                    self._aliases.setdefault((after.type, (after.number or "").lstrip("0")), before)
        scheme = self._aliases.get((reference.type, (reference.number or "").lstrip("0")))
        if scheme is None:
            return None
        known = self._known(scheme, place_of(scheme.issuer))
        return self._enter(scheme, place_of(scheme.issuer)) if known is None else known

    def _ahead(self, reference: Reference, digits: str) -> int | None:
        """The document that a headline names by a short form before the text cites it in full."""
        full = [
            r
            for r in self.filed.after(reference.type, digits.partition("/")[0], reference.start)
            if r.number and begins(digits, r.number) and not (r.term and reference.term and r.term != reference.term)
        ]
        if len({numbering.key(r.number or "") for r in full}) != 1:
            return None
        return self._enter(full[0], place_of(full[0].issuer))

    def _plenum(self, reference: Reference) -> int | None:
        found: int | None = None
        for index in self.filed.of_plenum(reference.plenum):
            entry = self.entries[index]
            if entry.term and reference.term and entry.term != reference.term:
                continue
            if entry.plenum is None and (found is not None or entry.term != reference.term):
                return None  # numbered ones that the plenum issued: several, or perhaps another term's
            names = (words(_folded(one.issuer or "")) for one in (entry, reference))
            alike = PERHAPS if entry.plenum is None else SURE if entry.plenum else same_congress(*names)
            if alike == SURE:
                return index
            found = index if alike and found is None else found
        return found

    def _named(self, reference: Reference, place: str | None) -> int | None:
        name = self._name(reference)
        if name is None:
            return None
        if reference.kind == "plan" and (short := self.filed.begun(name)) is not None:
            return short
        if reference.kind == "plan" and (numbered := self._titled_alike(reference)) is not None:
            return numbered
        found = [
            i
            for i in self.filed.named(name)
            if self.entries[i].admits(reference, place) and not (reference.number and self.entries[i].number)
        ]
        found = [i for i in found if not remade(self.folded, self.entries[i], reference)]
        return max(found, key=lambda i: self.entries[i].last, default=None)

    def _titled_alike(self, reference: Reference) -> int | None:
        """The numbered document, cited anywhere in the text, whose title the name of a plan repeats."""
        ours = title_opening(reference)
        full = self.filed.titled(ours) if ours else None
        if full is None or full.number is None:
            return None
        known = (i for i in self.filed.numbered(numbering.key(full.number)) if self.entries[i].type == full.type)
        found = next(known, None)
        return self._enter(full, place_of(full.issuer)) if found is None else found

    def _name(self, reference: Reference) -> tuple[str, tuple[str, ...]] | None:
        """What an unnumbered document is known by: its type and name (for a plan, how its whole name begins)."""
        if reference.type == "HP":
            return ("HP", ())
        if reference.title is None or reference.title_span is None:
            return None
        if reference.type in LAWS:
            return (reference.type, whole_words(reference.title))
        if reference.type == "ĐL" and (party := _MEMBERS.match(_folded(reference.title))):
            return (reference.type, (party.group(),))
        if reference.kind not in {"named", "plan"}:
            return None
        whole = self.folded[reference.start : min(reference.title_span.end, reference.start + 400)]
        return (reference.type, words(_BRACKETED.sub(" ", whole))[:_ROUND])

    def _abbreviated(self, reference: Reference) -> tuple[str, tuple[str, ...]] | None:
        """The short name that the text gives a treaty right after its name."""
        if reference.type != "KHÁC" or reference.kind != "named":
            return None
        short = short_name(self.folded, reference)
        return (reference.type, short) if short else None

    def _pointed(self, reference: Reference) -> int | None:
        """What `Chỉ thị này` points at: the text's own instrument, else the latest of its type."""
        if self.own is not None and self.entries[self.own].type == reference.type and reference.pointing in {"này", ""}:
            return self.own
        if self.own is not None and reference.pointing == "này" and reference.type == "CV":
            return self.own
        if self.own is not None and charged(self.folded, reference):
            return self.own
        told = self._told(reference) if reference.pointing in {"này", ""} else None
        return self.filed.latest(reference.type) if told is None else told

    def _told(self, reference: Reference) -> int | None:
        """The document that the sentence before is about, the first of its type in it, for what `Nghị định này` means.

        A document named in the same sentence comes first, save where the anaphor tells when that one ends:
        `Nghị định A hết hiệu lực kể từ ngày Nghị định này có hiệu lực`.
        """
        here = _sentence(self.folded, reference.start)
        ends = _SINCE.search(self.folded, max(here, reference.start - 40), reference.start) is not None
        place = bisect_left(self.references, reference.start, key=lambda r: r.start)
        found: int | None = None
        before: int | None = None
        for other in reversed(self.references[max(0, place - _LOOKED_BACK) : place]):
            if other.type != reference.type or other.kind == "anaphor" or (other.start, other.end) not in self._places:
                continue
            if other.start >= here:
                if not ends:
                    return None
                continue
            before = _sentence(self.folded, other.start) if before is None else before
            if other.start < before:
                break
            found = self._places[other.start, other.end]
        return found

    def documents(self, references: Sequence[Reference], document_of: Sequence[int | None]) -> tuple[Document, ...]:
        """The documents as values, with the mentions that stand for them."""
        mentions: list[list[Span]] = [[] for _ in self.entries]
        for i, (reference, index) in enumerate(zip(references, document_of, strict=True)):
            if index is not None:
                after = references[i + 1] if i + 1 < len(references) else None
                mentions[index].append(mention(reference, after))
        return tuple(self._document(i, mentions[i]) for i in range(len(self.entries)))

    def _document(self, index: int, mentions: list[Span]) -> Document:
        entry = self.entries[index]
        return Document(
            f"d{index + 1}", entry.type, entry.number, entry.date, entry.issuer, entry.title, entry.term,
            self._resolved(entry), entry.own, tuple(mentions),
        )  # fmt: skip

    def _resolved(self, entry: Entry) -> Resolved | None:
        if entry.kind == "partial" and entry.completed:
            return Resolved(number=entry.completed, reason="list of numbers")
        if entry.kind == "numbered" and entry.number and (mended := numbering.repaired(entry.number)):
            return Resolved(number=mended, reason="misprint")
        if entry.plenum:
            return resolve(entry.plenum, entry.term, entry.title)
        return None


def _sentence(folded: str, position: int) -> int:
    """Where the sentence of `position` begins, as far as 1,500 characters before it show."""
    low = max(0, position - _SENTENCE)
    return max(low, folded.rfind(". ", low, position) + 1, folded.rfind("; ", low, position) + 1)


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return fold(text)
