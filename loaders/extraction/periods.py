"""Time expressions of Vietnamese administrative prose: days, months, quarters, spans, recurrence, relative terms.

All patterns read folded text (`loaders.extraction.normal.fold`). `find` says where they stand and what they mean;
whether an act is due then is for `loaders.extraction.duties`.
A quarter, half year or part of a month is given by its last month, as the labelling guideline has it.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from loaders.extraction.automaton import Automaton
from loaders.extraction.wording import either, pattern
from ontology.model import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

DIGITS = {
    "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7,
    "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
UNITS = {"ngày": "D", "tuần": "W", "tháng": "M", "quý": "Q", "năm": "Y", "giờ": "H"}

_ONE = "(?:một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín)"
_WORDS = f"(?:{_ONE} mươi(?: {_ONE})?|mười(?: {_ONE})?|{_ONE})"
_PLAIN = r"\d{1,3}(?![\d.,/-]\d)"
COUNT = rf"(?:{_PLAIN}(?: ?\([^()\n]{{1,24}}\))?|{_WORDS}(?: ?\(\d{{1,3}}\))?)"
LENGTH = rf"(?:{COUNT} ?(?:ngày(?: làm việc)?|tuần|tháng|quý|năm|giờ)(?!\w| (?:đầu|cuối) năm))"

_CUT = r"\s{0,2}[/.-]\s{0,2}"
_YEAR = rf"(?:(?:, ?| )?năm \d{{4}}|{_CUT}\d{{4}})(?!\d)"
_HOUR = r"(?:(?:\d{1,2} ?(?:giờ|h|g)(?: ?\d{1,2})?(?: ?phút|['’])?|\d{1,2}:\d{2})(?: chiều| sáng)?,? ?)"
_FIRST = r"(?:m[ùồ]ng )?"  # `ngày mùng 3`: one of the first ten days
_DAY = (
    rf"(?:(?:ngày )?{_FIRST}\d{{1,2}}(?: tháng \d{{1,2}}(?!\d)(?:{_YEAR})?|{_CUT}\d{{1,2}}{_CUT}\d{{4}}(?!\d)"
    r"|/\d{1,2}(?![\d/]))"
    rf"|ngày \d{{1,2}}[.-]\d{{1,2}}(?![\d.-]))"
)
_PART = either("time_words", "part")
_LIST = r"(?:, ?| và | ?[-–] ?)"
_MONTHS = rf"(?:(?:{_LIST}(?:tháng )?\d{{1,2}}(?!\d)){{1,5}}(?={_YEAR}))?"  # `tháng 6, 7/2024`
_MONTH = rf"(?:{_PART} ){{0,2}}tháng \d{{1,2}}(?!\d){_MONTHS}(?:{_YEAR})?"
_NTH = r"(?:iv|i{1,3}|[1-4])(?!\w)"
_QUARTERS = rf"(?:{_NTH}{_LIST}(?:quý )?(?={_NTH})){{0,3}}"  # `quý II, III/2024`
_QUARTER = rf"(?:{_PART} )?quý {_QUARTERS}{_NTH}(?:{_YEAR})?"
_HALF = r"(?:0?6|sáu) tháng (?:đầu|cuối) năm(?: \d{4}(?!\d))?"
_WHOLE = rf"(?:{_PART} )?năm \d{{4}}(?!\d|[/.-]\d)"
DATE = rf"(?:(?:(?:ngày )?thứ \w{{2,5}},? ?)?(?:{_DAY}|{_HALF}|{_MONTH}|{_QUARTER}|{_WHOLE}))"
_BARE_DAY = r"(?:ngày )?\d{1,2}"
_BARE_MONTH = r"\d{1,2}/\d{4}(?![\d/])"  # `trong 2/2021`

_EVERY = r"(?:hằng|hàng|mỗi)"
_STEP = (
    rf"(?:(?:{_EVERY} )?(?:năm|quý|tháng|tuần|ngày)(?! \d| (?:iv|i{{1,3}})(?!\w))"
    rf"|{COUNT} (?:tháng|năm|quý|tuần|ngày))(?!\w)"
)
_ONCE = r"(?:,? ?(?:(?:một|0?1) ?(?:\(0?1\) ?)?lần|/ ?(?:0?1 ?)?lần))"
_AND = r"(?:, và | và |, | hoặc |; | hay )"
_STEPS = rf"{_STEP}(?:{_ONCE})?(?:{_AND}{_STEP}(?:{_ONCE})?(?! ?\d))*"

PERIOD = (
    rf"(?:định kỳ(?: là| theo| vào)?:? {_STEPS}"
    rf"|{_EVERY} (?:năm|quý|tháng|tuần|ngày)(?!\w)(?: {COUNT} lần|{_ONCE})?(?:{_AND}{_STEP}(?! ?\d))*"
    rf"|báo cáo (?:tuần|tháng|quý|năm|(?:0?6|sáu) tháng(?! đầu| cuối))(?:{_AND}(?:{_STEP}))*"
    r"(?! ?\d| (?:i{1,3}|iv|học)\b|\w)"
    # `kê khai, nộp phí theo tháng, quyết toán năm`
    rf"|theo (?:tháng|quý|năm)(?!\w)(?:{_AND}(?:theo )?(?:tháng|quý|năm)(?!\w))*(?! ?\d| (?:học|tài chính|dương|âm))"
    r"|quyết toán (?:thuế )?năm(?!\w)(?! ?\d| (?:học|trước|sau|tài chính|ngân sách)))"
)
COUNTED = (
    rf"(?:{COUNT} (?:năm|tháng|quý|tuần){_ONCE}"
    rf"|{COUNT} lần(?: ?/ ?| (?:mỗi|trong|một|trong một) )(?:năm|quý|tháng|tuần)(?!\w))"
)
_BEFORE = either("time_words", "before")
_WITHIN = either("time_words", "within")
_REVIEW = either("time_words", "review")
_FIELD = r"(?:(?:thời (?:gian|hạn|điểm)|hạn|tiến độ)(?: [^\W\d_]{2,9}){0,6} ?: ?)"
_SPAN_WORD = r"(?:đến|tới|-)(?: hết)?"

_SPAN = (
    rf"(?P<span>(?<!kể\x20)từ(?: {_HOUR})? (?P<first>{DATE}|{_BARE_DAY}) {_SPAN_WORD}(?: {_HOUR})? (?P<last>{DATE}))"
)
_PAIR = rf"(?P<pair>(?:vào|trong) (?P<one>{_MONTH}|{_QUARTER}) và (?P<two>{_MONTH}|{_QUARTER}))"
_SET = (
    rf"(?P<field>{_FIELD}(?:(?:{_BEFORE}|vào|trong) )?(?:{_HOUR} ?)?(?P<set>{DATE}|ngày {_FIRST}\d{{1,2}}(?!\d))(?!\w))"
)
_LAST_DAY = r"(?:ngày (?:cuối cùng|cuối) của )?"
_DUE = rf"(?P<due>{_BEFORE} ?(?:{_HOUR} ?)?{_LAST_DAY}(?P<by>{DATE}|ngày {_FIRST}\d{{1,2}}(?!\d)|ngày thứ {_WORDS}))"
_NOW = rf"(?P<due>từ nay {_SPAN_WORD} (?P<by>{DATE}))"
_UNTIL = rf"(?P<until>đến (?P<till>ngày \d{{1,2}}(?: tháng \d{{1,2}}{_YEAR}|{_CUT}\d{{1,2}}{_CUT}\d{{4}})(?!\d)))"
_TERM = rf"(?P<within>{_WITHIN} (?P<length>{LENGTH}))"
_TAKEN = rf"(?P<review>{_REVIEW}(?: [^\W\d_]{{2,9}}){{0,3}} (?P<years>{COUNT}) năm(?!\w| \d{{4}}| học))"
_INSIDE = (
    rf"(?P<inside>(?:ngay trong|trong|vào)(?: (?:thời gian|khoảng|dịp|lúc|hồi))? (?:{_HOUR} ?)?"
    rf"(?P<when>{_BARE_MONTH}|{DATE}|(?:ngày {_FIRST}|m[ùồ]ng )\d{{1,2}}(?!\d)))"
)
_FINISHED = rf"(?:hoàn thành|xong|kết thúc) (?P<finish>{_PART} {_MONTH}|{_QUARTER})"
# `trình phiên họp Chính phủ tháng 8/2024`, `báo cáo Tỉnh ủy cuối tháng 3/2024`
_SESSION = (
    r"(?:trình (?:[^\W\d_]+ ){0,5}?(?:phiên họp|kỳ họp|hội nghị)(?: [^\W\d_]+){0,6}? |"
    rf"(?:trình|báo cáo) (?:[^\W\d_]+ ){{1,7}}?(?={_PART} ))(?P<finish>(?:{_PART} )?tháng \d{{1,2}}{_YEAR})"
)
_ON = rf"(?P<day>(?<=:\x20)(?:vào )?ngày (?P<on>\d{{1,2}}(?:{_CUT}\d{{1,2}}{_CUT}\d{{4}}| tháng \d{{1,2}}{_YEAR})))"
_FRONT = r"(?P<year>năm (?P<during>\d{4})(?=,))"


def _rule(*ways: str) -> str:
    """The source of a rule."""
    return rf"(?<!\w)(?:{'|'.join(ways)})"


def _first(words: str, nexts: str) -> tuple[str, ...]:
    """Literals of each of `words` with what may follow it, one space between, or two at a line's end."""
    return tuple(
        f"{word}{gap}{after}" for word in words.split("|") for after in nexts.split("|") for gap in (" ", "  ")
    )


