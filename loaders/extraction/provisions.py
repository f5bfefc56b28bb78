"""Parts cited before a document (`điểm a khoản 2 Điều 5`), as paths from the largest down (`Điều 5/khoản 2/điểm a`)."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from loaders.extraction.lexicon import pattern
from ontology.model import Value

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNITS: Final = (
    *("phụ lục", "mẫu số", "mẫu", "phần", "chương", "mục", "tiểu mục", "điều"),
    *("khoản", "điểm", "tiết", "đoạn", "gạch đầu dòng", "số thứ tự"),
)
_RANK: Final = {unit: i for i, unit in enumerate(_UNITS)}
_CAPITAL: Final = {"phụ lục": "Phụ lục", "phần": "Phần", "chương": "Chương", "mục": "Mục", "điều": "Điều"} | {
    "mẫu số": "Mẫu số",
    "mẫu": "Mẫu số",
}
_UNIT: Final = "|".join(sorted(_UNITS, key=len, reverse=True))
_S: Final = " {0,24}"
_FORM: Final = r"\d{1,3}[a-zđ]?/[a-zđ]{2,12}(?:-[a-zđ0-9]{1,12}){0,3}"  # of a model form: `02/KK-PHAO`
_VALUE: Final = (
    rf"(?:{_FORM}|\d{{1,3}}[a-zđ]{{0,2}}(?:\.\d{{1,3}}){{0,3}}|[ivxl]{{1,6}}|[a-zđ]\d{{0,2}}(?:\.\d)?)(?![\w%/])"
)
_LINK: Final = rf"(?:{_S}[,;]{_S}(?:và(?!\w){_S})?|{_S}(?:và|hoặc|đến)(?!\w){_S})"
_PART: Final = pattern(
    rf"(?P<unit>{_UNIT}) (?:thứ )?(?:số )?"
    rf"(?P<values>{_VALUE}(?:{_LINK}{_VALUE}){{0,20}})"
)
_TO: Final = pattern(r" đến (?:hết )?")
_BETWEEN: Final = pattern(
    rf"{_S}[,;]?{_S}(?:(?:và|hoặc|của|tại|thuộc|trong|cùng|ở|vào|kèm theo|ban hành kèm theo) )?"
    r"(?:(?:các|những|quy định tại) )?"
)
_BESIDE: Final = pattern(
    rf" vào (?:ngay )?(?:phía )?(?:sau|trước) (?:{_UNIT}) (?:thứ )?{_VALUE}"
)  # where an added part is to stand: `khoản 3a vào sau khoản 3 Điều 4`
_APART: Final = re.compile(r";|(?<!\w)(?:và|hoặc)(?!\w)")
_OF: Final = "của|tại|thuộc|trong|theo|ban hành kèm theo|kèm theo|các"
_LAST: Final = pattern(rf"{_S},?{_S}(?:(?:{_OF}|phụ lục(?: danh mục(?: \w+){{1,9}})?){_S}){{0,2}}$")
_NEAR: Final = pattern(rf"(?<!\w){_VALUE}{_S},?{_S}(?:(?:{_OF}){_S}){{0,2}}$|phụ lục danh mục")
_ONE: Final = pattern(rf"(?P<to>đến)?{_S}(?P<value>{_VALUE})")
_ANY: Final = pattern(rf"(?:{_UNIT})(?= (?:thứ )?\w)")
_SEVERAL: Final = pattern(r"(?<!\w)các $")
_OF_ENDS: Final = ("của", "tại", "thuộc", "trong", "theo", "các")
_LEADING: Final = frozenset({"", *_OF.replace("|", " ").split()})
_VALUE_END: Final = re.compile(r"(?:\d[a-zđ]{0,2}|[ivxl]|(?<!\w)[a-zđ])$")
_STOPS: Final = (". ", ":", "(", "\n")  # none of them stands between parts that are cited together
_WINDOW: Final = 320
_REACH: Final = 64
_ENDING: Final = 28
_WIDEST: Final = 40


class Part(Value, frozen=True, gc=False):
    """Parts of one kind that are cited together: `khoản 1, 2 và 3`. `apart` says that a conjunction stands before."""

    unit: str
    values: tuple[str, ...]
    apart: bool


def before(folded: str, position: int, text: str | None = None) -> tuple[str, int] | None:
    """The parts cited right before `position` as one string (several joined by `; `), and where they begin."""
    if not _may_cite(folded, position) or not _NEAR.search(folded, _value_at(folded, position), position):
        return None
    start = max(0, position - _WINDOW)
    start = max(start, *(folded.rfind(stop, start, position) + 1 for stop in _STOPS))
    window, printed = folded[start:position], (text or folded)[start:position]
    passed: set[int] = set()
    for anchor in _ANY.finditer(window):
        place = anchor.start()
        if place in passed or (place and ((char := window[place - 1]).isalnum() or char == "_")):
            continue
        parts = _chain(window, printed, place, passed)
        if parts is not None:
            several = _SEVERAL.search(window, max(0, place - _ENDING), place)
            return render(tuple(parts)), start + (several.start() if several else place)
    return None


def _may_cite(folded: str, position: int) -> bool:
    """Whether the words before `position` end as a part does that is cited: a quick look before the grammar's."""
    window = folded[max(0, position - _REACH) : position]
    tail = window.rstrip(" ,")
    return tail.endswith(_OF_ENDS) or not tail or _VALUE_END.search(tail, len(tail) - 3) is not None or "danh" in window


