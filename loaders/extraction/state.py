"""The state of the clause machine: what has been read of the clause, and how a statement is noted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from loaders.extraction import abreast, promulgation, provisions
from loaders.extraction.adjuncts import FRONT, Adjuncts
from loaders.extraction.events import Events
from loaders.extraction.reading import ACTS, Link, Statement
from loaders.extraction.sentences import QUOTED
from loaders.extraction.topics import Topic

if TYPE_CHECKING:
    from loaders.extraction.reading import Reading
    from loaders.extraction.sentences import Block
    from loaders.extraction.tokens import Token

ENACTS: Final = frozenset(
    {"amends", "replaces", "repeals", "suspends", "corrects", "consolidates", "promulgates", "guides", "details"}
)
"""What an instrument can do by its own command."""
CHANGES: Final = frozenset({"amends", "replaces", "repeals", "suspends", "corrects"})
"""What an instrument does to another's validity or words."""
FILLS: Final = frozenset({"guides", "details"})
"""What a lower instrument does for a higher one."""
WEAK: Final = frozenset({"điều chỉnh", "bổ sung", "điều chỉnh, bổ sung"})
"""Changes that are made to sums and lists more often than to documents: no list of documents stands under them."""
_ABREAST: Final = frozenset({"guides", "details", "implements"})
MANY: Final = 40
"""More grounds than these in front of one main clause are not kept."""
ISSUED: Final = frozenset({"KH", "CTr", "ĐA", "CL", "KH-kt", "KHÁC", "QC", "QyĐ", "ĐL", "HD"})
"""Types of what is issued with, or approved by, another instrument."""

RULES: Final = frozenset({"QC", "QyĐ", "ĐL"})
"""Types of bodies of rules, which other instruments carry."""
PAPERS: Final = frozenset({"KH", "CTr", "CV", "HD", "TB", "CT", "KL", "QĐ", "TT", "NQ"})
"""Types of what a body issues one beside the other for one purpose."""
ONE_PURPOSE: Final = frozenset({"implements", "continues", "disseminates", "guides", "reviews"})
"""What papers issued together are issued for."""


class Entry(NamedTuple):
    """A document read in the clause: its node, its reference, the link that read it, and where its name ends."""

    node: int
    place: int
    link: Link | None
    finish: int
    stop: int


