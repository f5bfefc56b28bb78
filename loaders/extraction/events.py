"""What bodies do about documents in a sentence: the activity that a verb has as its subject, and what an event heard.

Read are the words before the verb (who holds, who has done, who is praised) and, after it, the days and years.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice
from typing import TYPE_CHECKING, Final

from loaders.extraction import (
    activities,
    actors,
    deeds,
    eventdays,
    hearings,
    inspections,
    moods,
    passages,
    passives,
    reporters,
)
from loaders.extraction.cues import INSPECTS
from loaders.extraction.lexicon import begins
from loaders.extraction.reading import Act, Link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.extraction.adjuncts import Adjuncts
    from loaders.extraction.reading import Reading
    from loaders.extraction.tokens import Token

_NEAR, _FAR, _LONGEST, _CLOSE = 700, 1_500, 240, 60
Actor = tuple[int, int] | None
"""Where a body is named that acts."""
_GOES_ON: Final = re.compile(
    r"[\W\d]*(?:(?:lãnh đạo, )?chỉ đạo [^;:.]{3,70}? (?=tổ chức|quán triệt|học tập|tuyên truyền|đẩy mạnh|triển khai))?"
    r"(?:(?:đã|đẩy mạnh|triển khai|xây dựng kế hoạch|"
    r"tham mưu|tổ chức|tiến hành|chủ trì|phối hợp|đồng thời|và|cũng)\s*,?\s*)*\s*"
)
_SPAN: Final = re.compile(r"\s*(?:việc |công tác |giữa kỳ )?(\d{1,2}\s+năm(?:\s+rưỡi)?)(?!\w)")
_MADE_KNOWN: Final = frozenset({"disseminates", "implements", "guides"})
_SINCE: Final = re.compile(
    r"\W*(?:ngay )?sau khi (?:[^.]{5,500}? (?:ban hành|ra đời|có hiệu lực)\s*,|có [^.;]{5,500},)\s*"
)
_PUT_OUT: Final = re.compile(
    r"(?:(?P<done> (?:đã|vừa|mới|vừa mới)(?: kịp thời)?)?(?: ký)?(?: xây dựng(?: và|,))? ban hành| (?P<has>vừa có)"
    r"| xây dựng(?: các)?)\s+$"
)
# Words that alone name no body: the last of a list of those who are addressed.
_NOBODY: Final = re.compile(
    r"\s*(?:ngành|xã|phường|huyện|quận|trường|hội|sở|phòng|cơ quan)"
    r"(?: (?:tham mưu|trực tiếp|phối hợp|chủ động)(?!\w).*)?\s*"
)
_OTHERS: Final = re.compile(  # `chủ trì cuộc họp, sau ba tháng cả nước (triển khai D)`: no deed of who presides
    r"(?<!\w)(?:sau|qua|trong) (?:(?:hơn|gần) )?(?:\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?:năm|tháng|tuần)"
    r",? (?:cả nước|toàn quốc|các (?:địa phương|cấp|ngành|đơn vị|tỉnh)(?:, [^\W\d]+){0,2})(?: (?:cùng|đã|tổ chức))*\s*$"
)
_OTHER_WORDS: Final = ("cả nước", "toàn quốc", "các ")
_BY_PLAN: Final = frozenset({"implements", "continues"})  # what a plan does itself; what else it is for is not done yet
# A plan that is drawn up for what is yet to be looked into: `xây dựng kế hoạch (kiểm tra) (thực hiện D)`.
_LOOKS: Final = "kiểm tra|giám sát|khảo sát|thanh tra|sơ kết|tổng kết|đánh giá"
_DRAWN_UP: Final = re.compile(
    begins("xây dựng|ban hành|lập|chuẩn bị|hoàn thiện") + r"(?: [^\W\d]+){0,3}? (?:kế hoạch|chương trình|phương án"
    rf"|đề cương)(?P<to>(?: (?:{_LOOKS})(?:,? (?:{_LOOKS}|và|việc|công tác|tình hình|kết quả))*)?)\s*$"
)
_DRAWN_WORDS: Final = ("kế hoạch", "chương trình", "phương án", "đề cương")
_COMING: Final = re.compile(
    r"(?<!\w)(?:(?:ngày [\d/.-]{3,10}|tuần|tháng(?: \d{1,2})?|quý|năm|sắp) tới| tới đây)(?!\w)(?![^,;]* đã )"
)
"""When what a sentence tells of is yet to come."""
_STAFF: Final = re.compile(r"(?<!\w)giao ban(?: định kỳ| trực tuyến)?(?: về)?(?: việc)?\s*$")


def _years(span: re.Match[str] | None) -> str:
    """The span of years that a review looks back on: `5 năm`, `2 năm rưỡi`."""
    return " ".join(span.group(1).split()).lstrip("0") if span else ""


class Events:
    """The events of one block's sentences; activities go to `reading`."""

    def __init__(self, reading: Reading, adjuncts: Adjuncts) -> None:
        self.reading = reading
        self.fold = reading.fold
        self.adjuncts = adjuncts
        self.actor: tuple[int, int] | None = None
        self.report: Link | None = None
        self.told: Link | None = None  # the last report of the block
        self.ran = -1  # the sentence that goes on with what a body has done

    def collective(self, sentence: int, token: Token) -> int | None:
        """An activity of the many that an own text says have carried a document out: `các cấp ủy đã triển khai D`."""
        assert token.cue is not None
        actor = None
        if token.cue.predicate == "implements":
            actor = activities.collective(self.fold, max(sentence, token.start - _NEAR), token.start)
        return None if actor is None else self.act("implementation", actor, sentence, token.end)

    def act(self, kind: str, actor: tuple[int, int], sentence: int, end: int, years: str = "") -> int:
        """The node of an activity of the body at `actor` in a sentence."""
        if self.fold.startswith("được ", actor[0]):
            return self.nobodys(kind, sentence, actor[0])  # `Cán bộ (được nhà báo Lê A) phổ biến D`: no body
        actor = actors.hamlet(self.fold, actor[0]), actor[1]
        name = actors.plain(self.reading.text[actor[0] : min(actor[1], actor[0] + _LONGEST)])
        page = self.reading.month
        day = eventdays.day(self.fold, self._past_citations(max(sentence, actor[0] - 120), actor[0]), actor[0], page)
        day = day or eventdays.day_after(self.fold, actor[1], end, page)
        day = day or self._day(sentence, actor[0])  # `Sáng ngày 5/3/2022, thực hiện A, ACTOR ...`
        return self.reading.act(Act(kind, name, day, sentence), years, loud=self._loud(sentence, end))

    def is_team(self, start: int) -> bool:
        """Whether the body at `start` is a team that inspects."""
        return inspections.inspects(self.fold, start)

    def _past_citations(self, start: int, end: int) -> int:
        """Where the words begin between the last citation in `start:end` and `end`: its day is no event's."""
        references = self.reading.references
        last = bisect_left(self.reading.starts, end) - 1
        if last < 0 or references[last].kind == "plan":
            return start
        day = references[last].date_span
        return max(start, min(end, max(references[last].stop, day.end if day else 0)))

    def _loud(self, sentence: int, end: int) -> bool:
        return self.reading.text[sentence : min(end, sentence + 80)].strip()[:60].isupper()

    def head(self, sentence: int, token: Token, spoken: str, clause: int, end: int) -> tuple[int, str] | None:
        """The activity that is the subject of the verb at `token`, in a text that is no instrument's own."""
        assert token.cue is not None
        predicate = token.cue.predicate
        kind = "inspection" if token.cue.words in INSPECTS else activities.KINDS.get(predicate)
        start = token.start
        told = kind is not None and self.reading.own is None and not self.reading.asked and start - clause <= _FAR
        near = max(sentence, start - _NEAR)
        told = told and (self.fold.find(" tới", near, start) < 0 or _COMING.search(self.fold, near, start) is None)
        if (
            kind == "implementation"
            and self.fold.find("giao ban", near, start) >= 0
            and _STAFF.search(self.fold, near, start)
        ):
            kind = "meeting"
        if kind is None or not told or self._others(sentence, token):
            return None
        if (place := self.there(kind, sentence)) is not None and not moods.has(spoken, 0, len(spoken), moods.UNDONE):
            return place, "event"
        sentence = max(sentence, start - _FAR)
        node = self._led(sentence, token, spoken, end) or self._reported(kind, sentence, token)
        if node is not None:
            return node, "body"
        done = not moods.has(spoken, 0, len(spoken), moods.UNDONE)
        for rule, actor in self._actors(sentence, clause, token, end, done=done):
            if actor is not None and not self._addressed(actor):
                return self._of(kind, actor, sentence, token, end), rule
        if passives.attended(self.fold, sentence, start, end):
            undone = moods.has(spoken, 0, len(spoken), ("planned", "denied"))
        else:
            told = passives.past(self.fold, sentence, start, end) or passives.occasion(self.fold, sentence, start)
            undone = not (told and done)
        if undone:
            return None
        owner = passives.holder(self.fold, sentence, start)
        return self.nobodys(kind, sentence, start) if owner is None else self.act(kind, owner, sentence, end), "event"

    def _led(self, sentence: int, token: Token, spoken: str, end: int) -> int | None:
        """The work that a body is told to lead, which is named as such in front: `Việc học tập D được X chỉ đạo`."""
        led = passives.led(self.fold, sentence, token.start, end)
        team = inspections.fronted(self.fold, sentence, token.start, end)
        if team is not None:
            return self.act("inspection", inspections.full(self.fold, team), sentence, end)
        if led is None or moods.has(spoken, 0, len(spoken), moods.UNDONE):
            return None
        assert token.cue is not None
        kind = "dissemination" if led[1] else activities.KINDS[token.cue.predicate]
        return self.act(kind, led[0], sentence, end)

    def _addressed(self, actor: tuple[int, int]) -> bool:
        """Whether a bare word that has done nothing yet is all of a body: `hướng dẫn các huyện, ngành tổ chức`."""
        bare = _NOBODY.fullmatch(self.reading.text, *actor) is not None
        return bare and not self.fold.startswith((" đã", " vừa", " cũng"), actor[1])

    def nobodys(self, kind: str, sentence: int, verb: int) -> int:
        """An event of which a sentence does not say who holds it: the only one of its kind told of before, or a new."""
        known = [n for n, act in enumerate(self.reading.acts) if act.kind == kind]
        if len(known) == 1:
            return self.reading.act_node(known[0])
        if not known and self.reading.gathering is not None and passages.at_event(self.fold, sentence):
            return self.act(kind, *self.reading.gathering)
        return self.reading.act(Act(kind, None, self._day(sentence, verb), sentence))

    def _others(self, sentence: int, token: Token) -> bool:
        """Whether the verb says what is no deed of the body: that of those honoured, of a plan, of papers of others."""
        near, predicate = max(sentence, token.start - _NEAR), token.cue.predicate if token.cue is not None else ""
        papers = passages.of_papers(self.fold, near, token.start)
        papers = papers or reporters.due(self.fold, near, token.start, token.end)
        papers = papers or (
            predicate in _BY_PLAN and reporters.ordered(self.reading.text, self.fold, sentence, token.start)
        )
        return papers or self._honours(sentence, token) or self._drawn_up(sentence, token)

    def _honours(self, sentence: int, token: Token) -> bool:
        """Whether the verb is what those have done whom a conference honours, or what all have since when it meets."""
        carries = token.cue is not None and token.cue.predicate == "implements"
        start = token.start
        if not carries or passages.honoured(self.fold, sentence, start):
            return carries
        low = max(sentence, start - _CLOSE)
        near = self.fold[low:start]
        return any(word in near for word in _OTHER_WORDS) and _OTHERS.search(self.fold, low, start) is not None

    def _drawn_up(self, sentence: int, token: Token) -> bool:
        """Whether the verb says what a plan is for that somebody draws up: it is yet to be looked into."""
        assert token.cue is not None
        low = max(sentence, token.start - _CLOSE)
        near = self.fold[low : token.start]
        plan = _DRAWN_UP.search(self.fold, low, token.start) if any(word in near for word in _DRAWN_WORDS) else None
        return plan is not None and (token.cue.predicate == "reviews" or bool(plan["to"]))

    def _day(self, sentence: int, end: int) -> str | None:
        """The day that a sentence opens with."""
        comma = self.fold.find(",", sentence, min(end, sentence + _CLOSE))
        if comma < 0:
            return None
        return eventdays.day(self.fold, self._past_citations(sentence, comma), comma, self.reading.month)

    def there(self, kind: str, sentence: int) -> int | None:
        """What is made known at the event that the page tells of: `Tại hội nghị, Ban Thường vụ đã quán triệt A`."""
        if kind != "dissemination" or not passages.at_event(self.fold, sentence):
            return None
        known = [*islice((n for n, act in enumerate(self.reading.acts) if act.kind == kind), 2)]
        return self.reading.act_node(known[0]) if len(known) == 1 else None

    def _reported(self, kind: str, sentence: int, token: Token) -> int | None:
        """The stock that the head of a body takes for it: the one that the page has told of, if it has."""
        if kind != "review":
            return None
        weighing = deeds.weighing(self.fold, sentence, token.start)
        weighing = weighing or reporters.stock(self.reading.text, self.fold, sentence, token.start, token.end)
        if weighing is not None:
            return self.act("review", weighing, sentence, token.end)
        office = hearings.reporter(self.fold, sentence, token.start)
        if office is None or not actors.acting(self.fold[slice(*office)]):
            return None
        if "báo cáo" not in self.fold[office[1] : token.end]:
            return None  # `Bí thư Quận ủy đánh giá ...`: what one thinks
        known = [*islice((n for n, act in enumerate(self.reading.acts) if act.kind == kind), 2)]
        if len(known) == 1:
            return self.reading.act_node(known[0])
        return self.act(kind, office, sentence, token.end)

    def _actors(self, sentence: int, clause: int, token: Token, end: int, *, done: bool) -> Iterator[tuple[str, Actor]]:
        """The bodies that each way of saying who acts finds before the verb, the surest first."""
        fold, start = self.fold, token.start
        plans = token.cue is None or token.cue.predicate == "implements"
        yield "praise", activities.praised(fold, sentence, start)
        if not done:
            yield "body", self._doer(sentence, start, plans=plans)
            return
        yield "body", activities.behalf(fold, sentence, start)
        yield "event", activities.held(fold, sentence, start, self.reading.text)
        if clause != sentence:
            yield "event", activities.held(fold, clause, start)
        yield "event", deeds.holder(fold, sentence, start) or passives.taught(fold, sentence, start, end)
        yield "body", self._doer(sentence, start, plans=plans)
        since = _SINCE.match(fold, sentence, start)
        yield "event", activities.held(fold, since.end(), start) if since else None
        if self.adjuncts.fronted:
            main = self.adjuncts.main(sentence, token.end)
            yield "event", activities.held(fold, main[0], start) if main is not None else None
            yield "body", main if main is not None and start - main[1] < _CLOSE else None
        subject = activities.subject(fold, sentence, start, self.reading.text)
        yield "body", subject or deeds.minded(fold, sentence, start)
        assert token.cue is not None
        if self.reading.gathering is not None and (
            self._held(sentence, token) or passives.purpose(fold, sentence, start)
        ):
            yield "event", self.reading.gathering[0]
        may = token.cue.predicate != "implements" or self.ran == sentence
        if may and _GOES_ON.fullmatch(fold, clause, start):
            self.ran = sentence if self.actor is not None else self.ran
            yield "running", self.actor

    def _held(self, sentence: int, token: Token) -> bool:
        """Whether the page's event does what a verb says: `Hội nghị quán triệt D`, `Hội nghị đã nghe tổng kết D`."""
        assert token.cue is not None
        if passives.event(self.fold, sentence, token.start):
            return True
        stock = token.cue.predicate == "reviews" and token.cue.words not in INSPECTS
        return stock and hearings.heard(self.fold, sentence, token.start, token.cue) in {"event", "audience"}

    def inspection(self, sentence: int, at: int) -> int | None:
        """The inspection of which a sentence up to `at` speaks: the last one, or that of a body which has inspected."""
        known = [n for n, act in enumerate(self.reading.acts) if act.kind == "inspection"]
        if known:
            return self.reading.act_node(known[-1])
        told = inspections.told(self.fold, sentence, at)
        return None if told is None else self.act("inspection", *told)

    def stock_heard(self, sentence: int, clause: int, at: int) -> int | None:
        """The review at which an event has heard, among other things, how what stands at `at` has been carried out."""
        if self.reading.own is not None or not hearings.stock_listed(self.fold, sentence, clause, at):
            return None
        if self.reading.gathering is not None:
            return self.act("review", *self.reading.gathering)
        return self.nobodys("review", sentence, at)

    def put_out(self, sentence: int, plan: int, predicate: str) -> int | None:
        """The activity of a body that has issued a plan without a number: `BODY đã ban hành Kế hoạch thực hiện D`."""
        kind = "implementation" if predicate in _BY_PLAN else None
        issues = _PUT_OUT.search(self.fold, max(sentence, plan - _CLOSE), plan)
        if kind is None or issues is None or self.reading.own is not None or self.reading.asked:
            return None
        told = deeds.doer(self.fold, sentence, plan)
        actor = activities.subject(self.fold, sentence, issues.start()) or told
        if actor is None or moods.has(self.fold, sentence, plan, moods.UNDONE):
            return None
        dated = (
            told
            or issues["done"]
            or issues["has"]
            or re.search(r"(?<!\w)ngày \d|vừa qua|mới đây", self.fold[sentence : actor[0]])
        )
        return self.act(kind, actor, sentence, plan) if dated else None

    def _doer(self, sentence: int, verb: int, *, plans: bool) -> Actor:
        """The body that is told to have done what a verb says, with no instrument of its own between."""
        span = deeds.doer(self.fold, sentence, verb, self.reading.text, plans=plans)
        if span is None:
            return None
        references = self.reading.references
        first = bisect_left(references, span[1], key=lambda r: r.start)
        between = references[first : bisect_left(references, verb, key=lambda r: r.start)]
        return None if any(r.number is not None for r in between) else span

    def _of(self, kind: str, actor: tuple[int, int], sentence: int, token: Token, end: int) -> int:
        span = _SPAN.match(self.fold, token.end)
        if kind == "implementation" and inspections.inspects(self.fold, actor[0]):
            kind = "inspection"
        elif kind == "implementation" and activities.met(self.fold, actor[1], token.start):
            kind = "meeting"
        if self.reading.gathering is not None and self.reading.gathering[0] == actor:
            _, sentence, end = self.reading.gathering  # where the day of the event stands
        if kind == "inspection":
            actor = inspections.full(self.fold, actor)
        return self.act(kind, actor, sentence, end, _years(span))

    def again(self, node: int, token: Token) -> int:
        """One more thing that the same body did: another activity where it looks back on other years."""
        act = self.reading.acts[self.reading.place(node)]
        span = _SPAN.match(self.fold, token.end)
        return self.reading.act(act, _years(span))

    def reports(self, sentence: int, token: Token) -> bool:
        """Whether `token` tells what the page's event heard, `Hội nghị cũng nghe ... truyền đạt: A; B`; noted if so."""
        if token.cue is None or token.cue.predicate not in _MADE_KNOWN:
            return False
        sentence = max(sentence, hearings.clause(self.fold, sentence, token.start))
        by = hearings.heard(self.fold, sentence, token.start, token.cue)
        if token.cue.words.startswith(("báo cáo", "trình bày")) and hearings.stock(self.fold, token.end):
            return False
        if by is None and not hearings.listed(self.fold, sentence, token.start, token.end):
            return False
        if moods.has(self.fold, sentence, token.start, moods.UNDONE):
            return False
        node = self.attended(sentence, token, named=by == "event")
        if node is not None:
            self.report = self.told = Link(node, "disseminates", "report", token.cue.words, token.end)
        return node is not None

    def attended(self, sentence: int, token: Token, *, named: bool) -> int | None:
        """The activity at which something is made known: the one told of before, that of who holds the page's event.

        Where the page names nobody who holds it, an event that the sentence names is nobody's.
        """
        known = [(act.at, n) for n, act in enumerate(self.reading.acts) if act.kind == "dissemination"]
        if known:  # that of a headline only where no sentence tells of one
            held = self.reading.gathering[1] if self.reading.gathering is not None else -1
            return self.reading.act_node(next((n for at, n in known if at == held), known[0][1]))
        if self.reading.gathering is not None:
            actor, begin, end = self.reading.gathering
            return self.act("dissemination", actor, begin, end)
        assert token.cue is not None
        tells = token.cue.words == "triển khai"
        teller = hearings.teller(self.fold, sentence, token.start) if tells else None
        office = teller or hearings.office(self.fold, sentence, token.start)
        if office is not None and (teller is not None or token.cue.predicate == "disseminates"):
            return self.act("dissemination", office, sentence, token.end)
        if named and (owner := passives.owner(self.fold, sentence, token.start)) is not None:
            return self.act("dissemination", owner, sentence, token.end)
        return self.reading.act(Act("dissemination", None, None, sentence)) if named else None
