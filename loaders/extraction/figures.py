"""Figures of acts: a number with what it counts, governed by a verb of carrying out or joined to it.

`đã cử 25 cán bộ` (governed), `với 250 học viên` (joined), `21 tổ và 45 tổ viên` (coordinated), `đạt 95% kế hoạch`
(a share of the target). Whether a figure reports is judged in its sentence: it does not where the sentence plans,
orders or wishes and tells nothing after that.
"""

from __future__ import annotations

import re
from typing import Final

from loaders.extraction import attendance, bodies, statements
from loaders.extraction import marks as moods
from loaders.extraction.counts import Mark
from loaders.extraction.marks import Place
from loaders.extraction.narration import Sentence
from loaders.extraction.numerals import amount
from loaders.extraction.runs import MONEY, NEVER, PEOPLE, WIDEST, Figure, coordinated, unit_end
from loaders.extraction.shares import Share
from loaders.extraction.unrelated import befell, unrelated
from loaders.extraction.wording import begun, either, pattern

MOST: Final = 24  # figures and shares that one sentence is read for

_TO_DO: Final = pattern(r"(?<!\w)(?:phải|sẽ|cần)(?!\w)")
_REWARDED: Final = 40
_WAS_DONE: Final = pattern(
    r"[^.;]{0,90}?(?P<word>đã|được|đạt|hoàn thành|tham gia|thực hiện|đăng ký|đang|"
    r"thành lập|học tập|tổ chức|ban hành|triển khai|ký)"
    r"(?!\w)"
)
_PHRASE: Final = 80
_THEN_DONE: Final = pattern(r"[^.;\d]{0,60}(?:\([^()]{1,30}\))?[^.;\d]{0,30} đã(?!\w)")
_HONOURED: Final = pattern(
    r"[^,;.]{2,60}? được [^,;.]{2,80}? (?:tặng|trao tặng|khen thưởng|biểu dương|tuyên dương)(?!\w)"
)
_OF_AIMS: Final = frozenset(("/", "hoàn thành", "đạt"))  # what is met before the aims are named
_REWARD: Final = pattern(begun("result_words", "reward", unless=("đạt", "giữ")))
_MADE_OF: Final = ("bởi ", "chia làm ", "chia thành ")
_RATE: Final = pattern(r"[^\W\d_]+(?: [^\W\d_]+){0,3} ?/ ?(?:người|năm|tháng|ha|vạn|hộ|ngày|học sinh)(?!\w)")
_FOR_EACH: Final = pattern(
    r"(?<!\w)mỗi (?:hộ|người|xã|thôn|chi bộ|cơ sở|chi hội|suất|căn|đơn vị|trường|lớp|tổ|đồng chí)(?!\w)"
    r"[^.;,\d]{0,60}\d[\d.,]{0,12} $"
)
# What the economy comes to, which no document is carried out by: `giá trị sản xuất đạt 2.300 tỷ đồng`.
_INDEX: Final = pattern(
    r"(?<!\w)(?:giá trị (?:sản xuất|gia tăng)|thu nhập bình quân|tốc độ tăng|tăng trưởng|tổng sản phẩm|gdp|grdp|"
    r"kim ngạch|sản lượng|diện tích gieo trồng|năng suất|thu ngân sách|tổng thu|tổng mức bán lẻ|doanh thu|lạm phát|"
    r"chỉ số giá|nhiệt độ|lượng mưa|mực nước|(?:xuất|nhập) khẩu(?: ước)? (?:đạt|tăng|giảm)|"
    r"(?:kinh tế|giá(?! trị)|lãi suất|dân số)(?: [^\W\d_]+){0,4} (?:tăng|giảm|lên|xuống|còn))(?!\w)[^,;.]*$"
)
_INDEX_REACH: Final = 90
_COMPARED: Final = pattern(r"(?:\((?:[^().]{0,80},)? ?|, )(?:tăng|giảm|vượt|(?:cao|thấp|ít|nhiều) hơn)(?: thêm)? $")
_COMPARED_REACH: Final = 90
_BESIDE: Final = 40
_VERSUS: Final = pattern(r"[^.;,()]{0,60}so với")
_PASSIVE: Final = pattern(rf"[^.;]{{0,120}}đã (?:được )?{either('result_words', 'verb')}")
_PLACE: Final = pattern(either("result_words", "place"))
_PRESENT: Final = pattern(
    rf"(?:[^.;,]|, (?={either('result_words', 'person')})){{0,90}}?(?<!\w)(?:tham gia|tham dự|dự)(?!\w)"
)
_ATTENDING: Final = pattern(r"(?<!\w)(?:tham dự|dự|tham gia)(?!\w)")
_EVENT: Final = pattern(
    r"(?<!\w)(?:hội (?:nghị|thi|thảo|trại|thao)|lớp|buổi|cuộc|tổ chức(?! (?:cơ sở )?đảng)|mở)(?!\w)"
)
_EVENT_ABOVE: Final = 200
# `các huyện được giao 5 tỷ đồng`: what is laid down.
_ALLOTTED: Final = pattern(r"(?<!\w)(?:được giao|phân giao|giao|phân bổ)(?: [^\W\d_]+){0,2} ?$")
_NOUN: Final = re.compile(r"[^\W\d_]+ [^\W\d_]+")
_COUNTABLE: Final = pattern(either("result_words", "place", "person"))
# `Có 1.204 hộ ký cam kết`: what those who are counted did.
_DID: Final = pattern(
    r"(?:[^.;,:()\d]{1,40} \([^()]{1,90}\))?"  # `4.554 xã (bằng 51,2% tổng số xã) đạt chuẩn`
    rf"(?:[^.;,:()]|, (?=\d|{either('result_words', 'person')})){{0,60}}? "
    r"(?:ký|đăng ký|đạt|được|thực hiện|hoàn thành|thoát|ra đời|ban hành|thành lập|xây dựng|triển khai|"
    r"kiện toàn|đã|cam kết|hưởng|vay|sử dụng|tham gia|tham dự)(?!\w)"
)
# `có 640 lượt học sinh ở các xã, thôn vùng cao được hưởng trợ cấp`
_BENEFITED: Final = pattern(
    r"[^.;:()\d]{0,130}? (?:đã )?được (?:hưởng|hỗ trợ|cấp|vay|miễn|nhận|đào tạo|tiếp cận|giải quyết)(?!\w)"
)
# `kiểm tra việc thực hiện tại 19 xã`: where an inspection or a conference went.
_VISITED: Final = pattern(
    r"(?<!\w)(?:kiểm tra|giám sát|khảo sát|thanh tra|phúc tra|tập huấn|tuyên truyền)(?!\w)[^.;]*$"
)
_VISITED_REACH: Final = 160
_AGREED: Final = pattern(r"(?<!\w)(?:ký kết|phối hợp|ký|liên kết|hợp tác)(?!\w)")
_BE_DONE: Final = pattern(
    rf"[^.;,]{{0,70}} (?:đã được|đã|được) (?!(?:lựa )?chọn(?!\w))(?:kết nối|{either('result_words', 'verb')})(?!\w)"
)
_WERE_DONE: Final = pattern(r"[^.;,]{0,70} được ")  # of whose: `các trạm của 2 lực lượng đã tổ chức ...` counts none
_LINKED: Final = pattern(r"(?<!\w)(?:kết nối|trực tuyến|trực tiếp|truyền hình|đại biểu)(?!\w)")
_LINKED_REACH: Final = 160
_ON_LINE: Final = pattern(r"(?<!\w)(?:kết nối|trực tuyến|truyền hình)(?: [^\W\d_]+){0,3} $")
# `quán triệt Nghị quyết về X cho 140 cán bộ`: whom a document was made known to.
_SPREAD: Final = pattern(r"(?<!\w)(?:quán triệt|phổ biến|tuyên truyền|tập huấn|học tập|triển khai)(?!\w)")
_SPREAD_REACH: Final = 330
_TO: Final = frozenset(("cho", "đến", "tới"))
_GIVEN: Final = pattern(r"(?<!\w)(?:cho|tới|đến|với) $")
_GIVEN_REACH: Final = 12
_OUTCOME: Final = pattern(r"(?<!\w)kết quả(?: là)?,? (?:đã )?$")
_OVERSEEN: Final = pattern(
    r"(?<!\w)(?:kiểm tra|giám sát|thanh tra|kỷ luật|xử lý|xử phạt|chính sách|chế độ|chi trả|hỗ trợ|giải quyết)(?!\w)"
)


