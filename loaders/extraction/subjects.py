"""The verb side of the clause machine: which document, activity or instrument an active cue takes as its subject."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import activities, agents, enacting, gaps, moods, passages
from loaders.extraction.adjuncts import FRONT
from loaders.extraction.annexes import Annexes
from loaders.extraction.grounds import GROUNDS, OPENING, TITLE
from loaders.extraction.reading import ACTS, Link
from loaders.extraction.sentences import ARTICLE, PLAIN, QUOTED
from loaders.extraction.state import CHANGES, ENACTS

if TYPE_CHECKING:
    from loaders.extraction.state import Entry
    from loaders.extraction.tokens import Token

_SPOKEN: Final = 1_500
"""So much of a sentence is looked at for the mood of its verb."""
_VERB: Final = 12
"""The verb of a main clause is no longer than this."""
_WITH_THIS: Final = re.compile(r"\W*kèm theo \w+ \w+ này")


class Subjects(Annexes):
    """Reads active verbs: finds the subject and lets the cue wait for its object."""

    def merge(self, token: Token) -> bool:
        """Verbs in a row share subject and object: the first names the act, but `ban hành kế hoạch` yields."""
        pending, cue = self.pending, token.cue
        assert pending is not None
        assert cue is not None
        gap = self.fold[pending.at : token.start]
        if pending.passive or cue.form == "with" or (pending.head >= ACTS and ";" in gap):
            return False
        purpose = (
            cue.predicate == "implements"
            and pending.head < ACTS
            and pending.predicate in CHANGES | {"reviews"}
            and gaps.purposed(gap)
        )
        if purpose or (pending.predicate == "promulgates" and gaps.nominal(gap)):
            self.pending = Link(pending.head, cue.predicate, pending.rule, cue.words, token.end)
            return True
        stock = pending.predicate == "reviews" and len(gap) < 140 and cue.predicate in {"implements", "disseminates"}
        if stock or (pending.predicate == "guides" and cue.predicate == "implements" and gaps.guided(gap)):
            self.pending = pending._replace(at=token.end)
            return True
        near = pending.cue == "tiếp tục" and gaps.small(gap)
        near = near or (pending.predicate == "alignedWith" and gaps.work(gap))
        if (gaps.bare(gap) or near) and len(gap) < 60:
            predicate = pending.predicate
            if cue.predicate == "details" or (
                predicate == "continues" and cue.predicate not in {"implements", "disseminates"}
            ):
                predicate = cue.predicate
            if {pending.predicate, cue.predicate} <= CHANGES and (part := enacting.changed_part(gap)) is not None:
                self.shared = f"{self.shared}; {part}" if self.shared else part
            if (pending.predicate, cue.predicate) == ("disseminates", "implements") and self._is_guide(pending.head):
                predicate = "guides"
            self.pending = pending._replace(predicate=predicate, at=token.end)
            return True
        return False

    def unnamed(self, token: Token) -> bool:
        """`các Nghị định hướng dẫn thi hành D`: a verb in the name of documents that are not named one by one."""
        if token.cue is None or token.cue.form in {"passive", "attached", "with", "ended", "pair"}:
            return False
        if not agents.plural(self.fold[max(self.clause, token.start - 80) : token.start]):
            return False
        self.pending = None
        return True

    def suffering(self, token: Token) -> bool:
        """`được sửa đổi, bãi bỏ một phần bởi D`: further participles of a passive verb, whose agent is yet to come."""
        pending = self.pending
        if pending is None or not pending.passive or token.cue is None or token.cue.predicate not in CHANGES:
            return False
        if self.fold[pending.at : token.start].strip(" ,") not in {"", "và"}:
            return False
        self.pending = pending._replace(at=token.end)
        return True

    def prolong(self, token: Token) -> None:
        """`về tiếp tục thực hiện`: the verb that follows prolongs."""
        head = self.head(token, "continues")
        if head is not None and head[1] == "clause":
            head = None
        self.pending = None if head is None else Link(head[0], "continues", head[1], "tiếp tục", token.end)

    def verb(self, token: Token) -> None:
        """An active cue: its subject is the nearest document, the clause's subject, or the instrument itself."""
        assert token.cue is not None
        if enacting.given(token.cue.words, self.fold, token.end):
            return
        if self.suffered(token) or self.another_span(token) or self.located(token):
            return
        if token.cue.form == "with" and self._ordered(token.start):
            self.pending = None
            return
        if self.nobody and token.cue.predicate in CHANGES and self._joined(token.start):
            self.pending = None
            return
        head = self.head(token, token.cue.predicate) or self._titled(token) or self.outer(token)
        if head is None:
            if token.cue.predicate in ENACTS or token.cue.form == "with":
                self.pending = None
            return
        predicate = self._said(head, token)
        self.pending = Link(head[0], predicate, head[1], token.cue.words, token.end)
        if head[1] != "name" or (len(self.chain) == 1 and self.chain[0].link is None):
            self.acting = self.pending

    def _said(self, head: tuple[int, str], token: Token) -> str:
        """What the verb says of its object, the subject `head` known."""
        assert token.cue is not None
        predicate = token.cue.predicate
        if self._reports(head, token) or self._inspects(head) or (head[1] == "joined" and self._stock(token)):
            predicate = "reviews"
        if head[1] == "report":
            predicate = "disseminates"  # what an event hears of is made known there
        if predicate == "implements" and head[1] in {"name", "title"} and self._is_guide(head[0]):
            predicate = "guides"
        if head[0] == FRONT and self.reading.own is not None and self.adjuncts.prolongs(self.sentence, token):
            predicate = "continues"
        return predicate

    def another_span(self, token: Token) -> bool:
        """`sơ kết 3 năm thực hiện A và 2 năm thực hiện B`: B is reviewed too, by another activity over other years."""
        link = self.chain[-1].link if self.chain else None
        assert token.cue is not None
        if link is None or link.predicate != "reviews" or token.cue.predicate != "implements":
            return False
        years = gaps.span_again(self.fold[max(self.clause, token.start - 40) : token.start])
        if years is None:
            return False
        reading = self.reading
        head = link.head if link.head < ACTS else reading.act(reading.acts[reading.place(link.head)], years)
        self.pending = link._replace(head=head, at=token.end)
        return True

    def _titled(self, token: Token) -> tuple[int, str] | None:
        """`Chỉ thị A về X gắn với thực hiện B`: the title of A ties it to B."""
        if token.cue is None or token.cue.form != "with" or not self.chain:
            return None
        last = self.chain[-1]
        reference = self.reading.references[last.place]
        inside = reference.title_span is not None and reference.title_span.start < token.start <= reference.stop + 2
        return (last.node, "name") if inside and reference.number is not None else None

    def suffered(self, token: Token) -> bool:
        """`A đã được Tỉnh ủy cụ thể hóa bằng B`: B carries A out."""
        assert token.cue is not None
        if token.cue.predicate != "implements" or not self.chain:
            return False
        last = self.chain[-1]
        by = agents.means(self.fold, token.end, self.block.end)
        ends = {self.reading.references[last.place].head_stop, last.finish}
        if by is None or not any(e <= token.start and agents.suffers(self.fold[e : token.start]) for e in ends):
            return False
        self.pending = Link(last.node, "implements", "history", token.cue.words, by, passive=True)
        return True

    def _reports(self, head: tuple[int, str], token: Token) -> bool:
        """`Báo cáo ... kết quả 5 năm thực hiện D` takes stock of D."""
        if token.cue is None or token.cue.predicate != "implements" or head[1] not in {"name", "title"}:
            return False
        if head[1] == "title":
            named = gaps.results(self.fold[self.sentence : token.start])
            return named or self.reading.type_of(head[0]) == "BC"
        return self.reading.type_of(head[0]) == "BC" or gaps.results(self.fold[self.chain[-1].finish : token.start])

    def _is_guide(self, node: int) -> bool:
        """Whether a document is a guide: `Hướng dẫn số 5-HD/TW thực hiện D` guides D."""
        return node < ACTS and self.reading.type_of(node) == "HD"

    def _inspects(self, head: tuple[int, str]) -> bool:
        """Whether the subject is an inspection: what it does about a document is to take stock of it."""
        if head[0] < ACTS or head[1] not in {"event", "body"}:
            return False
        return self.reading.acts[self.reading.place(head[0])].kind == "inspection"

    def outer(self, token: Token) -> tuple[int, str] | None:
        """A subject that is no document of the clause: an adjunct's, an activity, the instrument the page tells of."""
        assert token.cue is not None
        events, predicate = self.events, token.cue.predicate
        leads = predicate == "implements" or (predicate in {"guides", "details"} and self.reading.own is None)
        if leads and self.zone != TITLE and self._fronted(token):
            if self.zone == GROUNDS and self.base is not None and self.base.predicate == "implements":
                return None
            self.adjuncts.bare(token)
            return FRONT, "front"
        if self.reading.own is not None and self.zone in {OPENING, GROUNDS}:
            many = events.collective(self.sentence, token)
            if many is not None:
                return many, "body"
        if token.cue.form == "with":
            topic = self.topic.goes_on(self.sentence, token.start) if self.reading.own is None else self.reading.own
            return None if topic is None else (topic, "topic")
        aimed = self.topic.aimed(self.sentence, token.start) if predicate == "implements" and not self.chain else None
        return (aimed, "topic") if aimed is not None else self._event(token, predicate)

    def _event(self, token: Token, predicate: str) -> tuple[int, str] | None:
        """An activity as the subject: the one told of before, that of a body that acts here, or a conference's."""
        events = self.events
        if events.reports(self.sentence, token) and events.report is not None:
            return events.report.head, "report"
        if self._stock(token) and self.acting is not None:
            return self.acting.head, "joined"
        if (
            self.acting is not None
            and self.acting.head >= ACTS
            and self.acting.predicate == predicate
            and self._joined(token.start)
        ):
            head = events.again(self.acting.head, token) if predicate == "reviews" else self.acting.head
            return (head, "joined") if not moods.has(self.fold, self.clause, token.start, moods.UNDONE) else None
        return events.head(self.sentence, token, self.spoken(token.start), self.clause, self.block.end)

    def _stock(self, token: Token) -> bool:
        """`sơ kết 3 năm thực hiện A và 3 năm thực hiện B`: the review takes stock of B as well."""
        acting, cue = self.acting, token.cue
        if acting is None or cue is None or acting.head < ACTS or not self.chain:
            return False
        if acting.predicate != "reviews" or cue.predicate != "implements":
            return False
        ends = (self.chain[-1].finish, self.chain[-1].stop, self.last)
        return any(end <= token.start and passages.further_years(self.fold[end : token.start]) for end in ends)

    def _fronted(self, token: Token) -> bool:
        """Whether the verb opens its sentence, or an own text's clause after a semicolon, as an adjunct."""
        if not self.chain:
            return self.adjuncts.fronts(self.sentence, token)
        later = self.clause > self.sentence and self.reading.own is not None and not self.saved
        fresh = self.reading.references[self.chain[-1].place].start < self.clause
        return later and fresh and self.adjuncts.fronts(self.clause, token)

    def spoken(self, end: int) -> str:
        """The words of the sentence before `end` that belong to no name and no quotation."""
        words, done = [], max(self.sentence, end - _SPOKEN)
        for entry in self.chain:
            reference = self.reading.references[entry.place]
            if reference.start >= done:
                words.append(self.fold[done : reference.start])
                done = min(entry.stop, end)
        return gaps.unquoted(" ".join((*words, self.fold[done:end])))

    def head(self, token: Token, predicate: str) -> tuple[int, str] | None:
        """The subject of the cue and the rule that found it."""
        start = token.start
        if self.saved and gaps.in_brackets(self.fold[self.clause : start], change=predicate in CHANGES):
            return (self.chain[-1].node, "bracket") if self.chain else None
        goes_on = predicate in CHANGES or (predicate == "implements" and self._changed())
        if self.acting is not None and self.acting.head < ACTS and goes_on and self._next(start):
            return self.acting.head, "joined"
        stock = predicate == "reviews" and self.reading.own is None and self._joined(start)
        if self.chain and not stock and self._tight(self.chain[-1], start):
            proposes = self.reading.type_of(self.chain[-1].node) == "TTr" and predicate in ENACTS
            apart = proposes or (predicate == "promulgates" and self._issues_now(start))
            last = self.chain[-1]
            return None if apart else (self._aimed(last, start), self._rule(last, start, predicate))
        if predicate in CHANGES and (named := self._apart(start)) is not None:
            return named, "name"
        if self.aims and predicate == "implements" and not self.chain and self.adjuncts.fronts(self.sentence, token):
            return None if self.reading.own is None else (self.reading.own, "clause")
        return self._itself(token, predicate)

    def _rule(self, entry: Entry, start: int, predicate: str) -> str:
        """A change behind a comma is no part of the name: `thông qua Nghị quyết về X, thay thế Nghị quyết 54`."""
        apart = self.fold[entry.finish : start].lstrip().startswith(",")
        return "joined" if apart and predicate in CHANGES and entry.node in self.reading.plans else "name"

    def _aimed(self, entry: Entry, start: int) -> int:
        """The subject of a verb in the name of `entry`: in `A về X theo B để thực hiện C` the purpose is that of A."""
        link = entry.link
        if link is None or link.rule != "name" or link.cue != "theo":
            return entry.node
        ends = (self.reading.references[entry.place].head_stop, entry.finish, entry.stop)
        return link.head if any(end <= start and gaps.aimed(self.fold[end:start]) for end in ends) else entry.node

    def _itself(self, token: Token, predicate: str) -> tuple[int, str] | None:
        """The instrument that speaks, or that the page tells of, where it is itself the subject."""
        speaker = self.topic.speaker
        said = "" if speaker is None else self.fold[speaker.at : token.start]
        tells = predicate in CHANGES and enacting.tells_of_itself(said)
        if speaker is not None and (tells or (predicate == "implements" and gaps.aimed(said))):
            return speaker.head, "clause"
        rule = None if self.reading.own is None else self._speaks(token, predicate)
        return None if rule is None or self.reading.own is None else (self.reading.own, rule)

    def _speaks(self, token: Token, predicate: str) -> str | None:
        """The rule by which the instrument itself is the subject: it names itself, commands, or has a title."""
        if self.subject == self.reading.own and self._acts(token.start, predicate):
            return None if enacting.passive(self.fold[max(0, token.start - 8) : token.start]) else "clause"
        if predicate in ENACTS - {"promulgates"} and self._announced(token.start):
            return "clause"
        commands = predicate in ENACTS and self._begins(token.start) and self.zone != GROUNDS
        if commands and (predicate != "promulgates" or self._decides(token)):
            return "enact"
        return "title" if self.zone == TITLE and all(e.node == self.reading.own for e in self.chain) else None

    def _issues_now(self, start: int) -> bool:
        """Whether the verb is that of the main clause after an adjunct: `Thực hiện A, UBND huyện ban hành`."""
        if not any(self.sentence <= self.reading.references[i].start < start for i, _, _ in self.adjuncts.fronted):
            return False
        actor = self.adjuncts.main(self.sentence, min(self.block.end, start + _VERB))
        return actor is not None and self.fold[actor[1] : start].strip() in {"", "đã", "vừa"}

    def _announced(self, start: int) -> bool:
        """`Bộ Tài chính hướng dẫn thi hành D như sau:`: the body that speaks in an opening is the instrument's own."""
        if self.zone == TITLE or self.block.level < PLAIN or self.block.level >= QUOTED:
            return False
        end = self.block.end
        if not enacting.announces(self.fold[max(start, end - gaps.REACH) : end]):
            return False
        comma = self.fold.rfind(",", self.sentence, start)
        return activities.body(self.fold, self.sentence if comma < 0 else comma + 1, start)

    def _tight(self, entry: Entry, start: int) -> bool:
        """Only an issuer, a date or small words stand between a document and the verb of its name."""
        reference, printed = self.reading.references[entry.place], self.reading.text
        for end in (reference.head_stop, entry.finish):
            if end <= start and gaps.attributive(self.fold[end:start], printed[end:start]):
                return True
        if reference.stop <= start and gaps.aimed(self.fold[reference.stop : start]):
            return True
        if reference.kind == "plan" and entry.finish <= start and gaps.owned(self.fold[entry.finish : start]):
            return True
        gap = self.fold[reference.head_stop : start]
        return start < reference.stop and not self.pending and (gaps.further(gap) or gaps.eased(gap))

    def _apart(self, start: int) -> int | None:
        """The document that changes another although more than small words stand between it and its verb."""
        if self.chain and passages.drafted(self.fold[self.reading.references[self.chain[-1].place].head_stop : start]):
            return None  # `Nghị quyết A về dự thảo Nghị quyết sửa đổi B`: the draft changes B
        if self._alone(start):
            return self.chain[0].node
        valid = self.chain and self.subject is None and self._in_force(self.chain[-1], start)
        return self.chain[-1].node if valid else None

    def _in_force(self, entry: Entry, start: int) -> bool:
        """`A, có hiệu lực từ ngày X, thay thế B`: only a clause of validity stands between A and its verb."""
        ends = (self.reading.references[entry.place].head_stop, entry.finish, entry.stop)
        return any(end <= start and gaps.valid(self.fold[end:start]) for end in ends)

    def _acts(self, start: int, predicate: str) -> bool:
        between = enacting.active(self.fold[self.subject_end : start])
        if len(between) > 250 or ";" in between:
            return False
        small = gaps.small(between)
        if small or predicate not in CHANGES:
            return small
        return gaps.states(between) or (gaps.in_force(between) and not moods.has(between, 0, len(between)))

    def _decides(self, token: Token) -> bool:
        """An instrument issues what its articles or opening say, not what its items tell others to issue."""
        return (
            self.block.level <= ARTICLE
            or self.zone == TITLE
            or bool(_WITH_THIS.match(self.fold[token.end : token.end + 40]))
        )

    def _ordered(self, start: int) -> bool:
        """Whether the last document is the object of a verb that nobody does: `tiếp tục quán triệt A gắn với ...`."""
        if not self.chain or not self._tight(self.chain[-1], start):
            return False
        entry = self.chain[-1]
        begin = self.reading.at(entry.place)
        idle = entry.link is None or entry.link.rule == "cite"
        return idle and gaps.acted_on(self.fold[max(self.clause, begin - gaps.REACH) : begin])

    def _alone(self, start: int) -> bool:
        """`Nghị quyết A về X, thay thế Nghị quyết B`: a verb after what a sentence begins with, or issues."""
        if len(self.chain) != 1 or self.chain[0].link is not None:
            return False
        closed = self.fold[self.clause : start].endswith(") ") or not self.fold[self.chain[0].stop : start].strip()
        if not self._joined(start) and not closed:
            return False
        lead = self.fold[self.sentence : self.reading.references[self.chain[0].place].start].rstrip(' \n“"-')
        return not lead.strip() or (gaps.issued(lead) and not moods.has(lead, 0, len(lead), moods.UNREAL))

    def _changed(self) -> bool:
        """Whether what was done last was a change; what was replaced carries nothing out."""
        return self.acting is not None and self.acting.predicate in CHANGES and self.acting.rule == "name"

    def _next(self, start: int) -> bool:
        """Whether a verb goes on with what the subject does, and not with the name of the last document."""
        if not self._joined(start):
            return False
        comma = self.fold[max(0, start - 3) : start].rstrip().endswith(",")
        return not (comma and self.chain and start <= self.chain[-1].stop + 2)

    def _joined(self, start: int) -> bool:
        return (
            gaps.separates(self.fold[max(self.clause, start - 16) : start])
            or not self.fold[self.clause : start].strip()
        )
