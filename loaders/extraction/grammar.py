"""The clause machine: a stack parser over the tokens of one block.

It keeps the documents read in the clause (`chain`), the cue that waits for its object (`pending`), and what a bare document of the
clause is told of (`base`). Vietnamese nouns branch to the right: a cue takes the nearest document before it as its subject, and
the document after it becomes the nearest one. Each rule below says which grammar it reads.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from loaders.extraction import activities, moods
from loaders.extraction.events import FRONT, Events
from loaders.extraction.sentences import ARTICLE, QUOTED
from loaders.extraction.grounds import BODY, GROUNDS, TITLE, ground
from loaders.extraction.reading import ACTS, PLANS, Link, Statement

if TYPE_CHECKING:
    from loaders.extraction.reading import Reading
    from loaders.extraction.sentences import Block
    from loaders.extraction.tokens import Token

_RANKS: Final = {"L": 1, "NĐ": 2, "TT": 3, "TTLT": 3}
"""The order of State instruments: a lower one guides and details the higher."""
ENACTS: Final = frozenset(
    {"amends", "replaces", "repeals", "suspends", "corrects", "consolidates", "promulgates", "guides", "details"}
)
ISSUED: Final = frozenset({"KH", "CTr", "ĐA", "CL", "KH-kt", "KHÁC", "QC", "QyĐ", "ĐL", "HD"})
CHANGES: Final = frozenset({"amends", "replaces", "repeals", "suspends", "corrects"})
_WORDS: Final = re.compile(r"[^\W_]+")
_OBJECT: Final = frozenset(
    "một số các những điều khoản điểm mục chương phần phụ lục tiết đoạn quy qui định nội dung của tại trong việc thi hành chi "
    "thực hiện nhiệm vụ có hiệu quả tốt nghiêm túc đầy đủ toàn bộ văn bản về và với theo nêu đối tượng kết tình hình công tác "
    "triển khai quán triệt tổ chức biện pháp cho kịp thời đồng bộ thống nhất sâu rộng hơn nữa sự nghiệp tinh thần chủ trương đã "
    "cập nhật bổ sung sửa đổi từng phần đề mục tiêu giải pháp năm bước đầu giữa kỳ nhiệm chung yêu cầu quan điểm như sau gồm cả "
    "hoàn việc khổ mẫu số thứ tự bãi bỏ thay thế đây cụ thể trên ý kiến ngay chặt chẽ tích cực quyết liệt mạnh mẽ bởi bằng".split()
)
_SUBJECT: Final = frozenset(
    "về việc v nhằm để đã vừa đang với là mục đích tổ chức ra có nội dung thì cũng sẽ trực tiếp số".split()
)
_SEPARATOR: Final = re.compile(
    r"(?:[,;]|(?<!\w)(?:và|hoặc|hay|cùng|cũng như|cùng với|đồng thời))\s*(?:(?:và|các|cả|tại|theo|của|những)\s+){0,3}$"
)
_NAMING: Final = re.compile(r"(?:gọi|viết)(?: chung| tắt)*(?: là)?\W*$|viết tắt\W*$")
_BROKEN: Final = re.compile(
    r"(?:theo|các|những|như|đúng) (?:các )?(?:quy|qui) định (?:tại|của|trong|ở)(?: các)?\W*$|(?:quy|qui) định (?:tại|của|trong)\W*$|hướng dẫn (?:tại|của)\W*$"
)
_BY: Final = re.compile(r"(?<!\w)(?<!kèm )theo(?: tinh thần| quy định| yêu cầu| nội dung)?(?: của| tại)?\W*$")
_INDEFINITE: Final = re.compile(
    r"(?:văn bản|quy định|nghị định|thông tư|luật|quyết định|nghị quyết|pháp luật|pháp lệnh|quy chế|việc|được|hoặc|nội dung|đề nghị|dự thảo|dự án|hồ sơ|bị)"
    r"(?: khác| pháp luật| quy phạm pháp luật| mới| liên quan| có liên quan| hiện hành| dưới luật| về)?\W*$"
)
_FORCE: Final = re.compile(r"(?:kể )?từ ngày|có hiệu lực|hiệu lực thi hành|đăng công báo|ngày ký|và")
_PLAIN_START: Final = re.compile(
    r"[\W\d]*(?:(?:kể )?từ (?:ngày|thời điểm)[^;.]{0,90}?(?:hiệu lực|này|ký)(?: thi hành)?[^,;.]{0,60},?\s*|nay|và|đồng thời|thông qua|quyết định|nghị định|thông tư|này|ban hành|điều|khoản|cùng)*[\W\d]*"
)
_CARRIED: Final = re.compile(
    r"(?:kèm theo |theo )?(?:quyết định|nghị quyết|thông tư|nghị định|kế hoạch|chỉ thị|công văn)? ?(?:này)?\W*$"
)
_NOMINAL: Final = re.compile(
    r"\W*(?:kèm theo (?:quyết định|nghị quyết|thông tư|nghị định) này )?(?:bản )?(?:các |một số )?(?:kế hoạch|chương trình|đề án|quy chế|quy định|văn bản|chỉ thị|nghị quyết|thông tư|nghị định|quyết định|công văn|hướng dẫn|luật|pháp lệnh|thông tri|kết luận|báo cáo)"
    r"(?: hành động| liên tịch| công tác| chi tiết| tổng thể| phối hợp)?(?: số [\w/-]+)?(?: của [^,;.:()]{1,70})?(?: về(?: việc)?)?\W*"
)
_SCOPED: Final = re.compile(
    r"[^;:.“”]{0,40}?(?:một số|các) (?:điều|nội dung|quy định|khoản)[^;:.“”]{0,170}(?:của|tại)\W*"
)
_OWN_NAME: Final = re.compile(
    r"\W*(?:(?:hành động|công tác|tổng thể|phối hợp|liên tịch)\W*)?(?:của [^,;.:()]{1,80})?\W*"
)
_STATES: Final = re.compile(r"\W*quy định (?:về |việc )*[^;:.]{0,40}(?:,|và)\W*")
_BRACKET: Final = re.compile(r"\([^()]{0,120}\)")
_OF: Final = re.compile(r"[\s,]*(?:ngày [\d\s/.-]+(?:tháng \d+)?(?: năm \d+)?\s*)?của [^;:.“”\"]{2,120}")
_COMMA: Final = re.compile(r",\s*")
_FURTHER: Final = re.compile(r"(?=.*(?:hướng dẫn|quy định|sửa đổi|bãi bỏ))[^;:.]{0,200}(?:,|và|,? đồng thời)\s*")
_LISTED: Final = re.compile(
    r"[^;.“”]{0,30}(?:các )?(?:văn bản|nghị định|thông tư|quyết định|nghị quyết|chỉ thị|thông tư liên tịch|luật|pháp lệnh)(?: sau(?: đây)?| dưới đây)?(?: của [^;.:]{2,80})?(?: số)?\W*"
)
_DROPS: Final = re.compile(
    r"(?<!\w)(?:vi phạm|khi|nếu|trường hợp|phát hiện|trừ|do|thuộc thẩm quyền|(?<!kèm )(?<!hành )theo(?! phụ lục| mẫu| danh mục| thủ tục))(?!\w)"
)
_LEGAL: Final = re.compile(
    r"(?:theo|như|đúng)(?: các)? (?:quy|qui) định (?:tại|của|trong)(?: các)?\W*$|(?<!kèm )(?<!hành )(?<!duyệt )theo\W*$"
)
_PLACED: Final = re.compile(r"(?<!định )(?:tại|của)\W*$")
_OF_PART: Final = re.compile(
    r"(?:kèm theo|kèm|tại|của|trong|ban hành theo|phê duyệt theo|bởi|thuộc)(?: các)?\W*$|\d\W*$|(?:phụ lục|mẫu|biểu|danh mục)[^,;.]{0,20}$"
)
_NAME_OPEN: Final = re.compile(
    r"(?:[\s,]*(?:ngày [\d\s/.-]+(?:tháng \d+)?(?: năm \d+)?\s*)?(?:của [^;:.“”]{2,90}?)?)?\s*(?:hướng dẫn|quy định|về|sửa đổi|bổ sung|ban hành|thực hiện|thi hành|công bố)(?!\w)"
    r"(?:(?!(?:,| và) (?:điều|khoản|điểm|phụ lục|mẫu|quy chế|quy định|điều lệ|danh mục|thông tư|nghị định|quyết định))[^;:.])*"
)
_NEXT_TO: Final = re.compile(r"\W*(?:theo|của|tại)\W*")
_YEARS: Final = re.compile(r"\d+|năm|năm,|giữa|kỳ|nhiệm|hơn|gần")
_PROGRAMME: Final = re.compile(r"(?<!\w)(?:chương trình|chương trình hành động|kế hoạch|đề án)\W*$")
_WITH: Final = re.compile(r"^[^;.:]{0,60}?(?<!\w)với (?:việc )?[^;.:]{0,120}$")
_QUOTED: Final = re.compile(r"[“\"][^”\"]*(?:[”\"]|$)")
_REACH, _FAR = 130, 420


class _Entry(NamedTuple):
    """A document read in the clause: its node, its reference, the link that read it, and where its name ends."""

    node: int
    index: int
    link: Link | None
    end: int
    stop: int


class Machine:
    """Reads the clauses of one block; what it finds goes to `reading.statements`."""

    def __init__(self, reading: Reading, block: Block, zone: str, base: Link | None) -> None:
        self.reading = reading
        self.fold = reading.fold
        self.block = block
        self.zone = zone
        self.ground = base
        self.base = base
        self.saved: list[tuple[list[_Entry], Link | None, int, int]] = []
        self.sentence = block.body
        self.events = Events(reading)
        self.reset(block.body)

    def reset(self, start: int) -> None:
        """A new clause begins at `start`."""
        self.chain: list[_Entry] = []
        self.pending: Link | None = None
        self.subject: int | None = None
        self.subject_end = start
        self.clause = start
        self.last = start
        self.acting: Link | None = None
        self.annex = self.muted = False
        self.carried: Link | None = None
        self.paired: int | None = None

    def run(self, tokens: list[Token]) -> None:
        """Read all `tokens`."""
        for token in tokens:
            if token.kind == "document":
                self.document(token)
            elif token.kind == "cue":
                self.cue(token)
            elif token.kind == "stop":
                self.close(token.end)
            else:
                self.mark(token)
        self.close(self.block.end)

    def close(self, end: int) -> None:
        """A sentence ends: whoever acts in it does what its adjunct in front says."""
        events = self.events
        if events.fronted and (actor := events.main(self.sentence, end)) is not None:
            own = self.reading.own
            head = events.act("implementation", actor, self.sentence, end) if own is None else own
            if own is None or self.zone != BODY:
                self.settle(head)
            events.fronted.clear()
        events.actor = activities.past_actor(self.fold, self.sentence, end) or events.actor
        events.report = events.speaker = None
        self.base = self.ground
        pending = self.pending
        self.reset(end)
        if end == self.block.end:
            self.pending = pending
        self.sentence = end

    def settle(self, head: int) -> None:
        """`head` does what the adjunct in front says."""
        for index, node, link in self.events.fronted:
            if head < ACTS or link.predicate == "implements":
                self.add(head, link, node, index)
        self.events.fronted.clear()

    def mark(self, token: Token) -> None:
        """Semicolons open a new clause of the same list; brackets hold a clause of their own."""
        if token.kind == "semicolon":
            if (
                self.pending is None
                or token.start == self.pending.at
                or not self._bare(self.fold[self.pending.at : token.start], _FAR)
            ):
                self.pending = None
            self.clause = token.end
            if self.zone == GROUNDS:
                self.base = ground(self.reading, token.end) or self.base
        elif token.kind == "colon":
            self.clause = token.end
        elif token.kind == "open":
            self.saved.append((list(self.chain), self.pending, self.clause, self.last))
            self.clause = token.end
            self.pending = None
        elif self.saved:
            self.chain, self.pending, self.clause, self.last = self.saved.pop()
            self.last = token.end

    # ---- documents

    def document(self, token: Token) -> None:
        """A reference: the object of the pending cue, one more of a list, part of a name, or a bare mention."""
        index, node = token.index, self.reading.node(token.index)
        if node is None:
            self.last = token.end
            return
        if self.reading.references[index].pointing == "" and node != self.reading.own:
            self.events.speaks(node, token)
            self.last = token.end
            return
        if node == self.reading.own and self.reading.references[index].kind in {"anaphor", "own"}:
            self.itself(token)
            return
        at = self.reading.at(index)
        if self.paired is not None and node != self.paired and _WITH.search(self.fold[self.last : at]):
            link = Link(self.paired, "alignedWith", "with", "gắn kết", at)
            self.say(link, index, node)
            self.push(token, node, link)
            return
        if node in self.reading.plans and self.transparent(token, node, at):
            return
        if (
            node not in self.reading.plans
            and self.events.issued(at, self.last)
            and node not in {n for _, n, _ in self.events.fronted}
        ):
            self.settle(node)
        if not self.chain and self.pending is None and self.events.grounded(self.sentence, at):
            self.pending = Link(FRONT, "basedOn", "front", "căn cứ", at)
        link = self.link(index, node, at)
        self.events.tells(node, at, alone=not self.chain)
        if link is not None and node in self.reading.plans and not self.stands(link, index):
            link = None
        if link is not None:
            self.say(link, index, node)
        self.push(token, node, link)
        self.committee(token, node)

    def stands(self, link: Link, index: int) -> bool:
        """Whether a plan without a number is meant as an instrument: it is issued or changed, or its name is given as one."""
        if link.rule in {"cite", "ground", "speech", "report"}:
            return False
        if link.predicate in {"promulgates", "amends", "replaces", "repeals", "alignedWith"}:
            return True
        reference = self.reading.references[index]
        inner = any(reference.start < r.start < reference.stop for r in self.reading.references[index + 1 : index + 4])
        return (
            inner
            or self.reading.text[reference.start : reference.stop].rstrip(" .,;").endswith(("”", '"'))
            or (self.reading.text[reference.start].isupper() and link.head < ACTS)
        )

    def committee(self, token: Token, node: int) -> None:
        """`Ban Chỉ đạo D tiến hành cuộc họp, đánh giá ...`: a body named after a document takes stock of it."""
        reading = self.reading
        if reading.own is not None or len(self.chain) > 1:
            return
        begin = activities.committee(self.fold, self.sentence, token.start)
        stop = max(self.chain[-1].stop, reading.references[token.index].head_stop) if self.chain else token.end
        if begin is None or moods.has(self.fold, stop, stop + 40, moods.UNDONE):
            return
        if not any(
            activities.holds(self.fold, s, min(self.block.end, s + 90))
            for s in {stop, reading.references[token.index].head_stop}
        ):
            return
        end = self.fold.find(". ", stop, self.block.end)
        end = self.block.end if end < 0 else end
        if re.search(r"đánh giá|sơ kết|tổng kết|kiểm điểm", self.fold[begin:end]):
            span = reading.references[token.index].number_span
            head = self.events.act("review", (begin, span.end if span else token.end), self.sentence, end)
            self.add(head, Link(head, "reviews", "committee", "", token.start), node, token.index)

    def transparent(self, token: Token, node: int, at: int) -> bool:
        """`ban hành Kế hoạch thực hiện D`: whoever issues a plan named by what it carries out carries that out itself."""
        pending = self.pending
        reference = self.reading.references[token.index]
        if pending is None or pending.predicate != "promulgates" or pending.passive or token.end >= reference.end:
            return False
        if not (self._bare(self.fold[pending.at : at]) or _CARRIED.search(self.fold[pending.at : at])):
            return False
        self.chain.append(_Entry(pending.head, token.index, pending, token.end, reference.stop))
        self.pending = None
        self.last = token.end
        return True

    def itself(self, token: Token) -> None:
        """`Thông tư này`: the instrument that speaks is the subject of what follows."""
        self.subject, self.subject_end = self.reading.own, token.end
        if self.pending is not None and self.pending.passive and self.reading.own is not None:
            self.enter(token.index, self.reading.own)
        elif self.pending is not None and self.pending.predicate != "promulgates" and self.pending.rule != "ended":
            self.pending = None
        self.last = token.end

    def push(self, token: Token, node: int, link: Link | None) -> None:
        reference = self.reading.references[token.index]
        self.chain.append(_Entry(node, token.index, link, token.end, max(reference.stop, token.end)))
        self.pending = None
        self.last = max(token.end, reference.head_stop if reference.head_stop < reference.stop else token.end)

    def link(self, index: int, node: int, at: int) -> Link | None:
        """What reads the document `node` that begins at `at`."""
        gap = self.fold[self.last : at]
        carried, self.carried = self.carried, None
        if carried is not None and carried.predicate in CHANGES:
            last = self.chain[-1]
            self.add(node, Link(node, "promulgates", "history", "ban hành kèm theo", at), last.node, last.index)
            return carried
        if self.pending is not None:
            link = self.object(index, node, at)
            if link is not None:
                return link
        if _NAMING.search(gap[-24:]):
            return None
        if self.chain and _SEPARATOR.search(gap[-40:] if gap.strip() else self.fold[max(0, at - 12) : at]):
            link = self.listed(index, node, at)
            if link is not None or self.events.report is None:
                return link
        if self.nested(at, gap):
            self.touch(index, node)
            return self.within(at)
        if self.annex or self.muted:
            self.annex = self.muted = False
            return None
        if self.events.report is not None:
            return self.events.report if not self.fold[self.clause : at].strip(" ,:;") else None
        return self.base or self.events.speech(self.sentence, at)

    def object(self, index: int, node: int, at: int) -> Link | None:
        """The object of the pending cue: only small words stand between, or, for changes that the instrument makes itself, a part of it."""
        pending = self.pending
        assert pending is not None
        gap = self.fold[pending.at : at]
        if pending.passive:
            return pending if self._bare(gap) and self.enter(index, node) else None
        if pending.predicate == "promulgates" and pending.cue != "công bố" and self.reading.type_of(node) not in ISSUED:
            return None
        if self._bare(gap) or self._years(gap, pending):
            return self.like(pending, node) if pending.rule == "bracket" else pending
        if pending.head != self.reading.own or pending.predicate not in ENACTS or len(gap) >= _FAR:
            return None
        if pending.predicate in CHANGES and self._bare(gap, _FAR):
            return pending
        return pending._replace(rule="part") if self._part(gap, pending) else None

    def like(self, pending: Link, node: int) -> Link | None:
        """In brackets after a name the subject is the nearest document before that is of the object's type."""
        family = self.reading.family(node)
        for entry in reversed(self.chain):
            if self.reading.family(entry.node) == family:
                return pending._replace(head=entry.node)
        return None

    def _bare(self, gap: str, most: int = _REACH) -> bool:
        if _SCOPED.fullmatch(gap) or (len(gap) < 160 and _LISTED.fullmatch(gap)):
            return True
        return len(gap) < most and all(w in _OBJECT or len(w) < 2 or w[0].isdigit() for w in _WORDS.findall(gap))

    def _years(self, gap: str, pending: Link) -> bool:
        return pending.predicate == "reviews" and len(gap) < _REACH and self._bare(_YEARS.sub(" ", gap))

    def _part(self, gap: str, pending: Link) -> bool:
        """Whether the gap is a long name of a part: `Thay thế Danh mục ... ban hành kèm theo D`, `quy định về ... tại D`."""
        if ";" in gap or ". " in gap or _LEGAL.search(gap) or pending.predicate in {"suspends", "promulgates"}:
            return False
        if pending.predicate in {"guides", "details"}:
            return bool(_PLACED.search(gap))
        if _DROPS.search(_QUOTED.sub(" ", gap)):
            return False
        return bool(_OF_PART.search(gap))

    def enter(self, index: int, node: int) -> bool:
        """A passive cue has met its agent: the agent acts on the nearest document before that it can act on."""
        pending = self.pending
        assert pending is not None
        for entry in self.patients(node, pending):
            self.add(node, pending, entry.node, entry.index)
            self.touch(index, node)
            return True
        return False

    def patients(self, agent: int, pending: Link) -> list[_Entry]:
        """The documents that `agent` can have acted on, the likeliest first."""
        before = [e for e in reversed(self.chain) if e.node != agent]
        if pending.predicate == "promulgates":
            return [e for e in before if self.reading.type_of(e.node) in PLANS][:1]
        family = self.reading.family(agent)
        return [e for e in before if self.reading.family(e.node) == family] or before[-1:]

    def listed(self, index: int, node: int, at: int) -> Link | None:
        """One more of a list: it is read as the nearest document before it of its own type, else as the first of the clause."""
        entry = next((e for e in self.chain if e.link is not None), self.chain[0])
        family = self.reading.family(node)
        like = [e for e in self.chain if self.reading.family(e.node) == family]
        full = self.reading.references[index].date is not None
        if (under := self._under(family, full=full)) is not None:
            entry = under
        elif ";" not in self.fold[max(0, at - 6) : at] and like:
            same = [e for e in like if (self.reading.references[e.index].date is not None) == full]
            entry = self.chain[0] if self.chain[0] in same and self._named(index) else (same or like)[-1]
        link = entry.link
        if link is not None and link.passive:
            for other in self.patients(node, link):
                if other.node != entry.node and (other.link is None or not other.link.passive):
                    self.add(node, link, other.node, other.index)
                    break
        return link

    def _under(self, family: str, *, full: bool) -> _Entry | None:
        """One more object of the verb in a name: `Thông tư A hướng dẫn Luật B, Luật C và Nghị định D`."""
        for entry in reversed(self.chain if self.zone != GROUNDS else ()):
            if entry.link is None or entry.link.rule != "name":
                return None
            if entry.link.predicate in {"guides", "details"}:
                above = _RANKS.get(self.reading.family(entry.link.head), 9)
                below = _RANKS.get(family, 9) < above < 9
                return entry if below and (not full or self.reading.family(entry.node) != family) else None
        return None

    def _named(self, index: int) -> bool:
        reference = self.reading.references[index]
        return reference.stop > reference.head_stop

    def nested(self, at: int, gap: str) -> bool:
        """Whether the document stands inside the name of the one before it."""
        if not self.chain:
            return False
        entry = self.chain[-1]
        if _BROKEN.search(self.fold[max(self.last, at - 60) : at]):
            return False
        if any(at < e.stop for e in self.chain):
            return True
        between = self.fold[entry.end : at]
        return len(between) < 300 and bool(
            _NEXT_TO.fullmatch(between) or (_BY.search(between) and _NAME_OPEN.fullmatch(_BRACKET.sub(" ", between)))
        )

    def within(self, at: int) -> Link | None:
        """A document inside the name of another, after `theo`, is that one's ground; after anything else nothing is said of it."""
        if _BY.search(self.fold[max(0, at - 40) : at]) and self.chain[-1].node != self.reading.own:
            return Link(self.chain[-1].node, "basedOn", "name", "theo", at)
        return None

    # ---- cues

    def cue(self, token: Token) -> None:
        """A cue: find its subject, or what it acts on, and let it wait for the other side."""
        assert token.cue is not None
        form, predicate, words = token.cue.form, token.cue.predicate, token.cue.words
        if form == "other":
            return
        if form == "ended":
            self.ended(token)
        elif form in {"passive", "attached"}:
            self.turned(token, predicate, words, attached=form == "attached")
        elif form == "prolong":
            self.prolong(token)
        elif form == "pair":
            self.pending = Link(FRONT, predicate, "pair", words, token.end)
        elif self.pending is not None and self.merge(token):
            return
        else:
            self.verb(token)

    def merge(self, token: Token) -> bool:
        """Verbs in a row share subject and object: the first names the act; `tiếp tục` and `ban hành kế hoạch` yield to what follows."""
        pending, cue = self.pending, token.cue
        assert pending is not None
        assert cue is not None
        gap = self.fold[pending.at : token.start]
        if pending.passive or cue.form == "with":
            return False
        if pending.predicate == "reviews" and len(gap) < 140 and cue.predicate in {"implements", "disseminates"}:
            self.pending = pending._replace(at=token.end)
            return True
        if pending.predicate == "promulgates" and _NOMINAL.fullmatch(gap):
            self.pending = Link(pending.head, cue.predicate, pending.rule, cue.words, token.end)
            return True
        if self._bare(gap) and len(gap) < 60:
            predicate = pending.predicate
            if cue.predicate == "details" or (
                predicate == "continues" and cue.predicate not in {"implements", "disseminates"}
            ):
                predicate = cue.predicate
            self.pending = pending._replace(predicate=predicate, at=token.end)
            return True
        return False

    def prolong(self, token: Token) -> None:
        """`về tiếp tục thực hiện`: the verb that follows prolongs."""
        head = self.head(token, "continues")
        if head is not None and head[1] == "clause":
            head = None
        self.pending = None if head is None else Link(head[0], "continues", head[1], "tiếp tục", token.end)

    def verb(self, token: Token) -> None:
        """An active cue: its subject is the nearest document, the clause's subject, or the instrument itself."""
        assert token.cue is not None
        head = self.head(token, token.cue.predicate) or self.outer(token)
        if head is None:
            if token.cue.predicate in ENACTS or token.cue.form == "with":
                self.pending = None
            return
        self.pending = Link(head[0], token.cue.predicate, head[1], token.cue.words, token.end)
        if head[1] != "name" or (len(self.chain) == 1 and self.chain[0].link is None):
            self.acting = self.pending

    def outer(self, token: Token) -> tuple[int, str] | None:
        """A subject that is no document of the clause: an adjunct's, an activity, the instrument the page tells of."""
        assert token.cue is not None
        events, predicate = self.events, token.cue.predicate
        if predicate == "implements" and self.zone != TITLE and not self.chain and events.fronts(self.sentence, token):
            if self.zone == GROUNDS and self.base is not None and self.base.predicate == "implements":
                return None
            events.bare(token)
            return FRONT, "front"
        if token.cue.form == "with":
            topic = events.topic(self.sentence, token.start)
            return None if topic is None else (topic, "topic")
        events.reports(self.sentence, token)
        if (
            self.acting is not None
            and self.acting.head >= ACTS
            and self.acting.predicate == predicate
            and self._joined(token.start)
        ):
            head = events.again(self.acting.head, token) if predicate == "reviews" else self.acting.head
            return (head, "joined") if not moods.has(self.fold, self.clause, token.start, moods.UNDONE) else None
        return events.head(self.sentence, token, self.spoken(token.start), self.clause, self.block.end)

    def spoken(self, end: int) -> str:
        """The words of the sentence before `end` that belong to no name and no quotation."""
        words, done = [], self.sentence
        for entry in self.chain:
            reference = self.reading.references[entry.index]
            if reference.start >= done:
                words.append(self.fold[done : reference.start])
                done = min(entry.stop, end)
        return _QUOTED.sub(" ", " ".join((*words, self.fold[done:end])))

    def head(self, token: Token, predicate: str) -> tuple[int, str] | None:
        """The subject of the cue and the rule that found it."""
        start = token.start
        if self.chain and self.saved and not self.fold[self.clause : start].strip():
            return self.chain[-1].node, "bracket"
        if self.acting is not None and self.acting.head < ACTS and predicate in CHANGES and self._next(start):
            return self.acting.head, "joined"
        if self.chain:
            entry = self.chain[-1]
            if self._tight(entry, start):
                return (
                    None if self.reading.type_of(entry.node) == "TTr" and predicate in ENACTS else (entry.node, "name")
                )
        own = self.reading.own
        if own is None:
            return None
        if self.subject == own and self._acts(start, predicate):
            return own, "clause"
        if (
            predicate in ENACTS
            and self._begins(start)
            and self.zone != GROUNDS
            and (predicate != "promulgates" or self._decides(token))
        ):
            return own, "enact"
        if self.zone == TITLE and not self.chain:
            return own, "title"
        return None

    def _tight(self, entry: _Entry, start: int) -> bool:
        """Only an issuer, a date or small words stand between a document and the verb of its name."""
        reference = self.reading.references[entry.index]
        for end in (reference.head_stop, entry.end):
            between = _BRACKET.sub(" ", self.fold[end:start]) if end <= start else ";"
            if (
                len(between) < 150
                and ";" not in between
                and ":" not in between
                and (_small(between) or self._issuer(between, start))
            ):
                return True
        if reference.kind == "plan" and entry.end <= start and _OWN_NAME.fullmatch(self.fold[entry.end : start]):
            return True
        if start < reference.stop and not self.pending:
            return bool(_FURTHER.fullmatch(self.fold[reference.head_stop : start]))
        return False

    def _issuer(self, between: str, start: int) -> bool:
        """`của Bộ A, Bộ B và Bộ C` between a document and its verb."""
        if not _OF.fullmatch(between):
            return False
        return (
            all(self.reading.text[start - len(between) + m.end()].isupper() for m in _COMMA.finditer(between))
            if "," in between
            else True
        )

    def _acts(self, start: int, predicate: str) -> bool:
        between = self.fold[self.subject_end : start]
        if len(between) > 250 or ";" in between:
            return False
        small = _small(between)
        if small or predicate not in CHANGES:
            return small
        return bool(_STATES.fullmatch(between)) or bool(
            _FORCE.search(between) and not moods.has(between, 0, len(between))
        )

    def _decides(self, token: Token) -> bool:
        """An instrument issues what its articles or its opening say; what its items tell others to issue it does not."""
        return (
            self.block.level <= ARTICLE
            or self.zone == TITLE
            or bool(re.match(r"\W*kèm theo \w+ \w+ này", self.fold[token.end : token.end + 40]))
        )

    def _begins(self, start: int) -> bool:
        lead = self.fold[self.clause : start]
        return len(lead) < 200 and bool(_PLAIN_START.fullmatch(lead))

    def _next(self, start: int) -> bool:
        """Whether a verb goes on with what the subject does, and not with the name of the last document."""
        if not self._joined(start):
            return False
        comma = self.fold[max(0, start - 3) : start].rstrip().endswith(",")
        return not (comma and self.chain and start <= self.chain[-1].stop + 2)

    def _joined(self, start: int) -> bool:
        return (
            bool(_SEPARATOR.search(self.fold[max(self.clause, start - 16) : start]))
            or not self.fold[self.clause : start].strip()
        )

    def turned(self, token: Token, predicate: str, words: str, *, attached: bool) -> None:
        """`được sửa đổi bởi`, `ban hành kèm theo`: what stands before suffers, what comes after acts."""
        if (
            attached
            and not self.saved
            and self._begins(token.start)
            and self.reading.own is not None
            and self.zone != GROUNDS
        ):
            self.pending = Link(self.reading.own, predicate, "enact", words, token.end)
            return
        if attached and self.policy(token) is None:
            self.carried = self.regulation(token)
            self.muted = self.unsaid(token) if self.carried is None else self.carried.rule == "name"
            self.annex = bool(_PROGRAMME.search(self.fold[max(self.clause, token.start - 40) : token.start]))
            return
        if self.chain:
            self.pending = Link(self.chain[-1].node, predicate, "history", words, token.end, passive=True)

    def policy(self, token: Token) -> _Entry | None:
        """The programme of its own that was named last, with all that stands in its name; an annex is no such thing."""
        for place in range(len(self.chain) - 1, -1, -1):
            entry = self.chain[place]
            if self.reading.type_of(entry.node) in PLANS:
                return entry if token.start - max(e.stop for e in self.chain[place:]) < 40 else None
        return None

    def regulation(self, token: Token) -> Link | None:
        """`Sửa đổi Quy chế X ban hành kèm theo D`: what is done to a regulation is done to the instrument that carries it."""
        entry = self.chain[-1] if self.chain else None
        if entry is None or entry.link is None or token.start - entry.stop > 40:
            return None
        document = self.reading.grouping.documents[entry.node]
        return entry.link if document.number is None and document.type in ISSUED else None

    def unsaid(self, token: Token) -> bool:
        """Whether the words before `ban hành kèm theo` are a remark in brackets, or still the name of the document before."""
        if self.saved:
            return True
        numbered = [e for e in self.chain if self.reading.grouping.documents[e.node].number is not None]
        if not numbered:
            return False
        between = self.fold[numbered[-1].end : token.start]
        return len(between) < 300 and bool(_NAME_OPEN.fullmatch(_BRACKET.sub(" ", between)))

    def ended(self, token: Token) -> None:
        """`X hết hiệu lực kể từ ngày Thông tư này có hiệu lực`: the documents that the clause began with end."""
        own = self.reading.own
        if own is None or self.zone != BODY:
            return
        lead = self.fold[self.clause : token.start]
        if moods.has(lead, 0, min(60, len(lead))) and "này" not in lead:
            return
        link = Link(own, "repeals", "ended", token.cue.words if token.cue else "", token.end)
        for place, entry in enumerate(self.chain):
            if entry.link is not None and entry.link.rule in {"cite", "list"}:
                self.chain[place] = entry._replace(link=link)
                self.say(link, entry.index, entry.node)
        self.acting = link
        self.pending = link if self.reading.text[self.block.end - 1] == ":" else None

    # ---- what is said

    def say(self, link: Link, index: int, node: int) -> None:
        """Note that `link.head` does what it does to `node`."""
        if link.rule == "pair":
            self.paired = node
            if self.ground is not None:
                self.add(self.ground.head, self.ground, node, index)
        elif link.head == FRONT:
            self.events.fronted.append((index, node, link))
            if self.ground is not None:
                self.add(self.ground.head, self.ground, node, index)
        elif not link.passive:
            self.add(link.head, link, node, index)

    def touch(self, index: int, node: int) -> None:
        """A part of a document that the text cites although it says nothing of the document there."""
        part = self.reading.references[index].provision
        if part is not None:
            self.reading.touched.append((node, part))

    def add(self, head: int, link: Link, tail: int, index: int) -> None:
        """Note one statement, if head and tail are two things."""
        if head == tail:
            return
        reference = self.reading.references[index]
        self.reading.statements.append(
            Statement(
                head,
                link.predicate,
                tail,
                index,
                link.rule,
                link.cue,
                link.at,
                reference.provision,
                self.sentence,
                self.block.end,
                len(self.chain),
                self.block.level >= QUOTED,
            )
        )


def _small(between: str) -> bool:
    """Whether only small words stand between a subject and its verb."""
    return all(w in _SUBJECT or len(w) < 2 or w.isdigit() for w in _WORDS.findall(between))
