"""Grounds: what the first words of a clause of a preamble say of the documents that follow."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction.deferred import deferred
from loaders.extraction.lexicon import alternatives, table
from loaders.extraction.reading import Link

if TYPE_CHECKING:
    from loaders.extraction.reading import Reading
    from loaders.extraction.sentences import Block

TITLE, GROUNDS, OPENING, BODY = "title", "grounds", "opening", "body"
BODIES: Final = frozenset({OPENING, BODY})
_LEAD: Final = deferred(
    r"[\W\d]*(?!căn cứ (?:vào |theo )?(?:các |những )?(?:quy định|hướng dẫn|nội dung|văn bản|nội dung quy định)"
    r"(?: pháp luật)? (?:trên|nêu trên|nói trên|viện dẫn))"  # no document is named yet
    r"(?:(?P<basedOn>(?:căn cứ|căn cứ vào|căn cứ theo|trên cơ sở|theo(?= (?:nghị|luật|pháp|quyết|chỉ"
    r"|thông|kết)))(?!\w))"
    r"|(?P<cites>(?:xét|theo đề nghị|theo đề xuất|sau khi|được sự|theo ý kiến)(?!\w))"
    r"|(?P<implements>(?:(?:để|nhằm|tiếp tục) )?(?:tổ chức )?(?:triển khai thực hiện|thực hiện"
    r"|triển khai thi hành|triển khai|thi hành|cụ thể hóa|thể chế hóa)(?!\w)))"
)
_BEGINS: Final = frozenset(("că", "tr", "th", "xé", "sa", "đư", "để", "nh", "ti", "tổ", "cụ"))
"""What a ground begins with: `căn cứ`, `trên cơ sở`, `theo`, `xét`, `sau khi`, `được sự`, `để`, `nhằm`, `tiếp tục`."""
_GROUP: Final = deferred(
    r".*?;\s*(?:và |cùng )?(?:(?:các|những) )?"
    rf"(?:{alternatives(row['word'] for row in table('types') if row['role'] in {'act', 'plan', 'letter'})})"
    r"(?: [^;:.“”]{2,90}?)?\s*:?\s*(?:số\s*:?\s*)?",
    re.DOTALL,
)
_FAR: Final = 130
_SAID: Final = deferred(  # a main clause of its own: `..., Sở Y tế đã có Công văn`
    r".*,\s[^,;:.]{3,120}? (?:đã|vừa|mới)(?: kịp thời| chủ động| tham mưu)? (?:ban hành|có|ra|ký|gửi|phát hành)\s*",
    re.DOTALL,
)
_REST: Final = deferred(
    r"(?<!\w)(?:đã|vừa|đang|sẽ|yêu cầu|báo cáo|đề nghị|như sau|ban hành|xây dựng)(?!\w)"
)  # words of a main clause
_AT_ONCE: Final = 12  # `Thực hiện nội dung` before its document
_PUTS_OUT: Final = ("ban hành", " có", " ra", " ký", " gửi", "phát hành")  # the last words of that


def introduces(gap: str) -> bool:
    """`; các nghị quyết của Hội đồng nhân dân tỉnh: số` between the grounds of a list that are named by groups."""
    return len(gap) < _FAR and _GROUP.fullmatch(gap) is not None


def unfinished(reading: Reading, link: Link, block: Block, high: int) -> bool:
    """Whether the ground of `link` has no main clause in its block: a list goes on, or `Thực hiện Kế hoạch A về X.`.

    The references before `high` stand before its end; an item is a task, and no ground.
    """
    end, last = block.end, max(0, high - 1)
    mark = reading.text[end - 1]
    if mark != "." or block.body != block.start or len(reading.fold[link.at : reading.at(last)].strip()) > _AT_ONCE:
        return mark in ";,"
    return _REST.search(reading.fold, reading.references[last].start, end) is None


def outrun(base: Link | None, fold: str, at: int) -> Link | None:
    """`base`, or that the text only names what its main clause tells: `Thực hiện chỉ đạo của Bộ, Sở Y tế đã có D`."""
    if base is None or base.rule != "ground":
        return base
    gap = fold[base.at : at]
    told = gap.rstrip().endswith(_PUTS_OUT) and _SAID.fullmatch(gap) is not None
    return base._replace(predicate="cites", rule="cite", cue="") if told else base


def ground(reading: Reading, position: int) -> Link | None:
    """What the words at `position` of a preamble say of the documents that follow; None where they open no ground."""
    if reading.own is None:
        return None
    first = reading.fold[position : position + 2]
    if first not in _BEGINS and first[:1].isalpha():
        return None
    match = _LEAD.match(reading.fold, position)
    if match is None or match.lastgroup is None:
        return None
    return Link(reading.own, match.lastgroup, "ground", match.group(match.lastgroup), match.end())
