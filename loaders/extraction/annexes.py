"""Passive and attached cues: what stands before suffers, what comes after acts or carries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from loaders.extraction import agents, attributes, enacting, gaps, moods, promulgation, validity
from loaders.extraction.adjuncts import FRONT
from loaders.extraction.grounds import BODIES, GROUNDS
from loaders.extraction.objects import Objects
from loaders.extraction.reading import PLANS, Link
from loaders.extraction.sentences import QUOTED
from loaders.extraction.state import CHANGES, ISSUED, RULES

if TYPE_CHECKING:
    from loaders.extraction.state import Entry
    from loaders.extraction.tokens import Token

_TWO: Final = 2
_VERB: Final = 40  # within which the verb stands that puts an act out
_CARRIERS: Final = frozenset({"QĐ", "NQ", "TT", "TTLT", "NĐ"})
_BESIDE: Final = 2


class Annexes(Objects):
    """Reads `được sửa đổi bởi`, `ban hành kèm theo`, `hết hiệu lực`."""

    def turned(self, token: Token, predicate: str, words: str, *, attached: bool) -> None:
        """`được sửa đổi bởi`, `ban hành kèm theo`: what stands before suffers, what comes after acts."""
        if (
            attached
            and not self.saved
            and self._begins(token.start)
            and self.reading.own is not None
            and self.zone != GROUNDS
        ):
            self.pending = Link(self.reading.own, predicate, "enact", words, token.end)
            return
        if attached and self.reading.own is not None and self.entitled(token):
            self.pending = Link(self.reading.own, predicate, "history", words, token.end, passive=True)
            return
        if attached and words == "kèm theo" and self.carrying(token):
            self.pending = Link(self.chain[-1].node, predicate, "history", words, token.end)
            return
        if attached and self.policy(token) is None:
            self.carried = self.regulation(token) or self.cited_rules(token)
            self.muted = self.unsaid(token) if self.carried is None else self.carried.rule == "name"
            self.annex = promulgation.programme(self.fold[max(self.clause, token.start - 40) : token.start])
            return
        if self.commanded(token, predicate, words):
            return
        if self.noted(token):
            self.chain, self.pending = (
                [],
                Link(self.reading.own or 0, predicate, "history", words, token.end, passive=True),
            )
        elif self.chain:
            self.pending = Link(self.chain[-1].node, predicate, "history", words, token.end, passive=True)

    def entitled(self, token: Token) -> bool:
        """`QUY CHẾ X (Ban hành kèm theo D)`: under the title of a regulation's own text stands what carries it."""
        own = next((r for r in self.reading.references if r.kind == "own"), None)
        if own is None or own.number is not None or own.type not in RULES or own.title_span is None:
            return False
        return not self.fold[own.title_span.end : token.start].strip(" \n(")

    def carrying(self, token: Token) -> bool:
        """`Chính phủ đã ban hành Nghị quyết A kèm theo Chương trình B`: what stands before carries what comes after."""
        last = self.chain[-1] if self.chain and self.reading.own is None else None
        if last is None or last.link is not None or self.reading.type_of(last.node) not in _CARRIERS:
            return False
        if self.fold[last.finish : token.start].strip(" ,") or not promulgation.plan_next(self.fold, token.end):
            return False
        at = self.reading.at(last.place)
        verb = max(self.clause, at - _VERB)
        return promulgation.issued(self.fold[verb:at]) and not moods.has(self.fold, verb, at, moods.UNDONE)

    def noted(self, token: Token) -> bool:
        """`[Điều này được hướng dẫn bởi D]`: an editor's note in an instrument's own text says what D does to it."""
        if self.reading.own is None or self.block.level >= QUOTED or not agents.by_agent(self.fold, token.end):
            return False
        begin = agents.note(self.fold, self.block.body, token.start)
        if begin is None:
            return False
        last = self.chain[-1].finish if self.chain and self.chain[-1].finish > begin else begin
        return last == begin or not gaps.bare(self.fold[last : token.start].replace(" nay ", " "))

    def commanded(self, token: Token, predicate: str, words: str) -> bool:
        """`Khoản 2 Điều 3 D được sửa đổi như sau: ...`: the instrument that says so changes D itself."""
        own = self.reading.own
        if own is None or self.zone not in BODIES or self.block.level >= QUOTED or predicate not in CHANGES:
            return False
        first = self.chain[0] if self.chain else None
        at = self.clause if first is None else self.reading.at(first.place)
        if first is None or at < self.clause or not enacting.begun(self.fold[self.clause : at]):
            return False
        if not enacting.commands(self.fold, token.end, self.block.end):
            return False
        changed = "amends" if enacting.of_words(self.fold, self.clause) else predicate
        link = Link(own, changed, "enact", words, token.end)
        for place, entry in enumerate(self.chain):
            if entry.link is not None and entry.link.rule in {"cite", "list"}:
                self.chain[place] = entry._replace(link=link)
                self.say(link, entry.place, entry.node)
                self.acting = link
        return self.acting == link

    def located(self, token: Token) -> bool:
        """`Tại khoản 2 Điều 5 D, thay cụm từ ...`: the place in front is what the instrument's own verb changes."""
        assert token.cue is not None
        last = self.chain[-1] if self.chain else None
        if last is None or last.link is None or last.link.rule != "cite" or token.cue.predicate not in CHANGES:
            return False
        reference = self.reading.references[last.place]
        if reference.provision is None or not enacting.located(self.fold[self.sentence : self.reading.at(last.place)]):
            return False
        if not enacting.from_place(self.fold[max(last.finish, min(reference.head_stop, token.start)) : token.start]):
            return False
        predicate = "amends" if token.cue.predicate == "replaces" else token.cue.predicate
        link = Link(last.link.head, predicate, "enact", token.cue.words, token.end)
        self.add(link.head, link, last.node, last.place)
        self.pending, self.acting = None, link
        return True

    def policy(self, token: Token) -> Entry | None:
        """The programme of its own that was named last, with all that stands in its name; an annex is no such thing."""
        for place in range(len(self.chain) - 1, -1, -1):
            entry = self.chain[place]
            if place and self._inside(self.chain[place - 1], entry):
                continue  # `Kế hoạch thực hiện Chiến lược B ban hành kèm theo C`: B stands in the name of what C issues
            if self._done_anyway(entry, self.chain[place + 1 :]):
                return None  # `Kế hoạch thực hiện D (kèm theo E)`: what E issues is its own doing about D
            if self.reading.type_of(entry.node) in PLANS:
                return entry if token.start - max(e.stop for e in self.chain[place:]) < 40 else None
        return None

    def _done_anyway(self, plan: Entry, after: list[Entry]) -> bool:
        """Whether a plan without a number is named only by what it carries out, as the instrument itself does."""
        own = self.reading.own
        done = [e.node for e in after if e.link and e.link.head == plan.node and e.link.predicate == "implements"]
        said = {s.tail for s in self.reading.statements if s.head == own and s.predicate == "implements"}
        return plan.node in self.reading.plans and bool(done) and said.issuperset(done)

    def _inside(self, outer: Entry, entry: Entry) -> bool:
        """Whether `entry` stands in the name of the plan before it."""
        within = outer.stop >= entry.stop and self.reading.type_of(outer.node) in PLANS
        return within and outer.node in self.reading.plans

    def regulation(self, token: Token) -> Link | None:
        """`Sửa đổi Quy chế X ban hành kèm theo D`: what is done to X is done to the instrument that carries it."""
        entry = self.chain[-1] if self.chain else None
        if entry is None or entry.link is None or token.start - entry.stop > 40:
            return None
        document = self.reading.grouping.documents[entry.node]
        return entry.link if document.number is None and document.type in ISSUED else None

    def cited_rules(self, token: Token) -> Link | None:
        """`Căn cứ Quy chế X ban hành kèm theo D`: the text names X; D is told only to say which X is meant."""
        entry, base = self.chain[-1] if self.chain else None, self.base
        if entry is None or entry.link is not None or base is None or base.rule not in {"cite", "ground"}:
            return None
        reference, reading = self.reading.references[entry.place], self.reading
        if entry.node not in reading.plans or reference.type not in RULES or self.saved or base.head != reading.own:
            return None
        named = reading.text[reference.start].isupper() and reference.title is not None
        return base if named and 0 <= token.start - entry.stop <= _BESIDE else None

    def unsaid(self, token: Token) -> bool:
        """Whether the words before `ban hành kèm theo` are a remark in brackets or the name of the document before."""
        if self.saved:
            return True
        numbered = [e for e in self.chain if self.reading.grouping.documents[e.node].number is not None]
        if not numbered:
            return False
        between = self.fold[numbered[-1].finish : token.start]
        return attributes.in_name(between)

    def ended(self, token: Token) -> None:
        """`X hết hiệu lực kể từ ngày Thông tư này có hiệu lực`: the documents that the clause began with end."""
        own = self.reading.own
        lead = self.fold[self.clause : token.start]
        if lead.strip() == "vb" and self.saved:
            return  # `(VB hết hiệu lực: 15/8/2025)`: an editor's remark on the document before
        if moods.has(lead, 0, min(60, len(lead)), moods.CASE) or validity.until(lead) or self._awaited():
            return
        by = agents.by_agent(self.fold, token.end)
        if by and self.noted(token):
            self.turned(token, "repeals", token.cue.words if token.cue else "", attached=False)
        elif own is None or by:
            self.ended_by(token)
            self.ended_since(token)
        if own is None or by or self.zone not in BODIES:
            return
        link = Link(own, "repeals", "ended", token.cue.words if token.cue else "", token.end)
        for place, entry in enumerate(self.chain):
            if entry.link is not None and entry.link.rule in {"cite", "list"}:
                self.chain[place] = entry._replace(link=link)
                self.say(link, entry.place, entry.node)
        self.acting = link
        colon = enacting.lists(self.fold, token.end, self.block.end)
        self.pending = link._replace(at=colon) if colon is not None else None

    def _awaited(self) -> bool:
        """Whether the end of a document is the time that another lasts: `A còn hiệu lực cho đến khi B hết hiệu lực`."""
        starts = (self.reading.at(entry.place) for entry in self.chain)
        return any(at >= self.clause and validity.awaited(self.fold, at) for at in starts)

    def ended_by(self, token: Token) -> None:
        """`A hết hiệu lực kể từ ngày B có hiệu lực`, `A bị bãi bỏ bởi B`: B ends A, as a text tells that is neither."""
        agent = agents.agent(self.fold, token.end, self.block.end)
        before = [e for e in self.chain if e.link is None or e.link.rule == "cite" or self._fresh(e)]
        if agent is not None and before and token.cue is not None:
            self.pending = Link(before[-1].node, "repeals", "history", token.cue.words, agent, passive=True)

    def ended_since(self, token: Token) -> None:
        """`Kể từ ngày B có hiệu lực, A1 và A2 hết hiệu lực`: B ends them."""
        if len(self.chain) < _TWO or self.pending is not None:
            return
        first, second = self.chain[:_TWO]
        begin, at = self.reading.at(first.place), self.reading.at(second.place)
        if first.finish <= at and agents.since(self.fold[self.sentence : begin], self.fold[first.finish : at]):
            words = token.cue.words if token.cue else ""
            for entry in self.chain[1:]:
                self.add(first.node, Link(first.node, "repeals", "history", words, token.end), entry.node, entry.place)

    def _fresh(self, entry: Entry) -> bool:
        """Whether a document opens the clause after a semicolon, and is no more of the adjunct's: `Căn cứ A; B`."""
        later = entry.link is not None and entry.link.head == FRONT and self.clause > self.sentence
        return later and self.reading.references[entry.place].start >= self.clause

    def _begins(self, start: int) -> bool:
        """Whether a cue opens its clause."""
        return validity.opens(self.fold[self.clause : start])
