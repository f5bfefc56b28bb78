"""Plans and acts without a number: which are meant as instruments, and which only name what somebody carries out.

Read are the plan's own words, its capitals and the verb that it is the object of.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import agents, gaps, passages, promulgation, typewords
from loaders.extraction.documents import national
from loaders.extraction.grounds import BODY, GROUNDS
from loaders.extraction.reading import ACTS, LAWS, Link
from loaders.extraction.state import ISSUED, RULES, WEAK, Entry

if TYPE_CHECKING:
    from loaders.extraction.state import Clause
    from loaders.extraction.tokens import Token

_CARRIES_OUT: Final = re.compile(
    r"(?<!\w)(?:thực hiện|triển khai|thi hành|hành động|cụ thể hóa|tiếp tục|hưởng ứng|hướng dẫn|quán triệt|học tập|"
    r"sơ kết|tổng kết|phối hợp|kiểm tra|giám sát|rà soát|sửa đổi|bổ sung|điều chỉnh)(?!\w)"
)
_BARE: Final = 4  # words of `mục tiêu quốc gia`, which alone names none
_CARRIED: Final = frozenset({"implements", "reviews"})
_TELLING: Final = 6  # words of a scheme's name that tell by themselves which one is meant
_UPON: Final = frozenset({"", "vào", "theo"})
_TAKEN_UP: Final = frozenset({"disseminates", "implements", "continues", "reviews"})
_BY_ACT: Final = re.compile(
    r"[”\"]?,? ?\(?(?:(?:đã )?được )?(?:[^,;.()\d]{2,50}? )?"
    r"(?:phê duyệt|ban hành|thông qua) (?:kèm theo|tại|theo|bằng) "
)
_TERM: Final = re.compile(r"(?<!\w)(?:khóa [ivxl\d]{1,6}|nhiệm kỳ \d{4})(?!\w)")
_YEARS: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OWN_SUBJECT: Final = re.compile(r"[^“”]{0,120}?(?:về|thực hiện|triển khai|phối hợp|hành động)(?!\w)")
# What those are to draw up who are to carry it out: `Chỉ thị A về xây dựng và thực hiện Quy chế nếp sống`.
_BUILT: Final = re.compile(r"(?<!\w)xây dựng (?:và|,) ?(?:tổ chức |triển khai )?(?:thực hiện|triển khai)\s*$")
_ACTS: Final = frozenset({"NQ", "CT", "KL", "NĐ", "QĐ", "TT", "QyĐ"})
"""Types of what is told by its body and subject alone: `thực hiện Chỉ thị của Thủ tướng Chính phủ về ...`."""


def stands(clause: Clause, link: Link, index: int) -> bool:
    """Whether a plan without a number is meant as an instrument: issued, changed, or named as one."""
    reading = clause.reading
    reference = reading.references[index]
    if link.rule in {"cite", "ground", "speech"}:
        return _cited(clause, link, index)
    if link.rule == "enact" and link.cue in WEAK and reading.text[reference.start].islower():
        return False  # `Điều chỉnh kế hoạch sản xuất`: what bodies are told to do
    lower = reading.text[reference.start].islower()
    said = clause.fold[max(0, link.at - 120) : link.at]
    if (link.rule == "name" and _BUILT.search(said)) or (
        lower and link.predicate == "promulgates" and agents.procedure(said)
    ):
        return False
    small = lower and clause.zone == BODY
    if (
        small
        and link.rule == "enact"
        and link.predicate == "promulgates"
        and "này" not in clause.fold[link.at : reference.start]
    ):
        return False  # `ban hành chương trình đào tạo`: what others are to issue
    if link.predicate in {"promulgates", "amends", "replaces", "repeals", "alignedWith"} or reference.kind == "partial":
        return True  # or `Đề án 31`, approved by the decision of that number
    inner = any(reference.start < r.start < reference.stop for r in reading.references[index + 1 : index + 4])
    return (
        inner
        or _national(clause, link, reading.node(index))
        or (reference.issuer is not None and reference.type in _ACTS)
        or reading.text[reference.start : reference.stop].rstrip(" .,;").endswith(("”", '"'))
        or (reading.text[reference.start].isupper() and link.head < ACTS)
        or (link.head >= ACTS and link.predicate in _TAKEN_UP and _identified(clause, link, index))
    )


def _cited(clause: Clause, link: Link, index: int) -> bool:
    """Whether what is only cited is an instrument: an act told by its body in a preamble, a programme carried out."""
    reading, reference = clause.reading, clause.reading.references[index]
    told = reference.type in _ACTS and reference.issuer is not None
    if told and link[1:3] == ("basedOn", "ground") and clause.zone == GROUNDS:
        return clause.fold[link.at : reference.start].strip() in _UPON  # `Căn cứ vào Nghị quyết của Quốc hội về X`
    capital = reading.text[reference.start].isupper()
    if capital and (_dated(clause, link, index) or _approved(clause, link, index)):
        return True
    left = clause.fold[max(clause.clause, reference.start - gaps.REACH) : reference.start]
    named = reading.text[reference.start].isupper() and len((reference.title or "").split()) > _BARE
    carried = link.rule == "cite" and named and gaps.acted_on(left)
    return carried and _national(clause, link, reading.node(index))


def _approved(clause: Clause, link: Link, index: int) -> bool:
    """`Căn cứ Đề án X được phê duyệt tại Quyết định A`: a scheme that is the ground, told by what approves it."""
    references = clause.reading.references
    reference = references[index]
    if link.rule != "ground" or clause.zone != GROUNDS or reference.type not in ISSUED or index + 1 == len(references):
        return False
    if clause.fold[link.at : reference.start].strip() not in _UPON:
        return False
    following = references[index + 1]  # one in its name is what the scheme carries out
    behind = max(reference.stop, reference.end)
    return behind <= following.start and _BY_ACT.fullmatch(clause.fold, behind, following.start) is not None


def _dated(clause: Clause, link: Link, index: int) -> bool:
    """`Căn cứ Quy chế hoạt động của X ngày 3/4/2005`, `... khóa XII`: a regulation that its day or its term tells."""
    reference = clause.reading.references[index]
    based = link[1:3] == ("basedOn", "ground") and reference.type in RULES
    told = reference.date is not None or _TERM.search(clause.fold, reference.start, reference.stop) is not None
    return based and told and clause.fold[link.at : reference.start].strip() in _UPON


def _identified(clause: Clause, link: Link, index: int) -> bool:
    """Whether a plan's name tells which one is meant: `Kế hoạch của UBND huyện về X`, `Đề án X giai đoạn 2021 - 2025`.

    A heading in capitals tells nothing; a word in small letters (`kế hoạch của UBND huyện về X`) only with its body.
    """
    reference, text = clause.reading.references[index], clause.reading.text
    name = text[reference.start : reference.stop]
    if name[:1].isupper() and typewords.inside(clause.reading, index) is not None:
        return True
    if name[:8].isupper() or (reference.issuer is None and len((reference.title or "").split()) < _BARE):
        return False
    if reference.issuer is not None:
        return name[:1].isupper() or _OWN_SUBJECT.match(clause.fold, reference.start, reference.stop) is not None
    carried = link.predicate in _CARRIED and reference.start - link.at <= 1  # `triển khai Đề án X`, and no list
    scheme = carried and reference.type == "ĐA" and len((reference.title or "").split()) >= _TELLING
    told = scheme or _YEARS.search(name)
    return name[:1].isupper() and reference.type not in RULES and bool(told)


def carries(clause: Clause, node: int, index: int) -> None:
    """`triển khai Chương trình hành động thực hiện nghị quyết`: the plan carries out the resolution told of before."""
    found = typewords.inside(clause.reading, index)
    if found is not None:
        clause.add(node, Link(node, "implements", "name", "thực hiện", clause.reading.at(index)), found[1], found[0])


def transparent(clause: Clause, token: Token, at: int) -> bool:
    """`ban hành Kế hoạch thực hiện D`: whoever issues such a plan carries D out itself."""
    pending = clause.pending
    reference = clause.reading.references[token.place]
    if token.end >= reference.end or not _carries_out(clause, token):
        return False
    if pending is None and clause.chain and _concerns(clause, clause.chain[-1], at):
        last = clause.chain[-1]
        clause.chain.append(Entry(last.node, token.place, last.link, token.end, reference.stop))
        clause.last = token.end
        return True
    if pending is None or pending.predicate != "promulgates" or pending.passive:
        return False
    if not (gaps.bare(clause.fold[pending.at : at]) or promulgation.carried(clause.fold[pending.at : at])):
        return False
    clause.chain.append(Entry(pending.head, token.place, pending, token.end, reference.stop))
    clause.pending = None
    clause.last = token.end
    return True


def approval(clause: Clause, node: int, at: int) -> None:
    """`UBND tỉnh phê duyệt Đề án A tại Quyết định B`: B issues A, though a body is the subject of the verb."""
    reading = clause.reading
    last = _outer(clause)
    if last is None or last.link is not None or reading.type_of(last.node) not in ISSUED:
        return
    if reading.type_of(node) in LAWS:
        return  # `ban hành quy chế theo Luật B`: a statute issues no plans
    if reading.grouping.documents[last.node].number is not None or reading.type_of(node) in ISSUED:
        return
    begin = reading.at(last.place)
    if promulgation.approved(clause.fold[max(clause.clause, begin - 60) : begin], clause.fold[last.stop : at]):
        clause.add(node, Link(node, "promulgates", "history", "phê duyệt tại", at), last.node, last.place)


def _outer(clause: Clause) -> Entry | None:
    """The last document of the clause; the plan in whose name it stands, if it stands in one."""
    last = clause.chain[-1] if clause.chain else None
    if last is None or last.link is not None:
        return last
    references = clause.reading.references
    at = references[last.place].start
    return next((e for e in clause.chain if references[e.place].start < at < references[e.place].stop), last)


def _national(clause: Clause, link: Link, node: int | None) -> bool:
    """Whether a national target programme is carried out, reviewed or taught: an instrument wherever that is."""
    told = link.predicate in {"implements", "reviews", "disseminates", "cites"} and node is not None
    return told and national(clause.reading.grouping.documents[node or 0])


def _carries_out(clause: Clause, token: Token) -> bool:
    """Whether the plan's own words before the document in its name say that it carries that out."""
    references = clause.reading.references
    inner = references[token.place + 1].start if token.place + 1 < len(references) else token.end
    return _CARRIES_OUT.search(clause.fold, token.start, inner) is not None


def _concerns(clause: Clause, entry: Entry, at: int) -> bool:
    """`Quyết định A về Kế hoạch thực hiện D`: the plan is all that the numbered document is about.

    A submission (`Tờ trình A về việc ban hành Kế hoạch thực hiện D`) only proposes the plan.
    """
    reference = clause.reading.references[entry.place]
    if reference.number is None or clause.reading.type_of(entry.node) in ISSUED | {"TTr"}:
        return False
    return any(e <= at and passages.about(clause.fold[e:at]) for e in (entry.finish, reference.head_stop))
