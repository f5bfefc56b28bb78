"""Parts of a document cited before it (`điểm a khoản 2 Điều 5`), from the largest down: `Điều 5/khoản 2/điểm a`."""

from __future__ import annotations

import re
from typing import Final

from loaders.extraction.lexicon import pattern

_UNITS: Final = ("phụ lục", "phần", "chương", "mục", "tiểu mục", "điều", "khoản", "điểm", "tiết", "đoạn", "gạch đầu dòng")
_RANK: Final = {unit: i for i, unit in enumerate(_UNITS)}
_SHOWN: Final = {"phụ lục": "Phụ lục", "phần": "Phần", "chương": "Chương", "mục": "Mục", "điều": "Điều"}
_S: Final = " {0,24}"
_VALUE: Final = r"(?:\d{1,3}[a-zđ]{0,2}(?:\.\d{1,3}){0,3}|[ivxl]{1,6}|[a-zđ]\d{0,2}(?:\.\d)?)(?![\w%/])"
_LINK: Final = rf"(?:{_S},{_S}(?:và{_S})?|{_S};{_S}(?:và{_S})?|{_S}và{_S}|{_S}hoặc{_S}|{_S}đến{_S})"
_PART: Final = pattern(
    rf"(?P<unit>tiểu mục|phụ lục|gạch đầu dòng|phần|chương|mục|điều|khoản|điểm|tiết|đoạn) {{1,24}}(?:thứ )?(?:số {{1,9}})?"
    rf"(?P<values>{_VALUE}(?:{_LINK}(?!và |tại |của ){_VALUE}){{0,20}})"
)
_BETWEEN: Final = pattern(
    rf"{_S}(?:(?:,|;)?{_S}(?:(?:và|hoặc|của|tại|thuộc|trong|cùng|ở|kèm theo|ban hành kèm theo) {{1,24}})?)(?:(?:các|những|quy định tại) {{1,24}})?"
)
_LAST: Final = pattern(rf"{_S},?{_S}(?:(?:của|tại|thuộc|trong|theo|ban hành kèm theo|kèm theo|các){_S})?$")
_ONE: Final = pattern(_VALUE)
_RANGE: Final = pattern(rf"({_VALUE}){_S}đến{_S}({_VALUE})")
_ANY: Final = pattern(r"(?<!\w)(?:các {1,24})?(?=(?:tiểu mục|phụ lục|phần|chương|mục|điều|khoản|điểm|tiết|đoạn) {1,24}(?:thứ )?\w)")
WINDOW: Final = 320


def before(folded: str, position: int, text: str | None = None) -> tuple[str, int] | None:
    """The parts cited right before `position` as one string (several joined by `; `), and where they begin."""
    start = max(0, position - WINDOW)
    window = folded[start:position]
    if not re.search(r"\d|\w\W{0,30}$", window[-40:]):
        return None
    for anchor in _ANY.finditer(window):
        parts = _chain(window, anchor.end())
        if parts is not None:
            printed = (text or folded)[start:position]
            return render(parts, printed), start + anchor.start()
    return None


Part = tuple[str, tuple[tuple[int, int], ...], bool]


def _chain(window: str, position: int) -> list[Part] | None:
    """The parts from `position` on, if nothing but they stands between there and the end of `window`."""
    parts: list[Part] = []
    apart = False
    while True:
        match = _PART.match(window, position)
        if match is None:
            return None
        values = tuple(m.span() for m in _ONE.finditer(window, match.start("values"), match.end("values")))
        parts.append((match["unit"], values, apart))
        position = match.end()
        if _LAST.match(window, position):
            return parts
        link = _BETWEEN.match(window, position)
        if link is None or link.end() == position:
            return None
        apart = "và" in link.group() or ";" in link.group() or "hoặc" in link.group()
        position = link.end()


def render(parts: list[Part], printed: str) -> str:
    """`parts` (small before large, as Vietnamese has it) as paths from the largest down."""
    paths: list[str] = []
    for i, (unit, values, _) in enumerate(parts):
        if _holds(parts, i):
            continue
        above = _above(parts, i, printed)
        paths += ["/".join((*above, f"{_name(unit)} {_value(unit, printed[a:b])}")) for a, b in values]
    return "; ".join(dict.fromkeys(paths))


def _holds(parts: list[Part], i: int) -> bool:
    """Whether part `i` only says where a smaller one before it stands."""
    return any(_parent(parts, j) == i for j in range(i))


def _parent(parts: list[Part], i: int) -> int | None:
    rank = _RANK[parts[i][0]]
    for j in range(i + 1, len(parts)):
        unit, _, apart = parts[j]
        if _RANK[unit] < rank:
            return None if apart else j
    return None


def _above(parts: list[Part], i: int, printed: str) -> tuple[str, ...]:
    parent = _parent(parts, i)
    if parent is None:
        return ()
    unit, values, _ = parts[parent]
    a, b = values[0]
    return (*_above(parts, parent, printed), f"{_name(unit)} {_value(unit, printed[a:b])}")


def _name(unit: str) -> str:
    return _SHOWN.get(unit, unit)


def _value(unit: str, printed: str) -> str:
    return printed.upper() if unit in {"phụ lục", "phần", "chương"} else printed
