"""The clause machine: a stack parser over the tokens of one block.

It keeps the documents read in the clause, the cue that waits for its object, and what a bare document is told of.
Vietnamese nouns branch to the right: a cue takes the nearest document before it as its subject, and the document
after it becomes the nearest one. `data/rules.tsv` says which grammar each rule reads.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import (
    abreast,
    activities,
    brought,
    directions,
    enacting,
    enclosures,
    gaps,
    narrated,
    schemes,
    typewords,
)
from loaders.extraction.adjuncts import FRONT
from loaders.extraction.elisions import Elisions
from loaders.extraction.grounds import BODY, GROUNDS, ground
from loaders.extraction.reading import ACTS, Link
from loaders.extraction.state import CHANGES

if TYPE_CHECKING:
    from loaders.extraction.tokens import Token

_GROUNDED: Final = re.compile(r"\s*(?:căn cứ|trên cơ sở)(?!\w)")


class Machine(Elisions):
    """Reads the clauses of one block; what it finds goes to `reading.statements`."""

    def run(self, tokens: list[Token]) -> None:
        """Read all `tokens`."""
        for token in tokens:
            if token.kind == "document":
                self.document(token)
            elif token.kind == "cue":
                self.cue(token)
            elif token.kind == "stop":
                self.close(token.end)
            else:
                self.mark(token)
        self.close(self.block.end)

    def close(self, end: int) -> None:
        """A sentence ends: whoever acts in it does what its adjunct in front says."""
        events, adjuncts = self.events, self.adjuncts
        self.elided(end)
        self.shortened(end)
        own = self.reading.own
        if adjuncts.settled:
            adjuncts.drop()
        if adjuncts.fronted and (actor := narrated.main(self, end)) is not None:
            head = self.carrier(actor, end)
            if head is not None and (own is None or self.zone != BODY):
                self.settle(head)
            adjuncts.drop()
        elif (
            adjuncts.fronted
            and self.reading.own is not None
            and self.zone != BODY
            and adjuncts.replies(self.sentence, end)
        ):
            self.settle(self.reading.own)
            adjuncts.drop()
        if adjuncts.fronted and (adjuncts.spent(self.sentence, end) or self.headline(end)):
            adjuncts.drop()
        self.lend(end)
        narrated.tell(self, end)
        if self.reading.own is None:
            events.actor = activities.past_actor(self.fold, self.sentence, end) or events.actor
        events.report = self.topic.speaker = None
        if end >= self.quote:
            self.base = self.opened_ground(end)
        pending = self.pending
        self.reset(end)
        if end == self.block.end:
            self.pending = pending
        self.sentence = end

    def opened_ground(self, start: int) -> Link | None:
        """What a sentence before the body tells of what it names: `Dịch còn phức tạp. Căn cứ Luật A, X yêu cầu`.

        A sentence that opens no ground, after one that does, only names: `Căn cứ Luật A. X nhận được Công văn B`.
        """
        base, own = self.ground, self.reading.own
        if own is None or self.zone == BODY or start >= self.block.end:
            return base
        if _GROUNDED.match(self.fold, start):
            return ground(self.reading, start) or base
        told = base is not None and base.rule == "ground" and base.predicate == "basedOn"
        beside = not self.fold[start : self.reading.next_at(start, self.block.end)].strip()
        return Link(own, "cites", "cite", "", start) if told and not beside else base

    def lend(self, end: int) -> None:
        """`Qua 5 năm thực hiện D, Huyện ủy đã ...`: it carries D out whose deed the main clause tells."""
        lent, self.adjuncts.lent = self.adjuncts.lent, []
        if not lent:
            return
        index, _, link = lent[-1]
        reference = self.reading.references[index]
        ends = {reference.end, reference.head_stop, max(reference.stop, reference.end)}
        actor = next(filter(None, (self.adjuncts.shared(e, end) for e in sorted(ends) if e < end)), None)
        kind = activities.KINDS.get(link.predicate)
        if actor is None or kind is None:
            return
        head = self.events.act(kind, actor, self.sentence, end)
        for index, node, link in lent:
            self.add(head, link._replace(head=head), node, index)

    def carrier(self, actor: tuple[int, int], end: int) -> int | None:
        """What carries out the adjunct's documents: the instrument that speaks, or that a page tells of, or a body."""
        own = self.reading.own
        if own is None and self.reading.asked:
            return None
        head = own if own is not None else self.topic.reported(self.sentence, actor)
        if own is None and head is None and self.adjuncts.to_come(self.sentence, actor):
            return None
        if head is None or activities.many(self.fold, actor, end):
            return self.events.act("implementation", actor, self.sentence, end)
        return head

    def heard(self, token: Token) -> None:
        """`Tại hội nghị, các đại biểu tập trung nghiên cứu D`: those who attend take in what the event makes known."""
        if self.undergone(token):
            return
        pending = self.pending
        if pending is not None and pending.rule == "report" and gaps.bare(self.fold[pending.at : token.start]):
            self.pending = pending._replace(at=token.end)  # `đã trao đổi và thông tin D`
        elif pending is None and not self.chain and self.events.reports(self.sentence, token):
            self.pending = self.events.report

    def replacement(self, token: Token) -> None:
        """`... như sau: "..."`: what the new words name is cited by the text that gives them."""
        own = self.reading.own
        changed = [
            e.node for e in self.chain if e.link is not None and e.link.predicate in CHANGES and e.link.head == own
        ]
        node = changed[-1] if changed else self.changed
        stop = enacting.replaced(self.fold, token.start, self.block.end)
        if own is not None and node is not None and self.zone == BODY and stop is not None:
            self.quote, self.base = stop, Link(own, "cites", "cite", "", token.end)
            self.chain, self.pending, self.acting, self.subject = [], None, None, None

    def headline(self, end: int) -> bool:
        """Whether the sentence is a page's headline, of which no main clause follows: `Triển khai Nghị quyết A`."""
        whole = end == self.block.end and self.sentence == self.block.body
        return self.reading.own is None and whole and self.reading.text[end - 1] not in ".,;:"

    def issued_too(self, index: int) -> bool:
        """Whether a document is the next of those that the main clause issues: `ban hành Nghị định A và B`."""
        if not self.adjuncts.settled or not self.chain or self.chain[-1].link is not None:
            return False
        before = self.reading.references[self.chain[-1].place]
        return abreast.next_to(self.fold, before, self.reading.references[index])

    def mark(self, token: Token) -> None:
        """Semicolons open a new clause of the same list; brackets and quoted words hold a clause of their own."""
        if token.kind == "semicolon":
            self.elided(token.start)
            self.shortened(token.start)
            if self.pending is not None and self.ruled_further(token):
                self.pending = self.pending._replace(at=token.end)
            elif (
                self.pending is None
                or token.start == self.pending.at
                or (self.zone == GROUNDS and self.pending.rule == "name")  # a ground ends there with its name
                or not (self.more_parts(token) or gaps.bare(self.fold[self.pending.at : token.start], gaps.FAR))
            ):
                stock = self.pending or self.acting
                again = stock is not None and stock.predicate == "reviews" and self._again(token.end)
                self.pending = stock._replace(at=token.end) if again and stock else None
            self.clause = token.end
            if self.zone == GROUNDS:
                self.base = ground(self.reading, token.end) or self.base
        elif token.kind == "colon":
            self.clause = token.end
            self.replacement(token)
        elif token.kind == "open":
            self.saved.append((list(self.chain), self.pending, self.clause, self.last))
            self.clause = token.end
            self.pending = None
        elif token.kind in {"quote", "unquote"}:
            self.words(token)
        elif self.saved:
            self.chain, self.pending, self.clause, self.last = self.saved.pop()
            self.last = token.end

    def words(self, token: Token) -> None:
        """`thay cụm từ “Luật A” bằng “Luật B” tại Điều 2 D`: words are named, not acted on; the verb waits for D."""
        if token.kind == "quote":
            own = self.reading.own if self.zone == BODY else None
            self.outside = (self.chain, self.pending, self.clause, self.base)
            self.chain, self.pending, self.clause = [], None, token.end
            self.base = self.base if own is None else Link(own, "cites", "cite", "", token.end)
        elif self.outside is not None:
            self.chain, self.pending, self.clause, self.base = self.outside
            self.outside = None
        self.last = token.end

    def more_parts(self, token: Token) -> bool:
        """`quy định chi tiết Điều 9, trừ nội dung về phí; khoản 5 Điều 22 ... D`: a list of parts goes on.

        So does a list of what is changed: `bãi bỏ cụm từ “X” tại Điều 2; cụm từ “Y” tại Điều 4 D`.
        """
        pending = self.pending
        if pending is None or pending.head != self.reading.own:
            return False
        if pending.predicate in CHANGES and pending.rule == "enact":
            return enacting.next_changed(self.fold, pending.at) and enacting.next_changed(self.fold, token.end)
        if pending.predicate not in {"guides", "details"}:
            return False
        return enacting.next_part(self.fold, pending.at) and enacting.next_part(self.fold, token.end)

    def ruled_further(self, token: Token) -> bool:
        """`Thông tư này hướng dẫn việc thu phí; việc lập báo cáo theo quy định tại Điều 4 D`: D rules it all."""
        pending = self.pending
        if pending is None or pending.head != self.reading.own or pending.rule != "clause":
            return False
        at = self.reading.next_at(token.end, self.block.end)
        return pending.predicate in {"guides", "details"} and enacting.ruled(self.fold[token.end : at])

    def _free(self) -> bool:
        """Whether no verb of a main clause waits for its object."""
        return self.pending is None or self.pending.head == FRONT

    def _again(self, start: int) -> bool:
        """`giám sát việc thực hiện quy chế; việc quán triệt D`: one more thing that is looked into."""
        return self.fold.startswith((" việc ", " tình hình ", " kết quả ", " công tác ", " lãnh đạo, "), start)

    def document(self, token: Token) -> None:
        """A reference: the object of the pending cue, one more of a list, part of a name, or a bare mention."""
        index, node = token.place, self.reading.node(token.place)
        if node is None:
            self.unknown(token)
            return
        if self.reading.references[index].pointing == "" and node != self.reading.own:
            self.topic.speaks(node, token)
            self.last = token.end
            return
        if node == self.reading.own and self.reading.references[index].kind in {"anaphor", "own"}:
            self.itself(token)
            return
        at = self.reading.at(index)
        if self.paired is not None and node != self.paired and gaps.pairs(self.fold[self.last : at]):
            tie = Link(self.paired, "alignedWith", "with", "gắn kết", at)
            self.say(tie, index, node)
            self.push(token, node, tie)
            return
        if self.reading.references[index].kind == "plan" and schemes.transparent(self, token, at):
            return
        if (
            (node not in self.reading.plans or self.adjuncts.announces(index, at))
            and not (self.pending is not None and self.pending[1:3] == ("promulgates", "name"))
            and (self.adjuncts.issued(at, self.last) or self.issued_too(index))
            and node not in {n for _, n, _ in self.adjuncts.fronted}
        ):
            self.settle(node)
        if not self.chain and self._free() and self.adjuncts.grounded(self.sentence, at):
            self.pending = Link(FRONT, "basedOn", "front", "căn cứ", at)
        self.pending = directions.minded(self, at) or self.pending
        self.brought(index, at)
        schemes.approval(self, node, at)
        directions.thereon(self, node, index, at)
        directions.ordered(self, node, at)
        enclosures.read(self, node, index, at)
        link = self.link(index, node, at) or directions.wherein(self, at)
        first = self.reading.topic is None
        self.topic.tells(node, at, alone=first and all(e.link and e.link.head == FRONT for e in self.chain))
        said = link is not None and (node not in self.reading.plans or schemes.stands(self, link, index))
        if link is not None and said:
            self.say(link, index, node)
            if node in self.reading.plans:
                schemes.carries(self, node, index)
        told = link is not None and link.head >= ACTS and link.predicate == "disseminates"
        self.push(token, node, link if said or told else None)  # a list goes on behind a plan that is none
        self.committee(token, node)

    def brought(self, index: int, at: int) -> None:
        """`Để đưa D vào cuộc sống`, `Hưởng ứng D`: verbs that are told by what stands around them."""
        if self.reading.own is not None or not self._free() or self.chain:
            return
        reference = self.reading.references[index]
        stops = {reference.head_stop, reference.end, reference.stop}
        tokens = (brought.verb(self.fold, self.sentence, at, stop) for stop in sorted(stops))
        token = next(filter(None, tokens), None)
        if token is not None:
            self.verb(token)

    def cue(self, token: Token) -> None:
        """A cue: find its subject, or what it acts on, and let it wait for the other side."""
        assert token.cue is not None
        form, predicate, words = token.cue.form, token.cue.predicate, token.cue.words
        if form == "other" or self.unnamed(token):
            return
        if form == "ended":
            self.ended(token)
        elif form in {"passive", "attached"}:
            self.turned(token, predicate, words, attached=form == "attached")
        elif form == "prolong":
            self.prolong(token)
        elif form == "heard":
            self.heard(token)
        elif form == "pair":
            self.pending = Link(FRONT, predicate, "pair", words, token.end)
            if typewords.ours(self.reading, token.end):
                self.paired, self.pending = self.reading.own, None
        elif self.pending is not None and (self.suffering(token) or self.merge(token)):
            return
        else:
            self.verb(token)
