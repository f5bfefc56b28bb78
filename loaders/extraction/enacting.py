"""How an instrument enacts: the place before its verb, one more part, the annex it carries, what it announces."""

from __future__ import annotations

from typing import Final

from loaders.extraction import gaps, provisions
from loaders.extraction.deferred import deferred

_FEW: Final = 24
_LISTED: Final = 3_000
_AT_PLACE: Final = deferred(r"[\W\d]*(?:tại|ở)(?: các)?\s*")
_FROM_PLACE: Final = deferred(
    r"(?:[\s,]*(?:ngày [\d\s/.-]+(?:tháng \d+)?(?: năm \d+)?\s*)?(?:của [^;:.,“”\"]{2,90})?)?\s*[,:]\s*(?:nay\s+)?"
)
_RULED: Final = deferred(
    r" (?:việc|một số nội dung|chế độ|nội dung|trình tự|thủ tục|hồ sơ|mức|phương pháp|quy trình|cơ chế|hình thức)(?!\w)"
    r"[^;.:]{2,240}?(?<!không)(?<!không theo) (?:theo quy định tại|quy định tại)(?: các)?\s*"
)
_FURTHER: Final = deferred(
    r"(?:;(?: và)?|(?:,| )và(?= (?:các|những|một số)))\s*(?P<part>(?:các |những |một số )?"
    r"(?:quy định|nội dung|mẫu|phụ lục|danh mục)(?!\w)[^;:]*)$"
)
_CARRIED: Final = deferred(rf"\s*(?:kèm theo )?(?:{gaps.ACTS}) này[\s:,]*(?:bản )?[“\"]?\s*")
_ANNOUNCES: Final = deferred(r"(?:như sau|sau đây|dưới đây|như dưới đây)\s*[:.]\s*$")
_AND: Final = deferred(r"(?:,| và|;|,? đồng thời)\s*$")
_REPORT: Final = deferred(r" {1,3}báo cáo (?:kết quả|tình hình|đánh giá|việc)(?!\w)")
_DATED: Final = deferred(r"(?: {1,3}(?:vào )?năm)? {1,3}(?:19|20)\d\d(?!\w|/)")
_GIVEN: Final = deferred(r" {1,3}(?:tại|của|trong)(?!\w)")
_APPLIED: Final = deferred(r"được (?:thực hiện|áp dụng|thi hành)(?= (?:từ|kể từ|cho|đối với))")

_COMMANDS: Final = deferred(
    r"(?: (?:một số (?:nội dung|điểm|khoản|điều|từ)|nội dung|thành|lại|tên|và|cụm từ [“\"][^”\"]{1,90}[”\"]))*(?:"
    r" (?:như sau|thành|là)(?!\w)| (?:bằng|bởi) (?:các )?(?:cụm )?(?:từ|số|nội dung|dòng)(?!\w)"
    r"| (?:bằng|theo|tại)(?: các)? (?:mẫu|phụ lục|biểu|bảng|danh mục)[^;:.]{0,90}?"
    r" (?:kèm theo |của |tại )?(?:ban hành kèm theo )?(?:thông tư|nghị định|quyết định|nghị quyết|luật) này(?!\w))"
)
_PART: Final = r"(?:và )?(?:các )?(?:điểm|khoản|điều|chương|mục|phụ lục)(?!\w)[^;:.“”]{0,240}"
_PARTS: Final = deferred(rf"[^\w;:.]*(?:và hướng dẫn thi hành )?{_PART}(?:;\s*{_PART}){{1,60}}")
_STANDS_AT: Final = (
    r"(?:và )?(?:các )?(?:(?:cụm )?từ(?: ngữ)?|quy định|nội dung|điểm|khoản|điều|chương|mục|phụ lục)(?!\w)"
)
_CHANGED_PARTS: Final = deferred(
    rf"\s*{_STANDS_AT}[^;:.]{{0,300}}(?:;\s*{_STANDS_AT}[^;:.]{{0,300}}){{1,30}}"
)  # `cụm từ “X” tại Điều 2; cụm từ “Y” tại khoản 1 Điều 4 của`
_NEXT_CHANGED: Final = deferred(rf"\s*{_STANDS_AT}")
_NEXT_PART: Final = deferred(r"\s*(?:và )?(?:các )?(?:điểm|khoản|điều|chương|mục|phụ lục) ")
_OF_WORDS: Final = deferred(r"[\W\d]*(?:các )?(?:cụm )?từ(?: ngữ)? [“\"]")
_BEGUN: Final = deferred(
    r"[\W\d]*(?:[a-zđ]\) )?(?:(?:các |một số )?(?:cụm )?(?:từ(?: ngữ)?|nội dung|tên|quy định|mẫu)[^;:.]{0,160}?"
    r" (?:tại|của|trong|ở))?(?: các)?\W*"
)
_LISTS: Final = deferred(r"[^:;.“\"]{0,160}:")

_NEW_WORDS: Final = deferred(r"(?:như sau|thành|là)\s*(?P<colon>:)\s*(?P<mark>[“\"])")
_OF_ITSELF: Final = deferred(
    r"(?:\W*(?:này|gồm|có|bao gồm) [^;:.,]{0,30}(?:chương|điều|phụ lục|phần)"
    r"(?:,? (?:và )?\d+ (?:chương|điều|phụ lục|mục))*)?"
    r"(?:,? ?(?:và )?(?:có |bắt đầu có )?hiệu lực(?: thi hành)?(?: kể)? (?:từ|vào|sau) [^;:]{1,60}?)?"
    r"(?:,| và|,? đồng thời)?\s*"
)


