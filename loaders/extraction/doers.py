"""What acts in a clause and is no document of it: an adjunct's main clause, a body's activity, the page's instrument.

Read are the words of the sentence before the verb, names and quotations left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import deeds, gaps, moods, passives, promulgation, stocktaking
from loaders.extraction.adjuncts import FRONT
from loaders.extraction.grounds import GROUNDS, OPENING, TITLE
from loaders.extraction.reading import ACTS
from loaders.extraction.subjects import Subjects

if TYPE_CHECKING:
    from loaders.extraction.tokens import Token

_LENT: Final = frozenset({"implements", "disseminates"})
_SPOKEN: Final = 1_500
"""So much of a sentence is looked at for the mood of its verb."""
_FURTHER: Final = re.compile(
    r"\W*(?:ngoài ra|đồng thời|bên cạnh đó|cùng với đó|song song đó|tiếp theo|sau đó)(?!\w)[^;:.]{0,80}?"
    r" (?:còn|cũng|tiếp tục|tiến hành|thực hiện|tổ chức)(?!\w)"
)
_DID: Final = re.compile(r"(?<!\w)(?:đã|vừa)(?!\w)")
_COMING: Final = re.compile(r"(?<!\w)(?:sẽ|dự kiến)(?!\w)")
_BEFORE: Final = 700
"""So far back the sentence before is looked at, for what is yet to be done."""


class Doers(Subjects):
    """Reads verbs whose subject is told outside the clause's documents, or is an activity."""

    def outer(self, token: Token) -> tuple[int, str] | None:
        """A subject that is no document of the clause: an adjunct's, an activity, the instrument the page tells of."""
        assert token.cue is not None
        events, predicate = self.events, token.cue.predicate
        if predicate in _LENT and token.cue.form == "verb" and self.adjuncts.beside(self._begin(), token):
            self.adjuncts.bare_beside(token)
            return FRONT, "span"
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

    def _begin(self) -> int:
        """Where the words begin that follow the last document of the sentence."""
        return max(self.chain[-1].stop, self.sentence) if self.chain else self.sentence

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
        found = events.head(self.sentence, token, self.spoken(token.start), self.clause, self.block.end)
        return found or self._issuer_goes_on(token)

    def _issuer_goes_on(self, token: Token) -> tuple[int, str] | None:
        """`BODY đã ban hành E triển khai D, tổ chức hội nghị quán triệt`: what the body does besides putting E out."""
        assert token.cue is not None
        entry = self.chain[0] if self.chain and self.reading.own is None else None
        if entry is None or token.cue.predicate != "disseminates" or self.reading.asked:
            return None
        if not deeds.goes_on(self.fold, max(self.chain[-1].finish, self.last), token.start):
            return None
        start = self.reading.references[entry.place].start
        issued = promulgation.issued(self.fold[max(self.sentence, start - 60) : start])
        actor = deeds.doer(self.fold, self.sentence, start) if issued else None
        return None if actor is None else (self.events.act("dissemination", actor, self.sentence, token.end), "running")

    def _stock(self, token: Token) -> bool:
        """`sơ kết 3 năm thực hiện A và 3 năm thực hiện B`: the review takes stock of B as well."""
        acting, cue = self.acting, token.cue
        if acting is None or cue is None or acting.head < ACTS or not self.chain:
            return False
        if acting.predicate != "reviews" or cue.predicate != "implements":
            return False
        ends = (self.chain[-1].finish, self.chain[-1].stop, self.last)
        return any(end <= token.start and stocktaking.further_years(self.fold[end : token.start]) for end in ends)

    def _fronted(self, token: Token) -> bool:
        """Whether the verb opens its sentence, or an own text's clause after a semicolon, as an adjunct."""
        if not self.chain:
            led = self.reading.own is None and passives.led(self.fold, self.sentence, token.start, self.block.end)
            return not led and self.adjuncts.fronts(self.sentence, token)
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
        said = gaps.unquoted(" ".join((*words, self.fold[done:end])))
        return f"sẽ {said}" if self._further_plan(end) else said

    def _further_plan(self, end: int) -> bool:
        """`Đoàn sẽ kiểm tra A. Ngoài ra, Đoàn còn (kiểm tra) B`: one more thing that is yet to be done."""
        if not _FURTHER.match(self.fold, self.sentence, end) or _DID.search(self.fold, self.sentence, end):
            return False
        low = max(0, self.sentence - _BEFORE)
        stop = low + len(self.fold[low : self.sentence].rstrip(" \n."))
        begin = max(self.fold.rfind(". ", low, stop), self.fold.rfind("\n", low, stop), low)
        return _COMING.search(self.fold, begin, stop) is not None and not _DID.search(self.fold, begin, stop)
