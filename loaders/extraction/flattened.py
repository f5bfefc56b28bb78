"""Texts that a page has flattened to one line, and words that it has run together: where lines and words begin.

Spaces become line breaks, one for one, so that every offset stays; a space that is missing is put in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import syllables
from loaders.extraction.automaton import Automaton
from loaders.extraction.deferred import deferred
from loaders.extraction.eventdays import STORED
from loaders.extraction.letters import codes, kinds, strict, whole
from loaders.extraction.lexicon import CAPITALS
from loaders.extraction.places import every

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONG: Final = 500
_GROUNDED: Final = "Căn cứ "
_GROUNDED_CODES: Final = strict(_GROUNDED)
_TWICE: Final = 2
_MOST: Final = 2_000  # paragraphs that one line is broken into: no instrument has more, and the time stays bounded
_ACT: Final = (
    "Hiến pháp|Luật|Bộ luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Thông tư|Chỉ thị|Kết luận|Quy chế|Điều lệ"
)
_BODY: Final = "HỘI ĐỒNG NHÂN DÂN|[UỦ][ỶY] BAN NHÂN DÂN|CHÍNH PHỦ|THỦ TƯỚNG|BỘ TRƯỞNG|QUỐC HỘI|CHỦ TỊCH|GIÁM ĐỐC"
_PARAGRAPH: Final = deferred(
    rf"(?<=[\w;.,:)\]]) (?=Căn cứ (?:vào |theo |các )?(?:{_ACT})(?!\w))"
    rf"|(?<=[\w.]) (?=(?:{_BODY})[{CAPITALS}\d ,-]{{0,90}} Căn cứ )"
    r"|(?<=[;.,]) (?=(?:Xét|Theo) (?:đề nghị|[Tt]ờ trình|[Bb]áo cáo)(?!\w))"
    r"|(?<=[;.,:]) (?=(?:QUYẾT (?:NGHỊ|ĐỊNH)|NGHỊ ĐỊNH|CHỈ THỊ) ?:)"
    r"|(?<=[;.:”\]]) (?=(?:Điều|Chương|Mục) [\dIVX]{1,4}[.:] )"
    r"|(?<=[;.:”]) (?=(?:\d{1,2}\.|[a-zđ]\)) [A-ZĐ])"
)
# The dateline of a newspaper behind its headline: `... hiệu quả (BTN) - Đảng ủy xã Long Sa vừa tổ chức`.
_LEDE: Final = deferred(rf"(?<=[\w”\"!?…]) (?=\((?P<paper>[A-ZĐ]{{2,6}})\) [-–] [{CAPITALS}][a-zà-ỹđ])")
_NEAR_TOP: Final = 600
_WORDS: Final = tuple(
    tuple(words.split())
    for words in (
        "công văn", "thông tư", "nghị định", "nghị quyết", "quyết định", "chỉ thị", "kết luận", "pháp lệnh", "bộ luật",
        "kế hoạch", "kính gửi", "căn cứ", "hướng dẫn", "thi hành", "ban hành", "thực hiện", "phê duyệt", "sửa đổi",
        "bãi bỏ", "thay thế", "quy định", "dẫn thực", "dẫn thi", "định chi", "việc ban", "việc thực", "việc sửa",
    )
)  # fmt: skip
_GLUED: Final = deferred("|".join(rf"(?<!\w){a}(?={b}(?!\w))" for a, b in _WORDS), re.IGNORECASE)
# A capital inside a word begins the next: `Thực hiệnQuyết định`.
_RUN_ON: Final = deferred(
    r"(?:Quyết định|Nghị định|Nghị quyết|Thông tư|Chỉ thị|Kết luận|Luật|Bộ luật|Pháp lệnh|Chương trình|Kế hoạch|Đề án|"
    r"Bộ|Chính phủ|Thủ tướng|Ủy ban|Hội đồng)(?= )"
)
# A small letter (or who knows what) is 1, a capital that `_RUN_ON` may begin with is 2.
_INSIDE: Final = kinds(whole("islower"), "QNTCKLPBĐU", unknown=1)
# `Nghị định s20/2008/NĐ-CP`: the `ố` is lost. A space is 1, an `s` 2, a figure (or who knows what) 3.
_LOST_KINDS: Final = kinds(" ", "s", "0123456789", unknown=3)
_LOST: Final = deferred(r" s(?=\d{1,5}/(?:(?:19|20)\d\d/)?[A-ZĐ]{2})")
_DAY: Final = deferred(r"ngày(?= \d{1,2}[/-]\d{1,2}[/-]\d{4}(?!\d))")  # `UBNDngày 26/11/2003`
_PROBES: Final = Automaton(a[1:] + b for a, b in _WORDS)
# `ngày18 tháng 2`, `1965của Bộ`: a word's last letter is 1, a figure 2, a word's first letter 3.
_BESIDE_KINDS: Final = kinds("ốygmuỐYGMU", "0123456789", "cvtq")
_BEFORE_NUMBER: Final = frozenset({"số", "ngày", "tháng", "năm", "điều", "điểm"})
_BEHIND_NUMBER: Final = deferred(r"(?:của|về|tháng|quy định)(?!\w)")
_WIDEST: Final = 5


def lines(content: str) -> str:
    """`content` with each long line of grounds and articles broken where a paragraph begins; of the same length.

    So is a line where a headline ends and a newspaper's dateline begins, and behind the day that opens a stored page.
    """
    stored = STORED.match(content)
    if stored is not None:
        content = f"{content[: stored.end()]}\n{content[stored.end() + 1 :]}"
    if b") -" in codes(content) or ") –" in content[:_NEAR_TOP]:
        content = _parted(content)
    if len(content) < _LONG or codes(content).count(_GROUNDED_CODES) < _TWICE:
        return content
    parted = content.split("\n")
    flat = [at for at, line in enumerate(parted) if len(line) >= _LONG and line.count(_GROUNDED) >= _TWICE]
    for at in flat:
        parted[at] = _PARAGRAPH.sub("\n", parted[at], count=_MOST)
    return "\n".join(parted) if flat else content


def _parted(content: str) -> str:
    """`content` with its headline parted from the dateline; `Sở Y tế (SYT) - Sở Tài chính` is none but a short name."""
    for lede in _LEDE.finditer(content, 0, _NEAR_TOP):
        paper = lede["paper"]
        before = content[max(0, lede.start() - 90) : lede.start()].split()[-len(paper) :]
        if "".join(word[0] for word in before).upper() != paper:
            return f"{content[: lede.start()]}\n{content[lede.end() :]}"
    return content


def words(content: str) -> list[tuple[int, int, str]]:
    """The spaces to put into words that are run together: `côngvăn`, `Thực hiệnQuyết định`, `s20/2008/NĐ-CP`."""
    found = [m.end() for m in _GLUED.finditer(content)] if _PROBES.find(content) else []
    lost = (_LOST.match(content, place) for place in every(codes(content).translate(_LOST_KINDS), b"\1\2\3"))
    found += [match.end() for match in lost if match is not None]
    found += [m.start() for m in _DAY.finditer(content) if content[m.start() - 1 : m.start()].isalpha()]
    found += [place for place in _inside(content) if content[place - 1].islower() and _RUN_ON.match(content, place)]
    found += syllables.parted(content)
    found += _beside_numbers(content)
    return [(place, place, " ") for place in sorted(set(found))]


def _beside_numbers(content: str) -> Iterator[int]:
    """Where a space is missing between a number and a word beside it."""
    known = codes(content).translate(_BESIDE_KINDS)
    for place in every(known, b"\1\2"):
        start = place
        while start and place - start < _WIDEST and content[start - 1].isalpha():
            start -= 1
        if content[start : place + 1].lower() in _BEFORE_NUMBER:
            yield place + 1
    for place in every(known, b"\2\3"):
        if _BEHIND_NUMBER.match(content, place + 1):
            yield place + 1


def _inside(content: str) -> Iterator[int]:
    """Where a capital may stand inside a word."""
    return (place + 1 for place in every(codes(content).translate(_INSIDE), b"\1\2"))
