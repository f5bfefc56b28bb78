"""What belongs to the name of a document: its issuer and day, the verbs of the name, its purpose, what it is done by.

Read are the words between a document and the verb, or the document, that may go on with its name.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from loaders.extraction import gaps
from loaders.extraction.deferred import deferred

if TYPE_CHECKING:
    from loaders.extraction.reading import Reading

_REMEMBERED: Final = 200  # what is asked of shorter stretches is remembered
_DAY: Final = r"ngày [\d\s/.-]+(?:tháng \d+)?(?: năm \d+)?\s*"
_ISSUER: Final = deferred(
    rf"[\s,]*(?:{_DAY})?của (?!.*(?<!\w)(?:đã|vừa|cũng|sẽ)(?!\w))(?!.*,.*(?<!\w)(?:yêu cầu|đề nghị|kiến nghị)(?!\w))"
    r"[^;:.“”\"]{2,120}"
)
_TITLED: Final = deferred(r"(?<!\w)(?:về|v/v)(?!\w)[^,]*,")  # its title, and behind a comma somebody else
_MADE: Final = deferred(
    r"\s*(?:được|do)(?: [^;:.,]{2,60})? (?:ban hành|thông qua|xây dựng)(?: tại kỳ họp [^,;.:]{2,24}?)?"
    rf"\s*(?:{_DAY})?,?\s*(?:là )?(?:để|nhằm)?\s*"
)
_SETS_UP: Final = deferred(
    rf"[\s,]*(?:{_DAY})?(?:của [^;:.,“”]{{2,60}} )?(?:về (?:việc )?)?thành lập "
    r"(?:đoàn|tổ) (?:giám sát|kiểm tra|khảo sát)"
    r"(?: liên ngành| chuyên đề)?(?: của [^;:.,“”]{2,60}?)?(?: về)?(?: (?:việc|tình hình|kết quả|công tác))*\s*"
)
_TITLE_CELL: Final = deferred(
    r"(?:về việc |về )?(?:quy định|hướng dẫn|sửa đổi|bổ sung|bãi bỏ|ban hành|phê duyệt)(?!\w)"
)
_COMMA: Final = deferred(r",\s*")
_OWN_NAME: Final = deferred(
    r"[^\w;:]*(?:(?:hành động|công tác|tổng thể|phối hợp|liên tịch)\W*)?(?:của [^,;.:()]{1,80})?[^\w;:]*"
)
_FURTHER: Final = deferred(r"(?=.*(?:hướng dẫn|quy định|sửa đổi|bãi bỏ))[^;:.]{0,200}(?:,|và|,? đồng thời)\s*")
_NAME_OPEN: Final = deferred(
    rf"(?:[\s,]*(?:{_DAY})?(?:của [^;:.“”]{{2,90}}?)?)?\s*(?<!và )"
    r"(?:hướng dẫn|quy định|về|sửa đổi|bổ sung|ban hành|thực hiện|thi hành|công bố)(?!\w)"
    r"(?:(?!(?:,| và) (?:điều|khoản|điểm|phụ lục|mẫu|quy chế|quy định|điều lệ|danh mục|thông tư|nghị định|quyết định))"
    r"[^;:.])*"
)
_NEXT_TO: Final = deferred(r"\W*(?:theo|của|tại)\W*")
_AIMED: Final = deferred(
    r"[\s,”\")]*(?:\([^()]{2,80}\)[\s,]*)?(?:trong đó,? [^;:.“”()]{2,100}\s)?"
    r"(?:để|nhằm)(?: tiếp tục| tổ chức| kịp thời)?\s*"
)
_BY: Final = deferred(
    r"(?<!\w)(?<!kèm )(?<!thành lập )theo(?: tinh thần| quy định| yêu cầu| nội dung)?(?: của| tại)?\W*$"
)
_IN_SPIRIT: Final = deferred(r"theo tinh thần(?: của| tại)?\W*$")
_RULED: Final = deferred(
    r"(?:theo|các|những|như|đúng) (?:các )?(?:quy|qui) định (?:tại|của|trong|ở)(?: các)?\W*$"
    r"|(?:quy|qui) định (?:tại|của|trong)\W*$|hướng dẫn (?:tại|của)\W*$"
)
# `triển khai A của X gắn với việc thực hiện B`: who carries A out carries B out too, A does not
_BESIDE: Final = deferred(r"(?<!\w)(?:gắn (?:với|liền)|lồng ghép|kết hợp|cùng với|song song|đi đôi)(?!\w)")
_EASED: Final = deferred(
    r"[^;:.“”]{0,160}?(?<!\w)(?:tháo gỡ|giải đáp|xử lý|khắc phục|giải quyết)(?!\w)[^;:.“”]{0,60}?"
    r"(?:khó khăn|vướng mắc|bất cập|hạn chế|tồn tại)[^;:.“”]{0,60}?(?:trong|khi)(?: (?:việc|quá trình|công tác))*\s*"
    r"|[^;:.“”]{0,240}?, (?:phấn đấu|góp phần|quyết tâm)(?: (?:tổ chức|hoàn thành))?\s*"  # what it is to bring about
)


def attributive(gap: str, printed: str) -> bool:
    """Whether a verb after `gap` belongs to the name of the document before it: small words or an issuer between."""
    return (_attributive if len(gap) < _REMEMBERED else _attributive.__wrapped__)(gap, printed)


@lru_cache(maxsize=4096)
def _attributive(gap: str, printed: str) -> bool:
    gap = gaps.unbracketed(gap)
    if len(gap) >= 150 or ";" in gap or ":" in gap or _BESIDE.search(gap):
        return False
    if gaps.small(gap):
        return True
    if _MADE.fullmatch(gap) or _SETS_UP.fullmatch(gap):
        return True
    if not _ISSUER.fullmatch(gap) or _TITLED.search(gap):
        return False
    offset = len(printed) - len(gap)
    return offset != 0 or all(printed[m.end()].isupper() for m in _COMMA.finditer(gap) if m.end() < len(printed))


def owned(gap: str) -> bool:
    """`hành động của Chính phủ` between a plan's type word and the verb of its name."""
    return _OWN_NAME.fullmatch(gap) is not None