_EQUAL: Final = "tương đương với"
_PART_ENDS: Final = re.compile(r"[.,;:]")
_BEFORE: Final = pattern(r"(?<!\w)[^\W\d_]+ [^\W\d_]+ $")


def figures(said: Sentence, start: int, end: int, numbers: list[Mark], targets: list[Share]) -> list[Figure]:
    """The figures that the clause `start:end` reports, of the `numbers` in it; `targets` are the shares in it."""
    found: list[Figure] = []
    for index, mark in enumerate(numbers[:MOST]):
        if found and mark.number <= found[-1].number:  # read with the figure that it is coordinated with
            continue
        reach = numbers[index + 1].start if index + 1 < len(numbers) else end
        shared = any(mark.unit < share.start < reach for share in targets)
        figure = _figure(said, (start, end), mark, found[-1] if found else None, shared=shared)
        if figure is not None:
            found.append(figure)
            found += coordinated(said.folded, figure, end)
    return found


def _figure(said: Sentence, clause: Place, mark: Mark, last: Figure | None, *, shared: bool) -> Figure | None:
    """The figure of `mark`, where it reports; `last` is the one before it in the clause, whose act it may share."""
    start, end = clause
    if said.planned(mark.number) or _never(said, mark) or statements.describes(said.folded, said.first, said.last):
        return None
    if _rate(said, start, mark.unit) or (not said.broad and _index(said.folded, start, mark.number)):
        return None
    if _REWARD.search(said.folded, start, mark.unit + _REWARDED) or _HONOURED.match(said.folded, mark.unit):
        return None
    if _compared(said.folded, mark) or unrelated(said.folded, said.first, mark):
        return None
    beside = PEOPLE.match(said.folded, mark.unit) or MONEY.match(said.folded, mark.unit)
    along = last is not None and mark.role == "joint" and bool(beside)
    along = along or (last is not None and _of_that(said.folded, last, mark))
    told = mark.role != statements.ROLE and (shared or along or _reported(said, start, mark))
    if not told and not _stated(said, mark, last):
        return None
    act = last.start if last and mark.role in {"joint", "at"} else _act(said, start, mark)
    stop = unit_end(said.folded, mark.unit, end)
    if mark.role in {"joint", "at"} and stop - act > WIDEST * (stop - mark.start):
        act = _near(said, max(act, stop - WIDEST * (stop - mark.start)), mark.start)
    value, present = amount(mark.value, said.folded, mark.unit), mark.role == attendance.PEOPLE
    return Figure(act, mark.start, mark.number, mark.unit, stop, value, present)