class Clause:
    """The clause being read: its documents (`chain`), the cue that waits (`pending`), the default (`base`)."""

    def __init__(self, reading: Reading, block: Block, zone: str, base: Link | None) -> None:
        self.reading = reading
        self.fold = reading.fold
        self.block = block
        self.zone = zone
        self.ground = base
        self.base = base
        self.saved: list[tuple[list[Entry], Link | None, int, int]] = []
        self.outside: tuple[list[Entry], Link | None, int, Link | None] | None = None  # the clause about quoted words
        self.sentence = block.body
        self.adjuncts = Adjuncts(reading)
        self.topic = Topic(reading)
        self.events = Events(reading, self.adjuncts)
        self.aims = False  # whether the block says what the instrument is for
        self.changed: int | None = None  # the document whose words the article changes
        self.quoted: int | None = None  # the document whose words the block quotes
        self.quote = block.body  # where the quotation that replaces its words ends
        self.reset(block.body)

    def reset(self, start: int) -> None:
        """A new clause begins at `start`."""
        self.chain: list[Entry] = []
        self.pending: Link | None = None
        self.subject: int | None = None
        self.subject_end = start
        self.clause = start
        self.last = start
        self.acting: Link | None = None
        self.annex = self.muted = False
        self.nobody = False  # whether the clause's subject is an instrument that the text does not give
        self.shared = ""  # parts of the same document that an earlier verb of the row changes
        self.carried: Link | None = None
        self.paired: int | None = None
        self.filled: tuple[Entry, str] | None = None  # the law that a list of documents fills in, and how

    def take(self, index: int) -> None:
        """The clause goes on with a document that stands before the block."""
        reference, node = self.reading.references[index], self.reading.node(index)
        if node is not None:
            self.chain.append(Entry(node, index, self.base, reference.end, reference.stop))

    def push(self, token: Token, node: int, link: Link | None) -> None:
        """The document is read: it is the nearest one now."""
        reference = self.reading.references[token.place]
        self.chain.append(Entry(node, token.place, link, token.end, max(reference.stop, token.end)))
        self.pending = None
        self.shared = ""
        self.last = max(token.end, reference.head_stop if reference.head_stop < reference.stop else token.end)

    def say(self, link: Link, index: int, node: int) -> None:
        """Note that `link.head` does what it does to `node`."""
        if link.rule == "span":
            self.adjuncts.lent.append((index, node, link))
            del self.adjuncts.lent[:-MANY]
        elif link.rule == "pair":
            self.paired = node
            if self.ground is not None:
                self.add(self.ground.head, self.ground, node, index)
        elif link.head == FRONT:
            self.adjuncts.fronted.append((index, node, link))
            del self.adjuncts.fronted[:-MANY]
            if self.ground is not None:
                self.add(self.ground.head, self.ground, node, index)
        elif not link.passive:
            for head in (*self.abreast(link), link.head):
                self.add(head, link, node, index)
            if link.head >= ACTS and self.ground is not None:
                self.add(self.ground.head, self.ground, node, index)

    def abreast(self, link: Link) -> list[int]:
        """The other members of a list that ends in the head: `Thông tư số 1, 2 và 3/2014 hướng dẫn D`.

        Full numbers make a list of subjects where a type word stands once, or a word for several before all of them.
        """
        references, heads = self.reading.references, list[int]()
        if link.rule != "name" or link.head >= ACTS:
            return heads
        place = next((k for k, e in enumerate(self.chain) if e.node == link.head), 0)
        loose: list[int] = []
        for before, after in zip(reversed(self.chain[:place]), reversed(self.chain[1 : place + 1]), strict=True):
            reference = references[before.place]
            if reference.kind == "partial" and reference.completed is not None:
                heads.append(before.node)
                continue
            if link.predicate not in _ABREAST or not abreast.alongside(self.fold, reference, references[after.place]):
                break
            loose.append(before.node)
            if abreast.one_word(self.fold, references[after.place]) or abreast.several(self.fold, reference.start):
                heads += loose
                loose = []
        return heads or self.issued_together(link, place)

    def issued_together(self, link: Link, place: int) -> list[int]:
        """`ban hành Kế hoạch A và Công văn B về triển khai D`: the others that one verb issues for the same."""
        heads = list[int]()
        if self.reading.own is not None or link.predicate not in ONE_PURPOSE:
            return heads
        references = self.reading.references
        while place > 0:
            one, other = references[self.chain[place - 1].place], references[self.chain[place].place]
            named = one.title_span is not None and one.title_span != other.title_span
            if (
                named
                or {one.type, other.type} - PAPERS
                or not promulgation.abreast(self.fold[one.head_stop : other.start])
            ):
                break
            place -= 1
            heads.append(self.chain[place].node)
        at = self.reading.at(self.chain[place].place)
        return heads if promulgation.issued(self.fold[max(self.sentence, at - 60) : at]) else []

    def touch(self, index: int, node: int) -> None:
        """A part of a document that the text cites although it says nothing of the document there."""
        part = self.reading.references[index].provision
        if part is not None:
            self.reading.touched.append((node, part))

    def add(self, head: int, link: Link, tail: int, index: int, *, whole: bool = False) -> None:
        """Note one statement, if head and tail are two things; `whole` says that no part of the tail is meant."""
        if head != tail:
            issues = link.predicate == "promulgates"  # a whole annex: a part of it is what another verb acts on
            part = None if issues or whole else self.reading.references[index].provision
            if part is not None and self.shared and link.predicate in CHANGES:
                part = f"{provisions.inside(part, self.shared)}; {part}"
            sentence, quoted = (self.sentence, self.block.end), self.block.level >= QUOTED
            self.reading.statements.append(
                Statement(head, tail, index, link, part, sentence, len(self.chain), quoted=quoted)
            )

    def settle(self, head: int) -> None:
        """`head` does what the adjunct in front says."""
        for index, node, link in self.adjuncts.fronted:
            if head < ACTS or link.predicate == "implements":
                self.add(head, link, node, index)
        self.adjuncts.settled = True