# What a date, a length or a recurring step may begin with.
_DATED = "mùng|mồng|ngày|tháng|quý|năm|đầu|giữa|cuối|hết|tuần|thứ|thượng|trung tuần|hạ tuần|0|1|2|3|4|5|6|7|8|9"
_LONG = "thời|vòng|khoảng|dịp|một|hai|ba|bốn|sáu|bảy|tám|chín|mười"
_STEP_WORDS = "năm|quý|tháng|tuần|ngày"

# Each literal that a time expression begins with (or, for those marked by `_ENDING`, ends with), and the ways of saying
# it. A pass for the literals alone reads ten times as fast as the grammar, which is tried only where they stand.
_RULES = {
    **dict.fromkeys(_first("từ", _DATED), _rule(_SPAN)),
    **dict.fromkeys(_first("từ", "nay"), _rule(_NOW)),
    **dict.fromkeys(_first("vào|trong", f"{_DATED}|{_LONG}|lúc|hồi"), _rule(_PAIR, _TERM, _INSIDE)),
    **dict.fromkeys(_first("là", "0|1|2|3|4|5|6|7|8|9"), _rule(_TERM)),
    **dict.fromkeys(("thời gian", "thời hạn", "thời điểm", "tiến độ"), _rule(_SET)),
    **dict.fromkeys(_first("hạn", "hoàn|nộp|gửi|báo|cuối|chót"), _rule(_SET, _DUE)),
    **dict.fromkeys(
        (
            *_first("trước", f"{_DATED}|thời"), "chậm nhất", "muộn nhất", "không muộn", "không chậm", "không quá",
            "đến hết", "tối đa",
        ),
        _rule(_DUE, _TERM),
    ),
    **dict.fromkeys(
        (*_first("hằng|hàng|mỗi", _STEP_WORDS), *_first("báo cáo", f"{_STEP_WORDS}|0|6|sáu"), "định kỳ"),
        _rule(f"(?P<period>{PERIOD})"),
    ),
    **dict.fromkeys(
        (*_first("theo", "tháng|quý|năm"), *_first("quyết toán", "năm"), "quyết toán thuế năm"),
        _rule(f"(?P<period>{PERIOD})"),
    ),
    **dict.fromkeys(_first("hoàn thành|xong|kết thúc", "đầu|giữa|cuối|hết|quý"), _rule(_FINISHED)),
    **dict.fromkeys(("sơ kết", "tổng kết", "kiểm điểm"), _rule(_TAKEN)),
    **dict.fromkeys(_first("trình", "phiên|kỳ|tại|hội|chính|ủy|ubnd|hđnd|thường|ban|quốc|bộ"), _rule(_SESSION)),
    **dict.fromkeys(_first("báo cáo", "bộ|ban|chính|thủ|quốc|tỉnh|thành|thường|huyện|ủy|ubnd|hđnd"), _rule(_SESSION)),
    **dict.fromkeys(_first("đến", "ngày"), _rule(_UNTIL)),
    # `báo cáo 6 tháng, hằng năm`
    **dict.fromkeys(
        [f"{half} tháng{joint}h" for half in ("6", "06", "sáu") for joint in (", ", ",  ", " và ", " và  ")],
        _rule(rf"(?P<period>(?:0?6|sáu) tháng(?:, | và ){_EVERY} năm(?!\w))"),
    ),
    **dict.fromkeys((": ngày", ": vào ngày"), _rule(_ON)),
    **dict.fromkeys(("\nnăm ", "\n năm ", ". năm ", ".  năm ", ": năm "), _rule(_FRONT)),
    **dict.fromkeys(_first("năm", "thực hiện|thi hành|triển khai"), _rule(_TAKEN)),
    "| ": _rule(rf"(?P<cell>\| (?:{_BEFORE} )?(?P<slot>{DATE})(?!\w))"),
    "lần": _rule(f"(?P<period>{COUNTED})"),
}  # fmt: skip
_LITERALS = tuple(_RULES)
_PATTERNS = dict(zip(_LITERALS, map(cache(pattern), _RULES.values()), strict=True))
_ENDING = frozenset(("lần", *_first("năm", "thực hiện|thi hành|triển khai")))
_LABELS = frozenset(("thời gian", "thời hạn", "thời điểm", "tiến độ"))
_COUNTS = re.compile(r"\d|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười")
_BACK = 60


