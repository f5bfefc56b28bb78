"""Verbs without an object, which the reader fills in from what was named before: `và đã có Công văn số 5 hướng dẫn`.

A bare type word after the verb is the one document of its type (`quán triệt Nghị quyết đến cán bộ`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from loaders.extraction import passages, typewords
from loaders.extraction.adjuncts import FRONT
from loaders.extraction.reading import ACTS, LAWS, PLANS, Link
from loaders.extraction.verbs import Verbs

if TYPE_CHECKING:
    from loaders.extraction.state import Entry

_FILLED: Final = frozenset({"implements", "guides", "details"})
_CARRIED: Final = frozenset({"implements", "continues"})
_NO_OBJECT: Final = re.compile(
    r"(?:,? (?:chi tiết|thi hành|thực hiện|cụ thể|áp dụng|một số điều|và|biện pháp|tổ chức|quán triệt|triển khai))*"
    r"[\s.;”\")]*"
)
_PUT_OUT: Final = re.compile(
    r"(?<!\w)(?:ban hành|ra|có|ký)(?: (?:các|những|\d{1,2}|hai|ba|bốn|năm))?(?: (?:công )?văn(?: bản)?)?(?: số)?\s*$"
)
# Those who learn, and no more: `5 lớp, với 40 người tham gia học tập`; no document is what they learn.
_OF_THOSE: Final = re.compile(
    r"(?<!\w)(?:tham gia|dự|được|đi|người|lượt|đảng viên|cán bộ|học viên|đổi mới(?: trong)?(?: công tác)?"
    r"|hình thức|chất lượng(?: công tác)?|phương pháp)\s*$"
)
_OTHER_MATTER: Final = re.compile(r" (?:với|bằng|đến|tới|cho) [^.;]{3,160}? về (?!việc này)")  # what was taught instead
_FOR_PLAN: Final = re.compile(r"(?:xây dựng|ban hành)(?: các)? (?:kế hoạch|chương trình(?: hành động)?)(?: để)? $")
_PLAN: Final = 48
_REACH: Final = 900
_ACTS: Final = LAWS | {"NQ", "NĐ", "QĐ", "TT", "TTLT", "CT", "KL"}
_STUDIED: Final = frozenset({"NQ", "CT", "KL"})
"""Types of what is taken in, one beside the other: a plan only says that something is."""
_ABOVE: Final = {
    "NĐ": LAWS | {"NQ"},
    "QĐ": LAWS | {"NQ", "NĐ", "CT", "KL"},
    "TT": LAWS | {"NQ", "NĐ", "QĐ"},
    "TTLT": LAWS | {"NQ", "NĐ", "QĐ"},
}
"""Types of what an instrument can be the guidance for; letters and guides can be that for any."""


class Elisions(Verbs):
    """Reads verbs whose object the sentence does not repeat."""

    def elided(self, end: int) -> None:
        """`Sau khi D được ban hành, X ban hành E để thực hiện`; `X có Công văn E hướng dẫn` after what is said of D."""
        pending = self.pending
        if pending is not None and pending.predicate == "disseminates" and pending.rule == "name":
            carries = self.fold.endswith("thực hiện", 0, pending.at)  # `về việc quán triệt, thực hiện`
            pending = pending._replace(predicate="implements") if carries else pending
        if pending is None or pending.passive or pending.rule != "name" or pending.predicate not in _FILLED:
            return
        if (
            not self.chain
            or self.chain[-1].node != pending.head
            or not _NO_OBJECT.fullmatch(self.fold, pending.at, end)
        ):
            return
        heads = (*self.abreast(pending), pending.head)
        before = self.chain[: -len(heads)]
        found = self._in_front(before, pending) if before else self._named_before(pending.head, len(heads))
        if found is not None:
            for head in heads:
                self.add(head, pending, found[1], found[0])

    def _in_front(self, before: list[Entry], pending: Link) -> tuple[int, int] | None:
        """The document that the sentence speaks of before those that its body puts out."""
        above = _ABOVE.get(self.reading.type_of(pending.head), _ACTS)
        if pending.predicate == "implements":
            before = before[-1:]
        else:
            before = [e for e in before if self.reading.type_of(e.node) in above]
        last = before[-1] if before else None
        if (
            last is None
            or (pending.predicate != "implements" and any(e.node != last.node for e in before))
            or (last.link is not None and last.link.head != FRONT)
        ):
            return None
        return last.place, last.node

    def _named_before(self, head: int, heads: int) -> tuple[int, int] | None:
        """The one instrument above those that a body has put out, named in the sentences before this one."""
        reading, first = self.reading, self.chain[-heads]
        begin = reading.references[first.place].start
        if reading.own is not None or not _PUT_OUT.search(self.fold, max(self.sentence, begin - 40), begin):
            return None
        above = _ABOVE.get(reading.type_of(head), _ACTS)
        last = bisect_left(reading.starts, self.sentence)
        near = range(bisect_left(reading.starts, self.sentence - _REACH), last)
        named = {node: i for i in near if (node := reading.node(i)) is not None and reading.type_of(node) in above}
        ((node, place),) = named.items() if len(named) == 1 else ((None, 0),)
        return None if node is None else (place, node)

    def shortened(self, end: int) -> None:
        """`X tổ chức hội nghị quán triệt Nghị quyết đến cán bộ`: a bare type word is the one document of its type."""
        pending = self.pending
        if pending is None or pending.head < ACTS or pending.passive:
            return
        named = typewords.named(self.reading, pending.at, end)
        for place, node in [named] if named is not None else self.left_out(pending, end):
            self.add(pending.head, pending, node, place)

    def _planned(self, pending: Link, end: int) -> tuple[int, int] | None:
        """`Sau khi có D, X đã xây dựng kế hoạch triển khai.`: the plan is for D."""
        near = self.fold[max(self.sentence, pending.at - len(pending.cue) - _PLAN) : pending.at - len(pending.cue)]
        if not _FOR_PLAN.search(near) or not _NO_OBJECT.fullmatch(self.fold, pending.at, end):
            return None
        since = passages.since(self.fold, self.sentence) and pending.head >= ACTS
        known = {entry.node: entry.place for entry in self.chain} if since else {}
        ((node, place),) = known.items() if len(known) == 1 else ((None, 0),)
        return None if node is None else (place, node)

    def left_out(self, pending: Link, end: int) -> list[tuple[int, int]]:
        """`Thực hiện D và E, X đã quán triệt đến đảng viên`, `Sau khi có D, X đã học tập`: the objects are D and E.

        A training class (`đã mở lớp tập huấn cho nông dân`) teaches what D asks for, and not D; so does an event that a
        plan asks for: `Thực hiện Kế hoạch D, X tổ chức buổi tuyên truyền`.
        """
        if pending.predicate == "implements":
            planned = self._planned(pending, end)
            return [] if planned is None else [planned]
        if (
            pending.predicate != "disseminates"
            or pending.cue == "tập huấn"
            or not passages.objectless(self.fold, pending.at, end)
            or _OTHER_MATTER.match(self.fold, pending.at, end)
            or _OF_THOSE.search(self.fold, self.sentence, pending.at - len(pending.cue))
        ):
            return []
        known = [(i, node) for i, node, _ in self.adjuncts.fronted]
        if any(self.reading.type_of(node) in PLANS for i, node in known if i >= 0):
            return []
        taken = typewords.taken(self.reading, self.sentence, pending.at) if not known else None
        if taken is not None:
            return [taken]
        if not known and passages.since(self.fold, self.sentence):
            known = [(entry.place, entry.node) for entry in self.chain]
        if not known and self.chain and self.chain[0].link is None:
            last = self.chain[-1]  # `ban hành E triển khai D, tổ chức quán triệt`
            carried = last.link is not None and last.link.head == self.chain[0].node and last.link.predicate in _CARRIED
            known = [(last.place, last.node)] if carried else []
        several = len({node for _, node in known}) > 1
        studied = all(self.reading.type_of(node) in _STUDIED for _, node in known)
        if several and not (self.adjuncts.fronted and studied):
            return []
        return [(place, node) for place, node in known if place >= 0]
