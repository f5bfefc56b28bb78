"""The members of a list: whether a document goes on with one, as what, and what the names of those before it swallow.

Read are the words between two documents, and the links of those that the clause has named.
"""

from __future__ import annotations

import re
from typing import Final

from loaders.extraction import enacting, gaps, parallel, patients, promulgation
from loaders.extraction.adjuncts import FRONT
from loaders.extraction.grounds import GROUNDS
from loaders.extraction.reading import Link
from loaders.extraction.state import CHANGES, FILLS, ISSUED, Clause, Entry

_REMEMBERED: Final = 60
_ACTS: Final = re.compile(
    r"(?: (?:cũng|đã|sẽ|thì|không|chưa))*(?: có hiệu lực[^,;.]{0,40},)?"
    r" (?:thay thế|thay cho|bãi bỏ|sửa đổi|hướng dẫn|quy định chi tiết) "
    r"(?:cho |một số điều (?:của )?|việc |thi hành |thực hiện )*(?:điều|khoản|thông|nghị|quyết|luật|bộ|chỉ|pháp)"
)
_STANDS: Final = re.compile(r" (?:không|chưa|vẫn|thì|còn hiệu lực|có hiệu lực|được (?:giữ|tiếp tục|áp dụng))(?!\w)")
"""What is said of a document that is its own subject, and no member of the list before it."""
_POLICIES: Final = frozenset({"NQ", "KL", "CT", "CL"})
"""Types of what plans carry out together."""
_RANKS: Final = {"L": 1, "NĐ": 2, "TT": 3, "TTLT": 3}
"""The order of State instruments: a lower one guides and details the higher."""