def _stated(said: Sentence, mark: Mark, last: Figure | None) -> bool:
    """Whether a sentence that takes stock states the figure of `mark`; `last` is the figure before it in its clause."""
    if not said.reviewed:
        return False
    return statements.states(said.folded, said.first, mark.number, mark.unit, goes_on=last is not None)


def _of_that(folded: str, last: Figure, mark: Mark) -> bool:
    """Whether a figure says for, of or at how many that of `last` is: `46 cuốn sổ cho 9 tổ thu mua`."""
    if mark.word not in {"cho", "của", "tại", _EQUAL} or mark.start - last.unit > _PHRASE:
        return False
    if mark.word == "tại" and not _PLACE.match(folded, mark.unit):
        return False
    return mark.word == _EQUAL or not _PART_ENDS.search(folded, last.unit, mark.start)


def _index(folded: str, start: int, number: int) -> bool:
    """Whether a number tells how the economy stands, and no act: `thu nhập bình quân đầu người đạt 62 triệu đồng`."""
    low = max(start, number - _INDEX_REACH)
    mark = max(folded.rfind(",", low, number), folded.rfind(";", low, number), folded.rfind(".", low, number))
    return _INDEX.search(folded, max(low, mark + 1), number) is not None  # it stands in one phrase


def _rate(said: Sentence, start: int, unit: int) -> bool:
    """Whether a number counts what there is of each: `12 triệu đồng/người`, `mỗi hộ được vay 12 triệu đồng`."""
    folded = said.folded
    if not said.reviewed and folded.find("/", unit, unit + _PHRASE) >= 0 and _RATE.match(folded, unit) is not None:
        return True
    low = max(start, unit - _PHRASE)
    return folded.find("mỗi ", low, unit) >= 0 and _FOR_EACH.search(folded, low, unit) is not None


