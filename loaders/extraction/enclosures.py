"""The letter in brackets that ends an order: `UBND tỉnh yêu cầu các sở rà soát theo A (Công văn số B)`.

The page tells what B says: what the sentence names, B names, and what an adjunct in front carries out, B carries out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import activities, moods
from loaders.extraction.normal import fold
from loaders.extraction.reading import Link

if TYPE_CHECKING:
    from loaders.extraction.state import Clause

_LETTERS: Final = frozenset({"CV", "CĐ", "TB", "CT", "KH", "HD", "QĐ"})
_OPENED: Final = re.compile(r"\(\s*(?:(?:ban hành )?(?:tại|theo|kèm theo) )?$")
_CLOSED: Final = re.compile(r"[^()]{0,80}\)[\s.;]*")
_ORDER: Final = re.compile(
    r"(?<!\w)(?:yêu cầu|đề nghị|giao|chỉ đạo|có ý kiến(?: chỉ đạo)?|lưu ý|đôn đốc|hướng dẫn|đồng ý|thống nhất"
    r"|chấp thuận|cho phép|thông báo(?: ý kiến| kết luận)?|truyền đạt)(?!\w)"
)
_AIMED: Final = re.compile(r"(?<!\w)(?:về|về việc)(?: tổ chức)?(?: triển khai| thực hiện| thi hành){1,2}(?: các)?\s*$")
_SOON: Final = 60
_UNDONE: Final = ("planned", "denied")
_NEAR: Final = 900


def read(clause: Clause, node: int, index: int, at: int) -> None:
    """Note what the letter `node`, met at `at`, does to what its sentence names, if it ends an order in brackets."""
    reading, text = clause.reading, clause.fold
    reference = reading.references[index]
    if reading.own is not None or not clause.saved or reference.number is None:
        return
    if reading.type_of(node) not in _LETTERS or not _OPENED.search(text, max(clause.sentence, at - 24), at):
        return
    close = _CLOSED.match(text, max(reference.end, reference.head_stop), clause.block.end)
    ends = close is not None and (close.end() == clause.block.end or "." in close.group() or "\n" in close.group())
    order = _given(clause, at)
    if not ends or order is None or not _same(reading.grouping.documents[node].issuer, text[slice(*order)]):
        return
    for entry in clause.chain:
        if entry.link is None and entry.node != node and reading.at(entry.place) > order[1]:
            begin = reading.at(entry.place)
            aimed = _AIMED.search(text, max(order[1], begin - _SOON), begin)
            said = (
                Link(node, "implements", "name", "thực hiện", at)
                if aimed
                else Link(node, "cites", "speech", "yêu cầu", at)
            )
            clause.add(node, said, entry.node, entry.place)
    if clause.adjuncts.fronted:
        clause.settle(node)
    if reading.topic is None:
        reading.topic, reading.topic_at = node, at


def _given(clause: Clause, at: int) -> tuple[int, int] | None:
    """The span of the body that gives an order before `at`."""
    text, low = clause.fold, max(clause.sentence, at - _NEAR)
    begin = clause.adjuncts.begin(low)
    order = _ORDER.search(text, begin, at)
    if order is None:
        return None
    actor = activities.actor_of(text, begin, at, clause.reading.text) or activities.subject(text, begin, order.start())
    if actor is None or actor[1] > order.start() or moods.has(text, actor[1], order.start(), _UNDONE):
        return None
    if text.endswith((" không ", " chưa "), actor[1], order.start()):
        return None
    return actor


def _same(issuer: str | None, actor: str) -> bool:
    """Whether the letter is that of who orders: where it has no other issuer."""
    return issuer is None or fold(issuer) == actor.strip()
