"""The words by which a body is named as one that acts, and the verbs that end its name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from loaders.extraction.deferred import deferred
from loaders.extraction.lexicon import alternatives, begins, table

WORDS: Final = {
    role: alternatives(row["word"] for row in table("held") if row["role"] == role)
    for role in ("noun", "hold", "body", "committee", "praise")
}
_NO_BODY: Final = (
    r"báo (?:cáo|chí)|đoàn (?:viên|kết)|bộ (?:máy|phận|mặt|luật|tiêu chí)|hội (?:viên|nhập|trường)|sở hữu"
    # `xã Hội Lâm tổ chức`: a place of two syllables that acts, as no `xã hội số`, `xã hội học tập` does
    r"|xã hội(?! (?!hóa|học|số|chủ|phát|hiện|cùng|đã|dân|công|nông|văn|tư|ta|nào|nói|toàn|mới)[^\W\d]{2,6}(?:$| "
    r"(?:đã|vừa|tổ chức|tiến hành|phối hợp|triển khai|khai mạc|ban hành|có)(?!\w)))"
    r"|cục diện|trường hợp|phòng(?:,| ngừa| chống| bệnh| dịch)|đội (?:ngũ|hình|bóng)|viện (?:trợ|dẫn)"
    r"|ngành nghề|ban (?:đầu|hành)|lực lượng(?= (?:đã|vừa|cũng|luôn|đang|sẽ)(?!\w)|\s*$)"
)
"""What begins as the name of a body does, and is none."""
BODY: Final = deferred(
    rf"(?:các (?:cấp )?)?(?:{WORDS['committee']}"
    rf"|(?!{WORDS['noun']}|{_NO_BODY})(?:{WORDS['body']}))(?!\w)(?:[^;:.!?()“”\"]|\.(?=\w)){{0,160}}?$"
)
BODY_AT: Final = deferred(
    rf"(?:các (?:cấp )?)?(?:{WORDS['committee']}|(?!{WORDS['noun']}|{_NO_BODY})(?:{WORDS['body']}))(?!\w)"
)
BODY_WORD: Final = deferred(rf"(?:các (?:cấp )?)?(?:{WORDS['committee']}|{WORDS['body']})")
COMMITTEE: Final = deferred(rf"(?:{WORDS['committee']})(?!\w)")
CONCERNED: Final = deferred(r" về(?:(?<=ủy ban về)|(?<=hội đồng về))")  # `Ủy ban về Các vấn đề xã hội`
VERBAL: Final = deferred(
    begins(
        r"là|được|bị|có|cần(?! thơ| giờ| giuộc| đước)|phải|sẽ|yêu cầu|đề nghị|chỉ đạo|lãnh đạo"
        r"|giao(?! thông| ban(?! (?:tuyên|tổ|nội|dân|kinh|quản|chỉ|cán))| lưu| dịch)"
        r"|quyết tâm|đăng ký(?! (?:đất|kinh doanh|giao dịch|quyền))|cam kết"
        r"|chỉ thị(?= (?:bộ|các|sở|ubnd|ủy ban|chủ tịch|thủ trưởng|lãnh đạo)(?!\w))"
        r"|tham dự|dự|đề ra|xác định|nghe|thảo luận|thông qua|trao đổi"
        r"|kiến nghị|mong|để|nhằm|ban hành|xây dựng|không|chưa|đề xuất|cho|về|việc"
        r"|từ|khi|nếu|đang|trong|qua|sau"
        r"|hướng dẫn(?= (?:các|cho|liên đoàn|hội|đoàn|mặt trận|ubnd|ủy ban|phòng|sở|xã|huyện|cấp)(?!\w))"
    )
    + r"(?!\w)"
)
ACTS: Final = deferred(
    r"\s\s*(?:(?:đã|vừa|đang|cũng|đều)\s+)?(?P<verb>tổ chức(?! (?:chính trị|đảng|đoàn thể|cơ sở|xã hội|"
    r"hội(?! (?:nghị|thảo|thi|diễn|chợ|đàm|trại))|thành viên|"
    r"kinh tế|tôn giáo|quần chúng|công đoàn)(?!\w))|chủ trì|chỉ đạo|yêu cầu|đề nghị|tham mưu|ban hành"
    r"|xây dựng|triển khai|(?<!hội đồng\s)phối hợp|khai mạc|"
    r"tiến hành|họp|thành lập|phát động|ra mắt|thực hiện|hướng dẫn|quán triệt|đẩy mạnh|tập trung|có|cử|mở"
    r"|kiểm tra|giám sát|tuyên truyền|giao(?! ban| lưu| thông| dịch)|"
    r"đưa|chỉ thị|quyết định|hoàn thành|rà soát|(?<!các )cấp|hỗ trợ|đề xuất|kiến nghị|công bố"
    r"|thống nhất|lựa chọn|bố trí|trồng|vận động|huy động|khởi công|khánh thành|ra quân|tăng cường|chú trọng|phát huy"
    r"|duy trì|kiện toàn|trao|đồng loạt|đăng tải|biên soạn|phát hành|đã)(?!\w)"
)
ATTENDS: Final = deferred(r"(?<!\w)(?:tham dự|dự)(?! án| thảo)(?!\w)")
LED: Final = deferred(
    r"\s(?:\s*do [^;.]{3,120} (?:(?:làm|là) (?:trưởng|tổ trưởng|chủ tịch)[^,;.]*|dẫn đầu|chủ trì(?!,))"
    r"|(?<!hội đồng\s)\s*(?:cùng với|cùng|phối hợp(?: với| cùng)?)\s.*$)"
)
_LED_WORDS: Final = ("do ", "cùng", "phối hợp")
_ORDERS: Final = ("quyết định", "kế hoạch", "chương trình")
"""What these two hold or end with: they are tried nowhere else."""
BY_ORDER: Final = deferred(  # or what it makes known: `Ủy ban Kiểm tra Huyện ủy công bố quyết định (kiểm tra D)`
    r" (?:(?:được )?(?:thành lập )?theo|thực hiện) (?:quyết định|kế hoạch|nghị quyết) số .*$"
    r"| (?:đã )?(?:công bố|thông báo|ban hành|triển khai) (?:các )?(?:quyết định|kế hoạch|chương trình)$"
)
_NUMBER: Final = deferred(r"\d\w{0,9}(?: ?[-/–] ?(?:\d{4}|[A-ZĐ]{2}\w{0,12})){1,5}")
"""The number of a document in the name of a body, as some print it: `Ban Chỉ đạo thực hiện Kết luận 62 - KL / TW`."""
# How a body acts, behind its name: `Công đoàn trường đăng cai (tổ chức)`.
_BUSY: Final = deferred(
    r"(?:,? làm (?:tổ )?trưởng (?:đoàn|tổ|ban))?"
    r"(?: (?:tiến hành|đang|còn|cũng|đều|cùng|luôn|chủ trì|triển khai|ký|đăng cai|giao ban|chủ động|tích cực|kịp thời"
    r"|nghiêm túc|thường xuyên|trực tiếp|xin|trân trọng))*$",
    re.IGNORECASE,
)
_LOCAL: Final = deferred(r"(?:xã|phường|thị trấn) \w")
_HAMLET: Final = deferred(
    r"(?:^|[.;:,\n]\W{0,12})(?P<name>(?:chi bộ |ban công tác mặt trận |nhân dân |bà con )?"
    r"(?:thôn|xóm|ấp|bản|làng|buôn|khu phố|khóm|khu dân cư|tổ dân phố|tiểu khu)(?: [\w-]+){1,4}), $"
)
_NEAR: Final = 60
_PLACES: Final = deferred(r"các (?:địa phương|đơn vị|ngành|cấp|trường|xã|phường|huyện|cơ sở)(?!\w)")


@lru_cache(maxsize=4096)
def plain(words: str) -> str:
    """`words` with single spaces, none before punctuation or around the dash and stroke of a number."""
    words = re.sub(r"\s+([,;)])", r"\1", re.sub(r"\s+", " ", words)).strip(" ,;:-–")
    words = re.sub(r"(?<=\w) (?:đã|vừa)(?!\w).*$", "", words)
    words = _BUSY.sub("", words)
    return _NUMBER.sub(lambda number: number.group().replace(" ", ""), words)


def verbal(words: str) -> bool:
    """Whether a verb stands in `words`, but for one that is part of a committee's name: `Ban Chỉ đạo tổng kết`."""
    return VERBAL.search(CONCERNED.sub("", COMMITTEE.sub("", words))) is not None


