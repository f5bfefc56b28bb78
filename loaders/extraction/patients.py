"""What the agent of a passive verb has acted on: `A được sửa đổi bởi B`, `A do B ban hành`.

Read are the documents of the clause before the agent, the likeliest by their types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from loaders.extraction import abreast, agents, gaps
from loaders.extraction.markers import DEPTHS, enclosing
from loaders.extraction.reading import LAWS, PLANS, Link, Statement
from loaders.extraction.state import CHANGES, FILLS, Entry

if TYPE_CHECKING:
    from loaders.extraction.state import Clause

_LINKS: Final = 16
"""What joins the members of a list is no longer than this."""
_HIGH: Final = {"NĐ": {"L"}, "QĐ": {"L", "NĐ"}, "TT": {"L", "NĐ"}, "TTLT": {"L", "NĐ"}, "CT": {"L", "NĐ"}}
"""What acts of each type do not change: an instrument is changed by its equals and by those above it."""
_LOW: Final = frozenset(_HIGH)
_WHOLE: Final = frozenset({"repeals", "replaces", "consolidates"})
"""Changes of a whole document, which a list of documents shares."""
_VERB: Final = 60
"""A passive verb with what leads to its agent is no longer than this."""


def enter(clause: Clause, index: int, node: int) -> bool:
    """A passive cue has met its agent: the agent acts on the nearest document before that it can act on."""
    pending, reading = clause.pending, clause.reading
    assert pending is not None
    if pending.predicate == "promulgates" and reading.type_of(node) in LAWS:
        return False  # `phê duyệt theo quy định của Luật B`
    if guided := _guided(clause, node, pending):
        for entry in guided:
            clause.add(node, pending, entry.node, entry.place)
        clause.touch(index, node)
        return True
    for entry in of(clause, node, pending):
        whole = gaps.whole(clause.fold[pending.at : reading.at(index)])
        clause.add(node, pending, entry.node, entry.place, whole=whole)
        clause.touch(index, node)
        for other in _beside(clause, entry) if pending.predicate in _WHOLE else ():
            if other.node != node:
                clause.add(node, pending, other.node, other.place, whole=True)
        return True
    if not clause.chain and pending.head == reading.own:
        sentence = (clause.sentence, clause.block.end)  # the part cited is the agent's, not the text's own
        unit = agents.on_part(clause.fold, clause.block.body, pending.at)
        part = enclosing(reading.markers, clause.block.start, DEPTHS[unit]) if unit else None
        reading.statements.append(Statement(node, pending.head, index, pending, part, sentence))
        return True
    return False


def _guided(clause: Clause, agent: int, pending: Link) -> list[Entry]:
    """`Điều 4 Luật A và Điều 7 Nghị định B được hướng dẫn bởi C`: C fills in all that the verb stands behind."""
    last = clause.chain[-1] if clause.chain else None
    if pending.predicate not in FILLS or last is None or last.node == agent:
        return []
    between = clause.fold[last.finish : pending.at]
    near = len(between) < _VERB and not any(mark in between for mark in ".;:,()")
    family = clause.reading.family(agent)
    mine = clause.reading.plans | {agent}
    listed = together(clause, last) if near else []
    return [e for e in listed if e.node not in mine and clause.reading.family(e.node) != family]


def _beside(clause: Clause, last: Entry) -> list[Entry]:
    """The documents of a list that ends in `last`, of which no verb has been read: `A, B và C hết hiệu lực khi ...`."""
    references, found = clause.reading.references, list[Entry]()
    place = clause.chain.index(last)
    for before, after in zip(reversed(clause.chain[:place]), reversed(clause.chain[1 : place + 1]), strict=True):
        if before.link is not None or not abreast.alongside(
            clause.fold, references[before.place], references[after.place]
        ):
            break
        found.append(before)
    return found


def together(clause: Clause, last: Entry) -> list[Entry]:
    """`A, B và C`: the documents of the list that ends with `last`, if no cue has read them."""
    found = [last]
    for before in reversed(clause.chain[: clause.chain.index(last)]):
        start = clause.reading.at(found[-1].place)
        if before.link is not last.link or not gaps.separates(
            clause.fold[max(clause.sentence, start - _LINKS) : start]
        ):
            break
        found.append(before)
    return found


def of(clause: Clause, agent: int, pending: Link) -> list[Entry]:
    """The documents that `agent` can have acted on, the likeliest first."""
    reading = clause.reading
    others = [e for e in reversed(clause.chain) if e.node != agent]
    if pending.predicate == "repeals":
        return [e for e in others if e.node == pending.head][:1]
    if pending.predicate == "promulgates":
        return [e for e in others if reading.type_of(e.node) in PLANS][:1]
    family = reading.family(agent)
    alike = [e for e in others if reading.family(e.node) == family]
    if not alike and pending.predicate in CHANGES and family in _LOW:
        return [e for e in others if reading.family(e.node) not in _HIGH[family]][-1:]
    return alike or others[-1:]