def _never(said: Sentence, mark: Mark) -> bool:
    """Whether a number counts what is no result (`3 nội dung`); all of a whole is one (`24/24 nội dung đã ...`)."""
    folded = said.folded
    if befell(folded, mark):
        return True
    if folded.startswith("chia ", mark.start) or folded.endswith(_MADE_OF, 0, mark.number):
        return True  # `đã chia ra 5 tổ thảo luận`, `được sáp nhập bởi 4 chi bộ`: how it went, of what it is made
    if MONEY.match(folded, mark.unit) and _ALLOTTED.search(folded, max(0, mark.number - _BESIDE), mark.number):
        return True
    if folded.startswith("chuyên đề", mark.unit) and _OVERSEEN.search(folded, mark.start, mark.number):
        return False
    if said.reviewed and statements.met(
        folded, mark.unit, of_all=mark.word in _OF_AIMS or "/" in folded[mark.number : mark.unit]
    ):
        return False
    return bool(NEVER.match(folded, mark.unit)) and not (mark.word == "/" and _THEN_DONE.match(folded, mark.unit))


def _compared(folded: str, mark: Mark) -> bool:
    """`(tăng 197 đảng viên, giảm 79 tổ chức so với năm 2016)`: the difference to another time."""
    low = max(0, mark.number - _COMPARED_REACH)
    if _COMPARED.search(folded, low, mark.number):
        bracket = folded.rfind("(", low, mark.number)
        beside = bracket < 0 or any(sign.isdigit() for sign in folded[max(0, bracket - _BESIDE) : bracket])
        return mark.word != "giảm" or beside  # `gồm: Tài chính, Nội vụ (giảm 7 phòng)` compares nothing
    return mark.word in {"giảm", "tăng"} and bool(_VERSUS.match(folded, mark.unit))


def _near(said: Sentence, low: int, start: int) -> int:
    """Where the phrase of a joined figure begins: after the first comma or at the first act in `low:start`.

    Where neither stands there, it takes in the two words before its own.
    """
    comma = said.folded.find(", ", low, start)
    if comma >= 0:
        return comma + 2
    acts = moods.between(said.marks().acts, low, start)
    before = _BEFORE.search(said.folded, low, start)
    return acts[0][0] if acts else before.start() if before else start


def _reported(said: Sentence, start: int, mark: Mark) -> bool:
    """Whether the figure of `mark` is told: of its act, of those present, or of places reached."""
    if mark.role in {attendance.PEOPLE, attendance.PART}:
        return mark.role == attendance.PEOPLE or said.after
    if mark.role == "at":
        return _reached(said, start, mark)
    if mark.role == "joint":
        return _joined(said, start, mark)
    if mark.role == "part":
        return _parted(said, start, mark)
    if mark.role in {"name", "label"}:
        return _labelled(said, mark)
    return mark.role == "next" or _tells(said, mark)


def _labelled(said: Sentence, mark: Mark) -> bool:
    """Whether what stands before a colon or `là` says what is told: in a story, under results, after a report."""
    if mark.role == "name":
        return said.after or said.headed
    return said.story or said.folded[said.first : mark.start].strip() == "tổng"


def _tells(said: Sentence, mark: Mark) -> bool:
    return mark.role == "told" or said.reports(mark.number) or _has_subject(said, mark.number)


def _parted(said: Sentence, start: int, mark: Mark) -> bool:
    """`15/18 xã đã ...`, `120 đại biểu tham dự`, `đã giao quyền cho 100% đơn vị`: a part that was reached."""
    folded = said.folded
    if mark.word == "tham gia" and _EVENT.search(folded, max(0, said.first - _EVENT_ABOVE), mark.start):
        return True
    if _GIVEN.search(folded, max(start, mark.start - _GIVEN_REACH), mark.start):
        return any(at < mark.start for at in said.done)
    done = _WAS_DONE.match(folded, mark.unit)
    if done is not None and _TO_DO.search(folded, mark.unit, done.start("word")):
        return False  # `100% đoàn viên phải hoàn thành ...`
    return done is not None and (done["word"] == "đã" or _tells(said, mark))


def _reached(said: Sentence, start: int, mark: Mark) -> bool:
    """`tại 21 thôn đã được thành lập`, `hội nghị ... tại 30 điểm cầu`."""
    if said.folded.startswith("điểm cầu", mark.unit):
        return bool(_EVENT.search(said.folded, start, mark.start))
    if not _PLACE.match(said.folded, mark.unit):
        return False
    if _PASSIVE.match(said.folded, mark.unit):
        return True
    visited = _VISITED.search(said.folded, max(start, mark.start - _VISITED_REACH), mark.start)
    return visited is not None and (any(at < mark.start for at in said.done) or _tells(said, mark))


