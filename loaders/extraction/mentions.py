"""What one mention of a document states, and where the mentions of a text stand.

`find` reads the normal form of a text (`loaders.extraction.normal`): composed letters, plain spaces and hyphens, nothing
invisible. All offsets here count code points of that normal form; `extract` maps them back to the text as it stands.
"""

from __future__ import annotations

from ontology.model import Span, Value


class Reference(Value, frozen=True, gc=False):
    """One mention of a document: what it states, part by part; a part that is not stated is None.

    `start:end` is the mention itself (at most 300 code points: type word and number, or name); `stop >= end` is the end
    of the whole nominal group with date, issuer, term and title. `head_stop` is the end of the group without its title
    (`Kế hoạch số 5/KH-UBND ngày 1/2/2020 của Ủy ban nhân dân tỉnh`): what stands between `head_stop` and `stop`
    is the title, and titles hold mentions of their own. `kind` is one of

    - `numbered`: a full number with its symbol (`Kết luận số 49-KL/TW`);
    - `partial`: a number without a symbol, or one of an elliptical list (`Chỉ thị 37`, the 15 of `số 15, 16/CT-TTg`);
    - `named`: by name (`Luật Đất đai`, `Hiến pháp năm 2013`, `Chiến lược phát triển ...`);
    - `plenum`: an unnumbered resolution of a congress or plenum (`Nghị quyết Hội nghị Trung ương 8 khóa XI`);
    - `anaphor`: a type word with `này`, `nêu trên`, `trên`, `nói trên` (`Chỉ thị này`);
    - `plan`: an unnumbered plan or programme named by its purpose (`Kế hoạch thực hiện Quyết định số 628/QĐ-TTg`): a
      document only where a relation needs it;
    - `own`: the letterhead or the first line by which the source says which instrument it is.

    `type` is a code of the document-type scheme. `date` is ISO. `provision` is the part cited right before the mention
    (`Điều 5/khoản 2/điểm a`; several are joined by `; `), and `provision_start` where those words begin.
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


def find(text: str) -> tuple[Reference, ...]:
    """The references of `text` (a normal form), in the order of their starts."""
    raise NotImplementedError(text)
