"""The clause machine: a stack parser over the tokens of one block.

It keeps the documents read in the clause (`chain`), the cue that waits for its object (`pending`), and what a bare document of the
clause is told of (`base`). Vietnamese nouns branch to the right: a cue takes the nearest document before it as its subject, and
the document after it becomes the nearest one. Each rule below says which grammar it reads.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from loaders.extraction.reading import LAWS, PLANS, Link, Statement

if TYPE_CHECKING:
    from loaders.extraction.reading import Reading
    from loaders.extraction.sentences import Block
    from loaders.extraction.tokens import Token

TITLE, GROUNDS, BODY = "title", "grounds", "body"
ENACTS: Final = frozenset({"amends", "replaces", "repeals", "suspends", "corrects", "consolidates", "promulgates", "guides", "details"})
CHANGES: Final = frozenset({"amends", "replaces", "repeals", "suspends", "corrects"})
_WORDS: Final = re.compile(r"[^\W_]+")
_OBJECT: Final = frozenset(
    "một số các những điều khoản điểm mục chương phần phụ lục tiết đoạn quy qui định nội dung của tại trong việc thi hành chi "
    "thực hiện nhiệm vụ có hiệu quả tốt nghiêm túc đầy đủ toàn bộ văn bản về và với theo nêu đối tượng kết tình hình công tác "
    "triển khai quán triệt tổ chức biện pháp cho kịp thời đồng bộ thống nhất sâu rộng hơn nữa sự nghiệp tinh thần chủ trương đã "
    "cập nhật bổ sung sửa đổi từng phần đề mục tiêu giải pháp năm bước đầu giữa kỳ nhiệm chung yêu cầu quan điểm như sau gồm cả "
    "hoàn việc khổ mẫu số thứ tự bãi bỏ thay thế đây cụ thể trên ý kiến ngay chặt chẽ tích cực quyết liệt mạnh mẽ bởi bằng".split()
)
_SUBJECT: Final = frozenset("về việc v nhằm để đã vừa đang với là mục đích tổ chức ra và có nội dung thì cũng sẽ trực tiếp số".split())
_SEPARATOR: Final = re.compile(r"(?:[,;]|(?<!\w)(?:và|hoặc|hay|cùng|cũng như|cùng với|đồng thời))\s*(?:(?:và|các|cả|tại|theo|của|những)\s+){0,3}$")
_NAMING: Final = re.compile(r"(?:gọi|viết)(?: chung| tắt)*(?: là)?\W*$|viết tắt\W*$")
_BROKEN: Final = re.compile(r"(?:theo|các|những|như|đúng) (?:các )?(?:quy|qui) định (?:tại|của|trong|ở)(?: các)?\W*$|(?:quy|qui) định (?:tại|của|trong)\W*$|hướng dẫn (?:tại|của)\W*$")
_BY: Final = re.compile(r"(?<!\w)theo(?: tinh thần| quy định| yêu cầu| nội dung)?(?: của| tại)?\W*$")
_INDEFINITE: Final = re.compile(
    r"(?:văn bản|quy định|nghị định|thông tư|luật|quyết định|nghị quyết|pháp luật|pháp lệnh|quy chế|việc|được|hoặc|nội dung|đề nghị|dự thảo|dự án|hồ sơ|bị)"
    r"(?: khác| pháp luật| quy phạm pháp luật| mới| liên quan| có liên quan| hiện hành| dưới luật| về)?\W*$"
)
_UNREAL: Final = re.compile(
    r"(?<!\w)(?:trường hợp|nếu|đề nghị|yêu cầu|kiến nghị|đề xuất|xem xét|rà soát|nghiên cứu|trình|giao|có trách nhiệm|chịu trách nhiệm|"
    r"sẽ|dự kiến|dự thảo|chưa|không|cần|phải|có thể|được|khi|thẩm quyền|chủ trì|tham mưu|việc)(?!\w)"
)
_FORCE: Final = re.compile(r"(?:kể )?từ ngày|có hiệu lực|hiệu lực thi hành|đăng công báo|ngày ký|và")
_PLAIN_START: Final = re.compile(
    r"[\W\d]*(?:(?:kể )?từ (?:ngày|thời điểm)[^;.]{0,90}?(?:hiệu lực|này|ký)(?: thi hành)?[^,;.]{0,60},?\s*|nay|và|đồng thời|thông qua|quyết định|ban hành|điều|khoản|cùng)*[\W\d]*"
)
_CARRIED: Final = re.compile(r"(?:kèm theo |theo )?(?:quyết định|nghị quyết|thông tư|nghị định|kế hoạch|chỉ thị|công văn)? ?(?:này)?\W*$")
_NOMINAL: Final = re.compile(
    r"\W*(?:kèm theo (?:quyết định|nghị quyết|thông tư|nghị định) này )?(?:bản )?(?:các |một số )?(?:kế hoạch|chương trình|đề án|quy chế|quy định|văn bản|chỉ thị|nghị quyết|thông tư|nghị định|quyết định|công văn|hướng dẫn|luật|pháp lệnh|thông tri|kết luận|báo cáo)"
    r"(?: hành động| liên tịch| công tác| chi tiết| tổng thể| phối hợp)?(?: số [\w/-]+)?(?: của [^,;.:()]{1,70})?(?: về(?: việc)?)?\W*"
)
_SCOPED: Final = re.compile(r"[^;:.“”]{0,40}?(?:một số|các) (?:điều|nội dung|quy định|khoản)[^;:.“”]{0,170}(?:của|tại)\W*")
_OWN_NAME: Final = re.compile(r"\W*(?:(?:hành động|công tác|tổng thể|phối hợp|liên tịch)\W*)?(?:của [^,;.:()]{1,80})?\W*")
_STATES: Final = re.compile(r"\W*quy định (?:về |việc )*[^;:.]{0,40}(?:,|và)\W*")
_YEARS: Final = re.compile(r"\d+|năm|năm,|giữa|kỳ|nhiệm|hơn|gần")
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
        self.sentence = block.start
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
        self.fronted: list[tuple[int, int, Link]] = []

    def run(self, tokens: list[Token]) -> None:
        """Read all `tokens`."""
        for token in tokens:
            if token.kind == "document":
                self.document(token)
            elif token.kind == "cue":
                self.cue(token)
            elif token.kind == "stop":
                self.base = self.ground
                self.reset(token.end)
                self.sentence = token.end
            else:
                self.mark(token)

    def mark(self, token: Token) -> None:
        """Semicolons open a new clause of the same list; brackets hold a clause of their own."""
        if token.kind == "semicolon":
            self.pending = None
            self.clause = token.end
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
        if node == self.reading.own and self.reading.references[index].kind in {"anaphor", "own"}:
            self.itself(token)
            return
        at = self.reading.at(index)
        if node in self.reading.plans and self.transparent(token, node, at):
            return
        link = self.link(index, node, at)
        if link is not None and node in self.reading.plans and link.rule in {"cite", "ground"}:
            link = None
        if link is not None:
            self.say(link, index, node)
        self.push(token, node, link)

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
        elif self.pending is not None and self.pending.predicate != "promulgates":
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
        if self.pending is not None:
            link = self.object(index, node, at)
            if link is not None:
                return link
        if _NAMING.search(gap[-24:]):
            return None
        if self.chain and _SEPARATOR.search(gap[-40:] if gap.strip() else self.fold[max(0, at - 12) : at]):
            return self.listed(index, node, at)
        if self.nested(at, gap):
            return self.within(at)
        return self.base

    def object(self, index: int, node: int, at: int) -> Link | None:
        """The object of the pending cue: only small words stand between, or, for changes that the instrument makes itself, a part of it."""
        pending = self.pending
        assert pending is not None
        gap = self.fold[pending.at : at]
        if pending.passive:
            return pending if self._bare(gap) and self.enter(index, node) else None
        if self._bare(gap) or self._years(gap, pending):
            return pending
        if pending.head == self.reading.own and pending.predicate in ENACTS and len(gap) < _FAR and self._part(gap, pending):
            return pending
        return None

    def _bare(self, gap: str) -> bool:
        if _SCOPED.fullmatch(gap):
            return True
        return len(gap) < _REACH and all(w in _OBJECT or len(w) < 2 or w[0].isdigit() for w in _WORDS.findall(gap))

    def _years(self, gap: str, pending: Link) -> bool:
        return pending.predicate == "reviews" and len(gap) < _REACH and self._bare(_YEARS.sub(" ", gap))

    def _part(self, gap: str, pending: Link) -> bool:
        """Whether the gap is a long name of a part: `Thay thế Danh mục ... ban hành kèm theo D`, `quy định về ... tại D`."""
        if ";" in gap or ". " in gap:
            return False
        if pending.predicate in {"guides", "details"}:
            return bool(re.search(r"(?:tại|của)\W*$", gap)) and not re.search(r"(?:theo|như) (?:quy|qui) định (?:tại|của)\W*$|theo\W*$", gap)
        return bool(re.search(r"(?:kèm theo|tại|của|trong|ban hành theo|bởi|thuộc)(?: các)?\W*$|\d\W*$", gap)) or at_part(gap)

    def enter(self, index: int, node: int) -> bool:
        """A passive cue has met its agent: the agent acts on the nearest document before that it can act on."""
        pending = self.pending
        assert pending is not None
        for entry in self.patients(node, pending):
            self.add(node, pending, entry.node, entry.index)
            return True
        return False

    def patients(self, agent: int, pending: Link) -> list[_Entry]:
        """The documents that `agent` can have acted on, the likeliest first."""
        before = [e for e in reversed(self.chain) if e.node != agent]
        if pending.predicate == "promulgates":
            return [e for e in before[:1] if self.reading.type_of(e.node) not in {"NĐ", "TT", "QĐ", "NQ", "L"}]
        family = self.reading.family(agent)
        return [e for e in before if self.reading.family(e.node) == family] or before[-1:]

    def listed(self, index: int, node: int, at: int) -> Link | None:
        """One more of a list: it is read as the nearest document before it of its own type, else as the first of the clause."""
        if ";" in self.fold[max(0, at - 6) : at]:
            entry = self.chain[0]
        else:
            family = self.reading.family(node)
            full = self.reading.references[index].date is not None
            like = [e for e in self.chain if self.reading.family(e.node) == family]
            same = [e for e in like if (self.reading.references[e.index].date is not None) == full]
            entry = (same or like or self.chain)[-1] if like else self.chain[0]
            if same and self.chain[0] in same and self._named(index):
                entry = self.chain[0]
        link = entry.link
        if link is not None and link.passive:
            for other in self.patients(node, link):
                if other.node != entry.node and (other.link is None or not other.link.passive):
                    self.add(node, link, other.node, other.index)
                    break
        return link

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
        return any(at < e.stop for e in self.chain) or bool(re.fullmatch(r"\W*(?:theo|của|tại)\W*", self.fold[entry.end : at]))

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
        if form == "ended":
            self.ended(token)
        elif form in {"passive", "attached"}:
            self.turned(token, predicate, words, attached=form == "attached")
        elif form == "prolong":
            self.prolong(token)
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
        if pending.passive:
            return False
        if pending.predicate == "reviews" and len(gap) < 140 and cue.predicate in {"implements", "disseminates"}:
            self.pending = pending._replace(at=token.end)
            return True
        if pending.predicate == "promulgates" and _NOMINAL.fullmatch(gap):
            self.pending = Link(pending.head, cue.predicate, pending.rule, cue.words, token.end)
            return True
        if self._bare(gap) and len(gap) < 60:
            predicate = pending.predicate
            if cue.predicate == "details" or (predicate == "continues" and cue.predicate not in {"implements", "disseminates"}):
                predicate = cue.predicate
            self.pending = pending._replace(predicate=predicate, at=token.end)
            return True
        return False

    def prolong(self, token: Token) -> None:
        """`về tiếp tục thực hiện`: the verb that follows prolongs."""
        head = self.head(token, "continues")
        self.pending = None if head is None else Link(head[0], "continues", head[1], "tiếp tục", token.end)

    def verb(self, token: Token) -> None:
        """An active cue: its subject is the nearest document, the clause's subject, or the instrument itself."""
        assert token.cue is not None
        head = self.head(token, token.cue.predicate)
        if head is None:
            if token.cue.predicate in ENACTS or token.cue.form == "with":
                self.pending = None
            return
        self.pending = Link(head[0], token.cue.predicate, head[1], token.cue.words, token.end)
        if head[1] != "name":
            self.acting = self.pending

    def head(self, token: Token, predicate: str) -> tuple[int, str] | None:
        """The subject of the cue and the rule that found it."""
        start = token.start
        if self.chain:
            entry = self.chain[-1]
            if self._tight(entry, start):
                return entry.node, "name"
        own = self.reading.own
        if own is None:
            return None
        if self.subject == own and self._acts(start, predicate):
            return own, "clause"
        if predicate in ENACTS and self._begins(start) and self.zone != GROUNDS:
            return own, "enact"
        if self.zone == TITLE and not self.chain:
            return own, "title"
        if self.acting is not None and self.acting.head == own and predicate in CHANGES and self._joined(start):
            return own, "joined"
        return None

    def _tight(self, entry: _Entry, start: int) -> bool:
        """Only an issuer, a date or small words stand between a document and the verb of its name."""
        reference = self.reading.references[entry.index]
        for end in (reference.head_stop, entry.end):
            if end <= start and all(w in _SUBJECT or len(w) < 2 for w in _WORDS.findall(self.fold[end:start])) and start - end < 60:
                return ";" not in self.fold[end:start] and ":" not in self.fold[end:start]
        if reference.kind == "plan" and entry.end <= start and _OWN_NAME.fullmatch(self.fold[entry.end : start]):
            return True
        if start < reference.stop and not self.pending:
            between = self.fold[reference.head_stop : start]
            return bool(re.fullmatch(r"[^;:.]{0,200}(?:,|và|,? đồng thời)\s*", between)) and any(
                t in between for t in ("hướng dẫn", "quy định", "sửa đổi", "bãi bỏ")
            )
        return False

    def _acts(self, start: int, predicate: str) -> bool:
        between = self.fold[self.subject_end : start]
        if len(between) > 250 or ";" in between:
            return False
        small = all(w in _SUBJECT or len(w) < 2 for w in _WORDS.findall(between))
        if small or predicate not in CHANGES:
            return small
        return bool(_STATES.fullmatch(between)) or bool(_FORCE.search(between) and not _UNREAL.search(between))

    def _begins(self, start: int) -> bool:
        lead = self.fold[self.clause : start]
        return len(lead) < 200 and bool(_PLAIN_START.fullmatch(lead))

    def _joined(self, start: int) -> bool:
        return bool(_SEPARATOR.search(self.fold[max(self.clause, start - 16) : start])) or not self.fold[self.clause : start].strip()

    def turned(self, token: Token, predicate: str, words: str, *, attached: bool) -> None:
        """`được sửa đổi bởi`, `ban hành kèm theo`: what stands before suffers, what comes after acts."""
        if attached and self._begins(token.start) and self.reading.own is not None and self.zone != GROUNDS:
            self.pending = Link(self.reading.own, predicate, "enact", words, token.end)
            return
        if attached and not (self.chain and self.policy(token)):
            return
        if self.chain:
            self.pending = Link(self.chain[-1].node, predicate, "history", words, token.end, passive=True)

    def policy(self, token: Token) -> bool:
        """Whether the last thing read is a programme of its own, not an annex of the instrument that carries it."""
        entry = self.chain[-1]
        return self.reading.type_of(entry.node) in PLANS and token.start - entry.stop < 40

    def ended(self, token: Token) -> None:
        """`X hết hiệu lực kể từ ngày Thông tư này có hiệu lực`: the documents that the clause began with end."""
        own = self.reading.own
        if own is None or self.zone != BODY:
            return
        lead = self.fold[self.clause : token.start]
        if _UNREAL.search(lead[:60]) and "này" not in lead:
            return
        link = Link(own, "repeals", "ended", token.cue.words if token.cue else "", token.end)
        for place, entry in enumerate(self.chain):
            if entry.link is not None and entry.link.rule in {"cite", "list"}:
                self.chain[place] = entry._replace(link=link)
                self.say(link, entry.index, entry.node)
        self.acting = link
        self.pending = link if ":" not in lead else None

    # ---- what is said

    def say(self, link: Link, index: int, node: int) -> None:
        """Note that `link.head` does what it does to `node`."""
        if not link.passive:
            self.add(link.head, link, node, index)

    def add(self, head: int, link: Link, tail: int, index: int) -> None:
        """Note one statement, if head and tail are two things."""
        if head == tail:
            return
        reference = self.reading.references[index]
        self.reading.statements.append(
            Statement(head, link.predicate, tail, index, link.rule, link.cue, link.at, reference.provision, self.sentence, self.block.end)
        )


def at_part(gap: str) -> bool:
    """Whether a gap ends in words for a part (`Phụ lục II`, `cụm từ ...`)."""
    return bool(re.search(r"(?:phụ lục|mẫu|biểu|danh mục)[^,;.]{0,20}$", gap))


_ = LAWS, _CARRIED
