"""Numbers with their symbols (`49-KL/TW`, `30/2020/NĐ-CP`): where one ends and what its symbol says of the type."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from loaders.extraction.deferred import deferred
from loaders.extraction.lexicon import table
from ontology.model import Value

TYPE_OF_SYMBOL: Final = {row["symbol"]: row["type"] for row in table("symbols")}
_UPPER_TYPE: Final = {symbol.upper(): code for symbol, code in TYPE_OF_SYMBOL.items()}
REPAIR: Final = {row["seen"]: row["meant"] for row in table("repairs")}
_UPPER_REPAIR: Final = {seen.upper(): meant.upper() for seen, meant in REPAIR.items()}
KNOWN: Final = frozenset(TYPE_OF_SYMBOL) | {row["symbol"] for row in table("acronyms")}
_UPPER_KNOWN: Final = frozenset(s.upper() for s in KNOWN)

_CAPITAL: Final = "A-ZĐƯƠÔÂÊĂ"
_LETTER: Final = "A-Za-zĐđƯưƠơÔôÂâÊêĂă0-9"
_GROUP: Final = rf"[{_CAPITAL}][{_LETTER}]{{0,15}}(?: ?& ?[{_CAPITAL}][{_LETTER}]{{0,9}}){{0,2}}"
_GAP: Final = r"[ \n]{0,3}"
_SERIAL: Final = rf"\d{{1,5}}(?:\.\d{{1,3}})?(?:[. ]?[a-eA-Eđ](?={_GAP}[-/]| [A-ZĐ]{{2}}))?"
_HEAD: Final = deferred(rf"{_SERIAL}(?:{_GAP}//?{_GAP}\d{{3,4}}(?!\d))?")
_SEPARATOR: Final = deferred(rf"({_GAP})([-/.])({_GAP})(?={_GROUP})")
_FIRST: Final = deferred(rf"({_GAP})([-/])({_GAP})(?={_GROUP})|( ?)(?=[{_CAPITAL}]{{2}})")
_LETTERS: Final = deferred(_GROUP)
_YEAR_TAIL: Final = deferred(r"/(?:19|20)\d\d(?!\d)")
_TERM: Final = deferred(r"[- ]?(\d{1,2})(?!\d)")
_SPLIT: Final = deferred(r"[-/. \n&]+")
_PARTY: Final = frozenset({"TW", "TU", "HU", "QU", "ThU", "ĐU", "BTGTU", "BTGTW", "BTCTW", "UBKTTW", "VPTW", "HNTW"})
_STATE: Final = frozenset({"TTg", "CP", "UBND", "HĐND", "VPCP", "CTN"})
_CENTRAL: Final = frozenset({"TW", "TU", "TTg", "CP", "UBND", "HĐND"})
_PARTS: Final = deferred(r"(?P<serial>\d{1,5}[a-zđ]?)(?P<year>[-/]\d{4})?[-/]?(?P<symbol>[^\d-].*)")
_PLAIN_GROUP: Final = rf"[-/][{_CAPITAL}][{_LETTER}]{{0,15}}"
_TIGHT: Final = deferred(
    rf"(?P<serial>\d{{1,5}})[a-eđ]?(?:/\d{{4}})?(?:{_PLAIN_GROUP}){{1,5}}"
    rf"(?![\w&]|[ \n]{{0,3}}[-/&]|/\d|\.[{_CAPITAL}]| [{_CAPITAL}]{{1,3}}(?!\w))"
)
_BROKEN: Final = deferred(rf" ([{_CAPITAL}]{{1,3}})(?!\w)")
_DAY_NEXT: Final = deferred(r"[ \n]{1,3}ngày[ \n]{1,3}\d")  # `số 15/SGDĐT -GDMNTH ngày 3/4/2021`: the symbol ends there
_UNIT: Final = deferred(
    rf"(?:[{_CAPITAL}]{{2,5}} ?- ?)?P[A-Z]\d\d(?!\w)"
)  # a department of the police: `KH- CAT- PA03`
_MOST_GROUPS: Final = 6
_NO_SYLLABLE: Final = 8  # so many capitals are no word of a title
_LEAST: Final = 3  # nor so many without a vowel
_VOWELS: Final = frozenset("AEIOUYĂÂÊÔƠƯ")


class Number(Value, frozen=True, gc=False):
    """A number with symbol: its end, the groups of its symbol, and the type the symbol speaks for (None: unknown)."""

    end: int
    groups: tuple[str, ...]
    type: str | None


def number_at(text: str, position: int, *, led: bool = False) -> Number | None:
    """The number with symbol that begins at `position`; None where there is none.

    `led` says that `số` or a list leads to it: then a space may stand for the first separator.
    """
    tight = _TIGHT.match(text, position)
    if tight and (
        known_number := _tight("1" * (tight.end("serial") - position) + text[tight.end("serial") : tight.end()])
    ):
        return Number(position + known_number.end, known_number.groups, known_number.type)
    return _loose(text, position, led=led)


@lru_cache(maxsize=16384)
def _tight(number: str) -> Number | None:
    """A number printed without spaces whose groups are all of the tables: the same wherever it stands.

    Its figures say nothing: it is asked for with ones in their place, and remembered for all with the same symbol.
    """
    whole = _loose(number + " ", 0, led=True)
    return whole if whole and whole.end == len(number) and all(known(g) for g in whole.groups) else None


def _loose(text: str, position: int, *, led: bool) -> Number | None:
    """The number that begins at `position`, with what spaces, breaks and glued words a careless print leaves in it."""
    head = _HEAD.match(text, position)
    if head is None:
        return None
    groups: list[str] = []
    end = head.end()
    while len(groups) < _MOST_GROUPS:
        step = _next_group(text, end, first=not groups, led=led, spaced=" " in text[position:end])
        if step is None:
            break
        group, end = step
        groups.append(group)
    if not groups:
        return None
    tail = _YEAR_TAIL.match(text, end)
    if tail and "/" not in text[position : head.end()]:
        end = tail.end()
    return Number(end, tuple(groups), symbol_type(tuple(groups)))


def _next_group(text: str, end: int, *, first: bool, led: bool, spaced: bool) -> tuple[str, int] | None:
    """The next group of a symbol after `end` and where it stops; None where the symbol ends."""
    gap = (_FIRST if first else _SEPARATOR).match(text, end)
    letters = _LETTERS.match(text, gap.end()) if gap else None
    group = _whole(text, letters) if letters else None
    if gap is None or letters is None or group is None:
        return None
    before, mark, after = gap.group(1) or "", gap.group(2), gap.group(3) or ""
    if mark is None:
        fits = known(group) or (led and text[letters.end() : letters.end() + 1] in {"/", "-"})
    elif mark == ".":
        fits = not (before or after) and (group.upper() in {"Ư", "W", "U"} or known(group))  # `T.Ư`, `QĐ.UB`
    elif mark == "-" and "\n" in before and after:
        fits = spaced and known(group)  # else the next item of a list: `15/QĐ-UBND` `- Quyết định`
    else:
        party = group == "T" and text.startswith(".Ư", letters.end())
        even = bool(before and after) and spaced and not first and (party or sum(c.isupper() for c in group) > 1)
        mixed = not group.isupper() and sum(c.isupper() for c in group) > 1  # `SGDĐT- GDTrH`
        unsaid = group.isupper() and (len(group) >= _NO_SYLLABLE or (len(group) >= _LEAST and not _VOWELS & {*group}))
        even = even or (not before and (mixed or unsaid))  # `TTr- SKHCN`
        even = even or (not first and group.isupper() and _DAY_NEXT.match(text, letters.end()) is not None)
        even = even or (not (before or first) and _UNIT.match(text, letters.start()) is not None)
        fits = not (before or after) or known(group) or (first and mark == "/") or _wrapped(before + after) or even
    return _completed(text, gap.end(), group) if fits else None


def _completed(text: str, start: int, group: str) -> tuple[str, int]:
    """A group with a piece that a space has torn off (`C P`), or with the term of the body (`QH 14`)."""
    stop = start + len(group)
    if not known(group) and (broken := _BROKEN.match(text, stop)) and known(group + broken.group(1)):
        return group + broken.group(1), broken.end()
    if group.upper() in {"QH", "UBTVQH", "TVQH", "HĐNN"} and (term := _TERM.match(text, stop)):
        return group + term.group(1), term.end()
    return group, stop


def _wrapped(gap: str) -> bool:
    """Whether a gap inside a symbol is a line break of the page and no more."""
    return "\n" in gap and len(gap.strip(" ")) == len(gap.replace(" ", ""))


_NEXT_HEAD: Final = deferred(r"(?=ĐOÀN TNCS|ĐẢNG CỘNG SẢN|CỘNG HÒA XÃ|CỘNG HOÀ XÃ)")


def _whole(text: str, letters: re.Match[str]) -> str | None:
    """The group without a word that was glued to it (`CPngày`, `UBCỘNG`); None where it is no symbol at all."""
    group = letters.group()
    if group[-1].isdigit() and group[:-1] in _CENTRAL:
        return group[:-1]  # the mark of a note: `Chỉ thị số 30-CT/TW1`
    head = _NEXT_HEAD.search(text, letters.start() + 1, letters.end() + 1)
    if head is not None:  # of the column beside it
        return text[letters.start() : head.start()]
    glued = letters.end() < len(text) and text[letters.end()].isalpha()
    if not glued and (_acronym(group) or known(group)):
        return group
    for size in range(len(group) - glued, 0, -1):
        if size == 1 and group[1:2].islower():
            break  # `Điều 23-Luật Giá`: the first letter of a word
        if known(group[:size]) and (group[size:].islower() or glued):
            return group[:size]
    capitals = re.match(rf"[{_CAPITAL}&]{{2,15}}(?=[a-zđ]{{3}})", group)
    return None if glued or capitals is None else capitals.group()


def _acronym(group: str) -> bool:
    """Whether a group is written as abbreviations are: no run of four small letters, capitals in half of it or more."""
    small = sum(c.islower() for c in group)
    return small <= 1 or (small * 2 <= len(group) + 1 and not re.search(r"[a-zđươôâêă]{4}", group))


@cache
def known(group: str) -> bool:
    """Whether a group of a symbol is one of the tables, in whatever case."""
    plain = group.upper().replace(" ", "").replace("&", "")
    return plain in _UPPER_KNOWN or plain.rstrip("0123456789") in _UPPER_KNOWN


@lru_cache(maxsize=8192)
def symbol_type(groups: tuple[str, ...]) -> str | None:
    """The type that the groups of a symbol speak for: that of the first group that names one."""
    for i, seen in enumerate(groups):
        group = REPAIR.get(seen, seen).partition("-")[0]
        plain = group.rstrip("0123456789O") if group[:2].upper() in {"QH", "UB", "TV", "PL"} else group
        code = TYPE_OF_SYMBOL.get(group) or TYPE_OF_SYMBOL.get(plain) or _UPPER_TYPE.get(plain.upper())
        if code == "TT" and groups[i + 1 : i + 2] and groups[i + 1].upper() in {"LT", "LB"}:
            return "TTLT"
        if code == "TT" and groups[i + 1 : i + 2] == ("TW",):
            return "TL"
        if code == "CT" and len(groups) == 1:
            return "QĐ"
        if code == "KH" and i:
            return None  # `BCT-KH`, `UBND-KH-TC`: of the department for plans and finance of the body that comes first
        if code:
            return code
    return None


_WEAK: Final = frozenset({"QyĐ", "QC", "HD", "KHÁC", "ĐL", "CL"})


def type_after(word: str | None, groups: tuple[str, ...]) -> str:
    """The type of a number after a type word (its code): the word's, save where the groups of its symbol are surer.

    The symbol of an official letter names who sends it and who drafted it (`UBND-KH`): only its head names a type.
    """
    symbol = symbol_type(groups[:1] if word == "CV" else groups)
    if word == "CV" and (groups[0].upper() == "CT" or (groups[0].upper() == "CP" and len(groups) > 1)):
        return "CV"  # `CT-TTHT`: of a tax department (Cục Thuế); `CP-KTTH`: a letter of the Government
    if word in {None, "CV"}:
        return symbol or "CV"
    if word == "ĐA" and groups[-1:] != groups[:1] and groups[0].upper() == "QĐ":
        return "QĐ"  # `Đề án 417/QĐ-TTg`: the decision on it
    if word in _WEAK and symbol not in {None, "QĐ", *_WEAK}:
        return str(symbol)
    if word in {"TT", "KL", "L"} and symbol in {"TTLT", "TB", "PL"} and not (word == "L" and symbol == "PL"):
        return str(symbol)
    return str(word)


_GLUED: Final = deferred(r"^(PL|NQ|NĐ|QĐ|CT|KL|KH|TT)(?=(?:UBTVQH\d*|UBND|HĐND|CP|TTG|TW|TU)$)")  # `34/2007-PLUBTVQH11`
_BODIES: Final = frozenset({"TTG", "CP", "TW", "TU"})
_YEARLY: Final = frozenset({"NĐ", "TT", "TTLT"})
_RUN_ON: Final = deferred(r"^(\d+)(?=[A-ZĐ]{2})")


@lru_cache(maxsize=8192)
def key(number: str) -> str:
    """A number reduced to what identity depends on: upper case, one separator, misread groups mended."""
    plain = (
        _SPLIT.sub("-", _RUN_ON.sub(r"\1-", number).upper().replace("&", "")).replace("T-Ư", "TW").replace("-TƯ", "-TW")
    )
    return "-".join(_GLUED.sub(r"\1-", _UPPER_REPAIR.get(group, group)) for group in plain.split("-"))


def typed(key: str, code: str) -> str | None:
    """The key of a number that leaves its type out (`281/TTg` for `281/QĐ-TTg`), with it; None for any other."""
    serial, _, body = key.partition("-")
    return f"{serial}-{code.upper()}-{body}" if serial.isdigit() and body in _BODIES else None


def dated(key: str, other: str, code: str) -> bool:
    """Whether `key` is `other` with the year that numbers of decrees and circulars have: `5/2006/NĐ-CP`, `5/NĐ-CP`."""
    serial, _, rest = key.partition("-")
    year, _, symbol = rest.partition("-")
    return code in _YEARLY and len(year) == len("2006") and year.isdigit() and other == f"{serial}-{symbol}"


@lru_cache(maxsize=8192)
def repaired(number: str) -> str | None:
    """A printed number with misread groups mended and its separators where they belong; None where nothing is wrong.

    The Party writes `N-TYPE/BODY`, the State `N/TYPE-BODY`; each is often printed in the other's form.
    """
    parts = _PARTS.fullmatch(number)
    if parts is None:
        return None
    groups = [REPAIR.get(group, group) for group in re.split(r"[-/]", parts["symbol"])]
    symbol = "-".join(groups)
    if len(groups) == 2 and groups[0] in TYPE_OF_SYMBOL and not parts["year"]:
        party = groups[1] in _PARTY
        symbol = "/".join(groups) if party else symbol
        mended = f"{parts['serial']}{'-' if party else '/'}{symbol}"
        return mended if mended != number and (party or groups[1] in _STATE) else None
    mended = (
        number[: parts.start("symbol")]
        + re.sub(
            "|".join(map(re.escape, sorted(REPAIR, key=len, reverse=True))),
            lambda m: REPAIR[m.group()],
            parts["symbol"],
        )
        if any(g in REPAIR for g in re.split(r"[-/]", parts["symbol"]))
        else number
    )
    return mended if mended != number else None


def printed(number: str) -> str:
    """A number as the contract gives it: as printed, without spaces and line breaks."""
    return "".join(number.split())