def named(fold: str, start: int, end: int) -> bool:
    """Whether `fold[start:end]` begins as the name of a body, and no verb stands in it."""
    place = _PLACES.match(fold, start, end) or BODY_AT.match(fold, start, end)
    return place is not None and VERBAL.search(fold, start, end) is None


def opens(fold: str, start: int, end: int) -> bool:
    """Whether the name of a body begins at `start`."""
    return BODY_AT.match(fold, start, end) is not None


def hamlet(fold: str, start: int) -> int:
    """Where the body that begins with a commune at `start` begins with its hamlet: `Xóm Đồi, xã Mường Lạn (đã ...)`."""
    if _LOCAL.match(fold, start) is None or not fold.endswith(", ", 0, start):
        return start
    low = max(0, start - _NEAR)
    found = _HAMLET.search(fold[low:start])
    return start if found is None else low + found.start("name")


def acting(words: str) -> bool:
    """Whether `words` name one body, and nothing that it does: `Đảng ủy xã Tân Lộc`."""
    return (
        BODY_AT.match(words) is not None
        and not words.startswith("các ")
        and not verbal(words)
        and ACTS.search(words) is None  # `được Bộ Y tế hỗ trợ tổ chức ăn nghỉ`
    )


def nominal(words: str) -> bool:
    """Whether no verb stands in `words`, which go on with the name of a body."""
    return not verbal(words) and ATTENDS.search(words) is None


def bodily(words: str) -> bool:
    """Whether `words` begin as the name of a body, and no verb stands in them: `Ban Chỉ đạo tỉnh`, `các cấp ủy`."""
    return BODY_AT.match(words) is not None and nominal(alone(words))


def leaderless(words: str) -> str:
    """`words` without those who lead a body or act with it: `Đoàn kiểm tra do ông A làm trưởng đoàn`."""
    return LED.split(words)[0] if any(word in words for word in _LED_WORDS) else words


def alone(words: str) -> str:
    """`words` without those who lead a body or act with it, and without what it acts by."""
    words = leaderless(words)
    ordered = " số " in words or words.rstrip("\n").endswith(_ORDERS)
    return BY_ORDER.split(words)[0] if ordered else words


def unled(fold: str, start: int, end: int) -> tuple[int, int]:
    """The span of a body without those who lead it or act with it: `Đoàn kiểm tra do ông A làm trưởng đoàn`."""
    return start, start + len(alone(fold[start:end].rstrip()))