class Time(Value, frozen=True, gc=False):
    """One time expression.

    `kind` is the way it is said: `due`, `until`, `inside`, `span`, `field`, `cell`, `day`, `year`, `period`,
    `within`, `review`.
    `due` and `since` are ISO dates; where the text gives no year they begin with `-` (`-04-08`), to be completed.
    `periods` are ISO durations (several where the text coordinates them: `hằng quý, 6 tháng`).
    """

    start: int
    end: int
    kind: str
    due: str | None = None
    since: str | None = None
    periods: tuple[str, ...] = ()
    within: str | None = None


def number(words: str) -> int:
    """The count that digits or number words give: `05 (năm)` is 5, `hai mươi lăm` is 25; 0 where there is none."""
    digits = re.search(r"\d+", words)
    if digits:
        return int(digits.group())
    total = 0
    for word in words.lower().split():
        if word == "mươi":
            total *= 10
        else:
            total += DIGITS.get(word, 0)
    return total


def duration(count: int, unit: str) -> str | None:
    """ISO 8601 duration of `count` units (`ngày`, `tuần`, `tháng`, `quý`, `năm`, `giờ`); None for none."""
    code = UNITS.get(unit.lower())
    if not code or not count:
        return None
    if code == "H":
        return f"PT{count}H"
    return f"P{3 * count}M" if code == "Q" else f"P{count}{code}"


