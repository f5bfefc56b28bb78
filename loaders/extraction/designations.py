"""What a document without a number is known by: the name of a law, the first words of a plan, a treaty's short name.

Read are a reference's type and title, and the text around it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from loaders.extraction.names import whole_words, words
from loaders.extraction.normal import fold
from loaders.extraction.planends import DECLARED
from loaders.extraction.reference import LAWS
from loaders.extraction.treaties import short_name

if TYPE_CHECKING:
    from loaders.extraction.directory import Name
    from loaders.extraction.reference import Reference

_ASIDE: Final = re.compile(r"\([^()]{1,40}\)|(?<=quốc gia) của việt nam(?= về )")
_MEMBERS: Final = re.compile(r"đoàn(?= (?:tncs|thanh niên))|đảng|đoàn$")  # `Điều lệ Đoàn` is short for the Union's
ROUND: Final = 12
"""So many first words of the name of a plan are compared."""
_SCHEMES: Final = frozenset({"CTr", "ĐA", "KH", "CL"})
_GIVEN: Final = 80
_GAP: Final = 3


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """A short name in its folded form (`loaders.extraction.normal`)."""
    return fold(name)


def name(text: str, reference: Reference) -> Name | None:
    """What an unnumbered document of a folded text is known by: its type and name, for a plan how that begins."""
    if reference.type == "HP":
        return ("HP", ())
    if reference.title is None or reference.title_span is None:
        return None
    if reference.type in LAWS:
        return (reference.type, whole_words(reference.title))
    if reference.type == "ĐL" and (party := _MEMBERS.match(folded(reference.title))):
        return (reference.type, (party.group(),))
    if reference.kind not in {"named", "plan"}:
        return None
    whole = text[reference.start : min(reference.title_span.end, reference.start + 400)]
    return (reference.type, words(_ASIDE.sub(" ", whole))[:ROUND])


def short(text: str, reference: Reference) -> Name | None:
    """The short name that a folded text gives a treaty or scheme in brackets right after its name."""
    if reference.kind in {"plan", "named"} and reference.title_span is not None and reference.type in _SCHEMES:
        given = DECLARED.search(text, reference.title_span.start, reference.stop + _GIVEN)
        near = given is not None and given.start() - reference.stop <= _GAP
        return (reference.type, words(given["name"])) if given and near else None
    if reference.type != "KHÁC" or reference.kind != "named":
        return None
    found = short_name(text, reference)
    return (reference.type, found) if found else None