def _value_at(folded: str, position: int) -> int:
    """Where the last word before `position` begins that does more than lead to a document, as `của` and `theo` do."""
    low, stop = max(0, position - _REACH), position
    if "danh" in folded[low:position]:
        return low  # `phụ lục danh mục ...`
    while (place := folded.rfind(" ", low, stop)) >= 0:
        if folded[place + 1 : stop].strip(",\n") not in _LEADING:
            return place + 1
        stop = place
    return low


def _chain(window: str, printed: str, position: int, passed: set[int]) -> list[Part] | None:
    """The parts from `position` on, if nothing but they stands between there and the end of `window`.

    Where they begin is added to `passed`: if these run to no end, those from the second on do not either.
    """
    parts: list[Part] = []
    apart = ranged = False
    while (match := _PART.match(window, position)) is not None:
        passed.add(position)
        low, high = match.span("values")
        values = _values(printed[low:high], window[low:high])
        unit = " ".join(match["unit"].split())
        if ranged and parts and parts[-1].unit == unit:
            values = (*_between(parts[-1].values[-1], values[0]), *values)
        parts.append(Part(unit, values, apart))
        position = match.end()
        if beside := _BESIDE.match(window, position):
            position = beside.end()
        if last := _LAST.match(window, position):
            return [*parts, Part("phụ lục", ("",), apart=False)] if "phụ lục" in last.group() else parts
        to = _TO.match(window, position)
        link = to or _BETWEEN.match(window, position)
        if link is None or link.end() == position:
            return None
        ranged, apart = to is not None, _APART.search(link.group()) is not None
        position = link.end()
    return None


@lru_cache(maxsize=4096)
def _values(printed: str, folded: str) -> tuple[str, ...]:
    """The single values of `1, 2 và 4 đến 6`, ranges written out."""
    values: list[str] = []
    for match in _ONE.finditer(folded):
        value = printed[match.start("value") : match.end("value")]
        if match["to"] and values:
            values += _between(values[-1], value)
        values.append(value)
    return tuple(values)


def _between(first: str, last: str) -> tuple[str, ...]:
    """The numbers between two, themselves left out; nothing where they are no numbers or too far apart."""
    if not (first.isdigit() and last.isdigit()) or not 0 < int(last) - int(first) <= _WIDEST:
        return ()
    return tuple(str(n) for n in range(int(first) + 1, int(last)))


@lru_cache(maxsize=4096)
def render(parts: tuple[Part, ...]) -> str:
    """`parts` (small before large, as Vietnamese has it) as paths from the largest down."""
    parents = [_parent(parts, i) for i in range(len(parts))]
    paths: list[str] = []
    for i, part in enumerate(parts):
        if i not in parents:
            above = _above(parts, parents, i)
            paths += ["/".join((*above, _named(part, value))) for value in part.values]
    return "; ".join(dict.fromkeys(paths))


def inside(outer: str, part: str) -> str:
    """Parts that an item names under one that names the larger part: `khoản 2` under `Điều 5` is `Điều 5/khoản 2`."""
    paths = [path.split("/") for path in outer.split("; ")]
    common = list(takewhile(lambda step: all(p[step] == paths[0][step] for p in paths), range(min(map(len, paths)))))
    above = [paths[0][step] for step in common]
    if not above or not above[0].startswith("Điều"):
        return part
    return "; ".join("/".join((*_larger(above, path), path)) for path in part.split("; "))


def _larger(above: list[str], path: str) -> list[str]:
    """Of the steps `above` those that are larger than what `path` begins with."""
    unit = path.split("/", maxsplit=1)[0].rsplit(" ", 1)[0].lower()
    rank = _RANK.get(unit, 0)
    return [step for step in above if _RANK[step.rsplit(" ", 1)[0].lower()] < rank] if rank > _RANK["điều"] else []


def _parent(parts: Sequence[Part], i: int) -> int | None:
    """The larger part in which part `i` stands: the next one to the right, unless a conjunction parts them."""
    for j in range(i + 1, len(parts)):
        if _RANK[parts[j].unit] < _RANK[parts[i].unit]:
            return None if parts[j].apart else j
    return None


def _above(parts: Sequence[Part], parents: list[int | None], i: int) -> tuple[str, ...]:
    parent = parents[i]
    if parent is None:
        return ()
    return (*_above(parts, parents, parent), _named(parts[parent], parts[parent].values[0]))


def _named(part: Part, value: str) -> str:
    return f"{_CAPITAL.get(part.unit, part.unit)} {value}".strip()
