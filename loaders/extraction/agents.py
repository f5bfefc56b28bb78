"""Who acts and what suffers: passive verbs and their agents, and documents that no words name one by one."""

from __future__ import annotations

import re
from typing import Final

from loaders.extraction.lexicon import begins

_SUFFERS: Final = re.compile(r"(?:[^;:.“”\"]{0,120}[\s,])?(?:được|đã được)(?: [^;:.“”\"]{2,80})?\s*")
_BY_MEANS: Final = re.compile(
    r"\s*(?:bằng|qua|thông qua|tại|thành|trong)(?: việc ban hành)?(?: các)?"
    r"(?: (?:nhiều |những )?(?:văn bản|chương trình, kế hoạch)(?: như| cụ thể)?)?(?!\w)"
)
_BY_AGENT: Final = re.compile(
    r"(?: thi hành)?(?: một phần| toàn bộ)?(?:,? (?:kể )?từ (?:ngày )?[\d/.-]{5,10})?,? "
    r"(?:bởi|bằng|theo(?: quy định (?:tại|của))?|tại|(?:kể )?từ (?:ngày|khi|thời điểm)|(?<=[\d ]\d )khi|ngay khi)"
    r"(?= {1,9}(?:luật|bộ luật|nghị|thông|quyết|chỉ|pháp|kế|quy|(?:nđ|tt|qđ|nq) ?\d|điểm [a-zđ]|khoản \d|điều \d))"
)
_BETWEEN: Final = re.compile(r"[\s,(]*(?:(?:hiện|nay|hiện nay|cũng|đã|vừa|mới|lại) ){0,3}(?:được|bị)\s+")
_SINCE: Final = re.compile(r"\W*(?:kể )?từ (?:ngày|thời điểm|khi)\s+")
_IN_FORCE: Final = re.compile(
    r"(?: [^;:.,]{1,60})? có hiệu lực(?: thi hành)?(?: \([^()]{1,40}\))?,? (?:thì )?"
    r"(?:các |những |toàn bộ |quy định tại )?"
)
_BY_WHOM: Final = re.compile(r"\s*(?:một phần |toàn bộ )?bởi(?!\w)")
_NOTE: Final = 1_200
_ON_PART: Final = re.compile(
    r"(?:điểm|khoản|điều|mục|chương|đoạn|nội dung|cụm từ|phần|luật|nghị định|thông tư|quyết định)(?: \w{1,5}){0,2} này"
    r"[^.;:]{0,80}? (?:được|bị) (?:hướng dẫn|sửa đổi|bổ sung|thay thế|bãi bỏ|đính chính|quy định chi tiết)(?!\w)"
)
_THIS_PART: Final = re.compile(r"(?<!\w)(?P<part>điều|khoản|điểm) này (?:đã )?(?:nay )?(?:được|bị)?[^;:.\[\]]{0,30}$")
_PLURAL: Final = re.compile(
    rf"(?:{begins('các|những|một số|nhiều')} (?:văn bản|nghị định|thông tư|luật|nghị quyết|quyết định)"
    rf"|{begins('công bố|danh mục|rà soát|hệ thống hóa')} văn bản)"
    r"(?: (?:quy phạm pháp luật|pháp luật|khác|mới|có liên quan|liên quan))*"
    r"(?: (?:quy định chi tiết|hướng dẫn|thi hành|thực hiện|sửa đổi|bổ sung|quy định (?:các )?biện pháp(?: cụ thể)?"
    r"(?: để tổ chức)?)(?:,| và)?)*\s*$"
)
# The last words that it may end with: it is looked for nowhere else.
_PLURAL_ENDS: Final = (
    *("bản", "định", "tư", "luật", "quyết", "khác", "mới", "quan", "tiết", "dẫn", "hành", "hiện", "đổi", "sung"),
    *("chức", "pháp", "thể", ",", "và"),
)
_PROCEDURE: Final = re.compile(
    r"(?<!\w)(?:(?:quy trình|trình tự|thủ tục|thẩm quyền|hồ sơ)(?!\w)[^;:.“”]{0,60}?"
    r"|(?:lập|xây dựng|thẩm định|trình|soạn thảo|biên soạn|thẩm tra|rà soát)(?: [^;:.“”]{0,40}?)?(?:,| và))"
    r" (?:ban hành|phê duyệt|thông qua|công bố)(?: các)?\s*$"
)


def suffers(gap: str) -> bool:
    """Whether the document before `gap` is carried out and does not carry out: `đã được Tỉnh ủy`."""
    return _SUFFERS.fullmatch(gap) is not None


def means(text: str, start: int, end: int) -> int | None:
    """Where the words end that name the means of a passive act: `cụ thể hóa bằng`."""
    match = _BY_MEANS.match(text, start, end)
    return match.end() if match else None


def agent(text: str, start: int, end: int) -> int | None:
    """Where the words end that lead to what ends a document: `hết hiệu lực kể từ ngày`, `bị bãi bỏ bởi`."""
    match = _BY_AGENT.match(text, start, end)
    return match.end() if match else None


def between(gap: str) -> bool:
    """Whether the document behind `gap` does to the one before it what a verb will say: `A đã được (B thay thế)`."""
    return _BETWEEN.fullmatch(gap) is not None


def since(lead: str, gap: str) -> bool:
    """Whether a document ends others when it comes into force: `Kể từ ngày (B) có hiệu lực, (A hết hiệu lực)`."""
    return _SINCE.fullmatch(lead) is not None and _IN_FORCE.fullmatch(gap) is not None


def by_agent(text: str, start: int) -> bool:
    """Whether `bởi` stands right after a passive verb."""
    return _BY_WHOM.match(text, start) is not None


def note(fold: str, start: int, verb: int) -> int | None:
    """Where the editor's note begins in which the verb at `verb` stands: `[Điều này được hướng dẫn bởi D`."""
    opened = fold.rfind("[", max(start, verb - _NOTE), verb)
    return None if opened < 0 or fold.find("]", opened, verb) >= 0 else opened + 1


def on_part(fold: str, start: int, verb: int) -> str | None:
    """Of which part of the text an editor's note speaks: `điều` of `[Điều này được hướng dẫn bởi`."""
    begin = note(fold, start, verb)
    found = None if begin is None else _THIS_PART.search(fold, begin, verb)
    return found["part"] if found else None


def remarked(fold: str, start: int, at: int) -> bool:
    """Whether the document at `at` stands in an editor's note on a part: `[Khoản này được hướng dẫn bởi D]`."""
    begin = note(fold, start, at)
    return begin is not None and _ON_PART.match(fold, begin, at) is not None


def plural(left: str) -> bool:
    """Whether `left` ends with documents that are not named one by one: `các văn bản hướng dẫn`."""
    return left.rstrip().endswith(_PLURAL_ENDS) and _PLURAL.search(left) is not None


def procedure(left: str) -> bool:
    """Whether a verb of issuing that ends `left` is a step of a procedure: `quy định về lập và phê duyệt`."""
    return _PROCEDURE.search(left) is not None
