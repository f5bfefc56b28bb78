"""The document side of the clause machine: what reads a document that has just been met."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import activities, agents, enacting, gaps, moods, parallel, passages
from loaders.extraction.adjuncts import FRONT
from loaders.extraction.documents import national
from loaders.extraction.grounds import BODY, introduces
from loaders.extraction.members import Members
from loaders.extraction.reading import ACTS, LAWS, PLANS, Link, Statement
from loaders.extraction.sentences import QUOTED
from loaders.extraction.state import CHANGES, ENACTS, ISSUED, WEAK, Entry

if TYPE_CHECKING:
    from loaders.extraction.tokens import Token

_CARRIES_OUT: Final = re.compile(
    r"(?<!\w)(?:thực hiện|triển khai|thi hành|hành động|cụ thể hóa|tiếp tục|hưởng ứng|hướng dẫn|quán triệt|học tập|"
    r"sơ kết|tổng kết|phối hợp|kiểm tra|giám sát|rà soát|sửa đổi|bổ sung|điều chỉnh)(?!\w)"
)
STATUTES: Final = LAWS | {"ĐL"}
"""Types whose names have no ground in them: `thực hiện Luật A theo Hướng dẫn B`."""
_DONE_AS_RULED: Final = frozenset({"implements", "reviews", "disseminates", "continues"})
_HIGH: Final = {"NĐ": {"L"}, "QĐ": {"L", "NĐ"}, "TT": {"L", "NĐ"}, "TTLT": {"L", "NĐ"}, "CT": {"L", "NĐ"}}
_LOW: Final = frozenset(_HIGH)
"""What changes no statute, and no decree: an instrument is changed by its equals and by those above it."""
_TITLED: Final = 40
_REMEMBERED: Final = 60
_BARE: Final = 4  # words of `mục tiêu quốc gia`, which alone names none
_ACTS: Final = frozenset({"NQ", "CT", "KL", "NĐ", "QĐ", "TT", "QyĐ"})
"""Types of what is told by its body and subject alone: `thực hiện Chỉ thị của Thủ tướng Chính phủ về ...`."""
_LEFT: Final = re.compile(r"\s?,\s[^,;]{20,}")
_TAKES_STOCK: Final = ("đánh giá", "sơ kết", "tổng kết", "kiểm điểm")


class Objects(Members):
    """Reads documents: objects of the pending cue, members of a list, parts of a name, bare mentions."""

    def link(self, index: int, node: int, at: int) -> Link | None:
        """What reads the document `node` that begins at `at`."""
        gap = self.fold[self.last : at]
        if (ordered := self.ordered(node, at)) is not None:
            return ordered
        carried, self.carried = self.carried, None
        if carried is not None and carried.predicate in CHANGES:
            last = self.chain[-1]
            self.add(node, Link(node, "promulgates", "history", "ban hành kèm theo", at), last.node, last.place)
            return carried if carried.head == self.reading.own else None
        if self.pending is not None:
            link = self.object(index, node, at)
            if link is not None:
                return link
        if gaps.naming(gap[-24:]):
            return None
        further = self._further_part(gap)
        if further is None and self.chain and self._joins(index, gap, at):
            link = self.listed(index, node, at)
            if link is not None or self.events.report is None:
                return link
        return further or self.alone(index, node, at)

    def ordered(self, node: int, at: int) -> Link | None:
        """`kiểm tra việc thực hiện A, theo Quyết định B`: what B orders is the inspection, which B is the ground of."""
        last = self.chain[-1] if self.chain and self.pending is None else None
        if last is None or last.link is None or last.link.predicate != "reviews" or last.link.head < ACTS:
            return None
        documents = self.reading.grouping.documents
        if last.node in self.reading.plans or documents[node].number is None:
            return None
        ends = (last.finish, self.reading.references[last.place].head_stop, last.stop)
        if not any(end <= at and gaps.ordered(self.fold[end:at]) for end in ends):
            return None
        return Link(last.link.head, "basedOn", last.link.rule, "theo", at)

    def alone(self, index: int, node: int, at: int) -> Link | None:
        """What is said of a document that no cue and no list reads: its place in a name, or the clause's default."""
        if self.nested(at):
            self.touch(index, node)
            return self.within(node, at)
        if self.annex or self.muted:
            self.annex = self.muted = False
            return None
        if self.events.report is not None:
            between = self.fold[self.clause : at].strip(" ,:;")
            return self.events.report if not between or passages.contents(between) else None
        if self.base is not None and self.base.rule == "list" and self.chain:
            return None  # in the name of the item
        return self.adjunct(at) or self.base or self.opened(at) or self.topic.speech(self.sentence, at)

    def opened(self, at: int) -> Link | None:
        """`Tại Công văn A, UBND tỉnh giao Sở X làm theo B`: A names B."""
        entry = self.chain[0] if self.chain else None
        if entry is None or entry.link is not None or self.reading.own is not None:
            return None
        begin = self.reading.at(entry.place)
        if self.fold[self.sentence : begin].strip(' \n"“-') not in {"tại", "trong"}:
            return None
        orders = passages.orders(self.fold[max(entry.finish, min(entry.stop, at)) : at])
        return Link(entry.node, "cites", "speech", "tại", at) if orders else None

    def adjunct(self, at: int) -> Link | None:
        """`Thực hiện A; các kế hoạch của UBND tỉnh: B, C, X ban hành E`: the adjunct goes on after a semicolon."""
        fronted = self.adjuncts.fronted[-1:]
        if not fronted or self.clause == self.sentence or (self.zone == BODY and self.reading.own is not None):
            return None
        index, _, link = fronted[0]
        begun = self.sentence <= self.reading.references[index].start < self.clause
        if not begun or not introduces(self.fold[self.last : at]):
            return None
        return None if self.adjuncts.main(self.sentence, at) is not None else link

    def object(self, index: int, node: int, at: int) -> Link | None:
        """The object of the pending cue: after small words, or, where the instrument acts, after the name of a part."""
        pending = self.pending
        assert pending is not None
        gap = gaps.unbracketed(self.fold[pending.at : at])
        directed = pending.rule == "front" and gaps.directed(gap)
        ruled = pending.predicate in _DONE_AS_RULED and gaps.as_ruled(gap) and not directed
        if ruled or (pending.predicate in CHANGES and gaps.of_this_text(gap)):
            return None
        if pending.passive:
            return pending if gaps.bare(gap) and self.enter(index, node) else None
        if pending.predicate == "promulgates" and pending.cue != "công bố" and self.reading.type_of(node) not in ISSUED:
            return None
        issued = pending.predicate == "promulgates" and enacting.carried(gap) and self._first_issue(node)
        if issued or gaps.bare(gap) or directed or (pending.predicate == "reviews" and gaps.years(gap)):
            if pending.rule == "bracket":
                return self.like(pending, node)
            return self.second(pending, node)
        return self.part(pending, gap)

    def _first_issue(self, node: int) -> bool:
        """Whether the title has named no plan of the same type: an article often shortens its name."""
        kind, own = self.reading.type_of(node), self.reading.own
        titled = (s.tail for s in self.reading.statements[:_TITLED] if s.head == own and s.predicate == "promulgates")
        return not any(tail != node and self.reading.type_of(tail) == kind for tail in titled)

    def part(self, pending: Link, gap: str) -> Link | None:
        """What is done to a document over the name of a part; the instrument itself reaches over a list of parts."""
        if pending.predicate in CHANGES and gaps.annexed(gap):
            return pending._replace(rule="part")
        if pending.head != self.reading.own or len(gap) >= gaps.FAR:
            return None
        if pending.predicate in CHANGES and gaps.bare(gap, gaps.FAR):
            return pending
        if pending.predicate not in ENACTS - {"suspends", "promulgates"}:
            return None
        named = gaps.part(gap, guides=pending.predicate in {"guides", "details"})
        return pending._replace(rule="part") if named else None

    def like(self, pending: Link, node: int) -> Link | None:
        """In brackets after a name the subject is the nearest document before that is of the object's type."""
        family = self.reading.family(node)
        for entry in reversed(self.chain):
            if self.reading.family(entry.node) == family:
                return pending._replace(head=entry.node)
        return None

    def approval(self, node: int, at: int) -> None:
        """`UBND tỉnh phê duyệt Đề án A tại Quyết định B`: B issues A, though a body is the subject of the verb."""
        last = self.chain[-1] if self.chain else None
        if last is None or last.link is not None or self.reading.type_of(last.node) not in ISSUED:
            return
        if self.reading.type_of(node) in LAWS:
            return  # `ban hành quy chế theo Luật B`: a statute issues no plans
        if self.reading.grouping.documents[last.node].number is not None or self.reading.type_of(node) in ISSUED:
            return
        begin = self.reading.at(last.place)
        if gaps.approved(self.fold[max(self.clause, begin - 60) : begin], self.fold[last.stop : at]):
            self.add(node, Link(node, "promulgates", "history", "phê duyệt tại", at), last.node, last.place)

    def second(self, pending: Link, node: int) -> Link:
        """`A cụ thể hóa B và thay thế C`: a second verb of A, since B is of another type than C."""
        if pending.rule != "name" or pending.predicate not in CHANGES:
            return pending
        last = self.chain[-1]
        start = pending.at - len(pending.cue)
        joined = gaps.separates(self.fold[max(last.finish, start - 16) : start])
        family = self.reading.family(node)
        if not joined or last.link is None or pending.head != last.node or self.reading.family(last.node) == family:
            return pending
        return self.like(pending, node) or pending

    def enter(self, index: int, node: int) -> bool:
        """A passive cue has met its agent: the agent acts on the nearest document before that it can act on."""
        pending = self.pending
        assert pending is not None
        if pending.predicate == "promulgates" and self.reading.type_of(node) in LAWS:
            return False  # `phê duyệt theo quy định của Luật B`
        for entry in self.patients(node, pending):
            whole = gaps.whole(self.fold[pending.at : self.reading.at(index)])
            self.add(node, pending, entry.node, entry.place, whole=whole)
            self.touch(index, node)
            return True
        if not self.chain and pending.head == self.reading.own:
            sentence = (self.sentence, self.block.end)  # the part cited is the agent's, not the text's own
            self.reading.statements.append(Statement(node, pending.head, index, pending, None, sentence))
            return True
        return False

    def patients(self, agent: int, pending: Link) -> list[Entry]:
        """The documents that `agent` can have acted on, the likeliest first."""
        before = [e for e in reversed(self.chain) if e.node != agent]
        if pending.predicate == "repeals":
            return [e for e in before if e.node == pending.head][:1]
        if pending.predicate == "promulgates":
            return [e for e in before if self.reading.type_of(e.node) in PLANS][:1]
        family = self.reading.family(agent)
        like = [e for e in before if self.reading.family(e.node) == family]
        if not like and pending.predicate in CHANGES and family in _LOW:
            return [e for e in before if self.reading.family(e.node) not in _HIGH[family]][-1:]
        return like or before[-1:]

    def _amending(self, at: int) -> bool:
        """Whether a law that changes another goes on with the name before: `hướng dẫn Luật A; Luật sửa đổi Luật A`."""
        return self.fold.startswith(("luật sửa đổi", "pháp lệnh sửa đổi", "luật số"), at)

    def listed(self, index: int, node: int, at: int) -> Link | None:
        """One more of a list: read as the nearest document before it of its own type, else as the clause's first."""
        apart = ";" in self.fold[max(0, at - 6) : at]
        if not apart and (inner := self._changed_by_item()) is not None:
            return inner
        if not apart and (patient := self._past_changes(index)) is not None:
            return patient.link
        loose = apart and self.ground is None and not self._issuing()
        here = [e for e in self.chain if self.reading.references[e.place].start >= self.clause] or self.chain
        told = (e for e in self._main(here) if e.link is not None and (not loose or e.link.rule == "report"))
        entry = next(told, here[0])
        family = self.reading.family(node)
        like = [e for e in here if self.reading.family(e.node) == family]
        full = self.reading.references[index].date is not None
        if (not apart or self._amending(at)) and (under := self._under(family, at, full=full)) is not None:
            entry = under
        elif not apart and like:
            references = self.reading.references
            same = [e for e in like if parallel.alike(references[e.place], references[index])]
            entry = here[0] if here[0] in same and self._named(index) else (same or like)[-1]
            if entry.link is not None and parallel.too_new(self.reading, index, entry.link):
                entry = here[0]
            entry = self._read_before(like, node) or entry
        link = entry.link
        if link is not None and link.predicate == "promulgates" and self.reading.type_of(node) not in ISSUED:
            link = next(
                (e.link for e in reversed(here) if e.link is not None and e.link.predicate != "promulgates"), None
            )
        if link is not None and link.passive:
            for other in self.patients(node, link):
                if other.node != entry.node and (other.link is None or not other.link.passive):
                    whole = gaps.whole(self.fold[link.at : link.at + gaps.REACH])
                    self.add(node, link, other.node, other.place, whole=whole)
                    break
        return link

    def _read_before(self, entries: list[Entry], node: int) -> Entry | None:
        """The entry by whose verb `node` has been read before: a name that lists two is given more than once."""
        said = {(s.head, s.predicate) for s in self.reading.statements[-_REMEMBERED:] if s.tail == node}
        named = (e for e in reversed(entries) if e.link is not None and e.link.rule == "name")
        return next((e for e in named if e.link is not None and (e.link.head, e.link.predicate) in said), None)

    def _named(self, index: int) -> bool:
        reference = self.reading.references[index]
        return reference.stop > reference.head_stop

    def nested(self, at: int) -> bool:
        """Whether the document stands inside the name of the one before it."""
        if not self.chain or gaps.ruled(self.fold[max(self.last, at - 60) : at]):
            return False
        last = self.chain[-1]
        if last.link is not None and last.link.head == FRONT and _LEFT.match(self.fold, last.stop, at):
            return False  # the adjunct is over: `Thực hiện A về X, Sở Y đề nghị ... theo B`
        return any(at < e.stop for e in self.chain) or gaps.adjoins(self.fold[last.finish : at])

    def within(self, node: int, at: int) -> Link | None:
        """Inside the name of another, a document after `theo` is that one's ground; else nothing is said of it."""
        outer = self.chain[-1].node
        if outer in self.reading.plans and self.reading.type_of(node) in LAWS and self.zone == BODY:
            return self.base  # `các cơ quan ban hành quy chế theo Luật B`
        left = self.fold[max(0, at - 40) : at]
        if outer == self.reading.own or self.reading.type_of(outer) in STATUTES or not gaps.by(left):
            return None
        return Link(outer, "cites" if gaps.in_spirit(left) else "basedOn", "name", "theo", at)

    def stands(self, link: Link, index: int) -> bool:
        """Whether a plan without a number is meant as an instrument: issued, changed, or named as one."""
        reference = self.reading.references[index]
        if link.rule in {"cite", "ground", "speech", "report"}:
            left = self.fold[max(self.clause, reference.start - gaps.REACH) : reference.start]
            named = self.reading.text[reference.start].isupper() and len((reference.title or "").split()) > _BARE
            carried = link.rule == "cite" and named and gaps.acted_on(left)
            return carried and self._national(link, self.reading.node(index))
        if link.rule == "enact" and link.cue in WEAK and self.reading.text[reference.start].islower():
            return False  # `Điều chỉnh kế hoạch sản xuất`: what bodies are told to do
        lower = self.reading.text[reference.start].islower()
        if lower and link.predicate == "promulgates" and agents.procedure(self.fold[max(0, link.at - 120) : link.at]):
            return False
        small = lower and self.zone == BODY
        if (
            small
            and link.rule == "enact"
            and link.predicate == "promulgates"
            and "này" not in self.fold[link.at : reference.start]
        ):
            return False  # `ban hành chương trình đào tạo`: what others are to issue
        if link.predicate in {"promulgates", "amends", "replaces", "repeals", "alignedWith"}:
            return True
        inner = any(reference.start < r.start < reference.stop for r in self.reading.references[index + 1 : index + 4])
        return (
            inner
            or self._national(link, self.reading.node(index))
            or (reference.issuer is not None and reference.type in _ACTS)
            or self.reading.text[reference.start : reference.stop].rstrip(" .,;").endswith(("”", '"'))
            or (self.reading.text[reference.start].isupper() and link.head < ACTS)
        )

    def _national(self, link: Link, node: int | None) -> bool:
        """Whether a national target programme is carried out, reviewed or taught: an instrument wherever that is."""
        told = link.predicate in {"implements", "reviews", "disseminates", "cites"} and node is not None
        return told and national(self.reading.grouping.documents[node or 0])

    def transparent(self, token: Token, at: int) -> bool:
        """`ban hành Kế hoạch thực hiện D`: whoever issues such a plan carries D out itself."""
        pending = self.pending
        reference = self.reading.references[token.place]
        if token.end >= reference.end or not self._carries_out(token):
            return False
        if pending is None and self.chain and self._concerns(self.chain[-1], at):
            last = self.chain[-1]
            self.chain.append(Entry(last.node, token.place, last.link, token.end, reference.stop))
            self.last = token.end
            return True
        if pending is None or pending.predicate != "promulgates" or pending.passive:
            return False
        if not (gaps.bare(self.fold[pending.at : at]) or gaps.carried(self.fold[pending.at : at])):
            return False
        self.chain.append(Entry(pending.head, token.place, pending, token.end, reference.stop))
        self.pending = None
        self.last = token.end
        return True

    def _carries_out(self, token: Token) -> bool:
        """Whether the plan's own words before the document in its name say that it carries that out."""
        references = self.reading.references
        inner = references[token.place + 1].start if token.place + 1 < len(references) else token.end
        return _CARRIES_OUT.search(self.fold, token.start, inner) is not None

    def _concerns(self, entry: Entry, at: int) -> bool:
        """`Quyết định A về Kế hoạch thực hiện D`: the plan is all that the numbered document is about."""
        reference = self.reading.references[entry.place]
        if reference.number is None or self.reading.type_of(entry.node) in ISSUED:
            return False
        return any(e <= at and passages.about(self.fold[e:at]) for e in (entry.finish, reference.head_stop))

    def unknown(self, token: Token) -> None:
        """`Chỉ thị này` of no document; but `Quy chế này` is what the instrument carries, and speaks for it."""
        reading, reference = self.reading, self.reading.references[token.place]
        self.nobody = self.nobody or reference.pointing == "này"
        free = self.zone == BODY and self.block.level < QUOTED and self.pending is None
        if free and reference.type in ISSUED and reading.own is not None and reading.own == reading.grouping.own:
            self.subject, self.subject_end, self.nobody = reading.own, token.end, False
        self.last = token.end

    def itself(self, token: Token) -> None:
        """`Thông tư này`: the instrument that speaks is the subject of what follows."""
        self.subject, self.subject_end = self.reading.own, token.end
        if self.pending is not None and self.pending.passive and self.reading.own is not None:
            self.enter(token.place, self.reading.own)
        elif self.pending is not None and self.pending.rule == "pair":
            self.paired, self.pending = self.reading.own, None
        elif self.pending is not None and self.pending.predicate != "promulgates" and self.pending.rule != "ended":
            self.pending = None
        self.last = token.end

    def committee(self, token: Token, node: int) -> None:
        """`Ban Chỉ đạo D tiến hành cuộc họp, đánh giá ...`: a body named after a document takes stock of it."""
        reading = self.reading
        if reading.own is not None or len(self.chain) > 1:
            return
        begin = activities.committee(self.fold, self.sentence, token.start)
        stop = max(self.chain[-1].stop, reading.references[token.place].head_stop) if self.chain else token.end
        if begin is None or moods.has(self.fold, stop, stop + 40, moods.UNDONE):
            return
        if not any(
            activities.holds(self.fold, s, min(self.block.end, s + 90))
            for s in {stop, reading.references[token.place].head_stop}
        ):
            return
        end = self.fold.find(". ", stop, self.block.end)
        end = self.block.end if end < 0 else end
        if any(word in self.fold[begin:end] for word in _TAKES_STOCK):
            span = reading.references[token.place].number_span
            head = self.events.act("review", (begin, span.end if span else token.end), self.sentence, end)
            self.add(head, Link(head, "reviews", "committee", "", token.start), node, token.place)
