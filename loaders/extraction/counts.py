"""Numbers in running prose: those that a word of carrying out governs, ratios, and shares of a target.

`đã cử 25 cán bộ`, `với 250 học viên`, `15/18 xã`, `đạt 95% kế hoạch`. Whether one reports is for `figures`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from loaders.extraction import attendance
from loaders.extraction.automaton import Automaton
from loaders.extraction.letters import codes, kinds, whole
from loaders.extraction.lexicon import begins, table
from loaders.extraction.numerals import ABOUT, COUNT, NO_NOUN, OF_MONEY
from loaders.extraction.places import every
from loaders.extraction.wording import either, pattern
from ontology.model import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

_AFTER: Final = pattern(rf" {COUNT}")
# Between a verb and its number stand the words of its object: `kiểm tra tài chính 12 chi bộ`.
_OBJECT: Final = (
    r"(?!(?:trong|tại|ở|từ|đến|tới|theo|về|vào|năm|tháng|ngày|quý|khóa|số|điều|khoản|điểm|lần|thứ|cấp|nhóm|để|cho|với|của|"
    r"có|là|gồm|sau|trước|giai|loại|hạng|mức|mỗi|từng|lớp|độ|tập|phần|bước|đợt|kỳ|vòng|khâu|tổ|phố|đường|tuyến|lộ|khu|tuổi)(?!\w))[^\W\d_]+"
)
_AFTER_VERB: Final = pattern(rf" (?:{_OBJECT} ){{0,4}}?{COUNT}")
# `cho 45 hộ vay với tổng số tiền 2,1 tỷ đồng`
_SUM_OF_MONEY: Final = pattern(
    r" (?:tổng ?)?(?:số |giá |trị ?)?(?:dư nợ|tiền|kinh phí|giá|trị|doanh số|vốn|mức đầu tư)(?: [^\W\d_]+){0,4}? "
    rf"{COUNT}(?={OF_MONEY})"
)
# `tăng từ 120 hộ năm ngoái lên 310 hộ`: what it came to, not where it began.
_RISEN: Final = pattern(rf"(?: tới| đến| thành| còn)? {COUNT}")
_FROM: Final = pattern(
    rf"(?P<begin>{begins('tăng|giảm|nâng')}(?: [^\W\d_]+){{0,6}}? từ {ABOUT}{{0,2}}\d(?:[^.;:]|\.(?=\d)){{0,60}})$"
)
_FROM_BACK: Final = 130
# `thu nhập từ 100 đến 200 triệu đồng`: the end of a range counts nothing.
_UP_TO: Final = frozenset(("đến", "tới"))
_RANGE: Final = pattern(r"(?<!\w)từ \d[\d.,]{0,9}(?: (?:tỷ|triệu|nghìn|ngàn))? $")
_RANGE_REACH: Final = 24
_STARTED: Final = pattern(r"(?:[^.;:]|\.(?=\d)){0,60} (?:lên|xuống)(?!\w)")
# `hỗ trợ 45 hộ, tổng kinh phí thực hiện 2,1 tỷ đồng`: what an act cost, beside it.
_COST: Final = pattern(rf" (?:[^\W\d_]+ ){{0,4}}?{COUNT}(?={OF_MONEY})")
_COST_WORDS: Final = (
    "kinh phí",
    "số tiền",
    "tiền",
    "trị giá",
    "giá trị",
    "mức đầu tư",
    "vốn đầu tư",
    "vốn",
    "doanh số",
)
_COST_BEGINS: Final = pattern(r"(?:^|[,(;]| và) ?(?P<begin>(?:với )?(?:tổng )?(?:số |mức )?)$")
_COST_BACK: Final = 20
# `đã` with any verb: `đã thu nhận 2.345 hồ sơ`; `15/18 xã đã ...`; `98,5% dân số tham gia ...`.
_TOLD_VERB: Final = pattern(rf" (?P<act>(?:[^\W\d_]+ ){{1,4}}?){COUNT}")
_REACHABLE: Final = either("result_words", "place", "person")
_OF_ALL: Final = pattern(
    rf"(?P<value>\d(?<![\d/.,]\d)\d{{0,3}})(?:/| \(?(?:{_REACHABLE} )?trong (?:tổng )?số )(?P<whole>\d{{1,4}})\)? "
    r"(?:\((?:chiếm|đạt|bằng)[^()]{1,24}\) )?"
    rf"{NO_NOUN}"
    rf"(?P<counted>(?P<reached>{_REACHABLE})|[^\W\d_])"
)
# `toàn bộ 42 thôn đã ...`: the whole itself.
_WHOLE: Final = pattern(rf"(?: các)? {COUNT}")
_REACHED: Final = pattern(_REACHABLE)
_PERCENT: Final = pattern(
    r"(?P<value>\d(?<![\d./]\d)(?<!\d,\d)\d{0,2}(?:,\d{1,2})?) ?(?P<unit>%) ?"
    rf"(?:(?:số |tổng số |các )?(?={_REACHABLE})|(?:tổng )?số (?=[^\W\d_]))"
)
_RATE: Final = pattern(
    rf"(?<!\w)t[ỷỉ] lệ [^.;:%]{{3,120}}? (?:đạt|là|chiếm|(?:tăng|lên|giảm|xuống)(?: lên| xuống| còn| tới| đến){{0,2}}) "
    rf"{ABOUT}{{0,2}}"
    r"(?P<value>\d{1,3}(?:,\d{1,2})?) ?(?P<unit>%)"
    rf"(?! ?{either('result_words', 'target')})"
)
_SUM: Final = pattern(
    r"(?:^|[.;,:)] ?|\w )(?P<begin>(?:tổng )?số [^.;:]{4,110}?(?:được|đã|hoàn thành|tham gia|đạt)[^.;:]{0,70})$"
)
# `Trong đó, hỗ trợ giống là 3,2 tỷ đồng`: a part of what the sentence before reports.
_PART_IS: Final = pattern(r"(?:^|[.\n] ?)trong đó,? (?P<begin>[^.;:]{4,120})$")
# `cả huyện đã hỗ trợ là 340 hộ`
_DONE_IS: Final = pattern(r"(?<!\w)đã (?P<begin>(?!xác định|đề ra|đặt)[^.;:,\d]{4,80})$")
_LONGEST_SUM: Final = 190
_DONE_BACK: Final = 90
_DAY_AND_MONTH: Final = 12
_YEARS: Final = range(1945, 2100)
_MONTH: Final = pattern(r"(?:tháng|quý) $")
_NUMBERED: Final = pattern(
    r"(?<!\w)(?:công văn|văn bản|công điện|chỉ thị|nghị quyết|quyết định|kế hoạch|thông báo)(?: khẩn| hỏa tốc)? ?$"
    r"|(?<!tổng\x20)(?:số|ngày|tháng|năm|khóa|điều|khoản|bước|đợt|kỳ|vòng|loại|nhóm) ?:? ?$"
)
_NUMBERED_ENDS: Final = (  # their last words: they are looked for nowhere else
    *("văn", "bản", "điện", "thị", "quyết", "định", "hoạch", "báo", "khẩn", "tốc"),
    *("số", "ngày", "tháng", "năm", "khóa", "điều", "khoản", "bước", "đợt", "kỳ", "vòng", "loại", "nhóm"),
)
_BEFORE: Final = 24
_RANK: Final = pattern(r"(?:thứ|hạng|vị trí|xếp) $")
_REACHES: Final = pattern(rf"(?<!\w)(?:đạt|chiếm|bằng)(?: t[ỷỉ] lệ)? {ABOUT}{{0,2}}$")
# What a clause goes on with, after one that reports: `phát 250 tờ rơi; 12 băng rôn`.
_OF_SUM: Final = COUNT.replace("?P<value>", "?P<sum>") + f"(?={OF_MONEY})"
_NEXT: Final = pattern(rf"; (?P<begin>(?:và )?(?:{COUNT}|(?:[^\W\d_]{{1,9}} ){{1,4}}?{_OF_SUM}))")
# `Trong đó, ao nhỏ: 12 ha; hồ lớn: 45 ha`: a part by its name.
_NAMED: Final = pattern(rf"(?:^|[;,.\n*+•–-] ?)(?:trong đó,? )?(?P<begin>[^\W\d_][^.;:,\d\n*+•–-]{{3,70}}) ?: {COUNT}")
_NAMED_BACK: Final = 90
_AFTER_COLON: Final = pattern(rf": (?=\d)(?={COUNT})")
_TELEPHONE: Final = re.compile(r"0\d{3}")
# `Số học viên được bồi dưỡng: 350 người`, `Tổng số cuộc kiểm tra là 120 cuộc`.
_LABELLED: Final = pattern(rf"(?<!\w)(?P<begin>(?:tổng số|số lượng|số)(?= )[^.;:\d%]{{4,90}}?)(?: ?:| là) {COUNT}")
_SUFFERED: Final = pattern(r" (?:chết|bị thương|hư|hỏng|sập|cháy|thiệt hại|mất|ngập|gãy|ảnh hưởng)(?!\w)")
_COUNTED: Final = pattern(rf"(?:[,.;]|và|có|cùng|với|gồm|:|hơn|gần|trên) {COUNT}(?={either('result_words', 'person')})")
_TAKING_PART: Final = 90
_DONE: Final = 40


class Mark(Value, frozen=True, gc=False):
    """A number that a word governs: the word, its role, the number, and what it counts.

    The role is `verb`, `told` (after `đã`), `joint` (`với`, `cho`), `at`, `part` (of a whole), `rate`, `label` (`Số hồ
    sơ đã nhận: ...`) and `name` (any other words before a colon), `next` (after a semicolon), or one of `attendance`:
    those present, whom the form of the sentence reports.
    """

    start: int
    role: str
    word: str
    number: int
    value: str
    unit: int


# Verbs that lead another: the act begins with them.
_LIGHT: Final = frozenset(("tổ chức", "thực hiện", "triển khai", "hoàn thành", "hỗ trợ", "hướng dẫn", "được"))
# Nouns that begin like verbs.
_NOUN: Final = pattern(
    r"(?:cấp (?:tỉnh|huyện|xã|thôn|quốc gia|bộ|ủy|uỷ|cơ sở|trên|dưới|trung ương|phòng|sở|kiểm)|"
    r"tổ chức (?:cơ sở )?(?:đảng|đoàn|hội|chính trị|xã hội)|"
    r"(?:tuyên truyền|hướng dẫn|tư vấn|kiểm tra|giám sát|thẩm định|hòa giải|điều tra) viên)(?!\w)"
)
_NOUN_BEFORE: Final = pattern(r"(?<!\w)(?:phụ|trợ|trung|cao|sơ|thứ|đẳng|khẩn|các|mọi|từng) cấp$")
# `nghe báo cáo kết quả thực hiện 7 chương trình`: what is spoken of, not what was done.
_SPOKEN_OF: Final = pattern(r"(?<!\w)(?:kết quả|tình hình|tiến độ|việc|công tác|quá trình)(?: tổ chức| triển khai)? $")
_SPOKEN_OF_REACH: Final = 36
_OF_DOING: Final = frozenset(("thực hiện", "triển khai", "giám sát", "kiểm tra"))
_CAME_TO: Final = pattern(r" (?:được|đạt|đến nay)(?!\w)")
# What ends a word that governs, and one of taking part: the figure stands before it.
_ENDS: Final = ((" ",), (" ", ".", ",", ";", ")", ""))
# Of a part of a whole: its sign, what stands beside it, the ways it is said, and how far back from it it may begin.
_PARTS: Final = (
    ("/", re.compile(r"/(?<=\d/)(?=\d{1,4} )"), _OF_ALL, 8),
    ("trong số", None, _OF_ALL, 24),
    ("trong tổng số", None, _OF_ALL, 24),
    ("%", re.compile(r"%(?<=[\d ]%)"), _PERCENT, 8),
    ("%", re.compile(r"%(?<=[\d ]%)"), _RATE, 160),
)
_SHARE_OF: Final = "lệ"  # without it a rate is not looked for
# Of a text in one byte a character a figure is 1, a letter or space (or who knows what) 0, any other sign 2.
_SIGNS: Final = kinds("0123456789", "".join({*whole("isprintable"), "\n"} - {" ", *whole("isalnum")}))
_REACH: Final = 200
_WAYS: Final = {"told": _TOLD_VERB, "verb": _AFTER_VERB, "cost": _COST, "whole": _WHOLE, "risen": _RISEN}


@cache
def _automaton() -> tuple[Automaton, tuple[tuple[str, str, bool], ...]]:
    """The automaton of all words, and of each its word, its role and whether it tells nothing without a figure."""
    words = [(row["form"], row["role"]) for row in table("result_words") if row["role"] in {"verb", "joint"}]
    words += [("tại", "at"), ("đã", "told"), ("được", "verb"), ("là", "sum")]
    words += [("lên", "risen"), ("xuống", "risen")]
    words += [(word, "cost") for word in _COST_WORDS] + [(word, "whole") for word in ("toàn bộ", "tất cả", "cả")]
    words += attendance.WORDS
    rows = ((word, role, role not in attendance.ROLES and word != "đã") for word, role in words)
    return Automaton((form for form, _ in words), longest=True), tuple(rows)


def marks(folded: str, stop: int) -> list[Mark]:
    """The numbers of `folded` up to `stop` that a word of carrying out, or one that joins, governs."""
    found: list[Mark] = []
    for start, end, word, role, counts in _words(folded, stop):
        if role in attendance.ROLES:
            found += (Mark(*mark) for mark in attendance.present(folded, (start, end), role))
            if role == "present":
                found += _taking_part(folded, start, found)
            continue
        if word == "đã":
            found += _taking_part(folded, start, found, "đã")
        mark = _governed(folded, (start, end), word, role) if counts else None
        if mark is None:
            continue
        if found and found[-1].number == mark.number:  # `đã kết nối tới 25 ...` is one
            if {found[-1].role, role} != {"verb"} or found[-1].word in _LIGHT:
                continue
            del found[-1]  # `nâng cấp sửa chữa 25 ...`: the verb beside it
        found.append(mark)
    rest = _apart([*found, *_ratios(folded, stop)])
    taken = {mark.number for mark in rest}
    more = [
        mark
        for mark in (*_labelled(folded, stop), *_named_parts(folded, stop), *_next(folded, stop))
        if mark.number not in taken and not _TELEPHONE.match(mark.value)
    ]
    return sorted([*rest, *more], key=lambda mark: mark.start)


def _words(folded: str, stop: int) -> Iterator[tuple[int, int, str, str, bool]]:
    """The words that may govern a number: where each stands, its role, and whether it has a number to govern.

    Nothing but letters and spaces stands between such a word and a figure within reach.
    """
    automaton, words = _automaton()
    signs = codes(folded).translate(_SIGNS)
    figure = other = 0  # the next figure, and the next sign that is neither figure nor letter
    for index, start, end in automaton.find(folded):
        if start >= stop:
            break
        figure, other = _next_place(signs, b"\1", figure, end), _next_place(signs, b"\2", other, end)
        counts = figure < other and figure - end < _REACH
        word, role, waits = words[index]
        if waits and not counts:
            continue
        whole = not start or not folded[start - 1].isalnum()
        if whole and folded[end : end + 1] in _ENDS[role in attendance.ROLES]:
            yield start, end, word, role, counts


def _next_place(signs: bytes, sign: bytes, known: int, start: int) -> int:
    """Where `sign` stands from `start` on, if that is not `known` from an earlier start; past the end where nowhere."""
    if known >= start:
        return known
    place = signs.find(sign, start)
    return place if place >= 0 else len(signs) + _REACH


def _apart(found: list[Mark]) -> list[Mark]:
    """The marks without a second one of the same number: the one that the form of the sentence reports stays."""
    held: dict[int, Mark] = {}
    for mark in found:
        reached = mark.role == "part" and held.get(mark.number, mark).role == "joint"  # `có 27/28 tỉnh đã ...`
        if mark.number not in held or mark.role == attendance.PEOPLE or reached:
            held[mark.number] = mark
    return sorted(held.values(), key=lambda mark: mark.start)


def _labelled(folded: str, stop: int) -> Iterator[Mark]:
    """The numbers that a label in front says what they count: `Số hồ sơ đã giải quyết: 1.250 hồ sơ`."""
    place = folded.find("số ", 0, stop)
    while place >= 0:
        mark = _LABELLED.match(folded, place, min(stop, place + _LONGEST_SUM))
        if mark is not None:
            yield Mark(mark.start("begin"), "label", "số", mark.start("value"), mark["value"], mark.end())
        place = folded.find("số ", place + 3, stop)


def _named_parts(folded: str, stop: int) -> Iterator[Mark]:
    """The numbers right after a colon, which the words before it name a part by."""
    for colon in _AFTER_COLON.finditer(folded, 0, stop):
        place = colon.start()
        low = max(0, place - _NAMED_BACK)
        low = max(low, *(folded.rfind(sign, low, place) for sign in ";:."))
        mark = _NAMED.search(folded, low, min(stop, place + _NAMED_BACK))
        if mark is not None and mark.start() < place < mark.end():
            yield Mark(mark.start("begin"), "name", ":", mark.start("value"), mark["value"], mark.end())


def _next(folded: str, stop: int) -> Iterator[Mark]:
    """The numbers that a clause begins with."""
    for mark in _NEXT.finditer(folded, 0, stop):
        number = "value" if mark["value"] else "sum"
        start = mark.start("value") if mark["value"] else mark.start("begin")
        yield Mark(start, "next", ";", mark.start(number), mark[number], mark.end())


def _governed(folded: str, place: tuple[int, int], word: str, role: str) -> Mark | None:
    """The number that the word at `place` governs, where it governs one."""
    start, end = place
    count = _WAYS.get(role, _AFTER).match(folded, end)
    if count is None and word == "với":
        count = _SUM_OF_MONEY.match(folded, end)
    if count is None or _named(folded, place, word) or folded.endswith(("để ", "so "), 0, start):
        return None  # `thành lập 5 ban để giám sát 13 công trình`: what for; `so với 13 công trình`
    number = count.start("value")
    if numbered(folded, number) or (word in _OF_DOING and _spoken_of(folded, start, end)):
        return None
    if word in _UP_TO and _RANGE.search(folded, max(0, start - _RANGE_REACH), start):
        return None
    if folded.endswith("từ ", 0, number) and _STARTED.match(folded, count.end()):
        return None
    if role in {"whole", "cost", "sum", "risen"}:
        return _begun(folded, place, role, word, count)
    return Mark(count.start("act") if role == "told" else start, role, word, number, count["value"], count.end())


def _spoken_of(folded: str, start: int, end: int) -> bool:
    """Whether a verb is the noun of what is spoken of (`kết quả thực hiện 7 chương trình`), and came to no number."""
    low = max(0, start - _SPOKEN_OF_REACH)
    return _SPOKEN_OF.search(folded, low, start) is not None and _CAME_TO.match(folded, end) is None


def _named(folded: str, place: tuple[int, int], word: str) -> bool:
    """Whether the word is part of a noun (`cấp tỉnh`, `phụ cấp`), or says what was suffered (`làm chết 3 người`)."""
    start, end = place
    if _NOUN.match(folded, start) or _NOUN_BEFORE.search(folded, max(0, start - 8), end):
        return True
    return word == "làm" and _SUFFERED.match(folded, end) is not None


def _begun(folded: str, place: tuple[int, int], role: str, word: str, count: re.Match[str]) -> Mark | None:
    """The number after a word whose role the words before it decide; its mark begins with these."""
    start = place[0]
    if role == "whole":
        if word == "cả" and not _REACHED.match(folded, count.end()):
            return None
        return Mark(start, "part", "/", count.start("value"), count["value"], count.end())
    if role == "risen":
        found, role = _FROM.search(folded, max(0, start - _FROM_BACK), start), "verb"
    elif role == "cost":
        found, role = _COST_BEGINS.search(folded, max(0, start - _COST_BACK), start), "joint"
    else:
        found, role = _total(folded, start, counted=_REACHED.match(folded, count.end()) is not None)
    if found is None:
        return None
    return Mark(found.start("begin"), role, word, count.start("value"), count["value"], count.end())


def _total(folded: str, start: int, *, counted: bool) -> tuple[re.Match[str] | None, str]:
    """What the `là` at `start` says the number of, and its role; `counted` says that people or places are counted."""
    low = max(0, start - _LONGEST_SUM)
    total = _SUM.search(folded, low, start) if folded.find("số ", low, start) >= 0 else None
    if total is None and counted:
        total = _DONE_IS.search(folded, max(low, start - _DONE_BACK), start)
    return (total, "rate") if total else (_PART_IS.search(folded, low, start), attendance.PART)


def numbered(folded: str, number: int) -> bool:
    """Whether a number is no count but that of a document, a day, a part, or of one in a row."""
    low = max(0, number - _BEFORE)
    return folded[low:number].rstrip(" :").endswith(_NUMBERED_ENDS) and bool(_NUMBERED.search(folded, low, number))


def _taking_part(folded: str, place: int, found: list[Mark], word: str = "tham gia") -> Iterator[Mark]:
    """The people counted right before `tham gia`, or before `đã`: `và 1.240 đoàn viên ở cơ sở tham gia học tập`."""
    *_, last = None, *_COUNTED.finditer(folded, max(0, place - (_TAKING_PART if word != "đã" else _DONE)), place)
    if last is None or any(mark.number == last.start("value") for mark in found[-3:]):
        return
    if not re.search(r"[.;:\d]", folded[last.end() : place]):
        opened = last.start() + (1 if folded[last.start()] in ",.;:" else 0)
        start = opened + len(folded[opened : last.end()]) - len(folded[opened : last.end()].lstrip())
        yield Mark(start, "part", word, last.start("value"), last["value"], last.end())


def _ratios(folded: str, stop: int) -> Iterator[Mark]:
    """`15/18 xã đã ...`, `98,5% dân số tham gia ...`, `Tỷ lệ ... đạt 87%`: parts of a whole that were reached."""
    for sign, beside, way, back in _PARTS:
        done = 0
        beside_it = (like.start() for like in beside.finditer(folded, 0, stop)) if beside else None
        for place in beside_it or every(folded, sign, 0, stop):
            low = max(done, place - back)
            if way is _RATE and folded.find(_SHARE_OF, low, place) < 0:
                continue
            mark = way.search(folded, low, min(stop, place + 40))
            if mark is not None and mark.start() < place < mark.end() and _part(folded, mark):
                told = way is _RATE or (
                    sign == "%" and _REACHES.search(folded, max(0, mark.start() - 24), mark.start())
                )
                role = "rate" if told else "part"
                unit = mark.start("unit" if sign == "%" else "counted")
                yield Mark(mark.start(), role, sign, mark.start("value"), mark["value"], unit)
                done = mark.end()


def _part(folded: str, mark: re.Match[str]) -> bool:
    """Whether a part of a whole is one: no rank, and no day (`15/12`) where what it counts is no body and no person."""
    if _RANK.search(folded, max(0, mark.start() - 14), mark.start()):
        return False
    said = mark.groupdict()
    if "whole" not in said:
        return True
    part, whole = int(said["value"]), int(said["whole"])
    if part <= _DAY_AND_MONTH and whole in _YEARS and _MONTH.search(folded, max(0, mark.start() - 8), mark.start()):
        return False  # `tháng 02/2020 cả nước đã ...`
    return part <= whole and bool(said["reached"] or whole > _DAY_AND_MONTH)
