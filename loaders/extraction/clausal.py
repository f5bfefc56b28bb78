"""The narrated clause: who has done what to which document, read over a row of chunks and not over words.

The grammar is of the letters of `chunks.py`. A body (`B`) with what says when, where and how (`T W E M`), other things
it did besides (`V ... ,`) or had others do (`G B`), the verbs that govern the document (`L A N`), the documents
(`D , D`). It tells a deed only where the clause tells a fact: something says that it is past or goes on (`E`, a past
`T`), and nothing in front of its verb that it is asked, planned, denied or supposed (`Z`).
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from loaders.extraction import activities, passives
from loaders.extraction.chunks import Chunk, chunks
from loaders.extraction.deferred import deferred

if TYPE_CHECKING:
    from loaders.extraction.reading import Reading

_BODIES: Final = r"B(?:[CJ]{1,2}B){0,6}+(?:[NOWB]{1,8}(?=M?E))?"
_HOW: Final = r"(?:[EMTW]|C(?=[TWEM])|(?<=[TW])C){0,10}+"
_VERBS: Final = r"[LMEHNJC#Y]{0,12}+A[MNJC#ALHYBW]{0,14}?"
_BESIDES: Final = r"(?:[VLGAHX][^EKZ:RPI]{0,60}?[CJ;]{1,2})"
_LED: Final = r"(?:L?[GX][MC]{0,3}+(?:B(?:[CJ]{1,2}B){0,6}+|N{0,2}[BO]{1,4})?[CMEJW]{0,4}+)"
_PAPER: Final = r"(?:V{1,3}[#NJCM]{1,6}Q?|[VL][^EKZ:;RPI]{1,16}?Q)"
_OBJECTS: Final = r"(?:D[N#W]{0,3}(?:[CJ;]{1,2}[N#]{0,4}|VYN{0,2}A?)){0,8}D"
_ENDS: Final = frozenset("C;:YTWJXQK")  # the letters before which a list of what is made known has ended
_OPENS: Final = r"(?:^|(?<=[C;:IT]))"
_ACTIVE: Final = deferred(
    rf"(?P<subject>{_BODIES})(?P<how>{_HOW})(?P<besides>{_BESIDES}??[EMTW]{{0,6}}+)(?P<led>{_LED}??)(?P<paper>{_PAPER}??)"
    rf"(?P<verbs>{_VERBS})(?P<taught>(?:[NO][NO]{{0,11}}[CJ]{{1,2}}N?){{0,2}}?)(?P<objects>{_OBJECTS})"
)
_FRONT: Final = deferred(
    rf"{_OPENS}[MJC]{{0,3}}(?:[TW]C?){{0,2}}(?P<front>Q?[OMN#TJ]{{0,6}}?)(?P<verbs>[LMGNJC#H]{{0,8}}?A[MNJC#ALHG]{{0,12}}?)"
    r"(?P<objects>D(?:[TW]?[CJ;]{1,2}[N#CMA]{0,6}D){0,8})[TWNOBAD#MC]{0,20}?[C;][CTWM]{0,8}+"
    rf"(?P<subject>{_BODIES})(?P<how>{_HOW})(?P<verb>[VLGAXH]|(?<=[EM])[NOBDY])"
)
_MAIN: Final = deferred(rf"[CTWM]{{0,8}}+(?P<subject>{_BODIES}){_HOW}[VLGAXH]")
_PASSIVE: Final = deferred(
    rf"(?P<verbs>[NAMJC]{{0,10}})(?P<objects>{_OBJECTS})[EMTW]{{0,6}}R(?P<subject>{_BODIES})(?P<more>[EMJC]{{0,6}}[LGAM])"
)
_AUDIENCE: Final = deferred(
    rf"(?:^|(?<=[C;:TWN#]))(?:[UB][NOBUCJ]{{0,10}}[EMC]{{0,3}}|U[^Z;:]{{0,40}}?[CJ])R[ONH]{{0,4}}(?P<subject>(?:{_BODIES})?)[EM]{{0,3}}"
    rf"(?P<verbs>{_VERBS})(?P<objects>{_OBJECTS})"
)
_SPEAKER: Final = deferred(
    rf"(?:^|(?<=[C;:TW]))P(?:C?[OBNW]{{1,14}}?C?)??[EM]{{0,3}}(?P<verbs>{_VERBS})(?P<objects>{_OBJECTS})"
)
_EVENT: Final = deferred(rf"(?P<event>[WN])[NM]{{0,3}}(?P<verbs>A[MNJC#A]{{0,10}}?)(?P<objects>{_OBJECTS})")
_AT_EVENT: Final = deferred(rf"(?P<objects>{_OBJECTS})[EMTW]{{0,6}}R(?P<verbs>M{{0,3}}A[MNJC]{{0,4}})W")
_NAMES_EVENT: Final = deferred(
    r"(?:hội nghị|hội thảo|lễ|tọa đàm|cuộc họp|phiên họp)(?: (?:toàn quốc|trực tuyến|toàn thể|tập huấn))*$"
)
_HELD: Final = deferred(
    r"(?<!\w)(?<!sẽ )(?:được tổ chức|diễn ra|khai mạc|cho biết|nhấn mạnh|khẳng định|phát biểu|đánh giá|đã|chủ trì"
    r"|(?<!kiến )(?<!thể )do (?:[^;:.,]|, (?=ban |bộ |ubnd |ủy ban )){3,90}? tổ chức(?! sẽ))(?!\w)"
)
_ATTENDED: Final = deferred(r"(?<!\w)(?:tham dự|tham gia|dự|theo dõi)(?: buổi)? $")
_SPAN: Final = deferred(
    r"(?:ngay )?(?:sau|qua|trải qua|trong|suốt|trong suốt)(?: (?:hơn|gần|suốt))?"
    r" (?:\d|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nửa|nhiều|những|các|thời gian|quá trình|chặng)"
)
_AIM: Final = deferred(r"(?:để|nhằm|nhằm để|tiếp tục|với mục tiêu|với quyết tâm)?(?: [^\W\d]+){0,4} ?")
_PAST: Final = deferred(r"\d{1,2}[/.-]\d|qua(?!\w)|nay(?!\w)|mới đây|ngày|tháng \d|năm \d{4}|năm học")
_MINDED: Final = deferred(r"\W*(?:xác định|nhận thức|ý thức|quán triệt|phát huy|xuất phát từ|thực hiện)(?!\w)")
_FOR_BODY: Final = deferred(r"(?:tập thể |đại diện )?(?:(?:ban )?lãnh đạo |(?:phó )?trưởng (?=ban |đoàn |phòng ))?")
_STOCK: Final = (" kết quả", " tình hình")
_LAUNCHES: Final = deferred(r"(?:phát động|ra quân|khánh thành|khởi công|ra mắt|trao|tổ chức|mở)(?!\w)")
_DUE: Final = deferred(r"(?<!\w)(?:trước ngày|chậm nhất|định kỳ|(?:hằng|hàng) (?:tháng|quý|năm))(?!\w)")
_DRAFTS: Final = (" dự thảo", " dự án")


class Deed(NamedTuple):
    """What has been done: the kind of activity, who did it (None: whose event it was), the verb, the references.

    `rule` is the rule of grammar (`data/rules.tsv`).
    """

    kind: str
    actor: tuple[int, int] | None
    verb: tuple[int, int]
    places: tuple[int, ...]
    rule: str


def deeds(reading: Reading, start: int, end: int) -> list[Deed]:
    """What the sentence `start:end` tells that has been done about documents."""
    row = chunks(reading, start, end)
    found = Clauses(reading, row).read() if row else []
    return [deed for deed in found if not _quoted(reading.fold, start, deed.verb[0])]


def _quoted(fold: str, start: int, verb: int) -> bool:
    """Whether a verb stands in quoted words: a slogan or what somebody said, not what the page tells."""
    return fold.rfind("“", start, verb) > fold.rfind("”", start, verb)


def main_actor(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """The body that is the subject of the main clause with which `start:end` goes on behind an adjunct."""
    row = chunks(reading, start, end)
    match = _MAIN.match("".join(chunk.letter for chunk in row))
    if match is None:
        return None
    return row[match.start("subject")].start, row[match.end("subject") - 1].end


class Clauses:
    """The clauses of one row of chunks."""

    def __init__(self, reading: Reading, row: list[Chunk]) -> None:
        self.reading, self.fold, self.row = reading, reading.fold, row
        self.letters = "".join(chunk.letter for chunk in row)

    def read(self) -> list[Deed]:
        """All deeds that the row tells."""
        found, place = list[Deed | None](), 0
        while place < len(self.row):
            match = _ACTIVE.match(self.letters, place) if self.letters[place] == "B" and self.begins(place) else None
            deed = None if match is None else self.active(match)
            found.append(deed)
            place = place + 1 if deed is None or match is None else match.end()
        ways = ((_FRONT, self.front), (_AUDIENCE, self.taught), (_SPEAKER, self.spoken), (_EVENT, self.event))
        for pattern, read in (*ways, (_PASSIVE, self.passive), (_AT_EVENT, self.placed)):
            found += [read(match) for match in pattern.finditer(self.letters)]
        return [deed for deed in found if deed is not None]

    def begins(self, place: int) -> bool:
        """Whether a clause may begin at `place`: no list of those who are spoken of goes on there."""
        if (
            place > 1
            and self.letters[place - 2] not in ";:CTW"
            and self.fold.startswith("do ", self.row[place - 1].start)
        ):
            return True  # `cuộc thi do BODY phát động`
        before = self.letters[max(0, place - 2) : place]
        return not before or before[-1] in ";:TIW" or (before[-1] == "C" and before[0] not in "BP")

    def active(self, match: re.Match[str]) -> Deed | None:
        """`BODY đã (ban hành kế hoạch, chỉ đạo các tổ) thực hiện D`."""
        kind, verb = self.act(match)
        apart = (match["paper"] and kind != "implementation") or (match["taught"] and kind != "dissemination")
        if apart or not self.real(match) or self.fold.startswith(" là ", self.row[match.end() - 1].end):
            return None  # `..., thực hiện D là trách nhiệm của mỗi người`
        after = self.row[match.end() : match.end() + 1]
        if "O" in match["taught"] and after and after[0].letter not in _ENDS and self.fold[after[0].start].isalnum():
            return None  # `tuyên truyền tác hại của rượu, D (quy định ...)`
        return Deed(kind, self.subject(match), verb, self.objects(match), "body")

    def front(self, match: re.Match[str]) -> Deed | None:
        """`Thực hiện D, BODY đã ...`, `Để triển khai D, BODY ...`, `Qua 5 năm thực hiện D, BODY đã ...`."""
        kind, verb = self.act(match)
        lead = self.fold[self.row[match.start("front")].start : verb[0]]
        span = _SPAN.match(lead) is not None
        if not span and (kind != "implementation" or _AIM.fullmatch(lead) is None):
            return None
        if "Z" in self.letters[match.start() : match.end()] or (span and "E" not in match["how"]):
            return None
        if self.fold.startswith(_DRAFTS, self.row[match.start("verb")].end):
            return None
        return Deed(kind, self.subject(match), verb, self.objects(match), "span" if span else "front")

    def passive(self, match: re.Match[str]) -> Deed | None:
        """`Việc thực hiện D được BODY quan tâm`, `D đã được BODY quán triệt`."""
        named = match["verbs"].startswith("N") and self.begins(match.start())
        start = match.start() if named else match.start("more")
        acts = [c for c in self.row[start : match.end()] if c.letter == "A"]
        if not acts or "Z" in self.letters[: match.start("subject")]:
            return None
        return Deed(acts[0].kind, self.subject(match), acts[0][1:3], self.objects(match), "body")

    def placed(self, match: re.Match[str]) -> Deed | None:
        """`D được quán triệt tại hội nghị do BODY tổ chức`."""
        kind, verb = self.act(match)
        if kind not in {"review", "dissemination"} or "Z" in self.letters[: match.end()]:
            return None
        held = passives.holder(self.fold, self.row[match.end() - 1].start, self.row[-1].end)
        return Deed(kind, held, verb, self.objects(match), "event") if held else None

    def taught(self, match: re.Match[str]) -> Deed | None:
        """`Bà con được Công an xã tuyên truyền D`, `Các đại biểu được nghe phổ biến D`."""
        kind, verb = self.act(match)
        if kind != "dissemination" or "Z" in self.letters[: match.end("verbs")]:
            return None
        actor = self.subject(match)
        return Deed(kind, actor, verb, self.objects(match), "report" if actor is None else "body")

    def spoken(self, match: re.Match[str]) -> Deed | None:
        """`Đồng chí A, Bí thư Đảng ủy xã, triển khai D`: what somebody makes known at an event."""
        kind, verb = self.act(match)
        told = kind == "dissemination" or self.fold[slice(*verb)] == "triển khai"
        if not told or set("NHL") & set(match["verbs"].split("A")[0]) or "Z" in self.letters[: match.end("verbs")]:
            return None
        return Deed("dissemination", None, verb, self.objects(match), "report")

    def event(self, match: re.Match[str]) -> Deed | None:
        """`Hội nghị tổng kết D được tổ chức`, `tại Hội nghị tổng kết D, ông A cho biết`: nobody is told to hold it."""
        kind, verb = self.act(match)
        place = match.start("event")
        name = self.fold[self.row[place].start : self.row[match.start("verbs") - 1].end]
        if kind not in {"review", "dissemination"} or _NAMES_EVENT.search(name) is None:
            return None
        attended = _ATTENDED.search(self.fold, self.row[0].start, self.row[place].start) is not None
        busy = not attended and set("LV") & set(self.letters[max(0, place - 8) : place])
        if "Z" in self.letters[: match.end("verbs")] or busy:
            return None
        told = "R" in self.letters[:place] or _HELD.search(self.fold, verb[0], self.row[-1].end)
        return Deed(kind, None, verb, self.objects(match), "event") if told else None

    def act(self, match: re.Match[str]) -> tuple[str, tuple[int, int]]:
        """What the first of the verbs does; that a thing is carried out only says that the next verb is done."""
        start, end = match.span("verbs")
        acts = [n for n in range(start, end) if self.letters[n] == "A"]
        first = acts[0]
        for n in acts[1:]:
            if self.row[first].kind != "implementation" or set("JC") & set(self.letters[first:n]):
                break
            first = n
        return self.row[first].kind, self.row[first][1:3]

    def subject(self, match: re.Match[str]) -> tuple[int, int] | None:
        """The span of those who act, if any are told."""
        start, end = match.span("subject")
        while start < end and self.letters[end - 1] == "W":  # where it acts, and who leads it
            end -= 1
        if start == end:
            return None
        begin, stop = self.row[start].start, self.row[end - 1].end
        lead = _FOR_BODY.match(self.fold, begin, stop)
        return begin if lead is None else lead.end(), stop

    def objects(self, match: re.Match[str]) -> tuple[int, ...]:
        """The references of the documents, up to one whose name holds others: what follows it may be of that name."""
        found, references = list[int](), self.reading.references
        for chunk in self.row[slice(*match.span("objects"))]:
            if chunk.letter == "D":
                found.append(chunk.place)
                inner = chunk.place + 1
                if inner < len(references) and references[inner].start < chunk.end:
                    break
        return tuple(found)

    def real(self, match: re.Match[str]) -> bool:
        """Whether the clause tells a fact."""
        if "Z" in self.letters[: match.end("verbs")]:
            return False
        said = self.letters[match.end("subject") : match.end("verbs")]
        if "E" in said or _MINDED.match(self.fold, self.row[0].start):
            return True
        stock = self.fold.endswith(_STOCK, *self.act(match)[1]) and not set(self.letters[: match.start()]) - set("CTW")
        if stock and _DUE.search(self.fold, self.row[0].start, self.row[-1].end) is None:
            return True  # `BODY họp cho ý kiến về kết quả`
        paper = self.row[match.start("paper") : match.end("paper")]
        if paper and paper[-1].letter == "Q" and any(_LAUNCHES.match(self.fold, c.start) for c in paper):
            return True  # `BODY phát động X nhằm`
        held = pairwise(self.row[match.end("subject") : match.end("verbs")]) if not set("VGX") & set(said) else ()
        if any(a.letter + b.letter == "LN" and self.fold.startswith(activities.EVENTS, b.start) for a, b in held):
            return True  # `BODY tổ chức hội nghị`
        times = (c for c in self.row[: match.end("verbs")] if c.letter == "T")
        return any(_PAST.search(self.fold, c.start, c.end) for c in times)
