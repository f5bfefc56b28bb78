"""Bare words for a type (`để triển khai chỉ thị, ...`): which document of the text such a word stands for."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from loaders.extraction.deferred import deferred
from loaders.extraction.lexicon import begins
from loaders.extraction.typenames import ACT, INSTRUMENT, code_of

if TYPE_CHECKING:
    from loaders.extraction.reading import Reading

_LOOKED_BACK: Final = 100
"""So many mentions before the word are looked at."""
_TOLD: Final = rf"(?:{ACT}|đề án|chiến lược)"
"""What a bare word stands for: an act, or a scheme, of which a page seldom tells two."""
_LISTED: Final = deferred(rf"\s+(?P<word>{_TOLD})(?: của (?P<body>[^;:.,“”()]{{3,60}}))?\s*,")
_BY: Final = 150
"""So near a document the body is named that it is said to be of."""
_ALONE: Final = deferred(
    r"\s+(?:(?:tốt|có hiệu quả|hiệu quả|nghiêm túc|nghiêm|thắng lợi|đầy đủ|kịp thời|toàn diện|(?:các |những )?nội dung"
    r"|(?:các |những )?(?:mục tiêu|chỉ tiêu|nhiệm vụ)|tinh thần|của|,)\s+){0,4}"
    rf"(?P<word>{_TOLD})"
    r"(?=\s+(?:đề ra|đã đề ra|cùng|này|trên|nêu trên|đến|tới|cho|tại|trong|ở|vào|trên địa bàn|bằng|theo|từ|một cách"
    r"|và (?:việc|công tác|tình hình|kết quả))(?!\w)"
    r"|\s*[,.;]|\s*$)"
)
_ENDS: Final = deferred(
    r"(?:hành động )?(?:của [^;:.,“”]{3,60}? )?(?:tổ chức |triển khai |thực hiện |có hiệu quả )*"
    rf"(?:(?<=triển khai )|(?<=thực hiện ))(?P<word>{ACT})(?: này| trên)?\W*"
)
_TAKEN: Final = deferred(
    r"[\W\d]*(?:[^;:.]{2,60}, )?(?:ngay )?sau khi(?: được| có)?(?: (?:tiếp thu|nhận|học tập|tiếp nhận"
    r"|nghiên cứu)(?: được)?)?"
    rf"(?: các)? (?P<word>{ACT})(?: (?:được ban hành|ra đời|có hiệu lực|của [^;:.,]{{2,60}}))?,"
)
_BARE: Final = deferred(
    begins("thực hiện|triển khai|quán triệt|học tập|phổ biến|tuyên truyền") + r" (?:nghị quyết|chỉ thị|kết luận|luật"
    r"|nghị định|thông tư|quyết định|đề án|chiến lược)"
    r"(?=[,.;]| (?:này|trên|đến|tới|cho|tại|trong|ở|vào|bằng|với|của)(?!\w))"
)
_SOON: Final = 400
_NEAR: Final = 1_200
"""A word in small letters stands for a document that was named so near before."""
_DID: Final = deferred(r"(?<!\w)(?:đã|vừa)(?!\w)[^.;:,]{0,60}$")
_CLAUSE: Final = 90
_OURS: Final = deferred(
    r"\s+(?:việc\s+|quá trình\s+)?(?:(?:tổ chức|triển khai|thực hiện)\s+){0,3}"
    rf"(?P<word>{INSTRUMENT})\s+với(?!\w)"
)


def possible(reading: Reading, start: int, end: int) -> bool:
    """Whether a page's paragraph, which names no document, may say what was done about one by a bare type word."""
    return reading.own is None and _BARE.search(reading.fold, start, min(end, start + _SOON)) is not None


def fronted(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """What a bare type word means after the verb `start:end` of an adjunct: `Để triển khai chỉ thị, ...`."""
    match = _LISTED.match(reading.fold, end)
    found = None if match is None else _only(reading, code_of(match["word"]), start)
    if match is None or found is None or match["body"] is None:
        return found
    reference = reading.references[found[0]]
    near = reading.fold[max(0, reference.start - _BY) : min(start, reference.end + _BY)]
    return found if match["body"] in near else None


def named(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """What a bare type word at `start` means, written with a capital, of which no name follows before `end`."""
    match = _ALONE.match(reading.fold, start, end)
    if match is None:
        return None
    found = _only(reading, code_of(match["word"]), start)
    if found is None or reading.text[match.start("word")].isupper():
        return found
    near = match.start("word") - reading.references[found[0]].start < _NEAR and reading.own is None
    return found if near and _DID.search(reading.fold, max(0, start - _CLAUSE), start) else None


def inside(reading: Reading, index: int) -> tuple[int, int] | None:
    """What the bare word that ends a plan's name means: `Chương trình hành động thực hiện nghị quyết`."""
    reference = reading.references[index]
    span = reference.title_span
    match = None if span is None else _ENDS.fullmatch(reading.fold, span.start, span.end)
    return None if match is None else _only(reading, code_of(match["word"]), reference.start)


def taken(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """What a bare type word means in `Sau khi nhận Chỉ thị, ...`, `Sau khi có Kết luận, ...`, which opens a clause."""
    match = _TAKEN.match(reading.fold, start, end)
    return None if match is None else _only(reading, code_of(match["word"]), match.start("word"))


def ours(reading: Reading, start: int) -> bool:
    """Whether the word after `start` is the text's own instrument: `Gắn việc thực hiện Kế hoạch với D`."""
    own = reading.own
    match = None if own is None else _OURS.match(reading.fold, start)
    return own is not None and match is not None and code_of(match["word"]) == reading.type_of(own)


def _only(reading: Reading, kind: str, at: int) -> tuple[int, int] | None:
    """The last reference before `at` and the node of the one document of a type named so far; None where several."""
    references = reading.references
    last = bisect_left(reading.starts, at)
    before = [i for i in range(max(0, last - _LOOKED_BACK), last) if references[i].type == kind]
    nodes = {reading.node(i) for i in before} - {None}
    node = nodes.pop() if len(nodes) == 1 else None
    return None if node is None else (before[-1], node)
