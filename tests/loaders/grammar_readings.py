"""What the examples of `data/grammar_words.tsv`, of followers and leaders show: brackets stand around what is read.

`theo [Luật Cây xanh] nhưng ...` says that a law is read there, and that its name ends before `nhưng`.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from loaders.extraction.documents import group
from loaders.extraction.mentions import find
from loaders.extraction.normal import normal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from loaders.extraction.reference import Reference

Places = list[tuple[int, int]]

_BRACKET: Final = re.compile(r"[\[\]]")
_HEAD: Final = "Số: 58/QĐ-VP\nNgày 1 tháng 2 năm 2020\n\nQUYẾT ĐỊNH\nVề việc thưởng cuối năm\n\n"


def marked(example: str) -> tuple[str, Places]:
    """The words of an example, and the places that stand in brackets in it, in order; brackets nest."""
    plain = example.replace("\\n", "\n")
    opened: list[int] = []
    places: Places = []
    for gone, match in enumerate(_BRACKET.finditer(plain)):
        place = match.start() - gone
        if match.group() == "[":
            opened.append(place)
        else:
            places.append((opened.pop(), place))
    return _BRACKET.sub("", plain), sorted(places)


def bracketed(text: str, places: Iterable[tuple[int, int]]) -> str:
    """An example that says that `places` of `text` are read."""
    places = tuple(places)
    ends, starts = Counter(end for _, end in places), Counter(start for start, _ in places)
    signs = ("]" * ends[i] + "[" * starts[i] + text[i : i + 1] for i in range(len(text) + 1))
    return "".join(signs).replace("\n", "\\n")


def _whole(*kinds: str) -> Callable[[Reference], Places]:
    return lambda one: [(one.start, one.end)] if one.kind in kinds or not kinds else []


def _law(one: Reference) -> Places:
    return [(one.title_span.start, one.title_span.end)] if one.title_span and one.type in {"L", "BL", "PL"} else []


def _title(one: Reference) -> Places:
    return [(one.title_span.start, one.title_span.end)] if one.title_span else []


def _issuer(one: Reference) -> Places:
    return [(one.issuer_span.start, one.issuer_span.end)] if one.issuer_span else []


READ: Final[dict[str, Callable[[Reference], Places]]] = {
    "after_law_name": _law,
    "not_in_law_name": _law,
    "after_title": _title,
    "clause_after_title": _title,
    "strong_act": _title,
    "sure_title": _title,
    "title_verb": _title,
    "beside": lambda one: _issuer(one) + _title(one),
    "after_issuer": _issuer,
    "name_runs_on": _issuer,
    "not_in_name": _issuer,
    "modifier": _whole("numbered"),
    "unit": _whole("partial"),
    "after_number": _whole("partial"),
    "anaphor": _whole("anaphor"),
    "speaks": _whole("anaphor"),
    "form": _whole(),
    "not_plan_name": _whole("plan"),
    "carries_out": _whole("plan"),
    "sets_up": _whole("plan"),
    "drafted": _whole("plan"),
    "act_verb": _whole("plan"),
    "not_treaty_name": _whole("named"),
    "after_treaty": _whole("named"),
    "no_law_before": _whole(),
    "never_law_before": _whole(),
    "no_law_after": _whole(),
    "own_verb": _whole("own"),
    "ground": _issuer,
    "followers": _whole(),
    "leaders": _whole(),
}
"""What is read of one reference in the examples of each list or table: a name, a title, a body, all of a mention."""
_OF_PAGE: Final = {"own_verb", "ground"}


def read(name: str, text: str) -> Places:
    """The places that the brackets of an example of the list `name` claim, as `text` is read."""
    head = _HEAD if name == "ground" else ""
    content = normal(head + text).content
    assert content == head + text, "an example in its normal form"
    references = find(content)
    if name in _OF_PAGE:
        grouping = group(content, references)
        own = grouping.own
        references = tuple(one for one in grouping.references if one.kind == "own") if own is not None else ()
    found = {place for one in references for place in READ[name](one)}
    return sorted((start - len(head), end - len(head)) for start, end in found)
