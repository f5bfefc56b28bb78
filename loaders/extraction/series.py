"""Verbs in a row (`sửa đổi, bổ sung và thay thế D`): the further ones share subject and object with the first.

Read are the words between two verbs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.extraction import couplings, enacting, gaps, passages, promulgation, stocktaking
from loaders.extraction.doers import Doers
from loaders.extraction.reading import ACTS, Link
from loaders.extraction.state import CHANGES, WEAK

if TYPE_CHECKING:
    from loaders.extraction.cues import Cue
    from loaders.extraction.tokens import Token


class Series(Doers):
    """Reads a verb as one more of those before it."""

    def merge(self, token: Token) -> bool:
        """Verbs in a row share subject and object: the first names the act, but `ban hành kế hoạch` yields."""
        pending, cue = self.pending, token.cue
        assert pending is not None
        assert cue is not None
        gap = self.fold[pending.at : token.start]
        work = (
            pending.predicate == "implements" and cue.predicate in {"disseminates", "reviews"} and couplings.done(gap)
        )
        topic = pending.predicate == "disseminates" and cue.predicate in CHANGES  # `truyền đạt chuyên đề: Sửa đổi D`
        papers = pending.head >= ACTS and passages.of_papers(self.fold, pending.at, token.start)
        if work or topic or papers:
            self.pending = self.acting = None
            return False
        if pending.passive or cue.form == "with" or (pending.head >= ACTS and ";" in gap):
            return False
        purpose = (
            cue.predicate == "implements"
            and pending.head < ACTS
            and pending.predicate in CHANGES | {"reviews"}
            and couplings.purposed(gap)
        )
        if purpose or (pending.predicate == "promulgates" and promulgation.nominal(gap)):
            self.pending = Link(pending.head, cue.predicate, pending.rule, cue.words, token.end)
            return True
        stock = pending.predicate == "reviews" and len(gap) < 140 and cue.predicate in {"implements", "disseminates"}
        if stock or (pending.predicate == "guides" and cue.predicate == "implements" and couplings.guided(gap)):
            self.pending = pending._replace(at=token.end)
            return True
        near = pending.cue == "tiếp tục" and gaps.small(gap)
        near = near or (pending.predicate == "alignedWith" and couplings.work(gap))
        if (gaps.bare(gap) or near) and len(gap) < 60:
            predicate = self._common(pending, cue)
            if {pending.predicate, cue.predicate} <= CHANGES and (part := enacting.changed_part(gap)) is not None:
                self.shared = f"{self.shared}; {part}" if self.shared else part
            self.pending = pending._replace(predicate=predicate, at=token.end)
            return True
        # `quy định chi tiết Điều 9, trừ phí; Điều 22 và biện pháp hướng dẫn thi hành D`
        fills = {pending.predicate, cue.predicate} <= {"details", "guides"} and pending.head == self.reading.own
        return fills and enacting.next_part(self.fold, pending.at)

    def _common(self, pending: Link, cue: Cue) -> str:
        """What two verbs in a row say of the object they share."""
        if cue.predicate == "details":
            return "details"
        if pending.predicate == "continues" and cue.predicate not in {"implements", "disseminates"}:
            return cue.predicate
        if pending.predicate == "guides" and cue.predicate == "amends" and cue.words not in WEAK:
            return "amends"  # `hướng dẫn sửa đổi, bổ sung một số điểm của D`
        guide = (pending.predicate, cue.predicate) == ("disseminates", "implements") and self._is_guide(pending.head)
        return "guides" if guide else pending.predicate

    def suffering(self, token: Token) -> bool:
        """`được sửa đổi, bãi bỏ một phần bởi D`: further participles of a passive verb, whose agent is yet to come."""
        pending = self.pending
        if pending is None or not pending.passive or token.cue is None or token.cue.predicate not in CHANGES:
            return False
        if self.fold[pending.at : token.start].strip(" ,") not in {"", "và"}:
            return False
        self.pending = pending._replace(at=token.end)
        return True

    def another_span(self, token: Token) -> bool:
        """`sơ kết 3 năm thực hiện A và 2 năm thực hiện B`: B is reviewed too, by another activity over other years."""
        link = self.chain[-1].link if self.chain else None
        assert token.cue is not None
        if link is None or link.predicate != "reviews" or token.cue.predicate != "implements":
            return False
        years = stocktaking.span_again(self.fold[max(self.clause, token.start - 40) : token.start])
        if years is None:
            return False
        reading = self.reading
        head = link.head if link.head < ACTS else reading.act(reading.acts[reading.place(link.head)], years)
        self.pending = link._replace(head=head, at=token.end)
        return True

    def _is_guide(self, node: int) -> bool:
        """Whether a document is a guide: `Hướng dẫn số 5-HD/TW thực hiện D` guides D."""
        return node < ACTS and self.reading.type_of(node) == "HD"
