"""Where the name of a plan without a number ends: before a place, another plan, or what else is done."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from loaders.extraction import titles
from loaders.extraction.lexicon import CAPITALS, SMALL, acts, pattern

if TYPE_CHECKING:
    from loaders.extraction.anchors import Anchor
    from loaders.extraction.reference import Scan

DECLARED: Final = pattern(
    r"\((?:(?:sau đây )?(?:gọi|viết)(?: chung| tắt)*(?: là)?:? ?)?[“\"]?"
    r"(?P<name>(?:chương trình|đề án|kế hoạch|chiến lược) (?:[^\W\d]{2,12}(?: [^\W_]{2,12}){0,2}|\d{2,4}))[”\"]?\)"
)
"""A bracket that gives a scheme its short name."""
# A plan that begins its sentence is what the sentence is about: its name ends before the verb.
_BEGINS: Final = re.compile(r"(?:^|[.!?…]|\n)[ \n]{0,6}$")
_PREDICATE: Final = pattern(
    r" (?:đã|đang|sẽ|vừa|còn|không chỉ|là một|góp phần|tạo điều kiện|được (?:triển khai|thực hiện|ban hành))(?!\w)"
)
_KIND: Final = pattern(r"(?:chương trình|kế hoạch|đề án|chiến lược|dự án)(?: hành động| tổng thể| công tác| quốc gia)?")
_MANY: Final = 8
_BRACKET: Final = 60
# Another document; what the whole plan has: `Đề án trồng chè giai đoạn 2021-2025 với ba mục tiêu`.
_AT: Final = pattern(
    r"(?: (?:đã )?được"
    r"(?: (?:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân|chính phủ|thủ tướng)(?: [^\W\d]{1,8}){0,4}?)?)?"
    rf"(?: (?:ban hành|phê duyệt|thông qua))? (?:tại|theo|kèm theo|kèm|bằng) (?:{acts()}|phụ lục)(?!\w)"
    r"|(?<=\d\d\d\d) với(?! (?:tầm nhìn|định hướng)(?!\w))"
)
# One more plan after a plan's name, told by its body, or after its years, with its verb or by itself:
# `Chương trình hành động thực hiện nghị quyết, đề án của X`, `Chiến lược A giai đoạn 2011-2020, xây dựng chiến lược B`.
_ANOTHER: Final = pattern(
    r",(?= (?:kế hoạch|chương trình|đề án|hướng dẫn|quy chế)(?: hành động| công tác)? của \w)"
    r"| và(?= (?:kế hoạch|chương trình|đề án|quy chế)(?: hành động| công tác| làm việc) của \w)"
    r"|(?<=\d\d\d\d),(?= (?:xây dựng|báo cáo|tổng kết|đánh giá|kế hoạch|chiến lược|chương trình)(?!\w))"
)
# What else is done, behind a strategy or a national programme: `thực hiện Chiến lược về X, tổ chức ngày hội Y`.
_DEED: Final = pattern(
    r",(?= (?:tổ chức|tuyên truyền|thực hiện|triển khai|hỗ trợ|kiểm tra|mở|vận động|huy động)(?!\w))"
)
_NATIONAL: Final = pattern(r"(?:các )?chương trình mục tiêu quốc gia(?!\w)")
# What is told from there on: `thực hiện Đề án A, đến nay huyện đã ...`.
_TOLD: Final = pattern(
    r",(?= (?:(?:tính )?đến (?:nay|hết|ngày)|cả nước|toàn (?:tỉnh|huyện|xã|thành phố|ngành)|từ đầu|thời gian qua|"
    r"những năm qua)(?!\w))"
)
# A caption ends with its line: `Lễ ký Chương trình phối hợp giai đoạn 2021 - 2025`, and a paragraph follows.
_LINE: Final = re.compile(rf"(?<=\d\d\d\d)[ ]*\n\s*(?=[{CAPITALS}][{SMALL}])")
_ENDS: Final = ((_AT, (" tại", "theo", "kèm", " với")), (_ANOTHER, (",", " và")), (_TOLD, (",",)))
"""What ends a name, with the words that each cannot do without."""
_LASTING: Final = frozenset({"CTr", "ĐA", "QC"})
CARRIED: Final = pattern(r"(?:thực hiện|triển khai|hưởng ứng|thi hành)(?: có hiệu quả| hiệu quả| tốt)?\s{1,3}$")
"""That what follows is carried out."""
# Where a programme is carried out belongs to the carrying out, not to its name.
_LOCAL: Final = pattern(
    r"\s(?:\([^()]{1,40}\)\s)?(?:trên\s+địa\s+bàn|tại\s+(?:tỉnh|thành\s+phố|huyện|xã|phường|quận|các)|"
    r"(?<!đến\s)năm\s+\d{4}(?!\s*[-–]|\d)|của\s+(?:tỉnh|huyện|xã|phường|ngành|đơn\s+vị)(?!\w|\s+(?:ủy|uỷ)(?!\w))|(?:đã|được|và\s+đã|gắn\s+với)\s)"
    r"|\s\d{1,2}\stháng\s(?:đầu|cuối)\snăm|,\s(?:các\s(?:chính\ssách|phong\strào|cuộc\svận\sđộng)|phong\strào)(?!\w)"
    r"|(?<=\d\d\d\d)\sđến\snay|(?:(?<=\d\d\d\d)|(?<=\d\d\d\d\))),\s(?!tầm\s+nhìn|định\s+hướng|có\s+tính)"
)


@lru_cache(maxsize=1)  # each plan of one text asks it
def _declared(folded: str) -> tuple[tuple[str, int], ...]:
    """The short names that a text gives its schemes in brackets, and from where on: `(gọi tắt là Đề án 7)`.

    A headline may have them before; but not the word for the kind alone (`gọi tắt là Chương trình hành động`).
    """
    names = {m["name"]: m.start() if _KIND.fullmatch(m["name"]) else 0 for m in reversed([*DECLARED.finditer(folded)])}
    return tuple(names.items())[-_MANY:]


def _short(folded: str, start: int) -> int | None:
    """Where a short name that the text has declared ends, if one begins at `start`."""
    names = (name for name, since in _declared(folded) if since <= start)
    ends = (start + len(name) for name in names if folded.startswith(name, start))
    return next((end for end in ends if not folded[end : end + 1].isalnum()), None)


def end_of(scan: Scan, anchor: Anchor, start: int, limit: int) -> int:
    """Where the name that begins at `start` ends, at `limit` at the latest; no quotation marks stand around it."""
    folded = scan.folded
    if (short := _short(folded, anchor.start)) is not None:
        return short
    end = titles.stop_of(scan.breaks, start, limit)
    if (given := DECLARED.search(folded, start, min(limit, end + _BRACKET))) is not None:
        end = min(end, start + len(folded[start : given.start()].rstrip(" ,")))
    strategy = anchor.code == "CL" or _NATIONAL.match(folded, anchor.start) is not None
    for ends, words in (*_ENDS, (_DEED, (",",))) if strategy else _ENDS:
        found = ends.search(folded, start, end) if any(folded.find(w, start, end) >= 0 for w in words) else None
        end = found.start() if found else end
    line = _LINE.search(scan.text, start, end)
    end = line.start() if line else end
    if scan.text[anchor.start].isupper() and _BEGINS.search(scan.text, max(0, anchor.start - 8), anchor.start):
        verb = _PREDICATE.search(folded, start, end)
        end = verb.start() if verb else end
    if anchor.code in _LASTING and CARRIED.search(folded, max(0, anchor.start - 40), anchor.start):
        local = _LOCAL.search(folded, start, end)
        end = local.start() if local else end
    return end
