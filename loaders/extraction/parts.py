"""Which parts of a document the items of an article change: `1. Bổ sung khoản 3 vào Điều 7`, `Tại Điều 9: ...`.

An item is clauses, each a verb of change with the parts it acts on (`sửa đổi khoản 2, bổ sung khoản 4 Điều 5`), or with
words that stand at parts (`thay cụm từ “X” bằng cụm từ “Y” tại khoản 1 Điều 6`); or parts to which a change is done.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from loaders.extraction import gaps, provisions
from loaders.extraction.lexicon import acts, pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.extraction.sentences import Block

_VERB: Final = (
    r"(?:sửa đổi|bổ sung|bãi bỏ|thay thế|hủy bỏ|huỷ bỏ|loại bỏ|xóa bỏ|chỉnh sửa|điều chỉnh|đính chính"
    r"|chuyển|gộp|tách|thêm|đổi|thay|sửa|bỏ)(?!\w)"
)
_VERBS: Final = rf"{_VERB}(?:(?:,| và|, và|/)? ?{_VERB}){{0,3}}"
_OPENS: Final = pattern(rf"[\W\d]*(?:nay )?{_VERBS}")
_SAID: Final = pattern(rf"(?<!\w){_VERBS}")
_UNIT: Final = "điểm|khoản|điều|mục|tiểu mục|chương|phần|phụ lục|biểu mẫu|mẫu biểu|mẫu|tiết|đoạn"
_SMALL: Final = "các|một số|những|toàn bộ|thêm|lại|nội dung|quy định|vào cuối|vào đầu|vào|tại|trong|của|thuộc"
_LEAD: Final = pattern(
    rf"(?: (?:{_SMALL}|{provisions.ASPECT})(?!\w)"
    rf"| (?:{_UNIT})(?=,| và(?!\w)| của(?!\w)| tại(?!\w)| trong(?!\w)),?| và(?!\w)){{0,12}} "
)
_ABOUT: Final = pattern(
    r"(?: (?!(?:theo|tại|này|như|trường|để|căn|của|khi|nếu|do)(?!\w))[^\s;:.,()]+){1,5}? "
    rf"(?=(?:{_UNIT}) (?:số )?[\divxl])"
)  # what of a part is changed: `nội dung ghi chú (mục 2)`, `khổ thứ nhất (khoản 3)`
_AT: Final = pattern(
    rf"(?<!\w)(?:tại|trong|của|ở|vào cuối|vào|thuộc) (?:(?:{provisions.ASPECT}) ){{0,3}}(?=(?:{_UNIT}|bảng|số thứ tự) )"
)
_AS_RULED: Final = pattern(r"(?:theo|căn cứ|trái với|như|đúng)(?: (?:các )?(?:quy định|nội dung|hướng dẫn))? $")
_WORDS: Final = r"(?:các )?(?:cụm )?từ(?: ngữ)?(?!\w)|(?:các )?(?:quy định|nội dung) tại(?!\w)"
_NEXT: Final = pattern(
    rf"(?:[;.,]| và(?!\w)|,? đồng thời(?!\w))[\s,;]*(?:và )?(?:đồng thời )?(?:(?P<verb>{_VERBS})|(?={_WORDS}))"
)
_STOP: Final = re.compile(r"[:;]|\.(?!\d)|(?<!\w)(?:như sau|sau đây)(?!\w)")
_NEW: Final = re.compile(r"(?<!\w)(?:như sau|sau đây|dưới đây)(?!\w)|:")
_OURS: Final = pattern(
    r"[\s,]*(?:(?:của|tại|trong|thuộc|ban hành|kèm theo|đính kèm|kèm) ){0,4}"
    rf"(?:(?:{_UNIT})(?: \w{{1,3}})?|{acts()}) này(?!\w)"
)  # a part of this very text: `bằng Mẫu số 02 của Thông tư này`
_ITS: Final = pattern(
    r"[\s,]*(?:(?:của|tại|trong|thuộc|ban hành|kèm theo|đính kèm|kèm|theo) ){0,4}"
    rf"(?:{acts()})(?!\w)(?!\s*(?:như sau|thành|bằng|$|[.:;,]))"
)  # the document is named next, and has the part as its own
_FIRST: Final = pattern(
    r"[\W\d]*(?P<at>(?:tại|ở) )?(?:(?:các|một số|những) )?"
    r"(?:(?:cụm từ|từ|nội dung|quy định|đoạn|mẫu)(?: [^\s;:.]+){0,14}? (?:tại|của|trong|ở|thuộc) )?"
    rf"(?:(?:{provisions.ASPECT}) ){{0,2}}"
)
_SUFFERS: Final = pattern(rf"[^;:.]{{0,120}}?(?<!\w)(?:được|bị|nay)(?: (?:đã|được|nay))? {_VERBS}|,?\s*{_VERBS}")
_UNCHANGED: Final = pattern(r"(?<!\w)(?:chưa(?: từng)?|không|nếu|khi) (?:được|bị)(?!\w)")
_WHERE: Final = pattern(rf"[^;:.]{{0,60}}?[,:]?\s*(?:nay )?{_VERBS}")
_WHOLE: Final = pattern(rf"(?:,|;| và| đồng thời) {_VERBS}(?: các| toàn bộ)?\W*$")
_FILLS: Final = pattern(
    r"(?<!\w)(?:quy định chi tiết|hướng dẫn)(?: (?:và |việc |thi hành|thực hiện|áp dụng|hướng dẫn)){0,3}"
)
_SINCE: Final = pattern(r"[\W\d]*(?:kể )?từ ngày [^;:.]{0,120}? hiệu lực(?: thi hành)?,?")
_LISTING: Final = pattern(
    r"[^;:.]{0,60}?(?:,? (?:bao )?gồm(?: có)?| như sau| cụ thể| sau đây)[\s:,]*(?=\w|$)|\s*:\s*(?=\w)"
)  # `D, gồm:`, `D như sau:`
_ASIDE: Final = re.compile(r"[“\"‟][^”\"]*(?:[”\"]|$)|\[[^\]]{0,900}\]|\([^()]{6,240}\)")
"""What an item quotes, what an editor notes in it, what it remarks in brackets."""
_ERRATUM: Final = re.compile(
    r"[\W\d]*tại (?P<part>(?:tiêu đề |dòng đầu |đoạn (?:đầu |cuối )?|tên )*(?:điểm|khoản|điều|mục|chương|phụ lục|tiết)"
    r" [^:“\"]{1,120}?)(?:,? (?:đã )?(?:in|viết|ghi|nêu)(?: là)?)?(?:\s*[:“\"]|, (?:nay )?(?:sửa|đính chính)(?!\w))"
)
_MENDED: Final = re.compile(
    r"[\W\d]*(?:chỉnh sửa|đính chính|sửa lại|sửa|thay) (?:các )?(?:cụm )?(?:từ|số|dấu|nội dung|đoạn|lỗi|chữ)(?!\w)"
    r".{0,300}(?<!\w)tại "
)  # `Chỉnh sửa cụm từ “X” thành “Y” tại Điều 6`
_MENDED_IN: Final = pattern(
    r"[\W\d]*(?:các )?(?:cụm từ|từ|số|nội dung|tên|chữ)(?: [^\s;:.]+){0,14}? tại (?P<part>[^;:]{3,160}?)"
    rf"(?:,? (?:(?:ban hành )?kèm theo|của|tại)| (?=(?:{acts()})(?!\w))|,)?"
    rf"(?: (?:{acts()})(?!\w)[^;:]{{0,160}}?)?"
    r" (?:được |nay |xin ){1,2}(?:sửa|đính chính)(?: lại)? (?:thành|là)(?!\w)"
)  # `Cụm từ “X” tại Điều 6 D được sửa thành “Y”`
_ROMAN: Final = re.compile(r"(?<=Phụ lục )[ivxl]+|(?<=Chương )[ivxl]+|(?<=Phần )[ivxl]+|(?<=Mục )[ivxl]+")
_LONGEST: Final = 1_600
_CLAUSES: Final = 40
_NEAR: Final = 160


class _Said(NamedTuple):
    """What an item says without asides: folded, as printed."""

    fold: str
    text: str


def may_change(fold: str, block: Block) -> bool:
    """Whether a block begins with a verb of change, or says of something that it is changed."""
    return _SAID.search(fold, block.body, min(block.end, block.body + _NEAR)) is not None


def changed(fold: str, text: str, block: Block) -> Iterator[str]:
    """The parts that a block names as changed, the words in quotation marks left out."""
    said = _said(fold, text, block.body, min(block.end, block.body + _LONGEST))
    opens = _OPENS.match(said.fold)
    return _joined(_clauses(said, opens.end()) if opens else _patients(said))


def named(fold: str, text: str, start: int, end: int) -> Iterator[str]:
    """The parts of a changed document that are named before it, from `start` to where it begins at `end`.

    `bãi bỏ cụm từ “X” tại khoản 1 Điều 2, cụm từ “Y” tại Điều 4 (D)`: each of them, not only those right before it.
    None where a verb of its own acts on the whole: `bãi bỏ khoản 1 Điều 2 và thay thế (D)`.
    """
    said = _said(fold, text, max(start, end - _LONGEST), end)
    if _WHOLE.search(said.fold):
        return iter(())
    opens = _OPENS.match(said.fold)
    if opens is not None:
        return _joined(_clauses(said, opens.end()))
    since = _SINCE.match(said.fold)
    first = _FIRST.match(said.fold, since.end() if since else 0)
    row = provisions.after(said.fold, first.end(), said.text) if first else None
    if row is None or _theirs(said.fold, row[1]):
        return iter(())
    return _joined([(row[0], True), *_clauses(said, row[1], begun=True)])


def listed(fold: str, text: str, start: int, end: int) -> Iterator[str]:
    """The parts of a changed document that are listed after it: `(bãi bỏ một phần D): Bãi bỏ khoản 3 Điều 5`."""
    said = _said(fold, text, start, min(end, start + _LONGEST))
    listing = _LISTING.match(said.fold)
    if listing is None:
        return iter(())
    opens = _OPENS.match(said.fold, listing.end())
    return _joined(_clauses(said, opens.end() if opens else listing.end()))


def filled(fold: str, text: str, start: int, end: int) -> Iterator[str]:
    """The parts that an instrument fills in: `quy định chi tiết Điều 9, trừ nội dung về phí; khoản 5 Điều 22 (D)`."""
    said = _said(fold, text, start, end)
    verb = _FILLS.search(said.fold)
    at = verb.end() if verb else -1
    while at >= 0:
        lead = _LEAD.match(said.fold, at)
        row = provisions.after(said.fold, lead.end() if lead else at, said.text)
        if row is None:
            return
        yield row[0]
        at = said.fold.find(";", row[1]) + 1 or -1


def _joined(found: list[tuple[str, bool]]) -> Iterator[str]:
    """Of clauses without a semicolon between them the earlier may leave the article to the later to name."""
    shown: list[str] = []
    apart = True  # whether a semicolon parts a clause from the one behind it
    for part, before in reversed(found):
        shown.insert(0, part if apart else provisions.inside(shown[0], part))
        apart = before
    return iter(shown)


def mended(fold: str, block: Block) -> Iterator[str]:
    """The part in which an erratum mends an error: `Tại khoản 3 Điều 7: “...” nay sửa thành “...”`."""
    found = _ERRATUM.match(fold, block.body, block.end)
    if found is None:
        said = gaps.unquoted(fold[block.body : min(block.end, block.body + _LONGEST)])
        words, within = _MENDED.match(said), _MENDED_IN.match(said)
        named = said[words.end() :].rstrip(" .;\n") if words else within["part"] if within else ""
    else:
        named = found["part"]
    part = provisions.before(named, len(named), None)
    if part is not None:
        yield _ROMAN.sub(lambda m: m.group().upper(), part[0])


def _said(fold: str, text: str, start: int, end: int) -> _Said:
    """The words of a stretch, its asides left out."""
    if not any(mark in text[start:end] for mark in '“"[('):
        return _Said(fold[start:end], text[start:end])
    kept, at = [], start
    for aside in _ASIDE.finditer(fold, start, end):
        kept.append((at, aside.start()))
        at = aside.end()
    kept.append((at, end))
    return _Said(" ".join(fold[a:b] for a, b in kept), " ".join(text[a:b] for a, b in kept))


def _clauses(said: _Said, end: int, *, begun: bool = False) -> list[tuple[str, bool]]:
    """The parts that the verbs of an item act on, the first of which ends at `end`; and whether a semicolon parts them.

    `begun` says that the parts of the first clause have been read.
    """
    found: list[tuple[str, bool]] = []
    apart = True
    for _ in range(_CLAUSES):
        part, end = (None, end) if begun else _object(said, end)
        begun = False
        if part is not None:
            found.append((part, apart))
        new = _NEW.search(said.fold, end)
        following = _NEXT.search(said.fold, end, new.start() if new else len(said.fold))
        if following is None:
            break
        apart = said.fold[following.start()] in ";."
        end = following.end()
    return found


def _object(said: _Said, end: int) -> tuple[str | None, int]:
    """The parts on which a verb acts that ends at `end`, or at which the words stand that it changes; and their end."""
    fold = said.fold
    lead = _LEAD.match(fold, end)
    begin = provisions.beside(fold, lead.end() - 1 if lead else end)
    if begin is not None:
        lead = _LEAD.match(fold, begin)
    about = _ABOUT.match(fold, lead.end() - 1 if lead else end)
    places = [found.end() for found in (lead, about) if found]
    stop = _STOP.search(fold, end)
    limit = stop.start() if stop else len(fold)
    places += [
        m.end() for m in _AT.finditer(fold, end, limit) if not _AS_RULED.search(fold, max(0, m.start() - 40), m.start())
    ]
    for place in places:
        row = provisions.after(fold, place, said.text)
        if row is not None:
            return (None if _theirs(fold, row[1]) else row[0]), row[1]
    return None, end


def _theirs(fold: str, end: int) -> bool:
    """Whether parts that end at `end` are of this very text, or of a document that is named right after them."""
    return _OURS.match(fold, end) is not None or _ITS.match(fold, end) is not None


def _patients(said: _Said) -> list[tuple[str, bool]]:
    """The parts that an item begins with and tells a change of: `Khoản 2 Điều 3 được sửa đổi như sau`."""
    first = _FIRST.match(said.fold)
    row = provisions.after(said.fold, first.end(), said.text) if first else None
    if first is None or row is None or _theirs(said.fold, row[1]):
        return []
    told = (_WHERE if first["at"] else _SUFFERS).match(said.fold, row[1])
    return [(row[0], True)] if told and not _UNCHANGED.search(told.group()) else []
