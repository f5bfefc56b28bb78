"""One mention of a document: what it states, part by part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from loaders.extraction import numbering
from ontology.model import Span, Value

if TYPE_CHECKING:
    from loaders.extraction.issuers import Issuer
    from loaders.extraction.titles import Breaks
    from loaders.extraction.unnumbered import Gathering


LAWS: Final = frozenset({"L", "BL", "PL", "HP"})
"""Types of statutes, which are known by name."""


class Reference(Value, frozen=True, gc=False):
    """One mention of a document: what it states, part by part; a part that is not stated is None.

    `start:end` is the mention itself (at most 300 code points: type word and number, or name); `stop >= end` is the end
    of the whole nominal group with date, issuer, term and title. `head_stop` is the end of the group without its title
    (`Kế hoạch số 5/KH-UBND ngày 1/2/2020 của Ủy ban nhân dân tỉnh`): what stands between `head_stop` and `stop`
    is the title, and titles hold mentions of their own. `kind` is one of

    - `numbered`: a full number with its symbol (`Kết luận số 49-KL/TW`);
    - `partial`: a number without a symbol, or one of an elliptical list (`Chỉ thị 37`, the 15 of `15, 16/CT-TTg`);
    - `named`: by name (`Luật Đất đai`, `Hiến pháp năm 2013`, `Chiến lược phát triển ...`);
    - `plenum`: an unnumbered resolution of a congress or plenum (`Nghị quyết Hội nghị Trung ương 8 khóa XI`);
    - `anaphor`: a type word with `này`, `nêu trên`, or as the subject of a sentence (`Chỉ thị nêu rõ`);
    - `plan`: an unnumbered plan or programme named by its purpose (`Kế hoạch thực hiện Quyết định số 628/QĐ-TTg`): a
      document only where a relation needs it;
    - `own`: the letterhead or the first line by which the source says which instrument it is.

    `type` is a code of the document-type scheme. `date` is ISO. `provision` is the part cited right before the mention
    (`Điều 5/khoản 2/điểm a`; several are joined by `; `), and `provision_start` where those words begin. `completed`
    is the whole number of a member of an elliptical list. `plenum` is the ordinal of a plenum (0: a congress).
    `pointing` is the word of an anaphor (`này`), empty for a bare subject; `các` for a plenum's resolutions named
    together.
    """

    start: int
    end: int
    stop: int
    head_stop: int
    kind: str
    type: str
    number: str | None = None
    number_span: Span | None = None
    date: str | None = None
    date_span: Span | None = None
    issuer: str | None = None
    issuer_span: Span | None = None
    term: str | None = None
    title: str | None = None
    title_span: Span | None = None
    provision: str | None = None
    provision_start: int | None = None
    completed: str | None = None
    plenum: int | None = None
    pointing: str | None = None


class Scan(Value, frozen=True, gc=False):
    """A text that is being read: its normal form, the folded twin, what is known of it before its citations are read.

    `local` holds the names of laws that the text itself gives, `breaks` where titles may end, `published` the day of
    the page, `cited` the types and figures of the numbers met so far, with how many figures were printed at most.
    """

    text: str
    folded: str
    local: dict[str, Any]
    breaks: Breaks
    published: str | None
    cited: dict[tuple[str, str], int]


class Draft:
    """A reference while its parts are still being found."""

    def __init__(self, start: int, end: int, kind: str, code: str) -> None:
        self.start, self.end, self.kind, self.type = start, end, kind, code
        self.head_stop = self.stop = end
        self.number: str | None = None
        self.number_span: Span | None = None
        self.date: str | None = None
        self.date_span: Span | None = None
        self.issuer: str | None = None
        self.issuer_span: Span | None = None
        self.term: str | None = None
        self.title: str | None = None
        self.title_span: Span | None = None
        self.provision: str | None = None
        self.provision_start: int | None = None
        self.completed: str | None = None
        self.pointing: str | None = None
        self.gathering: Gathering | None = None
        self.listed = False
        self.open = False

    def number_from(self, scan: Scan, start: int, end: int) -> None:
        """Take the number that stands at `start:end`."""
        self.number_span = Span(start, end)
        self.number = numbering.printed(scan.text[start:end])

    def issued_by(self, issuer: Issuer, start: int) -> None:
        """Take the body whose name begins at `start` for the one that issued the document."""
        self.issuer, self.term = issuer.name, issuer.term or self.term
        self.issuer_span = Span(start, issuer.end)

    def continues_to(self, scan: Scan, position: int) -> bool:
        """Whether a number at `position` is the next of a list that this reference stands in."""
        gap = scan.folded[self.head_stop : position]
        return (
            len(gap) < 24
            and gap.strip(" ,;:") in {"", "và", "số", "và số", "số:", "và các số"}
            and bool(gap.strip(" "))
        )

    def reference(self) -> Reference:
        """The finished value."""
        gathering = self.gathering
        return Reference(
            self.start, min(self.end, self.start + 300), max(self.stop, self.end), max(self.head_stop, self.end),
            self.kind, self.type, self.number, self.number_span, self.date, self.date_span, self.issuer,
            self.issuer_span, self.term, self.title, self.title_span, self.provision, self.provision_start,
            self.completed,
            None if gathering is None else gathering.plenum or 0, self.pointing,
        )  # fmt: skip


def mention(reference: Reference, after: Reference | None) -> Span:
    """Where a document is mentioned; a plan's mention ends where its name comes to cite another document, `after`."""
    if (
        reference.title_span is None
        or reference.number
        or reference.type in LAWS
        or after is None
        or after.start >= reference.end
    ):
        return Span(reference.start, reference.end)
    return Span(reference.start, max(after.start - 1, reference.title_span.start - 1, reference.start + 1))
