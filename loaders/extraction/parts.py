"""Which parts of a document the items of an article change: `1. Bổ sung khoản 3 vào Điều 7`, `Tại Điều 9: ...`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import gaps, provisions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.extraction.sentences import Block

_CHANGE: Final = re.compile(r"[\W\d]*(?:sửa đổi|bổ sung|bãi bỏ|thay thế|hủy bỏ|thay cụm từ)(?!\w)")
_CHANGED: Final = re.compile(r" (?:được|bị) (?:sửa đổi|bổ sung|bãi bỏ|thay thế|đổi tên)(?!\w)")
_ROMAN: Final = re.compile(r"(?<=Phụ lục )[ivxl]+|(?<=Chương )[ivxl]+|(?<=Phần )[ivxl]+|(?<=Mục )[ivxl]+")
_BESIDE: Final = re.compile(r" của (?:sau|trước|ngay sau|cuối) (?:điều|khoản|điểm|mục|chương)[^,;.:]{0,24}")
_PART_END: Final = re.compile(r"(?: như sau| thành| bằng|,? của thông tư| \(|:|;|\.\W*$|“|\")")
_WORDS: Final = re.compile(
    r"[\W\d]*(?:sửa đổi|bổ sung|bãi bỏ|thay thế|thay|bỏ)(?:,? (?:và )?(?:bổ sung|thay thế|bãi bỏ))*"
    r" (?:các |một số )?(?:cụm )?(?:từ|số|dấu|nội dung|đoạn)(?!\w).{0,400}(?<!\w)tại "
)  # words are changed at parts: `thay thế cụm từ “X” bằng cụm từ “Y” tại khoản 1 Điều 6`
_ERRATUM: Final = re.compile(
    r"[\W\d]*tại (?P<part>(?:tiêu đề |dòng đầu |đoạn (?:đầu |cuối )?|tên )*(?:điểm|khoản|điều|mục|chương|phụ lục|tiết)"
    r" [^:“\"]{1,120}?)(?:,? (?:đã )?(?:in|viết|ghi|nêu)(?: là)?)?\s*[:“\"]"
)
_MENDED: Final = re.compile(
    r"[\W\d]*(?:chỉnh sửa|đính chính|sửa lại|sửa|thay) (?:các )?(?:cụm )?(?:từ|số|dấu|nội dung|đoạn|lỗi|chữ)(?!\w)"
    r".{0,300}(?<!\w)tại "
)  # `Chỉnh sửa cụm từ “X” thành “Y” tại Điều 6`
_VERB: Final = re.compile(r"(?<!\w)(?:sửa đổi|bổ sung|bãi bỏ)(?!\w)")  # each has parts of its own
_AND: Final = re.compile(r"(?:\s|,|;|và)+$")
_LONGEST: Final = 900
_NEAR: Final = 120


def may_change(fold: str, block: Block) -> bool:
    """Whether a block begins with a verb of change, or says of something that it is changed."""
    return (
        _CHANGE.match(fold, block.body) is not None or _CHANGED.search(fold, block.body, block.body + _NEAR) is not None
    )


def changed(fold: str, block: Block) -> Iterator[str]:
    """The parts that a block names as changed, the words in quotation marks left out."""
    for piece in _pieces(gaps.unquoted(fold[block.body : min(block.end, block.body + _LONGEST)])):
        changes = _CHANGE.match(piece) is not None
        words = _WORDS.match(piece) if changes else None
        if words is not None:
            part = _part(piece[words.end() :].rstrip(" .;\n"))
        else:
            plain = _BESIDE.sub(" ", piece.replace(" vào ", " của "))
            stop = (_PART_END if changes else _CHANGED).search(plain)
            part = _part(plain[: stop.start()] if stop else plain) if stop or changes else None
        if part is not None:
            yield part


def mended(fold: str, block: Block) -> Iterator[str]:
    """The part in which an erratum mends an error: `Tại khoản 3 Điều 7: “...” nay sửa thành “...”`."""
    found = _ERRATUM.match(fold, block.body, block.end)
    if found is None:
        said = gaps.unquoted(fold[block.body : min(block.end, block.body + _LONGEST)])
        words = _MENDED.match(said)
        part = _part(said[words.end() :].rstrip(" .;\n")) if words else None
    else:
        part = _part(found["part"])
    if part is not None:
        yield part


def _part(named: str) -> str | None:
    """The parts that end `named`, as one path or several."""
    part = provisions.before(named, len(named), None)
    if part is None:
        return None
    earlier = (_AND.sub("", piece) for piece in _VERB.split(named)[:-1])
    others = [found[0] for piece in earlier if (found := provisions.before(piece, len(piece), None))]
    paths = [*(provisions.inside(part[0], other) for other in others), part[0]]
    return _ROMAN.sub(lambda m: m.group().upper(), "; ".join(paths))


def _pieces(fold: str) -> list[str]:
    """The changes of a block, which semicolons part; one that lists more parts of the change before goes with it."""
    pieces: list[str] = []
    for piece in fold.split(";"):
        if pieces and _WORDS.match(pieces[-1]) and not _CHANGE.match(piece):
            pieces[-1] += f";{piece}"
        else:
            pieces.append(piece)
    return pieces
