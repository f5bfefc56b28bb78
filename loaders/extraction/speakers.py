"""The instrument that speaks (`Thông tư này`, `Nay bãi bỏ`), or that the page tells of, as the subject of a verb.

Read are the words between the instrument's name, or the beginning of the clause, and the verb.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import activities, attributes, enacting, gaps, moods, validity
from loaders.extraction.annexes import Annexes
from loaders.extraction.grounds import GROUNDS, TITLE
from loaders.extraction.sentences import ARTICLE, PLAIN, QUOTED
from loaders.extraction.state import CHANGES, ENACTS

if TYPE_CHECKING:
    from loaders.extraction.tokens import Token

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
        if self.zone == TITLE or self.block.level < PLAIN or self.block.level >= QUOTED:
            return False
        end = self.block.end
        if not enacting.announces(self.fold[max(start, end - gaps.REACH) : end]):
            return False
        comma = self.fold.rfind(",", self.sentence, start)
        return activities.body(self.fold, self.sentence if comma < 0 else comma + 1, start)

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
