"""One time over a list of tasks: `yêu cầu trong tháng 9/2024 tập trung các việc sau: - Sở A ...; - Giao Sở B ...`.

A sentence that ends with a colon gives its time to all items below it; what it says is laid on each body that an item
begins with, or gives its task to.
"""

from __future__ import annotations

import re
from typing import Final

from loaders.extraction import bodies
from loaders.extraction.marks import between, marks

_ENDS: Final = re.compile(r"[^\n:]{0,60}:[^\S\n]*\n")
_ITEM: Final = re.compile(r"[^\S\n]{0,12}(?:[-+*•–]|\d{1,2}[.)]|[a-zđ]\))[^\S\n]{0,6}")
_MOST: Final = 24  # lines of a list that are looked at
_REACH: Final = 400  # code points of an item


def bodies_below(text: str, folded: str, end: int) -> tuple[str, ...]:
    """The bodies of the items of the list that the sentence which ends near `end` leads in, each once."""
    lead = _ENDS.match(text, end)
    if lead is None:
        return ()
    found: dict[str, None] = {}
    place, lines = lead.end(), 0
    while place < len(text) and lines < _MOST:
        stop = text.find("\n", place)
        stop = stop if stop >= 0 else len(text)
        if text[place:stop].strip():
            item = _ITEM.match(text, place, stop)
            if item is None:
                break
            body = _body(folded, item.end(), min(stop, item.end() + _REACH))
            if body is not None:
                found[" ".join(text[body.start : body.end].split())] = None
            lines += 1
        place = stop + 1
    return tuple(found)


def _body(folded: str, start: int, end: int) -> bodies.Subject | None:
    """The body that an item begins with, or that it begins by giving a task to (`Giao Sở Y tế ...`)."""
    said = marks(folded, start, end)
    led = between(said.commands, start, min(end, start + 24))
    if led and led[0][0] == start:
        return bodies.subject(folded, led[0][1] + 1, end, said)
    return bodies.subject(folded, start, end, said)
