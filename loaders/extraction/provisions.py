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
    *("phụ lục", "bảng", "mẫu số", "mẫu", "phần", "chương", "mục", "tiểu mục", "điều"),
    *("khoản", "điểm", "tiết", "đoạn", "gạch đầu dòng", "số thứ tự"),
)
_RANK: Final = {unit: i for i, unit in enumerate(_UNITS)}
_CAPITAL: Final = {"phụ lục": "Phụ lục", "phần": "Phần", "chương": "Chương", "mục": "Mục", "điều": "Điều"} | {
    "mẫu số": "Mẫu số",
    "mẫu": "Mẫu số",
    "bảng": "Bảng",
}
_UNIT: Final = "|".join(sorted(_UNITS, key=len, reverse=True))
_S: Final = " {0,24}"
_FORM: Final = r"\d{1,3}[a-zđ]?/[a-zđ]{2,12}(?:-[a-zđ0-9]{1,12}){0,3}"  # of a model form: `02/KK-PHAO`
_VALUE: Final = (
    rf"(?:{_FORM}|\d{{1,3}}[a-zđ]{{0,2}}(?:\.\d{{1,3}}){{0,3}}"
    r"|[ivxl]{1,6}[a-d]?(?:-\d{1,2}(?:\.\d{1,2})?)?|[a-zđ]\d{0,2}(?:\.\d)?)(?![\w%/])"
)
_LINK: Final = rf"(?:{_S}[,;]{_S}(?:và(?!\w){_S})?|{_S}(?:và|hoặc|đến)(?!\w){_S})"
_PART: Final = pattern(
    rf"(?P<unit>{_UNIT}):? (?:thứ )?(?:số )?"
    rf"(?P<values>{_VALUE}(?:{_LINK}{_VALUE}){{0,20}})"
)
_TO: Final = pattern(r" đến (?:hết )?")
ASPECT: Final = (
    "các|những|quy định tại|tên(?: của)?|tiêu đề|nội dung|câu (?:dẫn|đầu)|đoạn (?:mở đầu|đầu tiên|đầu|cuối|dẫn)"
)
"""What of a part is meant: `tên khoản 6, đoạn đầu khoản 7`."""
_BETWEEN: Final = pattern(
    rf"{_S}[,;]?{_S}(?:(?:và|hoặc|cùng) )?(?:(?:của|tại|thuộc|trong|ở|vào|kèm theo|ban hành kèm theo) )?"
    rf"(?:(?:{ASPECT}) ){{0,2}}(?:(?:biểu|danh mục|bảng)(?: [^\s;:.()]+){{1,10}}? quy định tại )?"
)
_BESIDE: Final = pattern(
    r"(?<!như)(?: (?:vào|bổ sung))?(?: ngay| liền| kế| tiếp){0,3}(?: phía)? (?:sau|trước) "
    rf"(?:{_UNIT}) (?:thứ )?(?:số )?{_VALUE}"
)  # where an added part is to stand: `khoản 3a vào sau khoản 3 Điều 4`
_APART: Final = re.compile(r";|(?<!\w)(?:và|hoặc)(?!\w)")
_OF: Final = "của|tại|thuộc|trong|theo|ban hành kèm theo|kèm theo|các"
_LISTS: Final = r"(?:theo )?(?:danh mục|biểu|bảng)(?: [^\s,;:.()]+,?){1,24}? (?:được )?(?:ban hành )?kèm theo"
_LAST: Final = pattern(rf"{_S},?{_S}(?:(?:{_OF}|phụ lục(?: danh mục(?: \w+){{1,9}})?){_S}){{0,3}}(?:{_LISTS}{_S})?$")
_NEAR: Final = pattern(rf"(?<!\w){_VALUE}{_S},?{_S}(?:(?:{_OF}){_S}){{0,2}}$|phụ lục danh mục")
_ANNEX: Final = pattern(
    r"(?<!các\s)(?<!một\ssố\s)(?<!những\s)(?P<unit>phụ lục)"
    rf"(?= (?:được )?(?:ban hành |đính )?kèm|{_S}(?:như sau|của|thành|bằng|[.:;,]|$))"
)
_WITH: Final = "kèm theo"
_REMARK: Final = re.compile(r"\([^()/]{6,160}\)\s{0,24}$")
_ONE: Final = pattern(rf"(?P<to>đến)?{_S}(?P<value>{_VALUE})")
_ANY: Final = pattern(rf"(?:{_UNIT})(?= (?:thứ )?\w)")
_SEVERAL: Final = pattern(r"(?<!\w)các $")
_OF_ENDS: Final = ("của", "tại", "thuộc", "trong", "theo", "các")
_LEADING: Final = frozenset({"", *_OF.replace("|", " ").split()})
_VALUE_END: Final = re.compile(r"(?:\d[a-zđ]{0,2}|[ivxl]|(?<!\w)[a-zđ])$")
_VALUE_LAST: Final = frozenset("abcdefghijklmnopqrstuvwxyzđ\n")
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
    if remark := _remark(folded, position):
        return before(folded, remark, text)
    annexed = folded[max(0, position - _ENDING) : position].rstrip().endswith(_WITH)
    near = annexed or (_may_cite(folded, position) and _NEAR.search(folded, _value_at(folded, position), position))
    if not near:
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


