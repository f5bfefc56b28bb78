"""The verb side of the clause machine: what an active cue says, and of whom, while it waits for its object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from loaders.extraction import (
    activities,
    agents,
    deeds,
    enacting,
    gaps,
    hearings,
    moods,
    passages,
    passives,
    patients,
    stocktaking,
)
from loaders.extraction.adjuncts import FRONT
from loaders.extraction.reading import ACTS, LAWS, Act, Link
from loaders.extraction.series import Series
from loaders.extraction.state import CHANGES, ENACTS, FILLS

if TYPE_CHECKING:
    from loaders.extraction.tokens import Token


_STRONGER: Final = {"review": "reviews", "dissemination": "disseminates"}
"""What a body that takes stock, or makes known, does when it is told to carry out."""

_PAIR: Final = 2


class Verbs(Series):
    """Reads active verbs: finds the subject and lets the cue wait for its object."""

    def verb(self, token: Token) -> None:
        """An active cue: its subject is the nearest document, the clause's subject, or the instrument itself."""
        assert token.cue is not None
        if (
            self._set_aside(token)
            or self.undergoes(token)
            or self.suffered(token)
            or self.undergone(token)
            or self.another_span(token)
            or self.located(token)
        ):
            return
        if token.cue.form == "with" and self._ordered(token.start):
            self.pending = None
            return
        if self.nobody and token.cue.predicate in CHANGES and self._joined(token.start):
            self.pending = None
            return
        head = self.quoting(token) or self.head(token, token.cue.predicate) or self._titled(token) or self.outer(token)
        if head is None or self._of_statute(head, token):
            if token.cue.predicate in ENACTS or token.cue.form == "with":
                self.pending = None
            return
        head = self._issuer(head, token) or head
        predicate = self._said(head, token)
        self.pending = Link(head[0], predicate, head[1], token.cue.words, token.end)
        told = head[0] >= ACTS and predicate == "disseminates" and head[1] in {"body", "event"}
        if told and passages.at_event(self.fold, self.sentence):
            self.events.report = self.pending._replace(rule="report")  # what a list goes on with was told there too
        if head[1] != "name" or (len(self.chain) == 1 and self.chain[0].link is None):
            self.acting = self.pending

    def _set_aside(self, token: Token) -> bool:
        """Whether the verb tells of another's deed (`Đoàn đánh giá huyện A đã làm tốt`), or only where something is."""
        assert token.cue is not None
        if token.cue.words == "đánh giá" and deeds.doing(self.fold, token.end, self.block.end) is not None:
            return True
        if token.cue.words == "giới thiệu" and self.fold.endswith((" trân trọng ", " xin "), 0, token.start):
            return True  # what the page itself shows
        given = enacting.given(token.cue.words, self.fold, token.end)
        return given or (self.reading.own is None and hearings.setting(self.fold, token.start, token.end))

    def _of_statute(self, head: tuple[int, str], token: Token) -> bool:
        """Whether a statute is said to take stock of something, which none does."""
        law = head[0] in range(ACTS) and self.reading.type_of(head[0]) in LAWS
        return law and self._said(head, token) == "reviews"

    def undergoes(self, token: Token) -> bool:
        """`A đã được B thay thế`: what the document beside the verb does to the one before it."""
        assert token.cue is not None
        if token.cue.predicate not in CHANGES | FILLS or len(self.chain) < _PAIR or self.pending is not None:
            return False
        patient, agent = self.chain[-_PAIR:]
        begin = self.reading.at(agent.place)
        ends = {patient.finish, self.reading.references[patient.place].head_stop, patient.stop}
        if not any(e <= begin and agents.between(self.fold[e:begin]) for e in ends):
            return False
        if not self._tight(agent, token.start):
            return False
        link = Link(agent.node, token.cue.predicate, "history", token.cue.words, token.end)
        for entry in patients.together(self, patient):
            self.add(agent.node, link, entry.node, entry.place)
        return True

    def _said(self, head: tuple[int, str], token: Token) -> str:
        """What the verb says of its object, the subject `head` known."""
        assert token.cue is not None
        predicate = token.cue.predicate
        if self._reports(head, token) or self._inspects(head) or (head[1] == "joined" and self._stock(token)):
            predicate = "reviews"
        if predicate == "implements" and head[0] >= ACTS and self._met(head[0], token.start):
            predicate = "reviews"
        if predicate == "implements" and head[0] >= ACTS and self._act(head[0]).kind in _STRONGER:
            predicate = _STRONGER[self._act(head[0]).kind]  # `BODY báo cáo kết quả thực hiện D`
        if head[1] == "report":
            predicate = "disseminates"  # what an event hears of is made known there
        if predicate == "implements" and head[1] in {"name", "title"} and self._is_guide(head[0]):
            predicate = "guides"
        if head[0] == FRONT and self.reading.own is not None and self.adjuncts.prolongs(self.sentence, token):
            predicate = "continues"
        return predicate

    def _issuer(self, head: tuple[int, str], token: Token) -> tuple[int, str] | None:
        """A body that has issued the plan whose name the verb stands in, where nothing else speaks of the plan."""
        assert token.cue is not None
        if head[1] != "name" or head[0] not in self.reading.plans or self.adjuncts.fronted or self.chain[0].link:
            return None
        plan = self.reading.references[self.chain[-1].place].start
        node = self.events.put_out(self.sentence, plan, token.cue.predicate)
        return None if node is None else (node, "body")

    def _met(self, node: int, start: int) -> bool:
        """Whether a meeting looks at how things stand: `làm việc với X về tình hình thực hiện D`."""
        meeting = self._act(node).kind == "meeting"
        return meeting and stocktaking.results(self.fold[max(self.clause, start - 90) : start])

    def _act(self, node: int) -> Act:
        """The activity of a node."""
        return self.reading.acts[self.reading.place(node)]

    def prolong(self, token: Token) -> None:
        """`về tiếp tục thực hiện`: the verb that follows prolongs."""
        head = self.head(token, "continues")
        if head is not None and head[1] == "clause":
            head = None
        self.pending = None if head is None else Link(head[0], "continues", head[1], "tiếp tục", token.end)

    def unnamed(self, token: Token) -> bool:
        """`các Nghị định hướng dẫn thi hành D`: a verb in the name of documents that are not named one by one."""
        if token.cue is None or token.cue.form in {"passive", "attached", "with", "ended", "pair"}:
            return False
        if not agents.plural(self.fold[max(self.clause, token.start - 80) : token.start]):
            return False
        told = token.cue.predicate == "implements" and self.reading.own is None and not self.chain
        if told and deeds.doer(self.fold, self.sentence, token.start) is not None:
            return False  # `Sở Y tế đã ban hành nhiều văn bản triển khai D`
        self.pending = None
        return True

    def suffered(self, token: Token) -> bool:
        """`A đã được Tỉnh ủy cụ thể hóa bằng B`: B carries A out."""
        assert token.cue is not None
        if token.cue.predicate != "implements" or not self.chain:
            return False
        last = self.chain[-1]
        by = agents.means(self.fold, token.end, self.block.end)
        if by is not None and not gaps.bare(self.fold[by : self.reading.next_at(by, self.block.end)]):
            return False  # `được Sở Y tế triển khai tại 6 xã`
        ends = {self.reading.references[last.place].head_stop, last.finish}
        if by is None or not any(e <= token.start and agents.suffers(self.fold[e : token.start]) for e in ends):
            return False
        self.pending = Link(last.node, "implements", "history", token.cue.words, by, passive=True)
        return True

    def undergone(self, token: Token) -> bool:
        """`A và B đã được Đảng ủy xã quán triệt`: what a body has done about the documents before its verb."""
        assert token.cue is not None
        predicate = token.cue.predicate
        kind = activities.KINDS.get(predicate)
        last = self.chain[-1] if self.chain and self.reading.own is None else None
        if last is None or kind is None or predicate == "continues":
            return False
        begin = self.reading.at(patients.together(self, last)[-1].place)
        work = passives.work(self.fold, max(self.sentence, begin - gaps.REACH), begin)
        predicate, kind = (work, activities.KINDS[work]) if work is not None else (predicate, kind)
        ends = {self.reading.references[last.place].head_stop, last.finish, last.stop}
        actors = (passives.agent(self.fold, end, token.start) for end in ends if end <= token.start)
        actor = next(filter(None, actors), None)
        if actor is None or moods.has(self.fold, self.sentence, token.start, moods.UNDONE):
            return False
        head = self.events.act(kind, actor, self.sentence, token.end)
        link = Link(head, predicate, "body", token.cue.words, token.end)
        for entry in patients.together(self, last):
            self.add(head, link, entry.node, entry.place)
        self.pending = None
        return True

    def _ordered(self, start: int) -> bool:
        """Whether the last document is the object of a verb that nobody does: `tiếp tục quán triệt A gắn với ...`."""
        if not self.chain or not self._tight(self.chain[-1], start):
            return False
        entry = self.chain[-1]
        begin = self.reading.at(entry.place)
        idle = entry.link is None or entry.link.rule == "cite" or entry.link.head == entry.node
        return idle and gaps.acted_on(self.fold[max(self.clause, begin - gaps.REACH) : begin])

    def _reports(self, head: tuple[int, str], token: Token) -> bool:
        """`Báo cáo ... kết quả 5 năm thực hiện D` takes stock of D."""
        if token.cue is None or token.cue.predicate != "implements" or head[1] not in {"name", "title"}:
            return False
        if head[1] == "title":
            named = stocktaking.results(self.fold[self.sentence : token.start])
            return named or self.reading.type_of(head[0]) == "BC"
        between = self.fold[self.chain[-1].finish : token.start]
        return self.reading.type_of(head[0]) == "BC" or stocktaking.results(between)

    def _inspects(self, head: tuple[int, str]) -> bool:
        """Whether the subject is an inspection: what it does about a document is to take stock of it."""
        if head[0] < ACTS or head[1] not in {"event", "body"}:
            return False
        return self._act(head[0]).kind == "inspection"
