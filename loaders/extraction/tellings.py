"""What a page lists as told at an event, where the list stands in paragraphs of its own.

`Tại hội nghị, các đại biểu được quán triệt các văn bản sau:` above items, `... triển khai 2 nghị quyết. Cụ thể: A; B`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from loaders.extraction import activities, deeds, moods
from loaders.extraction.lexicon import begins
from loaders.extraction.reading import Link
from loaders.extraction.sentences import PLAIN

if TYPE_CHECKING:
    from loaders.extraction.grammar import Machine
    from loaders.extraction.reading import Reading
    from loaders.extraction.sentences import Block
    from loaders.extraction.tokens import Token

_WHAT: Final = re.compile(
    begins("văn bản|nghị quyết|kết luận|chỉ thị|quy định|luật|nghị định|thông tư|nội dung|chuyên đề") + r"(?!\w)"
)
_NAMELY: Final = re.compile(r"\W*(?:cụ thể|gồm|bao gồm|đó là|trong đó|các văn bản)(?: là| gồm| có)?[^;.:]{0,40}:")
_HEARD: Final = re.compile(r"\W*(?:(?:tại|trong) (?:hội nghị|buổi|lớp)|hội nghị)[^;:.]{0,60} nghe(?!\w)")
_VERB: Final = "học tập|phổ biến|quán triệt|tuyên truyền|giới thiệu|truyền đạt|triển khai|tập huấn"
# What a body has made known, item by item: `Nhà trường đã phổ biến đến giáo viên các văn bản sau:`.
_OPENS: Final = re.compile(
    rf"(?<!\w)(?P<verb>{_VERB})(?:,? (?:và )?(?:{_VERB}|thực hiện))* (?:(?:tới|đến|cho) [^;:.,]{{3,80}} )?"
    r"(?:các|những|một số|nội dung|toàn bộ|\d{1,2})(?: nội dung| nhóm)?(?: các)? "
    r"(?:văn bản|nghị quyết|kết luận|chỉ thị|luật|nghị định|thông tư|quy định)(?!\w)[^;:]{0,160}:$"
    rf"|(?<!\w)(?P<told>phổ biến|quán triệt|tuyên truyền|giới thiệu|truyền đạt)(?:,? (?:và )?(?:{_VERB}))*"
    r"(?: (?:tập trung|chủ yếu|tới|đến|cho|về|vào))*(?: [^;:.,]{3,60})?? (?:các|những|một số|\d{1,2})"
    r" (?:nội dung|chuyên đề|vấn đề)(?: [^;:]{1,60})?:$"
)
_AGAIN: Final = re.compile(
    rf"[\W\d]*(?:[^:;.\n]{{2,60}}: )?(?:{_VERB})(?: nội dung)? "
    r"(?=[^\W\d]+(?: [^\W\d]+)? (?:số |\d)|nghị quyết đại hội|luật )"
)  # the verb once more
_MET: Final = re.compile(begins("họp|hội nghị|buổi|sinh hoạt|lớp|hội đồng|lễ chào cờ") + r"(?!\w)")
_LONGEST: Final = 700


class Telling:
    """Which activity the blocks go on telling of: none until a block says what was made known at an event."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.link: Link | None = None
        self.level: int | None = None  # of the items of the list
        self.begin = 0  # where the words of an item begin that says the verb once more
        self.open = False  # whether a list has been opened and not closed
        self.plain = False  # whether its members may be paragraphs that begin with a document

    def possible(self, block: Block) -> bool:
        """Whether a block that names no document may open a list of what was told."""
        reading = self.reading
        if reading.own is not None or block.end - block.body > _LONGEST:
            return False
        if reading.text[block.end - 1] == ":" and self._opens(block) is not None:
            return True
        held = reading.acts or (reading.gathering is not None and reading.gathering[1] < block.end)
        if not held and _HEARD.match(reading.fold, block.body, block.end) is None:
            return False
        return _WHAT.search(reading.fold, block.body, block.end) is not None

    def carry(self, block: Block, machine: Machine, *, item: bool) -> None:
        """Let `machine` read a block as more of what was told: an item of the list, or what says `Cụ thể: ...`."""
        self.begin = 0
        if self.link is None or self.reading.own is not None:
            return
        again = _AGAIN.match(self.reading.fold, block.body, block.end) if self.open else None
        item = item or again is not None or (self.open and self.plain and self._leads(block))
        self.plain = item
        listed = item and self.open and self.level in {None, block.level}
        self.begin = again.end() if again and listed else 0
        if self.begin:
            machine.sentence = machine.clause = self.begin
        if listed or _NAMELY.match(self.reading.fold, block.body, block.end):
            machine.events.report = machine.events.told = self.link
            self.level = block.level if listed else None

    def _opens(self, block: Block) -> tuple[tuple[int, int], re.Match[str]] | None:
        """The body that has made known what a list below a block names, and the verb that says so."""
        reading = self.reading
        start = max(block.body, reading.fold.rfind(". ", block.body, block.end) + 2)
        verb = _OPENS.search(reading.fold, start, block.end) if reading.own is None else None
        if verb is None or moods.has(reading.fold, start, verb.start(), moods.UNDONE):
            return None
        if (
            verb.lastgroup == "verb"
            and verb["verb"] == "triển khai"
            and _MET.search(reading.fold, start, verb.start()) is None
        ):
            return None  # what is put into effect
        actor = deeds.doer(reading.fold, start, verb.start(), reading.text)
        actor = actor or activities.subject(reading.fold, start, verb.start(), reading.text)
        return None if actor is None else (actor, verb)

    def told(self, found: list[Token]) -> list[Token]:
        """What is to be read of the tokens of a block: not the verb that an item of the list repeats."""
        return [token for token in found if token.start >= self.begin] if self.begin else found

    def note(self, block: Block, machine: Machine) -> None:
        """Remember what the block has told, and whether more is to come."""
        self.link = machine.events.told
        opened = self._opens(block) if self.link is None and self.reading.text[block.end - 1] == ":" else None
        if opened is not None:
            actor, verb = opened
            head = machine.events.act("dissemination", actor, block.body, block.end)
            self.link = Link(head, "disseminates", "report", verb[verb.lastgroup or 0], verb.end())
        if self.link is None:
            self.level = None
        goes_on = self.reading.text[block.end - 1] in ":;," or (self.level is not None and block.level < PLAIN)
        self.plain = self.reading.text[block.end - 1] == ":" or self.plain
        self.open = self.link is not None and (goes_on or self.plain)

    def _leads(self, block: Block) -> bool:
        """Whether a paragraph begins with a document that has a number."""
        reading, place = self.reading, bisect_left(self.reading.starts, block.body)
        if place >= len(reading.references) or reading.references[place].number is None:
            return False
        return not reading.fold[block.body : reading.at(place)].strip(" -+*•")
