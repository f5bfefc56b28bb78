"""Documents in the name of another (`Kế hoạch A về X theo B`): where a name goes on, and what it says of them.

Read are the words between the name that goes on and the document in it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import attributes
from loaders.extraction.adjuncts import FRONT
from loaders.extraction.grounds import BODY, GROUNDS
from loaders.extraction.reading import LAWS, Link

if TYPE_CHECKING:
    from loaders.extraction.state import Clause

_STATUTES: Final = LAWS | {"ĐL", "KHÁC"}
"""Types whose names have no ground in them: `thực hiện Luật A theo Hướng dẫn B`, `Hiệp định A theo Hiệp định B`."""
_SCHEMES: Final = frozenset({"ĐA", "CTr", "KH-kt"})
_LEFT: Final = re.compile(r"\s?,\s[^,;]{20,}")


def nested(clause: Clause, at: int) -> bool:
    """Whether the document stands inside the name of the one before it."""
    if not clause.chain:
        return False
    if clause.zone != GROUNDS and attributes.ruled(clause.fold[max(clause.last, at - 60) : at]):
        return False  # of a ground all is its name: `Căn cứ A về việc thu phí theo quy định tại B;`
    last = clause.chain[-1]
    if last.link is not None and last.link.head == FRONT and _LEFT.match(clause.fold, last.stop, at):
        return False  # the adjunct is over: `Thực hiện A về X, Sở Y đề nghị ... theo B`
    return any(at < e.stop for e in clause.chain) or attributes.adjoins(clause.fold[last.finish : at])


def within(clause: Clause, node: int, at: int) -> Link | None:
    """Inside the name of another, a document after `theo` is that one's ground; else nothing is said of it."""
    outer = clause.chain[-1].node
    if outer in clause.reading.plans and clause.reading.type_of(node) in LAWS and clause.zone == BODY:
        return clause.base  # `các cơ quan ban hành quy chế theo Luật B`
    left = clause.fold[max(0, at - 40) : at]
    if outer == clause.reading.own or clause.reading.type_of(outer) in _STATUTES or not attributes.by(left):
        return None
    scheme = clause.reading.grouping.documents[outer]
    if scheme.number is None and scheme.type in _SCHEMES and clause.reading.type_of(node) == "QĐ":
        return None  # `Đề án “X” theo Quyết định D`: D says which scheme is meant
    return Link(outer, "cites" if attributes.in_spirit(left) else "basedOn", "name", "theo", at)
