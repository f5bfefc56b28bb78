"""Which document met before a reference without a number names again: by its title or plenum, or as what is enacted.

Read are the titles of the ledger's documents and the words in front of the reference.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from loaders.extraction import designations, numbering
from loaders.extraction.deferred import deferred
from loaders.extraction.directory import opening, title_opening
from loaders.extraction.entries import Entry
from loaders.extraction.laws import remade
from loaders.extraction.ledger import Ledger
from loaders.extraction.likeness import PERHAPS, SURE, made, other_subject, place_of, same_congress
from loaders.extraction.makers import symbol_of
from loaders.extraction.names import words
from loaders.extraction.reference import LAWS

if TYPE_CHECKING:
    from loaders.extraction.reference import Reference

_REPEATED: Final = 4
_NEARBY: Final = 4
_FAR: Final = 60
_BRACKETS: Final = re.compile(r" {0,3}\( {0,3}(?:(?:bộ )?luật )?([^\W\d]{2,9})(?!\w)")
_CHANGES: Final = deferred(r"[^.;:“”]{0,80}(?<!\w)(?:sửa đổi|bổ sung)[^.;:“”]{0,40} của\s{1,9}")
_LONGEST: Final = 9  # initials of a law
_ISSUES: Final = re.compile(
    r"(?<!\w)(?:ban hành|phê duyệt)(?: kèm theo)?(?: (?:quyết định|nghị quyết|thông tư) này)?\W*$"
)
_CARRYING: Final = frozenset({"CTr", "KH", "ĐA"})
_OF_BODY: Final = ("hành động của ", "của ")
_CARRIES_OUT: Final = ("hành động", "thực hiện", "triển khai")


class Namesakes(Ledger):
    """Finds documents by what they are called."""

    def _named(self, reference: Reference, place: str | None) -> int | None:
        name = designations.name(self.folded, reference)
        if name is None:
            return None
        short = self.filed.begun(name) if reference.kind == "plan" else None
        if short is not None:
            return self._or_namesake(reference, short)
        if reference.kind == "plan" and (numbered := self._titled_alike(reference)) is not None:
            return numbered
        if (only := self._only_one(reference)) is not None:
            return only
        found = [
            i
            for i in self.filed.named(name)
            or self.filed.alike(name, 0 if reference.type in LAWS else designations.ROUND)
            if self.entries[i].admits(reference, place) and not (reference.number and self.entries[i].number)
        ]
        found = [i for i in found if not remade(self.folded, self.entries[i], reference)]
        if reference.type in LAWS and reference.number is None and reference.date is None:
            found = [i for i in found if i != self._changing(reference)]
            host = self._host(reference)
            found = [i for i in found if not (host and (self.entries[i].made() or "") > host)]
        if not found and reference.type in LAWS and (called := self._initials(reference)) is not None:
            self.filed.name(name, called)
            return called
        best = max(found, key=lambda i: (not self.entries[i].bygone(), self.entries[i].last), default=None)
        return self._or_namesake(reference, best)

    def _initials(self, reference: Reference) -> int | None:
        """The law that has its initials in brackets: `Luật Xử lý X (Luật XLX)`, `Luật Xử lý X (XLX) ... Luật XLX`.

        Or whose name has them anywhere: `Kiểm toán nhà nước (KTNN) ... Luật Kiểm toán nhà nước ... Luật KTNN`.
        """
        ours = designations.folded(reference.title or "")
        place = bisect_left(self.references, reference.start, key=lambda r: r.start)
        if not 1 < len(ours) < _LONGEST or not ours.isalpha():
            return None
        for before in reversed(self.references[max(0, place - _FAR) : place]):
            if before.type != reference.type or not before.title or before.start >= reference.start:
                continue
            names = words(designations.folded(before.title))
            letters = {"".join(w[0] for w in names), "".join(w[0] for w in names if w != "và")}
            brackets = _BRACKETS.match(self.folded, before.stop)
            declared = brackets is not None and brackets[1] == ours
            if ours in letters and (declared or f"{designations.folded(before.title)} ({ours})" in self.folded):
                return self._places.get((before.start, before.end))
        return None

    def _or_namesake(self, reference: Reference, found: int | None) -> int | None:
        """What was `found`, or another regulation of its name: `thay thế Quyết định A ban hành Quy chế X`, X being new.

        Each of two instruments that issue a regulation of one name issues its own; not so what is consolidated.
        """
        plain = (
            found is None
            or reference.kind != "plan"
            or (self.own is not None and self.entries[self.own].type == "VBHN")
        )
        carrier = None if plain else self._carrier(reference)
        if carrier is None or not self._issues(reference):
            return found
        key = numbering.key(carrier.number or "")
        if key not in self._issued:
            met = self.references[: bisect_left(self.references, reference.start, key=lambda r: r.start)]
            same = [r for r in met if self._places.get((r.start, r.end)) == found and self._issues(r)]
            carriers = {numbering.key(c.number or "") if (c := self._carrier(r)) else None for r in same}
            if not carriers or key in carriers:
                return found
            self.entries.append(Entry(reference, None, None))  # not filed: the text means the other by its name
            self._issued[key] = len(self.entries) - 1
        return self._issued[key]

    def _issues(self, reference: Reference) -> bool:
        """Whether a verb of issuing stands right before a plan."""
        return _ISSUES.search(self.folded, max(0, reference.start - _FAR), reference.start) is not None

    def _carrier(self, reference: Reference) -> Reference | None:
        """The numbered document of another type in whose name a plan is named."""
        place = bisect_left(self.references, reference.start, key=lambda r: r.start)
        hosts = (r for r in self.references[max(0, place - _NEARBY) : place] if r.type != reference.type)
        within = (r for r in hosts if r.title_span and r.head_stop <= reference.start < r.stop)
        return next((r for r in within if r.kind == "numbered"), None)

    def _only_one(self, reference: Reference) -> int | None:
        """The one numbered plan of a body that the text cites: `Chương trình hành động của Tỉnh ủy thực hiện D`."""
        body, title = reference.issuer, designations.folded(reference.title or "")
        if reference.type not in _CARRYING or body is None or not title.startswith(_OF_BODY):
            return None
        its = [r for r in self.filed.cited(reference.type) if symbol_of(r.number or "", body)]
        if len({numbering.key(r.number or "") for r in its}) != 1 or any(_apart(r) for r in its):
            return None
        known = (
            i for i in self.filed.numbered(numbering.key(its[0].number or "")) if self.entries[i].type == its[0].type
        )
        found = next(known, None)
        return self._enter(its[0], place_of(its[0].issuer)) if found is None else found

    def _titled_alike(self, reference: Reference) -> int | None:
        """The numbered document, cited anywhere in the text, whose title the name of a plan repeats."""
        ours = title_opening(reference)
        full = self.filed.titled(ours) if ours else None
        if full is None or full.number is None:
            return None
        known = (i for i in self.filed.numbered(numbering.key(full.number)) if self.entries[i].type == full.type)
        found = next(known, None)
        return self._enter(full, place_of(full.issuer)) if found is None else found

    def _plenum(self, reference: Reference) -> int | None:
        found: int | None = None
        for index in self.filed.of_plenum(reference.plenum):
            entry = self.entries[index]
            if entry.type != reference.type or (entry.term and reference.term and entry.term != reference.term):
                continue
            if entry.plenum is not None and other_subject(entry.title, reference.title):
                continue
            if entry.plenum is None and (found is not None or entry.term != reference.term):
                return None  # numbered ones that the plenum issued: several, or perhaps another term's
            names = (words(designations.folded(one.issuer or "")) for one in (entry, reference))
            alike = PERHAPS if entry.plenum is None else SURE if entry.plenum else same_congress(*names)
            if alike == SURE:
                return index
            found = index if alike and found is None else found
        return found

    def _enacted(self, reference: Reference) -> bool:
        """Whether `ban hành Thông tư quy định ...` repeats the type and title of the text's own instrument."""
        if self.own is None or reference.type != self.entries[self.own].type:
            return False
        if reference.kind == "named":
            return self.folded.endswith("quốc hội ban hành ", max(0, reference.start - 30), reference.start)
        if reference.kind != "plan" or self._within(reference):
            return False
        ours = opening(_subject(words(designations.folded(reference.title or ""))), _REPEATED)
        return ours is not None and _subject(self.entries[self.own].name)[: len(ours)] == ours

    def _host(self, reference: Reference) -> str | None:
        """The year of the numbered document in whose name a law is named: that law is no newer."""
        place = bisect_left(self.references, reference.start, key=lambda r: r.start)
        hosts = (
            r
            for r in reversed(self.references[max(0, place - _NEARBY) : place])
            if r.kind == "numbered" and r.type not in LAWS and r.head_stop <= reference.start < r.stop
        )
        host = next(hosts, None)
        return made(host.number, host.date) if host else None

    def _changing(self, reference: Reference) -> int | None:
        """The numbered law that changes the one named: `Luật Giá số 5/2020/QH14 sửa đổi một số điều của Luật Giá`."""
        place = bisect_left(self.references, reference.start, key=lambda r: r.start)
        before = self.references[place - 1] if place else None
        if before is None or before.number is None or before.type not in LAWS:
            return None
        if _CHANGES.fullmatch(self.folded, before.end, reference.start) is None:
            return None
        return self._places.get((before.start, before.end))

    def _within(self, reference: Reference) -> bool:
        """Whether a plan is named in the title of a numbered document of another type (`Quyết định A ban hành B`)."""
        return self._carrier(reference) is not None


def _subject(title: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a title without those that only lead to its subject: `quy định về X` is `quy định X`."""
    return tuple(word for word in title if word != "về")


def _apart(reference: Reference) -> bool:
    """Whether a numbered plan has a subject of its own, and not only something that it carries out."""
    return not designations.folded(reference.title or "hành động").startswith(_CARRIES_OUT)