def located(lead: str) -> bool:
    """Whether `lead` is the word for a place: `Tại` before `khoản 2 Điều 5 D, thay cụm từ`."""
    return len(lead) < _FEW and _AT_PLACE.fullmatch(lead) is not None


def from_place(gap: str) -> bool:
    """Whether only an issuer and a comma stand between a place in front and the verb that changes it."""
    return len(gap) < gaps.REACH and _FROM_PLACE.fullmatch(gap) is not None


def further_part(gap: str) -> bool:
    """`; các quy định về X tại`, the name of one more part in a list of what is repealed or replaced."""
    near = gap[-gaps.FAR :]
    named = _FURTHER.search(near)
    return named is not None and gaps.part(near[named.start("part") :], guides=False)


def carried(gap: str) -> bool:
    """`(kèm theo) Quyết định này` between a verb of issuing and the annex that it issues."""
    return _CARRIED.fullmatch(gap) is not None


def commands(fold: str, start: int, end: int) -> bool:
    """Whether a passive verb that ends at `start` is this text's own command: `như sau:`, `bằng cụm từ`."""
    return _COMMANDS.match(fold, start, end) is not None


def begun(lead: str) -> bool:
    """Whether a clause begins with a document or words in it: nothing, or `Cụm từ “X” tại`."""
    return _BEGUN.fullmatch(lead) is not None


def parts(gap: str) -> bool:
    """Whether `gap` lists parts, with what each is about: `Điều 9, trừ nội dung về phí; khoản 5 Điều 22 của`."""
    return len(gap) < _LISTED and _PARTS.fullmatch(gap) is not None


def changed_parts(gap: str) -> bool:
    """Whether `gap`, without what it quotes, lists parts, or words at parts, that semicolons divide."""
    return ";" in gap and len(gap) < _LISTED and _CHANGED_PARTS.fullmatch(gap) is not None


def ruled(gap: str) -> bool:
    """Whether `gap` leads to what rules the things that it lists: `việc lập báo cáo theo quy định tại`."""
    return _RULED.fullmatch(gap) is not None


def next_changed(fold: str, start: int) -> bool:
    """Whether a part is named next, or words at one: `; cụm từ`."""
    return _NEXT_CHANGED.match(fold, start) is not None


def next_part(fold: str, start: int) -> bool:
    """Whether a part is named next: `; khoản 5`."""
    return _NEXT_PART.match(fold, start) is not None


def of_words(fold: str, clause: int) -> bool:
    """Whether a clause tells of words that are changed: `Cụm từ “X” tại Điều 3 ... được thay bằng cụm từ “Y”`."""
    return _OF_WORDS.match(fold, clause) is not None


def lists(fold: str, start: int, end: int) -> int | None:
    """Where the list begins that a verb ending at `start` announces: `các Thông tư sau hết hiệu lực: A, B`."""
    match = _LISTS.match(fold, start, end)
    return match.end() if match else None


def announces(end: str) -> bool:
    """Whether a clause ends with what announces the text below: `như sau:`."""
    return _ANNOUNCES.search(end) is not None


def given(words: str, fold: str, end: int) -> bool:
    """Whether the words of a verb that end at `end` tell no act: `và hướng dẫn tại B`, `Luật A 2015 sửa đổi 2017`.

    Nor is a document changed where a report on it is added to: `bổ sung báo cáo kết quả thực hiện D`.
    """
    if words == "hướng dẫn":
        return _GIVEN.match(fold, end) is not None
    if words == "bổ sung" and _REPORT.match(fold, end):
        return True
    return words.startswith(("sửa đổi", "bổ sung")) and _DATED.match(fold, end) is not None


def passive(left: str) -> bool:
    """Whether the verb after `left` is passive: `Thông tư này được thực hiện từ năm 2009`."""
    return left.rstrip().endswith("được")


def active(gap: str) -> str:
    """`gap` without what is said of the instrument's own application: `được áp dụng từ năm 2009`."""
    return _APPLIED.sub("", gap)


def replaced(text: str, colon: int, end: int) -> int | None:
    """Where the quotation ends that gives new words after `như sau:`; None where none begins there."""
    match = _NEW_WORDS.search(text, max(0, colon - 20), min(end, colon + 12))
    if match is None or match.start("colon") != colon:
        return None
    close = text.find("”" if match["mark"] == "“" else '"', match.end(), end)
    return end if close < 0 else close


def tells_of_itself(gap: str) -> bool:
    """Whether what a bare `Thông tư` opens is said of its parts and validity: `gồm 4 chương, có hiệu lực từ X, `."""
    return _OF_ITSELF.fullmatch(gap) is not None


def changed_part(gap: str) -> str | None:
    """The part that the first of two verbs changes: `sửa đổi Điều 4 và bãi bỏ khoản 2 Điều 6 D`."""
    words = _AND.sub("", gap)
    part = provisions.before(words, len(words), None)
    return None if part is None else part[0]
