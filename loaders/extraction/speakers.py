"""The instrument that speaks (`Thông tư này`, `Nay bãi bỏ`), or that the page tells of, as the subject of a verb.

Read are the words between the instrument's name, or the beginning of the clause, and the verb.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import activities, attributes, enacting, gaps, moods, validity
from loaders.extraction.annexes import Annexes
from loaders.extraction.grounds import GROUNDS, TITLE
from loaders.extraction.lexicon import pattern
from loaders.extraction.sentences import ARTICLE, PLAIN, QUOTED
from loaders.extraction.state import CHANGES, ENACTS

if TYPE_CHECKING:
    from loaders.extraction.tokens import Token

# What an opening says the text below is for, behind the body: `(Ủy ban nhân dân tỉnh) ban hành kế hoạch (thực hiện D)`.
_DRAWN_UP: Final = pattern(
    r"(?: xin| trân trọng)?(?: (?:ban hành|xây dựng|lập|đề ra))?(?: (?:kế hoạch|chương trình(?: hành động)?|báo cáo))?"
    r"(?: kết quả| tình hình| việc)?(?: tổ chức)? ?$"
)
_PURPOSES: Final = {
    "KH": frozenset({"implements", "reviews"}),
    "CTr": frozenset({"implements"}),
    "BC": frozenset({"reviews"}),
}
"""By type, what an instrument does about the documents that its opening sentence says it is drawn up for."""
_WITH_THIS: Final = re.compile(r"\W*kèm theo \w+ \w+ này")


class Speakers(Annexes):
    """Reads verbs whose subject is the instrument itself."""

    def _itself(self, token: Token, predicate: str) -> tuple[int, str] | None:
        """The instrument that speaks, or that the page tells of, where it is itself the subject."""
        speaker = self.topic.speaker
        said = "" if speaker is None else self.fold[speaker.at : token.start]
        tells = predicate in CHANGES and enacting.tells_of_itself(said)
        if speaker is not None and (tells or (predicate == "implements" and attributes.aimed(said))):
            return speaker.head, "clause"
        rule = None if self.reading.own is None else self._speaks(token, predicate)
        return None if rule is None or self.reading.own is None else (self.reading.own, rule)

    def _speaks(self, token: Token, predicate: str) -> str | None:
        """The rule by which the instrument itself is the subject: it names itself, commands, or has a title.

        A submission commands nothing: it asks that something be issued.
        """
        if self.reading.own is not None and self.reading.type_of(self.reading.own) == "TTr" and predicate in ENACTS:
            return None
        if self.subject == self.reading.own and self._acts(token.start, predicate):
            return None if enacting.passive(self.fold[max(0, token.start - 8) : token.start]) else "clause"
        if predicate in ENACTS - {"promulgates"} and self._announced(token.start):
            return "clause"
        commands = predicate in ENACTS and self._begins(token.start) and self.zone != GROUNDS
        if commands and (predicate != "promulgates" or self._decides(token)):
            return "enact"
        return "title" if self.zone == TITLE and all(e.node == self.reading.own for e in self.chain) else None

    def _announced(self, start: int) -> bool:
        """`Bộ Tài chính hướng dẫn thi hành D như sau:`: the body that speaks in an opening is the instrument's own."""
        return self._opens(start) and activities.body(self.fold, self._clause_before(start), start)

    def _set_out(self, start: int, predicate: str) -> bool:
        """`Thực hiện C, Ủy ban nhân dân tỉnh báo cáo tổng kết thực hiện D như sau:`: what the text is drawn up for."""
        own = self.reading.own
        if own is None or predicate not in _PURPOSES.get(self.reading.type_of(own), ()) or not self._opens(start):
            return False
        if self.acting is not None and self.acting.head == own and self._joined(start):
            return True
        begin = self._clause_before(start)
        drawn = _DRAWN_UP.search(self.fold, begin, start)
        return drawn is not None and activities.body(self.fold, begin, drawn.start())

    def _opens(self, start: int) -> bool:
        """Whether the verb at `start` stands in a sentence of the text that announces what is below it."""
        if self.zone == TITLE or self.block.level < PLAIN or self.block.level >= QUOTED:
            return False
        end = self.block.end
        return enacting.announces(self.fold[max(start, end - gaps.REACH) : end])

    def _clause_before(self, start: int) -> int:
        return max(self.sentence, *(self.fold.rfind(sign, self.sentence, start) + 1 for sign in ",;"))

    def _acts(self, start: int, predicate: str) -> bool:
        between = enacting.active(self.fold[self.subject_end : start])
        if len(between) > 250 or ";" in between:
            return False
        small = gaps.small(between)
        if small or predicate not in CHANGES:
            return small
        return validity.states(between) or (validity.in_force(between) and not moods.has(between, 0, len(between)))

    def _decides(self, token: Token) -> bool:
        """An instrument issues what its articles or opening say, not what its items tell others to issue."""
        return (
            self.block.level <= ARTICLE
            or self.zone == TITLE
            or bool(_WITH_THIS.match(self.fold[token.end : token.end + 40]))
        )

    def _joined(self, start: int) -> bool:
        return (
            gaps.separates(self.fold[max(self.clause, start - 16) : start])
            or not self.fold[self.clause : start].strip()
        )
