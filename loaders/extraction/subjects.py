"""The document before a verb as its subject: by its name, by what it begins or goes on with, or none.

Read are the words between the documents of the clause and the verb.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import activities, attributes, moods, passages, promulgation, quotations, validity
from loaders.extraction.reading import ACTS, LAWS
from loaders.extraction.speakers import Speakers
from loaders.extraction.state import CHANGES, ENACTS, FILLS

if TYPE_CHECKING:
    from loaders.extraction.state import Entry
    from loaders.extraction.tokens import Token

_VERB: Final = 12
"""The verb of a main clause is no longer than this."""


_CONCRETE: Final = frozenset({"thể chế hóa", "cụ thể hóa"})


_DONE: Final = re.compile(r"(?:\s(?:đã|vừa|cũng))*\s*$")
_SEVERAL: Final = 2


class Subjects(Speakers):
    """Reads verbs whose subject is a document of the clause."""

    def head(self, token: Token, predicate: str) -> tuple[int, str] | None:
        """The subject of the cue and the rule that found it."""
        own = self.reading.own
        if own is not None and self._set_out(token.start, predicate):
            return own, "clause"
        return self._of_clause(token, predicate)

    def _of_clause(self, token: Token, predicate: str) -> tuple[int, str] | None:
        start = token.start
        if self.saved and validity.in_brackets(self.fold[self.clause : start], change=predicate in CHANGES):
            return (self.chain[-1].node, "bracket") if self.chain else None
        goes_on = predicate in CHANGES or (predicate == "implements" and self._changed()) or self._fills(predicate)
        goes_on = (goes_on and self._next(start)) or (self._concrete(token) and self._joined(start))
        goes_on = goes_on or (self._fills(predicate) and self._of_law(start))
        if self.acting is not None and self.acting.head < ACTS and goes_on:
            return self.acting.head, "joined"
        stock = predicate == "reviews" and self.reading.own is None and self._joined(start)
        last = self._nearest(start) if self.chain and not stock else None
        if last is not None:
            proposes = self.reading.type_of(last.node) == "TTr" and predicate in ENACTS
            apart = proposes or (predicate == "promulgates" and self._issues_now(start))
            last = self._guide(last) if predicate == "guides" else last
            return None if apart else (self._aimed(last, start), self._rule(last, start, predicate))
        if predicate in CHANGES and (named := self._apart(start)) is not None:
            return named, "name"
        if self.aims and predicate == "implements" and not self.chain and self.adjuncts.fronts(self.sentence, token):
            return None if self.reading.own is None else (self.reading.own, "clause")
        inside = self._issues_inside(start) if predicate == "promulgates" else None
        return (inside, "history") if inside is not None else self._itself(token, predicate)

    def quoting(self, token: Token) -> tuple[int, str] | None:
        """The document whose words command: `Tại Điều 10 A quy định: “3. Sửa đổi Điều 18 B như sau`."""
        assert token.cue is not None
        start = token.start
        if token.cue.predicate not in CHANGES or not quotations.begins(self.fold[self.clause : start]):
            return None
        if self.quoted is not None:
            return self.quoted, "clause"
        own, entry = self.reading.own, self.chain[0] if self.chain else None
        if entry is None or (own is not None and self.reading.type_of(own) != "CV") or entry.node == own:
            return None
        opened = self.fold[self.clause : start].lstrip()[:1] in {"“", '"'}
        ends = (entry.finish, self.reading.references[entry.place].head_stop, entry.stop)
        said = opened and any(e <= self.clause and quotations.says(self.fold[e : self.clause]) for e in ends)
        return (entry.node, "clause") if said else None

    def _issues_inside(self, start: int) -> int | None:
        """`Tại Quyết định A, Thủ tướng Chính phủ đã phê duyệt Chương trình B`: it is A that issues B."""
        entry = self.chain[0] if self.chain else None
        if entry is None or entry.link is not None or self.reading.own is not None or entry.node in self.reading.plans:
            return None
        reference = self.reading.references[entry.place]
        if not passages.inside(self.fold[self.sentence : self.reading.at(entry.place)]):
            return None
        done = _DONE.search(self.fold[self.sentence : start])
        verb = start - len(done.group()) if done else start
        ends = (e for e in (entry.finish, reference.head_stop, reference.stop) if self.fold.startswith(", ", e))
        return entry.node if any(activities.body(self.fold, end + 2, verb) for end in ends) else None

    def _nearest(self, start: int) -> Entry | None:
        """The last document, if a verb goes on with its name: a plan's name may join a purpose to its subject.

        In `Nghị quyết A về Chương trình X và thực hiện D` the plan stands for A, whose whole subject it is.
        """
        last = self.chain[-1]
        reference = self.reading.references[last.place]
        inner = reference.kind == "plan" and reference.start < start < reference.stop and self._joined(start)
        return last if inner or self._tight(last, start) else None

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
        return link.head if any(end <= start and attributes.aimed(self.fold[end:start]) for end in ends) else entry.node

    def _issues_now(self, start: int) -> bool:
        """Whether the verb is that of the main clause after an adjunct: `Thực hiện A, UBND huyện ban hành`."""
        if not any(self.sentence <= self.reading.references[i].start < start for i, _, _ in self.adjuncts.fronted):
            return False
        actor = self.adjuncts.main(self.sentence, min(self.block.end, start + _VERB))
        return actor is not None and self.fold[actor[1] : start].strip() in {"", "đã", "vừa"}

    def _tight(self, entry: Entry, start: int) -> bool:
        """Only an issuer, a date or small words stand between a document and the verb of its name."""
        reference, printed = self.reading.references[entry.place], self.reading.text
        if reference.title_span is not None and reference.title_span.start == start:
            return True  # `Quyết định số 5 về Quyết định ban hành ...`
        for end in (reference.head_stop, entry.finish):
            if end <= start and attributes.attributive(self.fold[end:start], printed[end:start]):
                return True
        if reference.stop <= start and attributes.aimed(self.fold[reference.stop : start]):
            return True
        if reference.kind == "plan" and entry.finish <= start and attributes.owned(self.fold[entry.finish : start]):
            return True
        gap = self.fold[reference.head_stop : start]
        return start < reference.stop and not self.pending and (attributes.further(gap) or attributes.eased(gap))

    def _apart(self, start: int) -> int | None:
        """The document that changes another although more than small words stand between it and its verb."""
        if self.chain and passages.drafted(self.fold[self.reading.references[self.chain[-1].place].head_stop : start]):
            return None  # `Nghị quyết A về dự thảo Nghị quyết sửa đổi B`: the draft changes B
        if self._alone(start):
            return self.chain[0].node
        if self._issued_last(start):
            return self.chain[-1].node
        valid = self.chain and self.subject is None and self._in_force(self.chain[-1], start)
        return self.chain[-1].node if valid else None

    def _in_force(self, entry: Entry, start: int) -> bool:
        """`A, có hiệu lực từ ngày X, thay thế B`: only a clause of validity stands between A and its verb."""
        ends = (self.reading.references[entry.place].head_stop, entry.finish, entry.stop)
        return any(end <= start and validity.valid(self.fold[end:start]) for end in ends)

    def _alone(self, start: int) -> bool:
        """`Nghị quyết A về X, thay thế Nghị quyết B`: a verb after what a sentence begins with, or issues."""
        if len(self.chain) != 1 or self.chain[0].link is not None:
            return False
        closed = self.fold[self.clause : start].endswith(") ") or not self.fold[self.chain[0].stop : start].strip()
        if not self._joined(start) and not closed:
            return False
        lead = self.fold[self.sentence : self.reading.references[self.chain[0].place].start].rstrip(' \n“"-')
        return not lead.strip() or (promulgation.issued(lead) and not moods.has(lead, 0, len(lead), moods.UNREAL))

    def _issued_last(self, start: int) -> bool:
        """`Chính phủ ban hành Chỉ thị A về X; Nghị định B về Y, thay thế Nghị định C`: it is B that replaces C."""
        if len(self.chain) < _SEVERAL or self.reading.own is not None or self.chain[-1].link is not None:
            return False
        first, last = (self.reading.references[self.chain[i].place].start for i in (0, -1))
        if not self.fold.endswith("; ", 0, last) or self.fold[self.chain[-1].stop : start].strip() != ",":
            return False
        lead = self.fold[self.sentence : first].rstrip(' \n“"-')
        return promulgation.issued(lead) and not moods.has(lead, 0, len(lead), moods.UNREAL)

    def _changed(self) -> bool:
        """Whether what was done last was a change; what was replaced carries nothing out."""
        return self.acting is not None and self.acting.predicate in CHANGES and self.acting.rule == "name"

    def _guide(self, law: Entry) -> Entry:
        """`Thông tư A hướng dẫn Luật B hướng dẫn Nghị định C`: a law is the guidance for nothing; A is for both."""
        link = law.link
        if self.reading.type_of(law.node) not in LAWS or link is None or link.rule != "name":
            return law
        return next((e for e in reversed(self.chain) if e.node == link.head), law)

    def _fills(self, predicate: str) -> bool:
        """`quy định chi tiết Luật A và hướng dẫn thi hành Nghị định B`: one subject fills in both."""
        return self.acting is not None and {self.acting.predicate, predicate} <= FILLS

    def _of_law(self, start: int) -> bool:
        """Whether a verb follows the comma behind a law, which is the guidance for nothing: `Luật A, hướng dẫn D`."""
        law = bool(self.chain) and self.reading.type_of(self.chain[-1].node) in LAWS
        return law and self.chain[-1].link is not None and self._joined(start)

    def _concrete(self, token: Token) -> bool:
        """Whether one more verb of making concrete follows: `A thể chế hóa B, cụ thể hóa C`."""
        assert token.cue is not None
        return self.acting is not None and self.acting.cue in _CONCRETE and token.cue.words in _CONCRETE

    def _next(self, start: int) -> bool:
        """Whether a verb goes on with what the subject does, and not with the name of the last document."""
        if not self._joined(start):
            return False
        comma = self.fold[max(0, start - 3) : start].rstrip().endswith(",")
        return not (comma and self.chain and start <= self.chain[-1].stop + 2)

    def _titled(self, token: Token) -> tuple[int, str] | None:
        """`Chỉ thị A về X gắn với thực hiện B`: the title of A ties it to B."""
        if token.cue is None or token.cue.form != "with" or not self.chain:
            return None
        last = self.chain[-1]
        reference = self.reading.references[last.place]
        inside = reference.title_span is not None and reference.title_span.start < token.start <= reference.stop + 2
        return (last.node, "name") if inside and reference.number is not None else None