_UNIT = pattern(r"(ngày|tuần|tháng|quý|năm|giờ)(?: làm việc)?$")
_FIGURES = re.compile(r"\d+")
_LATER = r"(?: *(?:[/.-]|,? *năm) *(?P<y>\d{4}))?"
_WEEKDAY = r"(?:thứ +\w{2,5},? *)?(?:m[ùồ]ng +)?"
# Date expressions by what they give, the most telling first: `ngày 5/6/2024`, `6 tháng đầu năm 2024`, `quý II/2024`,
# `cuối tháng 6/2024`, `năm 2024`.
_DATES = tuple(
    re.compile(way)
    for way in (
        rf"(?:.*(?= ngày|^ngày))? *(?:ngày *)?{_WEEKDAY}(?P<d>\d{{1,2}}) *(?:[/.-]|tháng) *(?P<m>\d{{1,2}}){_LATER}",
        r"(?:0?6|sáu) +tháng +(?P<half>đầu|cuối) +năm(?: +(?P<y>\d{4}))?",
        rf".*?quý +(?:[iv1-4]+ *(?:,|và|[-–]) *(?:quý +)?){{0,3}}(?P<q>iv|i{{1,3}}|[1-4]){_LATER}",
        rf".*?tháng +(?:\d{{1,2}} *(?:,|và|[-–]) *(?:tháng +)?){{0,5}}(?P<m>\d{{1,2}}){_LATER}",
        r".*?năm +(?P<y>\d{4})",
        r"(?P<m>\d{1,2})/(?P<y>\d{4})",
    )
)


@lru_cache(maxsize=4096)
def iso(words: str) -> str | None:
    """ISO date of a date expression; without a year it begins with `-`; None where it is no possible date."""
    found = next((match for way in _DATES if (match := way.fullmatch(words))), None)
    if found is None:
        return None
    said = found.groupdict()
    year, month, day = said.get("y"), said.get("m"), said.get("d")
    if half := said.get("half"):
        month = "6" if half == "đầu" else "12"
    if quarter := said.get("q"):
        month = str(3 * (ROMAN.get(quarter) or int(quarter)))
    return _joined(year, month, day)


def _joined(year: str | None, month: str | None, day: str | None) -> str | None:
    try:
        date(int(year or 2000), int(month or 1), int(day or 1))
    except ValueError:
        return None
    parts = [year or ""] + [f"{int(part):02d}" for part in (month, day) if part]
    return "-".join(parts)


_EACH = pattern(rf"(?P<n>{COUNT})? ?(?P<unit>năm|quý|tháng|tuần|ngày)(?!\w)")
_TIMES = pattern(rf"(?P<n>{COUNT}) lần")
_OFTEN = {"năm": 12, "quý": 3, "tháng": 1}