def _joined(said: Sentence, start: int, mark: Mark) -> bool:
    """`với 250 học viên`, `cho 412 đảng viên`, `với 25 căn nhà được xây mới`: what an act or a meeting reached."""
    folded = said.folded
    if _linked(said, start, mark) or (
        _BE_DONE.match(folded, mark.unit) and (mark.word != "của" or _WERE_DONE.match(folded, mark.unit))
    ):
        return True
    if folded.startswith("điểm cầu", mark.unit):
        return bool(_LINKED.search(folded, said.first, min(said.last, mark.unit + _LINKED_REACH)))
    if mark.word == "với" and _PLACE.match(folded, mark.unit) and _AGREED.search(folded, start, mark.start):
        return _tells(said, mark)
    if mark.word == "đối với":
        told = said.reports(mark.number) or _has_subject(said, mark.number)
        return told and bool(_OVERSEEN.search(folded, start, mark.start))
    if (mark.word == "có" and _has(said, mark)) or (mark.word == "với" and MONEY.match(folded, mark.unit)):
        return mark.word == "có" or any(at < mark.start for at in said.done)
    return bool(PEOPLE.match(folded, mark.unit)) and _people(said, start, mark)


def _linked(said: Sentence, start: int, mark: Mark) -> bool:
    """Whether a meeting was linked to the places that `mark` counts: `trực tuyến tới 34 tỉnh`."""
    places = mark.word in _TO and _PLACE.match(said.folded, mark.unit)
    return bool(places and _ON_LINE.search(said.folded, start, mark.start))


def _has(said: Sentence, mark: Mark) -> bool:
    """`Cả bản có 38 em được cấp áo`; `có 29 câu lạc bộ, trong đó bơi có 11 câu lạc bộ`: what is counted once more."""
    folded = said.folded
    told = said.reports(mark.number)
    if PEOPLE.match(folded, mark.unit) and _BENEFITED.match(folded, mark.unit):
        return True
    framed = said.story or said.dated or (bool(said.told) and said.told[0] < mark.start)  # by more than this `có`
    if (framed or (told and _COUNTABLE.match(folded, mark.unit))) and _DID.match(folded, mark.unit):
        return True
    noun = _NOUN.match(folded, mark.unit)
    return bool(told and noun and re.search(rf"\d {noun.group()}(?!\w)", folded[said.first : mark.start]))


def _people(said: Sentence, start: int, mark: Mark) -> bool:
    """`với 250 học viên`, `có 120 đại biểu tham dự`: people whom an act or a meeting reached."""
    if _PRESENT.match(said.folded, mark.unit):
        return True
    if mark.word == "có" and _OUTCOME.search(said.folded, max(said.first, mark.start - _GIVEN_REACH), mark.start):
        return True
    if mark.word == "có":
        attending = _ATTENDING.search(said.folded, said.first, mark.start)
        return attending is not None and attendance.guests(said.folded, attending.end(), mark.value)
    if said.after and said.folded.startswith("trong đó", said.first):
        return True
    if mark.word in _TO and _SPREAD.search(said.folded, max(said.first, mark.start - _SPREAD_REACH), mark.start):
        return True
    return bool(_EVENT.search(said.folded, start, mark.start)) or any(at < mark.start for at in said.done)


def _has_subject(said: Sentence, number: int) -> bool:
    """Whether a body is the subject of the sentence, whose plain verb then tells (`Huyện ủy mở 3 lớp`)."""
    folded = said.folded
    comma = folded.find(", ", said.first, number) + 2
    if ":" in folded[said.first : number]:
        return False
    begins = (said.first, comma) if comma > 1 else (said.first,)
    return any(bodies.subject(folded, place, number, said.marks()) is not None for place in begins)


def _act(said: Sentence, start: int, mark: Mark) -> int:
    """Where the act of a figure begins: its verb, or for a joined figure the verb or meeting before it."""
    folded = said.folded
    if mark.role == attendance.PEOPLE:
        low = max(folded.rfind(sign, start, mark.start) for sign in ",;:")
        return low + 1 if low >= start else start if mark.start - start < _PHRASE else mark.start
    if mark.role in {statements.ROLE, "verb", "told", "part", "label", "name", "next", attendance.PART}:
        return mark.start
    verbs = moods.between(said.marks().acts, max(start, mark.start - 160), mark.start)
    if verbs and mark.role != "at":
        return verbs[-1][0]
    return start if mark.role == "at" or _EVENT.search(folded, start, mark.start) else mark.start
