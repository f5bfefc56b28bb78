"""The title of an instrument in its own text: what stands after the word for its type, as far as its lines run.

Read are the lines below the type's word, up to the grounds, a rule or the first article.
"""

from __future__ import annotations

import re
from typing import Final

from loaders.extraction import enactors, titles
from loaders.extraction.issuers import issuer_at
from loaders.extraction.lexicon import CAPITALS, SMALL, pattern
from loaders.extraction.reference import LAWS, Draft
from ontology.model import Span

_INK: Final = re.compile(r"\S")
_SHORTEST, _SHORTEST_LAW = 4, 2  # `Luật Giá`
_S: Final = " {0,40}"
_SHOUTED: Final = re.compile(rf"(?<=[{SMALL}]) *\n[ ]*(?=[{CAPITALS}]{{2}}[{CAPITALS}\d ,.-]{{4,90}}\n)")
# What is consolidated, cited right under the title; a title in capitals that a sentence in small letters runs on from.
_NUMBERED_NEXT: Final = re.compile(
    r"\s*\n\s*(?=(?:Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Thông tư|Thông tư liên tịch)"
    r"(?: [^\n]{0,120})? số:? ?\d)"
)
_CALMED: Final = re.compile(
    rf"(?P<title>[{CAPITALS}][{CAPITALS} ,.;:()/\d\n-]{{10,400}}?[{CAPITALS}\d)]) (?=[{CAPITALS}][{SMALL}]+ [{SMALL}])"
)
_FOOTNOTE: Final = re.compile(r"(?:\[\d{1,2}\]|\(\d{1,2}\)|\d{1,2})(?=\s)")  # its mark, on the word for the type
_PLACE: Final = pattern(rf"{_S}của{_S}")
_ABOUT: Final = pattern(rf"[ ]{{0,40}}(?:về{_S}việc|v/v|về)(?:{_S}:)?{_S}")
_LINES: Final = pattern(
    r"\n[ ]*\n|[_=*-]{3}|"
    r"\n[ ]*(?=[-–+*]? ?căn cứ|(?:theo đề nghị|(?-i:Thực hiện |Để )|chương i(?!\w)|điều 1(?!\d)|"
    r"kính gửi|\(|(?-i:I)\. ))|"
    rf"(?<=[{CAPITALS}]) +(?=(?-i:Căn cứ ))|$",
    re.IGNORECASE,
)


def read(draft: Draft, text: str, folded: str, position: int) -> int:
    """Title (and an issuer that the type line names: `CHỈ THỊ CỦA ...`) after the type's word; where they end."""
    if mark := _FOOTNOTE.match(text, position):
        position = mark.end()
    of = _PLACE.match(folded, position)
    issuer = issuer_at(text, folded, of.end()) if of else None
    if of and issuer:
        draft.issuer, draft.issuer_span = issuer.name, Span(of.end(), issuer.end)
        position = issuer.end
    ink = _INK.search(text, position)
    start = ink.start() if ink else len(text)
    about = _ABOUT.match(folded, start)
    start = about.end() if about else start
    end = _LINES.search(text, start, start + 1500)
    stop = end.start() if end else start
    shout = _SHOUTED.search(text, start, stop + 1)
    if shout:
        stop = shout.start()
    named = _NUMBERED_NEXT.search(text, start, stop + 1) if draft.type == "VBHN" else None
    named = named or _CALMED.match(text, start, stop + 1)
    if named:
        stop = named.end("title") if "title" in named.re.groupindex else named.start()
    trailing = enactors.trailing(text, folded, start, stop)
    if trailing:
        stop = trailing[0]
        draft.issuer, draft.issuer_span = trailing[1].name, Span(trailing[0], trailing[1].end)
    if stop - start >= (_SHORTEST_LAW if draft.type in LAWS else _SHORTEST):
        draft.title = titles.words(text[start:stop])
        draft.title_span = Span(start, stop)
    return stop
