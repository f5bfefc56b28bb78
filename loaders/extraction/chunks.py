"""A sentence as a row of chunks: bodies, acts, words of manner and aspect, times, places, documents, and what is none.

What a chunk can be is closed: the words of `data/chunks.tsv`, of the cues and of the moods, the names of bodies, the
mentions that were read. Each has a letter, so that a grammar is written over the row and not over the words
(`clausal.py`):

    B body  U audience  P person  D document  A act  H hears or tells  V other deed  L light verb  G leads others
    X works with  N light noun  M manner  E aspect  T time  W place  Y recipient  Q purpose  R passive  I teller
    Z not told as a fact  J conjunction  C comma  K quotation mark  # number  ; :  O any other word
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from loaders.extraction import actors, cues
from loaders.extraction.deferred import deferred
from loaders.extraction.lexicon import table

if TYPE_CHECKING:
    from loaders.extraction.reading import Reading

LETTERS: Final = {
    "past": "E", "how": "M", "light": "L", "lead": "G", "with": "X", "deed": "V", "noun": "N", "to": "Y", "join": "J",
    "aim": "Q", "by": "R", "tell": "I", "people": "B", "audience": "U", "opaque": "O",
    "untold": "Z",
}  # fmt: skip
"""The letters of the kinds of `data/chunks.tsv`."""
MOST: Final = 160
"""A sentence of more words than these is no clause that a page narrates."""
_WORD: Final = re.compile(r"[^\W_]+(?:[./-][^\W_]+)*%?|\S")
_MARKS: Final = {",": "C", ";": ";", ":": ":", "“": "K", "”": "K", '"': "K"}
_ACTS: Final = {"implements": "implementation", "disseminates": "dissemination", "reviews": "review"}
_LONGEST: Final = 7  # words of a closed row
_COUNT: Final = r"(?:\d{1,3}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nhiều|những|các|nửa)"
_DAYS: Final = r"\d{1,2}(?:[ ,;và–-]{1,4}\d{1,2}){0,3}"
_TIME: Final = deferred(
    r"(?:(?:vào|trong|từ|đến|kể từ|tính đến|cuối|đầu|giữa|suốt|nhân|ngay|khoảng|lúc|hồi|các|và|riêng) ){0,4}"
    r"(?:(?:sáng|chiều|tối|trưa|hôm) (?:nay|qua|cùng ngày)"
    rf"|(?:sáng|chiều|tối|trưa|ngày)(?: ngày)?,? ?\(?{_DAYS}"
    r"(?:[/.-]\d{1,2}(?:[/.-]\d{4})?|(?: tháng \d{1,2})(?: năm \d{4})?)\)?"
    r"|(?:tháng|quý|năm|giai đoạn|nhiệm kỳ|năm học) (?:\d[\d/-]{0,9}|[ivx]{1,4})(?:[ /–-]{1,3}\d{2,4})?(?: năm \d{4})?"
    rf"|(?:hơn |gần )?{_COUNT} (?:năm|tháng|ngày|quý)(?: rưỡi)?(?: (?:đầu|cuối) (?:năm|nhiệm kỳ))?(?: \d{{4}})?"
    r" (?:qua|gần đây|nay|trở lại đây)"
    r"|(?:thời gian|nhiệm kỳ|năm|tháng|tuần|giai đoạn|những ngày)(?: vừa)? qua|vừa qua|mới đây|gần đây|đến nay|hiện nay"
    r"|hiện|cùng ngày|dịp này|hằng năm|hàng năm|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?|đầu (?:năm|nhiệm kỳ)"
    r"|trước đó|sau đó|tiếp đó|(?P<coming>(?:thời gian|năm|tháng|tuần|giai đoạn) tới|sắp tới|tới đây))(?!\w)"
)
_BEGINS_TIME: Final = frozenset(
    (
        "vào", "trong", "từ", "đến", "kể", "tính", "cuối", "đầu", "giữa", "suốt", "nhân", "ngay", "khoảng", "lúc",
        "hồi", "các", "và", "riêng", "sáng", "chiều", "tối", "trưa", "hôm", "ngày", "tháng", "quý", "năm", "giai",
        "nhiệm", "hơn", "gần", "một", "hai", "ba", "bốn", "sáu", "bảy", "tám", "chín", "mười", "nhiều", "những",
        "nửa", "thời", "tuần", "vừa", "mới", "hiện", "cùng", "dịp", "hằng", "hàng", "trước", "sau", "tiếp", "sắp",
        "tới",
    )
)  # fmt: skip
_PLACE: Final = deferred(
    r"(?:tại|ở|trên địa bàn|trong toàn|trên toàn|trong phạm vi|trong(?= (?:tỉnh|huyện|xã|phường)))(?!\w)"
)
_BEGINS_PLACE: Final = frozenset({"tại", "ở", "trên", "trong"})
_MATTERS: Final = frozenset({"việc", "công", "tình", "kết", "về"})  # with what a place ends and a matter begins
_ENDS_PLACE: Final = frozenset("ALEVRGQIZXHUYK")
_BRACKET: Final = re.compile(r"\([^()]{0,160}\)")
_NAMED: Final = re.compile(r"“[^“”.,;:\n]{2,50}”")  # what a thing is called: no words of it are said of anybody
_LED: Final = deferred(
    r"do [^;.:]{3,160}?(?:làm (?:trưởng|phó|tổ|chủ trì)[^,;.:]{0,30}?|dẫn đầu|chủ trì)"
    r"(?=,| (?:đã|vừa|có|tiến hành|kiểm tra|giám sát|khảo sát|tổ chức)(?!\w)|$)"
)
_UNDER: Final = deferred(r"dưới sự (?:chủ trì|chỉ đạo|lãnh đạo|điều hành) (?:trực tiếp )?của [^;.:,]{3,120}(?=,)")
_PERSON: Final = deferred(r"(?:các )?(?:đồng chí|đ/c|ông|bà(?! con)|thầy|cô)(?!\w)")
_BEGINS_PERSON: Final = frozenset({"các", "đồng", "đ", "đ/c", "ông", "bà", "thầy", "cô"})
_OFFICE: Final = deferred(
    r"(?:tập thể )?(?:ban )?lãnh đạo |(?:phó )?(?:tổ )?trưởng |đại diện "
    r"|(?P<place>(?:tổ|thôn|ấp|bản|làng|khu phố|khóm|buôn) (?=\w))"
)
_TEAM: Final = deferred(r"(?:đoàn|tổ) (?:công tác )?(?:kiểm tra|giám sát|khảo sát|thanh tra|làm việc)(?!\w)")
_SHORTHAND: Final = re.compile(r"[A-ZĐƯ]{2,8}(?![^\W_])(?!-)")
_NO_BODY: Final = re.compile(r"[IVXLC]+$|(?:NQ|CT|KL|QĐ|KH|HIV|BHYT|VN|COVID|NTM|OCOP|CNTT|QCDC|XHCN|AT\w+|AN\w+)$")
_OF: Final = frozenset(
    {"của", "trong", "ở", "trên", "địa", "bàn", "thuộc", "cấp", "trực", "các", "tại", "người", "từ", "đông", "đảo"}
)
_INTO: Final = deferred(r"đưa [^;.]{8,260}? (?:đi )?vào (?:cuộc sống|thực tiễn|thực tế|đời sống)(?!\w)")

_AHEAD: Final = deferred(  # what a body is called that does something before others, or best
    r"là (?:một trong (?:những |các |số ít )?)?"
    r"(?:(?:địa phương|đơn vị|huyện|tỉnh|xã|phường|ngành|cơ quan|chi bộ|đảng bộ) )?"
    r"(?:đi đầu|dẫn đầu|tiêu biểu|điển hình|tiên phong|điểm sáng|làm tốt|đầu tiên)(?!\w)"
    r"(?: [^;:.,]{2,50}?(?= (?:trong|về) (?:việc|công tác|quá trình|tổ chức|triển khai|thực hiện|thi hành)))?"
)

_REPORT: Final = deferred(  # stock that is taken: `báo cáo (Chính phủ) kết quả`, `họp cho ý kiến về tình hình`
    r"(?:báo cáo(?! viên)|cho ý kiến|thảo luận)(?: [^,;:.]{2,60}?)? (?:kết quả|tình hình)(?!\w)"
)
_BEGINS_REPORT: Final = frozenset({"báo", "cho", "thảo"})


class Chunk(NamedTuple):
    """One chunk: its letter, where it stands, what kind of act it is (of an act), the reference (of a document)."""

    letter: str
    start: int
    end: int
    kind: str = ""
    place: int = -1


@cache
def _words() -> dict[str, tuple[str, str]]:
    """Every closed word with its letter and the kind of act that it is."""
    known = {row["word"]: ("Z", "") for row in table("moods")}
    known |= {row["word"]: (LETTERS[row["kind"]], "") for row in table("chunks")}
    for cue in cues.cues():
        if cue.form == "heard":
            known.setdefault(cue.words, ("H", "dissemination"))
        elif cue.predicate in _ACTS:
            known[cue.words] = ("A", "inspection" if cue.words in cues.INSPECTS else _ACTS[cue.predicate])
    return known


@cache
def _firsts() -> frozenset[str]:
    """The first words of all closed words."""
    return frozenset(words.split(" ", 1)[0].rstrip(",") for words in _words())


def chunks(reading: Reading, start: int, end: int) -> list[Chunk]:
    """The chunks of `start:end`, from left to right; none where it is too long for a sentence."""
    words = [match.span() for match in islice(_WORD.finditer(reading.fold, start, end), MOST + 1)]
    return Chunker(reading, words, end).run() if len(words) <= MOST else []


class Chunker:
    """Reads one sentence into chunks."""

    def __init__(self, reading: Reading, words: list[tuple[int, int]], end: int) -> None:
        self.reading, self.fold, self.text = reading, reading.fold, reading.text
        self.words, self.end = words, end
        self.limit = end  # where the next document begins
        self.found: list[Chunk] = []

    def run(self) -> list[Chunk]:
        """All chunks."""
        place, references = 0, self.reading.references
        index = bisect_left(self.reading.starts, self.words[0][0]) if self.words else 0
        while place < len(self.words):
            at = self.words[place][0]
            while index < len(references) and self.reading.at(index) < at:
                index += 1
            begin = self.reading.at(index) if index < len(references) else self.end
            if begin == at and references[index].kind != "own":
                stop = min(max(references[index].stop, references[index].end), self.end)
                self.found.append(Chunk("D", at, stop, place=index))
            else:
                self.limit = min(begin if begin > at else self.end, self.end)
                self.found.append(self.chunk(place))
            place = self.after(place, self.found[-1].end)
        return self.found

    def after(self, place: int, stop: int) -> int:
        """The first word behind `place` that begins at `stop` or later."""
        place += 1
        while place < len(self.words) and self.words[place][0] < stop:
            place += 1
        return place

    def chunk(self, place: int) -> Chunk:
        """The chunk that begins with a word that begins no document."""
        at, stop = self.words[place]
        word = self.fold[at:stop]
        if not word[0].isalnum():
            if (name := _NAMED.match(self.fold, at, self.limit)) is not None:
                return Chunk("O", at, name.end())
            bracket = _BRACKET.match(self.fold, at, self.end)
            return Chunk("W", at, bracket.end()) if bracket else Chunk(_MARKS.get(word, "O"), at, stop)
        found = self.time(at, word) or self.person(place, word) or self.known(place)
        return found or self.place(place, word) or Chunk("O", at, stop)

    def time(self, at: int, word: str) -> Chunk | None:
        """When something is done; what is yet to come is told as no fact."""
        if not (word[0].isdigit() or word in _BEGINS_TIME) or (self.found and self.found[-1].letter == "#"):
            return None
        time = _TIME.match(self.fold, at, self.limit)
        if time is None:
            return None
        coming = time["coming"] or self.fold.startswith(" tới", time.end())
        return Chunk("Z" if coming else "T", at, time.end())

    def person(self, place: int, word: str) -> Chunk | None:
        """The name of a person, without the office; who leads a body, told behind its name, is part of the how."""
        at, stop = self.words[place]
        leads = {"do": _LED, "dưới": _UNDER}.get(word)
        led = None if leads is None else leads.match(self.fold, at, self.end)
        if led is not None:
            return Chunk("W", at, led.end())
        if word not in _BEGINS_PERSON or _PERSON.match(self.fold, at, self.limit) is None:
            return None
        for begin, end in self.words[place + 1 :]:
            if begin >= self.limit or not (self.text[begin].isupper() or self.fold[begin:end] == "chí"):
                break
            stop = end
        return Chunk("P", at, stop)

    def known(self, place: int) -> Chunk | None:
        """The name of a body, or a closed word."""
        closed, body = self.closed(place), self.body(place)
        if closed is not None and closed.letter in "UO" and (body is None or body <= closed.end):
            return closed
        if body is not None and (closed is None or body > closed.end or closed.letter == "B"):
            return Chunk("B", self.words[place][0], body)
        return None if self.placing(place) else closed

    def placing(self, place: int) -> bool:
        """Whether a place begins here: no `tại` of a light noun, as in `các nhiệm vụ tại D`."""
        at, end = self.words[place]
        word = self.fold[at:end]
        if word not in _BEGINS_PLACE or (word == "tại" and self.found and self.found[-1].letter == "N"):
            return False
        return _PLACE.match(self.fold, at, self.limit) is not None

    def place(self, place: int, word: str) -> Chunk | None:
        """Where something is done: before a comma, a verb, a document."""
        where = _PLACE.match(self.fold, self.words[place][0], self.limit) if word in _BEGINS_PLACE else None
        if where is None or not self.placing(place):
            return None
        begin, stop = self.words[place][0], where.end()
        first = place = self.after(place, stop)
        while place < len(self.words) and place - first < 2 * _LONGEST:
            at, end = self.words[place]
            closed = None if self.text[at].isupper() else self.closed(place)
            if (
                self.fold[at:end] in _MATTERS
                or at >= self.limit
                or self.fold[at] in ',.;:()“”"'
                or (closed and closed.letter in _ENDS_PLACE)
            ):
                break
            stop, place = end, place + 1
        return Chunk("W", begin, stop)

    def closed(self, place: int) -> Chunk | None:
        """The closed words that begin at `place`, or a number."""
        at, end = self.words[place]
        if self.fold[at].isdigit():
            return Chunk("#", at, end)
        word = self.fold[at:end]
        return self.phrase(at, word) or (self.row(place) if word in _firsts() else None)

    def row(self, place: int) -> Chunk | None:
        """The longest closed word that begins at `place`."""
        at = self.words[place][0]
        known = _words()
        for last in range(min(place + _LONGEST, len(self.words)) - 1, place - 1, -1):
            stop = self.words[last][1]
            found = known.get(self.fold[at:stop]) if stop <= self.limit else None
            if found is not None:
                return Chunk(found[0], at, stop, found[1])
        return None

    def phrase(self, at: int, word: str) -> Chunk | None:
        """What is known by more than a closed row: that a body is ahead, that it takes stock, `đưa D vào cuộc sống`."""
        if word == "là":
            ahead = _AHEAD.match(self.fold, at, self.limit)
            return Chunk("E", at, ahead.end()) if ahead else None
        if word == "đưa":
            return Chunk("A", at, at + 3, "implementation") if _INTO.match(self.fold, at, self.end) else None
        report = _REPORT.match(self.fold, at, self.limit) if word in _BEGINS_REPORT else None
        return Chunk("A", at, report.end(), "review") if report else None

    def opening(self) -> bool:
        """Whether a clause may begin here."""
        return not self.found or self.found[-1].letter in "C;:TWJ"

    def body(self, place: int) -> int | None:
        """Where the name of a body ends that begins at `place`, if one does: not inside a word, as in `nông thôn`."""
        at = self.words[place][0]
        if self.found and self.found[-1].letter == "O" and not self.text[at].isupper():
            return None
        head = self.head(place)
        return None if head is None else self.grown(self.after(place, head), head)

    def head(self, place: int) -> int | None:
        """Where the words end by which the name of a body at `place` is known."""
        at = self.words[place][0]
        named = actors.BODY_AT.match(self.fold, at, self.limit)
        team = _TEAM.match(self.fold, at, self.limit)
        if team is not None:
            return team.end()
        if named is not None and not self.fold.startswith(("tổ chức", "ban hành"), at):
            return named.end()
        office = _OFFICE.match(self.fold, at, self.limit) if self.opening() else None
        if office is not None and (office["place"] or actors.BODY_AT.match(self.fold, office.end(), self.limit)):
            return office.end()
        closed = self.closed(place)
        if closed is not None:
            return closed.end if closed.letter == "B" else None
        short = _SHORTHAND.match(self.text, at)
        if short is None or _NO_BODY.match(short.group()) or self.text[at : at + 60].isupper():
            return None
        return short.end()

    def grown(self, place: int, stop: int) -> int:
        """Where the name goes on to: over words printed with capitals, words of no kind, and what joins them."""
        words, fold, text = self.words, self.fold, self.text
        while place < len(words) and words[place][0] < self.limit:
            at, end = words[place]
            word = fold[at:end]
            if word == "(" and (bracket := _BRACKET.match(fold, at, self.end)):
                end = bracket.end()
            elif text[at].isupper():
                end = self.capital(place)
            elif word == "do":
                break
            elif word in {"và", ","}:
                if not self.joined(place, word):
                    break
            elif word not in _OF and word not in {"-", "–"}:
                closed = self.closed(place)
                if not word[0].isalnum() or _TIME.match(fold, at, self.limit) or actors.VERBAL.match(fold, at):
                    break
                if closed is not None and closed.letter not in "B#":
                    break
            stop, place = end, self.after(place, end)
        return stop

    def capital(self, place: int) -> int:
        """Where the word ends that is printed with a capital here: it may be longer, as in `Bộ Tài chính`."""
        at, end = self.words[place]
        named = actors.COMMITTEE.match(self.fold, at, self.limit)
        closed = self.closed(place) if named is None else None
        if named is not None:
            return named.end()
        return closed.end if closed is not None and closed.letter == "O" else end

    def joined(self, place: int, word: str) -> bool:
        """Whether the name goes on behind `và` or a comma: `Sở Văn hóa, Thể thao và Du lịch`, `Đảng ủy và UBND xã`."""
        if place + 1 == len(self.words) or self.words[place + 1][0] >= self.limit:
            return False
        at = self.words[place + 1][0]
        if actors.BODY_AT.match(self.fold, at, self.limit) is not None:
            return word == "và" or self.text[at].isupper()
        ahead = [self.fold[a:b] for a, b in self.words[place + 1 : place + 7]]
        listed = "và" in ahead and not {",", "đã"} & set(ahead[: ahead.index("và")])
        return self.text[at].isupper() and (word == "và" or listed)
