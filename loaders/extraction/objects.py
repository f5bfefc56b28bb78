"""The document side of the clause machine: what a document that has just been met is to the verb before it.

Read are the words between the verb that waits, or the document before, and the document met.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from loaders.extraction import (
    activities,
    agents,
    enacting,
    gaps,
    guidance,
    innernames,
    inspections,
    moods,
    passages,
    patients,
    promulgation,
    stocktaking,
)
from loaders.extraction.adjuncts import FRONT
from loaders.extraction.grounds import BODY, introduces, outrun
from loaders.extraction.likeness import made
from loaders.extraction.members import Members
from loaders.extraction.reading import ACTS, LAWS, Link
from loaders.extraction.sentences import QUOTED
from loaders.extraction.state import CHANGES, ENACTS, FILLS, ISSUED, WEAK

if TYPE_CHECKING:
    from loaders.extraction.tokens import Token

_DONE_AS_RULED: Final = frozenset({"implements", "reviews", "disseminates", "continues"})
_ORDERS: Final = frozenset({"CV", "CĐ", "CT", "KH", "TB", "NQ", "KL", "HD", "QĐ"})
"""Types of what is put out to give orders."""
_FILLS: Final = frozenset({"guides", "details", "implements"})
_ENDED: Final = frozenset({"replaces", "repeals"})
_TITLED: Final = 40
_NEAR: Final = 24
_BELOW: Final = frozenset({"NĐ", "TT", "TTLT", "QĐ", "NQ"})
"""Types of what fills in a law."""
_TAKES_STOCK: Final = ("đánh giá", "sơ kết", "tổng kết", "kiểm điểm")

_INSIDE: Final = frozenset({"tại", "trong"})
_BY: Final = frozenset({"theo", "theo nội dung", "theo tinh thần"})


class Objects(Members):
    """Reads documents: objects of the pending cue, bare mentions, what the clause tells of them by default."""

    def link(self, index: int, node: int, at: int) -> Link | None:
        """What reads the document `node` that begins at `at`."""
        gap = self.fold[self.last : at]
        self.fill(node, at)
        self.instead(node, at)
        if (ordered := self.ordered(node, at)) is not None:
            return ordered
        carried, self.carried = self.carried, None
        if carried is not None and (carried.predicate in CHANGES or self.reading.type_of(node) not in LAWS):
            return self.carrier_of(carried, node, at)
        if self.pending is not None:
            link = self.object(index, node, at)
            if link is not None:
                asked = self.demanded(at) if link.head in self.reading.plans else None
                if asked is not None:  # `Công văn A đề nghị các xã lập kế hoạch thực hiện B`
                    self.add(asked.head, asked, node, index)
                return link
        if gaps.naming(gap[-24:]) or self.made_concrete(node, gap, at):
            return None
        further = self._further_part(gap)
        if further is None and self.chain and self._joins(index, gap, at):
            link = self.listed(index, node, at)
            if link is not None or self.events.report is None:
                return link
        return further or self.demanded(at) or self.alone(node, at)

    def carrier_of(self, carried: Link, node: int, at: int) -> Link | None:
        """What is said of the instrument that carries a regulation: the same where the regulation ends, else nothing.

        A regulation that is only cited or a ground is told of here; a changed one has been told of.
        """
        last = self.chain[-1]
        issue = Link(node, "promulgates", "history", "ban hành kèm theo", at)
        self.add(node, issue, last.node, last.place)
        if carried.predicate not in CHANGES:
            if carried.head != FRONT:  # else who does it stands further on
                self.add(carried.head, carried, last.node, last.place)
            self.chain[-1] = last._replace(link=carried)
            return issue._replace(head=last.node, passive=True)  # a list goes on with what the regulation is told of
        return carried if carried.head == self.reading.own and carried.predicate != "amends" else None

    def fill(self, node: int, at: int) -> None:
        """`Luật A và các văn bản hướng dẫn thi hành như B, C`: B and C fill in A."""
        last = self.chain[-1] if self.chain else None
        if last is None or self.reading.own is not None or self.reading.type_of(node) not in _BELOW:
            return
        begin = self.reading.references[last.place].start
        if self.filled is not None and gaps.separates(self.fold[max(last.finish, at - _NEAR) : at]):
            law, predicate = self.filled
        elif self.reading.type_of(last.node) in LAWS:
            told = guidance.listed(self.fold[self.sentence : begin], self.fold[last.finish : at])
            law, predicate = last, told or ""
        else:
            law, predicate = last, ""
        self.filled = (law, predicate) if predicate else None
        if predicate:
            self.add(node, Link(node, predicate, "history", "hướng dẫn", at), law.node, law.place)

    def instead(self, node: int, at: int) -> None:
        """`Thay thế cho Nghị định A, Nghị định B quy định ...`: on a page, B takes the place of A."""
        last = self.chain[-1] if len(self.chain) == 1 else None
        if last is None or self.reading.own is not None or last.link is not None:
            return
        begin = self.reading.at(last.place)
        lead, ends = self.fold[self.sentence : begin], {last.finish, self.reading.references[last.place].head_stop}
        alike = self.reading.family(node) == self.reading.family(last.node)
        if alike and passages.instead(lead) and any(self.fold[end:at].strip() == "," for end in ends):
            self.add(node, Link(node, "replaces", "history", "thay thế", at), last.node, last.place)

    def made_concrete(self, node: int, gap: str, at: int) -> bool:
        """`Tỉnh ủy đã cụ thể hóa A bằng Chương trình B`: it is B that carries A out."""
        last = self.chain[-1] if self.chain else None
        done = None if last is None else last.link
        if last is None or done is None or done.predicate != "implements" or done.head < ACTS:
            return False
        if self.reading.type_of(node) in LAWS or not gaps.means(gap):
            return False
        statements = self.reading.statements
        statements[:] = [s for s in statements if (s.head, s.tail) != (done.head, last.node)]
        self.add(node, Link(node, "implements", "history", "bằng", at), last.node, last.place)
        return True

    def ordered(self, node: int, at: int) -> Link | None:
        """`kiểm tra việc thực hiện A, theo Quyết định B`: what B orders is the inspection, which B is the ground of."""
        last = self.chain[-1] if self.chain and self.pending is None else None
        if last is None or last.link is None or last.link.predicate != "reviews" or last.link.head < ACTS:
            return None
        documents = self.reading.grouping.documents
        if last.node in self.reading.plans or documents[node].number is None:
            return None
        ends = (last.finish, self.reading.references[last.place].head_stop, last.stop)
        if not any(end <= at and stocktaking.ordered(self.fold[end:at]) for end in ends):
            return None
        return Link(last.link.head, "basedOn", last.link.rule, "theo", at)

    def alone(self, node: int, at: int) -> Link | None:
        """What is said of a document that no cue and no list reads: its place in a name, or the clause's default."""
        if innernames.nested(self, at):
            return innernames.within(self, node, at)
        if self.annex or self.muted:
            self.annex = self.muted = False
            return None
        if self.events.report is not None:
            between = self.fold[self.clause : at].strip(" ,:;")
            return self.events.report if not between or passages.contents(between) else self.heard_of(at)
        if self.base is not None and self.base.rule == "list" and self.chain:
            return None  # in the name of the item
        if self.base is not None and self.base.rule == "cite" and agents.remarked(self.fold, self.block.body, at):
            return None
        return (
            self.adjunct(at)
            or self.aimed_at(at)
            or self.inspected(at)
            or self.heard_of(at)
            or (self.base if self.chain else outrun(self.base, self.fold, at))
            or self.opened(at)
            or self.topic.speech(self.sentence, at)
        )

    def _openings(self, node: int) -> frozenset[str]:
        """What may stand before a document whose words a sentence gives; a statute is only the ground of them."""
        return _INSIDE if self.reading.type_of(node) in LAWS else _INSIDE | _BY

    def aimed_at(self, at: int) -> Link | None:
        """`Góp phần hoàn thành các chỉ tiêu D đề ra` under the heading of the aims: the instrument carries D out."""
        own = self.reading.own
        if own is None or not self.aims or self.chain or not passages.goals(self.fold[self.sentence : at]):
            return None
        return Link(own, "implements", "clause", "hoàn thành", at)

    def inspected(self, at: int) -> Link | None:
        """`Huyện ủy đã kiểm tra 5 xã. Nội dung kiểm tra: việc thực hiện D`: the inspection takes stock of D."""
        if self.reading.own is not None or not inspections.contents(self.fold, self.sentence, at):
            return None
        node = self.events.inspection(self.sentence, at)
        return None if node is None else Link(node, "reviews", "report", "nội dung", at)

    def heard_of(self, at: int) -> Link | None:
        """`Hội nghị đã nghe báo cáo công tác; kết quả thực hiện D`: the event takes stock of D."""
        node = self.events.stock_heard(self.sentence, self.clause, at)
        return None if node is None else Link(node, "reviews", "report", "kết quả", at)

    def opened(self, at: int) -> Link | None:
        """`Tại Công văn A, UBND tỉnh giao Sở X làm theo B`: A names B."""
        entry = self.chain[0] if self.chain else None
        if entry is None or entry.link is not None or self.reading.own is not None:
            return None
        begin = self.reading.at(entry.place)
        lead = self.fold[self.sentence : begin]
        if lead.strip(' \n"“-') not in self._openings(entry.node) and not passages.inside(lead):
            return None
        orders = passages.orders(self.fold[max(entry.finish, min(entry.stop, at)) : at])
        return Link(entry.node, "cites", "speech", "tại", at) if orders else None

    def demanded(self, at: int) -> Link | None:
        """`UBND tỉnh vừa có Công văn A về X, yêu cầu các sở làm theo B`: A, which is put out there, names B."""
        entry = self.chain[0] if self.chain else None
        if entry is None or entry.link is not None or self.reading.own is not None:
            return None
        if self.reading.type_of(entry.node) not in _ORDERS:
            return None
        begin = self.reading.at(entry.place)
        lead = self.fold[self.sentence : begin]
        clause = lead.rpartition(", ")[2]  # `Để chuẩn bị X, ngày 3/4, UBND tỉnh có`
        if not promulgation.issued(lead) or moods.has(clause, 0, len(clause), moods.UNREAL):
            return None
        ends = (entry.finish, self.reading.references[entry.place].head_stop)
        ordered = any(end <= at and passages.demands(self.fold[end:at]) for end in ends)
        return Link(entry.node, "cites", "speech", "yêu cầu", at) if ordered else None

    def adjunct(self, at: int) -> Link | None:
        """`Thực hiện A; các kế hoạch của UBND tỉnh: B, C, X ban hành E`: the adjunct goes on after a semicolon."""
        fronted = self.adjuncts.fronted[-1:]
        if not fronted or self.clause == self.sentence or (self.zone == BODY and self.reading.own is not None):
            return None
        index, _, link = fronted[0]
        begun = self.sentence <= self.reading.references[index].start < self.clause
        if not begun or not introduces(self.fold[self.last : at]):
            return None
        return None if self.adjuncts.main(self.sentence, at) is not None else link

    def object(self, index: int, node: int, at: int) -> Link | None:
        """The object of the pending cue: after small words, or, where the instrument acts, after the name of a part."""
        pending = self.pending
        assert pending is not None
        gap = gaps.unbracketed(self.fold[pending.at : at])
        directed = pending.rule == "front" and (gaps.directed(gap) or gaps.listed_first(gap))
        ruled = pending.predicate in _DONE_AS_RULED and gaps.as_ruled(gap) and not directed
        if ruled or self._peers(pending, node, gap) or self._unfit(pending, node, gap):
            return None
        if pending.passive:
            return pending if gaps.bare(gap) and patients.enter(self, index, node) else None
        issued = pending.predicate == "promulgates" and enacting.carried(gap) and self._first_issue(node)
        told = pending.predicate == "disseminates" and (
            gaps.audience(gap) or (pending.head >= ACTS and node not in self.reading.plans and gaps.taught_first(gap))
        )
        # `Nghị quyết A về tiếp tục hỗ trợ công nhân theo Nghị quyết B`
        kept = pending.predicate == "continues" and pending.rule in {"title", "name"} and gaps.kept_up(gap)
        if (
            issued
            or told
            or kept
            or gaps.bare(gap)
            or directed
            or (pending.predicate == "reviews" and stocktaking.years(gap))
        ):
            if pending.rule == "bracket" and pending.predicate in CHANGES:
                return self.like(pending, node)
            return self.second(pending, node)
        cited = self.reading.references[index].provision is not None
        changed = pending.rule == "name" and pending.predicate in CHANGES and gaps.ruled_at(gap)
        filled = pending.rule == "clause" and pending.predicate in FILLS and enacting.ruled(gap)
        if cited and (changed or filled):
            return pending._replace(rule="part")
        return self.part(pending, gap)

    def _unfit(self, pending: Link, node: int, gap: str) -> bool:
        """Whether a verb is not meant of a document: it changes parts of this text, or sums, or issues no annex."""
        if pending.predicate in CHANGES:
            return gaps.of_this_text(gap) or (pending.cue in WEAK and gaps.paid(gap))
        issues = pending.predicate == "promulgates" and pending.cue != "công bố" and not pending.passive
        return issues and self.reading.type_of(node) not in ISSUED

    def _peers(self, pending: Link, node: int, gap: str) -> bool:
        """`Thông tư A hướng dẫn các quy định về phí và Thông tư B`: what is of A's own type stands beside it."""
        if pending.rule != "name" or pending.predicate not in {"guides", "details"} or not gaps.separates(gap[-40:]):
            return False
        kind = self.reading.type_of(node)
        return kind in {"TT", "NĐ"} and pending.head < ACTS and self.reading.type_of(pending.head) == kind

    def _first_issue(self, node: int) -> bool:
        """Whether the title has named no plan of the same type: an article often shortens its name."""
        kind, own = self.reading.type_of(node), self.reading.own
        titled = (s.tail for s in self.reading.statements[:_TITLED] if s.head == own and s.predicate == "promulgates")
        return not any(tail != node and self.reading.type_of(tail) == kind for tail in titled)

    def part(self, pending: Link, gap: str) -> Link | None:
        """What is done to a document over the name of a part; the instrument itself reaches over a list of parts."""
        filled = pending.head == self.reading.own and pending.predicate in {"guides", "details"} and enacting.parts(gap)
        if filled or (pending.predicate in CHANGES and (gaps.annexed(gap) or self._rules_of(pending, gap))):
            return pending._replace(rule="part")
        if pending.predicate in CHANGES and pending.rule == "enact" and enacting.changed_parts(gaps.unquoted(gap)):
            return pending if gaps.part(gap.rpartition(";")[2], guides=False) else None
        if pending.head != self.reading.own or len(gaps.unquoted(gap)) >= gaps.FAR:
            return (
                pending if pending.predicate == "guides" and pending.rule == "name" and passages.stated(gap) else None
            )
        if pending.predicate in CHANGES and gaps.bare(gap, gaps.FAR):
            return pending
        if pending.predicate not in ENACTS - {"suspends", "promulgates"}:
            return None
        named = gaps.part(gap, guides=pending.predicate in {"guides", "details"})
        return pending._replace(rule="part") if named else None

    def _rules_of(self, pending: Link, gap: str) -> bool:
        """`Nghị định A bãi bỏ quy định về X tại B`, as a page tells it."""
        told = self.reading.own is None and pending.head < ACTS and pending.cue not in WEAK
        return told and pending.rule in {"name", "clause", "joined"} and gaps.rules_of(gap)

    def like(self, pending: Link, node: int) -> Link | None:
        """In brackets after a name the subject is the nearest document before that is of the object's type."""
        family = self.reading.family(node)
        for entry in reversed(self.chain):
            if self.reading.family(entry.node) == family:
                return pending._replace(head=entry.node)
        return None

    def second(self, pending: Link, node: int) -> Link:
        """`A cụ thể hóa B và thay thế C`: a second verb of A, since B is of another type than C."""
        if pending.rule == "name" and pending.predicate in _FILLS:
            return self.newer(pending, node)
        if pending.rule == "joined" and pending.predicate in CHANGES:
            return self.issuing(pending, node)
        if pending.rule != "name" or pending.predicate not in CHANGES:
            return pending
        last = self.chain[-1]
        start = pending.at - len(pending.cue)
        joined = gaps.separates(self.fold[max(last.finish, start - 16) : start])
        family = self.reading.family(node)
        # `A triển khai Quyết định B thay thế Kế hoạch C`: a plan takes the place of a plan
        joined = joined or pending.predicate == "replaces"
        if not joined or last.link is None or pending.head != last.node or self.reading.family(last.node) == family:
            return pending
        return self.like(pending, node) or pending

    def issuing(self, pending: Link, node: int) -> Link:
        """`Quyết định A phê duyệt Chiến lược X, thay thế Quyết định B`: it is A, of the type of B, that replaces B."""
        issue = next((e.link for e in self.chain if e.node == pending.head and e.link is not None), None)
        if issue is None or issue.predicate != "promulgates" or issue.head >= ACTS:
            return pending
        alike = self.reading.family(issue.head) == self.reading.family(node)
        return pending._replace(head=issue.head) if alike else pending

    def newer(self, pending: Link, node: int) -> Link:
        """`A thay thế B, hướng dẫn Luật C`: it is A that fills in a law made after B."""
        last = self.chain[-1]
        if pending.head != last.node or last.link is None or last.link.predicate not in _ENDED:
            return pending
        documents = self.reading.grouping.documents
        old, law = documents[last.node], documents[node]
        years = made(old.number, old.date), made(law.number, law.date)
        late = law.type in LAWS and years[0] is not None and years[1] is not None and years[0] < years[1]
        return pending._replace(head=last.link.head) if late else pending

    def unknown(self, token: Token) -> None:
        """`Chỉ thị này` of no document; but `Quy chế này` is what the instrument carries, and speaks for it."""
        reading, reference = self.reading, self.reading.references[token.place]
        self.nobody = self.nobody or reference.pointing == "này"
        free = self.zone == BODY and self.block.level < QUOTED and self.pending is None
        if free and reference.type in ISSUED and reading.own is not None and reading.own == reading.grouping.own:
            self.subject, self.subject_end, self.nobody = reading.own, token.end, False
        self.last = token.end

    def itself(self, token: Token) -> None:
        """`Thông tư này`: the instrument that speaks is the subject of what follows."""
        self.subject, self.subject_end = self.reading.own, token.end
        if self.pending is not None and self.pending.passive and self.reading.own is not None:
            patients.enter(self, token.place, self.reading.own)
        elif self.pending is not None and self.pending.rule == "pair":
            self.paired, self.pending = self.reading.own, None
        elif self.pending is not None and self.pending.predicate != "promulgates" and self.pending.rule != "ended":
            self.pending = None
        self.last = token.end

    def committee(self, token: Token, node: int) -> None:
        """`Ban Chỉ đạo D tiến hành cuộc họp, đánh giá ...`: a body named after a document takes stock of it."""
        reading = self.reading
        if reading.own is not None or len(self.chain) > 1:
            return
        begin = activities.committee(self.fold, self.sentence, token.start)
        stop = max(self.chain[-1].stop, reading.references[token.place].head_stop) if self.chain else token.end
        if begin is None or moods.has(self.fold, stop, stop + 40, moods.UNDONE):
            return
        if not any(
            activities.holds(self.fold, s, min(self.block.end, s + 90))
            for s in {stop, reading.references[token.place].head_stop}
        ):
            return
        end = self.fold.find(". ", stop, self.block.end)
        end = self.block.end if end < 0 else end
        if any(word in self.fold[begin:end] for word in _TAKES_STOCK):
            span = reading.references[token.place].number_span
            head = self.events.act("review", (begin, span.end if span else token.end), self.sentence, end)
            self.add(head, Link(head, "reviews", "committee", "", token.start), node, token.place)
