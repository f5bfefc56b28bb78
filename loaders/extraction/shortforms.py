"""Which document of the ledger a citation by number stands for: a full one, a short form (`Nghị quyết 29`), an alias.

Read are the numbers of the ledger's documents, and of the citations before and after the short form.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from loaders.extraction import designations, numbering, sessions
from loaders.extraction.anaphora import Anaphora
from loaders.extraction.likeness import begins, made, place_of
from loaders.extraction.reference import LAWS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.extraction.entries import Entry
    from loaders.extraction.reference import Reference

_SEPARATE: Final = frozenset({"L", "BL", "PL", "NQ"})
_CENTRAL: Final = re.compile(r"\d{1,3}(?:-NQ-TW)?")
_NEXT: Final = 12
_SCHEMES: Final = frozenset({"ĐA", "CTr", "CL"})
_SERIAL: Final = re.compile(r"0*(\d+)")
_ISSUES: Final = re.compile(r"[^.;:]{0,60}?(?:phê duyệt|ban hành)(?: kèm theo)?\W*")
_APART: Final = 90
_ALIAS: Final = re.compile(r"[”\"]? {0,3}\((?:sau đây )?(?:gọi|viết)?(?: chung| tắt)*(?: là)?:? ?[“\"]?")


_CALLED: Final = re.compile(r"\((?:sau đây )?(?:gọi|viết)(?: chung| tắt)*(?: là)?:? ?[“\"]?$")
_NAMED_AFTER: Final = 260


class Shortforms(Anaphora):
    """The ledger that takes the references of a text and says which document each is."""

    def __init__(self, references: Sequence[Reference], folded: str) -> None:
        super().__init__(references, folded)
        self._aliases: dict[tuple[str, str], Reference] | None = None
        self._schemes: dict[tuple[str, str], Reference] | None = None
        self._called_so: dict[tuple[str, str], int] = {}

    def place(self, reference: Reference) -> int | None:
        """The index of the document that `reference` stands for; a new one where none met so far can be it."""
        if reference.kind == "anaphor":
            return self._pointed(reference)
        if reference.kind == "plenum" and reference.pointing == sessions.PLURAL and self._one_by_one(reference):
            return None
        place = place_of(reference.issuer)
        index = self._known(reference, place)
        if index is None:
            index = self._places[reference.start, reference.end] = self._enter(reference, place)
            self._date_back(index, reference)
            return index
        self._date_back(index, reference)
        self._places[reference.start, reference.end] = index
        self.entries[index].learn(reference, place)
        self.filed.mention(index)
        if reference.number and reference.kind == "numbered":
            self.filed.number(numbering.key(reference.number), index)
            self._christen(reference, index)
        return index

    def _christen(self, reference: Reference, index: int) -> None:
        """A law that was cited by its number alone goes by the name that a later citation gives it."""
        name = designations.name(self.folded, reference) if reference.type in LAWS and reference.title else None
        if name is not None and index not in self.filed.named(name):
            self.filed.name(name, index)

    def _date_back(self, index: int, reference: Reference) -> None:
        """A law that an older document names is not a newer one of the same name."""
        host = self._host(reference) if reference.type in LAWS and reference.number is None else None
        entry = self.entries[index]
        if host is not None:
            entry.known_by = min(host, entry.known_by or host)

    def _one_by_one(self, reference: Reference) -> bool:
        """Whether the text names the resolutions of a plenum by their numbers, after naming them together."""
        after = bisect_left(self.references, reference.stop, key=lambda r: r.start)
        numbers = (r.number or "" for r in self.references[after : after + _NEXT] if r.type == "NQ")
        return len({*filter(_CENTRAL.fullmatch, map(numbering.key, numbers))}) > 1

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
        found = self._named(reference, place)
        called = self._called(reference) if found is None else None
        return called if called is not None and self.entries[called].admits(reference, place) else found

    def _called(self, reference: Reference) -> int | None:
        """The law that is given a shorter name behind it: `Pháp lệnh số 34 ... (gọi tắt là Pháp lệnh dân chủ)`."""
        name = (reference.type, (reference.title or "").lower())
        if reference.type not in LAWS or name in self._called_so:
            return self._called_so.get(name)
        if _CALLED.search(self.folded, max(0, reference.start - 40), reference.start) is None:
            return None
        place = bisect_left(self.references, reference.start, key=lambda r: r.start) - 1
        before = self.references[place] if place >= 0 else reference
        near = before.type == reference.type and reference.start - before.stop < _NAMED_AFTER
        found = self._places.get((before.start, before.end)) if near and before.number else None
        if found is not None:
            self._called_so[name] = found
        return found

    def _numbered(self, reference: Reference, place: str | None) -> int | None:
        assert reference.number is not None
        for index in self.filed.numbered(numbering.key(reference.number)):
            entry = self.entries[index]
            if entry.type != reference.type and {entry.type, reference.type} & _SEPARATE:
                continue
            if entry.admits(reference, place):
                return index
        if (untyped := self._untyped(reference, place)) is not None:
            return untyped
        if reference.type in LAWS and reference.title:
            return self._named(reference, place)
        return self._bracketed(reference, place)

    def _untyped(self, reference: Reference, place: str | None) -> int | None:
        """The document of the same type whose number leaves its type or year out: `281/TTg`, `281/QĐ-TTg`."""
        key = numbering.key(reference.number or "")
        whole = numbering.typed(key, reference.type)
        for index in self.filed.beginning(reference.type, key.partition("-")[0]):
            entry = self.entries[index]
            other = numbering.key(entry.number or "")
            same = whole == other if whole else numbering.typed(other, reference.type) == key
            same = same or _yearless(entry, reference)
            if same and entry.kind == "numbered" and entry.admits(reference, place):
                return index
        return None

    def _bracketed(self, reference: Reference, place: str | None) -> int | None:
        """The law or plan whose number follows its name in brackets: `Luật Thủ đô 2024 (Luật số 39/2024/QH15)`."""
        if self.folded[reference.head_stop : reference.head_stop + 3].strip()[:1] != ")":
            return None
        last = bisect_left(self.references, reference.start, key=lambda r: r.start) - 1
        before = self.references[last]
        if reference.type in LAWS and last > 0 and (outer := self.references[last - 1]).stop == before.stop:
            before = outer if outer.type == before.type else before  # `Luật sửa đổi Luật A (Luật số 5/2031/QH16)`
        index = self._places.get((before.start, before.end))
        kind = reference.type in LAWS or before.kind in {"plan", "named"}
        if index is None or not kind or before.type != reference.type or before.start >= reference.start:
            return None
        entry = self.entries[index]
        opened = self.folded[before.stop : reference.start].strip() == "("
        return index if opened and entry.number is None and entry.admits(reference, place) else None

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
            ahead = self._ahead(reference, digits)
            ahead = self._approved(reference, digits) if ahead is None else ahead
            return self._of_plenum(reference, digits) if ahead is None else ahead
        return max(found, key=lambda i: self.entries[i].last)

    def _approved(self, reference: Reference, digits: str) -> int | None:
        """The scheme known by the number of the decision on it: `Quyết định 31/2009/QĐ-TTg phê duyệt Đề án X`.

        Only what has been named before `reference` is looked at.
        """
        if reference.type not in _SCHEMES or not digits.isdigit():
            return None
        if self._schemes is None:
            self._schemes = {}
            for before, after in pairwise(self.references):
                if before.kind != "numbered" or after.kind != "plan" or after.start - before.head_stop > _APART:
                    continue
                issues = _ISSUES.fullmatch(self.folded, before.head_stop, after.start)
                if issues and (serial := _SERIAL.match(before.number or "")):
                    self._schemes.setdefault((after.type, serial[1]), after)
        scheme = self._schemes.get((reference.type, digits))
        return None if scheme is None else self._places.get((scheme.start, scheme.end))

    def _of_plenum(self, reference: Reference, digits: str) -> int | None:
        """`Nghị quyết 4` for the resolution of the one fourth plenum that the text names."""
        if reference.type != "NQ" or not digits.isdigit() or reference.issuer is not None:
            return None
        known = [i for i in self.filed.of_plenum(int(digits)) if self.entries[i].kind == "plenum"]
        return known[0] if len(known) == 1 else None

    def _alias(self, reference: Reference) -> int | None:
        """The scheme that the text gives a number for short: `Đề án “Hỗ trợ ...” (Đề án 939)`."""
        if self._aliases is None:
            self._aliases = {}
            for before, after in pairwise(self.references):
                gap = self.folded[before.stop : after.start]
                if (
                    after.kind == "partial"
                    and before.kind in {"plan", "named"}
                    and _ALIAS.fullmatch(gap)
                    and after.type == before.type
                ):
                    self._aliases.setdefault((after.type, (after.number or "").lstrip("0")), before)
                elif after.kind == "partial" and (called := self._called_after(after)) is not None:
                    self._aliases.setdefault((after.type, (after.number or "").lstrip("0")), called)
        scheme = self._aliases.get((reference.type, (reference.number or "").lstrip("0")))
        if scheme is None:
            return None
        known = self._known(scheme, place_of(scheme.issuer))
        return self._enter(scheme, place_of(scheme.issuer)) if known is None else known

    def _called_after(self, reference: Reference) -> Reference | None:
        """The scheme that a bracket further on gives a number: `Đề án X tại Quyết định số 7 (gọi tắt là Đề án 7)`."""
        if _CALLED.search(self.folded, max(0, reference.start - 40), reference.start) is None:
            return None
        place = bisect_left(self.references, reference.start, key=lambda r: r.start)
        near = reversed(self.references[max(0, place - _NEXT) : place])
        return next(
            (
                r
                for r in near
                if r.type == reference.type and r.kind in {"plan", "named"} and reference.start - r.stop < _NAMED_AFTER
            ),
            None,
        )

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


def _yearless(entry: Entry, reference: Reference) -> bool:
    """Whether one of two numbers is the other without its year, and nothing dates them apart."""
    ours, theirs = numbering.key(entry.number or ""), numbering.key(reference.number or "")
    years = {made(entry.number, entry.date), made(reference.number, reference.date)} - {None}
    one = numbering.dated(ours, theirs, entry.type) or numbering.dated(theirs, ours, entry.type)
    return one and len(years) == 1
