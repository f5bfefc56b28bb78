"""Relations: what a text says that one document does to another, read by a stack parser block by block."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, Final

from loaders.extraction import activities, attributes, consolidated, notes, occasions, parts, passives, typewords
from loaders.extraction.alterations import Alterations
from loaders.extraction.assemble import Stated, assemble
from loaders.extraction.grammar import Machine
from loaders.extraction.grounds import BODIES, BODY, GROUNDS, TITLE, ground, unfinished
from loaders.extraction.leads import Leads
from loaders.extraction.orders import Orders
from loaders.extraction.printed import Printed
from loaders.extraction.quotations import Quotations
from loaders.extraction.reading import Link, Reading
from loaders.extraction.sentences import ARTICLE, PLAIN, QUOTED, Block, blocks
from loaders.extraction.tellings import Telling
from loaders.extraction.tokens import tokens
from loaders.extraction.zones import detached, zones

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaders.extraction.documents import Grouping
    from loaders.extraction.reading import Statement

__all__ = ["Stated", "read"]

_SOON: Final = 300
_AIMS: Final = re.compile(r"mục (?:đích|tiêu)(?:,? (?:và )?(?:mục tiêu|yêu cầu|quan điểm|ý nghĩa|chung|cụ thể))*\W*")
_LISTED: Final = re.compile(
    r"(?:(?:các |những )?(?:căn cứ|cơ sở)(?: (?:pháp lý|chính trị|xây dựng|ban hành|lập|để xây dựng|thực hiện))*"
    r"(?:,? (?:và )?(?:pháp lý|chính trị|thực tiễn))*(?: (?:kế hoạch|chương trình|đề án|phương án|quy chế|dự án))?)\W*"
)
_HEADINGS: Final = ("mục ", "căn ", "cơ ", "các ", "những ")  # what those two begin with
_LEARNS: Final = re.compile(r" tổ chức (?:đợt )?(?:nghiên cứu|học tập|quán triệt|tuyên truyền|phổ biến)(?!\w)")
_SITS: Final = re.compile(
    r" (?:đã |vừa )?họp(?= (?:phiên|triển khai|bàn|cho ý kiến|đánh giá|trực tuyến|giao ban|thường kỳ))"
)
_HEADLINES: Final = 600
_STOPS: Final = '.:;!”"'
_SIGNED: Final = re.compile(r"(?:số|sô) ?: ?[\w/.-]{3,40}")  # the number of another head or foot, and no citation
_LABEL: Final = 48
_SUFFERED: Final = re.compile(
    r"(?:được|bị|đã được) (?:thay thế|bãi bỏ|hủy bỏ|sửa đổi|bổ sung)[^;:.]{0,40}(?:bởi|bằng|theo|tại) "
)
_FEW: Final = 3
_LEAST: Final = 4
_PAGE: Final = 4_000
_CARRIER: Final = ("kèm theo", "tại", "của", "trong")  # the last words before what carries the part that is named
_BESIDE: Final = " \n\t'\"“”‘’(),.:;!?/-–…"


def read(grouping: Grouping) -> Stated:
    """The relations and activities that the text of `grouping` states, and the documents that stand."""
    if not grouping.references:
        return Stated(grouping.documents)
    reading = Reading(grouping)
    principal = consolidated.principal(reading)
    if principal is not None:
        reading.own = reading.principal = principal
    unbroken = ((r.start, max(r.end, r.head_stop)) for r in reading.references if r.kind != "plan")
    found = blocks(reading.text, unbroken)
    marks = zones(reading, found)
    walk = Walk(reading)
    walk.gather(found)
    for block, zone in zip(found, marks, strict=True):
        walk.block(block, zone)
    if principal is not None:
        consolidated.opening(reading, found, marks)
        notes.read(reading, found)
    return assemble(reading)


class Walk:
    """Goes through the blocks of a text; keeps the cues of open lists and the change that an article makes."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.starts = [r.start for r in reading.references]
        self.passed = 0  # the references before this block
        heads = (r.start for r in reading.references if r.kind == "own" and r.number_span is not None)
        # What stands above the letterhead is the page's; a consolidated text bears its number at its foot, and an annex
        # without its instrument says by its own title what it is: `DANH MỤC VĂN BẢN BÃI BỎ`.
        self.detached = detached(reading)
        self.head = next(heads, 0) if reading.principal is None and not self.detached else 0
        self.leads = Leads(reading, detached=self.detached)
        self.telling = Telling(reading)
        self.printed = Printed(reading)
        self.quotations = Quotations(reading)
        self.orders = Orders(reading)
        self.change: tuple[int, Statement] | None = None
        self.alterations = Alterations(reading)
        self.titled: dict[int, Statement] = {}  # what the title says is amended
        self.aims: int | None = None  # level of the heading under which the aims stand
        self.listed: int | None = None  # level of the heading under which the grounds are listed
        self.quoted: consolidated.Quotation | None = None  # what a note quotes
        self.broken: consolidated.Quotation | None = None  # what a note has quoted that its page broke off
        self.grounds: Link | None = None  # what the ground before says, where its list goes on in a new line
        self.named: int | None = None  # the reference that the cell before begins with

    def block(self, block: Block, zone: str) -> None:
        """Read one block."""
        asks = self.orders.enter(block) if self.orders.waits() else self.orders.link
        self.read(block, zone, asks)
        if self.printed.possible:
            self.printed.announced(block)
        if self.orders.left or self.quotations.told is not None or self.reading.text[block.end - 1] == ":":
            self.orders.leave(block)
            self.quotations.note(block)

    def read(self, block: Block, zone: str, asks: Link | None) -> None:
        """Read one block; `asks` is what it tells of the documents it names, where a document's wishes are listed."""
        reading = self.reading
        if block.level != PLAIN or self.leads.link or self.change or self.alterations.outer:
            self.leave(block)
        if self.printed.node is not None or reading.principal is not None:
            zone = self.zone(block, zone)
        self.heading(block, zone)
        low = self.passed = bisect_left(self.starts, block.start, self.passed)
        high = bisect_left(self.starts, block.end, low)
        if low == high and self.idle(block, zone, low):
            if self.change or block.level == ARTICLE:
                self.alter(block, len(reading.statements))
            return
        item = low < high and self.item(block, low)
        own, speaker, said = reading.own, self.speaker(block, zone), len(reading.statements)
        reading.own = own if self.quoted is None else speaker
        words = self.quotations.enter(block)
        base = self.base(block, zone, low, high) or asks or self.quotations.cited(block)
        reading.own = speaker
        machine = Machine(reading, block, zone, base)
        machine.quoted = words
        self.cell(block, machine)
        machine.changed, machine.aims = self.amended(), self.aims is not None
        self.telling.carry(block, machine, item=item)
        machine.run(self.telling.told(tokens(reading, block, range(low, high))))
        reading.own = own
        self.telling.note(block, machine)
        if item and reading.references[low].number is not None:
            self.named = low
        self.leads.note(block, machine, self.level(block), range(low, high))
        for statement in reading.statements[said:]:
            changes = self.alterations.goes_on(block, statement)
            if changes and statement.head == reading.own and zone in BODIES and not self.carries(statement):
                self.change = (self.level(block), statement)
            if zone == TITLE and statement.head == reading.own and statement.predicate == "amends":
                self.titled[statement.tail] = statement
        self.alter(block, said)

    def alter(self, block: Block, said: int) -> None:
        """Which parts a block changes; an article that names no document goes on with the only one of the title."""
        told = self.reading.statements[said:]
        if not told and self.change is None and block.level != ARTICLE:
            return
        if self.change is None and block.level == ARTICLE and not told and (only := self.only()) is not None:
            self.change = (ARTICLE, only) if parts.may_change(self.reading.fold, block) else None
        change = self.change[1] if self.change else None
        self.reading.statements[said:said] = self.alterations.read(block, change, told)

    def idle(self, block: Block, zone: str, low: int) -> bool:
        """Whether nothing is to be read in a block that names no document, with the adjuncts above a page away."""
        carried = self.reading.carried
        if carried and block.start > self.reading.references[carried[-1][0]].stop + _PAGE:
            carried.clear()
        near = low < len(self.starts) and self.starts[low] - block.end <= _SOON
        if carried or (near and self.leads.possible(block, zone)):
            return False
        told = self.reading.own is None and self.telling.possible(block)
        return not (told or (low > 0 and typewords.possible(self.reading, block.body, block.end)))

    def cell(self, block: Block, machine: Machine) -> None:
        """What begins a cell of a table is said of the document in the cell before: `Được thay thế bởi B`, its name."""
        place, self.named = self.named, None
        if place is not None and (
            _SUFFERED.match(self.reading.fold, block.body) or attributes.names_cell(self.reading, place, block.body)
        ):
            machine.take(place)

    def zone(self, block: Block, zone: str) -> str:
        """The zone of a block for whoever speaks there: an instrument that a page prints, one that a note quotes."""
        reading = self.reading
        if self.printed.node is not None:
            reading.own = self.printed.node
            return self.printed.zone(block)
        self.quote(block)
        grounded = self.quoted is not None and (self.grounds or ground(reading, block.body)) is not None
        return GROUNDS if grounded else zone

    def leave(self, block: Block) -> None:
        """Forget the lists and changes that end before this block."""
        self.leads.leave(block)
        if self.change and block.level <= self.change[0]:
            self.change = None
        self.alterations.leave(block)

    def level(self, block: Block) -> int:
        """The level of a block; a paragraph stands where the heading or item above it does."""
        return min(block.level, self.leads.under) if block.level == PLAIN else block.level

    def quote(self, block: Block) -> None:
        """Note whose words an editor's note quotes from here on, and where they have ended.

        A note of grounds is broken off by an article, and goes on at the foot of the next page.
        """
        if self.quoted and block.start >= self.quoted.end:
            self.broken = self.quoted if self.quoted.broken else self.broken
            self.quoted = None
        low, high = bisect_left(self.starts, block.start), bisect_left(self.starts, block.end)
        quoted = consolidated.quoting(self.reading, block, range(low, high))
        if quoted is not None:
            self.quoted, self.broken = quoted, None
        elif self.broken and not self.quoted and low < high and block.start < self.broken.end + _PAGE:
            link = ground(self.reading, block.body) if block.level % QUOTED == PLAIN else None
            if link is not None and self.starts[low] - link.at < _LEAST:
                self.quoted = self.broken._replace(end=block.end, broken=False)

    def carries(self, statement: Statement) -> bool:
        """Whether a changed instrument carries the annex that the same verb changes: the parts are of the annex."""
        change = None if self.change is None else self.change[1]
        return change is not None and change.tail in self.reading.plans and statement.link == change.link

    @cached_property
    def events(self) -> list[tuple[int, int]]:
        """Where events are named in the text."""
        return occasions.named(self.reading.fold)

    def heading(self, block: Block, zone: str) -> None:
        """Note whether aims or grounds of the instrument stand under a heading: `I. MỤC ĐÍCH, YÊU CẦU`."""
        if self.aims is not None and block.level <= self.aims:
            self.aims = None
        if self.listed is not None and block.level <= self.listed:
            self.listed = None
        if zone != BODY or not self.reading.fold.startswith(_HEADINGS, block.body):
            return
        if self.listed is None and _LISTED.fullmatch(self.reading.fold, block.body, block.end):
            self.listed = block.level
        if self.aims is None and _AIMS.fullmatch(self.reading.fold, block.body, block.end):
            self.aims = block.level

    def gather(self, found: Iterable[Block]) -> None:
        """Note who holds the event that a page tells of, for what is made known there may be said anywhere.

        A sentence tells it more fully than a headline or the words below a picture.
        """
        reading = self.reading
        if reading.own is None:
            for block in found:
                if not self.events and block.start >= _HEADLINES:
                    return
                gathering = self.gathering(block)
                told = reading.text[block.end - 1] in _STOPS
                if gathering is not None and (told or reading.gathering is None):
                    reading.gathering = gathering
                if told and gathering is not None:
                    return

    def gathering(self, block: Block) -> tuple[tuple[int, int], int, int] | None:
        """Who holds an event, if a block says it, and the sentence that does."""
        reading = self.reading
        first = bisect_left(self.events, (block.body, 0))
        for begin, end in self.events[first : first + _FEW]:
            if end > block.end:
                break
            stop = reading.fold.rfind(". ", block.body, begin)
            start = block.body if stop < 0 else stop + 2
            stop = reading.fold.find(". ", end, block.end)
            stop = block.end if stop < 0 else stop
            actor = activities.held(reading.fold, start, end, reading.text)
            actor = actor or passives.holder(reading.fold, end, min(stop, end + _SOON))
            if actor is not None:
                return actor, start, stop
        if block.start >= _HEADLINES:
            return None
        fold, *near = reading.fold, block.body, min(block.end, block.body + _SOON)
        does = _LEARNS.search(fold, *near) if fold.find(" tổ chức ", *near) >= 0 else None
        if does is None and fold.find("họp ", *near) >= 0:
            does = _SITS.search(fold, *near)  # `Huyện ủy X tổ chức học tập các nghị quyết`: no lead
        actor = activities.subject(reading.fold, block.body, does.start()) if does else None
        return None if actor is None else (actor, block.body, block.end)

    def amended(self) -> int | None:
        """The document whose words an article changes, or the only one that the title says is amended."""
        statement = self.change[1] if self.change else self.only()
        return None if statement is None else statement.tail

    def only(self) -> Statement | None:
        """What the title says is amended, if that is one document."""
        return next(iter(self.titled.values())) if len(self.titled) == 1 else None

    def speaker(self, block: Block, zone: str) -> int | None:
        """Whose words a block gives: what is quoted to replace another's is ruled by the text that is changed.

        What the new words only name is cited by the text that changes it, which names it first.
        """
        own = self.reading.own
        if self.quoted is not None:
            return self.quoted.node
        if own is None or zone != BODY or block.level < QUOTED:
            return own
        amended = self.amended()
        return own if amended is None else amended

    def base(self, block: Block, zone: str, low: int, high: int) -> Link | None:
        """What a document that only stands there is told of: a ground, an item of a list, else a citation."""
        reading = self.reading
        if reading.own is None or block.end < self.head:
            return self.leads.link if reading.own is None and low < high and self.item(block, low) else None
        link = self.ground(block, zone, low, high)
        if self.signed(block) or (reading.principal is not None and consolidated.remarks(reading, block)):
            return None
        if reading.own != reading.grouping.own and self.printed.node is None and zone != BODY and link is None:
            return None
        if zone == GROUNDS and link is not None:
            inherited = ground(reading, block.body) is None  # from the line above
            if inherited or link.predicate != "implements" or unfinished(reading, link, block, high):
                return link
        if low < high and (self.leads.link or self.listed is not None) and self.item(block, low):
            asked = link is not None and link.predicate == "cites"
            listed = link if asked else Link(reading.own, "basedOn", "ground", "căn cứ", block.body)
            return self.leads.link or listed
        return Link(reading.own, "cites", "cite", "", block.body)

    def ground(self, block: Block, zone: str, low: int, high: int) -> Link | None:
        """What the first words of a block say of what it names; of a block without any, what the list above goes on."""
        link = ground(self.reading, block.body)
        if zone == GROUNDS and link is None and low < high:
            before = self.reading.fold[block.body : self.reading.at(low)]
            link = self.grounds if not before.strip() else None
        self.grounds = link if zone == GROUNDS and self.goes_on(block) else None
        return link

    def signed(self, block: Block) -> bool:
        """Whether a block is the number of another head or foot."""
        return (
            block.end - block.start < _LABEL
            and _SIGNED.fullmatch(self.reading.fold, block.start, block.end) is not None
        )

    def goes_on(self, block: Block) -> bool:
        """Whether a list goes on after a block."""
        return self.reading.text[block.end - 1] in ";,"

    def item(self, block: Block, low: int) -> bool:
        """Whether the block is an item that begins with a document, or with the name of a part of one."""
        before = self.reading.fold[block.body : self.reading.at(low)]
        return not before.strip(' \n"“,.:-') or (len(before) < 200 and before.rstrip(_BESIDE).endswith(_CARRIER))
