"""Verdicts as they are asked for over HTTP: what the body says, what was seen, and the job that writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import msgspec
from msgspec import Meta

from api import reviewing
from api.control import Job, Writer
from api.envelope import matches
from api.parameters import WORD
from api.problems import Problem
from api.reviewing import Judged
from api.schemas import answer
from graph.docket import Docket
from graph.reader import Reader
from graph.review import LONGEST, Decision, End
from ontology.errors import Conflict, WrongUse
from ontology.terms import PREDICATES

Claim = Annotated[
    str, Meta(pattern="^[0-9a-z]{6,64}$", description="The digest at the end of its IRI", examples=["0123456789abcdef"])
]
Seen = Annotated[
    str | None, Meta(description="The `version` of the claim that was looked at; none where nobody had decided")
]
Why = Annotated[str, Meta(min_length=1, max_length=LONGEST, pattern=WORD, examples=["chỉ là căn cứ"])]
MaybeWhy = Annotated[str, Meta(max_length=LONGEST)]
Name = Annotated[
    str,
    Meta(
        min_length=1,
        max_length=500,
        pattern=WORD,
        description="A document: its number, its IRI, or as a text names it",
        examples=["489/QĐ-TTg"],
    ),
]
if TYPE_CHECKING:
    Relation = str
else:
    Relation = Annotated[Literal[tuple(PREDICATES)], Meta(examples=["implements"])]


class Confirm(msgspec.Struct, frozen=True, tag="confirm", tag_field="act"):
    """The claim is right."""

    claim: Claim
    seen: Seen = None
    why: MaybeWhy = ""


class Reject(msgspec.Struct, frozen=True, tag="reject", tag_field="act"):
    """The claim is wrong: its edge leaves the lineage, unless another claim supports it."""

    claim: Claim
    why: Why
    seen: Seen = None


class Correct(msgspec.Struct, frozen=True, tag="correct", tag_field="act"):
    """The quote states something else: another relation, or other documents."""

    claim: Claim
    why: Why
    seen: Seen = None
    predicate: Relation | None = None
    head: Name | None = None
    tail: Name | None = None


class Add(msgspec.Struct, frozen=True, tag="add", tag_field="act"):
    """An edge that no rule has read: from a quote of a source, or on one's own word."""

    head: Name
    predicate: Relation
    tail: Name
    why: Why
    source: Annotated[str | None, Meta(description="The hash of the source that states it")] = None
    quote: Annotated[str | None, Meta(description="The words of the source that state it")] = None
    provision: Annotated[str | None, Meta(description="The part cited", examples=["Điều 5/khoản 2"])] = None
    seen: Seen = None


class Undo(msgspec.Struct, frozen=True, tag="undo", tag_field="act"):
    """The verdict that stands on the claim is taken back; what stood before stands again. `claim` may be a verdict."""

    claim: Claim
    seen: Seen = None
    why: MaybeWhy = ""


Wanted = Confirm | Reject | Correct | Add | Undo


def decision(wanted: Wanted, reader: Reader, name: str, if_match: str | None) -> Decision:
    """The decision that is asked for, in somebody's name; raises Problem 412 where `if_match` names another state."""
    match wanted:
        case Confirm() | Reject() | Undo():
            made = Decision(str(wanted.__struct_config__.tag), name, wanted.why, wanted.claim, wanted.seen)
        case Correct():
            head, tail = (_end(reader, one) if one else None for one in (wanted.head, wanted.tail))
            made = Decision(
                "correct", name, wanted.why, wanted.claim, wanted.seen, wanted.predicate, head=head, tail=tail
            )
        case Add():
            ends = _end(reader, wanted.head), _end(reader, wanted.tail)
            said = (wanted.provision, wanted.source, wanted.quote)
            if any(len(one or "") > LONGEST for one in said):
                raise Problem("invalid", f"A quote or a provision has at most {LONGEST} characters.")
            made = Decision("add", name, wanted.why, "", wanted.seen, wanted.predicate, *ends, *said)
    if if_match is None:
        return made
    if not made.claim:
        raise Problem("precondition", "If-Match goes with a claim that is there; an addition has none yet.")
    case_ = Docket(reader).case(made.claim)
    if not matches(if_match, answer(case_).headers["etag"]):
        raise Problem("precondition", "The claim is no longer what was seen: look at it again, then decide.")
    return msgspec.structs.replace(made, expect=case_.version or None)


def _end(reader: Reader, name: str) -> End:
    try:
        return reviewing.end(reader, name)
    except WrongUse as error:
        raise Problem("not-found", f"{error}.") from error


async def given(writer: Writer, made: Decision, *, precise: bool) -> Judged:
    """The verdict, written; where somebody was first, 409, or 412 where the request named what it had seen."""
    try:
        judged = await writer.do(Job("review", decision=made))
    except Conflict as error:
        if precise:
            raise Problem("precondition", f"{error}.") from error
        raise
    assert isinstance(judged, Judged)
    return judged
