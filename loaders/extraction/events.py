"""What a sentence does besides naming documents: its adjunct in front, its event, the body that acts in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice
from typing import TYPE_CHECKING, Final

from loaders.extraction import activities, moods, passages
from loaders.extraction.lexicon import alternatives, table
from loaders.extraction.normal import fold
from loaders.extraction.reading import Act, Link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.extraction.reading import Reading
    from loaders.extraction.tokens import Token

_NEAR, _FAR, _LONGEST, _CLOSE = 700, 1_500, 240, 60
Actor = tuple[int, int] | None
"""Where a body is named that acts."""
FRONT: Final = -1
"""Head of what a fronted adjunct says, until the main clause names who does it."""
_OPENS: Final = re.compile(
    r"(?:[\W\d]*(?:theo (?:báo cáo|thông tin|đánh giá)[^.;:,]{0,80},|"
    r"[^.;:,]{2,80} (?:cho thấy|cho biết|khẳng định|nêu rõ)(?: rằng)?[,:])\s+)?"
    r"(?:[\W]*[^\W\d_]{2,14}(?: [^\W\d_]{2,8}){0,2} ?\)? ?[-–] )?"
    r"[\W\d]*(?:(?:trong )?(?:những|các|mấy|\d+|thời gian|vừa)[\w ]{0,16} qua\s*,\s*(?!việc))?"
    r"(?:(?:vào |trong )?(?:sáng|chiều|tối)?\s*ngày [\d/.-]{3,10}(?: năm \d{4})?\s*,\s*)?"
    r"(?:(?:theo đó|đồng thời|bên cạnh đó|ngoài ra|cụ thể|trước đó),?\s+)?(?:(?:để|nhằm|với mục đích)\s+)?"
    r"(?:(?:nghiêm túc|tích cực|chủ động|kịp thời|khẩn trương)\s+)?"
    r"(?:(?:tiếp tục|tổ chức|trên cơ sở|quán triệt(?: sâu sắc)?(?:,| và))\s+)?(?:việc\s+)?"
)
_PROLONGS: Final = re.compile(r"(?<!\w)(?:để|nhằm|mục đích)\s+tiếp tục\s")
_ADJUNCT: Final = re.compile(
    r"\W*(?:kỷ niệm|chào mừng|hưởng ứng|nhân dịp|nhằm|để|trên cơ sở|căn cứ)(?!\w)[^;.]*,\W*(?:đồng thời\s+)?"
    r"(?:(?:phấn đấu|góp phần|quyết tâm)\s+)?"
)
_GROUND: Final = re.compile(
    r"\W*(?:để|nhằm|thực hiện|triển khai) [^;:.,]{5,200}? theo (?:ý kiến |tinh thần )?(?:chỉ đạo|yêu cầu|đề nghị)"
    r"(?: của [^;:.,]{2,80})? tại\s*|"
    r"[\W\d]*(?:(?:để|nhằm) [^;:.]{5,160}, )?(?:căn cứ|trên cơ sở)(?: vào| theo)?(?: (?:các )?quy định (?:của|tại))?\s*"
)
_ISSUES: Final = re.compile(
    r"(?:ban hành|(?<!\w)ra|(?<!\w)có|(?<!\w)ký|xây dựng|công bố|phê duyệt)(?: (?:một số"
    r"|các) [\w ]{3,30}, (?:trong đó )?có| (?:chương trình|kế hoạch|hướng dẫn|đề án)(?: [\w,]+){0,12} \()?\s*$"
)
_PUTS_OUT: Final = re.compile(r"(?<!\w)(?:ban hành|ra|ký)\s*$")
_REPLIES: Final = re.compile(
    r",\s*[^,;:.]{3,120} (?:báo cáo|thông báo|kính trình|phúc đáp|trả lời|đánh giá)(?!\w)"
    r"[^;.]{0,120}(?:sau|sau đây)\s*[:.]?\s*$"
)
_CLAUSE: Final = re.compile(r",\s*[^\W\d][^,;]{20,}")
_GOES_ON: Final = re.compile(
    r"[\W\d]*(?:(?:đã|triển khai|xây dựng kế hoạch|"
    r"tham mưu|tổ chức|tiến hành|chủ trì|phối hợp|đồng thời|và|cũng)\s*,?\s*)*\s*"
)
_SPAN: Final = re.compile(r"\s*(?:việc |công tác |giữa kỳ )?(\d{1,2})\s+năm")
_BARE: Final = re.compile(
    rf"\s+(?P<word>{alternatives(row['word'] for row in table('types') if row['role'] == 'act')})\s*,"
)
_ALONE: Final = re.compile(
    rf"\s+(?P<word>{alternatives(row['word'] for row in table('types') if row['role'] == 'act')})"
    r"(?=\s+(?:này|trên|nêu trên|đến|tới|cho|tại|trong|ở|vào|trên địa bàn)(?!\w)|\s*[,.;]|\s*$)"
)
# `Gắn việc thực hiện Kế hoạch với ...`: a bare type word between the verb and its second object.
_OURS: Final = re.compile(
    r"\s+(?:việc\s+|quá trình\s+)?(?:(?:tổ chức|triển khai|thực hiện)\s+){0,3}"
    rf"(?P<word>{alternatives(row['word'] for row in table('types') if row['role'] != 'letter')})\s+với(?!\w)"
)
_PLACE: Final = (
    r"(?:tại|trong|ở|sau) (?:buổi |các |lễ |phiên )?(?:hội nghị|lớp|cuộc họp|buổi|phiên họp|lễ)[^;:.,]{0,60}"
)
_AT_EVENT: Final = rf"{_PLACE},? "
_AUDIENCE: Final = (
    r"(?:(?:toàn thể |các |hơn \d+ |gần \d+ |\d+ )?(?:đại biểu|cán bộ|đảng viên|hội viên|học viên"
    r"|đoàn viên|báo cáo viên)"
    r"(?: (?:người|trên|trong|ở|tại) [^;:.,]{0,40}?)?"
    r"(?:,? (?:tham dự|dự|cán bộ|đảng viên|công chức|viên chức|và)[^;:.,]{0,40})*)"
)
# `Tại hội nghị, các đại biểu được quán triệt`, `Hội nghị đã nghe đồng chí X truyền đạt`, `Đồng chí X đã phổ biến`,
# `Các luật được phổ biến tại hội nghị gồm`.
_REPORTS: Final = re.compile(
    rf"\W*(?:{_PLACE}(?: đã| cũng){{1,2}}(?: được)? nghe|(?:{_AT_EVENT})?"
    r"(?:(?:hội nghị|lớp học|buổi học|cuộc họp|buổi làm việc)(?:,| cũng| đã| còn)*"
    rf"(?: (?:được|nghe|tập trung|dành thời gian|tiến hành))+|{_AUDIENCE}(?:(?:,| cũng| đã| còn)*"
    r"(?: (?:được|nghe|tập trung|dành thời gian|cùng nhau))+|(?: cũng)? đã)|"
    r"(?:các )?(?:đồng chí|đ/c|ông|bà|báo cáo viên)(?= \w)(?=.*(?:đã|trực tiếp|lần lượt)(?!\w))))[^;:.]{0,160}"
)
_TOLD: Final = re.compile(
    r"\W*(?:các|những|nhiều|\d{1,2}) (?:nội dung|văn bản|luật|nghị quyết|chỉ thị|quy định|chuyên đề)[^;:.,]{0,60} được "
)
_TOLD_AT: Final = re.compile(r"[^;:.]{0,40} (?:tại|trong) (?:hội nghị|lớp|buổi|đợt)(?!\w)")
_MADE_KNOWN: Final = frozenset({"disseminates", "implements"})
_SAYS: Final = re.compile(
    rf"\W*(?P<word>{alternatives(row['word'] for row in table('types'))}) (?:cũng )?(?P<verb>nêu|chỉ rõ|yêu cầu"
    rf"|khẳng định|nhấn mạnh|quy định|xác định)(?!\w)"
)
_ORDERS: Final = r"(?<!hành )(?<!ra )(?<!ký )(?<!có )chỉ thị|yêu cầu|giao|chỉ đạo"
_SO: Final = re.compile(r"\W*theo đó(?!\w)")
_TOPICAL: Final = re.compile(r"\W*(?:theo đó|kế hoạch|chương trình|chỉ thị|kết luận|nghị quyết)(?!\w)")
_FOR: Final = re.compile(
    rf"\W*(?P<word>{alternatives(row['word'] for row in table('types') if row['role'] != 'letter')})(?: (?:này|trên))?"
    r"(?: được (?:ban hành|xây dựng))? (?:nhằm|để)(?: tiếp tục| tổ chức| kịp thời)? "
)
_SINCE: Final = re.compile(r"\W*(?:ngay )?sau khi [^.]{5,500}? (?:ban hành|ra đời|có hiệu lực)\s*,\s*")
_LEVEL: Final = re.compile(
    r"(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân) (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)"
)
_GIVEN: Final = ("như sau:", "sau đây:", "như sau", "nội dung sau:")
_LEDE: Final = re.compile(r"(?:ban hành|(?<!\w)ra|(?<!\w)có|(?<!\w)ký)\s*$")
_UNTOLD: Final = re.compile(r"(?<!\w)(?:đề nghị|yêu cầu|kiến nghị|nếu|trường hợp|khi)(?!\w)")
_INSPECTS: Final = frozenset({"kiểm tra", "giám sát"})
_TYPES: Final = {row["word"]: row["code"] for row in table("types")}


def _code(named: re.Match[str]) -> str:
    """The type that a word names, however wide its gaps."""
    return _TYPES[" ".join(named["word"].split())]


class Events:
    """The events of one block's sentences; activities go to `reading`."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.fold = reading.fold
        self.fronted: list[tuple[int, int, Link]] = reading.carried
        self.actor: tuple[int, int] | None = None
        self.settled = False  # whether some document or body has taken what the adjunct says
        self.report: Link | None = None
        self.told: Link | None = None  # the last report of the block
        self.speaker: Link | None = None

    def fronts(self, sentence: int, token: Token) -> bool:
        """Whether the verb at `token` opens its sentence: `Thực hiện D, ...`, `Để triển khai D, ...`."""
        lead = self.fold[sentence : token.start]
        return len(lead) < _NEAR and bool(_OPENS.fullmatch(lead) or _ADJUNCT.fullmatch(lead))

    def prolongs(self, sentence: int, token: Token) -> bool:
        """Whether the adjunct in front says that its document goes on: `Để tiếp tục thực hiện D, ...`."""
        return _PROLONGS.search(self.fold, max(sentence, token.start - _NEAR), token.start) is not None

    def grounded(self, sentence: int, at: int) -> bool:
        """Whether the document at `at` is the ground that a sentence opens with: `Căn cứ D, X ban hành E`."""
        near = self.reading.own is None and at - sentence < _NEAR
        return near and _GROUND.fullmatch(self.fold, sentence, at) is not None

    def bare(self, token: Token) -> None:
        """`Để triển khai chỉ thị, ...`: a bare type word in the adjunct is the last document of its type."""
        match = _BARE.match(self.fold, token.end)
        if match is None:
            return
        code = _code(match)
        references = self.reading.references
        last = bisect_left(references, token.start, key=lambda r: r.start)
        before = [i for i in range(max(0, last - 100), last) if references[i].type == code]
        nodes = {self.reading.node(i) for i in before} - {None}
        if len(nodes) == 1:
            node = nodes.pop()
            assert node is not None
            self.fronted.append(
                (before[-1], node, Link(FRONT, "implements", "front", self.fold[token.start : token.end], token.end))
            )

    def only(self, start: int, end: int) -> tuple[int, int] | None:
        """The reference and node that a bare type word at `start` means: the one document of its type named so far."""
        match = _ALONE.match(self.fold, start, end)
        if match is None or not self.reading.text[match.start("word")].isupper():
            return None
        code = _code(match)
        references = self.reading.references
        last = bisect_left(references, start, key=lambda r: r.start)
        before = [i for i in range(max(0, last - 100), last) if references[i].type == code]
        nodes = {self.reading.node(i) for i in before} - {None}
        node = nodes.pop() if len(nodes) == 1 else None
        return None if node is None else (before[-1], node)

    def itself(self, start: int) -> bool:
        """Whether the bare type word after `start` is the text's own instrument, tied to another."""
        own = self.reading.own
        match = None if own is None else _OURS.match(self.fold, start)
        return own is not None and match is not None and _code(match) == self.reading.type_of(own)

    def issued(self, at: int, last: int) -> bool:
        """Whether the document at `at` is what the main clause after an adjunct issues."""
        named = self.fold.endswith("(", 0, at)  # `ban hành Kế hoạch hành động của ngành (Kế hoạch số 5/KH-SYT)`
        return bool(self.fronted) and bool(_ISSUES.search(self.fold[max(0 if named else last, at - 140) : at]))

    def announces(self, index: int, at: int) -> bool:
        """`Thực hiện D, BODY ban hành Kế hoạch X`: an instrument without a number, named by more than D itself."""
        reference = self.reading.references[index]
        if self.reading.own is not None or not self.fronted or not self.reading.text[reference.start].isupper():
            return False
        adjunct = min(at, self.reading.references[self.fronted[-1][0]].stop)
        if at - adjunct > _NEAR or moods.has(self.fold, adjunct, at, moods.UNDONE):
            return False
        inner = range(index + 1, bisect_left(self.reading.references, reference.stop, key=lambda r: r.start))
        known = {node for _, node, _ in self.fronted}
        return _PUTS_OUT.search(self.fold, max(0, at - 24), at) is not None and not any(
            self.reading.node(i) in known for i in inner
        )

    def main(self, sentence: int, end: int, *, told: bool = False) -> tuple[int, int] | None:
        """The body that acts in the main clause after the adjunct of this sentence, or after one carried over.

        `told` says that to report, to inform or to reply is an act as well: an instrument's own.
        """
        references = self.reading.references
        start = sentence
        for i, _, link in reversed(self.fronted):
            reference = references[i]
            if reference.start < sentence and link.at < sentence:
                break  # those before it were read before this sentence too
            if sentence <= reference.start < end and reference.end > start:
                start = reference.end
        return activities.actor_of(self.fold, start, min(end, start + _FAR), self.reading.text, told=told)

    def collective(self, sentence: int, token: Token) -> int | None:
        """An activity of the many that an own text says have carried a document out: `các cấp ủy đã triển khai D`."""
        assert token.cue is not None
        actor = None
        if token.cue.predicate == "implements":
            actor = activities.collective(self.fold, max(sentence, token.start - _NEAR), token.start)
        return None if actor is None else self.act("implementation", actor, sentence, token.end)

    def replies(self, sentence: int, end: int) -> bool:
        """Whether the instrument says after the adjunct what it is for: `Thực hiện D, UBND huyện báo cáo như sau:`."""
        return _REPLIES.search(self.fold, max(sentence, end - _NEAR), end) is not None

    def spent(self, sentence: int, end: int) -> bool:
        """Whether the adjunct's sentence has ended with a main clause of its own; the next is none of its."""
        stops = [self.reading.references[i].stop for i, _, _ in self.fronted[-1:]]
        rest = self.fold[max(sentence, *stops) : end].rstrip()
        return rest.endswith(".") and _CLAUSE.search(rest) is not None

    def act(self, kind: str, actor: tuple[int, int], sentence: int, end: int, years: str = "") -> int:
        """The node of an activity of the body at `actor` in a sentence."""
        name = activities.plain(self.reading.text[actor[0] : min(actor[1], actor[0] + _LONGEST)])
        year = self.reading.year
        day = activities.day(self.fold, self._past_citations(max(sentence, actor[0] - 120), actor[0]), actor[0], year)
        day = day or activities.day_after(self.fold, actor[1], end, year)
        comma = self.fold.find(",", sentence, min(actor[0], sentence + _CLOSE))
        if day is None and comma > 0:  # `Sáng ngày 5/3/2022, thực hiện A, ACTOR ...`
            day = activities.day(self.fold, sentence, comma, year)
        return self.reading.act(Act(kind, name, day, sentence), years, loud=self._loud(sentence, end))

    def _past_citations(self, start: int, end: int) -> int:
        """Where the words begin between the last citation in `start:end` and `end`: its day is no event's."""
        references = self.reading.references
        last = bisect_left(references, end, key=lambda r: r.start) - 1
        if last < 0 or references[last].kind == "plan":
            return start
        day = references[last].date_span
        return max(start, min(end, max(references[last].end, day.end if day else 0)))

    def _loud(self, sentence: int, end: int) -> bool:
        return self.reading.text[sentence : min(end, sentence + 80)].strip()[:60].isupper()

    def head(self, sentence: int, token: Token, spoken: str, clause: int, end: int) -> tuple[int, str] | None:
        """The activity that is the subject of the verb at `token`, in a text that is no instrument's own."""
        assert token.cue is not None
        predicate = token.cue.predicate
        kind = "inspection" if token.cue.words in _INSPECTS else activities.KINDS.get(predicate)
        start = token.start
        if kind is None or self.reading.own is not None or start - clause > _FAR:
            return None
        if predicate == "implements" and passages.honoured(self.fold, sentence, start):
            return None  # a conference that honours those who have carried it out
        if (place := self.there(kind, sentence)) is not None and not moods.has(spoken, 0, len(spoken), moods.UNDONE):
            return place, "event"
        sentence = max(sentence, start - _FAR)
        for rule, actor in self._actors(
            sentence, clause, token, end, done=not moods.has(spoken, 0, len(spoken), moods.UNDONE)
        ):
            if actor is not None:
                return self._of(kind, actor, sentence, token, end), rule
        return None

    def there(self, kind: str, sentence: int) -> int | None:
        """What is made known at the event that the page tells of: `Tại hội nghị, Ban Thường vụ đã quán triệt A`."""
        if kind != "dissemination" or not passages.at_event(self.fold, sentence):
            return None
        known = [*islice((n for n, act in enumerate(self.reading.acts) if act.kind == kind), 2)]
        return self.reading.act_node(known[0]) if len(known) == 1 else None

    def _actors(self, sentence: int, clause: int, token: Token, end: int, *, done: bool) -> Iterator[tuple[str, Actor]]:
        """The bodies that each way of saying who acts finds before the verb, the surest first."""
        fold, start = self.fold, token.start
        yield "praise", activities.praised(fold, sentence, start)
        late = activities.late(fold, sentence, start)
        if late and not moods.has(fold, late[0], start, moods.UNDONE) and not _UNTOLD.search(fold, sentence, late[0]):
            yield "body", late
        if not done:
            return
        yield "event", activities.held(fold, sentence, start, self.reading.text)
        if clause != sentence:
            yield "event", activities.held(fold, clause, start)
        yield "event", activities.host(fold, sentence, start, end)
        since = _SINCE.match(fold, sentence, start)
        yield "event", activities.held(fold, since.end(), start) if since else None
        if self.fronted:
            main = self.main(sentence, token.end)
            yield "event", activities.held(fold, main[0], start) if main is not None else None
            yield "body", main if main is not None and start - main[1] < _CLOSE else None
        yield "body", activities.subject(fold, sentence, start)
        assert token.cue is not None
        if token.cue.predicate != "implements" and _GOES_ON.fullmatch(fold, clause, start):
            yield "running", self.actor

    def _of(self, kind: str, actor: tuple[int, int], sentence: int, token: Token, end: int) -> int:
        span = _SPAN.match(self.fold, token.end)
        if kind == "implementation" and activities.inspects(self.fold, actor[0]):
            kind = "inspection"
        elif kind == "implementation" and activities.met(self.fold, actor[1], token.start):
            kind = "meeting"
        return self.act(kind, actor, sentence, end, span.group(1).lstrip("0") if span else "")

    def tells(self, node: int, at: int, *, alone: bool) -> None:
        """Note the instrument that the page is about: the first whose issue it reports."""
        reading = self.reading
        if (
            reading.topic is None
            and reading.own is None
            and alone
            and node not in reading.plans
            and _LEDE.search(self.fold[max(0, at - 30) : at])
        ):
            reading.topic, reading.topic_at = node, at

    def again(self, node: int, token: Token) -> int:
        """One more thing that the same body did: another activity where it looks back on other years."""
        act = self.reading.acts[self.reading.place(node)]
        span = _SPAN.match(self.fold, token.end)
        return self.reading.act(act, span.group(1).lstrip("0") if span else "")

    def reported(self, sentence: int, actor: tuple[int, int]) -> int | None:
        """The instrument whose content a sentence tells, that begins with `Theo đó` or goes on after `như sau:`."""
        topic = self.reading.topic
        if topic is None or _SO.match(self.fold, sentence):
            return topic
        line = self.reading.text.find("\n", self.reading.topic_at)
        given = 0 <= line <= sentence and self.fold[self.reading.topic_at : line].rstrip().endswith(_GIVEN)
        issuer = self.reading.grouping.documents[topic].issuer
        return topic if given and issuer is not None and fold(issuer) == self.fold[slice(*actor)].strip() else None

    def topic(self, sentence: int, start: int) -> int | None:
        """The instrument whose content the page tells, where the sentence goes on telling it."""
        return self.reading.topic if _TOPICAL.match(self.fold, sentence, start) else None

    def aimed(self, sentence: int, start: int) -> int | None:
        """The page's instrument, where a sentence says what it is for: `Chương trình hành động nhằm cụ thể hóa D`."""
        topic = self.reading.topic
        match = None if topic is None else _FOR.fullmatch(self.fold, sentence, start)
        return topic if topic is not None and match and _code(match) == self.reading.type_of(topic) else None

    def speaks(self, node: int, token: Token) -> None:
        """`Chỉ thị nêu rõ`: what the sentence names, it names in that instrument's words."""
        self.speaker = Link(node, "cites", "speech", self.fold[token.start : token.end], token.end)

    def speech(self, sentence: int, at: int) -> Link | None:
        """What a document is told of that the page's instrument itself names, in its words or its issuer's order."""
        if self.speaker is not None:
            return self.speaker
        topic = self.reading.topic
        said = _SAYS.match(self.fold, sentence, at)
        if topic is not None and said is not None and _code(said) == self.reading.type_of(topic):
            return Link(topic, "cites", "speech", said["verb"], at)
        issuer = None if topic is None else self.reading.grouping.documents[topic].issuer
        if topic is None or issuer is None:
            return None
        sentence = max(sentence, at - _NEAR)
        name = fold(issuer)
        short = _LEVEL.match(name)  # `UBND tỉnh` of `UBND tỉnh Long Hà`
        name = short.group() if short else name
        order = re.search(rf"{re.escape(name)}[^;.,]{{0,30}}\s(?:{_ORDERS})(?!\w)", self.fold[sentence:at])
        return Link(topic, "cites", "speech", order.group()[-12:].strip(), at) if order else None

    def reports(self, sentence: int, token: Token) -> bool:
        """Whether `token` tells what the page's event heard, `Hội nghị cũng nghe ... truyền đạt: A; B`; noted if so."""
        event = next((n for n, act in enumerate(self.reading.acts) if act.kind == "dissemination"), None)
        if event is None and not self.reading.gathering:
            return False
        if token.cue is None or token.cue.predicate not in _MADE_KNOWN:
            return False
        lead = self.fold[sentence : token.start]
        if len(lead) > _NEAR or moods.has(lead, 0, len(lead), moods.UNDONE):
            return False
        if not (_REPORTS.fullmatch(lead) or (_TOLD.fullmatch(lead) and _TOLD_AT.match(self.fold, token.end))):
            return False
        if event is not None:
            node = self.reading.act_node(event)
        else:
            assert self.reading.gathering is not None
            actor, begin, end = self.reading.gathering
            node = self.act("dissemination", actor, begin, end)
        self.report = self.told = Link(node, "disseminates", "report", token.cue.words, token.end)
        return True