@lru_cache(maxsize=4096)
def recurrence(words: str) -> tuple[str, ...]:
    """The durations of a recurring expression: `hằng quý, 6 tháng` gives P3M and P6M, `2 lần/năm` P6M."""
    times = _TIMES.search(words)
    low = words.lower()
    if times and number(times["n"]) > 1:
        unit = re.search(r"năm(?!\s+lần)|quý|tháng", low)
        share = _OFTEN.get(unit.group(), 0) if unit else 0
        count = number(times["n"])
        return (f"P{share // count}M",) if share and share % count == 0 else ()
    if times:  # "sáu tháng một lần", "1 lần/quý": what follows or precedes "một lần" is the step
        words = words[: times.start()] + " " + words[times.end() :]
    found = []
    for step in _EACH.finditer(re.sub(r"h[ằà]ng|mỗi|định +kỳ|báo +cáo", " , ", words)):
        span = duration(number(step["n"]) if step["n"] else 1, step["unit"])
        if span and span not in found:
            found.append(span)
    return tuple(found)


@cache
def _automaton() -> Automaton:
    return Automaton(_LITERALS)


def find(folded: str) -> Iterator[Time]:
    """The time expressions of `folded`, in order, none overlapping."""
    folded = folded.replace("quí", "quý")  # as older texts spell it
    done = 0
    opening = _PATTERNS[". năm "].match(folded)
    if opening is not None and (time := _read(opening)) is not None:
        yield time
        done = time.end
    for index, start, _ in _automaton().find(folded):
        if start < done:
            continue
        literal = _LITERALS[index]
        match = _match(folded, literal, start, done)
        time = _read(match) if match else None
        if time is not None:
            yield time
            done = time.end


def _match(folded: str, literal: str, start: int, done: int) -> re.Match[str] | None:
    """The expression that the literal at `start` begins or, for some (`2 năm một lần`), ends."""
    rule = _PATTERNS[literal]
    if literal in _ENDING:
        if not _COUNTS.search(folded, max(done, start - 24), start):
            return None
        found = rule.search(folded, max(done, start - _BACK), start + 24)
        return found if found and found.end() > start else None
    if literal[0] in ":.\n":
        return rule.match(folded, start + len(literal) - len(literal[1:].lstrip()))
    if literal in _LABELS and ":" not in folded[start : start + 80]:
        return None
    return rule.match(folded, start)


def _read(match: re.Match[str]) -> Time | None:
    """What a matched expression means; None where its figures are no date."""
    way = match.lastgroup  # the outermost group of the way that matched
    start, end = match.span()
    if way in _SPANS:
        return _span(start, end, *match.group(*_SPANS[way]))
    if way == "within":
        length = match["length"]
        unit = _UNIT.search(length)
        span = duration(number(length[: unit.start()]), unit[1]) if unit else None
        return Time(start, end, "within", within=span) if span else None
    if way == "period":
        periods = recurrence(match["period"])
        return Time(start, end, "period", periods=periods) if periods else None
    if way == "review":
        years = duration(number(match["years"]), "năm")
        return Time(start, end, "review", periods=(years,)) if years else None
    return _dated(start, end, match)


_SPANS = {"span": ("first", "last"), "pair": ("one", "two")}
_DATES_OF = {
    "field": "set", "cell": "slot", "due": "by", "inside": "when", "until": "till", "day": "on", "year": "during",
    "finish": "finish",
}  # fmt: skip


def _dated(start: int, end: int, match: re.Match[str]) -> Time | None:
    kind = str(match.lastgroup)
    words = match[_DATES_OF[kind]]
    due = words if kind == "year" else iso(words)
    if kind == "cell":
        start += 2  # after the bar
    elif kind == "finish":
        kind, start = "inside", end - len(words)
    return Time(start, end, kind, due=due) if due or kind in {"due", "inside", "field"} else None


def _span(start: int, end: int, first: str, last: str) -> Time | None:
    due = iso(last)
    since = iso(first)
    if since is None and due is not None:  # "từ ngày 15 đến ngày 30 tháng 3": the month and year are said once
        figures = _FIGURES.findall(first)
        since = f"{due[:-2]}{int(figures[0]):02d}" if figures and due.count("-") > 1 and int(figures[0]) < 32 else None
    if since is None or due is None:
        return None
    if since.startswith("-") and not due.startswith("-"):
        since = due[:4] + since
    return Time(start, end, "span", due=due, since=since)
