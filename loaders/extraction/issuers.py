"""Issuing bodies as a text names them (`Ban Bí thư khóa XI`, `Chủ tịch Ủy ban nhân dân tỉnh Cao Bằng`)."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from loaders.extraction.deferred import deferred
from loaders.extraction.lexicon import CAPITALS, SMALL, acts, alternatives, listed, pattern, table
from loaders.extraction.normal import fold
from loaders.extraction.unnumbered import PLENUM, numeral
from ontology.model import Value

_ROWS: Final = table("issuers")


def _names(kind: str) -> list[str]:
    """The folded names of a kind; a dash between two fields may stand without its spaces, `và` as a sign."""
    names = [fold(row["name"]) for row in _ROWS if row["kind"] == kind]
    tight = [name.replace(" - ", dash) for name in names if " - " in name for dash in ("-", "- ", " -")]
    signed = [name.replace(" và ", " & ") for name in (*names, *tight) if name.startswith("bộ ") and " và " in name]
    return [*names, *tight, *signed]


_S: Final = " {1,24}"
_FIXED: Final = deferred(rf"(?:{alternatives(_names('fixed'))})(?!\w)")
_OPEN: Final = deferred(rf"(?:{alternatives(_names('open'))})(?!\w)")
_OFFICE: Final = deferred(rf"(?:{alternatives(_names('office'))})(?!\w)")
_FIELDS: Final = alternatives(name.removeprefix("bộ ") for name in _names("fixed") if name.startswith("bộ "))
_FIELD: Final = deferred(rf"(?:sở|phòng|vụ){_S}(?:{_FIELDS})(?!\w)")
_HEAD: Final = deferred(rf"(?:{alternatives(_names('head'))})(?!\w)")
_KINDS: Final = {"fixed": _FIXED, "open": _OPEN, "field": _FIELD, "head": _HEAD}
_GAP: Final = deferred(_S)
_SHORT, _BEGIN = 2, 3  # characters of the shortest name; those that tell most names apart
_PLACE_WORD: Final = pattern(
    r" (?:các )?(?:cấp )?"
    r"(?:tp\.(?=\w)|(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn|thủ đô|đặc khu|khối)(?!\w| ủy| uỷ))"
)
_CAPITALS: Final = f"[{CAPITALS}]"
_NAME: Final = deferred(rf"(?: {{1,2}}| {{0,2}}\n[ ]{{0,24}})(?:{_CAPITALS}[\w&-]{{0,15}}|\d{{1,2}}(?=[ ,.;)\n]))")
_GLUED: Final = deferred(rf"{_CAPITALS}[\w&-]{{0,15}}")  # `TP.HCM`
_JOIN: Final = deferred(rf"(?:(?:,|{_S}-|-|{_S}&|,?{_S}và)[ \n]{{1,24}})(?={_CAPITALS})")
_ABOUT: Final = deferred(r" {1,24}về {1,24}[^;.()\"“”]{3,120}?(?=[;.()”]|, {0,3}ngày| {1,24}ban hành|$)")
_COMMAND: Final = pattern(  # what a `Ban Chỉ huy` is for, in small letters or in capitals
    r" chỉ huy(?:(?: |, ?| ?- ?| và )(?:ứng phó|phòng thủ dân sự|phòng,? ?chống|tìm kiếm|cứu nạn|cứu hộ|thiên tai|lụt"
    r"|bão|cháy,? ?(?:chữa cháy )?rừng|chữa cháy|sự cố)(?!\w))+"
)
_OF_COUNCIL: Final = pattern(r" (?:của )?(?:hội đồng nhân dân|hđnd)(?=(?: các| cấp)? (?:tỉnh|thành phố|huyện|xã))")
_TERM: Final = pattern(
    r"(?: trung ương(?: đảng)?)?,? \(? {0,24}khóa (?P<term>[ivxl]{1,6}|\d{1,2})(?!\w)(?P<close> ?\))?"
)
_TERM_REACH: Final = 150  # the widest gaps before `khóa`
_STOP: Final = pattern(rf" (?:{listed('after_issuer')})(?!\w)")
_NEXT_BODY: Final = pattern(
    r"(?:,(?: và)?| -| và) (?=(?:bộ|ủy ban|ngân hàng|tòa án|viện kiểm|thanh tra|tổng|đài) )|, (?=\w)"
)
_JOINTLY: Final = deferred(rf"liên{_S}(?=bộ(?!\w))")
_NO_SYLLABLE: Final = f"{listed('not_in_name')}|{listed('after_issuer')}"
_SYLLABLE: Final = pattern(
    rf" (?!(?:{_NO_SYLLABLE}|và|tỉnh|thành phố|huyện|quận|xã|phường|thị trấn|khối)(?!\w))[{SMALL}]+(?!\w)"
)
_ACRONYM: Final = deferred(rf"[ \n]{{1,3}}(?:và|-|&)[ \n]{{1,3}}{_CAPITALS}{{2,8}}(?!\w)")
_UNION: Final = pattern(r" (?:hội|đoàn|công đoàn|liên đoàn|liên minh|tổng liên đoàn|mặt trận|hiệp hội)(?!\w)")
_COUNCIL: Final = pattern(r" nhân dân(?!\w)")
_ALONE: Final = pattern(
    r"(?:quốc hội|bộ chính trị|ban bí thư|thủ tướng|thủ tướng chính phủ|trung ương|trung ương đảng)$"
)
_SECRETARIAT: Final = pattern(r"(?:,| và|, và) ban bí thư(?: trung ương(?: đảng)?)?(?!\w)")
_WEEKDAY: Final = deferred(r"(?:Thứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy|[2-7])|Chủ [Nn]hật|Ngày)(?!\w)")
# Provinces, past ones too, whose names are two names with a dash: the second and the first.
_DASHED_NAMES: Final = {
    "VŨNG TÀU": "Bà Rịa", "ĐÀ NẴNG": "Quảng Nam", "HUẾ": "Thừa Thiên", "KON TUM": "Gia Lai", "THÁP CHÀM": "Phan Rang",
}  # fmt: skip
_DASHED: Final = deferred(rf" ?- ?({alternatives(_DASHED_NAMES)})(?!\w)", re.IGNORECASE)
_CENTRE: Final = pattern(r"(?<=[Tt]rung) ương(?!\w)")  # `Đảng ủy các cơ quan Đảng Trung ương`
_MOST_NAMES: Final = 9
_OF_A_BODY: Final = frozenset({"đảng ủy", "đảng bộ", "chi bộ"})
"""What may be of a body with a name of its own: `Đảng ủy Sở Nông nghiệp`."""


class Issuer(Value, frozen=True, gc=False):
    """A body named in a text: where the name ends, how it reads, and the term (`khóa`) in Roman numerals."""

    end: int
    name: str
    term: str | None = None


@cache
def _begins() -> dict[str, tuple[str, ...]]:
    """The kinds of the names, offices among them, that begin with the same characters."""
    names = {kind: _names(kind) for kind in ("fixed", "open", "head", "office")} | {"field": ["sở ", "phòng", "vụ "]}
    kinds = [(kind, name) for kind in (*_KINDS, "office") for name in names[kind]]
    begins = {name[:_BEGIN] for _, name in kinds}
    return {begin: tuple(dict.fromkeys(k for k, name in kinds if begin.startswith(name[:_BEGIN]))) for begin in begins}


def _kinds(folded: str, position: int) -> tuple[str, ...]:
    """The kinds of names that may stand at `position`, told by how the words there begin; none is tried in vain."""
    begins = _begins()
    return begins.get(folded[position : position + _BEGIN]) or begins.get(folded[position : position + _SHORT], ())


def issuer_at(text: str, folded: str, position: int) -> Issuer | None:
    """The body named at `position`; None where no body is named there."""
    if not _kinds(folded, position):  # nor a plenum, nor `liên bộ`, which begin as bodies do
        return None
    joint = _JOINTLY.match(folded, position)
    end = _gathering(folded, position) or _body(text, folded, joint.end() if joint else position)
    if end is None:
        return None
    end = _joint(folded, end)
    term = _TERM.match(folded, end) if folded.find("khóa", end, end + _TERM_REACH) >= 0 else None
    if term:
        opened = "(" in folded[end : term.start("term")]
        end = term.end() if opened or not term["close"] else term.end("term")
    name = tidy(text[position:end])
    return Issuer(end, name, numeral(term["term"]) if term else None)


def _gathering(folded: str, position: int) -> int | None:
    """Where a plenum that is itself named as the issuer ends."""
    match = PLENUM.match(folded, position) if folded.startswith("hội", position) else None
    return match.end() if match and (match["before"] or match["after"]) else None


def _body(text: str, folded: str, position: int) -> int | None:
    """Where one body that begins at `position` ends: offices, then a known body, or a head with its name."""
    end, offices = position, 0
    while offices < 4 and "office" in _kinds(folded, end):
        office = _OFFICE.match(folded, end)
        whole = _FIXED.match(folded, end) if office else None
        if office is None or (whole and whole.end() >= office.end()):
            break
        offices += 1
        gap = _GAP.match(folded, office.end())
        if gap is None:
            return office.end()
        end = gap.end()
    found = _known(text, folded, end)
    if found is None and offices:
        found = _placed(text, folded, _named(text, end - 1) or end - 1)
        return found if found > position else None
    return found


def _known(text: str, folded: str, position: int) -> int | None:
    """The longest of: a whole body, a body that takes a place, a department of a known field, a head with a name."""
    kind, match = "", None
    for name in _kinds(folded, position):
        found = _KINDS[name].match(folded, position) if name in _KINDS else None
        if found is not None and (match is None or found.end() > match.end()):
            kind, match = name, found
    if match is None:
        return None
    if kind == "fixed":
        return _union(text, folded, match) or _shortened(text, match.end())
    if kind == "field":
        return _placed(text, folded, _shortened(text, match.end()))
    if kind == "head":
        return _headed(text, folded, match)
    parent = _known(text, folded, match.end() + 1) if match.group() in _OF_A_BODY else None
    return parent or _placed(text, folded, match.end())


def _union(text: str, folded: str, match: re.Match[str]) -> int | None:
    """Where the name ends of a union whose central body is named: `Ban Chấp hành Trung ương Hội Nông dân Việt Nam`."""
    head = _UNION.match(folded, match.end()) if match.group().endswith(("trung ương", "tw")) else None
    if head is None or not text[head.start() + 1].isupper():
        return None
    return _headed(text, folded, head) or head.end()


def _shortened(text: str, end: int) -> int:
    """Where a name ends whose second half is an abbreviation (`Sở Nông nghiệp và PTNT`)."""
    more = _ACRONYM.match(text, end)
    return more.end() if more else end


def _headed(text: str, folded: str, head: re.Match[str]) -> int | None:
    """A head with its own name: capital words, then a place; `Ban Chỉ đạo ... về ...` takes its subject."""
    if head.group() == "chi nhánh" and (parent := _known(text, folded, head.end() + 1)):
        return _placed(text, folded, parent)
    end = _named(text, head.end())
    if end is None and not text[head.start()].isupper():
        return None
    if head.group() == "ban" and (purpose := _COMMAND.match(folded, head.end())):
        return _placed(text, folded, purpose.end())
    council = (
        _COUNCIL.match(folded, end) if end and folded.endswith(("hội đồng", "ủy ban"), head.start(), end) else None
    )
    end = _placed(text, folded, council.end() if council else end or head.end())
    if head.group().startswith(("ban chỉ đạo", "hội đồng")) and (about := _ABOUT.match(folded, end)):
        return about.end()
    council = _OF_COUNCIL.match(folded, end) if head.group() == "ban" else None
    return _placed(text, folded, council.end()) if council else end


def _named(text: str, position: int) -> int | None:
    """Where a run of capital words, joined by `và`, commas or dashes, ends; None where there is none."""
    end, count = position, 0
    while count < _MOST_NAMES:
        join = _JOIN.match(text, end) if count else None
        match = _NAME.match(text, (join.end() - 1) if join else end)
        if match is None or _STOP.match(fold(text[end : end + 24])):
            break
        begun = fold(text[match.start() : match.start() + 40]).lstrip() if join else ""
        if join and (_another() if "," in join.group() else _document()).match(begun):
            break
        end = match.end()
        count += 1
        end += _small(text, end)
    return end if count else None


@cache
def _another() -> re.Pattern[str]:
    """What begins another body, or another document, after a comma; compiled when such a comma is met."""
    return pattern(rf"(?:{alternatives(_names('head') + _names('open') + _names('office'))}|{acts()})(?!\w)")


@cache
def _document() -> re.Pattern[str]:
    """What begins another document after a conjunction."""
    return pattern(rf"(?:{acts()}|kế hoạch|chương trình|hướng dẫn|quy định|quy chế|đề án) (?:số |\d|này)")


_SMALL: Final = pattern(rf" (?:{listed('name_runs_on')})(?!\w)")


def _small(text: str, position: int) -> int:
    match = _SMALL.match(text, position) or _SYLLABLE.match(text, position)
    return match.end() - position if match else 0


def _placed(text: str, folded: str, position: int) -> int:
    """Where the place after a body ends (`tỉnh Hòa Bình`, `các cấp`, `Hải Phòng`)."""
    end = position
    for _ in range(2):
        word = _PLACE_WORD.match(folded, end)
        if word is None:
            break
        end = word.end()
        glued = _GLUED.match(text, end) if text[end - 1] == "." else None
        end = _place_name(text, glued.end() if glued else end)
    return _place_name(text, end) if end == position else end


def _place_name(text: str, position: int) -> int:
    """Where a run of capital words ends; a line in capitals runs on only into a line in capitals."""
    end = position
    shouted = text[max(0, position - 4) : position].isupper()
    for _ in range(4):
        match = _NAME.match(text, end)
        if (
            match is None
            or "\n\n" in match.group()
            or ("\n" in match.group() and _next_line(text, match, begun=end > position))
        ):
            break
        if _STOP.match(fold(text[end : end + 24])):
            break
        if shouted and "\n" in match.group() and not (match.group().isupper() and _goes_on(text, match)):
            break
        end = match.end()
    centre = _CENTRE.match(text, end)
    if centre:
        return centre.end()
    dashed = _DASHED.match(text, end)
    return (
        dashed.end() if dashed and fold(text[position:end]).strip() == fold(_DASHED_NAMES[dashed[1].upper()]) else end
    )


def _next_line(text: str, match: re.Match[str], *, begun: bool) -> bool:
    """Whether the next line is no part of a name: it begins with an item's number, or in capitals after the name."""
    word = match.group().strip()
    if _WEEKDAY.match(text, match.end() - len(word)):
        return True
    shouted = begun and word.isupper() and not text[max(0, match.start() - 3) : match.start()].isupper()
    return word.isdigit() or shouted


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Whether a line in capitals goes on with a name and does not begin another body."""
    line = fold(text[match.start() : match.start() + 60]).lstrip()
    return not any(kind.match(line) for kind in (*_KINDS.values(), _OFFICE))


def _joint(folded: str, end: int) -> int:
    """Where a list of bodies that issue together ends (`của Bộ Tài chính, Bộ Y tế và Bộ Công an`)."""
    if folded.endswith("bộ chính trị", 0, end) and (both := _SECRETARIAT.match(folded, end)):
        return both.end()
    if folded.startswith(",", end) and _ALONE.search(folded, max(0, end - 24), end):
        return end
    for _ in range(9):
        link = _NEXT_BODY.match(folded, end)
        if link is None:
            break
        more = _FIXED.match(folded, link.end())
        if more is None or more.group().startswith(("đảng", "trung ương", "nhà nước", "chính phủ", "quốc hội")):
            break
        end = more.end()
    return end


def _departments() -> list[str]:
    """The departments and offices below the ministries, as they are usually written."""
    fields = [row["name"].removeprefix("Bộ ") for row in _ROWS if row["name"].startswith("Bộ ")]
    return [f"{head} {field}" for head in ("Sở", "Phòng") for field in fields]


@cache
def _canonical() -> dict[str, str]:
    names = [row["name"] for row in _ROWS]
    return {fold(name): name for name in (*names, *_departments())}


@lru_cache(maxsize=4096)
def tidy(words: str) -> str:
    """A printed name with single spaces and no gap before a comma; a shouted name in the usual letters."""
    name = re.sub(r" ?([,)])", r"\1", re.sub(r"\s+", " ", words.strip(" ,")))
    name = re.sub(r"\( ", "(", name)
    shouted = name.isupper() and len(name) > 7 and not name.startswith(("TW", "T.Ư"))  # `Nghị quyết TW7 KXI`
    return _calm(name) if shouted else name


@cache
def _shout() -> re.Pattern[str]:
    """The known bodies; compiled when the first name in capitals is met, since importing must be quick."""
    return re.compile(alternatives(name for name in _canonical() if name not in {"tỉnh", "thành phố"}))


def _calm(name: str) -> str:
    """A name in capitals as it is usually written: known bodies as the table has them, other words capitalised."""
    low = fold(name)
    parts: list[str] = []
    done = 0
    for match in _shout().finditer(low):
        if (match.start() and low[match.start() - 1].isalnum()) or low[match.end() : match.end() + 1].isalnum():
            continue
        parts += (_capitalised(low[done : match.start()]), _canonical()[match.group()])
        done = match.end()
    return "".join((*parts, _capitalised(low[done:])))


_LOW: Final = deferred(
    r"(?:thành phố|thị xã|thị trấn|tỉnh|huyện|quận|xã|phường|và|khóa|của)(?= \w)|[ivx]{1,6}(?!\w)|\w+"
)
_PLACE_WORDS: Final = frozenset({"tỉnh", "huyện", "quận", "xã", "phường", "và", "khóa", "của"})


def _capitalised(words: str) -> str:
    """Small letters for words of place and term, capitals for Roman numerals, a capital for each other word."""
    return _LOW.sub(_letters, words)


def _letters(match: re.Match[str]) -> str:
    word = match.group()
    if word in {"thành phố", "thị xã", "thị trấn"} or (word in _PLACE_WORDS and match.end() < len(match.string)):
        return word
    return word.upper() if _UPPER.fullmatch(word) else word.title()


_UPPER: Final = deferred(
    r"[ivx]{1,6}|tncs|tntp|lhpn|lhtn|mttq|ccb|ubnd|hđnd|ubmttq|tw|tp|hcm|tphcm"
)  # numerals and acronyms