def after(folded: str, position: int, text: str) -> tuple[str, int] | None:
    """The parts that begin at `position` as one string, and where they end: the same read from the left."""
    parts, end = _row(folded, text, position)
    return (render(tuple(parts)), end) if parts else None


def beside(folded: str, position: int) -> int | None:
    """Where the words end that say beside what an added part is to stand: `(bổ sung) vào sau khoản 2 các khoản ...`."""
    match = _BESIDE.match(folded, position)
    return None if match is None else match.end()


def _remark(folded: str, position: int) -> int | None:
    """Where what a bracket remarks on a part begins: `khoản 1 Điều 4 (quy định về phí) Thông tư A`."""
    if folded[max(0, position - _ENDING) : position].rstrip()[-1:] != ")":
        return None
    match = _REMARK.search(folded, max(0, position - 170), position)
    return None if match is None else match.start()


def _may_cite(folded: str, position: int) -> bool:
    """Whether the words before `position` end as a part does that is cited: a quick look before the grammar's."""
    window = folded[max(0, position - _REACH) : position]
    tail = window.rstrip(" ,")
    if not tail or tail.endswith(_OF_ENDS):
        return True
    valued = tail[-1] in _VALUE_LAST or tail[-1].isdecimal()
    return (valued and _VALUE_END.search(tail, len(tail) - 3) is not None) or "danh" in window


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
    parts, end = _row(window, printed, position, passed)
    last = _LAST.match(window, end) if parts else None
    if last is None:
        return None
    return [*parts, Part("phụ lục", ("",), apart=False)] if "phụ lục" in last.group() else parts


def _row(window: str, printed: str, position: int, passed: set[int] | None = None) -> tuple[list[Part], int]:
    """The parts that stand in a row from `position` on, and where the last one ends."""
    parts: list[Part] = []
    apart = ranged = listed = False
    end = position
    while (match := _PART.match(window, position) or _ANNEX.match(window, position)) is not None:
        if passed is not None:
            passed.add(position)
        unit = " ".join(match["unit"].split())
        values: tuple[str, ...] = ("",)
        if match.lastgroup == "values":
            low, high = match.span("values")
            values = _values(printed[low:high], window[low:high])
        apart = apart or (listed and unit == "phụ lục" and parts[-1].unit == "điều")  # `Điều 8, Phụ lục VI`
        if ranged and parts and parts[-1].unit == unit:
            values = (*_between(parts[-1].values[-1], values[0]), *values)
        parts.append(Part(unit, values, apart))
        end = match.end()
        if window.startswith((" vào", "  "), end) and (beside := _BESIDE.match(window, end)):
            end = beside.end()
        to = _TO.match(window, end) if window.startswith((" đến", "  "), end) else None
        link = to or _BETWEEN.match(window, end)
        if link is None or link.end() == end:
            break
        ranged, apart, listed = to is not None, _APART.search(link.group()) is not None, "," in link.group()
        position = link.end()
    return parts, end


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
    if not above:
        return part
    return "; ".join("/".join((*_larger(above, path), path)) for path in part.split("; "))


def _larger(above: list[str], path: str) -> list[str]:
    """Of the steps `above` those that are larger than what `path` begins with; articles are numbered through."""
    rank = _rank(path.split("/", maxsplit=1)[0])
    return [] if rank == _RANK["điều"] else [step for step in above if _rank(step) < rank]


def _rank(step: str) -> int:
    """How large a part is: 0 for an annex, the largest."""
    unit = step.lower()
    return _RANK[unit] if unit in _RANK else _RANK.get(unit.rsplit(" ", 1)[0], 0)


def _parent(parts: Sequence[Part], i: int) -> int | None:
    """The larger part in which part `i` stands: the next one to the right, unless a conjunction parts them."""
    for j in range(i + 1, len(parts)):
        if _RANK[parts[j].unit] < _RANK[parts[i].unit]:
            return None if parts[j].apart else j
    return _parent_before(parts, i)


def _parent_before(parts: Sequence[Part], i: int) -> int | None:
    """The larger part named before part `i`: `Điều 5, khoản 2, điểm a`; `khoản 2 Điều 7 và khoản 3`, of one article."""
    if _RANK[parts[i].unit] <= _RANK["điều"]:
        return None
    left = next((j for j in range(i - 1, -1, -1) if _RANK[parts[j].unit] < _RANK[parts[i].unit]), None)
    if left is None or len(parts[left].values) > 1:
        return None
    own = left > 0 and _RANK[parts[left - 1].unit] > _RANK[parts[left].unit]  # it ends a path: `khoản 2 Điều 7`
    return left if own == parts[i].apart else None


def _above(parts: Sequence[Part], parents: list[int | None], i: int) -> tuple[str, ...]:
    parent = parents[i]
    if parent is None:
        return ()
    return (*_above(parts, parents, parent), _named(parts[parent], parts[parent].values[0]))


def _named(part: Part, value: str) -> str:
    return f"{_CAPITAL.get(part.unit, part.unit)} {value}".strip()