def further(gap: str) -> bool:
    """A second verb of the same name: `hướng dẫn ... và`."""
    return _FURTHER.fullmatch(gap) is not None


def eased(gap: str) -> bool:
    """Whether a name eases what a verb after `gap` meets with: `tháo gỡ khó khăn, vướng mắc trong (thi hành D)`."""
    return len(gap) < gaps.FAR and _EASED.fullmatch(gap) is not None


def aimed(gap: str) -> bool:
    """`để`, `nhằm` between a document's title and the verb of its purpose."""
    return _AIMED.fullmatch(gap) is not None


def in_name(gap: str) -> bool:
    """Whether what follows `gap` still belongs to the name that a document opened before it."""
    return len(gap) < 300 and _NAME_OPEN.fullmatch(gaps.unbracketed(gap)) is not None


def adjoins(gap: str) -> bool:
    """Whether a document follows the one before it as part of its name."""
    return _NEXT_TO.fullmatch(gap) is not None or (by(gap) and in_name(gap))


def by(left: str) -> bool:
    """Whether `left` ends with a `theo` that names a ground."""
    return _BY.search(left) is not None


def names_cell(reading: Reading, place: int, start: int) -> bool:
    """Whether the cell of a table at `start` is the name of the document that fills the cell before it."""
    beside = not reading.fold[reading.references[place].end : start].strip()
    return beside and reading.text[start].isupper() and _TITLE_CELL.match(reading.fold, start) is not None


def in_spirit(left: str) -> bool:
    """Whether `left` ends with `theo tinh thần`, which names no ground."""
    return _IN_SPIRIT.search(left) is not None


def ruled(left: str) -> bool:
    """Whether `left` ends with `theo quy định tại`, which no name does."""
    return _RULED.search(left) is not None
