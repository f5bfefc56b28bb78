"""What `Chỉ thị này` points at: the text's own instrument, what the sentence before is about, or the latest.

Read are the sentence of the anaphor and the one before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

import msgspec

from loaders.extraction.designations import folded
from loaders.extraction.likeness import place_of
from loaders.extraction.names import words
from loaders.extraction.namesakes import Namesakes

if TYPE_CHECKING:
    from loaders.extraction.reference import Reference

_SENTENCE: Final = 1_500
_LOOKED_BACK: Final = 40
_COMPARED: Final = re.compile(r"so với(?: các| quy định(?: cũ| trước đây)?(?: tại| của)?)*\s*$")
_SINCE: Final = re.compile(r"(?:từ|sau) (?:ngày|khi|thời điểm)\s*$|trái với\s*$")
_CHARGES: Final = re.compile(r"trách nhiệm (?:tổ chức )?(?:thi hành|thực hiện)\s*$")
_LAST_WORDS: Final = 1_000
_OF_OWN: Final = frozenset({"này", "", "mới"})


class Anaphora(Namesakes):
    """Finds the documents that anaphora stand for."""

    def _pointed(self, reference: Reference) -> int | None:
        """What `Chỉ thị này` points at: the text's own instrument, else the latest of its type."""
        if (reference.pointing or "").startswith(("đại hội", "của đại hội")):
            return self._of_congress(reference)
        if self.own is not None and self.entries[self.own].type == reference.type and reference.pointing in _OF_OWN:
            return self.own
        if self.own is not None and reference.pointing == "này" and reference.type == "CV":
            return self.own
        if self.own is not None and _charged(self.folded, reference):
            return self.own
        told = self._told(reference) if reference.pointing in {"này", "", "mới"} else None
        if told is None and reference.pointing == "mới":
            return None  # one that is to come
        return self.filed.latest(reference.type) if told is None else told

    def _of_congress(self, reference: Reference) -> int | None:
        """The resolution of the one congress named so far, if that may be of the bodies that `reference` names.

        Where none so far is of its branch, the branch (`Đại hội Đảng bộ huyện`) tells which one it is.
        """
        known = [i for i in self.filed.of_plenum(0) if self.entries[i].plenum == 0]
        said = {*words(reference.pointing or "")} - {"của"}
        held = [i for i in known if said <= {*words(folded(self.entries[i].issuer or ""))}]
        if len(held) == 1 and (len(known) == 1 or reference.issuer):
            return held[0]
        if reference.issuer is None or held:
            return None
        named = msgspec.structs.replace(reference, kind="plenum", plenum=0, pointing=None)
        return self._enter(named, place_of(reference.issuer))

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
            if _COMPARED.search(self.folded, max(before, other.start - 40), other.start):
                continue
            found = self._places[other.start, other.end]
        return found


def _sentence(folded: str, position: int) -> int:
    """Where the sentence of `position` begins, as far as 1,500 characters before it show."""
    low = max(0, position - _SENTENCE)
    return max(low, folded.rfind(". ", low, position) + 1, folded.rfind("; ", low, position) + 1)


def _charged(folded: str, reference: Reference) -> bool:
    """Whether the last words charge bodies with the text itself by a wrong type: `chịu trách nhiệm thi hành`."""
    late = len(folded) - reference.start < _LAST_WORDS and reference.pointing == "này"
    return late and _CHARGES.search(folded, max(0, reference.start - 40), reference.start) is not None
