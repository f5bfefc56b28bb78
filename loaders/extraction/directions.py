"""What a sentence says of a document by where another stands: the letter that orders it, the act it rests on.

Read are `chỉ đạo của BODY về triển khai A (tại Công văn B)`, where B carries A out; `BODY ban hành A. Trên cơ sở đó,
BODY ban hành B`, where B rests on A; `Công văn B ..., trong đó nêu rõ ... A`, where B names A; and what a body has
understood of carrying D out, before what it has done.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import moods, promulgation
from loaders.extraction.adjuncts import FRONT
from loaders.extraction.reading import Link

if TYPE_CHECKING:
    from loaders.extraction.state import Clause

_LETTERS: Final = frozenset({"CV", "CĐ", "TB", "CT", "KH", "HD", "TL"})
_DIRECTION: Final = re.compile(
    r"(?<!\w)(?:chỉ đạo|yêu cầu|hướng dẫn|ý kiến) của [^;:.,“”\"()]{2,80}? (?:về|đối với)(?: việc)?"
    r"(?: tổ chức| tiếp tục| tăng cường| đẩy mạnh)?(?: triển khai| thực hiện| thi hành| quán triệt){1,2}\s*$"
)
_PLACED: Final = re.compile(r"\s*(?:\(\s*)?(?:tại|bằng)\s*|\s*\(\s*")
_OPENS: Final = re.compile(
    r"\W*(?:(?:để|nhằm) )?(?:triển khai |tổ chức )?(?:thực hiện|triển khai|thi hành)"
    r"(?: nghiêm| các| nội dung| ý kiến)*\s*"
)
_THEREON: Final = re.compile(r"\W*(?:trên cơ sở|căn cứ(?: vào)?) (?:đó|này)(?!\w)")
_WHEREIN: Final = re.compile(
    r",\s*trong đó(?: có| cũng| đã)?(?: nêu rõ| nêu| quy định| khẳng định| hướng dẫn| xác định| nhấn mạnh| viện dẫn)+"
    r"(?!\w)[^;:.“”\"]{0,140}"
)
# What a body has understood, before what it has done: `Nhận thức rõ ý nghĩa của việc thực hiện D, X đã ...`.
_MINDFUL: Final = re.compile(
    r"[\W\d]*(?:nhận thức|xác định|ý thức|thấm nhuần)"
    r"(?: (?:rõ|sâu sắc|đầy đủ|được|đúng|đúng đắn|về|vai trò|vị trí|ý nghĩa|tầm quan trọng|mục đích|yêu cầu|trách nhiệm"
    r"|quan trọng|to lớn|và|trong)|,){0,9}(?: của)?(?: (?:việc|công tác))?"
    r"(?: (?:tổ chức|triển khai|thực hiện|thi hành|học tập|quán triệt),?(?: và)?){1,4}"
    r"(?: (?:nghiêm túc|tốt|hiệu quả|có hiệu quả|các|nội dung|những))*\s*"
)
_MINDS: Final = ("nhận thức", "xác định", "ý thức", "thấm nhuần")
_FAR: Final = 700
_NEAR, _CLOSE = 160, 40


def ordered(clause: Clause, node: int, at: int) -> None:
    """`chỉ đạo của UBND tỉnh về triển khai A (tại Công văn B)`: the letter B carries A out.

    Where the sentence opens with that (`Thực hiện chỉ đạo của ... tại B, X ...`), its main clause carries B out.
    """
    reading, last = clause.reading, clause.chain[-1] if clause.chain else None
    if last is None or reading.type_of(node) not in _LETTERS or reading.references[last.place].number is None:
        return
    begin = reading.at(last.place)
    low = max(clause.sentence, begin - _NEAR)
    if clause.fold.find(" của ", low, begin) < 0 or not _PLACED.fullmatch(clause.fold, min(last.stop, at), at):
        return
    direction = _DIRECTION.search(clause.fold, low, begin)
    if direction is None:
        return
    clause.add(node, Link(node, "implements", "name", "chỉ đạo", at), last.node, last.place)
    if reading.own is None and _OPENS.fullmatch(clause.fold, clause.sentence, direction.start()):
        clause.pending = Link(FRONT, "implements", "front", "thực hiện", at)


def thereon(clause: Clause, node: int, index: int, at: int) -> None:
    """`HĐND ban hành A. Trên cơ sở đó, UBND ban hành B`: B rests on A, the act that the sentence before reports."""
    reading, fold = clause.reading, clause.fold
    if reading.own is not None or _THEREON.match(fold, clause.sentence, at) is None:
        return
    if not promulgation.issued(fold[max(clause.sentence, at - 60) : at]) or moods.has(
        fold, clause.sentence, at, moods.UNDONE
    ):
        return
    before = _reported(clause, index)
    if before is not None:
        clause.add(node, Link(node, "basedOn", "front", "trên cơ sở đó", at), *before)


def _reported(clause: Clause, index: int) -> tuple[int, int] | None:
    """Node and place of the one document that the sentence before the clause's reports as issued."""
    reading, fold = clause.reading, clause.fold
    low = max(0, clause.sentence - _FAR)
    end = low + len(fold[low : clause.sentence].rstrip())
    start = max(low, fold.rfind("\n", low, end) + 1, fold.rfind(". ", low, end - 1) + 1)
    places = [i for i in range(max(0, index - 6), index) if start <= reading.references[i].start < clause.sentence]
    first = next((i for i in places if promulgation.issued(fold[max(start, reading.at(i) - 60) : reading.at(i)])), None)
    node = None if first is None else reading.node(first)
    if first is None or node is None or moods.has(fold, start, reading.at(first), moods.UNDONE):
        return None
    alone = places[0] == first and all(reading.references[i].start < reading.references[first].stop for i in places)
    return (node, first) if alone and reading.references[first].number is not None else None


def minded(clause: Clause, at: int) -> Link | None:
    """`Nhận thức rõ ý nghĩa của việc thực hiện D, BODY đã ...`: the main clause tells what the body did for D."""
    fold, start = clause.fold, clause.sentence
    free = clause.reading.own is None and clause.pending is None and not clause.chain
    if not free or at - start > _NEAR or not any(fold.find(word, start, start + _CLOSE) >= 0 for word in _MINDS):
        return None
    told = _MINDFUL.fullmatch(fold, start, at) is not None
    return Link(FRONT, "implements", "front", "thực hiện", at) if told else None


def wherein(clause: Clause, at: int) -> Link | None:
    """`có Công văn B gửi các tỉnh, trong đó nêu rõ ... A`: what the last document of the clause names in its words."""
    last = clause.chain[-1] if clause.chain else None
    if clause.reading.own is not None or last is None or clause.reading.references[last.place].number is None:
        return None
    comma = clause.fold.rfind(", trong đó", max(clause.clause, last.finish), at)
    if comma < 0 or _WHEREIN.fullmatch(clause.fold, comma, at) is None:
        return None
    return Link(last.node, "cites", "speech", "trong đó nêu rõ", at)