class Members(Clause):
    """Reads what joins documents: commas, `và`, bare numbers, one more part, and the names that go on meanwhile."""

    def _joins(self, index: int, gap: str, at: int) -> bool:
        """Whether a document goes on with a list: after a comma or `và`, or as a bare number whose comma is lost."""
        span = self.reading.references[index].number_span
        bare = not gap.strip() and span is not None and span.start == self.reading.references[index].start
        joined = (
            bare
            or gaps.directed_too(gap)
            or gaps.separates(gap[-40:] if gap.strip() else self.fold[max(0, at - 12) : at])
        )
        return joined and not self._acts_itself(index) and not self._stands(index, gap)

    def _further_part(self, gap: str) -> Link | None:
        """`Bãi bỏ A; các quy định về X tại B`: one more object of the verb, over the name of a part."""
        first = self.chain[0].link if self.chain else None
        if first is None or first.head != self.reading.own or first.predicate not in {"repeals", "replaces"}:
            return None
        named = first.rule != "list" and enacting.further_part(gap)
        return first._replace(rule="part") if named else None

    def _latest(self, entries: list[Entry]) -> Entry | None:
        """`Thay thế A; bãi bỏ B; C`: what a semicolon adds goes with the last thing that the instrument itself did."""
        own = self.reading.own
        done = (e for e in reversed(entries) if e.link is not None and e.link.head == own)
        return next((e for e in done if e.link is not None and e.link.predicate in CHANGES), None)

    def _issuing(self) -> bool:
        """Whether the sentence tells of the issue of the document that it begins with: all else stands in its name."""
        first = self.chain[0]
        begin = self.reading.at(first.place)
        lead = self.fold[max(self.sentence, begin - 60) : begin]
        named = (e.link is None or e.link.head == first.node for e in self.chain[1:])
        return first.link is None and promulgation.issued(lead) and any(named) and len(self.chain) > 1

    def _past_changes(self, index: int) -> Entry | None:
        """`sửa đổi Luật A số 1 đã được sửa đổi theo Luật số 2 và Luật số 3, Luật B số 4`: a name ends the numbers.

        What has a name goes on with A, whose changes are told by numbers alone.
        """
        last = self.chain[-1]
        if last.link is None or not last.link.passive or self.reading.references[index].title_span is None:
            return None
        if self.reading.references[last.place].title_span is not None:
            return None
        return next((e for e in reversed(self.chain) if e.link is not None and not e.link.passive), None)

    def _changed_by_item(self) -> Link | None:
        """`1. Thông tư A sửa đổi B, C và D` in a list: an item is one document, and C and D stand in its name."""
        first = self.chain[0]
        if first.link is None or first.link.rule != "list":
            return None
        by_item = (e.link for e in reversed(self.chain) if e.link is not None and e.link.head == first.node)
        return next((link for link in by_item if link.predicate in CHANGES), None)

    def _under(self, family: str, at: int, *, full: bool) -> Entry | None:
        """One more object of the verb in a name: `Thông tư A hướng dẫn Luật B, Luật C và Nghị định D`."""
        together = self.zone != GROUNDS or self.fold[max(0, at - 8) : at].rstrip().endswith(" và")
        for entry in reversed(self.chain if together else ()):
            if entry.link is None or entry.link.rule != "name":
                return None
            if entry.link.predicate in {"guides", "details"}:
                above = _RANKS.get(self.reading.family(entry.link.head), 9)
                below = _RANKS.get(family, 9) < above < 9
                return entry if below and (not full or self.reading.family(entry.node) != family) else None
        return None

    def _main(self, entries: list[Entry]) -> list[Entry]:
        """Of the documents of a clause whose adjunct has been left behind only those of its main verb.

        What stands inside the name of an adjunct's numbered document belongs to the adjunct.
        """
        last = entries[-1].link
        told = {e.node for e in entries if e.link is not None and e.link.head == FRONT}
        if last is None or last.head == FRONT or (last.head in told and last.head not in self.reading.plans):
            return entries
        return [e for e in entries if e.link is None or e.link.head != FRONT]

    def listed(self, index: int, node: int, at: int) -> Link | None:
        """One more of a list: read as the nearest document before it of its own type, else as the clause's first."""
        apart = ";" in self.fold[max(0, at - 6) : at]
        if not apart and (inner := self._changed_by_item()) is not None:
            return inner
        patient = None if apart else self._past_changes(index)
        if (row := patient or self._changed_alike(index)) is not None:
            return row.link
        loose = apart and self.ground is None and not self._issuing()
        here = [e for e in self.chain if self.reading.references[e.place].start >= self.clause] or self.chain
        told = (e for e in self._main(here) if e.link is not None and (not loose or e.link.rule == "report"))
        entry = (self._latest(here) if apart else None) or next(told, here[0])
        family = self.reading.family(node)
        like = [e for e in here if self.reading.family(e.node) == family]
        beside = not (apart or like) and (self._filled(here[-1]) or self._in_plan(here[-1], node))
        entry = here[-1] if beside else entry
        full = self.reading.references[index].date is not None
        if (not apart or self._amending(at)) and (under := self._under(family, at, full=full)) is not None:
            entry = under
        elif not apart and like:
            references = self.reading.references
            same = [e for e in like if parallel.alike(references[e.place], references[index])]
            entry = here[0] if here[0] in same and self._named(index) else (same or like)[-1]
            if entry.link is not None and parallel.too_new(self.reading, index, entry.link):
                entry = here[0]
            entry = self._read_before(like, node) or self._changed_too(index, at) or entry
        link = entry.link
        if link is not None and link.predicate == "promulgates" and self.reading.type_of(node) not in ISSUED:
            link = next(
                (e.link for e in reversed(here) if e.link is not None and e.link.predicate != "promulgates"), None
            )
        if link is not None and link.passive:
            for other in patients.of(self, node, link):
                if other.node != entry.node and (other.link is None or not other.link.passive):
                    whole = gaps.whole(self.fold[link.at : link.at + gaps.REACH])
                    self.add(node, link, other.node, other.place, whole=whole)
                    break
        return link

    def _changed_alike(self, index: int) -> Entry | None:
        """What a page's subject has changed, where it changes one more: `A thay thế B về X và (C về Y)`, C older."""
        here = [e for e in self.chain if self.reading.references[e.place].start >= self.clause] or self.chain
        first, last = here[0], here[-1]
        if self.reading.own is not None or first.link is not None:
            return None
        if last.link is not None and last.link.predicate in FILLS and self._ranks_under(index, last):
            last = next((e for e in reversed(here) if e.node == last.link.head), last)
        told = last.link
        if told is None or told.head != first.node or told.predicate not in CHANGES:
            return None
        return last if parallel.older(self.reading, index, first.node) else None

    def _ranks_under(self, index: int, law: Entry) -> bool:
        """Whether a document is below the one before it, and so filled in by none: `chi tiết Luật B và Nghị định C`."""
        node = self.reading.node(index)
        family = self.reading.family(node) if node is not None else ""
        return _RANKS.get(self.reading.family(law.node), 9) < _RANKS.get(family, 9) < 9

    def _acts_itself(self, index: int) -> bool:
        """Whether a page goes on with what another document changes: `A thay thế B và Thông tư C thay thế D`."""
        reading, reference = self.reading, self.reading.references[index]
        changed = self.chain[-1].link
        if reading.own is not None or changed is None or changed.predicate not in CHANGES:
            return False
        node = reading.node(index)
        if node is None or reading.family(node) in {reading.family(e.node) for e in self.chain}:
            return False
        return any(_ACTS.match(self.fold, end) is not None for end in (reference.end, reference.head_stop))

    def _stands(self, index: int, gap: str) -> bool:
        """Whether a page begins another clause with a document: `A bãi bỏ B; C vẫn còn hiệu lực`."""
        apart = self.reading.own is None and gap.rstrip().endswith(";")
        return apart and _STANDS.match(self.fold, self.reading.references[index].stop) is not None

    def _filled(self, last: Entry) -> bool:
        """`Luật A thay thế Luật B, được hướng dẫn bởi Nghị định C và Thông tư D`: D fills in what C does."""
        return last.link is not None and last.link.passive and last.link.predicate in FILLS

    def _in_plan(self, last: Entry, node: int) -> bool:
        """`sửa đổi Chương trình thực hiện Nghị quyết A và Kết luận B`: B stands in the name of the plan, as A does."""
        link = last.link
        if link is None or link.rule != "name" or link.predicate != "implements" or link.head not in self.reading.plans:
            return False
        return {self.reading.type_of(last.node), self.reading.type_of(node)} <= _POLICIES

    def _changed_too(self, index: int, at: int) -> Entry | None:
        """`Căn cứ Nghị định A sửa đổi một số điều của Nghị định B và Nghị định C`: C, older than A, is changed by A."""
        last = self.chain[-1]
        changes = last.link if self.zone == GROUNDS and last.link is not None else None
        if changes is None or changes.rule != "name" or changes.predicate != "amends":
            return None
        joined = self.fold[max(0, at - 8) : at].rstrip().endswith(" và")
        return last if joined and parallel.older(self.reading, index, changes.head) else None

    def _read_before(self, entries: list[Entry], node: int) -> Entry | None:
        """The entry by whose verb `node` has been read before: a name that lists two is given more than once."""
        said = {(s.head, s.predicate) for s in self.reading.statements[-_REMEMBERED:] if s.tail == node}
        named = (e for e in reversed(entries) if e.link is not None and e.link.rule == "name")
        return next((e for e in named if e.link is not None and (e.link.head, e.link.predicate) in said), None)

    def _named(self, index: int) -> bool:
        reference = self.reading.references[index]
        return reference.stop > reference.head_stop

    def _amending(self, at: int) -> bool:
        """Whether a law that changes another goes on with the name before: `hướng dẫn Luật A; Luật sửa đổi Luật A`."""
        return self.fold.startswith(("luật sửa đổi", "pháp lệnh sửa đổi", "luật số"), at)
